/** A mounted file system, of /proc/self/mountinfo (proc_pid_mountinfo(5)). */
export interface Mount {
  readonly point: string;
  /** Options of the mount and of its file system. */
  readonly options: readonly string[];
}

/** Reads /proc/self/mountinfo; lines of another form are left out. */
export function parseMountTable(text: string): readonly Mount[] {
  const mounts: Mount[] = [];
  for (const line of text.split('\n')) {
    const match = /^\d+ \d+ \S+ \S+ (\S+) (\S+) (?:\S+ )*?- \S+ \S+ ?(\S*)/u.exec(line);
    if (match === null) continue;
    const [, point = '', own = '', shared = ''] = match;
    mounts.push({ point: decodeOctal(point), options: [...new Set([...own.split(','), ...shared.split(',')])] });
  }
  return mounts;
}

/** The mount that holds an absolute path without links: the longest mount point above it, and of equal ones the last, which covers. */
export function mountOf(mounts: readonly Mount[], path: string): Mount | undefined {
  let best: Mount | undefined;
  for (const mount of mounts) {
    const isAbove = mount.point === '/' || path === mount.point || path.startsWith(`${mount.point}/`);
    if (isAbove && mount.point.length >= (best?.point.length ?? 0)) best = mount;
  }
  return best;
}

/** Space, tab, line end and backslash stand there as three octal digits. */
function decodeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/gu, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}
