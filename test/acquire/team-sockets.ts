import { openTeam, type Team, type TeamRequest } from '../../src/acquire/team.ts';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createNet } from '../../src/adapters/node-net.ts';
import { PATIENT } from '../adapters/net-support.ts';
import { type Behaviour, type Origin, startOrigin } from '../servers/origin.ts';

export interface Sockets {
  origin(behaviour: Behaviour): Promise<Origin>;
  /** A team of one, over real sockets. */
  open(url: string, more?: Partial<TeamRequest> & { readonly authorization?: string }, signal?: AbortSignal): Team;
  /** Closes all teams and origins. */
  close(): Promise<void>;
}

export function createSockets(): Sockets {
  const cleanups: (() => void | Promise<void>)[] = [];
  return {
    async origin(behaviour) {
      const server = await startOrigin(behaviour);
      cleanups.push(() => server.close());
      return server;
    },
    open(url, more = {}, signal = new AbortController().signal) {
      const clock = createClock();
      const net = createNet({ env: {}, clock, ca: undefined });
      const { authorization, ...rest } = more;
      const secret = authorization === undefined ? {} : { authorization };
      const candidate = { sourceId: 'test', url, fileName: 'go.zip', format: 'zip', layout: 'release', ...secret } as const;
      let attempts = 0;
      const nextAttempt = (): number => {
        attempts += 1;
        return attempts;
      };
      const means = { wire: { net, clock }, emit: () => undefined, random: () => 0, phases: PATIENT };
      const team = openTeam({ candidates: [candidate], nextAttempt, ...means, ...rest }, signal);
      cleanups.push(() => {
        team.close();
        net.close();
      });
      return team;
    },
    async close() {
      for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
    },
  };
}
