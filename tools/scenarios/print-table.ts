/** A table on stderr: what a suite measured is worth reading when it passes, too. */
export function printTable(title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const text = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))];
  const widths = columns.map((_, place) => Math.max(...text.map((cells) => cells[place]?.length ?? 0)));
  const lines = text.map((cells) =>
    cells
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  process.stderr.write(`${title}\n${lines.join('\n')}\n\n`);
}
