import type {
  DirectoryFacts,
  EnvironmentFacts,
  GoModFacts,
  GoSetting,
  GoSumFacts,
  ModuleFacts,
  ProjectFacts,
  Replacement,
  RequestFacts,
  VendorFacts,
} from '../../src/domain/project-facts.ts';

/** A project as a rule sees it, in few words; what is left out is healthy. */
export interface ProjectWords {
  /** Settings of Go, from the environment. */
  readonly set?: Readonly<Record<string, string>>;
  /** Settings with another origin. */
  readonly settings?: Readonly<Record<string, GoSetting>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly environment?: Partial<EnvironmentFacts>;
  /** Over the usual directories, by name. */
  readonly directories?: Readonly<Record<string, Partial<DirectoryFacts> | undefined>>;
  /** `path@version` that the one module requires. */
  readonly requires?: readonly string[];
  readonly go?: string;
  readonly replaces?: readonly Replacement[];
  readonly vendored?: boolean;
  readonly noSum?: boolean;
  readonly work?: boolean;
  readonly noModule?: boolean;
  readonly version?: string;
  readonly request?: Partial<RequestFacts>;
  readonly facts?: Partial<ProjectFacts>;
}

const USUAL: readonly DirectoryFacts[] = [
  usual('GOPATH', '/home/go'),
  usual('GOCACHE', '/home/.cache/go-build'),
  usual('GOMODCACHE', '/home/go/pkg/mod'),
  usual('TMPDIR', '/tmp'),
  usual('HOME', '/home'),
];

function usual(name: string, value: string): DirectoryFacts {
  return {
    name,
    value,
    isAbsolute: true,
    kind: 'directory',
    writable: true,
    freeBytes: 10 * 2 ** 30,
    freeInodes: 1_000_000,
    mountFlags: [],
  };
}

export function project(words: ProjectWords = {}): ProjectFacts {
  const set = Object.entries(words.set ?? {}).map(([name, value]): [string, GoSetting] => [
    name,
    { value, origin: 'environment' },
  ]);
  return {
    directory: '.',
    moduleDirectory: words.noModule === true ? undefined : '.',
    modules: words.noModule === true ? [] : [moduleOf(words)],
    work: words.work === true ? workspace() : undefined,
    versionFiles: [],
    request: { version: words.version, minGoVersion: '1.21', offline: false, ...NOTHING_ASKED, ...words.request },
    environment: {
      os: 'linux',
      settings: { ...Object.fromEntries(set), ...words.settings },
      variables: words.variables ?? {},
      directories: directoriesOf(words),
      pathGos: [],
      git: {},
      commands: ['git'],
      files: [],
      nowMs: Date.UTC(2026, 10, 1),
      ...words.environment,
    },
    incomplete: [],
    ...words.facts,
  };
}

function directoriesOf({ directories = {} }: ProjectWords): readonly DirectoryFacts[] {
  const known = USUAL.flatMap(row => {
    if (!(row.name in directories)) return [row];
    const change = directories[row.name];
    return change === undefined ? [] : [{ ...row, ...change }];
  });
  const added = Object.entries(directories).flatMap(([name, change]) =>
    change === undefined || USUAL.some(row => row.name === name) ? [] : [{ ...usual(name, `/${name.toLowerCase()}`), ...change }],
  );
  return [...known, ...added];
}

const NOTHING_ASKED = { spec: undefined, origin: undefined, gotoolchain: undefined };
const TEXT = { sizeBytes: 100, problems: [] };

function moduleOf(words: ProjectWords): ModuleFacts {
  const mod: GoModFacts = {
    file: 'go.mod',
    ...TEXT,
    module: { text: 'example.com/own', line: 1 },
    go: { text: words.go ?? '1.24', line: 3 },
    toolchain: undefined,
    requires: (words.requires ?? []).map((text, index) => {
      const [path = '', version = 'v1.0.0'] = text.split('@');
      return { path, version, indirect: false, line: 5 + index };
    }),
    excludes: [],
    replaces: words.replaces ?? [],
    tools: [],
    godebugs: [],
  };
  const sum: GoSumFacts = { file: 'go.sum', ...TEXT, lines: [] };
  const vendor: VendorFacts = { file: 'vendor/modules.txt', ...TEXT, isWorkspace: false, modules: [], replaces: [] };
  return {
    directory: '.',
    isMain: true,
    mod,
    sum: words.noSum === true ? undefined : sum,
    vendor: words.vendored === true ? vendor : undefined,
  };
}

function workspace(): ProjectFacts['work'] {
  const use = { path: '.', directory: '.', hasGoMod: true, line: 3 };
  const nothing = { toolchain: undefined, replaces: [], godebugs: [], sum: undefined, vendor: undefined };
  return { file: 'go.work', directory: '.', ...TEXT, ...nothing, go: { text: '1.24', line: 1 }, uses: [use] };
}
