export * from './events.js';
export * from './lawful-jti.js';
export * from './seeded-random.js';
export * from './token-traffic.js';
