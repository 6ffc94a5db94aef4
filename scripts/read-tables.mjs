// Reads tables of src/domain, which Node 20 cannot import by itself.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** `exports`: what is wanted of which module, such as { 'src/domain/catalogue.ts': ['CATALOGUE'] }. */
export async function readTables(exports) {
  const contents = Object.entries(exports).map(([file, names]) => `export { ${names.join(', ')} } from './${file}';`);
  const result = await build({
    stdin: { contents: contents.join('\n'), resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    absWorkingDir: root,
  });
  return import(`data:text/javascript;base64,${Buffer.from(result.outputFiles[0].text).toString('base64')}`);
}
