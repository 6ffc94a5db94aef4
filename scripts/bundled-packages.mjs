// What stands in the bundle, as the build wrote it into dist/licenses.txt (`build --check` holds that file).
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FILE = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'licenses.txt');

/** `{name, version, license}` of each package; the licence is an SPDX expression. */
export function bundledPackages() {
  const heads = [...readFileSync(FILE, 'utf8').matchAll(/(?:^|-{80}\n\n)(\S+) (\d\S*) \((.+)\)\n/gu)];
  if (heads.length === 0) throw new Error('dist/licenses.txt names no package');
  return heads.map(([, name, version, license]) => ({ name, version, license: license.replaceAll(/^\(|\)$/gu, '') }));
}
