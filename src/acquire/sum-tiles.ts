import { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Tile, tileKey } from '../verify/tile.ts';
import type { Wire } from './exchange.ts';
import { type ChecksumServer, fetchTiles } from './sumdb-server.ts';

export interface TileWork {
  readonly wire: Wire;
  readonly servers: readonly ChecksumServer[];
  /** Servers that could not be reached: they are not asked any more; one that fails here joins them. */
  readonly dead: Map<ChecksumServer, Failure>;
  /** What was fetched, by level, index and width; grows. */
  readonly tiles: Map<string, Uint8Array>;
}

/** Tiles by tileKey; those that an earlier batch has fetched are not fetched again. Undefined when no server has them. */
export async function tilesFromAny(
  work: TileWork,
  wanted: readonly Tile[],
  over: AbortSignal,
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  const { wire, servers, dead, tiles } = work;
  const keptAs = (tile: Tile): string => `${tileKey(tile)}/${tile.width}`;
  for (const server of servers) {
    if (dead.has(server)) continue;
    try {
      const missing = wanted.filter(tile => !tiles.has(keptAs(tile)));
      const fetched = await fetchTiles({ wire, server, parallelCount: LIMITS.sumsParallelCount }, missing, over);
      for (const tile of missing) keep(tiles, keptAs(tile), fetched.get(tileKey(tile)));
      return new Map(wanted.flatMap(tile => pair(tileKey(tile), tiles.get(keptAs(tile)))));
    } catch (error) {
      over.throwIfAborted();
      if (!(error instanceof Failure)) throw error;
      dead.set(server, error);
    }
  }
  return undefined;
}

function keep(tiles: TileWork['tiles'], key: string, tile: Uint8Array | undefined): void {
  if (tile !== undefined) tiles.set(key, tile);
}

function pair(key: string, tile: Uint8Array | undefined): readonly (readonly [string, Uint8Array])[] {
  return tile === undefined ? [] : [[key, tile]];
}
