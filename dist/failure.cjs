// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
const require_main = require("./main.cjs");
// src/domain/codes-answer.ts
const ANSWER_CODES = {
	"HTTP.PORTAL": {
		title: "A login portal answers in place of the server",
		why: "This network wants a login, or an acceptance of terms, first.",
		fix: "Log in to the network, then run again.",
		severity: "error",
		exit: 72,
		explains: [
			"HTTP.HTML",
			"HTTP.DOWNGRADE",
			"ARC.NOT_GZIP",
			"ARC.NOT_ZIP",
			"TLS.PLAIN_HTTP",
			"TLS.NAME",
			"SUM.GARBAGE",
			"LIST.MALFORMED"
		]
	},
	"HTTP.BLOCK_PAGE": {
		title: "A filter answers with its block page",
		why: "The category or the address is forbidden here.",
		fix: "Ask for the host to be allowed.",
		severity: "error",
		exit: 72,
		explains: [
			"HTTP.HTML",
			"HTTP.FORBIDDEN",
			"ARC.NOT_GZIP",
			"ARC.NOT_ZIP"
		]
	},
	"HTTP.AUTH_REDIRECT": {
		title: "The server redirects to a login",
		why: "The file is behind single sign-on.",
		fix: "Use a token for this source, or another source.",
		severity: "error",
		exit: 72,
		explains: ["HTTP.HTML", "HTTP.BAD_REDIRECT"]
	},
	"HTTP.AUTH": {
		title: "The server wants credentials (401)",
		why: "None were given, or they are not valid.",
		fix: "Give the token of this source (source-token).",
		severity: "error",
		exit: 72,
		explains: ["HTTP.FORBIDDEN"]
	},
	"HTTP.LEGAL": {
		title: "The server may not deliver here (451)",
		why: "A law forbids it in this region.",
		fix: "Use another source.",
		severity: "error",
		exit: 72,
		explains: ["HTTP.FORBIDDEN"]
	},
	"HTTP.BROKEN_PROXY": {
		title: "Something between damages HTTP",
		why: "Its framing is wrong: two lengths, too many bytes or oversized headers.",
		fix: "Show the first bytes to its operator; go around it.",
		severity: "error",
		exit: 72,
		explains: [
			"HTTP.NOT_HTTP",
			"BODY.TOO_LONG",
			"HTTP.TOO_LARGE"
		]
	},
	"HTTP.CE_LABEL": {
		title: "The server labels an archive as an encoded answer",
		why: "Clients that decode it get other bytes.",
		fix: "Tell the operator: no Content-Encoding for .gz files.",
		severity: "error",
		exit: 72,
		explains: ["HTTP.ENCODED", "ARC.NOT_GZIP"]
	},
	"HTTP.CE_REENCODED": {
		title: "The server compresses the archive once more",
		why: "It is gzip within gzip.",
		fix: "Tell the operator: no compression for .gz files.",
		severity: "error",
		exit: 72,
		explains: [
			"HTTP.ENCODED",
			"ARC.CORRUPT",
			"ARC.LAYOUT"
		]
	},
	"HTTP.STALE_CACHE": {
		title: "A cache serves an old copy",
		why: "It has kept it for too long.",
		fix: "Ask with Cache-Control: no-cache; purge the cache.",
		severity: "error",
		exit: 72,
		explains: ["VERSION.UNKNOWN", "HTTP.NOT_FOUND"]
	},
	"HTTP.RANGE_IGNORED": {
		title: "The server ignores ranges",
		why: "A download cannot be resumed there.",
		fix: "Nothing; it begins again from the start.",
		severity: "warning",
		exit: 72,
		explains: ["HTTP.RANGE"]
	},
	"HTTP.RANGE_INVALID": {
		title: "The server refuses the range (416)",
		why: "What was kept is longer than its file.",
		fix: "Remove the part that was kept; begin again.",
		severity: "error",
		exit: 72,
		explains: ["HTTP.RANGE"]
	},
	"HTTP.CUT_HEADERS": {
		title: "The answer ends inside its headers",
		why: "The connection was cut.",
		fix: "Retry; then add another source.",
		severity: "error",
		exit: 75,
		explains: ["HTTP.EMPTY"]
	},
	"HTTP.STALE_SOCKET": {
		title: "A kept connection was dead when it was used again",
		why: "The server or a firewall had closed it.",
		fix: "Nothing; a new connection works.",
		severity: "error",
		exit: 75,
		explains: ["TCP.RESET", "HTTP.EMPTY"]
	},
	"MIRROR.LAG": {
		title: "The mirror lists a file that it does not have yet",
		why: "It is still being copied.",
		fix: "Use another source, or wait.",
		severity: "error",
		exit: 75,
		explains: ["HTTP.NOT_FOUND"]
	},
	"BODY.THROTTLED": {
		title: "The body comes too slowly",
		why: "Somebody limits the rate.",
		fix: "Use another source.",
		severity: "error",
		exit: 75,
		explains: ["BODY.SLOW"]
	},
	"BODY.TRUNCATED_SILENT": {
		title: "The body is shorter than the file, and nothing says so",
		why: "The length was not announced, so a cut looks like an end.",
		fix: "Use another source.",
		severity: "error",
		exit: 75,
		explains: ["ARC.TRUNCATED"]
	},
	"H2.STREAM": {
		title: "An HTTP/2 stream was reset",
		why: "The server or a proxy failed in between.",
		fix: "Retry; for Go set GODEBUG=http2client=0.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"H2.GOAWAY": {
		title: "The server ended the HTTP/2 connection",
		why: "It shuts down or limits connections.",
		fix: "Retry.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"H2.REFUSED": {
		title: "The server refuses HTTP/2 streams",
		why: "It is overloaded.",
		fix: "Retry later.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"H2.RATE": {
		title: "The server asks to slow down (ENHANCE_YOUR_CALM)",
		why: "Too many streams or frames come from here.",
		fix: "Retry later, with fewer parallel requests.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"ARC.RECOMPRESSED": {
		title: "The archive was compressed anew",
		why: "Its content is genuine, its bytes are not.",
		fix: "Use another source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"ARC.TEXT_MODE": {
		title: "The archive was changed as if it were text",
		why: "Line ends or encodings were converted on the way.",
		fix: "Transfer it in binary mode.",
		severity: "error",
		exit: 73,
		explains: ["ARC.NOT_GZIP", "ARC.CORRUPT"]
	},
	"ARC.WRONG_PLATFORM": {
		title: "The archive is for another platform",
		why: "Its programs cannot run here.",
		fix: "Ask for the right system and architecture.",
		severity: "error",
		exit: 73,
		explains: ["GO.NOT_RUNNABLE"]
	}
};
// src/domain/codes-boot.ts
const BOOT_CODES = {
	"BOOT.NO_NODE": {
		title: "There is no Node.js that runs in this image",
		why: "The program is written in JavaScript.",
		fix: "Use an image with Node.js 20 or newer; or set setup-job: true and extend .use-go-robust here; or set node-registry.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.NODE_TOO_OLD": {
		title: "The Node.js of this image is too old",
		why: "The program needs Node.js 20 or newer.",
		fix: "Use an image with Node.js 20 or newer; or set setup-job: true and extend .use-go-robust here; or set node-registry.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.NO_REGISTRY": {
		title: "Nothing says where the package registry is that should serve Node.js",
		why: "node-registry is npm-config, and neither npm_config_registry nor an .npmrc names a registry.",
		fix: "Set node-registry to the address of your registry, or name it in .npmrc.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.NO_NODE_BUILD": {
		title: "There is no pinned Node.js for this machine",
		why: "Builds for Linux with glibc on x86-64 and on arm64 are pinned.",
		fix: "Install Node.js 20 or newer in the image (apk add nodejs), or set setup-job: true and extend .use-go-robust here.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.NODE_DIGEST": {
		title: "The Node.js that the registry served is not the pinned one",
		why: "Its SHA-256 differs from the one in the component; nothing of it was run.",
		fix: "Check what node-registry serves under that name.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.NO_FETCHER": {
		title: "Nothing in this image can fetch a file",
		why: "Node.js was to be fetched, and there is neither curl nor wget.",
		fix: "Install curl or wget in the image, or use one with Node.js 20 or newer.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.BUNDLE_PATH": {
		title: "There is no bundle where the input bundle says",
		why: "The path must be a directory with main.cjs, or that file.",
		fix: "Correct the input bundle, or leave it out, so that the bundle is fetched from the component project.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.DENIED": {
		title: "The component project does not hand out its files to this job",
		why: "The job token of this project has no access there, or the path of the project is another one on this GitLab.",
		fix: "Add this project to the job token allowlist of the component project (Settings, CI/CD), and check component-project.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.REDIRECTED": {
		title: "The GitLab API answered with a redirect",
		why: "It was not followed, because the job token would go along.",
		fix: "Check CI_API_V4_URL and the proxy in front of GitLab; or set bundle to a path in the image.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.UNREACHABLE": {
		title: "The server with the files cannot be reached",
		why: "The connection was refused, cut or timed out, the certificate is not trusted, or the server is down; several attempts failed.",
		fix: "Look at the evidence; set CI_SERVER_TLS_CA_FILE for a CA of your own; or set bundle to a path in the image.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.NOT_BUNDLE": {
		title: "A web page came instead of the bundle",
		why: "A login page or a proxy answered with status 200; nothing of it was run.",
		fix: "Check CI_API_V4_URL and the proxy in front of GitLab; or set bundle to a path in the image.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.DIGEST": {
		title: "A file of the bundle is not the one of this component version",
		why: "Its SHA-256 differs from the one in the component; nothing of it was run.",
		fix: "Check that component-project is an unchanged copy at the same commit.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.DISK": {
		title: "The project directory cannot be written",
		why: "The disk is full or read-only, or another user owns the directory.",
		fix: "Free space, or correct the owner of the directory.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.HANDOVER": {
		title: "The job that installs Go has handed nothing over",
		why: "Its artifact or its variables did not reach this job.",
		fix: "Set setup-job: true, and let this job need go-setup with artifacts: true.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.HANDOVER_DIGEST": {
		title: "The archive of Go is not the one that was handed over",
		why: "Its SHA-256 differs from the one that the installing job reported; nothing of it was unpacked.",
		fix: "Run the installing job again; if that does not help, find out who changed its artifact.",
		severity: "error",
		exit: 70,
		explains: []
	}
};
// src/domain/codes-cache.ts
const CACHE_CODES = {
	"CACHE.UNAVAILABLE": {
		title: "The cache service does not answer",
		why: "The run goes on without restored modules and build results; it is slower, and nothing is saved.",
		decided: "The service did not answer within its limit, or not as it should.",
		fix: "Nothing, when it passes by itself; otherwise look at the status of the CI platform, or set cache: false.",
		severity: "warning",
		exit: 75,
		explains: []
	},
	"CACHE.RESTORE": {
		title: "The cache entry could not be restored",
		why: "The download or the unpacking failed; what it had unpacked of the modules is removed again.",
		fix: "Look at the reason that is given as evidence; delete the entry when it is damaged.",
		severity: "warning",
		exit: 75,
		explains: []
	},
	"CACHE.SAVE": {
		title: "The cache entry could not be saved",
		why: "The next job starts without it.",
		fix: "Look at the reason that is given as evidence.",
		severity: "warning",
		exit: 75,
		explains: []
	},
	"CACHE.PATTERN": {
		title: "A pattern of cache-dependency-path counts for nothing",
		why: "It matches no file, or it leads out of the workspace; the cache key does not depend on it.",
		decided: "The pattern was matched against the files below the workspace.",
		fix: "Write paths of files inside the workspace, one on each line, with * ? and **.",
		severity: "warning",
		exit: 71,
		explains: []
	}
};
// src/domain/codes-connection.ts
const CONNECTION_CODES = {
	"DNS.NXDOMAIN": {
		title: "The name does not exist",
		why: "It is misspelt, or the resolver filters it.",
		decided: "The resolver of the system says that there is no such name or no address for it (ENOTFOUND, ENODATA).",
		fix: "Check the name, or add a source that this network can resolve.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"DNS.SERVER": {
		title: "The name server could not answer",
		why: "It failed, refused, or could not be reached.",
		decided: "The look-up ended with any other error; EAI_AGAIN stands for a server failure, a refusal and silence alike.",
		fix: "Retry; then check the resolver of this machine.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"DNS.TIMEOUT": {
		title: "The name look-up took longer than its budget",
		why: "The resolver does not answer.",
		decided: "No answer came within the look-up budget that stands in the evidence.",
		fix: "Check the resolver and UDP port 53.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"TCP.REFUSED": {
		title: "The connection was refused",
		why: "Nothing listens there, or a firewall rejects.",
		decided: "connect() failed with ECONNREFUSED.",
		fix: "Check host and port.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TCP.TIMEOUT": {
		title: "The connection attempt was not answered",
		why: "A firewall drops it, or the host is down.",
		decided: "No connection was made within the connect budget, or the system gave up with ETIMEDOUT.",
		fix: "Allow egress to this host and port.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TCP.NET_UNREACH": {
		title: "There is no route to the host",
		why: "The network of this machine does not lead there.",
		decided: "connect() failed with ENETUNREACH, ENETDOWN, EADDRNOTAVAIL or EAFNOSUPPORT.",
		fix: "Check routes, or add a source inside this network.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TCP.HOST_UNREACH": {
		title: "The host cannot be reached",
		why: "A firewall prohibits it, or the host is down.",
		decided: "connect() failed with EHOSTUNREACH or EHOSTDOWN, with EPERM or EACCES (a local firewall or sandbox), or with an error that has no code of its own.",
		fix: "Allow egress to this host and port.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TCP.RESET": {
		title: "The connection was reset before an answer",
		why: "An allow-list, a middlebox or a dead upstream cuts it.",
		decided: "The system reported a reset after the connection was made and before the head of an answer.",
		fix: "Allow the host, or add another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"PROXY.REFUSED": {
		title: "The proxy refused the connection",
		why: "Nothing listens at the proxy address.",
		decided: "A proxy applies to the address, and connecting to it failed with ECONNREFUSED.",
		fix: "Correct the proxy variable.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"PROXY.DNS": {
		title: "The name of the proxy cannot be resolved",
		why: "The proxy variable names an unknown host.",
		decided: "A proxy applies to the address, and its own name could not be looked up.",
		fix: "Correct the proxy variable.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"PROXY.STALL": {
		title: "The proxy did not answer CONNECT in its budget",
		why: "It is overloaded or filters in silence.",
		decided: "A connection to the proxy was made, and CONNECT was not answered within the proxy budget.",
		fix: "Check the proxy; add the host to its allow-list.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"PROXY.AUTH": {
		title: "The proxy asks for credentials",
		why: "It answered CONNECT with 407.",
		decided: "The proxy answered with status 407.",
		fix: "Put user and password into the proxy variable as a masked secret.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"PROXY.DENIED": {
		title: "The proxy refuses this host",
		why: "It answered CONNECT with 403.",
		decided: "The proxy answered CONNECT with a status that is neither 2xx, 407 nor 5xx.",
		fix: "Ask for the host to be allowed.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"PROXY.UPSTREAM": {
		title: "The proxy cannot reach the host",
		why: "It answered CONNECT with a server error.",
		decided: "The proxy answered CONNECT with a 5xx status.",
		fix: "Retry; then ask the operator of the proxy.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"PROXY.CLOSED": {
		title: "The proxy closed the connection during CONNECT",
		why: "It filters the method or the host.",
		decided: "The connection to the proxy was cut before it answered CONNECT.",
		fix: "Ask for the host to be allowed.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"PROXY.NOT_HTTP": {
		title: "The proxy does not speak HTTP",
		why: "The proxy variable points to another service.",
		decided: "What came back after CONNECT is no HTTP answer, or bytes follow where the tunnel should begin.",
		fix: "Correct the proxy variable.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.EXPIRED": {
		title: "The certificate has expired",
		why: "The server did not renew it, or the clock here is wrong.",
		decided: "OpenSSL found a certificate of the chain past its end (CERT_HAS_EXPIRED); both dates stand in the evidence.",
		fix: "Check the clock; then tell the operator.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.NOT_YET": {
		title: "The certificate is not valid yet",
		why: "The clock here is probably slow.",
		decided: "OpenSSL found a certificate of the chain before its beginning (CERT_NOT_YET_VALID).",
		fix: "Correct the clock.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.NAME": {
		title: "The certificate is for another name",
		why: "The address belongs to somebody else, or DNS is redirected.",
		decided: "The chain is trusted, and no name in the certificate is the name that was asked for.",
		fix: "Check the address that the name resolves to.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.UNTRUSTED": {
		title: "The certificate chain leads to no trusted root",
		why: "A private CA or an interceptor signed it.",
		decided: "OpenSSL refused the chain. Where only the issuer is unknown, the roots of the operating system were tried as well.",
		fix: "Give the CA with ca-file or NODE_EXTRA_CA_CERTS.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.ALERT": {
		title: "The server ended the TLS handshake with an alert",
		why: "It does not accept what was offered.",
		decided: "The peer sent a TLS alert; its number stands in the evidence (RFC 8446, 6).",
		fix: "Look up the alert number that is given as evidence.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.PLAIN_HTTP": {
		title: "The peer does not speak TLS",
		why: "Plain text answered on a TLS port.",
		decided: "Plain text stands where the first TLS record should be.",
		fix: "Check scheme and port.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.HANDSHAKE_STALL": {
		title: "The TLS handshake took longer than its budget",
		why: "A middlebox swallows the handshake, or the server is overloaded.",
		decided: "The connection was made, and the handshake did not end within the TLS budget.",
		fix: "Retry; then add another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.CLOSED": {
		title: "The connection was cut during the TLS handshake",
		why: "A filter on the host name, or the endpoint, cut it.",
		decided: "The connection was cut during the handshake, without an alert.",
		fix: "Allow the host, or add another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.PROTOCOL": {
		title: "The TLS handshake failed for a reason of the protocol",
		why: "Both sides have no version, cipher or signature in common, or a record was damaged.",
		decided: "The handshake failed with an error that is none of the other TLS codes.",
		fix: "Look at the OpenSSL error that is given as evidence; then tell the operator.",
		severity: "error",
		exit: 72,
		explains: []
	}
};
// src/domain/codes-diagnosis.ts
const DIAGNOSIS_CODES = {
	"INPUT.FACTS": {
		title: "The file of facts cannot be judged",
		why: "It is cut, misshapen, too large, or of another release.",
		fix: "Gather the facts again with doctor --gather FILE of this release.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"DIAGNOSIS.INCOMPLETE": {
		title: "The network could not be probed to the end",
		why: "The time was up, or a probe met what it could not handle; the failure that it looked for the cause of stays as it is.",
		fix: "Run doctor on the same machine.",
		severity: "warning",
		exit: 75,
		explains: []
	},
	"CFG.PROXY_SOCKS": {
		title: "A proxy variable names a SOCKS proxy",
		why: "Only some programs speak SOCKS; the others go direct or send HTTP to it.",
		fix: "Use an http:// proxy for HTTPS_PROXY and HTTP_PROXY.",
		severity: "error",
		exit: 71,
		explains: [
			"CFG.PROXY_SCHEME",
			"PROXY.NOT_HTTP",
			"PROXY.CLOSED"
		]
	},
	"CFG.PROXY_SCHEME_MISMATCH": {
		title: "The proxy is addressed with https but speaks plain HTTP",
		why: "The scheme of the variable says how the proxy itself is spoken to, not which URLs it serves.",
		fix: "Write http:// in the proxy variable.",
		severity: "error",
		exit: 71,
		explains: ["TLS.PLAIN_HTTP", "PROXY.NOT_HTTP"]
	},
	"CLOCK.SKEW": {
		title: "The clock of this machine is wrong",
		why: "Certificates count as expired or as not yet valid, on every host.",
		fix: "Synchronise the clock.",
		severity: "error",
		exit: 71,
		explains: [
			"TLS.EXPIRED",
			"TLS.NOT_YET",
			"TLS.EXPIRED_INTERMEDIATE"
		]
	},
	"SELF.ADDR_CUTOFF": {
		title: "Our runtime gave up on an address too early",
		why: "Node leaves an address after 250 ms; this network takes longer.",
		fix: "Set NODE_OPTIONS=--network-family-autoselection-attempt-timeout=2500.",
		severity: "error",
		exit: 70,
		explains: ["TCP.TIMEOUT", "TCP.NET_UNREACH"]
	},
	"SELF.EXDEV": {
		title: "A file was renamed across two file systems",
		why: "A rename cannot leave its file system.",
		fix: "Put the temporary directory and the tool cache on one file system.",
		severity: "error",
		exit: 70,
		explains: ["FS.IO"]
	},
	"FS.FD_LIMIT": {
		title: "The limit of open files is used up",
		why: "Each connection and each file takes one (EMFILE).",
		fix: "Raise the limit with ulimit -n.",
		severity: "error",
		exit: 74,
		explains: ["FS.IO"]
	},
	"FS.NO_INODES": {
		title: "The file system has no inodes left",
		why: "Many small files use them up while bytes are free.",
		fix: "Remove files, or use another file system.",
		severity: "error",
		exit: 74,
		explains: ["FS.NO_SPACE", "FS.IO"]
	},
	"FS.WIN_PATH": {
		title: "The path is longer than Windows allows",
		why: "260 characters is the limit without long paths.",
		fix: "Use a shorter directory, or enable long paths.",
		severity: "error",
		exit: 74,
		explains: ["FS.NOT_FOUND", "FS.IO"]
	},
	"FS.LOCKED": {
		title: "Another program holds a file",
		why: "A virus scanner or an indexer opened it.",
		fix: "Run again; exclude the tool cache from scanning.",
		severity: "error",
		exit: 75,
		explains: ["FS.PERMISSION", "FS.IO"]
	},
	"FS.GOCACHE": {
		title: "The build cache cannot be used",
		why: "Go reports it as a package that cannot be found.",
		fix: "Look at the space and the owner of GOCACHE.",
		severity: "error",
		exit: 74,
		explains: []
	},
	"CACHE.PARTIAL": {
		title: "A tool-cache entry was never completed",
		why: "A run was killed while it unpacked.",
		fix: "Remove the entry.",
		severity: "error",
		exit: 74,
		explains: ["GO.NOT_RUNNABLE", "VER.CACHE_DAMAGED"]
	}
};
// src/domain/codes-go.ts
const GO_CODES = {
	"FS.GOCACHE": require_main.errorEntry(74, "The build cache cannot be written", {
		why: "cmd/go then reports packages of the standard library as missing; most often the disk of GOCACHE is full.",
		fix: "Free space where GOCACHE is, or set GOCACHE to another absolute directory."
	}),
	"HOST.MEMORY": require_main.errorEntry(74, "The machine ran out of memory", {
		why: "The kernel killed a compiler, a linker or a test, or refused it memory.",
		fix: "Build fewer packages at a time (go build -p 1), or use a machine with more memory."
	}),
	"GO.GOSUM_MISMATCH": require_main.errorEntry(73, "A module differs from what go.sum records", {
		why: "It was published again under the same version, or somebody in between changed it.",
		fix: "Compare with the checksum database before anything else; do not delete the line to get on."
	}),
	"GO.SUMDB_MISMATCH": require_main.errorEntry(73, "A module differs from what the checksum database records", {
		why: "Everybody else was given other content under this version.",
		fix: "Do not use this copy; look at who served it."
	}),
	"GO.GOSUM_MISSING": require_main.errorEntry(71, "go.sum lacks a line that the build needs", {
		why: "go.mod was changed and go.sum was not committed with it.",
		fix: "Run go mod tidy and commit go.mod and go.sum."
	}),
	"GO.GOSUM_MALFORMED": require_main.errorEntry(71, "go.sum holds a line that is none", {
		why: "Most often a merge left its marks.",
		fix: "Remove the marks, keep both sides, then run go mod tidy."
	}),
	"GO.PRIVATE_IN_SUMDB": require_main.errorEntry(71, "The checksum database does not know the module", {
		why: "It is private, and its name was sent to the public database; or the path or version is misspelt.",
		fix: "Name the private paths in GOPRIVATE."
	}),
	"GO.SUMDB_UNREACHABLE": require_main.errorEntry(72, "The checksum database cannot be reached", {
		why: "cmd/go asks it about every module that go.sum does not know yet.",
		fix: "Use a proxy that serves /sumdb/, allow sum.golang.org, or set GOSUMDB=sum.golang.google.cn, which has the same key."
	}),
	"GO.SUMDB_GARBAGE": require_main.errorEntry(72, "Something else answers in place of the checksum database", {
		why: "A login page, a block page or a broken proxy.",
		fix: "Open the address by hand; use another proxy."
	}),
	"GO.TOOLCHAIN_LOCAL": require_main.errorEntry(71, "The module needs a newer Go than this one", {
		why: "GOTOOLCHAIN=local forbids Go to fetch it.",
		fix: "Install the Go that go.mod asks for."
	}),
	"GO.TOOLCHAIN_ABSENT": require_main.errorEntry(71, "The toolchain that is asked for is not available", {
		why: "GOPROXY is off or lacks golang.org/toolchain, or there is no such release; Go says the same of all three.",
		fix: "Install that Go, or use a proxy that serves golang.org/toolchain."
	}),
	"GO.PROXY_CONFIG": require_main.errorEntry(71, "GOPROXY cannot be read", {
		why: "An entry is neither a URL with a scheme, nor direct, nor off.",
		fix: "Correct the entry, or remove the setting with go env -u GOPROXY."
	}),
	"GO.PROXY_HTML": require_main.errorEntry(72, "The module proxy answers with something else than the protocol", {
		why: "A login page or block page with status 200; a comma in GOPROXY does not lead past it.",
		fix: "Open the address by hand; log in, or ask for access."
	}),
	"GO.PROXY_BAD_ZIP": require_main.errorEntry(72, "The module proxy sends a file that is no zip", {
		why: "A login page or a damaged store; neither comma nor pipe in GOPROXY leads past it.",
		fix: "Open the address of the zip by hand; use another proxy."
	}),
	"GO.UNKNOWN_VERSION": require_main.errorEntry(71, "There is no such version or revision", {
		why: "The tag does not exist, was removed, or the version does not fit the path.",
		fix: "Look at the versions that exist: go list -m -versions PATH."
	}),
	"GO.NO_META": require_main.errorEntry(71, "The import path leads to no repository", {
		why: "Its page holds no go-import tag: the path is misspelt, or the page asks for a login.",
		fix: "Check the path; for a private host set GOPRIVATE and credentials."
	}),
	"GO.VENDOR": require_main.errorEntry(71, "The vendor directory does not fit go.mod", {
		why: "go.mod was changed, and vendor was not made again.",
		fix: "Run go mod vendor and commit the result."
	}),
	"GO.MOD_SYNTAX": require_main.errorEntry(71, "go.mod or go.work cannot be read", {
		why: "A line is malformed, a merge left its marks, or the line is of a newer Go.",
		fix: "Correct the line that is named."
	}),
	"GO.NO_MOD": require_main.errorEntry(71, "There is no go.mod here", {
		why: "The command runs in another directory than the module, or the checkout is missing.",
		fix: "Run it in the directory of the module."
	}),
	"GO.MOD_UPDATES": require_main.errorEntry(71, "go.mod must be brought up to date first", {
		why: "The build may not change it, and what is committed is not complete.",
		fix: "Run go mod tidy and commit go.mod and go.sum."
	}),
	"GO.PACKAGE_NOT_FOUND": require_main.errorEntry(71, "No module provides the package", {
		why: "The requirement is missing in go.mod, the path is misspelt, or the package needs a newer Go.",
		fix: "Run go get PATH, or correct the import."
	}),
	"GO.MODULE_PATH": require_main.errorEntry(71, "The module calls itself by another path", {
		why: "It was renamed, or it is a fork.",
		fix: "Require it by the path that it declares, or use a replace line."
	}),
	"GO.CGO_COMPILER": require_main.errorEntry(71, "There is no C compiler for cgo", {
		why: "A package uses cgo, and the compiler that CC names is not installed.",
		fix: "Install the compiler, or set CGO_ENABLED=0 where no package needs C."
	}),
	"GO.NOT_ON_PATH": require_main.errorEntry(71, "There is no go on PATH", {
		why: "Go was not installed in this job, or its bin directory is not on PATH.",
		fix: "Install Go in an earlier step, and put its bin directory on PATH."
	}),
	"GO.VERSION_MIX": require_main.errorEntry(71, "Two versions of Go are mixed", {
		why: "GOROOT or PATH leads to the tools of another Go.",
		fix: "Remove GOROOT from the environment, and keep one go on PATH."
	}),
	"GO.COMPILE": own("The code does not compile", {
		why: "The compiler reports errors in the source; nothing wrong with the environment was seen.",
		fix: "Correct the source at the place that is named."
	}),
	"GO.TEST_FAILED": own("A test failed", {
		why: "The tests ran; nothing wrong with the environment was seen.",
		fix: "Look at the test that is named."
	}),
	"GO.PANIC": own("The program panicked", {
		why: "It was built and started; nothing wrong with the environment was seen.",
		fix: "Look at the first lines of the trace."
	})
};
function own(title, { why, fix }) {
	return {
		title,
		why,
		fix,
		severity: "info",
		exit: 71,
		explains: []
	};
}
// src/domain/codes-goenv.ts
const GO_ENVIRONMENT_CODES = {
	"GO.ENV": {
		title: "A Go environment variable has a value that Go cannot work with",
		why: "A path is relative or missing, or a word is not known: go commands end with an error.",
		fix: "Correct the variable that is named, or remove it.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.MODULES_OFF": {
		title: "Modules are switched off by GO111MODULE",
		why: "Go then ignores go.mod and looks for packages in GOPATH only.",
		fix: "Remove GO111MODULE, or set it to on.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.FLAGS": {
		title: "GOFLAGS cannot be used as it stands",
		why: "Every go command reads it, and ends or changes its meaning because of it.",
		fix: "Correct GOFLAGS: flags with a hyphen, separated by spaces, values behind =.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.FLAG_INSECURE": {
		title: "The flag -insecure has no effect any more",
		why: "Since Go 1.17 go get refuses it, and other commands ignore it.",
		fix: "Remove it; name single hosts in GOINSECURE where it is really needed.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.SUMDB_CONFIG": {
		title: "GOSUMDB cannot be read",
		why: "Go then verifies no module that is not in go.sum yet: it ends with an error.",
		fix: "Remove GOSUMDB, or write NAME+HASH+KEY and perhaps a URL.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.SUMDB_OFF": {
		title: "The checksum database is switched off by GOSUMDB=off",
		why: "A module that is not in go.sum yet is accepted as it comes.",
		fix: "Remove GOSUMDB; name private modules in GOPRIVATE.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"GO.SUMDB_OFF_TOOLCHAIN": {
		title: "Go cannot fetch the toolchain that is wanted, because GOSUMDB is off",
		why: "Toolchains are always verified by the checksum database, whatever else is set.",
		fix: "Remove GOSUMDB, or install the version that go.mod asks for.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.PROXY_ORDER": {
		title: "Entries of GOPROXY are never asked",
		why: "The words direct and off end the list.",
		fix: "Move direct or off to the end.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"GO.PROXY_OFF": {
		title: "Modules cannot be fetched, because GOPROXY is off",
		why: "Only what is in vendor or in the module cache can be built.",
		fix: "Remove GOPROXY where modules must be fetched, or commit vendor.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.PATTERN": {
		title: "A module pattern is not read as it looks",
		why: "Patterns are compared with the beginning of a module path, element by element, and a malformed one matches nothing, in silence.",
		fix: "Write host/path patterns with commas and without spaces.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"GO.PATTERN_WIDE": {
		title: "A module pattern also covers public modules",
		why: "What it covers is not verified by the checksum database.",
		fix: "Name the hosts or owners of the private modules.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"GO.PRIVATE_LEAK": {
		title: "A module that looks private is asked for in public",
		why: "Its path goes to a public proxy or to the checksum database, which do not know it.",
		fix: "Name it in GOPRIVATE.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"GO.INSECURE": {
		title: "GOINSECURE lets modules come without TLS verification",
		why: "Whoever stands in the path can answer for the host. It holds for direct fetching only, not for proxies nor the checksum database.",
		fix: "Remove it, and make the CA of the host known instead.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"GO.VCS_POLICY": {
		title: "GOVCS does not allow the tool that a module is fetched with",
		why: "Go then refuses to fetch it from its origin.",
		fix: "Allow the tool for that path in GOVCS.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.VCS_MISSING": {
		title: "The tool that modules are fetched with is not on PATH",
		why: "A module that is fetched from its origin needs git or another such tool.",
		fix: "Install git, or use a module proxy.",
		severity: "error",
		exit: 71,
		explains: ["GO.VCS_UNREACHABLE"]
	},
	"GO.TOOLCHAIN_CONFIG": {
		title: "The name of a toolchain cannot be read",
		why: "Go ends with an error before it does anything.",
		fix: "Write local, auto, path, or a name such as go1.26.8 or go1.26.8+auto.",
		severity: "error",
		exit: 71,
		explains: ["GO.MOD_UPDATES"]
	},
	"GO.KNOWN_BYPASS": {
		title: "This Go can be fed false modules and toolchains by a module proxy",
		why: "Its check against the checksum database has holes that were closed in Go 1.25.13 and 1.26.6.",
		fix: "Use Go 1.25.13, 1.26.6 or newer.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"GO.DEBUG_WEAK": {
		title: "GODEBUG brings back behaviour that was given up as unsafe",
		why: "The setting holds for the go command and for every program that is run in the job.",
		fix: "Remove the setting.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"CFG.PROXY_URL_NO_SCHEME": {
		title: "A proxy variable has no scheme",
		why: "Go, curl and GitHub Actions add http://. Node ignores such a value or fails.",
		fix: "Write http:// in front.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"CFG.PROXY_CASE_CONFLICT": {
		title: "A proxy variable has two values",
		why: "Go takes the spelling in upper case, curl and Node take the one in lower case.",
		fix: "Give both spellings the same value.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"CFG.NO_PROXY_AMBIGUOUS": {
		title: "NO_PROXY is read differently by the programs of this job",
		why: "Go, curl, Node and GitHub Actions each have rules of their own: for one address some use the proxy and others do not.",
		fix: "Write it in the form that all of them read alike.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"CFG.HTTPS_PROXY_MISSING": {
		title: "Only HTTP_PROXY is set, so https addresses are asked directly",
		why: "HTTP_PROXY is for http addresses; nearly everything here is https.",
		fix: "Set HTTPS_PROXY too, or remove HTTP_PROXY.",
		severity: "error",
		exit: 71,
		explains: [
			"TCP.TIMEOUT",
			"TCP.REFUSED",
			"TCP.NO_ROUTE",
			"TCP.PROHIBITED",
			"TCP.NET_UNREACH",
			"TCP.HOST_UNREACH",
			"DNS.NXDOMAIN"
		]
	},
	"CFG.EXTRA_CA_UNREADABLE": {
		title: "NODE_EXTRA_CA_CERTS names no usable file",
		why: "Node goes on without it, and hosts that need this CA are not trusted.",
		fix: "Name a readable file with PEM certificates.",
		severity: "error",
		exit: 71,
		explains: ["TLS.UNTRUSTED"]
	},
	"CFG.CERT_FILE_UNREADABLE": {
		title: "A setting for CA certificates names no usable file",
		why: "Go or git then trusts nobody, or fewer than is meant.",
		fix: "Name a readable file with PEM certificates, or remove the setting.",
		severity: "error",
		exit: 71,
		explains: ["TLS.UNTRUSTED"]
	},
	"CFG.GIT_TLS_DISABLED": {
		title: "git does not verify TLS",
		why: "Code and credentials pass whoever stands in the path.",
		fix: "Remove the setting; give git a private CA with http.sslCAInfo.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"FS.NOEXEC": {
		title: "Temporary programs cannot be executed",
		why: "The file system is mounted noexec. go run and go test build a program there and start it.",
		fix: "Set GOTMPDIR to a directory on another file system.",
		severity: "error",
		exit: 74,
		explains: ["GO.NOT_RUNNABLE", "FS.PERMISSION"]
	}
};
// src/domain/codes-handshake.ts
const HANDSHAKE_CODES = {
	"TLS.INTERCEPTED": {
		title: "TLS is intercepted by a company proxy or a scanner",
		why: "It decrypts and signs with a CA of its own, which is not trusted here.",
		fix: "Give its CA to Node, Go and git; or exempt the host from inspection.",
		severity: "error",
		exit: 72,
		explains: ["TLS.UNTRUSTED", "TLS.SELF_SIGNED"]
	},
	"TLS.SELF_SIGNED": {
		title: "The server has a certificate that it signed itself",
		why: "Nobody vouches for it.",
		fix: "Use another source, or give the certificate with ca-file.",
		severity: "error",
		exit: 72,
		explains: ["TLS.UNTRUSTED"]
	},
	"TLS.MISSING_INTERMEDIATE": {
		title: "The server does not send its intermediate certificate",
		why: "The chain to a public root has a gap.",
		fix: "Tell the operator; use another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.UNTRUSTED"]
	},
	"TLS.EXPIRED_INTERMEDIATE": {
		title: "An intermediate certificate has expired",
		why: "The server still sends the old one.",
		fix: "Tell the operator; use another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.EXPIRED"]
	},
	"TLS.OLD_VERSION": {
		title: "The server speaks only old versions of TLS",
		why: "It ended the handshake with alert 70.",
		fix: "Use another source; the server needs TLS 1.2.",
		severity: "error",
		exit: 72,
		explains: ["TLS.ALERT", "TLS.PROTOCOL"]
	},
	"TLS.NO_CIPHER": {
		title: "Client and server have no cipher in common",
		why: "The server ended the handshake with alert 40.",
		fix: "Use another source; tell the operator.",
		severity: "error",
		exit: 72,
		explains: ["TLS.ALERT", "TLS.PROTOCOL"]
	},
	"TLS.CLIENT_CERT": {
		title: "The server wants a client certificate",
		why: "It asked for one, and none is given here.",
		fix: "Use another source, or another address of the service.",
		severity: "error",
		exit: 72,
		explains: ["TLS.ALERT"]
	},
	"TLS.SNI_UNKNOWN": {
		title: "The server does not know this name",
		why: "It ended the handshake with alert 112.",
		fix: "Check which address the name resolves to.",
		severity: "error",
		exit: 72,
		explains: ["TLS.ALERT"]
	},
	"TLS.RESET_ON_HELLO": {
		title: "The connection is reset when TLS begins",
		why: "A filter on the name, or the endpoint, resets it.",
		fix: "Allow the host, or add another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.CLOSED"]
	},
	"TLS.CLOSED_ON_HELLO": {
		title: "The connection is closed when TLS begins",
		why: "A filter on the name, or the endpoint, closes it.",
		fix: "Allow the host, or add another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.CLOSED"]
	},
	"TLS.CUT": {
		title: "The server's handshake is cut off",
		why: "Some bytes came, then the connection ended.",
		fix: "Retry; then add another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.CLOSED"]
	},
	"TLS.ALPN": {
		title: "Client and server have no protocol in common",
		why: "The server ended the handshake with alert 120.",
		fix: "Use HTTP/1.1, or another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.ALERT"]
	},
	"TLS.WEAK_KEY": {
		title: "The key of the certificate is too weak",
		why: "This runtime refuses it; Go may accept it.",
		fix: "Tell the operator; use another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.UNTRUSTED"]
	},
	"TLS.WEAK_SIG": {
		title: "The certificate has a weak signature",
		why: "It is signed with SHA-1 or MD5.",
		fix: "Tell the operator; use another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.UNTRUSTED"]
	},
	"TLS.EKU": {
		title: "The certificate is not meant for servers",
		why: "Its extended key usage does not allow it.",
		fix: "Tell the operator; use another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.UNTRUSTED"]
	},
	"TLS.UNTRUSTED_GIT": {
		title: "git does not trust a CA that Go trusts",
		why: "git has a trust store of its own.",
		fix: "Set http.sslCAInfo.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"TLS.PQ_INTOLERANT": {
		title: "A middlebox does not bear the post-quantum handshake",
		why: "The hello is larger than one packet; a smaller one passes.",
		fix: "Update the firewall; for Go set GODEBUG=tlsmlkem=0 meanwhile.",
		severity: "error",
		exit: 72,
		explains: ["TLS.CLOSED", "TLS.HANDSHAKE_STALL"]
	},
	"TLS.MLDSA_INTOLERANT": {
		title: "A middlebox does not bear the signatures that Go 1.27 offers",
		why: "Go 1.26 and Node pass on the same path.",
		fix: "Use Go 1.26 until the firewall is updated.",
		severity: "error",
		exit: 72,
		explains: []
	}
};
// src/domain/codes-http.ts
const HTTP_CODES = {
	"HTTP.FORBIDDEN": {
		title: "The server refuses the file (401, 403, 451)",
		why: "Access is blocked by policy, or this version is not available there.",
		fix: "Use another source, or ask for access.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.NOT_FOUND": {
		title: "The server does not have the file (404, 410)",
		why: "The version does not exist there.",
		fix: "Check the version, or use another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.RATE_LIMIT": {
		title: "The server limits the rate (429)",
		why: "Too many requests come from this address.",
		fix: "Wait, or use another source.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"HTTP.SERVER": {
		title: "The server failed (5xx)",
		why: "It is overloaded or broken.",
		fix: "Retry, or use another source.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"HTTP.STATUS": {
		title: "The server answered with an unexpected status",
		why: "It is not the service that was expected.",
		decided: "The status is neither success nor one that has a code of its own.",
		fix: "Open the address by hand.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.LOOP": {
		title: "There were too many redirects",
		why: "A cookie or login is expected.",
		decided: "More redirects than the limit followed one another.",
		fix: "Open the address by hand.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.BAD_REDIRECT": {
		title: "A redirect leads nowhere",
		why: "The Location header is missing or cannot be read.",
		decided: "The status is a redirect, and Location is missing or is no http or https address.",
		fix: "Open the address by hand.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.DOWNGRADE": {
		title: "A redirect from https to http was refused",
		why: "The bytes and the request would travel unprotected.",
		fix: "Use the https address of the server.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.HTML": {
		title: "A web page came where a file was expected",
		why: "A login portal, a block page or an error page answers with status 200.",
		decided: "The first bytes of what should be an archive are markup; they stand in the evidence.",
		fix: "Open the address in a browser; then log in or ask for access.",
		severity: "error",
		exit: 72,
		explains: ["ARC.NOT_GZIP", "ARC.NOT_ZIP"]
	},
	"HTTP.NOT_HTTP": {
		title: "The answer is not HTTP",
		why: "Another service listens there.",
		decided: "The HTTP parser refused the head of the answer.",
		fix: "Check host and port.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.EMPTY": {
		title: "The connection was closed without an answer",
		why: "The server or a middlebox dropped the request.",
		decided: "The peer closed the connection in order before it sent a head.",
		fix: "Retry, or use another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.TTFB_STALL": {
		title: "No answer came within the first-byte budget",
		why: "The server accepted the request and kept silent.",
		decided: "The request was sent, and no head came within the first-byte budget.",
		fix: "Retry, or use another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.ENCODED": {
		title: "The answer is compressed although that was declined",
		why: "A middlebox rewrites content.",
		decided: "Content-Encoding names a compression although the request asked for none.",
		fix: "Use another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.RANGE": {
		title: "The server answered with another part of the file than was asked for",
		why: "It, or a cache before it, does not handle ranges.",
		decided: "A part was asked for, and Content-Range names another one, or the whole file came where it is of no use.",
		fix: "Use another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.TOO_LARGE": {
		title: "The answer is larger than its kind can be",
		why: "It is not what was asked for.",
		decided: "Content-Length, or what was read, exceeds the limit for this kind of answer.",
		fix: "Use another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.INSECURE_TOKEN": {
		title: "A token would travel over plain http",
		why: "Whoever stands in the path could read it.",
		fix: "Use an https source, or remove source-token.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"BODY.TRUNCATED": {
		title: "The body ended early",
		why: "The connection was cut.",
		decided: "The connection ended in order before the announced length was there, or the size differs from the one that is known.",
		fix: "Retry, or use another source.",
		severity: "error",
		exit: 75,
		explains: ["ARC.TRUNCATED"]
	},
	"BODY.RESET": {
		title: "The connection was reset while the body was read",
		why: "A filter, an idle limit or the server cut it.",
		decided: "The system reported a reset while the body was read.",
		fix: "Retry, or use another source.",
		severity: "error",
		exit: 75,
		explains: ["ARC.TRUNCATED"]
	},
	"BODY.STALL": {
		title: "The body stopped coming",
		why: "No byte came within the stall budget.",
		fix: "Retry, or use another source.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"BODY.SLOW": {
		title: "The body comes slower than the minimum rate",
		why: "The path is throttled.",
		decided: "Over the whole window of measuring, fewer bytes came than the minimum rate asks for.",
		fix: "Use another source.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"BODY.TOO_LONG": {
		title: "The body is longer than was announced",
		why: "The server announced another size than it sent.",
		decided: "More bytes came than Content-Length announced or than the known size of the file.",
		fix: "Use another source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"BODY.CHANGED": {
		title: "The file changed between two answers",
		why: "It was replaced on the server, or two servers behind one name hold different files.",
		decided: "ETag, Last-Modified or size of an answer contradict those of an earlier answer of the same source.",
		fix: "Retry, or use another source.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"BUDGET.TOTAL": {
		title: "The total budget is used up",
		why: "The run must end in its budget, whatever the network does.",
		decided: "The time of the input timeout was over before there was a result.",
		fix: "Raise timeout, or add a faster source.",
		severity: "error",
		exit: 75,
		explains: []
	}
};
// src/domain/codes-keyless.ts
const KEYLESS_CODES = {
	"SIG.IDENTITY": {
		title: "Somebody else signed this file",
		why: "Anybody can get a certificate in their own name, so only the name tells your bundle from that of a stranger.",
		decided: "The signature is right, and the identity in its certificate, or who vouched for it, is not what was asked for.",
		fix: "Do not use the file; or correct --certificate-identity and --certificate-oidc-issuer where what was got is the right signer.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"SIG.CERTIFICATE": {
		title: "The certificate of the signature is not acceptable",
		why: "It was forged or altered, or the file was signed when the certificate was not valid.",
		decided: "The chain to an authority of the trusted root, the validity at the time of the signature, the purpose, or the receipt of the certificate log does not verify.",
		fix: "Do not use the file; take the bundle from where the build was signed.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"SIG.LOG": {
		title: "The signature is not proved to be in the transparency log",
		why: "The log entry was altered, belongs to another signature, or is missing.",
		decided: "The promise of the log, its checkpoint, the inclusion proof, or what the entry says about the signature does not verify, or there is no entry.",
		fix: "Do not use the file; take the bundle from where the build was signed.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"SIG.TIMESTAMP": {
		title: "Nobody vouches for the time of the signature",
		why: "A certificate is valid for minutes, so the time of the signature must be proved.",
		decided: "There is neither a promise of a log nor a timestamp of an authority (RFC 3161), or the timestamp does not verify.",
		fix: "Sign again with a log or a timestamp authority that the trusted root names.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"SIG.ROOT_OUTDATED": {
		title: "The trusted root does not know who certified, logged or dated this signature: it is outdated, or of another Sigstore",
		why: "Logs and authorities are replaced from time to time. An unknown one is no sign of an attack, and no proof either.",
		decided: "A log, certificate log, certificate or timestamp authority that the bundle names is not in the trusted root.",
		fix: "Update setup-go-robust; or name the trusted root of the Sigstore that signed, newly fetched, with --trusted-root.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"SIG.TRUSTED_ROOT": {
		title: "The trusted root cannot be used",
		why: "It is not the file trusted_root.json of a Sigstore instance, or it was cut.",
		decided: "It is not JSON of the form of a trusted root, version 0.1 or 0.2, with a certificate authority and with a log or a timestamp authority.",
		fix: "Fetch it anew from the TUF repository of that Sigstore, or leave --trusted-root out for the public one.",
		severity: "error",
		exit: 71,
		explains: []
	}
};
// src/domain/codes-machine.ts
const MACHINE_CODES = {
	"FS.NO_SPACE": {
		title: "There is not enough space on the disk",
		why: "Bytes or inodes are used up.",
		decided: "A file operation failed with ENOSPC or EDQUOT, or the file system has less room than an installation needs.",
		fix: "Free space, or choose another tool cache.",
		severity: "error",
		exit: 74,
		explains: []
	},
	"FS.READ_ONLY": {
		title: "The file system is read-only",
		why: "Nothing can be written there.",
		decided: "A file operation failed with EROFS.",
		fix: "Choose another directory.",
		severity: "error",
		exit: 74,
		explains: []
	},
	"FS.PERMISSION": {
		title: "The operation is not permitted",
		why: "Another user owns the file or directory.",
		decided: "A file operation failed with EACCES or EPERM.",
		fix: "Correct the owner, or choose another directory.",
		severity: "error",
		exit: 74,
		explains: []
	},
	"FS.NOT_FOUND": {
		title: "A file or directory is missing",
		why: "It was expected here.",
		decided: "A file operation failed with ENOENT or ENOTDIR.",
		fix: "Check the path.",
		severity: "error",
		exit: 74,
		explains: []
	},
	"FS.IO": {
		title: "The disk operation failed",
		why: "The operating system reported an error.",
		fix: "Look at the errno that is given as evidence.",
		severity: "error",
		exit: 74,
		explains: []
	},
	"FS.LOCK_TIMEOUT": {
		title: "Another installation holds the lock for too long",
		why: "It is still working, or it hangs.",
		decided: "The lock of this version was held, and kept alive by its holder, until the time for waiting was over.",
		fix: "Wait for the other run; or remove the lock file that is named.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"GO.NOT_RUNNABLE": {
		title: "The installed Go cannot be executed",
		why: "The binary is for another platform, or the file system is mounted noexec.",
		decided: "go version was executed from where it was installed, and it could not be started or ended with an error.",
		fix: "Check the platform and the mount options of the tool cache.",
		severity: "error",
		exit: 74,
		explains: []
	},
	"GO.SHADOWED": {
		title: "Another go program stands in front of the installed one",
		why: "GOPATH/bin comes first on PATH, and it holds a program of this name: later steps would run that one.",
		decided: "A program named go stands in GOPATH/bin, which setup-go puts in front.",
		fix: "Remove it, or set GOPATH to another directory.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"GO.UNPROVED": {
		title: "The Go on PATH is not the one that the Go project published",
		why: "A distribution built it, or its files were changed: nothing can vouch for it.",
		decided: "The tree hash of the Go on PATH was computed and compared with the checksum database and the release table.",
		fix: "Name the version: go-version: '1.26'. Then a proved Go is installed.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"GO.NOT_INSTALLED": {
		title: "This Go is not installed",
		why: "Nothing in the tool cache matches.",
		fix: "Run install first.",
		severity: "error",
		exit: 71,
		explains: []
	}
};
// src/domain/codes-metrics.ts
const METRICS_CODES = { "METRICS.PUSH": {
	title: "The metrics could not be pushed",
	why: "The Pushgateway keeps what the last run of this job sent. The result of the job is what it was, and metrics.txt has the numbers.",
	decided: "The gateway could not be reached, did not answer in 5 s, or answered with a status that is not 2xx; or a password would have gone over plain http. Redirects are not followed.",
	fix: "Check metrics-pushgateway, and look at the reason that is given as evidence.",
	severity: "warning",
	exit: 75,
	explains: []
} };
// src/domain/codes-mirror.ts
const MIRROR_CODES = { "MIRROR.CHANGED": {
	title: "A file of the exported directory is not what was exported",
	why: "It was changed, damaged or copied only in part after the export; nothing of it is used.",
	decided: "Its SHA-256 differs from the one in SHA256SUMS of the same directory; both stand in the evidence.",
	fix: "Copy the directory anew, or run mirror export on it again: that replaces what is changed.",
	severity: "error",
	exit: 73,
	explains: []
} };
// src/domain/codes-modcache.ts
const MODCACHE_CODES = {
	"MODCACHE.ALTERED": {
		title: "A module in the module cache differs from go.sum",
		why: "It was changed after it was downloaded: by a restored cache, a tool that writes there, a disk, or on purpose.",
		fix: "Look for what wrote there, then remove this one module from the cache and download it again.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"MODCACHE.VENDOR": {
		title: "A vendored file differs from the module that go.sum records",
		why: "Somebody edited the vendor directory, or it was made from another version.",
		fix: "Look at the difference, then run go mod vendor.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"MODCACHE.UNPROVED": {
		title: "Something could not be proved",
		why: "go.sum says nothing about it, or what it speaks of is not on this machine.",
		fix: "Run go mod download, then verify again; what is replaced by a directory cannot be proved at all.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"MODCACHE.EMPTY": {
		title: "Nothing could be proved",
		why: "The module cache holds none of the modules that go.sum names.",
		fix: "Run go mod download first, or set GOMODCACHE to the cache that is meant.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"MODCACHE.UNSUMMED": {
		title: "A restored toolchain was removed from the module cache",
		why: "No go.sum names it, and Go runs what it finds there without comparing it again: a cache that somebody altered would be run.",
		fix: "Nothing: Go downloads it again and compares it with the checksum database. go-version installs one that is kept.",
		severity: "info",
		exit: 71,
		explains: []
	},
	"MODCACHE.PROVED": {
		title: "What is on this machine is what go.sum records",
		why: "Every file was hashed anew; the hashes that the module cache keeps were not believed.",
		fix: "Nothing.",
		severity: "info",
		exit: 71,
		explains: []
	}
};
// src/domain/codes-path.ts
const PATH_CODES = {
	"DNS.FILTERED": {
		title: "The resolver hides a name that exists",
		why: "Another resolver answers for it.",
		fix: "Ask for the name to be allowed, or add a source that this network resolves.",
		severity: "error",
		exit: 72,
		explains: ["DNS.NXDOMAIN", "DNS.NODATA"]
	},
	"DNS.SERVFAIL": {
		title: "The name server failed (SERVFAIL)",
		why: "It could not get an answer, or a signature was wrong.",
		fix: "Retry; then tell the operator of the resolver.",
		severity: "error",
		exit: 75,
		explains: ["DNS.SERVER"]
	},
	"DNS.REFUSED": {
		title: "The name server refuses to answer (REFUSED)",
		why: "It does not serve this client or this zone.",
		fix: "Use the resolver of this network.",
		severity: "error",
		exit: 72,
		explains: ["DNS.SERVER"]
	},
	"DNS.RESOLVER_DOWN": {
		title: "Nothing listens at the address of the resolver",
		why: "Port 53 is closed there.",
		fix: "Correct the resolver, or start it.",
		severity: "error",
		exit: 72,
		explains: ["DNS.SERVER"]
	},
	"DNS.NODATA": {
		title: "The name exists, but has no address",
		why: "There is no A or AAAA record.",
		fix: "Check the name; ask its owner.",
		severity: "error",
		exit: 72,
		explains: ["DNS.NXDOMAIN"]
	},
	"DNS.BOGON": {
		title: "The name resolves to an address that cannot be the host",
		why: "A filter answers with 0.0.0.0, a loopback or a reserved address.",
		fix: "Ask for the name to be allowed in the filter or blocklist.",
		severity: "error",
		exit: 72,
		explains: [
			"TCP.REFUSED",
			"TCP.TIMEOUT",
			"TCP.ACCEPT_CLOSED",
			"TCP.ACCEPT_RESET",
			"TLS.NAME",
			"TLS.PLAIN_HTTP",
			"TLS.CLOSED",
			"HTTP.HTML",
			"HTTP.NOT_FOUND"
		]
	},
	"DNS.HIJACK": {
		title: "The name resolves to somebody else",
		why: "The address is private, or the certificate there belongs to another name.",
		fix: "Ask the operator of the resolver; compare with another one.",
		severity: "error",
		exit: 72,
		explains: [
			"TCP.REFUSED",
			"TCP.TIMEOUT",
			"TLS.NAME",
			"TLS.UNTRUSTED",
			"HTTP.HTML"
		]
	},
	"DNS.HOSTS_OVERRIDE": {
		title: "The hosts file sends the name elsewhere",
		why: "An entry there outranks the name server.",
		fix: "Remove or correct the line.",
		severity: "error",
		exit: 71,
		explains: [
			"DNS.BOGON",
			"TCP.REFUSED",
			"TCP.TIMEOUT",
			"TCP.NET_UNREACH",
			"TCP.HOST_UNREACH",
			"TLS.NAME",
			"HTTP.NOT_FOUND"
		]
	},
	"DNS.SEARCH_WILDCARD": {
		title: "A search domain answers for a name that does not exist",
		why: "A wildcard record and ndots make another name out of it.",
		fix: "Lower ndots, or remove the search domain.",
		severity: "error",
		exit: 72,
		explains: [
			"DNS.BOGON",
			"TCP.REFUSED",
			"TCP.TIMEOUT",
			"TLS.NAME"
		]
	},
	"DNS.V6_ONLY": {
		title: "The host has only IPv6 addresses, and there is no IPv6 here",
		why: "No A record exists, and IPv6 leads nowhere.",
		fix: "Enable IPv6 or NAT64, or add a source with IPv4.",
		severity: "error",
		exit: 72,
		explains: [
			"TCP.NET_UNREACH",
			"TCP.TIMEOUT",
			"TCP.NO_ROUTE"
		]
	},
	"DNS.BROKEN": {
		title: "The name server sends answers that cannot be read",
		why: "Something else listens there, or a middlebox rewrites DNS.",
		fix: "Use another resolver.",
		severity: "error",
		exit: 72,
		explains: ["DNS.SERVER", "DNS.NXDOMAIN"]
	},
	"TCP.PROHIBITED": {
		title: "A firewall prohibits the connection",
		why: "It answers at once with an ICMP message.",
		fix: "Allow egress to this host and port.",
		severity: "error",
		exit: 72,
		explains: ["TCP.HOST_UNREACH"]
	},
	"TCP.NO_ROUTE": {
		title: "This machine has no route to the host",
		why: "It has no address or gateway for this family.",
		fix: "Check the network of the machine or container.",
		severity: "error",
		exit: 72,
		explains: ["TCP.NET_UNREACH"]
	},
	"TCP.NO_PORTS": {
		title: "Every local port of this machine is in use",
		why: "Many connections were made and ended shortly before, or the range of ports is small.",
		fix: "Make fewer connections at a time, or widen the range of local ports.",
		severity: "error",
		exit: 75,
		explains: ["TCP.NET_UNREACH"]
	},
	"TCP.HOST_DOWN": {
		title: "The host does not answer on its own network",
		why: "No ARP answer came in three seconds.",
		fix: "Check the address; start the host.",
		severity: "error",
		exit: 72,
		explains: ["TCP.HOST_UNREACH"]
	},
	"TCP.V6_BROKEN": {
		title: "IPv6 does not work here, IPv4 does",
		why: "Connections are slower, for IPv6 is tried too.",
		fix: "Repair IPv6, or switch it off.",
		severity: "warning",
		exit: 72,
		explains: []
	},
	"TCP.ACCEPT_RESET": {
		title: "The connection is reset right after it was accepted",
		why: "An allow-list, or a dead service behind a balancer, cuts it before a word.",
		fix: "Allow this address; look at the service.",
		severity: "error",
		exit: 72,
		explains: ["TCP.RESET", "TLS.CLOSED"]
	},
	"TCP.ACCEPT_CLOSED": {
		title: "The connection is closed right after it was accepted",
		why: "An allow-list, or a dead service behind a balancer, cuts it before a word.",
		fix: "Allow this address; look at the service.",
		severity: "error",
		exit: 72,
		explains: ["HTTP.EMPTY", "TLS.CLOSED"]
	},
	"PATH.MTU": {
		title: "Large packets are lost on the path",
		why: "A link has a smaller MTU, and the message that says so is dropped.",
		fix: "Lower the MTU, or clamp MSS at the router.",
		severity: "error",
		exit: 72,
		explains: [
			"TLS.HANDSHAKE_STALL",
			"BODY.STALL",
			"HTTP.TTFB_STALL"
		]
	},
	"PROXY.UNREACHABLE": {
		title: "The proxy cannot be reached",
		why: "Connections to its address are not answered.",
		fix: "Correct the proxy variable; look at the proxy.",
		severity: "error",
		exit: 72,
		explains: [
			"TCP.TIMEOUT",
			"TCP.HOST_UNREACH",
			"TCP.NET_UNREACH"
		]
	},
	"PROXY.PORT_DENIED": {
		title: "The proxy refuses this port",
		why: "It lets CONNECT pass to port 443 only.",
		fix: "Use an address on port 443, or ask for the port.",
		severity: "error",
		exit: 72,
		explains: ["PROXY.DENIED"]
	},
	"PROXY.INJECTS": {
		title: "The proxy speaks inside the tunnel",
		why: "After its answer to CONNECT it sends bytes of its own.",
		fix: "Show the first bytes to the operator of the proxy.",
		severity: "error",
		exit: 72,
		explains: [
			"TLS.CLOSED",
			"TLS.PLAIN_HTTP",
			"TLS.PROTOCOL"
		]
	},
	"PROXY.RESET": {
		title: "The proxy resets the connection after CONNECT",
		why: "It filters the method or the host.",
		fix: "Ask for the host to be allowed.",
		severity: "error",
		exit: 72,
		explains: ["PROXY.CLOSED"]
	}
};
// src/domain/codes-program.ts
const PROGRAM_CODES = { "SELF.INCOMPLETE": {
	title: "A file of this program is missing",
	why: "The program is several files that stand side by side in dist/; only main.cjs, or an incomplete copy, is here.",
	fix: "Check the action out again, or copy the whole directory dist/.",
	severity: "error",
	exit: 70,
	explains: []
} };
// src/domain/codes-project.ts
const PROJECT_CODES = {
	"GO.NO_MOD": {
		title: "There is no go.mod",
		why: "Go commands find their module in the directory where they run, or above it.",
		fix: "Name the directory of the module with working-directory, or run go mod init.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.MOD_SYNTAX": {
		title: "go.mod or go.work cannot be read",
		why: "Every go command stops at this line.",
		fix: "Correct the line.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.MOD_VERSION": {
		title: "A module version is not one",
		why: "Go would ask the network what is meant, and then refuses to build before go.mod names the answer.",
		fix: "Run go mod tidy and commit go.mod, or write a version such as v1.2.3.",
		severity: "error",
		exit: 71,
		explains: ["GO.MOD_UPDATES", "GO.UNKNOWN_VERSION"]
	},
	"GO.MOD_OUTDATED": {
		title: "go.mod contradicts itself, or a module that it takes from a directory",
		why: "Go would have to change it first, and does not do that in a build: \"updates to go.mod needed\".",
		fix: "Run go mod tidy and commit go.mod.",
		severity: "error",
		exit: 71,
		explains: ["GO.MOD_UPDATES"]
	},
	"GO.GOSUM_MISSING": {
		title: "go.sum lacks hashes of required modules",
		why: "Go builds with nothing that go.sum does not name.",
		fix: "Run go mod tidy and commit go.sum.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.GOSUM_MALFORMED": {
		title: "go.sum cannot be read",
		why: "Every go command that needs a module stops at this line.",
		fix: "Remove the line, and run go mod tidy.",
		severity: "error",
		exit: 71,
		explains: ["GO.GOSUM_MISMATCH"]
	},
	"GO.GOSUM_CONFLICT": {
		title: "go.sum has two hashes for one module version",
		why: "Only one of them can be right: a merge mixed two files, or somebody published other content under the same version.",
		fix: "Ask the checksum database which hash is right, and remove the other line.",
		severity: "error",
		exit: 71,
		explains: ["GO.GOSUM_MISMATCH"]
	},
	"GO.VENDOR": {
		title: "The vendor directory does not belong to go.mod",
		why: "Go compares vendor/modules.txt with go.mod, and stops where they differ: \"inconsistent vendoring\".",
		fix: "Run go mod vendor and commit the vendor directory.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.TOOLCHAIN_LOCAL": {
		title: "The go line asks for a newer Go than the chosen one",
		why: "With GOTOOLCHAIN=local an older Go refuses to work.",
		fix: "Install the Go that the go line asks for.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.WORK_VERSION": {
		title: "The go line of go.work is lower than that of a module",
		why: "Go refuses a workspace whose modules ask for more than it does.",
		fix: "Run go work use, and commit go.work.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.WORK_USE": {
		title: "A use line of go.work and the modules do not fit together",
		why: "Each use line must lead to a directory with a go.mod, and Go builds only modules that are used.",
		fix: "Correct the use lines, or set GOWORK=off.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.REPLACE_MISSING": {
		title: "A replacement leads to a directory without a module",
		why: "The directory exists only on the machine of whoever wrote the line, or was moved.",
		fix: "Correct the path, or remove the replace line.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.REPLACE_OUTSIDE": {
		title: "A replacement leads out of the workspace",
		why: "What stands there is no part of the checkout, so it may be missing or another version elsewhere.",
		fix: "Check the other repository out inside of the workspace, or use go.work on your own machine.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"MERGE.MARKS": {
		title: "A merge conflict is not resolved",
		why: "The marks of git stand between the lines of both sides.",
		fix: "Choose the lines that are right, and remove the marks.",
		severity: "error",
		exit: 71,
		explains: [
			"GO.GOSUM_MALFORMED",
			"GO.MOD_SYNTAX",
			"GO.VENDOR"
		]
	},
	"VERSION.FILES_DISAGREE": {
		title: "A version file names an older Go than go.mod asks for",
		why: "Whoever follows this file gets a Go that cannot build the module.",
		fix: "Write the same version into both.",
		severity: "info",
		exit: 71,
		explains: []
	},
	"PREFLIGHT.INCOMPLETE": {
		title: "Not the whole project was looked at",
		why: "A limit keeps the check short.",
		fix: "Check one directory at a time.",
		severity: "info",
		exit: 71,
		explains: []
	}
};
// src/domain/codes-replace.ts
const REPLACE_CODES = { "GO.REPLACE_CONFLICT": {
	title: "A module is replaced in two ways",
	why: "Go refuses to choose, within one file and among the modules of a workspace.",
	fix: "Keep one replace line; in a workspace, write the one that counts into go.work. One replacement cannot stand for two modules.",
	severity: "error",
	exit: 71,
	explains: []
} };
// src/domain/codes-request.ts
const REQUEST_CODES = {
	"INPUT.UNKNOWN_OPTION": {
		title: "The option or input does not exist",
		why: "A misspelt option would otherwise be ignored in silence.",
		fix: "Use one of the names that are listed.",
		severity: "error",
		exit: 64,
		explains: []
	},
	"INPUT.INVALID": {
		title: "An input has a value that is not accepted",
		why: "A value that is guessed at would install something else than was meant.",
		fix: "Correct the value that is named.",
		severity: "error",
		exit: 64,
		explains: []
	},
	"INPUT.VERSION": {
		title: "The version request is not in a form that is known",
		why: "It names neither a version, nor a range, nor an alias.",
		fix: "Write a version such as 1.26.8 or 1.26, an npm range, stable, oldstable or latest.",
		severity: "error",
		exit: 64,
		explains: []
	},
	"INPUT.SOURCE": {
		title: "An entry of the source list is not known",
		why: "Sources are ids, base URLs or templates; anything else cannot be asked for bytes.",
		fix: "Use one of the listed ids, a base URL, or a template with {file} or {version}.",
		severity: "error",
		exit: 64,
		explains: []
	},
	"INPUT.CHECKSUM": {
		title: "The checksum is malformed",
		why: "A pin that cannot be compared would prove nothing.",
		fix: "Write sha256: and 64 hexadecimal digits, or h1: and 44 base64 characters.",
		severity: "error",
		exit: 64,
		explains: []
	},
	"INPUT.TIMEOUT": {
		title: "The total budget is not a positive duration",
		why: "A run without time can only fail, and a run without limit may hang.",
		fix: "Write a duration such as 90s or 10m.",
		severity: "error",
		exit: 64,
		explains: []
	},
	"INPUT.VERSION_FILE": {
		title: "The version file cannot be used",
		why: "Without a version in it another Go would be installed in silence.",
		fix: "Correct the file, or name the version with go-version.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"INPUT.PLATFORM": {
		title: "Go is not published for this platform",
		why: "No archive exists for this operating system and architecture.",
		fix: "Choose a platform from the list.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"INPUT.DESTINATION": {
		title: "The destination cannot be written",
		why: "The installation could not be completed there.",
		fix: "Choose a directory that this user can write to.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"INPUT.CA_FILE": {
		title: "The CA file cannot be used",
		why: "Connections that depend on it would fail with an error that hides the reason.",
		fix: "Give the path of a readable file with PEM certificates.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"VERSION.UNSPECIFIED": {
		title: "No version was requested, so the Go on PATH is used",
		why: "go-version and go-version-file are empty or not given, and there is no go.work or go.mod to read a version from.",
		fix: "Name the version: go-version: '1.26'.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"VERSION.UNKNOWN": {
		title: "No released Go matches the request",
		why: "Every source that answered was asked.",
		decided: "At least one version list could be read, and no list that could be read has a version that matches.",
		fix: "Choose one of the nearest versions that are listed.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"VERSION.NO_PLATFORM": {
		title: "This release has no archive for this platform",
		why: "The release exists, but not for this operating system and architecture.",
		decided: "The version is listed, with archives for other platforms only.",
		fix: "Choose a newer release or another architecture.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"VERSION.TOO_OLD": {
		title: "The requested Go is older than min-go-version",
		why: "An old Go lacks security fixes and cannot read newer go.mod files.",
		fix: "Request a newer version, or lower min-go-version on purpose.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"VERSION.NO_SOURCE": {
		title: "No list of versions could be read",
		why: "A range or alias cannot be turned into a version without a list.",
		decided: "The request needs a version list, and none could be read.",
		fix: "Request an exact version, or make one of the sources reachable.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"VERSION.NOT_SERVED": {
		title: "The release exists, but no source serves its archive",
		why: "A company proxy may refuse it, or a mirror may lag behind.",
		decided: "The version is known, and every source that answered said that it does not have it.",
		fix: "Add a source that has it, or request one of the versions that are served.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"VERSION.MISMATCH": {
		title: "The installed Go reports another version than was requested",
		why: "Its name and its content do not belong together.",
		decided: "What the installed go version printed was compared with the version that was resolved.",
		fix: "Report the source; it serves something else under this name.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"CFG.PROXY_URL_INVALID": {
		title: "A proxy variable holds no valid URL",
		why: "The value cannot be connected to.",
		fix: "Write http://host:port.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"CFG.PROXY_SCHEME": {
		title: "The proxy scheme is not supported",
		why: "Only http and https proxies are supported.",
		fix: "Use an http:// proxy.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"CFG.PROXY_CGI": {
		title: "HTTP_PROXY is not used because REQUEST_METHOD is set",
		why: "In a CGI program HTTP_PROXY may come from a header of the request, so Go refuses it as well.",
		decided: "The address is plain http, and both HTTP_PROXY and REQUEST_METHOD are set.",
		fix: "Remove REQUEST_METHOD from the environment, or use https addresses with HTTPS_PROXY.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"CFG.GOPROXY_INVALID": {
		title: "GOPROXY cannot be read",
		why: "An entry is neither a URL, nor direct, nor off.",
		fix: "Correct the entry, or remove the setting with go env -u GOPROXY.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"CFG.TLS_DISABLED": {
		title: "TLS verification is switched off by NODE_TLS_REJECT_UNAUTHORIZED",
		why: "Every connection would be open to whoever stands in the path.",
		fix: "Remove the variable; give a private CA with ca-file instead.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"OFFLINE.NOT_FOUND": {
		title: "Nothing local satisfies the request",
		why: "offline is set, and no packet may leave.",
		decided: "With offline: true the tool cache and all local sources were looked through.",
		fix: "Provide the version in the tool cache or as a file:// source.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"SELF.DRAINED": {
		title: "The run ended without a result",
		why: "An operation never finished; without this guard the step would be green.",
		decided: "The event loop of Node became empty while the run had no result yet.",
		fix: "Report this as a bug.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"SELF.BUG": {
		title: "An unexpected error occurred",
		why: "This is a defect of the product.",
		decided: "Something was thrown that is no failure of this program, or a good end was reported without a proved Go.",
		fix: "Report this as a bug, with the evidence.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"SELF.INTERRUPTED": {
		title: "The run was interrupted by a signal",
		why: "The job was cancelled or timed out.",
		fix: "Run again.",
		severity: "error",
		exit: 75,
		explains: []
	}
};
// src/domain/codes-sbom.ts
const SBOM_CODES = {
	"SBOM.TOOL": {
		title: "The SBOM tool did not describe the workspace",
		why: "The run is what it was without it: Go is installed and proved.",
		decided: "The program was not found, could not be started, ended with another code than 0, or was not done in 2 minutes or when the budget of the run was nearly used up.",
		fix: "Run it by hand in the workspace: syft scan dir:. -o cyclonedx-json=sbom.json; or leave sbom-tool out.",
		severity: "warning",
		exit: 75,
		explains: []
	},
	"SBOM.OUTPUT": {
		title: "What the SBOM tool wrote is no SBOM that can be kept",
		why: "Only CycloneDX in JSON is put among the report files, so that whoever reads them next is not misled.",
		decided: "The program ended with 0, and its file is missing, larger than 32 MiB, no JSON with bomFormat CycloneDX, or could not be moved to the report files.",
		fix: "Name a program that takes the command line of syft: scan dir:. -o cyclonedx-json=FILE.",
		severity: "warning",
		exit: 75,
		explains: []
	}
};
// src/domain/codes-signature.ts
const SIGNATURE_CODES = {
	"PGP.BAD_SIGNATURE": {
		title: "The OpenPGP signature does not belong to this archive",
		why: "The archive or the signature is not what was published.",
		decided: "The signature was checked with the shipped key: it was not made by that key, or for other bytes, or with a hash that is no longer accepted.",
		fix: "Do not use this source; compare its archive and its .asc with those of another one.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"PGP.UNKNOWN_SUBKEY": {
		title: "The signature is of a key that this release does not know: its key block is outdated",
		why: "The Go project signs with a new subkey about every year. An unknown one is no sign of an attack, and no proof either.",
		decided: "The key that the signature names is not among the subkeys that the shipped primary key has bound for signing.",
		fix: "Update setup-go-robust, or make the checksum database reachable.",
		severity: "warning",
		exit: 73,
		explains: []
	},
	"PGP.EXPIRED_SUBKEY": {
		title: "The signature was made when its key was not valid",
		why: "A key that has expired, or was revoked, vouches only for what it signed before.",
		decided: "The time in the signature lies outside the validity of the subkey or its primary key. That the key has expired since does not matter.",
		fix: "Do not use this source, or prove the archive by the checksum database.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"PGP.OLD_SIGNATURE": {
		title: "The signature is older than the release that it should cover",
		why: "Whoever has stolen an expired key can date a signature back into its validity.",
		decided: "The time in the signature is before this release can have been made: before the month of its line, before the shipped table, or before the time in VERSION.",
		fix: "Do not use this source, or prove the archive by the checksum database.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"PGP.WRONG_RELEASE": {
		title: "The signed archive is another release",
		why: "A signature covers the bytes and not the name: an old release can be served under a new name.",
		decided: "The signature is right, and VERSION inside the archive names another release than the one that was asked for.",
		fix: "Do not use this source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"SIG.BAD_SIGNATURE": {
		title: "The signature was not made with this key",
		why: "Somebody else signed, or the signature was altered.",
		decided: "The bundle names the hash of this very file, and its signature does not verify with the key that was named, or with that of its certificate.",
		fix: "Compare the key with the one that the build was signed with; do not use the build before it verifies.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"SIG.WRONG_ARTIFACT": {
		title: "The bundle is of another file",
		why: "Each build has a bundle of its own; or the file was altered after it was signed.",
		decided: "The hash that the bundle names differs from that of the file; both stand in the evidence.",
		fix: "Take the bundle that was made for this file.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"SIG.MALFORMED": {
		title: "The bundle could not be read",
		why: "It is no Sigstore bundle, or it was cut.",
		decided: "It is not JSON of the form of a Sigstore bundle with a signature over a file.",
		fix: "Sign with cosign sign-blob --bundle, and name that file.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"SIG.UNSUPPORTED": {
		title: "The bundle is of a kind that is not verified here, or not in this way",
		why: "A bundle with a certificate is verified with --certificate-identity and --certificate-oidc-issuer, one without by --key.",
		decided: "The bundle is of a version, or holds a key, digest, log entry or attestation, that is not verified in the way that was asked for; the evidence names it.",
		fix: "Name what fits the bundle; or verify it with cosign verify-blob.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"SIG.KEY": {
		title: "The public key cannot be used",
		why: "Bundles are verified with ECDSA on P-256 or with Ed25519.",
		decided: "The file is not a public key in PEM form, or one of another kind.",
		fix: "Name the public key that cosign generate-key-pair wrote: cosign.pub.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"PGP.MALFORMED": {
		title: "What should be an OpenPGP signature or key could not be read",
		why: "A login page or a cut file stands in its place.",
		decided: "The armor, its checksum, or a packet (RFC 4880) is malformed.",
		fix: "Open the address of the .asc by hand.",
		severity: "warning",
		exit: 73,
		explains: []
	}
};
// src/domain/codes-toolchain.ts
const TOOLCHAIN_CODES = {
	"GO.PROXY_CONFIG": {
		title: "GOPROXY cannot be read",
		why: "An entry is neither a URL, nor direct, nor off.",
		fix: "Write URLs with commas or pipes between.",
		severity: "error",
		exit: 71,
		explains: ["CFG.GOPROXY_INVALID"]
	},
	"GO.PROXY_NO_FALLBACK": {
		title: "The first module proxy fails and the list stops there",
		why: "After a comma the next entry is asked only on 404 or 410.",
		fix: "Put a pipe between the entries.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.PROXY_HTML": {
		title: "The module proxy answers with a web page",
		why: "A login or a portal stands in front of it.",
		fix: "Open the address by hand; log in or use another proxy.",
		severity: "error",
		exit: 72,
		explains: ["LIST.MALFORMED"]
	},
	"GO.PROXY_BAD_ZIP": {
		title: "The module proxy serves a zip that is none",
		why: "A page or a cut file comes under its name; not even a pipe helps.",
		fix: "Use another proxy; tell the operator.",
		severity: "error",
		exit: 72,
		explains: ["ARC.NOT_ZIP"]
	},
	"GO.PRIVATE_IN_SUMDB": {
		title: "A private module is looked up in the public checksum database",
		why: "The database cannot know it.",
		fix: "Set GOPRIVATE to its path.",
		severity: "error",
		exit: 71,
		explains: ["SUM.NOT_FOUND"]
	},
	"GO.SUMDB_UNREACHABLE": {
		title: "The checksum database cannot be reached",
		why: "Neither directly nor through the module proxy.",
		fix: "Use a proxy that serves it, or GOSUMDB=sum.golang.google.cn.",
		severity: "error",
		exit: 72,
		explains: ["SUM.UNREACHABLE", "VER.NO_PROOF"]
	},
	"GO.SUMDB_GARBAGE": {
		title: "The checksum database seems to answer nonsense",
		why: "A portal or a broken proxy answers in its place.",
		fix: "Open the address by hand; use another proxy.",
		severity: "error",
		exit: 72,
		explains: [
			"SUM.GARBAGE",
			"SUM.NOTE",
			"VER.NO_PROOF"
		]
	},
	"GO.SUMDB_MISMATCH": {
		title: "A module differs from the checksum database",
		why: "The proxy or the repository serves other content.",
		fix: "Do not use it; compare with another proxy.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"GO.GOSUM_MISMATCH": {
		title: "A module differs from go.sum",
		why: "A tag was moved, or the content was changed.",
		fix: "Compare with the checksum database before anything else.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"GO.TOOLCHAIN_ABSENT": {
		title: "No module proxy has the toolchain that is wanted",
		why: "The proxy does not serve golang.org/toolchain.",
		fix: "Add a proxy that has it, or install the version.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"GO.VCS_AUTH": {
		title: "The repository wants a login",
		why: "git cannot ask for it in a job.",
		fix: "Give a token, and set GOPRIVATE.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"GO.VCS_NOT_FOUND": {
		title: "The repository was not found",
		why: "It does not exist, or it is private and no token was given.",
		fix: "Check the path; give a token.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"GO.NO_META": {
		title: "The host does not say where the module is",
		why: "There is no go-import meta tag on its page.",
		fix: "Check the module path.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"GO.UNKNOWN_VERSION": {
		title: "The version of a module does not exist",
		why: "No tag or revision has this name.",
		fix: "Choose a version that exists.",
		severity: "error",
		exit: 71,
		explains: []
	}
};
// src/domain/codes-tools.ts
const TOOL_CODES = {
	"GO.VCS_AUTH": require_main.errorEntry(71, "The repository asks for credentials", {
		why: "The job has none, or they do not reach this repository; a public proxy cannot see a private module either.",
		fix: "Give git a token of this host (credential helper, .netrc or url.insteadOf), and name the path in GOPRIVATE."
	}),
	"GO.VCS_NOT_FOUND": require_main.errorEntry(71, "The repository does not exist, or is hidden", {
		why: "Hosts hide private repositories from those who may not read them.",
		fix: "Check the path; for a private repository give git a token and set GOPRIVATE."
	}),
	"GO.VCS_UNREACHABLE": require_main.errorEntry(72, "The repository could be reached by no secure protocol", {
		why: "Neither https nor ssh answered; Go does not tell why.",
		fix: "Try by hand: git ls-remote https://HOST/PATH."
	}),
	"GO.VCS_STAMP": require_main.errorEntry(71, "The state of the repository cannot be read for the build stamp", {
		why: "The checkout belongs to another user (git refuses it), or git or the history is missing.",
		fix: "Run git config --global --add safe.directory DIR."
	}),
	"CFG.PROXY_SOCKS": require_main.errorEntry(71, "The SOCKS proxy does not work", {
		why: "Another service listens there, or the client has no SOCKS.",
		fix: "Use an http:// proxy."
	}),
	"CFG.PROXY_SCHEME_MISMATCH": require_main.errorEntry(71, "The proxy does not speak TLS", {
		why: "The proxy variable says https, and the proxy speaks plain http.",
		fix: "Write http:// in the proxy variable; https addresses still pass it encrypted."
	}),
	"CFG.URL_INVALID": require_main.errorEntry(71, "The address cannot be read", {
		why: "It is no URL.",
		fix: "Correct the address."
	}),
	"PROXY.UNREACHABLE": require_main.errorEntry(72, "The proxy cannot be reached", {
		why: "The proxy variable names it, and no connection comes about.",
		fix: "Correct the proxy variable, or allow the way to the proxy."
	}),
	"TLS.WEAK_SIG": require_main.errorEntry(72, "The certificate is signed with an algorithm that is refused", {
		why: "SHA-1 signatures can be forged.",
		fix: "The operator must renew the certificate."
	}),
	"TLS.EKU": require_main.errorEntry(72, "The certificate is not for servers", {
		why: "Its key usage does not allow it.",
		fix: "The operator must install a server certificate."
	}),
	"TLS.UNTRUSTED_GIT": require_main.errorEntry(72, "git does not trust the certificate", {
		why: "git has a store of its own; that Go and Node trust the CA does not help it.",
		fix: "Run git config --global http.sslCAInfo FILE."
	}),
	"H2.STREAM": require_main.errorEntry(75, "The server cancelled an HTTP/2 stream", {
		why: "A server or a middlebox gave up in the middle.",
		fix: "Retry; when it comes back, set GODEBUG=http2client=0."
	}),
	"H2.GOAWAY": require_main.errorEntry(75, "The server closed the HTTP/2 connection", {
		why: "It restarts, or limits its clients.",
		fix: "Retry; when it comes back, set GODEBUG=http2client=0."
	}),
	"PATH.RESET": require_main.errorEntry(75, "The connection was reset", {
		why: "A filter, an idle limit or the server cut it; the text alone does not tell which.",
		fix: "Retry; then run doctor, which looks for the place."
	}),
	"PATH.CLOSED": require_main.errorEntry(75, "The connection was closed too early", {
		why: "A filter, a proxy or the server closed it; the text alone does not tell which.",
		fix: "Retry; then run doctor, which looks for the place."
	}),
	"PATH.STALL": require_main.errorEntry(75, "No answer came in time", {
		why: "The server, or something before it, keeps silent; the text alone does not tell which.",
		fix: "Retry; then run doctor, which looks for the place."
	}),
	"ARC.NOT_TAR": require_main.errorEntry(73, "The file is not a tar archive", {
		why: "It was compressed twice, or it is something else.",
		fix: "Delete it and fetch it from another source."
	}),
	"RUN.NOT_FOUND": require_main.errorEntry(71, "The command was not found", {
		why: "No program of this name is on PATH.",
		fix: "Check the name and PATH."
	}),
	"RUN.NOT_EXECUTABLE": require_main.errorEntry(71, "The command cannot be executed", {
		why: "It lacks the permission, is for another platform, or lies on a noexec mount.",
		fix: "Check its mode, its platform and the mount."
	}),
	"RUN.NO_PROCESS": require_main.errorEntry(75, "The system starts no more processes", {
		why: "The limit of processes of the user or the container is used up, or memory is (EAGAIN, ENOMEM).",
		fix: "Let fewer jobs run side by side, or raise the limit (ulimit -u, the pids limit of the container)."
	}),
	"LOG.UNDETERMINED": require_main.errorEntry(75, "The log shows a failure that is not known here", {
		why: "No known text of go, git, tar or curl was seen.",
		fix: "Look at the line that is quoted; run the command again with more output (go build -x, GIT_TRACE=1, curl -v)."
	})
};
// src/domain/codes-trust.ts
const TRUST_CODES = {
	"VER.NO_PROOF": {
		title: "Nothing could prove the archive",
		why: "No byte is accepted on the word of the source that served it.",
		decided: "No root of trust knows the archive: neither the checksum database, nor the release table, nor a pinned checksum.",
		fix: "Make the checksum database or a proxy with /sumdb/ reachable, or pin the archive with checksum.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"VER.TAMPERED": {
		title: "The content differs from what was published",
		why: "The source serves other bytes than the Go project published under this name.",
		decided: "The hash that was computed from all bytes differs from the proved one; both stand in the evidence.",
		fix: "Do not use this source; report both hashes to its operator.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"VER.CHECKSUM_PIN": {
		title: "The archive differs from the checksum that was pinned",
		why: "The pin and the archive do not belong together.",
		decided: "The hash that was computed differs from the input checksum, whatever other roots say.",
		fix: "Compare the pin with the published value of this version and platform.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"VER.CACHE_DAMAGED": {
		title: "The tool-cache entry is not the published Go",
		why: "Files were changed, added or lost after it was installed.",
		decided: "The tree hash of the installed files, or its record, differs from what was proved.",
		fix: "It is replaced; when it comes back, look for what writes into the tool cache.",
		severity: "warning",
		exit: 73,
		explains: []
	},
	"SUM.NOTE": {
		title: "The signed tree head of the checksum database is not authentic",
		why: "The signature does not belong to the key of the database.",
		decided: "The Ed25519 signature of the tree head was checked with the key that is built in.",
		fix: "Something between here and the database alters answers; use another proxy.",
		severity: "error",
		exit: 73,
		explains: ["VER.NO_PROOF"]
	},
	"SUM.RECORD": {
		title: "The checksum database answered with a record that does not answer the question",
		why: "An empty answer or a record of another module proves nothing (CVE-2026-42501).",
		decided: "The record does not name this module and version, or it is empty.",
		fix: "Use another proxy for the checksum database.",
		severity: "error",
		exit: 73,
		explains: ["VER.NO_PROOF"]
	},
	"SUM.PROOF": {
		title: "The record is not in the signed tree",
		why: "The Merkle proof does not lead to the signed root (RFC 6962).",
		decided: "The inclusion proof was computed from the record up to the signed root.",
		fix: "Use another proxy for the checksum database.",
		severity: "error",
		exit: 73,
		explains: ["VER.NO_PROOF"]
	},
	"SUM.FORK": {
		title: "The tree head contradicts the one that is built into this release",
		why: "The log that is shown here is not the public one.",
		decided: "The signed tree was compared with the tree head that is built in; one is no continuation of the other.",
		fix: "Report both tree heads; use another network path.",
		severity: "error",
		exit: 73,
		explains: ["VER.NO_PROOF"]
	},
	"SUM.NOT_FOUND": {
		title: "The checksum database does not know this release",
		why: "The release does not exist, or the proxy refuses it.",
		decided: "A server of the database said that it has no such record, and none answered with one.",
		fix: "Check the version, or ask another proxy.",
		severity: "error",
		exit: 72,
		explains: ["VER.NO_PROOF"]
	},
	"SUM.UNREACHABLE": {
		title: "The checksum database could not be asked",
		why: "Neither a proxy nor the database nor its alias answered.",
		decided: "Each server of the database was asked; the code that each ended with stands in the evidence.",
		fix: "Set GOPROXY to a proxy that serves /sumdb/, or allow sum.golang.org.",
		severity: "error",
		exit: 72,
		explains: ["VER.NO_PROOF"]
	},
	"SUM.GARBAGE": {
		title: "An answer of the checksum database could not be read",
		why: "A login page or a broken proxy answers in its place.",
		decided: "The answer could not be parsed as a record, a note or a tile.",
		fix: "Open the address by hand; use another proxy.",
		severity: "error",
		exit: 72,
		explains: ["VER.NO_PROOF"]
	},
	"LIST.MALFORMED": {
		title: "A version list could not be read",
		why: "It is not JSON of the expected shape, or it was cut.",
		decided: "The list could not be parsed, or its entries do not have the form of releases.",
		fix: "Use another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"LIST.UNAVAILABLE": {
		title: "A version list is not available",
		why: "The source did not answer with a list.",
		decided: "The list could not be read, and another one, or the shipped table, took its place.",
		fix: "Use another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"LIST.STALE": {
		title: "No version list could be read, so one that was kept answers",
		why: "It says which releases existed when it was read; a newer one is not known, and its content is proved as always.",
		fix: "Make one of the sources reachable that have a list, or request an exact version.",
		severity: "warning",
		exit: 72,
		explains: []
	},
	"ARC.NOT_GZIP": {
		title: "The file is not a gzip archive",
		why: "Its first bytes are something else.",
		decided: "The first bytes are not those of gzip; they stand in the evidence.",
		fix: "Use another source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"ARC.NOT_ZIP": {
		title: "The file is not a zip archive",
		why: "Its end record is missing or wrong.",
		decided: "The first bytes are not those of a zip file; they stand in the evidence.",
		fix: "Use another source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"ARC.TRUNCATED": {
		title: "The archive ends early",
		why: "Bytes are missing at its end.",
		decided: "The container ended before its own end mark.",
		fix: "Use another source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"ARC.CORRUPT": {
		title: "The archive is damaged",
		why: "Its own checksum or structure is wrong.",
		decided: "A checksum or a header inside the container is wrong.",
		fix: "Use another source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"ARC.NAME": {
		title: "The archive holds a name that is refused",
		why: "It would write outside its directory, or collide on some file systems.",
		decided: "An entry has a name that leads out of the target, or that not every system can hold.",
		fix: "Do not use this source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"ARC.TYPE": {
		title: "The archive holds an entry that is neither file nor directory",
		why: "Links and devices do not occur in a Go archive.",
		decided: "An entry is neither a file nor a directory.",
		fix: "Do not use this source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"ARC.LIMIT": {
		title: "The archive exceeds a size or count limit",
		why: "It would fill the disk.",
		fix: "Do not use this source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"ARC.LAYOUT": {
		title: "The archive does not hold a Go tree",
		why: "The top directory or VERSION is not what a Go archive has.",
		decided: "After unpacking, VERSION or bin/go is not where a Go has it.",
		fix: "Check the source or template.",
		severity: "error",
		exit: 73,
		explains: []
	}
};
// src/domain/catalogue.ts
const entries = {
	...REQUEST_CODES,
	...TRUST_CODES,
	...SIGNATURE_CODES,
	...KEYLESS_CODES,
	...CONNECTION_CODES,
	...HTTP_CODES,
	...MACHINE_CODES,
	...CACHE_CODES,
	...PROGRAM_CODES,
	...GO_CODES,
	...TOOL_CODES,
	...MODCACHE_CODES,
	...GO_ENVIRONMENT_CODES,
	...PROJECT_CODES,
	...REPLACE_CODES,
	...BOOT_CODES,
	...DIAGNOSIS_CODES,
	...PATH_CODES,
	...HANDSHAKE_CODES,
	...ANSWER_CODES,
	...TOOLCHAIN_CODES,
	...MIRROR_CODES,
	...METRICS_CODES,
	...SBOM_CODES
};
const CATALOGUE = entries;
const CODES = Object.keys(entries);
// src/report/diagnosis-wording.ts
const LEAD = {
	cause: "Found",
	likely: "Likely cause",
	undetermined: "Something fails, and the cause is not clear; it may be"
};
function diagnosisHeadline({ causes, targets }) {
	const [first, ...more] = causes;
	if (first === void 0) {
		const sources = targets.filter(({ state }) => state !== void 0);
		const dead = sources.filter(({ state }) => state === "unusable").length;
		if (dead > 0) return `An installation would succeed, though ${dead} of ${sources.length} sources cannot be used`;
		const count = targets.length === 1 ? "one address was" : `${targets.length} addresses were`;
		return targets.length === 0 ? "Nothing is wrong with what was looked at" : `Nothing is wrong: ${count} looked at`;
	}
	const rest = more.length === 0 ? "" : `, and ${more.length === 1 ? "one more" : `${more.length} more`}`;
	return `${LEAD[first.verdict]}: ${CATALOGUE[first.code].title}${rest}`;
}
function stepsText({ steps }) {
	if (steps.length === 0) return "not reached";
	return steps.map(({ stage, ok, ms, detail }) => `${stage} ${ok ? "ok" : detail || "failed"} ${require_main.durationText(ms)}`).join(", ");
}
function stepWords({ stage, ok, ms, detail }) {
	const refusal = /^[45]\d\d(?= |$)/u.exec(detail)?.[0];
	const passed = ok && refusal === void 0;
	return {
		stage,
		passed,
		reason: passed ? "" : ok ? refusal ?? "" : detail || "failed",
		time: require_main.durationText(ms)
	};
}
const ROLES = {
	source: "source",
	goproxy: "module proxy",
	"checksum-database": "checksum database",
	toolchain: "toolchain",
	control: "for comparison",
	given: "asked for"
};
function roleText({ role }) {
	return ROLES[role];
}
function confidenceText(confidence) {
	return `${Math.min(99, Math.round(confidence * 100))} %`;
}
// src/report/diagnosis-text.ts
const TARGET_COUNT = 20;
const CAUSE_COUNT = 5;
function diagnosisLines({ targets, causes, warnings }) {
	const seen = targets.slice(0, TARGET_COUNT).flatMap((target) => {
		const via = target.via === "direct" ? "" : ` through ${target.via}`;
		const source = target.source === void 0 ? "" : ` (${target.source}: ${target.state})`;
		return [require_main.plain(`  ${target.url}${via}${source}`), `    ${require_main.plain(stepsText(target))}`];
	});
	const left = targets.length > TARGET_COUNT ? [`  and ${targets.length - TARGET_COUNT} more`] : [];
	return [
		...seen.length === 0 ? [] : [
			"",
			"Seen",
			...seen.map(indented),
			...left
		],
		...causes.slice(0, CAUSE_COUNT).flatMap((cause) => ["", ...causeLines(cause)]),
		...causes.length > CAUSE_COUNT ? ["", `  and ${causes.length - CAUSE_COUNT} more causes; report.json has all`] : [],
		...warnings.length === 0 ? [] : ["", ...column("Note", warnings.map((item) => `${item.code} ${item.subject}: ${item.message}`))]
	];
}
function indented(line) {
	return line.startsWith("    ") ? line : `  ${line.trim()}`;
}
function causeLines(cause) {
	const { code, subject, verdict, confidence, chain, evidence, fixes, ruledOut, rivals, decidingTest } = cause;
	const word = verdict === "cause" ? "certain" : verdict;
	const repair = fixes.flatMap((fix) => [require_main.plain(fix.title), ...fix.text === "" ? [] : require_main.plainLines(fix.text).map((line) => `  ${line}`)]);
	return [
		require_main.labelled("Cause", `${code} ${subject} (${word}, ${confidenceText(confidence)})`),
		require_main.labelled("", CATALOGUE[code].title),
		require_main.labelled("Why", CATALOGUE[code].why),
		...column("Evidence", evidence.map((item) => `${item.name}: ${item.value}`)),
		...column("Follows", chain.slice(1).map((item) => `${item} ${CATALOGUE[item].title}`)),
		...column("Or", rivals.map((item) => `${item.code} ${CATALOGUE[item.code].title} (${confidenceText(item.confidence)})`)),
		...decidingTest === void 0 ? [] : [require_main.labelled("Decides", decidingTest)],
		...repair.map((line, index) => `${require_main.label(index === 0 ? "Fix" : "")}${line}`),
		...column("Not", ruledOut.map((item) => `${item.code}: ${item.why}`))
	];
}
function column(name, lines) {
	return lines.slice(0, 20).map((line, index) => require_main.labelled(index === 0 ? name : "", line));
}
// src/report/drained.ts
function lastWords(report) {
	const commands = require_main.annotationsOf(report).map(workflowCommand);
	return {
		text: require_main.commandSafe(require_main.renderText(report)),
		workflowCommands: commands.map((line) => `${line}\n`).join("")
	};
}
function workflowCommand(annotation) {
	const { level, message, title, file, line } = annotation;
	return `::${level} ${Object.entries({
		title,
		file,
		line
	}).flatMap(([name, value]) => value === void 0 ? [] : [`${name}=${escapeData(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`]).join(",")}::${escapeData(message)}`;
}
function escapeData(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
// src/report/fold-diagnosis.ts
const CONFIDENCE = {
	cause: "certain",
	likely: "likely",
	undetermined: "possible"
};
function causeFinding(cause) {
	const { code, subject, verdict, evidence, fixes } = cause;
	return {
		...require_main.finding(code, {
			subject,
			confidence: CONFIDENCE[verdict],
			severity: "error"
		}),
		evidence,
		fixes
	};
}
function diagnosisFindings({ causes, warnings }) {
	return [...causes.map(causeFinding), ...warnings];
}
function diagnosedCause(known, diagnosis) {
	const causes = diagnosis?.causes ?? [];
	if (known === null) return causes[0] === void 0 ? null : asCause(causes[0], []);
	const behind = causes.find(({ code, verdict, chain }) => {
		if (verdict === "undetermined") return false;
		return code === known.code || chain.includes(known.code) && explains(code, known.code, []);
	});
	return behind === void 0 ? known : asCause(behind, known.chain);
}
function explains(cause, symptom, seen) {
	if (seen.includes(cause)) return false;
	const follows = CATALOGUE[cause].explains;
	return follows.includes(symptom) || follows.some((next) => explains(next, symptom, [...seen, cause]));
}
function asCause({ code, verdict, chain, ruledOut }, symptoms) {
	return {
		code,
		confidence: CONFIDENCE[verdict],
		verdict,
		chain: [...new Set([...chain, ...symptoms])],
		ruledOut: ruledOut.map((each) => each.code)
	};
}
// src/report/attempt-bars.ts
const WIDTH = 40;
const MAX_ROWS = 20;
const NAME_WIDTH = 14;
function attemptBars({ attempts, timings }) {
	const shown = attempts.slice(0, MAX_ROWS);
	if (shown.length === 0) return [];
	const lastMs = Math.max(...shown.map((item) => item.endMs ?? timings["total"] ?? item.startMs));
	const firstMs = Math.min(...shown.map((item) => item.startMs));
	const column = (ms) => Math.round((ms - firstMs) / Math.max(1, lastMs - firstMs) * WIDTH);
	const rows = shown.map((item) => {
		const endMs = item.endMs ?? lastMs;
		const name = require_main.plain(item.source, NAME_WIDTH).padEnd(NAME_WIDTH);
		const time = require_main.durationText(endMs - item.startMs).padStart(8);
		return `${name} ${bar(item, column, endMs)} ${time}  ${item.code ?? item.end}`;
	});
	return [`${" ".repeat(NAME_WIDTH)} ${`+${require_main.durationText(firstMs)}`.padEnd(32)}${`+${require_main.durationText(lastMs)}`.padStart(8)}`, ...rows];
}
function bar({ startMs, firstByteMs }, column, endMs) {
	const start = Math.min(column(startMs), 39);
	const end = Math.max(start + 1, column(endMs));
	const body = firstByteMs === void 0 ? end : Math.min(end, Math.max(start, column(firstByteMs)));
	return `${" ".repeat(start)}${"\u2591".repeat(body - start)}${"\u2588".repeat(end - body)}`.padEnd(WIDTH);
}
// src/report/diagnosis-markdown.ts
const STATES = {
	usable: "usable",
	unusable: require_main.unbroken(["\u274c", "unusable"]),
	unknown: "unknown"
};
function targetTable(targets) {
	const rows = targets.map((target) => [
		target.source === void 0 ? `${roleText(target)} ${require_main.codeCell(target.url)}` : require_main.codeCell(target.source),
		target.via === "direct" ? "direct" : require_main.codeCell(target.via),
		target.state === void 0 ? "\u2013" : STATES[target.state],
		target.steps.map(stepText).join(" \u00b7 ") || "not reached"
	]);
	return require_main.table([
		"What",
		"Through",
		"State",
		"Steps"
	], rows);
}
function stepText(step) {
	const { stage, passed, reason, time } = stepWords(step);
	return require_main.unbroken([
		require_main.prose(stage),
		...passed ? ["\u2713"] : ["\u2717", require_main.codeCell(reason, 80)],
		time
	]);
}
// src/report/diagnosis-mermaid.ts
const EVIDENCE_COUNT = 3;
function causeMermaid(cause) {
	const { code, subject, chain, evidence } = cause;
	const shown = evidence.slice(0, EVIDENCE_COUNT);
	const followers = chain.slice(1);
	return [
		"flowchart LR",
		...shown.map((item, index) => `  e${index}[${quoted(`${item.name}: ${item.value}`)}] -.-> c0`),
		`  c0[${quoted(`${code} ${subject}: ${CATALOGUE[code].title}`)}]`,
		...followers.map((item, index) => `  c${index} --> c${index + 1}[${quoted(`${item}: ${CATALOGUE[item].title}`)}]`)
	];
}
function quoted(text) {
	return `"${[...require_main.plain(text, 120)].map((character) => {
		return /[\p{L}\p{N} .,:/_()-]/u.test(character) ? character : `#${character.codePointAt(0) ?? 63};`;
	}).join("")}"`;
}
// src/report/summary-failure.ts
const MAX_PROBLEMS = 20;
const MORE_PROBLEMS = "_There are more problems; report.json has all._";
function failureSections(report) {
	const problems = require_main.actionable(report);
	return [
		...problems.slice(0, MAX_PROBLEMS).flatMap((item, index) => problemTexts(report, item, index)).map((text) => ({
			title: "Problems",
			text
		})),
		{
			title: "Problems",
			text: problems.length > MAX_PROBLEMS ? MORE_PROBLEMS : ""
		},
		{
			title: "Cause chain",
			text: chain(report)
		},
		{
			title: "Tried",
			text: tried(report)
		},
		{
			title: "Exit code",
			text: `Exit code ${report.exitCode} (${require_main.EXIT_MEANING[report.exitCode]}) after ${require_main.durationText(report.timings["total"] ?? 0)}`
		}
	];
}
function problemTexts(report, finding, index) {
	const { location } = finding;
	const place = location === void 0 ? "" : ` in ${require_main.codeSpan(`${location.file}${location.line ? `:${location.line}` : ""}`)}`;
	const { title, why } = CATALOGUE[finding.code];
	const words = finding.message === title && require_main.actionable(report).length === 1 ? why : `${finding.message}. ${why}`;
	const evidence = finding.evidence.slice(0, 12).map((item) => `${require_main.prose(item.name, 60)} ${require_main.codeSpan(item.value)}`);
	return [
		`**${require_main.problemLead(report, index)}** ${require_main.codeLink(finding.code)} of ${require_main.codeSpan(finding.subject)}${place}: ${require_main.prose(words)}`,
		...evidence.length === 0 ? [] : [`**Evidence** ${evidence.join(" \u00b7 ")}`],
		...require_main.repairs(finding).slice(0, 5).map(repairText)
	];
}
function repairText(fix) {
	const title = `**Fix** ${require_main.prose(fix.title)}${fix.weakens ? " (this weakens a check)" : ""}`;
	if (fix.text === "") return title;
	const lines = require_main.plainLines(fix.text);
	const [only = ""] = lines;
	return lines.length === 1 ? `${title}: ${require_main.codeSpan(only)}` : `${title}\n\n${require_main.codeBlock(lines)}`;
}
function chain({ cause, diagnosis, findings }) {
	if (cause === null || cause.chain.length < 2) return "";
	const { code } = cause;
	const subject = findings.find((item) => item.code === code)?.subject ?? "";
	const evidence = diagnosis?.causes.find((item) => item.code === code)?.evidence ?? [];
	return require_main.codeBlock(causeMermaid({
		code,
		subject,
		chain: cause.chain,
		evidence
	}), "mermaid");
}
function tried(report) {
	const attempts = report.attempts.slice(0, 8).map((item) => [
		item.source,
		item.code === void 0 ? item.end : require_main.codeLink(item.code),
		require_main.attemptReason(report, item)
	]);
	const lists = report.listings.slice(0, 8).flatMap((item) => item.code === void 0 ? [] : [[
		`list of ${item.source}`,
		require_main.codeLink(item.code),
		CATALOGUE[item.code].title
	]]);
	const rows = attempts.length > 0 ? attempts : lists;
	if (rows.length === 0) return "";
	return require_main.table([
		"Tried",
		"Result",
		"Reason"
	], rows.map(([source, result, reason]) => [
		require_main.codeCell(source),
		result,
		require_main.prose(reason)
	]));
}
// src/policy/net-errors.ts
const LOOKUP = {
	ENOTFOUND: "DNS.NXDOMAIN",
	ENODATA: "DNS.NXDOMAIN",
	EAI_NODATA: "DNS.NXDOMAIN",
	EAI_NONAME: "DNS.NXDOMAIN",
	ETIMEOUT: "DNS.TIMEOUT"
};
const CONNECT = {
	ECONNREFUSED: "TCP.REFUSED",
	ETIMEDOUT: "TCP.TIMEOUT",
	ENETUNREACH: "TCP.NET_UNREACH",
	ENETDOWN: "TCP.NET_UNREACH",
	EADDRNOTAVAIL: "TCP.NET_UNREACH",
	EAFNOSUPPORT: "TCP.NET_UNREACH",
	EHOSTUNREACH: "TCP.HOST_UNREACH",
	EHOSTDOWN: "TCP.HOST_UNREACH",
	EPERM: "TCP.HOST_UNREACH",
	EACCES: "TCP.HOST_UNREACH",
	ECONNRESET: "TCP.RESET",
	ECONNABORTED: "TCP.RESET",
	EMFILE: "FS.FD_LIMIT",
	ENFILE: "FS.FD_LIMIT"
};
const CERTIFICATE = {
	CERT_HAS_EXPIRED: "TLS.EXPIRED",
	CERT_NOT_YET_VALID: "TLS.NOT_YET",
	ERR_TLS_CERT_ALTNAME_INVALID: "TLS.NAME",
	HOSTNAME_MISMATCH: "TLS.NAME",
	SELF_SIGNED_CERT_IN_CHAIN: "TLS.UNTRUSTED",
	DEPTH_ZERO_SELF_SIGNED_CERT: "TLS.UNTRUSTED",
	UNABLE_TO_GET_ISSUER_CERT: "TLS.UNTRUSTED",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "TLS.UNTRUSTED",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: "TLS.UNTRUSTED",
	CERT_UNTRUSTED: "TLS.UNTRUSTED",
	CERT_REJECTED: "TLS.UNTRUSTED",
	CERT_REVOKED: "TLS.UNTRUSTED",
	CERT_CHAIN_TOO_LONG: "TLS.UNTRUSTED",
	CERT_SIGNATURE_FAILURE: "TLS.UNTRUSTED",
	INVALID_CA: "TLS.UNTRUSTED",
	INVALID_PURPOSE: "TLS.UNTRUSTED",
	PATH_LENGTH_EXCEEDED: "TLS.UNTRUSTED",
	UNSPECIFIED: "TLS.UNTRUSTED"
};
const CUT = new Set([
	"ECONNRESET",
	"EPIPE",
	"ECONNABORTED",
	"ETIMEDOUT",
	"ERR_STREAM_PREMATURE_CLOSE",
	"ERR_STREAM_DESTROYED"
]);
const UNKNOWN_ISSUER = new Set([
	"SELF_SIGNED_CERT_IN_CHAIN",
	"DEPTH_ZERO_SELF_SIGNED_CERT",
	"UNABLE_TO_GET_ISSUER_CERT",
	"UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
	"UNABLE_TO_VERIFY_LEAF_SIGNATURE"
]);
function rowOf(row, code) {
	return Object.hasOwn(row, code) ? row[code] : void 0;
}
function isUnknownIssuer(errorCode) {
	return errorCode !== void 0 && UNKNOWN_ISSUER.has(errorCode);
}
function tlsAlertOf(message) {
	const match = /SSL alert number (\d{1,3})/u.exec(message);
	return match === null ? void 0 : Number(match[1]);
}
function codeOfNetError(error) {
	const { code = "", phase } = error;
	switch (phase) {
		case "lookup": return error.viaProxy ? "PROXY.DNS" : rowOf(LOOKUP, code) ?? "DNS.SERVER";
		case "connect": return error.viaProxy && code === "ECONNREFUSED" ? "PROXY.REFUSED" : rowOf(CONNECT, code) ?? "TCP.HOST_UNREACH";
		case "tunnel": return CUT.has(code) ? "PROXY.CLOSED" : "PROXY.NOT_HTTP";
		case "tls": return codeOfTlsError(error);
		case "request": return codeOfRequestError(error);
		case "body": return codeOfBodyError(error);
	}
}
function codeOfTlsError({ code = "", message }) {
	const certificate = rowOf(CERTIFICATE, code);
	if (certificate !== void 0) return certificate;
	if (tlsAlertOf(message) !== void 0 || /ALERT/u.test(code)) return "TLS.ALERT";
	if (/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/u.test(code)) return "TLS.PLAIN_HTTP";
	if (/wrong version number|packet length too long|http request/u.test(message)) return "TLS.PLAIN_HTTP";
	return CUT.has(code) ? "TLS.CLOSED" : "TLS.PROTOCOL";
}
function codeOfRequestError(error) {
	const { code = "", syscall } = error;
	if (CUT.has(code)) return syscall === void 0 && code === "ECONNRESET" ? "HTTP.EMPTY" : "TCP.RESET";
	if (code.startsWith("ERR_SSL_") || code === "EPROTO") return codeOfTlsError(error);
	return code === "HPE_INVALID_EOF_STATE" ? "HTTP.EMPTY" : "HTTP.NOT_HTTP";
}
function codeOfBodyError({ code = "", syscall }) {
	if (code === "HPE_INVALID_EOF_STATE" || code === "ERR_STREAM_PREMATURE_CLOSE") return "BODY.TRUNCATED";
	if (code.startsWith("HPE_")) return code === "HPE_INVALID_CHUNK_SIZE" ? "BODY.TRUNCATED" : "BODY.TOO_LONG";
	return code === "ECONNRESET" && syscall === void 0 ? "BODY.TRUNCATED" : "BODY.RESET";
}
Object.defineProperty(exports, "CATALOGUE", {
	enumerable: true,
	get: function() {
		return CATALOGUE;
	}
});
Object.defineProperty(exports, "CODES", {
	enumerable: true,
	get: function() {
		return CODES;
	}
});
Object.defineProperty(exports, "attemptBars", {
	enumerable: true,
	get: function() {
		return attemptBars;
	}
});
Object.defineProperty(exports, "causeFinding", {
	enumerable: true,
	get: function() {
		return causeFinding;
	}
});
Object.defineProperty(exports, "codeOfNetError", {
	enumerable: true,
	get: function() {
		return codeOfNetError;
	}
});
Object.defineProperty(exports, "diagnosedCause", {
	enumerable: true,
	get: function() {
		return diagnosedCause;
	}
});
Object.defineProperty(exports, "diagnosisFindings", {
	enumerable: true,
	get: function() {
		return diagnosisFindings;
	}
});
Object.defineProperty(exports, "diagnosisHeadline", {
	enumerable: true,
	get: function() {
		return diagnosisHeadline;
	}
});
Object.defineProperty(exports, "diagnosisLines", {
	enumerable: true,
	get: function() {
		return diagnosisLines;
	}
});
Object.defineProperty(exports, "failureSections", {
	enumerable: true,
	get: function() {
		return failureSections;
	}
});
Object.defineProperty(exports, "isUnknownIssuer", {
	enumerable: true,
	get: function() {
		return isUnknownIssuer;
	}
});
Object.defineProperty(exports, "lastWords", {
	enumerable: true,
	get: function() {
		return lastWords;
	}
});
Object.defineProperty(exports, "roleText", {
	enumerable: true,
	get: function() {
		return roleText;
	}
});
Object.defineProperty(exports, "stepWords", {
	enumerable: true,
	get: function() {
		return stepWords;
	}
});
Object.defineProperty(exports, "targetTable", {
	enumerable: true,
	get: function() {
		return targetTable;
	}
});
Object.defineProperty(exports, "tlsAlertOf", {
	enumerable: true,
	get: function() {
		return tlsAlertOf;
	}
});
Object.defineProperty(exports, "workflowCommand", {
	enumerable: true,
	get: function() {
		return workflowCommand;
	}
});
