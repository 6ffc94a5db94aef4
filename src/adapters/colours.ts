/** Green or red first line; the labels that one looks for in bold. */
export function coloured(text: string, failed: boolean): string {
  const [first = '', ...rest] = text.split('\n');
  const bold = rest.map(line => line.replace(/^ {2}(?:Cause|Fix)\b/u, '\u001B[1m$&\u001B[22m'));
  return [`\u001B[${failed ? 31 : 32}m${first}\u001B[39m`, ...bold].join('\n');
}
