import { join } from 'node:path';
import type { Code } from '../../src/domain/catalogue.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { EnvironmentFacts, ProjectFacts, RequestFacts } from '../../src/domain/project-facts.ts';
import type { Rule } from '../../src/domain/rule.ts';
import { gatherProject, type ProjectSearch } from '../../src/probes/project.ts';
import { createFakeClock } from './fake-clock.ts';
import { createMemoryFiles, type MemoryFiles } from './memory-files.ts';

/** A hash in the right form, different for each text. */
export function h1(text: string): string {
  return `h1:${Buffer.from(text.padEnd(32, '.').slice(0, 32)).toString('base64')}`;
}

/** Both lines of go.sum for each `path version`. */
export function sumOf(...modules: readonly string[]): string {
  return modules.map(module => `${module} ${h1(module)}\n${module}/go.mod ${h1(`${module} mod`)}\n`).join('');
}

export interface FakeProject {
  /** Relative to the workspace, which is /project. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly directory?: string;
  readonly scope?: ProjectSearch['scope'];
  /** Go settings of the environment. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly request?: Partial<RequestFacts>;
  /** Version of the first go on PATH. */
  readonly goOnPath?: string;
}

export function projectFiles(files: FakeProject['files']): MemoryFiles {
  const memory = createMemoryFiles({ clock: createFakeClock() });
  memory.put('/project/README.md', '');
  for (const [name, content] of Object.entries(files)) memory.put(join('/project', name), content);
  return memory;
}

/** What the real gatherer and the real parsers make of the files: rules are tested on what they will get. */
export async function factsOf(project: FakeProject): Promise<ProjectFacts> {
  const { settings = {}, request, goOnPath } = project;
  const gathered = await gatherProject({
    files: projectFiles(project.files),
    workspace: '/project',
    checkout: '/project',
    directory: join('/project', project.directory ?? '.'),
    top: '/project',
    scope: project.scope ?? 'all',
    gowork: settings['GOWORK'] ?? '',
    foreign: [],
  });
  const environment: EnvironmentFacts = {
    os: 'linux',
    settings: Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, { value, origin: 'environment' }])),
    variables: {},
    directories: [],
    pathGos: goOnPath === undefined ? [] : [{ position: 0, path: '/usr/lib/go/bin/go', version: goOnPath }],
    git: {},
    commands: [],
    files: [],
    nowMs: 0,
  };
  const nothing = { version: undefined, spec: undefined, origin: undefined, gotoolchain: undefined };
  return { ...gathered, environment, request: { ...nothing, minGoVersion: '1.21', offline: false, ...request } };
}

/** `severity CODE file:line` of each finding, and that the rule may report it. */
export async function judged(rule: Rule, project: FakeProject): Promise<readonly string[]> {
  return rule.judge(await factsOf(project)).map(finding => {
    if (!rule.codes.includes(finding.code)) throw new Error(`${rule.id} does not name ${finding.code}`);
    return told(finding);
  });
}

export function told({ severity, code, location }: Finding): string {
  return `${severity} ${code satisfies Code} ${location?.file ?? '-'}:${location?.line ?? '-'}`;
}
