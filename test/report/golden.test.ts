import { describe, expect, it } from 'vitest';
import { annotationsOf } from '../../src/report/annotations.ts';
import { workflowCommand } from '../../src/report/drained.ts';
import { renderJson } from '../../src/report/json.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderText } from '../../src/report/text.ts';
import { fold } from './scenarios.ts';
import { GOLDEN_RUNS } from './scenarios-preflight.ts';

describe.each(Object.entries(GOLDEN_RUNS))('a run that ended as %s', (name, events) => {
  const report = fold(events);
  it('is written as JSON', async () => {
    await expect(renderJson(report)).toMatchFileSnapshot(`./${name}.golden.json`);
  });
  it('is written as job summary', async () => {
    await expect(renderSummary(report)).toMatchFileSnapshot(`./${name}.golden.md`);
  });
  it('is written as text, annotations and outputs', async () => {
    const outputs = Object.entries(outputsOf(report)).map(([output, value]) => `${output}=${value}`);
    const parts = [renderText(report), ...annotationsOf(report).map(workflowCommand), '', ...outputs, ''];
    await expect(parts.join('\n')).toMatchFileSnapshot(`./${name}.golden.txt`);
  });
});
