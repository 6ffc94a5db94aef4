import { Failure } from '../domain/failure.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { type Platform, platformFor } from '../domain/platform.ts';
import { parseSpec } from '../domain/version-spec.ts';
import type { Context } from './context.ts';
import type { Request } from './request.ts';

/** What `mirror export` was asked for. */
export interface ExportWishes {
  /** As it was written. */
  readonly directory: string;
  readonly requests: readonly [Request, ...Request[]];
  readonly platforms: readonly [Platform, ...Platform[]];
}

/**
 * Reads the words and options of `mirror export DIR`: `--versions` (else go-version or go-version-file), `--platforms` (else this one).
 * Throws one Failure with every problem: INPUT.INVALID, INPUT.VERSION, INPUT.PLATFORM.
 */
export function readWishes(context: Context): ExportWishes {
  const { operands, options, inputs } = context;
  const [action, directory = ''] = operands;
  const problems: Finding[] = [];
  if (action !== 'export') problems.push(refused('mirror', action ?? '', 'export DIR'));
  if (inputs.checksum !== undefined) problems.push(refused('checksum', 'a pin', 'none, for it would be that of every archive'));
  const [request, ...requests] = readRequests(context, problems);
  const [platform, ...platforms] = entries(options['platforms']).flatMap(text => readPlatform(text, problems));
  const [problem, ...more] = problems;
  if (problem !== undefined) throw new Failure([problem, ...more]);
  if (request === undefined) throw new Failure([noVersion()]);
  return { directory, requests: [request, ...requests], platforms: [platform ?? context.platform, ...platforms] };
}

function readRequests({ options, request }: Context, problems: Finding[]): readonly Request[] {
  const texts = entries(options['versions']);
  if (texts.length === 0) return request === undefined ? [] : [request];
  return texts.flatMap(text => {
    const spec = parseSpec(text);
    if (spec !== undefined) return [{ spec, origin: { kind: 'input' }, isGoLine: false } as const];
    problems.push(finding('INPUT.VERSION', { subject: '--versions', evidence: { got: text.slice(0, 100) } }));
    return [];
  });
}

function readPlatform(text: string, problems: Finding[]): readonly Platform[] {
  const [, os = '', arch = ''] = /^([a-z0-9]{1,20})\/([a-z0-9]{1,20})$/u.exec(text) ?? [];
  const platform = platformFor({ os, arch, endianness: 'BE' }, arch);
  if (platform?.goos === os && platform.goarch === arch) return [platform];
  problems.push(
    finding('INPUT.PLATFORM', { subject: '--platforms', evidence: { got: text.slice(0, 100), form: 'linux/amd64' } }),
  );
  return [];
}

/** Entries of a list that is separated by commas, each once. */
function entries(text = ''): readonly string[] {
  return [...new Set(text.split(',').map(entry => entry.trim()))].filter(entry => entry !== '');
}

function refused(subject: string, got: string, accepted: string): Finding {
  return finding('INPUT.INVALID', { subject, evidence: { got: got.slice(0, 100), accepted } });
}

function noVersion(): Finding {
  return finding('INPUT.VERSION', {
    subject: '--versions',
    message: 'mirror export needs the versions to export',
    fixes: [{ title: 'Name them', kind: 'command', text: '--versions 1.26,1.25', risk: 'none' }],
  });
}
