import { ENVIRONMENT } from './environment-shape.ts';
import type { CertificateFacts, HandshakeFacts } from './handshake-facts.ts';
import {
  type ArchiveFacts,
  type ClientFacts,
  type ClockFacts,
  type ConnectFacts,
  type DatabasePathFacts,
  type DiskFacts,
  FACTS_SCHEMA,
  type Facts,
  type GoproxyFacts,
  type HttpFacts,
  type ProxyFacts,
  type ResolveFacts,
  type RouteDecision,
  type SeenFailure,
  type TargetFacts,
  type TunnelFacts,
} from './network-facts.ts';
import type { Outcome } from './probe-outcome.ts';
import { boolean, choice, list, type Members, maybe, number, object, optional, pair, record, type Shape, text } from './shape.ts';

/** Longer than anything that a probe keeps (240 characters of a message, 500 of an address), with room for other writers. */
const WORD = text(512);
const LINE = text(4_096);
/** More of anything than a run can gather. */
const FEW = 32;
const MANY = 256;

const outcome: Members<Outcome> = {
  ok: boolean,
  ms: number,
  code: optional(WORD),
  errno: optional(number),
  syscall: optional(WORD),
  message: optional(LINE),
  ended: optional(choice('deadline', 'fin', 'reset')),
};

const withheld = optional(choice(true));
const addresses = list(WORD, MANY);
type Answer = ResolveFacts['lookup'];
const answer: Shape<Answer> = object<Answer>({ ...outcome, addresses });

const resolve = object<ResolveFacts>({
  name: WORD,
  lookup: answer,
  wire4: optional(answer),
  wire6: optional(answer),
  rooted: optional(answer),
  hosts: list(object<ResolveFacts['hosts'][number]>({ file: LINE, line: number, address: WORD }), FEW),
  servers: list(WORD, FEW),
  searchDomains: optional(list(WORD, FEW)),
  ndots: optional(number),
  overHttps: optional(
    list(object<NonNullable<ResolveFacts['overHttps']>[number]>({ ...outcome, addresses, operator: WORD }), FEW),
  ),
});

const connect = object<ConnectFacts>({
  ...outcome,
  address: WORD,
  port: number,
  family: choice(4, 6),
  local: optional(WORD),
  silence: optional(choice('open', 'fin', 'reset', 'spoke')),
  spokeHex: optional(WORD),
});

const tunnel = object<TunnelFacts>({
  ...outcome,
  proxy: WORD,
  status: optional(number),
  reason: optional(WORD),
  schemes: list(WORD, FEW),
  squidError: optional(WORD),
  via: optional(WORD),
  server: optional(WORD),
  headHex: optional(WORD),
  page: optional(LINE),
  onPort443: optional(number),
  withheld,
});

const certificate = object<CertificateFacts>({
  subject: WORD,
  issuer: WORD,
  notBeforeMs: number,
  notAfterMs: number,
  names: list(WORD, MANY),
  sha256: WORD,
  isSelfIssued: boolean,
  keyBits: optional(number),
  signature: optional(WORD),
  usages: optional(list(WORD, FEW)),
  issuerUrls: list(LINE, FEW),
});

const handshake = object<HandshakeFacts>({
  ...outcome,
  variant: choice('usual', 'classical', 'tls12', 'neutral-name', 'system-roots', 'no-alpn'),
  address: WORD,
  protocol: optional(WORD),
  cipher: optional(WORD),
  alpn: optional(WORD),
  alert: optional(number),
  receivedBytes: number,
  firstHex: optional(WORD),
  sentBytes: optional(number),
  verified: optional(object<NonNullable<HandshakeFacts['verified']>>({ bundled: WORD, system: WORD, extra: optional(WORD) })),
  chain: optional(list(certificate, FEW)),
  completed: optional(WORD),
  hasStaple: optional(boolean),
  hasSct: optional(boolean),
});

const http = object<HttpFacts>({
  ...outcome,
  status: optional(number),
  headers: record(LINE, MANY),
  redirects: list(object<HttpFacts['redirects'][number]>({ status: number, from: LINE, to: LINE }), FEW),
  isComplete: optional(boolean),
  announcedBytes: optional(number),
  receivedBytes: optional(number),
  expectedBytes: optional(number),
  firstHex: optional(WORD),
  title: optional(LINE),
  excerpt: optional(LINE),
  reusedSocket: optional(boolean),
  ranged: optional(choice('honoured', 'ignored', 'refused')),
  refreshed: optional(choice('same', 'different')),
  progress: optional(list(pair(number, number), MANY)),
});

