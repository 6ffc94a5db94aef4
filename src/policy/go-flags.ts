/** One flag of GOFLAGS, with one or two hyphens. */
export interface GoFlag {
  readonly text: string;
  readonly name: string;
  /** Undefined: there is no `=`. */
  readonly value: string | undefined;
}

export interface FlagProblem {
  readonly kind: 'quoting' | 'no-flag' | 'unknown' | 'no-value';
  /** The word, or all of the text where its quotes do not close. */
  readonly text: string;
}

export interface GoFlags {
  readonly flags: readonly GoFlag[];
  readonly problems: readonly FlagProblem[];
}

/** Every flag that some command of Go 1.26 has (measured: GOFLAGS=-NAME=x for each name in the source of cmd/go). */
const KNOWN = new Set(
  (
    'C a artifacts asan asmflags bench benchmem benchtime blockprofile blockprofilerate buildmode buildvcs c cache changed compat ' +
    'compiled compiler count cover covermode coverpkg coverprofile cpu cpuprofile d debug-actiongraph debug-runtime-trace ' +
    'debug-trace deps diff dropexclude dropgodebug dropignore dropreplace droprequire dropretract droptool dropuse e exclude exec ' +
    'export f failfast find fix fmt fullpath fuzz fuzzcache fuzzminimizetime fuzztime gccgoflags gcflags go godebug i ignore ' +
    'insecure installsuffix json ldflags linkshared list m memprofile memprofilerate mod modcache modcacherw modfile module msan ' +
    'mutexprofile mutexprofilefraction n o outputdir overlay p parallel pgo pkgdir print r race replace require retract retracted ' +
    'reuse run short shuffle skip t tags test testcache timeout tool toolchain toolexec trace trimpath u use v vendor versions vet ' +
    'vettool w work x'
  ).split(' '),
);

/** Flags of `go build` that stop it when they have no value. */
const NEEDS_VALUE = new Set(
  'asmflags buildmode compiler covermode coverpkg gccgoflags gcflags installsuffix ldflags mod modfile overlay p pgo pkgdir tags toolexec'.split(
    ' ',
  ),
);

/** Reads GOFLAGS as cmd/go does (src/cmd/go/internal/base/goflags.go; quotes: src/cmd/internal/quoted). Never throws. */
export function readGoFlags(text: string): GoFlags {
  const words = splitQuoted(text);
  if (words === undefined) return { flags: [], problems: [{ kind: 'quoting', text }] };
  const flags: GoFlag[] = [];
  const problems: FlagProblem[] = [];
  for (const word of words) {
    const { kind, flag } = readWord(word);
    if (flag !== undefined) flags.push(flag);
    if (kind !== undefined) problems.push({ kind, text: word });
  }
  return { flags, problems };
}

/** The value of a flag: the last one counts. Undefined when it is not there. */
export function flagValue({ flags }: GoFlags, name: string): string | undefined {
  return flags.findLast(flag => flag.name === name)?.value;
}

/** GOFLAGS without what is wrong in it: a value in a word of its own is joined to its flag, and other wrong words are left out. */
export function correctedFlags(text: string, without?: (flag: GoFlag) => boolean): string {
  const words = splitQuoted(text) ?? [];
  const kept: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const next = words[at + 1];
    const isCut = next !== undefined && isValueOf(readWord(words[at] ?? ''), next);
    const word = isCut ? `${words[at]}=${next}` : (words[at] ?? '');
    if (isCut) at += 1;
    const read = readWord(word);
    if (read.kind === undefined && !without?.(read.flag)) kept.push(/\s/u.test(word) ? quoteWord(word) : word);
  }
  return kept.join(' ');
}

/** Only what takes flags of another program has a value that begins with a hyphen. */
function isValueOf({ kind, flag }: ReadWord, next: string): boolean {
  return kind === 'no-value' && (!next.startsWith('-') || flag.name.endsWith('flags'));
}

function quoteWord(word: string): string {
  return word.includes("'") ? `"${word}"` : `'${word}'`;
}

type ReadWord =
  | { readonly kind: undefined; readonly flag: GoFlag }
  | { readonly kind: 'unknown' | 'no-value'; readonly flag: GoFlag }
  | { readonly kind: 'no-flag'; readonly flag?: undefined };

function readWord(word: string): ReadWord {
  const match = /^--?([^-=][^=]*)(?:=(.*))?$/su.exec(word);
  if (match === null) return { kind: 'no-flag' };
  const flag = { text: word, name: match[1] ?? '', value: match[2] };
  if (!KNOWN.has(flag.name)) return { kind: 'unknown', flag };
  return { kind: flag.value === undefined && NEEDS_VALUE.has(flag.name) ? 'no-value' : undefined, flag };
}

/** White space separates; a word that begins with a quote ends at the same one, and nothing is escaped. Undefined: a quote does not close. */
function splitQuoted(text: string): readonly string[] | undefined {
  const words: string[] = [];
  let rest = text.replace(/^[ \t\n\r]+/u, '');
  while (rest !== '') {
    const quote = rest[0];
    if (quote === '"' || quote === "'") {
      const end = rest.indexOf(quote, 1);
      if (end === -1) return undefined;
      words.push(rest.slice(1, end));
      rest = rest.slice(end + 1);
    } else {
      const word = /^[^ \t\n\r]+/u.exec(rest)?.[0] ?? '';
      words.push(word);
      rest = rest.slice(word.length);
    }
    rest = rest.replace(/^[ \t\n\r]+/u, '');
  }
  return words;
}
