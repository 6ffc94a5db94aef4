import type { CacheOutcome } from './cache-entry.ts';
import type { Code } from './catalogue.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { ExportedFile } from './exported-file.ts';
import type { ConnectionFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { LogReport } from './log-report.ts';
import type { Proof } from './proof.ts';
import type { RepairOutcome } from './repair.ts';
import type { Preflight } from './rule.ts';
import type { SourcesHealth } from './source-health.ts';
import type { WorkspaceSbom } from './workspace-sbom.ts';

export type Phase = 'resolve' | 'lookup' | 'acquire' | 'check' | 'apply' | 'cache' | 'preflight' | 'diagnose';

/** Where the version request came from. */
export interface VersionOrigin {
  readonly kind: 'input' | 'file' | 'default';
  readonly file?: string;
  readonly line?: number;
}

/** How an attempt at one source ended; `shared`: it delivered a part, and another source delivered more. */
export type AttemptEnd = 'won' | 'shared' | 'lost' | 'failed' | 'skipped';

/**
 * Everything that can happen. Rooms emit; the face prints while it happens, and the report is a fold over the same list,
 * so log, summary and report cannot disagree. `atMs` is milliseconds since the run began.
 */
export type Event = { readonly atMs: number } & EventBody;

export type EventBody =
  /** `nowMs`: milliseconds since 1970. */
  | { readonly type: 'run-started'; readonly command: string; readonly product: string; readonly nowMs?: number }
  | { readonly type: 'phase-started'; readonly phase: Phase }
  | { readonly type: 'phase-ended'; readonly phase: Phase }
  | { readonly type: 'requested'; readonly spec: string; readonly origin: VersionOrigin }
  | {
      readonly type: 'listing-read';
      readonly source: string;
      readonly url: string;
      readonly ms: number;
      readonly count?: number;
      readonly code?: Code;
    }
  | { readonly type: 'resolved'; readonly version: string; readonly platform: string; readonly learntFrom: readonly string[] }
  | { readonly type: 'proof-found'; readonly proof: Proof; readonly ms: number }
  | { readonly type: 'proof-missing'; readonly finding: Finding }
  | { readonly type: 'attempt-started'; readonly attempt: number; readonly source: string; readonly url: string }
  | { readonly type: 'attempt-answered'; readonly attempt: number; readonly sizeBytes?: number; readonly facts?: ConnectionFacts }
  | { readonly type: 'attempt-progress'; readonly attempt: number; readonly bytes: number; readonly sizeBytes?: number }
  | {
      readonly type: 'attempt-ended';
      readonly attempt: number;
      readonly end: AttemptEnd;
      readonly bytes: number;
      readonly finding?: Finding;
    }
  /** The beginning of a file that was kept on the disk is used; `dropped`: it was of no use, and all is fetched. */
  | { readonly type: 'kept-part'; readonly use: 'resumed' | 'dropped'; readonly bytes: number; readonly code?: Code }
  | { readonly type: 'proved'; readonly proof: Proof }
  | { readonly type: 'lock-waiting'; readonly holder: string }
  | { readonly type: 'finding'; readonly finding: Finding }
  | {
      readonly type: 'toolchain-ready';
      readonly version: string;
      readonly root: string;
      readonly bin: string;
      /** First entry of GOPATH; undefined when Go cannot tell. */
      readonly gopath?: string;
      /** `path`: the Go that was on PATH already. */
      readonly from: 'tool-cache' | 'download' | 'path';
    }
  /** All archives of an exported directory, each proved in this run. */
  | { readonly type: 'exported'; readonly directory: string; readonly files: readonly ExportedFile[] }
  /** The user's SBOM tool has described the workspace. */
  | ({ readonly type: 'workspace-sbom' } & WorkspaceSbom)
  | ({ readonly type: 'cache' } & CacheOutcome)
  | ({ readonly type: 'preflight' } & Preflight)
  /** `findings`: what the log shows, the likeliest cause first. */
  | { readonly type: 'log-read'; readonly log: LogReport; readonly findings: readonly Finding[] }
  | ({ readonly type: 'diagnosis' } & Diagnosis)
  | ({ readonly type: 'sources' } & SourcesHealth)
  /** A repair is tried from here on; what happens until its `repair` is undone where it did not help, and is not part of the report then. */
  | { readonly type: 'repair-tried'; readonly repair: string; readonly title: string }
  | ({ readonly type: 'repair' } & RepairOutcome)
  | { readonly type: 'run-ended'; readonly outcome: Outcome; readonly findings: readonly Finding[] };

/** `installed`: downloaded now. `cached`: was in the tool cache and was proved. `ok`: a command without installation. */
export type Outcome = 'installed' | 'cached' | 'ok' | 'failed';

/** Emitting adds the time and redacts; rooms see only this. */
export type Emit = (event: EventBody) => void;
