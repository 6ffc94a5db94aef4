import type { DirectoryFacts, EnvironmentFacts } from '../domain/project-facts.ts';
import { settingValue } from './go-settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A directory that Go uses, by the setting that names it. */
export type NamedDirectory = Pick<DirectoryFacts, 'name' | 'value'>;

interface Place {
  readonly env: Environment;
  /** Node's name of the platform. */
  readonly os: string;
  readonly settings: EnvironmentFacts['settings'];
}

/**
 * The directories that cmd/go uses: those that are set, and the defaults of GOPATH, GOMODCACHE, GOCACHE and the temporary directory
 * (go/build.defaultGOPATH; cfg.GOMODCACHE; os.UserCacheDir; os.TempDir). GOPATH has one row for each entry. A default that cannot be
 * told, as without a home, has no row.
 */
export function goDirectories({ env, os, settings }: Place): readonly NamedDirectory[] {
  const value = (name: 'GOBIN' | 'GOCACHE' | 'GOMODCACHE' | 'GOPATH' | 'GOROOT' | 'GOTMPDIR'): string | undefined =>
    settingValue({ settings }, name) || undefined;
  const home = homeDirectory(env, os);
  const paths = (value('GOPATH') ?? (home && join(os, home, 'go')))?.split(os === 'win32' ? ';' : ':').filter(Boolean) ?? [];
  const [firstPath] = paths;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ...paths.map(path => ['GOPATH', path] as const),
    ['GOBIN', value('GOBIN')],
    ['GOCACHE', value('GOCACHE') ?? defaultCache(env, os)],
    ['GOMODCACHE', value('GOMODCACHE') ?? (firstPath && join(os, firstPath, 'pkg', 'mod'))],
    ['GOTMPDIR', value('GOTMPDIR')],
    ['GOROOT', value('GOROOT')],
    ['TMPDIR', temporaryDirectory(env, os)],
    ['HOME', home],
  ];
  return rows.flatMap(([name, text]) => (text === undefined || text === '' ? [] : [{ name, value: text }]));
}

/** os.UserHomeDir. */
function homeDirectory(env: Environment, os: string): string | undefined {
  return env[os === 'win32' ? 'USERPROFILE' : 'HOME'] || undefined;
}

/** os.UserCacheDir and `go-build`. */
function defaultCache(env: Environment, os: string): string | undefined {
  if (os === 'win32') return env['LOCALAPPDATA'] ? join(os, env['LOCALAPPDATA'], 'go-build') : undefined;
  const home = env['HOME'];
  if (os === 'darwin') return home ? join(os, home, 'Library', 'Caches', 'go-build') : undefined;
  const cache = env['XDG_CACHE_HOME'] || (home && join(os, home, '.cache'));
  return cache ? join(os, cache, 'go-build') : undefined;
}

/** os.TempDir. */
function temporaryDirectory(env: Environment, os: string): string | undefined {
  if (os === 'win32') return env['TMP'] || env['TEMP'] || env['USERPROFILE'] || undefined;
  return env['TMPDIR'] || '/tmp';
}

function join(os: string, ...parts: readonly string[]): string {
  const separator = os === 'win32' ? '\\' : '/';
  return parts.map((part, index) => (index < parts.length - 1 ? part.replace(/[\\/]+$/u, '') : part)).join(separator);
}

/** filepath.IsAbs: on Windows a drive or a share must be named. */
export function isAbsolutePath(path: string, os: string): boolean {
  return os === 'win32' ? /^(?:[a-z]:[\\/]|[\\/]{2}[^\\/]+[\\/]+[^\\/]+)/iu.test(path) : path.startsWith('/');
}
