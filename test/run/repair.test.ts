import { describe, expect, it } from 'vitest';
import type { CertificateFacts, HandshakeFacts } from '../../src/domain/handshake-facts.ts';
import type { NetworkSettings } from '../../src/ports/machine.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import type { FakeOutcome } from '../fakes/fake-machine.ts';
import { createFakeProbeNet, type FakeHost } from '../fakes/fake-probe-net.ts';
import { createMemoryFiles, type MemoryFiles } from '../fakes/memory-files.ts';
import type { Servers } from '../fakes/scripted-net.ts';
import { entryOf, leftovers, type Play, play } from './play.ts';
import { createWorld, except, tableOf, type World } from './world.ts';

const world = createWorld();
const HOSTS = Object.keys(world.servers);
type Repair = 'off' | 'plan' | 'safe';

/** Each host behind an address of its own. */
function hosts(
  each: Omit<FakeHost, 'addresses'>,
  some: Readonly<Record<string, Omit<FakeHost, 'addresses'>>> = {},
): Readonly<Record<string, FakeHost>> {
  return Object.fromEntries(
    HOSTS.map((host, index) => [host, { addresses: [`203.0.113.${index + 1}`], ...each, ...some[host] }]),
  );
}

function everybody(failure: Extract<Servers[string], { readonly failure: unknown }>['failure']): World {
  return { ...world, servers: Object.fromEntries(HOSTS.map(host => [host, { failure }])) };
}

interface Scene extends Omit<Play, 'inputs'> {
  readonly world: World;
  readonly hosts: Readonly<Record<string, FakeHost>>;
  readonly inputs?: Readonly<Record<string, string>>;
}

async function run({ world: met, hosts: seen, inputs = {}, ...rest }: Scene, repair: Repair): Promise<FakeOutcome> {
  const clock = rest.clock ?? createFakeClock();
  const files = rest.files ?? createMemoryFiles({ clock });
  files.put('/project/README.md', '');
  const probeNet = (own: FakeClock) => createFakeProbeNet(own, seen);
  return play(met, { probeNet, ...rest, clock, files, inputs: { diagnose: 'on-failure', repair, ...inputs } });
}

/** What ended a run, as it was told in its last event. */
function ended({ events }: FakeOutcome): unknown {
  const end = events.at(-1);
  return end?.type === 'run-ended' ? end.findings : undefined;
}

/** A repair that is not applied, or does not help, leaves the run as it is without repairs. */
function expectUntouched(outcome: FakeOutcome, plain: FakeOutcome): void {
  expect(ended(outcome)).toEqual(ended(plain));
  const told = ({ report: { repairs: _repairs, timings: _timings, ...rest } }: FakeOutcome) => rest;
  expect(told(outcome)).toEqual(told(plain));
  expect(outcome.host.changes).toEqual(plain.host.changes);
  expect(outcome.files.paths('/')).toEqual(plain.files.paths('/'));
}

const PQ: Scene = {
  world: everybody('TLS.HANDSHAKE_STALL'),
  hosts: hosts({
    handshake: ({ variant }): Partial<HandshakeFacts> =>
      variant === 'usual' ? { ok: false, ended: 'reset', code: 'ECONNRESET', syscall: 'read', sentBytes: 1_600 } : { ok: true },
  }),
};

