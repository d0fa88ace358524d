/**
 * Fields of one CSV line (RFC 4180: quotes, doubled quotes inside). Null when a quote is not closed: the field goes on in the next line, which
 * an alert list must not do.
 */
export function csvFields(line: string, delimiter: string): string[] | null {
  const fields: string[] = [];
  let i = 0;
  for (;;) {
    let field = '';
    if (line[i] === '"') {
      i++;
      for (;;) {
        const end = line.indexOf('"', i);
        if (end < 0) return null;
        field += line.slice(i, end);
        i = end + 1;
        if (line[i] !== '"') break;
        field += '"';
        i++;
      }
    }
    const end = line.indexOf(delimiter, i);
    // Text behind a closing quote is no CSV, but it is kept rather than lost.
    field += end < 0 ? line.slice(i) : line.slice(i, end);
    fields.push(field);
    if (end < 0) return fields;
    i = end + 1;
  }
}
