// Which file of the bundle a module stands in.
import { join, relative } from 'node:path';

/**
 * The files beside main.cjs; a new one is one line. Each is loaded when something in it is first used: a door, which is a module that is
 * reached by `import()`, or a module that the file claims, which others import as usual (lazyFiles in bundle-plugins.mjs). Patterns
 * match paths below src/, or below node_modules/. A file holds its doors, what it claims, and all that these need, but for what is
 * claimed by another file, and what main.cjs or a file before it in this list has already: so what a run needs that loads few files
 * stands first. A door that no pattern matches belongs to the file without a pattern for doors.
 */
const FILES = [
  // The action needs the first two when something is wrong or another door is taken; a green run goes without.
  {
    name: 'failure',
    claims:
      /^(?:domain\/(?:catalogue|codes-[\w-]+)|policy\/net-errors|report\/(?:summary-failure|diagnosis-[\w-]+|fold-diagnosis|attempt-bars|drained))\.ts$/,
  },
  {
    name: 'faces',
    claims:
      /^(?:domain\/command-(?:line|help|table)|adapters\/(?:terminal|gitlab[\w-]*)|report\/(?:shell-env|portable-env))\.ts$/,
  },
  { name: 'project', claims: /^domain\/(?:version-file|tool-versions|gomod|mod-statements)\.ts$/ },
  // Up to the first packet; what comes with the answers is loaded while they are waited for.
  { name: 'install' },
  {
    name: 'unpack',
    claims:
      /^install\/(?:tar|tar-header|pax|gunzip|tree-sink|tree-names|unpack|archive-\w+|module-hash|abortable|zip[\w-]*|spool-(?:recorder|writing|reading))\.ts$/,
  },
  {
    name: 'sumdb',
    claims: /^(?:acquire\/(?:module-sums|sum[\w-]+|checksum-database)|verify\/(?:tlog|tile|note|record-proof|sumdb-record))\.ts$/,
  },
  {
    name: 'seldom',
    doors:
      /^steps\/(?:restore-cache|save-cache|private-\w+|path-go|offline-not-found|exhausted|print-environment|resolve|mirror-export)\./,
  },
  { name: 'preflight', doors: /^steps\/preflight\./ },
  { name: 'signatures', doors: /^steps\/(?:signatures|verify|verify-signature)\./ },
  { name: 'keyless', doors: /^steps\/keyless-file\./ },
  { name: 'explain', doors: /^(?:steps\/(?:explain|run-command|verify-modules)|adapters\/node-commands)\./ },
  {
    name: 'diagnose',
    doors: /^(?:steps\/(?:doctor|gather|diagnose-run|repair-run|source-health)\.|probes\/|repairs\/|adapters\/probe-)/,
  },
  { name: 'reports', doors: /^(?:report\/|adapters\/pushgateway\.|steps\/workspace-sbom\.)/ },
];

/** The names of all files that there may be. */
export const FILE_NAMES = ['main', ...FILES.map(({ name }) => name)].map(name => `${name}.cjs`);

/** What rolldown itself adds: functions of a line or two that every file takes from main.cjs. */
const RUNTIME = '\0rolldown/runtime.js';

/** The option `codeSplitting` of rolldown: a file for every module. */
export function filesOfBundle(root) {
  let files;
  const name = (id, graph) => {
    files ??= assign(root, graph);
    return files.get(id) ?? (id === RUNTIME ? 'main' : null);
  };
  // What is needed is followed here: rolldown would also move what main.cjs needs.
  return { includeDependenciesRecursively: false, groups: [{ name, debugName: 'files of the bundle' }] };
}

function assign(root, graph) {
  const source = join(root, 'src');
  const entry = join(source, 'main.ts');
  const imports = id => graph.getModuleInfo(id)?.importedIds ?? [];
  const doorsOf = id => (graph.getModuleInfo(id)?.dynamicallyImportedIds ?? []).filter(door => door.startsWith(source));
  const all = closure([entry], id => [...imports(id), ...doorsOf(id)]);
  const doors = [...all].flatMap(doorsOf);
  const pathOf = id => relative(id.startsWith(source) ? source : join(root, 'node_modules'), id).replaceAll('\\', '/');
  const claimantOf = id => FILES.find(({ claims }) => claims?.test(pathOf(id)));
  const files = new Map();
  const fill = (name, start) => {
    for (const id of closure(start, each => imports(each).filter(next => claimantOf(next) === undefined))) {
      if (!files.has(id)) files.set(id, name);
    }
  };
  fill('main', [entry]);
  for (const file of FILES) {
    const claimed = [...all].filter(id => claimantOf(id) === file);
    fill(file.name, [...claimed, ...doors.filter(door => claimantOf(door) === undefined && fileOf(pathOf(door)) === file)]);
  }
  return files;
}

function fileOf(path) {
  return (
    FILES.find(({ doors }) => doors?.test(path)) ?? FILES.find(({ claims, doors }) => claims === undefined && doors === undefined)
  );
}

/** All modules that one comes to from these. */
function closure(start, next) {
  const found = new Set(start);
  for (const id of found) for (const each of next(id)) found.add(each);
  return found;
}
