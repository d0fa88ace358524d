import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePorts } from './free-ports.js';

test('gives as many different ports as asked, none of which the system lends to outgoing connections', async () => {
  const ports = await freePorts(20);
  expect(new Set(ports).size).toBe(20);
  expect(ports.every((port) => port >= 15_000 && port < 32_000)).toBe(true);
});

test('the ports can be listened on at once', async () => {
  const servers = (await freePorts(5)).map((port) => createServer().listen(port, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  expect(servers.every((server) => server.listening)).toBe(true);
  for (const server of servers) server.close();
});
