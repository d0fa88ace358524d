/** Segments of a path that are looked at; an attacker may send more. */
const segmentsMax = 16;

/** `GET /orders/{id}`: requests that the same code answers, as far as a path tells. Numbers, hashes and UUIDs are values. */
export function routeOf({ method, path }: { method: string | null; path: string | null }): string {
  const segments = (path ?? '/').slice(0, 512).split('/').slice(0, segmentsMax).map(template);
  return `${(method ?? 'ANY').slice(0, 16)} ${segments.join('/')}`;
}

function template(segment: string): string {
  return /^\d+$|^[0-9a-f-]{16,}$|^[0-9A-HJKMNP-TV-Z]{26}$|\d{3,}/i.test(segment)
    ? '{id}'
    : segment.slice(0, 64);
}
