import type { Severity } from '../domain/catalogue-entry.ts';
import type { Fix } from '../domain/finding.ts';
import type { ModuleFacts, TextFileFacts } from '../domain/project-facts.ts';

/** What rules about modules have in common. */

/** What surely stops go in a module that is built here is an error; elsewhere nobody knows whether it is built at all. */
export function blocking(module: ModuleFacts): Severity {
  return module.isMain ? 'error' : 'warning';
}

/** How findings name a module: by its path, or by its file where it has none. */
export function moduleName({ mod }: ModuleFacts): string {
  return mod.module?.text || mod.file;
}

/** Whether go reads the go.mod to its end. Otherwise what follows from it is not judged. */
export function isReadable({ mod }: ModuleFacts): boolean {
  return mod.problem === undefined && mod.problems.length === 0 && mod.module !== undefined;
}

/** A command to be run in a directory. */
export function commandIn(directory: string, text: string): Fix {
  const title = directory === '.' ? 'Run, and commit what changes' : `Run in ${directory}, and commit what changes`;
  return { title, kind: 'command', text, risk: 'none' };
}

/** Lines of a file as evidence: the first few, and how many there are. */
export function linesOf(
  lines: readonly { readonly line: number; readonly text: string }[],
  most = 8,
): Readonly<Record<string, string | number>> {
  const shown = lines.slice(0, most).map(({ line, text }) => [`line ${line}`, text] as const);
  return { ...Object.fromEntries(shown), ...(lines.length > most ? { lines: lines.length } : {}) };
}

/** Why a file could not be used, in words. */
export const FILE_PROBLEMS = {
  'too-large': 'it is larger than such a file can be',
  binary: 'it is not text',
  unreadable: 'it cannot be read',
  'link-loop': 'it is a symbolic link that leads to itself',
} as const satisfies Record<NonNullable<TextFileFacts['problem']>, string>;

/** What a person reads first. */
export function cannotRead(file: string, reason: string): string {
  return `${file} cannot be read: ${reason}`;
}

/** The first few, and how many more there are; JSON and people both bear that. */
export function firstOf(texts: readonly string[], most = 8): string {
  const more = texts.length - most;
  return `${texts.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
