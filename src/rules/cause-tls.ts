import type { Code } from '../domain/catalogue.ts';
import type { HandshakeFacts } from '../domain/handshake-facts.ts';
import { tlsAlertOf } from '../policy/net-errors.ts';
import { against, type CauseRule, type FailedStep, fact, flip, pattern, TOOL_TEXT, timing, type Weight } from './cause-rule.ts';
import { isClosed, isCut, isDeadline, isReset, isVerified, usualHandshake, variantOk } from './target-facts.ts';

const COMPARE_HELLO = 'Repeat the handshake on the same address with a classical hello, and with a neutral name';

/** The handshake that failed, and the number of its alert: of the raw record, of OpenSSL's text, or of Node's code. */
export function failedHandshake({ target }: FailedStep): HandshakeFacts | undefined {
  const usual = target === undefined ? undefined : usualHandshake(target);
  return usual === undefined || usual.ok ? undefined : usual;
}

function alertOf(handshake: HandshakeFacts | undefined): number | undefined {
  if (handshake === undefined) return undefined;
  const record = /^1503(?:01|02|03|04)0002(?:01|02)([0-9a-f]{2})/iu.exec(handshake.firstHex ?? '')?.[1];
  return (
    handshake.alert ?? tlsAlertOf(handshake.message ?? '') ?? (record === undefined ? undefined : Number.parseInt(record, 16))
  );
}

function tlsRule(
  code: Code,
  weigh: (handshake: HandshakeFacts, step: FailedStep) => readonly Weight[],
  more: Partial<CauseRule> = {},
): CauseRule {
  return {
    code,
    bound: 'host',
    stages: ['tls'],
    ...more,
    weigh(step) {
      const handshake = failedHandshake(step);
      return handshake === undefined ? [] : weigh(handshake, step);
    },
  };
}

/** A number of RFC 8446, section 6, that says it all. */
function alertRule(code: Code, number: number, name?: RegExp): CauseRule {
  return tlsRule(
    code,
    handshake =>
      fact(
        alertOf(handshake) === number || (name?.test(handshake.code ?? '') ?? false),
        'alert',
        alertOf(handshake) ?? handshake.code,
      ),
    { over: ['TLS.ALERT'] },
  );
}

/** Ends without a certificate being judged: the size or the name in the hello may be the reason. */
function endsEarly(handshake: HandshakeFacts): boolean {
  return (isCut(handshake) || isDeadline(handshake)) && alertOf(handshake) === undefined;
}

/** A handshake that differs in one variable passed on the same path. */
function passesOtherwise(step: FailedStep): readonly Weight[] {
  const { target } = step;
  if (target === undefined) return [];
  return [
    ...against(variantOk(target, 'classical') === true, 'classical hello', 'passes'),
    ...against(variantOk(target, 'tls12') === true, 'TLS 1.2 hello', 'passes'),
    ...flip(variantOk(target, 'neutral-name') === true, 'the same address with a neutral name', 'passes'),
  ];
}

const NAMED_ALERTS = [40, 70, 112, 116, 120];

