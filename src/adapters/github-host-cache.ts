import { failure } from '../domain/failure.ts';
import type { HostCache } from '../ports/cache.ts';
import type { Env } from '../ports/machine.ts';

export interface HostCacheOptions {
  readonly env: Env;
  /** Writes the state of the action; read again by its post step. */
  readonly keep: (text: string) => void;
  readonly mask: (secret: string) => void;
}

/** The cache of a GitHub job, by what the runner says of it. The client is loaded only when it is opened. */
export function createHostCache({ env, keep, mask }: HostCacheOptions): HostCache {
  const mode = env['ACTIONS_CACHE_MODE']?.trim().toLowerCase();
  return {
    unavailable:
      mode === 'none' ? 'the runner allows no cache' : isOffered(env) ? undefined : 'the runner offers no cache service',
    job: { event: env['GITHUB_EVENT_NAME'], ref: env['GITHUB_REF'], isReadOnly: mode === 'read' },
    open: async () => (await import('./github-cache.ts')).createGithubCache({ mask, fail: failure }),
    keep,
  };
}

/**
 * As isFeatureAvailable of @actions/cache says it, without loading that. GitHub Enterprise Server has only protocol 1, whose servers
 * elsewhere (act, Gitea) need no token.
 */
function isOffered(env: Env): boolean {
  const isSecond = !isEnterpriseServer(env['GITHUB_SERVER_URL']) && !!env['ACTIONS_CACHE_SERVICE_V2'];
  return isSecond ? !!env['ACTIONS_RESULTS_URL'] && !!env['ACTIONS_RUNTIME_TOKEN'] : !!env['ACTIONS_CACHE_URL'];
}

function isEnterpriseServer(url: string | undefined): boolean {
  const host = URL.canParse(url ?? '') ? new URL(url ?? '').hostname : 'github.com';
  return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}
