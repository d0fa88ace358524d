import { useEffect, useState } from 'react';
import { parseRoute, type Route } from './route.js';

/** The current route; changes with the hash, so that back, forward and bookmarks work without a router. */
export function useRoute(): Route {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const follow = (): void => {
      setHash(window.location.hash);
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return parseRoute(hash);
}
