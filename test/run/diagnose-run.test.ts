import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/domain/limits.ts';
import { PROBE_LIMITS } from '../../src/domain/probe-limits.ts';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts';
import type { FakeOutcome } from '../fakes/fake-machine.ts';
import { createFakeProbeNet, type FakeHost, type FakeProbeNet } from '../fakes/fake-probe-net.ts';
import { createMemoryFiles } from '../fakes/memory-files.ts';
import type { Servers } from '../fakes/scripted-net.ts';
import { codesOf, entryOf, type Play, play } from './play.ts';
import { createWorld, type World } from './world.ts';

const world = createWorld();
const HOSTS = Object.keys(world.servers);

/** Every host of the world stands behind an address of its own. */
function hosts(each: Omit<FakeHost, 'addresses'> = {}): Readonly<Record<string, FakeHost>> {
  return Object.fromEntries(HOSTS.map((host, index) => [host, { addresses: [`203.0.113.${index + 1}`], ...each }]));
}

/** A network as the run meets it, and as probes see it. */
interface Scene {
  readonly world: World;
  readonly hosts: Readonly<Record<string, FakeHost>>;
}

const everybody = (failure: 'TCP.REFUSED' | 'DNS.NXDOMAIN'): World => ({
  ...world,
  servers: Object.fromEntries(HOSTS.map(host => [host, { failure }])) as Servers,
});

/** Nothing listens anywhere. */
const refusing: Scene = {
  world: everybody('TCP.REFUSED'),
  hosts: hosts({ connect: { ok: false, code: 'ECONNREFUSED', syscall: 'connect' } }),
};

/** Everybody takes the connection, or not even that, and says nothing. */
const silent: Scene = {
  world: { ...world, servers: Object.fromEntries(HOSTS.map(host => [host, 'silent' as const])) },
  hosts: hosts({ connect: 'silent' }),
};

const healthy: Scene = { world, hosts: hosts() };

async function probed(
  scene: Scene,
  { inputs = {}, ...options }: Play = {},
): Promise<FakeOutcome & { readonly probes: () => readonly string[] }> {
  const nets: FakeProbeNet[] = [];
  const probeNet = (clock: FakeClock): FakeProbeNet => {
    const net = createFakeProbeNet(clock, scene.hosts);
    nets.push(net);
    return net;
  };
  const clock = createFakeClock();
  const files = createMemoryFiles({ clock });
  files.put('/project/README.md', '');
  const outcome = await play(scene.world, { clock, files, probeNet, ...options, inputs: { diagnose: 'on-failure', ...inputs } });
  return { ...outcome, probes: () => nets.flatMap(({ steps }) => steps) };
}

describe('an installation that failed', () => {
  it('is probed, and the diagnosis stands beside the first failure', async () => {
    const { report, probes, events } = await probed(refusing);
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 72, cause: { code: 'TCP.REFUSED', verdict: 'cause' } });
    expect(report.diagnosis?.causes[0]?.code).toBe('TCP.REFUSED');
    expect(report.diagnosis?.targets.length).toBeGreaterThan(3);
    expect(probes()).toContain('connect 203.0.113.1:443');
    const order = events.map(({ type }) => type).filter(type => type === 'diagnosis' || type === 'run-ended');
    expect(order).toEqual(['diagnosis', 'run-ended']);
  });

  it('keeps the findings that ended it, in their order', async () => {
    const [diagnosed, plain] = await Promise.all([probed(refusing), probed(refusing, { inputs: { diagnose: 'off' } })]);
    const ended = (outcome: FakeOutcome) => outcome.events.find(({ type }) => type === 'run-ended');
    expect(ended(diagnosed)).toMatchObject({ findings: (ended(plain) as { readonly findings?: unknown }).findings });
    expect(diagnosed.report.attempts.map(({ code }) => code)).toEqual(plain.report.attempts.map(({ code }) => code));
  });

  it('is not probed with `off`, nor when it is a matter of configuration, nor offline', async () => {
    const outcomes = [
      await probed(refusing, { inputs: { diagnose: 'off' } }),
      await probed(refusing, { inputs: { 'go-version': 'nonsense' } }),
      await probed(refusing, { inputs: { 'min-go-version': '1.27' } }),
      await probed(refusing, { inputs: { offline: 'true' } }),
    ];
    for (const { report, probes } of outcomes) {
      expect(report.outcome).toBe('failed');
      expect(report.diagnosis).toBeUndefined();
      expect(probes()).toEqual([]);
    }
    expect(outcomes.map(({ report }) => report.exitCode)).toEqual([72, 64, 71, 71]);
  });

  it('says with DIAGNOSIS.INCOMPLETE that the time was up, and hides nothing of the failure', async () => {
    const deaf = (clock: FakeClock) => ({
      ...createFakeProbeNet(clock, refusing.hosts),
      // One that does not keep to its own budget.
      lookup: (_: unknown, signal: AbortSignal) =>
        clock.sleep(600_000, AbortSignal.any([signal])).then(() => ({ ok: false, ms: 0, addresses: [] })),
    });
    const { report, tookMs, events } = await probed(refusing, { probeNet: deaf });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 72, cause: { code: 'TCP.REFUSED' } });
    expect(report.diagnosis).toBeUndefined();
    expect(report.findings.find(({ code }) => code === 'DIAGNOSIS.INCOMPLETE')).toMatchObject({ severity: 'warning' });
    const startMs = events.find(event => event.type === 'phase-started' && event.phase === 'diagnose')?.atMs ?? 0;
    expect(tookMs - startMs).toBeLessThanOrEqual(LIMITS.diagnoseMs);
  });

  it('says with DIAGNOSIS.INCOMPLETE that a probe broke, and hides nothing of the failure', async () => {
    const broken = (clock: FakeClock) => ({
      ...createFakeProbeNet(clock, refusing.hosts),
      nameServers: () => Promise.reject(new Error('a defect')),
      lookup: () => Promise.reject(new Error('a defect')),
    });
    const { report } = await probed(refusing, { probeNet: broken });
    expect(report).toMatchObject({ outcome: 'failed', exitCode: 72, cause: { code: 'TCP.REFUSED' } });
    expect(codesOf({ report } as FakeOutcome)).toContain('DIAGNOSIS.INCOMPLETE');
  });

  it('is probed no longer than its budget lasts, and has no diagnosis when there is none left', async () => {
    const short = await probed(silent, { inputs: { timeout: '20s' } });
    expect(short.tookMs).toBeLessThanOrEqual(20_000 - LIMITS.diagnoseReserveMs);
    expect(short.report.diagnosis).toBeDefined();
    const shorter = await probed(silent, { inputs: { timeout: '11s' } });
    expect(shorter.report).toMatchObject({ outcome: 'failed' });
    expect(shorter.report.diagnosis).toBeUndefined();
    expect(shorter.tookMs).toBeLessThanOrEqual(11_000);
  });

  it('is not probed after a signal from outside', async () => {
    const { report, probes } = await probed(silent, { interruptMs: 900 });
    expect(report).toMatchObject({ outcome: 'failed', cause: { code: 'SELF.INTERRUPTED' } });
    expect(probes()).toEqual([]);
  });
});

