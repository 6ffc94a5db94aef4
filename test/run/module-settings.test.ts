import { expect, it } from 'vitest';
import { alteredGo } from './altered-go.ts';
import { attemptsOf, play } from './play.ts';
import { createWorld, flat } from './world.ts';

const world = createWorld();
const GO = world.release('1.26.8');

it.each([
  { GOSUMDB: 'off' },
  { GONOSUMDB: '*' },
  { GOPRIVATE: '*' },
  { GONOSUMDB: 'golang.org/toolchain', GOINSECURE: '*' },
  { GOFLAGS: '-insecure', GOENV: 'off' },
])('%o, which switches off checks of modules, leaves that of the toolchain on', async env => {
  const altered = alteredGo('one byte', { genuine: GO, other: world.release('1.26.7') });
  const servers = { ...world.servers, 'dl.google.com': flat('/go/', [altered]) };
  const outcome = await play(world, { servers, env });
  expect(outcome.report).toMatchObject({ outcome: 'installed', proof: { kind: 'checksum-database', value: GO.h1 } });
  expect(attemptsOf(outcome)).toEqual(['official VER.TAMPERED', 'goproxy won']);
});
