import type { Code } from '../domain/catalogue.ts';
import type { HttpFacts } from '../domain/network-facts.ts';
import { against, type CauseRule, type FailedStep, fact, flip, pattern, timing, type Weight } from './cause-rule.ts';
import { failedTargetStep } from './failed-target.ts';
import { isClosed, isDeadline, isReset } from './target-facts.ts';

function httpRule(
  code: Code,
  weigh: (http: HttpFacts, step: FailedStep) => readonly Weight[],
  more: Partial<CauseRule> = {},
): CauseRule {
  return {
    code,
    bound: 'host',
    stages: ['http'],
    ...more,
    weigh: step => (step.target?.http === undefined ? [] : weigh(step.target.http, step)),
  };
}

/** A cause that is a status of the origin (an answered CONNECT is a matter of the proxy, and never comes here). */
function statusRule(
  code: Code,
  is: (status: number) => boolean,
  hint: (http: HttpFacts) => readonly Weight[] = () => [],
): CauseRule {
  return httpRule(code, http =>
    http.status !== undefined && is(http.status) ? [...fact(true, 'status', http.status), ...hint(http)] : [],
  );
}

/** Neither a status nor an end of the time: what came in place of an answer. */
function hasNoAnswer(http: HttpFacts): boolean {
  return http.status === undefined && !isDeadline(http);
}

const errorCode = ({ code }: HttpFacts, pattern_: RegExp): boolean => pattern_.test(code ?? '');
const received = ({ receivedBytes = 0 }: HttpFacts): number => receivedBytes;

