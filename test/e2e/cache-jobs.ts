import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FakeCacheService, startCacheService } from '../servers/cache-service.ts';
import { startMirror } from '../servers/mirror.ts';
import { type ActionResult, type Runner, runAction, withRunner } from './harness.ts';
import { GO, sealedEnv, startBorder, VERSION } from './install-runs.ts';

/** Jobs of one project on one runner, whose caches are lost between jobs unless the service keeps them. */
export interface CacheScene {
  readonly runner: Runner;
  readonly service: FakeCacheService;
  /** Files of the project. */
  project(files: Readonly<Record<string, string>>): Promise<void>;
  step(options?: {
    readonly inputs?: Readonly<Record<string, string>>;
    readonly env?: Readonly<Record<string, string>>;
    readonly bundle?: string;
  }): Promise<ActionResult>;
  /** The post step of a step. */
  post(step: ActionResult, env?: Readonly<Record<string, string>>): Promise<ActionResult>;
  /** Puts files into GOMODCACHE and GOCACHE, as go would. Times are hours from now. */
  fill(files: Readonly<Record<string, number>>): Promise<void>;
  /** The machine of the next job: empty caches. */
  nextJob(): Promise<void>;
  /** Files that stand in the caches, relative to home, sorted. */
  standing(): Promise<readonly string[]>;
}

export const MODULES = 'go/pkg/mod';
export const BUILD = '.cache/go-build';
/** In the form of a hash. */
export const H1 = `h1:${'q'.repeat(43)}=`;
const SUM = `example.com/a v1.0.0 ${H1}\nexample.com/a v1.0.0/go.mod ${H1}\n`;
export const PROJECT_FILES = { 'go.mod': 'module m\n\ngo 1.26\n', 'go.sum': SUM };

export async function withCacheScene(body: (scene: CacheScene) => Promise<void>): Promise<void> {
  await withRunner(async runner => {
    const border = await startBorder();
    const service = await startCacheService();
    const mirror = await startMirror({ files: { [GO.tarGz.fileName]: GO.tarGz.bytes } });
    const common = { ...sealedEnv(border), ...service.env };
    const inputs = { 'go-version': VERSION, sources: mirror.url, checksum: GO.h1, timeout: '60s' };
    const scene: CacheScene = {
      runner,
      service,
      project: files => writeFiles(runner.workspace, files),
      step: (options = {}) =>
        runAction({ ...options, runner, inputs: { ...inputs, ...options.inputs }, env: { ...common, ...options.env } }),
      post: (step, env = {}) => runAction({ runner, inputs, env: { ...common, ...env }, state: step.state }),
      fill: async files => {
        for (const [name, hours] of Object.entries(files)) {
          const path = join(runner.home, name);
          await mkdir(dirname(path), { recursive: true });
          await writeFile(path, name);
          const seconds = Date.now() / 1_000 + hours * 3_600;
          await utimes(path, seconds, seconds);
          if (path.includes('@v1')) await utimes(dirname(path), seconds, seconds);
        }
      },
      nextJob: async () => {
        for (const name of [MODULES, BUILD]) await rm(join(runner.home, name), { recursive: true, force: true });
      },
      standing: async () => {
        const found: string[] = [];
        for (const name of [MODULES, BUILD]) {
          if (!existsSync(join(runner.home, name))) continue;
          const entries = await readdir(join(runner.home, name), { recursive: true, withFileTypes: true });
          for (const entry of entries) {
            if (entry.isFile()) found.push(join(entry.parentPath, entry.name).slice(runner.home.length + 1));
          }
        }
        return found.sort();
      },
    };
    try {
      await scene.project(PROJECT_FILES);
      await body(scene);
    } finally {
      await Promise.all([border.close(), service.close(), mirror.close()]);
    }
  });
}

async function writeFiles(directory: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), text);
  }
}
