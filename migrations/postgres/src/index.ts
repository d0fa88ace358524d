import { CreateStorage1767225600000 } from './1767225600000-create-storage.js';
import { VersionGraph1767312000000 } from './1767312000000-version-graph.js';
import { PartitionedPosition1767398400000 } from './1767398400000-partitioned-position.js';
import { IndexCrashes1767484800000 } from './1767484800000-index-crashes.js';

/** Every migration, oldest first. Listed by hand: a file that is only found by a pattern is a file that a build can lose. */
export const migrations = [
  CreateStorage1767225600000,
  VersionGraph1767312000000,
  PartitionedPosition1767398400000,
  IndexCrashes1767484800000,
];
