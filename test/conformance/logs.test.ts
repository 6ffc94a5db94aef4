import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDecoder, type Decoding } from '../../src/policy/decoder.ts';
import { createLineReader } from '../../src/policy/log-lines.ts';
import { withLogLab } from './log-lab.ts';
import { GO_SCENES } from './log-scenes-go.ts';
import { NET_SCENES } from './log-scenes-net.ts';
import { SETTING_SCENES } from './log-scenes-settings.ts';
import { TOOL_SCENES } from './log-scenes-tools.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/logs');
/** `RECORD_LOGS=1` writes test/fixtures/logs anew; look at the difference. */
const records = process.env['RECORD_LOGS'] === '1';

const go = goVersion();
const reason = process.platform !== 'linux' ? 'the scenes are for Linux' : go === undefined ? 'there is no go' : undefined;

/** Provokes every fault with the real tools of this machine and reads what they say. */
describe.skipIf(reason !== undefined)(
  `the output of ${go} and its neighbours${reason === undefined ? '' : ` (${reason})`}`,
  () => {
    it.each([...GO_SCENES, ...SETTING_SCENES, ...NET_SCENES, ...TOOL_SCENES])('$id shows $code', async ({ id, code, run }) => {
      const output = await withLogLab(run);
      const [first] = decode(output).causes;
      if (records) {
        const place = first === undefined ? '' : ` at ${first.line.number}`;
        const origin = `${go} on Linux against loopback servers, recorded by test/conformance/logs.test.ts`;
        await writeFile(join(FIXTURES, `${id}.txt`), `# ${code}${place}; ${origin}\n${output}`);
      }
      expect(first?.row.code ?? 'none').toBe(code);
    });
  },
);

function decode(text: string): Decoding {
  const decoder = createDecoder();
  const reader = createLineReader((line, number) => decoder.hear({ text: line, number, stream: '' }));
  reader.push(text);
  reader.end();
  return decoder.result();
}

function goVersion(): string | undefined {
  try {
    return execFileSync(process.env['GO'] ?? 'go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
