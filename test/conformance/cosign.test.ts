import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, withRunner } from '../e2e/harness.ts';
import { IDENTITY, type Instance, ISSUER, makeInstance, type Signing } from '../fakes/sigstore-instance.ts';
import { reportOf } from './installed-go.ts';
import { loopbackEnv } from './network.ts';
import { toolsDirectory } from './official-archive.ts';

/**
 * The official cosign signs, offline and with keys; the bundle of this project verifies. Without keys it would sign online only, so a Sigstore
 * of our own signs, and cosign and this project must come to the same verdict.
 */

const execute = promisify(execFile);
const COSIGN = process.env['COSIGN'] ?? join(toolsDirectory(), 'bin', 'cosign');
const why = existsSync(COSIGN) ? undefined : 'cosign is not installed (.ci/run installs it; COSIGN names one)';
let directory = '';

async function cosign(...args: readonly string[]): Promise<void> {
  await execute(COSIGN, args, { cwd: directory, env: { HOME: directory, COSIGN_PASSWORD: '' }, timeout: 120_000 });
}

/** `<name>.json`, over a file, by a private key of cosign's. */
function sign(file: string, key: string): Promise<void> {
  const offline = ['--use-signing-config=false', '--tlog-upload=false', '--yes'];
  return cosign('sign-blob', ...offline, '--key', `${key}.key`, '--bundle', `${file}.${key}.json`, file);
}

async function verify(file: string, bundle: string, key: string): Promise<readonly [number | undefined, string | undefined]> {
  return withRunner(async runner => {
    const at = (name: string): string => join(directory, name);
    const args = ['verify', at(file), '--signature', at(bundle), '--key', at(key), '--json'];
    const result = await runCli(args, { runner, env: loopbackEnv() });
    const { cause, proof } = reportOf(result);
    return [result.exitCode, cause?.code ?? proof?.kind];
  });
}

/** Whether each of them accepts a bundle over build.tar.gz. */
async function verdicts(instance: Instance, signing: Signing, without: readonly string[] = []) {
  const at = (name: string): string => join(directory, name);
  const data = await readFile(at('build.tar.gz'));
  await writeFile(at('keyless.json'), JSON.stringify(instance.bundle(data, signing)));
  await writeFile(at('root.json'), JSON.stringify(instance.trustedRoot(without)));
  const by = ['--certificate-identity', IDENTITY, '--certificate-oidc-issuer', ISSUER, '--trusted-root', at('root.json')];
  const signed = signing.time === 'timestamp' ? ['--use-signed-timestamps'] : [];
  const accepted = await cosign('verify-blob', ...by, ...signed, '--bundle', at('keyless.json'), 'build.tar.gz').then(
    () => true,
    (error: unknown) => {
      const said = String(error);
      // A flag that it does not know would agree with every refusal.
      if (/unknown flag|unknown command|panic/u.test(said)) throw error;
      return false;
    },
  );
  return withRunner(async runner => {
    const args = ['verify', at('build.tar.gz'), '--signature', at('keyless.json'), ...by, '--json'];
    const { exitCode } = await runCli(args, { runner, env: loopbackEnv() });
    return { cosign: accepted, project: exitCode === 0 };
  });
}

describe.skipIf(why !== undefined)(`cosign${why === undefined ? '' : `: ${why}`}`, () => {
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'cosign-'));
    const noise = Buffer.from('a build of our own\n'.repeat(100_000));
    await writeFile(join(directory, 'build.tar.gz'), noise);
    await writeFile(join(directory, 'altered.tar.gz'), Buffer.concat([noise, Buffer.of(0)]));
    await cosign('generate-key-pair');
    await sign('build.tar.gz', 'cosign');
    for (const name of ['other', 'ed25519']) {
      const { privateKey } =
        name === 'other' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
      await writeFile(join(directory, `${name}.pem`), privateKey.export({ type: 'pkcs8', format: 'pem' }));
      await cosign('import-key-pair', '--key', `${name}.pem`, '--output-key-prefix', name);
      await sign('build.tar.gz', name);
    }
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it.each(['cosign', 'other', 'ed25519'])('signs a file with the key %s, and it is proved', async key => {
    expect(await verify('build.tar.gz', `build.tar.gz.${key}.json`, `${key}.pub`)).toEqual([0, 'sigstore-bundle']);
  });

  it('does not vouch for an altered file, nor with another key', async () => {
    expect(await verify('altered.tar.gz', 'build.tar.gz.cosign.json', 'cosign.pub')).toEqual([73, 'SIG.WRONG_ARTIFACT']);
    expect(await verify('build.tar.gz', 'build.tar.gz.cosign.json', 'other.pub')).toEqual([73, 'SIG.BAD_SIGNATURE']);
    expect(await verify('build.tar.gz', 'build.tar.gz.other.json', 'cosign.pub')).toEqual([73, 'SIG.BAD_SIGNATURE']);
  });

  describe('without keys', () => {
    const ours = makeInstance();
    const impostor = makeInstance();

    it.each<[string, boolean, Signing]>([
      ['a promise of the log', true, {}],
      ['a promise and a timestamp', true, { time: 'both' }],
      ['a timestamp of an authority', true, { time: 'timestamp' }],
      ['an entry of the second kind of log', true, { log: 'tiles', time: 'timestamp' }],
      ['another identity', false, { identity: 'https://github.com/example/other/.github/workflows/build.yml@refs/heads/main' }],
      ['another issuer', false, { issuer: 'https://accounts.example.com' }],
      ['an expired certificate', false, { validMs: [-1_200_000, -600_000] }],
      ['a certificate for servers', false, { purpose: '1.3.6.1.5.5.7.3.1' }],
      ['a forged receipt', false, { receipt: 'forged' }],
      ['no receipt', false, { receipt: 'none' }],
      ['a certificate of an impostor', false, { certifiedBy: impostor }],
      ['a log of an impostor', false, { loggedBy: impostor }],
      ['a clock of an impostor', false, { datedBy: impostor, time: 'timestamp' }],
      ['no time', false, { time: 'none' }],
      ['no entry', false, { log: 'none', time: 'timestamp' }],
      [
        'a bare key in the log',
        false,
        {
          logged: generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        },
      ],
    ])('with %s, cosign and this project agree: %s', async (_, isProved, signing) => {
      expect(await verdicts(ours, signing)).toEqual({ cosign: isProved, project: isProved });
    });

    it('with a Sigstore that has no logs, this project wants none', async () => {
      const signing: Signing = { log: 'none', receipt: 'none', time: 'timestamp' };
      expect((await verdicts(ours, signing, ['tlogs', 'ctlogs'])).project).toBe(true);
    });
  });
});
