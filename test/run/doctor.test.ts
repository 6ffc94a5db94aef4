import { describe, expect, it } from 'vitest';
import { factsFileText } from '../../src/domain/facts-file.ts';
import type { Facts } from '../../src/domain/network-facts.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';
import { CASES } from '../rules/cases/all.ts';
import { facts, target } from '../rules/cases/base.ts';
import { PLAIN } from '../rules/cases/setting.ts';
import { play } from './play.ts';
import { createWorld } from './world.ts';

const world = createWorld();

function judge(content: string, more: { readonly path?: string; readonly options?: Readonly<Record<string, string>> } = {}) {
  const clock = createFakeClock();
  const files = createMemoryFiles({ clock });
  files.put('/project/facts.json', content);
  return play(world, { command: 'doctor', version: '', clock, files, options: { judge: 'facts.json' }, ...more });
}

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
    const given = CASES.find(item => item.id === id);
    const { report } = await judgeFacts(given?.make(PLAIN) ?? facts(PLAIN));
    expect(report).toMatchObject({ outcome: 'failed', exitCode, cause: { code, verdict: 'cause' } });
    expect(report.findings[0]).toMatchObject({ code });
    expect(report.findings[0]?.fixes.length).toBeGreaterThan(0);
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
