import { fileURLToPath } from 'node:url';

export type ServerKind = 'kafka' | 'neo4j';

/** The workspace. From `src` and from `dist` it is one folder up. */
const workspace = fileURLToPath(new URL('..', import.meta.url));

/** Pinned dependencies of a server, as a Maven project. */
export const pomFile = (kind: ServerKind): string => `${workspace}${kind}/pom.xml`;

export const kafkaLogConfig = `${workspace}kafka/log4j.properties`;

const mains = { kafka: 'StartKafka', neo4j: 'StartNeo4j' } as const satisfies Record<ServerKind, string>;

/** The Java class that starts a server. */
export const mainClass = (kind: ServerKind): string => mains[kind];

export const javaSources = (kind: ServerKind): readonly string[] => [
  `${workspace}java/EndWithParent.java`,
  `${workspace}${kind}/${mains[kind]}.java`,
];
