import { isExposed, splitUserinfo } from './address.ts';
import { parseChecksumPin } from './checksum-pin.ts';
import { parseDurationMs } from './duration.ts';
import { type Finding, finding } from './finding.ts';
import { createInputReader, type InputReader, type RawInputs, unknownNames } from './input-reader.ts';
import { ARCHITECTURE_NAMES } from './platform.ts';
import { parseGateway } from './pushgateway.ts';
import { redactUrl } from './redact.ts';
import { fillTemplate, parseBaseUrl, parseSourceList } from './source-spec.ts';
import { type GoVersion, parseGoVersion } from './version.ts';
import { parseSpec } from './version-spec.ts';

/** One entry of the input `sources`, as written, before a registry knows it. */
export type SourceSpec =
  | { readonly kind: 'id'; readonly id: string }
  /** Flat layout: `<url>/<file>`; also `file:///directory`. */
  | { readonly kind: 'base'; readonly url: string }
  /** With `{file}`, or with `{version} {os} {arch} {ext}`. */
  | { readonly kind: 'template'; readonly template: string };

/** The user's own pin. */
export type ChecksumPin =
  | { readonly kind: 'sha256' /** 64 lower-case digits. */; readonly hex: string }
  | { readonly kind: 'h1' /** `h1:` and 44 base64 characters. */; readonly text: string };

/** What the user wants, judged and typed. Frozen. */
export interface Inputs {
  /** Trimmed; undefined when not given. */
  readonly goVersion: string | undefined;
  readonly goVersionFile: string | undefined;
  readonly checkLatest: boolean;
  readonly architecture: string | undefined;
  /** `auto` is the empty list. A list that was named is exclusive. */
  readonly sources: readonly SourceSpec[];
  readonly sourceToken: string | undefined;
  readonly verification: 'strict' | 'source';
  /** How the Go that this program put into the tool cache is proved again: by its seal (install/seal.ts), or by every byte. */
  readonly toolCacheProof: 'quick' | 'full';
  readonly checksum: ChecksumPin | undefined;
  readonly minGoVersion: GoVersion;
  /** What a blocking finding of preflight does. */
  readonly preflight: 'error' | 'warn' | 'off';
  readonly diagnose: 'on-failure' | 'always' | 'off';
  readonly repair: 'off' | 'plan' | 'safe';
  readonly workingDirectory: string;
  readonly gotoolchain: 'keep' | 'local' | 'auto';
  readonly timeoutMs: number;
  readonly offline: boolean;
  readonly caFile: string | undefined;
  readonly allowDirect: boolean;
  /** Restore modules and build results, and save them after the job. */
  readonly cache: boolean;
  /** Patterns, one on each line; undefined: all dependency files are looked for. */
  readonly cacheDependencyPath: string | undefined;
  readonly cacheMode: 'read-write' | 'read-only';
  readonly problemMatcher: boolean;
  readonly summary: 'always' | 'on-failure' | 'never';
  /** Undefined: the default of the host. */
  readonly reportDir: string | undefined;
  /** Of a Pushgateway; may hold userinfo. */
  readonly metricsPushgateway: string | undefined;
  /** A program that describes the workspace, after Go is installed. */
  readonly sbomTool: string | undefined;
  /** `--dest` of the command line: install there, not into the tool cache. */
  readonly destination: string | undefined;
}

/** What the face hands over besides the inputs. */
export interface InputContext {
  readonly env: { readonly GO_DOWNLOAD_BASE_URL?: string | undefined };
  /** The ids that `sources` may name (SOURCE_IDS of the source registry). */
  readonly sourceIds: readonly string[];
}

/**
 * Judges all inputs together. Absent, empty and blank mean the default. Otherwise one finding for each fault, with the name of
 * the input as subject: INPUT.UNKNOWN_OPTION, INPUT.INVALID, INPUT.VERSION, INPUT.SOURCE, INPUT.CHECKSUM, INPUT.TIMEOUT,
 * INPUT.PLATFORM, HTTP.INSECURE_TOKEN. Secrets are in no finding.
 */
export function parseInputs(
  raw: RawInputs,
  context: InputContext,
): { readonly inputs: Inputs } | { readonly findings: readonly [Finding, ...Finding[]] } {
  const findings = unknownNames(raw);
  const reader = createInputReader(raw, findings);
  const { text, optional, flag, choice } = reader;
  const inputs: Inputs = {
    goVersion: judgeGoVersion(reader),
    goVersionFile: optional('go-version-file'),
    checkLatest: flag('check-latest'),
    architecture: judgeArchitecture(reader),
    sources: judgeSources({ reader, context, findings }),
    sourceToken: optional('source-token'),
    verification: choice('verification', ['strict', 'source']),
    toolCacheProof: choice('tool-cache-proof', ['quick', 'full']),
    checksum: judgeChecksum(reader),
    minGoVersion: judgeMinimum(reader),
    preflight: choice('preflight', ['error', 'warn', 'off']),
    diagnose: choice('diagnose', ['on-failure', 'always', 'off']),
    repair: choice('repair', ['off', 'plan', 'safe']),
    workingDirectory: text('working-directory'),
    gotoolchain: choice('gotoolchain', ['keep', 'local', 'auto']),
    timeoutMs: judgeTimeoutMs(reader),
    offline: flag('offline'),
    caFile: optional('ca-file'),
    allowDirect: flag('allow-direct'),
    cache: flag('cache'),
    cacheDependencyPath: optional('cache-dependency-path'),
    cacheMode: choice('cache-mode', ['read-write', 'read-only']),
    problemMatcher: flag('problem-matcher'),
    summary: choice('summary', ['always', 'on-failure', 'never']),
    reportDir: optional('report-dir'),
    metricsPushgateway: judgeGateway(reader),
    sbomTool: optional('sbom-tool'),
    destination: optional('dest'),
  };
  const [first, ...rest] = findings;
  return first === undefined ? { inputs: Object.freeze(inputs) } : { findings: [first, ...rest] };
}

