import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../../src/domain/report.ts';
import { MORE_FILE_RENDERERS } from '../../../src/report/file-renderers.ts';
import { toolsDirectory } from '../official-archive.ts';

const PYTHON = join(toolsDirectory(), 'python', 'bin', 'python');
const DEBIAN = join(toolsDirectory(), 'debian', 'usr', 'bin');
export const PROMTOOL = join(DEBIAN, 'promtool');
export const PROMETHEUS = join(DEBIAN, 'prometheus');
export const PUSHGATEWAY = join(DEBIAN, 'prometheus-pushgateway');

/** Why the readers of report files cannot be asked here; undefined when they can. */
export function whyNoReaders(): string | undefined {
  if (!existsSync(PYTHON)) return 'the Python tools are not installed (.ci/run installs them)';
  try {
    execFileSync(PYTHON, ['-c', 'import junitparser, prometheus_client, cyclonedx, spdx_tools'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'the readers of report files are not installed (.ci/run installs them)';
  }
}

/** Why Prometheus cannot be asked here; undefined when it can. */
export function whyNoPrometheus(): string | undefined {
  return [PROMTOOL, PROMETHEUS, PUSHGATEWAY].every(file => existsSync(file))
    ? undefined
    : 'promtool is not installed (.ci/run installs it)';
}

/** The browser of the machine; undefined: there is none. */
export function chromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const directories = (process.env['PATH'] ?? '').split(':');
  return names.flatMap(name => directories.map(directory => join(directory, name))).find(path => existsSync(path));
}

/** Writes the files of a report, each changed by `change`, and says where. */
export function writeFiles(report: Report, directory: string, change: (text: string) => string = text => text): string {
  mkdirSync(directory, { recursive: true });
  for (const { fileName, render } of MORE_FILE_RENDERERS) writeFileSync(join(directory, fileName), change(render(report)));
  return directory;
}

/** What validate.py understood of one file. */
export type Verdict = { readonly ok: unknown } | { readonly refused: string };

export function validate(directories: readonly string[]): Readonly<Record<string, Readonly<Record<string, Verdict>>>> {
  const script = join(import.meta.dirname, 'validate.py');
  const output = execFileSync(PYTHON, [script, ...directories], { encoding: 'utf8', maxBuffer: 64 * 1_024 * 1_024 });
  return JSON.parse(output) as ReturnType<typeof validate>;
}
