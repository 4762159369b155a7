import { type ChildProcess, spawn } from 'node:child_process';

/** A process of our own that we talk to; it ends by itself when we are gone. */
export type Child = {
  readonly pid: number;
  send(message: unknown): void;
  /** Lets go of it: it hears that and ends. One that does not within `graceMs` is killed. Resolves when it is gone. */
  end(graceMs?: number): Promise<void>;
};
export type ChildEvents = { onMessage: (message: unknown) => void; onExit: () => void };

/** What a child is given of our environment: nothing that could be a secret. */
const ENVIRONMENT = {
  PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
  // What the kernel's io_uring runs for us does not follow setuid(2).
  UV_USE_IO_URING: '0',
};

/** Starts a Node program that is told by messages what to do, never by its arguments or environment. */
export function startChild(program: string, args: readonly string[], events: ChildEvents): Child {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: ENVIRONMENT });
  const gone = new Promise<void>((resolve) => {
    const leave = () => {
      resolve();
      events.onExit();
    };
    child.once('exit', leave);
    // One that could not even be started.
    child.once('error', () => child.pid ?? leave());
  });
  child.on('message', events.onMessage);
  return {
    pid: child.pid ?? 0,
    send: (message) => tell(child, message),
    async end(graceMs = 3000) {
      if (child.connected) child.disconnect();
      const patience = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await gone;
      clearTimeout(patience);
    },
  };
}

/** A child that is going hears nothing more; that it goes is told by `onExit`. */
function tell(child: ChildProcess, message: unknown): void {
  if (child.connected) child.send(message as object, () => {});
}
