import type { HandshakeFacts } from './handshake-facts.ts';
import type { Outcome } from './probe-outcome.ts';
import type { EnvironmentFacts } from './project-facts.ts';

export const FACTS_SCHEMA = 'setup-go-robust/facts@1';

/**
 * What was observed of the network, the machine and the Go environment, before anything is judged: filled by probes (src/probes) and by
 * what an acquisition saw, judged by one pure function (src/rules). JSON-safe, bounded and redacted at birth, so that it can be saved
 * (`doctor --gather`), sent as a bug report, and judged again elsewhere (`doctor --judge`). A member that is absent was not observed.
 */
export interface Facts {
  readonly schema: typeof FACTS_SCHEMA;
  readonly product: string;
  /** Node's version and OpenSSL's, the operating system: our own runtime may be the cause. */
  readonly runtime: { readonly node: string; readonly openssl: string; readonly os: string; readonly arch: string };
  readonly environment?: EnvironmentFacts;
  readonly clock?: ClockFacts;
  readonly targets: readonly TargetFacts[];
  readonly proxies: readonly ProxyFacts[];
  readonly disks: readonly DiskFacts[];
  readonly archives: readonly ArchiveFacts[];
  readonly goproxy?: readonly GoproxyFacts[];
  readonly checksumDatabase?: readonly DatabasePathFacts[];
  /** Outcomes that the run itself had before anything was probed; codes and evidence of its findings. */
  readonly seen: readonly SeenFailure[];
}

export interface SeenFailure {
  readonly code: string;
  readonly subject: string;
  readonly evidence: Readonly<Record<string, string>>;
}

/** Why an address is asked: a source of Go, a member of GOPROXY, the checksum database, or an unrelated one for comparison. */
export type TargetRole = 'source' | 'goproxy' | 'checksum-database' | 'toolchain' | 'control' | 'given';

export interface TargetFacts {
  /** Redacted. */
  readonly url: string;
  readonly role: TargetRole;
  readonly sourceId?: string;
  readonly host: string;
  readonly port: number;
  /** What should come; where it is absent, the role and the end of the URL say it. A page is expected only where a person gave it. */
  readonly expects?: 'archive' | 'json' | 'text' | 'page';
  /** The source's own list names this file. */
  readonly isListed?: boolean;
  /** What each stack would do with this URL; that they differ may be the cause. */
  readonly route: Readonly<Record<ProxyStack, RouteDecision>>;
  readonly resolve?: ResolveFacts;
  readonly connects: readonly ConnectFacts[];
  /** The product's real dialer over all addresses, where it was watched: its own cut-off may be the cause. */
  readonly dialed?: Outcome;
  /** Whether small and large answers pass on this path, and the path MTU where the system tells it. */
  readonly mtu?: { readonly smallPasses: boolean; readonly largePasses: boolean; readonly bytes?: number };
  readonly tunnel?: TunnelFacts;
  /** Handshakes; the first is the usual one, the others differ from it in one variable. */
  readonly handshakes: readonly HandshakeFacts[];
  readonly http?: HttpFacts;
  /** There are credentials for it; probes never send them, so 401 and 407 say nothing of them. */
  readonly withheld?: true;
  /** The same exchange without the proxy, where policy allows it. */
  readonly direct?: {
    readonly connects: readonly ConnectFacts[];
    readonly handshake?: HandshakeFacts;
    readonly http?: HttpFacts;
  };
  /** CONNECT to the host at a proxy that is configured, but not for this URL (such as HTTP_PROXY for an https URL). */
  readonly offRoute?: TunnelFacts;
  /** The same URL by other programs, where their outcome is known. */
  readonly clients?: readonly ClientFacts[];
}

/** What another program said of the same host; its text is weaker evidence than our own probe. */
export interface ClientFacts {
  readonly client: 'go' | 'git' | 'curl' | 'node';
  readonly version?: string;
  readonly ok: boolean;
  /** Exit or error code, where it is a number or a name. */
  readonly code?: string;
  readonly message?: string;
}

/** Programs that read the same proxy variables differently (policy/proxy-stacks.ts). */
export type ProxyStack = 'go' | 'curl' | 'node' | 'undici' | 'actions';

export interface RouteDecision {
  /** `direct`, `host:port` of a proxy, or `refused` where the stack gives up. */
  readonly via: string;
  /** The variable or rule that decided. */
  readonly reason: string;
}

export interface ResolveFacts {
  readonly name: string;
  /** getaddrinfo, which everything uses: addresses in its order. */
  readonly lookup: Outcome & { readonly addresses: readonly string[] };
  /** Answers on the wire, which know no hosts file. */
  readonly wire4?: Outcome & { readonly addresses: readonly string[] };
  readonly wire6?: Outcome & { readonly addresses: readonly string[] };
  /** The same name with a dot at its end: no search list. */
  readonly rooted?: Outcome & { readonly addresses: readonly string[] };
  /** Lines of the hosts file that name it. */
  readonly hosts: readonly { readonly file: string; readonly line: number; readonly address: string }[];
  readonly servers: readonly string[];
  readonly searchDomains?: readonly string[];
  readonly ndots?: number;
  /** DNS over HTTPS, only where policy allows it. */
  readonly overHttps?: readonly (Outcome & { readonly operator: string; readonly addresses: readonly string[] })[];
}

export interface ConnectFacts extends Outcome {
  readonly address: string;
  readonly port: number;
  readonly family: 4 | 6;
  /** `- Local (…)` of the error's text. */
  readonly local?: string;
  /** What an open connection did in a short silence before we spoke. */
  readonly silence?: 'open' | 'fin' | 'reset' | 'spoke';
  /** First bytes that came unasked, as hex. */
  readonly spokeHex?: string;
}

