import type { SessionView } from '../../contract/index.ts';

export type GateAnswer = 'passed' | 'given-up' | 'someone-else';

/** Who the client turns to when a request needs a person to prove who they are; the dialogs stand behind it. */
export interface Gate {
  signIn(): Promise<GateAnswer>;
  stepUp(): Promise<GateAnswer>;
}

let arrived: (gate: Gate) => void = () => {};
// A request may be refused before the dialogs are on the page; it waits for them.
let keeper = new Promise<Gate>((resolve) => {
  arrived = resolve;
});

/** Several requests may be refused at once; they all wait for one dialog. */
const asking = new Map<keyof Gate, Promise<GateAnswer>>();

export function mindGate(gate: Gate): void {
  arrived(gate);
  keeper = Promise.resolve(gate);
}

export function passGate(which: keyof Gate): Promise<GateAnswer> {
  const waiting = asking.get(which) ?? keeper.then((gate) => gate[which]()).finally(() => asking.delete(which));
  asking.set(which, waiting);
  return waiting;
}

/** True when `after` may finish what `before` began: the same person on the same account. */
export const isSamePerson = (before: SessionView | null, after: SessionView): boolean =>
  before === null || (before.user.id === after.user.id && before.account?.id === after.account?.id);
