import { classicalGroups } from './classical-groups.ts';
import { databaseAlias } from './database-alias.ts';
import { moduleEntry } from './module-entry.ts';
import type { Repair } from './repair.ts';
import { systemRoots } from './system-roots.ts';
import { toolCacheEntry } from './tool-cache-entry.ts';

/**
 * Every repair that can be applied. What a run does anyway is none: the next source, resuming and beginning anew, 5 s for each address,
 * the roots of the operating system, replacing an entry of the tool cache that differs. What only a person can do stands in the fixes of
 * a cause (rules/fixes-*.ts).
 */
export const REPAIRS: readonly Repair[] = [classicalGroups, systemRoots, toolCacheEntry, moduleEntry, databaseAlias];
