import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { getJson, type Trouble } from './client.js';

export interface Resource<T> {
  readonly data: T | null;
  readonly trouble: Trouble | null;
  readonly loading: boolean;
}

const nothing = { data: null, trouble: null, loading: false } as const;

/**
 * The answer at `url`, loaded again whenever `version` changes. Keeps the last good data while it reloads or while the server is away, and
 * keeps the very same object while the answer does not change, so that nothing is drawn anew. `url` null: nothing to load.
 */
export function useResource<S extends z.ZodType>(
  url: string | null,
  schema: S,
  version: number,
): Resource<z.infer<S>> {
  const [state, setState] = useState<Resource<z.infer<S>>>({ ...nothing, loading: url !== null });
  const last = useRef<{ readonly url: string | null; readonly text: string }>({ url: null, text: '' });

  useEffect(() => {
    if (url === null) {
      last.current = { url: null, text: '' };
      setState(nothing);
      return;
    }
    const abort = new AbortController();
    if (last.current.url !== url) setState({ ...nothing, loading: true });
    const load = async (): Promise<void> => {
      const answer = await getJson(url, schema, abort.signal).catch(() => null);
      if (answer === null || abort.signal.aborted) return;
      if (answer.kind === 'trouble') {
        setState((before) => ({
          data: last.current.url === url ? before.data : null,
          trouble: answer.trouble,
          loading: false,
        }));
        return;
      }
      const same = last.current.url === url && last.current.text === answer.text;
      last.current = { url, text: answer.text };
      setState((before) => {
        if (!same) return { data: answer.data, trouble: null, loading: false };
        return before.trouble === null && !before.loading
          ? before
          : { ...before, trouble: null, loading: false };
      });
    };
    void load();
    return () => abort.abort();
  }, [url, schema, version]);

  return state;
}
