import { Failure } from '../../src/domain/failure.ts';

/** The code that the work fails with; `none` when it does not fail. What is no Failure is thrown on. */
export function codeOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
}

/** The same for work that takes time. */
export async function codeOfAsync(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'none';
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
}
