import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { type Bundle, deployedBundle } from './bundle.ts';
import { applyMigrations } from './migrate-d1.ts';
import { freePort } from './ports.ts';
import { ROOT } from './process.ts';
import { waitFor } from './wait.ts';
import { workerdOn } from './workerd.ts';

/*
 * Site and worker in workerd, with D1, Durable Objects and assets as in production.
 *
 * Miniflare is used directly and not `wrangler dev`: it is ready in about a second instead of four, hands the
 * test D1 and the cron trigger without HTTP, watches no files, and has no proxy in front that would hide a killed
 * workerd. Wrangler still makes the bundle and reads wrangler.toml, so nothing is described twice.
 */

export type EdgeDatabase = Awaited<ReturnType<Miniflare['getD1Database']>>;
export type EdgeOptions = {
  /** Keeps D1, Durable Objects and logs; the same folder gives the same data again. */
  dir: string;
  port?: number;
  /** Override `[vars]` of wrangler.toml; without them the edge runs as development, on its own address. */
  vars?: Record<string, string>;
  /** Another worker with the same bindings, as a path from the project's top folder. */
  entry?: string;
};
export type Edge = {
  /** `http://localhost:PORT`, without a slash: browsers take `__Host-` cookies only there when there is no TLS. */
  readonly url: string;
  readonly port: number;
  readonly dir: string;
  readonly logFile: string;
  /** What `ENVIRONMENT` is set to. */
  readonly environment: string;
  /** The D1 binding; read it from here each time, because a crash of workerd replaces it. */
  readonly db: EdgeDatabase;
  readonly workerdPid: number;
  /** What the cron trigger does each minute, done now. */
  runCron(): Promise<void>;
  /** SIGKILL to workerd, as a crash would; resolves when it runs again with the same data on the same port. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

export async function startEdge({ dir, port: wanted, vars = {}, entry }: EdgeOptions): Promise<Edge> {
  mkdirSync(join(dir, 'state'), { recursive: true });
  mkdirSync(join(ROOT, 'dist/site'), { recursive: true });
  const port = wanted ?? (await freePort());
  const url = `http://localhost:${port}`;
  const logFile = join(dir, 'edge.log');
  let restarts = 0;
  const bindings = { ENVIRONMENT: 'development', ORIGIN: url, ...vars };
  const miniflare = newMiniflare(await deployedBundle(entry), {
    dir,
    port,
    logFile,
    bindings,
    onRestart: async () => {
      db = await miniflare.getD1Database('DB'); // What was bound before the crash is dead.
      restarts += 1;
    },
  });
  await miniflare.ready;
  let db = await miniflare.getD1Database('DB');
  await applyMigrations(db);
  return {
    url,
    port,
    dir,
    logFile,
    environment: bindings.ENVIRONMENT,
    get db() {
      return db;
    },
    get workerdPid() {
      return workerdOn(port);
    },
    async runCron() {
      await (await miniflare.getWorker()).scheduled({ cron: '* * * * *' });
    },
    async kill() {
      const before = restarts;
      process.kill(workerdOn(port), 'SIGKILL');
      await waitFor('workerd to run again', () => restarts > before, { ms: 20_000 });
    },
    stop: () => miniflare.dispose(),
  };
}

type Settings = { dir: string; port: number; logFile: string; bindings: Record<string, string>; onRestart: () => Promise<void> };

function newMiniflare(bundle: Bundle, { dir, port, logFile, bindings, onRestart }: Settings): Miniflare {
  return new Miniflare(
    convertV4MiniflareOptions({
      ...bundle.options,
      name: 'klucznik',
      modulesRoot: bundle.modulesRoot,
      modules: bundle.modules,
      bindings: { ...bundle.options.bindings, ...bindings },
      host: '127.0.0.1',
      port,
      cf: false, // Otherwise Miniflare asks the network where it is.
      resourcePersistencePath: join(dir, 'state'),
      resourceTmpPath: join(dir, 'tmp'),
      log: new FileLog(logFile),
      logRequests: false,
      handleStructuredLogs: ({ level, message }) => appendFileSync(logFile, `${level}: ${message}\n`),
      unsafeHandleRuntimeRestart: onRestart,
    }),
  );
}

/** Miniflare's own messages go where the worker's go. */
class FileLog extends Log {
  private readonly file: string;
  constructor(file: string) {
    super(LogLevel.WARN);
    this.file = file;
  }
  protected override log(message: string): void {
    appendFileSync(this.file, `${message}\n`);
  }
}
