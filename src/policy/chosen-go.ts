import { compareGoLines } from '../domain/go-order.ts';
import { toolchainVersion } from '../domain/gomod.ts';
import type { ProjectFacts } from '../domain/project-facts.ts';
import { parseSpec } from '../domain/version-spec.ts';

/** The Go that will build, as far as it is known. */
export interface ChosenGo {
  /** `1.26.8`, or `1.26` for the newest of a line. */
  readonly text: string;
  readonly isLine: boolean;
  /** Who chose it, for people: `go-version asks 1.26`. */
  readonly reason: string;
}

/**
 * The Go that was requested, else the first on PATH. Undefined when nobody knows: an alias or a range
 * says too little before it is resolved. An exact GOTOOLCHAIN overrides them all.
 */
export function chosenGo({ request, environment }: ProjectFacts): ChosenGo | undefined {
  const fixed = toolchainVersion(gotoolchain({ request, environment }));
  if (fixed !== undefined) return { text: fixed, isLine: false, reason: `GOTOOLCHAIN is ${fixed}` };
  const { version, spec, origin } = request;
  const asks = `${origin?.file ?? 'go-version'} asks ${spec ?? version ?? ''}`;
  if (version !== undefined) return { text: version, isLine: false, reason: asks };
  if (spec !== undefined) {
    const parsed = parseSpec(spec);
    if (parsed?.kind === 'exact') return { text: spec.replace(/^(?:go|v)/u, ''), isLine: false, reason: asks };
    if (parsed?.kind !== 'minor' || parsed.minor === undefined) return undefined;
    return { text: `${parsed.major}.${parsed.minor}`, isLine: true, reason: asks };
  }
  const found = environment.pathGos.find(each => each.version !== undefined)?.version;
  const text = found?.replace(/^go/u, '');
  return text === undefined ? undefined : { text, isLine: false, reason: `the installed Go is ${text}` };
}

/** Whether the chosen Go is surely older than a go line or a toolchain line. */
export function isOlderThan(chosen: ChosenGo, goLine: string): boolean {
  if (!chosen.isLine) return compareGoLines(chosen.text, goLine) < 0;
  const language = /^\d+\.\d+/u.exec(goLine)?.[0] ?? goLine;
  return compareGoLines(chosen.text, language) < 0;
}

/** What GOTOOLCHAIN will be for go commands; `auto` is the default of every release (go.env). */
export function gotoolchain({ request, environment }: Pick<ProjectFacts, 'request' | 'environment'>): string {
  return request.gotoolchain ?? environment.settings['GOTOOLCHAIN']?.value ?? 'auto';
}

/** Whether go itself looks for a newer toolchain when a go line asks for one. */
export function switchesToolchain(value: string): boolean {
  return /(?:^|\+)(?:auto|path)$/u.test(value);
}
