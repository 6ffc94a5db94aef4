import { isMergeMark, MERGE_MARK, MOST_PROBLEMS, problemAt } from './mod-statements.ts';
import { isSemver } from './module-version.ts';
import type { Replacement, SyntaxProblem, TextFileFacts, VendoredModule, VendorFacts } from './project-facts.ts';

type Growing = { -readonly [Key in keyof VendoredModule]: VendoredModule[Key] };

/**
 * Reads vendor/modules.txt as cmd/go does (modload.readVendorList): `# path version`, `# path [version] => replacement`, `## marks`,
 * and one package on each other line. What cmd/go does not understand it ignores, so the only problem is what a merge left. Marks of
 * several lines for one module are put together. Never throws.
 */
export function parseVendorModules({ text, ...file }: TextFileFacts & { readonly text: string }): VendorFacts {
  const modules = new Map<string, Growing>();
  const replaces = new Map<string, Replacement>();
  const problems: SyntaxProblem[] = [];
  const lines = text.split('\n');
  let current: Growing | undefined;
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    if (raw.startsWith('# ')) current = readModuleLine({ line, text: raw }, { modules, replaces, current });
    else if (isMergeMark(raw)) problems.push(problemAt({ line, text: raw }, MERGE_MARK));
    else if (current !== undefined) readDetail(raw, current);
  }
  const [first = ''] = lines;
  return {
    ...file,
    isWorkspace: first.startsWith('## ') && marksOf(first).includes('workspace'),
    // A module without a version is only the head of a replacement.
    modules: [...modules.values()].filter(({ version }) => version !== ''),
    replaces: [...replaces.values()],
    problems: problems.slice(0, MOST_PROBLEMS),
  };
}

function readModuleLine(
  { line, text }: { readonly line: number; readonly text: string },
  known: {
    readonly modules: Map<string, Growing>;
    readonly replaces: Map<string, Replacement>;
    readonly current: Growing | undefined;
  },
): Growing | undefined {
  const fields = text.trim().split(/\s+/u);
  if (fields.length < 3) return known.current;
  const head = readHead(fields);
  if (head === undefined) return undefined;
  const replacement = readReplacement(fields.slice(head.version === '' ? 2 : 3), { ...head, line });
  if (replacement !== undefined) known.replaces.set(keyOf(head), replacement);
  return moduleOf(known.modules, { ...head, line });
}

function readDetail(raw: string, module: Growing): void {
  if (raw.startsWith('## ')) {
    const marks = marksOf(raw);
    if (marks.includes('explicit')) module.explicit = true;
    module.goVersion = marks.findLast(mark => mark.startsWith('go '))?.slice(3) ?? module.goVersion;
  } else if (/^\s*\S+\s*$/u.test(raw)) module.hasPackages = true;
}

interface Head {
  readonly path: string;
  /** Empty: every version is replaced. */
  readonly version: string;
}

function readHead([, path = '', second = '']: readonly string[]): Head | undefined {
  if (isSemver(second)) return { path, version: second };
  return second === '=>' ? { path, version: '' } : undefined;
}

function readReplacement(fields: readonly string[], head: Head & { readonly line: number }): Replacement | undefined {
  const [arrow, newPath, newVersion] = fields;
  if (arrow !== '=>' || newPath === undefined || fields.length > 3) return undefined;
  if (newVersion !== undefined && !isSemver(newVersion)) return undefined;
  return { path: head.path, version: head.version === '' ? undefined : head.version, newPath, newVersion, line: head.line };
}

function moduleOf(modules: Map<string, Growing>, head: Head & { readonly line: number }): Growing {
  const known = modules.get(keyOf(head));
  if (known !== undefined) return known;
  const made: Growing = { ...head, explicit: false, hasPackages: false, goVersion: undefined };
  modules.set(keyOf(head), made);
  return made;
}

function keyOf({ path, version }: Head): string {
  return `${path}@${version}`;
}

/** Of a line that begins with `## `. */
function marksOf(line: string): readonly string[] {
  return line
    .slice(3)
    .split(';')
    .map(mark => mark.trim());
}
