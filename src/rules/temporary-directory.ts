import { type Finding, finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { setFix } from '../policy/setting-fixes.ts';

/** Every build makes a directory in GOTMPDIR, else in the temporary directory; it is not made when it is missing (work.NewBuilder). */
export const temporaryDirectory: Rule = {
  id: 'temporary-directory',
  topic: 'environment',
  title: 'The directory for temporary files exists',
  codes: ['GO.ENV'],
  judge({ environment }) {
    const rows = environment.directories.filter(({ name }) => name === 'GOTMPDIR' || name === 'TMPDIR');
    return rows.flatMap((row): readonly Finding[] => {
      if (row.kind === 'directory' || row.kind === 'unreadable') return [];
      // Go itself then uses GOTMPDIR, but tests and other programs do not.
      const isSpared = row.name === 'TMPDIR' && rows.some(({ name }) => name === 'GOTMPDIR');
      const message = row.kind === 'file' ? `${row.name} is a file` : `The directory of ${row.name} is missing`;
      const fixes = [
        { title: 'Make the directory', kind: 'command', text: `mkdir -p '${row.value}'`, risk: 'none' } as const,
        setFix(row.name, '/tmp'),
      ];
      const severity = isSpared || !row.isAbsolute ? 'warning' : 'error';
      return [finding('GO.ENV', { subject: row.name, message, severity, evidence: { value: row.value }, fixes })];
    });
  },
};
