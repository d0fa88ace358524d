import { describeCrash } from '@faultline/crash';
import { counted, visibleText } from '@faultline/report';
import type { CrashesOfInput } from '../commands/crash-reading.js';

const pathCharsMax = 400;

/** The answer for people: each file with its crashes, in the order in which they were named. */
export function crashText(inputs: readonly CrashesOfInput[], { color }: { readonly color: boolean }): string {
  return `${inputs.map((input) => inputText(input, color)).join('\n\n')}\n`;
}

function inputText(input: CrashesOfInput, color: boolean): string {
  const { path, lines, crashes, facts, dumpsBeyond, trouble } = input;
  const name = path === '-' ? 'standard input' : visibleText(path, pathCharsMax);
  const found =
    crashes.length === 0 ? 'no crash of a Go program' : counted(crashes.length, 'crash', 'crashes');
  const head = `${name}: ${found} in ${counted(lines, 'line')}${trouble === null ? '' : `; ${trouble.problem}`}`;
  const texts = crashes.map((crash, index) => {
    const text = `${describeCrash(crash, facts[index])}\nLines      ${crash.lines.first}-${crash.lines.last}`;
    return color ? coloured(text, crash.confirmed) : text;
  });
  const more = dumpsBeyond === 0 ? [] : [`${counted(dumpsBeyond, 'further dump')} not judged: too many`];
  return [head, ...texts, ...more].join('\n\n');
}

const bold = (text: string): string => `\u001b[1m${text}\u001b[0m`;
const dim = (text: string): string => `\u001b[2m${text}\u001b[0m`;
const red = (text: string): string => `\u001b[1;31m${text}\u001b[0m`;
const yellow = (text: string): string => `\u001b[1;33m${text}\u001b[0m`;

/** What died in red, doubt in yellow, headings bold. The rows beneath a heading are indented. */
function coloured(text: string, confirmed: boolean): string {
  const [first = '', ...rest] = text.split('\n');
  const paint = (line: string): string => {
    if (line.startsWith(' ')) return line;
    if (line.startsWith('NOT CONFIRMED')) return yellow(line);
    return /^(?:Signature|Lines) /.test(line) ? dim(line) : bold(line);
  };
  return [confirmed ? red(first) : yellow(first), ...rest.map(paint)].join('\n');
}
