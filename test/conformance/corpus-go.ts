import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createDecoder, type Decoded } from '../../src/policy/decoder.ts';
import { createLineReader } from '../../src/policy/log-lines.ts';
import { type CorpusCase, sceneOf } from '../rules/corpus/corpus-case.ts';
import { packagesOf } from '../rules/corpus/projects.ts';
import { PUBLISHED } from '../rules/corpus/published.ts';
import type { Scene } from '../rules/corpus/scene.ts';
import { moduleFile } from '../servers/module-proxy.ts';
import { type Origin, respond, startOrigin } from '../servers/origin.ts';
import { go } from './go-projects.ts';

/** The first command of go that fails for a project, and what `explain` reads in it. */
export interface GoRefusal {
  readonly command: string;
  readonly stderr: string;
  readonly decoded: Decoded | undefined;
}

export interface CorpusGo {
  /** Undefined where `go build`, `go list -m all` and `go mod verify` all succeed. */
  refusalOf(item: Pick<CorpusCase, 'base' | 'mutate'>): Promise<GoRefusal | undefined>;
  close(): Promise<void>;
}

/** The real go, a module proxy on loopback that has what the corpus requires, and caches of its own. */
export async function startCorpusGo(): Promise<CorpusGo> {
  const root = await mkdtemp(join(tmpdir(), 'preflight-corpus-'));
  const proxy = await startProxy();
  const env = {
    GOPROXY: proxy.url,
    GOSUMDB: 'off',
    GOMODCACHE: join(root, 'mod'),
    GOPATH: join(root, 'path'),
    GOCACHE: join(root, 'cache'),
    GOENV: 'off',
  };
  let count = 0;
  return {
    async refusalOf(item) {
      count += 1;
      const scene = sceneOf(item);
      const checkout = join(root, String(count), 'project');
      await writeProject(checkout, scene);
      const flags = scene.env['GOFLAGS'];
      const settings = flags === undefined ? env : { ...env, GOFLAGS: flags };
      for (const args of commandsFor(item, scene)) {
        const { ok, stderr } = await go(join(checkout, scene.directory), args, settings);
        if (!ok) return { command: `go ${args.join(' ')}`, stderr, decoded: decode(stderr) };
      }
      return undefined;
    },
    async close() {
      await proxy.close();
      // What it has fetched is read-only.
      await go(root, ['clean', '-modcache'], env);
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Commands about all of the module graph end with an error where it is not there: in vendor. */
function commandsFor({ base }: Pick<CorpusCase, 'base'>, { directory }: Scene): readonly (readonly string[])[] {
  const build = ['build', ...(directory === '.' ? packagesOf(base) : ['./...'])];
  return base === 'vendored' ? [build] : [build, ['list', '-m', 'all'], ['mod', 'verify']];
}

function startProxy(): Promise<Origin> {
  return startOrigin((socket, { target }) => {
    const [, path = '', file = ''] = /^\/(.+)\/@v\/([^/]+)$/u.exec(target) ?? [];
    const versions = PUBLISHED.filter(each => each.path === path);
    const module = versions.find(({ version }) => file.startsWith(`${version}.`));
    const list = versions.map(({ version }) => `${version}\n`).join('');
    const body = module === undefined ? (file === 'list' && list) || undefined : moduleFile(path, module, file);
    respond(socket, body === undefined ? { status: 404, body: 'not found' } : { body });
  });
}

async function writeProject(checkout: string, { files }: Scene): Promise<void> {
  await mkdir(checkout, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    if (name.startsWith('/')) continue;
    await mkdir(dirname(join(checkout, name)), { recursive: true });
    await writeFile(join(checkout, name), text);
  }
}

function decode(text: string): Decoded | undefined {
  const decoder = createDecoder();
  const reader = createLineReader((line, number) => decoder.hear({ text: line, number, stream: '' }));
  reader.push(text);
  reader.end();
  return decoder.result().causes[0];
}
