import type { CatalogueEntry } from './catalogue-entry.ts';

/** Codes about signatures over an archive: OpenPGP (`.asc`), and bundles of the user's own for `verify --signature` (codes-keyless.ts: with a certificate). Text of an entry: see catalogue-entry.ts. */
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
  'SIG.BAD_SIGNATURE': {
    title: 'The signature was not made with this key',
    why: 'Somebody else signed, or the signature was altered.',
    decided:
      'The bundle names the hash of this very file, and its signature does not verify with the key that was named, or with that of its certificate.',
    fix: 'Compare the key with the one that the build was signed with; do not use the build before it verifies.',
    severity: 'error',
    exit: 73,
    explains: [],
  },
  'SIG.WRONG_ARTIFACT': {
    title: 'The bundle is of another file',
    why: 'Each build has a bundle of its own; or the file was altered after it was signed.',
    decided: 'The hash that the bundle names differs from that of the file; both stand in the evidence.',
    fix: 'Take the bundle that was made for this file.',
    severity: 'error',
    exit: 73,
    explains: [],
  },
  'SIG.MALFORMED': {
    title: 'The bundle could not be read',
    why: 'It is no Sigstore bundle, or it was cut.',
    decided: 'It is not JSON of the form of a Sigstore bundle with a signature over a file.',
    fix: 'Sign with cosign sign-blob --bundle, and name that file.',
    severity: 'error',
    exit: 73,
    explains: [],
  },
  'SIG.UNSUPPORTED': {
    title: 'The bundle is of a kind that is not verified here, or not in this way',
    why: 'A bundle with a certificate is verified with --certificate-identity and --certificate-oidc-issuer, one without by --key.',
    decided:
      'The bundle is of a version, or holds a key, digest, log entry or attestation, that is not verified in the way that was asked for; the evidence names it.',
    fix: 'Name what fits the bundle; or verify it with cosign verify-blob.',
    severity: 'error',
    exit: 71,
    explains: [],
  },
  'SIG.KEY': {
    title: 'The public key cannot be used',
    why: 'Bundles are verified with ECDSA on P-256 or with Ed25519.',
    decided: 'The file is not a public key in PEM form, or one of another kind.',
    fix: 'Name the public key that cosign generate-key-pair wrote: cosign.pub.',
    severity: 'error',
    exit: 71,
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
