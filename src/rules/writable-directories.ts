import { type Finding, finding } from '../domain/finding.ts';
import type { DirectoryFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { setFix } from '../policy/setting-fixes.ts';

/** Without these no package is built (measured); the others matter only to what is fetched or installed. */
const NEEDED: readonly string[] = ['GOCACHE', 'GOTMPDIR', 'TMPDIR'];

/** Tried by the gatherer; of a directory that is missing, the nearest one above it. */
export const writableDirectories: Rule = {
  id: 'writable-directories',
  topic: 'environment',
  title: 'Go can write to its directories',
  codes: ['FS.PERMISSION', 'FS.READ_ONLY'],
  judge({ environment }) {
    const rows = environment.directories;
    const [firstPath] = rows.filter(({ name }) => name === 'GOPATH');
    const hasOwnTemp = rows.some(({ name }) => name === 'GOTMPDIR');
    const places = new Set<string>();
    return rows.flatMap((row): readonly Finding[] => {
      const isUnused = (row.name === 'TMPDIR' && hasOwnTemp) || (row.name === 'GOPATH' && row !== firstPath);
      if (row.writable !== false || isUnused) return [];
      // The module cache is below GOPATH, and is not told twice.
      if ([...places].some(place => row.value.startsWith(`${place}/`))) return [];
      places.add(row.value);
      return [report(row)];
    });
  },
};

function report({ name, value, kind, mountFlags }: DirectoryFacts): Finding {
  const isReadOnly = mountFlags.includes('ro');
  return finding(isReadOnly ? 'FS.READ_ONLY' : 'FS.PERMISSION', {
    subject: name,
    message: isReadOnly ? `${name} is on a file system that is read-only` : `This user may not write to ${name}`,
    severity: NEEDED.includes(name) ? 'error' : 'warning',
    evidence: { directory: value, state: kind, 'mount options': mountFlags.join(',') || undefined },
    fixes: [
      ...(isReadOnly
        ? []
        : [{ title: 'See who owns it', kind: 'command', text: `ls -ld '${value}'; id`, risk: 'none' } as const]),
      setFix(name, '/a/directory/of/this/user'),
    ],
  });
}
