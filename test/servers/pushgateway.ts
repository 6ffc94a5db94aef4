import { once } from 'node:events';
import { createServer } from 'node:http';
import { listenOn } from './listening.ts';

export interface Pushed {
  readonly method: string;
  readonly target: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

export interface Gateway {
  readonly port: number;
  /** Without a slash at the end. */
  readonly url: string;
  readonly pushed: readonly Pushed[];
  /** For each of them the milliseconds from its last byte to the end of its connection. */
  readonly waitedMs: readonly Promise<number>[];
  close(): Promise<void>;
}

/** Takes pushes on loopback and answers each with the status, or with nothing at all. `location` goes with it. */
export async function startPushgateway(
  answer: { readonly status: number; readonly location?: string } | 'nothing' = { status: 200 },
): Promise<Gateway> {
  const pushed: Pushed[] = [];
  const waitedMs: Promise<number>[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url: target = '', headers } = request;
    const startMs = performance.now();
    waitedMs.push(once(request.socket, 'close').then(() => performance.now() - startMs));
    pushed.push({ method, target, authorization: headers.authorization, body: Buffer.concat(chunks).toString() });
    if (answer === 'nothing') return;
    response.writeHead(answer.status, answer.location === undefined ? {} : { location: answer.location }).end();
  });
  const { port, close } = await listenOn(server);
  return { port, url: `http://127.0.0.1:${port}`, pushed, waitedMs, close };
}
