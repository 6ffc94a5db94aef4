import { LIMITS } from '../domain/limits.ts';
import type { GoSetting } from '../domain/project-facts.ts';
import { redactText, redactUrl } from '../domain/redact.ts';

/** Settings that are lists of URLs, or may hold one. */
const WITH_URLS: readonly string[] = ['GOPROXY', 'GOSUMDB', 'GOAUTH'];

/**
 * A Go setting that may be shown and kept: no userinfo of URLs, no known secret, and of `-X name=value`, by which a build is given
 * tokens, only the name. Everything that a rule reads stays as it is.
 */
export function redactSetting(name: string, value: string, secrets: readonly string[]): string {
  const cut = value.slice(0, LIMITS.settingBytes);
  const clean = WITH_URLS.includes(name) ? cut.replace(/[^,|\s]+/gu, redactEntry) : cut;
  const flags = name === 'GOFLAGS' ? clean.replace(/(-X[= ][^\s'"=]+=)[^\s'"]+/gu, '$1***') : clean;
  return redactText(flags, secrets);
}

/** An environment variable: of a URL no userinfo, which a proxy without a scheme has too. */
export function redactVariable(value: string, secrets: readonly string[]): string {
  return redactText(redactEntry(value.slice(0, LIMITS.settingBytes)), secrets);
}

function redactEntry(text: string): string {
  return text.includes('@') || text.includes('?') ? redactUrl(text) : text;
}

export function redactSettings(
  settings: Readonly<Record<string, GoSetting>>,
  secrets: readonly string[],
): Readonly<Record<string, GoSetting>> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, { ...setting, value: redactSetting(name, setting.value, secrets) }]),
  );
}
