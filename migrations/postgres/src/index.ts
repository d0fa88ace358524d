import { CreateStorage1767225600000 } from './1767225600000-create-storage.js';

/** Every migration, oldest first. Listed by hand: a file that is only found by a pattern is a file that a build can lose. */
export const migrations = [CreateStorage1767225600000];
