export { startIngestor } from './start-ingestor.js';
