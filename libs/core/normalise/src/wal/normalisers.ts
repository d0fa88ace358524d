import type { SourceNormaliser } from '../source-normaliser.js';
import { debezium } from './debezium.js';
import { wal2jsonV1 } from './wal2json-v1.js';
import { wal2jsonV2 } from './wal2json-v2.js';

/** Who wrote which row, read from PostgreSQL's write-ahead log. */
export const walNormalisers: readonly SourceNormaliser[] = [wal2jsonV2, wal2jsonV1, debezium];
