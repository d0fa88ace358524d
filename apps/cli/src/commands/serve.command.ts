import { exitCodes, type Command } from './command.js';
import { parseOptions } from './parse-options.js';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'start ingest, correlation, API and console in one process',
  help: `Usage: faultline serve [--demo]

Listens on 127.0.0.1 and the port in PORT (default 8080); keeps its data under FAULTLINE_DATA_DIR (default .faultline/). .env.example lists every setting.

  --demo    load the bundled incident, once`,
  async run(args) {
    const { values } = parseOptions('serve', args, {
      demo: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    });
    if (values.help === true) {
      process.stdout.write(`${this.help}\n`);
      return exitCodes.ok;
    }
    // Loaded only here: the other commands need neither Nest nor a database.
    const { serve } = await import('../serve.js');
    return serve({ demo: values.demo === true });
  },
};
