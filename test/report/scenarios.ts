import type { Event, EventBody } from '../../src/domain/event.ts';
import { type Finding, finding } from '../../src/domain/finding.ts';
import type { Proof } from '../../src/domain/proof.ts';
import type { Report } from '../../src/domain/report.ts';
import { findCause } from '../../src/policy/causes.ts';
import { foldReport } from '../../src/report/fold.ts';

/** Whole runs as fixed lists of events; the golden files are made from these. */

export const PROOF: Proof = {
  kind: 'checksum-database',
  root: 'sum.golang.org',
  value: 'h1:4x6h9Q2B1mJ0mQeY8w3n1kq6m5x0J4v7g2f8d9s0a1c=',
  detail: 'record 41023456 in a tree of 48112233 records',
};

const OFFICIAL = 'https://go.dev/dl/go1.26.8.linux-amd64.tar.gz';
const ALIYUN = 'https://mirrors.aliyun.com/golang/go1.26.8.linux-amd64.tar.gz';
const NJU = 'https://mirrors.nju.edu.cn/golang/go1.26.8.linux-amd64.tar.gz';
const SIZE_BYTES = 67_108_864;

/** Gives each event its time. */
export function timeline(...steps: readonly (readonly [atMs: number, body: EventBody])[]): readonly Event[] {
  return steps.map(([atMs, body]) => ({ atMs, ...body }));
}

export function fold(events: readonly Event[]): Report {
  return foldReport(events, findCause);
}

const begin = timeline(
  [0, { type: 'run-started', command: 'install', product: 'setup-go-robust 0.1.0', nowMs: Date.UTC(2026, 10, 21, 8, 0, 0, 7) }],
  [1, { type: 'phase-started', phase: 'resolve' }],
  [2, { type: 'requested', spec: '1.26', origin: { kind: 'file', file: 'go.mod', line: 3 } }],
  [181, { type: 'listing-read', source: 'official', url: 'https://go.dev/dl/?…', ms: 178, count: 356 }],
  [240, { type: 'listing-read', source: 'golang-cn', url: 'https://golang.google.cn/dl/?…', ms: 237, code: 'TLS.UNTRUSTED' }],
  [242, { type: 'resolved', version: '1.26.8', platform: 'linux/amd64', learntFrom: ['official'] }],
  [243, { type: 'phase-ended', phase: 'resolve' }],
  [244, { type: 'phase-started', phase: 'lookup' }],
  [351, { type: 'proof-found', proof: PROOF, ms: 106 }],
  [352, { type: 'phase-ended', phase: 'lookup' }],
  [353, { type: 'phase-started', phase: 'acquire' }],
);

export const refused: Finding = finding('TCP.REFUSED', {
  subject: 'official',
  evidence: { address: '142.250.0.1:443', errno: 'ECONNREFUSED' },
});

export const tampered: Finding = finding('VER.TAMPERED', {
  subject: 'aliyun',
  evidence: { expected: PROOF.value, got: 'h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', 'size in bytes': SIZE_BYTES },
});

const notFound: Finding = finding('HTTP.NOT_FOUND', { subject: 'nju', evidence: { status: 404, 'final address': NJU } });

const firstRefused = timeline(
  [354, { type: 'attempt-started', attempt: 1, source: 'official', url: OFFICIAL }],
  [402, { type: 'attempt-ended', attempt: 1, end: 'failed', bytes: 0, finding: refused }],
);

const aliyunDelivers = timeline(
  [403, { type: 'attempt-started', attempt: 2, source: 'aliyun', url: ALIYUN }],
  [498, { type: 'attempt-answered', attempt: 2, sizeBytes: SIZE_BYTES }],
  [1_400, { type: 'attempt-progress', attempt: 2, bytes: 17_000_000, sizeBytes: SIZE_BYTES }],
  [2_600, { type: 'attempt-progress', attempt: 2, bytes: 40_000_000, sizeBytes: SIZE_BYTES }],
);

const ready: EventBody = {
  type: 'toolchain-ready',
  version: '1.26.8',
  root: '/opt/hostedtoolcache/go/1.26.8/x64',
  bin: '/opt/hostedtoolcache/go/1.26.8/x64/bin',
  from: 'download',
};