describe('a middlebox that drops large hellos', () => {
  const healed = (network: NetworkSettings): Servers => (network.classicalGroups === true ? world.servers : PQ.world.servers);

  it('is got around with classical groups, and the first failure is told', async () => {
    const { report, opened, host } = await run({ ...PQ, serversAfter: healed }, 'safe');
    expect(report).toMatchObject({ outcome: 'installed', exitCode: 0, cause: null, go: { root: entryOf('1.26.8') } });
    expect(report.repairs).toMatchObject([
      { repair: 'classical-groups', code: 'TLS.PQ_INTOLERANT', state: 'helped', before: 'TLS.HANDSHAKE_STALL' },
    ]);
    expect(report.repairs?.[0]?.after).toBeUndefined();
    expect(report.findings.map(({ code }) => code)).toContain('TLS.HANDSHAKE_STALL');
    expect(report.attempts.filter(({ end }) => end === 'failed').length).toBeGreaterThan(2);
    expect(report.attempts.filter(({ end }) => end === 'won')).toHaveLength(1);
    expect(report.diagnosis?.causes[0]?.code).toBe('TLS.PQ_INTOLERANT');
    expect(opened.map(({ network }) => network)).toEqual([undefined, { classicalGroups: true }]);
    // Later steps are told where Go is, and nothing else.
    expect(host.changes.filter(({ kind, ...change }) => kind === 'set' && 'name' in change && change.name === 'GODEBUG')).toEqual(
      [],
    );
  });

  it('is only told of with `plan`, which is the default, and not even that with `off`', async () => {
    const [plan, byDefault, off] = await Promise.all([
      run({ ...PQ, serversAfter: healed }, 'plan'),
      run({ ...PQ, serversAfter: healed, inputs: { repair: '' } }, 'plan'),
      run({ ...PQ, serversAfter: healed }, 'off'),
    ]);
    expect(plan.report).toMatchObject({ outcome: 'failed', exitCode: 72, cause: { code: 'TLS.PQ_INTOLERANT' } });
    expect(plan.report.repairs).toMatchObject([{ repair: 'classical-groups', state: 'planned' }]);
    expect(plan.report.repairs?.[0]?.steps.some(({ text }) => text.includes('tlsmlkem=0'))).toBe(true);
    expect(byDefault.report.repairs).toEqual(plan.report.repairs);
    expect(off.report.repairs).toBeUndefined();
    expect(plan.opened).toHaveLength(1);
    expectUntouched(plan, off);
  });

  it('that drops the others too: the repair is undone, and the report is that of the first failure', async () => {
    const [safe, plan] = await Promise.all([run(PQ, 'safe'), run(PQ, 'plan')]);
    expect(safe.report.repairs).toMatchObject([
      { repair: 'classical-groups', state: 'rolled-back', before: 'TLS.HANDSHAKE_STALL', after: 'TLS.HANDSHAKE_STALL' },
    ]);
    expectUntouched(safe, plan);
  });

  it('is tried no longer than the budget lasts', async () => {
    const dead = (): Servers => Object.fromEntries(HOSTS.map(host => [host, 'silent' as const]));
    const { report, tookMs } = await run({ ...PQ, serversAfter: dead, inputs: { timeout: '14s' } }, 'safe');
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'TLS.PQ_INTOLERANT' } });
    expect(report.repairs).toMatchObject([{ state: 'rolled-back' }]);
    expect(tookMs).toBeLessThanOrEqual(14_000);
  });

  it('is not diagnosed, and so not repaired, without diagnosis', async () => {
    const { report, opened } = await run({ ...PQ, serversAfter: healed, inputs: { diagnose: 'off' } }, 'safe');
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'TLS.HANDSHAKE_STALL' } });
    expect(report.repairs).toBeUndefined();
    expect(opened).toHaveLength(1);
  });
});

describe('a cause that is not certain', () => {
  it('is not repaired', async () => {
    const unclear = hosts({ handshake: () => ({ ok: false, ended: 'deadline', code: 'ETIMEDOUT' }) });
    const { report, opened } = await run({ ...PQ, hosts: unclear }, 'safe');
    expect(report.outcome).toBe('failed');
    expect(report.repairs).toBeUndefined();
    expect(opened).toHaveLength(1);
  });
});

