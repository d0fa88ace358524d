export { type EmbeddedServer, startEmbeddedServer } from './embedded/embedded-server.js';
export { openPostgresStorage, type PostgresStorage } from './postgres-storage.js';
