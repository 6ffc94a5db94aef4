import { findAllVersions } from '@actions/tool-cache';
import type { ToolCache } from '../ports/machine.ts';

/**
 * The runner's tool cache, read by the library that defines its layout. The library takes the directory from
 * RUNNER_TOOL_CACHE of this process and nowhere else, so main.ts sets that variable to `directory` before the first use.
 */
export function createToolCache(directory: string): ToolCache {
  return { directory, versions: (tool, arch) => findAllVersions(tool, arch) };
}
