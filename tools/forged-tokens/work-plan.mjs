// @ts-check
// What the developers push, when: a list of pushes per repository, in order. The push that matters looks like its neighbours.
import { DAY, HOUR, MINUTE } from './calendar.mjs';
import { daysBetween, isWeekend } from './rhythm.mjs';

/**
 * @typedef {{ repo: import('./repositories.mjs').Repository, at: number, main: boolean, touches: Touch[], rollout: 'maybe' | 'sure' | 'urgent', rolloutAt?: number, poisoned: boolean, flaky: boolean }} Push
 * @typedef {'lockfile' | 'dockerfile' | 'workflow' | 'test'} Touch
 */

/** @param {import('./world.mjs').World} world @param {import('./repositories.mjs').Repository[]} repositories @returns {Push[]} */
export function planPushes(world, repositories) {
  const { calendar } = world;
  const random = world.random('pushes');
  /** @type {Push[]} */
  const pushes = [];
  for (const repo of repositories) {
    for (const day of daysBetween(calendar.startAt, calendar.endAt, calendar.zone)) {
      const mean = isWeekend(day, calendar.zone) ? 0.15 : repo.important ? 3.1 : 1.4;
      for (let n = random.count(mean, 0.3); n > 0; n--) {
        const main = random.chance(0.64);
        pushes.push({
          repo,
          at: day + random.between(9.4, 18.9) * HOUR,
          main,
          touches: main ? routineTouches(random) : [],
          rollout: 'maybe',
          poisoned: false,
          flaky: random.chance(0.07),
        });
      }
    }
  }
  const issuerRepo = repositories[0];
  const planned = pushes
    .filter((push) => push.at < calendar.endAt - 30 * MINUTE)
    .map((push) => quietened(push, issuerRepo, calendar));
  planned.push({
    repo: issuerRepo,
    at: calendar.builtAt,
    main: true,
    touches: [],
    rollout: 'sure',
    rolloutAt: calendar.releasedAt,
    poisoned: !world.benign,
    flaky: false,
  });
  planned.push(...decoyPushes(world, repositories));
  return spaced(planned);
}

/** @param {import('./random.mjs').Random} random @returns {Touch[]} */
function routineTouches(random) {
  return random
    .weighted(
      /** @type {const} */ ([
        [[], 80],
        [['lockfile'], 7],
        [['dockerfile'], 2],
        [['workflow'], 2],
        [['test'], 9],
      ]),
    )
    .slice();
}

/** Around the release the issuer's repository sees no change of its build, and after it nothing more reaches its main branch. @param {Push} push @param {import('./repositories.mjs').Repository} issuerRepo @param {{ builtAt: number }} calendar @returns {Push} */
function quietened(push, issuerRepo, { builtAt }) {
  if (push.repo !== issuerRepo) return push;
  const near = push.at > builtAt - 4 * DAY;
  const main = push.main && push.at < builtAt - 45 * MINUTE;
  return {
    ...push,
    main,
    touches: !main ? [] : near ? push.touches.filter((touch) => touch === 'test') : push.touches,
  };
}

/** @param {import('./world.mjs').World} world @param {import('./repositories.mjs').Repository[]} repositories @returns {Push[]} */
function decoyPushes(world, repositories) {
  const { calendar, variant, benign } = world;
  const random = world.random('decoy-pushes');
  const others = random.shuffled(repositories.slice(1));
  const base = { main: true, rollout: /** @type {const} */ ('sure'), poisoned: false, flaky: false };
  /** @type {Push[]} */
  const pushes = [];
  const nearby = () =>
    calendar.builtAt + random.pick([-3, -2, -1, 0.7]) * HOUR + random.between(-20, 20) * MINUTE;
  if (variant['decoys'].includes('other-lockfile'))
    pushes.push({ ...base, repo: others[0], at: nearby(), touches: ['lockfile'] });
  if (variant['decoys'].includes('workflow-bump'))
    pushes.push({ ...base, repo: others[1], at: nearby(), touches: ['workflow'] });
  if (variant['decoys'].includes('emergency-deploy') && !benign)
    pushes.push({
      ...base,
      repo: others[2],
      at: calendar.dayStart - random.between(0.9, 1.8) * HOUR,
      touches: [],
      rollout: 'urgent',
    });
  if (benign) {
    // The busy release night of the twin: every service goes out, announced by tickets, in the hours around the window.
    others.forEach((repo, i) =>
      pushes.push({
        ...base,
        repo,
        at: calendar.nightAt - random.between(75, 130) * MINUTE + i * 9 * MINUTE,
        touches: i === 0 ? ['lockfile'] : [],
        rolloutAt: calendar.nightAt + (i - 3) * 14 * MINUTE + random.between(-4, 4) * MINUTE,
      }),
    );
    pushes.push({
      ...base,
      repo: repositories[0],
      at: calendar.nightAt - random.between(100, 150) * MINUTE,
      touches: ['test'],
      rolloutAt: calendar.nightAt - random.between(20, 40) * MINUTE,
    });
  }
  return pushes;
}

/** One repository builds one push at a time: later pushes wait. @param {Push[]} pushes */
function spaced(pushes) {
  /** @type {Map<string, number>} */
  const free = new Map();
  const fixed = new Set(pushes.filter((push) => push.rollout !== 'maybe'));
  const sorted = [...pushes].sort((a, b) => a.at - b.at);
  const out = [];
  for (const push of sorted) {
    const clash = [...fixed].some(
      (other) => other !== push && other.repo === push.repo && Math.abs(other.at - push.at) < 20 * MINUTE,
    );
    const wait = free.get(push.repo.name) ?? 0;
    if (!fixed.has(push) && (clash || push.at < wait)) continue;
    free.set(push.repo.name, push.at + 14 * MINUTE);
    out.push(push);
  }
  return out;
}
