import { INPUTS } from '../domain/input-table.ts';
import { type HostPlatform, platformFor } from '../domain/platform.ts';
import type { Env } from '../ports/machine.ts';
import type { GitlabOptions } from './gitlab.ts';

/** What the component hands over as environment variables (scripts/bootstrap.sh), so that no shell evaluates the text of a user. */
export interface GitlabSettings {
  /** Inputs as text, by name: `go-version` from SGR_INPUT_GO_VERSION. */
  readonly rawInputs: Readonly<Record<string, string | undefined>>;
  readonly host: Omit<GitlabOptions, 'stdout' | 'project' | 'nowSeconds'>;
}

export function readGitlabSettings(env: Env, machine: HostPlatform): GitlabSettings {
  const rows = INPUTS.filter(({ faces }) => (faces as readonly string[]).includes('gitlab'));
  const rawInputs = Object.fromEntries(rows.map(({ name }) => [name, env[`SGR_INPUT_${variableName(name)}`]]));
  const isWindows = machine.os === 'win32';
  const isCached = env['SGR_CACHE'] === 'true';
  const host = {
    state: env['SGR_STATE'] || '.sgr/go',
    reportDir: env['SGR_REPORT_DIR'] || 'setup-go-robust-report',
    variablePrefix: `SGR_${(env['SGR_PREFIX'] ?? '').replaceAll('-', '_')}`,
    shell: isWindows ? 'pwsh' : 'sh',
    home: env[isWindows ? 'USERPROFILE' : 'HOME'],
    noColor: !!env['NO_COLOR'],
    isCached,
    platform: platformFor(machine, rawInputs['architecture']?.trim() || undefined),
    keepsArchive: isCached || env['SGR_SETUP_JOB'] === 'true',
  } as const;
  return { rawInputs, host };
}

function variableName(input: string): string {
  return input.toUpperCase().replaceAll('-', '_');
}
