import { execFileSync } from 'node:child_process';
import { chmod, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCertificate } from '../servers/certificates.ts';
import { startMirror } from '../servers/mirror.ts';
import { startBigHelloBox } from '../servers/tls-faults.ts';
import { FACES, install, isPosix } from './install-runs.ts';
import { COMPLETE, FILES, rootIn, withScene } from './install-scene.ts';

const NODE = process.env['E2E_NODE'] ?? process.execPath;
/** From Node 24 on the hello has a post-quantum share, and takes more than one packet. */
const isLargeHello = Number.parseInt(execFileSync(NODE, ['--version'], { encoding: 'utf8' }).slice(1), 10) >= 24;

describe.runIf(isPosix)('an entry of the tool cache whose programs lost their modes', { concurrent: true }, () => {
  it.each(FACES)('is replaced with `repair: safe` on the %s', face =>
    withScene(async ({ runner, inputs, env }) => {
      expect((await install(face, { runner, inputs, env })).exitCode).toBe(0);
      const program = join(rootIn(runner), 'bin', 'go');
      await chmod(program, 0o644);
      const { exitCode, report, toolCache, everything } = await install(face, {
        runner,
        inputs: { ...inputs, repair: 'safe' },
        env,
      });
      expect({ exitCode, outcome: report.outcome, toolCache }).toEqual({
        exitCode: 0,
        outcome: 'installed',
        toolCache: COMPLETE,
      });
      expect(report.repairs).toMatchObject([{ repair: 'tool-cache-entry', state: 'helped', before: 'GO.NOT_RUNNABLE' }]);
      expect((await stat(program)).mode & 0o111).not.toBe(0);
      // The first failure is told to people too.
      expect(everything).toContain('GO.NOT_RUNNABLE');
      expect((await install(face, { runner, inputs, env })).report.outcome).toBe('cached');
    })(),
  );

  it.each(FACES)('is left alone without it on the %s, and the repair is told', face =>
    withScene(async ({ runner, inputs, env }) => {
      expect((await install(face, { runner, inputs, env })).exitCode).toBe(0);
      const program = join(rootIn(runner), 'bin', 'go');
      await chmod(program, 0o644);
      const { exitCode, report, everything } = await install(face, { runner, inputs, env });
      expect({ exitCode, cause: report.cause?.code }).toEqual({ exitCode: 74, cause: 'GO.NOT_RUNNABLE' });
      expect(report.repairs).toMatchObject([{ repair: 'tool-cache-entry', state: 'planned' }]);
      expect(everything).toContain('repair: safe');
      expect((await stat(program)).mode & 0o111).toBe(0);
    })(),
  );

  it(
    'comes back as it was when it cannot be replaced',
    withScene(async ({ runner, mirror, inputs, env }) => {
      expect((await install('action', { runner, inputs, env })).exitCode).toBe(0);
      const program = join(rootIn(runner), 'bin', 'go');
      await chmod(program, 0o644);
      const before = await stat(program);
      await mirror.close();
      const { exitCode, report, toolCache } = await install('action', { runner, inputs: { ...inputs, repair: 'safe' }, env });
      expect({ exitCode, cause: report.cause?.code }).toEqual({ exitCode: 74, cause: 'GO.NOT_RUNNABLE' });
      expect(report.repairs).toMatchObject([{ state: 'rolled-back', before: 'GO.NOT_RUNNABLE' }]);
      expect((await stat(program)).ino).toBe(before.ino);
      expect(toolCache.filter(entry => !entry.includes('setup-go-robust'))).toEqual(COMPLETE);
    }),
  );
});

describe.runIf(isPosix)('a middlebox that resets large hellos', () => {
  it.each(['safe', 'plan'] as const)(`is ${isLargeHello ? 'met' : 'not met'} by this Node; with repair: %s`, async repair =>
    withScene(async ({ runner, inputs, env }) => {
      const root = makeCertificate({ name: 'Mirror Root' });
      const { key, cert } = makeCertificate({ name: 'mirror', issuer: root, names: ['127.0.0.1'] });
      const mirror = await startMirror({ files: FILES, tls: { key, cert } });
      const box = await startBigHelloBox(Number(new URL(mirror.url).port));
      await writeFile(join(runner.workspace, 'ca.pem'), root.cert);
      const sources = mirror.url.replace(/:\d+/u, `:${box.port}`);
      try {
        const all = { ...inputs, sources, 'ca-file': 'ca.pem', repair };
        const { exitCode, report } = await install('command line', { runner, inputs: all, env });
        const isHelped = repair === 'safe' || !isLargeHello;
        expect({ exitCode, outcome: report.outcome }).toEqual({
          exitCode: isHelped ? 0 : 72,
          outcome: isHelped ? 'installed' : 'failed',
        });
        const state = repair === 'safe' ? 'helped' : 'planned';
        const repairs = report.repairs?.map(item => [item.repair, item.code, item.state]);
        expect(repairs).toEqual(isLargeHello ? [['classical-groups', 'TLS.PQ_INTOLERANT', state]] : undefined);
      } finally {
        await Promise.all([box.close(), mirror.close()]);
      }
    })(),
  );
});
