import type { DecoderRow } from './decoder-row.ts';
import { GO_LOOKUP_ROWS, OWN_ROWS } from './decoder-rows-go-code.ts';
import { GO_PROJECT_ROWS } from './decoder-rows-go-project.ts';
import { GO_TRUST_ROWS } from './decoder-rows-go-trust.ts';
import { DISK_ROWS, SHELL_ROWS, SPACE_ROWS } from './decoder-rows-machine.ts';
import { CONNECTION_ROWS, HTTP_ROWS } from './decoder-rows-net.ts';
import { PROXY_ROWS, TLS_ROWS } from './decoder-rows-secure.ts';
import { CURL_FIRST_ROWS, GIT_ROWS, TOOL_ROWS } from './decoder-rows-tools.ts';

/**
 * Every text that is known, in the order in which they are tried on a line; the first that matches is its meaning. The order is that
 * of forced edges: a full disk over a read error, Go's own proof and settings over the network, a proxy over its target, TLS over TCP.
 */
export const DECODER_ROWS: readonly DecoderRow[] = [
  ...SPACE_ROWS,
  ...GO_TRUST_ROWS,
  ...GO_PROJECT_ROWS,
  ...GIT_ROWS,
  ...SHELL_ROWS,
  ...DISK_ROWS,
  ...GO_LOOKUP_ROWS,
  ...CURL_FIRST_ROWS,
  ...PROXY_ROWS,
  ...TLS_ROWS,
  ...HTTP_ROWS,
  ...CONNECTION_ROWS,
  ...TOOL_ROWS,
  ...OWN_ROWS,
];
