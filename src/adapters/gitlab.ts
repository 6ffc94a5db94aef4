import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Event } from '../domain/event.ts';
import { Failure, failure } from '../domain/failure.ts';
import { keptArchiveName } from '../domain/kept-archive.ts';
import { redactDeep, redactText } from '../domain/redact.ts';
import type { Report } from '../domain/report.ts';
import { errnoOf } from '../policy/fs-errors.ts';
import type { EnvChange, Host } from '../ports/host.ts';
import { renderDotenv } from '../report/dotenv.ts';
import { createNarrator } from '../report/narrator.ts';
import { portableEnv } from '../report/portable-env.ts';
import { renderText } from '../report/text.ts';
import { coloured } from './colours.ts';
import { hashFile, packTree } from './gitlab-archive.ts';
import { writeReportFiles } from './report-files.ts';

export interface GitlabOptions {
  readonly stdout: { write(text: string): unknown };
  /** Absolute: the checkout of the job. */
  readonly project: string;
  /** Directory of this include below it, with slashes: `.sgr/go`. */
  readonly state: string;
  /** Below the project too. */
  readonly reportDir: string;
  /** What the names of variables for later jobs begin with. */
  readonly variablePrefix: string;
  readonly shell: 'sh' | 'pwsh';
  readonly home: string | undefined;
  readonly noColor: boolean;
  /** Seconds since 1970, for the sections of the log. */
  readonly nowSeconds: () => number;
  /** Whether the platform keeps .sgr/gomod and .sgr/gobuild between jobs. */
  readonly isCached: boolean;
  /** What is installed, where it is known. */
  readonly platform: { readonly goos: string; readonly goarch: string } | undefined;
  /** Whether the proved tree is packed for later jobs. */
  readonly keepsArchive: boolean;
}

export interface GitlabHost extends Host {
  /** Closes what a run that ends without a result leaves open; the last words would be folded away. Synchronous. */
  endSections(): void;
}

/** Whether the kept archive was what this run installed from. */
interface Kept {
  readonly url: string;
  attempt?: number;
  isProved: boolean;
}

/**
 * The host of a GitLab job. The log has a collapsible section for each phase, and the cause in its last lines. `apply` writes env.sh, which
 * the job sources, and packs the tree for later jobs where that is wanted; both must work, or the run ends red. Publishing never throws and
 * never changes the result.
 */
export function createGitlabHost(options: GitlabOptions): GitlabHost {
  const { stdout, project, state } = options;
  const secrets: string[] = [];
  const write = (text: string): void => void stdout.write(redactText(text, secrets));
  const log = createLog(write, options.nowSeconds);
  const archives = join(project, state, 'archives');
  const kept: Kept = { url: `${pathToFileURL(archives).href}/`, isProved: false };
  const applied: EnvChange[] = [];
  const handed: Record<string, string> = {};
  return {
    kind: 'gitlab',
    archives,
    ...(options.isCached ? { restoredModules: join(project, '.sgr', 'gomod') } : {}),
    reportDirectory: () => options.reportDir,
    hear: event => {
      notice(kept, event);
      log.hear(event);
    },
    mask: secret => {
      if (secret !== '') secrets.push(secret);
    },
    apply: async changes => {
      applied.push(...changes);
      const root = installedRoot(changes, join(project, state, 'tool-cache'));
      if (options.keepsArchive && root !== undefined)
        Object.assign(handed, await keepArchive(options, { root, archives, isProved: kept.isProved }));
      await writeEnv(options, applied);
    },
    publish: async report => {
      log.endSections();
      const shown = redactDeep(report, secrets);
      await publishFiles(options, { report: shown, handed, complain: text => write(`${text}\n`) });
      const text = renderText(shown);
      write(options.noColor ? text : coloured(text, shown.outcome === 'failed'));
    },
    endSections: () => log.endSections(),
  };
}

function notice(kept: Kept, event: Event): void {
  if (event.type === 'attempt-started' && event.url.startsWith(kept.url)) kept.attempt = event.attempt;
  if (event.type === 'attempt-ended' && event.end === 'won' && event.attempt === kept.attempt) kept.isProved = true;
}

