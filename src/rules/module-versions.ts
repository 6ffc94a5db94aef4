import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { blocking, commandIn, moduleName } from '../policy/project-findings.ts';

/** Versions of go.mod and go.work that are no canonical versions, or not those of their path. */
export const moduleVersions: Rule = {
  id: 'module-versions',
  topic: 'module',
  title: 'Every module version is one, and belongs to its path',
  codes: ['GO.MOD_VERSION'],
  judge: ({ modules, work }) => {
    const texts = [
      ...modules.map(module => ({
        text: module.mod,
        subject: moduleName(module),
        severity: blocking(module),
        directory: module.directory,
      })),
      ...(work === undefined ? [] : [{ text: work, subject: work.file, severity: 'error' as const, directory: work.directory }]),
    ];
    return texts.flatMap(({ text, subject, severity, directory }) =>
      text.problems
        .filter(({ kind }) => kind === 'version')
        .map(({ line, text: written, reason }) =>
          finding('GO.MOD_VERSION', {
            subject,
            severity,
            message: `${text.file} names a version that is none: ${reason}`,
            evidence: { line: written, reason },
            fixes: [commandIn(directory, 'go mod tidy')],
            location: { file: text.file, line },
          }),
        ),
    );
  },
};
