import { dirname } from 'node:path';
import { Failure, failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Clock, FileStat, Files, ProcessIdentity } from '../ports/machine.ts';
import { parseOwner } from './staging.ts';

export interface LockOptions {
  readonly path: string;
  readonly files: Pick<Files, 'stat' | 'read' | 'write' | 'touch' | 'remove' | 'makeDirectory'>;
  readonly clock: Clock;
  readonly process: ProcessIdentity;
  readonly randomName: () => string;
  /** How long to wait for another holder. */
  readonly waitMs: number;
  /** Called once, when the lock is found taken. */
  readonly onWaiting?: (holder: string) => void;
}

/** One lock file as it was seen. `token` is unique for each time that the lock is taken. */
interface Held {
  readonly token: string;
  readonly pid: number;
  readonly hostname: string;
  readonly mtimeMs: number;
}

const LOCK_BYTES = 4_096;

/**
 * Runs `body` while holding a lock file, so that only one run installs into a place and the others use its result. The
 * lock saves work; it is not what keeps a tree whole, for publishing is one rename. Throws FS.LOCK_TIMEOUT with the file
 * and its holder when the lock is not free in time, FS.*, the signal's reason, and what `body` throws.
 */
export async function withLock<T>(options: LockOptions, body: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const token = await takeLock(options, signal);
  const stop = new AbortController();
  const beating = beat(options, token, stop.signal);
  try {
    return await body();
  } finally {
    stop.abort();
    await beating;
    await release(options, token);
  }
}

async function takeLock(options: LockOptions, signal: AbortSignal): Promise<string> {
  const { clock, process } = options;
  const token = options.randomName();
  const text = JSON.stringify({ pid: process.pid, hostname: process.hostname, token });
  const watch = createWatch(options);
  const deadline = clock.monotonic() + options.waitMs;
  let isAnnounced = false;
  for (;;) {
    signal.throwIfAborted();
    if (await writeLock(options, text)) return token;
    const held = await readLock(options);
    if (held === undefined) continue;
    if (watch.isStale(held) && (await breakLock(options, held))) continue;
    if (!isAnnounced) options.onWaiting?.(holderText(held));
    isAnnounced = true;
    if (clock.monotonic() >= deadline) throw timedOut(options, held);
    await clock.sleep(LIMITS.lockPollMs, signal);
  }
}

/** Whether the lock is ours now. A run that fails removes the directories that it leaves empty, perhaps in this moment. */
async function writeLock({ files, path }: LockOptions, text: string): Promise<boolean> {
  try {
    return await files.write(path, text, { exclusive: true });
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'FS.NOT_FOUND') throw error;
    await files.makeDirectory(dirname(path));
    return false;
  }
}

/** A file that was just made may still be empty: then its holder is unknown. Undefined when it is gone. */
async function readLock({ files, path }: LockOptions): Promise<Held | undefined> {
  const stat: FileStat | undefined = await files.stat(path);
  if (stat === undefined) return undefined;
  let text = '';
  try {
    text = (await files.read(path, LOCK_BYTES)).toString('utf8');
  } catch (error) {
    // Gone since it was looked at; there may be a new one by now.
    if (error instanceof Failure && error.code === 'FS.NOT_FOUND') return undefined;
    throw error;
  }
  const owner = parseOwner(text);
  const token = /"token":"([\w-]{1,64})"/u.exec(text)?.[1] ?? 'unknown';
  return { token, pid: owner?.pid ?? 0, hostname: owner?.hostname ?? '', mtimeMs: stat.mtimeMs };
}

/**
 * Judges whether a holder is gone. A dead pid of this host is a sign, and our own, which an earlier run had; but only with a heartbeat that is missing, because
 * another container may have the same host name and other pids. Without it the heartbeat alone counts: no change for
 * lockStaleMs as seen from here, or a time that is so long past and does not move; so a wrong clock breaks no live lock.
 * Who made a lock writes into it in the same moment: one that stays empty was left by a kill in between.
 */
function createWatch({ clock, process }: LockOptions): { isStale(held: Held): boolean } {
  let seen: Held | undefined;
  let sinceMs = 0;
  return {
    isStale(held) {
      if (seen === undefined || seen.token !== held.token || seen.mtimeMs !== held.mtimeMs) {
        seen = held;
        sinceMs = clock.monotonic();
      }
      const unchangedMs = clock.monotonic() - sinceMs;
      const ageMs = clock.now() - held.mtimeMs;
      const isHere = held.pid > 0 && held.hostname === process.hostname;
      const isDead = isHere && (held.pid === process.pid || !process.isAlive(held.pid));
      if (isDead && ageMs >= LIMITS.lockDeadOwnerMs) return true;
      if (held.pid === 0 && unchangedMs >= LIMITS.lockDeadOwnerMs) return true;
      return unchangedMs >= LIMITS.lockStaleMs || (ageMs >= LIMITS.lockStaleMs && unchangedMs >= LIMITS.lockDeadOwnerMs);
    },
  };
}

/**
 * Removes the lock of a holder that is gone. Two waiters may come here at once, and the slower must not remove the lock
 * that the faster has taken meanwhile: so only who makes the file named after the token may remove it, and looks again.
 * False while another one is at it.
 */
async function breakLock(options: LockOptions, held: Held): Promise<boolean> {
  const { files, path, clock } = options;
  const claim = `${path}.break-${held.token}`;
  if (!(await files.write(claim, '', { exclusive: true }))) {
    const stat = await files.stat(claim);
    // Its maker was killed right here.
    const isLeft = stat !== undefined && clock.now() - stat.mtimeMs > LIMITS.lockStaleMs;
    if (isLeft) await files.remove(claim);
    return isLeft;
  }
  try {
    const now = await readLock(options);
    if (now?.token === held.token && now.mtimeMs === held.mtimeMs) await files.remove(path);
    return true;
  } finally {
    await files.remove(claim);
  }
}

/** Touches the lock until it is told to stop, or until the lock is somebody else's. A touch that fails is tried again. */
async function beat(options: LockOptions, token: string, stop: AbortSignal): Promise<void> {
  const { files, clock, path } = options;
  while (!stop.aborted) {
    try {
      await clock.sleep(LIMITS.lockHeartbeatMs, stop);
    } catch {
      return;
    }
    try {
      if ((await readLock(options))?.token !== token) return;
      await files.touch(path);
    } catch {
      // The disk may be full or slow for a moment; a lock that seems stale costs others work, but no tree.
    }
  }
}

async function release(options: LockOptions, token: string): Promise<void> {
  if ((await readLock(options))?.token === token) await options.files.remove(options.path);
}

function holderText({ pid, hostname }: Held): string {
  return pid === 0 ? 'unknown' : `process ${pid} on ${hostname}`;
}

function timedOut({ path, waitMs }: LockOptions, held: Held): Error {
  const evidence = { file: path, holder: holderText(held), 'waited ms': waitMs };
  const fixes = [
    { title: 'If nothing is being installed, remove the lock', kind: 'command', text: `rm ${path}`, risk: 'low' },
  ] as const;
  return failure('FS.LOCK_TIMEOUT', { subject: path, evidence, fixes });
}