/** The Go that these changes put in front of PATH; undefined for one that stands elsewhere, of which there is nothing to hand over. */
function installedRoot(changes: readonly EnvChange[], toolCache: string): string | undefined {
  const bin = changes.find(({ kind, value }) => kind === 'prepend-path' && value.startsWith(`${toolCache}${sep}`))?.value;
  return bin === undefined ? undefined : dirname(bin);
}

/** Packs the tree, unless it has just come from the archive that stands there. Returns what a job needs that takes it over. */
async function keepArchive(
  { project, platform }: GitlabOptions,
  found: { readonly root: string; readonly archives: string; readonly isProved: boolean },
): Promise<Readonly<Record<string, string>>> {
  const { root, archives, isProved } = found;
  if (platform === undefined) return {};
  try {
    const version = (await readFile(join(root, 'VERSION'), 'utf8')).split('\n')[0]?.trim().replace(/^go/u, '') ?? '';
    const file = join(archives, keptArchiveName(version, platform));
    const sha256 = isProved ? await hashFile(file) : await packTree({ root, file });
    return { goroot: relative(project, root).split(sep).join('/'), 'archive-sha256': sha256 };
  } catch (error) {
    throw notWritten('archives', error);
  }
}

async function writeEnv(options: GitlabOptions, changes: readonly EnvChange[]): Promise<void> {
  const { project, state, shell, home, isCached } = options;
  const directory = join(project, state);
  const name = shell === 'sh' ? 'env.sh' : 'env.ps1';
  const text = portableEnv(changes, { project, home, shell, isCached });
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(join(directory, name), text);
  } catch (error) {
    throw notWritten(name, error);
  }
}

function notWritten(subject: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  return failure('FS.IO', { subject, evidence: { error: error instanceof Error ? error.message : String(error) } }, error);
}

/** A report that cannot be written never changes the result. */
async function publishFiles(
  { project, reportDir, variablePrefix: prefix }: GitlabOptions,
  found: {
    readonly report: Report;
    readonly handed: Readonly<Record<string, string>>;
    readonly complain: (text: string) => void;
  },
): Promise<void> {
  const { report, handed, complain } = found;
  const directory = join(project, reportDir);
  try {
    await writeReportFiles(report, { directory, platform: 'gitlab', isAsked: true });
    await ignoreForGit(directory);
    await writeFile(join(directory, 'go.env'), renderDotenv(report, { prefix, more: handed }));
  } catch (error) {
    complain(`The report files could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A Go build would otherwise be stamped as one of a modified tree; so it would be if a file of the project were written over. */
async function ignoreForGit(directory: string): Promise<void> {
  await writeFile(join(directory, '.gitignore'), '*\n', { flag: 'wx' }).catch((error: unknown) => {
    if (errnoOf(error) !== 'EEXIST') throw error;
  });
}

/**
 * A section of the log for each phase, collapsed and one inside the other where a phase has parts, and a line with its time after it. Names must
 * not occur twice in a job; `0` in the escape is required (GitLab, "Job logs: custom collapsible sections").
 */
function createLog(
  write: (text: string) => void,
  nowSeconds: () => number,
): { readonly hear: Host['hear']; readonly endSections: () => void } {
  const narrate = createNarrator();
  const open: string[] = [];
  let count = 0;
  const marker = (kind: string): string => `\u001B[0Ksection_${kind}\r\u001B[0K`;
  const endSection = (): void => {
    const name = open.pop();
    if (name !== undefined) write(`${marker(`end:${nowSeconds()}:${name}`)}\n`);
  };
  return {
    endSections: () => {
      while (open.length > 0) endSection();
    },
    hear: event => {
      const told = narrate(event);
      if (told === undefined) return;
      if (told.kind === 'phase-end') endSection();
      if (event.type !== 'phase-started') return write(`${told.text}\n`);
      count += 1;
      const name = `sgr_${event.phase}_${count}`;
      open.push(name);
      write(`${marker(`start:${nowSeconds()}:${name}[collapsed=true]`)}${told.text}\n`);
    },
  };
}
