import { Failure, failure } from '../domain/failure.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Expectation } from '../domain/proof.ts';
import { FORGED } from '../policy/fault.ts';
import { hedgeDelayMs } from '../policy/hedge.ts';
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
  /** What other servers did before it answered; a forged answer among them deserves to be told. */
  readonly failures: readonly ServerFailure[];
}

/**
 * Asks the checksum database for the tree hash of a toolchain, at one server after the other until one proves it: the next is asked
 * at once when one fails, and beside it when it is late (policy/hedge.ts). Any error leads on to the next: answers authenticate
 * themselves, so no server needs to be believed (cmd/go goes on only after 404 and 410). Settings that switch off Go's own check
 * (GOSUMDB, GONOSUMDB, GOPRIVATE) are not looked at.
 *
 * Throws Failure when no server could: its first finding is the forged answer if there was one, else SUM.NOT_FOUND if a
 * server said that the release is not there, else SUM.UNREACHABLE; what each server did follows, in the order of asking. Rejects with
 * the signal's reason when aborted. All servers are given up LIMITS.sumdbAnswerMs after the first question where none has answered;
 * one that answers slowly has LIMITS.sumdbServerMs.
 */
export async function lookUp(request: LookUpRequest, signal: AbortSignal): Promise<LookUpResult> {
  const { clock } = request.wire;
  const startMs = clock.monotonic();
  const answerUntilMs = startMs + LIMITS.sumdbAnswerMs;
  const over = new AbortController();
  const waiting = [...request.servers];
  const pending = new Map<ChecksumServer, Promise<Outcome>>();
  const failed = new Map<ChecksumServer, Failure>();
  const failures = (): readonly ServerFailure[] =>
    request.servers.flatMap(server => {
      const failure = failed.get(server);
      return failure === undefined ? [] : [{ server: server.id, failure }];
    });
  try {
    for (;;) {
      signal.throwIfAborted();
      const next = waiting.shift();
      if (next !== undefined) {
        const asked = ask({ ...request, server: next, answerUntilMs }, AbortSignal.any([signal, over.signal]));
        // It may end while nobody waits: after the first that proves the record.
        asked.catch(() => undefined);
        pending.set(next, asked);
      }
      if (pending.size === 0) throw summary(request, failures());
      const delayMs = hedgeDelayMs({
        pendingCount: pending.size,
        waitingCount: waiting.length,
        leftMs: answerUntilMs - clock.monotonic(),
      });
      const outcome = await firstOutcome(clock, pending, waiting.length === 0 ? undefined : delayMs);
      if (outcome === undefined) continue;
      const { server, answer } = outcome;
      pending.delete(server);
      if (!(answer instanceof Failure)) {
        const { expectation, proof, tileCount } = answer;
        const receipt = makeReceipt(proof, request.moduleName);
        return { expectation, receipt, server: server.id, tileCount, ms: clock.monotonic() - startMs, failures: failures() };
      }
      failed.set(server, answer);
    }
  } finally {
    over.abort(failure('BODY.RESET', { subject: request.moduleName, evidence: { reason: 'another server was faster' } }));
    await Promise.allSettled(pending.values());
  }
}

interface Outcome {
  readonly server: ChecksumServer;
  readonly answer: ServerAnswer | Failure;
}

/** The first that ends; undefined when it is time to ask the next. `delayMs` undefined: there is none. */
async function firstOutcome(
  clock: Wire['clock'],
  pending: ReadonlyMap<ChecksumServer, Promise<Outcome>>,
  delayMs: number | undefined,
): Promise<Outcome | undefined> {
  if (delayMs === undefined) return Promise.race(pending.values());
  const timer = new AbortController();
  const late = clock.sleep(delayMs, timer.signal).catch(() => undefined);
  try {
    return await Promise.race([...pending.values(), late.then(() => undefined)]);
  } finally {
    timer.abort();
  }
}

/** One server within its budget. Only an abort from outside, or a defect, is thrown. */
async function ask(
  question: LookUpRequest & { readonly server: ChecksumServer; readonly answerUntilMs: number },
  signal: AbortSignal,
): Promise<Outcome> {
  const { server, wire } = question;
  const evidence = { 'budget ms': LIMITS.sumdbServerMs };
  const late = new AbortController();
  const finished = new AbortController();
  wire.clock.sleep(LIMITS.sumdbServerMs, finished.signal).then(
    () => late.abort(failure('SUM.UNREACHABLE', { subject: server.id, evidence })),
    () => undefined,
  );
  try {
    return { server, answer: await askServer(question, AbortSignal.any([signal, late.signal])) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Failure) return { server, answer: error };
    throw error;
  } finally {
    finished.abort();
  }
}

function summary(request: LookUpRequest, failures: readonly ServerFailure[]): Failure {
  const all = failures.flatMap(({ failure }) => failure.findings);
  // They come first when all fails.
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
  return finding('SUM.UNREACHABLE', { subject: request.moduleName, evidence: Object.fromEntries(codes) });
}
