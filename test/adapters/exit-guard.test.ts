import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type GuardedProcess, type GuardOptions, superviseRun } from '../../src/adapters/exit-guard.ts';
import type { Event } from '../../src/domain/event.ts';
import { failure } from '../../src/domain/failure.ts';
import type { Report } from '../../src/domain/report.ts';
import { findCause } from '../../src/policy/causes.ts';
import { foldReport } from '../../src/report/fold.ts';

type Listener = (argument?: unknown) => void;

/** A process that notes what happens to it; ending it runs the exit listeners, as Node does. */
class FakeProcess implements GuardedProcess {
  exitCode: GuardedProcess['exitCode'] = undefined;
  endedWith: number | undefined;
  readonly #listeners = new Map<string, Listener[]>();

  on(event: string, listener: Listener): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }

  emit(event: string, argument?: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(argument);
  }

  exit(code?: number): void {
    if (this.endedWith !== undefined) return;
    if (code !== undefined) this.exitCode = code;
    this.emit('exit');
    this.endedWith = Number(this.exitCode);
  }
}

const STARTED = { atMs: 0, type: 'run-started', command: 'install', product: 'setup-go-robust 0' } as const satisfies Event;
const ATTEMPT: Event = {
  atMs: 5,
  type: 'attempt-started',
  attempt: 1,
  source: 'mirror',
  url: 'https://mirror.example/go.tar.gz',
};

const GRACE = { budgetGraceMs: 20, killGraceMs: 20 };

interface Guarded {
  readonly process: FakeProcess;
  readonly published: Report[];
  readonly written: () => string;
}

function supervise(
  run: Parameters<typeof superviseRun>[1],
  options: Partial<GuardOptions> & { readonly publish?: () => Promise<void> } = {},
): Guarded {
  const process = new FakeProcess();
  const published: Report[] = [];
  let text = '';
  const host: GuardOptions['host'] = {
    kind: 'terminal',
    hear: () => undefined,
    mask: () => undefined,
    apply: async () => undefined,
    publish: async report => {
      published.push(report);
      await options.publish?.();
    },
    ...options.host,
  };
  const guard = { process, events: [STARTED, ATTEMPT], timeoutMs: 60_000, stop: new AbortController(), grace: GRACE, ...options };
  const writeSync = (more: string): void => {
    text += more;
  };
  superviseRun({ ...guard, host, writeSync }, run);
  return { process, published, written: () => text };
}

/** The report of a run that ended so; the events are those of the guard. */
function ended(outcome: 'ok' | 'failed'): Report {
  const findings = outcome === 'ok' ? [] : [failure('VERSION.UNKNOWN', { subject: '1.99' }).finding];
  const events: Event[] = [
    { ...STARTED, command: 'resolve' },
    { atMs: 9, type: 'run-ended', outcome, findings },
  ];
  return foldReport(events, findCause);
}

async function endOf(process: FakeProcess): Promise<void> {
  for (let waitedMs = 0; process.endedWith === undefined; waitedMs += 5) {
    if (waitedMs > 5_000) throw new Error('the process goes on');
    await delay(5);
  }
}

const never = (): Promise<Report> => new Promise(() => undefined);

/** A run that heeds its signal, as ours does. */
function heeding(signal: AbortSignal): Promise<Report> {
  return new Promise(resolve => {
    signal.addEventListener('abort', () => {
      const findings = [failure('SELF.INTERRUPTED', { subject: 'test' }).finding];
      resolve(foldReport([STARTED, { atMs: 9, type: 'run-ended', outcome: 'failed', findings }], findCause));
    });
  });
}

