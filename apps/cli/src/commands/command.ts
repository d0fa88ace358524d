/** A subcommand: its help text and what it does. `run` gives the exit code. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly help: string;
  run(args: readonly string[], signal: AbortSignal): Promise<number>;
}

/** Exit codes of the command line contract. */
export const exitCodes = {
  ok: 0,
  verificationFailed: 1,
  usage: 2,
  nothingRead: 3,
  internal: 70,
  interrupted: 130,
} as const;
