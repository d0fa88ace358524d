import type { EventOf, JsonObject } from '@faultline/model';
import { eventBase } from '../../fields/event-base.js';
import { noTime } from '../../fields/failures.js';
import { firstTimeUs } from '../../fields/first-time.js';
import { objectOf, objectsOf } from '../../fields/objects.js';
import { at, textOf } from '../../json/fields.js';
import type { SourceNormaliser } from '../../source-normaliser.js';
import { readSlsaV0, readSlsaV1, type Build } from './slsa-predicate.js';
import { envelopeIn, isPlainStatement, readStatement } from './statement.js';

type Subject = EventOf<'cicd.provenance'>['subjects'][number];

const subjectsMax = 10_000;
const slsa = 'https://slsa.dev/provenance/';

/**
 * Build provenance: in-toto statements of SLSA v1 or v0.2, plain, in DSSE, or in a Sigstore bundle. A statement is the builder's claim about
 * who built what from which commit; a poisoned build has a valid one too.
 */
export const provenance: SourceNormaliser = {
  name: 'provenance',
  kind: 'cicd',
  mappedFields: [
    '_type',
    'subject',
    'predicateType',
    'predicate',
    'payload',
    'payloadType',
    'signatures',
    'dsseEnvelope',
  ],
  recognises(document) {
    return isPlainStatement(document) || envelopeIn(document) !== null;
  },
  normalise(document, record) {
    const read = readStatement(document);
    if (!('statement' in read)) return read;
    const predicateType = textOf(read.statement['predicateType']) ?? '';
    const { atUs: builtAtUs, ...build } = readBuild(objectOf(read.statement['predicate']), predicateType);
    const atUs = builtAtUs ?? bundleTimeUs(document);
    if (atUs === null)
      return noTime('A provenance statement', 'its metadata must say when the build started or finished');
    const base = eventBase(record, 'in-toto', atUs);
    if (!predicateType.startsWith(slsa)) {
      return [{ ...base, kind: 'other', action: 'in-toto.statement', host: null, service: null }];
    }
    const subjects = objectsOf(read.statement['subject'], subjectsMax).flatMap(readSubject);
    return [
      {
        ...base,
        kind: 'cicd.provenance',
        subjects,
        ...build,
        commits: [...build.commits],
        signed: read.signed,
      },
    ];
  },
};

function readBuild(predicate: JsonObject, predicateType: string): Build {
  return predicateType.startsWith(`${slsa}v0`) ? readSlsaV0(predicate) : readSlsaV1(predicate);
}

/** When the transparency log took the bundle in, in seconds. */
function bundleTimeUs(document: JsonObject): number | null {
  const [entry] = objectsOf(at(document, 'verificationMaterial.tlogEntries'), 1);
  return firstTimeUs(entry?.['integratedTime']);
}

/** One subject per artefact: by SHA-256, which registries go by, else by its first digest. */
function readSubject(subject: JsonObject): Subject[] {
  const digests = objectOf(subject['digest']);
  const algorithm = 'sha256' in digests ? 'sha256' : Object.keys(digests)[0];
  const hex = algorithm === undefined ? null : textOf(digests[algorithm]);
  return hex === null ? [] : [{ name: textOf(subject['name']), digest: `${algorithm}:${hex.toLowerCase()}` }];
}
