import { lstat } from 'node:fs/promises';

// Stands for @actions/glob in dist/cache.cjs. What we cache is one directory by its name, which must not be read as a pattern: a `[`
// in it would match nothing.

/** @public Taken by scripts/build.mjs. Yields each line that exists. */
export async function create(paths: string): Promise<{ globGenerator(): AsyncGenerator<string> }> {
  return {
    async *globGenerator() {
      for (const path of paths.split('\n')) {
        if (await exists(path)) yield path;
      }
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
