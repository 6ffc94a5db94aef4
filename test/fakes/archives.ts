import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import type { ArchiveBytes } from '../../src/domain/archive-bytes.ts';

/** Makes archives in memory, honest and hostile: whatever a field says is written, true or not. */

export interface TarEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** Default: `0`, or `5` when the name ends with a slash. */
  readonly type?: string;
  readonly mtimeSeconds?: number;
  /** What the header declares in place of the length of the content. */
  readonly declaredBytes?: number;
  /** Text of the size field in place of octal digits. */
  readonly sizeField?: Buffer;
  readonly prefix?: string;
  readonly magic?: string;
  readonly badChecksum?: boolean;
  readonly linkName?: string;
}

const BLOCK = 512;

export function tarEntry(entry: TarEntry): Buffer {
  const content = Buffer.from(entry.content ?? '');
  const name = Buffer.isBuffer(entry.name) ? entry.name : Buffer.from(entry.name);
  const header = Buffer.alloc(BLOCK);
  name.copy(header, 0, 0, 100);
  header.write('0000777\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${(entry.declaredBytes ?? content.length).toString(8).padStart(11, '0')}\0`, 124);
  entry.sizeField?.copy(header, 124);
  header.write(`${(entry.mtimeSeconds ?? 1_700_000_000).toString(8).padStart(11, '0')}\0`, 136);
  header.write(entry.type ?? (name.at(-1) === 0x2f ? '5' : '0'), 156, 'latin1');
  header.write(entry.linkName ?? '', 157);
  header.write(entry.magic ?? 'ustar\u000000', 257, 'latin1');
  header.write(entry.prefix ?? '', 345);
  header.write('        ', 148);
  let sum = entry.badChecksum === true ? 1 : 0;
  for (const byte of header) sum += byte;
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]);
}

/** A pax header with these records; `raw` in their place. */
export function paxEntry(
  records: Readonly<Record<string, string>>,
  options: { readonly type?: string; readonly raw?: string } = {},
): Buffer {
  const text =
    options.raw ??
    Object.entries(records)
      .map(([key, value]) => paxRecord(key, value))
      .join('');
  return tarEntry({ name: 'PaxHeaders.0/x', type: options.type ?? 'x', content: text });
}

function paxRecord(key: string, value: string): string {
  const body = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(body);
  let length = bytes + String(bytes).length;
  if (bytes + String(length).length !== length) length = bytes + String(length).length;
  return `${length}${body}`;
}

export const TAR_END: Buffer = Buffer.alloc(2 * BLOCK);

export function tar(entries: readonly (TarEntry | Buffer)[], end: Buffer = TAR_END): Buffer {
  return Buffer.concat([...entries.map(entry => (Buffer.isBuffer(entry) ? entry : tarEntry(entry))), end]);
}

export function tarGz(entries: readonly (TarEntry | Buffer)[], end: Buffer = TAR_END): Buffer {
  return gzipSync(tar(entries, end), { level: 1 });
}

export interface ZipFile {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  readonly method?: number;
  readonly flags?: number;
  /** Sizes behind the data, as Go writes them. Default true for files. */
  readonly descriptor?: boolean;
  readonly signedDescriptor?: boolean;
  /** External attributes; default: a Unix file or directory. */
  readonly attributes?: number;
  readonly extra?: Buffer;
  /** What the central directory says in place of the truth. */
  readonly declaredBytes?: number;
  readonly declaredCrc?: number;
  readonly declaredOffset?: number;
  /** What the local header says in place of the truth. */
  readonly localName?: string;
  readonly localMethod?: number;
  readonly localFlags?: number;
  readonly localBytes?: number;
  /** In place of the deflated content. */
  readonly compressed?: Buffer;
  /** Between this entry and the next. */
  readonly gap?: Buffer;
}

export interface ZipOptions {
  readonly prefix?: Buffer;
  readonly suffix?: Buffer;
  readonly comment?: string;
  readonly entryCount?: number;
  readonly directoryStart?: number;
  readonly disk?: number;
}

