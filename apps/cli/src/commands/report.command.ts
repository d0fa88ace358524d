import { FaultlineError } from '@faultline/model';
import { htmlReport, markdownReport } from '@faultline/report';
import { writeWhole } from '../output/write-file.js';
import { rawRecordsOf } from '../reading/raw-records.js';
import { analysisOptions } from './analysis-options.js';
import { analysisOptionsHelp, analyzePaths } from './analyze-paths.js';
import { exitCodes, type Command } from './command.js';
import { offsetMinutes, parseOptions } from './parse-options.js';
import { basename } from 'node:path';

export const reportCommand: Command = {
  name: 'report',
  summary: 'write the answer as one HTML file or as Markdown, every claim linked to its record',
  help: `Usage: faultline report PATH... --out FILE [options]

Analyses like "faultline analyze" and writes a report: FILE.html is one self-contained page, FILE.md is Markdown. "faultline verify FILE" checks it.

  --out FILE                where to write; the ending decides the form; - writes Markdown to the terminal
${analysisOptionsHelp}`,
  async run(args, signal) {
    const { values, positionals } = parseOptions('report', args, {
      ...analysisOptions,
      out: { type: 'string', short: 'o' },
    });
    if (values.help === true) {
      process.stdout.write(`${this.help}\n`);
      return exitCodes.ok;
    }
    const { out } = values;
    if (out === undefined || !/^-$|\.(?:html?|md)$/i.test(out)) {
      throw new FaultlineError(
        'FL_USAGE',
        '--out FILE.html or --out FILE.md is needed. See: faultline report --help',
      );
    }
    const offset = values['utc-offset'] === undefined ? 0 : offsetMinutes(values['utc-offset']);
    const { analysis, events, nothing } = await analyzePaths('report', positionals, values, signal);
    const named = events.filter((event) => Object.hasOwn(analysis.events, event.id));
    const rawOf = await rawRecordsOf(named);
    const render = /\.html?$/i.test(out) ? htmlReport : markdownReport;
    const text = render(analysis, rawOf, { offsetMinutes: offset, fileName: basename(out) });
    if (out === '-') process.stdout.write(text);
    else {
      await writeWhole(out, text);
      process.stderr.write(`wrote ${out}\n`);
    }
    return nothing ? exitCodes.nothingRead : exitCodes.ok;
  },
};