/** A proxy as such: what is between us and it. */
export interface ProxyFacts {
  readonly address: string;
  readonly scheme: string;
  /** Variables that name it. */
  readonly variables: readonly string[];
  /** The value is a URL with a host; `scheme` is empty where none was written. */
  readonly isValid: boolean;
  readonly resolve?: ResolveFacts;
  readonly connects: readonly ConnectFacts[];
  /** First bytes of an answer to a plain request, when the proxy was asked as the scheme says. */
  readonly spoke?: string;
  /** Where the scheme is https: the handshake with the proxy itself. */
  readonly handshake?: HandshakeFacts;
  /** The variable holds credentials, which probes never send. */
  readonly withheld?: true;
}

export interface TunnelFacts extends Outcome {
  readonly proxy: string;
  readonly status?: number;
  readonly reason?: string;
  /** Of Proxy-Authenticate, names only. */
  readonly schemes: readonly string[];
  readonly squidError?: string;
  readonly via?: string;
  readonly server?: string;
  /** Bytes that came right behind the answer's head, as hex, cut. */
  readonly headHex?: string;
  /** Text of an error page, cut and cleaned. */
  readonly page?: string;
  /** The same CONNECT to port 443 of the host, when another port was refused. */
  readonly onPort443?: number;
  /** There are credentials for the proxy; probes never send them, so 407 says nothing of them. */
  readonly withheld?: true;
}

/**
 * `ok`: an answer was read as far as it was wanted, whatever its status. Codes of our own making: `BAD_LOCATION`, `TOO_MANY_REDIRECTS`,
 * `DOWNGRADE` (https to http, not followed), `INWARD_REDIRECT` (from a public address to a private one, not followed).
 */
export interface HttpFacts extends Outcome {
  readonly status?: number;
  /** A few fields that are evidence: server, via, age, x-cache, cache-status, server-timing, retry-after, content-type, … */
  readonly headers: Readonly<Record<string, string>>;
  readonly redirects: readonly { readonly status: number; readonly from: string; readonly to: string }[];
  /** `complete` of the message, and what was announced and came. */
  readonly isComplete?: boolean;
  readonly announcedBytes?: number;
  readonly receivedBytes?: number;
  /** What the release table or a listing says that the file has. */
  readonly expectedBytes?: number;
  readonly firstHex?: string;
  /** Of an HTML page: its title and a cleaned excerpt. */
  readonly title?: string;
  readonly excerpt?: string;
  readonly reusedSocket?: boolean;
  readonly ranged?: 'honoured' | 'ignored' | 'refused';
  /** What the same request with `Cache-Control: no-cache` brought. */
  readonly refreshed?: 'same' | 'different';
  /** Bytes by time in the body, to tell a stall from a throttle: pairs of ms and bytes. */
  readonly progress?: readonly (readonly [ms: number, bytes: number])[];
}

export interface ClockFacts {
  readonly nowMs: number;
  /** When this release was built: an earlier clock is wrong. */
  readonly builtMs: number;
  /** Date of independent origins, less Age: offset of this machine against each, in ms. */
  readonly offsets: readonly { readonly host: string; readonly offsetMs: number }[];
}

export interface DiskFacts {
  readonly role: 'tool-cache' | 'temp' | 'module-cache' | 'build-cache' | 'workspace';
  readonly path: string;
  readonly exists: boolean;
  readonly writable: boolean | undefined;
  readonly code?: string;
  readonly freeBytes: number | undefined;
  readonly freeInodes: number | undefined;
  readonly mountFlags: readonly string[];
  readonly neededBytes: number | undefined;
  /** Of a tool cache: entries without their marker, as left by a killed run. */
  readonly partialEntries?: readonly string[];
}

/** What a body turned out to be (policy/archive-kind.ts), when it was not the expected archive. */
export interface ArchiveFacts {
  readonly sourceId: string;
  /** Content-Encoding of the answer, although identity was asked for. */
  readonly contentEncoding?: string;
  /** A second copy from another source has the same wrong content: a stale pin, or one origin behind both. */
  readonly isSameElsewhere?: boolean;
  readonly kind:
    | 'genuine'
    | 'empty'
    | 'html'
    | 'truncated'
    | 'double-gzip'
    | 'bare-tar'
    | 'text-mangled'
    | 'longer'
    | 'damaged'
    | 'recompressed'
    | 'wrong-platform'
    | 'other';
  readonly bytes: number;
  readonly expectedBytes: number | undefined;
  readonly firstHex: string;
}

/** One member of GOPROXY, asked for a small file; `direct` and `off` end the list and are asked nothing. */
export interface GoproxyFacts {
  readonly entry: string;
  readonly next: 'not-found' | 'any-error' | 'end';
  readonly outcome: Outcome;
  readonly status?: number;
  readonly contentType?: string;
  readonly hasToolchains?: boolean;
  readonly withheld?: true;
  readonly servesChecksums?: boolean;
  /** First bytes of a module zip that it served, judged. */
  readonly zip?: 'zip' | 'html' | 'other';
}

export interface DatabasePathFacts {
  /** `direct`, the proxy's URL, or the alias on the mainland. */
  readonly through: string;
  readonly outcome: Outcome;
  readonly status?: number;
  readonly isSigned?: boolean;
  /** Where a module was looked up: its path and version. */
  readonly module?: string;
}
