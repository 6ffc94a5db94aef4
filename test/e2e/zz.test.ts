import { expect, it } from 'vitest';
import { withRunner } from './harness.ts';
import { startMirror } from '../servers/mirror.ts';
import { ENTRY, GO, install, sealedEnv, startBorder } from './install-runs.ts';
it('x', () => withRunner(async runner => {
  const border = await startBorder();
  const mirror = await startMirror({ files: { [GO.tarGz.fileName]: GO.tarGz.bytes } });
  const inputs = { 'go-version': '1.26.8', sources: mirror.url, checksum: `sha256:${GO.tarGz.sha256}`, timeout: '20s' };
  for (const face of ['action', 'action', 'command line'] as const) {
    const r = await install(face, { runner, inputs, env: sealedEnv(border) });
    console.log(r.exitCode, r.ms, r.toolCache, r.stdout, r.stderr, r.action?.outputs, r.action?.env, r.action?.path, r.action?.summary, r.action?.state, mirror.requests, border.requests);
    mirror.requests.length; console.log(JSON.stringify(r.report));
  }
  await mirror.close(); await border.close();
}));
