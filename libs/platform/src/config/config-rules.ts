import type { ConfigProblem } from './given-values.js';

type Given = Readonly<Record<string, string>>;

/** What must hold between variables. Looks at what was given, so that it speaks even when a value by itself is wrong. */
export interface ConfigRule {
  /** The rule counts for an app whose schema has this name. */
  readonly name: string;
  readonly isBroken: (given: Given) => boolean;
  readonly message: string;
}

const sasl = ['KAFKA_SASL_MECHANISM', 'KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'] as const;
const isSet = (given: Given, name: string): boolean => given[name] !== undefined;

export const configRules: readonly ConfigRule[] = [
  ...sasl.map((name) => ({
    name,
    isBroken: (given: Given) => !isSet(given, name) && sasl.some((other) => isSet(given, other)),
    message: `is missing: ${sasl.join(', ')} are given together or not at all`,
  })),
  {
    name: 'KAFKA_BROKERS',
    isBroken: (given) => !isSet(given, 'KAFKA_BROKERS') && isSet(given, 'KAFKA_SASL_MECHANISM'),
    message: 'is missing, but KAFKA_SASL_MECHANISM says how to log in there',
  },
  {
    name: 'KAFKA_SASL_MECHANISM',
    isBroken: sendsPasswordInTheClear,
    message:
      'plain without KAFKA_TLS=true sends the password readable over the network. Set KAFKA_TLS=true, or KAFKA_ALLOW_PLAINTEXT_SASL=true if nobody can listen there',
  },
  {
    name: 'KAFKA_TLS_CA_FILE',
    isBroken: (given) => isSet(given, 'KAFKA_TLS_CA_FILE') && given['KAFKA_TLS'] !== 'true',
    message: 'is of no use without KAFKA_TLS=true',
  },
  {
    name: 'NEO4J_PASSWORD',
    isBroken: (given) => isSet(given, 'NEO4J_URL') && !isSet(given, 'NEO4J_PASSWORD'),
    message: 'is missing, but NEO4J_URL is set',
  },
];

/** The broken ones among the rules for these names. */
export function brokenRules(names: readonly string[], given: Given): readonly ConfigProblem[] {
  return configRules.filter((rule) => names.includes(rule.name) && rule.isBroken(given));
}

function sendsPasswordInTheClear(given: Given): boolean {
  return (
    given['KAFKA_SASL_MECHANISM'] === 'plain' &&
    given['KAFKA_TLS'] !== 'true' &&
    given['KAFKA_ALLOW_PLAINTEXT_SASL'] !== 'true' &&
    !(given['KAFKA_BROKERS'] ?? '').split(',').every(isOfThisMachine)
  );
}

/** Names that a resolver may send elsewhere (`localhost.example`) do not count. */
function isOfThisMachine(broker: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\]):\d+$/i.test(broker.trim());
}
