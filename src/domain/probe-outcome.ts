/**
 * One outcome of one step: it worked, or an error code and its text, cut. `code` is what Node reports (`ECONNREFUSED`, `EAI_AGAIN`,
 * `CERT_HAS_EXPIRED`, `HPE_INVALID_CONSTANT`, the RCODE names of node:dns, `NGHTTP2_…` of a stream), never one of our catalogue.
 */
export interface Outcome {
  readonly ok: boolean;
  readonly ms: number;
  readonly code?: string;
  readonly errno?: number;
  readonly syscall?: string;
  readonly message?: string;
  /** `deadline`: nothing came in time. */
  readonly ended?: 'deadline' | 'fin' | 'reset';
}
