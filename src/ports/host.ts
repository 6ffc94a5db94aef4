import type { Event } from '../domain/event.ts';
import type { Report } from '../domain/report.ts';
import type { HostCache } from './cache.ts';

/** One change to the environment of what runs after us. */
export type EnvChange =
  | { readonly kind: 'prepend-path'; readonly value: string }
  | { readonly kind: 'set'; readonly name: string; readonly value: string };

/** What the CI platform, or the terminal, hears. A child cannot change its parent's environment: each host has its way. */
export interface Host {
  readonly kind: 'github' | 'gitlab' | 'terminal';
  /** The cache of modules and build results that the platform keeps between jobs; undefined where it has none. */
  readonly cache?: HostCache;
  /**
   * Absolute directory of archives that an earlier job of this project packed (domain/kept-archive.ts), where the platform keeps such a
   * directory. They are asked first, and proved like any other.
   */
  readonly archives?: string;
  /** Absolute directory of a module cache that the platform may have filled from a cache before this run. */
  readonly restoredModules?: string;
  /** Where the report files go: absolute, or relative to the workspace; undefined: nowhere. Asked after the inputs were read. */
  reportDirectory?(): string | undefined;
  /** Called for every event while it happens; prints for people. */
  hear(event: Event): void;
  /** Hides a value in every later line of the log. */
  mask(secret: string): void;
  /** Makes the changes known to what runs afterwards. */
  apply(changes: readonly EnvChange[]): Promise<void>;
  /** Called once, with the finished report, whatever the outcome: outputs, annotations, summary, files. */
  publish(report: Report): Promise<void>;
}
