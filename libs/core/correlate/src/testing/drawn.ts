import { indexEvents, type Event, type LinkDraft } from '@faultline/model';
import { correlate } from '../correlate.js';
import type { LinkingRule } from '../linking-rule.js';

/** What one rule draws from these events. */
export function draftsOf(rule: LinkingRule, events: readonly Event[]): LinkDraft[] {
  const drafts: LinkDraft[] = [];
  rule.link(indexEvents(events), (draft) => drafts.push(draft));
  return drafts;
}

/** The links that one rule draws, in the order of its emissions, one a line: `process alpha/a -[started]-> process alpha/b @5 observed`. */
export function drawn(rule: LinkingRule, ...events: readonly Event[]): string[] {
  return draftsOf(rule, events).map(lineOf);
}

export function lineOf({ from, to, kind, atUs, basis }: LinkDraft): string {
  return `${from.kind} ${from.key} -[${kind}]-> ${to.kind} ${to.key} @${atUs} ${basis}`;
}

/**
 * Whether what all rules draw has a way from one entity (`kind key`) to another whose links are in strict order of (time, seq). Links that
 * only their content orders do not count as ordered, because an attacker chooses the content.
 */
export function leadsTo(events: readonly Event[], from: string, to: string): boolean {
  const drafts = correlate(indexEvents(events));
  const place = (draft: LinkDraft) => [draft.atUs, draft.seq ?? 0] as const;
  drafts.sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]);
  const reached = new Map<string, readonly [number, number]>([[from, [-Infinity, 0]]]);
  for (const draft of drafts) {
    const since = reached.get(`${draft.from.kind} ${draft.from.key}`);
    const at = place(draft);
    const target = `${draft.to.kind} ${draft.to.key}`;
    if (since === undefined || reached.has(target)) continue;
    if (since[0] < at[0] || (since[0] === at[0] && since[1] < at[1])) reached.set(target, at);
  }
  return reached.has(to);
}
