import type { SourceNormaliser } from '../source-normaliser.js';
import { evtxJson } from './evtx-dialect.js';
import { windowsFlat } from './flat-dialect.js';
import { winlogbeat } from './winlogbeat-dialect.js';

export const windowsNormalisers: readonly SourceNormaliser[] = [windowsFlat, winlogbeat, evtxJson];
