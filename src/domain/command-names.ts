/** Every command, in the order of the help text. */
export const COMMAND_NAMES = [
  'install',
  'resolve',
  'preflight',
  'doctor',
  'explain',
  'run',
  'sources',
  'verify',
  'mirror',
  'env',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

export const SHELLS = ['sh', 'fish', 'pwsh'] as const;
export type Shell = (typeof SHELLS)[number];

/**
 * The shell that lines are written for where none is named: PowerShell on Windows, unless a POSIX shell has called us. Git Bash sets
 * MSYSTEM, and other shells one of the others.
 */
export function usualShell(os: string, env: Readonly<Record<string, string | undefined>>): Shell {
  const hasPosixShell = ['MSYSTEM', 'SHELL', 'SHLVL'].some(name => !!env[name]);
  return os === 'win32' && !hasPosixShell ? 'pwsh' : 'sh';
}
