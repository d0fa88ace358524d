import { describe, expect, it } from 'vitest';
import { base64Of, base64UrlOf } from '../../testing/base64-of.js';
import { badlyHandledTwin } from '../../testing/hostile-twins.js';
import { failureOf, onlyEvent } from '../../testing/normalise-document.js';

const sha = '3a37c47be26a76bf85e583e3b6629951322a2156';
const hex = 'ab'.repeat(32);
const statement = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'registry.example/org/sso', digest: { sha256: hex } }],
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: {
    buildDefinition: {
      buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      resolvedDependencies: [
        { uri: 'git+https://github.com/org/sso@refs/heads/main', digest: { gitCommit: sha } },
        { uri: 'https://registry.example/x.tgz', digest: { sha1: 'f'.repeat(40) } },
      ],
    },
    runDetails: {
      builder: { id: 'https://github.com/actions/runner/github-hosted' },
      metadata: {
        invocationId: 'https://github.com/org/sso/actions/runs/42/attempts/1',
        startedOn: '2026-03-08T16:41:45Z',
        finishedOn: '2026-03-08T16:43:00Z',
      },
    },
  },
};

function envelope(payload: string) {
  return {
    payloadType: 'application/vnd.in-toto+json',
    payload: base64Of(payload),
    signatures: [{ keyid: '', sig: 'MEUC' }],
  };
}

describe('provenance', () => {
  it('reads a DSSE envelope with SLSA v1', () => {
    expect(onlyEvent('provenance', 'cicd.provenance', envelope(JSON.stringify(statement)))).toMatchObject({
      atUs: 1772988180000000,
      subjects: [{ name: 'registry.example/org/sso', digest: `sha256:${hex}` }],
      commits: [sha],
      builderId: 'https://github.com/actions/runner/github-hosted',
      runUrl: 'https://github.com/org/sso/actions/runs/42/attempts/1',
      signed: true,
    });
  });

  it('reads a plain statement as unsigned', () => {
    expect(onlyEvent('provenance', 'cicd.provenance', statement).signed).toBe(false);
  });

  it('reads base64 of the URL alphabet, without padding, with letters beyond ASCII', () => {
    const name = 'registry.example/größe/\u{1F980}???>>>';
    const text = JSON.stringify({ ...statement, subject: [{ name, digest: { sha256: hex } }] });
    const document = { ...envelope(text), payload: base64UrlOf(text) };
    expect(onlyEvent('provenance', 'cicd.provenance', document).subjects[0]?.name).toBe(name);
  });

  it('reads SLSA v0.2', () => {
    const old = {
      _type: 'https://in-toto.io/Statement/v0.1',
      subject: [{ name: 'sso', digest: { sha512: 'cd' } }],
      predicateType: 'https://slsa.dev/provenance/v0.2',
      predicate: {
        builder: { id: 'b' },
        invocation: { configSource: { uri: 'git+https://github.com/org/sso', digest: { sha1: sha } } },
        metadata: { buildInvocationID: '42-1', buildFinishedOn: '2026-03-08T16:43:00Z' },
        materials: [{ uri: 'git+https://github.com/org/sso', digest: { sha1: sha } }],
      },
    };
    expect(onlyEvent('provenance', 'cicd.provenance', old)).toMatchObject({
      subjects: [{ name: 'sso', digest: 'sha512:cd' }],
      commits: [sha],
      builderId: 'b',
      runUrl: '42-1',
    });
  });

  it('reads a Sigstore bundle, and its log time where the statement has none', () => {
    const { metadata: _, ...runDetails } = statement.predicate.runDetails;
    const timeless = { ...statement, predicate: { ...statement.predicate, runDetails } };
    const bundle = {
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: { tlogEntries: [{ integratedTime: '1772988190' }] },
      dsseEnvelope: envelope(JSON.stringify(timeless)),
    };
    expect(onlyEvent('provenance', 'cicd.provenance', bundle)).toMatchObject({
      atUs: 1772988190000000,
      signed: true,
    });
    expect(failureOf('provenance', envelope(JSON.stringify(timeless))).code).toBe('FL_RECORD_TIME');
  });

  it('keeps a statement about something else', () => {
    const document = { ...statement, predicateType: 'https://in-toto.io/attestation/test-result/v0.1' };
    expect(onlyEvent('provenance', 'other', document).action).toBe('in-toto.statement');
  });

  it.each(['not json', '{"_type":"x"}', '[]', '{"a":1,"a":2}', '['.repeat(5000)])(
    'rejects an envelope around %.20s',
    (payload) => {
      expect(failureOf('provenance', envelope(payload)).code).toMatch(/^FL_RECORD_/);
    },
  );

  it('rejects a payload that is not base64', () => {
    expect(failureOf('provenance', { ...envelope(''), payload: '§§§§' }).code).toBe('FL_RECORD_SHAPE');
  });

  it('handles hostile twins', () => {
    expect(badlyHandledTwin(statement)).toBeNull();
    expect(badlyHandledTwin(envelope(JSON.stringify(statement)))).toBeNull();
  });
});
