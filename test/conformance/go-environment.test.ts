import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createExec } from '../../src/adapters/node-exec.ts';
import { createFiles } from '../../src/adapters/node-files.ts';
import { readGoFlags } from '../../src/policy/go-flags.ts';
import { readGoSettings, userSettingsFile } from '../../src/policy/go-settings.ts';
import { matchesModulePatterns } from '../../src/policy/module-patterns.ts';
import { gatherEnvironment } from '../../src/probes/environment.ts';
import { environmentRules } from '../../src/rules/environment-rules.ts';
import { project } from '../rules/project.ts';

/** What our readings of Go's settings say, against a real Go ($GO names another). */
const GO = process.env['GO'] ?? 'go';
const root = goRoot();
const scratch = mkdtempSync(join(tmpdir(), 'go-environment-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function goRoot(): string | undefined {
  try {
    return execFileSync(GO, ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

const OWN = { PATH: process.env['PATH'] ?? '', HOME: scratch, GOTOOLCHAIN: 'local', GOFLAGS: '', GOPROXY: 'off', GOENV: 'off' };

const MATCHER = `package main

import (
	"encoding/json"
	"os"

	"golang.org/x/mod/module"
)

func main() {
	var cases [][2]string
	if err := json.NewDecoder(os.Stdin).Decode(&cases); err != nil {
		panic(err)
	}
	answers := []bool{}
	for _, c := range cases {
		answers = append(answers, module.MatchPrefixPatterns(c[0], c[1]))
	}
	json.NewEncoder(os.Stdout).Encode(answers)
}
`;

describe.skipIf(root === undefined)('a real Go', () => {
  const vendored = join(root ?? '', 'src/cmd/vendor/golang.org/x/mod');

  it.skipIf(!existsSync(vendored))('matches module patterns as we do', () => {
    const project = join(scratch, 'matcher');
    cpSync(vendored, join(project, 'mod'), { recursive: true });
    writeFileSync(join(project, 'mod/go.mod'), 'module golang.org/x/mod\n\ngo 1.21\n');
    const goMod = 'module x.test/matcher\n\ngo 1.21\n\nrequire golang.org/x/mod v0.0.0\n\nreplace golang.org/x/mod => ./mod\n';
    writeFileSync(join(project, 'go.mod'), goMod);
    writeFileSync(join(project, 'main.go'), MATCHER);
    const part = fc.constantFrom('a', 'b', '.', '*', '?', '[', ']', '^', '-', '\\', '/', ',', ' ');
    const glob = fc.array(part, { maxLength: 9 }).map(parts => parts.join(''));
    const path = fc
      .array(fc.constantFrom('a', 'b', '.', '-', '/', 'ab'), { minLength: 1, maxLength: 7 })
      .map(parts => parts.join(''));
    const cases = fc.sample(fc.tuple(glob, path), 50_000);
    const env = { ...OWN, GOCACHE: join(scratch, 'cache'), GOPATH: join(scratch, 'path') };
    const options = { cwd: project, input: JSON.stringify(cases), encoding: 'utf8', env, maxBuffer: 2 ** 24 } as const;
    const answers = JSON.parse(execFileSync(GO, ['run', '.'], options)) as readonly boolean[];
    const wrong = cases.filter(([list, module], index) => matchesModulePatterns(list, module) !== answers[index]);
    expect(wrong).toEqual([]);
    expect(answers.filter(Boolean).length).toBeGreaterThan(50);
  });

  it('finds settings where we find them', () => {
    const config = join(scratch, 'config');
    mkdirSync(join(config, 'go'), { recursive: true });
    const text = 'GOPROXY=https://one.test\nGOPROXY=https://two.test\nGONOSUMDB=a.test\n#GOPRIVATE=x\nGOVCS=\nGOSUMDB=off\n';
    writeFileSync(join(config, 'go/env'), text);
    const env = {
      PATH: OWN.PATH,
      HOME: scratch,
      GOTOOLCHAIN: 'local',
      XDG_CONFIG_HOME: config,
      GONOSUMDB: '',
      GOSUMDB: 'sum.test',
    };
    const names = ['GOPROXY', 'GONOSUMDB', 'GOPRIVATE', 'GOVCS', 'GOSUMDB', 'GOINSECURE', 'GOBIN'] as const;
    const told = JSON.parse(execFileSync(GO, ['env', '-json', ...names], { env, encoding: 'utf8' })) as Record<string, string>;
    const file = userSettingsFile(env, 'linux');
    expect(file).toBe(join(config, 'go/env'));
    const settings = readGoSettings({ env, user: { file: file ?? '', text }, root: undefined });
    expect(Object.fromEntries(names.map(name => [name, settings[name]?.value ?? '']))).toEqual(told);
  });

  it.each([
    '',
    '-v',
    "'-ldflags=-X a=b'",
    "'-ldflags",
    '-ldflags -w',
    '- -v',
    '---v',
    '-=x',
    '-zork',
    '-mod=vendor "-tags=a b"',
    '-insecure',
    'v',
    '-coverprofile=x -modcacherw -debug-trace=y',
  ])('accepts GOFLAGS=%j exactly when we do', flags => {
    const project = join(scratch, 'flags');
    mkdirSync(project, { recursive: true });
    writeFileSync(join(project, 'go.mod'), 'module x.test/flags\n\ngo 1.21\n');
    const env = { ...OWN, GOFLAGS: flags, GOCACHE: join(scratch, 'cache'), GOPATH: join(scratch, 'path') };
    const isAccepted = ((): boolean => {
      try {
        // There are no packages: it reads GOFLAGS and has nothing to build.
        execFileSync(GO, ['build', './...'], { cwd: project, env, stdio: 'pipe' });
        return true;
      } catch {
        return false;
      }
    })();
    expect(readGoFlags(flags).problems.length === 0).toBe(isAccepted);
  });

  // What is no error of `go build` itself (GOBIN, GOSUMDB, GOPROXY) is not here.
  it.each<[string, Record<string, string | undefined>]>([
    ['nothing', {}],
    ['GO111MODULE=yes', { GO111MODULE: 'yes' }],
    ['GO111MODULE=auto', { GO111MODULE: 'auto' }],
    ['GOTOOLCHAIN without go', { GOTOOLCHAIN: '1.26.0' }],
    ['GOTOOLCHAIN with another suffix', { GOTOOLCHAIN: 'local+newest' }],
    ['GOTOOLCHAIN=path', { GOTOOLCHAIN: 'path' }],
    ['GOWORK relative', { GOWORK: 'go.work' }],
    ['GOWORK=off', { GOWORK: 'off' }],
    ['GOPATH relative', { GOPATH: 'go' }],
    ['GOPATH with ~', { GOPATH: '~/go' }],
    ['GOCACHE=off', { GOCACHE: 'off' }],
    ['GOCACHE relative', { GOCACHE: 'cache' }],
    ['no home', { GOCACHE: undefined, HOME: undefined, GOPATH: undefined }],
    ['GOROOT missing', { GOROOT: '/nonexistent/go' }],
    ['GOTMPDIR missing', { GOTMPDIR: '/nonexistent/tmp' }],
    ['TMPDIR missing', { TMPDIR: '/nonexistent/tmp' }],
    ['TMPDIR missing, GOTMPDIR there', { TMPDIR: '/nonexistent/tmp', GOTMPDIR: scratch }],
    ['-mod=foo', { GOFLAGS: '-mod=foo' }],
    ['-modfile missing', { GOFLAGS: '-modfile=/nonexistent/go.mod' }],
    ['-modfile of another name', { GOFLAGS: '-modfile=/nonexistent/other' }],
    ['-insecure', { GOFLAGS: '-insecure' }],
    ['GODEBUG', { GODEBUG: 'tarinsecurepath=1' }],
  ])('fails with %s exactly when a rule reports an error', async (_, changes) => {
    const directory = join(scratch, 'build');
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'go.mod'), 'module x.test/build\n\ngo 1.21\n');
    writeFileSync(join(directory, 'main.go'), 'package main\n\nfunc main() {}\n');
    const usual = { ...OWN, GOCACHE: join(scratch, 'cache'), GOPATH: join(scratch, 'path') };
    const env = Object.fromEntries(Object.entries({ ...usual, ...changes }).filter(([, value]) => value !== undefined));
    const isGood = ((): boolean => {
      try {
        execFileSync(GO, ['build', '-o', join(scratch, 'built'), '.'], {
          cwd: directory,
          env: env as NodeJS.ProcessEnv,
          stdio: 'pipe',
        });
        return true;
      } catch {
        return false;
      }
    })();
    const clock = createClock();
    const os = process.platform;
    const platform = { os, arch: process.arch, endianness: 'LE' } as const;
    const ports = {
      files: createFiles({ os, clock }),
      exec: createExec({ env, os, clock }),
      env,
      clock,
      platform,
      randomName: () => 'name',
    };
    const wanted = { goRoot: 'on PATH', directory, secrets: [] };
    const environment = await gatherEnvironment(ports, wanted, new AbortController().signal);
    const facts = project({ facts: { environment } });
    const errors = environmentRules.flatMap(({ judge }) => judge(facts)).filter(({ severity }) => severity === 'error');
    expect(errors.length === 0).toBe(isGood);
  });
});
