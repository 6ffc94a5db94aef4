import { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Env, Exec } from '../ports/machine.ts';

/** Names in git's own spelling: section and variable in lower case. */
const WANTED = '^(http\\.(.*\\.)?(proxy|sslcainfo|sslverify|sslbackend)|url\\..*\\.insteadof)$';

/**
 * The values of git's configuration that matter to fetching modules, redacted; several values of one name stand on lines of their own.
 * Empty without git, and when it does not answer in time. Throws only the signal's reason.
 */
export async function readGitConfig(
  ports: { readonly exec: Exec; readonly env: Env },
  directory: string,
  signal: AbortSignal,
): Promise<Readonly<Record<string, string>>> {
  const file = await ports.exec.find('git');
  if (file === undefined) return {};
  const args = ['config', '--null', '--get-regexp', WANTED];
  const env = { ...ports.env, GIT_OPTIONAL_LOCKS: '0' };
  try {
    const answer = await ports.exec.run({ file, args, env, cwd: directory, timeoutMs: LIMITS.gitConfigMs }, signal);
    // 1: none of these names is set.
    return answer.exitCode === 0 ? parseGitConfig(answer.stdout) : {};
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Failure) return {};
    throw error;
  }
}

/** `name`, line end, `value`, NUL; a name without a value is true (git-config(1)). */
function parseGitConfig(text: string): Readonly<Record<string, string>> {
  const values = new Map<string, string>();
  for (const item of text.split('\0')) {
    if (item === '') continue;
    const at = item.indexOf('\n');
    const name = redactName(at === -1 ? item : item.slice(0, at));
    const value = redact(at === -1 ? 'true' : item.slice(at + 1)).slice(0, LIMITS.settingBytes);
    const isList = name.endsWith('.insteadof');
    const before = values.get(name);
    values.set(name, isList && before !== undefined ? `${before}\n${value}` : value);
  }
  return Object.fromEntries(values);
}

/** The middle of the name is a URL. */
function redactName(name: string): string {
  const match = /^(\w+)\.(.+)\.(\w+)$/su.exec(name);
  return match === null ? name : `${match[1]}.${redact(match[2] ?? '')}.${match[3]}`;
}

/** `git@host:` holds no secret, and rules want to know that it is there; a token may stand alone before the `@` of an https URL. */
function redact(text: string): string {
  if (/^(?:ssh:\/\/)?[a-z]+@/iu.test(text) || !/[@?]/u.test(text)) return text;
  return redactUrl(text).replace(/^(https?:\/\/)(?!\*\*\*)/iu, '$1***@');
}
