import type { CrashDetail } from '../api/crash-schemas.js';

const reader = { function: 'main.(*Cart).Get', file: '/src/cart.go', line: 31 };
const writer = { function: 'main.(*Cart).Add', file: '/src/cart.go', line: 24 };

/** `GET /api/v1/crashes/:id` of a service that read a map while another goroutine wrote to it. */
export function sampleCrashDetail(): CrashDetail {
  return {
    id: 'c1',
    atUs: 1_700_000_000_000_000,
    path: 'shop.log',
    line: 120,
    host: 'node-1',
    service: 'shop',
    container: null,
    pid: 7,
    program: null,
    unit: null,
    exitCode: 2,
    incidents: [{ id: 'i/1', title: 'Outage of shop' }],
    goroutinesBeyond: 0,
    raw: 'fatal error: raw text',
    hint: { summary: 'take RLock around the read and Lock around the write', steps: ['run with -race'] },
    crash: {
      kind: 'map_read_write',
      confirmed: true,
      message: 'concurrent map read and map write',
      runtime: 'swiss',
      goVersion: '1.26',
      crashing: { goroutine: 18, role: 'reader', op: 'map read', ...reader },
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
          frames: [{ function: 'internal/runtime/maps.fatal', file: null, line: null }, reader],
          createdBy: {
            function: 'net/http.(*Server).Serve',
            file: 'net/http/server.go',
            line: 3454,
            goroutine: 1,
          },
        },
        { id: 7, state: 'runnable', frames: [writer] },
        { id: 1, state: 'IO wait', frames: [{ function: 'main.main', file: '/src/main.go', line: 12 }] },
      ],
      signature: `sha256:${'a'.repeat(64)}`,
      complete: true,
      losses: [],
      cannotTell: [{ what: 'which of the two statements came first', wouldTell: 'nothing' }],
      notes: [],
      lines: { first: 120, last: 140 },
    },
  };
}
