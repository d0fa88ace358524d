import type { EventOf } from '@faultline/model';
import { eventBase } from '../fields/event-base.js';
import { badShape } from '../fields/failures.js';
import type { SourceNormaliser } from '../source-normaliser.js';
import { firstIssue } from './first-issue.js';
import { linkInputSchema, type LinkInput } from './link-input-schema.js';

type LinkEnd = EventOf<'link'>['from'];

/** An entity costs 1 to remove unless its link says otherwise. */
const costDefault = 1;
const evidenceMax = 100;

/** Ready causal links, from a program that already knows what caused what. Any time is taken as it is: only the order matters. */
export const faultlineLink: SourceNormaliser = {
  name: 'faultline-link',
  kind: 'graph',
  mappedFields: ['schema', 'from', 'to', 'atUs', 'seq', 'kind', 'bytes', 'evidence'],
  recognises(document) {
    return document['schema'] === 'faultline.link/1';
  },
  normalise(document, record) {
    const parsed = linkInputSchema.safeParse(document);
    if (!parsed.success) return badShape('A link has a wrong field', firstIssue(parsed.error));
    const link = parsed.data;
    return [
      {
        ...eventBase(record, 'faultline.link', link.atUs),
        kind: 'link',
        from: readEnd(link.from),
        to: readEnd(link.to),
        seq: link.seq ?? null,
        linkKind: link.kind,
        bytes: link.bytes ?? null,
        evidence: (link.evidence ?? []).slice(0, evidenceMax).map(evidenceText),
      },
    ];
  },
};

function readEnd({ kind, key, cost }: LinkInput['from']): LinkEnd {
  return { kind, key, cost: cost === undefined ? costDefault : cost };
}

function evidenceText(evidence: unknown): string {
  return typeof evidence === 'string' ? evidence : JSON.stringify(evidence);
}
