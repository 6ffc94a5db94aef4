import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, CODES } from '../../src/domain/catalogue.ts';
import { finding } from '../../src/domain/finding.ts';
import { findCause } from '../../src/policy/causes.ts';

const refusedA = finding('TCP.REFUSED', { subject: 'a' });
const refusedB = finding('TCP.REFUSED', { subject: 'b' });
const resetB = finding('BODY.RESET', { subject: 'b' });
const tamperedC = finding('VER.TAMPERED', { subject: 'c' });

describe('findCause', () => {
  it('names nothing when there is no error', () => {
    expect(findCause([])).toBeNull();
    expect(findCause([finding('VER.CACHE_DAMAGED', { subject: 'cache' })])).toBeNull();
  });
  it('names the finding that stopped the run, whatever else was found', () => {
    const cause = findCause([finding('FS.NO_SPACE', { subject: 'disk' }), refusedA, tamperedC], [refusedA, tamperedC]);
    expect(cause).toEqual({ code: 'FS.NO_SPACE', confidence: 'certain', verdict: 'cause', chain: ['FS.NO_SPACE'], ruledOut: [] });
  });
  it('follows what explains the main finding to the root', () => {
    const cause = findCause([finding('VER.NO_PROOF', { subject: 'go' }), finding('SUM.UNREACHABLE', { subject: 'sumdb' })]);
    expect(cause).toMatchObject({ code: 'SUM.UNREACHABLE', verdict: 'cause', chain: ['SUM.UNREACHABLE', 'VER.NO_PROOF'] });
  });
  it('lets a warning explain an error, but not a mere remark', () => {
    const noProof = finding('VER.NO_PROOF', { subject: 'go' });
    const sumdb = (severity: 'warning' | 'info') => finding('SUM.GARBAGE', { subject: 'proxy', severity });
    expect(findCause([noProof, sumdb('warning')])?.code).toBe('SUM.GARBAGE');
    expect(findCause([noProof, sumdb('info')])?.code).toBe('VER.NO_PROOF');
  });
  it('is certain when all sources failed for one reason', () => {
    expect(findCause([refusedB, refusedA], [refusedA, refusedB])).toMatchObject({ code: 'TCP.REFUSED', verdict: 'cause' });
  });
  it('names the gravest reason, as likely, when the sources failed for several', () => {
    const mixed = findCause([resetB, refusedA], [refusedA, resetB]);
    expect(mixed).toMatchObject({ code: 'TCP.REFUSED', confidence: 'likely', verdict: 'likely' });
    const altered = findCause([resetB, refusedA, tamperedC], [refusedA, resetB, tamperedC]);
    expect(altered).toMatchObject({ code: 'VER.TAMPERED', verdict: 'likely' });
  });
  it('takes one source that failed for two reasons as one root', () => {
    const html = finding('HTTP.HTML', { subject: 'a' });
    const notGzip = finding('ARC.NOT_GZIP', { subject: 'a' });
    expect(findCause([notGzip, html], [notGzip, html])).toMatchObject({ code: 'HTTP.HTML', verdict: 'cause' });
  });
  it.each([
    ['likely', 'likely'],
    ['possible', 'undetermined'],
  ] as const)('gives a verdict no surer than a %s finding', (confidence, verdict) => {
    expect(findCause([finding('TLS.UNTRUSTED', { subject: 'a', confidence })])?.verdict).toBe(verdict);
  });
  it('ends for any set of findings, with a cause that is among them', () => {
    const findings = fc.array(fc.constantFrom(...CODES).map(code => finding(code, { subject: 'x' })));
    fc.assert(
      fc.property(findings, findings, (ended, attempts) => {
        const all = [...ended, ...attempts];
        const cause = findCause(all, attempts);
        expect(cause === null).toBe(all.every(item => item.severity !== 'error'));
        if (cause !== null) {
          expect(all.map(item => item.code)).toContain(cause.code);
          const [root] = cause.chain;
          expect(root).toBe(cause.code);
          for (const [index, code] of cause.chain.slice(1).entries()) {
            expect(CATALOGUE[cause.chain[index] ?? code].explains).toContain(code);
          }
        }
      }),
    );
  });
});
