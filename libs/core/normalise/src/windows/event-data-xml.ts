import type { JsonObject } from '@faultline/model';

/** More fields than any Windows event has. */
const fieldsMax = 256;
const open = '<Data Name="';
const close = '</Data>';

/**
 * Fields of `<DataItem …><EventData><Data Name="Image">…</Data>…`, as Log Analytics keeps EventData in its `Event` table. Not an XML reader:
 * Windows writes this form and no other. Linear; what does not fit is left out.
 */
export function eventDataFromXml(xml: string): JsonObject {
  const fields: [string, string][] = [];
  let i = xml.indexOf(open);
  while (i >= 0 && fields.length < fieldsMax) {
    const nameStart = i + open.length;
    const nameEnd = xml.indexOf('"', nameStart);
    const valueStart = nameEnd < 0 ? 0 : xml.indexOf('>', nameEnd) + 1;
    if (valueStart === 0) break;
    const name = xml.slice(nameStart, nameEnd);
    // `<Data Name="x"/>` is empty.
    const isEmpty = xml.charCodeAt(valueStart - 2) === 47;
    const valueEnd = isEmpty ? valueStart : xml.indexOf(close, valueStart);
    if (valueEnd < 0) break;
    fields.push([name, decoded(xml.slice(valueStart, valueEnd))]);
    i = xml.indexOf(open, valueEnd);
  }
  return Object.fromEntries(fields);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(lt|gt|amp|quot|apos|#\d{1,6}|#x[0-9a-fA-F]{1,5});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
