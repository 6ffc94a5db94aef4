/**
 * Set together with GOTOOLCHAIN, to the same value. Steps after us see our GOTOOLCHAIN, and a second use of the action must not
 * take it for the user's: with setup-go the second of two equal steps ignores the toolchain line and installs another Go.
 */
export const GOTOOLCHAIN_MARKER = 'SETUP_GO_ROBUST_GOTOOLCHAIN';

/** The value of GOTOOLCHAIN that the user chose; undefined when there is none, or when an earlier step of ours set it. */
export function userGotoolchain(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const value = env['GOTOOLCHAIN'];
  return value === undefined || value === '' || value === env[GOTOOLCHAIN_MARKER] ? undefined : value;
}
