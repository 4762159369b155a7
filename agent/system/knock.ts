import { createConnection } from 'node:net';

/** True when the first words a server says match. */
export function knock(host: string, port: number, greeting: RegExp, timeoutMs = 5000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: timeoutMs });
    const end = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    for (const event of ['error', 'timeout', 'end'] as const) socket.once(event, () => end(false));
    socket.once('data', (data) => end(greeting.test(data.toString('latin1'))));
  });
}
