import { type LookUpResult, lookUp } from '../acquire/checksum-database.ts';
import type { Code } from '../domain/catalogue.ts';
import { Failure, failure } from '../domain/failure.ts';
import type { Finding, Fix } from '../domain/finding.ts';
import type { ChecksumPin } from '../domain/inputs.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Expectation, SignatureHash } from '../domain/proof.ts';
import type { Candidate } from '../domain/source.ts';
import type { GoVersion } from '../domain/version.ts';
import { isTemporary } from '../policy/backoff.ts';
import { moduleName } from '../verify/tree-hash.ts';
import type { Context } from './context.ts';
import { findReceipt } from './exported-receipts.ts';
import { listedExpectation } from './listed-checksum.ts';
import { once } from './once.ts';
import type { Sources } from './sources.ts';

/** What may vouch for one release on this platform. Each root is asked when it is first needed, and once, unless askAgain is called. */
export interface Proofs {
  /** What the whole archive of a candidate must hash to; undefined when only its tree can be proved. */
  ofFile(candidate: Candidate): Promise<Expectation | undefined>;
  /** With what an archive of this candidate must be hashed beside SHA-256, because a signature may yet decide. Asked when bytes come. */
  signatureHashes?(candidate: Candidate): readonly SignatureHash[];
  /** Whether anybody may compare the tree hash of an archive whose whole file this expectation covers. */
  wantsTree(file: Expectation | undefined): boolean;
  /** Ids of the sources that have answered as servers of the checksum database. */
  shownAlive?(): readonly string[];
  /** All that an archive of this candidate may be judged by; never empty. Throws Failure SUM.*, or PGP.*, when nothing vouches for it. */
  ofArchive(candidate: Candidate): Promise<readonly Expectation[]>;
  /** All that an installed tree may be judged by; never empty. Throws as ofArchive. */
  ofInstalled(): Promise<readonly Expectation[]>;
  /** What proves the tree offline later; undefined when the checksum database did not vouch for it, or not soon enough. */
  receipt(): Promise<string | undefined>;
  /** Why only a signature could still vouch for an archive, once the checksum database is known to be out of reach; else undefined. */
  unreachable?(candidate: Candidate): Promise<Failure | undefined>;
  /** Findings about the servers of the checksum database, where it could not be reached for a moment only; empty otherwise. */
  momentary?(): readonly Finding[];
  /** Lets the checksum database be asked once more, when it is needed again, if it could not be reached. */
  askAgain?(): void;
}

export interface Release {
  readonly sources: Sources;
  readonly version: GoVersion;
}

export function openProofs(context: Context, release: Release, signal: AbortSignal): Proofs {
  const { inputs, machine } = context;
  const pin = inputs.checksum;
  /** Why the database did not vouch for the release, once it is known. */
  let unvouched: Failure | undefined;
  let recordedBy: string | undefined;
  const ask = () =>
    once(async () => {
      const found = await settle(askDatabase(context, release, signal));
      unvouched = found.failure;
      recordedBy = found.value?.server;
      return found;
    });
  let record = ask();
  const openAll = () => once(async () => (await import('./signatures.ts')).openSignatures(context, release, signal));
  let signatures = openAll();
  const grace = once(() => machine.clock.sleep(LIMITS.proofGraceMs, signal));
  // Where something else suffices, a database that is slow or out of reach must not cost time: one grace for the whole release.
  const recordSoon = async () => (await Promise.race([record(), grace()])) ?? undefined;

  const ofFile: Proofs['ofFile'] = async candidate => {
    if (pin?.kind === 'sha256') return pinned(pin, candidate.fileName);
    return candidate.layout === 'release' ? (await context.releaseTable())?.expectation(candidate.fileName) : undefined;
  };
  const signatureOf = async (candidate: Candidate, reason: Failure) => {
    if (!isSignable(candidate) || !WORDLESS.includes(reason.code)) return undefined;
    return (await signatures()).of(candidate);
  };
  const ofTree = async (): Promise<Expectation> => {
    const { value, failure: reason } = await record();
    if (value === undefined) throw reason;
    return value.expectation;
  };

  return {
    ofFile,
    signatureHashes: candidate => (pin === undefined && recordedBy === undefined && isSignable(candidate) ? SLOWER_HASHES : []),
    shownAlive: () => sourcesAt(release, recordedBy),
    // A build of the user's own keeps its tree hash, whatever vouched for the file.
    wantsTree: file => !(unvouched !== undefined && file?.kind === 'release-table'),
    async ofArchive(candidate) {
      if (pin !== undefined) return [pinned(pin, candidate.fileName)];
      const file = await ofFile(candidate);
      if (file !== undefined) return besideRecord(file, { found: await recordSoon(), candidate });
      const { value, failure: reason } = await record();
      if (value !== undefined) return [value.expectation];
      const signed = await signatureOf(candidate, reason);
      if (signed?.expectation !== undefined) return [signed.expectation];
      const listed = inputs.verification === 'source' ? await listedExpectation(context, candidate, signal) : undefined;
      if (listed === undefined) throw withSignatures(isOwnSource(inputs) ? withPrivateFixes(reason) : reason, signed?.none);
      return [listed];
    },
    ofInstalled: async () => [pin?.kind === 'h1' ? pinned(pin, '') : await ofTree()],
    receipt: async () => (pin === undefined ? (await recordSoon())?.value?.receipt : undefined),
    async unreachable(candidate) {
      if (pin !== undefined || !isSignable(candidate) || (await ofFile(candidate)) !== undefined) return undefined;
      const { failure: reason } = await record();
      return reason?.code === 'SUM.UNREACHABLE' ? reason : undefined;
    },
    momentary: () => (unvouched?.code === 'SUM.UNREACHABLE' ? unvouched.findings.filter(isTemporary) : []),
    askAgain: () => {
      if (unvouched?.code !== 'SUM.UNREACHABLE') return;
      unvouched = undefined;
      record = ask();
      signatures = openAll();
    },
  };
}

