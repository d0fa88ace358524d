import { unwrapCri } from '../unwrap/cri.js';
import { cleanLine, isSoiled } from '../unwrap/clean-line.js';
import { closingQuote, csvSource, parseCsvRow, undouble } from '../unwrap/csv-row.js';
import {
  hasEscapedLines,
  hasEscapedRows,
  quotedDump,
  unescapeControls,
  unescapeQuoted,
} from '../unwrap/escapes.js';
import { afterShape, prefixShape, shapesMax } from '../unwrap/learned-prefix.js';
import type { Unwrapped } from '../unwrap/unwrapped.js';
import { layersMax, peelLayer } from '../unwrap/peel-line.js';
import { classifyRow } from './classify-row.js';
import { isWhole, textCell } from './holds-row.js';
import { findAnchor } from './find-anchor.js';
import { JournalUnwrapper } from './journal-unwrapper.js';
import type { DumpLimits } from './limits.js';
import type { Row } from './row.js';
import type { WrappingState } from './wrapping-state.js';

/** Where unwrapped lines go. */
export interface LineSink {
  row(row: Row, text: string, source: string, learned: boolean, line: number): void;
  foreign(text: string, source: string, line: number): void;
  takesIndented(source: string): boolean;
  isInPanic(source: string): boolean;
  isInFatal(source: string): boolean;
}

interface Place {
  readonly source: string;
  readonly learned: boolean;
  readonly line: number;
  readonly layersLeft: number;
}

/** Takes the wrappings off a line, one after the other, until a row of a dump is left or nothing more comes off. */
export class LineUnwrapper {
  readonly #limits: DumpLimits;
  readonly #sink: LineSink;
  readonly #journal: JournalUnwrapper;
  readonly #partials: Map<string, string>;
  readonly #shapes: [string, string][];
  #cell: WrappingState['cell'];
  /** Texts looked at: tests hold that it grows with the input only. */
  steps: number;

  constructor(limits: DumpLimits, state: WrappingState, sink: LineSink) {
    this.#limits = limits;
    this.#sink = sink;
    this.#journal = new JournalUnwrapper(state.journal);
    this.#partials = new Map(state.partials);
    this.#shapes = [...state.shapes];
    this.#cell = state.cell;
    this.steps = state.steps;
  }

