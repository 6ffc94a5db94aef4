// Builds dist/: main.cjs (all faces), releases.json (the shipped hash table) and licenses.txt. `--check` builds into memory and
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

async function bundle() {
  return build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outfile: 'dist/main.cjs',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    write: false,
    // Given here and not read from tsconfig.json, whose "strict" would change the output.
    tsconfigRaw: { compilerOptions: { target: 'es2023', verbatimModuleSyntax: true } },
    define: { 'import.meta.dirname': '__dirname' },
    banner: {
      js: '#!/usr/bin/env node\n// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs; third-party licences: licenses.txt',
    },
    plugins: [stubUndici, quietToolCache],
  });
}

/** The licence texts of every package that stands in the bundle, from the packages themselves. */
function licenses(metafile) {
  const packages = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const match = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match?.[1] !== undefined) packages.add(match[1]);
  }
  const parts = [...packages].sort().map(name => {
    const manifest = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
    if (!ALLOWED_LICENSES.has(manifest.license))
      throw new Error(`${name}: licence ${manifest.license} is not allowed in the bundle`);
    return `${name} ${manifest.version} (${manifest.license})\n\n${licenseText(name).trim()}\n`;
  });
  return `${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

function licenseText(name) {
  for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'License']) {
    try {
      return readFileSync(join(root, 'node_modules', name, file), 'utf8');
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  throw new Error(`${name}: no licence file`);
}

function committed(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const result = await bundle();
const outputs = {
  'dist/main.cjs': result.outputFiles[0].text,
  'dist/licenses.txt': licenses(result.metafile),
  'dist/releases.json': readFileSync(join(root, 'data/releases.json'), 'utf8'),
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
