import { plain } from './plain.ts';

/** Not a character of XML 1.0 (section 2.2) although plain text may hold it. */
const NOT_XML = /[\uFFFE\uFFFF]/gu;

/** Untrusted text on one line, for XML and HTML, in element content and between double quotes. */
export function escapeXml(text: string, maxLength?: number): string {
  return escapeMarks(plain(text, maxLength));
}

/** The same for lines that are plain already (plain.ts). */
export function escapeXmlLines(lines: readonly string[]): string {
  return lines.map(escapeMarks).join('\n');
}

function escapeMarks(text: string): string {
  return text
    .replace(NOT_XML, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
