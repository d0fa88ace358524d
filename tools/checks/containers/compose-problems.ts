import { type Compose, readCompose, type Service } from './compose-schema.js';

export interface ComposeSurroundings {
  /** Names that `.env.example` knows. */
  readonly documented: (name: string) => boolean;
  /** True for a built program whose source is there: `apps/api/dist/main.js`. */
  readonly isProgram: (path: string) => boolean;
}

type Named = readonly [name: string, service: Service];
type Rule = (named: Named, compose: Compose, surroundings: ComposeSurroundings) => readonly string[];

/** What a process gives itself to stop (`graceful-shutdown.ts`); Docker must not kill it before. */
const SHUTDOWN_SECONDS = 30;
const secretName = /PASSWORD|SECRET|TOKEN|_AUTH$/;
const required = /\$\{[A-Z][A-Z0-9_]*:\?[^}]+\}/g;
const interpolated = /\$\{([A-Z][A-Z0-9_]*)/g;

const isOurs = ({ build }: Service): boolean => build !== undefined;
const when = (isBroken: boolean, message: string): readonly string[] => (isBroken ? [message] : []);

const isAwaitedOnce = (name: string, { services }: Compose): boolean =>
  Object.values(services).some(
    ({ depends_on }) => depends_on[name]?.condition === 'service_completed_successfully',
  );

const rules: readonly Rule[] = [
  ([, { image }]) =>
    when(
      !/:[\w.-]+(@sha256:[0-9a-f]{64})?$/.test(image) || /:latest\b/.test(image),
      `image ${image} needs a tag, and not latest`,
    ),
  ([name, { healthcheck }], compose) =>
    when(!healthcheck && !isAwaitedOnce(name, compose), 'needs a health check'),
  ([name, { restart }], compose) =>
    when(
      isAwaitedOnce(name, compose) !== (restart === 'no'),
      `restart: ${restart} does not fit: only what runs once ends for good`,
    ),
  ([, { depends_on }], { services }) =>
    Object.keys(depends_on).flatMap((other) =>
      when(!services[other], `depends on ${other}, which is not there`),
    ),
  ([, { ports }]) =>
    ports.flatMap((port) => when(!port.startsWith('127.0.0.1:'), `port ${port} is open to the network`)),
  ([, { networks }], compose) => [
    ...when(networks.length === 0, 'needs networks: the default one leads outside'),
    ...networks.flatMap((network) => when(!compose.networks[network], `network ${network} is not declared`)),
  ],
  ([, { networks, ports }], compose) =>
    when(
      ports.length === 0 && networks.some((network) => compose.networks[network]?.internal === false),
      'publishes no port, so it needs no network that leads outside',
    ),
  ([, { volumes }], compose) =>
    volumes.flatMap((volume) =>
      when(
        !compose.volumes[volume.split(':')[0] ?? ''],
        `volume ${volume} is not a declared one: a folder of the machine would be mounted`,
      ),
    ),
  ([, { privileged, cap_add, security_opt }]) => [
    ...when(privileged || cap_add.length > 0, 'takes privileges'),
    ...when(!security_opt.includes('no-new-privileges:true'), 'needs security_opt no-new-privileges:true'),
  ],
  ([, service]) =>
    when(
      isOurs(service) && !(service.read_only && service.cap_drop.includes('ALL') && service.pids_limit),
      'needs read_only: true, cap_drop: [ALL] and pids_limit',
    ),
  ([, { user }]) => when(/^(root|0)\b/.test(user ?? ''), 'runs as root'),
  ([, service]) =>
    when(
      isOurs(service) && seconds(service.stop_grace_period) <= SHUTDOWN_SECONDS,
      `stop_grace_period must be longer than ${SHUTDOWN_SECONDS} s`,
    ),
  ([, { environment }]) => Object.entries(environment).flatMap(secretProblems),
  ([, service], _compose, { documented }) =>
    (isOurs(service) ? Object.keys(service.environment) : []).flatMap((name) =>
      when(!documented(name), `${name} is not in .env.example`),
    ),
  ([, service], _compose, { isProgram }) =>
    when(
      isOurs(service) && !isProgram(service.command?.[0] ?? ''),
      `there is no program ${service.command?.[0]}`,
    ),
  ([, { logging }]) => when(!logging.options['max-size'], 'its log grows without bound'),
];

/** What is wrong with a Compose file, each with its service; nothing when it is fit to run. */
export function composeProblems(text: string, surroundings: ComposeSurroundings): readonly string[] {
  const reading = readCompose(text);
  if (reading.kind === 'problems') return reading.problems;
  const { compose } = reading;
  const unknown = [...text.matchAll(interpolated)].flatMap(([, name = '']) =>
    when(!surroundings.documented(name), `\${${name}} is not in .env.example`),
  );
  const broken = Object.entries(compose.services).flatMap((named) =>
    rules.flatMap((rule) => rule(named, compose, surroundings)).map((problem) => `${named[0]}: ${problem}`),
  );
  return [...unknown, ...broken];
}

/** A secret comes from outside and has no default; so does one inside an address. */
function secretProblems([name, value]: readonly [string, string | number]): readonly string[] {
  const rest = String(value).replace(required, '<required>');
  const inAddress = /:\/\/[^/@\s]*:([^/@\s]*)@/.exec(rest)?.[1];
  return [
    ...when(
      secretName.test(name) && !rest.includes('<required>'),
      `${name} needs a value like \${NAME:?what to set}`,
    ),
    ...when(inAddress !== undefined && inAddress !== '<required>', `${name} has a password in it`),
  ];
}

function seconds(duration: string): number {
  const value = Number.parseInt(duration, 10);
  return duration.endsWith('ms') ? value / 1_000 : duration.endsWith('m') ? value * 60 : value;
}
