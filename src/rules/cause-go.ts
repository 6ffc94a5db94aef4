import type { Code } from '../domain/catalogue.ts';
import type { GoproxyFacts } from '../domain/network-facts.ts';
import { against, type CauseRule, type FailedStep, fact, flip, OWN_ERROR, pattern, type Scene, timing } from './cause-rule.ts';
import { hostOf, memberEnd, stoppingMember } from './failed-go.ts';
import { isHtml } from './target-facts.ts';

/** Everything that a failing member could be blamed for by itself. */
const NETWORK = ['DNS.', 'TCP.', 'PATH.', 'PROXY.', 'TLS.', 'HTTP.', 'BODY.', 'H2.', 'LIST.'];

/** Whether other hosts fail as the database does: then it is only one of them. */
function isOneOfMany(steps: readonly FailedStep[]): boolean {
  const ofDatabase = steps.filter(({ target }) => target?.role === 'checksum-database').map(({ symptom }) => symptom);
  return steps.some(({ target, stage, symptom }) => {
    if (target === undefined || target.role === 'checksum-database') return false;
    return ofDatabase.length === 0 ? stage !== 'http' && stage !== 'body' : ofDatabase.includes(symptom);
  });
}

function settingOf({ facts }: Scene, name: string): string | undefined {
  const settings = facts.environment?.settings ?? {};
  return Object.hasOwn(settings, name) ? settings[name]?.value : undefined;
}

/** The member whose host a failed step is about. */
function memberOf(host: string | undefined, { facts }: Scene): GoproxyFacts | undefined {
  return facts.goproxy?.find(item => item.entry !== 'off' && item.entry !== 'direct' && hostOf(item.entry) === host);
}

/** A setting that cannot be read is its own cause. */
function settingRule(code: Code, name: string): CauseRule {
  return {
    code,
    bound: 'machine',
    stages: ['go'],
    over: ['CFG.GOPROXY_INVALID'],
    weigh: ({ subject, stage }, scene) => fact(stage === 'go' && subject === name, name, settingOf(scene, name)),
  };
}

