/**
 * What actions/setup-go v7 does, what this does, and the test that holds it: one row for each theme of its unit tests, each fault
 * that was observed in it, and each point in which a better action can be better. docs/compatibility.md is made from these rows.
 * A row is a line: name | setup-go | here | file below test/ > title of a test. `open` stands where nothing is there yet.
 */
export interface Row {
  readonly theme: string;
  readonly setupGo: string;
  readonly ours: string;
  /** `file > title`, or `open`. */
  readonly test: string;
}

function rows(table: string): readonly Row[] {
  return table
    .trim()
    .split('\n')
    .map(line => {
      const [theme = '', setupGo = '', ours = '', test = ''] = line.split(' | ').map(cell => cell.trim());
      return { theme, setupGo, ours, test };
    });
}

/** The themes of its 122 unit tests; the number in front is how many tests it has for the suite. */
export const THEMES: readonly Row[] = rows(`
parsing of versions (39 in this suite) | major, minor and patch of what go version prints | Go's and semver's spelling, each with its order and names | domain/version.test.ts > reads %s
match in the manifest on three systems | first release of actions/go-versions with a file for the platform | no manifest: its archives match nothing that is published; go.dev's list by platform and kind | policy/choose-release.test.ts > skips releases that a complete list does not have for this platform
manifest by its raw address when the API fails | one more attempt | every list is asked at once, and one that fails hides no other | run/versions.test.ts > does without one that is %s
match of an exact x.y.0 | go1.20 for 1.20.0 | the same | domain/version.test.ts > spell %s as Go %s and as semver %s
match of a minor version | newest patch | the same, and a newer patch than the list knows is asked for | run/versions.test.ts > asks for a newer patch than an incomplete list names
match of a caret range | newest that satisfies it | the same | policy/select-version.test.ts > takes %s for %j
match of a major version | newest that satisfies it | the same, never a prerelease | policy/select-version.test.ts > takes a major version for its stable releases
match of a prerelease | 1.25.0-rc.1 only | 1.25rc1 and go1.25rc1 too | run/versions.test.ts > of %s installs %s
stable input, given or not | stable releases unless a prerelease is named | the same | policy/select-version.test.ts > believes a list that calls a release unstable
GOROOT is exported below Go 1.9 only | yes | the same, and where another GOROOT is set | install/environment.test.ts > of later steps %s
a Go in the tool cache is found and goes on PATH | by its marker | by its marker, and only when its tree is proved | run/tool-cache.test.ts > is proved by the database and keeps the proof for the next run
an error that nobody expected | the message alone | SELF.BUG with its place, red | e2e/ended-early.test.ts > is red and explained by the %s when something unexpected is thrown
a version that is not in the cache is downloaded | archive, two trees on disk | one pass to one tree | e2e/install.test.ts > says everything that later steps need
a version is downloaded on Windows | zip under its real name, PowerShell | zip read here, no PowerShell | run/windows.test.ts > gets the tree on D: and a link to it on C:, which is all that later steps see
a version that does not exist | an error | VERSION.UNKNOWN with the nearest releases | run/versions.test.ts > is VERSION.UNKNOWN with the nearest ones
download from the manifest, exact and minor | first choice | official archives first | sources/registry.test.ts > tries everything under auto: the official page, modules, mirrors with bytes of their own, and the redirect last
fallback from the manifest to go.dev | one step | an ordered list, the next source at once | e2e/bad-sources.test.ts > $name gives way to the next
a failed download | Failed to download version and an error | the code, every attempt, the fix | e2e/bad-sources.test.ts > $name and is the only one makes the $face red
GOPATH/bin without a go, and when it does not exist | not added; made | the same | e2e/install.test.ts > says everything that later steps need
eight lines of the problem matcher | file, line, column, message | the same eight | data/problem-matcher.test.ts > matches the line %j that setup-go matches
conversion to semver | prereleases, x.y, exact versions | the same | domain/version.test.ts > spell %s as Go %s and as semver %s
GOTOOLCHAIN is exported | local, always | local unless the user has set it, and marked as ours | install/environment.test.ts > is marked as ours when we set it
check-latest off: the tool cache alone (5 in this suite) | no network | the same | run/tool-cache.test.ts > satisfies %s without asking anybody
check-latest: resolved, and found in the tool cache | manifest first | lists first | run/tool-cache.test.ts > is used after the lists were asked: %j
check-latest: resolved, and installed | manifest first | lists first | run/tool-cache.test.ts > gives way to a newer one when the newest is asked for
check-latest: not in the manifest, or manifest down | go.dev | the other lists, then the shipped table | run/versions.test.ts > falls back to the shipped table, and says so
version from go.mod (9 in this suite) | one regular expression | the grammar of the file | domain/version-file.test.ts > of %j ask for %s
version from go.work | one regular expression | the grammar of the file | e2e/drop-in.test.ts > %s with %j installs what it names
version from .tool-versions | golang only | golang and go, the first version that is understood | domain/version-file.test.ts > %j asks for %s
version from .go-version | the whole text | the first line that says something | e2e/drop-in.test.ts > %s with %j installs what it names
go-version beats go-version-file | yes, with a warning | the same | run/drop-in.test.ts > is that of setup-go: go-version beats go-version-file, which is named in a warning
a version file that is missing | an error | INPUT.VERSION_FILE, together with whatever else is wrong | run/drop-in.test.ts > that is %s is named
architectures amd64 and armv6l | taken verbatim | mapped, into the directory of Node's name | domain/platform.test.ts > takes the architecture %s as %s in %s
aliases by a version file | resolved | the same | domain/version-file.test.ts > is the request as a whole
toolchain lines: 3 versions, 2 files, GOTOOLCHAIN unset or local (12 in this suite) | the toolchain line unless GOTOOLCHAIN is local | the same, also with rc, suffix, tabs and comments | domain/version-file.test.ts > lose their toolchain line where GOTOOLCHAIN is exactly local
base URL with a list (23 in this suite) | resolved by it | the same | run/custom-base.test.ts > resolves %s to %s by its own list, and nobody else is asked for one
base URL without a list | the name is made from the request | exact versions so; the rest by the public lists | run/custom-base.test.ts > needs none for an exact version
base URL of aka.ms | no probe for a list, any letter case | the same | run/custom-base.test.ts > is asked for the version as it is written, and never for a list
slashes at the end of a base URL | stripped | the same | run/custom-base.test.ts > is asked with its slashes stripped
base URL from the environment, and from both | the input wins | the same | run/custom-base.test.ts > of the input beats the one of the variable, which works alone too
stable with a base URL | an error | resolved by its list, else by the public lists | run/custom-base.test.ts > gets %s resolved to %s by the public lists, and serves the bytes
check-latest with a base URL | ignored, one line | its list is asked first | run/tool-cache.test.ts > is used after the lists were asked: %j
names of files: Linux, Windows, arm64 | built | the same | sources/floating.test.ts > has %s for %o in %s
the real version of a floating name | asked of the unpacked Go, which is run unproved | read from VERSION, and run only after its checksum | run/custom-base.test.ts > is not asked for %s when that build is in the tool cache
404 and other failures of a base URL | version, platform and address | the same, as code and attempt | run/custom-base.test.ts > names the address of what it does not have
six ranges without a list | rejected | rejected where builds are private, else resolved by the public lists | run/custom-base.test.ts > says that %s needs a list, and asks for nothing
a token goes to the base URL | yes, the token of the job | never: only source-token does | e2e/secrets.test.ts > go to their own origin only and are in no output of a $end run of the $face
output of a command (17 in cache-utils) | trimmed, or an error | limited, with exit code and a deadline | adapters/node-exec.test.ts > gives its output and exit code, and only the environment that was given
directories of the cache | go env GOMODCACHE and GOCACHE | the same | install/cache-settings.test.ts > asks the installed Go itself
whether the service is there, GHES or not | by variables | by variables, and every call has a deadline | adapters/github-cache.test.ts > with %s
saving: when, and never red (7 in this suite) | not after an exact hit; errors are warnings | the same; nothing is packed when the key exists | run/cache.test.ts > a service that cannot save (%s) is told and never thrown
restoring without dependency files (4 in this suite) | a warning | one quiet line | run/cache.test.ts > are off in one line without dependency files
whether the runner is self-hosted (5 in this suite) | RUNNER_ENVIRONMENT, AGENT_ISSELFHOSTED | the same | run/windows.test.ts > %s is left with its one tool cache
the tool cache is that of RUNNER_TOOL_CACHE (1 in this suite) | yes | the same | e2e/install.test.ts > says everything that later steps need
`);

