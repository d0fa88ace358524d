import { FaultlineError } from '@faultline/model';

/** What a failed `listen` means: FL_PORT_IN_USE, FL_CONFIG_INVALID, or the error itself where nobody can do something about it. */
export function listenFailure(cause: unknown, port: number, host: string): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  if (code === 'EADDRINUSE') {
    const message = `Port ${port} on ${host} is in use. Stop the other program, or choose another port, for instance PORT=${port + 1}.`;
    return new FaultlineError('FL_PORT_IN_USE', message, { cause });
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    const message = `Cannot listen on ${host}, port ${port} (${code}). Choose another PORT (1024 or above) or FAULTLINE_HOST.`;
    return new FaultlineError('FL_CONFIG_INVALID', message, { cause });
  }
  return cause;
}
