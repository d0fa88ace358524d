// @ts-check
// Change tickets: one per announced roll-out, and the routine works of operations.
import { DAY, HOUR, MINUTE, isoSeconds } from './calendar.mjs';

/** @typedef {{ start: number, end: number, services: string[], summary: string }} Ticket */

/** @param {import('./world.mjs').World} world */
export function fileTickets(world) {
  const random = world.random('tickets');
  const { calendar, company, facts } = world;
  for (const { run, at, environment, urgent } of facts.rollouts) {
    if (environment !== 'prod') continue;
    // The ticket of an urgent fix is written while it is already going out.
    const start = urgent ? at + random.between(1, 6) * MINUTE : at - random.between(4, 25) * MINUTE;
    facts.tickets.push({
      start,
      end: at + random.between(12, 55) * MINUTE,
      services: [run.repo.service],
      summary: urgent
        ? `urgent fix ${run.repo.service} ${run.version}`
        : `release ${run.repo.service} ${run.version}`,
    });
  }
  const works = [
    'rotate gateway certificates',
    'vacuum large tables',
    'resize node pool',
    'patch kernel on workers',
    'failover exercise',
    'raise rate limits',
  ];
  for (let day = calendar.startAt; day < calendar.dayStart - DAY; day += random.int(2, 4) * DAY) {
    const start = day + random.pick([10, 11, 14, 20, 21]) * HOUR + random.int(0, 50) * MINUTE;
    facts.tickets.push({
      start,
      end: start + random.int(30, 150) * MINUTE,
      services: random
        .shuffled(company.theme.services)
        .slice(0, random.int(1, 3))
        .map(({ name }) => name),
      summary: random.pick(works),
    });
  }
}

/** @param {import('./world.mjs').World} world */
export function writeTickets(world) {
  const random = world.random('ticket-numbers');
  let number = random.int(104_000, 388_000);
  for (const ticket of [...world.facts.tickets].sort((a, b) => a.start - b.start)) {
    number += random.int(1, 9);
    const time = (/** @type {number} */ at) => isoSeconds(world.clock('tickets', at));
    world.write('changes', ticket.start, {
      kind: 'change',
      id: `CHG${number}`,
      start: time(ticket.start),
      end: time(ticket.end),
      services: ticket.services,
      summary: ticket.summary,
    });
  }
}
