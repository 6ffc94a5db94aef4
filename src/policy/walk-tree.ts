/** How a tree of directories is walked. Places are the names from its top; the top is the empty list. */
export interface TreeWalk {
  /** What stands in a directory, in any order; nothing where it cannot be read. */
  entries(place: readonly string[]): readonly { readonly name: string; readonly kind: string }[];
  /** Whether to go into a directory. */
  enter(place: readonly string[]): boolean;
  /** Whether a file is looked for. */
  take(place: readonly string[]): boolean;
  readonly limits: { readonly depth: number; readonly directoryCount: number; readonly fileCount: number };
}

/**
 * The files that are looked for, as places joined by `/`, sorted. Breadth first, so that the limits cut off the deepest. Symbolic links
 * are not followed. `isCut`: a limit ended the walk early.
 */
export function walkTree({ entries, enter, take, limits }: TreeWalk): {
  readonly paths: readonly string[];
  readonly isCut: boolean;
} {
  const found: string[] = [];
  const waiting: (readonly string[])[] = [[]];
  let isCut = false;
  let at = 0;
  for (; at < waiting.length && at < limits.directoryCount && found.length < limits.fileCount; at += 1) {
    const directory = waiting[at] ?? [];
    for (const { name, kind } of [...entries(directory)].sort(byName)) {
      const place = [...directory, name];
      if (kind === 'file' && take(place)) found.push(place.join('/'));
      if (kind !== 'directory' || !enter(place)) continue;
      if (place.length < limits.depth) waiting.push(place);
      else isCut = true;
    }
  }
  isCut ||= at < waiting.length || found.length > limits.fileCount;
  return { paths: found.slice(0, limits.fileCount).sort(), isCut };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
