import type { HttpFacts } from '../domain/network-facts.ts';
import { type CauseRule, fact, pattern, type Scene, timing } from './cause-rule.ts';
import { lacksBytes } from './failed-disks.ts';
import { isClosed, isDeadline, isReset } from './target-facts.ts';

/** Go's minimum here is ours: below it a body is given up (domain/limits.ts). */
const SLOW_BYTES_PER_SECOND = 16_384;

/** Whether bytes still came in the last third of the time; undefined where nobody watched. */
function isMoving({ progress }: HttpFacts): boolean | undefined {
  const last = progress?.at(-1);
  const first = progress?.[0];
  if (progress === undefined || last === undefined || first === undefined || progress.length < 3) return undefined;
  const from = first[0] + ((last[0] - first[0]) * 2) / 3;
  const before = progress.findLast(([ms]) => ms <= from) ?? first;
  return last[1] > before[1];
}

function rateOf({ progress }: HttpFacts): number | undefined {
  const last = progress?.at(-1);
  const first = progress?.[0];
  if (last === undefined || first === undefined || last[0] <= first[0]) return undefined;
  return ((last[1] - first[1]) * 1_000) / (last[0] - first[0]);
}

/** A disk that is full: what is written to it looks like a read that failed. */
function fullDisk({ facts }: Scene): string | undefined {
  return facts.disks.find(disk => disk.code === 'ENOSPC' || disk.code === 'EDQUOT' || lacksBytes(disk))?.path;
}

export const BODY_CAUSES: readonly CauseRule[] = [
  {
    code: 'BODY.RESET',
    bound: 'host',
    stages: ['body'],
    weigh: ({ target }) =>
      fact(target?.http !== undefined && isReset(target.http), 'reset after bytes', target?.http?.receivedBytes),
  },
  {
    code: 'BODY.TRUNCATED',
    bound: 'host',
    stages: ['body', 'go'],
    weigh({ target, member }) {
      const http = target?.http;
      const isShort =
        http !== undefined &&
        http.isComplete !== true &&
        (isClosed(http) ||
          /^HPE_INVALID_(?:EOF_STATE|CHUNK_SIZE)$/u.test(http.code ?? '') ||
          /aborted|terminated|other side closed/iu.test(http.message ?? ''));
      return [
        ...fact(isShort, 'bytes that came', `${http?.receivedBytes ?? 0} of ${http?.announcedBytes ?? 'unknown'}`),
        ...fact(
          /unexpected EOF|aborted/iu.test(member?.outcome.message ?? ''),
          member?.entry ?? '',
          member?.outcome.message?.slice(0, 80),
          0.8,
        ),
      ];
    },
  },
  {
    code: 'BODY.STALL',
    bound: 'host',
    stages: ['body'],
    test: 'Watch how the bytes come: a flat line is a stall, a slope a limited rate',
    weigh({ target }) {
      const http = target?.http;
      if (http === undefined || !isDeadline(http)) return [];
      const moving = isMoving(http);
      return [
        ...(moving === true ? timing : fact)(true, 'body stopped after bytes', http.receivedBytes),
        ...timing(moving === false, 'last bytes', 'long before the end'),
      ];
    },
  },
  {
    code: 'BODY.THROTTLED',
    bound: 'host',
    stages: ['body'],
    over: ['BODY.STALL'],
    weigh({ target }) {
      const http = target?.http;
      if (http === undefined || !isDeadline(http)) return [];
      const rate = rateOf(http);
      const isSlow = isMoving(http) === true && rate !== undefined && rate < SLOW_BYTES_PER_SECOND * 4;
      return [...fact(isSlow, 'bytes in a second', Math.round(rate ?? 0)), ...pattern(isSlow, 'bytes', 'still come at the end')];
    },
  },
  {
    code: 'BODY.TRUNCATED_SILENT',
    bound: 'host',
    stages: ['body', 'archive'],
    over: ['ARC.TRUNCATED', 'ARC.CORRUPT'],
    weigh({ target }) {
      const http = target?.http;
      if (http === undefined || http.isComplete !== true || http.ranged === 'honoured') return [];
      const { receivedBytes = 0, expectedBytes = 0, announcedBytes } = http;
      const isShort = receivedBytes < expectedBytes && announcedBytes === undefined;
      return [
        ...fact(isShort, 'bytes that came', `${receivedBytes} of ${expectedBytes}`),
        ...fact(isShort, 'length', 'was not announced'),
      ];
    },
  },
  {
    code: 'FS.NO_SPACE',
    bound: 'machine',
    stages: ['body', 'archive', 'run', 'go'],
    over: ['BODY.', 'ARC.', 'FS.', 'GO.', 'VER.'],
    weigh(step, scene) {
      const isRead = /^(?:BODY|ARC|FS)\.|^GO\.PROXY_BAD_ZIP$/u.test(step.symptom);
      const path = fullDisk(scene);
      const text = step.member?.outcome.message ?? Object.values(step.seen?.evidence ?? {}).join(' ');
      const isSaid = /no space left on device|disk quota exceeded|ENOSPC|EDQUOT/iu.test(text);
      return [...fact((isRead || isSaid) && path !== undefined, 'full', path), ...fact(isSaid, 'error', text.slice(0, 80), 0.8)];
    },
  },
];
