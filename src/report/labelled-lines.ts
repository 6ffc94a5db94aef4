import { plain } from './plain.ts';

/** `  Name     value`: a line of the log with its label, the value as one plain line. */
export function labelled(name: string, value: string): string {
  return `${label(name)}${plain(value)}`;
}

/** The label alone; an empty one indents what belongs to the label above. */
export function label(name: string): string {
  return `  ${name.padEnd(9)}`;
}
