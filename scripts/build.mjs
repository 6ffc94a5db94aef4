// Builds dist/: main.cjs (what every run needs, and the only file that anybody calls), the files that it loads when they are needed
// (bundle-files.mjs, semver.cjs, and cache.cjs, the client of GitHub's cache), releases.json (the shipped hash table), the key block of
// whoever signs Go's archives, the trusted root of the public Sigstore, and licenses.txt. `--check` builds into memory and compares with
// what is committed, or with another directory that is named after it. Byte-reproducible: the
// same sources give the same files on every machine and Node.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { FILE_NAMES, filesOfBundle } from './bundle-files.mjs';
import { licensesOf } from './bundle-licenses.mjs';
import {
  cacheApart,
  cacheLibrary,
  lazyBuiltins,
  lazyFiles,
  namedBuiltins,
  plainDelimiter,
  quietToolCache,
  semverApart,
  semverEntry,
  stubUndici,
} from './bundle-plugins.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const HEADER = '// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt';

/** Everything that is built from one entry. Whatever the bundler warns of is an error. */
async function bundle({ name, entry, plugins, codeSplitting = false, banner = HEADER, define = {}, sideEffects }) {
  const built = await rolldown({
    cwd: root,
    input: { [name]: entry },
    platform: 'node',
    // Nothing is read from tsconfig.json, which is written for the type checker.
    tsconfig: false,
    transform: { target: 'node20', define },
    preserveEntrySignatures: 'allow-extension',
    treeshake: { moduleSideEffects: sideEffects },
    plugins: [stubUndici, ...plugins],
    onLog: (_level, log) => {
      throw new Error(log.message);
    },
  });
  const { output } = await built.generate({
    format: 'cjs',
    exports: 'named',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    codeSplitting,
    comments: false,
    // One directive for all: everything in it is written for strict mode.
    strict: true,
    externalLiveBindings: false,
    // By require(), which takes a file as it is; import() would look through it for names first.
    dynamicImportInCjs: false,
    postBanner: banner,
  });
  await built.close();
  return output;
}

/** One character beyond Latin-1 would double the memory of the text and the time to read it. */
function ascii(text) {
  return text.replaceAll(/[\u0080-\uffff]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
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
  name: 'main',
  entry: 'src/main.ts',
  plugins: [quietToolCache, cacheApart, semverApart, plainDelimiter, namedBuiltins, lazyBuiltins, lazyFiles],
  codeSplitting: filesOfBundle(root),
  banner: ({ isEntry }) => `${isEntry ? '#!/usr/bin/env node\n' : ''}${HEADER}`,
  // The libraries of the toolkit do nothing while they are loaded: what of them is not used need not be loaded (http, tls, child_process).
  sideEffects: [
    { test: /[\\/]node_modules[\\/]@actions[\\/]/, sideEffects: false },
    { external: true, sideEffects: false },
  ],
});
// Where main.cjs and a file that it imports both need what rolldown adds, that becomes a file, which every run would load.
const unwanted = main.filter(({ fileName }) => !FILE_NAMES.includes(fileName)).map(({ fileName }) => fileName);
if (unwanted.length > 0) throw new Error(`${unwanted} is not in bundle-files.mjs`);
const cache = await bundle({
  name: 'cache',
  entry: 'src/adapters/github-cache.ts',
  plugins: [cacheLibrary(root)],
  sideEffects: true,
});
const semver = await bundle({ name: 'semver', entry: 'semver', plugins: [semverEntry, namedBuiltins], sideEffects: false });
const chunks = [...main, ...semver, ...cache];
const outputs = {
  ...Object.fromEntries(chunks.map(({ fileName, code }) => [fileName, ascii(code)])),
  'licenses.txt': licensesOf(chunks.flatMap(({ modules }) => Object.keys(modules))),
  'google-linux-packages-key.asc': readFileSync(join(root, 'data/google-linux-packages-key.asc'), 'utf8'),
  'releases.json': readFileSync(join(root, 'data/releases.json'), 'utf8'),
  'sigstore-trusted-root.json': readFileSync(join(root, 'data/sigstore-trusted-root.json'), 'utf8'),
  'problem-matcher.json': readFileSync(join(root, 'data/problem-matcher.json'), 'utf8'),
};

const [mode, named] = process.argv.slice(2);
const check = mode === '--check';
const dist = check && named !== undefined ? named : join(root, 'dist');
const complain = text => {
  process.stderr.write(`${text}; run npm run build and commit it\n`);
  process.exitCode = 1;
};
for (const name of readdirSync(dist).filter(name => !(name in outputs))) {
  if (check) complain(`dist/${name} is built from nothing`);
  else rmSync(join(dist, name));
}
for (const [name, text] of Object.entries(outputs)) {
  const path = join(dist, name);
  if (!check) {
    writeFileSync(path, text);
    process.stdout.write(`dist/${name} ${Buffer.byteLength(text)} bytes\n`);
  } else if (committed(path) !== text) complain(`dist/${name} is not what the sources build`);
}
