import { writeSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { getState, info, saveState, setSecret, warning } from '@actions/core';
import { bareWords, superviseRun } from './adapters/exit-guard.ts';
import { createGithubHost } from './adapters/github.ts';
import { createHostCache } from './adapters/github-host-cache.ts';
import { createGitlabHost } from './adapters/gitlab.ts';
import { readGitlabSettings } from './adapters/gitlab-settings.ts';
import { createClock } from './adapters/node-clock.ts';
import { createFiles } from './adapters/node-files.ts';
import { mindStreams } from './adapters/output-streams.ts';
import { superviseAfterJob } from './adapters/post-guard.ts';
import { endingPromptly } from './adapters/prompt-exit.ts';
import { pushAfterwards } from './adapters/pushing-host.ts';
import { createTerminalHost } from './adapters/terminal.ts';
import { hostPlatform, openMachine, toolCacheDirectory } from './adapters/this-machine.ts';
import { helpText } from './domain/command-help.ts';
import { type Command, type CommandLine, parseCommandLine } from './domain/command-line.ts';
import { SHELLS, usualShell } from './domain/command-names.ts';
import { parseDurationMs } from './domain/duration.ts';
import type { Event } from './domain/event.ts';
import { type Finding, finding } from './domain/finding.ts';
import { INPUTS } from './domain/input-table.ts';
import { LIMITS } from './domain/limits.ts';
import { PRODUCT } from './domain/product.ts';
import { gatewaySecrets } from './domain/pushgateway.ts';
import { fsFailure } from './policy/fs-errors.ts';
import type { HostCache } from './ports/cache.ts';
import type { Machine, MachineSettings } from './ports/machine.ts';
import { savedLine } from './report/cache-line.ts';
import { commandSafe } from './report/command-safe.ts';
import { type Job, run } from './run.ts';
import { SUM_GOLANG_ORG } from './verify/known-log.ts';
import { GOOGLE_LINUX_PACKAGES } from './verify/known-signer.ts';

/** Where the shipped files stand: beside the bundle. */
const DISTRIBUTION = import.meta.dirname;

/** State of the action: set by main, so that the same bundle knows that it is called as post. */
const POST_STATE = 'isPost';
/** State of the action: what its post step saves (domain/cache-plan.ts). */
const CACHE_STATE = 'cachePlan';

function main(): void {
  // Until a result says otherwise, the run has failed: an event loop that drains early must not end green.
  process.exitCode = 70;
  const isAlone = process.argv.length <= 2;
  const isAction = process.env['GITHUB_ACTIONS'] === 'true' && isAlone;
  // Set by the component alone (scripts/bootstrap.sh).
  const isComponent = process.env['SGR_HOST'] === 'gitlab' && isAlone;
  mindStreams({ process, holdsResult: !isAction && !isComponent, writeSync: writeLast });
  if (isComponent) component();
  else if (!isAction) commandLine(parseCommandLine(process.argv.slice(2)));
  else if (getState(POST_STATE) === 'true') afterJob();
  else action();
}

function action(): void {
  const { env } = process;
  const rawInputs = Object.fromEntries(INPUTS.map(({ name }) => [name, env[`INPUT_${name.toUpperCase()}`]]));
  const temp = env['RUNNER_TEMP'] || join(toolCacheDirectory(process.env), '..');
  const summary = rawInputs['summary'];
  const host = createGithubHost({
    summaryFile: env['GITHUB_STEP_SUMMARY'],
    cache: hostCache(),
    settings: () => ({
      summary: summary === 'never' || summary === 'on-failure' ? summary : 'always',
      reportDir: rawInputs['report-dir'] || join(temp, 'setup-go-robust-report'),
      isReportAsked: !!rawInputs['report-dir'],
      matcherFile: isOff(rawInputs['problem-matcher']) ? undefined : join(DISTRIBUTION, 'problem-matcher.json'),
    }),
  });
  const place = env['GITHUB_WORKSPACE'] ? { workspace: env['GITHUB_WORKSPACE'], problems: [] } : workingDirectory();
  const problems = [...markPost(), ...place.problems];
  start({ host, command: 'install', rawInputs, operands: [], options: {}, workspace: place.workspace, problems });
}

/** What is wrong where the runner takes no state: the post step would install once more, in place of saving. */
function markPost(): readonly Finding[] {
  try {
    saveState(POST_STATE, 'true');
    return [];
  } catch (error) {
    return [
      finding('FS.IO', { subject: 'GITHUB_STATE', evidence: { error: error instanceof Error ? error.message : String(error) } }),
    ];
  }
}

/** And what is wrong where it was deleted under this process: then it is what the shell calls it, for reports are written there. */
function workingDirectory(): { readonly workspace: string; readonly problems: readonly Finding[] } {
  try {
    return { workspace: process.cwd(), problems: [] };
  } catch (error) {
    const { PWD: path = 'working directory' } = process.env;
    const { finding: problem } = fsFailure(error, { operation: 'getcwd', path });
    return { workspace: path.startsWith('/') ? path : '/', problems: [problem] };
  }
}

function component(): void {
  const { workspace: project, problems } = workingDirectory();
  const { rawInputs, host: settings } = readGitlabSettings(process.env, hostPlatform());
  const nowSeconds = (): number => Math.floor(Date.now() / 1_000);
  const host = createGitlabHost({ ...settings, stdout: process.stdout, project, nowSeconds });
  process.on('exit', () => host.endSections());
  const toolCache = join(project, settings.state, 'tool-cache');
  start({ host, command: 'install', rawInputs, operands: [], options: {}, workspace: project, toolCache, problems });
}

/** Saves what the step has planned; without a plan there is nothing to do, and nothing is loaded. */
function afterJob(): void {
  process.exitCode = 0;
  const text = getState(CACHE_STATE);
  if (text === '') return;
  const clock = createClock();
  const files = createFiles({ os: platform(), clock, isRoot: process.getuid?.() === 0 });
  const say = (line: string, level: 'info' | 'warning'): void => (level === 'info' ? info(commandSafe(line)) : warning(line));
  superviseAfterJob({ process: endingPromptly(process), timeoutMs: LIMITS.postMs, say }, async signal => {
    const { saveCaches } = await import('./steps/save-cache.ts');
    return savedLine(await saveCaches({ text, cache: hostCache(), files, clock }, signal));
  });
}

function hostCache(): HostCache {
  return createHostCache({ env: process.env, keep: text => saveState(CACHE_STATE, text), mask: setSecret });
}

/** Whether a flag is off, before the inputs are judged. A wrong spelling is not: such a run ends red, and registers nothing. */
function isOff(flag: string | undefined): boolean {
  return /^\s*false\s*$/iu.test(flag ?? '');
}

function commandLine(line: CommandLine): void {
  if (line.kind === 'help' || line.kind === 'version') {
    process.stdout.write(line.kind === 'help' ? helpText(line.topic) : `${PRODUCT.name} ${PRODUCT.version}\n`);
    process.exitCode = 0;
    return;
  }
  const { env, stdout, stderr } = process;
  const command: Pick<Command, 'name' | 'inputs' | 'operands' | 'options'> =
    line.kind === 'command' ? line : { name: line.name ?? 'install', inputs: {}, operands: [], options: {} };
  const program = `node ${process.argv[1] ?? 'main.cjs'}`;
  const host = createTerminalHost({
    stdout,
    stderr,
    noColor: !!env['NO_COLOR'],
    json: line.json,
    shell: SHELLS.find(shell => shell === command.options['shell']) ?? usualShell(platform(), env),
    program,
    annotates: env['GITHUB_ACTIONS'] === 'true',
    reportDir: command.inputs['report-dir'],
    hasDestination: (command.inputs['dest'] ?? '') !== '',
  });
  const { workspace, problems } = workingDirectory();
  start({
    host,
    command: command.name,
    rawInputs: command.inputs,
    operands: command.operands,
    options: command.options,
    workspace,
    problems: [...(line.kind === 'invalid' ? line.findings : []), ...problems],
  });
}

/** Runs a job under its budget and under the exit guard. */
function start(
  face: Pick<Job, 'host' | 'command' | 'rawInputs' | 'operands' | 'options' | 'workspace'> & {
    /** What is wrong before anything was begun. */
    readonly problems: readonly Finding[];
    /** Absolute; default: toolCacheDirectory. */
    readonly toolCache?: string;
  },
): void {
  const clock = createClock();
  const files = createFiles({ os: platform(), clock, isRoot: process.getuid?.() === 0 });
  const machines: (Machine & { close(): void })[] = [];
  const events: Event[] = [];
  const secrets = secretValues(face.rawInputs);
  for (const secret of secrets) face.host.mask(secret);
  const stop = new AbortController();
  const host = pushAfterwards(face.host, {
    gateway: face.rawInputs['metrics-pushgateway'],
    env: process.env,
    goVersion: face.rawInputs['go-version'],
    openNet: () => (machines.at(-1) ?? job.openMachine(unjudged(face.rawInputs))).net,
    isLate: () => stop.signal.aborted,
    streams: process,
  });
  const [problem, ...more] = face.problems;
  const job: Job = {
    ...face,
    ...(problem === undefined ? {} : { usage: [problem, ...more] }),
    host,
    events,
    secrets,
    clock,
    files,
    env: Object.freeze({ ...process.env }),
    hostPlatform: hostPlatform(),
    openStandardInput: () => process.stdin,
    log: SUM_GOLANG_ORG,
    signer: {
      fingerprint: GOOGLE_LINUX_PACKAGES,
      readBlock: () => files.read(join(DISTRIBUTION, 'google-linux-packages-key.asc'), LIMITS.keyBlockBytes),
    },
    readTrustedRoot: () => files.read(join(DISTRIBUTION, 'sigstore-trusted-root.json'), LIMITS.trustedRootBytes),
    readTable: () => files.read(join(DISTRIBUTION, 'releases.json'), LIMITS.releaseTableBytes),
    openMachine: settings => {
      const machine = openMachine(process, {
        ...settings,
        files,
        clock,
        toolCachePath: face.toolCache ?? toolCacheDirectory(process.env),
      });
      machines.push(machine);
      return machine;
    },
  };
  const isRun = face.command === 'run';
  // A command of the user's takes as long as it takes, unless a budget was named for it.
  const usualMs = isRun ? Number.POSITIVE_INFINITY : LIMITS.totalMs;
  const timeoutMs = parseDurationMs(face.rawInputs['timeout']?.trim() ?? '') ?? usualMs;
  superviseRun(
    { process: endingPromptly(process), host, events, timeoutMs, stop, writeSync: writeLast, leavesSignals: isRun },
    async (signal, supervised) => {
      try {
        return await run({ ...job, host: supervised }, signal);
      } finally {
        for (const machine of machines) machine.close();
      }
    },
  );
}

/** For a run that ended before its inputs were judged. Where `offline` is not plainly off, no packet leaves. */
function unjudged(rawInputs: Job['rawInputs']): MachineSettings {
  return { caPem: undefined, offline: !isOff(rawInputs['offline']?.trim() || 'false'), allowDirect: false };
}

/** What must be in no output, whatever else happens. Userinfo of URLs is hidden by domain/redact.ts. */
function secretValues(rawInputs: Job['rawInputs']): readonly string[] {
  // GitLab masks only what a user has marked; its job token reads every project that this one may read.
  const values = [rawInputs['token'], rawInputs['source-token'], process.env['CI_JOB_TOKEN']];
  const named = values.flatMap(value => (value?.trim() ? [value.trim()] : []));
  return [...named, ...gatewaySecrets(rawInputs['metrics-pushgateway'] ?? '')];
}

function writeLast(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // Nobody is left to tell.
  }
}

/** Not before this file has been evaluated to its end, for the other files of the bundle take exports from it. */
process.nextTick(() => {
  try {
    main();
  } catch (error) {
    // Before there is a run that could tell it. The exit code is 70 already.
    writeLast(bareWords(error, process.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'terminal'));
  }
});