export const HTTP_CAUSES: readonly CauseRule[] = [
  statusRule('HTTP.AUTH', status => status === 401),
  statusRule('HTTP.FORBIDDEN', status => status === 403),
  statusRule('HTTP.LEGAL', status => status === 451),
  statusRule('HTTP.NOT_FOUND', status => status === 404 || status === 410),
  statusRule('HTTP.RANGE_INVALID', status => status === 416),
  statusRule('HTTP.SERVER', status => status >= 500 && status !== 511),
  statusRule(
    'HTTP.STATUS',
    status => status >= 400 && status < 500 && ![401, 403, 404, 407, 410, 416, 429, 451].includes(status),
  ),
  httpRule(
    'HTTP.RATE_LIMIT',
    http => [
      ...fact(http.status === 429, 'status', 429),
      ...fact(http.status === 403 && http.headers['x-ratelimit-remaining'] === '0', 'x-ratelimit-remaining', '0'),
      ...timing(http.status === 429 && http.headers['retry-after'] !== undefined, 'retry-after', http.headers['retry-after']),
    ],
    { over: ['HTTP.FORBIDDEN'] },
  ),
  {
    code: 'MIRROR.LAG',
    bound: 'host',
    stages: ['http'],
    over: ['HTTP.NOT_FOUND'],
    test: 'Look whether the list of this source names the file, and whether another source has it',
    weigh({ target }, { facts }) {
      const isMissing = target?.http?.status === 404 || target?.http?.status === 410;
      const other = facts.targets.find(
        item =>
          item.role === 'source' &&
          item.host !== target?.host &&
          item.http?.ok === true &&
          failedTargetStep(item, facts).length === 0,
      );
      const isLag = isMissing && target?.isListed === true;
      return [
        ...fact(isLag, 'status', target?.http?.status),
        ...fact(isLag, 'the list of the source', 'names the file'),
        ...flip(isLag && other !== undefined, `${other?.host ?? ''}`, 'has it'),
      ];
    },
  },
  httpRule('HTTP.LOOP', ({ redirects, code, message = '' }) => [
    ...fact(
      redirects.length >= 10 || /redirect count|too many redirects/iu.test(message) || /TOO_MANY_REDIRECTS$/u.test(code ?? ''),
      'redirects',
      redirects.length,
    ),
    ...fact(
      redirects.length > 2 && new Set(redirects.map(({ to }) => to)).size < redirects.length,
      'the same address again',
      redirects.at(-1)?.to,
    ),
  ]),
  httpRule('HTTP.BAD_REDIRECT', http => [
    ...fact(
      (http.status ?? 0) >= 300 && (http.status ?? 0) < 400 && http.redirects.length < 10 && http.code === undefined,
      'status without a usable Location',
      http.status,
    ),
    ...fact(
      errorCode(http, /^(?:ERR_INVALID_URL|BAD_LOCATION|INWARD_REDIRECT)$/u),
      'Location',
      http.redirects.at(-1)?.to ?? 'cannot be read',
    ),
    ...timing(http.redirects.length > 0 && errorCode(http, /^(?:ENOTFOUND|EAI_)/u), 'redirect to', http.redirects.at(-1)?.to),
  ]),
  httpRule('HTTP.DOWNGRADE', ({ redirects }) => {
    const hop = redirects.find(({ from, to }) => from.startsWith('https:') && to.startsWith('http:'));
    return fact(hop !== undefined, 'redirect to', hop?.to);
  }),
  httpRule('HTTP.TTFB_STALL', http =>
    fact(http.status === undefined && isDeadline(http), 'after the request', `nothing in ${Math.round(http.ms)} ms`),
  ),
  httpRule('HTTP.EMPTY', http =>
    fact(hasNoAnswer(http) && isClosed(http) && received(http) === 0, 'after the request', 'closed without a byte'),
  ),
  httpRule('TCP.RESET', http => fact(hasNoAnswer(http) && isReset(http), 'after the request', 'reset')),
  httpRule(
    'HTTP.STALE_SOCKET',
    http => {
      const isIt = http.reusedSocket === true && hasNoAnswer(http) && (isReset(http) || isClosed(http)) && received(http) === 0;
      return [...fact(isIt, 'kept connection', 'was used again'), ...fact(isIt, 'end', http.ended ?? http.code)];
    },
    { over: ['TCP.RESET', 'HTTP.EMPTY'], test: 'Ask once more over a new connection' },
  ),
  httpRule(
    'HTTP.CUT_HEADERS',
    http =>
      fact(
        hasNoAnswer(http) &&
          (errorCode(http, /^HPE_INVALID_EOF_STATE$/u) || (received(http) > 0 && (isClosed(http) || isReset(http)))),
        'bytes before the end',
        received(http),
      ),
    { over: ['HTTP.EMPTY', 'TCP.RESET'] },
  ),
  {
    code: 'HTTP.NOT_HTTP',
    bound: 'host',
    stages: ['http', 'tls'],
    over: ['TLS.PLAIN_HTTP', 'TLS.PROTOCOL'],
    weigh({ target, stage }) {
      const spoke = target?.connects.find(({ silence }) => silence === 'spoke')?.spokeHex;
      const first = target?.http?.firstHex ?? '';
      const isNoHttp = stage === 'http' && hasOddStart(target?.http) && !first.startsWith('48545450');
      return [
        ...fact(isNoHttp, 'first bytes', first || target?.http?.code),
        ...fact(spoke !== undefined && !spoke.startsWith('1503'), 'it speaks first', spoke),
      ];
    },
  },
  {
    code: 'HTTP.BROKEN_PROXY',
    bound: 'host',
    stages: ['http', 'body', 'archive'],
    weigh({ target, archive }) {
      const http = target?.http;
      const isFraming =
        /^(?:HPE_CLOSED_CONNECTION|HPE_HEADER_OVERFLOW|HPE_INVALID_TRANSFER_ENCODING|HPE_UNEXPECTED_CONTENT_LENGTH|HPE_INVALID_CONTENT_LENGTH|HPE_LF_EXPECTED|HPE_CR_EXPECTED|HPE_INVALID_HEADER_TOKEN)$/u.test(
          http?.code ?? '',
        );
      const isLong = http?.announcedBytes !== undefined && (http.receivedBytes ?? 0) > http.announcedBytes;
      return [
        ...fact(isFraming, 'HTTP', http?.code),
        ...fact(isLong, 'bytes more than announced', (http?.receivedBytes ?? 0) - (http?.announcedBytes ?? 0)),
        ...timing((isFraming || isLong) && http?.headers['via'] !== undefined, 'via', http?.headers['via']),
        ...pattern(archive?.kind === 'longer', 'bytes', archive?.bytes),
      ];
    },
  },
  {
    code: 'HTTP.STALE_CACHE',
    bound: 'host',
    stages: ['http', 'archive', 'run'],
    over: ['VER.TAMPERED', 'HTTP.NOT_FOUND', 'ARC.'],
    test: 'Ask once more with Cache-Control: no-cache, and compare',
    weigh({ target, seen }, { facts }) {
      const source =
        target ??
        facts.targets.find(item => seen !== undefined && (item.sourceId === seen.subject || item.host === seen.subject));
      const http = source?.http;
      const age = Number(http?.headers['age'] ?? 0);
      const isCached =
        age > 0 ||
        http?.headers['via'] !== undefined ||
        /hit/iu.test(`${http?.headers['x-cache'] ?? ''} ${http?.headers['cache-status'] ?? ''}`);
      const isOther = http?.refreshed === 'different';
      return [
        ...flip(isOther, 'the same with Cache-Control: no-cache', 'is different'),
        ...fact(isOther && isCached, 'age', http?.headers['age'] ?? http?.headers['x-cache'] ?? http?.headers['via']),
        ...pattern(!isOther && age >= 3_600 && isCached, 'age', age),
        ...against(http?.refreshed === 'same' && isCached, 'the same with Cache-Control: no-cache', 'is the same'),
      ];
    },
  },
  h2Rule(
    'H2.STREAM',
    /NGHTTP2_(?:INTERNAL_ERROR|PROTOCOL_ERROR|CANCEL|STREAM_CLOSED|FLOW_CONTROL_ERROR)|stream error: stream ID \d+; (?:INTERNAL_ERROR|PROTOCOL_ERROR|CANCEL)|HTTP\/2 stream \d+ was not closed cleanly: (?:INTERNAL|PROTOCOL)/iu,
  ),
  h2Rule('H2.GOAWAY', /GOAWAY/iu),
  h2Rule('H2.REFUSED', /REFUSED_STREAM/iu),
  h2Rule('H2.RATE', /ENHANCE_YOUR_CALM/iu),
];

function hasOddStart(http: HttpFacts | undefined): boolean {
  return http !== undefined && /^HPE_(?:INVALID_CONSTANT|INVALID_VERSION|INVALID_METHOD|INVALID_STATUS)$/u.test(http.code ?? '');
}

/** An error of HTTP/2, in the words of Node, Go or curl; Node does not tell its own GOAWAY from an end (fault H33). */
function h2Rule(code: Code, words: RegExp): CauseRule {
  return {
    code,
    bound: 'host',
    stages: ['http', 'body', 'client', 'run'],
    over: ['HTTP.EMPTY', 'HTTP.NOT_HTTP', 'BODY.TRUNCATED', 'BODY.RESET', 'TCP.RESET', 'HTTP.BAD_REDIRECT'],
    weigh({ target, client, seen }) {
      const own = `${target?.http?.code ?? ''} ${target?.http?.message ?? ''}`;
      const other = `${client?.code ?? ''} ${client?.message ?? ''} ${Object.values(seen?.evidence ?? {}).join(' ')}`;
      return [
        ...fact(words.test(own), 'HTTP/2', own.trim().slice(0, 80)),
        ...fact(words.test(other), 'HTTP/2', other.trim().slice(0, 80), 0.8),
      ];
    },
  };
}
