import type { Shell } from '../domain/command-names.ts';
import { failure } from '../domain/failure.ts';
import { QUOTE } from './shell-env.ts';

/** The shape of ports/host.ts `EnvChange`; this room knows no port. */
type Change =
  | { readonly kind: 'prepend-path'; readonly value: string }
  | { readonly kind: 'set'; readonly name: string; readonly value: string };

export interface PortableEnvOptions {
  /** Absolute directory of the project, without a separator at its end. */
  readonly project: string;
  /** Undefined where the environment names none. */
  readonly home: string | undefined;
  readonly shell: Exclude<Shell, 'fish'>;
  /** Whether modules and build results lie below the project, where the platform keeps them between jobs. */
  readonly isCached: boolean;
}

/**
 * A script that makes the changes in a job that sources it from the directory of the project, wherever that lies: a checkout moves between
 * runners. Works under `set -eu` and leaves no option behind. Values are taken literally. Throws Failure SELF.BUG for a name that is no
 * variable name and for a value with a line break or NUL.
 */
export function portableEnv(changes: readonly Change[], options: PortableEnvOptions): string {
  const { shell, isCached } = options;
  const lines = changes.map(change => {
    const name = change.kind === 'set' ? change.name : 'PATH';
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(name) || /[\0\r\n]/u.test(change.value)) {
      throw failure('SELF.BUG', { subject: 'environment', evidence: { name } });
    }
    const value = expression(change.value, options);
    return change.kind === 'set' ? SET[shell](name, value) : PREPEND[shell](value);
  });
  return `${[HEAD[shell], ...lines, ...(isCached ? CACHE[shell] : [])].join('\n')}\n`;
}

/** Relative to the project, else to the home directory, else as it is. */
function expression(value: string, { project, home, shell }: PortableEnvOptions): string {
  for (const [base, variable] of [[project, VARIABLES[shell].project] as const, [home, VARIABLES[shell].home] as const]) {
    if (base === undefined || base === '' || !value.startsWith(base)) continue;
    const rest = value.slice(base.length);
    if (rest === '' || rest.startsWith('/') || rest.startsWith('\\')) return JOIN[shell](variable, QUOTE[shell](rest));
  }
  return QUOTE[shell](value);
}

type ShellText<T> = Readonly<Record<PortableEnvOptions['shell'], T>>;

const HEAD: ShellText<string> = {
  sh: '# Made by setup-go-robust. Source it in the directory of the project.',
  pwsh: '# Made by setup-go-robust. Source it in the directory of the project.',
};

const VARIABLES: ShellText<{ readonly project: string; readonly home: string }> = {
  sh: { project: '"$PWD"', home: `"\${HOME-}"` },
  pwsh: { project: '$PWD.Path', home: '$env:USERPROFILE' },
};

const JOIN: ShellText<(variable: string, rest: string) => string> = {
  sh: (variable, rest) => `${variable}${rest}`,
  pwsh: (variable, rest) => `(${variable} + ${rest})`,
};

const SET: ShellText<(name: string, value: string) => string> = {
  sh: (name, value) => `export ${name}=${value}`,
  pwsh: (name, value) => `$env:${name} = ${value}`,
};

const PREPEND: ShellText<(value: string) => string> = {
  sh: value => `export PATH=${value}"\${PATH:+:$PATH}"`,
  pwsh: value => `$env:PATH = (@(${value}, $env:PATH) | Where-Object { $_ }) -join [IO.Path]::PathSeparator`,
};

/**
 * A cache of GitLab holds what lies below the project. Without -modcacherw the directories of modules are read-only, and a runner that
 * cleans its checkout with `git clean` fails there.
 */
const CACHE: ShellText<readonly string[]> = {
  sh: [
    `export GOMODCACHE="\${GOMODCACHE:-$PWD/.sgr/gomod}" GOCACHE="\${GOCACHE:-$PWD/.sgr/gobuild}"`,
    `case " \${GOFLAGS-} " in *' -modcacherw '*) ;; *) export GOFLAGS="\${GOFLAGS:+$GOFLAGS }-modcacherw" ;; esac`,
  ],
  pwsh: [
    'if (-not $env:GOMODCACHE) { $env:GOMODCACHE = Join-Path $PWD.Path .sgr/gomod }',
    'if (-not $env:GOCACHE) { $env:GOCACHE = Join-Path $PWD.Path .sgr/gobuild }',
    `if (" $env:GOFLAGS " -notlike '* -modcacherw *') { $env:GOFLAGS = "$env:GOFLAGS -modcacherw".Trim() }`,
  ],
};
