import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { moduleName } from '../policy/project-findings.ts';

/** Replacements by a directory that was not checked out with the project. */
export const replacedOutside: Rule = {
  id: 'replaced-outside',
  topic: 'module',
  title: 'No replacement leads out of the workspace',
  codes: ['GO.REPLACE_OUTSIDE'],
  judge: ({ modules, work }) => {
    const texts = modules.map(module => ({ file: module.mod.file, subject: moduleName(module), replaces: module.mod.replaces }));
    if (work !== undefined) texts.push({ file: work.file, subject: work.file, replaces: work.replaces });
    return texts.flatMap(({ file, subject, replaces }) =>
      replaces
        .filter(({ target }) => target === 'outside')
        .map(({ path, newPath, line }) =>
          finding('GO.REPLACE_OUTSIDE', { subject, evidence: { module: path, directory: newPath }, location: { file, line } }),
        ),
    );
  },
};
