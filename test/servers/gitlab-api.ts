import type { Socket } from 'node:net';
import { type Origin, respond, startOrigin } from './origin.ts';

/** What the raw-file endpoint does wrong, for one path or for all. */
export type ApiFault =
  | { readonly kind: 'status'; readonly status: number }
  /** A login page with status 200. */
  | { readonly kind: 'login' }
  /** The right file with one more byte. */
  | { readonly kind: 'altered' }
  /** To the same path of another server. */
  | { readonly kind: 'redirect'; readonly base: string }
  /** Half of the file, then the end of the connection. */
  | { readonly kind: 'cut' }
  /** 503 the first times, then all is well. */
  | { readonly kind: 'busy'; readonly times: number };

export interface GitlabApi extends Origin {
  /** CI_API_V4_URL. */
  readonly apiUrl: string;
}

export interface GitlabApiOptions {
  readonly token: string;
  /** The content of a file of a project at a commit or tag; undefined: 404. */
  readonly read: (at: { readonly project: string; readonly ref: string; readonly file: string }) => Promise<Buffer | undefined>;
  readonly fault?: (at: { readonly project: string; readonly file: string }) => ApiFault | undefined;
}

/**
 * The raw-file endpoint of a GitLab: `/api/v4/projects/:id/repository/files/:path/raw?ref=`. Without the right token, for another project
 * and for another ref it answers 404, as GitLab does.
 */
export async function startGitlabApi(options: GitlabApiOptions): Promise<GitlabApi> {
  let busy = 0;
  const origin = await startOrigin((socket, request) => {
    const url = new URL(request.target, 'http://localhost');
    const [, id = '', path = ''] = /^\/api\/v4\/projects\/([^/]+)\/repository\/files\/([^/]+)\/raw$/u.exec(url.pathname) ?? [];
    const at = { project: decodeURIComponent(id), file: decodeURIComponent(path), ref: url.searchParams.get('ref') ?? '' };
    const unknown = { status: 404, body: '{"message":"404 Project Not Found"}' };
    if (request.headers['job-token'] !== options.token) return respond(socket, unknown);
    const fault = options.fault?.(at);
    if (fault?.kind === 'busy' && busy < fault.times) {
      busy += 1;
      return respond(socket, { status: 503 });
    }
    if (fault?.kind === 'status') return respond(socket, { status: fault.status });
    if (fault?.kind === 'login') return respond(socket, { body: '<!DOCTYPE html>\n<title>Sign in</title>\n' });
    if (fault?.kind === 'redirect') {
      return respond(socket, { status: 302, headers: { location: `${fault.base}${request.target}` } });
    }
    return void options.read(at).then(
      content => (content === undefined ? respond(socket, unknown) : deliver(socket, content, fault)),
      () => respond(socket, { status: 500 }),
    );
  });
  return { ...origin, apiUrl: `${origin.url}/api/v4` };
}

function deliver(socket: Socket, content: Buffer, fault: ApiFault | undefined): void {
  const body = fault?.kind === 'altered' ? Buffer.concat([content, Buffer.from('\n')]) : content;
  if (fault?.kind !== 'cut') respond(socket, { body });
  else
    socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n`), body.subarray(0, 100)]));
}
