import type { Code } from '../domain/catalogue.ts';
import type { DiskFacts } from '../domain/network-facts.ts';
import { bytesOf, type CauseRule, type FailedStep, fact, pattern } from './cause-rule.ts';
import { errnoOf } from './errno.ts';
import { lacksBytes, lacksInodes } from './failed-disks.ts';

function isWindows(os: string): boolean {
  return /^(?:win|windows)/iu.test(os);
}

/** A cause that the errno of a disk, or of the run, names. */
function errnoRule(
  code: Code,
  codes: readonly string[],
  more: { readonly over?: readonly string[]; readonly is?: (step: FailedStep, os: string) => boolean } = {},
): CauseRule {
  return {
    code,
    bound: 'machine',
    stages: ['disk', 'run'],
    ...(more.over === undefined ? {} : { over: more.over }),
    weigh(step, { facts }) {
      const errno = errnoOf(step);
      const isIt = errno !== undefined && codes.includes(errno.code) && (more.is?.(step, facts.runtime.os) ?? true);
      return fact(
        isIt,
        step.disk === undefined ? 'errno' : `${step.disk.role} ${step.disk.path}`,
        errno?.code,
        errno?.reliability,
      );
    },
  };
}

function diskFact(
  code: Code,
  is: (disk: DiskFacts) => boolean,
  value: (disk: DiskFacts) => string,
  over: readonly string[] = [],
): CauseRule {
  return {
    code,
    bound: 'machine',
    stages: ['disk', 'go'],
    over,
    weigh: ({ disk }) =>
      fact(
        disk !== undefined && is(disk),
        disk === undefined ? '' : `${disk.role} ${disk.path}`,
        disk === undefined ? '' : value(disk),
      ),
  };
}

const pathOf = ({ disk, seen }: FailedStep): string => disk?.path ?? seen?.evidence['path'] ?? seen?.subject ?? '';

export const DISK_CAUSES: readonly CauseRule[] = [
  diskFact(
    'FS.NO_SPACE',
    disk => lacksBytes(disk) || disk.code === 'EDQUOT',
    disk => `${bytesOf(disk.freeBytes)} free, ${bytesOf(disk.neededBytes)} needed`,
    ['FS.IO', 'FS.PERMISSION'],
  ),
  {
    code: 'FS.NO_SPACE',
    bound: 'machine',
    stages: ['disk', 'run'],
    over: ['FS.IO'],
    weigh(step) {
      const errno = errnoOf(step);
      return fact(
        errno?.code === 'ENOSPC' && !(step.disk !== undefined && lacksInodes(step.disk) && !lacksBytes(step.disk)),
        'errno',
        'ENOSPC',
        errno?.reliability,
      );
    },
  },
  diskFact(
    'FS.NO_INODES',
    disk => lacksInodes(disk) && !lacksBytes(disk),
    disk => `${disk.freeInodes ?? 0} inodes free`,
    ['FS.NO_SPACE', 'FS.IO'],
  ),
  errnoRule('FS.READ_ONLY', ['EROFS']),
  diskFact(
    'FS.READ_ONLY',
    disk => disk.writable === false && disk.mountFlags.includes('ro') && disk.code !== 'EROFS',
    () => 'mounted read-only',
    ['FS.PERMISSION'],
  ),
  errnoRule('FS.PERMISSION', ['EACCES', 'EPERM'], {
    is: (step, os) => step.symptom !== 'GO.NOT_RUNNABLE' && !(isWindows(os) && errnoOf(step)?.code === 'EPERM'),
  }),
  diskFact(
    'FS.PERMISSION',
    disk => disk.writable === false && disk.code === undefined && !disk.mountFlags.includes('ro'),
    () => 'cannot be written',
  ),
  errnoRule('FS.WIN_PATH', ['ENAMETOOLONG', 'ENOENT'], {
    over: ['FS.NOT_FOUND'],
    is: (step, os) => errnoOf(step)?.code === 'ENAMETOOLONG' || (isWindows(os) && pathOf(step).length >= 240),
  }),
  errnoRule('FS.LOCKED', ['EBUSY', 'ETXTBSY', 'EPERM'], {
    over: ['FS.PERMISSION'],
    is: (step, os) => errnoOf(step)?.code !== 'EPERM' || isWindows(os),
  }),
  errnoRule('SELF.EXDEV', ['EXDEV'], { over: ['FS.IO'] }),
  diskFact(
    'FS.NOEXEC',
    disk => disk.mountFlags.includes('noexec') && disk.writable !== false,
    () => 'mounted noexec',
  ),
  {
    code: 'FS.NOEXEC',
    bound: 'machine',
    stages: ['run'],
    over: ['GO.NOT_RUNNABLE', 'FS.PERMISSION'],
    weigh(step, { facts }) {
      const disk = facts.disks.find(item => item.role === 'tool-cache' && item.mountFlags.includes('noexec'));
      const isIt = step.symptom === 'GO.NOT_RUNNABLE' && disk !== undefined;
      return fact(isIt, disk?.path ?? '', 'mounted noexec');
    },
  },
  {
    code: 'CACHE.PARTIAL',
    bound: 'machine',
    stages: ['run'],
    over: ['GO.NOT_RUNNABLE', 'FS.NOT_FOUND', 'VER.CACHE_DAMAGED'],
    weigh({ symptom, seen }, { facts }) {
      const entries = facts.disks.flatMap(({ partialEntries = [] }) => partialEntries);
      const isCandidate = ['GO.NOT_RUNNABLE', 'FS.NOT_FOUND', 'VER.CACHE_DAMAGED', 'GO.NOT_INSTALLED'].includes(symptom);
      return [
        ...fact(isCandidate && entries.length > 0, 'entry without its marker', entries[0]),
        ...pattern(isCandidate && entries.some(entry => seen?.subject.includes(entry) === true), 'subject', seen?.subject),
      ];
    },
  },
];
