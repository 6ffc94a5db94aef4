// Expressions over the metrics of src/domain/metric-table.ts. A metric, a label or a value of a label that the table does not have
// throws, so that renaming one breaks the build and not a dashboard.

/** `scope`: a matcher that every selector gets, such as job=~"$job". */
export function createPromql(METRICS, scope = '') {
  function rowOf(name, type) {
    const row = METRICS[name];
    if (row === undefined) throw new Error(`${name}: no such metric`);
    if (row.type !== type) throw new Error(`${name} is a ${row.type}, not a ${type}`);
    return row;
  }

  function checkLabel(name, label) {
    if (!Object.hasOwn(METRICS[name].labels, label)) throw new Error(`${name} has no label ${label}`);
  }

  /** `condition`: an operator and a quoted value, such as =~"won|shared". */
  function matcher(name, label, condition) {
    checkLabel(name, label);
    const match = /^(=|!=|=~|!~)"(.+)"$/u.exec(condition);
    if (match === null) throw new Error(`${name}: ${label}${condition} is no matcher`);
    const values = METRICS[name].labels[label];
    for (const value of match[2].replaceAll('\\\\', '').split('|')) {
      const isKnown = values instanceof RegExp ? values.test(value) : values.includes(value);
      if (!isKnown) throw new Error(`${name}: ${label} is never ${value}`);
    }
    return `${label}${condition}`;
  }

  function selector(name, suffix, where = {}) {
    const parts = Object.entries(where).map(([label, condition]) => matcher(name, label, condition));
    const all = [...parts, ...(scope === '' ? [] : [scope])];
    return `${name}${suffix}${all.length === 0 ? '' : `{${all.join(',')}}`}`;
  }

  function grouping(name, labels, more = []) {
    for (const label of labels) checkLabel(name, label);
    const all = [...labels, ...more];
    return all.length === 0 ? '' : `by (${all.join(', ')}) `;
  }

  return {
    /** The sum of a counter. */
    sum(name, { by = [], where } = {}) {
      rowOf(name, 'counter');
      return `sum ${grouping(name, by)}(${selector(name, '_total', where)})`;
    },
    /** A quantile of a histogram. */
    quantile(share, name, { by = [], where } = {}) {
      rowOf(name, 'histogram');
      return `histogram_quantile(${share}, sum ${grouping(name, by, ['le'])}(${selector(name, '_bucket', where)}))`;
    },
    /** How often something was measured. */
    count(name, { by = [], where } = {}) {
      rowOf(name, 'histogram');
      return `sum ${grouping(name, by)}(${selector(name, '_count', where)})`;
    },
    info(name, { by = [] } = {}) {
      rowOf(name, 'info');
      return `count ${grouping(name, by)}(${selector(name, '_info')})`;
    },
  };
}

/** `part` over `whole` for each group of `by`; 0 where the part has no series. */
export function ratio(part, whole) {
  return `(${part} or 0 * ${whole}) / ${whole}`;
}
