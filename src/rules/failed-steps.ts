import { CATALOGUE, type Code } from '../domain/catalogue.ts';
import type { Facts, SeenFailure, TargetRole } from '../domain/network-facts.ts';
import type { FailedStep } from './cause-rule.ts';
import { failedDisks } from './failed-disks.ts';
import { failedGoSteps, hasDatabase } from './failed-go.ts';
import { failedTargetStep } from './failed-target.ts';

/** Codes that only say that something else failed: symptoms, wherever anything else is known. */
export const AGGREGATES: readonly Code[] = [
  'VERSION.NO_SOURCE',
  'VERSION.NOT_SERVED',
  'VERSION.UNKNOWN',
  'VER.NO_PROOF',
  'SUM.UNREACHABLE',
  'LIST.UNAVAILABLE',
  'BUDGET.TOTAL',
];

/** Everything that failed, in an order that does not depend on that of the facts. Controls fail for themselves only. */
export function failedSteps(facts: Facts): readonly FailedStep[] {
  const steps = [
    ...facts.targets.filter(({ role }) => isNeeded(role, facts)).flatMap(target => failedTargetStep(target, facts)),
    ...failedConfig(facts),
    ...failedDisks(facts),
    ...failedArchives(facts),
    ...failedGoSteps(facts),
    ...failedClients(facts),
  ];
  const all = [...steps, ...failedRun(facts, steps)];
  const keyed = all.map(step => ({ step, key: `${step.id}\u0000${JSON.stringify(step)}` }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const ids = new Set<string>();
  return keyed.flatMap(({ step }) => (ids.has(step.id) ? [] : [ids.add(step.id), step].slice(1))) as readonly FailedStep[];
}

/** Nobody needs a control, nor the checksum database itself where a proxy leads to it. */
function isNeeded(role: TargetRole, { checksumDatabase = [] }: Facts): boolean {
  return role !== 'control' && !(role === 'checksum-database' && hasDatabase(checksumDatabase));
}

/** Settings that stop every run, whatever the network is like. */
function failedConfig(facts: Facts): readonly FailedStep[] {
  const broken = facts.proxies.filter(({ isValid, scheme }) => !isValid || scheme.startsWith('socks'));
  const variables = facts.environment?.variables ?? {};
  const used = broken.filter(proxy => !proxy.isValid || proxy.variables.some(name => /^https?_proxy$/iu.test(name)));
  const steps: FailedStep[] = used.map(proxy => ({
    id: `config ${proxy.variables.join()} ${proxy.address}`,
    stage: 'config',
    symptom: proxy.isValid ? 'CFG.PROXY_SCHEME' : 'CFG.PROXY_URL_INVALID',
    subject: proxy.variables[0] ?? proxy.address,
    proxy,
  }));
  if (variables['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    const subject = 'NODE_TLS_REJECT_UNAUTHORIZED';
    steps.push({ id: `config ${subject}`, stage: 'config', symptom: 'CFG.TLS_DISABLED', subject });
  }
  return steps;
}

const ARCHIVE_SYMPTOMS = {
  empty: 'ARC.TRUNCATED',
  html: 'ARC.NOT_GZIP',
  truncated: 'ARC.TRUNCATED',
  'double-gzip': 'ARC.LAYOUT',
  'bare-tar': 'ARC.NOT_GZIP',
  'text-mangled': 'ARC.NOT_GZIP',
  longer: 'BODY.TOO_LONG',
  damaged: 'ARC.CORRUPT',
  recompressed: 'VER.TAMPERED',
  'wrong-platform': 'GO.NOT_RUNNABLE',
  other: 'VER.TAMPERED',
} as const satisfies Readonly<Record<string, Code>>;

function failedArchives(facts: Facts): readonly FailedStep[] {
  return facts.archives.flatMap(archive => {
    if (archive.kind === 'genuine') return [];
    const target = facts.targets.find(({ sourceId, role }) => sourceId === archive.sourceId && role !== 'control');
    const step: FailedStep = {
      id: `archive ${archive.sourceId}`,
      stage: 'archive',
      symptom: ARCHIVE_SYMPTOMS[archive.kind],
      subject: archive.sourceId,
      archive,
    };
    return [target === undefined ? step : { ...step, target }];
  });
}

/** Another program fails where our own probe passes: only then it says something new. */
function failedClients(facts: Facts): readonly FailedStep[] {
  return facts.targets.flatMap(target => {
    if (failedTargetStep(target, facts).length > 0) return [];
    return (target.clients ?? [])
      .filter(({ ok }) => !ok)
      .map(
        (client): FailedStep => ({
          id: `client ${client.client} ${client.version ?? ''} ${target.url}`,
          stage: 'client',
          symptom: 'TLS.PROTOCOL',
          subject: target.host,
          target,
          client,
        }),
      );
  });
}

/** What the run met before it was diagnosed, unless a probe of the same host met it too. */
function failedRun(facts: Facts, steps: readonly FailedStep[]): readonly FailedStep[] {
  const known = facts.seen.flatMap(seen => {
    const symptom = codeOf(seen);
    return symptom === undefined || CATALOGUE[symptom].severity !== 'error' ? [] : [{ seen, symptom }];
  });
  const isAlone = steps.length === 0 && known.every(({ symptom }) => AGGREGATES.includes(symptom));
  return known
    .filter(({ seen, symptom }) => (isAlone || !AGGREGATES.includes(symptom)) && !steps.some(step => isAbout(seen, step)))
    .map(({ seen, symptom }) => ({ id: `run ${symptom} ${seen.subject}`, stage: 'run', symptom, subject: seen.subject, seen }));
}

/** The code of the catalogue that was seen; undefined for one that this release does not know. */
export function codeOf({ code }: SeenFailure): Code | undefined {
  return Object.hasOwn(CATALOGUE, code) ? (code as Code) : undefined;
}

/** Whether a failure of the run is about the same host, source or setting as a failed step. */
export function isAbout({ code, subject, evidence }: SeenFailure, step: FailedStep): boolean {
  const { target, proxy, disk } = step;
  // Go tells a build cache that cannot be used as a package that cannot be found.
  if (disk?.role === 'build-cache' && code === 'FS.GOCACHE') return true;
  const names = [step.subject, target?.host, target?.sourceId, target?.url, proxy?.address].filter(name => name !== undefined);
  return names.some(name => name !== '' && (name === subject || evidence['at'] === name));
}
