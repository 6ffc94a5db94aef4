/** Text of the network on one line, without control characters, marks that turn its direction, and line separators; cut. */
export function plainText(text: string, maxCharacters: number): string {
  const clean = text
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, maxCharacters);
  // A surrogate without its other half is no text.
  return clean.replace(/[\ud800-\udbff]$/u, '');
}

const TITLE_CHARACTERS = 120;
const EXCERPT_CHARACTERS = 300;

/** Whether bytes begin as a page of HTML or XML does, whatever their label says. */
export function looksLikePage(head: Uint8Array): boolean {
  return /^\s*<(?:!doctype|html|head|body|title|meta|script|\?xml|!--)/iu.test(decode(head));
}

/** Title and text of a page; members are absent where there is none. */
export function readPage(head: Uint8Array): { readonly title?: string; readonly excerpt?: string } {
  const text = decode(head);
  const title = plainText(unescapeHtml(/<title[^>]*>([^<]{0,400})/iu.exec(text)?.[1] ?? ''), TITLE_CHARACTERS);
  const bare = text
    .replace(/<(script|style)\b[^>]*(?:>[\s\S]*?(?:<\/\1\s*>|$)|$)/giu, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, ' ')
    .replace(/<[^>]*(?:>|$)/gu, ' ');
  const excerpt = plainText(unescapeHtml(bare), EXCERPT_CHARACTERS);
  return { ...(title === '' ? {} : { title }), ...(excerpt === '' ? {} : { excerpt }) };
}

function decode(head: Uint8Array): string {
  return Buffer.from(head)
    .toString('utf8')
    .replace(/^\ufeff/u, '');
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&(?:nbsp|#160);/giu, ' ')
    .replace(/&lt;/giu, '<')
    .replace(/&gt;/giu, '>')
    .replace(/&quot;/giu, '"')
    .replace(/&#0?39;|&apos;/giu, "'")
    .replace(/&amp;/giu, '&');
}
