// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
let require_failure;
const require_main = require("./main.cjs");
let require_install;
let require_unpack;
let require_preflight;
let require_sumdb;
let require_seldom;
let node_path = require("node:path");
let node_http;
let node_net;
let node_tls;
let node_url;
let node_crypto;
let node_stream;
let node_zlib;
let node_dns_promises;
let node_dns;
// src/policy/page-text.ts
function plainText(text, maxCharacters) {
	return text.replace(/[\p{C}\p{Z}]+/gu, " ").trim().slice(0, maxCharacters).replace(/[\ud800-\udbff]$/u, "");
}
const TITLE_CHARACTERS = 120;
const EXCERPT_CHARACTERS = 300;
function looksLikePage(head) {
	return /^\s*<(?:!doctype|html|head|body|title|meta|script|\?xml|!--)/iu.test(decode(head));
}
function readPage(head) {
	const text = decode(head);
	const title = plainText(unescapeHtml(/<title[^>]*>([^<]{0,400})/iu.exec(text)?.[1] ?? ""), TITLE_CHARACTERS);
	const excerpt = plainText(unescapeHtml(text.replace(/<(script|style)\b[^>]*(?:>[\s\S]*?(?:<\/\1\s*>|$)|$)/giu, " ").replace(/<!--[\s\S]*?(?:-->|$)/gu, " ").replace(/<[^>]*(?:>|$)/gu, " ")), EXCERPT_CHARACTERS);
	return {
		...title === "" ? {} : { title },
		...excerpt === "" ? {} : { excerpt }
	};
}
function decode(head) {
	return Buffer.from(head).toString("utf8").replace(/^\ufeff/u, "");
}
function unescapeHtml(text) {
	return text.replace(/&(?:nbsp|#160);/giu, " ").replace(/&lt;/giu, "<").replace(/&gt;/giu, ">").replace(/&quot;/giu, "\"").replace(/&#0?39;|&apos;/giu, "'").replace(/&amp;/giu, "&");
}
// src/adapters/probe-chain.ts
const NAME_CHARACTERS = 160;
const NAME_COUNT = 20;
const CHAIN_LENGTH = 8;
const SCT_EXTENSION = Buffer.from("060a2b06010401d679020402", "hex");
const SERVER_USAGES = ["1.3.6.1.5.5.7.3.1", "2.5.29.37.0"];
const SIGNATURES = [
	["06092a864886f70d010105", "sha1WithRSA"],
	["06092a864886f70d010104", "md5WithRSA"],
	["06092a864886f70d01010b", "sha256WithRSA"],
	["06092a864886f70d01010c", "sha384WithRSA"],
	["06092a864886f70d01010d", "sha512WithRSA"],
	["06092a864886f70d01010a", "rsaPSS"],
	["06072a8648ce3d0401", "ecdsaWithSHA1"],
	["06082a8648ce3d040302", "ecdsaWithSHA256"],
	["06082a8648ce3d040303", "ecdsaWithSHA384"],
	["06032b6570", "ed25519"]
];
function chainOf$1(leaf) {
	const chain = [];
	let at = leaf;
	while (at !== void 0 && chain.length < CHAIN_LENGTH) {
		chain.push(at);
		at = at.issuerCertificate;
	}
	return chain;
}
function certificateFacts(certificate) {
	const { subject, issuer, publicKey } = certificate;
	const details = publicKey.asymmetricKeyDetails;
	const keyBits = details?.modulusLength ?? curveBits(details?.namedCurve);
	const signature = signatureOf(certificate.raw);
	const usages = certificate.keyUsage;
	return {
		subject: nameText(subject),
		issuer: nameText(issuer),
		notBeforeMs: Date.parse(certificate.validFrom),
		notAfterMs: Date.parse(certificate.validTo),
		names: namesOf(certificate.subjectAltName),
		sha256: certificate.fingerprint256.replaceAll(":", "").toLowerCase(),
		isSelfIssued: subject === issuer,
		issuerUrls: issuerUrls(certificate.infoAccess),
		...keyBits === void 0 ? {} : { keyBits },
		...signature === void 0 ? {} : { signature },
		...usages === void 0 || usages.length === 0 ? {} : { usages }
	};
}
function hasSct(certificate) {
	return certificate.raw.includes(SCT_EXTENSION);
}
function readAnchors(texts) {
	const anchors = new Map();
	for (const pem of texts.join("\n").match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? []) {
		const certificate = readCertificate(pem);
		if (certificate === void 0) continue;
		anchors.set(certificate.subject, [...anchors.get(certificate.subject) ?? [], certificate]);
	}
	return anchors;
}
function readCertificate(pem) {
	try {
		return new (node_crypto ??= (require("node:crypto"))).X509Certificate(pem);
	} catch {
		return;
	}
}
function judgeChain(chain, options) {
	const { anchors, name, nowMs } = options;
	const path = [];
	let at = chain[0];
	while (at !== void 0 && path.length < CHAIN_LENGTH) {
		path.push(at);
		const current = at;
		const anchor = anchors.get(current.issuer)?.find((root) => root.raw.equals(current.raw) || isSignedBy(current, root));
		if (anchor !== void 0) return judgePath([...path, anchor], {
			name,
			nowMs
		});
		if (current.subject === current.issuer) return path.length === 1 ? "DEPTH_ZERO_SELF_SIGNED_CERT" : "SELF_SIGNED_CERT_IN_CHAIN";
		at = chain.find((next) => !path.includes(next) && next.subject === current.issuer && isSignedBy(current, next));
	}
	return path.length === 1 ? "UNABLE_TO_VERIFY_LEAF_SIGNATURE" : "UNABLE_TO_GET_ISSUER_CERT_LOCALLY";
}
function judgePath(path, options) {
	const { name, nowMs } = options;
	const [leaf] = path;
	if (path.some((one) => Date.parse(one.validFrom) > nowMs)) return "CERT_NOT_YET_VALID";
	if (path.some((one) => Date.parse(one.validTo) < nowMs)) return "CERT_HAS_EXPIRED";
	const usages = leaf?.keyUsage ?? [];
	if (usages.length > 0 && !usages.some((usage) => SERVER_USAGES.includes(usage))) return "INVALID_PURPOSE";
	return ((0, (node_net ??= require("node:net")).isIP)(name) === 0 ? leaf?.checkHost(name, { subject: "never" }) : leaf?.checkIP(name)) === void 0 ? "ERR_TLS_CERT_ALTNAME_INVALID" : "ok";
}
function isSignedBy(certificate, issuer) {
	try {
		return certificate.verify(issuer.publicKey);
	} catch {
		return false;
	}
}
function nameText(name) {
	return plainText((name ?? "").split("\n").join(", "), NAME_CHARACTERS);
}
function namesOf(subjectAltName) {
	return (subjectAltName ?? "").split(", ").map((name) => plainText(name.replace(/^(?:DNS|IP Address):/u, ""), NAME_CHARACTERS)).filter((name) => name !== "").slice(0, NAME_COUNT);
}
function issuerUrls(infoAccess) {
	return [...(infoAccess ?? "").matchAll(/^CA Issuers - URI:(\S+)$/gmu)].map((match) => plainText(match[1] ?? "", NAME_CHARACTERS)).slice(0, 3);
}
function curveBits(curve) {
	const bits = /(\d{3})/u.exec(curve === "prime256v1" ? "256" : curve ?? "")?.[1];
	return bits === void 0 ? void 0 : Number(bits);
}
function signatureOf(raw) {
	let found;
	for (const [hex, name] of SIGNATURES) {
		const at = raw.indexOf(Buffer.from(hex, "hex"));
		if (at >= 0 && (found === void 0 || at < found.at)) found = {
			at,
			name
		};
	}
	return found?.name;
}
// src/adapters/probe-observe.ts
const MESSAGE_CHARACTERS = 240;
const LATE = Symbol("late");
async function observe$1(clock, work, signal) {
	signal.throwIfAborted();
	const startMs = clock.monotonic();
	const owned = [];
	const scope = {
		own(resource) {
			owned.push(resource);
			return resource;
		},
		within: (ms, promise) => within({
			clock,
			ms,
			promise
		}, signal)
	};
	const took = () => Math.round((clock.monotonic() - startMs) * 10) / 10;
	try {
		const value = await work(scope);
		return {
			outcome: {
				ok: true,
				ms: took()
			},
			value
		};
	} catch (error) {
		signal.throwIfAborted();
		return {
			outcome: failedOutcome(error, took()),
			value: void 0
		};
	} finally {
		for (const resource of owned.reverse()) resource.destroy();
	}
}
async function within({ clock, ms, promise }, signal) {
	const settled = new AbortController();
	const late = (require_install ??= require("./install.cjs")).sleepAwake(clock, ms, AbortSignal.any([signal, settled.signal])).then(() => Promise.reject(LATE));
	try {
		return await Promise.race([promise, late]);
	} finally {
		settled.abort();
	}
}
function failedOutcome(error, ms) {
	if (error === LATE) return {
		ok: false,
		ms,
		ended: "deadline"
	};
	if (error instanceof AggregateError && error.errors.length > 0) return failedOutcome(error.errors[0], ms);
	const { code, errno, syscall } = typeof error === "object" && error !== null ? { ...error } : {};
	const text = (error instanceof Error ? error.message : String(error)).replace(/^[0-9A-F]{8,16}:/u, "");
	const message = plainText(require_main.redactText(text, []), MESSAGE_CHARACTERS);
	return {
		ok: false,
		ms,
		...typeof code === "string" ? { code } : {},
		...typeof errno === "number" ? { errno } : {},
		...typeof syscall === "string" ? { syscall } : {},
		...message === "" ? {} : { message }
	};
}
// src/adapters/probe-tap.ts
const RESET = new Set([
	"ECONNRESET",
	"EPIPE",
	"ECONNABORTED"
]);
function tapped(socket) {
	const seen = {
		receivedBytes: 0,
		sentBytes: 0,
		first: Buffer.alloc(0),
		ended: void 0
	};
	const stream = new (node_stream ??= (require("node:stream"))).Duplex({
		read: () => void socket.resume(),
		write(chunk, _encoding, done) {
			seen.sentBytes += chunk.length;
			socket.write(chunk, done);
		},
		final: (done) => void socket.end(done),
		destroy(error, done) {
			socket.destroy();
			done(error);
		}
	});
	socket.on("data", (chunk) => {
		const room = require_main.PROBE_LIMITS.firstBytes - seen.first.length;
		if (room > 0) seen.first = Buffer.concat([seen.first, chunk.subarray(0, room)]);
		seen.receivedBytes += chunk.length;
		if (!stream.push(chunk)) socket.pause();
	});
	socket.on("end", () => {
		seen.ended ??= "fin";
		stream.push(null);
	});
	socket.on("error", (error) => {
		if (RESET.has(error.code ?? "")) seen.ended ??= "reset";
		stream.destroy(error);
	});
	socket.on("close", () => {
		if (seen.ended === void 0) stream.destroy();
	});
	stream.on("error", () => void 0);
	return {
		stream,
		seen
	};
}
function seenFacts(seen) {
	const { receivedBytes, first } = seen;
	return {
		receivedBytes,
		...first.length === 0 ? {} : { firstHex: first.toString("hex") }
	};
}
function endedFact(outcome, seen) {
	const ended = outcome.ended ?? (outcome.ok ? void 0 : seen?.ended);
	return ended === void 0 ? {} : { ended };
}
// src/adapters/probe-connect.ts
function dial(scope, peer) {
	return new Promise((resolve, reject) => {
		const socket = scope.own((0, (node_net ??= require("node:net")).connect)({
			host: peer.address,
			port: peer.port,
			noDelay: true
		}));
		socket.on("error", reject);
		socket.once("connect", () => resolve(socket));
	});
}
async function probeConnect(clock, ask, signal) {
	const { address, port, silenceMs } = ask;
	let openMs;
	const startMs = clock.monotonic();
	const { outcome, value } = await observe$1(clock, async (scope) => {
		const socket = await scope.within(ask.ms, dial(scope, ask));
		openMs = Math.round((clock.monotonic() - startMs) * 10) / 10;
		return await listen({
			clock,
			tap: tapped(socket),
			silenceMs
		}, signal);
	}, signal);
	if (outcome.code === "ECONNRESET" && outcome.syscall === "connect") return {
		ok: true,
		ms: outcome.ms,
		address,
		port,
		family: (0, (node_net ??= require("node:net")).isIP)(address) === 6 ? 6 : 4,
		silence: "reset"
	};
	const local = / - Local \(([^)]*)\)/u.exec(outcome.message ?? "")?.[1];
	return {
		...outcome,
		...openMs === void 0 ? {} : { ms: openMs },
		address,
		port,
		family: (0, (node_net ??= require("node:net")).isIP)(address) === 6 ? 6 : 4,
		...local === void 0 ? {} : { local },
		...value
	};
}
async function listen(options, signal) {
	const { clock, tap, silenceMs } = options;
	const settled = new AbortController();
	const something = new Promise((resolve) => {
		for (const event of [
			"readable",
			"end",
			"close",
			"error"
		]) tap.stream.once(event, () => resolve());
	});
	const quiet = clock.sleep(silenceMs, AbortSignal.any([signal, settled.signal]));
	try {
		await Promise.race([something, quiet]);
	} finally {
		settled.abort();
	}
	const { ended, first } = tap.seen;
	if (first.length > 0) return {
		silence: "spoke",
		spokeHex: first.toString("hex")
	};
	return { silence: ended ?? (tap.stream.destroyed ? "reset" : "open") };
}
// src/adapters/probe-dns.ts
const SLACK_MS = 500;
async function probeLookup(clock, ask, signal) {
	const { outcome, value } = await observe$1(clock, (scope) => scope.within(ask.ms, (0, (node_dns_promises ??= require("node:dns/promises")).lookup)(ask.name, {
		all: true,
		order: "verbatim"
	})), signal);
	return {
		...outcome,
		addresses: (value ?? []).map((entry) => entry.address)
	};
}
async function probeQuery(means, ask, signal) {
	const resolver = new (node_dns_promises ??= (require("node:dns/promises"))).Resolver({
		timeout: ask.ms,
		tries: ask.tries
	});
	if (means.servers !== void 0) resolver.setServers(means.servers);
	const longestMs = ask.ms * 2 ** ask.tries + SLACK_MS;
	const { outcome, value } = await observe$1(means.clock, (scope) => {
		scope.own({ destroy: () => resolver.cancel() });
		return scope.within(longestMs, ask.family === 4 ? resolver.resolve4(ask.name) : resolver.resolve6(ask.name));
	}, signal);
	return {
		...outcome,
		addresses: value ?? []
	};
}
// src/policy/http-evidence.ts
const VALUE_CHARACTERS$1 = 160;
const FIELDS = [
	"server",
	"via",
	"date",
	"age",
	"x-cache",
	"cache-status",
	"cache-control",
	"server-timing",
	"retry-after",
	"content-type",
	"content-encoding",
	"content-length",
	"content-range",
	"transfer-encoding",
	"etag",
	"last-modified",
	"accept-ranges",
	"x-squid-error",
	"x-frame-options"
];
function evidenceFields(headers) {
	const kept = {};
	for (const name of FIELDS) {
		const value = headers[name];
		if (value !== void 0) kept[name] = plainText(value, VALUE_CHARACTERS$1);
	}
	const { location, "www-authenticate": challenge, "set-cookie": cookie } = headers;
	if (location !== void 0) kept["location"] = plainText(require_main.redactUrl(location), VALUE_CHARACTERS$1);
	if (challenge !== void 0) kept["www-authenticate"] = plainText(challenge, VALUE_CHARACTERS$1).split(" ")[0] ?? "";
	if (cookie !== void 0) kept["set-cookie"] = "present";
	return kept;
}
// src/adapters/probe-secure.ts
function secureStream(scope, options) {
	const { stream, name, context } = options;
	return new Promise((resolve, reject) => {
		const socket = scope.own((0, (node_tls ??= require("node:tls")).connect)({
			socket: stream,
			host: name,
			...(0, (node_net ??= require("node:net")).isIP)(name) === 0 ? { servername: name } : {},
			ALPNProtocols: ["http/1.1"],
			rejectUnauthorized: options.unverified !== true,
			secureContext: context
		}));
		socket.on("error", reject);
		socket.once("close", () => reject(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
		socket.once("secureConnect", () => resolve(socket));
	});
}
// src/adapters/probe-way.ts
const USER_AGENT = `${require_main.PRODUCT.name}/${require_main.PRODUCT.version}`;
async function openPeer(scope, way, trust) {
	const raw = tapped(await dial(scope, way));
	if (way.proxy?.secure !== true) return raw;
	return tapped(await secureStream(scope, {
		stream: raw.stream,
		name: way.proxy.host,
		context: trust.context("usual")
	}));
}
async function openWay(scope, way, trust) {
	const peer = await openPeer(scope, way, trust);
	const target = way.proxy?.tunnelTo;
	if (target === void 0) return peer;
	const { response, head } = await sendConnect(peer.stream, target);
	const status = response.statusCode ?? 0;
	if (status < 200 || status > 299) throw Object.assign(new Error(`the proxy answered CONNECT with ${status}`), { code: "ERR_PROXY_TUNNEL" });
	if (head.length > 0) peer.stream.unshift(head);
	return tapped(peer.stream);
}
function sendConnect(stream, target) {
	return new Promise((resolve, reject) => {
		const connect = (0, (node_http ??= require("node:http")).request)({
			createConnection: () => stream,
			method: "CONNECT",
			path: target,
			headers: {
				host: target,
				"user-agent": USER_AGENT
			},
			maxHeaderSize: require_main.LIMITS.headerBytes
		});
		connect.on("error", reject);
		connect.once("connect", (response, _socket, head) => resolve({
			response,
			head
		}));
		connect.end();
	});
}
// src/adapters/probe-http.ts
async function probeExchange(means, ask, signal) {
	const { clock, trust } = means;
	const url = new URL(ask.url);
	const reading = {
		receivedBytes: 0,
		kept: [],
		progress: []
	};
	let tap;
	let served;
	const { outcome } = await observe$1(clock, async (scope) => {
		const opened = await scope.within(ask.openMs, openOrigin(scope, {
			way: ask.way,
			url,
			trust,
			roots: ask.roots
		}));
		tap = opened;
		const beforeMs = clock.now();
		const sent = send({
			stream: opened.stream,
			url,
			method: "GET",
			headers: headersOf(ask),
			way: ask.way
		});
		reading.answer = await scope.within(ask.firstByteMs, sent.answered);
		served = servedDate(reading.answer, beforeMs, clock.now());
		await scope.within(ask.bodyMs, readBody({
			clock,
			reading,
			answer: reading.answer,
			failed: sent.failed
		}));
	}, signal);
	const head = Buffer.concat(reading.kept).subarray(0, require_main.PROBE_LIMITS.keptBytes);
	const location = reading.answer?.headers.location;
	return {
		facts: {
			...outcome,
			...endedFact(outcome, tap?.seen),
			...httpFacts({
				reading,
				tap,
				head
			})
		},
		head,
		...location === void 0 ? {} : { location },
		...served === void 0 ? {} : { served }
	};
}
function headersOf({ kind }) {
	return {
		"accept-encoding": "identity",
		...kind === "whole" ? {} : { range: `bytes=0-${require_main.PROBE_LIMITS.rangeBytes - 1}` },
		...kind === "no-cache" ? { "cache-control": "no-cache" } : {}
	};
}
async function probeDate(means, ask, signal) {
	const { clock, trust } = means;
	const url = new URL("/", ask.url);
	const { value } = await observe$1(clock, (scope) => {
		const work = async () => {
			const { stream } = await openOrigin(scope, {
				way: ask.way,
				url,
				trust,
				roots: "none"
			});
			const beforeMs = clock.now();
			const { answered } = send({
				stream,
				url,
				method: "HEAD",
				headers: {},
				way: ask.way
			});
			return servedDate(await answered, beforeMs, clock.now());
		};
		return scope.within(ask.ms, work());
	}, signal);
	return value;
}
async function openOrigin(scope, { way, url, trust, roots }) {
	const tap = await openWay(scope, way, trust);
	if (url.protocol !== "https:") return tap;
	const name = url.hostname.replace(/^\[|\]$/gu, "");
	const context = trust.context(roots === "system" ? "system" : "usual");
	return tapped(await secureStream(scope, {
		stream: tap.stream,
		name,
		context,
		unverified: roots === "none"
	}));
}
function send(options) {
	const { stream, url, method, way } = options;
	const inAbsoluteForm = way.proxy !== void 0 && way.proxy.tunnelTo === void 0;
	const path = `${url.pathname}${url.search}`;
	const outgoing = (0, (node_http ??= require("node:http")).request)({
		createConnection: () => stream,
		method,
		path: inAbsoluteForm ? `${url.origin}${path}` : path,
		headers: {
			host: url.host,
			connection: "close",
			"user-agent": USER_AGENT,
			...options.headers
		},
		maxHeaderSize: require_main.LIMITS.headerBytes,
		insecureHTTPParser: false
	});
	const failed = new Promise((_resolve, reject) => {
		outgoing.on("error", reject);
	});
	const answer = new Promise((resolve) => {
		outgoing.once("response", resolve);
	});
	outgoing.end();
	return {
		answered: Promise.race([answer, failed]),
		failed
	};
}
async function readBody(options) {
	const { clock, reading, answer } = options;
	const startMs = clock.monotonic();
	const sample = () => {
		const ms = Math.round(clock.monotonic() - startMs);
		const last = reading.progress.at(-1);
		if (reading.progress.length >= require_main.PROBE_LIMITS.sampleCount || last !== void 0 && ms - last[0] < require_main.PROBE_LIMITS.sampleMs) return;
		reading.progress.push([ms, reading.receivedBytes]);
	};
	const done = new Promise((resolve, reject) => {
		answer.on("data", (chunk) => {
			if (reading.receivedBytes < require_main.PROBE_LIMITS.keptBytes) reading.kept.push(chunk);
			reading.receivedBytes += chunk.length;
			sample();
			if (reading.receivedBytes >= require_main.PROBE_LIMITS.bodyBytes) resolve();
		});
		answer.once("end", () => {
			reading.isComplete = answer.complete;
			resolve();
		});
		answer.on("error", (error) => {
			reading.isComplete = false;
			reject(error);
		});
	});
	await Promise.race([done, options.failed]);
	await Promise.race([new Promise((resolve) => setImmediate(resolve)), options.failed]);
}
function httpFacts({ reading, tap, head }) {
	const { answer } = reading;
	if (answer === void 0) return {
		headers: {},
		redirects: [],
		...tap === void 0 ? {} : seenFacts(tap.seen)
	};
	const fields = (require_install ??= require("./install.cjs")).joinHeaders(answer);
	const status = answer.statusCode ?? 0;
	const announced = fields["content-length"];
	const first = head.subarray(0, require_main.PROBE_LIMITS.firstBytes);
	const ranged = {
		206: "honoured",
		200: "ignored",
		416: "refused"
	};
	return {
		status,
		headers: evidenceFields(fields),
		redirects: [],
		...reading.isComplete === void 0 ? {} : { isComplete: reading.isComplete },
		...announced === void 0 || !/^\d{1,15}$/u.test(announced) ? {} : { announcedBytes: Number(announced) },
		receivedBytes: reading.receivedBytes,
		...first.length === 0 ? {} : { firstHex: first.toString("hex") },
		...looksLikePage(head) || /html/iu.test(fields["content-type"] ?? "") ? readPage(head) : {},
		...status === 206 || status === 200 || status === 416 ? { ranged: ranged[status] } : {},
		...reading.progress.length === 0 ? {} : { progress: reading.progress }
	};
}
function servedDate(answer, beforeMs, afterMs) {
	const dateMs = Date.parse(answer.headers.date ?? "");
	const age = Number(answer.headers.age ?? 0);
	if (!Number.isFinite(dateMs)) return void 0;
	return {
		dateMs: dateMs + (Number.isFinite(age) && age > 0 ? age * 1e3 : 0),
		atMs: (beforeMs + afterMs) / 2
	};
}
// src/adapters/probe-tls.ts
const NEUTRAL_NAME = "www.example.com";
const CHANGES = {
	classical: { ecdhCurve: "X25519:P-256:P-384" },
	tls12: { maxVersion: "TLSv1.2" }
};
async function probeHandshake(means, ask, signal) {
	const { clock, trust } = means;
	const { variant, way } = ask;
	const shown = {};
	let tap;
	const { outcome } = await observe$1(clock, async (scope) => {
		const work = async () => {
			tap = await openWay(scope, way, trust);
			const context = contextOf(trust, ask);
			const socket = scope.own((0, (node_tls ??= require("node:tls")).connect)({
				...optionsOf(ask, {
					stream: tap.stream,
					shown
				}),
				secureContext: context
			}));
			await shake$1({
				socket,
				shown
			});
			await refusal({
				clock,
				socket
			}, signal);
		};
		await scope.within(ask.ms, work());
	}, signal);
	const alert = (require_failure ??= require("./failure.cjs")).tlsAlertOf(outcome.message ?? "") ?? rawAlert(tap?.seen.first);
	return {
		...outcome,
		...endedFact(outcome, tap?.seen),
		variant,
		address: way.address,
		...alert === void 0 ? {} : { alert },
		...tap === void 0 ? { receivedBytes: 0 } : {
			...seenFacts(tap.seen),
			sentBytes: tap.seen.sentBytes
		},
		...shown.hasStaple === void 0 ? {} : { hasStaple: shown.hasStaple },
		...shown.done,
		...chainFacts({
			certificate: shown.certificate,
			trust,
			name: ask.name,
			nowMs: clock.now()
		})
	};
}
function contextOf(trust, { variant, issuer }) {
	if (issuer !== void 0) return trust.completed(issuer);
	return trust.context(variant === "system-roots" ? "system" : "usual", CHANGES[variant]);
}
function optionsOf({ name, variant }, { stream, shown }) {
	return {
		socket: stream,
		host: name,
		...(0, (node_net ??= require("node:net")).isIP)(name) === 0 ? { servername: name } : {},
		...variant === "no-alpn" ? {} : { ALPNProtocols: ["h2", "http/1.1"] },
		requestOCSP: true,
		checkServerIdentity: (host, certificate) => (0, (node_tls ??= require("node:tls")).checkServerIdentity)(host, shown.leaf ?? certificate),
		rejectUnauthorized: true,
		...variant === "neutral-name" ? {
			servername: NEUTRAL_NAME,
			rejectUnauthorized: false
		} : {}
	};
}
function shake$1({ socket, shown }) {
	return new Promise((resolve, reject) => {
		socket.prependOnceListener("secure", () => {
			shown.leaf = socket.getPeerCertificate();
			const certificate = socket.getPeerX509Certificate();
			if (certificate !== void 0) shown.certificate = certificate;
			const alpn = socket.alpnProtocol;
			shown.done = {
				protocol: socket.getProtocol() ?? "unknown",
				cipher: socket.getCipher().name,
				...typeof alpn === "string" ? { alpn } : {}
			};
		});
		socket.once("OCSPResponse", (response) => {
			shown.hasStaple = response !== null && response.length > 0;
		});
		socket.on("error", reject);
		socket.once("close", () => reject(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
		socket.once("secureConnect", resolve);
	});
}
async function refusal({ clock, socket }, signal) {
	if (socket.getProtocol() !== "TLSv1.3") return;
	const settled = new AbortController();
	const refused = new Promise((resolve, reject) => {
		socket.once("error", reject);
		socket.once("session", () => resolve());
		socket.once("end", () => resolve());
		socket.resume();
	});
	const quiet = clock.sleep(require_main.PROBE_LIMITS.refusalMs, AbortSignal.any([signal, settled.signal]));
	try {
		await Promise.race([refused, quiet]);
	} finally {
		settled.abort();
	}
}
function rawAlert(first) {
	return first !== void 0 && first.length >= 7 && first[0] === 21 && first[3] === 0 && first[4] === 2 ? first[6] : void 0;
}
function chainFacts(options) {
	const { certificate, trust, name, nowMs } = options;
	if (certificate === void 0) return {};
	const chain = chainOf$1(certificate);
	const [leaf] = chain;
	if (leaf === void 0) return {};
	const { bundled, system, extra } = trust.stores();
	const by = (anchors) => judgeChain(chain, {
		anchors,
		name,
		nowMs
	});
	return {
		chain: chain.map(certificateFacts),
		verified: {
			bundled: by(bundled),
			system: by(system),
			...extra === void 0 ? {} : { extra: by(extra) }
		},
		hasSct: hasSct(leaf)
	};
}
// src/adapters/probe-tunnel.ts
const FIELD_CHARACTERS = 120;
async function probeTunnel(means, ask, signal) {
	const { clock } = means;
	let peer;
	let answer = {};
	const { outcome } = await observe$1(clock, async (scope) => {
		const open = async () => {
			peer = await openPeer(scope, ask.way, means.trust);
			return sendConnect(peer.stream, ask.target);
		};
		const { response, head } = await scope.within(ask.ms, open());
		const { statusCode: status = 0, statusMessage, headers } = response;
		const isOpen = status >= 200 && status <= 299;
		answer = {
			status,
			...reasonOf(statusMessage),
			...fieldsOf(headers)
		};
		const behind = peer === void 0 ? head : await readBehind({
			clock,
			peer,
			head,
			isOpen,
			ask
		}, signal);
		const first = behind.subarray(0, require_main.PROBE_LIMITS.firstBytes);
		if (first.length > 0) answer = {
			...answer,
			headHex: first.toString("hex")
		};
		const page = isOpen ? void 0 : readPage(behind).excerpt;
		if (page !== void 0) answer = {
			...answer,
			page
		};
		if (!isOpen) throw Object.assign(new Error(`CONNECT was answered with ${status}`), { code: "ERR_PROXY_TUNNEL" });
	}, signal);
	const spoke = answer.headHex === void 0 && answer.status === void 0 && peer !== void 0 && peer.seen.first.length > 0 ? { headHex: peer.seen.first.toString("hex") } : {};
	const { host } = ask.way.proxy ?? { host: ask.way.address };
	const ended = answer.status === void 0 ? endedFact(outcome, peer?.seen) : {};
	return {
		schemes: [],
		...outcome,
		...ended,
		proxy: `${host.includes(":") ? `[${host}]` : host}:${ask.way.port}`,
		...answer,
		...spoke
	};
}
async function readBehind(options, signal) {
	const { clock, peer, head, isOpen, ask } = options;
	if (isOpen && head.length > 0) return head;
	const chunks = [head];
	peer.stream.on("data", (chunk) => {
		if (chunks.reduce((sum, one) => sum + one.length, 0) < require_main.PROBE_LIMITS.keptBytes) chunks.push(chunk);
	});
	const quiet = new AbortController();
	const over = new Promise((resolve) => {
		for (const event of isOpen ? [
			"data",
			"end",
			"close"
		] : ["end", "close"]) peer.stream.once(event, () => resolve());
	});
	const wait = clock.sleep(isOpen ? ask.silenceMs : require_main.PROBE_LIMITS.pageMs, AbortSignal.any([signal, quiet.signal]));
	try {
		await Promise.race([over, wait]);
	} finally {
		quiet.abort();
	}
	return Buffer.concat(chunks);
}
function reasonOf(reason) {
	const text = plainText(reason ?? "", FIELD_CHARACTERS);
	return text === "" ? {} : { reason: text };
}
function fieldsOf(headers) {
	const one = (name) => {
		const value = headers[name];
		return value === void 0 ? void 0 : plainText(String(value), FIELD_CHARACTERS);
	};
	const [squidError, via, server] = [
		one("x-squid-error"),
		one("via"),
		one("server")
	];
	return {
		schemes: authenticationSchemes(headers["proxy-authenticate"]),
		...squidError === void 0 ? {} : { squidError },
		...via === void 0 ? {} : { via },
		...server === void 0 ? {} : { server }
	};
}
function authenticationSchemes(value) {
	return (value === void 0 ? [] : typeof value === "string" ? value.split(/,(?=\s*[A-Za-z-]+(?:\s|$|,))/u) : value).map((challenge) => plainText(challenge, FIELD_CHARACTERS).split(" ")[0] ?? "").filter((name) => name !== "");
}
// src/adapters/probe-net.ts
var probe_net_exports = require_main.__exportAll({ createProbeNet: () => createProbeNet });
function createProbeNet(options) {
	const { clock, servers } = options;
	const means = {
		clock,
		trust: createTrust(options)
	};
	return {
		lookup: (ask, signal) => probeLookup(clock, ask, signal),
		query: (ask, signal) => probeQuery({
			clock,
			servers
		}, ask, signal),
		nameServers: async () => servers ?? (0, (node_dns ??= require("node:dns")).getServers)(),
		connect: (ask, signal) => probeConnect(clock, ask, signal),
		tunnel: (ask, signal) => probeTunnel(means, ask, signal),
		handshake: (ask, signal) => probeHandshake(means, ask, signal),
		exchange: (ask, signal) => probeExchange(means, ask, signal),
		date: (ask, signal) => probeDate(means, ask, signal)
	};
}
function createTrust({ env, ca = [] }) {
	const contexts = new Map();
	const extra = [...(require_install ??= require("./install.cjs")).extraRoots(env), ...ca];
	let stores;
	return {
		context(roots, changes = {}) {
			const key = `${roots} ${JSON.stringify(changes)}`;
			const all = [
				...(node_tls ??= require("node:tls")).rootCertificates,
				...extra,
				...roots === "system" ? (require_install ??= require("./install.cjs")).systemRoots(env) : []
			];
			const context = contexts.get(key) ?? (0, (node_tls ??= require("node:tls")).createSecureContext)({
				ca: all,
				...changes
			});
			contexts.set(key, context);
			return context;
		},
		completed(issuer) {
			const between = new (node_crypto ??= (require("node:crypto"))).X509Certificate(issuer).toString();
			return (0, (node_tls ??= require("node:tls")).createSecureContext)({ ca: [
				...(node_tls ??= require("node:tls")).rootCertificates,
				...extra,
				between
			] });
		},
		stores() {
			stores ??= {
				bundled: readAnchors((node_tls ??= require("node:tls")).rootCertificates),
				system: readAnchors((require_install ??= require("./install.cjs")).systemRoots(env)),
				extra: extra.length === 0 ? void 0 : readAnchors(extra)
			};
			return stores;
		}
	};
}
// src/rules/cause-rule.ts
const STAGES = [
	"config",
	"resolve",
	"connect",
	"tunnel",
	"tls",
	"http",
	"body",
	"archive",
	"disk",
	"go",
	"client",
	"run"
];
const LOG_ODDS = {
	flip: 6,
	fact: 3,
	pattern: 1.5,
	timing: .5,
	against: -4
};
const OWN_ERROR = .8;
const TOOL_TEXT = .6;
function maker(kind) {
	return (condition, name, value, reliability = 1) => condition ? [{
		kind,
		name,
		value: String(value ?? ""),
		reliability
	}] : [];
}
const flip = maker("flip");
const fact = maker("fact");
const pattern = maker("pattern");
const timing = maker("timing");
const against = maker("against");
function scoreOf(weights) {
	return weights.reduce((sum, { kind, reliability }) => sum + LOG_ODDS[kind] * reliability, 0);
}
function bytesOf(bytes) {
	return bytes === void 0 ? "unknown" : `${Math.round(bytes / 1048576)} MiB`;
}
// src/rules/cause-archive.ts
function archiveRule(code, weigh, over) {
	return {
		code,
		bound: "host",
		stages: ["archive"],
		...over === void 0 ? {} : { over },
		weigh: ({ archive, target }) => archive === void 0 ? [] : weigh(archive, target)
	};
}
const sizes = ({ bytes, expectedBytes }) => `${bytes} of ${expectedBytes ?? "unknown"}`;
const isGzip$1 = ({ firstHex }) => firstHex.startsWith("1f8b");
const ARCHIVE_CAUSES = [
	{
		code: "ARC.NOT_GZIP",
		bound: "host",
		stages: ["http"],
		weigh: ({ symptom, target }) => fact(symptom === "ARC.NOT_GZIP", "first bytes", target?.http?.firstHex?.slice(0, 32))
	},
	{
		code: "ARC.NOT_ZIP",
		bound: "host",
		stages: ["http"],
		weigh: ({ symptom, target }) => fact(symptom === "ARC.NOT_ZIP", "first bytes", target?.http?.firstHex?.slice(0, 32))
	},
	{
		code: "ARC.TEXT_MODE",
		bound: "host",
		stages: ["http"],
		over: ["ARC.NOT_GZIP"],
		weigh: ({ target }) => fact((target?.http?.firstHex ?? "").startsWith("1fefbfbd"), "first bytes", target?.http?.firstHex?.slice(0, 16))
	},
	archiveRule("ARC.TRUNCATED", (archive) => fact(archive.kind === "truncated" || archive.kind === "empty", "bytes", sizes(archive))),
	archiveRule("ARC.CORRUPT", (archive) => fact(archive.kind === "damaged", "content", "its own checksum is wrong")),
	archiveRule("ARC.TEXT_MODE", (archive) => fact(archive.kind === "text-mangled", "first bytes", archive.firstHex.slice(0, 16))),
	archiveRule("ARC.RECOMPRESSED", (archive) => fact(archive.kind === "recompressed", "content", "genuine in another compression"), ["VER.TAMPERED"]),
	archiveRule("ARC.WRONG_PLATFORM", (archive) => fact(archive.kind === "wrong-platform", "programs in it", "are for another platform")),
	archiveRule("BODY.TOO_LONG", (archive) => fact(archive.kind === "longer", "bytes", sizes(archive))),
	archiveRule("VER.TAMPERED", (archive) => [...fact(archive.kind === "other", "content", "none of the innocent changes explains it"), ...against(archive.kind === "other" && archive.isSameElsewhere === true, "another source", "has the same bytes")]),
	archiveRule("VER.CHECKSUM_PIN", (archive) => pattern(archive.kind === "other" && archive.isSameElsewhere === true, "another source", "has the same bytes")),
	archiveRule("HTTP.PORTAL", (archive, target) => [...fact(archive.kind === "html", "content", "a page of HTML"), ...pattern(archive.kind === "html" && (target?.http?.title ?? "") !== "", "title", target?.http?.title)]),
	{
		code: "HTTP.CE_LABEL",
		bound: "host",
		test: "Compare the bytes as they came with the published size",
		stages: ["archive", "http"],
		weigh({ archive, target }) {
			const label = archive?.contentEncoding ?? target?.http?.headers["content-encoding"];
			const isLabelled = /gzip/iu.test(label ?? "");
			const http = target?.http;
			const isOnce = http?.expectedBytes !== void 0 && http.announcedBytes === http.expectedBytes;
			return [
				...fact(archive?.kind === "bare-tar", "content", "a tar without its compression"),
				...fact(isLabelled && archive === void 0, "Content-Encoding", label),
				...pattern(isLabelled && archive?.kind === "bare-tar", "Content-Encoding", label),
				...fact(isLabelled && archive === void 0 && isOnce, "bytes", http?.announcedBytes)
			];
		}
	},
	{
		code: "HTTP.CE_REENCODED",
		bound: "host",
		stages: ["archive", "http"],
		over: ["HTTP.CE_LABEL"],
		weigh({ archive, target }, { facts }) {
			const http = target?.http;
			const copy = archive ?? facts.archives.find((item) => item.sourceId === target?.sourceId);
			const label = copy?.contentEncoding ?? http?.headers["content-encoding"];
			const isOtherSize = http?.announcedBytes !== void 0 && http.expectedBytes !== void 0 && http.announcedBytes !== http.expectedBytes && /gzip/iu.test(label ?? "");
			return [
				...fact(copy?.kind === "double-gzip" && isGzip$1(copy), "content", "gzip within gzip"),
				...pattern(copy === void 0 && /gzip/iu.test(label ?? "") && http?.expectedBytes === void 0, "Content-Encoding", label),
				...pattern(copy?.kind === "double-gzip" && label !== void 0, "Content-Encoding", label),
				...fact(archive === void 0 && copy === void 0 && isOtherSize, "bytes", `${http?.announcedBytes ?? 0} of ${http?.expectedBytes ?? 0}`),
				...pattern(archive === void 0 && copy === void 0 && isOtherSize, "Content-Encoding", label)
			];
		}
	}
];
// src/rules/failed-disks.ts
const FEW_INODES = 1e3;
function diskSymptom(disk) {
	if (disk.code === "ENOSPC" || disk.code === "EDQUOT" || lacksBytes(disk) || lacksInodes(disk)) return "FS.NO_SPACE";
	if (disk.code === "EROFS") return "FS.READ_ONLY";
	if (disk.code === "EACCES" || disk.code === "EPERM") return "FS.PERMISSION";
	if (disk.code !== void 0 && disk.code !== "ENOENT") return Object.hasOwn((require_failure ??= require("./failure.cjs")).CATALOGUE, disk.code) ? disk.code : "FS.IO";
	if (disk.code === "ENOENT" && disk.path.length >= 240) return "FS.NOT_FOUND";
	if (disk.writable === false) return disk.mountFlags.includes("ro") ? "FS.READ_ONLY" : "FS.PERMISSION";
	return disk.role === "tool-cache" && disk.mountFlags.includes("noexec") ? "GO.NOT_RUNNABLE" : void 0;
}
function lacksBytes({ freeBytes, neededBytes }) {
	return freeBytes !== void 0 && neededBytes !== void 0 && freeBytes < neededBytes;
}
function lacksInodes({ freeInodes, code, writable }) {
	if (freeInodes === void 0 || freeInodes >= FEW_INODES) return false;
	return freeInodes > 0 || code === "ENOSPC" || writable === false;
}
function failedDisks(facts) {
	return facts.disks.flatMap((disk) => {
		const symptom = diskSymptom(disk);
		return symptom === void 0 ? [] : [{
			id: `disk ${disk.role} ${disk.path}`,
			stage: "disk",
			symptom,
			subject: disk.path,
			disk
		}];
	});
}
// src/rules/target-facts.ts
function viaOf(target) {
	return target.route.go.via;
}
function isProxied(target) {
	return viaOf(target) !== "direct" && viaOf(target) !== "refused";
}
function proxyOf(target, facts) {
	return isProxied(target) ? facts.proxies.find((proxy) => proxy.address === viaOf(target)) : void 0;
}
function usualHandshake(target) {
	const usual = target.handshakes.filter(({ variant }) => variant === "usual");
	return usual.find(({ ok }) => ok) ?? usual[0] ?? target.handshakes[0];
}
function variantOk(target, variant) {
	const tried = target.handshakes.filter((item) => item.variant === variant);
	return tried.length === 0 ? void 0 : tried.some(({ ok }) => ok);
}
function isVerified(handshake) {
	const { bundled, system, extra } = handshake?.verified ?? {};
	return bundled === "ok" || system === "ok" || extra === "ok";
}
function isVouchedFor(target) {
	return target.url.startsWith("https:") && target.handshakes.some(({ ok, variant }) => ok && variant !== "neutral-name");
}
function expectsFile(target) {
	if (target.expects !== void 0) return target.expects !== "page";
	if (/\.(?:tar\.gz|tgz|zip|msi|pkg|info|mod|json)(?:$|[?#])|\/@v\/|[?&]mode=json|\/lookup\/|\/latest$/u.test(target.url)) return true;
	return target.role === "toolchain" || target.role === "checksum-database";
}
function isHtml({ http }) {
	if (http === void 0) return false;
	const type = http.headers["content-type"] ?? "";
	return /text\/html|application\/xhtml/iu.test(type) || http.title !== void 0 || /^(?:efbbbf)?(?:0a|0d|20|09)*3c(?:21|68|48|3f|42|62)/iu.test(http.firstHex ?? "");
}
function isReset({ ended, code, syscall }) {
	return ended === "reset" || ended === void 0 && (code === "ECONNABORTED" || code === "EPIPE" || code === "ECONNRESET" && syscall !== void 0);
}
function isClosed({ ended, code, syscall }) {
	return ended === "fin" || ended === void 0 && (code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ECONNRESET" && syscall === void 0);
}
function isDeadline({ ended, code }) {
	return ended === "deadline" || ended === void 0 && code === "ETIMEDOUT";
}
function isCut(outcome) {
	return isReset(outcome) || isClosed(outcome);
}
function bogonsOf({ resolve, host }) {
	if (resolve === void 0 || host === "localhost" || host.endsWith(".localhost")) return [];
	return resolve.lookup.addresses.filter((address) => (require_preflight ??= require("./preflight.cjs")).isBogon(address) || (require_preflight ??= require("./preflight.cjs")).addressClass(address) === "loopback");
}
// src/rules/cause-body.ts
const SLOW_BYTES_PER_SECOND = 16384;
function isMoving({ progress }) {
	const last = progress?.at(-1);
	const first = progress?.[0];
	if (progress === void 0 || last === void 0 || first === void 0 || progress.length < 3) return void 0;
	const from = first[0] + (last[0] - first[0]) * 2 / 3;
	const before = progress.findLast(([ms]) => ms <= from) ?? first;
	return last[1] > before[1];
}
function rateOf({ progress }) {
	const last = progress?.at(-1);
	const first = progress?.[0];
	if (last === void 0 || first === void 0 || last[0] <= first[0]) return void 0;
	return (last[1] - first[1]) * 1e3 / (last[0] - first[0]);
}
function fullDisk({ facts }) {
	return facts.disks.find((disk) => disk.code === "ENOSPC" || disk.code === "EDQUOT" || lacksBytes(disk))?.path;
}
const BODY_CAUSES = [
	{
		code: "BODY.RESET",
		bound: "host",
		stages: ["body"],
		weigh: ({ target }) => fact(target?.http !== void 0 && isReset(target.http), "reset after bytes", target?.http?.receivedBytes)
	},
	{
		code: "BODY.TRUNCATED",
		bound: "host",
		stages: ["body", "go"],
		weigh({ target, member }) {
			const http = target?.http;
			const isShort = http !== void 0 && http.isComplete !== true && (isClosed(http) || /^HPE_INVALID_(?:EOF_STATE|CHUNK_SIZE)$/u.test(http.code ?? "") || /aborted|terminated|other side closed/iu.test(http.message ?? ""));
			return [...fact(isShort, "bytes that came", `${http?.receivedBytes ?? 0} of ${http?.announcedBytes ?? "unknown"}`), ...fact(/unexpected EOF|aborted/iu.test(member?.outcome.message ?? ""), member?.entry ?? "", member?.outcome.message?.slice(0, 80), .8)];
		}
	},
	{
		code: "BODY.STALL",
		bound: "host",
		stages: ["body"],
		test: "Watch how the bytes come: a flat line is a stall, a slope a limited rate",
		weigh({ target }) {
			const http = target?.http;
			if (http === void 0 || !isDeadline(http)) return [];
			const moving = isMoving(http);
			return [...(moving === true ? timing : fact)(true, "body stopped after bytes", http.receivedBytes), ...timing(moving === false, "last bytes", "long before the end")];
		}
	},
	{
		code: "BODY.THROTTLED",
		bound: "host",
		stages: ["body"],
		over: ["BODY.STALL"],
		weigh({ target }) {
			const http = target?.http;
			if (http === void 0 || !isDeadline(http)) return [];
			const rate = rateOf(http);
			const isSlow = isMoving(http) === true && rate !== void 0 && rate < SLOW_BYTES_PER_SECOND * 4;
			return [...fact(isSlow, "bytes in a second", Math.round(rate ?? 0)), ...pattern(isSlow, "bytes", "still come at the end")];
		}
	},
	{
		code: "BODY.TRUNCATED_SILENT",
		bound: "host",
		stages: ["body", "archive"],
		over: ["ARC.TRUNCATED", "ARC.CORRUPT"],
		weigh({ target }) {
			const http = target?.http;
			if (http === void 0 || http.isComplete !== true || http.ranged === "honoured") return [];
			const { receivedBytes = 0, expectedBytes = 0, announcedBytes } = http;
			const isShort = receivedBytes < expectedBytes && announcedBytes === void 0;
			return [...fact(isShort, "bytes that came", `${receivedBytes} of ${expectedBytes}`), ...fact(isShort, "length", "was not announced")];
		}
	},
	{
		code: "FS.NO_SPACE",
		bound: "machine",
		stages: [
			"body",
			"archive",
			"run",
			"go"
		],
		over: [
			"BODY.",
			"ARC.",
			"FS.",
			"GO.",
			"VER."
		],
		weigh(step, scene) {
			const isRead = /^(?:BODY|ARC|FS)\.|^GO\.PROXY_BAD_ZIP$/u.test(step.symptom);
			const path = fullDisk(scene);
			const text = step.member?.outcome.message ?? Object.values(step.seen?.evidence ?? {}).join(" ");
			const isSaid = /no space left on device|disk quota exceeded|ENOSPC|EDQUOT/iu.test(text);
			return [...fact((isRead || isSaid) && path !== void 0, "full", path), ...fact(isSaid, "error", text.slice(0, 80), .8)];
		}
	}
];
// src/rules/cause-tls.ts
const COMPARE_HELLO = "Repeat the handshake on the same address with a classical hello, and with a neutral name";
function failedHandshake({ target }) {
	const usual = target === void 0 ? void 0 : usualHandshake(target);
	return usual === void 0 || usual.ok ? void 0 : usual;
}
function alertOf(handshake) {
	if (handshake === void 0) return void 0;
	const record = /^1503(?:01|02|03|04)0002(?:01|02)([0-9a-f]{2})/iu.exec(handshake.firstHex ?? "")?.[1];
	return handshake.alert ?? (require_failure ??= require("./failure.cjs")).tlsAlertOf(handshake.message ?? "") ?? (record === void 0 ? void 0 : Number.parseInt(record, 16));
}
function tlsRule(code, weigh, more = {}) {
	return {
		code,
		bound: "host",
		stages: ["tls"],
		...more,
		weigh(step) {
			const handshake = failedHandshake(step);
			return handshake === void 0 ? [] : weigh(handshake, step);
		}
	};
}
function alertRule(code, number, name) {
	return tlsRule(code, (handshake) => fact(alertOf(handshake) === number || (name?.test(handshake.code ?? "") ?? false), "alert", alertOf(handshake) ?? handshake.code), { over: ["TLS.ALERT"] });
}
function endsEarly(handshake) {
	return (isCut(handshake) || isDeadline(handshake)) && alertOf(handshake) === void 0;
}
function passesOtherwise(step) {
	const { target } = step;
	if (target === void 0) return [];
	return [
		...against(variantOk(target, "classical") === true, "classical hello", "passes"),
		...against(variantOk(target, "tls12") === true, "TLS 1.2 hello", "passes"),
		...flip(variantOk(target, "neutral-name") === true, "the same address with a neutral name", "passes")
	];
}
const NAMED_ALERTS = [
	40,
	70,
	112,
	116,
	120
];
const TLS_CAUSES = [
	alertRule("TLS.OLD_VERSION", 70, /PROTOCOL_VERSION$|UNSUPPORTED_PROTOCOL/u),
	alertRule("TLS.SNI_UNKNOWN", 112, /UNRECOGNIZED_NAME/u),
	alertRule("TLS.ALPN", 120, /NO_APPLICATION_PROTOCOL/u),
	tlsRule("TLS.NO_CIPHER", (handshake) => {
		const isAlert40 = alertOf(handshake) === 40;
		const first = handshake.firstHex ?? "";
		return [...(first === "" ? pattern : fact)(isAlert40 && !first.startsWith("16"), "alert", 40), ...fact(/NO_SHARED_CIPHER|NO_CIPHERS_AVAILABLE/u.test(handshake.code ?? ""), "OpenSSL", handshake.code)];
	}, {
		over: ["TLS.ALERT"],
		test: "Look at the first record of the server: an alert, or a handshake before it"
	}),
	{
		code: "TLS.CLIENT_CERT",
		bound: "host",
		stages: ["tls", "http"],
		over: [
			"TLS.ALERT",
			"TLS.NO_CIPHER",
			"HTTP.",
			"TCP.RESET"
		],
		weigh(step) {
			const handshake = failedHandshake(step);
			const { http } = step.target ?? {};
			const late = (require_failure ??= require("./failure.cjs")).tlsAlertOf(http?.message ?? "");
			const isAsked = alertOf(handshake) === 116 || late === 116 || /CERTIFICATE_REQUIRED/u.test(`${handshake?.code ?? ""} ${http?.code ?? ""}`);
			return [
				...fact(isAsked, "alert", 116),
				...fact(alertOf(handshake) === 40 && (handshake?.firstHex ?? "").startsWith("16"), "alert 40 after", "the handshake of the server"),
				...timing(alertOf(handshake) === 40 && (handshake?.firstHex ?? "") === "", "alert", 40)
			];
		}
	},
	tlsRule("TLS.ALERT", (handshake) => {
		const alert = alertOf(handshake);
		return fact(alert !== void 0 && !NAMED_ALERTS.includes(alert), "alert", alert);
	}),
	tlsRule("TLS.PLAIN_HTTP", (handshake) => {
		const first = handshake.firstHex ?? "";
		const isText = /^(?:48545450|3c|0a|0d)/iu.test(first);
		const isNoRecord = /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/u.test(handshake.code ?? "") || /wrong version number|packet length too long|http request/u.test(handshake.message ?? "");
		return [...fact(isText, "first bytes", first.slice(0, 16)), ...fact(isNoRecord && !/^1[4-7]03/u.test(first), "OpenSSL", handshake.code ?? handshake.message)];
	}),
	tlsRule("TLS.RESET_ON_HELLO", (handshake, step) => [...fact(isReset(handshake) && handshake.receivedBytes === 0, "on the hello", "reset"), ...isReset(handshake) ? passesOtherwise(step) : []], { test: COMPARE_HELLO }),
	tlsRule("TLS.CLOSED_ON_HELLO", (handshake, step) => [...fact(isClosed(handshake) && handshake.receivedBytes === 0, "on the hello", "closed"), ...isClosed(handshake) ? passesOtherwise(step) : []], { test: COMPARE_HELLO }),
	tlsRule("TLS.CUT", (handshake, step) => [...fact(isCut(handshake) && handshake.receivedBytes > 0 && alertOf(handshake) === void 0, "bytes before the end", handshake.receivedBytes), ...isCut(handshake) ? passesOtherwise(step).filter(({ kind }) => kind === "against") : []]),
	tlsRule("TLS.HANDSHAKE_STALL", (handshake, step) => [...fact(isDeadline(handshake), "after the hello", `nothing in ${Math.round(handshake.ms)} ms`), ...isDeadline(handshake) ? passesOtherwise(step) : []], { test: COMPARE_HELLO }),
	{
		code: "TLS.PQ_INTOLERANT",
		bound: "host",
		stages: ["tls"],
		over: [
			"TLS.RESET_ON_HELLO",
			"TLS.CLOSED_ON_HELLO",
			"TLS.CUT",
			"TLS.HANDSHAKE_STALL",
			"TLS.PROTOCOL",
			"PATH.MTU"
		],
		test: COMPARE_HELLO,
		weigh(step, { facts }) {
			const handshake = failedHandshake(step);
			const { target } = step;
			if (handshake === void 0 || target === void 0 || !endsEarly(handshake)) return [];
			const classical = variantOk(target, "classical");
			const offers = (handshake.sentBytes ?? 0) > 1e3 || Number.parseInt(facts.runtime.node.replace(/^v/u, ""), 10) >= 24;
			return [
				...flip(classical === true, "classical hello", "passes"),
				...fact(classical === true, "post-quantum hello", handshake.ended ?? handshake.code),
				...timing(classical === void 0 && offers, "bytes of the hello", handshake.sentBytes ?? "large"),
				...against(classical === false, "classical hello", "fails too")
			];
		}
	},
	tlsRule("TLS.PROTOCOL", (handshake, { target }) => {
		const isSslError = /^(?:ERR_SSL_|EPROTO)/u.test(handshake.code ?? "") && alertOf(handshake) === void 0;
		const isPlain = /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|NO_SHARED_CIPHER|UNSUPPORTED_PROTOCOL|wrong version number/u.test(`${handshake.code} ${handshake.message}`);
		const isFilter = target !== void 0 && variantOk(target, "tls12") === true && variantOk(target, "classical") === false;
		return [...fact(isSslError && !isPlain, "OpenSSL", handshake.code), ...flip(isFilter, "TLS 1.2 hello", "passes")];
	}),
	{
		code: "TLS.MLDSA_INTOLERANT",
		bound: "host",
		stages: ["client"],
		weigh({ client, target }) {
			const { version = "", message = "" } = client ?? {};
			const isNew = /^(?:go)?1\.(?:2[7-9]|[3-9]\d)/u.test(version);
			const isCutOff = client?.client === "go" && isNew && /EOF|reset by peer|handshake timeout/iu.test(message);
			const older = target?.clients?.find((item) => item.client === "go" && item.ok && /^(?:go)?1\.2[0-6]/u.test(item.version ?? ""));
			return [
				...flip(isCutOff && older !== void 0, `Go ${older?.version ?? ""}`, "passes"),
				...fact(isCutOff, `Go ${version}`, message.slice(0, 80), TOOL_TEXT),
				...fact(isCutOff, "our own handshake", "passes")
			];
		}
	},
	{
		code: "TLS.UNTRUSTED_GIT",
		bound: "machine",
		stages: ["client"],
		weigh({ client, target }) {
			const isGit = client?.client === "git" && /certificate verification failed|SSL certificate problem|unable to get local issuer/iu.test(client.message ?? "");
			return [...fact(isGit, "git", client?.message?.slice(0, 80), TOOL_TEXT), ...flip(isGit && target !== void 0 && isVerified(usualHandshake(target)), "our own handshake", "is verified")];
		}
	}
];
// src/rules/clock-offset.ts
function clockOffset(clock) {
	const offsets = (clock?.offsets ?? []).map(({ offsetMs }) => offsetMs).sort((a, b) => a - b);
	const median = offsets[Math.floor((offsets.length - 1) / 2)];
	if (median === void 0) return void 0;
	return offsets.filter((offset) => Math.abs(offset - median) <= 6e4).length * 2 > offsets.length ? median : void 0;
}
// src/rules/public-domains.ts
const PUBLIC_DOMAINS = [
	"go.dev",
	"golang.org",
	"google.com",
	"google.cn",
	"googleapis.com",
	"github.com",
	"githubusercontent.com",
	"gitlab.com",
	"aliyun.com",
	"nju.edu.cn",
	"hust.edu.cn",
	"goproxy.cn",
	"goproxy.io"
];
function isInPublicDomain(host) {
	return PUBLIC_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
function registrableDomain(host) {
	const labels = host.toLowerCase().split(".");
	const isSecondLevel = /^(?:co|com|edu|ac|org|net|gov)$/u.test(labels.at(-2) ?? "") && (labels.at(-1) ?? "").length === 2;
	return labels.slice(isSecondLevel ? -3 : -2).join(".");
}
// src/rules/cause-certificate.ts
const INTERCEPTORS = /zscaler|netskope|goskope|fortinet|fortigate|palo ?alto|blue ?coat|forcepoint|websense|sophos|umbrella|cisco secure|check ?point|mcafee|trellix|skyhigh|kaspersky|\beset\b|avast|\bavg\b|bitdefender|barracuda|sonicwall|watchguard|untangle|squid|mitmproxy|burp|charles proxy|fiddler|ssl inspection|(?:web|secure) gateway|decrypt|man.?in.?the.?middle/iu;
const UNKNOWN_ISSUER = /^(?:SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_UNTRUSTED|CERT_REJECTED|INVALID_CA|DEPTH_ZERO_SELF_SIGNED_CERT|PATH_LENGTH_EXCEEDED|CERT_CHAIN_TOO_LONG|CERT_SIGNATURE_FAILURE|CERT_REVOKED)$/u;
function verdictOf$1(handshake) {
	if (!handshake.ok && handshake.code !== void 0) return handshake.code;
	return handshake.verified?.bundled ?? handshake.verified?.system ?? "";
}
function isUnknown(handshake) {
	return UNKNOWN_ISSUER.test(verdictOf$1(handshake));
}
const INTERMEDIATE = /intermediate|issuing|sub(?:ordinate)? ?ca\b|\bCN=(?:[ERYW]{1,2}\d{1,2}|G\d{1,2})\b|\bTLS\b.*\bCA\b|\bDV\b|\bOV\b/iu;
function isLone(handshake) {
	const [leaf, ...others] = handshake.chain ?? [];
	return verdictOf$1(handshake) === "UNABLE_TO_VERIFY_LEAF_SIGNATURE" && leaf?.isSelfIssued === false && others.length === 0;
}
function certificateRule(code, weigh, more = {}) {
	return {
		code,
		bound: "host",
		stages: ["tls"],
		...more,
		weigh(step, scene) {
			const handshake = failedHandshake(step);
			return handshake === void 0 ? [] : weigh(handshake, step, scene);
		}
	};
}
function isExpired({ notAfterMs }, nowMs) {
	return nowMs !== void 0 && notAfterMs < nowMs;
}
function topIssuer(handshake) {
	return handshake?.chain?.at(-1)?.issuer;
}
function sameIssuer(target, issuer, { facts }) {
	if (issuer === void 0) return void 0;
	return facts.targets.find((other) => {
		const handshake = usualHandshake(other);
		if (handshake === void 0 || registrableDomain(other.host) === registrableDomain(target.host) || topIssuer(handshake) !== issuer) return false;
		return handshake.verified?.bundled !== "ok" && (isUnknown(handshake) || handshake.ok);
	});
}
const CERTIFICATE_CAUSES = [
	{
		code: "CLOCK.SKEW",
		bound: "path",
		stages: ["tls", "run"],
		over: [
			"TLS.EXPIRED",
			"TLS.NOT_YET",
			"TLS.EXPIRED_INTERMEDIATE"
		],
		test: "Compare the clock with the Date header of two independent servers",
		weigh(step, { facts, nowMs }) {
			const handshake = failedHandshake(step);
			const verdict = handshake === void 0 ? step.symptom : verdictOf$1(handshake);
			const isPast = verdict === "CERT_HAS_EXPIRED" || verdict === "TLS.EXPIRED";
			const isFuture = verdict === "CERT_NOT_YET_VALID" || verdict === "TLS.NOT_YET";
			if (!isPast && !isFuture || nowMs === void 0) return [];
			const offset = clockOffset(facts.clock);
			const fits = offset !== void 0 && (isPast ? offset > 6e4 : offset < -6e4);
			const corrected = nowMs - (offset ?? 0);
			const chain = handshake?.chain ?? [];
			const isCured = chain.length > 0 && chain.every((item) => item.notBeforeMs <= corrected && corrected <= item.notAfterMs);
			const builtMs = facts.clock?.builtMs ?? 0;
			return [
				...fact(fits, "clock is off by seconds", Math.round((offset ?? 0) / 1e3)),
				...flip(fits && isCured, "at the corrected time the certificate", "is valid"),
				...fact(isFuture && nowMs < builtMs, "the clock is before", require_main.dateOfMs(builtMs)),
				...against(offset !== void 0 && !fits, "clock is off by seconds", Math.round((offset ?? 0) / 1e3)),
				...against(fits && chain.length > 0 && !isCured, "at the corrected time the certificate", "is not valid either")
			];
		}
	},
	certificateRule("TLS.EXPIRED", (handshake, _step, { nowMs }) => {
		const isSaid = verdictOf$1(handshake) === "CERT_HAS_EXPIRED";
		const [leaf, ...issuers] = handshake.chain ?? [];
		return [
			...fact(isSaid, "verification", "CERT_HAS_EXPIRED"),
			...fact(isSaid && leaf !== void 0 && isExpired(leaf, nowMs), "certificate ended", dateOf(leaf?.notAfterMs)),
			...against(isSaid && leaf !== void 0 && !isExpired(leaf, nowMs) && issuers.some((item) => isExpired(item, nowMs)), "the certificate of the host", "is valid")
		];
	}),
	certificateRule("TLS.EXPIRED_INTERMEDIATE", (handshake, _step, { nowMs }) => {
		const [leaf, ...issuers] = handshake.chain ?? [];
		const old = issuers.find((item) => isExpired(item, nowMs));
		const isIt = verdictOf$1(handshake) === "CERT_HAS_EXPIRED" && leaf !== void 0 && !isExpired(leaf, nowMs);
		return [...fact(isIt && old !== void 0, "intermediate ended", dateOf(old?.notAfterMs)), ...fact(isIt && old !== void 0, "intermediate", old?.subject)];
	}, { over: ["TLS.EXPIRED"] }),
	certificateRule("TLS.NOT_YET", (handshake, _step, { nowMs }) => {
		const isSaid = verdictOf$1(handshake) === "CERT_NOT_YET_VALID";
		const late = (handshake.chain ?? []).find((item) => nowMs !== void 0 && item.notBeforeMs > nowMs);
		return [...fact(isSaid, "verification", "CERT_NOT_YET_VALID"), ...timing(isSaid && late !== void 0, "certificate begins", dateOf(late?.notBeforeMs))];
	}),
	certificateRule("TLS.NAME", (handshake) => fact(/^(?:ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/u.test(verdictOf$1(handshake)), "names of the certificate", (handshake.chain?.[0]?.names ?? []).slice(0, 4).join(", ") || verdictOf$1(handshake))),
	certificateRule("TLS.SELF_SIGNED", (handshake) => {
		const [leaf, ...others] = handshake.chain ?? [];
		return [...fact(verdictOf$1(handshake) === "DEPTH_ZERO_SELF_SIGNED_CERT", "verification", "DEPTH_ZERO_SELF_SIGNED_CERT"), ...fact(isUnknown(handshake) && others.length === 0 && leaf?.isSelfIssued === true, "certificate", leaf?.subject)];
	}),
	certificateRule("TLS.UNTRUSTED", (handshake) => [
		...(isLone(handshake) ? pattern : fact)(isUnknown(handshake) && verdictOf$1(handshake) !== "DEPTH_ZERO_SELF_SIGNED_CERT", "verification", verdictOf$1(handshake)),
		...pattern(isLone(handshake) && /\broot\b/iu.test(topIssuer(handshake) ?? ""), "issuer", topIssuer(handshake)),
		...fact(isLone(handshake) && handshake.completed !== void 0, "with the intermediate of the issuer", handshake.completed),
		...against(handshake.completed === "ok", "with the intermediate of the issuer", "it is trusted")
	], { test: "Fetch the issuer that the certificate names (AIA), and look whether the chain then ends in a public root" }),
	certificateRule("TLS.MISSING_INTERMEDIATE", (handshake) => {
		const [leaf] = handshake.chain ?? [];
		const isCured = isUnknown(handshake) && handshake.completed === "ok";
		const isOpen = isLone(handshake) && handshake.completed === void 0;
		const isIntermediate = INTERMEDIATE.test(leaf?.issuer ?? "") || (leaf?.issuerUrls.length ?? 0) > 0;
		return [
			...flip(isCured, "with the intermediate of the issuer", "it is trusted"),
			...fact(isCured && isLone(handshake), "certificates that were sent", 1),
			...pattern(isOpen, "certificates that were sent", 1),
			...pattern(isOpen && isIntermediate, "issuer", leaf?.issuer),
			...against(handshake.completed !== void 0 && handshake.completed !== "ok", "with the intermediate of the issuer", handshake.completed)
		];
	}, { over: ["TLS.UNTRUSTED"] }),
	certificateRule("TLS.INTERCEPTED", (handshake, { target }, scene) => {
		if (target === void 0 || !isUnknown(handshake) || handshake.completed === "ok") return [];
		const issuer = topIssuer(handshake);
		const others = sameIssuer(target, issuer, scene);
		const direct = target.direct?.handshake;
		const votes = [
			...fact(others !== void 0, `the same issuer signs for ${others?.host ?? ""}`, issuer),
			...flip(direct !== void 0 && isVerified(direct) && topIssuer(direct) !== issuer, "without the proxy the issuer is", topIssuer(direct)),
			...pattern((handshake.chain ?? []).some((item) => INTERCEPTORS.test(`${item.issuer} ${item.subject}`)), "issuer", issuer),
			...pattern(isInPublicDomain(target.host), "a public host with the private issuer", issuer)
		];
		const hints = timing(handshake.hasSct === false && isProxied(target), "signed certificate timestamp", "none");
		return votes.length === 0 ? [] : [
			...fact(true, "verification", verdictOf$1(handshake)),
			...votes,
			...hints
		];
	}, { over: [
		"TLS.UNTRUSTED",
		"TLS.SELF_SIGNED",
		"TLS.MISSING_INTERMEDIATE",
		"DNS.HIJACK"
	] }),
	certificateRule("TLS.WEAK_KEY", (handshake) => {
		const [leaf] = handshake.chain ?? [];
		return [...fact(/key too (?:weak|small)/iu.test(handshake.message ?? "") || /KEY_TOO_SMALL/u.test(verdictOf$1(handshake)), "verification", handshake.message ?? verdictOf$1(handshake)), ...fact(verdictOf$1(handshake) === "UNSPECIFIED" && (leaf?.keyBits ?? 4096) < 2048 && (leaf?.keyBits ?? 0) > 521, "bits of the key", leaf?.keyBits)];
	}),
	certificateRule("TLS.WEAK_SIG", (handshake) => {
		const weak = (handshake.chain ?? []).find((item) => /sha-?1(?!\d)|md5/iu.test(item.signature ?? ""));
		return [...fact(/(?:digest|md)(?: algorithm)? too weak/iu.test(handshake.message ?? "") || /MD_TOO_WEAK/u.test(verdictOf$1(handshake)), "verification", handshake.message ?? verdictOf$1(handshake)), ...fact(/^(?:UNSPECIFIED|CERT_SIGNATURE_FAILURE)$/u.test(verdictOf$1(handshake)) && weak !== void 0, "signature", weak?.signature)];
	}),
	certificateRule("TLS.EKU", (handshake) => fact(verdictOf$1(handshake) === "INVALID_PURPOSE", "usages", (handshake.chain?.[0]?.usages ?? []).join(", ") || "INVALID_PURPOSE")),
	certificateRule("CFG.EXTRA_CA_UNREADABLE", (handshake, _step, { facts }) => {
		const file = facts.environment?.files.find((item) => item.name === "NODE_EXTRA_CA_CERTS" && (item.problem !== void 0 || item.holds === "no-certificate"));
		const isIt = isUnknown(handshake) && file !== void 0;
		return [...fact(isIt, "NODE_EXTRA_CA_CERTS", `${file?.file ?? ""} ${file?.problem ?? "holds no certificate"}`), ...fact(isIt, "verification", verdictOf$1(handshake))];
	}, { over: ["TLS.UNTRUSTED", "TLS.SELF_SIGNED"] }),
	{
		code: "CFG.CERT_FILE_UNREADABLE",
		bound: "machine",
		stages: ["client", "run"],
		over: ["TLS.UNTRUSTED"],
		weigh({ client, symptom, target }, { facts }) {
			const file = facts.environment?.files.find((item) => /^SSL_CERT_(?:FILE|DIR)$/u.test(item.name) && (item.problem !== void 0 || item.holds === "no-certificate"));
			const isGo = client?.client === "go" && /unknown authority|failed to verify/iu.test(client.message ?? "");
			const isIt = file !== void 0 && (isGo || symptom === "TLS.UNTRUSTED");
			return [
				...fact(isIt, file?.name ?? "", `${file?.file ?? ""} ${file?.problem ?? "holds no certificate"}`),
				...fact(isIt && isGo && target !== void 0, "our own handshake", "is verified"),
				...timing(isIt && isGo, "Go", client?.message?.slice(0, 80), TOOL_TEXT)
			];
		}
	}
];
function dateOf(ms) {
	return ms === void 0 ? void 0 : require_main.dateOfMs(ms);
}
// src/rules/errno.ts
function errnoOf({ disk, seen }) {
	if (disk?.code !== void 0) return {
		code: disk.code,
		reliability: 1
	};
	const text = seen?.evidence["errno"] ?? seen?.evidence["code"] ?? "";
	const [code] = /\bE[A-Z]{3,}\b/u.exec(text) ?? [];
	return code === void 0 ? void 0 : {
		code,
		reliability: OWN_ERROR
	};
}
// src/rules/cause-disk.ts
function isWindows(os) {
	return /^(?:win|windows)/iu.test(os);
}
function errnoRule(code, codes, more = {}) {
	return {
		code,
		bound: "machine",
		stages: ["disk", "run"],
		...more.over === void 0 ? {} : { over: more.over },
		weigh(step, { facts }) {
			const errno = errnoOf(step);
			const isIt = errno !== void 0 && codes.includes(errno.code) && (more.is?.(step, facts.runtime.os) ?? true);
			return fact(isIt, step.disk === void 0 ? "errno" : `${step.disk.role} ${step.disk.path}`, errno?.code, errno?.reliability);
		}
	};
}
function diskFact(code, is, value, over = []) {
	return {
		code,
		bound: "machine",
		stages: ["disk", "go"],
		over,
		weigh: ({ disk }) => fact(disk !== void 0 && is(disk), disk === void 0 ? "" : `${disk.role} ${disk.path}`, disk === void 0 ? "" : value(disk))
	};
}
const pathOf = ({ disk, seen }) => disk?.path ?? seen?.evidence["path"] ?? seen?.subject ?? "";
const DISK_CAUSES = [
	diskFact("FS.NO_SPACE", (disk) => lacksBytes(disk) || disk.code === "EDQUOT", (disk) => `${bytesOf(disk.freeBytes)} free, ${bytesOf(disk.neededBytes)} needed`, ["FS.IO", "FS.PERMISSION"]),
	{
		code: "FS.NO_SPACE",
		bound: "machine",
		stages: ["disk", "run"],
		over: ["FS.IO"],
		weigh(step) {
			const errno = errnoOf(step);
			return fact(errno?.code === "ENOSPC" && !(step.disk !== void 0 && lacksInodes(step.disk) && !lacksBytes(step.disk)), "errno", "ENOSPC", errno?.reliability);
		}
	},
	diskFact("FS.NO_INODES", (disk) => lacksInodes(disk) && !lacksBytes(disk), (disk) => `${disk.freeInodes ?? 0} inodes free`, ["FS.NO_SPACE", "FS.IO"]),
	errnoRule("FS.READ_ONLY", ["EROFS"]),
	diskFact("FS.READ_ONLY", (disk) => disk.writable === false && disk.mountFlags.includes("ro") && disk.code !== "EROFS", () => "mounted read-only", ["FS.PERMISSION"]),
	errnoRule("FS.PERMISSION", ["EACCES", "EPERM"], { is: (step, os) => step.symptom !== "GO.NOT_RUNNABLE" && !(isWindows(os) && errnoOf(step)?.code === "EPERM") }),
	diskFact("FS.PERMISSION", (disk) => disk.writable === false && disk.code === void 0 && !disk.mountFlags.includes("ro"), () => "cannot be written"),
	errnoRule("FS.WIN_PATH", ["ENAMETOOLONG", "ENOENT"], {
		over: ["FS.NOT_FOUND"],
		is: (step, os) => errnoOf(step)?.code === "ENAMETOOLONG" || isWindows(os) && pathOf(step).length >= 240
	}),
	errnoRule("FS.LOCKED", [
		"EBUSY",
		"ETXTBSY",
		"EPERM"
	], {
		over: ["FS.PERMISSION"],
		is: (step, os) => errnoOf(step)?.code !== "EPERM" || isWindows(os)
	}),
	errnoRule("SELF.EXDEV", ["EXDEV"], { over: ["FS.IO"] }),
	diskFact("FS.NOEXEC", (disk) => disk.mountFlags.includes("noexec") && disk.writable !== false, () => "mounted noexec"),
	{
		code: "FS.NOEXEC",
		bound: "machine",
		stages: ["run"],
		over: ["GO.NOT_RUNNABLE", "FS.PERMISSION"],
		weigh(step, { facts }) {
			const disk = facts.disks.find((item) => item.role === "tool-cache" && item.mountFlags.includes("noexec"));
			const isIt = step.symptom === "GO.NOT_RUNNABLE" && disk !== void 0;
			return fact(isIt, disk?.path ?? "", "mounted noexec");
		}
	},
	{
		code: "CACHE.PARTIAL",
		bound: "machine",
		stages: ["run"],
		over: [
			"GO.NOT_RUNNABLE",
			"FS.NOT_FOUND",
			"VER.CACHE_DAMAGED"
		],
		weigh({ symptom, seen }, { facts }) {
			const entries = facts.disks.flatMap(({ partialEntries = [] }) => partialEntries);
			const isCandidate = [
				"GO.NOT_RUNNABLE",
				"FS.NOT_FOUND",
				"VER.CACHE_DAMAGED",
				"GO.NOT_INSTALLED"
			].includes(symptom);
			return [...fact(isCandidate && entries.length > 0, "entry without its marker", entries[0]), ...pattern(isCandidate && entries.some((entry) => seen?.subject.includes(entry) === true), "subject", seen?.subject)];
		}
	}
];
// src/rules/cause-dns.ts
const NO_NAME = -3008;
const NO_ADDRESS = -3007;
const ASK_WIRE = "Ask the name server itself for the name (the A record, without the hosts file)";
const BEYOND = [
	"resolve",
	"connect",
	"tls",
	"http",
	"body"
];
function resolveOf({ target, stage }) {
	return stage === "tunnel" ? void 0 : target?.resolve;
}
function failedLookup(step) {
	const resolve = resolveOf(step);
	return resolve?.lookup.ok === false ? resolve : void 0;
}
function isCovered(host, names) {
	return names.some((name) => name === host || name.startsWith("*.") && host.slice(host.indexOf(".")) === name.slice(1));
}
function isMeantForSearch({ name, searchDomains = [] }) {
	const labels = name.split(".");
	const isInCluster = searchDomains.some((domain) => domain.startsWith("svc."));
	return labels.length === 1 || isInCluster && !isInPublicDomain(name) && (labels.length === 2 || labels.at(-1) === "svc");
}
function wireCodes({ wire4, wire6 }) {
	return [wire4, wire6].flatMap((answer) => answer === void 0 || answer.ok ? [] : [answer.code ?? (isDeadline(answer) ? "ETIMEOUT" : "")]);
}
function answersElsewhere({ overHttps = [] }) {
	return overHttps.some(({ ok, addresses }) => ok && addresses.length > 0);
}
function wireRule(code, codes, bound, hint) {
	return {
		code,
		bound,
		stages: ["resolve"],
		over: ["DNS.SERVER"],
		test: ASK_WIRE,
		weigh(step) {
			const resolve = failedLookup(step);
			if (resolve === void 0) return [];
			const [first] = wireCodes(resolve).filter((item) => codes.includes(item));
			return [...fact(first !== void 0, "name server", first), ...timing(hint(resolve.lookup), "look-up ms", Math.round(resolve.lookup.ms))];
		}
	};
}
const DNS_CAUSES = [
	{
		code: "DNS.NXDOMAIN",
		bound: "host",
		stages: ["resolve"],
		test: ASK_WIRE,
		weigh(step) {
			const resolve = failedLookup(step);
			if (resolve === void 0) return [];
			const { lookup } = resolve;
			const wire = wireCodes(resolve);
			const says = /^(?:ENOTFOUND|EAI_NONAME)$/u.test(lookup.code ?? "") && lookup.errno !== NO_ADDRESS;
			return [
				...(lookup.errno === NO_NAME ? fact : pattern)(says, "look-up", lookup.code),
				...fact(wire.includes("ENOTFOUND"), "name server", "ENOTFOUND"),
				...against(wire.length > 0 && !wire.includes("ENOTFOUND"), "name server", wire[0]),
				...against(answersElsewhere(resolve), "another resolver", "answers")
			];
		}
	},
	{
		code: "DNS.FILTERED",
		bound: "host",
		stages: ["resolve"],
		over: ["DNS."],
		weigh(step) {
			const resolve = failedLookup(step);
			const isHidden = resolve !== void 0 && /^(?:ENOTFOUND|ENODATA|EAI_NONAME|EAI_NODATA)$/u.test(resolve.lookup.code ?? "");
			return flip(isHidden && answersElsewhere(resolve), "another resolver", "answers");
		}
	},
	{
		code: "DNS.NODATA",
		bound: "host",
		stages: ["resolve"],
		test: ASK_WIRE,
		weigh(step) {
			const resolve = failedLookup(step);
			if (resolve === void 0) return [];
			const { lookup } = resolve;
			return [
				...fact(lookup.errno === NO_ADDRESS || /^(?:ENODATA|EAI_NODATA)$/u.test(lookup.code ?? ""), "look-up errno", lookup.errno ?? lookup.code),
				...fact(resolve.wire4?.code === "ENODATA", "name server", "ENODATA"),
				...against(answersElsewhere(resolve), "another resolver", "answers")
			];
		}
	},
	wireRule("DNS.SERVFAIL", ["ESERVFAIL"], "host", () => false),
	wireRule("DNS.REFUSED", ["EREFUSED"], "host", () => false),
	wireRule("DNS.RESOLVER_DOWN", ["ECONNREFUSED"], "path", ({ code, ms }) => code === "EAI_AGAIN" && ms < 100),
	wireRule("DNS.BROKEN", [
		"EBADRESP",
		"EFORMERR",
		"EBADQUERY",
		"EBADNAME",
		"ENOTIMP"
	], "host", () => false),
	{
		code: "DNS.TIMEOUT",
		bound: "host",
		stages: ["resolve"],
		over: ["DNS.SERVER"],
		test: ASK_WIRE,
		weigh(step) {
			const resolve = failedLookup(step);
			if (resolve === void 0) return [];
			const { lookup } = resolve;
			const wire = wireCodes(resolve);
			return [
				...fact(isDeadline(lookup) || lookup.code === "ETIMEOUT", "look-up", "no answer in its time"),
				...fact(wire.includes("ETIMEOUT"), "name server", "ETIMEOUT"),
				...timing(lookup.code === "EAI_AGAIN" && lookup.ms >= 2500, "look-up ms", Math.round(lookup.ms)),
				...against(wire.length > 0 && !wire.includes("ETIMEOUT"), "name server", wire[0])
			];
		}
	},
	{
		code: "DNS.SERVER",
		bound: "host",
		stages: ["resolve"],
		test: ASK_WIRE,
		weigh: (step) => {
			const lookup = failedLookup(step)?.lookup;
			return pattern(lookup !== void 0 && !lookup.ok && !/^(?:ENOTFOUND|ENODATA)$/u.test(lookup.code ?? ""), "look-up", lookup?.code);
		}
	},
	{
		code: "DNS.HOSTS_OVERRIDE",
		bound: "host",
		stages: BEYOND,
		over: [
			"DNS.",
			"TCP.",
			"TLS.",
			"HTTP."
		],
		weigh(step) {
			const resolve = resolveOf(step);
			if (resolve === void 0) return [];
			const used = resolve.hosts.filter(({ address }) => resolve.lookup.addresses.includes(address));
			const [line] = used;
			const others = [...resolve.wire4?.addresses ?? [], ...resolve.wire6?.addresses ?? []];
			const differs = others.length > 0 && !others.some((address) => used.some((item) => item.address === address));
			return [...(differs ? fact : pattern)(line !== void 0, `${line?.file ?? ""} line ${line?.line ?? 0}`, line?.address), ...fact(line !== void 0 && differs, "name server", others[0])];
		}
	},
	{
		code: "DNS.SEARCH_WILDCARD",
		bound: "host",
		stages: BEYOND,
		over: [
			"DNS.",
			"TCP.",
			"TLS.",
			"HTTP."
		],
		weigh(step) {
			const resolve = resolveOf(step);
			const isOnlySearched = resolve?.lookup.ok === true && resolve.hosts.length === 0 && resolve.rooted?.code === "ENOTFOUND" && !isMeantForSearch(resolve);
			return [...flip(isOnlySearched, "the name with a dot at its end", resolve?.rooted?.code), ...timing(isOnlySearched && (resolve.ndots ?? 1) > 1, "ndots", resolve?.ndots)];
		}
	},
	{
		code: "DNS.BOGON",
		bound: "host",
		stages: BEYOND,
		over: [
			"TCP.",
			"TLS.",
			"HTTP."
		],
		weigh(step) {
			const resolve = resolveOf(step);
			if (resolve === void 0 || step.target === void 0) return [];
			const bogons = bogonsOf(step.target);
			return [
				...fact(bogons.length > 0 && bogons.length === resolve.lookup.addresses.length, "address", bogons[0]),
				...fact(bogons.length > 0 && answersElsewhere(resolve), "another resolver", "answers with an address of the world"),
				...against(bogons.length > 0 && resolve.hosts.length > 0, "hosts file", resolve.hosts[0]?.address)
			];
		}
	},
	{
		code: "DNS.HIJACK",
		bound: "host",
		stages: BEYOND,
		over: [
			"TCP.",
			"TLS.NAME",
			"TLS.PLAIN_HTTP",
			"HTTP."
		],
		test: "Ask another resolver for the name, and look whose certificate the address has",
		weigh(step) {
			const resolve = resolveOf(step);
			if (resolve === void 0 || step.target === void 0 || !resolve.lookup.ok || resolve.hosts.length > 0) return [];
			const { addresses } = resolve.lookup;
			const isPrivate = addresses.length > 0 && addresses.every((require_preflight ??= require("./preflight.cjs")).isPrivateAddress);
			const truth = (resolve.overHttps ?? []).flatMap((answer) => answer.addresses);
			const differs = truth.length > 0 && !truth.some((address) => addresses.includes(address));
			const isOther = step.symptom === "TLS.NAME";
			const names = step.stage === "tls" ? step.target.handshakes[0]?.chain?.[0]?.names ?? [] : [];
			return [
				...(isInPublicDomain(step.target.host) ? fact : timing)(isPrivate, "private address", addresses[0]),
				...fact(differs && (isOther || isPrivate), "another resolver", truth[0]),
				...pattern(isOther && isPrivate, "certificate", "of another name"),
				...fact(!isOther && isPrivate && names.length > 0 && !isCovered(step.target.host, names), "certificate", names[0])
			];
		}
	},
	{
		code: "DNS.V6_ONLY",
		bound: "host",
		stages: ["connect"],
		over: ["TCP."],
		weigh(step) {
			const { resolve, connects = [] } = step.target ?? {};
			const isV6Only = connects.length > 0 && connects.every(({ family }) => family === 6);
			return [...fact(isV6Only && resolve?.wire4?.code === "ENODATA", "A record", "none"), ...fact(isV6Only && (resolve?.lookup.addresses ?? []).every((address) => address.includes(":")), "addresses", resolve?.lookup.addresses[0])];
		}
	}
];
// src/rules/failed-go.ts
function failedGoSteps(facts) {
	return [
		...failedSettings(facts),
		...failedDirectories(facts),
		...failedMember(facts),
		...failedDatabase(facts)
	];
}
function failedSettings({ environment }) {
	const settings = environment?.settings ?? {};
	return [
		[
			"GOPROXY",
			"CFG.GOPROXY_INVALID",
			(value) => "finding" in (require_install ??= require("./install.cjs")).parseGoproxy(value)
		],
		[
			"GOSUMDB",
			"GO.SUMDB_CONFIG",
			(value) => (require_preflight ??= require("./preflight.cjs")).gosumdbProblem(value) !== void 0
		],
		[
			"GOTOOLCHAIN",
			"GO.TOOLCHAIN_CONFIG",
			(value) => (require_preflight ??= require("./preflight.cjs")).gotoolchainProblem(value) !== void 0
		]
	].flatMap(([name, symptom, isWrong]) => {
		const value = Object.hasOwn(settings, name) ? settings[name]?.value : void 0;
		return value === void 0 || value === "" || !isWrong(value) ? [] : [{
			id: `go ${name}`,
			stage: "go",
			symptom,
			subject: name
		}];
	});
}
const ABSOLUTE = [
	"GOPATH",
	"GOBIN",
	"GOCACHE",
	"GOROOT"
];
const MUST_STAND = [
	"GOROOT",
	"GOTMPDIR",
	"TMPDIR"
];
const MUST_BE_WRITABLE = [
	"GOPATH",
	"GOMODCACHE",
	"GOCACHE",
	"GOTMPDIR",
	"TMPDIR"
];
function failedDirectories({ environment }) {
	return (environment?.directories ?? []).flatMap((directory) => {
		const symptom = directorySymptom(directory);
		return symptom === void 0 ? [] : [{
			id: `go ${directory.name} ${directory.value}`,
			stage: "go",
			symptom,
			subject: directory.name
		}];
	});
}
function directorySymptom({ name, value, isAbsolute, kind, writable }) {
	if (value === "" || value === "off") return void 0;
	if (ABSOLUTE.includes(name) && !isAbsolute) return "GO.ENV";
	if (MUST_STAND.includes(name) && kind === "missing") return "GO.ENV";
	if (kind === "file") return "GO.ENV";
	return MUST_BE_WRITABLE.includes(name) && writable === false ? "FS.PERMISSION" : void 0;
}
function memberEnd({ entry, outcome, status, contentType, zip, withheld }) {
	if (entry === "off") return "off";
	if (entry === "direct" || outcome.code === "NOT_ASKED") return "works";
	if (withheld === true && [
		401,
		403,
		404
	].includes(status ?? 0)) return "works";
	if (zip !== void 0 && zip !== "zip") return "breaks";
	if (status === 404 || status === 410) return "next";
	if (!outcome.ok || status !== void 0 && status >= 300) return "stops";
	return /text\/html/iu.test(contentType ?? "") ? "stops" : "works";
}
function stoppingMember(members) {
	for (const [index, member] of members.entries()) {
		const end = memberEnd(member);
		if (end === "works") return void 0;
		if (end === "breaks") return member;
		if (end === "off") return index === 0 ? void 0 : member;
		if (end === "stops" && (member.next !== "any-error" || index === members.length - 1)) return member;
	}
}
function failedMember({ goproxy = [] }) {
	const member = stoppingMember(goproxy);
	if (member === void 0) return [];
	return [{
		id: `go member ${member.entry}`,
		stage: "go",
		symptom: memberSymptom(member),
		subject: hostOf$1(member.entry),
		member
	}];
}
function memberSymptom(member) {
	if (member.entry === "off") return "GO.PROXY_OFF";
	if (memberEnd(member) === "breaks") return "ARC.NOT_ZIP";
	const status = member.status ?? 0;
	if (status >= 500) return "HTTP.SERVER";
	if (status === 401 || status === 403) return "HTTP.FORBIDDEN";
	return status >= 400 ? "HTTP.STATUS" : "LIST.MALFORMED";
}
function hostOf$1(url) {
	return URL.canParse(url) ? new URL(url).hostname : url;
}
function hasDatabase(paths) {
	return paths.some(({ outcome, isSigned, status }) => outcome.code === "NOT_ASKED" || outcome.ok && isSigned !== false && (status ?? 200) < 400);
}
function failedDatabase({ checksumDatabase = [], environment }) {
	const isOff = environment?.settings["GOSUMDB"]?.value === "off";
	const works = hasDatabase(checksumDatabase);
	const [first] = [...checksumDatabase].sort((a, b) => (a.isSigned === false ? 0 : 1) - (b.isSigned === false ? 0 : 1));
	if (first === void 0 || works || isOff) return [];
	const symptom = checksumDatabase.some(({ isSigned }) => isSigned === false) ? "SUM.GARBAGE" : "SUM.UNREACHABLE";
	return [{
		id: "go checksum database",
		stage: "go",
		symptom: first.module !== void 0 && (first.status === 404 || first.status === 410) ? "SUM.NOT_FOUND" : symptom,
		subject: first.module ?? "checksum database",
		database: first
	}];
}
// src/rules/cause-go.ts
const NETWORK = [
	"DNS.",
	"TCP.",
	"PATH.",
	"PROXY.",
	"TLS.",
	"HTTP.",
	"BODY.",
	"H2.",
	"LIST."
];
function isOneOfMany(steps) {
	const ofDatabase = steps.filter(({ target }) => target?.role === "checksum-database").map(({ symptom }) => symptom);
	return steps.some(({ target, stage, symptom }) => {
		if (target === void 0 || target.role === "checksum-database") return false;
		return ofDatabase.length === 0 ? stage !== "http" && stage !== "body" : ofDatabase.includes(symptom);
	});
}
function settingOf({ facts }, name) {
	const settings = facts.environment?.settings ?? {};
	return Object.hasOwn(settings, name) ? settings[name]?.value : void 0;
}
function memberOf(host, { facts }) {
	return facts.goproxy?.find((item) => item.entry !== "off" && item.entry !== "direct" && hostOf$1(item.entry) === host);
}
function settingRule(code, name) {
	return {
		code,
		bound: "machine",
		stages: ["go"],
		over: ["CFG.GOPROXY_INVALID"],
		weigh: ({ subject, stage }, scene) => fact(stage === "go" && subject === name, name, settingOf(scene, name))
	};
}
const GO_CAUSES = [
	settingRule("GO.PROXY_CONFIG", "GOPROXY"),
	settingRule("GO.SUMDB_CONFIG", "GOSUMDB"),
	settingRule("GO.TOOLCHAIN_CONFIG", "GOTOOLCHAIN"),
	{
		code: "GO.ENV",
		bound: "machine",
		stages: ["go", "run"],
		weigh({ symptom, subject, stage, id }) {
			return fact(symptom === "GO.ENV" && stage === "go", subject, id.split(" ").slice(2).join(" "));
		}
	},
	{
		code: "FS.PERMISSION",
		bound: "machine",
		stages: ["go"],
		weigh: ({ symptom, subject, id }) => fact(symptom === "FS.PERMISSION", subject, `cannot be written: ${id.split(" ").slice(2).join(" ")}`)
	},
	{
		code: "GO.PROXY_NO_FALLBACK",
		bound: "host",
		stages: [
			"go",
			"resolve",
			"connect",
			"tls",
			"http",
			"body"
		],
		over: [...NETWORK, "GO."],
		weigh({ member, target }, scene) {
			const { goproxy = [] } = scene.facts;
			const stopping = stoppingMember(goproxy);
			const own = member ?? (target?.role === "goproxy" ? memberOf(target.host, scene) : void 0);
			if (stopping === void 0 || own?.entry !== stopping.entry || memberEnd(stopping) !== "stops" || stopping.next !== "not-found") return [];
			const later = goproxy.slice(goproxy.indexOf(stopping) + 1).find((item) => memberEnd(item) === "works" || item.entry === "direct");
			return [...flip(later !== void 0 && memberEnd(later) === "works" && later.entry !== "direct", "a later entry", `${later?.entry ?? ""} answers`), ...fact(later !== void 0 && later.entry !== "direct", "the entries are separated by", "a comma")];
		}
	},
	{
		code: "GO.PROXY_HTML",
		bound: "host",
		stages: ["go", "http"],
		over: ["HTTP.AUTH_REDIRECT", "LIST.MALFORMED"],
		weigh({ member, target }, scene) {
			const isMember = member?.outcome.ok === true && /text\/html/iu.test(member.contentType ?? "");
			const page = target?.role === "goproxy" || memberOf(target?.host, scene) !== void 0 ? target : void 0;
			const isTarget = page !== void 0 && isHtml(page) && (page.http?.status ?? 0) < 400;
			return [...fact(isMember, "content type of the module proxy", member?.contentType), ...fact(isTarget, "page of the module proxy", page?.http?.title ?? page?.http?.headers["content-type"])];
		}
	},
	{
		code: "GO.PROXY_BAD_ZIP",
		bound: "host",
		stages: ["go"],
		over: ["ARC.NOT_ZIP"],
		weigh: ({ member }) => fact(member?.zip !== void 0 && member.zip !== "zip", "module zip", member?.zip)
	},
	{
		code: "GO.PROXY_OFF",
		bound: "machine",
		stages: ["go", "run"],
		over: ["GO.TOOLCHAIN_ABSENT"],
		weigh({ member, symptom, seen }, scene) {
			const value = settingOf(scene, "GOPROXY") ?? "";
			const endsOff = /(?:^|[,|])\s*off\s*$/u.test(value);
			return [
				...fact((symptom === "GO.PROXY_OFF" || symptom === "GO.TOOLCHAIN_ABSENT") && endsOff, "GOPROXY", value),
				...fact(member?.entry === "off", "all entries before off", "have nothing"),
				...fact(symptom === "GO.PROXY_OFF" && seen !== void 0, "Go says", "module lookup disabled", OWN_ERROR)
			];
		}
	},
	{
		code: "GO.TOOLCHAIN_ABSENT",
		bound: "host",
		stages: [
			"go",
			"run",
			"http"
		],
		over: ["HTTP.NOT_FOUND", "HTTP.FORBIDDEN"],
		weigh({ symptom, target, seen }, { facts }) {
			const members = (facts.goproxy ?? []).filter((item) => item.hasToolchains !== void 0);
			const isNowhere = members.length > 0 && members.every((item) => item.hasToolchains === false);
			const isMissing = target?.role === "toolchain" && [
				403,
				404,
				410
			].includes(target.http?.status ?? 0);
			const isSaid = symptom === "GO.TOOLCHAIN_ABSENT" && seen !== void 0;
			return [
				...fact((isSaid || isMissing) && isNowhere, "golang.org/toolchain", "is at none of the module proxies"),
				...fact(isMissing, "status", target?.http?.status),
				...fact(isSaid, "Go says", "toolchain not available", OWN_ERROR)
			];
		}
	},
	{
		code: "GO.SUMDB_OFF_TOOLCHAIN",
		bound: "machine",
		stages: ["run"],
		over: ["GO.TOOLCHAIN_ABSENT"],
		weigh({ symptom }, scene) {
			return fact((symptom === "GO.SUMDB_OFF_TOOLCHAIN" || symptom === "GO.TOOLCHAIN_ABSENT") && settingOf(scene, "GOSUMDB") === "off", "GOSUMDB", "off");
		}
	},
	{
		code: "GO.SUMDB_UNREACHABLE",
		bound: "host",
		stages: [
			"go",
			"resolve",
			"connect",
			"tunnel",
			"tls",
			"http"
		],
		over: NETWORK,
		weigh(step, { facts, steps }) {
			const isDatabase = step.symptom === "SUM.UNREACHABLE" || step.target?.role === "checksum-database";
			const isAlone = !isOneOfMany(steps);
			const { checksumDatabase = [] } = facts;
			const tried = checksumDatabase.filter(({ outcome, status }) => !outcome.ok || (status ?? 200) >= 400);
			const isDown = isDatabase && isAlone && checksumDatabase.length > 0 && tried.length === checksumDatabase.length;
			const [first] = tried;
			return [...fact(isDown, `through ${first?.through ?? ""}`, first?.outcome.code ?? first?.status ?? first?.outcome.ended), ...fact(isDown, "ways that were tried", tried.length)];
		}
	},
	{
		code: "GO.SUMDB_GARBAGE",
		bound: "host",
		stages: ["go", "run"],
		over: ["GO.SUMDB_UNREACHABLE", "SUM.GARBAGE"],
		weigh({ symptom, database }) {
			return [...fact(symptom === "SUM.GARBAGE" && database !== void 0, "the answer", "has no valid signature"), ...timing(symptom === "SUM.GARBAGE" && database !== void 0, "status", database?.status)];
		}
	},
	{
		code: "GO.PRIVATE_IN_SUMDB",
		bound: "machine",
		stages: ["go", "run"],
		over: ["GO.SUMDB_UNREACHABLE", "GO.UNKNOWN_VERSION"],
		weigh({ symptom, database, subject }, scene) {
			const isSaid = symptom === "SUM.NOT_FOUND" && database?.module !== void 0;
			const isToolchain = /^golang\.org\/toolchain\b/u.test(database?.module ?? subject);
			const isPrivate = (settingOf(scene, "GOPRIVATE") ?? "") === "" && (settingOf(scene, "GONOSUMDB") ?? "") === "";
			return [
				...fact(isSaid && !isToolchain, database?.module ?? "", `status ${database?.status ?? ""}`),
				...pattern(symptom === "GO.PRIVATE_IN_SUMDB" && isPrivate, "GOPRIVATE", "is not set"),
				...against(isSaid && isToolchain, "a toolchain", "is never private")
			];
		}
	}
];
// src/rules/failed-target.ts
function failedTargetStep(target, facts) {
	const proxy = proxyOf(target, facts);
	const found = onTheWay(target, facts) ?? atTls(target) ?? atHttp(target) ?? misled(target);
	if (found === void 0) return [];
	const [stage, symptom] = found;
	const subject = stage === "tunnel" || stage === "config" && proxy !== void 0 ? viaOf(target) : target.host;
	const step = {
		id: `target ${target.url}`,
		stage,
		symptom,
		subject,
		target
	};
	return [proxy === void 0 ? step : {
		...step,
		proxy
	}];
}
function isCgi(target, facts) {
	return (facts.environment?.variables["REQUEST_METHOD"] ?? "") !== "" || /cgi|REQUEST_METHOD/iu.test(target.route.go.reason) || facts.proxies.every(({ isValid }) => isValid);
}
function onTheWay(target, facts) {
	const proxy = proxyOf(target, facts);
	if (viaOf(target) === "refused") return isCgi(target, facts) ? ["config", "CFG.PROXY_CGI"] : void 0;
	if (proxy !== void 0) return atProxy(target, proxy);
	if (isShutTunnel(target)) return ["tunnel", tunnelSymptom(target)];
	return atName(target) ?? atConnect(target);
}
function atProxy(target, proxy) {
	const { resolve, connects, handshake } = proxy;
	if (target.tunnel?.ok === true || target.http?.status !== void 0) return void 0;
	if (resolve !== void 0 && !resolve.lookup.ok) return ["tunnel", "PROXY.DNS"];
	if (connects.length > 0 && !connects.some(({ ok }) => ok)) return ["tunnel", connects.every(({ code }) => code === "ECONNREFUSED") ? "PROXY.REFUSED" : phaseCode("connect", connects[0] ?? handshake)];
	if (handshake !== void 0 && !handshake.ok) return ["tunnel", phaseCode("tls", handshake)];
	return isShutTunnel(target) ? ["tunnel", tunnelSymptom(target)] : void 0;
}
function isShutTunnel({ tunnel }) {
	return tunnel !== void 0 && !tunnel.ok && !(tunnel.withheld === true && tunnel.status === 407);
}
function tunnelSymptom({ tunnel }) {
	const status = tunnel?.status;
	if (tunnel?.syscall === "connect" || /^E(?:CONNREFUSED|HOSTUNREACH|NETUNREACH)$/u.test(tunnel?.code ?? "")) return phaseCode("connect", tunnel);
	if (status === 407) return "PROXY.AUTH";
	if (status !== void 0 && status >= 500) return "PROXY.UPSTREAM";
	if (status !== void 0 && status >= 300) return "PROXY.DENIED";
	if (tunnel !== void 0 && isDeadline(tunnel)) return "PROXY.STALL";
	return tunnel === void 0 ? "PROXY.CLOSED" : phaseCode("tunnel", {
		...tunnel,
		code: tunnel.code ?? (tunnel.ended === void 0 ? "" : "ECONNRESET")
	});
}
function atName({ resolve }) {
	const lookup = resolve?.lookup;
	return lookup === void 0 || lookup.ok ? void 0 : ["resolve", isDeadline(lookup) ? "DNS.TIMEOUT" : phaseCode("lookup", lookup)];
}
function atConnect({ connects, dialed }) {
	const failed = connects.filter(({ ok }) => !ok);
	const isOpen = connects.length > failed.length;
	if (isOpen && (dialed === void 0 || dialed.ok)) return void 0;
	if (isOpen && dialed !== void 0) return ["connect", phaseCode("connect", dialed)];
	const [first] = failed.filter(({ family }) => family === 4).concat(failed);
	return first === void 0 ? void 0 : ["connect", isDeadline(first) ? "TCP.TIMEOUT" : phaseCode("connect", first)];
}
function atTls(target) {
	const handshake = usualHandshake(target);
	if (handshake === void 0 || handshake.ok) return void 0;
	if (target.handshakes.some(({ variant, ok }) => variant === "system-roots" && ok)) return void 0;
	if (isDeadline(handshake)) return ["tls", "TLS.HANDSHAKE_STALL"];
	if (handshake.code === void 0 && handshake.ended !== void 0) return ["tls", "TLS.CLOSED"];
	const symptom = phaseCode("tls", handshake);
	return ["tls", handshake.alert !== void 0 && symptom === "TLS.PROTOCOL" ? "TLS.ALERT" : symptom];
}
const STATUSES = {
	401: "HTTP.FORBIDDEN",
	403: "HTTP.FORBIDDEN",
	451: "HTTP.FORBIDDEN",
	404: "HTTP.NOT_FOUND",
	410: "HTTP.NOT_FOUND",
	416: "HTTP.RANGE",
	429: "HTTP.RATE_LIMIT"
};
function atHttp(target) {
	const { http } = target;
	if (http === void 0) return void 0;
	if (http.redirects.some(({ from, to }) => from.startsWith("https:") && to.startsWith("http:"))) return ["http", "HTTP.DOWNGRADE"];
	if (http.redirects.length >= 10 || http.code === "TOO_MANY_REDIRECTS") return ["http", "HTTP.LOOP"];
	const { status } = http;
	if (status === void 0) return http.ok ? void 0 : ["http", answerSymptom(http)];
	if (status >= 400 && isInnocent(target, status)) return void 0;
	if (status >= 400) return ["http", STATUSES[status] ?? (status >= 500 ? "HTTP.SERVER" : "HTTP.STATUS")];
	if (status >= 300 && status !== 304) return ["http", "HTTP.BAD_REDIRECT"];
	return wrongBody(target, http);
}
function isInnocent(target, status) {
	const { withheld, role } = target;
	if (status === 416 && !expectsFile(target)) return true;
	if (role === "goproxy" && (status === 404 || status === 410)) return true;
	return withheld === true && [
		401,
		403,
		404,
		407
	].includes(status);
}
function wrongBody(target, http) {
	const isFile = expectsFile(target);
	if (isFile && isHtml(target)) return ["http", "HTTP.HTML"];
	if (isFile && /gzip|deflate|br|zstd/iu.test(http.headers["content-encoding"] ?? "")) return ["http", "HTTP.ENCODED"];
	if (!http.ok || http.ended !== void 0 || http.code !== void 0) return ["body", isDeadline(http) ? "BODY.STALL" : phaseCode("body", cut(http))];
	if (http.isComplete && http.ranged !== "honoured" && (http.receivedBytes ?? 0) < (http.expectedBytes ?? 0)) return ["body", "ARC.TRUNCATED"];
	if (isFile && http.refreshed === "different") return ["http", "LIST.STALE"];
	return wrongHead(target, http);
}
function wrongHead({ url, role }, { firstHex = "", receivedBytes = 0 }) {
	const path = url.replace(/[?#].*$/u, "");
	if (role !== "source" && role !== "toolchain" || receivedBytes < 2 || firstHex === "") return void 0;
	if (/\.(?:tar\.gz|tgz)$/u.test(path) && !firstHex.startsWith("1f8b")) return ["http", "ARC.NOT_GZIP"];
	return path.endsWith(".zip") && !firstHex.startsWith("504b") ? ["http", "ARC.NOT_ZIP"] : void 0;
}
function answerSymptom(http) {
	if (isDeadline(http)) return "HTTP.TTFB_STALL";
	if (http.code === "ERR_INVALID_URL" || http.redirects.length > 0 && !/^(?:HPE_|ECONNRESET|EPIPE)/u.test(http.code ?? "")) return "HTTP.BAD_REDIRECT";
	return phaseCode("request", cut(http));
}
function cut(http) {
	if (http.code !== void 0 || http.ended === void 0) return http;
	return {
		...http,
		code: "ECONNRESET",
		...http.ended === "reset" ? { syscall: "read" } : {}
	};
}
function misled(target) {
	const { resolve, host } = target;
	if (resolve === void 0 || isVouchedFor(target) || resolve.hosts.length > 0) return void 0;
	const bogons = bogonsOf(target);
	const isStray = isInPublicDomain(host) || resolve.rooted?.ok === false;
	return bogons.some((require_preflight ??= require("./preflight.cjs")).isBogon) || bogons.length > 0 && isStray ? ["resolve", "DNS.BOGON"] : void 0;
}
function phaseCode(phase, outcome) {
	return (require_failure ??= require("./failure.cjs")).codeOfNetError({
		phase,
		code: outcome?.code,
		message: outcome?.message ?? "",
		syscall: outcome?.syscall,
		viaProxy: false
	});
}
const DEPTH = [
	"resolve",
	"connect",
	"tunnel",
	"tls",
	"http",
	"body"
];
function hasPassed(target, stage, facts) {
	const depth = DEPTH.indexOf(stage);
	if (depth === -1) return false;
	const failed = failedTargetStep(target, facts)[0];
	if (failed !== void 0) return failed.stage !== "config" && DEPTH.indexOf(failed.stage) > depth;
	const { resolve, connects, handshakes, tunnel, http } = target;
	return (http !== void 0 ? 5 : handshakes.length > 0 ? 3 : tunnel !== void 0 ? 2 : connects.length > 0 ? 1 : resolve === void 0 ? -1 : 0) >= depth;
}
// src/rules/cause-http.ts
function httpRule(code, weigh, more = {}) {
	return {
		code,
		bound: "host",
		stages: ["http"],
		...more,
		weigh: (step) => step.target?.http === void 0 ? [] : weigh(step.target.http, step)
	};
}
function statusRule(code, is, hint = () => []) {
	return httpRule(code, (http) => http.status !== void 0 && is(http.status) ? [...fact(true, "status", http.status), ...hint(http)] : []);
}
function hasNoAnswer(http) {
	return http.status === void 0 && !isDeadline(http);
}
const errorCode = ({ code }, pattern_) => pattern_.test(code ?? "");
const received = ({ receivedBytes = 0 }) => receivedBytes;
const HTTP_CAUSES = [
	statusRule("HTTP.AUTH", (status) => status === 401),
	statusRule("HTTP.FORBIDDEN", (status) => status === 403),
	statusRule("HTTP.LEGAL", (status) => status === 451),
	statusRule("HTTP.NOT_FOUND", (status) => status === 404 || status === 410),
	statusRule("HTTP.RANGE_INVALID", (status) => status === 416),
	statusRule("HTTP.SERVER", (status) => status >= 500 && status !== 511),
	statusRule("HTTP.STATUS", (status) => status >= 400 && status < 500 && ![
		401,
		403,
		404,
		407,
		410,
		416,
		429,
		451
	].includes(status)),
	httpRule("HTTP.RATE_LIMIT", (http) => [
		...fact(http.status === 429, "status", 429),
		...fact(http.status === 403 && http.headers["x-ratelimit-remaining"] === "0", "x-ratelimit-remaining", "0"),
		...timing(http.status === 429 && http.headers["retry-after"] !== void 0, "retry-after", http.headers["retry-after"])
	], { over: ["HTTP.FORBIDDEN"] }),
	{
		code: "MIRROR.LAG",
		bound: "host",
		stages: ["http"],
		over: ["HTTP.NOT_FOUND"],
		test: "Look whether the list of this source names the file, and whether another source has it",
		weigh({ target }, { facts }) {
			const isMissing = target?.http?.status === 404 || target?.http?.status === 410;
			const other = facts.targets.find((item) => item.role === "source" && item.host !== target?.host && item.http?.ok === true && failedTargetStep(item, facts).length === 0);
			const isLag = isMissing && target?.isListed === true;
			return [
				...fact(isLag, "status", target?.http?.status),
				...fact(isLag, "the list of the source", "names the file"),
				...flip(isLag && other !== void 0, `${other?.host ?? ""}`, "has it")
			];
		}
	},
	httpRule("HTTP.LOOP", ({ redirects, code, message = "" }) => [...fact(redirects.length >= 10 || /redirect count|too many redirects/iu.test(message) || /TOO_MANY_REDIRECTS$/u.test(code ?? ""), "redirects", redirects.length), ...fact(redirects.length > 2 && new Set(redirects.map(({ to }) => to)).size < redirects.length, "the same address again", redirects.at(-1)?.to)]),
	httpRule("HTTP.BAD_REDIRECT", (http) => [
		...fact((http.status ?? 0) >= 300 && (http.status ?? 0) < 400 && http.redirects.length < 10 && http.code === void 0, "status without a usable Location", http.status),
		...fact(errorCode(http, /^(?:ERR_INVALID_URL|BAD_LOCATION|INWARD_REDIRECT)$/u), "Location", http.redirects.at(-1)?.to ?? "cannot be read"),
		...timing(http.redirects.length > 0 && errorCode(http, /^(?:ENOTFOUND|EAI_)/u), "redirect to", http.redirects.at(-1)?.to)
	]),
	httpRule("HTTP.DOWNGRADE", ({ redirects }) => {
		const hop = redirects.find(({ from, to }) => from.startsWith("https:") && to.startsWith("http:"));
		return fact(hop !== void 0, "redirect to", hop?.to);
	}),
	httpRule("HTTP.TTFB_STALL", (http) => fact(http.status === void 0 && isDeadline(http), "after the request", `nothing in ${Math.round(http.ms)} ms`)),
	httpRule("HTTP.EMPTY", (http) => fact(hasNoAnswer(http) && isClosed(http) && received(http) === 0, "after the request", "closed without a byte")),
	httpRule("TCP.RESET", (http) => fact(hasNoAnswer(http) && isReset(http), "after the request", "reset")),
	httpRule("HTTP.STALE_SOCKET", (http) => {
		const isIt = http.reusedSocket === true && hasNoAnswer(http) && (isReset(http) || isClosed(http)) && received(http) === 0;
		return [...fact(isIt, "kept connection", "was used again"), ...fact(isIt, "end", http.ended ?? http.code)];
	}, {
		over: ["TCP.RESET", "HTTP.EMPTY"],
		test: "Ask once more over a new connection"
	}),
	httpRule("HTTP.CUT_HEADERS", (http) => fact(hasNoAnswer(http) && (errorCode(http, /^HPE_INVALID_EOF_STATE$/u) || received(http) > 0 && (isClosed(http) || isReset(http))), "bytes before the end", received(http)), { over: ["HTTP.EMPTY", "TCP.RESET"] }),
	{
		code: "HTTP.NOT_HTTP",
		bound: "host",
		stages: ["http", "tls"],
		over: ["TLS.PLAIN_HTTP", "TLS.PROTOCOL"],
		weigh({ target, stage }) {
			const spoke = target?.connects.find(({ silence }) => silence === "spoke")?.spokeHex;
			const first = target?.http?.firstHex ?? "";
			const isNoHttp = stage === "http" && hasOddStart(target?.http) && !first.startsWith("48545450");
			return [...fact(isNoHttp, "first bytes", first || target?.http?.code), ...fact(spoke !== void 0 && !spoke.startsWith("1503"), "it speaks first", spoke)];
		}
	},
	{
		code: "HTTP.BROKEN_PROXY",
		bound: "host",
		stages: [
			"http",
			"body",
			"archive"
		],
		weigh({ target, archive }) {
			const http = target?.http;
			const isFraming = /^(?:HPE_CLOSED_CONNECTION|HPE_HEADER_OVERFLOW|HPE_INVALID_TRANSFER_ENCODING|HPE_UNEXPECTED_CONTENT_LENGTH|HPE_INVALID_CONTENT_LENGTH|HPE_LF_EXPECTED|HPE_CR_EXPECTED|HPE_INVALID_HEADER_TOKEN)$/u.test(http?.code ?? "");
			const isLong = http?.announcedBytes !== void 0 && (http.receivedBytes ?? 0) > http.announcedBytes;
			return [
				...fact(isFraming, "HTTP", http?.code),
				...fact(isLong, "bytes more than announced", (http?.receivedBytes ?? 0) - (http?.announcedBytes ?? 0)),
				...timing((isFraming || isLong) && http?.headers["via"] !== void 0, "via", http?.headers["via"]),
				...pattern(archive?.kind === "longer", "bytes", archive?.bytes)
			];
		}
	},
	{
		code: "HTTP.STALE_CACHE",
		bound: "host",
		stages: [
			"http",
			"archive",
			"run"
		],
		over: [
			"VER.TAMPERED",
			"HTTP.NOT_FOUND",
			"ARC."
		],
		test: "Ask once more with Cache-Control: no-cache, and compare",
		weigh({ target, seen }, { facts }) {
			const http = (target ?? facts.targets.find((item) => seen !== void 0 && (item.sourceId === seen.subject || item.host === seen.subject)))?.http;
			const age = Number(http?.headers["age"] ?? 0);
			const isCached = age > 0 || http?.headers["via"] !== void 0 || /hit/iu.test(`${http?.headers["x-cache"] ?? ""} ${http?.headers["cache-status"] ?? ""}`);
			const isOther = http?.refreshed === "different";
			return [
				...flip(isOther, "the same with Cache-Control: no-cache", "is different"),
				...fact(isOther && isCached, "age", http?.headers["age"] ?? http?.headers["x-cache"] ?? http?.headers["via"]),
				...pattern(!isOther && age >= 3600 && isCached, "age", age),
				...against(http?.refreshed === "same" && isCached, "the same with Cache-Control: no-cache", "is the same")
			];
		}
	},
	h2Rule("H2.STREAM", /NGHTTP2_(?:INTERNAL_ERROR|PROTOCOL_ERROR|CANCEL|STREAM_CLOSED|FLOW_CONTROL_ERROR)|stream error: stream ID \d+; (?:INTERNAL_ERROR|PROTOCOL_ERROR|CANCEL)|HTTP\/2 stream \d+ was not closed cleanly: (?:INTERNAL|PROTOCOL)/iu),
	h2Rule("H2.GOAWAY", /GOAWAY/iu),
	h2Rule("H2.REFUSED", /REFUSED_STREAM/iu),
	h2Rule("H2.RATE", /ENHANCE_YOUR_CALM/iu)
];
function hasOddStart(http) {
	return http !== void 0 && /^HPE_(?:INVALID_CONSTANT|INVALID_VERSION|INVALID_METHOD|INVALID_STATUS)$/u.test(http.code ?? "");
}
function h2Rule(code, words) {
	return {
		code,
		bound: "host",
		stages: [
			"http",
			"body",
			"client",
			"run"
		],
		over: [
			"HTTP.EMPTY",
			"HTTP.NOT_HTTP",
			"BODY.TRUNCATED",
			"BODY.RESET",
			"TCP.RESET",
			"HTTP.BAD_REDIRECT"
		],
		weigh({ target, client, seen }) {
			const own = `${target?.http?.code ?? ""} ${target?.http?.message ?? ""}`;
			const other = `${client?.code ?? ""} ${client?.message ?? ""} ${Object.values(seen?.evidence ?? {}).join(" ")}`;
			return [...fact(words.test(own), "HTTP/2", own.trim().slice(0, 80)), ...fact(words.test(other), "HTTP/2", other.trim().slice(0, 80), .8)];
		}
	};
}
// src/rules/page-words.ts
const LOGIN_WORDS = [
	...[
		"log ?-?in",
		"log ?on",
		"sign ?-?in",
		"sign ?-?on",
		"captive",
		"portal",
		"hotspot",
		"guest",
		"wi-?fi",
		"welcome",
		"accept"
	],
	...[
		"terms",
		"authenticat\\w*",
		"anmeld\\w*",
		"einloggen",
		"willkommen",
		"connexion",
		"identifi\\w*",
		"portail",
		"iniciar",
		"acceso"
	],
	...[
		"accedi",
		"accesso",
		"entrar",
		"acessar",
		"aanmelden",
		"logowanie",
		"zaloguj"
	]
];
const LOGIN_SIGNS = [
	"\u767b\u5f55",
	"\u767b\u9304",
	"\u767b\u9646",
	"\u8ba4\u8bc1",
	"\u8a8d\u8b49",
	"\u6b22\u8fce",
	"\u30ed\u30b0\u30a4\u30f3",
	"\u8a8d\u8a3c",
	"\ub85c\uadf8\uc778",
	"\uc778\uc99d",
	"\u0432\u0445\u043e\u0434",
	"\u0432\u043e\u0439\u0442\u0438",
	"\u0430\u0432\u0442\u043e\u0440\u0438\u0437\u0430\u0446",
	"sesi\u00f3n",
	"giri\u015f"
];
const BLOCK_WORDS = [
	...[
		"web ?page blocked",
		"blocked",
		"category",
		"url filter\\w*",
		"content filter\\w*",
		"web filter\\w*",
		"security policy"
	],
	...[
		"policy violation",
		"acceptable use",
		"restricted",
		"prohibited",
		"not permitted",
		"gesperrt",
		"blockiert",
		"bloqu\\w*"
	],
	...[
		"interdit\\w*",
		"bloccat\\w*",
		"zablokowan\\w*",
		"geblokkeerd"
	]
];
const BLOCK_SIGNS = [
	"\u5df2\u88ab\u963b\u6b62",
	"\u7981\u6b62\u8bbf\u95ee",
	"\u88ab\u5c01\u9501",
	"\u5c01\u9396",
	"\u30d6\u30ed\u30c3\u30af",
	"\ucc28\ub2e8",
	"\u0437\u0430\u0431\u043b\u043e\u043a\u0438\u0440\u043e\u0432\u0430\u043d",
	"\u0437\u0430\u043f\u0440\u0435\u0449"
];
const BLOCK_VENDORS = [...[
	"fortiguard",
	"fortinet",
	"zscaler",
	"netskope",
	"palo ?alto",
	"blue ?coat",
	"forcepoint",
	"websense",
	"sophos",
	"umbrella"
], ...[
	"barracuda",
	"sonicwall",
	"check ?point",
	"mcafee",
	"skyhigh",
	"cisco"
]];
function anyOf(words, signs) {
	return new RegExp([`\\b(?:${words.join("|")})\\b`, ...signs].join("|"), "iu");
}
const LOGIN = anyOf(LOGIN_WORDS, LOGIN_SIGNS);
const BLOCK$1 = anyOf(BLOCK_WORDS, [...BLOCK_SIGNS, ...BLOCK_VENDORS]);
const LOGIN_PLACE = /(?:^|[./_-])(?:log-?in|log-?on|sign-?in|sso|auth\w*|idp|adfs|saml\d*|oauth2?|openid|okta|accounts?|identity|keycloak|cas|passport)(?:[./?_-]|$)/iu;
// src/rules/cause-page.ts
function wordsOf(http) {
	return `${http?.title ?? ""} ${http?.excerpt ?? ""}`.slice(0, 2e3);
}
function foreignHop(target) {
	return (target.http?.redirects.findLast(({ to }) => registrableDomain(hostOf$1(to)) !== registrableDomain(target.host) || LOGIN_PLACE.test(to)))?.to;
}
function samePage(target, facts) {
	const hop = foreignHop(target);
	return facts.targets.find((other) => {
		if (other.host === target.host || other.http === void 0) return false;
		const isSameTitle = isHtml(other) && target.http?.title !== void 0 && other.http.title === target.http.title;
		const otherHop = foreignHop(other);
		return isSameTitle || hop !== void 0 && otherHop !== void 0 && hostOf$1(hop) === hostOf$1(otherHop);
	});
}
function spared(target, facts) {
	if (samePage(target, facts) !== void 0) return void 0;
	return facts.targets.find((other) => other.host !== target.host && other.http?.ok === true && (other.http.status ?? 0) < 400);
}
function htmlVotes({ target }) {
	const { http } = target;
	const isWords = LOGIN.test(wordsOf(http));
	const isSet = http?.headers["set-cookie"] !== void 0 || http?.headers["x-frame-options"] !== void 0;
	return [...pattern(isWords, "words of a login", http?.title ?? http?.excerpt?.slice(0, 60)), ...timing(isSet, "a file with", "a cookie or a frame rule")];
}
function isPage(target) {
	return isHtml(target) && ((target.http?.status ?? 0) < 400 || target.http?.status === 511);
}
function portalWeights(target, { facts }) {
	const same = samePage(target, facts);
	const isOwn = target.role === "goproxy" && same === void 0;
	const hop = foreignHop(target);
	const isLed = hop !== void 0 && LOGIN_PLACE.test(hop);
	const other = spared(target, facts);
	const isBlock = BLOCK$1.test(wordsOf(target.http)) && !LOGIN.test(wordsOf(target.http));
	return [
		...flip(same !== void 0, `${same?.host ?? ""} shows the same page`, same?.http?.title ?? same?.http?.redirects.at(-1)?.to),
		...(isOwn || isBlock ? timing : fact)(isPage(target), "HTML came where a file was expected", target.http?.title ?? target.http?.headers["content-type"]),
		...fact(target.http?.status === 511, "status", 511),
		...fact(isLed && other === void 0 && !isPage(target), "redirect to", hop),
		...against(isLed && other !== void 0, `${other?.host ?? ""} is not led there`, hop),
		...isPage(target) ? htmlVotes({ target }) : []
	];
}
const PAGE_CAUSES = [
	{
		code: "HTTP.PORTAL",
		bound: "host",
		stages: [
			"http",
			"tls",
			"go"
		],
		over: [
			"ARC.",
			"GO.PROXY_HTML",
			"GO.SUMDB_GARBAGE",
			"HTTP.DOWNGRADE",
			"HTTP.SERVER",
			"TLS.PLAIN_HTTP",
			"HTTP.CE_LABEL"
		],
		test: "Open an address that is none of the sources: a portal shows the same page there",
		weigh(step, scene) {
			const { target } = step;
			if (target !== void 0 && step.stage !== "tls") return portalWeights(target, scene);
			const away = scene.facts.targets.find((other) => other.role === "control" && (foreignHop(other) !== void 0 || isPage(other) && LOGIN.test(wordsOf(other.http))));
			const isCandidate = step.symptom === "TLS.PLAIN_HTTP" || step.symptom === "LIST.MALFORMED" || step.symptom === "SUM.GARBAGE";
			return flip(isCandidate && away !== void 0, `${away?.host ?? ""} leads to`, away?.http?.redirects.at(-1)?.to ?? away?.http?.title);
		}
	},
	{
		code: "HTTP.BLOCK_PAGE",
		bound: "host",
		stages: ["http"],
		over: [
			"HTTP.FORBIDDEN",
			"HTTP.LEGAL",
			"HTTP.PORTAL",
			"HTTP.AUTH_REDIRECT",
			"HTTP.SERVER",
			"HTTP.STATUS",
			"ARC.",
			"GO.PROXY_HTML"
		],
		weigh({ target }) {
			if (target === void 0 || !isHtml(target) || target.http?.status === 511 || target.http?.status === 401) return [];
			const { http } = target;
			const words = BLOCK$1.exec(wordsOf(http))?.[0];
			const isVendor = BLOCK$1.test(http?.headers["server"] ?? "") || http?.headers["x-squid-error"] !== void 0;
			const isBlock = words !== void 0 || isVendor;
			return [
				...fact(isBlock, "HTML page with status", http?.status),
				...pattern(words !== void 0, "words of a filter", http?.title ?? words),
				...pattern(isVendor, "server", http?.headers["x-squid-error"] ?? http?.headers["server"]),
				...against(isBlock && (http?.status ?? 0) < 400 && LOGIN.test(wordsOf(http)), "words of a login", http?.title)
			];
		}
	},
	{
		code: "HTTP.AUTH_REDIRECT",
		bound: "host",
		stages: ["http"],
		over: [
			"HTTP.BAD_REDIRECT",
			"HTTP.LOOP",
			"GO.PROXY_HTML",
			"DNS.",
			"TCP.",
			"TLS."
		],
		test: "Open an address that is none of the sources: a portal sends it to the same place",
		weigh({ target }, { facts }) {
			if (target === void 0 || target.http?.redirects.length === 0) return [];
			const hop = foreignHop(target);
			const isFollowed = isPage(target) || (target.http?.status ?? 0) >= 400 || target.http?.status === void 0;
			const same = samePage(target, facts);
			const other = spared(target, facts);
			const isLogin = hop !== void 0 && isFollowed && (LOGIN_PLACE.test(hop) || isPage(target) && LOGIN.test(wordsOf(target.http)));
			return [
				...fact(isLogin, "redirect to", hop),
				...pattern(isLogin && LOGIN_PLACE.test(hop), "a place to log in", hostOf$1(hop ?? "")),
				...fact(isLogin && other !== void 0, `${other?.host ?? ""} is not led there`, "it answers"),
				...against(isLogin && same !== void 0, `${same?.host ?? ""} is led there too`, hop)
			];
		}
	}
];
// src/rules/cause-proxy.ts
function tunnelRule(code, weigh, over) {
	return {
		code,
		bound: "host",
		stages: ["tunnel"],
		...over === void 0 ? {} : { over },
		weigh: (step) => step.target?.tunnel === void 0 || step.target.tunnel.ok ? [] : weigh(step.target.tunnel, step)
	};
}
const speaks = ({ status }) => status !== void 0;
const textOf = (tunnel) => [
	tunnel.status,
	tunnel.reason,
	tunnel.squidError
].filter((item) => item !== void 0).join(" ");
const PROXY_CAUSES = [
	{
		code: "PROXY.DNS",
		bound: "path",
		stages: ["tunnel"],
		weigh: ({ proxy }) => fact(proxy?.resolve?.lookup.ok === false, "look-up of the proxy", proxy?.resolve?.lookup.code)
	},
	{
		code: "PROXY.REFUSED",
		bound: "path",
		stages: ["tunnel"],
		weigh({ proxy, target }) {
			const connects = proxy?.connects ?? [];
			const isRefused = connects.length > 0 && connects.every(({ code }) => code === "ECONNREFUSED");
			return fact(isRefused || connects.length === 0 && target?.tunnel?.code === "ECONNREFUSED", "connection to the proxy", "ECONNREFUSED");
		}
	},
	{
		code: "PROXY.UNREACHABLE",
		bound: "path",
		stages: ["tunnel"],
		weigh({ proxy, target }) {
			const connects = proxy?.connects ?? [];
			const isDead = connects.length > 0 && connects.every(({ ok }) => !ok) && connects.some(({ code }) => code !== "ECONNREFUSED");
			const other = /^(?:EHOSTUNREACH|ENETUNREACH|EHOSTDOWN)$/u.test(target?.tunnel?.code ?? "") && connects.length === 0;
			return fact(isDead || other, "connection to the proxy", connects[0]?.code ?? connects[0]?.ended ?? target?.tunnel?.code);
		}
	},
	{
		code: "CFG.PROXY_SCHEME_MISMATCH",
		bound: "path",
		stages: ["tunnel"],
		over: ["PROXY.", "TLS."],
		weigh({ proxy, target }) {
			if (proxy?.scheme !== "https") return [];
			const texts = [proxy.handshake, target?.tunnel].map((item) => `${item?.code ?? ""} ${item?.message ?? ""}`).join(" ");
			const isPlain = proxy.handshake?.firstHex?.startsWith("48545450") === true || /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|wrong version number/u.test(texts);
			return [
				...pattern(!isPlain && hasNoTls(proxy), "TLS with the proxy", "not a byte came"),
				...timing(!isPlain && hasNoTls(proxy), "the variable says", "https"),
				...fact(isPlain, "TLS with the proxy", proxy.handshake?.code ?? target?.tunnel?.code ?? "HTTP came"),
				...flip(/^(?:HTTP\/|48545450)/u.test(proxy.spoke ?? ""), "a plain request to the proxy", proxy.spoke?.slice(0, 40))
			];
		}
	},
	{
		code: "CFG.PROXY_SOCKS",
		bound: "machine",
		stages: ["config", "tunnel"],
		over: ["PROXY.", "CFG.PROXY_SCHEME"],
		weigh: ({ proxy }) => fact(proxy?.scheme.startsWith("socks") ?? false, proxy?.variables[0] ?? "proxy", proxy?.scheme)
	},
	{
		code: "CFG.PROXY_SCHEME",
		bound: "machine",
		stages: ["tunnel"],
		weigh: ({ proxy }) => fact(proxy !== void 0 && !/^(?:https?|socks\w*|)$/u.test(proxy.scheme), proxy?.variables[0] ?? "proxy", proxy?.scheme)
	},
	{
		code: "CFG.PROXY_URL_INVALID",
		bound: "machine",
		stages: ["config", "tunnel"],
		over: [
			"PROXY.",
			"CFG.PROXY_SCHEME",
			"CFG.PROXY_SOCKS"
		],
		weigh: ({ proxy }) => fact(proxy !== void 0 && !proxy.isValid, proxy?.variables[0] ?? "proxy", proxy?.address)
	},
	{
		code: "CFG.PROXY_URL_NO_SCHEME",
		bound: "machine",
		stages: [
			"tunnel",
			"connect",
			"resolve",
			"run"
		],
		test: "Run again with http:// in front of the value",
		weigh: (_step, { facts }) => {
			const bare = facts.proxies.find(({ isValid, scheme }) => isValid && scheme === "");
			return pattern(bare !== void 0, bare?.variables[0] ?? "proxy", "has no scheme", .5);
		}
	},
	{
		code: "CFG.PROXY_CGI",
		bound: "machine",
		stages: ["config"],
		weigh: (step, { facts }) => [...fact(step.symptom === "CFG.PROXY_CGI", "HTTP_PROXY", step.target?.route.go.reason), ...fact(step.symptom === "CFG.PROXY_CGI" && (facts.environment?.variables["REQUEST_METHOD"] ?? "") !== "", "REQUEST_METHOD", "is set")]
	},
	{
		code: "CFG.TLS_DISABLED",
		bound: "machine",
		stages: ["config"],
		weigh: (step) => fact(step.symptom === "CFG.TLS_DISABLED", "NODE_TLS_REJECT_UNAUTHORIZED", "0")
	},
	{
		code: "CFG.HTTPS_PROXY_MISSING",
		bound: "machine",
		stages: [
			"connect",
			"resolve",
			"tls"
		],
		over: [
			"TCP.",
			"DNS.",
			"TLS."
		],
		test: "Ask the proxy of HTTP_PROXY to connect to the host",
		weigh({ target }, { facts }) {
			const variables = facts.environment?.variables ?? {};
			const named = facts.proxies.flatMap((item) => item.variables);
			const has = (name) => [name, name.toLowerCase()].some((item) => (variables[item] ?? "") !== "" || named.includes(item));
			if (target === void 0 || !target.url.startsWith("https:") || target.route.go.via !== "direct" || has("HTTPS_PROXY") || !has("HTTP_PROXY")) return [];
			if (/no_proxy/iu.test(target.route.go.reason)) return [];
			return [...timing(true, "HTTPS_PROXY", "is not set, HTTP_PROXY is"), ...flip(target.offRoute?.ok === true, "through the proxy of HTTP_PROXY", "connects")];
		}
	},
	tunnelRule("PROXY.STALL", (tunnel, { proxy }) => (proxy !== void 0 && hasNoTls(proxy) ? timing : fact)(!speaks(tunnel) && isDeadline(tunnel) && !hasDeadProxy(proxy), "CONNECT", "no answer in its time")),
	tunnelRule("PROXY.AUTH", (tunnel) => fact(tunnel.status === 407, "CONNECT", [textOf(tunnel), ...tunnel.schemes].join(" "))),
	tunnelRule("PROXY.DENIED", (tunnel, { target }) => [
		...fact([
			401,
			403,
			405,
			451
		].includes(tunnel.status ?? 0), "CONNECT", textOf(tunnel)),
		...pattern(isOtherRefusal(tunnel.status), "CONNECT", textOf(tunnel)),
		...fact(tunnel.squidError?.startsWith("ERR_ACCESS_DENIED") ?? false, "X-Squid-Error", tunnel.squidError),
		...against(target?.port !== 443 && isOk(tunnel.onPort443), "the same host on port 443", tunnel.onPort443)
	]),
	tunnelRule("PROXY.PORT_DENIED", (tunnel, { target }) => {
		const isRefusal = (tunnel.status ?? 0) >= 400 && (tunnel.status ?? 0) < 500 && tunnel.status !== 407 && target?.port !== 443;
		return [
			...pattern(isRefusal && tunnel.onPort443 === void 0, "port", target?.port),
			...flip(isRefusal && isOk(tunnel.onPort443), "the same host on port 443", tunnel.onPort443),
			...fact(isRefusal && isOk(tunnel.onPort443), "CONNECT", textOf(tunnel))
		];
	}, ["PROXY.DENIED"]),
	tunnelRule("PROXY.UPSTREAM", (tunnel) => [...fact((tunnel.status ?? 0) >= 500, "CONNECT", textOf(tunnel)), ...fact((tunnel.status ?? 0) >= 500 && tunnel.squidError !== void 0, "X-Squid-Error", tunnel.squidError)]),
	tunnelRule("PROXY.CLOSED", (tunnel, { proxy }) => fact(!speaks(tunnel) && isClosed(tunnel) && !hasDeadProxy(proxy), "CONNECT", "closed without an answer")),
	tunnelRule("PROXY.RESET", (tunnel, { proxy }) => fact(!speaks(tunnel) && isReset(tunnel) && !hasDeadProxy(proxy), "CONNECT", "reset without an answer")),
	tunnelRule("PROXY.NOT_HTTP", (tunnel) => fact(/^HPE_/u.test(tunnel.code ?? ""), "answer to CONNECT", tunnel.headHex ?? tunnel.code)),
	{
		code: "PROXY.INJECTS",
		bound: "host",
		stages: ["tunnel", "tls"],
		over: ["TLS.", "PROXY."],
		weigh({ target }) {
			const { tunnel } = target ?? {};
			const injects = isOk(tunnel?.status) && (tunnel?.headHex ?? "") !== "" && tunnel?.headHex?.startsWith("16") === false;
			return [...fact(injects, "bytes behind the answer to CONNECT", tunnel?.headHex), ...fact(injects, "CONNECT", tunnel?.status)];
		}
	}
];
function isOk(status) {
	return status !== void 0 && status >= 200 && status < 300;
}
function isOtherRefusal(status = 0) {
	return (status >= 300 && status < 500 || status === 451) && ![
		401,
		403,
		405,
		407,
		451
	].includes(status);
}
function hasNoTls({ handshake }) {
	return handshake !== void 0 && !handshake.ok && handshake.receivedBytes === 0;
}
function hasDeadProxy(proxy) {
	if (proxy === void 0) return false;
	return proxy.resolve?.lookup.ok === false || proxy.connects.length > 0 && !proxy.connects.some(({ ok }) => ok);
}
// src/rules/cause-seen.ts
const NAMED_BY_TOOLS = [
	["GO.SUMDB_MISMATCH"],
	["GO.GOSUM_MISMATCH"],
	["GO.GOSUM_MISSING"],
	["GO.GOSUM_MALFORMED"],
	["GO.TOOLCHAIN_LOCAL", "GOTOOLCHAIN"],
	["GO.FLAG_INSECURE", "GOFLAGS"],
	["GO.FLAGS", "GOFLAGS"],
	["GO.VCS_AUTH"],
	["GO.VCS_NOT_FOUND"],
	["GO.VCS_MISSING"],
	["GO.VCS_POLICY", "GOVCS"],
	["GO.NO_META"],
	["GO.UNKNOWN_VERSION"],
	["GO.VENDOR"],
	["GO.MODULES_OFF", "GO111MODULE"],
	["GO.NO_MOD"],
	["GO.MOD_SYNTAX"]
];
function settingText(name, { facts }) {
	const settings = facts.environment?.settings ?? {};
	return name !== void 0 && Object.hasOwn(settings, name) ? settings[name]?.value : void 0;
}
function reliabilityOf({ seen }) {
	return seen?.evidence["tool"] === void 0 ? OWN_ERROR : TOOL_TEXT;
}
function toolRule(code, setting) {
	return {
		code,
		bound: "machine",
		stages: ["run"],
		weigh(step, scene) {
			if (step.symptom !== code) return [];
			const value = settingText(setting, scene);
			return [...fact(true, "met by the run", step.subject, reliabilityOf(step)), ...pattern(value !== void 0 && value !== "", setting ?? "", value)];
		}
	};
}
function seenRule(code) {
	return {
		code,
		bound: "host",
		stages: ["run"],
		test: "Run doctor while it fails: a probe then says which layer it is",
		weigh(step) {
			const text = Object.entries(step.seen?.evidence ?? {})[0];
			return [...fact(step.symptom === code, "met by the run", step.subject, reliabilityOf(step)), ...timing(text !== void 0 && step.symptom === code, text?.[0] ?? "", text?.[1]?.slice(0, 120), reliabilityOf(step))];
		}
	};
}
const SEEN_CAUSES = NAMED_BY_TOOLS.map(([code, setting]) => toolRule(code, setting));
// src/rules/cause-tcp.ts
const AT_ONCE_MS = 500;
const NO_ARP_MS = 2e3;
function failedConnects({ target }) {
	const failed = (target?.connects ?? []).filter(({ ok }) => !ok);
	const v4 = failed.filter(({ family }) => family === 4);
	return v4.length > 0 ? v4 : failed;
}
function hasNoLocalAddress({ local, message }) {
	return /(?:^|\()(?:0\.0\.0\.0|::|\[::\])(?::0\b|\)|$)/u.test(local ?? "") || /Local \((?:0\.0\.0\.0|::|undefined):/u.test(message ?? "");
}
function connectRule(code, rule) {
	return {
		code,
		bound: "host",
		stages: ["connect"],
		...rule.over === void 0 ? {} : { over: rule.over },
		weigh(step) {
			const attempt = failedConnects(step).find(rule.is);
			if (attempt === void 0 || (step.target?.connects ?? []).some(({ ok }) => ok)) return [];
			return [...fact(true, `${attempt.address} port ${attempt.port}`, attempt.code ?? attempt.ended), ...timing(rule.hint?.(attempt) ?? false, "ms", Math.round(attempt.ms))];
		}
	};
}
function silentCut(code, how) {
	return {
		code,
		bound: "host",
		stages: [
			"connect",
			"tls",
			"http"
		],
		over: [
			"TLS.",
			"HTTP.",
			"TCP.RESET"
		],
		weigh({ target }) {
			const cut = target?.connects.find(({ ok, silence }) => ok && silence === how);
			const isWhole = target?.connects.some(({ silence }) => silence === "open") ?? false;
			return [...fact(cut !== void 0 && !isWhole, `${cut?.address ?? ""} before we spoke`, how), ...pattern(cut !== void 0 && !isWhole, "TCP", "was accepted")];
		}
	};
}
const isUnreachable = ({ code }) => code === "EHOSTUNREACH" || code === "EHOSTDOWN";
const hasNoPort = ({ code, family }) => code === "EADDRNOTAVAIL" && family === 4;
const isNetUnreachable = ({ code }) => code === "ENETUNREACH" || code === "ENETDOWN";
const TCP_CAUSES = [
	connectRule("TCP.REFUSED", { is: ({ code }) => code === "ECONNREFUSED" }),
	connectRule("TCP.TIMEOUT", { is: isDeadline }),
	connectRule("TCP.PROHIBITED", {
		is: (attempt) => isUnreachable(attempt) && attempt.ms < AT_ONCE_MS || attempt.code === "EACCES" || attempt.code === "EPERM",
		hint: ({ ms }) => ms < AT_ONCE_MS
	}),
	connectRule("TCP.HOST_DOWN", {
		is: (attempt) => isUnreachable(attempt) && attempt.ms >= NO_ARP_MS,
		hint: () => true
	}),
	connectRule("TCP.HOST_UNREACH", { is: (attempt) => isUnreachable(attempt) && attempt.ms >= AT_ONCE_MS && attempt.ms < NO_ARP_MS }),
	connectRule("TCP.NO_ROUTE", {
		is: (attempt) => isNetUnreachable(attempt) && hasNoLocalAddress(attempt) || attempt.code === "EADDRNOTAVAIL" && !hasNoPort(attempt) || attempt.code === "EAFNOSUPPORT",
		hint: hasNoLocalAddress
	}),
	connectRule("TCP.NO_PORTS", {
		is: hasNoPort,
		hint: () => true
	}),
	connectRule("TCP.NET_UNREACH", { is: (attempt) => isNetUnreachable(attempt) && !hasNoLocalAddress(attempt) }),
	connectRule("TCP.RESET", { is: ({ code, ended }) => code === "ECONNRESET" || ended === "reset" }),
	silentCut("TCP.ACCEPT_RESET", "reset"),
	silentCut("TCP.ACCEPT_CLOSED", "fin"),
	{
		code: "FS.FD_LIMIT",
		bound: "machine",
		stages: [
			"connect",
			"tunnel",
			"resolve",
			"disk",
			"run"
		],
		over: [
			"TCP.",
			"FS.IO",
			"DNS."
		],
		weigh(step) {
			const found = [
				errnoOf(step)?.code,
				step.target?.resolve?.lookup.code,
				...failedConnects(step).map((item) => item.code),
				...(step.proxy?.connects ?? []).map((item) => item.code)
			].find((item) => item === "EMFILE" || item === "ENFILE");
			return fact(found !== void 0, "errno", found, errnoOf(step)?.reliability);
		}
	},
	{
		code: "SELF.ADDR_CUTOFF",
		bound: "host",
		stages: ["connect"],
		over: ["TCP."],
		weigh({ target }) {
			const { dialed, connects = [] } = target ?? {};
			const open = connects.find(({ ok }) => ok);
			const isEarly = dialed !== void 0 && !dialed.ok && dialed.ms >= 200 && dialed.ms <= 600 && isDeadline(dialed);
			return [...flip(isEarly && open !== void 0, `${open?.address ?? ""} alone`, `connected after ${Math.round(open?.ms ?? 0)} ms`), ...timing(isEarly, "given up after ms", Math.round(dialed?.ms ?? 0))];
		}
	},
	{
		code: "PATH.MTU",
		bound: "host",
		stages: [
			"tls",
			"http",
			"body"
		],
		over: [
			"TLS.HANDSHAKE_STALL",
			"TLS.CUT",
			"HTTP.TTFB_STALL",
			"BODY."
		],
		test: "Send packets of rising size that may not be cut: ping -M do -s 1372, then 1472",
		weigh({ target, symptom }) {
			if (!/STALL/u.test(symptom)) return [];
			const { mtu, handshakes = [] } = target ?? {};
			const classical = handshakes.find(({ variant }) => variant === "classical");
			return [...flip(mtu?.smallPasses === true && !mtu.largePasses, "small answers pass, large ones do not", mtu?.bytes), ...timing(classical !== void 0 && isDeadline(classical), "a small hello", "stalls too")];
		}
	}
];
// src/rules/cause-registry.ts
const CAUSE_RULES = [
	...DNS_CAUSES,
	...TCP_CAUSES,
	...PROXY_CAUSES,
	...TLS_CAUSES,
	...CERTIFICATE_CAUSES,
	...HTTP_CAUSES,
	...PAGE_CAUSES,
	...BODY_CAUSES,
	...ARCHIVE_CAUSES,
	...DISK_CAUSES,
	...GO_CAUSES,
	...SEEN_CAUSES
];
// src/rules/outcome-target.ts
function outcomeTarget(url, outcome, like) {
	const host = hostOf$1(url);
	const port = URL.canParse(url) && new URL(url).port !== "" ? Number(new URL(url).port) : url.startsWith("http:") ? 80 : 443;
	const { role, route } = like;
	const target = {
		url,
		role,
		host,
		port,
		route,
		connects: [],
		handshakes: []
	};
	const { code = "", syscall } = outcome;
	if (/^(?:ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/u.test(code) || syscall === "getaddrinfo") return {
		...target,
		resolve: {
			name: host,
			lookup: {
				...outcome,
				addresses: []
			},
			hosts: [],
			servers: []
		}
	};
	if (syscall === "connect" || /^E(?:CONNREFUSED|HOSTUNREACH|NETUNREACH|MFILE)$/u.test(code)) return {
		...target,
		connects: [{
			...outcome,
			address: host,
			port,
			family: 4
		}]
	};
	if (/^(?:CERT_|ERR_TLS_|ERR_SSL_|EPROTO|UNABLE_|SELF_SIGNED|DEPTH_ZERO|INVALID_PURPOSE|UNSPECIFIED)/u.test(code)) return {
		...target,
		handshakes: [{
			...outcome,
			variant: "usual",
			address: host,
			receivedBytes: 1
		}]
	};
	return {
		...target,
		http: {
			...outcome,
			headers: {},
			redirects: []
		}
	};
}
// src/rules/cause-candidates.ts
const FOUNDED = 2.4;
function weighStep(step, scene) {
	const all = [...evidenceOf$1(step, scene), ...linkedEvidence(step, scene)];
	const other = controlOf(step, scene);
	const speaking = merge(all).map((item) => withControls(item, step, other)).filter(({ weights }) => weights.some(({ kind }) => kind !== "against"));
	const refused = speaking.flatMap(({ code, score, weights }) => {
		const contra = weights.find(({ kind }) => kind === "against");
		return score > 0 || contra === void 0 ? [] : [{
			code,
			why: `${contra.name}: ${contra.value}`
		}];
	});
	return {
		step,
		candidates: speaking.filter((candidate) => {
			const stronger = speaking.find((other) => overrules(other, candidate));
			if (stronger !== void 0) refused.push({
				code: candidate.code,
				why: `${stronger.code} explains it`
			});
			return stronger === void 0;
		}),
		refused
	};
}
function evidenceOf$1(step, scene) {
	const rules = CAUSE_RULES.filter(({ stages }) => stages.includes(step.stage));
	const isNamed = SEEN_CAUSES.some(({ code }) => code === step.symptom);
	const own = step.stage === "run" && !isNamed ? [...rules, seenRule(step.symptom)] : rules;
	const found = findings(own, step, scene);
	return found.some(({ weights }) => weights.some(({ kind }) => kind !== "against")) ? found : findings([...own, fallback(step)], step, scene);
}
function findings(rules, step, scene) {
	return rules.flatMap(({ code, bound, over = [], test, weigh }) => {
		const weights = weigh(step, scene);
		return weights.length === 0 ? [] : [{
			code,
			bound,
			step,
			weights,
			over,
			test
		}];
	});
}
function fallback({ symptom, stage }) {
	return {
		code: symptom,
		bound: "host",
		stages: [stage],
		weigh: ({ subject }) => timing(true, "failed at", subject, .5)
	};
}
function linkedEvidence(step, scene) {
	const { member, target, stage } = step;
	if (member !== void 0) {
		const linked = scene.steps.find((item) => item.target?.host === step.subject && item.id !== step.id) ?? failedTargetStep(memberTarget(member), scene.facts)[0];
		return linked === void 0 || memberEnd(member) !== "stops" ? [] : evidenceOf$1(linked, scene);
	}
	if (step.database !== void 0) {
		const known = scene.steps.find((item) => item.target?.role === "checksum-database");
		return known === void 0 ? [] : evidenceOf$1(known, scene);
	}
	const shaken = stage === "tunnel" ? step.proxy?.handshake : void 0;
	if (shaken?.chain !== void 0 && !shaken.ok && target !== void 0) return evidenceOf$1({
		...step,
		stage: "tls",
		target: {
			...target,
			handshakes: [shaken]
		}
	}, scene);
	const hop = stage === "http" && target?.http?.status === void 0 ? target?.http?.redirects.at(-1)?.to : void 0;
	if (hop === void 0 || target?.http === void 0) return [];
	return failedTargetStep(outcomeTarget(hop, target.http, target), scene.facts).flatMap((linked) => evidenceOf$1(linked, scene));
}
const DIRECT = {
	via: "direct",
	reason: ""
};
function memberTarget({ entry, outcome, status }) {
	const target = outcomeTarget(entry, outcome, {
		role: "goproxy",
		route: {
			go: DIRECT,
			curl: DIRECT,
			node: DIRECT,
			undici: DIRECT,
			actions: DIRECT
		}
	});
	return status === void 0 || target.http === void 0 ? target : {
		...target,
		http: {
			...target.http,
			status
		}
	};
}
function merge(found) {
	const byCode = new Map();
	for (const item of found) {
		const before = byCode.get(item.code);
		const weights = [...before?.weights ?? [], ...item.weights];
		const unique = weights.filter((weight, index) => weights.findIndex((other) => other.kind === weight.kind && other.name === weight.name) === index);
		byCode.set(item.code, {
			...item,
			...before,
			weights: unique,
			over: [...before?.over ?? [], ...item.over],
			test: before?.test ?? item.test
		});
	}
	return [...byCode.values()];
}
function controlOf({ target, stage }, { facts }) {
	if (target === void 0) return void 0;
	return facts.targets.find((item) => item.host !== target.host && viaOf(item) === viaOf(target) && hasPassed(item, stage, facts));
}
function withControls(found, step, other) {
	const { target } = step;
	const name = "another host on the same path";
	const isSpoken = found.weights.some(({ kind }) => kind !== "against" && kind !== "timing");
	const controls = [...flip(other !== void 0 && found.bound === "host" && isSpoken, name, "passes this stage"), ...against(other !== void 0 && found.bound === "path", name, "passes this stage")];
	const weights = [...found.weights, ...controls];
	const subject = subjectOf(found, step);
	const key = `${found.code} ${found.bound === "machine" ? "" : found.bound === "path" && target !== void 0 ? viaOf(target) : subject}`;
	return {
		...found,
		key,
		subject,
		weights,
		score: scoreOf(weights),
		ownScore: scoreOf(found.weights),
		isFounded: found.weights.some(isSolid)
	};
}
function subjectOf({ bound, weights }, step) {
	const variable = weights.find(({ name }) => /^[A-Z][A-Z0-9_]{3,}$/u.test(name))?.name;
	if (bound !== "machine") return step.subject;
	return variable ?? (STAGES.indexOf(step.stage) < STAGES.indexOf("archive") && step.stage !== "config" ? "this machine" : step.subject);
}
function isSolid({ kind, reliability }) {
	return (kind === "fact" || kind === "flip") && reliability >= .8;
}
function overrules(stronger, weaker) {
	if (!names(stronger.over, weaker.code) || stronger.code === weaker.code || stronger.ownScore < FOUNDED) return false;
	if (!stronger.isFounded) return false;
	return !names(weaker.over, stronger.code) || stronger.ownScore > weaker.ownScore;
}
function names(over, code) {
	return over.some((item) => item === code || item.endsWith(".") && code.startsWith(item));
}
// src/rules/fixes-admin.ts
const ask$1 = (title, text) => ({
	title,
	kind: "ask-admin",
	text,
	risk: "none"
});
const setting = (title, text) => ({
	title,
	kind: "setting",
	text,
	risk: "none"
});
const edit = (title, text) => ({
	title,
	kind: "edit",
	text,
	risk: "none"
});
function placeOf({ candidate }) {
	const { target, proxy } = candidate.step;
	return target === void 0 ? proxy?.address ?? candidate.subject : `${target.host}:${target.port}`;
}
function variablesOf({ candidate }) {
	return candidate.step.proxy?.variables[0] ?? "HTTPS_PROXY";
}
const egress = (context) => [ask$1("Ask the network team to allow egress", `tcp ${placeOf(context)}`)];
const allowAtProxy = (context) => [ask$1("Ask the operator of the proxy to allow", `CONNECT ${placeOf(context)}`)];
const correctProxy = (context) => [setting("Correct the proxy variable", `${variablesOf(context)}=http://proxy.example.com:3128`)];
const hostsLine = ({ candidate }) => {
	const [line] = candidate.step.target?.resolve?.hosts ?? [];
	return line === void 0 ? [] : [edit("Remove or correct the line of the hosts file", `${line.file} line ${line.line}: ${line.address}`)];
};
const operator = (context) => [ask$1("Tell the operator of the server", placeOf(context))];
const allowHost = (context) => [ask$1("Ask for the host to be allowed", placeOf(context))];
const ADMIN_FIXES = {
	"TCP.TIMEOUT": egress,
	"TCP.PROHIBITED": egress,
	"TCP.REFUSED": (context) => [ask$1("See whether the service listens there; if it does, ask for egress", `tcp ${placeOf(context)}`)],
	"TCP.NET_UNREACH": egress,
	"TCP.ACCEPT_RESET": allowHost,
	"TCP.ACCEPT_CLOSED": allowHost,
	"TLS.RESET_ON_HELLO": allowHost,
	"TLS.CLOSED_ON_HELLO": allowHost,
	"DNS.FILTERED": allowHost,
	"DNS.BOGON": allowHost,
	"DNS.HOSTS_OVERRIDE": hostsLine,
	"PROXY.DENIED": allowAtProxy,
	"PROXY.PORT_DENIED": allowAtProxy,
	"PROXY.CLOSED": allowAtProxy,
	"PROXY.RESET": allowAtProxy,
	"PROXY.REFUSED": correctProxy,
	"PROXY.DNS": correctProxy,
	"PROXY.NOT_HTTP": correctProxy,
	"CFG.PROXY_URL_INVALID": correctProxy,
	"CFG.PROXY_URL_NO_SCHEME": correctProxy,
	"CFG.PROXY_SOCKS": correctProxy,
	"CFG.PROXY_SCHEME_MISMATCH": correctProxy,
	"CFG.HTTPS_PROXY_MISSING": () => [setting("Set it to the value of HTTP_PROXY", "HTTPS_PROXY=$HTTP_PROXY")],
	"PROXY.AUTH": (context) => {
		const schemes = context.candidate.step.target?.tunnel?.schemes ?? [];
		const isTicket = schemes.some((name) => /^(?:ntlm|negotiate|kerberos)$/iu.test(name)) && !schemes.some((name) => /^basic$/iu.test(name));
		const relay = ask$1("Only NTLM or Negotiate is offered: run a local relay that logs in", "HTTPS_PROXY=http://127.0.0.1:3128");
		return [isTicket ? relay : setting("Put user and password in as a masked secret", `${variablesOf(context)}=http://USER:PASSWORD@${context.candidate.step.proxy?.address ?? "proxy.example.com:3128"}`)];
	},
	"TLS.EXPIRED": operator,
	"TLS.EXPIRED_INTERMEDIATE": operator,
	"TLS.MISSING_INTERMEDIATE": operator,
	"TLS.OLD_VERSION": operator,
	"TLS.WEAK_KEY": operator,
	"TLS.WEAK_SIG": operator,
	"HTTP.BLOCK_PAGE": allowHost,
	"FS.PERMISSION": ({ candidate }) => [ask$1("Look at its owner", `ls -ld ${candidate.step.disk?.path ?? candidate.subject}`)],
	"CACHE.PARTIAL": ({ facts }) => {
		return facts.disks.flatMap(({ partialEntries = [] }) => partialEntries).slice(0, 3).map((entry) => edit("Remove the entry", entry));
	}
};
// src/rules/fixes-system.ts
const TRUST_CA = [
	{
		system: "linux",
		title: "Debian, Ubuntu: trust the CA",
		text: "sudo cp ca.crt /usr/local/share/ca-certificates/ && sudo update-ca-certificates"
	},
	{
		system: "linux",
		title: "RHEL, Fedora: trust the CA",
		text: "sudo cp ca.crt /etc/pki/ca-trust/source/anchors/ && sudo update-ca-trust"
	},
	{
		system: "macos",
		title: "macOS: trust the CA",
		text: "sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain ca.crt"
	},
	{
		system: "windows",
		title: "Windows: trust the CA",
		text: "certutil -addstore -f Root ca.crt"
	},
	{
		title: "For Node and this program",
		text: "NODE_EXTRA_CA_CERTS=/path/to/ca.crt"
	}
];
const GIT_CA = [{
	title: "For git",
	text: "git config --global http.sslCAInfo /path/to/ca.crt"
}, {
	system: "windows",
	title: "For git on Windows, use the store of the system",
	text: "git config --global http.sslBackend schannel"
}];
const FLUSH_DNS = [
	{
		system: "linux",
		title: "Forget kept answers",
		text: "resolvectl flush-caches"
	},
	{
		system: "macos",
		title: "Forget kept answers",
		text: "sudo dscacheutil -flushcache; sudo killall -HUP mDNSResponder"
	},
	{
		system: "windows",
		title: "Forget kept answers",
		text: "ipconfig /flushdns"
	}
];
const LOOK_AT_DISK = [
	{
		system: "linux",
		title: "Look what is full",
		text: "df -h; df -i"
	},
	{
		system: "macos",
		title: "Look what is full",
		text: "df -h; df -i"
	},
	{
		system: "windows",
		title: "Look what is full",
		text: "Get-PSDrive -PSProvider FileSystem"
	},
	{
		title: "Go: remove kept modules and results",
		text: "go clean -modcache -cache"
	}
];
const SYSTEM_FIXES = {
	"TLS.INTERCEPTED": [...TRUST_CA, ...GIT_CA],
	"TLS.UNTRUSTED": TRUST_CA,
	"TLS.SELF_SIGNED": TRUST_CA,
	"TLS.UNTRUSTED_GIT": GIT_CA,
	"CLOCK.SKEW": [
		{
			system: "linux",
			title: "Synchronise the clock (systemd)",
			text: "sudo timedatectl set-ntp true"
		},
		{
			system: "linux",
			title: "Synchronise the clock (chrony)",
			text: "sudo chronyc makestep"
		},
		{
			system: "macos",
			title: "Synchronise the clock",
			text: "sudo sntp -sS time.apple.com"
		},
		{
			system: "windows",
			title: "Synchronise the clock",
			text: "w32tm /resync /force"
		},
		{
			title: "In a virtual machine",
			text: "Switch on time synchronisation with the host"
		}
	],
	"DNS.NXDOMAIN": FLUSH_DNS,
	"DNS.FILTERED": FLUSH_DNS,
	"DNS.BOGON": FLUSH_DNS,
	"DNS.HIJACK": FLUSH_DNS,
	"DNS.SERVFAIL": FLUSH_DNS,
	"DNS.SEARCH_WILDCARD": [{
		title: "Kubernetes: in the pod",
		text: "dnsConfig: {options: [{name: ndots, value: \"2\"}]}"
	}, {
		system: "linux",
		title: "In /etc/resolv.conf",
		text: "options ndots:1"
	}],
	"PATH.MTU": [
		{
			system: "linux",
			title: "Lower the MTU",
			text: "sudo ip link set dev eth0 mtu 1400"
		},
		{
			system: "linux",
			title: "Docker: in /etc/docker/daemon.json",
			text: "{\"mtu\": 1400}"
		},
		{
			system: "macos",
			title: "Lower the MTU",
			text: "sudo networksetup -setMTU en0 1400"
		},
		{
			system: "windows",
			title: "Lower the MTU",
			text: "netsh interface ipv4 set subinterface \"Ethernet\" mtu=1400"
		}
	],
	"FS.NO_SPACE": LOOK_AT_DISK,
	"FS.NO_INODES": LOOK_AT_DISK,
	"TCP.NO_PORTS": [
		{
			system: "linux",
			title: "See which connections hold them",
			text: "ss -tan; cat /proc/sys/net/ipv4/ip_local_port_range"
		},
		{
			system: "linux",
			title: "Widen the range",
			text: "sudo sysctl -w net.ipv4.ip_local_port_range=\"1024 65535\""
		},
		{
			system: "macos",
			title: "Widen the range",
			text: "sudo sysctl -w net.inet.ip.portrange.first=16384"
		},
		{
			system: "windows",
			title: "See the range",
			text: "netsh int ipv4 show dynamicport tcp"
		}
	],
	"FS.FD_LIMIT": [{
		title: "Raise the limit",
		text: "ulimit -n 65536"
	}],
	"FS.WIN_PATH": [{
		system: "windows",
		title: "Allow long paths",
		text: "Set-ItemProperty HKLM:\\SYSTEM\\CurrentControlSet\\Control\\FileSystem LongPathsEnabled 1"
	}, {
		system: "windows",
		title: "git: allow long paths",
		text: "git config --system core.longpaths true"
	}],
	"SELF.ADDR_CUTOFF": [{
		title: "Give each address more time",
		text: "NODE_OPTIONS=--network-family-autoselection-attempt-timeout=2500"
	}],
	"TLS.PQ_INTOLERANT": [{
		title: "Update the firewall or the middlebox on the path",
		text: ""
	}, {
		title: "Until then, for Go (the connection stays verified)",
		text: "GODEBUG=tlsmlkem=0,tlssecpmlkem=0"
	}],
	"TLS.MLDSA_INTOLERANT": [{
		title: "Until the firewall is updated",
		text: "go-version: '1.26'"
	}],
	"H2.STREAM": [{
		title: "For Go, use HTTP/1.1",
		text: "GODEBUG=http2client=0"
	}],
	"H2.GOAWAY": [{
		title: "For Go, use HTTP/1.1",
		text: "GODEBUG=http2client=0"
	}],
	"GO.SUMDB_UNREACHABLE": [{
		title: "The alias has the same key",
		text: `GOSUMDB=${(require_install ??= require("./install.cjs")).CHECKSUM_DATABASE_ALIAS}`
	}, {
		title: "Or a module proxy that serves /sumdb/",
		text: "GOPROXY=https://proxy.example.com"
	}],
	"GO.SUMDB_OFF_TOOLCHAIN": [{
		title: "Unset it",
		text: "go env -u GOSUMDB; unset GOSUMDB"
	}],
	"GO.SUMDB_CONFIG": [{
		title: "Unset it",
		text: "go env -u GOSUMDB; unset GOSUMDB"
	}],
	"GO.PROXY_NO_FALLBACK": [{
		title: "Separate the entries by a pipe",
		text: "GOPROXY='https://first.example.com|https://second.example.com|direct'"
	}],
	"GO.PROXY_OFF": [{
		title: "Look who sets it",
		text: "go env -changed; env | grep GOPROXY"
	}],
	"GO.PROXY_CONFIG": [{
		title: "Write a list of URLs",
		text: "GOPROXY=https://proxy.example.com,direct"
	}],
	"GO.PRIVATE_IN_SUMDB": [{
		title: "Name the private path",
		text: "go env -w GOPRIVATE=git.example.com/team"
	}, {
		title: "Behind a private proxy, also",
		text: "GONOPROXY=none"
	}],
	"GO.VCS_AUTH": [{
		title: "Name the private path",
		text: "GOPRIVATE=git.example.com/team"
	}, {
		title: "Let git use a token",
		text: "git config --global url.\"https://oauth2:TOKEN@git.example.com/\".insteadOf https://git.example.com/"
	}],
	"GO.TOOLCHAIN_CONFIG": [{
		title: "Write a release or a mode",
		text: "GOTOOLCHAIN=local"
	}],
	"GO.TOOLCHAIN_LOCAL": [{
		title: "Install what go.mod asks for",
		text: "go-version-file: go.mod"
	}],
	"GO.GOSUM_MISSING": [{
		title: "On your machine",
		text: "go mod tidy && git add go.sum"
	}],
	"GO.VENDOR": [{
		title: "On your machine",
		text: "go mod vendor && git add vendor"
	}],
	"GO.MODULES_OFF": [{
		title: "Unset it",
		text: "go env -u GO111MODULE; unset GO111MODULE"
	}],
	"CFG.TLS_DISABLED": [{
		title: "Remove it",
		text: "unset NODE_TLS_REJECT_UNAUTHORIZED"
	}]
};
// src/rules/cause-fixes.ts
function systemOf({ runtime }) {
	if (/^(?:darwin|mac)/iu.test(runtime.os)) return "macos";
	if (/^(?:win|windows)/iu.test(runtime.os)) return "windows";
	return /linux/iu.test(runtime.os) ? "linux" : void 0;
}
function fixesOf(code, context) {
	const system = systemOf(context.facts);
	const perSystem = (SYSTEM_FIXES[code] ?? []).filter((row) => system === void 0 || row.system === void 0 || row.system === system);
	const own = [...ADMIN_FIXES[code]?.(context) ?? [], ...perSystem.map(({ title, text }) => ({
		title,
		kind: "command",
		text,
		risk: "none"
	}))];
	return own.length > 0 ? own : [{
		title: (require_failure ??= require("./failure.cjs")).CATALOGUE[code].fix,
		kind: "ask-admin",
		text: "",
		risk: "none"
	}];
}
// src/rules/cause-sets.ts
const SECOND_COST = 2;
const UNEXPLAINED_COST = 1.5;
const CANDIDATE_COUNT = 16;
function tangles(weighed) {
	const groups = [];
	for (const item of weighed) {
		const keys = new Set(item.candidates.map(({ key }) => key));
		const touching = groups.filter((group) => [...keys].some((key) => group.keys.has(key)));
		const joined = {
			keys,
			members: [item]
		};
		for (const group of touching) {
			for (const key of group.keys) joined.keys.add(key);
			joined.members.unshift(...group.members);
			groups.splice(groups.indexOf(group), 1);
		}
		groups.push(joined);
	}
	return groups.map(({ members }) => members);
}
function rankCauses(tangle) {
	const scores = tangle.map(({ candidates }) => new Map(candidates.map(({ key, score }) => [key, score])));
	const keys = strongest(tangle.flatMap(({ candidates }) => candidates));
	const sets = [
		[],
		...keys.map((key) => [key]),
		...keys.flatMap((key, index) => keys.slice(index + 1).map((other) => [key, other]))
	];
	const worths = sets.map((set) => worthOf(set, scores));
	const highest = Math.max(...worths);
	const best = sets[worths.indexOf(highest)] ?? [];
	const odds = worths.map((worth) => Math.exp(worth - highest));
	const total = odds.reduce((sum, value) => sum + value, 0);
	return keys.map((key) => {
		const share = odds.reduce((sum, value, index) => sets[index]?.includes(key) ? sum + value : sum, 0);
		const without = Math.max(...worths.filter((_, index) => !sets[index]?.includes(key)));
		return {
			key,
			probability: share / total,
			margin: highest - without,
			isChosen: best.includes(key)
		};
	});
}
function strongest(candidates) {
	const best = new Map();
	for (const { key, score } of candidates) best.set(key, Math.max(best.get(key) ?? Number.NEGATIVE_INFINITY, score));
	return [...best].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, CANDIDATE_COUNT).map(([key]) => key);
}
function worthOf(set, scores) {
	if (set.length === 0) return 0;
	const used = new Set();
	return scores.reduce((sum, step) => {
		const [first] = set.filter((key) => step.has(key)).sort((a, b) => (step.get(b) ?? 0) - (step.get(a) ?? 0));
		if (first === void 0) return sum - UNEXPLAINED_COST;
		used.add(first);
		return sum + (step.get(first) ?? 0);
	}, 0) - SECOND_COST * (set.length - 1) - (used.size < set.length ? 4 : 0);
}
// src/rules/diagnosis-warnings.ts
const CLOCK_WARNING_MS = 6e5;
const OLD_LIST_SECONDS = 86400;
function diagnosisWarnings(facts, causes) {
	const all = [
		...variableWarnings(facts),
		...withheldWarnings(facts),
		...targetWarnings(facts),
		...goWarnings(facts),
		...machineWarnings(facts)
	];
	return all.filter((item, index) => all.findIndex((other) => other.code === item.code && other.subject === item.subject) === index).filter((item) => !causes.some(({ code }) => code === item.code));
}
function warn(condition, code, detail) {
	return condition ? [require_main.finding(code, {
		...detail,
		severity: "warning"
	})] : [];
}
function note(condition, code, detail) {
	return condition ? [require_main.finding(code, {
		...detail,
		severity: "info"
	})] : [];
}
function isArchive({ expects, url }) {
	return expects === "archive" || expects === void 0 && /\.(?:tar\.gz|tgz|zip)$/u.test(url);
}
function variableWarnings({ environment, proxies, targets }) {
	const variables = environment?.variables ?? {};
	const differs = (name) => {
		const [upper, lower] = [variables[name], variables[name.toLowerCase()]];
		return upper !== void 0 && lower !== void 0 && upper !== lower && upper !== "" && lower !== "";
	};
	const conflicts = [
		"HTTPS_PROXY",
		"HTTP_PROXY",
		"NO_PROXY"
	].filter(differs);
	const split = targets.find((target) => targetDiffers(target));
	const bare = proxies.filter(({ isValid, scheme }) => isValid && scheme === "");
	const unreadable = (environment?.files ?? []).filter((item) => /^(?:NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR)$/u.test(item.name)).filter(({ problem, holds }) => problem !== void 0 || holds === "no-certificate");
	return [
		...conflicts.flatMap((name) => warn(true, "CFG.PROXY_CASE_CONFLICT", {
			subject: name,
			evidence: {
				[name]: variables[name],
				[name.toLowerCase()]: variables[name.toLowerCase()]
			}
		})),
		...warn(split !== void 0 && conflicts.length === 0 && hasNoProxy(variables), "CFG.NO_PROXY_AMBIGUOUS", {
			subject: split?.host ?? "",
			evidence: {
				Go: split?.route.go.via,
				curl: split?.route.curl.via,
				Node: split?.route.node.via
			}
		}),
		...bare.flatMap((proxy) => warn(true, "CFG.PROXY_URL_NO_SCHEME", { subject: proxy.variables[0] ?? proxy.address })),
		...unreadable.flatMap((item) => warn(true, item.name === "NODE_EXTRA_CA_CERTS" ? "CFG.EXTRA_CA_UNREADABLE" : "CFG.CERT_FILE_UNREADABLE", {
			subject: item.name,
			evidence: {
				file: item.file,
				problem: item.problem ?? item.holds
			}
		}))
	];
}
function withheldWarnings({ targets }) {
	return targets.flatMap(({ tunnel, http, url }) => warn(tunnel?.withheld === true && tunnel.status === 407 && http?.ok !== true, "PROXY.AUTH", {
		subject: tunnel?.proxy ?? "",
		message: "The proxy asks for credentials, which no probe sends: nothing behind it was looked at",
		confidence: "possible",
		evidence: {
			CONNECT: 407,
			url
		},
		fixes: [{
			title: "Ask with the credentials that are set",
			kind: "command",
			text: `curl -sSI '${url}'`,
			risk: "none"
		}]
	}));
}
function targetDiffers({ route, role }) {
	return role !== "control" && route.go.via !== "refused" && route.go.via === "direct" !== (route.curl.via === "direct");
}
function hasNoProxy(variables) {
	return (variables["NO_PROXY"] ?? "") !== "" || (variables["no_proxy"] ?? "") !== "";
}
function targetWarnings({ targets }) {
	return targets.flatMap((target) => {
		const v6 = target.connects.filter(({ family }) => family === 6);
		const isV6Broken = v6.length > 0 && v6.every(({ ok, code }) => !ok && code !== "EADDRNOTAVAIL" && code !== "EAFNOSUPPORT") && target.connects.some(({ ok, family }) => ok && family === 4);
		const isSlow = v6.some(({ ended, code, ms }) => ended === "deadline" || code === "ETIMEDOUT" || ms >= 250);
		const age = Number(target.http?.headers["age"] ?? 0);
		const isList = target.expects === "json" || /mode=json|\/@v\/list$/u.test(target.url);
		return [
			...warn(isV6Broken && isSlow, "TCP.V6_BROKEN", {
				subject: target.host,
				evidence: {
					address: v6[0]?.address,
					ended: v6[0]?.code ?? v6[0]?.ended
				}
			}),
			...note(target.http?.ranged === "ignored" && target.http.ok && isArchive(target), "HTTP.RANGE_IGNORED", { subject: target.host }),
			...(isList ? warn : note)(age >= OLD_LIST_SECONDS, "HTTP.STALE_CACHE", {
				subject: target.host,
				evidence: {
					age,
					via: target.http?.headers["via"]
				}
			})
		];
	});
}
function aliasWarning({ checksumDatabase = [], environment }) {
	const chosen = environment?.settings["GOSUMDB"]?.value ?? "";
	const alias = checksumDatabase.find(({ through }) => through === (require_install ??= require("./install.cjs")).CHECKSUM_DATABASE_ALIAS);
	const others = checksumDatabase.filter((item) => item !== alias);
	const isAlone = alias?.outcome.ok === true && alias.isSigned === true && others.length > 0 && others.every((item) => !hasDatabase([item])) && (chosen === "" || chosen === "sum.golang.org");
	const [first] = others;
	return warn(isAlone, "GO.SUMDB_UNREACHABLE", {
		subject: (require_install ??= require("./install.cjs")).CHECKSUM_DATABASE,
		evidence: {
			[`through ${first?.through ?? ""}`]: first?.outcome.code ?? first?.status,
			[`through ${(require_install ??= require("./install.cjs")).CHECKSUM_DATABASE_ALIAS}`]: "answers"
		},
		fixes: [{
			title: "The alias has the same key",
			kind: "setting",
			text: `GOSUMDB=${(require_install ??= require("./install.cjs")).CHECKSUM_DATABASE_ALIAS}`,
			risk: "none"
		}]
	});
}
function goWarnings(facts) {
	const { environment, goproxy = [], seen } = facts;
	const settings = environment?.settings ?? {};
	const value = (name) => Object.hasOwn(settings, name) ? settings[name]?.value ?? "" : "";
	return [
		...warn((value("GOPROXY") === "off" || goproxy.length === 1 && goproxy[0]?.entry === "off") && seen.length === 0, "GO.PROXY_OFF", {
			subject: "GOPROXY",
			evidence: {
				file: settings["GOPROXY"]?.file,
				origin: settings["GOPROXY"]?.origin
			}
		}),
		...aliasWarning(facts),
		...note(hasNoToolchains(goproxy), "GO.TOOLCHAIN_ABSENT", { subject: "GOPROXY" }),
		...warn(value("GO111MODULE") === "off", "GO.MODULES_OFF", { subject: "GO111MODULE" }),
		...warn(/(?:^|\s)-insecure\b/u.test(value("GOFLAGS")), "GO.FLAG_INSECURE", { subject: "GOFLAGS" })
	];
}
function hasNoToolchains(members) {
	const asked = members.filter((item) => item.hasToolchains !== void 0);
	const isElsewhere = members.some((item) => item.entry === "direct" || item.hasToolchains === true || item.withheld === true);
	return asked.length > 0 && !isElsewhere;
}
function machineWarnings({ clock, disks }) {
	const offset = clockOffset(clock);
	return [...warn(offset !== void 0 && Math.abs(offset) >= CLOCK_WARNING_MS, "CLOCK.SKEW", {
		subject: "clock",
		evidence: { "off by seconds": Math.round((offset ?? 0) / 1e3) }
	}), ...disks.flatMap(({ partialEntries = [], path }) => warn(partialEntries.length > 0, "CACHE.PARTIAL", {
		subject: path,
		evidence: { entry: partialEntries[0] }
	}))];
}
// src/rules/failed-steps.ts
const AGGREGATES = [
	"VERSION.NO_SOURCE",
	"VERSION.NOT_SERVED",
	"VERSION.UNKNOWN",
	"VER.NO_PROOF",
	"SUM.UNREACHABLE",
	"LIST.UNAVAILABLE",
	"BUDGET.TOTAL"
];
function failedSteps(facts) {
	const steps = [
		...facts.targets.filter(({ role }) => isNeeded(role, facts)).flatMap((target) => failedTargetStep(target, facts)),
		...failedConfig(facts),
		...failedDisks(facts),
		...failedArchives(facts),
		...failedGoSteps(facts),
		...failedClients(facts)
	];
	const keyed = [...steps, ...failedRun(facts, steps)].map((step) => ({
		step,
		key: `${step.id}\u0000${JSON.stringify(step)}`
	}));
	keyed.sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
	const ids = new Set();
	return keyed.flatMap(({ step }) => ids.has(step.id) ? [] : [ids.add(step.id), step].slice(1));
}
function isNeeded(role, { checksumDatabase = [] }) {
	return role !== "control" && !(role === "checksum-database" && hasDatabase(checksumDatabase));
}
function failedConfig(facts) {
	const broken = facts.proxies.filter(({ isValid, scheme }) => !isValid || scheme.startsWith("socks"));
	const variables = facts.environment?.variables ?? {};
	const steps = broken.filter((proxy) => !proxy.isValid || proxy.variables.some((name) => /^https?_proxy$/iu.test(name))).map((proxy) => ({
		id: `config ${proxy.variables.join()} ${proxy.address}`,
		stage: "config",
		symptom: proxy.isValid ? "CFG.PROXY_SCHEME" : "CFG.PROXY_URL_INVALID",
		subject: proxy.variables[0] ?? proxy.address,
		proxy
	}));
	if (variables["NODE_TLS_REJECT_UNAUTHORIZED"] === "0") {
		const subject = "NODE_TLS_REJECT_UNAUTHORIZED";
		steps.push({
			id: `config ${subject}`,
			stage: "config",
			symptom: "CFG.TLS_DISABLED",
			subject
		});
	}
	return steps;
}
const ARCHIVE_SYMPTOMS = {
	empty: "ARC.TRUNCATED",
	html: "ARC.NOT_GZIP",
	truncated: "ARC.TRUNCATED",
	"double-gzip": "ARC.LAYOUT",
	"bare-tar": "ARC.NOT_GZIP",
	"text-mangled": "ARC.NOT_GZIP",
	longer: "BODY.TOO_LONG",
	damaged: "ARC.CORRUPT",
	recompressed: "VER.TAMPERED",
	"wrong-platform": "GO.NOT_RUNNABLE",
	other: "VER.TAMPERED"
};
function failedArchives(facts) {
	return facts.archives.flatMap((archive) => {
		if (archive.kind === "genuine") return [];
		const target = facts.targets.find(({ sourceId, role }) => sourceId === archive.sourceId && role !== "control");
		const step = {
			id: `archive ${archive.sourceId}`,
			stage: "archive",
			symptom: ARCHIVE_SYMPTOMS[archive.kind],
			subject: archive.sourceId,
			archive
		};
		return [target === void 0 ? step : {
			...step,
			target
		}];
	});
}
function failedClients(facts) {
	return facts.targets.flatMap((target) => {
		if (failedTargetStep(target, facts).length > 0) return [];
		return (target.clients ?? []).filter(({ ok }) => !ok).map((client) => ({
			id: `client ${client.client} ${client.version ?? ""} ${target.url}`,
			stage: "client",
			symptom: "TLS.PROTOCOL",
			subject: target.host,
			target,
			client
		}));
	});
}
function failedRun(facts, steps) {
	const known = facts.seen.flatMap((seen) => {
		const symptom = codeOf$1(seen);
		return symptom === void 0 || (require_failure ??= require("./failure.cjs")).CATALOGUE[symptom].severity !== "error" ? [] : [{
			seen,
			symptom
		}];
	});
	const isAlone = steps.length === 0 && known.every(({ symptom }) => AGGREGATES.includes(symptom));
	return known.filter(({ seen, symptom }) => (isAlone || !AGGREGATES.includes(symptom)) && !steps.some((step) => isAbout(seen, step))).map(({ seen, symptom }) => ({
		id: `run ${symptom} ${seen.subject}`,
		stage: "run",
		symptom,
		subject: seen.subject,
		seen
	}));
}
function codeOf$1({ code }) {
	return Object.hasOwn((require_failure ??= require("./failure.cjs")).CATALOGUE, code) ? code : void 0;
}
function isAbout({ code, subject, evidence }, step) {
	const { target, proxy, disk } = step;
	if (disk?.role === "build-cache" && code === "FS.GOCACHE") return true;
	return [
		step.subject,
		target?.host,
		target?.sourceId,
		target?.url,
		proxy?.address
	].filter((name) => name !== void 0).some((name) => name !== "" && (name === subject || evidence["at"] === name));
}
// src/rules/source-states.ts
const ALTERED = ["recompressed", "other"];
function sourceState(target, facts) {
	if (facts.archives.some(({ sourceId, kind }) => sourceId === target.sourceId && kind !== "genuine") || failedTargetStep(target, facts).length > 0) return "unusable";
	return target.http?.ok === true && (target.http.status ?? 0) < 300 ? "usable" : "unknown";
}
function withoutSpareSources(facts, { goproxy }) {
	const sources = facts.targets.filter(({ role }) => role === "source");
	const serves = (facts.goproxy ?? []).some((member) => member.hasToolchains === true && memberEnd(member) === "works");
	const isLeft = goproxy && serves || sources.some((source) => sourceState(source, facts) === "usable");
	const isSpare = (source) => sourceState(source, facts) === "unusable" && !facts.archives.some(({ sourceId, kind }) => sourceId === source.sourceId && ALTERED.includes(kind));
	const spare = isLeft ? sources.filter(isSpare) : [];
	const ids = spare.map(({ sourceId }) => sourceId);
	return {
		...facts,
		targets: facts.targets.filter((target) => !spare.includes(target)),
		archives: facts.archives.filter(({ sourceId }) => !ids.includes(sourceId))
	};
}
// src/rules/target-summary.ts
function summarize(facts) {
	return facts.targets.map((target) => {
		const { url, role, sourceId } = target;
		return {
			url,
			role,
			...role === "source" && sourceId !== void 0 ? {
				source: sourceId,
				state: sourceState(target, facts)
			} : {},
			via: viaOf(target),
			steps: stepsOf(target)
		};
	});
}
function stepsOf(target) {
	const { resolve, connects, tunnel, http } = target;
	const handshake = usualHandshake(target);
	const connect = connects.find(({ ok }) => ok) ?? connects[0];
	return [
		...step("DNS", resolve?.lookup, resolve?.lookup.addresses.slice(0, 3).join(" ")),
		...step("TCP", connect, connect === void 0 ? "" : `${connect.address} ${connect.port}`),
		...step("CONNECT", tunnel, tunnel?.status === void 0 ? "" : String(tunnel.status)),
		...step("TLS", handshake, [handshake?.protocol, handshake?.chain?.[0]?.issuer].filter((text) => text !== void 0).join(" ")),
		...step("HTTP", http, [http?.status, http?.headers["content-type"]].filter((text) => text !== void 0).join(" "))
	];
}
function step(stage, outcome, detail = "") {
	if (outcome === void 0) return [];
	const reason = outcome.code ?? outcome.ended ?? "";
	return [{
		stage,
		ok: outcome.ok,
		ms: outcome.ms,
		detail: outcome.ok ? detail : [reason, detail].filter((text) => text !== "").join(" ")
	}];
}
function passedBefore({ stage, target }) {
	if (target === void 0) return [];
	const depth = STAGES.indexOf(stage);
	return [
		[
			"resolve",
			target.resolve?.lookup.ok === true,
			"DNS.NXDOMAIN",
			"the name resolves"
		],
		[
			"connect",
			target.connects.some(({ ok }) => ok),
			"TCP.TIMEOUT",
			"the port is open"
		],
		[
			"tunnel",
			target.tunnel?.ok === true,
			"PROXY.DENIED",
			"the proxy connects"
		],
		[
			"tls",
			isVouchedFor(target),
			"TLS.INTERCEPTED",
			"the certificate is verified"
		]
	].filter(([beyond, ok]) => ok && depth > STAGES.indexOf(beyond)).map(([, , code, why]) => ({
		code,
		why
	}));
}
// src/rules/diagnose.ts
const SURE = {
	probability: .85,
	margin: 3
};
const LIKELY = .6;
const UNFOUNDED = .6;
function diagnose(observed) {
	const facts = inOrder(observed);
	const steps = failedSteps(facts);
	const scene = {
		facts,
		steps,
		nowMs: facts.clock?.nowMs ?? facts.environment?.nowMs
	};
	const causes = joinAlike(tangles(steps.map((step) => weighStep(step, scene))).flatMap((tangle) => judge$1(tangle, facts)));
	causes.sort((a, b) => rankOf(a) - rankOf(b) || b.steps.length - a.steps.length || stageOf(a) - stageOf(b) || b.confidence - a.confidence || (a.code < b.code ? -1 : 1));
	const named = causes.map(({ steps: _steps, bound: _bound, subjects, ...cause }) => ({
		...cause,
		subject: listed(subjects)
	}));
	return {
		healthy: named.length === 0,
		causes: named,
		warnings: diagnosisWarnings(facts, named),
		targets: summarize(observed)
	};
}
function inOrder(facts) {
	const sorted = (items) => {
		return items.map((item) => ({
			item,
			key: JSON.stringify(item)
		})).sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0).map(({ item }) => item);
	};
	const { targets, proxies, disks, archives, seen } = facts;
	return {
		...facts,
		targets: sorted(targets),
		proxies: sorted(proxies),
		disks: sorted(disks),
		archives: sorted(archives),
		seen: sorted(seen)
	};
}
function judge$1(tangle, facts) {
	const ranked = rankCauses(tangle);
	const chosen = ranked.filter(({ isChosen }) => isChosen);
	const best = ranked.reduce((top, item) => top === void 0 || item.probability > top.probability ? item : top, void 0);
	return (chosen.length > 0 || best === void 0 ? chosen : [best]).map((item) => describe$2(item, {
		tangle,
		ranked,
		chosen,
		facts
	}));
}
function describe$2(item, { tangle, ranked, chosen, facts }) {
	const explained = tangle.flatMap(({ step, candidates }) => candidates.filter(({ key }) => key === item.key && isBest(key, candidates, chosen)).map((candidate) => ({
		step,
		candidate
	})));
	const all = tangle.flatMap(({ candidates }) => candidates.filter(({ key }) => key === item.key));
	const own = explained.length > 0 ? explained.map(({ candidate }) => candidate) : all;
	const [first] = [...own].sort((a, b) => b.score - a.score);
	if (first === void 0) throw new Error("a ranked cause without a candidate");
	const { verdict, confidence } = verdictOf(item, own);
	const steps = explained.length > 0 ? explained.map(({ step }) => step) : all.map(({ step }) => step);
	const chain = chainOf(first.code, steps, facts);
	const rivals = ranked.filter(({ key, probability }) => key !== item.key && probability >= .05 && !chosen.some((other) => other.key === key));
	return {
		code: first.code,
		bound: first.bound,
		verdict,
		confidence: round(confidence),
		subjects: own.map(({ subject }) => subject),
		chain,
		evidence: evidenceOf(own),
		fixes: verdict === "undetermined" ? [] : fixesOf(first.code, {
			candidate: first,
			facts
		}),
		ruledOut: ruledOut([first.code, ...chain], tangle, steps),
		rivals: rivals.map(({ key, probability }) => ({
			code: codeOfKey(key),
			confidence: round(probability)
		})).slice(0, 3),
		...verdict === "cause" ? {} : { decidingTest: first.test ?? testOf(rivals, tangle) ?? "Run doctor again while it fails, and compare with another host" },
		steps
	};
}
function isBest(key, candidates, chosen) {
	const rivals = candidates.filter((other) => chosen.some((item) => item.key === other.key));
	const own = rivals.find((other) => other.key === key);
	return own === void 0 || rivals.every((other) => other.score <= own.score);
}
function verdictOf({ probability, margin }, own) {
	const isFounded = own.some((candidate) => candidate.isFounded);
	const isTold = own.some(({ weights }) => weights.some(({ kind }) => kind === "fact"));
	const isPattern = own.some(({ weights }) => weights.some(({ kind }) => kind === "pattern"));
	const confidence = isFounded || isTold ? probability : Math.min(probability, isPattern ? UNFOUNDED : .59);
	if (confidence >= SURE.probability && margin >= SURE.margin && isFounded) return {
		verdict: "cause",
		confidence
	};
	return {
		verdict: confidence >= LIKELY ? "likely" : "undetermined",
		confidence
	};
}
function chainOf(code, steps, facts) {
	const symptoms = steps.map(({ symptom }) => symptom);
	const seen = facts.seen.flatMap((item) => {
		const known = codeOf$1(item);
		return known !== void 0 && (AGGREGATES.includes(known) || steps.some((step) => isAbout(item, step))) ? [known] : [];
	});
	const ordered = [
		...symptoms,
		...seen.filter((item) => !AGGREGATES.includes(item)),
		...seen.filter((item) => AGGREGATES.includes(item))
	];
	return [...new Set([code, ...ordered])].slice(0, 8);
}
function evidenceOf(own) {
	const order = [
		"flip",
		"fact",
		"pattern",
		"timing"
	];
	const weights = own.flatMap(({ weights: all }) => all).filter(({ kind }) => kind !== "against");
	weights.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
	return weights.filter((item, index) => weights.findIndex((other) => other.name === item.name && other.value === item.value) === index).slice(0, 12).map(({ name, value }) => ({
		name,
		value: value.slice(0, 300)
	}));
}
function ruledOut(named, tangle, steps) {
	const refused = tangle.filter(({ step }) => steps.includes(step)).flatMap((item) => item.refused);
	const passed = steps.flatMap((step) => passedBefore(step));
	const all = [...refused, ...passed].filter((item) => !named.includes(item.code));
	return all.filter((item, index) => all.findIndex((other) => other.code === item.code) === index).slice(0, 8);
}
function testOf(rivals, tangle) {
	return tangle.flatMap(({ candidates }) => candidates.filter(({ key }) => rivals.some((rival) => rival.key === key)).map(({ test }) => test)).find((test) => test !== void 0);
}
function joinAlike(causes) {
	const joined = new Map();
	for (const cause of causes) {
		const key = `${cause.code} ${cause.verdict}`;
		const before = joined.get(key);
		if (before === void 0) joined.set(key, cause);
		else joined.set(key, join$4(before, cause));
	}
	return [...joined.values()];
}
function join$4(a, b) {
	const [first, second] = a.confidence >= b.confidence ? [a, b] : [b, a];
	return {
		...first,
		subjects: [...a.subjects, ...b.subjects],
		chain: [...new Set([...first.chain, ...second.chain])].slice(0, 8),
		evidence: [...first.evidence, ...second.evidence].filter((item, index, list) => list.findIndex((other) => other.name === item.name && other.value === item.value) === index).slice(0, 12),
		steps: [...a.steps, ...b.steps]
	};
}
function rankOf({ code, bound, verdict }) {
	const { exit } = (require_failure ??= require("./failure.cjs")).CATALOGUE[code];
	return (exit === 73 && verdict === "cause" ? 0 : bound === "host" ? 20 : 10) + (verdict === "undetermined" ? 100 : 0) + Math.max(0, bound === "host" ? 0 : require_main.EXIT_GRAVITY.indexOf(exit));
}
function stageOf({ steps }) {
	return Math.min(...steps.map(({ stage }) => STAGES.indexOf(stage)));
}
function listed(names) {
	const unique = [...new Set(names.filter((name) => name !== ""))].sort();
	return unique.length > 4 ? `${unique.slice(0, 3).join(", ")} and ${unique.length - 3} more` : unique.join(", ");
}
function codeOfKey(key) {
	return key.slice(0, key.indexOf(" "));
}
function round(value) {
	return Math.round(value * 1e3) / 1e3;
}
// src/policy/archive-kind.ts
const TESTS = [
	["genuine", ({ sha256, expected }) => sha256 === expected?.sha256],
	["empty", ({ bytes }) => bytes === 0],
	["html", ({ head }) => looksLikePage(head)],
	["text-mangled", isTextMangled],
	["truncated", isTruncated],
	["double-gzip", ({ inflated, expected }) => isGzip(inflated?.head) || inflated !== void 0 && inflated.sha256 === expected?.sha256],
	["bare-tar", ({ head }) => isTar(head)],
	["recompressed", ({ inflated, control }) => inflated?.end === "complete" && inflated.sha256 === control?.innerSha256],
	["wrong-platform", isOtherPlatform],
	["longer", ({ bytes, expected }) => expected?.bytes !== void 0 && bytes > expected.bytes],
	["damaged", ({ inflated }) => inflated?.end === "damaged"]
];
function archiveKind(body) {
	const found = TESTS.find(([, holds]) => holds(body));
	if (found !== void 0) return found[0];
	const { inflated, expected } = body;
	const isKnown = expected?.sha256 !== void 0 || expected?.bytes !== void 0;
	return inflated?.end === "complete" && !isKnown ? void 0 : "other";
}
function isTruncated({ control, inflated, expected, bytes, format }) {
	if (control?.beginsWithThis === true || inflated?.end === "short") return true;
	return format === "zip" && expected?.bytes !== void 0 && bytes < expected.bytes;
}
function isOtherPlatform({ inflated, expected }) {
	return inflated?.end === "complete" && inflated.platform !== void 0 && expected?.platform !== void 0 && inflated.platform !== expected.platform;
}
function isGzip(head) {
	return head !== void 0 && head[0] === 31 && head[1] === 139;
}
function headKind(head, inflated) {
	if (isGzip(inflated)) return "double-gzip";
	if (isTar(head)) return "bare-tar";
	return isReplaced(head) ? "text-mangled" : void 0;
}
function isTar(head) {
	return Buffer.from(head).subarray(257, 262).toString("latin1") === "ustar";
}
const TELLING_LINE_FEEDS = 8;
function isTextMangled({ head, lineFeeds, inflated }) {
	if (isReplaced(head)) return true;
	const { all, afterReturn } = lineFeeds;
	return inflated?.end !== "complete" && all >= TELLING_LINE_FEEDS && afterReturn === all;
}
function isReplaced(head) {
	const start = Buffer.from(head.subarray(0, 64)).toString("hex");
	return start.startsWith("1fefbfbd") || /^(?:504b|1f)/u.test(start) && start.includes("efbfbdefbfbd");
}
// src/policy/executable-platform.ts
const ELF = {
	3: "386",
	62: "amd64",
	40: "arm",
	183: "arm64",
	243: "riscv64",
	21: "ppc64le",
	22: "s390x"
};
const MACH_O = {
	16777223: "amd64",
	16777228: "arm64"
};
const PE = {
	34404: "amd64",
	332: "386",
	43620: "arm64"
};
function executablePlatform(head) {
	const bytes = Buffer.from(head);
	if (bytes.length < 64) return void 0;
	const magic = bytes.readUInt32BE(0);
	const named = (os, arch) => arch === void 0 ? void 0 : `${os}-${arch}`;
	if (magic === 2135247942) return named("linux", ELF[bytes[5] === 2 ? bytes.readUInt16BE(18) : bytes.readUInt16LE(18)]);
	if (magic === 3489328638) return named("darwin", MACH_O[bytes.readUInt32LE(4)]);
	const pe = bytes.toString("latin1", 0, 2) === "MZ" ? bytes.readUInt32LE(60) : 0;
	if (pe < 64 || pe + 6 > bytes.length || bytes.readUInt32BE(pe) !== 1346699264) return void 0;
	return named("windows", PE[bytes.readUInt16LE(pe + 4)]);
}
// src/probes/tar-scan.ts
const BLOCK = 512;
const HEAD_BYTES = 1024;
function createTarScan() {
	let pending = Buffer.alloc(0);
	let skip = 0;
	let isOver = false;
	let platform;
	const step = () => {
		const passed = Math.min(skip, pending.length);
		pending = pending.subarray(passed);
		skip -= passed;
		if (skip > 0 || pending.length < BLOCK) return false;
		const header = readHeader(pending);
		if (header === void 0) {
			isOver = true;
			return false;
		}
		if (/(?:^|\/)bin\/go(?:\.exe)?$/u.test(header.name)) {
			if (pending.length < BLOCK + Math.min(HEAD_BYTES, header.size)) return false;
			platform = executablePlatform(pending.subarray(BLOCK, 1536));
			isOver = true;
			return false;
		}
		pending = pending.subarray(BLOCK);
		skip = Math.ceil(header.size / BLOCK) * BLOCK;
		return true;
	};
	return {
		platform: () => platform,
		add(chunk) {
			if (isOver) return;
			pending = pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([pending, chunk]);
			while (!isOver && step());
		}
	};
}
function readHeader(block) {
	const name = block.toString("latin1", 0, 100).replace(/\0.*$/su, "");
	const size = /^[0-7 ]{1,11}/u.exec(block.toString("latin1", 124, 136))?.[0];
	return name === "" || size === void 0 ? void 0 : {
		name,
		size: Number.parseInt(size.trim() || "0", 8)
	};
}
// src/probes/archive.ts
async function lookAtArchives(ports, archives, signal) {
	return (await Promise.all(archives.map((archive) => lookAt$5(ports, archive, signal)))).flat();
}
async function lookAt$5(ports, archive, signal) {
	const { sourceId, format, expected } = archive;
	const observed = await observe(ports, archive, signal);
	if (observed === void 0) return [];
	const kind = archiveKind({
		...observed,
		format,
		expected
	});
	if (kind === void 0) return [];
	const firstHex = Buffer.from(observed.head.subarray(0, require_main.PROBE_LIMITS.firstBytes)).toString("hex");
	return [{
		sourceId,
		kind,
		bytes: observed.bytes,
		expectedBytes: expected.bytes,
		firstHex
	}];
}
async function observe({ files, clock }, { path }, signal) {
	const endMs = clock.monotonic() + require_main.PROBE_LIMITS.archiveMs;
	const whole = (0, (node_crypto ??= require("node:crypto")).createHash)("sha256");
	const counts = {
		bytes: 0,
		all: 0,
		afterReturn: 0
	};
	let head = Buffer.alloc(0);
	let inflating;
	let last = 0;
	try {
		for await (const chunk of files.stream(path)) {
			signal.throwIfAborted();
			if (counts.bytes + chunk.length > require_main.PROBE_LIMITS.archiveBytes || clock.monotonic() > endMs) return void 0;
			if (counts.bytes === 0 && isGzip(chunk)) inflating = startInflating();
			if (head.length < require_main.PROBE_LIMITS.rangeBytes) head = Buffer.concat([head, chunk.subarray(0, require_main.PROBE_LIMITS.rangeBytes)]);
			counts.bytes += chunk.length;
			whole.update(chunk);
			last = countLineFeeds(chunk, last, counts);
			await inflating?.add(chunk);
		}
	} catch (error) {
		if (error instanceof require_main.Failure) return void 0;
		throw error;
	}
	const inflated = await inflating?.end();
	return {
		bytes: counts.bytes,
		sha256: whole.digest("hex"),
		head,
		lineFeeds: {
			all: counts.all,
			afterReturn: counts.afterReturn
		},
		...inflated === void 0 ? {} : { inflated }
	};
}
function countLineFeeds(chunk, last, counts) {
	for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
		counts.all += 1;
		if ((at === 0 ? last : chunk[at - 1]) === 13) counts.afterReturn += 1;
	}
	return chunk.at(-1) ?? last;
}
function startInflating() {
	const gunzip = (0, (node_zlib ??= require("node:zlib")).createGunzip)();
	const inner = (0, (node_crypto ??= require("node:crypto")).createHash)("sha256");
	const scan = createTarScan();
	let head = Buffer.alloc(0);
	let end = "complete";
	const closed = new Promise((resolve) => {
		gunzip.once("close", resolve);
	});
	gunzip.on("data", (chunk) => {
		inner.update(chunk);
		scan.add(chunk);
		if (head.length < require_main.PROBE_LIMITS.rangeBytes) head = Buffer.concat([head, chunk.subarray(0, require_main.PROBE_LIMITS.rangeBytes)]);
	});
	gunzip.on("error", (error) => {
		end = error.code === "Z_BUF_ERROR" ? "short" : "damaged";
	});
	return {
		async add(chunk) {
			if (gunzip.destroyed || gunzip.write(chunk)) return;
			await Promise.race([closed, new Promise((resolve) => gunzip.once("drain", resolve))]);
		},
		async end() {
			if (!gunzip.destroyed) gunzip.end();
			await closed;
			const platform = scan.platform();
			return {
				end,
				sha256: inner.digest("hex"),
				head,
				...platform === void 0 ? {} : { platform }
			};
		}
	};
}
// src/domain/network-facts.ts
const FACTS_SCHEMA = "setup-go-robust/facts@1";
// src/policy/proxy-variables.ts
const NAMES = [
	"HTTPS_PROXY",
	"https_proxy",
	"HTTP_PROXY",
	"http_proxy",
	"ALL_PROXY",
	"all_proxy"
];
function namedProxies(env) {
	const values = new Map();
	for (const name of NAMES) {
		const value = env[name]?.trim();
		if (value) values.set(value, [...values.get(value) ?? [], name]);
	}
	return [...values].map(([value, variables]) => readProxy(value, variables));
}
function readProxy(value, variables) {
	const scheme = /^([a-z][a-z0-9+.-]*):\/\//iu.exec(value)?.[1]?.toLowerCase() ?? "";
	const text = scheme === "" ? `http://${value}` : value;
	const url = URL.canParse(text) ? new URL(text) : void 0;
	const isValid = url !== void 0 && url.hostname !== "";
	const decision = decide("https://proxied.invalid/", { HTTPS_PROXY: value });
	const peer = decision?.kind === "proxy" ? {
		host: decision.host,
		port: decision.port,
		secure: decision.secure
	} : void 0;
	const socks = isValid ? `${url.hostname}:${url.port || 1080}` : require_main.redactUrl(value).slice(0, 200);
	return {
		address: peer === void 0 ? socks : `${peer.host.includes(":") ? `[${peer.host}]` : peer.host}:${peer.port}`,
		scheme,
		variables,
		peer,
		isValid,
		hasCredentials: isValid && (url.username !== "" || url.password !== "")
	};
}
function decide(url, env) {
	try {
		return (require_install ??= require("./install.cjs")).decideProxy(url, env);
	} catch (error) {
		if (error instanceof require_main.Failure) return void 0;
		throw error;
	}
}
function isGoneWithout(url, env) {
	if (url.protocol !== "https:" || env["HTTPS_PROXY"] || env["https_proxy"]) return void 0;
	const decision = decide(`http://${url.host}/`, {
		...env,
		REQUEST_METHOD: void 0
	});
	return decision?.kind === "proxy" ? {
		host: decision.host,
		port: decision.port,
		secure: decision.secure
	} : void 0;
}
// src/probes/archive-head.ts
function lookAtHeads(walks) {
	return walks.flatMap(({ target, head }) => {
		const { http, expects, sourceId = target.host } = target;
		if (head === void 0 || head.length === 0 || expects !== "archive" || (http?.status ?? 0) >= 300) return [];
		const kind = headKind(head, beginningOf(head));
		if (kind === void 0) return [];
		const contentEncoding = http?.headers["content-encoding"];
		const total = /\/(\d{1,15})$/u.exec(http?.headers["content-range"] ?? "")?.[1] ?? http?.announcedBytes;
		return [{
			sourceId,
			kind,
			bytes: Number(total ?? head.length),
			expectedBytes: http?.expectedBytes,
			firstHex: Buffer.from(head.subarray(0, require_main.PROBE_LIMITS.firstBytes)).toString("hex"),
			...contentEncoding === void 0 ? {} : { contentEncoding }
		}];
	});
}
function beginningOf(head) {
	if (!isGzip(head)) return void 0;
	try {
		return (0, (node_zlib ??= require("node:zlib")).gunzipSync)(head, {
			finishFlush: (node_zlib ??= require("node:zlib")).constants.Z_SYNC_FLUSH,
			maxOutputLength: require_main.PROBE_LIMITS.bodyBytes * 64
		});
	} catch {
		return;
	}
}
// src/probes/outcome.ts
const NOTHING = {
	ok: false,
	ms: 0,
	code: "NOT_ASKED"
};
function lastOutcome(target) {
	const { http, handshakes, tunnel, connects, resolve } = target;
	const deepest = http ?? handshakes[0] ?? tunnel ?? connects.find(({ ok }) => !ok) ?? connects[0] ?? resolve?.lookup;
	if (deepest === void 0) return NOTHING;
	const { ok, ms, code, errno, syscall, message, ended } = deepest;
	return {
		ok,
		ms,
		...code === void 0 ? {} : { code },
		...errno === void 0 ? {} : { errno },
		...syscall === void 0 ? {} : { syscall },
		...message === void 0 ? {} : { message },
		...ended === void 0 ? {} : { ended }
	};
}
// src/probes/checksum-database.ts
async function lookAtDatabase(visit, { paths, verifierKey }) {
	const asked = paths.filter(({ isServed }) => isServed !== false);
	return Promise.all(asked.map((path) => lookAt$4(visit, path, verifierKey)));
}
async function lookAt$4(visit, path, verifierKey) {
	const { through, withheld } = path;
	const walk = await visit({
		url: `${path.url}/latest`,
		role: "checksum-database",
		expects: "text",
		withheld
	});
	const status = walk.target.http?.status;
	const isSigned = status === void 0 || walk.head === void 0 ? void 0 : isTreeHead(walk.head, verifierKey);
	return {
		facts: {
			through,
			outcome: lastOutcome(walk.target),
			...status === void 0 ? {} : { status },
			...isSigned === void 0 ? {} : { isSigned }
		},
		walk
	};
}
function isTreeHead(note, verifierKey) {
	try {
		(require_sumdb ??= require("./sumdb.cjs")).openTreeHead(note, (require_sumdb ??= require("./sumdb.cjs")).parseVerifierKey(verifierKey));
		return true;
	} catch (error) {
		if (error instanceof require_main.Failure) return false;
		throw error;
	}
}
// src/probes/pass.ts
function stepMs(pass, ms) {
	return Math.max(0, Math.min(ms, Math.round(pass.endMs - pass.clock.monotonic())));
}
function hasTime(pass) {
	return pass.endMs - pass.clock.monotonic() >= require_main.PROBE_LIMITS.leastMs;
}
function portOf(url) {
	return url.port === "" ? url.protocol === "https:" ? 443 : 80 : Number(url.port);
}
function hostOf(url) {
	return url.hostname.replace(/^\[|\]$/gu, "");
}
// src/probes/clock.ts
const TIME_ERRORS = new Set(["CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID"]);
async function lookAtClock(parts, signal) {
	const { pass, walks, builtMs } = parts;
	const dates = new Map();
	const refused = new Map();
	for (const walk of walks) {
		const { host } = walk.target;
		if (walk.served !== void 0 && !dates.has(host)) dates.set(host, walk.served);
		if (TIME_ERRORS.has(walk.target.handshakes[0]?.code ?? "") && !refused.has(host)) refused.set(host, walk);
	}
	const asked = hasTime(pass) ? [...refused].slice(0, require_main.PROBE_LIMITS.dateHostCount) : [];
	await Promise.all(asked.map(async ([host, { way, url }]) => {
		if (way === void 0 || dates.has(host)) return;
		const served = await pass.net.date({
			way,
			url: url.href,
			ms: stepMs(pass, require_main.PROBE_LIMITS.variantMs)
		}, signal);
		if (served !== void 0) dates.set(host, served);
	}));
	const offsets = [...dates].map(([host, { dateMs, atMs }]) => ({
		host,
		offsetMs: Math.round(atMs - dateMs)
	}));
	return {
		nowMs: pass.clock.now(),
		builtMs,
		offsets
	};
}
// src/probes/disk.ts
const FLAGS = [
	"ro",
	"noexec",
	"nosuid",
	"nodev"
];
const PARTIAL_COUNT = 8;
async function lookAtDisks(ports, wanted) {
	const mounts = await (require_preflight ??= require("./preflight.cjs")).readMounts(ports.files, ports.os);
	return Promise.all(wanted.map((disk) => lookAt$3(ports, mounts, disk)));
}
async function lookAt$3(ports, mounts, disk) {
	const { files } = ports;
	const { role, path, neededBytes } = disk;
	const stat = await attempt(files.stat(path));
	const exists = "value" in stat && stat.value !== void 0;
	const place = exists ? path : await nearestParent(files, path);
	const tried = await tryToWrite(ports, place);
	const free = await attempt(files.freeSpace(place));
	const space = "value" in free ? free.value : void 0;
	const code = "code" in stat ? stat.code : tried;
	const options = (require_preflight ??= require("./preflight.cjs")).mountOf(mounts, place)?.options ?? [];
	const partialEntries = role === "tool-cache" && exists ? await partialOf(files, path) : [];
	return {
		role,
		path,
		exists,
		writable: tried === void 0,
		freeBytes: space?.bytes,
		freeInodes: space?.inodes,
		mountFlags: FLAGS.filter((flag) => options.includes(flag)),
		neededBytes,
		...code === void 0 ? {} : { code },
		...partialEntries.length === 0 ? {} : { partialEntries }
	};
}
async function tryToWrite(ports, directory) {
	const { files } = ports;
	const path = (0, node_path.join)(directory, `.setup-go-robust-${ports.randomName()}`);
	const made = await attempt(files.write(path, "", { exclusive: true }));
	if ("code" in made) return made.code;
	const removed = await attempt(files.remove(path));
	return "code" in removed ? removed.code : void 0;
}
async function nearestParent(files, path) {
	for (let at = (0, node_path.dirname)(path);; at = (0, node_path.dirname)(at)) {
		const stat = await attempt(files.stat(at));
		if ("value" in stat && stat.value !== void 0 || (0, node_path.dirname)(at) === at) return at;
	}
}
async function partialOf(files, toolCache) {
	const partial = [];
	const versions = await attempt(files.list((0, node_path.join)(toolCache, "go")));
	for (const version of "value" in versions ? versions.value : []) {
		const listed = await attempt(files.list((0, node_path.join)(toolCache, "go", version)));
		const names = "value" in listed ? listed.value : [];
		const without = names.filter((name) => !name.includes(".") && !names.includes(`${name}.complete`));
		partial.push(...without.map((name) => `go/${version}/${name}`));
	}
	return partial.slice(0, PARTIAL_COUNT);
}
async function attempt(work) {
	try {
		return { value: await work };
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		return { code: error.finding.evidence.find(({ name }) => name === "errno")?.value ?? error.code };
	}
}
// src/probes/goproxy.ts
const TOOLCHAIN_LIST = "golang.org/toolchain/@v/list";
function lookAtGoproxy(visit, { entries, database }) {
	return Promise.all(entries.slice(0, require_main.PROBE_LIMITS.memberCount).map((entry) => lookAt$2(visit, entry, database)));
}
async function lookAt$2(visit, entry, database) {
	if (entry.kind !== "proxy") return { facts: {
		entry: entry.kind,
		next: "end",
		outcome: {
			ok: true,
			ms: 0
		}
	} };
	const said = {
		entry: require_main.redactUrl(entry.url),
		next: entry.next,
		...entry.authorization === void 0 ? {} : { withheld: true }
	};
	if (visit === void 0 || entry.url.startsWith("file:")) return { facts: {
		...said,
		outcome: {
			ok: false,
			ms: 0,
			code: "NOT_ASKED"
		}
	} };
	const withheld = entry.authorization !== void 0;
	const walk = await visit({
		url: require_main.joinAddress(entry.url, TOOLCHAIN_LIST),
		role: "goproxy",
		expects: "text",
		withheld
	});
	const { http } = walk.target;
	const answered = http?.status === void 0 ? {} : await supports(visit, {
		url: entry.url,
		database,
		withheld
	});
	const type = http?.headers["content-type"];
	return {
		walk,
		facts: {
			...said,
			outcome: lastOutcome(walk.target),
			...http?.status === void 0 ? {} : { status: http.status },
			...type === void 0 ? {} : { contentType: type },
			...http?.status === void 0 ? {} : { hasToolchains: http.status < 300 && listsToolchains(walk.head) },
			...answered
		}
	};
}
async function supports(visit, { url, database, withheld }) {
	const { target } = await visit({
		url: require_main.joinAddress(url, `sumdb/${database}/supported`),
		role: "checksum-database",
		expects: "text",
		withheld
	});
	const status = target.http?.status;
	if (status === void 0) return {};
	return { servesChecksums: status === 416 || status >= 200 && status < 300 && target.http?.title === void 0 };
}
function listsToolchains(head) {
	return /^v0\.0\.1-go1/mu.test(Buffer.from(head ?? []).toString("latin1"));
}
// src/probes/http.ts
const httpProbe = {
	id: "http",
	async probe(pass, walk, signal) {
		const { way, roots } = walk;
		if (way === void 0 || roots === void 0) return walk;
		const { hop, exchange } = await follow(pass, walk, signal);
		const { facts, head, served } = exchange;
		const http = {
			...facts,
			...await refresh(pass, {
				hop,
				facts
			}, signal)
		};
		return {
			...walk,
			target: {
				...walk.target,
				http
			},
			head,
			...served === void 0 ? {} : { served }
		};
	}
};
async function follow(pass, walk, signal) {
	const redirects = [];
	let hop = {
		url: walk.url,
		walk
	};
	for (;;) {
		const exchange = await ask(pass, hop, signal);
		const { status } = exchange.facts;
		const end = (reason) => {
			const broken = reason === void 0 ? {} : {
				ok: false,
				code: reason
			};
			return {
				hop,
				exchange: {
					...exchange,
					facts: {
						...exchange.facts,
						...broken,
						redirects
					}
				}
			};
		};
		if (status === void 0 || !(require_install ??= require("./install.cjs")).isRedirect(status)) return end();
		const to = readLocation(exchange.location, hop.url);
		redirects.push({
			status,
			from: require_main.redactUrl(hop.url.href),
			to: require_main.redactUrl(to?.href ?? exchange.location ?? "").slice(0, 500)
		});
		if (to === void 0 || !/^https?:$/u.test(to.protocol)) return end("BAD_LOCATION");
		if (redirects.length >= require_main.LIMITS.redirectCount) return end("TOO_MANY_REDIRECTS");
		if (hop.url.protocol === "https:" && to.protocol === "http:") return end("DOWNGRADE");
		if (await leadsInward(pass, hop, to)) return end("INWARD_REDIRECT");
		if (!hasTime(pass)) return end();
		to.username = "";
		to.password = "";
		hop = await next(pass, hop, to);
		if (hop.walk.way === void 0 || hop.walk.roots === void 0) {
			const facts = {
				...lastOutcome(hop.walk.target),
				headers: {},
				redirects
			};
			return {
				hop,
				exchange: {
					facts,
					head: new Uint8Array()
				}
			};
		}
	}
}
function readLocation(location, base) {
	return location !== void 0 && URL.canParse(location, base.href) ? new URL(location, base) : void 0;
}
function ask(pass, { url, walk }, signal, kind) {
	const { way, roots } = walk;
	if (way === void 0 || roots === void 0) throw new Error("a walk that leads nowhere");
	const openMs = stepMs(pass, require_main.PROBE_LIMITS.connectMs + require_main.PROBE_LIMITS.handshakeMs);
	const firstByteMs = stepMs(pass, require_main.PROBE_LIMITS.firstByteMs);
	const bodyMs = stepMs(pass, require_main.PROBE_LIMITS.bodyMs);
	const how = kind === void 0 ? {} : { kind };
	return pass.net.exchange({
		way,
		url: url.href,
		roots,
		...how,
		openMs,
		firstByteMs,
		bodyMs
	}, signal);
}
const OLD_SECONDS = 3600;
async function refresh(pass, { hop, facts }, signal) {
	if (!(Number(facts.headers["age"] ?? 0) >= OLD_SECONDS) || facts.status === void 0 || facts.status >= 300 || !hasTime(pass)) return {};
	const { facts: fresh } = await ask(pass, hop, signal, "no-cache");
	if (fresh.status === void 0) return {};
	const telling = (one) => [
		one.status,
		one.headers["etag"],
		one.headers["last-modified"],
		one.announcedBytes,
		one.firstHex
	];
	return { refreshed: telling(fresh).join() === telling(facts).join() ? "same" : "different" };
}
async function next(pass, hop, to) {
	return {
		url: to,
		walk: to.origin === hop.url.origin ? hop.walk : await pass.walkTo(to)
	};
}
async function leadsInward(pass, hop, to) {
	const from = hop.walk.way;
	if (from === void 0 || from.proxy !== void 0 || (require_preflight ??= require("./preflight.cjs")).addressClass(from.address) !== "public") return false;
	const look = pass.names.look(hostOf(to));
	return (look === void 0 ? [hostOf(to)] : (await look.lookup).addresses).some((address) => (require_preflight ??= require("./preflight.cjs")).addressClass(address) !== "public");
}
// src/policy/resolver-files.ts
const LINE_COUNT = 8;
function hostsLines(text, name) {
	const wanted = name.toLowerCase().replace(/\.$/u, "");
	const found = [];
	for (const [index, raw] of text.split("\n").entries()) {
		const [address, ...names] = raw.replace(/#[^\n]*$/u, "").trim().split(/\s+/u);
		if (address === void 0 || found.length >= LINE_COUNT) continue;
		if (names.some((each) => each.toLowerCase() === wanted)) found.push({
			line: index + 1,
			address: address.slice(0, 64)
		});
	}
	return found;
}
const SEARCH_COUNT = 16;
function resolverSettings(text) {
	let searchDomains = [];
	let ndots = 1;
	for (const raw of text.split("\n")) {
		const [keyword, ...words] = raw.replace(/[#;][^\n]*$/u, "").trim().split(/\s+/u);
		if (keyword === "search" || keyword === "domain") searchDomains = words.slice(0, SEARCH_COUNT).map((word) => word.slice(0, 253));
		const dots = /^ndots:(\d{1,2})$/u.exec(words.findLast((word) => word.startsWith("ndots:")) ?? "")?.[1];
		if (keyword === "options" && dots !== void 0) ndots = Math.min(15, Number(dots));
	}
	return {
		searchDomains,
		ndots
	};
}
// src/probes/names.ts
function createNames(parts, signal) {
	const looks = new Map();
	return { look(name) {
		if ((require_install ??= require("./install.cjs")).parseIpAddress(name) !== void 0) return void 0;
		const known = looks.get(name) ?? lookAt$1(parts, name, signal);
		looks.set(name, known);
		return known;
	} };
}
function lookAt$1(parts, name, signal) {
	const lookup = parts.net.lookup({
		name,
		ms: stepMs(parts, require_main.PROBE_LIMITS.lookupMs)
	}, signal);
	const facts = completeLook(parts, {
		name,
		lookup
	}, signal);
	facts.catch(() => void 0);
	return {
		lookup,
		facts
	};
}
async function completeLook(parts, { name, lookup }, signal) {
	const { net } = parts;
	const isOurs = (require_install ??= require("./install.cjs")).isLoopbackHost(name);
	const query = (family) => net.query({
		name,
		family,
		ms: require_main.PROBE_LIMITS.wireMs,
		tries: require_main.PROBE_LIMITS.wireTryCount
	}, signal);
	const rooted = () => net.lookup({
		name: `${name}.`,
		ms: stepMs(parts, require_main.PROBE_LIMITS.lookupMs)
	}, signal);
	const isRooted = name.endsWith(".");
	const [answer, wire4, wire6, withDot, servers, hosts, settings] = await Promise.all([
		lookup,
		isOurs ? void 0 : query(4),
		isOurs ? void 0 : query(6),
		isOurs || isRooted ? void 0 : rooted(),
		net.nameServers(),
		hostsOf(parts, name),
		settingsOf(parts)
	]);
	return {
		name,
		lookup: answer,
		...wire4 === void 0 ? {} : { wire4 },
		...wire6 === void 0 ? {} : { wire6 },
		...withDot === void 0 ? {} : { rooted: withDot },
		hosts,
		servers,
		...settings
	};
}
async function hostsOf(parts, name) {
	const root = parts.env["SystemRoot"] ?? "C:\\Windows";
	const file = parts.os === "win32" ? `${root}\\System32\\drivers\\etc\\hosts` : "/etc/hosts";
	const text = await readText(parts, file);
	return text === void 0 ? [] : hostsLines(text, name).map((line) => ({
		file,
		...line
	}));
}
async function settingsOf(parts) {
	const text = parts.os === "win32" ? void 0 : await readText(parts, "/etc/resolv.conf");
	return text === void 0 ? {} : resolverSettings(text);
}
async function readText(parts, file) {
	try {
		return (await parts.files.read(file, require_main.PROBE_LIMITS.hostsFileBytes)).toString("utf8");
	} catch (error) {
		if (error instanceof require_main.Failure) return void 0;
		throw error;
	}
}
// src/probes/peers.ts
function createPeers(parts, signal) {
	const looks = new Map();
	return { look(host, port) {
		const key = `${host} ${port}`;
		const known = looks.get(key) ?? dialAll(parts, {
			host,
			port
		}, signal);
		looks.set(key, known);
		return known;
	} };
}
async function dialAll(parts, { host, port }, signal) {
	const name = parts.names.look(host);
	const addresses = name === void 0 ? [host] : (await name.lookup).addresses;
	const dial = (address) => {
		const ms = stepMs(parts, require_main.PROBE_LIMITS.connectMs);
		return parts.net.connect({
			address,
			port,
			ms,
			silenceMs: require_main.PROBE_LIMITS.silenceMs
		}, signal);
	};
	const connects = await Promise.all(addresses.slice(0, require_main.LIMITS.connectAddressCount).map(dial));
	const usable = connects.filter(({ ok }) => ok);
	const calm = usable.filter(({ silence }) => silence === "open");
	const others = usable.filter((one) => !calm.includes(one));
	return {
		connects,
		open: [...calm, ...others].map(({ address }) => address),
		resolve: name?.facts
	};
}
// src/probes/proxies.ts
function lookAtProxies({ env, pass }, signal) {
	return Promise.all(namedProxies(env).map((proxy) => lookAt(pass, proxy, signal)));
}
async function lookAt(pass, proxy, signal) {
	const { address, scheme, variables, isValid, peer } = proxy;
	const said = {
		address,
		scheme,
		variables,
		isValid,
		...proxy.hasCredentials ? { withheld: true } : {}
	};
	if (pass === void 0 || peer === void 0) return {
		...said,
		connects: []
	};
	const { connects, open, resolve } = await pass.peers.look(peer.host, peer.port);
	const named = resolve === void 0 ? {} : { resolve: await resolve };
	const [way] = open;
	if (way === void 0 || !peer.secure) return {
		...said,
		...named,
		connects
	};
	const ms = stepMs(pass, require_main.PROBE_LIMITS.handshakeMs);
	const ask = {
		way: {
			address: way,
			port: peer.port
		},
		name: peer.host,
		variant: "usual",
		ms
	};
	const handshake = await pass.net.handshake(ask, signal);
	const spoke = handshake.chain === void 0 && handshake.firstHex !== void 0 ? { spoke: handshake.firstHex } : {};
	return {
		...said,
		...named,
		connects,
		handshake,
		...spoke
	};
}
// src/probes/connect.ts
const connectProbe = {
	id: "connect",
	async probe(pass, walk) {
		const { decision, url, target } = walk;
		if (decision === void 0) return walk;
		const host = decision.kind === "proxy" ? decision.host : hostOf(url);
		const port = decision.kind === "proxy" ? decision.port : portOf(url);
		const { connects, open } = await pass.peers.look(host, port);
		const [address] = open;
		const way = address === void 0 ? {} : { way: {
			address,
			port,
			...proxyWay(walk)
		} };
		return decision.kind === "proxy" ? {
			...walk,
			...way
		} : {
			...walk,
			...way,
			target: {
				...target,
				connects
			}
		};
	}
};
function proxyWay({ decision, url }) {
	if (decision?.kind !== "proxy") return {};
	const { host, secure } = decision;
	return { proxy: {
		host,
		secure,
		...url.protocol === "https:" ? { tunnelTo: `${url.hostname}:${portOf(url)}` } : {}
	} };
}
// src/probes/direct.ts
const directProbe = {
	id: "direct",
	async probe(pass, walk, signal) {
		if (!pass.allowDirect || walk.decision?.kind !== "proxy") return walk;
		const { url } = walk;
		const [host, port] = [hostOf(url), portOf(url)];
		const { connects, open } = await pass.peers.look(host, port);
		const way = open[0] === void 0 ? void 0 : {
			address: open[0],
			port
		};
		if (way === void 0) return {
			...walk,
			target: {
				...walk.target,
				direct: { connects }
			}
		};
		const ms = stepMs(pass, require_main.PROBE_LIMITS.handshakeMs);
		const handshake = url.protocol === "https:" ? await pass.net.handshake({
			way,
			name: host,
			variant: "usual",
			ms
		}, signal) : void 0;
		const limits = {
			openMs: ms,
			firstByteMs: stepMs(pass, require_main.PROBE_LIMITS.firstByteMs),
			bodyMs: stepMs(pass, require_main.PROBE_LIMITS.bodyMs)
		};
		const http = handshake === void 0 || handshake.ok ? (await pass.net.exchange({
			way,
			url: url.href,
			roots: "usual",
			...limits
		}, signal)).facts : void 0;
		const direct = {
			connects: connects.slice(0, require_main.LIMITS.connectAddressCount),
			...handshake === void 0 ? {} : { handshake },
			...http === void 0 ? {} : { http }
		};
		return {
			...walk,
			target: {
				...walk.target,
				direct
			}
		};
	}
};
// src/probes/missing-issuer.ts
const missingIssuerProbe = {
	id: "missing-issuer",
	async probe(pass, walk, signal) {
		const { way, target, url } = walk;
		const [usual, ...others] = target.handshakes;
		const address = usual?.chain?.[0]?.issuerUrls[0];
		if (way === void 0 || usual?.code !== "UNABLE_TO_VERIFY_LEAF_SIGNATURE" || address === void 0) return walk;
		const issuer = await fetchIssuer(pass, {
			walk,
			address
		}, signal);
		if (issuer === void 0 || !hasTime(pass)) return walk;
		const ms = stepMs(pass, require_main.PROBE_LIMITS.variantMs);
		const { ok, code } = await pass.net.handshake({
			way,
			name: hostOf(url),
			variant: "usual",
			ms,
			issuer
		}, signal);
		const completed = ok ? "ok" : code;
		if (completed === void 0) return walk;
		return {
			...walk,
			target: {
				...target,
				handshakes: [{
					...usual,
					completed
				}, ...others]
			}
		};
	}
};
async function fetchIssuer(pass, { walk, address }, signal) {
	const url = URL.canParse(address) ? new URL(address) : void 0;
	if (url?.protocol !== "http:" || url.username !== "" || !hasTime(pass)) return void 0;
	const isPublic = walk.way?.proxy !== void 0 || (require_preflight ??= require("./preflight.cjs")).addressClass(walk.way?.address ?? "") === "public";
	const look = pass.names.look(hostOf(url));
	const addresses = look === void 0 ? [hostOf(url)] : (await look.lookup).addresses;
	if (isPublic && addresses.some((one) => (require_preflight ??= require("./preflight.cjs")).addressClass(one) !== "public")) return void 0;
	const { way } = await pass.walkTo(url);
	if (way === void 0) return void 0;
	const ms = stepMs(pass, require_main.PROBE_LIMITS.variantMs);
	const ask = {
		way,
		url: url.href,
		roots: "usual",
		kind: "whole",
		openMs: ms,
		firstByteMs: ms,
		bodyMs: ms
	};
	const { facts, head } = await pass.net.exchange(ask, signal);
	return facts.status === 200 && head.length > 0 ? head : void 0;
}
// src/probes/mtu.ts
const mtuProbe = {
	id: "mtu",
	async probe(pass, walk, signal) {
		const { way, target, url } = walk;
		const { handshakes } = target;
		const isStalled = handshakes.length > 0 && handshakes.every(({ ended }) => ended === "deadline");
		if (way === void 0 || !isStalled) return walk;
		const plain = new URL(`http://${url.host}/`);
		const ms = stepMs(pass, require_main.PROBE_LIMITS.variantMs);
		const ask = {
			way,
			url: plain.href,
			roots: "usual",
			openMs: ms,
			firstByteMs: ms,
			bodyMs: require_main.PROBE_LIMITS.pageMs
		};
		const { facts } = await pass.net.exchange(ask, signal);
		const smallPasses = facts.status !== void 0 || (facts.receivedBytes ?? 0) > 0 || facts.ended !== "deadline";
		return {
			...walk,
			target: {
				...target,
				mtu: {
					smallPasses,
					largePasses: false
				}
			}
		};
	}
};
// src/probes/resolve.ts
const resolveProbe = {
	id: "resolve",
	async probe(pass, walk) {
		if (walk.decision?.kind !== "direct") return walk;
		const look = pass.names.look(hostOf(walk.url));
		if (look === void 0) return walk;
		const resolve = await look.facts;
		return {
			...walk,
			target: {
				...walk.target,
				resolve
			}
		};
	}
};
// src/probes/tls.ts
const tlsProbe = {
	id: "tls",
	async probe(pass, walk, signal) {
		const { way, url } = walk;
		if (way === void 0) return walk;
		if (url.protocol !== "https:") return {
			...walk,
			roots: "usual"
		};
		const usual = await shake(pass, {
			walk,
			way,
			variant: "usual"
		}, signal);
		if (usual.ok) return known(walk, {
			handshakes: [usual],
			roots: "usual"
		});
		const others = await Promise.all(controls(walk, usual).map((variant) => shake(pass, {
			walk,
			way,
			variant
		}, signal)));
		const elsewhere = await otherAddress(pass, {
			walk,
			way,
			usual
		}, signal);
		const handshakes = [
			usual,
			...others,
			...elsewhere
		];
		const [second] = elsewhere;
		if (second?.ok) return known({
			...walk,
			way: {
				...way,
				address: second.address
			}
		}, {
			handshakes,
			roots: "usual"
		});
		return known(walk, {
			handshakes,
			roots: others.some(({ variant, ok }) => ok && variant === "system-roots") ? "system" : void 0
		});
	}
};
function known(walk, { handshakes, roots }) {
	return {
		...walk,
		target: {
			...walk.target,
			handshakes
		},
		...roots === void 0 ? {} : { roots }
	};
}
function shake(pass, { walk, way, variant }, signal) {
	const ms = stepMs(pass, variant === "usual" ? require_main.PROBE_LIMITS.handshakeMs : require_main.PROBE_LIMITS.variantMs);
	return pass.net.handshake({
		way,
		name: hostOf(walk.url),
		variant,
		ms
	}, signal);
}
function controls(walk, usual) {
	if (usual.chain !== void 0) return (require_failure ??= require("./failure.cjs")).isUnknownIssuer(usual.code) ? ["system-roots"] : [];
	if (usual.alert === 120) return ["no-alpn"];
	return [
		"classical",
		"tls12",
		...(require_install ??= require("./install.cjs")).parseIpAddress(hostOf(walk.url)) === void 0 ? ["neutral-name"] : []
	];
}
async function otherAddress(pass, { walk, way, usual }, signal) {
	if (usual.chain !== void 0 || way.proxy !== void 0) return [];
	const other = walk.target.connects.find(({ ok, address }) => ok && address !== way.address);
	if (other === void 0) return [];
	return [await shake(pass, {
		walk,
		way: {
			...way,
			address: other.address
		},
		variant: "usual"
	}, signal)];
}
// src/probes/tunnel.ts
const tunnelProbe = {
	id: "tunnel",
	async probe(pass, walk, signal) {
		const { way, decision } = walk;
		const target = way?.proxy?.tunnelTo;
		if (way === void 0 && decision?.kind === "direct") return offRoute(pass, walk, signal);
		if (way === void 0 || target === void 0) return walk;
		const withheld = decision?.kind === "proxy" && decision.authorization !== void 0 ? { withheld: true } : {};
		const tunnel = {
			...await connect$1(pass, {
				way,
				target
			}, signal),
			...withheld
		};
		const known = {
			...walk,
			target: {
				...walk.target,
				tunnel: await withPort443(pass, {
					way,
					target,
					tunnel
				}, signal)
			}
		};
		if (tunnel.ok) return known;
		const { way: _closed, ...closed } = known;
		return closed;
	}
};
function connect$1(pass, { way, target }, signal) {
	const ms = stepMs(pass, require_main.PROBE_LIMITS.tunnelMs);
	return pass.net.tunnel({
		way,
		target,
		ms,
		silenceMs: require_main.PROBE_LIMITS.silenceMs
	}, signal);
}
async function withPort443(pass, { way, target, tunnel }, signal) {
	if (tunnel.ok || tunnel.status === void 0 || tunnel.status === 407 || target.endsWith(":443")) return tunnel;
	const other = await connect$1(pass, {
		way,
		target: target.replace(/:\d+$/u, ":443")
	}, signal);
	return other.status === void 0 ? tunnel : {
		...tunnel,
		onPort443: other.status
	};
}
async function offRoute(pass, walk, signal) {
	const proxy = isGoneWithout(walk.url, pass.env);
	if (proxy === void 0) return walk;
	const [address] = (await pass.peers.look(proxy.host, proxy.port)).open;
	if (address === void 0) return walk;
	const way = {
		address,
		port: proxy.port,
		proxy: {
			host: proxy.host,
			secure: proxy.secure
		}
	};
	const { hostname, port } = walk.url;
	const tunnel = await connect$1(pass, {
		way,
		target: `${hostname}:${port || 443}`
	}, signal);
	return {
		...walk,
		target: {
			...walk.target,
			offRoute: tunnel
		}
	};
}
// src/probes/registry.ts
const TARGET_PROBES = [
	connectProbe,
	tunnelProbe,
	tlsProbe,
	mtuProbe,
	missingIssuerProbe,
	directProbe,
	resolveProbe
];
// src/probes/gather.ts
async function gatherFacts(parts, signal) {
	const [network, disks, archives, environment] = await Promise.all([
		parts.net === void 0 ? offline(parts, signal) : online(parts, parts.net, signal),
		lookAtDisks(parts, parts.disks),
		parts.archives,
		parts.environment
	]);
	signal.throwIfAborted();
	const { heads, ...seenOnNetwork } = network;
	return {
		schema: FACTS_SCHEMA,
		product: `${require_main.PRODUCT.name} ${require_main.PRODUCT.version}`,
		runtime: parts.runtime,
		...environment === void 0 ? {} : { environment },
		...seenOnNetwork,
		disks,
		archives: [...archives, ...heads],
		seen: parts.seen
	};
}
async function offline(parts, signal) {
	const { env, goproxy, database } = parts;
	const looks = goproxy === void 0 ? void 0 : await lookAtGoproxy(void 0, {
		entries: goproxy,
		database: database.name
	});
	return {
		targets: parts.targets.map((wanted) => describe$1(start(new URL(wanted.url), env).target, wanted)),
		proxies: await lookAtProxies({
			env,
			pass: void 0
		}, signal),
		heads: [],
		...looks === void 0 ? {} : { goproxy: looks.map(({ facts }) => facts) }
	};
}
async function online(parts, net, signal) {
	const { goproxy, database, env } = parts;
	const builtMs = Date.parse(parts.builtOn ?? "1970-01-01");
	const pass = openPass(parts, net, signal);
	const visit = createVisit(pass, signal);
	const [walks, proxies, members, direct] = await Promise.all([
		Promise.all(parts.targets.slice(0, require_main.PROBE_LIMITS.targetCount).map(visit)),
		lookAtProxies({
			env,
			pass
		}, signal),
		lookAtGoproxy(visit, {
			entries: goproxy ?? [],
			database: database.name
		}),
		lookAtDatabase(visit, database)
	]);
	const through = await lookAtDatabase(visit, {
		...database,
		paths: pathsThrough(members, parts)
	});
	const all = [
		...walks,
		...members.flatMap(({ walk }) => walk ?? []),
		...direct.map(({ walk }) => walk)
	];
	return {
		targets: all.map(({ target }) => target),
		proxies,
		...goproxy === void 0 ? {} : { goproxy: members.map(({ facts }) => facts) },
		...database.paths.length === 0 ? {} : { checksumDatabase: [...direct, ...through].map(({ facts }) => facts) },
		heads: lookAtHeads(all),
		clock: await lookAtClock({
			pass,
			walks: all,
			builtMs
		}, signal)
	};
}
function pathsThrough(members, { goproxy = [], database }) {
	if (database.paths.length === 0) return [];
	return (goproxy ?? []).flatMap((entry, index) => {
		const { servesChecksums, withheld = false, entry: through = "" } = members[index]?.facts ?? {};
		if (entry.kind !== "proxy" || servesChecksums !== true) return [];
		return [{
			through,
			url: `${entry.url}/sumdb/${database.name}`,
			withheld
		}];
	});
}
function openPass(parts, net, signal) {
	const { clock, files, env, os, allowDirect } = parts;
	const base = {
		net,
		clock,
		files,
		env,
		os,
		allowDirect,
		endMs: clock.monotonic() + (parts.passMs ?? require_main.PROBE_LIMITS.passMs)
	};
	const names = createNames(base, signal);
	const walks = new Map();
	const pass = {
		...base,
		names,
		peers: createPeers({
			...base,
			names
		}, signal),
		walkTo(url) {
			const known = walks.get(url.origin) ?? walkAlong(pass, url, signal);
			walks.set(url.origin, known);
			return known;
		}
	};
	return pass;
}
async function walkAlong(pass, url, signal) {
	let walk = start(url, pass.env);
	for (const probe of TARGET_PROBES) if (hasTime(pass)) walk = await probe.probe(pass, walk, signal);
	return walk;
}
function createVisit(pass, signal) {
	const counts = new Map();
	return async (wanted) => {
		const url = new URL(wanted.url);
		url.username = "";
		url.password = "";
		const count = (counts.get(url.host) ?? 0) + 1;
		counts.set(url.host, count);
		const walk = {
			...await pass.walkTo(url),
			url
		};
		const asked = count <= require_main.PROBE_LIMITS.hostRequestCount && hasTime(pass) ? await httpProbe.probe(pass, walk, signal) : walk;
		return {
			...asked,
			target: describe$1(asked.target, wanted)
		};
	};
}
function start(url, env) {
	return {
		target: {
			url: require_main.redactUrl(url.href),
			role: "given",
			host: hostOf(url),
			port: portOf(url),
			route: (require_preflight ??= require("./preflight.cjs")).routeByStack(url.href, env),
			connects: [],
			handshakes: []
		},
		url,
		decision: decide(url.href, env)
	};
}
function describe$1(target, wanted) {
	const { role, sourceId, expects, expectedBytes, isListed, withheld } = wanted;
	const { http } = target;
	return {
		...target,
		url: require_main.redactUrl(wanted.url),
		role,
		...sourceId === void 0 ? {} : { sourceId },
		...expects === void 0 ? {} : { expects },
		...isListed === void 0 ? {} : { isListed },
		...withheld === true ? { withheld } : {},
		...http === void 0 || expectedBytes === void 0 ? {} : { http: {
			...http,
			expectedBytes
		} }
	};
}
// src/steps/gather.ts
var gather_exports = require_main.__exportAll({ gatherForRun: () => gatherForRun });
const NO_SOURCES = {
	sources: void 0,
	findings: []
};
const CONTROL_COUNT = 2;
async function gatherForRun(context, wanted, signal) {
	const { machine, inputs, log } = context;
	const table = await context.releaseTable();
	const { secrets, workspace } = context;
	const [opened, environment] = await Promise.all([wanted.isLocal === true ? NO_SOURCES : openAll(context, signal), (require_preflight ??= require("./preflight.cjs")).gatherEnvironment(machine, {
		goRoot: "on PATH",
		directory: workspace,
		secrets
	}, signal)]);
	const given = wanted.urls.map(readUrl);
	const addresses = given.flatMap((url) => url.protocol === "file:" ? [] : [url]);
	const sources = opened.sources === void 0 ? [] : sourceTargets(context, opened.sources, table);
	const controls = inputs.sources.length > 0 ? [] : sources.slice(0, CONTROL_COUNT).map((target) => ({
		...target,
		role: "control"
	}));
	const isAsked = wanted.urls.length === 0 && wanted.isLocal !== true;
	const files = given.flatMap((url) => url.protocol === "file:" ? localArchive(url, table) : []);
	return gatherFacts({
		net: wanted.isLocal === true ? void 0 : machine.probeNet,
		clock: machine.clock,
		files: machine.files,
		env: machine.env,
		os: machine.platform.os,
		randomName: machine.randomName,
		runtime: machine.runtime,
		allowDirect: inputs.allowDirect,
		builtOn: table?.date,
		targets: isAsked ? sources : [...addresses.map((url) => givenTarget(url, table)), ...addresses.length === 0 ? [] : controls],
		goproxy: isAsked ? opened.sources?.goproxy : void 0,
		database: {
			name: (require_install ??= require("./install.cjs")).CHECKSUM_DATABASE,
			verifierKey: log.verifierKey,
			paths: isAsked ? databasePaths(context) : []
		},
		disks: wantedDisks(context, environment),
		archives: lookAtArchives({
			files: machine.files,
			clock: machine.clock
		}, files, signal),
		environment,
		seen: [...wanted.findings, ...opened.findings].map(seenFailure),
		passMs: wanted.passMs
	}, signal);
}
function readUrl(text) {
	const address = /^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`;
	const url = URL.canParse(address) ? new URL(address) : void 0;
	if (url !== void 0 && /^(?:https?|file):$/u.test(url.protocol)) return url;
	const evidence = {
		got: require_main.redactUrl(text).slice(0, 200),
		"expected form": "https://host/path"
	};
	throw new require_main.Failure([require_main.finding("INPUT.INVALID", {
		subject: "URL",
		evidence
	})]);
}
function givenTarget(url, table) {
	const withheld = url.username !== "" || url.password !== "";
	const expects = /\.(?:tar\.gz|tgz|zip)$/u.test(url.pathname) ? { expects: "archive" } : {};
	const size = knownFile(url.pathname, table)?.sizeBytes;
	return {
		url: url.href,
		role: "given",
		withheld,
		...expects,
		...size === void 0 ? {} : { expectedBytes: size }
	};
}
async function openAll(context, signal) {
	try {
		return {
			sources: await (require_install ??= require("./install.cjs")).openSources(context, signal),
			findings: []
		};
	} catch (error) {
		signal.throwIfAborted();
		if (!(error instanceof require_main.Failure)) throw error;
		return {
			sources: void 0,
			findings: error.findings
		};
	}
}
function sourceTargets(context, sources, table) {
	const version = wantedVersion(context, table);
	if (version === void 0) return [];
	const known = table?.files(version) ?? [];
	return sources.archives.flatMap((source) => {
		if (source.id.startsWith("goproxy")) return [];
		const candidate = source.candidate(version, context.platform);
		if (candidate === void 0 || candidate.url.startsWith("file:")) return [];
		const file = known.find(({ fileName }) => fileName === candidate.fileName);
		return [{
			url: candidate.url,
			role: "source",
			sourceId: source.id,
			expects: "archive",
			withheld: candidate.authorization !== void 0,
			...file?.sizeBytes === void 0 ? {} : { expectedBytes: file.sizeBytes },
			...file === void 0 ? {} : { isListed: true }
		}];
	});
}
function wantedVersion({ request }, table) {
	if (request?.spec.kind === "exact") return request.spec.version;
	return table?.knownVersions.find(({ prerelease }) => prerelease === void 0);
}
function databasePaths({ machine }) {
	if (machine.env["GOSUMDB"]?.trim() === "off") return [];
	return [{
		through: "direct",
		url: `https://${(require_install ??= require("./install.cjs")).CHECKSUM_DATABASE}`,
		withheld: false
	}, {
		through: (require_install ??= require("./install.cjs")).CHECKSUM_DATABASE_ALIAS,
		url: `https://${(require_install ??= require("./install.cjs")).CHECKSUM_DATABASE_ALIAS}`,
		withheld: false
	}];
}
function localArchive(url, table) {
	const path = (0, (node_url ??= require("node:url")).fileURLToPath)(url);
	const name = path.slice(path.lastIndexOf("/") + 1);
	const parsed = require_main.parseArchiveFileName(name);
	const file = knownFile(path, table);
	const expected = {
		...parsed === void 0 ? {} : { platform: `${parsed.goos}-${parsed.goarch}` },
		...file === void 0 ? {} : { sha256: file.sha256 },
		...file?.sizeBytes === void 0 ? {} : { bytes: file.sizeBytes }
	};
	return [{
		sourceId: parsed === void 0 ? name : `go${require_main.versionText(parsed.version)}`,
		path,
		format: name.endsWith(".zip") ? "zip" : "tar.gz",
		expected
	}];
}
function knownFile(path, table) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	const parsed = require_main.parseArchiveFileName(name);
	return parsed === void 0 ? void 0 : table?.files(parsed.version).find(({ fileName }) => fileName === name);
}
const WRITTEN_BY_GO = [
	["TMPDIR", "temp"],
	["GOMODCACHE", "module-cache"],
	["GOCACHE", "build-cache"]
];
function wantedDisks({ machine, workspace, destination }, { directories }) {
	const ofGo = WRITTEN_BY_GO.flatMap(([setting, role]) => {
		const found = directories.find(({ name, isAbsolute }) => name === setting && isAbsolute);
		return found === void 0 ? [] : [{
			role,
			path: found.value
		}];
	});
	return [
		{
			role: "tool-cache",
			path: destination ?? machine.toolCache.directory,
			neededBytes: require_main.LIMITS.freeSpaceBytes
		},
		...ofGo,
		{
			role: "workspace",
			path: workspace
		}
	];
}
function seenFailure({ code, subject, evidence }) {
	return {
		code,
		subject,
		evidence: Object.fromEntries(evidence.map(({ name, value }) => [name, value]))
	};
}
// src/steps/diagnose-run.ts
var diagnose_run_exports = require_main.__exportAll({ diagnoseRun: () => diagnoseRun });
const OF_NETWORK = [72, 75];
const OF_MACHINE = [74];
async function diagnoseRun(context, findings, signal) {
	const { inputs, machine, emit, budgetEndMs } = context;
	const [main] = findings;
	const exit = main === void 0 ? 72 : (require_failure ??= require("./failure.cjs")).CATALOGUE[main.code].exit;
	const isLocal = OF_MACHINE.includes(exit);
	if (!isLocal && (inputs.offline || !OF_NETWORK.includes(exit))) return void 0;
	const { clock } = machine;
	const leftMs = budgetEndMs - clock.monotonic() - require_main.LIMITS.diagnoseReserveMs;
	if (leftMs <= 0) return void 0;
	const reason = () => incomplete("the time is up");
	const limit = {
		clock,
		ms: Math.min(leftMs, require_main.LIMITS.diagnoseMs),
		reason
	};
	try {
		const { facts, diagnosis } = await require_main.inPhase(context, "diagnose", async () => {
			const early = isLocal ? void 0 : await seenEarly(context, findings);
			if (early !== void 0) return early;
			const gather = (inner) => gatherForRun(context, {
				urls: [],
				findings,
				isLocal
			}, inner);
			const facts = await (require_seldom ??= require("./seldom.cjs")).within(limit, gather, signal);
			return {
				facts,
				diagnosis: diagnose(facts)
			};
		});
		emit({
			type: "diagnosis",
			...diagnosis
		});
		return {
			facts,
			diagnosis
		};
	} catch (error) {
		emit({
			type: "finding",
			finding: {
				...(error instanceof require_main.Failure ? error : incomplete(String(error))).finding,
				severity: "warning"
			}
		});
		return;
	}
}
async function seenEarly({ earlyLook }, findings) {
	const facts = await earlyLook.facts()?.catch(() => void 0);
	if (facts === void 0 || diagnose(facts).causes.length === 0) return void 0;
	const seen = [...facts.seen, ...findings.map(seenFailure)];
	return {
		facts: {
			...facts,
			seen
		},
		diagnosis: diagnose({
			...facts,
			seen
		})
	};
}
function incomplete(why) {
	return require_main.failure("DIAGNOSIS.INCOMPLETE", {
		subject: "diagnose",
		evidence: { reason: why }
	});
}
// src/domain/shape.ts
var Misshapen = class extends Error {
	path;
	reason;
	constructor(path, reason) {
		super(`${path === "" ? "the document" : path}: ${reason}`);
		this.name = "Misshapen";
		this.path = path;
		this.reason = reason;
	}
};
function text(maxLength) {
	return {
		json: {
			type: "string",
			maxLength
		},
		read(value, path) {
			if (typeof value !== "string") throw new Misshapen(path, "no text");
			if (value.length > maxLength) throw new Misshapen(path, `longer than ${maxLength} characters`);
			return value;
		}
	};
}
const number = {
	json: { type: "number" },
	read(value, path) {
		if (typeof value !== "number" || !Number.isFinite(value)) throw new Misshapen(path, "no number");
		return value;
	}
};
const boolean = {
	json: { type: "boolean" },
	read(value, path) {
		if (typeof value !== "boolean") throw new Misshapen(path, "neither true nor false");
		return value;
	}
};
function choice(...values) {
	return {
		json: { enum: values },
		read(value, path) {
			const found = values.find((item) => item === value);
			if (found === void 0) throw new Misshapen(path, `none of ${values.join(", ")}`.slice(0, 200));
			return found;
		}
	};
}
function list(of, maxItems) {
	return {
		json: {
			type: "array",
			items: of.json,
			maxItems
		},
		read(value, path) {
			if (!Array.isArray(value)) throw new Misshapen(path, "no list");
			if (value.length > maxItems) throw new Misshapen(path, `more than ${maxItems} entries`);
			return value.map((item, index) => of.read(item, `${path}[${index}]`));
		}
	};
}
function pair(first, second) {
	return {
		json: {
			type: "array",
			prefixItems: [first.json, second.json],
			minItems: 2,
			maxItems: 2
		},
		read(value, path) {
			if (!Array.isArray(value) || value.length !== 2) throw new Misshapen(path, "no pair");
			return [first.read(value[0], `${path}[0]`), second.read(value[1], `${path}[1]`)];
		}
	};
}
function record(of, maxProperties) {
	return {
		json: {
			type: "object",
			additionalProperties: of.json,
			maxProperties,
			propertyNames: {
				maxLength: 200,
				not: { const: "__proto__" }
			}
		},
		read(value, path) {
			const members = membersOf(value, path);
			if (members.length > maxProperties) throw new Misshapen(path, `more than ${maxProperties} members`);
			return Object.fromEntries(members.map(([name, item]) => {
				if (name === "__proto__" || name.length > 200) throw new Misshapen(path, "a name that is not accepted");
				return [name, of.read(item, `${path}.${name}`)];
			}));
		}
	};
}
function optional(shape) {
	return { optional: shape };
}
function maybe(shape) {
	return { maybe: shape };
}
function object(members) {
	const rows = Object.entries(members);
	const properties = Object.fromEntries(rows.map(([name, member]) => [name, shapeOf(member).json]));
	return {
		json: {
			type: "object",
			required: rows.filter(([, member]) => "read" in member).map(([name]) => name),
			properties
		},
		read(value, path) {
			const given = new Map(membersOf(value, path));
			const read = rows.flatMap(([name, member]) => {
				const item = given.get(name);
				const at = path === "" ? name : `${path}.${name}`;
				if (item !== void 0) return [[name, shapeOf(member).read(item, at)]];
				if ("read" in member) throw new Misshapen(at, "missing");
				return "maybe" in member ? [[name, void 0]] : [];
			});
			return Object.fromEntries(read);
		}
	};
}
function shapeOf(member) {
	if ("read" in member) return member;
	return "optional" in member ? member.optional : member.maybe;
}
function membersOf(value, path) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Misshapen(path, "no object");
	return Object.entries(value);
}
// src/domain/environment-shape.ts
const WORD$1 = text(512);
const LINE$1 = text(16384);
const ENVIRONMENT = object({
	os: WORD$1,
	settings: record(object({
		value: LINE$1,
		origin: choice("environment", "go env -w", "go.env", "default"),
		file: optional(LINE$1)
	}), 256),
	variables: record(LINE$1, 256),
	directories: list(object({
		name: WORD$1,
		value: LINE$1,
		isAbsolute: boolean,
		kind: choice("directory", "file", "missing", "unreadable"),
		writable: maybe(boolean),
		freeBytes: maybe(number),
		freeInodes: maybe(number),
		mountFlags: list(WORD$1, 32)
	}), 256),
	pathGos: list(object({
		position: number,
		path: LINE$1,
		version: maybe(WORD$1)
	}), 256),
	goRootVersion: optional(WORD$1),
	git: record(LINE$1, 256),
	commands: list(WORD$1, 32),
	files: list(object({
		file: LINE$1,
		sizeBytes: number,
		problem: optional(choice("too-large", "binary", "unreadable", "link-loop")),
		name: WORD$1,
		holds: optional(choice("certificates", "no-certificate"))
	}), 256),
	nowMs: number
});
// src/domain/facts-shape.ts
const WORD = text(512);
const LINE = text(4096);
const FEW = 32;
const MANY = 256;
const outcome = {
	ok: boolean,
	ms: number,
	code: optional(WORD),
	errno: optional(number),
	syscall: optional(WORD),
	message: optional(LINE),
	ended: optional(choice("deadline", "fin", "reset"))
};
const withheld = optional(choice(true));
const addresses = list(WORD, MANY);
const answer = object({
	...outcome,
	addresses
});
const resolve$1 = object({
	name: WORD,
	lookup: answer,
	wire4: optional(answer),
	wire6: optional(answer),
	rooted: optional(answer),
	hosts: list(object({
		file: LINE,
		line: number,
		address: WORD
	}), FEW),
	servers: list(WORD, FEW),
	searchDomains: optional(list(WORD, FEW)),
	ndots: optional(number),
	overHttps: optional(list(object({
		...outcome,
		addresses,
		operator: WORD
	}), FEW))
});
const connect = object({
	...outcome,
	address: WORD,
	port: number,
	family: choice(4, 6),
	local: optional(WORD),
	silence: optional(choice("open", "fin", "reset", "spoke")),
	spokeHex: optional(WORD)
});
const tunnel = object({
	...outcome,
	proxy: WORD,
	status: optional(number),
	reason: optional(WORD),
	schemes: list(WORD, FEW),
	squidError: optional(WORD),
	via: optional(WORD),
	server: optional(WORD),
	headHex: optional(WORD),
	page: optional(LINE),
	onPort443: optional(number),
	withheld
});
const certificate = object({
	subject: WORD,
	issuer: WORD,
	notBeforeMs: number,
	notAfterMs: number,
	names: list(WORD, MANY),
	sha256: WORD,
	isSelfIssued: boolean,
	keyBits: optional(number),
	signature: optional(WORD),
	usages: optional(list(WORD, FEW)),
	issuerUrls: list(LINE, FEW)
});
const handshake = object({
	...outcome,
	variant: choice("usual", "classical", "tls12", "neutral-name", "system-roots", "no-alpn"),
	address: WORD,
	protocol: optional(WORD),
	cipher: optional(WORD),
	alpn: optional(WORD),
	alert: optional(number),
	receivedBytes: number,
	firstHex: optional(WORD),
	sentBytes: optional(number),
	verified: optional(object({
		bundled: WORD,
		system: WORD,
		extra: optional(WORD)
	})),
	chain: optional(list(certificate, FEW)),
	completed: optional(WORD),
	hasStaple: optional(boolean),
	hasSct: optional(boolean)
});
const http = object({
	...outcome,
	status: optional(number),
	headers: record(LINE, MANY),
	redirects: list(object({
		status: number,
		from: LINE,
		to: LINE
	}), FEW),
	isComplete: optional(boolean),
	announcedBytes: optional(number),
	receivedBytes: optional(number),
	expectedBytes: optional(number),
	firstHex: optional(WORD),
	title: optional(LINE),
	excerpt: optional(LINE),
	reusedSocket: optional(boolean),
	ranged: optional(choice("honoured", "ignored", "refused")),
	refreshed: optional(choice("same", "different")),
	progress: optional(list(pair(number, number), MANY))
});
const decision = object({
	via: WORD,
	reason: LINE
});
const client = object({
	client: choice("go", "git", "curl", "node"),
	version: optional(WORD),
	ok: boolean,
	code: optional(WORD),
	message: optional(LINE)
});
const target = object({
	url: LINE,
	role: choice("source", "goproxy", "checksum-database", "toolchain", "control", "given"),
	sourceId: optional(LINE),
	host: WORD,
	port: number,
	expects: optional(choice("archive", "json", "text", "page")),
	isListed: optional(boolean),
	route: object({
		go: decision,
		curl: decision,
		node: decision,
		undici: decision,
		actions: decision
	}),
	resolve: optional(resolve$1),
	connects: list(connect, FEW),
	dialed: optional(object(outcome)),
	mtu: optional(object({
		smallPasses: boolean,
		largePasses: boolean,
		bytes: optional(number)
	})),
	tunnel: optional(tunnel),
	handshakes: list(handshake, FEW),
	http: optional(http),
	withheld,
	direct: optional(object({
		connects: list(connect, FEW),
		handshake: optional(handshake),
		http: optional(http)
	})),
	offRoute: optional(tunnel),
	clients: optional(list(client, FEW))
});
const proxy = object({
	address: WORD,
	scheme: WORD,
	variables: list(WORD, FEW),
	isValid: boolean,
	resolve: optional(resolve$1),
	connects: list(connect, FEW),
	spoke: optional(LINE),
	handshake: optional(handshake),
	withheld
});
const disk = object({
	role: choice("tool-cache", "temp", "module-cache", "build-cache", "workspace"),
	path: LINE,
	exists: boolean,
	writable: maybe(boolean),
	code: optional(WORD),
	freeBytes: maybe(number),
	freeInodes: maybe(number),
	mountFlags: list(WORD, FEW),
	neededBytes: maybe(number),
	partialEntries: optional(list(LINE, FEW))
});
const archive = object({
	sourceId: LINE,
	contentEncoding: optional(WORD),
	isSameElsewhere: optional(boolean),
	kind: choice(...[
		"genuine",
		"empty",
		"html",
		"truncated",
		"double-gzip",
		"bare-tar",
		"text-mangled",
		"longer",
		"damaged"
	], ...[
		"recompressed",
		"wrong-platform",
		"other"
	]),
	bytes: number,
	expectedBytes: maybe(number),
	firstHex: WORD
});
const member = object({
	entry: LINE,
	next: choice("not-found", "any-error", "end"),
	outcome: object(outcome),
	status: optional(number),
	contentType: optional(LINE),
	hasToolchains: optional(boolean),
	withheld,
	servesChecksums: optional(boolean),
	zip: optional(choice("zip", "html", "other"))
});
const databasePath = object({
	through: LINE,
	outcome: object(outcome),
	status: optional(number),
	isSigned: optional(boolean),
	module: optional(LINE)
});
const clock = object({
	nowMs: number,
	builtMs: number,
	offsets: list(object({
		host: WORD,
		offsetMs: number
	}), MANY)
});
const FACTS = object({
	schema: choice(FACTS_SCHEMA),
	product: WORD,
	runtime: object({
		node: WORD,
		openssl: WORD,
		os: WORD,
		arch: WORD
	}),
	environment: optional(ENVIRONMENT),
	clock: optional(clock),
	targets: list(target, MANY),
	proxies: list(proxy, FEW),
	disks: list(disk, FEW),
	archives: list(archive, MANY),
	goproxy: optional(list(member, FEW)),
	checksumDatabase: optional(list(databasePath, FEW)),
	seen: list(object({
		code: WORD,
		subject: LINE,
		evidence: record(LINE, FEW)
	}), MANY)
});
// src/domain/facts-file.ts
const FACTS_FILE_BYTES = 8388608;
function readFactsFile(bytes, name) {
	const refuse = (evidence) => require_main.failure("INPUT.FACTS", {
		subject: name,
		evidence
	});
	if (bytes.length > 8388608) throw refuse({ reason: `larger than ${FACTS_FILE_BYTES} bytes` });
	const document = require_main.parseJsonObject(new TextDecoder().decode(bytes));
	if (document === void 0) throw refuse({ reason: "it is no JSON object, or it was cut" });
	const { schema } = document;
	if (schema !== "setup-go-robust/facts@1") throw refuse(otherSchema(schema));
	try {
		return FACTS.read(document, "");
	} catch (error) {
		if (error instanceof Misshapen) throw refuse({
			at: error.path.slice(0, 200),
			reason: error.reason
		});
		throw error;
	}
}
function otherSchema(schema) {
	const version = typeof schema === "string" ? /^setup-go-robust\/facts@(\d{1,6})$/u.exec(schema)?.[1] : void 0;
	if (version === void 0) return {
		reason: "it is no file of facts",
		expected: FACTS_SCHEMA
	};
	return {
		reason: "it was written by another release",
		schema: `facts@${version}`,
		expected: FACTS_SCHEMA
	};
}
function factsFileText(facts) {
	return `${JSON.stringify(facts, void 0, 1)}\n`;
}
// src/steps/doctor.ts
var doctor_exports = require_main.__exportAll({ doctor: () => doctor });
async function doctor(context, signal) {
	const diagnosis = await require_main.inPhase(context, "diagnose", async () => judge(context, await factsOf(context, signal)));
	context.emit({
		type: "diagnosis",
		...diagnosis
	});
	const [first, ...more] = diagnosis.causes.map((require_failure ??= require("./failure.cjs")).causeFinding);
	if (first !== void 0) throw new require_main.Failure([first, ...more]);
	return "ok";
}
function judge({ inputs }, facts) {
	const goproxy = inputs.sources.length === 0 || inputs.sources.some((source) => source.kind === "id" && source.id === "goproxy");
	const whole = diagnose(facts);
	const needed = diagnose(withoutSpareSources(facts, { goproxy }));
	const isNeeded = ({ code }) => needed.causes.some((cause) => cause.code === code);
	const spare = whole.causes.filter((cause) => !isNeeded(cause)).map((cause) => ({
		...(require_failure ??= require("./failure.cjs")).causeFinding(cause),
		severity: "warning"
	}));
	return {
		...needed,
		warnings: [...spare, ...needed.warnings],
		targets: whole.targets
	};
}
async function factsOf(context, signal) {
	const { options, operands, workspace, machine } = context;
	const file = options["judge"];
	if (file === void 0) {
		const facts = await gatherForRun(context, {
			urls: operands,
			findings: []
		}, signal);
		const target = options["gather"];
		if (target !== void 0) await machine.files.write((0, node_path.resolve)(workspace, target), factsFileText(facts));
		return facts;
	}
	if (options["gather"] !== void 0 || operands.length > 0) throw require_main.failure("INPUT.INVALID", {
		subject: "--judge",
		message: "With --judge nothing is gathered; leave out --gather and URLs"
	});
	return readFactsFile(await machine.files.read((0, node_path.resolve)(workspace, file), FACTS_FILE_BYTES), (0, node_path.basename)(file));
}
// src/repairs/repair.ts
function withFixes(own, { fixes }) {
	return [...own, ...fixes.filter(({ risk }) => risk === "none").map(({ title, text }) => ({
		title,
		text
	}))];
}
// src/repairs/classical-groups.ts
const classicalGroups = {
	id: "classical-groups",
	title: "Offer classical key-exchange groups only, in the connections of this run",
	causes: ["TLS.PQ_INTOLERANT"],
	plan: ({ cause }) => ({
		steps: withFixes([{
			title: "Connections of this run offer X25519, P-256 and P-384",
			text: ""
		}], cause),
		change: {
			kind: "network",
			settings: { classicalGroups: true }
		}
	})
};
// src/repairs/database-alias.ts
const databaseAlias = {
	id: "database-alias",
	title: `Let Go ask the checksum database as ${(require_install ??= require("./install.cjs")).CHECKSUM_DATABASE_ALIAS}, which has the same key`,
	causes: ["GO.SUMDB_UNREACHABLE"],
	plan(situation) {
		if (!isUnset(situation) || !isOnlyWay(situation.facts)) return void 0;
		return {
			steps: [{
				title: "Set it for the later steps of this job",
				text: `GOSUMDB=${(require_install ??= require("./install.cjs")).CHECKSUM_DATABASE_ALIAS}`
			}],
			change: {
				kind: "job",
				changes: [{
					kind: "set",
					name: "GOSUMDB",
					value: (require_install ??= require("./install.cjs")).CHECKSUM_DATABASE_ALIAS
				}]
			}
		};
	}
};
function isUnset({ env, facts }) {
	const setting = facts?.environment?.settings["GOSUMDB"];
	return !env["GOSUMDB"]?.trim() && (setting === void 0 || setting.origin === "default" || setting.origin === "go.env");
}
function isOnlyWay(facts) {
	const paths = facts?.checksumDatabase ?? [];
	const works = paths.filter(answers);
	return paths.length > 1 && works.length === 1 && works[0]?.through === "sum.golang.google.cn";
}
function answers({ outcome, status, isSigned }) {
	return outcome.code === "NOT_ASKED" || outcome.ok && (status ?? 200) < 400 && isSigned !== false;
}
// src/repairs/module-entry.ts
const moduleEntry = {
	id: "module-entry",
	title: "Remove damaged zips from the module cache, so that Go fetches them again",
	causes: ["MODCACHE.ALTERED"],
	plan(situation) {
		const zips = situation.findings.map((item) => damagedZip(item, situation));
		const known = zips.filter((path) => path !== void 0);
		if (known.length === 0 || known.length < zips.length || situation.moduleCache === void 0) return void 0;
		return {
			steps: known.map((path) => ({
				title: "Set this file aside, verify again, then remove it",
				text: path
			})),
			change: {
				kind: "entry",
				paths: known.flatMap((path) => [`${path}hash`, path]),
				directory: (0, node_path.join)(situation.moduleCache, "cache", "setup-go-robust")
			}
		};
	}
};
function damagedZip({ evidence }, { moduleCache = "" }) {
	const value = (name) => evidence.find((item) => item.name === name)?.value ?? "";
	if (value("part") !== "zip" || !/^(?:ARC|BODY)\.[A-Z_]+$/u.test(value("got"))) return void 0;
	const path = (0, node_path.join)(moduleCache, value("at").replace(/^GOMODCACHE/u, ""));
	const below = (0, node_path.relative)((0, node_path.join)(moduleCache, "cache", "download"), path);
	return value("at").startsWith("GOMODCACHE") && /^(?!\.\.)[^\0]+[/\\]@v[/\\][^/\\]+\.zip$/u.test(below) ? path : void 0;
}
// src/repairs/system-roots.ts
const systemRoots = {
	id: "system-roots",
	title: "Trust every certificate store of this machine, not only the one that SSL_CERT_FILE names",
	causes: ["TLS.INTERCEPTED", "TLS.UNTRUSTED"],
	plan({ cause, env, hasCredentials, facts }) {
		const isWithheld = facts?.targets.some(({ withheld }) => withheld === true) ?? false;
		if (!env["SSL_CERT_FILE"] || hasCredentials || isWithheld) return void 0;
		return {
			steps: withFixes([{
				title: "Connections of this run trust the stores of the operating system too",
				text: ""
			}, {
				title: "For Go, add the CA to that file, or unset the variable",
				text: "unset SSL_CERT_FILE"
			}], cause),
			change: {
				kind: "network",
				settings: { everyStore: true }
			}
		};
	}
};
// src/repairs/tool-cache-entry.ts
const CLAIMS = [
	".complete",
	".setup-go-robust.seal",
	".setup-go-robust.json"
];
const toolCacheEntry = {
	id: "tool-cache-entry",
	title: "Replace the one entry of the tool cache that does not run",
	causes: [
		"GO.NOT_RUNNABLE",
		"VERSION.MISMATCH",
		"CACHE.PARTIAL"
	],
	plan(situation) {
		const root = entryOf(situation);
		if (root === void 0) return void 0;
		return {
			steps: [{
				title: "Set this entry aside, install the version anew, then remove what was set aside",
				text: root
			}, {
				title: "By hand, on the runner",
				text: `rm -rf '${root}' '${root}.complete'`
			}],
			change: {
				kind: "entry",
				paths: [...CLAIMS.map((suffix) => `${root}${suffix}`), root],
				directory: (0, node_path.join)(situation.toolCache, require_main.PRODUCT.name)
			}
		};
	}
};
function entryOf({ findings, toolCache }) {
	const failed = findings.find(({ code }) => code === "GO.NOT_RUNNABLE" || code === "VERSION.MISMATCH");
	if (failed === void 0) return void 0;
	const root = (0, node_path.dirname)((0, node_path.dirname)(failed.subject));
	const parts = (0, node_path.relative)(toolCache, root).split(node_path.sep);
	const isProgram = /^go(?:\.exe)?$/u.test((0, node_path.relative)((0, node_path.join)(root, "bin"), failed.subject));
	const isEntry = parts.length === 3 && parts[0] === "go" && !parts.includes("..") && !root.includes("'");
	return isProgram && isEntry ? root : void 0;
}
// src/repairs/registry.ts
const REPAIRS = [
	classicalGroups,
	systemRoots,
	toolCacheEntry,
	moduleEntry,
	databaseAlias
];
// src/repairs/set-aside.ts
const PREFIX = "aside-";
async function setAside(entry, machine) {
	const { files } = machine;
	const aside = (0, node_path.join)(entry.directory, `${PREFIX}${machine.randomName()}`);
	const moved = [];
	const placeOf = (path) => (0, node_path.join)(aside, `${entry.paths.indexOf(path)}-${(0, node_path.basename)(path)}`);
	const remove = async () => {
		await files.remove(aside);
		await files.removeEmptyDirectory(entry.directory);
	};
	const undo = async () => {
		for (const path of moved.splice(0).reverse()) {
			await files.makeDirectory((0, node_path.dirname)(path));
			await files.rename(placeOf(path), path);
		}
		await remove();
	};
	await sweep(entry.directory, machine);
	await files.makeDirectory(aside);
	try {
		for (const path of entry.paths) {
			if (await files.stat(path) === void 0) continue;
			if (!await files.rename(path, placeOf(path))) throw require_main.failure("FS.IO", { subject: path });
			moved.push(path);
		}
	} catch (error) {
		await undo();
		throw error;
	}
	return {
		undo,
		remove
	};
}
async function sweep(directory, { files, clock }) {
	for (const name of await files.list(directory)) {
		const path = (0, node_path.join)(directory, name);
		const stat = name.startsWith(PREFIX) ? await files.stat(path) : void 0;
		if (stat !== void 0 && clock.now() - stat.mtimeMs > require_main.LIMITS.stagingMaxAgeMs) await files.remove(path);
	}
}
// src/steps/try-repair.ts
async function tryChange(context, wanted, signal) {
	const { change, events, repeat, ms } = wanted;
	const { clock } = context.machine;
	const reason = () => require_main.failure("BUDGET.TOTAL", {
		subject: "repair",
		evidence: { "budget ms": ms }
	});
	const again = (machine) => {
		const repeated = {
			...context,
			machine,
			emit: renumbered(context.emit, events),
			inputs: {
				...context.inputs,
				preflight: "off"
			}
		};
		return (require_seldom ??= require("./seldom.cjs")).within({
			clock,
			ms,
			reason,
			graceMs: require_main.LIMITS.killGraceMs
		}, (inner) => repeat(repeated, inner), signal);
	};
	try {
		switch (change.kind) {
			case "network": return {
				outcome: await again(context.reopen(change.settings)),
				leftovers: []
			};
			case "entry": return await withoutEntry(context, change, () => again(context.machine));
			case "job":
				await (require_seldom ??= require("./seldom.cjs")).within({
					clock,
					ms,
					reason
				}, (inner) => proveForJob(context, {
					...change,
					events
				}, inner), signal);
				await context.host.apply(change.changes);
				return { leftovers: [] };
		}
	} catch (error) {
		return {
			error,
			leftovers: []
		};
	}
}
function renumbered(emit, events) {
	const last = Math.max(0, ...events.map((event) => "attempt" in event ? event.attempt : 0));
	return (body) => emit("attempt" in body ? {
		...body,
		attempt: body.attempt + last
	} : body);
}
async function withoutEntry({ machine }, entry, again) {
	const aside = await setAside(entry, machine);
	try {
		return {
			outcome: await again(),
			leftovers: await left(aside.remove())
		};
	} catch (error) {
		return {
			error,
			leftovers: await left(aside.undo())
		};
	}
}
async function left(tidying) {
	try {
		await tidying;
		return [];
	} catch (error) {
		if (error instanceof require_main.Failure) return error.findings;
		throw error;
	}
}
async function proveForJob(context, { changes, events }, signal) {
	const ready = events.findLast((event) => event.type === "toolchain-ready");
	const version = ready?.type === "toolchain-ready" ? require_main.parseGoVersion(ready.version) : void 0;
	const host = changes.find(({ kind }) => kind === "set")?.value ?? "";
	if (version === void 0 || host === "") throw require_main.failure("SUM.UNREACHABLE", {
		subject: host,
		evidence: { reason: "nothing to ask for" }
	});
	const { platform } = require_main.forRelease(context, version);
	const servers = [{
		id: host,
		baseUrl: `https://${host}`
	}];
	await (require_sumdb ??= require("./sumdb.cjs")).lookUp({
		wire: context.machine,
		servers,
		log: context.log,
		moduleName: require_main.moduleName(version, platform)
	}, signal);
}
// src/steps/repair-run.ts
var repair_run_exports = require_main.__exportAll({ repairRun: () => repairRun });
async function repairRun(context, after, signal) {
	const { inputs, emit } = context;
	const moduleCache = await lookedAt(context, after, signal);
	const plans = certainCauses(after).flatMap((cause) => plansFor(context, {
		...after,
		moduleCache
	}, cause)).filter((item) => isInPlace(item, after));
	const chosen = inputs.repair === "safe" && leftMs(context) > 0 ? plans[0] : void 0;
	const outcome = chosen === void 0 ? void 0 : await tryOne(context, {
		...after,
		...chosen
	}, signal);
	if (outcome !== void 0) return outcome;
	for (const item of plans) if (item !== chosen) emit({
		type: "repair",
		...told(item),
		state: "planned"
	});
}
function leftMs({ machine, budgetEndMs }) {
	return budgetEndMs - machine.clock.monotonic() - require_main.LIMITS.diagnoseReserveMs;
}
function isInPlace({ plan }, { findings }) {
	return plan.change.kind === "job" === (findings.length === 0);
}
function certainCauses({ findings, diagnosed, events }) {
	const { causes = [], warnings = [] } = diagnosed?.diagnosis ?? {};
	const found = causes.filter(({ verdict }) => verdict === "cause");
	if (findings.length === 0) return [...found, ...warnings.filter(({ confidence }) => confidence === "certain")];
	const known = ownCause(findings, events);
	const isExplained = found.some(({ code, chain }) => code === known?.code || known !== void 0 && chain.includes(known.code));
	return known === void 0 || isExplained ? found : [...found, known];
}
function ownCause(findings, events) {
	const atMs = events.at(-1)?.atMs ?? 0;
	const alone = events.filter(({ type }) => type !== "diagnosis");
	const { cause } = require_main.foldReport([...alone, {
		type: "run-ended",
		outcome: "failed",
		findings,
		atMs
	}], require_main.findCause);
	if (cause?.verdict !== "cause") return void 0;
	return {
		code: cause.code,
		subject: findings.find(({ code }) => code === cause.code)?.subject ?? "",
		fixes: []
	};
}
async function lookedAt(context, { findings }, signal) {
	return findings.some(({ code }) => code === "MODCACHE.ALTERED") ? (await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.module_cache_directory_exports)).moduleCacheDirectory(context, signal) : void 0;
}
function plansFor(context, { findings, diagnosed, moduleCache }, cause) {
	const { machine, inputs } = context;
	const situation = {
		cause,
		facts: diagnosed?.facts,
		findings,
		env: machine.env,
		toolCache: machine.toolCache.directory,
		...moduleCache === void 0 ? {} : { moduleCache },
		hasCredentials: inputs.sourceToken !== void 0
	};
	return REPAIRS.filter((repair) => repair.causes.includes(cause.code)).flatMap((repair) => {
		const plan = repair.plan(situation);
		return plan === void 0 ? [] : [{
			repair,
			cause,
			plan
		}];
	});
}
function told({ repair, cause, plan }) {
	return {
		repair: repair.id,
		title: repair.title,
		code: cause.code,
		subject: cause.subject,
		steps: plan.steps
	};
}
async function tryOne(context, chosen, signal) {
	const { emit, machine } = context;
	const { repair, plan, findings, cause } = chosen;
	const startMs = machine.clock.monotonic();
	emit({
		type: "repair-tried",
		repair: repair.id,
		title: repair.title
	});
	const before = findings[0]?.code ?? cause.code;
	const trial = await tryChange(context, {
		...chosen,
		change: plan.change,
		ms: leftMs(context)
	}, signal);
	const ms = Math.round(machine.clock.monotonic() - startMs);
	const end = trial.error === void 0 ? { state: "helped" } : {
		state: "rolled-back",
		after: codeOf(trial.error)
	};
	emit({
		type: "repair",
		...told(chosen),
		...end,
		before,
		ms
	});
	for (const left of trial.leftovers) emit({
		type: "finding",
		finding: {
			...left,
			severity: "warning"
		}
	});
	return trial.outcome;
}
function codeOf(error) {
	return error instanceof require_main.Failure ? error.code : require_main.finding("SELF.BUG", { subject: "repair" }).code;
}
// src/domain/source-health.ts
const SOURCE_LIMITS = {
	listsMs: 5e3,
	sourceMs: 1e4,
	leastMs: 250,
	tryCount: 3,
	sampleBytes: 65536,
	bodyMs: 5e3
};
// src/acquire/source-sample.ts
async function sampleFile(wire, request, signal) {
	const { clock } = wire;
	const { url, untilMs } = request;
	const startMs = clock.monotonic();
	const headers = { range: `bytes=0-${SOURCE_LIMITS.sampleBytes - 1}` };
	const answer = await (require_install ??= require("./install.cjs")).exchange(wire, {
		url,
		headers,
		phases: {
			...require_main.METADATA_PHASES,
			untilMs
		}
	}, signal);
	const answeredMs = clock.monotonic();
	const wantedBytes = judgeHead(answer, request);
	const totalMs = Math.max(0, Math.min(SOURCE_LIMITS.bodyMs, untilMs - answeredMs));
	const limits = {
		maxBytes: SOURCE_LIMITS.sampleBytes,
		totalMs
	};
	const { bytes, why } = await (require_install ??= require("./install.cjs")).readWithin({
		clock,
		response: answer,
		limits
	}, signal);
	const subject = new URL(answer.url).host;
	const evidence = {
		url: require_main.redactUrl(answer.url),
		"received bytes": bytes.length
	};
	if (why === "too-slow") throw require_main.failure("BODY.STALL", {
		subject,
		evidence: {
			...evidence,
			"budget ms": totalMs
		}
	});
	if (wantedBytes !== void 0 && bytes.length < wantedBytes) throw require_main.failure("BODY.TRUNCATED", {
		subject,
		evidence: {
			...evidence,
			"expected bytes": wantedBytes
		}
	});
	return {
		firstByteMs: Math.round(answeredMs - startMs),
		bodyMs: Math.round(clock.monotonic() - answeredMs),
		bytes: bytes.length,
		canRange: answer.status === 206,
		host: subject,
		headers: answer.headers,
		head: bytes
	};
}
function judgeHead(answer, { expectedBytes }) {
	const isPart = answer.status === 206;
	const range = isPart ? (require_install ??= require("./install.cjs")).parseContentRange(answer.headers["content-range"]) : void 0;
	const sizeBytes = isPart ? range?.sizeBytes : (require_install ??= require("./install.cjs")).contentLength(answer.headers);
	const subject = new URL(answer.url).host;
	const evidence = {
		url: require_main.redactUrl(answer.url),
		"announced bytes": sizeBytes,
		"expected bytes": expectedBytes
	};
	if (isPart && (range === void 0 || range.start !== 0)) {
		answer.discard();
		const shown = answer.headers["content-range"]?.slice(0, 100);
		throw require_main.failure("HTTP.RANGE", {
			subject,
			evidence: {
				...evidence,
				"content-range": shown
			}
		});
	}
	if (sizeBytes !== void 0 && expectedBytes !== void 0 && sizeBytes !== expectedBytes) {
		answer.discard();
		throw require_main.failure(sizeBytes > expectedBytes ? "BODY.TOO_LONG" : "BODY.TRUNCATED", {
			subject,
			evidence
		});
	}
	return sizeBytes === void 0 ? void 0 : Math.min(sizeBytes, SOURCE_LIMITS.sampleBytes);
}
// src/policy/source-samples.ts
const CACHE_FIELDS = [
	"age",
	"x-cache",
	"cache-status",
	"via"
];
const VALUE_CHARACTERS = 80;
function figuresOf(samples, host) {
	const last = samples.at(-1);
	if (last === void 0) return {};
	const times = samples.map(({ firstByteMs }) => firstByteMs);
	const rates = samples.flatMap(({ bytes, bodyMs }) => bodyMs > 0 ? [Math.round(bytes * 1e3 / bodyMs)] : []);
	const cache = cacheFields(last.headers);
	return {
		firstByteMs: {
			p50: percentile(times, .5),
			p95: percentile(times, .95)
		},
		...rates.length === 0 ? {} : { bytesPerSecond: Math.max(...rates) },
		...last.host === host || last.host === "" ? {} : { redirectedTo: last.host },
		canRange: samples.every(({ canRange }) => canRange),
		...Object.keys(cache).length === 0 ? {} : { cache }
	};
}
function percentile(values, share) {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? 0;
}
function cacheFields(headers) {
	const shown = CACHE_FIELDS.flatMap((name) => {
		const value = headers[name]?.replace(/[^\x20-\x7e]+/gu, " ").trim();
		return value === void 0 || value === "" ? [] : [[name, value.slice(0, VALUE_CHARACTERS)]];
	});
	return Object.fromEntries(shown);
}
// src/steps/source-look.ts
async function askSource(context, { source, releases }, signal) {
	const { clock } = context.machine;
	const untilMs = clock.monotonic() + SOURCE_LIMITS.sourceMs;
	const offered = releases.flatMap((release) => {
		const { version } = release;
		const candidate = source.candidate(version, require_main.forRelease(context, version).platform);
		return candidate === void 0 ? [] : [{
			release,
			candidate
		}];
	});
	const samples = [];
	let last;
	let at = 0;
	let tries = 0;
	for (; tries < SOURCE_LIMITS.tryCount && untilMs - clock.monotonic() >= SOURCE_LIMITS.leastMs; tries += 1) {
		const wanted = offered[at];
		if (wanted === void 0) break;
		try {
			samples.push(await askOnce(context, {
				...wanted,
				untilMs
			}, signal));
		} catch (error) {
			signal.throwIfAborted();
			if (!(error instanceof require_main.Failure)) throw error;
			last = error.finding;
			if ((require_install ??= require("./install.cjs")).isRefusal(error.code) && samples.length === 0 && offered[at + 1] !== void 0 && tries + 1 < SOURCE_LIMITS.tryCount) at += 1;
		}
	}
	return describe({
		source,
		wanted: offered[at],
		behind: at,
		samples,
		tries,
		last
	});
}
async function askOnce(context, wanted, signal) {
	const { candidate, release, untilMs } = wanted;
	const { machine } = context;
	const expectedBytes = release.files.find(({ fileName }) => fileName === candidate.fileName)?.sizeBytes;
	const sample = candidate.url.startsWith("file:") ? await sampleLocal(context, candidate) : await sampleFile(machine, {
		url: require_main.splitUserinfo(candidate.url).url,
		expectedBytes,
		untilMs
	}, signal);
	const [first, second] = sample.head;
	if (candidate.format === "zip" ? first === 80 && second === 75 : first === 31 && second === 139) return sample;
	throw (require_unpack ??= require("./unpack.cjs")).notAnArchive(sample.head.subarray(0, 64), candidate.format === "zip" ? "ARC.NOT_ZIP" : "ARC.NOT_GZIP");
}
async function sampleLocal({ machine }, { url }) {
	const { files, clock } = machine;
	const path = (require_install ??= require("./install.cjs")).requiredPathOf(url);
	const startMs = clock.monotonic();
	const stat = await files.stat(path);
	if (stat === void 0) throw require_main.failure("FS.NOT_FOUND", { subject: path });
	const firstByteMs = Math.round(clock.monotonic() - startMs);
	const head = await files.readRange(path, 0, Math.min(stat.sizeBytes, SOURCE_LIMITS.sampleBytes));
	return {
		firstByteMs,
		bodyMs: Math.round(clock.monotonic() - startMs) - firstByteMs,
		bytes: head.length,
		canRange: true,
		host: "",
		headers: {},
		head
	};
}
function describe(look) {
	const { source, wanted, samples, tries, last } = look;
	const { id, title } = source;
	const url = wanted === void 0 ? "" : require_main.redactUrl(wanted.candidate.url);
	const reason = last ?? (samples.length === 0 ? require_main.finding("VERSION.NOT_SERVED", { subject: id }) : void 0);
	const isHad = samples.length > 0;
	const state = isHad ? "usable" : isWithheld(wanted) && reason !== void 0 && (require_install ??= require("./install.cjs")).isRefusal(reason.code) ? "unknown" : "unusable";
	const health = {
		source: id,
		title,
		url,
		state,
		...reason === void 0 ? {} : { code: reason.code },
		...isHad && wanted !== void 0 ? {
			version: require_main.versionText(wanted.release.version),
			behind: look.behind
		} : {},
		tries,
		answers: samples.length,
		bytes: samples.reduce((sum, { bytes }) => sum + bytes, 0),
		...figuresOf(samples, URL.canParse(url) ? new URL(url).host : "")
	};
	return state === "unusable" && reason !== void 0 ? {
		health,
		finding: reason
	} : { health };
}
function isWithheld(wanted) {
	if (wanted === void 0) return false;
	const { url, authorization } = wanted.candidate;
	return authorization !== void 0 || require_main.splitUserinfo(url).authorization !== void 0;
}
// src/steps/source-health.ts
var source_health_exports = require_main.__exportAll({ showSourceHealth: () => showSourceHealth });
async function showSourceHealth(context, signal) {
	const opened = await (require_install ??= require("./install.cjs")).openSources(context, signal);
	const sources = {
		...opened,
		archives: opened.archives.map(withoutCredentials)
	};
	if (sources.archives.length === 0) throw require_main.failure("VERSION.NO_SOURCE", { subject: "sources" });
	const releases = await require_main.inPhase(context, "resolve", () => newestReleases(context, sources, signal));
	const looks = await Promise.all(opened.archives.map((source) => askSource(context, {
		source,
		releases
	}, AbortSignal.any([signal]))));
	const [newest] = releases;
	const health = {
		newest: newest === void 0 ? null : require_main.versionText(newest.version),
		learntFrom: newest?.learntFrom ?? [],
		sources: looks.map((look) => look.health)
	};
	context.emit({
		type: "sources",
		...health
	});
	if (looks.some((look) => look.health.state !== "unusable")) return "ok";
	throw new require_main.Failure(byGravity(looks.flatMap(({ health: { source }, finding }) => finding ? [require_main.aboutSource(finding, source)] : [])));
}
function byGravity(findings) {
	const rank = ({ code }) => require_main.EXIT_GRAVITY.indexOf((require_failure ??= require("./failure.cjs")).CATALOGUE[code].exit);
	const [first, ...rest] = [...findings].sort((a, b) => rank(a) - rank(b));
	if (first === void 0) throw new Error("a source that cannot be used, and no reason");
	return [first, ...rest];
}
async function newestReleases(context, sources, signal) {
	const { clock } = context.machine;
	const request = await (require_install ??= require("./install.cjs")).indexRequest(context, sources);
	const late = require_main.failure("LIST.UNAVAILABLE", {
		subject: "lists",
		evidence: { "budget ms": SOURCE_LIMITS.listsMs }
	});
	const limit = {
		clock,
		ms: SOURCE_LIMITS.listsMs,
		reason: () => late
	};
	try {
		return (await (require_seldom ??= require("./seldom.cjs")).within(limit, (inner) => (require_install ??= require("./install.cjs")).readReleaseIndex(request, inner), signal)).releases.filter(({ stable }) => stable);
	} catch (error) {
		if (error !== late) throw error;
		context.emit({
			type: "finding",
			finding: {
				...late.finding,
				severity: "warning"
			}
		});
		const { releases } = await (require_install ??= require("./install.cjs")).readReleaseIndex({
			...request,
			sources: []
		}, signal);
		return releases.filter(({ stable }) => stable);
	}
}
function withoutCredentials(source) {
	return {
		...source,
		listing: () => {
			const listing = source.listing();
			if (listing === void 0) return void 0;
			return {
				url: require_main.splitUserinfo(listing.url).url,
				parse: (body) => listing.parse(body)
			};
		}
	};
}
Object.defineProperty(exports, "diagnose_run_exports", {
	enumerable: true,
	get: function() {
		return diagnose_run_exports;
	}
});
Object.defineProperty(exports, "doctor_exports", {
	enumerable: true,
	get: function() {
		return doctor_exports;
	}
});
Object.defineProperty(exports, "gather_exports", {
	enumerable: true,
	get: function() {
		return gather_exports;
	}
});
Object.defineProperty(exports, "probe_net_exports", {
	enumerable: true,
	get: function() {
		return probe_net_exports;
	}
});
Object.defineProperty(exports, "repair_run_exports", {
	enumerable: true,
	get: function() {
		return repair_run_exports;
	}
});
Object.defineProperty(exports, "source_health_exports", {
	enumerable: true,
	get: function() {
		return source_health_exports;
	}
});
