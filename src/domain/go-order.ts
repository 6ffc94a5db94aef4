/**
 * Go versions as go.mod lines name them, in the order of cmd/go (internal/gover): `1.21 < 1.21rc1 < 1.21.0`, for since 1.21 a version
 * without a patch is the language; before, `1.20` and `1.20.0` are equal.
 */
interface GoLine {
  readonly numbers: readonly [major: number, minor: number, patch: number];
  /** Empty before `alpha`, `beta`, `rc`. */
  readonly kind: string;
  readonly pre: number;
}

const FORM = /^(0|[1-9]\d*)(?:\.(0|[1-9]\d*)(?:\.(0|[1-9]\d*)|([a-z]+)(0|[1-9]\d*)?)?)?$/u;
/** The patch of a version that names none, below `.0`. */
const NO_PATCH = -1;

/** The version of a module whose go.mod has no go line, and of a workspace whose go.work has none (cmd/go/internal/gover). */
export const DEFAULT_GO_MOD_LINE = '1.16';
export const DEFAULT_GO_WORK_LINE = '1.18';

/** Negative when a is older. What is no version is older than everything, as in cmd/go. */
export function compareGoLines(a: string, b: string): number {
  const [one, two] = [parse(a), parse(b)];
  if (one === undefined || two === undefined) return Number(one !== undefined) - Number(two !== undefined);
  for (const [index, number] of one.numbers.entries()) {
    const difference = number - (two.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (one.kind !== two.kind) return one.kind < two.kind ? -1 : 1;
  return one.pre - two.pre;
}

function parse(text: string): GoLine | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [, major = '', minor, patch, kind = '', pre] = match;
  const implied = minor === undefined || (kind === '' && Number(minor) < 21) ? 0 : NO_PATCH;
  return {
    numbers: [Number(major), Number(minor ?? 0), patch === undefined ? implied : Number(patch)],
    kind,
    pre: Number(pre ?? -1),
  };
}
