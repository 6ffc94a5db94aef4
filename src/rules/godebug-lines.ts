import { type Finding, finding } from '../domain/finding.ts';
import { compareGoLines } from '../domain/go-order.ts';
import type { Directive, ProjectFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { chosenGo, isOlderThan } from '../policy/chosen-go.ts';
import { GODEBUG_NAMES, GODEBUG_REMOVED } from '../policy/godebug-names.ts';
import { cannotRead, isReadable, moduleName } from '../policy/project-findings.ts';

/** The Go whose settings are known here: another one may have others, and older ones have fewer. */
const KNOWN_GO = '1.26';

/**
 * `unknown godebug "frob"`, `default=go1.99 too new`: go refuses the go.mod of a module that it builds, and in a workspace the go.work,
 * whose modules' lines it does not read (modload.CheckGodebug; measured with Go 1.26).
 */
export const godebugLines: Rule = {
  id: 'godebug-lines',
  topic: 'module',
  title: 'Every godebug line names a setting of the Go that builds',
  codes: ['GO.MOD_SYNTAX'],
  judge: facts => listsOf(facts).flatMap(list => list.lines.flatMap(line => judgeLine(facts, list, line))),
};

interface GodebugList {
  readonly subject: string;
  readonly file: string;
  readonly lines: readonly Directive[];
  /** What edits the file. */
  readonly command: string;
}

function listsOf({ modules, work }: ProjectFacts): readonly GodebugList[] {
  if (work !== undefined) {
    const { file, godebugs, problem, problems } = work;
    const isReadableWork = problem === undefined && problems.length === 0;
    return isReadableWork ? [{ subject: file, file, lines: godebugs, command: 'go work edit' }] : [];
  }
  return modules
    .filter(module => module.isMain && isReadable(module))
    .map(module => ({
      subject: moduleName(module),
      file: module.mod.file,
      lines: module.mod.godebugs,
      command: 'go mod edit',
    }));
}

function judgeLine(facts: ProjectFacts, list: GodebugList, { text, line }: Directive): readonly Finding[] {
  const at = text.indexOf('=');
  const [name, value] = [text.slice(0, at), text.slice(at + 1)];
  const reason = name === 'default' ? whyNoDefault(facts, value) : whyUnknown(name);
  if (reason === undefined) return [];
  const { subject, file, command } = list;
  const isSure = name === 'default' || isKnownGo(facts);
  return [
    finding('GO.MOD_SYNTAX', {
      subject,
      severity: isSure ? 'error' : 'warning',
      confidence: isSure ? 'certain' : 'likely',
      message: cannotRead(file, reason),
      evidence: { line: `godebug ${text}`, reason },
      fixes: [{ title: 'Remove the line, or correct it', kind: 'command', text: `${command} -dropgodebug=${name}`, risk: 'low' }],
      location: { file, line },
    }),
  ];
}

function whyNoDefault(facts: ProjectFacts, value: string): string | undefined {
  if (!/^go\d+(?:\.\d+)*(?:[a-z]+\d+)?$/u.test(value)) return 'godebug default= wants a version of the form go1.26';
  const chosen = chosenGo(facts);
  const isTooNew = chosen !== undefined && isOlderThan(chosen, value.slice(2));
  return isTooNew ? `godebug default=${value} is newer than the Go that builds: ${chosen.reason}` : undefined;
}

function whyUnknown(name: string): string | undefined {
  if (GODEBUG_REMOVED.has(name)) return `the godebug setting ${name} was removed from Go`;
  return GODEBUG_NAMES.has(name) ? undefined : `no godebug setting is named ${name.slice(0, 40)}`;
}

function isKnownGo(facts: ProjectFacts): boolean {
  const chosen = chosenGo(facts);
  return chosen !== undefined && compareGoLines(chosen.text, `${KNOWN_GO}.9999`) <= 0;
}
