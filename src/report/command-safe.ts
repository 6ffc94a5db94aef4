/**
 * Text for a log of GitHub. The runner takes a line that begins with `::`, behind blanks too, and `##[` anywhere in a line, for a command
 * (actions/runner, ActionCommand.cs), whichever stream it came from: a server could set outputs with its error text.
 */
export function commandSafe(text: string): string {
  return text.replace(/^([^\S\n]*):(?=:)/gmu, '$1: ').replaceAll('##[', '## [');
}

/** The same for JSON, whose meaning stays: no line of it begins with a colon. */
export function commandSafeJson(json: string): string {
  return json.replaceAll('##[', '##\\u005b');
}
