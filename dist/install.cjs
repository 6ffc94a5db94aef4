// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
let require_failure;
let require_faces;
const require_main = require("./main.cjs");
let require_unpack;
let require_sumdb;
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_http;
let node_net;
let node_tls;
let node_events;
let node_url;
let node_crypto;
let node_dns_promises;
// src/policy/ip-address.ts
const IPV4_FORM = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/u;
const MAPPED_PREFIX = 65535n << 32n;
function parseIpv4(text) {
	const parts = IPV4_FORM.exec(text)?.slice(1);
	if (parts === void 0) return void 0;
	let bits = 0n;
	for (const part of parts) {
		if (Number(part) > 255 || part.length > 1 && part.startsWith("0")) return void 0;
		bits = bits << 8n | BigInt(part);
	}
	return bits;
}
function parseIpv6(text) {
	if (!/^[0-9a-f:.]+$/iu.test(text) || !URL.canParse(`http://[${text}]/`)) return void 0;
	const [head = "", tail] = new URL(`http://[${text}]/`).hostname.slice(1, -1).split("::");
	const left = head === "" ? [] : head.split(":");
	const right = tail === void 0 || tail === "" ? [] : tail.split(":");
	return [
		...left,
		...Array.from({ length: 8 - left.length - right.length }, () => "0"),
		...right
	].reduce((bits, group) => bits << 16n | BigInt(`0x${group}`), 0n);
}
function parseIpAddress(text) {
	const v4 = parseIpv4(text);
	if (v4 !== void 0) return {
		family: 4,
		bits: v4
	};
	const v6 = parseIpv6(text);
	if (v6 === void 0) return void 0;
	return v6 >> 32n === MAPPED_PREFIX >> 32n ? {
		family: 4,
		bits: v6 & 4294967295n
	} : {
		family: 6,
		bits: v6
	};
}
function parseIpBlock(text) {
	const match = /^([^/]+)\/(\d{1,3})$/u.exec(text);
	const base = parseIpAddress(match?.[1] ?? "");
	if (base === void 0) return void 0;
	const width = base.family === 4 ? 32 : 128;
	const prefix = Number(match?.[2]);
	if (prefix > width) return void 0;
	const shift = BigInt(width - prefix);
	return (address) => address.family === base.family && address.bits >> shift === base.bits >> shift;
}
function unbracket(hostname) {
	return hostname.startsWith("[") && hostname.endsWith("]") ? hostname.slice(1, -1) : hostname;
}
function isLoopbackHost(hostname) {
	const host = unbracket(hostname.toLowerCase());
	if (host === "localhost" || host.endsWith(".localhost")) return true;
	const address = parseIpAddress(host);
	return address !== void 0 && (address.family === 4 ? address.bits >> 24n === 127n : address.bits === 1n);
}
// src/policy/redirect.ts
const ORIGIN_BOUND = new Set([
	"authorization",
	"cookie",
	"cookie2",
	"proxy-authorization",
	"www-authenticate"
]);
function isRedirect(status) {
	return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}
