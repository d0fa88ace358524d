import { once } from 'node:events';
import { connect } from 'node:net';

/** Whether somebody listens at `host:port`. A process that nobody has buried yet would still answer to its id, but not here. */
export async function isServed(address = ''): Promise<boolean> {
  const [host = '', port] = address.split(':');
  const socket = connect(Number(port), host);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
