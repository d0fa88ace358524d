import { describe, expect, it } from 'vitest';
import { createNormaliser } from '../record-normaliser.js';
import { cefTimeToUs } from './cef-time.js';

const normalise = (text: string) =>
  createNormaliser().normalise({ path: 'p', line: 1, offset: 0, length: text.length, id: 'i', text });
const eventOf = (text: string) => {
  const result = normalise(text);
  if (result.rejected !== undefined) throw new Error(result.rejected.reason);
  return result.events[0];
};

describe('CEF and LEEF records', () => {
  it('become alerts; rt is the clock and custom fields count by their label', () => {
    expect(
      eventOf(
        '<132>Mar 18 01:19:31 waf01 CEF:0|Vendor|edgewall|4.2|401-rate|Repeated HTTP 401|5|rt=1773796771614 src=203.0.113.46 requestMethod=GET request=/v1/accounts cs1Label=service cs1=orders-api cn1Label=http.response.status_code cn1=401 cnt=3 outcome=failure',
      ),
    ).toMatchObject({
      kind: 'alert',
      atUs: 1773796771614000,
      rule: '401-rate',
      name: 'Repeated HTTP 401',
      severity: 50,
      host: null,
      service: 'orders-api',
      sourceIp: '203.0.113.46',
      httpStatus: 401,
      count: 3,
      dataset: 'cef.edgewall',
    });
  });

  it('mean nothing by cs1 without cs1Label', () => {
    expect(eventOf('CEF:0|V|P|1|i|n|High|rt=1773796771614 cs1=orders-api dhost=db1')).toMatchObject({
      service: null,
      host: 'db1',
      severity: 73,
    });
  });

  it('drop a field that came twice with two values, but keep the alert', () => {
    expect(eventOf('CEF:0|V|P|1|i|n|5|rt=1773796771614 src=1.1.1.1 msg=x src=6.6.6.6')).toMatchObject({
      sourceIp: null,
      message: 'x',
    });
  });

  it('without rt use an RFC 5424 time, and have none in RFC 3164', () => {
    expect(eventOf('<134>1 2026-03-18T01:19:31,5Z h a - - - CEF:0|V|P|1|i|n|5|src=1')).toMatchObject({
      atUs: 1773796771500000,
    });
    expect(normalise('<132>Mar 18 01:19:31 waf01 CEF:0|V|P|1|i|n|5|src=1').rejected?.code).toBe(
      'FL_RECORD_TIME',
    );
    expect(normalise('CEF:0|V|P').rejected?.code).toBe('FL_RECORD_SHAPE');
    expect(normalise('CEF:0|V|P|1|').rejected?.code).toBe('FL_RECORD_SHAPE');
  });

  it('in LEEF 1 are separated by tabs, in LEEF 2 by the delimiter, which may be missing', () => {
    const expected = {
      kind: 'alert',
      rule: 'deny',
      atUs: 1773796771614000,
      sourceIp: '1.1.1.1',
      user: 'ann',
      severity: 80,
    };
    for (const line of [
      'LEEF:1.0|V|P|1|deny|devTime=1773796771614\tsrc=1.1.1.1\tusrName=ann\tsev=8',
      '<13>Mar 18 01:19:31 h LEEF:2.0|V|P|1|deny|^|devTime=1773796771614^src=1.1.1.1^usrName=ann^sev=8',
      'LEEF:2.0|V|P|1|deny|0x09|devTime=1773796771614\tsrc=1.1.1.1\tusrName=ann\tsev=8',
      'LEEF:2.0|V|P|1|deny|x7c|devTime=1773796771614|src=1.1.1.1|usrName=ann|sev=8',
      'LEEF:2.0|V|P|1|deny|devTime=1773796771614\tsrc=1.1.1.1\tusrName=ann\tsev=8',
    ]) {
      expect(eventOf(line)).toMatchObject(expected);
    }
  });
});

describe('cefTimeToUs', () => {
  it.each([
    ['1773796771614', 1773796771614000],
    ['Mar 18 2026 01:19:31', 1773796771000000],
    ['Mar 18 2026 01:19:31.614 UTC', 1773796771614000],
    ['mar  8 2026 01:19:31 GMT', 1772932771000000],
  ])('reads %s', (text, us) => expect(cefTimeToUs(text)).toBe(us));
  it.each([
    '',
    'Mar 18 01:19:31',
    'Mar 18 2026 01:19:31 IST',
    'Foo 18 2026 01:19:31',
    'Feb 30 2026 01:19:31',
    'Mar 18 2026',
  ])('does not guess %s', (text) => expect(cefTimeToUs(text)).toBeNull());
});
