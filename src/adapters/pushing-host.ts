import { warning } from '@actions/core';
import { Failure } from '../domain/failure.ts';
import { finding } from '../domain/finding.ts';
import { parseGateway } from '../domain/pushgateway.ts';
import { redactText, redactUrl } from '../domain/redact.ts';
import type { Host } from '../ports/host.ts';
import type { Env, Net } from '../ports/machine.ts';
import { commandSafe } from '../report/command-safe.ts';

export interface PushSettings {
  /** The input, before it was judged: the metrics of a run with bad inputs are pushed too. What is no URL pushes nothing. */
  readonly gateway: string | undefined;
  /** Read for the names of repository, workflow, job and runner. */
  readonly env: Env;
  /** The input, as it was written. */
  readonly goVersion: string | undefined;
  /** Asked once, after the report was published. */
  readonly openNet: () => Pick<Net, 'request'>;
  /** The run was cut off: the platform may end this process soon. */
  readonly isLate: () => boolean;
  /** Where a warning goes that is no workflow command. */
  readonly streams: Readonly<Record<'stdout' | 'stderr', { write(text: string): unknown }>>;
}

/**
 * The same host, which after its report pushes the metrics of the run to a Pushgateway, whatever the outcome. That never
 * throws, never changes the result, and costs its deadline at most: what goes wrong is one line with METRICS.PUSH.
 */
export function pushAfterwards(host: Host, settings: PushSettings): Host {
  const gateway = parseGateway(settings.gateway ?? '')?.href;
  if (gateway === undefined) return host;
  return {
    ...host,
    publish: async report => {
      await host.publish(report);
      try {
        const { pushMetrics } = await import('./pushgateway.ts');
        await pushMetrics(report, { ...settings, gateway });
      } catch (error) {
        warn(host, settings.streams, warningOf(error, gateway));
      }
    },
  };
}

/** Standard output of the command line is for its result alone. */
function warn({ kind }: Host, { stdout, stderr }: PushSettings['streams'], line: string): void {
  if (kind === 'github') warning(line);
  else (kind === 'gitlab' ? stdout : stderr).write(`${commandSafe(line)}\n`);
}

/** One line, whatever a server or a resolver said. */
function warningOf(error: unknown, gateway: string): string {
  const reasons =
    error instanceof Failure && error.code === 'METRICS.PUSH' ? error.finding.evidence.map(({ value }) => value) : [];
  const reason = reasons[0] ?? (error instanceof Error ? error.message : String(error));
  const { code, message, subject } = finding('METRICS.PUSH', { subject: redactUrl(gateway) });
  return redactText(`${code}: ${message} to ${subject} (${reason})`, [])
    .replaceAll(/\p{Cc}+/gu, ' ')
    .slice(0, 500);
}
