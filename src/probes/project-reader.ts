import { isAbsolute, relative } from 'node:path';
import { Failure } from '../domain/failure.ts';
import type { TextFileFacts } from '../domain/project-facts.ts';
import type { Files } from '../ports/machine.ts';

/** A text file as the parsers take it; with a `problem` its text is empty. */
export type ProjectText = TextFileFacts & { readonly text: string };

/** Reads files of a project, and counts what it reads. */
export interface ProjectReader {
  readonly files: Files;
  readonly bytesRead: () => number;
  /** A path as facts name it: relative to the workspace, with slashes. */
  show(path: string): string;
  /** Whether a file, or a link that may lead to one, stands there. */
  hasFile(path: string): Promise<boolean>;
  hasDirectory(path: string): Promise<boolean>;
  /**
   * The text of a file of at most so many bytes. Undefined when there is none. A larger one is not read, and neither is what is no
   * file. Never throws: what cannot be read is a fact.
   */
  text(path: string, maxBytes: number): Promise<ProjectText | undefined>;
}

export function createProjectReader({ files, workspace }: { readonly files: Files; readonly workspace: string }): ProjectReader {
  let bytesRead = 0;
  const show = (path: string): string => {
    const way = relative(workspace, path);
    return isAbsolute(way) ? path : way.replaceAll('\\', '/') || '.';
  };
  // Many modules of one repository are replaced by the same directories.
  const kinds = new Map<string, Promise<string | undefined>>();
  const kindOf = (path: string): Promise<string | undefined> => {
    const known = kinds.get(path) ?? statOf(files, path).then(stat => stat?.kind);
    kinds.set(path, known);
    return known;
  };
  return {
    files,
    bytesRead: () => bytesRead,
    show,
    hasFile: async path => ['file', 'symlink'].includes((await kindOf(path)) ?? ''),
    async hasDirectory(path) {
      const kind = await kindOf(path);
      if (kind !== 'symlink') return kind === 'directory';
      // The dot makes the system follow the link; Windows takes it away first, and then the link must do.
      return ['directory', 'symlink'].includes((await kindOf(`${path}/.`)) ?? '');
    },
    async text(path, maxBytes) {
      const stat = await statOf(files, path);
      if (stat === undefined || stat.kind === 'directory') return undefined;
      const facts = { file: show(path), sizeBytes: stat.sizeBytes, text: '' };
      if (stat.kind === 'other') return { ...facts, problem: 'unreadable' };
      if (stat.sizeBytes > maxBytes) return { ...facts, problem: 'too-large' };
      const read = await readBytes({ files, path, maxBytes });
      if (read === undefined || typeof read === 'string') return read && { ...facts, problem: read };
      bytesRead += read.length;
      if (read.includes(0)) return { ...facts, sizeBytes: read.length, problem: 'binary' };
      return { ...facts, sizeBytes: read.length, text: read.toString('utf8') };
    },
  };
}

/** What cannot be looked at, since a parent is locked, is not there for Go either. */
async function statOf(files: Files, path: string): ReturnType<Files['stat']> {
  try {
    return await files.stat(path);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** Undefined for a link that leads nowhere. */
async function readBytes(file: {
  readonly files: Files;
  readonly path: string;
  readonly maxBytes: number;
}): Promise<Buffer | NonNullable<TextFileFacts['problem']> | undefined> {
  try {
    return await file.files.read(file.path, file.maxBytes);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const evidence = Object.fromEntries(error.finding.evidence.map(({ name, value }) => [name, value]));
    if (error.code === 'FS.NOT_FOUND') return undefined;
    if (evidence['errno'] === 'ELOOP') return 'link-loop';
    // The size of a file may be larger than what stat says, as behind a link.
    return error.code === 'FS.IO' && evidence['errno'] === undefined ? 'too-large' : 'unreadable';
  }
}
