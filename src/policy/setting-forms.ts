import { CHECKSUM_DATABASE, CHECKSUM_DATABASE_ALIAS } from '../domain/checksum-database.ts';
import { toolchainVersion } from '../domain/gomod.ts';
import { isComplete, parseGoVersion } from '../domain/version.ts';

/**
 * Why cmd/go cannot read a GOSUMDB, in words; undefined when it can. It is `off`, a name that Go knows, or a key `name+hash+base64`, and
 * perhaps a URL behind it (modfetch.dbDial; note.NewVerifier).
 */
export function gosumdbProblem(value: string): string | undefined {
  if (value === 'off') return undefined;
  const words = value.split(/\s+/u).filter(word => word !== '');
  const [key, url] = words;
  if (key === undefined) return 'GOSUMDB is empty, so that Go has no checksum database';
  if (words.length > 2) return 'GOSUMDB has more than a key and a URL';
  // The alias is known only by itself; with a URL behind it, it is taken for a key.
  const isKnown = key === CHECKSUM_DATABASE || (key === CHECKSUM_DATABASE_ALIAS && url === undefined);
  if (!isKnown && !/^[^+\s]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/u.test(key)) {
    return 'GOSUMDB is neither off, nor a name that Go knows, nor a key';
  }
  return url === undefined || URL.canParse(url) ? undefined : 'The second word of GOSUMDB is no URL';
}

/**
 * Why cmd/go cannot read a GOTOOLCHAIN, in words; undefined when it can. It is `auto`, `path`, `local` or a release, and the last two may
 * be followed by `+auto` or `+path` (cmd/go, toolchain.Select).
 */
export function gotoolchainProblem(value: string): string | undefined {
  if (value === '' || value === 'auto' || value === 'path') return undefined;
  const at = value.indexOf('+');
  const name = at === -1 ? value : value.slice(0, at);
  const suffix = at === -1 ? undefined : value.slice(at + 1);
  const version = toolchainVersion(name);
  if (name !== 'local' && version === undefined) return 'GOTOOLCHAIN names no toolchain: it begins with go, as go1.26.8 does';
  if (suffix !== undefined && suffix !== 'auto' && suffix !== 'path') return 'Only +auto and +path may follow in GOTOOLCHAIN';
  // With a suffix the name is only a minimum.
  if (suffix === undefined && version !== undefined && isLanguageVersion(version)) {
    return 'GOTOOLCHAIN names a language version, and no toolchain has this name: since 1.21 the first release is go1.21.0';
  }
  return undefined;
}

/** Whether a version since 1.21 names no patch, and so a language and no release. */
export function isLanguageVersion(text: string): boolean {
  const version = parseGoVersion(text);
  return version !== undefined && !isComplete(text) && version.minor >= 21;
}
