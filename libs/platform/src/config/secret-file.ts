import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** A password, a URL or a list of brokers; what is longer is the wrong file. */
const SECRET_BYTES_MAX = 64 * 1_024;

export type SecretFile = { readonly kind: 'value'; readonly value: string } | SecretFileProblem;
export interface SecretFileProblem {
  readonly kind: 'problem';
  /** Names the path, never the content. */
  readonly message: string;
}

/** The content of a mounted secret (Docker, Kubernetes) without its last line break. Reads at most one byte more than the bound. */
export function readSecretFile(path: string): SecretFile {
  try {
    // A pipe would wait for a writer, a folder has no content. Kubernetes mounts secrets as links, which `statSync` follows.
    if (!statSync(path).isFile()) return problem(`${path} is not a file`);
    const bytes = firstBytes(path, SECRET_BYTES_MAX + 1);
    if (bytes.length > SECRET_BYTES_MAX) return problem(`${path} is longer than ${SECRET_BYTES_MAX} bytes`);
    const value = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r?\n$/, '');
    return value === '' ? problem(`${path} is empty`) : { kind: 'value', value };
  } catch (error) {
    if (error instanceof TypeError && !('syscall' in error)) return problem(`${path} is not UTF-8 text`);
    return problem(`${path} cannot be read (${codeOf(error)})`);
  }
}

function firstBytes(path: string, bytesMax: number): Uint8Array {
  const bytes = new Uint8Array(bytesMax);
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (let got = -1; got !== 0 && length < bytesMax; length += got)
      got = readSync(file, bytes, length, bytesMax - length, null);
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

const problem = (message: string): SecretFileProblem => ({ kind: 'problem', message });

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
