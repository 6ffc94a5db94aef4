import type { Comparison, Scenario, ServerPlan, SidePlan } from './scenario.ts';

const MIB = 2 ** 20;

const FAST: ServerPlan = { kind: 'mirror' };
const CAPPED: ServerPlan = { kind: 'mirror', connectionMbit: 20 };
const MBIT_100: ServerPlan = { kind: 'mirror', connectionMbit: 100 };
const FOUR_CAPPED = { a: CAPPED, b: CAPPED, c: CAPPED, d: CAPPED };
/** With four sources each delivers about a quarter: an eighth is half of its share. */
const ONE_OF_FOUR_STALLS = { ...FOUR_CAPPED, a: { ...CAPPED, fault: { kind: 'stall', share: 1 / 8 } } } as const;

function ours(...sources: readonly string[]): SidePlan {
  return { kind: 'ours', sources, proof: 'release-table' };
}

function oursWithDatabase(...sources: readonly string[]): SidePlan {
  return { kind: 'ours', sources, database: 'modules', proof: 'checksum-database' };
}

function failing(...sources: readonly string[]): SidePlan {
  return { kind: 'ours', sources, fails: true };
}

function wallOver(over: string, atMost?: number): Comparison {
  return { figure: 'wallMs', over, ...(atMost === undefined ? {} : { atMost }) };
}

const SETUP_GO: SidePlan = { kind: 'setup-go', server: 'fast' };
const CURL: SidePlan = { kind: 'curl', server: 'fast' };
const FLOOR: SidePlan = { kind: 'floor', server: 'fast' };
const SINGLE = 'one source';

