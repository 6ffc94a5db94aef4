import { dirname, join, relative, resolve } from 'node:path';
import type { VersionOrigin } from '../domain/event.ts';
import { Failure, failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { readVersionFile } from '../domain/version-file.ts';
import { parseSpec, type VersionSpec } from '../domain/version-spec.ts';
import type { Setting } from './context.ts';

/** Which Go is wanted, and who said so. */
export interface Request {
  readonly spec: VersionSpec;
  readonly origin: VersionOrigin;
  /** The request is a `go` line: a language version, that is a lower bound and not an explicit wish. */
  readonly isGoLine: boolean;
}

/** Looked for in this order in each directory, from the working directory up to the workspace. */
const DEFAULT_FILES = ['go.work', 'go.mod'] as const;

/**
 * The request: go-version, else go-version-file, else the nearest go.work or go.mod. Undefined when go-version was given but is
 * malformed, which parseInputs reports. Throws INPUT.VERSION_FILE, INPUT.VERSION.
 */
export async function readRequest(setting: Setting): Promise<Request | undefined> {
  const { rawInputs, workspace } = setting;
  const version = rawInputs['go-version']?.trim();
  if (version) {
    const spec = parseSpec(version);
    return spec && { spec, origin: { kind: 'input' }, isGoLine: false };
  }
  const file = rawInputs['go-version-file']?.trim();
  if (file) return fromFile(setting, { path: resolve(workspace, file), kind: 'file' });
  const found = await nearestModuleFile(setting);
  if (found !== undefined) return fromFile(setting, { path: found, kind: 'default' });
  throw failure('INPUT.VERSION', {
    subject: 'go-version',
    message: 'No version was requested, and there is no go.work or go.mod to read it from',
    fixes: [{ title: 'Name the version', kind: 'setting', text: "go-version: '1.26'", risk: 'none' }],
  });
}

async function nearestModuleFile({ files, rawInputs, workspace }: Setting): Promise<string | undefined> {
  let directory = resolve(workspace, rawInputs['working-directory']?.trim() || '.');
  for (;;) {
    for (const name of DEFAULT_FILES) {
      const path = join(directory, name);
      if ((await files.stat(path))?.kind === 'file') return path;
    }
    const parent = dirname(directory);
    if (directory === workspace || parent === directory) return undefined;
    directory = parent;
  }
}

async function fromFile(
  { files, env, workspace }: Setting,
  { path, kind }: { readonly path: string; readonly kind: 'file' | 'default' },
): Promise<Request> {
  const shown = relative(workspace, path) || path;
  const text = await readText(files, { path, shown });
  const read = readVersionFile({ path: shown, text, gotoolchain: env['GOTOOLCHAIN'] });
  if ('finding' in read) throw new Failure([read.finding]);
  return { spec: read.spec, origin: { kind, file: shown, line: read.line }, isGoLine: read.directive === 'go' };
}

async function readText(files: Setting['files'], { path, shown }: { path: string; shown: string }): Promise<string> {
  try {
    return (await files.read(path, LIMITS.versionFileBytes)).toString('utf8');
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, evidence } = error.finding;
    const seen = Object.fromEntries(evidence.filter(({ name }) => name !== 'path').map(({ name, value }) => [name, value]));
    throw failure(
      'INPUT.VERSION_FILE',
      { subject: shown, evidence: { reason: code, ...seen }, location: { file: shown } },
      error,
    );
  }
}
