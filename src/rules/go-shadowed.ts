import { finding } from '../domain/finding.ts';
import type { PathGo } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { compareVersions, parseGoVersion } from '../domain/version.ts';
import { isInstalling } from '../policy/installing.ts';

/** The first `go` on PATH is the one that steps run. An installation puts its own in front, so before it there is nothing to say. */
export const goShadowed: Rule = {
  id: 'go-shadowed',
  topic: 'environment',
  title: 'No older Go stands in front on PATH',
  codes: ['GO.SHADOWED'],
  judge(facts) {
    const [first, ...others] = facts.environment.pathGos;
    if (first === undefined || isInstalling(facts)) return [];
    const hidden = others.find(other => isOlder(first, other));
    if (hidden === undefined) return [];
    return [
      finding('GO.SHADOWED', {
        subject: first.path,
        message: 'Another go program stands in front on PATH',
        evidence: { first: first.path, version: first.version, hidden: hidden.path, 'its version': hidden.version },
        fixes: [
          { title: 'Put the wanted one first', kind: 'setting', text: `PATH=${directoryOf(hidden.path)}:$PATH`, risk: 'none' },
        ],
      }),
    ];
  },
};

function isOlder(first: PathGo, other: PathGo): boolean {
  const own = parseGoVersion(first.version ?? '');
  const its = parseGoVersion(other.version ?? '');
  return own !== undefined && its !== undefined && compareVersions(own, its) < 0;
}

function directoryOf(path: string): string {
  return path.replace(/[\\/][^\\/]*$/u, '');
}
