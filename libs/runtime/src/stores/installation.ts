import type { Incident } from '@faultline/model';
import type { LeadOffice, RecordSource, Storage } from '@faultline/pipeline';
import type { HealthCheck } from '@faultline/platform';
import type { KafkaSide } from './kafka-side.js';

/** Everything that the processes of one installation share, wherever it lies. */
export interface Installation extends Storage {
  readonly leads: LeadOffice;
  /** Where raw records lie that came over Kafka; null without. */
  readonly records: RecordSource | null;
  /** For whoever reads raw topics; null without Kafka. */
  readonly kafka: KafkaSide | null;
  /** The graph may have this many rows whatever the number of events: below it, a small installation keeps full detail. */
  readonly graphRowsMin: number;
  /** Records of topics that could not become events and lie among the dead letters now; 0 without Kafka. */
  deadLetters(): Promise<number>;
  /** Tells subscribers of findings what the answer is now. `before`: what they were told last; null: not known, so it is looked up. */
  publish(incidents: readonly Incident[], before: readonly Incident[] | null): Promise<void>;
  /** One for each server behind it. */
  readonly checks: readonly HealthCheck[];
}
