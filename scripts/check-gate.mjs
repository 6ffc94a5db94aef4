// The one required check of ci.yml (or of FILE, for the test) must wait for every other job of that file; a job that it forgets could fail unseen.
import { readFileSync } from 'node:fs';

const file = process.argv[2] ?? new URL('../.github/workflows/ci.yml', import.meta.url);
const GATE = 'gate';

const [, jobsText = ''] = readFileSync(file, 'utf8').split(/^jobs:\n/mu);
const jobs = [...jobsText.matchAll(/^ {2}([\w-]+):\n((?: {4}.*\n|\s*\n| *#.*\n)*)/gmu)].map(([, name, body]) => ({ name, body }));
const needs = /^ {4}needs: \[([^\]]*)\]$/mu.exec(jobs.find(({ name }) => name === GATE)?.body ?? '')?.[1] ?? '';
const waited = needs.split(',').map(name => name.trim());
const forgotten = jobs.map(({ name }) => name).filter(name => name !== GATE && !waited.includes(name));
if (jobs.length < 2) throw new Error('ci.yml: no jobs found');
for (const name of forgotten) process.stderr.write(`ci.yml: the job ${GATE} does not wait for ${name}\n`);
process.exitCode = forgotten.length === 0 ? 0 : 1;
