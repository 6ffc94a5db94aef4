import { join } from 'node:path';
import { type Finding, finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import { parseVendorModules } from '../domain/vendor-modules.ts';
import { ownerOf, type VendoredSource, vendoredSources } from '../domain/vendored.ts';
import { hashFiles } from '../install/module-hash.ts';
import type { Files } from '../ports/machine.ts';
import { isFile } from './project-directory.ts';

/** Vendored files by the module (`path@version`) that they must come from. */
export interface VendorFiles {
  /** As the user knows it. */
  readonly directory: string;
  readonly bySource: ReadonlyMap<string, readonly VendorFile[]>;
  /** Modules that nothing can prove, and files of no module. */
  readonly unprovable: readonly string[];
}

export interface VendorFile {
  /** Below vendor. */
  readonly path: string;
  /** Below the module. */
  readonly pathInModule: string;
  readonly sha256: string;
}

const NAMED_FILES = 20;

/** Hashes a vendor directory. Undefined where there is none. Throws FS.*, or the signal's reason. */
export async function readVendor(
  vendor: { readonly files: Files; readonly root: string; readonly directory: string },
  signal: AbortSignal,
): Promise<VendorFiles | undefined> {
  const { files, root, directory } = vendor;
  const list = join(root, 'modules.txt');
  if (!(await isFile(files, list))) return undefined;
  const bytes = await files.read(list, LIMITS.dependencyFileBytes);
  const sources = vendoredSources(parseVendorModules({ file: list, sizeBytes: bytes.length, text: bytes.toString('utf8') }));
  const bySource = new Map<string, VendorFile[]>();
  const unprovable = new Set<string>();
  for await (const [path, sha256] of hashFiles({ reader: files.tree, root }, signal)) {
    if (path === 'modules.txt') continue;
    const owner = ownerOf(path, sources);
    if (owner?.source === undefined)
      unprovable.add(owner === undefined ? `${path}, a file of no module` : `${owner.path}, a directory`);
    else push(bySource, owner.source, vendorFile(owner, path, sha256));
  }
  return { directory, bySource, unprovable: [...unprovable].sort() };
}

function vendorFile(owner: VendoredSource, path: string, sha256: string): VendorFile {
  return { path, pathInModule: path.slice(owner.path.length + 1), sha256 };
}

function push(map: Map<string, VendorFile[]>, key: string, file: VendorFile): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [file]);
  else known.push(file);
}

/** What of a module's vendored files is not in the module as it is proved. Undefined when all are. */
export function vendorFinding(
  vendor: { readonly source: string; readonly directory: string; readonly files: readonly VendorFile[] },
  genuine: ReadonlyMap<string, string>,
): Finding | undefined {
  const wrong = vendor.files
    .filter(file => genuine.get(file.pathInModule) !== file.sha256)
    .map(file => `${genuine.has(file.pathInModule) ? 'changed' : 'added'} ${file.path}`)
    .sort();
  if (wrong.length === 0) return undefined;
  const found = finding('MODCACHE.VENDOR', {
    subject: vendor.source,
    evidence: { differing: wrong.length },
    fixes: [{ title: 'Make the vendor directory again', kind: 'command', text: 'go mod vendor', risk: 'none' }],
    location: { file: join(vendor.directory, (wrong[0] ?? '').replace(/^\w+ /u, '')) },
  });
  const names = wrong.slice(0, NAMED_FILES).map(value => ({ name: 'file', value }));
  const rest = wrong.length > NAMED_FILES ? [{ name: 'file', value: `and ${wrong.length - NAMED_FILES} more` }] : [];
  return { ...found, evidence: [...found.evidence, ...names, ...rest] };
}
