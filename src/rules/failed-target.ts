import type { Code } from '../domain/catalogue.ts';
import type { Facts, HttpFacts, ProxyFacts, TargetFacts } from '../domain/network-facts.ts';
import type { Outcome } from '../domain/probe-outcome.ts';
import { isBogon } from '../policy/address-class.ts';
import { codeOfNetError, type NetPhase } from '../policy/net-errors.ts';
import type { FailedStep, Stage } from './cause-rule.ts';
import { isInPublicDomain } from './public-domains.ts';
import { bogonsOf, expectsFile, isDeadline, isHtml, isVouchedFor, proxyOf, usualHandshake, viaOf } from './target-facts.ts';

type Found = readonly [stage: Stage, symptom: Code];

/** The deepest stage that a target reached and did not pass; empty when it passed all that were tried. */
export function failedTargetStep(target: TargetFacts, facts: Facts): readonly FailedStep[] {
  const proxy = proxyOf(target, facts);
  const found = onTheWay(target, facts) ?? atTls(target) ?? atHttp(target) ?? misled(target);
  if (found === undefined) return [];
  const [stage, symptom] = found;
  const subject = stage === 'tunnel' || (stage === 'config' && proxy !== undefined) ? viaOf(target) : target.host;
  const step: FailedStep = { id: `target ${target.url}`, stage, symptom, subject, target };
  return [proxy === undefined ? step : { ...step, proxy }];
}

/** A variable that is no URL is refused too, and is a failed step of its own. */
function isCgi(target: TargetFacts, facts: Facts): boolean {
  const method = facts.environment?.variables['REQUEST_METHOD'] ?? '';
  return method !== '' || /cgi|REQUEST_METHOD/iu.test(target.route.go.reason) || facts.proxies.every(({ isValid }) => isValid);
}

function onTheWay(target: TargetFacts, facts: Facts): Found | undefined {
  const proxy = proxyOf(target, facts);
  if (viaOf(target) === 'refused') return isCgi(target, facts) ? ['config', 'CFG.PROXY_CGI'] : undefined;
  if (proxy !== undefined) return atProxy(target, proxy);
  if (isShutTunnel(target)) return ['tunnel', tunnelSymptom(target)];
  return atName(target) ?? atConnect(target);
}

function atProxy(target: TargetFacts, proxy: ProxyFacts): Found | undefined {
  const { resolve, connects, handshake } = proxy;
  const hasAnswered = target.tunnel?.ok === true || target.http?.status !== undefined;
  if (hasAnswered) return undefined;
  if (resolve !== undefined && !resolve.lookup.ok) return ['tunnel', 'PROXY.DNS'];
  if (connects.length > 0 && !connects.some(({ ok }) => ok)) {
    const isRefused = connects.every(({ code }) => code === 'ECONNREFUSED');
    return ['tunnel', isRefused ? 'PROXY.REFUSED' : phaseCode('connect', connects[0] ?? handshake)];
  }
  if (handshake !== undefined && !handshake.ok) return ['tunnel', phaseCode('tls', handshake)];
  return isShutTunnel(target) ? ['tunnel', tunnelSymptom(target)] : undefined;
}

/** A proxy that wants the credentials that a probe never sends is in order, as far as we know. */
function isShutTunnel({ tunnel }: TargetFacts): boolean {
  return tunnel !== undefined && !tunnel.ok && !(tunnel.withheld === true && tunnel.status === 407);
}

function tunnelSymptom({ tunnel }: TargetFacts): Code {
  const status = tunnel?.status;
  if (tunnel?.syscall === 'connect' || /^E(?:CONNREFUSED|HOSTUNREACH|NETUNREACH)$/u.test(tunnel?.code ?? ''))
    return phaseCode('connect', tunnel);
  if (status === 407) return 'PROXY.AUTH';
  if (status !== undefined && status >= 500) return 'PROXY.UPSTREAM';
  if (status !== undefined && status >= 300) return 'PROXY.DENIED';
  if (tunnel !== undefined && isDeadline(tunnel)) return 'PROXY.STALL';
  return tunnel === undefined
    ? 'PROXY.CLOSED'
    : phaseCode('tunnel', { ...tunnel, code: tunnel.code ?? (tunnel.ended === undefined ? '' : 'ECONNRESET') });
}

