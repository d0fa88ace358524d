import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type KafkaServer, startKafka } from '@faultline/test-servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectKafka } from './connect-kafka.js';
import type { KafkaLogin, KafkaSettings } from './kafka-settings.js';

const base = { clientId: 'test', topicPrefix: 'faultline', ssl: false, sasl: null } as const;
const password = 'right-password-1';

/** A listener on this machine that answers as it is told. */
async function listener(
  answer: (server: Server) => void,
): Promise<{ address: string; close: () => Promise<void> }> {
  const server = createServer();
  const sockets: Socket[] = [];
  server.on('connection', (socket) => sockets.push(socket));
  answer(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { address: `127.0.0.1:${port}`, close };
}

/** What a broker of version 0.10 says: requests 0 to 20 in their second version. */
function oldAnswer(): Buffer {
  const answer = Buffer.alloc(14 + 21 * 6);
  answer.writeInt32BE(answer.length - 4, 0);
  answer.writeInt32BE(1, 4);
  answer.writeInt32BE(21, 10);
  for (let key = 0; key <= 20; key++) {
    answer.writeInt16BE(key, 14 + key * 6);
    answer.writeInt16BE(2, 18 + key * 6);
  }
  return answer;
}

describe('connectKafka', () => {
  it('names the brokers that do not answer', async () => {
    const settings: KafkaSettings = { ...base, brokers: ['127.0.0.1:1', 'no-such-host.invalid:9092'] };
    await expect(connectKafka(settings, { timeoutMs: 1_000 })).rejects.toMatchObject({
      code: 'FL_KAFKA_UNAVAILABLE',
      message: expect.stringMatching(/127\.0\.0\.1:1, no-such-host\.invalid:9092.*ECONNREFUSED/),
    });
    await expect(connectKafka({ ...settings, brokers: [] })).rejects.toMatchObject({
      code: 'FL_KAFKA_UNAVAILABLE',
    });
  });

  it('gives up on a listener that is silent, talks nonsense or hangs up', { timeout: 60_000 }, async () => {
    for (const answer of [
      () => undefined,
      (server: Server) => server.on('connection', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      (server: Server) => server.on('connection', (socket) => socket.destroy()),
    ]) {
      const { address, close } = await listener(answer);
      const connecting = connectKafka({ ...base, brokers: [address] }, { timeoutMs: 1_000 });
      await expect(connecting).rejects.toMatchObject({ code: 'FL_KAFKA_UNAVAILABLE' });
      await close();
    }
  });

  it('refuses a broker that is too old', async () => {
    const { address, close } = await listener((server) =>
      server.on('connection', (socket) => socket.once('data', () => socket.end(oldAnswer()))),
    );
    await expect(connectKafka({ ...base, brokers: [address] })).rejects.toMatchObject({
      code: 'FL_KAFKA_TOO_OLD',
      message: expect.stringContaining('DeleteGroups 0 (Kafka 1.1)'),
    });
    await close();
  });
});

describe.each(['PLAIN', 'SCRAM-SHA-512'] as const)('connectKafka with TLS and %s', (mechanism) => {
  let server: KafkaServer;
  let ca: string;
  const login: KafkaLogin = {
    mechanism: mechanism === 'PLAIN' ? 'plain' : 'scram-sha-512',
    username: 'ada',
    password,
  };
  beforeAll(async () => {
    server = await startKafka({ tls: true, sasl: { mechanism, username: 'ada', password } });
    ca = await readFile(server.caFile ?? '', 'utf8');
  });
  afterAll(() => server.stop());

  it('logs in', async () => {
    const connection = await connectKafka({ ...base, brokers: server.brokers, ssl: { ca }, sasl: login });
    await expect(connection.requireTopics(['faultline.raw.siem'])).rejects.toMatchObject({
      code: 'FL_KAFKA_TOPICS_MISSING',
    });
    await connection.close();
  });

  it('is denied with a wrong password, and shows it nowhere', { timeout: 60_000 }, async () => {
    const lines: unknown[] = [];
    const sasl = { ...login, password: 'wrong-password-2' };
    const settings = { ...base, brokers: server.brokers, ssl: { ca }, sasl };
    const error: unknown = await connectKafka(settings, { log: (...line) => lines.push(line) }).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({ code: 'FL_KAFKA_DENIED' });
    expect(lines.length).toBeGreaterThan(0);
    expect(`${String(error)} ${JSON.stringify(lines)}`).not.toContain('wrong-password-2');
  });

  it('does not wait for a certificate to become trusted', async () => {
    const settings = { ...base, brokers: server.brokers, ssl: {}, sasl: login };
    await expect(connectKafka(settings, { timeoutMs: 600_000 })).rejects.toMatchObject({
      code: 'FL_KAFKA_UNAVAILABLE',
      message: expect.stringMatching(/CERT/),
    });
  });

  it('does not get through without TLS', { timeout: 60_000 }, async () => {
    const settings = { ...base, brokers: server.brokers, sasl: login };
    await expect(connectKafka(settings, { timeoutMs: 2_000 })).rejects.toMatchObject({
      code: 'FL_KAFKA_UNAVAILABLE',
    });
  });
});
