import { join, resolve } from 'node:path';
import type { Emit } from '../domain/event.ts';
import { Failure, failure } from '../domain/failure.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { parseInputs } from '../domain/inputs.ts';
import { LIMITS } from '../domain/limits.ts';
import { certificatesIn, isWholeCertificate } from '../domain/pem-certificates.ts';
import { platformFor } from '../domain/platform.ts';
import { SOURCE_IDS } from '../sources/source-ids.ts';
import type { Context, Setting } from './context.ts';
import { createEarlyLook } from './early-look.ts';
import { once } from './once.ts';
import { type Request, readRequest } from './request.ts';

/**
 * Judges everything that can be judged before the first packet, all at once: inputs, version file, CA file, platform, and what
 * stands at the destination. Throws one Failure with every problem (INPUT.*, HTTP.INSECURE_TOKEN).
 */
export async function prepare(setting: Setting, emit: Emit): Promise<Context> {
  const { rawInputs, env, workspace, host, operands, options, secrets, log, signer, readTable, readTrustedRoot } = setting;
  const judged = parseInputs(rawInputs, { env, sourceIds: SOURCE_IDS });
  const problems: Finding[] = 'findings' in judged ? [...judged.findings] : [];
  const request = await collect(() => wantedRequest(setting), problems);
  const caPem = await collect(() => readCaFile(setting), problems);
  const platform = platformFor(setting.hostPlatform, rawInputs['architecture']?.trim() || undefined);
  if (platform === undefined && !problems.some(({ code }) => code === 'INPUT.PLATFORM')) problems.push(noPlatform(setting));
  const destination = await collect(() => findDestination(setting), problems);
  await collect(() => checkParent(setting, destination), problems);
  const [first, ...rest] = problems;
  if (first !== undefined) throw new Failure([first, ...rest]);
  if ('findings' in judged || platform === undefined) throw new Error('problems without a finding');
  const { inputs } = judged;
  const settings = { caPem, offline: inputs.offline, allowDirect: inputs.allowDirect };
  const machine = setting.openMachine(settings);
  const reopen: Context['reopen'] = network => setting.openMachine({ ...settings, network });
  const releaseTable = once(async () => (await import('./release-table.ts')).readReleaseTable(setting, emit));
  const budgetEndMs = machine.clock.monotonic() + inputs.timeoutMs;
  const { openStandardInput } = setting;
  const given = openStandardInput === undefined ? {} : { openStandardInput };
  const face = { host, operands, options, secrets, workspace, log, signer, readTable, readTrustedRoot, ...given };
  const made = { machine, emit, releaseTable, budgetEndMs, reopen, earlyLook: createEarlyLook() };
  return { ...face, ...made, inputs, platform, request, destination };
}

/** `verify` and `env` need no version. */
async function wantedRequest(setting: Setting): Promise<Request | undefined> {
  const { command, rawInputs } = setting;
  const isNamed = !!rawInputs['go-version']?.trim() || !!rawInputs['go-version-file']?.trim();
  return command === 'install' || command === 'resolve' || isNamed ? readRequest(setting) : undefined;
}

/** PEM text; undefined when there is no such input. Throws INPUT.CA_FILE. */
async function readCaFile({ rawInputs, files, workspace }: Setting): Promise<string | undefined> {
  const name = rawInputs['ca-file']?.trim();
  if (!name) return undefined;
  const refuse = (evidence: Readonly<Record<string, string>>): Failure =>
    failure('INPUT.CA_FILE', { subject: 'ca-file', evidence: { file: name, ...evidence } });
  let text: string;
  try {
    text = (await files.read(resolve(workspace, name), LIMITS.caFileBytes)).toString('utf8');
  } catch (error) {
    if (error instanceof Failure) throw refuse({ reason: error.finding.message });
    throw error;
  }
  const certificates = certificatesIn(text);
  if (certificates.length === 0) throw refuse({ reason: 'it holds no PEM certificate' });
  const at = certificates.findIndex(pem => !isWholeCertificate(pem));
  if (at !== -1) throw refuse({ reason: `certificate ${at + 1} of ${certificates.length} is damaged` });
  return text;
}

/** Absolute; of a link what it leads to, for the tree goes there. Undefined when there is no such input. Throws FS.*. */
async function findDestination({ rawInputs, files, workspace }: Setting): Promise<string | undefined> {
  const name = rawInputs['dest']?.trim();
  if (!name) return undefined;
  const path = resolve(workspace, name);
  return ((await files.stat(path))?.kind === 'symlink' ? await files.realPath(path) : undefined) ?? path;
}

/**
 * Whether a destination that does not stand yet can be made: not below a file, and not where this user may not write, which is tried
 * with a file that goes at once. Throws INPUT.DESTINATION.
 */
async function checkParent({ command, files }: Setting, destination: string | undefined): Promise<void> {
  if (destination === undefined) return;
  for (let path = destination; ; path = resolve(path, '..')) {
    const stat = await files.stat(path);
    if (stat?.kind === 'file' || stat?.kind === 'other') {
      throw failure('INPUT.DESTINATION', { subject: 'dest', evidence: { 'not a directory': path } });
    }
    if (stat === undefined && path !== resolve(path, '..')) continue;
    if (command === 'install' && path !== destination) await tryToWrite(files, path);
    return;
  }
}

async function tryToWrite(files: Setting['files'], directory: string): Promise<void> {
  const probe = join(directory, '.setup-go-robust-probe');
  try {
    // One that stands there was left by a kill, or is that of another run, which has seen by then what it wanted to see.
    await files.write(probe, '', { exclusive: true });
    await files.remove(probe);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw failure('INPUT.DESTINATION', { subject: 'dest', evidence: { 'cannot be written': directory, reason: error.code } });
  }
}

/** The result, or undefined after its problems were put with the others. */
async function collect<T>(body: () => Promise<T>, problems: Finding[]): Promise<T | undefined> {
  try {
    return await body();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    problems.push(...error.findings);
    return undefined;
  }
}

function noPlatform({ hostPlatform }: Setting): Finding {
  return finding('INPUT.PLATFORM', { subject: 'architecture', evidence: { os: hostPlatform.os, arch: hostPlatform.arch } });
}
