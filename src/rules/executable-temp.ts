import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { setFix } from '../policy/setting-fixes.ts';

/** go run and go test start what they built in GOTMPDIR, else in the temporary directory; on a noexec mount that fails (measured). */
export const executableTemp: Rule = {
  id: 'executable-temp',
  topic: 'environment',
  title: 'What is built in the temporary directory can be executed',
  codes: ['FS.NOEXEC'],
  judge({ environment }) {
    const find = (wanted: string) => environment.directories.find(({ name }) => name === wanted);
    const row = find('GOTMPDIR') ?? find('TMPDIR');
    if (row === undefined || !row.mountFlags.includes('noexec')) return [];
    const evidence = { directory: row.value, 'mount options': row.mountFlags.join(',') };
    const fixes = [setFix('GOTMPDIR', '/a/directory/on/another/file/system')];
    return [finding('FS.NOEXEC', { subject: row.name, severity: 'warning', evidence, fixes })];
  },
};
