/** The style sheet of report.html. Both schemes keep a contrast of 4.5 to 1 for text and of 3 to 1 for bars (WCAG 2.2, 1.4.3 and 1.4.11). */
export const HTML_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --text: #1c2128; --soft: #57606a; --line: #d8dee4; --code: #eef1f4; --link: #0757ba;
  --good: #1a7f37; --bad: #c0222c; --warn: #8a5a00; --good-bg: #e6f6ea; --bad-bg: #fdecec; --warn-bg: #fdf4dd;
  --wait: #7d8a98; --body: #2f76d2; --phase: #6f5bd0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1318; --card: #171c23; --text: #e4e8ed; --soft: #9aa5b1; --line: #2d353f; --code: #222933; --link: #79b4ff;
    --good: #56d364; --bad: #ff8580; --warn: #e8b64c; --good-bg: #12261a; --bad-bg: #2f171a; --warn-bg: #2b2312;
    --wait: #76838f; --body: #5b9df0; --phase: #9d8cf5;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
h1, h2, p { overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .6rem 0 .4rem; }
h2 { font-size: 1.1rem; line-height: 1.35; margin: 0 0 .8rem; }
p { margin: .4rem 0; }
ul { margin: .4rem 0 0; padding-left: 1.3rem; }
.soft, footer { color: var(--soft); }
.badge { display: inline-block; padding: .15rem .7rem; border-radius: 1rem; font-weight: 600; font-size: .9rem; }
.good { color: var(--good); background: var(--good-bg); }
.bad { color: var(--bad); background: var(--bad-bg); }
.warn { color: var(--warn); background: var(--warn-bg); }
section { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1.1rem 1.25rem; margin: 1.1rem 0; }
section.problem { border-left: .3rem solid var(--bad); }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code, pre { font: .875em/1.5 ui-monospace, 'SF Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace; }
code { background: var(--code); padding: .1em .35em; border-radius: .3rem; overflow-wrap: anywhere; }
pre { background: var(--code); padding: .6rem .8rem; border-radius: .4rem; margin: .4rem 0; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: fit-content(14rem) 1fr; gap: .35rem 1.2rem; margin: 0; }
dt { color: var(--soft); overflow-wrap: anywhere; }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.fix { border-left: .2rem solid var(--good); padding-left: .9rem; margin: .8rem 0 0; }
ol.chain { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem 1.9rem; padding: 0; margin: .4rem 0 0; }
ol.chain li { position: relative; border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .7rem; }
ol.chain li + li::before { content: '→'; position: absolute; left: -1.5rem; color: var(--soft); }
ol.chain span { display: block; color: var(--soft); font-size: .9rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
th, td { text-align: left; vertical-align: baseline; padding: .4rem .7rem; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 600; white-space: nowrap; }
tbody tr:last-child > * { border-bottom: 0; }
td code { display: inline-block; max-width: 16rem; overflow-wrap: break-word; vertical-align: top; }
td a code { display: inline; white-space: nowrap; vertical-align: baseline; }
td.long { min-width: 16rem; overflow-wrap: anywhere; }
td.long code { display: inline; overflow-wrap: anywhere; vertical-align: baseline; }
.step { white-space: nowrap; }
.step code { white-space: normal; }
.passes { color: var(--good); } .fails { color: var(--bad); }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.chart { margin: .4rem 0 0; }
.chart ol { list-style: none; margin: 0; padding: 0; }
.chart li { font-size: .93rem; margin: .45rem 0 0; overflow-wrap: anywhere; }
.chart li .soft { margin-left: .5em; }
.axis { position: relative; height: 1.3rem; color: var(--soft); font-size: .8rem; }
.axis span { position: absolute; white-space: nowrap; transform: translateX(-50%); }
.axis span:first-child { transform: none; }
.track { position: relative; height: .8rem; overflow: hidden; border-radius: .2rem; background: linear-gradient(to right, var(--line) 1px, transparent 1px) 0 0 / var(--step) 100% var(--code); }
.track i { position: absolute; top: 0; bottom: 0; min-width: 2px; }
.wait { background: var(--wait); } .body { background: var(--body); } .phase { background: var(--phase); } .lost { background: var(--bad); }
.legend { display: flex; flex-wrap: wrap; gap: 0 1.2rem; color: var(--soft); font-size: .9rem; margin: .6rem 0 .8rem; }
.legend span { white-space: nowrap; }
.key { display: inline-block; width: .8em; height: .8em; border-radius: .15em; margin-right: .35em; }
footer { padding-bottom: 2.5rem; font-size: .9rem; }
@media (max-width: 40rem) {
  header, main, footer { padding-left: .8rem; padding-right: .8rem; }
  section { padding: .9rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .5rem; }
  table, tbody, tr, td { display: block; }
  thead { position: absolute; left: -999px; }
  tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
  tr:last-child { border-bottom: 0; }
  td { border: 0; display: flow-root; padding: .1rem 0 .1rem 7.5rem; overflow-wrap: anywhere; }
  td:empty { display: none; }
  td::before { content: attr(data-label); float: left; width: 7rem; margin-left: -7.5rem; color: var(--soft); }
  td.number { text-align: left; }
  td.long { min-width: 0; }
  td code, td a code { display: inline; overflow-wrap: anywhere; white-space: normal; vertical-align: baseline; }
}
@media print { body { background: none; } section { break-inside: avoid; } }
`;
