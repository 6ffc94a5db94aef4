import type { Code } from '../domain/catalogue.ts';
import type { RuledOut, TargetSummary } from '../domain/diagnosis.ts';
import type { Facts, TargetFacts } from '../domain/network-facts.ts';
import type { Outcome } from '../domain/probe-outcome.ts';
import { type FailedStep, STAGES } from './cause-rule.ts';
import { sourceState } from './source-states.ts';
import { isVouchedFor, usualHandshake, viaOf } from './target-facts.ts';

type Step = TargetSummary['steps'][number];

/** One row for each target: what was seen, and of a source whether it can be used. */
export function summarize(facts: Facts): readonly TargetSummary[] {
  return facts.targets.map(target => {
    const { url, role, sourceId } = target;
    const source = role === 'source' && sourceId !== undefined ? { source: sourceId, state: sourceState(target, facts) } : {};
    return { url, role, ...source, via: viaOf(target), steps: stepsOf(target) };
  });
}

function stepsOf(target: TargetFacts): readonly Step[] {
  const { resolve, connects, tunnel, http } = target;
  const handshake = usualHandshake(target);
  const connect = connects.find(({ ok }) => ok) ?? connects[0];
  return [
    ...step('DNS', resolve?.lookup, resolve?.lookup.addresses.slice(0, 3).join(' ')),
    ...step('TCP', connect, connect === undefined ? '' : `${connect.address} ${connect.port}`),
    ...step('CONNECT', tunnel, tunnel?.status === undefined ? '' : String(tunnel.status)),
    ...step('TLS', handshake, [handshake?.protocol, handshake?.chain?.[0]?.issuer].filter(text => text !== undefined).join(' ')),
    ...step('HTTP', http, [http?.status, http?.headers['content-type']].filter(text => text !== undefined).join(' ')),
  ];
}

function step(stage: string, outcome: Outcome | undefined, detail = ''): readonly Step[] {
  if (outcome === undefined) return [];
  const reason = outcome.code ?? outcome.ended ?? '';
  return [
    {
      stage,
      ok: outcome.ok,
      ms: outcome.ms,
      detail: outcome.ok ? detail : [reason, detail].filter(text => text !== '').join(' '),
    },
  ];
}

/** What cannot be the cause any more, for the failed step lies behind it. */
export function passedBefore({ stage, target }: FailedStep): readonly RuledOut[] {
  if (target === undefined) return [];
  const depth = STAGES.indexOf(stage);
  const rows: readonly (readonly [beyond: (typeof STAGES)[number], ok: boolean, code: Code, why: string])[] = [
    ['resolve', target.resolve?.lookup.ok === true, 'DNS.NXDOMAIN', 'the name resolves'],
    ['connect', target.connects.some(({ ok }) => ok), 'TCP.TIMEOUT', 'the port is open'],
    ['tunnel', target.tunnel?.ok === true, 'PROXY.DENIED', 'the proxy connects'],
    ['tls', isVouchedFor(target), 'TLS.INTERCEPTED', 'the certificate is verified'],
  ];
  return rows.filter(([beyond, ok]) => ok && depth > STAGES.indexOf(beyond)).map(([, , code, why]) => ({ code, why }));
}
