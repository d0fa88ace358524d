import type { KafkaSettings } from '@faultline/adapter-kafka';
import { FaultlineError } from '@faultline/model';
import { kafkaConfig, loadConfig } from '@faultline/platform';
import { z } from 'zod';
import { kafkaSettings } from './server-settings.js';

/** The brokers of the environment, for a command that is of no use without. Throws FL_CONFIG_INVALID. */
export function brokersNeeded(
  env: Readonly<Record<string, string | undefined>>,
  clientId: string,
): KafkaSettings {
  const settings = kafkaSettings(loadConfig(z.object(kafkaConfig), env), clientId);
  if (settings !== null) return settings;
  throw new FaultlineError(
    'FL_CONFIG_INVALID',
    'The configuration cannot be used. KAFKA_BROKERS: is missing; name the brokers, for instance KAFKA_BROKERS=127.0.0.1:9092. See .env.example.',
  );
}