  read(raw: string, line: number): void {
    // A partial record may end within a control sequence: it is cleaned when it is whole.
    const isPart = isSoiled(raw) && unwrapCri(raw)?.partial === 'yes';
    const text = isPart ? raw : cleanLine(raw);
    const record = this.#journal.take(text, line);
    if (record === 'open') return;
    if (record !== null) this.#readLines(record.text, { ...start, source: record.source, line: record.line });
    else if (this.#cell !== null) this.#readCell(text, line);
    else this.#read(text, { ...start, line });
  }

  end(): void {
    const record = this.#journal.end();
    if (record !== null) this.#readLines(record.text, { ...start, source: record.source, line: record.line });
    this.#partials.clear();
  }

  /** Whether a record or a cell that spans lines goes on. */
  isOpen(): boolean {
    return this.#cell !== null || this.#partials.size > 0 || this.#journal.isOpen();
  }

  state(): WrappingState {
    const journal = this.#journal.state();
    return {
      partials: [...this.#partials],
      shapes: [...this.#shapes],
      cell: this.#cell,
      journal,
      steps: this.steps,
    };
  }

  #read(text: string, place: Place): void {
    this.steps++;
    const row = classifyRow(trimmedEnd(text));
    if (row !== null) return this.#readRow(row, text, place);
    if (place.layersLeft === 0) return this.#sink.foreign(text, place.source, place.line);
    const inner = peelLayer(text);
    if (inner !== null) return this.#readInner(inner.text, inner.partial, deeper(place, inner.source));
    if (hasEscapedRows(text)) return this.#readLines(unescaped(text), deeper(place, ''));
    if (!this.#readCsv(text, place) && !this.#readLearned(text, place))
      this.#sink.foreign(text, place.source, place.line);
  }

  #readRow(row: Row, text: string, place: Place): void {
    const { source, learned, line } = place;
    if (place.layersLeft > 0 && row.kind !== 'function' && row.kind !== 'file' && hasEscapedLines(text))
      return this.#readLines(unescaped(text), deeper(place, ''));
    if (text.charCodeAt(0) === 32 && place.layersLeft > 0 && !this.#sink.takesIndented(source)) {
      const isHead = row.kind === 'fatal' && !this.#sink.isInPanic(source);
      if (isHead ? this.#readLearned(text, place) : this.#readShape(text, place)) return;
    }
    this.#sink.row(row, text, source, learned, line);
  }

  /** Joins a record to the beginning of its line that came before. */
  #readInner(text: string, partial: Unwrapped['partial'], place: Place): void {
    const before = this.#partials.get(place.source);
    if (before === undefined && partial === 'no') return this.#readLines(text, place);
    this.#partials.delete(place.source);
    if (before !== undefined && place.source.startsWith('json') && isWhole(before, text)) {
      this.#readLines(before, place);
      return this.#readInner(text, partial, place);
    }
    const whole = (before ?? '') + text;
    if (partial === 'no' || whole.length > this.#limits.lineCharsMax) this.#readLines(whole, place);
    else if (this.#partials.size < this.#limits.streamsMax) this.#partials.set(place.source, whole);
  }

  #readLines(text: string, place: Place): void {
    if (!text.includes('\n')) return this.#read(cleanLine(text), place);
    for (const part of text.split('\n')) this.#read(cleanLine(part), place);
  }

  #readCsv(text: string, place: Place): boolean {
    const row = parseCsvRow(text);
    const index = row === null ? -1 : textCell(row);
    const cell = row?.cells[index];
    if (row === null || cell === undefined) return false;
    // In the middle of a bare dump an open quote is part of a foreign line, and no cell that takes the rest of the dump in.
    if (row.open && place.source === '' && this.#sink.isInFatal('')) return false;
    const inner = deeper(place, csvSource(row.cells, index));
    if (row.open && index === row.cells.length - 1 && place.source === '')
      this.#cell = { source: inner.source, quietLines: 0 };
    this.#readLines(cell, inner);
    return true;
  }

  /** A line within a CSV cell. The cell is over at its quote, or when nothing of a dump has come for long. */
  #readCell(text: string, line: number): void {
    const cell = this.#cell;
    if (cell === null) return;
    const close = closingQuote(text, 0);
    const part = undouble(close < 0 ? text : text.slice(0, close));
    const quietLines = classifyRow(part) === null ? cell.quietLines + 1 : 0;
    this.#cell = close < 0 && quietLines <= this.#limits.foreignLinesMax ? { ...cell, quietLines } : null;
    this.#read(part, { ...start, source: cell.source, line });
  }

  #readLearned(text: string, place: Place): boolean {
    if (this.#readShape(text, place)) return true;
    const anchor = findAnchor(text);
    const shape = anchor > 0 ? prefixShape(text.slice(0, anchor)) : null;
    if (shape === null) return false;
    if (this.#shapes.length >= shapesMax) this.#shapes.shift();
    this.#shapes.push([place.source, shape]);
    return this.#readShape(text, place);
  }

  #readShape(text: string, place: Place): boolean {
    for (const [source, shape] of this.#shapes) {
      if (source !== place.source) continue;
      const rest = afterShape(text, shape);
      if (rest === null) continue;
      this.#read(rest, { ...deeper(place, `learned(${shape})`), learned: hasWords(shape) });
      return true;
    }
    return false;
  }
}

const start: Place = { source: '', learned: false, line: 0, layersLeft: layersMax };

function deeper(place: Place, layer: string): Place {
  return { ...place, source: place.source + layer, layersLeft: place.layersLeft - 1 };
}

/** Words before a message may be prose that quotes it; the marks of a mail's quotation and an indentation are not. */
function hasWords(shape: string): boolean {
  return !/^[\s>|\u0002]*$/.test(shape);
}

function trimmedEnd(text: string): string {
  return text.charCodeAt(text.length - 1) <= 32 ? text.trimEnd() : text;
}

function unescaped(text: string): string {
  return unescapeQuoted(unescapeControls(quotedDump(text)));
}
