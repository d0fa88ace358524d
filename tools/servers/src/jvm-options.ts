/** What the Java machine is tuned for. */
export type Optimise = 'start' | 'throughput';

const quickly: readonly string[] = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/**
 * A test's server lives for seconds, and most of its processor time is the optimising compiler at work: without it a start takes half (Neo4j: 9
 * instead of 16 s of processor time). Whoever measures rates wants the compiler.
 */
export const jvmOptions = (heapMaxMb: number, optimise: Optimise = 'start'): readonly string[] => [
  `-Xmx${heapMaxMb}m`,
  ...(optimise === 'start' ? quickly : []),
];
