import type { ResolveFacts } from '../domain/network-facts.ts';
import type { Outcome } from '../domain/probe-outcome.ts';
import { isPrivateAddress } from '../policy/address-class.ts';
import { against, type CauseRule, type FailedStep, fact, flip, pattern, timing } from './cause-rule.ts';
import { isInPublicDomain } from './public-domains.ts';
import { bogonsOf, isDeadline } from './target-facts.ts';

/** getaddrinfo's numbers for `no such name` and `no address` (libuv's UV_EAI_NONAME and UV_EAI_NODATA, same on Node 20 and 24). */
const NO_NAME = -3008;
const NO_ADDRESS = -3007;

const ASK_WIRE = 'Ask the name server itself for the name (the A record, without the hosts file)';
const BEYOND: CauseRule['stages'] = ['resolve', 'connect', 'tls', 'http', 'body'];

function resolveOf({ target, stage }: FailedStep): ResolveFacts | undefined {
  return stage === 'tunnel' ? undefined : target?.resolve;
}

/** Of a name that was not found at all. */
function failedLookup(step: FailedStep): ResolveFacts | undefined {
  const resolve = resolveOf(step);
  return resolve?.lookup.ok === false ? resolve : undefined;
}

/** A name of the certificate covers the host (RFC 6125, 6.4: one label for a star). */
function isCovered(host: string, names: readonly string[]): boolean {
  return names.some(name => name === host || (name.startsWith('*.') && host.slice(host.indexOf('.')) === name.slice(1)));
}

/** A name that is short on purpose, and meant to be completed by the search list: one label, or a service of a Kubernetes cluster. */
function isMeantForSearch({ name, searchDomains = [] }: ResolveFacts): boolean {
  const labels = name.split('.');
  const isInCluster = searchDomains.some(domain => domain.startsWith('svc.'));
  return labels.length === 1 || (isInCluster && !isInPublicDomain(name) && (labels.length === 2 || labels.at(-1) === 'svc'));
}

/** What name servers said to our own queries; it tells apart what getaddrinfo folds into one code (measured). */
function wireCodes({ wire4, wire6 }: ResolveFacts): readonly string[] {
  return [wire4, wire6].flatMap(answer =>
    answer === undefined || answer.ok ? [] : [answer.code ?? (isDeadline(answer) ? 'ETIMEOUT' : '')],
  );
}

function answersElsewhere({ overHttps = [] }: ResolveFacts): boolean {
  return overHttps.some(({ ok, addresses }) => ok && addresses.length > 0);
}

/** A cause that the code of the wire names by itself. */
function wireRule(
  code: CauseRule['code'],
  codes: readonly string[],
  bound: CauseRule['bound'],
  hint: (lookup: Outcome) => boolean,
): CauseRule {
  return {
    code,
    bound,
    stages: ['resolve'],
    over: ['DNS.SERVER'],
    test: ASK_WIRE,
    weigh(step) {
      const resolve = failedLookup(step);
      if (resolve === undefined) return [];
      const named = wireCodes(resolve).filter(item => codes.includes(item));
      const [first] = named;
      return [
        ...fact(first !== undefined, 'name server', first),
        ...timing(hint(resolve.lookup), 'look-up ms', Math.round(resolve.lookup.ms)),
      ];
    },
  };
}

