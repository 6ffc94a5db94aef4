import { Failure, failure } from '../domain/failure.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import type { SumProof } from '../domain/rule.ts';
import type { ProvingSum } from '../domain/sum-lines.ts';
import { FORGED } from '../policy/fault.ts';
import type { KnownLog } from '../verify/known-log.ts';
import { checkRecordProof } from '../verify/record-proof.ts';
import { type LookupAnswer, readRecordHashes } from '../verify/sumdb-record.ts';
import { tilesFor } from '../verify/tile.ts';
import { consistencySpans, inclusionSpans, type TreeHead } from '../verify/tlog.ts';
import type { Wire } from './exchange.ts';
import { tilesFromAny } from './sum-tiles.ts';
import { type ChecksumServer, fetchLookup, spanHashes } from './sumdb-server.ts';

export interface ModuleSumsParts {
  readonly wire: Wire;
  /** In the order of asking. */
  readonly servers: readonly ChecksumServer[];
  readonly log: KnownLog;
  /** Of all go.sum and go.work.sum files. */
  readonly lines: readonly ProvingSum[];
  /** Whether a module path must not be named to the database (GONOSUMDB, whose default is GOPRIVATE). */
  readonly isPrivate: (modulePath: string) => boolean;
  /** What is not proved by then is skipped. */
  readonly budgetMs: number;
}

export interface ModuleSums {
  readonly proof: SumProof;
  /**
   * GO.SUMDB_MISMATCH for every line that differs, GO.PRIVATE_IN_SUMDB (a warning) for a module that the database does not know,
   * SUM.* for an answer that somebody made up, and GO.SUMDB_UNREACHABLE (a warning) where servers could not be asked. Each has the file and line.
   */
  readonly findings: readonly Finding[];
}

/** All lines of one version of a module: one record holds them all. */
interface Question {
  readonly name: string;
  readonly lines: readonly ProvingSum[];
}

interface Looked {
  readonly question: Question;
  readonly answer: LookupAnswer;
  readonly head: TreeHead;
}

interface Work extends ModuleSumsParts {
  readonly findings: Finding[];
  /** Servers that could not be reached: they are not asked any more. */
  readonly dead: Map<ChecksumServer, Failure>;
  /** What was fetched, by level, index and width. */
  readonly tiles: Map<string, Uint8Array>;
  readonly progress: { proved: number };
}

/**
 * Proves lines of go.sum by the checksum database, as `go` does for a module that go.sum does not know yet, but for many at once: the
 * look-ups of a batch, then the tiles of all its records in one tree, the largest that was shown, which one proof binds to the tree that
 * this program was built with. Tiles are fetched once. Modules that are compiled come first, those of which only the go.mod is read
 * last. Rejects only when aborted, with the signal's reason, or for a defect.
 */
export async function proveModuleSums(parts: ModuleSumsParts, signal: AbortSignal): Promise<ModuleSums> {
  const { clock } = parts.wire;
  const startMs = clock.monotonic();
  const work: Work = { ...parts, findings: [], dead: new Map(), tiles: new Map(), progress: { proved: 0 } };
  const queue = batches(questionsOf(parts));
  const late = new AbortController();
  const done = new AbortController();
  clock.sleep(parts.budgetMs, done.signal).then(
    () => late.abort(failure('BUDGET.TOTAL', { subject: 'go.sum', evidence: { 'budget ms': parts.budgetMs } })),
    () => undefined,
  );
  const over = AbortSignal.any([signal, late.signal]);
  const worker = async (): Promise<void> => {
    for (let batch = queue.shift(); batch !== undefined && !over.aborted; batch = queue.shift())
      await proveBatch(work, batch, over);
  };
  try {
    // Two, so that one looks up while the other waits for its tiles.
    await Promise.all([worker(), worker()]);
  } catch (error) {
    if (!late.signal.aborted || signal.aborted) throw error;
  } finally {
    done.abort();
  }
  signal.throwIfAborted();
  return summary(work, Math.round(clock.monotonic() - startMs));
}

function summary(work: Work, ms: number): ModuleSums {
  const { findings, lines, isPrivate, progress } = work;
  const failed = findings.filter(({ code }) => code === 'GO.SUMDB_MISMATCH').length;
  const asked = lines.filter(line => !isPrivate(line.path)).length;
  unreachable(work, { isIncomplete: progress.proved + failed < asked });
  const skipped = lines.length - progress.proved - failed;
  return { proof: { lines: lines.length, proved: progress.proved, failed, skipped, ms }, findings };
}

function batches(questions: readonly Question[]): (readonly Question[])[] {
  const size = LIMITS.sumsBatchCount;
  return Array.from({ length: Math.ceil(questions.length / size) }, (_, index) =>
    questions.slice(index * size, (index + 1) * size),
  );
}

async function proveBatch(work: Work, batch: readonly Question[], over: AbortSignal): Promise<void> {
  const looked = await lookUpAll(work, batch, over);
  await proveAll(work, looked, over);
}

function questionsOf({ lines, isPrivate }: ModuleSumsParts): readonly Question[] {
  const byName = new Map<string, ProvingSum[]>();
  for (const line of lines) {
    if (isPrivate(line.path)) continue;
    const name = `${line.path}@${line.version}`;
    byName.set(name, [...(byName.get(name) ?? []), line]);
  }
  const questions = [...byName].map(([name, own]) => ({ name, lines: own }));
  const isCompiled = (question: Question): boolean => question.lines.some(({ isGoMod }) => !isGoMod);
  return [...questions.filter(isCompiled), ...questions.filter(question => !isCompiled(question))];
}

