import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { releasePathInModule } from '../../src/verify/tree-hash.ts';
import type { FakeOutcome } from '../fakes/fake-machine.ts';
import type { Reply, Server, Servers } from '../fakes/scripted-net.ts';
import { createTinyGo, type TinyGo } from '../fakes/tiny-go.ts';
import { entryOf, leftovers, play } from './play.ts';
import { createWorld, except, firstOf, flat, moduleProxy, sumdb, tableOf } from './world.ts';

const world = createWorld(['1.26.8', '1.26.7']);
const GO = world.release('1.26.8');
const ROOT = entryOf('1.26.8');
const BUDGET_MS = 600_000;

/** What a host does to everything that it serves. `good` ones may be slow, within the deadlines. */
type Fault =
  | {
      readonly kind: 'good';
      readonly afterMs: number;
      readonly pauseMs: number;
      readonly chunkBytes: number;
      readonly ranges: boolean;
    }
  | { readonly kind: 'longer' | 'packed twice' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'dead'; readonly code: 'TCP.REFUSED' | 'TCP.RESET' | 'DNS.NXDOMAIN' | 'TLS.UNTRUSTED' | 'TCP.TIMEOUT' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'cut' | 'reset' | 'stall' | 'short'; readonly at: number }
  | { readonly kind: 'page' }
  | { readonly kind: 'flip'; readonly at: number }
  | { readonly kind: 'other-tree'; readonly tree: number };

/** Trees that are not the genuine one, the last but for files that no tree hash covers. */
const OTHER_TREES: readonly TinyGo[] = [
  createTinyGo({ version: '1.26.8', change: files => ({ ...files, 'bin/go': `${files['bin/go']} ` }) }),
  createTinyGo({ version: '1.26.8', change: files => ({ ...files, 'src/evil.go': 'package evil\n' }) }),
  { ...world.release('1.26.7'), version: '1.26.8', fileName: GO.fileName, moduleVersion: GO.moduleVersion },
  createTinyGo({ version: '1.26.8', extraTar: [{ name: 'go/../evil', content: 'x' }] }),
  createTinyGo({ version: '1.26.8', change: files => ({ ...files, 'test/evil.go': 'package evil\n' }) }),
];

const fraction = fc.double({ min: 0, max: 0.999, noNaN: true });
const good = fc.record({
  kind: fc.constant('good' as const),
  afterMs: fc.nat(3_000),
  pauseMs: fc.constantFrom(0, 0, 40, 900),
  // Of an archive, four chunks or one: slow enough that others join, or not.
  chunkBytes: fc.constantFrom(2_000, ...Array<number>(7).fill(1_000_000)),
  ranges: fc.boolean(),
});
const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 3, arbitrary: good },
  fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom(401, 403, 404, 410, 429, 500, 503, 418) }),
  fc.record({
    kind: fc.constant('dead' as const),
    code: fc.constantFrom('TCP.REFUSED', 'TCP.RESET', 'DNS.NXDOMAIN', 'TLS.UNTRUSTED', 'TCP.TIMEOUT' as const),
  }),
  fc.constant({ kind: 'silent' as const }),
  fc.record({ kind: fc.constantFrom('cut', 'reset', 'stall', 'short' as const), at: fraction }),
  fc.constant({ kind: 'page' as const }),
  fc.record({ kind: fc.constantFrom('longer', 'packed twice' as const) }),
  fc.record({ kind: fc.constant('flip' as const), at: fraction }),
  fc.record({ kind: fc.constant('other-tree' as const), tree: fc.nat(OTHER_TREES.length - 1) }),
);

/** What a reply becomes. */
function spoil(reply: Reply | undefined, how: Fault, isArchive: boolean): Reply | undefined {
  if (how.kind === 'silent') return 'silent';
  if (how.kind === 'dead') return { failure: how.code };
  if (how.kind === 'status') return { status: how.status, body: 'no' };
  if (how.kind === 'page') return { body: `<!doctype html><title>Welcome</title>${'x'.repeat(700)}` };
  if (typeof reply !== 'object' || !('body' in reply)) return reply;
  const body = Buffer.from(reply.body ?? '');
  switch (how.kind) {
    case 'good':
      return {
        ...reply,
        afterMs: how.afterMs,
        pauseMs: how.pauseMs,
        chunkBytes: isArchive ? how.chunkBytes : body.length,
        ranges: how.ranges,
      };
    case 'longer':
      return { ...reply, body: Buffer.concat([body, Buffer.alloc(700, 7)]) };
    case 'packed twice':
      return { ...reply, body: gzipSync(body) };
    case 'flip': {
      const at = Math.floor(how.at * body.length);
      body[at] = (body[at] ?? 0) ^ 1;
      return { ...reply, body };
    }
    case 'short':
      return { ...reply, length: false, fault: { kind: 'cut', atBytes: Math.floor(how.at * body.length) } };
    case 'other-tree':
      return reply;
    default:
      return { ...reply, fault: { kind: how.kind, atBytes: Math.floor(how.at * body.length) } };
  }
}

