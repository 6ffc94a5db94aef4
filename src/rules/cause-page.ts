import type { Facts, HttpFacts, TargetFacts } from '../domain/network-facts.ts';
import { against, type CauseRule, fact, flip, pattern, type Scene, timing, type Weight } from './cause-rule.ts';
import { hostOf } from './failed-go.ts';
import { BLOCK, LOGIN, LOGIN_PLACE } from './page-words.ts';
import { registrableDomain } from './public-domains.ts';
import { isHtml } from './target-facts.ts';

/** Who put a page there is said by its words; an error page of a plain server says only its status. */
function wordsOf(http: HttpFacts | undefined): string {
  return `${http?.title ?? ''} ${http?.excerpt ?? ''}`.slice(0, 2_000);
}

function foreignHop(target: TargetFacts): string | undefined {
  const last = target.http?.redirects.findLast(
    ({ to }) => registrableDomain(hostOf(to)) !== registrableDomain(target.host) || LOGIN_PLACE.test(to),
  );
  return last?.to;
}

/** Another host that shows the same page, or sends to the same place: then it is the network, not the host. */
function samePage(target: TargetFacts, facts: Facts): TargetFacts | undefined {
  const hop = foreignHop(target);
  return facts.targets.find(other => {
    if (other.host === target.host || other.http === undefined) return false;
    const isSameTitle = isHtml(other) && target.http?.title !== undefined && other.http.title === target.http.title;
    const otherHop = foreignHop(other);
    return isSameTitle || (hop !== undefined && otherHop !== undefined && hostOf(hop) === hostOf(otherHop));
  });
}

/** Another host that answers, and neither shows this page nor leads there: then it is the host, not the network. */
function spared(target: TargetFacts, facts: Facts): TargetFacts | undefined {
  if (samePage(target, facts) !== undefined) return undefined;
  return facts.targets.find(other => other.host !== target.host && other.http?.ok === true && (other.http.status ?? 0) < 400);
}

function htmlVotes({ target }: { readonly target: TargetFacts }): readonly Weight[] {
  const { http } = target;
  const isWords = LOGIN.test(wordsOf(http));
  const isSet = http?.headers['set-cookie'] !== undefined || http?.headers['x-frame-options'] !== undefined;
  return [
    ...pattern(isWords, 'words of a login', http?.title ?? http?.excerpt?.slice(0, 60)),
    ...timing(isSet, 'a file with', 'a cookie or a frame rule'),
  ];
}

/** Whether a page of this status stands where a file was expected. */
function isPage(target: TargetFacts): boolean {
  return isHtml(target) && ((target.http?.status ?? 0) < 400 || target.http?.status === 511);
}

function portalWeights(target: TargetFacts, { facts }: Scene): readonly Weight[] {
  const same = samePage(target, facts);
  const isOwn = target.role === 'goproxy' && same === undefined;
  const hop = foreignHop(target);
  const isLed = hop !== undefined && LOGIN_PLACE.test(hop);
  const other = spared(target, facts);
  const isBlock = BLOCK.test(wordsOf(target.http)) && !LOGIN.test(wordsOf(target.http));
  return [
    ...flip(same !== undefined, `${same?.host ?? ''} shows the same page`, same?.http?.title ?? same?.http?.redirects.at(-1)?.to),
    ...(isOwn || isBlock ? timing : fact)(
      isPage(target),
      'HTML came where a file was expected',
      target.http?.title ?? target.http?.headers['content-type'],
    ),
    ...fact(target.http?.status === 511, 'status', 511),
    ...fact(isLed && other === undefined && !isPage(target), 'redirect to', hop),
    ...against(isLed && other !== undefined, `${other?.host ?? ''} is not led there`, hop),
    ...(isPage(target) ? htmlVotes({ target }) : []),
  ];
}

export const PAGE_CAUSES: readonly CauseRule[] = [
  {
    code: 'HTTP.PORTAL',
    bound: 'host',
    stages: ['http', 'tls', 'go'],
    over: ['ARC.', 'GO.PROXY_HTML', 'GO.SUMDB_GARBAGE', 'HTTP.DOWNGRADE', 'HTTP.SERVER', 'TLS.PLAIN_HTTP', 'HTTP.CE_LABEL'],
    test: 'Open an address that is none of the sources: a portal shows the same page there',
    weigh(step, scene) {
      const { target } = step;
      if (target !== undefined && step.stage !== 'tls') return portalWeights(target, scene);
      // Plain text where TLS was expected: a portal when a control is led away too.
      const away = scene.facts.targets.find(
        other =>
          other.role === 'control' && (foreignHop(other) !== undefined || (isPage(other) && LOGIN.test(wordsOf(other.http)))),
      );
      const isCandidate =
        step.symptom === 'TLS.PLAIN_HTTP' || step.symptom === 'LIST.MALFORMED' || step.symptom === 'SUM.GARBAGE';
      return flip(
        isCandidate && away !== undefined,
        `${away?.host ?? ''} leads to`,
        away?.http?.redirects.at(-1)?.to ?? away?.http?.title,
      );
    },
  },
  {
    code: 'HTTP.BLOCK_PAGE',
    bound: 'host',
    stages: ['http'],
    over: [
      'HTTP.FORBIDDEN',
      'HTTP.LEGAL',
      'HTTP.PORTAL',
      'HTTP.AUTH_REDIRECT',
      'HTTP.SERVER',
      'HTTP.STATUS',
      'ARC.',
      'GO.PROXY_HTML',
    ],
    weigh({ target }) {
      if (target === undefined || !isHtml(target) || target.http?.status === 511 || target.http?.status === 401) return [];
      const { http } = target;
      const words = BLOCK.exec(wordsOf(http))?.[0];
      const isVendor = BLOCK.test(http?.headers['server'] ?? '') || http?.headers['x-squid-error'] !== undefined;
      const isBlock = words !== undefined || isVendor;
      return [
        ...fact(isBlock, 'HTML page with status', http?.status),
        ...pattern(words !== undefined, 'words of a filter', http?.title ?? words),
        ...pattern(isVendor, 'server', http?.headers['x-squid-error'] ?? http?.headers['server']),
        ...against(isBlock && (http?.status ?? 0) < 400 && LOGIN.test(wordsOf(http)), 'words of a login', http?.title),
      ];
    },
  },
  {
    code: 'HTTP.AUTH_REDIRECT',
    bound: 'host',
    stages: ['http'],
    over: ['HTTP.BAD_REDIRECT', 'HTTP.LOOP', 'GO.PROXY_HTML', 'DNS.', 'TCP.', 'TLS.'],
    test: 'Open an address that is none of the sources: a portal sends it to the same place',
    weigh({ target }, { facts }) {
      if (target === undefined || target.http?.redirects.length === 0) return [];
      const hop = foreignHop(target);
      const isFollowed = isPage(target) || (target.http?.status ?? 0) >= 400 || target.http?.status === undefined;
      const same = samePage(target, facts);
      const other = spared(target, facts);
      const isLogin =
        hop !== undefined && isFollowed && (LOGIN_PLACE.test(hop) || (isPage(target) && LOGIN.test(wordsOf(target.http))));
      return [
        ...fact(isLogin, 'redirect to', hop),
        ...pattern(isLogin && LOGIN_PLACE.test(hop), 'a place to log in', hostOf(hop ?? '')),
        ...fact(isLogin && other !== undefined, `${other?.host ?? ''} is not led there`, 'it answers'),
        ...against(isLogin && same !== undefined, `${same?.host ?? ''} is led there too`, hop),
      ];
    },
  },
];
