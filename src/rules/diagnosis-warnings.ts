import type { Code } from '../domain/catalogue.ts';
import { CHECKSUM_DATABASE, CHECKSUM_DATABASE_ALIAS } from '../domain/checksum-database.ts';
import type { DiagnosedCause } from '../domain/diagnosis.ts';
import { type Finding, type FindingDetail, finding } from '../domain/finding.ts';
import type { Facts, GoproxyFacts, TargetFacts } from '../domain/network-facts.ts';
import { clockOffset } from './clock-offset.ts';
import { hasDatabase } from './failed-go.ts';

/** A clock that is off by less does no harm that anybody would notice. */
const CLOCK_WARNING_MS = 10 * 60_000;
/** A list of versions that a cache has kept for a day. */
const OLD_LIST_SECONDS = 86_400;

/** What does no harm now. What is named as a cause is not told twice. */
export function diagnosisWarnings(facts: Facts, causes: readonly DiagnosedCause[]): readonly Finding[] {
  const all = [
    ...variableWarnings(facts),
    ...withheldWarnings(facts),
    ...targetWarnings(facts),
    ...goWarnings(facts),
    ...machineWarnings(facts),
  ];
  const unique = all.filter(
    (item, index) => all.findIndex(other => other.code === item.code && other.subject === item.subject) === index,
  );
  return unique.filter(item => !causes.some(({ code }) => code === item.code));
}

function warn(condition: boolean, code: Code, detail: FindingDetail): readonly Finding[] {
  return condition ? [finding(code, { ...detail, severity: 'warning' })] : [];
}

/** Worth a line where somebody looks for it, no more. */
function note(condition: boolean, code: Code, detail: FindingDetail): readonly Finding[] {
  return condition ? [finding(code, { ...detail, severity: 'info' })] : [];
}

function isArchive({ expects, url }: TargetFacts): boolean {
  return expects === 'archive' || (expects === undefined && /\.(?:tar\.gz|tgz|zip)$/u.test(url));
}

function variableWarnings({ environment, proxies, targets }: Facts): readonly Finding[] {
  const variables = environment?.variables ?? {};
  const differs = (name: string): boolean => {
    const [upper, lower] = [variables[name], variables[name.toLowerCase()]];
    return upper !== undefined && lower !== undefined && upper !== lower && upper !== '' && lower !== '';
  };
  const conflicts = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'].filter(differs);
  const split = targets.find(target => targetDiffers(target));
  const bare = proxies.filter(({ isValid, scheme }) => isValid && scheme === '');
  const files = (environment?.files ?? []).filter(item =>
    /^(?:NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR)$/u.test(item.name),
  );
  const unreadable = files.filter(({ problem, holds }) => problem !== undefined || holds === 'no-certificate');
  return [
    ...conflicts.flatMap(name =>
      warn(true, 'CFG.PROXY_CASE_CONFLICT', {
        subject: name,
        evidence: { [name]: variables[name], [name.toLowerCase()]: variables[name.toLowerCase()] },
      }),
    ),
    ...warn(split !== undefined && conflicts.length === 0 && hasNoProxy(variables), 'CFG.NO_PROXY_AMBIGUOUS', {
      subject: split?.host ?? '',
      evidence: { Go: split?.route.go.via, curl: split?.route.curl.via, Node: split?.route.node.via },
    }),
    ...bare.flatMap(proxy => warn(true, 'CFG.PROXY_URL_NO_SCHEME', { subject: proxy.variables[0] ?? proxy.address })),
    ...unreadable.flatMap(item =>
      warn(true, item.name === 'NODE_EXTRA_CA_CERTS' ? 'CFG.EXTRA_CA_UNREADABLE' : 'CFG.CERT_FILE_UNREADABLE', {
        subject: item.name,
        evidence: { file: item.file, problem: item.problem ?? item.holds },
      }),
    ),
  ];
}

/** A probe sends no credentials: whether the proxy would take those that it has, and what lies behind it, nobody has seen then. */
function withheldWarnings({ targets }: Facts): readonly Finding[] {
  return targets.flatMap(({ tunnel, http, url }) =>
    warn(tunnel?.withheld === true && tunnel.status === 407 && http?.ok !== true, 'PROXY.AUTH', {
      subject: tunnel?.proxy ?? '',
      message: 'The proxy asks for credentials, which no probe sends: nothing behind it was looked at',
      confidence: 'possible',
      evidence: { CONNECT: 407, url },
      fixes: [{ title: 'Ask with the credentials that are set', kind: 'command', text: `curl -sSI '${url}'`, risk: 'none' }],
    }),
  );
}

/** Only programs that a Go job runs: Go itself, and curl (git uses its library). */
function targetDiffers({ route, role }: TargetFacts): boolean {
  return role !== 'control' && route.go.via !== 'refused' && (route.go.via === 'direct') !== (route.curl.via === 'direct');
}

