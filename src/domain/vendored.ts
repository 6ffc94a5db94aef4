/** One module of a vendor directory, as vendor/modules.txt lists it (cmd/go, modload/vendor.go). */
export interface VendoredModule {
  /** Its directory below vendor. */
  readonly path: string;
  /** Whose files they are: `path@version` of the module or of its replacement; undefined for a directory, which nothing proves. */
  readonly source: string | undefined;
}

/** Lines `# path version` and `# path version => path version`; others are passed over. Never throws. */
export function readVendorList(text: string): readonly VendoredModule[] {
  const modules: VendoredModule[] = [];
  for (const line of text.split('\n')) {
    const match = /^# (\S{1,1000})(?: (v\S{1,300}))?(?: => (\S{1,1000})(?: (v\S{1,300}))?)?\s*$/u.exec(line);
    if (match === null) continue;
    const [, path = '', version, newPath, newVersion] = match;
    // A replacement of every version stands once more without one, at the end.
    if (version === undefined) continue;
    if (newPath === undefined) modules.push({ path, source: `${path}@${version}` });
    else modules.push({ path, source: newVersion === undefined ? undefined : `${newPath}@${newVersion}` });
  }
  return modules;
}

/** The module that a file below vendor belongs to: the one with the longest path. Undefined for a file of none. */
export function ownerOf(file: string, modules: ReadonlyMap<string, VendoredModule>): VendoredModule | undefined {
  for (let slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
    const owner = modules.get(file.slice(0, slash));
    if (owner !== undefined) return owner;
  }
  return undefined;
}
