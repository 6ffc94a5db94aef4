import { fetchBytes } from '../acquire/exchange.ts';
import { Failure } from '../domain/failure.ts';
import { LIMITS, METADATA_PHASES } from '../domain/limits.ts';
import type { SignedExpectation } from '../domain/proof.ts';
import type { Candidate } from '../domain/source.ts';
import { versionText } from '../domain/version.ts';
import { openSignature } from '../verify/openpgp.ts';
import { type KeyRing, readKeyRing } from '../verify/openpgp-key-ring.ts';
import { notReleasedBefore } from '../verify/release-bound.ts';
import type { Context } from './context.ts';
import { requiredPathOf } from './local-path.ts';
import { once } from './once.ts';
import type { Release } from './proofs.ts';

/** What the signatures beside the archives of one release say. Each address is asked once. */
export interface Signatures {
  /**
   * Who signed an archive of this candidate: by the `.asc` beside it, else by that of any other source, for it proves itself. Where
   * there is none, or only those of keys that are not known here, `none` says what each source had; such a key is a warning of the
   * run. Throws PGP.BAD_SIGNATURE, PGP.EXPIRED_SUBKEY or PGP.OLD_SIGNATURE where there are only such.
   */
  of(
    candidate: Candidate,
  ): Promise<
    | { readonly expectation: SignedExpectation; readonly asc: Uint8Array; readonly none?: undefined }
    | { readonly expectation?: undefined; readonly none: string }
  >;
}

interface Answer {
  readonly sourceId: string;
  readonly signed?: { readonly expectation: SignedExpectation; readonly asc: Uint8Array };
  readonly failure?: Failure;
}

export function openSignatures(context: Context, release: Release, signal: AbortSignal): Signatures {
  const ring = once(() => readRing(context));
  const asked = new Map<string, () => Promise<Answer>>();
  const ask = (candidate: Candidate): Promise<Answer> => {
    // A signal of its own: Node warns when more than ten listen to one.
    const answer = asked.get(candidate.url) ?? once(() => read(context, { candidate, release, ring }, AbortSignal.any([signal])));
    asked.set(candidate.url, answer);
    return answer();
  };
  return {
    async of(candidate) {
      const own = await ask(candidate);
      // A source is judged by its own signature where that is right, so that nobody else's can be held against it.
      const others = own.signed === undefined ? await Promise.all(elsewhere(context, release, candidate).map(ask)) : [];
      const answers = [own, ...others];
      const signed = answers.find(answer => answer.signed !== undefined)?.signed;
      if (signed !== undefined) return signed;
      const refused = answers.flatMap(({ failure }) => failure ?? []).find(({ code }) => REFUSALS.includes(code));
      if (refused !== undefined) throw refused;
      return { none: answers.map(({ sourceId, failure }) => `${sourceId} ${failure?.code}`).join(', ') };
    },
  };
}

/** Signatures that are there and speak against the archive; the other codes mean that there is none of use. */
const REFUSALS: readonly Failure['code'][] = ['PGP.BAD_SIGNATURE', 'PGP.EXPIRED_SUBKEY', 'PGP.OLD_SIGNATURE'];

/** Other addresses at which the same file should stand. */
function elsewhere({ platform, inputs }: Context, { sources, version }: Release, candidate: Candidate): readonly Candidate[] {
  return sources.archives
    .flatMap(source => source.candidate(version, platform) ?? [])
    .filter(other => other.fileName === candidate.fileName && other.layout === candidate.layout && other.url !== candidate.url)
    .filter(({ url }) => !inputs.offline || url.startsWith('file:'));
}

/** The shipped block; undefined, with a warning, when it is not there or damaged. */
async function readRing({ signer, emit }: Context): Promise<KeyRing | undefined> {
  try {
    return readKeyRing(await signer.readBlock(), signer.fingerprint);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    emit({ type: 'finding', finding: { ...error.finding, subject: 'key block', severity: 'warning' } });
    return undefined;
  }
}

interface Question {
  readonly candidate: Candidate;
  readonly release: Release;
  readonly ring: () => Promise<KeyRing | undefined>;
}

async function read(context: Context, { candidate, release, ring }: Question, signal: AbortSignal): Promise<Answer> {
  const { sourceId, fileName } = candidate;
  try {
    const asc = await bytesOf(context, candidate, signal);
    const known = await ring();
    if (known === undefined) return { sourceId };
    const { version } = release;
    const notBefore = notReleasedBefore(version, await context.releaseTable());
    const expectation = openSignature(asc, known, { fileName, release: `go${versionText(version)}`, notBefore });
    const { kind, root, value, detail, hash } = expectation;
    context.emit({
      type: 'proof-found',
      proof: { kind, root, value: `${hash}:${value}`, detail: `${detail}, at ${sourceId}` },
      ms: 0,
    });
    return { sourceId, signed: { expectation, asc } };
  } catch (error) {
    if (!(error instanceof Failure) || signal.aborted) throw error;
    // What is wrong with a signature is worth telling even where another one turns out to be right.
    if (error.code.startsWith('PGP.')) {
      context.emit({ type: 'finding', finding: { ...error.finding, subject: sourceId, severity: 'warning' } });
    }
    return { sourceId, failure: error };
  }
}

async function bytesOf({ machine }: Context, { url, authorization }: Candidate, signal: AbortSignal): Promise<Buffer> {
  if (url.startsWith('file:')) return machine.files.read(`${requiredPathOf(url)}.asc`, LIMITS.sidecarBytes);
  const beside = new URL(url);
  beside.pathname += '.asc';
  const phases = { ...METADATA_PHASES, untilMs: machine.clock.monotonic() + LIMITS.signatureMs };
  const limits = { phases, maxBytes: LIMITS.sidecarBytes, totalMs: LIMITS.signatureMs };
  const { bytes } = await fetchBytes(
    machine,
    { url: beside.href, ...(authorization === undefined ? {} : { authorization }), ...limits },
    signal,
  );
  return bytes;
}
