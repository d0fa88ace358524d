import { open } from 'node:fs/promises';
import { FaultlineError } from '@faultline/model';
import type { VerificationReport } from '@faultline/verify';
import { sha256 } from '../output/sha256.js';
import { exitCodes, type Command } from './command.js';
import { parseOptions } from './parse-options.js';

/** Larger documents are no answer of ours. */
const maxBytes = 512 * 1024 * 1024;

const prose = 'the words and pictures of the report; what was checked is the analysis embedded in it';

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'check an analysis, a certificate or a report offline',
  help: `Usage: faultline verify FILE... [--json]

Checks every claim about breakpoints again, with code that shares nothing with the solver: the cut holds, each part of it is needed, nothing cheaper
exists where it says so. Then that impacts, origins, chain, ranks and verdicts agree with it. What a document cannot prove by itself is listed as not
checked. Of a report the analysis embedded in it is checked, not its words.

Exit: 0 everything holds, 1 something does not, 2 usage.`,
  async run(args) {
    const { values, positionals } = parseOptions('verify', args, {
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    });
    if (values.help === true) {
      process.stdout.write(`${this.help}\n`);
      return exitCodes.ok;
    }
    if (positionals.length === 0)
      throw new FaultlineError('FL_USAGE', 'name the file to verify. See: faultline verify --help');
    const results: { path: string; report: VerificationReport }[] = [];
    // Loaded only here: the other commands start sooner without.
    const { verifyDocument } = await import('@faultline/verify');
    for (const path of positionals) {
      const { document, embedded } = await documentOf(await textOf(path));
      const report = verifyDocument(document, { sha256 });
      const notChecked = embedded ? [...report.notChecked, prose] : report.notChecked;
      results.push({ path, report: { ...report, notChecked } });
    }
    const ok = results.every(({ report }) => report.ok);
    if (values.json === true) {
      process.stdout.write(
        `${JSON.stringify({ schema: 'faultline.verification/1', ok, documents: results.map(({ path, report }) => ({ path, ...report })) })}\n`,
      );
    } else {
      for (const { path, report } of results) process.stdout.write(textReport(path, report));
    }
    return ok ? exitCodes.ok : exitCodes.verificationFailed;
  },
};

async function textOf(path: string): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > maxBytes)
        throw new FaultlineError(
          'FL_USAGE',
          `${path} is larger than ${maxBytes} bytes; that is no answer of Faultline`,
        );
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof FaultlineError) throw cause;
    throw new FaultlineError(
      'FL_USAGE',
      `cannot read ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

/** JSON as it stands, else the analysis that a report carries; undefined is verified as "not a document". */
async function documentOf(text: string): Promise<{ document: unknown; embedded: boolean }> {
  try {
    return { document: JSON.parse(text) as unknown, embedded: false };
  } catch {
    const { extractAnalysis } = await import('@faultline/report');
    const document = extractAnalysis(text);
    return { document, embedded: document !== undefined };
  }
}

function textReport(path: string, { ok, checks, notChecked }: VerificationReport): string {
  const lines = checks.map((check) => `  ${check.ok ? 'holds ' : 'FAILS '} ${check.name}: ${check.detail}`);
  const unchecked = notChecked.length === 0 ? [] : [`  not checked: ${notChecked.join('; ')}`];
  return `${path}: ${ok ? 'verified' : 'VERIFICATION FAILED'}\n${[...lines, ...unchecked].join('\n')}\n`;
}
