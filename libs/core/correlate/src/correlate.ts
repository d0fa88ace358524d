import type { EventIndex, LinkDraft } from '@faultline/model';
import { linkingRules } from './linking-rules.js';

/** Runs every linking rule over the events. Cost: linear in events but for the sorts of the index. */
export function correlate(index: EventIndex): LinkDraft[] {
  const drafts: LinkDraft[] = [];
  for (const rule of linkingRules) rule.link(index, (draft) => drafts.push(draft));
  return drafts;
}
