import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLookup, readRecord } from '../../src/verify/sumdb-record.ts';
import { codeOf } from '../fakes/failure-code.ts';
import { recordText, SOME_TREE } from '../fakes/sumdb-log.ts';

const MODULE = 'golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64';
const GOOD = recordText(MODULE);
const [treeLine = '', modLine = ''] = GOOD.split('\n');

describe('look-up answer', () => {
  test('is split into number, the very bytes of the record, and note', () => {
    const answer = parseLookup(Buffer.from(`12\n${GOOD}\nnote text\n\nsignature\n`));
    expect(answer.recordNumber).toBe(12);
    expect(answer.record.toString()).toBe(GOOD);
    expect(answer.note.toString()).toBe('note text\n\nsignature\n');
  });

  test.each([
    ['nothing', ''],
    ['HTML', '<!doctype html>\n<title>Log in</title>\n\n'],
    ['no record number', `${GOOD}\nnote\n`],
    ['a negative number', `-1\n${GOOD}\nnote\n`],
    ['no empty line', `12\n${GOOD}`],
    ['a number alone', '12'],
    ['a number beyond every tree', `999999999999999999\n${GOOD}\nnote\n`],
    ['more than any record needs', `12\n${GOOD.repeat(1_000)}\nnote\n`],
  ])('with %s is garbage', (_, text) => {
    expect(codeOf(() => parseLookup(Buffer.from(text)))).toBe('SUM.GARBAGE');
  });

  test('of arbitrary bytes is garbage or a record that is refused, never a defect', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        const code = codeOf(() => readRecord(parseLookup(bytes).record, MODULE));
        return code === 'SUM.GARBAGE' || code === 'SUM.RECORD';
      }),
    );
    fc.assert(
      fc.property(fc.nat(), fc.string(), (number, text) => {
        const code = codeOf(() => readRecord(parseLookup(Buffer.from(`${number}\n${text}\n\nnote`)).record, MODULE));
        return code === 'SUM.GARBAGE' || code === 'SUM.RECORD';
      }),
    );
  });
});

describe('record', () => {
  test('gives the tree hash of the module it was asked about', () => {
    expect(readRecord(Buffer.from(GOOD), MODULE)).toBe(SOME_TREE);
  });

  test('that is empty vouches for nothing (CVE-2026-42501)', () => {
    expect(codeOf(() => readRecord(parseLookup(Buffer.from('12\n\nnote')).record, MODULE))).toBe('SUM.RECORD');
    expect(codeOf(() => readRecord(Buffer.alloc(0), MODULE))).toBe('SUM.RECORD');
  });

  test.each([
    ['is of another version (CVE-2026-42501)', recordText('golang.org/toolchain@v0.0.1-go1.20.1.linux-amd64')],
    ['is of another module', recordText(MODULE.replace('toolchain', 'tools'))],
    ['lacks the go.mod line', `${treeLine}\n`],
    ['lacks the module line', `${modLine}\n`],
    ['has the module line twice', `${treeLine}\n${treeLine}\n`],
    ['has a further line', `${GOOD}${treeLine}\n`],
    ['has a further line of another module', `${GOOD}example.org/x v1.0.0 ${SOME_TREE}\n`],
    ['has no last line feed', GOOD.slice(0, -1)],
    ['goes on after its last line feed', `${GOOD}x`],
    ['has a carriage return', GOOD.replaceAll('\n', '\r\n')],
    ['has two spaces', GOOD.replace(' h1:', '  h1:')],
    ['has an unknown hash', GOOD.replace('h1:', 'h2:')],
    ['has a hash that is too short', GOOD.replace('h1:ZOmG', 'h1:')],
    ['has a hash in another spelling', GOOD.replace('XM=', 'XN=')],
    ['has a word after the hash', GOOD.replace('\n', ' x\n')],
  ])('is refused when it %s', (_, text) => {
    expect(codeOf(() => readRecord(Buffer.from(text), MODULE))).toBe('SUM.RECORD');
  });
});
