// Writes data/sigstore-trusted-root.json, whom `verify --signature` believes by default: node scripts/update-trusted-root.mjs SEEDS ROOT
//
// SEEDS is seeds.json of the npm package @sigstore/tuf (npm pack @sigstore/tuf, then package/seeds.json in the .tgz), ROOT the
// trusted_root.json of the public instance in the Python package sigstore (pip download sigstore --no-deps, then
// sigstore/_store/https%3A%2F%2Ftuf-repo-cdn.sigstore.dev/trusted_root.json in the wheel). Both are taken from the TUF repository of
// Sigstore by different people with different keys, and published through different registries: the file is written only when they
// say the same, and only when all that it trusted before is still in it, so that old bundles can be verified.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toTrustMaterial } from '@sigstore/verify';

const TARGET = new URL('../data/sigstore-trusted-root.json', import.meta.url);
const INSTANCE = 'https://tuf-repo-cdn.sigstore.dev';
const KINDS = ['tlogs', 'certificateAuthorities', 'ctlogs', 'timestampAuthorities'];

/** By which an entry is the same one, though its time of use may have ended since. */
const keyOf = ({ publicKey, certChain }) => JSON.stringify(publicKey?.rawBytes ?? certChain);

function committed() {
  try {
    return JSON.parse(readFileSync(TARGET, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}

const [seedsPath, rootPath] = process.argv.slice(2);
if (rootPath === undefined) {
  console.error('usage: node scripts/update-trusted-root.mjs SEEDS ROOT');
  process.exitCode = 64;
} else {
  const seeds = JSON.parse(readFileSync(seedsPath, 'utf8'));
  const bytes = Buffer.from(seeds[INSTANCE].targets['trusted_root.json'], 'base64');
  const root = JSON.parse(bytes.toString('utf8'));
  if (!isDeepStrictEqual(root, JSON.parse(readFileSync(rootPath, 'utf8'))))
    throw new Error('the two packages differ: use the newest of both');
  const before = committed();
  for (const kind of KINDS) {
    const kept = new Set(root[kind].map(keyOf));
    if (!(before[kind] ?? []).every(entry => kept.has(keyOf(entry)))) throw new Error(`${kind}: what was trusted is missing`);
  }
  toTrustMaterial(TrustedRoot.fromJSON(root));
  writeFileSync(TARGET, bytes);
  for (const kind of KINDS) console.log(`${kind}: ${root[kind].length}`);
  console.log(`sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
}
