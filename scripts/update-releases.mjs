// Writes data/releases.json from a file of release facts: node scripts/update-releases.mjs FILE [YYYY-MM-DD]
//
// FILE is JSON: {releases: [{version: "go1.26.8", files: [[filename, os, arch, kind, size, sha256, sources]]}]}, where
// sources holds one letter for each public list that carries the hash, and rows are settled by majority already.
// Only archives are kept. One line per release, newest first, platforms sorted, so that a diff can be reviewed. The
// result depends on the facts alone: the date changes only with them, or when it is given.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const TARGET = new URL('../data/releases.json', import.meta.url);
const SCHEMA = 'setup-go-robust/releases@1';

function rank(version) {
  const match = /^go(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:(beta|rc)(\d+))?$/u.exec(version);
  if (match === null) throw new Error(`not a Go version: ${version}`);
  const [, major, minor = '0', patch = '0', kind, number = '0'] = match;
  const stage = kind === undefined ? 2 : kind === 'rc' ? 1 : 0;
  return [Number(major), Number(minor), Number(patch), stage, Number(number)];
}

function newestFirst(a, b) {
  const left = rank(a);
  const right = rank(b);
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : right[at] - left[at];
}

function rowOf(version, [fileName, os, arch, , size, sha256, sources]) {
  const expected = `${version}.${os}-${arch}.${os === 'windows' ? 'zip' : 'tar.gz'}`;
  if (fileName !== expected) throw new Error(`${fileName}: expected ${expected}`);
  if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new Error(`${fileName}: not a SHA-256: ${sha256}`);
  const lists = new Set(sources).size;
  return `${os}-${arch} ${sha256} ${lists}${size > 0 ? ` ${size}` : ''}`;
}

function releaseLines(facts) {
  const releases = [...facts.releases].sort((a, b) => newestFirst(a.version, b.version));
  return releases.flatMap(({ version, files }) => {
    const rows = files.filter(([, , , kind]) => kind === 'archive').map(file => rowOf(version, file));
    return rows.length === 0 ? [] : [`${JSON.stringify(version)}:${JSON.stringify(rows.sort().join(';'))}`];
  });
}

const [file, givenDate] = process.argv.slice(2);
if (file === undefined || !/^(?:\d{4}-\d\d-\d\d)?$/u.test(givenDate ?? '')) {
  console.error('usage: node scripts/update-releases.mjs FILE [YYYY-MM-DD]');
  process.exitCode = 64;
} else {
  const body = `"releases":{\n${releaseLines(JSON.parse(readFileSync(file, 'utf8'))).join(',\n')}\n}}\n`;
  const old = existsSync(TARGET) ? readFileSync(TARGET, 'utf8') : '';
  const oldDate = old.endsWith(body) ? JSON.parse(old).date : undefined;
  const date = givenDate ?? oldDate ?? new Date().toISOString().slice(0, 10);
  const text = `{"schema":"${SCHEMA}","date":"${date}",\n${body}`;
  writeFileSync(TARGET, text);
  console.log(`data/releases.json: ${text.split('\n').length - 4} releases, ${Buffer.byteLength(text)} bytes, ${date}`);
}
