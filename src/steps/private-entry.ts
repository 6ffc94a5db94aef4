import { finding } from '../domain/finding.ts';
import { type PrivateVersion, parsePrivateVersion, privateVersionName, privateVersionText } from '../domain/private-version.ts';
import type { Proof } from '../domain/proof.ts';
import { compareVersions } from '../domain/version.ts';
import type { VersionSpec } from '../domain/version-spec.ts';
import { hashInstalledTree } from '../install/installed-tree.ts';
import { destinationPlace, type Place, toolPlace } from '../install/place.ts';
import { findEntry } from '../install/tool-store.ts';
import { matching } from '../policy/select-version.ts';
import { privateTool } from '../sources/floating.ts';
import { readPrivateRecord } from '../verify/private-record.ts';
import type { Context } from './context.ts';
import type { Provided } from './provided.ts';

/**
 * The newest build of a source that is installed, satisfies the request and is unchanged since. It is believed as far as its
 * source: with `verification: source` by the record that was made when it was installed, otherwise only by a pin of its tree.
 */
export async function findPrivate(
  context: Context,
  wanted: { readonly base: string; readonly spec: VersionSpec },
  signal: AbortSignal,
): Promise<Provided | undefined> {
  for (const { build, place } of await entries(context, wanted.base)) {
    if (!isWanted(build, wanted.spec)) continue;
    const proof = await proveEntry(context, place, signal);
    if (proof === undefined) continue;
    context.emit({ type: 'proved', proof });
    const name = privateVersionText(build);
    return { version: build.version, name, root: place.root, from: 'tool-cache', place };
  }
  return undefined;
}

interface Entry {
  readonly build: PrivateVersion;
  readonly place: Place;
}

/** Newest first; of two builds of one version the later one. */
async function entries({ machine, destination, platform }: Context, base: string): Promise<readonly Entry[]> {
  if (destination !== undefined) {
    const place = destinationPlace(destination);
    const build = parsePrivateVersion((await findEntry(place, machine.files))?.versionLine?.trim() ?? '');
    return build === undefined ? [] : [{ build, place }];
  }
  const tool = privateTool(base);
  const toolCache = machine.toolCache.directory;
  return machine.toolCache
    .versions(tool, platform.cacheArch)
    .flatMap(name => parsePrivateVersion(name) ?? [])
    .sort((a, b) => compareVersions(b.version, a.version) || bySuffix(b.suffix, a.suffix))
    .map(build => ({ build, place: toolPlace({ toolCache, tool, name: privateVersionName(build), platform }) }));
}

function bySuffix(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function isWanted(build: PrivateVersion, spec: VersionSpec): boolean {
  const text = spec.text.replace(/^(?:go|v)/u, '');
  if (text === privateVersionText(build) || text === privateVersionName(build)) return true;
  // A line means its releases; whoever names one build exactly means no other.
  const isNamed = spec.kind === 'exact' && build.suffix !== '';
  return !isNamed && spec.kind !== 'alias' && matching(spec, [{ version: build.version, stable: true }]).length > 0;
}

async function proveEntry({ machine, inputs, emit }: Context, place: Place, signal: AbortSignal): Promise<Proof | undefined> {
  const entry = await findEntry(place, machine.files);
  const record = entry?.receipt === undefined ? undefined : readPrivateRecord(entry.receipt);
  const pin = inputs.checksum;
  if (record === undefined || pin?.kind === 'sha256' || (pin === undefined && inputs.verification !== 'source')) return undefined;
  const { moduleName, tree, root } = record;
  const reader = machine.files.tree;
  const found = await hashInstalledTree({ reader, root: place.root, moduleName }, signal);
  if (pin !== undefined) {
    const isPinned = found.tree === pin.text;
    return isPinned
      ? { kind: 'pinned-checksum', root: 'checksum input', value: found.tree, detail: 'pinned by the user' }
      : undefined;
  }
  if (found.tree !== tree) {
    emit({
      type: 'finding',
      finding: finding('VER.CACHE_DAMAGED', { subject: place.root, evidence: { expected: tree, got: found.tree } }),
    });
    return undefined;
  }
  const message =
    'The source vouched for itself when this build was installed: it is unchanged since, and that is all that is known';
  emit({ type: 'finding', finding: finding('VER.NO_PROOF', { subject: root, severity: 'warning', message }) });
  return { kind: 'source-listing', root, value: tree, detail: 'as recorded when it was installed' };
}
