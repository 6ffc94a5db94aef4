import { dirname, join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { type Mount, mountOf } from '../domain/mount-table.ts';
import type { DiskFacts } from '../domain/network-facts.ts';
import type { Files } from '../ports/machine.ts';
import { readMounts } from './mounts.ts';

/** A directory that a run writes to. */
export interface WantedDisk {
  readonly role: DiskFacts['role'];
  /** Absolute. */
  readonly path: string;
  readonly neededBytes?: number;
}

export interface DiskPorts {
  readonly files: Pick<Files, 'stat' | 'list' | 'read' | 'write' | 'remove' | 'freeSpace'>;
  readonly os: string;
  randomName(): string;
}

/** Flags of a mount that decide whether Go can be installed or run there. */
const FLAGS: readonly string[] = ['ro', 'noexec', 'nosuid', 'nodev'];
const PARTIAL_COUNT = 8;

/** Room, permission and mount of each directory, in parallel; nothing is left there. Never throws for what it finds. */
export async function lookAtDisks(ports: DiskPorts, wanted: readonly WantedDisk[]): Promise<readonly DiskFacts[]> {
  const mounts = await readMounts(ports.files, ports.os);
  return Promise.all(wanted.map(disk => lookAt(ports, mounts, disk)));
}

async function lookAt(ports: DiskPorts, mounts: readonly Mount[], disk: WantedDisk): Promise<DiskFacts> {
  const { files } = ports;
  const { role, path, neededBytes } = disk;
  const stat = await attempt(files.stat(path));
  const exists = 'value' in stat && stat.value !== undefined;
  const place = exists ? path : await nearestParent(files, path);
  const tried = await tryToWrite(ports, place);
  const free = await attempt(files.freeSpace(place));
  const space = 'value' in free ? free.value : undefined;
  const code = 'code' in stat ? stat.code : tried;
  const options = mountOf(mounts, place)?.options ?? [];
  const partialEntries = role === 'tool-cache' && exists ? await partialOf(files, path) : [];
  return {
    role,
    path,
    exists,
    writable: tried === undefined,
    freeBytes: space?.bytes,
    freeInodes: space?.inodes,
    mountFlags: FLAGS.filter(flag => options.includes(flag)),
    neededBytes,
    ...(code === undefined ? {} : { code }),
    ...(partialEntries.length === 0 ? {} : { partialEntries }),
  };
}

/** The code that stands in the way of a new file; undefined where one could be made. */
async function tryToWrite(ports: DiskPorts, directory: string): Promise<string | undefined> {
  const { files } = ports;
  const path = join(directory, `.setup-go-robust-${ports.randomName()}`);
  const made = await attempt(files.write(path, '', { exclusive: true }));
  if ('code' in made) return made.code;
  const removed = await attempt(files.remove(path));
  return 'code' in removed ? removed.code : undefined;
}

async function nearestParent(files: DiskPorts['files'], path: string): Promise<string> {
  for (let at = dirname(path); ; at = dirname(at)) {
    const stat = await attempt(files.stat(at));
    if (('value' in stat && stat.value !== undefined) || dirname(at) === at) return at;
  }
}

/** Entries `go/VERSION/ARCH` that have no marker beside them: what a killed run left, or one that goes on. */
async function partialOf(files: DiskPorts['files'], toolCache: string): Promise<readonly string[]> {
  const partial: string[] = [];
  const versions = await attempt(files.list(join(toolCache, 'go')));
  for (const version of 'value' in versions ? versions.value : []) {
    const listed = await attempt(files.list(join(toolCache, 'go', version)));
    const names = 'value' in listed ? listed.value : [];
    const without = names.filter(name => !name.includes('.') && !names.includes(`${name}.complete`));
    partial.push(...without.map(name => `go/${version}/${name}`));
  }
  return partial.slice(0, PARTIAL_COUNT);
}

async function attempt<T>(work: Promise<T>): Promise<{ readonly value: T } | { readonly code: string }> {
  try {
    return { value: await work };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { code: error.finding.evidence.find(({ name }) => name === 'errno')?.value ?? error.code };
  }
}
