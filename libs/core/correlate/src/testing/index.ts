export { mixedEvents } from './mixed-events.js';
