/** How an entity of a kind is taken out of play, and what that costs before anything benign is counted. */
export interface Removal {
  readonly layer: 'host' | 'network' | 'identity' | 'delivery' | 'application' | 'data' | 'cloud';
  readonly engine: string;
  /** Minutes until it holds, for a prepared team. */
  readonly minutes: number;
  /** True: it cannot be undone at will (a rotated key stays rotated). */
  readonly irreversible: boolean;
  /** D3FEND technique ids. */
  readonly d3fend: readonly string[];
  /** What to do, imperative. */
  readonly action: string;
}

/**
 * Removal per kind of entity. A kind that is not listed cannot be removed: a request that was served or a row that was
 * written is history, and so is a token that was used: whoever can sign mints the next.
 * Minutes are a prepared team's, not fitted to any organisation.
 */
export const removals: Readonly<Record<string, Removal>> = {
  file: {
    layer: 'host',
    engine: 'endpoint',
    minutes: 5,
    irreversible: false,
    d3fend: ['D3-FEV', 'D3-EDL'],
    action: 'quarantine the file and deny its hash',
  },
  process: {
    layer: 'host',
    engine: 'endpoint',
    minutes: 2,
    irreversible: false,
    d3fend: ['D3-PT', 'D3-PE'],
    action: 'stop the process and deny its image',
  },
  'registry-value': {
    layer: 'host',
    engine: 'endpoint',
    minutes: 5,
    irreversible: false,
    d3fend: ['D3-RC'],
    action: 'restore the registry value',
  },
  host: {
    layer: 'network',
    engine: 'switch',
    minutes: 10,
    irreversible: false,
    d3fend: ['D3-NI'],
    action: 'isolate the host',
  },
  ip: {
    layer: 'network',
    engine: 'firewall',
    minutes: 2,
    irreversible: false,
    d3fend: ['D3-NTF'],
    action: 'block the address',
  },
  url: {
    layer: 'network',
    engine: 'proxy',
    minutes: 2,
    irreversible: false,
    d3fend: ['D3-OTF'],
    action: 'block the URL',
  },
  domain: {
    layer: 'network',
    engine: 'resolver',
    minutes: 2,
    irreversible: false,
    d3fend: ['D3-DNSDL'],
    action: 'block the domain',
  },
  user: {
    layer: 'identity',
    engine: 'directory',
    minutes: 5,
    irreversible: false,
    d3fend: ['D3-AL'],
    action: 'lock the account',
  },
  session: {
    layer: 'identity',
    engine: 'identity provider',
    minutes: 2,
    irreversible: false,
    d3fend: ['D3-ST'],
    action: 'end the session',
  },
  'signing-key': {
    layer: 'identity',
    engine: 'identity provider',
    minutes: 30,
    irreversible: true,
    d3fend: ['D3-CRO', 'D3-CE'],
    action: 'rotate the key and withdraw it from the key set',
  },
  issuer: {
    layer: 'application',
    engine: 'token verifier',
    minutes: 15,
    irreversible: false,
    d3fend: ['D3-CE'],
    action: 'refuse the issuer at every verifier',
  },
  'build-step': {
    layer: 'delivery',
    engine: 'CI system',
    minutes: 20,
    irreversible: false,
    d3fend: ['D3-RC', 'D3-EAL'],
    action: 'pin the step to the reviewed code and rebuild',
  },
  'build-job': {
    layer: 'delivery',
    engine: 'CI system',
    minutes: 20,
    irreversible: false,
    d3fend: ['D3-EI'],
    action: 'stop the job and rebuild on a clean runner',
  },
  build: {
    layer: 'delivery',
    engine: 'CI system',
    minutes: 30,
    irreversible: false,
    d3fend: ['D3-EI'],
    action: 'discard the run and rebuild on a clean runner',
  },
  runner: {
    layer: 'delivery',
    engine: 'CI system',
    minutes: 10,
    irreversible: false,
    d3fend: ['D3-EI'],
    action: 'take the runner out of service',
  },
  commit: {
    layer: 'delivery',
    engine: 'version control',
    minutes: 30,
    irreversible: false,
    d3fend: ['D3-RS'],
    action: 'revert the commit',
  },
  artifact: {
    layer: 'delivery',
    engine: 'admission policy',
    minutes: 10,
    irreversible: false,
    d3fend: ['D3-EDL'],
    action: 'deny the digest at admission',
  },
  deployment: {
    layer: 'delivery',
    engine: 'deployment system',
    minutes: 15,
    irreversible: false,
    d3fend: ['D3-RS'],
    action: 'roll back the deployment',
  },
  service: {
    layer: 'network',
    engine: 'service mesh',
    minutes: 10,
    irreversible: false,
    d3fend: ['D3-NI'],
    action: 'isolate the service',
  },
  defect: {
    layer: 'application',
    engine: 'source code',
    minutes: 240,
    irreversible: false,
    d3fend: ['D3-SCH'],
    action: 'mend the code and roll it out',
  },
  'access-key': {
    layer: 'cloud',
    engine: 'cloud IAM',
    minutes: 2,
    irreversible: false,
    d3fend: ['D3-CE'],
    action: 'deactivate the key and revoke its sessions',
  },
  'cloud-role': {
    layer: 'cloud',
    engine: 'cloud IAM',
    minutes: 10,
    irreversible: false,
    d3fend: ['D3-UAP'],
    action: 'attach a deny policy to the role',
  },
  'cloud-instance': {
    layer: 'cloud',
    engine: 'cloud network',
    minutes: 10,
    irreversible: false,
    d3fend: ['D3-NI'],
    action: 'isolate the instance and demand session tokens of its metadata service',
  },
  column: {
    layer: 'data',
    engine: 'PostgreSQL',
    minutes: 10,
    irreversible: false,
    d3fend: ['D3-UAP'],
    action: 'revoke the write grant on the column',
  },
  table: {
    layer: 'data',
    engine: 'PostgreSQL',
    minutes: 10,
    irreversible: false,
    d3fend: ['D3-UAP'],
    action: 'revoke the write grant on the table',
  },
};
