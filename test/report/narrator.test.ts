import { describe, expect, it } from 'vitest';
import { createNarrator } from '../../src/report/narrator.ts';
import { isProgressDue, progressLine } from '../../src/report/progress.ts';
import { bytesText, durationText } from '../../src/report/units.ts';
import { allFailed, installed, timeline } from './scenarios.ts';

describe('createNarrator', () => {
  it('tells each phase with its time', () => {
    const narrate = createNarrator();
    const ends = installed.map(narrate).filter(told => told?.kind === 'phase-end');
    expect(ends.map(told => told?.text.split(': ')[1])).toEqual(['0.2 s', '0.1 s', '3.5 s', '28 ms', '8 ms']);
  });
  it('makes a failed source notable and a good one a detail', () => {
    const narrate = createNarrator();
    const notable = allFailed.map(narrate).filter(told => told?.kind === 'notable');
    expect(notable.map(told => told?.text.split(':')[0])).toEqual(['official', 'aliyun', 'nju']);
    expect(installed.map(createNarrator()).filter(told => told?.kind === 'notable')).toHaveLength(1);
  });
  it('tells progress at each quarter, not at each event', () => {
    const narrate = createNarrator();
    const events = timeline(
      [0, { type: 'attempt-started', attempt: 1, source: 's', url: 'https://e.test/' }],
      ...Array.from({ length: 1_000 }, (_, index) => {
        return [index, { type: 'attempt-progress', attempt: 1, bytes: index + 1, sizeBytes: 1_000 }] as const;
      }),
    );
    const told = events.map(narrate).filter(item => item !== undefined);
    expect(told.map(item => item.text).slice(1)).toEqual(['s: 25 % of 1000 B', 's: 50 % of 1000 B', 's: 75 % of 1000 B']);
  });
  it('tells progress every ten seconds when it is slow or has no known size', () => {
    const narrate = createNarrator();
    const events = timeline(
      [0, { type: 'attempt-started', attempt: 1, source: 's', url: 'https://e.test/' }],
      ...Array.from(
        { length: 61 },
        (_, second) => [second * 1_000, { type: 'attempt-progress', attempt: 1, bytes: second }] as const,
      ),
    );
    expect(events.map(narrate).filter(item => item !== undefined)).toHaveLength(1 + 6);
  });
  it('turns server text into one plain line', () => {
    const [event] = timeline([0, { type: 'lock-waiting', holder: 'a\n::error::b\u001b[2J' }]);
    expect(event && createNarrator()(event)?.text).toMatch(/^[^\p{Cc}]+$/u);
  });
});

describe('progress', () => {
  it('is due once for each quarter', () => {
    const at = (atMs: number, bytes: number) => ({ source: 's', startMs: 0, atMs, bytes, sizeBytes: 100 });
    expect(isProgressDue(undefined, at(1, 24))).toBe(false);
    expect(isProgressDue(undefined, at(1, 25))).toBe(true);
    expect(isProgressDue(at(1, 26), at(2, 49))).toBe(false);
    expect(isProgressDue(at(1, 26), at(10_001, 27))).toBe(true);
    expect(isProgressDue(at(1, 76), at(2, 100))).toBe(false);
  });
  it('shows amount, rate and time left', () => {
    const line = progressLine({ source: 's', startMs: 0, bodyMs: 1_000, atMs: 3_000, bytes: 2_097_152, sizeBytes: 10_485_760 });
    expect(line).toBe('s: 2.0 MiB of 10 MiB, 1.0 MiB/s, 8.0 s left');
    expect(progressLine({ source: 's', startMs: 0, atMs: 0, bytes: 0 })).toBe('s: 0 B');
  });
});

it.each([
  [42, '42 ms'],
  [420, '0.4 s'],
  [9_949, '9.9 s'],
  [12_400, '12 s'],
  [59_600, '1 min'],
  [185_000, '3 min 5 s'],
])('%d ms read as %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

it.each([
  [0, '0 B'],
  [1_536, '1.5 KiB'],
  [67_108_864, '64 MiB'],
])('%d bytes read as %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
