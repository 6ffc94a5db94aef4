import { describe, expect, it } from 'vitest';
import { factsFileText } from '../../src/domain/facts-file.ts';
import type { Facts } from '../../src/domain/network-facts.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';
import { CASES } from '../rules/cases/all.ts';
import { facts, target } from '../rules/cases/base.ts';
import { PLAIN, type Setting } from '../rules/cases/setting.ts';
import { type Play, play } from './play.ts';
import { createWorld } from './world.ts';

const world = createWorld();

function judge(content: string, more: Pick<Play, 'path' | 'options' | 'inputs'> = {}) {
  const clock = createFakeClock();
  const files = createMemoryFiles({ clock });
  files.put('/project/facts.json', content);
  return play(world, { command: 'doctor', version: '', clock, files, options: { judge: 'facts.json' }, ...more });
}

/** No other source but the one that a case is about. */
const ALONE = { ...PLAIN, others: 0 };
const caseOf = (id: string, setting: Setting): Facts => {
  const given = CASES.find(item => item.id === id);
  if (given === undefined) throw new Error(`there is no case ${id}`);
  return given.make(setting);
};

const judgeFacts = (given: Facts) => judge(factsFileText(given));

describe('doctor --judge', () => {
  it('of a healthy machine ends 0, and no packet leaves', async () => {
    const { report, net } = await judgeFacts(facts(PLAIN, { targets: [target(PLAIN)] }));
    expect(report).toMatchObject({
      outcome: 'ok',
      exitCode: 0,
      cause: null,
      findings: [],
      diagnosis: { healthy: true, causes: [] },
    });
    expect(net.requests).toEqual([]);
  });

  it.each([
    ['P05', 'PROXY.DENIED', 72],
    ['E01', 'CFG.PROXY_URL_INVALID', 71],
    ['A07', 'VER.TAMPERED', 73],
    ['A10', 'FS.NO_SPACE', 74],
    ['H12', 'HTTP.SERVER', 75],
  ])('of case %s names %s and ends with its exit code', async (id, code, exitCode) => {
    const { report } = await judgeFacts(caseOf(id, ALONE));
    expect(report).toMatchObject({ outcome: 'failed', exitCode, cause: { code, verdict: 'cause' } });
    expect(report.findings[0]).toMatchObject({ code });
    expect(report.findings[0]?.fixes.length).toBeGreaterThan(0);
  });

  it.each([
    ['P05', 'PROXY.DENIED'],
    ['H12', 'HTTP.SERVER'],
  ])('of case %s beside a source that works ends 0, and %s is a warning', async (id, code) => {
    const { report } = await judgeFacts(caseOf(id, { ...PLAIN, others: 2 }));
    expect(report).toMatchObject({ outcome: 'ok', exitCode: 0, cause: null, diagnosis: { healthy: true, causes: [] } });
    expect(report.findings.map(item => `${item.code} ${item.severity}`)).toEqual([`${code} warning`]);
    expect(report.diagnosis?.targets.map(({ state }) => state).sort()).toEqual(['unusable', 'usable', 'usable']);
  });

  it('of altered content ends 73, whoever else works', async () => {
    const { report } = await judgeFacts(caseOf('A07', { ...PLAIN, others: 2 }));
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 73, cause: { code: 'VER.TAMPERED' } });
  });

  it('of a setting that stops every run ends with it, though a source is dead beside one that works', async () => {
    const [dead, broken] = [caseOf('H12', { ...PLAIN, others: 2 }), caseOf('E01', PLAIN)];
    const { report } = await judgeFacts({ ...broken, targets: dead.targets });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code: 'CFG.PROXY_URL_INVALID' } });
    expect(report.diagnosis?.causes.map(({ code }) => code)).toEqual(['CFG.PROXY_URL_INVALID']);
    expect(report.diagnosis?.warnings.map(({ code }) => code)).toContain('HTTP.SERVER');
  });

  it.each([
    ['is a source, and enough', {}, 'ok'],
    ['is none where sources were named', { sources: 'golang-cn' }, 'failed'],
  ])('a module proxy that has the toolchains %s', async (_name, inputs, outcome) => {
    const goproxy = [
      {
        entry: 'https://proxy.example.com',
        next: 'end',
        outcome: { ok: true, ms: 9 },
        status: 200,
        hasToolchains: true,
      } as const,
    ];
    const { report } = await judge(factsFileText({ ...caseOf('H12', ALONE), goproxy }), { inputs });
    expect(report.outcome).toBe(outcome);
  });

  it.each([
    ['no JSON', '{"schema":', 'INPUT.FACTS'],
    ['another release', '{"schema":"setup-go-robust/facts@9"}', 'INPUT.FACTS'],
  ])('of %s is refused', async (_name, content, code) => {
    const { report } = await judge(content);
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 71, cause: { code } });
  });

  it('of a file that is not there is FS.NOT_FOUND', async () => {
    const { report } = await judge('{}', { options: { judge: 'other.json' } });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 74, cause: { code: 'FS.NOT_FOUND' } });
  });

  it('takes no URL', async () => {
    const { report } = await judge('{}', { path: 'https://mirror.example.com/' });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 64, cause: { code: 'INPUT.INVALID' } });
  });
});
