import { finding } from '../domain/finding.ts';
import { compareGoLines, DEFAULT_GO_WORK_LINE } from '../domain/go-order.ts';
import type { Rule } from '../domain/rule.ts';
import { commandIn, moduleName } from '../policy/project-findings.ts';

/** Below this go line a module may ask for more than go.work (modload.loadModFile). */
const STRICT_SINCE = '1.21';

/** `module a listed in go.work file requires go >= 1.24, but go.work lists go 1.22`. */
export const workVersion: Rule = {
  id: 'work-version',
  topic: 'version',
  title: 'go.work asks for at least the Go of its modules',
  codes: ['GO.WORK_VERSION'],
  judge: ({ modules, work }) => {
    if (work === undefined || work.problem !== undefined || work.problems.length > 0) return [];
    const workLine = work.go?.text ?? DEFAULT_GO_WORK_LINE;
    return modules.flatMap(module => {
      const { go, file } = module.mod;
      if (!module.isMain || go === undefined || compareGoLines(go.text, STRICT_SINCE) < 0) return [];
      if (compareGoLines(go.text, workLine) <= 0) return [];
      return [
        finding('GO.WORK_VERSION', {
          subject: moduleName(module),
          message: `${file} requires go >= ${go.text}, and ${work.file} ${work.go === undefined ? 'names none, which means' : 'says'} go ${workLine}`,
          evidence: { 'go.work': workLine, 'go.mod': go.text },
          fixes: [
            commandIn(work.directory, 'go work use'),
            { title: `Or write into ${work.file}`, kind: 'edit', text: `go ${go.text}`, risk: 'none' },
          ],
          location: { file: work.file, line: work.go?.line ?? 1 },
        }),
      ];
    });
  },
};
