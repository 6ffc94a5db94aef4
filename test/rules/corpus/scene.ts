import { join } from 'node:path';
import type { Finding } from '../../../src/domain/finding.ts';
import type { ProjectFacts, RequestFacts } from '../../../src/domain/project-facts.ts';
import type { Exec } from '../../../src/ports/machine.ts';
import { gatherEnvironment } from '../../../src/probes/environment.ts';
import { gatherProject } from '../../../src/probes/project.ts';
import { RULES } from '../../../src/rules/registry.ts';
import { createFakeClock } from '../../fakes/fake-clock.ts';
import { createFakeExec } from '../../fakes/fake-exec.ts';
import { createMemoryFiles, type MemoryFiles } from '../../fakes/memory-files.ts';

/** A project and the machine that is to build it. */
export interface Scene {
  /** Of the checkout, which is /project; a name that begins with `/` is of the machine. */
  readonly files: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** Where go commands run, below the checkout. */
  readonly directory: string;
  /** Executables, by their absolute path. */
  readonly programs: readonly string[];
  /** What `git config` has set. */
  readonly git: readonly (readonly [name: string, value: string])[];
  readonly os: string;
  readonly request: Partial<RequestFacts>;
  readonly free: { readonly bytes: number; readonly inodes?: number };
  /** Files and directories below these cannot be written. */
  readonly locked: readonly string[];
}

/** What a job finds after its Go was installed: nothing in it is wrong. */
export const MACHINE: Omit<Scene, 'files'> = {
  env: { HOME: '/home/me', PATH: '/usr/local/go/bin:/usr/bin', GOTOOLCHAIN: 'local', CI: 'true' },
  directory: '.',
  programs: ['/usr/local/go/bin/go', '/usr/bin/git'],
  git: [],
  os: 'linux',
  request: {},
  free: { bytes: 10 * 2 ** 30, inodes: 1_000_000 },
  locked: [],
};

const USUAL_FILES = {
  '/usr/local/go/VERSION': 'go1.26.8\n',
  '/tmp/x': '',
  '/home/me/.profile': '',
  '/proc/self/mountinfo': '1 1 0:1 / / rw - ext4 x rw\n',
};

/** Facts as the command `preflight` has them: by the real gatherers, from files in memory. */
export async function factsOf(scene: Scene): Promise<ProjectFacts> {
  const { env, os, request } = scene;
  const clock = createFakeClock();
  const files = memoryOf(scene, clock);
  const directory = join('/project', scene.directory);
  const platform = { os, arch: 'x64', endianness: 'LE' } as const;
  const ports = { files, exec: execOf(scene, files), env, clock, platform, randomName: () => 'name' };
  const wanted = { goRoot: undefined, directory, secrets: [] };
  const environment = await gatherEnvironment(ports, wanted, new AbortController().signal);
  const gowork = environment.settings['GOWORK']?.value ?? '';
  const place = { workspace: '/project', checkout: '/project', directory, top: '/project' } as const;
  const project = await gatherProject({ files, ...place, scope: 'all', gowork, foreign: [] });
  const nothing = { version: undefined, spec: undefined, origin: undefined, gotoolchain: undefined };
  const asked = { ...nothing, minGoVersion: '1.21', offline: false, ...request };
  return { ...project, environment, request: asked };
}

function memoryOf({ files, programs, free, locked }: Scene, clock: ReturnType<typeof createFakeClock>): MemoryFiles {
  const memory = createMemoryFiles({
    clock,
    free,
    fault: (operation, path) =>
      operation === 'write' && locked.some(place => path.startsWith(`${place}/`)) ? 'EACCES' : undefined,
  });
  memory.put('/project/README.md', '');
  for (const [name, text] of Object.entries({ ...USUAL_FILES, ...files })) {
    memory.put(name.startsWith('/') ? name : join('/project', name), text);
  }
  for (const path of programs) memory.put(path, 'program', 0o755);
  return memory;
}

function execOf({ env, git }: Scene, files: MemoryFiles): Exec {
  const fake = createFakeExec({ files, env });
  const stdout = git.map(([name, value]) => `${name}\n${value}\0`).join('');
  return {
    find: name => fake.find(name),
    // 1: nothing of what was asked for is set.
    run: async () => ({ exitCode: git.length === 0 ? 1 : 0, stdout, stderr: '' }),
  };
}

/** A finding in one line, with the rule that has it: `rule severity CODE place`. */
export async function findingsOf(scene: Scene): Promise<readonly string[]> {
  const facts = await factsOf(scene);
  return RULES.flatMap(rule => rule.judge(facts).map(finding => `${rule.id} ${told(finding)}`));
}

/** Where a finding has no place in a file, its subject stands: the setting, or the variable. */
export function told({ severity, code, location, subject }: Finding): string {
  const line = location?.line === undefined ? '' : `:${location.line}`;
  return `${severity} ${code} ${location === undefined ? subject : `${location.file}${line}`}`;
}
