// The servers of one case inside its network namespace, started by namespace.ts. The plan (ServePlan in serve.ts) is a file.
import { readFileSync } from 'node:fs';
import { loadTypeScript } from '../../bench/load-typescript.mjs';

const { serve } = await loadTypeScript(new URL('./serve.ts', import.meta.url));
await serve(JSON.parse(readFileSync(process.argv[2], 'utf8')));
setTimeout(() => process.exit(1), 60_000);
