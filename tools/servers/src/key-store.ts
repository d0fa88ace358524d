import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { javaProgram } from './java-program.js';
import { runProgram } from './run-program.js';

export interface KeyStore {
  readonly file: string;
  readonly password: string;
  /** The certificate that clients must trust, as PEM. */
  readonly caFile: string;
}

const keytoolTimeoutMs = 60_000;
/** `keytool` without looking for it: the program is only a name for this class. */
const keytool = ['-m', 'java.base/sun.security.tools.keytool.Main'];

/** A key and a self-signed certificate for 127.0.0.1 and localhost, in `folder`. Takes about a second. */
export async function makeKeyStore(folder: string): Promise<KeyStore> {
  const store = {
    file: path.join(folder, 'key-store.p12'),
    password: randomBytes(18).toString('hex'),
    caFile: path.join(folder, 'ca.pem'),
  };
  const common = [
    '-alias',
    'server',
    '-keystore',
    store.file,
    '-storetype',
    'PKCS12',
    '-storepass',
    store.password,
  ];
  const key = ['-keyalg', 'EC', '-groupname', 'secp256r1', '-validity', '7'];
  const names = ['-dname', 'CN=localhost', '-ext', 'SAN=ip:127.0.0.1,dns:localhost', '-ext', 'BC=ca:true'];
  await runProgram(javaProgram(), [...keytool, '-genkeypair', ...common, ...key, ...names], keytoolTimeoutMs);
  await runProgram(
    javaProgram(),
    [...keytool, '-exportcert', '-rfc', '-file', store.caFile, ...common],
    keytoolTimeoutMs,
  );
  return store;
}
