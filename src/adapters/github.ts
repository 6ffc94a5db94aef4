import { addPath, endGroup, error, exportVariable, info, notice, setOutput, setSecret, startGroup, warning } from '@actions/core';
import { failure } from '../domain/failure.ts';
import type { Inputs } from '../domain/inputs.ts';
import type { Report } from '../domain/report.ts';
import type { HostCache } from '../ports/cache.ts';
import type { EnvChange, Host } from '../ports/host.ts';
import { annotationsOf } from '../report/annotations.ts';
import { commandSafe } from '../report/command-safe.ts';
import { createNarrator } from '../report/narrator.ts';
import { outputsOf } from '../report/outputs.ts';
import { renderSummary } from '../report/summary.ts';
import { renderText } from '../report/text.ts';
import { APPEND, appendFile } from './promised-fs.ts';
import { writeReportFiles } from './report-files.ts';

/** What of @actions/core is used; it escapes workflow commands and knows the command files. By name, so that the rest is left out. */
const ACTIONS_CORE = {
  addPath,
  exportVariable,
  setOutput,
  setSecret,
  info,
  error,
  warning,
  notice,
  startGroup,
  endGroup,
} as const;

export type GithubCore = typeof ACTIONS_CORE;

export interface GithubOptions {
  /** Default: @actions/core itself. */
  readonly core?: GithubCore;
  /** GITHUB_STEP_SUMMARY; undefined or empty: no summary (older GHES, other runners). */
  readonly summaryFile: string | undefined;
  /** The cache of the job; undefined: there is none. */
  readonly cache?: HostCache;
  /** Asked when the report is published, for the inputs are judged after the host was made. */
  readonly settings: () => {
    readonly summary: Inputs['summary'];
    /** Undefined: no report files. */
    readonly reportDir: string | undefined;
    /** The user named that directory. */
    readonly isReportAsked?: boolean;
    /** File of the problem matchers; undefined: none are registered. */
    readonly matcherFile?: string | undefined;
  };
}

/**
 * The host of a GitHub Action. The log has a group for each phase and a line with its time after it. Publishing never
 * throws and never changes the result: what cannot be published is a warning. The exit code is set by main.ts.
 */
export function createGithubHost({ core = ACTIONS_CORE, summaryFile, cache, settings }: GithubOptions): Host {
  const log = createLog(core);
  return {
    kind: 'github',
    ...(cache === undefined ? {} : { cache }),
    hear: event => ignoreThrow(() => log.hear(event)),
    reportDirectory: () => settings().reportDir,
    mask: secret => {
      if (secret.trim() !== '') core.setSecret(secret);
    },
    apply: async changes => {
      for (const change of changes) applyChange(core, change);
    },
    publish: async report => {
      const attempt = createGuard(core);
      await attempt('log', () => log.finish(report));
      await attempt('annotations', () => annotate(core, report));
      const { summary, reportDir: directory, isReportAsked: isAsked = false, matcherFile } = settings();
      if (report.go !== null && matcherFile !== undefined)
        await attempt('problem matchers', () => addMatchers(core, matcherFile));
      const wanted = summary === 'always' || (summary === 'on-failure' && report.outcome === 'failed');
      const write = (to: string) => writeReportFiles(report, { directory: to, platform: 'github', isAsked });
      const [written] = await Promise.all([
        directory !== undefined && attempt('report files', () => write(directory)),
        wanted &&
          !!summaryFile &&
          attempt('job summary', () => appendFile(summaryFile, `${renderSummary(report)}\n`, { flag: APPEND })),
      ]);
      const outputs = { ...outputsOf(report), 'report-dir': written ? directory : '' };
      for (const [name, value] of Object.entries(outputs)) await attempt(`output ${name}`, () => core.setOutput(name, value));
    },
  };
}

/** A command has no function of its own in @actions/core; its data is escaped as there (command.ts, escapeData). */
function addMatchers(core: GithubCore, file: string): void {
  core.info(`::add-matcher::${file.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`);
}

/** Throws Failure FS.IO: the next steps would not see Go, so this must make the run red. */
function applyChange(core: GithubCore, change: EnvChange): void {
  if (/[\r\n]/u.test(change.value)) {
    throw failure('FS.IO', { subject: 'GITHUB_PATH', message: 'A value with a line break cannot be handed to later steps' });
  }
  try {
    if (change.kind === 'set') core.exportVariable(change.name, change.value);
    else core.addPath(change.value);
  } catch (error) {
    const subject = change.kind === 'set' ? 'GITHUB_ENV' : 'GITHUB_PATH';
    throw failure('FS.IO', { subject, evidence: { error: error instanceof Error ? error.message : String(error) } }, error);
  }
}

function annotate(core: GithubCore, report: Report): void {
  for (const { level, message, title, file, line } of annotationsOf(report)) {
    const place = { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { startLine: line }) };
    core[level](message, { title, ...place });
  }
}

/** Runs one part of publishing and says whether it worked; a part that fails must not keep the next from being published. */
function createGuard(core: GithubCore): (what: string, part: () => void | Promise<void>) => Promise<boolean> {
  return async (what, part) => {
    try {
      await part();
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      ignoreThrow(() => core.warning(`Could not publish the ${what}: ${reason}`));
      return false;
    }
  };
}

/** For the log itself: when it cannot be written there is nobody left to tell, and the result must stay what it is. */
function ignoreThrow(write: () => void): void {
  try {
    write();
  } catch {
    // See above.
  }
}

/** The live log and its last lines. */
function createLog(core: GithubCore): { readonly hear: Host['hear']; readonly finish: (report: Report) => void } {
  const narrate = createNarrator();
  let groupIsOpen = false;
  const closeGroup = (): void => {
    if (groupIsOpen) core.endGroup();
    groupIsOpen = false;
  };
  return {
    hear: event => {
      const told = narrate(event);
      if (told === undefined) return;
      if (told.kind === 'phase-start') {
        closeGroup();
        core.startGroup(commandSafe(told.text));
        groupIsOpen = true;
        return;
      }
      if (told.kind === 'phase-end') closeGroup();
      core.info(commandSafe(told.text));
    },
    finish: report => {
      closeGroup();
      for (const line of renderText(report).trimEnd().split('\n')) core.info(commandSafe(line));
    },
  };
}
