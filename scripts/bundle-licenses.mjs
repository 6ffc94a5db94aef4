// The licence texts of what stands in a bundle.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ALLOWED_LICENSES = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']);

/** The licence texts of every package that one of these modules (absolute paths) is from, out of the packages themselves; nested versions too. */
export function licensesOf(modules) {
  const packages = new Set();
  for (const id of modules) {
    const match = /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id);
    if (match?.[1] !== undefined) packages.add(match[1]);
  }
  const parts = [...packages].map(directory => {
    const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
    const { name, version, license } = manifest;
    const names = license.replaceAll(/[()]/g, '').split(' AND ');
    if (!names.every(each => ALLOWED_LICENSES.has(each)))
      throw new Error(`${name}: licence ${license} is not allowed in the bundle`);
    return `${name} ${version} (${license})\n\n${licenseText(directory, manifest).trim()}\n`;
  });
  return `${[...new Set(parts)].sort().join(`\n${'-'.repeat(80)}\n\n`)}`;
}

function licenseText(directory, { license, author }) {
  for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'license.md', 'License']) {
    try {
      return readFileSync(join(directory, file), 'utf8');
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  if (typeof author !== 'string') throw new Error(`${directory}: no licence file and no author`);
  return `By ${author}. The package names this licence and carries no text of it: ${license}`;
}
