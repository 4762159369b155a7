/** Parts of the agent that it starts by itself, as processes of their own: each loads its own code alone, and is up the sooner. */
const PARTS: Record<string, () => Promise<void>> = {
  'files-door': async () => (await import('./files/door/main.ts')).runDoor(),
  'files-hand': async () => (await import('./files/hand/main.ts')).runHand(),
};

/** Runs the part that a process was started as; false when it was started as none. */
export async function runPart(name: string | undefined): Promise<boolean> {
  const part = PARTS[name ?? ''];
  await part?.();
  return part !== undefined;
}
