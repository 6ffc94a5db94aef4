// Whether this commit may be released under a tag: node scripts/check-release.mjs vX.Y.Z
//
// The tag, package.json, what the program calls itself, and a dated section of CHANGELOG.md must name the same version. Prints the
// section's text, which becomes the notes of the release.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = path => readFileSync(join(root, path), 'utf8');

/** The text below `## [X.Y.Z] - YYYY-MM-DD`, up to the next release or the links at the end; undefined when there is none. */
function notesOf(version, changelog) {
  const sections = changelog.split(/^## /mu).slice(1);
  const section = sections.find(text => text.startsWith(`[${version}] - `));
  const [, day, notes] = /^\[[^\]]+\] - (\d{4}-\d\d-\d\d)\n([\s\S]*)$/u.exec(section ?? '') ?? [];
  const text = notes?.replace(/^\[[^\]]+\]: .*$/gmu, '').trim();
  return day === undefined || text === '' ? undefined : text;
}

const said = {
  'package.json': JSON.parse(read('package.json')).version,
  'src/domain/product.ts': /version: '([^']+)'/u.exec(read('src/domain/product.ts'))?.[1],
};
const [tag = ''] = process.argv.slice(2);
const version = /^v((?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*))$/u.exec(tag)?.[1];
const notes = notesOf(version, read('CHANGELOG.md'));
const problems = [
  ...(version === undefined ? [`the tag must be vX.Y.Z: ${tag}`] : []),
  ...Object.entries(said).flatMap(([file, other]) => (other === version ? [] : [`${file} says ${other}, the tag ${tag}`])),
  ...(notes === undefined ? [`CHANGELOG.md has no section with a day and a text for ${tag}`] : []),
];
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
else process.stdout.write(`${notes}\n`);
