import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { IDENTITY, ISSUER, makeInstance } from '../fakes/sigstore-instance.ts';
import { PROJECT, type Runner, runCli, withRunner } from './harness.ts';

async function verify(
  runner: Runner,
  args: readonly string[],
): Promise<readonly [number | null | undefined, string | undefined]> {
  const { exitCode, stdout } = await runCli(['verify', join(runner.root, 'build'), ...args, '--json'], { runner, env: {} });
  const { cause, proof } = JSON.parse(stdout) as Report;
  return [exitCode, cause?.code ?? proof?.kind];
}

describe('a bundle without a key', { concurrent: true }, () => {
  it('of the public Sigstore is proved by what is shipped', () =>
    withRunner(async runner => {
      const text = await readFile(join(PROJECT, 'test/fixtures/sigstore/public-message.json'), 'utf8');
      const { file, bundle } = JSON.parse(text) as { readonly file: string; readonly bundle: unknown };
      await writeFile(join(runner.root, 'build'), Buffer.from(file, 'base64'));
      await writeFile(join(runner.root, 'bundle.json'), JSON.stringify(bundle));
      const by = ['--signature', join(runner.root, 'bundle.json'), '--certificate-oidc-issuer', 'https://github.com/login/oauth'];
      expect(await verify(runner, [...by, '--certificate-identity-regexp', '.+@.+'])).toEqual([0, 'sigstore-bundle']);
      expect(await verify(runner, [...by, '--certificate-identity', 'you@example.com'])).toEqual([73, 'SIG.IDENTITY']);
      expect(await verify(runner, by)).toEqual([64, 'INPUT.INVALID']);
    }));

  it('of a Sigstore of the user is proved by its trusted root', () =>
    withRunner(async runner => {
      const instance = makeInstance();
      const data = Buffer.from('a build of our own');
      await writeFile(join(runner.root, 'build'), data);
      await writeFile(join(runner.root, 'bundle.json'), JSON.stringify(instance.bundle(data)));
      await writeFile(join(runner.root, 'root.json'), JSON.stringify(instance.trustedRoot()));
      const by = ['--signature', join(runner.root, 'bundle.json'), '--certificate-identity', IDENTITY];
      const named = [...by, '--certificate-oidc-issuer', ISSUER];
      expect(await verify(runner, [...named, '--trusted-root', join(runner.root, 'root.json')])).toEqual([0, 'sigstore-bundle']);
      expect(await verify(runner, named)).toEqual([71, 'SIG.ROOT_OUTDATED']);
    }));
});
