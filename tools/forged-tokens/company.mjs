// @ts-check
// One believable company: names, hosts, people, clients. All drawn from the seed.
import { createHmac } from 'node:crypto';
import { THEMES } from './themes.mjs';
import { stream } from './random.mjs';

/** @typedef {{ id: string, subHmac: string, ip: string, agent: string, device: number }} User */
/** @typedef {{ login: string, name: string, email: string }} Developer */
/** @typedef {ReturnType<typeof foundCompany>} Company */

const NAMES = [
  'lumenmart',
  'tidegoods',
  'northquay',
  'paperfinch',
  'oakhollow',
  'silverlane',
  'brightmoor',
  'juniperway',
  'stonefield',
  'maplecrest',
  'bluedepot',
  'harborline',
  'wrenhouse',
  'copperleaf',
];
const ISSUER_SERVICES = [
  'sso-passport',
  'identity-gate',
  'id-broker',
  'login-core',
  'passport-server',
  'auth-hub',
];
const PUBLIC_HOSTS = ['login', 'id', 'account', 'auth', 'signin'];
const INTERNAL_HOSTS = ['sso', 'sso-internal', 'passport', 'idp'];
const INTERNAL_ZONES = ['lan', 'internal', 'corp'];
const FIRST = [
  'mei',
  'arjun',
  'lena',
  'tomas',
  'yuki',
  'sofia',
  'omar',
  'ines',
  'wei',
  'katya',
  'diego',
  'hana',
  'felix',
  'nora',
  'rahul',
  'li',
];
const LAST = [
  'chen',
  'patel',
  'vogel',
  'silva',
  'tanaka',
  'rossi',
  'haddad',
  'costa',
  'zhang',
  'orlova',
  'rivera',
  'kim',
  'berg',
  'dahl',
  'iyer',
  'wang',
];
const BROWSERS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:135.0) Gecko/20100101 Firefox/135.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/132.0.0.0 Safari/537.36 Edg/132.0.0.0',
];
const APPS = ['okhttp/4.12.0', 'okhttp/4.11.0', 'CFNetwork/1568.300.101 Darwin/24.2.0'];
export const MACHINE_AGENTS = [
  'Go-http-client/1.1',
  'python-requests/2.32.3',
  'axios/1.7.9',
  'Java-http-client/21.0.5',
  'node-fetch/3.3.2',
];

/** @param {import('./random.mjs').Random} random */
export const publicIp = (random) =>
  `${random.pick([31, 45, 58, 78, 91, 101, 114, 123, 139, 151, 178, 185, 193, 203, 212])}.${random.int(1, 254)}.${random.int(0, 255)}.${random.int(2, 253)}`;

/** @param {number} seed @param {import('./variants.mjs').Variant} variant */
export function foundCompany(seed, variant) {
  const random = stream(seed, 'company');
  const name = random.pick(NAMES);
  const theme = THEMES[variant['theme']];
  const hmacKey = random.hex(32);
  const domain = `${name}.example`;
  const internalDomain = `${random.pick(['corp', 'int', 'svc'])}.${name}.${random.pick(INTERNAL_ZONES)}`;
  const users = Array.from({ length: random.int(130, 220) }, () => person(random, hmacKey));
  const org = random.pick([name, `${name}-dev`, `${name}hq`]);
  return {
    name,
    org,
    theme,
    hmacKey,
    users,
    issuerService: random.pick(ISSUER_SERVICES),
    issuerRepository: random.pick(['sso', 'passport', 'identity', 'auth-service', 'sso-core']),
    publicSsoHost: `${random.pick(PUBLIC_HOSTS)}.${domain}`,
    internalSsoHost: `${random.pick(INTERNAL_HOSTS)}.${internalDomain}`,
    apiHost: random.pick([`api.${domain}`, `gw.${domain}`, `edge.${domain}`]),
    apiPerService: random.chance(0.5),
    registry: `${random.pick(['registry', 'harbor', 'images'])}.${domain}`,
    deliveryUrl: `https://${random.pick(['cd', 'deploy', 'argocd'])}.${internalDomain}`,
    ciUrl: `https://${random.pick(['ci', 'tekton', 'builds'])}.${internalDomain}`,
    domain,
    staff: users.slice(0, 9),
    realm: random.pick(['main', 'customers', name]),
    webClients: [`${theme.clientPrefix}-web`, `${theme.clientPrefix}-app`, 'partner-portal'],
    staffClient: random.pick(['backoffice', 'admin-console', 'ops-desk']),
    machines: theme.machines.map((id) => ({
      id,
      ip: `10.${random.int(8, 60)}.${random.int(0, 31)}.${random.int(4, 250)}`,
      agent: random.pick(MACHINE_AGENTS),
    })),
    developers: developers(random, domain),
    firewall: random.pick(['waf01', 'edge-waf-2', 'waf-a']),
  };
}

/** @param {import('./random.mjs').Random} random @param {string} hmacKey @returns {User} */
function person(random, hmacKey) {
  const id = random.uuid();
  return {
    id,
    subHmac: keyed(hmacKey, id),
    ip: publicIp(random),
    agent: random.chance(0.3) ? random.pick(APPS) : random.pick(BROWSERS),
    device: random.int(0, 2),
  };
}

/** @param {import('./random.mjs').Random} random @param {string} domain @returns {Developer[]} */
function developers(random, domain) {
  const firsts = random.shuffled(FIRST);
  const lasts = random.shuffled(LAST);
  return firsts.slice(0, 9).map((first, i) => ({
    login: random.pick([`${first}${lasts[i][0]}`, `${first}-${lasts[i]}`, `${first}${random.int(2, 97)}`]),
    name: `${capital(first)} ${capital(lasts[i])}`,
    email: `${first}.${lasts[i]}@${domain}`,
  }));
}

const capital = (/** @type {string} */ text) => text[0].toUpperCase() + text.slice(1);

/** Keyed hash as the log shippers write it: 128 bits are enough to join on. @param {string} key @param {string} text */
export const keyed = (key, text) => createHmac('sha256', key).update(text).digest('hex').slice(0, 32);
