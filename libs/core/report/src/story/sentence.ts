import type { Entity } from '@faultline/model';
import { kindWords } from '../text/entity-words.js';

/** A piece of a sentence. Renderers turn entities and events into links, and times into text of their zone. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'entity'; readonly entity: Entity }
  | { readonly kind: 'time'; readonly atUs: number }
  | { readonly kind: 'events'; readonly ids: readonly string[] };
export type Sentence = readonly Part[];

export const text = (value: string): Part => ({ kind: 'text', text: value });
export const named = (entity: Entity): Part => ({ kind: 'entity', entity });
export const kind = (entity: Entity): Part => text(` ${kindWords(entity.kind)} `);
export const time = (atUs: number): Part => ({ kind: 'time', atUs });
export const events = (ids: readonly (string | null)[]): Part => ({
  kind: 'events',
  ids: [...new Set(ids.filter((id) => id !== null))].slice(0, 3),
});

export const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
