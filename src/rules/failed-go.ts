import type { Code } from '../domain/catalogue.ts';
import type { DatabasePathFacts, Facts, GoproxyFacts } from '../domain/network-facts.ts';
import type { DirectoryFacts } from '../domain/project-facts.ts';
import { parseGoproxy } from '../policy/goproxy.ts';
import { gosumdbProblem, gotoolchainProblem } from '../policy/setting-forms.ts';
import type { FailedStep } from './cause-rule.ts';

/** What keeps cmd/go from working: its settings, the list of module proxies as it walks through it, the checksum database. */
export function failedGoSteps(facts: Facts): readonly FailedStep[] {
  return [...failedSettings(facts), ...failedDirectories(facts), ...failedMember(facts), ...failedDatabase(facts)];
}

function failedSettings({ environment }: Facts): readonly FailedStep[] {
  const settings = environment?.settings ?? {};
  const wrong: readonly (readonly [name: string, code: Code, isWrong: (value: string) => boolean])[] = [
    ['GOPROXY', 'CFG.GOPROXY_INVALID', value => 'finding' in parseGoproxy(value)],
    ['GOSUMDB', 'GO.SUMDB_CONFIG', value => gosumdbProblem(value) !== undefined],
    ['GOTOOLCHAIN', 'GO.TOOLCHAIN_CONFIG', value => gotoolchainProblem(value) !== undefined],
  ];
  return wrong.flatMap(([name, symptom, isWrong]) => {
    const value = Object.hasOwn(settings, name) ? settings[name]?.value : undefined;
    return value === undefined || value === '' || !isWrong(value)
      ? []
      : [{ id: `go ${name}`, stage: 'go' as const, symptom, subject: name }];
  });
}

const ABSOLUTE = ['GOPATH', 'GOBIN', 'GOCACHE', 'GOROOT'];
const MUST_STAND = ['GOROOT', 'GOTMPDIR', 'TMPDIR'];
const MUST_BE_WRITABLE = ['GOPATH', 'GOMODCACHE', 'GOCACHE', 'GOTMPDIR', 'TMPDIR'];

function failedDirectories({ environment }: Facts): readonly FailedStep[] {
  return (environment?.directories ?? []).flatMap(directory => {
    const symptom = directorySymptom(directory);
    return symptom === undefined
      ? []
      : [{ id: `go ${directory.name} ${directory.value}`, stage: 'go' as const, symptom, subject: directory.name }];
  });
}

function directorySymptom({ name, value, isAbsolute, kind, writable }: DirectoryFacts): Code | undefined {
  if (value === '' || value === 'off') return undefined;
  if (ABSOLUTE.includes(name) && !isAbsolute) return 'GO.ENV';
  if (MUST_STAND.includes(name) && kind === 'missing') return 'GO.ENV';
  if (kind === 'file') return 'GO.ENV';
  return MUST_BE_WRITABLE.includes(name) && writable === false ? 'FS.PERMISSION' : undefined;
}

/** How one member answers cmd/go: `next` is a 404 or 410, which lets it go on. */
export function memberEnd({
  entry,
  outcome,
  status,
  contentType,
  zip,
  withheld,
}: GoproxyFacts): 'works' | 'next' | 'stops' | 'breaks' | 'off' {
  if (entry === 'off') return 'off';
  // What was not asked, or wants the credentials that a probe never sends, says nothing against it.
  if (entry === 'direct' || outcome.code === 'NOT_ASKED') return 'works';
  if (withheld === true && [401, 403, 404].includes(status ?? 0)) return 'works';
  if (zip !== undefined && zip !== 'zip') return 'breaks';
  if (status === 404 || status === 410) return 'next';
  if (!outcome.ok || (status !== undefined && status >= 300)) return 'stops';
  return /text\/html/iu.test(contentType ?? '') ? 'stops' : 'works';
}

/** The member at which cmd/go stops without an answer; undefined when one answers, or when it ends with plain 404s. */
export function stoppingMember(members: readonly GoproxyFacts[]): GoproxyFacts | undefined {
  for (const [index, member] of members.entries()) {
    const end = memberEnd(member);
    if (end === 'works') return undefined;
    if (end === 'breaks') return member;
    // A list that is nothing but `off` is meant so.
    if (end === 'off') return index === 0 ? undefined : member;
    if (end === 'stops' && (member.next !== 'any-error' || index === members.length - 1)) return member;
  }
  return undefined;
}

function failedMember({ goproxy = [] }: Facts): readonly FailedStep[] {
  const member = stoppingMember(goproxy);
  if (member === undefined) return [];
  return [
    { id: `go member ${member.entry}`, stage: 'go', symptom: memberSymptom(member), subject: hostOf(member.entry), member },
  ];
}

function memberSymptom(member: GoproxyFacts): Code {
  if (member.entry === 'off') return 'GO.PROXY_OFF';
  if (memberEnd(member) === 'breaks') return 'ARC.NOT_ZIP';
  const status = member.status ?? 0;
  if (status >= 500) return 'HTTP.SERVER';
  if (status === 401 || status === 403) return 'HTTP.FORBIDDEN';
  return status >= 400 ? 'HTTP.STATUS' : 'LIST.MALFORMED';
}

/** Without a URL, the text itself. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}

/** One way to the checksum database is enough. */
export function hasDatabase(paths: readonly DatabasePathFacts[]): boolean {
  return paths.some(
    ({ outcome, isSigned, status }) =>
      outcome.code === 'NOT_ASKED' || (outcome.ok && isSigned !== false && (status ?? 200) < 400),
  );
}

function failedDatabase({ checksumDatabase = [], environment }: Facts): readonly FailedStep[] {
  const isOff = environment?.settings['GOSUMDB']?.value === 'off';
  const works = hasDatabase(checksumDatabase);
  const [first] = [...checksumDatabase].sort((a, b) => (a.isSigned === false ? 0 : 1) - (b.isSigned === false ? 0 : 1));
  if (first === undefined || works || isOff) return [];
  const symptom = checksumDatabase.some(({ isSigned }) => isSigned === false) ? 'SUM.GARBAGE' : 'SUM.UNREACHABLE';
  const isLookup = first.module !== undefined && (first.status === 404 || first.status === 410);
  return [
    {
      id: 'go checksum database',
      stage: 'go',
      symptom: isLookup ? 'SUM.NOT_FOUND' : symptom,
      subject: first.module ?? 'checksum database',
      database: first,
    },
  ];
}
