import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPackageUrl } from './package-url.js';

const hex = 'ab'.repeat(32);

describe('readPackageUrl', () => {
  it.each([
    [`pkg:oci/app@sha256%3A${hex}?tag=1`, 'app', `sha256:${hex}`],
    [`pkg:oci/app@sha256:${hex.toUpperCase()}`, 'app', `sha256:${hex}`],
    [`pkg:generic/tool@1.0?arch=x&checksum=sha256:${hex},sha1:00`, 'tool', `sha256:${hex}`],
    ['pkg:golang/example.com/org/app@234fd47e07d1', 'app', null],
    ['pkg:npm/%40scope/name@1.0.0', 'name', null],
    [`registry.example/org/app@sha256:${hex}`, 'registry.example/org/app', `sha256:${hex}`],
    ['my artefact', 'my artefact', null],
    ['100%', '100%', null],
  ])('reads %s', (url, name, digest) => expect(readPackageUrl(url)).toMatchObject({ name, digest }));

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => readPackageUrl(`pkg:${text}`).text !== null));
    expect(readPackageUrl('').name).toBe('');
  });
});
