import { ARCHIVE_CASES, HTTP_CASES } from './answers.ts';
import type { Case } from './base.ts';
import { CONFIG_CASES, PROXY_CASES } from './config.ts';
import { GO_CASES } from './go.ts';
import { TOLD_CASES } from './go-told.ts';
import { DISK_CASES } from './machine.ts';
import { NAME_CASES, TCP_CASES } from './names.ts';
import { TLS_CASES } from './tls.ts';

/** Every fault that can be told as facts, and forms of them. */
export const CASES: readonly Case[] = [
  ...[...CONFIG_CASES, ...PROXY_CASES, ...NAME_CASES, ...TCP_CASES, ...TLS_CASES],
  ...[...HTTP_CASES, ...ARCHIVE_CASES, ...DISK_CASES, ...GO_CASES, ...TOLD_CASES],
];
