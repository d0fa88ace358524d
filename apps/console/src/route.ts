/** A place in the console, kept in the hash of the address. */
export type Route =
  | { readonly kind: 'incidents' }
  | { readonly kind: 'incident'; readonly id: string }
  | { readonly kind: 'crashes' }
  | { readonly kind: 'crash'; readonly id: string }
  | { readonly kind: 'dependencies'; readonly entity: string | null; readonly to: string | null }
  | { readonly kind: 'unknown'; readonly hash: string };

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/u, '').split('?');
  const [page = '', id = '', ...rest] = path.split('/');
  if (page === '' || (page === 'incidents' && id === '')) return { kind: 'incidents' };
  if (page === 'incidents' && rest.length === 0) return { kind: 'incident', id: decoded(id) };
  if (page === 'crashes' && id === '') return { kind: 'crashes' };
  if (page === 'crashes' && rest.length === 0) return { kind: 'crash', id: decoded(id) };
  if (page === 'dependencies' && id === '') {
    const query = new URLSearchParams(search);
    return { kind: 'dependencies', entity: query.get('entity'), to: query.get('to') };
  }
  return { kind: 'unknown', hash };
}

export function routeHash(route: Exclude<Route, { kind: 'unknown' }>): string {
  switch (route.kind) {
    case 'incidents':
      return '#/';
    case 'incident':
      return `#/incidents/${encodeURIComponent(route.id)}`;
    case 'crashes':
      return '#/crashes';
    case 'crash':
      return `#/crashes/${encodeURIComponent(route.id)}`;
    case 'dependencies': {
      const query = new URLSearchParams();
      if (route.entity !== null) query.set('entity', route.entity);
      if (route.to !== null) query.set('to', route.to);
      const search = query.toString();
      return `#/dependencies${search === '' ? '' : `?${search}`}`;
    }
  }
}
