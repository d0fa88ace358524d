import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { KafkaSettings } from './kafka-settings.js';

const apiVersionsKey = 18;
/** Kafka has some ninety requests of six bytes each. */
const answerBytesMax = 64 * 1024;
const headerBytes = 4;

/** Request key → highest version that the broker speaks. */
export type ApiVersions = ReadonlyMap<number, number>;

/**
 * Asks one broker which requests it speaks (KIP-35; version 0, which every broker since 0.10 answers, before any log-in). The driver asks too but keeps the answer
 * to itself, and hides why a connection failed. Rejects with the error of the socket; ends within `timeoutMs`.
 */
export function askApiVersions(
  address: string,
  settings: KafkaSettings,
  timeoutMs: number,
): Promise<ApiVersions> {
  return new Promise((resolve, reject) => {
    const socket = open(address, settings);
    const timer = setTimeout(() => socket.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    let answer = Buffer.alloc(0);
    socket.once(settings.ssl === false ? 'connect' : 'secureConnect', () =>
      socket.write(question(settings.clientId)),
    );
    socket.on('data', (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk]);
      const size = answer.length < headerBytes ? 0 : answer.readInt32BE(0);
      if (size < 0 || size > answerBytesMax)
        socket.destroy(new Error('the answer is not that of a Kafka broker'));
      else if (size > 0 && answer.length >= headerBytes + size) {
        resolve(versionsIn(answer.subarray(headerBytes, headerBytes + size)));
        socket.destroy();
      }
    });
    socket.once('error', reject);
    socket.once('close', () => {
      clearTimeout(timer);
      reject(new Error('the connection was closed without an answer'));
    });
  });
}

function open(address: string, { ssl }: KafkaSettings): Socket {
  const colon = address.lastIndexOf(':');
  const host = address.slice(0, colon).replace(/^\[(.*)\]$/, '$1');
  const port = Number(address.slice(colon + 1));
  if (ssl === false) return connectTcp({ host, port });
  // RFC 6066 §3: an address is no name of a server.
  return connectTls({ host, port, ...(isIP(host) === 0 ? { servername: host } : {}), ...ssl });
}

function question(clientId: string): Buffer {
  const name = Buffer.from(clientId);
  const head = Buffer.alloc(14);
  head.writeInt32BE(10 + name.length, 0);
  head.writeInt16BE(apiVersionsKey, 4);
  head.writeInt32BE(1, 8);
  head.writeInt16BE(name.length, 12);
  return Buffer.concat([head, name]);
}

/** Correlation id, error code, count, then key, lowest and highest version of each. Anything else gives nothing. */
function versionsIn(answer: Buffer): ApiVersions {
  const versions = new Map<number, number>();
  for (let at = 10; at + 6 <= answer.length; at += 6)
    versions.set(answer.readInt16BE(at), answer.readInt16BE(at + 4));
  return versions;
}
