import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withLogLab } from './log-lab.ts';
import { GO_SCENES } from './log-scenes-go.ts';
import { NET_SCENES } from './log-scenes-net.ts';
import { TOOL_SCENES } from './log-scenes-tools.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/logs');
const only = process.env['SCENES'];

describe('recording', () => {
  it.each([...GO_SCENES, ...NET_SCENES, ...TOOL_SCENES].filter(({ id }) => only === undefined || id.includes(only)))(
    '$id',
    async scene => {
      const output = await withLogLab(scene.run);
      await mkdir(FIXTURES, { recursive: true });
      await writeFile(
        join(FIXTURES, `${scene.id}.txt`),
        `# ${scene.code}; go1.26.8 against a loopback module proxy, recorded by test/conformance/logs.test.ts\n${output}`,
      );
      expect(output).not.toBe('');
    },
  );
});
