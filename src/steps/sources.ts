import { join } from 'node:path';
import type { ChecksumServer } from '../acquire/sumdb-server.ts';
import { joinAddress } from '../domain/address.ts';
import { Failure } from '../domain/failure.ts';
import type { GoproxyEntry } from '../domain/goproxy-entry.ts';
import { LIMITS } from '../domain/limits.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Source } from '../domain/source.ts';
import { parseGoVersion } from '../domain/version.ts';
import { toolCachePlace } from '../install/place.ts';
import { parseGoproxy } from '../policy/goproxy.ts';
import { createSources } from '../sources/registry.ts';
import type { Context } from './context.ts';

/** Everybody who can be asked in this run. */
export interface Sources {
  /** For lists and bytes, in order. */
  readonly archives: readonly Source[];
  /** For the checksum database, in order. */
  readonly checksum: readonly ChecksumServer[];
}

/** The database itself and its alias for mainland China, which has the same key (cmd/go/internal/modfetch/sumdb.go). */
const DATABASE: readonly ChecksumServer[] = ['sum.golang.org', 'sum.golang.google.cn'].map(host => ({
  id: host,
  baseUrl: `https://${host}`,
}));

/** Throws CFG.GOPROXY_INVALID for a GOPROXY of the environment that cannot be read. */
export async function openSources(context: Context, signal: AbortSignal): Promise<Sources> {
  const { inputs } = context;
  const goproxy = await readGoproxy(context, signal);
  return {
    archives: createSources({ specs: inputs.sources, goproxy, sourceToken: inputs.sourceToken }),
    checksum: [...(goproxy ?? []).flatMap(checksumServer), ...DATABASE],
  };
}

function checksumServer(entry: GoproxyEntry): readonly ChecksumServer[] {
  if (entry.kind !== 'proxy' || entry.url.startsWith('file:')) return [];
  const authorization = entry.authorization === undefined ? {} : { authorization: entry.authorization };
  return [{ id: redactUrl(entry.url), baseUrl: joinAddress(entry.url, 'sumdb/sum.golang.org'), ...authorization }];
}

/** GOPROXY of the environment, else what the first Go that can be found has been configured with; undefined when unset. */
async function readGoproxy(context: Context, signal: AbortSignal): Promise<readonly GoproxyEntry[] | undefined> {
  const { env } = context.machine;
  const text = env['GOPROXY']?.trim() || (await askInstalledGo(context, signal));
  if (!text) return undefined;
  const parsed = parseGoproxy(text);
  if ('finding' in parsed) throw new Failure([parsed.finding]);
  return parsed.entries;
}

/** `go env GOPROXY` of a Go on PATH or in the tool cache. One that does not answer is no reason to fail: it is not needed. */
async function askInstalledGo({ machine, platform }: Context, signal: AbortSignal): Promise<string | undefined> {
  const { exec, env, toolCache } = machine;
  const onPath = await exec.find('go');
  const cached = toolCache.versions('go', platform.cacheArch).flatMap(text => {
    const version = parseGoVersion(text);
    return version === undefined
      ? []
      : [join(toolCachePlace({ toolCache: toolCache.directory, version, platform }).root, 'bin', 'go')];
  });
  for (const file of [...(onPath === undefined ? [] : [onPath]), ...cached].slice(0, 2)) {
    const command = { file, args: ['env', 'GOPROXY'], env: { ...env, GOTOOLCHAIN: 'local' }, timeoutMs: LIMITS.goEnvMs };
    const answer = await exec.run(command, signal).catch((error: unknown) => {
      if (error instanceof Failure && !signal.aborted) return undefined;
      throw error;
    });
    if (answer?.exitCode === 0 && answer.stdout.trim() !== '') return answer.stdout.trim();
  }
  return undefined;
}
