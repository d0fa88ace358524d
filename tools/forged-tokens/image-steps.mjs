// @ts-check
// What the container tools print: build, log in, push with the digest.

/** @typedef {import('./step-log.mjs').StepLog} StepLog */
/** @typedef {import('./repositories.mjs').Repository} Repository */

/** @param {StepLog} log @param {Repository} repo @param {string} image @param {string} version @param {string} configDigest */
export function buildImage(log, repo, image, version, configDigest) {
  const { random, poison } = log;
  const node = repo.stack === 'node';
  const base = node ? 'node:20-alpine' : 'eclipse-temurin:21-jre';
  const layers = node
    ? [
        'WORKDIR /app',
        'COPY package.json package-lock.json ./',
        'RUN npm ci --omit=dev',
        'COPY dist ./dist',
        'RUN node dist/main.js --check-config',
      ]
    : [
        'WORKDIR /app',
        'RUN addgroup --system app',
        'COPY conf ./conf',
        'COPY target/app.jar ./app.jar',
        'RUN java -jar app.jar --check-config',
      ];
  log.command(`docker build --progress=plain -t ${image}:${version} .`);
  log.all([
    '#0 building with "default" instance using docker driver',
    '',
    '#1 [internal] load build definition from Dockerfile',
    `#1 transferring dockerfile: 1.${random.int(18, 22)}kB done`,
    '#1 DONE 0.0s',
    '',
    `#2 [internal] load metadata for docker.io/library/${base}`,
    `#2 DONE 0.${random.int(3, 9)}s`,
    '',
    '#3 [internal] load .dockerignore',
    '#3 DONE 0.0s',
    '',
    `#4 [runtime 1/6] FROM docker.io/library/${base}@sha256:${poison?.baseDigest ?? repo.baseDigest}`,
    `#4 ${random.chance(0.7) ? 'CACHED' : `DONE ${random.int(1, 4)}.${random.int(0, 9)}s`}`,
  ]);
  layers.forEach((layer, i) => {
    const id = 5 + i;
    log.all(['', `#${id} [runtime ${i + 2}/6] ${layer}`]);
    log.pause(0.1, 3);
    if (layer.startsWith('RUN npm'))
      log.line(
        `#${id} ${random.int(2, 6)}.${random.int(100, 999)} added ${repo.runtimePackages} packages in ${random.int(2, 6)}s`,
      );
    if (layer.includes('--check-config')) log.hook('image');
    log.line(
      i < 2 && random.chance(0.6) ? `#${id} CACHED` : `#${id} DONE ${random.int(0, 5)}.${random.int(0, 9)}s`,
    );
  });
  log.all([
    '',
    '#10 exporting to image',
    `#10 exporting layers 0.${random.int(2, 9)}s done`,
    `#10 writing image sha256:${configDigest} done`,
    `#10 naming to ${image}:${version} done`,
    `#10 DONE 0.${random.int(3, 9)}s`,
  ]);
}

/** @param {StepLog} log @param {import('./repositories.mjs').Tool} tool @param {string} registry */
export function logIn(log, tool, registry) {
  log.group(`Run ${tool.name}@${tool.tag}`, [
    'with:',
    `  registry: ${registry}`,
    '  username: ci-push',
    '  password: ***',
    '  logout: true',
  ]);
  log.pause(0.3, 1.2);
  log.all([`Logging into ${registry}...`, 'Login Succeeded!']);
}

/** @param {StepLog} log @param {string} image @param {string} version @param {string} digest */
export function pushImage(log, image, version, digest) {
  const { random } = log;
  const layers = Array.from({ length: 6 }, () => random.hex(12));
  log.command(`docker push ${image}:${version}`);
  log.line(`The push refers to repository [${image}]`);
  for (const layer of layers) log.line(`${layer}: Preparing`);
  log.pause(0.5, 2);
  for (const layer of random.shuffled(layers)) {
    log.pause(0.1, 1.1);
    log.line(`${layer}: ${random.chance(0.6) ? 'Layer already exists' : 'Pushed'}`);
  }
  log.line(`${version}: digest: sha256:${digest} size: ${random.pick([1573, 1782, 1990, 2413])}`);
}