function spoiled(server: Server, how: Fault): Server {
  return request => spoil(server(request), how, /\.(?:zip|gz)$/u.test(request.path));
}

/** Also the log of a proxy with another tree lies: it names the hash of that tree in a record that was never signed. */
function proxyServer(how: Fault): Server {
  const honest = sumdb('/sumdb/sum.golang.org/', world.log);
  if (how.kind !== 'other-tree') return spoiled(firstOf(moduleProxy('', world.releases), honest), how);
  const tree = OTHER_TREES[how.tree] ?? GO;
  const genuine = world.log.answer(`lookup/${GO.moduleName}`)?.toString() ?? '';
  return firstOf(moduleProxy('', [tree]), except(honest, /lookup/u, { body: genuine.replace(GO.h1, tree.h1) }));
}

function mirrorServer(how: Fault): Server {
  return spoiled(flat('/golang/', how.kind === 'other-tree' ? [OTHER_TREES[how.tree] ?? GO] : world.releases), how);
}

const scenario = fc.record({
  proxies: fc.array(fault, { maxLength: 2 }),
  mirrors: fc.array(fault, { maxLength: 3 }),
  database: fault,
  hasTable: fc.boolean(),
  version: fc.constantFrom('1.26.8', '1.26.8', '1.26'),
  timeout: fc.constantFrom('10m', '10m', '10m', '40s', '3s'),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

const MIRRORS = ['mirrors.aliyun.com', 'mirrors.nju.edu.cn', 'mirrors.hust.edu.cn'];

function runScenario({ proxies, mirrors, database, hasTable, version, timeout }: Scenario): Promise<FakeOutcome> {
  const servers: Servers = {
    'sum.golang.org': database.kind === 'other-tree' ? 'silent' : spoiled(sumdb('/', world.log), database),
    ...Object.fromEntries(proxies.map((how, index) => [`p${index}.test`, proxyServer(how)])),
    ...Object.fromEntries(mirrors.map((how, index) => [MIRRORS[index], mirrorServer(how)])),
  };
  const sources = ['aliyun', 'nju', 'hust'].slice(0, mirrors.length);
  return play(world, {
    servers,
    version,
    env: { GOPROXY: proxies.length === 0 ? 'off' : proxies.map((_, index) => `https://p${index}.test`).join(',') },
    inputs: { timeout, sources: [...sources, 'goproxy'].join(',') },
    ...(hasTable ? { table: tableOf(world.releases) } : {}),
  });
}

/** Whether somebody good has the bytes, and somebody good can prove them. */
function canSucceed({ proxies, mirrors, database, hasTable, version, timeout }: Scenario): boolean {
  if (version !== '1.26.8' || timeout !== '10m') return false;
  const isGood = ({ kind }: Fault): boolean => kind === 'good';
  const byDatabase = isGood(database) || proxies.some(isGood);
  return mirrors.some(isGood) ? byDatabase || hasTable : proxies.some(isGood);
}

function expectGenuine({ files, report }: FakeOutcome): void {
  const release = world.release(report.go?.version ?? '');
  const root = report.go?.root ?? '';
  const found = files.paths(root).filter(path => !path.endsWith('/'));
  const expected = Object.entries(release.files);
  expect(found.filter(path => release.files[path.slice(root.length + 1)] !== files.content(path)?.toString())).toEqual([]);
  expect(expected.filter(([path]) => releasePathInModule(path) !== undefined && !found.includes(`${root}/${path}`))).toEqual([]);
  expect(files.content(`${root}.complete`)).toBeDefined();
}

// Side by side, because most of the time is spent waiting for zlib's thread.
const SHARDS = [1, 2, 3, 4, 5, 6, 7, 8];
const RUN_COUNT = 2_000;

it.concurrent.each(SHARDS)(
  'whatever the sources and the database do, a run ends in its budget, with the genuine Go or with none (%i)',
  async () => {
    const outcomes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(scenario, async given => {
        const outcome = await runScenario(given);
        const { report, files, host, tookMs } = outcome;
        outcomes.set(report.outcome, (outcomes.get(report.outcome) ?? 0) + 1);
        expect(tookMs).toBeLessThanOrEqual(BUDGET_MS);
        expect(leftovers(outcome)).toEqual([]);
        expect(files.paths('/').filter(path => path.includes('evil'))).toEqual([]);
        if (canSucceed(given)) expect(report).toMatchObject({ outcome: 'installed', go: { root: ROOT } });
        if (report.outcome === 'installed') return expectGenuine(outcome);
        expect(report).toMatchObject({ outcome: 'failed', go: null, proof: null });
        expect([71, 72, 73, 75]).toContain(report.exitCode);
        expect(files.paths('/tools').filter(path => !path.endsWith('/'))).toEqual([]);
        expect(host.changes).toEqual([]);
      }),
      { numRuns: RUN_COUNT / SHARDS.length },
    );
    // Both ends must be common, or the property says little.
    expect(Math.min(outcomes.get('installed') ?? 0, outcomes.get('failed') ?? 0)).toBeGreaterThan(20);
  },
  600_000,
);
