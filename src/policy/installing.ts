import type { ProjectFacts } from '../domain/project-facts.ts';

/** Whether this run is still to put a Go in front of the others on PATH, with a GOROOT of its own where one is set. */
export function isInstalling({ request }: Pick<ProjectFacts, 'request'>): boolean {
  return request.spec !== undefined || request.version !== undefined;
}
