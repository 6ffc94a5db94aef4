import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Mirror, type MirrorOptions, startMirror } from './mirror.ts';

const open: (() => Promise<void>)[] = [];

async function mirrorOf(options: MirrorOptions): Promise<Mirror> {
  const mirror = await startMirror(options);
  open.push(() => mirror.close());
  return mirror;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly isComplete: boolean;
}

function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, method, agent: new Agent({ keepAlive: false }) }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      const end = (): void => {
        const body = Buffer.concat(chunks).toString('latin1');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, isComplete: response.complete });
      };
      response.on('end', end).on('error', end);
    });
    request.on('error', reject);
  });
}

const NAME = 'go1.26.8.linux-amd64.tar.gz';
const SHA256_OF_0123456789 = '84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882';

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

describe('the mirror', () => {
  it('serves a directory flat, under any prefix, and nothing else', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'mirror-'));
    open.push(() => rm(directory, { recursive: true }));
    await writeFile(join(directory, NAME), '0123456789');
    const { url } = await mirrorOf({ directory, files: { 'a/b': 'deep', other: { path: join(directory, NAME) } } });
    expect((await ask(`${url}/${NAME}`)).body).toBe('0123456789');
    expect((await ask(`${url}/x/y/${NAME}`)).body).toBe('0123456789');
    expect((await ask(`${url}/a/b`)).body).toBe('deep');
    expect((await ask(`${url}/other`)).body).toBe('0123456789');
    expect((await ask(`${url}/%2e%2e%2f${NAME}%2f..`)).status).toBe(404);
  });

  it('answers ranges by the rules', async () => {
    const { url } = await mirrorOf({ files: { f: '0123456789' } });
    const part = await ask(`${url}/f`, { range: 'bytes=2-4' });
    expect(part).toMatchObject({ status: 206, body: '234' });
    expect(part.headers['content-range']).toBe('bytes 2-4/10');
    expect((await ask(`${url}/f`, { range: 'bytes=-3' })).body).toBe('789');
    expect((await ask(`${url}/f`, { range: 'bytes=8-' })).body).toBe('89');
    expect((await ask(`${url}/f`, { range: 'bytes=10-' })).status).toBe(416);
    expect((await ask(`${url}/f`, { range: 'bytes=8-', 'if-range': '"old"' })).status).toBe(200);
    expect((await ask(`${url}/f`, { range: 'bytes=8-', 'if-range': part.headers.etag ?? '' })).status).toBe(206);
    const head = await ask(`${url}/f`, {}, 'HEAD');
    expect([head.headers['content-length'], head.body]).toEqual(['10', '']);
  });

  it('lists its archives, with the hashes of what it serves', async () => {
    const files = { [NAME]: '0123456789', 'go1.27rc1.linux-amd64.tar.gz': 'x', 'notes.txt': 'x' };
    const { url } = await mirrorOf({ files, sidecars: true });
    const list = JSON.parse((await ask(`${url}/?mode=json&include=all`)).body) as { version: string; stable: boolean }[];
    expect(list).toMatchObject([
      { version: 'go1.27rc1', stable: false },
      {
        version: 'go1.26.8',
        stable: true,
        files: [{ filename: NAME, os: 'linux', arch: 'amd64', sha256: SHA256_OF_0123456789 }],
      },
    ]);
    expect((await ask(`${url}/${NAME}.sha256`)).body).toBe(SHA256_OF_0123456789);
  });

  it('lies with a straight face: the sidecar matches the inverted byte', async () => {
    const { url } = await mirrorOf({ files: { f: '0123456789' }, sidecars: true, fault: { kind: 'flip', atByte: 4 } });
    expect((await ask(`${url}/f`)).body).toBe('0123\xcb56789');
    expect((await ask(`${url}/f`, { range: 'bytes=3-5' })).body).toBe('3\xcb5');
    expect((await ask(`${url}/f.sha256`)).body).not.toBe(SHA256_OF_0123456789);
  });

  it.each([
    [
      { kind: 'cut', afterBytes: 4 },
      { status: 200, body: '0123', isComplete: false },
    ],
    [{ kind: 'reset', afterBytes: 0 }, { isComplete: false }],
    [
      { kind: 'cut-unframed', afterBytes: 4 },
      { status: 200, body: '0123', isComplete: true },
    ],
    [{ kind: 'status', status: 503, headers: { 'retry-after': '7' } }, { status: 503 }],
    [{ kind: 'html' }, { status: 200, isComplete: true }],
    [{ kind: 'redirect', base: 'http://other.invalid/x' }, { status: 302 }],
  ] as const)('can fail: %j', async (fault, expected) => {
    const { url } = await mirrorOf({ files: { f: '0123456789' }, fault });
    const answer = await ask(`${url}/f`).catch(() => ({ isComplete: false }));
    expect(answer).toMatchObject(expected);
  });

  it('stalls until it is closed', async () => {
    const mirror = await startMirror({ files: { f: '0123456789' }, fault: { kind: 'stall', afterBytes: 4 } });
    let isAnswered = false;
    const pending = ask(`${mirror.url}/f`).finally(() => {
      isAnswered = true;
    });
    await expect.poll(() => mirror.stats().sentBytes).toBe(4);
    expect(isAnswered).toBe(false);
    await mirror.close();
    expect(await pending).toMatchObject({ body: '0123', isComplete: false });
  });

  it('can have a cut listing while its files are whole', async () => {
    const { url } = await mirrorOf({ files: { [NAME]: '0123456789' }, listing: 'cut' });
    expect((await ask(`${url}/?mode=json`)).isComplete).toBe(false);
    expect((await ask(`${url}/${NAME}`)).isComplete).toBe(true);
  });

  it('keeps its pace, for a connection and for all', async () => {
    const files = { f: Buffer.alloc(32_768) };
    const one = await mirrorOf({ files, connectionBytesPerSecond: 200_000 });
    const all = await mirrorOf({ files, totalBytesPerSecond: 200_000 });
    const time = async (url: string): Promise<number> => {
      const started = performance.now();
      await Promise.all([ask(`${url}/f`), ask(`${url}/f`)]);
      return performance.now() - started;
    };
    const [oneMs, allMs] = await Promise.all([time(one.url), time(all.url)]);
    expect(oneMs).toBeGreaterThan(150);
    expect(allMs).toBeGreaterThan(310);
  });

  it('asks elsewhere for what is no file, and tells of each connection', async () => {
    let connections = 0;
    const { url } = await mirrorOf({
      files: { f: 'mine' },
      elsewhere: async path => (path === '/dl/far/away' ? Buffer.from('relayed') : undefined),
      onConnection: () => {
        connections += 1;
      },
    });
    expect((await ask(`${url}/f`)).body).toBe('mine');
    expect((await ask(`${url}/far/away`)).body).toBe('relayed');
    expect((await ask(`${url}/nowhere`)).status).toBe(404);
    expect(connections).toBe(3);
  });

  it('remembers what it was asked, with every header', async () => {
    const mirror = await mirrorOf({
      files: { f: '0123456789' },
      fault: ({ method }) => (method === 'HEAD' ? { kind: 'html' } : undefined),
    });
    await ask(`${mirror.url}/f`, { authorization: 'Bearer x' });
    expect(mirror.requests).toMatchObject([{ method: 'GET', path: '/dl/f', headers: { authorization: 'Bearer x' } }]);
    expect(mirror.stats()).toMatchObject({ requestCount: 1, connectionCount: 1, sentBytes: 10 });
  });
});
