// @ts-check
// The text of every job, as a downloader stored it: one line of JSON per job.

/** @param {import('./world.mjs').World} world */
export function writeJobLogs(world) {
  const random = world.random('job-logs');
  const share = { some: 0.4, all: 1, none: 0 }[world.variant['bom']] ?? 0;
  for (const run of world.facts.runs) {
    for (const job of run.jobs) {
      const mark = random.chance(share) ? '\ufeff' : '';
      world.write(
        'job-logs',
        job.endedAt + random.between(20, 240) * 1000,
        {
          repository: `${world.company.org}/${run.repo.name}`,
          run_id: run.id,
          run_attempt: run.attempt,
          job_id: job.id,
          job_name: job.name,
          log: mark + job.text,
        },
        run.poison !== null,
      );
    }
  }
}
