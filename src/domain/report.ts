import type { CacheOutcome } from './cache-entry.ts';
import type { Code } from './catalogue.ts';
import type { ExitCode } from './catalogue-entry.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { AttemptEnd, Outcome, Phase, VersionOrigin } from './event.ts';
import type { ExportedFile } from './exported-file.ts';
import type { Finding } from './finding.ts';
import type { LogReport } from './log-report.ts';
import type { Proof } from './proof.ts';
import type { RepairOutcome } from './repair.ts';
import type { Preflight } from './rule.ts';
import type { SourcesHealth } from './source-health.ts';
import type { WorkspaceSbom } from './workspace-sbom.ts';

export const REPORT_SCHEMA = 'setup-go-robust/report@1';

export interface ReportAttempt {
  readonly source: string;
  /** Redacted. */
  readonly url: string;
  readonly startMs: number;
  readonly firstByteMs?: number;
  readonly endMs?: number;
  readonly bytes: number;
  readonly end: AttemptEnd | 'running';
  readonly code?: Code;
}

export interface ReportPhase {
  readonly phase: Phase;
  readonly startMs: number;
  readonly endMs: number;
}

export interface Cause {
  readonly code: Code;
  readonly confidence: 'certain' | 'likely' | 'possible';
  readonly verdict: 'cause' | 'likely' | 'undetermined';
  /** From the root to the symptom. */
  readonly chain: readonly Code[];
  readonly ruledOut: readonly Code[];
}

/** The result of a run as data; every other output is made from it alone (docs/reports.md). */
export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly outcome: Outcome;
  readonly command: string;
  readonly product: string;
  /** `2026-11-21T08:00:00Z`, by the clock of the machine; absent where nobody told it. */
  readonly startedAt?: string;
  readonly go: { readonly version: string; readonly root: string; readonly bin: string; readonly gopath?: string } | null;
  readonly request:
    | ({ readonly spec: string } & { readonly origin: VersionOrigin['kind']; readonly file?: string; readonly line?: number })
    | null;
  readonly resolved: { readonly version: string; readonly platform: string; readonly learntFrom: readonly string[] } | null;
  readonly installedFrom: string | null;
  readonly proof: Proof | null;
  readonly listings: readonly {
    readonly source: string;
    readonly url: string;
    readonly ms: number;
    readonly count?: number;
    readonly code?: Code;
  }[];
  readonly attempts: readonly ReportAttempt[];
  readonly findings: readonly Finding[];
  readonly cause: Cause | null;
  /** Modules and build results that were restored; absent where the platform offers no cache. */
  readonly caches?: readonly CacheOutcome[];
  /** Checks of the project and of the environment; absent where none were made. */
  readonly preflight?: Preflight;
  /** The log that was read, or the command that was run; absent for other commands. */
  readonly log?: LogReport;
  /** What probes saw and what follows from it; absent where nobody looked. */
  readonly diagnosis?: Diagnosis;
  /** What `mirror export` left in its directory; absent for every other command. */
  readonly exported?: { readonly directory: string; readonly files: readonly ExportedFile[] };
  /** Repairs of what was diagnosed, told or tried; absent where there is none. */
  readonly repairs?: readonly RepairOutcome[];
  /** What each source was seen to do; absent for other commands than `sources`. */
  readonly sources?: SourcesHealth;
  /** Every time that a phase was walked, in the order of beginning; milliseconds since the run began. Absent without any. */
  readonly phases?: readonly ReportPhase[];
  /** What the user's SBOM tool made of the workspace; absent where none was run, or it failed. */
  readonly workspaceSbom?: WorkspaceSbom;
  /** Milliseconds by phase, and `total`. */
  readonly timings: Readonly<Record<string, number>>;
  /** What the process ends with; for `run` the class of the cause, while the process ends with the code of the command. */
  readonly exitCode: ExitCode;
}

/** What the process ends with. */
export function processExitCode({ log, exitCode }: Pick<Report, 'log' | 'exitCode'>): number {
  return log?.exitCode ?? exitCode;
}
