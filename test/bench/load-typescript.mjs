import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Imports a TypeScript module of the tests. Node 20 cannot do it by itself. */
export async function loadTypeScript(url) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(url)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
