// Writes data/releases.json from a file of release facts: node scripts/update-releases.mjs FILE [YYYY-MM-DD]
//
// FILE is JSON: {releases: [{version: "go1.26.8", files: [[filename, os, arch, kind, size, sha256, sources]]}]}, where
// sources holds one letter for each public list that carries the hash, and rows are settled by majority already.
// Only archives are kept. The result depends on the facts alone: the date changes only with them, or when it is given.
// What is new day by day comes from scripts/merge-releases.mjs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tableText } from './release-table.mjs';

const TARGET = new URL('../data/releases.json', import.meta.url);

function rowOf(version, [fileName, os, arch, , size, sha256, sources]) {
  const expected = `${version}.${os}-${arch}.${os === 'windows' ? 'zip' : 'tar.gz'}`;
  if (fileName !== expected) throw new Error(`${fileName}: expected ${expected}`);
  return { platform: `${os}-${arch}`, sha256, lists: new Set(sources).size, size };
}

function releaseRows({ releases }) {
  return releases.map(({ version, files }) => [
    version,
    files.filter(([, , , kind]) => kind === 'archive').map(file => rowOf(version, file)),
  ]);
}

const [file, givenDate] = process.argv.slice(2);
if (file === undefined || !/^(?:\d{4}-\d\d-\d\d)?$/u.test(givenDate ?? '')) {
  console.error('usage: node scripts/update-releases.mjs FILE [YYYY-MM-DD]');
  process.exitCode = 64;
} else {
  const old = existsSync(TARGET) && givenDate === undefined ? readFileSync(TARGET, 'utf8') : undefined;
  const day = givenDate ?? new Date().toISOString().slice(0, 10);
  const text = tableText(releaseRows(JSON.parse(readFileSync(file, 'utf8'))), { day, old });
  writeFileSync(TARGET, text);
  console.log(`data/releases.json: ${text.split('\n').length - 4} releases, ${Buffer.byteLength(text)} bytes`);
}
