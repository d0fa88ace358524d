import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cefStart, scanCef, scanExtension } from './scan-cef.js';

const fieldsOf = (extension: string) => Object.fromEntries(scanExtension(extension).fields);
const scan = (line: string) => {
  const start = cefStart(line, 'CEF:');
  return start < 0 ? null : scanCef(line, start);
};

describe('CEF extension', () => {
  it('ends a value at the word before the next unescaped equals sign', () => {
    expect(fieldsOf('src=10.0.0.1 msg=two words here  dst=10.0.0.2')).toEqual({
      src: '10.0.0.1',
      msg: 'two words here',
      dst: '10.0.0.2',
    });
  });
  it('reads \\n and \\r in a value as line ends', () => {
    expect(fieldsOf('msg=one\\ntwo\\r\\nthree src=1')).toEqual({ msg: 'one\ntwo\r\nthree', src: '1' });
  });
  it('does not take an unescaped = without a word behind a blank for a key', () => {
    expect(fieldsOf('msg=a=b src=1')).toEqual({ msg: 'a=b', src: '1' });
    expect(fieldsOf('request=https://x.example/?q=1&r=2 src=1')).toEqual({
      request: 'https://x.example/?q=1&r=2',
      src: '1',
    });
  });
  it('keeps an unescaped = inside a JSON value', () => {
    expect(fieldsOf('msg={"a":"b=c","d":"e=="} src=1')).toEqual({ msg: '{"a":"b=c","d":"e=="}', src: '1' });
  });
  it('keeps a lone backslash', () => {
    expect(fieldsOf('suser=LAB\\ann filePath=C:\\Windows\\System32\\cmd.exe')).toEqual({
      suser: 'LAB\\ann',
      filePath: 'C:\\Windows\\System32\\cmd.exe',
    });
  });
  it('reads \\= as an equals sign of the value and \\\\= as a backslash before a real one', () => {
    expect(fieldsOf('msg=a \\=b c\\=d src=1')).toEqual({ msg: 'a =b c=d', src: '1' });
    expect(fieldsOf('msg=path c:\\\\=x src=1')).toEqual({ msg: 'path c:\\=x', src: '1' });
  });
  it('leaves bare pipes alone', () => {
    expect(fieldsOf('msg=a|b|c src=1')).toEqual({ msg: 'a|b|c', src: '1' });
  });
  it('knows keys with points, hyphens and brackets', () => {
    expect(fieldsOf('ad.X-Request-Id=7 list[0]=a')).toEqual({ 'ad.X-Request-Id': '7', 'list[0]': 'a' });
  });
  it('keeps a whole CEF record nested in a value, its signs escaped', () => {
    expect(fieldsOf('ad.rawEvent=CEF:0|V|P|1|id|name|5|src\\=9.9.9.9 dst\\=8.8.8.8 src=1')).toEqual({
      'ad.rawEvent': 'CEF:0|V|P|1|id|name|5|src=9.9.9.9 dst=8.8.8.8',
      src: '1',
    });
  });
  it('reads the first key with and without a blank before it', () => {
    expect(fieldsOf('src=1')).toEqual({ src: '1' });
    expect(fieldsOf('  src=1')).toEqual({ src: '1' });
  });
  it('reads \\/ as a slash, and an empty value, also the last', () => {
    expect(fieldsOf('request=\\/a\\/b msg= src=')).toEqual({ request: '/a/b', msg: '', src: '' });
  });
  it('trusts neither of two values of one key, since a writer that does not escape lets others forge fields', () => {
    const { fields, ambiguous } = scanExtension(
      'duser=root msg=login failed src=1.1.1.1 src=6.6.6.6 cnt=2 cnt=2',
    );
    expect([...ambiguous]).toEqual(['src']);
    expect(fields.get('cnt')).toBe('2');
  });
  it('is linear', () => {
    for (const text of [
      'a'.repeat(1_000_000),
      '='.repeat(1_000_000),
      'a='.repeat(500_000),
      'a \\='.repeat(250_000),
      '\\'.repeat(1_000_000),
    ]) {
      expect(scanExtension(`k=${text}`).fields.size).toBeGreaterThan(0);
    }
  }, 5_000);
  it('never throws and never loses text before the first key is known', () => {
    fc.assert(fc.property(fc.string(), (text) => void scanExtension(text)));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '=', '\\', '|', 'n') }), (text) => {
        const escaped = text.replaceAll('\\', '\\\\').replaceAll('=', '\\=');
        expect(fieldsOf(`msg=${escaped} src=1`)['msg']).toBe(text.trim());
      }),
    );
  });
});

describe('CEF header', () => {
  it('unescapes pipes and backslashes', () => {
    expect(scan('CEF:0|Ven\\|dor|Pro\\\\duct|1|a\\b|Na\\|me|5|src=1')).toMatchObject({
      vendor: 'Ven|dor',
      product: 'Pro\\duct',
      signatureId: 'a\\b',
      name: 'Na|me',
      severity: '5',
    });
  });
  it('has any version, with or without a syslog header, and may lack the extension', () => {
    expect(scan('CEF:2|V|P|1|i|n|5|src=1')).not.toBeNull();
    expect(scan('<132>Mar 18 01:19:31 waf01 CEF:0|V|P|1|i|n|5|src=1')).not.toBeNull();
    expect(scan('<134>1 2026-03-18T01:19:31,123Z waf01 app - - - CEF:1.2|V|P|1|i|n|5|')).not.toBeNull();
    expect(scan('CEF:0|V|P|1|i|n|5')).toMatchObject({ severity: '5' });
  });
  it('is not found inside words or without its fields', () => {
    expect(scan('xCEF:0|V|P|1|i|n|5|')).toBeNull();
    expect(scan('CEF:x|V|P|1|i|n|5|')).toBeNull();
    expect(scan('CEF:0|V|P')).toBeNull();
    expect(scan('time,name,host')).toBeNull();
  });
});
