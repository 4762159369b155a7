import type { TLSSocket } from 'node:tls';
import type { Session } from './program.ts';

const PATIENCE_MS = 15_000;
/** For a line on which nothing need come. */
export const ALL_DAY_MS = 86_400_000;

/** One end of a protocol of lines, typed by hand. */
export type Talk = Session & {
  say(line: string): void;
  /** Waits for what the server says from now on, or has said unread; everything up to its end counts as read. Rejects when the line is cut, or after `patienceMs`. */
  hear(words: RegExp, patienceMs?: number): Promise<string>;
};

export function talkOver(socket: TLSSocket): Talk {
  let unread = '';
  let wake: () => void = () => {};
  let open = true;
  const ended = new Promise<void>((resolve) => {
    socket.once('close', () => {
      open = false;
      wake();
      resolve();
    });
  });
  socket.setEncoding('utf8').on('data', (part: string) => {
    unread += part;
    wake();
  });
  // A connection that is reset has ended as much as one that is closed.
  socket.on('error', () => {});
  socket.on('end', () => socket.destroy());
  return {
    ended,
    isOpen: () => open,
    leave: () => void socket.destroy(),
    say: (line) => void socket.write(`${line}\r\n`),
    async hear(words, patienceMs = PATIENCE_MS) {
      const timer = setTimeout(() => socket.destroy(), patienceMs);
      try {
        for (;;) {
          const match = words.exec(unread);
          if (match) {
            unread = unread.slice(match.index + match[0].length);
            return match[0];
          }
          if (!open) throw new Error(`the line was cut before ${words}: ${unread}`);
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** Says something and hears whether the answer is the good one; a line that is cut is a refusal. */
export async function ask(talk: Talk, line: string, answer: RegExp, good: RegExp): Promise<boolean> {
  if (!talk.isOpen()) return false;
  talk.say(line);
  return talk.hear(answer).then(
    (said) => good.test(said),
    () => false,
  );
}
