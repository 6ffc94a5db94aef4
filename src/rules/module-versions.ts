import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { buildMode, isInWorkspace } from '../policy/build-mode.ts';
import { blocking, commandIn, moduleName } from '../policy/project-findings.ts';

/**
 * Versions of go.mod and go.work that are no canonical versions, or not those of their path. What a version means that is not canonical
 * go asks the network, and needs not write it down in a workspace or with -mod=mod (measured with Go 1.26).
 */
export const moduleVersions: Rule = {
  id: 'module-versions',
  topic: 'module',
  title: 'Every module version is one, and belongs to its path',
  codes: ['GO.MOD_VERSION'],
  judge: facts => {
    const { modules, work } = facts;
    const texts = [
      ...modules.map(module => ({
        text: module.mod,
        subject: moduleName(module),
        severity: blocking(module),
        mayAsk: isInWorkspace(facts, module) || buildMode(facts, module) === 'mod',
        directory: module.directory,
      })),
      ...(work === undefined
        ? []
        : [{ text: work, subject: work.file, severity: 'error' as const, mayAsk: true, directory: work.directory }]),
    ];
    return texts.flatMap(({ text, subject, severity, mayAsk, directory }) =>
      text.problems
        .filter(({ kind }) => kind === 'version' || kind === 'query')
        .map(({ kind, line, text: written, reason }) =>
          finding('GO.MOD_VERSION', {
            subject,
            severity: kind === 'query' && mayAsk ? 'warning' : severity,
            message: `${text.file} names a version that is none: ${reason}`,
            evidence: { line: written, reason },
            fixes: [commandIn(directory, 'go mod tidy')],
            location: { file: text.file, line },
          }),
        ),
    );
  },
};
