/** Parts of the agent that it starts by itself, as processes of their own: each loads its own code alone, and is up the sooner. */
const PARTS: Record<string, () => Promise<void>> = {
  'files-door': async () => (await import('./files/door/main.ts')).runDoor(),
  'files-hand': async () => (await import('./files/hand/main.ts')).runHand(),
};

const part = PARTS[process.argv[2] ?? ''];
if (part) await part();
else process.exitCode = await (await import('./commands/main.ts')).main();

export {};
