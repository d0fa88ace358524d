import type { Event, InputKind, JsonObject, RawRecord, RejectionCode } from '@faultline/model';

/** Why one normaliser could not make an event of a record that is its own. */
export interface NormaliseFailure {
  readonly code: RejectionCode;
  /** What is wrong and what to do, one sentence. */
  readonly reason: string;
}

/** One source of JSON documents: recognises what is its own and turns it into events. Stateless, so one value serves every file. */
export interface SourceNormaliser {
  /** For instance `windows-flat`. */
  readonly name: string;
  readonly kind: InputKind;
  /** Cheap and exact: true only when this normaliser owns the document. At most one normaliser recognises a document. */
  recognises(document: JsonObject): boolean;
  /** Top-level or dotted field paths that `normalise` reads; the rest of a document is `unmapped`. */
  readonly mappedFields: readonly string[];
  normalise(document: JsonObject, record: RawRecord): readonly Event[] | NormaliseFailure;
}

/**
 * One source of text lines that are not JSON. A text source may need the lines before (a CSV header), so each source file gets its own
 * value from a `TextNormaliserFactory`.
 */
export interface TextNormaliser {
  readonly name: string;
  readonly kind: InputKind;
  recognisesLine(text: string): boolean;
  /** No events and no failure: the line is structure, such as a header, and no record. */
  normaliseLine(text: string, record: RawRecord): readonly Event[] | NormaliseFailure;
  /** Names and values of the line that `normaliseLine` leaves out. */
  unmappedOf(text: string): Readonly<Record<string, string>>;
}
export type TextNormaliserFactory = () => TextNormaliser;

export function isFailure(result: readonly Event[] | NormaliseFailure): result is NormaliseFailure {
  return !Array.isArray(result);
}
