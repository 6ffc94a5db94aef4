// Writes the newest head of the checksum database into src/verify/known-log.ts, once the project's own verifier has proved that it
// continues the head that stands there: node scripts/update-tree-head.mjs [--from URL] [--min-growth RECORDS] [--file FILE]
//
// URL is sum.golang.org or a module proxy's address for it; it need not be trusted. A head that is fewer RECORDS newer changes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readTables, root } from './read-tables.mjs';
import { nextTreeHead, withHead } from './tree-head.mjs';

const FILE = 'src/verify/known-log.ts';
const PART_MS = 20_000;
const PART_BYTES = 1_000_000;

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: 'https://sum.golang.org' },
    'min-growth': { type: 'string', default: '1' },
    file: { type: 'string', default: join(root, FILE) },
  },
});
const minGrowth = Number(values['min-growth']);
if (!Number.isSafeInteger(minGrowth) || minGrowth < 1) throw new Error(`not a number of records: ${values['min-growth']}`);

async function fetchPart(path) {
  const answer = await fetch(`${values.from.replace(/\/$/u, '')}/${path}`, { signal: AbortSignal.timeout(PART_MS) });
  if (!answer.ok) throw new Error(`${path}: HTTP ${answer.status}`);
  const chunks = [];
  let size = 0;
  for await (const chunk of answer.body) {
    size += chunk.length;
    if (size > PART_BYTES) throw new Error(`${path}: more than ${PART_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const { SUM_GOLANG_ORG, ...verify } = await readTables({
  [FILE]: ['SUM_GOLANG_ORG'],
  'src/verify/note.ts': ['openTreeHead', 'parseVerifierKey'],
  'src/verify/tile.ts': ['spanHash', 'tileKey', 'tilePath', 'tilesFor'],
  'src/verify/tlog.ts': ['HASH_BYTES', 'checkConsistency', 'consistencySpans'],
});
const head = await nextTreeHead({ log: SUM_GOLANG_ORG, fetchPart, verify, minGrowth });
if (head === undefined) {
  console.log(`the head of ${SUM_GOLANG_ORG.heads[0].size} records is new enough`);
} else {
  writeFileSync(values.file, withHead(readFileSync(values.file, 'utf8'), head));
  console.log(
    `the head of ${head.size} records continues that of ${SUM_GOLANG_ORG.heads[0].size} and is written to ${values.file}`,
  );
}
