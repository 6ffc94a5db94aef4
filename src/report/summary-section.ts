/** A part of the job summary that is there as a whole or not at all. */
export interface Section {
  /** What it is called in the note, when it is left out. */
  readonly title: string;
  /** Safe Markdown; empty: nothing to say. */
  readonly text: string;
}
