// The form of data/releases.json: one line per release, newest first, platforms sorted, so that a diff can be reviewed.

const SCHEMA = 'setup-go-robust/releases@1';

function rank(version) {
  const match = /^go(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:(beta|rc)(\d+))?$/u.exec(version);
  if (match === null) throw new Error(`not a Go version: ${version}`);
  const [, major, minor = '0', patch = '0', kind, number = '0'] = match;
  const stage = kind === undefined ? 2 : kind === 'rc' ? 1 : 0;
  return [Number(major), Number(minor), Number(patch), stage, Number(number)];
}

function newestFirst([a], [b]) {
  const left = rank(a);
  const right = rank(b);
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : right[at] - left[at];
}

/** `{platform, sha256, lists, size?}` as the table has it. */
export function rowText({ platform, sha256, lists, size }) {
  if (!/^[a-z0-9]+-[a-z0-9]+$/u.test(platform)) throw new Error(`not a platform: ${platform}`);
  if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new Error(`${platform}: not a SHA-256: ${sha256}`);
  return `${platform} ${sha256} ${lists}${size > 0 ? ` ${size}` : ''}`;
}

export function readRow(text) {
  const [platform, sha256, lists, size] = text.split(' ');
  const row = { platform, sha256, lists: Number(lists), ...(size === undefined ? {} : { size: Number(size) }) };
  if (rowText(row) !== text) throw new Error(`not a row of the table: ${text}`);
  return row;
}

/** The file's text, of rows by release, on this day; on the day of `old` where nothing but the day would change. */
export function tableText(releases, { day, old }) {
  const lines = [...releases]
    .filter(([, rows]) => rows.length > 0)
    .sort(newestFirst)
    .map(([version, rows]) => `${JSON.stringify(version)}:${JSON.stringify(rows.map(rowText).sort().join(';'))}`);
  const body = `"releases":{\n${lines.join(',\n')}\n}}\n`;
  return `{"schema":"${SCHEMA}","date":"${old?.endsWith(body) ? JSON.parse(old).date : day}",\n${body}`;
}
