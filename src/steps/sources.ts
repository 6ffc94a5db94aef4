import { pathToFileURL } from 'node:url';
import type { ChecksumServer } from '../acquire/sumdb-server.ts';
import { joinAddress } from '../domain/address.ts';
import { Failure } from '../domain/failure.ts';
import type { GoproxyEntry } from '../domain/goproxy-entry.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Source } from '../domain/source.ts';
import { parseGoproxy } from '../policy/goproxy.ts';
import { keptSource } from '../sources/kept-archives.ts';
import { createSources } from '../sources/registry.ts';
import type { Context } from './context.ts';
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
}

/** The database itself and its alias for mainland China, which has the same key (cmd/go/internal/modfetch/sumdb.go). */
const DATABASE: readonly ChecksumServer[] = ['sum.golang.org', 'sum.golang.google.cn'].map(host => ({
  id: host,
  baseUrl: `https://${host}`,
}));

/** Throws CFG.GOPROXY_INVALID for a GOPROXY of the environment that cannot be read, and FS.*. */
export async function openSources(context: Context, signal: AbortSignal): Promise<Sources> {
  const { inputs } = context;
  const goproxy = await readGoproxy(context, signal);
  return {
    archives: [
      ...(await keptSources(context)),
      ...createSources({ specs: inputs.sources, goproxy, sourceToken: inputs.sourceToken }),
    ],
    lists: createSources({ specs: [], goproxy, sourceToken: undefined }).filter(source => source.listing() !== undefined),
    checksum: [...(goproxy ?? []).flatMap(checksumServer), ...DATABASE],
    goproxy,
  };
}

/** Only where its tree can be proved: neither a pin of the published file nor the list of a source says anything of it. */
async function keptSources({ host, inputs, machine }: Context): Promise<readonly Source[]> {
  const directory = host.archives;
  if (directory === undefined || inputs.verification !== 'strict' || inputs.checksum?.kind === 'sha256') return [];
  return [keptSource({ url: pathToFileURL(directory).href, names: await machine.files.list(directory) })];
}

function checksumServer(entry: GoproxyEntry): readonly ChecksumServer[] {
  if (entry.kind !== 'proxy' || entry.url.startsWith('file:')) return [];
  const authorization = entry.authorization === undefined ? {} : { authorization: entry.authorization };
  return [{ id: redactUrl(entry.url), baseUrl: joinAddress(entry.url, 'sumdb/sum.golang.org'), ...authorization }];
}

async function readGoproxy(context: Context, signal: AbortSignal): Promise<readonly GoproxyEntry[] | undefined> {
  const text = await goproxySetting(context, signal);
  if (!text) return undefined;
  const parsed = parseGoproxy(text);
  if ('finding' in parsed) throw new Failure([parsed.finding]);
  return parsed.entries;
}
