/**
 * The name of an archive that this program packed from a proved tree, for the next job: `kept-go1.26.8.linux-amd64.tar.gz`. Not the name
 * of the published file, whose hash it does not have: only its tree can be proved.
 */
export function keptArchiveName(version: string, platform: { readonly goos: string; readonly goarch: string }): string {
  return `kept-go${version}.${platform.goos}-${platform.goarch}.tar.gz`;
}
