// Builds dist/: main.cjs (all faces), cache.cjs (the client of GitHub's cache, which main.cjs loads when it is needed), releases.json (the shipped hash table) and licenses.txt. `--check` builds into memory and
// compares with what is committed. Byte-reproducible: the same sources give the same files on every machine and Node.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ALLOWED_LICENSES = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']);

// @actions/http-client pulls in undici (84 % of the bundle) for one method that nothing here calls. The stub fails loudly.
const stubUndici = {
  name: 'stub-undici',
  setup(context) {
    context.onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'stub' }));
    context.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({
      contents: `export class ProxyAgent { constructor() { throw new Error('undici is not part of this bundle'); } }`,
      loader: 'js',
    }));
  },
};

// The libraries of the toolkit do nothing while they are loaded: what of them is not used need not be loaded (http, tls, child_process).
const quietToolkit = {
  name: 'quiet-toolkit',
  setup(context) {
    context.onResolve({ filter: /^[.@]/ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
      const isToolkit = /^@actions\//.test(path) || (path.startsWith('.') && importer.includes('/node_modules/@actions/'));
      if (!isToolkit || pluginData === 'resolved') return undefined;
      const found = await context.resolve(path, { importer, kind, resolveDir, pluginData: 'resolved' });
      return { ...found, sideEffects: false };
    });
  },
};

// semver is needed for ranges only, and takes several milliseconds to load: it is loaded at the first call.
const lazySemver = {
  name: 'lazy-semver',
  setup(context) {
    context.onResolve({ filter: /^semver(?:\/|$)/ }, ({ path, importer, pluginData }) =>
      pluginData === 'real' || importer.includes('/node_modules/semver/')
        ? undefined
        : { path, namespace: 'lazy', pluginData: dirname(importer) },
    );
    context.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path, pluginData }) => ({
      contents:
        path === 'semver'
          ? ['clean', 'satisfies', 'valid']
              .map(name => `export const ${name} = (...args) => require('semver/functions/${name}.js')(...args);`)
              .join('\n')
          : `export default (...args) => require('${path}')(...args);`,
      resolveDir: pluginData,
      pluginData: 'real',
      loader: 'js',
    }));
  },
};

// assert is one function here, and takes a millisecond to load.
const lazyAssert = {
  name: 'lazy-assert',
  setup(context) {
    context.onResolve({ filter: /^assert$/ }, () => ({ path: 'assert', namespace: 'lazy-assert' }));
    context.onLoad({ filter: /.*/, namespace: 'lazy-assert' }, () => ({
      contents: `export const ok = (...args) => require('node:assert').ok(...args);`,
      loader: 'js',
    }));
  },
};

// @actions/tool-cache writes ::debug:: lines to standard output, where the command line prints exactly one report.
const quietToolCache = {
  name: 'quiet-tool-cache',
  setup(context) {
    context.onResolve({ filter: /^@actions\/core$/ }, ({ importer }) =>
      importer.includes('tool-cache') ? { path: 'quiet-core', namespace: 'quiet' } : undefined,
    );
    context.onLoad({ filter: /.*/, namespace: 'quiet' }, () => ({
      contents: 'export function debug() {}\nexport function info() {}\nexport function isDebug() { return false; }',
      loader: 'js',
    }));
  },
};

// The client of the cache is three times as large as all the rest: it stands in a file of its own.
const CACHE_CLIENT = /\/github-cache\.ts$/;
const cacheApart = {
  name: 'cache-apart',
  setup(context) {
    context.onResolve({ filter: CACHE_CLIENT }, () => ({ path: './cache.cjs', external: true }));
  },
};

// What @actions/cache calls to write to the log, to run tar, and to read patterns: see src/adapters/cache-session.ts.
const cacheLibrary = {
  name: 'cache-library',
  setup(context) {
    context.onResolve({ filter: /^@actions\/(?:core|exec|glob)$/ }, ({ path }) => ({
      path: join(root, `src/adapters/cache-library-${path.slice('@actions/'.length)}.ts`),
    }));
  },
};

