/** Does every one of them, whatever becomes of the others; in the end throws what went wrong first. */
export async function tryAll<T>(things: Iterable<T>, work: (thing: T) => Promise<void> | void): Promise<void> {
  const faults: unknown[] = [];
  for (const thing of things) {
    try {
      await work(thing);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
}