describe('a corporate CA that only the operating system knows', () => {
  const day = 86_400_000;
  const now = createFakeClock().now();
  const certificate = (subject: string, isSelfIssued: boolean): CertificateFacts => ({
    subject,
    issuer: 'CN=Example Corp Root CA, O=Example Corp',
    notBeforeMs: now - day,
    notAfterMs: now + 365 * day,
    names: isSelfIssued ? [] : HOSTS,
    sha256: isSelfIssued ? 'aa' : 'bb',
    isSelfIssued,
    issuerUrls: [],
  });
  const code = 'SELF_SIGNED_CERT_IN_CHAIN';
  const chain = [certificate('CN=go.dev', false), certificate('CN=Example Corp Root CA, O=Example Corp', true)];
  const CORPORATE: Scene = {
    world: everybody('TLS.UNTRUSTED'),
    hosts: hosts({ handshake: () => ({ ok: false, code, chain, verified: { bundled: code, system: code }, hasSct: false }) }),
    env: { SSL_CERT_FILE: '/etc/own/bundle.pem' },
    serversAfter: network => (network.everyStore === true ? world.servers : everybody('TLS.UNTRUSTED').servers),
  };

  it('is trusted for the connections of this run, where SSL_CERT_FILE hides it', async () => {
    const { report, opened } = await run(CORPORATE, 'safe');
    expect(report).toMatchObject({ outcome: 'installed', exitCode: 0, proof: { kind: 'checksum-database' } });
    expect(report.repairs).toMatchObject([
      { repair: 'system-roots', code: 'TLS.INTERCEPTED', state: 'helped', before: 'TLS.UNTRUSTED' },
    ]);
    expect(opened[1]?.network).toEqual({ everyStore: true });
  });

  it.each([
    ['SSL_CERT_FILE names nothing: then those roots were tried already', { env: {} }],
    ['credentials would be sent', { inputs: { 'source-token': 't0ken', sources: 'aliyun,official' } }],
  ])('is not trusted where %s', async (_why, changes) => {
    const { report, opened } = await run({ ...CORPORATE, ...changes }, 'safe');
    expect(report.outcome).toBe('failed');
    expect(report.repairs).toBeUndefined();
    expect(opened).toHaveLength(1);
  });
});

describe('an entry of the tool cache that was proved and does not run', () => {
  const ROOT = entryOf('1.26.8');
  const GO = `${ROOT}/bin/go`;

  /** A copy that lost the modes of its programs. */
  async function withoutModes(): Promise<{ readonly clock: FakeClock; readonly files: MemoryFiles }> {
    const { clock, files } = await play(world);
    const content = files.content(GO);
    files.put(GO, content ?? '', 0o644);
    return { clock, files };
  }
  const scene: Scene = { world, hosts: hosts({}) };

  it('is replaced', async () => {
    const machine = await withoutModes();
    const outcome = await run({ ...scene, ...machine }, 'safe');
    expect(outcome.report).toMatchObject({ outcome: 'installed', exitCode: 0, go: { root: ROOT } });
    expect(outcome.report.repairs).toMatchObject([
      { repair: 'tool-cache-entry', code: 'GO.NOT_RUNNABLE', state: 'helped', before: 'GO.NOT_RUNNABLE' },
    ]);
    expect(leftovers(outcome)).toEqual([]);
    // It is well from now on.
    const again = await run({ ...scene, ...machine }, 'safe');
    expect(again.report).toMatchObject({ outcome: 'cached', exitCode: 0 });
    expect(again.report.repairs).toBeUndefined();
  });

  it('is put back as it was where no source can replace it', async () => {
    const [machine, other] = [await withoutModes(), await withoutModes()];
    const dead = { ...scene, world: { ...world, servers: { 'sum.golang.org': world.servers['sum.golang.org'] } } as World };
    const safe = await run({ ...dead, ...machine }, 'safe');
    const plan = await run({ ...dead, ...other }, 'plan');
    expect(safe.report.repairs).toMatchObject([{ repair: 'tool-cache-entry', state: 'rolled-back', before: 'GO.NOT_RUNNABLE' }]);
    expect(safe.report).toMatchObject({ outcome: 'failed', exitCode: 74, cause: { code: 'GO.NOT_RUNNABLE' } });
    expect(plan.report.repairs).toMatchObject([{ state: 'planned' }]);
    expect(safe.files.paths('/')).toEqual(plan.files.paths('/'));
    expect(leftovers(safe)).toEqual([]);
    expect((await safe.files.stat(GO))?.mode).toBe(0o644);
  });

  it('is left alone with `plan` and `off`', async () => {
    for (const repair of ['plan', 'off'] as const) {
      const machine = await withoutModes();
      const before = machine.files.paths('/tools');
      const { report, files } = await run({ ...scene, ...machine }, repair);
      expect(report.outcome).toBe('failed');
      expect(files.paths('/tools')).toEqual(before);
    }
  });
});

