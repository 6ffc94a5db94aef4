import { expect } from 'vitest';
import type { Code } from '../../src/domain/catalogue.ts';
import { findCause } from '../../src/policy/causes.ts';
import { foldReport } from '../../src/report/fold.ts';
import { type FakeOutcome, type FakeRun, runOnFakes, TOOL_CACHE } from '../fakes/fake-machine.ts';
import { GOPROXY, tableOf, type World } from './world.ts';

const NO_RELEASES = tableOf([]);

export type Play = Partial<Omit<FakeRun, 'inputs'>> & {
  /** Default: 1.26.8. */
  readonly version?: string;
  readonly inputs?: Readonly<Record<string, string>>;
};

/**
 * One run in a world, held against what is true of every run: the events are the report, the end is the last that is heard, and
 * nothing goes on afterwards.
 */
export async function play(world: World, options: Play = {}): Promise<FakeOutcome> {
  const outcome = await playBeside(world, options);
  await expectHonest(outcome);
  return outcome;
}

/** The same for one of several runs at once: nobody looks what goes on after its end. */
export function playBeside(world: World, options: Play = {}): Promise<FakeOutcome> {
  const { version = '1.26.8', inputs, env, ...rest } = options;
  return runOnFakes({
    log: world.log.known(250),
    servers: world.servers,
    table: NO_RELEASES,
    ...rest,
    env: { GOPROXY, ...env },
    inputs: { ...(version === '' ? {} : { 'go-version': version }), ...inputs },
  });
}

async function expectHonest({ report, events, host, files, net, clock }: FakeOutcome): Promise<void> {
  expect(host.published).toEqual([report]);
  expect(host.heard).toEqual(events);
  expect(foldReport(events, findCause)).toEqual(report);
  expect(events.map(({ type }) => type).filter(type => type === 'run-ended')).toHaveLength(1);
  const count = { requests: net.requests.length, events: events.length };
  await clock.advance(120_000);
  expect(events.at(-1)?.type).toBe('run-ended');
  expect({ requests: net.requests.length, events: events.length }).toEqual(count);
  expect({ openBodies: net.openCount(), openFiles: files.openCount(), sleepers: clock.pendingSleepCount() }).toEqual({
    openBodies: 0,
    openFiles: 0,
    sleepers: 0,
  });
  expect(report.findings.filter(({ code }) => code === 'SELF.BUG')).toEqual([]);
}

/** GOROOT of a version in the tool cache. */
export function entryOf(version: string): string {
  return `${TOOL_CACHE}/go/${version}/x64`;
}

/** What stands in the tool cache and does not belong to a complete entry. */
export function leftovers({ files }: Pick<FakeOutcome, 'files'>): readonly string[] {
  return files.paths(TOOL_CACHE).filter(path => /\.(?:lock|stage|trash|probe|break)\b/u.test(path));
}

/** Codes of the attempts, `won` for the one that was installed from. */
export function attemptsOf({ report }: FakeOutcome): readonly string[] {
  return report.attempts.map(({ source, end, code }) => `${source} ${code ?? end}`);
}

export function codesOf({ report }: FakeOutcome): readonly Code[] {
  return [...new Set(report.findings.map(({ code }) => code))];
}
