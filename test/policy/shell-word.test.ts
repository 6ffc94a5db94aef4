import { expect, it } from 'vitest';
import { shellWord } from '../../src/policy/shell-word.ts';

it.each([
  ['example.com/a@v1.2.3', 'example.com/a@v1.2.3'],
  ['', "''"],
  ['~/go', "'~/go'"],
  ['two words', "'two words'"],
  ["it's", "'it'\\''s'"],
  ['$(id)', "'$(id)'"],
])('%j is %s in a command', (text, word) => {
  expect(shellWord(text)).toBe(word);
});
