export interface HostsLine {
  /** 1-based. */
  readonly line: number;
  readonly address: string;
}

const LINE_COUNT = 8;

/** The lines of a hosts file (hosts(5)) that name a host; names are compared without case and without a dot at the end. */
export function hostsLines(text: string, name: string): readonly HostsLine[] {
  const wanted = name.toLowerCase().replace(/\.$/u, '');
  const found: HostsLine[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const [address, ...names] = raw
      .replace(/#[^\n]*$/u, '')
      .trim()
      .split(/\s+/u);
    if (address === undefined || found.length >= LINE_COUNT) continue;
    if (names.some(each => each.toLowerCase() === wanted)) found.push({ line: index + 1, address: address.slice(0, 64) });
  }
  return found;
}

export interface ResolverSettings {
  readonly searchDomains: readonly string[];
  /** How many dots make a name be asked as it is first; 1 where nothing is written. */
  readonly ndots: number;
}

const SEARCH_COUNT = 16;

/** `search`, `domain` and `ndots` of resolv.conf(5): the last line of a kind counts. */
export function resolverSettings(text: string): ResolverSettings {
  let searchDomains: readonly string[] = [];
  let ndots = 1;
  for (const raw of text.split('\n')) {
    const [keyword, ...words] = raw
      .replace(/[#;][^\n]*$/u, '')
      .trim()
      .split(/\s+/u);
    if (keyword === 'search' || keyword === 'domain')
      searchDomains = words.slice(0, SEARCH_COUNT).map(word => word.slice(0, 253));
    const dots = /^ndots:(\d{1,2})$/u.exec(words.findLast(word => word.startsWith('ndots:')) ?? '')?.[1];
    if (keyword === 'options' && dots !== undefined) ndots = Math.min(15, Number(dots));
  }
  return { searchDomains, ndots };
}
