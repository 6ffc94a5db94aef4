import { redactVariable } from '../policy/environment-redaction.ts';
import type { Env } from '../ports/machine.ts';

/** Variables, not settings of Go, that decide how Go, git, curl and Node reach the network and where they write. */
const NAMES = [
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap(name => [name, name.toLowerCase()]),
  'REQUEST_METHOD',
  'NODE_USE_ENV_PROXY',
  'NODE_EXTRA_CA_CERTS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_NO_VERIFY',
  'GIT_SSL_CAINFO',
  'GIT_SSL_CAPATH',
  'GIT_TERMINAL_PROMPT',
  'GIT_ALLOW_PROTOCOL',
  'NETRC',
  'HOME',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'XDG_CACHE_HOME',
  'XDG_CONFIG_HOME',
  'TMPDIR',
  'TMP',
  'TEMP',
  'CI',
  'GITHUB_ACTIONS',
  'GITLAB_CI',
  'RUNNER_OS',
  'npm_config_proxy',
  'npm_config_https_proxy',
] as const;

/** Those that are set, an empty one too (undici minds it), redacted. */
export function readVariables(env: Env, secrets: readonly string[]): Readonly<Record<string, string>> {
  const entries = NAMES.flatMap(name => {
    const value = env[name];
    return value === undefined ? [] : [[name, redactVariable(value, secrets)] as const];
  });
  return Object.fromEntries(entries);
}
