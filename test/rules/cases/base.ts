import type { CertificateFacts, HandshakeFacts } from '../../../src/domain/handshake-facts.ts';
import type {
  ConnectFacts,
  Facts,
  HttpFacts,
  ResolveFacts,
  RouteDecision,
  TargetFacts,
} from '../../../src/domain/network-facts.ts';
import { FACTS_SCHEMA } from '../../../src/domain/network-facts.ts';
import { disk, tunnel } from './parts.ts';
import { DAY, NOW, type Setting } from './setting.ts';

const DIRECT: RouteDecision = { via: 'direct', reason: 'no proxy is set' };
export const ALL_DIRECT = { go: DIRECT, curl: DIRECT, node: DIRECT, undici: DIRECT, actions: DIRECT };

export function through(via: string): TargetFacts['route'] {
  const decision = { via, reason: 'HTTPS_PROXY' };
  return { go: decision, curl: decision, node: decision, undici: decision, actions: decision };
}

export function resolved(s: Setting, change: Partial<ResolveFacts> = {}): ResolveFacts {
  const addresses = [s.address];
  return {
    name: s.host,
    lookup: { ok: true, ms: 12 * s.pace, addresses },
    wire4: { ok: true, ms: 11 * s.pace, addresses },
    hosts: [],
    servers: ['10.0.0.2'],
    ...change,
  };
}

export function unresolved(
  s: Setting,
  code: string,
  change: { readonly errno?: number; readonly ms?: number; readonly wire?: string },
): ResolveFacts {
  const lookup = {
    ok: false,
    ms: (change.ms ?? 20) * s.pace,
    code,
    syscall: 'getaddrinfo',
    addresses: [],
    ...(change.errno === undefined ? {} : { errno: change.errno }),
  };
  const wire =
    change.wire === undefined
      ? {}
      : {
          wire4: { ok: false, ms: 15, code: change.wire, addresses: [] },
          wire6: { ok: false, ms: 15, code: change.wire, addresses: [] },
        };
  return { name: s.host, lookup, ...wire, hosts: [], servers: ['10.0.0.2'] };
}

export function open(s: Setting, change: Partial<ConnectFacts> = {}): ConnectFacts {
  return { ok: true, ms: 30 * s.pace, address: s.address, port: s.port, family: 4, silence: 'open', ...change };
}

export function shut(s: Setting, code: string | undefined, change: Partial<ConnectFacts> = {}): ConnectFacts {
  return {
    ok: false,
    ms: 3,
    address: s.address,
    port: s.port,
    family: 4,
    syscall: 'connect',
    ...(code === undefined ? {} : { code }),
    ...change,
  };
}

export function certificate(s: Setting, change: Partial<CertificateFacts> = {}): CertificateFacts {
  return {
    subject: `CN=${s.host}`,
    issuer: s.publicIssuer,
    notBeforeMs: s.nowMs - 30 * DAY,
    notAfterMs: s.nowMs + 60 * DAY,
    names: [s.host],
    sha256: 'ab'.repeat(32),
    isSelfIssued: false,
    keyBits: 256,
    signature: 'sha256WithRSAEncryption',
    usages: ['serverAuth'],
    issuerUrls: [],
    ...change,
  };
}

export function intermediate(s: Setting, change: Partial<CertificateFacts> = {}): CertificateFacts {
  return certificate(s, {
    subject: s.publicIssuer,
    issuer: 'O=Example Trust Services, CN=Root R4',
    names: [],
    notAfterMs: s.nowMs + 900 * DAY,
    ...change,
  });
}

export function shaken(s: Setting, change: Partial<HandshakeFacts> = {}): HandshakeFacts {
  return {
    ok: true,
    ms: 60 * s.pace,
    variant: 'usual',
    address: s.address,
    protocol: 'TLSv1.3',
    cipher: 'TLS_AES_128_GCM_SHA256',
    receivedBytes: 4_200,
    sentBytes: 1_598,
    firstHex: '160303007a',
    verified: { bundled: 'ok', system: 'ok' },
    chain: [certificate(s), intermediate(s)],
    ...change,
  };
}

/** A handshake that failed on the way, before there was a chain. */
export function broken(s: Setting, change: Partial<HandshakeFacts>): HandshakeFacts {
  return { ok: false, ms: 25 * s.pace, variant: 'usual', address: s.address, receivedBytes: 0, sentBytes: 1_598, ...change };
}

