import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ServerPlan } from './scenario.ts';
import { type Serving, type Stats, serve } from './serve.ts';

const ARCHIVE = '0123456789';
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serving(servers: Readonly<Record<string, ServerPlan>>): Promise<Serving> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-serve-'));
  const path = join(directory, 'archive');
  await writeFile(path, ARCHIVE);
  const upstream = 'http://127.0.0.1:1';
  const started = await serve({
    servers,
    archive: { fileName: 'f', path },
    module: { files: { 'm/@v/v1.zip': path }, upstream },
  });
  closing.push(
    () => started.close(),
    () => rm(directory, { recursive: true }),
  );
  return started;
}

/** As much of the body as came before the end, with `!` when that came too early. On a connection of its own. */
function ask(url: string | undefined, patienceMs = 5_000): Promise<string> {
  return new Promise(resolve => {
    let text = '';
    const request = get(`${url}/f`, { agent: false, timeout: patienceMs }, answer => {
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      answer.on('error', () => undefined).on('close', () => resolve(answer.complete ? text : `${text}!`));
    });
    request.on('timeout', () => request.destroy()).on('error', () => resolve('!'));
  });
}

async function control(from: Serving, path: 'reset' | 'stats'): Promise<Stats> {
  return (await (await fetch(`${from.controlUrl}/${path}`)).json()) as Stats;
}

describe('the servers of a scenario', () => {
  it('count what happens in a run, and not what was before', async () => {
    const all = await serving({ a: { kind: 'mirror' }, dead: { kind: 'refused' } });
    await ask(all.urls['a']);
    expect(await control(all, 'reset')).toEqual({ connectionCount: 0, requestCount: 0, sentBytes: 0, firstConnectionNs: null });
    const before = process.hrtime.bigint();
    expect(await ask(all.urls['dead'])).toBe('!');
    expect(await ask(all.urls['a'])).toBe(ARCHIVE);
    const stats = await control(all, 'stats');
    expect(stats).toMatchObject({ connectionCount: 1, requestCount: 1, sentBytes: 10 });
    expect(BigInt(stats.firstConnectionNs ?? 0) - before).toBeGreaterThan(0n);
  });

  it('cut the first answer of each run only', async () => {
    const all = await serving({ a: { kind: 'mirror', fault: { kind: 'cut-first', share: 0.4 } } });
    for (let run = 0; run < 2; run += 1) {
      await control(all, 'reset');
      expect(await ask(all.urls['a'])).toBe('0123!');
      expect(await ask(all.urls['a'])).toBe(ARCHIVE);
    }
  });

  it('fall silent for the rest of a run', async () => {
    const all = await serving({ a: { kind: 'mirror', fault: { kind: 'stall', share: 0.4 } } });
    await control(all, 'reset');
    expect(await ask(all.urls['a'], 100)).toBe('0123!');
    expect(await ask(all.urls['a'], 100)).toBe('!');
    await control(all, 'reset');
    expect(await ask(all.urls['a'], 100)).toBe('0123!');
  });

  it('reset every answer', async () => {
    const all = await serving({ a: { kind: 'mirror', fault: { kind: 'reset', everyBytes: 6 } } });
    expect(await ask(all.urls['a'])).toMatch(/!$/u);
    expect((await control(all, 'stats')).sentBytes).toBe(6);
  });

  it('offer a module, and nothing of a database that is out of reach', async () => {
    const all = await serving({ modules: { kind: 'module-proxy' } });
    const answer = await fetch(`${all.urls['modules']}/m/@v/v1.zip`);
    expect(await answer.text()).toBe(ARCHIVE);
    expect((await fetch(`${all.urls['modules']}/sumdb/sum.golang.org/latest`)).status).toBe(404);
  });
});
