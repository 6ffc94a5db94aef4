import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/domain/limits.ts';
import { setAside } from '../../src/repairs/set-aside.ts';
import { codeOfAsync } from '../fakes/failure-code.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createMemoryFiles, type FileOperation } from '../fakes/memory-files.ts';

const ROOT = '/tools/go/1.26.8/x64';
const ENTRY = { paths: [`${ROOT}.complete`, `${ROOT}.seal`, ROOT], directory: '/tools/own' };

function machine(fault?: (operation: FileOperation, path: string) => string | undefined) {
  const clock = createFakeClock({ runs: false });
  let isArmed = false;
  const files = createMemoryFiles({ clock, fault: (operation, path) => (isArmed ? fault?.(operation, path) : undefined) });
  files.put(`${ROOT}/bin/go`, 'go', 0o644);
  files.put(`${ROOT}.complete`, '');
  isArmed = true;
  return { clock, files, randomName: () => 'n1' };
}

describe('an entry that is set aside', () => {
  it('is gone, and comes back as it was', async () => {
    const { files, ...rest } = machine();
    const before = files.paths('/');
    const aside = await setAside(ENTRY, { files, ...rest });
    expect(files.paths('/tools/go')).toEqual(['/tools/go/1.26.8/']);
    await aside.undo();
    expect(files.paths('/')).toEqual(before);
    expect((await files.stat(`${ROOT}/bin/go`))?.mode).toBe(0o644);
  });

  it('comes back also where the directories above it were removed meanwhile', async () => {
    const { files, ...rest } = machine();
    const before = files.paths('/');
    const aside = await setAside(ENTRY, { files, ...rest });
    await files.remove('/tools/go');
    await aside.undo();
    expect(files.paths('/')).toEqual(before);
  });

  it('gives way to what stands at its place when it comes back', async () => {
    const { files, ...rest } = machine();
    const aside = await setAside(ENTRY, { files, ...rest });
    files.put(`${ROOT}/bin/go`, 'a new one', 0o755);
    await aside.undo();
    expect(files.content(`${ROOT}/bin/go`)?.toString()).toBe('a new one');
    expect(files.paths('/tools/own')).toEqual([]);
  });

  it('is removed for good', async () => {
    const { files, ...rest } = machine();
    const aside = await setAside(ENTRY, { files, ...rest });
    await aside.remove();
    expect(files.paths('/tools')).toEqual(['/tools/go/', '/tools/go/1.26.8/']);
    // Twice is as good as once.
    await aside.remove();
  });

  it('stays where it is when a part of it cannot be moved', async () => {
    const { files, ...rest } = machine((operation, path) =>
      operation === 'rename' && path.endsWith('-x64') ? 'EACCES' : undefined,
    );
    const before = files.paths('/');
    expect(await codeOfAsync(() => setAside(ENTRY, { files, ...rest }))).toBe('FS.PERMISSION');
    expect(files.paths('/')).toEqual(before);
  });

  it('of a run that was killed is removed a day later, and not before', async () => {
    const { files, clock, randomName } = machine();
    files.put('/tools/own/aside-dead/x64/bin/go', 'old');
    files.put('/tools/own/versions.json', 'kept');
    await clock.advance(LIMITS.stagingMaxAgeMs - 1_000);
    await (await setAside(ENTRY, { files, clock, randomName })).undo();
    expect(files.content('/tools/own/aside-dead/x64/bin/go')?.toString()).toBe('old');
    await clock.advance(2_000);
    await (await setAside(ENTRY, { files, clock, randomName })).undo();
    expect(files.paths('/tools/own')).toEqual(['/tools/own/versions.json']);
  });
});
