import { CATALOGUE, type Code } from '../domain/catalogue.ts';
import type { DiskFacts, Facts } from '../domain/network-facts.ts';
import type { FailedStep } from './cause-rule.ts';

/** So few inodes are none: an archive of Go has 15,000 files. */
const FEW_INODES = 1_000;

/** What a disk lacks; undefined where nothing is wrong. A left-over of a killed run does no harm by itself. */
function diskSymptom(disk: DiskFacts): Code | undefined {
  if (disk.code === 'ENOSPC' || disk.code === 'EDQUOT' || lacksBytes(disk) || lacksInodes(disk)) return 'FS.NO_SPACE';
  if (disk.code === 'EROFS') return 'FS.READ_ONLY';
  if (disk.code === 'EACCES' || disk.code === 'EPERM') return 'FS.PERMISSION';
  if (disk.code !== undefined && disk.code !== 'ENOENT')
    return Object.hasOwn(CATALOGUE, disk.code) ? (disk.code as Code) : 'FS.IO';
  if (disk.code === 'ENOENT' && disk.path.length >= 240) return 'FS.NOT_FOUND';
  if (disk.writable === false) return disk.mountFlags.includes('ro') ? 'FS.READ_ONLY' : 'FS.PERMISSION';
  return disk.role === 'tool-cache' && disk.mountFlags.includes('noexec') ? 'GO.NOT_RUNNABLE' : undefined;
}

export function lacksBytes({ freeBytes, neededBytes }: DiskFacts): boolean {
  return freeBytes !== undefined && neededBytes !== undefined && freeBytes < neededBytes;
}

/** File systems without a table of inodes report 0 of them while bytes are free and writing works. */
export function lacksInodes({ freeInodes, code, writable }: DiskFacts): boolean {
  if (freeInodes === undefined || freeInodes >= FEW_INODES) return false;
  return freeInodes > 0 || code === 'ENOSPC' || writable === false;
}

export function failedDisks(facts: Facts): readonly FailedStep[] {
  return facts.disks.flatMap(disk => {
    const symptom = diskSymptom(disk);
    return symptom === undefined
      ? []
      : [{ id: `disk ${disk.role} ${disk.path}`, stage: 'disk' as const, symptom, subject: disk.path, disk }];
  });
}
