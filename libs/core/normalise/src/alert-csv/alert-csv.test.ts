import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '@faultline/model';
import { createNormaliser } from '../record-normaliser.js';
import { unmapped } from '../unmapped.js';
import { csvFields } from './csv-line.js';

const record = (text: string) => ({ path: 'p', line: 1, offset: 0, length: text.length, id: 'i', text });
function normaliseAll(...lines: string[]) {
  const normaliser = createNormaliser();
  return lines.map((line) => normaliser.normalise(record(line)));
}
const events = (...lines: string[]) =>
  normaliseAll(...lines).flatMap((result): readonly (Event | string)[] =>
    result.rejected === undefined ? result.events : [result.rejected.code],
  );

describe('alert lists', () => {
  it('are read by their header, which is no event', () => {
    expect(events('time,name,ip,host,short', '1643069179,"Wazuh: ""x"", y",10.0.0.1,mail,W-1')).toMatchObject(
      [
        {
          kind: 'alert',
          atUs: 1643069179000000,
          name: 'Wazuh: "x", y',
          host: 'mail',
          rule: 'W-1',
          count: 1,
          severity: null,
        },
      ],
    );
  });

  it.each([
    [
      '\ufeffTimestamp;Rule Name;Source_IP',
      '2022-01-25T00:06:19Z;a;10.0.0.9',
      { sourceIp: '10.0.0.9', atUs: 1643069179000000 },
    ],
    [
      'Event_Time\tALERT\tHostName\tSeverity',
      '1643069179123\ta\tH1\t70',
      { host: 'H1', severity: 70, atUs: 1643069179123000 },
    ],
    ['@timestamp,message,ip', '1643069179123456,a,10.0.0.1', { host: '10.0.0.1', atUs: 1643069179123456 }],
  ])('may be called %s', (header, line, expected) => expect(events(header, line)).toMatchObject([expected]));

  it('reject a line that the header does not fit, and go on', () => {
    expect(events('time,name', '1643069179', '1643069179,"open', 'soon,a', '1643069179,a')).toMatchObject([
      'FL_RECORD_SHAPE',
      'FL_RECORD_SHAPE',
      'FL_RECORD_TIME',
      { kind: 'alert' },
    ]);
  });

  it('may be two files joined, the second with a header of its own', () => {
    expect(events('time,name', '1643069179,a', 'time,host,name', '1643069180,h,b')).toMatchObject([
      { name: 'a' },
      { name: 'b', host: 'h' },
    ]);
  });

  it('without a header are not recognised', () => {
    expect(events('1643069179,a,b')).toEqual(['FL_RECORD_UNRECOGNISED']);
    expect(events('name,host', 'a,b')).toEqual(['FL_RECORD_UNRECOGNISED', 'FL_RECORD_UNRECOGNISED']);
  });

  it('keep other columns as unmapped', () => {
    expect(unmapped(record('1643069179,a,x y'), 'time,name,Extra')).toEqual({ Extra: 'x y' });
  });
});

describe('csvFields', () => {
  it('reads back what RFC 4180 writes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', ' ') }), { minLength: 1 }),
        (fields) => {
          expect(csvFields(fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(','), ',')).toEqual(
            fields,
          );
        },
      ),
    );
  });
});
