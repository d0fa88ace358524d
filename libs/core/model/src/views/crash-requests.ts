import type { EventIndex } from '../event-index.js';
import type { Event, EventOf } from '../event.js';
import { partitionPoint } from '../statistics/partition-point.js';
import { handlerFits } from './handler-fits.js';
import { sameProgram } from './same-program.js';

type CrashEvent = EventOf<'crash'>;
export type RequestEvent = EventOf<'http.access' | 'token.use'>;

/** Requests that a service may have been serving when it died. */
export interface CrashRequests {
  /** At most 32: those that fit the handler, else all of the second; the nearest to the crash first. */
  readonly requests: readonly RequestEvent[];
  /** Whether names of functions on the stack led to them. False: nothing tells which it was. */
  readonly byHandler: boolean;
  /** How many came into question. */
  readonly inFlight: number;
  /** The service that all of them are of; null where there are none, or several. */
  readonly service: string | null;
  /** Whether the log of the crash names the service; false: it was the only one that served then. */
  readonly serviceNamed: boolean;
  /** Whether the stack shows that a server called the code; null: the stack does not reach that far. */
  readonly served: boolean | null;
}

/** Between the line of an access log and a crash: what was being served is done, or broken off, within a second. */
const windowUs = 1_000_000;
const requestsMax = 32;
/** Looked at for one crash. More requests in two seconds tell no more about which of them it was. */
const looksMax = 5_000;

/** Per crash, by event id. Cost: linear in crashes and, of each, in the requests within a second of it. */
export function crashRequests(index: EventIndex): ReadonlyMap<string, CrashRequests> {
  const crashes = index.of('crash');
  if (crashes.length === 0) return new Map();
  const requests = [...index.of('http.access'), ...index.of('token.use')].sort(byTime);
  const times = requests.map((request) => request.atUs);
  return new Map(crashes.map((crash) => [crash.id, requestsOf(crash, requests, times)]));
}

function requestsOf(
  event: CrashEvent,
  all: readonly RequestEvent[],
  times: readonly number[],
): CrashRequests {
  const from = partitionPoint(times, (time) => time < event.atUs - windowUs);
  const near: RequestEvent[] = [];
  for (let at = from; at < all.length && at < from + looksMax; at++) {
    const request = all[at];
    if (request === undefined || request.atUs > event.atUs + windowUs) break;
    if (request.atUs <= event.atUs || brokeOff(request)) near.push(request);
  }
  const own = ofService(event, near);
  const frames = stackOf(event);
  const fitting = own.filter(({ path }) => path !== null && handlerFits(frames, path));
  const chosen = fitting.length > 0 ? fitting : own;
  return {
    requests: chosen
      .toSorted((a, b) => distance(a, event) - distance(b, event) || (a.id < b.id ? -1 : 1))
      .slice(0, requestsMax),
    byHandler: fitting.length > 0,
    inFlight: own.length,
    service: soleService(own),
    serviceNamed: namesOf(event).length > 0,
    served: servedBy(event, frames),
  };
}

/** A proxy writes the line of a request that died with its server afterwards. */
function brokeOff({ status }: RequestEvent): boolean {
  return status !== null && (status >= 500 || status === 499);
}

function ofService(event: CrashEvent, near: readonly RequestEvent[]): readonly RequestEvent[] {
  const names = namesOf(event);
  if (names.length === 0) return soleService(near) === null ? [] : near;
  const equal = near.filter(({ service }) =>
    names.some((name) => name.toLowerCase() === service.toLowerCase()),
  );
  if (equal.length > 0) return equal;
  return near.filter(({ service }) =>
    names.some((name) => sameProgram(name, service) || sameProgram(service, name)),
  );
}

function soleService(requests: readonly RequestEvent[]): string | null {
  const [first] = requests;
  return first !== undefined && requests.every(({ service }) => service === first.service)
    ? first.service
    : null;
}

function namesOf({ service, container, unit, program }: CrashEvent): readonly string[] {
  if (service !== null) return [service];
  // A container's id names no program.
  return [container, unit, program].flatMap((name) =>
    name === null || /^[0-9a-f]{12,64}$/.test(name) ? [] : [name],
  );
}

/** The functions of the goroutine that died, innermost first, and of the code that started it. */
function stackOf({ crash }: CrashEvent): readonly string[] {
  const goroutine =
    crash.goroutines.find(({ id }) => id === crash.crashing?.goroutine) ?? crash.goroutines[0];
  if (goroutine === undefined) return crash.crashing === null ? [] : [crash.crashing.function];
  const names = goroutine.frames.map((frame) => frame.function);
  return goroutine.createdBy === undefined ? names : [...names, goroutine.createdBy.function];
}

const server =
  /^net\/http\.|\/fasthttp\.|google\.golang\.org\/grpc\.\(\*Server\)|^net\/rpc\.|\/thrift\.|connectrpc\.com\//;

function servedBy({ crash }: CrashEvent, frames: readonly string[]): boolean | null {
  if (frames.some((name) => server.test(name))) return true;
  return frames.length > 1 && crash.complete ? false : null;
}

function distance(event: Event, crash: CrashEvent): number {
  return Math.abs(event.atUs - crash.atUs);
}

function byTime(a: Event, b: Event): number {
  return a.atUs - b.atUs || (a.id < b.id ? -1 : 1);
}