describe('a checksum database that only its alias leads to', () => {
  const note = Buffer.from(world.log.answer('latest') ?? '');
  const refused: Omit<FakeHost, 'addresses'> = { connect: { ok: false, code: 'ECONNREFUSED', syscall: 'connect' } };
  const seen = hosts(
    {},
    {
      'sum.golang.org': refused,
      'proxy.test': {
        answer: path => (path.includes('/sumdb/') ? { status: 404, ok: true } : { body: 'v0.0.1-go1.26.8.linux-amd64\n' }),
      },
      'sum.golang.google.cn': { answer: () => ({ status: 200, body: note }) },
    },
  );
  const blocked: Servers = {
    ...world.servers,
    'sum.golang.org': { failure: 'TCP.REFUSED' },
    'proxy.test': except(world.servers['proxy.test'], /\/sumdb\//u, { status: 404 }),
  };
  const MAINLAND: Scene = { world: { ...world, servers: blocked }, hosts: seen, inputs: { diagnose: 'always' } };
  const database = ({ host }: FakeOutcome) => host.changes.filter(change => change.kind === 'set' && change.name === 'GOSUMDB');

  it('is named to later steps, once it was asked that way', async () => {
    const outcome = await run(MAINLAND, 'safe');
    expect(outcome.report).toMatchObject({ outcome: 'installed', exitCode: 0 });
    expect(outcome.report.repairs).toMatchObject([{ repair: 'database-alias', code: 'GO.SUMDB_UNREACHABLE', state: 'helped' }]);
    expect(database(outcome)).toEqual([{ kind: 'set', name: 'GOSUMDB', value: 'sum.golang.google.cn' }]);
  });

  it('is only told of with `plan`', async () => {
    const outcome = await run(MAINLAND, 'plan');
    expect(outcome.report.repairs).toMatchObject([
      { repair: 'database-alias', state: 'planned', steps: [{ text: 'GOSUMDB=sum.golang.google.cn' }] },
    ]);
    expect(database(outcome)).toEqual([]);
  });

  it.each(['sum.golang.google.cn', 'off', 'sum.golang.org'])('is no affair of ours where GOSUMDB is %s', async GOSUMDB => {
    const outcome = await run({ ...MAINLAND, env: { GOSUMDB } }, 'safe');
    expect(outcome.report.outcome).toBe('installed');
    expect(outcome.report.repairs).toBeUndefined();
    expect(database(outcome)).toEqual([]);
  });

  it('is not changed where the alias only seemed to answer', async () => {
    const lying: World = { ...world, servers: { ...blocked, 'sum.golang.google.cn': { failure: 'TCP.RESET' } } };
    // The release is proved by the table that is shipped, so Go is installed all the same.
    const outcome = await run(
      { ...MAINLAND, world: lying, table: tableOf(world.releases), inputs: { diagnose: 'always', sources: 'aliyun' } },
      'safe',
    );
    expect(outcome.report).toMatchObject({ outcome: 'installed', exitCode: 0 });
    expect(outcome.report.repairs).toMatchObject([{ repair: 'database-alias', state: 'rolled-back', after: 'SUM.UNREACHABLE' }]);
    expect(database(outcome)).toEqual([]);
  });

  it('is not asked about where a second way leads to it', async () => {
    const outcome = await run(
      {
        ...MAINLAND,
        hosts: hosts(
          {},
          { 'sum.golang.org': { answer: () => ({ body: note }) }, 'sum.golang.google.cn': { answer: () => ({ body: note }) } },
        ),
      },
      'safe',
    );
    expect(outcome.report.repairs).toBeUndefined();
  });
});
