import { expect } from 'vitest';
import { startHttpFault } from '../../servers/http-faults.ts';
import { startTlsFault } from '../../servers/tls-faults.ts';
import type { Fault, Lab } from '../fault.ts';

/** One row of the catalogue at a server of its own. */
export interface Half {
  readonly id: string;
  readonly code: string;
}

/** Two servers with a fault each, asked for in one run. */
export function twoFaults(id: string, first: Half, second: Half): Fault {
  return {
    id,
    title: `${first.id} and ${second.id} at the same time`,
    cause: [first.code],
    also: second.code,
    async start(lab) {
      const [one, other] = [await startHalf(lab, first), await startHalf(lab, second)];
      const ca = [one.ca, other.ca].filter(text => text !== undefined).join('');
      return { urls: [one.url, other.url], ...(ca === '' ? {} : { ca }) };
    },
    facts({ facts }) {
      expect(facts.targets).toHaveLength(2);
      const isFine = facts.targets.map(({ http }) => http?.ok === true && http.status === 206);
      expect(isFine).toEqual([false, false]);
    },
  };
}

async function startHalf(lab: Lab, { id }: Half): Promise<{ readonly url: string; readonly ca?: string }> {
  if (!id.startsWith('S')) return { url: lab.urlOf(lab.keep(await startHttpFault(id))) };
  const server = lab.keep(await startTlsFault(id));
  return { url: lab.urlOf(server, 'https'), ca: server.root.cert };
}
