import { pathToFileURL } from 'node:url';
import type { ChecksumServer } from '../acquire/sumdb-server.ts';
import { joinAddress } from '../domain/address.ts';
import { CHECKSUM_DATABASE, CHECKSUM_DATABASE_ALIAS } from '../domain/checksum-database.ts';
import { Failure } from '../domain/failure.ts';
import type { GoproxyEntry } from '../domain/goproxy-entry.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Source } from '../domain/source.ts';
import { parseGoproxy } from '../policy/goproxy.ts';
import { EXPORT_FILES } from '../sources/exported.ts';
import { keptSource } from '../sources/kept-archives.ts';
import { createSources } from '../sources/registry.ts';
import type { Context } from './context.ts';
import { openExportedMirrors } from './exported-mirrors.ts';
import type { ReceiptPlace } from './exported-receipts.ts';
import { goproxySetting } from './goproxy-setting.ts';

/** Everybody who can be asked in this run. */
export interface Sources {
  /** For lists and bytes, in order. */
  readonly archives: readonly Source[];
  /** Public version lists, for sources of the user that have none of their own; never asked for bytes. */
  readonly lists: readonly Source[];
  /** For the checksum database, in order. */
  readonly checksum: readonly ChecksumServer[];
  /** Undefined when it is not set. */
  readonly goproxy: readonly GoproxyEntry[] | undefined;
  /** Exported directories among the sources, whose receipts prove what the database would. */
  readonly receipts: readonly ReceiptPlace[];
}

const DATABASE: readonly ChecksumServer[] = [CHECKSUM_DATABASE, CHECKSUM_DATABASE_ALIAS].map(host => ({
  id: host,
  baseUrl: `https://${host}`,
}));

/**
 * Throws CFG.GOPROXY_INVALID for a GOPROXY of the environment that cannot be read, and FS.*. An exported directory that was changed is a finding,
 * and is thrown (MIRROR.CHANGED, LIST.MALFORMED) where no other source is left.
 */
export async function openSources(context: Context, signal: AbortSignal): Promise<Sources> {
  const { inputs } = context;
  const goproxy = await readGoproxy(context, signal);
  const { mirrors, refused } = await openExportedMirrors(context, signal);
  const specs = inputs.sources.filter(spec => spec.kind !== 'base' || !refused.some(each => each.spec === spec.url));
  const [first, ...others] = refused.map(({ finding }) => finding);
  if (first !== undefined && specs.length === 0) throw new Failure([first, ...others]);
  for (const { finding } of refused) context.emit({ type: 'finding', finding });
  const exported = mirrors.map(({ base, ...mirror }) => ({ ...mirror, url: base }));
  const created = createSources({ specs, goproxy, sourceToken: inputs.sourceToken, exported });
  const archives = [...(await keptSources(context)), ...created];
  return {
    archives,
    lists: createSources({ specs: [], goproxy, sourceToken: undefined }).filter(source => source.listing() !== undefined),
    checksum: [...(goproxy ?? []).flatMap(checksumServer), ...DATABASE],
    goproxy,
    receipts: mirrors.map(mirror => ({ ...mirror, id: idOf(archives, mirror.base) })),
  };
}

/** Only where its tree can be proved: neither a pin of the published file nor the list of a source says anything of it. */
async function keptSources({ host, inputs, machine }: Context): Promise<readonly Source[]> {
  const directory = host.archives;
  if (directory === undefined || inputs.verification !== 'strict' || inputs.checksum?.kind === 'sha256') return [];
  return [keptSource({ url: pathToFileURL(directory).href, names: await machine.files.list(directory) })];
}

/** Under which id the exported directory is a source. */
function idOf(archives: readonly Source[], base: string): string {
  const index = joinAddress(base, EXPORT_FILES.index);
  return archives.find(source => source.listing()?.url === index)?.id ?? redactUrl(base);
}

function checksumServer(entry: GoproxyEntry): readonly ChecksumServer[] {
  if (entry.kind !== 'proxy' || entry.url.startsWith('file:')) return [];
  const authorization = entry.authorization === undefined ? {} : { authorization: entry.authorization };
  return [{ id: redactUrl(entry.url), baseUrl: joinAddress(entry.url, `sumdb/${CHECKSUM_DATABASE}`), ...authorization }];
}

async function readGoproxy(context: Context, signal: AbortSignal): Promise<readonly GoproxyEntry[] | undefined> {
  const text = await goproxySetting(context, signal);
  if (!text) return undefined;
  const parsed = parseGoproxy(text);
  if ('finding' in parsed) throw new Failure([parsed.finding]);
  return parsed.entries;
}
