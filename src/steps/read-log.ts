import type { Decoder } from '../policy/decoder.ts';
import { createLineReader } from '../policy/log-lines.ts';

export interface LogBytes {
  /** The next bytes; ends anywhere, in the middle of a character too. */
  push(bytes: Uint8Array): void;
  end(): void;
  readonly byteCount: number;
}

/** After so many bytes the buffers that they came in are given back (ports/machine.ts, relieve). */
const RELIEF_BYTES = 8 * 1_024 * 1_024;

/** Hands the lines of one stream to a decoder. PowerShell redirects into UTF-16, which its byte order mark tells; all else is UTF-8. */
export function createLogBytes(decoder: Decoder, stream: string, relieve: () => void = () => undefined): LogBytes {
  const lines = createLineReader((text, number) => decoder.hear({ text, number, stream }));
  let decode: InstanceType<typeof TextDecoder> | undefined;
  let byteCount = 0;
  let relievedAt = 0;
  return {
    push(bytes) {
      decode ??= new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8');
      byteCount += bytes.length;
      lines.push(decode.decode(bytes, { stream: true }));
      if (byteCount - relievedAt < RELIEF_BYTES) return;
      relievedAt = byteCount;
      relieve();
    },
    end() {
      lines.push(decode?.decode() ?? '');
      lines.end();
    },
    get byteCount() {
      return byteCount;
    },
  };
}
