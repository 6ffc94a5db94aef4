import type { CatalogueEntry } from './catalogue-entry.ts';

/** Codes about this computer: its disk and its Go. Text of an entry: see catalogue-entry.ts. */
export const MACHINE_CODES = {
  'FS.NO_SPACE': {
    title: 'There is not enough space on the disk',
    why: 'Bytes or inodes are used up.',
    fix: 'Free space, or choose another tool cache.',
    severity: 'error',
    exit: 74,
    explains: [],
  },
  'FS.READ_ONLY': {
    title: 'The file system is read-only',
    why: 'Nothing can be written there.',
    fix: 'Choose another directory.',
    severity: 'error',
    exit: 74,
    explains: [],
  },
  'FS.PERMISSION': {
    title: 'The operation is not permitted',
    why: 'Another user owns the file or directory.',
    fix: 'Correct the owner, or choose another directory.',
    severity: 'error',
    exit: 74,
    explains: [],
  },
  'FS.NOT_FOUND': {
    title: 'A file or directory is missing',
    why: 'It was expected here.',
    fix: 'Check the path.',
    severity: 'error',
    exit: 74,
    explains: [],
  },
  'FS.IO': {
    title: 'The disk operation failed',
    why: 'The operating system reported an error.',
    fix: 'Look at the errno that is given as evidence.',
    severity: 'error',
    exit: 74,
    explains: [],
  },
  'FS.LOCK_TIMEOUT': {
    title: 'Another installation holds the lock for too long',
    why: 'It is still working, or it hangs.',
    fix: 'Wait for the other run; or remove the lock file that is named.',
    severity: 'error',
    exit: 75,
    explains: [],
  },
  'GO.NOT_RUNNABLE': {
    title: 'The installed Go cannot be executed',
    why: 'The binary is for another platform, or the file system is mounted noexec.',
    fix: 'Check the platform and the mount options of the tool cache.',
    severity: 'error',
    exit: 74,
    explains: [],
  },
  'GO.NOT_INSTALLED': {
    title: 'This Go is not installed',
    why: 'Nothing in the tool cache matches.',
    fix: 'Run install first.',
    severity: 'error',
    exit: 71,
    explains: [],
  },
} as const satisfies Readonly<Record<`${string}.${string}`, CatalogueEntry>>;
