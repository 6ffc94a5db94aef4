import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { Fault } from './fault.ts';
import { confusionMatrix, isTop, type Verdict } from './matrix.ts';
import { faultNodes, runFault } from './run.ts';

const files = readdirSync(import.meta.dirname).filter(name => /^[a-z]\d\d[a-z]?\.ts$/u.test(name));
const faults = await Promise.all(
  files.map(async name => ((await import(/* @vite-ignore */ `./${name}`)) as { readonly fault: Fault }).fault),
);

describe.each(faultNodes())('under Node $major', ({ path, major }) => {
  const verdicts: Verdict[] = [];
  afterAll(() => console.log(`Node ${major}\n${confusionMatrix(verdicts).join('\n')}`));

  test.concurrent.each(faults)('$id: $title', async fault => {
    const run = await runFault(fault, path);
    if ('refused' in run) return console.log(`${fault.id} is not run: ${run.refused}`);
    fault.facts({ facts: run.facts, target: run.facts.targets[0], node: major });
    if (run.named === undefined) return;
    const { causes, warnings } = run.named;
    const expected = major < 24 ? (fault.causeOn20 ?? fault.cause) : fault.cause;
    const verdict = { id: fault.id, expected, named: causes, also: fault.also };
    verdicts.push(verdict);
    expect(isTop(verdict, 1), `named ${causes.join(', ') || 'nothing'}`).toBe(true);
    if (fault.warns !== undefined) expect(warnings).toContain(fault.warns);
  });
});
