import type { Emit } from '../domain/event.ts';
import { Failure } from '../domain/failure.ts';
import { parseReleaseTable, type ReleaseTable } from '../verify/release-table.ts';
import type { Setting } from './context.ts';

/** The shipped table; undefined, with a warning, when it is not there or damaged: the other roots remain. */
export async function readReleaseTable(setting: Pick<Setting, 'readTable'>, emit: Emit): Promise<ReleaseTable | undefined> {
  try {
    return parseReleaseTable(await setting.readTable());
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    emit({ type: 'finding', finding: { ...error.finding, severity: 'warning' } });
    return undefined;
  }
}
