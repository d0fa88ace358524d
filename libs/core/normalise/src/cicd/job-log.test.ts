import { describe, expect, it } from 'vitest';
import { badlyHandledTwin, token } from '../testing/hostile-twins.js';
import { failureOf, onlyEvent } from '../testing/normalise-document.js';
import { logLines } from './log-lines.js';

const log = [
  '\uFEFF2026-03-08T16:41:45.3944010Z ##[group]Run npm ci',
  '2026-03-08T16:41:45.3949999Z \u001B[36;1mnpm ci\u001B[0m\r',
  '\u001B]8;;https://example.com\u0007a link\u001B]8;;\u0007 ',
  '2026-03-08T16:41:46.0000000Z',
  'no time here',
  '',
].join('\n');
const document = {
  repository: 'org/sso',
  run_id: 10000029102,
  run_attempt: 1,
  job_id: 30000087310,
  job_name: 'build',
  log,
};

describe('job-log', () => {
  it('reads the job and its lines, without byte order mark, time, carriage return and colours', () => {
    expect(onlyEvent('job-log', 'cicd.log', document)).toMatchObject({
      atUs: 1772988105394401,
      repository: 'org/sso',
      runId: '10000029102',
      attempt: 1,
      jobId: '30000087310',
      jobName: 'build',
      lines: [
        { atUs: 1772988105394401, text: '##[group]Run npm ci' },
        { atUs: 1772988105394999, text: 'npm ci' },
        { atUs: null, text: 'a link ' },
        { atUs: 1772988106000000, text: '' },
        { atUs: null, text: 'no time here' },
      ],
    });
  });

  it('takes ids that are text, as CDEvents have them', () => {
    const event = onlyEvent('job-log', 'cicd.log', { ...document, run_id: 'run-7', job_id: 'task-8' });
    expect(event).toMatchObject({ runId: 'run-7', jobId: 'task-8' });
  });

  it('takes its time from the job where no line has one', () => {
    const untimed = { ...document, log: 'a\nb' };
    expect(failureOf('job-log', untimed).code).toBe('FL_RECORD_TIME');
    const event = onlyEvent('job-log', 'cicd.log', { ...untimed, started_at: '2026-03-08T16:41:45Z' });
    expect(event.atUs).toBe(1772988105000000);
  });

  it('needs to know whose log it is', () => {
    expect(failureOf('job-log', { ...document, job_id: null }).code).toBe('FL_RECORD_SHAPE');
  });

  it('handles hostile twins', () => expect(badlyHandledTwin(document)).toBeNull());
});

describe('logLines', () => {
  it('masks secrets', () => {
    expect(
      logLines(`export JWT=${token}\nAuthorization: Bearer abcdefghijkl`).map(({ text }) => text),
    ).toEqual(['export JWT=[masked token]', 'Authorization: [masked] [masked]']);
  });

  it('keeps what a detector looks for: a double base64 dump, a digest, a command', () => {
    const lines = ['aWV5IQ==', 'sha256:436a1f', 'curl -sSf https://example.com/a.sh | bash'];
    expect(logLines(lines.join('\n')).map(({ text }) => text)).toEqual(lines);
  });

  it('says what it did not read of a flood of lines', () => {
    const lines = logLines('x\n'.repeat(200_002));
    expect(lines).toHaveLength(200_001);
    expect(lines.at(-1)?.text).toBe('[4 more characters of this log were not read]');
  });

  it.each(['\u001B[', '\u001B]', '\u001B[1;', '2026-03-08T', '\r', '\uFEFF', 'eyJ', 'token ', '\u001B'])(
    'takes linear time on a megabyte of %j',
    (part) => {
      const start = Date.now();
      logLines(part.repeat(Math.ceil(1e6 / part.length)));
      expect(Date.now() - start).toBeLessThan(2_000);
    },
  );
});
