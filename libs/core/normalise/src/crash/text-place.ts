import { type CrashPlace, nowhere } from './nowhere.js';

const syslog =
  /^(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)?|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?) ([^\s:]{1,128}) ([^\s:[\]]{1,128})(?:\[(\d{1,10})\])?: ?/;
const syslog5424 = /^<\d{1,3}>1 \S{1,64} (\S{1,128}) (\S{1,128}) (\S{1,64}) \S{1,64} /;
const compose = /^([\w.@/-]{1,128}) +[|│] ?/;
const pod = /^\[pod\/([\w.-]{1,128})\/([\w.-]{1,128})\] ?/;

/** Host, program and process number of a line in syslog's forms, the container of Docker Compose and of kubectl; null where the line says none. */
export function textPlace(line: string): CrashPlace {
  const head = line.slice(0, 512);
  const modern = syslog5424.exec(head);
  if (modern !== null) return written(modern[1], modern[2], modern[3]);
  const classic = syslog.exec(head);
  if (classic !== null) return written(classic[1], classic[2], classic[3]);
  const inPod = pod.exec(head);
  if (inPod !== null) return { ...nowhere, container: inPod[2] ?? null };
  const composed = compose.exec(head);
  return composed === null ? nowhere : { ...nowhere, container: composed[1] ?? null };
}

function written(host: string | undefined, name: string | undefined, pid: string | undefined): CrashPlace {
  const program = known(name);
  return {
    ...nowhere,
    host: known(host),
    program,
    unit: program?.endsWith('.service') === true ? program : null,
    pid: pid !== undefined && /^\d{1,10}$/.test(pid) ? Number(pid) : null,
  };
}

function known(word: string | undefined): string | null {
  return word === undefined || word === '-' ? null : word;
}
