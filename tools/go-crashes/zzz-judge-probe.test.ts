import { test } from 'vitest';
import * as m from './mutations/corpus-case.js';
import { judgeText } from './judge-text.js';
test('probe', () => { console.error(Object.keys(m)); });
