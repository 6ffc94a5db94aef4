import type { Code } from '../domain/catalogue.ts';
import type { ProxyFacts, TunnelFacts } from '../domain/network-facts.ts';
import { against, type CauseRule, type FailedStep, fact, flip, pattern, timing, type Weight } from './cause-rule.ts';
import { isClosed, isDeadline, isReset } from './target-facts.ts';

/** A cause that the answer to our own CONNECT names; a proxy that cannot even be reached answers nothing. */
function tunnelRule(
  code: Code,
  weigh: (tunnel: TunnelFacts, step: FailedStep) => readonly Weight[],
  over?: readonly string[],
): CauseRule {
  return {
    code,
    bound: 'host',
    stages: ['tunnel'],
    ...(over === undefined ? {} : { over }),
    weigh: step => (step.target?.tunnel === undefined || step.target.tunnel.ok ? [] : weigh(step.target.tunnel, step)),
  };
}

const speaks = ({ status }: TunnelFacts): boolean => status !== undefined;
const textOf = (tunnel: TunnelFacts): string =>
  [tunnel.status, tunnel.reason, tunnel.squidError].filter(item => item !== undefined).join(' ');

export const PROXY_CAUSES: readonly CauseRule[] = [
  {
    code: 'PROXY.DNS',
    bound: 'path',
    stages: ['tunnel'],
    weigh: ({ proxy }) => fact(proxy?.resolve?.lookup.ok === false, 'look-up of the proxy', proxy?.resolve?.lookup.code),
  },
  {
    code: 'PROXY.REFUSED',
    bound: 'path',
    stages: ['tunnel'],
    weigh({ proxy, target }) {
      const connects = proxy?.connects ?? [];
      const isRefused = connects.length > 0 && connects.every(({ code }) => code === 'ECONNREFUSED');
      return fact(
        isRefused || (connects.length === 0 && target?.tunnel?.code === 'ECONNREFUSED'),
        'connection to the proxy',
        'ECONNREFUSED',
      );
    },
  },
  {
    code: 'PROXY.UNREACHABLE',
    bound: 'path',
    stages: ['tunnel'],
    weigh({ proxy, target }) {
      const connects = proxy?.connects ?? [];
      const isDead =
        connects.length > 0 && connects.every(({ ok }) => !ok) && connects.some(({ code }) => code !== 'ECONNREFUSED');
      const other = /^(?:EHOSTUNREACH|ENETUNREACH|EHOSTDOWN)$/u.test(target?.tunnel?.code ?? '') && connects.length === 0;
      return fact(isDead || other, 'connection to the proxy', connects[0]?.code ?? connects[0]?.ended ?? target?.tunnel?.code);
    },
  },
  {
    code: 'CFG.PROXY_SCHEME_MISMATCH',
    bound: 'path',
    stages: ['tunnel'],
    over: ['PROXY.', 'TLS.'],
    weigh({ proxy, target }) {
      if (proxy?.scheme !== 'https') return [];
      const texts = [proxy.handshake, target?.tunnel].map(item => `${item?.code ?? ''} ${item?.message ?? ''}`).join(' ');
      const isPlain =
        proxy.handshake?.firstHex?.startsWith('48545450') === true ||
        /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|wrong version number/u.test(texts);
      return [
        ...pattern(!isPlain && hasNoTls(proxy), 'TLS with the proxy', 'not a byte came'),
        ...timing(!isPlain && hasNoTls(proxy), 'the variable says', 'https'),
        ...fact(isPlain, 'TLS with the proxy', proxy.handshake?.code ?? target?.tunnel?.code ?? 'HTTP came'),
        ...flip(/^(?:HTTP\/|48545450)/u.test(proxy.spoke ?? ''), 'a plain request to the proxy', proxy.spoke?.slice(0, 40)),
      ];
    },
  },
  {
    code: 'CFG.PROXY_SOCKS',
    bound: 'machine',
    stages: ['config', 'tunnel'],
    over: ['PROXY.', 'CFG.PROXY_SCHEME'],
    weigh: ({ proxy }) => fact(proxy?.scheme.startsWith('socks') ?? false, proxy?.variables[0] ?? 'proxy', proxy?.scheme),
  },
  {
    code: 'CFG.PROXY_SCHEME',
    bound: 'machine',
    stages: ['tunnel'],
    weigh: ({ proxy }) =>
      fact(proxy !== undefined && !/^(?:https?|socks\w*|)$/u.test(proxy.scheme), proxy?.variables[0] ?? 'proxy', proxy?.scheme),
  },
  {
    code: 'CFG.PROXY_URL_INVALID',
    bound: 'machine',
    stages: ['config', 'tunnel'],
    over: ['PROXY.', 'CFG.PROXY_SCHEME', 'CFG.PROXY_SOCKS'],
    weigh: ({ proxy }) => fact(proxy !== undefined && !proxy.isValid, proxy?.variables[0] ?? 'proxy', proxy?.address),
  },
  {
    code: 'CFG.PROXY_URL_NO_SCHEME',
    bound: 'machine',
    stages: ['tunnel', 'connect', 'resolve', 'run'],
    test: 'Run again with http:// in front of the value',
    weigh: (_step, { facts }) => {
      const bare = facts.proxies.find(({ isValid, scheme }) => isValid && scheme === '');
      return pattern(bare !== undefined, bare?.variables[0] ?? 'proxy', 'has no scheme', 0.5);
    },
  },
  {
    code: 'CFG.PROXY_CGI',
    bound: 'machine',
    stages: ['config'],
    weigh: (step, { facts }) => [
      ...fact(step.symptom === 'CFG.PROXY_CGI', 'HTTP_PROXY', step.target?.route.go.reason),
      ...fact(
        step.symptom === 'CFG.PROXY_CGI' && (facts.environment?.variables['REQUEST_METHOD'] ?? '') !== '',
        'REQUEST_METHOD',
        'is set',
      ),
    ],
  },
  {
    code: 'CFG.TLS_DISABLED',
    bound: 'machine',
    stages: ['config'],
    weigh: step => fact(step.symptom === 'CFG.TLS_DISABLED', 'NODE_TLS_REJECT_UNAUTHORIZED', '0'),
  },
  {
    code: 'CFG.HTTPS_PROXY_MISSING',
    bound: 'machine',
    stages: ['connect', 'resolve', 'tls'],
    over: ['TCP.', 'DNS.', 'TLS.'],
    test: 'Ask the proxy of HTTP_PROXY to connect to the host',
    weigh({ target }, { facts }) {
      const variables = facts.environment?.variables ?? {};
      const named = facts.proxies.flatMap(item => item.variables);
      const has = (name: string): boolean =>
        [name, name.toLowerCase()].some(item => (variables[item] ?? '') !== '' || named.includes(item));
      if (
        target === undefined ||
        !target.url.startsWith('https:') ||
        target.route.go.via !== 'direct' ||
        has('HTTPS_PROXY') ||
        !has('HTTP_PROXY')
      )
        return [];
      if (/no_proxy/iu.test(target.route.go.reason)) return [];
      return [
        ...timing(true, 'HTTPS_PROXY', 'is not set, HTTP_PROXY is'),
        ...flip(target.offRoute?.ok === true, 'through the proxy of HTTP_PROXY', 'connects'),
      ];
    },
  },
  tunnelRule('PROXY.STALL', (tunnel, { proxy }) =>
    (proxy !== undefined && hasNoTls(proxy) ? timing : fact)(
      !speaks(tunnel) && isDeadline(tunnel) && !hasDeadProxy(proxy),
      'CONNECT',
      'no answer in its time',
    ),
  ),
  tunnelRule('PROXY.AUTH', tunnel => fact(tunnel.status === 407, 'CONNECT', [textOf(tunnel), ...tunnel.schemes].join(' '))),
  tunnelRule('PROXY.DENIED', (tunnel, { target }) => [
    ...fact([401, 403, 405, 451].includes(tunnel.status ?? 0), 'CONNECT', textOf(tunnel)),
    ...pattern(isOtherRefusal(tunnel.status), 'CONNECT', textOf(tunnel)),
    ...fact(tunnel.squidError?.startsWith('ERR_ACCESS_DENIED') ?? false, 'X-Squid-Error', tunnel.squidError),
    ...against(target?.port !== 443 && isOk(tunnel.onPort443), 'the same host on port 443', tunnel.onPort443),
  ]),
  tunnelRule(
    'PROXY.PORT_DENIED',
    (tunnel, { target }) => {
      const isRefusal =
        (tunnel.status ?? 0) >= 400 && (tunnel.status ?? 0) < 500 && tunnel.status !== 407 && target?.port !== 443;
      return [
        ...pattern(isRefusal && tunnel.onPort443 === undefined, 'port', target?.port),
        ...flip(isRefusal && isOk(tunnel.onPort443), 'the same host on port 443', tunnel.onPort443),
        ...fact(isRefusal && isOk(tunnel.onPort443), 'CONNECT', textOf(tunnel)),
      ];
    },
    ['PROXY.DENIED'],
  ),
  tunnelRule('PROXY.UPSTREAM', tunnel => [
    ...fact((tunnel.status ?? 0) >= 500, 'CONNECT', textOf(tunnel)),
    ...fact((tunnel.status ?? 0) >= 500 && tunnel.squidError !== undefined, 'X-Squid-Error', tunnel.squidError),
  ]),
  tunnelRule('PROXY.CLOSED', (tunnel, { proxy }) =>
    fact(!speaks(tunnel) && isClosed(tunnel) && !hasDeadProxy(proxy), 'CONNECT', 'closed without an answer'),
  ),
  tunnelRule('PROXY.RESET', (tunnel, { proxy }) =>
    fact(!speaks(tunnel) && isReset(tunnel) && !hasDeadProxy(proxy), 'CONNECT', 'reset without an answer'),
  ),
  tunnelRule('PROXY.NOT_HTTP', tunnel =>
    fact(/^HPE_/u.test(tunnel.code ?? ''), 'answer to CONNECT', tunnel.headHex ?? tunnel.code),
  ),
  {
    code: 'PROXY.INJECTS',
    bound: 'host',
    stages: ['tunnel', 'tls'],
    over: ['TLS.', 'PROXY.'],
    weigh({ target }) {
      const { tunnel } = target ?? {};
      const injects = isOk(tunnel?.status) && (tunnel?.headHex ?? '') !== '' && tunnel?.headHex?.startsWith('16') === false;
      return [
        ...fact(injects, 'bytes behind the answer to CONNECT', tunnel?.headHex),
        ...fact(injects, 'CONNECT', tunnel?.status),
      ];
    },
  },
];

function isOk(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

function isOtherRefusal(status = 0): boolean {
  return ((status >= 300 && status < 500) || status === 451) && ![401, 403, 405, 407, 451].includes(status);
}

/** It is spoken to over TLS, and does not answer in TLS. */
function hasNoTls({ handshake }: ProxyFacts): boolean {
  return handshake !== undefined && !handshake.ok && handshake.receivedBytes === 0;
}

function hasDeadProxy(proxy: FailedStep['proxy']): boolean {
  if (proxy === undefined) return false;
  return proxy.resolve?.lookup.ok === false || (proxy.connects.length > 0 && !proxy.connects.some(({ ok }) => ok));
}