/** A handshake whose chain was not accepted. */
export function unverified(s: Setting, code: string, change: Partial<HandshakeFacts> = {}): HandshakeFacts {
  return shaken(s, { ok: false, code, verified: { bundled: code, system: code }, ...change });
}

export function served(change: Partial<HttpFacts> = {}): HttpFacts {
  return {
    ok: true,
    ms: 80,
    status: 206,
    headers: { 'content-type': 'application/x-gzip', server: 'nginx' },
    redirects: [],
    isComplete: true,
    announcedBytes: 512,
    receivedBytes: 512,
    firstHex: '1f8b0800000000000003',
    ranged: 'honoured',
    ...change,
  };
}

/** An answer that did not come, or not wholly. */
export function unserved(change: Partial<HttpFacts>): HttpFacts {
  return { ok: false, ms: 40, headers: {}, redirects: [], ...change };
}

export function page(title: string, change: Partial<HttpFacts> = {}): HttpFacts {
  return served({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    title,
    excerpt: title,
    firstHex: '3c21444f4354595045',
    ranged: 'ignored',
    ...change,
  });
}

/** The target that a case is about. */
export function target(s: Setting, change: Partial<TargetFacts> = {}): TargetFacts {
  const scheme = change.url?.startsWith('http:') ? 'http' : 'https';
  return {
    url: `${scheme}://${s.host}:${s.port}/golang/go1.26.8.linux-amd64.tar.gz`,
    role: 'source',
    sourceId: 'mirror',
    host: s.host,
    port: s.port,
    route: ALL_DIRECT,
    resolve: resolved(s),
    connects: [open(s)],
    handshakes: [shaken(s)],
    http: served(),
    ...change,
  };
}

/** A target that reached only so far. */
export function stuck(s: Setting, change: Partial<TargetFacts>): TargetFacts {
  const { http: _http, ...rest } = target(s, { handshakes: [], ...change });
  return change.http === undefined ? rest : { ...rest, http: change.http };
}

const OTHERS = ['dl.google.com', 'files.example.com', 'archive.example.org', 'go.dev'];

/** Healthy targets that have nothing to do with the case; they take the same way as it. */
export function bystanders(s: Setting, first: TargetFacts | undefined): readonly TargetFacts[] {
  return OTHERS.slice(0, s.others).map((host, index) => {
    const own = { ...s, host, address: `203.0.114.${10 + index}`, port: 443 };
    const healthy = target(own, { sourceId: host, url: `https://${host}/go/go1.26.8.linux-amd64.tar.gz` });
    const via = first?.route.go.via;
    if (via === undefined || via === 'direct' || via === 'refused') return healthy;
    const { resolve: _resolve, ...rest } = healthy;
    return { ...rest, route: through(via), connects: [], tunnel: tunnel(s, { ok: true, status: 200 }) };
  });
}

/** Facts of one machine. Bystanders come with the first target's route; `others` of the setting says how many. */
export function facts(s: Setting, change: Partial<Facts> = {}): Facts {
  const own = change.targets ?? [];
  const targets = [...own, ...bystanders(s, own[0])];
  return {
    schema: FACTS_SCHEMA,
    product: 'setup-go-robust 0.1.0',
    runtime: { node: '24.21.0', openssl: '3.5.4', os: 'linux', arch: 'x64' },
    clock: {
      nowMs: s.nowMs,
      builtMs: NOW - 40 * DAY,
      offsets: [
        { host: 'go.dev', offsetMs: 120 },
        { host: 'example.org', offsetMs: -300 },
      ],
    },
    proxies: [],
    disks: [disk()],
    archives: [],
    seen: [],
    ...change,
    targets: s.reversed ? [...targets].reverse() : targets,
  };
}

/** One fault, told as facts. */
export interface Case {
  /**
   * A letter for the layer (E settings, D names, T connections, P proxies, S TLS, H answers, A archives and disks, G Go) and a number; a
   * letter behind it tells several forms apart. Comments in src and the files of test/faults name a fault by it.
   */
  readonly id: string;
  readonly code: string;
  /** It does no harm by itself, so it is told as a warning. */
  readonly isWarning?: true;
  /** The evidence that decides is missing on purpose: right, but not more than likely. */
  readonly isAmbiguous?: true;
  make(s: Setting): Facts;
}

/** A case about the one target. */
export function about(id: string, code: string, change: (s: Setting) => TargetFacts, more: Partial<Facts> = {}): Case {
  return { id, code, make: s => facts(s, { targets: [change(s)], ...more }) };
}
