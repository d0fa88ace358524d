import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeProblems } from './containers/compose-problems.js';
import { dockerfileProblems } from './containers/dockerfile-problems.js';
import { ignoredFiles } from './containers/ignored-files.js';
import { read, root } from './source-files.js';

// Nothing here needs a container engine. What no linter sees: whether the images start.

const dockerfile = read('Dockerfile');
const dockerignore = read('.dockerignore');
const compose = read('docker-compose.yml');
const example = read('.env.example');
const exists = (file: string): boolean => existsSync(path.join(root, file));

const { letsIn } = ignoredFiles(dockerignore);
const dockerfileProblemsOf = (text: string) =>
  dockerfileProblems(text, { isGiven: (file) => letsIn(file) && exists(file) });
const composeProblemsOf = (text: string) =>
  composeProblems(text, {
    documented: (name) => new RegExp(`\\b${name}\\b`).test(example),
    isProgram: (program) => exists(program.replace('/dist/', '/src/').replace(/\.js$/, '.ts')),
  });

/** The text with a fault in it. A fault that changes nothing would prove nothing. */
function planted(text: string, good: string | RegExp, bad: string): string {
  const faulty = text.replace(good, bad);
  expect(faulty).not.toBe(text);
  return faulty;
}

describe('Dockerfile', () => {
  test('has no problems', () => {
    expect(dockerfileProblemsOf(dockerfile)).toEqual([]);
  });

  test.each<[string, string | RegExp, string, RegExp]>([
    ['an unknown instruction', 'WORKDIR', 'WORKDIRS', /WORKDIRS/],
    ['an unknown flag', 'COPY --from=build', 'COPY --form=build', /form/],
    ['one stage', /FROM[\s\S]*(?=FROM)/, '', /one stage/],
    ['a base without tag', '=node:20-bookworm-slim\n', '=node\n', /image node needs a tag/],
    ['the latest base', '=node:20-bookworm-slim\n', '=node:latest\n', /node:latest needs a tag/],
    ['no user', 'USER 1000:1000', '', /USER/],
    ['a user by name', 'USER 1000:1000', 'USER node', /USER/],
    ['root', 'USER 1000:1000', 'USER 0:0', /USER/],
    ['root again after all', 'STOPSIGNAL', 'USER 0\nSTOPSIGNAL', /USER/],
    [
      'a user of an earlier stage only',
      /(RUN npm ci.*\n)([\s\S]*)USER 1000:1000/,
      'USER 1000:1000\n$1$2',
      /USER/,
    ],
    ['ADD', 'COPY tsconfig.json', 'ADD tsconfig.json', /ADD/],
    ['npm install', 'npm ci --ignore-scripts', 'npm install', /npm install/],
    ['an install without the lock file', 'npm ci --ignore-scripts', 'yarn', /npm ci installs/],
    ['scripts of packages', 'npm ci --ignore-scripts', 'npm ci', /--ignore-scripts/],
    ['a download', 'RUN install -d', 'RUN curl -O https://example.org/x && install -d', /no lock file/],
    ['a secret', 'ENV NODE_ENV=production', 'ENV NPM_TOKEN=x', /secret/],
    ['a shell as process 1', 'ENTRYPOINT ["node"]', 'ENTRYPOINT node', /ENTRYPOINT/],
    ['a copy of everything', 'COPY libs libs', 'COPY . .', /everything/],
    ['a copy of what is not there', 'COPY libs libs', 'COPY libs/none libs', /libs\/none/],
    ['a copy of what the builder is not given', 'COPY libs libs', 'COPY docs docs', /\.dockerignore/],
    ['a health check for all roles', 'STOPSIGNAL SIGTERM', 'HEALTHCHECK CMD true', /HEALTHCHECK/],
  ])('%s is found', (_, good, bad, found) => {
    expect(dockerfileProblemsOf(planted(dockerfile, good, bad)).join('\n')).toMatch(found);
  });
});

describe('.dockerignore', () => {
  test('has no problems', () => {
    expect(ignoredFiles(dockerignore).problems).toEqual([]);
  });

  test.each<[string, string | RegExp, string]>([
    ['everything let in', /^\*\n/m, ''],
    ['secrets let in', '!apps', '!.env'],
    ['history let in', '!apps', '!.git'],
    ['packages let in', '**/node_modules\n', ''],
    ['packages let in by a later line', /$/, '!apps\n'],
  ])('%s is found', (_, good, bad) => {
    expect(ignoredFiles(planted(dockerignore, good, bad)).problems).not.toEqual([]);
  });
});

