import { htmlOf } from '../../report/github-markdown.ts';

/** What GitHub's style sheet does to the elements of a job summary, by look and measure and not by text. */
const STYLE = `
:root { color-scheme: light dark; --page: #ffffff; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --code: #eff1f3; --block: #f6f8fa; --link: #0969da; }
@media (prefers-color-scheme: dark) {
  :root { --page: #0d1117; --text: #f0f6fc; --soft: #9198a1; --line: #3d444d; --code: #262c36; --block: #151b23; --link: #4493f8; }
}
body { margin: 0 auto; padding: 24px; max-width: 964px; background: var(--page); color: var(--text); font: 14px/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h3 { font-size: 1.25em; line-height: 1.25; margin: 0 0 16px; }
p, table, pre, details, ul { margin: 0 0 16px; }
a { color: var(--link); }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-spacing: 0; border-collapse: collapse; }
th, td { padding: 6px 13px; border: 1px solid var(--line); }
code, pre { font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: 85%; }
code { padding: .2em .4em; border-radius: 6px; background: var(--code); white-space: break-spaces; }
pre { padding: 16px; overflow: auto; background: var(--block); border-radius: 6px; line-height: 1.45; }
pre code { padding: 0; background: none; white-space: pre; font-size: 100%; }
pre:has(code.language-mermaid) { border: 1px dashed var(--soft); }
`;

/**
 * A job summary as GitHub shows it, nearly: its Markdown as HTML, without attributes but `href`. A diagram stands there as its text,
 * in a box. `open`: whether what is folded is shown.
 */
export function summaryPage(markdown: string, open: boolean): string {
  const html = htmlOf(markdown).replaceAll('<details>', open ? '<details open>' : '<details>');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Job summary</title><style>${STYLE}</style><body>${html}</body></html>`;
}
