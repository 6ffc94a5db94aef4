import { type Finding, finding } from '../domain/finding.ts';
import type { ProjectFacts, WorkFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { relativeSlashes } from '../domain/slash-path.ts';
import { commandIn, firstOf, linesOf, moduleName, shellWord } from '../policy/project-findings.ts';

/** Use lines that lead nowhere or twice to the same place, and modules that no use line names. */
export const workUses: Rule = {
  id: 'work-uses',
  topic: 'module',
  title: 'go.work uses directories with a module, and the module of this directory',
  codes: ['GO.WORK_USE'],
  judge: facts => {
    const { work } = facts;
    if (work === undefined || work.problem !== undefined || work.problems.length > 0) return [];
    return [...leadingNowhere(work), ...usedTwice(work), ...unused(facts, work)];
  },
};

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
