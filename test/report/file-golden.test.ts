import { describe, expect, it } from 'vitest';
import { MORE_FILE_RENDERERS } from '../../src/report/file-renderers.ts';
import { renderHtml } from '../../src/report/html.ts';
import { FILE_RENDERERS } from '../../src/report/registry.ts';
import { fold } from './scenarios.ts';
import { GOLDEN_RUNS } from './scenarios-preflight.ts';

describe.each(['preflight-warned', 'preflight-blocked'] as const)('a run that ended as %s', name => {
  const report = fold(GOLDEN_RUNS[name]);
  it.each(MORE_FILE_RENDERERS.map(item => [item.fileName, item] as const))('is written as %s', async (fileName, renderer) => {
    await expect(renderer.render(report)).toMatchFileSnapshot(`./${name}.golden.${fileName}`);
  });
});

it.each(['doctor-failed', 'install-diagnosed'] as const)('what probes saw is written into the page of %s', async name => {
  await expect(renderHtml(fold(GOLDEN_RUNS[name]))).toMatchFileSnapshot(`./${name}.golden.report.html`);
});

it('each file has a name of its own, and the same report gives the same bytes', () => {
  const all = [...FILE_RENDERERS, ...MORE_FILE_RENDERERS];
  expect(new Set(all.map(item => item.fileName)).size).toBe(all.length);
  for (const events of Object.values(GOLDEN_RUNS)) {
    const [first, second] = [fold(events), fold(events)].map(report => all.map(item => item.render(report)));
    expect(second).toEqual(first);
  }
});
