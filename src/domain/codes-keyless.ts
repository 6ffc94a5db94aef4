import type { CatalogueEntry } from './catalogue-entry.ts';

/** Codes about Sigstore bundles that hold a certificate in place of a key (`verify --signature --certificate-identity`). Text of an entry: see catalogue-entry.ts. */
export const KEYLESS_CODES = {
  'SIG.IDENTITY': {
    title: 'Somebody else signed this file',
    why: 'Anybody can get a certificate in their own name, so only the name tells your bundle from that of a stranger.',
    decided: 'The signature is right, and the identity in its certificate, or who vouched for it, is not what was asked for.',
    fix: 'Do not use the file; or correct --certificate-identity and --certificate-oidc-issuer where what was got is the right signer.',
    severity: 'error',
    exit: 73,
    explains: [],
  },
  'SIG.CERTIFICATE': {
    title: 'The certificate of the signature is not acceptable',
    why: 'It was forged or altered, or the file was signed when the certificate was not valid.',
    decided:
      'The chain to an authority of the trusted root, the validity at the time of the signature, the purpose, or the receipt of the certificate log does not verify.',
    fix: 'Do not use the file; take the bundle from where the build was signed.',
    severity: 'error',
    exit: 73,
    explains: [],
  },
  'SIG.LOG': {
    title: 'The signature is not proved to be in the transparency log',
    why: 'The log entry was altered, belongs to another signature, or is missing.',
    decided:
      'The promise of the log, its checkpoint, the inclusion proof, or what the entry says about the signature does not verify, or there is no entry.',
    fix: 'Do not use the file; take the bundle from where the build was signed.',
    severity: 'error',
    exit: 73,
    explains: [],
  },
  'SIG.TIMESTAMP': {
    title: 'Nobody vouches for the time of the signature',
    why: 'A certificate is valid for minutes, so the time of the signature must be proved.',
    decided: 'There is neither a promise of a log nor a timestamp of an authority (RFC 3161), or the timestamp does not verify.',
    fix: 'Sign again with a log or a timestamp authority that the trusted root names.',
    severity: 'error',
    exit: 73,
    explains: [],
  },
  'SIG.ROOT_OUTDATED': {
    title: 'The trusted root does not know who certified, logged or dated this signature: it is outdated, or of another Sigstore',
    why: 'Logs and authorities are replaced from time to time. An unknown one is no sign of an attack, and no proof either.',
    decided: 'A log, certificate log, certificate or timestamp authority that the bundle names is not in the trusted root.',
    fix: 'Update setup-go-robust; or name the trusted root of the Sigstore that signed, newly fetched, with --trusted-root.',
    severity: 'error',
    exit: 71,
    explains: [],
  },
  'SIG.TRUSTED_ROOT': {
    title: 'The trusted root cannot be used',
    why: 'It is not the file trusted_root.json of a Sigstore instance, or it was cut.',
    decided:
      'It is not JSON of the form of a trusted root, version 0.1 or 0.2, with a certificate authority and with a log or a timestamp authority.',
    fix: 'Fetch it anew from the TUF repository of that Sigstore, or leave --trusted-root out for the public one.',
    severity: 'error',
    exit: 71,
    explains: [],
  },
} as const satisfies Readonly<Record<`${string}.${string}`, CatalogueEntry>>;
