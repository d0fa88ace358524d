import { maskSecrets, type Analysis } from '@faultline/model';

const scriptOpen = '<script type="application/json" id="faultline-analysis">';
const scriptClose = '</script>';
const fenceOpen = '```json faultline-analysis';
const fenceClose = '```';

// What could end the block that holds the text, and what could deceive a reader of it. All are legal inside JSON strings only, where an
// escape means the same.
const unsafe =
  /[<>&`\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** One line of JSON in which no character can end a script element or a fence, and nothing is shaped like a secret. */
function safeJson(analysis: Analysis): string {
  return JSON.stringify(analysis, (_, value: unknown) =>
    typeof value === 'string' ? maskSecrets(value) : value,
  ).replace(unsafe, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}

/** The whole answer as a data block: it never runs, and `faultline verify report.html` reads it back. */
export function embedInHtml(analysis: Analysis): string {
  return `${scriptOpen}${safeJson(analysis)}${scriptClose}`;
}

export function embedInMarkdown(analysis: Analysis): string {
  return `${fenceOpen}\n${safeJson(analysis)}\n${fenceClose}`;
}

function between(text: string, open: string, close: string): string | null {
  // The last one: in a report that we wrote it stands at the end, after everything that came from outside.
  const start = text.lastIndexOf(open);
  if (start < 0) return null;
  const from = start + open.length;
  const end = text.indexOf(close, from);
  return end < 0 ? null : text.slice(from, end);
}

/** The analysis that a report (HTML or Markdown) carries, unchecked; undefined where it carries none that can be read. */
export function extractAnalysis(reportText: string): unknown {
  const text = reportText.replace(/\r\n/gu, '\n');
  const found =
    between(text, scriptOpen, scriptClose) ?? between(`\n${text}`, `\n${fenceOpen}\n`, `\n${fenceClose}`);
  if (found === null) return undefined;
  try {
    return JSON.parse(found) as unknown;
  } catch {
    return undefined;
  }
}
