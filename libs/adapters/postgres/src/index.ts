export { type EmbeddedServer, startEmbeddedServer } from './embedded/embedded-server.js';
export { openPostgresStorage } from './postgres-storage.js';
