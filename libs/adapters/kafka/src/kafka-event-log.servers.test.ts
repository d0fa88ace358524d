import { eventLogContract } from '@faultline/pipeline/testing';
import { type KafkaServer, startKafka } from '@faultline/test-servers';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { openTestKafka, type TestKafka } from './testing/test-kafka.js';

let server: KafkaServer;
const opened: TestKafka[] = [];

beforeAll(async () => {
  server = await startKafka();
});
afterEach(async () => {
  for (const kafka of opened.splice(0)) await kafka.close();
});
afterAll(() => server.stop());

describe.each([1, 4])('on Kafka with %i partitions', (partitions) => {
  eventLogContract(async () => {
    const kafka = await openTestKafka(server, partitions);
    opened.push(kafka);
    return kafka.log;
  });
});
