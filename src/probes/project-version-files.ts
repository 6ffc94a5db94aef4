import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import type { VersionFileFacts } from '../domain/project-facts.ts';
import { readVersionFile } from '../domain/version-file.ts';
import type { ProjectReader } from './project-reader.ts';

const NAMES: readonly string[] = ['.go-version', '.tool-versions', '.prototools', 'mise.toml', '.mise.toml'];

/** Version files of the directories, but not go.mod and go.work. One that names no Go has no version. */
export async function readVersionFiles(
  reader: ProjectReader,
  directories: readonly string[],
): Promise<readonly VersionFileFacts[]> {
  const found: VersionFileFacts[] = [];
  for (const directory of new Set(directories)) {
    const names = await namesIn(reader, directory);
    for (const name of NAMES.filter(each => names.includes(each))) {
      const file = await reader.text(join(directory, name), LIMITS.versionFileBytes);
      if (file !== undefined) found.push(versionOf(file));
    }
  }
  return found;
}

function versionOf({ text, ...file }: VersionFileFactsText): VersionFileFacts {
  const read = readVersionFile({ path: file.file, text });
  if ('finding' in read) return { ...file, version: undefined, line: undefined };
  return { ...file, version: read.spec.text, line: read.line };
}

type VersionFileFactsText = NonNullable<Awaited<ReturnType<ProjectReader['text']>>>;

async function namesIn(reader: ProjectReader, directory: string): Promise<readonly string[]> {
  try {
    return await reader.files.list(directory);
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}