/** All scenarios, in the order of the page. The bars are those that this project holds itself to. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'unlimited',
    about: 'A cold install from a mirror without limits; the shipped table proves the archive.',
    runs: 9,
    servers: { fast: FAST },
    sides: { ours: ours('fast'), 'setup-go': SETUP_GO, 'curl | tar': CURL, floor: FLOOR },
    comparisons: [
      wallOver('setup-go', 0.18),
      wallOver('curl | tar', 0.72),
      wallOver('floor', 1.15),
      { figure: 'cpuMs', over: 'setup-go', atMost: 0.23 },
      { figure: 'firstMs', over: 'setup-go', atMost: 0.55 },
      { figure: 'rssBytes', over: 'setup-go' },
    ],
  },
  {
    name: 'unlimited-database',
    about: 'The same archive, its tree proved by the checksum database, whose answers a loopback server hands on.',
    runs: 9,
    servers: { fast: FAST, modules: { kind: 'module-proxy' } },
    sides: {
      ours: oursWithDatabase('fast'),
      'table only': ours('fast'),
      'floor, hashing every file': { ...FLOOR, hashesFiles: true },
    },
    comparisons: [wallOver('table only', 1.15), wallOver('floor, hashing every file')],
  },
  {
    name: 'module-zip',
    about: 'The toolchain module from a GOPROXY, proved by the checksum database on both sides.',
    runs: 7,
    servers: { modules: { kind: 'module-proxy' } },
    sides: {
      ours: { kind: 'ours', sources: 'goproxy', database: 'modules', proof: 'checksum-database' },
      'go mod download': { kind: 'go-mod-download', server: 'modules' },
    },
    comparisons: [wallOver('go mod download', 0.47), { figure: 'cpuMs', over: 'go mod download' }],
  },
  {
    name: '100-mbit',
    about: 'One mirror with 100 Mbit/s for each connection.',
    runs: 5,
    servers: { slow: MBIT_100 },
    sides: { ours: ours('slow'), 'curl | tar': { kind: 'curl', server: 'slow' } },
    comparisons: [wallOver('curl | tar', 1.02)],
  },
  {
    name: '20-mbit',
    about: 'One mirror with 20 Mbit/s for each connection.',
    runs: 3,
    servers: { slow: CAPPED },
    sides: { ours: ours('slow'), 'curl | tar': { kind: 'curl', server: 'slow' } },
    comparisons: [wallOver('curl | tar', 1.02)],
  },
  {
    name: 'four-20-mbit',
    about: 'Four sources with 20 Mbit/s for each connection, against one of them.',
    runs: 3,
    servers: FOUR_CAPPED,
    sides: { ours: ours('a', 'b', 'c', 'd'), [SINGLE]: ours('a') },
    comparisons: [wallOver(SINGLE, 1 / 3.6), { figure: 'sentBytes', overFigure: 'archiveBytes' }, { figure: 'connectionCount' }],
  },
  {
    name: 'four-first-fast',
    about: 'Four sources, the first without limits, against that one alone.',
    runs: 9,
    servers: { fast: FAST, b: CAPPED, c: CAPPED, d: CAPPED },
    sides: { ours: ours('fast', 'b', 'c', 'd'), [SINGLE]: ours('fast') },
    comparisons: [wallOver(SINGLE, 1.04), { figure: 'connectionCount', atMost: 1 }],
  },
  {
    name: 'first-dead',
    about: 'Nobody listens at the first source; the second has no limits, and is what the other side has alone.',
    runs: 7,
    servers: { dead: { kind: 'refused' }, fast: FAST },
    sides: { ours: ours('dead', 'fast'), [SINGLE]: ours('fast') },
    comparisons: [wallOver(SINGLE)],
  },
  {
    name: 'first-stalls',
    about:
      'Four sources with 20 Mbit/s; the first falls silent in the middle of its share. The other side has the three good ones.',
    runs: 3,
    servers: ONE_OF_FOUR_STALLS,
    sides: { ours: ours('a', 'b', 'c', 'd'), 'three good ones': ours('b', 'c', 'd') },
    comparisons: [wallOver('three good ones', 1.08), { figure: 'sentBytes', overFigure: 'archiveBytes' }],
  },
  {
    name: 'cut-45',
    about: 'The only source (100 Mbit/s) ends its first answer after 45 % of the archive.',
    runs: 5,
    servers: { cut: { ...MBIT_100, fault: { kind: 'cut-first', share: 0.45 } }, whole: MBIT_100 },
    sides: { ours: ours('cut'), undisturbed: ours('whole') },
    comparisons: [wallOver('undisturbed', 1.06), { figure: 'sentBytes', overFigure: 'archiveBytes', atMost: 1.01 }],
  },
  {
    name: 'reset-10mb',
    about: 'The only source (100 Mbit/s) resets each connection after 10 MB.',
    runs: 5,
    servers: { reset: { ...MBIT_100, fault: { kind: 'reset', everyBytes: 10_000_000 } }, whole: MBIT_100 },
    sides: { ours: ours('reset'), undisturbed: ours('whole') },
    comparisons: [wallOver('undisturbed'), { figure: 'sentBytes', overFigure: 'archiveBytes' }],
  },
  {
    name: 'latency-50ms',
    about: 'One mirror without limits that waits 50 ms before each answer.',
    runs: 7,
    servers: { far: { ...FAST, latencyMs: 50 } },
    sides: { ours: ours('far'), 'curl | tar': { kind: 'curl', server: 'far' } },
    comparisons: [wallOver('curl | tar'), { figure: 'requestCount' }],
  },
  {
    name: 'warm',
    about: 'The version is in the tool cache, and ours knows by its seal that it is what was proved.',
    runs: 15,
    mode: 'warm',
    servers: { fast: FAST },
    sides: { ours: ours('fast'), 'setup-go': SETUP_GO },
    comparisons: [wallOver('setup-go', 0.25), { figure: 'rssBytes', over: 'setup-go' }, { figure: 'connectionCount' }],
  },
  {
    name: 'all-dead',
    about: 'Three sources of the same kind that all fail: the time to a red end that names its cause.',
    runs: 3,
    servers: {
      refused: { kind: 'refused' },
      refused2: { kind: 'refused' },
      refused3: { kind: 'refused' },
      busy: { kind: 'mirror', fault: { kind: 'status', status: 503 } },
      busy2: { kind: 'mirror', fault: { kind: 'status', status: 503 } },
      busy3: { kind: 'mirror', fault: { kind: 'status', status: 503 } },
      silent: { kind: 'silent' },
      silent2: { kind: 'silent' },
      silent3: { kind: 'silent' },
    },
    sides: {
      refused: failing('refused', 'refused2', 'refused3'),
      '503': failing('busy', 'busy2', 'busy3'),
      'no answer': failing('silent', 'silent2', 'silent3'),
    },
    comparisons: [
      { figure: 'wallMs', side: 'refused', atMost: 8_000 },
      { figure: 'wallMs', side: '503', atMost: 8_000 },
      { figure: 'wallMs', side: 'no answer', atMost: 8_000 },
    ],
  },
  {
    name: 'memory',
    about: 'The resident set of the largest process: one stream without limits, and four sources of which the first stalls.',
    runs: 3,
    servers: { fast: FAST, ...ONE_OF_FOUR_STALLS },
    sides: { 'one stream': ours('fast'), 'four, one stalls': ours('a', 'b', 'c', 'd') },
    comparisons: [
      { figure: 'rssBytes', side: 'one stream', atMost: 100 * MIB },
      { figure: 'rssBytes', side: 'four, one stalls', atMost: 140 * MIB },
    ],
  },
  {
    name: 'written',
    about: 'A cold install on a disk, to count what is written (tar writes each file once) and what stays in the temp directory.',
    runs: 1,
    mode: 'disk',
    servers: { fast: FAST },
    sides: { ours: ours('fast'), 'setup-go': SETUP_GO, 'curl | tar': CURL, floor: FLOOR },
    comparisons: [
      { figure: 'writtenBytes', over: 'curl | tar', atMost: 1.005 },
      { figure: 'leftBytes', atMost: 0 },
      { figure: 'writtenBytes', over: 'setup-go' },
    ],
  },
];
