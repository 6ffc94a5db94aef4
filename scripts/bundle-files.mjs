// Which file of the bundle a module stands in.

/**
 * The files beside main.cjs. A door is a module of src/ that is reached by `import()`, and belongs to the first file whose pattern its
 * path matches. A file holds all that its doors need, but for what main.cjs or a file before it has already.
 */
const FILES = [
  { name: 'install', doors: /^(?!steps\/(?:preflight|explain|run-command|verify-modules|doctor|source-health)\.|report\/)/ },
  { name: 'preflight', doors: /^steps\/(?:preflight|explain|run-command|verify-modules)\./ },
  { name: 'diagnose', doors: /^steps\// },
  { name: 'reports', doors: /^report\// },
];

/** The option `codeSplitting` of rolldown: a file for every module that main.cjs does not need when it is loaded. */
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
  const entry = [`${root}/src/main.ts`];
  const imports = id => graph.getModuleInfo(id)?.importedIds ?? [];
  const doorsOf = id => graph.getModuleInfo(id)?.dynamicallyImportedIds ?? [];
  const doors = [...closure(entry, id => [...imports(id), ...doorsOf(id)])].flatMap(doorsOf);
  const files = new Map([...closure(entry, imports)].map(id => [id, 'main']));
  let left = [...new Set(doors)].filter(door => door.startsWith(`${root}/src/`));
  for (const { name, doors: pattern } of FILES) {
    const isOwn = door => pattern.test(door.slice(`${root}/src/`.length));
    for (const id of closure(left.filter(isOwn), imports)) if (!files.has(id)) files.set(id, name);
    left = left.filter(door => !isOwn(door));
  }
  return files;
}

/** All modules that one comes to from these. */
function closure(start, next) {
  const found = new Set(start);
  for (const id of found) for (const each of next(id)) found.add(each);
  return found;
}
