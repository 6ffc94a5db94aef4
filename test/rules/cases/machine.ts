import type { DiskFacts, SeenFailure } from '../../../src/domain/network-facts.ts';
import { type Case, facts } from './base.ts';
import { disk } from './parts.ts';

const onDisk = (id: string, code: string, change: Partial<DiskFacts>, os = 'linux'): Case => ({
  id,
  code,
  make: s =>
    facts(s, {
      disks: [disk({ role: 'temp', path: '/tmp' }), disk(change)],
      runtime: { node: '20.20.2', openssl: '3.0.16', os, arch: 'x64' },
    }),
});

/** A failure that the run had. */
export const saw = (code: string, evidence: Readonly<Record<string, string>> = {}, subject = 'tool cache'): SeenFailure => ({
  code,
  subject,
  evidence,
});

export const DISK_CASES: readonly Case[] = [
  onDisk('A10', 'FS.NO_SPACE', { freeBytes: 12e6, code: 'ENOSPC' }),
  onDisk('A10b', 'FS.NO_SPACE', { freeBytes: 12e6 }),
  onDisk('A11', 'FS.NO_INODES', { freeInodes: 0, code: 'ENOSPC' }),
  onDisk('A12', 'FS.READ_ONLY', { writable: false, code: 'EROFS', mountFlags: ['ro'] }),
  onDisk('A13', 'FS.PERMISSION', { writable: false, code: 'EACCES' }),
  onDisk('A14', 'FS.NOEXEC', { mountFlags: ['rw', 'noexec'] }),
  onDisk('A15', 'SELF.EXDEV', { code: 'EXDEV' }),
  {
    id: 'A15b',
    code: 'SELF.EXDEV',
    isAmbiguous: true,
    make: s => facts(s, { seen: [saw('FS.IO', { errno: 'EXDEV', path: '/tools' })] }),
  },
  {
    id: 'A16',
    code: 'CACHE.PARTIAL',
    make: s =>
      facts(s, { disks: [disk({ partialEntries: ['go/1.26.8/x64'] })], seen: [saw('GO.NOT_RUNNABLE', { errno: 'ENOENT' })] }),
  },
  {
    id: 'A16b',
    code: 'CACHE.PARTIAL',
    isWarning: true,
    make: s => facts(s, { disks: [disk({ partialEntries: ['go/1.26.8/x64'] })] }),
  },
  onDisk('A17', 'FS.WIN_PATH', { code: 'ENAMETOOLONG' }, 'win32'),
  onDisk('A17b', 'FS.LOCKED', { code: 'EPERM' }, 'win32'),
  onDisk('A17c', 'FS.LOCKED', { code: 'EBUSY' }, 'linux'),
];
