// Adds what is new in public lists to data/releases.json: node scripts/merge-releases.mjs GO_DEV_JSON DOCKER_JSON [TABLE]
//
// GO_DEV_JSON is go.dev/dl/?mode=json&include=all; DOCKER_JSON is versions.json of docker-library/golang, whose makers check the
// signature of each archive. Two lists that agree vouch for an archive; what only one has is kept and vouches for nothing. A hash that
// contradicts the table, or the other list, ends this with an error and writes nothing: somebody has to look at it.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readRow, tableText } from './release-table.mjs';

const MAX_BYTES = 16 * 1_024 * 1_024;

function readJson(path) {
  const bytes = readFileSync(path);
  if (bytes.length > MAX_BYTES) throw new Error(`${path}: ${bytes.length} bytes`);
  return JSON.parse(bytes.toString('utf8'));
}

const isVersion = text => /^go\d+(?:\.\d+){0,2}(?:(?:beta|rc)\d+)?$/u.test(text);
const isHash = text => /^[0-9a-f]{64}$/u.test(text);

/** Platform and hash of each archive, by release. */
function goDevRows(list) {
  return list
    .filter(({ version }) => isVersion(version))
    .flatMap(({ version, files }) =>
      files
        .filter(({ kind, sha256 }) => kind === 'archive' && sha256 !== '')
        .map(({ filename, sha256, size }) => ({ version, filename, sha256, size })),
    );
}

function dockerRows(lines) {
  return Object.values(lines)
    .filter(line => line !== null && isVersion(`go${line.version}`))
    .flatMap(({ version, arches }) =>
      Object.values(arches)
        .filter(({ url, sha256 }) => typeof url === 'string' && typeof sha256 === 'string')
        .map(({ url, sha256 }) => ({ version: `go${version}`, filename: url.slice(url.lastIndexOf('/') + 1), sha256 })),
    )
    .filter(({ filename }) => !filename.endsWith('.src.tar.gz'));
}

/** One list as a map from `VERSION PLATFORM`; it must not contradict itself. */
function byArchive(rows) {
  const found = new Map();
  for (const { version, filename, sha256, size } of rows) {
    const platform = filename.startsWith(`${version}.`)
      ? /^([a-z0-9]+-[a-z0-9]+)\.(?:tar\.gz|zip)$/u.exec(filename.slice(version.length + 1))?.[1]
      : undefined;
    // Such as go1.4.3.darwin-amd64-osx10.8.tar.gz, which no platform of today asks for.
    if (platform === undefined) continue;
    if (!isHash(sha256)) throw new Error(`${filename}: not a SHA-256: ${sha256}`);
    const key = `${version} ${platform}`;
    if ((found.get(key)?.sha256 ?? sha256) !== sha256) throw new Error(`${filename}: two hashes in one list`);
    found.set(key, { sha256, ...(size > 0 ? { size } : {}) });
  }
  return found;
}

function merge(table, lists) {
  const releases = new Map(Object.entries(table.releases).map(([version, rows]) => [version, rows.split(';').map(readRow)]));
  for (const key of new Set(lists.flatMap(list => [...list.keys()]))) {
    const [version, platform] = key.split(' ');
    const said = lists.flatMap(list => list.get(key) ?? []);
    const rows = releases.get(version) ?? [];
    const known = rows.find(row => row.platform === platform);
    const hashes = new Set([...said, ...(known === undefined ? [] : [known])].map(({ sha256 }) => sha256));
    if (hashes.size > 1)
      throw new Error(`${version} ${platform}: the lists and the table do not agree: ${[...hashes].join(', ')}`);
    const size = known?.size ?? said.find(one => one.size !== undefined)?.size;
    // The lists that the table counted are not known by name, so the counts are never added.
    const row = { platform, sha256: said[0].sha256, lists: Math.max(known?.lists ?? 0, said.length), size };
    releases.set(version, [...rows.filter(other => other !== known), row]);
  }
  return releases;
}

const [goDev, docker, target = fileURLToPath(new URL('../data/releases.json', import.meta.url))] = process.argv.slice(2);
if (goDev === undefined || docker === undefined) {
  console.error('usage: node scripts/merge-releases.mjs GO_DEV_JSON DOCKER_JSON [TABLE]');
  process.exitCode = 64;
} else {
  const old = readFileSync(target, 'utf8');
  const lists = [goDevRows(readJson(goDev)), dockerRows(readJson(docker))].map(byArchive);
  const empty = lists.findIndex(list => list.size === 0);
  if (empty !== -1) throw new Error(`${[goDev, docker][empty]} names no archive`);
  const text = tableText(merge(JSON.parse(old), lists), { day: new Date().toISOString().slice(0, 10), old });
  writeFileSync(target, text);
  console.log(text === old ? 'nothing is new' : `${target}: ${text.split('\n').length - 4} releases`);
}
