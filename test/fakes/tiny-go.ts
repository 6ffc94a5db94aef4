import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { createTreeHasher, releasePathInModule } from '../../src/verify/tree-hash.ts';
import { type TarEntry, tar, zip } from './archives.ts';

/** Path below GOROOT to content. */
export type GoFiles = Readonly<Record<string, string>>;

export interface TinyGoOptions {
  /** Go's own name without `go`: `1.26.8`. */
  readonly version: string;
  readonly goos?: string;
  readonly goarch?: string;
  /** Makes another tree out of the genuine one. */
  readonly change?: (files: GoFiles) => GoFiles;
  /** Entries that no release has, before the end of the tar. */
  readonly extraTar?: readonly (TarEntry | Buffer)[];
}

/** A release of a few files, in every form in which it is published. Nothing in it is compressed, so it is the same everywhere. */
export interface TinyGo {
  readonly version: string;
  readonly platform: string;
  readonly files: GoFiles;
  /** `go1.26.8.linux-amd64.tar.gz` */
  readonly fileName: string;
  readonly tarGz: Buffer;
  /** The same files in another order, with other times: what a caching proxy might make of it. */
  readonly repacked: Buffer;
  /** `v0.0.1-go1.26.8.linux-amd64` */
  readonly moduleVersion: string;
  readonly moduleName: string;
  readonly moduleZip: Buffer;
  /** Tree hash. */
  readonly h1: string;
  /** Of the tar.gz; 64 lower-case digits. */
  readonly sha256: string;
}

export function createTinyGo(options: TinyGoOptions): TinyGo {
  const { version, goos = 'linux', goarch = 'amd64', change = files => files, extraTar = [] } = options;
  const files = change(genuineFiles(version, `${goos}/${goarch}`));
  const base = `go${version}.${goos}-${goarch === 'arm' ? 'armv6l' : goarch}`;
  const moduleVersion = `v0.0.1-go${version}.${goos}-${goarch}`;
  const moduleName = `golang.org/toolchain@${moduleVersion}`;
  const entries = Object.entries(files).map(([path, content]) => ({ name: `go/${path}`, content }));
  const inModule = Object.entries(files).flatMap(([path, content]) => {
    const name = releasePathInModule(path);
    return name === undefined ? [] : [{ name, content }];
  });
  const hasher = createTreeHasher(moduleName);
  for (const { name, content } of inModule) hasher.add(name, sha256Of(content));
  const tarGz = pack([...entries, ...extraTar]);
  return {
    version,
    platform: `${goos}/${goarch}`,
    files,
    fileName: `${base}.tar.gz`,
    tarGz,
    repacked: pack([...entries].reverse().map(entry => ({ ...entry, mtimeSeconds: 1 }))),
    moduleVersion,
    moduleName,
    moduleZip: zip(inModule.map(({ name, content }) => ({ name: `${moduleName}/${name}`, content, method: 0 }))),
    h1: hasher.result(),
    sha256: sha256Of(tarGz),
  };
}

function pack(entries: readonly (TarEntry | Buffer)[]): Buffer {
  return storedGzip(tar(entries));
}

/** A gzip of stored blocks (RFC 1952, RFC 1951 3.2.4): the same bytes from every version of zlib. */
function storedGzip(data: Buffer): Buffer {
  const parts: Buffer[] = [Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])];
  const blockBytes = 65_535;
  for (let at = 0; at < data.length; at += blockBytes) {
    const block = data.subarray(at, at + blockBytes);
    const header = Buffer.alloc(5);
    header[0] = at + blockBytes >= data.length ? 1 : 0;
    header.writeUInt16LE(block.length, 1);
    header.writeUInt16LE(0xffff - block.length, 3);
    parts.push(header, block);
  }
  const end = Buffer.alloc(8);
  end.writeUInt32LE(crc32(data), 0);
  end.writeUInt32LE(data.length, 4);
  return Buffer.concat([...parts, end]);
}

function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The program says what fake-exec.ts answers when it is run. */
function genuineFiles(version: string, platform: string): GoFiles {
  return {
    VERSION: `go${version}\ntime 2026-01-02T03:04:05Z\n`,
    'go.env': 'GOPROXY=https://proxy.example,direct\nGOTOOLCHAIN=auto\n',
    'bin/go': `go version go${version} ${platform}\n`,
    'bin/gofmt': 'program\n',
    'src/go.mod': 'module std\n',
    'src/fmt/print.go': 'package fmt\n',
    'src/make.bash': '#!/bin/sh\n',
    'api/go1.txt': 'pkg fmt\n',
    'test/a.go': 'package test\n',
  };
}
