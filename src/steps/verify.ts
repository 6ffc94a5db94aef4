import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openLocalArchive } from '../acquire/local-archive.ts';
import type { Outcome } from '../domain/event.ts';
import { Failure, failure } from '../domain/failure.ts';
import type { Fix } from '../domain/finding.ts';
import type { Measured } from '../domain/proof.ts';
import type { ArchiveLayout, Candidate } from '../domain/source.ts';
import { type GoVersion, parseGoVersion, versionText } from '../domain/version.ts';
import { hashInstalledTree } from '../install/installed-tree.ts';
import { destinationPlace } from '../install/place.ts';
import { findEntry } from '../install/tool-store.ts';
import { createTreeSink } from '../install/tree-sink.ts';
import { parseArchiveFileName } from '../sources/file-name.ts';
import { judge } from '../verify/judge.ts';
import { moduleName } from '../verify/tree-hash.ts';
import { type Context, inPhase } from './context.ts';
import { differences, type FileHashes } from './genuine-files.ts';
import { openProofs, type Proofs } from './proofs.ts';
import { openSources } from './sources.ts';

/** Options that are about a bundle of the user's: signature-wishes.ts reads them. */
const SIGNATURE_OPTIONS = [
  'signature',
  'key',
  'certificate-identity',
  'certificate-identity-regexp',
  'certificate-oidc-issuer',
  'trusted-root',
];

/** What PATH turned out to be, before it is measured. */
interface Subject {
  readonly path: string;
  readonly version: GoVersion;
  readonly layout: ArchiveLayout | 'installed';
  readonly context: Context;
}

/**
 * The command `verify`: proves an archive or an installed GOROOT, and otherwise names every file that differs. Throws VER.TAMPERED,
 * VER.CHECKSUM_PIN, SUM.*, FS.*, and GO.NOT_INSTALLED for a directory that holds no Go. With `--signature` it is a file of the user's
 * own that is proved (verify-signature.ts).
 */
export async function verifyPath(context: Context, signal: AbortSignal): Promise<Outcome> {
  if (SIGNATURE_OPTIONS.some(name => context.options[name] !== undefined)) {
    return (await import('./verify-signature.ts')).verifySignature(context, signal);
  }
  const subject = await identify(context);
  const { version } = subject;
  const sources = await openSources(context, signal);
  const proofs = openProofs(subject.context, { sources, version }, signal);
  const files = new Map<string, string>();
  const measured = await inPhase(context, 'check', () => measure(subject, { hashes: files, proofs }, signal));
  const expectations =
    subject.layout === 'installed' ? await proofs.ofInstalled() : await proofs.ofArchive(candidateOf(subject, subject.layout));
  const verdict = judge(measured, expectations);
  if (verdict.accepted !== undefined) {
    context.emit({ type: 'proved', proof: verdict.accepted });
    return 'ok';
  }
  const differing = await differences(subject.context, { version, sources, proofs, files }, signal);
  const evidence = [...verdict.refused.evidence, ...differing];
  throw new Failure([{ ...verdict.refused, subject: basename(subject.path), evidence, fixes: [replacing(subject)] }]);
}

function replacing({ version, layout }: Subject): Fix {
  const text = `setup-go-robust install ${versionText(version)}`;
  const title =
    layout === 'installed' ? 'Do not use this tree; install it again' : 'Do not use this archive; let it be acquired anew';
  return { title, kind: 'command', text, risk: 'none' };
}

async function identify(context: Context): Promise<Subject> {
  const path = resolve(context.workspace, context.operands[0] ?? '.');
  const stat = await context.machine.files.stat(path);
  if (stat === undefined) throw failure('FS.NOT_FOUND', { subject: context.operands[0] ?? path });
  if (stat.kind === 'directory') {
    const entry = await findEntry(destinationPlace(path), context.machine.files);
    const version = requested(context) ?? parseGoVersion(entry?.versionLine ?? '');
    if (version === undefined)
      throw failure('GO.NOT_INSTALLED', { subject: path, evidence: { reason: 'there is no VERSION file' } });
    return { path, version, layout: 'installed', context };
  }
  const name = parseArchiveFileName(basename(path)) ?? parseModuleFileName(basename(path));
  const version = requested(context) ?? name?.version;
  if (version === undefined) {
    const message = 'The file name does not say which Go this is; name it with --go-version';
    throw failure('INPUT.VERSION', { subject: basename(path), message });
  }
  const platform = name === undefined ? context.platform : { ...context.platform, goos: name.goos, goarch: name.goarch };
  const layout = parseModuleFileName(basename(path)) === undefined ? 'release' : 'module';
  return { path, version, layout, context: { ...context, platform } };
}

function requested({ request }: Context): GoVersion | undefined {
  return request?.spec.kind === 'exact' ? request.spec.version : undefined;
}

/** `v0.0.1-go1.26.8.linux-amd64.zip`, as a module proxy names it. */
function parseModuleFileName(name: string): ReturnType<typeof parseArchiveFileName> {
  const bare = name.startsWith('v0.0.1-') ? name.slice('v0.0.1-'.length) : undefined;
  return bare === undefined ? undefined : parseArchiveFileName(bare);
}

function candidateOf({ path }: Subject, layout: ArchiveLayout): Candidate {
  const fileName = basename(path);
  return { sourceId: 'file', url: pathToFileURL(path).href, fileName, format: formatOf(fileName), layout };
}

function formatOf(fileName: string): Candidate['format'] {
  return fileName.endsWith('.zip') ? 'zip' : 'tar.gz';
}

async function measure(
  subject: Subject,
  { hashes, proofs }: { readonly hashes: FileHashes; readonly proofs: Proofs },
  signal: AbortSignal,
): Promise<Measured> {
  const { path, version, layout, context } = subject;
  const { files, randomName } = context.machine;
  const name = moduleName(version, context.platform);
  const onFile = (file: string, sha256: string): void => void hashes.set(file, sha256);
  if (layout === 'installed') {
    return hashInstalledTree({ reader: files.tree, root: path, moduleName: name, ignore: ['setup.sh'], onFile }, signal);
  }
  const sink = createTreeSink({
    writer: files.tree,
    directory: undefined,
    layout,
    moduleName: name,
    writeUnproven: false,
    onFile,
  });
  const { measuredArchive, unpack } = await import('../install/unpack.ts');
  const bytes = await openLocalArchive({ files, path });
  const spoolPath = `${path}.spool-${randomName()}`;
  const signatureHashes = () => proofs.signatureHashes?.(candidateOf(subject, layout)) ?? [];
  return measuredArchive(await unpack({ bytes, format: formatOf(path), sink, files, spoolPath, signatureHashes }, signal));
}
