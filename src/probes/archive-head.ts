import { constants, gunzipSync } from 'node:zlib';
import type { ArchiveFacts } from '../domain/network-facts.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import { headKind, isGzip } from '../policy/archive-kind.ts';
import type { Walk } from './pass.ts';

/** What answers that should be archives begin as, where their first bytes alone show that they are none. */
export function lookAtHeads(walks: readonly Walk[]): readonly ArchiveFacts[] {
  return walks.flatMap(({ target, head }) => {
    const { http, expects, sourceId = target.host } = target;
    if (head === undefined || head.length === 0 || expects !== 'archive' || (http?.status ?? 0) >= 300) return [];
    const kind = headKind(head, beginningOf(head));
    if (kind === undefined) return [];
    const contentEncoding = http?.headers['content-encoding'];
    const total = /\/(\d{1,15})$/u.exec(http?.headers['content-range'] ?? '')?.[1] ?? http?.announcedBytes;
    const facts: ArchiveFacts = {
      sourceId,
      kind,
      bytes: Number(total ?? head.length),
      expectedBytes: http?.expectedBytes,
      firstHex: Buffer.from(head.subarray(0, PROBE_LIMITS.firstBytes)).toString('hex'),
      ...(contentEncoding === undefined ? {} : { contentEncoding }),
    };
    return [facts];
  });
}

/** What they inflate to, as far as they go; undefined where they are no gzip. */
function beginningOf(head: Uint8Array): Uint8Array | undefined {
  if (!isGzip(head)) return undefined;
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: PROBE_LIMITS.bodyBytes * 64 });
  } catch {
    // Damaged, or far more than an archive begins with: the first bytes do not decide.
    return undefined;
  }
}
