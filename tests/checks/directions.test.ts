import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cruise, type IConfiguration } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import configuration from '../../.dependency-cruiser.mjs';

/** For each rule one file that breaks it,. */
const PLANTS: Record<string, { file: string; imports: string }> = {
  'contract-imports-zod-only': { file: 'contract/planted.ts', imports: '../content/guide/index.ts' },
  'content-imports-contract-only': { file: 'content/guide/planted.ts', imports: '../../worker/grants/index.ts' },
  'worker-imports-contract-and-content': { file: 'worker/grants/planted.ts', imports: '../../agent/link/link.ts' },
  'site-talks-to-the-worker-by-http': { file: 'site/islands/planted.tsx', imports: '../../worker/grants/index.ts' },
  'agent-imports-contract-only': { file: 'agent/link/planted.ts', imports: '../../content/guide/index.ts' },
  'agent-system-is-the-only-door': { file: 'agent/link/planted.ts', imports: 'node:child_process' },
  'worker-slice-through-its-index': { file: 'worker/hosts/planted.ts', imports: '../grants/inner.ts' },
  'composition-root-through-index': { file: 'worker/planted.ts', imports: './grants/inner.ts' },
  'content-room-through-its-index': { file: 'content/search/planted.ts', imports: '../guide/inner.ts' },
  'rules-are-pure': { file: 'worker/hosts/rules.ts', imports: 'drizzle-orm' },
  'routes-hold-no-sql': { file: 'worker/hosts/routes.ts', imports: 'drizzle-orm' },
  'lucia-in-accounts-alone': { file: 'worker/hosts/planted.ts', imports: 'lucia' },
  'support-without-vitest': { file: 'tests/support/stage/planted.ts', imports: 'vitest' },
  'nobody-imports-a-test': { file: 'content/guide/planted.ts', imports: './inner.test.ts' },
  'no-circles': { file: 'content/guide/one.ts', imports: './two.ts' },
  'imports-that-exist': { file: 'content/guide/planted.ts', imports: './gone.ts' },
};

/** What the plants lean on; none of it breaks a rule. */
const GROUND: Record<string, string> = {
  'content/guide/index.ts': "export * from './inner.ts';",
  'content/guide/inner.ts': 'export const inner = 1;',
  'content/guide/inner.test.ts': 'export const inTest = 1;',
  'content/guide/two.ts': "import './one.ts';",
  'content/guide/one.ts': 'export {};',
  'agent/link/link.ts': 'export const link = 1;',
  'worker/grants/index.ts': "export * from './inner.ts';",
  'worker/grants/inner.ts': "import '../../content/guide/index.ts';\nexport const inner = 1;",
  'worker/hosts/routes.ts': "import '../grants/index.ts';",
};

const PARENT = join(import.meta.dirname, '../../.tmp');
let tree = '';
beforeAll(() => {
  // Inside the project, so that packages resolve as they do for real files.
  mkdirSync(PARENT, { recursive: true });
  tree = mkdtempSync(join(PARENT, 'directions-'));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

const rules = configuration as IConfiguration;

async function rulesBrokenIn(files: Record<string, string>): Promise<string[]> {
  const dir = mkdtempSync(join(tree, 'case-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), `${text}\n`);
  }
  const { output } = await cruise(['.'], {
    ...rules.options,
    baseDir: dir,
    validate: true,
    ruleSet: { forbidden: rules.forbidden ?? [] },
  });
  if (typeof output === 'string') throw new Error(output);
  return [...new Set(output.summary.violations.map(({ rule }) => rule.name))];
}

test('a tree that keeps the directions breaks no rule', async () => {
  const { 'content/guide/two.ts': _, ...kept } = GROUND;
  expect(await rulesBrokenIn(kept)).toEqual([]);
});

test('every rule says why and has a planted violation', () => {
  expect((rules.forbidden ?? []).map(({ name }) => name).sort()).toEqual(Object.keys(PLANTS).sort());
  for (const { name, comment } of rules.forbidden ?? []) expect(comment, name).toMatch(/\w{4}/);
});

test.each(Object.entries(PLANTS))('%s bites', async (name, { file, imports }) => {
  expect(await rulesBrokenIn({ ...GROUND, [file]: `import '${imports}';` })).toContain(name);
});

/** A circle of types alone is allowed; an import that leads nowhere is planted without a name to take from it. */
const NOT_FOR_TYPES = ['no-circles', 'imports-that-exist'];

test.each(Object.entries(PLANTS).filter(([name]) => !NOT_FOR_TYPES.includes(name)))(
  '%s bites on an import of types only',
  async (name, { file, imports }) => {
    expect(
      await rulesBrokenIn({ ...GROUND, [file]: `import type * as planted from '${imports}';\nexport type { planted };` }),
    ).toContain(name);
  },
);

test('types alone may point both ways', async () => {
  expect(
    await rulesBrokenIn({
      'content/guide/one.ts': "import type { Two } from './two.ts';\nexport type One = Two;",
      'content/guide/two.ts': "import type { One } from './one.ts';\nexport type Two = One;",
    }),
  ).toEqual([]);
});
