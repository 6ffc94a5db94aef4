import { splitUserinfo } from '../domain/address.ts';
import { archiveArch, type Platform } from '../domain/platform.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Candidate, Source } from '../domain/source.ts';
import { fillTemplate } from '../domain/source-spec.ts';
import { type GoVersion, versionText } from '../domain/version.ts';
import { archiveFileName, archiveFormat } from './file-name.ts';
import { flatCandidate, flatDirectory, flatListing } from './flat-directory.ts';

export interface CustomSource {
  readonly id: string;
  /** The bearer token of the user; it belongs to the origin of this source only. */
  readonly token?: string | undefined;
}

/** A flat directory of the user's choice; its listing is optional, so a failure to read it hides nothing. */
export function baseSource(source: CustomSource & { readonly url: string }): Source {
  const directory = flatDirectory(source.id, source.url, source.token);
  return {
    id: source.id,
    title: redactUrl(source.url),
    kind: 'custom',
    listing: () => flatListing(directory),
    candidate: (version, platform) => flatCandidate(directory, version, platform),
  };
}

/** An address with placeholders. There is nowhere to ask for a list. */
export function templateSource(source: CustomSource & { readonly template: string }): Source {
  return {
    id: source.id,
    title: source.template.replace(/\/\/[^/]*@/u, '//***@').replace(/\?.*$/su, '?…'),
    kind: /^file:/iu.test(source.template) ? 'file' : 'custom',
    listing: () => undefined,
    candidate: (version, platform) => templateCandidate(source, { version, platform }),
  };
}

function templateCandidate(
  source: CustomSource & { readonly template: string },
  release: { readonly version: GoVersion; readonly platform: Platform },
): Candidate {
  const { version, platform } = release;
  const format = archiveFormat(platform);
  const fileName = archiveFileName(version, platform);
  const filled = fillTemplate(source.template, {
    version: versionText(version),
    os: platform.goos,
    arch: archiveArch(platform),
    ext: format,
    file: fileName,
  });
  const token = source.token === undefined ? {} : { authorization: `Bearer ${source.token}` };
  return { sourceId: source.id, ...splitUserinfo(filled), ...token, fileName, format, layout: 'release' };
}