function basicAuthorization(url) {
	if (url.username === "" && url.password === "") return void 0;
	return `Basic ${Buffer.from(`${percentDecode(url.username)}:${percentDecode(url.password)}`).toString("base64")}`;
}
function firstHop(request) {
	const url = parseHttpUrl(request.url);
	if (url === void 0) throw require_main.failure("INPUT.SOURCE", { subject: require_main.redactUrl(request.url) });
	const headers = {};
	for (const [name, value] of Object.entries(request.headers ?? {})) headers[name.toLowerCase()] = value;
	const authorization = request.authorization ?? headers["authorization"] ?? basicAuthorization(url);
	if (authorization !== void 0) headers["authorization"] = authorization;
	return protectedHop(url, headers);
}
function nextHop(current, answer) {
	const from = new URL(current.url);
	const evidence = {
		status: answer.status,
		from: require_main.redactUrl(current.url)
	};
	const to = parseHttpUrl(answer.location?.trim() || void 0, from);
	if (to === void 0) {
		const location = answer.location === void 0 ? void 0 : require_main.redactUrl(answer.location).slice(0, 200);
		throw require_main.failure("HTTP.BAD_REDIRECT", {
			subject: from.host,
			evidence: {
				...evidence,
				location
			}
		});
	}
	if (from.protocol === "https:" && to.protocol === "http:") throw require_main.failure("HTTP.DOWNGRADE", {
		subject: from.host,
		evidence: {
			...evidence,
			to: require_main.redactUrl(to.href)
		}
	});
	to.username = "";
	to.password = "";
	if (to.origin === from.origin) return protectedHop(to, current.headers);
	const kept = Object.entries(current.headers).filter(([name]) => !ORIGIN_BOUND.has(name));
	return protectedHop(to, Object.fromEntries(kept));
}
function parseHttpUrl(text, base) {
	if (text === void 0 || !URL.canParse(text, base?.href)) return void 0;
	const url = new URL(text, base);
	return (url.protocol === "https:" || url.protocol === "http:") && url.hostname !== "" ? url : void 0;
}
function protectedHop(url, headers) {
	if ((headers["authorization"] !== void 0 || headers["cookie"] !== void 0) && url.protocol === "http:" && !isLoopbackHost(url.hostname)) throw require_main.failure("HTTP.INSECURE_TOKEN", {
		subject: url.host,
		evidence: { url: require_main.redactUrl(url.href) }
	});
	const clean = new URL(url);
	clean.username = "";
	clean.password = "";
	clean.hash = "";
	return {
		url: clean.href,
		headers
	};
}
function percentDecode(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
// src/policy/proxy.ts
function decideProxy(target, env) {
	const url = new URL(target);
	const name = url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
	const variable = readVariable(env, name);
	if (variable === void 0) return {
		kind: "direct",
		reason: `${name} is not set`
	};
	if (isGoLoopback(url.hostname)) return {
		kind: "direct",
		reason: "loopback is never proxied"
	};
	if (name === "HTTP_PROXY" && (env["REQUEST_METHOD"] ?? "") !== "") throw require_main.failure("CFG.PROXY_CGI", {
		subject: variable.name,
		evidence: { REQUEST_METHOD: env["REQUEST_METHOD"] }
	});
	const noProxy = readVariable(env, "NO_PROXY");
	const exempt = noProxy === void 0 ? void 0 : findNoProxyEntry(noProxy.value, url);
	if (noProxy !== void 0 && exempt !== void 0) return {
		kind: "direct",
		reason: `${noProxy.name} has ${exempt}`
	};
	return parseProxy(variable);
}
function readVariable(env, name) {
	for (const spelling of [name, name.toLowerCase()]) {
		const value = env[spelling];
		if (value !== void 0 && value !== "") return {
			name: spelling,
			value
		};
	}
}
function isGoLoopback(hostname) {
	return hostname === "localhost" || parseIpAddress(unbracket(hostname)) !== void 0 && isLoopbackHost(hostname);
}
function parseProxy(variable) {
	const value = variable.value.trim();
	const withScheme = /^[a-z][a-z0-9+.-]*:\/\//iu.test(value) ? value : `http://${value}`;
	const url = URL.canParse(withScheme) ? new URL(withScheme) : void 0;
	if (url === void 0 || url.hostname === "") {
		const shown = value.slice(value.lastIndexOf("@") + 1);
		throw require_main.failure("CFG.PROXY_URL_INVALID", {
			subject: variable.name,
			evidence: {
				value: shown,
				"expected form": "http://host:port"
			}
		});
	}
	if (url.protocol !== "http:" && url.protocol !== "https:") throw require_main.failure("CFG.PROXY_SCHEME", {
		subject: variable.name,
		evidence: {
			scheme: url.protocol.slice(0, -1),
			host: url.host
		}
	});
	const secure = url.protocol === "https:";
	const authorization = basicAuthorization(url);
	return {
		kind: "proxy",
		reason: variable.name,
		host: unbracket(url.hostname),
		port: url.port === "" ? secure ? 443 : 80 : Number(url.port),
		secure,
		...authorization === void 0 ? {} : { authorization }
	};
}
function findNoProxyEntry(value, url) {
	const host = unbracket(url.hostname.toLowerCase());
	const port = url.port === "" ? url.protocol === "https:" ? "443" : "80" : url.port;
	const address = parseIpAddress(host);
	for (const raw of value.split(",")) {
		const entry = raw.trim().toLowerCase();
		if (entry !== "" && matchesEntry(entry, {
			host,
			port,
			address
		})) return raw.trim();
	}
}
function matchesEntry(entry, target) {
	if (entry === "*") return true;
	const block = parseIpBlock(entry);
	if (block !== void 0) return target.address !== void 0 && block(target.address);
	const { host, port } = splitPort(entry);
	if (host === "" || port !== void 0 && port !== "" && port !== target.port) return false;
	const address = parseIpAddress(host);
	if (address !== void 0) return target.address !== void 0 && address.family === target.address.family && address.bits === target.address.bits;
	return target.address === void 0 && matchesName(host, target.host);
}
function matchesName(pattern, host) {
	const suffix = pattern.startsWith("*.") ? pattern.slice(1) : pattern;
	if (suffix.startsWith(".")) return host.endsWith(toAscii(suffix));
	const name = toAscii(suffix);
	return host === name || host.endsWith(`.${name}`);
}
function splitPort(entry) {
	const bracketed = /^\[([^[\]]*)\]:([^:[\]]*)$/u.exec(entry);
	const plain = /^([^:[\]]*):([^:[\]]*)$/u.exec(entry);
	const match = bracketed ?? plain;
	return match === null ? {
		host: entry,
		port: void 0
	} : {
		host: match[1] ?? "",
		port: match[2]
	};
}
function toAscii(name) {
	if (/^[a-z0-9.-]*$/u.test(name)) return name;
	const leading = name.startsWith(".") ? "." : "";
	const bare = name.slice(leading.length);
	if (/[/?#@\\:[\]%]/u.test(bare) || !URL.canParse(`http://${bare}/`)) return name;
	return leading + new URL(`http://${bare}/`).hostname;
}
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
async function lookUp(options, signal) {
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
// src/policy/echo.ts
const SECRET_VALUE_CHARACTERS = 8;
const BEGINNING_CHARACTERS = 4;
const CUT_CHARACTERS = 40;
function secretsOf(...requests) {
	return requests.flatMap(({ url, authorization, cookie = "", proxyAuthorization }) => {
		const search = url === void 0 ? "" : new URL(url).search;
		return [
			...[authorization, proxyAuthorization].flatMap(credentialsOf),
			cookie,
			search.slice(1),
			...queryValues(search)
		].filter((secret) => secret !== "");
	});
}
function credentialsOf(authorization = "") {
	return [
		authorization,
		authorization.split(" ").at(-1) ?? "",
		...decodedBasic(authorization)
	];
}
function decodedBasic(authorization) {
	const encoded = /^Basic (.+)$/iu.exec(authorization)?.[1];
	if (encoded === void 0) return [];
	const bytes = Buffer.from(encoded, "base64");
	return [bytes.toString("utf8"), bytes.toString("latin1")].flatMap((pair) => [pair, pair.slice(pair.indexOf(":") + 1)]);
}
function queryValues(search) {
	return [...search.slice(1).split("&").map((pair) => pair.slice(pair.indexOf("=") + 1)), ...new URLSearchParams(search).values()].filter((value) => value.length >= SECRET_VALUE_CHARACTERS);
}
function withoutEcho({ findings, cause }, ...requests) {
	const secrets = secretsOf(...requests);
	const [first, ...rest] = findings.map((found) => ({
		...found,
		evidence: found.evidence.map(({ name, value }) => ({
			name,
			value: withoutBeginning(require_main.redactText(value, secrets), secrets)
		}))
	}));
	return first === void 0 ? new require_main.Failure(findings, cause) : new require_main.Failure([first, ...rest], cause);
}
function withoutBeginning(text, secrets) {
	const [, body = "", quote = ""] = /^(.*?)("?)$/su.exec(text) ?? [];
	if (body.length < CUT_CHARACTERS) return text;
	for (const secret of secrets) for (let length = Math.min(secret.length, body.length); length >= BEGINNING_CHARACTERS; length -= 1) if (body.endsWith(secret.slice(0, length))) return `${body.slice(0, -length)}***${quote}`;
	return text;
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
			work: () => sendConnect(tunnel)
		}, signal);
	} catch (error) {
		socket.destroy();
		signal.throwIfAborted();
		throw withoutEcho(require_main.netFailure(error, {
			phase: "tunnel",
			subject: proxy,
			viaProxy: true,
			evidence: { target }
		}), { proxyAuthorization: tunnel.authorization });
	}
}
function sendConnect(tunnel) {
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
			schemes: authenticationSchemes(headers["proxy-authenticate"]),
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
function authenticationSchemes(value) {
	if (value === void 0) return void 0;
	return (typeof value === "string" ? [value] : value).map((challenge) => require_main.printable(challenge).split(" ")[0]).join(", ");
}
// src/adapters/net-connection.ts
async function openConnection(opening, signal) {
	const { clock, url, route, limits, context } = opening;
	const peer = peerOf(url, route);
	const lap = stopwatch(clock);
	const left = (phase) => require_main.phaseMs(limits, phase, clock.monotonic());
	const addresses = await lookUp({
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
		const host = unbracket(url.hostname);
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
		host: unbracket(url.hostname),
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
async function send$1(sending, signal) {
	const { clock, socket, url, firstByteMs } = sending;
	const receivedBefore = socket.bytesRead;
	const { outgoing, answered } = write(sending);
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
		const { authorization, "proxy-authorization": proxyAuthorization } = sending.headers;
		throw withoutEcho(require_main.netFailure(error, {
			phase: "request",
			subject: url.host,
			evidence
		}), {
			url: url.href,
			authorization,
			proxyAuthorization
		});
	}
}
function write(sending) {
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
async function* readBody(options, signal) {
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
		return require_main.certificatesIn(text);
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
		const route = decideProxy(url.href, env);
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
			const wider = error instanceof require_main.Failure && (require_failure ??= require("./failure.cjs")).isUnknownIssuer(require_main.readSystemError(error.cause).code) && !useSystem ? trust.withSystem() : void 0;
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
	const answer = await send$1({
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
	const body = readBody({
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
		},
		...forProxy === void 0 ? {} : { proxyAuthorization: forProxy["proxy-authorization"] }
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
		await removeOwned(directory, tools.files);
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
async function removeOwned(directory, files) {
	for (const name of await files.list(directory)) if (name !== OWNER_FILE) await files.remove((0, node_path.join)(directory, name));
	await files.remove(directory);
}
async function takeOwnership(directory, { files, process }) {
	const fresh = (0, node_path.join)(directory, `${OWNER_FILE}.new`);
	await files.write(fresh, ownerText(process));
	await files.rename(fresh, (0, node_path.join)(directory, OWNER_FILE));
}
function ownerText({ pid, hostname, run }) {
	return JSON.stringify({
		pid,
		hostname,
		run
	});
}
async function sweepStaging(place, tools) {
	const removed = [];
	for (const name of await tools.files.list(place.parent)) {
		const path = (0, node_path.join)(place.parent, name);
		if (!(name.startsWith(place.trashPrefix) || name.startsWith(place.probePrefix) || name.startsWith(place.claimPrefix) && await isOlder(path, require_main.LIMITS.lockStaleMs, tools) || name.startsWith(place.stagePrefix) && await isAbandoned(path, tools))) continue;
		await removeOwned(path, tools.files);
		removed.push(name);
	}
	return removed;
}
async function isOlder(path, ms, { files, clock }) {
	const stat = await files.stat(path);
	return stat !== void 0 && clock.now() - stat.mtimeMs > ms;
}
async function isAbandoned(path, tools) {
	const { files, process, clock } = tools;
	const stat = await files.stat(path);
	if (stat?.kind !== "directory") return false;
	if (clock.now() - stat.mtimeMs > require_main.LIMITS.stagingMaxAgeMs) return true;
	const owner = await readOwner((0, node_path.join)(path, OWNER_FILE), files);
	if (owner === void 0) return (await files.list(path)).every((name) => name === OWNER_FILE);
	if (owner.hostname !== process.hostname) return false;
	return owner.pid === process.pid ? owner.run !== process.run : !process.isAlive(owner.pid);
}
async function readOwner(path, files) {
	if ((await files.stat(path))?.kind !== "file") return void 0;
	return parseOwner((await files.read(path, OWNER_BYTES)).toString("utf8"));
}
function parseOwner(text) {
	const { pid, hostname, run } = require_main.parseJsonObject(text) ?? {};
	return typeof pid === "number" && Number.isSafeInteger(pid) && pid > 0 && typeof hostname === "string" ? {
		pid,
		hostname,
		run
	} : void 0;
}
// src/install/publish.ts
var publish_exports = require_main.__exportAll({ removeEntry: () => removeEntry });
async function publish(options) {
	const { place, stage, files } = options;
	const trash = options.replace || await isDeadLink(options) ? await discard(options) : void 0;
	const published = await files.rename(stage.root, place.root);
	if (published) await require_main.markComplete(place, options.receipt, files);
	await removeOwned(stage.directory, files);
	if (trash !== void 0) await files.remove(trash);
	return { published };
}
async function isDeadLink({ place, files }) {
	return (await files.stat(place.root))?.kind === "symlink" && (await files.list(place.root)).length === 0;
}
async function discard({ place, files, randomName }) {
	await files.remove(place.marker);
	await files.remove(place.receipt);
	await files.remove(place.seal);
	if (await files.stat(place.root) === void 0) return void 0;
	const trash = (0, node_path.join)(place.parent, `${place.trashPrefix}${randomName()}`);
	try {
		await files.rename(place.root, trash);
		return trash;
	} catch (error) {
		if (!require_main.isAcrossFileSystems(error)) throw error;
		await removeWhereItStands(place.root, files);
		return;
	}
}
async function removeWhereItStands(root, files) {
	for (const name of await files.list(root)) if (name !== "VERSION" && name !== "bin") await files.remove((0, node_path.join)(root, name));
	await files.remove((0, node_path.join)(root, "bin"));
	await files.remove(root);
}
async function removeEntry(options) {
	const trash = await discard(options);
	if (trash !== void 0) await options.files.remove(trash);
	await removeEmptyParents(options);
}
async function removeEmptyParents({ place, files }) {
	for (const parent of place.ownParents) if (!await files.removeEmptyDirectory(parent)) return;
}
// src/policy/goproxy.ts
function parseGoproxy(text) {
	const entries = [];
	for (const match of text.matchAll(/([^,|]*)([,|]?)/gu)) {
		const word = (match[1] ?? "").trim();
		if (word === "") continue;
		if (word === "off" || word === "direct") {
			entries.push({ kind: word });
			break;
		}
		const address = proxyAddress(word);
		if ("reason" in address) return { finding: invalid(word, address.reason) };
		entries.push({
			kind: "proxy",
			...require_main.splitUserinfo(address.url),
			next: match[2] === "|" ? "any-error" : "not-found"
		});
	}
	if (entries.length === 0 && text !== "") return { finding: invalid(text, "the list has no entries") };
	return { entries };
}
function proxyAddress(word) {
	const text = /[.:/]/u.test(word) && !word.includes(":/") && !word.startsWith("/") ? `https://${word}` : word;
	if (!/^[a-z][a-z0-9+.-]*:/iu.test(text)) return { reason: "the scheme is missing" };
	if (!URL.canParse(text)) return { reason: "it is not a URL" };
	const url = new URL(text);
	if (url.protocol === "file:") return url.host === "" && url.search === "" && url.hash === "" ? { url: withoutSlash(url) } : { reason: "a file address must be file:/// and an absolute path" };
	if (url.protocol !== "http:" && url.protocol !== "https:") return { reason: "the scheme is not http, https or file" };
	return { url: withoutSlash(url) };
}
function withoutSlash(url) {
	url.hash = "";
	return url.search === "" ? url.href.replace(/\/+$/u, "") : url.href;
}
function invalid(entry, reason) {
	return require_main.finding("CFG.GOPROXY_INVALID", {
		subject: "GOPROXY",
		evidence: {
			entry: require_main.redactUrl(entry).slice(0, 200),
			reason
		},
		fixes: [{
			title: "Write a list of URLs that may end in direct or off",
			kind: "setting",
			text: "GOPROXY=https://proxy.example.com,direct",
			risk: "none"
		}]
	});
}
// src/domain/checksum-database.ts
const CHECKSUM_DATABASE = "sum.golang.org";
const CHECKSUM_DATABASE_ALIAS = "sum.golang.google.cn";
// src/domain/goenv.ts
function readGoEnvFile(text, name) {
	let value;
	for (const line of text.split(/\r?\n/u)) if (line.startsWith(`${name}=`)) value = line.slice(name.length + 1);
	return value;
}
const HARMLESS_NAMES = [
	"GOTOOLCHAIN",
	"GOARM",
	"GO386",
	"GOAMD64",
	"GOARM64"
];
function undoGoEnvEdits(text) {
	const edits = [];
	const kept = [];
	for (const line of text.split("\n")) {
		const name = /^([A-Z0-9]+)=/u.exec(line)?.[1];
		if (name === void 0 || !HARMLESS_NAMES.includes(name)) kept.push(line);
		else if (name === "GOTOOLCHAIN" && !kept.includes("GOTOOLCHAIN=auto")) {
			if (line !== "GOTOOLCHAIN=auto") edits.push(line);
			kept.push("GOTOOLCHAIN=auto");
		} else edits.push(line);
	}
	return edits.length === 0 ? void 0 : {
		text: kept.join("\n"),
		edits
	};
}
// src/policy/go-settings.ts
const GO_SETTINGS = [
	"GO111MODULE",
	"GOAUTH",
	"GOBIN",
	"GOCACHE",
	"GODEBUG",
	"GOENV",
	"GOEXPERIMENT",
	"GOFLAGS",
	"GOINSECURE",
	"GOMODCACHE",
	"GONOPROXY",
	"GONOSUMCHECK",
	"GONOSUMDB",
	"GOPATH",
	"GOPRIVATE",
	"GOPROXY",
	"GOROOT",
	"GOSUMDB",
	"GOTMPDIR",
	"GOTOOLCHAIN",
	"GOVCS",
	"GOWORK"
];
const ENVIRONMENT_ONLY = [
	"GODEBUG",
	"GOENV",
	"GONOSUMCHECK"
];
function readGoSetting(name, { env, user, root }) {
	const variable = env[name];
	if (variable !== void 0 && variable !== "") return {
		value: variable,
		origin: "environment"
	};
	if (ENVIRONMENT_ONLY.includes(name)) return void 0;
	const written = user && readGoEnvFile(user.text, name);
	if (user !== void 0 && written !== void 0) return {
		value: written,
		origin: "go env -w",
		file: user.file
	};
	const shipped = root && name !== "GOROOT" ? readGoEnvFile(root.text, name) : void 0;
	return root === void 0 || !shipped ? void 0 : {
		value: shipped,
		origin: "go.env",
		file: root.file
	};
}
function readGoSettings(sources) {
	const settings = {};
	for (const name of GO_SETTINGS) {
		const setting = readGoSetting(name, sources);
		if (setting !== void 0) settings[name] = setting;
	}
	return settings;
}
function userSettingsFile(env, os) {
	const named = env["GOENV"];
	if (named) return named === "off" ? void 0 : named;
	if (os === "win32") return env["APPDATA"] ? `${env["APPDATA"]}\\go\\env` : void 0;
	const home = env["HOME"];
	if (os === "darwin") return home ? `${home}/Library/Application Support/go/env` : void 0;
	const config = env["XDG_CONFIG_HOME"];
	if (config) return config.startsWith("/") ? `${config}/go/env` : void 0;
	return home ? `${home}/.config/go/env` : void 0;
}
function settingValue({ settings }, name) {
	return settings[name]?.value ?? "";
}
function settingEvidence(setting) {
	return {
		value: setting.value.slice(0, 300),
		"set by": setting.origin,
		file: setting.file
	};
}
// src/policy/go-directories.ts
function goDirectories({ env, os, settings }) {
	const value = (name) => settingValue({ settings }, name) || void 0;
	const home = homeDirectory(env, os);
	const paths = (value("GOPATH") ?? (home && join$6(os, home, "go")))?.split(os === "win32" ? ";" : ":").filter(Boolean) ?? [];
	const [firstPath] = paths;
	return [
		...paths.map((path) => ["GOPATH", path]),
		["GOBIN", value("GOBIN")],
		["GOCACHE", value("GOCACHE") ?? defaultCache(env, os)],
		["GOMODCACHE", value("GOMODCACHE") ?? (firstPath && join$6(os, firstPath, "pkg", "mod"))],
		["GOTMPDIR", value("GOTMPDIR")],
		["GOROOT", value("GOROOT")],
		["TMPDIR", temporaryDirectory(env, os)],
		["HOME", home]
	].flatMap(([name, text]) => text === void 0 || text === "" ? [] : [{
		name,
		value: text
	}]);
}
function homeDirectory(env, os) {
	return env[os === "win32" ? "USERPROFILE" : "HOME"] || void 0;
}
function defaultCache(env, os) {
	if (os === "win32") return env["LOCALAPPDATA"] ? join$6(os, env["LOCALAPPDATA"], "go-build") : void 0;
	const home = env["HOME"];
	if (os === "darwin") return home ? join$6(os, home, "Library", "Caches", "go-build") : void 0;
	const cache = env["XDG_CACHE_HOME"] || home && join$6(os, home, ".cache");
	return cache ? join$6(os, cache, "go-build") : void 0;
}
function temporaryDirectory(env, os) {
	if (os === "win32") return env["TMP"] || env["TEMP"] || env["USERPROFILE"] || void 0;
	return env["TMPDIR"] || "/tmp";
}
function join$6(os, ...parts) {
	const separator = os === "win32" ? "\\" : "/";
	return parts.map((part, index) => index < parts.length - 1 ? part.replace(/[\\/]+$/u, "") : part).join(separator);
}
function isAbsolutePath(path, os) {
	return os === "win32" ? /^(?:[a-z]:[\\/]|[\\/]{2}[^\\/]+[\\/]+[^\\/]+)/iu.test(path) : path.startsWith("/");
}
// src/probes/go-settings-files.ts
async function readSettingsFiles(files, place) {
	const { env, os } = place;
	const goroot = env["GOROOT"] || place.root;
	const [user, root] = await Promise.all([readSettings(files, userSettingsFile(env, os)), readSettings(files, goroot === void 0 ? void 0 : `${goroot}/go.env`)]);
	return {
		user,
		root
	};
}
async function readSettings(files, file) {
	if (file === void 0) return void 0;
	try {
		return {
			file,
			text: (await files.read(file, require_main.LIMITS.versionFileBytes)).toString("utf8")
		};
	} catch (error) {
		if (error instanceof require_main.Failure) return void 0;
		throw error;
	}
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
	return `${require_main.moduleVersion(version, platform)}.receipt.json`;
}
function moduleFileName(version, platform) {
	return `${require_main.moduleVersion(version, platform)}.zip`;
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
			const fileName = (require_faces ??= require("./faces.cjs")).keptArchiveName(require_main.versionText(version), platform);
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
// src/sources/module-proxy.ts
const MODULE_ORIGIN = "https://go.dev/dl/mod";
const MODULE_DIRECTORY = "golang.org/toolchain/@v";
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
			const fileName = `${require_main.moduleVersion(version, platform)}.zip`;
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
			const name = require_main.moduleVersion(version, platform);
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
	let hop = firstHop(request);
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
		if (!isRedirect(response.status)) return accept$1({
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
		hop = nextHop(hop, {
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
	const { status, headers, facts, sent } = answer;
	return {
		bytes,
		url: answer.url,
		response: {
			status,
			headers,
			facts,
			sent
		}
	};
}
async function fetchRead(wire, request, signal) {
	const { bytes, response } = await fetchBytes(wire, request, signal);
	try {
		return request.read(bytes);
	} catch (error) {
		throw error instanceof require_main.Failure ? withoutEcho(error, ...response.sent) : error;
	}
}
async function accept$1(options, signal) {
	const { response, hop, first, wire } = options;
	const sent = [sentOf(first), {
		...sentOf(hop),
		proxyAuthorization: response.proxyAuthorization
	}];
	const unasked = response.status === 206 && hop.headers["range"] === void 0;
	if (response.status < 200 || response.status > 299 || unasked) throw await refusal$1({
		clock: wire.clock,
		response,
		url: hop.url,
		secrets: secretsOf(...sent)
	}, signal);
	const encoding = response.headers["content-encoding"];
	if (encoding !== void 0 && !isHarmlessEncoding(encoding, [first.url, hop.url])) {
		response.discard();
		const evidence = {
			url: require_main.redactUrl(hop.url),
			"content-encoding": encoding.slice(0, 100),
			via: response.headers["via"]
		};
		throw withoutEcho(require_main.failure("HTTP.ENCODED", {
			subject: new URL(hop.url).host,
			evidence
		}), ...sent);
	}
	return {
		status: response.status,
		headers: response.headers,
		body: response.body,
		discard: () => response.discard(),
		facts: response.facts,
		url: hop.url,
		sent
	};
}
function isHarmlessEncoding(encoding, urls) {
	const isGzipFile = urls.some((url) => /\.t?gz$/u.test(new URL(url).pathname));
	return encoding.toLowerCase().split(",").map((label) => label.trim()).every((label) => label === "" || label === "identity" || isGzipFile && (label === "gzip" || label === "x-gzip"));
}
function sentOf({ url, headers }) {
	return {
		url,
		authorization: headers["authorization"],
		cookie: headers["cookie"]
	};
}
// src/verify/sha256.ts
function sha256Of(content) {
	return typeof (node_crypto ??= require("node:crypto")).hash === "function" ? (0, (node_crypto ??= require("node:crypto")).hash)("sha256", content, "hex") : (0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(content).digest("hex");
}
async function sha256OfStream(pieces) {
	const digest = (0, (node_crypto ??= require("node:crypto")).createHash)("sha256");
	for await (const piece of pieces) digest.update(piece);
	return digest.digest("hex");
}
const IRREGULAR_SHA256 = "0".repeat(64);
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
	try {
		return await openAt(context, {
			spec,
			place
		}, signal);
	} catch (error) {
		throw error instanceof require_main.Failure ? withoutEcho(error, {
			url,
			...authorization
		}) : error;
	}
}
async function openAt(context, { spec, place }, signal) {
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
	if (expected !== void 0 && expected !== got) throw changed$1(name, {
		expected,
		got
	});
}
function changed$1(name, { expected, got }) {
	return require_main.failure("MIRROR.CHANGED", {
		subject: name,
		evidence: {
			file: name,
			[`expected by ${EXPORT_FILES.sums}`]: expected,
			got
		}
	});
}
// src/steps/ask-go.ts
async function askGoOnPath({ exec, env }, name, signal) {
	const file = await exec.find("go");
	if (file === void 0) return void 0;
	const command = {
		file,
		args: ["env", name],
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
// src/steps/goproxy-setting.ts
async function goproxySetting(context, signal) {
	const { env } = context.machine;
	return env["GOPROXY"]?.trim() || await askGoOnPath(context.machine, "GOPROXY", signal) || await readConfiguration(context);
}
async function readConfiguration({ machine, platform }) {
	const { env, files } = machine;
	const [newest] = require_main.installedRoots(machine.toolCache, platform);
	if (newest === void 0) return void 0;
	const { user, root } = await readSettingsFiles(files, {
		env,
		os: machine.platform.os,
		root: newest
	});
	return readGoSetting("GOPROXY", {
		env: {},
		user,
		root
	})?.value.trim();
}
// src/steps/sources.ts
var sources_exports = require_main.__exportAll({ openSources: () => openSources });
const DATABASE = [CHECKSUM_DATABASE, CHECKSUM_DATABASE_ALIAS].map((host) => ({
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
		baseUrl: require_main.joinAddress(entry.url, `sumdb/${CHECKSUM_DATABASE}`),
		...authorization
	}];
}
async function readGoproxy(context, signal) {
	const text = await goproxySetting(context, signal);
	if (!text) return void 0;
	const parsed = parseGoproxy(text);
	if ("finding" in parsed) throw new require_main.Failure([parsed.finding]);
	return parsed.entries;
}
// src/verify/receipt.ts
const RECEIPT_SCHEMA = "setup-go-robust/receipt@1";
const MAX_PROOF_HASHES = 64;
function makeReceipt(proof, moduleName) {
	const receipt = {
		schema: RECEIPT_SCHEMA,
		module: moduleName,
		recordNumber: proof.recordNumber,
		record: Buffer.from(proof.record).toString("utf8"),
		note: Buffer.from(proof.note).toString("utf8"),
		inclusion: proof.inclusion.map((require_sumdb ??= require("./sumdb.cjs")).toText),
		knownHead: {
			size: proof.knownHead.size,
			root: proof.knownHead.root
		},
		consistency: proof.consistency.map((require_sumdb ??= require("./sumdb.cjs")).toText)
	};
	return `${JSON.stringify(receipt, void 0, 1)}\n`;
}
function readReceipt(bytes, question) {
	const fields = bytes.length > require_main.LIMITS.receiptBytes ? void 0 : require_main.parseJsonObject(Buffer.from(bytes).toString("utf8"));
	const proof = fields === void 0 ? void 0 : proofOf(fields);
	if (fields === void 0 || proof === void 0 || fields["schema"] !== RECEIPT_SCHEMA) throw noReceipt("not a receipt", question);
	if (fields["module"] !== question.moduleName) throw noReceipt("receipt of another release", question);
	return (require_sumdb ??= require("./sumdb.cjs")).checkRecordProof(proof, question);
}
function signedHead(receipt, { log, moduleName }) {
	const proof = proofOf(require_main.parseJsonObject(receipt) ?? {});
	if (proof === void 0) throw noReceipt("not a receipt", {
		log,
		moduleName
	});
	const { size } = (require_sumdb ??= require("./sumdb.cjs")).openTreeHead(proof.note, (require_sumdb ??= require("./sumdb.cjs")).parseVerifierKey(log.verifierKey));
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
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= (require_sumdb ??= require("./sumdb.cjs")).MAX_TREE_SIZE;
}
function hashesOf(value) {
	if (!Array.isArray(value) || value.length > MAX_PROOF_HASHES) return void 0;
	const hashes = value.map((require_sumdb ??= require("./sumdb.cjs")).hashFromText);
	return hashes.every((hash) => hash !== void 0) ? hashes : void 0;
}
function headOf(value) {
	if (!require_main.isJsonObject(value)) return void 0;
	const { size, root } = value;
	return isCount(size) && typeof root === "string" && (require_sumdb ??= require("./sumdb.cjs")).hashFromText(root) !== void 0 ? {
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
	"FS.FD_LIMIT",
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
function isAltered(code) {
	return /^(?:VER|ARC|MIRROR|PGP)\./u.test(code);
}
function isContentFault(code) {
	return isAltered(code) || code === "HTTP.HTML";
}
const FORGED = [
	"SUM.FORK",
	"SUM.RECORD",
	"SUM.PROOF",
	"SUM.NOTE"
];
function maySuitAlone(code) {
	return code === "BODY.TOO_LONG" || code === "BODY.TRUNCATED" || code === "HTTP.RANGE";
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
	return (require_failure ??= require("./failure.cjs")).CATALOGUE[code].exit === 75 && code !== "BUDGET.TOTAL" && !code.startsWith("SELF.");
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
// src/verify/judge.ts
const RANK = [
	"pinned-checksum",
	"checksum-database",
	"release-table",
	"openpgp-signature",
	"source-listing"
];
function judge(measured, expectations) {
	const strong = expectations.filter((expectation) => expectation.kind !== "source-listing");
	const comparisons = (strong.length > 0 ? strong : expectations).map((expectation) => compare(measured, expectation)).sort((a, b) => RANK.indexOf(a.expectation.kind) - RANK.indexOf(b.expectation.kind));
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
function compare(measured, expectation) {
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
	if (madeAt === void 0 || madeAt <= require_main.instantText(signedAt)) return void 0;
	return require_main.finding("PGP.OLD_SIGNATURE", {
		subject: fileName,
		evidence: {
			"signed at": require_main.instantText(signedAt),
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
		await removeOwned(stage.directory, machine.files).catch(() => void 0);
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
		const sink = (require_unpack ??= require("./unpack.cjs")).createTreeSink({
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
		const verdict = judge(measured, await proofsFound);
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
		await removeOwned(stage.directory, machine.files);
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
	if (exportedSha256 !== void 0 && exportedSha256 !== sha256) throw changed$1(fileName, {
		expected: exportedSha256,
		got: sha256
	});
}
async function download({ machine }, work, signal) {
	const { measuredArchive, unpack } = await Promise.resolve().then(() => require("./unpack.cjs")).then((n) => n.unpack_exports);
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
	const real = await files.realPath(path);
	const found = real === void 0 ? void 0 : await files.stat(real);
	if (found?.kind !== "file") throw require_main.failure("FS.NOT_FOUND", {
		subject: path,
		evidence: {
			path,
			found: found?.kind ?? "nothing"
		}
	});
	const { sizeBytes } = found;
	if (sizeBytes > require_main.LIMITS.archiveBytes) throw require_main.failure("HTTP.TOO_LARGE", {
		subject: path,
		evidence: {
			"file bytes": sizeBytes,
			"limit bytes": require_main.LIMITS.archiveBytes
		}
	});
	async function tail(bytes) {
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
			const part = chunk.subarray(0, wantedBytes - countBytes);
			countBytes += part.length;
			if (part.length > 0) yield part;
			if (part.length < chunk.length || countBytes === wantedBytes) break;
		}
		if (countBytes < wantedBytes) throw truncated(countBytes, wantedBytes);
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
		throw withoutEcho(fit.failure, ...answer.sent);
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
			if (next !== void 0) ask$2(crew, {
				member: next,
				question: questionOf(next),
				pending
			});
			if (pending.size === 0) throw failureOfAll(crew);
			const outcome = await firstOutcome(crew, pending, waiting.length);
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
function ask$2(crew, asked) {
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
async function firstOutcome(crew, pending, waitingCount) {
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
		failure: isOther ? changed(error) : error,
		hadProgress: false,
		lane
	});
	if (isOther) throw failureOfAll(crew);
}
function changed(error) {
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
	if (span.atBytes > 0 && crew.firstContributor !== void 0) crew.isPieced = true;
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
			return read$1(delivery);
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
function read$1(delivery) {
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
	state.started ??= ask$1(state, first);
	return state.started;
}
async function ask$1(state, first) {
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
		isPieced: () => crew.isPieced,
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
		firstContributor: void 0,
		isPieced: false
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
function openCrowd(context, { team: members, nextAttempt, spool, phases }, signal) {
	const [first] = members;
	if (first.url.startsWith("file:")) return openFile(context, first, nextAttempt);
	const { machine, emit } = context;
	const request = {
		wire: machine,
		candidates: members,
		starterCount: 1,
		nextAttempt,
		emit,
		random: () => randomFraction(context),
		...phases === void 0 ? {} : { phases }
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
		isPieced: () => team.isPieced(),
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
		isPieced: () => false,
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
				ask(context, {
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
			ask(context, {
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
function ask(context, work, signal) {
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
	let { candidates, vainMs = 0, alive = new Set(), phases = require_main.ARCHIVE_PHASES } = work;
	for (let round = 1;; round += 1) {
		const startMs = clock.monotonic();
		const outcome = await askAll(context, {
			...work,
			candidates,
			vainMs,
			alive,
			phases
		}, signal);
		if ("stage" in outcome) return outcome;
		vainMs += clock.monotonic() - startMs;
		all.push(...outcome.findings);
		const slow = candidates.filter(({ sourceId }) => isSlow(sourceId, {
			outcome,
			alive,
			shown: work.proofs.shownAlive?.() ?? []
		}));
		if (slow.length > 0) {
			candidates = slow;
			phases = require_main.FETCHING_PHASES;
			alive = new Set([...alive, ...slow.map(({ sourceId }) => sourceId)]);
			continue;
		}
		const reasons = [...outcome.findings, ...isUnproved(outcome) ? work.proofs.momentary?.() ?? [] : []];
		const pauseMs = backoffMs(round, reasons, randomFraction(context));
		if (pauseMs === void 0 || vainMs > require_main.LIMITS.patientRoundMs) return { findings: inOrder(all, work.candidates) };
		await clock.sleep(pauseMs, signal);
		work.proofs.askAgain?.();
		candidates = candidates.filter(({ sourceId }) => mayHeal(sourceId, outcome));
	}
}
function isSlow(sourceId, known) {
	const { outcome, alive, shown } = known;
	if (alive.has(sourceId) || !shown.includes(sourceId)) return false;
	return outcome.findings.some(({ code, subject }) => subject === sourceId && code === "HTTP.TTFB_STALL");
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
			blamed,
			isPieced: crowd.isPieced()
		});
	} finally {
		crowd.close();
	}
}
function afterFailure(round, error, { team, blamed, isPieced }) {
	if (error.code === "BODY.CHANGED" && round.mayRestart) return {
		...round,
		mayRestart: false
	};
	if (error.code.startsWith("SUM.")) return without(round, team, [error.finding]);
	if (!isContentFault(error.code)) return without(withoutFailed(round, error.findings.filter(isSure(blamed))), blamed, []);
	if (blamed.length > 1) return {
		...round,
		alone: [...round.alone, ...blamed]
	};
	if (round.candidates.every((candidate) => blamed.includes(candidate)) && isPieced && round.mayRestart) return {
		...round,
		mayRestart: false
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
function isSure(blamed) {
	const ids = new Set(blamed.map(({ sourceId }) => sourceId));
	return ({ code, subject }) => ids.has(subject) || !maySuitAlone(code);
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
		stable: by.some((mention) => mention.release.stable),
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
	return fetchRead(wire, {
		url,
		...authorization === void 0 ? {} : { authorization },
		...limits,
		read: (bytes) => listing.parse(bytes)
	}, signal);
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
		candidates: inTurn([first, ...rest], {
			choice,
			releases: known.releases
		}),
		warnings
	};
}
function inTurn([first, ...older], { choice, releases }) {
	const [only, ...others] = first.learntFrom;
	if (only === void 0 || others.length > 0) return [first, ...older];
	const next = older.slice(0, require_main.LIMITS.fallbackVersionCount - 2);
	const named = releases.filter(({ learntFrom }) => learntFrom.some((id) => id !== only));
	const last = require_main.matching(choice.spec, named).filter(({ version }) => require_main.compareVersions(version, choice.minGoVersion) >= 0 && !next.some((each) => require_main.sameVersion(each.version, version))).filter((release) => runsOn(release, choice.platform));
	return last.length === 0 ? [first, ...older] : [
		first,
		...next,
		...last
	];
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
// src/policy/shell-word.ts
function shellWord(text) {
	return /^[\w@%+=:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
// src/acquire/kept-listing.ts
const FILE = "versions.json";
const SCHEMA$2 = "setup-go-robust/versions@1";
function createListingStore(options) {
	return {
		read: () => forgiving(() => read(options), void 0),
		keep: async (releases) => {
			if (options.isWritable && releases.length > 0) await forgiving(() => keep(options, releases), void 0);
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
async function read({ directory, files, clock }) {
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
async function keep(options, releases) {
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
			text: `curl -fL -o ${shellWord(path)} ${url}`,
			risk: "none"
		});
	}
	const asked = shellWord(version === void 0 ? request.spec.text : require_main.versionText(version));
	const place = destination === void 0 ? "" : ` --dest ${shellWord(destination)}`;
	const text = `${destination === void 0 ? `RUNNER_TOOL_CACHE=${shellWord(machine.toolCache.directory)} ` : ""}${require_main.PRODUCT.name} install ${asked}${place}`;
	return [...fixes, {
		title: "Or install it once with a network, to the same place",
		kind: "command",
		text,
		risk: "none"
	}];
}
function enumerate(names) {
	if (names.length === 0) return "none";
	const shown = names.slice(0, NAMED_COUNT).join(", ");
	return names.length > NAMED_COUNT ? `${shown} and ${names.length - NAMED_COUNT} more` : shown;
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
		maxBytes: require_main.LIMITS.receiptBytes
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
	if (!isPrivateWay(url)) return void 0;
	url.pathname += ".sha256";
	const authorization = candidate.authorization === void 0 ? {} : { authorization: candidate.authorization };
	const limits = {
		phases: require_main.METADATA_PHASES,
		maxBytes: require_main.LIMITS.sidecarBytes,
		totalMs: require_main.LIMITS.metadataBodyMs
	};
	try {
		const { bytes, url: answered } = await fetchBytes(context.machine, {
			url: url.href,
			...authorization,
			...limits
		}, signal);
		if (!isPrivateWay(new URL(answered))) return void 0;
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
function isPrivateWay({ protocol, hostname }) {
	return protocol === "https:" || isLoopbackHost(hostname);
}
// src/steps/proofs.ts
var proofs_exports = require_main.__exportAll({ openProofs: () => openProofs });
function openProofs(context, release, signal) {
	const { inputs, machine } = context;
	const pin = inputs.checksum;
	let unvouched;
	let recordedBy;
	const ask = () => require_main.once(async () => {
		const found = await settle(askDatabase(context, release, signal));
		unvouched = found.failure;
		recordedBy = found.value?.server;
		return found;
	});
	let record = ask();
	const openAll = () => require_main.once(async () => (await Promise.resolve().then(() => require("./seldom.cjs")).then((n) => n.signatures_exports)).openSignatures(context, release, signal));
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
		signatureHashes: (candidate) => pin === void 0 && recordedBy === void 0 && isSignable(candidate) ? SLOWER_HASHES : [],
		shownAlive: () => sourcesAt(release, recordedBy),
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
function sourcesAt({ sources }, server) {
	return sources.archives.filter(({ title }) => title === server).map(({ id }) => id);
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
async function askDatabase(context, { sources, version }, signal) {
	const { inputs, platform, log, machine, emit } = context;
	const name = require_main.moduleName(version, platform);
	const ask = async () => {
		if (inputs.offline) throw require_main.failure("SUM.UNREACHABLE", {
			subject: name,
			evidence: { reason: "offline" }
		});
		return (require_sumdb ??= require("./sumdb.cjs")).lookUp({
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
	const wasAltered = findings.some(({ code }) => isAltered(code));
	const isUnrecorded = !isOwnSource(context.inputs) && findings.some(({ code }) => code === "SUM.NOT_FOUND");
	if (first !== void 0 && (wasAltered || refusals.length === 0 && !isUnrecorded)) return new require_main.Failure([first, ...rest]);
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
		await removeOwned(directory, tools.files);
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
// src/install/spool-state.ts
function takenBytes({ held, open }) {
	return (held === void 0 ? 0 : heldBytes(held)) + (open?.sizeBytes ?? 0);
}
async function remove(state) {
	await state.opening?.catch(() => void 0);
	const { held, options } = state;
	forget(state);
	if (held !== void 0) await removeOwned(held.directory, options.files);
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
			const local = localEnd === from ? void 0 : (require_unpack ??= require("./unpack.cjs")).readKept(state, {
				fileName,
				from,
				end: localEnd
			});
			if (localEnd === end) return local ?? bytes.stream(end, localEnd)[Symbol.asyncIterator]();
			return (require_unpack ??= require("./unpack.cjs")).inTurn(local, record(state, {
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
		return (require_unpack ??= require("./unpack.cjs")).openSink(state, {
			of: {
				fileName,
				url,
				tag,
				sizeBytes
			},
			from
		});
	};
	const source = bytes.stream(end, from)[Symbol.asyncIterator]();
	return (require_unpack ??= require("./unpack.cjs")).recorded({
		source,
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
		const probe = (0, node_path.join)(place.parent, `${place.probePrefix}${options.randomName()}`);
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
	if (await isMountPoint(place, stat, files)) return require_main.finding("INPUT.DESTINATION", {
		subject: place.root,
		evidence: { "stands there": "a mount point: nothing can be renamed onto it, but a directory in it can be made" }
	});
	if (isEmpty || entry?.hasGo === true || entry?.isMarked === true || entry?.versionLine?.startsWith("go") === true) return void 0;
	return require_main.finding("INPUT.DESTINATION", {
		subject: place.root,
		evidence: { "stands there": isPlain ? "a directory without Go" : stat.kind }
	});
}
async function isMountPoint({ parent }, { kind, device }, files) {
	if (kind !== "directory" || device === void 0) return false;
	const above = await files.stat(await files.realPath(parent) ?? parent);
	return above?.device !== void 0 && above.device !== device;
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
		if (watch.isStale(held) && await breakLock(options, held)) continue;
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
		if (held.pid > 0 && held.hostname === process.hostname && (held.pid === process.pid || !process.isAlive(held.pid)) && ageMs >= require_main.LIMITS.lockDeadOwnerMs) return true;
		if (held.pid === 0 && unchangedMs >= require_main.LIMITS.lockDeadOwnerMs) return true;
		return unchangedMs >= require_main.LIMITS.lockStaleMs || ageMs >= require_main.LIMITS.lockStaleMs && unchangedMs >= require_main.LIMITS.lockDeadOwnerMs;
	} };
}
async function breakLock(options, held) {
	const { files, path, clock } = options;
	const claim = `${path}.break-${held.token}`;
	if (!await files.write(claim, "", { exclusive: true })) {
		const stat = await files.stat(claim);
		const isLeft = stat !== void 0 && clock.now() - stat.mtimeMs > require_main.LIMITS.lockStaleMs;
		if (isLeft) await files.remove(claim);
		return isLeft;
	}
	try {
		const now = await readLock(options);
		if (now?.token === held.token && now.mtimeMs === held.mtimeMs) await files.remove(path);
		return true;
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
var under_lock_exports = require_main.__exportAll({ sweepBesideStanding: () => sweepBesideStanding });
async function underLock(context, { place, work }, signal) {
	const { machine, emit, inputs } = context;
	const randomName = () => machine.randomName();
	const [problem, ...problems] = await checkDestination({
		place,
		files: machine.files,
		randomName
	});
	if (problem !== void 0) throw new require_main.Failure([problem, ...problems]);
	const onWaiting = (holder) => emit({
		type: "lock-waiting",
		holder
	});
	try {
		return await withLock({
			...lockOf(context, place),
			waitMs: inputs.timeoutMs,
			onWaiting
		}, work, signal);
	} finally {
		await removeEmptyParents({
			place,
			files: machine.files
		}).catch(() => void 0);
	}
}
function lockOf({ machine }, place) {
	const { files, clock, process } = machine;
	return {
		path: place.lock,
		files,
		clock,
		process,
		randomName: () => machine.randomName()
	};
}
const LEFT_ALONE = [
	"FS.LOCK_TIMEOUT",
	"FS.READ_ONLY",
	"FS.PERMISSION"
];
async function sweepBesideStanding(context, place, signal) {
	try {
		await withLock({
			...lockOf(context, place),
			waitMs: 0
		}, () => sweepStaging(place, context.machine), signal);
	} catch (error) {
		if (!(error instanceof require_main.Failure) || signal.aborted) throw error;
		if (LEFT_ALONE.includes(error.code)) return;
		context.emit({
			type: "finding",
			finding: {
				...error.finding,
				severity: "warning"
			}
		});
	}
}
// src/steps/module-cache-directory.ts
var module_cache_directory_exports = require_main.__exportAll({ moduleCacheDirectory: () => moduleCacheDirectory });
async function moduleCacheDirectory({ machine }, signal) {
	const { env, files, platform } = machine;
	const { os } = platform;
	const told = env["GOMODCACHE"] || await askGoOnPath(machine, "GOMODCACHE", signal);
	if (told) return told;
	const directory = goDirectories({
		env,
		os,
		settings: readGoSettings({
			env,
			...await readSettingsFiles(files, {
				env,
				os,
				root: void 0
			})
		})
	}).find(({ name }) => name === "GOMODCACHE");
	if (directory !== void 0) return directory.value;
	throw require_main.failure("GO.ENV", {
		subject: "GOMODCACHE",
		evidence: { reason: "neither GOMODCACHE nor GOPATH nor HOME is set" }
	});
}
// src/install/installed-tree.ts
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
	const verdict = judge(tree, expectations);
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
// src/domain/sum-lines.ts
function provingSums({ file, lines }) {
	return lines.filter(({ path, version, hash }) => hash.startsWith("h1:") && isPath(path) && /^v[^/]{1,300}$/u.test(version) && isPath(version)).map((line) => ({
		...line,
		file
	}));
}
function isPath(text) {
	return text.length <= 1e3 && /^[\w.~+!-]+(?:\/[\w.~+!-]+)*$/u.test(text) && !text.split("/").some((part) => part === "." || part === "..");
}
function groupSums(lines) {
	const modules = new Map();
	for (const line of lines) {
		const name = `${line.path}@${line.version}`;
		const known = modules.get(name) ?? {
			path: line.path,
			version: line.version,
			zipHashes: [],
			modHashes: [],
			line
		};
		const kind = line.isGoMod ? "modHashes" : "zipHashes";
		if (!known[kind].includes(line.hash)) modules.set(name, {
			...known,
			[kind]: [...known[kind], line.hash]
		});
	}
	return modules;
}
// src/policy/module-patterns.ts
function parseModulePatterns(list) {
	return list.split(",").map((entry) => entry.replace(/\/$/u, "")).filter((text) => text !== "").map((text) => ({
		text,
		chunks: parseChunks([...text])
	}));
}
function findModulePattern(patterns, modulePath) {
	const elements = modulePath.split("/");
	return patterns.find(({ text, chunks }) => {
		const wanted = text.split("/").length;
		return chunks !== void 0 && wanted <= elements.length && matches(chunks, [...elements.slice(0, wanted).join("/")]);
	});
}
function matchesModulePatterns(list, modulePath) {
	return findModulePattern(parseModulePatterns(list), modulePath) !== void 0;
}
function matches(chunks, name) {
	let at = 0;
	for (const [index, { isAfterStar, tokens }] of chunks.entries()) {
		const isLast = index === chunks.length - 1;
		if (isLast && isAfterStar && tokens.length === 0) return !name.slice(at).includes("/");
		const end = findEnd(tokens, {
			name,
			from: at,
			isAfterStar,
			isLast
		});
		if (end === void 0) return false;
		at = end;
	}
	return at === name.length;
}
function findEnd(tokens, place) {
	const { name, from, isAfterStar, isLast } = place;
	for (let start = from;; start += 1) {
		const end = matchChunk(tokens, name, start);
		if (end !== void 0 && (!isLast || end === name.length)) return end;
		if (!isAfterStar || start >= name.length || name[start] === "/") return void 0;
	}
}
function matchChunk(tokens, name, start) {
	if (start + tokens.length > name.length) return void 0;
	return tokens.every((token, index) => matchesCharacter(token, name[start + index] ?? "")) ? start + tokens.length : void 0;
}
function matchesCharacter(token, character) {
	if (token.kind === "one") return character !== "/";
	if (token.kind === "character") return token.character === character;
	return token.ranges.some(([low, high]) => low <= character && character <= high) !== token.isNegated;
}
function parseChunks(characters) {
	const chunks = [];
	let chunk = {
		isAfterStar: false,
		tokens: []
	};
	for (let at = 0; at < characters.length; at += 1) {
		const character = characters[at] ?? "";
		if (character === "*") {
			if (chunk.tokens.length > 0) chunks.push(chunk);
			chunk = {
				isAfterStar: true,
				tokens: []
			};
		} else if (character === "?") chunk.tokens.push({ kind: "one" });
		else if (character === "[") {
			const set = parseSet(characters, at + 1);
			if (set === void 0) return void 0;
			chunk.tokens.push(set.token);
			at = set.end;
		} else if (character === "\\") {
			at += 1;
			const escaped = characters[at];
			if (escaped === void 0) return void 0;
			chunk.tokens.push({
				kind: "character",
				character: escaped
			});
		} else chunk.tokens.push({
			kind: "character",
			character
		});
	}
	return [...chunks, chunk];
}
function parseSet(characters, start) {
	const isNegated = characters[start] === "^";
	const ranges = [];
	let at = isNegated ? start + 1 : start;
	while (characters[at] !== "]" || ranges.length === 0) {
		const low = readSetCharacter(characters, at);
		if (low === void 0) return void 0;
		at = low.next;
		let high = low;
		if (characters[at] === "-") {
			const end = readSetCharacter(characters, at + 1);
			if (end === void 0) return void 0;
			high = end;
			at = end.next;
		}
		ranges.push([low.character, high.character]);
	}
	return {
		token: {
			kind: "set",
			isNegated,
			ranges
		},
		end: at
	};
}
function readSetCharacter(characters, at) {
	const first = characters[at];
	if (first === void 0 || first === "-" || first === "]") return void 0;
	if (first !== "\\") return {
		character: first,
		next: at + 1
	};
	const escaped = characters[at + 1];
	return escaped === void 0 ? void 0 : {
		character: escaped,
		next: at + 2
	};
}
// src/steps/preflight-sums.ts
var preflight_sums_exports = require_main.__exportAll({ proveProjectSums: () => proveProjectSums });
async function proveProjectSums(context, project, signal) {
	const { inputs, machine, log, budgetEndMs } = context;
	const { facts, isAll } = project;
	const database = settingValue(facts.environment, "GOSUMDB").trim();
	const isOurs = /^(?:|sum\.golang\.(?:org|google\.cn))$/u.test(database);
	const lines = sumFiles(facts).flatMap(provingSums);
	if (inputs.offline || !isOurs || lines.length === 0) return void 0;
	const { environment } = facts;
	const patterns = settingValue(environment, "GONOSUMDB") || settingValue(environment, "GOPRIVATE");
	const { checksum } = await openSources(context, signal);
	const leftMs = budgetEndMs - machine.clock.monotonic() - require_main.LIMITS.diagnoseReserveMs;
	return (require_sumdb ??= require("./sumdb.cjs")).proveModuleSums({
		wire: machine,
		servers: checksum,
		log,
		lines,
		isPrivate: (path) => matchesModulePatterns(patterns, path),
		budgetMs: Math.max(0, isAll ? leftMs : Math.min(leftMs, require_main.LIMITS.sumsQuickMs))
	}, signal);
}
function sumFiles({ modules, work }) {
	return [...modules.map(({ sum }) => sum), work?.sum].filter((sum) => sum !== void 0);
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
	await publish({
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
async function readVersion({ machine }, root) {
	const [line = ""] = (await machine.files.read((0, node_path.join)(root, "VERSION"), require_main.LIMITS.goVersionBytes)).toString("utf8").split(/\r?\n/u);
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
	if (await files.stat(home.receipt) !== void 0) await files.write(place.receipt, await files.read(home.receipt, require_main.LIMITS.receiptBytes));
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
	const { published } = await publish({
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
// src/install/readable-directory.ts
function readableEntries(files, directory) {
	try {
		return files.tree.readDirectory(directory);
	} catch (error) {
		if (error instanceof require_main.Failure) return [];
		throw error;
	}
}
// src/install/unsummed-modules.ts
const OWNER = /^golang\.org$/iu;
const NAMES = /^(?:toolchain|fips140)(?:@|$)/iu;
async function removeUnsummed(files, root) {
	const removed = [];
	for (const place of ["", "cache/download/"]) for (const owner of namesIn(files, (0, node_path.join)(root, place)).filter((name) => OWNER.test(name))) for (const name of namesIn(files, (0, node_path.join)(root, place, owner)).filter((each) => NAMES.test(each))) {
		await files.remove((0, node_path.join)(root, place, owner, name));
		removed.push(`${place}${owner}/${name}`);
	}
	return removed;
}
function namesIn(files, directory) {
	return readableEntries(files, directory).map(({ name }) => name);
}
// src/steps/unsummed-modules.ts
var unsummed_modules_exports = require_main.__exportAll({ dropUnsummed: () => dropUnsummed });
async function dropUnsummed({ machine, emit }, root) {
	const removed = await removeUnsummed(machine.files, root);
	if (removed.length === 0) return;
	const evidence = Object.fromEntries(removed.slice(0, NAMED).map((name, index) => [`removed ${index + 1}`, name]));
	emit({
		type: "finding",
		finding: require_main.finding("MODCACHE.UNSUMMED", {
			subject: "module cache",
			evidence
		})
	});
}
const NAMED = 10;
Object.defineProperty(exports, "CHECKSUM_DATABASE", {
	enumerable: true,
	get: function() {
		return CHECKSUM_DATABASE;
	}
});
Object.defineProperty(exports, "CHECKSUM_DATABASE_ALIAS", {
	enumerable: true,
	get: function() {
		return CHECKSUM_DATABASE_ALIAS;
	}
});
Object.defineProperty(exports, "EXPORT_FILES", {
	enumerable: true,
	get: function() {
		return EXPORT_FILES;
	}
});
Object.defineProperty(exports, "FORGED", {
	enumerable: true,
	get: function() {
		return FORGED;
	}
});
Object.defineProperty(exports, "IRREGULAR_SHA256", {
	enumerable: true,
	get: function() {
		return IRREGULAR_SHA256;
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
		return changed$1;
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
Object.defineProperty(exports, "createPart", {
	enumerable: true,
	get: function() {
		return createPart;
	}
});
Object.defineProperty(exports, "createPiece", {
	enumerable: true,
	get: function() {
		return createPiece;
	}
});
Object.defineProperty(exports, "decideProxy", {
	enumerable: true,
	get: function() {
		return decideProxy;
	}
});
Object.defineProperty(exports, "discardUnpublished", {
	enumerable: true,
	get: function() {
		return discardUnpublished;
	}
});
Object.defineProperty(exports, "dropUnsummed", {
	enumerable: true,
	get: function() {
		return dropUnsummed;
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
Object.defineProperty(exports, "extraRoots", {
	enumerable: true,
	get: function() {
		return extraRoots;
	}
});
Object.defineProperty(exports, "fetchBytes", {
	enumerable: true,
	get: function() {
		return fetchBytes;
	}
});
Object.defineProperty(exports, "fetchRead", {
	enumerable: true,
	get: function() {
		return fetchRead;
	}
});
Object.defineProperty(exports, "findModulePattern", {
	enumerable: true,
	get: function() {
		return findModulePattern;
	}
});
Object.defineProperty(exports, "findNoProxyEntry", {
	enumerable: true,
	get: function() {
		return findNoProxyEntry;
	}
});
Object.defineProperty(exports, "giveUp", {
	enumerable: true,
	get: function() {
		return giveUp;
	}
});
Object.defineProperty(exports, "goDirectories", {
	enumerable: true,
	get: function() {
		return goDirectories;
	}
});
Object.defineProperty(exports, "groupSums", {
	enumerable: true,
	get: function() {
		return groupSums;
	}
});
Object.defineProperty(exports, "hashInstalledTree", {
	enumerable: true,
	get: function() {
		return hashInstalledTree;
	}
});
Object.defineProperty(exports, "hedgeDelayMs", {
	enumerable: true,
	get: function() {
		return hedgeDelayMs;
	}
});
Object.defineProperty(exports, "heldBytes", {
	enumerable: true,
	get: function() {
		return heldBytes;
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
Object.defineProperty(exports, "isAbsolutePath", {
	enumerable: true,
	get: function() {
		return isAbsolutePath;
	}
});
Object.defineProperty(exports, "isContentFault", {
	enumerable: true,
	get: function() {
		return isContentFault;
	}
});
Object.defineProperty(exports, "isLoopbackHost", {
	enumerable: true,
	get: function() {
		return isLoopbackHost;
	}
});
Object.defineProperty(exports, "isRedirect", {
	enumerable: true,
	get: function() {
		return isRedirect;
	}
});
Object.defineProperty(exports, "isRefusal", {
	enumerable: true,
	get: function() {
		return isRefusal;
	}
});
Object.defineProperty(exports, "joinHeaders", {
	enumerable: true,
	get: function() {
		return joinHeaders;
	}
});
Object.defineProperty(exports, "judge", {
	enumerable: true,
	get: function() {
		return judge;
	}
});
Object.defineProperty(exports, "keptExpectation", {
	enumerable: true,
	get: function() {
		return keptExpectation;
	}
});
Object.defineProperty(exports, "makeReceipt", {
	enumerable: true,
	get: function() {
		return makeReceipt;
	}
});
Object.defineProperty(exports, "matchesModulePatterns", {
	enumerable: true,
	get: function() {
		return matchesModulePatterns;
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
Object.defineProperty(exports, "openSilently", {
	enumerable: true,
	get: function() {
		return openSilently;
	}
});
Object.defineProperty(exports, "openSources", {
	enumerable: true,
	get: function() {
		return openSources;
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
Object.defineProperty(exports, "parseGoproxy", {
	enumerable: true,
	get: function() {
		return parseGoproxy;
	}
});
Object.defineProperty(exports, "parseIpAddress", {
	enumerable: true,
	get: function() {
		return parseIpAddress;
	}
});
Object.defineProperty(exports, "parseIpBlock", {
	enumerable: true,
	get: function() {
		return parseIpBlock;
	}
});
Object.defineProperty(exports, "parseModulePatterns", {
	enumerable: true,
	get: function() {
		return parseModulePatterns;
	}
});
Object.defineProperty(exports, "parseSums", {
	enumerable: true,
	get: function() {
		return parseSums;
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
Object.defineProperty(exports, "provingSums", {
	enumerable: true,
	get: function() {
		return provingSums;
	}
});
Object.defineProperty(exports, "publish_exports", {
	enumerable: true,
	get: function() {
		return publish_exports;
	}
});
Object.defineProperty(exports, "readExported", {
	enumerable: true,
	get: function() {
		return readExported;
	}
});
Object.defineProperty(exports, "readGoSettings", {
	enumerable: true,
	get: function() {
		return readGoSettings;
	}
});
Object.defineProperty(exports, "readReleaseIndex", {
	enumerable: true,
	get: function() {
		return readReleaseIndex;
	}
});
Object.defineProperty(exports, "readSettingsFiles", {
	enumerable: true,
	get: function() {
		return readSettingsFiles;
	}
});
Object.defineProperty(exports, "readWithin", {
	enumerable: true,
	get: function() {
		return readWithin;
	}
});
Object.defineProperty(exports, "readableEntries", {
	enumerable: true,
	get: function() {
		return readableEntries;
	}
});
Object.defineProperty(exports, "receiptFileName", {
	enumerable: true,
	get: function() {
		return receiptFileName;
	}
});
Object.defineProperty(exports, "rehashTree", {
	enumerable: true,
	get: function() {
		return rehashTree;
	}
});
Object.defineProperty(exports, "release_table_exports", {
	enumerable: true,
	get: function() {
		return release_table_exports;
	}
});
Object.defineProperty(exports, "removeOwned", {
	enumerable: true,
	get: function() {
		return removeOwned;
	}
});
Object.defineProperty(exports, "removeUnsummed", {
	enumerable: true,
	get: function() {
		return removeUnsummed;
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
Object.defineProperty(exports, "settingEvidence", {
	enumerable: true,
	get: function() {
		return settingEvidence;
	}
});
Object.defineProperty(exports, "settingValue", {
	enumerable: true,
	get: function() {
		return settingValue;
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
Object.defineProperty(exports, "shellWord", {
	enumerable: true,
	get: function() {
		return shellWord;
	}
});
Object.defineProperty(exports, "signedHead", {
	enumerable: true,
	get: function() {
		return signedHead;
	}
});
Object.defineProperty(exports, "sleepAwake", {
	enumerable: true,
	get: function() {
		return sleepAwake;
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
Object.defineProperty(exports, "systemRoots", {
	enumerable: true,
	get: function() {
		return systemRoots;
	}
});
Object.defineProperty(exports, "unbracket", {
	enumerable: true,
	get: function() {
		return unbracket;
	}
});
Object.defineProperty(exports, "underLock", {
	enumerable: true,
	get: function() {
		return underLock;
	}
});
Object.defineProperty(exports, "under_lock_exports", {
	enumerable: true,
	get: function() {
		return under_lock_exports;
	}
});
Object.defineProperty(exports, "undoGoEnvEdits", {
	enumerable: true,
	get: function() {
		return undoGoEnvEdits;
	}
});
Object.defineProperty(exports, "unsummed_modules_exports", {
	enumerable: true,
	get: function() {
		return unsummed_modules_exports;
	}
});
Object.defineProperty(exports, "withSpool", {
	enumerable: true,
	get: function() {
		return withSpool;
	}
});
