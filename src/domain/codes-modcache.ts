import type { CatalogueEntry } from './catalogue-entry.ts';

/** Codes about modules on this machine, compared with go.sum. Text of an entry: see catalogue-entry.ts. */
export const MODCACHE_CODES = {
  'MODCACHE.ALTERED': {
    title: 'A module in the module cache differs from go.sum',
    why: 'It was changed after it was downloaded: by a restored cache, a tool that writes there, a disk, or on purpose.',
    fix: 'Look for what wrote there, then remove this one module from the cache and download it again.',
    severity: 'error',
    exit: 73,
    explains: [],
  },
  'MODCACHE.VENDOR': {
    title: 'A vendored file differs from the module that go.sum records',
    why: 'Somebody edited the vendor directory, or it was made from another version.',
    fix: 'Look at the difference, then run go mod vendor.',
    severity: 'error',
    exit: 73,
    explains: [],
  },
  'MODCACHE.UNPROVED': {
    title: 'Something could not be proved',
    why: 'go.sum says nothing about it, or what it speaks of is not on this machine.',
    fix: 'Run go mod download, then verify again; what is replaced by a directory cannot be proved at all.',
    severity: 'warning',
    exit: 71,
    explains: [],
  },
  'MODCACHE.EMPTY': {
    title: 'Nothing could be proved',
    why: 'The module cache holds none of the modules that go.sum names.',
    fix: 'Run go mod download first, or set GOMODCACHE to the cache that is meant.',
    severity: 'error',
    exit: 71,
    explains: [],
  },
  'MODCACHE.UNSUMMED': {
    title: 'A restored toolchain was removed from the module cache',
    why: 'No go.sum names it, and Go runs what it finds there without comparing it again: a cache that somebody altered would be run.',
    fix: 'Nothing: Go downloads it again and compares it with the checksum database. go-version installs one that is kept.',
    severity: 'info',
    exit: 71,
    explains: [],
  },
  'MODCACHE.PROVED': {
    title: 'What is on this machine is what go.sum records',
    why: 'Every file was hashed anew; the hashes that the module cache keeps were not believed.',
    fix: 'Nothing.',
    severity: 'info',
    exit: 71,
    explains: [],
  },
} as const satisfies Readonly<Record<`${string}.${string}`, CatalogueEntry>>;
