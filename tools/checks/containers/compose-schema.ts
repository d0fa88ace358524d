import { parse } from 'yaml';
import { z } from 'zod';

// The parts of the Compose specification that docker-compose.yml uses, and no more: a misspelt key is an error here, while Compose would
// see it only where there is an engine.

const duration = z.string().regex(/^\d+(ms|s|m)$/, 'must be a duration such as 30s');
const size = z.string().regex(/^\d+[kmg]$/, 'must be a size such as 512m');
const scalar = z.union([z.string(), z.number()]);

const healthcheck = z.strictObject({
  test: z
    .array(z.string())
    .min(2)
    .refine(([kind]) => kind === 'CMD' || kind === 'CMD-SHELL', 'must begin with CMD or CMD-SHELL'),
  interval: duration,
  timeout: duration,
  retries: z.int().positive(),
  start_period: duration.optional(),
});

const dependency = z.strictObject({
  condition: z.enum(['service_healthy', 'service_completed_successfully']),
});

const service = z.strictObject({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).min(1).optional(),
  environment: z.record(z.string(), scalar).default({}),
  volumes: z.array(z.string()).default([]),
  tmpfs: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), dependency).default({}),
  healthcheck: healthcheck.optional(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']),
  stop_grace_period: duration,
  mem_limit: size,
  shm_size: size.optional(),
  pids_limit: z.int().positive().optional(),
  read_only: z.boolean().default(false),
  privileged: z.boolean().default(false),
  user: z.string().optional(),
  cap_add: z.array(z.string()).default([]),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  logging: z.strictObject({ driver: z.string(), options: z.record(z.string(), z.string()) }),
});

const compose = z.object({
  name: z.string(),
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean().default(false) })).default({}),
  volumes: z.record(z.string(), z.strictObject({})).default({}),
});
export type Compose = z.infer<typeof compose>;
export type Service = z.infer<typeof service>;

export type ComposeReading =
  | { readonly kind: 'compose'; readonly compose: Compose }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** The file with its anchors and merges resolved, `${…}` left as written. */
export function readCompose(text: string): ComposeReading {
  const result = compose.safeParse(parse(text, { merge: true }));
  if (result.success) return { kind: 'compose', compose: result.data };
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return { kind: 'problems', problems };
}
