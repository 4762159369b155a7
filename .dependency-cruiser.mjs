/**
 * Which room may import which. Every rule says why; tests/checks/directions.test.ts plants a
 * violation of each to prove that it bites.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
const TESTS = '\\.test\\.tsx?$';
const pkg = (...names) => `node_modules/(${names.join('|')})/`;

export default {
  forbidden: [
    {
      name: 'contract-imports-zod-only',
      comment: 'The contract is read by the worker, browsers, agents and tests alike: anything it imports, all of them carry.',
      severity: 'error',
      from: { path: '^contract/', pathNot: TESTS },
      to: { pathNot: ['^contract/', pkg('zod')] },
    },
    {
      name: 'content-imports-contract-only',
      comment: 'What is said to people must not depend on how it is served, decided or applied; packages are fine.',
      severity: 'error',
      from: { path: '^content/' },
      to: { path: '^(worker|site|agent|tests|bench|demo|migrations)/' },
    },
    {
      name: 'worker-imports-contract-and-content',
      comment: 'The worker is deployed alone: it speaks to agents by messages and to the site by HTTP.',
      severity: 'error',
      from: { path: '^worker/', pathNot: TESTS },
      to: { path: '^(site|agent|tests|bench|demo)/' },
    },
    {
      name: 'site-talks-to-the-worker-by-http',
      comment:
        'Code of the worker in a browser would ship its rules and its database library to everyone; types come from the contract.',
      severity: 'error',
      from: { path: '^site/', pathNot: TESTS },
      to: { path: '^(worker|agent|tests|bench|demo)/' },
    },
    {
      name: 'agent-imports-contract-only',
      comment: 'The agent runs with rights on customers’ servers: what it is made of must be small enough to read.',
      severity: 'error',
      from: { path: '^agent/', pathNot: TESTS },
      to: { path: '^(worker|site|content|tests|bench|demo)/' },
    },
    {
      name: 'agent-system-is-the-only-door',
      comment: 'Commands and files are two seams in one place, so that all else in the agent can be run without a server.',
      severity: 'error',
      from: { path: '^agent/', pathNot: ['^agent/system/', TESTS] },
      to: { path: '^(node:)?(child_process|fs|fs/promises)$' },
    },
    {
      name: 'worker-slice-through-its-index',
      comment:
        'A subject’s index.ts is all that others may know of it; the rest can then change freely. The tables are the one language all stores share.',
      severity: 'error',
      from: { path: '^worker/([^/]+)/', pathNot: TESTS },
      to: { path: '^worker/[^/]+/.+', pathNot: ['^worker/$1/', '^worker/[^/]+/index\\.ts$', '^worker/db/schema\\.ts$'] },
    },
    {
      name: 'composition-root-through-index',
      comment: 'The composition root mounts what slices offer and reaches into none of them.',
      severity: 'error',
      from: { path: '^worker/[^/]+\\.ts$', pathNot: [TESTS, '\\.d\\.ts$'] },
      to: { path: '^worker/[^/]+/.+', pathNot: '^worker/[^/]+/index\\.ts$' },
    },
    {
      name: 'content-room-through-its-index',
      comment:
        'The same for the rooms of content, whoever asks. What pages load of the wizards has a door of its own, for the index brings zod.',
      severity: 'error',
      from: { path: '^(worker|site|content/([^/]+))/', pathNot: TESTS },
      to: {
        path: '^content/[^/]+/.+\\.ts$',
        pathNot: ['^content/$2/', '^content/[^/]+/index\\.ts$', '^content/wizard-engine/help\\.ts$'],
      },
    },
    {
      name: 'rules-are-pure',
      comment: 'What is decided is decided without Hono, Drizzle or bindings, so that a table of cases can test it.',
      severity: 'error',
      from: { path: '^worker/.+/rules\\.ts$' },
      to: {
        path: ['/(store|routes)\\.ts$', '^worker/(db|http)/', pkg('hono', '@hono/[^/]+', 'drizzle-orm'), '^(node|cloudflare):'],
      },
    },
    {
      name: 'routes-hold-no-sql',
      comment: 'Routes parse, call and map; a query in a route escapes the tests that bind queries to an account.',
      severity: 'error',
      from: { path: '^worker/.+/routes\\.ts$' },
      to: { path: [pkg('drizzle-orm')] },
    },
    {
      name: 'lucia-in-accounts-alone',
      comment: 'Lucia is no longer developed: one slice knows it, so one slice would change with it.',
      severity: 'error',
      from: { path: '^(contract|content|worker|site|agent)/', pathNot: '^worker/accounts/' },
      to: { path: pkg('lucia', '@lucia-auth/[^/]+') },
    },
    {
      name: 'support-without-vitest',
      comment: 'The demo and the bench start these too, and they run outside a test runner.',
      severity: 'error',
      from: { path: '^tests/support/(stage|build|hosting)/', pathNot: TESTS },
      to: { path: pkg('vitest', '@vitest/[^/]+') },
    },
    {
      name: 'nobody-imports-a-test',
      comment: 'A test file that others import is run with them; what is shared lives in tests/support.',
      severity: 'error',
      from: {},
      to: { path: TESTS },
    },
    {
      name: 'no-circles',
      comment:
        'Two files that need each other are one file, or hide a third. Types alone may point both ways: they are gone when the code runs.',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'imports-that-exist',
      comment: 'An import that leads nowhere fails only when it is reached.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^(cloudflare|astro|virtual):', '\\?raw$', '^bun:'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.astro|\\.demo|\\.tmp)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default', 'node', 'workerd'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