function hasNoProxy(variables: Readonly<Record<string, string>>): boolean {
  return (variables['NO_PROXY'] ?? '') !== '' || (variables['no_proxy'] ?? '') !== '';
}

function targetWarnings({ targets }: Facts): readonly Finding[] {
  return targets.flatMap(target => {
    const v6 = target.connects.filter(({ family }) => family === 6);
    const isV6Broken =
      v6.length > 0 &&
      v6.every(({ ok, code }) => !ok && code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT') &&
      target.connects.some(({ ok, family }) => ok && family === 4);
    // Without a route nobody loses time: it fails at once, as on every machine without IPv6.
    const isSlow = v6.some(({ ended, code, ms }) => ended === 'deadline' || code === 'ETIMEDOUT' || ms >= 250);
    const age = Number(target.http?.headers['age'] ?? 0);
    const isList = target.expects === 'json' || /mode=json|\/@v\/list$/u.test(target.url);
    return [
      ...warn(isV6Broken && isSlow, 'TCP.V6_BROKEN', {
        subject: target.host,
        evidence: { address: v6[0]?.address, ended: v6[0]?.code ?? v6[0]?.ended },
      }),
      ...note(target.http?.ranged === 'ignored' && target.http.ok && isArchive(target), 'HTTP.RANGE_IGNORED', {
        subject: target.host,
      }),
      ...(isList ? warn : note)(age >= OLD_LIST_SECONDS, 'HTTP.STALE_CACHE', {
        subject: target.host,
        evidence: { age, via: target.http?.headers['via'] },
      }),
    ];
  });
}

/** Our own look-up asks the alias by itself; Go asks it only where it is told to. */
function aliasWarning({ checksumDatabase = [], environment }: Facts): readonly Finding[] {
  const chosen = environment?.settings['GOSUMDB']?.value ?? '';
  const alias = checksumDatabase.find(({ through }) => through === CHECKSUM_DATABASE_ALIAS);
  const others = checksumDatabase.filter(item => item !== alias);
  const isAlone =
    alias?.outcome.ok === true &&
    alias.isSigned === true &&
    others.length > 0 &&
    others.every(item => !hasDatabase([item])) &&
    (chosen === '' || chosen === CHECKSUM_DATABASE);
  const [first] = others;
  return warn(isAlone, 'GO.SUMDB_UNREACHABLE', {
    subject: CHECKSUM_DATABASE,
    evidence: {
      [`through ${first?.through ?? ''}`]: first?.outcome.code ?? first?.status,
      [`through ${CHECKSUM_DATABASE_ALIAS}`]: 'answers',
    },
    fixes: [{ title: 'The alias has the same key', kind: 'setting', text: `GOSUMDB=${CHECKSUM_DATABASE_ALIAS}`, risk: 'none' }],
  });
}

function goWarnings(facts: Facts): readonly Finding[] {
  const { environment, goproxy = [], seen } = facts;
  const settings = environment?.settings ?? {};
  const value = (name: string): string => (Object.hasOwn(settings, name) ? (settings[name]?.value ?? '') : '');
  const isOff = value('GOPROXY') === 'off' || (goproxy.length === 1 && goproxy[0]?.entry === 'off');
  return [
    ...warn(isOff && seen.length === 0, 'GO.PROXY_OFF', {
      subject: 'GOPROXY',
      evidence: { file: settings['GOPROXY']?.file, origin: settings['GOPROXY']?.origin },
    }),
    ...aliasWarning(facts),
    ...note(hasNoToolchains(goproxy), 'GO.TOOLCHAIN_ABSENT', { subject: 'GOPROXY' }),
    ...warn(value('GO111MODULE') === 'off', 'GO.MODULES_OFF', { subject: 'GO111MODULE' }),
    ...warn(/(?:^|\s)-insecure\b/u.test(value('GOFLAGS')), 'GO.FLAG_INSECURE', { subject: 'GOFLAGS' }),
  ];
}

/** Only where Go wants another release than the one that is installed, somebody misses them. */
function hasNoToolchains(members: readonly GoproxyFacts[]): boolean {
  const asked = members.filter(item => item.hasToolchains !== undefined);
  const isElsewhere = members.some(item => item.entry === 'direct' || item.hasToolchains === true || item.withheld === true);
  return asked.length > 0 && !isElsewhere;
}

function machineWarnings({ clock, disks }: Facts): readonly Finding[] {
  const offset = clockOffset(clock);
  return [
    ...warn(offset !== undefined && Math.abs(offset) >= CLOCK_WARNING_MS, 'CLOCK.SKEW', {
      subject: 'clock',
      evidence: { 'off by seconds': Math.round((offset ?? 0) / 1_000) },
    }),
    ...disks.flatMap(({ partialEntries = [], path }) =>
      warn(partialEntries.length > 0, 'CACHE.PARTIAL', { subject: path, evidence: { entry: partialEntries[0] } }),
    ),
  ];
}
