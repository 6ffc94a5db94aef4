// Which file of the bundle a module stands in.
import { join, relative } from 'node:path';

/**
 * The files beside main.cjs; a new one is one line. A door is a module that is reached by `import()`. It belongs to the file whose
 * pattern matches its path below src/, else to the one without a pattern. A file holds all that its doors need, but for what main.cjs
 * or a file before it in this list has already: so what a run needs that loads few files stands first.
 */
const FILES = [
  { name: 'preflight', doors: /^steps\/preflight\./ },
  { name: 'install' },
  { name: 'signatures', doors: /^steps\/(?:signatures|verify|verify-signature)\./ },
  { name: 'keyless', doors: /^steps\/keyless-file\./ },
  { name: 'mirror', doors: /^steps\/mirror-export\./ },
  { name: 'explain', doors: /^(?:steps\/(?:explain|run-command|verify-modules)|adapters\/node-commands)\./ },
  { name: 'diagnose', doors: /^(?:steps\/(?:doctor|diagnose-run|repair-run|source-health)\.|probes\/|repairs\/)/ },
  { name: 'reports', doors: /^(?:report\/|adapters\/pushgateway\.|steps\/workspace-sbom\.)/ },
];

/** The option `codeSplitting` of rolldown: a file for every module. */
export function filesOfBundle(root) {
  let files;
  const name = (id, graph) => {
    files ??= assign(root, graph);
    return files.get(id) ?? null;
  };
  // What is needed is followed here: rolldown would also move what main.cjs needs.
  return { includeDependenciesRecursively: false, groups: [{ name, debugName: 'files of the bundle' }] };
}

function assign(root, graph) {
  const source = join(root, 'src');
  const entry = [join(source, 'main.ts')];
  const imports = id => graph.getModuleInfo(id)?.importedIds ?? [];
  const doorsOf = id => (graph.getModuleInfo(id)?.dynamicallyImportedIds ?? []).filter(door => door.startsWith(source));
  const doors = [...closure(entry, id => [...imports(id), ...doorsOf(id)])].flatMap(doorsOf);
  const files = new Map([...closure(entry, imports)].map(id => [id, 'main']));
  for (const file of FILES) {
    const own = doors.filter(door => fileOf(relative(source, door).replaceAll('\\', '/')) === file);
    for (const id of closure(own, imports)) if (!files.has(id)) files.set(id, file.name);
  }
  return files;
}

function fileOf(path) {
  return FILES.find(({ doors }) => doors?.test(path)) ?? FILES.find(({ doors }) => doors === undefined);
}

/** All modules that one comes to from these. */
function closure(start, next) {
  const found = new Set(start);
  for (const id of found) for (const each of next(id)) found.add(each);
  return found;
}
