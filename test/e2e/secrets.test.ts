import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mirror, type MirrorRequest, startMirror } from '../servers/mirror.ts';
import { type Behaviour, type Origin, respond, startOrigin } from '../servers/origin.ts';
import { runCli, withRunner } from './harness.ts';
import { FACES, GO, type InstallResult, install, isPosix, sealedEnv, startBorder, VERSION } from './install-runs.ts';

const JOB_TOKEN = 'ghs_0123456789abcdefJOB';
const SOURCE_TOKEN = 'src-0123456789abcdef';
const USER = 'mirror-user:pass%40word-1';
const PROXY_USER = 'goproxy-user:pass-word-2';
const BORDER_USER = 'border-user:pass-word-3';
const SIGNATURE = 'sig-0123456789abcdef';
/** As it is written and as it travels. */
const forms = (secret: string): readonly string[] => [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
const SECRETS = [
  ...[JOB_TOKEN, SOURCE_TOKEN, PROXY_USER, BORDER_USER, 'mirror-user:pass@word-1', SIGNATURE].flatMap(forms),
  ...['pass%40word-1', 'pass@word-1', 'pass-word-2', 'pass-word-3', 'mirror-user', 'goproxy-user', 'border-user'],
];

const FILES = { [GO.tarGz.fileName]: GO.tarGz.bytes, [GO.moduleZip.fileName]: GO.moduleZip.bytes };

let border: Origin;
beforeAll(async () => {
  border = await startBorder();
});
afterAll(() => border.close());

function withUser(url: string, user: string): string {
  return url.replace('://', `://${user}@`);
}

/** What people, later steps and scripts see; the runner keeps the line that names a mask to itself. */
function shown({ everything }: InstallResult): string {
  return everything.replace(/^::add-mask::.*$/gmu, '');
}

function leaks(text: string): readonly string[] {
  return SECRETS.filter(secret => text.includes(secret));
}

const authorizations = (requests: readonly Pick<MirrorRequest, 'headers'>[]): readonly unknown[] => [
  ...new Set(requests.flatMap(({ headers }) => headers['authorization'] ?? [])),
];

interface Peers {
  /** Where a user's own source leads: another origin, for it has another port. */
  readonly target: Mirror;
  readonly redirecting: Origin;
  /** It shows what it was sent, as debugging pages do. */
  readonly refusing: Origin;
  readonly proxy: Mirror;
}

async function withPeers(options: { readonly proxyServes: boolean }, body: (peers: Peers) => Promise<void>): Promise<void> {
  const target = await startMirror({ fault: { kind: 'status', status: 404 } });
  const location = `${target.url}/elsewhere.tar.gz?X-Signature=${SIGNATURE}`;
  const redirecting = await startOrigin(socket => respond(socket, { status: 302, headers: { location } }));
  const refusing = await startOrigin((socket, { headers }) => {
    const { authorization = '' } = headers;
    const decoded = Buffer.from(authorization.replace(/^Basic /u, ''), 'base64').toString('latin1');
    const body = `You sent ${authorization}, which is ${decoded}\n`;
    respond(socket, { status: 403, headers: { server: `echo ${authorization}`, 'content-type': 'text/plain' }, body });
  });
  const proxy = await startMirror({ files: options.proxyServes ? FILES : {}, listing: 'none' });
  try {
    await body({ target, redirecting, refusing, proxy });
  } finally {
    await Promise.all([target, redirecting, refusing, proxy].map(peer => peer.close()));
  }
}

describe.runIf(isPosix)('secrets', { concurrent: true }, () => {
  const cases = FACES.flatMap(face =>
    [true, false].map(proxyServes => ({ face, end: proxyServes ? 'green' : 'red', proxyServes })),
  );

  it.each(cases)('go to their own origin only and are in no output of a $end run of the $face', ({ face, proxyServes }) =>
    withRunner(runner =>
      withPeers({ proxyServes }, async ({ target, redirecting, refusing, proxy }) => {
        const env = {
          ...sealedEnv({ url: withUser(border.url, BORDER_USER) }),
          GITHUB_TOKEN: JOB_TOKEN,
          GOPROXY: withUser(proxy.url, PROXY_USER),
        };
        const inputs = {
          // A range, so that lists are asked for too.
          'go-version': `<=${VERSION} >=1.26.0`,
          sources: `${redirecting.url}/dl, ${withUser(refusing.url, USER)}, goproxy`,
          'source-token': SOURCE_TOKEN,
          checksum: GO.h1,
          timeout: '30s',
          ...(face === 'action' ? { token: JOB_TOKEN } : {}),
        };
        const result = await install(face, { runner, inputs, env });
        expect(result.exitCode === 0).toBe(proxyServes);
        expect(leaks(shown(result))).toEqual([]);

        expect(authorizations(redirecting.requests)).toEqual([`Bearer ${SOURCE_TOKEN}`]);
        expect(authorizations(refusing.requests)).toEqual([`Bearer ${SOURCE_TOKEN}`]);
        expect(authorizations(target.requests)).toEqual([]);
        const basic = `Basic ${Buffer.from(PROXY_USER).toString('base64')}`;
        expect(authorizations(proxy.requests)).toEqual([basic]);

        const all = [...redirecting.requests, ...refusing.requests, ...target.requests, ...proxy.requests, ...border.requests];
        const sent = JSON.stringify(all);
        expect(forms(JOB_TOKEN).filter(form => sent.includes(form))).toEqual([]);
        expect(JSON.stringify([target.requests, proxy.requests, border.requests])).not.toContain(SOURCE_TOKEN);
        // Nobody is sent a body.
        const framings = all.map(({ headers }) => headers['content-length'] ?? headers['transfer-encoding']);
        expect([...new Set(framings)]).toEqual([undefined]);
        const masks = result.action?.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message);
        if (face === 'action') expect(masks).toEqual(expect.arrayContaining([JOB_TOKEN, SOURCE_TOKEN]));
      }),
    ),
  );

  it.each(FACES)('in the address of a source are sent to it as Basic authorization by the %s, and not shown', face =>
    withRunner(runner =>
      withPeers({ proxyServes: true }, async ({ refusing, proxy }) => {
        const inputs = {
          'go-version': VERSION,
          sources: `${withUser(refusing.url, USER)}\n${withUser(proxy.url, PROXY_USER)}`,
          checksum: GO.h1,
        };
        const result = await install(face, { runner, inputs, env: sealedEnv(border) });
        expect(result.exitCode).toBe(0);
        expect(leaks(shown(result))).toEqual([]);
        const basic = (user: string): string => `Basic ${Buffer.from(user).toString('base64')}`;
        expect(authorizations(refusing.requests)).toEqual([basic(decodeURIComponent(USER))]);
        expect(authorizations(proxy.requests)).toEqual([basic(PROXY_USER)]);
      }),
    ),
  );

  const REPEATS: Readonly<Record<string, Behaviour>> = {
    'in the page of a refusal': (socket, { headers }) => {
      const sent = headers['proxy-authorization'] ?? '';
      const understood = Buffer.from(sent.replace(/^Basic /u, ''), 'base64').toString('latin1');
      const fields = { via: `1.1 ${sent}`, 'x-squid-error': `ERR ${understood}`, 'content-type': 'text/plain' };
      respond(socket, { status: 407, headers: fields, body: `${'#'.repeat(170)} ${sent}, ${understood}` });
    },
    'as if it were an answer': (socket, { headers }) => {
      socket.end(`proxy-authorization: ${headers['proxy-authorization']}\r\n\r\n`);
    },
    'behind an answer': (socket, { headers }) => {
      socket.end(`HTTP/1.1 200 OK\r\n\r\n${headers['proxy-authorization']}`);
    },
  };
  it.each(Object.keys(REPEATS).flatMap(how => ['http', 'https'].map(scheme => [how, scheme] as const)))(
    'of a proxy, which it repeats %s, are not shown (%s)',
    async (how, scheme) => {
      const proxy = await startOrigin(REPEATS[how] ?? (() => undefined));
      try {
        const url = withUser(proxy.url, BORDER_USER);
        const args = ['install', '>=1.26.0', `--sources=${scheme}://mirror.example/dl`, '--timeout=20s', '--json'];
        const { exitCode, stdout, stderr } = await runCli(args, { env: { ...sealedEnv({ url }), GOPROXY: 'off' } });
        expect(exitCode).not.toBe(0);
        expect(
          authorizations(proxy.requests.map(({ headers }) => ({ headers: { authorization: headers['proxy-authorization'] } }))),
        ).toEqual(expect.arrayContaining([`Basic ${Buffer.from(BORDER_USER).toString('base64')}`]));
        expect(leaks(stdout + stderr)).toEqual([]);
        // Nor in part.
        expect(stdout + stderr).not.toContain(Buffer.from(BORDER_USER).toString('base64').slice(0, 12));
      } finally {
        await proxy.close();
      }
    },
  );

  it.each(FACES)('in inputs that are refused are not shown by the %s', face =>
    withRunner(async runner => {
      const inputs = {
        'go-version': VERSION,
        sources: `htp://${USER}@mirror.example/dl, http://${USER}@mirror.example/dl, ${withUser(border.url, USER)}/{nope}`,
        'go-download-base-url': `https://${PROXY_USER}@mirror.example/dl#x`,
        'source-token': SOURCE_TOKEN,
      };
      const result = await install(face, { runner, inputs, env: { ...sealedEnv(border), GITHUB_TOKEN: JOB_TOKEN } });
      expect(result.exitCode).toBe(64);
      expect(leaks(shown(result))).toEqual([]);
    }),
  );

  it('behind a misspelt option are not shown', async () => {
    const { exitCode, stdout, stderr } = await runCli(['install', VERSION, '--source-tokn', SOURCE_TOKEN, '--json']);
    expect(exitCode).toBe(64);
    expect(leaks(stdout + stderr)).toEqual([]);
  });

  it('would not travel over plain http to another machine', () =>
    withRunner(async runner => {
      const inputs = { 'go-version': VERSION, sources: 'http://mirror.example/dl', 'source-token': SOURCE_TOKEN };
      const { exitCode, report } = await install('command line', { runner, inputs, env: sealedEnv(border) });
      expect({ exitCode, cause: report.cause?.code }).toEqual({ exitCode: 71, cause: 'HTTP.INSECURE_TOKEN' });
    }));
});
