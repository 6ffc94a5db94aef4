import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../../e2e/harness.ts';
import { PROMETHEUS, PUSHGATEWAY } from '../reports/tools.ts';

export const RULES = join(PROJECT, 'templates', 'prometheus', 'setup-go-robust.rules.yml');

/** A genuine gateway on loopback; `url` is without a slash at the end. */
export async function withPushgateway<T>(body: (url: string) => Promise<T>): Promise<T> {
  const port = await freePort();
  return withServer(PUSHGATEWAY, { args: [`--web.listen-address=127.0.0.1:${port}`], port }, body);
}

/** A genuine Prometheus on loopback, which reads the gateway and evaluates the rules of this project each second. */
export async function withPrometheus<T>(gateway: string, body: (url: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'prometheus-'));
  const port = await freePort();
  const config = {
    global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
    rule_files: [RULES],
    scrape_configs: [{ job_name: 'gateway', honor_labels: true, static_configs: [{ targets: [new URL(gateway).host] }] }],
  };
  try {
    // JSON is YAML.
    await writeFile(join(directory, 'prometheus.yml'), JSON.stringify(config));
    const args = [
      `--config.file=${join(directory, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(directory, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ];
    return await withServer(PROMETHEUS, { args, port }, body);
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** What a query gives now, by its labels without the name: `source="official"`. */
export async function query(prometheus: string, expression: string): Promise<Readonly<Record<string, number>>> {
  const address = `${prometheus}/api/v1/query?query=${encodeURIComponent(expression)}`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) });
  const { data } = (await answer.json()) as {
    readonly data: {
      readonly result: readonly { readonly metric: Readonly<Record<string, string>>; readonly value: [number, string] }[];
    };
  };
  return Object.fromEntries(
    data.result.map(({ metric, value }) => {
      const labels = Object.entries(metric).filter(([name]) => name !== '__name__');
      return [labels.map(([name, text]) => `${name}="${text}"`).join(), Number(value[1])] as const;
    }),
  );
}

async function withServer<T>(
  program: string,
  { args, port }: { readonly args: readonly string[]; readonly port: number },
  body: (url: string) => Promise<T>,
): Promise<T> {
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise(resolve => server.once('close', resolve));
  try {
    await untilReady(`${url}/-/ready`);
    return await body(url);
  } finally {
    server.kill('SIGKILL');
    await ended;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const isReady = await fetch(url, { signal: AbortSignal.timeout(1_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`${url} is not ready`);
}
