import type { DiagnosedCause, Diagnosis, TargetSummary } from '../../src/domain/diagnosis.ts';
import type { Event } from '../../src/domain/event.ts';
import { finding } from '../../src/domain/finding.ts';
import { causeFinding } from '../../src/report/fold-diagnosis.ts';
import { allFailed, timeline } from './scenarios.ts';

/** Runs that were diagnosed, as fixed lists of events: what the rules make of facts is tested with the rules. */

type Step = TargetSummary['steps'][number];

const step = (stage: string, ms: number, detail: string, ok = true): Step => ({ stage, ok, ms, detail });
const ISSUER = 'CN=WR3,O=Example Trust Services,C=US';
const PROXY = 'proxy.example.com:3128';

const OFFICIAL: TargetSummary = {
  url: 'https://go.dev/dl/go1.26.8.linux-amd64.tar.gz',
  role: 'source',
  source: 'official',
  state: 'unusable',
  via: 'direct',
  steps: [step('DNS', 12, '142.250.0.1'), step('TCP', 4, 'ECONNREFUSED 142.250.0.1 443', false)],
};

const TARGETS: readonly TargetSummary[] = [
  OFFICIAL,
  {
    url: 'https://mirrors.aliyun.com/golang/go1.26.8.linux-amd64.tar.gz',
    role: 'source',
    source: 'aliyun',
    state: 'unusable',
    via: PROXY,
    steps: [
      step('CONNECT', 31, '200'),
      step('TLS', 64, 'SELF_SIGNED_CERT_IN_CHAIN TLSv1.3 CN=Example Inspection Root CA,O=Example Corp', false),
    ],
  },
  {
    url: 'https://mirrors.nju.edu.cn/golang/go1.26.8.linux-amd64.tar.gz',
    role: 'source',
    source: 'nju',
    state: 'usable',
    via: 'direct',
    steps: [
      step('DNS', 9, '210.28.130.3'),
      step('TCP', 41, '210.28.130.3 443'),
      step('TLS', 88, `TLSv1.3 ${ISSUER}`),
      step('HTTP', 132, '206 application/x-gzip'),
    ],
  },
  {
    url: 'https://mirror.example.com/golang/go1.26.8.linux-amd64.tar.gz',
    role: 'source',
    source: 'mirror.example.com',
    state: 'unknown',
    via: 'direct',
    steps: [
      step('DNS', 2, '203.0.113.8'),
      step('TCP', 3, '203.0.113.8 443'),
      step('TLS', 11, `TLSv1.3 ${ISSUER}`),
      step('HTTP', 8, '401 text/html'),
    ],
  },
  {
    url: 'https://sum.golang.org/latest',
    role: 'checksum-database',
    via: 'direct',
    steps: [step('DNS', 5_000, 'EAI_AGAIN', false)],
  },
  { url: 'https://proxy.example.com/modules', role: 'goproxy', via: 'refused', steps: [] },
];

const refused: DiagnosedCause = {
  code: 'TCP.REFUSED',
  verdict: 'cause',
  confidence: 0.97,
  subject: 'go.dev',
  chain: ['TCP.REFUSED'],
  evidence: [{ name: 'address', value: '142.250.0.1:443' }],
  fixes: [],
  ruledOut: [{ code: 'DNS.NXDOMAIN', why: 'the name resolves' }],
  rivals: [],
};

const intercepted: DiagnosedCause = {
  code: 'TLS.INTERCEPTED',
  verdict: 'cause',
  confidence: 0.98,
  subject: 'mirrors.aliyun.com',
  chain: ['TLS.INTERCEPTED', 'TLS.UNTRUSTED'],
  evidence: [{ name: 'issuer', value: 'CN=Example Inspection Root CA,O=Example Corp' }],
  fixes: [{ title: 'Give the CA of the proxy', kind: 'setting', text: 'ca-file: /etc/ssl/certs/example-root.pem', risk: 'none' }],
  ruledOut: [{ code: 'PROXY.DENIED', why: 'the proxy connects' }],
  rivals: [],
};

const healthy: Diagnosis = {
  healthy: true,
  causes: [],
  warnings: [finding('TLS.INTERCEPTED', { subject: 'mirrors.aliyun.com', severity: 'warning' })],
  targets: TARGETS,
};

/** `doctor`: two sources are dead, and one that works is left. */
export const doctorWarned: readonly Event[] = timeline(
  [0, { type: 'run-started', command: 'doctor', product: 'setup-go-robust 0.1.0' }],
  [1, { type: 'phase-started', phase: 'diagnose' }],
  [5_210, { type: 'phase-ended', phase: 'diagnose' }],
  [5_211, { type: 'diagnosis', ...healthy }],
  [5_212, { type: 'run-ended', outcome: 'ok', findings: [] }],
);

/** `doctor`: nothing works, for two reasons. */
export const doctorFailed: readonly Event[] = timeline(
  [0, { type: 'run-started', command: 'doctor', product: 'setup-go-robust 0.1.0' }],
  [1, { type: 'phase-started', phase: 'diagnose' }],
  [310, { type: 'phase-ended', phase: 'diagnose' }],
  [311, { type: 'diagnosis', healthy: false, causes: [intercepted, refused], warnings: [], targets: TARGETS.slice(0, 2) }],
  [312, { type: 'run-ended', outcome: 'failed', findings: [intercepted, refused].map(causeFinding) }],
);

/** No source served, and then the network was probed. */
export const installDiagnosed: readonly Event[] = [
  ...allFailed.slice(0, -1),
  ...timeline(
    [4_192, { type: 'phase-started', phase: 'diagnose' }],
    [4_610, { type: 'phase-ended', phase: 'diagnose' }],
    [4_611, { type: 'diagnosis', healthy: false, causes: [refused], warnings: [], targets: TARGETS }],
  ),
  ...timeline([4_612, { type: 'run-ended', outcome: 'failed', findings: [finding('TCP.REFUSED', { subject: 'official' })] }]),
];

/** `doctor` looked at more addresses than anybody reads. */
export const manyTargets: readonly Event[] = timeline(
  [0, { type: 'run-started', command: 'doctor', product: 'setup-go-robust 0.1.0' }],
  [
    1,
    {
      type: 'diagnosis',
      healthy: true,
      causes: [],
      warnings: [],
      targets: Array.from({ length: 260 }, (_, index) => ({ ...OFFICIAL, source: `mirror-${index}` })),
    },
  ],
  [2, { type: 'run-ended', outcome: 'ok', findings: [] }],
);
