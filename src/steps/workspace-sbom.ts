import { isAbsolute, join, relative, resolve } from 'node:path';
import { Failure, failure } from '../domain/failure.ts';
import { parseJsonObject } from '../domain/json-object.ts';
import { LIMITS } from '../domain/limits.ts';
import type { WorkspaceSbom } from '../domain/workspace-sbom.ts';
import type { Env, Files } from '../ports/machine.ts';
import type { Context } from './context.ts';

/** Among the report files. */
const FILE_NAME = 'sbom-workspace.cdx.json';

/** What only this step was given: inputs of the action and the component, and the runner's keys to its cache and its identity. */
const OURS = /^(?:INPUT|SGR|ACTIONS)_/iu;

/**
 * The input `sbom-tool`: runs the user's own syft over the workspace, once and without a shell, and puts what it wrote among the report
 * files when it is CycloneDX. It never throws and never changes the result, and costs its deadline at most; what goes wrong is a warning:
 * SBOM.TOOL, SBOM.OUTPUT.
 */
export async function describeWorkspace(context: Context, tool: string, signal: AbortSignal): Promise<void> {
  const { clock } = context.machine;
  const startMs = clock.monotonic();
  try {
    const written = await describe(context, tool, signal);
    context.emit({ type: 'workspace-sbom', ...written, ms: Math.round(clock.monotonic() - startMs) });
  } catch (error) {
    context.emit({ type: 'finding', finding: warningOf(error, tool).finding });
  }
}

async function describe(context: Context, tool: string, signal: AbortSignal): Promise<Omit<WorkspaceSbom, 'ms'>> {
  const { files, randomName } = context.machine;
  const directory = context.host.reportDirectory?.();
  if (directory === undefined) throw notRun(tool, { reason: 'there is no directory for it: name report-dir' });
  const target = resolve(context.workspace, directory, FILE_NAME);
  const unproved = `${target}.${randomName()}`;
  await files.makeDirectory(resolve(target, '..'));
  // Else a run whose tool fails would show what an earlier one wrote.
  await files.remove(target);
  try {
    await runTool(context, { tool, file: unproved, directory: resolve(target, '..') }, signal);
    const components = await countComponents(files, { tool, file: unproved });
    await files.rename(unproved, target);
    return { file: FILE_NAME, components };
  } finally {
    await files.remove(unproved);
  }
}

interface ToolRun {
  readonly tool: string;
  /** Absolute: what it is to write. */
  readonly file: string;
  /** Absolute: the report files. */
  readonly directory: string;
}

async function runTool(context: Context, { tool, file, directory }: ToolRun, signal: AbortSignal): Promise<void> {
  const { machine, workspace, secrets } = context;
  const program = /[/\\]/u.test(tool) ? resolve(workspace, tool) : await machine.exec.find(tool);
  if (program === undefined) throw notRun(tool, { reason: 'it is not on PATH' });
  const leftMs = context.budgetEndMs - machine.clock.monotonic() - LIMITS.diagnoseReserveMs;
  const timeoutMs = Math.floor(Math.min(LIMITS.sbomToolMs, leftMs));
  if (timeoutMs <= 0) throw notRun(tool, { reason: 'the budget of the run is used up' });
  const excludes = excluded(context, directory).flatMap(pattern => ['--exclude', pattern]);
  const { exitCode, stderr } = await machine.exec.run(
    {
      file: program,
      args: ['scan', 'dir:.', ...excludes, '-o', `cyclonedx-json=${file}`],
      env: environmentFor(machine.env, secrets),
      cwd: workspace,
      timeoutMs,
    },
    signal,
  );
  if (exitCode !== 0) throw notRun(tool, { 'exit code': exitCode, stderr: lastLine(stderr) });
}

/** What stands in the workspace and is not the user's: toolchains and caches of this program (on GitLab all below `.sgr`), and reports. */
function excluded({ workspace, machine, host, destination }: Context, reports: string): readonly string[] {
  const state = host.kind === 'gitlab' ? [join(workspace, '.sgr')] : [];
  return [...state, machine.toolCache.directory, destination, reports].flatMap(path => {
    const below = path === undefined ? '' : relative(workspace, path);
    return below === '' || below.startsWith('..') || isAbsolute(below) ? [] : [`./${below.replaceAll('\\', '/')}/**`];
  });
}

/** The environment of this step, without what is ours alone. Syft does not look for a newer version of itself, unless it is told to. */
function environmentFor(env: Env, secrets: readonly string[]): Env {
  const isOurs = ([name, value = '']: readonly [string, string | undefined]): boolean =>
    OURS.test(name) || secrets.some(secret => secret !== '' && value.includes(secret));
  return { SYFT_CHECK_FOR_APP_UPDATE: 'false', ...Object.fromEntries(Object.entries(env).filter(entry => !isOurs(entry))) };
}

async function countComponents(files: Files, { tool, file }: { readonly tool: string; readonly file: string }): Promise<number> {
  // A pipe would be read for ever.
  const { kind = 'file' } = (await files.stat(file)) ?? {};
  if (kind !== 'file') throw notKept(tool, { reason: 'it is no file', kind });
  const bytes = await files.read(file, LIMITS.sbomBytes);
  const document = parseJsonObject(Buffer.from(bytes).toString('utf8'));
  if (document?.['bomFormat'] !== 'CycloneDX') throw notKept(tool, { reason: 'it is no CycloneDX in JSON', bytes: bytes.length });
  const { components } = document;
  return Array.isArray(components) ? components.length : 0;
}

/** Of the file it was, or of the program. */
function warningOf(error: unknown, tool: string): Failure {
  if (!(error instanceof Failure))
    return notRun(tool, { reason: error instanceof Error ? error.message.slice(0, 300) : String(error) });
  const { code, finding } = error;
  if (code.startsWith('SBOM.')) return error;
  const seen = Object.fromEntries(finding.evidence.map(({ name, value }) => [name, value]));
  const evidence = { reason: reasonOf(code, seen) ?? `${code} ${finding.message}`, ...seen };
  return code.startsWith('FS.') ? notKept(tool, evidence) : notRun(tool, evidence);
}

/** The code of a program that does not run speaks of Go, which is none of this. */
function reasonOf(code: Failure['code'], seen: Readonly<Record<string, string>>): string | undefined {
  if (code !== 'GO.NOT_RUNNABLE') return undefined;
  return 'budget ms' in seen ? 'it was not done in time' : 'it could not be started';
}

type EvidenceRecord = Readonly<Record<string, string | number | undefined>>;

function notRun(subject: string, evidence: EvidenceRecord): Failure {
  return failure('SBOM.TOOL', { subject, evidence });
}

function notKept(subject: string, evidence: EvidenceRecord): Failure {
  return failure('SBOM.OUTPUT', { subject, evidence });
}

/** Where programs say why they failed. */
function lastLine(text: string): string | undefined {
  return text.trimEnd().split('\n').at(-1)?.slice(0, 300) || undefined;
}
