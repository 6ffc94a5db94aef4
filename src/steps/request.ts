import { relative, resolve } from 'node:path';
import type { VersionOrigin } from '../domain/event.ts';
import { Failure, failure } from '../domain/failure.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { userGotoolchain } from '../domain/gotoolchain.ts';
import { LIMITS } from '../domain/limits.ts';
import { readVersionFile } from '../domain/version-file.ts';
import { parseSpec, type VersionSpec } from '../domain/version-spec.ts';
import type { Setting } from './context.ts';
import { isBelow, nearestModuleFile } from './project-directory.ts';

/** Which Go is wanted, and who said so. */
export interface Request {
  readonly spec: VersionSpec;
  readonly origin: VersionOrigin;
  /** The request is a `go` line: a language version, that is a lower bound and not an explicit wish. */
  readonly isGoLine: boolean;
  /** What was given and does not count. */
  readonly warnings?: readonly Finding[];
}

/**
 * The request: go-version, else go-version-file, else the nearest go.work or go.mod. Undefined when none of them is there (an empty
 * input counts as not given: that is what an empty matrix value gives), and when go-version is malformed, which parseInputs
 * reports. A version file may lie anywhere, as in setup-go. Throws INPUT.VERSION_FILE, and INPUT.INVALID for a working directory
 * that is none.
 */
export async function readRequest(setting: Setting): Promise<Request | undefined> {
  const { rawInputs, workspace } = setting;
  const version = rawInputs['go-version']?.trim();
  const file = rawInputs['go-version-file']?.trim();
  if (version) {
    const spec = parseSpec(version);
    const warnings = file ? [ignoredFile(file)] : [];
    return spec && { spec, origin: { kind: 'input' }, isGoLine: false, warnings };
  }
  if (file) return fromFile(setting, { path: resolve(workspace, file), kind: 'file' });
  const start = await workingDirectory(setting);
  const found = await nearestModuleFile(setting.files, { start, workspace: resolve(workspace) });
  return found === undefined ? undefined : fromFile(setting, { path: found, kind: 'default' });
}

/** That no version can be read anywhere, for a command that cannot go on without one. */
export function noRequest(): Failure {
  return failure('INPUT.VERSION', {
    subject: 'go-version',
    message: 'go-version and go-version-file are empty or not given, and there is no go.work or go.mod to read a version from',
    fixes: [{ title: 'Name the version', kind: 'setting', text: "go-version: '1.26'", risk: 'none' }],
  });
}

function ignoredFile(file: string): Finding {
  return finding('INPUT.INVALID', {
    subject: 'go-version-file',
    severity: 'warning',
    message: 'go-version-file does not count, because go-version is given too',
    evidence: { got: file.slice(0, 200), accepted: 'either go-version or go-version-file' },
    fixes: [{ title: 'Remove one of the two', kind: 'edit', text: 'go-version-file', risk: 'none' }],
  });
}

/** Absolute. A misspelt directory must not end in the go.mod of its parent. Throws INPUT.INVALID. */
async function workingDirectory({ files, rawInputs, workspace, host }: Setting): Promise<string> {
  const got = rawInputs['working-directory']?.trim() || '.';
  const path = resolve(workspace, got);
  if (path === resolve(workspace)) return path;
  const mustBeInside = host.kind !== 'terminal';
  const kind = (await files.stat(path))?.kind;
  const isDirectory = kind === 'directory' || kind === 'symlink';
  if (isDirectory && (isBelow(workspace, path) || !mustBeInside)) return path;
  throw failure('INPUT.INVALID', {
    subject: 'working-directory',
    evidence: {
      got: got.slice(0, 200),
      reason: isDirectory ? 'it is outside of the workspace' : 'there is no such directory',
      accepted: mustBeInside ? 'a directory of the workspace, relative to it' : 'a directory',
    },
  });
}

async function fromFile(
  { files, env, workspace }: Setting,
  { path, kind }: { readonly path: string; readonly kind: 'file' | 'default' },
): Promise<Request> {
  const shown = relative(workspace, path) || path;
  const text = await readText(files, { path, shown });
  const read = readVersionFile({ path: shown, text, gotoolchain: userGotoolchain(env) });
  if ('finding' in read) throw new Failure([read.finding]);
  return { spec: read.spec, origin: { kind, file: shown, line: read.line }, isGoLine: read.directive === 'go' };
}

async function readText(files: Setting['files'], { path, shown }: { path: string; shown: string }): Promise<string> {
  try {
    const isFile = (await files.stat(path))?.kind !== 'other';
    // A pipe that nobody writes to would be waited for until the budget is over.
    if (!isFile) throw failure('FS.IO', { subject: path, evidence: { problem: 'it is a pipe or a device, and no file' } });
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
