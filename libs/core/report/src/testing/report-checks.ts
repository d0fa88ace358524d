/** Tags of a document in order, attributes as written. Attribute values are escaped in our reports, so none holds `>`. */
export function tagsOf(html: string): readonly {
  readonly name: string;
  readonly closing: boolean;
  readonly empty: boolean;
  readonly text: string;
}[] {
  return [...html.matchAll(/<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+(?:="[^"<>]*")?)*)\s*(\/?)>/gu)].map(
    (match) => ({
      name: (match[2] ?? '').toLowerCase(),
      closing: match[1] === '/',
      empty: match[4] === '/' || ['meta', 'br'].includes((match[2] ?? '').toLowerCase()),
      text: match[0],
    }),
  );
}

/** What is wrong with the document: unbalanced or unexpected tags, handlers, outside references, `<` that starts no tag. Empty: nothing. */
export function htmlFaults(html: string): readonly string[] {
  const faults: string[] = [];
  const style = /<style>[\s\S]*?<\/style>/gu;
  const body = html.replace(/^<!doctype html>/u, '').replace(style, '<style></style>');
  const tags = tagsOf(body);
  const stack: string[] = [];
  for (const tag of tags) {
    if (
      tag.name === 'script' &&
      !tag.closing &&
      tag.text !== '<script type="application/json" id="faultline-analysis">'
    )
      faults.push(`script ${tag.text}`);
    if (
      ['img', 'iframe', 'object', 'embed', 'link', 'base', 'form', 'input', 'video', 'audio'].includes(
        tag.name,
      )
    )
      faults.push(`unexpected ${tag.text}`);
    if (/\son\w+=/iu.test(tag.text.replace(/"[^"]*"/gu, '""'))) faults.push(`handler ${tag.text}`);
    if (/(?:href|src|xlink:href)="(?!#)/iu.test(tag.text)) faults.push(`outside reference ${tag.text}`);
    if (tag.closing) {
      const open = stack.pop();
      if (open !== tag.name) faults.push(`</${tag.name}> closes <${open ?? 'nothing'}>`);
    } else if (!tag.empty) stack.push(tag.name);
  }
  if (stack.length > 0) faults.push(`left open: ${stack.join(' ')}`);
  const opens = (body.match(/</gu) ?? []).length;
  if (opens !== tags.length) faults.push(`${String(opens - tags.length)} unescaped <`);
  return faults;
}

/** Faults of Markdown: rows that do not fit their table, markup from outside. */
export function markdownFaults(markdown: string): readonly string[] {
  const faults: string[] = [];
  let width = 0;
  for (const line of markdown.split('\n')) {
    const cells = line.startsWith('|') ? (line.match(/(?<!\\)\|/gu) ?? []).length : 0;
    if (cells > 0 && width > 0 && cells !== width)
      faults.push(`row of ${String(cells)} bars in a table of ${String(width)}: ${line.slice(0, 80)}`);
    width = cells;
    if (line.startsWith('    ') || line.startsWith('{"schema":')) continue;
    const bare = line.replace(/`[^`]*`/gu, '').replace(/<\/?code>|<a id="[\w.-]+"><\/a>/gu, '');
    if (/<\S/u.test(bare)) faults.push(`markup: ${bare.slice(0, 80)}`);
    if (/\]\((?!#)/u.test(bare)) faults.push(`outside link: ${bare.slice(0, 80)}`);
    if (/https?:\/\/|\bwww\./u.test(bare)) faults.push(`link that makes itself: ${bare.slice(0, 80)}`);
  }
  const fences = markdown.split('\n').filter((line) => /^ {0,3}(?:```|~~~)/u.test(line));
  if (fences.length !== 2) faults.push(`${String(fences.length)} fences`);
  return faults;
}

/** Characters that no report may hold as they are. */
// oxlint-disable-next-line no-control-regex
export const deceptiveCharacters =
  /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u;
