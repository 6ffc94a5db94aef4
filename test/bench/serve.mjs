// A mirror in a process of its own, so that it does not share an event loop with what is measured. Started by bench.mjs
// with fork(); the options of startMirror are the first argument. Sends {url}, and ends when its parent does.
import { loadTypeScript } from './load-typescript.mjs';

const { startMirror } = await loadTypeScript(new URL('../servers/mirror.ts', import.meta.url));
const mirror = await startMirror(JSON.parse(process.argv[2]));
process.on('disconnect', () => mirror.close());
process.send({ url: mirror.url });
