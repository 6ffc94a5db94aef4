import { type Finding, finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Rule } from '../domain/rule.ts';

const WATCHED: readonly string[] = ['GOCACHE', 'GOMODCACHE', 'GOTMPDIR', 'TMPDIR'];
/** With less not even one file of a build fits. */
const NOTHING = { bytes: 64 * 1024, inodes: 4 };

/** Space and inodes of what a build fills; several directories of one file system with the same figures are told once. */
export const diskRoom: Rule = {
  id: 'disk-room',
  topic: 'environment',
  title: 'There is room for building',
  codes: ['FS.NO_SPACE'],
  judge({ environment }) {
    const told = new Set<string>();
    return environment.directories.flatMap((row): readonly Finding[] => {
      const { name, value, freeBytes = Number.POSITIVE_INFINITY, freeInodes = Number.POSITIVE_INFINITY } = row;
      const isShort = freeBytes < LIMITS.buildSpaceBytes || freeInodes < LIMITS.buildInodes;
      // Other programs work on the same disk meanwhile.
      const figures = `${Math.round(freeBytes / 2 ** 20)} ${Math.round(freeInodes / 100)}`;
      if (!WATCHED.includes(name) || !isShort || told.has(figures)) return [];
      told.add(figures);
      const isFull = freeBytes < NOTHING.bytes || freeInodes < NOTHING.inodes;
      return [
        finding('FS.NO_SPACE', {
          subject: name,
          message: isFull ? `There is no room left for ${name}` : `There is little room left for ${name}`,
          severity: isFull ? 'error' : 'warning',
          evidence: {
            directory: value,
            'free bytes': row.freeBytes,
            'free inodes': row.freeInodes,
            'wanted bytes': LIMITS.buildSpaceBytes,
            'wanted inodes': LIMITS.buildInodes,
          },
          fixes: [{ title: 'See what is full', kind: 'command', text: `df -h '${value}'; df -i '${value}'`, risk: 'none' }],
        }),
      ];
    });
  },
};
