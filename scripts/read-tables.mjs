// Reads tables of src/domain, which Node 20 cannot import by itself.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** `exports`: what is wanted of which module, such as { 'src/domain/catalogue.ts': ['CATALOGUE'] }. */
export async function readTables(exports) {
  const contents = Object.entries(exports).map(([file, names]) => `export { ${names.join(', ')} } from './${file}';`);
  const id = join(root, 'tables.ts');
  const given = {
    name: 'given',
    resolveId: name => (name === id ? id : undefined),
    load: name => (name === id ? contents.join('\n') : undefined),
  };
  const { output } = await build({ input: id, platform: 'node', plugins: [given], write: false, output: { format: 'esm' } });
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}