/** Ids of the sources at the address of this server of the database: a module proxy is both. */
function sourcesAt({ sources }: Release, server: string | undefined): readonly string[] {
  return sources.archives.filter(({ title }) => title === server).map(({ id }) => id);
}

/** A proof of the file, and that of the tree where it came in time. */
function besideRecord(
  file: Expectation,
  beside: {
    readonly found:
      | { readonly value?: { readonly expectation: Expectation } | undefined; readonly failure?: Failure | undefined }
      | undefined;
    readonly candidate: Candidate;
  },
): readonly Expectation[] {
  const { found, candidate } = beside;
  if (found?.failure !== undefined && isDirectoryChanged(found.failure, candidate)) throw found.failure;
  return found?.value === undefined ? [file] : [found.value.expectation, file];
}

/** Whether this candidate stands beside a receipt that was changed since the export: then nothing of that directory is used. */
function isDirectoryChanged({ findings }: Failure, { sourceId }: Candidate): boolean {
  return findings.some(({ code, subject }) => code === 'MIRROR.CHANGED' && subject === sourceId);
}

/** Codes of a database that had nothing to say. After an answer that is forged, nobody else is asked. */
const WORDLESS: readonly Code[] = ['SUM.UNREACHABLE', 'SUM.NOT_FOUND', 'SUM.GARBAGE'];

const SLOWER_HASHES: readonly SignatureHash[] = ['sha384', 'sha512'];

/** The Go project signs the archives `.tar.gz`, and neither zip files nor modules. */
function isSignable({ layout, format }: Candidate): boolean {
  return layout === 'release' && format === 'tar.gz';
}

/** What the sources said to the question for a signature. */
function withSignatures(reason: Failure, none: string | undefined): Failure {
  if (none === undefined) return reason;
  const [first, ...rest] = reason.findings;
  return new Failure([{ ...first, evidence: [...first.evidence, { name: 'signatures', value: none }] }, ...rest]);
}

/** Whether every source is an address that the user gave: such a source may have builds of its own. */
export function isOwnSource({ sources }: Context['inputs']): boolean {
  return sources.length > 0 && sources.every(({ kind }) => kind !== 'id');
}

function withPrivateFixes(reason: Failure): Failure {
  const [first, ...rest] = reason.findings;
  return first.code === 'SUM.NOT_FOUND'
    ? new Failure([{ ...first, fixes: [...first.fixes, ...PRIVATE_FIXES] }, ...rest])
    : reason;
}

async function askDatabase(context: Context, { sources, version }: Release, signal: AbortSignal): Promise<LookUpResult> {
  const { inputs, platform, log, machine, emit } = context;
  const name = moduleName(version, platform);
  const ask = async (): Promise<LookUpResult> => {
    if (inputs.offline) throw failure('SUM.UNREACHABLE', { subject: name, evidence: { reason: 'offline' } });
    return lookUp({ wire: machine, servers: sources.checksum, log, moduleName: name }, signal);
  };
  try {
    const exported = await findReceipt(context, { places: sources.receipts, version }, signal);
    const found = exported.found ?? (await afterReceipts(context, exported.refused, ask));
    const { kind, root, value, detail } = found.expectation;
    emit({
      type: 'proof-found',
      proof: { kind, root, value, detail: `${detail}, by ${found.server}` },
      ms: Math.round(found.ms),
    });
    return found;
  } catch (error) {
    if (error instanceof Failure && !signal.aborted) emit({ type: 'proof-missing', finding: error.finding });
    throw error;
  }
}

/**
 * What the database says where no receipt was of use. A receipt that is wrong is told in any case, and is the cause where nobody else
 * vouches.
 */
async function afterReceipts<T>({ emit }: Context, refused: readonly Finding[], ask: () => Promise<T>): Promise<T> {
  const [first, ...others] = refused;
  if (first === undefined) return ask();
  try {
    const found = await ask();
    for (const finding of refused) emit({ type: 'finding', finding: { ...finding, severity: 'warning' } });
    return found;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure([first, ...others, ...error.findings], error);
  }
}

/** What lets a build be installed that the Go project did not make. */
export const PRIVATE_FIXES: readonly [Fix, Fix] = [
  { title: 'Accept what the source itself lists', kind: 'setting', text: 'verification: source', risk: 'high' },
  { title: 'Pin the build', kind: 'setting', text: 'checksum: sha256:<64 hexadecimal digits>', risk: 'none' },
];

export function pinned(pin: ChecksumPin, fileName: string): Expectation {
  const common = { kind: 'pinned-checksum', root: 'checksum input', detail: 'pinned by the user' } as const;
  return pin.kind === 'h1' ? { ...common, over: 'tree', value: pin.text } : { ...common, over: 'file', fileName, value: pin.hex };
}

/** Turns a Failure into a value, so that nothing rejects while nobody awaits it. What is no Failure still rejects. */
async function settle<T>(
  promise: Promise<T>,
): Promise<{ readonly value: T; readonly failure?: undefined } | { readonly value?: undefined; readonly failure: Failure }> {
  try {
    return { value: await promise };
  } catch (error) {
    if (error instanceof Failure) return { failure: error };
    throw error;
  }
}
