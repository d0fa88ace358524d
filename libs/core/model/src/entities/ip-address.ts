/**
 * One spelling for every way that loggers write an address: IPv4 inside IPv6 as IPv4 (RFC 4291 §2.5.5.2), IPv6 short and in lower case (RFC 5952);
 * Sysmon writes all eight groups. What is no address stays as it is.
 */
export function canonicalIp(ip: string): string {
  if (!ip.includes(':')) return ip;
  const text = ip.toLowerCase();
  const groups = groupsOf(text);
  if (groups === null) return text;
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return mapped ? dotted(groups) : shortened(groups);
}

function groupsOf(text: string): number[] | null {
  const dots = /^(.*:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  const plain = dots === null ? text : `${dots[1]}${hexPair(dots[2], dots[3])}:${hexPair(dots[4], dots[5])}`;
  const halves = plain.split('::');
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const all = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  return all.every((group) => /^[0-9a-f]{1,4}$/.test(group)) ? all.map((group) => parseInt(group, 16)) : null;
}

function hexPair(high: string | undefined, low: string | undefined): string {
  return (Number(high) * 256 + Number(low)).toString(16);
}

function dotted(groups: readonly number[]): string {
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');
}

/** The first longest run of at least two zero groups becomes `::`. */
function shortened(groups: readonly number[]): string {
  let best = { start: 0, length: 1 };
  for (let start = 0; start < 8; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  const hex = groups.map((group) => group.toString(16));
  if (best.length === 1) return hex.join(':');
  return `${hex.slice(0, best.start).join(':')}::${hex.slice(best.start + best.length).join(':')}`;
}
