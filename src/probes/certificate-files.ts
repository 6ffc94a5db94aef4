import { Failure } from '../domain/failure.ts';
import { LIMITS } from '../domain/limits.ts';
import { certificatesIn, isWholeCertificate } from '../domain/pem-certificates.ts';
import type { EnvironmentFacts } from '../domain/project-facts.ts';
import type { Env, Files } from '../ports/machine.ts';

type FileRow = EnvironmentFacts['files'][number];
type Reader = Pick<Files, 'stat' | 'realPath' | 'read' | 'list'>;

/** The files and directories of certificates that a setting names: whether they can be read, and whether there is a whole certificate in them. */
export async function observeCertificateFiles(
  files: Reader,
  { env, os, git }: { readonly env: Env; readonly os: string; readonly git: Readonly<Record<string, string>> },
): Promise<readonly FileRow[]> {
  const named: readonly (readonly [string, string | undefined])[] = [
    ['NODE_EXTRA_CA_CERTS', env['NODE_EXTRA_CA_CERTS']],
    ['SSL_CERT_FILE', env['SSL_CERT_FILE']],
    ['GIT_SSL_CAINFO', env['GIT_SSL_CAINFO']],
    ['http.sslcainfo', git['http.sslcainfo']],
  ];
  const directories = (env['SSL_CERT_DIR'] ?? '').split(os === 'win32' ? ';' : ':').filter(Boolean);
  return Promise.all([
    ...named.flatMap(([name, file]) => (file ? [observeFile(files, name, file)] : [])),
    ...directories.map(directory => observeDirectory(files, directory)),
  ]);
}

async function observeFile(files: Reader, name: string, file: string): Promise<FileRow> {
  try {
    const real = await files.realPath(file);
    const stat = real === undefined ? undefined : await files.stat(real);
    if (stat?.kind !== 'file') return { name, file, sizeBytes: 0, problem: 'unreadable' };
    if (stat.sizeBytes > LIMITS.caFileBytes) return { name, file, sizeBytes: stat.sizeBytes, problem: 'too-large' };
    const text = (await files.read(file, LIMITS.caFileBytes)).toString('latin1');
    const hasCertificate = certificatesIn(text).some(isWholeCertificate);
    return { name, file, sizeBytes: stat.sizeBytes, holds: hasCertificate ? 'certificates' : 'no-certificate' };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { name, file, sizeBytes: 0, problem: 'unreadable' };
  }
}

/** Some files of it are read, until one holds a certificate; where none of many does, nothing is said. */
async function observeDirectory(files: Reader, directory: string): Promise<FileRow> {
  const row = { name: 'SSL_CERT_DIR', file: directory, sizeBytes: 0 } as const;
  try {
    const real = await files.realPath(directory);
    if (real === undefined || (await files.stat(real))?.kind !== 'directory') return { ...row, problem: 'unreadable' };
    const names = await files.list(real);
    for (const name of names.slice(0, LIMITS.caDirectoryFileCount)) {
      const { holds } = await observeFile(files, row.name, `${real}/${name}`);
      if (holds === 'certificates') return { ...row, holds };
    }
    return names.length > LIMITS.caDirectoryFileCount ? row : { ...row, holds: 'no-certificate' };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ...row, problem: 'unreadable' };
  }
}
