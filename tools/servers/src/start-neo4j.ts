import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { makeDataFolder } from './data-folder.js';
import { freePorts } from './free-ports.js';
import { jvmOptions, type Optimise } from './jvm-options.js';
import { provision } from './provision.js';
import { runServer, type RunningServer } from './running-server.js';
import { mainClass } from './server-kind.js';

export interface Neo4jOptions {
  readonly optimise?: Optimise;
}

export interface Neo4jAddress {
  /** `bolt://127.0.0.1:PORT` */
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

export type Neo4jServer = Neo4jAddress & RunningServer;

/**
 * Starts a Neo4j Community 5.26 of its own: empty, with log-in, on a free port of 127.0.0.1. Takes 5 to 15 s, and a download before the very
 * first start. Throws with the end of its log when it does not start.
 */
export async function startNeo4j(options: Neo4jOptions = {}): Promise<Neo4jServer> {
  const classPath = await provision('neo4j');
  const [port = 0] = await freePorts(1);
  const folder = await makeDataFolder('neo4j');
  const password = randomBytes(18).toString('base64url');
  const address = { url: `bolt://127.0.0.1:${port}`, user: 'neo4j', password };
  return runServer(address, folder, {
    name: 'Neo4j',
    args: [...jvmOptions(768, options.optimise), '-cp', classPath, mainClass('neo4j'), folder, String(port)],
    secret: password,
    logFile: path.join(folder, 'server.log'),
    readyText: 'Neo4j takes clients',
  });
}
