import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type PostOptions, superviseAfterJob } from '../../src/adapters/post-guard.ts';

type Listener = (error?: unknown) => void;

function setUp(options: Partial<PostOptions> = {}) {
  const events = new EventEmitter();
  const said: string[] = [];
  const exits: (number | undefined)[] = [];
  let onSaid: () => void = () => undefined;
  const over = new Promise<void>(resolve => {
    onSaid = resolve;
  });
  const process = {
    exitCode: 70 as number | string | null | undefined,
    on: (event: string, listener: Listener) => events.on(event, listener),
    exit: (code?: number) => void exits.push(code),
  };
  const say = (text: string, level: string): void => {
    said.push(`${level} ${text}`);
    onSaid();
  };
  return { events, said, exits, over, process, options: { process, say, timeoutMs: 60_000, ...options } };
}

const never = (): Promise<never> => new Promise(() => undefined);

describe('a post step', () => {
  it('says its one line and is green', async () => {
    const { options, said, over, process, exits } = setUp();
    superviseAfterJob(options, async () => ({ text: 'saved', level: 'info' }));
    await over;
    expect({ said, exitCode: process.exitCode }).toEqual({ said: ['info saved'], exitCode: 0 });
    await expect.poll(() => exits).toEqual([0]);
  });

  it('is green when its body throws', async () => {
    const { options, said, over, process } = setUp();
    superviseAfterJob(options, () => Promise.reject(new TypeError('oops')));
    await over;
    expect({ said, exitCode: process.exitCode }).toEqual({ said: [expect.stringMatching(/^warning .*oops/u)], exitCode: 0 });
  });

  it('is green when the event loop drains under it', () => {
    const { options, said, events, process } = setUp();
    superviseAfterJob(options, never);
    events.emit('beforeExit');
    events.emit('beforeExit');
    expect({ count: said.length, exitCode: process.exitCode }).toEqual({ count: 1, exitCode: 0 });
  });

  it.each(['SIGINT', 'SIGTERM', 'uncaughtException'])('is green and aborted at %s', async event => {
    const { options, said, events, over, process } = setUp();
    let aborted = false;
    superviseAfterJob(options, signal => {
      signal.addEventListener('abort', () => (aborted = true));
      return never();
    });
    events.emit(event, new Error('thrown'));
    await over;
    expect({ count: said.length, exitCode: process.exitCode, aborted }).toEqual({ count: 1, exitCode: 0, aborted: true });
  });

  it('is green and aborted when it takes too long', async () => {
    const { options, said, over } = setUp({ timeoutMs: 10 });
    superviseAfterJob(options, never);
    await over;
    expect(said).toHaveLength(1);
  });

  it('tells what was saved when that was nearly in time', async () => {
    const { options, said, over } = setUp({ timeoutMs: 10 });
    const slow = (signal: AbortSignal) =>
      new Promise<{ text: string; level: 'warning' }>(resolve => {
        signal.addEventListener('abort', () => resolve({ text: 'half of it', level: 'warning' }));
      });
    superviseAfterJob(options, slow);
    await over;
    expect(said).toEqual(['warning half of it']);
  });
});
