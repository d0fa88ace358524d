import { unwrapBracketPrefix } from './bracket-prefix.js';
import { unwrapCri } from './cri.js';
import { unwrapJsonLine, unwrapJsonMember } from './json-line.js';
import { unwrapLevelPrefix } from './level-prefix.js';
import { unwrapLogfmt } from './logfmt.js';
import { unwrapPodPrefix } from './pod-prefix.js';
import { unwrapServicePrefix } from './service-prefix.js';
import { unwrapSyslog, unwrapSyslog5424 } from './syslog.js';
import { unwrapTimedLine } from './timed-line.js';
import type { Unwrap, Unwrapped } from './unwrapped.js';

/** In the order in which they are asked: the exact ones first. The names become part of a source. */
export const wrappings: readonly (readonly [string, Unwrap])[] = [
  ['json', unwrapJsonLine],
  ['member', unwrapJsonMember],
  ['cri', unwrapCri],
  ['syslog', unwrapSyslog5424],
  ['syslog', unwrapSyslog],
  ['service', unwrapServicePrefix],
  ['pod', unwrapPodPrefix],
  ['tag', unwrapBracketPrefix],
  ['time', unwrapTimedLine],
  ['level', unwrapLevelPrefix],
  ['logfmt', unwrapLogfmt],
];

/** A line passes through few hands: the container runtime, the node's agent, a shipper, an archive. */
export const layersMax = 6;

/** Takes one wrapping off, null where there is none. The source names the wrapping, so that lines with and without it are told apart. */
export function peelLayer(line: string): Unwrapped | null {
  for (const [name, unwrap] of wrappings) {
    const inner = unwrap(line);
    if (inner === null) continue;
    return { text: inner.text, source: `${name}(${inner.source})`, partial: inner.partial };
  }
  return null;
}
