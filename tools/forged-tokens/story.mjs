// @ts-check
// The whole story in order: what happened, then how each system wrote it down.
import { writeAccessLogs } from './access-log.mjs';
import { writeAlerts } from './alerts.mjs';
import { answerOf } from './answer.mjs';
import { arrivals } from './arrivals.mjs';
import { writeCdEvents } from './cd-events.mjs';
import { fileTickets, writeTickets } from './change-tickets.mjs';
import { playDecoys } from './decoys.mjs';
import { writeDeliveries } from './github-deliveries.mjs';
import { numberTokens, writeLedger } from './issuance.mjs';
import { writeJwksHistory } from './issuers.mjs';
import { writeJobLogs } from './job-logs.mjs';
import { runMachines } from './machine-clients.mjs';
import { spendForgedTokens } from './night.mjs';
import { writeProvenance } from './provenance.mjs';
import { runReleaseTrain } from './release-train.mjs';
import { writeRowChanges } from './row-changes.mjs';
import { livePeople } from './sessions.mjs';
import { refuseFreshKeys } from './stale-keys.mjs';
import { chooseVariant } from './variants.mjs';
import { buildWorld } from './world.mjs';

/** @param {{ seed: number, variant: string, benign: boolean }} wish */
export function tell({ seed, variant, benign }) {
  const world = buildWorld(seed, chooseVariant(seed, variant), benign);
  livePeople(world);
  runMachines(world);
  refuseFreshKeys(world);
  playDecoys(world);
  runReleaseTrain(world);
  fileTickets(world);
  const night = benign ? null : spendForgedTokens(world);
  numberTokens(world);

  writeLedger(world);
  writeAccessLogs(world);
  writeJwksHistory(world);
  writeDeliveries(world);
  writeJobLogs(world);
  writeCdEvents(world);
  writeProvenance(world);
  writeTickets(world);
  writeRowChanges(world);
  writeAlerts(world);
  const files = arrivals(world);
  return { files, answer: answerOf(world, night, files) };
}
