/** What the user's own SBOM tool made of the workspace. */
export interface WorkspaceSbom {
  /** Name among the report files. */
  readonly file: string;
  /** How many it lists. */
  readonly components: number;
  /** How long it took. */
  readonly ms: number;
}