function judgeGoVersion({ optional, refuse }: InputReader): string | undefined {
  const got = optional('go-version');
  if (got === undefined || parseSpec(got) !== undefined) return got;
  const accepted = 'a version such as 1.26.8 or 1.27rc1, a line such as 1.26, an npm range, stable, oldstable or latest';
  refuse('go-version', { code: 'INPUT.VERSION', got, accepted });
  return undefined;
}

function judgeArchitecture({ optional, refuse }: InputReader): string | undefined {
  const got = optional('architecture');
  if (got !== undefined && !ARCHITECTURE_NAMES.includes(got.toLowerCase())) {
    refuse('architecture', { code: 'INPUT.PLATFORM', got, accepted: ARCHITECTURE_NAMES.join(', ') });
  }
  return got;
}

function judgeChecksum({ optional, refuse }: InputReader): ChecksumPin | undefined {
  const got = optional('checksum');
  const pin = got === undefined ? undefined : parseChecksumPin(got);
  if (got !== undefined && pin === undefined) {
    const accepted = 'sha256: and 64 hexadecimal digits, or h1: and 44 base64 characters';
    refuse('checksum', { code: 'INPUT.CHECKSUM', got, accepted });
  }
  return pin;
}

function judgeMinimum({ text, refuse }: InputReader): GoVersion {
  const got = text('min-go-version');
  const minimum = parseGoVersion(got);
  if (minimum === undefined)
    refuse('min-go-version', { code: 'INPUT.INVALID', got, accepted: 'a version such as 1.21 or 1.24.3' });
  return minimum ?? { major: 0, minor: 0, patch: 0 };
}

function judgeTimeoutMs({ text, refuse }: InputReader): number {
  const got = text('timeout');
  const timeoutMs = parseDurationMs(got);
  if (timeoutMs === undefined)
    refuse('timeout', { code: 'INPUT.TIMEOUT', got, accepted: 'a duration up to 24h such as 90s, 10m or 1m30s' });
  return timeoutMs ?? 0;
}

function judgeGateway({ optional, refuse }: InputReader): string | undefined {
  const got = optional('metrics-pushgateway');
  if (got === undefined || parseGateway(got) !== undefined) return got;
  refuse('metrics-pushgateway', { code: 'INPUT.INVALID', got: redactUrl(got), accepted: 'an http or https URL' });
  return undefined;
}

/**
 * `go-download-base-url` is one exclusive source, and beats its variable. Naming `sources` as well contradicts it; the variable
 * is only ambient and gives way.
 */
function judgeSources(from: {
  readonly reader: InputReader;
  readonly context: InputContext;
  readonly findings: Finding[];
}): readonly SourceSpec[] {
  const { reader, context, findings } = from;
  const list = parseSourceList(reader.text('sources'), context.sourceIds);
  findings.push(...list.findings);
  const isNamed = list.specs.length > 0 || list.findings.length > 0;
  const input = reader.optional('go-download-base-url');
  const base = input ?? (context.env.GO_DOWNLOAD_BASE_URL?.trim() || undefined);
  if (isNamed && input !== undefined) {
    const got = redactUrl(input);
    const accepted = 'either go-download-base-url or sources, not both';
    reader.refuse('go-download-base-url', { code: 'INPUT.INVALID', got, accepted });
  }
  const specs = isNamed || base === undefined ? list.specs : baseUrlSpecs({ base, isInput: input !== undefined, findings });
  findings.push(...exposedCredentials(specs, reader.optional('source-token') !== undefined));
  return specs;
}

function baseUrlSpecs(from: {
  readonly base: string;
  readonly isInput: boolean;
  readonly findings: Finding[];
}): readonly SourceSpec[] {
  const read = parseBaseUrl(from.base, from.isInput ? 'go-download-base-url' : 'GO_DOWNLOAD_BASE_URL');
  if ('spec' in read) return [read.spec];
  from.findings.push(read.finding);
  return [];
}

/** Tokens and userinfo do not travel over plain http, except to this machine. */
function exposedCredentials(specs: readonly SourceSpec[], hasToken: boolean): Finding[] {
  return specs.flatMap(spec => {
    if (spec.kind === 'id') return [];
    const address =
      spec.kind === 'base' ? spec.url : fillTemplate(spec.template, { version: '', os: '', arch: '', ext: '', file: '' });
    const { url, authorization } = splitUserinfo(address);
    if (!isExposed(url) || (!hasToken && authorization === undefined)) return [];
    const subject = hasToken ? 'source-token' : 'sources';
    return [finding('HTTP.INSECURE_TOKEN', { subject, evidence: { source: redactUrl(url) } })];
  });
}
