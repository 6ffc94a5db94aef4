import { type Finding, finding } from '../domain/finding.ts';
import type { ProjectFacts, WorkFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { relativeSlashes } from '../domain/slash-path.ts';
import { workspaceMode } from '../policy/build-mode.ts';
import { fetchedPathProblem } from '../policy/import-path.ts';
import { commandIn, firstOf, linesOf, moduleName } from '../policy/project-findings.ts';
import { findReplacement, nameOfVersion } from '../policy/replacements.ts';
import { shellWord } from '../policy/shell-word.ts';

/** Use lines that lead nowhere or twice to the same place, and modules that no use line names. */
export const workUses: Rule = {
  id: 'work-uses',
  topic: 'module',
  title: 'go.work uses directories with a module, and the module of this directory',
  codes: ['GO.WORK_USE'],
  judge: facts => {
    const { work } = facts;
    if (work === undefined || work.problem !== undefined || work.problems.length > 0) return [];
    return [
      ...usingNothing(work),
      ...leadingNowhere(work),
      ...usedTwice(work),
      ...samePath(facts, work),
      ...unfetchable(facts, work),
      ...unused(facts, work),
    ];
  },
};

/** `no modules were found in the current workspace`. As below, the file may only name a version. */
function usingNothing({ file, directory, uses }: WorkFacts): readonly Finding[] {
  if (uses.length > 0) return [];
  const message = `${file} uses no directory, so nothing can be built beside it`;
  const fixes = [commandIn(directory, 'go work use -r .')];
  return [finding('GO.WORK_USE', { subject: file, severity: 'warning', message, fixes, location: { file, line: 1 } })];
}

/** `module example.com/m appears multiple times in workspace`: at the use line of the second. */
function samePath({ modules }: ProjectFacts, { file, uses }: WorkFacts): readonly Finding[] {
  const first = new Map<string, string>();
  return modules.flatMap(({ isMain, mod, directory }) => {
    const path = mod.module?.text;
    const earlier = path === undefined ? undefined : first.get(path);
    if (!isMain || path === undefined) return [];
    if (earlier === undefined) first.set(path, directory);
    const use = uses.find(each => each.directory === directory);
    if (earlier === undefined || use === undefined) return [];
    return [
      finding('GO.WORK_USE', {
        subject: path,
        message: 'Two modules of the workspace have the same path',
        evidence: { module: path, first: earlier, second: directory },
        location: { file, line: use.line },
      }),
    ];
  });
}

/**
 * `malformed module path "lib": missing dot in first path element`: go reads the go.mod of every required version, also where the
 * workspace uses a module of that path (measured with Go 1.26). A vendor directory has them all.
 */
function unfetchable(facts: ProjectFacts, work: WorkFacts): readonly Finding[] {
  if (workspaceMode(facts) === 'vendor') return [];
  const main = facts.modules.filter(({ isMain }) => isMain);
  const replacementOf = findReplacement(work.replaces, ...main.map(({ mod }) => mod.replaces));
  const excluded = new Set(main.flatMap(({ mod }) => mod.excludes.map(nameOfVersion)));
  return main.flatMap(({ mod }) =>
    mod.requires.flatMap(({ path, version, line }) => {
      const name = nameOfVersion({ path, version });
      const reason = fetchedPathProblem(path);
      if (reason === undefined || excluded.has(name) || replacementOf({ path, version }) !== undefined) return [];
      const own = main.find(each => each.mod.module?.text === path);
      const text = `go work edit ${shellWord(`-replace=${name}=${relativeSlashes(work.directory, own?.directory ?? '.')}`)}`;
      return [
        finding('GO.WORK_USE', {
          subject: path,
          message: `${mod.file} requires a module that cannot be fetched: ${reason}`,
          evidence: { module: name, reason },
          fixes: own === undefined ? [] : [commandIn(work.directory, text)],
          location: { file: mod.file, line },
        }),
      ];
    }),
  );
}

/** Where no module is there at all, nothing can be built, and the file only names a version. */
function leadingNowhere({ file, directory, uses }: WorkFacts): readonly Finding[] {
  const broken = uses.filter(({ hasGoMod }) => !hasGoMod);
  const [first] = broken;
  if (first === undefined) return [];
  return [
    finding('GO.WORK_USE', {
      subject: file,
      severity: broken.length < uses.length ? 'error' : 'warning',
      message: 'A use line leads to a directory without a go.mod',
      evidence: linesOf(broken.map(({ line, path }) => ({ line, text: `use ${path}` }))),
      fixes: [commandIn(directory, `go work edit${broken.map(({ path }) => ` -dropuse=${shellWord(path)}`).join('')}`)],
      location: { file, line: first.line },
    }),
  ];
}

function usedTwice({ file, directory, uses }: WorkFacts): readonly Finding[] {
  return uses
    .filter((use, index) => uses.findIndex(other => other.directory === use.directory) < index)
    .map(({ path, line }) =>
      finding('GO.WORK_USE', {
        subject: path,
        message: 'Two use lines lead to the same directory',
        evidence: { line: `use ${path}` },
        fixes: [{ title: `Remove the line from the go.work in ${directory}`, kind: 'edit', text: `use ${path}`, risk: 'none' }],
        location: { file, line },
      }),
    );
}

/** A module that go.work does not use cannot be built where go.work is in effect; most are not meant to be built together. */
function unused({ modules, moduleDirectory }: ProjectFacts, { file, directory }: WorkFacts): readonly Finding[] {
  const others = modules.filter(({ isMain }) => !isMain);
  const own = others.find(module => module.directory === moduleDirectory);
  const rest = others.filter(module => module !== own);
  const findings: Finding[] = [];
  if (own !== undefined) {
    findings.push(
      finding('GO.WORK_USE', {
        subject: moduleName(own),
        severity: 'warning',
        message: `${file} does not use the module of this directory, so go commands do not find it here`,
        evidence: { directory: own.directory },
        fixes: [
          commandIn(directory, `go work use ${shellWord(relativeSlashes(directory, own.directory))}`),
          { title: 'Or build without it', kind: 'setting', text: 'GOWORK=off', risk: 'none' },
        ],
        location: { file },
      }),
    );
  }
  if (rest.length > 0) {
    const evidence = { modules: firstOf(rest.map(each => each.directory)), count: rest.length };
    const message = `${file} does not use every module here`;
    findings.push(finding('GO.WORK_USE', { subject: file, severity: 'info', message, evidence, location: { file } }));
  }
  return findings;
}
