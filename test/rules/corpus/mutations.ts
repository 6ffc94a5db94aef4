import type { RequestFacts } from '../../../src/domain/project-facts.ts';
import type { Scene } from './scene.ts';

/** What somebody did to a project, or to the machine that builds it. */
export type Mutation = (scene: Scene) => Scene;

/** Several at once, in this order. */
export const all =
  (...mutations: readonly Mutation[]): Mutation =>
  scene =>
    mutations.reduce((changed, mutate) => mutate(changed), scene);

/** Makes a file, or another text of it. */
export const put =
  (name: string, text: string): Mutation =>
  scene => ({ ...scene, files: { ...scene.files, [name]: text } });

/** At the end of a file that is there. */
export const add =
  (name: string, text: string): Mutation =>
  scene =>
    put(name, `${textOf(scene, name)}${text}\n`)(scene);

/** Throws where the text is not there: a mutation that changes nothing proves nothing. */
export const swap =
  (name: string, from: string | RegExp, to: string): Mutation =>
  scene => {
    const text = textOf(scene, name);
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${name} does not hold ${String(from)}`);
    return put(name, changed)(scene);
  };

/** Takes away every line that matches. */
export const cut = (name: string, line: RegExp): Mutation => swap(name, new RegExp(`^.*${line.source}.*\n`, 'gmu'), '');

/** Takes away a file, or all that is below a directory. */
export const drop =
  (name: string): Mutation =>
  scene => {
    textOf(scene, Object.keys(scene.files).find(each => each === name || each.startsWith(`${name}/`)) ?? name);
    const rest = Object.entries(scene.files).filter(([each]) => each !== name && !each.startsWith(`${name}/`));
    return { ...scene, files: Object.fromEntries(rest) };
  };

/** Variables of the environment. */
export const env =
  (changes: Readonly<Record<string, string>>): Mutation =>
  scene => ({ ...scene, env: { ...scene.env, ...changes } });

/** Takes a variable away. */
export const unset =
  (name: string): Mutation =>
  scene => ({ ...scene, env: Object.fromEntries(Object.entries(scene.env).filter(([each]) => each !== name)) });

/** The Go that an input asks for, as an installation does. */
export const ask =
  (spec: string, gotoolchain = 'local'): Mutation =>
  scene => {
    const version = /^\d+\.\d+(?:\.\d+|rc\d+)$/u.test(spec) ? spec : undefined;
    const request: Partial<RequestFacts> = { spec, version, origin: { kind: 'input' }, gotoolchain };
    return { ...scene, request: { ...scene.request, ...request } };
  };

export const git =
  (name: string, value: string): Mutation =>
  scene => ({ ...scene, git: [...scene.git, [name, value]] });

/** Anything else of the machine. */
export const machine =
  (changes: Partial<Omit<Scene, 'files' | 'env'>>): Mutation =>
  scene => ({ ...scene, ...changes });

/** Goes into a directory of the checkout. */
export const from = (directory: string): Mutation => machine({ directory });

function textOf({ files }: Scene, name: string): string {
  const text = files[name];
  if (text === undefined) throw new Error(`there is no ${name}`);
  return text;
}
