import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** Suites that start daemons, browsers or workerd by themselves run one file after another: two cores, shared ports. */
const alone = {
  fileParallelism: false,
  // On a machine of the CI's that nobody can look at; the runner names whoever needed it.
  retry: process.env.CI ? 1 : 0,
  testTimeout: 60_000,
  hookTimeout: 120_000,
  setupFiles: ['tests/support/no-console-errors.ts'],
};

/** Tests of the worker's pure functions: they ask nothing of workerd, which takes seconds to start for each file. */
const PURE = 'worker/**/{rules,plan,sentences,judge,zone-file,conformance,public-key,lifecycle,belongs}.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{contract,content,agent,site,bench}/**/*.test.ts',
            'tests/{model,checks,runner}/**/*.test.ts',
            'demo/**/*.test.ts',
            PURE,
          ],
          testTimeout: 30_000,
          setupFiles: ['tests/support/no-console-errors.ts'],
          // Most of the time went to reading the same modules again for each file.
          isolate: false,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: { bindings: { TEST_MIGRATIONS: await readD1Migrations('migrations'), ENVIRONMENT: 'development' } },
          })),
        ],
        test: {
          name: 'worker',
          include: ['worker/**/*.test.ts', 'tests/api/**/*.test.ts'],
          exclude: [PURE],
          setupFiles: ['tests/support/migrate.ts', 'tests/support/no-console-errors.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'vendors',
          include: ['tests/vendors/**/*.test.ts'],
          testTimeout: 30_000,
          setupFiles: ['tests/support/no-console-errors.ts'],
        },
      },
      { test: { name: 'hosts', include: ['tests/hosts/**/*.test.ts'], ...alone } },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts', 'tests/support/**/*.test.ts'],
          ...alone,
          testTimeout: 300_000,
        },
      },
      { test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], ...alone, testTimeout: 180_000 } },
    ],
  },
});
