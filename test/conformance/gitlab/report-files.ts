import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validate, whyNoReaders } from '../reports/tools.ts';
import { artifactPath } from './run-gitlab.ts';

/** A finding at its line, as GitLab shows it in a merge request. */
export interface CodeQualityRow {
  readonly check_name: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** What was read of the report files of one job. */
export interface ReportFiles {
  readonly codeQuality: readonly CodeQualityRow[];
  /** Labels of the links to codes. */
  readonly links: readonly string[];
  readonly html: string;
  readonly metrics: string;
  readonly junit: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Throws for a file that is missing, and for JSON that is none. */
export async function readReportFiles(project: string, job: string): Promise<ReportFiles> {
  const directory = reportDirectory(project, job);
  const read = (name: string): Promise<string> => readFile(join(directory, name), 'utf8');
  const annotations = JSON.parse(await read('annotations.json')) as Readonly<
    Record<string, readonly { readonly external_link: { readonly label: string } }[]>
  >;
  const lines = (await read('go.env')).trimEnd().split('\n');
  return {
    codeQuality: JSON.parse(await read('codequality.json')) as readonly CodeQualityRow[],
    links: Object.values(annotations).flatMap(list => list.map(({ external_link: { label } }) => label)),
    html: await read('report.html'),
    metrics: await read('metrics.txt'),
    junit: await read('junit.xml'),
    variables: Object.fromEntries(lines.map(line => [line.split('=', 1)[0] ?? '', line.slice(line.indexOf('=') + 1)])),
  };
}

/** By job: the files that the library of their format refuses. Empty where there are no such libraries. */
export function refusedFiles(project: string, jobs: readonly string[]): Readonly<Record<string, readonly string[]>> {
  if (whyNoReaders() !== undefined) return {};
  const verdicts = validate(jobs.map(job => reportDirectory(project, job)));
  return Object.fromEntries(
    jobs.map(job => [job, refusedOf(verdicts[reportDirectory(project, job)] ?? { 'validate.py': { refused: 'no answer' } })]),
  );
}

function refusedOf(verdicts: ReturnType<typeof validate>[string]): readonly string[] {
  return Object.entries(verdicts).flatMap(([name, verdict]) => ('refused' in verdict ? [`${name}: ${verdict.refused}`] : []));
}

function reportDirectory(project: string, job: string): string {
  return artifactPath(project, job, 'setup-go-robust-report');
}
