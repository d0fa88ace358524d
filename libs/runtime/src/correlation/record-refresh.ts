import type { GraphChanges } from '@faultline/graph';
import type { Recorders } from '@faultline/platform';
import type { Refreshed } from './answer.js';
import type { LoopState } from './correlation-loop.js';

/** What a refresh tells the metrics. */
export function recordRefresh(metrics: Recorders, state: LoopState, refreshed: Refreshed | null): void {
  if (state === 'standby' || state === 'failed') metrics.correlatorLeading(0);
  if (refreshed === null) return;
  metrics.correlatorLeading(1);
  metrics.liveEvents(refreshed.liveEvents);
  if (!refreshed.renewed) return;
  metrics.eventsCorrelated(refreshed.eventsRead);
  if (refreshed.rows) recordRows(metrics, refreshed.rows);
  metrics.analysisSeconds(refreshed.analysisMs / 1_000);
  metrics.graphBytesPerEvent(refreshed.graphBytes / Math.max(1, refreshed.liveEvents));
}

function recordRows(metrics: Recorders, { entities, links }: GraphChanges): void {
  for (const [kind, rows] of [
    ['entity', entities],
    ['link', links],
  ] as const)
    metrics.graphRowsWritten(kind, rows.added + rows.updated + rows.closed);
}