export const GO_CAUSES: readonly CauseRule[] = [
  settingRule('GO.PROXY_CONFIG', 'GOPROXY'),
  settingRule('GO.SUMDB_CONFIG', 'GOSUMDB'),
  settingRule('GO.TOOLCHAIN_CONFIG', 'GOTOOLCHAIN'),
  {
    code: 'GO.ENV',
    bound: 'machine',
    stages: ['go', 'run'],
    weigh({ symptom, subject, stage, id }) {
      return fact(symptom === 'GO.ENV' && stage === 'go', subject, id.split(' ').slice(2).join(' '));
    },
  },
  {
    code: 'FS.PERMISSION',
    bound: 'machine',
    stages: ['go'],
    weigh: ({ symptom, subject, id }) =>
      fact(symptom === 'FS.PERMISSION', subject, `cannot be written: ${id.split(' ').slice(2).join(' ')}`),
  },
  {
    code: 'GO.PROXY_NO_FALLBACK',
    bound: 'host',
    stages: ['go', 'resolve', 'connect', 'tls', 'http', 'body'],
    over: [...NETWORK, 'GO.'],
    weigh({ member, target }, scene) {
      const { goproxy = [] } = scene.facts;
      const stopping = stoppingMember(goproxy);
      const own = member ?? (target?.role === 'goproxy' ? memberOf(target.host, scene) : undefined);
      if (
        stopping === undefined ||
        own?.entry !== stopping.entry ||
        memberEnd(stopping) !== 'stops' ||
        stopping.next !== 'not-found'
      )
        return [];
      const later = goproxy
        .slice(goproxy.indexOf(stopping) + 1)
        .find(item => memberEnd(item) === 'works' || item.entry === 'direct');
      return [
        ...flip(
          later !== undefined && memberEnd(later) === 'works' && later.entry !== 'direct',
          'a later entry',
          `${later?.entry ?? ''} answers`,
        ),
        ...fact(later !== undefined && later.entry !== 'direct', 'the entries are separated by', 'a comma'),
      ];
    },
  },
  {
    code: 'GO.PROXY_HTML',
    bound: 'host',
    stages: ['go', 'http'],
    over: ['HTTP.AUTH_REDIRECT', 'LIST.MALFORMED'],
    weigh({ member, target }, scene) {
      const isMember = member?.outcome.ok === true && /text\/html/iu.test(member.contentType ?? '');
      const page = target?.role === 'goproxy' || memberOf(target?.host, scene) !== undefined ? target : undefined;
      const isTarget = page !== undefined && isHtml(page) && (page.http?.status ?? 0) < 400;
      return [
        ...fact(isMember, 'content type of the module proxy', member?.contentType),
        ...fact(isTarget, 'page of the module proxy', page?.http?.title ?? page?.http?.headers['content-type']),
      ];
    },
  },
  {
    code: 'GO.PROXY_BAD_ZIP',
    bound: 'host',
    stages: ['go'],
    over: ['ARC.NOT_ZIP'],
    weigh: ({ member }) => fact(member?.zip !== undefined && member.zip !== 'zip', 'module zip', member?.zip),
  },
  {
    code: 'GO.PROXY_OFF',
    bound: 'machine',
    stages: ['go', 'run'],
    over: ['GO.TOOLCHAIN_ABSENT'],
    weigh({ member, symptom, seen }, scene) {
      const value = settingOf(scene, 'GOPROXY') ?? '';
      const endsOff = /(?:^|[,|])\s*off\s*$/u.test(value);
      const isCandidate = symptom === 'GO.PROXY_OFF' || symptom === 'GO.TOOLCHAIN_ABSENT';
      return [
        ...fact(isCandidate && endsOff, 'GOPROXY', value),
        ...fact(member?.entry === 'off', 'all entries before off', 'have nothing'),
        ...fact(symptom === 'GO.PROXY_OFF' && seen !== undefined, 'Go says', 'module lookup disabled', OWN_ERROR),
      ];
    },
  },
  {
    code: 'GO.TOOLCHAIN_ABSENT',
    bound: 'host',
    stages: ['go', 'run', 'http'],
    over: ['HTTP.NOT_FOUND', 'HTTP.FORBIDDEN'],
    weigh({ symptom, target, seen }, { facts }) {
      const members = (facts.goproxy ?? []).filter(item => item.hasToolchains !== undefined);
      const isNowhere = members.length > 0 && members.every(item => item.hasToolchains === false);
      const isMissing = target?.role === 'toolchain' && [403, 404, 410].includes(target.http?.status ?? 0);
      const isSaid = symptom === 'GO.TOOLCHAIN_ABSENT' && seen !== undefined;
      return [
        ...fact((isSaid || isMissing) && isNowhere, 'golang.org/toolchain', 'is at none of the module proxies'),
        ...fact(isMissing, 'status', target?.http?.status),
        ...fact(isSaid, 'Go says', 'toolchain not available', OWN_ERROR),
      ];
    },
  },
  {
    code: 'GO.SUMDB_OFF_TOOLCHAIN',
    bound: 'machine',
    stages: ['run'],
    over: ['GO.TOOLCHAIN_ABSENT'],
    weigh({ symptom }, scene) {
      const isCandidate = symptom === 'GO.SUMDB_OFF_TOOLCHAIN' || symptom === 'GO.TOOLCHAIN_ABSENT';
      return fact(isCandidate && settingOf(scene, 'GOSUMDB') === 'off', 'GOSUMDB', 'off');
    },
  },
  {
    code: 'GO.SUMDB_UNREACHABLE',
    bound: 'host',
    stages: ['go', 'resolve', 'connect', 'tunnel', 'tls', 'http'],
    over: NETWORK,
    weigh(step, { facts, steps }) {
      const isDatabase = step.symptom === 'SUM.UNREACHABLE' || step.target?.role === 'checksum-database';
      const isAlone = !isOneOfMany(steps);
      const { checksumDatabase = [] } = facts;
      const tried = checksumDatabase.filter(({ outcome, status }) => !outcome.ok || (status ?? 200) >= 400);
      const isDown = isDatabase && isAlone && checksumDatabase.length > 0 && tried.length === checksumDatabase.length;
      const [first] = tried;
      return [
        ...fact(isDown, `through ${first?.through ?? ''}`, first?.outcome.code ?? first?.status ?? first?.outcome.ended),
        ...fact(isDown, 'ways that were tried', tried.length),
      ];
    },
  },
  {
    code: 'GO.SUMDB_GARBAGE',
    bound: 'host',
    stages: ['go', 'run'],
    over: ['GO.SUMDB_UNREACHABLE', 'SUM.GARBAGE'],
    weigh({ symptom, database }) {
      return [
        ...fact(symptom === 'SUM.GARBAGE' && database !== undefined, 'the answer', 'has no valid signature'),
        ...timing(symptom === 'SUM.GARBAGE' && database !== undefined, 'status', database?.status),
      ];
    },
  },
  {
    code: 'GO.PRIVATE_IN_SUMDB',
    bound: 'machine',
    stages: ['go', 'run'],
    over: ['GO.SUMDB_UNREACHABLE', 'GO.UNKNOWN_VERSION'],
    weigh({ symptom, database, subject }, scene) {
      const isSaid = symptom === 'SUM.NOT_FOUND' && database?.module !== undefined;
      const isToolchain = /^golang\.org\/toolchain\b/u.test(database?.module ?? subject);
      const isPrivate = (settingOf(scene, 'GOPRIVATE') ?? '') === '' && (settingOf(scene, 'GONOSUMDB') ?? '') === '';
      return [
        ...fact(isSaid && !isToolchain, database?.module ?? '', `status ${database?.status ?? ''}`),
        ...pattern(symptom === 'GO.PRIVATE_IN_SUMDB' && isPrivate, 'GOPRIVATE', 'is not set'),
        ...against(isSaid && isToolchain, 'a toolchain', 'is never private'),
      ];
    },
  },
];
