// The tables of src/domain, for the scripts that make other files from them.
import { build } from 'esbuild';

/** @param {string} root directory of the project */
export async function readTables(root) {
  const contents = `
    export { INPUTS } from './src/domain/input-table.ts';
    export { OUTPUTS } from './src/domain/output-table.ts';
    export { CATALOGUE, CODES } from './src/domain/catalogue.ts';
    export { PRODUCT } from './src/domain/product.ts';`;
  const result = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    absWorkingDir: root,
  });
  return import(`data:text/javascript;base64,${Buffer.from(result.outputFiles[0].text).toString('base64')}`);
}
