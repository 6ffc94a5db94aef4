// Paired whole-process benchmark on loopback servers: npm run bench -- [--scenario NAME[,NAME]] [--runs N] [--setup-go DIR] [--node FILE]
// [--ours DIR] [--work DIR] [--json FILE] [--from FILE[,FILE]] [--write]. The options stand in main.ts.
import { fileURLToPath } from 'node:url';
import { loadTypeScript } from './load-typescript.mjs';

const { main } = await loadTypeScript(new URL('./main.ts', import.meta.url));
process.exitCode = await main({ project: fileURLToPath(new URL('../..', import.meta.url)), args: process.argv.slice(2) });
