import { type Address, joinAddress, splitUserinfo, withQuery } from '../domain/address.ts';
import type { Platform } from '../domain/platform.ts';
import type { Candidate, Listing } from '../domain/source.ts';
import type { GoVersion } from '../domain/version.ts';
import { archiveFileName, archiveFormat } from './file-name.ts';
import { LISTING_QUERY, parseGoListing } from './go-listing.ts';

/** The layout that go.dev and every mirror of archives share: all files beside each other under one base address. */
export interface FlatDirectory extends Address {
  readonly sourceId: string;
}

/** `<base>/<file>`. Userinfo of the base becomes `authorization`; a token that is given takes its place. */
export function flatDirectory(sourceId: string, base: string, token?: string): FlatDirectory {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return { sourceId, ...splitUserinfo(base), ...authorization };
}

export function flatCandidate(directory: FlatDirectory, version: GoVersion, platform: Platform): Candidate {
  return namedFile(directory, archiveFileName(version, platform), platform);
}

/** A file of the directory. */
export function namedFile(directory: FlatDirectory, fileName: string, platform: Platform): Candidate {
  const { url, ...rest } = directory;
  return { ...rest, url: joinAddress(url, fileName), fileName, format: archiveFormat(platform), layout: 'release' };
}

/** `<base>/?mode=json&include=all`, which go.dev answers and a mirror may. */
export function flatListing(directory: FlatDirectory): Listing {
  const { url, sourceId, ...authorization } = directory;
  return {
    ...authorization,
    url: withQuery(joinAddress(url, ''), LISTING_QUERY),
    parse: body => parseGoListing(body, sourceId),
  };
}