/** What was answered before the time was up. */
async function lookUpAll(work: Work, questions: readonly Question[], over: AbortSignal): Promise<readonly Looked[]> {
  const queue = [...questions];
  const looked: Looked[] = [];
  const worker = async (): Promise<void> => {
    // One for each: so many listeners at one signal would be taken for a leak.
    const own = AbortSignal.any([over]);
    for (let question = queue.shift(); question !== undefined && !over.aborted; question = queue.shift()) {
      const found = await lookUpOne(work, question, own);
      if (found !== undefined) looked.push(found);
    }
  };
  await Promise.all(Array.from({ length: Math.min(LIMITS.sumsParallelCount, questions.length) }, worker));
  return looked;
}

/** Undefined when no server gave an authentic answer; why is told by findings. */
async function lookUpOne(work: Work, question: Question, over: AbortSignal): Promise<Looked | undefined> {
  const { wire, log, servers, dead, findings } = work;
  const forged: Finding[] = [];
  let unknownAt = 0;
  for (const server of servers) {
    if (dead.has(server)) continue;
    const answerUntilMs = wire.clock.monotonic() + LIMITS.sumdbServerMs;
    try {
      const found = await fetchLookup({ wire, server, log, moduleName: question.name, answerUntilMs }, over);
      // Another server told the truth: the lie is still worth a line.
      findings.push(...forged.map(item => ({ ...item, severity: 'warning' as const })));
      return { question, ...found };
    } catch (error) {
      if (over.aborted) return undefined;
      if (!(error instanceof Failure)) throw error;
      if (error.code === 'SUM.NOT_FOUND') unknownAt += 1;
      else if (FORGED.includes(error.code)) forged.push({ ...error.finding, subject: server.id, ...placeOf(question) });
      else dead.set(server, error);
    }
  }
  findings.push(...forged);
  if (unknownAt > 0 && servers.every(server => !dead.has(server))) findings.push(unknown(question));
  return undefined;
}

/** Lines that are not what the database records become findings. */
async function proveAll(work: Work, looked: readonly Looked[], over: AbortSignal): Promise<void> {
  const [first] = looked;
  if (first === undefined) return;
  const largest = looked.reduce((best, each) => (each.head.size > best.head.size ? each : best), first);
  const { head } = largest;
  const knownHead = work.log.heads[0];
  const inTree = looked.filter(({ answer }) => answer.recordNumber < head.size);
  const consistency = consistencySpans(Math.min(head.size, knownHead.size), Math.max(head.size, knownHead.size));
  const spans = [...inTree.flatMap(({ answer }) => inclusionSpans(answer.recordNumber, head.size)), ...consistency];
  const tiles = tilesFor(spans, Math.max(head.size, knownHead.size));
  const data = await tilesFromAny(work, tiles, over);
  if (data === undefined) return;
  for (const { question, answer } of inTree) {
    try {
      const subject = question.name;
      const inclusion = spanHashes(inclusionSpans(answer.recordNumber, head.size), { data, subject });
      const { recordNumber, record } = answer;
      const proof = {
        recordNumber,
        record,
        note: largest.answer.note,
        inclusion,
        knownHead,
        consistency: spanHashes(consistency, { data, subject }),
      };
      checkRecordProof(proof, { log: work.log, moduleName: question.name });
      work.progress.proved += compare(work, question, readRecordHashes(record, question.name));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      work.findings.push({ ...error.finding, ...placeOf(question) });
    }
  }
}

function compare(
  { findings }: Work,
  { name, lines }: Question,
  recorded: { readonly tree: string; readonly mod: string },
): number {
  let proved = 0;
  for (const line of lines) {
    const expected = line.isGoMod ? recorded.mod : recorded.tree;
    if (line.hash === expected) {
      proved += 1;
      continue;
    }
    findings.push(
      finding('GO.SUMDB_MISMATCH', {
        subject: name,
        message: `A line of ${line.file} differs from what the checksum database records`,
        evidence: { of: line.isGoMod ? 'go.mod' : 'module', 'database says': expected, 'go.sum says': line.hash },
        location: { file: line.file, line: line.line },
      }),
    );
  }
  return proved;
}

function unknown(question: Question): Finding {
  return finding('GO.PRIVATE_IN_SUMDB', {
    subject: question.name,
    severity: 'warning',
    confidence: 'likely',
    ...placeOf(question),
  });
}

function placeOf({ lines: [line] }: Question): Pick<Finding, 'location'> {
  return line === undefined ? {} : { location: { file: line.file, line: line.line } };
}

/** One for all: what each server did. Where another one answered everything, nothing is said. */
function unreachable({ dead, findings }: Work, { isIncomplete }: { readonly isIncomplete: boolean }): void {
  if (dead.size === 0 || !isIncomplete) return;
  const codes = [...dead].map(([{ id }, { code }]) => [id, code] as const);
  findings.push(finding('GO.SUMDB_UNREACHABLE', { subject: 'go.sum', severity: 'warning', evidence: Object.fromEntries(codes) }));
}
