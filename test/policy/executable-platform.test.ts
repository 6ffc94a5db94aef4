import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { executablePlatform } from '../../src/policy/executable-platform.ts';

function header(write: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(1_024);
  write(bytes);
  return bytes;
}

const elf = (machine: number, isBig = false): Buffer =>
  header(bytes => {
    bytes.write('\x7fELF\x02', 'latin1');
    bytes[5] = isBig ? 2 : 1;
    if (isBig) bytes.writeUInt16BE(machine, 18);
    else bytes.writeUInt16LE(machine, 18);
  });

describe('the header of a program', () => {
  it.each([
    ['linux-amd64', elf(62)],
    ['linux-arm64', elf(183)],
    ['linux-s390x', elf(22, true)],
    [
      'darwin-arm64',
      header(bytes => {
        bytes.writeUInt32BE(0xcffaedfe);
        bytes.writeUInt32LE(0x0100000c, 4);
      }),
    ],
    [
      'windows-amd64',
      header(bytes => {
        bytes.write('MZ', 'latin1');
        bytes.writeUInt32LE(128, 60);
        bytes.write('PE\0\0', 128, 'latin1');
        bytes.writeUInt16LE(0x8664, 132);
      }),
    ],
    [undefined, elf(9_999)],
    [undefined, Buffer.from('#!/bin/sh\n')],
    [undefined, Buffer.alloc(0)],
  ])('says %s', (platform, bytes) => {
    expect(executablePlatform(bytes)).toBe(platform);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), bytes => void executablePlatform(bytes)));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => void executablePlatform(Buffer.concat([Buffer.from('MZ'), bytes]))),
    );
  });
});
