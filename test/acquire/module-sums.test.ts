import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { proveModuleSums } from '../../src/acquire/module-sums.ts';
import type { ChecksumServer } from '../../src/acquire/sumdb-server.ts';
import { Failure, failure } from '../../src/domain/failure.ts';
import { parseGoSum } from '../../src/domain/go-sum-file.ts';
import { provingSums } from '../../src/domain/sum-lines.ts';
import type { Clock, Net } from '../../src/ports/machine.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { makeLog, recordText, SOME_TREE } from '../fakes/sumdb-log.ts';

/** recordText gives every module this hash of its go.mod. */
const MOD = / (h1:\S+)\n$/u.exec(recordText('m@v1.0.0'))?.[1] ?? '';
const NAMES = Array.from({ length: 250 }, (_, index) => `example.com/m${index}@v1.0.${index}`);

const log = makeLog({ filler: 3_000 });
for (const name of NAMES) log.addModule(name);
const KNOWN = log.known(3_100);

/** Both lines of each module, as the database has them. */
function sums(names: readonly string[], change: (name: string) => { tree?: string; mod?: string } = () => ({})): string {
  return names
    .map(name => {
      const [path, version] = name.split('@');
      const { tree = SOME_TREE, mod = MOD } = change(name);
      return `${path} ${version} ${tree}\n${path} ${version}/go.mod ${mod}\n`;
    })
    .join('');
}

type Reply = Buffer | Failure | 'silence' | undefined;
type Behaviour = (path: string) => Reply;
const honest: Behaviour = path => log.answer(path);

/** Servers by id; `requests` counts what was asked. */
function netOf(servers: Readonly<Record<string, Behaviour>>, clock: Clock) {
  const requests: string[] = [];
  let open = 0;
  let most = 0;
  const request: Net['request'] = async ({ url }, signal) => {
    const [, id = '', path = ''] = /^https:\/\/([^.]+)\.example\.org\/sumdb\/(.*)$/u.exec(url) ?? [];
    requests.push(`${id} ${path}`);
    most = Math.max(most, ++open);
    try {
      await Promise.resolve();
      signal.throwIfAborted();
      const reply = servers[id]?.(path);
      if (reply === 'silence') await clock.sleep(3_600_000, signal);
      if (reply instanceof Failure) throw reply;
      const body = Buffer.isBuffer(reply) ? reply : Buffer.from('not found');
      return {
        status: Buffer.isBuffer(reply) ? 200 : 404,
        headers: { 'content-type': 'text/plain' },
        body: (async function* () {
          yield body;
        })(),
        discard: () => undefined,
        facts: { host: 'x', addresses: [], proxyReason: 'test', reused: false },
      };
    } finally {
      open -= 1;
    }
  };
  return { net: { request }, requests, mostOpen: () => most };
}

async function prove(
  text: string,
  options: {
    servers?: Readonly<Record<string, Behaviour>>;
    isPrivate?: (path: string) => boolean;
    budgetMs?: number;
    signal?: AbortSignal;
  } = {},
) {
  const clock = createFakeClock();
  const {
    servers = { good: honest },
    isPrivate = () => false,
    budgetMs = 5_000,
    signal = new AbortController().signal,
  } = options;
  const rig = netOf(servers, clock);
  const list: readonly ChecksumServer[] = Object.keys(servers).map(id => ({ id, baseUrl: `https://${id}.example.org/sumdb` }));
  const parts = {
    wire: { net: rig.net, clock },
    servers: list,
    log: KNOWN,
    lines: provingSums(parseGoSum({ file: 'go.sum', sizeBytes: 0, text })),
    isPrivate,
    budgetMs,
  };
  const result = await proveModuleSums(parts, signal);
  return { ...result, ...rig, codes: result.findings.map(({ code, severity }) => `${code} ${severity}`) };
}

