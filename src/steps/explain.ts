import { resolve } from 'node:path';
import type { Outcome } from '../domain/event.ts';
import { Failure, failure } from '../domain/failure.ts';
import { findingsOfLog } from '../policy/decoded-findings.ts';
import { createDecoder } from '../policy/decoder.ts';
import type { Context } from './context.ts';
import { createLogBytes } from './read-log.ts';

/**
 * The command `explain`: reads the log of a failed tool, of any size, in bounded memory, and names the causes. It ends well when it
 * could explain the log, or when the log shows no failure. Throws LOG.UNDETERMINED where it shows one that is not known,
 * INPUT.INVALID for a compressed file, and FS.*.
 */
export async function explainLog(context: Context, signal: AbortSignal): Promise<Outcome> {
  const { machine, workspace, emit } = context;
  const operand = context.operands[0] ?? '-';
  const file = operand === '-' ? undefined : operand;
  const subject = file ?? 'standard input';
  const bytes = file === undefined ? context.openStandardInput?.() : machine.files.stream(resolve(workspace, file));
  if (bytes === undefined)
    throw failure('INPUT.INVALID', { subject: 'FILE', message: 'There is no standard input; name a file' });
  const decoder = createDecoder();
  const log = createLogBytes(decoder, '', () => machine.relieve?.());
  for await (const chunk of untilAborted(bytes, signal)) {
    if (log.byteCount === 0) refuseCompressed(chunk, subject);
    log.push(chunk);
  }
  log.end();
  const decoding = decoder.result();
  const findings = findingsOfLog(decoding, { subject, file });
  emit({ type: 'log-read', log: { of: subject, lines: decoding.lineCount, bytes: log.byteCount }, findings });
  const [first, ...rest] = findings;
  if (first?.code === 'LOG.UNDETERMINED') throw new Failure([first, ...rest]);
  return 'ok';
}

/** GitHub hands logs out as zip files; read as text they would show nothing at all, which is no answer. */
function refuseCompressed(start: Uint8Array, subject: string): void {
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  const isZip = start[0] === 0x50 && start[1] === 0x4b && start[2] === 0x03;
  if (!isGzip && !isZip) return;
  const text = `${isZip ? 'unzip -p' : 'gunzip -c'} FILE | setup-go-robust explain`;
  throw failure('INPUT.INVALID', {
    subject,
    message: 'The log is compressed',
    fixes: [{ title: 'Unpack it on the way', kind: 'command', text, risk: 'none' }],
  });
}

/** A pipe may stay silent for ever: the budget ends the waiting. */
async function* untilAborted(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  // Not Promise.race with one long-lived promise, which would keep every chunk in memory.
  let giveUp: (reason: unknown) => void = () => undefined;
  const onAbort = (): void => giveUp(signal.reason);
  signal.addEventListener('abort', onAbort);
  const next = (): Promise<IteratorResult<Uint8Array>> =>
    new Promise((resolve, reject) => {
      giveUp = reject;
      signal.throwIfAborted();
      iterator.next().then(resolve, reject);
    });
  try {
    for (let step = await next(); !step.done; step = await next()) yield step.value;
  } finally {
    signal.removeEventListener('abort', onAbort);
    iterator.return?.().catch(() => undefined);
  }
}
