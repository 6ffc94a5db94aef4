import { describe, expect, it } from 'vitest';
import type { Event, EventBody } from '../../src/domain/event.ts';
import { finding } from '../../src/domain/finding.ts';
import type { RepairOutcome } from '../../src/domain/repair.ts';
import { createNarrator } from '../../src/report/narrator.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderText } from '../../src/report/text.ts';
import { fold, timeline } from './scenarios.ts';

const ended = finding('TLS.HANDSHAKE_STALL', { subject: 'official' });
const other = finding('TCP.REFUSED', { subject: 'aliyun' });
const repair = (state: RepairOutcome['state'], more: Partial<RepairOutcome> = {}): EventBody => ({
  type: 'repair',
  repair: 'classical-groups',
  title: 'Offer classical groups',
  code: 'TLS.PQ_INTOLERANT',
  subject: 'go.dev',
  state,
  steps: [{ title: 'Update the firewall', text: 'sudo fix `it`\n|now' }],
  ...more,
});
const attempt = (number: number, failed: typeof ended): readonly EventBody[] => [
  { type: 'attempt-started', attempt: number, source: failed.subject, url: 'https://go.dev/a' },
  { type: 'attempt-ended', attempt: number, end: 'failed', bytes: 0, finding: failed },
];

function failedRun(...between: readonly EventBody[]): readonly Event[] {
  const bodies: readonly EventBody[] = [
    { type: 'run-started', command: 'install', product: 'setup-go-robust 0.1.0' },
    ...attempt(1, ended),
    ...between,
    { type: 'run-ended', outcome: 'failed', findings: [ended] },
  ];
  return timeline(...bodies.map((body, index) => [index, body] as const));
}

const TRIED: EventBody = { type: 'repair-tried', repair: 'classical-groups', title: 'Offer classical groups' };

describe('a repair in the report', () => {
  it('that did not help leaves the report as it was', () => {
    const undone = repair('rolled-back', { before: 'TLS.HANDSHAKE_STALL', after: 'TCP.REFUSED' });
    const {
      repairs,
      timings: _,
      ...rest
    } = fold(failedRun(TRIED, ...attempt(2, other), { type: 'finding', finding: other }, undone));
    const { timings: _plain, ...plain } = fold(failedRun());
    expect(rest).toEqual(plain);
    expect(repairs).toMatchObject([{ state: 'rolled-back', before: 'TLS.HANDSHAKE_STALL', after: 'TCP.REFUSED' }]);
  });

  it('that helped keeps what was done with it', () => {
    const { attempts, repairs } = fold(failedRun(TRIED, ...attempt(2, other), repair('helped')));
    expect(attempts).toHaveLength(2);
    expect(repairs).toHaveLength(1);
  });

  it('that was only planned, and one whose end was never told, hide nothing', () => {
    const planned = repair('planned');
    expect(fold(failedRun(planned, ...attempt(2, other))).attempts).toHaveLength(2);
    expect(fold(failedRun(TRIED, ...attempt(2, other))).attempts).toHaveLength(2);
    expect(fold(failedRun()).repairs).toBeUndefined();
  });

  it.each(['planned', 'helped', 'rolled-back'] as const)('is told when it is %s: in the text, the summary and the log', state => {
    const event = repair(state);
    const report = fold(failedRun(event));
    for (const text of [renderText(report), renderSummary(report)]) {
      expect(text).toContain('Offer classical groups');
      expect(text).toContain('TLS.PQ_INTOLERANT');
      expect(text).toContain('Update the firewall');
    }
    expect(createNarrator()({ atMs: 1, ...event })?.kind).toBe(state === 'planned' ? 'detail' : 'notable');
    expect(createNarrator()({ atMs: 1, ...TRIED })?.kind).toBe('notable');
    // A line break of a step makes no line of its own.
    expect(
      renderText(report)
        .split('\n')
        .filter(line => line.includes('|now')),
    ).toHaveLength(1);
  });
});
