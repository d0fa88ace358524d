import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, type FileHandle } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { javaProgram } from './java-program.js';
import { lastLines } from './last-lines.js';

/** A start takes 3 to 10 s; with every core busy it was never seen above 40. */
const startTimeoutMs = 120_000;
/** An orderly end takes 1 to 3 s. */
const endTimeoutMs = 60_000;
const pollMs = 50;
/** The log of a start is a few kilobytes. */
const logMaxBytes = 256 * 1024;

export interface JavaCommand {
  /** Of the server, for messages. */
  readonly name: string;
  /** Everything behind `java`. */
  readonly args: readonly string[];
  /** The first line of standard input: what must not stand among the arguments. */
  readonly secret: string;
  /** Appended to, with both output streams. */
  readonly logFile: string;
  /** The server says this when it takes clients. */
  readonly readyText: string;
}

/**
 * Starts a Java server and waits until it takes clients. Standard input stays open as long as this process lives, and the server ends with
 * it. Throws with the last lines of the log when the server ends early or is not ready in two minutes (it is killed then).
 */
export async function startJava(command: JavaCommand): Promise<ChildProcess> {
  const log = await open(command.logFile, 'a+', 0o600);
  try {
    const { size: from } = await log.stat();
    const child = spawn(javaProgram(), command.args, { stdio: ['pipe', log.fd, log.fd] });
    const spawned = once(child, 'spawn');
    // A server that is killed leaves a broken pipe, and that is nobody's failure.
    child.stdin?.on('error', () => undefined);
    child.stdin?.write(`${command.secret}\n`);
    await spawned;
    await untilReady(child, command, () => readFrom(log, from));
    return child;
  } finally {
    await log.close();
  }
}

async function untilReady(
  child: ChildProcess,
  command: JavaCommand,
  readLog: () => Promise<string>,
): Promise<void> {
  const deadlineMs = performance.now() + startTimeoutMs;
  for (;;) {
    // Looked at before the log is read: a server that ended has written all that it will write.
    const ended = hasEnded(child);
    const log = await readLog();
    if (!ended && log.includes(command.readyText)) return;
    const late = performance.now() > deadlineMs;
    if (ended || late) {
      await end(child, 'SIGKILL');
      const what = late ? `is not ready after ${startTimeoutMs / 1000} s` : 'ended while it started';
      throw new Error(`${command.name} ${what}. The end of its log:\n${lastLines(log)}`);
    }
    await pause(pollMs);
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Sends the signal to this very process and waits until the system has taken it away, with SIGKILL if it has not heard in a minute. */
export async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const deaf = setTimeout(() => child.kill('SIGKILL'), endTimeoutMs);
  await gone;
  clearTimeout(deaf);
}

async function readFrom(log: FileHandle, from: number): Promise<string> {
  const { size } = await log.stat();
  const start = Math.max(from, size - logMaxBytes);
  const { buffer, bytesRead } = await log.read({ buffer: Buffer.alloc(size - start), position: start });
  return buffer.toString('utf8', 0, bytesRead);
}
