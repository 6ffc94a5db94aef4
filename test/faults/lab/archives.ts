import { gzipSync } from 'node:zlib';

/** Number of the machine in an ELF header (System V ABI). */
const MACHINES = { 'linux-amd64': 62, 'linux-arm64': 183 } as const;

const BLOCK = 512;

/** A tar with the layout of a release: VERSION, the go program with its header, and bytes that do not compress. */
export function goTar(platform: keyof typeof MACHINES): Buffer {
  const program = Buffer.alloc(4_096);
  program.write('\x7fELF\x02\x01\x01', 'latin1');
  program.writeUInt16LE(MACHINES[platform], 18);
  const noise = Buffer.alloc(60_000);
  let state = 1;
  for (let at = 0; at < noise.length; at++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    noise[at] = state >> 16;
  }
  return Buffer.concat([
    entry('go/VERSION', Buffer.from('go1.26.8\n')),
    entry('go/bin/go', program),
    entry('go/pkg/noise', noise),
    Buffer.alloc(2 * BLOCK),
  ]);
}

export function goArchive(platform: keyof typeof MACHINES): Buffer {
  return gzipSync(goTar(platform));
}

/** One bit in the middle is flipped. */
export function damaged(archive: Buffer): Buffer {
  const copy = Buffer.from(archive);
  const at = Math.floor(copy.length / 2);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

function entry(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 'latin1');
  header.write('0000644\0', 100, 'latin1');
  header.write('0000000\0', 108, 'latin1');
  header.write('0000000\0', 116, 'latin1');
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  header.write('00000000000\0', 136, 'latin1');
  header.write('        ', 148, 'latin1');
  header.write('0', 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return Buffer.concat([header, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]);
}
