// Every optional dependency that a package in the lock names must be in the lock too: otherwise `npm ci` works here and fails on
// another platform. Also: exact versions only, and no registry address.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const problems = [];

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    if (!(nested in lock.packages) && !(`node_modules/${name}` in lock.packages))
      problems.push(`${path}: optional ${name} is not in the lock`);
  }
  if (entry.resolved !== undefined) problems.push(`${path}: the lock names an address`);
}
for (const group of ['dependencies', 'devDependencies']) {
  for (const [name, range] of Object.entries(manifest[group] ?? {})) {
    if (!/^\d+\.\d+\.\d+$/.test(range)) problems.push(`${name}: ${range} is not an exact version`);
  }
}

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
