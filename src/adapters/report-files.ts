import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../domain/report.ts';
import { FILE_RENDERERS } from '../report/registry.ts';

/** Writes every report file (report.json, summary.md …) into a directory, which is made when it is not there. */
export async function writeReportFiles(report: Report, directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await Promise.all(FILE_RENDERERS.map(({ fileName, render }) => writeFile(join(directory, fileName), render(report))));
}
