import { exitCodes, type Command } from './command.js';
import { parseOptions, positiveInteger } from './parse-options.js';

const REPLAYS_MAX = 3;

export const replayCommand: Command = {
  name: 'replay',
  summary: 'send dead letters back to the topics they came from',
  help: `Usage: faultline replay [--replays N] [--json]

Reads faultline.dead at KAFKA_BROKERS from where the last replay ended, up to where it ends now, and sends each record back to its topic, for instance
after an update that knows more sources. What fails again comes back as a dead letter.

  --replays N   leave out what has come back this often (default ${REPLAYS_MAX})
  --json        one JSON document on stdout`,
  async run(args) {
    const { values } = parseOptions('replay', args, {
      replays: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    });
    if (values.help === true) {
      process.stdout.write(`${this.help}\n`);
      return exitCodes.ok;
    }
    const { replayTopic } = await import('@faultline/runtime');
    const counts = await replayTopic(process.env, {
      replaysMax: positiveInteger('--replays', values.replays ?? String(REPLAYS_MAX)),
    });
    const text = Object.entries(counts)
      .map(([name, count]) => `${name}: ${count}`)
      .join('\n');
    process.stdout.write(`${values.json === true ? JSON.stringify(counts, null, 2) : text}\n`);
    return exitCodes.ok;
  },
};
