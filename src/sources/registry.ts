import type { Address } from '../domain/address.ts';
import type { GoproxyEntry } from '../domain/goproxy-entry.ts';
import type { SourceSpec } from '../domain/inputs.ts';
import { redactUrl } from '../domain/redact.ts';
import type { Source } from '../domain/source.ts';
import { baseSource, templateSource } from './custom.ts';
import { type ExportedIndex, exportedSource } from './exported.ts';
import { fileSource } from './file-directory.ts';
import { goDevSource } from './go-dev.ts';
import { MIRRORS, mirrorSource } from './mirrors.ts';
import { MODULE_ORIGIN, moduleProxySource } from './module-proxy.ts';
import { SOURCE_IDS } from './source-ids.ts';

export interface SourcesRequest {
  /** Empty means `auto`: every source of SOURCE_IDS, in that order. */
  readonly specs: readonly SourceSpec[];
  /** The entries of GOPROXY; undefined when it is not set. */
  readonly goproxy: readonly GoproxyEntry[] | undefined;
  /** For custom sources only. */
  readonly sourceToken: string | undefined;
  /** Which base addresses are exported directories, what stands in their index, and where they really are. */
  readonly exported?: readonly (Address & { readonly spec: string; readonly index: ExportedIndex })[];
}

/**
 * The sources of a run, in order, with ids that differ: `goproxy`, `goproxy-2`, …; `custom`, `custom-2`, …; `file`, …. The
 * id `goproxy` stands for every server in GOPROXY, and for the module's origin where `direct` stands or GOPROXY is not set;
 * after `off` there is none, so the list may be empty.
 */
export function createSources(request: SourcesRequest): readonly Source[] {
  const specs = request.specs.length > 0 ? request.specs : SOURCE_IDS.map(id => ({ kind: 'id', id }) as const);
  const name = createNamer();
  return specs.flatMap(spec => sourcesOf(spec, { ...request, name }));
}

type Namer = (kind: string) => string;

function sourcesOf(spec: SourceSpec, request: SourcesRequest & { readonly name: Namer }): readonly Source[] {
  const { name, sourceToken: token } = request;
  switch (spec.kind) {
    case 'id':
      return spec.id === 'goproxy' ? moduleSources(request.goproxy, name) : builtIn(spec.id);
    case 'base': {
      const found = request.exported?.find(({ spec: written }) => written === spec.url);
      if (found !== undefined) return [exported(found, name)];
      if (/^file:/iu.test(spec.url)) return [fileSource({ id: name('file'), url: spec.url })];
      return [baseSource({ id: name('custom'), url: spec.url, token })];
    }
    case 'template':
      return [templateSource({ id: name('custom'), template: spec.template, token })];
  }
}

function exported(found: NonNullable<SourcesRequest['exported']>[number], name: Namer): Source {
  const { spec: _, index, ...address } = found;
  const kind = /^file:/iu.test(address.url) ? 'file' : 'custom';
  return exportedSource({ ...address, id: name(kind), title: redactUrl(address.url), kind }, index);
}

function builtIn(id: string): readonly Source[] {
  if (id === 'official') return [goDevSource()];
  return MIRRORS.filter(row => row.id === id).map(mirrorSource);
}

function moduleSources(goproxy: readonly GoproxyEntry[] | undefined, name: Namer): readonly Source[] {
  const entries: readonly GoproxyEntry[] = goproxy ?? [{ kind: 'direct' }];
  return entries.flatMap(entry => moduleSource(entry, name) ?? []);
}

function moduleSource(entry: GoproxyEntry, name: Namer): Source | undefined {
  switch (entry.kind) {
    case 'proxy':
      return moduleProxySource({ ...entry, id: name('goproxy'), title: redactUrl(entry.url) });
    case 'direct':
      return moduleProxySource({ id: 'module-origin', title: 'module origin at go.dev', url: MODULE_ORIGIN });
    case 'off':
      return undefined;
  }
}

/** `custom`, then `custom-2`, and so on. */
function createNamer(): Namer {
  const counts = new Map<string, number>();
  return kind => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count === 1 ? kind : `${kind}-${count}`;
  };
}
