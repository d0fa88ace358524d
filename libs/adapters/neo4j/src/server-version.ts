export interface ServerVersion {
  /** As the server says it: `5.26.12`, or since 2025 the year and month. */
  readonly text: string;
  readonly major: number;
  /** Whether it can be told to send no notices (5.7). */
  readonly takesFilters: boolean;
}

/** From what the server calls itself, `Neo4j/5.26.12`. A server of another name, or none, counts as too old. */
export function serverVersion(agent: string): ServerVersion {
  const [, text = 'unknown', major = '0', minor = '0'] =
    /^Neo4j\/((\d{1,6})\.(\d{1,6})\S{0,40})/.exec(agent) ?? [];
  const takesFilters = Number(major) > 5 || (Number(major) === 5 && Number(minor) >= 7);
  return { text, major: Number(major), takesFilters };
}
