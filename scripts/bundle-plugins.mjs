// What is done to libraries on their way into the bundle, as plugins of rolldown.
import { isBuiltin } from 'node:module';
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
    if (!/^semver(?:\/|$)/.test(specifier) || /^\0|[\\/]node_modules[\\/]semver[\\/]/.test(importer)) return undefined;
    const call = path => `(...args) => require(${JSON.stringify(join(root, 'node_modules', path))})(...args);`;
    if (specifier !== 'semver') return made(specifier, `export default ${call(specifier)}`);
    const functions = ['clean', 'gt', 'satisfies', 'valid'];
    return made('semver', functions.map(name => `export const ${name} = ${call(`semver/functions/${name}.js`)}`).join('\n'));
  });

/**
 * @actions/core wants a delimiter for each value that it writes to a command file, and node:crypto takes milliseconds to load. What
 * keeps a value from ending itself is that the library refuses one that contains the delimiter, so any rare text will do.
 */
export const plainDelimiter = replacing('plain-delimiter', (specifier, importer) =>
  specifier === 'crypto' && /[\\/]@actions[\\/]core[\\/]/.test(importer)
    ? made(
        'delimiter',
        `export const randomUUID = () => Array.from('1234', () => Math.random().toString(36).slice(2)).join('-');`,
      )
    : undefined,
);

/** One name for each built-in module: libraries say `os`, and we say `node:os`. */
export const namedBuiltins = {
  name: 'named-builtins',
  resolveId: specifier =>
    isBuiltin(specifier) && !specifier.startsWith('node:') ? { id: `node:${specifier}`, external: true } : undefined,
};

/** Every run needs these at once. */
const EAGER = ['fs', 'fs/promises', 'os', 'path', 'process'];

/** Loads a built-in module when it is first used: one takes up to 3 ms, and most runs do not need most of them. */
export const lazyBuiltins = {
  name: 'lazy-builtins',
  renderChunk(code) {
    let text = code;
    for (const [line, name, module] of code.matchAll(/^let (\w+) = require\("node:([\w/]+)"\);\n/gm)) {
      const namespace = new RegExp(`^${name} = (?:require_main\\.)?__toESM\\(${name}, 1\\);\\n`, 'm');
      const rest = text.replace(line, '').replace(namespace, '');
      // As a namespace it has one thing more, `default`.
      const isPlain = !new RegExp(`\\b${name}\\b(?!\\.(?!default\\b))`).test(rest);
      if (!isPlain) continue;
      text = text.replace(namespace, '');
      if (EAGER.includes(module)) continue;
      text = text.replace(line, `let ${name};\n`);
      text = text.replaceAll(new RegExp(`\\b${name}\\b(?=\\.)`, 'g'), `(${name} ??= require("node:${module}"))`);
    }
    return text === code ? null : { code: text, map: null };
  },
};

/** @actions/tool-cache writes ::debug:: lines to standard output, where the command line prints exactly one report. */
export const quietToolCache = replacing('quiet-tool-cache', (specifier, importer) =>
  specifier === '@actions/core' && /[\\/]@actions[\\/]tool-cache[\\/]/.test(importer)
    ? made('quiet-core', 'export function debug() {}\nexport function info() {}\nexport function isDebug() { return false; }')
    : undefined,
);

/** What @actions/cache calls to write to the log, to run tar, and to read patterns: see src/adapters/cache-session.ts. */
export const cacheLibrary = root =>
  replacing('cache-library', specifier => {
    const name = /^@actions\/(core|exec|glob)$/.exec(specifier)?.[1];
    return name === undefined ? undefined : join(root, `src/adapters/cache-library-${name}.ts`);
  });

/** The client of the cache is twice as large as all the rest, and has shims of its own: it is bundled by itself. */
export const cacheApart = {
  name: 'cache-apart',
  resolveId: specifier => (specifier.endsWith('/github-cache.ts') ? { id: './cache.cjs', external: true } : undefined),
};
