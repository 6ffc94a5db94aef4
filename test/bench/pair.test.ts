import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row } from './figures.ts';
import { type Serving, serve } from './serve.ts';
import type { Command } from './sides.ts';

function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'measured on Linux only';
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'python3 is not installed';
  }
}

const reason = whyNot();
let work = '';
let servers: Serving | undefined;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'bench-pair-'));
  const path = join(work, 'archive');
  await writeFile(path, '0123456789');
  servers = await serve({ servers: { a: { kind: 'mirror' } }, archive: { fileName: 'f', path }, module: undefined });
});

afterAll(async () => {
  await servers?.close();
  await rm(work, { recursive: true });
});

const ENV = {
  PATH: '/usr/bin:/bin',
  OUT: '{run}/output',
  ON_PATH: '{run}/path',
  DEST: '{run}/dest',
  TEMP: '{run}/temp',
  CACHE: '{cache}',
};
/** Puts a Go of 1.26.8 into $DEST and on PATH. */
const INSTALL = `mkdir -p "$DEST/go/bin" && printf '#!/bin/sh\\necho go version go1.26.8 linux/amd64\\n' >"$DEST/go/bin/go" &&
  chmod +x "$DEST/go/bin/go" && echo "$DEST/go/bin" >>"$ON_PATH"`;

async function pair(sides: Readonly<Record<string, Partial<Command> & { readonly script: string }>>, runs = 1) {
  const commands = Object.entries(sides).map(([name, { script, ...rest }]) => {
    return { name, argv: ['/bin/sh', '-c', script], env: ENV, goRoots: [], proof: '', fails: false, ...rest };
  });
  const plan = {
    controlUrl: servers?.controlUrl,
    work,
    runs,
    warmups: 0,
    keepCache: false,
    expect: '1.26.8',
    timeoutSeconds: 20,
  };
  const python = spawn('python3', [join(import.meta.dirname, 'pair.py')], { stdio: ['pipe', 'pipe', 'ignore'] });
  python.stdin.end(JSON.stringify({ ...plan, sides: commands }));
  let text = '';
  for await (const chunk of python.stdout) text += String(chunk);
  return JSON.parse(text) as Readonly<Record<string, readonly Row[]>>;
}

describe.skipIf(reason !== undefined)('a pair of runs', () => {
  it('is good only with a Go that answers, a proof where one is wanted, and exit code 0', async () => {
    const proof = 'checksum-database';
    const rows = await pair({
      good: { script: `${INSTALL} && printf 'proof<<E\\n${proof}\\nE\\n' >>"$OUT"`, proof },
      unproved: { script: `${INSTALL} && echo proof=release-table >>"$OUT"`, proof },
      red: { script: `${INSTALL}; exit 1` },
      empty: { script: 'exit 0' },
      other: { script: `${INSTALL} && sed -i s/1.26.8/1.26.7/ "$DEST/go/bin/go"` },
    });
    const good = Object.entries(rows).map(([name, [row]]) => [name, row?.good]);
    expect(Object.fromEntries(good)).toEqual({ good: true, unproved: false, red: false, empty: false, other: false });
    expect(rows['good']).toMatchObject([{ exitCode: 0, proof, firstMs: null, connectionCount: 0, sentBytes: 0 }]);
  });

  it('is good without a Go where a red end with a cause is wanted', async () => {
    const rows = await pair({
      explained: { script: 'echo cause=TCP.REFUSED >>"$OUT"; exit 72', fails: true },
      silent: { script: 'exit 72', fails: true },
      green: { script: `${INSTALL}; echo cause=x >>"$OUT"`, fails: true },
    });
    expect(rows['explained']).toMatchObject([{ good: true, exitCode: 72, cause: 'TCP.REFUSED' }]);
    expect([rows['silent']?.[0]?.good, rows['green']?.[0]?.good]).toEqual([false, false]);
  });

  it('finds a Go where the side says, and makes it executable there only', async () => {
    const script = `${INSTALL}; : >"$ON_PATH"; chmod -x "$DEST/go/bin/go"`;
    const rows = await pair({ told: { script, goRoots: ['{run}/dest/go'] } });
    expect(rows['told']).toMatchObject([{ good: true }]);
  });

  it('measures time, memory, what is left, and what the servers saw', async () => {
    const fetching = `sleep 0.05; python3 -c "import urllib.request as u; u.urlopen('${servers?.urls['a']}/f').read()"`;
    const leaving = `mkdir "$TEMP/setup-go-robust-report" && echo kept >"$TEMP/setup-go-robust-report/r" && printf 12345 >"$TEMP/rubbish"`;
    const rows = await pair({ side: { script: `${INSTALL}; ${leaving}; ${fetching}` } });
    expect(rows['side']).toMatchObject([{ good: true, leftBytes: 5, connectionCount: 1, requestCount: 1, sentBytes: 10 }]);
    const [row] = rows['side'] ?? [];
    expect(row?.firstMs).toBeGreaterThan(50);
    expect(row?.wallMs).toBeGreaterThan(row?.firstMs ?? 0);
    expect(row?.rssBytes).toBeGreaterThan(2 ** 20);
    expect(row?.cpuMs).toBeGreaterThan(0);
  });

  it('lets another side begin each round, and cleans up', async () => {
    const log = join(work, 'order');
    const script = (name: string) => `${INSTALL}; printf ${name} >>'${log}'`;
    await pair({ a: { script: script('a') }, b: { script: script('b') } }, 2);
    expect(await readFile(log, 'utf8')).toBe('abba');
    expect((await readdir(work)).filter(name => name.startsWith('side-'))).toEqual([]);
  });
});
