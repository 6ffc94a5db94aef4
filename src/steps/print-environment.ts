import type { Outcome } from '../domain/event.ts';
import { failure } from '../domain/failure.ts';
import type { Context } from './context.ts';
import { findInstalled, makeKnown } from './install.ts';
import { once } from './once.ts';
import { openSources } from './sources.ts';

/** The command `env`: the newest installed Go, or the one that was named, made known to a shell. Throws GO.NOT_INSTALLED. */
export async function printEnvironment(context: Context, signal: AbortSignal): Promise<Outcome> {
  const provided = await findInstalled(
    context,
    { spec: context.request?.spec, sources: once(() => openSources(context, signal)) },
    signal,
  );
  if (provided === undefined) {
    const where = context.destination ?? context.machine.toolCache.directory;
    const asked = context.request?.spec.text;
    const fixes = [
      { title: 'Install it', kind: 'command', text: `setup-go-robust install ${asked ?? 'stable'}`, risk: 'none' },
    ] as const;
    throw failure('GO.NOT_INSTALLED', { subject: asked ?? 'go', evidence: { 'looked in': where }, fixes });
  }
  await makeKnown(context, provided, signal);
  return 'ok';
}
