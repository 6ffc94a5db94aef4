import { Failure, failure } from '../domain/failure.ts';
import { codeOfNetError, type NetPhase, tlsAlertOf } from '../policy/net-errors.ts';

/** What an error of Node may carry. */
interface SystemError {
  readonly code: string | undefined;
  readonly message: string;
  readonly syscall: string | undefined;
  readonly rawPacket: Uint8Array | undefined;
}

const EVIDENCE_CHARACTERS = 200;
const FIRST_BYTES_COUNT = 60;

/** Reads an unknown thrown value; of an AggregateError, whose message is empty, the first part. */
export function readSystemError(error: unknown): SystemError {
  if (error instanceof AggregateError && error.errors.length > 0) return readSystemError(error.errors[0]);
  const fields: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {};
  return {
    code: typeof fields['code'] === 'string' ? fields['code'] : undefined,
    message: error instanceof Error ? error.message : String(error),
    syscall: typeof fields['syscall'] === 'string' ? fields['syscall'] : undefined,
    rawPacket: fields['rawPacket'] instanceof Uint8Array ? fields['rawPacket'] : undefined,
  };
}

/** Text of the network on one line, so that it cannot pose as a line of ours in a log. */
export function printable(bytes: string | Uint8Array): string {
  const text = typeof bytes === 'string' ? bytes : Buffer.from(bytes.subarray(0, FIRST_BYTES_COUNT)).toString('latin1');
  return text
    .replace(/[^\x20-\x7e]+/gu, ' ')
    .trim()
    .slice(0, EVIDENCE_CHARACTERS);
}

/** Turns what Node threw into a Failure by the one table (policy/net-errors.ts). A Failure passes as it is. */
export function netFailure(
  error: unknown,
  where: {
    readonly phase: NetPhase;
    /** host:port of the peer. */
    readonly subject: string;
    readonly viaProxy?: boolean;
    readonly evidence?: Readonly<Record<string, string | number | undefined>>;
  },
): Failure {
  if (error instanceof Failure) return error;
  const { code, message, syscall, rawPacket } = readSystemError(error);
  const found = codeOfNetError({ phase: where.phase, code, message, syscall, viaProxy: where.viaProxy ?? false });
  return failure(
    found,
    {
      subject: where.subject,
      evidence: {
        phase: where.phase,
        errno: code,
        alert: tlsAlertOf(message),
        error: printable(message),
        'first bytes': rawPacket === undefined ? undefined : printable(rawPacket),
        ...where.evidence,
      },
    },
    error,
  );
}
