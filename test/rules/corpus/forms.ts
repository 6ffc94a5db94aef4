import fc from 'fast-check';
import type { Scene } from './scene.ts';

/** How somebody else would have written the same files. */
export interface Form {
  /** In place of example.com. */
  readonly host: string;
  readonly lineEnd: string;
  readonly indent: string;
  readonly trailing: string;
  /** So many lines of comment and blank lines stand above everything. */
  readonly banner: number;
}

export const anyForm: fc.Arbitrary<Form> = fc.record({
  host: fc.constantFrom('example.com', 'example.org/team', 'github.com/Some-Org', 'k8s.io', 'git.example-2.net/~me'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  indent: fc.constantFrom('\t', '  ', '    ', '\t\t', ''),
  trailing: fc.constantFrom('', ' ', '\t', '   '),
  banner: fc.integer({ min: 0, max: 5 }),
});

const BANNED = /(?:^|\/)go\.(?:mod|work)$/u;
const DRESSED = /(?:^|\/)(?:go\.(?:mod|work|sum)|modules\.txt)$/u;

/** The same project in another form. */
export function dress(scene: Scene, form: Form): Scene {
  const files = Object.entries(scene.files).map(([name, text]) => {
    if (name.startsWith('/') || !DRESSED.test(name)) return [name, text] as const;
    return [name, dressText(text, form, BANNED.test(name))] as const;
  });
  return { ...scene, files: Object.fromEntries(files) };
}

function dressText(text: string, { host, lineEnd, indent, trailing, banner }: Form, hasBanner: boolean): string {
  const lines = text.replaceAll('example.com', host).split('\n');
  const end = lines.at(-1) === '' ? lines.pop() : undefined;
  const dressed = lines.map(line => `${hasBanner ? line.replace(/^\t/u, indent) : line}${trailing}`);
  const above = hasBanner ? Array.from({ length: banner }, (_, index) => (index % 2 === 0 ? '// require a comment' : '')) : [];
  return [...above, ...dressed, ...(end === undefined ? [] : [end])].join(lineEnd);
}

/** Where a finding stands in that form. */
export function moved(finding: string, { banner }: Form): string {
  return finding.replace(/(?<=go\.(?:mod|work):)\d+$/u, line => String(Number(line) + banner));
}
