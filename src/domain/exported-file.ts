/** One archive in a directory that `mirror export` wrote. `kept`: it was there, and was proved again. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: number;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  readonly how: 'added' | 'kept' | 'replaced';
  /** Name of its OpenPGP signature beside it; absent where there is none. */
  readonly signature?: string;
}
