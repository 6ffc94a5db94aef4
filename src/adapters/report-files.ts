import { join } from 'node:path';
import { LIMITS } from '../domain/limits.ts';
import type { Report } from '../domain/report.ts';
import type { Host } from '../ports/host.ts';
import { FILE_RENDERERS, type FileRenderer } from '../report/registry.ts';
import { access, mkdir, WRITE, writeFile } from './promised-fs.ts';
import { within } from './within.ts';

export interface ReportFilesRequest {
  readonly directory: string;
  readonly platform: Host['kind'];
  /** The user named the directory, or the platform collects it. */
  readonly isAsked: boolean;
  /** Default: LIMITS.reportFilesMs. */
  readonly limitMs?: number;
}

/**
 * Writes the report files into a directory, which is made when it is not there: report.json and summary.md always, then the others
 * unless nobody asked for them and Go was there already, for then they would take 5 to 8 % of the run. Where an earlier run left them,
 * they are written too, or they would tell of that one. Throws when one could not be written, after the others are, or when the time
 * is up; the caller makes a warning of it.
 */
export async function writeReportFiles(report: Report, request: ReportFilesRequest): Promise<void> {
  const { isAsked, limitMs = LIMITS.reportFilesMs } = request;
  const isWarm = report.outcome === 'cached' || report.outcome === 'ok';
  const write = async (): Promise<void> => {
    await mkdir(request.directory, { recursive: true });
    const failures = await writeEach(FILE_RENDERERS, report, request);
    if (isAsked || !isWarm || (await hasOlder(request.directory))) {
      const { MORE_FILE_RENDERERS } = await import('../report/file-renderers.ts');
      failures.push(...(await writeEach(MORE_FILE_RENDERERS, report, request)));
    }
    if (failures.length > 0) throw failures[0];
  };
  await within(write, limitMs, new Error(`the directory did not take them in ${limitMs} ms`));
}

async function hasOlder(directory: string): Promise<boolean> {
  return access(join(directory, 'report.html')).then(
    () => true,
    () => false,
  );
}

/** What was thrown, by renderers too. */
async function writeEach(
  renderers: readonly FileRenderer[],
  report: Report,
  { directory, platform }: ReportFilesRequest,
): Promise<unknown[]> {
  const wanted = renderers.filter(({ only }) => only === undefined || only === platform);
  const results = await Promise.allSettled(
    wanted.map(async ({ fileName, render }) => writeFile(join(directory, fileName), render(report), { flag: WRITE })),
  );
  return results.flatMap(result => (result.status === 'rejected' ? [result.reason as unknown] : []));
}