describe('an installation to which nobody answers', () => {
  it('is probed beside the waiting, so that its cause is known when it ends', async () => {
    const [diagnosed, plain] = await Promise.all([probed(silent), probed(silent, { inputs: { diagnose: 'off' } })]);
    expect(diagnosed.report.outcome).toBe('failed');
    expect(diagnosed.report.diagnosis?.causes[0]?.code).toBe('TCP.TIMEOUT');
    expect(diagnosed.probes()).toContain('connect 203.0.113.1:443');
    expect(diagnosed.tookMs).toBeLessThanOrEqual(Math.max(plain.tookMs, LIMITS.earlyLookMs + PROBE_LIMITS.earlyPassMs) + 100);
  });

  it('is probed anew where the time beside it was too short to see the cause', async () => {
    const late: Scene = { ...silent, hosts: hosts({ connect: { ok: false, code: 'ECONNREFUSED', syscall: 'connect' } }) };
    let passes = 0;
    const probeNet = (clock: FakeClock) => {
      const net = createFakeProbeNet(clock, late.hosts);
      passes += 1;
      // The first pass does not get beyond its look-ups.
      const lookup: typeof net.lookup = (name, signal) =>
        clock.monotonic() < LIMITS.earlyLookMs + PROBE_LIMITS.earlyPassMs - PROBE_LIMITS.leastMs
          ? clock.sleep(PROBE_LIMITS.earlyPassMs, AbortSignal.any([signal])).then(() => ({ ok: true, ms: 0, addresses: [] }))
          : net.lookup(name, signal);
      return { ...net, lookup };
    };
    const { report } = await probed(late, { probeNet });
    expect(passes).toBe(1);
    expect(report.diagnosis?.causes[0]?.code).toBe('TCP.REFUSED');
  });

  it('because it waits for another installation is not probed', async () => {
    const clock = createFakeClock();
    const files = createMemoryFiles({ clock });
    files.put('/project/README.md', '');
    // Of a run that is gone, which shows after LIMITS.lockDeadOwnerMs.
    files.put(`${entryOf('1.26.8')}.lock`, JSON.stringify({ pid: 999, hostname: 'runner', token: 'theirs' }));
    const { report, events, probes } = await probed(healthy, { clock, files });
    expect(events.some(({ type }) => type === 'lock-waiting')).toBe(true);
    expect(report).toMatchObject({ outcome: 'installed', go: { root: entryOf('1.26.8') } });
    expect(report.timings['total']).toBeGreaterThan(LIMITS.earlyLookMs);
    expect(probes()).toEqual([]);
  });

  it('until one does is not probed any further, and is green', async () => {
    const slow = (server: Servers[string]): Servers[string] =>
      typeof server !== 'function'
        ? server
        : request => {
            const reply = server(request);
            return typeof reply === 'object' && 'body' in reply ? { ...reply, afterMs: LIMITS.earlyLookMs + 1_000 } : reply;
          };
    const servers = Object.fromEntries(HOSTS.map(host => [host, slow(world.servers[host] ?? 'silent')])) as Servers;
    const { report, probes, tookMs } = await probed({ world: { ...world, servers }, hosts: silent.hosts });
    expect(report).toMatchObject({ outcome: 'installed', go: { root: entryOf('1.26.8') } });
    expect(report.diagnosis).toBeUndefined();
    expect(probes().length).toBeGreaterThan(0);
    expect(tookMs).toBeLessThan(LIMITS.earlyLookMs + PROBE_LIMITS.connectMs);
  });
});

describe('an installation that went well', () => {
  it('is not probed', async () => {
    const { report, probes } = await probed(healthy);
    expect(report.outcome).toBe('installed');
    expect(probes()).toEqual([]);
  });

  it('is probed with `always`, and stays green whatever is found', async () => {
    const { report, probes } = await probed({ world, hosts: refusing.hosts }, { inputs: { diagnose: 'always' } });
    expect(report).toMatchObject({ outcome: 'installed', exitCode: 0, go: { root: entryOf('1.26.8') } });
    expect(report.diagnosis?.causes[0]?.code).toBe('TCP.REFUSED');
    expect(probes().length).toBeGreaterThan(0);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
