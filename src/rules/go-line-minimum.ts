import { finding } from '../domain/finding.ts';
import { compareGoLines } from '../domain/go-order.ts';
import type { Rule } from '../domain/rule.ts';
import { moduleName } from '../policy/project-findings.ts';

/**
 * A go line below the input `min-go-version` where nobody names a version: whoever installs by it gets an old Go. When a version is
 * chosen by such a line, the choice itself says so (policy/choose-release.ts).
 */
export const goLineMinimum: Rule = {
  id: 'go-line-minimum',
  topic: 'version',
  title: 'No go line that may choose the Go is below min-go-version',
  codes: ['VERSION.TOO_OLD'],
  judge: ({ modules, request }) => {
    if (request.spec !== undefined || request.version !== undefined) return [];
    return modules.flatMap(module => {
      const { go, toolchain, file } = module.mod;
      if (!module.isMain || go === undefined || toolchain !== undefined) return [];
      if (compareGoLines(go.text, request.minGoVersion) >= 0) return [];
      return [
        finding('VERSION.TOO_OLD', {
          subject: moduleName(module),
          severity: 'info',
          message: 'The go line is older than min-go-version; as a language version it may stay',
          evidence: { 'go line': go.text, 'min-go-version': request.minGoVersion },
          fixes: [{ title: 'Name a newer Go to build with', kind: 'setting', text: 'go-version: stable', risk: 'none' }],
          location: { file, line: go.line },
        }),
      ];
    });
  },
};
