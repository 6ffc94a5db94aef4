import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import type { KnownLog } from '../../src/verify/known-log.ts';
import { makeReceipt, readReceipt } from '../../src/verify/receipt.ts';
import { checkRecordProof, type RecordProof } from '../../src/verify/record-proof.ts';
import { parseLookup } from '../../src/verify/sumdb-record.ts';
import { spanHash, tilePath, tilesFor } from '../../src/verify/tile.ts';
import { consistencySpans, inclusionSpans } from '../../src/verify/tlog.ts';
import { codeOf } from '../fakes/failure-code.ts';
import { type FakeLog, makeLog, SOME_TREE } from '../fakes/sumdb-log.ts';

const MODULE = 'golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64';
const OTHER = 'golang.org/toolchain@v0.0.1-go1.20.1.linux-amd64';

const log = makeLog({ filler: 300 });
log.addModule(OTHER, SOME_TREE.replace('ZOmG', 'AAAA'));
log.addModule(MODULE);
for (let count = 0; count < 300; count += 1) log.append(`example.org/later v1.0.${count} x\n`);

/** A proof as the client makes it: the head shown has `shown` records, the known one `known`. */
function proofFrom(source: FakeLog, moduleName: string, sizes: { readonly shown: number; readonly known: number }): RecordProof {
  const answer = parseLookup(source.answer(`lookup/${moduleName}`, sizes.shown) ?? Buffer.alloc(0));
  const large = Math.max(sizes.shown, sizes.known);
  const inclusion = inclusionSpans(answer.recordNumber, sizes.shown);
  const consistency = consistencySpans(Math.min(sizes.shown, sizes.known), large);
  const tiles = tilesFor([...inclusion, ...consistency], large);
  const data = new Map(tiles.map(tile => [`${tile.level}/${tile.index}`, source.answer(tilePath(tile)) ?? Buffer.alloc(0)]));
  const hashes = (spans: typeof inclusion) => spans.map(span => spanHash(span, data) ?? Buffer.alloc(32));
  return {
    ...answer,
    inclusion: hashes(inclusion),
    knownHead: source.head(sizes.known),
    consistency: hashes(consistency),
  };
}

const older = { shown: 400, known: 602 };
const newer = { shown: 602, known: 350 };

describe('record proof', () => {
  test.each([older, newer, { shown: 500, known: 500 }])('holds whether the head shown is older or newer: %o', sizes => {
    const expectation = checkRecordProof(proofFrom(log, MODULE, sizes), { log: log.known(sizes.known), moduleName: MODULE });
    expect(expectation).toMatchObject({ kind: 'checksum-database', over: 'tree', value: SOME_TREE, root: 'sum.example.org' });
  });

  test.each([older, newer])('contradicts the known head when the log was forked: %o', sizes => {
    const fork = makeLog({ signer: log.signer, filler: 299 });
    fork.append('example.org/rewritten v1.0.0 x\n');
    fork.addModule(MODULE, SOME_TREE.replace('ZOmG', 'EVIL'));
    while (fork.size < 602) fork.append(`example.org/fork v1.0.${fork.size} x\n`);
    const proof = { ...proofFrom(fork, MODULE, sizes), knownHead: log.head(sizes.known) };
    const code = codeOf(() => checkRecordProof(proof, { log: log.known(sizes.known), moduleName: MODULE }));
    expect(code).toBe(sizes === newer ? 'SUM.FORK' : 'SUM.PROOF');
  });

  test('names the fork when the shown head is older than the known one and the tiles are those of the public log', () => {
    const fork = makeLog({ signer: log.signer, filler: 300 });
    fork.addModule(MODULE, SOME_TREE.replace('ZOmG', 'EVIL'));
    while (fork.size < 400) fork.append('example.org/fork v1.0.0 x\n');
    const forged = proofFrom(fork, MODULE, { shown: 400, known: 400 });
    const honest = proofFrom(log, MODULE, older);
    const proof = { ...forged, knownHead: honest.knownHead, consistency: honest.consistency };
    expect(codeOf(() => checkRecordProof(proof, { log: log.known(602), moduleName: MODULE }))).toBe('SUM.FORK');
  });

  test('of another module, with its own right proof, vouches for nothing (CVE-2026-42501)', () => {
    const code = codeOf(() => checkRecordProof(proofFrom(log, OTHER, newer), { log: log.known(350), moduleName: MODULE }));
    expect(code).toBe('SUM.RECORD');
  });
});

