import type { CicdStep } from '../event.js';

export interface LoggedLine {
  readonly atUs: number | null;
  readonly text: string;
}

export interface StepView {
  /** Place in the job from 1, used to order steps of one second. */
  readonly place: number;
  readonly number: number | null;
  readonly name: string;
  readonly startedAtUs: number | null;
  readonly completedAtUs: number | null;
  readonly lines: readonly LoggedLine[];
}

const groupRun = '##[group]Run ';
const secondUs = 1_000_000;

/**
 * Gives every log line to its step. With announced steps a line belongs to the step whose times enclose it; step times are whole seconds,
 * so inside a shared second the `##[group]Run` mark decides. Without announced steps the marks alone cut the log.
 */
export function stepsOfLog(
  announced: readonly CicdStep[],
  lines: readonly LoggedLine[],
): readonly StepView[] {
  const ran = announced.filter((step) => step.conclusion !== 'skipped' && step.startedAtUs !== null);
  return ran.length > 0 ? byTime(ran, lines) : byMark(lines);
}

function byTime(steps: readonly CicdStep[], lines: readonly LoggedLine[]): StepView[] {
  const ordered = [...steps].sort(
    (a, b) => (a.startedAtUs ?? 0) - (b.startedAtUs ?? 0) || (a.number ?? 0) - (b.number ?? 0),
  );
  const buckets: LoggedLine[][] = ordered.map(() => []);
  let current = 0;
  for (const line of lines) {
    if (line.atUs !== null) current = stepAt(ordered, current, line.atUs, line.text);
    buckets[current]?.push(line);
  }
  return ordered.map((step, place) => ({
    place: place + 1,
    number: step.number,
    name: step.name,
    startedAtUs: step.startedAtUs,
    completedAtUs: step.completedAtUs,
    lines: buckets[place] ?? [],
  }));
}

function stepAt(steps: readonly CicdStep[], current: number, atUs: number, text: string): number {
  let step = current;
  const opens = text.startsWith(groupRun) || text.startsWith('Post job cleanup');
  // At most one step per mark inside a second; whole seconds behind us are passed without a mark.
  while (step + 1 < steps.length) {
    const next = steps[step + 1];
    const ended = steps[step]?.completedAtUs ?? null;
    if (next?.startedAtUs == null || atUs < next.startedAtUs) break;
    if (ended !== null && atUs >= ended + secondUs) step += 1;
    else if (opens && step === current) return step + 1;
    else break;
  }
  return step;
}

function byMark(lines: readonly LoggedLine[]): StepView[] {
  const steps: { name: string; lines: LoggedLine[] }[] = [];
  for (const line of lines) {
    if (line.text.startsWith(groupRun))
      steps.push({ name: line.text.slice('##[group]'.length).trim(), lines: [line] });
    else if (steps.length === 0) steps.push({ name: 'Set up job', lines: [line] });
    else steps.at(-1)?.lines.push(line);
  }
  return steps.map((step, place) => ({
    place: place + 1,
    number: null,
    name: step.name,
    startedAtUs: step.lines.find((line) => line.atUs !== null)?.atUs ?? null,
    completedAtUs: step.lines.findLast((line) => line.atUs !== null)?.atUs ?? null,
    lines: step.lines,
  }));
}
