import { useEffect, useState } from 'react';
import { apiUrl } from './client.js';

const pollMs = 5000;

export interface Live {
  /** Grows with every new analysis; where the stream is down, every 5 seconds. */
  readonly version: number;
  readonly streaming: boolean;
}

/** Follows `GET /api/v1/events/stream`; polls while it is not connected, since a proxy may cut long requests. */
export function useLive(): Live {
  const [live, setLive] = useState<Live>({ version: 0, streaming: false });

  useEffect(() => {
    const bump = (): void => setLive((before) => ({ ...before, version: before.version + 1 }));
    const source = new EventSource(apiUrl('events/stream'));
    source.addEventListener('analysis', bump);
    // What changed while the stream was down is fetched once it is back.
    source.addEventListener('open', () =>
      setLive((before) => ({ version: before.version + (before.streaming ? 0 : 1), streaming: true })),
    );
    source.addEventListener('error', () =>
      setLive((before) => (before.streaming ? { ...before, streaming: false } : before)),
    );
    const timer = setInterval(() => {
      if (source.readyState !== EventSource.OPEN && document.visibilityState === 'visible') bump();
    }, pollMs);
    return () => {
      source.close();
      clearInterval(timer);
    };
  }, []);

  return live;
}
