import { type CatalogueEntry, type EntryWords, errorEntry } from './catalogue-entry.ts';

/** Codes about what the tools of a Go build say: cmd/go itself. Text of an entry: see catalogue-entry.ts. */
export const GO_CODES = {
  'FS.GOCACHE': errorEntry(74, 'The build cache cannot be written', {
    why: 'cmd/go then reports packages of the standard library as missing; most often the disk of GOCACHE is full.',
    fix: 'Free space where GOCACHE is, or set GOCACHE to another absolute directory.',
  }),
  'HOST.MEMORY': errorEntry(74, 'The machine ran out of memory', {
    why: 'The kernel killed a compiler, a linker or a test, or refused it memory.',
    fix: 'Build fewer packages at a time (go build -p 1), or use a machine with more memory.',
  }),
  'GO.GOSUM_MISMATCH': errorEntry(73, 'A module differs from what go.sum records', {
    why: 'It was published again under the same version, or somebody in between changed it.',
    fix: 'Compare with the checksum database before anything else; do not delete the line to get on.',
  }),
  'GO.SUMDB_MISMATCH': errorEntry(73, 'A module differs from what the checksum database records', {
    why: 'Everybody else was given other content under this version.',
    fix: 'Do not use this copy; look at who served it.',
  }),
  'GO.GOSUM_MISSING': errorEntry(71, 'go.sum lacks a line that the build needs', {
    why: 'go.mod was changed and go.sum was not committed with it.',
    fix: 'Run go mod tidy and commit go.mod and go.sum.',
  }),
  'GO.GOSUM_MALFORMED': errorEntry(71, 'go.sum holds a line that is none', {
    why: 'Most often a merge left its marks.',
    fix: 'Remove the marks, keep both sides, then run go mod tidy.',
  }),
  'GO.PRIVATE_IN_SUMDB': errorEntry(71, 'The checksum database does not know the module', {
    why: 'It is private, and its name was sent to the public database; or the path or version is misspelt.',
    fix: 'Name the private paths in GOPRIVATE.',
  }),
  'GO.SUMDB_UNREACHABLE': errorEntry(72, 'The checksum database cannot be reached', {
    why: 'cmd/go asks it about every module that go.sum does not know yet.',
    fix: 'Use a proxy that serves /sumdb/, allow sum.golang.org, or set GOSUMDB=sum.golang.google.cn, which has the same key.',
  }),
  'GO.SUMDB_GARBAGE': errorEntry(72, 'Something else answers in place of the checksum database', {
    why: 'A login page, a block page or a broken proxy.',
    fix: 'Open the address by hand; use another proxy.',
  }),
  'GO.TOOLCHAIN_LOCAL': errorEntry(71, 'The module needs a newer Go than this one', {
    why: 'GOTOOLCHAIN=local forbids Go to fetch it.',
    fix: 'Install the Go that go.mod asks for.',
  }),
  'GO.TOOLCHAIN_ABSENT': errorEntry(71, 'The toolchain that is asked for is not available', {
    why: 'GOPROXY is off or lacks golang.org/toolchain, or there is no such release; Go says the same of all three.',
    fix: 'Install that Go, or use a proxy that serves golang.org/toolchain.',
  }),
  'GO.PROXY_CONFIG': errorEntry(71, 'GOPROXY cannot be read', {
    why: 'An entry is neither a URL with a scheme, nor direct, nor off.',
    fix: 'Correct the entry, or remove the setting with go env -u GOPROXY.',
  }),
  'GO.PROXY_HTML': errorEntry(72, 'The module proxy answers with something else than the protocol', {
    why: 'A login page or block page with status 200; a comma in GOPROXY does not lead past it.',
    fix: 'Open the address by hand; log in, or ask for access.',
  }),
  'GO.PROXY_BAD_ZIP': errorEntry(72, 'The module proxy sends a file that is no zip', {
    why: 'A login page or a damaged store; neither comma nor pipe in GOPROXY leads past it.',
    fix: 'Open the address of the zip by hand; use another proxy.',
  }),
  'GO.UNKNOWN_VERSION': errorEntry(71, 'There is no such version or revision', {
    why: 'The tag does not exist, was removed, or the version does not fit the path.',
    fix: 'Look at the versions that exist: go list -m -versions PATH.',
  }),
  'GO.NO_META': errorEntry(71, 'The import path leads to no repository', {
    why: 'Its page holds no go-import tag: the path is misspelt, or the page asks for a login.',
    fix: 'Check the path; for a private host set GOPRIVATE and credentials.',
  }),
  'GO.VENDOR': errorEntry(71, 'The vendor directory does not fit go.mod', {
    why: 'go.mod was changed, and vendor was not made again.',
    fix: 'Run go mod vendor and commit the result.',
  }),
  'GO.MOD_SYNTAX': errorEntry(71, 'go.mod or go.work cannot be read', {
    why: 'A line is malformed, a merge left its marks, or the line is of a newer Go.',
    fix: 'Correct the line that is named.',
  }),
  'GO.NO_MOD': errorEntry(71, 'There is no go.mod here', {
    why: 'The command runs in another directory than the module, or the checkout is missing.',
    fix: 'Run it in the directory of the module.',
  }),
  'GO.MOD_UPDATES': errorEntry(71, 'go.mod must be brought up to date first', {
    why: 'The build may not change it, and what is committed is not complete.',
    fix: 'Run go mod tidy and commit go.mod and go.sum.',
  }),
  'GO.PACKAGE_NOT_FOUND': errorEntry(71, 'No module provides the package', {
    why: 'The requirement is missing in go.mod, the path is misspelt, or the package needs a newer Go.',
    fix: 'Run go get PATH, or correct the import.',
  }),
  'GO.MODULE_PATH': errorEntry(71, 'The module calls itself by another path', {
    why: 'It was renamed, or it is a fork.',
    fix: 'Require it by the path that it declares, or use a replace line.',
  }),
  'GO.CGO_COMPILER': errorEntry(71, 'There is no C compiler for cgo', {
    why: 'A package uses cgo, and the compiler that CC names is not installed.',
    fix: 'Install the compiler, or set CGO_ENABLED=0 where no package needs C.',
  }),
  'GO.NOT_ON_PATH': errorEntry(71, 'There is no go on PATH', {
    why: 'Go was not installed in this job, or its bin directory is not on PATH.',
    fix: 'Install Go in an earlier step, and put its bin directory on PATH.',
  }),
  'GO.VERSION_MIX': errorEntry(71, 'Two versions of Go are mixed', {
    why: 'GOROOT or PATH leads to the tools of another Go.',
    fix: 'Remove GOROOT from the environment, and keep one go on PATH.',
  }),
  'GO.COMPILE': own('The code does not compile', {
    why: 'The compiler reports errors in the source; nothing wrong with the environment was seen.',
    fix: 'Correct the source at the place that is named.',
  }),
  'GO.TEST_FAILED': own('A test failed', {
    why: 'The tests ran; nothing wrong with the environment was seen.',
    fix: 'Look at the test that is named.',
  }),
  'GO.PANIC': own('The program panicked', {
    why: 'It was built and started; nothing wrong with the environment was seen.',
    fix: 'Look at the first lines of the trace.',
  }),
} as const satisfies Readonly<Record<`${string}.${string}`, CatalogueEntry>>;

/** A fault of the code itself, which no setting of the environment heals. */
function own(title: string, { why, fix }: EntryWords) {
  return { title, why, fix, severity: 'info', exit: 71, explains: [] } as const;
}
