import { join } from 'node:path';
import { Failure, failure } from '../domain/failure.ts';
import { type Finding, type Fix, finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import { platformText } from '../domain/platform.ts';
import { type PrivateVersion, parsePrivateVersion, privateVersionName, privateVersionText } from '../domain/private-version.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Candidate } from '../domain/source.ts';
import { type GoVersion, versionSemver, versionText } from '../domain/version.ts';
import { destinationPlace, type Place, toolPlace } from '../install/place.ts';
import { publish } from '../install/publish.ts';
import { aboveMinimum } from '../policy/choose-release.ts';
import { floatingCandidate, privateTool, writtenVersion } from '../sources/floating.ts';
import { makePrivateRecord } from '../verify/private-record.ts';
import { moduleName } from '../verify/tree-hash.ts';
import { acquire } from './acquire.ts';
import { discardUnpublished, type Staged, type Target } from './attempt.ts';
import type { Context } from './context.ts';
import { listedExpectation } from './listed-checksum.ts';
import { once } from './once.ts';
import { findPrivate } from './private-entry.ts';
import { PRIVATE_FIXES, type Proofs, pinned } from './proofs.ts';
import type { NotProvided, Provided } from './provided.ts';
import type { Request } from './request.ts';
import { choiceOf } from './resolve.ts';
import { openSilently } from './teams.ts';
import { underLock } from './under-lock.ts';
import { withSpool } from './with-spool.ts';

/**
 * The request at an address that is known to have builds of its own and floating names (sources/floating.ts): from the tool cache,
 * else the file that is named after the request as it is written; what it really is, its VERSION says. Throws VER.NO_PROOF when
 * neither `verification: source` nor a checksum was given, VERSION.NO_SOURCE for what no file is named after, or why there is no
 * such build.
 */
export async function provideFloating(
  context: Context,
  { request, base }: { readonly request: Request; readonly base: string },
  signal: AbortSignal,
): Promise<Provided> {
  const { inputs, platform } = context;
  if (inputs.verification === 'strict' && inputs.checksum === undefined) throw unvouched(base);
  const written = writtenVersion(request.spec);
  if (written === undefined) throw noList(base, request);
  const standing = await findPrivate(context, { base, spec: request.spec }, signal);
  if (standing !== undefined) return standing;
  if (inputs.offline) throw failure('OFFLINE.NOT_FOUND', { subject: request.spec.text, evidence: { source: redactUrl(base) } });
  const candidate = floatingCandidate({ base, token: inputs.sourceToken }, written, platform);
  // Only a name to hash under, until the archive says what it is.
  const version = parsePrivateVersion(written)?.version ?? { major: 0, minor: 0, patch: 0 };
  for (const finding of aboveMinimum(choiceOf(context, request), [{ version }]).warnings)
    context.emit({ type: 'finding', finding });
  const outcome = await provideBuild(context, { base, candidates: [candidate], version, nextAttempt: () => 1 }, signal);
  if ('root' in outcome) return outcome;
  const [first, ...rest] = outcome.findings;
  throw first === undefined ? new Error('an attempt failed without a finding') : new Failure([first, ...rest]);
}

/**
 * A build that nobody but its source vouches for, installed under a tool of its own (sources/floating.ts privateTool), so that it
 * never stands where a proved Go is looked for.
 */
export async function provideBuild(
  context: Context,
  build: {
    readonly base: string;
    readonly candidates: readonly Candidate[];
    readonly version: GoVersion;
    readonly nextAttempt: () => number;
  },
  signal: AbortSignal,
): Promise<Provided | NotProvided> {
  const place = placeOf(context, build.base, versionSemver(build.version));
  const proofs = privateProofs(context, signal);
  const work = (): Promise<Provided | NotProvided> =>
    withSpool(context, {
      ...build,
      place,
      work: spool => installBuild(context, { ...build, place, proofs, spool }, signal),
    });
  return underLock(context, { place, work }, signal);
}

function placeOf({ destination, machine, platform }: Context, base: string, name: string): Place {
  if (destination !== undefined) return destinationPlace(destination);
  return toolPlace({ toolCache: machine.toolCache.directory, tool: privateTool(base), name, platform });
}

async function installBuild(
  context: Context,
  build: Parameters<typeof provideBuild>[1] & Target,
  signal: AbortSignal,
): Promise<Provided | NotProvided> {
  const staged = await acquire(context, build, signal);
  if ('findings' in staged) return { findings: staged.findings, exists: false };
  return discardUnpublished(context, staged, publishBuild(context, { ...build, staged }));
}

/** Under the version that it has, which may be newer than the name that was asked for. */
async function publishBuild(
  context: Context,
  build: { readonly base: string; readonly version: GoVersion; readonly staged: Staged },
): Promise<Provided> {
  const { machine, platform, emit } = context;
  const { staged } = build;
  const real = await readVersion(context, staged.stage.root);
  const place = placeOf(context, build.base, privateVersionName(real));
  await machine.files.makeDirectory(place.parent);
  const { proof, stage, tree } = staged;
  if (tree === undefined) throw new Error('the tree of a private build was not hashed');
  const record = { moduleName: moduleName(build.version, platform), tree, root: proof.root };
  const randomName = (): string => machine.randomName();
  await publish({ place, stage, files: machine.files, randomName, receipt: makePrivateRecord(record), replace: true });
  emit({ type: 'proved', proof });
  const name = privateVersionText(real);
  if (name !== versionText(build.version)) {
    emit({ type: 'resolved', version: name, platform: platformText(platform), learntFrom: ['VERSION'] });
  }
  return { version: real.version, name, root: place.root, from: 'download', place };
}

async function readVersion({ machine }: Context, root: string): Promise<PrivateVersion> {
  const text = (await machine.files.read(join(root, 'VERSION'), LIMITS.goVersionBytes)).toString('utf8');
  const [line = ''] = text.split(/\r?\n/u);
  const read = parsePrivateVersion(line.trim());
  if (read !== undefined) return read;
  throw failure('ARC.LAYOUT', { subject: 'VERSION', evidence: { 'first line': line.slice(0, 100) } });
}

/** The pin, else what the source lists; the public roots know nothing of such a build, or something else under the same name. */
function privateProofs(context: Context, signal: AbortSignal): Proofs {
  const pin = context.inputs.checksum;
  const listed = new Map<string, ReturnType<typeof once<Awaited<ReturnType<typeof listedExpectation>>>>>();
  const listedOf = (candidate: Candidate): ReturnType<typeof listedExpectation> => {
    const known = listed.get(candidate.url) ?? once(() => listedExpectation(context, candidate, signal));
    listed.set(candidate.url, known);
    return known();
  };
  return {
    ofFile: async candidate => {
      if (pin !== undefined) return pin.kind === 'sha256' ? pinned(pin, candidate.fileName) : undefined;
      return listedOf(candidate);
    },
    ofArchive: async candidate => {
      if (pin !== undefined) return [pinned(pin, candidate.fileName)];
      const expectation = await listedOf(candidate);
      if (expectation !== undefined) return [expectation];
      await touchArchive(context, candidate, signal);
      const message = 'The source lists no checksum of this build (<file>.sha256 over https)';
      throw failure('VER.NO_PROOF', { subject: candidate.sourceId, message, fixes: [PIN_IT] });
    },
    // Its hash is what later runs know the build by.
    wantsTree: () => true,
    ofInstalled: async () => {
      throw failure('VER.NO_PROOF', { subject: 'private build' });
    },
    receipt: async () => undefined,
  };
}

/** A build that is not there is another cause than one that nobody vouches for. Throws what the source says. */
async function touchArchive(context: Context, candidate: Candidate, signal: AbortSignal): Promise<void> {
  const archive = openSilently(context, candidate, signal);
  try {
    for await (const chunk of archive.stream()) if (chunk.length > 0) break;
  } finally {
    archive.close();
  }
}

const PIN_IT: Fix = PRIVATE_FIXES[1];

function unvouched(base: string): Failure {
  const message = 'Builds of this source are not those of the Go project: set verification: source, or pin checksum';
  return failure('VER.NO_PROOF', { subject: redactUrl(base), message, fixes: PRIVATE_FIXES });
}

function noList(base: string, request: Request): Failure {
  return new Failure([noListFinding(base, request)]);
}

function noListFinding(base: string, { spec }: Request): Finding {
  return finding('VERSION.NO_SOURCE', {
    subject: spec.text,
    message: 'This source has no version list, so a range or an alias cannot be resolved there',
    evidence: { source: redactUrl(base), accepted: 'a version such as 1.26.8, or a line such as 1.26' },
    fixes: [{ title: 'Name a version or a line', kind: 'setting', text: "go-version: '1.26'", risk: 'none' }],
  });
}
