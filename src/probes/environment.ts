import type { EnvironmentFacts, GoSetting } from '../domain/project-facts.ts';
import { redactSettings } from '../policy/environment-redaction.ts';
import { goDirectories } from '../policy/go-directories.ts';
import { readGoSettings } from '../policy/go-settings.ts';
import type { Clock, Env, Exec, Files, Machine } from '../ports/machine.ts';
import { observeCertificateFiles } from './certificate-files.ts';
import { observeDirectories } from './directories.ts';
import { readGitConfig } from './git-config.ts';
import { readSettingsFiles } from './go-settings-files.ts';
import { observeModfile } from './modfile.ts';
import { findPathGos, findVcsCommands, rootOf, versionAt } from './path-commands.ts';
import { readVariables } from './variables.ts';

/** What the gathering needs of a machine; Machine has it all. */
export interface EnvironmentPorts extends Pick<Machine, 'platform' | 'randomName'> {
  readonly files: Pick<Files, 'stat' | 'realPath' | 'read' | 'list' | 'write' | 'remove' | 'freeSpace'>;
  readonly exec: Exec;
  readonly env: Env;
  readonly clock: Pick<Clock, 'now'>;
}

export interface EnvironmentWanted {
  /**
   * The Go whose go.env counts: GOROOT of one that is installed; `on PATH` for the first `go` there; undefined for one that is not
   * installed yet, whose go.env sets nothing but the defaults.
   */
  readonly goRoot: string | undefined;
  /** Absolute: where git looks for the configuration of a repository. */
  readonly directory: string;
  readonly secrets: readonly string[];
}

/**
 * The environment that Go will run in. Everything is looked at in parallel, in milliseconds but for `git config`, which has a deadline;
 * a thing that is missing or cannot be read is a fact, never an error. Throws only the signal's reason. Whether a directory can be
 * written is tried by making an empty file and removing it. What is returned holds no credential.
 */
export async function gatherEnvironment(
  ports: EnvironmentPorts,
  wanted: EnvironmentWanted,
  signal: AbortSignal,
): Promise<EnvironmentFacts> {
  const { env, platform, clock } = ports;
  const { os } = platform;
  const [found, git, commands] = await Promise.all([
    observeFiles(ports, wanted),
    readGitConfig(ports, wanted.directory, signal),
    findVcsCommands(ports.exec),
  ]);
  signal.throwIfAborted();
  const [modfile, certificates] = await Promise.all([
    observeModfile(ports.files, { settings: found.settings, directory: wanted.directory }),
    observeCertificateFiles(ports.files, { env, os, git }),
  ]);
  return {
    os,
    settings: redactSettings(found.settings, wanted.secrets),
    variables: readVariables(env, wanted.secrets),
    directories: found.directories,
    pathGos: found.pathGos,
    goRootVersion: found.goRootVersion,
    git,
    commands,
    files: [...modfile, ...certificates],
    nowMs: clock.now(),
  };
}

type Settings = Readonly<Record<string, GoSetting>>;

/** Settings first, for they name the directories. */
async function observeFiles(
  ports: EnvironmentPorts,
  wanted: EnvironmentWanted,
): Promise<Pick<EnvironmentFacts, 'directories' | 'pathGos' | 'goRootVersion'> & { readonly settings: Settings }> {
  const { files, env, platform } = ports;
  const { os } = platform;
  const gos = await findPathGos(files, env, os);
  const root = wanted.goRoot === 'on PATH' ? rootOf(gos[0]) : wanted.goRoot;
  const settings = readGoSettings({ env, ...(await readSettingsFiles(files, { env, os, root })) });
  const directories = await observeDirectories(ports, goDirectories({ env, os, settings }));
  const { GOROOT: named } = settings;
  const goRootVersion = named === undefined ? undefined : await versionAt(files, named.value);
  return {
    settings,
    directories,
    goRootVersion,
    pathGos: gos.map(({ position, path, version }) => ({ position, path, version })),
  };
}
