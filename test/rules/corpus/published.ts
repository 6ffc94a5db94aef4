import { createHash } from 'node:crypto';

/** Files by their path. */
export type Files = Readonly<Record<string, string>>;

/** A module that can be fetched: its path, its version, and its files. */
export interface PublishedModule {
  readonly path: string;
  readonly version: string;
  readonly files: Files;
}

function library(name: string, requires: readonly string[] = [], goLine = '1.20'): PublishedModule {
  const [path = '', version = ''] = name.split('@');
  const needs = requires.map(each => each.replace('@', ' '));
  const imports = requires.map(each => `import _ "${each.split('@')[0]}"\n`).join('');
  const mod = `module ${path}\n\ngo ${goLine}\n${needs.map(each => `\nrequire ${each}\n`).join('')}`;
  const packageName = path.split('/').findLast(part => !/^v\d+$/u.test(part)) ?? '';
  return { path, version, files: { 'go.mod': mod, [`${packageName}.go`]: `package ${packageName}\n\n${imports}` } };
}

/** Everything that the projects of the corpus require: small, with right hashes, so that the real go builds them without a network. */
export const PUBLISHED: readonly PublishedModule[] = [
  library('example.com/term@v0.2.0'),
  library('example.com/term@v0.3.0'),
  library('example.com/color@v1.1.0'),
  library('example.com/color@v1.2.0', ['example.com/term@v0.3.0']),
  library('example.com/log@v1.3.0', ['example.com/color@v1.1.0']),
  library('example.com/log@v1.4.0', ['example.com/color@v1.2.0']),
  library('example.com/flag/v2@v2.1.0'),
  library('example.com/old@v3.0.1+incompatible'),
  library('example.com/fork@v1.9.0', ['example.com/color@v1.2.0']),
];

/** The dirhash of golang.org/x/mod/sumdb: SHA-256 over a sorted list of SHA-256 lines. */
function dirHash(files: Files): string {
  const sha256 = (text: string) => createHash('sha256').update(text);
  const lines = Object.keys(files)
    .sort()
    .map(name => `${sha256(files[name] ?? '').digest('hex')}  ${name}\n`);
  return `h1:${sha256(lines.join('')).digest('base64')}`;
}

/** Names of the files within the zip of a module. */
export function zipped({ path, version, files }: PublishedModule): Files {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${path}@${version}/${name}`, text]));
}

/** Both lines of go.sum for each `path@version`, sorted as go writes them. */
export function goSum(...names: readonly string[]): string {
  const lines = names.flatMap(name => {
    const module = published(name);
    const place = `${module.path} ${module.version}`;
    return [`${place} ${dirHash(zipped(module))}\n`, `${place}/go.mod ${dirHash({ 'go.mod': module.files['go.mod'] ?? '' })}\n`];
  });
  return lines.sort().join('');
}

export function published(name: string): PublishedModule {
  const found = PUBLISHED.find(({ path, version }) => `${path}@${version}` === name);
  if (found === undefined) throw new Error(`${name} is not published`);
  return found;
}

/** The same lines with other hashes, of the right form. */
export function forged(sum: string): string {
  return sum.replaceAll(/h1:\S{43}/gu, `h1:${'A'.repeat(43)}`);
}
