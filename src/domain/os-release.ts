/**
 * The name of a Linux distribution for a cache key, such as `debian12`, `ubuntu24.04` or `alpine3.20.3`, from the text of
 * /etc/os-release (freedesktop.org, os-release(5)). Only characters that separate nothing in a key. `linux` when there is no ID.
 */
export function distributionName(osRelease: string): string {
  const fields = new Map<string, string>();
  for (const line of osRelease.split('\n')) {
    const match = /^([A-Z_]+)=(?:"([^"]*)"|'([^']*)'|(\S*))\s*$/u.exec(line);
    if (match !== null) fields.set(match[1] ?? '', match[2] ?? match[3] ?? match[4] ?? '');
  }
  const name = `${fields.get('ID') ?? ''}${fields.get('VERSION_ID') ?? ''}`.toLowerCase();
  return name.replace(/[^a-z0-9._]/gu, '_').slice(0, 40) || 'linux';
}
