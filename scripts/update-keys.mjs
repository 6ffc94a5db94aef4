// Writes data/google-linux-packages-key.asc from the published key block: node scripts/update-keys.mjs PATH-OR-URL
//
// Subkeys of this primary key sign the archives of Go, and a new one is made about every year. The block is published at
// https://dl.google.com/linux/linux_signing_key.pub. It is written only when the verifier of the product can read it with the pinned
// fingerprint; what it says of each subkey is printed, so that the change can be reviewed.
import { readFileSync, writeFileSync } from 'node:fs';
import { readTables } from './read-tables.mjs';

const TARGET = new URL('../data/google-linux-packages-key.asc', import.meta.url);

const { readKeyRing, GOOGLE_LINUX_PACKAGES, dateText } = await readTables({
  'src/verify/openpgp-key-ring.ts': ['readKeyRing'],
  'src/verify/known-signer.ts': ['GOOGLE_LINUX_PACKAGES'],
  'src/domain/calendar.ts': ['dateText'],
});

async function load(from) {
  if (!/^https?:/u.test(from)) return readFileSync(from);
  const response = await fetch(from);
  if (!response.ok) throw new Error(`${from}: status ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

const [from] = process.argv.slice(2);
if (from === undefined) {
  console.error('usage: node scripts/update-keys.mjs PATH-OR-URL');
  process.exitCode = 64;
} else {
  const block = await load(from);
  const { primary, subkeys } = readKeyRing(block, GOOGLE_LINUX_PACKAGES);
  writeFileSync(TARGET, `${block.toString('latin1').replaceAll('\r\n', '\n').trim()}\n`);
  for (const { fingerprint, createdAt, expiresAt, flaw } of [primary, ...subkeys]) {
    const until = expiresAt === undefined ? 'without expiry' : `to ${dateText(expiresAt)}`;
    console.log(`${fingerprint} from ${dateText(createdAt)} ${until}${flaw === undefined ? '' : `: ${flaw}`}`);
  }
}
