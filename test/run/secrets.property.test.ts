import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Server, Servers } from '../fakes/scripted-net.ts';
import { play } from './play.ts';
import { createWorld, except } from './world.ts';

const world = createWorld(['1.26.8']);

/** As tokens and passwords are: at least eight characters, and none that is a part of what a report says anyway. */
const secret = fc
  .stringMatching(/^[A-Za-z0-9_~!$'()*+.-]{12,40}$/u)
  .filter(text => /\d/u.test(text) && /[a-z]/u.test(text) && !text.startsWith('-'));

/** A server that repeats whatever it was sent: in its page, in its headers or in the address that it redirects to; also with status 200. */
function echo(how: 'page' | 'redirect' | 'headers' | 'found' | 'encoded'): Server {
  return ({ headers, url }) => {
    const seen = Object.entries(headers)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ');
    const basic = Buffer.from(headers['authorization']?.split(' ')[1] ?? '', 'base64').toString('latin1');
    const text = `${seen} ${basic} ${url.href}`;
    if (how === 'page') return { status: 403, headers: { 'content-type': 'text/plain' }, body: text };
    if (how === 'found')
      return { headers: { 'content-range': text, etag: text }, body: `${headers['authorization']} ${basic} ${text}` };
    if (how === 'encoded') return { headers: { 'content-encoding': basic, via: text }, body: text };
    const value = encodeURIComponent(text);
    if (how === 'redirect') return { status: 302, headers: { location: `https://gone.test/${value}?${value}` } };
    return { status: 500, headers: { server: text, via: text, 'content-type': 'text/html', 'retry-after': text }, body: text };
  };
}

it('no secret of the inputs or of GOPROXY is in an event, a report or a request to another origin', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        password: secret,
        token: secret,
        sourceToken: secret,
        inPath: secret,
        mirrorPassword: secret,
        signature: secret,
        how: fc.constantFrom('page', 'redirect', 'headers', 'found', 'encoded' as const),
        isGood: fc.boolean(),
      }),
      async ({ password, token, sourceToken, inPath, mirrorPassword, signature, how, isGood }) => {
        const servers: Servers = {
          ...(isGood ? world.servers : {}),
          'proxy.test': isGood ? except(world.servers['proxy.test'], /zip$/u, { status: 404 }) : echo(how),
          'custom.test': echo(how),
          'signed.test': echo(how),
        };
        const sources = [
          `https://custom.test/${encodeURIComponent(inPath)}/go`,
          `https://u:${encodeURIComponent(mirrorPassword)}@signed.test/go?sig=${signature}`,
          'goproxy',
          'official',
        ];
        const { report, events, net } = await play(world, {
          version: '1.26',
          servers,
          env: { GOPROXY: `https://user:${encodeURIComponent(password)}@proxy.test,direct` },
          inputs: { token, 'source-token': sourceToken, sources: sources.join(',') },
          secrets: [token, sourceToken, inPath],
        });
        const said = JSON.stringify([report, events]);
        const asBasic = (text: string): string => Buffer.from(text).toString('base64');
        const secrets = [password, token, sourceToken, inPath, mirrorPassword, signature];
        const hidden = [
          ...secrets,
          ...secrets.map(text => JSON.stringify(text).slice(1, -1)),
          asBasic(`user:${password}`),
          asBasic(`u:${mirrorPassword}`),
        ];
        expect(hidden.filter(text => said.includes(text))).toEqual([]);
        for (const { url, headers } of net.requests) {
          const { host } = new URL(url);
          const sent = JSON.stringify([host === 'gone.test' ? '' : url, headers]);
          expect(sent).not.toContain(token);
          if (host !== 'custom.test' && host !== 'signed.test') expect(sent).not.toContain(sourceToken);
          if (host !== 'proxy.test') expect(sent).not.toContain(asBasic(`user:${password}`));
        }
        expect(report.outcome).toBe(isGood ? 'installed' : 'failed');
      },
    ),
    { numRuns: 100, interruptAfterTimeLimit: 20_000 },
  );
});
