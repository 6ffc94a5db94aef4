import { COMMON_DIRECTIVES, type Directives, readDraft, readText } from './go-mod-file.ts';
import type { Directive, TextFileFacts, WorkFacts } from './project-facts.ts';

/** A go.work as its text says it, before anybody looked which of the directories are there. */
export type GoWorkFile = TextFileFacts &
  Pick<WorkFacts, 'go' | 'toolchain' | 'replaces' | 'godebugs' | 'problems'> & { readonly uses: readonly Directive[] };

const DIRECTIVES: Directives = { ...COMMON_DIRECTIVES, use: (statement, draft) => readText(statement, draft.uses) };
const BLOCKS: readonly string[] = ['godebug', 'use', 'replace'];

/** Reads a go.work (golang.org/x/mod/modfile, work.go) as parseGoMod reads a go.mod. Never throws. */
export function parseGoWork({ text, ...file }: TextFileFacts & { readonly text: string }): GoWorkFile {
  const { draft, problems } = readDraft(text, { directives: DIRECTIVES, blocks: BLOCKS });
  const { go, toolchain, replaces, godebugs, uses } = draft;
  return { ...file, go, toolchain, replaces, godebugs, uses, problems };
}
