import { isExposed, splitUserinfo } from '../domain/address.ts';
import { failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { groupAddress } from '../domain/pushgateway.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Report } from '../domain/report.ts';
import type { Env, Net, NetRequest } from '../ports/machine.ts';
import { renderMetrics } from '../report/openmetrics.ts';
import { within } from './within.ts';

export interface Push {
  /** An http or https URL, userinfo included. */
  readonly gateway: string;
  /** Read for the names of repository, workflow, job and runner. */
  readonly env: Env;
  /** The input, as it was written. */
  readonly goVersion: string | undefined;
  readonly openNet: () => Pick<Net, 'request'>;
  /** The run was cut off, and has LIMITS.pushLateMs left for this, not LIMITS.pushMs. */
  readonly isLate: () => boolean;
}

/**
 * Replaces the metrics of this run's group at the gateway (PUT). Userinfo of the address becomes an Authorization for it, and goes nowhere
 * over plain http but to this machine. Throws Failure METRICS.PUSH, or what the network says; within its deadline in any case.
 */
export async function pushMetrics(report: Report, push: Push): Promise<void> {
  const { url, authorization } = splitUserinfo(push.gateway);
  const trouble = (reason: string) => failure('METRICS.PUSH', { subject: redactUrl(url), evidence: { reason } });
  if (authorization !== undefined && isExposed(url)) throw trouble('a password is not sent over plain http');
  const limitMs = push.isLate() ? LIMITS.pushLateMs : LIMITS.pushMs;
  const request: NetRequest = {
    method: 'PUT',
    url: groupAddress(url, { ...push, command: report.command }),
    headers: {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      ...(authorization === undefined ? {} : { authorization }),
    },
    body: renderMetrics(report, 'prometheus'),
    limits: { lookupMs: limitMs, connectMs: limitMs, proxyMs: limitMs, tlsMs: limitMs, firstByteMs: limitMs },
  };
  const answering = async (signal: AbortSignal): Promise<number> => {
    const answer = await push.openNet().request(request, signal);
    answer.discard();
    return answer.status;
  };
  const status = await within(answering, limitMs, trouble(`no answer in ${limitMs} ms`));
  if (status < 200 || status > 299) throw trouble(`status ${status}`);
}
