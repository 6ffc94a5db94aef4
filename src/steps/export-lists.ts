import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import type { Finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import { PRODUCT } from '../domain/product.ts';
import { exportReadme } from '../report/export-readme.ts';
import { EXPORT_FILES, indexText, parseSums, receiptFileName, type Sums, sumsText } from '../sources/exported.ts';
import { signedHead } from '../verify/receipt.ts';
import { sha256Of } from '../verify/sha256.ts';
import { moduleName } from '../verify/tree-hash.ts';
import type { Context } from './context.ts';
import type { ExportedRelease } from './export-release.ts';
import { checkSum, readExported } from './exported-mirrors.ts';
import { writeWhole } from './write-whole.ts';

/** What the last export wrote down; a list of it that was changed since is told, and written anew at the end. */
export async function readOwnSums(context: Context, base: string, signal: AbortSignal): Promise<Sums> {
  const read = (name: string): Promise<Buffer | undefined> =>
    readExported(context, { place: { base }, name, maxBytes: LIMITS.listingBytes }, signal);
  const told = (found: Finding): void => context.emit({ type: 'finding', finding: { ...found, severity: 'warning' } });
  const { sums: sumsFile, ...others } = EXPORT_FILES;
  const written = await read(sumsFile);
  const sums = written === undefined ? new Map() : (unless(() => parseSums(written, sumsFile), told) ?? new Map());
  for (const name of Object.values(others)) {
    const bytes = await read(name);
    if (bytes !== undefined) unless(() => checkSum(sums, name, bytes), told);
  }
  return sums;
}

function unless<T>(work: () => T, told: (found: Finding) => void): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    told(error.finding);
    return undefined;
  }
}

/** The lists come last, so that they name only what is there; SHA256SUMS is the very last. */
export async function writeLists(context: Context, directory: string, releases: readonly ExportedRelease[]): Promise<void> {
  const sums = new Map(releases.map(({ fileName, sha256 }) => [fileName, sha256]));
  const put = async (name: string, content: string | Uint8Array): Promise<void> => {
    await writeWhole(context, join(directory, name), content);
    sums.set(name, sha256Of(content));
  };
  for (const { version, platform, receipt, fileName, signature } of releases) {
    if (signature !== undefined) sums.set(`${fileName}.asc`, sha256Of(signature));
    if (receipt !== undefined) sums.set(receiptFileName(version, platform), sha256Of(receipt));
  }
  const head = newestHead(context, releases);
  if (head !== undefined) await put(EXPORT_FILES.head, head);
  await put(EXPORT_FILES.table, await context.readTable());
  const unproved = releases
    .filter(({ receipt, signature }) => receipt === undefined && signature === undefined)
    .map(({ fileName }) => fileName);
  const names = releases.map(({ fileName }) => fileName);
  await put(EXPORT_FILES.readme, exportReadme({ product: PRODUCT.name, names, unproved }));
  await put(EXPORT_FILES.index, indexText(releases));
  await writeWhole(context, join(directory, EXPORT_FILES.sums), sumsText(sums));
}

function newestHead({ log }: Context, releases: readonly ExportedRelease[]): string | undefined {
  const heads = releases.flatMap(({ receipt, version, platform }) =>
    receipt === undefined ? [] : [signedHead(receipt, { log, moduleName: moduleName(version, platform) })],
  );
  return heads.sort((a, b) => b.size - a.size)[0]?.note;
}