export function zip(files: readonly ZipFile[], options: ZipOptions = {}): Buffer {
  const parts: Buffer[] = options.prefix === undefined ? [] : [options.prefix];
  const records: Buffer[] = [];
  let offset = options.prefix?.length ?? 0;
  for (const file of files) {
    const local = localEntry(file);
    records.push(centralRecord(file, offset));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.disk ?? 0, 4);
  end.writeUInt16LE(options.entryCount ?? files.length, 8);
  end.writeUInt16LE(options.entryCount ?? files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(options.directoryStart ?? offset, 16);
  end.writeUInt16LE(options.comment?.length ?? 0, 20);
  return Buffer.concat([...parts, directory, end, Buffer.from(options.comment ?? ''), options.suffix ?? Buffer.alloc(0)]);
}

function truth(file: ZipFile) {
  const content = Buffer.from(file.content ?? '');
  const nameBytes = Buffer.isBuffer(file.name) ? file.name : Buffer.from(file.name);
  const isDirectory = nameBytes.at(-1) === 0x2f;
  const method = file.method ?? (isDirectory ? 0 : 8);
  const compressed = file.compressed ?? (method === 8 ? deflateRawSync(content) : content);
  const hasDescriptor = file.descriptor ?? !isDirectory;
  const flags = file.flags ?? (hasDescriptor ? 8 : 0) | (nameBytes.length === nameBytes.toString().length ? 0 : 0x800);
  return { content, nameBytes, isDirectory, method, compressed, hasDescriptor, flags, crc: file.declaredCrc ?? crc32(content) };
}

function localEntry(file: ZipFile): Buffer {
  const { content, nameBytes, method, compressed, hasDescriptor, flags, crc } = truth(file);
  const name = file.localName === undefined ? nameBytes : Buffer.from(file.localName);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(file.localFlags ?? flags, 6);
  header.writeUInt16LE(file.localMethod ?? method, 8);
  header.writeUInt32LE(hasDescriptor ? 0 : crc, 14);
  header.writeUInt32LE(hasDescriptor ? 0 : compressed.length, 18);
  header.writeUInt32LE(file.localBytes ?? (hasDescriptor ? 0 : (file.declaredBytes ?? content.length)), 22);
  header.writeUInt16LE(name.length, 26);
  const descriptor = Buffer.alloc(hasDescriptor ? 12 : 0);
  if (hasDescriptor) {
    descriptor.writeUInt32LE(crc, 0);
    descriptor.writeUInt32LE(compressed.length, 4);
    descriptor.writeUInt32LE(file.declaredBytes ?? content.length, 8);
  }
  const signature = hasDescriptor && file.signedDescriptor !== false ? Buffer.from('504b0708', 'hex') : Buffer.alloc(0);
  return Buffer.concat([header, name, compressed, signature, descriptor, file.gap ?? Buffer.alloc(0)]);
}

function centralRecord(file: ZipFile, offset: number): Buffer {
  const { content, nameBytes, isDirectory, method, compressed, flags, crc } = truth(file);
  const extra = file.extra ?? Buffer.alloc(0);
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(0x0314, 4);
  record.writeUInt16LE(flags, 8);
  record.writeUInt16LE(method, 10);
  record.writeUInt32LE(crc, 16);
  record.writeUInt32LE(compressed.length, 20);
  record.writeUInt32LE(file.declaredBytes ?? content.length, 24);
  record.writeUInt16LE(nameBytes.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(file.attributes ?? (isDirectory ? 0o040755 : 0o100644) * 0x10000, 38);
  record.writeUInt32LE(file.declaredOffset ?? offset, 42);
  return Buffer.concat([record, nameBytes, extra]);
}

export interface ServeOptions {
  /** Bytes of each piece; default 1000, so that every structure is cut somewhere. */
  readonly chunkBytes?: number;
  /** False: tail gives undefined. */
  readonly canRange?: boolean;
  /** Throws `error` in place of the byte at this position. */
  readonly failAt?: number;
  readonly error?: Error;
  /** Never gives the byte at this position. */
  readonly hangAt?: number;
  readonly onClose?: () => void;
}

/** The bytes of an archive as a peer would give them. */
export function serve(data: Buffer, options: ServeOptions = {}): ArchiveBytes {
  return {
    sizeBytes: data.length,
    async tail(bytes) {
      if (options.canRange === false) return undefined;
      const start = Math.max(0, data.length - bytes);
      return { start, data: data.subarray(start), sizeBytes: data.length };
    },
    stream: (end = data.length) => pieces(data.subarray(0, end), options),
  };
}

async function* pieces(data: Buffer, options: ServeOptions): AsyncGenerator<Uint8Array> {
  const size = options.chunkBytes ?? 1_000;
  const stop = Math.min(options.failAt ?? Number.POSITIVE_INFINITY, options.hangAt ?? Number.POSITIVE_INFINITY);
  try {
    for (let at = 0; at < data.length; at += size) {
      if (at + size > stop) {
        if (stop > at) yield Buffer.from(data.subarray(at, stop));
        if (options.hangAt !== undefined) await new Promise(() => undefined);
        throw options.error ?? new Error('cut');
      }
      // A copy: whoever keeps a piece must not depend on the whole.
      yield Buffer.from(data.subarray(at, at + size));
    }
    if (stop <= data.length) throw options.error ?? new Error('cut');
  } finally {
    options.onClose?.();
  }
}

export const MODULE = 'golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64';

/** A tiny tree that has what a Go has: path below GOROOT to content. */
export const SMALL_GO: Readonly<Record<string, string>> = {
  VERSION: 'go1.26.8\ntime 2026-01-01T00:00:00Z\n',
  'bin/go': 'program',
  'go.env': 'GOTOOLCHAIN=auto\n',
  'src/go.mod': 'module std\n',
  'src/fmt/print.go': 'package fmt\n'.repeat(300),
  'src/make.bash': '#!/bin/sh\n',
  'src/empty.go': '',
  'test/Þfoo.go': 'package test\n',
  'api/go1.txt': 'pkg a\n',
};

/** The small Go as the tar of a release, directories included. */
export function smallGoTar(extra: readonly (TarEntry | Buffer)[] = []): Buffer {
  const directories = ['go/', 'go/bin/', 'go/src/', 'go/src/fmt/', 'go/test/', 'go/api/'].map(name => ({ name }));
  const files = Object.entries(SMALL_GO).flatMap(([path, content]) => {
    const name = `go/${path}`;
    return Buffer.byteLength(name) === name.length ? [{ name, content }] : [paxEntry({ path: name }), { name: 'x', content }];
  });
  return tarGz([...directories, ...files, ...extra]);
}

/** The small Go as the zip of its toolchain module. */
export function smallGoZip(extra: readonly ZipFile[] = []): Buffer {
  const files = Object.entries(SMALL_GO).filter(([path]) => !/^(?:api|test)\//u.test(path));
  return zip([
    ...files.map(([path, content]) => ({ name: `${MODULE}/${path.replace(/(^|\/)go\.mod$/u, '$1_go.mod')}`, content })),
    ...extra,
  ]);
}
