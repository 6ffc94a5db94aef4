import type { Code } from '../domain/catalogue.ts';
import { Failure, failure } from '../domain/failure.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Expectation } from '../domain/proof.ts';
import { makeReceipt } from '../verify/receipt.ts';
import type { RecordQuestion } from '../verify/record-proof.ts';
import type { Wire } from './exchange.ts';
import { askServer, type ChecksumServer, type ServerAnswer } from './sumdb-server.ts';

export interface LookUpRequest extends RecordQuestion {
  readonly wire: Wire;
  /** In the order of asking. */
  readonly servers: readonly ChecksumServer[];
}

export interface ServerFailure {
  /** Id of the server. */
  readonly server: string;
  readonly failure: Failure;
}

export interface LookUpResult {
  readonly expectation: Expectation;
  /** Text to store beside the installed tree (verify/receipt.ts). */
  readonly receipt: string;
  /** Id of the server that answered. */
  readonly server: string;
  readonly tileCount: number;
  readonly ms: number;
  /** What the servers before it did; a forged answer among them deserves to be told. */
  readonly failures: readonly ServerFailure[];
}

/** Answers that somebody made up: they come first when all fails. */
const FORGED: readonly Code[] = ['SUM.FORK', 'SUM.RECORD', 'SUM.PROOF', 'SUM.NOTE'];

/**
 * Asks the checksum database for the tree hash of a toolchain, at one server after the other until one proves it. Any
 * error leads on to the next: answers authenticate themselves, so no server needs to be believed (cmd/go goes on only
 * after 404 and 410). Settings that switch off Go's own check (GOSUMDB, GONOSUMDB, GOPRIVATE) are not looked at.
 *
 * Throws Failure when no server could: its first finding is the forged answer if there was one, else SUM.NOT_FOUND if a
 * server said that the release is not there, else SUM.UNREACHABLE; what each server did follows. Rejects with the
 * signal's reason when aborted. Takes at most LIMITS.sumdbTotalMs.
 */
export async function lookUp(request: LookUpRequest, signal: AbortSignal): Promise<LookUpResult> {
  const { clock } = request.wire;
  const startMs = clock.monotonic();
  const failures: ServerFailure[] = [];
  for (const [index, server] of request.servers.entries()) {
    const leftMs = LIMITS.sumdbTotalMs - (clock.monotonic() - startMs);
    if (leftMs <= 0) break;
    // A fair share of what is left: slow proxies in front must not use up the time of the database itself.
    const budgetMs = Math.min(LIMITS.sumdbServerMs, leftMs / (request.servers.length - index));
    const answer = await answerOrFailure({ ...request, server, budgetMs }, signal);
    if (answer instanceof Failure) {
      failures.push({ server: server.id, failure: answer });
      continue;
    }
    return {
      expectation: answer.expectation,
      receipt: makeReceipt(answer.proof, request.moduleName),
      server: server.id,
      tileCount: answer.tileCount,
      ms: clock.monotonic() - startMs,
      failures,
    };
  }
  throw summary(request, failures);
}

/** One server within its budget. Only an abort from outside, or a defect, is thrown. */
async function answerOrFailure(
  question: LookUpRequest & { readonly server: ChecksumServer; readonly budgetMs: number },
  signal: AbortSignal,
): Promise<ServerAnswer | Failure> {
  signal.throwIfAborted();
  const { server, budgetMs } = question;
  const late = new AbortController();
  const finished = new AbortController();
  question.wire.clock.sleep(budgetMs, finished.signal).then(
    () => late.abort(failure('SUM.UNREACHABLE', { subject: server.id, evidence: { 'budget ms': budgetMs } })),
    () => undefined,
  );
  try {
    return await askServer(question, AbortSignal.any([signal, late.signal]));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Failure) return error;
    throw error;
  } finally {
    finished.abort();
  }
}

function summary(request: LookUpRequest, failures: readonly ServerFailure[]): Failure {
  const all = failures.flatMap(({ failure }) => failure.findings);
  const forged = FORGED.flatMap(code => all.filter(found => found.code === code));
  const [worst, ...otherForged] = forged;
  if (worst !== undefined) return new Failure([worst, ...otherForged, ...all.filter(found => !forged.includes(found))]);
  const absent = all.filter(({ code }) => code === 'SUM.NOT_FOUND');
  const rest = all.filter(({ code }) => code !== 'SUM.NOT_FOUND');
  return new Failure([absent.length > 0 ? notFound(request, absent) : unreachable(request, failures), ...rest]);
}

function notFound(request: LookUpRequest, absent: readonly Finding[]): Finding {
  const isCertain = absent.some(({ confidence }) => confidence === 'certain');
  return finding('SUM.NOT_FOUND', {
    subject: request.moduleName,
    confidence: isCertain ? 'certain' : 'possible',
    evidence: Object.fromEntries(absent.map(({ subject, evidence }) => [subject, evidence.at(-1)?.value])),
    ...(isCertain ? {} : { message: 'The checksum database refuses this release, or does not know it' }),
  });
}

function unreachable(request: LookUpRequest, failures: readonly ServerFailure[]): Finding {
  const codes = failures.map(({ server, failure }) => [server, failure.code] as const);
  const unasked = request.servers.slice(failures.length).map(({ id }) => [id, 'not asked, the time was used up'] as const);
  const evidence = Object.fromEntries([...codes, ...unasked]);
  return finding('SUM.UNREACHABLE', { subject: request.moduleName, evidence });
}
