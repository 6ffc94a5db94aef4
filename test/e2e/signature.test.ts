import { readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GOOGLE_LINUX_PACKAGES } from '../../src/verify/known-signer.ts';
import { asc, makeTestSigner } from '../fakes/openpgp.ts';
import { bundleOf, makeBundleSigner } from '../fakes/sigstore.ts';
import { tableOf } from '../run/world.ts';
import { startMirror } from '../servers/mirror.ts';
import { copyBundle, type Runner, runCli, withRunner } from './harness.ts';
import { FACES, type Face, GO, install, isPosix, parseReport, sealedEnv, startBorder, VERSION } from './install-runs.ts';

const SIGNER = makeTestSigner();

/** The bundle as it would be if somebody else signed the archives of Go; its table knows no release. */
async function bundleOfSigner(runner: Runner): Promise<string> {
  const bundle = await copyBundle(join(runner.root, 'own'));
  const text = await readFile(bundle, 'utf8');
  const changed = text.replaceAll(GOOGLE_LINUX_PACKAGES, SIGNER.primary.fingerprint);
  expect(changed).not.toBe(text);
  await writeFile(bundle, changed);
  await writeFile(join(dirname(bundle), 'google-linux-packages-key.asc'), SIGNER.block);
  await writeFile(join(dirname(bundle), 'releases.json'), tableOf([]));
  return bundle;
}

async function installSigned(face: Face, signed: Uint8Array, bundleOf: (runner: Runner) => Promise<string>) {
  const { fileName, bytes } = GO.tarGz;
  const border = await startBorder();
  const mirror = await startMirror({ files: { [fileName]: bytes, [`${fileName}.asc`]: asc(SIGNER.subkey, signed) } });
  try {
    return await withRunner(async runner => {
      const inputs = { 'go-version': VERSION, sources: mirror.url, timeout: '60s' };
      return install(face, { runner, inputs, env: sealedEnv(border), bundle: await bundleOf(runner) });
    });
  } finally {
    await Promise.all([mirror.close(), border.close()]);
  }
}

describe.runIf(isPosix)('a signature beside the archive, where nothing else vouches for it', { concurrent: true }, () => {
  it.each(FACES)('proves it: %s', async face => {
    const { exitCode, report } = await installSigned(face, GO.tarGz.bytes, bundleOfSigner);
    expect({ exitCode, kind: report.proof?.kind }).toEqual({ exitCode: 0, kind: 'openpgp-signature' });
    expect(report.proof?.value).toBe(`sha256:${GO.tarGz.sha256}`);
  });

  it('of another archive is refused', async () => {
    const { exitCode, report } = await installSigned('action', Buffer.from('another archive'), bundleOfSigner);
    expect({ exitCode, cause: report.cause?.code }).toEqual({ exitCode: 73, cause: 'PGP.BAD_SIGNATURE' });
  });

  it('of a key that the shipped block does not have is no proof', async () => {
    const onlyTable = async (runner: Runner): Promise<string> => {
      const bundle = await copyBundle(join(runner.root, 'shipped'));
      await writeFile(join(dirname(bundle), 'releases.json'), tableOf([]));
      return bundle;
    };
    const { exitCode, report } = await installSigned('command line', GO.tarGz.bytes, onlyTable);
    expect({ exitCode, cause: report.cause?.code }).toEqual({ exitCode: 72, cause: 'GO.SUMDB_UNREACHABLE' });
    expect(report.findings.map(({ code }) => code)).toContain('PGP.UNKNOWN_SUBKEY');
  });
});

it.runIf(isPosix)('a signature of the user is verified through a link to the file', () =>
  withRunner(async runner => {
    const at = (name: string): string => join(runner.workspace, name);
    const own = makeBundleSigner();
    await writeFile(at('build.tar.gz'), GO.tarGz.bytes);
    await writeFile(at('bundle.json'), JSON.stringify(bundleOf(own, GO.tarGz.bytes)));
    await writeFile(at('cosign.pub'), own.pem);
    await symlink('build.tar.gz', at('link.tar.gz'));
    await symlink('.', at('directory.tar.gz'));
    const by = ['--signature', 'bundle.json', '--key', 'cosign.pub', '--json'];
    const verified = await runCli(['verify', 'link.tar.gz', ...by], { runner });
    expect(parseReport(verified.stdout)).toMatchObject({ outcome: 'ok', proof: { value: `sha256:${GO.tarGz.sha256}` } });
    const refused = await runCli(['verify', 'directory.tar.gz', ...by], { runner });
    expect(parseReport(refused.stdout)).toMatchObject({ exitCode: 74, cause: { code: 'FS.NOT_FOUND' } });
  }),
);