function atName({ resolve }: TargetFacts): Found | undefined {
  const lookup = resolve?.lookup;
  return lookup === undefined || lookup.ok
    ? undefined
    : ['resolve', isDeadline(lookup) ? 'DNS.TIMEOUT' : phaseCode('lookup', lookup)];
}

function atConnect({ connects, dialed }: TargetFacts): Found | undefined {
  const failed = connects.filter(({ ok }) => !ok);
  const isOpen = connects.length > failed.length;
  if (isOpen && (dialed === undefined || dialed.ok)) return undefined;
  if (isOpen && dialed !== undefined) return ['connect', phaseCode('connect', dialed)];
  const [first] = failed.filter(({ family }) => family === 4).concat(failed);
  return first === undefined ? undefined : ['connect', isDeadline(first) ? 'TCP.TIMEOUT' : phaseCode('connect', first)];
}

function atTls(target: TargetFacts): Found | undefined {
  const handshake = usualHandshake(target);
  if (handshake === undefined || handshake.ok) return undefined;
  // The product itself tries the roots of the system where the bundled ones do not know an issuer.
  if (target.handshakes.some(({ variant, ok }) => variant === 'system-roots' && ok)) return undefined;
  if (isDeadline(handshake)) return ['tls', 'TLS.HANDSHAKE_STALL'];
  if (handshake.code === undefined && handshake.ended !== undefined) return ['tls', 'TLS.CLOSED'];
  const symptom = phaseCode('tls', handshake);
  return ['tls', handshake.alert !== undefined && symptom === 'TLS.PROTOCOL' ? 'TLS.ALERT' : symptom];
}

const STATUSES: Readonly<Record<number, Code>> = {
  401: 'HTTP.FORBIDDEN',
  403: 'HTTP.FORBIDDEN',
  451: 'HTTP.FORBIDDEN',
  404: 'HTTP.NOT_FOUND',
  410: 'HTTP.NOT_FOUND',
  416: 'HTTP.RANGE',
  429: 'HTTP.RATE_LIMIT',
};

function atHttp(target: TargetFacts): Found | undefined {
  const { http } = target;
  if (http === undefined) return undefined;
  if (http.redirects.some(({ from, to }) => from.startsWith('https:') && to.startsWith('http:')))
    return ['http', 'HTTP.DOWNGRADE'];
  if (http.redirects.length >= 10 || http.code === 'TOO_MANY_REDIRECTS') return ['http', 'HTTP.LOOP'];
  const { status } = http;
  if (status === undefined) return http.ok ? undefined : ['http', answerSymptom(http)];
  if (status >= 400 && isInnocent(target, status)) return undefined;
  if (status >= 400) return ['http', STATUSES[status] ?? (status >= 500 ? 'HTTP.SERVER' : 'HTTP.STATUS')];
  if (status >= 300 && status !== 304) return ['http', 'HTTP.BAD_REDIRECT'];
  return wrongBody(target, http);
}

/**
 * What a server says that misses the credentials that a probe never sends, or a module proxy that has no toolchains; and 416, for what
 * is no archive may be empty, and has no first bytes then.
 */
function isInnocent(target: TargetFacts, status: number): boolean {
  const { withheld, role } = target;
  if (status === 416 && !expectsFile(target)) return true;
  if (role === 'goproxy' && (status === 404 || status === 410)) return true;
  return withheld === true && [401, 403, 404, 407].includes(status);
}

