// Writes what a fleet's monitoring takes from the table of metrics: templates/prometheus/*.rules.yml and templates/grafana/dashboard.json.
// `--check` compares. A metric or a label that is renamed ends it with an error.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dashboardFile } from './grafana-dashboard.mjs';
import { rulesFile } from './prometheus-rules.mjs';
import { readTables, root } from './read-tables.mjs';

const tables = await readTables({
  'src/domain/metric-table.ts': ['METRICS'],
  'src/domain/catalogue.ts': ['CATALOGUE'],
  'src/domain/code-page.ts': ['CODES_PAGE', 'codePage'],
  'src/domain/product.ts': ['PRODUCT'],
});
const outputs = {
  'templates/prometheus/setup-go-robust.rules.yml': rulesFile(tables),
  'templates/grafana/dashboard.json': dashboardFile(tables),
};
const check = process.argv.includes('--check');
for (const [name, text] of Object.entries(outputs)) {
  const path = join(root, name);
  if (!check) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    process.stderr.write(`${name} is not what the table of metrics says; run npm run dashboards and commit it\n`);
    process.exitCode = 1;
  }
}
