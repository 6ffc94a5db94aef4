import type { VersionOrigin } from './event.ts';

/**
 * What is known of a project and of the environment that builds it, before anything is judged. JSON-safe, bounded (limits.ts), redacted at
 * birth; paths are relative to the workspace with slashes where they lie in it. A gatherer fills it (src/probes), rules judge it (src/rules).
 */
export interface ProjectFacts {
  /** The directory that was looked at; `.` is the workspace. */
  readonly directory: string;
  /** The directory of the nearest go.mod, at or above the directory; undefined when there is none. */
  readonly moduleDirectory: string | undefined;
  /** That module, those that go.work uses, and every other one below the directory, but not those in vendor and testdata. */
  readonly modules: readonly ModuleFacts[];
  /** The go.work that is in effect for the directory; undefined when there is none or GOWORK=off. */
  readonly work: WorkFacts | undefined;
  /** `.go-version`, `.tool-versions` and the like, with the version that each names. */
  readonly versionFiles: readonly VersionFileFacts[];
  readonly request: RequestFacts;
  readonly environment: EnvironmentFacts;
  /** Limits that cut the gathering short, in words, with the place. */
  readonly incomplete: readonly string[];
}

export interface RequestFacts {
  /** The exact version that will be or was installed; undefined while it is not known. */
  readonly version: string | undefined;
  /** What was asked for, as written, and where: `1.26` of the input `go-version`, say. Undefined: nothing was. */
  readonly spec: string | undefined;
  readonly origin: VersionOrigin | undefined;
  /** What GOTOOLCHAIN will be for the commands after this run; undefined: what the environment says. */
  readonly gotoolchain: string | undefined;
  /** The input `min-go-version`. */
  readonly minGoVersion: string;
  readonly offline: boolean;
}

/** A text file of the project. `problem` says why it could not be used; then the parsed members are empty. */
export interface TextFileFacts {
  readonly file: string;
  readonly sizeBytes: number;
  readonly problem?: 'too-large' | 'binary' | 'unreadable' | 'link-loop';
}

export interface VersionFileFacts extends TextFileFacts {
  readonly version: string | undefined;
  /** 1-based, of the version. */
  readonly line: number | undefined;
}

/** One line of a file: 1-based. */
export interface AtLine {
  readonly line: number;
}

export interface SyntaxProblem extends AtLine {
  /**
   * `merge-mark` for a line that a merge left behind, `directive` for a verb that no known Go has, `version` for a module version
   * that does not belong to its path, `query` for one that go would have to ask the network for, `toolchain` for a toolchain line that names none.
   */
  readonly kind: 'syntax' | 'merge-mark' | 'directive' | 'version' | 'query' | 'toolchain';
  readonly reason: string;
  /** The line, cut. */
  readonly text: string;
}

export interface ModuleVersion extends AtLine {
  readonly path: string;
  readonly version: string;
}

export interface Requirement extends ModuleVersion {
  readonly indirect: boolean;
}

export type ReplacementTarget = 'module' | 'no-go-mod' | 'missing' | 'outside';

export interface Replacement extends AtLine {
  readonly path: string;
  /** Undefined: every version. */
  readonly version: string | undefined;
  readonly newPath: string;
  /** Undefined: a directory. */
  readonly newVersion: string | undefined;
  /** Of a directory: what stands there; `outside`: a module, but not in the workspace. */
  readonly target?: ReplacementTarget;
}

export interface Directive extends AtLine {
  readonly text: string;
}

/** A go.mod by the grammar of go.dev/ref/mod#go-mod-file-grammar. */
export interface GoModFacts extends TextFileFacts {
  readonly module: Directive | undefined;
  readonly go: Directive | undefined;
  readonly toolchain: Directive | undefined;
  readonly requires: readonly Requirement[];
  readonly excludes: readonly ModuleVersion[];
  readonly replaces: readonly Replacement[];
  readonly tools: readonly Directive[];
  readonly godebugs: readonly Directive[];
  readonly problems: readonly SyntaxProblem[];
}

/** A line of go.sum: `h1` of the module zip, or of its go.mod. */
export interface SumLine extends ModuleVersion {
  readonly isGoMod: boolean;
  readonly hash: string;
}

