import type { Shell } from '../domain/command-names.ts';
import type { Event } from '../domain/event.ts';
import { redactDeep, redactText } from '../domain/redact.ts';
import type { Report } from '../domain/report.ts';
import type { EnvChange, Host } from '../ports/host.ts';
import { annotationsOf } from '../report/annotations.ts';
import { commandSafe, commandSafeJson } from '../report/command-safe.ts';
import { workflowCommand } from '../report/drained.ts';
import { renderJson } from '../report/json.ts';
import { createNarrator } from '../report/narrator.ts';
import { type AttemptProgress, progressLine, trackAttempt } from '../report/progress.ts';
import { quoted, shellEnv } from '../report/shell-env.ts';
import { renderText } from '../report/text.ts';
import { coloured } from './colours.ts';
import { writeReportFiles } from './report-files.ts';

export interface TerminalOptions {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  /** NO_COLOR is set to something (no-color.org). */
  readonly noColor: boolean;
  /** One report on standard output, and nothing else there. */
  readonly json: boolean;
  readonly shell: Shell;
  /** Where report files go; undefined: nowhere. */
  readonly reportDir: string | undefined;
  /**
   * A log of GitHub, which reads both streams: what a failed command shows is marked by workflow commands on standard error, and nothing
   * else acts as one.
   */
  readonly annotates?: boolean;
  /** How this program is called, for the line that says how to set up a shell. */
  readonly program: string;
  /** Go goes into a directory of its own, where only who names it finds it. Default: into the tool cache. */
  readonly hasDestination?: boolean;
}

/** Redrawing more often only costs time. */
const REDRAW_MS = 100;

/**
 * The host of a person at a terminal, or of a script. Standard output is for the result (the report with `--json`, the
 * shell lines of `env`, else the closing text of a good run); all else goes to standard error, failures too. Colours
 * only on a terminal. A child cannot change its parent, so `apply` collects, and `publish` says how to use it.
 */
export function createTerminalHost(options: TerminalOptions): Host {
  const { stdout, stderr, json, shell } = options;
  const secrets: string[] = [];
  const changes: EnvChange[] = [];
  const safe = options.annotates === true ? commandSafe : (text: string) => text;
  const clean = (text: string): string => safe(redactText(text, secrets));
  const narrate = createNarrator();
  const isTTY = stderr.isTTY === true;
  const progress = createProgress(stderr, clean);
  return {
    kind: 'terminal',
    reportDirectory: () => options.reportDir,
    hear: event => {
      if (isTTY) progress.hear(event);
      const told = narrate(event);
      if (told?.kind !== 'phase-end' && told?.kind !== 'notable') return;
      progress.clear();
      stderr.write(clean(`${told.text}\n`));
    },
    mask: secret => {
      if (secret !== '') secrets.push(secret);
    },
    apply: async more => {
      changes.push(...more);
    },
    publish: async report => {
      progress.clear();
      const failed = report.outcome === 'failed';
      const shown = redactDeep(report, secrets);
      if (options.reportDir !== undefined) await saveReports(shown, options.reportDir, stderr);
      if (report.command === 'run' && !json) return tellOfCommand(shown, options);
      const isLines = report.command === 'env' && !failed;
      if (json) stdout.write(jsonText(shown, options));
      else if (isLines) stdout.write(shellEnv(changes, shell));
      const people = json || isLines || failed ? stderr : stdout;
      if (!isLines) people.write(safe(textFor(people, shown, options.noColor)));
      if (!failed && !isLines && changes.length > 0) people.write(clean(`\n${usage(report, changes, options)}`));
    },
  };
}

/** Standard output is the command's, and a command that went well is not commented. */
function tellOfCommand(report: Report, { stderr, noColor, annotates }: TerminalOptions): void {
  if (report.outcome !== 'failed') return;
  const text = textFor(stderr, report, noColor);
  if (annotates !== true) return void stderr.write(text);
  const commands = annotationsOf(report).map(item => `${workflowCommand(item)}\n`);
  stderr.write(`${commandSafe(text)}${commands.join('')}`);
}

function jsonText(report: Report, { annotates }: TerminalOptions): string {
  const json = renderJson(report);
  return annotates === true ? commandSafeJson(json) : json;
}

function textFor(stream: { readonly isTTY?: boolean }, report: Report, noColor: boolean): string {
  const text = renderText(report);
  return stream.isTTY === true && !noColor ? coloured(text, report.outcome === 'failed' || report.cause !== null) : text;
}

/** A report that cannot be written never changes the result. */
async function saveReports(report: Report, directory: string, stderr: TerminalOptions['stderr']): Promise<void> {
  try {
    await writeReportFiles(report, { directory, platform: 'terminal', isAsked: true });
  } catch (error) {
    stderr.write(`The report files could not be written: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

/** How to use what was installed, here and in scripts. */
function usage({ go }: Report, changes: readonly EnvChange[], { shell, program, hasDestination }: TerminalOptions): string {
  const place = hasDestination === true && go !== null ? ` --dest ${quoted(go.root, shell)}` : '';
  const evaluate = `${program} env --go-version ${go?.version ?? ''}${place}`;
  const commands: Readonly<Record<Shell, string>> = {
    sh: `eval "$(${evaluate})"`,
    fish: `${evaluate} --shell fish | source`,
    pwsh: `${evaluate} --shell pwsh | Out-String | Invoke-Expression`,
  };
  const lines = shellEnv(changes, shell).replace(/^(?=.)/gmu, '  ');
  return `To use it in this shell:\n${lines}or\n  ${commands[shell]}\n`;
}

/** One line on a terminal, redrawn; the attempt that was heard last. */
function createProgress(
  stderr: TerminalOptions['stderr'],
  clean: (text: string) => string,
): { readonly hear: (event: Event) => void; readonly clear: () => void } {
  const attempts = new Map<number, AttemptProgress>();
  let drawnMs: number | undefined;
  return {
    hear: event => {
      if (!('attempt' in event)) return;
      const attempt = trackAttempt(attempts.get(event.attempt), event);
      attempts.set(event.attempt, attempt);
      if (event.type !== 'attempt-progress' || (drawnMs !== undefined && event.atMs - drawnMs < REDRAW_MS)) return;
      drawnMs = event.atMs;
      // The last column stays free: some terminals wrap when it is filled.
      const width = Math.max(20, stderr.columns ?? 80) - 1;
      stderr.write(`\r\u001B[2K${clean(progressLine(attempt)).slice(0, width)}`);
    },
    clear: () => {
      if (drawnMs !== undefined) stderr.write('\r\u001B[2K');
      drawnMs = undefined;
    },
  };
}
