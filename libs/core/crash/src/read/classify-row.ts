import { parseCreatedRow } from './created-row.js';
import { parseFileRow } from './file-row.js';
import { parseFunctionRow } from './function-row.js';
import { digitsEnd, parseGoroutineHeader } from './goroutine-header.js';
import { parsePanicRow } from './panic-row.js';
import { parseRaceAccess, parseRaceCreated } from './race-row.js';
import type { Row } from './row.js';
import { parseSignalHead, parseSignalRow } from './signal-row.js';

const blank: Row = { kind: 'blank' };
const preamble: Row = { kind: 'preamble' };
const systemStack: Row = { kind: 'system-stack' };
const unavailable: Row = { kind: 'unavailable' };
const fatalLead = 'fatal error: ';
const unavailableText = 'goroutine running on other thread; stack unavailable';

/** The row of a dump that this text is, null for anything else. Looks at each character a bounded number of times. */
export function classifyRow(text: string): Row | null {
  if (text.length === 0) return blank;
  const first = text.charCodeAt(0);
  if (first === 9 || first === 32) return indentedRow(text);
  return fixedRow(text, first) ?? frameRow(text, 0);
}

function frameRow(text: string, from: number): Row | null {
  const called = parseFunctionRow(text, from);
  if (called !== null) return { kind: 'function', row: called, indented: from > 0 };
  const file = parseFileRow(text, from);
  return file === null ? null : { kind: 'file', row: file };
}

function indentedRow(text: string): Row | null {
  let from = 1;
  while (from < text.length && text.charCodeAt(from) <= 32) from++;
  if (from === text.length) return blank;
  const file = parseFileRow(text, from);
  if (file !== null) return { kind: 'file', row: file };
  if (text.startsWith(unavailableText, from)) return unavailable;
  return deferredRow(text, from) ?? raceRow(text, from) ?? frameRow(text, from);
}

/** Behind a tab: what the runtime prints for a second panic or, from Go 1.26, for a fatal within a deferred call; and what a panic's value may forge. */
function deferredRow(text: string, from: number): Row | null {
  if (text.startsWith(fatalLead, from))
    return { kind: 'fatal', text: text.slice(from + fatalLead.length), column: from };
  return parsePanicRow(text, from);
}

/** Rows that start with a word of their own. */
function fixedRow(text: string, first: number): Row | null {
  switch (first) {
    case 103 /* g */: {
      const header = parseGoroutineHeader(text);
      if (header !== null) return { kind: 'goroutine', header };
      return text.startsWith(unavailableText) ? unavailable : null;
    }
    case 99 /* c */: {
      const row = parseCreatedRow(text);
      return row === null ? null : { kind: 'created', row };
    }
    case 102 /* f */:
      return text.startsWith(fatalLead)
        ? { kind: 'fatal', text: text.slice(fatalLead.length), column: 0 }
        : null;
    case 112 /* p */:
      return parsePanicRow(text, 0);
    case 46 /* . */:
      return elidedRow(text);
    case 91 /* [ */:
      return bracketRow(text);
    case 114 /* r */:
      return text === 'runtime stack:'
        ? systemStack
        : text.startsWith('runtime: ')
          ? preamble
          : registerRow(text);
    case 117 /* u */:
      return text.startsWith('unexpected fault address ') ? preamble : null;
    case 83 /* S */:
    case 69 /* E */: {
      const signal = parseSignalHead(text);
      return signal === null ? null : { kind: 'signal-head', signal };
    }
    case 45 /* - */:
      return text === '-----' ? { kind: 'thread' } : null;
    case 115 /* s */:
      return text.startsWith('signal arrived during ') ? preamble : null;
    case 80 /* P */:
      return text.startsWith('PC=0x') ? preamble : raceRow(text, 0);
    default:
      return raceRow(text, 0);
  }
}

function bracketRow(text: string): Row | null {
  const signal = parseSignalRow(text);
  if (signal !== null) return { kind: 'signal', signal };
  if (text.startsWith('[originating from goroutine ')) return preamble;
  return text.startsWith('[failed to restore the stack]') ? { kind: 'race-lost' } : null;
}

function elidedRow(text: string): Row | null {
  if (!text.startsWith('...') || !text.endsWith(' frames elided...')) return null;
  const end = digitsEnd(text, 3);
  return { kind: 'elided', frames: end > 3 && end < 12 ? Number(text.slice(3, end)) : 1 };
}

/** `rax    0xca`, `rip    0x46c6a1`: registers, which signals and GOTRACEBACK=crash add. */
function registerRow(text: string): Row | null {
  return text.length < 40 && /^r[0-9a-z]{1,5} +0x[0-9a-f]+$/.test(text) ? { kind: 'register' } : null;
}

function raceRow(text: string, from: number): Row | null {
  switch (text.charCodeAt(from)) {
    case 61 /* = */:
      return text.startsWith('==================', from) ? { kind: 'race-rule' } : null;
    case 70 /* F */:
      return text.startsWith('Found ', from) && text.includes(' data race(s)')
        ? { kind: 'race-count' }
        : null;
    case 71 /* G */: {
      const created = parseRaceCreated(text, from);
      return created === null ? null : { kind: 'race-created', created };
    }
    case 91 /* [ */:
      return text.startsWith('[failed to restore the stack]', from) ? { kind: 'race-lost' } : null;
    case 65:
    case 80:
    case 82:
    case 87: {
      if (text.startsWith('WARNING: DATA RACE', from)) return { kind: 'race-start' };
      const access = parseRaceAccess(text, from);
      return access === null ? null : { kind: 'race-access', access };
    }
    default:
      return null;
  }
}
