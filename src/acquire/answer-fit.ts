import { type Failure, failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { redactUrl } from '../domain/redact.ts';
import { type ContentRange, contentLength, contradicts, parseContentRange } from './content-range.ts';
import type { ExchangeAnswer } from './exchange.ts';

/** What a source is asked for. */
export type Question =
  /** From `startBytes` to `endBytes` (exclusive; undefined: to the end). `isRanged`: with a Range header, else the whole file. */
  | {
      readonly kind: 'part';
      readonly startBytes: number;
      readonly endBytes: number | undefined;
      readonly isRanged: boolean;
      /** Sent as If-Range; it came from the same source. */
      readonly validator: string | undefined;
    }
  | { readonly kind: 'tail'; readonly bytes: number };

/** What the answer is held against. */
export interface Known {
  readonly sizeBytes: number | undefined;
  /** Of an earlier answer of the same source, whose bytes are in use; undefined: any version of the file will do. */
  readonly validator: string | undefined;
  /** Whether reading the bytes before `startBytes` too is better than no answer. */
  readonly canSkip: boolean;
}

export type Fit =
  | {
      readonly kind: 'fits';
      /** Which part of the file the body is; the end is undefined when it does not say. */
      readonly startBytes: number;
      readonly endBytes: number | undefined;
      /** Of the whole file. */
      readonly sizeBytes: number | undefined;
      /** It gave the whole file although a part was asked for. */
      readonly ignoresRange: boolean;
    }
  | { readonly kind: 'misfit'; readonly failure: Failure };

/** The header fields that ask it. */
export function questionHeaders(question: Question): Readonly<Record<string, string>> {
  if (question.kind === 'tail') return { range: `bytes=-${question.bytes}` };
  if (!question.isRanged) return {};
  const { startBytes, endBytes, validator } = question;
  const range = `bytes=${startBytes}-${endBytes === undefined ? '' : endBytes - 1}`;
  return validator === undefined ? { range } : { range, 'if-range': validator };
}

/**
 * Whether the head of a 2xx answer fits. Misfits: HTTP.TOO_LARGE; BODY.TOO_LONG and BODY.TRUNCATED for another size than is known;
 * BODY.CHANGED for another version than the validator names; HTTP.RANGE for another part than was asked for.
 */
export function judgeAnswer(answer: ExchangeAnswer, question: Question, known: Known): Fit {
  const range = answer.status === 206 ? parseContentRange(answer.headers['content-range']) : undefined;
  const sizeBytes = answer.status === 206 ? range?.sizeBytes : contentLength(answer.headers);
  const problem = sizeProblem(answer, sizeBytes, known) ?? versionProblem(answer, known);
  if (problem !== undefined) return { kind: 'misfit', failure: problem };
  if (answer.status !== 206) return judgeWhole(answer, question, { ...known, announced: sizeBytes });
  if (range === undefined || !isWanted(range, question)) return { kind: 'misfit', failure: wrongPart(answer, question) };
  return { kind: 'fits', startBytes: range.start, endBytes: range.end, sizeBytes, ignoresRange: false };
}

function judgeWhole(answer: ExchangeAnswer, question: Question, known: Known & { readonly announced: number | undefined }): Fit {
  const { canSkip, announced } = known;
  if (question.kind === 'part' && question.startBytes > 0 && !canSkip) {
    return { kind: 'misfit', failure: wrongPart(answer, question) };
  }
  const asked = question.kind === 'tail' ? undefined : question.validator;
  // The whole file is the right answer to an If-Range of another version (RFC 9110, 13.1.5).
  const isOtherVersion = asked !== undefined && contradicts(answer.headers, asked);
  const ignoresRange = (question.kind === 'tail' || question.isRanged) && !isOtherVersion;
  // Without a length of its own, the body is held against the size that is known.
  const sizeBytes = announced ?? known.sizeBytes;
  return { kind: 'fits', startBytes: 0, endBytes: sizeBytes, sizeBytes, ignoresRange };
}

function isWanted(range: ContentRange, question: Question): boolean {
  const { start, end, sizeBytes } = range;
  if (question.kind === 'tail') return end === sizeBytes && start === Math.max(0, sizeBytes - question.bytes);
  return start === question.startBytes && end === (question.endBytes ?? sizeBytes);
}

/** An answer that holds another part of the file, for a person: what was asked and what came. */
export function wrongPart(answer: Pick<ExchangeAnswer, 'url' | 'status' | 'headers'>, question: Question): Failure {
  return failure('HTTP.RANGE', {
    subject: new URL(answer.url).host,
    evidence: {
      url: redactUrl(answer.url),
      status: answer.status,
      asked: questionHeaders(question)['range'],
      'content-range': answer.headers['content-range']?.slice(0, 100),
    },
  });
}

function sizeProblem(answer: ExchangeAnswer, announced: number | undefined, known: Known): Failure | undefined {
  if (announced === undefined) return undefined;
  const subject = new URL(answer.url).host;
  const evidence = { url: redactUrl(answer.url), 'announced bytes': announced };
  if (announced > LIMITS.archiveBytes) {
    return failure('HTTP.TOO_LARGE', { subject, evidence: { ...evidence, 'limit bytes': LIMITS.archiveBytes } });
  }
  if (known.sizeBytes === undefined || announced === known.sizeBytes) return undefined;
  const code = known.validator !== undefined ? 'BODY.CHANGED' : announced > known.sizeBytes ? 'BODY.TOO_LONG' : 'BODY.TRUNCATED';
  return failure(code, { subject, evidence: { ...evidence, 'expected bytes': known.sizeBytes } });
}

function versionProblem(answer: ExchangeAnswer, { validator }: Known): Failure | undefined {
  if (validator === undefined || !contradicts(answer.headers, validator)) return undefined;
  const { etag, 'last-modified': modified } = answer.headers;
  return failure('BODY.CHANGED', {
    subject: new URL(answer.url).host,
    evidence: { url: redactUrl(answer.url), was: validator, now: (validator.startsWith('"') ? etag : modified)?.slice(0, 100) },
  });
}
