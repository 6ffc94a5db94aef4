import type { Event } from '../../src/domain/event.ts';
import { finding } from '../../src/domain/finding.ts';
import type { Check, Preflight, RuleTopic } from '../../src/domain/rule.ts';
import { installed, SCENARIOS, timeline } from './scenarios.ts';
import { doctorFailed, doctorWarned, installDiagnosed } from './scenarios-diagnosis.ts';

/** Runs with preflight, as fixed lists of events. */

const passed = (rule: string, topic: RuleTopic, title: string): Check => ({
  rule,
  topic,
  title,
  status: 'passed',
  codes: [],
  subjects: [],
});

const PASSED: readonly Check[] = [
  passed('go-line', 'version', 'The go line names a version that exists'),
  passed('module-syntax', 'module', 'Every go.mod can be parsed'),
  passed('replaced-directories', 'module', 'Every replaced directory holds a module'),
  passed('sum-complete', 'checksum', 'go.sum covers every required module'),
  passed('vendor-consistent', 'vendor', 'vendor/modules.txt agrees with go.mod'),
];

const MODULES: Preflight['modules'] = [
  { path: 'example.com/shop', directory: '.', requireCount: 24 },
  { path: 'example.com/shop/tools', directory: 'tools', requireCount: 3 },
];

const ROUTES: Preflight['routes'] = [
  {
    modules: ['golang.org/x/mod@v0.30.0', 'golang.org/x/net@v0.48.0', 'golang.org/x/sys@v0.39.0'],
    count: 21,
    from: ['https://proxy.example.com', 'direct'],
    verifiedBy: 'sum.golang.org through https://proxy.example.com',
  },
  {
    modules: ['git.example.com/team/auth@v1.4.0', 'git.example.com/team/log@v0.9.2'],
    count: 2,
    from: ['direct'],
    verifiedBy: 'go.sum only',
  },
  { modules: ['example.com/shop/tools@v0.0.0'], count: 1, from: ['replace'], verifiedBy: 'nothing' },
];

const tlsDisabled = finding('CFG.TLS_DISABLED', {
  subject: 'NODE_TLS_REJECT_UNAUTHORIZED',
  severity: 'warning',
  evidence: { value: '0' },
});

const warned: Preflight = {
  directory: '.',
  modules: MODULES,
  checks: [
    ...PASSED,
    {
      rule: 'tls-verification',
      topic: 'environment',
      title: 'No variable turns the verification of certificates off',
      status: 'warning',
      codes: ['CFG.TLS_DISABLED'],
      subjects: ['NODE_TLS_REJECT_UNAUTHORIZED'],
    },
  ],
  routes: ROUTES,
  sums: { lines: 52, proved: 48, failed: 0, skipped: 4, ms: 210 },
  ms: 268,
};

/** A good run that preflight warned. */
export const preflightWarned: readonly Event[] = [
  ...installed.slice(0, 1),
  ...timeline(
    [0, { type: 'phase-started', phase: 'preflight' }],
    [1, { type: 'finding', finding: tlsDisabled }],
    [1, { type: 'preflight', ...warned }],
    [1, { type: 'phase-ended', phase: 'preflight' }],
  ),
  ...installed.slice(1),
];

const tooOld = finding('VERSION.TOO_OLD', {
  subject: 'example.com/shop',
  evidence: { 'go line': '1.18', minimum: '1.21' },
  fixes: [
    { title: 'Raise the go line', kind: 'edit', text: 'go 1.21', risk: 'none' },
    { title: 'Or by command', kind: 'command', text: 'go get go@1.21\ngo mod tidy', risk: 'none' },
  ],
  location: { file: 'go.mod', line: 3 },
});

const mismatch = finding('VERSION.MISMATCH', {
  subject: 'example.com/shop/tools',
  evidence: { 'go line': '1.27', installed: '1.26.8' },
  location: { file: 'tools/go.mod', line: 5 },
});

/** Preflight found what blocks: nothing was downloaded. */
export const preflightBlocked: readonly Event[] = timeline(
  [0, { type: 'run-started', command: 'install', product: 'setup-go-robust 0.1.0' }],
  [1, { type: 'phase-started', phase: 'preflight' }],
  [240, { type: 'finding', finding: tlsDisabled }],
  [
    241,
    {
      type: 'preflight',
      ...warned,
      checks: [
        ...warned.checks,
        {
          rule: 'minimum-version',
          topic: 'version',
          title: 'No go line asks for less than the oldest Go that may be used',
          status: 'failed',
          codes: ['VERSION.TOO_OLD'],
          subjects: ['example.com/shop'],
        },
        {
          rule: 'go-line-installed',
          topic: 'module',
          title: 'The installed Go is new enough for every module',
          status: 'failed',
          codes: ['VERSION.MISMATCH'],
          subjects: ['example.com/shop/tools'],
        },
      ],
    },
  ],
  [242, { type: 'phase-ended', phase: 'preflight' }],
  [243, { type: 'run-ended', outcome: 'failed', findings: [tooOld, mismatch] }],
);

/** TLS failed under an intercepting proxy, and the proof could not be fetched because of it: a chain of two links. */
export const chained: readonly Event[] = timeline(
  [0, { type: 'run-started', command: 'install', product: 'setup-go-robust 0.1.0' }],
  [1, { type: 'phase-started', phase: 'resolve' }],
  [1, { type: 'requested', spec: '1.26.8', origin: { kind: 'input' } }],
  [2, { type: 'resolved', version: '1.26.8', platform: 'linux/amd64', learntFrom: [] }],
  [3, { type: 'phase-ended', phase: 'resolve' }],
  [4, { type: 'phase-started', phase: 'lookup' }],
  [
    180,
    {
      type: 'finding',
      finding: finding('SUM.UNREACHABLE', {
        subject: 'sum.golang.org',
        severity: 'warning',
        evidence: { asked: 'https://proxy.example.com', status: 502 },
      }),
    },
  ],
  [181, { type: 'phase-ended', phase: 'lookup' }],
  [182, { type: 'run-ended', outcome: 'failed', findings: [finding('VER.NO_PROOF', { subject: 'go1.26.8' })] }],
);

/** Every run that has golden files. */
export const GOLDEN_RUNS = {
  ...SCENARIOS,
  'preflight-warned': preflightWarned,
  'preflight-blocked': preflightBlocked,
  chained,
  'doctor-warned': doctorWarned,
  'doctor-failed': doctorFailed,
  'install-diagnosed': installDiagnosed,
} as const;
