import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * A function that collects young garbage at once. Buffers stand outside V8's heap: it learns late that a few small objects hold many
 * mebibytes, and then marks everything. Node offers no other way to ask (the flag --expose-gc cannot be given to an action); the
 * flag is put back, so that no other context sees it.
 */
export function createRelief(): () => void {
  let collect: ((options: { readonly type: 'minor' }) => void) | undefined;
  return () => {
    collect ??= exposeCollector();
    collect({ type: 'minor' });
  };
}

function exposeCollector(): (options: { readonly type: 'minor' }) => void {
  // What survives a collection here is little; V8 would double the space for new objects all the same, to 32 MiB.
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--expose-gc');
  try {
    const collector: unknown = runInNewContext('gc');
    return typeof collector === 'function' ? options => void collector(options) : () => undefined;
  } finally {
    setFlagsFromString('--no-expose-gc');
  }
}
