import type { Source } from '../domain/source.ts';
import { flatCandidate, flatDirectory, flatListing } from './flat-directory.ts';

/** The Go project's own page. Its files are redirects to dl.google.com (golang.org/x/website internal/dl). */
export function goDevSource(): Source {
  const directory = flatDirectory('official', 'https://go.dev/dl');
  return {
    id: 'official',
    title: 'go.dev',
    kind: 'official',
    listing: () => flatListing(directory),
    candidate: (version, platform) => flatCandidate(directory, version, platform),
  };
}
