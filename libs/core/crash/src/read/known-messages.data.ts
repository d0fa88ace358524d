/**
 * Messages of the Go runtime behind `fatal error: `, Go 1.13 to 1.27. A message without a stack counts only if it is one of these: compilers and
 * other languages write `fatal error: ` too. A row ends the comparison where the runtime appends a value.
 */
export const knownMessages: readonly string[] = [
  'concurrent map writes',
  'concurrent map read and map write',
  'concurrent map iteration and map write',
  'concurrent map clone and map write',
  'small map with no empty slot (concurrent map writes?)',
  'all goroutines are asleep - deadlock!',
  'no goroutines (main called runtime.Goexit) - deadlock!',
  'sync: unlock of unlocked mutex',
  'sync: Unlock of unlocked RWMutex',
  'sync: RUnlock of unlocked RWMutex',
  'sync: inconsistent mutex state',
  'stack overflow',
  'runtime: out of memory',
  'runtime: cannot allocate memory',
  'out of memory',
  'fault',
  'unexpected signal during runtime execution',
  'bad map state',
  'oldoverflow is not nil',
  'found bad pointer in Go heap',
  'invalid pointer found on stack',
  'sweep increased allocation count',
  'checkdead: runnable g',
  'schedule: holding locks',
  'goroutine stack exceeds',
  'thread exhaustion',
  'too many concurrent timer firings',
  'signal arrived during external code execution',
];

/** What the second argument of `runtime.throw` and `runtime.fatal` tells when the message row is lost: no two map messages are equally long. */
export const messageOfLength: ReadonlyMap<number, string> = new Map([
  [0x15, 'concurrent map writes'],
  [0x21, 'concurrent map read and map write'],
  [0x26, 'concurrent map iteration and map write'],
  [0x22, 'concurrent map clone and map write'],
  [0x35, 'small map with no empty slot (concurrent map writes?)'],
]);
