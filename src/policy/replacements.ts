import type { Replacement } from '../domain/project-facts.ts';

/** The replacement that counts for a module version: that of the version, else that of every version (modload.replacement). */
export function replacementOf(
  replaces: readonly Replacement[],
  module: { readonly path: string; readonly version: string | undefined },
): Replacement | undefined {
  const same = replaces.filter(({ path }) => path === module.path);
  return same.find(({ version }) => version === module.version) ?? same.find(({ version }) => version === undefined);
}
