import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

/** Imports a TypeScript module of the tests. Node 20 cannot do it by itself. */
export async function loadTypeScript(url) {
  const { output } = await build({ input: fileURLToPath(url), platform: 'node', write: false, output: { format: 'esm' } });
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}
