import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDecoder, type Decoding } from '../../src/policy/decoder.ts';
import { DECODER_ROWS } from '../../src/policy/decoder-table.ts';
import { createLineReader } from '../../src/policy/log-lines.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/logs');
const LOGS = readdirSync(FIXTURES).filter(name => name.endsWith('.txt'));

function decode(text: string): Decoding {
  const decoder = createDecoder();
  const reader = createLineReader((line, number) => decoder.hear({ text: line, number, stream: '' }));
  reader.push(text);
  reader.end();
  return decoder.result();
}

/** First line: `# CODE; where it comes from`. */
function fixture(name: string): { code: string; log: string } {
  const [first = '', ...lines] = readFileSync(join(FIXTURES, name), 'utf8').split('\n');
  return { code: /^# ([A-Z.0-9_]+|none);/u.exec(first)?.[1] ?? '', log: lines.join('\n') };
}

describe('a recorded log', () => {
  it.each(LOGS)('%s has the cause of its first line', name => {
    const { code, log } = fixture(name);
    const { causes } = decode(log);
    expect(causes[0]?.row.code ?? 'none').toBe(code);
  });
});

describe('the table', () => {
  it('has ids that are unique', () => {
    expect(new Set(DECODER_ROWS.map(row => row.id)).size).toBe(DECODER_ROWS.length);
  });
});
