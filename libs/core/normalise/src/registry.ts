import { createAlertCsv } from './alert-csv/alert-csv.js';
import { authNormalisers } from './auth/normalisers.js';
import { createCef, createLeef } from './cef/cef.js';
import { cicdNormalisers } from './cicd/normalisers.js';
import { cloudtrailNormalisers } from './cloudtrail/normalisers.js';
import { ecsNormalisers } from './ecs/normalisers.js';
import { faultlineNormalisers } from './faultline/normalisers.js';
import { tokenFree, tokenFreeText } from './fields/token-free.js';
import type { SourceNormaliser, TextNormaliserFactory } from './source-normaliser.js';
import { walNormalisers } from './wal/normalisers.js';
import { windowsNormalisers } from './windows/normalisers.js';

/** Every source of JSON documents, behind the guard against tokens. The order is only for speed: at most one normaliser recognises a document. */
export const sourceNormalisers: readonly SourceNormaliser[] = [
  ...windowsNormalisers,
  ...authNormalisers,
  ...ecsNormalisers,
  ...cloudtrailNormalisers,
  ...cicdNormalisers,
  ...walNormalisers,
  ...faultlineNormalisers,
].map(tokenFree);

/** Every source of text lines. A CSV header looks like nothing else, but a CEF line may hold commas: CEF is asked first. */
export const textNormaliserFactories: readonly TextNormaliserFactory[] = [
  createCef,
  createLeef,
  createAlertCsv,
].map(tokenFreeText);
