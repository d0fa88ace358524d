import { FaultlineError } from '@faultline/model';
import { askServer, STANDARD_SERVER } from '../graph/ask-server.js';
import { questionOf } from '../graph/graph-question.js';
import { exitCodes, type Command } from './command.js';
import { parseOptions, positiveInteger } from './parse-options.js';

const options = {
  server: { type: 'string' },
  in: { type: 'string', multiple: true },
  'as-of': { type: 'string' },
  'known-at': { type: 'string' },
  limit: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const graphCommand: Command = {
  name: 'graph',
  summary: 'ask the causal graph: ways, causes, blast radius',
  help: `Usage: faultline graph QUESTION [options]

  paths FROM TO               ways that time allows from one entity to another
  upstream ENTITY             what could have influenced it
  downstream ENTITY           what it could have influenced
  blast-radius ENTITY         the same by kind, what lasts first
  common-causes ENTITY...     what could have influenced all of them

An ENTITY is KIND:KEY as answers show it, for instance service:orders-api, or an id.

  --server URL      the server to ask (default ${STANDARD_SERVER})
  --in PATH         read and analyse these files instead; may be repeated
  --as-of TIME      only what had happened by then: microseconds since 1970 or 2026-03-08T02:17:00Z
  --known-at TIME   only what the server's graph said then
  --limit N         at most so many entities or ways; of a blast radius, so many of each kind
  --json            the whole answer as one JSON document`,
  async run(args, signal) {
    const { values, positionals } = parseOptions('graph', args, options);
    if (values.help === true) {
      process.stdout.write(`${this.help}\n`);
      return exitCodes.ok;
    }
    if (values.in !== undefined && values.server !== undefined)
      throw new FaultlineError('FL_USAGE', 'give --server or --in, not both. See: faultline graph --help');
    const question = questionOf(positionals, {
      asOf: values['as-of'] ?? null,
      knownAt: values['known-at'] ?? null,
      limit: values.limit === undefined ? null : positiveInteger('--limit', values.limit),
    });
    // Loaded only where it is needed: a question to a server must not wait for the analysis to load.
    const ask = async () =>
      values.in === undefined
        ? askServer(question, values.server ?? STANDARD_SERVER, signal)
        : (await import('../graph/ask-paths.js')).askAnalysis(question, values.in, signal);
    const answer = await ask();
    if (values.json === true) process.stdout.write(`${JSON.stringify(answer)}\n`);
    else {
      const { answerText } = await import('../graph/graph-text.js');
      process.stdout.write(answerText(question.kind, answer));
    }
    return exitCodes.ok;
  },
};
