import { defineConfig } from 'vitest/config';

// No isolation: it is five times faster, and it holds the rule that no module keeps state. Three workers on two cores, because much
// of the time is waiting for processes.
const shared = {
  pool: 'threads',
  isolate: false,
  // What takes ten seconds alone takes many times that on a busy machine.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  maxWorkers: 3,
  // What is polled for comes at once on an idle machine.
  expect: { poll: { timeout: 10_000 } },
} as const;

/** Set by .ci/run, because `npm cit` passes no arguments on: where the counts go. */
const results = process.env['TEST_RESULTS'];

/** The story loads parts of itself when it needs them. A fake clock does not stand still meanwhile, so here they are loaded before. */
const storyInOnePiece = {
  name: 'story-in-one-piece',
  enforce: 'pre',
  transform(code: string, id: string) {
    if (!/\/src\/(?:run|steps\/[\w-]+)\.ts$/u.test(id)) return undefined;
    const imports: string[] = [];
    const text = code.replaceAll(/\bimport\(('\.[^']+')\)/gu, (_, path: string) => {
      const name = `loaded${imports.length}`;
      imports.push(`import * as ${name} from ${path};`);
      // What comes from another room takes a moment: what was asked for before it answers before it.
      const moments = path.startsWith("'../") ? 20 : 0;
      return `Promise.resolve(${name})${`.then(() => ${name})`.repeat(moments)}`;
    });
    // On the first line, so that every other keeps its number.
    return imports.join(' ') + text;
  },
} as const;

export default defineConfig({
  test: {
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
    projects: [
      {
        plugins: [storyInOnePiece],
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/conformance/**', 'test/faults/**'],
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...shared,
          name: 'conformance',
          include: ['test/conformance/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
