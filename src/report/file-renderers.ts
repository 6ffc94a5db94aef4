import { renderCodeQuality } from './codequality.ts';
import { renderCycloneDx } from './cyclonedx.ts';
import { renderDotenv } from './dotenv.ts';
import { renderGitlabAnnotations } from './gitlab-annotations.ts';
import { renderHtml } from './html.ts';
import { renderJunit } from './junit.ts';
import { renderMetrics } from './openmetrics.ts';
import type { FileRenderer } from './registry.ts';
import { renderSpdx } from './spdx.ts';

/**
 * Large, and not needed by every run: loaded through `import()` by adapters/report-files.ts. A new format is one file in this room,
 * one row here and one golden file.
 */
export const MORE_FILE_RENDERERS: readonly FileRenderer[] = [
  { fileName: 'report.html', render: renderHtml },
  { fileName: 'junit.xml', render: renderJunit },
  { fileName: 'metrics.txt', render: report => renderMetrics(report) },
  { fileName: 'sbom.cdx.json', render: renderCycloneDx },
  { fileName: 'sbom.spdx.json', render: renderSpdx },
  { fileName: 'codequality.json', only: 'gitlab', render: renderCodeQuality },
  { fileName: 'annotations.json', only: 'gitlab', render: renderGitlabAnnotations },
  { fileName: 'go.env', only: 'gitlab', render: renderDotenv },
];
