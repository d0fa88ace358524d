import { terminalReport } from '@faultline/report';
import { analysisOptions } from './analysis-options.js';
import { analysisOptionsHelp, analyzePaths } from './analyze-paths.js';
import { exitCodes, type Command } from './command.js';
import { offsetMinutes, parseOptions } from './parse-options.js';

export const analyzeCommand: Command = {
  name: 'analyze',
  summary: 'name the root cause and the breakpoints of what these records show',
  help: `Usage: faultline analyze PATH... [options]

Reads files and folders of any mix (plain or gzip; the kind is found by content) and answers: what started it, where can it be cut.

${analysisOptionsHelp}
  --json                    one JSON document, faultline.analysis/1 (docs/schemas)

Exit: 0 answered, 2 usage, 3 nothing could be read.`,
  async run(args, signal) {
    const { values, positionals } = parseOptions('analyze', args, {
      ...analysisOptions,
      json: { type: 'boolean' },
    });
    if (values.help === true) {
      process.stdout.write(`${this.help}\n`);
      return exitCodes.ok;
    }
    const offset = values['utc-offset'] === undefined ? 0 : offsetMinutes(values['utc-offset']);
    const { analysis, nothing } = await analyzePaths('analyze', positionals, values, signal);
    const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
    process.stdout.write(
      values.json === true
        ? `${JSON.stringify(analysis)}\n`
        : terminalReport(analysis, { color, offsetMinutes: offset }),
    );
    if (!nothing) return exitCodes.ok;
    process.stderr.write(
      'FL_NOTHING_READ: no record in these paths could be read as an event; --rejected FILE lists why\n',
    );
    return exitCodes.nothingRead;
  },
};
