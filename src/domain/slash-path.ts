/** Arithmetic on paths with slashes, as go.mod and go.work write them. No file is looked at. */

/** `b/../../x` seen from `a` is `../x`. An absolute path stays. */
export function joinSlashes(base: string, path: string): string {
  if (/^(?:[/\\]|[A-Za-z]:)/u.test(path)) return path;
  const names: string[] = base.startsWith('/') ? [''] : [];
  for (const name of `${base}/${path}`.split(/[/\\]/u)) {
    if (name === '' || name === '.') continue;
    const last = names.at(-1);
    if (name === '..' && last !== undefined && last !== '..') {
      if (last !== '') names.pop();
    } else names.push(name);
  }
  return names.join('/') || (base.startsWith('/') ? '/' : '.');
}

/** The way from one directory to another, beginning with `.` or `..` as a replacement must. */
export function relativeSlashes(from: string, to: string): string {
  const [start, end] = [namesOf(from), namesOf(to)];
  let shared = 0;
  while (shared < start.length && shared < end.length && start[shared] === end[shared] && start[shared] !== '..') shared += 1;
  const ups = start.slice(shared).map(() => '..');
  const way = [...ups, ...end.slice(shared)].join('/');
  return way.startsWith('..') ? way : way === '' ? '.' : `./${way}`;
}

function namesOf(path: string): readonly string[] {
  return path.split('/').filter(name => name !== '' && name !== '.');
}
