import type { DirectoryFacts, EnvironmentFacts, GoSetting, PathGo } from './project-facts.ts';
import { boolean, choice, list, maybe, number, object, optional, record, text } from './shape.ts';

const WORD = text(512);
const LINE = text(16_384);

/** The environment within a file of facts; values such as GOFLAGS or PATH may be long. */
export const ENVIRONMENT = object<EnvironmentFacts>({
  os: WORD,
  settings: record(
    object<GoSetting>({ value: LINE, origin: choice('environment', 'go env -w', 'go.env', 'default'), file: optional(LINE) }),
    256,
  ),
  variables: record(LINE, 256),
  directories: list(
    object<DirectoryFacts>({
      name: WORD,
      value: LINE,
      isAbsolute: boolean,
      kind: choice('directory', 'file', 'missing', 'unreadable'),
      writable: maybe(boolean),
      freeBytes: maybe(number),
      freeInodes: maybe(number),
      mountFlags: list(WORD, 32),
    }),
    256,
  ),
  pathGos: list(object<PathGo>({ position: number, path: LINE, version: maybe(WORD) }), 256),
  goRootVersion: optional(WORD),
  git: record(LINE, 256),
  commands: list(WORD, 32),
  files: list(
    object<EnvironmentFacts['files'][number]>({
      file: LINE,
      sizeBytes: number,
      problem: optional(choice('too-large', 'binary', 'unreadable', 'link-loop')),
      name: WORD,
      holds: optional(choice('certificates', 'no-certificate')),
    }),
    256,
  ),
  nowMs: number,
});
