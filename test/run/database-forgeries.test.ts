import { describe, expect, it } from 'vitest';
import type { Server } from '../fakes/scripted-net.ts';
import { makeLog, makeSigner, signNote, treeText } from '../fakes/sumdb-log.ts';
import type { TinyGo } from '../fakes/tiny-go.ts';
import { alteredGo } from './altered-go.ts';
import { attemptsOf, entryOf, leftovers, play } from './play.ts';
import { createWorld, except, firstOf, moduleProxy, sumdb } from './world.ts';

const world = createWorld();
const GO = world.release('1.26.8');
const tampered = (how: string): TinyGo => alteredGo(how, { genuine: GO, other: world.release('1.26.7') });

/** The bypasses of 2026 that cmd/go had (reference: go.dev issues 79070, 80744, 80745), and plain forgeries. */
describe('a module proxy whose answer of the checksum database', () => {
  const { log } = world;
  const lookup = `lookup/${GO.moduleName}`;
  const genuine = log.answer(lookup)?.toString() ?? '';
  const [number = '', record = '', note = ''] = /^(\d+)\n(.*?\n)\n(.*)$/su.exec(genuine)?.slice(1) ?? [];
  const evil = tampered('one byte');
  const other = log.answer(`lookup/${world.release('1.26.7').moduleName}`)?.toString() ?? '';
  const foreign = makeLog({ signer: makeSigner('sum.golang.org'), filler: 300 });
  foreign.addModule(GO.moduleName, evil.h1);
  const fork = makeLog({ signer: log.signer, filler: 10 });
  for (let count = 0; count < 290; count += 1) fork.append(`fork ${count}\n`);
  fork.addModule(GO.moduleName, evil.h1);
  const swapped = record.replace(GO.h1, evil.h1);

  const forged: readonly [string, string, Server][] = [
    ['is empty', 'SUM.GARBAGE', answers(log, '')],
    ['is for another module', 'SUM.RECORD', answers(log, other)],
    ['has another hash in its record', 'SUM.PROOF', answers(log, `${number}\n${swapped}\n${note}`)],
    ['has lines outside the authenticated record', 'SUM.RECORD', answers(log, `${number}\n${swapped}${record}\n${note}`)],
    ['has tiles that were made up', 'SUM.PROOF', withTiles(`${number}\n${swapped}\n${note}`)],
    ['is signed by another key', 'SUM.NOTE', sumdb('/sumdb/sum.golang.org/', foreign)],
    ['is a fork of the known tree', 'SUM.FORK', sumdb('/sumdb/sum.golang.org/', fork)],
    [
      'claims a tree that nobody signed',
      'SUM.NOTE',
      answers(log, genuine.replace(/\ngo\.sum database tree\n\d+/u, '\ngo.sum database tree\n999')),
    ],
    [
      'is signed, but smaller than its record',
      'SUM.PROOF',
      answers(log, `${number}\n${record}\n${signNote(treeText(log.head(200)), log.signer)}`),
    ],
  ];

  function answers(honest: typeof log, text: string): Server {
    return except(sumdb('/sumdb/sum.golang.org/', honest), /\/lookup\//u, { body: text });
  }

  /** Every tile is random, as long as it should be. */
  function withTiles(text: string): Server {
    const base = sumdb('/sumdb/sum.golang.org/', log);
    return request => {
      const reply = base(request);
      if (request.path.includes('/lookup/')) return { body: text };
      return typeof reply === 'object' && 'body' in reply ? { body: Buffer.alloc(reply.body?.length ?? 0, 9) } : reply;
    };
  }

  it.each(forged)('%s (%s) serves its own archive in vain: the database itself is asked', async (_, __, server) => {
    const proxy = firstOf(moduleProxy('', [evil]), server);
    const outcome = await play(world, { servers: { ...world.servers, 'proxy.test': proxy }, inputs: { sources: 'goproxy' } });
    expect(outcome.report).toMatchObject({ outcome: 'installed', installedFrom: 'module-origin', proof: { value: GO.h1 } });
    expect(attemptsOf(outcome)).toEqual(['goproxy VER.TAMPERED', 'module-origin won']);
  });

  it.each(forged)('%s (%s) and stands alone ends the run red', async (_, code, server) => {
    const proxy = firstOf(moduleProxy('', [evil]), server);
    const outcome = await play(world, { servers: { 'proxy.test': proxy }, inputs: { sources: 'goproxy' } });
    expect(outcome.report).toMatchObject({
      outcome: 'failed',
      // An answer that cannot be read is no forgery: the database is then as good as out of reach.
      ...(code === 'SUM.GARBAGE' ? { exitCode: 72, cause: { code: 'SUM.UNREACHABLE' } } : { exitCode: 73, cause: { code } }),
      go: null,
    });
    expect(JSON.stringify(outcome.report.findings)).toContain(code);
    expect(outcome.files.paths(entryOf('1.26.8'))).toEqual([]);
    expect(leftovers(outcome)).toEqual([]);
  });
});