export const DNS_CAUSES: readonly CauseRule[] = [
  {
    code: 'DNS.NXDOMAIN',
    bound: 'host',
    stages: ['resolve'],
    test: ASK_WIRE,
    weigh(step) {
      const resolve = failedLookup(step);
      if (resolve === undefined) return [];
      const { lookup } = resolve;
      const wire = wireCodes(resolve);
      const says = /^(?:ENOTFOUND|EAI_NONAME)$/u.test(lookup.code ?? '') && lookup.errno !== NO_ADDRESS;
      return [
        ...(lookup.errno === NO_NAME ? fact : pattern)(says, 'look-up', lookup.code),
        ...fact(wire.includes('ENOTFOUND'), 'name server', 'ENOTFOUND'),
        ...against(wire.length > 0 && !wire.includes('ENOTFOUND'), 'name server', wire[0]),
        ...against(answersElsewhere(resolve), 'another resolver', 'answers'),
      ];
    },
  },
  {
    code: 'DNS.FILTERED',
    bound: 'host',
    stages: ['resolve'],
    over: ['DNS.'],
    weigh(step) {
      const resolve = failedLookup(step);
      const isHidden = resolve !== undefined && /^(?:ENOTFOUND|ENODATA|EAI_NONAME|EAI_NODATA)$/u.test(resolve.lookup.code ?? '');
      return flip(isHidden && answersElsewhere(resolve), 'another resolver', 'answers');
    },
  },
  {
    code: 'DNS.NODATA',
    bound: 'host',
    stages: ['resolve'],
    test: ASK_WIRE,
    weigh(step) {
      const resolve = failedLookup(step);
      if (resolve === undefined) return [];
      const { lookup } = resolve;
      return [
        ...fact(
          lookup.errno === NO_ADDRESS || /^(?:ENODATA|EAI_NODATA)$/u.test(lookup.code ?? ''),
          'look-up errno',
          lookup.errno ?? lookup.code,
        ),
        ...fact(resolve.wire4?.code === 'ENODATA', 'name server', 'ENODATA'),
        ...against(answersElsewhere(resolve), 'another resolver', 'answers'),
      ];
    },
  },
  wireRule('DNS.SERVFAIL', ['ESERVFAIL'], 'host', () => false),
  wireRule('DNS.REFUSED', ['EREFUSED'], 'host', () => false),
  wireRule('DNS.RESOLVER_DOWN', ['ECONNREFUSED'], 'path', ({ code, ms }) => code === 'EAI_AGAIN' && ms < 100),
  wireRule('DNS.BROKEN', ['EBADRESP', 'EFORMERR', 'EBADQUERY', 'EBADNAME', 'ENOTIMP'], 'host', () => false),
  {
    code: 'DNS.TIMEOUT',
    bound: 'host',
    stages: ['resolve'],
    over: ['DNS.SERVER'],
    test: ASK_WIRE,
    weigh(step) {
      const resolve = failedLookup(step);
      if (resolve === undefined) return [];
      const { lookup } = resolve;
      const wire = wireCodes(resolve);
      return [
        ...fact(isDeadline(lookup) || lookup.code === 'ETIMEOUT', 'look-up', 'no answer in its time'),
        ...fact(wire.includes('ETIMEOUT'), 'name server', 'ETIMEOUT'),
        ...timing(lookup.code === 'EAI_AGAIN' && lookup.ms >= 2_500, 'look-up ms', Math.round(lookup.ms)),
        ...against(wire.length > 0 && !wire.includes('ETIMEOUT'), 'name server', wire[0]),
      ];
    },
  },
  {
    code: 'DNS.SERVER',
    bound: 'host',
    stages: ['resolve'],
    test: ASK_WIRE,
    weigh: step => {
      const lookup = failedLookup(step)?.lookup;
      return pattern(
        lookup !== undefined && !lookup.ok && !/^(?:ENOTFOUND|ENODATA)$/u.test(lookup.code ?? ''),
        'look-up',
        lookup?.code,
      );
    },
  },
  {
    code: 'DNS.HOSTS_OVERRIDE',
    bound: 'host',
    stages: BEYOND,
    over: ['DNS.', 'TCP.', 'TLS.', 'HTTP.'],
    weigh(step) {
      const resolve = resolveOf(step);
      if (resolve === undefined) return [];
      const used = resolve.hosts.filter(({ address }) => resolve.lookup.addresses.includes(address));
      const [line] = used;
      const others = [...(resolve.wire4?.addresses ?? []), ...(resolve.wire6?.addresses ?? [])];
      const differs = others.length > 0 && !others.some(address => used.some(item => item.address === address));
      return [
        ...(differs ? fact : pattern)(line !== undefined, `${line?.file ?? ''} line ${line?.line ?? 0}`, line?.address),
        ...fact(line !== undefined && differs, 'name server', others[0]),
      ];
    },
  },
  {
    code: 'DNS.SEARCH_WILDCARD',
    bound: 'host',
    stages: BEYOND,
    over: ['DNS.', 'TCP.', 'TLS.', 'HTTP.'],
    weigh(step) {
      const resolve = resolveOf(step);
      const isFound = resolve?.lookup.ok === true && resolve.hosts.length === 0;
      const isOnlySearched = isFound && resolve.rooted?.code === 'ENOTFOUND' && !isMeantForSearch(resolve);
      return [
        ...flip(isOnlySearched, 'the name with a dot at its end', resolve?.rooted?.code),
        ...timing(isOnlySearched && (resolve.ndots ?? 1) > 1, 'ndots', resolve?.ndots),
      ];
    },
  },
  {
    code: 'DNS.BOGON',
    bound: 'host',
    stages: BEYOND,
    over: ['TCP.', 'TLS.', 'HTTP.'],
    weigh(step) {
      const resolve = resolveOf(step);
      if (resolve === undefined || step.target === undefined) return [];
      const bogons = bogonsOf(step.target);
      return [
        ...fact(bogons.length > 0 && bogons.length === resolve.lookup.addresses.length, 'address', bogons[0]),
        ...fact(bogons.length > 0 && answersElsewhere(resolve), 'another resolver', 'answers with an address of the world'),
        // Meant so by whoever wrote the hosts file.
        ...against(bogons.length > 0 && resolve.hosts.length > 0, 'hosts file', resolve.hosts[0]?.address),
      ];
    },
  },
  {
    code: 'DNS.HIJACK',
    bound: 'host',
    stages: BEYOND,
    over: ['TCP.', 'TLS.NAME', 'TLS.PLAIN_HTTP', 'HTTP.'],
    test: 'Ask another resolver for the name, and look whose certificate the address has',
    weigh(step) {
      const resolve = resolveOf(step);
      if (resolve === undefined || step.target === undefined || !resolve.lookup.ok || resolve.hosts.length > 0) return [];
      const { addresses } = resolve.lookup;
      const isPrivate = addresses.length > 0 && addresses.every(isPrivateAddress);
      const truth = (resolve.overHttps ?? []).flatMap(answer => answer.addresses);
      const differs = truth.length > 0 && !truth.some(address => addresses.includes(address));
      const isOther = step.symptom === 'TLS.NAME';
      const names = step.stage === 'tls' ? (step.target.handshakes[0]?.chain?.[0]?.names ?? []) : [];
      return [
        ...(isInPublicDomain(step.target.host) ? fact : timing)(isPrivate, 'private address', addresses[0]),
        // Servers of a content network differ from place to place; only with the wrong certificate this says something.
        ...fact(differs && (isOther || isPrivate), 'another resolver', truth[0]),
        ...pattern(isOther && isPrivate, 'certificate', 'of another name'),
        ...fact(!isOther && isPrivate && names.length > 0 && !isCovered(step.target.host, names), 'certificate', names[0]),
      ];
    },
  },
  {
    code: 'DNS.V6_ONLY',
    bound: 'host',
    stages: ['connect'],
    over: ['TCP.'],
    weigh(step) {
      const { resolve, connects = [] } = step.target ?? {};
      const isV6Only = connects.length > 0 && connects.every(({ family }) => family === 6);
      return [
        ...fact(isV6Only && resolve?.wire4?.code === 'ENODATA', 'A record', 'none'),
        ...fact(
          isV6Only && (resolve?.lookup.addresses ?? []).every(address => address.includes(':')),
          'addresses',
          resolve?.lookup.addresses[0],
        ),
      ];
    },
  },
];
