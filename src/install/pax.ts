import { failure } from '../domain/failure.ts';
import { corruptTar } from './tar-header.ts';

/** What a pax header changes of the entry after it. */
export interface PaxRecords {
  readonly name?: Buffer;
  readonly sizeBytes?: number;
}

/** Keys that say nothing about name, size or kind of an entry: times, owners and remarks. */
const IGNORED = new Set(['mtime', 'atime', 'ctime', 'comment', 'uid', 'gid', 'uname', 'gname']);
/** Vendors' attributes (device numbers, access lists, flags): we do not apply them. SCHILY.realsize is not one of them. */
const IGNORED_PREFIX = /^(?:SCHILY\.(?:xattr|acl)\..*|SCHILY\.(?:dev|ino|nlink|fflags)|LIBARCHIVE\..*)$/u;

/**
 * Reads the records of a pax header (POSIX pax(1), "pax Extended Header"): `length key=value` and a line feed each. A
 * key that is not known may change what the entry is, as GNU.sparse does, so it is refused with ARC.TYPE. Malformed
 * records and a key given twice are ARC.CORRUPT. A global header may only hold what is ignored.
 */
export function readPax(data: Buffer, options: { readonly isGlobal: boolean }): PaxRecords {
  const found = new Map<string, Buffer>();
  for (const { key, value } of records(data)) {
    if (IGNORED.has(key) || IGNORED_PREFIX.test(key)) continue;
    if (options.isGlobal || !(key === 'path' || key === 'size')) {
      throw failure('ARC.TYPE', { subject: 'tar', evidence: { 'pax key': key.slice(0, 100) } });
    }
    if (found.has(key)) throw corruptTar('pax key given twice');
    found.set(key, value);
  }
  const name = found.get('path');
  const size = found.get('size');
  return {
    ...(name === undefined ? {} : { name: checkedName(name) }),
    ...(size === undefined ? {} : { sizeBytes: checkedSize(size) }),
  };
}

function* records(data: Buffer): Generator<{ readonly key: string; readonly value: Buffer }> {
  for (let at = 0; at < data.length; ) {
    const space = data.indexOf(0x20, at);
    const digits = space < 0 ? '' : data.toString('latin1', at, Math.min(space, at + 8));
    const end = at + Number(digits);
    if (!/^[1-9][0-9]*$/u.test(digits) || end > data.length || end <= space || data[end - 1] !== 0x0a) {
      throw corruptTar('pax record');
    }
    const equals = data.indexOf(0x3d, space);
    if (equals < 0 || equals >= end) throw corruptTar('pax record');
    yield { key: data.toString('utf8', space + 1, equals), value: data.subarray(equals + 1, end - 1) };
    at = end;
  }
}

function checkedName(value: Buffer): Buffer {
  if (value.length === 0 || value.includes(0)) throw corruptTar('pax path');
  return Buffer.from(value);
}

function checkedSize(value: Buffer): number {
  const text = value.toString('latin1');
  if (!/^[0-9]{1,15}$/u.test(text)) throw corruptTar('pax size');
  return Number(text);
}
