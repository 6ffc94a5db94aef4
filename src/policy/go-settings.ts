import { readGoEnvFile } from '../domain/goenv.ts';
import type { EnvironmentFacts, GoSetting } from '../domain/project-facts.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A file of Go settings: where it is, and its text. */
export interface SettingsFile {
  readonly file: string;
  readonly text: string;
}

/** Where cmd/go looks, in its order. */
export interface SettingSources {
  readonly env: Environment;
  /** The file of `go env -w`; undefined when there is none. */
  readonly user: SettingsFile | undefined;
  /** go.env below GOROOT; undefined when there is none, or when the Go is not installed yet. */
  readonly root: SettingsFile | undefined;
}

/** The settings that decide whether, and from where, Go builds (`go help environment`); GONOSUMCHECK is one that people try. */
export const GO_SETTINGS = [
  'GO111MODULE',
  'GOAUTH',
  'GOBIN',
  'GOCACHE',
  'GODEBUG',
  'GOENV',
  'GOEXPERIMENT',
  'GOFLAGS',
  'GOINSECURE',
  'GOMODCACHE',
  'GONOPROXY',
  'GONOSUMCHECK',
  'GONOSUMDB',
  'GOPATH',
  'GOPRIVATE',
  'GOPROXY',
  'GOROOT',
  'GOSUMDB',
  'GOTMPDIR',
  'GOTOOLCHAIN',
  'GOVCS',
  'GOWORK',
] as const;

export type GoSettingName = (typeof GO_SETTINGS)[number];

/** cmd/go reads these from the environment only. */
const ENVIRONMENT_ONLY: readonly GoSettingName[] = ['GODEBUG', 'GOENV', 'GONOSUMCHECK'];

/**
 * One setting as cmd/go finds it (src/cmd/go/internal/cfg: Getenv, initEnvCache): an environment variable that is not empty, then the
 * user's file, then go.env. A line without a value in the user's file hides go.env, and is returned with an empty value. GOROOT in
 * go.env means nothing. Undefined: cmd/go's default.
 */
export function readGoSetting(name: GoSettingName, { env, user, root }: SettingSources): GoSetting | undefined {
  const variable = env[name];
  if (variable !== undefined && variable !== '') return { value: variable, origin: 'environment' };
  if (ENVIRONMENT_ONLY.includes(name)) return undefined;
  const written = user && readGoEnvFile(user.text, name);
  if (user !== undefined && written !== undefined) return { value: written, origin: 'go env -w', file: user.file };
  const shipped = root && name !== 'GOROOT' ? readGoEnvFile(root.text, name) : undefined;
  return root === undefined || !shipped ? undefined : { value: shipped, origin: 'go.env', file: root.file };
}

/** Every setting that is set somewhere. */
export function readGoSettings(sources: SettingSources): Partial<Record<GoSettingName, GoSetting>> {
  const settings: Partial<Record<GoSettingName, GoSetting>> = {};
  for (const name of GO_SETTINGS) {
    const setting = readGoSetting(name, sources);
    if (setting !== undefined) settings[name] = setting;
  }
  return settings;
}

/**
 * The file of `go env -w`: GOENV, else `go/env` in the user's configuration directory (os.UserConfigDir). Undefined when there is
 * none, as with GOENV=off, without a home, or with a relative XDG_CONFIG_HOME. `os` is Node's name of the platform.
 */
export function userSettingsFile(env: Environment, os: string): string | undefined {
  const named = env['GOENV'];
  if (named) return named === 'off' ? undefined : named;
  if (os === 'win32') return env['APPDATA'] ? `${env['APPDATA']}\\go\\env` : undefined;
  const home = env['HOME'];
  if (os === 'darwin') return home ? `${home}/Library/Application Support/go/env` : undefined;
  const config = env['XDG_CONFIG_HOME'];
  if (config) return config.startsWith('/') ? `${config}/go/env` : undefined;
  return home ? `${home}/.config/go/env` : undefined;
}

/** The value of a setting, empty where it is not set. */
export function settingValue({ settings }: Pick<EnvironmentFacts, 'settings'>, name: GoSettingName): string {
  return settings[name]?.value ?? '';
}

/** What a finding about a setting shows as evidence. */
export function settingEvidence(setting: GoSetting): Readonly<Record<string, string | undefined>> {
  return { value: setting.value.slice(0, 300), 'set by': setting.origin, file: setting.file };
}