/** What the shipped bundle of setup-go v7 did with each fault, and what was seen to be unhandled. */
export const FAULTS: readonly Row[] = rows(`
connection of the list cut in its body | exit code 0, no Go, no error | red, and another list or the shipped table answers first | e2e/commands.test.ts > is not green by a list that is $code
event loop that drains for any other reason | exit code 0 | SELF.DRAINED, red | e2e/ended-early.test.ts > is red and explained by the %s when the event loop drains
archive cut, length announced | 3 attempts, 27 s, each from the first byte | goes on from that byte, at the same source or the next | run/altered-archives.test.ts > %s in the middle costs nothing of what has come
archive cut, no length announced | taken as complete, tar fails, no retry | ARC.TRUNCATED, the next source | e2e/bad-sources.test.ts > $name gives way to the next
one flipped byte, or a web page with status 200 | tar fails, no retry, the cause only in its output | VER.* or HTTP.HTML, the next source | e2e/bad-sources.test.ts > $name gives way to the next
valid archive that the list's own hash contradicts | installed | nothing is installed without a proof | run/altered-archives.test.ts > %s is refused with %s, and the next source is asked
500, or 429 with Retry-After | 30 s to 36 s, the header ignored | the next source at once; a short Retry-After is kept | policy/backoff.test.ts > keeps a short Retry-After and ignores one that is longer than a job would wait
404 | immediate | immediate, the next source | e2e/bad-sources.test.ts > $name gives way to the next
peer stalls | 9.6 min | 20 s, or the budget | e2e/bad-sources.test.ts > $name and is the only one makes the $face red
peer goes silent | waits without end | each wait has its deadline | run/machine.test.ts > is not needed when everybody is silent: each wait has its own deadline
DNS down | names go.dev only | every source with its code | run/versions.test.ts > without any list and table is VERSION.NO_SOURCE with what each list did
tool cache marked complete, bin/go missing | success, and another Go runs | repaired | run/tool-cache.test.ts > that lacks its program is installed again
tool cache holds another version | accepted | replaced | run/tool-cache.test.ts > is replaced when it is another release under this name
two installs into a shared tool cache | one deletes the other's tree | one download serves both | run/tool-cache.test.ts > both succeed, one download serves both, and nothing else is left
job token to a mirror over plain http | sent | sent nowhere; source-token is refused over plain http | e2e/secrets.test.ts > would not travel over plain http to another machine
two equal steps in one job | the second installs another version | the same Go | e2e/drop-in.test.ts > gives the same Go to the same step twice, from the toolchain line of go.mod
disk full | a message of tar or of the copy | FS.NO_SPACE, before the download where it can be known | run/machine.test.ts > has too little space is told before anything is asked for
GOROOT of the environment leads elsewhere | unnoticed | corrected | e2e/install.test.ts > corrects a GOROOT that leads to another Go, and keeps a GOTOOLCHAIN of the user
GOPATH/bin in front of a go | unnoticed | a warning that names it | run/drop-in.test.ts > that would run in place of the installed one is named
cleaning up after a failure | nothing is removed | nothing is left, also after a signal or a kill | e2e/ended-early.test.ts > $signal cleans up, reports and is red: $face
another source when both fail | none | six more | e2e/bad-sources.test.ts > $name gives way to the next
secrets in the output of go env | printed | go env is not printed, and secrets are hidden where they are born | run/secrets.property.test.ts > no secret of the inputs or of GOPROXY is in an event, a report or a request to another origin
`);

