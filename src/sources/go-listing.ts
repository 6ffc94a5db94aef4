import { type Failure, failure } from '../domain/failure.ts';
import { isJsonObject } from '../domain/json-object.ts';
import type { ListedFile, ListedRelease } from '../domain/source.ts';
import { compareVersions, parseGoVersion } from '../domain/version.ts';
import { goarchOf } from './file-name.ts';

/** What to ask a download page for: everything, not only the two supported lines (golang.org/x/website internal/dl). */
export const LISTING_QUERY = 'mode=json&include=all';

/**
 * Reads the JSON of `go.dev/dl/?mode=json`: an array of {version, stable, files: [{filename, os, arch, sha256, size, kind}]}.
 * Keeps archives only (no installers, no sources), newest release first, which the list itself is not. Unknown fields are
 * ignored, and so are releases whose name is no version that we know; anything of the wrong shape makes the whole list
 * LIST.MALFORMED, because a list that was cut or altered says nothing. A list without any release is LIST.UNAVAILABLE.
 */
export function parseGoListing(body: Uint8Array, subject: string): readonly ListedRelease[] {
  const entries = parseJson(body, subject);
  if (!Array.isArray(entries)) throw malformed(subject, 'not an array');
  const releases = entries.flatMap((entry: unknown, index) =>
    readRelease(entry, reason => malformed(subject, `[${index}] ${reason}`)),
  );
  if (releases.length === 0) throw failure('LIST.UNAVAILABLE', { subject, evidence: { reason: 'the list is empty' } });
  return releases.sort((a, b) => compareVersions(b.version, a.version));
}

function parseJson(body: Uint8Array, subject: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    const start = new TextDecoder().decode(body.subarray(0, 80));
    throw failure('LIST.MALFORMED', { subject, evidence: { reason: 'not JSON', bytes: body.length, 'first bytes': start } });
  }
}

type Malformed = (reason: string) => Failure;

function readRelease(entry: unknown, bad: Malformed): readonly ListedRelease[] {
  if (!isJsonObject(entry)) throw bad('is not an object');
  const { version: name, stable, files } = entry;
  if (typeof name !== 'string' || typeof stable !== 'boolean' || !Array.isArray(files)) {
    throw bad('lacks version, stable or files');
  }
  const listed = files.flatMap((file: unknown) => readFile(file, bad));
  const version = parseGoVersion(name);
  return version === undefined ? [] : [{ version, stable, files: listed }];
}

function readFile(file: unknown, bad: Malformed): readonly ListedFile[] {
  if (!isJsonObject(file)) throw bad('has a file that is not an object');
  const { filename, os, arch, kind, sha256 = '', size = 0 } = file;
  if (typeof filename !== 'string' || typeof os !== 'string' || typeof arch !== 'string' || typeof kind !== 'string') {
    throw bad('has a file without filename, os, arch or kind');
  }
  // The name ends up in addresses and in comparisons: no slash, no blank.
  if (!/^[\w.+-]{1,200}$/u.test(filename)) throw bad('has a file name that cannot be');
  if (typeof sha256 !== 'string' || !/^(?:[0-9a-f]{64})?$/iu.test(sha256)) throw bad('has a sha256 that is none');
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) throw bad('has a size that is none');
  if (kind !== 'archive') return [];
  return [
    {
      fileName: filename,
      goos: os,
      goarch: goarchOf(arch),
      // Files before 1.5.2 have neither: go.dev lists "" and 0.
      ...(sha256 === '' ? {} : { sha256: sha256.toLowerCase() }),
      ...(size === 0 ? {} : { sizeBytes: size }),
    },
  ];
}

function malformed(subject: string, reason: string): Failure {
  return failure('LIST.MALFORMED', { subject, evidence: { reason } });
}