export const TLS_CAUSES: readonly CauseRule[] = [
  alertRule('TLS.OLD_VERSION', 70, /PROTOCOL_VERSION$|UNSUPPORTED_PROTOCOL/u),
  alertRule('TLS.SNI_UNKNOWN', 112, /UNRECOGNIZED_NAME/u),
  alertRule('TLS.ALPN', 120, /NO_APPLICATION_PROTOCOL/u),
  tlsRule(
    'TLS.NO_CIPHER',
    handshake => {
      const isAlert40 = alertOf(handshake) === 40;
      const first = handshake.firstHex ?? '';
      return [
        ...(first === '' ? pattern : fact)(isAlert40 && !first.startsWith('16'), 'alert', 40),
        ...fact(/NO_SHARED_CIPHER|NO_CIPHERS_AVAILABLE/u.test(handshake.code ?? ''), 'OpenSSL', handshake.code),
      ];
    },
    { over: ['TLS.ALERT'], test: 'Look at the first record of the server: an alert, or a handshake before it' },
  ),
  {
    code: 'TLS.CLIENT_CERT',
    bound: 'host',
    // TLS 1.3 refuses a client only after the handshake, so it shows in the exchange.
    stages: ['tls', 'http'],
    over: ['TLS.ALERT', 'TLS.NO_CIPHER', 'HTTP.', 'TCP.RESET'],
    weigh(step) {
      const handshake = failedHandshake(step);
      const { http } = step.target ?? {};
      const late = tlsAlertOf(http?.message ?? '');
      const isAsked =
        alertOf(handshake) === 116 ||
        late === 116 ||
        /CERTIFICATE_REQUIRED/u.test(`${handshake?.code ?? ''} ${http?.code ?? ''}`);
      return [
        ...fact(isAsked, 'alert', 116),
        ...fact(
          alertOf(handshake) === 40 && (handshake?.firstHex ?? '').startsWith('16'),
          'alert 40 after',
          'the handshake of the server',
        ),
        ...timing(alertOf(handshake) === 40 && (handshake?.firstHex ?? '') === '', 'alert', 40),
      ];
    },
  },
  tlsRule('TLS.ALERT', handshake => {
    const alert = alertOf(handshake);
    return fact(alert !== undefined && !NAMED_ALERTS.includes(alert), 'alert', alert);
  }),
  tlsRule('TLS.PLAIN_HTTP', handshake => {
    const first = handshake.firstHex ?? '';
    const isText = /^(?:48545450|3c|0a|0d)/iu.test(first);
    const isNoRecord =
      /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/u.test(handshake.code ?? '') ||
      /wrong version number|packet length too long|http request/u.test(handshake.message ?? '');
    return [
      ...fact(isText, 'first bytes', first.slice(0, 16)),
      ...fact(isNoRecord && !/^1[4-7]03/u.test(first), 'OpenSSL', handshake.code ?? handshake.message),
    ];
  }),
  tlsRule(
    'TLS.RESET_ON_HELLO',
    (handshake, step) => [
      ...fact(isReset(handshake) && handshake.receivedBytes === 0, 'on the hello', 'reset'),
      ...(isReset(handshake) ? passesOtherwise(step) : []),
    ],
    { test: COMPARE_HELLO },
  ),
  tlsRule(
    'TLS.CLOSED_ON_HELLO',
    (handshake, step) => [
      ...fact(isClosed(handshake) && handshake.receivedBytes === 0, 'on the hello', 'closed'),
      ...(isClosed(handshake) ? passesOtherwise(step) : []),
    ],
    { test: COMPARE_HELLO },
  ),
  tlsRule('TLS.CUT', (handshake, step) => [
    ...fact(
      isCut(handshake) && handshake.receivedBytes > 0 && alertOf(handshake) === undefined,
      'bytes before the end',
      handshake.receivedBytes,
    ),
    ...(isCut(handshake) ? passesOtherwise(step).filter(({ kind }) => kind === 'against') : []),
  ]),
  tlsRule(
    'TLS.HANDSHAKE_STALL',
    (handshake, step) => [
      ...fact(isDeadline(handshake), 'after the hello', `nothing in ${Math.round(handshake.ms)} ms`),
      ...(isDeadline(handshake) ? passesOtherwise(step) : []),
    ],
    { test: COMPARE_HELLO },
  ),
  {
    code: 'TLS.PQ_INTOLERANT',
    bound: 'host',
    stages: ['tls'],
    over: ['TLS.RESET_ON_HELLO', 'TLS.CLOSED_ON_HELLO', 'TLS.CUT', 'TLS.HANDSHAKE_STALL', 'TLS.PROTOCOL', 'PATH.MTU'],
    test: COMPARE_HELLO,
    weigh(step, { facts }) {
      const handshake = failedHandshake(step);
      const { target } = step;
      if (handshake === undefined || target === undefined || !endsEarly(handshake)) return [];
      const classical = variantOk(target, 'classical');
      const offers = (handshake.sentBytes ?? 0) > 1_000 || Number.parseInt(facts.runtime.node.replace(/^v/u, ''), 10) >= 24;
      return [
        ...flip(classical === true, 'classical hello', 'passes'),
        ...fact(classical === true, 'post-quantum hello', handshake.ended ?? handshake.code),
        ...timing(classical === undefined && offers, 'bytes of the hello', handshake.sentBytes ?? 'large'),
        ...against(classical === false, 'classical hello', 'fails too'),
      ];
    },
  },
  tlsRule('TLS.PROTOCOL', (handshake, { target }) => {
    const isSslError = /^(?:ERR_SSL_|EPROTO)/u.test(handshake.code ?? '') && alertOf(handshake) === undefined;
    const isPlain =
      /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|NO_SHARED_CIPHER|UNSUPPORTED_PROTOCOL|wrong version number/u.test(
        `${handshake.code} ${handshake.message}`,
      );
    const isFilter = target !== undefined && variantOk(target, 'tls12') === true && variantOk(target, 'classical') === false;
    return [...fact(isSslError && !isPlain, 'OpenSSL', handshake.code), ...flip(isFilter, 'TLS 1.2 hello', 'passes')];
  }),
  {
    code: 'TLS.MLDSA_INTOLERANT',
    bound: 'host',
    stages: ['client'],
    weigh({ client, target }) {
      const { version = '', message = '' } = client ?? {};
      const isNew = /^(?:go)?1\.(?:2[7-9]|[3-9]\d)/u.test(version);
      const isCutOff = client?.client === 'go' && isNew && /EOF|reset by peer|handshake timeout/iu.test(message);
      const older = target?.clients?.find(
        item => item.client === 'go' && item.ok && /^(?:go)?1\.2[0-6]/u.test(item.version ?? ''),
      );
      return [
        ...flip(isCutOff && older !== undefined, `Go ${older?.version ?? ''}`, 'passes'),
        ...fact(isCutOff, `Go ${version}`, message.slice(0, 80), TOOL_TEXT),
        ...fact(isCutOff, 'our own handshake', 'passes'),
      ];
    },
  },
  {
    code: 'TLS.UNTRUSTED_GIT',
    bound: 'machine',
    stages: ['client'],
    weigh({ client, target }) {
      const isGit =
        client?.client === 'git' &&
        /certificate verification failed|SSL certificate problem|unable to get local issuer/iu.test(client.message ?? '');
      return [
        ...fact(isGit, 'git', client?.message?.slice(0, 80), TOOL_TEXT),
        ...flip(isGit && target !== undefined && isVerified(usualHandshake(target)), 'our own handshake', 'is verified'),
      ];
    },
  },
];
