import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

/** How a page is looked at. */
export interface View {
  /** CSS pixels. */
  readonly width: number;
  readonly dark: boolean;
}

export interface Shot {
  /** The whole page, `SCALE` pixels for each CSS pixel. */
  readonly png: Buffer;
  /** What the expression came to. */
  readonly measured: unknown;
}

export interface Browser {
  /** Opens a file, whose own scripts do not run, and evaluates an expression in it. */
  shoot(file: string, view: View, expression: string): Promise<Shot>;
  close(): Promise<void>;
}

/** Fine strokes of small letters are wider than one pixel then, and so have their own colour somewhere. */
export const SCALE = 2;

const ANSWER_MS = 30_000;
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

type Answer = Readonly<Record<string, unknown>>;
type Send = (method: string, params?: object, sessionId?: string) => Promise<Answer>;

/** Starts a browser that is spoken to over a pipe (Chrome DevTools Protocol), so that no port is open and nothing but Node is needed. */
export async function startBrowser(program: string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'report-profile-'));
  const args = [...FLAGS, ...QUIET, `--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank'];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const { send, once } = protocol(child.stdio[3] as Writable, child.stdio[4] as Readable, ended);
  return {
    shoot: (file, view, expression) => shoot(send, once, { file, view, expression }),
    close: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

interface Protocol {
  readonly send: Send;
  /** The next event of this name of that session. */
  readonly once: (method: string, sessionId: string) => Promise<void>;
}

/** Messages are JSON that ends with a zero byte. Every wait is bounded, and ends when the browser does. */
function protocol(input: Writable, output: Readable, ended: Promise<void>): Protocol {
  const waiting = new Map<string, (message: Answer) => void>();
  let rest = '';
  let lastId = 0;
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = `${rest}${text}`.split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages.map(item => JSON.parse(item) as Answer)) {
      const key = message['id'] === undefined ? `${message['method']} ${message['sessionId']}` : String(message['id']);
      waiting.get(key)?.(message);
    }
  });
  const answer = (key: string, name: string): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the browser did not answer ${name}`)), ANSWER_MS);
      waiting.set(key, resolve);
      void ended.then(() => reject(new Error(`the browser ended before ${name}`)));
      waiting.set(key, message => {
        clearTimeout(timer);
        resolve(message);
      });
    }).finally(() => waiting.delete(key));
  return {
    send: async (method, params = {}, sessionId) => {
      lastId += 1;
      const coming = answer(String(lastId), method);
      input.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
      const { result, error } = await coming;
      if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
      return result as Answer;
    },
    once: async (method, sessionId) => {
      await answer(`${method} ${sessionId}`, method);
    },
  };
}

interface Request {
  readonly file: string;
  readonly view: View;
  readonly expression: string;
}

async function shoot(send: Send, once: Protocol['once'], { file, view, expression }: Request): Promise<Shot> {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const sessionId = String((await send('Target.attachToTarget', { targetId, flatten: true }))['sessionId']);
  const ask: Send = (method, params) => send(method, params, sessionId);
  await ask('Page.enable');
  await ask('Emulation.setScriptExecutionDisabled', { value: true });
  const size = { width: view.width, height: 900, deviceScaleFactor: SCALE, mobile: view.width < 500 };
  await ask('Emulation.setDeviceMetricsOverride', size);
  const scheme = { name: 'prefers-color-scheme', value: view.dark ? 'dark' : 'light' };
  await ask('Emulation.setEmulatedMedia', { features: [scheme] });
  const loaded = once('Page.loadEventFired', sessionId);
  await ask('Page.navigate', { url: pathToFileURL(file).href });
  await loaded;
  const { result, exceptionDetails } = await ask('Runtime.evaluate', { expression, returnByValue: true });
  if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
  const { cssContentSize } = (await ask('Page.getLayoutMetrics')) as { cssContentSize: { height: number } };
  const clip = { x: 0, y: 0, width: view.width, height: Math.ceil(cssContentSize.height), scale: 1 };
  const { data } = await ask('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true, clip });
  await send('Target.closeTarget', { targetId });
  return { png: Buffer.from(String(data), 'base64'), measured: (result as Answer)['value'] };
}
