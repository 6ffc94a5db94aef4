import type { CatalogueEntry } from './catalogue-entry.ts';

/** Codes about signatures over an archive: OpenPGP (`.asc`). Text of an entry: see catalogue-entry.ts. */
export const SIGNATURE_CODES = {
  'PGP.BAD_SIGNATURE': {
    title: 'The OpenPGP signature does not belong to this archive',
    why: 'The archive or the signature is not what was published.',
    decided:
      'The signature was checked with the shipped key: it was not made by that key, or for other bytes, or with a hash that is no longer accepted.',
    fix: 'Do not use this source; compare its archive and its .asc with those of another one.',
    severity: 'error',
    exit: 73,
    explains: [],
  },
  'PGP.UNKNOWN_SUBKEY': {
    title: 'The signature is of a key that this release does not know: its key block is outdated',
    why: 'The Go project signs with a new subkey about every year. An unknown one is no sign of an attack, and no proof either.',
    decided: 'The key that the signature names is not among the subkeys that the shipped primary key has bound for signing.',
    fix: 'Update setup-go-robust, or make the checksum database reachable.',
    severity: 'warning',
    exit: 73,
    explains: [],
  },
  'PGP.EXPIRED_SUBKEY': {
    title: 'The signature was made when its key was not valid',
    why: 'A key that has expired, or was revoked, vouches only for what it signed before.',
    decided:
      'The time in the signature lies outside the validity of the subkey or its primary key. That the key has expired since does not matter.',
    fix: 'Do not use this source, or prove the archive by the checksum database.',
    severity: 'error',
    exit: 73,
    explains: [],
  },
  'PGP.OLD_SIGNATURE': {
    title: 'The signature is older than the release that it should cover',
    why: 'Whoever has stolen an expired key can date a signature back into its validity.',
    decided:
      'The time in the signature is before this release can have been made: before the month of its line, before the shipped table, or before the time in VERSION.',
    fix: 'Do not use this source, or prove the archive by the checksum database.',
    severity: 'error',
    exit: 73,
    explains: [],
  },
  'PGP.WRONG_RELEASE': {
    title: 'The signed archive is another release',
    why: 'A signature covers the bytes and not the name: an old release can be served under a new name.',
    decided: 'The signature is right, and VERSION inside the archive names another release than the one that was asked for.',
    fix: 'Do not use this source.',
    severity: 'error',
    exit: 73,
    explains: [],
  },
  'PGP.MALFORMED': {
    title: 'What should be an OpenPGP signature or key could not be read',
    why: 'A login page or a cut file stands in its place.',
    decided: 'The armor, its checksum, or a packet (RFC 4880) is malformed.',
    fix: 'Open the address of the .asc by hand.',
    severity: 'warning',
    exit: 73,
    explains: [],
  },
} as const satisfies Readonly<Record<`${string}.${string}`, CatalogueEntry>>;
