import type { Net } from '../ports/machine.ts';

export type ClosableNet = Net & { close(): void };

/**
 * A network that is loaded with its first request: a run that the tool cache satisfies sends none, and node:http, node:https and
 * node:tls take 5 ms to load. `close` ends every connection; a request that comes later is none of its concern.
 */
export function createLazyNet(open: () => Promise<ClosableNet>): ClosableNet {
  let opened: Promise<ClosableNet> | undefined;
  return {
    async request(request, signal) {
      opened ??= open();
      return (await opened).request(request, signal);
    },
    close() {
      opened?.then(
        net => net.close(),
        () => undefined,
      );
    },
  };
}
