import type { Report } from '../domain/report.ts';
import { renderJson } from './json.ts';
import { renderSummary } from './summary.ts';

/** One file in `report-dir`. */
export interface FileRenderer {
  readonly fileName: string;
  /** Only this platform has a use for it; undefined: everybody has. */
  readonly only?: 'gitlab';
  render(report: Report): string;
}

/** The files of every run. What else is written stands in file-renderers.ts, which a warm run does not load. */
export const FILE_RENDERERS: readonly FileRenderer[] = [
  { fileName: 'report.json', render: renderJson },
  { fileName: 'summary.md', render: renderSummary },
];
