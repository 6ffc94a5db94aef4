import type { Event } from '../../src/domain/event.ts';
import { finding } from '../../src/domain/finding.ts';
import type { SourceHealth } from '../../src/domain/source-health.ts';
import { causeFinding } from '../../src/report/fold-diagnosis.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import { facts, stuck, unverified } from '../rules/cases/base.ts';
import { PLAIN } from '../rules/cases/setting.ts';
import { allFailed, timeline } from './scenarios.ts';

/** Whole runs of other commands, and runs that were diagnosed or repaired. */

const [certificate] = unverified(PLAIN, '').chain ?? [];
const chain = certificate === undefined ? [] : [{ ...certificate, issuer: 'CN=Zscaler Root CA' }];
const intercepted = diagnose(
  facts(PLAIN, { targets: [stuck(PLAIN, { handshakes: [unverified(PLAIN, 'SELF_SIGNED_CERT_IN_CHAIN', { chain })] })] }),
);

/** `doctor` found a proxy that reads along. */
export const diagnosed: readonly Event[] = timeline(
  [0, { type: 'run-started', command: 'doctor', product: 'setup-go-robust 0.1.0' }],
  [900, { type: 'diagnosis', ...intercepted }],
  [901, { type: 'run-ended', outcome: 'failed', findings: intercepted.causes.map(causeFinding) }],
);

const health = (source: string, changes: Partial<SourceHealth>): SourceHealth => ({
  source,
  title: source,
  url: 'https://mirror.example.com/golang/go1.26.8.linux-amd64.tar.gz',
  state: 'usable',
  tries: 3,
  answers: 3,
  bytes: 196_608,
  ...changes,
});

/** `sources`: one that is good, one that is behind, one that is dead. */
export const sourcesAsked: readonly Event[] = timeline(
  [0, { type: 'run-started', command: 'sources', product: 'setup-go-robust 0.1.0' }],
  [
    1_900,
    {
      type: 'sources',
      newest: '1.26.8',
      learntFrom: ['official'],
      sources: [
        health('official', {
          version: '1.26.8',
          behind: 0,
          firstByteMs: { p50: 40, p95: 300 },
          bytesPerSecond: 9_437_184,
          canRange: true,
        }),
        health('aliyun', {
          version: '1.26.7',
          behind: 1,
          answers: 2,
          code: 'BODY.RESET',
          cache: { via: '1.1 cache|x' },
          canRange: false,
        }),
        health('hust', { state: 'unusable', code: 'DNS.NXDOMAIN', answers: 0, bytes: 0 }),
      ],
    },
  ],
  [1_901, { type: 'run-ended', outcome: 'ok', findings: [] }],
);

/** No source served, and a repair was planned. */
export const repairPlanned: readonly Event[] = [
  ...allFailed.slice(0, -1),
  ...timeline([
    4_200,
    {
      type: 'repair',
      repair: 'classical-groups',
      title: 'Offer classical groups',
      code: 'TLS.PQ_INTOLERANT',
      subject: 'official',
      state: 'planned',
      steps: [
        { title: 'In every step that runs Go', text: 'GODEBUG=tlsmlkem=0' },
        { title: 'Update the firewall', text: 'ask for `ClientHello` in two packets\n| then take this away' },
      ],
    },
  ]),
  ...allFailed.slice(-1),
];

/** Preflight found what blocks in every one of 300 modules. */
export const manyProblems: readonly Event[] = timeline(
  [0, { type: 'run-started', command: 'preflight', product: 'setup-go-robust 0.1.0' }],
  [
    9,
    {
      type: 'run-ended',
      outcome: 'failed',
      findings: Array.from({ length: 300 }, (_, index) =>
        finding('VERSION.TOO_OLD', {
          subject: `example.com/module-${index}`,
          evidence: { 'go line': '1.18', minimum: '1.21' },
          fixes: [{ title: 'Or by command', kind: 'command', text: 'go get go@1.21\ngo mod tidy', risk: 'none' }],
          location: { file: `module-${index}/go.mod`, line: 3 },
        }),
      ),
    },
  ],
);