/** Fifty points. */
export const CHECKLIST: readonly Row[] = rows(`
1 archive integrity | none | checksum database, else a hash on which public lists agree; none, no install | run/proofs.test.ts > the ordinary archive of a mirror, without what the tree hash does not cover
2 hash that the user pins | none | input checksum, over the archive or over the tree | run/proofs.test.ts > %s alone proves an archive
3 trust in a mirror | fully | none: it gives bytes, others vouch | run/altered-archives.test.ts > %s everywhere ends the run with 73 and leaves no trace
4 first source | packed anew, cannot be verified | the archives of the Go project | sources/registry.test.ts > tries everything under auto: the official page, modules, mirrors with bytes of their own, and the redirect last
5 toolchain module by GOPROXY | no | a source like the others, proved through the same proxy | run/proofs.test.ts > the zip of a module proxy, through that proxy alone
6 check after the installation | none | run once, version and platform compared | e2e/unsound-go.test.ts > $name makes the $face red and does not stay in the tool cache
7 silent green exit | possible | red until a result says otherwise | adapters/exit-guard.test.ts > has failed until it says otherwise
8 retry of lists | none | many lists at once, the shipped table behind them | run/versions.test.ts > does without one that is %s
9 retry of archives | 3 times 10 s to 20 s | the next source, then pauses with jitter and Retry-After | policy/backoff.test.ts > pauses longer in each round, with jitter over the upper half, and ends
10 retry after corruption | no | the next source | run/altered-archives.test.ts > %s is refused with %s, and the next source is asked
11 stall | 3 min or for ever | another source after 1.5 s; alone, deadlines for each phase, a minimum rate, a budget | acquire/team-body.test.ts > that trickles below the minimum rate is BODY.SLOW
12 resume | no | by range and validator, after a cut, a stall or a killed run; several sources share a slow download | run/altered-archives.test.ts > %s in the middle costs nothing of what has come
13 list of sources | two | an ordered list with its health in the report | e2e/bad-sources.test.ts > $name gives way to the next
14 shape of a mirror's address | flat | flat, or a template | sources/registry.test.ts > fills a template for the platform
15 mirror with range, alias, check-latest | with a list only; error; ignored | by its list, else by public lists or the shipped table | run/custom-base.test.ts > gets %s resolved to %s by the public lists, and serves the bytes
16 scope of the token | the job's, to any mirror | nowhere; a separate source-token for one origin | e2e/secrets.test.ts > go to their own origin only and are in no output of a $end run of the $face
17 redirects | credentials go by host name; relative ones fail | credentials stay in their origin; relative ones work | policy/redirect.test.ts > never carries a credential to another origin, whatever the chain
18 manifest down, and an alias | fails | other lists, the shipped table | run/versions.test.ts > falls back to the shipped table, and says so
19 offline | tool cache only, no input | input offline, directories of archives, shipped table | run/machine.test.ts > installs from a directory of archives with the shipped table
20 diagnosis of a proxy | none | PROXY.* codes tell the stage; probing comes with the diagnosis | adapters/net-tunnel.test.ts > with status %i is %s
21 own CA | Node's variable only | input ca-file, judged before the first packet | run/machine.test.ts > ca-file reaches the machine as PEM text
22 error text | exit code of tar, one host | cause, every source, next step | report/golden.test.ts > is written as text, annotations and outputs
23 go1.x and 1.25rc1 | rejected | accepted | domain/version.test.ts > reads %s
24 1.2 from an unquoted 1.20 | unable to find | explained, with the line to write | run/drop-in.test.ts > that YAML made 1.2 of is explained, with the line to write
25 order and kind of a list | the first match | sorted, archives only | sources/go-listing.test.ts > sorts, for the list itself begins with the supported lines
26 go.mod | one regular expression | its grammar | domain/version-file.test.ts > of %j ask for %s
27 file without a version | another Go, silently | INPUT.VERSION_FILE with file and line | e2e/drop-in.test.ts > %s with %j, which names none, is red and names the file
28 .tool-versions | golang only | go too, several versions | domain/version-file.test.ts > %j asks for %s
29 more files | four kinds | mise.toml and .prototools too; not Dockerfile or go.env | e2e/drop-in.test.ts > %s with %j installs what it names
30 second call in a job | another version | the same | run/drop-in.test.ts > of the same step give what one gives
31 GOTOOLCHAIN | forced to local | the user's value stays; input gotoolchain | run/drop-in.test.ts > keep the GOTOOLCHAIN of the user
32 go.mod against the installed Go | not compared | not yet: comes with preflight; go.mod is the default request, so they agree there | run/versions.test.ts > comes from the nearest module file when there is none in the inputs
33 newest patch of a go line | exact only | not yet: go 1.26 means the newest patch, go 1.26.0 that release | run/versions.test.ts > of %s installs %s
34 GOROOT and GOPATH in conflict | unnoticed | GOROOT is corrected, a GOPATH that cannot be written is a warning | run/machine.test.ts > cannot hold GOPATH/bin is a warning
35 names of architectures | x86, ia32 and ppc64 wrong | all of them, by byte order, amd64 in the directory x64 | domain/platform.test.ts > %s is %s in the directory %s
36 health of a tool-cache entry | its marker | its tree, repaired in place | run/tool-cache.test.ts > is repaired in place when a file was %s
37 concurrency | races | lock, stage, one rename | conformance/crash.test.ts > serves three installations at once
38 bytes written | archive and two trees | one tree | install/unpack.test.ts > writes what the archive holds and counts every byte as it comes
39 temporary files | left | removed, also on failure | e2e/bad-sources.test.ts > $name and is the only one makes the $face red
40 cache key | fixed | real architecture, target, distribution; no prefix of the user yet | policy/cache-keys.test.ts > names system, toolchain architecture, distribution, and for build results the Go
41 modules and build results | one entry | two entries, switched together | run/cache.test.ts > of another Go version keep the modules and not the build results
42 restore keys | never | with trimming | e2e/cache.test.ts > of an older key is restored, and saved without what nobody needs any more
43 restore only | no | cache-mode, and by itself on release, tag and pull_request_target | e2e/cache.test.ts > (%s) reads, and says after the job why nothing is saved
44 restore onto files that exist | fails | they stay as they are | e2e/cache.test.ts > leaves files alone that stand already
45 go.mod that is not in the root | a warning, no cache | found by itself | install/cache-dependencies.test.ts > finds those of every module, nested and beside each other
46 cache-hit | sometimes unset | always set; cache-key and more outputs | e2e/install.test.ts > sets exactly the outputs that action.yml promises
47 dump of go env | everything | nothing of it | e2e/drop-in.test.ts > folds its log into groups, and does not print the whole environment of Go
48 problem matcher | fixed | off switch, severity, ranges of columns, failed tests; paths as Go prints them | data/problem-matcher.test.ts > matches what a failed test says, and names the test
49 reporting | none | job summary, report.json, outputs | report/golden.test.ts > is written as text, annotations and outputs
50 GitLab | none | not yet: the same command line runs there, the component is missing | e2e/install.test.ts > prints one report on standard output with --json, and tells people on standard error
`);
