import {
  baseName,
  fileEntity,
  normalisePath,
  processEntity,
  type EventOf,
  longNames,
} from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';
import { firstWrites } from './first-writes.js';

const maxArguments = 64;

// (script:File)-[:NAMED_ON_COMMAND_LINE_OF]->(:Process)
// An interpreter runs a file that is not its image (script, DLL, package). Only files whose write was seen count, so that paths of the
// operating system draw nothing.
export const fileNamedOnCommandLine: LinkingRule = {
  id: 'host.file-named-on-command-line',
  draws: '(:File)-[:NAMED_ON_COMMAND_LINE_OF]->(:Process)',
  link(index, emit) {
    const longName = index.memo(longNames);
    const written = index.memo(firstWrites);
    for (const event of index.of('process.start')) {
      for (const path of argumentPaths(event)) {
        const key = `${event.host}:${longName(event.host, path)}`;
        const wroteAtUs = written.get(key);
        if (wroteAtUs === undefined || wroteAtUs > event.atUs) continue;
        if (
          event.process.image !== null &&
          longName(event.host, event.process.image) === longName(event.host, path)
        )
          continue;
        emit({
          from: fileEntity(event.host, path, (p) => longName(event.host, p)),
          to: processEntity(event.host, event.process),
          atUs: event.atUs,
          seq: null,
          kind: 'named-on-command-line',
          rule: this.id,
          basis: 'inferred',
          events: [event.id],
          bytes: null,
        });
      }
    }
  },
};

/** Paths among the arguments: absolute ones, and bare names taken as relative to the working directory. */
function argumentPaths(event: EventOf<'process.start'>): string[] {
  const paths: string[] = [];
  for (const token of splitArguments(event.commandLine ?? '').slice(1, maxArguments)) {
    // `/switch:PATH`, `-File=PATH`, `library.dll,Export`
    const path = token.replace(/^[-/][\w-]+[:=]/, '').replace(/,[#\w]*$/, '');
    if (path.length < 4 || !path.includes('.')) continue;
    if (/^[a-z]:[\\/]/i.test(path) || path.startsWith('/')) paths.push(path);
    else if (event.workingDirectory !== null && baseName(path) === path) {
      const separator = event.workingDirectory.startsWith('/') ? '/' : '\\';
      paths.push(normalisePath(`${event.workingDirectory.replace(/[\\/]$/, '')}${separator}${path}`));
    }
  }
  return paths;
}

function splitArguments(commandLine: string): string[] {
  const tokens: string[] = [];
  let current = '';
  let quoted = false;
  for (const char of commandLine.slice(0, 8192)) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === ' ' || char === '\t')) {
      if (current !== '') tokens.push(current);
      current = '';
    } else current += char;
  }
  if (current !== '') tokens.push(current);
  return tokens;
}
