import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import { failure } from '../domain/failure.ts';
import { certificatesIn } from '../domain/pem-certificates.ts';
import type { Env, NetworkSettings } from '../ports/machine.ts';

/** Where Linux distributions and BSDs keep their bundle (the list of Go's crypto/x509/root_linux.go and root_bsd.go). */
const SYSTEM_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
  '/usr/local/etc/ssl/cert.pem',
] as const;

/** What Node 20 offers, in this order; the default of newer ones has a post-quantum group in front. */
const CLASSICAL_GROUPS = 'X25519:P-256:P-384';

/** The certificates that are trusted. Contexts are made once, on first need: 140 roots take milliseconds to load. */
export interface TrustStore {
  /** Node's own roots, NODE_EXTRA_CA_CERTS and ca-file. Undefined means Node's default, which is exactly that without ca-file. */
  usual(): tls.SecureContext | undefined;
  /** The same and the roots of the operating system. Undefined when none are found. */
  withSystem(): tls.SecureContext | undefined;
}

/**
 * `ca`: PEM texts of ca-file. Roots are only ever added: nothing here can switch verification off. Throws INPUT.CA_FILE
 * when OpenSSL cannot read them.
 */
export function createTrustStore(options: {
  readonly env: Env;
  readonly ca: readonly string[] | undefined;
  readonly network?: NetworkSettings | undefined;
}): TrustStore {
  const { env, ca = [], network = {} } = options;
  const groups = network.classicalGroups === true ? { ecdhCurve: CLASSICAL_GROUPS } : {};
  const known = (): string[] => [...tls.rootCertificates, ...extraRoots(env), ...ca];
  let usual: tls.SecureContext | undefined;
  let wide: { readonly context: tls.SecureContext | undefined } | undefined;
  const withSystem = (): tls.SecureContext | undefined => {
    const system = wide === undefined ? rootsOf(env, network) : [];
    wide ??= { context: system.length === 0 ? undefined : makeContext({ ca: [...known(), ...system], ...groups }) };
    return wide.context;
  };
  return {
    usual() {
      const widened = network.everyStore === true ? withSystem() : undefined;
      if (widened !== undefined) return widened;
      if (ca.length > 0) usual ??= makeContext({ ca: known(), ...groups });
      // Without a list, Node's default roots, which hold NODE_EXTRA_CA_CERTS.
      else if (network.classicalGroups === true) usual ??= makeContext(groups);
      return usual;
    },
    withSystem,
  };
}

function makeContext(options: tls.SecureContextOptions): tls.SecureContext {
  try {
    return tls.createSecureContext(options);
  } catch (error) {
    throw failure('INPUT.CA_FILE', { subject: 'ca-file', evidence: { error: String(error) } }, error);
  }
}

/** Node adds this file to its default roots by itself, but not to a list that is given. It warns about a missing one. */
export function extraRoots(env: Env): readonly string[] {
  return readBundle(env['NODE_EXTRA_CA_CERTS']);
}

/** Node 24 can ask the operating system; Node 20 cannot, so the bundle is read as Go reads it (SSL_CERT_FILE first). */
export function systemRoots(env: Env): readonly string[] {
  const named = readBundle(env['SSL_CERT_FILE']);
  if (named.length > 0) return named;
  const native = typeof tls.getCACertificates === 'function' ? tls.getCACertificates('system') : [];
  if (native.length > 0) return native;
  for (const path of SYSTEM_BUNDLES) {
    const bundle = readBundle(path);
    if (bundle.length > 0) return bundle;
  }
  return [];
}

/** `everyStore`: what SSL_CERT_FILE names, what Node can ask for, and every bundle that stands on this machine. */
function rootsOf(env: Env, { everyStore }: NetworkSettings): readonly string[] {
  if (everyStore !== true) return systemRoots(env);
  const native = typeof tls.getCACertificates === 'function' ? tls.getCACertificates('system') : [];
  return [env['SSL_CERT_FILE'], ...SYSTEM_BUNDLES].flatMap(readBundle).concat(native);
}

function readBundle(path: string | undefined): readonly string[] {
  if (path === undefined || path === '') return [];
  try {
    const text = readFileSync(path, 'utf8');
    return certificatesIn(text);
  } catch {
    return [];
  }
}
