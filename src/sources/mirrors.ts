import type { Source } from '../domain/source.ts';
import { flatCandidate, flatDirectory, flatListing } from './flat-directory.ts';

export interface MirrorRow {
  readonly id: string;
  readonly title: string;
  readonly base: string;
  /** ISO 3166-1 code of the country that it serves. */
  readonly region: string;
  /** Whether it answers `?mode=json` as go.dev does. */
  readonly hasListing: boolean;
}

/**
 * Mirrors with a flat layout, in the order in which `auto` tries them. The first three served their own bytes, equal to the
 * published ones, in a public survey of 2026-09-17; golang.google.cn is go.dev under another name, whose files redirect to
 * dl.google.com, so it is worth its listing and comes last. Left out on purpose: TUNA, BFSU (404), USTC, studygolang (only
 * redirects), SJTU (a challenge page), Huawei (401).
 */
export const MIRRORS = [
  { id: 'aliyun', title: 'Alibaba Cloud', base: 'https://mirrors.aliyun.com/golang', region: 'CN', hasListing: false },
  { id: 'nju', title: 'Nanjing University', base: 'https://mirrors.nju.edu.cn/golang', region: 'CN', hasListing: false },
  {
    id: 'hust',
    title: 'Huazhong University of Science and Technology',
    base: 'https://mirrors.hust.edu.cn/golang',
    region: 'CN',
    hasListing: false,
  },
  { id: 'golang-cn', title: 'golang.google.cn', base: 'https://golang.google.cn/dl', region: 'CN', hasListing: true },
] as const satisfies readonly MirrorRow[];

export function mirrorSource(row: MirrorRow): Source {
  const directory = flatDirectory(row.id, row.base);
  return {
    id: row.id,
    title: row.title,
    kind: 'mirror',
    listing: () => (row.hasListing ? flatListing(directory) : undefined),
    candidate: (version, platform) => flatCandidate(directory, version, platform),
  };
}
