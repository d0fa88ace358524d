import { z } from 'zod';

/** Brokers to ask first; a client learns the rest of a cluster from any of them. */
const BROKERS_MAX = 64;
const message = `must be 1 to ${BROKERS_MAX} addresses like host:9092, separated by commas`;

/** `host:port,host:port`; IPv6 in brackets. */
export const brokerList = z
  .string()
  .max(BROKERS_MAX * 300, message)
  .transform((list) => list.split(',').map((broker) => broker.trim()))
  .refine((brokers) => brokers.length <= BROKERS_MAX && brokers.every(isBroker), message)
  .transform((brokers): readonly string[] => Object.freeze([...new Set(brokers)]));

function isBroker(broker: string): boolean {
  // 253 is the longest host name of DNS (RFC 1035 section 2.3.4 without the length bytes).
  const parts = /^(?:[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,252})|\[[0-9a-fA-F:.]{2,45}\]):(\d{1,5})$/.exec(broker);
  const port = Number(parts?.[1] ?? 0);
  return port >= 1 && port <= 65_535;
}
