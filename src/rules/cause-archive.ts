import type { Code } from '../domain/catalogue.ts';
import type { ArchiveFacts, TargetFacts } from '../domain/network-facts.ts';
import { against, type CauseRule, fact, pattern, type Weight } from './cause-rule.ts';

/** A cause that the kind of the bytes names (policy/archive-kind.ts, where every innocent explanation was excluded first). */
function archiveRule(
  code: Code,
  weigh: (archive: ArchiveFacts, target: TargetFacts | undefined) => readonly Weight[],
  over?: readonly string[],
): CauseRule {
  return {
    code,
    bound: 'host',
    stages: ['archive'],
    ...(over === undefined ? {} : { over }),
    weigh: ({ archive, target }) => (archive === undefined ? [] : weigh(archive, target)),
  };
}

const sizes = ({ bytes, expectedBytes }: ArchiveFacts): string => `${bytes} of ${expectedBytes ?? 'unknown'}`;
const isGzip = ({ firstHex }: ArchiveFacts): boolean => firstHex.startsWith('1f8b');

export const ARCHIVE_CAUSES: readonly CauseRule[] = [
  {
    code: 'ARC.NOT_GZIP',
    bound: 'host',
    stages: ['http'],
    weigh: ({ symptom, target }) => fact(symptom === 'ARC.NOT_GZIP', 'first bytes', target?.http?.firstHex?.slice(0, 32)),
  },
  {
    code: 'ARC.NOT_ZIP',
    bound: 'host',
    stages: ['http'],
    weigh: ({ symptom, target }) => fact(symptom === 'ARC.NOT_ZIP', 'first bytes', target?.http?.firstHex?.slice(0, 32)),
  },
  {
    code: 'ARC.TEXT_MODE',
    bound: 'host',
    stages: ['http'],
    over: ['ARC.NOT_GZIP'],
    // The second byte of gzip is no UTF-8, and became the replacement character.
    weigh: ({ target }) =>
      fact((target?.http?.firstHex ?? '').startsWith('1fefbfbd'), 'first bytes', target?.http?.firstHex?.slice(0, 16)),
  },
  archiveRule('ARC.TRUNCATED', archive =>
    fact(archive.kind === 'truncated' || archive.kind === 'empty', 'bytes', sizes(archive)),
  ),
  archiveRule('ARC.CORRUPT', archive => fact(archive.kind === 'damaged', 'content', 'its own checksum is wrong')),
  archiveRule('ARC.TEXT_MODE', archive => fact(archive.kind === 'text-mangled', 'first bytes', archive.firstHex.slice(0, 16))),
  archiveRule('ARC.RECOMPRESSED', archive => fact(archive.kind === 'recompressed', 'content', 'genuine in another compression'), [
    'VER.TAMPERED',
  ]),
  archiveRule('ARC.WRONG_PLATFORM', archive =>
    fact(archive.kind === 'wrong-platform', 'programs in it', 'are for another platform'),
  ),
  archiveRule('BODY.TOO_LONG', archive => fact(archive.kind === 'longer', 'bytes', sizes(archive))),
  archiveRule('VER.TAMPERED', archive => [
    ...fact(archive.kind === 'other', 'content', 'none of the innocent changes explains it'),
    // One wrong copy everywhere is rather a pin that is wrong.
    ...against(archive.kind === 'other' && archive.isSameElsewhere === true, 'another source', 'has the same bytes'),
  ]),
  archiveRule('VER.CHECKSUM_PIN', archive =>
    pattern(archive.kind === 'other' && archive.isSameElsewhere === true, 'another source', 'has the same bytes'),
  ),
  archiveRule('HTTP.PORTAL', (archive, target) => [
    ...fact(archive.kind === 'html', 'content', 'a page of HTML'),
    ...pattern(archive.kind === 'html' && (target?.http?.title ?? '') !== '', 'title', target?.http?.title),
  ]),
  {
    code: 'HTTP.CE_LABEL',
    bound: 'host',
    test: 'Compare the bytes as they came with the published size',
    stages: ['archive', 'http'],
    weigh({ archive, target }) {
      const label = archive?.contentEncoding ?? target?.http?.headers['content-encoding'];
      const isLabelled = /gzip/iu.test(label ?? '');
      const http = target?.http;
      const isOnce = http?.expectedBytes !== undefined && http.announcedBytes === http.expectedBytes;
      return [
        ...fact(archive?.kind === 'bare-tar', 'content', 'a tar without its compression'),
        ...fact(isLabelled && archive === undefined, 'Content-Encoding', label),
        ...pattern(isLabelled && archive?.kind === 'bare-tar', 'Content-Encoding', label),
        ...fact(isLabelled && archive === undefined && isOnce, 'bytes', http?.announcedBytes),
      ];
    },
  },
  {
    code: 'HTTP.CE_REENCODED',
    bound: 'host',
    stages: ['archive', 'http'],
    over: ['HTTP.CE_LABEL'],
    weigh({ archive, target }, { facts }) {
      const http = target?.http;
      const copy = archive ?? facts.archives.find(item => item.sourceId === target?.sourceId);
      const label = copy?.contentEncoding ?? http?.headers['content-encoding'];
      const isOtherSize =
        http?.announcedBytes !== undefined &&
        http.expectedBytes !== undefined &&
        http.announcedBytes !== http.expectedBytes &&
        /gzip/iu.test(label ?? '');
      return [
        ...fact(copy?.kind === 'double-gzip' && isGzip(copy), 'content', 'gzip within gzip'),
        ...pattern(
          copy === undefined && /gzip/iu.test(label ?? '') && http?.expectedBytes === undefined,
          'Content-Encoding',
          label,
        ),
        ...pattern(copy?.kind === 'double-gzip' && label !== undefined, 'Content-Encoding', label),
        ...fact(
          archive === undefined && copy === undefined && isOtherSize,
          'bytes',
          `${http?.announcedBytes ?? 0} of ${http?.expectedBytes ?? 0}`,
        ),
        ...pattern(archive === undefined && copy === undefined && isOtherSize, 'Content-Encoding', label),
      ];
    },
  },
];