describe('receipt', () => {
  const proof = proofFrom(log, MODULE, newer);
  const question = { log: log.known(350), moduleName: MODULE };
  const receipt = makeReceipt(proof, MODULE);
  const read = (text: string | Uint8Array, asked = question) => readReceipt(Buffer.from(text), asked);

  test('proves the tree hash again, with the key and a known head alone', () => {
    expect(read(receipt)).toEqual(checkRecordProof(proof, question));
    expect(receipt.length).toBeLessThan(16 * 1_024);
  });

  test('stays valid after an update that knows a newer head and keeps the old one', () => {
    const updated: KnownLog = { ...question.log, heads: [log.head(602), log.head(350)] };
    expect(read(receipt, { ...question, log: updated }).value).toBe(SOME_TREE);
  });

  test('that rests on a head which is not known here is no proof', () => {
    expect(codeOf(() => read(receipt, { ...question, log: log.known(351) }))).toBe('VER.NO_PROOF');
    const shownAsKnown = JSON.stringify({ ...JSON.parse(receipt), knownHead: log.head(602), consistency: [] });
    expect(codeOf(() => read(shownAsKnown))).toBe('VER.NO_PROOF');
  });

  test('of another release is no proof, also when its label is changed', () => {
    const other = makeReceipt(proofFrom(log, OTHER, newer), OTHER);
    expect(codeOf(() => read(other))).toBe('VER.NO_PROOF');
    expect(codeOf(() => read(other.replace(`"module": "${OTHER}"`, `"module": "${MODULE}"`)))).toBe('SUM.RECORD');
  });

  test('that was signed by another key is worth nothing', () => {
    const stranger = makeLog({ filler: 300 });
    stranger.addModule(MODULE, SOME_TREE.replace('ZOmG', 'EVIL'));
    while (stranger.size < 602) stranger.append('example.org/x v1.0.0 x\n');
    const forged = makeReceipt({ ...proofFrom(stranger, MODULE, newer), knownHead: log.head(350) }, MODULE);
    expect(codeOf(() => read(forged))).toBe('SUM.NOTE');
  });

  test('that claims another hash is worth nothing', () => {
    expect(codeOf(() => read(receipt.replaceAll(SOME_TREE, SOME_TREE.replace('ZOmG', 'EVIL'))))).toBe('SUM.PROOF');
  });

  test('proves the same or nothing when any character of it is changed', () => {
    const expected = read(receipt);
    fc.assert(
      fc.property(fc.nat(receipt.length - 1), fc.constantFrom('A', '0', '"', '\\', '\n', 'é', ''), (at, character) => {
        const text = receipt.slice(0, at) + character + receipt.slice(at + 1);
        try {
          expect(read(text)).toEqual(expected);
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          expect(['VER.NO_PROOF', 'SUM.NOTE', 'SUM.PROOF', 'SUM.RECORD', 'SUM.FORK']).toContain(error.code);
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    '',
    '[]',
    'null',
    '"text"',
    '{',
    '{}',
    receipt.replace('receipt@1', 'receipt@2'),
    receipt.replace('"inclusion": [', '"inclusion": [7,'),
    receipt.replace('"inclusion": [', `"inclusion": [${'"x",'.repeat(1_000)}`),
    receipt.replace(/"recordNumber": \d+/u, '"recordNumber": 1e300'),
    receipt.replace(/"recordNumber": \d+/u, '"recordNumber": 0.5'),
    ' '.repeat(LIMITS.receiptBytes) + receipt,
  ])('that is malformed is no proof: case %#', text => {
    expect(codeOf(() => read(text))).toBe('VER.NO_PROOF');
  });
});