describe('docker-compose.yml', () => {
  test('has no problems', () => {
    expect(composeProblemsOf(compose)).toEqual([]);
  });

  test.each<[string, string | RegExp, string, RegExp]>([
    ['a misspelt key', 'mem_limit: 256m', 'memory_limit: 256m', /topics.*memory_limit/],
    ['no memory limit', '    mem_limit: 256m\n', '', /topics.mem_limit/],
    ['no time to stop', '    stop_grace_period: 120s\n', '', /neo4j.stop_grace_period/],
    ['too little time to stop', 'stop_grace_period: 40s', 'stop_grace_period: 10s', /api: stop_grace_period/],
    ['the latest image', 'postgres:16', 'postgres:latest', /postgres: image/],
    ['an image without tag', 'apache/kafka:3.9.1', 'apache/kafka', /kafka: image/],
    [
      'no health check',
      /healthcheck:\n\s+test: \[CMD, pg_isready[\s\S]*?\n\n/,
      '\n',
      /postgres: needs a health check/,
    ],
    [
      'a start before health',
      'kafka: { condition: service_healthy }',
      'kafka: { condition: service_started }',
      /kafka.condition/,
    ],
    [
      'a dependency that is not there',
      'kafka: { condition: service_healthy }',
      'redis: { condition: service_healthy }',
      /depends on redis/,
    ],
    ['a job that begins again', "restart: 'no'", 'restart: always', /topics: restart/],
    ['a port open to the network', '127.0.0.1:8080:8080', '8080:8080', /api: port 8080:8080/],
    [
      'the default network',
      '  networks: [inside]\n  restart: unless-stopped\n  read_only',
      '  restart: unless-stopped\n  read_only',
      /ingestor: needs networks/,
    ],
    [
      'a network that leads outside',
      'inside: { internal: true }',
      'inside: {}',
      /postgres: publishes no port/,
    ],
    [
      'a network that is not declared',
      'networks: [inside, machine]',
      'networks: [outside]',
      /network outside/,
    ],
    ['a folder of the machine', 'neo4j:/data', './data:/data', /neo4j: volume/],
    ['the socket of the engine', 'neo4j:/data', '/var/run/docker.sock:/var/run/docker.sock', /neo4j: volume/],
    ['a root file system to write to', 'read_only: true', 'read_only: false', /api: needs read_only/],
    ['capabilities', 'cap_drop: [ALL]', 'cap_drop: [NET_RAW]', /api: needs read_only/],
    ['more capabilities', 'cap_drop: [ALL]', 'cap_drop: [ALL]\n  cap_add: [SYS_ADMIN]', /takes privileges/],
    ['privileges', 'cap_drop: [ALL]', 'cap_drop: [ALL]\n  privileged: true', /takes privileges/],
    ['root', 'cap_drop: [ALL]', "cap_drop: [ALL]\n  user: '0'", /runs as root/],
    [
      'privileges to gain',
      "security_opt: ['no-new-privileges:true']",
      'security_opt: []',
      /no-new-privileges/,
    ],
    ['a password that works', /NEO4J_AUTH: .*/, 'NEO4J_AUTH: neo4j/password', /neo4j: NEO4J_AUTH/],
    [
      'a default password',
      /(POSTGRES_PASSWORD: \$\{POSTGRES_PASSWORD):\?[^}]*/,
      '$1:-postgres',
      /postgres: POSTGRES_PASSWORD/,
    ],
    ['a password without a word what to do', /(\$\{NEO4J_PASSWORD):\?[^}]*/g, '$1', /NEO4J_PASSWORD needs/],
    [
      'a password in an address',
      /faultline:\$\{POSTGRES_PASSWORD[^}]*\}@/,
      'faultline:faultline@',
      /DATABASE_URL has a password/,
    ],
    ['a variable that nobody documents', 'KAFKA_BROKERS:', 'KAFKA_BROKER:', /KAFKA_BROKER is not in/],
    [
      'an interpolation that nobody documents',
      '${FAULTLINE_LOG_LEVEL',
      '${FAULTLINE_LOGGING',
      /FAULTLINE_LOGGING/,
    ],
    [
      'a program that is not there',
      'apps/cli/dist/main.js',
      'apps/cli/dist/index.js',
      /no program apps\/cli/,
    ],
    ['a log without bound', 'max-size: 10m, ', '', /log grows/],
  ])('%s is found', (_, good, bad, found) => {
    expect(composeProblemsOf(planted(compose, good, bad)).join('\n')).toMatch(found);
  });
});
