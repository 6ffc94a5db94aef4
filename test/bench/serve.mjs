// The servers of one scenario in a process of their own, so that they do not share an event loop with what is measured. Started by
// measure.ts with fork(); the plan (ServePlan in serve.ts) is the first argument. Sends {urls, controlUrl}, and ends when its parent does.
import { loadTypeScript } from './load-typescript.mjs';

const { serve } = await loadTypeScript(new URL('./serve.ts', import.meta.url));
const { urls, controlUrl } = await serve(JSON.parse(process.argv[2]));
process.on('disconnect', () => process.exit());
process.send({ urls, controlUrl });
