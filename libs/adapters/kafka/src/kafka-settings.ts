/** How a log-in is shown to the broker. PLAIN sends the password as it is, so it belongs on TLS only. */
export interface KafkaLogin {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

export interface KafkaSettings {
  /** `host:port` of some brokers of the cluster; the others are learnt from them. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** First part of every topic and group: several installations may share a cluster. */
  readonly topicPrefix: string;
  /** `ca` in PEM, for a certificate that no public authority signed. */
  readonly ssl: { readonly ca?: string } | false;
  readonly sasl: KafkaLogin | null;
}

export type KafkaLogLevel = 'error' | 'warn' | 'info' | 'debug';

/** Where the driver's own words go. They hold no secret: passwords and tokens are taken out before. */
export type KafkaLogSink = (
  level: KafkaLogLevel,
  message: string,
  fields: Readonly<Record<string, unknown>>,
) => void;

export const silentKafkaLog: KafkaLogSink = () => undefined;

export const defaultTopicPrefix = 'faultline';