const decision = object<RouteDecision>({ via: WORD, reason: LINE });
const client = object<ClientFacts>({
  client: choice('go', 'git', 'curl', 'node'),
  version: optional(WORD),
  ok: boolean,
  code: optional(WORD),
  message: optional(LINE),
});

const target = object<TargetFacts>({
  url: LINE,
  role: choice('source', 'goproxy', 'checksum-database', 'toolchain', 'control', 'given'),
  sourceId: optional(LINE),
  host: WORD,
  port: number,
  expects: optional(choice('archive', 'json', 'text', 'page')),
  isListed: optional(boolean),
  route: object<TargetFacts['route']>({ go: decision, curl: decision, node: decision, undici: decision, actions: decision }),
  resolve: optional(resolve),
  connects: list(connect, FEW),
  dialed: optional(object<Outcome>(outcome)),
  mtu: optional(object<NonNullable<TargetFacts['mtu']>>({ smallPasses: boolean, largePasses: boolean, bytes: optional(number) })),
  tunnel: optional(tunnel),
  handshakes: list(handshake, FEW),
  http: optional(http),
  withheld,
  direct: optional(
    object<NonNullable<TargetFacts['direct']>>({
      connects: list(connect, FEW),
      handshake: optional(handshake),
      http: optional(http),
    }),
  ),
  offRoute: optional(tunnel),
  clients: optional(list(client, FEW)),
});

const proxy = object<ProxyFacts>({
  address: WORD,
  scheme: WORD,
  variables: list(WORD, FEW),
  isValid: boolean,
  resolve: optional(resolve),
  connects: list(connect, FEW),
  spoke: optional(LINE),
  handshake: optional(handshake),
  withheld,
});

const disk = object<DiskFacts>({
  role: choice('tool-cache', 'temp', 'module-cache', 'build-cache', 'workspace'),
  path: LINE,
  exists: boolean,
  writable: maybe(boolean),
  code: optional(WORD),
  freeBytes: maybe(number),
  freeInodes: maybe(number),
  mountFlags: list(WORD, FEW),
  neededBytes: maybe(number),
  partialEntries: optional(list(LINE, FEW)),
});

const archive = object<ArchiveFacts>({
  sourceId: LINE,
  contentEncoding: optional(WORD),
  isSameElsewhere: optional(boolean),
  kind: choice(
    ...(['genuine', 'empty', 'html', 'truncated', 'double-gzip', 'bare-tar', 'text-mangled', 'longer', 'damaged'] as const),
    ...(['recompressed', 'wrong-platform', 'other'] as const),
  ),
  bytes: number,
  expectedBytes: maybe(number),
  firstHex: WORD,
});

const member = object<GoproxyFacts>({
  entry: LINE,
  next: choice('not-found', 'any-error', 'end'),
  outcome: object<Outcome>(outcome),
  status: optional(number),
  contentType: optional(LINE),
  hasToolchains: optional(boolean),
  withheld,
  servesChecksums: optional(boolean),
  zip: optional(choice('zip', 'html', 'other')),
});

const databasePath = object<DatabasePathFacts>({
  through: LINE,
  outcome: object<Outcome>(outcome),
  status: optional(number),
  isSigned: optional(boolean),
  module: optional(LINE),
});

const clock = object<ClockFacts>({
  nowMs: number,
  builtMs: number,
  offsets: list(object<ClockFacts['offsets'][number]>({ host: WORD, offsetMs: number }), MANY),
});

/** What a file of facts holds; the JSON Schema in schema/facts.schema.json is made from it. */
export const FACTS: Shape<Facts> = object<Facts>({
  schema: choice(FACTS_SCHEMA),
  product: WORD,
  runtime: object<Facts['runtime']>({ node: WORD, openssl: WORD, os: WORD, arch: WORD }),
  environment: optional(ENVIRONMENT),
  clock: optional(clock),
  targets: list(target, MANY),
  proxies: list(proxy, FEW),
  disks: list(disk, FEW),
  archives: list(archive, MANY),
  goproxy: optional(list(member, FEW)),
  checksumDatabase: optional(list(databasePath, FEW)),
  seen: list(object<SeenFailure>({ code: WORD, subject: LINE, evidence: record(LINE, FEW) }), MANY),
});
