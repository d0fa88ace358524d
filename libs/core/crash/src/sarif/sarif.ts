import { crashKinds, type Crash } from '@faultline/model';
import { patchHint } from '../judge/patch-hint.js';
import { crashRules, weaknessNames } from './sarif-rules.data.js';
import type { SarifLocation, SarifLog, SarifResult, SarifRule, SarifTaxon } from './sarif-log.js';

/** A file row of a dump is text; what is longer than a path can be is none. */
const pathLengthMax = 4096;

/** The crashes as a SARIF 2.1.0 document (OASIS, 2020): one rule for each kind, and the signature as the fingerprint by which tools recognise a bug. */
export function crashesToSarif(crashes: readonly Crash[], toolVersion: string): SarifLog {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Faultline',
            version: toolVersion,
            rules: crashKinds.map(ruleOf),
            supportedTaxonomies: [{ name: 'CWE', index: 0 }],
          },
        },
        taxonomies: [
          {
            name: 'CWE',
            organization: 'MITRE',
            shortDescription: { text: 'Common Weakness Enumeration' },
            isComprehensive: false,
            taxa: Object.entries(weaknessNames).map(taxonOf),
          },
        ],
        results: crashes.map(resultOf),
      },
    ],
  };
}

function ruleOf(kind: Crash['kind']): SarifRule {
  const { name, text, weaknesses } = crashRules[kind];
  return {
    id: `go-crash/${kind}`,
    name,
    shortDescription: { text },
    relationships: weaknesses.map((number) => ({
      target: { id: String(number), toolComponent: { name: 'CWE', index: 0 } },
      kinds: ['superset'],
    })),
  };
}

function taxonOf([id, name]: readonly [string, string]): SarifTaxon {
  return { id, name, shortDescription: { text: name } };
}

function resultOf(crash: Crash): SarifResult {
  const { crashing, peer } = crash;
  const related = peer.candidates.map((candidate) => ({
    ...locationOf(candidate),
    message: { text: `other party, ${peer.certainty}: ${candidate.why}` },
  }));
  return {
    ruleId: `go-crash/${crash.kind}`,
    ruleIndex: crashKinds.indexOf(crash.kind),
    level: crash.confirmed ? 'error' : 'warning',
    message: { text: messageOf(crash) },
    locations: crashing === null ? [] : [locationOf(crashing)],
    relatedLocations: related.map((location, id) => ({ ...location, id })),
    partialFingerprints: { 'faultlineCrash/v1': crash.signature },
  };
}

function messageOf(crash: Crash): string {
  const doubt = crash.confirmed ? '' : ` Not confirmed: ${crash.unconfirmedReason ?? 'nothing proves it'}.`;
  const hint = patchHint(crash);
  return `${crashRules[crash.kind].text}${doubt}${hint === null ? '' : ` To do: ${hint.summary}.`}`;
}

interface Place {
  readonly function: string;
  readonly file: string | null;
  readonly line: number | null;
}

function locationOf({ function: name, file, line }: Place): SarifLocation {
  const logicalLocations = [{ fullyQualifiedName: name, kind: 'function' }];
  if (file === null || file.length > pathLengthMax) return { logicalLocations };
  const region = line === null || line < 1 ? {} : { region: { startLine: line } };
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region }, logicalLocations };
}

/** Absolute paths become file URIs, Windows ones too; trimmed ones stay relative. */
function uriOf(file: string): string {
  // encodeURI throws at half of a surrogate pair, and a dump may hold anything.
  const path = file.replaceAll('\\', '/').replace(/\p{Surrogate}/gu, '\ufffd');
  const encoded = encodeURI(path).replaceAll('?', '%3F').replaceAll('#', '%23');
  if (path.startsWith('/')) return `file://${encoded}`;
  // A colon in the first part of a relative reference would read as a scheme.
  return /^[A-Za-z]:\//.test(path) ? `file:///${encoded}` : encoded.replaceAll(':', '%3A');
}
