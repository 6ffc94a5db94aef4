import { join, relative } from 'node:path';
import type { Outcome } from '../domain/event.ts';
import { Failure, failure } from '../domain/failure.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { groupSums, type SummedModule } from '../domain/sum-lines.ts';
import { listModuleParts } from '../install/module-cache.ts';
import type { Context } from './context.ts';
import { moduleCacheDirectory } from './module-cache-directory.ts';
import { proveModule } from './module-proof.ts';
import { readProjectSums } from './project-sums.ts';
import { readVendor, type VendorFiles, vendorFinding } from './vendor-proof.ts';

/** Modules at a time: one waits for the disk or for zlib's thread while another is hashed. */
const PARALLEL = 4;
/** So many names of what could not be proved are given. */
const NAMED = 10;

/** What all modules together came to. */
interface Sum {
  proved: number;
  missing: number;
  vendored: number;
  readonly findings: Finding[];
  readonly unproved: string[];
}

/**
 * The command `verify --modules`: proves what the module cache and the vendor directories hold of a project's modules against its
 * go.sum files; no packet leaves, and no hash that stands beside a module is believed. Throws MODCACHE.ALTERED and MODCACHE.VENDOR for
 * all that differs, MODCACHE.EMPTY where go.sum names modules and none of them is here, MODCACHE.UNPROVED where modules are required and
 * here and no go.sum names any, GO.NO_MOD, and FS.*.
 */
export async function verifyModules(context: Context, signal: AbortSignal): Promise<Outcome> {
  const { machine, workspace, emit } = context;
  const path = context.operands[0] ?? '.';
  const { roots, lines, required } = await readProjectSums(context, path);
  const cache = await moduleCacheDirectory(context, signal);
  const modules = groupSums(lines);
  if (modules.size === 0 && required.length > 0 && listModuleParts(machine.files, cache).length > 0)
    throw unsummed(path, required);
  const sum: Sum = { proved: 0, missing: 0, vendored: 0, findings: [], unproved: [] };
  const vendors: VendorFiles[] = [];
  for (const root of roots) {
    const place = join(root, 'vendor');
    const found = await readVendor({ files: machine.files, root: place, directory: relative(workspace, place) || place }, signal);
    if (found !== undefined) vendors.push(found);
  }
  for (const { unprovable } of vendors) sum.unproved.push(...unprovable);
  await eachOf([...modules.values()], module => prove({ context, cache, vendors, sum }, module, signal));
  for (const { bySource } of vendors) sum.unproved.push(...[...bySource.keys()].filter(source => !isInSum(modules, source)));
  const [first, ...rest] = [...sum.findings].sort((a, b) => (a.subject < b.subject ? -1 : 1));
  if (first !== undefined) throw new Failure([first, ...rest]);
  if (sum.proved === 0 && modules.size > 0)
    throw failure('MODCACHE.EMPTY', { subject: path, evidence: { modules: modules.size, GOMODCACHE: cache } });
  if (sum.unproved.length > 0) emit({ type: 'finding', finding: unprovedFinding(path, sum.unproved) });
  emit({ type: 'finding', finding: provedFinding(path, sum) });
  return 'ok';
}

function isInSum(modules: ReadonlyMap<string, SummedModule>, source: string): boolean {
  return (modules.get(source)?.zipHashes.length ?? 0) > 0;
}

async function prove(
  task: { readonly context: Context; readonly cache: string; readonly vendors: readonly VendorFiles[]; readonly sum: Sum },
  module: SummedModule,
  signal: AbortSignal,
): Promise<void> {
  const { context, cache, vendors, sum } = task;
  const { proved, missing, findings, files } = await proveModule({ machine: context.machine, cache, module }, signal);
  sum.proved += proved;
  sum.missing += missing;
  sum.findings.push(...findings);
  const source = `${module.path}@${module.version}`;
  for (const { directory, bySource } of vendors) {
    const own = bySource.get(source);
    if (own === undefined || module.zipHashes.length === 0) continue;
    if (files === undefined) sum.unproved.push(`${source} in ${directory}`);
    else {
      const wrong = vendorFinding({ source, directory, files: own }, files);
      if (wrong === undefined) sum.vendored += own.length;
      else sum.findings.push(wrong);
    }
  }
}

/** The first failure ends the others too. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  let isOver = false;
  const worker = async (): Promise<void> => {
    try {
      for (let item = queue.shift(); item !== undefined && !isOver; item = queue.shift()) await work(item);
    } finally {
      isOver = queue.length > 0 || isOver;
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL, items.length) }, worker));
}

function unsummed(path: string, required: readonly string[]): Failure {
  return failure('MODCACHE.UNPROVED', {
    subject: path,
    severity: 'error',
    message: 'The project requires modules, and no go.sum names one: nothing can be proved',
    evidence: { 'required modules': required.length, first: required[0] },
    fixes: [{ title: 'Make go.sum, then verify again', kind: 'command', text: 'go mod tidy', risk: 'none' }],
  });
}

function unprovedFinding(path: string, names: readonly string[]): Finding {
  const shown = names.slice(0, NAMED);
  return finding('MODCACHE.UNPROVED', {
    subject: path,
    message: `Of the vendor directory ${names.length} parts could not be proved`,
    evidence: Object.fromEntries([
      ...shown.map((name, index) => [`part ${index + 1}`, name]),
      ...(names.length > NAMED ? [['and', `${names.length - NAMED} more`]] : []),
    ]),
  });
}

function provedFinding(path: string, { proved, missing, vendored }: Sum): Finding {
  const vendor = vendored === 0 ? '' : ` and ${vendored} vendored files`;
  return finding('MODCACHE.PROVED', {
    subject: path,
    message: `${proved} parts of modules${vendor} are what go.sum records; ${missing} parts are not on this machine`,
    evidence: { proved, missing, 'vendored files': vendored, failed: 0 },
  });
}
