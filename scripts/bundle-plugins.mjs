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

/** What of semver is called, by us and by @actions/tool-cache, and where it stands in the package. */
const SEMVER = {
  clean: 'semver/functions/clean.js',
  gt: 'semver/functions/gt.js',
  satisfies: 'semver/functions/satisfies.js',
  valid: 'semver/functions/valid.js',
  validRange: 'semver/ranges/valid.js',
};

/** semver is needed for ranges only, and takes several milliseconds to load: it is a file by itself, loaded at the first call. */
export const semverApart = {
  name: 'semver-apart',
  resolveId(specifier) {
    if (specifier === './semver.cjs') return { id: specifier, external: true };
    return /^semver(?:\/|$)/.test(specifier) ? { id: `\0made:${specifier}`, moduleSideEffects: false } : undefined;
  },
  load(id) {
    if (!id.startsWith('\0made:semver')) return undefined;
    const call = name => `(...args) => require('./semver.cjs').${name}(...args);`;
    const own = Object.keys(SEMVER).find(name => id === `\0made:${SEMVER[name]}`);
    const all = Object.keys(SEMVER).map(name => `export const ${name} = ${call(name)}`);
    return { code: own === undefined ? all.join('\n') : `export default ${call(own)}`, moduleType: 'js' };
  },
};

/** The entry of that file. */
export const semverEntry = {
  name: 'semver-entry',
  resolveId: (specifier, importer) => (importer === undefined ? specifier : undefined),
  load: id =>
    id === 'semver'
      ? Object.entries(SEMVER)
          .map(([name, path]) => `export { default as ${name} } from '${path}';`)
          .join('\n')
      : undefined,
};

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
      if (!EAGER.includes(module)) text = whenUsed(text, { line, name, specifier: `node:${module}` });
    }
    return text === code ? null : { code: text, map: null };
  },
};

/**
 * Loads another file of the bundle when something in it is first used. That is the same only because a module does nothing but define
 * things while it is loaded, and because main.cjs, whose exports stand at its end, begins when it is whole (src/main.ts).
 */
export const lazyFiles = {
  name: 'lazy-files',
  renderChunk(code) {
    let text = code;
    for (const [line, name, file] of code.matchAll(/^const (\w+) = require\("(\.\/[\w-]+\.cjs)"\);\n/gm)) {
      if (file !== './main.cjs') text = whenUsed(text, { line, name, specifier: file });
    }
    return text === code ? null : { code: text, map: null };
  },
};

function whenUsed(text, { line, name, specifier }) {
  const called = `(${name} ??= require("${specifier}"))`;
  return text.replace(line, `let ${name};\n`).replaceAll(new RegExp(`\\b${name}\\b(?=\\.)`, 'g'), called);
}

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
