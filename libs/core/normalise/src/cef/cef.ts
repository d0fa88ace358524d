import type { TextNormaliser } from '../source-normaliser.js';
import { cefAlert, cefKeys } from './cef-alert.js';
import { cefStart, scanCef, type CefRecord } from './scan-cef.js';
import { scanLeef } from './scan-leef.js';

function source(
  name: string,
  mark: 'CEF:' | 'LEEF:',
  scan: (line: string, start: number) => CefRecord | null,
): TextNormaliser {
  return {
    name,
    kind: 'siem',
    recognisesLine: (text) => cefStart(text, mark) >= 0,
    normaliseLine(text, record) {
      const start = cefStart(text, mark);
      const scanned = start < 0 ? null : scan(text, start);
      if (scanned === null) return { code: 'FL_RECORD_SHAPE', reason: `The ${mark} header is not complete.` };
      return cefAlert(scanned, text.slice(0, start), record);
    },
    unmappedOf(text) {
      const start = cefStart(text, mark);
      const fields = (start < 0 ? null : scan(text, start))?.fields ?? [];
      return Object.fromEntries([...fields].filter(([key]) => !cefKeys.has(key)));
    },
  };
}

export const createCef = (): TextNormaliser => source('cef', 'CEF:', scanCef);
export const createLeef = (): TextNormaliser => source('leef', 'LEEF:', scanLeef);
