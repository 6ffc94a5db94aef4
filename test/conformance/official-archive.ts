import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PROJECT } from '../e2e/harness.ts';

/** The release that is rebuilt: the module proxy must have it, and the local Go must be of the same minor release. */
export const OFFICIAL = {
  version: '1.26.8',
  fileName: 'go1.26.8.linux-amd64.tar.gz',
  /** As published for this file at go.dev/dl. */
  sha256: 'd0f743b33e8d8945e6b1f432edd15785c70507121d6e2a723b21285eddf8b57b',
} as const;

/** Where built things are kept between runs. */
export function toolsDirectory(): string {
  return process.env['CI_TOOLS'] ?? join(PROJECT, '.ci', 'tools');
}

/** Why the genuine archive cannot be made here; undefined when it can be tried. */
export function whyNoOfficialArchive(): string | undefined {
  const isLinux = process.platform === 'linux' && process.arch === 'x64';
  return isLinux ? undefined : 'the genuine archive is rebuilt on linux-amd64 only';
}

/** Path of the genuine archive, made at the first call. Rejects with the script's words when that fails. */
export async function officialArchive(): Promise<string> {
  const script = fileURLToPath(new URL('./official-archive.sh', import.meta.url));
  const { stdout } = await promisify(execFile)(script, [OFFICIAL.version, toolsDirectory(), OFFICIAL.sha256]);
  return stdout.trim();
}
