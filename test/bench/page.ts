import type { Line } from './judge.ts';
import { spreadText, withUnit } from './numbers.ts';
import type { Machine, Results } from './results.ts';
import type { Scenario } from './scenario.ts';

/** docs/performance.md. Pure: the same results make the same page. */
export function renderPage(given: {
  readonly scenarios: readonly Scenario[];
  readonly lines: readonly Line[];
  readonly results: Results;
  /** Of the plot, relative to the page. */
  readonly plot: string;
}): string {
  const { scenarios, lines, results, plot } = given;
  const all = Object.values(results).filter(({ rows }) => Object.keys(rows).length > 0);
  const judged = lines.filter(({ verdict }) => verdict === 'met' || verdict === 'missed');
  const metCount = judged.filter(({ verdict }) => verdict === 'met').length;
  return `<!-- Made by test/bench/bench.mjs (npm run bench -- --write). -->
# Performance

${all.length === 0 ? 'Nothing is measured yet.' : `${measured(all)} ${metCount} of ${judged.length} bars that were measured are met.`}

![Ratios to the other side, with the least and the greatest of all pairs](${plot})

Everything is a ratio of runs that were made one after the other, because seconds hold for one machine only. Smaller is better, and a
bar is met when the median is at most the target and every run was good.

| scenario | figure | ours | other side | median (least-greatest) | target | |
|---|---|---|---|---|---|---|
${lines.map(row).join('\n')}

## What was measured

${scenarios.map(scenario => about(scenario, results)).join('\n')}

The sides: **ours** is the committed bundle, started as the action; **setup-go** is a checkout of actions/setup-go at a release, started the
same way with \`cache: false\`; **curl | tar** checks nothing; **go mod download** fetches the same toolchain as a module; **floor**
(\`test/bench/floor.mjs\`) is the least that one Node process must do: one request, SHA-256, inflate, small files written
synchronously, one rename, and no second source, no error and no line of log.

## How

- One archive, the published ${'`go1.26.8.linux-amd64.tar.gz`'} byte for byte (\`test/conformance/official-archive.sh\`).
- The mirrors listen on loopback, without TLS, in a process of their own; each limit holds for one connection. Answers of the real
  checksum database are fetched once and then handed on by a loopback server, so that the internet is in no figure.
- The sides take turns, and another one begins each round. Where no limit makes the time, one round before is not counted. Each run has
  a new home, temp directory, tool cache and command files; what was written is flushed before, and removed outside the measured time.
- A run is good when the Go that it put on PATH (or in its directory) answers with the version, and where it says so by which proof. Bad
  runs are told and do not count.
- Wall time is from spawn to exit. CPU time is that of the process and all its children; peak memory is the resident set of the largest of
  them. "First connection" is the time from spawn until a mirror accepts. "Fetched" is what the mirrors sent.
- Runs work in memory (tmpfs) where there is enough, because on some disks making files gets slower after each round. Nothing is written
  then, so the bytes written are counted (\`ru_oublock\`) in one more round on a disk. "Left in temp" is without the report of the run.

To repeat it, on an idle machine with Python 3, curl, Go and a checkout of actions/setup-go:

\`\`\`sh
npm run bench -- --setup-go DIR --json results.json     # --scenario NAME[,NAME], --runs N
npm run bench -- --from results.json --write            # this page and its plot
\`\`\`
`;
}

function measured(all: readonly Results[string][]): string {
  const days = [...new Set(all.map(({ date }) => date))].sort();
  const when = days.length > 1 ? `${days[0]} to ${days.at(-1)}` : days[0];
  const machines = [...new Set(all.map(({ machine }) => machineText(machine)))];
  return `Measured ${when} on ${machines.join('; and on ')}.`;
}

function machineText({ processorCount, processor, memoryGib, kernel, node }: Machine): string {
  return `${processorCount} × ${processor}, ${memoryGib} GiB, Linux ${kernel}, Node ${node}`;
}

const VERDICTS: Readonly<Record<Line['verdict'], string>> = {
  met: 'met',
  missed: '**missed**',
  'no target': '',
  'not measured': 'not measured',
};

function row(line: Line): string {
  const { scenario, what, value, unit, atMost, own, other, figure, verdict, note } = line;
  const cells = [
    scenario,
    what,
    own === undefined ? '' : withUnit(own.median, figure),
    other === undefined ? '' : withUnit(other.median, figure),
    value === undefined ? '' : spreadText(value, unit),
    atMost === undefined ? '' : `≤ ${withUnit(atMost, unit)}`,
    [VERDICTS[verdict], note].filter(text => text !== '').join(': '),
  ];
  return `| ${cells.map(cell => escapeCell(cell)).join(' | ')} |`;
}

/** A bar would end the cell, a line break the table; the rest could be read as markup. */
function escapeCell(text: string): string {
  return text.replace(/[\r\n]+/gu, ' ').replace(/[\\|<>`]/gu, character => `\\${character}`);
}

function about({ name, about: sentence }: Scenario, results: Results): string {
  const counts = Object.values(results[name]?.rows ?? {}).map(rows => rows.length);
  return `- **${name}**: ${sentence}${counts.length === 0 ? '' : ` ${Math.max(...counts)} paired ${Math.max(...counts) === 1 ? 'run' : 'runs'}.`}`;
}
