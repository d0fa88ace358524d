import { expect, it } from 'vitest';
import { urlEntity } from './host-entities.js';

it.each([
  ['https://h/a?access_token=a1&x=1', 'https://h/a?access_token=[masked]&x=1'],
  ['https://h/a?sv=1&sig=b%2Bc%3D', 'https://h/a?sv=1&sig=[masked]'],
  ['https://u:p@h/a', 'https://u:[masked]@h/a'],
  ['https://h/a?x=1#top', 'https://h/a?x=1#top'],
])('names %s without its secrets', (url, text) => {
  expect(urlEntity(url)).toEqual({ kind: 'url', key: text, label: text });
  expect(urlEntity(text)).toEqual(urlEntity(url));
});
