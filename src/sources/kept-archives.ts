import { keptArchiveName } from '../domain/kept-archive.ts';
import type { Source } from '../domain/source.ts';
import { versionText } from '../domain/version.ts';

/**
 * Archives that an earlier job packed from a proved tree. `names`: what stands in the directory, so that nobody asks for what is not
 * there. They have no list: what was kept says nothing of what is published.
 */
export function keptSource(directory: { readonly url: string; readonly names: readonly string[] }): Source {
  const { url, names } = directory;
  return {
    id: 'kept',
    title: 'archive of an earlier job',
    kind: 'file',
    listing: () => undefined,
    candidate: (version, platform) => {
      const fileName = keptArchiveName(versionText(version), platform);
      if (!names.includes(fileName)) return undefined;
      return { sourceId: 'kept', url: `${url}/${fileName}`, fileName, format: 'tar.gz', layout: 'release' };
    },
  };
}
