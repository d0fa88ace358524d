import type { Wrapping } from './mutation.js';
import type { Row } from './row.js';

const whole = (name: string, write: (text: string, service: string) => string): Wrapping => ({
  name,
  namesService: true,
  wrap: (rows, service) => [
    { text: write(rows.map(({ text }) => text).join('\n'), service), part: 'other' } satisfies Row,
  ],
});

/** The whole dump as one value: of a cell, of a JSON document, of a mail. */
export const joinedWrappings: readonly Wrapping[] = [
  whole(
    'csv cell',
    (text, service) =>
      `time,service,message\n2026-11-26T02:14:07Z,${service},"${text.replaceAll('"', '""')}"\n2026-11-26T02:14:09Z,${service},"started"`,
  ),
  whole('json text', (text, service) =>
    JSON.stringify({
      insertId: '1x7',
      severity: 'ERROR',
      resource: { labels: { service } },
      textPayload: `${text}\n`,
    }),
  ),
  whole('json text with layout', (text, service) =>
    JSON.stringify([{ service, event: { message: text, level: 'fatal' } }], null, 2),
  ),
  whole('markdown', (text) => `It died again:\n\n\`\`\`\n${text}\n\`\`\`\n\nAny idea?`),
];
