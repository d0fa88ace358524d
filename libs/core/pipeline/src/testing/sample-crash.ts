import type { Event } from '@faultline/model';
import { sampleEvent } from './sample-values.js';

const reader = { function: 'main.(*Cart).Get', file: '/src/cart.go', line: 31 };
const writer = { function: 'main.(*Cart).Add', file: '/src/cart.go', line: 24 };

/** A Go service that died of reading a map while another goroutine wrote to it. */
export function sampleCrash(n: number): Event & { readonly kind: 'crash' } {
  const { id, atUs, observedAtUs, clock, record } = sampleEvent(n);
  return {
    id,
    atUs,
    observedAtUs,
    clock,
    record,
    dataset: 'go.crash',
    kind: 'crash',
    host: 'node-1',
    service: 'shop',
    container: 'shop-1',
    pid: 7,
    program: null,
    unit: null,
    exitCode: 2,
    crash: {
      kind: 'map_read_write',
      confirmed: true,
      message: 'concurrent map read and map write',
      runtime: 'swiss',
      goVersion: '1.26',
      crashing: { goroutine: 18, role: 'reader', ...reader },
      peer: {
        certainty: 'likely',
        candidates: [
          { goroutine: 7, role: 'writer', ...writer, why: 'it stood in the function that writes' },
        ],
      },
      goroutines: [
        {
          id: 18,
          state: 'running',
          frames: [
            {
              function: 'internal/runtime/maps.fatal',
              file: '/usr/local/go/src/runtime/panic.go',
              line: 1181,
            },
            reader,
          ],
          createdBy: { function: 'net/http.(*Server).Serve', file: null, line: null, goroutine: 1 },
        },
        { id: 7, state: 'runnable', frames: [writer] },
        { id: 1, state: 'IO wait', frames: [{ function: 'main.main', file: '/src/main.go', line: 12 }] },
      ],
      signature: `sha256:${'a'.repeat(64)}`,
      complete: true,
      losses: [],
      cannotTell: [{ what: 'which of the two statements came first', wouldTell: 'nothing' }],
      notes: [],
      lines: { first: n, last: n + 9 },
    },
    goroutinesBeyond: 0,
  };
}
