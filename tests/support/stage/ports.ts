import { createServer } from 'node:net';

/** A port that is free on loopback now: the wanted one or the next, or any when none is wanted. */
export async function freePort(wanted = 0): Promise<number> {
  for (let port = wanted; port <= wanted + 200; port += 1) {
    const found = await tryPort(port);
    if (found !== null) return found;
  }
  throw new Error(`No free port from ${wanted} on`);
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (fault: NodeJS.ErrnoException) =>
      ['EADDRINUSE', 'EACCES'].includes(fault.code ?? '') ? resolve(null) : reject(fault),
    );
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
