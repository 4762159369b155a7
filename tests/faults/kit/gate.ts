import { createServer, type ServerResponse } from 'node:http';

export type Side = 'before' | 'after';
export type Gate = {
  url: string;
  /** From now on the next batch stops on this side; resolves when it stands there. */
  stopAt(side: Side): Promise<void>;
  /** Lets everyone on. */
  open(): void;
  close(): void;
};

/** Where a worker with gates asks whether it may go on. */
export async function openGate(): Promise<Gate> {
  let shut: { side: Side; arrived: () => void } | null = null;
  let waiting: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (request.url !== `/${shut?.side}`) return response.end();
    shut?.arrived();
    waiting.push(response);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  const open = () => {
    shut = null;
    for (const response of waiting) response.end();
    waiting = [];
  };
  return {
    url: `http://127.0.0.1:${port}`,
    stopAt: (side) =>
      new Promise((arrived) => {
        shut = { side, arrived };
      }),
    open,
    close() {
      open();
      server.close();
      server.closeAllConnections();
    },
  };
}
