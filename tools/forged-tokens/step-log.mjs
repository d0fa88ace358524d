// @ts-check
// Writes the text of one job while the job's own clock runs, and notes when each step began and ended.
import { isoTicks } from './calendar.mjs';

/** @typedef {{ name: string, number: number, startAt: number, endAt: number, conclusion: string, lines: string[] }} Step */

export class StepLog {
  /** @param {import('./random.mjs').Random} random @param {number} at @param {import('./poison.mjs').Poison | null} poison @param {(at: number) => number} clock */
  constructor(random, at, poison, clock) {
    this.random = random;
    this.at = at;
    this.poison = poison;
    this.clock = clock;
    /** @type {string[]} */ this.out = [];
    /** @type {Step[]} */ this.steps = [];
    /** @type {Step | null} the step in which something happened that no earlier run has */ this.touched =
      null;
  }

  /** @param {string} text */
  line(text) {
    this.at += this.random.wait(9) + 0.0004;
    this.out.push(`${isoTicks(this.clock(this.at))} ${text}`);
    this.steps[this.steps.length - 1].lines.push(text);
  }

  /** @param {readonly string[]} texts */
  all(texts) {
    for (const text of texts) this.line(text);
  }

  /** Seconds of silent work. @param {number} low @param {number} high */
  pause(low, high) {
    this.at += this.random.between(low, high) * 1000;
  }

  /** @param {string} name @param {number} number @param {() => void} body */
  step(name, number, body) {
    this.steps.push({ name, number, startAt: this.at, endAt: this.at, conclusion: 'success', lines: [] });
    body();
    this.at += this.random.between(15, 300);
    this.steps[this.steps.length - 1].endAt = this.at;
  }

  /** @param {string} title @param {readonly string[]} lines */
  group(title, lines) {
    this.all([`##[group]${title}`, ...lines, '##[endgroup]']);
  }

  /** @param {string} command @param {readonly string[]} [environment] */
  command(command, environment = []) {
    this.group(`Run ${command}`, [
      `\u001b[36;1m${command}\u001b[0m`,
      'shell: /usr/bin/bash -e {0}',
      ...(environment.length ? ['env:', ...environment.map((entry) => `  ${entry}`)] : []),
    ]);
  }

  /** A place where a poisoned run says something more. @param {string} place */
  hook(place) {
    for (const text of this.poison?.lines[place] ?? []) {
      this.pause(0.05, 1.4);
      this.line(text);
      this.touched = this.poison?.rootPlace === place ? this.steps[this.steps.length - 1] : this.touched;
    }
  }

  get text() {
    return `${this.out.join('\n')}\n`;
  }
}
