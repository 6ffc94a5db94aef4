import type { Code } from '../domain/catalogue.ts';
import type { ConnectFacts } from '../domain/network-facts.ts';
import { type CauseRule, type FailedStep, fact, flip, pattern, timing } from './cause-rule.ts';
import { errnoOf } from './errno.ts';
import { isDeadline } from './target-facts.ts';

/** An ICMP message comes at once, a missing ARP answer is noticed after three tries of a second (measured). */
const AT_ONCE_MS = 500;
const NO_ARP_MS = 2_000;

/** Failed attempts, those of IPv4 where there are any: a host without IPv6 says nothing about the fault. */
function failedConnects({ target }: FailedStep): readonly ConnectFacts[] {
  const failed = (target?.connects ?? []).filter(({ ok }) => !ok);
  const v4 = failed.filter(({ family }) => family === 4);
  return v4.length > 0 ? v4 : failed;
}

function hasNoLocalAddress({ local, message }: ConnectFacts): boolean {
  return (
    /(?:^|\()(?:0\.0\.0\.0|::|\[::\])(?::0\b|\)|$)/u.test(local ?? '') ||
    /Local \((?:0\.0\.0\.0|::|undefined):/u.test(message ?? '')
  );
}

/** A cause that the first failed attempt names by itself. */
function connectRule(
  code: Code,
  rule: {
    readonly is: (attempt: ConnectFacts) => boolean;
    readonly hint?: (attempt: ConnectFacts) => boolean;
    readonly over?: readonly string[];
  },
): CauseRule {
  return {
    code,
    bound: 'host',
    stages: ['connect'],
    ...(rule.over === undefined ? {} : { over: rule.over }),
    weigh(step) {
      const attempt = failedConnects(step).find(rule.is);
      if (attempt === undefined || (step.target?.connects ?? []).some(({ ok }) => ok)) return [];
      return [
        ...fact(true, `${attempt.address} port ${attempt.port}`, attempt.code ?? attempt.ended),
        ...timing(rule.hint?.(attempt) ?? false, 'ms', Math.round(attempt.ms)),
      ];
    },
  };
}

function silentCut(code: Code, how: 'fin' | 'reset'): CauseRule {
  return {
    code,
    bound: 'host',
    stages: ['connect', 'tls', 'http'],
    over: ['TLS.', 'HTTP.', 'TCP.RESET'],
    weigh({ target }) {
      const cut = target?.connects.find(({ ok, silence }) => ok && silence === how);
      const isWhole = target?.connects.some(({ silence }) => silence === 'open') ?? false;
      return [
        ...fact(cut !== undefined && !isWhole, `${cut?.address ?? ''} before we spoke`, how),
        ...pattern(cut !== undefined && !isWhole, 'TCP', 'was accepted'),
      ];
    },
  };
}

const isUnreachable = ({ code }: ConnectFacts): boolean => code === 'EHOSTUNREACH' || code === 'EHOSTDOWN';
/** Of IPv6 this says that the machine has no such address; of IPv4, for which that is ENETUNREACH, that no port is left to bind (measured). */
const hasNoPort = ({ code, family }: ConnectFacts): boolean => code === 'EADDRNOTAVAIL' && family === 4;
const isNetUnreachable = ({ code }: ConnectFacts): boolean => code === 'ENETUNREACH' || code === 'ENETDOWN';

export const TCP_CAUSES: readonly CauseRule[] = [
  connectRule('TCP.REFUSED', { is: ({ code }) => code === 'ECONNREFUSED' }),
  connectRule('TCP.TIMEOUT', { is: isDeadline }),
  connectRule('TCP.PROHIBITED', {
    is: attempt => (isUnreachable(attempt) && attempt.ms < AT_ONCE_MS) || attempt.code === 'EACCES' || attempt.code === 'EPERM',
    hint: ({ ms }) => ms < AT_ONCE_MS,
  }),
  connectRule('TCP.HOST_DOWN', { is: attempt => isUnreachable(attempt) && attempt.ms >= NO_ARP_MS, hint: () => true }),
  connectRule('TCP.HOST_UNREACH', {
    is: attempt => isUnreachable(attempt) && attempt.ms >= AT_ONCE_MS && attempt.ms < NO_ARP_MS,
  }),
  connectRule('TCP.NO_ROUTE', {
    is: attempt =>
      (isNetUnreachable(attempt) && hasNoLocalAddress(attempt)) ||
      (attempt.code === 'EADDRNOTAVAIL' && !hasNoPort(attempt)) ||
      attempt.code === 'EAFNOSUPPORT',
    hint: hasNoLocalAddress,
  }),
  connectRule('TCP.NO_PORTS', { is: hasNoPort, hint: () => true }),
  connectRule('TCP.NET_UNREACH', { is: attempt => isNetUnreachable(attempt) && !hasNoLocalAddress(attempt) }),
  connectRule('TCP.RESET', { is: ({ code, ended }) => code === 'ECONNRESET' || ended === 'reset' }),
  silentCut('TCP.ACCEPT_RESET', 'reset'),
  silentCut('TCP.ACCEPT_CLOSED', 'fin'),
  {
    code: 'FS.FD_LIMIT',
    bound: 'machine',
    stages: ['connect', 'tunnel', 'resolve', 'disk', 'run'],
    over: ['TCP.', 'FS.IO', 'DNS.'],
    weigh(step) {
      const code = [
        errnoOf(step)?.code,
        step.target?.resolve?.lookup.code,
        ...failedConnects(step).map(item => item.code),
        ...(step.proxy?.connects ?? []).map(item => item.code),
      ];
      const found = code.find(item => item === 'EMFILE' || item === 'ENFILE');
      return fact(found !== undefined, 'errno', found, errnoOf(step)?.reliability);
    },
  },
  {
    code: 'SELF.ADDR_CUTOFF',
    bound: 'host',
    stages: ['connect'],
    over: ['TCP.'],
    weigh({ target }) {
      const { dialed, connects = [] } = target ?? {};
      const open = connects.find(({ ok }) => ok);
      const isEarly = dialed !== undefined && !dialed.ok && dialed.ms >= 200 && dialed.ms <= 600 && isDeadline(dialed);
      return [
        ...flip(isEarly && open !== undefined, `${open?.address ?? ''} alone`, `connected after ${Math.round(open?.ms ?? 0)} ms`),
        ...timing(isEarly, 'given up after ms', Math.round(dialed?.ms ?? 0)),
      ];
    },
  },
  {
    code: 'PATH.MTU',
    bound: 'host',
    stages: ['tls', 'http', 'body'],
    over: ['TLS.HANDSHAKE_STALL', 'TLS.CUT', 'HTTP.TTFB_STALL', 'BODY.'],
    test: 'Send packets of rising size that may not be cut: ping -M do -s 1372, then 1472',
    weigh({ target, symptom }) {
      if (!/STALL/u.test(symptom)) return [];
      const { mtu, handshakes = [] } = target ?? {};
      const classical = handshakes.find(({ variant }) => variant === 'classical');
      return [
        ...flip(mtu?.smallPasses === true && !mtu.largePasses, 'small answers pass, large ones do not', mtu?.bytes),
        // The small hello is answered by packets that are as large.
        ...timing(classical !== undefined && isDeadline(classical), 'a small hello', 'stalls too'),
      ];
    },
  },
];
