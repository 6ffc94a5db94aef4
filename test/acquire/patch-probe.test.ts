import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probeNewerPatch } from '../../src/acquire/patch-probe.ts';
import type { GoVersion } from '../../src/domain/version.ts';
import { scriptedWire } from '../fakes/scripted-wire.ts';

const newest: GoVersion = { major: 1, minor: 26, patch: 8 };
const never = new AbortController().signal;

async function probe(patches: readonly number[], from = newest) {
  const asked: number[] = [];
  const { clock, pendingSleepCount } = scriptedWire({});
  const exists = async (version: GoVersion) => {
    asked.push(version.patch);
    return patches.includes(version.patch);
  };
  const found = await probeNewerPatch({ newest: from, clock, exists }, never);
  return { patch: found.patch, asked: asked.sort((a, b) => a - b), pendingSleepCount: pendingSleepCount() };
}

describe('probeNewerPatch', () => {
  it('stays where it is when neither of the next two exists', async () => {
    expect(await probe([])).toEqual({ patch: 8, asked: [9, 10], pendingSleepCount: 0 });
  });

  it('goes on until neither exists', async () => {
    expect(await probe([9, 10, 11])).toMatchObject({ patch: 11, asked: [9, 10, 11, 12, 12, 13] });
  });

  it('passes over one that is refused', async () => {
    expect(await probe([10])).toMatchObject({ patch: 10 });
  });

  it('never goes back, never stands on one that does not exist, and asks at most sixteen times', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(60)), async patches => {
        const { patch, asked } = await probe(patches);
        expect(patch === 8 || (patch > 8 && patches.includes(patch))).toBe(true);
        expect(asked.length).toBeLessThanOrEqual(16);
      }),
    );
  });

  it('does not look behind a prerelease', async () => {
    const rc: GoVersion = { major: 1, minor: 27, patch: 0, prerelease: { kind: 'rc', number: 1 } };
    expect(await probe([1], rc)).toMatchObject({ patch: 0, asked: [] });
  });

  it('keeps what it has when the budget is over', async () => {
    const { clock } = scriptedWire({});
    const exists = (version: GoVersion) => (version.patch < 11 ? Promise.resolve(true) : new Promise<boolean>(() => {}));
    expect(await probeNewerPatch({ newest, clock, exists }, never)).toEqual({ ...newest, patch: 10 });
    expect(clock.monotonic()).toBe(4_000);
  });

  it("ends with the signal's reason", async () => {
    const { clock } = scriptedWire({});
    const signal = AbortSignal.abort(new Error('over'));
    await expect(probeNewerPatch({ newest, clock, exists: async () => true }, signal)).rejects.toThrow('over');
  });
});
