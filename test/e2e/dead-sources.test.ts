import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FullQueue, startFullQueue } from '../servers/full-queue.ts';
import { closedPort, type Origin, respond, startOrigin } from '../servers/origin.ts';
import { startSilent } from '../servers/silent.ts';
import { withRunner } from './harness.ts';
import { install, isPosix, sealedEnv, startBorder, VERSION } from './install-runs.ts';

/** What is promised, probes included … */
const PROMISED_MS = 8_000;
/** … and with it, starting fourteen processes on a busy machine. A run that was late there is made once more, with fewer beside it. */
const LIMIT_MS = 12_000;
const RETRIES = { retry: 1 };

let border: Origin;
let silent: Origin;
let failing: Origin;
let queue: FullQueue;
let ports: { readonly closed: number; readonly full: number };
beforeAll(async () => {
  [border, silent, failing] = await Promise.all([
    startBorder(),
    startSilent(),
    startOrigin(socket => respond(socket, { status: 503, body: 'overloaded' })),
  ]);
  const [closed, full] = [await closedPort(), await closedPort()];
  ports = { closed, full };
  queue = await startFullQueue(full);
});
afterAll(async () => {
  queue.close();
  await Promise.all([border.close(), silent.close(), failing.close()]);
});

interface Death {
  readonly name: string;
  readonly code: RegExp;
  readonly exitCode: number;
  /** Undefined: `auto`, everything through the proxy. */
  readonly bases?: () => readonly string[];
  /** Default: the border, which refuses everybody. */
  readonly proxy?: () => string;
}

const three = (base: string): readonly string[] => ['one', 'two', 'three'].map(path => `${base}/${path}`);

const DEATHS: readonly Death[] = [
  {
    name: 'refuse the connection',
    code: /^TCP\.REFUSED$/u,
    exitCode: 72,
    bases: () => three(`http://127.0.0.1:${ports.closed}`),
  },
  { name: 'answer 503', code: /^HTTP\.SERVER$/u, exitCode: 75, bases: () => three(failing.url) },
  { name: 'swallow every packet', code: /^TCP\.TIMEOUT$/u, exitCode: 72, bases: () => three(`http://127.0.0.2:${ports.full}`) },
  { name: 'never answer', code: /^HTTP\.TTFB_STALL$/u, exitCode: 72, bases: () => three(silent.url) },
  {
    name: 'are behind a proxy that swallows every packet',
    code: /^PROXY\.UNREACHABLE$/u,
    exitCode: 72,
    proxy: () => `http://127.0.0.2:${ports.full}`,
  },
  { name: 'are behind a proxy that never answers', code: /^PROXY\.STALL$/u, exitCode: 72, proxy: () => silent.url },
  // A machine without any name server says something else of such a name.
  {
    name: 'have names that do not exist',
    code: /^DNS\.(?:NXDOMAIN|SERVER|TIMEOUT)$/u,
    exitCode: 72,
    bases: () => ['one', 'two', 'three'].map(name => `http://${name}.invalid/dl`),
  },
];

// All at once: what takes its time here is waiting.
describe.runIf(process.platform === 'linux' && isPosix)('when all sources', { concurrent: true }, () => {
  const cases = DEATHS.flatMap(death => [VERSION, '1.26'].map(version => ({ ...death, version })));
  it.each(cases)(
    '$name, a request for $version is red and explained in time',
    RETRIES,
    ({ code, exitCode, bases, proxy, version }) =>
      withRunner(async runner => {
        const inputs = { 'go-version': version, sources: bases?.().join(', ') ?? 'auto' };
        const sealed = sealedEnv(proxy === undefined ? border : { url: proxy() });
        const env =
          proxy === undefined ? { ...sealed, NO_PROXY: '.invalid' } : { ...sealed, GOPROXY: 'https://gp.invalid,direct' };
        const { report, ms, toolCache, ...result } = await install('command line', { runner, inputs, env, timeoutMs: 55_000 });
        const isNameServer = report.cause?.code === 'DNS.SERVER' || report.cause?.code === 'DNS.TIMEOUT';
        expect(report.cause).toMatchObject({ code: expect.stringMatching(code), verdict: 'cause' });
        expect(result.exitCode).toBe(isNameServer ? 75 : exitCode);
        expect(report).toMatchObject({ outcome: 'failed', go: null });
        const asked = bases === undefined ? ['official', 'goproxy', 'aliyun', 'golang-cn'] : ['custom', 'custom-2', 'custom-3'];
        expect(report.attempts.map(({ source }) => source)).toEqual(expect.arrayContaining(asked));
        expect(report.diagnosis?.causes.map(cause => cause.code)).toContain(report.cause?.code);
        expect(toolCache).toEqual([]);
        expect(report.timings['total']).toBeLessThan(PROMISED_MS);
        expect(ms).toBeLessThan(LIMIT_MS);
      }),
  );
});
