// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
const require_main = require("./main.cjs");
const require_preflight = require("./preflight.cjs");
let node_crypto;
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_http;
let node_net;
let node_tls;
let node_events;
let node_url;
let node_stream;
let node_zlib;
let node_dns_promises;
let node_dns;
// src/adapters/net-phase.ts
function withinPhase(phase, signal) {
	return new Promise((resolve, reject) => {
		if (signal.aborted) {
			phase.abandon();
			return reject(signal.reason);
		}
		const settled = new AbortController();
		const settle = () => {
			if (settled.signal.aborted) return false;
			settled.abort();
			signal.removeEventListener("abort", onAbort);
			return true;
		};
		const giveUp = (reason) => {
			if (!settle()) return;
			phase.abandon();
			reject(reason);
		};
		const onAbort = () => giveUp(signal.reason);
		signal.addEventListener("abort", onAbort, { once: true });
		sleepAwake(phase.clock, phase.ms, settled.signal).then(() => giveUp(phase.late()), () => void 0);
		phase.work().then((value) => settle() && resolve(value), (error) => settle() && reject(error));
	});
}
async function sleepAwake(clock, ms, signal) {
	const dueMs = clock.monotonic() + ms;
	await clock.sleep(ms, signal);
	const lateMs = clock.monotonic() - dueMs;
	if (lateMs > require_main.LIMITS.lateMs) await clock.sleep(Math.min(lateMs, ms), signal);
}
// src/adapters/net-dial.ts
async function resolveBySystem(host) {
	return (await (0, (node_dns_promises ??= require("node:dns/promises")).lookup)(host, {
		all: true,
		order: "verbatim"
	})).map((entry) => entry.address);
}
function shareAnswers(resolve, clock) {
	const answers = new Map();
	const ask = (host) => {
		const answer = askTwice({
			clock,
			resolve,
			host
		});
		const entry = {
			answer,
			untilMs: Number.POSITIVE_INFINITY
		};
		answers.set(host, entry);
		answer.then(() => {
			entry.untilMs = clock.monotonic() + require_main.LIMITS.nameKeptMs;
		}, () => answers.delete(host));
		return answer;
	};
	return (host) => {
		const known = answers.get(host);
		return known !== void 0 && clock.monotonic() < known.untilMs ? known.answer : ask(host);
	};
}
function peerName(peer) {
	return (0, (node_net ??= require("node:net")).isIP)(peer.host) === 6 ? `[${peer.host}]:${peer.port}` : `${peer.host}:${peer.port}`;
}
async function lookUp$1(options, signal) {
	const { peer, limits } = options;
	if ((0, (node_net ??= require("node:net")).isIP)(peer.host) !== 0) return [peer.host];
	const ms = require_main.phaseMs(limits, "lookupMs", options.clock.monotonic());
	const budget = {
		phase: "lookup",
		"budget ms": ms
	};
	const late = () => require_main.failure(peer.viaProxy ? "PROXY.DNS" : "DNS.TIMEOUT", {
		subject: peer.host,
		evidence: budget
	});
	try {
		const work = () => options.resolve(peer.host);
		const addresses = await withinPhase({
			clock: options.clock,
			ms,
			late,
			abandon: () => void 0,
			work
		}, signal);
		if (addresses.length === 0) throw Object.assign(new Error("no address"), { code: "ENODATA" });
		return addresses;
	} catch (error) {
		signal.throwIfAborted();
		throw require_main.netFailure(error, {
			phase: "lookup",
			subject: peer.host,
			viaProxy: peer.viaProxy
		});
	}
}
async function askTwice(options) {
	const { clock, resolve, host } = options;
	const settled = new AbortController();
	const first = resolve(host);
	const second = clock.sleep(require_main.LIMITS.lookupAgainMs, settled.signal).then(() => resolve(host));
	try {
		return await Promise.race([first, second.catch(() => first)]);
	} finally {
		settled.abort();
	}
}
function alternateFamilies(addresses) {
	const family = (0, (node_net ??= require("node:net")).isIP)(addresses[0] ?? "");
	const same = addresses.filter((address) => (0, (node_net ??= require("node:net")).isIP)(address) === family);
	const other = addresses.filter((address) => (0, (node_net ??= require("node:net")).isIP)(address) !== family);
	const mixed = [];
	for (let index = 0; index < Math.max(same.length, other.length); index++) mixed.push(...same.slice(index, index + 1), ...other.slice(index, index + 1));
	return mixed.slice(0, require_main.LIMITS.connectAddressCount);
}
function connectFirst(options, signal) {
	const { clock, peer, limits } = options;
	const budgetMs = () => require_main.phaseMs(limits, "connectMs", clock.monotonic());
	const longestMs = budgetMs();
	const waiting = [...alternateFamilies(options.addresses)];
	return new Promise((resolve, reject) => {
		if (signal.aborted) return reject(signal.reason);
		const finished = new AbortController();
		const open = new Set();
		const failed = [];
		const finish = () => {
			finished.abort();
			signal.removeEventListener("abort", onAbort);
			for (const socket of open) socket.destroy();
		};
		const onAbort = () => {
			finish();
			reject(signal.reason);
		};
		const after = (ms, then) => {
			clock.sleep(ms, finished.signal).then(then, () => void 0);
		};
		const giveUp = (socket, attempt) => {
			if (!open.delete(socket)) return;
			socket.destroy();
			failed.push(attempt);
			if (waiting.length > 0) startNext();
			else if (open.size === 0) {
				finish();
				reject(connectFailure(failed, peer, longestMs));
			}
		};
		const startNext = () => {
			const address = waiting.shift();
			if (address === void 0) return;
			const options = {
				host: address,
				port: peer.port,
				noDelay: true,
				readableHighWaterMark: require_main.LIMITS.socketBufferBytes
			};
			const socket = (0, (node_net ??= require("node:net")).connect)(options);
			open.add(socket);
			socket.on("error", (error) => giveUp(socket, {
				address,
				error
			}));
			socket.once("connect", () => {
				if (!open.delete(socket)) return;
				finish();
				resolve(socket);
			});
			sleepAwake(clock, budgetMs(), finished.signal).then(() => giveUp(socket, {
				address,
				error: Object.assign(new Error("no answer"), { code: "ETIMEDOUT" })
			}), () => void 0);
			after(require_main.LIMITS.connectStaggerMs, startNext);
		};
		signal.addEventListener("abort", onAbort, { once: true });
		startNext();
	});
}
function connectFailure(failed, peer, budgetMs) {
	const codes = failed.map((attempt) => require_main.readSystemError(attempt.error).code ?? "unknown");
	const telling = codes.findIndex((code) => ![
		"ENETUNREACH",
		"EADDRNOTAVAIL",
		"EAFNOSUPPORT"
	].includes(code));
	const attempts = failed.map((attempt, index) => `${attempt.address} ${codes[index]}`).join(", ");
	return require_main.netFailure(failed[Math.max(telling, 0)]?.error, {
		phase: "connect",
		subject: peerName(peer),
		viaProxy: peer.viaProxy,
		evidence: {
			addresses: attempts,
			"budget ms": budgetMs
		}
	});
}
// src/adapters/net-tls.ts
async function secure(handshake, signal) {
	const { clock, socket, host, subject, tlsMs, context } = handshake;
	const more = { highWaterMark: require_main.LIMITS.socketBufferBytes };
	const tlsSocket = (0, (node_tls ??= require("node:tls")).connect)({
		...more,
		socket,
		host,
		...(0, (node_net ??= require("node:net")).isIP)(host) === 0 ? { servername: host } : {},
		ALPNProtocols: ["http/1.1"],
		rejectUnauthorized: true,
		...context === void 0 ? {} : { secureContext: context }
	});
	let certificate;
	tlsSocket.prependOnceListener("secure", () => {
		certificate = tlsSocket.getPeerCertificate();
	});
	const abandon = () => {
		tlsSocket.destroy();
		socket.destroy();
	};
	const late = () => require_main.failure("TLS.HANDSHAKE_STALL", {
		subject,
		evidence: {
			phase: "tls",
			"budget ms": tlsMs,
			"received bytes": socket.bytesRead,
			...handshake.evidence
		}
	});
	try {
		const work = () => new Promise((resolve, reject) => {
			tlsSocket.on("error", reject);
			tlsSocket.once("close", () => reject(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
			tlsSocket.once("secureConnect", resolve);
		});
		await withinPhase({
			clock,
			ms: tlsMs,
			late,
			abandon,
			work
		}, signal);
		return tlsSocket;
	} catch (error) {
		abandon();
		signal.throwIfAborted();
		throw require_main.netFailure(error, {
			phase: "tls",
			subject,
			evidence: {
				...certificateEvidence(certificate),
				...handshake.evidence
			}
		});
	}
}
function tlsFacts(socket) {
	const certificate = socket.getPeerCertificate();
	return {
		protocol: socket.getProtocol() ?? "unknown",
		subject: nameOf(certificate.subject),
		issuer: nameOf(certificate.issuer),
		validFrom: certificate.valid_from ?? "",
		validTo: certificate.valid_to ?? ""
	};
}
function certificateEvidence(certificate) {
	if (certificate?.valid_to === void 0) return {};
	return {
		subject: nameOf(certificate.subject),
		issuer: nameOf(certificate.issuer),
		names: require_main.printable(certificate.subjectaltname ?? ""),
		"valid from": certificate.valid_from,
		"valid to": certificate.valid_to,
		"sha256 fingerprint": certificate.fingerprint256
	};
}
function nameOf(name) {
	const first = [name?.CN, name?.O].find((part) => part !== void 0);
	return require_main.printable(first === void 0 ? "" : String(first));
}
// src/adapters/net-tunnel.ts
async function openTunnel(tunnel, signal) {
	const { clock, socket, proxyMs, proxy, target } = tunnel;
	const late = () => require_main.failure("PROXY.STALL", {
		subject: proxy,
		evidence: {
			phase: "tunnel",
			target,
			"budget ms": proxyMs
		}
	});
	try {
		await withinPhase({
			clock,
			ms: proxyMs,
			late,
			abandon: () => socket.destroy(),
			work: () => sendConnect$1(tunnel)
		}, signal);
	} catch (error) {
		socket.destroy();
		signal.throwIfAborted();
		throw require_main.netFailure(error, {
			phase: "tunnel",
			subject: proxy,
			viaProxy: true,
			evidence: { target }
		});
	}
}
function sendConnect$1(tunnel) {
	return new Promise((resolve, reject) => {
		const authorization = tunnel.authorization === void 0 ? {} : { "proxy-authorization": tunnel.authorization };
		const connect = (0, (node_http ??= require("node:http")).request)({
			createConnection: () => tunnel.socket,
			method: "CONNECT",
			path: tunnel.target,
			headers: {
				host: tunnel.target,
				"user-agent": `${require_main.PRODUCT.name}/${require_main.PRODUCT.version}`,
				...authorization
			},
			maxHeaderSize: require_main.LIMITS.headerBytes
		});
		connect.on("error", reject);
		connect.once("connect", (response, _socket, head) => {
			const problem = judgeConnect({
				tunnel,
				response,
				head
			});
			if (problem === void 0) resolve();
			else reject(problem);
		});
		connect.end();
	});
}
function judgeConnect(answer) {
	const { response, tunnel, head } = answer;
	const status = response.statusCode ?? 0;
	const opened = status >= 200 && status <= 299;
	if (opened && head.length === 0) return void 0;
	const { headers } = response;
	return require_main.failure(opened ? "PROXY.NOT_HTTP" : codeOfConnectStatus(status), {
		subject: tunnel.proxy,
		evidence: {
			phase: "tunnel",
			target: tunnel.target,
			status,
			schemes: authenticationSchemes$1(headers["proxy-authenticate"]),
			"x-squid-error": one(headers["x-squid-error"]),
			via: one(headers["via"]),
			"first bytes": head.length === 0 ? void 0 : require_main.printable(head)
		}
	});
}
function codeOfConnectStatus(status) {
	if (status === 407) return "PROXY.AUTH";
	return status >= 500 ? "PROXY.UPSTREAM" : "PROXY.DENIED";
}
function one(value) {
	return value === void 0 ? void 0 : require_main.printable(typeof value === "string" ? value : value.join(", "));
}
function authenticationSchemes$1(value) {
	if (value === void 0) return void 0;
	return (typeof value === "string" ? [value] : value).map((challenge) => require_main.printable(challenge).split(" ")[0]).join(", ");
}
// src/adapters/net-connection.ts
async function openConnection(opening, signal) {
	const { clock, url, route, limits, context } = opening;
	const peer = peerOf(url, route);
	const lap = stopwatch(clock);
	const left = (phase) => require_main.phaseMs(limits, phase, clock.monotonic());
	const addresses = await lookUp$1({
		clock,
		resolve: opening.resolve,
		peer,
		limits
	}, signal);
	const lookupMs = lap();
	const raw = await connectFirst({
		clock,
		addresses,
		peer,
		limits
	}, signal);
	const connectMs = lap();
	opening.onSocket(raw);
	const address = raw.remoteAddress;
	const via = route.kind === "proxy" ? peerName(peer) : void 0;
	const evidence = {
		address,
		proxy: via
	};
	let socket = raw;
	let proxyMs;
	if (route.kind === "proxy") {
		if (route.secure) socket = await secure({
			clock,
			socket,
			host: peer.host,
			subject: peerName(peer),
			tlsMs: left("tlsMs"),
			context,
			evidence
		}, signal);
		if (url.protocol === "https:") {
			const target = `${url.hostname}:${url.port === "" ? 443 : url.port}`;
			const { authorization } = route;
			await openTunnel({
				clock,
				socket,
				proxy: peerName(peer),
				target,
				authorization,
				proxyMs: left("proxyMs")
			}, signal);
		}
		proxyMs = lap();
	}
	let tls;
	if (url.protocol === "https:") {
		const host = require_preflight.unbracket(url.hostname);
		const over = await secure({
			clock,
			socket,
			host,
			subject: url.host,
			tlsMs: left("tlsMs"),
			context,
			evidence
		}, signal);
		tls = {
			tls: tlsFacts(over),
			tlsMs: lap()
		};
		socket = over;
	}
	const facts = {
		host: url.host,
		addresses,
		proxyReason: route.reason,
		lookupMs,
		connectMs,
		...address === void 0 ? {} : { address },
		...via === void 0 ? {} : { proxy: via },
		...proxyMs === void 0 ? {} : { proxyMs },
		...tls
	};
	return {
		socket,
		facts
	};
}
function peerOf(url, route) {
	if (route.kind === "proxy") return {
		host: route.host,
		port: route.port,
		viaProxy: true
	};
	const port = url.port === "" ? url.protocol === "https:" ? 443 : 80 : Number(url.port);
	return {
		host: require_preflight.unbracket(url.hostname),
		port,
		viaProxy: false
	};
}
function stopwatch(clock) {
	let before = clock.monotonic();
	return () => {
		const now = clock.monotonic();
		const ms = Math.round((now - before) * 10) / 10;
		before = now;
		return ms;
	};
}
// src/adapters/net-http.ts
async function send$2(sending, signal) {
	const { clock, socket, url, firstByteMs } = sending;
	const receivedBefore = socket.bytesRead;
	const { outgoing, answered } = write$2(sending);
	const abandon = () => {
		outgoing.destroy();
		socket.destroy();
	};
	const budget = {
		phase: "request",
		"budget ms": firstByteMs,
		...sending.evidence
	};
	const late = () => require_main.failure("HTTP.TTFB_STALL", {
		subject: url.host,
		evidence: budget
	});
	try {
		return await withinPhase({
			clock,
			ms: firstByteMs,
			late,
			abandon,
			work: () => answered
		}, signal);
	} catch (error) {
		abandon();
		signal.throwIfAborted();
		const evidence = {
			"received bytes": socket.bytesRead - receivedBefore,
			...sending.evidence
		};
		throw require_main.netFailure(error, {
			phase: "request",
			subject: url.host,
			evidence
		});
	}
}
function write$2(sending) {
	const { socket, url } = sending;
	const outgoing = (0, (node_http ??= require("node:http")).request)({
		createConnection: () => socket,
		method: sending.method,
		path: sending.absoluteForm ? `${url.origin}${url.pathname}${url.search}` : `${url.pathname}${url.search}`,
		headers: {
			host: url.host,
			connection: "keep-alive",
			...sending.headers
		},
		maxHeaderSize: require_main.LIMITS.headerBytes,
		insecureHTTPParser: false
	});
	let firstError;
	return {
		outgoing,
		answered: new Promise((resolve, reject) => {
			const fail = (error) => {
				firstError ??= error;
				reject(error);
			};
			outgoing.on("error", fail);
			outgoing.once("response", (incoming) => {
				incoming.on("error", fail);
				resolve({
					incoming,
					error: () => firstError
				});
			});
			outgoing.end(sending.body);
		})
	};
}
function joinHeaders(incoming) {
	const joined = {};
	for (const [name, value] of Object.entries(incoming.headers)) if (value !== void 0) joined[name] = typeof value === "string" ? value : value.join(", ");
	return joined;
}
async function* readBody$1(options, signal) {
	const { answer, subject } = options;
	const { incoming } = answer;
	let receivedBytes = 0;
	let complete = false;
	try {
		signal.throwIfAborted();
		for await (const chunk of incoming) {
			receivedBytes += chunk.length;
			yield chunk;
		}
		const error = answer.error();
		if (error !== void 0) throw error;
		if (!incoming.complete) throw Object.assign(new Error("ended early"), { code: "ECONNRESET" });
		complete = true;
	} catch (error) {
		signal.throwIfAborted();
		const announced = incoming.headers["content-length"];
		const evidence = {
			"received bytes": receivedBytes,
			"announced bytes": announced,
			...options.evidence
		};
		throw require_main.netFailure(answer.error() ?? error, {
			phase: "body",
			subject,
			evidence
		});
	} finally {
		if (!complete) options.onBroken();
		options.onEnd();
	}
}
// src/adapters/net-pool.ts
function createPool(clock) {
	const idle = new Map();
	const drop = (key, entry) => {
		const left = (idle.get(key) ?? []).filter((other) => other !== entry);
		if (left.length === 0) idle.delete(key);
		else idle.set(key, left);
		entry.forget();
	};
	return {
		take(key) {
			for (let entry = idle.get(key)?.at(-1); entry !== void 0; entry = idle.get(key)?.at(-1)) {
				drop(key, entry);
				const { socket } = entry.connection;
				if (!socket.destroyed && clock.monotonic() - entry.sinceMs < require_main.LIMITS.idleConnectionMs) {
					socket.ref();
					return entry.connection;
				}
				socket.destroy();
			}
		},
		put(key, connection) {
			const { socket } = connection;
			if (socket.destroyed || !socket.writable || !socket.readable) {
				socket.destroy();
				return;
			}
			const events = [
				"data",
				"end",
				"error",
				"close"
			];
			const onEvent = () => {
				drop(key, entry);
				socket.destroy();
			};
			const forget = () => {
				for (const event of events) socket.off(event, onEvent);
			};
			const entry = {
				connection,
				sinceMs: clock.monotonic(),
				forget
			};
			for (const event of events) socket.on(event, onEvent);
			socket.unref();
			idle.set(key, [...idle.get(key) ?? [], entry]);
		},
		close() {
			for (const [key, entries] of idle) for (const entry of entries) {
				drop(key, entry);
				entry.connection.socket.destroy();
			}
		}
	};
}
// src/adapters/net-roots.ts
const SYSTEM_BUNDLES = [
	"/etc/ssl/certs/ca-certificates.crt",
	"/etc/pki/tls/certs/ca-bundle.crt",
	"/etc/ssl/ca-bundle.pem",
	"/etc/pki/tls/cacert.pem",
	"/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
	"/etc/ssl/cert.pem",
	"/usr/local/etc/ssl/cert.pem"
];
const CLASSICAL_GROUPS = "X25519:P-256:P-384";
function createTrustStore(options) {
	const { env, ca = [], network = {} } = options;
	const groups = network.classicalGroups === true ? { ecdhCurve: CLASSICAL_GROUPS } : {};
	const known = () => [
		...(node_tls ??= require("node:tls")).rootCertificates,
		...extraRoots(env),
		...ca
	];
	let usual;
	let wide;
	const withSystem = () => {
		const system = wide === void 0 ? rootsOf(env, network) : [];
		wide ??= { context: system.length === 0 ? void 0 : makeContext({
			ca: [...known(), ...system],
			...groups
		}) };
		return wide.context;
	};
	return {
		usual() {
			const widened = network.everyStore === true ? withSystem() : void 0;
			if (widened !== void 0) return widened;
			if (ca.length > 0) usual ??= makeContext({
				ca: known(),
				...groups
			});
			else if (network.classicalGroups === true) usual ??= makeContext(groups);
			return usual;
		},
		withSystem
	};
}
function makeContext(options) {
	try {
		return (node_tls ??= require("node:tls")).createSecureContext(options);
	} catch (error) {
		throw require_main.failure("INPUT.CA_FILE", {
			subject: "ca-file",
			evidence: { error: String(error) }
		}, error);
	}
}
function extraRoots(env) {
	return readBundle(env["NODE_EXTRA_CA_CERTS"]);
}
function systemRoots(env) {
	const named = readBundle(env["SSL_CERT_FILE"]);
	if (named.length > 0) return named;
	const native = typeof (node_tls ??= require("node:tls")).getCACertificates === "function" ? (node_tls ??= require("node:tls")).getCACertificates("system") : [];
	if (native.length > 0) return native;
	for (const path of SYSTEM_BUNDLES) {
		const bundle = readBundle(path);
		if (bundle.length > 0) return bundle;
	}
	return [];
}
function rootsOf(env, { everyStore }) {
	if (everyStore !== true) return systemRoots(env);
	const native = typeof (node_tls ??= require("node:tls")).getCACertificates === "function" ? (node_tls ??= require("node:tls")).getCACertificates("system") : [];
	return [env["SSL_CERT_FILE"], ...SYSTEM_BUNDLES].flatMap(readBundle).concat(native);
}
function readBundle(path) {
	if (path === void 0 || path === "") return [];
	try {
		const text = (0, node_fs.readFileSync)(path, "utf8");
		return text.includes("-----BEGIN") ? [text] : [];
	} catch {
		return [];
	}
}
// src/adapters/node-net.ts
var node_net_exports = require_main.__exportAll({
	createNet: () => createNet,
	createOfflineNet: () => createOfflineNet
});
function createNet(options) {
	const { env, clock } = options;
	const pool = createPool(clock);
	const trust = createTrustStore({
		env,
		ca: options.ca,
		network: options.network
	});
	const live = new Set();
	const onSocket = (socket) => {
		live.add(socket);
		socket.once("close", () => live.delete(socket));
	};
	const dial = createDial({
		clock,
		trust,
		resolve: shareAnswers(options.resolve ?? resolveBySystem, clock),
		onSocket
	});
	async function request(request, signal) {
		signal.throwIfAborted();
		(0, (node_events ??= require("node:events")).setMaxListeners)(0, signal);
		const url = checkedUrl(request.url, env);
		const route = require_preflight.decideProxy(url.href, env);
		const key = route.kind === "proxy" ? `${url.origin} ${route.host}:${route.port}` : url.origin;
		const exchange = (connection, reused) => exchangeOver({
			request,
			url,
			route,
			clock,
			connection,
			reused,
			onFree: () => pool.put(key, connection)
		}, signal);
		const kept = pool.take(key);
		if (kept !== void 0) try {
			return await exchange(kept, true);
		} catch (error) {
			signal.throwIfAborted();
			if (!(error instanceof require_main.Failure) || error.code !== "TCP.RESET" && error.code !== "HTTP.EMPTY") throw error;
		}
		return exchange(await dial({
			url,
			route,
			limits: request.limits
		}, signal), false);
	}
	return {
		request,
		close() {
			pool.close();
			for (const socket of live) socket.destroy();
		}
	};
}
function createOfflineNet() {
	return {
		close: () => void 0,
		request: (request) => Promise.reject(require_main.failure("OFFLINE.NOT_FOUND", { subject: require_main.redactUrl(request.url) }))
	};
}
function createDial(options) {
	const { trust, ...means } = options;
	let useSystem = false;
	return async (call, signal) => {
		const context = !(call.url.protocol === "https:" || call.route.kind === "proxy" && call.route.secure) ? void 0 : useSystem ? trust.withSystem() : trust.usual();
		try {
			return await openConnection({
				...means,
				...call,
				context
			}, signal);
		} catch (error) {
			const wider = error instanceof require_main.Failure && require_main.isUnknownIssuer(require_main.readSystemError(error.cause).code) && !useSystem ? trust.withSystem() : void 0;
			if (wider === void 0) throw error;
			const connection = await openConnection({
				...means,
				...call,
				context: wider
			}, signal);
			useSystem = true;
			return connection;
		}
	};
}
function checkedUrl(text, env) {
	const url = new URL(text);
	if (url.protocol !== "https:" && url.protocol !== "http:" || url.username !== "" || url.password !== "") throw new TypeError(`not a plain http(s) URL: ${require_main.redactUrl(text)}`);
	if (url.protocol === "https:" && env["NODE_TLS_REJECT_UNAUTHORIZED"] === "0") throw require_main.failure("CFG.TLS_DISABLED", {
		subject: "NODE_TLS_REJECT_UNAUTHORIZED",
		evidence: { url: require_main.redactUrl(text) }
	});
	return url;
}
async function exchangeOver(call, signal) {
	const { request, url, route, clock, connection, reused } = call;
	const { socket } = connection;
	const absoluteForm = route.kind === "proxy" && url.protocol === "http:";
	const forProxy = absoluteForm && route.authorization !== void 0 ? { "proxy-authorization": route.authorization } : void 0;
	const evidence = {
		address: connection.facts.address,
		proxy: connection.facts.proxy
	};
	const startMs = clock.monotonic();
	const answer = await send$2({
		clock,
		socket,
		method: request.method ?? "GET",
		url,
		absoluteForm,
		headers: {
			...request.headers,
			...forProxy
		},
		body: request.body,
		firstByteMs: require_main.phaseMs(request.limits, "firstByteMs", startMs),
		evidence
	}, signal);
	let released = false;
	const destroy = () => {
		if (!released) socket.destroy();
	};
	signal.addEventListener("abort", destroy, { once: true });
	const stopListening = () => signal.removeEventListener("abort", destroy);
	socket.once("close", stopListening);
	socket.once("free", () => {
		released = true;
		socket.off("close", stopListening);
		stopListening();
		call.onFree();
	});
	const body = readBody$1({
		answer,
		subject: url.host,
		onEnd: stopListening,
		onBroken: destroy,
		evidence
	}, signal);
	const firstByteMs = Math.round((clock.monotonic() - startMs) * 10) / 10;
	return {
		status: answer.incoming.statusCode ?? 0,
		headers: joinHeaders(answer.incoming),
		body,
		discard: destroy,
		facts: {
			...connection.facts,
			reused,
			firstByteMs
		}
	};
}
// src/policy/page-text.ts
function plainText(text, maxCharacters) {
	return text.replace(/[\p{C}\p{Z}]+/gu, " ").trim().slice(0, maxCharacters).replace(/[\ud800-\udbff]$/u, "");
}
const TITLE_CHARACTERS = 120;
const EXCERPT_CHARACTERS$1 = 300;
function looksLikePage(head) {
	return /^\s*<(?:!doctype|html|head|body|title|meta|script|\?xml|!--)/iu.test(decode(head));
}
function readPage(head) {
	const text = decode(head);
	const title = plainText(unescapeHtml(/<title[^>]*>([^<]{0,400})/iu.exec(text)?.[1] ?? ""), TITLE_CHARACTERS);
	const excerpt = plainText(unescapeHtml(text.replace(/<(script|style)\b[^>]*(?:>[\s\S]*?(?:<\/\1\s*>|$)|$)/giu, " ").replace(/<!--[\s\S]*?(?:-->|$)/gu, " ").replace(/<[^>]*(?:>|$)/gu, " ")), EXCERPT_CHARACTERS$1);
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
function chainOf(leaf) {
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
	const signature = signatureOf$1(certificate.raw);
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
function signatureOf$1(raw) {
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
async function observe(clock, work, signal) {
	signal.throwIfAborted();
	const startMs = clock.monotonic();
	const owned = [];
	const scope = {
		own(resource) {
			owned.push(resource);
			return resource;
		},
		within: (ms, promise) => within$1({
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
async function within$1({ clock, ms, promise }, signal) {
	const settled = new AbortController();
	const late = sleepAwake(clock, ms, AbortSignal.any([signal, settled.signal])).then(() => Promise.reject(LATE));
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
// src/domain/probe-limits.ts
const SECOND = 1e3;
const KIB = 1024;
const MIB = 1024 * KIB;
const PROBE_LIMITS = {
	passMs: 24 * SECOND,
	leastMs: 250,
	lookupMs: 6 * SECOND,
	wireMs: 1500,
	wireTryCount: 2,
	connectMs: 5 * SECOND,
	silenceMs: 150,
	tunnelMs: 6 * SECOND,
	handshakeMs: 6 * SECOND,
	variantMs: 4 * SECOND,
	refusalMs: 250,
	firstByteMs: 8 * SECOND,
	bodyMs: 4 * SECOND,
	rangeBytes: 512,
	bodyBytes: 64 * KIB,
	keptBytes: 4 * KIB,
	firstBytes: 64,
	sampleMs: 100,
	sampleCount: 48,
	pageMs: 300,
	hostRequestCount: 3,
	targetCount: 24,
	memberCount: 8,
	dateHostCount: 3,
	hostsFileBytes: MIB,
	mountTableBytes: MIB,
	archiveBytes: 500 * MIB,
	archiveMs: 10 * SECOND
};
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
		const room = PROBE_LIMITS.firstBytes - seen.first.length;
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
	const { outcome, value } = await observe(clock, async (scope) => {
		const socket = await scope.within(ask.ms, dial(scope, ask));
		openMs = Math.round((clock.monotonic() - startMs) * 10) / 10;
		return await listen$1({
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
async function listen$1(options, signal) {
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
	const { outcome, value } = await observe(clock, (scope) => scope.within(ask.ms, (0, (node_dns_promises ??= require("node:dns/promises")).lookup)(ask.name, {
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
	const { outcome, value } = await observe(means.clock, (scope) => {
		scope.own({ destroy: () => resolver.cancel() });
		return scope.within(longestMs, ask.family === 4 ? resolver.resolve4(ask.name) : resolver.resolve6(ask.name));
	}, signal);
	return {
		...outcome,
		addresses: value ?? []
	};
}
// src/policy/http-evidence.ts
const VALUE_CHARACTERS = 160;
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
		if (value !== void 0) kept[name] = plainText(value, VALUE_CHARACTERS);
	}
	const { location, "www-authenticate": challenge, "set-cookie": cookie } = headers;
	if (location !== void 0) kept["location"] = plainText(require_main.redactUrl(location), VALUE_CHARACTERS);
	if (challenge !== void 0) kept["www-authenticate"] = plainText(challenge, VALUE_CHARACTERS).split(" ")[0] ?? "";
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
	const { outcome } = await observe(clock, async (scope) => {
		const opened = await scope.within(ask.openMs, openOrigin(scope, {
			way: ask.way,
			url,
			trust,
			roots: ask.roots
		}));
		tap = opened;
		const beforeMs = clock.now();
		const sent = send$1({
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
	const head = Buffer.concat(reading.kept).subarray(0, PROBE_LIMITS.keptBytes);
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
		...kind === "whole" ? {} : { range: `bytes=0-${PROBE_LIMITS.rangeBytes - 1}` },
		...kind === "no-cache" ? { "cache-control": "no-cache" } : {}
	};
}
async function probeDate(means, ask, signal) {
	const { clock, trust } = means;
	const url = new URL("/", ask.url);
	const { value } = await observe(clock, (scope) => {
		const work = async () => {
			const { stream } = await openOrigin(scope, {
				way: ask.way,
				url,
				trust,
				roots: "none"
			});
			const beforeMs = clock.now();
			const { answered } = send$1({
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
function send$1(options) {
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
		if (reading.progress.length >= PROBE_LIMITS.sampleCount || last !== void 0 && ms - last[0] < PROBE_LIMITS.sampleMs) return;
		reading.progress.push([ms, reading.receivedBytes]);
	};
	const done = new Promise((resolve, reject) => {
		answer.on("data", (chunk) => {
			if (reading.receivedBytes < PROBE_LIMITS.keptBytes) reading.kept.push(chunk);
			reading.receivedBytes += chunk.length;
			sample();
			if (reading.receivedBytes >= PROBE_LIMITS.bodyBytes) resolve();
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
	const fields = joinHeaders(answer);
	const status = answer.statusCode ?? 0;
	const announced = fields["content-length"];
	const first = head.subarray(0, PROBE_LIMITS.firstBytes);
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
	const { outcome } = await observe(clock, async (scope) => {
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
			await shake({
				socket,
				shown
			});
			await refusal$2({
				clock,
				socket
			}, signal);
		};
		await scope.within(ask.ms, work());
	}, signal);
	const alert = require_main.tlsAlertOf(outcome.message ?? "") ?? rawAlert(tap?.seen.first);
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
function shake({ socket, shown }) {
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
async function refusal$2({ clock, socket }, signal) {
	if (socket.getProtocol() !== "TLSv1.3") return;
	const settled = new AbortController();
	const refused = new Promise((resolve, reject) => {
		socket.once("error", reject);
		socket.once("session", () => resolve());
		socket.once("end", () => resolve());
		socket.resume();
	});
	const quiet = clock.sleep(PROBE_LIMITS.refusalMs, AbortSignal.any([signal, settled.signal]));
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
	const chain = chainOf(certificate);
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
	const { outcome } = await observe(clock, async (scope) => {
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
		const first = behind.subarray(0, PROBE_LIMITS.firstBytes);
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
		if (chunks.reduce((sum, one) => sum + one.length, 0) < PROBE_LIMITS.keptBytes) chunks.push(chunk);
	});
	const quiet = new AbortController();
	const over = new Promise((resolve) => {
		for (const event of isOpen ? [
			"data",
			"end",
			"close"
		] : ["end", "close"]) peer.stream.once(event, () => resolve());
	});
	const wait = clock.sleep(isOpen ? ask.silenceMs : PROBE_LIMITS.pageMs, AbortSignal.any([signal, quiet.signal]));
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
	const extra = [...extraRoots(env), ...ca];
	let stores;
	return {
		context(roots, changes = {}) {
			const key = `${roots} ${JSON.stringify(changes)}`;
			const all = [
				...(node_tls ??= require("node:tls")).rootCertificates,
				...extra,
				...roots === "system" ? systemRoots(env) : []
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
				system: readAnchors(systemRoots(env)),
				extra: extra.length === 0 ? void 0 : readAnchors(extra)
			};
			return stores;
		}
	};
}
// src/install/abortable.ts
async function* abortable(source, signal) {
	signal.throwIfAborted();
	const iterator = source[Symbol.asyncIterator]();
	let abort = () => void 0;
	const aborted = new Promise((_resolve, reject) => {
		abort = () => reject(signal.reason);
		signal.addEventListener("abort", abort, { once: true });
	});
	aborted.catch(() => void 0);
	try {
		for (;;) {
			const { value, done } = await Promise.race([iterator.next(), aborted]);
			if (done === true) return;
			yield value;
		}
	} finally {
		signal.removeEventListener("abort", abort);
		Promise.resolve(iterator.return?.()).catch(() => void 0);
	}
}
// src/install/archive-digests.ts
function createArchiveDigests(others) {
	let running;
	const start = () => new Map([...new Set(["sha256", ...others()])].map((name) => [name, (0, (node_crypto ??= require("node:crypto")).createHash)(name)]));
	const digest = (name, trailer) => {
		running ??= start();
		return running.get(name)?.copy().update(trailer).digest("hex");
	};
	return {
		update(chunk) {
			running ??= start();
			for (const hash of running.values()) hash.update(chunk);
		},
		sha256: () => digest("sha256", new Uint8Array()) ?? "",
		signed: digest
	};
}
function notAnArchive(head, otherwise) {
	if (head.length === 0) return require_main.failure("ARC.TRUNCATED", {
		subject: "archive",
		evidence: { bytes: 0 }
	});
	const bytes = Buffer.from(head.subarray(0, 64));
	const text = bytes.toString("utf8").replace(/^\uFEFF?\s*/u, "");
	if (/^<[!?a-z]/iu.test(text)) {
		const shown = text.replace(/[^\x20-\x7e]+/gu, " ").trim();
		return require_main.failure("HTTP.HTML", {
			subject: "archive",
			evidence: { "first characters": shown }
		});
	}
	return require_main.failure(otherwise, {
		subject: "archive",
		evidence: { "first bytes": bytes.subarray(0, 16).toString("hex") }
	});
}
// src/install/gunzip.ts
const CHUNK_BYTES = 262144;
const INPUT_BYTES = 131072;
const MAX_WAITING_BYTES = 2 * INPUT_BYTES;
const MAX_QUEUE = 2;
const SLICE_BYTES = 131072;
const RELIEF_BYTES = 2097152;
const MAX_OUTPUT_BYTES = require_main.LIMITS.unpackedBytes + require_main.LIMITS.entryCount * 1024;
async function gunzip(options, signal) {
	signal.throwIfAborted();
	const inflater = startInflater(options);
	const iterator = options.source[Symbol.asyncIterator]();
	const abort = () => inflater.fail(signal.reason);
	signal.addEventListener("abort", abort, { once: true });
	try {
		await Promise.race([feed(iterator, inflater, options.onInput), inflater.failed]);
		await inflater.finish();
	} catch (error) {
		inflater.fail(error);
		Promise.resolve(iterator.return?.()).catch(() => void 0);
		throw error;
	} finally {
		signal.removeEventListener("abort", abort);
	}
}
async function feed(iterator, inflater, onInput) {
	const pieces = [];
	let waitingBytes = 0;
	let isHead = true;
	for (;;) {
		const { value, done } = await iterator.next();
		if (inflater.hasFailed()) return;
		if (done !== true) {
			onInput?.(value);
			pieces.push(value);
			waitingBytes += value.length;
			if (waitingBytes < (isHead ? 64 : INPUT_BYTES)) continue;
		}
		const input = Buffer.concat(pieces.splice(0), waitingBytes);
		waitingBytes = 0;
		if (isHead && !isGzip(input)) throw notAnArchive(input, "ARC.NOT_GZIP");
		isHead = false;
		if (input.length > 0) await inflater.write(input);
		if (done === true) return;
	}
}
function isGzip(head) {
	return head[0] === 31 && head[1] === 139 && head[2] === 8;
}
function startInflater({ consume, relieve = () => void 0, maxOutputBytes = MAX_OUTPUT_BYTES }) {
	let reject = () => void 0;
	const failed = new Promise((_resolve, rejectFailed) => {
		reject = rejectFailed;
	});
	const engine = (0, (node_zlib ??= require("node:zlib")).createGunzip)({ chunkSize: CHUNK_BYTES });
	const state = {
		engine,
		consume,
		relieve,
		maxOutputBytes,
		reject,
		queue: [],
		isScheduled: false,
		hasEnded: false,
		hasFailed: false,
		wake: void 0,
		inputBytes: 0,
		waitingBytes: 0,
		outputBytes: 0,
		unrelievedBytes: 0
	};
	engine.on("data", (bytes) => take$1(state, bytes));
	engine.on("error", (error) => fail(state, zlibFailure(error)));
	engine.on("end", () => {
		state.hasEnded = true;
		wake(state);
	});
	return {
		write: (bytes) => write$1(state, bytes),
		finish: () => Promise.race([failed, finish(state)]),
		fail: (error) => fail(state, error),
		hasFailed: () => state.hasFailed,
		failed
	};
}
function take$1(state, bytes) {
	state.outputBytes += bytes.length;
	if (state.outputBytes > state.maxOutputBytes) {
		fail(state, require_main.failure("ARC.LIMIT", {
			subject: "archive",
			evidence: { limit: state.maxOutputBytes }
		}));
		return;
	}
	state.queue.push(bytes);
	if (state.queue.length >= MAX_QUEUE) state.engine.pause();
	if (!state.isScheduled) {
		state.isScheduled = true;
		setImmediate(consumeNext, state);
	}
}
function consumeNext(state) {
	const bytes = nextSlice(state.queue);
	try {
		if (bytes !== void 0) consume(state, bytes);
	} catch (error) {
		fail(state, error);
	}
	if (state.hasFailed) return;
	if (state.engine.isPaused()) state.engine.resume();
	if (state.queue.length > 0) setImmediate(consumeNext, state);
	else {
		state.isScheduled = false;
		wake(state);
	}
}
function nextSlice(queue) {
	const [piece] = queue;
	if (piece === void 0 || piece.length <= SLICE_BYTES) return queue.shift();
	queue[0] = piece.subarray(SLICE_BYTES);
	return piece.subarray(0, SLICE_BYTES);
}
function consume(state, bytes) {
	state.consume(bytes);
	state.unrelievedBytes += bytes.length;
	if (state.unrelievedBytes < RELIEF_BYTES) return;
	state.unrelievedBytes = 0;
	state.relieve();
}
async function write$1(state, bytes) {
	state.inputBytes += bytes.length;
	if (state.hasEnded) throw corruptGzip("more bytes after the end");
	if (state.hasFailed) return;
	state.waitingBytes += bytes.length;
	state.engine.write(bytes, () => {
		state.waitingBytes -= bytes.length;
		wake(state);
	});
	while (state.waitingBytes > MAX_WAITING_BYTES && !state.hasEnded && !state.hasFailed) await turn(state);
}
async function finish(state) {
	state.engine.end();
	while (!state.hasFailed && !(state.hasEnded && state.queue.length === 0 && !state.isScheduled)) await turn(state);
	if (state.hasFailed || state.engine.bytesWritten === state.inputBytes) return;
	throw corruptGzip(`${state.inputBytes - state.engine.bytesWritten} bytes after the end`);
}
function turn(state) {
	return new Promise((resolve) => {
		state.wake = resolve;
	});
}
function wake(state) {
	const resolve = state.wake;
	state.wake = void 0;
	resolve?.();
}
function fail(state, error) {
	if (state.hasFailed) return;
	state.hasFailed = true;
	state.queue.length = 0;
	state.engine.destroy();
	state.reject(error);
	wake(state);
}
function zlibFailure(error) {
	if (error.code === "Z_BUF_ERROR") return require_main.failure("ARC.TRUNCATED", {
		subject: "archive",
		evidence: { zlib: error.code }
	}, error);
	return corruptGzip(`${error.code}: ${error.message}`, error);
}
function corruptGzip(problem, cause) {
	return require_main.failure("ARC.CORRUPT", {
		subject: "archive",
		evidence: { problem }
	}, cause);
}
// src/install/entry-name.ts
const PART_BYTES = 255;
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?:\.|$)/iu;
const PART = /^[\p{L}0-9!#$%&()+,\-.=@[\]^_{}~ ]+$/u;
const PLAIN_PATH = /^(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*(?<!\.)\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*(?<!\.)$/u;
const MAYBE_DEVICE = /(?:^|\/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[./]|$)/iu;
function problemOfPath(path) {
	if (path.length <= PART_BYTES && PLAIN_PATH.test(path) && !MAYBE_DEVICE.test(path)) return void 0;
	if (path === "") return "empty";
	if (path.startsWith("/")) return "absolute";
	if (Buffer.byteLength(path) > require_main.LIMITS.pathBytes) return "too long";
	for (const part of path.split("/")) {
		const problem = problemOfPart(part);
		if (problem !== void 0) return problem;
	}
}
function problemOfPart(part) {
	if (part === "") return "empty part";
	if (part === "." || part === "..") return "dot part";
	if (part.includes("\\")) return "backslash";
	if (part.includes(":")) return "colon";
	if (part.endsWith(".") || part.endsWith(" ")) return "trailing dot or space";
	if (Buffer.byteLength(part) > PART_BYTES) return "part too long";
	if (!PART.test(part)) return "character that is not allowed";
	return DEVICE.test(part) ? "device name" : void 0;
}
function foldPath(path) {
	if (/^[\x00-\x7f]*$/u.test(path)) return path.toLowerCase();
	return path.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD");
}
function decodeName(bytes) {
	const text = bytes.toString("utf8");
	if (text.includes("\ufffd")) throw refusedName(text, "not UTF-8");
	return text;
}
function refusedName(name, problem) {
	const shown = JSON.stringify(name.slice(0, 200));
	return require_main.failure("ARC.NAME", {
		subject: shown,
		evidence: {
			name: shown,
			problem
		}
	});
}
function readTarHeader(bytes, at) {
	if (checksumOf(bytes, at) !== readNumber({
		bytes,
		at: at + 148,
		length: 8
	})) throw corruptTar("header checksum");
	const magic = bytes.toString("latin1", at + 257, at + 265);
	const isGnu = magic === "ustar  \0";
	if (!isGnu && magic !== "ustar\x0000") throw corruptTar("not ustar");
	const name = field({
		bytes,
		at,
		length: 100
	});
	const prefix = isGnu ? void 0 : field({
		bytes,
		at: at + 345,
		length: 155
	});
	const flag = bytes[at + 156] ?? 0;
	return {
		name: prefix === void 0 || prefix.length === 0 ? name : Buffer.concat([
			prefix,
			Buffer.from("/"),
			name
		]),
		type: flag === 0 ? "0" : String.fromCharCode(flag),
		sizeBytes: readNumber({
			bytes,
			at: at + 124,
			length: 12
		}),
		mtimeSeconds: readNumber({
			bytes,
			at: at + 136,
			length: 12
		})
	};
}
function isZeroBlock(bytes, at) {
	for (let i = at; i < at + 512; i++) if (bytes[i] !== 0) return false;
	return true;
}
function corruptTar(problem) {
	return require_main.failure("ARC.CORRUPT", {
		subject: "tar",
		evidence: { problem }
	});
}
function checksumOf(bytes, at) {
	let sum = 256;
	for (let i = at; i < at + 148; i++) sum += bytes[i] ?? 0;
	for (let i = at + 156; i < at + 512; i++) sum += bytes[i] ?? 0;
	return sum;
}
function field({ bytes, at, length }) {
	const nul = bytes.indexOf(0, at);
	return bytes.subarray(at, nul < 0 ? at + length : Math.min(nul, at + length));
}
function readNumber({ bytes, at, length }) {
	if (((bytes[at] ?? 0) & 128) !== 0) return readBase256({
		bytes,
		at,
		length
	});
	const match = /^ *([0-7]*)[ \0]*$/u.exec(bytes.toString("latin1", at, at + length));
	if (match === null) throw corruptTar("number");
	return match[1] === "" ? 0 : Number.parseInt(match[1] ?? "", 8);
}
function readBase256({ bytes, at, length }) {
	if (bytes[at] !== 128) throw corruptTar("number");
	let value = 0;
	for (let i = at + 1; i < at + length; i++) {
		value = value * 256 + (bytes[i] ?? 0);
		if (!Number.isSafeInteger(value)) throw corruptTar("number");
	}
	return value;
}
// src/install/pax.ts
const IGNORED = new Set([
	"mtime",
	"atime",
	"ctime",
	"comment",
	"uid",
	"gid",
	"uname",
	"gname"
]);
const IGNORED_PREFIX = /^(?:SCHILY\.(?:xattr|acl)\..*|SCHILY\.(?:dev|ino|nlink|fflags)|LIBARCHIVE\..*)$/u;
function readPax(data, options) {
	const found = new Map();
	for (const { key, value } of records(data)) {
		if (IGNORED.has(key) || IGNORED_PREFIX.test(key)) continue;
		if (options.isGlobal || !(key === "path" || key === "size")) throw require_main.failure("ARC.TYPE", {
			subject: "tar",
			evidence: { "pax key": key.slice(0, 100) }
		});
		if (found.has(key)) throw corruptTar("pax key given twice");
		found.set(key, value);
	}
	const name = found.get("path");
	const size = found.get("size");
	return {
		...name === void 0 ? {} : { name: checkedName(name) },
		...size === void 0 ? {} : { sizeBytes: checkedSize(size) }
	};
}
function* records(data) {
	for (let at = 0; at < data.length;) {
		const space = data.indexOf(32, at);
		const digits = space < 0 ? "" : data.toString("latin1", at, Math.min(space, at + 8));
		const end = at + Number(digits);
		if (!/^[1-9][0-9]*$/u.test(digits) || end > data.length || end <= space || data[end - 1] !== 10) throw corruptTar("pax record");
		const equals = data.indexOf(61, space);
		if (equals < 0 || equals >= end) throw corruptTar("pax record");
		yield {
			key: data.toString("utf8", space + 1, equals),
			value: data.subarray(equals + 1, end - 1)
		};
		at = end;
	}
}
function checkedName(value) {
	if (value.length === 0 || value.includes(0)) throw corruptTar("pax path");
	return Buffer.from(value);
}
function checkedSize(value) {
	const text = value.toString("latin1");
	if (!/^[0-9]{1,15}$/u.test(text)) throw corruptTar("pax size");
	return Number(text);
}
// src/install/tar.ts
function createTarReader(sink) {
	const state = {
		sink,
		partial: Buffer.alloc(512),
		left: 0,
		padding: 0,
		metadata: void 0,
		pending: void 0,
		zeroBlocks: 0,
		partialBytes: 0
	};
	return {
		push(bytes) {
			for (let at = 0; at < bytes.length;) at = step$1(state, bytes, at);
		},
		end() {
			if (!(state.left === 0 && state.padding === 0 && state.partialBytes === 0 && state.zeroBlocks >= 2)) throw require_main.failure("ARC.TRUNCATED", {
				subject: "tar",
				evidence: { "missing bytes": state.left }
			});
		}
	};
}
function step$1(state, bytes, at) {
	if (state.left > 0) return content(state, bytes, at);
	if (state.padding > 0) {
		const skipped = Math.min(state.padding, bytes.length - at);
		state.padding -= skipped;
		return at + skipped;
	}
	if (state.partialBytes > 0 || bytes.length - at < 512) return gather(state, bytes, at);
	block(state, bytes, at);
	return at + 512;
}
function gather(state, bytes, from) {
	const to = Math.min(from + 512 - state.partialBytes, bytes.length);
	state.partialBytes += bytes.copy(state.partial, state.partialBytes, from, to);
	if (state.partialBytes === 512) {
		state.partialBytes = 0;
		block(state, state.partial, 0);
	}
	return to;
}
function block(state, bytes, at) {
	if (bytes[at] === 0 && isZeroBlock(bytes, at)) {
		if (state.pending !== void 0) throw corruptTar("a name without its entry");
		state.zeroBlocks++;
		return;
	}
	if (state.zeroBlocks > 0) throw corruptTar(state.zeroBlocks > 1 ? "data after the end" : "one zero block");
	const header = readTarHeader(bytes, at);
	if (header.type === "x" || header.type === "g" || header.type === "L") beginMetadata(state, header, header.type);
	else beginEntry(state, header);
}
function beginMetadata(state, { sizeBytes }, type) {
	if (state.pending !== void 0) throw corruptTar("two names for one entry");
	if (sizeBytes === 0) throw corruptTar("empty extension header");
	if (sizeBytes > require_main.LIMITS.tarMetadataBytes) throw require_main.failure("ARC.LIMIT", {
		subject: "tar",
		evidence: {
			"header bytes": sizeBytes,
			limit: require_main.LIMITS.tarMetadataBytes
		}
	});
	state.metadata = {
		type,
		data: Buffer.alloc(sizeBytes),
		filled: 0
	};
	expectContent(state, sizeBytes);
}
function beginEntry(state, header) {
	const path = decodeName(state.pending?.name ?? header.name);
	const sizeBytes = state.pending?.sizeBytes ?? header.sizeBytes;
	state.pending = void 0;
	if (header.type === "5") {
		if (sizeBytes !== 0) throw corruptTar("a directory with content");
		state.sink.directory(path.endsWith("/") ? path.slice(0, -1) : path);
	} else if (header.type === "0") {
		state.sink.begin({
			path,
			sizeBytes,
			mtimeSeconds: header.mtimeSeconds
		});
		expectContent(state, sizeBytes);
		if (sizeBytes === 0) state.sink.end();
	} else throw require_main.failure("ARC.TYPE", {
		subject: path.slice(0, 200),
		evidence: { type: JSON.stringify(header.type) }
	});
}
function expectContent(state, sizeBytes) {
	state.left = sizeBytes;
	state.padding = (512 - sizeBytes % 512) % 512;
}
function content(state, bytes, from) {
	const to = Math.min(from + state.left, bytes.length);
	state.left -= to - from;
	if (state.metadata === void 0) {
		state.sink.data(bytes, from, to);
		if (state.left === 0) state.sink.end();
	} else {
		state.metadata.filled += bytes.copy(state.metadata.data, state.metadata.filled, from, to);
		if (state.left === 0) endMetadata(state, state.metadata);
	}
	return to;
}
function endMetadata(state, { type, data }) {
	state.metadata = void 0;
	if (type === "g") readPax(data, { isGlobal: true });
	else state.pending = type === "x" ? readPax(data, { isGlobal: false }) : { name: gnuName(data) };
}
function gnuName(data) {
	const nul = data.indexOf(0);
	if (nul !== data.length - 1 || nul === 0) throw corruptTar("long name");
	return data.subarray(0, nul);
}
// src/install/zip-directory.ts
const END_BYTES = 22;
const RECORD_BYTES = 46;
const END_SIGNATURE = 101010256;
const RECORD_SIGNATURE = 33639248;
const MAX_RATIO = 1033;
const REFUSED_EXTRA = [1, 28789];
function readZipEnd(tail, sizeBytes) {
	const at = tail.length - END_BYTES;
	if (at < 0 || tail.readUInt32LE(at) !== END_SIGNATURE || tail.readUInt16LE(at + 20) !== 0) return void 0;
	const entryCount = tail.readUInt16LE(at + 10);
	const directoryBytes = tail.readUInt32LE(at + 12);
	const directoryStart = tail.readUInt32LE(at + 16);
	if (entryCount > require_main.LIMITS.entryCount) throw overLimit("entries", entryCount, require_main.LIMITS.entryCount);
	if (directoryBytes > require_main.LIMITS.zipDirectoryBytes) throw overLimit("directory bytes", directoryBytes, require_main.LIMITS.zipDirectoryBytes);
	if (!(tail.readUInt16LE(at + 4) === 0 && tail.readUInt16LE(at + 6) === 0) || tail.readUInt16LE(at + 8) !== entryCount) throw corruptZip("more than one disk");
	if (directoryStart + directoryBytes + END_BYTES !== sizeBytes) throw corruptZip("the directory does not end at the end record");
	return {
		entryCount,
		directoryStart,
		directoryBytes
	};
}
function readZipDirectory(directory, end) {
	const entries = [];
	let totalBytes = 0;
	let at = 0;
	for (let i = 0; i < end.entryCount; i++) {
		if (at + RECORD_BYTES > directory.length) throw corruptZip("the directory is too short");
		const lengths = directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
		if (at + RECORD_BYTES + lengths > directory.length) throw corruptZip("the directory is too short");
		const entry = readRecord$1(directory, at);
		totalBytes += entry.sizeBytes;
		if (totalBytes > require_main.LIMITS.unpackedBytes) throw overLimit("unpacked bytes", totalBytes, require_main.LIMITS.unpackedBytes);
		entries.push(entry);
		at += RECORD_BYTES + lengths;
	}
	if (at !== directory.length) throw corruptZip("the directory is too long");
	return entries.sort((a, b) => a.offset - b.offset);
}
function readRecord$1(bytes, at) {
	if (bytes.readUInt32LE(at) !== RECORD_SIGNATURE) throw corruptZip("directory record");
	const nameEnd = at + RECORD_BYTES + bytes.readUInt16LE(at + 28);
	const nameBytes = bytes.subarray(at + RECORD_BYTES, nameEnd);
	const fullName = decodeName(nameBytes);
	const isDirectory = fullName.endsWith("/");
	const entry = {
		name: isDirectory ? fullName.slice(0, -1) : fullName,
		nameBytes,
		isDirectory,
		flags: bytes.readUInt16LE(at + 8),
		method: bytes.readUInt16LE(at + 10),
		crc32: bytes.readUInt32LE(at + 16),
		compressedBytes: bytes.readUInt32LE(at + 20),
		sizeBytes: bytes.readUInt32LE(at + 24),
		offset: bytes.readUInt32LE(at + 42)
	};
	checkExtra(bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(at + 30)));
	if (bytes.readUInt16LE(at + 34) !== 0) throw corruptZip("more than one disk");
	checkRecord(entry, bytes.readUInt32LE(at + 38));
	return entry;
}
function checkRecord(entry, attributes) {
	const { name, flags, method, sizeBytes, compressedBytes } = entry;
	if ((flags & -2063) !== 0) throw refusedKind(name, `flags 0x${flags.toString(16)}`);
	if (method !== 0 && method !== 8) throw refusedKind(name, `method ${method}`);
	const unixKind = attributes >>> 28 & 15;
	const wantedKind = entry.isDirectory ? 4 : 8;
	if (unixKind !== 0 && unixKind !== wantedKind) throw refusedKind(name, `Unix file type ${unixKind.toString(8)}`);
	if ((attributes & 16) !== 0 && !entry.isDirectory) throw refusedKind(name, "a directory by its attributes");
	if (entry.isDirectory && (sizeBytes !== 0 || compressedBytes !== 0)) throw corruptZip("a directory with content");
	if (!(method === 0 ? sizeBytes === compressedBytes : sizeBytes <= compressedBytes * MAX_RATIO)) throw corruptZip("sizes that cannot be");
}
function checkExtra(extra) {
	for (let at = 0; at < extra.length;) {
		if (at + 4 > extra.length) throw corruptZip("extra field");
		const id = extra.readUInt16LE(at);
		if (REFUSED_EXTRA.includes(id)) throw refusedKind("extra field", `0x${id.toString(16)}`);
		at += 4 + extra.readUInt16LE(at + 2);
		if (at > extra.length) throw corruptZip("extra field");
	}
}
function corruptZip(problem, cause) {
	return require_main.failure("ARC.CORRUPT", {
		subject: "zip",
		evidence: { problem }
	}, cause);
}
function refusedKind(name, kind) {
	return require_main.failure("ARC.TYPE", {
		subject: name.slice(0, 200),
		evidence: { kind }
	});
}
function overLimit(what, got, limit) {
	return require_main.failure("ARC.LIMIT", {
		subject: "zip",
		evidence: {
			what,
			got,
			limit
		}
	});
}
// src/install/zip-members.ts
const LOCAL_BYTES = 30;
const LOCAL_SIGNATURE = 67324752;
const DESCRIPTOR_SIGNATURE = 134695760;
const MEMBER_HEAD = Buffer.from([
	31,
	139,
	8,
	0,
	0,
	0,
	0,
	0,
	0,
	255
]);
const EMPTY_MEMBER = Buffer.concat([
	MEMBER_HEAD,
	Buffer.from([3, 0]),
	Buffer.alloc(8)
]);
const STORED_BLOCK_BYTES = 65535;
const NOTHING = Buffer.alloc(0);
async function* gzipMembers(body, entries, endBytes) {
	const walk = {
		entries,
		endBytes,
		next: 0,
		part: "header",
		held: NOTHING,
		leftBytes: 0,
		dataLeftBytes: 0,
		headerBytes: 0
	};
	if ((entries[0]?.offset ?? endBytes) !== 0) throw corruptZip("bytes before the first entry");
	yield EMPTY_MEMBER;
	for await (const chunk of body) {
		const pieces = [];
		const bytes = asBuffer(chunk);
		for (let at = 0; at < bytes.length;) at = step(walk, bytes, at, pieces);
		if (pieces.length > 0) yield Buffer.concat(pieces);
	}
	if (walk.next < entries.length) throw corruptZip("fewer bytes than the directory says");
}
function step(walk, bytes, at, pieces) {
	const entry = walk.entries[walk.next];
	if (entry === void 0) throw corruptZip("more bytes than the directory says");
	if (walk.part === "data") return passData(walk, {
		entry,
		bytes,
		at
	}, pieces);
	const isHeader = walk.part === "header";
	const wantedBytes = isHeader ? headerBytes(walk.held, entry) : spanBytes(walk) - walk.headerBytes - entry.compressedBytes;
	const to = Math.min(at + wantedBytes - walk.held.length, bytes.length);
	walk.held = walk.held.length === 0 ? bytes.subarray(at, to) : Buffer.concat([walk.held, bytes.subarray(at, to)]);
	if (walk.held.length < wantedBytes) return to;
	if (isHeader && headerBytes(walk.held, entry) > walk.held.length) return to;
	const complete = walk.held;
	walk.held = NOTHING;
	if (isHeader) beginData(walk, {
		entry,
		header: complete
	}, pieces);
	else endEntry(walk, entry, complete);
	return to;
}
function spanBytes({ entries, next, endBytes }) {
	return (entries[next + 1]?.offset ?? endBytes) - (entries[next]?.offset ?? endBytes);
}
function headerBytes(held, entry) {
	if (held.length < LOCAL_BYTES) return LOCAL_BYTES;
	if (held.readUInt32LE(0) !== LOCAL_SIGNATURE) throw corruptZip(`local header of ${entry.name}`);
	return LOCAL_BYTES + held.readUInt16LE(26) + held.readUInt16LE(28);
}
function beginData(walk, { entry, header }, pieces) {
	checkLocalHeader(header, entry);
	if (header.length + entry.compressedBytes > spanBytes(walk)) throw corruptZip("entries overlap");
	walk.headerBytes = header.length;
	walk.dataLeftBytes = entry.compressedBytes;
	walk.leftBytes = 0;
	if (entry.compressedBytes > 0) pieces.push(MEMBER_HEAD);
	walk.part = "data";
	if (entry.compressedBytes === 0) endData(walk, entry, pieces);
}
function passData(walk, from, pieces) {
	const { entry, bytes, at } = from;
	if (walk.leftBytes === 0) beginBlock(walk, entry, pieces);
	const to = Math.min(at + walk.leftBytes, bytes.length);
	pieces.push(bytes.subarray(at, to));
	walk.leftBytes -= to - at;
	walk.dataLeftBytes -= to - at;
	if (walk.dataLeftBytes === 0) endData(walk, entry, pieces);
	return to;
}
function beginBlock(walk, { method }, pieces) {
	if (method !== 0) {
		walk.leftBytes = walk.dataLeftBytes;
		return;
	}
	walk.leftBytes = Math.min(walk.dataLeftBytes, STORED_BLOCK_BYTES);
	const head = Buffer.alloc(5);
	head[0] = walk.leftBytes === walk.dataLeftBytes ? 1 : 0;
	head.writeUInt16LE(walk.leftBytes, 1);
	head.writeUInt16LE(walk.leftBytes ^ 65535, 3);
	pieces.push(head);
}
function endData(walk, entry, pieces) {
	if (entry.compressedBytes > 0) {
		const trailer = Buffer.alloc(8);
		trailer.writeUInt32LE(entry.crc32, 0);
		trailer.writeUInt32LE(entry.sizeBytes, 4);
		pieces.push(trailer);
	} else if (entry.crc32 !== 0 || entry.sizeBytes !== 0) throw corruptZip(`CRC-32 of ${entry.name}`);
	walk.part = "descriptor";
	if (spanBytes(walk) === walk.headerBytes + entry.compressedBytes) endEntry(walk, entry, NOTHING);
}
function endEntry(walk, entry, descriptor) {
	checkDescriptor(descriptor, entry);
	walk.part = "header";
	walk.next += 1;
}
function checkLocalHeader(header, entry) {
	const nameEnd = LOCAL_BYTES + header.readUInt16LE(26);
	checkExtra(header.subarray(nameEnd));
	if (!(header.readUInt16LE(6) === entry.flags && header.readUInt16LE(8) === entry.method && header.subarray(LOCAL_BYTES, nameEnd).equals(entry.nameBytes) && isDeclared(entry, header.readUInt32LE(14), entry.crc32) && isDeclared(entry, header.readUInt32LE(18), entry.compressedBytes) && isDeclared(entry, header.readUInt32LE(22), entry.sizeBytes))) throw corruptZip(`the two headers of ${entry.name} differ`);
}
function isDeclared(entry, local, central) {
	return local === central || local === 0 && (entry.flags & 8) !== 0;
}
function checkDescriptor(rest, entry) {
	if ((entry.flags & 8) === 0) {
		if (rest.length !== 0) throw corruptZip("bytes between two entries");
		return;
	}
	const at = rest.length - 12;
	if (at !== 0 && !(at === 4 && rest.readUInt32LE(0) === DESCRIPTOR_SIGNATURE)) throw corruptZip("data descriptor");
	if (!(rest.readUInt32LE(at) === entry.crc32 && rest.readUInt32LE(at + 4) === entry.compressedBytes && rest.readUInt32LE(at + 8) === entry.sizeBytes)) throw corruptZip(`data descriptor of ${entry.name}`);
}
function asBuffer(bytes) {
	return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
// src/install/zip.ts
async function readZipTail(bytes) {
	let tail = await bytes.tail(require_main.LIMITS.zipTailBytes);
	if (tail === void 0) return void 0;
	const end = readZipEnd(asBuffer(tail.data), tail.sizeBytes);
	if (end === void 0) throw await whyNoZip(bytes, tail);
	if (tail.start > end.directoryStart) {
		const { sizeBytes } = tail;
		tail = await bytes.tail(sizeBytes - end.directoryStart);
		if (tail === void 0 || tail.sizeBytes !== sizeBytes || tail.start !== end.directoryStart) throw corruptZip("the file changed while it was read");
	}
	const data = asBuffer(tail.data);
	const directoryAt = end.directoryStart - tail.start;
	return {
		end,
		entries: readZipDirectory(data.subarray(directoryAt, directoryAt + end.directoryBytes), end),
		start: tail.start,
		data
	};
}
async function whyNoZip(bytes, tail) {
	const head = tail.start === 0 ? tail.data : await firstBytes(bytes);
	if (head[0] !== 80 || head[1] !== 75) return notAnArchive(head.subarray(0, 64), "ARC.NOT_ZIP");
	return require_main.failure("ARC.TRUNCATED", {
		subject: "zip",
		evidence: { missing: "end record" }
	});
}
async function firstBytes(bytes) {
	for await (const chunk of bytes.stream(64)) if (chunk.length > 0) return chunk;
	return new Uint8Array(0);
}
async function readZipBody(body, zip, signal) {
	const { tail, sink, relieve } = zip;
	const { entries, end } = tail;
	const files = createSplitter(entries, sink);
	await gunzip({
		source: gzipMembers(body, entries, end.directoryStart),
		consume: (piece) => files.push(piece),
		relieve
	}, signal);
	files.end();
}
function createSplitter(entries, sink) {
	let next = 0;
	let leftBytes = 0;
	const skipEmpty = () => {
		for (let entry = entries[next]; entry !== void 0 && entry.sizeBytes === 0; entry = entries[next]) {
			next += 1;
			if (entry.isDirectory) sink.directory(entry.name);
			else {
				sink.begin({
					path: entry.name,
					sizeBytes: 0
				});
				sink.end();
			}
		}
	};
	return {
		push(piece) {
			for (let at = 0; at < piece.length;) {
				if (leftBytes === 0) {
					skipEmpty();
					const entry = entries[next];
					if (entry === void 0) throw corruptZip("more content than the directory says");
					sink.begin({
						path: entry.name,
						sizeBytes: entry.sizeBytes
					});
					leftBytes = entry.sizeBytes;
				}
				const to = Math.min(at + leftBytes, piece.length);
				sink.data(piece, at, to);
				leftBytes -= to - at;
				at = to;
				if (leftBytes > 0) continue;
				sink.end();
				next += 1;
			}
		},
		end() {
			if (leftBytes === 0) skipEmpty();
			if (next < entries.length) throw corruptZip("less content than the directory says");
		}
	};
}
// src/install/unpack.ts
var unpack_exports = require_main.__exportAll({
	measuredArchive: () => measuredArchive,
	unpack: () => unpack
});
function measuredArchive({ tree, sha256, signed, versionFile, fileCount, archiveBytes }) {
	return {
		tree,
		sha256,
		signed,
		versionFile,
		fileCount,
		sizeBytes: archiveBytes
	};
}
async function unpack(options, signal) {
	const digests = createArchiveDigests(() => options.signatureHashes?.() ?? []);
	let archiveBytes = 0;
	const count = (chunk) => {
		digests.update(chunk);
		archiveBytes += chunk.length;
		if (archiveBytes > require_main.LIMITS.archiveBytes) throw require_main.failure("ARC.LIMIT", {
			subject: "archive",
			evidence: { limit: require_main.LIMITS.archiveBytes }
		});
		options.onBytes?.(chunk.length);
	};
	try {
		signal.throwIfAborted();
		if (options.format === "tar.gz") await unpackTarGz(options, count, signal);
		else await unpackZip(options, count, signal);
		return {
			...options.sink.result(),
			sha256: digests.sha256(),
			signed: digests.signed,
			archiveBytes
		};
	} catch (error) {
		options.sink.abandon();
		throw error;
	}
}
async function unpackTarGz({ bytes, sink, relieve }, count, signal) {
	const tar = createTarReader(sink);
	await gunzip({
		source: bytes.stream(),
		onInput: count,
		consume: (piece) => tar.push(piece),
		relieve
	}, signal);
	tar.end();
}
async function unpackZip(options, count, signal) {
	const { bytes, sink, relieve } = options;
	const tail = await readZipTail(bytes);
	if (tail !== void 0) {
		await readZipBody(zipBody({
			bytes,
			tail,
			count
		}, signal), {
			tail,
			sink,
			relieve
		}, signal);
		count(tail.data.subarray(tail.end.directoryStart - tail.start));
		return;
	}
	try {
		await spool(options, count, signal);
		const local = spooledBytes(options);
		const spooledTail = await readZipTail(local);
		if (spooledTail === void 0) throw require_main.failure("FS.NOT_FOUND", { subject: options.spoolPath });
		await readZipBody(zipBody({
			bytes: local,
			tail: spooledTail,
			count: void 0
		}, signal), {
			tail: spooledTail,
			sink,
			relieve
		}, signal);
	} finally {
		await options.files.remove(options.spoolPath);
	}
}
async function* zipBody({ bytes, tail, count }, signal) {
	let left = tail.start;
	if (left > 0) for await (const chunk of abortable(bytes.stream(left), signal)) {
		const wanted = chunk.subarray(0, left);
		count?.(wanted);
		yield wanted;
		left -= wanted.length;
		if (left === 0) break;
	}
	const rest = tail.data.subarray(0, tail.end.directoryStart - tail.start);
	count?.(rest);
	yield rest;
}
async function spool({ bytes, files, spoolPath }, count, signal) {
	await files.remove(spoolPath);
	const handle = files.tree.createFile(spoolPath, 384);
	try {
		for await (const chunk of abortable(bytes.stream(), signal)) {
			count(chunk);
			files.tree.write(handle, chunk, 0, chunk.length);
		}
	} finally {
		files.tree.closeFile(handle);
	}
}
function spooledBytes({ files, spoolPath }) {
	return {
		sizeBytes: void 0,
		async tail(bytes) {
			const stat = await files.stat(spoolPath);
			if (stat === void 0) return void 0;
			const start = Math.max(0, stat.sizeBytes - bytes);
			return {
				start,
				data: await files.readRange(spoolPath, start, stat.sizeBytes),
				sizeBytes: stat.sizeBytes
			};
		},
		stream: () => files.stream(spoolPath)
	};
}
const MAX_TREE_SIZE = 2 ** 48;
function leafHash(record) {
	return (0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(Buffer.of(0)).update(record).digest();
}
function nodeHash(left, right) {
	return (0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(Buffer.of(1)).update(left).update(right).digest();
}
function emptyRoot() {
	return (0, (node_crypto ??= require("node:crypto")).createHash)("sha256").digest();
}
function splitPoint(n) {
	let k = 1;
	while (k * 2 < n) k *= 2;
	return k;
}
function inclusionSpans(index, size) {
	const spans = [];
	let from = 0;
	let to = size;
	while (to - from > 1) {
		const middle = from + splitPoint(to - from);
		if (index < middle) {
			spans.push({
				from: middle,
				to
			});
			to = middle;
		} else {
			spans.push({
				from,
				to: middle
			});
			from = middle;
		}
	}
	return spans.reverse();
}
function consistencySpans(older, newer) {
	if (older === 0 || older === newer) return [];
	const spans = [];
	let from = 0;
	let to = newer;
	while (to !== older) {
		const middle = from + splitPoint(to - from);
		if (older <= middle) {
			spans.push({
				from: middle,
				to
			});
			to = middle;
		} else {
			spans.push({
				from,
				to: middle
			});
			from = middle;
		}
	}
	if (from !== 0) spans.push({
		from,
		to
	});
	return spans.reverse();
}
function inclusionHolds(claim) {
	if (claim.index < 0 || claim.index >= claim.head.size) return false;
	const walk = startWalk(claim.index, claim.head.size - 1);
	let hash = claim.leaf;
	for (const sibling of claim.proof) {
		if (walk.done()) return false;
		hash = walk.step() === "left" ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
	}
	return walk.done() && toText(hash) === claim.head.root;
}
function checkConsistency(claim) {
	const { older, newer } = claim;
	if (older.size > newer.size || older.size < 0) return "broken";
	if (older.size === newer.size || older.size === 0) {
		const expected = older.size === 0 ? toText(emptyRoot()) : newer.root;
		if (claim.proof.length > 0) return "broken";
		return older.root === expected ? "holds" : "fork";
	}
	const hashes = climbBoth(older, newer.size, claim.proof);
	if (hashes === void 0 || toText(hashes.newer) !== newer.root) return "broken";
	return toText(hashes.older) === older.root ? "holds" : "fork";
}
function climbBoth(older, newerSize, proof) {
	const walk = startWalk(older.size - 1, newerSize - 1);
	walk.skipRightEdges();
	const [first, ...rest] = walk.atLeftEdge() ? [Buffer.from(older.root, "base64"), ...proof] : proof;
	if (first === void 0) return void 0;
	let olderHash = first;
	let newerHash = first;
	for (const sibling of rest) {
		if (walk.done()) return void 0;
		if (walk.step() === "left") {
			olderHash = nodeHash(sibling, olderHash);
			newerHash = nodeHash(sibling, newerHash);
		} else newerHash = nodeHash(newerHash, sibling);
	}
	return walk.done() ? {
		older: olderHash,
		newer: newerHash
	} : void 0;
}
function startWalk(index, last) {
	let fn = index;
	let sn = last;
	const up = () => {
		fn = Math.floor(fn / 2);
		sn = Math.floor(sn / 2);
	};
	return {
		done: () => sn === 0,
		atLeftEdge: () => fn === 0,
		skipRightEdges() {
			while (fn % 2 === 1) up();
		},
		step() {
			const side = fn % 2 === 1 || fn === sn ? "left" : "right";
			if (side === "left") while (fn % 2 === 0 && fn !== 0) up();
			up();
			return side;
		}
	};
}
function toText(hash) {
	return Buffer.from(hash).toString("base64");
}
function hashFromText(text) {
	if (typeof text !== "string" || text.length !== 44) return void 0;
	const bytes = Buffer.from(text, "base64");
	return bytes.length === 32 && bytes.toString("base64") === text ? bytes : void 0;
}
// src/verify/note.ts
const ALGORITHM_ED25519 = 1;
const ED25519_SPKI = Buffer.from("302a300506032b6570032100", "hex");
const MAX_SIGNATURE_COUNT = 100;
const MAX_NOTE_BYTES = 1e6;
const KEY_HASH_BYTES = 4;
function parseVerifierKey(text) {
	const [, name = "", hash = "", base64 = ""] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text) ?? [];
	const key = Buffer.from(base64, "base64");
	const keyHash = keyHashOf(name, key);
	if (key.length !== 33 || key[0] !== ALGORITHM_ED25519 || keyHash.toString("hex") !== hash) throw require_main.failure("SUM.NOTE", {
		subject: "verifier key",
		message: "The verifier key text is malformed"
	});
	return {
		name,
		keyHash,
		publicKey: (0, (node_crypto ??= require("node:crypto")).createPublicKey)({
			key: Buffer.concat([ED25519_SPKI, key.subarray(1)]),
			format: "der",
			type: "spki"
		})
	};
}
function keyHashOf(name, key) {
	return (0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(`${name}\n`).update(key).digest().subarray(0, KEY_HASH_BYTES);
}
function openNote(note, key) {
	const bytes = Buffer.from(note);
	const all = noteText(bytes);
	const split = bytes.lastIndexOf("\n\n");
	if (all === void 0 || split < 0 || !all.endsWith("\n")) throw badNote(key, "not a signed note");
	const text = bytes.subarray(0, split + 1);
	const lines = bytes.subarray(split + 2, -1).toString("utf8").split("\n");
	if (lines.length > MAX_SIGNATURE_COUNT) throw badNote(key, "too many signatures");
	let signed = false;
	for (const line of lines) {
		const signature = signatureOf(line, key);
		if (signature === "foreign") continue;
		if (signature === void 0) throw badNote(key, "malformed signature line");
		if (!(0, (node_crypto ??= require("node:crypto")).verify)(null, text, key.publicKey, signature)) throw badNote(key, "wrong signature");
		signed = true;
	}
	if (!signed) throw badNote(key, "no signature of this key");
	return text.toString("utf8");
}
function noteText(bytes) {
	if (bytes.length > MAX_NOTE_BYTES) return void 0;
	const text = bytes.toString("utf8");
	if (/[\x00-\x09\x0b-\x1f]/u.test(text)) return void 0;
	return Buffer.from(text, "utf8").equals(bytes) ? text : void 0;
}
function signatureOf(line, key) {
	const [, name = "", base64 = ""] = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
	const bytes = Buffer.from(base64, "base64");
	if (bytes.length <= KEY_HASH_BYTES || bytes.toString("base64") !== base64) return void 0;
	return name === key.name && bytes.subarray(0, KEY_HASH_BYTES).equals(key.keyHash) ? bytes.subarray(KEY_HASH_BYTES) : "foreign";
}
function parseTreeHead(text) {
	const [title, sizeText = "", root = "", ...rest] = text.split("\n");
	const size = parseCount(sizeText);
	if (title !== "go.sum database tree" || size === void 0 || hashFromText(root) === void 0 || rest.length === 0) throw require_main.failure("SUM.NOTE", {
		subject: "tree head",
		evidence: {
			reason: "malformed tree text",
			got: text.slice(0, 200)
		}
	});
	return {
		size,
		root
	};
}
function parseCount(text) {
	if (!/^(?:0|[1-9]\d{0,15})$/u.test(text)) return void 0;
	const count = Number(text);
	return count <= MAX_TREE_SIZE ? count : void 0;
}
function openTreeHead(note, key) {
	return parseTreeHead(openNote(note, key));
}
function badNote(key, reason) {
	return require_main.failure("SUM.NOTE", {
		subject: key.name,
		evidence: {
			reason,
			key: `${key.name}+${key.keyHash.toString("hex")}`
		}
	});
}
// src/sources/module-proxy.ts
const MODULE_ORIGIN = "https://go.dev/dl/mod";
const MODULE_DIRECTORY = "golang.org/toolchain/@v";
function moduleVersion(version, platform) {
	return `v0.0.1-go${require_main.versionText(version)}.${platform.goos}-${platform.goarch}`;
}
function moduleProxySource(proxy) {
	const { id, title, url } = proxy;
	const authorization = proxy.authorization === void 0 ? {} : { authorization: proxy.authorization };
	const address = (name) => require_main.joinAddress(url, `${MODULE_DIRECTORY}/${name}`);
	const listing = {
		...authorization,
		url: address("list"),
		parse: (body) => parseModuleList(body, id)
	};
	return {
		id,
		title,
		kind: "module-proxy",
		listing: () => listing,
		candidate: (version, platform) => {
			const fileName = `${moduleVersion(version, platform)}.zip`;
			return {
				sourceId: id,
				...authorization,
				url: address(fileName),
				fileName,
				format: "zip",
				layout: "module"
			};
		},
		probe: (version, platform) => {
			const name = moduleVersion(version, platform);
			return {
				...authorization,
				url: address(`${name}.info`),
				confirms: (body) => namesVersion(body, name)
			};
		}
	};
}
function namesVersion(body, name) {
	try {
		const info = JSON.parse(new TextDecoder().decode(body));
		return typeof info === "object" && info !== null && "Version" in info && info.Version === name;
	} catch {
		return false;
	}
}
function parseModuleList(body, subject) {
	const found = new Map();
	for (const raw of new TextDecoder().decode(body).split("\n")) {
		const line = raw.trim();
		if (line === "") continue;
		if (!/^v\d[\w.+-]{1,200}$/u.test(line)) throw require_main.failure("LIST.MALFORMED", {
			subject,
			evidence: {
				reason: "not a list of versions",
				line: line.slice(0, 80)
			}
		});
		const [, text = "", goos = "", goarch = ""] = /^v0\.0\.1-(go[\w.]+)\.([a-z\d]+)-([a-z\d]+)$/u.exec(line) ?? [];
		const version = require_main.parseGoVersion(text);
		if (version === void 0) continue;
		const release = found.get(require_main.versionText(version)) ?? {
			version,
			files: []
		};
		found.set(require_main.versionText(version), release);
		release.files.push({
			fileName: `${line}.zip`,
			goos,
			goarch
		});
	}
	if (found.size === 0) throw require_main.failure("LIST.UNAVAILABLE", {
		subject,
		evidence: { reason: "the list is empty" }
	});
	return [...found.values()].map(({ version, files }) => ({
		version,
		stable: version.prerelease === void 0,
		files
	})).sort((a, b) => require_main.compareVersions(b.version, a.version));
}
// src/sources/exported.ts
const EXPORT_FILES = {
	index: "index.json",
	sums: "SHA256SUMS",
	head: "tree-head.txt",
	table: "releases.json",
	readme: "README.txt"
};
function receiptFileName(version, platform) {
	return `${moduleVersion(version, platform)}.receipt.json`;
}
function moduleFileName(version, platform) {
	return `${moduleVersion(version, platform)}.zip`;
}
function parseSums(bytes, subject) {
	const sums = new Map();
	const lines = new TextDecoder().decode(bytes).split("\n");
	const last = lines.pop();
	for (const [index, line] of lines.entries()) {
		const [, sha256 = "", name = ""] = /^([0-9a-f]{64}) [ *]([\w.+-]{1,200})$/u.exec(line) ?? [];
		if (name === "" || sums.has(name)) throw malformedSums(subject, `line ${index + 1}`);
		sums.set(name, sha256);
	}
	if (last !== "") throw malformedSums(subject, "the last line is cut");
	return sums;
}
function malformedSums(subject, reason) {
	return require_main.failure("LIST.MALFORMED", {
		subject,
		evidence: {
			file: EXPORT_FILES.sums,
			reason
		}
	});
}
function sumsText(sums) {
	return [...sums.keys()].sort().map((name) => `${sums.get(name)}  ${name}\n`).join("");
}
function indexText(archives) {
	const releases = new Map();
	for (const { version, platform, fileName, sha256, sizeBytes } of archives) {
		const name = `go${require_main.versionText(version)}`;
		const release = releases.get(name) ?? {
			version: name,
			stable: version.prerelease === void 0,
			files: []
		};
		releases.set(name, release);
		const file = {
			filename: fileName,
			os: platform.goos,
			arch: require_main.archiveArch(platform),
			version: name
		};
		release.files.push({
			...file,
			sha256,
			size: sizeBytes,
			kind: "archive"
		});
	}
	return `${JSON.stringify([...releases.values()], void 0, 1)}\n`;
}
function exportedSource(source, index) {
	const { id, title, kind, ...address } = source;
	const directory = {
		sourceId: id,
		...address
	};
	return {
		id,
		title,
		kind,
		listing: () => ({
			...address,
			url: require_main.joinAddress(address.url, EXPORT_FILES.index),
			parse: (body) => require_main.parseGoListing(body, id)
		}),
		candidate: (version, platform) => {
			const candidate = exportedCandidate(directory, index, {
				version,
				platform
			});
			const exportedSha256 = index.sums.get(candidate.fileName);
			return exportedSha256 === void 0 ? candidate : {
				...candidate,
				exportedSha256
			};
		}
	};
}
function exportedCandidate(directory, { releases }, { version, platform }) {
	const usual = require_main.flatCandidate(directory, version, platform);
	const names = releases.filter((release) => require_main.sameVersion(release.version, version)).flatMap(({ files }) => files);
	const moduleName = moduleFileName(version, platform);
	return !names.some(({ fileName }) => fileName === usual.fileName) && names.some((file) => file.fileName === moduleName) ? {
		...require_main.namedFile(directory, moduleName, platform),
		format: "zip",
		layout: "module"
	} : usual;
}
// src/sources/kept-archives.ts
function keptSource(directory) {
	const { url, names } = directory;
	return {
		id: "kept",
		title: "archive of an earlier job",
		kind: "file",
		listing: () => void 0,
		candidate: (version, platform) => {
			const fileName = require_main.keptArchiveName(require_main.versionText(version), platform);
			if (!names.includes(fileName)) return void 0;
			return {
				sourceId: "kept",
				url: `${url}/${fileName}`,
				fileName,
				format: "tar.gz",
				layout: "release"
			};
		}
	};
}
// src/sources/custom.ts
function baseSource(source) {
	const directory = require_main.flatDirectory(source.id, source.url, source.token);
	return {
		id: source.id,
		title: require_main.redactUrl(source.url),
		kind: "custom",
		listing: () => require_main.flatListing(directory),
		candidate: (version, platform) => require_main.flatCandidate(directory, version, platform)
	};
}
function templateSource(source) {
	return {
		id: source.id,
		title: source.template.replace(/\/\/[^/]*@/u, "//***@").replace(/\?.*$/su, "?\u2026"),
		kind: /^file:/iu.test(source.template) ? "file" : "custom",
		listing: () => void 0,
		candidate: (version, platform) => templateCandidate(source, {
			version,
			platform
		})
	};
}
function templateCandidate(source, release) {
	const { version, platform } = release;
	const format = require_main.archiveFormat(platform);
	const fileName = require_main.archiveFileName(version, platform);
	const filled = require_main.fillTemplate(source.template, {
		version: require_main.versionText(version),
		os: platform.goos,
		arch: require_main.archiveArch(platform),
		ext: format,
		file: fileName
	});
	const token = source.token === void 0 ? {} : { authorization: `Bearer ${source.token}` };
	return {
		sourceId: source.id,
		...require_main.splitUserinfo(filled),
		...token,
		fileName,
		format,
		layout: "release"
	};
}
// src/sources/file-directory.ts
function fileSource(source) {
	const directory = require_main.flatDirectory(source.id, source.url);
	return {
		id: source.id,
		title: source.url,
		kind: "file",
		listing: () => void 0,
		candidate: (version, platform) => require_main.flatCandidate(directory, version, platform)
	};
}
function listFileDirectory(names) {
	const found = new Map();
	for (const fileName of names) {
		const name = require_main.parseArchiveFileName(fileName);
		if (name === void 0) continue;
		const { version, goos, goarch } = name;
		const release = found.get(require_main.versionText(version)) ?? {
			version,
			files: []
		};
		found.set(require_main.versionText(version), release);
		release.files.push({
			fileName,
			goos,
			goarch
		});
	}
	return [...found.values()].map(({ version, files }) => ({
		version,
		stable: version.prerelease === void 0,
		files
	})).sort((a, b) => require_main.compareVersions(b.version, a.version));
}
// src/sources/go-dev.ts
function goDevSource() {
	const directory = require_main.flatDirectory("official", "https://go.dev/dl");
	return {
		id: "official",
		title: "go.dev",
		kind: "official",
		listing: () => require_main.flatListing(directory),
		candidate: (version, platform) => require_main.flatCandidate(directory, version, platform)
	};
}
// src/sources/registry.ts
function createSources(request) {
	const specs = request.specs.length > 0 ? request.specs : require_main.SOURCE_IDS.map((id) => ({
		kind: "id",
		id
	}));
	const name = createNamer();
	return specs.flatMap((spec) => sourcesOf(spec, {
		...request,
		name
	}));
}
function sourcesOf(spec, request) {
	const { name, sourceToken: token } = request;
	switch (spec.kind) {
		case "id": return spec.id === "goproxy" ? moduleSources(request.goproxy, name) : builtIn(spec.id);
		case "base": {
			const found = request.exported?.find(({ spec: written }) => written === spec.url);
			if (found !== void 0) return [exported(found, name)];
			if (/^file:/iu.test(spec.url)) return [fileSource({
				id: name("file"),
				url: spec.url
			})];
			return [baseSource({
				id: name("custom"),
				url: spec.url,
				token
			})];
		}
		case "template": return [templateSource({
			id: name("custom"),
			template: spec.template,
			token
		})];
	}
}
function exported(found, name) {
	const { spec: _, index, ...address } = found;
	const kind = /^file:/iu.test(address.url) ? "file" : "custom";
	return exportedSource({
		...address,
		id: name(kind),
		title: require_main.redactUrl(address.url),
		kind
	}, index);
}
function builtIn(id) {
	if (id === "official") return [goDevSource()];
	return require_main.MIRRORS.filter((row) => row.id === id).map(require_main.mirrorSource);
}
function moduleSources(goproxy, name) {
	return (goproxy ?? [{ kind: "direct" }]).flatMap((entry) => moduleSource(entry, name) ?? []);
}
function moduleSource(entry, name) {
	switch (entry.kind) {
		case "proxy": return moduleProxySource({
			...entry,
			id: name("goproxy"),
			title: require_main.redactUrl(entry.url)
		});
		case "direct": return moduleProxySource({
			id: "module-origin",
			title: "module origin at go.dev",
			url: MODULE_ORIGIN
		});
		case "off": return;
	}
}
function createNamer() {
	const counts = new Map();
	return (kind) => {
		const count = (counts.get(kind) ?? 0) + 1;
		counts.set(kind, count);
		return count === 1 ? kind : `${kind}-${count}`;
	};
}
// src/acquire/body-reader.ts
function openReader(response) {
	const iterator = response.body[Symbol.asyncIterator]();
	let broken;
	let rejectWait;
	return {
		next() {
			return new Promise((resolve, reject) => {
				if (broken !== void 0) return reject(broken.reason);
				rejectWait = reject;
				iterator.next().then(resolve, reject);
			});
		},
		breakOff(reason) {
			broken ??= { reason };
			rejectWait?.(broken.reason);
			response.discard();
		}
	};
}
async function readWithin(options, signal) {
	signal.throwIfAborted();
	const { clock, limits } = options;
	const reader = openReader(options.response);
	const finished = new AbortController();
	const onAbort = () => reader.breakOff(signal.reason);
	signal.addEventListener("abort", onAbort, { once: true });
	const tooSlow = require_main.failure("BODY.STALL", { subject: "body" });
	clock.sleep(limits.totalMs, finished.signal).then(() => reader.breakOff(tooSlow), () => void 0);
	const chunks = [];
	let sizeBytes = 0;
	try {
		for (let read = await reader.next(); read.done !== true; read = await reader.next()) {
			chunks.push(read.value);
			sizeBytes += read.value.length;
			if (sizeBytes > limits.maxBytes) {
				options.response.discard();
				return {
					bytes: Buffer.concat(chunks).subarray(0, limits.maxBytes),
					why: "too-large"
				};
			}
		}
		return {
			bytes: Buffer.concat(chunks),
			why: "complete"
		};
	} catch (error) {
		if (error === tooSlow) return {
			bytes: Buffer.concat(chunks),
			why: "too-slow"
		};
		throw error;
	} finally {
		finished.abort();
		signal.removeEventListener("abort", onAbort);
	}
}
// src/acquire/refusal.ts
const EXCERPT_CHARACTERS = 200;
function codeOfStatus(status) {
	if (status === 401 || status === 403 || status === 451) return "HTTP.FORBIDDEN";
	if (status === 404 || status === 410) return "HTTP.NOT_FOUND";
	if (status === 407) return "PROXY.AUTH";
	if (status === 429) return "HTTP.RATE_LIMIT";
	return status >= 500 && status <= 599 ? "HTTP.SERVER" : "HTTP.STATUS";
}
async function refusal$1(options, signal) {
	const { clock, response, url } = options;
	const excerpt = await readExcerpt(clock, response, signal);
	const retryAfter = retryAfterSeconds(response.headers["retry-after"], clock.now());
	const clean = (text) => text === void 0 ? void 0 : require_main.redactText(text, options.secrets).slice(0, EXCERPT_CHARACTERS);
	return require_main.failure(codeOfStatus(response.status), {
		subject: new URL(url).host,
		evidence: {
			status: response.status,
			url: require_main.redactUrl(url),
			server: clean(response.headers["server"]),
			via: clean(response.headers["via"]),
			"content-type": clean(response.headers["content-type"]),
			"retry after seconds": retryAfter,
			body: clean(excerpt)
		}
	});
}
function retryAfterSeconds(value, nowMs) {
	if (value === void 0) return void 0;
	if (/^\d{1,9}$/u.test(value.trim())) return Number(value);
	const dateMs = /^[A-Z][a-z]{2,8}, /u.test(value) ? Date.parse(value) : NaN;
	return Number.isNaN(dateMs) ? void 0 : Math.max(0, Math.ceil((dateMs - nowMs) / 1e3));
}
async function readExcerpt(clock, response, signal) {
	const type = response.headers["content-type"] ?? "text/plain";
	if (!/^text\/|json|xml/iu.test(type)) {
		response.discard();
		return;
	}
	const limits = {
		maxBytes: require_main.LIMITS.errorBodyBytes,
		totalMs: require_main.LIMITS.errorBodyMs
	};
	try {
		const { bytes } = await readWithin({
			clock,
			response,
			limits
		}, signal);
		const line = bytes.toString("utf8").replace(/[\p{Cc}\s]+/gu, " ").trim();
		return line === "" ? void 0 : line;
	} catch {
		signal.throwIfAborted();
		return;
	}
}
// src/acquire/exchange.ts
async function exchange(wire, request, signal) {
	let hop = require_preflight.firstHop(request);
	const first = hop;
	const hosts = [];
	for (;;) {
		const headers = {
			"user-agent": `${require_main.PRODUCT.name}/${require_main.PRODUCT.version}`,
			accept: "*/*",
			...hop.headers,
			"accept-encoding": "identity"
		};
		const response = await wire.net.request({
			url: hop.url,
			headers,
			limits: request.phases
		}, signal);
		hosts.push(new URL(hop.url).host);
		if (!require_preflight.isRedirect(response.status)) return accept$1({
			wire,
			response,
			hop,
			first
		}, signal);
		response.discard();
		if (hosts.length > require_main.LIMITS.redirectCount) throw require_main.failure("HTTP.LOOP", {
			subject: new URL(first.url).host,
			evidence: {
				url: require_main.redactUrl(hop.url),
				hosts: hosts.join(" \u2192 ")
			}
		});
		hop = require_preflight.nextHop(hop, {
			status: response.status,
			location: response.headers["location"]
		});
	}
}
async function fetchBytes(wire, request, signal) {
	const answer = await exchange(wire, request, signal);
	const evidence = {
		url: require_main.redactUrl(answer.url),
		"limit bytes": request.maxBytes
	};
	const subject = new URL(answer.url).host;
	const announced = answer.headers["content-length"];
	if (announced !== void 0 && Number(announced) > request.maxBytes) {
		answer.discard();
		throw require_main.failure("HTTP.TOO_LARGE", {
			subject,
			evidence: {
				...evidence,
				"announced bytes": announced
			}
		});
	}
	const { bytes, why } = await readWithin({
		clock: wire.clock,
		response: answer,
		limits: request
	}, signal);
	if (why === "too-large") throw require_main.failure("HTTP.TOO_LARGE", {
		subject,
		evidence
	});
	if (why === "too-slow") throw require_main.failure("BODY.STALL", {
		subject,
		evidence: {
			...evidence,
			"received bytes": bytes.length,
			"budget ms": request.totalMs
		}
	});
	return {
		bytes,
		url: answer.url,
		response: {
			status: answer.status,
			headers: answer.headers,
			facts: answer.facts
		}
	};
}
async function accept$1(options, signal) {
	const { response, hop, first, wire } = options;
	const unasked = response.status === 206 && hop.headers["range"] === void 0;
	if (response.status < 200 || response.status > 299 || unasked) throw await refusal$1({
		clock: wire.clock,
		response,
		url: hop.url,
		secrets: secretsOf(first, hop)
	}, signal);
	const encoding = response.headers["content-encoding"];
	if (encoding !== void 0 && !isHarmlessEncoding(encoding, [first.url, hop.url])) {
		response.discard();
		throw require_main.failure("HTTP.ENCODED", {
			subject: new URL(hop.url).host,
			evidence: {
				url: require_main.redactUrl(hop.url),
				"content-encoding": encoding.slice(0, 100),
				via: response.headers["via"]
			}
		});
	}
	return {
		status: response.status,
		headers: response.headers,
		body: response.body,
		discard: () => response.discard(),
		facts: response.facts,
		url: hop.url
	};
}
function isHarmlessEncoding(encoding, urls) {
	const isGzipFile = urls.some((url) => /\.t?gz$/u.test(new URL(url).pathname));
	return encoding.toLowerCase().split(",").map((label) => label.trim()).every((label) => label === "" || label === "identity" || isGzipFile && (label === "gzip" || label === "x-gzip"));
}
function secretsOf(...hops) {
	return hops.flatMap((hop) => {
		const authorization = hop.headers["authorization"] ?? "";
		const token = authorization.split(" ").at(-1) ?? "";
		const { search } = new URL(hop.url);
		return [
			authorization,
			token,
			...decodedBasic(authorization),
			hop.headers["cookie"] ?? "",
			search.slice(1)
		].filter((secret) => secret !== "");
	});
}
function decodedBasic(authorization) {
	const encoded = /^Basic (.+)$/iu.exec(authorization)?.[1];
	if (encoded === void 0) return [];
	const bytes = Buffer.from(encoded, "base64");
	return [bytes.toString("utf8"), bytes.toString("latin1")].flatMap((pair) => [pair, pair.slice(pair.indexOf(":") + 1)]);
}
// src/verify/sha256.ts
function sha256Of(content) {
	return (0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(content).digest("hex");
}
async function sha256OfStream(pieces) {
	const digest = (0, (node_crypto ??= require("node:crypto")).createHash)("sha256");
	for await (const piece of pieces) digest.update(piece);
	return digest.digest("hex");
}
// src/steps/local-path.ts
function pathOf(url) {
	if (!/^file:/iu.test(url)) return void 0;
	try {
		return (0, (node_url ??= require("node:url")).fileURLToPath)(url);
	} catch {
		return;
	}
}
function requiredPathOf(url) {
	const path = pathOf(url);
	if (path !== void 0) return path;
	throw require_main.failure("FS.NOT_FOUND", {
		subject: require_main.redactUrl(url),
		evidence: { problem: "the address names no path of this machine" }
	});
}
// src/steps/exported-mirrors.ts
const INDEX_NAME = /\/index\.json$/u;
async function openExportedMirrors(context, signal) {
	const mirrors = [];
	const refused = [];
	for (const spec of context.inputs.sources) {
		if (spec.kind !== "base") continue;
		try {
			const mirror = await openOne(context, spec.url, signal);
			if (mirror !== void 0) mirrors.push(mirror);
		} catch (error) {
			signal.throwIfAborted();
			if (!(error instanceof require_main.Failure) || error.code.startsWith("FS.")) throw error;
			refused.push({
				spec: spec.url,
				finding: require_main.aboutSource(error.finding, require_main.redactUrl(spec.url))
			});
		}
	}
	return {
		mirrors,
		refused
	};
}
async function openOne(context, spec, signal) {
	const isFile = /^file:/iu.test(spec);
	if (!isFile && (!INDEX_NAME.test(spec) || context.inputs.offline)) return void 0;
	const token = context.inputs.sourceToken;
	const bearer = isFile || token === void 0 ? {} : { authorization: `Bearer ${token}` };
	const { url, ...authorization } = {
		...require_main.splitUserinfo(spec.replace(INDEX_NAME, "")),
		...bearer
	};
	const place = {
		base: url,
		...authorization
	};
	const index = await readExported(context, {
		place,
		name: EXPORT_FILES.index,
		maxBytes: require_main.LIMITS.listingBytes
	}, signal);
	if (index === void 0) return void 0;
	const written = await readExported(context, {
		place,
		name: EXPORT_FILES.sums,
		maxBytes: require_main.LIMITS.listingBytes
	}, signal);
	const sums = written === void 0 ? new Map() : parseSums(written, EXPORT_FILES.sums);
	checkSum(sums, EXPORT_FILES.index, index);
	return {
		spec,
		...place,
		index: {
			releases: require_main.parseGoListing(index, EXPORT_FILES.index),
			sums
		}
	};
}
async function readExported({ machine }, file, signal) {
	const { base, ...authorization } = file.place;
	const url = require_main.joinAddress(base, file.name);
	const path = pathOf(url);
	if (path !== void 0) return await machine.files.stat(path) === void 0 ? void 0 : machine.files.read(path, file.maxBytes);
	if (/^file:/iu.test(url)) return void 0;
	const limits = {
		phases: require_main.LISTING_PHASES,
		maxBytes: file.maxBytes,
		totalMs: require_main.LIMITS.metadataBodyMs
	};
	try {
		return (await fetchBytes(machine, {
			url,
			...authorization,
			...limits
		}, signal)).bytes;
	} catch (error) {
		if (error instanceof require_main.Failure && error.code === "HTTP.NOT_FOUND") return void 0;
		throw error;
	}
}
function checkSum(sums, name, bytes) {
	const got = sha256Of(bytes);
	const expected = sums.get(name);
	if (expected !== void 0 && expected !== got) throw changed$2(name, {
		expected,
		got
	});
}
function changed$2(name, { expected, got }) {
	return require_main.failure("MIRROR.CHANGED", {
		subject: name,
		evidence: {
			file: name,
			[`expected by ${EXPORT_FILES.sums}`]: expected,
			got
		}
	});
}
// src/steps/goproxy-setting.ts
async function goproxySetting(context, signal) {
	const { env } = context.machine;
	return env["GOPROXY"]?.trim() || await askGoOnPath(context, signal) || await readConfiguration(context);
}
async function askGoOnPath({ machine }, signal) {
	const { exec, env } = machine;
	const file = await exec.find("go");
	if (file === void 0) return void 0;
	const command = {
		file,
		args: ["env", "GOPROXY"],
		env: {
			...env,
			GOTOOLCHAIN: "local"
		},
		timeoutMs: require_main.LIMITS.goEnvMs
	};
	try {
		const answer = await exec.run(command, signal);
		return answer.exitCode === 0 ? answer.stdout.trim() : void 0;
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof require_main.Failure) return void 0;
		throw error;
	}
}
async function readConfiguration({ machine, platform }) {
	const { env, files } = machine;
	const [newest] = require_main.installedRoots(machine.toolCache, platform);
	if (newest === void 0) return void 0;
	const userFile = require_preflight.userSettingsFile(env, machine.platform.os);
	const user = userFile === void 0 ? void 0 : await readSettings(files, userFile);
	const root = await readSettings(files, (0, node_path.join)(newest, "go.env"));
	return require_preflight.readGoSetting("GOPROXY", {
		env: {},
		user,
		root
	})?.value.trim();
}
async function readSettings(files, file) {
	try {
		if ((await files.stat(file))?.kind !== "file") return void 0;
		return {
			file,
			text: (await files.read(file, require_main.LIMITS.versionFileBytes)).toString("utf8")
		};
	} catch (error) {
		if (error instanceof require_main.Failure) return void 0;
		throw error;
	}
}
// src/steps/sources.ts
var sources_exports = require_main.__exportAll({ openSources: () => openSources });
const DATABASE = ["sum.golang.org", "sum.golang.google.cn"].map((host) => ({
	id: host,
	baseUrl: `https://${host}`
}));
async function openSources(context, signal) {
	const { inputs } = context;
	const goproxy = await readGoproxy(context, signal);
	const { mirrors, refused } = await openExportedMirrors(context, signal);
	const specs = inputs.sources.filter((spec) => spec.kind !== "base" || !refused.some((each) => each.spec === spec.url));
	const [first, ...others] = refused.map(({ finding }) => finding);
	if (first !== void 0 && specs.length === 0) throw new require_main.Failure([first, ...others]);
	for (const { finding } of refused) context.emit({
		type: "finding",
		finding
	});
	const exported = mirrors.map(({ base, ...mirror }) => ({
		...mirror,
		url: base
	}));
	const created = createSources({
		specs,
		goproxy,
		sourceToken: inputs.sourceToken,
		exported
	});
	const archives = [...await keptSources(context), ...created];
	return {
		archives,
		lists: createSources({
			specs: [],
			goproxy,
			sourceToken: void 0
		}).filter((source) => source.listing() !== void 0),
		checksum: [...(goproxy ?? []).flatMap(checksumServer), ...DATABASE],
		goproxy,
		receipts: mirrors.map((mirror) => ({
			...mirror,
			id: idOf(archives, mirror.base)
		}))
	};
}
async function keptSources({ host, inputs, machine }) {
	const directory = host.archives;
	if (directory === void 0 || inputs.verification !== "strict" || inputs.checksum?.kind === "sha256") return [];
	return [keptSource({
		url: (0, (node_url ??= require("node:url")).pathToFileURL)(directory).href,
		names: await machine.files.list(directory)
	})];
}
function idOf(archives, base) {
	const index = require_main.joinAddress(base, EXPORT_FILES.index);
	return archives.find((source) => source.listing()?.url === index)?.id ?? require_main.redactUrl(base);
}
function checksumServer(entry) {
	if (entry.kind !== "proxy" || entry.url.startsWith("file:")) return [];
	const authorization = entry.authorization === void 0 ? {} : { authorization: entry.authorization };
	return [{
		id: require_main.redactUrl(entry.url),
		baseUrl: require_main.joinAddress(entry.url, "sumdb/sum.golang.org"),
		...authorization
	}];
}
async function readGoproxy(context, signal) {
	const text = await goproxySetting(context, signal);
	if (!text) return void 0;
	const parsed = require_preflight.parseGoproxy(text);
	if ("finding" in parsed) throw new require_main.Failure([parsed.finding]);
	return parsed.entries;
}
// src/steps/within.ts
async function within(limit, body, outer) {
	outer.throwIfAborted();
	const { clock, ms, reason, graceMs = 0 } = limit;
	const stop = new AbortController();
	const over = new AbortController();
	const onOuter = () => stop.abort(outer.reason);
	outer.addEventListener("abort", onOuter, { once: true });
	clock.sleep(ms, over.signal).then(() => stop.abort(reason()), () => void 0);
	const stopped = new Promise((resolve) => {
		stop.signal.addEventListener("abort", () => resolve("stopped"), { once: true });
	});
	const work = body(stop.signal);
	const ended = work.then(() => void 0, () => void 0);
	try {
		const first = await Promise.race([work, stopped]);
		if (first !== "stopped") return first;
		if (graceMs > 0) await Promise.race([ended, clock.sleep(graceMs, over.signal).catch(() => void 0)]);
		throw stop.signal.reason;
	} finally {
		over.abort();
		outer.removeEventListener("abort", onOuter);
	}
}
// src/verify/sumdb-record.ts
const MAX_LOOKUP_BYTES = 65536;
function parseLookup(answer) {
	const bytes = Buffer.from(answer);
	const numberEnd = bytes.indexOf("\n");
	const recordEnd = bytes.indexOf("\n\n");
	const recordNumber = parseCount(bytes.subarray(0, Math.max(numberEnd, 0)).toString("latin1"));
	if (bytes.length > MAX_LOOKUP_BYTES || recordNumber === void 0 || recordEnd < numberEnd) {
		const start = JSON.stringify(bytes.subarray(0, 80).toString("latin1"));
		throw require_main.failure("SUM.GARBAGE", {
			subject: "lookup",
			evidence: {
				"first bytes": start,
				bytes: bytes.length
			}
		});
	}
	return {
		recordNumber,
		record: bytes.subarray(numberEnd + 1, recordEnd + 1),
		note: bytes.subarray(recordEnd + 2)
	};
}
function readRecord(record, moduleName) {
	return readRecordHashes(record, moduleName).tree;
}
function readRecordHashes(record, moduleName) {
	const [path, version] = moduleName.split("@");
	const text = Buffer.from(record).toString("latin1");
	const lines = text.split("\n");
	const afterLast = lines.pop();
	const hashes = new Map();
	for (const line of lines) {
		const [linePath, lineVersion = "", hash = "", ...rest] = line.split(" ");
		if (linePath !== path || rest.length > 0 || !require_main.isTreeHash(hash)) throw badRecord(moduleName, text);
		hashes.set(lineVersion, hash);
	}
	const tree = hashes.get(version ?? "");
	const mod = hashes.get(`${version}/go.mod`);
	if (tree === void 0 || mod === void 0) throw badRecord(moduleName, text);
	if (lines.length !== 2 || afterLast !== "") throw badRecord(moduleName, text);
	return {
		tree,
		mod
	};
}
function badRecord(moduleName, text) {
	return require_main.failure("SUM.RECORD", {
		subject: moduleName,
		evidence: {
			expected: moduleName,
			got: JSON.stringify(text.slice(0, 300))
		}
	});
}
// src/verify/record-proof.ts
function checkRecordProof(proof, question) {
	const key = parseVerifierKey(question.log.verifierKey);
	const head = openTreeHead(proof.note, key);
	const value = readRecord(proof.record, question.moduleName);
	const leaf = leafHash(proof.record);
	if (!inclusionHolds({
		index: proof.recordNumber,
		leaf,
		head,
		proof: proof.inclusion
	})) {
		const evidence = {
			record: proof.recordNumber,
			"tree size": head.size,
			root: head.root
		};
		throw require_main.failure("SUM.PROOF", {
			subject: question.moduleName,
			evidence
		});
	}
	checkHistory(proof, {
		key,
		head,
		log: question.log
	});
	return {
		kind: "checksum-database",
		over: "tree",
		value,
		root: key.name,
		detail: `record ${proof.recordNumber} in the signed tree of ${head.size}, consistent with the known tree of ${proof.knownHead.size}`
	};
}
function checkHistory(proof, signed) {
	const { head, log, key } = signed;
	const known = proof.knownHead;
	if (!log.heads.some((ours) => ours.size === known.size && ours.root === known.root)) {
		const evidence = {
			expected: log.heads[0].size,
			got: known.size
		};
		throw require_main.failure("VER.NO_PROOF", {
			subject: key.name,
			message: "The proof rests on a tree head that is unknown here",
			evidence
		});
	}
	const [older, newer] = head.size < known.size ? [head, known] : [known, head];
	const verdict = checkConsistency({
		older,
		newer,
		proof: proof.consistency
	});
	if (verdict === "holds") return;
	throw require_main.failure(verdict === "fork" ? "SUM.FORK" : "SUM.PROOF", {
		subject: key.name,
		...verdict === "fork" ? {} : { message: "The tree shown could not be proved consistent with the known one" },
		evidence: {
			"known tree": `${known.size} ${known.root}`,
			"tree shown": `${head.size} ${head.root}`
		}
	});
}
// src/verify/receipt.ts
const RECEIPT_SCHEMA = "setup-go-robust/receipt@1";
const MAX_RECEIPT_BYTES = 262144;
const MAX_PROOF_HASHES = 64;
function makeReceipt(proof, moduleName) {
	const receipt = {
		schema: RECEIPT_SCHEMA,
		module: moduleName,
		recordNumber: proof.recordNumber,
		record: Buffer.from(proof.record).toString("utf8"),
		note: Buffer.from(proof.note).toString("utf8"),
		inclusion: proof.inclusion.map(toText),
		knownHead: {
			size: proof.knownHead.size,
			root: proof.knownHead.root
		},
		consistency: proof.consistency.map(toText)
	};
	return `${JSON.stringify(receipt, void 0, 1)}\n`;
}
function readReceipt(bytes, question) {
	const fields = bytes.length > 262144 ? void 0 : require_main.parseJsonObject(Buffer.from(bytes).toString("utf8"));
	const proof = fields === void 0 ? void 0 : proofOf(fields);
	if (fields === void 0 || proof === void 0 || fields["schema"] !== RECEIPT_SCHEMA) throw noReceipt("not a receipt", question);
	if (fields["module"] !== question.moduleName) throw noReceipt("receipt of another release", question);
	return checkRecordProof(proof, question);
}
function signedHead(receipt, { log, moduleName }) {
	const proof = proofOf(require_main.parseJsonObject(receipt) ?? {});
	if (proof === void 0) throw noReceipt("not a receipt", {
		log,
		moduleName
	});
	const { size } = openTreeHead(proof.note, parseVerifierKey(log.verifierKey));
	return {
		note: Buffer.from(proof.note).toString("utf8"),
		size
	};
}
function noReceipt(reason, question) {
	return require_main.failure("VER.NO_PROOF", {
		subject: question.moduleName,
		message: "The stored receipt proves nothing",
		evidence: { reason }
	});
}
function proofOf(fields) {
	const { recordNumber, record, note } = fields;
	const inclusion = hashesOf(fields["inclusion"]);
	const consistency = hashesOf(fields["consistency"]);
	const knownHead = headOf(fields["knownHead"]);
	if (!isCount(recordNumber) || typeof record !== "string" || typeof note !== "string") return void 0;
	if (inclusion === void 0 || consistency === void 0 || knownHead === void 0) return void 0;
	return {
		recordNumber,
		record: Buffer.from(record),
		note: Buffer.from(note),
		inclusion,
		knownHead,
		consistency
	};
}
function isCount(value) {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= MAX_TREE_SIZE;
}
function hashesOf(value) {
	if (!Array.isArray(value) || value.length > MAX_PROOF_HASHES) return void 0;
	const hashes = value.map(hashFromText);
	return hashes.every((hash) => hash !== void 0) ? hashes : void 0;
}
function headOf(value) {
	if (!require_main.isJsonObject(value)) return void 0;
	const { size, root } = value;
	return isCount(size) && typeof root === "string" && hashFromText(root) !== void 0 ? {
		size,
		root
	} : void 0;
}
// src/policy/fault.ts
const OWN = [
	"FS.NO_SPACE",
	"FS.READ_ONLY",
	"FS.PERMISSION",
	"FS.IO",
	"BUDGET.TOTAL",
	"CFG.TLS_DISABLED"
];
const REFUSED = [
	"HTTP.NOT_FOUND",
	"HTTP.FORBIDDEN",
	"FS.NOT_FOUND"
];
function isOwnFault(code) {
	return OWN.includes(code) || code.startsWith("SELF.");
}
function isRefusal(code) {
	return REFUSED.includes(code);
}
function isContentFault(code) {
	return /^(?:VER|ARC|MIRROR|PGP)\./u.test(code) || code === "HTTP.HTML";
}
// src/policy/order-sources.ts
function orderCandidates(request) {
	const { sources, version, platform, silent } = request;
	const ordered = [...sources.filter((source) => !silent.has(source.id)), ...sources.filter((source) => silent.has(source.id))];
	const seen = new Set();
	return ordered.flatMap((source) => {
		const candidate = source.candidate(version, platform);
		if (candidate === void 0 || seen.has(candidate.url)) return [];
		seen.add(candidate.url);
		return [candidate];
	});
}
// src/policy/backoff.ts
function isTemporary({ code }) {
	return require_main.CATALOGUE[code].exit === 75 && code !== "BUDGET.TOTAL" && !code.startsWith("SELF.");
}
function backoffMs(round, failures, random) {
	const baseMs = require_main.LIMITS.backoffMs[round - 1];
	if (baseMs === void 0 || !failures.some(isTemporary)) return void 0;
	const asked = failures.map(retryAfterMs).filter((ms) => ms <= require_main.LIMITS.retryAfterMs);
	return Math.max(Math.round(baseMs * (.5 + random / 2)), ...asked);
}
function retryAfterMs({ evidence }) {
	const seconds = Number(evidence.find(({ name }) => name === "retry after seconds")?.value ?? 0);
	return Number.isFinite(seconds) && seconds > 0 ? seconds * 1e3 : 0;
}
// src/install/keep-archive.ts
function keepArchive(bytes, { path, writer }) {
	let handle = writer.createFile(path, 420);
	let writtenBytes = 0;
	let tail;
	const write = (data) => {
		if (handle === void 0) throw new Error("written after it was closed");
		writer.write(handle, data, 0, data.length);
		writtenBytes += data.length;
	};
	const close = () => {
		const open = handle;
		handle = void 0;
		if (open !== void 0) writer.closeFile(open);
	};
	return {
		get sizeBytes() {
			return bytes.sizeBytes;
		},
		tail: async (count) => {
			tail = await bytes.tail(count);
			return tail;
		},
		async *stream(end, from = 0) {
			if (from !== writtenBytes) throw new Error("an archive is kept from its beginning, and once");
			for await (const chunk of bytes.stream(end, from)) {
				const wanted = chunk.subarray(0, (end ?? Number.POSITIVE_INFINITY) - writtenBytes);
				write(wanted);
				yield wanted;
			}
		},
		finish() {
			if (tail !== void 0 && tail.start <= writtenBytes) write(tail.data.subarray(writtenBytes - tail.start));
			close();
		},
		abandon() {
			try {
				close();
			} catch {}
		}
	};
}
// src/install/staging.ts
const OWNER_FILE = "owner.json";
const OWNER_BYTES = 4096;
async function createStage(place, tools) {
	const directory = await createOwned(place, tools);
	const root = (0, node_path.join)(directory, "go");
	try {
		tools.files.tree.makeDirectory(root);
	} catch (error) {
		await tools.files.remove(directory);
		throw error;
	}
	return {
		directory,
		root,
		spoolPath: (0, node_path.join)(directory, "archive")
	};
}
async function createOwned(place, tools) {
	const { files, process } = tools;
	await files.makeDirectory(place.parent);
	const directory = (0, node_path.join)(place.parent, `${place.stagePrefix}${tools.randomName()}`);
	await files.makeDirectory(directory);
	try {
		await files.write((0, node_path.join)(directory, OWNER_FILE), ownerText(process));
	} catch (error) {
		await files.remove(directory);
		throw error;
	}
	return directory;
}
async function takeOwnership(directory, { files, process }) {
	const fresh = (0, node_path.join)(directory, `${OWNER_FILE}.new`);
	await files.write(fresh, ownerText(process));
	await files.rename(fresh, (0, node_path.join)(directory, OWNER_FILE));
}
function ownerText({ pid, hostname }) {
	return JSON.stringify({
		pid,
		hostname
	});
}
async function sweepStaging(place, tools) {
	const removed = [];
	for (const name of await tools.files.list(place.parent)) {
		const path = (0, node_path.join)(place.parent, name);
		const isStage = name.startsWith(place.stagePrefix);
		const isEmptied = isStage && await tools.files.removeEmptyDirectory(path);
		const isLeft = name.startsWith(place.trashPrefix) || isStage && !isEmptied && await isAbandoned(path, tools);
		if (isLeft) await tools.files.remove(path);
		if (isLeft || isEmptied) removed.push(name);
	}
	return removed;
}
async function isAbandoned(path, tools) {
	const { files, process, clock } = tools;
	const stat = await files.stat(path);
	if (stat === void 0) return false;
	if (clock.now() - stat.mtimeMs > require_main.LIMITS.stagingMaxAgeMs) return true;
	const owner = await readOwner((0, node_path.join)(path, OWNER_FILE), files);
	return owner !== void 0 && owner.hostname === process.hostname && owner.pid !== process.pid && !process.isAlive(owner.pid);
}
async function readOwner(path, files) {
	if ((await files.stat(path))?.kind !== "file") return void 0;
	return parseOwner((await files.read(path, OWNER_BYTES)).toString("utf8"));
}
function parseOwner(text) {
	const { pid, hostname } = require_main.parseJsonObject(text) ?? {};
	return typeof pid === "number" && Number.isSafeInteger(pid) && pid > 0 && typeof hostname === "string" ? {
		pid,
		hostname
	} : void 0;
}
// src/verify/official-mode.ts
const EXEC_WRAPPER = /(?:^|\/)go_[^/]+_[^/]+_exec$/u;
function officialMode(path) {
	return path.startsWith("bin/") || path.startsWith("pkg/tool/") || EXEC_WRAPPER.test(path) || /\.(?:bash|sh|pl|rc)$/u.test(path) ? 493 : 420;
}
// src/install/entry-place.ts
function createEntryPlacer(layout, moduleName) {
	const prefix = layout === "release" ? "go/" : `${moduleName}/`;
	function belowPrefix(name) {
		const isInside = name.startsWith(prefix);
		const path = isInside ? name.slice(prefix.length) : name;
		const problem = problemOfPath(path);
		if (problem !== void 0) throw refusedName(name, problem);
		if (!isInside) throw foreign(name, prefix);
		return path;
	}
	return {
		file(name) {
			const path = belowPrefix(name);
			return layout === "release" ? {
				path,
				pathInModule: require_main.releasePathInModule(path)
			} : placeOfModuleFile(name, path);
		},
		directory(name) {
			if (`${prefix}`.startsWith(`${name}/`)) return void 0;
			const path = belowPrefix(name);
			return {
				path,
				isProved: layout === "module" || require_main.releasePathInModule(`${path}/file`) !== void 0
			};
		}
	};
}
function placeOfModuleFile(name, path) {
	const baseAt = path.lastIndexOf("/") + 1;
	const released = /^_+go\.mod$/u.test(path.slice(baseAt)) ? `${path.slice(0, baseAt)}${path.slice(baseAt + 1)}` : path;
	if (require_main.releasePathInModule(released) !== path) throw foreign(name, "a file of the toolchain module");
	return {
		path: released,
		pathInModule: path
	};
}
function foreign(name, expected) {
	return require_main.failure("ARC.LAYOUT", {
		subject: name,
		evidence: {
			name,
			expected
		}
	});
}
// src/install/tree-names.ts
const NONE = [];
function createTreeNames() {
	const taken = new Map();
	const directories = new Set();
	const declared = new Set();
	let lastParent = "";
	function take(path, isDirectory) {
		const folded = foldPath(path);
		const other = taken.get(folded);
		if (other !== void 0) throw refusedName(path, other === path ? "duplicate" : `the same as ${other}`);
		if (taken.size >= require_main.LIMITS.entryCount) throw tooMany();
		taken.set(folded, path);
		if (isDirectory) directories.add(path);
	}
	function open(path) {
		if (path === "" || path === lastParent) return NONE;
		const other = taken.get(foldPath(path));
		if (other !== void 0) {
			if (!directories.has(path)) throw refusedName(path, `the same as ${other}`);
			lastParent = path;
			return NONE;
		}
		const above = open(parentOf(path));
		take(path, true);
		lastParent = path;
		return [...above, path];
	}
	return {
		addFile(path) {
			const fresh = open(parentOf(path));
			take(path, false);
			return fresh;
		},
		addDirectory(path) {
			if (declared.has(path)) throw refusedName(path, "duplicate");
			declared.add(path);
			return open(path);
		}
	};
}
function parentOf(path) {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "" : path.slice(0, slash);
}
function tooMany() {
	return require_main.failure("ARC.LIMIT", {
		subject: "entries",
		evidence: { limit: require_main.LIMITS.entryCount }
	});
}
// src/install/tree-sink.ts
const VERSION_BYTES$1 = 4096;
const MAX_MTIME_SECONDS = 2 ** 32;
function createTreeSink(options) {
	const state = {
		options,
		hasher: require_main.createTreeHasher(options.moduleName),
		placer: createEntryPlacer(options.layout, options.moduleName),
		names: createTreeNames(),
		unproven: new Set(),
		sealed: [],
		current: void 0,
		isHashed: void 0,
		totalBytes: 0,
		version: void 0,
		hasGo: false
	};
	return {
		begin: (entry) => begin$1(state, entry),
		data: (bytes, from, to) => data(state, bytes, from, to),
		end: () => end(state),
		directory: (name) => directory(state, name),
		result: () => result(state),
		dropUnproven: () => dropUnproven(state),
		abandon: () => abandon(state)
	};
}
function begin$1(state, entry) {
	const { path: name, sizeBytes, mtimeSeconds } = entry;
	if (state.current !== void 0) throw corrupt(name, "begins inside another file");
	if (sizeBytes > require_main.LIMITS.unpackedBytes - state.totalBytes) throw tooLarge(name, sizeBytes);
	state.totalBytes += sizeBytes;
	state.isHashed ??= state.options.wantsTree?.() ?? true;
	const { path, pathInModule } = state.placer.file(name);
	const isProved = pathInModule !== void 0;
	if (path === "VERSION") state.version = Buffer.alloc(0);
	if (path === "bin/go" || path === "bin/go.exe") state.hasGo = true;
	const fresh = state.names.addFile(path);
	state.current = {
		path,
		pathInModule,
		handle: isProved || state.options.writeUnproven ? create(state, {
			path,
			fresh,
			isProved
		}) : void 0,
		mtimeSeconds: mtimeSeconds !== void 0 && mtimeSeconds >= 0 && mtimeSeconds < MAX_MTIME_SECONDS ? mtimeSeconds : void 0,
		hash: isProved && state.isHashed ? (0, (node_crypto ??= require("node:crypto")).createHash)("sha256") : void 0,
		leftBytes: sizeBytes
	};
}
function create(state, file) {
	const { directory: root, writer } = state.options;
	if (root === void 0) return void 0;
	for (const path of file.fresh) makeDirectory(state, root, path);
	if (require_main.isSealed(file.path, "file")) state.sealed.push(file.path);
	if (!file.isProved) state.unproven.add(topOf(file.path));
	return writer.createFile(`${root}/${file.path}`, officialMode(file.path));
}
function makeDirectory(state, root, path) {
	state.options.writer.makeDirectory(`${root}/${path}`);
	if (require_main.isSealed(path, "directory")) state.sealed.push(path);
}
function data(state, bytes, from, to) {
	const { current } = state;
	if (current === void 0) throw corrupt("data", "belongs to no file");
	current.leftBytes -= to - from;
	if (current.leftBytes < 0) throw corrupt(current.path, "longer than declared");
	if (current.handle !== void 0) state.options.writer.write(current.handle, bytes, from, to);
	if (current.path === "VERSION" && state.version !== void 0 && state.version.length < VERSION_BYTES$1) {
		const wanted = bytes.subarray(from, Math.min(to, from + VERSION_BYTES$1 - state.version.length));
		state.version = Buffer.concat([state.version, wanted]);
	}
	current.hash?.update(from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to));
}
function end(state) {
	const file = state.current;
	if (file === void 0) throw corrupt("end", "belongs to no file");
	if (file.leftBytes > 0) throw corrupt(file.path, "shorter than declared");
	state.current = void 0;
	if (file.handle !== void 0) state.options.writer.closeFile(file.handle, file.mtimeSeconds);
	if (file.hash === void 0 || file.pathInModule === void 0) return;
	const sha256 = file.hash.digest("hex");
	state.hasher.add(file.pathInModule, sha256);
	state.options.onFile?.(file.path, sha256);
}
function directory(state, name) {
	const placed = state.placer.directory(name);
	if (placed === void 0) return;
	const fresh = state.names.addDirectory(placed.path);
	const { directory: root, writeUnproven } = state.options;
	if (root === void 0 || !placed.isProved && !writeUnproven) return;
	for (const path of fresh) makeDirectory(state, root, path);
	if (!placed.isProved) state.unproven.add(topOf(placed.path));
}
function result(state) {
	if (state.current !== void 0) throw corrupt(state.current.path, "is not finished");
	const { version, hasGo } = state;
	if (version === void 0 || !hasGo) throw require_main.failure("ARC.LAYOUT", {
		subject: "archive",
		evidence: { missing: version === void 0 ? "VERSION" : "bin/go" }
	});
	return {
		tree: state.isHashed ? state.hasher.result() : void 0,
		fileCount: state.hasher.count,
		sizeBytes: state.totalBytes,
		versionFile: version.toString("utf8"),
		unproven: [...state.unproven].sort(),
		sealed: state.sealed
	};
}
function dropUnproven({ options, unproven }) {
	const { directory: root, writer } = options;
	if (root !== void 0) for (const name of unproven) writer.removeTree(`${root}/${name}`);
	unproven.clear();
}
function abandon(state) {
	const handle = state.current?.handle;
	state.current = void 0;
	if (handle === void 0) return;
	try {
		state.options.writer.closeFile(handle);
	} catch {}
}
function topOf(path) {
	const slash = path.indexOf("/");
	return slash < 0 ? path : path.slice(0, slash);
}
function corrupt(subject, problem) {
	return require_main.failure("ARC.CORRUPT", {
		subject,
		evidence: { problem }
	});
}
function tooLarge(subject, sizeBytes) {
	return require_main.failure("ARC.LIMIT", {
		subject,
		evidence: {
			bytes: sizeBytes,
			limit: require_main.LIMITS.unpackedBytes
		}
	});
}
// src/domain/calendar.ts
const DAY_SECONDS = 86400;
function secondsOfDay(year, month, day) {
	const y = month > 2 ? year : year - 1;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return (era * 146097 + dayOfEra - 719468) * DAY_SECONDS;
}
function secondsOfDate(text) {
	const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text) ?? [];
	return year === void 0 ? void 0 : secondsOfDay(Number(year), Number(month), Number(day));
}
function instantText(seconds) {
	const days = Math.floor(seconds / DAY_SECONDS);
	const rest = seconds - days * DAY_SECONDS;
	const shifted = days + 719468;
	const era = Math.floor(shifted / 146097);
	const dayOfEra = shifted - era * 146097;
	const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	const two = (n) => String(n).padStart(2, "0");
	const time = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
	return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${time}Z`;
}
function dateText(seconds) {
	return instantText(seconds).slice(0, 10);
}
// src/verify/judge.ts
const RANK = [
	"pinned-checksum",
	"checksum-database",
	"release-table",
	"openpgp-signature",
	"source-listing"
];
function judge$1(measured, expectations) {
	const strong = expectations.filter((expectation) => expectation.kind !== "source-listing");
	const comparisons = (strong.length > 0 ? strong : expectations).map((expectation) => compare$2(measured, expectation)).sort((a, b) => RANK.indexOf(a.expectation.kind) - RANK.indexOf(b.expectation.kind));
	const wrongPin = comparisons.find(({ expectation, matches }) => expectation.kind === "pinned-checksum" && !matches);
	if (wrongPin !== void 0) return { refused: refusal("VER.CHECKSUM_PIN", [wrongPin]) };
	const [best] = comparisons.filter(({ matches }) => matches);
	const foreign = best === void 0 ? void 0 : foreignRelease(measured, best.expectation);
	if (foreign !== void 0) return { refused: foreign };
	if (best !== void 0) return accept(best, comparisons, measured);
	const compared = comparisons.filter(({ got }) => got !== void 0);
	if (compared.length === 0) return { refused: refusal("VER.NO_PROOF", compared) };
	return { refused: refusal(compared.every(({ expectation }) => expectation.over === "signed") ? "PGP.BAD_SIGNATURE" : "VER.TAMPERED", compared) };
}
function compare$2(measured, expectation) {
	const got = measuredOf(measured, expectation);
	return {
		expectation,
		got,
		matches: got !== void 0 && got !== "" && got === expectation.value
	};
}
function measuredOf(measured, expectation) {
	if (expectation.over === "signed") return measured.signed?.(expectation.hash, expectation.trailer);
	return expectation.over === "tree" ? measured.tree : measured.sha256;
}
function foreignRelease({ versionFile = "" }, expectation) {
	if (expectation.over !== "signed") return void 0;
	const { fileName, release, signedAt } = expectation;
	const [line = "", timeLine = ""] = versionFile.split("\n").map((text) => text.trimEnd());
	if (line !== release) return require_main.finding("PGP.WRONG_RELEASE", {
		subject: fileName,
		evidence: {
			expected: release,
			got: line.slice(0, 100)
		}
	});
	const madeAt = /^time (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/u.exec(timeLine)?.[1];
	if (madeAt === void 0 || madeAt <= instantText(signedAt)) return void 0;
	return require_main.finding("PGP.OLD_SIGNATURE", {
		subject: fileName,
		evidence: {
			"signed at": instantText(signedAt),
			"made at": madeAt
		}
	});
}
function accept(best, comparisons, measured) {
	const others = comparisons.filter((comparison) => comparison !== best && comparison.got !== void 0).map(({ expectation, matches }) => {
		if (matches) return `also matches ${expectation.root}`;
		if (expectation.over === "file") return `packed anew: the archive file differs from ${expectation.root}`;
		return `differs from ${expectation.root}`;
	});
	const { kind, root, detail } = best.expectation;
	return {
		accepted: {
			kind,
			root,
			value: proofValue(best.expectation, measured),
			detail: [detail, ...others].join("; ")
		},
		keepUnprovenFiles: comparisons.some(({ expectation, matches }) => matches && expectation.over !== "tree")
	};
}
function proofValue(expectation, { sha256 }) {
	return expectation.over === "signed" ? `sha256:${sha256}` : printed(expectation);
}
function refusal(code, comparisons) {
	const evidence = {};
	let subject = "archive";
	for (const { expectation, got } of comparisons) {
		if (expectation.over !== "tree") subject = expectation.fileName;
		evidence[`expected by ${expectation.root} (${expectation.over})`] = printed(expectation);
		evidence[`got (${expectation.over})`] = got === void 0 ? "not measured" : printed({
			...expectation,
			value: got
		});
	}
	return require_main.finding(code, {
		subject,
		evidence
	});
}
function printed(hash) {
	if (hash.over === "signed") return `${hash.hash}:${hash.value}`;
	return hash.over === "tree" ? hash.value : `sha256:${hash.value}`;
}
// src/steps/attempt.ts
async function discardUnpublished({ machine }, { stage }, publishing) {
	try {
		return await publishing;
	} catch (error) {
		await machine.files.remove(stage.directory).catch(() => void 0);
		throw error;
	}
}
async function attempt(context, work, signal) {
	const { crowd, spool } = work;
	const { keptBytes } = crowd;
	if (keptBytes > 0) context.emit({
		type: "kept-part",
		use: "resumed",
		bytes: keptBytes
	});
	try {
		return await passOnce(context, work, signal);
	} catch (error) {
		signal.throwIfAborted();
		if (!(error instanceof require_main.Failure)) throw error;
		const { code } = error;
		const isSuspect = code === "BODY.CHANGED" || isContentFault(code);
		const isInTheWay = code === "FS.NO_SPACE" && spool.heldBytes > 0;
		if (isSuspect) await spool.discard();
		if (isInTheWay) await spool.end();
		if (!isInTheWay && !(isSuspect && keptBytes > 0)) throw error;
		if (keptBytes > 0) context.emit({
			type: "kept-part",
			use: "dropped",
			bytes: keptBytes,
			code
		});
		await crowd.restart();
		return passOnce(context, work, signal);
	}
}
async function passOnce(context, work, signal) {
	const { machine } = context;
	const { candidate, crowd, place, proofs } = work;
	const unprovable = new AbortController();
	const proofsFound = proofs.ofArchive(candidate);
	proofsFound.catch((error) => unprovable.abort(error));
	const file = await proofs.ofFile(candidate);
	const stage = await createStage(place, machine);
	try {
		const sink = createTreeSink({
			writer: machine.files.tree,
			directory: work.keep === "archive" ? void 0 : stage.root,
			layout: candidate.layout,
			moduleName: require_main.moduleName(work.version, context.platform),
			writeUnproven: file !== void 0,
			wantsTree: () => proofs.wantsTree(file)
		});
		const signatureHashes = () => file === void 0 ? proofs.signatureHashes?.(candidate) ?? [] : [];
		const { measured, sealed, archive } = await download(context, {
			...work,
			sink,
			stage,
			signatureHashes
		}, AbortSignal.any([signal, unprovable.signal]));
		checkExported(candidate, measured);
		const verdict = judge$1(measured, await proofsFound);
		if (verdict.accepted === void 0) throw new require_main.Failure([verdict.refused]);
		if (!verdict.keepUnprovenFiles) sink.dropUnproven();
		crowd.end("accepted");
		return {
			stage,
			proof: verdict.accepted,
			tree: measured.tree,
			sealed,
			...archive && { archive }
		};
	} catch (error) {
		await machine.files.remove(stage.directory);
		throw naming(candidate, error);
	}
}
function naming({ exportedSha256, fileName }, error) {
	if (exportedSha256 === void 0 || !(error instanceof require_main.Failure) || !isContentFault(error.code)) return error;
	const [first, ...rest] = error.findings;
	const evidence = [{
		name: "file",
		value: fileName
	}, ...first.evidence.filter(({ name }) => name !== "file")];
	return new require_main.Failure([{
		...first,
		evidence
	}, ...rest], error);
}
function checkExported({ fileName, exportedSha256 }, { sha256 = "" }) {
	if (exportedSha256 !== void 0 && exportedSha256 !== sha256) throw changed$2(fileName, {
		expected: exportedSha256,
		got: sha256
	});
}
async function download({ machine }, work, signal) {
	const { measuredArchive, unpack } = await Promise.resolve().then(() => unpack_exports);
	const { crowd, candidate, sink, stage, spool, signatureHashes } = work;
	const { files } = machine;
	const relieve = () => machine.relieve?.();
	const bytes = spool.through(crowd, candidate.fileName);
	const options = {
		format: candidate.format,
		sink,
		files,
		spoolPath: stage.spoolPath,
		signatureHashes,
		relieve
	};
	if (work.keep !== "archive") {
		const unpacked = await unpack({
			...options,
			bytes
		}, signal);
		return {
			measured: measuredArchive(unpacked),
			sealed: unpacked.sealed
		};
	}
	const path = `${stage.spoolPath}.kept`;
	const kept = keepArchive(bytes, {
		path,
		writer: files.tree
	});
	try {
		const unpacked = await unpack({
			...options,
			bytes: kept
		}, signal);
		kept.finish();
		const { sha256, archiveBytes: sizeBytes, sealed } = unpacked;
		return {
			measured: measuredArchive(unpacked),
			sealed,
			archive: {
				path,
				fileName: candidate.fileName,
				sha256,
				sizeBytes
			}
		};
	} finally {
		kept.abandon();
	}
}
// src/policy/hedge.ts
function hedgeDelayMs(hedge) {
	const usualMs = usualDelayMs(hedge.pendingCount);
	const allMs = untilLastMs(hedge);
	const share = allMs === 0 ? 1 : (hedge.leftMs - require_main.LIMITS.answerLeastMs) / allMs;
	return Math.round(usualMs * Math.min(1, Math.max(0, share)));
}
function answerBudgetMs(hedge) {
	if (hedge.pendingCount + hedge.waitingCount === 0) return hedge.leftMs;
	const lastAskedMs = untilLastMs({
		...hedge,
		pendingCount: hedge.pendingCount + 1
	});
	return Math.min(hedge.leftMs, lastAskedMs + require_main.LIMITS.answerAmongOthersMs);
}
function usualDelayMs(pendingCount) {
	if (pendingCount === 0) return 0;
	return pendingCount === 1 ? require_main.LIMITS.hedgeFirstMs : require_main.LIMITS.hedgeNextMs;
}
function untilLastMs({ pendingCount, waitingCount }) {
	return waitingCount === 0 ? 0 : usualDelayMs(pendingCount) + (waitingCount - 1) * require_main.LIMITS.hedgeNextMs;
}
// src/acquire/local-archive.ts
async function openLocalArchive(options) {
	const { files, path } = options;
	const found = await files.stat(path);
	if (found === void 0 || found.kind === "directory" || found.kind === "other") throw require_main.failure("FS.NOT_FOUND", {
		subject: path,
		evidence: {
			path,
			found: found?.kind ?? "nothing"
		}
	});
	const sizeBytes = found.kind === "file" ? found.sizeBytes : void 0;
	if (sizeBytes !== void 0 && sizeBytes > require_main.LIMITS.archiveBytes) throw require_main.failure("HTTP.TOO_LARGE", {
		subject: path,
		evidence: {
			"file bytes": sizeBytes,
			"limit bytes": require_main.LIMITS.archiveBytes
		}
	});
	async function tail(bytes) {
		if (sizeBytes === void 0) return void 0;
		const start = Math.max(0, sizeBytes - bytes);
		const data = await files.readRange(path, start, sizeBytes);
		if (data.length < sizeBytes - start) throw truncated(start + data.length, sizeBytes);
		return {
			start,
			data,
			sizeBytes
		};
	}
	async function* stream(end) {
		const wantedBytes = end ?? sizeBytes;
		let countBytes = 0;
		if (wantedBytes === 0) return;
		for await (const chunk of files.stream(path)) {
			const part = chunk.subarray(0, (wantedBytes ?? require_main.LIMITS.archiveBytes) - countBytes);
			countBytes += part.length;
			if (part.length > 0) yield part;
			if (part.length < chunk.length || countBytes === wantedBytes) break;
		}
		if (wantedBytes !== void 0 && countBytes < wantedBytes) throw truncated(countBytes, wantedBytes);
	}
	function truncated(gotBytes, expectedBytes) {
		return require_main.failure("BODY.TRUNCATED", {
			subject: path,
			evidence: {
				"received bytes": gotBytes,
				"expected bytes": expectedBytes
			}
		});
	}
	return {
		sizeBytes,
		tail,
		stream,
		close: () => void 0
	};
}
// src/policy/breaker.ts
const CLOSED = {
	failureCount: 0,
	strain: 0,
	openCount: 0,
	openUntilMs: void 0
};
const FAILURES_IN_A_ROW = 2;
const MOST_STRAIN = 8;
const STALL_STRAIN = 3;
const HEALS = [
	"BODY.TRUNCATED",
	"BODY.RESET",
	"BODY.STALL",
	"BODY.SLOW",
	"HTTP.EMPTY",
	"HTTP.TTFB_STALL",
	"HTTP.SERVER",
	"HTTP.RATE_LIMIT",
	"HTTP.RANGE",
	"DNS.SERVER",
	"DNS.TIMEOUT",
	"TCP.REFUSED",
	"TCP.TIMEOUT",
	"TCP.RESET",
	"TCP.NET_UNREACH",
	"TCP.HOST_UNREACH",
	"PROXY.UPSTREAM",
	"PROXY.STALL",
	"PROXY.CLOSED",
	"TLS.CLOSED",
	"TLS.HANDSHAKE_STALL"
];
const OPENS_AT_ONCE = [
	"HTTP.SERVER",
	"HTTP.RATE_LIMIT",
	"BODY.SLOW"
];
function admission({ openUntilMs }, nowMs) {
	if (openUntilMs === void 0) return "closed";
	if (openUntilMs === Number.POSITIVE_INFINITY) return "final";
	return nowMs < openUntilMs ? "open" : "trial";
}
function afterSuccess(breaker) {
	return admissionIsFinal(breaker) ? breaker : CLOSED;
}
function afterFailure$1(breaker, failure) {
	const { finding, nowMs, hadProgress, isMisfit, isGivenUpEarly = false } = failure;
	const { code } = finding;
	if (!HEALS.includes(code) || isMisfit && code !== "HTTP.RANGE" || admissionIsFinal(breaker)) return {
		...breaker,
		openUntilMs: Number.POSITIVE_INFINITY
	};
	if (hadProgress && (code === "BODY.TRUNCATED" || code === "BODY.RESET")) return {
		...breaker,
		openUntilMs: void 0
	};
	const failureCount = breaker.failureCount + 1;
	const strain = breaker.strain + (code === "BODY.STALL" && !isGivenUpEarly ? STALL_STRAIN : 1);
	if (strain >= MOST_STRAIN && !hadProgress) return {
		...breaker,
		failureCount,
		strain,
		openUntilMs: Number.POSITIVE_INFINITY
	};
	if (!(breaker.openUntilMs !== void 0) && failureCount < FAILURES_IN_A_ROW && !OPENS_AT_ONCE.includes(code)) return {
		...breaker,
		failureCount,
		strain
	};
	const openMs = Math.min(require_main.LIMITS.breakerMs * 2 ** breaker.openCount, require_main.LIMITS.breakerMaxMs);
	return {
		failureCount,
		strain: hadProgress ? 0 : strain,
		openCount: breaker.openCount + 1,
		openUntilMs: nowMs + Math.max(openMs, retryAfterMs(finding))
	};
}
function admitNow(breaker, nowMs) {
	return admission(breaker, nowMs) === "open" ? {
		...breaker,
		openUntilMs: nowMs
	} : breaker;
}
function admissionIsFinal({ openUntilMs }) {
	return openUntilMs === Number.POSITIVE_INFINITY;
}
// src/acquire/member.ts
function createMember(candidate, index) {
	return {
		candidate,
		index,
		breaker: CLOSED,
		lane: void 0,
		attempt: void 0,
		finding: void 0,
		wasGivenUpEarly: false,
		validator: void 0,
		canRange: true,
		rate: void 0,
		roundTripMs: void 0,
		deliveredBytes: 0
	};
}
function memberAdmission(crew, member) {
	return admission(member.breaker, crew.wire.clock.monotonic());
}
function isUsable(crew, member) {
	const state = memberAdmission(crew, member);
	return member.canRange && (state === "closed" || state === "trial");
}
function isPromising(crew, member) {
	if (!member.canRange || memberAdmission(crew, member) !== "closed") return false;
	return member.breaker.failureCount === 0 || (member.rate ?? 0) > 0;
}
function beginAttempt(crew, member) {
	if (member.attempt !== void 0) return;
	const number = crew.nextAttempt();
	member.attempt = {
		number,
		receivedBytes: 0,
		toldBytes: 0,
		isAnswered: false
	};
	const { sourceId, url } = member.candidate;
	crew.emit({
		type: "attempt-started",
		attempt: number,
		source: sourceId,
		url: require_main.redactUrl(url)
	});
}
function noteAnswer(crew, { member, answer }) {
	const { attempt } = member;
	if (attempt === void 0 || attempt.isAnswered || answer === void 0) return;
	attempt.isAnswered = true;
	const size = crew.sizeBytes === void 0 ? {} : { sizeBytes: crew.sizeBytes };
	crew.emit({
		type: "attempt-answered",
		attempt: attempt.number,
		facts: answer.facts,
		...size
	});
}
function noteProgress(crew, { attempt }) {
	if (attempt === void 0 || attempt.receivedBytes === attempt.toldBytes) return;
	attempt.toldBytes = attempt.receivedBytes;
	const size = crew.sizeBytes === void 0 ? {} : { sizeBytes: crew.sizeBytes };
	crew.emit({
		type: "attempt-progress",
		attempt: attempt.number,
		bytes: attempt.receivedBytes,
		...size
	});
}
function endAttempt(crew, member, how) {
	const { attempt } = member;
	if (attempt === void 0) return;
	member.attempt = void 0;
	crew.emit({
		type: "attempt-ended",
		attempt: attempt.number,
		bytes: attempt.receivedBytes,
		...how
	});
}
function noteFailure(crew, what) {
	const { member } = what.lane;
	const finding = require_main.aboutSource(what.failure.finding, member.candidate.sourceId);
	const nowMs = crew.wire.clock.monotonic();
	const { hadProgress, lane } = what;
	const { isMisfit, isGivenUpEarly } = lane;
	member.breaker = afterFailure$1(member.breaker, {
		finding,
		nowMs,
		hadProgress,
		isMisfit,
		isGivenUpEarly
	});
	member.finding = finding;
	member.wasGivenUpEarly = lane.isGivenUpEarly;
	if (finding.code === "HTTP.RANGE") member.canRange = false;
	endAttempt(crew, member, {
		end: "failed",
		finding
	});
	return finding;
}
// src/acquire/assembly.ts
function createAssembly(fromBytes, endBytes) {
	return {
		spans: [emptySpan(fromBytes, endBytes)],
		readAtBytes: fromBytes,
		endBytes
	};
}
function emptySpan(startBytes, endBytes) {
	return {
		startBytes,
		atBytes: startBytes,
		endBytes,
		lane: void 0,
		member: void 0,
		chunks: []
	};
}
function takeChunk(assembly, crew) {
	const { spans } = assembly;
	for (;;) {
		const head = spans[0];
		const chunk = head?.chunks.shift();
		if (chunk !== void 0 && head?.member !== void 0) {
			assembly.readAtBytes += chunk.length;
			head.member.deliveredBytes += chunk.length;
			crew.firstContributor ??= head.member;
			return chunk;
		}
		if (head === void 0 || isUnfinished(head) || spans.length === 1) return void 0;
		spans.shift();
	}
}
function isUnfinished(span) {
	return span.atBytes < span.endBytes;
}
function isRead({ spans, endBytes, readAtBytes }) {
	return readAtBytes === endBytes && spans.every((span) => span.lane === void 0);
}
function firstOrphan({ spans }) {
	return spans.find((span) => span.lane === void 0 && isUnfinished(span));
}
function releaseSpan({ spans }, span) {
	span.lane = void 0;
	if (span.atBytes === span.startBytes) span.member = void 0;
	if (!isUnfinished(span) || span.member === void 0) return;
	const rest = emptySpan(span.atBytes, span.endBytes);
	span.endBytes = span.atBytes;
	spans.splice(spans.indexOf(span) + 1, 0, rest);
}
function appendSpan(assembly, bytes) {
	const start = frontier(assembly);
	const span = emptySpan(start, Math.min(start + bytes, assembly.endBytes));
	assembly.spans.push(span);
	return span;
}
function frontier({ spans, readAtBytes }) {
	return spans.at(-1)?.endBytes ?? readAtBytes;
}
function setEnd(assembly, endBytes) {
	const last = assembly.spans.at(-1);
	if (last !== void 0 && last.endBytes === assembly.endBytes) last.endBytes = endBytes;
	assembly.endBytes = endBytes;
}
function absorbNext({ spans }, span) {
	const index = spans.indexOf(span) + 1;
	const next = spans[index];
	if (next === void 0 || next.lane !== void 0 || next.member !== void 0 || !isUnfinished(next)) return false;
	span.endBytes = next.endBytes;
	spans.splice(index, 1);
	return true;
}
// src/acquire/content-range.ts
function parseContentRange(value) {
	const match = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/u.exec(value?.trim() ?? "");
	if (match === null) return void 0;
	const [start, last, sizeBytes] = [
		Number(match[1]),
		Number(match[2]),
		Number(match[3])
	];
	return start <= last && last < sizeBytes ? {
		start,
		end: last + 1,
		sizeBytes
	} : void 0;
}
function strongTag(headers) {
	const tag = headers["etag"];
	return tag !== void 0 && /^"[\x21\x23-\x7e]*"$/u.test(tag) ? tag : void 0;
}
function contentLength(headers) {
	const value = headers["content-length"];
	return value !== void 0 && /^\d{1,15}$/u.test(value) ? Number(value) : void 0;
}
const STRONG_DATE_AGE_MS = 6e4;
function validatorOf(headers) {
	const tag = strongTag(headers);
	const modified = headers["last-modified"];
	if (tag !== void 0 || modified === void 0 || headers["date"] === void 0) return tag;
	const ageMs = Date.parse(headers["date"]) - Date.parse(modified);
	return /^[A-Z][a-z]{2}, [\x20-\x7e]{10,40}$/u.test(modified) && ageMs >= STRONG_DATE_AGE_MS ? modified : void 0;
}
function contradicts(headers, validator) {
	const now = validator.startsWith("\"") ? strongTag(headers) : headers["last-modified"];
	return now !== void 0 && now !== validator;
}
// src/acquire/answer-fit.ts
function questionHeaders(question) {
	if (question.kind === "tail") return { range: `bytes=-${question.bytes}` };
	if (!question.isRanged) return {};
	const { startBytes, endBytes, validator } = question;
	const range = `bytes=${startBytes}-${endBytes === void 0 ? "" : endBytes - 1}`;
	return validator === void 0 ? { range } : {
		range,
		"if-range": validator
	};
}
function judgeAnswer(answer, question, known) {
	const range = answer.status === 206 ? parseContentRange(answer.headers["content-range"]) : void 0;
	const sizeBytes = answer.status === 206 ? range?.sizeBytes : contentLength(answer.headers);
	const problem = sizeProblem(answer, sizeBytes, known) ?? versionProblem(answer, known);
	if (problem !== void 0) return {
		kind: "misfit",
		failure: problem
	};
	if (answer.status !== 206) return judgeWhole(answer, question, {
		...known,
		announced: sizeBytes
	});
	if (range === void 0 || !isWanted$1(range, question)) return {
		kind: "misfit",
		failure: wrongPart(answer, question)
	};
	return {
		kind: "fits",
		startBytes: range.start,
		endBytes: range.end,
		sizeBytes,
		ignoresRange: false
	};
}
function judgeWhole(answer, question, known) {
	const { canSkip, announced } = known;
	if (question.kind === "part" && question.startBytes > 0 && !canSkip) return {
		kind: "misfit",
		failure: wrongPart(answer, question)
	};
	const asked = question.kind === "tail" ? void 0 : question.validator;
	const isOtherVersion = asked !== void 0 && contradicts(answer.headers, asked);
	const ignoresRange = (question.kind === "tail" || question.isRanged) && !isOtherVersion;
	const sizeBytes = announced ?? known.sizeBytes;
	return {
		kind: "fits",
		startBytes: 0,
		endBytes: sizeBytes,
		sizeBytes,
		ignoresRange
	};
}
function isWanted$1(range, question) {
	const { start, end, sizeBytes } = range;
	if (question.kind === "tail") return end === sizeBytes && start === Math.max(0, sizeBytes - question.bytes);
	return start === question.startBytes && end === (question.endBytes ?? sizeBytes);
}
function wrongPart(answer, question) {
	return require_main.failure("HTTP.RANGE", {
		subject: new URL(answer.url).host,
		evidence: {
			url: require_main.redactUrl(answer.url),
			status: answer.status,
			asked: questionHeaders(question)["range"],
			"content-range": answer.headers["content-range"]?.slice(0, 100)
		}
	});
}
function sizeProblem(answer, announced, known) {
	if (announced === void 0) return void 0;
	const subject = new URL(answer.url).host;
	const evidence = {
		url: require_main.redactUrl(answer.url),
		"announced bytes": announced
	};
	if (announced > require_main.LIMITS.archiveBytes) return require_main.failure("HTTP.TOO_LARGE", {
		subject,
		evidence: {
			...evidence,
			"limit bytes": require_main.LIMITS.archiveBytes
		}
	});
	if (known.sizeBytes === void 0 || announced === known.sizeBytes) return void 0;
	const code = known.validator !== void 0 ? "BODY.CHANGED" : announced > known.sizeBytes ? "BODY.TOO_LONG" : "BODY.TRUNCATED";
	return require_main.failure(code, {
		subject,
		evidence: {
			...evidence,
			"expected bytes": known.sizeBytes
		}
	});
}
function versionProblem(answer, { validator }) {
	if (validator === void 0 || !contradicts(answer.headers, validator)) return void 0;
	const { etag, "last-modified": modified } = answer.headers;
	return require_main.failure("BODY.CHANGED", {
		subject: new URL(answer.url).host,
		evidence: {
			url: require_main.redactUrl(answer.url),
			was: validator,
			now: (validator.startsWith("\"") ? etag : modified)?.slice(0, 100)
		}
	});
}
// src/acquire/lane.ts
function createLane(crew, member, question) {
	const atMs = crew.wire.clock.monotonic();
	const stop = new AbortController();
	const lane = {
		member,
		question,
		askedAtMs: atMs,
		span: void 0,
		receiver: void 0,
		answer: void 0,
		atBytes: 0,
		endBytes: Number.POSITIVE_INFINITY,
		waitingSinceMs: void 0,
		waitedMs: 0,
		receivedBytes: 0,
		addedBytes: 0,
		windowStart: {
			waitedMs: 0,
			receivedBytes: 0
		},
		sample: {
			atMs,
			receivedBytes: 0
		},
		isClosed: false,
		isGivenUpEarly: false,
		isMisfit: false,
		open: (known) => openLane(crew, {
			lane,
			known
		}, stop.signal),
		pull: () => pullUnread(),
		close: () => {
			if (lane.isClosed) return;
			lane.isClosed = true;
			lane.waitingSinceMs = void 0;
			stop.abort(require_main.failure("BODY.RESET", {
				subject: member.candidate.sourceId,
				evidence: { reason: "closed here" }
			}));
			lane.answer?.discard();
		}
	};
	const pullUnread = () => {
		if (lane.answer === void 0 || lane.isClosed) return;
		lane.pull = reader(crew, lane, lane.answer);
		lane.pull();
	};
	member.lane = lane;
	return lane;
}
function freeLane(lane) {
	lane.close();
	if (lane.member.lane === lane) lane.member.lane = void 0;
}
function reader(crew, lane, answer) {
	const { clock } = crew.wire;
	const iterator = answer.body[Symbol.asyncIterator]();
	const onRead = (read) => {
		if (lane.isClosed) return;
		lane.waitedMs += clock.monotonic() - (lane.waitingSinceMs ?? 0);
		lane.waitingSinceMs = void 0;
		try {
			if (read.done === true) lane.receiver?.onEnd(lane);
			else {
				lane.receivedBytes += read.value.length;
				if (lane.member.attempt !== void 0) lane.member.attempt.receivedBytes += read.value.length;
				lane.receiver?.onBytes(lane, read.value);
			}
		} catch (error) {
			lane.receiver?.onError(lane, error);
		}
	};
	const onError = (error) => {
		if (!lane.isClosed) lane.receiver?.onError(lane, error);
	};
	return () => {
		if (lane.waitingSinceMs !== void 0 || lane.isClosed) return;
		lane.waitingSinceMs = clock.monotonic();
		iterator.next().then(onRead, onError);
	};
}
async function openLane(crew, asked, signal) {
	const { lane, known } = asked;
	const { member, question } = lane;
	beginAttempt(crew, member);
	lane.waitingSinceMs = lane.askedAtMs;
	const answer = await send(crew, lane, signal);
	if (lane.isClosed) {
		answer.discard();
		throw signal.reason;
	}
	const fit = judgeAnswer(answer, question, known());
	if (fit.kind === "misfit") {
		lane.isMisfit = true;
		answer.discard();
		throw fit.failure;
	}
	const atMs = crew.wire.clock.monotonic();
	lane.answer = answer;
	lane.waitingSinceMs = void 0;
	lane.sample = {
		atMs,
		receivedBytes: 0
	};
	lane.atBytes = fit.startBytes;
	lane.endBytes = fit.endBytes ?? Number.POSITIVE_INFINITY;
	if (fit.ignoresRange || answer.headers["accept-ranges"]?.trim() === "none") member.canRange = false;
	member.roundTripMs = atMs - lane.askedAtMs;
	member.validator = validatorOf(answer.headers);
	crew.sizeBytes ??= fit.sizeBytes;
	noteAnswer(crew, lane);
}
async function send(crew, { member, question }, signal) {
	const { url, authorization } = member.candidate;
	const secret = authorization === void 0 ? {} : { authorization };
	const headers = questionHeaders(question);
	const { answerUntilMs: untilMs } = crew;
	const phases = untilMs === void 0 ? crew.phases : {
		...crew.phases,
		untilMs
	};
	try {
		return await exchange(crew.wire, {
			url,
			...secret,
			headers,
			phases
		}, signal);
	} catch (error) {
		if ((error instanceof require_main.Failure ? error.finding.evidence.find((item) => item.name === "status")?.value : void 0) !== "416" || headers["range"] === void 0) throw error;
		throw wrongPart({
			url: member.candidate.url,
			status: 416,
			headers: {}
		}, question);
	}
}
function retireLane(lane) {
	lane.span = void 0;
	const restBytes = lane.endBytes - lane.atBytes;
	if (lane.answer === void 0 || lane.isClosed || restBytes > require_main.LIMITS.drainBytes) freeLane(lane);
	else lane.pull();
}
// src/acquire/delivery.ts
function createDelivery(crew, request, receiver) {
	const end = request.endBytes ?? crew.sizeBytes ?? Number.POSITIVE_INFINITY;
	return {
		...request,
		crew,
		receiver,
		assembly: createAssembly(request.fromBytes, end),
		lanes: new Set(),
		stop: new AbortController(),
		isJoined: false,
		wantsRoom: false,
		isPausing: false,
		round: 1,
		hasBeenPatient: false,
		impatientCount: 0,
		recent: [],
		lookDueMs: Number.POSITIVE_INFINITY,
		reader: {
			waiter: void 0,
			waitingSinceMs: 0,
			waitedMs: 0
		},
		end: "open"
	};
}
function serve(delivery) {
	const { reader, assembly, crew } = delivery;
	const { waiter } = reader;
	if (waiter === void 0) return;
	const chunk = takeChunk(assembly, crew);
	const isDone = chunk === void 0 && isRead(assembly);
	if (chunk === void 0 && !isDone) return;
	reader.waiter = void 0;
	reader.waitedMs += crew.wire.clock.monotonic() - reader.waitingSinceMs;
	if (isDone) endDelivery(delivery, "done");
	waiter.resolve(chunk === void 0 ? {
		value: void 0,
		done: true
	} : {
		value: chunk,
		done: false
	});
}
function endDelivery(delivery, end) {
	if (delivery.end !== "open") return;
	delivery.end = end;
	for (const lane of delivery.lanes) freeLane(lane);
	delivery.lanes.clear();
	delivery.stop.abort();
	if (end === "done") return;
	const { waiter } = delivery.reader;
	delivery.reader.waiter = void 0;
	waiter?.reject(end.error);
}
function hasHandedOver({ canSkip, crew }) {
	return canSkip && crew.firstContributor !== void 0;
}
function patience({ crew, impatientCount }, { member, answer }, firstMs) {
	const grownMs = firstMs * 2 ** Math.max(impatientCount, member.breaker.failureCount);
	const answerMs = answer === void 0 ? 2 * (member.roundTripMs ?? 0) : 0;
	return Math.min(Math.max(grownMs, answerMs), crew.pace.stallMs);
}
function silenceMs({ crew, lookDueMs }, { waitingSinceMs }) {
	return waitingSinceMs === void 0 ? 0 : Math.max(0, Math.min(crew.wire.clock.monotonic(), lookDueMs) - waitingSinceMs);
}
function hadProgress(crew, lane, code) {
	if (code === "BODY.SLOW") return false;
	const leastBytes = crew.sizeBytes === void 0 ? LEAST_PROGRESS_BYTES : Math.max(1, Math.ceil(crew.sizeBytes / PROGRESS_PARTS));
	return lane.addedBytes >= leastBytes;
}
const PROGRESS_PARTS = 256;
const LEAST_PROGRESS_BYTES = 65536;
// src/acquire/all-down.ts
function allDown(delivery, shareWork) {
	const { crew, round } = delivery;
	const able = crew.members.filter((member) => memberAdmission(crew, member) !== "final");
	const silent = able.filter((member) => member.wasGivenUpEarly);
	if (!delivery.hasBeenPatient && silent.length > 0) {
		delivery.hasBeenPatient = true;
		admit(delivery, silent);
		shareWork(delivery);
		return;
	}
	const random = Math.min(1, Math.max(0, crew.random()));
	const reasons = [...delivery.recent, ...able.flatMap((member) => member.finding ?? [])];
	const pauseMs = able.length > 0 && hasHandedOver(delivery) ? backoffMs(round, reasons, random) : void 0;
	if (pauseMs === void 0) {
		endDelivery(delivery, { error: failureOfAll(crew) });
		return;
	}
	delivery.round += 1;
	delivery.isPausing = true;
	const resume = () => {
		delivery.isPausing = false;
		admit(delivery, able);
		shareWork(delivery);
	};
	crew.wire.clock.sleep(pauseMs, delivery.stop.signal).then(resume, () => void 0);
}
function admit({ crew }, members) {
	const nowMs = crew.wire.clock.monotonic();
	for (const member of members) member.breaker = admitNow(member.breaker, nowMs);
}
function failureOfAll({ members }) {
	const findings = members.flatMap((member) => member.finding ?? []);
	const changed = findings.find(({ code }) => code === "BODY.CHANGED");
	const [first, ...rest] = changed === void 0 ? findings : [changed, ...findings.filter((finding) => finding !== changed)];
	return first === void 0 ? new Error("a team failed without a finding") : new require_main.Failure([first, ...rest]);
}
// src/acquire/first-answer.ts
async function firstAnswer(crew, questionOf) {
	const pending = new Map();
	const waiting = crew.members.slice(0, crew.starterCount);
	try {
		for (;;) {
			crew.stop.signal.throwIfAborted();
			const next = waiting.shift();
			if (next !== void 0) ask$3(crew, {
				member: next,
				question: questionOf(next),
				pending
			});
			if (pending.size === 0) throw failureOfAll(crew);
			const outcome = await firstOutcome$1(crew, pending, waiting.length);
			if (outcome === void 0) continue;
			pending.delete(outcome.lane);
			const answer = settle$1(crew, outcome);
			if (answer !== void 0) return answer;
		}
	} finally {
		for (const lane of pending.keys()) {
			freeLane(lane);
			endAttempt(crew, lane.member, { end: "lost" });
		}
	}
}
function ask$3(crew, asked) {
	const { member, question, pending } = asked;
	const lane = createLane(crew, member, question);
	const { validator } = member;
	const known = () => ({
		sizeBytes: crew.sizeBytes,
		validator,
		canSkip: true
	});
	const outcome = lane.open(known).then(() => ({
		lane,
		error: void 0
	}), (error) => ({
		lane,
		error: error ?? new Error("no reason")
	}));
	pending.set(lane, outcome);
}
async function firstOutcome$1(crew, pending, waitingCount) {
	if (waitingCount === 0) return Promise.race(pending.values());
	const { clock } = crew.wire;
	const timer = new AbortController();
	const leftMs = (crew.answerUntilMs ?? Number.POSITIVE_INFINITY) - clock.monotonic();
	const late = clock.sleep(hedgeDelayMs({
		pendingCount: pending.size,
		waitingCount,
		leftMs
	}), timer.signal).catch(() => void 0);
	try {
		return await Promise.race([...pending.values(), late.then(() => void 0)]);
	} finally {
		timer.abort();
	}
}
function settle$1(crew, { lane, error }) {
	const { member, question } = lane;
	if (error === void 0) return {
		member,
		lane
	};
	freeLane(lane);
	crew.stop.signal.throwIfAborted();
	if (!(error instanceof require_main.Failure)) throw error;
	if (question.kind === "tail" && error.code === "HTTP.RANGE") {
		member.canRange = false;
		return {
			member,
			lane: void 0
		};
	}
	if (isOwnFault(error.code)) throw error;
	const isOther = crew.isSizeBinding && (lane.isMisfit || error.code === "HTTP.RANGE");
	noteFailure(crew, {
		failure: isOther ? changed$1(error) : error,
		hadProgress: false,
		lane
	});
	if (isOther) throw failureOfAll(crew);
}
function changed$1(error) {
	const { subject, evidence } = error.finding;
	if (error.code === "BODY.CHANGED") return error;
	return require_main.failure("BODY.CHANGED", {
		subject,
		evidence: Object.fromEntries(evidence.map(({ name, value }) => [name, value]))
	}, error);
}
// src/policy/segments.ts
function smoothedRate(before, sample) {
	return before === void 0 ? sample : (before + sample) / 2;
}
function isJoinWorthwhile(stream) {
	const { restBytes, rate, waitShare } = stream;
	if (rate === void 0 || waitShare <= .5) return false;
	return restBytes * 1e3 > rate * require_main.LIMITS.joinWorthMs;
}
function segmentBytesFor({ rate = 0, roundTripMs = 0 }, memberCount) {
	const worthBytes = rate * roundTripMs * 20 / 1e3;
	const mostBytes = Math.max(require_main.LIMITS.segmentBytes, require_main.LIMITS.windowBytes / (2 * Math.max(1, memberCount)));
	return Math.round(Math.min(Math.max(require_main.LIMITS.segmentBytes, worthBytes), mostBytes));
}
function claimBytesFor(segmentBytes, unclaimedBytes, memberCount) {
	const shareBytes = Math.ceil(unclaimedBytes / Math.max(1, memberCount));
	return Math.min(Math.max(require_main.LIMITS.segmentMinBytes, Math.min(segmentBytes, shareBytes)), unclaimedBytes);
}
function isTakeoverWorthwhile(owner, taker, restBytes) {
	if (owner.rate === void 0) return false;
	if (taker.rate === void 0) return owner.rate < 1;
	if (taker.rate < 1) return false;
	return restBytes * 1e3 / owner.rate > 2 * (restBytes * 1e3 / taker.rate + (taker.roundTripMs ?? 0));
}
// src/acquire/pace.ts
function paceProblem(crew, lane, patienceMs) {
	const { clock } = crew.wire;
	const subject = new URL(lane.member.candidate.url).host;
	const url = require_main.redactUrl(lane.answer?.url ?? lane.member.candidate.url);
	if ((lane.waitingSinceMs === void 0 ? 0 : clock.monotonic() - lane.waitingSinceMs) >= patienceMs) {
		const code = lane.answer === void 0 ? "HTTP.TTFB_STALL" : "BODY.STALL";
		const evidence = {
			url,
			"received bytes": lane.receivedBytes,
			"budget ms": patienceMs
		};
		return require_main.failure(code, {
			subject,
			evidence
		});
	}
	const { minimumRateBytesPerSecond, minimumRateWindowMs } = crew.pace;
	const waitedMs = lane.waitedMs - lane.windowStart.waitedMs;
	if (waitedMs < minimumRateWindowMs) return void 0;
	const rate = Math.round((lane.receivedBytes - lane.windowStart.receivedBytes) * 1e3 / waitedMs);
	lane.windowStart = {
		waitedMs: lane.waitedMs,
		receivedBytes: lane.receivedBytes
	};
	if (rate >= minimumRateBytesPerSecond) return void 0;
	return require_main.failure("BODY.SLOW", {
		subject,
		evidence: {
			url,
			"bytes per second": rate,
			"minimum bytes per second": minimumRateBytesPerSecond
		}
	});
}
function forgive(lane, lateMs, nowMs) {
	const { waitingSinceMs, windowStart } = lane;
	const presentMs = waitingSinceMs === void 0 ? 0 : Math.min(lateMs, nowMs - waitingSinceMs);
	if (waitingSinceMs !== void 0) lane.waitingSinceMs = waitingSinceMs + presentMs;
	const waitedMs = Math.min(lane.waitedMs, windowStart.waitedMs + lateMs - presentMs);
	lane.windowStart = {
		...windowStart,
		waitedMs
	};
}
const SAMPLE_LEAST_MS = 50;
function sampleRate(lane, nowMs) {
	const { member, sample } = lane;
	const deltaBytes = lane.receivedBytes - sample.receivedBytes;
	const deltaMs = nowMs - sample.atMs;
	if (deltaMs < (lane.answer === void 0 ? require_main.LIMITS.standstillMs : SAMPLE_LEAST_MS)) return;
	lane.sample = {
		atMs: nowMs,
		receivedBytes: lane.receivedBytes
	};
	if (lane.waitingSinceMs === void 0 && deltaBytes === 0) return;
	member.rate = smoothedRate(member.rate, deltaBytes * 1e3 / deltaMs);
}
// src/acquire/share-work.ts
function shareWork(delivery) {
	while (delivery.end === "open" && !delivery.isPausing) {
		const orphan = firstOrphan(delivery.assembly);
		const isIdle = ![...delivery.lanes].some((lane) => lane.span !== void 0);
		if (!delivery.isJoined && (orphan === void 0 || !isIdle)) return;
		const member = pickMember(delivery, isIdle ? orphan : void 0);
		if (member === void 0) {
			if (!isIdle || orphan === void 0) return;
			if (freeRetired(delivery)) continue;
			allDown(delivery, shareWork);
			return;
		}
		const span = orphan ?? claimNext(delivery, member) ?? takeOver(delivery, member);
		if (span === void 0) return;
		fetchSpan(delivery, member, span);
	}
}
function freeRetired({ lanes }) {
	const retired = [...lanes].filter((lane) => lane.span === void 0);
	for (const lane of retired) {
		freeLane(lane);
		lanes.delete(lane);
	}
	return retired.length > 0;
}
function pickMember({ crew, favourite, canSkip }, last) {
	let best;
	for (const member of crew.members) {
		const state = member.lane === void 0 ? memberAdmission(crew, member) : "final";
		if (state !== "closed" && state !== "trial") continue;
		const mayReadAll = last !== void 0 && (canSkip || last.atBytes === 0);
		if (!member.canRange && !mayReadAll) continue;
		if (best === void 0 || isBetter(member, best, favourite)) best = member;
	}
	return best;
}
function isBetter(a, b, favourite) {
	if (a.canRange !== b.canRange) return a.canRange;
	if (a === favourite || b === favourite) return a === favourite;
	if (a.breaker.failureCount !== b.breaker.failureCount) return a.breaker.failureCount < b.breaker.failureCount;
	return (a.rate ?? 0) > (b.rate ?? 0);
}
function claimNext(delivery, member) {
	const { assembly, crew } = delivery;
	const { endBytes, readAtBytes } = assembly;
	if (endBytes === Number.POSITIVE_INFINITY) return void 0;
	const count = crew.members.filter((other) => other === member || isUsable(crew, other)).length;
	if (frontier(assembly) === endBytes && !shortenLast(delivery, count)) return void 0;
	const startBytes = frontier(assembly);
	if (startBytes >= readAtBytes + require_main.LIMITS.windowBytes) {
		delivery.wantsRoom = true;
		return;
	}
	if (count === 1) return appendSpan(assembly, endBytes - startBytes);
	return appendSpan(assembly, claimBytesFor(segmentBytesFor(member, count), endBytes - startBytes, count));
}
function shortenLast({ assembly }, memberCount) {
	const last = assembly.spans.at(-1);
	const member = last?.lane?.member;
	if (last === void 0 || member === void 0) return false;
	const keptBytes = segmentBytesFor(member, memberCount);
	if (last.endBytes - last.atBytes < 2 * keptBytes) return false;
	last.endBytes = last.atBytes + keptBytes;
	return true;
}
function takeOver(delivery, member) {
	const { assembly, crew, receiver } = delivery;
	if (!isPromising(crew, member)) return void 0;
	for (const span of assembly.spans) {
		const { lane } = span;
		if (lane === void 0 || !isUnfinished(span)) continue;
		const standstillMs = standstillFor(delivery, {
			lane,
			helper: member
		});
		const isSilent = lane.waitingSinceMs !== void 0 && silenceMs(delivery, lane) >= standstillMs;
		if (!isTakeoverWorthwhile({ rate: isSilent ? 0 : lane.answer === void 0 ? void 0 : lane.member.rate }, member, span.endBytes - span.atBytes)) continue;
		if (isSilent) {
			lane.isGivenUpEarly = true;
			receiver.onError(lane, paceProblem(crew, lane, standstillMs));
			return;
		}
		if (span.takenOverAtBytes === span.atBytes) continue;
		span.takenOverAtBytes = span.atBytes;
		releaseSpan(assembly, span);
		retireLane(lane);
		if (lane.isClosed) delivery.lanes.delete(lane);
		return firstOrphan(assembly);
	}
}
function standstillFor(delivery, { lane, helper }) {
	return helper.rate !== void 0 && lane.member.breaker.failureCount > 0 ? require_main.LIMITS.standstillMs : patience(delivery, lane, require_main.LIMITS.standstillMs);
}
function fetchSpan(delivery, member, span) {
	const { crew, receiver } = delivery;
	const isFresh = span.atBytes === 0 && delivery.assembly.readAtBytes === 0;
	const lane = createLane(crew, member, questionFor(delivery, member, span));
	lane.receiver = receiver;
	lane.span = span;
	span.lane = lane;
	span.member = member;
	delivery.lanes.add(lane);
	const validator = isFresh ? void 0 : member.validator;
	const known = () => ({
		sizeBytes: crew.sizeBytes,
		validator,
		canSkip: canSkip(delivery, lane)
	});
	lane.open(known).then(() => onAnswered(delivery, lane)).catch((error) => {
		if (!lane.isClosed) receiver.onError(lane, error);
	});
}
function canSkip(delivery, { question, member }) {
	const { crew, lanes } = delivery;
	if (question.kind === "part" && !question.isRanged) return delivery.canSkip;
	const isAlone = [...lanes].every((lane) => lane.member === member || lane.span === void 0);
	return delivery.canSkip && isAlone && !crew.members.some((other) => other !== member && isUsable(crew, other));
}
function questionFor({ assembly, endBytes }, { canRange, validator }, span) {
	const isWhole = span.atBytes === 0 && endBytes === void 0 && span.endBytes === assembly.endBytes;
	const end = span.endBytes === Number.POSITIVE_INFINITY ? void 0 : span.endBytes;
	const isRanged = canRange && !isWhole;
	return {
		kind: "part",
		startBytes: span.atBytes,
		endBytes: end,
		isRanged,
		validator: isRanged ? validator : void 0
	};
}
function onAnswered(delivery, lane) {
	const { assembly, crew, endBytes } = delivery;
	const { sizeBytes } = crew;
	if (endBytes !== void 0 && sizeBytes !== void 0 && endBytes > sizeBytes) {
		lane.isMisfit = true;
		const evidence = {
			"announced bytes": sizeBytes,
			"expected bytes": endBytes
		};
		throw require_main.failure("BODY.TRUNCATED", {
			subject: lane.member.candidate.sourceId,
			evidence
		});
	}
	if (assembly.endBytes === Number.POSITIVE_INFINITY && sizeBytes !== void 0) setEnd(assembly, sizeBytes);
	if (delivery.isJoined || delivery.reader.waiter !== void 0) lane.pull();
}
// src/acquire/lane-failure.ts
function receiveError(delivery, lane, error) {
	if (delivery.end !== "open") return;
	if (!(error instanceof require_main.Failure) || isOwnFault(error.code)) {
		endDelivery(delivery, { error });
		return;
	}
	const { span } = lane;
	const isComplete = span !== void 0 && !isUnfinished(span);
	freeLane(lane);
	delivery.lanes.delete(lane);
	if (span !== void 0) releaseSpan(delivery.assembly, span);
	if (span !== void 0 && (!isComplete || lane.isMisfit)) note(delivery, lane, error);
	if (isComplete && lane.isMisfit && !hasOthers(delivery)) endDelivery(delivery, { error: failureOfAll(delivery.crew) });
	shareWork(delivery);
	serve(delivery);
}
function note(delivery, lane, failure) {
	const { crew } = delivery;
	const { member } = lane;
	const progress = hadProgress(crew, lane, failure.code);
	const finding = noteFailure(crew, {
		failure,
		hadProgress: progress,
		lane
	});
	const { code } = finding;
	if (progress) {
		delivery.round = 1;
		delivery.hasBeenPatient = false;
		delivery.impatientCount = 0;
		delivery.recent = [];
	}
	delivery.recent.push(finding);
	if (lane.isGivenUpEarly) delivery.impatientCount += 1;
	if (progress && (code === "BODY.TRUNCATED" || code === "BODY.RESET")) delivery.favourite = member;
	else if (delivery.favourite === member) delivery.favourite = void 0;
	forgetSize(delivery);
}
function hasOthers({ crew }) {
	return crew.members.some((member) => memberAdmission(crew, member) !== "final");
}
function forgetSize({ assembly, crew, endBytes, lanes }) {
	if (crew.isSizeBinding || crew.firstContributor !== void 0 || lanes.size > 0 || assembly.spans.length > 1) return;
	crew.sizeBytes = void 0;
	if (endBytes === void 0) setEnd(assembly, Number.POSITIVE_INFINITY);
}
// src/acquire/oversee.ts
function oversee(delivery) {
	const { crew, stop } = delivery;
	const { clock } = crew.wire;
	const { stallMs, minimumRateWindowMs } = crew.pace;
	const longestMs = Math.min(stallMs, minimumRateWindowMs);
	const watch = async () => {
		let since = {
			atMs: clock.monotonic(),
			waitedMs: 0
		};
		for (let pauseMs = require_main.LIMITS.joinAfterMs;; pauseMs = require_main.LIMITS.sampleMs) {
			const shortMs = Math.min(pauseMs, longestMs);
			delivery.lookDueMs = clock.monotonic() + shortMs;
			await clock.sleep(shortMs, stop.signal);
			if (forgiveLateness(delivery)) await clock.sleep(0, stop.signal);
			since = look(delivery, since);
		}
	};
	watch().catch((error) => {
		if (!stop.signal.aborted) endDelivery(delivery, { error });
	});
}
function forgiveLateness(delivery) {
	const nowMs = delivery.crew.wire.clock.monotonic();
	const lateMs = nowMs - delivery.lookDueMs;
	delivery.lookDueMs = Number.POSITIVE_INFINITY;
	if (lateMs > 0) for (const lane of delivery.lanes) forgive(lane, lateMs, nowMs);
	return lateMs > require_main.LIMITS.lateMs;
}
function look(delivery, since) {
	const { crew, reader } = delivery;
	const nowMs = crew.wire.clock.monotonic();
	for (const lane of delivery.lanes) {
		sampleRate(lane, nowMs);
		noteProgress(crew, lane.member);
	}
	giveUpSlow(delivery);
	const waitedMs = reader.waitedMs + (reader.waiter === void 0 ? 0 : nowMs - reader.waitingSinceMs);
	if (!delivery.isJoined && shouldJoin(delivery, (waitedMs - since.waitedMs) / Math.max(1, nowMs - since.atMs))) {
		delivery.isJoined = true;
		for (const lane of delivery.lanes) lane.pull();
	}
	if (delivery.isJoined) shareWork(delivery);
	return {
		atMs: nowMs,
		waitedMs
	};
}
function giveUpSlow(delivery) {
	const { crew, receiver } = delivery;
	for (const lane of [...delivery.lanes]) {
		if (lane.isClosed) continue;
		const aloneMs = lane.answer === void 0 ? Number.POSITIVE_INFINITY : crew.pace.stallMs;
		const amongOthersMs = patience(delivery, lane, require_main.LIMITS.stallAmongOthersMs);
		const limitMs = hasSubstitute(delivery, lane) ? amongOthersMs : aloneMs;
		const problem = paceProblem(crew, lane, limitMs);
		if (problem === void 0) continue;
		lane.isGivenUpEarly = limitMs < aloneMs && problem.code !== "BODY.SLOW";
		receiver.onError(lane, problem);
	}
}
function hasSubstitute(delivery, { member }) {
	const { crew } = delivery;
	const isMoving = ({ lane }) => lane === void 0 || silenceMs(delivery, lane) < require_main.LIMITS.standstillMs;
	return crew.members.some((other) => other !== member && isPromising(crew, other) && isMoving(other));
}
function shouldJoin({ assembly, crew, lanes }, waitShare) {
	const [lane] = lanes;
	if (lane === void 0 || assembly.endBytes === Number.POSITIVE_INFINITY) return false;
	if (!isJoinWorthwhile({
		restBytes: assembly.endBytes - assembly.readAtBytes,
		rate: lane.member.rate,
		waitShare
	})) return false;
	return crew.members.filter((other) => other !== lane.member && isUsable(crew, other)).length >= (lane.member.canRange ? 1 : 2);
}
// src/acquire/receive.ts
function receiveBytes(delivery, lane, bytes) {
	if (lane.span === void 0) {
		drain(delivery, lane, bytes.length);
		return;
	}
	const { span } = lane;
	const skippedBytes = Math.min(bytes.length, span.atBytes - lane.atBytes);
	lane.atBytes += skippedBytes;
	const excessBytes = store(delivery, {
		lane,
		span
	}, skippedBytes === 0 ? bytes : bytes.subarray(skippedBytes));
	if (excessBytes > 0 && lane.endBytes === span.endBytes) throw tooLong(lane);
	readOn(delivery, lane, excessBytes > 0);
	serve(delivery);
}
function drain(delivery, lane, countBytes) {
	lane.atBytes += countBytes;
	if (lane.atBytes > lane.endBytes) finishLane(delivery, lane, freeLane);
	else lane.pull();
}
function store(delivery, { lane, span }, bytes) {
	let rest = bytes;
	while (rest.length > 0) {
		const part = rest.length <= span.endBytes - span.atBytes ? rest : rest.subarray(0, span.endBytes - span.atBytes);
		if (part.length > 0) {
			span.chunks.push(part);
			span.atBytes += part.length;
			lane.atBytes += part.length;
			lane.addedBytes += part.length;
		}
		if (part.length === rest.length) break;
		rest = rest.subarray(part.length);
		if (!extend(delivery, lane, span)) return rest.length;
	}
	if (span.atBytes > require_main.LIMITS.archiveBytes) {
		const evidence = {
			url: require_main.redactUrl(lane.answer?.url ?? ""),
			"received bytes": span.atBytes,
			"limit bytes": require_main.LIMITS.archiveBytes
		};
		lane.isMisfit = true;
		throw require_main.failure("HTTP.TOO_LARGE", {
			subject: lane.member.candidate.sourceId,
			evidence
		});
	}
	return 0;
}
function readOn(delivery, lane, hasExcess) {
	const { assembly, reader, isJoined } = delivery;
	const { span } = lane;
	if (span === void 0 || lane.isClosed) return;
	const hasRoom = isWithinWindow(delivery, span);
	const isComplete = !isUnfinished(span);
	if (isComplete && lane.endBytes === span.endBytes) lane.pull();
	else if (isComplete && !hasExcess && !hasRoom && frontier(assembly) === span.endBytes) delivery.wantsRoom = true;
	else if (isComplete && (hasExcess || !extend(delivery, lane, span))) finishLane(delivery, lane, retireLane);
	else if (isJoined && hasRoom) lane.pull();
	else if (isJoined) delivery.wantsRoom = true;
	else if (reader.waiter !== void 0 && span.chunks.length === 0) lane.pull();
}
function isWithinWindow({ assembly }, span) {
	const windowEnd = assembly.readAtBytes + require_main.LIMITS.windowBytes;
	return span.atBytes < windowEnd || isUnfinished(span) && span.endBytes <= windowEnd + require_main.LIMITS.windowBytes / 4;
}
function extend(delivery, lane, span) {
	const { assembly, crew, lanes } = delivery;
	if (lane.endBytes <= span.endBytes || span.endBytes === assembly.endBytes) return false;
	const orphan = firstOrphan(assembly);
	if (orphan !== void 0 && orphan.endBytes <= span.startBytes && lanes.size === 1) return false;
	if (absorbNext(assembly, span)) return true;
	if (frontier(assembly) !== span.endBytes) return false;
	const others = crew.members.filter((other) => other !== lane.member && isUsable(crew, other)).length;
	appendSpan(assembly, others === 0 ? assembly.endBytes - span.endBytes : segmentBytesFor(lane.member, others + 1));
	return absorbNext(assembly, span);
}
function receiveEnd(delivery, lane) {
	const { span, member } = lane;
	const { assembly } = delivery;
	if (span?.endBytes === Number.POSITIVE_INFINITY) {
		setEnd(assembly, span.atBytes);
		lane.endBytes = span.atBytes;
	}
	if (span !== void 0 && isUnfinished(span)) {
		const subject = new URL(member.candidate.url).host;
		const evidence = {
			url: require_main.redactUrl(lane.answer?.url ?? ""),
			"received bytes": span.atBytes,
			"expected bytes": span.endBytes
		};
		throw require_main.failure("BODY.TRUNCATED", {
			subject,
			evidence
		});
	}
	member.breaker = afterSuccess(member.breaker);
	sampleRate(lane, delivery.crew.wire.clock.monotonic());
	finishLane(delivery, lane, freeLane);
	serve(delivery);
}
function finishLane(delivery, lane, how) {
	if (lane.span !== void 0) lane.span.lane = void 0;
	how(lane);
	if (lane.isClosed) delivery.lanes.delete(lane);
	shareWork(delivery);
}
function tooLong(lane) {
	lane.isMisfit = true;
	const subject = new URL(lane.member.candidate.url).host;
	return require_main.failure("BODY.TOO_LONG", {
		subject,
		evidence: {
			url: require_main.redactUrl(lane.answer?.url ?? ""),
			"expected bytes": lane.endBytes
		}
	});
}
function makeRoom(delivery) {
	if (!delivery.wantsRoom) return;
	delivery.wantsRoom = false;
	for (const lane of delivery.lanes) readOn(delivery, lane, false);
	shareWork(delivery);
}
// src/acquire/reading.ts
function createReading(crew, request) {
	const delivery = createDelivery(crew, request, {
		onBytes: (lane, bytes) => receiveBytes(delivery, lane, bytes),
		onEnd: (lane) => receiveEnd(delivery, lane),
		onError: (lane, error) => receiveError(delivery, lane, error)
	});
	let hasBegun = false;
	return {
		next: () => {
			if (!hasBegun) {
				hasBegun = true;
				begin(delivery, request.first);
			}
			return read$2(delivery);
		},
		return: () => {
			endDelivery(delivery, "done");
			return Promise.resolve({
				value: void 0,
				done: true
			});
		},
		fail: (error) => endDelivery(delivery, { error })
	};
}
function begin(delivery, first) {
	const { assembly, receiver } = delivery;
	if (isRead(assembly)) return;
	oversee(delivery);
	const [span] = assembly.spans;
	if (first === void 0 || first.isClosed || span === void 0) {
		shareWork(delivery);
		return;
	}
	first.receiver = receiver;
	first.span = span;
	span.lane = first;
	span.member = first.member;
	delivery.lanes.add(first);
	try {
		onAnswered(delivery, first);
	} catch (error) {
		receiver.onError(first, error);
	}
}
function read$2(delivery) {
	const { assembly, crew, reader } = delivery;
	if (typeof delivery.end === "object") return Promise.reject(delivery.end.error);
	if (delivery.end === "done") return Promise.resolve({
		value: void 0,
		done: true
	});
	const chunk = takeChunk(assembly, crew);
	if (chunk !== void 0) {
		makeRoom(delivery);
		return Promise.resolve({
			value: chunk,
			done: false
		});
	}
	return new Promise((resolve, reject) => {
		reader.waiter = {
			resolve,
			reject
		};
		reader.waitingSinceMs = crew.wire.clock.monotonic();
		makeRoom(delivery);
		serve(delivery);
		if (reader.waiter !== void 0 && !delivery.isJoined) for (const lane of delivery.lanes) lane.pull();
	});
}
// src/acquire/team-reading.ts
function shutDown({ crew, reading }, reason) {
	if (!crew.stop.signal.aborted) crew.stop.abort(reason);
	reading?.fail(reason);
	for (const { lane } of crew.members) if (lane !== void 0) freeLane(lane);
}
function start(state, first) {
	state.started ??= ask$2(state, first);
	return state.started;
}
async function ask$2(state, first) {
	const { crew, keptBytes } = state;
	crew.stop.signal.throwIfAborted();
	if (first === "stream" && keptBytes > 0 && keptBytes === crew.sizeBytes) return;
	const question = ({ validator }) => {
		if (first !== "stream") return {
			kind: "tail",
			bytes: first.tailBytes
		};
		return {
			kind: "part",
			startBytes: keptBytes,
			endBytes: void 0,
			isRanged: keptBytes > 0,
			validator
		};
	};
	const answer = await firstAnswer(crew, question);
	crew.answerUntilMs = void 0;
	state.favourite = answer.member;
	state.unread = answer.lane;
}
async function readTail(state, bytes) {
	const { crew } = state;
	await start(state, { tailBytes: bytes });
	const { unread, favourite } = state;
	if (unread?.question.kind === "part" || unread?.atBytes === 0 && unread.member.canRange === false) return void 0;
	const { sizeBytes } = crew;
	if (sizeBytes === void 0 || favourite?.canRange !== true) return void 0;
	const fromBytes = Math.max(0, sizeBytes - bytes);
	const first = unread?.atBytes === fromBytes ? unread : void 0;
	if (first === void 0 && unread !== void 0) freeLane(unread);
	state.unread = void 0;
	crew.isSizeBinding = true;
	const reading = createReading(crew, {
		fromBytes,
		endBytes: void 0,
		canSkip: false,
		favourite,
		first
	});
	state.reading = reading;
	const chunks = [];
	for (let read = await reading.next(); read.done !== true; read = await reading.next()) chunks.push(read.value);
	return {
		start: fromBytes,
		data: Buffer.concat(chunks),
		sizeBytes
	};
}
function stream(state, part) {
	const open = async () => {
		if (part.endBytes !== part.fromBytes) await start(state, "stream");
		const { crew, favourite, unread } = state;
		crew.stop.signal.throwIfAborted();
		const first = unread !== void 0 && unread.atBytes <= part.fromBytes ? unread : void 0;
		if (first === void 0 && unread !== void 0) freeLane(unread);
		state.unread = void 0;
		state.reading = createReading(crew, {
			...part,
			canSkip: true,
			favourite,
			first
		});
		return state.reading;
	};
	return { [Symbol.asyncIterator]: () => lazily(open) };
}
function lazily(open) {
	let reading;
	let hasLeft = false;
	const first = async () => {
		reading = await open();
		return hasLeft ? reading.return() : reading.next();
	};
	return {
		next: () => reading?.next() ?? first(),
		return: () => {
			hasLeft = true;
			return reading?.return() ?? Promise.resolve({
				value: void 0,
				done: true
			});
		}
	};
}
// src/acquire/team.ts
function openTeam(request, signal) {
	const crew = createCrew(request);
	const state = {
		crew,
		keptBytes: request.kept?.bytes ?? 0,
		started: void 0,
		favourite: void 0,
		unread: void 0,
		reading: void 0
	};
	const onAbort = () => shutDown(state, signal.reason);
	if (signal.aborted) onAbort();
	else signal.addEventListener("abort", onAbort, { once: true });
	return {
		get sizeBytes() {
			return crew.sizeBytes;
		},
		start: (first, untilMs) => {
			crew.answerUntilMs = untilMs;
			return start(state, first);
		},
		tail: (bytes) => readTail(state, bytes),
		stream: (end, from) => stream(state, {
			endBytes: end,
			fromBytes: from ?? 0
		}),
		contributors: () => crew.members.filter((member) => member.deliveredBytes > 0).map((member) => member.candidate),
		validator: () => validator(crew),
		end: (outcome) => endAttempts(crew, outcome),
		close: () => {
			signal.removeEventListener("abort", onAbort);
			shutDown(state, require_main.failure("BODY.RESET", {
				subject: "download",
				evidence: { reason: "closed here" }
			}));
			for (const member of crew.members) endAttempt(crew, member, { end: "lost" });
		}
	};
}
function createCrew({ candidates, starterCount = candidates.length, kept, phases = require_main.ARCHIVE_PHASES, pace = require_main.LIMITS, ...means }) {
	const members = candidates.map(createMember);
	for (const member of members) if (kept !== void 0 && require_main.redactUrl(member.candidate.url) === kept.url) member.validator = kept.tag;
	return {
		...means,
		phases,
		pace,
		members,
		starterCount,
		stop: new AbortController(),
		sizeBytes: kept?.sizeBytes,
		isSizeBinding: kept !== void 0,
		answerUntilMs: void 0,
		firstContributor: void 0
	};
}
function validator({ firstContributor, sizeBytes }) {
	if (firstContributor === void 0) return void 0;
	return {
		url: require_main.redactUrl(firstContributor.candidate.url),
		tag: firstContributor.validator,
		sizeBytes
	};
}
function endAttempts(crew, outcome) {
	const open = crew.members.filter((member) => member.attempt !== void 0);
	const best = open.reduce((most, member) => member.deliveredBytes > (most?.deliveredBytes ?? 0) ? member : most, void 0);
	const isMeant = (member) => best === void 0 ? member === open[0] : member.deliveredBytes > 0;
	for (const member of open) if (!isMeant(member) || best === void 0 && outcome === "accepted") endAttempt(crew, member, { end: "lost" });
	else if (outcome !== "accepted") endAttempt(crew, member, {
		end: "failed",
		finding: outcome
	});
	else endAttempt(crew, member, { end: member === best ? "won" : "shared" });
}
// src/steps/teams.ts
function teamOf(candidate, others) {
	const mayMix = (one) => !others.alone.includes(one) && !one.url.startsWith("file:");
	if (!mayMix(candidate)) return [candidate];
	return [candidate, ...others.candidates.filter((other) => other !== candidate && mayMix(other) && isSameFile(candidate, other))];
}
function isSameFile(one, other) {
	return one.fileName === other.fileName && one.format === other.format && one.layout === other.layout;
}
function openCrowd(context, { team: members, nextAttempt, spool }, signal) {
	const [first] = members;
	if (first.url.startsWith("file:")) return openFile(context, first, nextAttempt);
	const { machine, emit } = context;
	const request = {
		wire: machine,
		candidates: members,
		starterCount: 1,
		nextAttempt,
		emit,
		random: () => randomFraction(context)
	};
	const question = first.format === "zip" ? { tailBytes: require_main.LIMITS.zipTailBytes } : "stream";
	let kept = spool.kept(first.fileName);
	let team = openTeam({
		...request,
		...kept === void 0 ? {} : { kept }
	}, signal);
	const restart = () => {
		team.close();
		kept = void 0;
		team = openTeam(request, signal);
		return team.start(question);
	};
	return {
		start: (untilMs) => team.start(question, untilMs).catch((error) => {
			if (kept !== void 0 && error instanceof require_main.Failure && error.code === "BODY.CHANGED") return restart();
			throw error;
		}),
		restart,
		get keptBytes() {
			return kept?.bytes ?? 0;
		},
		validator: () => team.validator(),
		get sizeBytes() {
			return team.sizeBytes;
		},
		tail: (bytes) => team.tail(bytes),
		stream: (to, from) => team.stream(to, from),
		contributors: () => team.contributors(),
		end: (outcome) => team.end(outcome),
		close: () => team.close()
	};
}
function openSilently(context, candidate, signal) {
	const { machine } = context;
	return openTeam({
		wire: machine,
		candidates: [candidate],
		emit: () => void 0,
		nextAttempt: () => 0,
		random: () => .5
	}, signal);
}
function ofSource(failure, sources) {
	const [first, ...rest] = failure.findings;
	if (sources.some(({ sourceId }) => sourceId === first.subject)) return failure;
	return new require_main.Failure([require_main.aboutSource(first, sources[0].sourceId), ...rest], failure);
}
function randomFraction({ machine }) {
	return Number.parseInt(machine.randomName().slice(0, 4), 16) / 65535 || 0;
}
function openFile({ machine, emit }, candidate, nextAttempt) {
	const attempt = nextAttempt();
	let archive;
	let isOpen = false;
	const end = (how) => {
		if (!isOpen) return;
		isOpen = false;
		const bytes = archive?.sizeBytes ?? 0;
		emit({
			type: "attempt-ended",
			attempt,
			bytes,
			...typeof how === "string" ? { end: how } : {
				end: "failed",
				finding: how
			}
		});
	};
	const opened = () => {
		if (archive === void 0) throw new Error("read before it was opened");
		return archive;
	};
	return {
		async start() {
			isOpen = true;
			emit({
				type: "attempt-started",
				attempt,
				source: candidate.sourceId,
				url: require_main.redactUrl(candidate.url)
			});
			try {
				archive = await openLocalArchive({
					files: machine.files,
					path: requiredPathOf(candidate.url)
				});
				emit({
					type: "attempt-answered",
					attempt,
					...archive.sizeBytes === void 0 ? {} : { sizeBytes: archive.sizeBytes }
				});
			} catch (error) {
				if (error instanceof require_main.Failure) end(error.finding);
				throw error;
			}
		},
		restart: () => Promise.resolve(),
		keptBytes: 0,
		validator: () => void 0,
		get sizeBytes() {
			return archive?.sizeBytes;
		},
		tail: (bytes) => opened().tail(bytes),
		stream: (to) => opened().stream(to),
		contributors: () => [candidate],
		end: (outcome) => end(outcome === "accepted" ? "won" : outcome),
		close: () => end("lost")
	};
}
// src/steps/first-to-answer.ts
async function firstToAnswer(context, work, signal) {
	const forMs = Math.max(require_main.LIMITS.answerMs - (work.vainMs ?? 0), require_main.LIMITS.answerLeastMs);
	const untilMs = context.machine.clock.monotonic() + forMs;
	const waiting = [...work.teams];
	const running = new Map();
	const failed = [];
	const findings = [];
	try {
		for (;;) {
			const next = await nextOutcome(context, {
				waiting,
				running,
				untilMs
			}, signal);
			if (next === "none") return {
				answered: void 0,
				failed,
				findings
			};
			if (next === "late") {
				ask$1(context, {
					...work,
					waiting,
					running,
					untilMs
				}, signal);
				continue;
			}
			const { team, crowd, failure } = next;
			const asked = [...running.keys()].find((each) => each.crowd === crowd);
			if (asked !== void 0) running.delete(asked);
			if (failure === void 0) return {
				answered: {
					team,
					crowd
				},
				failed,
				findings
			};
			crowd.close();
			if (isOwnFault(failure.code)) throw failure;
			failed.push(team[0]);
			findings.push(failure.finding);
			ask$1(context, {
				...work,
				waiting,
				running,
				untilMs
			}, signal);
		}
	} finally {
		for (const { crowd } of running.keys()) crowd.close();
	}
}
function hedgeOf({ machine }, { waiting, running, untilMs }) {
	return {
		pendingCount: running.size,
		waitingCount: waiting.length,
		leftMs: untilMs - machine.clock.monotonic()
	};
}
async function nextOutcome(context, queue, signal) {
	const { waiting, running } = queue;
	if (running.size === 0) return waiting.length === 0 ? "none" : "late";
	if (waiting.length === 0) return Promise.race(running.values());
	const settled = new AbortController();
	const late = context.machine.clock.sleep(hedgeDelayMs(hedgeOf(context, queue)), AbortSignal.any([signal, settled.signal])).then(() => "late");
	late.catch(() => void 0);
	try {
		return await Promise.race([...running.values(), late]);
	} finally {
		settled.abort();
	}
}
function ask$1(context, work, signal) {
	const team = work.waiting.shift();
	if (team === void 0) return;
	const [candidate] = team;
	const crowd = openCrowd(context, {
		...work,
		team
	}, AbortSignal.any([signal]));
	const asked = {
		team,
		crowd
	};
	const { clock } = context.machine;
	const answerUntilMs = work.alive?.has(candidate.sourceId) === true ? void 0 : clock.monotonic() + answerBudgetMs(hedgeOf(context, work));
	const outcome = answerOf(candidate, {
		clock,
		started: crowd.start(answerUntilMs),
		proofs: work.proofs
	}).then(() => ({
		...asked,
		failure: void 0
	}), (error) => {
		signal.throwIfAborted();
		if (!(error instanceof require_main.Failure)) throw error;
		const failure = ofSource(error, team);
		crowd.end(failure.finding);
		return {
			...asked,
			failure
		};
	});
	outcome.catch(() => void 0);
	work.running.set(asked, outcome);
}
async function answerOf(candidate, asked) {
	const { clock, started, proofs } = asked;
	const settled = new AbortController();
	const grace = require_main.once(() => clock.sleep(require_main.LIMITS.unprovedGraceMs, settled.signal));
	let isVouched = false;
	let unvouched;
	const vouching = proofs.ofArchive(candidate).then(() => {
		isVouched = true;
	}, async (error) => {
		if (error instanceof require_main.Failure && error.code === "SUM.UNREACHABLE") {
			unvouched = error;
			await grace();
		}
		throw error;
	});
	const silence = Promise.resolve(proofs.unreachable?.(candidate)).then(async (reason) => {
		if (reason === void 0) return started;
		await grace();
		if (isVouched) return started;
		throw reason;
	});
	try {
		await Promise.race([
			started,
			vouching.then(() => started),
			silence
		]);
		if (unvouched !== void 0) throw unvouched;
	} finally {
		settled.abort();
	}
}
// src/steps/acquire.ts
async function acquire(context, work, signal) {
	const { clock } = context.machine;
	const all = [];
	let { candidates, vainMs = 0 } = work;
	for (let round = 1;; round += 1) {
		const startMs = clock.monotonic();
		const outcome = await askAll(context, {
			...work,
			candidates,
			vainMs
		}, signal);
		if ("stage" in outcome) return outcome;
		vainMs += clock.monotonic() - startMs;
		all.push(...outcome.findings);
		const reasons = [...outcome.findings, ...isUnproved(outcome) ? work.proofs.momentary?.() ?? [] : []];
		const pauseMs = backoffMs(round, reasons, randomFraction(context));
		if (pauseMs === void 0 || vainMs > require_main.LIMITS.patientRoundMs) return { findings: inOrder(all, work.candidates) };
		await clock.sleep(pauseMs, signal);
		work.proofs.askAgain?.();
		candidates = candidates.filter(({ sourceId }) => mayHeal(sourceId, outcome));
	}
}
function isUnproved({ findings }) {
	return findings.some(({ code }) => code === "SUM.UNREACHABLE");
}
function mayHeal(sourceId, outcome) {
	const own = outcome.findings.filter(({ subject }) => subject === sourceId);
	if (own.length === 0) return isUnproved(outcome);
	return own.some((finding) => isTemporary(finding) || finding.code === "SUM.UNREACHABLE");
}
function inOrder(findings, candidates) {
	const rank = ({ subject }) => {
		const at = candidates.findIndex(({ sourceId }) => sourceId === subject);
		return at === -1 ? candidates.length : at;
	};
	return [...findings].sort((a, b) => rank(a) - rank(b));
}
async function askAll(context, work, signal) {
	const { candidates } = work;
	let round = {
		candidates,
		alone: context.inputs.verification === "source" ? candidates : [],
		mayRestart: true,
		findings: []
	};
	for (let vainMs = work.vainMs ?? 0;; vainMs = 0) {
		const teams = round.candidates.map((candidate) => teamOf(candidate, round));
		const first = await firstToAnswer(context, {
			...work,
			teams,
			vainMs
		}, signal);
		round = without(round, first.failed, first.findings);
		if (first.answered === void 0) return round;
		const outcome = await attemptTeam(context, {
			...work,
			...first.answered,
			round
		}, signal);
		if ("stage" in outcome) return outcome;
		round = outcome;
	}
}
async function attemptTeam(context, work, signal) {
	const { team, crowd, round } = work;
	try {
		return await attempt(context, {
			...work,
			candidate: team[0]
		}, signal);
	} catch (error) {
		signal.throwIfAborted();
		if (!(error instanceof require_main.Failure) || isOwnFault(error.code)) throw error;
		const [first = team[0], ...others] = crowd.contributors();
		const blamed = [first, ...others];
		const failure = ofSource(error, isContentFault(error.code) ? blamed : team);
		crowd.end(failure.finding);
		return afterFailure(round, failure, {
			team,
			blamed
		});
	} finally {
		crowd.close();
	}
}
function afterFailure(round, error, { team, blamed }) {
	if (error.code === "BODY.CHANGED" && round.mayRestart) return {
		...round,
		mayRestart: false
	};
	if (error.code.startsWith("SUM.")) return without(round, team, [error.finding]);
	if (!isContentFault(error.code)) return without(withoutFailed(round, error.findings), blamed, []);
	if (blamed.length > 1) return {
		...round,
		alone: [...round.alone, ...blamed]
	};
	return without(round, blamed, [error.finding]);
}
function without(round, gone, findings) {
	const candidates = round.candidates.filter((candidate) => !gone.includes(candidate));
	return {
		...round,
		candidates,
		findings: [...round.findings, ...findings]
	};
}
function withoutFailed(round, findings) {
	const failed = new Set(findings.map(({ subject }) => subject));
	return without(round, round.candidates.filter(({ sourceId }) => failed.has(sourceId)), findings);
}
// src/policy/release-union.ts
function uniteReleases(lists) {
	const mentions = new Map();
	for (const { source, isComplete, releases } of lists) for (const release of releases) {
		const key = require_main.versionSemver(release.version);
		const entry = mentions.get(key) ?? {
			version: release.version,
			by: []
		};
		mentions.set(key, entry);
		entry.by.push({
			source,
			isComplete,
			release
		});
	}
	return [...mentions.values()].map(unite).sort((a, b) => require_main.compareVersions(b.version, a.version));
}
function unite({ version, by }) {
	return {
		version,
		stable: by.every((mention) => mention.release.stable),
		files: uniteFiles(by.flatMap((mention) => mention.release.files)),
		learntFrom: [...new Set(by.map((mention) => mention.source))].sort(),
		isComplete: by.some((mention) => mention.isComplete && mention.release.files.length > 0)
	};
}
function uniteFiles(files) {
	const byKey = new Map();
	for (const file of files) {
		const key = `${file.fileName} ${file.goos}/${file.goarch}`;
		const same = byKey.get(key);
		if (same === void 0) byKey.set(key, [file]);
		else same.push(file);
	}
	return [...byKey.entries()].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([, same]) => uniteFile(same));
}
function uniteFile(same) {
	const [first] = same;
	if (first === void 0) return [];
	const { fileName, goos, goarch } = first;
	const sha256 = onlyValue(same.map((file) => file.sha256));
	const sizeBytes = onlyValue(same.map((file) => file.sizeBytes));
	return [{
		fileName,
		goos,
		goarch,
		...sha256 === void 0 ? {} : { sha256 },
		...sizeBytes === void 0 ? {} : { sizeBytes }
	}];
}
function onlyValue(values) {
	const [value, ...others] = new Set(values.filter((candidate) => candidate !== void 0));
	return others.length === 0 ? value : void 0;
}
// src/acquire/stand-in.ts
function standInWarnings(state) {
	const { kept, failures, isTableAlone } = state;
	if (kept !== void 0) return [stale(kept, failures)];
	return failures.length > 0 && isTableAlone ? [tableAlone(failures)] : [];
}
function tableAlone(failures) {
	return require_main.finding("LIST.UNAVAILABLE", {
		subject: "table",
		severity: "warning",
		evidence: {
			reason: "no list could be read, so the table that is shipped answers: newer releases are not known",
			"lists that failed": failedLists(failures)
		}
	});
}
function stale({ ageMs, readAtMs }, failures) {
	return require_main.finding("LIST.STALE", {
		subject: "kept",
		message: `No version list could be read; the one that was kept is ${ageText(ageMs)} old`,
		...failures.length === 0 ? { severity: "info" } : {},
		evidence: {
			age: ageText(ageMs),
			"read at": new Date(readAtMs).toISOString(),
			"lists that failed": failures.length === 0 ? void 0 : failedLists(failures)
		}
	});
}
function failedLists(failures) {
	return failures.map((failure) => `${failure.subject} (${failure.code})`).join(", ");
}
function ageText(ms) {
	const minutes = Math.floor(ms / 6e4);
	if (minutes < 120) return `${minutes} min`;
	return minutes < 2880 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} days`;
}
// src/acquire/release-index.ts
async function readReleaseIndex(request, signal) {
	const fileLists = (request.fileLists ?? []).map((list) => ({
		...list,
		isComplete: false
	}));
	const outcomes = await readAll(request, signal);
	const lists = [...fileLists];
	const failures = [];
	const silent = new Set();
	for (const outcome of outcomes) if ("releases" in outcome) lists.push(outcome);
	else {
		failures.push(outcome.finding);
		if (isSilence(outcome.finding.code)) silent.add(outcome.source);
	}
	const complete = lists.filter((list) => list.isComplete);
	if (complete.length > 0) await request.kept?.keep(uniteReleases(complete));
	const kept = lists.length > fileLists.length ? void 0 : await request.kept?.read();
	const known = [...standIns("table", request.table), ...standIns("kept", kept?.releases)];
	return {
		releases: uniteReleases([...lists, ...known]),
		answered: lists.map((list) => list.source),
		failures,
		silent,
		warnings: standInWarnings({
			kept,
			failures,
			isTableAlone: lists.length === 0 && known.length > 0
		}),
		isComplete: complete.length > 0
	};
}
function standIns(source, releases) {
	return releases === void 0 ? [] : [{
		source,
		isComplete: false,
		releases
	}];
}
async function readAll(request, signal) {
	const enough = new AbortController();
	const settled = new AbortController();
	const { clock } = request.wire;
	let grace;
	const readings = fetchable(request.sources).map(async ({ source, listing }) => {
		const outcome = await readOne$1({
			request,
			source,
			listing,
			enough: enough.signal
		}, signal);
		if ("releases" in outcome) grace ??= clock.sleep(require_main.LIMITS.listingGraceMs, settled.signal).then(() => enough.abort(), ignoreAbort);
		return outcome;
	});
	try {
		return await Promise.all(readings);
	} finally {
		settled.abort();
		await grace;
	}
}
function ignoreAbort() {}
function fetchable(sources) {
	return sources.flatMap((source) => {
		const listing = source.listing();
		return listing !== void 0 && /^https?:/iu.test(listing.url) ? [{
			source,
			listing
		}] : [];
	});
}
async function readOne$1(reading, signal) {
	const { request, source, listing, enough } = reading;
	const { emit, wire } = request;
	const startMs = wire.clock.monotonic();
	const event = () => ({
		type: "listing-read",
		source: source.id,
		url: require_main.redactUrl(listing.url),
		ms: Math.round(wire.clock.monotonic() - startMs)
	});
	try {
		const releases = await fetchListing(wire, listing, AbortSignal.any([signal, enough]));
		emit({
			...event(),
			count: releases.length
		});
		return {
			source: source.id,
			isComplete: isCompleteList(source),
			releases
		};
	} catch (error) {
		if (signal.aborted) throw signal.reason;
		if (!(error instanceof require_main.Failure) && !enough.aborted) throw error;
		const why = error instanceof require_main.Failure ? error.finding : cutOff(source, listing);
		emit({
			...event(),
			code: why.code
		});
		return {
			source: source.id,
			finding: why
		};
	}
}
async function fetchListing(wire, listing, signal) {
	const { url, authorization } = listing;
	const limits = {
		phases: require_main.LISTING_PHASES,
		maxBytes: require_main.LIMITS.listingBytes,
		totalMs: require_main.LIMITS.metadataBodyMs
	};
	const answer = await fetchBytes(wire, {
		url,
		...authorization === void 0 ? {} : { authorization },
		...limits
	}, signal);
	return listing.parse(answer.bytes);
}
function isSilence(code) {
	return !/^(?:HTTP|LIST)\./u.test(code) || code === "HTTP.TTFB_STALL" || code === "HTTP.EMPTY";
}
function isCompleteList(source) {
	return source.kind === "official" || source.kind === "mirror";
}
function cutOff(source, listing) {
	return require_main.finding("LIST.UNAVAILABLE", {
		subject: source.id,
		severity: "info",
		evidence: {
			url: require_main.redactUrl(listing.url),
			reason: "another list had answered",
			"waited ms": require_main.LIMITS.listingGraceMs
		}
	});
}
// src/policy/choose-release.ts
function chooseReleases(choice, known) {
	const matches = require_main.matching(choice.spec, known.releases);
	if (matches.length === 0) throw nothingMatches(choice, known);
	const { candidates: fresh, warnings } = aboveMinimum(choice, matches);
	const [first, ...rest] = fresh.filter((release) => runsOn(release, choice.platform));
	if (first === void 0) throw new require_main.Failure([noPlatform(choice, fresh)]);
	return {
		candidates: [first, ...rest],
		warnings
	};
}
function aboveMinimum(choice, matches) {
	const candidates = matches.filter(({ version }) => require_main.compareVersions(version, choice.minGoVersion) >= 0);
	const [newest] = matches;
	if (candidates.length > 0 || newest === void 0) return {
		candidates,
		warnings: []
	};
	const tooOld = require_main.finding("VERSION.TOO_OLD", {
		subject: choice.spec.text,
		severity: choice.belowMinimum,
		evidence: {
			newest: require_main.versionText(newest.version),
			"min-go-version": require_main.versionText(choice.minGoVersion),
			"the value may be a number": unquotedMeaning(choice.spec)
		},
		fixes: unquotedFixes(choice.spec)
	});
	if (choice.belowMinimum === "error") throw new require_main.Failure([tooOld]);
	return {
		candidates: matches,
		warnings: [tooOld]
	};
}
function unquotedMeaning({ text }) {
	return /^1\.[1-9]$/u.test(text) ? `YAML reads an unquoted ${text}0 as ${text}` : void 0;
}
function unquotedFixes(spec) {
	if (unquotedMeaning(spec) === void 0) return [];
	const text = `go-version: '${spec.text}0'`;
	return [{
		title: `If ${spec.text}0 and not ${spec.text} was meant, quote it`,
		kind: "edit",
		text,
		risk: "none"
	}];
}
function nothingMatches(choice, known) {
	const subject = choice.spec.text;
	const failed = known.failures.map((failure) => `${failure.subject} (${failure.code})`).join(", ") || void 0;
	if (known.answered.length === 0) return new require_main.Failure([require_main.finding("VERSION.NO_SOURCE", {
		subject,
		evidence: { "lists that failed": failed }
	}), ...known.failures]);
	const nearest = require_main.nearestVersions(choice.spec, known.releases).map(require_main.versionText);
	const [offer] = nearest;
	return new require_main.Failure([require_main.finding("VERSION.UNKNOWN", {
		subject,
		confidence: known.failures.length === 0 ? "certain" : "likely",
		evidence: {
			nearest: nearest.join(", "),
			lists: known.answered.join(", "),
			"lists that failed": failed
		},
		fixes: offer === void 0 ? [] : [{
			title: "Request a release",
			kind: "edit",
			text: `go-version: '${offer}'`,
			risk: "none"
		}]
	})]);
}
function runsOn(release, host) {
	const platform = require_main.platformOfRelease(host, release.version);
	return !release.isComplete || release.files.some((file) => file.goos === platform.goos && file.goarch === platform.goarch);
}
function missingPlatform(choice, release) {
	return release.files.length >= require_main.LIMITS.knownPlatformCount && !runsOn({
		...release,
		isComplete: true
	}, choice.platform) ? noPlatform(choice, [release]) : void 0;
}
function noPlatform(choice, matches) {
	const platforms = new Set(matches.slice(0, 1).flatMap(({ files }) => files.map((file) => `${file.goos}/${file.goarch}`)));
	return require_main.finding("VERSION.NO_PLATFORM", {
		subject: require_main.platformText(choice.platform),
		evidence: {
			version: matches[0] === void 0 ? void 0 : require_main.versionText(matches[0].version),
			"platforms that exist": [...platforms].sort().join(" ")
		}
	});
}
// src/acquire/kept-listing.ts
const FILE = "versions.json";
const SCHEMA$2 = "setup-go-robust/versions@1";
function createListingStore(options) {
	return {
		read: () => forgiving(() => read$1(options), void 0),
		keep: async (releases) => {
			if (options.isWritable && releases.length > 0) await forgiving(() => keep$1(options, releases), void 0);
		}
	};
}
async function forgiving(work, otherwise) {
	try {
		return await work();
	} catch (error) {
		if (error instanceof require_main.Failure) return otherwise;
		throw error;
	}
}
async function read$1({ directory, files, clock }) {
	const path = (0, node_path.join)(directory, FILE);
	const stat = await files.stat(path);
	if (stat?.kind !== "file" || stat.sizeBytes > require_main.LIMITS.keptListingBytes) return void 0;
	const kept = parseKeptListing(await files.read(path, require_main.LIMITS.keptListingBytes));
	if (kept === void 0) return void 0;
	const ageMs = clock.now() - kept.readAtMs;
	return ageMs < 0 || ageMs > require_main.LIMITS.keptListingMs ? void 0 : {
		...kept,
		ageMs
	};
}
async function keep$1(options, releases) {
	const { directory, files, clock } = options;
	await files.makeDirectory(directory);
	const fresh = (0, node_path.join)(directory, `${FILE}.${options.randomName()}`);
	try {
		await files.write(fresh, keptListingText(releases, clock.now()), { exclusive: true });
		await files.rename(fresh, (0, node_path.join)(directory, FILE));
	} catch (error) {
		await files.remove(fresh).catch(() => void 0);
		throw error;
	}
	await sweep(options);
}
async function sweep({ directory, files, clock }) {
	for (const name of await files.list(directory)) {
		if (!name.startsWith(`${FILE}.`)) continue;
		const stat = await files.stat((0, node_path.join)(directory, name));
		if (stat !== void 0 && clock.now() - stat.mtimeMs > require_main.LIMITS.stagingMaxAgeMs) await files.remove((0, node_path.join)(directory, name));
	}
}
function keptListingText(releases, nowMs) {
	const newest = require_main.newestFirst(releases).slice(0, require_main.LIMITS.keptReleaseCount);
	const names = (isStable) => newest.filter(({ stable }) => stable === isStable).map(({ version }) => require_main.versionText(version));
	const listing = {
		schema: SCHEMA$2,
		readAt: new Date(nowMs).toISOString(),
		stable: names(true),
		unstable: names(false)
	};
	return `${JSON.stringify(listing)}\n`;
}
function parseKeptListing(bytes) {
	if (bytes.length > require_main.LIMITS.keptListingBytes) return void 0;
	const { schema, readAt, stable, unstable } = require_main.parseJsonObject(Buffer.from(bytes).toString("utf8")) ?? {};
	if (schema !== SCHEMA$2 || typeof readAt !== "string") return void 0;
	const readAtMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(readAt) ? Date.parse(readAt) : NaN;
	const known = versionsOf(stable);
	const early = versionsOf(unstable);
	if (Number.isNaN(readAtMs) || known === void 0 || early === void 0) return void 0;
	const releases = [...known.map((version) => ({
		version,
		stable: true,
		files: []
	})), ...early.map((version) => ({
		version,
		stable: false,
		files: []
	}))];
	return releases.length > require_main.LIMITS.keptReleaseCount ? void 0 : {
		releases: require_main.newestFirst(releases),
		readAtMs
	};
}
function versionsOf(names) {
	if (!Array.isArray(names)) return void 0;
	const versions = names.map((name) => typeof name === "string" ? require_main.parseGoVersion(name) : void 0);
	return versions.every((version) => version !== void 0) ? versions : void 0;
}
// src/steps/version-lists.ts
function listen(context, sources) {
	const { clock } = context.machine;
	const startMs = clock.monotonic();
	const ids = new Set(sources.map(({ id }) => id));
	const silent = new Set();
	const others = new Set();
	const alive = new Set();
	const note = (event) => {
		if (event.type !== "listing-read" || !ids.has(event.source) || !/^https?:/iu.test(event.url)) return;
		const { code, source } = event;
		if (code === void 0) alive.add(source);
		else if (isSilence(code)) silent.add(source);
		else others.add(source);
	};
	const emit = (event) => {
		note(event);
		context.emit(event);
	};
	const heard = () => {
		const isVain = silent.size > 0 && alive.size === 0 && others.size === 0;
		return {
			silent,
			alive,
			vainMs: isVain ? clock.monotonic() - startMs : 0
		};
	};
	return {
		context: {
			...context,
			emit
		},
		heard
	};
}
async function indexRequest(context, sources) {
	const { machine, emit, inputs } = context;
	const table = await context.releaseTable();
	return {
		wire: machine,
		sources: inputs.offline ? [] : sources.archives,
		table: table === void 0 ? void 0 : releasesOf(table),
		fileLists: await readFileLists(context, sources.archives),
		kept: keptListing(context, { isWritable: false }),
		emit
	};
}
function keptListing({ machine, destination }, mode) {
	const { files, clock, toolCache } = machine;
	return createListingStore({
		directory: (0, node_path.join)(toolCache.directory, require_main.PRODUCT.name),
		files,
		clock,
		randomName: () => machine.randomName(),
		isWritable: mode.isWritable && destination === void 0
	});
}
function releasesOf(table) {
	return table.knownVersions.map((version) => ({
		version,
		stable: version.prerelease === void 0,
		files: table.files(version)
	}));
}
async function readFileLists(context, sources) {
	return (await Promise.all([readDirectories(context, sources), readLocalProxies(context, sources)])).flat();
}
async function readDirectories(context, sources) {
	const { machine } = context;
	const directories = sources.filter(({ kind, id, listing }) => kind === "file" && id.startsWith("file") && listing() === void 0);
	return Promise.all(directories.map(async ({ id, title }) => {
		const path = pathOf(title);
		return {
			source: id,
			releases: forPlatform(context, listFileDirectory(path === void 0 ? [] : await machine.files.list(path)))
		};
	}));
}
async function readLocalProxies(context, sources) {
	return (await Promise.all(sources.map(async (source) => {
		const listing = source.listing();
		const path = listing === void 0 ? void 0 : pathOf(listing.url);
		return listing === void 0 || path === void 0 ? [] : readLocalList(context, {
			source,
			listing,
			path
		});
	}))).flat();
}
async function readLocalList(context, local) {
	const { machine, emit } = context;
	const { source, listing, path } = local;
	const startMs = machine.clock.monotonic();
	const told = {
		type: "listing-read",
		source: source.id,
		url: require_main.redactUrl(listing.url)
	};
	const ms = () => Math.round(machine.clock.monotonic() - startMs);
	try {
		const releases = forPlatform(context, listing.parse(await machine.files.read(path, require_main.LIMITS.listingBytes)));
		emit({
			...told,
			ms: ms(),
			count: releases.length
		});
		return [{
			source: source.id,
			releases
		}];
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		emit({
			...told,
			ms: ms(),
			code: error.code
		});
		return [];
	}
}
function forPlatform({ platform }, releases) {
	return releases.filter(({ version, files }) => {
		const { goos, goarch } = require_main.platformOfRelease(platform, version);
		return files.some((file) => file.goos === goos && file.goarch === goarch);
	});
}
// src/steps/offline-not-found.ts
const NAMED_COUNT = 8;
async function offlineNotFound(context, search, signal) {
	const wanted = await wantedVersions(context, search, signal);
	const installed = context.destination === void 0 ? versionsThere(context) : [];
	const unproved = require_main.matching(search.request.spec, installed).map(({ version }) => require_main.versionText(version));
	return require_main.finding("OFFLINE.NOT_FOUND", {
		subject: search.request.spec.text,
		evidence: {
			...placeEvidence(context, installed),
			"stands there without a proof that holds offline": unproved.length === 0 ? void 0 : enumerate(unproved),
			...await sourceEvidence(context, search, wanted),
			...await knowledgeEvidence(context),
			"not asked, because offline is set": enumerate(remoteIds(context, search.sources))
		},
		fixes: fixesFor(context, {
			...search,
			wanted
		})
	});
}
const ABSENT = ["FS.NOT_FOUND"];
const UNPROVED = ["SUM.UNREACHABLE", "VER.NO_PROOF"];
async function offlineEnd(context, end, signal) {
	const present = end.findings.filter(({ code }) => !ABSENT.includes(code));
	const [wrong, ...others] = present.filter(({ code }) => !UNPROVED.includes(code));
	if (wrong !== void 0) return new require_main.Failure([wrong, ...others]);
	const [unproved] = present;
	if (unproved !== void 0) return new require_main.Failure([unprovable(end.request, unproved), ...end.findings]);
	return new require_main.Failure([await offlineNotFound(context, end, signal), ...end.findings]);
}
function unprovable(request, { subject }) {
	return require_main.finding("OFFLINE.NOT_FOUND", {
		subject: request.spec.text,
		message: "An archive stands here, but nothing that works offline vouches for it",
		evidence: {
			source: subject,
			"the shipped table": "does not know its hash",
			"the checksum database": "may not be asked"
		},
		fixes: [{
			title: "Pin the archive, with the value from go.dev/dl",
			kind: "setting",
			text: "checksum: sha256:<64 digits>",
			risk: "none"
		}]
	});
}
async function wantedVersions(context, search, signal) {
	const { request, sources } = search;
	if (request.spec.kind === "exact") return [request.spec.version];
	const index = await readReleaseIndex(await indexRequest({
		...context,
		emit: () => void 0
	}, sources), signal);
	return require_main.matching(request.spec, index.releases).slice(0, 1).map(({ version }) => version);
}
function versionsThere({ machine, platform }) {
	return machine.toolCache.versions("go", platform.cacheArch).flatMap((text) => require_main.parseGoVersion(text) ?? []).map((version) => ({
		version,
		stable: version.prerelease === void 0
	}));
}
function placeEvidence(context, installed) {
	const { destination, machine, platform } = context;
	if (destination !== void 0) return { "looked at the destination": destination };
	return {
		"looked in the tool cache": machine.toolCache.directory,
		[`versions there for ${platform.cacheArch}`]: enumerate(installed.map(({ version }) => require_main.versionText(version)))
	};
}
async function sourceEvidence(context, { sources }, wanted) {
	const local = sources.archives.flatMap((source) => {
		const path = localFile(context, source, wanted[0]);
		return path === void 0 ? [] : [{
			source,
			path
		}];
	});
	if (local.length === 0) return { "looked in file sources": "none is configured" };
	const lines = {};
	for (const { source, path } of local.slice(0, NAMED_COUNT)) {
		const held = wanted.length === 0 ? "" : `${path}: not there; `;
		lines[`looked in ${source.id}`] = `${held}${await holdings(context, (0, node_path.dirname)(path))}`;
	}
	if (local.length > NAMED_COUNT) lines["further file sources"] = String(local.length - NAMED_COUNT);
	return lines;
}
function localFile({ platform }, source, version) {
	const asked = version ?? {
		major: 0,
		minor: 0,
		patch: 0
	};
	const url = source.candidate(asked, require_main.platformOfRelease(platform, asked))?.url;
	return url === void 0 ? void 0 : pathOf(url);
}
function remoteIds(context, { archives }) {
	return archives.filter((source) => localFile(context, source, void 0) === void 0).map(({ id }) => id);
}
async function holdings({ machine, platform }, directory) {
	if (await machine.files.stat(directory) === void 0) return `${directory} does not exist`;
	const versions = enumerate(listFileDirectory((await machine.files.list(directory)).map((name) => name.replace(/^v0\.0\.1-(?=go)/u, ""))).filter(({ files, version }) => {
		const { goos, goarch } = require_main.platformOfRelease(platform, version);
		return files.some((file) => file.goos === goos && file.goarch === goarch);
	}).map(({ version }) => require_main.versionText(version)));
	return `${directory} holds archives for ${require_main.platformText(platform)} of: ${versions}`;
}
async function knowledgeEvidence(context) {
	const kept = await keptListing(context, { isWritable: false }).read();
	const newest = kept?.releases.find(({ stable }) => stable)?.version;
	return {
		"kept version list": kept === void 0 ? "none" : `${ageText(kept.ageMs)} old, newest ${newest ? require_main.versionText(newest) : "none"}`,
		"shipped table of": (await context.releaseTable())?.date
	};
}
function fixesFor(context, { request, sources, wanted }) {
	const { destination, machine, platform } = context;
	const [version] = wanted;
	const fixes = [];
	if (version !== void 0) {
		const fileName = require_main.archiveFileName(version, require_main.platformOfRelease(platform, version));
		const path = sources.archives.flatMap((source) => localFile(context, source, version) ?? []).find((each) => each.endsWith(fileName));
		const url = `https://go.dev/dl/${fileName}`;
		fixes.push(path === void 0 ? {
			title: `Put ${fileName} into a directory and name that`,
			kind: "setting",
			text: "sources: file:///DIRECTORY",
			risk: "none"
		} : {
			title: "Provide the file",
			kind: "command",
			text: `curl -fL -o ${quoted(path)} ${url}`,
			risk: "none"
		});
	}
	const asked = quoted(version === void 0 ? request.spec.text : require_main.versionText(version));
	const place = destination === void 0 ? "" : ` --dest ${quoted(destination)}`;
	const text = `${destination === void 0 ? `RUNNER_TOOL_CACHE=${quoted(machine.toolCache.directory)} ` : ""}${require_main.PRODUCT.name} install ${asked}${place}`;
	return [...fixes, {
		title: "Or install it once with a network, to the same place",
		kind: "command",
		text,
		risk: "none"
	}];
}
function quoted(text) {
	return /^[\w./:@%+=-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
function enumerate(names) {
	if (names.length === 0) return "none";
	const shown = names.slice(0, NAMED_COUNT).join(", ");
	return names.length > NAMED_COUNT ? `${shown} and ${names.length - NAMED_COUNT} more` : shown;
}
// src/domain/gosum.ts
function readGoSums(texts) {
	const zips = new Set();
	const mods = new Set();
	for (const text of texts) for (const line of text.split("\n")) {
		const match = /^(\S+) (v[^\s/]+)(\/go\.mod)? h1:/u.exec(line);
		if (match === null) continue;
		const [, path = "", version = "", onlyMod] = match;
		(onlyMod === void 0 ? zips : mods).add(`${path}@${version}`);
	}
	return {
		zips,
		mods
	};
}
function unescapeModuleName(text) {
	return text.replace(/!([a-z])/gu, (_, letter) => letter.toUpperCase());
}
function escapeModuleName(text) {
	return text.replace(/[A-Z]/gu, (letter) => `!${letter.toLowerCase()}`);
}
// src/verify/tile.ts
const TILE_HEIGHT = 8;
function tilePath(tile) {
	let number = String(tile.index % 1e3).padStart(3, "0");
	for (let rest = Math.floor(tile.index / 1e3); rest > 0; rest = Math.floor(rest / 1e3)) number = `x${String(rest % 1e3).padStart(3, "0")}/${number}`;
	const partial = tile.width === 256 ? "" : `.p/${tile.width}`;
	return `tile/${TILE_HEIGHT}/${tile.level}/${number}${partial}`;
}
function tileKey(tile) {
	return `${tile.level}/${tile.index}`;
}
function tilesFor(spans, treeSize) {
	const tiles = new Map();
	for (const span of spans) for (const subtree of completeSubtrees(span)) {
		const { level, index } = tilePlace(subtree);
		const levelCount = Math.floor(treeSize / 256 ** level);
		const width = Math.min(256, levelCount - index * 256);
		tiles.set(tileKey({
			level,
			index
		}), {
			level,
			index,
			width
		});
	}
	return [...tiles.values()];
}
function spanHash(span, tiles) {
	let hash;
	for (const subtree of [...completeSubtrees(span)].reverse()) {
		const left = subtreeHash(subtree, tiles);
		if (left === void 0) return void 0;
		hash = hash === void 0 ? left : nodeHash(left, hash);
	}
	return hash;
}
function completeSubtrees(span) {
	const subtrees = [];
	let from = span.from;
	while (from < span.to) {
		let level = 0;
		while (from + 2 ** (level + 1) <= span.to) level += 1;
		subtrees.push({
			level,
			index: from / 2 ** level
		});
		from += 2 ** level;
	}
	return subtrees;
}
function tilePlace(subtree) {
	const level = Math.floor(subtree.level / TILE_HEIGHT);
	const count = 2 ** (subtree.level % TILE_HEIGHT);
	const start = subtree.index * count;
	return {
		level,
		index: Math.floor(start / 256),
		first: start % 256,
		count
	};
}
function subtreeHash(subtree, tiles) {
	const place = tilePlace(subtree);
	const data = tiles.get(tileKey(place));
	if (data === void 0 || data.length < (place.first + place.count) * 32) return void 0;
	let row = [];
	for (let at = place.first; at < place.first + place.count; at += 1) row.push(Buffer.from(data.subarray(at * 32, (at + 1) * 32)));
	while (row.length > 1) {
		const above = [];
		for (let at = 0; at + 1 < row.length; at += 2) above.push(nodeHash(row[at] ?? Buffer.alloc(0), row[at + 1] ?? Buffer.alloc(0)));
		row = above;
	}
	return row[0];
}
// src/acquire/sumdb-server.ts
async function askServer(question, signal) {
	try {
		return await prove({
			...question,
			...await fetchLookup(question, signal)
		}, signal);
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		const [first, ...rest] = error.findings;
		throw new require_main.Failure([{
			...first,
			subject: question.server.id
		}, ...rest], error);
	}
}
async function fetchLookup(question, signal) {
	const answer = parseLookup(await lookUpBytes(question, signal));
	const head = openTreeHead(answer.note, parseVerifierKey(question.log.verifierKey));
	readRecord(answer.record, question.moduleName);
	return {
		answer,
		head
	};
}
async function lookUpBytes(question, signal) {
	try {
		const phases = {
			...require_main.METADATA_PHASES,
			untilMs: question.answerUntilMs
		};
		return await fetchPart(question, {
			path: `lookup/${escapeModuleName(question.moduleName)}`,
			phases
		}, signal);
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		const isUnknown = error.code === "HTTP.NOT_FOUND";
		const isRefused = error.code === "HTTP.FORBIDDEN" && statusOf(error.finding) === "403";
		if (!isUnknown && !isRefused) throw error;
		const notFound = require_main.finding("SUM.NOT_FOUND", {
			subject: question.server.id,
			confidence: isUnknown ? "certain" : "possible",
			evidence: {
				module: question.moduleName,
				answer: isUnknown ? "not in the log" : "refused or unknown"
			}
		});
		throw new require_main.Failure([notFound, ...error.findings], error);
	}
}
function statusOf(found) {
	return found.evidence.find(({ name }) => name === "status")?.value;
}
async function prove(question, signal) {
	const { answer, head, log } = question;
	const knownHead = log.heads[0];
	if (answer.recordNumber >= head.size) {
		const evidence = {
			record: answer.recordNumber,
			"tree size": head.size
		};
		throw require_main.failure("SUM.PROOF", {
			subject: question.server.id,
			evidence
		});
	}
	const inclusion = inclusionSpans(answer.recordNumber, head.size);
	const consistency = consistencySpans(Math.min(head.size, knownHead.size), Math.max(head.size, knownHead.size));
	const tiles = tilesFor([...inclusion, ...consistency], Math.max(head.size, knownHead.size));
	const data = await fetchTiles(question, tiles, signal);
	const hashes = (spans) => spanHashes(spans, {
		data,
		subject: question.server.id
	});
	const proof = {
		recordNumber: answer.recordNumber,
		record: answer.record,
		note: answer.note,
		inclusion: hashes(inclusion),
		knownHead,
		consistency: hashes(consistency)
	};
	return {
		expectation: checkRecordProof(proof, question),
		proof,
		tileCount: tiles.length
	};
}
function spanHashes(spans, { data, subject }) {
	const found = spans.map((span) => spanHash(span, data));
	if (found.every((hash) => hash !== void 0)) return found;
	throw require_main.failure("SUM.GARBAGE", {
		subject,
		evidence: { reason: "tiles do not hold the proof" }
	});
}
async function fetchTiles(question, tiles, signal) {
	const stop = new AbortController();
	const either = AbortSignal.any([signal, stop.signal]);
	const queue = [...tiles];
	const data = new Map();
	const worker = async () => {
		for (let tile = queue.shift(); tile !== void 0; tile = queue.shift()) data.set(tileKey(tile), await fetchTile(question, tile, either));
	};
	const { parallelCount = require_main.LIMITS.sumdbParallelCount } = question;
	const workers = Array.from({ length: Math.min(parallelCount, tiles.length) }, worker);
	try {
		await Promise.all(workers);
	} catch (error) {
		stop.abort(error);
		await Promise.allSettled(workers);
		throw error;
	}
	return data;
}
async function fetchTile(question, tile, signal) {
	try {
		return await fetchTileBytes(question, tile, signal);
	} catch (error) {
		if (!(error instanceof require_main.Failure && (error.code === "HTTP.NOT_FOUND" || error.code === "HTTP.FORBIDDEN")) || tile.width === 256) throw error;
		return (await fetchTileBytes(question, {
			...tile,
			width: 256
		}, signal).catch((second) => {
			throw second instanceof require_main.Failure && !signal.aborted ? error : second;
		})).subarray(0, tile.width * 32);
	}
}
async function fetchTileBytes(question, tile, signal) {
	const bytes = await fetchPart(question, {
		path: tilePath(tile),
		phases: require_main.METADATA_PHASES
	}, signal);
	const expected = tile.width * 32;
	if (bytes.length === expected) return bytes;
	const start = JSON.stringify(bytes.subarray(0, 40).toString("latin1"));
	const evidence = {
		path: tilePath(tile),
		"expected bytes": expected,
		"got bytes": bytes.length,
		"first bytes": start
	};
	throw require_main.failure("SUM.GARBAGE", {
		subject: question.server.id,
		evidence
	});
}
async function fetchPart({ wire, server }, { path, phases }, signal) {
	return (await fetchBytes(wire, {
		url: require_main.joinAddress(server.baseUrl, path),
		phases,
		maxBytes: require_main.LIMITS.sumdbAnswerBytes,
		totalMs: require_main.LIMITS.metadataBodyMs,
		...server.authorization === void 0 ? {} : { authorization: server.authorization }
	}, signal)).bytes;
}
// src/acquire/checksum-database.ts
const FORGED$1 = [
	"SUM.FORK",
	"SUM.RECORD",
	"SUM.PROOF",
	"SUM.NOTE"
];
async function lookUp(request, signal) {
	const { clock } = request.wire;
	const startMs = clock.monotonic();
	const answerUntilMs = startMs + require_main.LIMITS.sumdbAnswerMs;
	const over = new AbortController();
	const waiting = [...request.servers];
	const pending = new Map();
	const failed = new Map();
	const failures = () => request.servers.flatMap((server) => {
		const failure = failed.get(server);
		return failure === void 0 ? [] : [{
			server: server.id,
			failure
		}];
	});
	try {
		for (;;) {
			signal.throwIfAborted();
			const next = waiting.shift();
			if (next !== void 0) {
				const asked = ask({
					...request,
					server: next,
					answerUntilMs
				}, AbortSignal.any([signal, over.signal]));
				asked.catch(() => void 0);
				pending.set(next, asked);
			}
			if (pending.size === 0) throw summary$1(request, failures());
			const delayMs = hedgeDelayMs({
				pendingCount: pending.size,
				waitingCount: waiting.length,
				leftMs: answerUntilMs - clock.monotonic()
			});
			const outcome = await firstOutcome(clock, pending, waiting.length === 0 ? void 0 : delayMs);
			if (outcome === void 0) continue;
			const { server, answer } = outcome;
			pending.delete(server);
			if (!(answer instanceof require_main.Failure)) {
				const { expectation, proof, tileCount } = answer;
				return {
					expectation,
					receipt: makeReceipt(proof, request.moduleName),
					server: server.id,
					tileCount,
					ms: clock.monotonic() - startMs,
					failures: failures()
				};
			}
			failed.set(server, answer);
		}
	} finally {
		over.abort(require_main.failure("BODY.RESET", {
			subject: request.moduleName,
			evidence: { reason: "another server was faster" }
		}));
		await Promise.allSettled(pending.values());
	}
}
async function firstOutcome(clock, pending, delayMs) {
	if (delayMs === void 0) return Promise.race(pending.values());
	const timer = new AbortController();
	const late = clock.sleep(delayMs, timer.signal).catch(() => void 0);
	try {
		return await Promise.race([...pending.values(), late.then(() => void 0)]);
	} finally {
		timer.abort();
	}
}
async function ask(question, signal) {
	const { server, wire } = question;
	const evidence = { "budget ms": require_main.LIMITS.sumdbServerMs };
	const late = new AbortController();
	const finished = new AbortController();
	wire.clock.sleep(require_main.LIMITS.sumdbServerMs, finished.signal).then(() => late.abort(require_main.failure("SUM.UNREACHABLE", {
		subject: server.id,
		evidence
	})), () => void 0);
	try {
		return {
			server,
			answer: await askServer(question, AbortSignal.any([signal, late.signal]))
		};
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof require_main.Failure) return {
			server,
			answer: error
		};
		throw error;
	} finally {
		finished.abort();
	}
}
function summary$1(request, failures) {
	const all = failures.flatMap(({ failure }) => failure.findings);
	const forged = FORGED$1.flatMap((code) => all.filter((found) => found.code === code));
	const [worst, ...otherForged] = forged;
	if (worst !== void 0) return new require_main.Failure([
		worst,
		...otherForged,
		...all.filter((found) => !forged.includes(found))
	]);
	const absent = all.filter(({ code }) => code === "SUM.NOT_FOUND");
	const rest = all.filter(({ code }) => code !== "SUM.NOT_FOUND");
	return new require_main.Failure([absent.length > 0 ? notFound(request, absent) : unreachable$1(request, failures), ...rest]);
}
function notFound(request, absent) {
	const isCertain = absent.some(({ confidence }) => confidence === "certain");
	return require_main.finding("SUM.NOT_FOUND", {
		subject: request.moduleName,
		confidence: isCertain ? "certain" : "possible",
		evidence: Object.fromEntries(absent.map(({ subject, evidence }) => [subject, evidence.at(-1)?.value])),
		...isCertain ? {} : { message: "The checksum database refuses this release, or does not know it" }
	});
}
function unreachable$1(request, failures) {
	const codes = failures.map(({ server, failure }) => [server, failure.code]);
	return require_main.finding("SUM.UNREACHABLE", {
		subject: request.moduleName,
		evidence: Object.fromEntries(codes)
	});
}
// src/steps/exported-receipts.ts
async function findReceipt(context, { places, version }, signal) {
	const startMs = context.machine.clock.monotonic();
	const refused = [];
	for (const place of places) try {
		const read = await readOne(context, {
			place,
			version
		}, signal);
		if (read === void 0) continue;
		const ms = context.machine.clock.monotonic() - startMs;
		return {
			found: {
				...read,
				server: `the receipt in ${place.id}`,
				tileCount: 0,
				ms,
				failures: []
			},
			refused
		};
	} catch (error) {
		signal.throwIfAborted();
		if (!(error instanceof require_main.Failure)) throw error;
		refused.push(require_main.aboutSource(error.finding, place.id));
	}
	return {
		found: void 0,
		refused
	};
}
async function readOne(context, { place, version }, signal) {
	const name = receiptFileName(version, context.platform);
	const { base, index, authorization } = place;
	const bytes = await readExported(context, {
		place: authorization === void 0 ? { base } : {
			base,
			authorization
		},
		name,
		maxBytes: MAX_RECEIPT_BYTES
	}, signal);
	if (bytes === void 0) return void 0;
	checkSum(index.sums, name, bytes);
	return {
		expectation: readReceipt(bytes, {
			log: context.log,
			moduleName: require_main.moduleName(version, context.platform)
		}),
		receipt: bytes.toString("utf8")
	};
}
// src/steps/listed-checksum.ts
async function listedExpectation(context, candidate, signal) {
	const url = new URL(candidate.url);
	if (url.protocol !== "https:" && url.hostname !== "localhost" && !url.hostname.startsWith("127.")) return void 0;
	url.pathname += ".sha256";
	const authorization = candidate.authorization === void 0 ? {} : { authorization: candidate.authorization };
	const limits = {
		phases: require_main.METADATA_PHASES,
		maxBytes: require_main.LIMITS.sidecarBytes,
		totalMs: require_main.LIMITS.metadataBodyMs
	};
	try {
		const { bytes } = await fetchBytes(context.machine, {
			url: url.href,
			...authorization,
			...limits
		}, signal);
		const value = /^([0-9a-f]{64})(?:\s+\*?\S+)?\s*$/iu.exec(bytes.toString("latin1"))?.[1]?.toLowerCase();
		if (value === void 0) return void 0;
		const shown = require_main.redactUrl(url.href);
		context.emit({
			type: "finding",
			finding: require_main.finding("VER.NO_PROOF", {
				subject: candidate.sourceId,
				severity: "warning",
				message: "The source vouches for itself: this proves the transfer, not the origin",
				evidence: { list: shown }
			})
		});
		return {
			kind: "source-listing",
			over: "file",
			fileName: candidate.fileName,
			value,
			root: shown,
			detail: "listed by the source itself"
		};
	} catch (error) {
		if (error instanceof require_main.Failure && !signal.aborted) return void 0;
		throw error;
	}
}
// src/steps/proofs.ts
var proofs_exports = require_main.__exportAll({ openProofs: () => openProofs });
function openProofs(context, release, signal) {
	const { inputs, machine } = context;
	const pin = inputs.checksum;
	let unvouched;
	let isRecorded = false;
	const ask = () => require_main.once(async () => {
		const found = await settle(askDatabase$1(context, release, signal));
		unvouched = found.failure;
		isRecorded = found.value !== void 0;
		return found;
	});
	let record = ask();
	const openAll = () => require_main.once(async () => (await Promise.resolve().then(() => require("./signatures.cjs")).then((n) => n.signatures_exports)).openSignatures(context, release, signal));
	let signatures = openAll();
	const grace = require_main.once(() => machine.clock.sleep(require_main.LIMITS.proofGraceMs, signal));
	const recordSoon = async () => await Promise.race([record(), grace()]) ?? void 0;
	const ofFile = async (candidate) => {
		if (pin?.kind === "sha256") return pinned(pin, candidate.fileName);
		return candidate.layout === "release" ? (await context.releaseTable())?.expectation(candidate.fileName) : void 0;
	};
	const signatureOf = async (candidate, reason) => {
		if (!isSignable(candidate) || !WORDLESS.includes(reason.code)) return void 0;
		return (await signatures()).of(candidate);
	};
	const ofTree = async () => {
		const { value, failure: reason } = await record();
		if (value === void 0) throw reason;
		return value.expectation;
	};
	return {
		ofFile,
		signatureHashes: (candidate) => pin === void 0 && !isRecorded && isSignable(candidate) ? SLOWER_HASHES : [],
		wantsTree: (file) => !(unvouched !== void 0 && file?.kind === "release-table"),
		async ofArchive(candidate) {
			if (pin !== void 0) return [pinned(pin, candidate.fileName)];
			const file = await ofFile(candidate);
			if (file !== void 0) return besideRecord(file, {
				found: await recordSoon(),
				candidate
			});
			const { value, failure: reason } = await record();
			if (value !== void 0) return [value.expectation];
			const signed = await signatureOf(candidate, reason);
			if (signed?.expectation !== void 0) return [signed.expectation];
			const listed = inputs.verification === "source" ? await listedExpectation(context, candidate, signal) : void 0;
			if (listed === void 0) throw withSignatures(isOwnSource(inputs) ? withPrivateFixes(reason) : reason, signed?.none);
			return [listed];
		},
		ofInstalled: async () => [pin?.kind === "h1" ? pinned(pin, "") : await ofTree()],
		receipt: async () => pin === void 0 ? (await recordSoon())?.value?.receipt : void 0,
		async unreachable(candidate) {
			if (pin !== void 0 || !isSignable(candidate) || await ofFile(candidate) !== void 0) return void 0;
			const { failure: reason } = await record();
			return reason?.code === "SUM.UNREACHABLE" ? reason : void 0;
		},
		momentary: () => unvouched?.code === "SUM.UNREACHABLE" ? unvouched.findings.filter(isTemporary) : [],
		askAgain: () => {
			if (unvouched?.code !== "SUM.UNREACHABLE") return;
			unvouched = void 0;
			record = ask();
			signatures = openAll();
		}
	};
}
function besideRecord(file, beside) {
	const { found, candidate } = beside;
	if (found?.failure !== void 0 && isDirectoryChanged(found.failure, candidate)) throw found.failure;
	return found?.value === void 0 ? [file] : [found.value.expectation, file];
}
function isDirectoryChanged({ findings }, { sourceId }) {
	return findings.some(({ code, subject }) => code === "MIRROR.CHANGED" && subject === sourceId);
}
const WORDLESS = [
	"SUM.UNREACHABLE",
	"SUM.NOT_FOUND",
	"SUM.GARBAGE"
];
const SLOWER_HASHES = ["sha384", "sha512"];
function isSignable({ layout, format }) {
	return layout === "release" && format === "tar.gz";
}
function withSignatures(reason, none) {
	if (none === void 0) return reason;
	const [first, ...rest] = reason.findings;
	return new require_main.Failure([{
		...first,
		evidence: [...first.evidence, {
			name: "signatures",
			value: none
		}]
	}, ...rest]);
}
function isOwnSource({ sources }) {
	return sources.length > 0 && sources.every(({ kind }) => kind !== "id");
}
function withPrivateFixes(reason) {
	const [first, ...rest] = reason.findings;
	return first.code === "SUM.NOT_FOUND" ? new require_main.Failure([{
		...first,
		fixes: [...first.fixes, ...PRIVATE_FIXES]
	}, ...rest]) : reason;
}
async function askDatabase$1(context, { sources, version }, signal) {
	const { inputs, platform, log, machine, emit } = context;
	const name = require_main.moduleName(version, platform);
	const ask = async () => {
		if (inputs.offline) throw require_main.failure("SUM.UNREACHABLE", {
			subject: name,
			evidence: { reason: "offline" }
		});
		return lookUp({
			wire: machine,
			servers: sources.checksum,
			log,
			moduleName: name
		}, signal);
	};
	try {
		const exported = await findReceipt(context, {
			places: sources.receipts,
			version
		}, signal);
		const found = exported.found ?? await afterReceipts(context, exported.refused, ask);
		const { kind, root, value, detail } = found.expectation;
		emit({
			type: "proof-found",
			proof: {
				kind,
				root,
				value,
				detail: `${detail}, by ${found.server}`
			},
			ms: Math.round(found.ms)
		});
		return found;
	} catch (error) {
		if (error instanceof require_main.Failure && !signal.aborted) emit({
			type: "proof-missing",
			finding: error.finding
		});
		throw error;
	}
}
async function afterReceipts({ emit }, refused, ask) {
	const [first, ...others] = refused;
	if (first === void 0) return ask();
	try {
		const found = await ask();
		for (const finding of refused) emit({
			type: "finding",
			finding: {
				...finding,
				severity: "warning"
			}
		});
		return found;
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		throw new require_main.Failure([
			first,
			...others,
			...error.findings
		], error);
	}
}
const PRIVATE_FIXES = [{
	title: "Accept what the source itself lists",
	kind: "setting",
	text: "verification: source",
	risk: "high"
}, {
	title: "Pin the build",
	kind: "setting",
	text: "checksum: sha256:<64 hexadecimal digits>",
	risk: "none"
}];
function pinned(pin, fileName) {
	const common = {
		kind: "pinned-checksum",
		root: "checksum input",
		detail: "pinned by the user"
	};
	return pin.kind === "h1" ? {
		...common,
		over: "tree",
		value: pin.text
	} : {
		...common,
		over: "file",
		fileName,
		value: pin.hex
	};
}
async function settle(promise) {
	try {
		return { value: await promise };
	} catch (error) {
		if (error instanceof require_main.Failure) return { failure: error };
		throw error;
	}
}
// src/acquire/patch-probe.ts
const ROUND_COUNT = 8;
async function probeNewerPatch(probe, signal) {
	if (probe.newest.prerelease !== void 0) return probe.newest;
	const done = new AbortController();
	const over = new AbortController();
	const budget = probe.clock.sleep(require_main.LIMITS.patchProbeMs, done.signal).then(() => over.abort(), () => void 0);
	const until = AbortSignal.any([signal, over.signal]);
	let best = probe.newest;
	try {
		for (let round = 0; round < ROUND_COUNT && !until.aborted; round += 1) {
			const next = await Promise.race([newerOf(probe, best, until), budget]);
			if (next === void 0) break;
			best = next;
		}
	} finally {
		done.abort();
	}
	signal.throwIfAborted();
	return best;
}
async function newerOf(probe, version, signal) {
	const [two, one] = [2, 1].map((step) => ({
		...version,
		patch: version.patch + step
	}));
	if (one === void 0 || two === void 0) return void 0;
	const [hasTwo, hasOne] = await Promise.all([probe.exists(two, signal), probe.exists(one, signal)]);
	if (hasTwo) return two;
	return hasOne ? one : void 0;
}
// src/acquire/resolve-version.ts
async function resolveVersion(request, signal) {
	const { spec } = request;
	if (spec.kind === "exact") {
		const exact = {
			version: spec.version,
			stable: spec.version.prerelease === void 0,
			files: [],
			learntFrom: ["request"],
			isComplete: false
		};
		return {
			candidates: [exact],
			warnings: aboveMinimum(request, [exact]).warnings,
			index: void 0
		};
	}
	const index = await readReleaseIndex(request, signal);
	const releases = [...index.isComplete ? [] : await probedReleases(request, index, signal), ...index.releases];
	const { candidates, warnings } = chooseReleases(request, {
		...index,
		releases
	});
	return {
		candidates,
		warnings: [...warnings, ...index.warnings],
		index
	};
}
async function probedReleases(request, index, signal) {
	const [newest] = require_main.matching(request.spec, index.releases);
	const probing = request.sources.filter((source) => source.probe !== void 0 && !index.silent.has(source.id));
	if (newest === void 0 || probing.length === 0) return [];
	const confirmedBy = new Map();
	const exists = async (version, until) => {
		const answers = await Promise.all(probing.map((source) => confirms({
			...request,
			source,
			version,
			outer: signal
		}, until)));
		const ids = probing.filter((_, index) => answers[index] === true).map((source) => source.id);
		confirmedBy.set(require_main.versionText(version), ids);
		return ids.length > 0;
	};
	const version = await probeNewerPatch({
		newest: newest.version,
		clock: request.wire.clock,
		exists
	}, signal);
	if (require_main.sameVersion(version, newest.version)) return [];
	return [{
		version,
		stable: true,
		files: [],
		learntFrom: [...confirmedBy.get(require_main.versionText(version)) ?? []].sort(),
		isComplete: false
	}];
}
async function confirms(question, signal) {
	const { wire, source, version, platform, outer } = question;
	const probe = source.probe?.(version, platform);
	if (probe === void 0 || !/^https?:/iu.test(probe.url)) return false;
	const { url, authorization } = probe;
	const limits = {
		phases: require_main.METADATA_PHASES,
		maxBytes: require_main.LIMITS.sumdbAnswerBytes,
		totalMs: require_main.LIMITS.metadataBodyMs
	};
	try {
		const answer = await fetchBytes(wire, {
			url,
			...authorization === void 0 ? {} : { authorization },
			...limits
		}, signal);
		return probe.confirms(answer.bytes);
	} catch (error) {
		outer.throwIfAborted();
		if (error instanceof require_main.Failure || signal.aborted) return false;
		throw error;
	}
}
// src/steps/resolve.ts
var resolve_exports = require_main.__exportAll({ resolveOnly: () => resolveOnly });
async function resolveOnly(context, signal) {
	const { request } = context;
	if (request === void 0) throw require_main.noRequest();
	const sources = await openSources(context, signal);
	if (request.spec.kind === "exact") await lookUpExact(context, {
		request,
		sources
	}, signal);
	else await resolveRequest(context, {
		request,
		sources
	}, signal);
	return "ok";
}
async function lookUpExact(context, wanted, signal) {
	await require_main.inPhase(context, "resolve", async () => {
		const index = await readReleaseIndex(await indexRequest(context, wanted.sources), signal);
		try {
			announce(context, chooseReleases(choiceOf(context, wanted.request), index));
		} catch (error) {
			if (!context.inputs.offline || !isUnlisted(error)) throw error;
			throw new require_main.Failure([await offlineNotFound(context, wanted, signal)]);
		}
	});
}
async function resolveRequest(context, { request, sources }, signal) {
	return require_main.inPhase(context, "resolve", async () => {
		const ear = listen(context, sources.archives);
		const resolution = await (request.spec.kind === "exact" ? resolveVersion({
			...noLists(context),
			...choiceOf(context, request)
		}, signal) : resolveByLists(ear.context, {
			request,
			sources
		}, signal));
		announce(context, resolution);
		return {
			candidates: resolution.candidates,
			...ear.heard()
		};
	});
}
const UNLISTED = ["VERSION.NO_SOURCE", "VERSION.UNKNOWN"];
function isUnlisted(error) {
	return error instanceof require_main.Failure && UNLISTED.includes(error.code);
}
async function resolveByLists(context, wanted, signal) {
	const { request, sources } = wanted;
	const kept = keptListing(context, { isWritable: true });
	const search = {
		...wanted,
		all: {
			...await indexRequest(context, sources),
			...choiceOf(context, request),
			kept
		}
	};
	if (context.inputs.offline) return resolveOffline(context, search, signal);
	if (sources.archives.some(({ kind }) => kind !== "custom" && kind !== "file") || sources.archives.length === 0) return resolveVersion(search.all, signal);
	return resolveOwn(context, search, signal);
}
function onlyLists({ kept: _, ...request }) {
	return {
		...request,
		table: void 0
	};
}
async function resolveOffline(context, search, signal) {
	for (const request of [onlyLists(search.all), search.all]) try {
		return await resolveVersion(request, signal);
	} catch (error) {
		if (!isUnlisted(error)) throw error;
	}
	throw new require_main.Failure([await offlineNotFound(context, search, signal)]);
}
async function resolveOwn(context, search, signal) {
	const byPublicLists = resolveBeside(context, search, signal);
	try {
		return await resolveVersion(onlyLists(search.all), signal);
	} catch (error) {
		if (!isUnlisted(error)) throw error;
		return await byPublicLists.needed().catch((second) => {
			throw second instanceof require_main.Failure && second.code === "VERSION.NO_SOURCE" && error.code === "VERSION.UNKNOWN" && !signal.aborted ? error : second;
		});
	} finally {
		await byPublicLists.stop();
	}
}
function resolveBeside({ machine }, { all, sources }, signal) {
	const start = new AbortController();
	const stop = new AbortController();
	const wanted = AbortSignal.any([signal, stop.signal]);
	const ignore = () => void 0;
	const resolution = machine.clock.sleep(require_main.LIMITS.publicListsAfterMs, AbortSignal.any([signal, start.signal])).catch(ignore).then(() => {
		wanted.throwIfAborted();
		return resolveVersion({
			...all,
			sources: sources.lists
		}, wanted);
	});
	const settled = resolution.then(ignore, ignore);
	return {
		needed: () => {
			start.abort();
			return resolution;
		},
		stop: () => {
			stop.abort();
			start.abort();
			return settled;
		}
	};
}
function announce({ emit, platform }, { candidates, warnings }) {
	for (const finding of warnings) emit({
		type: "finding",
		finding
	});
	const [{ version, learntFrom }] = candidates;
	emit({
		type: "resolved",
		version: require_main.versionText(version),
		platform: require_main.platformText(require_main.platformOfRelease(platform, version)),
		learntFrom
	});
}
function choiceOf(context, request) {
	const { minGoVersion } = context.inputs;
	return {
		spec: request.spec,
		platform: context.platform,
		minGoVersion,
		belowMinimum: request.isGoLine ? "warning" : "error"
	};
}
function noLists({ machine, emit }) {
	return {
		wire: machine,
		sources: [],
		table: void 0,
		emit
	};
}
// src/steps/exhausted.ts
function notServed(context, version, severity) {
	const subject = `go${require_main.versionText(version)} ${require_main.platformText(context.platform)}`;
	return require_main.finding("VERSION.NOT_SERVED", {
		subject,
		severity
	});
}
async function exhausted(context, end, signal) {
	const { request, sources, failed } = end;
	const findings = failed.flatMap((outcome) => outcome.findings);
	if (context.inputs.offline) return offlineEnd(context, {
		request,
		sources,
		findings
	}, signal);
	const [first, ...rest] = findings;
	const absent = await absentPlatform(context, request);
	if (absent !== void 0) return new require_main.Failure([absent, ...findings]);
	const refusals = findings.filter(({ code }) => isRefusal(code));
	const isAltered = findings.some(({ code }) => /^(?:VER|ARC|MIRROR|PGP)\./u.test(code));
	const isUnrecorded = !isOwnSource(context.inputs) && findings.some(({ code }) => code === "SUM.NOT_FOUND");
	if (first !== void 0 && (isAltered || refusals.length === 0 && !isUnrecorded)) return new require_main.Failure([first, ...rest]);
	if (request.spec.kind === "exact" && !failed.some(({ exists }) => exists)) {
		const index = await readReleaseIndex(await indexRequest(context, sources), signal);
		try {
			chooseReleases(choiceOf(context, request), index);
		} catch (error) {
			if (error instanceof require_main.Failure) return error;
			throw error;
		}
	}
	if (first !== void 0 && refusals.length === 0) return new require_main.Failure([first, ...rest]);
	const subject = `${request.spec.text} ${require_main.platformText(context.platform)}`;
	return new require_main.Failure([require_main.finding("VERSION.NOT_SERVED", { subject }), ...findings]);
}
async function absentPlatform(context, request) {
	if (request.spec.kind !== "exact") return void 0;
	const { version } = request.spec;
	const files = (await context.releaseTable())?.files(version) ?? [];
	const release = {
		version,
		stable: version.prerelease === void 0,
		files,
		learntFrom: ["table"],
		isComplete: false
	};
	return missingPlatform(choiceOf(context, request), release);
}
// src/install/spool-sidecar.ts
const SCHEMA$1 = "setup-go-robust/part@1";
const SIDECAR_BYTES = 16384;
const TEXT_LENGTH = 4096;
function sidecarText({ fileName, url, tag, sizeBytes }) {
	return JSON.stringify({
		schema: SCHEMA$1,
		fileName,
		url,
		...tag === void 0 ? {} : { tag },
		sizeBytes
	});
}
function parseSidecar(text) {
	const { schema, fileName, url, tag, sizeBytes } = require_main.parseJsonObject(text) ?? {};
	if (schema !== SCHEMA$1 || !isShortText(fileName) || !isShortText(url)) return void 0;
	if (tag !== void 0 && !(isShortText(tag) && /^[\x20-\x7e]+$/u.test(tag))) return void 0;
	if (typeof sizeBytes !== "number" || !Number.isSafeInteger(sizeBytes)) return void 0;
	return sizeBytes > 0 && sizeBytes <= require_main.LIMITS.archiveBytes ? {
		fileName,
		url,
		tag,
		sizeBytes
	} : void 0;
}
function isShortText(value) {
	return typeof value === "string" && value !== "" && value.length <= TEXT_LENGTH;
}
// src/install/spool-parts.ts
const SIDECAR = "archive.json";
const PIECE_NAME = /^archive-(\d{1,12})\.part$/u;
const FILE_MODE = 384;
function heldBytes({ pieces }) {
	return pieces.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
async function createPart(place, of, tools) {
	const directory = await createOwned(place, tools);
	try {
		await tools.files.write((0, node_path.join)(directory, SIDECAR), sidecarText(of));
	} catch (error) {
		await tools.files.remove(directory);
		throw error;
	}
	return {
		directory,
		of,
		pieces: []
	};
}
function createPiece(held, files) {
	const path = (0, node_path.join)(held.directory, `archive-${heldBytes(held)}.part`);
	return {
		path,
		handle: files.tree.createFile(path, FILE_MODE)
	};
}
async function takePart(place, fileNames, tools) {
	let best;
	for (const name of await tools.files.list(place.parent)) {
		if (!name.startsWith(place.stagePrefix)) continue;
		const found = await orNone(() => findPart((0, node_path.join)(place.parent, name), fileNames, tools));
		if (found !== void 0 && heldBytes(found) > (best === void 0 ? 0 : heldBytes(best))) best = found;
	}
	return best === void 0 ? void 0 : orNone(() => adopt$1(best, tools));
}
async function orNone(work) {
	try {
		return await work();
	} catch (error) {
		if (error instanceof require_main.Failure) return void 0;
		throw error;
	}
}
async function findPart(directory, fileNames, tools) {
	const { files, clock } = tools;
	const names = await files.list(directory);
	if (!names.includes(SIDECAR) || !await isAbandoned(directory, tools)) return void 0;
	const path = (0, node_path.join)(directory, SIDECAR);
	if ((await files.stat(path))?.kind !== "file") return void 0;
	const of = parseSidecar((await files.read(path, SIDECAR_BYTES)).toString("utf8"));
	if (of === void 0 || !fileNames.includes(of.fileName)) return void 0;
	const { pieces, changedAtMs } = await findPieces(directory, names, files);
	const held = {
		directory,
		of,
		pieces
	};
	return clock.now() - changedAtMs > require_main.LIMITS.stagingMaxAgeMs || heldBytes(held) > of.sizeBytes ? void 0 : held;
}
async function findPieces(directory, names, files) {
	const starts = names.flatMap((name) => {
		const digits = PIECE_NAME.exec(name)?.[1];
		return digits === void 0 ? [] : [{
			name,
			fromBytes: Number(digits)
		}];
	});
	const pieces = [];
	let atBytes = 0;
	let changedAtMs = 0;
	for (const { name, fromBytes } of starts.sort((a, b) => a.fromBytes - b.fromBytes)) {
		const path = (0, node_path.join)(directory, name);
		const stat = await files.stat(path);
		if (fromBytes !== atBytes || stat?.kind !== "file" || stat.sizeBytes === 0) continue;
		pieces.push({
			path,
			sizeBytes: stat.sizeBytes
		});
		atBytes += stat.sizeBytes;
		changedAtMs = Math.max(changedAtMs, stat.mtimeMs);
	}
	return {
		pieces,
		changedAtMs
	};
}
async function adopt$1(held, tools) {
	const { files } = tools;
	await takeOwnership(held.directory, tools);
	const known = new Set(held.pieces.map(({ path }) => path));
	for (const name of await files.list(held.directory)) {
		const path = (0, node_path.join)(held.directory, name);
		if (PIECE_NAME.test(name) && !known.has(path)) await files.remove(path);
	}
	return held;
}
// src/install/spool-reading.ts
function inTurn(first, second) {
	if (first === void 0) return second;
	let current = first;
	const next = async () => {
		const read = await current.next();
		if (read.done !== true || current === second) return read;
		current = second;
		return second.next();
	};
	return {
		next: () => current === second ? second.next() : next(),
		async return() {
			await Promise.all([first.return?.(), second.return?.()]);
			return {
				value: void 0,
				done: true
			};
		}
	};
}
async function* readKept(state, wanted) {
	const { held } = state;
	const { fileName, from, end } = wanted;
	let atBytes = 0;
	if (held?.of.fileName === fileName) {
		state.isInUse = true;
		for (const piece of held.pieces) for await (const chunk of readPiece(state.options.files, piece)) {
			const part = chunk.subarray(Math.max(0, from - atBytes), end - atBytes);
			atBytes += chunk.length;
			if (part.length > 0) yield part;
			if (atBytes >= end) return;
		}
	}
	throw changed({
		"kept bytes": atBytes,
		"expected bytes": end
	});
}
async function* readPiece(files, { path, sizeBytes }) {
	let leftBytes = sizeBytes;
	try {
		for await (const chunk of files.stream(path)) {
			yield chunk.subarray(0, leftBytes);
			leftBytes -= chunk.length;
			if (leftBytes <= 0) return;
		}
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		throw changed({ reason: error.code });
	}
}
function changed(evidence) {
	return require_main.failure("BODY.CHANGED", {
		subject: "kept part",
		evidence
	});
}
// src/install/spool-recorder.ts
function recorded(options) {
	const state = {
		...options,
		phase: "judging",
		sink: void 0,
		beganAtMs: void 0,
		receivedBytes: 0,
		waitedMs: 0,
		mark: void 0,
		held: [],
		heldBytes: 0,
		writtenAtMs: 0
	};
	return {
		next: () => state.phase === "passing" ? state.source.next() : read(state),
		async return() {
			close(state);
			await state.source.return?.();
			return {
				value: void 0,
				done: true
			};
		}
	};
}
async function read(state) {
	const { clock, source } = state;
	const startMs = clock.monotonic();
	state.beganAtMs ??= startMs;
	try {
		const read = await source.next();
		state.waitedMs += clock.monotonic() - startMs;
		if (read.done === true) close(state);
		else await take(state, read.value);
		return read;
	} catch (error) {
		close(state);
		throw error;
	}
}
async function take(state, chunk) {
	if (state.phase === "passing") return;
	state.held.push(chunk);
	state.heldBytes += chunk.length;
	state.receivedBytes += chunk.length;
	const nowMs = state.clock.monotonic();
	if (state.phase === "writing") {
		if (state.heldBytes >= require_main.LIMITS.spoolPieceBytes || nowMs - state.writtenAtMs >= require_main.LIMITS.spoolPieceMs) flush(state);
		return;
	}
	const elapsedMs = nowMs - (state.beganAtMs ?? nowMs);
	if (elapsedMs >= require_main.LIMITS.spoolJudgeMs || state.heldBytes >= require_main.LIMITS.spoolHeldBytes) await judge(state);
	else if (elapsedMs >= require_main.LIMITS.spoolJudgeMs / 2) state.mark ??= {
		receivedBytes: state.receivedBytes,
		waitedMs: state.waitedMs
	};
}
async function judge(state) {
	const sink = isSlow(state) ? await state.open() : void 0;
	if (sink === void 0 || state.phase !== "judging") {
		sink?.close();
		pass(state);
		return;
	}
	state.sink = sink;
	state.phase = "writing";
	flush(state);
}
function isSlow({ mark, receivedBytes, waitedMs, totalBytes }) {
	const sizeBytes = totalBytes();
	if (sizeBytes === void 0) return false;
	const bytes = receivedBytes - (mark?.receivedBytes ?? 0);
	const ms = waitedMs - (mark?.waitedMs ?? 0);
	return (sizeBytes - receivedBytes) * ms > bytes * require_main.LIMITS.spoolAfterMs;
}
function flush(state) {
	const { sink, held, heldBytes } = state;
	if (sink === void 0 || heldBytes === 0) return;
	const [first] = held;
	state.held = [];
	state.heldBytes = 0;
	state.writtenAtMs = state.clock.monotonic();
	if (!sink.write(held.length === 1 && first !== void 0 ? first : Buffer.concat(held, heldBytes))) pass(state);
}
function close(state) {
	const { sink } = state;
	if (state.phase === "writing") flush(state);
	pass(state);
	sink?.close();
}
function pass(state) {
	state.phase = "passing";
	state.sink = void 0;
	state.held = [];
	state.heldBytes = 0;
}
// src/install/spool-state.ts
function takenBytes({ held, open }) {
	return (held === void 0 ? 0 : heldBytes(held)) + (open?.sizeBytes ?? 0);
}
async function remove(state) {
	await state.opening?.catch(() => void 0);
	const { held, options } = state;
	forget(state);
	if (held !== void 0) await options.files.remove(held.directory);
}
function forget(state) {
	const { open, options } = state;
	state.held = void 0;
	state.isInUse = false;
	state.open = void 0;
	try {
		if (open !== void 0) options.files.tree.closeFile(open.handle);
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
	}
}
function giveUp(state, error) {
	if (!(error instanceof require_main.Failure)) throw error;
	const { held, options } = state;
	state.isOver = true;
	forget(state);
	try {
		if (held !== void 0) options.files.tree.removeTree(held.directory);
	} catch (second) {
		if (!(second instanceof require_main.Failure)) throw second;
	}
}
// src/install/spool-writing.ts
const ROOM_FACTOR = 6;
async function openSink(state, wanted) {
	if (state.isOver || state.opening !== void 0 || state.open !== void 0) return void 0;
	const opening = openPiece(state, wanted);
	state.opening = opening;
	try {
		const open = await opening;
		return open && {
			write: (bytes) => write(state, open, bytes),
			close: () => closePiece(state, open)
		};
	} catch (error) {
		giveUp(state, error);
		return;
	} finally {
		state.opening = void 0;
	}
}
async function openPiece(state, { of, from }) {
	const { options, held } = state;
	const { files, place } = options;
	const free = await files.freeSpace(place.parent);
	if (free !== void 0 && free.bytes < of.sizeBytes * ROOM_FACTOR) return void 0;
	if (from === 0) {
		state.held = void 0;
		if (held !== void 0) await files.remove(held.directory);
		state.held = await createPart(place, of, options);
	}
	if (state.held === void 0 || heldBytes(state.held) !== from) return void 0;
	state.isInUse = true;
	state.open = {
		...createPiece(state.held, files),
		sizeBytes: 0
	};
	return state.open;
}
function write(state, open, bytes) {
	if (state.open !== open) return false;
	try {
		state.options.files.tree.write(open.handle, bytes, 0, bytes.length);
		open.sizeBytes += bytes.length;
		return true;
	} catch (error) {
		giveUp(state, error);
		return false;
	}
}
function closePiece(state, open) {
	const { held, options } = state;
	if (state.open !== open || held === void 0) return;
	const { path, sizeBytes } = open;
	try {
		options.files.tree.closeFile(open.handle);
		state.open = void 0;
		if (sizeBytes === 0) options.files.tree.removeTree(path);
		else state.held = {
			...held,
			pieces: [...held.pieces, {
				path,
				sizeBytes
			}]
		};
	} catch (error) {
		giveUp(state, error);
	}
}
// src/install/spool.ts
async function openSpool(options) {
	const { place, fileNames } = options;
	const state = {
		options,
		held: await takePart(place, fileNames, options),
		isInUse: false,
		isOver: false,
		opening: void 0,
		open: void 0
	};
	return {
		kept: (fileName) => kept(state, fileName),
		get heldBytes() {
			return takenBytes(state);
		},
		through: (bytes, fileName) => through(state, bytes, fileName),
		discard: async () => {
			if (state.isInUse) await remove(state);
		},
		end: async () => {
			state.isOver = true;
			await remove(state);
		}
	};
}
function kept({ held, isOver }, fileName) {
	if (held === void 0 || isOver || held.of.fileName !== fileName) return void 0;
	const bytes = Math.min(heldBytes(held), held.of.sizeBytes - 1);
	return bytes > 0 ? {
		...held.of,
		bytes
	} : void 0;
}
function through(state, bytes, fileName) {
	state.isInUse = false;
	return {
		get sizeBytes() {
			return bytes.sizeBytes;
		},
		tail: (count) => bytes.tail(count),
		stream: (end, from = 0) => ({ [Symbol.asyncIterator]: () => {
			const localEnd = Math.max(from, Math.min(bytes.keptBytes, end ?? Number.POSITIVE_INFINITY));
			const local = localEnd === from ? void 0 : readKept(state, {
				fileName,
				from,
				end: localEnd
			});
			if (localEnd === end) return local ?? bytes.stream(end, localEnd)[Symbol.asyncIterator]();
			return inTurn(local, record(state, {
				bytes,
				fileName,
				from: localEnd,
				end
			}));
		} })
	};
}
function record(state, read) {
	const { bytes, fileName, from, end } = read;
	const totalBytes = () => {
		const endBytes = end ?? bytes.sizeBytes;
		return endBytes === void 0 ? void 0 : endBytes - from;
	};
	const open = async () => {
		const { url, tag, sizeBytes } = bytes.validator() ?? {};
		if (url === void 0 || sizeBytes === void 0) return void 0;
		return openSink(state, {
			of: {
				fileName,
				url,
				tag,
				sizeBytes
			},
			from
		});
	};
	return recorded({
		source: bytes.stream(end, from)[Symbol.asyncIterator](),
		clock: state.options.clock,
		totalBytes,
		open
	});
}
// src/steps/with-spool.ts
async function withSpool({ machine }, { place, candidates, work }) {
	const { files, process, clock } = machine;
	const spool = await openSpool({
		place,
		files,
		process,
		clock,
		randomName: () => machine.randomName(),
		fileNames: candidates.map(({ fileName }) => fileName)
	});
	try {
		await sweepStaging(place, machine);
		return await work(spool);
	} finally {
		await spool.end().catch(() => void 0);
	}
}
// src/install/destination.ts
async function checkDestination(options) {
	const { place, files } = options;
	try {
		const occupied = await whatStandsThere(place, files);
		if (occupied !== void 0) return [occupied];
		const full = await whatIsMissing(options);
		if (full.length > 0) return full;
		await files.makeDirectory(place.parent);
		const probe = `${place.root}.probe-${options.randomName()}`;
		await files.write(probe, "x", { exclusive: true });
		await files.remove(probe);
		return [];
	} catch (error) {
		if (error instanceof require_main.Failure) return error.findings;
		throw error;
	}
}
async function whatStandsThere(place, files) {
	const stat = await files.stat(place.root);
	if (stat === void 0) return void 0;
	const isPlain = stat.kind === "directory" || stat.kind === "symlink";
	const isEmpty = isPlain && (await files.list(place.root)).length === 0;
	const entry = isPlain ? await require_main.findEntry(place, files) : void 0;
	if (isEmpty || entry?.hasGo === true || entry?.isMarked === true || entry?.versionLine?.startsWith("go") === true) return void 0;
	return require_main.finding("INPUT.DESTINATION", {
		subject: place.root,
		evidence: { "stands there": isPlain ? "a directory without Go" : stat.kind }
	});
}
async function whatIsMissing({ place, files }) {
	const free = await files.freeSpace(place.parent);
	if (free === void 0) return [];
	const needed = {
		bytes: require_main.LIMITS.freeSpaceBytes,
		inodes: require_main.LIMITS.freeInodes
	};
	const isShort = free.bytes < needed.bytes || (free.inodes ?? needed.inodes) < needed.inodes;
	const evidence = {
		"bytes needed at least": needed.bytes,
		"bytes free": free.bytes,
		"inodes needed at least": needed.inodes,
		"inodes free": free.inodes ?? "not counted"
	};
	return isShort ? [require_main.finding("FS.NO_SPACE", {
		subject: place.parent,
		evidence
	})] : [];
}
// src/install/lock.ts
const LOCK_BYTES = 4096;
async function withLock(options, body, signal) {
	const token = await takeLock(options, signal);
	const stop = new AbortController();
	const beating = beat(options, token, stop.signal);
	try {
		return await body();
	} finally {
		stop.abort();
		await beating;
		await release(options, token);
	}
}
async function takeLock(options, signal) {
	const { clock, process } = options;
	const token = options.randomName();
	const text = JSON.stringify({
		pid: process.pid,
		hostname: process.hostname,
		token
	});
	const watch = createWatch(options);
	const deadline = clock.monotonic() + options.waitMs;
	let isAnnounced = false;
	for (;;) {
		signal.throwIfAborted();
		if (await writeLock(options, text)) return token;
		const held = await readLock(options);
		if (held === void 0) continue;
		if (watch.isStale(held)) {
			await breakLock(options, held);
			continue;
		}
		if (!isAnnounced) options.onWaiting?.(holderText(held));
		isAnnounced = true;
		if (clock.monotonic() >= deadline) throw timedOut(options, held);
		await clock.sleep(require_main.LIMITS.lockPollMs, signal);
	}
}
async function writeLock({ files, path }, text) {
	try {
		return await files.write(path, text, { exclusive: true });
	} catch (error) {
		if (!(error instanceof require_main.Failure) || error.code !== "FS.NOT_FOUND") throw error;
		await files.makeDirectory((0, node_path.dirname)(path));
		return false;
	}
}
async function readLock({ files, path }) {
	const stat = await files.stat(path);
	if (stat === void 0) return void 0;
	let text = "";
	try {
		text = (await files.read(path, LOCK_BYTES)).toString("utf8");
	} catch (error) {
		if (error instanceof require_main.Failure && error.code === "FS.NOT_FOUND") return void 0;
		throw error;
	}
	const owner = parseOwner(text);
	return {
		token: /"token":"([\w-]{1,64})"/u.exec(text)?.[1] ?? "unknown",
		pid: owner?.pid ?? 0,
		hostname: owner?.hostname ?? "",
		mtimeMs: stat.mtimeMs
	};
}
function createWatch({ clock, process }) {
	let seen;
	let sinceMs = 0;
	return { isStale(held) {
		if (seen === void 0 || seen.token !== held.token || seen.mtimeMs !== held.mtimeMs) {
			seen = held;
			sinceMs = clock.monotonic();
		}
		const unchangedMs = clock.monotonic() - sinceMs;
		const ageMs = clock.now() - held.mtimeMs;
		if (held.pid > 0 && held.hostname === process.hostname && !process.isAlive(held.pid) && ageMs >= require_main.LIMITS.lockDeadOwnerMs) return true;
		return unchangedMs >= require_main.LIMITS.lockStaleMs || ageMs >= require_main.LIMITS.lockStaleMs && unchangedMs >= require_main.LIMITS.lockDeadOwnerMs;
	} };
}
async function breakLock(options, held) {
	const { files, path, clock } = options;
	const claim = `${path}.break-${held.token}`;
	if (!await files.write(claim, "", { exclusive: true })) {
		const stat = await files.stat(claim);
		if (stat !== void 0 && clock.now() - stat.mtimeMs > require_main.LIMITS.lockStaleMs) await files.remove(claim);
		await clock.sleep(require_main.LIMITS.lockPollMs);
		return;
	}
	try {
		const now = await readLock(options);
		if (now?.token === held.token && now.mtimeMs === held.mtimeMs) await files.remove(path);
	} finally {
		await files.remove(claim);
	}
}
async function beat(options, token, stop) {
	const { files, clock, path } = options;
	while (!stop.aborted) {
		try {
			await clock.sleep(require_main.LIMITS.lockHeartbeatMs, stop);
		} catch {
			return;
		}
		try {
			if ((await readLock(options))?.token !== token) return;
			await files.touch(path);
		} catch {}
	}
}
async function release(options, token) {
	if ((await readLock(options))?.token === token) await options.files.remove(options.path);
}
function holderText({ pid, hostname }) {
	return pid === 0 ? "unknown" : `process ${pid} on ${hostname}`;
}
function timedOut({ path, waitMs }, held) {
	const evidence = {
		file: path,
		holder: holderText(held),
		"waited ms": waitMs
	};
	const fixes = [{
		title: "If nothing is being installed, remove the lock",
		kind: "command",
		text: `rm ${path}`,
		risk: "low"
	}];
	return require_main.failure("FS.LOCK_TIMEOUT", {
		subject: path,
		evidence,
		fixes
	});
}
// src/steps/under-lock.ts
async function underLock(context, { place, work }, signal) {
	const { machine, emit, inputs } = context;
	const randomName = () => machine.randomName();
	const [problem, ...problems] = await checkDestination({
		place,
		files: machine.files,
		randomName
	});
	if (problem !== void 0) throw new require_main.Failure([problem, ...problems]);
	const lock = {
		path: place.lock,
		files: machine.files,
		clock: machine.clock,
		process: machine.process,
		randomName,
		waitMs: inputs.timeoutMs,
		onWaiting: (holder) => emit({
			type: "lock-waiting",
			holder
		})
	};
	try {
		return await withLock(lock, work, signal);
	} finally {
		await require_main.removeEmptyParents({
			place,
			files: machine.files
		}).catch(() => void 0);
	}
}
// src/steps/module-cache-directory.ts
var module_cache_directory_exports = require_main.__exportAll({ moduleCacheDirectory: () => moduleCacheDirectory });
async function moduleCacheDirectory({ machine }, signal) {
	const { env } = machine;
	const named = env["GOMODCACHE"] || await askGo$1(machine, signal);
	if (named) return named;
	const gopath = env["GOPATH"]?.split(node_path.delimiter)[0];
	const home = env["HOME"] ?? env["USERPROFILE"];
	const base = gopath || home && (0, node_path.join)(home, "go");
	if (!base) throw require_main.failure("GO.ENV", {
		subject: "GOMODCACHE",
		evidence: { reason: "neither GOMODCACHE nor GOPATH nor HOME is set" }
	});
	return (0, node_path.join)(base, "pkg", "mod");
}
async function askGo$1({ exec, env }, signal) {
	const file = await exec.find("go");
	if (file === void 0) return void 0;
	try {
		const command = {
			file,
			args: ["env", "GOMODCACHE"],
			env: {
				...env,
				GOTOOLCHAIN: "local"
			},
			timeoutMs: require_main.LIMITS.goEnvMs
		};
		const answer = await exec.run(command, signal);
		return answer.exitCode === 0 ? answer.stdout.trim() : void 0;
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof require_main.Failure) return void 0;
		throw error;
	}
}
// src/install/installed-tree.ts
const IRREGULAR_SHA256 = "0".repeat(64);
const FILES_PER_TURN = 500;
async function hashInstalledTree(options, signal) {
	const walk = {
		options,
		hasher: require_main.createTreeHasher(options.moduleName),
		directories: [""],
		irregular: [],
		sealed: [],
		sizeBytes: 0,
		uncoveredCount: 0,
		goEnv: void 0
	};
	let filesAtTurn = 0;
	for (let directory = walk.directories.pop(); directory !== void 0; directory = walk.directories.pop()) {
		visit(walk, directory);
		if (walk.hasher.count - filesAtTurn < FILES_PER_TURN) continue;
		filesAtTurn = walk.hasher.count;
		await new Promise((resolve) => {
			setImmediate(resolve);
		});
		signal.throwIfAborted();
	}
	const { hasher, sizeBytes, uncoveredCount, irregular, sealed, goEnv } = walk;
	return {
		tree: hasher.result(),
		fileCount: hasher.count,
		sizeBytes,
		uncoveredCount,
		irregular: irregular.sort(),
		sealed,
		goEnv
	};
}
function visit(walk, directory) {
	const { reader, root, ignore } = walk.options;
	for (const { name, kind } of reader.readDirectory(`${root}/${directory}`)) {
		const path = `${directory}${name}`;
		if (directory === "" && ignore?.includes(name) === true) continue;
		if (require_main.isSealed(path, kind === "directory" ? "directory" : "file")) walk.sealed.push(path);
		if (kind === "directory") walk.directories.push(`${path}/`);
		else addFile(walk, path, kind === "file");
	}
}
function addFile(walk, path, isRegular) {
	const pathInModule = require_main.releasePathInModule(path);
	if (pathInModule === void 0) {
		walk.uncoveredCount++;
		return;
	}
	let sha256 = IRREGULAR_SHA256;
	if (isRegular) {
		const content = walk.options.reader.readFile(`${walk.options.root}/${path}`);
		if (path === "go.env") walk.goEnv = content;
		walk.sizeBytes += content.length;
		sha256 = (0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(content).digest("hex");
	} else walk.irregular.push(path);
	walk.hasher.add(pathInModule, sha256);
	walk.options.onFile?.(path, sha256);
}
function rehashTree(options) {
	const { moduleName, hashes, changed } = options;
	const hasher = require_main.createTreeHasher(moduleName);
	for (const [path, sha256] of hashes) {
		const content = changed[path];
		const own = content === void 0 ? sha256 : (0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(content).digest("hex");
		hasher.add(require_main.releasePathInModule(path) ?? path, own);
	}
	return hasher.result();
}
// src/steps/standing-tree.ts
var standing_tree_exports = require_main.__exportAll({ proveTree: () => proveTree });
const FOREIGN_FILES = ["setup.sh"];
async function proveTree(context, target, signal) {
	const { machine, platform, emit } = context;
	const { place, version } = target;
	const name = require_main.moduleName(version, platform);
	const entry = await require_main.findEntry(place, machine.files);
	if (entry === void 0) return { state: "absent" };
	if (!await pinIsPublished(context, version)) return { state: "unproved" };
	const kept = keptExpectation(context, entry, name);
	const expectations = kept === void 0 ? await askedExpectations(target, signal) : [kept];
	if (expectations === void 0) return { state: "unproved" };
	const reader = machine.files.tree;
	const tree = await hashInstalledTree({
		reader,
		root: entry.root,
		moduleName: name,
		ignore: FOREIGN_FILES
	}, signal);
	const verdict = judge$1(tree, expectations);
	if (verdict.accepted === void 0) {
		const evidence = Object.fromEntries(verdict.refused.evidence.map(({ name, value }) => [name, value]));
		emit({
			type: "finding",
			finding: require_main.finding("VER.CACHE_DAMAGED", {
				subject: require_main.versionText(version),
				evidence
			})
		});
		return { state: "damaged" };
	}
	const detail = kept === void 0 ? verdict.accepted.detail : `${verdict.accepted.detail}; by the receipt kept beside it`;
	const proof = {
		...verdict.accepted,
		detail
	};
	if (kept === void 0 || !entry.isMarked) await adopt(context, target, kept === void 0);
	await seal(context, {
		place,
		version,
		proof: verdict.accepted,
		paths: tree.sealed
	});
	emit({
		type: "proved",
		proof
	});
	return {
		state: "proved",
		proof
	};
}
async function pinIsPublished(context, version) {
	const pin = context.inputs.checksum;
	if (pin?.kind !== "sha256") return true;
	return ((await context.releaseTable())?.expectation(require_main.archiveFileName(version, context.platform)))?.value === pin.hex;
}
async function seal({ machine, platform }, proved) {
	const { place, version, proof, paths } = proved;
	const made = require_main.makeSeal({
		moduleName: require_main.moduleName(version, platform),
		proof,
		root: place.root,
		paths
	}, machine.files.tree);
	if (made !== void 0) await unlessReadOnly(() => require_main.writeSeal(place, made, machine.files));
}
async function askedExpectations(target, signal) {
	try {
		return await (await target.proofs()).ofInstalled();
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof require_main.Failure && error.code.startsWith("SUM.")) return void 0;
		throw error;
	}
}
function keptExpectation({ log, inputs }, entry, name) {
	if (entry.receipt === void 0 || inputs.checksum?.kind === "h1") return void 0;
	try {
		return readReceipt(entry.receipt, {
			log,
			moduleName: name
		});
	} catch (error) {
		if (error instanceof require_main.Failure) return void 0;
		throw error;
	}
}
async function adopt({ machine }, { place, proofs }, withReceipt) {
	const receipt = withReceipt ? await (await proofs()).receipt() : void 0;
	await unlessReadOnly(() => require_main.markComplete(place, receipt, machine.files));
}
async function unlessReadOnly(write) {
	try {
		await write();
	} catch (error) {
		if (!(error instanceof require_main.Failure) || error.code !== "FS.READ_ONLY" && error.code !== "FS.PERMISSION") throw error;
	}
}
// src/steps/path-go.ts
var path_go_exports = require_main.__exportAll({
	PATH_OUTCOME: () => "ok",
	findPathGo: () => findPathGo
});
const NAME_IT = {
	title: "Name the version, to install a proved Go",
	kind: "setting",
	text: "go-version: '1.26'",
	risk: "none"
};
async function findPathGo(context, signal) {
	const { emit } = context;
	emit({
		type: "requested",
		spec: "the Go on PATH",
		origin: { kind: "default" }
	});
	return require_main.inPhase(context, "lookup", async () => {
		const claim = await askGo(context, signal);
		const version = require_main.versionText(claim.version);
		emit({
			type: "finding",
			finding: unspecified(claim)
		});
		emit({
			type: "resolved",
			version,
			platform: require_main.platformText(claim.platform),
			learntFrom: ["path"]
		});
		checkWanted(context, claim);
		emit({
			type: "proved",
			proof: await proveClaim({
				...context,
				platform: claim.platform
			}, claim, signal)
		});
		return {
			version: claim.version,
			root: claim.root,
			platform: claim.platform
		};
	});
}
function unspecified({ version, file }) {
	return require_main.finding("VERSION.UNSPECIFIED", {
		subject: "go-version",
		evidence: {
			"Go on PATH": file,
			version: require_main.versionText(version)
		},
		fixes: [NAME_IT]
	});
}
async function askGo(context, signal) {
	const { exec, env } = context.machine;
	const file = await exec.find("go");
	if (file === void 0) throw notInstalled();
	const own = {
		...env,
		GOROOT: void 0,
		GOFLAGS: void 0,
		GOENV: "off",
		GOTOOLCHAIN: "local"
	};
	const ask = async (...args) => {
		const answer = await exec.run({
			file,
			args,
			env: own,
			timeoutMs: require_main.LIMITS.execMs
		}, signal);
		if (answer.exitCode === 0) return answer.stdout.trim();
		throw require_main.failure("GO.NOT_RUNNABLE", {
			subject: file,
			evidence: { "standard error": answer.stderr.slice(0, 300) },
			fixes: [NAME_IT]
		});
	};
	const said = await ask("version");
	const [, text = "", goos = "", goarch = ""] = /^go version go(\S+)(?: .*)? (\w+)\/(\w+)$/u.exec(said) ?? [];
	const version = require_main.parseGoVersion(text);
	if (version === void 0) throw unproved(file, { "go version": said.slice(0, 200) });
	return {
		file,
		version,
		root: await ask("env", "GOROOT"),
		platform: {
			goos,
			goarch,
			cacheArch: context.platform.cacheArch
		}
	};
}
function notInstalled() {
	return require_main.failure("GO.NOT_INSTALLED", {
		subject: "go-version",
		message: "go-version and go-version-file are empty or not given, there is no go.work or go.mod to read a version from, and no Go on PATH",
		fixes: [NAME_IT]
	});
}
function checkWanted({ inputs, platform }, { version, file, platform: own }) {
	const minimum = inputs.minGoVersion;
	if (require_main.compareVersions(version, minimum) < 0) {
		const evidence = {
			"Go on PATH": require_main.versionText(version),
			"min-go-version": require_main.versionText(minimum)
		};
		throw require_main.failure("VERSION.TOO_OLD", {
			subject: file,
			evidence,
			fixes: [NAME_IT]
		});
	}
	if (inputs.architecture !== void 0 && require_main.platformText(platform) !== require_main.platformText(own)) {
		const evidence = {
			expected: require_main.platformText(platform),
			got: require_main.platformText(own)
		};
		throw require_main.failure("VERSION.MISMATCH", {
			subject: file,
			evidence,
			fixes: [NAME_IT]
		});
	}
}
async function proveClaim(context, claim, signal) {
	const { machine } = context;
	const { root, version } = claim;
	const entry = await require_main.findEntry(require_main.destinationPlace(root), machine.files);
	if (entry === void 0) throw unproved(root, { reason: "GOROOT is empty or missing" });
	const name = require_main.moduleName(version, context.platform);
	const kept = keptExpectation(context, entry, name);
	const expectations = kept === void 0 ? await askDatabase(context, version, signal) : [kept];
	const hashes = new Map();
	const onFile = (path, sha256) => void hashes.set(path, sha256);
	const tree = await hashInstalledTree({
		reader: machine.files.tree,
		root,
		moduleName: name,
		ignore: ["setup.sh"],
		onFile
	}, signal);
	const verdict = judge$1(tree, expectations);
	if (verdict.accepted !== void 0) return verdict.accepted;
	const restored = require_preflight.undoGoEnvEdits(tree.goEnv?.toString("utf8") ?? "");
	const again = restored && judge$1(withGoEnv({
		name,
		hashes,
		text: restored.text,
		tree
	}), expectations);
	if (restored === void 0 || again?.accepted === void 0) throw unproved(root, Object.fromEntries(verdict.refused.evidence.map((item) => [item.name, item.value])));
	const { accepted } = again;
	return {
		...accepted,
		detail: `${accepted.detail}; but for these lines of go.env: ${restored.edits.join(", ")}`
	};
}
function withGoEnv(from) {
	return {
		...from.tree,
		tree: rehashTree({
			moduleName: from.name,
			hashes: from.hashes,
			changed: { "go.env": from.text }
		})
	};
}
async function askDatabase(context, version, signal) {
	const sources = await openSources(context, signal);
	try {
		return await openProofs(context, {
			sources,
			version
		}, signal).ofInstalled();
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		const [first, ...rest] = error.findings;
		throw new require_main.Failure([{
			...first,
			fixes: [...first.fixes, NAME_IT]
		}, ...rest], error);
	}
}
function unproved(subject, evidence) {
	return require_main.failure("GO.UNPROVED", {
		subject,
		evidence,
		fixes: [NAME_IT]
	});
}
// src/acquire/sum-tiles.ts
async function tilesFromAny(work, wanted, over) {
	const { wire, servers, dead, tiles } = work;
	const keptAs = (tile) => `${tileKey(tile)}/${tile.width}`;
	for (const server of servers) {
		if (dead.has(server)) continue;
		try {
			const missing = wanted.filter((tile) => !tiles.has(keptAs(tile)));
			const fetched = await fetchTiles({
				wire,
				server,
				parallelCount: require_main.LIMITS.sumsParallelCount
			}, missing, over);
			for (const tile of missing) keep(tiles, keptAs(tile), fetched.get(tileKey(tile)));
			return new Map(wanted.flatMap((tile) => pair(tileKey(tile), tiles.get(keptAs(tile)))));
		} catch (error) {
			over.throwIfAborted();
			if (!(error instanceof require_main.Failure)) throw error;
			dead.set(server, error);
		}
	}
}
function keep(tiles, key, tile) {
	if (tile !== void 0) tiles.set(key, tile);
}
function pair(key, tile) {
	return tile === void 0 ? [] : [[key, tile]];
}
// src/acquire/module-sums.ts
const FORGED = [
	"SUM.NOTE",
	"SUM.RECORD",
	"SUM.PROOF",
	"SUM.FORK"
];
async function proveModuleSums(parts, signal) {
	const { clock } = parts.wire;
	const startMs = clock.monotonic();
	const work = {
		...parts,
		findings: [],
		dead: new Map(),
		tiles: new Map(),
		progress: { proved: 0 }
	};
	const queue = batches(questionsOf(parts));
	const late = new AbortController();
	const done = new AbortController();
	clock.sleep(parts.budgetMs, done.signal).then(() => late.abort(require_main.failure("BUDGET.TOTAL", {
		subject: "go.sum",
		evidence: { "budget ms": parts.budgetMs }
	})), () => void 0);
	const over = AbortSignal.any([signal, late.signal]);
	const worker = async () => {
		for (let batch = queue.shift(); batch !== void 0 && !over.aborted; batch = queue.shift()) await proveBatch(work, batch, over);
	};
	try {
		await Promise.all([worker(), worker()]);
	} catch (error) {
		if (!late.signal.aborted || signal.aborted) throw error;
	} finally {
		done.abort();
	}
	signal.throwIfAborted();
	return summary(work, Math.round(clock.monotonic() - startMs));
}
function summary(work, ms) {
	const { findings, lines, isPrivate, progress } = work;
	const failed = findings.filter(({ code }) => code === "GO.SUMDB_MISMATCH").length;
	const asked = lines.filter((line) => !isPrivate(line.path)).length;
	unreachable(work, { isIncomplete: progress.proved + failed < asked });
	const skipped = lines.length - progress.proved - failed;
	return {
		proof: {
			lines: lines.length,
			proved: progress.proved,
			failed,
			skipped,
			ms
		},
		findings
	};
}
function batches(questions) {
	const size = require_main.LIMITS.sumsBatchCount;
	return Array.from({ length: Math.ceil(questions.length / size) }, (_, index) => questions.slice(index * size, (index + 1) * size));
}
async function proveBatch(work, batch, over) {
	await proveAll(work, await lookUpAll(work, batch, over), over);
}
function questionsOf({ lines, isPrivate }) {
	const byName = new Map();
	for (const line of lines) {
		if (isPrivate(line.path)) continue;
		const name = `${line.path}@${line.version}`;
		byName.set(name, [...byName.get(name) ?? [], line]);
	}
	const questions = [...byName].map(([name, own]) => ({
		name,
		lines: own
	}));
	const isCompiled = (question) => question.lines.some(({ isMod }) => !isMod);
	return [...questions.filter(isCompiled), ...questions.filter((question) => !isCompiled(question))];
}
async function lookUpAll(work, questions, over) {
	const queue = [...questions];
	const looked = [];
	const worker = async () => {
		for (let question = queue.shift(); question !== void 0 && !over.aborted; question = queue.shift()) {
			const found = await lookUpOne(work, question, over);
			if (found !== void 0) looked.push(found);
		}
	};
	await Promise.all(Array.from({ length: Math.min(require_main.LIMITS.sumsParallelCount, questions.length) }, worker));
	return looked;
}
async function lookUpOne(work, question, over) {
	const { wire, log, servers, dead, findings } = work;
	const forged = [];
	let unknownAt = 0;
	for (const server of servers) {
		if (dead.has(server)) continue;
		const answerUntilMs = wire.clock.monotonic() + require_main.LIMITS.sumdbServerMs;
		try {
			const found = await fetchLookup({
				wire,
				server,
				log,
				moduleName: question.name,
				answerUntilMs
			}, over);
			findings.push(...forged.map((item) => ({
				...item,
				severity: "warning"
			})));
			return {
				question,
				...found
			};
		} catch (error) {
			if (over.aborted) return void 0;
			if (!(error instanceof require_main.Failure)) throw error;
			if (error.code === "SUM.NOT_FOUND") unknownAt += 1;
			else if (FORGED.includes(error.code)) forged.push({
				...error.finding,
				subject: server.id,
				...placeOf$1(question)
			});
			else dead.set(server, error);
		}
	}
	findings.push(...forged);
	if (unknownAt > 0 && servers.every((server) => !dead.has(server))) findings.push(unknown(question));
}
async function proveAll(work, looked, over) {
	const [first] = looked;
	if (first === void 0) return;
	const largest = looked.reduce((best, each) => each.head.size > best.head.size ? each : best, first);
	const { head } = largest;
	const knownHead = work.log.heads[0];
	const inTree = looked.filter(({ answer }) => answer.recordNumber < head.size);
	const consistency = consistencySpans(Math.min(head.size, knownHead.size), Math.max(head.size, knownHead.size));
	const data = await tilesFromAny(work, tilesFor([...inTree.flatMap(({ answer }) => inclusionSpans(answer.recordNumber, head.size)), ...consistency], Math.max(head.size, knownHead.size)), over);
	if (data === void 0) return;
	for (const { question, answer } of inTree) try {
		const subject = question.name;
		const inclusion = spanHashes(inclusionSpans(answer.recordNumber, head.size), {
			data,
			subject
		});
		const { recordNumber, record } = answer;
		checkRecordProof({
			recordNumber,
			record,
			note: largest.answer.note,
			inclusion,
			knownHead,
			consistency: spanHashes(consistency, {
				data,
				subject
			})
		}, {
			log: work.log,
			moduleName: question.name
		});
		work.progress.proved += compare$1(work, question, readRecordHashes(record, question.name));
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		work.findings.push({
			...error.finding,
			...placeOf$1(question)
		});
	}
}
function compare$1({ findings }, { name, lines }, recorded) {
	let proved = 0;
	for (const line of lines) {
		const expected = line.isMod ? recorded.mod : recorded.tree;
		if (line.hash === expected) {
			proved += 1;
			continue;
		}
		findings.push(require_main.finding("GO.SUMDB_MISMATCH", {
			subject: name,
			message: `A line of ${line.file} differs from what the checksum database records`,
			evidence: {
				of: line.isMod ? "go.mod" : "module",
				"database says": expected,
				"go.sum says": line.hash
			},
			location: {
				file: line.file,
				line: line.line
			}
		}));
	}
	return proved;
}
function unknown(question) {
	return require_main.finding("GO.PRIVATE_IN_SUMDB", {
		subject: question.name,
		severity: "warning",
		confidence: "likely",
		...placeOf$1(question)
	});
}
function placeOf$1({ lines: [line] }) {
	return line === void 0 ? {} : { location: {
		file: line.file,
		line: line.line
	} };
}
function unreachable({ dead, findings }, { isIncomplete }) {
	if (dead.size === 0 || !isIncomplete) return;
	const codes = [...dead].map(([{ id }, { code }]) => [id, code]);
	findings.push(require_main.finding("GO.SUMDB_UNREACHABLE", {
		subject: "go.sum",
		severity: "warning",
		evidence: Object.fromEntries(codes)
	}));
}
// src/steps/preflight-sums.ts
var preflight_sums_exports = require_main.__exportAll({ proveProjectSums: () => proveProjectSums });
async function proveProjectSums(context, project, signal) {
	const { inputs, machine, log, budgetEndMs } = context;
	const { facts, isAll } = project;
	const database = require_preflight.settingValue(facts.environment, "GOSUMDB").trim();
	const isOurs = /^(?:|sum\.golang\.(?:org|google\.cn))$/u.test(database);
	const lines = sumFiles(facts).flatMap(sumLines);
	if (inputs.offline || !isOurs || lines.length === 0) return void 0;
	const { environment } = facts;
	const patterns = require_preflight.settingValue(environment, "GONOSUMDB") || require_preflight.settingValue(environment, "GOPRIVATE");
	const { checksum } = await openSources(context, signal);
	const leftMs = budgetEndMs - machine.clock.monotonic() - require_main.LIMITS.diagnoseReserveMs;
	return proveModuleSums({
		wire: machine,
		servers: checksum,
		log,
		lines,
		isPrivate: (path) => require_preflight.matchesModulePatterns(patterns, path),
		budgetMs: Math.max(0, isAll ? leftMs : Math.min(leftMs, require_main.LIMITS.sumsQuickMs))
	}, signal);
}
function sumFiles({ modules, work }) {
	return [...modules.map(({ sum }) => sum), work?.sum].filter((sum) => sum !== void 0);
}
function sumLines({ file, lines }) {
	return lines.map(({ path, version, isGoMod, hash, line }) => ({
		path,
		version,
		isMod: isGoMod,
		hash,
		file,
		line
	}));
}
// src/steps/print-environment.ts
var print_environment_exports = require_main.__exportAll({ printEnvironment: () => printEnvironment });
async function printEnvironment(context, signal) {
	const provided = await require_main.findInstalled(context, {
		spec: context.request?.spec,
		sources: require_main.once(() => openSources(context, signal))
	}, signal);
	if (provided === void 0) {
		const where = context.destination ?? context.machine.toolCache.directory;
		const asked = context.request?.spec.text;
		const fixes = [{
			title: "Install it",
			kind: "command",
			text: `setup-go-robust install ${asked ?? "stable"}`,
			risk: "none"
		}];
		throw require_main.failure("GO.NOT_INSTALLED", {
			subject: asked ?? "go",
			evidence: { "looked in": where },
			fixes
		});
	}
	await require_main.makeKnown(context, provided, signal);
	return "ok";
}
// src/domain/private-version.ts
function parsePrivateVersion(text) {
	const known = require_main.parseGoVersion(text);
	if (known !== void 0) return {
		version: known,
		suffix: ""
	};
	const [, base = "", suffix = ""] = /^([^-]+)(-[0-9A-Za-z][0-9A-Za-z.-]{0,40})$/u.exec(text) ?? [];
	const version = require_main.parseGoVersion(base);
	return version === void 0 || version.prerelease !== void 0 ? void 0 : {
		version,
		suffix
	};
}
function privateVersionText({ version, suffix }) {
	return `${require_main.versionText(version)}${suffix}`;
}
function privateVersionName({ version, suffix }) {
	return `${require_main.versionSemver(version)}${suffix}`;
}
// src/verify/private-record.ts
const SCHEMA = "setup-go-robust/private-build@1";
const MAX_RECORD_BYTES = 16384;
function makePrivateRecord(record) {
	return `${JSON.stringify({
		schema: SCHEMA,
		...record
	}, void 0, 1)}\n`;
}
function readPrivateRecord(bytes) {
	const value = bytes.length > MAX_RECORD_BYTES ? void 0 : require_main.parseJsonObject(Buffer.from(bytes).toString("utf8"));
	if (value?.["schema"] !== SCHEMA) return void 0;
	const { moduleName, tree, root } = value;
	if (typeof moduleName !== "string" || typeof root !== "string" || typeof tree !== "string") return void 0;
	return require_main.isTreeHash(tree) ? {
		moduleName,
		tree,
		root
	} : void 0;
}
// src/steps/private-entry.ts
var private_entry_exports = require_main.__exportAll({ findPrivate: () => findPrivate });
async function findPrivate(context, wanted, signal) {
	for (const { build, place } of await entries(context, wanted.base)) {
		if (!isWanted(build, wanted.spec)) continue;
		const proof = await proveEntry(context, place, signal);
		if (proof === void 0) continue;
		context.emit({
			type: "proved",
			proof
		});
		const name = privateVersionText(build);
		return {
			version: build.version,
			name,
			root: place.root,
			from: "tool-cache",
			place
		};
	}
}
async function entries({ machine, destination, platform }, base) {
	if (destination !== void 0) {
		const place = require_main.destinationPlace(destination);
		const build = parsePrivateVersion((await require_main.findEntry(place, machine.files))?.versionLine?.trim() ?? "");
		return build === void 0 ? [] : [{
			build,
			place
		}];
	}
	const tool = require_main.privateTool(base);
	const toolCache = machine.toolCache.directory;
	return machine.toolCache.versions(tool, platform.cacheArch).flatMap((name) => parsePrivateVersion(name) ?? []).sort((a, b) => require_main.compareVersions(b.version, a.version) || bySuffix(b.suffix, a.suffix)).map((build) => ({
		build,
		place: require_main.toolPlace({
			toolCache,
			tool,
			name: privateVersionName(build),
			platform
		})
	}));
}
function bySuffix(a, b) {
	return a.localeCompare(b, "en", { numeric: true });
}
function isWanted(build, spec) {
	const text = spec.text.replace(/^(?:go|v)/u, "");
	if (text === privateVersionText(build) || text === privateVersionName(build)) return true;
	return !(spec.kind === "exact" && build.suffix !== "") && spec.kind !== "alias" && require_main.matching(spec, [{
		version: build.version,
		stable: true
	}]).length > 0;
}
async function proveEntry({ machine, inputs, emit }, place, signal) {
	const entry = await require_main.findEntry(place, machine.files);
	const record = entry?.receipt === void 0 ? void 0 : readPrivateRecord(entry.receipt);
	const pin = inputs.checksum;
	if (record === void 0 || pin?.kind === "sha256" || pin === void 0 && inputs.verification !== "source") return void 0;
	const { moduleName, tree, root } = record;
	const reader = machine.files.tree;
	const found = await hashInstalledTree({
		reader,
		root: place.root,
		moduleName
	}, signal);
	if (pin !== void 0) return found.tree === pin.text ? {
		kind: "pinned-checksum",
		root: "checksum input",
		value: found.tree,
		detail: "pinned by the user"
	} : void 0;
	if (found.tree !== tree) {
		emit({
			type: "finding",
			finding: require_main.finding("VER.CACHE_DAMAGED", {
				subject: place.root,
				evidence: {
					expected: tree,
					got: found.tree
				}
			})
		});
		return;
	}
	emit({
		type: "finding",
		finding: require_main.finding("VER.NO_PROOF", {
			subject: root,
			severity: "warning",
			message: "The source vouched for itself when this build was installed: it is unchanged since, and that is all that is known"
		})
	});
	return {
		kind: "source-listing",
		root,
		value: tree,
		detail: "as recorded when it was installed"
	};
}
// src/steps/private-build.ts
var private_build_exports = require_main.__exportAll({ provideFloating: () => provideFloating });
async function provideFloating(context, { request, base }, signal) {
	const { inputs, platform } = context;
	if (inputs.verification === "strict" && inputs.checksum === void 0) throw unvouched(base);
	const written = require_main.writtenVersion(request.spec);
	if (written === void 0) throw noList(base, request);
	const standing = await findPrivate(context, {
		base,
		spec: request.spec
	}, signal);
	if (standing !== void 0) return standing;
	if (inputs.offline) throw require_main.failure("OFFLINE.NOT_FOUND", {
		subject: request.spec.text,
		evidence: { source: require_main.redactUrl(base) }
	});
	const candidate = require_main.floatingCandidate({
		base,
		token: inputs.sourceToken
	}, written, platform);
	const version = parsePrivateVersion(written)?.version ?? {
		major: 0,
		minor: 0,
		patch: 0
	};
	for (const finding of aboveMinimum(choiceOf(context, request), [{ version }]).warnings) context.emit({
		type: "finding",
		finding
	});
	const outcome = await provideBuild(context, {
		base,
		candidates: [candidate],
		version,
		nextAttempt: () => 1
	}, signal);
	if ("root" in outcome) return outcome;
	const [first, ...rest] = outcome.findings;
	throw first === void 0 ? new Error("an attempt failed without a finding") : new require_main.Failure([first, ...rest]);
}
async function provideBuild(context, build, signal) {
	const place = placeOf(context, build.base, require_main.versionSemver(build.version));
	const proofs = privateProofs(context, signal);
	const work = () => withSpool(context, {
		...build,
		place,
		work: (spool) => installBuild(context, {
			...build,
			place,
			proofs,
			spool
		}, signal)
	});
	return underLock(context, {
		place,
		work
	}, signal);
}
function placeOf({ destination, machine, platform }, base, name) {
	if (destination !== void 0) return require_main.destinationPlace(destination);
	return require_main.toolPlace({
		toolCache: machine.toolCache.directory,
		tool: require_main.privateTool(base),
		name,
		platform
	});
}
async function installBuild(context, build, signal) {
	const staged = await acquire(context, build, signal);
	if ("findings" in staged) return {
		findings: staged.findings,
		exists: false
	};
	return discardUnpublished(context, staged, publishBuild(context, {
		...build,
		staged
	}));
}
async function publishBuild(context, build) {
	const { machine, platform, emit } = context;
	const { staged } = build;
	const real = await readVersion(context, staged.stage.root);
	const place = placeOf(context, build.base, privateVersionName(real));
	await machine.files.makeDirectory(place.parent);
	const { proof, stage, tree } = staged;
	if (tree === void 0) throw new Error("the tree of a private build was not hashed");
	const record = {
		moduleName: require_main.moduleName(build.version, platform),
		tree,
		root: proof.root
	};
	const randomName = () => machine.randomName();
	await require_main.publish({
		place,
		stage,
		files: machine.files,
		randomName,
		receipt: makePrivateRecord(record),
		replace: true
	});
	emit({
		type: "proved",
		proof
	});
	const name = privateVersionText(real);
	if (name !== require_main.versionText(build.version)) emit({
		type: "resolved",
		version: name,
		platform: require_main.platformText(platform),
		learntFrom: ["VERSION"]
	});
	return {
		version: real.version,
		name,
		root: place.root,
		from: "download",
		place
	};
}
const VERSION_BYTES = 4096;
async function readVersion({ machine }, root) {
	const [line = ""] = (await machine.files.read((0, node_path.join)(root, "VERSION"), VERSION_BYTES)).toString("utf8").split(/\r?\n/u);
	const read = parsePrivateVersion(line.trim());
	if (read !== void 0) return read;
	throw require_main.failure("ARC.LAYOUT", {
		subject: "VERSION",
		evidence: { "first line": line.slice(0, 100) }
	});
}
function privateProofs(context, signal) {
	const pin = context.inputs.checksum;
	const listed = new Map();
	const listedOf = (candidate) => {
		const known = listed.get(candidate.url) ?? require_main.once(() => listedExpectation(context, candidate, signal));
		listed.set(candidate.url, known);
		return known();
	};
	return {
		ofFile: async (candidate) => {
			if (pin !== void 0) return pin.kind === "sha256" ? pinned(pin, candidate.fileName) : void 0;
			return listedOf(candidate);
		},
		ofArchive: async (candidate) => {
			if (pin !== void 0) return [pinned(pin, candidate.fileName)];
			const expectation = await listedOf(candidate);
			if (expectation !== void 0) return [expectation];
			await touchArchive(context, candidate, signal);
			throw require_main.failure("VER.NO_PROOF", {
				subject: candidate.sourceId,
				message: "The source lists no checksum of this build (<file>.sha256 over https)",
				fixes: [PIN_IT]
			});
		},
		wantsTree: () => true,
		ofInstalled: async () => {
			throw require_main.failure("VER.NO_PROOF", { subject: "private build" });
		},
		receipt: async () => void 0
	};
}
async function touchArchive(context, candidate, signal) {
	const archive = openSilently(context, candidate, signal);
	try {
		for await (const chunk of archive.stream()) if (chunk.length > 0) break;
	} finally {
		archive.close();
	}
}
const PIN_IT = PRIVATE_FIXES[1];
function unvouched(base) {
	return require_main.failure("VER.NO_PROOF", {
		subject: require_main.redactUrl(base),
		message: "Builds of this source are not those of the Go project: set verification: source, or pin checksum",
		fixes: PRIVATE_FIXES
	});
}
function noList(base, request) {
	return new require_main.Failure([noListFinding(base, request)]);
}
function noListFinding(base, { spec }) {
	return require_main.finding("VERSION.NO_SOURCE", {
		subject: spec.text,
		message: "This source has no version list, so a range or an alias cannot be resolved there",
		evidence: {
			source: require_main.redactUrl(base),
			accepted: "a version such as 1.26.8, or a line such as 1.26"
		},
		fixes: [{
			title: "Name a version or a line",
			kind: "setting",
			text: "go-version: '1.26'",
			risk: "none"
		}]
	});
}
// src/install/drive.ts
function isHosted(env) {
	if (env["RUNNER_ENVIRONMENT"] !== void 0) return env["RUNNER_ENVIRONMENT"] === "github-hosted";
	return env["AGENT_ISSELFHOSTED"] === "0";
}
async function homeOf(place, machine) {
	const { files, env, os } = machine;
	if (os !== "win32" || files.link === void 0 || !isHosted(env) || !/^c:/iu.test(place.root)) return place;
	for (const drive of ["C:\\", "D:\\"]) if (await files.stat(drive) === void 0) return place;
	if ((await files.stat(place.root))?.kind === "directory") return place;
	const move = (path) => path.replace(/^c:/iu, "D:");
	return {
		...place,
		root: move(place.root),
		parent: move(place.parent),
		marker: move(place.marker),
		lock: move(place.lock),
		receipt: move(place.receipt),
		seal: move(place.seal),
		ownParents: place.ownParents.map(move)
	};
}
async function linkHome(place, home, files) {
	await files.makeDirectory(place.parent);
	await putLink(files, {
		target: home.root,
		path: place.root,
		kind: "directory"
	});
	if (await files.stat(home.receipt) !== void 0) await files.write(place.receipt, await files.read(home.receipt, RECEIPT_BYTES));
	try {
		await putLink(files, {
			target: home.marker,
			path: place.marker,
			kind: "file"
		});
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		await files.write(place.marker, "");
	}
}
const RECEIPT_BYTES = 262144;
async function putLink(files, link) {
	if (await files.link?.(link) !== false) return;
	await files.remove(link.path);
	await files.link?.(link);
}
// src/steps/provide.ts
var provide_exports = require_main.__exportAll({ provide: () => provide });
async function provide(context, { request, sources }, signal) {
	const { candidates, ...heard } = await resolveRequest(context, {
		request,
		sources
	}, signal);
	const nextAttempt = counter();
	const failed = [];
	for (const { version } of candidates.slice(0, require_main.LIMITS.fallbackVersionCount)) {
		const outcome = await provideVersion(context, {
			version,
			sources,
			...heard,
			nextAttempt
		}, signal);
		if ("root" in outcome) return outcome;
		failed.push(outcome);
		if (!outcome.findings.some(({ code }) => isRefusal(code)) || outcome.findings.some(({ code }) => code === "VER.TAMPERED")) break;
		if (request.spec.kind !== "exact") context.emit({
			type: "finding",
			finding: notServed(context, version, "warning")
		});
	}
	throw await exhausted(context, {
		request,
		sources,
		failed
	}, signal);
}
async function provideVersion(outer, wanted, signal) {
	const { version } = wanted;
	const context = require_main.forRelease(outer, version);
	const { files, env, platform } = context.machine;
	const place = require_main.placeFor(context, version);
	const proofs = openProofs(context, wanted, signal);
	if ((await require_main.proveStanding(context, {
		place,
		version,
		proofs: async () => proofs
	}, signal)).state === "proved") return {
		version,
		root: place.root,
		from: "tool-cache"
	};
	const base = require_main.ownBase(context.inputs);
	if (base !== void 0 && !await isPublished(context, wanted, proofs)) {
		const candidates = orderCandidates({
			...wanted,
			sources: wanted.sources.archives,
			platform: context.platform
		});
		return provideBuild(context, {
			...wanted,
			base,
			candidates
		}, signal);
	}
	const home = await homeOf(place, {
		files,
		env,
		os: platform.os
	});
	const all = orderCandidates({
		...wanted,
		sources: wanted.sources.archives,
		platform: context.platform
	});
	const candidates = context.inputs.offline ? all.filter(({ url }) => url.startsWith("file:")) : all;
	const locked = {
		...wanted,
		place: home,
		proofs,
		candidates
	};
	const work = () => withSpool(context, {
		...locked,
		work: (spool) => installLocked(context, {
			...locked,
			spool
		}, signal)
	});
	const outcome = await underLock(context, {
		place: home,
		work
	}, signal);
	if (home === place || "findings" in outcome) return outcome;
	await linkHome(place, home, files);
	return {
		...outcome,
		root: place.root,
		place: home
	};
}
async function isPublished(context, { sources, version }, proofs) {
	const candidates = sources.archives.flatMap((source) => source.candidate(version, context.platform) ?? []);
	for (const candidate of candidates) if (await proofs.ofFile(candidate) !== void 0) return true;
	try {
		await proofs.ofInstalled();
		return true;
	} catch (error) {
		if (!(error instanceof require_main.Failure) || !error.code.startsWith("SUM.")) throw error;
		return false;
	}
}
async function installLocked(context, wanted, signal) {
	const { place, version, proofs } = wanted;
	const target = {
		place,
		version,
		proofs: async () => proofs
	};
	const standing = await require_main.proveStanding(context, target, signal);
	if (standing.state === "proved") return {
		version,
		root: place.root,
		from: "tool-cache"
	};
	const outcome = await acquire(context, wanted, signal);
	if ("findings" in outcome) {
		const { findings } = outcome;
		return {
			findings,
			exists: !(findings.length > 0 && !findings.some(({ code }) => isRefusal(code))) && await proofs.receipt() !== void 0
		};
	}
	const replace = standing.state !== "absent";
	return discardUnpublished(context, outcome, publishStaged(context, {
		...target,
		staged: outcome,
		replace
	}, signal));
}
async function publishStaged(context, work, signal) {
	const { machine, emit } = context;
	const { place, version, staged, replace } = work;
	const { stage, proof } = staged;
	const receipt = await (await work.proofs()).receipt();
	const randomName = () => machine.randomName();
	const { published } = await require_main.publish({
		place,
		stage,
		files: machine.files,
		randomName,
		receipt,
		replace
	});
	if (!published && (await require_main.proveStanding(context, work, signal)).state !== "proved") throw new Error(`another tree stands at ${place.root} although the lock is held`);
	if (published) await seal(context, {
		place,
		version,
		proof,
		paths: staged.sealed
	});
	emit({
		type: "proved",
		proof
	});
	return {
		version,
		root: place.root,
		from: published ? "download" : "tool-cache"
	};
}
function counter() {
	let count = 0;
	return () => {
		count += 1;
		return count;
	};
}
// src/verify/release-table.ts
const TABLE_SCHEMA = "setup-go-robust/releases@1";
const MAX_TABLE_BYTES = 4194304;
const CONFIRMING_LISTS = 2;
const ROW_PATTERN = "([a-z0-9]{1,20})-([a-z0-9]{1,20}) ([0-9a-f]{64}) ([1-9]\\d?)(?: ([1-9]\\d{0,9}))?";
const ROW = new RegExp(`^${ROW_PATTERN}$`, "u");
const ROWS = new RegExp(`^${ROW_PATTERN}(?:;${ROW_PATTERN})*$`, "u");
function parseReleaseTable(bytes) {
	const table = parseTable(bytes);
	const releases = new Map();
	const versions = [];
	for (const [name, rows] of Object.entries(table.releases)) {
		const version = name.startsWith("go") ? require_main.parseGoVersion(name) : void 0;
		if (version === void 0 || typeof rows !== "string" || !ROWS.test(rows)) throw malformed(name);
		if (releases.has(versionKey(version))) throw malformed(name);
		releases.set(versionKey(version), {
			name,
			rows
		});
		versions.push(version);
	}
	const files = (version) => {
		const release = releases.get(versionKey(version));
		return release === void 0 ? [] : parseRows(release.name, release.rows);
	};
	return {
		date: table.date,
		knownVersions: versions.sort((a, b) => require_main.compareVersions(b, a)),
		files,
		expectation: (fileName) => {
			const version = require_main.parseGoVersion(/^go\d+(?:\.\d+)*(?:[a-z]+\d+)?(?=\.)/u.exec(fileName)?.[0] ?? "");
			return expectationOf(version === void 0 ? void 0 : files(version).find((each) => each.fileName === fileName), table.date);
		}
	};
}
function expectationOf(file, date) {
	if (file === void 0 || file.listCount < CONFIRMING_LISTS) return void 0;
	return {
		kind: "release-table",
		over: "file",
		fileName: file.fileName,
		value: file.sha256,
		root: `release table of ${date}`,
		detail: `${file.listCount} public lists agree`
	};
}
function versionKey({ major, minor, patch, prerelease }) {
	return [
		major,
		minor,
		patch,
		prerelease?.kind,
		prerelease?.number
	].join(".");
}
function parseRows(release, rows) {
	const files = rows.split(";").map((row) => parseRow(release, row));
	if (new Set(files.map(({ fileName }) => fileName)).size < files.length) throw malformed(release);
	return files;
}
function parseRow(release, row) {
	const match = ROW.exec(row);
	const [, goos = "", arch = "", sha256 = "", lists = "", size] = match ?? [];
	if (match === null) throw malformed(`${release}: ${row.slice(0, 100)}`);
	return {
		fileName: `${release}.${goos}-${arch}.${goos === "windows" ? "zip" : "tar.gz"}`,
		goos,
		goarch: arch === "armv6l" ? "arm" : arch,
		sha256,
		listCount: Number(lists),
		...size === void 0 ? {} : { sizeBytes: Number(size) }
	};
}
function parseTable(bytes) {
	if (bytes.length > MAX_TABLE_BYTES) throw malformed(`${bytes.length} bytes`);
	let value;
	try {
		value = JSON.parse(Buffer.from(bytes).toString("utf8"));
	} catch (error) {
		throw malformed("JSON", error);
	}
	const { schema, date, releases } = typeof value === "object" && value !== null ? value : {};
	if (!(schema === TABLE_SCHEMA && typeof date === "string" && /^\d{4}-\d\d-\d\d$/u.test(date)) || typeof releases !== "object" || releases === null || Array.isArray(releases)) throw malformed("shape");
	return {
		date,
		releases
	};
}
function malformed(where, cause) {
	return require_main.failure("LIST.MALFORMED", {
		subject: "release table",
		evidence: { where }
	}, cause);
}
// src/steps/release-table.ts
var release_table_exports = require_main.__exportAll({ readReleaseTable: () => readReleaseTable });
async function readReleaseTable(setting, emit) {
	try {
		return parseReleaseTable(await setting.readTable());
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		emit({
			type: "finding",
			finding: {
				...error.finding,
				severity: "warning"
			}
		});
		return;
	}
}
// src/domain/cache-plan.ts
function planText(plan) {
	return JSON.stringify(plan);
}
function readPlan(text) {
	const value = require_main.parseJsonObject(text);
	return isPlan(value) ? value : void 0;
}
function isPlan(value) {
	if (!require_main.isJsonObject(value)) return false;
	const { entries, reason, restoredAtMs, workspace, foreign } = value;
	if (!Array.isArray(entries) || !entries.every(isEntry) || !Array.isArray(foreign)) return false;
	if (reason !== void 0 && typeof reason !== "string") return false;
	return Number.isFinite(restoredAtMs) && isText(workspace) && foreign.every(isText);
}
function isEntry(value) {
	if (!require_main.isJsonObject(value)) return false;
	const { kind, path, key, isUpdate } = value;
	return (kind === "modules" || kind === "build") && isText(path) && isText(key) && typeof isUpdate === "boolean";
}
function isText(value) {
	return typeof value === "string" && value !== "";
}
// src/install/module-cache.ts
function listModuleParts(files, root) {
	const parts = [];
	visitDirectories(files, root, ({ path, below, name }) => {
		if (below === "cache") return "skip";
		if (!name.includes("@")) return "enter";
		parts.push({
			kind: "tree",
			path,
			module: unescapeModuleName(below)
		});
		return "skip";
	});
	visitDirectories(files, (0, node_path.join)(root, "cache", "download"), ({ path, below, name }) => {
		if (below === "sumdb") return "skip";
		if (name !== "@v") return "enter";
		parts.push(...versionFiles(files, path, below.slice(0, -3)));
		return "skip";
	});
	return parts;
}
function visitDirectories(files, root, visit) {
	const waiting = [{
		path: root,
		below: ""
	}];
	for (const { path: directory, below: prefix } of waiting) for (const { name, kind } of readDirectory(files, directory)) {
		const at = {
			path: (0, node_path.join)(directory, name),
			below: prefix === "" ? name : `${prefix}/${name}`,
			name
		};
		if (kind === "directory" && visit(at) === "enter") waiting.push(at);
	}
}
function versionFiles(files, directory, modulePath) {
	return readDirectory(files, directory).flatMap(({ name, kind }) => {
		const match = /^(v.+)\.(info|mod|zip|ziphash|lock|partial)$/u.exec(name);
		if (kind !== "file" || match === null) return [];
		const module = unescapeModuleName(`${modulePath}@${match[1]}`);
		return [{
			kind: match[2] === "info" || match[2] === "mod" ? "mod" : "zip",
			module,
			path: (0, node_path.join)(directory, name)
		}];
	});
}
function readDirectory(files, path) {
	try {
		return files.tree.readDirectory(path);
	} catch {
		return [];
	}
}
// src/policy/cache-writing.ts
const EVENTS_WITHOUT_WRITING = ["release", "pull_request_target"];
function whyNotWritten(job, mode) {
	if (mode === "read-only") return "cache-mode is read-only";
	if (job.event !== void 0 && EVENTS_WITHOUT_WRITING.includes(job.event)) return `the event is ${job.event}`;
	if (job.ref?.startsWith("refs/tags/") === true) return "the job runs on a tag";
	return job.isReadOnly ? "the runner allows reading only" : void 0;
}
// src/domain/name-pattern.ts
function parseNamePattern(text) {
	const tokens = [];
	for (let at = 0; at < text.length; at += 1) {
		const character = text[at] ?? "";
		const set = character === "[" ? /^\[(!?)([^\]]+)\]/u.exec(text.slice(at)) : null;
		if (set !== null) {
			tokens.push({
				kind: "set",
				isNegated: set[1] === "!",
				ranges: parseRanges(set[2] ?? "")
			});
			at += set[0].length - 1;
		} else if (character === "?") tokens.push({ kind: "one" });
		else if (character !== "*") tokens.push({
			kind: "character",
			character
		});
		else if (tokens.at(-1)?.kind !== "many") tokens.push({ kind: "many" });
	}
	return tokens;
}
function parseRanges(text) {
	const ranges = [];
	for (let at = 0; at < text.length; at += 1) {
		const first = text[at] ?? "";
		const isRange = text[at + 1] === "-" && at + 2 < text.length;
		ranges.push([first, isRange ? text[at + 2] ?? first : first]);
		if (isRange) at += 2;
	}
	return ranges;
}
function matchesName(pattern, name) {
	let token = 0;
	let retry;
	for (let at = 0; at < name.length;) {
		const current = pattern[token];
		if (current?.kind === "many") {
			retry = {
				token,
				at
			};
			token += 1;
		} else if (current !== void 0 && matchesCharacter(current, name[at] ?? "")) {
			at += 1;
			token += 1;
		} else {
			if (retry === void 0) return false;
			retry.at += 1;
			at = retry.at;
			token = retry.token + 1;
		}
	}
	return pattern.slice(token).every(({ kind }) => kind === "many");
}
function matchesCharacter(token, character) {
	if (token.kind === "character") return token.character === character;
	if (token.kind !== "set") return true;
	return token.ranges.some(([from, to]) => from <= character && character <= to) !== token.isNegated;
}
// src/domain/cache-pattern.ts
const LONGEST = 1e3;
function readCachePatterns(text, place) {
	const patterns = [];
	const outside = [];
	for (const line of text.split(/\r?\n/u).map((each) => each.trim())) {
		if (line === "" || line.startsWith("#")) continue;
		const marks = /^!*/u.exec(line)?.[0].length ?? 0;
		const names = line.length > LONGEST ? void 0 : namesInside(line.slice(marks).trim(), place);
		if (names === void 0) outside.push(line.slice(0, 200));
		else {
			const parts = (place.isWindows ? names.map((name) => name.toLowerCase()) : names).map((name) => name === "**" ? "any" : parseNamePattern(name));
			patterns.push({
				text: line,
				isExclusion: marks % 2 === 1,
				parts,
				ignoresCase: place.isWindows
			});
		}
	}
	return {
		patterns,
		outside
	};
}
function namesInside(path, { workspace, isWindows }) {
	const slashes = (text) => isWindows ? text.replaceAll("\\", "/") : text;
	const same = (text) => isWindows ? text.toLowerCase() : text;
	const root = slashes(workspace).replace(/\/+$/u, "");
	let rest = slashes(path);
	if (rest.startsWith("/") || rest === "~" || rest.startsWith("~/") || isWindows && /^[a-z]:/iu.test(rest)) {
		if (same(rest) !== same(root) && !same(rest).startsWith(same(`${root}/`))) return void 0;
		rest = rest.slice(root.length);
	}
	const names = [];
	for (const name of rest.split("/")) {
		if (name === "" || name === ".") continue;
		if (name !== "..") names.push(name);
		else if (names.length === 0 || /[*?[]/u.test(names.pop() ?? "")) return void 0;
	}
	return names;
}
function matchPattern(pattern, names) {
	const { parts, ignoresCase } = pattern;
	let states = reach(new Set([0]), parts);
	for (const name of names) {
		if (states.has(parts.length)) return "whole";
		const next = new Set();
		for (const state of states) {
			const part = parts[state];
			if (part === "any") next.add(state);
			else if (part !== void 0 && matchesName(part, ignoresCase ? name.toLowerCase() : name)) next.add(state + 1);
		}
		states = reach(next, parts);
	}
	if (states.has(parts.length)) return "whole";
	return states.size > 0 ? "begun" : "none";
}
function reach(states, parts) {
	for (const state of states) if (parts[state] === "any") states.add(state + 1);
	return states;
}
// src/install/cache-dependencies.ts
const DEPENDENCY_FILES = [
	"go.mod",
	"go.sum",
	"go.work",
	"go.work.sum"
];
const SKIPPED = [
	"vendor",
	"node_modules",
	"testdata"
];
function findDependencyFiles(search) {
	return walk(search, {
		enter: (names) => !SKIPPED.includes(names.at(-1) ?? "") && names.at(-1)?.startsWith(".") !== true,
		take: (names) => DEPENDENCY_FILES.includes(names.at(-1) ?? "")
	});
}
function findPatternFiles(search, patterns) {
	const included = patterns.filter((pattern) => !pattern.isExclusion);
	const excluded = patterns.filter((pattern) => pattern.isExclusion);
	const isOut = (names) => excluded.some((pattern) => matchPattern(pattern, names) === "whole");
	const used = new Set();
	return {
		paths: walk(search, {
			enter: (names) => names.at(-1) !== ".git" && !isOut(names) && included.some((each) => matchPattern(each, names) !== "none"),
			take: (names) => {
				const matching = included.filter((pattern) => matchPattern(pattern, names) === "whole");
				for (const pattern of matching) used.add(pattern);
				return matching.length > 0 && !isOut(names);
			}
		}),
		unmatched: included.filter((pattern) => !used.has(pattern))
	};
}
function walk({ files, workspace, foreign }, choice) {
	const outside = new Set(foreign.map((path) => (0, node_path.resolve)(path)));
	const { paths } = require_preflight.walkTree({
		entries: (place) => entriesOf(files, (0, node_path.join)(workspace, ...place)),
		enter: (place) => !outside.has((0, node_path.join)(workspace, ...place)) && choice.enter(place),
		take: choice.take,
		limits: {
			depth: require_main.LIMITS.dependencyDepth,
			directoryCount: require_main.LIMITS.dependencyDirectoryCount,
			fileCount: require_main.LIMITS.dependencyFileCount
		}
	});
	return paths;
}
function entriesOf(files, directory) {
	try {
		return files.tree.readDirectory(directory);
	} catch {
		return [];
	}
}
async function hashDependencyFiles({ files, workspace }, paths) {
	const whole = (0, (node_crypto ??= require("node:crypto")).createHash)("sha256");
	for (const path of paths) {
		const bytes = await files.read((0, node_path.join)(workspace, ...path.split("/")), require_main.LIMITS.dependencyFileBytes);
		whole.update(`${(0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(bytes).digest("hex")}  ${path}\n`);
	}
	return whole.digest("hex");
}
async function readSumFiles({ files, workspace }, paths) {
	const sums = paths.filter((path) => /(?:^|\/)go(?:\.work)?\.sum$/u.test(path));
	const read = async (path) => (await files.read((0, node_path.join)(workspace, path.replaceAll("/", node_path.sep)), require_main.LIMITS.dependencyFileBytes)).toString("utf8");
	return Promise.all(sums.map(read));
}
// src/domain/os-release.ts
function distributionName(osRelease) {
	const fields = new Map();
	for (const line of osRelease.split("\n")) {
		const match = /^([A-Z_]+)=(?:"([^"]*)"|'([^']*)'|(\S*))\s*$/u.exec(line);
		if (match !== null) fields.set(match[1] ?? "", match[2] ?? match[3] ?? match[4] ?? "");
	}
	return `${fields.get("ID") ?? ""}${fields.get("VERSION_ID") ?? ""}`.toLowerCase().replace(/[^a-z0-9._]/gu, "_").slice(0, 40) || "linux";
}
// src/install/cache-settings.ts
async function readCacheSettings(go, signal) {
	const { exec, root, platform, env } = go;
	const names = [
		"GOMODCACHE",
		"GOPATH",
		"GOCACHE",
		"GOOS",
		"GOARCH"
	];
	const file = (0, node_path.join)(root, "bin", platform.goos === "windows" ? "go.exe" : "go");
	const own = {
		...env,
		GOROOT: void 0,
		GOTOOLCHAIN: "local"
	};
	const answer = await exec.run({
		file,
		args: ["env", ...names],
		env: own,
		cwd: root,
		timeoutMs: require_main.LIMITS.goEnvMs
	}, signal);
	const [modules = "", gopath = "", build = "", goos = "", goarch = ""] = answer.exitCode === 0 ? answer.stdout.split(/\r?\n/u) : [];
	const first = gopath.split(platform.goos === "windows" ? ";" : ":")[0];
	return {
		modules: modules || (first ? (0, node_path.join)(first, "pkg", "mod") : void 0),
		build: build === "" || build === "off" ? void 0 : build,
		target: {
			goos: goos || platform.goos,
			goarch: goarch || platform.goarch
		}
	};
}
async function readDistribution(files, platform) {
	if (platform.goos !== "linux") return void 0;
	const name = distributionName(await readOsRelease(files));
	const libraries = [...await files.list("/lib"), ...await files.list("/lib64")];
	return libraries.some((library) => library.startsWith("ld-musl-")) && !libraries.some((library) => library.startsWith("ld-linux")) ? `${name}_musl` : name;
}
async function readOsRelease(files) {
	for (const path of ["/etc/os-release", "/usr/lib/os-release"]) if (await files.stat(path) !== void 0) {
		const bytes = await files.read(path, require_main.LIMITS.versionFileBytes).catch(() => void 0);
		if (bytes !== void 0) return bytes.toString("utf8");
	}
	return "";
}
// src/policy/cache-keys.ts
function cacheKeys(parts) {
	const { platform, target, distribution, goVersion, dependencyHash } = parts;
	const isCross = target.goos !== platform.goos || target.goarch !== platform.goarch;
	const place = [
		platform.goos,
		isCross ? `${platform.goarch}_${target.goos}_${target.goarch}` : platform.goarch,
		...distribution === void 0 ? [] : [distribution]
	].join("-");
	const modules = `setup-go-robust-modules-${place}-`;
	const build = `setup-go-robust-build-${place}-go${goVersion.replaceAll(/[^a-z0-9.]/giu, "_")}-`;
	return {
		modules: {
			kind: "modules",
			key: `${modules}${dependencyHash}`,
			prefixes: [modules]
		},
		build: {
			kind: "build",
			key: `${build}${dependencyHash}`,
			prefixes: [build]
		}
	};
}
// src/steps/cache-wanted.ts
async function wantedCaches(context, go, signal) {
	const { machine, workspace } = context;
	const { files, exec, env } = machine;
	const { platform = context.platform, name = require_main.versionText(go.version) } = go;
	const { modules, build, target } = await readCacheSettings({
		exec,
		env,
		platform,
		root: go.root
	}, signal);
	const foreign = [
		go.root,
		machine.toolCache.directory,
		modules,
		build
	].filter((path) => path !== void 0);
	const paths = dependencyPaths(context, {
		files,
		workspace,
		foreign
	});
	if (paths.length === 0) return "no dependency files were found";
	const dependencyHash = await hashDependencyFiles({
		files,
		workspace
	}, paths);
	const keys = cacheKeys({
		platform,
		target,
		distribution: await readDistribution(files, platform),
		goVersion: name,
		dependencyHash
	});
	const entries = [...modules === void 0 ? [] : [{
		...keys.modules,
		path: modules
	}], ...build === void 0 ? [] : [{
		...keys.build,
		path: build
	}]];
	return entries.length === 0 ? "this Go names no cache directories" : {
		entries,
		foreign
	};
}
function dependencyPaths(context, search) {
	const { inputs, machine, workspace, emit } = context;
	if (inputs.cacheDependencyPath === void 0) return findDependencyFiles(search);
	const place = {
		workspace,
		isWindows: machine.platform.os === "win32"
	};
	const { patterns, outside } = readCachePatterns(inputs.cacheDependencyPath, place);
	const { paths, unmatched } = findPatternFiles(search, patterns);
	const complain = (pattern, problem) => {
		const evidence = {
			pattern,
			problem,
			accepted: "paths of files inside the workspace, with * ? [ ] and **"
		};
		const message = `${pattern} counts for nothing: ${problem}`;
		emit({
			type: "finding",
			finding: require_main.finding("CACHE.PATTERN", {
				subject: "cache-dependency-path",
				message,
				evidence
			})
		});
	};
	for (const text of outside) complain(text, "it leads out of the workspace");
	for (const { text } of unmatched) complain(text, "it matches no file");
	return paths;
}
// src/steps/restore-cache.ts
var restore_cache_exports = require_main.__exportAll({ restoreCaches: () => restoreCaches });
const RESTORED = "SETUP_GO_ROBUST_CACHES";
async function restoreCaches(context, wanted, signal) {
	await require_main.inPhase(context, "cache", async () => {
		try {
			await restoreWanted(context, wanted, signal);
		} catch (error) {
			signal.throwIfAborted();
			emitTrouble(context, error);
		}
	});
}
async function restoreWanted(context, { cache, go }, signal) {
	const { machine, emit, host, inputs, workspace } = context;
	const restoredAtMs = machine.clock.now();
	if (timeLeftMs(context) === 0) return emit({
		type: "cache",
		result: "off",
		reason: "the time budget is used up"
	});
	const wanted = await wantedCaches(context, go, signal);
	if (typeof wanted === "string") return emit({
		type: "cache",
		result: "off",
		reason: wanted
	});
	const earlier = readEarlier(machine.env[RESTORED]);
	const outcomes = wanted.entries.flatMap(({ key, kind }) => {
		const matchedKey = earlier[key];
		if (matchedKey === void 0) return [];
		return [{
			result: matchedKey === key ? "exact" : "prefix",
			entry: kind,
			key,
			matchedKey,
			ms: 0
		}];
	});
	const missing = wanted.entries.filter(({ key }) => earlier[key] === void 0);
	const asked = missing.length === 0 ? [] : await askFor(context, {
		cache,
		missing
	}, signal);
	for (const outcome of [...outcomes, ...asked]) emit({
		type: "cache",
		...outcome
	});
	const restored = asked.flatMap(({ key, matchedKey }) => matchedKey === void 0 ? [] : [[key, matchedKey]]);
	if (restored.length > 0) {
		const value = JSON.stringify({
			...earlier,
			...Object.fromEntries(restored)
		});
		await host.apply([{
			kind: "set",
			name: RESTORED,
			value
		}]);
	}
	const why = whyNotWritten(cache.job, inputs.cacheMode);
	cache.keep(planText({
		...planFor(wanted, asked, why),
		restoredAtMs,
		workspace,
		foreign: wanted.foreign
	}));
}
function planFor(wanted, asked, why) {
	if (why !== void 0) return {
		entries: [],
		reason: why
	};
	return {
		entries: asked.flatMap(({ result, key }) => {
			const entry = wanted.entries.find((each) => each.key === key);
			if (entry === void 0 || result !== "none" && result !== "prefix") return [];
			return [{
				kind: entry.kind,
				path: entry.path,
				key,
				isUpdate: result === "prefix"
			}];
		}),
		reason: asked.some(({ result }) => result === "failed") ? "the restore had failed" : "the entries of this job exist"
	};
}
async function askFor(context, { cache, missing }, signal) {
	const { clock } = context.machine;
	const startMs = clock.monotonic();
	const base = missing.map(({ kind, key }) => ({
		entry: kind,
		key
	}));
	const ms = () => Math.round(clock.monotonic() - startMs);
	try {
		const service = await cache.open();
		const limitMs = Math.min(require_main.LIMITS.cacheLookupMs, timeLeftMs(context));
		const limit = {
			clock,
			ms: limitMs,
			reason: () => tooSlow("CACHE.UNAVAILABLE", "the cache service", limitMs)
		};
		const lookUp = (inner) => Promise.all(missing.map((entry) => service.lookUp(entry, inner)));
		const matches = await within(limit, lookUp, signal);
		return await Promise.all(missing.map(async (entry, at) => {
			if (matches[at] === void 0) return {
				result: "none",
				entry: entry.kind,
				key: entry.key,
				ms: ms()
			};
			const matchedKey = await restoreOne(context, {
				service,
				entry
			}, signal);
			const place = {
				entry: entry.kind,
				key: entry.key,
				ms: ms()
			};
			if (matchedKey === void 0) return {
				result: "failed",
				...place
			};
			return {
				result: matchedKey === entry.key ? "exact" : "prefix",
				matchedKey,
				...place
			};
		}));
	} catch (error) {
		signal.throwIfAborted();
		emitTrouble(context, error);
		return base.map((each) => ({
			result: "failed",
			...each,
			ms: ms()
		}));
	}
}
async function restoreOne(context, { service, entry }, signal) {
	const { clock, files } = context.machine;
	const limitMs = Math.min(require_main.LIMITS.cacheRestoreMs, timeLeftMs(context));
	const limit = {
		clock,
		ms: limitMs,
		graceMs: require_main.LIMITS.cacheStopMs,
		reason: () => tooSlow("CACHE.RESTORE", entry.kind, limitMs)
	};
	const before = entry.kind === "modules" ? new Set(listModuleParts(files, entry.path).map(({ path }) => path)) : void 0;
	const problem = await within(limit, (inner) => service.restore(entry, inner), signal).catch((error) => ({ error }));
	if (typeof problem === "string") return problem;
	if (before !== void 0) await removeNew({
		files,
		root: entry.path,
		before
	});
	signal.throwIfAborted();
	emitTrouble(context, problem?.error ?? require_main.failure("CACHE.RESTORE", {
		subject: entry.kind,
		evidence: { reason: "it is gone" }
	}));
}
async function removeNew(cache) {
	const { files, root, before } = cache;
	for (const { path } of listModuleParts(files, root)) if (!before.has(path)) await files.remove(path).catch(() => void 0);
}
function timeLeftMs({ machine, budgetEndMs }) {
	return Math.max(0, budgetEndMs - machine.clock.monotonic() - require_main.LIMITS.cacheReserveMs);
}
function tooSlow(code, subject, limitMs) {
	return require_main.failure(code, {
		subject,
		evidence: {
			reason: "it took too long",
			"budget ms": limitMs
		}
	});
}
function emitTrouble({ emit }, error) {
	if (error instanceof require_main.Failure) {
		for (const each of error.findings) emit({
			type: "finding",
			finding: {
				...each,
				severity: "warning"
			}
		});
		return;
	}
	const evidence = { error: (error instanceof Error ? error.stack ?? error.message : String(error)).split("\n").slice(0, 4).join(" ") };
	emit({
		type: "finding",
		finding: require_main.finding("CACHE.UNAVAILABLE", {
			subject: "cache",
			evidence
		})
	});
}
function readEarlier(text) {
	const earlier = [];
	for (const [name, matched] of Object.entries(require_main.parseJsonObject(text ?? "") ?? {})) if (typeof matched === "string") earlier.push([name, matched]);
	return Object.fromEntries(earlier);
}
// src/policy/cache-trim.ts
const USE_RECORDED_AFTER_MS = 36e5;
function isBuildEntryUsed(mtimeMs, restoredAtMs) {
	return mtimeMs >= restoredAtMs - USE_RECORDED_AFTER_MS;
}
function isModuleWanted(part, sum, restoredAtMs) {
	if (part.mtimeMs >= restoredAtMs || sum.zips.has(part.module)) return true;
	return part.kind === "mod" && sum.mods.has(part.module);
}
// src/install/cache-trim.ts
const PARALLEL_COUNT = 32;
async function trimModules(cache, signal) {
	const { files, root, sum, restoredAtMs } = cache;
	const keep = (part, mtimeMs) => isModuleWanted({
		...part,
		mtimeMs
	}, sum, restoredAtMs);
	return removeUnless(keep, {
		files,
		items: listModuleParts(files, root)
	}, signal);
}
async function trimBuild(cache, signal) {
	const { files, root, restoredAtMs } = cache;
	const keep = (_, mtimeMs) => isBuildEntryUsed(mtimeMs, restoredAtMs);
	return removeUnless(keep, {
		files,
		items: listBuildEntries(files, root)
	}, signal);
}
function listBuildEntries(files, root) {
	return [...Array(256).keys()].flatMap((index) => {
		const directory = (0, node_path.join)(root, index.toString(16).padStart(2, "0"));
		try {
			return files.tree.readDirectory(directory).flatMap(({ name, kind }) => kind === "file" && /-[ad]$/u.test(name) ? [{ path: (0, node_path.join)(directory, name) }] : []);
		} catch {
			return [];
		}
	});
}
async function removeUnless(keep, { files, items }, signal) {
	let removedCount = 0;
	const rest = items[Symbol.iterator]();
	const work = async () => {
		for (const item of { [Symbol.iterator]: () => rest }) {
			signal.throwIfAborted();
			const stat = await files.stat(item.path);
			if (stat === void 0 || keep(item, stat.mtimeMs)) continue;
			await files.remove(item.path);
			removedCount += 1;
		}
	};
	await Promise.all(Array.from({ length: PARALLEL_COUNT }, work));
	return {
		removedCount,
		keptCount: items.length - removedCount
	};
}
// src/steps/save-cache.ts
var save_cache_exports = require_main.__exportAll({ saveCaches: () => saveCaches });
async function saveCaches(options, signal) {
	const plan = readPlan(options.text);
	if (plan === void 0 || plan.entries.length === 0) return {
		entries: [],
		reason: plan?.reason ?? "nothing was planned"
	};
	const { clock, cache } = options;
	try {
		if (cache.unavailable !== void 0) throw require_main.failure("CACHE.UNAVAILABLE", {
			subject: "cache",
			evidence: { reason: cache.unavailable }
		});
		const service = await cache.open();
		const taken = await existingKeys({
			...options,
			service,
			plan
		}, signal);
		const entries = [];
		for (const entry of plan.entries) {
			const startMs = clock.monotonic();
			const job = {
				...options,
				service,
				plan,
				entry
			};
			const outcome = taken.has(entry.key) ? ANOTHER_JOB : await saveOne(job, signal).catch(failed);
			entries.push({
				kind: entry.kind,
				...outcome,
				ms: Math.round(clock.monotonic() - startMs)
			});
		}
		return {
			entries,
			reason: ""
		};
	} catch (error) {
		return {
			entries: plan.entries.map(({ kind }) => ({
				kind,
				...failed(error),
				ms: 0
			})),
			reason: ""
		};
	}
}
const ANOTHER_JOB = {
	result: "skipped",
	reason: "another job has saved it"
};
async function existingKeys({ clock, service, plan }, signal) {
	const limitMs = require_main.LIMITS.cacheLookupMs;
	const reason = () => require_main.failure("CACHE.UNAVAILABLE", {
		subject: "cache",
		evidence: { "budget ms": limitMs }
	});
	const lookUp = (inner) => Promise.all(plan.entries.map((entry) => service.lookUp({
		...entry,
		prefixes: []
	}, inner)));
	const found = await within({
		clock,
		ms: limitMs,
		reason
	}, lookUp, signal);
	return new Set(found.filter((key) => key !== void 0));
}
async function saveOne(job, signal) {
	const { entry, files, clock, service } = job;
	if ((await files.list(entry.path)).length === 0) return {
		result: "skipped",
		reason: "there is nothing in it"
	};
	if (entry.isUpdate && !await trim(job, signal)) return {
		result: "skipped",
		reason: "this job used nothing of it"
	};
	const limitMs = require_main.LIMITS.cacheSaveMs;
	const reason = () => require_main.failure("CACHE.SAVE", {
		subject: entry.kind,
		evidence: { "budget ms": limitMs }
	});
	const result = await within({
		clock,
		ms: limitMs,
		graceMs: require_main.LIMITS.cacheStopMs,
		reason
	}, (inner) => service.save(entry, inner), signal);
	if (result === "saved") return {
		result,
		reason: ""
	};
	return result === "taken" ? ANOTHER_JOB : {
		result: "skipped",
		reason: "the token of this job may not write"
	};
}
async function trim(job, signal) {
	const { entry, plan, files } = job;
	const cache = {
		files,
		root: entry.path,
		restoredAtMs: plan.restoredAtMs
	};
	if (entry.kind === "build") return (await trimBuild(cache, signal)).keptCount > 0;
	const { workspace, foreign } = plan;
	const sums = await readSumFiles({
		files,
		workspace
	}, findDependencyFiles({
		files,
		workspace,
		foreign
	}));
	return sums.length === 0 || (await trimModules({
		...cache,
		sum: readGoSums(sums)
	}, signal)).keptCount > 0;
}
function failed(error) {
	if (!(error instanceof require_main.Failure)) return {
		result: "failed",
		reason: error instanceof Error ? error.message : String(error)
	};
	const { code, message, evidence } = error.finding;
	return {
		result: "failed",
		reason: `${code} ${message} (${evidence.map((each) => `${each.name}: ${each.value}`).join(", ")})`
	};
}
// src/steps/genuine-files.ts
const NAMED_FILE_COUNT = 200;
async function differences(context, work, signal) {
	const { sources, version, files } = work;
	const candidates = orderCandidates({
		sources: sources.archives,
		version,
		platform: context.platform,
		silent: new Set()
	});
	const reasons = [];
	for (const candidate of candidates.filter(({ url }) => !url.startsWith("file:"))) try {
		return compare(files, await readGenuine(context, {
			...work,
			candidate
		}, signal));
	} catch (error) {
		signal.throwIfAborted();
		if (!(error instanceof require_main.Failure)) throw error;
		reasons.push(`${candidate.sourceId}: ${error.code}`);
	}
	return [{
		name: "differing files",
		value: `not known, for no genuine archive could be read (${reasons.join(", ")})`
	}];
}
async function readGenuine(context, work, signal) {
	const { files } = context.machine;
	const { candidate, proofs, version } = work;
	const hashes = new Map();
	const sink = createTreeSink({
		writer: files.tree,
		directory: void 0,
		layout: candidate.layout,
		moduleName: require_main.moduleName(version, context.platform),
		writeUnproven: false,
		onFile: (path, sha256) => void hashes.set(path, sha256)
	});
	const spoolPath = `${context.workspace}/.setup-go-robust-${context.machine.randomName()}`;
	const { measuredArchive, unpack } = await Promise.resolve().then(() => unpack_exports);
	const bytes = openSilently(context, candidate, signal);
	try {
		const signatureHashes = () => proofs.signatureHashes?.(candidate) ?? [];
		const verdict = judge$1(measuredArchive(await unpack({
			bytes,
			format: candidate.format,
			sink,
			files,
			spoolPath,
			signatureHashes
		}, signal)), await proofs.ofArchive(candidate));
		if (verdict.refused !== void 0) throw new require_main.Failure([verdict.refused]);
		return hashes;
	} finally {
		bytes.close();
	}
}
function compare(got, genuine) {
	const all = [];
	for (const path of [...new Set([...got.keys(), ...genuine.keys()])].sort()) {
		const name = !genuine.has(path) ? "added" : got.has(path) ? "changed" : "missing";
		if (got.get(path) !== genuine.get(path)) all.push({
			name,
			value: path
		});
	}
	const rest = all.length - NAMED_FILE_COUNT;
	return rest > 0 ? [...all.slice(0, NAMED_FILE_COUNT), {
		name: "and more files",
		value: String(rest)
	}] : all;
}
// src/steps/verify.ts
var verify_exports = require_main.__exportAll({ verifyPath: () => verifyPath });
async function verifyPath(context, signal) {
	const { signature, key } = context.options;
	if (signature !== void 0 || key !== void 0) return (await Promise.resolve().then(() => require("./signatures.cjs")).then((n) => n.verify_signature_exports)).verifySignature(context, signal);
	const subject = await identify(context);
	const { version } = subject;
	const sources = await openSources(context, signal);
	const proofs = openProofs(subject.context, {
		sources,
		version
	}, signal);
	const files = new Map();
	const verdict = judge$1(await require_main.inPhase(context, "check", () => measure(subject, {
		hashes: files,
		proofs
	}, signal)), subject.layout === "installed" ? await proofs.ofInstalled() : await proofs.ofArchive(candidateOf(subject, subject.layout)));
	if (verdict.accepted !== void 0) {
		context.emit({
			type: "proved",
			proof: verdict.accepted
		});
		return "ok";
	}
	const differing = await differences(subject.context, {
		version,
		sources,
		proofs,
		files
	}, signal);
	const evidence = [...verdict.refused.evidence, ...differing];
	throw new require_main.Failure([{
		...verdict.refused,
		subject: (0, node_path.basename)(subject.path),
		evidence,
		fixes: [replacing(subject)]
	}]);
}
function replacing({ version, layout }) {
	const text = `setup-go-robust install ${require_main.versionText(version)}`;
	return {
		title: layout === "installed" ? "Do not use this tree; install it again" : "Do not use this archive; let it be acquired anew",
		kind: "command",
		text,
		risk: "none"
	};
}
async function identify(context) {
	const path = (0, node_path.resolve)(context.workspace, context.operands[0] ?? ".");
	const stat = await context.machine.files.stat(path);
	if (stat === void 0) throw require_main.failure("FS.NOT_FOUND", { subject: context.operands[0] ?? path });
	if (stat.kind === "directory") {
		const entry = await require_main.findEntry(require_main.destinationPlace(path), context.machine.files);
		const version = requested(context) ?? require_main.parseGoVersion(entry?.versionLine ?? "");
		if (version === void 0) throw require_main.failure("GO.NOT_INSTALLED", {
			subject: path,
			evidence: { reason: "there is no VERSION file" }
		});
		return {
			path,
			version,
			layout: "installed",
			context
		};
	}
	const name = require_main.parseArchiveFileName((0, node_path.basename)(path)) ?? parseModuleFileName((0, node_path.basename)(path));
	const version = requested(context) ?? name?.version;
	if (version === void 0) throw require_main.failure("INPUT.VERSION", {
		subject: (0, node_path.basename)(path),
		message: "The file name does not say which Go this is; name it with --go-version"
	});
	const platform = name === void 0 ? context.platform : {
		...context.platform,
		goos: name.goos,
		goarch: name.goarch
	};
	return {
		path,
		version,
		layout: parseModuleFileName((0, node_path.basename)(path)) === void 0 ? "release" : "module",
		context: {
			...context,
			platform
		}
	};
}
function requested({ request }) {
	return request?.spec.kind === "exact" ? request.spec.version : void 0;
}
function parseModuleFileName(name) {
	const bare = name.startsWith("v0.0.1-") ? name.slice(7) : void 0;
	return bare === void 0 ? void 0 : require_main.parseArchiveFileName(bare);
}
function candidateOf({ path }, layout) {
	const fileName = (0, node_path.basename)(path);
	return {
		sourceId: "file",
		url: `file://${path}`,
		fileName,
		format: formatOf(fileName),
		layout
	};
}
function formatOf(fileName) {
	return fileName.endsWith(".zip") ? "zip" : "tar.gz";
}
async function measure(subject, { hashes, proofs }, signal) {
	const { path, version, layout, context } = subject;
	const { files, randomName } = context.machine;
	const name = require_main.moduleName(version, context.platform);
	const onFile = (file, sha256) => void hashes.set(file, sha256);
	if (layout === "installed") return hashInstalledTree({
		reader: files.tree,
		root: path,
		moduleName: name,
		ignore: ["setup.sh"],
		onFile
	}, signal);
	const sink = createTreeSink({
		writer: files.tree,
		directory: void 0,
		layout,
		moduleName: name,
		writeUnproven: false,
		onFile
	});
	const { measuredArchive, unpack } = await Promise.resolve().then(() => unpack_exports);
	const bytes = await openLocalArchive({
		files,
		path
	});
	const spoolPath = `${path}.spool-${randomName()}`;
	const signatureHashes = () => proofs.signatureHashes?.(candidateOf(subject, layout)) ?? [];
	return measuredArchive(await unpack({
		bytes,
		format: formatOf(path),
		sink,
		files,
		spoolPath,
		signatureHashes
	}, signal));
}
Object.defineProperty(exports, "EXPORT_FILES", {
	enumerable: true,
	get: function() {
		return EXPORT_FILES;
	}
});
Object.defineProperty(exports, "PROBE_LIMITS", {
	enumerable: true,
	get: function() {
		return PROBE_LIMITS;
	}
});
Object.defineProperty(exports, "acquire", {
	enumerable: true,
	get: function() {
		return acquire;
	}
});
Object.defineProperty(exports, "changed", {
	enumerable: true,
	get: function() {
		return changed$2;
	}
});
Object.defineProperty(exports, "checkSum", {
	enumerable: true,
	get: function() {
		return checkSum;
	}
});
Object.defineProperty(exports, "contentLength", {
	enumerable: true,
	get: function() {
		return contentLength;
	}
});
Object.defineProperty(exports, "createTreeSink", {
	enumerable: true,
	get: function() {
		return createTreeSink;
	}
});
Object.defineProperty(exports, "dateText", {
	enumerable: true,
	get: function() {
		return dateText;
	}
});
Object.defineProperty(exports, "discardUnpublished", {
	enumerable: true,
	get: function() {
		return discardUnpublished;
	}
});
Object.defineProperty(exports, "escapeModuleName", {
	enumerable: true,
	get: function() {
		return escapeModuleName;
	}
});
Object.defineProperty(exports, "exchange", {
	enumerable: true,
	get: function() {
		return exchange;
	}
});
Object.defineProperty(exports, "exhausted", {
	enumerable: true,
	get: function() {
		return exhausted;
	}
});
Object.defineProperty(exports, "fetchBytes", {
	enumerable: true,
	get: function() {
		return fetchBytes;
	}
});
Object.defineProperty(exports, "indexRequest", {
	enumerable: true,
	get: function() {
		return indexRequest;
	}
});
Object.defineProperty(exports, "indexText", {
	enumerable: true,
	get: function() {
		return indexText;
	}
});
Object.defineProperty(exports, "isContentFault", {
	enumerable: true,
	get: function() {
		return isContentFault;
	}
});
Object.defineProperty(exports, "isRefusal", {
	enumerable: true,
	get: function() {
		return isRefusal;
	}
});
Object.defineProperty(exports, "judge", {
	enumerable: true,
	get: function() {
		return judge$1;
	}
});
Object.defineProperty(exports, "lookUp", {
	enumerable: true,
	get: function() {
		return lookUp;
	}
});
Object.defineProperty(exports, "looksLikePage", {
	enumerable: true,
	get: function() {
		return looksLikePage;
	}
});
Object.defineProperty(exports, "moduleCacheDirectory", {
	enumerable: true,
	get: function() {
		return moduleCacheDirectory;
	}
});
Object.defineProperty(exports, "moduleFileName", {
	enumerable: true,
	get: function() {
		return moduleFileName;
	}
});
Object.defineProperty(exports, "module_cache_directory_exports", {
	enumerable: true,
	get: function() {
		return module_cache_directory_exports;
	}
});
Object.defineProperty(exports, "node_net_exports", {
	enumerable: true,
	get: function() {
		return node_net_exports;
	}
});
Object.defineProperty(exports, "notAnArchive", {
	enumerable: true,
	get: function() {
		return notAnArchive;
	}
});
Object.defineProperty(exports, "notServed", {
	enumerable: true,
	get: function() {
		return notServed;
	}
});
Object.defineProperty(exports, "openLocalArchive", {
	enumerable: true,
	get: function() {
		return openLocalArchive;
	}
});
Object.defineProperty(exports, "openProofs", {
	enumerable: true,
	get: function() {
		return openProofs;
	}
});
Object.defineProperty(exports, "openSources", {
	enumerable: true,
	get: function() {
		return openSources;
	}
});
Object.defineProperty(exports, "openTreeHead", {
	enumerable: true,
	get: function() {
		return openTreeHead;
	}
});
Object.defineProperty(exports, "orderCandidates", {
	enumerable: true,
	get: function() {
		return orderCandidates;
	}
});
Object.defineProperty(exports, "parseContentRange", {
	enumerable: true,
	get: function() {
		return parseContentRange;
	}
});
Object.defineProperty(exports, "parseSums", {
	enumerable: true,
	get: function() {
		return parseSums;
	}
});
Object.defineProperty(exports, "parseVerifierKey", {
	enumerable: true,
	get: function() {
		return parseVerifierKey;
	}
});
Object.defineProperty(exports, "path_go_exports", {
	enumerable: true,
	get: function() {
		return path_go_exports;
	}
});
Object.defineProperty(exports, "pinned", {
	enumerable: true,
	get: function() {
		return pinned;
	}
});
Object.defineProperty(exports, "preflight_sums_exports", {
	enumerable: true,
	get: function() {
		return preflight_sums_exports;
	}
});
Object.defineProperty(exports, "print_environment_exports", {
	enumerable: true,
	get: function() {
		return print_environment_exports;
	}
});
Object.defineProperty(exports, "private_build_exports", {
	enumerable: true,
	get: function() {
		return private_build_exports;
	}
});
Object.defineProperty(exports, "private_entry_exports", {
	enumerable: true,
	get: function() {
		return private_entry_exports;
	}
});
Object.defineProperty(exports, "probe_net_exports", {
	enumerable: true,
	get: function() {
		return probe_net_exports;
	}
});
Object.defineProperty(exports, "proofs_exports", {
	enumerable: true,
	get: function() {
		return proofs_exports;
	}
});
Object.defineProperty(exports, "provide_exports", {
	enumerable: true,
	get: function() {
		return provide_exports;
	}
});
Object.defineProperty(exports, "readExported", {
	enumerable: true,
	get: function() {
		return readExported;
	}
});
Object.defineProperty(exports, "readReleaseIndex", {
	enumerable: true,
	get: function() {
		return readReleaseIndex;
	}
});
Object.defineProperty(exports, "readWithin", {
	enumerable: true,
	get: function() {
		return readWithin;
	}
});
Object.defineProperty(exports, "receiptFileName", {
	enumerable: true,
	get: function() {
		return receiptFileName;
	}
});
Object.defineProperty(exports, "release_table_exports", {
	enumerable: true,
	get: function() {
		return release_table_exports;
	}
});
Object.defineProperty(exports, "requiredPathOf", {
	enumerable: true,
	get: function() {
		return requiredPathOf;
	}
});
Object.defineProperty(exports, "resolveRequest", {
	enumerable: true,
	get: function() {
		return resolveRequest;
	}
});
Object.defineProperty(exports, "resolve_exports", {
	enumerable: true,
	get: function() {
		return resolve_exports;
	}
});
Object.defineProperty(exports, "restore_cache_exports", {
	enumerable: true,
	get: function() {
		return restore_cache_exports;
	}
});
Object.defineProperty(exports, "save_cache_exports", {
	enumerable: true,
	get: function() {
		return save_cache_exports;
	}
});
Object.defineProperty(exports, "secondsOfDate", {
	enumerable: true,
	get: function() {
		return secondsOfDate;
	}
});
Object.defineProperty(exports, "secondsOfDay", {
	enumerable: true,
	get: function() {
		return secondsOfDay;
	}
});
Object.defineProperty(exports, "sha256Of", {
	enumerable: true,
	get: function() {
		return sha256Of;
	}
});
Object.defineProperty(exports, "sha256OfStream", {
	enumerable: true,
	get: function() {
		return sha256OfStream;
	}
});
Object.defineProperty(exports, "signedHead", {
	enumerable: true,
	get: function() {
		return signedHead;
	}
});
Object.defineProperty(exports, "sources_exports", {
	enumerable: true,
	get: function() {
		return sources_exports;
	}
});
Object.defineProperty(exports, "standing_tree_exports", {
	enumerable: true,
	get: function() {
		return standing_tree_exports;
	}
});
Object.defineProperty(exports, "sumsText", {
	enumerable: true,
	get: function() {
		return sumsText;
	}
});
Object.defineProperty(exports, "underLock", {
	enumerable: true,
	get: function() {
		return underLock;
	}
});
Object.defineProperty(exports, "unpack_exports", {
	enumerable: true,
	get: function() {
		return unpack_exports;
	}
});
Object.defineProperty(exports, "verify_exports", {
	enumerable: true,
	get: function() {
		return verify_exports;
	}
});
Object.defineProperty(exports, "withSpool", {
	enumerable: true,
	get: function() {
		return withSpool;
	}
});
Object.defineProperty(exports, "within", {
	enumerable: true,
	get: function() {
		return within;
	}
});
