import type { Shell } from '../domain/command-names.ts';
import { failure } from '../domain/failure.ts';

/** The shape of ports/host.ts `EnvChange`; this room knows no port. */
type Change =
  | { readonly kind: 'prepend-path'; readonly value: string }
  | { readonly kind: 'set'; readonly name: string; readonly value: string };

/**
 * Lines that make the changes in the shell that evaluates them, in the order given: a later `prepend-path` stands in
 * front of an earlier one. Any value is taken literally. Throws Failure SELF.BUG for a name that is no variable name
 * and for a NUL, which no environment can hold.
 */
export function shellEnv(changes: readonly Change[], shell: Shell): string {
  return changes.map(change => `${line(change, shell)}\n`).join('');
}

/** One word that this shell takes literally. */
export function quoted(text: string, shell: Shell): string {
  return QUOTE[shell](text);
}

function line(change: Change, shell: Shell): string {
  const name = change.kind === 'set' ? change.name : 'PATH';
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(name) || change.value.includes('\0')) {
    throw failure('SELF.BUG', { subject: 'environment', evidence: { name } });
  }
  const value = quoted(change.value, shell);
  const isOfWindows = /^(?:[a-z]:[\\/]|\\\\)/iu.test(change.value);
  return change.kind === 'set' ? SET[shell](name, value) : PREPEND[shell](value, isOfWindows);
}

/** Takes any text literally. */
export const QUOTE: Readonly<Record<Shell, (text: string) => string>> = {
  /** POSIX shell 2.2.2: nothing is special between single quotes but the quote itself. */
  sh: text => `'${text.replaceAll("'", `'\\''`)}'`,
  /** fish, "Quotes": backslash escapes itself and the quote, nothing else. */
  fish: text => `'${text.replace(/[\\']/gu, '\\$&')}'`,
  /** PowerShell, about_Quoting_Rules: a doubled quote; typographic single quotes count as quotes too. */
  pwsh: text => `'${text.replace(/['\u2018-\u201B]/gu, '$&$&')}'`,
};

const SET: Readonly<Record<Shell, (name: string, value: string) => string>> = {
  sh: (name, value) => `export ${name}=${value}`,
  fish: (name, value) => `set -gx ${name} ${value}`,
  pwsh: (name, value) => `$env:${name} = ${value}`,
};

/**
 * An unset PATH gets no empty entry: that would mean the working directory. These shells split PATH at colons on Windows too, so what
 * names a drive there is spelt by cygpath, which each of them brings.
 */
const PREPEND: Readonly<Record<Shell, (value: string, isOfWindows: boolean) => string>> = {
  sh: (value, isOfWindows) => `export PATH=${isOfWindows ? `"$(cygpath -u ${value})"` : value}"\${PATH:+:$PATH}"`,
  fish: (value, isOfWindows) => `set -gx PATH ${isOfWindows ? `(cygpath -u ${value})` : value} $PATH`,
  pwsh: value => `$env:PATH = (@(${value}, $env:PATH) | Where-Object { $_ }) -join [IO.Path]::PathSeparator`,
};
