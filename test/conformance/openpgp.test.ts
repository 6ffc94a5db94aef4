import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dateText } from '../../src/domain/calendar.ts';
import { GOOGLE_LINUX_PACKAGES } from '../../src/verify/known-signer.ts';
import { openSignature } from '../../src/verify/openpgp.ts';
import { readKeyRing } from '../../src/verify/openpgp-key-ring.ts';
import { codeOf } from '../fakes/failure-code.ts';
import { asc, at, makeTestSigner } from '../fakes/openpgp.ts';

/** GnuPG is the judge here: what it makes we read, what we take it takes. It needs Debian's package gnupg, or any other gpg 2.2. */

const execute = promisify(execFile);
const GPG = process.env['GPG'] ?? 'gpg';
const DATA = Buffer.from('an archive\n'.repeat(1_000));
const FILE = { fileName: 'go1.26.8.linux-amd64.tar.gz', release: 'go1.26.8', notBefore: at('2026-02-01') };
let home = '';
let whyNot: string | undefined;
let fingerprint = '';

function fixed(): readonly string[] {
  return ['--homedir', home, '--yes', '--no-tty', '--quiet', '--passphrase', '', '--pinentry-mode', 'loopback'];
}

async function gpg(args: readonly string[], day = '2026-09-01'): Promise<string> {
  const time = `${day.replaceAll('-', '')}T120000!`;
  const { stdout } = await execute(GPG, [...fixed(), '--batch', '--faked-system-time', time, ...args]);
  return stdout;
}

async function sign(name: string, options: readonly string[] = [], day?: string): Promise<Buffer> {
  const path = join(home, name);
  await writeFile(path, DATA);
  await gpg([...options, '--armor', '--detach-sign', path], day);
  return readFile(`${path}.asc`);
}

async function ring() {
  return readKeyRing(Buffer.from(await gpg(['--armor', '--export', fingerprint])), fingerprint);
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'gpg-'));
  try {
    await execute(GPG, ['--version']);
  } catch (error) {
    whyNot = `gpg does not run: ${String(error)}`;
    return;
  }
  await gpg(['--quick-generate-key', 'Conformance <test@example.com>', 'rsa3072', 'cert', '0'], '2025-01-01');
  const listing = await gpg(['--list-keys', '--with-colons']);
  fingerprint = /^fpr:+([0-9A-F]{40}):$/mu.exec(listing)?.[1] ?? '';
  await gpg(['--quick-add-key', fingerprint, 'rsa3072', 'sign', '3y'], '2025-01-01');
});

afterAll(async () => {
  if (whyNot === undefined) await execute('gpgconf', ['--homedir', home, '--kill', 'all']);
  await rm(home, { recursive: true, force: true });
});

beforeEach(context => {
  if (whyNot !== undefined) context.skip(whyNot);
});

describe('GnuPG', () => {
  it.each(['SHA256', 'SHA384', 'SHA512'])('signs with %s what we verify', async hash => {
    const signature = await sign(`file-${hash}`, ['--digest-algo', hash]);
    const { hash: name, trailer, value, signedAt } = openSignature(signature, await ring(), FILE);
    expect(name).toBe(hash.toLowerCase());
    expect(createHash(name).update(DATA).update(trailer).digest('hex')).toBe(value);
    expect(dateText(signedAt)).toBe('2026-09-01');
  });

  it('signs with SHA-1, as it did long ago, what we refuse', async () => {
    const signature = await sign('file-SHA1', ['--digest-algo', 'SHA1']);
    const own = await ring();
    expect(codeOf(() => openSignature(signature, own, FILE))).toBe('PGP.BAD_SIGNATURE');
  });

  it('reads the published key block as we do', async () => {
    const path = fileURLToPath(new URL('../../data/google-linux-packages-key.asc', import.meta.url));
    const listing = await gpg(['--show-keys', '--with-colons', path], '2026-11-21');
    const seen = [...listing.matchAll(/^(?:pub|sub):.:\d+:1:[0-9A-F]{16}:(\d+):(\d*):.*\nfpr:+([0-9A-F]{40}):$/gmu)];
    const expected = seen.map(([, created, expires, print]) => [
      print,
      Number(created),
      expires === '' ? undefined : Number(expires),
    ]);
    const { primary, subkeys } = readKeyRing(await readFile(path), GOOGLE_LINUX_PACKAGES);
    const read = [primary, ...subkeys].map(key => [key.fingerprint, key.createdAt, key.expiresAt]);
    expect(read).toEqual(expected);
    expect(read).toHaveLength(8);
  });

  it('takes the keys and signatures of our tests', async () => {
    const signer = makeTestSigner();
    const other = await mkdtemp(join(tmpdir(), 'gpg-'));
    try {
      await Promise.all([
        writeFile(join(other, 'block.asc'), signer.block),
        writeFile(join(other, 'file'), DATA),
        writeFile(join(other, 'file.asc'), asc(signer.subkey, DATA)),
      ]);
      const here = ['--homedir', other, '--batch', '--quiet', '--faked-system-time', '20261001T000000!'];
      await execute(GPG, [...here, '--import', join(other, 'block.asc')]);
      const verify = ['--status-fd', '1', '--verify', join(other, 'file.asc'), join(other, 'file')];
      const { stdout } = await execute(GPG, [...here, ...verify]);
      expect(stdout).toContain(`VALIDSIG ${signer.subkey.fingerprint}`);
      await writeFile(join(other, 'file'), Buffer.concat([DATA, Buffer.of(10)]));
      await expect(execute(GPG, [...here, ...verify])).rejects.toMatchObject({ code: 1 });
    } finally {
      await rm(other, { recursive: true, force: true });
    }
  });

  it('revokes a subkey, and we see it', async () => {
    const signature = await sign('file-revoked');
    const commands = ['key 1', 'revkey', 'y', '1', 'compromised', '', 'y', 'save', ''].join('\n');
    const edit = ['--command-fd', '0', '--edit-key', fingerprint];
    const child = execFile(GPG, [...fixed(), '--faked-system-time', '20261001T120000!', ...edit]);
    child.stdin?.end(commands);
    await once(child, 'exit');
    const own = await ring();
    expect(own.subkeys[0]?.revokedAt).toBe(0);
    expect(codeOf(() => openSignature(signature, own, FILE))).toBe('PGP.EXPIRED_SUBKEY');
  });
});
