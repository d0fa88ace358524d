import type { KeyStore } from './key-store.js';

export interface KafkaLogin {
  readonly mechanism: 'PLAIN' | 'SCRAM-SHA-512';
  /** Letters, digits, `.`, `_` and `-`, as the password: both stand in configuration that has quotes of its own. */
  readonly username: string;
  readonly password: string;
}

const word = /^[\w.-]{1,100}$/;

/** What the listener for clients demands, on top of `kafkaProperties`. */
export function securityProperties(
  login: KafkaLogin | undefined,
  keyStore: KeyStore | undefined,
): Readonly<Record<string, string>> {
  const protocol = `${login ? 'SASL_' : ''}${keyStore ? 'SSL' : 'PLAINTEXT'}`;
  return {
    'listener.security.protocol.map': `CLIENT:${protocol},INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT`,
    ...(login ? loginProperties(login) : {}),
    ...(keyStore ? keyStoreProperties(keyStore) : {}),
  };
}

/** The user as Kafka's formatter takes it: SCRAM users live in the log, so they must be there before the first start. */
export const scramUser = (login: KafkaLogin | undefined): string =>
  login?.mechanism === 'SCRAM-SHA-512'
    ? `SCRAM-SHA-512=[name=${login.username},password=${login.password}]`
    : '';

function loginProperties(login: KafkaLogin): Record<string, string> {
  const { mechanism, username, password } = login;
  // The values stay out of the message: one of them is a password.
  if (!word.test(username) || !word.test(password))
    throw new Error('A username and a password for Kafka in tests are letters, digits, ".", "_" and "-".');
  const modules = 'org.apache.kafka.common.security';
  const jaas =
    mechanism === 'PLAIN'
      ? `${modules}.plain.PlainLoginModule required user_${username}="${password}";`
      : `${modules}.scram.ScramLoginModule required;`;
  return {
    'sasl.enabled.mechanisms': mechanism,
    [`listener.name.client.${mechanism.toLowerCase()}.sasl.jaas.config`]: jaas,
  };
}

const keyStoreProperties = ({ file, password }: KeyStore): Record<string, string> => ({
  'listener.name.client.ssl.keystore.type': 'PKCS12',
  'listener.name.client.ssl.keystore.location': file,
  'listener.name.client.ssl.keystore.password': password,
  'listener.name.client.ssl.key.password': password,
});