function wrongBody(target: TargetFacts, http: HttpFacts): Found | undefined {
  const isFile = expectsFile(target);
  if (isFile && isHtml(target)) return ['http', 'HTTP.HTML'];
  if (isFile && /gzip|deflate|br|zstd/iu.test(http.headers['content-encoding'] ?? '')) return ['http', 'HTTP.ENCODED'];
  if (!http.ok || http.ended !== undefined || http.code !== undefined)
    return ['body', isDeadline(http) ? 'BODY.STALL' : phaseCode('body', cut(http))];
  if (http.isComplete && http.ranged !== 'honoured' && (http.receivedBytes ?? 0) < (http.expectedBytes ?? 0))
    return ['body', 'ARC.TRUNCATED'];
  if (isFile && http.refreshed === 'different') return ['http', 'LIST.STALE'];
  return wrongHead(target, http);
}

/** An archive begins with its own two bytes (RFC 1952, 2.3.1; APPNOTE 4.3.7). Of an address that a person gave, nobody knows it. */
function wrongHead({ url, role }: TargetFacts, { firstHex = '', receivedBytes = 0 }: HttpFacts): Found | undefined {
  const path = url.replace(/[?#].*$/u, '');
  if ((role !== 'source' && role !== 'toolchain') || receivedBytes < 2 || firstHex === '') return undefined;
  if (/\.(?:tar\.gz|tgz)$/u.test(path) && !firstHex.startsWith('1f8b')) return ['http', 'ARC.NOT_GZIP'];
  return path.endsWith('.zip') && !firstHex.startsWith('504b') ? ['http', 'ARC.NOT_ZIP'] : undefined;
}

/** Without a status: what came in place of an answer. */
function answerSymptom(http: HttpFacts): Code {
  if (isDeadline(http)) return 'HTTP.TTFB_STALL';
  // The next hop of a redirect could not be reached.
  if (http.code === 'ERR_INVALID_URL' || (http.redirects.length > 0 && !/^(?:HPE_|ECONNRESET|EPIPE)/u.test(http.code ?? '')))
    return 'HTTP.BAD_REDIRECT';
  return phaseCode('request', cut(http));
}

function cut(http: HttpFacts): HttpFacts {
  if (http.code !== undefined || http.ended === undefined) return http;
  return { ...http, code: 'ECONNRESET', ...(http.ended === 'reset' ? { syscall: 'read' } : {}) };
}

/**
 * DNS.BOGON, where a name leads to an address that it cannot mean and no certificate vouches for it: an answer from there is no
 * success. A loopback address may well be meant, unless the host is a public one or only a search list made the name.
 */
function misled(target: TargetFacts): Found | undefined {
  const { resolve, host } = target;
  if (resolve === undefined || isVouchedFor(target) || resolve.hosts.length > 0) return undefined;
  const bogons = bogonsOf(target);
  const isStray = isInPublicDomain(host) || resolve.rooted?.ok === false;
  return bogons.some(isBogon) || (bogons.length > 0 && isStray) ? ['resolve', 'DNS.BOGON'] : undefined;
}

function phaseCode(phase: NetPhase, outcome: Outcome | undefined): Code {
  return codeOfNetError({
    phase,
    code: outcome?.code,
    message: outcome?.message ?? '',
    syscall: outcome?.syscall,
    viaProxy: false,
  });
}

const DEPTH: readonly Stage[] = ['resolve', 'connect', 'tunnel', 'tls', 'http', 'body'];

/** Whether a target got through this stage: it was tried, and what failed lies deeper. */
export function hasPassed(target: TargetFacts, stage: Stage, facts: Facts): boolean {
  const depth = DEPTH.indexOf(stage);
  if (depth === -1) return false;
  const failed = failedTargetStep(target, facts)[0];
  if (failed !== undefined) return failed.stage !== 'config' && DEPTH.indexOf(failed.stage) > depth;
  const { resolve, connects, handshakes, tunnel, http } = target;
  const reached =
    http !== undefined
      ? 5
      : handshakes.length > 0
        ? 3
        : tunnel !== undefined
          ? 2
          : connects.length > 0
            ? 1
            : resolve === undefined
              ? -1
              : 0;
  return reached >= depth;
}
