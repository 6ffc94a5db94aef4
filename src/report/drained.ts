import type { Report } from '../domain/report.ts';
import { type Annotation, annotationsOf } from './annotations.ts';
import { commandSafe } from './command-safe.ts';
import { renderText } from './text.ts';

/**
 * The last words of a run that ended without a result, for the exit guard: it can only write synchronously, so it
 * cannot use the host. `report` is the fold of the events so far. `workflowCommands` are the lines that GitHub turns
 * into annotations; other hosts leave them out.
 */
export function lastWords(report: Report): { readonly text: string; readonly workflowCommands: string } {
  const commands = annotationsOf(report).map(workflowCommand);
  return { text: commandSafe(renderText(report)), workflowCommands: commands.map(line => `${line}\n`).join('') };
}

/** `::error title=…::…` with the escapes of the runner (actions/toolkit, packages/core/src/command.ts). */
export function workflowCommand(annotation: Annotation): string {
  const { level, message, title, file, line } = annotation;
  const properties = Object.entries({ title, file, line }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeData(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`],
  );
  return `::${level} ${properties.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
