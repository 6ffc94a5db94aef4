import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACTS_FILE_BYTES, factsFileText, factsSchema, readFactsFile } from '../../src/domain/facts-file.ts';
import { Failure } from '../../src/domain/failure.ts';
import type { Facts } from '../../src/domain/network-facts.ts';
import { codeOf } from '../fakes/failure-code.ts';
import { caseFacts } from '../rules/any-facts.ts';
import { facts, target } from '../rules/cases/base.ts';
import { PLAIN } from '../rules/cases/setting.ts';

const SOUND = facts(PLAIN, { targets: [target(PLAIN)] });

function read(document: unknown): Facts {
  return readFactsFile(Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)), 'facts.json');
}

/** Evidence of the refusal as one text. */
function refusal(document: unknown): string {
  try {
    read(document);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.code).toBe('INPUT.FACTS');
    return JSON.stringify(error.finding);
  }
  throw new Error('it was accepted');
}

describe('a file of facts', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(caseFacts, given => {
        expect(read(factsFileText(given))).toEqual(given);
      }),
      { numRuns: 100 },
    );
    expect(read(factsFileText(SOUND))).toEqual(SOUND);
  });

  it('loses members that this release does not know', () => {
    expect(read({ ...SOUND, later: { added: 1 }, targets: SOUND.targets.map(item => ({ ...item, later: 1 })) })).toEqual(SOUND);
  });

  it.each<[string, unknown]>([
    ['empty', ''],
    ['cut', factsFileText(SOUND).slice(0, 900)],
    ['a list', []],
    ['of another program', { schema: 'report@1' }],
    ['without a schema', { ...SOUND, schema: undefined }],
    ['with a misspelt role', { ...SOUND, targets: [{ ...SOUND.targets[0], role: 'admin' }] }],
    ['with a number as a text', { ...SOUND, product: 7 }],
    ['with a missing list', { ...SOUND, targets: undefined }],
    ['with an object in place of a list', { ...SOUND, targets: { length: 1 } }],
    ['with a huge text', { ...SOUND, product: 'x'.repeat(100_000) }],
    ['with a huge list', { ...SOUND, targets: Array.from({ length: 5_000 }, () => SOUND.targets[0]) }],
    [
      'with too many variables',
      {
        ...SOUND,
        targets: [
          {
            ...SOUND.targets[0],
            http: {
              ok: true,
              ms: 1,
              redirects: [],
              headers: Object.fromEntries(Array.from({ length: 999 }, (_, index) => [`h${index}`, 'x'])),
            },
          },
        ],
      },
    ],
    ['with a null', { ...SOUND, disks: null }],
    ['nested deeply', `{"schema":"setup-go-robust/facts@1","targets":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ])('that is %s is refused', (_name, document) => {
    expect(refusal(document)).toContain('reason');
  });

  it('with names of prototypes is refused, and nothing is changed by it', () => {
    const text = factsFileText(SOUND).replace('"headers": {', '"headers": { "__proto__": "polluted",');
    expect(refusal(text)).toContain('name');
    const innocent = factsFileText(SOUND).replace('"headers": {', '"headers": { "constructor": "x", "toString": "y",');
    expect(read(innocent).targets[0]?.http?.headers).toMatchObject({ constructor: 'x' });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('of another release is named as such', () => {
    expect(refusal({ ...SOUND, schema: 'setup-go-robust/facts@2' })).toContain('facts@2');
  });

  it('above the limit is not parsed', () => {
    expect(codeOf(() => readFactsFile(Buffer.alloc(FACTS_FILE_BYTES + 1, 32), 'big'))).toBe('INPUT.FACTS');
  });

  it('that is refused is not repeated in the message', () => {
    const secret = 'ghp_0123456789abcdef\u001b[31m<script>';
    expect(refusal({ ...SOUND, product: [secret] })).not.toContain('ghp_');
    expect(refusal({ ...SOUND, schema: secret })).not.toContain('ghp_');
  });

  it('never does anything but be read or refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), text => {
        expect(refusal(text)).toContain('INPUT.FACTS');
      }),
    );
  });
});

describe('schema/facts.schema.json', () => {
  // Made by: node --input-type=module -e "console.log(JSON.stringify((await import('./src/domain/facts-file.ts')).factsSchema()))"
  const schema = JSON.parse(readFileSync(new URL('../../schema/facts.schema.json', import.meta.url), 'utf8')) as unknown;

  it('is what the guard reads', () => {
    expect(schema).toEqual(JSON.parse(JSON.stringify(factsSchema())));
  });
});