export const installed: readonly Event[] = [
  ...begin,
  ...firstRefused,
  ...aliyunDelivers,
  ...timeline(
    [3_810, { type: 'attempt-ended', attempt: 2, end: 'won', bytes: SIZE_BYTES }],
    [3_811, { type: 'proved', proof: PROOF }],
    [3_812, { type: 'phase-ended', phase: 'acquire' }],
    [3_813, { type: 'phase-started', phase: 'check' }],
    [3_840, ready],
    [3_841, { type: 'phase-ended', phase: 'check' }],
    [3_842, { type: 'phase-started', phase: 'apply' }],
    [3_850, { type: 'phase-ended', phase: 'apply' }],
    [3_851, { type: 'run-ended', outcome: 'installed', findings: [] }],
  ),
];

export const cached: readonly Event[] = timeline(
  [0, { type: 'run-started', command: 'install', product: 'setup-go-robust 0.1.0' }],
  [1, { type: 'phase-started', phase: 'resolve' }],
  [1, { type: 'requested', spec: '1.26.8', origin: { kind: 'input' } }],
  [2, { type: 'resolved', version: '1.26.8', platform: 'linux/amd64', learntFrom: [] }],
  [3, { type: 'phase-ended', phase: 'resolve' }],
  [4, { type: 'phase-started', phase: 'check' }],
  [
    611,
    { type: 'proved', proof: { ...PROOF, kind: 'release-table', root: 'release table of 2026-11-21', detail: '3 lists agree' } },
  ],
  [640, { ...ready, from: 'tool-cache' }],
  [641, { type: 'phase-ended', phase: 'check' }],
  [650, { type: 'run-ended', outcome: 'cached', findings: [] }],
);

export const allFailed: readonly Event[] = [
  ...begin,
  ...firstRefused,
  ...timeline(
    [403, { type: 'attempt-started', attempt: 2, source: 'aliyun', url: ALIYUN }],
    [498, { type: 'attempt-answered', attempt: 2, sizeBytes: SIZE_BYTES }],
    [
      4_100,
      {
        type: 'attempt-ended',
        attempt: 2,
        end: 'failed',
        bytes: 21_000_000,
        finding: finding('BODY.RESET', { subject: 'aliyun', evidence: { errno: 'ECONNRESET', bytes: 21_000_000 } }),
      },
    ],
    [4_101, { type: 'attempt-started', attempt: 3, source: 'nju', url: NJU }],
    [4_190, { type: 'attempt-ended', attempt: 3, end: 'failed', bytes: 0, finding: notFound }],
    [4_191, { type: 'run-ended', outcome: 'failed', findings: [notFound] }],
  ),
];

export const altered: readonly Event[] = [
  ...begin,
  ...firstRefused,
  ...aliyunDelivers,
  ...timeline(
    [3_810, { type: 'attempt-ended', attempt: 2, end: 'failed', bytes: SIZE_BYTES, finding: tampered }],
    [3_811, { type: 'run-ended', outcome: 'failed', findings: [tampered, refused] }],
  ),
];

export const badInputs: readonly Event[] = timeline(
  [0, { type: 'run-started', command: 'install', product: 'setup-go-robust 0.1.0' }],
  [
    3,
    {
      type: 'run-ended',
      outcome: 'failed',
      findings: [
        finding('INPUT.VERSION', { subject: 'go-version', evidence: { value: 'go-1.26' } }),
        finding('INPUT.TIMEOUT', { subject: 'timeout', evidence: { value: '10' } }),
        finding('INPUT.UNKNOWN_OPTION', {
          subject: 'chek-latest',
          evidence: { nearest: 'check-latest' },
          fixes: [{ title: 'Write the input as', kind: 'edit', text: 'check-latest', risk: 'none' }],
        }),
      ],
    },
  ],
);

export const drained: readonly Event[] = [...begin, ...firstRefused, ...aliyunDelivers];

export const SCENARIOS = { installed, cached, 'all-failed': allFailed, altered, 'bad-inputs': badInputs, drained } as const;
