import { FaultlineError } from '@faultline/model';

/** As docs/deploy.md and `.env.example` say. */
const OLDEST_MAJOR = 15;
/** Since PostgreSQL 10 `server_version_num` is the major version times this, plus the minor one. */
const MAJOR = 10_000;

/** Throws FL_DATABASE_TOO_OLD for a server that lacks what the queries use. `versionNum` is the server's `server_version_num`. */
export function refuseOldServer(versionNum: number): void {
  if (versionNum >= OLDEST_MAJOR * MAJOR) return;
  throw new FaultlineError(
    'FL_DATABASE_TOO_OLD',
    `The database server is PostgreSQL ${versionName(versionNum)}. Use PostgreSQL ${OLDEST_MAJOR} or newer, or unset DATABASE_URL for the embedded server.`,
  );
}

/** Before 10 there were three parts: 90624 is 9.6.24. */
function versionName(versionNum: number): string {
  const major = Math.floor(versionNum / MAJOR);
  const rest = versionNum % MAJOR;
  return major >= 10 ? `${major}.${rest}` : `${major}.${Math.floor(rest / 100)}.${rest % 100}`;
}
