import type { Socket } from 'node:net';
import { zip } from '../fakes/archives.ts';
import { type Origin, type OriginOptions, type ReceivedRequest, respond, startOrigin } from './origin.ts';

export interface ProxiedModule {
  /** `v1.0.0` */
  readonly version: string;
  /** By path below the module; default: a go.mod and one package. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface ModuleProxyOptions extends OriginOptions {
  readonly modules?: Readonly<Record<string, ProxiedModule>>;
  /** Answers in place of the proxy; true when it did. */
  readonly instead?: (socket: Socket, request: ReceivedRequest) => boolean;
}

/** A module proxy (go.dev/ref/mod#goproxy-protocol) on loopback, with the faults that a test wants. */
export function startModuleProxy({ modules = {}, instead, ...options }: ModuleProxyOptions = {}): Promise<Origin> {
  return startOrigin((socket, request) => {
    if (instead?.(socket, request) === true) return;
    const [, path = '', file = ''] = /^\/(.+)\/@(?:v\/)?([^/]+)$/u.exec(request.target) ?? [];
    const module = modules[path];
    const body = module === undefined ? undefined : moduleFile(path, module, file);
    respond(socket, body === undefined ? { status: 404, body: 'not found' } : { body });
  }, options);
}

/** One of the files that the protocol knows; undefined for others. */
export function moduleFile(path: string, { version, files }: ProxiedModule, file: string): string | Buffer | undefined {
  const content = files ?? { 'go.mod': `module ${path}\n\ngo 1.20\n`, 'lib.go': 'package lib\n\nconst Answer = 42\n' };
  const info = JSON.stringify({ Version: version, Time: '2024-01-02T03:04:05Z' });
  if (file === 'list') return `${version}\n`;
  if (file === 'latest' || file === `${version}.info`) return info;
  if (file === `${version}.mod`) return content['go.mod'] ?? `module ${path}\n`;
  if (file !== `${version}.zip`) return undefined;
  return zip(Object.entries(content).map(([name, text]) => ({ name: `${path}@${version}/${name}`, content: text })));
}