describe('a supervised run', () => {
  it('has failed until it says otherwise', () => {
    expect(supervise(never).process.exitCode).toBe(70);
  });

  it.each([
    { outcome: 'ok' as const, exitCode: 0 },
    { outcome: 'failed' as const, exitCode: 71 },
  ])('that is $outcome ends with $exitCode and without more words', async ({ outcome, exitCode }) => {
    const { process, published, written } = supervise(async () => ended(outcome));
    await delay(5);
    process.emit('beforeExit');
    process.emit('exit');
    expect({ exitCode: process.exitCode, published, written: written() }).toEqual({ exitCode, published: [], written: '' });
  });

  it('that is over is not kept alive by what it left running', async () => {
    const { process } = supervise(async () => ended('ok'));
    await endOf(process);
    expect(process.endedWith).toBe(0);
  });

  it('under which the event loop drains is published as SELF.DRAINED, once', async () => {
    const { process, published, written } = supervise(never);
    process.emit('beforeExit');
    await delay(5);
    process.emit('beforeExit');
    process.emit('exit');
    expect(published.map(report => report.cause?.code)).toEqual(['SELF.DRAINED']);
    expect(published[0]?.attempts.map(attempt => attempt.end)).toEqual(['running']);
    expect({ exitCode: process.exitCode, written: written() }).toEqual({ exitCode: 70, written: '' });
  });

  it.each([
    { name: 'never ends', publish: () => new Promise<void>(() => undefined) },
    { name: 'fails', publish: () => Promise.reject(new Error('the disk is full')) },
  ])('has last words where publishing $name', async ({ publish }) => {
    const { process, written } = supervise(never, { publish });
    process.emit('beforeExit');
    await delay(5);
    process.emit('exit');
    expect(written()).toContain('SELF.DRAINED');
    expect(written()).not.toContain('::error');
    expect(process.exitCode).toBe(70);
  });

  it('has last words as annotations on GitHub', () => {
    const { process, written } = supervise(never, { host: { kind: 'github' } as GuardOptions['host'] });
    process.emit('exit');
    expect(written()).toMatch(/^::error /mu);
  });

  it('without a result stays red when somebody set the exit code to 0', () => {
    const { process } = supervise(never);
    process.exitCode = 0;
    process.emit('exit');
    expect(process.exitCode).toBe(70);
  });

  it('that throws is red and has last words', async () => {
    const { process, written } = supervise(() => Promise.reject(new Error('a defect')));
    await delay(5);
    expect(process.endedWith).toBe(70);
    expect(written()).not.toBe('');
  });

  it.each(['SIGINT', 'SIGTERM'])('is aborted by %s and may end by itself', async signal => {
    const stop = new AbortController();
    const { process, published } = supervise(heeding, { stop });
    process.emit(signal);
    await delay(5);
    expect(stop.signal.reason).toMatchObject({ code: 'SELF.INTERRUPTED' });
    expect({ exitCode: process.exitCode, published }).toEqual({ exitCode: 75, published: [] });
  });

  it('is aborted by what nobody caught', async () => {
    const stop = new AbortController();
    const { process } = supervise(heeding, { stop });
    process.emit('uncaughtException', new Error('unheard of'));
    expect(stop.signal.reason).toMatchObject({ message: 'unheard of' });
  });

  it('is aborted at the end of its budget', async () => {
    const stop = new AbortController();
    const { process } = supervise(heeding, { stop, timeoutMs: 10 });
    await endOf(process);
    expect(stop.signal.reason).toMatchObject({ code: 'BUDGET.TOTAL' });
  });

  it.each([
    { by: 'its budget', event: undefined, code: 'BUDGET.TOTAL', exitCode: 75 },
    { by: 'a signal', event: 'SIGTERM', code: 'SELF.INTERRUPTED', exitCode: 75 },
    { by: 'what nobody caught', event: 'uncaughtException', code: 'SELF.BUG', exitCode: 70 },
  ])('that does not end when it is aborted by $by is published and cut off', async ({ event, code, exitCode }) => {
    const { process, published, written } = supervise(never, { timeoutMs: event === undefined ? 5 : 60_000 });
    if (event !== undefined) process.emit(event, new Error('unheard of'));
    await endOf(process);
    expect(published.map(report => report.cause?.code)).toEqual([code]);
    expect({ endedWith: process.endedWith, written: written() }).toEqual({ endedWith: exitCode, written: '' });
  });

  describe('whose own publishing outlasts the grace of its budget', () => {
    const publishes = (host: GuardOptions['host'], signal: AbortSignal): Promise<Report> =>
      heeding(signal).then(async report => {
        await host.publish(report);
        return report;
      });

    it('is published once, and ends with what it published', async () => {
      const publish = () => delay(GRACE.budgetGraceMs + GRACE.killGraceMs / 2);
      const { process, published, written } = supervise((signal, host) => publishes(host, signal), { timeoutMs: 5, publish });
      await endOf(process);
      expect(published.map(report => report.cause?.code)).toEqual(['SELF.INTERRUPTED']);
      expect({ endedWith: process.endedWith, written: written() }).toEqual({ endedWith: 75, written: '' });
    });

    it('is published once, and cut off with last words where that never ends', async () => {
      const publish = () => new Promise<void>(() => undefined);
      const { process, published, written } = supervise((signal, host) => publishes(host, signal), { timeoutMs: 5, publish });
      await endOf(process);
      expect(published).toHaveLength(1);
      expect(process.endedWith).toBe(75);
      expect(written()).toContain('BUDGET.TOTAL');
    });

    it('stays red where a good end was not published to its end', async () => {
      const publish = () => new Promise<void>(() => undefined);
      const run = async (_: AbortSignal, host: GuardOptions['host']): Promise<Report> => {
        await host.publish(ended('ok'));
        return ended('ok');
      };
      const { process, published } = supervise(run, { timeoutMs: 5, publish });
      await endOf(process);
      expect(published).toHaveLength(1);
      expect(process.endedWith).toBe(75);
    });
  });

  it('that publishes when the guard has done so already is not heard twice', async () => {
    const run = async (signal: AbortSignal, host: GuardOptions['host']): Promise<Report> => {
      const report = await heeding(signal);
      await delay(GRACE.budgetGraceMs + 5);
      await host.publish(report);
      return report;
    };
    const { process, published } = supervise(run, { timeoutMs: 5 });
    await endOf(process);
    expect(published.map(report => report.cause?.code)).toEqual(['BUDGET.TOTAL']);
  });

  it('is cut off with last words where publishing does not end either', async () => {
    const publish = (): Promise<void> => new Promise(() => undefined);
    const { process, written } = supervise(never, { timeoutMs: 5, publish });
    await endOf(process);
    expect(process.endedWith).toBe(75);
    expect(written()).toContain('BUDGET.TOTAL');
  });
});
