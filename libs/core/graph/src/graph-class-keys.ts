/** An attacker chooses paths and names: what is kept of them for a class is short. */
const SEGMENTS_MAX = 8;
const SEGMENT_CHARACTERS_MAX = 40;
const REGISTRY_LEVELS = 4;

/** `/a/1/b?x` → `/a/{id}/b`: numbers, UUIDs, hex strings and long words are ids. */
export function pathTemplate(path: string): string {
  const [bare = ''] = path.split(/[?#;]/, 1);
  const segments = bare.slice(0, SEGMENTS_MAX * 1_024).split('/', SEGMENTS_MAX + 2);
  const kept = segments.slice(0, SEGMENTS_MAX + 1).map(segmentTemplate);
  return segments.length > kept.length ? `${kept.join('/')}/…` : kept.join('/');
}

function segmentTemplate(segment: string): string {
  return isIdentifier(segment) ? '{id}' : segment;
}

/** Three digits in a row name one thing more often than a sort of things; `v2` and `oauth2` do not. */
function isIdentifier(segment: string): boolean {
  return (
    segment.length > SEGMENT_CHARACTERS_MAX ||
    /^\d+$|\d{3}|^[0-9a-f]{8,}$|%[0-9a-f]{2}|\p{Cc}/iu.test(segment)
  );
}

/** The text without numbers and hex strings, for names of steps and jobs that hold the id of one run. */
export function nameTemplate(name: string): string {
  return name
    .slice(0, 200)
    .replace(/\b(?:[0-9a-f]{7,}|\d+)\b/gi, '{id}')
    .slice(0, 120);
}

/** The folder of a path of either spelling; null for a bare name. */
export function folderOf(path: string): string | null {
  const cut = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
  return cut < 0 ? null : path.slice(0, cut + 1);
}

/** `host:hklm\software\a\b\c\d` → `host:hklm\software\a\b`. */
export function registryPrefix(key: string): string {
  return key.split('\\', REGISTRY_LEVELS).join('\\');
}

/** The /24 of an IPv4 address, the /48 of an IPv6 one in the short spelling of RFC 5952; null for what is no address. */
export function networkOf(ip: string): string | null {
  const dotted = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(ip);
  if (dotted) return `${dotted[1]}.0/24`;
  if (!/^[0-9a-f:]{2,39}$/i.test(ip) || !ip.includes(':')) return null;
  const [head = '', tail] = ip.split('::', 2);
  const groups = head === '' ? [] : head.split(':');
  // Fewer than three groups before `::` are followed by zeros, unless so few are left out that the tail reaches into the first three.
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const all = [...groups, ...new Array<string>(zeros).fill('0'), ...after];
  const prefix = all.slice(0, 3).join(':').toLowerCase();
  return `${prefix.replace(/(?:(?:^|:)0)+$/, '')}::/48`;
}

/** What stands before the last mark; all of it without one. */
export function beforeLast(text: string, mark: string): string {
  const cut = text.lastIndexOf(mark);
  return cut < 0 ? text : text.slice(0, cut);
}

/** What stands before the first mark; all of it without one. */
export function beforeFirst(text: string, mark: string): string {
  const cut = text.indexOf(mark);
  return cut < 0 ? text : text.slice(0, cut);
}
