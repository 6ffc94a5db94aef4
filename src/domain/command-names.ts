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