// esbuild keeps comments inside expressions (tables, lists of limits): 20 kB that every start would read.
const withoutInnerComments = {
  name: 'without-inner-comments',
  setup(context) {
    context.onLoad({ filter: /\/(?:src\/.*\.ts|semver\/.*\.js)$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(/^[ \t]+(?:\/\*\*[\s\S]*?\*\/|\/\/ .*)[ \t]*\n/gmu, ''),
      loader: path.endsWith('.ts') ? 'ts' : 'js',
    }));
  },
};

async function bundle({ entry, outfile, plugins, shebang = '', header = '', define = {} }) {
  return build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // A file of 1.5 MB takes 50 ms by require, and 140 ms and more by import(), which looks through it for names first.
    supported: { 'dynamic-import': false },
    // One character beyond Latin-1 would double the memory of the text and the time to read it.
    charset: 'ascii',
    legalComments: 'none',
    metafile: true,
    write: false,
    // Given here and not read from tsconfig.json, whose "strict" would change the output.
    tsconfigRaw: { compilerOptions: { target: 'es2023', verbatimModuleSyntax: true } },
    define: { 'import.meta.dirname': '__dirname', ...define },
    banner: {
      js: `${shebang}// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt${header}`,
    },
    plugins: [stubUndici, withoutInnerComments, ...plugins],
  });
}

/** The licence texts of every package that stands in a bundle, from the packages themselves; nested versions too. */
function licenses(metafiles) {
  const packages = new Set();
  for (const input of metafiles.flatMap(({ inputs }) => Object.keys(inputs))) {
    const match = /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match?.[1] !== undefined) packages.add(match[1]);
  }
  const parts = [...packages].map(directory => {
    const manifest = JSON.parse(readFileSync(join(root, directory, 'package.json'), 'utf8'));
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
      return readFileSync(join(root, directory, file), 'utf8');
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  if (typeof author !== 'string') throw new Error(`${directory}: no licence file and no author`);
  return `By ${author}. The package names this licence and carries no text of it: ${license}`;
}

function committed(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const main = await bundle({
  entry: 'src/main.ts',
  outfile: 'dist/main.cjs',
  plugins: [quietToolCache, cacheApart, lazySemver, lazyAssert, quietToolkit],
  shebang: '#!/usr/bin/env node\n',
});
const cache = await bundle({
  entry: 'src/adapters/github-cache.ts',
  outfile: 'dist/cache.cjs',
  plugins: [cacheLibrary],
  // @azure/storage-common asks where it stands while it is loaded.
  header: "\nconst importMetaUrl = require('node:url').pathToFileURL(__filename).href;",
  define: { 'import.meta.url': 'importMetaUrl' },
});
// One directive for all: everything in it is written for strict mode.
const mainText = main.outputFiles[0].text
  .replaceAll(/^ *(?:"use strict";|\/\/ (?:If|file|compatible|"default").*)\n/gmu, '')
  .replace('\nvar ', '\n"use strict";\nvar ');
const beyondAscii = /[\u0080-\uffff].*/u.exec(mainText)?.[0];
if (beyondAscii !== undefined) throw new Error(`dist/main.cjs must be ASCII: ${beyondAscii.slice(0, 80)}`);
const outputs = {
  'dist/main.cjs': mainText,
  'dist/cache.cjs': cache.outputFiles[0].text,
  'dist/licenses.txt': licenses([main.metafile, cache.metafile]),
  'dist/releases.json': readFileSync(join(root, 'data/releases.json'), 'utf8'),
  'dist/problem-matcher.json': readFileSync(join(root, 'data/problem-matcher.json'), 'utf8'),
};

const check = process.argv.includes('--check');
for (const [name, text] of Object.entries(outputs)) {
  const path = join(root, name);
  if (!check) {
    writeFileSync(path, text);
    process.stdout.write(`${name} ${Buffer.byteLength(text)} bytes\n`);
  } else if (committed(path) !== text) {
    process.stderr.write(`${name} is not what the sources build; run npm run build and commit it\n`);
    process.exitCode = 1;
  }
}
