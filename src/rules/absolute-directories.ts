import { type Finding, finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { setFix, unsetFix } from '../policy/setting-fixes.ts';

/** What ends when the directory is relative, as measured with Go 1.26.8. */
const NEEDED_BY = {
  GOBIN: 'go install',
  GOCACHE: 'go build, go test and go vet',
  GOMODCACHE: 'every go command that needs a module',
} as const;

/** GOBIN, GOCACHE and GOMODCACHE must be absolute (work.InstallPackages, cache.DefaultDir, modfetch.checkCacheDir), and no files. */
export const absoluteDirectories: Rule = {
  id: 'absolute-directories',
  topic: 'environment',
  title: 'GOBIN, GOCACHE and GOMODCACHE are absolute',
  codes: ['GO.ENV'],
  judge({ environment }) {
    return Object.entries(NEEDED_BY).flatMap(([name, command]): readonly Finding[] => {
      const setting = environment.settings[name];
      const row = environment.directories.find(directory => directory.name === name);
      // `off` is no path, and has a rule of its own.
      if (row === undefined || row.value === 'off' || (row.isAbsolute && row.kind !== 'file')) return [];
      const message = row.isAbsolute ? `${name} is a file` : `${name} is relative`;
      const evidence = setting === undefined ? { value: row.value } : settingEvidence(setting);
      const fixes = [...(setting === undefined ? [] : [unsetFix(name, setting)]), setFix(name, '/absolute/path', setting)];
      return [finding('GO.ENV', { subject: name, message, evidence: { ...evidence, 'ends with an error': command }, fixes })];
    });
  },
};
