import type { Analysis } from '@faultline/model';
import { hostDump } from './host-dump.js';

const token = `eyJhbGciOiJSUzI1NiJ9.${'QUJD'.repeat(20)}.${'c2ln'.repeat(10)}`;

/** What an attacker may write into a log, a file name or a commit message. */
export const hostileTexts = {
  script: '"><script>alert(1)</script><img src=x onerror=alert(2)>',
  endOfData: '</script><script>alert(3)</script>',
  table: 'a | b | c\n|---|---|\n| new | row |',
  ticks: '`` ` ``` ```json faultline-analysis\n{"schema":"forged"}\n```',
  link: '[click](javascript:alert(4)) ![x](http://evil.example/p.png) <http://evil.example> www.evil.example @admin',
  override: 'invoice\u202Egpj.exe\u2066\u200b\u0007\u001b[31mred\u001b[0m\u009b2J',
  endless: 'x'.repeat(10_240),
  token,
  markup: '# heading *bold* _under_ ~~gone~~ &lt;b&gt; \\| $x$ <!-- -->',
  loneSurrogate: 'a\ud800b',
} as const;

/** The host story with hostile text in every field that can hold text from outside. */
export function hostileAnalysis(text: string): Analysis {
  const analysis = hostDump();
  const dirty = structuredCloneOf(analysis);
  for (const input of dirty.inputs) input.path = text;
  for (const position of Object.values(dirty.events)) position.path = text;
  dirty.unknowns = [{ what: text, why: text, effect: text }];
  for (const incident of dirty.incidents) {
    incident.title = text;
    incident.unknowns = [{ what: text, why: text, effect: text }];
    for (const impact of incident.impacts) impact.why = text;
    for (const cause of incident.rootCauses)
      for (const evidence of cause.evidence)
        Object.assign(evidence, { reason: text, family: text, test: text });
    for (const link of incident.chain.links) Object.assign(link, { kind: text, rule: text });
    for (const entity of incident.chain.entities) Object.assign(entity, { key: text, label: text });
    for (const cause of incident.rootCauses) Object.assign(cause.entity, { key: text, label: text });
    for (const entry of incident.breakpoints.single) entry.control = text;
    incident.controls = incident.rootCauses.slice(0, 1).map((cause) => ({
      id: text,
      layer: text,
      engine: text,
      entity: cause.entity,
      d3fend: [text],
      attack: [text],
      cost: 1,
      artefacts: [{ path: text, sha256: text }],
      status: text,
    }));
  }
  return dirty;
}

/** A deep copy through JSON: samples hold nothing that JSON does not. */
function structuredCloneOf(analysis: Analysis): Analysis {
  const copy: Analysis = JSON.parse(JSON.stringify(analysis));
  return copy;
}
