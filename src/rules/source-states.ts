import type { SourceState } from '../domain/diagnosis.ts';
import type { ArchiveFacts, Facts, TargetFacts } from '../domain/network-facts.ts';
import { memberEnd } from './failed-go.ts';
import { failedTargetStep } from './failed-target.ts';

/** Content that somebody altered; what else a probe finds in the place of an archive only says that the source is of no use. */
const ALTERED: readonly ArchiveFacts['kind'][] = ['recompressed', 'other'];

/** Whether an installation could take a Go from this source, as far as it was asked; `unknown` where it did not answer as such. */
export function sourceState(target: TargetFacts, facts: Facts): SourceState {
  const isWrong = facts.archives.some(({ sourceId, kind }) => sourceId === target.sourceId && kind !== 'genuine');
  if (isWrong || failedTargetStep(target, facts).length > 0) return 'unusable';
  return target.http?.ok === true && (target.http.status ?? 0) < 300 ? 'usable' : 'unknown';
}

/**
 * The facts without the sources that cannot be used and that nobody needs: an installation asks the next one. All of them where no source
 * is left that works. A source that hands out altered content stays. `goproxy`: the module proxies of GOPROXY are sources too.
 */
export function withoutSpareSources(facts: Facts, { goproxy }: { readonly goproxy: boolean }): Facts {
  const sources = facts.targets.filter(({ role }) => role === 'source');
  const serves = (facts.goproxy ?? []).some(member => member.hasToolchains === true && memberEnd(member) === 'works');
  const isLeft = (goproxy && serves) || sources.some(source => sourceState(source, facts) === 'usable');
  const isSpare = (source: TargetFacts): boolean =>
    sourceState(source, facts) === 'unusable' &&
    !facts.archives.some(({ sourceId, kind }) => sourceId === source.sourceId && ALTERED.includes(kind));
  const spare = isLeft ? sources.filter(isSpare) : [];
  const ids = spare.map(({ sourceId }) => sourceId);
  return {
    ...facts,
    targets: facts.targets.filter(target => !spare.includes(target)),
    archives: facts.archives.filter(({ sourceId }) => !ids.includes(sourceId)),
  };
}
