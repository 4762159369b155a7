import { runPart } from './parts.ts';

if (!(await runPart(process.argv[2]))) process.exitCode = await (await import('./commands/main.ts')).main();
