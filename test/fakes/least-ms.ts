/**
 * How long some work takes, in milliseconds: the least of three runs, for the machine may be busy during one of them. A run within
 * `enoughMs` is the last.
 */
export async function leastMs(enoughMs: number, work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3 && least > enoughMs; run += 1) {
    const startMs = performance.now();
    await work();
    least = Math.min(least, performance.now() - startMs);
  }
  return least;
}
