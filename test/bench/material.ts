import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { goproxy } from '../conformance/network.ts';
import { parseActionDefaults } from '../e2e/runner-files.ts';
import type { ServePlan } from './serve.ts';

/** The release that is measured, as it was published. */
export const RELEASE = {
  version: '1.26.8',
  fileName: 'go1.26.8.linux-amd64.tar.gz',
  sha256: 'd0f743b33e8d8945e6b1f432edd15785c70507121d6e2a723b21285eddf8b57b',
  module: 'golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64',
} as const;

/** What is there, or a plain reason why not. */
export type Found<T> = { readonly value: T } | { readonly missing: string };

export interface Action {
  /** The file that the runner starts. */
  readonly main: string;
  readonly defaults: Readonly<Record<string, string>>;
}

/** All that the sides need. */
export interface Material {
  readonly project: string;
  readonly node: string;
  readonly archive: Found<{ readonly path: string; readonly bytes: number }>;
  readonly module: Found<NonNullable<ServePlan['module']> & { readonly zipBytes: number }>;
  readonly ours: Found<Action>;
  readonly setupGo: Found<Action>;
  /** The go command. */
  readonly go: Found<string>;
}

/** Looks for everything; the archive and the module are made or fetched once and kept. */
export function findMaterial(given: {
  readonly project: string;
  readonly node: string;
  readonly ours: string;
  readonly setupGo: string | undefined;
}): Material {
  const { project, node } = given;
  const tools = process.env['CI_TOOLS'] ?? join(project, '.ci', 'tools');
  return {
    project,
    node,
    archive: findArchive(project, tools),
    module: findModule(tools),
    ours: findAction(given.ours),
    setupGo: given.setupGo === undefined ? { missing: 'no checkout was given (--setup-go DIR)' } : findAction(given.setupGo),
    go: findGo(),
  };
}

/** Why nothing can be measured here; undefined when it can. */
export function whyNot(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'measured on linux-amd64 only';
  return ['python3', 'curl', 'tar'].flatMap(tool => (isRunning(tool) ? [] : [`${tool} is not installed`]))[0];
}

function isRunning(tool: string): boolean {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function findArchive(project: string, tools: string): Material['archive'] {
  const script = join(project, 'test', 'conformance', 'official-archive.sh');
  try {
    const args = [RELEASE.version, tools, RELEASE.sha256];
    const path = execFileSync(script, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return { value: { path, bytes: statSync(path).size } };
  } catch {
    return { missing: 'the genuine archive cannot be made here (test/conformance/official-archive.sh)' };
  }
}

/** The three files by which a GOPROXY offers one version (go.dev/ref/mod#goproxy-protocol). */
function findModule(tools: string): Material['module'] {
  const upstream = (goproxy() ?? '')
    .split(/[,|]/u)
    .find(entry => /^https?:/u.test(entry))
    ?.replace(/\/+$/u, '');
  if (upstream === undefined) return { missing: 'no Go module proxy is configured (GOPROXY)' };
  const [path = '', version = ''] = RELEASE.module.split('@');
  const directory = join(tools, 'toolchain-module');
  mkdirSync(directory, { recursive: true });
  const files: Record<string, string> = {};
  try {
    for (const extension of ['info', 'mod', 'zip']) {
      const name = `${version}.${extension}`;
      const file = join(directory, name);
      if (!existsSync(file)) download(`${upstream}/${path}/@v/${name}`, file);
      files[`${path}/@v/${name}`] = file;
    }
    // The answers of the database are fetched when they are first asked for: now is the time to learn that it is out of reach.
    execFileSync('curl', ['-fsS', '--max-time', '30', `${upstream}/sumdb/sum.golang.org/supported`], { stdio: 'ignore' });
    return { value: { files, upstream, zipBytes: statSync(join(directory, `${version}.zip`)).size } };
  } catch {
    return { missing: 'the public Go module proxy, or the checksum database behind it, is out of reach' };
  }
}

function download(address: string, file: string): void {
  execFileSync('curl', ['-fsS', '--max-time', '300', '--output', `${file}.part`, address], { stdio: 'ignore' });
  renameSync(`${file}.part`, file);
}

function findAction(directory: string): Found<Action> {
  const file = ['action.yml', 'action.yaml'].map(name => join(directory, name)).find(path => existsSync(path));
  if (file === undefined) return { missing: 'there is no action.yml in the directory' };
  const yaml = readFileSync(file, 'utf8');
  const main = join(directory, /^\s+main:\s*['"]?([^'"\s]+)/mu.exec(yaml)?.[1] ?? 'dist/main.cjs');
  return existsSync(main) ? { value: { main, defaults: parseActionDefaults(yaml) } } : { missing: 'its bundle is not built' };
}

function findGo(): Material['go'] {
  try {
    const root = execFileSync(process.env['GO'] ?? 'go', ['env', 'GOROOT'], {
      encoding: 'utf8',
      env: { ...process.env, GOTOOLCHAIN: 'local' },
    });
    return { value: join(root.trim(), 'bin', 'go') };
  } catch {
    return { missing: 'Go is not installed' };
  }
}
