import type { Report } from '../domain/report.ts';
import { renderJson } from './json.ts';
import { renderSummary } from './summary.ts';

/** One file in `report-dir`. A new format is one file in this room, one row here and one golden file. */
export interface FileRenderer {
  readonly fileName: string;
  render(report: Report): string;
}

export const FILE_RENDERERS: readonly FileRenderer[] = [
  { fileName: 'report.json', render: renderJson },
  { fileName: 'summary.md', render: renderSummary },
];
