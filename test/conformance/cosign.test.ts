import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, withRunner } from '../e2e/harness.ts';
import { reportOf } from './installed-go.ts';
import { loopbackEnv } from './network.ts';
import { toolsDirectory } from './official-archive.ts';

/** The official cosign signs, offline and with keys; the bundle of this project verifies. */

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
});
