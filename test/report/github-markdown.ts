import { micromark, parse, postprocess, preprocess } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** What GitHub Flavored Markdown makes of a text. */
interface Structure {
  /** How many cells each row of each table has, the header first. */
  readonly tables: readonly (readonly number[])[];
  /** Raw HTML as it stands there. */
  readonly html: readonly string[];
  readonly links: readonly string[];
  /** Texts that became links by themselves, and pictures. */
  readonly unwanted: readonly string[];
  /** Levels in their order. */
  readonly headings: readonly number[];
  /** Text that is neither code nor a link: where GitHub looks for mentions, issues and emoji. */
  readonly prose: readonly string[];
}

/** GitHub drops a larger one. */
const MAX_BYTES = 1_048_576;
/** What a run of letters is made of: how many there are depends on the words. */
const LETTERS =
  /^(?:data|lineEnding(?:Blank)?|linePrefix|lineSuffix|whitespace|space|chunk\w+|codeText\w*|codeFlowValue|character(?:Escape|Reference)\w*|escapeMarker)$/u;
const UNWANTED: ReadonlySet<string> = new Set(['literalAutolink', 'autolink', 'image', 'definition', 'gfmFootnoteCall']);
const FOLD = /^(?:<details>\n<summary>[\w ]+ \(\d+\)<\/summary>|<\/details>)$/u;
const REFERENCE = /(?<![\w`])@[a-z\d]|(?<!\w)#\d|:[\w+-]+:|:\/\/|www\./iu;

/** Tokens in their order, as the grammar of GFM 0.29 says. */
function tokensOf(markdown: string) {
  const events = postprocess(
    parse({ extensions: [gfm()] })
      .document()
      .write(preprocess()(markdown, 'utf8', true)),
  );
  return events.flatMap(([kind, token, context]) => {
    return kind === 'enter' ? [{ type: token.type as string, text: () => context.sliceSerialize(token) }] : [];
  });
}

/** Everything but letters, code spans and escapes: what must stay the same whatever the words are. */
export function skeletonOf(markdown: string): readonly string[] {
  return tokensOf(markdown).flatMap(({ type }) => (LETTERS.test(type) ? [] : [type]));
}

function structureOf(markdown: string): Structure {
  const tokens = tokensOf(markdown);
  const texts = (...types: readonly string[]): readonly string[] =>
    tokens.flatMap(item => (types.includes(item.type) ? [item.text()] : []));
  const tables: number[][][] = [];
  for (const { type } of tokens) {
    if (type === 'table') tables.push([]);
    if (type === 'tableRow') tables.at(-1)?.push([]);
    if (type === 'tableData' || type === 'tableHeader') tables.at(-1)?.at(-1)?.push(1);
  }
  return {
    tables: tables.map(rows => rows.map(cells => cells.length)),
    html: texts('htmlFlow', 'htmlText'),
    links: texts('resourceDestinationString'),
    unwanted: tokens.flatMap(({ type, text }) => (UNWANTED.has(type) ? [text()] : [])),
    headings: texts('atxHeadingSequence', 'setextHeadingLineSequence').map(text => text.length),
    prose: proseOf(markdown),
  };
}

/** Names in GitHub are found in the text nodes of the HTML, but for those of code and links. */
function proseOf(markdown: string): readonly string[] {
  const nodes = htmlOf(markdown)
    .replaceAll(/<(pre|code|a)\b[\s\S]*?<\/\1>/gu, '<i>')
    .split(/<[^>]*>/u);
  return nodes.filter(text => text.trim() !== '');
}

/** What would be wrong with a job summary on GitHub, each as `kind: where`; `page`: where links may lead. Empty: nothing. */
export function summaryFaults(markdown: string, page: string): readonly string[] {
  if (Buffer.byteLength(markdown) >= MAX_BYTES) return ['size'];
  const { tables, html, links, unwanted, headings, prose } = structureOf(markdown);
  const uneven = tables.filter(([head, ...rows]) => rows.some(cells => cells !== head));
  const jumps = headings.filter((level, index) => index > 0 && level > (headings[index - 1] ?? 0) + 1);
  const opened = html.filter(text => text.startsWith('<details>')).length;
  const closed = html.filter(text => text === '</details>').length;
  return [
    ...uneven.map(rows => `cells: ${rows.join(' ')}`),
    ...html.filter(text => !FOLD.test(text)).map(text => `html: ${text}`),
    ...(opened === closed ? [] : [`html: ${opened} opened, ${closed} closed`]),
    ...links.filter(address => !address.startsWith(`${page}#`)).map(address => `link: ${address}`),
    ...unwanted.map(text => `link: ${text}`),
    ...(headings.length === 0 ? ['heading: none'] : []),
    ...jumps.map(level => `heading: jumps to ${level}`),
    ...prose.filter(text => REFERENCE.test(text)).map(text => `reference: ${text}`),
  ];
}

/** The HTML that a reader sees; raw HTML is kept. */
export function htmlOf(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}
