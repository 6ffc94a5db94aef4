// What is done to libraries on their way into the bundle, as plugins of rolldown.
import { join } from 'node:path';

/** A module that is made up here. `require` in it is resolved from the project. */
const made = (name, code) => ({ id: `\0made:${name}`, meta: { code } });

/** Answers an import with a module of our own; `find` gets the specifier and the importer, and returns `made(…)`, a path, or nothing. */
function replacing(name, find) {
  const texts = new Map();
  return {
    name,
    resolveId(specifier, importer) {
      const found = importer === undefined ? undefined : find(specifier, importer);
      if (found?.meta === undefined) return found;
      texts.set(found.id, found.meta.code);
      return { id: found.id, moduleSideEffects: false };
    },
    load(id) {
      return texts.has(id) ? { code: texts.get(id), moduleType: 'js' } : undefined;
    },
  };
}

/** @actions/http-client pulls in undici (84 % of the bundle) for one method that nothing here calls. The stub fails loudly. */
export const stubUndici = replacing('stub-undici', specifier =>
  specifier === 'undici'
    ? made('undici', `export class ProxyAgent { constructor() { throw new Error('undici is not part of this bundle'); } }`)
    : undefined,
);

/** semver is needed for ranges only, and takes several milliseconds to load: it is loaded at the first call. */
export const lazySemver = root =>
  replacing('lazy-semver', (specifier, importer) => {
    if (!/^semver(?:\/|$)/.test(specifier) || /^\0|\/node_modules\/semver\//.test(importer)) return undefined;
    const call = path => `(...args) => require(${JSON.stringify(join(root, 'node_modules', path))})(...args);`;
    if (specifier !== 'semver') return made(specifier, `export default ${call(specifier)}`);
    const functions = ['clean', 'gt', 'satisfies', 'valid'];
    return made('semver', functions.map(name => `export const ${name} = ${call(`semver/functions/${name}.js`)}`).join('\n'));
  });

/** assert is one function here, and takes a millisecond to load. */
export const lazyAssert = replacing('lazy-assert', specifier =>
  specifier === 'assert' ? made('assert', `export const ok = (...args) => require('node:assert').ok(...args);`) : undefined,
);

/** @actions/tool-cache writes ::debug:: lines to standard output, where the command line prints exactly one report. */
export const quietToolCache = replacing('quiet-tool-cache', (specifier, importer) =>
  specifier === '@actions/core' && importer.includes('/@actions/tool-cache/')
    ? made('quiet-core', 'export function debug() {}\nexport function info() {}\nexport function isDebug() { return false; }')
    : undefined,
);

/** What @actions/cache calls to write to the log, to run tar, and to read patterns: see src/adapters/cache-session.ts. */
export const cacheLibrary = root =>
  replacing('cache-library', specifier => {
    const name = /^@actions\/(core|exec|glob)$/.exec(specifier)?.[1];
    return name === undefined ? undefined : join(root, `src/adapters/cache-library-${name}.ts`);
  });

/** The client of the cache is three times as large as all the rest, and has shims of its own: it is bundled by itself. */
export const cacheApart = {
  name: 'cache-apart',
  resolveId: specifier => (specifier.endsWith('/github-cache.ts') ? { id: './cache.cjs', external: true } : undefined),
};
