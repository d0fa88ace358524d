// @ts-check
// What the container of the service wrote, as Docker's json-file driver keeps it.
import { readFileSync } from 'node:fs';
import { startMs } from './traffic.mjs';

/** @typedef {import('./traffic.mjs').Line} Line */

/** When the service died, counted from the start: in the middle of ordinary traffic. */
export const deathsMs = [11 * 60_000 + 17_000, 23 * 60_000 + 41_000];
export const restartMs = 4_000;

/** The two deaths. @param {readonly { atMs: number }[]} requests @returns {readonly Line[]} */
export function crashedLog(requests) {
  const dump = textOf('http-header');
  return [
    ...ordinary(startMs),
    ...deathTimes(requests).flatMap((atMs, death) => [
      ...stretch(atMs, renumbered(dump, death).split('\n')),
      ...ordinary(atMs + restartMs),
    ]),
  ];
}

/** Moments after a request, as a race is met while something is served. @param {readonly { atMs: number }[]} requests */
export function deathTimes(requests) {
  return deathsMs.map(
    (afterMs) =>
      35 + Math.max(...requests.map(({ atMs }) => atMs).filter((atMs) => atMs <= startMs + afterMs)),
  );
}

/** The same half hour without a crash: people and programs only talk of one. @returns {readonly Line[]} */
export function quietLog() {
  const [first = 0, second = 0] = deathsMs;
  return [
    ...ordinary(startMs),
    ...stretch(startMs + first, [
      '2026/05/12 18:11:17 ticket 4711: staging logged "fatal error: concurrent map writes", please look',
      '2026/05/12 18:11:18 stopping for deployment, exit code 0',
    ]),
    ...ordinary(startMs + first + restartMs),
    ...stretch(startMs + second, textOf('logged-value').split('\n')),
  ];
}

/** @param {number} atMs @returns {readonly Line[]} */
function ordinary(atMs) {
  return stretch(atMs, ['storefront 4.2.0 starting', 'goroutine pool ready [size 2]', 'listening on :8080']);
}

/** @param {number} atMs @param {readonly string[]} texts @returns {readonly Line[]} */
function stretch(atMs, texts) {
  return texts.map((text, at) => ({ atMs, line: dockerLine(text, atMs, at) }));
}

/** @param {string} text @param {number} atMs @param {number} at */
function dockerLine(text, atMs, at) {
  const time = new Date(atMs).toISOString().replace('Z', `${String(at).padStart(6, '0')}Z`);
  return JSON.stringify({
    log: `${text}\n`,
    stream: 'stderr',
    attrs: { 'com.docker.compose.service': 'storefront' },
    time,
  });
}

/** Another process has other goroutines. @param {string} dump @param {number} death */
function renumbered(dump, death) {
  return dump
    .trimEnd()
    .replace(
      /^goroutine (\d+) \[running\]/m,
      (_, id) => `goroutine ${String(Number(id) + 13 * death)} [running]`,
    );
}

/** Printed by real programs of tools/go-crashes; a copy, so that recording them again leaves the scenario alone. @param {string} name */
function textOf(name) {
  return readFileSync(new URL(`dumps/${name}.txt`, import.meta.url), 'utf8').trimEnd();
}
