import { splitUserinfo } from '../domain/address.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { GoproxyEntry } from '../domain/goproxy-entry.ts';
import { redactUrl } from '../domain/redact.ts';

/**
 * Reads GOPROXY as cmd/go does (src/cmd/go/internal/modfetch/proxy.go, proxyList and newProxyRepo): `,` and `|` separate,
 * empty entries are skipped, `direct` and `off` end the list, a host without a scheme gets https. Userinfo becomes
 * `authorization` and is in no other field and in no finding. Empty text is an empty list: the caller then has cmd/go's
 * default. Otherwise the finding is CFG.GOPROXY_INVALID.
 */
export function parseGoproxy(text: string): { readonly entries: readonly GoproxyEntry[] } | { readonly finding: Finding } {
  const entries: GoproxyEntry[] = [];
  for (const match of text.matchAll(/([^,|]*)([,|]?)/gu)) {
    const word = (match[1] ?? '').trim();
    if (word === '') continue;
    if (word === 'off' || word === 'direct') {
      entries.push({ kind: word });
      break;
    }
    const address = proxyAddress(word);
    if ('reason' in address) return { finding: invalid(word, address.reason) };
    entries.push({ kind: 'proxy', ...splitUserinfo(address.url), next: match[2] === '|' ? 'any-error' : 'not-found' });
  }
  if (entries.length === 0 && text !== '') return { finding: invalid(text, 'the list has no entries') };
  return { entries };
}

function proxyAddress(word: string): { readonly url: string } | { readonly reason: string } {
  // A single word is kept free for Go's own keywords; what looks like a host or a path without a scheme gets https.
  const text = /[.:/]/u.test(word) && !word.includes(':/') && !word.startsWith('/') ? `https://${word}` : word;
  if (!/^[a-z][a-z0-9+.-]*:/iu.test(text)) return { reason: 'the scheme is missing' };
  if (!URL.canParse(text)) return { reason: 'it is not a URL' };
  const url = new URL(text);
  if (url.protocol === 'file:') {
    const onlyPath = url.host === '' && url.search === '' && url.hash === '';
    return onlyPath ? { url: withoutSlash(url) } : { reason: 'a file address must be file:/// and an absolute path' };
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { reason: 'the scheme is not http, https or file' };
  return { url: withoutSlash(url) };
}

function withoutSlash(url: URL): string {
  url.hash = '';
  return url.search === '' ? url.href.replace(/\/+$/u, '') : url.href;
}

function invalid(entry: string, reason: string): Finding {
  return finding('CFG.GOPROXY_INVALID', {
    subject: 'GOPROXY',
    evidence: { entry: redactUrl(entry).slice(0, 200), reason },
    fixes: [
      {
        title: 'Write a list of URLs that may end in direct or off',
        kind: 'setting',
        text: 'GOPROXY=https://proxy.example.com,direct',
        risk: 'none',
      },
    ],
  });
}
