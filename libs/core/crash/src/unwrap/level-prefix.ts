import type { Unwrapped } from './unwrapped.js';

const level =
  /^(?:stderr|stdout|STDERR|STDOUT|TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|ERR|FATAL|CRITICAL|trace|debug|info|warn|error)(?: [|-] |: |\t| {1,4}|$)/;
const program = /^[\w./-]{1,80}\[[\w.-]{1,40}\]: ?/;

/** A level, the name of a standard stream, or `app[web.1]: ` before the line, as they stand behind a time. */
export function unwrapLevelPrefix(line: string): Unwrapped | null {
  const first = level.exec(line)?.[0];
  // The level differs from line to line, so it names no source.
  if (first !== undefined) return { text: line.slice(first.length), source: '', partial: 'no' };
  const tag = program.exec(line)?.[0];
  return tag === undefined ? null : { text: line.slice(tag.length), source: tag.trimEnd(), partial: 'no' };
}