export interface GoSumFacts extends TextFileFacts {
  readonly lines: readonly SumLine[];
  readonly problems: readonly SyntaxProblem[];
}

/** A module of vendor/modules.txt: `explicit` is marked with `## explicit`, `hasPackages`: packages of it are listed. */
export interface VendoredModule extends ModuleVersion {
  readonly explicit: boolean;
  readonly hasPackages: boolean;
  readonly goVersion: string | undefined;
}

/** A vendor directory. Without modules.txt it lists nothing, and its size is 0. */
export interface VendorFacts extends TextFileFacts {
  /** Made by `go work vendor`. */
  readonly isWorkspace: boolean;
  readonly modules: readonly VendoredModule[];
  /** Replacements as modules.txt lists them. */
  readonly replaces: readonly Replacement[];
  readonly problems: readonly SyntaxProblem[];
}

export interface ModuleFacts {
  readonly directory: string;
  /** Whether go commands in the directory that was looked at build it: the nearest go.mod, or those that go.work uses. */
  readonly isMain: boolean;
  readonly mod: GoModFacts;
  readonly sum: GoSumFacts | undefined;
  readonly vendor: VendorFacts | undefined;
}

export interface UseFacts extends AtLine {
  readonly path: string;
  readonly directory: string;
  readonly hasGoMod: boolean;
}

export interface WorkFacts extends TextFileFacts {
  readonly directory: string;
  readonly go: Directive | undefined;
  readonly toolchain: Directive | undefined;
  /** `use` lines: as written, and whether a go.mod stands there. */
  readonly uses: readonly UseFacts[];
  readonly replaces: readonly Replacement[];
  readonly godebugs: readonly Directive[];
  /** go.work.sum. */
  readonly sum: GoSumFacts | undefined;
  /** The vendor directory beside it. */
  readonly vendor: VendorFacts | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** Where the value of a Go setting comes from, in the order in which cmd/go looks. */
export type SettingOrigin = 'environment' | 'go env -w' | 'go.env' | 'default';

export interface GoSetting {
  readonly value: string;
  readonly origin: SettingOrigin;
  /** The file of `go env -w`, or that of GOROOT. */
  readonly file?: string;
}

/** A directory that a setting names, as it stands. */
export interface DirectoryFacts {
  /** The setting: GOPATH (one row for each entry), GOBIN, GOCACHE, GOMODCACHE, GOTMPDIR, GOROOT, TMPDIR, HOME. */
  readonly name: string;
  readonly value: string;
  readonly isAbsolute: boolean;
  readonly kind: 'directory' | 'file' | 'missing' | 'unreadable';
  /** Undefined where it was not tried. Of what is missing: of the nearest parent that stands. */
  readonly writable: boolean | undefined;
  readonly freeBytes: number | undefined;
  readonly freeInodes: number | undefined;
  /** Flags of the mount that matter, such as `noexec` and `ro`. */
  readonly mountFlags: readonly string[];
}

/** A `go` on PATH. */
export interface PathGo {
  /** Place on PATH: 0 is found first. */
  readonly position: number;
  readonly path: string;
  /** Of the VERSION file beside it; undefined where there is none. */
  readonly version: string | undefined;
}

export interface EnvironmentFacts {
  readonly os: string;
  /** Go settings that are set somewhere; those that are not listed have cmd/go's default. */
  readonly settings: Readonly<Record<string, GoSetting>>;
  /** Variables that others read too: proxies in both spellings, CA files, HOME, GIT_*, CI. Redacted. */
  readonly variables: Readonly<Record<string, string>>;
  readonly directories: readonly DirectoryFacts[];
  readonly pathGos: readonly PathGo[];
  /** Of the VERSION file at GOROOT, where that is set; without `go`. */
  readonly goRootVersion?: string | undefined;
  /** Of `git config`: http.proxy, http.sslCAInfo, http.sslVerify, url.*.insteadOf. Redacted. */
  readonly git: Readonly<Record<string, string>>;
  /** Commands that direct fetching needs and that are on PATH: git, hg, svn, fossil, bzr. */
  readonly commands: readonly string[];
  readonly files: readonly (TextFileFacts & { readonly name: string; readonly holds?: 'certificates' | 'no-certificate' })[];
  /** Milliseconds since 1970, of this machine. */
  readonly nowMs: number;
}
