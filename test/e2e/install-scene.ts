import { join } from 'node:path';
import { type Mirror, startMirror } from '../servers/mirror.ts';
import type { Origin } from '../servers/origin.ts';
import { type Runner, withRunner } from './harness.ts';
import { ENTRY, GO, sealedEnv, startBorder, VERSION } from './install-runs.ts';

export const FILES = { [GO.tarGz.fileName]: GO.tarGz.bytes };
/** The tool cache after an installation. */
export const COMPLETE = [`${ENTRY}.complete`, `${ENTRY}/`];

interface Scene {
  readonly runner: Runner;
  readonly mirror: Mirror;
  /** A request that the mirror can meet, pinned by tree. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Connections to the outside go to a border of this scene's own, so that they can be counted. */
  readonly border: Origin;
  readonly env: Readonly<Record<string, string>>;
}

/** A throw-away machine with one honest mirror. */
export function withScene(body: (scene: Scene) => Promise<void>): () => Promise<void> {
  return () =>
    withRunner(async runner => {
      const own = await startBorder();
      const mirror = await startMirror({ files: FILES });
      const inputs = { 'go-version': VERSION, sources: mirror.url, checksum: GO.h1, timeout: '30s' };
      try {
        await body({ runner, mirror, inputs, border: own, env: sealedEnv(own) });
      } finally {
        await Promise.all([mirror.close(), own.close()]);
      }
    });
}

/** GOROOT in the tool cache. */
export const rootIn = (runner: Runner): string => join(runner.toolCache, ...ENTRY.split('/'));
