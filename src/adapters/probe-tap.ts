import { Duplex } from 'node:stream';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';

/** What passed through a tap. */
export interface Seen {
  receivedBytes: number;
  sentBytes: number;
  /** The first bytes that came. */
  first: Buffer;
  ended: 'fin' | 'reset' | undefined;
}

export interface Tap {
  readonly stream: Duplex;
  readonly seen: Seen;
}

const RESET = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED']);

/**
 * A stream between a socket and its user that counts raw bytes, keeps the first of them, and sees how the peer ends. Only this tells
 * "nothing came back" from an alert, plain text, or a handshake that was cut.
 */
export function tapped(socket: Duplex): Tap {
  const seen: Seen = { receivedBytes: 0, sentBytes: 0, first: Buffer.alloc(0), ended: undefined };
  const stream = new Duplex({
    read: () => void socket.resume(),
    write(chunk: Buffer, _encoding, done) {
      seen.sentBytes += chunk.length;
      socket.write(chunk, done);
    },
    final: done => void socket.end(done),
    destroy(error, done) {
      socket.destroy();
      done(error);
    },
  });
  socket.on('data', (chunk: Buffer) => {
    const room = PROBE_LIMITS.firstBytes - seen.first.length;
    if (room > 0) seen.first = Buffer.concat([seen.first, chunk.subarray(0, room)]);
    seen.receivedBytes += chunk.length;
    if (!stream.push(chunk)) socket.pause();
  });
  socket.on('end', () => {
    seen.ended ??= 'fin';
    stream.push(null);
  });
  socket.on('error', (error: Error & { readonly code?: string }) => {
    if (RESET.has(error.code ?? '')) seen.ended ??= 'reset';
    stream.destroy(error);
  });
  socket.on('close', () => {
    if (seen.ended === undefined) stream.destroy();
  });
  // Its user has listeners of its own while it needs them; afterwards an error is nobody's.
  stream.on('error', () => undefined);
  return { stream, seen };
}

/** Members of facts, absent where nothing was seen. */
export function seenFacts(seen: Seen): { readonly receivedBytes: number; readonly firstHex?: string } {
  const { receivedBytes, first } = seen;
  return { receivedBytes, ...(first.length === 0 ? {} : { firstHex: first.toString('hex') }) };
}

/** How it ended, unless a deadline did it. */
export function endedFact(
  outcome: { readonly ok: boolean; readonly ended?: 'deadline' | 'fin' | 'reset' },
  seen: Seen | undefined,
): { readonly ended?: 'deadline' | 'fin' | 'reset' } {
  const ended = outcome.ended ?? (outcome.ok ? undefined : seen?.ended);
  return ended === undefined ? {} : { ended };
}
