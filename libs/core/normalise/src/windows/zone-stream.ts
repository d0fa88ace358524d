import type { EventOf, JsonValue } from '@faultline/model';

type Zone = NonNullable<EventOf<'file.write'>['zone']>;

const suffix = ':zone.identifier';

/** Path of the file whose mark of the web is written, or null when the path is no `:Zone.Identifier` stream. */
export function markedFile(path: string): string | null {
  if (path.length <= suffix.length) return null;
  // Some drivers append the attribute type `:$DATA`.
  const bare = path.endsWith(':$DATA') ? path.slice(0, -6) : path;
  return bare.slice(-suffix.length).toLowerCase() === suffix ? bare.slice(0, -suffix.length) : null;
}

/** What the stream says: `[ZoneTransfer] ZoneId=3 ReferrerUrl=… HostUrl=…`, its line ends written as blanks by Sysmon. */
export function zoneOf(contents: JsonValue | undefined): Zone {
  const text = typeof contents === 'string' ? contents.slice(0, contentsMax) : '';
  const id = Number(valueOf(text, 'ZoneId=') ?? 'none');
  return {
    id: Number.isInteger(id) ? id : null,
    hostUrl: valueOf(text, 'HostUrl='),
    referrerUrl: valueOf(text, 'ReferrerUrl='),
  };
}

/** Sysmon keeps at most 1 KiB of a stream. */
const contentsMax = 8192;

function valueOf(text: string, name: string): string | null {
  const found = text.indexOf(name);
  if (found < 0) return null;
  const start = found + name.length;
  let end = start;
  // A URL has no blank: the value ends at the first one.
  while (end < text.length && text.charCodeAt(end) > 32) end++;
  return end > start ? text.slice(start, end) : null;
}
