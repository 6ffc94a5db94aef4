/** Names that Windows keeps for itself (x/mod/module, badWindowsNames). */
const WINDOWS_NAME = /^(?:con|com[1-9]|lpt[1-9]|nul|prn|aux)$/iu;

/**
 * Why go refuses a path of the main module or of a tool (x/mod/module, CheckImportPath), in words; undefined when it does not. Unlike
 * the path of a module that is fetched, it needs no dot in its first element.
 */
export function importPathProblem(path: string): string | undefined {
  if (path.startsWith('-')) return 'the path begins with a dash';
  for (const element of path.split('/')) {
    const problem = elementProblem(element);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The same of the path of a module that is fetched (x/mod/module, CheckPath); `go` and `toolchain` are none (gover.IsToolchain). */
export function fetchedPathProblem(path: string): string | undefined {
  if (path === 'go' || path === 'toolchain') return undefined;
  const problem = importPathProblem(path);
  if (problem !== undefined) return problem;
  const [first = ''] = path.split('/');
  if (!first.includes('.')) return 'its first element has no dot';
  if (/[^a-z0-9.-]/u.test(first)) return 'its first element is no host name in lower case';
  if (path.includes('+')) return 'the path has a character that no module path may have: +';
  return /(?:^|\/)\./u.test(path) ? 'an element of the path begins with a dot' : undefined;
}

function elementProblem(element: string): string | undefined {
  if (element === '') return 'the path has an empty element';
  if (element.endsWith('.')) return `an element of the path ends with a dot: ${element}`;
  const bad = /[^\w.~+-]/u.exec(element)?.[0];
  if (bad !== undefined) return `the path has a character that no import path may have: ${bad}`;
  const [short = ''] = element.split('.');
  if (WINDOWS_NAME.test(short)) return `an element of the path is a name that Windows keeps for itself: ${short}`;
  return /~\d+$/u.test(short) ? 'an element of the path ends with a tilde and digits' : undefined;
}
