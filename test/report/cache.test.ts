import { describe, expect, it } from 'vitest';
import type { CacheOutcome } from '../../src/domain/cache-entry.ts';
import type { EventBody } from '../../src/domain/event.ts';
import { savedLine } from '../../src/report/cache-line.ts';
import { createNarrator } from '../../src/report/narrator.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderText } from '../../src/report/text.ts';
import { fold, installed } from './scenarios.ts';

const MODULES = { entry: 'modules', key: 'm-1', ms: 5 } as const;
const BUILD = { entry: 'build', key: 'b-1', ms: 7 } as const;

function reportWith(...outcomes: readonly CacheOutcome[]) {
  const events = outcomes.map(outcome => ({ type: 'cache', ...outcome, atMs: 1 }) satisfies EventBody & { atMs: number });
  return fold([...installed.slice(0, -1), ...events, ...installed.slice(-1)]);
}

describe('caches in a report', () => {
  it.each([
    [
      'both exact',
      [
        { ...MODULES, result: 'exact', matchedKey: 'm-1' },
        { ...BUILD, result: 'exact', matchedKey: 'b-1' },
      ],
      'true',
      'm-1',
    ],
    [
      'one older',
      [
        { ...MODULES, result: 'prefix', matchedKey: 'm-0' },
        { ...BUILD, result: 'exact' },
      ],
      'false',
      'm-1',
    ],
    [
      'one missed',
      [
        { ...MODULES, result: 'exact' },
        { ...BUILD, result: 'none' },
      ],
      'false',
      'm-1',
    ],
    [
      'one failed',
      [
        { ...MODULES, result: 'failed' },
        { ...BUILD, result: 'exact' },
      ],
      'false',
      'm-1',
    ],
    ['only one that there is', [{ ...MODULES, result: 'exact' }], 'true', 'm-1'],
    ['off', [{ result: 'off', reason: 'offline' }], 'false', ''],
    ['not spoken of', [], 'false', ''],
  ] as const)('(%s) decide cache-hit and cache-key', (_, outcomes, hit, key) => {
    expect(outputsOf(reportWith(...outcomes))).toMatchObject({ 'cache-hit': hit, 'cache-key': key });
  });

  it('are told to people, and not when nobody spoke of them', () => {
    const report = reportWith({ ...MODULES, result: 'exact', matchedKey: 'm-1' }, { ...BUILD, result: 'none' });
    for (const text of [renderText(report), renderSummary(report)]) {
      expect(text).toContain('Cache');
      expect(text).toContain('modules: ');
      expect(text).toContain('build results: ');
    }
    expect(renderText(fold(installed))).not.toContain('Cache');
    expect(fold(installed)).not.toHaveProperty('caches');
  });

  it('are told while it happens, with their keys', () => {
    const narrate = createNarrator();
    const told = narrate({ type: 'cache', atMs: 1, ...MODULES, result: 'prefix', matchedKey: 'm-0' });
    expect(told).toMatchObject({ kind: 'detail', text: expect.stringContaining('m-0') });
    expect(narrate({ type: 'cache', atMs: 1, result: 'off', reason: 'offline' })?.text).toContain('offline');
  });
});

describe('the line of the post step', () => {
  const saved = { kind: 'modules', result: 'saved', reason: '', ms: 100 } as const;

  it('is an information, and a warning only when something failed', () => {
    expect(savedLine({ entries: [], reason: 'why' })).toMatchObject({ level: 'info', text: expect.stringContaining('why') });
    expect(savedLine({ entries: [saved], reason: '' }).level).toBe('info');
    expect(savedLine({ entries: [saved, { ...saved, result: 'skipped', reason: 'taken' }], reason: '' }).level).toBe('info');
    expect(savedLine({ entries: [saved, { ...saved, result: 'failed', reason: 'disk' }], reason: '' }).level).toBe('warning');
  });

  it('is one line whatever a server said', () => {
    const { text } = savedLine({ entries: [{ ...saved, result: 'failed', reason: 'a\n::error::b\u001b[31m' }], reason: '' });
    expect([...text].filter(character => character < ' ')).toEqual([]);
  });
});