describe('a go.sum', () => {
  it('is proved line by line, with every tile fetched once and bounded connections', async () => {
    const { proof, findings, requests, mostOpen } = await prove(sums(NAMES));
    expect(proof).toMatchObject({ lines: 500, proved: 500, failed: 0, skipped: 0 });
    expect(findings).toEqual([]);
    const tiles = requests.filter(request => request.includes('tile/'));
    // Records 3000 to 3250 stand in two tiles of level 0.
    expect(tiles.length).toBeLessThan(12);
    expect(requests.length - tiles.length).toBe(250);
    expect(mostOpen()).toBeLessThanOrEqual(48);
  });

  it('leaves no listener at the signal of the run, and never has so many at one signal that Node takes them for a leak', async () => {
    const warnings: string[] = [];
    const onWarning = ({ name }: Error): void => void warnings.push(name);
    const controller = new AbortController();
    process.on('warning', onWarning);
    try {
      await prove(sums(NAMES), { signal: controller.signal });
      // Warnings are told in the next turn.
      await new Promise(resolve => {
        setImmediate(resolve);
      });
    } finally {
      process.off('warning', onWarning);
    }
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    expect(warnings).toEqual([]);
  });

  it('has each line that differs named with its place', async () => {
    const evil = SOME_TREE.replace('ZOmG', 'EVIL');
    const text = sums(NAMES.slice(0, 3), name =>
      name.includes('m1@') ? { tree: evil } : name.includes('m2@') ? { mod: evil } : {},
    );
    const { proof, findings } = await prove(text);
    expect(proof).toMatchObject({ lines: 6, proved: 4, failed: 2, skipped: 0 });
    expect(findings.map(({ code, severity, location }) => [code, severity, location?.line])).toEqual([
      ['GO.SUMDB_MISMATCH', 'error', 3],
      ['GO.SUMDB_MISMATCH', 'error', 6],
    ]);
  });

  it('has private modules that nobody is asked about', async () => {
    const { proof, requests } = await prove(sums(NAMES.slice(0, 4)), { isPrivate: path => path === 'example.com/m2' });
    expect(proof).toMatchObject({ lines: 8, proved: 6, skipped: 2 });
    expect(requests.filter(request => request.includes('m2@'))).toEqual([]);
  });

  it('may name a module that the database does not know', async () => {
    const { proof, codes } = await prove(sums(['example.com/unknown@v1.0.0', ...NAMES.slice(0, 2)]));
    expect(proof).toMatchObject({ proved: 4, failed: 0, skipped: 2 });
    expect(codes).toEqual(['GO.PRIVATE_IN_SUMDB warning']);
  });

  it('is asked about in the letters of the module cache', async () => {
    const { requests } = await prove(sums(['example.com/Mixed@v1.0.0-RC1']));
    expect(requests[0]).toBe('good lookup/example.com/!mixed@v1.0.0-!r!c1');
  });
});

describe('servers that', () => {
  const refused = failure('TCP.REFUSED', { subject: 'x' });

  it('cannot be reached are left, and the next one answers all', async () => {
    const { proof, findings, requests } = await prove(sums(NAMES), { servers: { dead: () => refused, good: honest } });
    expect(proof).toMatchObject({ proved: 500, skipped: 0 });
    expect(findings).toEqual([]);
    expect(requests.filter(request => request.startsWith('dead')).length).toBeLessThan(60);
  });

  it('cannot be reached, all of them, leave everything unproved and one finding', async () => {
    const { proof, codes } = await prove(sums(NAMES), { servers: { dead: () => refused } });
    expect(proof).toMatchObject({ proved: 0, failed: 0, skipped: 500 });
    expect(codes).toEqual(['GO.SUMDB_UNREACHABLE warning']);
  });

  it('keep silent cost the budget and no more; what was proved by then counts', async () => {
    const behaviour: Behaviour = path => (/m2\d\d@/u.test(path) ? 'silence' : honest(path));
    const { proof } = await prove(sums(NAMES), { servers: { slow: behaviour }, budgetMs: 5_000 });
    expect(proof.ms).toBe(5_000);
    expect(proof.proved).toBeGreaterThan(100);
    expect(proof.proved + proof.skipped).toBe(500);
  });

  it.each([
    ['another log with the same name', 'SUM.NOTE', makeLog({ filler: 3_300 })],
    ['a log of the same key that was written anew', 'SUM.FORK', makeLog({ filler: 3_300, signer: log.signer })],
  ])('show %s prove nothing', async (_name, code, forged) => {
    for (const name of NAMES.slice(0, 2)) forged.addModule(name);
    const { proof, findings } = await prove(sums(NAMES.slice(0, 2)), { servers: { evil: path => forged.answer(path) } });
    expect(proof).toMatchObject({ proved: 0, skipped: 4 });
    expect(findings.map(each => each.code)).toContain(code);
  });

  it('answer with the record of another module are told, and the next one is believed', async () => {
    const behaviour: Behaviour = path => log.answer(path.replace('m0@v1.0.0', 'm1@v1.0.1'));
    const { proof, codes } = await prove(sums(NAMES.slice(0, 1)), { servers: { evil: behaviour, good: honest } });
    expect(proof).toMatchObject({ proved: 2 });
    expect(codes).toEqual(['SUM.RECORD warning']);
  });

  it('serve tiles that were altered prove nothing', async () => {
    const behaviour: Behaviour = path => {
      const answer = log.answer(path);
      return path.startsWith('tile/') && answer !== undefined ? Buffer.from(answer.map(byte => byte ^ 1)) : answer;
    };
    const { proof, findings } = await prove(sums(NAMES.slice(0, 2)), { servers: { evil: behaviour } });
    expect(proof).toMatchObject({ proved: 0 });
    expect(findings.map(({ code }) => code)).toContain('SUM.PROOF');
  });
});

it('an abort ends everything with its reason', async () => {
  const stop = new AbortController();
  const behaviour: Behaviour = () => {
    stop.abort(new Error('enough'));
    return 'silence';
  };
  await expect(prove(sums(NAMES), { servers: { slow: behaviour }, signal: stop.signal })).rejects.toThrow('enough');
});
