import type { Outcome } from '../domain/event.ts';
import { Failure, failure } from '../domain/failure.ts';
import { type Finding, type Fix, finding } from '../domain/finding.ts';
import { undoGoEnvEdits } from '../domain/goenv.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Platform, platformText } from '../domain/platform.ts';
import type { Measured, Proof } from '../domain/proof.ts';
import { compareVersions, type GoVersion, parseGoVersion, versionText } from '../domain/version.ts';
import { hashInstalledTree, rehashTree } from '../install/installed-tree.ts';
import { destinationPlace } from '../install/place.ts';
import { findEntry } from '../install/tool-store.ts';
import { judge } from '../verify/judge.ts';
import { moduleName } from '../verify/tree-hash.ts';
import { type Context, inPhase } from './context.ts';
import { openProofs } from './proofs.ts';
import { openSources } from './sources.ts';
import { keptExpectation } from './standing-tree.ts';

/** A Go that was found on PATH and proved. */
export interface PathGo {
  readonly version: GoVersion;
  readonly root: string;
  readonly platform: Platform;
}

/** What a Go says of itself, before it is proved. */
interface Claim extends PathGo {
  /** The go program on PATH. */
  readonly file: string;
}

const NAME_IT: Fix = {
  title: 'Name the version, to install a proved Go',
  kind: 'setting',
  text: "go-version: '1.26'",
  risk: 'none',
};

/**
 * Without any request, the Go on PATH is used, as setup-go does; here it must be the one that the Go project published. Edits of
 * go.env that container images make are accepted and named. Nothing is written beside it. Throws GO.NOT_INSTALLED when there is
 * none, GO.UNPROVED, VERSION.TOO_OLD, VERSION.MISMATCH, GO.NOT_RUNNABLE, or SUM.* when the checksum database says nothing.
 */
export async function findPathGo(context: Context, signal: AbortSignal): Promise<PathGo> {
  const { emit } = context;
  emit({ type: 'requested', spec: 'the Go on PATH', origin: { kind: 'default' } });
  return inPhase(context, 'lookup', async () => {
    const claim = await askGo(context, signal);
    const version = versionText(claim.version);
    emit({ type: 'finding', finding: unspecified(claim) });
    emit({ type: 'resolved', version, platform: platformText(claim.platform), learntFrom: ['path'] });
    checkWanted(context, claim);
    emit({ type: 'proved', proof: await proveClaim({ ...context, platform: claim.platform }, claim, signal) });
    return { version: claim.version, root: claim.root, platform: claim.platform };
  });
}

/** How a run ends that used it: nothing was installed. */
export const PATH_OUTCOME: Outcome = 'ok';

function unspecified({ version, file }: Claim): Finding {
  return finding('VERSION.UNSPECIFIED', {
    subject: 'go-version',
    evidence: { 'Go on PATH': file, version: versionText(version) },
    fixes: [NAME_IT],
  });
}

/** Runs it twice, without the user's settings and without leave to switch to another Go. */
async function askGo(context: Context, signal: AbortSignal): Promise<Claim> {
  const { exec, env } = context.machine;
  const file = await exec.find('go');
  if (file === undefined) throw notInstalled();
  const own = { ...env, GOROOT: undefined, GOFLAGS: undefined, GOPATH: undefined, GOENV: 'off', GOTOOLCHAIN: 'local' };
  const ask = async (...args: readonly string[]): Promise<string> => {
    const answer = await exec.run({ file, args, env: own, timeoutMs: LIMITS.execMs }, signal);
    if (answer.exitCode === 0) return answer.stdout.trim();
    throw failure('GO.NOT_RUNNABLE', {
      subject: file,
      evidence: { 'standard error': answer.stderr.slice(0, 300) },
      fixes: [NAME_IT],
    });
  };
  const said = await ask('version');
  const [, text = '', goos = '', goarch = ''] = /^go version go(\S+)(?: .*)? (\w+)\/(\w+)$/u.exec(said) ?? [];
  const version = parseGoVersion(text);
  if (version === undefined) throw unproved(file, { 'go version': said.slice(0, 200) });
  return { file, version, root: await ask('env', 'GOROOT'), platform: { goos, goarch, cacheArch: context.platform.cacheArch } };
}

function notInstalled(): Failure {
  return failure('GO.NOT_INSTALLED', {
    subject: 'go-version',
    message:
      'go-version and go-version-file are empty or not given, there is no go.work or go.mod to read a version from, and no Go on PATH',
    fixes: [NAME_IT],
  });
}

/** `min-go-version` and `architecture` mean this Go too. */
function checkWanted({ inputs, platform }: Context, { version, file, platform: own }: Claim): void {
  const minimum = inputs.minGoVersion;
  if (compareVersions(version, minimum) < 0) {
    const evidence = { 'Go on PATH': versionText(version), 'min-go-version': versionText(minimum) };
    throw failure('VERSION.TOO_OLD', { subject: file, evidence, fixes: [NAME_IT] });
  }
  if (inputs.architecture !== undefined && platformText(platform) !== platformText(own)) {
    const evidence = { expected: platformText(platform), got: platformText(own) };
    throw failure('VERSION.MISMATCH', { subject: file, evidence, fixes: [NAME_IT] });
  }
}

async function proveClaim(context: Context, claim: Claim, signal: AbortSignal): Promise<Proof> {
  const { machine } = context;
  const { root, version } = claim;
  const entry = await findEntry(destinationPlace(root), machine.files);
  if (entry === undefined) throw unproved(root, { reason: 'GOROOT is empty or missing' });
  const name = moduleName(version, context.platform);
  const kept = keptExpectation(context, entry, name);
  const expectations = kept === undefined ? await askDatabase(context, version, signal) : [kept];
  const hashes = new Map<string, string>();
  const onFile = (path: string, sha256: string): void => void hashes.set(path, sha256);
  const options = { reader: machine.files.tree, root, moduleName: name, ignore: ['setup.sh'], onFile };
  const tree = await hashInstalledTree(options, signal);
  const verdict = judge(tree, expectations);
  if (verdict.accepted !== undefined) return verdict.accepted;
  const restored = undoGoEnvEdits(tree.goEnv?.toString('utf8') ?? '');
  const again = restored && judge(withGoEnv({ name, hashes, text: restored.text, tree }), expectations);
  if (restored === undefined || again?.accepted === undefined) {
    throw unproved(root, Object.fromEntries(verdict.refused.evidence.map(item => [item.name, item.value])));
  }
  const { accepted } = again;
  return { ...accepted, detail: `${accepted.detail}; but for these lines of go.env: ${restored.edits.join(', ')}` };
}

/** The same tree as if its go.env were `text`. */
function withGoEnv(from: {
  readonly name: string;
  readonly hashes: ReadonlyMap<string, string>;
  readonly text: string;
  readonly tree: Measured;
}): Measured {
  return { ...from.tree, tree: rehashTree({ moduleName: from.name, hashes: from.hashes, changed: { 'go.env': from.text } }) };
}

async function askDatabase(
  context: Context,
  version: GoVersion,
  signal: AbortSignal,
): Promise<Awaited<ReturnType<ReturnType<typeof openProofs>['ofInstalled']>>> {
  const sources = await openSources(context, signal);
  try {
    return await openProofs(context, { sources, version }, signal).ofInstalled();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const [first, ...rest] = error.findings;
    throw new Failure([{ ...first, fixes: [...first.fixes, NAME_IT] }, ...rest], error);
  }
}

function unproved(subject: string, evidence: Readonly<Record<string, string>>): Failure {
  return failure('GO.UNPROVED', { subject, evidence, fixes: [NAME_IT] });
}
