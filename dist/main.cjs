#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target2, all) => {
  for (var name in all)
    __defProp(target2, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target2) => (target2 = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  isNodeMode || !mod || !mod.__esModule ? __defProp(target2, "default", { value: mod, enumerable: true }) : target2,
  mod
));

// lazy-assert:assert
var ok;
var init_assert = __esm({
  "lazy-assert:assert"() {
    ok = (...args) => require("node:assert").ok(...args);
  }
});

// src/domain/codes-answer.ts
var ANSWER_CODES;
var init_codes_answer = __esm({
  "src/domain/codes-answer.ts"() {
    ANSWER_CODES = {
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
        explains: ["HTTP.HTML", "HTTP.FORBIDDEN", "ARC.NOT_GZIP", "ARC.NOT_ZIP"]
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
        explains: ["HTTP.NOT_HTTP", "BODY.TOO_LONG", "HTTP.TOO_LARGE"]
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
        explains: ["HTTP.ENCODED", "ARC.CORRUPT", "ARC.LAYOUT"]
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
  }
});

// src/domain/codes-cache.ts
var CACHE_CODES;
var init_codes_cache = __esm({
  "src/domain/codes-cache.ts"() {
    CACHE_CODES = {
      "CACHE.UNAVAILABLE": {
        title: "The cache service does not answer",
        why: "The run goes on without restored modules and build results; it is slower, and nothing is saved.",
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
        fix: "Write paths of files inside the workspace, one on each line, with * ? and **.",
        severity: "warning",
        exit: 71,
        explains: []
      }
    };
  }
});

// src/domain/codes-connection.ts
var CONNECTION_CODES;
var init_codes_connection = __esm({
  "src/domain/codes-connection.ts"() {
    CONNECTION_CODES = {
      "DNS.NXDOMAIN": {
        title: "The name does not exist",
        why: "It is misspelt, or the resolver filters it.",
        fix: "Check the name, or add a source that this network can resolve.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "DNS.SERVER": {
        title: "The name server could not answer",
        why: "It failed, refused, or could not be reached.",
        fix: "Retry; then check the resolver of this machine.",
        severity: "error",
        exit: 75,
        explains: []
      },
      "DNS.TIMEOUT": {
        title: "The name look-up took longer than its budget",
        why: "The resolver does not answer.",
        fix: "Check the resolver and UDP port 53.",
        severity: "error",
        exit: 75,
        explains: []
      },
      "TCP.REFUSED": {
        title: "The connection was refused",
        why: "Nothing listens there, or a firewall rejects.",
        fix: "Check host and port.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "TCP.TIMEOUT": {
        title: "The connection attempt was not answered",
        why: "A firewall drops it, or the host is down.",
        fix: "Allow egress to this host and port.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "TCP.NET_UNREACH": {
        title: "There is no route to the host",
        why: "The network of this machine does not lead there.",
        fix: "Check routes, or add a source inside this network.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "TCP.HOST_UNREACH": {
        title: "The host cannot be reached",
        why: "A firewall prohibits it, or the host is down.",
        fix: "Allow egress to this host and port.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "TCP.RESET": {
        title: "The connection was reset before an answer",
        why: "An allow-list, a middlebox or a dead upstream cuts it.",
        fix: "Allow the host, or add another source.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "PROXY.REFUSED": {
        title: "The proxy refused the connection",
        why: "Nothing listens at the proxy address.",
        fix: "Correct the proxy variable.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "PROXY.DNS": {
        title: "The name of the proxy cannot be resolved",
        why: "The proxy variable names an unknown host.",
        fix: "Correct the proxy variable.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "PROXY.STALL": {
        title: "The proxy did not answer CONNECT in its budget",
        why: "It is overloaded or filters in silence.",
        fix: "Check the proxy; add the host to its allow-list.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "PROXY.AUTH": {
        title: "The proxy asks for credentials",
        why: "It answered CONNECT with 407.",
        fix: "Put user and password into the proxy variable as a masked secret.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "PROXY.DENIED": {
        title: "The proxy refuses this host",
        why: "It answered CONNECT with 403.",
        fix: "Ask for the host to be allowed.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "PROXY.UPSTREAM": {
        title: "The proxy cannot reach the host",
        why: "It answered CONNECT with a server error.",
        fix: "Retry; then ask the operator of the proxy.",
        severity: "error",
        exit: 75,
        explains: []
      },
      "PROXY.CLOSED": {
        title: "The proxy closed the connection during CONNECT",
        why: "It filters the method or the host.",
        fix: "Ask for the host to be allowed.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "PROXY.NOT_HTTP": {
        title: "The proxy does not speak HTTP",
        why: "The proxy variable points to another service.",
        fix: "Correct the proxy variable.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "TLS.EXPIRED": {
        title: "The certificate has expired",
        why: "The server did not renew it, or the clock here is wrong.",
        fix: "Check the clock; then tell the operator.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "TLS.NOT_YET": {
        title: "The certificate is not valid yet",
        why: "The clock here is probably slow.",
        fix: "Correct the clock.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "TLS.NAME": {
        title: "The certificate is for another name",
        why: "The address belongs to somebody else, or DNS is redirected.",
        fix: "Check the address that the name resolves to.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "TLS.UNTRUSTED": {
        title: "The certificate chain leads to no trusted root",
        why: "A private CA or an interceptor signed it.",
        fix: "Give the CA with ca-file or NODE_EXTRA_CA_CERTS.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "TLS.ALERT": {
        title: "The server ended the TLS handshake with an alert",
        why: "It does not accept what was offered.",
        fix: "Look up the alert number that is given as evidence.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "TLS.PLAIN_HTTP": {
        title: "The peer does not speak TLS",
        why: "Plain text answered on a TLS port.",
        fix: "Check scheme and port.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "TLS.HANDSHAKE_STALL": {
        title: "The TLS handshake took longer than its budget",
        why: "A middlebox swallows the handshake, or the server is overloaded.",
        fix: "Retry; then add another source.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "TLS.CLOSED": {
        title: "The connection was cut during the TLS handshake",
        why: "A filter on the host name, or the endpoint, cut it.",
        fix: "Allow the host, or add another source.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "TLS.PROTOCOL": {
        title: "The TLS handshake failed for a reason of the protocol",
        why: "Both sides have no version, cipher or signature in common, or a record was damaged.",
        fix: "Look at the OpenSSL error that is given as evidence; then tell the operator.",
        severity: "error",
        exit: 72,
        explains: []
      }
    };
  }
});

// src/domain/codes-diagnosis.ts
var DIAGNOSIS_CODES;
var init_codes_diagnosis = __esm({
  "src/domain/codes-diagnosis.ts"() {
    DIAGNOSIS_CODES = {
      "INPUT.FACTS": {
        title: "The file of facts cannot be judged",
        why: "It is cut, misshapen, too large, or of another release.",
        fix: "Gather the facts again with doctor --gather FILE of this release.",
        severity: "error",
        exit: 71,
        explains: []
      },
      "CFG.PROXY_URL_NO_SCHEME": {
        title: "A proxy variable has no scheme",
        why: "Go and curl accept it; Node ignores it and goes direct, and other clients refuse it.",
        fix: "Write http:// in front of host:port.",
        severity: "error",
        exit: 71,
        explains: []
      },
      "CFG.PROXY_SOCKS": {
        title: "A proxy variable names a SOCKS proxy",
        why: "Only some programs speak SOCKS; the others go direct or send HTTP to it.",
        fix: "Use an http:// proxy for HTTPS_PROXY and HTTP_PROXY.",
        severity: "error",
        exit: 71,
        explains: ["CFG.PROXY_SCHEME", "PROXY.NOT_HTTP", "PROXY.CLOSED"]
      },
      "CFG.PROXY_SCHEME_MISMATCH": {
        title: "The proxy is addressed with https but speaks plain HTTP",
        why: "The scheme of the variable says how the proxy itself is spoken to, not which URLs it serves.",
        fix: "Write http:// in the proxy variable.",
        severity: "error",
        exit: 71,
        explains: ["TLS.PLAIN_HTTP", "PROXY.NOT_HTTP"]
      },
      "CFG.NO_PROXY_AMBIGUOUS": {
        title: "NO_PROXY is read differently by the programs of this job",
        why: "One of them asks the proxy where another one goes direct.",
        fix: "Write both spellings alike, with commas, .example.com and example.com, and no ports.",
        severity: "warning",
        exit: 71,
        explains: []
      },
      "CFG.PROXY_CASE_CONFLICT": {
        title: "A proxy variable has two spellings with different values",
        why: "Go reads the upper case first, the others the lower case.",
        fix: "Give both spellings the same value.",
        severity: "warning",
        exit: 71,
        explains: []
      },
      "CFG.HTTPS_PROXY_MISSING": {
        title: "Only HTTP_PROXY is set, so https goes direct and fails",
        why: "HTTP_PROXY is for http addresses only; the proxy would reach this host.",
        fix: "Set HTTPS_PROXY to the same value.",
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
        title: "NODE_EXTRA_CA_CERTS names a file without certificates",
        why: "Node only warns; then every certificate of that CA is unknown.",
        fix: "Correct the path, or remove the variable.",
        severity: "error",
        exit: 71,
        explains: ["TLS.UNTRUSTED"]
      },
      "CFG.CERT_FILE_UNREADABLE": {
        title: "SSL_CERT_FILE or SSL_CERT_DIR leads to no certificates",
        why: "Go then trusts nobody, whatever host it asks.",
        fix: "Correct the path, or remove the variable.",
        severity: "error",
        exit: 71,
        explains: ["TLS.UNTRUSTED"]
      },
      "CLOCK.SKEW": {
        title: "The clock of this machine is wrong",
        why: "Certificates count as expired or as not yet valid, on every host.",
        fix: "Synchronise the clock.",
        severity: "error",
        exit: 71,
        explains: ["TLS.EXPIRED", "TLS.NOT_YET", "TLS.EXPIRED_INTERMEDIATE"]
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
      "FS.NOEXEC": {
        title: "The file system forbids execution",
        why: "It is mounted noexec, so no program can start there.",
        fix: "Use a tool cache on another file system.",
        severity: "error",
        exit: 74,
        explains: ["GO.NOT_RUNNABLE", "FS.PERMISSION"]
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
  }
});

// src/domain/codes-handshake.ts
var HANDSHAKE_CODES;
var init_codes_handshake = __esm({
  "src/domain/codes-handshake.ts"() {
    HANDSHAKE_CODES = {
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
  }
});

// src/domain/codes-http.ts
var HTTP_CODES;
var init_codes_http = __esm({
  "src/domain/codes-http.ts"() {
    HTTP_CODES = {
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
        fix: "Open the address by hand.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "HTTP.LOOP": {
        title: "There were too many redirects",
        why: "A cookie or login is expected.",
        fix: "Open the address by hand.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "HTTP.BAD_REDIRECT": {
        title: "A redirect leads nowhere",
        why: "The Location header is missing or cannot be read.",
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
        fix: "Open the address in a browser; then log in or ask for access.",
        severity: "error",
        exit: 72,
        explains: ["ARC.NOT_GZIP", "ARC.NOT_ZIP"]
      },
      "HTTP.NOT_HTTP": {
        title: "The answer is not HTTP",
        why: "Another service listens there.",
        fix: "Check host and port.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "HTTP.EMPTY": {
        title: "The connection was closed without an answer",
        why: "The server or a middlebox dropped the request.",
        fix: "Retry, or use another source.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "HTTP.TTFB_STALL": {
        title: "No answer came within the first-byte budget",
        why: "The server accepted the request and kept silent.",
        fix: "Retry, or use another source.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "HTTP.ENCODED": {
        title: "The answer is compressed although that was declined",
        why: "A middlebox rewrites content.",
        fix: "Use another source.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "HTTP.RANGE": {
        title: "The server answered with another part of the file than was asked for",
        why: "It, or a cache before it, does not handle ranges.",
        fix: "Use another source.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "HTTP.TOO_LARGE": {
        title: "The answer is larger than its kind can be",
        why: "It is not what was asked for.",
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
        fix: "Retry, or use another source.",
        severity: "error",
        exit: 75,
        explains: ["ARC.TRUNCATED"]
      },
      "BODY.RESET": {
        title: "The connection was reset while the body was read",
        why: "A filter, an idle limit or the server cut it.",
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
        fix: "Use another source.",
        severity: "error",
        exit: 75,
        explains: []
      },
      "BODY.TOO_LONG": {
        title: "The body is longer than was announced",
        why: "The server announced another size than it sent.",
        fix: "Use another source.",
        severity: "error",
        exit: 73,
        explains: []
      },
      "BODY.CHANGED": {
        title: "The file changed between two answers",
        why: "It was replaced on the server, or two servers behind one name hold different files.",
        fix: "Retry, or use another source.",
        severity: "error",
        exit: 75,
        explains: []
      },
      "BUDGET.TOTAL": {
        title: "The total budget is used up",
        why: "The run must end in its budget, whatever the network does.",
        fix: "Raise timeout, or add a faster source.",
        severity: "error",
        exit: 75,
        explains: []
      }
    };
  }
});

// src/domain/codes-machine.ts
var MACHINE_CODES;
var init_codes_machine = __esm({
  "src/domain/codes-machine.ts"() {
    MACHINE_CODES = {
      "FS.NO_SPACE": {
        title: "There is not enough space on the disk",
        why: "Bytes or inodes are used up.",
        fix: "Free space, or choose another tool cache.",
        severity: "error",
        exit: 74,
        explains: []
      },
      "FS.READ_ONLY": {
        title: "The file system is read-only",
        why: "Nothing can be written there.",
        fix: "Choose another directory.",
        severity: "error",
        exit: 74,
        explains: []
      },
      "FS.PERMISSION": {
        title: "The operation is not permitted",
        why: "Another user owns the file or directory.",
        fix: "Correct the owner, or choose another directory.",
        severity: "error",
        exit: 74,
        explains: []
      },
      "FS.NOT_FOUND": {
        title: "A file or directory is missing",
        why: "It was expected here.",
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
        fix: "Wait for the other run; or remove the lock file that is named.",
        severity: "error",
        exit: 75,
        explains: []
      },
      "GO.NOT_RUNNABLE": {
        title: "The installed Go cannot be executed",
        why: "The binary is for another platform, or the file system is mounted noexec.",
        fix: "Check the platform and the mount options of the tool cache.",
        severity: "error",
        exit: 74,
        explains: []
      },
      "GO.SHADOWED": {
        title: "Another go program stands in front of the installed one",
        why: "GOPATH/bin comes first on PATH, and it holds a program of this name: later steps would run that one.",
        fix: "Remove it, or set GOPATH to another directory.",
        severity: "warning",
        exit: 71,
        explains: []
      },
      "GO.UNPROVED": {
        title: "The Go on PATH is not the one that the Go project published",
        why: "A distribution built it, or its files were changed: nothing can vouch for it.",
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
  }
});

// src/domain/codes-path.ts
var PATH_CODES;
var init_codes_path = __esm({
  "src/domain/codes-path.ts"() {
    PATH_CODES = {
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
        explains: ["TCP.REFUSED", "TCP.TIMEOUT", "TLS.NAME", "TLS.UNTRUSTED", "HTTP.HTML"]
      },
      "DNS.HOSTS_OVERRIDE": {
        title: "The hosts file sends the name elsewhere",
        why: "An entry there outranks the name server.",
        fix: "Remove or correct the line.",
        severity: "error",
        exit: 71,
        explains: ["DNS.BOGON", "TCP.REFUSED", "TCP.TIMEOUT", "TCP.NET_UNREACH", "TCP.HOST_UNREACH", "TLS.NAME", "HTTP.NOT_FOUND"]
      },
      "DNS.SEARCH_WILDCARD": {
        title: "A search domain answers for a name that does not exist",
        why: "A wildcard record and ndots make another name out of it.",
        fix: "Lower ndots, or remove the search domain.",
        severity: "error",
        exit: 72,
        explains: ["DNS.BOGON", "TCP.REFUSED", "TCP.TIMEOUT", "TLS.NAME"]
      },
      "DNS.V6_ONLY": {
        title: "The host has only IPv6 addresses, and there is no IPv6 here",
        why: "No A record exists, and IPv6 leads nowhere.",
        fix: "Enable IPv6 or NAT64, or add a source with IPv4.",
        severity: "error",
        exit: 72,
        explains: ["TCP.NET_UNREACH", "TCP.TIMEOUT", "TCP.NO_ROUTE"]
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
        explains: ["TLS.HANDSHAKE_STALL", "BODY.STALL", "HTTP.TTFB_STALL"]
      },
      "PROXY.UNREACHABLE": {
        title: "The proxy cannot be reached",
        why: "Connections to its address are not answered.",
        fix: "Correct the proxy variable; look at the proxy.",
        severity: "error",
        exit: 72,
        explains: ["TCP.TIMEOUT", "TCP.HOST_UNREACH", "TCP.NET_UNREACH"]
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
        explains: ["TLS.CLOSED", "TLS.PLAIN_HTTP", "TLS.PROTOCOL"]
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
  }
});

// src/domain/codes-request.ts
var REQUEST_CODES;
var init_codes_request = __esm({
  "src/domain/codes-request.ts"() {
    REQUEST_CODES = {
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
        fix: "Write one of the accepted values.",
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
        fix: "Choose one of the nearest versions that are listed.",
        severity: "error",
        exit: 71,
        explains: []
      },
      "VERSION.NO_PLATFORM": {
        title: "This release has no archive for this platform",
        why: "The release exists, but not for this operating system and architecture.",
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
        fix: "Request an exact version, or make one of the sources reachable.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "VERSION.NOT_SERVED": {
        title: "The release exists, but no source serves its archive",
        why: "A company proxy may refuse it, or a mirror may lag behind.",
        fix: "Add a source that has it, or request one of the versions that are served.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "VERSION.MISMATCH": {
        title: "The installed Go reports another version than was requested",
        why: "Its name and its content do not belong together.",
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
        fix: "Provide the version in the tool cache or as a file:// source.",
        severity: "error",
        exit: 71,
        explains: []
      },
      "SELF.DRAINED": {
        title: "The run ended without a result",
        why: "An operation never finished; without this guard the step would be green.",
        fix: "Report this as a bug.",
        severity: "error",
        exit: 70,
        explains: []
      },
      "SELF.BUG": {
        title: "An unexpected error occurred",
        why: "This is a defect of the product.",
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
  }
});

// src/domain/codes-toolchain.ts
var TOOLCHAIN_CODES;
var init_codes_toolchain = __esm({
  "src/domain/codes-toolchain.ts"() {
    TOOLCHAIN_CODES = {
      "GO.PROXY_OFF": {
        title: "GOPROXY=off forbids every download",
        why: "Nothing is asked, whatever is missing.",
        fix: "Remove off, or fill the module cache first.",
        severity: "error",
        exit: 71,
        explains: []
      },
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
        explains: ["SUM.GARBAGE", "SUM.NOTE", "VER.NO_PROOF"]
      },
      "GO.SUMDB_OFF_TOOLCHAIN": {
        title: "GOSUMDB=off forbids toolchain downloads",
        why: "Go proves toolchains by the database alone.",
        fix: "Unset GOSUMDB.",
        severity: "error",
        exit: 71,
        explains: []
      },
      "GO.SUMDB_CONFIG": {
        title: "GOSUMDB cannot be read",
        why: "It is neither a known name, nor a key, nor off.",
        fix: "Unset GOSUMDB.",
        severity: "error",
        exit: 71,
        explains: []
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
      "GO.GOSUM_MISSING": {
        title: "go.sum lacks an entry",
        why: "It was not committed after a change of go.mod.",
        fix: "Run go mod tidy and commit go.sum.",
        severity: "error",
        exit: 71,
        explains: []
      },
      "GO.GOSUM_MALFORMED": {
        title: "go.sum has a broken line",
        why: "A merge left it behind.",
        fix: "Remove the line, run go mod tidy.",
        severity: "error",
        exit: 71,
        explains: []
      },
      "GO.TOOLCHAIN_LOCAL": {
        title: "The module wants a newer Go than is installed",
        why: "GOTOOLCHAIN=local forbids another one.",
        fix: "Install the version that go.mod names.",
        severity: "error",
        exit: 71,
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
      "GO.TOOLCHAIN_CONFIG": {
        title: "GOTOOLCHAIN or the toolchain line cannot be read",
        why: "It is not spelt as go1.26.8.",
        fix: "Write go1.26.8, local or auto.",
        severity: "error",
        exit: 71,
        explains: []
      },
      "GO.FLAG_INSECURE": {
        title: "The flag -insecure does not exist any more",
        why: "Go 1.16 removed it.",
        fix: "Name the host in GOINSECURE.",
        severity: "error",
        exit: 71,
        explains: []
      },
      "GO.FLAGS": {
        title: "GOFLAGS cannot be used",
        why: "Go does not know a flag in it.",
        fix: "Correct it, or unset it.",
        severity: "error",
        exit: 71,
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
      "GO.VCS_MISSING": {
        title: "A version control program is missing",
        why: "direct needs it.",
        fix: "Install it, or use a module proxy.",
        severity: "error",
        exit: 71,
        explains: []
      },
      "GO.VCS_POLICY": {
        title: "GOVCS forbids the version control program",
        why: "Its policy does not allow it for this path.",
        fix: "Change GOVCS on purpose.",
        severity: "error",
        exit: 71,
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
      },
      "GO.VENDOR": {
        title: "The vendor directory does not match go.mod",
        why: "It was not made anew.",
        fix: "Run go mod vendor and commit it.",
        severity: "error",
        exit: 71,
        explains: []
      },
      "GO.MODULES_OFF": {
        title: "GO111MODULE=off switches modules off",
        why: "Then packages are looked for in GOPATH only.",
        fix: "Unset GO111MODULE.",
        severity: "error",
        exit: 71,
        explains: []
      },
      "GO.NO_MOD": {
        title: "There is no go.mod here",
        why: "The command needs a module.",
        fix: "Change the directory, or run go mod init.",
        severity: "error",
        exit: 71,
        explains: []
      },
      "GO.MOD_SYNTAX": {
        title: "go.mod cannot be read",
        why: "A line is not of its grammar.",
        fix: "Correct the line.",
        severity: "error",
        exit: 71,
        explains: []
      },
      "GO.ENV": {
        title: "A Go setting has a value that cannot work",
        why: "A path is relative, missing or not writable.",
        fix: "Correct the variable that is named.",
        severity: "error",
        exit: 71,
        explains: []
      }
    };
  }
});

// src/domain/codes-trust.ts
var TRUST_CODES;
var init_codes_trust = __esm({
  "src/domain/codes-trust.ts"() {
    TRUST_CODES = {
      "VER.NO_PROOF": {
        title: "Nothing could prove the archive",
        why: "No byte is accepted on the word of the source that served it.",
        fix: "Make the checksum database or a proxy with /sumdb/ reachable, or pin the archive with checksum.",
        severity: "error",
        exit: 73,
        explains: []
      },
      "VER.TAMPERED": {
        title: "The content differs from what was published",
        why: "The source serves other bytes than the Go project published under this name.",
        fix: "Do not use this source; report both hashes to its operator.",
        severity: "error",
        exit: 73,
        explains: []
      },
      "VER.CHECKSUM_PIN": {
        title: "The archive differs from the checksum that was pinned",
        why: "The pin and the archive do not belong together.",
        fix: "Compare the pin with the published value of this version and platform.",
        severity: "error",
        exit: 73,
        explains: []
      },
      "VER.CACHE_DAMAGED": {
        title: "The tool-cache entry is not the published Go",
        why: "Files were changed, added or lost after it was installed.",
        fix: "It is replaced; when it comes back, look for what writes into the tool cache.",
        severity: "warning",
        exit: 73,
        explains: []
      },
      "SUM.NOTE": {
        title: "The signed tree head of the checksum database is not authentic",
        why: "The signature does not belong to the key of the database.",
        fix: "Something between here and the database alters answers; use another proxy.",
        severity: "error",
        exit: 73,
        explains: ["VER.NO_PROOF"]
      },
      "SUM.RECORD": {
        title: "The checksum database answered with a record that does not answer the question",
        why: "An empty answer or a record of another module proves nothing (CVE-2026-42501).",
        fix: "Use another proxy for the checksum database.",
        severity: "error",
        exit: 73,
        explains: ["VER.NO_PROOF"]
      },
      "SUM.PROOF": {
        title: "The record is not in the signed tree",
        why: "The Merkle proof does not lead to the signed root (RFC 6962).",
        fix: "Use another proxy for the checksum database.",
        severity: "error",
        exit: 73,
        explains: ["VER.NO_PROOF"]
      },
      "SUM.FORK": {
        title: "The tree head contradicts the one that is built into this release",
        why: "The log that is shown here is not the public one.",
        fix: "Report both tree heads; use another network path.",
        severity: "error",
        exit: 73,
        explains: ["VER.NO_PROOF"]
      },
      "SUM.NOT_FOUND": {
        title: "The checksum database does not know this release",
        why: "The release does not exist, or the proxy refuses it.",
        fix: "Check the version, or ask another proxy.",
        severity: "error",
        exit: 72,
        explains: ["VER.NO_PROOF"]
      },
      "SUM.UNREACHABLE": {
        title: "The checksum database could not be asked",
        why: "Neither a proxy nor the database nor its alias answered.",
        fix: "Set GOPROXY to a proxy that serves /sumdb/, or allow sum.golang.org.",
        severity: "error",
        exit: 72,
        explains: ["VER.NO_PROOF"]
      },
      "SUM.GARBAGE": {
        title: "An answer of the checksum database could not be read",
        why: "A login page or a broken proxy answers in its place.",
        fix: "Open the address by hand; use another proxy.",
        severity: "error",
        exit: 72,
        explains: ["VER.NO_PROOF"]
      },
      "LIST.MALFORMED": {
        title: "A version list could not be read",
        why: "It is not JSON of the expected shape, or it was cut.",
        fix: "Use another source.",
        severity: "error",
        exit: 72,
        explains: []
      },
      "LIST.UNAVAILABLE": {
        title: "A version list is not available",
        why: "The source did not answer with a list.",
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
        fix: "Use another source.",
        severity: "error",
        exit: 73,
        explains: []
      },
      "ARC.NOT_ZIP": {
        title: "The file is not a zip archive",
        why: "Its end record is missing or wrong.",
        fix: "Use another source.",
        severity: "error",
        exit: 73,
        explains: []
      },
      "ARC.TRUNCATED": {
        title: "The archive ends early",
        why: "Bytes are missing at its end.",
        fix: "Use another source.",
        severity: "error",
        exit: 73,
        explains: []
      },
      "ARC.CORRUPT": {
        title: "The archive is damaged",
        why: "Its own checksum or structure is wrong.",
        fix: "Use another source.",
        severity: "error",
        exit: 73,
        explains: []
      },
      "ARC.NAME": {
        title: "The archive holds a name that is refused",
        why: "It would write outside its directory, or collide on some file systems.",
        fix: "Do not use this source.",
        severity: "error",
        exit: 73,
        explains: []
      },
      "ARC.TYPE": {
        title: "The archive holds an entry that is neither file nor directory",
        why: "Links and devices do not occur in a Go archive.",
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
        fix: "Check the source or template.",
        severity: "error",
        exit: 73,
        explains: []
      }
    };
  }
});

// src/domain/catalogue.ts
var entries, explainedCodesExist, CATALOGUE, CODES;
var init_catalogue = __esm({
  "src/domain/catalogue.ts"() {
    init_codes_answer();
    init_codes_cache();
    init_codes_connection();
    init_codes_diagnosis();
    init_codes_handshake();
    init_codes_http();
    init_codes_machine();
    init_codes_path();
    init_codes_request();
    init_codes_toolchain();
    init_codes_trust();
    entries = {
      ...REQUEST_CODES,
      ...TRUST_CODES,
      ...CONNECTION_CODES,
      ...HTTP_CODES,
      ...MACHINE_CODES,
      ...CACHE_CODES,
      ...DIAGNOSIS_CODES,
      ...PATH_CODES,
      ...HANDSHAKE_CODES,
      ...ANSWER_CODES,
      ...TOOLCHAIN_CODES
    };
    explainedCodesExist = true;
    CATALOGUE = entries;
    CODES = explainedCodesExist ? Object.keys(entries) : [];
  }
});

// src/domain/finding.ts
function finding(code, detail2) {
  const entry = CATALOGUE[code];
  const evidence = [];
  for (const [name, value] of Object.entries(detail2.evidence ?? {})) {
    if (value !== void 0) evidence.push({ name, value: String(value) });
  }
  return {
    code,
    severity: detail2.severity ?? entry.severity,
    confidence: detail2.confidence ?? "certain",
    subject: detail2.subject,
    message: detail2.message ?? entry.title,
    evidence,
    fixes: detail2.fixes ?? [],
    ...detail2.location === void 0 ? {} : { location: detail2.location }
  };
}
function aboutSource(finding2, sourceId) {
  const { subject, evidence } = finding2;
  if (subject === sourceId) return finding2;
  return { ...finding2, subject: sourceId, evidence: [{ name: "at", value: subject }, ...evidence] };
}
var init_finding = __esm({
  "src/domain/finding.ts"() {
    init_catalogue();
  }
});

// src/domain/failure.ts
function failure(code, detail2, cause) {
  return new Failure([finding(code, detail2)], cause);
}
var Failure;
var init_failure = __esm({
  "src/domain/failure.ts"() {
    init_finding();
    Failure = class extends Error {
      findings;
      constructor(findings2, cause) {
        super(`${findings2[0].code}: ${findings2[0].message}`, cause === void 0 ? void 0 : { cause });
        this.name = "Failure";
        this.findings = findings2;
      }
      get finding() {
        return this.findings[0];
      }
      get code() {
        return this.findings[0].code;
      }
    };
  }
});

// src/domain/limits.ts
function phaseMs(limits, phase, nowMs) {
  return Math.max(0, Math.round(Math.min(limits[phase], (limits.untilMs ?? Number.POSITIVE_INFINITY) - nowMs)));
}
var SECOND, MINUTE, KIB, MIB, ARCHIVE_PHASES, METADATA_PHASES, LISTING_PHASES, LIMITS;
var init_limits = __esm({
  "src/domain/limits.ts"() {
    SECOND = 1e3;
    MINUTE = 60 * SECOND;
    KIB = 1024;
    MIB = 1024 * KIB;
    ARCHIVE_PHASES = {
      lookupMs: 6 * SECOND,
      connectMs: 5 * SECOND,
      proxyMs: 8 * SECOND,
      tlsMs: 8 * SECOND,
      firstByteMs: 15 * SECOND
    };
    METADATA_PHASES = {
      lookupMs: 6 * SECOND,
      connectMs: 4 * SECOND,
      proxyMs: 5 * SECOND,
      tlsMs: 5 * SECOND,
      firstByteMs: 8 * SECOND
    };
    LISTING_PHASES = {
      lookupMs: 3 * SECOND,
      connectMs: 3 * SECOND,
      proxyMs: 3 * SECOND,
      tlsMs: 3 * SECOND,
      firstByteMs: 3 * SECOND
    };
    LIMITS = {
      totalMs: 10 * MINUTE,
      stallMs: 20 * SECOND,
      minimumRateBytesPerSecond: 16 * KIB,
      minimumRateWindowMs: 60 * SECOND,
      metadataBodyMs: 15 * SECOND,
      listingGraceMs: 2 * SECOND,
      publicListsAfterMs: SECOND,
      keptListingMs: 30 * 24 * 60 * MINUTE,
      keptReleaseCount: 300,
      keptListingBytes: 64 * KIB,
      patchProbeMs: 4 * SECOND,
      redirectCount: 10,
      errorBodyMs: SECOND,
      errorBodyBytes: 4 * KIB,
      connectStaggerMs: 250,
      connectAddressCount: 8,
      socketBufferBytes: 128 * KIB,
      idleConnectionMs: 4 * SECOND,
      headerBytes: 64 * KIB,
      execOutputBytes: MIB,
      listingBytes: 16 * MIB,
      sumdbAnswerBytes: MIB,
      sumdbServerMs: 15 * SECOND,
      sumdbAnswerMs: 6 * SECOND,
      unprovedGraceMs: 2 * SECOND,
      sumdbParallelCount: 8,
      unpackedBytes: 500 * MIB,
      archiveBytes: 500 * MIB,
      entryCount: 65534,
      zipDirectoryBytes: 16 * MIB,
      zipTailBytes: 2 * MIB,
      tarMetadataBytes: 64 * KIB,
      pathBytes: 1024,
      freeSpaceBytes: 96 * MIB,
      freeInodes: 1e4,
      lockPollMs: 100,
      lockHeartbeatMs: 2 * SECOND,
      lockStaleMs: 30 * SECOND,
      lockDeadOwnerMs: 6 * SECOND,
      stagingMaxAgeMs: 24 * 60 * MINUTE,
      renameRetryMs: 15 * SECOND,
      renameRetryPauseMs: 50,
      execMs: 60 * SECOND,
      goEnvMs: 10 * SECOND,
      releaseTableBytes: 4 * MIB,
      proofGraceMs: SECOND,
      sidecarBytes: 4 * KIB,
      backoffMs: [500, 2 * SECOND],
      patientRoundMs: 4 * SECOND,
      retryAfterMs: 30 * SECOND,
      knownPlatformCount: 8,
      lookupAgainMs: SECOND,
      budgetGraceMs: 5 * SECOND,
      fallbackVersionCount: 3,
      caFileBytes: 4 * MIB,
      versionFileBytes: 4 * MIB,
      cacheLookupMs: 5 * SECOND,
      cacheRetryPauseMs: 3 * SECOND,
      cacheRestoreMs: 4 * MINUTE,
      cacheSaveMs: 8 * MINUTE,
      postExitMs: 200,
      postMs: 18 * MINUTE,
      cacheStopMs: SECOND,
      cacheReserveMs: 5 * SECOND,
      dependencyDepth: 16,
      dependencyDirectoryCount: 2e4,
      dependencyFileCount: 5e3,
      dependencyFileBytes: 32 * MIB,
      hedgeFirstMs: SECOND,
      hedgeNextMs: 500,
      answerMs: 7 * SECOND,
      answerAmongOthersMs: 5 * SECOND,
      answerLeastMs: 2500,
      lateMs: 100,
      joinAfterMs: 400,
      sampleMs: 250,
      joinWorthMs: 1500,
      segmentBytes: MIB,
      segmentMinBytes: 256 * KIB,
      windowBytes: 16 * MIB,
      stallAmongOthersMs: 1500,
      standstillMs: SECOND,
      drainBytes: 64 * KIB,
      breakerMs: 2 * SECOND,
      breakerMaxMs: 32 * SECOND,
      spoolAfterMs: 10 * SECOND,
      spoolJudgeMs: 1500,
      spoolHeldBytes: 4 * MIB,
      spoolPieceBytes: 256 * KIB,
      spoolPieceMs: 250,
      killGraceMs: 2 * SECOND
    };
  }
});

// src/report/fold-diagnosis.ts
function causeFinding(cause) {
  const { code, subject, verdict, evidence, fixes } = cause;
  return { ...finding(code, { subject, confidence: CONFIDENCE[verdict], severity: "error" }), evidence, fixes };
}
function diagnosisFindings({ causes, warnings }) {
  return [...causes.map(causeFinding), ...warnings];
}
function diagnosedCause(known, diagnosis) {
  const [first] = diagnosis?.causes ?? [];
  if (first === void 0) return known;
  if (known !== null && known.code !== first.code) {
    const isOfNetwork = [72, 75].includes(CATALOGUE[known.code].exit);
    const isBehind = first.chain.includes(known.code);
    if (first.verdict === "undetermined" || !(isOfNetwork || isBehind)) return known;
  }
  const symptoms = known === null ? [] : known.chain;
  return {
    code: first.code,
    confidence: CONFIDENCE[first.verdict],
    verdict: first.verdict,
    chain: [.../* @__PURE__ */ new Set([...first.chain, ...symptoms])],
    ruledOut: first.ruledOut.map(({ code }) => code)
  };
}
var CONFIDENCE;
var init_fold_diagnosis = __esm({
  "src/report/fold-diagnosis.ts"() {
    init_catalogue();
    init_finding();
    CONFIDENCE = { cause: "certain", likely: "likely", undetermined: "possible" };
  }
});

// src/policy/net-errors.ts
function rowOf(row, code) {
  return Object.hasOwn(row, code) ? row[code] : void 0;
}
function isUnknownIssuer(errorCode2) {
  return errorCode2 !== void 0 && UNKNOWN_ISSUER.has(errorCode2);
}
function tlsAlertOf(message) {
  const match = /SSL alert number (\d{1,3})/u.exec(message);
  return match === null ? void 0 : Number(match[1]);
}
function codeOfNetError(error2) {
  const { code = "", phase } = error2;
  switch (phase) {
    case "lookup":
      return error2.viaProxy ? "PROXY.DNS" : rowOf(LOOKUP, code) ?? "DNS.SERVER";
    case "connect":
      return error2.viaProxy && code === "ECONNREFUSED" ? "PROXY.REFUSED" : rowOf(CONNECT, code) ?? "TCP.HOST_UNREACH";
    case "tunnel":
      return CUT.has(code) ? "PROXY.CLOSED" : "PROXY.NOT_HTTP";
    case "tls":
      return codeOfTlsError(error2);
    case "request":
      return codeOfRequestError(error2);
    case "body":
      return codeOfBodyError(error2);
  }
}
function codeOfTlsError({ code = "", message }) {
  const certificate2 = rowOf(CERTIFICATE, code);
  if (certificate2 !== void 0) return certificate2;
  if (tlsAlertOf(message) !== void 0 || /ALERT/u.test(code)) return "TLS.ALERT";
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/u.test(code)) return "TLS.PLAIN_HTTP";
  if (/wrong version number|packet length too long|http request/u.test(message)) return "TLS.PLAIN_HTTP";
  return CUT.has(code) ? "TLS.CLOSED" : "TLS.PROTOCOL";
}
function codeOfRequestError(error2) {
  const { code = "", syscall } = error2;
  if (CUT.has(code)) return syscall === void 0 && code === "ECONNRESET" ? "HTTP.EMPTY" : "TCP.RESET";
  if (code.startsWith("ERR_SSL_") || code === "EPROTO") return codeOfTlsError(error2);
  return code === "HPE_INVALID_EOF_STATE" ? "HTTP.EMPTY" : "HTTP.NOT_HTTP";
}
function codeOfBodyError({ code = "", syscall }) {
  if (code === "HPE_INVALID_EOF_STATE" || code === "ERR_STREAM_PREMATURE_CLOSE") return "BODY.TRUNCATED";
  if (code.startsWith("HPE_")) return code === "HPE_INVALID_CHUNK_SIZE" ? "BODY.TRUNCATED" : "BODY.TOO_LONG";
  return code === "ECONNRESET" && syscall === void 0 ? "BODY.TRUNCATED" : "BODY.RESET";
}
var LOOKUP, CONNECT, CERTIFICATE, CUT, UNKNOWN_ISSUER;
var init_net_errors = __esm({
  "src/policy/net-errors.ts"() {
    LOOKUP = {
      ENOTFOUND: "DNS.NXDOMAIN",
      ENODATA: "DNS.NXDOMAIN",
      EAI_NODATA: "DNS.NXDOMAIN",
      EAI_NONAME: "DNS.NXDOMAIN",
      ETIMEOUT: "DNS.TIMEOUT"
    };
    CONNECT = {
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
      EMFILE: "FS.IO",
      ENFILE: "FS.IO"
    };
    CERTIFICATE = {
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
    CUT = /* @__PURE__ */ new Set(["ECONNRESET", "EPIPE", "ECONNABORTED", "ETIMEDOUT", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED"]);
    UNKNOWN_ISSUER = /* @__PURE__ */ new Set([
      "SELF_SIGNED_CERT_IN_CHAIN",
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      "UNABLE_TO_GET_ISSUER_CERT",
      "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
      "UNABLE_TO_VERIFY_LEAF_SIGNATURE"
    ]);
  }
});

// src/adapters/net-failure.ts
function readSystemError(error2) {
  if (error2 instanceof AggregateError && error2.errors.length > 0) return readSystemError(error2.errors[0]);
  const fields = typeof error2 === "object" && error2 !== null ? { ...error2 } : {};
  return {
    code: typeof fields["code"] === "string" ? fields["code"] : void 0,
    message: error2 instanceof Error ? error2.message : String(error2),
    syscall: typeof fields["syscall"] === "string" ? fields["syscall"] : void 0,
    rawPacket: fields["rawPacket"] instanceof Uint8Array ? fields["rawPacket"] : void 0
  };
}
function printable(bytes) {
  const text2 = typeof bytes === "string" ? bytes : Buffer.from(bytes.subarray(0, FIRST_BYTES_COUNT)).toString("latin1");
  return text2.replace(/[^\x20-\x7e]+/gu, " ").trim().slice(0, EVIDENCE_CHARACTERS);
}
function netFailure(error2, where) {
  if (error2 instanceof Failure) return error2;
  const { code, message, syscall, rawPacket } = readSystemError(error2);
  const found = codeOfNetError({ phase: where.phase, code, message, syscall, viaProxy: where.viaProxy ?? false });
  return failure(
    found,
    {
      subject: where.subject,
      evidence: {
        phase: where.phase,
        errno: code,
        alert: tlsAlertOf(message),
        error: printable(message),
        "first bytes": rawPacket === void 0 ? void 0 : printable(rawPacket),
        ...where.evidence
      }
    },
    error2
  );
}
var EVIDENCE_CHARACTERS, FIRST_BYTES_COUNT;
var init_net_failure = __esm({
  "src/adapters/net-failure.ts"() {
    init_failure();
    init_net_errors();
    EVIDENCE_CHARACTERS = 200;
    FIRST_BYTES_COUNT = 60;
  }
});

// src/domain/redact.ts
function redactUrl(text2) {
  const url = URL.canParse(text2) ? new URL(text2) : void 0;
  if (url === void 0 || url.host === "" && url.protocol !== "file:") {
    const at = text2.lastIndexOf("@");
    const rest = text2.slice(at + 1).replace(/[?#].*$/su, "?\u2026");
    const scheme = /^[a-z][a-z0-9+.-]*:\/\//iu.exec(text2)?.[0] ?? "";
    return at === -1 ? rest : `${scheme}***@${rest}`;
  }
  if (mayHideUserinfo(text2)) return `${url.protocol}//***`;
  const hadQuery = url.search !== "";
  url.username = "";
  url.password = "";
  url.search = "";
  url.hash = "";
  return hadQuery ? `${url.href}?\u2026` : url.href;
}
function mayHideUserinfo(text2) {
  const afterUserinfo = text2.replace(/^[^/]*\/\/(?:[^/?#\\]*@)?/u, "");
  return /:(?!\d+[/?#\\])/u.test(afterUserinfo.slice(0, Math.max(0, afterUserinfo.lastIndexOf("@"))));
}
function redactText(text2, secrets) {
  let clean2 = text2;
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    if (secret.length < 4) continue;
    clean2 = clean2.replaceAll(secret, "***").replaceAll(percentEncoded(secret), "***");
  }
  return clean2.replace(/([a-z][a-z0-9+.-]{0,30}:\/\/)[^/\s]+@/giu, "$1***@");
}
function percentEncoded(secret) {
  try {
    return encodeURIComponent(secret);
  } catch {
    return secret;
  }
}
function redactDeep(value, secrets) {
  if (typeof value === "string") return redactText(value, secrets);
  if (Array.isArray(value)) return value.map((item) => redactDeep(item, secrets));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactDeep(item, secrets)]));
  }
  return value;
}
var init_redact = __esm({
  "src/domain/redact.ts"() {
  }
});

// node_modules/semver/internal/debug.js
var require_debug = __commonJS({
  "node_modules/semver/internal/debug.js"(exports2, module2) {
    var debug2 = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {
    };
    module2.exports = debug2;
  }
});

// node_modules/semver/internal/constants.js
var require_constants = __commonJS({
  "node_modules/semver/internal/constants.js"(exports2, module2) {
    var SEMVER_SPEC_VERSION = "2.0.0";
    var MAX_LENGTH = 256;
    var MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER || /* istanbul ignore next */
    9007199254740991;
    var MAX_SAFE_COMPONENT_LENGTH = 16;
    var MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6;
    var WHITESPACE_CHARACTERS = [
      "	",
      "\n",
      "\v",
      "\f",
      "\r",
      " ",
      "\xA0",
      "\u1680",
      "\u2000",
      "\u2001",
      "\u2002",
      "\u2003",
      "\u2004",
      "\u2005",
      "\u2006",
      "\u2007",
      "\u2008",
      "\u2009",
      "\u200A",
      "\u2028",
      "\u2029",
      "\u202F",
      "\u205F",
      "\u3000",
      "\uFEFF"
    ];
    var RELEASE_TYPES = [
      "major",
      "premajor",
      "minor",
      "preminor",
      "patch",
      "prepatch",
      "prerelease"
    ];
    module2.exports = {
      MAX_LENGTH,
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_SAFE_INTEGER,
      WHITESPACE_CHARACTERS,
      RELEASE_TYPES,
      SEMVER_SPEC_VERSION,
      FLAG_INCLUDE_PRERELEASE: 1,
      FLAG_LOOSE: 2
    };
  }
});

// node_modules/semver/internal/re.js
var require_re = __commonJS({
  "node_modules/semver/internal/re.js"(exports2, module2) {
    var {
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_LENGTH
    } = require_constants();
    var debug2 = require_debug();
    exports2 = module2.exports = {};
    var re = exports2.re = [];
    var safeRe = exports2.safeRe = [];
    var src = exports2.src = [];
    var safeSrc = exports2.safeSrc = [];
    var t = exports2.t = {};
    var R = 0;
    var LETTERDASHNUMBER = "[a-zA-Z0-9-]";
    var safeRegexReplacements = [
      ["\\s", 1],
      ["\\d", MAX_LENGTH],
      [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
    ];
    var makeSafeRegex = (value) => {
      for (const [token, max] of safeRegexReplacements) {
        value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
      }
      return value;
    };
    var createToken = (name, value, isGlobal) => {
      const safe = makeSafeRegex(value);
      const index = R++;
      debug2(name, index, value);
      t[name] = index;
      src[index] = value;
      safeSrc[index] = safe;
      re[index] = new RegExp(value, isGlobal ? "g" : void 0);
      safeRe[index] = new RegExp(safe, isGlobal ? "g" : void 0);
    };
    createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
    createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
    createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
    createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
    createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
    createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
    createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
    createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
    createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
    createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
    createToken("FULL", `^${src[t.FULLPLAIN]}$`);
    createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
    createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
    createToken("GTLT", "((?:<|>)?=?)");
    createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
    createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
    createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
    createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COERCEPLAIN", `${"(^|[^\\d])(\\d{1,"}${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
    createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
    createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
    createToken("COERCERTL", src[t.COERCE], true);
    createToken("COERCERTLFULL", src[t.COERCEFULL], true);
    createToken("LONETILDE", "(?:~>?)");
    createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
    exports2.tildeTrimReplace = "$1~";
    createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
    createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("LONECARET", "(?:\\^)");
    createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
    exports2.caretTrimReplace = "$1^";
    createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
    createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
    createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
    createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
    exports2.comparatorTrimReplace = "$1$2$3";
    createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
    createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
    createToken("STAR", "(<|>)?=?\\s*\\*");
    createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
    createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
  }
});

// node_modules/semver/internal/parse-options.js
var require_parse_options = __commonJS({
  "node_modules/semver/internal/parse-options.js"(exports2, module2) {
    var looseOption = Object.freeze({ loose: true });
    var emptyOpts = Object.freeze({});
    var parseOptions = (options) => {
      if (!options) {
        return emptyOpts;
      }
      if (typeof options !== "object") {
        return looseOption;
      }
      return options;
    };
    module2.exports = parseOptions;
  }
});

// node_modules/semver/internal/identifiers.js
var require_identifiers = __commonJS({
  "node_modules/semver/internal/identifiers.js"(exports2, module2) {
    var numeric = /^[0-9]+$/;
    var compareIdentifiers = (a, b) => {
      if (typeof a === "number" && typeof b === "number") {
        return a === b ? 0 : a < b ? -1 : 1;
      }
      const anum = numeric.test(a);
      const bnum = numeric.test(b);
      if (anum && bnum) {
        a = +a;
        b = +b;
      }
      return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
    };
    var rcompareIdentifiers = (a, b) => compareIdentifiers(b, a);
    module2.exports = {
      compareIdentifiers,
      rcompareIdentifiers
    };
  }
});

// node_modules/semver/classes/semver.js
var require_semver = __commonJS({
  "node_modules/semver/classes/semver.js"(exports2, module2) {
    var debug2 = require_debug();
    var { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
    var { safeRe: re, t } = require_re();
    var parseOptions = require_parse_options();
    var { compareIdentifiers } = require_identifiers();
    var isPrereleaseIdentifier = (prerelease, identifier) => {
      const identifiers = identifier.split(".");
      if (identifiers.length > prerelease.length) {
        return false;
      }
      for (let i = 0; i < identifiers.length; i++) {
        if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
          return false;
        }
      }
      return true;
    };
    var SemVer = class _SemVer {
      constructor(version, options) {
        options = parseOptions(options);
        if (version instanceof _SemVer) {
          if (version.loose === !!options.loose && version.includePrerelease === !!options.includePrerelease) {
            return version;
          } else {
            version = version.version;
          }
        } else if (typeof version !== "string") {
          throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`);
        }
        if (version.length > MAX_LENGTH) {
          throw new TypeError(
            `version is longer than ${MAX_LENGTH} characters`
          );
        }
        debug2("SemVer", version, options);
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
        if (!m) {
          throw new TypeError(`Invalid Version: ${version}`);
        }
        this.raw = version;
        this.major = +m[1];
        this.minor = +m[2];
        this.patch = +m[3];
        if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
          throw new TypeError("Invalid major version");
        }
        if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
          throw new TypeError("Invalid minor version");
        }
        if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
          throw new TypeError("Invalid patch version");
        }
        if (!m[4]) {
          this.prerelease = [];
        } else {
          this.prerelease = m[4].split(".").map((id) => {
            if (/^[0-9]+$/.test(id)) {
              const num = +id;
              if (num >= 0 && num < MAX_SAFE_INTEGER) {
                return num;
              }
            }
            return id;
          });
        }
        this.build = m[5] ? m[5].split(".") : [];
        this.format();
      }
      format() {
        this.version = `${this.major}.${this.minor}.${this.patch}`;
        if (this.prerelease.length) {
          this.version += `-${this.prerelease.join(".")}`;
        }
        return this.version;
      }
      toString() {
        return this.version;
      }
      compare(other) {
        debug2("SemVer.compare", this.version, this.options, other);
        if (!(other instanceof _SemVer)) {
          if (typeof other === "string" && other === this.version) {
            return 0;
          }
          other = new _SemVer(other, this.options);
        }
        if (other.version === this.version) {
          return 0;
        }
        return this.compareMain(other) || this.comparePre(other);
      }
      compareMain(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.major < other.major) {
          return -1;
        }
        if (this.major > other.major) {
          return 1;
        }
        if (this.minor < other.minor) {
          return -1;
        }
        if (this.minor > other.minor) {
          return 1;
        }
        if (this.patch < other.patch) {
          return -1;
        }
        if (this.patch > other.patch) {
          return 1;
        }
        return 0;
      }
      comparePre(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.prerelease.length && !other.prerelease.length) {
          return -1;
        } else if (!this.prerelease.length && other.prerelease.length) {
          return 1;
        } else if (!this.prerelease.length && !other.prerelease.length) {
          return 0;
        }
        let i = 0;
        do {
          const a = this.prerelease[i];
          const b = other.prerelease[i];
          debug2("prerelease compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers(a, b);
          }
        } while (++i);
      }
      compareBuild(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        let i = 0;
        do {
          const a = this.build[i];
          const b = other.build[i];
          debug2("build compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers(a, b);
          }
        } while (++i);
      }
      inc(release2, identifier, identifierBase) {
        if (release2.startsWith("pre")) {
          if (!identifier && identifierBase === false) {
            throw new Error("invalid increment argument: identifier is empty");
          }
          if (identifier) {
            const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
            if (!match || match[1] !== identifier) {
              throw new Error(`invalid identifier: ${identifier}`);
            }
          }
        }
        switch (release2) {
          case "premajor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor = 0;
            this.major++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "preminor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "prepatch":
            this.prerelease.length = 0;
            this.inc("patch", identifier, identifierBase);
            this.inc("pre", identifier, identifierBase);
            break;
          case "prerelease":
            if (this.prerelease.length === 0) {
              this.inc("patch", identifier, identifierBase);
            }
            this.inc("pre", identifier, identifierBase);
            break;
          case "release":
            if (this.prerelease.length === 0) {
              throw new Error(`version ${this.raw} is not a prerelease`);
            }
            this.prerelease.length = 0;
            break;
          case "major":
            if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) {
              this.major++;
            }
            this.minor = 0;
            this.patch = 0;
            this.prerelease = [];
            break;
          case "minor":
            if (this.patch !== 0 || this.prerelease.length === 0) {
              this.minor++;
            }
            this.patch = 0;
            this.prerelease = [];
            break;
          case "patch":
            if (this.prerelease.length === 0) {
              this.patch++;
            }
            this.prerelease = [];
            break;
          case "pre": {
            const base = Number(identifierBase) ? 1 : 0;
            if (this.prerelease.length === 0) {
              this.prerelease = [base];
            } else {
              let i = this.prerelease.length;
              while (--i >= 0) {
                if (typeof this.prerelease[i] === "number") {
                  this.prerelease[i]++;
                  i = -2;
                }
              }
              if (i === -1) {
                if (identifier === this.prerelease.join(".") && identifierBase === false) {
                  throw new Error("invalid increment argument: identifier already exists");
                }
                this.prerelease.push(base);
              }
            }
            if (identifier) {
              let prerelease = [identifier, base];
              if (identifierBase === false) {
                prerelease = [identifier];
              }
              if (isPrereleaseIdentifier(this.prerelease, identifier)) {
                const prereleaseBase = this.prerelease[identifier.split(".").length];
                if (isNaN(prereleaseBase)) {
                  this.prerelease = prerelease;
                }
              } else {
                this.prerelease = prerelease;
              }
            }
            break;
          }
          default:
            throw new Error(`invalid increment argument: ${release2}`);
        }
        this.raw = this.format();
        if (this.build.length) {
          this.raw += `+${this.build.join(".")}`;
        }
        return this;
      }
    };
    module2.exports = SemVer;
  }
});

// node_modules/semver/functions/parse.js
var require_parse = __commonJS({
  "node_modules/semver/functions/parse.js"(exports2, module2) {
    var SemVer = require_semver();
    var parse = (version, options, throwErrors = false) => {
      if (version instanceof SemVer) {
        return version;
      }
      try {
        return new SemVer(version, options);
      } catch (er) {
        if (!throwErrors) {
          return null;
        }
        throw er;
      }
    };
    module2.exports = parse;
  }
});

// node_modules/semver/functions/clean.js
var require_clean = __commonJS({
  "node_modules/semver/functions/clean.js"(exports2, module2) {
    var parse = require_parse();
    var clean2 = (version, options) => {
      const s = parse(version.trim().replace(/^[=v]+/, ""), options);
      return s ? s.version : null;
    };
    module2.exports = clean2;
  }
});

// node_modules/semver/functions/valid.js
var require_valid = __commonJS({
  "node_modules/semver/functions/valid.js"(exports2, module2) {
    var parse = require_parse();
    var valid2 = (version, options) => {
      const v = parse(version, options);
      return v ? v.version : null;
    };
    module2.exports = valid2;
  }
});

// src/domain/product.ts
var PRODUCT;
var init_product = __esm({
  "src/domain/product.ts"() {
    PRODUCT = { name: "setup-go-robust", version: "0.1.0" };
  }
});

// node_modules/semver/internal/lrucache.js
var require_lrucache = __commonJS({
  "node_modules/semver/internal/lrucache.js"(exports2, module2) {
    var LRUCache = class {
      constructor() {
        this.max = 1e3;
        this.map = /* @__PURE__ */ new Map();
      }
      get(key) {
        const value = this.map.get(key);
        if (value === void 0) {
          return void 0;
        } else {
          this.map.delete(key);
          this.map.set(key, value);
          return value;
        }
      }
      delete(key) {
        return this.map.delete(key);
      }
      set(key, value) {
        const deleted = this.delete(key);
        if (!deleted && value !== void 0) {
          if (this.map.size >= this.max) {
            const firstKey = this.map.keys().next().value;
            this.delete(firstKey);
          }
          this.map.set(key, value);
        }
        return this;
      }
    };
    module2.exports = LRUCache;
  }
});

// node_modules/semver/functions/compare.js
var require_compare = __commonJS({
  "node_modules/semver/functions/compare.js"(exports2, module2) {
    var SemVer = require_semver();
    var compare3 = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
    module2.exports = compare3;
  }
});

// node_modules/semver/functions/eq.js
var require_eq = __commonJS({
  "node_modules/semver/functions/eq.js"(exports2, module2) {
    var compare3 = require_compare();
    var eq = (a, b, loose) => compare3(a, b, loose) === 0;
    module2.exports = eq;
  }
});

// node_modules/semver/functions/neq.js
var require_neq = __commonJS({
  "node_modules/semver/functions/neq.js"(exports2, module2) {
    var compare3 = require_compare();
    var neq = (a, b, loose) => compare3(a, b, loose) !== 0;
    module2.exports = neq;
  }
});

// node_modules/semver/functions/gt.js
var require_gt = __commonJS({
  "node_modules/semver/functions/gt.js"(exports2, module2) {
    var compare3 = require_compare();
    var gt2 = (a, b, loose) => compare3(a, b, loose) > 0;
    module2.exports = gt2;
  }
});

// node_modules/semver/functions/gte.js
var require_gte = __commonJS({
  "node_modules/semver/functions/gte.js"(exports2, module2) {
    var compare3 = require_compare();
    var gte = (a, b, loose) => compare3(a, b, loose) >= 0;
    module2.exports = gte;
  }
});

// node_modules/semver/functions/lt.js
var require_lt = __commonJS({
  "node_modules/semver/functions/lt.js"(exports2, module2) {
    var compare3 = require_compare();
    var lt = (a, b, loose) => compare3(a, b, loose) < 0;
    module2.exports = lt;
  }
});

// node_modules/semver/functions/lte.js
var require_lte = __commonJS({
  "node_modules/semver/functions/lte.js"(exports2, module2) {
    var compare3 = require_compare();
    var lte = (a, b, loose) => compare3(a, b, loose) <= 0;
    module2.exports = lte;
  }
});

// node_modules/semver/functions/cmp.js
var require_cmp = __commonJS({
  "node_modules/semver/functions/cmp.js"(exports2, module2) {
    var eq = require_eq();
    var neq = require_neq();
    var gt2 = require_gt();
    var gte = require_gte();
    var lt = require_lt();
    var lte = require_lte();
    var cmp = (a, op, b, loose) => {
      switch (op) {
        case "===":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a === b;
        case "!==":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a !== b;
        case "":
        case "=":
        case "==":
          return eq(a, b, loose);
        case "!=":
          return neq(a, b, loose);
        case ">":
          return gt2(a, b, loose);
        case ">=":
          return gte(a, b, loose);
        case "<":
          return lt(a, b, loose);
        case "<=":
          return lte(a, b, loose);
        default:
          throw new TypeError(`Invalid operator: ${op}`);
      }
    };
    module2.exports = cmp;
  }
});

// node_modules/semver/classes/comparator.js
var require_comparator = __commonJS({
  "node_modules/semver/classes/comparator.js"(exports2, module2) {
    var ANY = /* @__PURE__ */ Symbol("SemVer ANY");
    var Comparator = class _Comparator {
      static get ANY() {
        return ANY;
      }
      constructor(comp, options) {
        options = parseOptions(options);
        if (comp instanceof _Comparator) {
          if (comp.loose === !!options.loose) {
            return comp;
          } else {
            comp = comp.value;
          }
        }
        comp = comp.trim().split(/\s+/).join(" ");
        debug2("comparator", comp, options);
        this.options = options;
        this.loose = !!options.loose;
        this.parse(comp);
        if (this.semver === ANY) {
          this.value = "";
        } else {
          this.value = this.operator + this.semver.version;
        }
        debug2("comp", this);
      }
      parse(comp) {
        const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR];
        const m = comp.match(r);
        if (!m) {
          throw new TypeError(`Invalid comparator: ${comp}`);
        }
        this.operator = m[1] !== void 0 ? m[1] : "";
        if (this.operator === "=") {
          this.operator = "";
        }
        if (!m[2]) {
          this.semver = ANY;
        } else {
          this.semver = new SemVer(m[2], this.options.loose);
        }
      }
      toString() {
        return this.value;
      }
      test(version) {
        debug2("Comparator.test", version, this.options.loose);
        if (this.semver === ANY || version === ANY) {
          return true;
        }
        if (typeof version === "string") {
          try {
            version = new SemVer(version, this.options);
          } catch (er) {
            return false;
          }
        }
        return cmp(version, this.operator, this.semver, this.options);
      }
      intersects(comp, options) {
        if (!(comp instanceof _Comparator)) {
          throw new TypeError("a Comparator is required");
        }
        if (this.operator === "") {
          if (this.value === "") {
            return true;
          }
          return new Range(comp.value, options).test(this.value);
        } else if (comp.operator === "") {
          if (comp.value === "") {
            return true;
          }
          return new Range(this.value, options).test(comp.semver);
        }
        options = parseOptions(options);
        if (options.includePrerelease && (this.value === "<0.0.0-0" || comp.value === "<0.0.0-0")) {
          return false;
        }
        if (!options.includePrerelease && (this.value.startsWith("<0.0.0") || comp.value.startsWith("<0.0.0"))) {
          return false;
        }
        if (this.operator.startsWith(">") && comp.operator.startsWith(">")) {
          return true;
        }
        if (this.operator.startsWith("<") && comp.operator.startsWith("<")) {
          return true;
        }
        if (this.semver.version === comp.semver.version && this.operator.includes("=") && comp.operator.includes("=")) {
          return true;
        }
        if (cmp(this.semver, "<", comp.semver, options) && this.operator.startsWith(">") && comp.operator.startsWith("<")) {
          return true;
        }
        if (cmp(this.semver, ">", comp.semver, options) && this.operator.startsWith("<") && comp.operator.startsWith(">")) {
          return true;
        }
        return false;
      }
    };
    module2.exports = Comparator;
    var parseOptions = require_parse_options();
    var { safeRe: re, t } = require_re();
    var cmp = require_cmp();
    var debug2 = require_debug();
    var SemVer = require_semver();
    var Range = require_range();
  }
});

// node_modules/semver/internal/trim-comparator-whitespace.js
var require_trim_comparator_whitespace = __commonJS({
  "node_modules/semver/internal/trim-comparator-whitespace.js"(exports2, module2) {
    var {
      MAX_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      WHITESPACE_CHARACTERS
    } = require_constants();
    var whitespace = new Uint8Array(65536);
    for (const char of WHITESPACE_CHARACTERS) {
      whitespace[char.charCodeAt(0)] = 1;
    }
    var isWhitespace = (char) => char !== void 0 && whitespace[char.charCodeAt(0)] === 1;
    var isVersionPrefix = (char) => char === "v" || char === "=" || isWhitespace(char);
    var isDigit = (char) => char !== void 0 && char >= "0" && char <= "9";
    var isLetter = (char) => char !== void 0 && (char >= "a" && char <= "z" || char >= "A" && char <= "Z");
    var isIdentifierCharacter = (char) => isDigit(char) || isLetter(char) || char === "-";
    var isVersionStart = (char) => isDigit(char) || char === "x" || char === "X" || char === "*";
    var findDigitsEndIndex = (range, start3, limit, digitRuns) => {
      if (!isDigit(range[start3])) {
        return start3;
      }
      if (start3 >= digitRuns.start && start3 < digitRuns.end) {
        return Math.min(start3 + limit, digitRuns.end);
      }
      if (start3 >= digitRuns.previousStart && start3 < digitRuns.previousEnd) {
        return Math.min(start3 + limit, digitRuns.previousEnd);
      }
      let end2 = start3 + 1;
      while (isDigit(range[end2])) {
        end2++;
      }
      digitRuns.previousStart = digitRuns.start;
      digitRuns.previousEnd = digitRuns.end;
      digitRuns.start = start3;
      digitRuns.end = end2;
      return Math.min(start3 + limit, end2);
    };
    var findVersionNumberEndIndex = (range, start3, loose, digitRuns) => {
      if (!loose && range[start3] === "0") {
        return start3 + 1;
      }
      return findDigitsEndIndex(range, start3, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns);
    };
    var findPrereleaseIdentifierEndIndex = (range, start3, loose, digitRuns) => {
      const digitsEnd = findDigitsEndIndex(range, start3, MAX_LENGTH, digitRuns);
      if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
        let end2 = digitsEnd + 1;
        const limit = end2 + MAX_SAFE_BUILD_LENGTH;
        while (end2 < limit && isIdentifierCharacter(range[end2])) {
          end2++;
        }
        return end2;
      }
      return findVersionNumberEndIndex(range, start3, loose, digitRuns);
    };
    var findPrereleaseEndIndex = (range, start3, loose, digitRuns) => {
      const hyphen = range[start3] === "-";
      if (!loose && !hyphen) {
        return start3;
      }
      const identifierStart = start3 + (hyphen ? 1 : 0);
      let end2 = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
      if (end2 === identifierStart) {
        if (!loose || !hyphen) {
          return start3;
        }
        end2 = findPrereleaseIdentifierEndIndex(range, start3, loose, digitRuns);
      }
      while (range[end2] === ".") {
        const next = findPrereleaseIdentifierEndIndex(range, end2 + 1, loose, digitRuns);
        if (next === end2 + 1) {
          break;
        }
        end2 = next;
      }
      return end2;
    };
    var findBuildIdentifierEndIndex = (range, start3) => {
      let end2 = start3;
      while (end2 - start3 < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end2])) {
        end2++;
      }
      return end2;
    };
    var findBuildEndIndex = (range, start3) => {
      if (range[start3] !== "+") {
        return start3;
      }
      let end2 = findBuildIdentifierEndIndex(range, start3 + 1);
      if (end2 === start3 + 1) {
        return start3;
      }
      while (range[end2] === ".") {
        const next = findBuildIdentifierEndIndex(range, end2 + 1);
        if (next === end2 + 1) {
          break;
        }
        end2 = next;
      }
      return end2;
    };
    var findLooseFullVersionEndIndex = (range, start3, digitRuns) => {
      let end2 = start3;
      for (let component = 0; component < 3; component++) {
        const next = findVersionNumberEndIndex(range, end2, true, digitRuns);
        if (next === end2) {
          return start3;
        }
        end2 = next;
        if (component < 2) {
          if (range[end2] !== ".") {
            return start3;
          }
          end2++;
        }
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end2, true, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findPartialVersionComponentEndIndex = (range, start3, digitRuns) => {
      if (isDigit(range[start3])) {
        return findVersionNumberEndIndex(range, start3, false, digitRuns);
      }
      return isVersionStart(range[start3]) ? start3 + 1 : start3;
    };
    var findPartialVersionEndIndex = (range, start3, digitRuns) => {
      let end2 = findPartialVersionComponentEndIndex(range, start3, digitRuns);
      for (let component = 0; component < 2; component++) {
        if (range[end2] !== ".") {
          return end2;
        }
        const next = findPartialVersionComponentEndIndex(range, end2 + 1, digitRuns);
        if (next === end2 + 1) {
          return end2;
        }
        end2 = next;
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end2, false, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findVersionEndIndex = (range, start3, digitRuns) => {
      const fullVersionEnd = findLooseFullVersionEndIndex(range, start3, digitRuns);
      return fullVersionEnd !== start3 ? fullVersionEnd : findPartialVersionEndIndex(range, start3, digitRuns);
    };
    var findRemovableWhitespaceIndex = (range, matchStart) => {
      let position = matchStart;
      if (isWhitespace(range[position])) {
        position++;
      }
      if (range[position] === "<" || range[position] === ">") {
        position++;
      }
      if (range[position] === "=") {
        position++;
      }
      return isWhitespace(range[position]) ? position : -1;
    };
    var trimComparatorWhitespace = (range) => {
      let result2 = "";
      let copyFrom = 0;
      let cursor = 0;
      const digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 };
      while (cursor < range.length) {
        const matchStart = cursor;
        if (range[cursor] === "<" || range[cursor] === ">") {
          cursor++;
        } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
          cursor++;
          continue;
        }
        while (cursor < range.length && isVersionPrefix(range[cursor])) {
          cursor++;
        }
        if (!isVersionStart(range[cursor])) {
          continue;
        }
        const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart);
        if (whitespacePosition !== -1) {
          result2 += range.slice(copyFrom, whitespacePosition);
          copyFrom = whitespacePosition + 1;
        }
        cursor = findVersionEndIndex(range, cursor, digitRuns);
      }
      return result2 + range.slice(copyFrom);
    };
    module2.exports = trimComparatorWhitespace;
  }
});

// node_modules/semver/classes/range.js
var require_range = __commonJS({
  "node_modules/semver/classes/range.js"(exports2, module2) {
    var SPACE_CHARACTERS = /\s+/g;
    var Range = class _Range {
      constructor(range, options) {
        options = parseOptions(options);
        if (range instanceof _Range) {
          if (range.loose === !!options.loose && range.includePrerelease === !!options.includePrerelease) {
            return range;
          } else {
            return new _Range(range.raw, options);
          }
        }
        if (range instanceof Comparator) {
          this.raw = range.value;
          this.set = [[range]];
          this.formatted = void 0;
          return this;
        }
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        this.raw = range.trim().replace(SPACE_CHARACTERS, " ");
        this.set = this.raw.split("||").map((r) => this.parseRange(r.trim())).filter((c) => c.length);
        if (!this.set.length) {
          throw new TypeError(`Invalid SemVer Range: ${this.raw}`);
        }
        if (this.set.length > 1) {
          const first = this.set[0];
          this.set = this.set.filter((c) => !isNullSet(c[0]));
          if (this.set.length === 0) {
            this.set = [first];
          } else if (this.set.length > 1) {
            for (const c of this.set) {
              if (c.length === 1 && isAny(c[0])) {
                this.set = [c];
                break;
              }
            }
          }
        }
        this.formatted = void 0;
      }
      get range() {
        if (this.formatted === void 0) {
          this.formatted = "";
          for (let i = 0; i < this.set.length; i++) {
            if (i > 0) {
              this.formatted += "||";
            }
            const comps = this.set[i];
            for (let k = 0; k < comps.length; k++) {
              if (k > 0) {
                this.formatted += " ";
              }
              this.formatted += comps[k].toString().trim();
            }
          }
        }
        return this.formatted;
      }
      format() {
        return this.range;
      }
      toString() {
        return this.range;
      }
      parseRange(range) {
        range = range.replace(BUILDSTRIPRE, "");
        const memoOpts = (this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) | (this.options.loose && FLAG_LOOSE);
        const memoKey = memoOpts + ":" + range;
        const cached = cache.get(memoKey);
        if (cached) {
          return cached;
        }
        const loose = this.options.loose;
        const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE];
        range = range.replace(hr, hyphenReplace(this.options.includePrerelease));
        debug2("hyphen replace", range);
        range = trimComparatorWhitespace(range);
        debug2("comparator trim", range);
        range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
        debug2("tilde trim", range);
        range = range.replace(re[t.CARETTRIM], caretTrimReplace);
        debug2("caret trim", range);
        let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
        if (loose) {
          rangeList = rangeList.filter((comp) => {
            debug2("loose invalid filter", comp, this.options);
            return !!comp.match(re[t.COMPARATORLOOSE]);
          });
        }
        debug2("range list", rangeList);
        const rangeMap = /* @__PURE__ */ new Map();
        const comparators = rangeList.map((comp) => new Comparator(comp, this.options));
        for (const comp of comparators) {
          if (isNullSet(comp)) {
            return [comp];
          }
          rangeMap.set(comp.value, comp);
        }
        if (rangeMap.size > 1 && rangeMap.has("")) {
          rangeMap.delete("");
        }
        const result2 = [...rangeMap.values()];
        cache.set(memoKey, result2);
        return result2;
      }
      intersects(range, options) {
        if (!(range instanceof _Range)) {
          throw new TypeError("a Range is required");
        }
        return this.set.some((thisComparators) => {
          return isSatisfiable(thisComparators, options) && range.set.some((rangeComparators) => {
            return isSatisfiable(rangeComparators, options) && thisComparators.every((thisComparator) => {
              return rangeComparators.every((rangeComparator) => {
                return thisComparator.intersects(rangeComparator, options);
              });
            });
          });
        });
      }
      test(version) {
        if (!version) {
          return false;
        }
        if (typeof version === "string") {
          try {
            version = new SemVer(version, this.options);
          } catch (er) {
            return false;
          }
        }
        for (let i = 0; i < this.set.length; i++) {
          if (testSet(this.set[i], version, this.options)) {
            return true;
          }
        }
        return false;
      }
    };
    module2.exports = Range;
    var LRU = require_lrucache();
    var cache = new LRU();
    var parseOptions = require_parse_options();
    var Comparator = require_comparator();
    var debug2 = require_debug();
    var SemVer = require_semver();
    var trimComparatorWhitespace = require_trim_comparator_whitespace();
    var {
      safeRe: re,
      src,
      t,
      tildeTrimReplace,
      caretTrimReplace
    } = require_re();
    var { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = require_constants();
    var BUILDSTRIPRE = new RegExp(src[t.BUILD], "g");
    var isNullSet = (c) => c.value === "<0.0.0-0";
    var isAny = (c) => c.value === "";
    var isSatisfiable = (comparators, options) => {
      let result2 = true;
      const remainingComparators = comparators.slice();
      let testComparator = remainingComparators.pop();
      while (result2 && remainingComparators.length) {
        result2 = remainingComparators.every((otherComparator) => {
          return testComparator.intersects(otherComparator, options);
        });
        testComparator = remainingComparators.pop();
      }
      return result2;
    };
    var parseComparator = (comp, options) => {
      comp = comp.replace(re[t.BUILD], "");
      debug2("comp", comp, options);
      comp = replaceCarets(comp, options);
      debug2("caret", comp);
      comp = replaceTildes(comp, options);
      debug2("tildes", comp);
      comp = replaceXRanges(comp, options);
      debug2("xrange", comp);
      comp = replaceStars(comp, options);
      debug2("stars", comp);
      return comp;
    };
    var isX = (id) => !id || id.toLowerCase() === "x" || id === "*";
    var invalidXRangeOrder = (M, m, p) => isX(M) && !isX(m) || isX(m) && p && !isX(p);
    var replaceTildes = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceTilde(c, options)).join(" ");
    };
    var replaceTilde = (comp, options) => {
      const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug2("tilde", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
        } else if (pr) {
          debug2("replaceTilde pr", pr);
          ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
        } else {
          ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
        }
        debug2("tilde return", ret);
        return ret;
      });
    };
    var replaceCarets = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options)).join(" ");
    };
    var replaceCaret = (comp, options) => {
      debug2("caret", comp, options);
      const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug2("caret", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          if (M === "0") {
            ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
          } else {
            ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`;
          }
        } else if (pr) {
          debug2("replaceCaret pr", pr);
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p}-${pr} <${+M + 1}.0.0-0`;
          }
        } else {
          debug2("no pr");
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p} <${+M + 1}.0.0-0`;
          }
        }
        debug2("caret return", ret);
        return ret;
      });
    };
    var replaceXRanges = (comp, options) => {
      debug2("replaceXRanges", comp, options);
      return comp.split(/\s+/).map((c) => replaceXRange(c, options)).join(" ");
    };
    var replaceXRange = (comp, options) => {
      comp = comp.trim();
      const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
      return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
        debug2("xRange", comp, ret, gtlt, M, m, p, pr);
        if (invalidXRangeOrder(M, m, p)) {
          return comp;
        }
        const xM = isX(M);
        const xm = xM || isX(m);
        const xp = xm || isX(p);
        const anyX = xp;
        if (gtlt === "=" && anyX) {
          gtlt = "";
        }
        pr = options.includePrerelease ? "-0" : "";
        if (xM) {
          if (gtlt === ">" || gtlt === "<") {
            ret = "<0.0.0-0";
          } else {
            ret = "*";
          }
        } else if (gtlt && anyX) {
          if (xm) {
            m = 0;
          }
          p = 0;
          if (gtlt === ">") {
            gtlt = ">=";
            if (xm) {
              M = +M + 1;
              m = 0;
              p = 0;
            } else {
              m = +m + 1;
              p = 0;
            }
          } else if (gtlt === "<=") {
            gtlt = "<";
            if (xm) {
              M = +M + 1;
            } else {
              m = +m + 1;
            }
          }
          if (gtlt === "<") {
            pr = "-0";
          }
          ret = `${gtlt + M}.${m}.${p}${pr}`;
        } else if (xm) {
          ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`;
        } else if (xp) {
          ret = `>=${M}.${m}.0${pr} <${M}.${+m + 1}.0-0`;
        }
        debug2("xRange return", ret);
        return ret;
      });
    };
    var replaceStars = (comp, options) => {
      debug2("replaceStars", comp, options);
      return comp.trim().replace(re[t.STAR], "");
    };
    var replaceGTE0 = (comp, options) => {
      debug2("replaceGTE0", comp, options);
      return comp.trim().replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], "");
    };
    var hyphenReplace = (incPr) => ($0, from, fM, fm, fp, fpr, fb, to, tM, tm, tp, tpr) => {
      if (isX(fM)) {
        from = "";
      } else if (isX(fm)) {
        from = `>=${fM}.0.0${incPr ? "-0" : ""}`;
      } else if (isX(fp)) {
        from = `>=${fM}.${fm}.0${incPr ? "-0" : ""}`;
      } else if (fpr) {
        from = `>=${from}`;
      } else {
        from = `>=${from}${incPr ? "-0" : ""}`;
      }
      if (isX(tM)) {
        to = "";
      } else if (isX(tm)) {
        to = `<${+tM + 1}.0.0-0`;
      } else if (isX(tp)) {
        to = `<${tM}.${+tm + 1}.0-0`;
      } else if (tpr) {
        to = `<=${tM}.${tm}.${tp}-${tpr}`;
      } else if (incPr) {
        to = `<${tM}.${tm}.${+tp + 1}-0`;
      } else {
        to = `<=${to}`;
      }
      return `${from} ${to}`.trim();
    };
    var testSet = (set, version, options) => {
      for (let i = 0; i < set.length; i++) {
        if (!set[i].test(version)) {
          return false;
        }
      }
      if (version.prerelease.length && !options.includePrerelease) {
        for (let i = 0; i < set.length; i++) {
          debug2(set[i].semver);
          if (set[i].semver === Comparator.ANY) {
            continue;
          }
          if (set[i].semver.prerelease.length > 0) {
            const allowed = set[i].semver;
            if (allowed.major === version.major && allowed.minor === version.minor && allowed.patch === version.patch) {
              return true;
            }
          }
        }
        return false;
      }
      return true;
    };
  }
});

// node_modules/semver/functions/satisfies.js
var require_satisfies = __commonJS({
  "node_modules/semver/functions/satisfies.js"(exports2, module2) {
    var Range = require_range();
    var satisfies2 = (version, range, options) => {
      try {
        range = new Range(range, options);
      } catch (er) {
        return false;
      }
      return range.test(version);
    };
    module2.exports = satisfies2;
  }
});

// src/domain/address.ts
function splitUserinfo(text2) {
  if (!URL.canParse(text2)) return { url: text2 };
  const url = new URL(text2);
  if (url.username === "" && url.password === "") return { url: text2 };
  const credentials = `${decodePercent(url.username)}:${decodePercent(url.password)}`;
  url.username = "";
  url.password = "";
  return { url: url.href, authorization: `Basic ${Buffer.from(credentials, "utf8").toString("base64")}` };
}
function decodePercent(text2) {
  try {
    return decodeURIComponent(text2);
  } catch {
    return text2;
  }
}
function joinAddress(base, path3) {
  const url = new URL(base);
  url.hash = "";
  url.pathname = `${url.pathname.replace(/\/+$/u, "")}/${path3}`;
  return url.href;
}
function withQuery(address, query) {
  const url = new URL(address);
  url.search = url.search === "" ? query : `${url.search}&${query}`;
  return url.href;
}
function isExposed(address) {
  const url = new URL(address);
  return url.protocol === "http:" && !/^(?:(?:[^.]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(url.hostname);
}
var init_address = __esm({
  "src/domain/address.ts"() {
  }
});

// src/domain/json-object.ts
function isJsonObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function parseJsonObject(text2) {
  try {
    const value = JSON.parse(text2);
    return isJsonObject(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
var init_json_object = __esm({
  "src/domain/json-object.ts"() {
  }
});

// src/steps/context.ts
async function inPhase(context, phase, body) {
  context.emit({ type: "phase-started", phase });
  const result2 = await body();
  context.emit({ type: "phase-ended", phase });
  return result2;
}
var init_context = __esm({
  "src/steps/context.ts"() {
  }
});

// src/policy/ip-address.ts
function parseIpv4(text2) {
  const parts = IPV4_FORM.exec(text2)?.slice(1);
  if (parts === void 0) return void 0;
  let bits = 0n;
  for (const part of parts) {
    if (Number(part) > 255 || part.length > 1 && part.startsWith("0")) return void 0;
    bits = bits << 8n | BigInt(part);
  }
  return bits;
}
function parseIpv6(text2) {
  if (!/^[0-9a-f:.]+$/iu.test(text2) || !URL.canParse(`http://[${text2}]/`)) return void 0;
  const canonical = new URL(`http://[${text2}]/`).hostname.slice(1, -1);
  const [head = "", tail] = canonical.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === void 0 || tail === "" ? [] : tail.split(":");
  const groups = [...left, ...Array.from({ length: 8 - left.length - right.length }, () => "0"), ...right];
  return groups.reduce((bits, group) => bits << 16n | BigInt(`0x${group}`), 0n);
}
function parseIpAddress(text2) {
  const v4 = parseIpv4(text2);
  if (v4 !== void 0) return { family: 4, bits: v4 };
  const v6 = parseIpv6(text2);
  if (v6 === void 0) return void 0;
  return v6 >> 32n === MAPPED_PREFIX >> 32n ? { family: 4, bits: v6 & 0xffffffffn } : { family: 6, bits: v6 };
}
function parseIpBlock(text2) {
  const match = /^([^/]+)\/(\d{1,3})$/u.exec(text2);
  const base = parseIpAddress(match?.[1] ?? "");
  if (base === void 0) return void 0;
  const width = base.family === 4 ? 32 : 128;
  const prefix = Number(match?.[2]);
  if (prefix > width) return void 0;
  const shift = BigInt(width - prefix);
  return (address) => address.family === base.family && address.bits >> shift === base.bits >> shift;
}
function unbracket(hostname2) {
  return hostname2.startsWith("[") && hostname2.endsWith("]") ? hostname2.slice(1, -1) : hostname2;
}
function isLoopbackHost(hostname2) {
  const host = unbracket(hostname2.toLowerCase());
  if (host === "localhost" || host.endsWith(".localhost")) return true;
  const address = parseIpAddress(host);
  return address !== void 0 && (address.family === 4 ? address.bits >> 24n === 127n : address.bits === 1n);
}
var IPV4_FORM, MAPPED_PREFIX;
var init_ip_address = __esm({
  "src/policy/ip-address.ts"() {
    IPV4_FORM = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/u;
    MAPPED_PREFIX = 0xffffn << 32n;
  }
});

// src/policy/redirect.ts
function isRedirect(status) {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}
function basicAuthorization(url) {
  if (url.username === "" && url.password === "") return void 0;
  return `Basic ${Buffer.from(`${percentDecode(url.username)}:${percentDecode(url.password)}`).toString("base64")}`;
}
function firstHop(request3) {
  const url = parseHttpUrl(request3.url);
  if (url === void 0) throw failure("INPUT.SOURCE", { subject: redactUrl(request3.url) });
  const headers = {};
  for (const [name, value] of Object.entries(request3.headers ?? {})) headers[name.toLowerCase()] = value;
  const authorization = request3.authorization ?? headers["authorization"] ?? basicAuthorization(url);
  if (authorization !== void 0) headers["authorization"] = authorization;
  return protectedHop(url, headers);
}
function nextHop(current, answer2) {
  const from = new URL(current.url);
  const evidence = { status: answer2.status, from: redactUrl(current.url) };
  const to = parseHttpUrl(answer2.location?.trim() || void 0, from);
  if (to === void 0) {
    const location = answer2.location === void 0 ? void 0 : redactUrl(answer2.location).slice(0, 200);
    throw failure("HTTP.BAD_REDIRECT", { subject: from.host, evidence: { ...evidence, location } });
  }
  if (from.protocol === "https:" && to.protocol === "http:") {
    throw failure("HTTP.DOWNGRADE", { subject: from.host, evidence: { ...evidence, to: redactUrl(to.href) } });
  }
  to.username = "";
  to.password = "";
  if (to.origin === from.origin) return protectedHop(to, current.headers);
  const kept2 = Object.entries(current.headers).filter(([name]) => !ORIGIN_BOUND.has(name));
  return protectedHop(to, Object.fromEntries(kept2));
}
function parseHttpUrl(text2, base) {
  if (text2 === void 0 || !URL.canParse(text2, base?.href)) return void 0;
  const url = new URL(text2, base);
  return (url.protocol === "https:" || url.protocol === "http:") && url.hostname !== "" ? url : void 0;
}
function protectedHop(url, headers) {
  const secret = headers["authorization"] !== void 0 || headers["cookie"] !== void 0;
  if (secret && url.protocol === "http:" && !isLoopbackHost(url.hostname)) {
    throw failure("HTTP.INSECURE_TOKEN", { subject: url.host, evidence: { url: redactUrl(url.href) } });
  }
  const clean2 = new URL(url);
  clean2.username = "";
  clean2.password = "";
  clean2.hash = "";
  return { url: clean2.href, headers };
}
function percentDecode(text2) {
  try {
    return decodeURIComponent(text2);
  } catch {
    return text2;
  }
}
var ORIGIN_BOUND;
var init_redirect = __esm({
  "src/policy/redirect.ts"() {
    init_failure();
    init_redact();
    init_ip_address();
    ORIGIN_BOUND = /* @__PURE__ */ new Set(["authorization", "cookie", "cookie2", "proxy-authorization", "www-authenticate"]);
  }
});

// src/policy/goproxy.ts
function parseGoproxy(text2) {
  const entries3 = [];
  for (const match of text2.matchAll(/([^,|]*)([,|]?)/gu)) {
    const word = (match[1] ?? "").trim();
    if (word === "") continue;
    if (word === "off" || word === "direct") {
      entries3.push({ kind: word });
      break;
    }
    const address = proxyAddress(word);
    if ("reason" in address) return { finding: invalid2(word, address.reason) };
    entries3.push({ kind: "proxy", ...splitUserinfo(address.url), next: match[2] === "|" ? "any-error" : "not-found" });
  }
  if (entries3.length === 0 && text2 !== "") return { finding: invalid2(text2, "the list has no entries") };
  return { entries: entries3 };
}
function proxyAddress(word) {
  const text2 = /[.:/]/u.test(word) && !word.includes(":/") && !word.startsWith("/") ? `https://${word}` : word;
  if (!/^[a-z][a-z0-9+.-]*:/iu.test(text2)) return { reason: "the scheme is missing" };
  if (!URL.canParse(text2)) return { reason: "it is not a URL" };
  const url = new URL(text2);
  if (url.protocol === "file:") {
    const onlyPath = url.host === "" && url.search === "" && url.hash === "";
    return onlyPath ? { url: withoutSlash(url) } : { reason: "a file address must be file:/// and an absolute path" };
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return { reason: "the scheme is not http, https or file" };
  return { url: withoutSlash(url) };
}
function withoutSlash(url) {
  url.hash = "";
  return url.search === "" ? url.href.replace(/\/+$/u, "") : url.href;
}
function invalid2(entry, reason) {
  return finding("CFG.GOPROXY_INVALID", {
    subject: "GOPROXY",
    evidence: { entry: redactUrl(entry).slice(0, 200), reason },
    fixes: [
      {
        title: "Write a list of URLs that may end in direct or off",
        kind: "setting",
        text: "GOPROXY=https://proxy.example.com,direct",
        risk: "none"
      }
    ]
  });
}
var init_goproxy = __esm({
  "src/policy/goproxy.ts"() {
    init_address();
    init_finding();
    init_redact();
  }
});

// src/install/entry-name.ts
function problemOfPath(path3) {
  if (path3.length <= PART_BYTES && PLAIN_PATH.test(path3) && !MAYBE_DEVICE.test(path3)) return void 0;
  if (path3 === "") return "empty";
  if (path3.startsWith("/")) return "absolute";
  if (Buffer.byteLength(path3) > LIMITS.pathBytes) return "too long";
  for (const part of path3.split("/")) {
    const problem = problemOfPart(part);
    if (problem !== void 0) return problem;
  }
  return void 0;
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
function foldPath(path3) {
  if (/^[\x00-\x7f]*$/u.test(path3)) return path3.toLowerCase();
  return path3.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD");
}
function decodeName(bytes) {
  const text2 = bytes.toString("utf8");
  if (text2.includes("\uFFFD")) throw refusedName(text2, "not UTF-8");
  return text2;
}
function refusedName(name, problem) {
  const shown = JSON.stringify(name.slice(0, 200));
  return failure("ARC.NAME", { subject: shown, evidence: { name: shown, problem } });
}
var PART_BYTES, DEVICE, PART, PLAIN_PATH, MAYBE_DEVICE;
var init_entry_name = __esm({
  "src/install/entry-name.ts"() {
    init_failure();
    init_limits();
    PART_BYTES = 255;
    DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?:\.|$)/iu;
    PART = /^[\p{L}0-9!#$%&()+,\-.=@[\]^_{}~ ]+$/u;
    PLAIN_PATH = /^(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*(?<!\.)\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*(?<!\.)$/u;
    MAYBE_DEVICE = /(?:^|\/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[./]|$)/iu;
  }
});

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
    for (; ; ) {
      const { value, done } = await Promise.race([iterator.next(), aborted]);
      if (done === true) return;
      yield value;
    }
  } finally {
    signal.removeEventListener("abort", abort);
    void Promise.resolve(iterator.return?.()).catch(() => void 0);
  }
}
var init_abortable = __esm({
  "src/install/abortable.ts"() {
  }
});

// src/install/archive-head.ts
function notAnArchive(head, otherwise) {
  if (head.length === 0) return failure("ARC.TRUNCATED", { subject: "archive", evidence: { bytes: 0 } });
  const bytes = Buffer.from(head.subarray(0, HEAD_BYTES));
  const text2 = bytes.toString("utf8").replace(/^\uFEFF?\s*/u, "");
  if (/^<[!?a-z]/iu.test(text2)) {
    const shown = text2.replace(/[^\x20-\x7e]+/gu, " ").trim();
    return failure("HTTP.HTML", { subject: "archive", evidence: { "first characters": shown } });
  }
  return failure(otherwise, { subject: "archive", evidence: { "first bytes": bytes.subarray(0, 16).toString("hex") } });
}
var HEAD_BYTES;
var init_archive_head = __esm({
  "src/install/archive-head.ts"() {
    init_failure();
    HEAD_BYTES = 64;
  }
});

// src/install/gunzip.ts
async function gunzip(options, signal) {
  signal.throwIfAborted();
  const inflater = startInflater(options);
  const iterator = options.source[Symbol.asyncIterator]();
  const abort = () => inflater.fail(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    await Promise.race([feed(iterator, inflater, options.onInput), inflater.failed]);
    await inflater.finish();
  } catch (error2) {
    inflater.fail(error2);
    void Promise.resolve(iterator.return?.()).catch(() => void 0);
    throw error2;
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
async function feed(iterator, inflater, onInput) {
  const pieces = [];
  let waitingBytes = 0;
  let isHead = true;
  for (; ; ) {
    const { value, done } = await iterator.next();
    if (inflater.hasFailed()) return;
    if (done !== true) {
      onInput?.(value);
      pieces.push(value);
      waitingBytes += value.length;
      if (waitingBytes < (isHead ? HEAD_BYTES : INPUT_BYTES)) continue;
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
function startInflater({ consume: consume2, relieve = () => void 0, maxOutputBytes = MAX_OUTPUT_BYTES }) {
  let reject = () => void 0;
  const failed2 = new Promise((_resolve, rejectFailed) => {
    reject = rejectFailed;
  });
  const engine = (0, import_node_zlib.createGunzip)({ chunkSize: CHUNK_BYTES });
  const counts = { inputBytes: 0, waitingBytes: 0, outputBytes: 0, unrelievedBytes: 0 };
  const start3 = { isScheduled: false, hasEnded: false, hasFailed: false, wake: void 0, ...counts };
  const state = { engine, consume: consume2, relieve, maxOutputBytes, reject, queue: [], ...start3 };
  engine.on("data", (bytes) => take(state, bytes));
  engine.on("error", (error2) => fail(state, zlibFailure(error2)));
  engine.on("end", () => {
    state.hasEnded = true;
    wake(state);
  });
  return {
    write: (bytes) => write(state, bytes),
    finish: () => Promise.race([finish(state), failed2]),
    fail: (error2) => fail(state, error2),
    hasFailed: () => state.hasFailed,
    failed: failed2
  };
}
function take(state, bytes) {
  state.outputBytes += bytes.length;
  if (state.outputBytes > state.maxOutputBytes) {
    fail(state, failure("ARC.LIMIT", { subject: "archive", evidence: { limit: state.maxOutputBytes } }));
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
  } catch (error2) {
    fail(state, error2);
  }
  if (state.hasFailed) return;
  if (state.engine.isPaused()) state.engine.resume();
  if (state.queue.length > 0) {
    setImmediate(consumeNext, state);
  } else {
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
async function write(state, bytes) {
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
  return new Promise((resolve8) => {
    state.wake = resolve8;
  });
}
function wake(state) {
  const resolve8 = state.wake;
  state.wake = void 0;
  resolve8?.();
}
function fail(state, error2) {
  if (state.hasFailed) return;
  state.hasFailed = true;
  state.queue.length = 0;
  state.engine.destroy();
  state.reject(error2);
  wake(state);
}
function zlibFailure(error2) {
  if (error2.code === "Z_BUF_ERROR")
    return failure("ARC.TRUNCATED", { subject: "archive", evidence: { zlib: error2.code } }, error2);
  return corruptGzip(`${error2.code}: ${error2.message}`, error2);
}
function corruptGzip(problem, cause) {
  return failure("ARC.CORRUPT", { subject: "archive", evidence: { problem } }, cause);
}
var import_node_zlib, CHUNK_BYTES, INPUT_BYTES, MAX_WAITING_BYTES, MAX_QUEUE, SLICE_BYTES, RELIEF_BYTES, MAX_OUTPUT_BYTES;
var init_gunzip = __esm({
  "src/install/gunzip.ts"() {
    import_node_zlib = require("node:zlib");
    init_failure();
    init_limits();
    init_archive_head();
    CHUNK_BYTES = 256 * 1024;
    INPUT_BYTES = 128 * 1024;
    MAX_WAITING_BYTES = 2 * INPUT_BYTES;
    MAX_QUEUE = 2;
    SLICE_BYTES = 128 * 1024;
    RELIEF_BYTES = 2 * 1024 * 1024;
    MAX_OUTPUT_BYTES = LIMITS.unpackedBytes + LIMITS.entryCount * 1024;
  }
});

// src/install/tar-header.ts
function readTarHeader(bytes, at) {
  if (checksumOf(bytes, at) !== readNumber({ bytes, at: at + 148, length: 8 })) throw corruptTar("header checksum");
  const magic = bytes.toString("latin1", at + 257, at + 265);
  const isGnu = magic === "ustar  \0";
  if (!isGnu && magic !== "ustar\x0000") throw corruptTar("not ustar");
  const name = field({ bytes, at, length: 100 });
  const prefix = isGnu ? void 0 : field({ bytes, at: at + 345, length: 155 });
  const flag = bytes[at + 156] ?? 0;
  return {
    name: prefix === void 0 || prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from("/"), name]),
    type: flag === 0 ? "0" : String.fromCharCode(flag),
    sizeBytes: readNumber({ bytes, at: at + 124, length: 12 }),
    mtimeSeconds: readNumber({ bytes, at: at + 136, length: 12 })
  };
}
function isZeroBlock(bytes, at) {
  for (let i = at; i < at + BLOCK_BYTES; i++) if (bytes[i] !== 0) return false;
  return true;
}
function corruptTar(problem) {
  return failure("ARC.CORRUPT", { subject: "tar", evidence: { problem } });
}
function checksumOf(bytes, at) {
  let sum = 8 * 32;
  for (let i = at; i < at + 148; i++) sum += bytes[i] ?? 0;
  for (let i = at + 156; i < at + BLOCK_BYTES; i++) sum += bytes[i] ?? 0;
  return sum;
}
function field({ bytes, at, length }) {
  const nul = bytes.indexOf(0, at);
  return bytes.subarray(at, nul < 0 ? at + length : Math.min(nul, at + length));
}
function readNumber({ bytes, at, length }) {
  if (((bytes[at] ?? 0) & 128) !== 0) return readBase256({ bytes, at, length });
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
var BLOCK_BYTES;
var init_tar_header = __esm({
  "src/install/tar-header.ts"() {
    init_failure();
    BLOCK_BYTES = 512;
  }
});

// src/install/pax.ts
function readPax(data2, options) {
  const found = /* @__PURE__ */ new Map();
  for (const { key, value } of records(data2)) {
    if (IGNORED.has(key) || IGNORED_PREFIX.test(key)) continue;
    if (options.isGlobal || !(key === "path" || key === "size")) {
      throw failure("ARC.TYPE", { subject: "tar", evidence: { "pax key": key.slice(0, 100) } });
    }
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
function* records(data2) {
  for (let at = 0; at < data2.length; ) {
    const space = data2.indexOf(32, at);
    const digits = space < 0 ? "" : data2.toString("latin1", at, Math.min(space, at + 8));
    const end2 = at + Number(digits);
    if (!/^[1-9][0-9]*$/u.test(digits) || end2 > data2.length || end2 <= space || data2[end2 - 1] !== 10) {
      throw corruptTar("pax record");
    }
    const equals = data2.indexOf(61, space);
    if (equals < 0 || equals >= end2) throw corruptTar("pax record");
    yield { key: data2.toString("utf8", space + 1, equals), value: data2.subarray(equals + 1, end2 - 1) };
    at = end2;
  }
}
function checkedName(value) {
  if (value.length === 0 || value.includes(0)) throw corruptTar("pax path");
  return Buffer.from(value);
}
function checkedSize(value) {
  const text2 = value.toString("latin1");
  if (!/^[0-9]{1,15}$/u.test(text2)) throw corruptTar("pax size");
  return Number(text2);
}
var IGNORED, IGNORED_PREFIX;
var init_pax = __esm({
  "src/install/pax.ts"() {
    init_failure();
    init_tar_header();
    IGNORED = /* @__PURE__ */ new Set(["mtime", "atime", "ctime", "comment", "uid", "gid", "uname", "gname"]);
    IGNORED_PREFIX = /^(?:SCHILY\.(?:xattr|acl)\..*|SCHILY\.(?:dev|ino|nlink|fflags)|LIBARCHIVE\..*)$/u;
  }
});

// src/install/tar.ts
function createTarReader(sink) {
  const partial = Buffer.alloc(BLOCK_BYTES);
  const start3 = { left: 0, padding: 0, metadata: void 0, pending: void 0, zeroBlocks: 0, partialBytes: 0 };
  const state = { sink, partial, ...start3 };
  return {
    push(bytes) {
      for (let at = 0; at < bytes.length; ) at = step2(state, bytes, at);
    },
    end() {
      const isComplete2 = state.left === 0 && state.padding === 0 && state.partialBytes === 0 && state.zeroBlocks >= 2;
      if (!isComplete2) throw failure("ARC.TRUNCATED", { subject: "tar", evidence: { "missing bytes": state.left } });
    }
  };
}
function step2(state, bytes, at) {
  if (state.left > 0) return content(state, bytes, at);
  if (state.padding > 0) {
    const skipped = Math.min(state.padding, bytes.length - at);
    state.padding -= skipped;
    return at + skipped;
  }
  if (state.partialBytes > 0 || bytes.length - at < BLOCK_BYTES) return gather(state, bytes, at);
  block(state, bytes, at);
  return at + BLOCK_BYTES;
}
function gather(state, bytes, from) {
  const to = Math.min(from + BLOCK_BYTES - state.partialBytes, bytes.length);
  state.partialBytes += bytes.copy(state.partial, state.partialBytes, from, to);
  if (state.partialBytes === BLOCK_BYTES) {
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
  if (sizeBytes > LIMITS.tarMetadataBytes) {
    throw failure("ARC.LIMIT", { subject: "tar", evidence: { "header bytes": sizeBytes, limit: LIMITS.tarMetadataBytes } });
  }
  state.metadata = { type, data: Buffer.alloc(sizeBytes), filled: 0 };
  expectContent(state, sizeBytes);
}
function beginEntry(state, header) {
  const path3 = decodeName(state.pending?.name ?? header.name);
  const sizeBytes = state.pending?.sizeBytes ?? header.sizeBytes;
  state.pending = void 0;
  if (header.type === "5") {
    if (sizeBytes !== 0) throw corruptTar("a directory with content");
    state.sink.directory(path3.endsWith("/") ? path3.slice(0, -1) : path3);
  } else if (header.type === "0") {
    state.sink.begin({ path: path3, sizeBytes, mtimeSeconds: header.mtimeSeconds });
    expectContent(state, sizeBytes);
    if (sizeBytes === 0) state.sink.end();
  } else {
    throw failure("ARC.TYPE", { subject: path3.slice(0, 200), evidence: { type: JSON.stringify(header.type) } });
  }
}
function expectContent(state, sizeBytes) {
  state.left = sizeBytes;
  state.padding = (BLOCK_BYTES - sizeBytes % BLOCK_BYTES) % BLOCK_BYTES;
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
function endMetadata(state, { type, data: data2 }) {
  state.metadata = void 0;
  if (type === "g") readPax(data2, { isGlobal: true });
  else state.pending = type === "x" ? readPax(data2, { isGlobal: false }) : { name: gnuName(data2) };
}
function gnuName(data2) {
  const nul = data2.indexOf(0);
  if (nul !== data2.length - 1 || nul === 0) throw corruptTar("long name");
  return data2.subarray(0, nul);
}
var init_tar = __esm({
  "src/install/tar.ts"() {
    init_failure();
    init_limits();
    init_entry_name();
    init_pax();
    init_tar_header();
  }
});

// src/install/zip-directory.ts
function readZipEnd(tail, sizeBytes) {
  const at = tail.length - END_BYTES;
  if (at < 0 || tail.readUInt32LE(at) !== END_SIGNATURE || tail.readUInt16LE(at + 20) !== 0) return void 0;
  const entryCount = tail.readUInt16LE(at + 10);
  const directoryBytes = tail.readUInt32LE(at + 12);
  const directoryStart = tail.readUInt32LE(at + 16);
  if (entryCount > LIMITS.entryCount) throw overLimit("entries", entryCount, LIMITS.entryCount);
  if (directoryBytes > LIMITS.zipDirectoryBytes) throw overLimit("directory bytes", directoryBytes, LIMITS.zipDirectoryBytes);
  const isOneDisk = tail.readUInt16LE(at + 4) === 0 && tail.readUInt16LE(at + 6) === 0;
  if (!isOneDisk || tail.readUInt16LE(at + 8) !== entryCount) throw corruptZip("more than one disk");
  if (directoryStart + directoryBytes + END_BYTES !== sizeBytes) throw corruptZip("the directory does not end at the end record");
  return { entryCount, directoryStart, directoryBytes };
}
function readZipDirectory(directory2, end2) {
  const entries3 = [];
  let totalBytes = 0;
  let at = 0;
  for (let i = 0; i < end2.entryCount; i++) {
    if (at + RECORD_BYTES > directory2.length) throw corruptZip("the directory is too short");
    const lengths = directory2.readUInt16LE(at + 28) + directory2.readUInt16LE(at + 30) + directory2.readUInt16LE(at + 32);
    if (at + RECORD_BYTES + lengths > directory2.length) throw corruptZip("the directory is too short");
    const entry = readRecord2(directory2, at);
    totalBytes += entry.sizeBytes;
    if (totalBytes > LIMITS.unpackedBytes) throw overLimit("unpacked bytes", totalBytes, LIMITS.unpackedBytes);
    entries3.push(entry);
    at += RECORD_BYTES + lengths;
  }
  if (at !== directory2.length) throw corruptZip("the directory is too long");
  return entries3.sort((a, b) => a.offset - b.offset);
}
function readRecord2(bytes, at) {
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
  if ((flags & ~ALLOWED_FLAGS) !== 0) throw refusedKind(name, `flags 0x${flags.toString(16)}`);
  if (method !== METHOD_STORED && method !== METHOD_DEFLATED) throw refusedKind(name, `method ${method}`);
  const unixKind = attributes >>> 28 & 15;
  const wantedKind = entry.isDirectory ? 4 : 8;
  if (unixKind !== 0 && unixKind !== wantedKind) throw refusedKind(name, `Unix file type ${unixKind.toString(8)}`);
  if ((attributes & 16) !== 0 && !entry.isDirectory) throw refusedKind(name, "a directory by its attributes");
  if (entry.isDirectory && (sizeBytes !== 0 || compressedBytes !== 0)) throw corruptZip("a directory with content");
  const isPossible = method === METHOD_STORED ? sizeBytes === compressedBytes : sizeBytes <= compressedBytes * MAX_RATIO;
  if (!isPossible) throw corruptZip("sizes that cannot be");
}
function checkExtra(extra) {
  for (let at = 0; at < extra.length; ) {
    if (at + 4 > extra.length) throw corruptZip("extra field");
    const id = extra.readUInt16LE(at);
    if (REFUSED_EXTRA.includes(id)) throw refusedKind("extra field", `0x${id.toString(16)}`);
    at += 4 + extra.readUInt16LE(at + 2);
    if (at > extra.length) throw corruptZip("extra field");
  }
}
function corruptZip(problem, cause) {
  return failure("ARC.CORRUPT", { subject: "zip", evidence: { problem } }, cause);
}
function refusedKind(name, kind) {
  return failure("ARC.TYPE", { subject: name.slice(0, 200), evidence: { kind } });
}
function overLimit(what, got, limit) {
  return failure("ARC.LIMIT", { subject: "zip", evidence: { what, got, limit } });
}
var END_BYTES, RECORD_BYTES, END_SIGNATURE, RECORD_SIGNATURE, FLAG_DESCRIPTOR, FLAG_UTF8, ALLOWED_FLAGS, METHOD_STORED, METHOD_DEFLATED, MAX_RATIO, REFUSED_EXTRA;
var init_zip_directory = __esm({
  "src/install/zip-directory.ts"() {
    init_failure();
    init_limits();
    init_entry_name();
    END_BYTES = 22;
    RECORD_BYTES = 46;
    END_SIGNATURE = 101010256;
    RECORD_SIGNATURE = 33639248;
    FLAG_DESCRIPTOR = 8;
    FLAG_UTF8 = 2048;
    ALLOWED_FLAGS = FLAG_DESCRIPTOR | FLAG_UTF8 | 6;
    METHOD_STORED = 0;
    METHOD_DEFLATED = 8;
    MAX_RATIO = 1033;
    REFUSED_EXTRA = [1, 28789];
  }
});

// src/install/zip-members.ts
async function* gzipMembers(body, entries3, endBytes) {
  const start3 = { next: 0, part: "header", held: NOTHING, leftBytes: 0, dataLeftBytes: 0, headerBytes: 0 };
  const walk2 = { entries: entries3, endBytes, ...start3 };
  if ((entries3[0]?.offset ?? endBytes) !== 0) throw corruptZip("bytes before the first entry");
  yield EMPTY_MEMBER;
  for await (const chunk of body) {
    const pieces = [];
    const bytes = asBuffer(chunk);
    for (let at = 0; at < bytes.length; ) at = step3(walk2, bytes, at, pieces);
    if (pieces.length > 0) yield Buffer.concat(pieces);
  }
  if (walk2.next < entries3.length) throw corruptZip("fewer bytes than the directory says");
}
function step3(walk2, bytes, at, pieces) {
  const entry = walk2.entries[walk2.next];
  if (entry === void 0) throw corruptZip("more bytes than the directory says");
  if (walk2.part === "data") return passData(walk2, { entry, bytes, at }, pieces);
  const isHeader = walk2.part === "header";
  const wantedBytes = isHeader ? headerBytes(walk2.held, entry) : spanBytes(walk2) - walk2.headerBytes - entry.compressedBytes;
  const to = Math.min(at + wantedBytes - walk2.held.length, bytes.length);
  walk2.held = walk2.held.length === 0 ? bytes.subarray(at, to) : Buffer.concat([walk2.held, bytes.subarray(at, to)]);
  if (walk2.held.length < wantedBytes) return to;
  if (isHeader && headerBytes(walk2.held, entry) > walk2.held.length) return to;
  const complete = walk2.held;
  walk2.held = NOTHING;
  if (isHeader) beginData(walk2, { entry, header: complete }, pieces);
  else endEntry(walk2, entry, complete);
  return to;
}
function spanBytes({ entries: entries3, next, endBytes }) {
  return (entries3[next + 1]?.offset ?? endBytes) - (entries3[next]?.offset ?? endBytes);
}
function headerBytes(held, entry) {
  if (held.length < LOCAL_BYTES) return LOCAL_BYTES;
  if (held.readUInt32LE(0) !== LOCAL_SIGNATURE) throw corruptZip(`local header of ${entry.name}`);
  return LOCAL_BYTES + held.readUInt16LE(26) + held.readUInt16LE(28);
}
function beginData(walk2, { entry, header }, pieces) {
  checkLocalHeader(header, entry);
  if (header.length + entry.compressedBytes > spanBytes(walk2)) throw corruptZip("entries overlap");
  walk2.headerBytes = header.length;
  walk2.dataLeftBytes = entry.compressedBytes;
  walk2.leftBytes = 0;
  if (entry.compressedBytes > 0) pieces.push(MEMBER_HEAD);
  walk2.part = "data";
  if (entry.compressedBytes === 0) endData(walk2, entry, pieces);
}
function passData(walk2, from, pieces) {
  const { entry, bytes, at } = from;
  if (walk2.leftBytes === 0) beginBlock(walk2, entry, pieces);
  const to = Math.min(at + walk2.leftBytes, bytes.length);
  pieces.push(bytes.subarray(at, to));
  walk2.leftBytes -= to - at;
  walk2.dataLeftBytes -= to - at;
  if (walk2.dataLeftBytes === 0) endData(walk2, entry, pieces);
  return to;
}
function beginBlock(walk2, { method }, pieces) {
  if (method !== METHOD_STORED) {
    walk2.leftBytes = walk2.dataLeftBytes;
    return;
  }
  walk2.leftBytes = Math.min(walk2.dataLeftBytes, STORED_BLOCK_BYTES);
  const head = Buffer.alloc(5);
  head[0] = walk2.leftBytes === walk2.dataLeftBytes ? 1 : 0;
  head.writeUInt16LE(walk2.leftBytes, 1);
  head.writeUInt16LE(walk2.leftBytes ^ 65535, 3);
  pieces.push(head);
}
function endData(walk2, entry, pieces) {
  if (entry.compressedBytes > 0) {
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(entry.crc32, 0);
    trailer.writeUInt32LE(entry.sizeBytes, 4);
    pieces.push(trailer);
  } else if (entry.crc32 !== 0 || entry.sizeBytes !== 0) {
    throw corruptZip(`CRC-32 of ${entry.name}`);
  }
  walk2.part = "descriptor";
  if (spanBytes(walk2) === walk2.headerBytes + entry.compressedBytes) endEntry(walk2, entry, NOTHING);
}
function endEntry(walk2, entry, descriptor) {
  checkDescriptor(descriptor, entry);
  walk2.part = "header";
  walk2.next += 1;
}
function checkLocalHeader(header, entry) {
  const nameEnd = LOCAL_BYTES + header.readUInt16LE(26);
  checkExtra(header.subarray(nameEnd));
  const isSame = header.readUInt16LE(6) === entry.flags && header.readUInt16LE(8) === entry.method && header.subarray(LOCAL_BYTES, nameEnd).equals(entry.nameBytes) && isDeclared(entry, header.readUInt32LE(14), entry.crc32) && isDeclared(entry, header.readUInt32LE(18), entry.compressedBytes) && isDeclared(entry, header.readUInt32LE(22), entry.sizeBytes);
  if (!isSame) throw corruptZip(`the two headers of ${entry.name} differ`);
}
function isDeclared(entry, local, central) {
  return local === central || local === 0 && (entry.flags & FLAG_DESCRIPTOR) !== 0;
}
function checkDescriptor(rest, entry) {
  if ((entry.flags & FLAG_DESCRIPTOR) === 0) {
    if (rest.length !== 0) throw corruptZip("bytes between two entries");
    return;
  }
  const at = rest.length - 12;
  if (at !== 0 && !(at === 4 && rest.readUInt32LE(0) === DESCRIPTOR_SIGNATURE)) throw corruptZip("data descriptor");
  const isSame = rest.readUInt32LE(at) === entry.crc32 && rest.readUInt32LE(at + 4) === entry.compressedBytes && rest.readUInt32LE(at + 8) === entry.sizeBytes;
  if (!isSame) throw corruptZip(`data descriptor of ${entry.name}`);
}
function asBuffer(bytes) {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
var LOCAL_BYTES, LOCAL_SIGNATURE, DESCRIPTOR_SIGNATURE, MEMBER_HEAD, EMPTY_MEMBER, STORED_BLOCK_BYTES, NOTHING;
var init_zip_members = __esm({
  "src/install/zip-members.ts"() {
    init_zip_directory();
    LOCAL_BYTES = 30;
    LOCAL_SIGNATURE = 67324752;
    DESCRIPTOR_SIGNATURE = 134695760;
    MEMBER_HEAD = Buffer.from([31, 139, 8, 0, 0, 0, 0, 0, 0, 255]);
    EMPTY_MEMBER = Buffer.concat([MEMBER_HEAD, Buffer.from([3, 0]), Buffer.alloc(8)]);
    STORED_BLOCK_BYTES = 65535;
    NOTHING = Buffer.alloc(0);
  }
});

// src/install/zip.ts
async function readZipTail(bytes) {
  let tail = await bytes.tail(LIMITS.zipTailBytes);
  if (tail === void 0) return void 0;
  const end2 = readZipEnd(asBuffer(tail.data), tail.sizeBytes);
  if (end2 === void 0) throw await whyNoZip(bytes, tail);
  if (tail.start > end2.directoryStart) {
    const { sizeBytes } = tail;
    tail = await bytes.tail(sizeBytes - end2.directoryStart);
    if (tail === void 0 || tail.sizeBytes !== sizeBytes || tail.start !== end2.directoryStart) {
      throw corruptZip("the file changed while it was read");
    }
  }
  const data2 = asBuffer(tail.data);
  const directoryAt = end2.directoryStart - tail.start;
  const entries3 = readZipDirectory(data2.subarray(directoryAt, directoryAt + end2.directoryBytes), end2);
  return { end: end2, entries: entries3, start: tail.start, data: data2 };
}
async function whyNoZip(bytes, tail) {
  const head = tail.start === 0 ? tail.data : await firstBytes(bytes);
  if (head[0] !== 80 || head[1] !== 75) return notAnArchive(head.subarray(0, HEAD_BYTES), "ARC.NOT_ZIP");
  return failure("ARC.TRUNCATED", { subject: "zip", evidence: { missing: "end record" } });
}
async function firstBytes(bytes) {
  for await (const chunk of bytes.stream(HEAD_BYTES)) if (chunk.length > 0) return chunk;
  return new Uint8Array(0);
}
async function readZipBody(body, zip, signal) {
  const { tail, sink, relieve } = zip;
  const { entries: entries3, end: end2 } = tail;
  const files = createSplitter(entries3, sink);
  const source = gzipMembers(body, entries3, end2.directoryStart);
  await gunzip({ source, consume: (piece) => files.push(piece), relieve }, signal);
  files.end();
}
function createSplitter(entries3, sink) {
  let next = 0;
  let leftBytes = 0;
  const skipEmpty = () => {
    for (let entry = entries3[next]; entry !== void 0 && entry.sizeBytes === 0; entry = entries3[next]) {
      next += 1;
      if (entry.isDirectory) {
        sink.directory(entry.name);
      } else {
        sink.begin({ path: entry.name, sizeBytes: 0 });
        sink.end();
      }
    }
  };
  return {
    push(piece) {
      for (let at = 0; at < piece.length; ) {
        if (leftBytes === 0) {
          skipEmpty();
          const entry = entries3[next];
          if (entry === void 0) throw corruptZip("more content than the directory says");
          sink.begin({ path: entry.name, sizeBytes: entry.sizeBytes });
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
      if (next < entries3.length) throw corruptZip("less content than the directory says");
    }
  };
}
var init_zip = __esm({
  "src/install/zip.ts"() {
    init_failure();
    init_limits();
    init_archive_head();
    init_gunzip();
    init_zip_directory();
    init_zip_members();
  }
});

// src/install/unpack.ts
var unpack_exports = {};
__export(unpack_exports, {
  unpack: () => unpack
});
async function unpack(options, signal) {
  const digest = (0, import_node_crypto7.createHash)("sha256");
  let archiveBytes = 0;
  const count = (chunk) => {
    digest.update(chunk);
    archiveBytes += chunk.length;
    if (archiveBytes > LIMITS.archiveBytes) {
      throw failure("ARC.LIMIT", { subject: "archive", evidence: { limit: LIMITS.archiveBytes } });
    }
    options.onBytes?.(chunk.length);
  };
  try {
    signal.throwIfAborted();
    if (options.format === "tar.gz") await unpackTarGz(options, count, signal);
    else await unpackZip(options, count, signal);
    return { ...options.sink.result(), sha256: digest.digest("hex"), archiveBytes };
  } catch (error2) {
    options.sink.abandon();
    throw error2;
  }
}
async function unpackTarGz({ bytes, sink, relieve }, count, signal) {
  const tar = createTarReader(sink);
  await gunzip({ source: bytes.stream(), onInput: count, consume: (piece) => tar.push(piece), relieve }, signal);
  tar.end();
}
async function unpackZip(options, count, signal) {
  const { bytes, sink, relieve } = options;
  const tail = await readZipTail(bytes);
  if (tail !== void 0) {
    await readZipBody(zipBody({ bytes, tail, count }, signal), { tail, sink, relieve }, signal);
    count(tail.data.subarray(tail.end.directoryStart - tail.start));
    return;
  }
  try {
    await spool(options, count, signal);
    const local = spooledBytes(options);
    const spooledTail = await readZipTail(local);
    if (spooledTail === void 0) throw failure("FS.NOT_FOUND", { subject: options.spoolPath });
    const body = zipBody({ bytes: local, tail: spooledTail, count: void 0 }, signal);
    await readZipBody(body, { tail: spooledTail, sink, relieve }, signal);
  } finally {
    await options.files.remove(options.spoolPath);
  }
}
async function* zipBody({ bytes, tail, count }, signal) {
  let left = tail.start;
  if (left > 0) {
    for await (const chunk of abortable(bytes.stream(left), signal)) {
      const wanted = chunk.subarray(0, left);
      count?.(wanted);
      yield wanted;
      left -= wanted.length;
      if (left === 0) break;
    }
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
      const stat3 = await files.stat(spoolPath);
      if (stat3 === void 0) return void 0;
      const start3 = Math.max(0, stat3.sizeBytes - bytes);
      return { start: start3, data: await files.readRange(spoolPath, start3, stat3.sizeBytes), sizeBytes: stat3.sizeBytes };
    },
    stream: () => files.stream(spoolPath)
  };
}
var import_node_crypto7;
var init_unpack = __esm({
  "src/install/unpack.ts"() {
    import_node_crypto7 = require("node:crypto");
    init_failure();
    init_limits();
    init_abortable();
    init_gunzip();
    init_tar();
    init_zip();
  }
});

// node_modules/semver/ranges/valid.js
var require_valid2 = __commonJS({
  "node_modules/semver/ranges/valid.js"(exports2, module2) {
    var Range = require_range();
    var validRange = (range, options) => {
      try {
        return new Range(range, options).range || "*";
      } catch (er) {
        return null;
      }
    };
    module2.exports = validRange;
  }
});

// src/steps/preflight.ts
var preflight_exports = {};
__export(preflight_exports, {
  preflight: () => preflight
});
async function preflight(_context, _signal) {
  throw failure("SELF.BUG", { subject: "preflight", evidence: { reason: "this command is not part of this build" } });
}
var init_preflight = __esm({
  "src/steps/preflight.ts"() {
    init_failure();
  }
});

// src/steps/explain.ts
var explain_exports = {};
__export(explain_exports, {
  explainLog: () => explainLog
});
async function explainLog(_context, _signal) {
  throw failure("SELF.BUG", { subject: "explain", evidence: { reason: "this command is not part of this build" } });
}
var init_explain = __esm({
  "src/steps/explain.ts"() {
    init_failure();
  }
});

// src/steps/run-command.ts
var run_command_exports = {};
__export(run_command_exports, {
  runCommand: () => runCommand
});
async function runCommand(_context, _signal) {
  throw failure("SELF.BUG", { subject: "run", evidence: { reason: "this command is not part of this build" } });
}
var init_run_command = __esm({
  "src/steps/run-command.ts"() {
    init_failure();
  }
});

// src/domain/shape.ts
function text(maxLength) {
  return {
    json: { type: "string", maxLength },
    read(value, path3) {
      if (typeof value !== "string") throw new Misshapen(path3, "no text");
      if (value.length > maxLength) throw new Misshapen(path3, `longer than ${maxLength} characters`);
      return value;
    }
  };
}
function choice(...values) {
  return {
    json: { enum: values },
    read(value, path3) {
      const found = values.find((item) => item === value);
      if (found === void 0) throw new Misshapen(path3, `none of ${values.join(", ")}`.slice(0, 200));
      return found;
    }
  };
}
function list(of, maxItems) {
  return {
    json: { type: "array", items: of.json, maxItems },
    read(value, path3) {
      if (!Array.isArray(value)) throw new Misshapen(path3, "no list");
      if (value.length > maxItems) throw new Misshapen(path3, `more than ${maxItems} entries`);
      return value.map((item, index) => of.read(item, `${path3}[${index}]`));
    }
  };
}
function pair(first, second) {
  return {
    json: { type: "array", prefixItems: [first.json, second.json], minItems: 2, maxItems: 2 },
    read(value, path3) {
      if (!Array.isArray(value) || value.length !== 2) throw new Misshapen(path3, "no pair");
      return [first.read(value[0], `${path3}[0]`), second.read(value[1], `${path3}[1]`)];
    }
  };
}
function record2(of, maxProperties) {
  return {
    json: {
      type: "object",
      additionalProperties: of.json,
      maxProperties,
      propertyNames: { maxLength: 200, not: { const: "__proto__" } }
    },
    read(value, path3) {
      const members = membersOf(value, path3);
      if (members.length > maxProperties) throw new Misshapen(path3, `more than ${maxProperties} members`);
      return Object.fromEntries(
        members.map(([name, item]) => {
          if (name === "__proto__" || name.length > 200) throw new Misshapen(path3, "a name that is not accepted");
          return [name, of.read(item, `${path3}.${name}`)];
        })
      );
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
  const rows2 = Object.entries(members);
  const properties = Object.fromEntries(rows2.map(([name, member2]) => [name, shapeOf(member2).json]));
  const required = rows2.filter(([, member2]) => "read" in member2).map(([name]) => name);
  return {
    json: { type: "object", required, properties },
    read(value, path3) {
      const given = new Map(membersOf(value, path3));
      const read5 = rows2.flatMap(([name, member2]) => {
        const item = given.get(name);
        const at = path3 === "" ? name : `${path3}.${name}`;
        if (item !== void 0) return [[name, shapeOf(member2).read(item, at)]];
        if ("read" in member2) throw new Misshapen(at, "missing");
        return "maybe" in member2 ? [[name, void 0]] : [];
      });
      return Object.fromEntries(read5);
    }
  };
}
function shapeOf(member2) {
  if ("read" in member2) return member2;
  return "optional" in member2 ? member2.optional : member2.maybe;
}
function membersOf(value, path3) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Misshapen(path3, "no object");
  return Object.entries(value);
}
var Misshapen, number, boolean;
var init_shape = __esm({
  "src/domain/shape.ts"() {
    Misshapen = class extends Error {
      path;
      reason;
      constructor(path3, reason) {
        super(`${path3 === "" ? "the document" : path3}: ${reason}`);
        this.name = "Misshapen";
        this.path = path3;
        this.reason = reason;
      }
    };
    number = {
      json: { type: "number" },
      read(value, path3) {
        if (typeof value !== "number" || !Number.isFinite(value)) throw new Misshapen(path3, "no number");
        return value;
      }
    };
    boolean = {
      json: { type: "boolean" },
      read(value, path3) {
        if (typeof value !== "boolean") throw new Misshapen(path3, "neither true nor false");
        return value;
      }
    };
  }
});

// src/domain/environment-shape.ts
var WORD, LINE, ENVIRONMENT;
var init_environment_shape = __esm({
  "src/domain/environment-shape.ts"() {
    init_shape();
    WORD = text(512);
    LINE = text(16384);
    ENVIRONMENT = object({
      os: WORD,
      settings: record2(
        object({ value: LINE, origin: choice("environment", "go env -w", "go.env", "default"), file: optional(LINE) }),
        256
      ),
      variables: record2(LINE, 256),
      directories: list(
        object({
          name: WORD,
          value: LINE,
          isAbsolute: boolean,
          kind: choice("directory", "file", "missing", "unreadable"),
          writable: maybe(boolean),
          freeBytes: maybe(number),
          freeInodes: maybe(number),
          mountFlags: list(WORD, 32)
        }),
        256
      ),
      pathGos: list(object({ position: number, path: LINE, version: maybe(WORD) }), 256),
      git: record2(LINE, 256),
      commands: list(WORD, 32),
      files: list(
        object({
          file: LINE,
          sizeBytes: number,
          problem: optional(choice("too-large", "binary", "unreadable", "link-loop")),
          name: WORD,
          holds: optional(choice("certificates", "no-certificate"))
        }),
        256
      ),
      nowMs: number
    });
  }
});

// src/domain/network-facts.ts
var FACTS_SCHEMA;
var init_network_facts = __esm({
  "src/domain/network-facts.ts"() {
    FACTS_SCHEMA = "setup-go-robust/facts@1";
  }
});

// src/domain/facts-shape.ts
var WORD2, LINE2, FEW, MANY, outcome, withheld, addresses, answer, resolve5, connect, tunnel, certificate, handshake, http, decision, client, target, proxy, disk, archive, member, databasePath, clock, FACTS;
var init_facts_shape = __esm({
  "src/domain/facts-shape.ts"() {
    init_environment_shape();
    init_network_facts();
    init_shape();
    WORD2 = text(512);
    LINE2 = text(4096);
    FEW = 32;
    MANY = 256;
    outcome = {
      ok: boolean,
      ms: number,
      code: optional(WORD2),
      errno: optional(number),
      syscall: optional(WORD2),
      message: optional(LINE2),
      ended: optional(choice("deadline", "fin", "reset"))
    };
    withheld = optional(choice(true));
    addresses = list(WORD2, MANY);
    answer = object({ ...outcome, addresses });
    resolve5 = object({
      name: WORD2,
      lookup: answer,
      wire4: optional(answer),
      wire6: optional(answer),
      rooted: optional(answer),
      hosts: list(object({ file: LINE2, line: number, address: WORD2 }), FEW),
      servers: list(WORD2, FEW),
      searchDomains: optional(list(WORD2, FEW)),
      ndots: optional(number),
      overHttps: optional(
        list(object({ ...outcome, addresses, operator: WORD2 }), FEW)
      )
    });
    connect = object({
      ...outcome,
      address: WORD2,
      port: number,
      family: choice(4, 6),
      local: optional(WORD2),
      silence: optional(choice("open", "fin", "reset", "spoke")),
      spokeHex: optional(WORD2)
    });
    tunnel = object({
      ...outcome,
      proxy: WORD2,
      status: optional(number),
      reason: optional(WORD2),
      schemes: list(WORD2, FEW),
      squidError: optional(WORD2),
      via: optional(WORD2),
      server: optional(WORD2),
      headHex: optional(WORD2),
      page: optional(LINE2),
      onPort443: optional(number),
      withheld
    });
    certificate = object({
      subject: WORD2,
      issuer: WORD2,
      notBeforeMs: number,
      notAfterMs: number,
      names: list(WORD2, MANY),
      sha256: WORD2,
      isSelfIssued: boolean,
      keyBits: optional(number),
      signature: optional(WORD2),
      usages: optional(list(WORD2, FEW)),
      issuerUrls: list(LINE2, FEW)
    });
    handshake = object({
      ...outcome,
      variant: choice("usual", "classical", "tls12", "neutral-name", "system-roots", "no-alpn"),
      address: WORD2,
      protocol: optional(WORD2),
      cipher: optional(WORD2),
      alpn: optional(WORD2),
      alert: optional(number),
      receivedBytes: number,
      firstHex: optional(WORD2),
      sentBytes: optional(number),
      verified: optional(object({ bundled: WORD2, system: WORD2, extra: optional(WORD2) })),
      chain: optional(list(certificate, FEW)),
      completed: optional(WORD2),
      hasStaple: optional(boolean),
      hasSct: optional(boolean)
    });
    http = object({
      ...outcome,
      status: optional(number),
      headers: record2(LINE2, MANY),
      redirects: list(object({ status: number, from: LINE2, to: LINE2 }), FEW),
      isComplete: optional(boolean),
      announcedBytes: optional(number),
      receivedBytes: optional(number),
      expectedBytes: optional(number),
      firstHex: optional(WORD2),
      title: optional(LINE2),
      excerpt: optional(LINE2),
      reusedSocket: optional(boolean),
      ranged: optional(choice("honoured", "ignored", "refused")),
      refreshed: optional(choice("same", "different")),
      progress: optional(list(pair(number, number), MANY))
    });
    decision = object({ via: WORD2, reason: LINE2 });
    client = object({
      client: choice("go", "git", "curl", "node"),
      version: optional(WORD2),
      ok: boolean,
      code: optional(WORD2),
      message: optional(LINE2)
    });
    target = object({
      url: LINE2,
      role: choice("source", "goproxy", "checksum-database", "toolchain", "control", "given"),
      sourceId: optional(LINE2),
      host: WORD2,
      port: number,
      expects: optional(choice("archive", "json", "text", "page")),
      isListed: optional(boolean),
      route: object({ go: decision, curl: decision, node: decision, undici: decision, actions: decision }),
      resolve: optional(resolve5),
      connects: list(connect, FEW),
      dialed: optional(object(outcome)),
      mtu: optional(object({ smallPasses: boolean, largePasses: boolean, bytes: optional(number) })),
      tunnel: optional(tunnel),
      handshakes: list(handshake, FEW),
      http: optional(http),
      withheld,
      direct: optional(
        object({
          connects: list(connect, FEW),
          handshake: optional(handshake),
          http: optional(http)
        })
      ),
      offRoute: optional(tunnel),
      clients: optional(list(client, FEW))
    });
    proxy = object({
      address: WORD2,
      scheme: WORD2,
      variables: list(WORD2, FEW),
      isValid: boolean,
      resolve: optional(resolve5),
      connects: list(connect, FEW),
      spoke: optional(LINE2),
      handshake: optional(handshake),
      withheld
    });
    disk = object({
      role: choice("tool-cache", "temp", "module-cache", "build-cache", "workspace"),
      path: LINE2,
      exists: boolean,
      writable: maybe(boolean),
      code: optional(WORD2),
      freeBytes: maybe(number),
      freeInodes: maybe(number),
      mountFlags: list(WORD2, FEW),
      neededBytes: maybe(number),
      partialEntries: optional(list(LINE2, FEW))
    });
    archive = object({
      sourceId: LINE2,
      contentEncoding: optional(WORD2),
      isSameElsewhere: optional(boolean),
      kind: choice(
        ...["genuine", "empty", "html", "truncated", "double-gzip", "bare-tar", "text-mangled", "longer", "damaged"],
        ...["recompressed", "wrong-platform", "other"]
      ),
      bytes: number,
      expectedBytes: maybe(number),
      firstHex: WORD2
    });
    member = object({
      entry: LINE2,
      next: choice("not-found", "any-error", "end"),
      outcome: object(outcome),
      status: optional(number),
      contentType: optional(LINE2),
      hasToolchains: optional(boolean),
      withheld,
      servesChecksums: optional(boolean),
      zip: optional(choice("zip", "html", "other"))
    });
    databasePath = object({
      through: LINE2,
      outcome: object(outcome),
      status: optional(number),
      isSigned: optional(boolean),
      module: optional(LINE2)
    });
    clock = object({
      nowMs: number,
      builtMs: number,
      offsets: list(object({ host: WORD2, offsetMs: number }), MANY)
    });
    FACTS = object({
      schema: choice(FACTS_SCHEMA),
      product: WORD2,
      runtime: object({ node: WORD2, openssl: WORD2, os: WORD2, arch: WORD2 }),
      environment: optional(ENVIRONMENT),
      clock: optional(clock),
      targets: list(target, MANY),
      proxies: list(proxy, FEW),
      disks: list(disk, FEW),
      archives: list(archive, MANY),
      goproxy: optional(list(member, FEW)),
      checksumDatabase: optional(list(databasePath, FEW)),
      seen: list(object({ code: WORD2, subject: LINE2, evidence: record2(LINE2, FEW) }), MANY)
    });
  }
});

// src/domain/facts-file.ts
function readFactsFile(bytes, name) {
  const refuse2 = (evidence) => failure("INPUT.FACTS", { subject: name, evidence });
  if (bytes.length > FACTS_FILE_BYTES) throw refuse2({ reason: `larger than ${FACTS_FILE_BYTES} bytes` });
  const document = parseJsonObject(new TextDecoder().decode(bytes));
  if (document === void 0) throw refuse2({ reason: "it is no JSON object, or it was cut" });
  const { schema } = document;
  if (schema !== FACTS_SCHEMA) throw refuse2(otherSchema(schema));
  try {
    return FACTS.read(document, "");
  } catch (error2) {
    if (error2 instanceof Misshapen) throw refuse2({ at: error2.path.slice(0, 200), reason: error2.reason });
    throw error2;
  }
}
function otherSchema(schema) {
  const version = typeof schema === "string" ? /^setup-go-robust\/facts@(\d{1,6})$/u.exec(schema)?.[1] : void 0;
  if (version === void 0) return { reason: "it is no file of facts", expected: FACTS_SCHEMA };
  return { reason: "it was written by another release", schema: `facts@${version}`, expected: FACTS_SCHEMA };
}
var FACTS_FILE_BYTES;
var init_facts_file = __esm({
  "src/domain/facts-file.ts"() {
    init_facts_shape();
    init_failure();
    init_json_object();
    init_network_facts();
    init_shape();
    FACTS_FILE_BYTES = 8 * 1024 * 1024;
  }
});

// src/rules/cause-rule.ts
function maker(kind) {
  return (condition, name, value, reliability = PROBE) => condition ? [{ kind, name, value: String(value ?? ""), reliability }] : [];
}
function scoreOf(weights) {
  return weights.reduce((sum, { kind, reliability }) => sum + LOG_ODDS[kind] * reliability, 0);
}
function bytesOf(bytes) {
  return bytes === void 0 ? "unknown" : `${Math.round(bytes / 1048576)} MiB`;
}
var STAGES, LOG_ODDS, PROBE, OWN_ERROR, TOOL_TEXT, flip, fact, pattern, timing, against;
var init_cause_rule = __esm({
  "src/rules/cause-rule.ts"() {
    STAGES = [
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
    LOG_ODDS = { flip: 6, fact: 3, pattern: 1.5, timing: 0.5, against: -4 };
    PROBE = 1;
    OWN_ERROR = 0.8;
    TOOL_TEXT = 0.6;
    flip = maker("flip");
    fact = maker("fact");
    pattern = maker("pattern");
    timing = maker("timing");
    against = maker("against");
  }
});

// src/rules/cause-archive.ts
function archiveRule(code, weigh, over) {
  return {
    code,
    bound: "host",
    stages: ["archive"],
    ...over === void 0 ? {} : { over },
    weigh: ({ archive: archive2, target: target2 }) => archive2 === void 0 ? [] : weigh(archive2, target2)
  };
}
var sizes, isGzip2, ARCHIVE_CAUSES;
var init_cause_archive = __esm({
  "src/rules/cause-archive.ts"() {
    init_cause_rule();
    sizes = ({ bytes, expectedBytes }) => `${bytes} of ${expectedBytes ?? "unknown"}`;
    isGzip2 = ({ firstHex }) => firstHex.startsWith("1f8b");
    ARCHIVE_CAUSES = [
      archiveRule(
        "ARC.TRUNCATED",
        (archive2) => fact(archive2.kind === "truncated" || archive2.kind === "empty", "bytes", sizes(archive2))
      ),
      archiveRule("ARC.CORRUPT", (archive2) => fact(archive2.kind === "damaged", "content", "its own checksum is wrong")),
      archiveRule("ARC.TEXT_MODE", (archive2) => fact(archive2.kind === "text-mangled", "first bytes", archive2.firstHex.slice(0, 16))),
      archiveRule("ARC.RECOMPRESSED", (archive2) => fact(archive2.kind === "recompressed", "content", "genuine in another compression"), [
        "VER.TAMPERED"
      ]),
      archiveRule(
        "ARC.WRONG_PLATFORM",
        (archive2) => fact(archive2.kind === "wrong-platform", "programs in it", "are for another platform")
      ),
      archiveRule("BODY.TOO_LONG", (archive2) => fact(archive2.kind === "longer", "bytes", sizes(archive2))),
      archiveRule("VER.TAMPERED", (archive2) => [
        ...fact(archive2.kind === "other", "content", "none of the innocent changes explains it"),
        ...against(archive2.kind === "other" && archive2.isSameElsewhere === true, "another source", "has the same bytes")
      ]),
      archiveRule(
        "VER.CHECKSUM_PIN",
        (archive2) => pattern(archive2.kind === "other" && archive2.isSameElsewhere === true, "another source", "has the same bytes")
      ),
      archiveRule("HTTP.PORTAL", (archive2, target2) => [
        ...fact(archive2.kind === "html", "content", "a page of HTML"),
        ...pattern(archive2.kind === "html" && (target2?.http?.title ?? "") !== "", "title", target2?.http?.title)
      ]),
      {
        code: "HTTP.CE_LABEL",
        bound: "host",
        stages: ["archive", "http"],
        weigh({ archive: archive2, target: target2 }) {
          const label3 = archive2?.contentEncoding ?? target2?.http?.headers["content-encoding"];
          const isLabelled = /gzip/iu.test(label3 ?? "");
          const http2 = target2?.http;
          const isOnce = (http2?.firstHex ?? "").startsWith("1f8b") && (http2?.announcedBytes === void 0 || http2.expectedBytes === void 0 || http2.announcedBytes === http2.expectedBytes);
          return [
            ...fact(archive2?.kind === "bare-tar", "content", "a tar without its compression"),
            ...fact(isLabelled && archive2 === void 0, "Content-Encoding", label3),
            ...pattern(isLabelled && archive2?.kind === "bare-tar", "Content-Encoding", label3),
            ...pattern(isLabelled && archive2 === void 0 && isOnce, "first bytes", http2?.firstHex?.slice(0, 16))
          ];
        }
      },
      {
        code: "HTTP.CE_REENCODED",
        bound: "host",
        stages: ["archive", "http"],
        over: ["HTTP.CE_LABEL"],
        weigh({ archive: archive2, target: target2 }, { facts }) {
          const http2 = target2?.http;
          const copy = archive2 ?? facts.archives.find((item) => item.sourceId === target2?.sourceId);
          const label3 = copy?.contentEncoding ?? http2?.headers["content-encoding"];
          const isOtherSize = http2?.announcedBytes !== void 0 && http2.expectedBytes !== void 0 && http2.announcedBytes !== http2.expectedBytes && /gzip/iu.test(label3 ?? "");
          return [
            ...fact(copy?.kind === "double-gzip" && isGzip2(copy), "content", "gzip within gzip"),
            ...pattern(copy?.kind === "double-gzip" && label3 !== void 0, "Content-Encoding", label3),
            ...fact(
              archive2 === void 0 && copy === void 0 && isOtherSize,
              "bytes",
              `${http2?.announcedBytes ?? 0} of ${http2?.expectedBytes ?? 0}`
            ),
            ...pattern(archive2 === void 0 && copy === void 0 && isOtherSize, "Content-Encoding", label3)
          ];
        }
      }
    ];
  }
});

// src/rules/failed-disks.ts
function diskSymptom(disk2) {
  if (disk2.code === "ENOSPC" || disk2.code === "EDQUOT" || lacksBytes(disk2) || lacksInodes(disk2)) return "FS.NO_SPACE";
  if (disk2.code === "EROFS") return "FS.READ_ONLY";
  if (disk2.code === "EACCES" || disk2.code === "EPERM") return "FS.PERMISSION";
  if (disk2.code !== void 0 && disk2.code !== "ENOENT")
    return Object.hasOwn(CATALOGUE, disk2.code) ? disk2.code : "FS.IO";
  if (disk2.code === "ENOENT" && disk2.path.length >= 240) return "FS.NOT_FOUND";
  if (disk2.writable === false) return disk2.mountFlags.includes("ro") ? "FS.READ_ONLY" : "FS.PERMISSION";
  return disk2.role === "tool-cache" && disk2.mountFlags.includes("noexec") ? "GO.NOT_RUNNABLE" : void 0;
}
function lacksBytes({ freeBytes, neededBytes }) {
  return freeBytes !== void 0 && neededBytes !== void 0 && freeBytes < neededBytes;
}
function lacksInodes({ freeInodes, code, writable }) {
  if (freeInodes === void 0 || freeInodes >= FEW_INODES) return false;
  return freeInodes > 0 || code === "ENOSPC" || writable === false;
}
function failedDisks(facts) {
  return facts.disks.flatMap((disk2) => {
    const symptom = diskSymptom(disk2);
    return symptom === void 0 ? [] : [{ id: `disk ${disk2.role} ${disk2.path}`, stage: "disk", symptom, subject: disk2.path, disk: disk2 }];
  });
}
var FEW_INODES;
var init_failed_disks = __esm({
  "src/rules/failed-disks.ts"() {
    init_catalogue();
    FEW_INODES = 1e3;
  }
});

// src/rules/public-hosts.ts
function isPublicHost(host) {
  return PUBLIC_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
function ownerOf(host) {
  const labels = host.toLowerCase().split(".");
  const isSecondLevel = /^(?:co|com|edu|ac|org|net|gov)$/u.test(labels.at(-2) ?? "") && (labels.at(-1) ?? "").length === 2;
  return labels.slice(isSecondLevel ? -3 : -2).join(".");
}
function addressClass(text2) {
  const address = parseIpAddress(text2.replace(/%.*$/u, ""));
  if (address === void 0) return "public";
  if (address.family === 4) {
    const row = V4_CLASSES.find(([base, prefix]) => address.bits >> BigInt(32 - prefix) === BigInt(base) >> BigInt(32 - prefix));
    return row?.[2] ?? "public";
  }
  if (address.bits === 0n) return "bogon";
  if (address.bits === 1n) return "loopback";
  if (address.bits >> 121n === 0xfcn >> 1n) return "private";
  return "public";
}
var PUBLIC_DOMAINS, V4_CLASSES;
var init_public_hosts = __esm({
  "src/rules/public-hosts.ts"() {
    init_ip_address();
    PUBLIC_DOMAINS = [
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
    V4_CLASSES = [
      [0, 8, "bogon"],
      [2130706432, 8, "loopback"],
      [2851995648, 16, "bogon"],
      [4026531840, 4, "bogon"],
      [167772160, 8, "private"],
      [2886729728, 12, "private"],
      [3232235520, 16, "private"],
      [1681915904, 10, "private"],
      [3323068416, 15, "fake"]
    ];
  }
});

// src/rules/target-facts.ts
function viaOf(target2) {
  return target2.route.go.via;
}
function isProxied(target2) {
  return viaOf(target2) !== "direct" && viaOf(target2) !== "refused";
}
function proxyOf(target2, facts) {
  return isProxied(target2) ? facts.proxies.find((proxy2) => proxy2.address === viaOf(target2)) : void 0;
}
function usualHandshake(target2) {
  const usual = target2.handshakes.filter(({ variant }) => variant === "usual");
  return usual.find(({ ok: ok2 }) => ok2) ?? usual[0] ?? target2.handshakes[0];
}
function variantOk(target2, variant) {
  const tried3 = target2.handshakes.filter((item) => item.variant === variant);
  return tried3.length === 0 ? void 0 : tried3.some(({ ok: ok2 }) => ok2);
}
function isVerified(handshake2) {
  const { bundled, system, extra } = handshake2?.verified ?? {};
  return bundled === "ok" || system === "ok" || extra === "ok";
}
function isVouchedFor(target2) {
  return target2.url.startsWith("https:") && target2.handshakes.some(({ ok: ok2, variant }) => ok2 && variant !== "neutral-name");
}
function expectsFile(target2) {
  if (target2.expects !== void 0) return target2.expects !== "page";
  if (/\.(?:tar\.gz|tgz|zip|msi|pkg|info|mod|json)(?:$|[?#])|\/@v\/|[?&]mode=json|\/lookup\/|\/latest$/u.test(target2.url))
    return true;
  return target2.role === "toolchain" || target2.role === "checksum-database";
}
function isHtml({ http: http2 }) {
  if (http2 === void 0) return false;
  const type = http2.headers["content-type"] ?? "";
  return /text\/html|application\/xhtml/iu.test(type) || http2.title !== void 0 || /^(?:efbbbf)?(?:0a|0d|20|09)*3c(?:21|68|48|3f|42|62)/iu.test(http2.firstHex ?? "");
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
function isCut(outcome2) {
  return isReset(outcome2) || isClosed(outcome2);
}
function bogonsOf({ resolve: resolve8, host }) {
  if (resolve8 === void 0 || host === "localhost" || host.endsWith(".localhost")) return [];
  return resolve8.lookup.addresses.filter((address) => ["bogon", "loopback"].includes(addressClass(address)));
}
var init_target_facts = __esm({
  "src/rules/target-facts.ts"() {
    init_public_hosts();
  }
});

// src/rules/cause-body.ts
function isMoving({ progress }) {
  const last2 = progress?.at(-1);
  const first = progress?.[0];
  if (progress === void 0 || last2 === void 0 || first === void 0 || progress.length < 3) return void 0;
  const from = first[0] + (last2[0] - first[0]) * 2 / 3;
  const before = progress.findLast(([ms]) => ms <= from) ?? first;
  return last2[1] > before[1];
}
function rateOf({ progress }) {
  const last2 = progress?.at(-1);
  const first = progress?.[0];
  if (last2 === void 0 || first === void 0 || last2[0] <= first[0]) return void 0;
  return (last2[1] - first[1]) * 1e3 / (last2[0] - first[0]);
}
function fullDisk({ facts }) {
  return facts.disks.find((disk2) => disk2.code === "ENOSPC" || disk2.code === "EDQUOT" || lacksBytes(disk2))?.path;
}
var SLOW_BYTES_PER_SECOND, BODY_CAUSES;
var init_cause_body = __esm({
  "src/rules/cause-body.ts"() {
    init_cause_rule();
    init_failed_disks();
    init_target_facts();
    SLOW_BYTES_PER_SECOND = 16384;
    BODY_CAUSES = [
      {
        code: "BODY.RESET",
        bound: "host",
        stages: ["body"],
        weigh: ({ target: target2 }) => fact(target2?.http !== void 0 && isReset(target2.http), "reset after bytes", target2?.http?.receivedBytes)
      },
      {
        code: "BODY.TRUNCATED",
        bound: "host",
        stages: ["body", "go"],
        weigh({ target: target2, member: member2 }) {
          const http2 = target2?.http;
          const isShort = http2 !== void 0 && http2.isComplete !== true && (isClosed(http2) || /^HPE_INVALID_(?:EOF_STATE|CHUNK_SIZE)$/u.test(http2.code ?? "") || /aborted|terminated|other side closed/iu.test(http2.message ?? ""));
          return [
            ...fact(isShort, "bytes that came", `${http2?.receivedBytes ?? 0} of ${http2?.announcedBytes ?? "unknown"}`),
            ...fact(
              /unexpected EOF|aborted/iu.test(member2?.outcome.message ?? ""),
              member2?.entry ?? "",
              member2?.outcome.message?.slice(0, 80),
              0.8
            )
          ];
        }
      },
      {
        code: "BODY.STALL",
        bound: "host",
        stages: ["body"],
        test: "Watch how the bytes come: a flat line is a stall, a slope a limited rate",
        weigh({ target: target2 }) {
          const http2 = target2?.http;
          if (http2 === void 0 || !isDeadline(http2)) return [];
          const moving = isMoving(http2);
          return [
            ...(moving === true ? timing : fact)(true, "body stopped after bytes", http2.receivedBytes),
            ...timing(moving === false, "last bytes", "long before the end")
          ];
        }
      },
      {
        code: "BODY.THROTTLED",
        bound: "host",
        stages: ["body"],
        over: ["BODY.STALL"],
        weigh({ target: target2 }) {
          const http2 = target2?.http;
          if (http2 === void 0 || !isDeadline(http2)) return [];
          const rate = rateOf(http2);
          const isSlow2 = isMoving(http2) === true && rate !== void 0 && rate < SLOW_BYTES_PER_SECOND * 4;
          return [...fact(isSlow2, "bytes in a second", Math.round(rate ?? 0)), ...pattern(isSlow2, "bytes", "still come at the end")];
        }
      },
      {
        code: "BODY.TRUNCATED_SILENT",
        bound: "host",
        stages: ["body", "archive"],
        over: ["ARC.TRUNCATED", "ARC.CORRUPT"],
        weigh({ target: target2 }) {
          const http2 = target2?.http;
          if (http2 === void 0 || http2.isComplete !== true || http2.ranged === "honoured") return [];
          const { receivedBytes = 0, expectedBytes = 0, announcedBytes } = http2;
          const isShort = receivedBytes < expectedBytes && announcedBytes === void 0;
          return [
            ...fact(isShort, "bytes that came", `${receivedBytes} of ${expectedBytes}`),
            ...fact(isShort, "length", "was not announced")
          ];
        }
      },
      {
        code: "FS.NO_SPACE",
        bound: "machine",
        stages: ["body", "archive", "run", "go"],
        over: ["BODY.", "ARC.", "FS.", "GO.", "VER."],
        weigh(step5, scene) {
          const isRead2 = /^(?:BODY|ARC|FS)\.|^GO\.PROXY_BAD_ZIP$/u.test(step5.symptom);
          const path3 = fullDisk(scene);
          const text2 = step5.member?.outcome.message ?? Object.values(step5.seen?.evidence ?? {}).join(" ");
          const isSaid = /no space left on device|disk quota exceeded|ENOSPC|EDQUOT/iu.test(text2);
          return [...fact((isRead2 || isSaid) && path3 !== void 0, "full", path3), ...fact(isSaid, "error", text2.slice(0, 80), 0.8)];
        }
      }
    ];
  }
});

// src/domain/date-text.ts
function dateText(ms) {
  const days = Math.floor(ms / DAY_MS) + 719468;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * march + 2) / 5) + 1;
  const month = march < 10 ? march + 3 : march - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!Number.isFinite(ms) || year < 0 || year > 9999) return void 0;
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}
var DAY_MS;
var init_date_text = __esm({
  "src/domain/date-text.ts"() {
    DAY_MS = 864e5;
  }
});

// src/rules/cause-tls.ts
function failedHandshake({ target: target2 }) {
  const usual = target2 === void 0 ? void 0 : usualHandshake(target2);
  return usual === void 0 || usual.ok ? void 0 : usual;
}
function alertOf(handshake2) {
  if (handshake2 === void 0) return void 0;
  const record3 = /^1503(?:01|02|03|04)0002(?:01|02)([0-9a-f]{2})/iu.exec(handshake2.firstHex ?? "")?.[1];
  return handshake2.alert ?? tlsAlertOf(handshake2.message ?? "") ?? (record3 === void 0 ? void 0 : Number.parseInt(record3, 16));
}
function tlsRule(code, weigh, more = {}) {
  return {
    code,
    bound: "host",
    stages: ["tls"],
    ...more,
    weigh(step5) {
      const handshake2 = failedHandshake(step5);
      return handshake2 === void 0 ? [] : weigh(handshake2, step5);
    }
  };
}
function alertRule(code, number2, name) {
  return tlsRule(
    code,
    (handshake2) => fact(
      alertOf(handshake2) === number2 || (name?.test(handshake2.code ?? "") ?? false),
      "alert",
      alertOf(handshake2) ?? handshake2.code
    ),
    { over: ["TLS.ALERT"] }
  );
}
function endsEarly(handshake2) {
  return (isCut(handshake2) || isDeadline(handshake2)) && alertOf(handshake2) === void 0;
}
function passesOtherwise(step5) {
  const { target: target2 } = step5;
  if (target2 === void 0) return [];
  return [
    ...against(variantOk(target2, "classical") === true, "classical hello", "passes"),
    ...against(variantOk(target2, "tls12") === true, "TLS 1.2 hello", "passes"),
    ...flip(variantOk(target2, "neutral-name") === true, "the same address with a neutral name", "passes")
  ];
}
var COMPARE_HELLO, NAMED_ALERTS, TLS_CAUSES;
var init_cause_tls = __esm({
  "src/rules/cause-tls.ts"() {
    init_net_errors();
    init_cause_rule();
    init_target_facts();
    COMPARE_HELLO = "Repeat the handshake on the same address with a classical hello, and with a neutral name";
    NAMED_ALERTS = [40, 70, 112, 116, 120];
    TLS_CAUSES = [
      alertRule("TLS.OLD_VERSION", 70, /PROTOCOL_VERSION$|UNSUPPORTED_PROTOCOL/u),
      alertRule("TLS.SNI_UNKNOWN", 112, /UNRECOGNIZED_NAME/u),
      alertRule("TLS.ALPN", 120, /NO_APPLICATION_PROTOCOL/u),
      tlsRule(
        "TLS.NO_CIPHER",
        (handshake2) => {
          const isAlert40 = alertOf(handshake2) === 40;
          const first = handshake2.firstHex ?? "";
          return [
            ...(first === "" ? pattern : fact)(isAlert40 && !first.startsWith("16"), "alert", 40),
            ...fact(/NO_SHARED_CIPHER|NO_CIPHERS_AVAILABLE/u.test(handshake2.code ?? ""), "OpenSSL", handshake2.code)
          ];
        },
        { over: ["TLS.ALERT"], test: "Look at the first record of the server: an alert, or a handshake before it" }
      ),
      {
        code: "TLS.CLIENT_CERT",
        bound: "host",
        stages: ["tls", "http"],
        over: ["TLS.ALERT", "TLS.NO_CIPHER", "HTTP.", "TCP.RESET"],
        weigh(step5) {
          const handshake2 = failedHandshake(step5);
          const { http: http2 } = step5.target ?? {};
          const late = tlsAlertOf(http2?.message ?? "");
          const isAsked = alertOf(handshake2) === 116 || late === 116 || /CERTIFICATE_REQUIRED/u.test(`${handshake2?.code ?? ""} ${http2?.code ?? ""}`);
          return [
            ...fact(isAsked, "alert", 116),
            ...fact(
              alertOf(handshake2) === 40 && (handshake2?.firstHex ?? "").startsWith("16"),
              "alert 40 after",
              "the handshake of the server"
            ),
            ...timing(alertOf(handshake2) === 40 && (handshake2?.firstHex ?? "") === "", "alert", 40)
          ];
        }
      },
      tlsRule("TLS.ALERT", (handshake2) => {
        const alert = alertOf(handshake2);
        return fact(alert !== void 0 && !NAMED_ALERTS.includes(alert), "alert", alert);
      }),
      tlsRule("TLS.PLAIN_HTTP", (handshake2) => {
        const first = handshake2.firstHex ?? "";
        const isText2 = /^(?:48545450|3c|0a|0d)/iu.test(first);
        const isNoRecord = /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/u.test(handshake2.code ?? "") || /wrong version number|packet length too long|http request/u.test(handshake2.message ?? "");
        return [
          ...fact(isText2, "first bytes", first.slice(0, 16)),
          ...fact(isNoRecord && !/^1[4-7]03/u.test(first), "OpenSSL", handshake2.code ?? handshake2.message)
        ];
      }),
      tlsRule(
        "TLS.RESET_ON_HELLO",
        (handshake2, step5) => [
          ...fact(isReset(handshake2) && handshake2.receivedBytes === 0, "on the hello", "reset"),
          ...isReset(handshake2) ? passesOtherwise(step5) : []
        ],
        { test: COMPARE_HELLO }
      ),
      tlsRule(
        "TLS.CLOSED_ON_HELLO",
        (handshake2, step5) => [
          ...fact(isClosed(handshake2) && handshake2.receivedBytes === 0, "on the hello", "closed"),
          ...isClosed(handshake2) ? passesOtherwise(step5) : []
        ],
        { test: COMPARE_HELLO }
      ),
      tlsRule("TLS.CUT", (handshake2, step5) => [
        ...fact(
          isCut(handshake2) && handshake2.receivedBytes > 0 && alertOf(handshake2) === void 0,
          "bytes before the end",
          handshake2.receivedBytes
        ),
        ...isCut(handshake2) ? passesOtherwise(step5).filter(({ kind }) => kind === "against") : []
      ]),
      tlsRule(
        "TLS.HANDSHAKE_STALL",
        (handshake2, step5) => [
          ...fact(isDeadline(handshake2), "after the hello", `nothing in ${Math.round(handshake2.ms)} ms`),
          ...isDeadline(handshake2) ? passesOtherwise(step5) : []
        ],
        { test: COMPARE_HELLO }
      ),
      {
        code: "TLS.PQ_INTOLERANT",
        bound: "host",
        stages: ["tls"],
        over: ["TLS.RESET_ON_HELLO", "TLS.CLOSED_ON_HELLO", "TLS.CUT", "TLS.HANDSHAKE_STALL", "TLS.PROTOCOL", "PATH.MTU"],
        test: COMPARE_HELLO,
        weigh(step5, { facts }) {
          const handshake2 = failedHandshake(step5);
          const { target: target2 } = step5;
          if (handshake2 === void 0 || target2 === void 0 || !endsEarly(handshake2)) return [];
          const classical = variantOk(target2, "classical");
          const offers = (handshake2.sentBytes ?? 0) > 1e3 || Number.parseInt(facts.runtime.node.replace(/^v/u, ""), 10) >= 24;
          return [
            ...flip(classical === true, "classical hello", "passes"),
            ...fact(classical === true, "post-quantum hello", handshake2.ended ?? handshake2.code),
            ...timing(classical === void 0 && offers, "bytes of the hello", handshake2.sentBytes ?? "large"),
            ...against(classical === false, "classical hello", "fails too")
          ];
        }
      },
      tlsRule("TLS.PROTOCOL", (handshake2, { target: target2 }) => {
        const isSslError = /^(?:ERR_SSL_|EPROTO)/u.test(handshake2.code ?? "") && alertOf(handshake2) === void 0;
        const isPlain = /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|NO_SHARED_CIPHER|UNSUPPORTED_PROTOCOL|wrong version number/u.test(
          `${handshake2.code} ${handshake2.message}`
        );
        const isFilter = target2 !== void 0 && variantOk(target2, "tls12") === true && variantOk(target2, "classical") === false;
        return [...fact(isSslError && !isPlain, "OpenSSL", handshake2.code), ...flip(isFilter, "TLS 1.2 hello", "passes")];
      }),
      {
        code: "TLS.MLDSA_INTOLERANT",
        bound: "host",
        stages: ["client"],
        weigh({ client: client2, target: target2 }) {
          const { version = "", message = "" } = client2 ?? {};
          const isNew = /^(?:go)?1\.(?:2[7-9]|[3-9]\d)/u.test(version);
          const isCutOff = client2?.client === "go" && isNew && /EOF|reset by peer|handshake timeout/iu.test(message);
          const older = target2?.clients?.find(
            (item) => item.client === "go" && item.ok && /^(?:go)?1\.2[0-6]/u.test(item.version ?? "")
          );
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
        weigh({ client: client2, target: target2 }) {
          const isGit = client2?.client === "git" && /certificate verification failed|SSL certificate problem|unable to get local issuer/iu.test(client2.message ?? "");
          return [
            ...fact(isGit, "git", client2?.message?.slice(0, 80), TOOL_TEXT),
            ...flip(isGit && target2 !== void 0 && isVerified(usualHandshake(target2)), "our own handshake", "is verified")
          ];
        }
      }
    ];
  }
});

// src/rules/clock-offset.ts
function clockOffset(clock2) {
  const offsets = (clock2?.offsets ?? []).map(({ offsetMs }) => offsetMs).sort((a, b) => a - b);
  const median = offsets[Math.floor((offsets.length - 1) / 2)];
  if (median === void 0) return void 0;
  const agreeing = offsets.filter((offset) => Math.abs(offset - median) <= 6e4);
  return agreeing.length * 2 > offsets.length ? median : void 0;
}
var init_clock_offset = __esm({
  "src/rules/clock-offset.ts"() {
  }
});

// src/rules/cause-certificate.ts
function verdictOf(handshake2) {
  if (!handshake2.ok && handshake2.code !== void 0) return handshake2.code;
  return handshake2.verified?.bundled ?? handshake2.verified?.system ?? "";
}
function isUnknown(handshake2) {
  return UNKNOWN_ISSUER2.test(verdictOf(handshake2));
}
function isLone(handshake2) {
  const [leaf, ...others] = handshake2.chain ?? [];
  return verdictOf(handshake2) === "UNABLE_TO_VERIFY_LEAF_SIGNATURE" && leaf?.isSelfIssued === false && others.length === 0;
}
function certificateRule(code, weigh, more = {}) {
  return {
    code,
    bound: "host",
    stages: ["tls"],
    ...more,
    weigh(step5, scene) {
      const handshake2 = failedHandshake(step5);
      return handshake2 === void 0 ? [] : weigh(handshake2, step5, scene);
    }
  };
}
function isExpired({ notAfterMs }, nowMs) {
  return nowMs !== void 0 && notAfterMs < nowMs;
}
function topIssuer(handshake2) {
  return handshake2?.chain?.at(-1)?.issuer;
}
function sameIssuer(target2, issuer, { facts }) {
  if (issuer === void 0) return void 0;
  return facts.targets.find((other) => {
    const handshake2 = usualHandshake(other);
    if (handshake2 === void 0 || ownerOf(other.host) === ownerOf(target2.host) || topIssuer(handshake2) !== issuer) return false;
    return handshake2.verified?.bundled !== "ok" && (isUnknown(handshake2) || handshake2.ok);
  });
}
function dateOf(ms) {
  return ms === void 0 ? void 0 : dateText(ms);
}
var INTERCEPTORS, UNKNOWN_ISSUER2, INTERMEDIATE, CERTIFICATE_CAUSES;
var init_cause_certificate = __esm({
  "src/rules/cause-certificate.ts"() {
    init_date_text();
    init_cause_rule();
    init_cause_tls();
    init_clock_offset();
    init_public_hosts();
    init_target_facts();
    INTERCEPTORS = /zscaler|netskope|goskope|fortinet|fortigate|palo ?alto|blue ?coat|forcepoint|websense|sophos|umbrella|cisco secure|check ?point|mcafee|trellix|skyhigh|kaspersky|\beset\b|avast|\bavg\b|bitdefender|barracuda|sonicwall|watchguard|untangle|squid|mitmproxy|burp|charles proxy|fiddler|ssl inspection|(?:web|secure) gateway|decrypt|man.?in.?the.?middle/iu;
    UNKNOWN_ISSUER2 = /^(?:SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_UNTRUSTED|CERT_REJECTED|INVALID_CA|DEPTH_ZERO_SELF_SIGNED_CERT|PATH_LENGTH_EXCEEDED|CERT_CHAIN_TOO_LONG|CERT_SIGNATURE_FAILURE|CERT_REVOKED)$/u;
    INTERMEDIATE = /intermediate|issuing|sub(?:ordinate)? ?ca\b|\bCN=(?:[ERYW]{1,2}\d{1,2}|G\d{1,2})\b|\bTLS\b.*\bCA\b|\bDV\b|\bOV\b/iu;
    CERTIFICATE_CAUSES = [
      {
        code: "CLOCK.SKEW",
        bound: "path",
        stages: ["tls", "run"],
        over: ["TLS.EXPIRED", "TLS.NOT_YET", "TLS.EXPIRED_INTERMEDIATE"],
        test: "Compare the clock with the Date header of two independent servers",
        weigh(step5, { facts, nowMs }) {
          const handshake2 = failedHandshake(step5);
          const verdict = handshake2 === void 0 ? step5.symptom : verdictOf(handshake2);
          const isPast = verdict === "CERT_HAS_EXPIRED" || verdict === "TLS.EXPIRED";
          const isFuture = verdict === "CERT_NOT_YET_VALID" || verdict === "TLS.NOT_YET";
          if (!isPast && !isFuture || nowMs === void 0) return [];
          const offset = clockOffset(facts.clock);
          const fits = offset !== void 0 && (isPast ? offset > 6e4 : offset < -6e4);
          const corrected = nowMs - (offset ?? 0);
          const chain = handshake2?.chain ?? [];
          const isCured = chain.length > 0 && chain.every((item) => item.notBeforeMs <= corrected && corrected <= item.notAfterMs);
          const builtMs = facts.clock?.builtMs ?? 0;
          return [
            ...fact(fits, "clock is off by seconds", Math.round((offset ?? 0) / 1e3)),
            ...flip(fits && isCured, "at the corrected time the certificate", "is valid"),
            ...fact(isFuture && nowMs < builtMs, "the clock is before", dateText(builtMs)),
            ...against(offset !== void 0 && !fits, "clock is off by seconds", Math.round((offset ?? 0) / 1e3)),
            ...against(fits && chain.length > 0 && !isCured, "at the corrected time the certificate", "is not valid either")
          ];
        }
      },
      certificateRule("TLS.EXPIRED", (handshake2, _step, { nowMs }) => {
        const isSaid = verdictOf(handshake2) === "CERT_HAS_EXPIRED";
        const [leaf, ...issuers] = handshake2.chain ?? [];
        return [
          ...fact(isSaid, "verification", "CERT_HAS_EXPIRED"),
          ...fact(isSaid && leaf !== void 0 && isExpired(leaf, nowMs), "certificate ended", dateOf(leaf?.notAfterMs)),
          ...against(
            isSaid && leaf !== void 0 && !isExpired(leaf, nowMs) && issuers.some((item) => isExpired(item, nowMs)),
            "the certificate of the host",
            "is valid"
          )
        ];
      }),
      certificateRule(
        "TLS.EXPIRED_INTERMEDIATE",
        (handshake2, _step, { nowMs }) => {
          const [leaf, ...issuers] = handshake2.chain ?? [];
          const old = issuers.find((item) => isExpired(item, nowMs));
          const isIt = verdictOf(handshake2) === "CERT_HAS_EXPIRED" && leaf !== void 0 && !isExpired(leaf, nowMs);
          return [
            ...fact(isIt && old !== void 0, "intermediate ended", dateOf(old?.notAfterMs)),
            ...fact(isIt && old !== void 0, "intermediate", old?.subject)
          ];
        },
        { over: ["TLS.EXPIRED"] }
      ),
      certificateRule("TLS.NOT_YET", (handshake2, _step, { nowMs }) => {
        const isSaid = verdictOf(handshake2) === "CERT_NOT_YET_VALID";
        const late = (handshake2.chain ?? []).find((item) => nowMs !== void 0 && item.notBeforeMs > nowMs);
        return [
          ...fact(isSaid, "verification", "CERT_NOT_YET_VALID"),
          ...timing(isSaid && late !== void 0, "certificate begins", dateOf(late?.notBeforeMs))
        ];
      }),
      certificateRule(
        "TLS.NAME",
        (handshake2) => fact(
          /^(?:ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/u.test(verdictOf(handshake2)),
          "names of the certificate",
          (handshake2.chain?.[0]?.names ?? []).slice(0, 4).join(", ") || verdictOf(handshake2)
        )
      ),
      certificateRule("TLS.SELF_SIGNED", (handshake2) => {
        const [leaf, ...others] = handshake2.chain ?? [];
        return [
          ...fact(verdictOf(handshake2) === "DEPTH_ZERO_SELF_SIGNED_CERT", "verification", "DEPTH_ZERO_SELF_SIGNED_CERT"),
          ...fact(isUnknown(handshake2) && others.length === 0 && leaf?.isSelfIssued === true, "certificate", leaf?.subject)
        ];
      }),
      certificateRule(
        "TLS.UNTRUSTED",
        (handshake2) => [
          ...(isLone(handshake2) ? pattern : fact)(
            isUnknown(handshake2) && verdictOf(handshake2) !== "DEPTH_ZERO_SELF_SIGNED_CERT",
            "verification",
            verdictOf(handshake2)
          ),
          ...pattern(isLone(handshake2) && /\broot\b/iu.test(topIssuer(handshake2) ?? ""), "issuer", topIssuer(handshake2)),
          ...fact(isLone(handshake2) && handshake2.completed !== void 0, "with the intermediate of the issuer", handshake2.completed),
          ...against(handshake2.completed === "ok", "with the intermediate of the issuer", "it is trusted")
        ],
        { test: "Fetch the issuer that the certificate names (AIA), and look whether the chain then ends in a public root" }
      ),
      certificateRule(
        "TLS.MISSING_INTERMEDIATE",
        (handshake2) => {
          const [leaf] = handshake2.chain ?? [];
          const isCured = isUnknown(handshake2) && handshake2.completed === "ok";
          const isOpen = isLone(handshake2) && handshake2.completed === void 0;
          const isIntermediate = INTERMEDIATE.test(leaf?.issuer ?? "") || (leaf?.issuerUrls.length ?? 0) > 0;
          return [
            ...flip(isCured, "with the intermediate of the issuer", "it is trusted"),
            ...fact(isCured && isLone(handshake2), "certificates that were sent", 1),
            ...pattern(isOpen, "certificates that were sent", 1),
            ...pattern(isOpen && isIntermediate, "issuer", leaf?.issuer),
            ...against(
              handshake2.completed !== void 0 && handshake2.completed !== "ok",
              "with the intermediate of the issuer",
              handshake2.completed
            )
          ];
        },
        { over: ["TLS.UNTRUSTED"] }
      ),
      certificateRule(
        "TLS.INTERCEPTED",
        (handshake2, { target: target2 }, scene) => {
          if (target2 === void 0 || !isUnknown(handshake2) || handshake2.completed === "ok") return [];
          const issuer = topIssuer(handshake2);
          const others = sameIssuer(target2, issuer, scene);
          const direct = target2.direct?.handshake;
          const votes = [
            ...fact(others !== void 0, `the same issuer signs for ${others?.host ?? ""}`, issuer),
            ...flip(
              direct !== void 0 && isVerified(direct) && topIssuer(direct) !== issuer,
              "without the proxy the issuer is",
              topIssuer(direct)
            ),
            ...pattern(
              (handshake2.chain ?? []).some((item) => INTERCEPTORS.test(`${item.issuer} ${item.subject}`)),
              "issuer",
              issuer
            ),
            ...pattern(isPublicHost(target2.host), "a public host with the private issuer", issuer)
          ];
          const hints = timing(handshake2.hasSct === false && isProxied(target2), "signed certificate timestamp", "none");
          return votes.length === 0 ? [] : [...fact(true, "verification", verdictOf(handshake2)), ...votes, ...hints];
        },
        { over: ["TLS.UNTRUSTED", "TLS.SELF_SIGNED", "TLS.MISSING_INTERMEDIATE", "DNS.HIJACK"] }
      ),
      certificateRule("TLS.WEAK_KEY", (handshake2) => {
        const [leaf] = handshake2.chain ?? [];
        return [
          ...fact(
            /key too (?:weak|small)/iu.test(handshake2.message ?? "") || /KEY_TOO_SMALL/u.test(verdictOf(handshake2)),
            "verification",
            handshake2.message ?? verdictOf(handshake2)
          ),
          ...fact(
            verdictOf(handshake2) === "UNSPECIFIED" && (leaf?.keyBits ?? 4096) < 2048 && (leaf?.keyBits ?? 0) > 521,
            "bits of the key",
            leaf?.keyBits
          )
        ];
      }),
      certificateRule("TLS.WEAK_SIG", (handshake2) => {
        const weak = (handshake2.chain ?? []).find((item) => /sha-?1(?!\d)|md5/iu.test(item.signature ?? ""));
        return [
          ...fact(
            /(?:digest|md)(?: algorithm)? too weak/iu.test(handshake2.message ?? "") || /MD_TOO_WEAK/u.test(verdictOf(handshake2)),
            "verification",
            handshake2.message ?? verdictOf(handshake2)
          ),
          ...fact(
            /^(?:UNSPECIFIED|CERT_SIGNATURE_FAILURE)$/u.test(verdictOf(handshake2)) && weak !== void 0,
            "signature",
            weak?.signature
          )
        ];
      }),
      certificateRule(
        "TLS.EKU",
        (handshake2) => fact(
          verdictOf(handshake2) === "INVALID_PURPOSE",
          "usages",
          (handshake2.chain?.[0]?.usages ?? []).join(", ") || "INVALID_PURPOSE"
        )
      ),
      certificateRule(
        "CFG.EXTRA_CA_UNREADABLE",
        (handshake2, _step, { facts }) => {
          const file = facts.environment?.files.find(
            (item) => item.name === "NODE_EXTRA_CA_CERTS" && (item.problem !== void 0 || item.holds === "no-certificate")
          );
          const isIt = isUnknown(handshake2) && file !== void 0;
          return [
            ...fact(isIt, "NODE_EXTRA_CA_CERTS", `${file?.file ?? ""} ${file?.problem ?? "holds no certificate"}`),
            ...fact(isIt, "verification", verdictOf(handshake2))
          ];
        },
        { over: ["TLS.UNTRUSTED", "TLS.SELF_SIGNED"] }
      ),
      {
        code: "CFG.CERT_FILE_UNREADABLE",
        bound: "machine",
        stages: ["client", "run"],
        over: ["TLS.UNTRUSTED"],
        weigh({ client: client2, symptom, target: target2 }, { facts }) {
          const file = facts.environment?.files.find(
            (item) => /^SSL_CERT_(?:FILE|DIR)$/u.test(item.name) && (item.problem !== void 0 || item.holds === "no-certificate")
          );
          const isGo = client2?.client === "go" && /unknown authority|failed to verify/iu.test(client2.message ?? "");
          const isIt = file !== void 0 && (isGo || symptom === "TLS.UNTRUSTED");
          return [
            ...fact(isIt, file?.name ?? "", `${file?.file ?? ""} ${file?.problem ?? "holds no certificate"}`),
            ...fact(isIt && isGo && target2 !== void 0, "our own handshake", "is verified"),
            ...timing(isIt && isGo, "Go", client2?.message?.slice(0, 80), TOOL_TEXT)
          ];
        }
      }
    ];
  }
});

// src/rules/errno.ts
function errnoOf2({ disk: disk2, seen }) {
  if (disk2?.code !== void 0) return { code: disk2.code, reliability: PROBE };
  const text2 = seen?.evidence["errno"] ?? seen?.evidence["code"] ?? "";
  const [code] = /\bE[A-Z]{3,}\b/u.exec(text2) ?? [];
  return code === void 0 ? void 0 : { code, reliability: OWN_ERROR };
}
var init_errno = __esm({
  "src/rules/errno.ts"() {
    init_cause_rule();
  }
});

// src/rules/cause-disk.ts
function isWindows(os5) {
  return /^(?:win|windows)/iu.test(os5);
}
function errnoRule(code, codes, more = {}) {
  return {
    code,
    bound: "machine",
    stages: ["disk", "run"],
    ...more.over === void 0 ? {} : { over: more.over },
    weigh(step5, { facts }) {
      const errno = errnoOf2(step5);
      const isIt = errno !== void 0 && codes.includes(errno.code) && (more.is?.(step5, facts.runtime.os) ?? true);
      return fact(
        isIt,
        step5.disk === void 0 ? "errno" : `${step5.disk.role} ${step5.disk.path}`,
        errno?.code,
        errno?.reliability
      );
    }
  };
}
function diskFact(code, is, value, over = []) {
  return {
    code,
    bound: "machine",
    stages: ["disk", "go"],
    over,
    weigh: ({ disk: disk2 }) => fact(
      disk2 !== void 0 && is(disk2),
      disk2 === void 0 ? "" : `${disk2.role} ${disk2.path}`,
      disk2 === void 0 ? "" : value(disk2)
    )
  };
}
var pathOf2, DISK_CAUSES;
var init_cause_disk = __esm({
  "src/rules/cause-disk.ts"() {
    init_cause_rule();
    init_errno();
    init_failed_disks();
    pathOf2 = ({ disk: disk2, seen }) => disk2?.path ?? seen?.evidence["path"] ?? seen?.subject ?? "";
    DISK_CAUSES = [
      diskFact(
        "FS.NO_SPACE",
        (disk2) => lacksBytes(disk2) || disk2.code === "EDQUOT",
        (disk2) => `${bytesOf(disk2.freeBytes)} free, ${bytesOf(disk2.neededBytes)} needed`,
        ["FS.IO", "FS.PERMISSION"]
      ),
      {
        code: "FS.NO_SPACE",
        bound: "machine",
        stages: ["disk", "run"],
        over: ["FS.IO"],
        weigh(step5) {
          const errno = errnoOf2(step5);
          return fact(
            errno?.code === "ENOSPC" && !(step5.disk !== void 0 && lacksInodes(step5.disk) && !lacksBytes(step5.disk)),
            "errno",
            "ENOSPC",
            errno?.reliability
          );
        }
      },
      diskFact(
        "FS.NO_INODES",
        (disk2) => lacksInodes(disk2) && !lacksBytes(disk2),
        (disk2) => `${disk2.freeInodes ?? 0} inodes free`,
        ["FS.NO_SPACE", "FS.IO"]
      ),
      errnoRule("FS.READ_ONLY", ["EROFS"]),
      diskFact(
        "FS.READ_ONLY",
        (disk2) => disk2.writable === false && disk2.mountFlags.includes("ro") && disk2.code !== "EROFS",
        () => "mounted read-only",
        ["FS.PERMISSION"]
      ),
      errnoRule("FS.PERMISSION", ["EACCES", "EPERM"], {
        is: (step5, os5) => step5.symptom !== "GO.NOT_RUNNABLE" && !(isWindows(os5) && errnoOf2(step5)?.code === "EPERM")
      }),
      diskFact(
        "FS.PERMISSION",
        (disk2) => disk2.writable === false && disk2.code === void 0 && !disk2.mountFlags.includes("ro"),
        () => "cannot be written"
      ),
      errnoRule("FS.WIN_PATH", ["ENAMETOOLONG", "ENOENT"], {
        over: ["FS.NOT_FOUND"],
        is: (step5, os5) => errnoOf2(step5)?.code === "ENAMETOOLONG" || isWindows(os5) && pathOf2(step5).length >= 240
      }),
      errnoRule("FS.LOCKED", ["EBUSY", "ETXTBSY", "EPERM"], {
        over: ["FS.PERMISSION"],
        is: (step5, os5) => errnoOf2(step5)?.code !== "EPERM" || isWindows(os5)
      }),
      errnoRule("SELF.EXDEV", ["EXDEV"], { over: ["FS.IO"] }),
      diskFact(
        "FS.NOEXEC",
        (disk2) => disk2.mountFlags.includes("noexec") && disk2.writable !== false,
        () => "mounted noexec"
      ),
      {
        code: "FS.NOEXEC",
        bound: "machine",
        stages: ["run"],
        over: ["GO.NOT_RUNNABLE", "FS.PERMISSION"],
        weigh(step5, { facts }) {
          const disk2 = facts.disks.find((item) => item.role === "tool-cache" && item.mountFlags.includes("noexec"));
          const isIt = step5.symptom === "GO.NOT_RUNNABLE" && disk2 !== void 0;
          return fact(isIt, disk2?.path ?? "", "mounted noexec");
        }
      },
      {
        code: "CACHE.PARTIAL",
        bound: "machine",
        stages: ["run"],
        over: ["GO.NOT_RUNNABLE", "FS.NOT_FOUND", "VER.CACHE_DAMAGED"],
        weigh({ symptom, seen }, { facts }) {
          const entries3 = facts.disks.flatMap(({ partialEntries = [] }) => partialEntries);
          const isCandidate = ["GO.NOT_RUNNABLE", "FS.NOT_FOUND", "VER.CACHE_DAMAGED", "GO.NOT_INSTALLED"].includes(symptom);
          return [
            ...fact(isCandidate && entries3.length > 0, "entry without its marker", entries3[0]),
            ...pattern(isCandidate && entries3.some((entry) => seen?.subject.includes(entry) === true), "subject", seen?.subject)
          ];
        }
      }
    ];
  }
});

// src/rules/cause-dns.ts
function resolveOf({ target: target2, stage }) {
  return stage === "tunnel" ? void 0 : target2?.resolve;
}
function wireCodes({ wire4, wire6 }) {
  return [wire4, wire6].flatMap(
    (answer2) => answer2 === void 0 || answer2.ok ? [] : [answer2.code ?? (isDeadline(answer2) ? "ETIMEOUT" : "")]
  );
}
function answersElsewhere({ overHttps = [] }) {
  return overHttps.some(({ ok: ok2, addresses: addresses2 }) => ok2 && addresses2.length > 0);
}
function wireRule(code, codes, bound, hint) {
  return {
    code,
    bound,
    stages: ["resolve"],
    over: ["DNS.SERVER"],
    test: ASK_WIRE,
    weigh(step5) {
      const resolve8 = resolveOf(step5);
      if (resolve8 === void 0) return [];
      const named = wireCodes(resolve8).filter((item) => codes.includes(item));
      const [first] = named;
      return [
        ...fact(first !== void 0, "name server", first),
        ...timing(hint(resolve8.lookup), "look-up ms", Math.round(resolve8.lookup.ms))
      ];
    }
  };
}
var NO_NAME, NO_ADDRESS, ASK_WIRE, BEYOND, DNS_CAUSES;
var init_cause_dns = __esm({
  "src/rules/cause-dns.ts"() {
    init_cause_rule();
    init_public_hosts();
    init_target_facts();
    NO_NAME = -3008;
    NO_ADDRESS = -3007;
    ASK_WIRE = "Ask the name server itself for the name (the A record, without the hosts file)";
    BEYOND = ["resolve", "connect", "tls", "http", "body"];
    DNS_CAUSES = [
      {
        code: "DNS.NXDOMAIN",
        bound: "host",
        stages: ["resolve"],
        test: ASK_WIRE,
        weigh(step5) {
          const resolve8 = resolveOf(step5);
          if (resolve8 === void 0) return [];
          const { lookup: lookup2 } = resolve8;
          const wire = wireCodes(resolve8);
          const says = /^(?:ENOTFOUND|EAI_NONAME)$/u.test(lookup2.code ?? "") && lookup2.errno !== NO_ADDRESS;
          return [
            ...(lookup2.errno === NO_NAME ? fact : pattern)(says, "look-up", lookup2.code),
            ...fact(wire.includes("ENOTFOUND"), "name server", "ENOTFOUND"),
            ...against(wire.length > 0 && !wire.includes("ENOTFOUND"), "name server", wire[0]),
            ...against(answersElsewhere(resolve8), "another resolver", "answers")
          ];
        }
      },
      {
        code: "DNS.FILTERED",
        bound: "host",
        stages: ["resolve"],
        over: ["DNS."],
        weigh(step5) {
          const resolve8 = resolveOf(step5);
          const isHidden = resolve8 !== void 0 && /^(?:ENOTFOUND|ENODATA|EAI_NONAME|EAI_NODATA)$/u.test(resolve8.lookup.code ?? "");
          return flip(isHidden && answersElsewhere(resolve8), "another resolver", "answers");
        }
      },
      {
        code: "DNS.NODATA",
        bound: "host",
        stages: ["resolve"],
        test: ASK_WIRE,
        weigh(step5) {
          const resolve8 = resolveOf(step5);
          if (resolve8 === void 0) return [];
          const { lookup: lookup2 } = resolve8;
          return [
            ...fact(
              lookup2.errno === NO_ADDRESS || /^(?:ENODATA|EAI_NODATA)$/u.test(lookup2.code ?? ""),
              "look-up errno",
              lookup2.errno ?? lookup2.code
            ),
            ...fact(resolve8.wire4?.code === "ENODATA", "name server", "ENODATA"),
            ...against(answersElsewhere(resolve8), "another resolver", "answers")
          ];
        }
      },
      wireRule("DNS.SERVFAIL", ["ESERVFAIL"], "host", () => false),
      wireRule("DNS.REFUSED", ["EREFUSED"], "host", () => false),
      wireRule("DNS.RESOLVER_DOWN", ["ECONNREFUSED"], "path", ({ code, ms }) => code === "EAI_AGAIN" && ms < 100),
      wireRule("DNS.BROKEN", ["EBADRESP", "EFORMERR", "EBADQUERY", "EBADNAME", "ENOTIMP"], "host", () => false),
      {
        code: "DNS.TIMEOUT",
        bound: "host",
        stages: ["resolve"],
        over: ["DNS.SERVER"],
        test: ASK_WIRE,
        weigh(step5) {
          const resolve8 = resolveOf(step5);
          if (resolve8 === void 0) return [];
          const { lookup: lookup2 } = resolve8;
          const wire = wireCodes(resolve8);
          return [
            ...fact(isDeadline(lookup2) || lookup2.code === "ETIMEOUT", "look-up", "no answer in its time"),
            ...fact(wire.includes("ETIMEOUT"), "name server", "ETIMEOUT"),
            ...timing(lookup2.code === "EAI_AGAIN" && lookup2.ms >= 2500, "look-up ms", Math.round(lookup2.ms)),
            ...against(wire.length > 0 && !wire.includes("ETIMEOUT"), "name server", wire[0])
          ];
        }
      },
      {
        code: "DNS.SERVER",
        bound: "host",
        stages: ["resolve"],
        test: ASK_WIRE,
        weigh: (step5) => {
          const lookup2 = resolveOf(step5)?.lookup;
          return pattern(
            lookup2 !== void 0 && !lookup2.ok && !/^(?:ENOTFOUND|ENODATA)$/u.test(lookup2.code ?? ""),
            "look-up",
            lookup2?.code
          );
        }
      },
      {
        code: "DNS.HOSTS_OVERRIDE",
        bound: "host",
        stages: BEYOND,
        over: ["DNS.", "TCP.", "TLS.", "HTTP."],
        weigh(step5) {
          const resolve8 = resolveOf(step5);
          if (resolve8 === void 0) return [];
          const used = resolve8.hosts.filter(({ address }) => resolve8.lookup.addresses.includes(address));
          const [line2] = used;
          const others = [...resolve8.wire4?.addresses ?? [], ...resolve8.wire6?.addresses ?? []];
          const differs = others.length > 0 && !others.some((address) => used.some((item) => item.address === address));
          return [
            ...(differs ? fact : pattern)(line2 !== void 0, `${line2?.file ?? ""} line ${line2?.line ?? 0}`, line2?.address),
            ...fact(line2 !== void 0 && differs, "name server", others[0])
          ];
        }
      },
      {
        code: "DNS.SEARCH_WILDCARD",
        bound: "host",
        stages: BEYOND,
        over: ["DNS.", "TCP.", "TLS.", "HTTP."],
        weigh(step5) {
          const resolve8 = resolveOf(step5);
          const isFound = resolve8?.lookup.ok === true && resolve8.hosts.length === 0;
          const isOnlySearched = isFound && resolve8.rooted?.ok === false;
          return [
            ...flip(isOnlySearched, "the name with a dot at its end", resolve8?.rooted?.code),
            ...timing(isOnlySearched && (resolve8.ndots ?? 1) > 1, "ndots", resolve8?.ndots)
          ];
        }
      },
      {
        code: "DNS.BOGON",
        bound: "host",
        stages: BEYOND,
        over: ["TCP.", "TLS.", "HTTP."],
        weigh(step5) {
          const resolve8 = resolveOf(step5);
          if (resolve8 === void 0 || step5.target === void 0) return [];
          const bogons = bogonsOf(step5.target);
          return [
            ...fact(bogons.length > 0 && bogons.length === resolve8.lookup.addresses.length, "address", bogons[0]),
            ...fact(bogons.length > 0 && answersElsewhere(resolve8), "another resolver", "answers with an address of the world"),
            ...against(bogons.length > 0 && resolve8.hosts.length > 0, "hosts file", resolve8.hosts[0]?.address)
          ];
        }
      },
      {
        code: "DNS.HIJACK",
        bound: "host",
        stages: BEYOND,
        over: ["TCP.", "TLS.NAME", "TLS.UNTRUSTED", "TLS.SELF_SIGNED", "TLS.PLAIN_HTTP", "HTTP."],
        test: "Ask another resolver for the name, and look whose certificate the address has",
        weigh(step5) {
          const resolve8 = resolveOf(step5);
          if (resolve8 === void 0 || step5.target === void 0 || !resolve8.lookup.ok || resolve8.hosts.length > 0) return [];
          const { addresses: addresses2 } = resolve8.lookup;
          const isPrivate = addresses2.length > 0 && addresses2.every((address) => addressClass(address) === "private");
          const truth = (resolve8.overHttps ?? []).flatMap((answer2) => answer2.addresses);
          const differs = truth.length > 0 && !truth.some((address) => addresses2.includes(address));
          const isOther = step5.symptom === "TLS.NAME";
          return [
            ...(isPublicHost(step5.target.host) ? fact : timing)(isPrivate, "private address", addresses2[0]),
            ...fact(differs && (isOther || isPrivate), "another resolver", truth[0]),
            ...pattern(isOther && isPrivate, "certificate", "of another name")
          ];
        }
      },
      {
        code: "DNS.V6_ONLY",
        bound: "host",
        stages: ["connect"],
        over: ["TCP."],
        weigh(step5) {
          const { resolve: resolve8, connects = [] } = step5.target ?? {};
          const isV6Only = connects.length > 0 && connects.every(({ family }) => family === 6);
          return [
            ...fact(isV6Only && resolve8?.wire4?.code === "ENODATA", "A record", "none"),
            ...fact(
              isV6Only && (resolve8?.lookup.addresses ?? []).every((address) => address.includes(":")),
              "addresses",
              resolve8?.lookup.addresses[0]
            )
          ];
        }
      }
    ];
  }
});

// src/rules/failed-go.ts
function failedGoSteps(facts) {
  return [...failedSettings(facts), ...failedDirectories(facts), ...failedMember(facts), ...failedDatabase(facts)];
}
function failedSettings({ environment }) {
  const settings = environment?.settings ?? {};
  const wrong = [
    ["GOPROXY", "CFG.GOPROXY_INVALID", (value) => "finding" in parseGoproxy(value)],
    ["GOSUMDB", "GO.SUMDB_CONFIG", (value) => !isGosumdb(value)],
    ["GOTOOLCHAIN", "GO.TOOLCHAIN_CONFIG", (value) => !isGotoolchain(value)]
  ];
  return wrong.flatMap(([name, symptom, isWrong]) => {
    const value = Object.hasOwn(settings, name) ? settings[name]?.value : void 0;
    return value === void 0 || value === "" || !isWrong(value) ? [] : [{ id: `go ${name}`, stage: "go", symptom, subject: name }];
  });
}
function isGosumdb(value) {
  const [key = "", url, ...rest] = value.trim().split(/\s+/u);
  if (rest.length > 0 || url !== void 0 && !/^https?:\/\//u.test(url)) return false;
  return key === "off" || /^sum\.golang\.(?:org|google\.cn)$/u.test(key) || /^[^+\s]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{40,}={0,2}$/u.test(key);
}
function isGotoolchain(value) {
  const name = value.replace(/\+(?:auto|path)$/u, "");
  if (/^(?:local|auto|path)$/u.test(name)) return true;
  const match = /^go1\.(\d{1,3})(?:\.\d{1,3}|(?:rc|beta)\d{1,3})?(-\S+)?$/u.exec(name);
  return match !== null && (Number(match[1]) < 21 || /^go1\.\d+(?:\.|rc|beta)/u.test(name));
}
function failedDirectories({ environment }) {
  return (environment?.directories ?? []).flatMap((directory2) => {
    const symptom = directorySymptom(directory2);
    return symptom === void 0 ? [] : [{ id: `go ${directory2.name} ${directory2.value}`, stage: "go", symptom, subject: directory2.name }];
  });
}
function directorySymptom({ name, value, isAbsolute: isAbsolute2, kind, writable }) {
  if (value === "" || value === "off") return void 0;
  if (ABSOLUTE.includes(name) && !isAbsolute2) return "GO.ENV";
  if (MUST_STAND.includes(name) && kind === "missing") return "GO.ENV";
  if (kind === "file") return "GO.ENV";
  return MUST_BE_WRITABLE.includes(name) && writable === false ? "FS.PERMISSION" : void 0;
}
function memberEnd({
  entry,
  outcome: outcome2,
  status,
  contentType,
  zip,
  withheld: withheld2
}) {
  if (entry === "off") return "off";
  if (entry === "direct" || outcome2.code === "NOT_ASKED") return "works";
  if (withheld2 === true && [401, 403, 404].includes(status ?? 0)) return "works";
  if (zip !== void 0 && zip !== "zip") return "breaks";
  if (status === 404 || status === 410) return "next";
  if (!outcome2.ok || status !== void 0 && status >= 300) return "stops";
  return /text\/html/iu.test(contentType ?? "") ? "stops" : "works";
}
function stoppingMember(members) {
  for (const [index, member2] of members.entries()) {
    const end2 = memberEnd(member2);
    if (end2 === "works") return void 0;
    if (end2 === "breaks") return member2;
    if (end2 === "off") return index === 0 ? void 0 : member2;
    if (end2 === "stops" && (member2.next !== "any-error" || index === members.length - 1)) return member2;
  }
  return void 0;
}
function failedMember({ goproxy = [] }) {
  const member2 = stoppingMember(goproxy);
  if (member2 === void 0) return [];
  return [
    { id: `go member ${member2.entry}`, stage: "go", symptom: memberSymptom(member2), subject: hostOf(member2.entry), member: member2 }
  ];
}
function memberSymptom(member2) {
  if (member2.entry === "off") return "GO.PROXY_OFF";
  if (memberEnd(member2) === "breaks") return "ARC.NOT_ZIP";
  const status = member2.status ?? 0;
  if (status >= 500) return "HTTP.SERVER";
  if (status === 401 || status === 403) return "HTTP.FORBIDDEN";
  return status >= 400 ? "HTTP.STATUS" : "LIST.MALFORMED";
}
function hostOf(url) {
  return URL.canParse(url) ? new URL(url).hostname : url;
}
function hasDatabase(paths) {
  return paths.some(
    ({ outcome: outcome2, isSigned, status }) => outcome2.code === "NOT_ASKED" || outcome2.ok && isSigned !== false && (status ?? 200) < 400
  );
}
function failedDatabase({ checksumDatabase = [], environment }) {
  const isOff2 = environment?.settings["GOSUMDB"]?.value === "off";
  const works = hasDatabase(checksumDatabase);
  const [first] = [...checksumDatabase].sort((a, b) => (a.isSigned === false ? 0 : 1) - (b.isSigned === false ? 0 : 1));
  if (first === void 0 || works || isOff2) return [];
  const symptom = checksumDatabase.some(({ isSigned }) => isSigned === false) ? "SUM.GARBAGE" : "SUM.UNREACHABLE";
  const isLookup = first.module !== void 0 && (first.status === 404 || first.status === 410);
  return [
    {
      id: "go checksum database",
      stage: "go",
      symptom: isLookup ? "SUM.NOT_FOUND" : symptom,
      subject: first.module ?? "checksum database",
      database: first
    }
  ];
}
var ABSOLUTE, MUST_STAND, MUST_BE_WRITABLE;
var init_failed_go = __esm({
  "src/rules/failed-go.ts"() {
    init_goproxy();
    ABSOLUTE = ["GOPATH", "GOBIN", "GOCACHE", "GOROOT"];
    MUST_STAND = ["GOROOT", "GOTMPDIR", "TMPDIR"];
    MUST_BE_WRITABLE = ["GOPATH", "GOMODCACHE", "GOCACHE", "GOTMPDIR", "TMPDIR"];
  }
});

// src/rules/cause-go.ts
function settingOf({ facts }, name) {
  const settings = facts.environment?.settings ?? {};
  return Object.hasOwn(settings, name) ? settings[name]?.value : void 0;
}
function memberOf(host, { facts }) {
  return facts.goproxy?.find((item) => item.entry !== "off" && item.entry !== "direct" && hostOf(item.entry) === host);
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
var NETWORK, ON_THE_WAY, GO_CAUSES;
var init_cause_go = __esm({
  "src/rules/cause-go.ts"() {
    init_cause_rule();
    init_failed_go();
    init_target_facts();
    NETWORK = ["DNS.", "TCP.", "PATH.", "PROXY.", "TLS.", "HTTP.", "BODY.", "H2.", "LIST."];
    ON_THE_WAY = ["resolve", "connect", "tunnel"];
    GO_CAUSES = [
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
        stages: ["go", "resolve", "connect", "tls", "http", "body"],
        over: [...NETWORK, "GO."],
        weigh({ member: member2, target: target2 }, scene) {
          const { goproxy = [] } = scene.facts;
          const stopping = stoppingMember(goproxy);
          const own = member2 ?? (target2?.role === "goproxy" ? memberOf(target2.host, scene) : void 0);
          if (stopping === void 0 || own?.entry !== stopping.entry || memberEnd(stopping) !== "stops" || stopping.next !== "not-found")
            return [];
          const later = goproxy.slice(goproxy.indexOf(stopping) + 1).find((item) => memberEnd(item) === "works" || item.entry === "direct");
          return [
            ...flip(
              later !== void 0 && memberEnd(later) === "works" && later.entry !== "direct",
              "a later entry",
              `${later?.entry ?? ""} answers`
            ),
            ...fact(later !== void 0 && later.entry !== "direct", "the entries are separated by", "a comma")
          ];
        }
      },
      {
        code: "GO.PROXY_HTML",
        bound: "host",
        stages: ["go", "http"],
        over: ["HTTP.AUTH_REDIRECT", "LIST.MALFORMED"],
        weigh({ member: member2, target: target2 }, scene) {
          const isMember = member2?.outcome.ok === true && /text\/html/iu.test(member2.contentType ?? "");
          const page = target2?.role === "goproxy" || memberOf(target2?.host, scene) !== void 0 ? target2 : void 0;
          const isTarget = page !== void 0 && isHtml(page) && (page.http?.status ?? 0) < 400;
          return [
            ...fact(isMember, "content type of the module proxy", member2?.contentType),
            ...fact(isTarget, "page of the module proxy", page?.http?.title ?? page?.http?.headers["content-type"])
          ];
        }
      },
      {
        code: "GO.PROXY_BAD_ZIP",
        bound: "host",
        stages: ["go"],
        over: ["ARC.NOT_ZIP"],
        weigh: ({ member: member2 }) => fact(member2?.zip !== void 0 && member2.zip !== "zip", "module zip", member2?.zip)
      },
      {
        code: "GO.PROXY_OFF",
        bound: "machine",
        stages: ["go", "run"],
        over: ["GO.TOOLCHAIN_ABSENT"],
        weigh({ member: member2, symptom, seen }, scene) {
          const value = settingOf(scene, "GOPROXY") ?? "";
          const endsOff = /(?:^|[,|])\s*off\s*$/u.test(value);
          const isCandidate = symptom === "GO.PROXY_OFF" || symptom === "GO.TOOLCHAIN_ABSENT";
          return [
            ...fact(isCandidate && endsOff, "GOPROXY", value),
            ...fact(member2?.entry === "off", "all entries before off", "have nothing"),
            ...fact(symptom === "GO.PROXY_OFF" && seen !== void 0, "Go says", "module lookup disabled", OWN_ERROR)
          ];
        }
      },
      {
        code: "GO.TOOLCHAIN_ABSENT",
        bound: "host",
        stages: ["go", "run", "http"],
        over: ["HTTP.NOT_FOUND", "HTTP.FORBIDDEN"],
        weigh({ symptom, target: target2, seen }, { facts }) {
          const members = (facts.goproxy ?? []).filter((item) => item.hasToolchains !== void 0);
          const isNowhere = members.length > 0 && members.every((item) => item.hasToolchains === false);
          const isMissing = target2?.role === "toolchain" && [403, 404, 410].includes(target2.http?.status ?? 0);
          const isSaid = symptom === "GO.TOOLCHAIN_ABSENT" && seen !== void 0;
          return [
            ...fact((isSaid || isMissing) && isNowhere, "golang.org/toolchain", "is at none of the module proxies"),
            ...fact(isMissing, "status", target2?.http?.status),
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
          const isCandidate = symptom === "GO.SUMDB_OFF_TOOLCHAIN" || symptom === "GO.TOOLCHAIN_ABSENT";
          return fact(isCandidate && settingOf(scene, "GOSUMDB") === "off", "GOSUMDB", "off");
        }
      },
      {
        code: "GO.SUMDB_UNREACHABLE",
        bound: "host",
        stages: ["go", "resolve", "connect", "tunnel", "tls", "http"],
        over: NETWORK,
        weigh(step5, { facts, steps }) {
          const isDatabase = step5.symptom === "SUM.UNREACHABLE" || step5.target?.role === "checksum-database";
          const isAlone = steps.every(
            (item) => item.target === void 0 || item.target.role === "checksum-database" || item.id === step5.id || !ON_THE_WAY.includes(item.stage)
          );
          const { checksumDatabase = [] } = facts;
          const tried3 = checksumDatabase.filter(({ outcome: outcome2, status }) => !outcome2.ok || (status ?? 200) >= 400);
          const isDown = isDatabase && isAlone && checksumDatabase.length > 0 && tried3.length === checksumDatabase.length;
          const [first] = tried3;
          return [
            ...fact(isDown, `through ${first?.through ?? ""}`, first?.outcome.code ?? first?.status ?? first?.outcome.ended),
            ...fact(isDown, "ways that were tried", tried3.length)
          ];
        }
      },
      {
        code: "GO.SUMDB_GARBAGE",
        bound: "host",
        stages: ["go", "run"],
        over: ["GO.SUMDB_UNREACHABLE", "SUM.GARBAGE"],
        weigh({ symptom, database }) {
          return [
            ...fact(symptom === "SUM.GARBAGE" && database !== void 0, "the answer", "has no valid signature"),
            ...timing(symptom === "SUM.GARBAGE" && database !== void 0, "status", database?.status)
          ];
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
  }
});

// src/rules/failed-target.ts
function failedTargetStep(target2, facts) {
  const proxy2 = proxyOf(target2, facts);
  const found = onTheWay(target2, facts) ?? atTls(target2) ?? atHttp(target2) ?? misled(target2);
  if (found === void 0) return [];
  const [stage, symptom] = found;
  const subject = stage === "tunnel" || stage === "config" && proxy2 !== void 0 ? viaOf(target2) : target2.host;
  const step5 = { id: `target ${target2.url}`, stage, symptom, subject, target: target2 };
  return [proxy2 === void 0 ? step5 : { ...step5, proxy: proxy2 }];
}
function isCgi(target2, facts) {
  const method = facts.environment?.variables["REQUEST_METHOD"] ?? "";
  return method !== "" || /cgi|REQUEST_METHOD/iu.test(target2.route.go.reason) || facts.proxies.every(({ isValid }) => isValid);
}
function onTheWay(target2, facts) {
  const proxy2 = proxyOf(target2, facts);
  if (viaOf(target2) === "refused") return isCgi(target2, facts) ? ["config", "CFG.PROXY_CGI"] : void 0;
  if (proxy2 !== void 0) return atProxy(target2, proxy2);
  if (isShutTunnel(target2)) return ["tunnel", tunnelSymptom(target2)];
  return atName(target2) ?? atConnect(target2);
}
function atProxy(target2, proxy2) {
  const { resolve: resolve8, connects, handshake: handshake2 } = proxy2;
  const hasAnswered = target2.tunnel?.ok === true || target2.http?.status !== void 0;
  if (hasAnswered) return void 0;
  if (resolve8 !== void 0 && !resolve8.lookup.ok) return ["tunnel", "PROXY.DNS"];
  if (connects.length > 0 && !connects.some(({ ok: ok2 }) => ok2)) {
    const isRefused = connects.every(({ code }) => code === "ECONNREFUSED");
    return ["tunnel", isRefused ? "PROXY.REFUSED" : phaseCode("connect", connects[0] ?? handshake2)];
  }
  if (handshake2 !== void 0 && !handshake2.ok) return ["tunnel", phaseCode("tls", handshake2)];
  return isShutTunnel(target2) ? ["tunnel", tunnelSymptom(target2)] : void 0;
}
function isShutTunnel({ tunnel: tunnel2 }) {
  return tunnel2 !== void 0 && !tunnel2.ok && !(tunnel2.withheld === true && tunnel2.status === 407);
}
function tunnelSymptom({ tunnel: tunnel2 }) {
  const status = tunnel2?.status;
  if (tunnel2?.syscall === "connect" || /^E(?:CONNREFUSED|HOSTUNREACH|NETUNREACH)$/u.test(tunnel2?.code ?? ""))
    return phaseCode("connect", tunnel2);
  if (status === 407) return "PROXY.AUTH";
  if (status !== void 0 && status >= 500) return "PROXY.UPSTREAM";
  if (status !== void 0 && status >= 300) return "PROXY.DENIED";
  if (tunnel2 !== void 0 && isDeadline(tunnel2)) return "PROXY.STALL";
  return tunnel2 === void 0 ? "PROXY.CLOSED" : phaseCode("tunnel", { ...tunnel2, code: tunnel2.code ?? (tunnel2.ended === void 0 ? "" : "ECONNRESET") });
}
function atName({ resolve: resolve8 }) {
  const lookup2 = resolve8?.lookup;
  return lookup2 === void 0 || lookup2.ok ? void 0 : ["resolve", isDeadline(lookup2) ? "DNS.TIMEOUT" : phaseCode("lookup", lookup2)];
}
function atConnect({ connects, dialed }) {
  const failed2 = connects.filter(({ ok: ok2 }) => !ok2);
  const isOpen = connects.length > failed2.length;
  if (isOpen && (dialed === void 0 || dialed.ok)) return void 0;
  if (isOpen && dialed !== void 0) return ["connect", phaseCode("connect", dialed)];
  const [first] = failed2.filter(({ family }) => family === 4).concat(failed2);
  return first === void 0 ? void 0 : ["connect", isDeadline(first) ? "TCP.TIMEOUT" : phaseCode("connect", first)];
}
function atTls(target2) {
  const handshake2 = usualHandshake(target2);
  if (handshake2 === void 0 || handshake2.ok) return void 0;
  if (target2.handshakes.some(({ variant, ok: ok2 }) => variant === "system-roots" && ok2)) return void 0;
  if (isDeadline(handshake2)) return ["tls", "TLS.HANDSHAKE_STALL"];
  if (handshake2.code === void 0 && handshake2.ended !== void 0) return ["tls", "TLS.CLOSED"];
  const symptom = phaseCode("tls", handshake2);
  return ["tls", handshake2.alert !== void 0 && symptom === "TLS.PROTOCOL" ? "TLS.ALERT" : symptom];
}
function atHttp(target2) {
  const { http: http2 } = target2;
  if (http2 === void 0) return void 0;
  if (http2.redirects.some(({ from, to }) => from.startsWith("https:") && to.startsWith("http:")))
    return ["http", "HTTP.DOWNGRADE"];
  if (http2.redirects.length >= 10 || http2.code === "TOO_MANY_REDIRECTS") return ["http", "HTTP.LOOP"];
  const { status } = http2;
  if (status === void 0) return http2.ok ? void 0 : ["http", answerSymptom(http2)];
  if (status >= 400 && isInnocent(target2, status)) return void 0;
  if (status >= 400) return ["http", STATUSES[status] ?? (status >= 500 ? "HTTP.SERVER" : "HTTP.STATUS")];
  if (status >= 300 && status !== 304) return ["http", "HTTP.BAD_REDIRECT"];
  return wrongBody(target2, http2);
}
function isInnocent({ withheld: withheld2, role }, status) {
  if (role === "goproxy" && (status === 404 || status === 410)) return true;
  return withheld2 === true && [401, 403, 404, 407].includes(status);
}
function wrongBody(target2, http2) {
  const isFile = expectsFile(target2);
  if (isFile && isHtml(target2)) return ["http", "HTTP.HTML"];
  if (isFile && /gzip|deflate|br|zstd/iu.test(http2.headers["content-encoding"] ?? "")) return ["http", "HTTP.ENCODED"];
  if (!http2.ok || http2.ended !== void 0 || http2.code !== void 0)
    return ["body", isDeadline(http2) ? "BODY.STALL" : phaseCode("body", cut(http2))];
  if (http2.isComplete && http2.ranged !== "honoured" && (http2.receivedBytes ?? 0) < (http2.expectedBytes ?? 0))
    return ["body", "ARC.TRUNCATED"];
  return isFile && http2.refreshed === "different" ? ["http", "LIST.STALE"] : void 0;
}
function answerSymptom(http2) {
  if (isDeadline(http2)) return "HTTP.TTFB_STALL";
  if (http2.code === "ERR_INVALID_URL" || http2.redirects.length > 0 && !/^(?:HPE_|ECONNRESET|EPIPE)/u.test(http2.code ?? ""))
    return "HTTP.BAD_REDIRECT";
  return phaseCode("request", cut(http2));
}
function cut(http2) {
  if (http2.code !== void 0 || http2.ended === void 0) return http2;
  return { ...http2, code: "ECONNRESET", ...http2.ended === "reset" ? { syscall: "read" } : {} };
}
function misled(target2) {
  if (target2.resolve === void 0 || bogonsOf(target2).length === 0 || isVouchedFor(target2)) return void 0;
  const isMeant = target2.resolve.hosts.length > 0 && target2.resolve.lookup.addresses.every((item) => addressClass(item) === "loopback");
  return isMeant ? void 0 : ["resolve", "DNS.BOGON"];
}
function phaseCode(phase, outcome2) {
  return codeOfNetError({
    phase,
    code: outcome2?.code,
    message: outcome2?.message ?? "",
    syscall: outcome2?.syscall,
    viaProxy: false
  });
}
function hasPassed(target2, stage, facts) {
  const depth = DEPTH.indexOf(stage);
  if (depth === -1) return false;
  const failed2 = failedTargetStep(target2, facts)[0];
  if (failed2 !== void 0) return failed2.stage !== "config" && DEPTH.indexOf(failed2.stage) > depth;
  const { resolve: resolve8, connects, handshakes, tunnel: tunnel2, http: http2 } = target2;
  const reached = http2 !== void 0 ? 5 : handshakes.length > 0 ? 3 : tunnel2 !== void 0 ? 2 : connects.length > 0 ? 1 : resolve8 === void 0 ? -1 : 0;
  return reached >= depth;
}
var STATUSES, DEPTH;
var init_failed_target = __esm({
  "src/rules/failed-target.ts"() {
    init_net_errors();
    init_public_hosts();
    init_target_facts();
    STATUSES = {
      401: "HTTP.FORBIDDEN",
      403: "HTTP.FORBIDDEN",
      451: "HTTP.FORBIDDEN",
      404: "HTTP.NOT_FOUND",
      410: "HTTP.NOT_FOUND",
      416: "HTTP.RANGE",
      429: "HTTP.RATE_LIMIT"
    };
    DEPTH = ["resolve", "connect", "tunnel", "tls", "http", "body"];
  }
});

// src/rules/cause-http.ts
function httpRule(code, weigh, more = {}) {
  return {
    code,
    bound: "host",
    stages: ["http"],
    ...more,
    weigh: (step5) => step5.target?.http === void 0 ? [] : weigh(step5.target.http, step5)
  };
}
function statusRule(code, is, hint = () => []) {
  return httpRule(
    code,
    (http2) => http2.status !== void 0 && is(http2.status) ? [...fact(true, "status", http2.status), ...hint(http2)] : []
  );
}
function hasNoAnswer(http2) {
  return http2.status === void 0 && !isDeadline(http2);
}
function hasOddStart(http2) {
  return http2 !== void 0 && /^HPE_(?:INVALID_CONSTANT|INVALID_VERSION|INVALID_METHOD|INVALID_STATUS)$/u.test(http2.code ?? "");
}
function h2Rule(code, words) {
  return {
    code,
    bound: "host",
    stages: ["http", "body", "client", "run"],
    over: ["HTTP.EMPTY", "HTTP.NOT_HTTP", "BODY.TRUNCATED", "BODY.RESET", "TCP.RESET", "HTTP.BAD_REDIRECT"],
    weigh({ target: target2, client: client2, seen }) {
      const own = `${target2?.http?.code ?? ""} ${target2?.http?.message ?? ""}`;
      const other = `${client2?.code ?? ""} ${client2?.message ?? ""} ${Object.values(seen?.evidence ?? {}).join(" ")}`;
      return [
        ...fact(words.test(own), "HTTP/2", own.trim().slice(0, 80)),
        ...fact(words.test(other), "HTTP/2", other.trim().slice(0, 80), 0.8)
      ];
    }
  };
}
var errorCode, received, HTTP_CAUSES;
var init_cause_http = __esm({
  "src/rules/cause-http.ts"() {
    init_cause_rule();
    init_failed_target();
    init_target_facts();
    errorCode = ({ code }, pattern_) => pattern_.test(code ?? "");
    received = ({ receivedBytes = 0 }) => receivedBytes;
    HTTP_CAUSES = [
      statusRule("HTTP.AUTH", (status) => status === 401),
      statusRule("HTTP.FORBIDDEN", (status) => status === 403),
      statusRule("HTTP.LEGAL", (status) => status === 451),
      statusRule("HTTP.NOT_FOUND", (status) => status === 404 || status === 410),
      statusRule("HTTP.RANGE_INVALID", (status) => status === 416),
      statusRule("HTTP.SERVER", (status) => status >= 500 && status !== 511),
      statusRule(
        "HTTP.STATUS",
        (status) => status >= 400 && status < 500 && ![401, 403, 404, 407, 410, 416, 429, 451].includes(status)
      ),
      httpRule(
        "HTTP.RATE_LIMIT",
        (http2) => [
          ...fact(http2.status === 429, "status", 429),
          ...fact(http2.status === 403 && http2.headers["x-ratelimit-remaining"] === "0", "x-ratelimit-remaining", "0"),
          ...timing(http2.status === 429 && http2.headers["retry-after"] !== void 0, "retry-after", http2.headers["retry-after"])
        ],
        { over: ["HTTP.FORBIDDEN"] }
      ),
      {
        code: "MIRROR.LAG",
        bound: "host",
        stages: ["http"],
        over: ["HTTP.NOT_FOUND"],
        test: "Look whether the list of this source names the file, and whether another source has it",
        weigh({ target: target2 }, { facts }) {
          const isMissing = target2?.http?.status === 404 || target2?.http?.status === 410;
          const other = facts.targets.find(
            (item) => item.role === "source" && item.host !== target2?.host && item.http?.ok === true && failedTargetStep(item, facts).length === 0
          );
          const isLag = isMissing && target2?.isListed === true;
          return [
            ...fact(isLag, "status", target2?.http?.status),
            ...fact(isLag, "the list of the source", "names the file"),
            ...flip(isLag && other !== void 0, `${other?.host ?? ""}`, "has it")
          ];
        }
      },
      httpRule("HTTP.LOOP", ({ redirects, code, message = "" }) => [
        ...fact(
          redirects.length >= 10 || /redirect count|too many redirects/iu.test(message) || /TOO_MANY_REDIRECTS$/u.test(code ?? ""),
          "redirects",
          redirects.length
        ),
        ...fact(
          redirects.length > 2 && new Set(redirects.map(({ to }) => to)).size < redirects.length,
          "the same address again",
          redirects.at(-1)?.to
        )
      ]),
      httpRule("HTTP.BAD_REDIRECT", (http2) => [
        ...fact(
          (http2.status ?? 0) >= 300 && (http2.status ?? 0) < 400 && http2.redirects.length < 10 && http2.code === void 0,
          "status without a usable Location",
          http2.status
        ),
        ...fact(
          errorCode(http2, /^(?:ERR_INVALID_URL|BAD_LOCATION|INWARD_REDIRECT)$/u),
          "Location",
          http2.redirects.at(-1)?.to ?? "cannot be read"
        ),
        ...timing(http2.redirects.length > 0 && errorCode(http2, /^(?:ENOTFOUND|EAI_)/u), "redirect to", http2.redirects.at(-1)?.to)
      ]),
      httpRule("HTTP.DOWNGRADE", ({ redirects }) => {
        const hop = redirects.find(({ from, to }) => from.startsWith("https:") && to.startsWith("http:"));
        return fact(hop !== void 0, "redirect to", hop?.to);
      }),
      httpRule(
        "HTTP.TTFB_STALL",
        (http2) => fact(http2.status === void 0 && isDeadline(http2), "after the request", `nothing in ${Math.round(http2.ms)} ms`)
      ),
      httpRule(
        "HTTP.EMPTY",
        (http2) => fact(hasNoAnswer(http2) && isClosed(http2) && received(http2) === 0, "after the request", "closed without a byte")
      ),
      httpRule("TCP.RESET", (http2) => fact(hasNoAnswer(http2) && isReset(http2), "after the request", "reset")),
      httpRule(
        "HTTP.STALE_SOCKET",
        (http2) => {
          const isIt = http2.reusedSocket === true && hasNoAnswer(http2) && (isReset(http2) || isClosed(http2)) && received(http2) === 0;
          return [...fact(isIt, "kept connection", "was used again"), ...fact(isIt, "end", http2.ended ?? http2.code)];
        },
        { over: ["TCP.RESET", "HTTP.EMPTY"], test: "Ask once more over a new connection" }
      ),
      httpRule(
        "HTTP.CUT_HEADERS",
        (http2) => fact(
          hasNoAnswer(http2) && (errorCode(http2, /^HPE_INVALID_EOF_STATE$/u) || received(http2) > 0 && (isClosed(http2) || isReset(http2))),
          "bytes before the end",
          received(http2)
        ),
        { over: ["HTTP.EMPTY", "TCP.RESET"] }
      ),
      {
        code: "HTTP.NOT_HTTP",
        bound: "host",
        stages: ["http", "tls"],
        over: ["TLS.PLAIN_HTTP", "TLS.PROTOCOL"],
        weigh({ target: target2, stage }) {
          const spoke = target2?.connects.find(({ silence }) => silence === "spoke")?.spokeHex;
          const first = target2?.http?.firstHex ?? "";
          const isNoHttp = stage === "http" && hasOddStart(target2?.http) && !first.startsWith("48545450");
          return [
            ...fact(isNoHttp, "first bytes", first || target2?.http?.code),
            ...fact(spoke !== void 0 && !spoke.startsWith("1503"), "it speaks first", spoke)
          ];
        }
      },
      {
        code: "HTTP.BROKEN_PROXY",
        bound: "host",
        stages: ["http", "body", "archive"],
        weigh({ target: target2, archive: archive2 }) {
          const http2 = target2?.http;
          const isFraming = /^(?:HPE_CLOSED_CONNECTION|HPE_HEADER_OVERFLOW|HPE_INVALID_TRANSFER_ENCODING|HPE_UNEXPECTED_CONTENT_LENGTH|HPE_INVALID_CONTENT_LENGTH|HPE_LF_EXPECTED|HPE_CR_EXPECTED|HPE_INVALID_HEADER_TOKEN)$/u.test(
            http2?.code ?? ""
          );
          const isLong = http2?.announcedBytes !== void 0 && (http2.receivedBytes ?? 0) > http2.announcedBytes;
          return [
            ...fact(isFraming, "HTTP", http2?.code),
            ...fact(isLong, "bytes more than announced", (http2?.receivedBytes ?? 0) - (http2?.announcedBytes ?? 0)),
            ...timing((isFraming || isLong) && http2?.headers["via"] !== void 0, "via", http2?.headers["via"]),
            ...pattern(archive2?.kind === "longer", "bytes", archive2?.bytes)
          ];
        }
      },
      {
        code: "HTTP.STALE_CACHE",
        bound: "host",
        stages: ["http", "archive", "run"],
        over: ["VER.TAMPERED", "HTTP.NOT_FOUND", "ARC."],
        test: "Ask once more with Cache-Control: no-cache, and compare",
        weigh({ target: target2, seen }, { facts }) {
          const source = target2 ?? facts.targets.find((item) => seen !== void 0 && (item.sourceId === seen.subject || item.host === seen.subject));
          const http2 = source?.http;
          const age = Number(http2?.headers["age"] ?? 0);
          const isCached = age > 0 || http2?.headers["via"] !== void 0 || /hit/iu.test(`${http2?.headers["x-cache"] ?? ""} ${http2?.headers["cache-status"] ?? ""}`);
          const isOther = http2?.refreshed === "different";
          return [
            ...flip(isOther, "the same with Cache-Control: no-cache", "is different"),
            ...fact(isOther && isCached, "age", http2?.headers["age"] ?? http2?.headers["x-cache"] ?? http2?.headers["via"]),
            ...timing(!isOther && age >= 86400, "age", age)
          ];
        }
      },
      h2Rule(
        "H2.STREAM",
        /NGHTTP2_(?:INTERNAL_ERROR|PROTOCOL_ERROR|CANCEL|STREAM_CLOSED|FLOW_CONTROL_ERROR)|stream error: stream ID \d+; (?:INTERNAL_ERROR|PROTOCOL_ERROR|CANCEL)|HTTP\/2 stream \d+ was not closed cleanly: (?:INTERNAL|PROTOCOL)/iu
      ),
      h2Rule("H2.GOAWAY", /GOAWAY/iu),
      h2Rule("H2.REFUSED", /REFUSED_STREAM/iu),
      h2Rule("H2.RATE", /ENHANCE_YOUR_CALM/iu)
    ];
  }
});

// src/rules/page-words.ts
function anyOf(words, signs) {
  return new RegExp([`\\b(?:${words.join("|")})\\b`, ...signs].join("|"), "iu");
}
var LOGIN_WORDS, LOGIN_SIGNS, BLOCK_WORDS, BLOCK_SIGNS, BLOCK_VENDORS, LOGIN, BLOCK, LOGIN_PLACE;
var init_page_words = __esm({
  "src/rules/page-words.ts"() {
    LOGIN_WORDS = [
      ...["log ?-?in", "log ?on", "sign ?-?in", "sign ?-?on", "captive", "portal", "hotspot", "guest", "wi-?fi", "welcome", "accept"],
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
      ...["accedi", "accesso", "entrar", "acessar", "aanmelden", "logowanie", "zaloguj"]
    ];
    LOGIN_SIGNS = [
      "\u767B\u5F55",
      "\u767B\u9304",
      "\u767B\u9646",
      "\u8BA4\u8BC1",
      "\u8A8D\u8B49",
      "\u6B22\u8FCE",
      "\u30ED\u30B0\u30A4\u30F3",
      "\u8A8D\u8A3C",
      "\uB85C\uADF8\uC778",
      "\uC778\uC99D",
      "\u0432\u0445\u043E\u0434",
      "\u0432\u043E\u0439\u0442\u0438",
      "\u0430\u0432\u0442\u043E\u0440\u0438\u0437\u0430\u0446",
      "sesi\xF3n",
      "giri\u015F"
    ];
    BLOCK_WORDS = [
      ...["web ?page blocked", "blocked", "category", "url filter\\w*", "content filter\\w*", "web filter\\w*", "security policy"],
      ...["policy violation", "acceptable use", "restricted", "prohibited", "not permitted", "gesperrt", "blockiert", "bloqu\\w*"],
      ...["interdit\\w*", "bloccat\\w*", "zablokowan\\w*", "geblokkeerd"]
    ];
    BLOCK_SIGNS = ["\u5DF2\u88AB\u963B\u6B62", "\u7981\u6B62\u8BBF\u95EE", "\u88AB\u5C01\u9501", "\u5C01\u9396", "\u30D6\u30ED\u30C3\u30AF", "\uCC28\uB2E8", "\u0437\u0430\u0431\u043B\u043E\u043A\u0438\u0440\u043E\u0432\u0430\u043D", "\u0437\u0430\u043F\u0440\u0435\u0449"];
    BLOCK_VENDORS = [
      ...[
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
      ],
      ...["barracuda", "sonicwall", "check ?point", "mcafee", "skyhigh", "cisco"]
    ];
    LOGIN = anyOf(LOGIN_WORDS, LOGIN_SIGNS);
    BLOCK = anyOf(BLOCK_WORDS, [...BLOCK_SIGNS, ...BLOCK_VENDORS]);
    LOGIN_PLACE = /(?:^|[./_-])(?:log-?in|log-?on|sign-?in|sso|auth\w*|idp|adfs|saml\d*|oauth2?|openid|okta|accounts?|identity|keycloak|cas|passport)(?:[./?_-]|$)/iu;
  }
});

// src/rules/cause-page.ts
function wordsOf(http2) {
  return `${http2?.title ?? ""} ${http2?.excerpt ?? ""}`.slice(0, 2e3);
}
function foreignHop(target2) {
  const last2 = target2.http?.redirects.findLast(({ to }) => ownerOf(hostOf(to)) !== ownerOf(target2.host) || LOGIN_PLACE.test(to));
  return last2?.to;
}
function samePage(target2, facts) {
  const hop = foreignHop(target2);
  return facts.targets.find((other) => {
    if (other.host === target2.host || other.http === void 0) return false;
    const isSameTitle = isHtml(other) && target2.http?.title !== void 0 && other.http.title === target2.http.title;
    const otherHop = foreignHop(other);
    return isSameTitle || hop !== void 0 && otherHop !== void 0 && hostOf(hop) === hostOf(otherHop);
  });
}
function htmlVotes({ target: target2 }) {
  const { http: http2 } = target2;
  const isWords = LOGIN.test(wordsOf(http2));
  const isSet = http2?.headers["set-cookie"] !== void 0 || http2?.headers["x-frame-options"] !== void 0;
  return [
    ...pattern(isWords, "words of a login", http2?.title ?? http2?.excerpt?.slice(0, 60)),
    ...timing(isSet, "a file with", "a cookie or a frame rule")
  ];
}
function isPage(target2) {
  return isHtml(target2) && ((target2.http?.status ?? 0) < 400 || target2.http?.status === 511);
}
function portalWeights(target2, { facts }) {
  const same = samePage(target2, facts);
  const isOwn = target2.role === "goproxy" && same === void 0;
  const isBlock = BLOCK.test(wordsOf(target2.http)) && !LOGIN.test(wordsOf(target2.http));
  return [
    ...flip(same !== void 0, `${same?.host ?? ""} shows the same page`, same?.http?.title ?? same?.http?.redirects.at(-1)?.to),
    ...(isOwn || isBlock ? timing : fact)(
      isPage(target2),
      "HTML came where a file was expected",
      target2.http?.title ?? target2.http?.headers["content-type"]
    ),
    ...fact(target2.http?.status === 511, "status", 511),
    ...isPage(target2) ? htmlVotes({ target: target2 }) : []
  ];
}
var PAGE_CAUSES;
var init_cause_page = __esm({
  "src/rules/cause-page.ts"() {
    init_cause_rule();
    init_failed_go();
    init_page_words();
    init_public_hosts();
    init_target_facts();
    PAGE_CAUSES = [
      {
        code: "HTTP.PORTAL",
        bound: "host",
        stages: ["http", "tls", "go"],
        over: ["ARC.", "GO.PROXY_HTML", "GO.SUMDB_GARBAGE", "HTTP.DOWNGRADE", "HTTP.SERVER", "TLS.PLAIN_HTTP", "HTTP.CE_LABEL"],
        test: "Open an address that is none of the sources: a portal shows the same page there",
        weigh(step5, scene) {
          const { target: target2 } = step5;
          if (target2 !== void 0 && step5.stage !== "tls") return portalWeights(target2, scene);
          const away = scene.facts.targets.find(
            (other) => other.role === "control" && (foreignHop(other) !== void 0 || isPage(other) && LOGIN.test(wordsOf(other.http)))
          );
          const isCandidate = step5.symptom === "TLS.PLAIN_HTTP" || step5.symptom === "LIST.MALFORMED" || step5.symptom === "SUM.GARBAGE";
          return flip(
            isCandidate && away !== void 0,
            `${away?.host ?? ""} leads to`,
            away?.http?.redirects.at(-1)?.to ?? away?.http?.title
          );
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
        weigh({ target: target2 }) {
          if (target2 === void 0 || !isHtml(target2) || target2.http?.status === 511 || target2.http?.status === 401) return [];
          const { http: http2 } = target2;
          const words = BLOCK.exec(wordsOf(http2))?.[0];
          const isVendor = BLOCK.test(http2?.headers["server"] ?? "") || http2?.headers["x-squid-error"] !== void 0;
          const isBlock = words !== void 0 || isVendor;
          return [
            ...fact(isBlock, "HTML page with status", http2?.status),
            ...pattern(words !== void 0, "words of a filter", http2?.title ?? words),
            ...pattern(isVendor, "server", http2?.headers["x-squid-error"] ?? http2?.headers["server"]),
            ...against(isBlock && (http2?.status ?? 0) < 400 && LOGIN.test(wordsOf(http2)), "words of a login", http2?.title)
          ];
        }
      },
      {
        code: "HTTP.AUTH_REDIRECT",
        bound: "host",
        stages: ["http"],
        over: ["HTTP.BAD_REDIRECT", "HTTP.PORTAL", "HTTP.LOOP", "GO.PROXY_HTML", "DNS.", "TCP.", "TLS."],
        test: "Open an address that is none of the sources: a portal sends it to the same place",
        weigh({ target: target2 }, { facts }) {
          if (target2 === void 0 || target2.http?.redirects.length === 0) return [];
          const hop = foreignHop(target2);
          const isFollowed = isPage(target2) || (target2.http?.status ?? 0) >= 400 || target2.http?.status === void 0;
          const same = samePage(target2, facts);
          const isLogin = hop !== void 0 && isFollowed && (LOGIN_PLACE.test(hop) || isPage(target2) && LOGIN.test(wordsOf(target2.http)));
          return [
            ...fact(isLogin, "redirect to", hop),
            ...pattern(isLogin && LOGIN_PLACE.test(hop), "a place to log in", hostOf(hop ?? "")),
            ...against(isLogin && same !== void 0, `${same?.host ?? ""} is led there too`, hop)
          ];
        }
      }
    ];
  }
});

// src/rules/cause-proxy.ts
function tunnelRule(code, weigh, over) {
  return {
    code,
    bound: "host",
    stages: ["tunnel"],
    ...over === void 0 ? {} : { over },
    weigh: (step5) => step5.target?.tunnel === void 0 || step5.target.tunnel.ok ? [] : weigh(step5.target.tunnel, step5)
  };
}
function isOk(status) {
  return status !== void 0 && status >= 200 && status < 300;
}
function isOtherRefusal(status = 0) {
  return (status >= 300 && status < 500 || status === 451) && ![401, 403, 405, 407, 451].includes(status);
}
function hasNoTls({ handshake: handshake2 }) {
  return handshake2 !== void 0 && !handshake2.ok && handshake2.receivedBytes === 0;
}
function hasDeadProxy(proxy2) {
  if (proxy2 === void 0) return false;
  return proxy2.resolve?.lookup.ok === false || proxy2.connects.length > 0 && !proxy2.connects.some(({ ok: ok2 }) => ok2);
}
var speaks, textOf, PROXY_CAUSES;
var init_cause_proxy = __esm({
  "src/rules/cause-proxy.ts"() {
    init_cause_rule();
    init_target_facts();
    speaks = ({ status }) => status !== void 0;
    textOf = (tunnel2) => [tunnel2.status, tunnel2.reason, tunnel2.squidError].filter((item) => item !== void 0).join(" ");
    PROXY_CAUSES = [
      {
        code: "PROXY.DNS",
        bound: "path",
        stages: ["tunnel"],
        weigh: ({ proxy: proxy2 }) => fact(proxy2?.resolve?.lookup.ok === false, "look-up of the proxy", proxy2?.resolve?.lookup.code)
      },
      {
        code: "PROXY.REFUSED",
        bound: "path",
        stages: ["tunnel"],
        weigh({ proxy: proxy2, target: target2 }) {
          const connects = proxy2?.connects ?? [];
          const isRefused = connects.length > 0 && connects.every(({ code }) => code === "ECONNREFUSED");
          return fact(
            isRefused || connects.length === 0 && target2?.tunnel?.code === "ECONNREFUSED",
            "connection to the proxy",
            "ECONNREFUSED"
          );
        }
      },
      {
        code: "PROXY.UNREACHABLE",
        bound: "path",
        stages: ["tunnel"],
        weigh({ proxy: proxy2, target: target2 }) {
          const connects = proxy2?.connects ?? [];
          const isDead = connects.length > 0 && connects.every(({ ok: ok2 }) => !ok2) && connects.some(({ code }) => code !== "ECONNREFUSED");
          const other = /^(?:EHOSTUNREACH|ENETUNREACH|EHOSTDOWN)$/u.test(target2?.tunnel?.code ?? "") && connects.length === 0;
          return fact(isDead || other, "connection to the proxy", connects[0]?.code ?? connects[0]?.ended ?? target2?.tunnel?.code);
        }
      },
      {
        code: "CFG.PROXY_SCHEME_MISMATCH",
        bound: "path",
        stages: ["tunnel"],
        over: ["PROXY.", "TLS."],
        weigh({ proxy: proxy2, target: target2 }) {
          if (proxy2?.scheme !== "https") return [];
          const texts = [proxy2.handshake, target2?.tunnel].map((item) => `${item?.code ?? ""} ${item?.message ?? ""}`).join(" ");
          const isPlain = proxy2.handshake?.firstHex?.startsWith("48545450") === true || /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|wrong version number/u.test(texts);
          return [
            ...pattern(!isPlain && hasNoTls(proxy2), "TLS with the proxy", "not a byte came"),
            ...timing(!isPlain && hasNoTls(proxy2), "the variable says", "https"),
            ...fact(isPlain, "TLS with the proxy", proxy2.handshake?.code ?? target2?.tunnel?.code ?? "HTTP came"),
            ...flip(/^(?:HTTP\/|48545450)/u.test(proxy2.spoke ?? ""), "a plain request to the proxy", proxy2.spoke?.slice(0, 40))
          ];
        }
      },
      {
        code: "CFG.PROXY_SOCKS",
        bound: "machine",
        stages: ["config", "tunnel"],
        over: ["PROXY.", "CFG.PROXY_SCHEME"],
        weigh: ({ proxy: proxy2 }) => fact(proxy2?.scheme.startsWith("socks") ?? false, proxy2?.variables[0] ?? "proxy", proxy2?.scheme)
      },
      {
        code: "CFG.PROXY_SCHEME",
        bound: "machine",
        stages: ["tunnel"],
        weigh: ({ proxy: proxy2 }) => fact(proxy2 !== void 0 && !/^(?:https?|socks\w*|)$/u.test(proxy2.scheme), proxy2?.variables[0] ?? "proxy", proxy2?.scheme)
      },
      {
        code: "CFG.PROXY_URL_INVALID",
        bound: "machine",
        stages: ["config", "tunnel"],
        over: ["PROXY.", "CFG.PROXY_SCHEME", "CFG.PROXY_SOCKS"],
        weigh: ({ proxy: proxy2 }) => fact(proxy2 !== void 0 && !proxy2.isValid, proxy2?.variables[0] ?? "proxy", proxy2?.address)
      },
      {
        code: "CFG.PROXY_URL_NO_SCHEME",
        bound: "machine",
        stages: ["tunnel", "connect", "resolve", "run"],
        test: "Run again with http:// in front of the value",
        weigh: (_step, { facts }) => {
          const bare = facts.proxies.find(({ isValid, scheme }) => isValid && scheme === "");
          return pattern(bare !== void 0, bare?.variables[0] ?? "proxy", "has no scheme", 0.5);
        }
      },
      {
        code: "CFG.PROXY_CGI",
        bound: "machine",
        stages: ["config"],
        weigh: (step5, { facts }) => [
          ...fact(step5.symptom === "CFG.PROXY_CGI", "HTTP_PROXY", step5.target?.route.go.reason),
          ...fact(
            step5.symptom === "CFG.PROXY_CGI" && (facts.environment?.variables["REQUEST_METHOD"] ?? "") !== "",
            "REQUEST_METHOD",
            "is set"
          )
        ]
      },
      {
        code: "CFG.TLS_DISABLED",
        bound: "machine",
        stages: ["config"],
        weigh: (step5) => fact(step5.symptom === "CFG.TLS_DISABLED", "NODE_TLS_REJECT_UNAUTHORIZED", "0")
      },
      {
        code: "CFG.HTTPS_PROXY_MISSING",
        bound: "machine",
        stages: ["connect", "resolve", "tls"],
        over: ["TCP.", "DNS.", "TLS."],
        test: "Ask the proxy of HTTP_PROXY to connect to the host",
        weigh({ target: target2 }, { facts }) {
          const variables = facts.environment?.variables ?? {};
          const has = (name) => [name, name.toLowerCase()].some((item) => (variables[item] ?? "") !== "");
          if (target2 === void 0 || !target2.url.startsWith("https:") || target2.route.go.via !== "direct" || has("HTTPS_PROXY") || !has("HTTP_PROXY"))
            return [];
          if (/no_proxy/iu.test(target2.route.go.reason)) return [];
          return [
            ...timing(true, "HTTPS_PROXY", "is not set, HTTP_PROXY is"),
            ...flip(target2.offRoute?.ok === true, "through the proxy of HTTP_PROXY", "connects")
          ];
        }
      },
      tunnelRule(
        "PROXY.STALL",
        (tunnel2, { proxy: proxy2 }) => (proxy2 !== void 0 && hasNoTls(proxy2) ? timing : fact)(
          !speaks(tunnel2) && isDeadline(tunnel2) && !hasDeadProxy(proxy2),
          "CONNECT",
          "no answer in its time"
        )
      ),
      tunnelRule("PROXY.AUTH", (tunnel2) => fact(tunnel2.status === 407, "CONNECT", [textOf(tunnel2), ...tunnel2.schemes].join(" "))),
      tunnelRule("PROXY.DENIED", (tunnel2, { target: target2 }) => [
        ...fact([401, 403, 405, 451].includes(tunnel2.status ?? 0), "CONNECT", textOf(tunnel2)),
        ...pattern(isOtherRefusal(tunnel2.status), "CONNECT", textOf(tunnel2)),
        ...fact(tunnel2.squidError?.startsWith("ERR_ACCESS_DENIED") ?? false, "X-Squid-Error", tunnel2.squidError),
        ...against(target2?.port !== 443 && isOk(tunnel2.onPort443), "the same host on port 443", tunnel2.onPort443)
      ]),
      tunnelRule(
        "PROXY.PORT_DENIED",
        (tunnel2, { target: target2 }) => {
          const isRefusal2 = (tunnel2.status ?? 0) >= 400 && (tunnel2.status ?? 0) < 500 && tunnel2.status !== 407 && target2?.port !== 443;
          return [
            ...pattern(isRefusal2 && tunnel2.onPort443 === void 0, "port", target2?.port),
            ...flip(isRefusal2 && isOk(tunnel2.onPort443), "the same host on port 443", tunnel2.onPort443),
            ...fact(isRefusal2 && isOk(tunnel2.onPort443), "CONNECT", textOf(tunnel2))
          ];
        },
        ["PROXY.DENIED"]
      ),
      tunnelRule("PROXY.UPSTREAM", (tunnel2) => [
        ...fact((tunnel2.status ?? 0) >= 500, "CONNECT", textOf(tunnel2)),
        ...fact((tunnel2.status ?? 0) >= 500 && tunnel2.squidError !== void 0, "X-Squid-Error", tunnel2.squidError)
      ]),
      tunnelRule(
        "PROXY.CLOSED",
        (tunnel2, { proxy: proxy2 }) => fact(!speaks(tunnel2) && isClosed(tunnel2) && !hasDeadProxy(proxy2), "CONNECT", "closed without an answer")
      ),
      tunnelRule(
        "PROXY.RESET",
        (tunnel2, { proxy: proxy2 }) => fact(!speaks(tunnel2) && isReset(tunnel2) && !hasDeadProxy(proxy2), "CONNECT", "reset without an answer")
      ),
      tunnelRule(
        "PROXY.NOT_HTTP",
        (tunnel2) => fact(/^HPE_/u.test(tunnel2.code ?? ""), "answer to CONNECT", tunnel2.headHex ?? tunnel2.code)
      ),
      {
        code: "PROXY.INJECTS",
        bound: "host",
        stages: ["tunnel", "tls"],
        over: ["TLS.", "PROXY."],
        weigh({ target: target2 }) {
          const { tunnel: tunnel2 } = target2 ?? {};
          const injects = isOk(tunnel2?.status) && (tunnel2?.headHex ?? "") !== "" && tunnel2?.headHex?.startsWith("16") === false;
          return [
            ...fact(injects, "bytes behind the answer to CONNECT", tunnel2?.headHex),
            ...fact(injects, "CONNECT", tunnel2?.status)
          ];
        }
      }
    ];
  }
});

// src/rules/cause-seen.ts
function settingText(name, { facts }) {
  const settings = facts.environment?.settings ?? {};
  return name !== void 0 && Object.hasOwn(settings, name) ? settings[name]?.value : void 0;
}
function reliabilityOf({ seen }) {
  return seen?.evidence["tool"] === void 0 ? OWN_ERROR : TOOL_TEXT;
}
function toolRule(code, setting2) {
  return {
    code,
    bound: "machine",
    stages: ["run"],
    weigh(step5, scene) {
      if (step5.symptom !== code) return [];
      const value = settingText(setting2, scene);
      return [
        ...fact(true, "met by the run", step5.subject, reliabilityOf(step5)),
        ...pattern(value !== void 0 && value !== "", setting2 ?? "", value)
      ];
    }
  };
}
function seenRule(code) {
  return {
    code,
    bound: "host",
    stages: ["run"],
    test: "Run doctor while it fails: a probe then says which layer it is",
    weigh(step5) {
      const text2 = Object.entries(step5.seen?.evidence ?? {})[0];
      return [
        ...fact(step5.symptom === code, "met by the run", step5.subject, reliabilityOf(step5)),
        ...timing(text2 !== void 0 && step5.symptom === code, text2?.[0] ?? "", text2?.[1]?.slice(0, 120), reliabilityOf(step5))
      ];
    }
  };
}
var NAMED_BY_TOOLS, SEEN_CAUSES;
var init_cause_seen = __esm({
  "src/rules/cause-seen.ts"() {
    init_cause_rule();
    NAMED_BY_TOOLS = [
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
    SEEN_CAUSES = NAMED_BY_TOOLS.map(([code, setting2]) => toolRule(code, setting2));
  }
});

// src/rules/cause-tcp.ts
function failedConnects({ target: target2 }) {
  const failed2 = (target2?.connects ?? []).filter(({ ok: ok2 }) => !ok2);
  const v4 = failed2.filter(({ family }) => family === 4);
  return v4.length > 0 ? v4 : failed2;
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
    weigh(step5) {
      const attempt2 = failedConnects(step5).find(rule.is);
      if (attempt2 === void 0 || (step5.target?.connects ?? []).some(({ ok: ok2 }) => ok2)) return [];
      return [
        ...fact(true, `${attempt2.address} port ${attempt2.port}`, attempt2.code ?? attempt2.ended),
        ...timing(rule.hint?.(attempt2) ?? false, "ms", Math.round(attempt2.ms))
      ];
    }
  };
}
function silentCut(code, how) {
  return {
    code,
    bound: "host",
    stages: ["connect", "tls", "http"],
    over: ["TLS.", "HTTP.", "TCP.RESET"],
    weigh({ target: target2 }) {
      const cut2 = target2?.connects.find(({ ok: ok2, silence }) => ok2 && silence === how);
      const isWhole = target2?.connects.some(({ silence }) => silence === "open") ?? false;
      return [
        ...fact(cut2 !== void 0 && !isWhole, `${cut2?.address ?? ""} before we spoke`, how),
        ...pattern(cut2 !== void 0 && !isWhole, "TCP", "was accepted")
      ];
    }
  };
}
var AT_ONCE_MS, NO_ARP_MS, isUnreachable, isNetUnreachable, TCP_CAUSES;
var init_cause_tcp = __esm({
  "src/rules/cause-tcp.ts"() {
    init_cause_rule();
    init_errno();
    init_target_facts();
    AT_ONCE_MS = 500;
    NO_ARP_MS = 2e3;
    isUnreachable = ({ code }) => code === "EHOSTUNREACH" || code === "EHOSTDOWN";
    isNetUnreachable = ({ code }) => code === "ENETUNREACH" || code === "ENETDOWN";
    TCP_CAUSES = [
      connectRule("TCP.REFUSED", { is: ({ code }) => code === "ECONNREFUSED" }),
      connectRule("TCP.TIMEOUT", { is: isDeadline }),
      connectRule("TCP.PROHIBITED", {
        is: (attempt2) => isUnreachable(attempt2) && attempt2.ms < AT_ONCE_MS || attempt2.code === "EACCES" || attempt2.code === "EPERM",
        hint: ({ ms }) => ms < AT_ONCE_MS
      }),
      connectRule("TCP.HOST_DOWN", { is: (attempt2) => isUnreachable(attempt2) && attempt2.ms >= NO_ARP_MS, hint: () => true }),
      connectRule("TCP.HOST_UNREACH", {
        is: (attempt2) => isUnreachable(attempt2) && attempt2.ms >= AT_ONCE_MS && attempt2.ms < NO_ARP_MS
      }),
      connectRule("TCP.NO_ROUTE", {
        is: (attempt2) => isNetUnreachable(attempt2) && hasNoLocalAddress(attempt2) || attempt2.code === "EADDRNOTAVAIL" || attempt2.code === "EAFNOSUPPORT",
        hint: hasNoLocalAddress
      }),
      connectRule("TCP.NET_UNREACH", { is: (attempt2) => isNetUnreachable(attempt2) && !hasNoLocalAddress(attempt2) }),
      connectRule("TCP.RESET", { is: ({ code, ended }) => code === "ECONNRESET" || ended === "reset" }),
      silentCut("TCP.ACCEPT_RESET", "reset"),
      silentCut("TCP.ACCEPT_CLOSED", "fin"),
      {
        code: "FS.FD_LIMIT",
        bound: "machine",
        stages: ["connect", "tunnel", "resolve", "disk", "run"],
        over: ["TCP.", "FS.IO", "DNS."],
        weigh(step5) {
          const code = [
            errnoOf2(step5)?.code,
            step5.target?.resolve?.lookup.code,
            ...failedConnects(step5).map((item) => item.code),
            ...(step5.proxy?.connects ?? []).map((item) => item.code)
          ];
          const found = code.find((item) => item === "EMFILE" || item === "ENFILE");
          return fact(found !== void 0, "errno", found, errnoOf2(step5)?.reliability);
        }
      },
      {
        code: "SELF.ADDR_CUTOFF",
        bound: "host",
        stages: ["connect"],
        over: ["TCP."],
        weigh({ target: target2 }) {
          const { dialed, connects = [] } = target2 ?? {};
          const open2 = connects.find(({ ok: ok2 }) => ok2);
          const isEarly = dialed !== void 0 && !dialed.ok && dialed.ms >= 200 && dialed.ms <= 600 && isDeadline(dialed);
          return [
            ...flip(isEarly && open2 !== void 0, `${open2?.address ?? ""} alone`, `connected after ${Math.round(open2?.ms ?? 0)} ms`),
            ...timing(isEarly, "given up after ms", Math.round(dialed?.ms ?? 0))
          ];
        }
      },
      {
        code: "PATH.MTU",
        bound: "host",
        stages: ["tls", "http", "body"],
        over: ["TLS.HANDSHAKE_STALL", "TLS.CUT", "HTTP.TTFB_STALL", "BODY."],
        test: "Send packets of rising size that may not be cut: ping -M do -s 1372, then 1472",
        weigh({ target: target2, symptom }) {
          if (!/STALL/u.test(symptom)) return [];
          const { mtu, handshakes = [] } = target2 ?? {};
          const classical = handshakes.find(({ variant }) => variant === "classical");
          return [
            ...flip(mtu?.smallPasses === true && !mtu.largePasses, "small answers pass, large ones do not", mtu?.bytes),
            ...timing(classical !== void 0 && isDeadline(classical), "a small hello", "stalls too")
          ];
        }
      }
    ];
  }
});

// src/rules/cause-registry.ts
var CAUSE_RULES;
var init_cause_registry = __esm({
  "src/rules/cause-registry.ts"() {
    init_cause_archive();
    init_cause_body();
    init_cause_certificate();
    init_cause_disk();
    init_cause_dns();
    init_cause_go();
    init_cause_http();
    init_cause_page();
    init_cause_proxy();
    init_cause_seen();
    init_cause_tcp();
    init_cause_tls();
    CAUSE_RULES = [
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
  }
});

// src/rules/outcome-target.ts
function outcomeTarget(url, outcome2, like) {
  const host = hostOf(url);
  const port = URL.canParse(url) && new URL(url).port !== "" ? Number(new URL(url).port) : url.startsWith("http:") ? 80 : 443;
  const { role, route } = like;
  const target2 = { url, role, host, port, route, connects: [], handshakes: [] };
  const { code = "", syscall } = outcome2;
  if (/^(?:ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/u.test(code) || syscall === "getaddrinfo") {
    return { ...target2, resolve: { name: host, lookup: { ...outcome2, addresses: [] }, hosts: [], servers: [] } };
  }
  if (syscall === "connect" || /^E(?:CONNREFUSED|HOSTUNREACH|NETUNREACH|MFILE)$/u.test(code)) {
    return { ...target2, connects: [{ ...outcome2, address: host, port, family: 4 }] };
  }
  if (/^(?:CERT_|ERR_TLS_|ERR_SSL_|EPROTO|UNABLE_|SELF_SIGNED|DEPTH_ZERO|INVALID_PURPOSE|UNSPECIFIED)/u.test(code)) {
    return { ...target2, handshakes: [{ ...outcome2, variant: "usual", address: host, receivedBytes: 1 }] };
  }
  return { ...target2, http: { ...outcome2, headers: {}, redirects: [] } };
}
var init_outcome_target = __esm({
  "src/rules/outcome-target.ts"() {
    init_failed_go();
  }
});

// src/rules/cause-candidates.ts
function weighStep(step5, scene) {
  const all = [...evidenceOf(step5, scene), ...linkedEvidence(step5, scene)];
  const other = controlOf(step5, scene);
  const candidates = merge(all).map((item) => withControls(item, step5, other));
  const speaking = candidates.filter(({ weights }) => weights.some(({ kind }) => kind !== "against"));
  const refused = speaking.flatMap(({ code, score, weights }) => {
    const contra = weights.find(({ kind }) => kind === "against");
    return score > 0 || contra === void 0 ? [] : [{ code, why: `${contra.name}: ${contra.value}` }];
  });
  const kept2 = speaking.filter((candidate) => {
    const stronger = speaking.find((other2) => overrules(other2, candidate));
    if (stronger !== void 0) refused.push({ code: candidate.code, why: `${stronger.code} explains it` });
    return stronger === void 0;
  });
  return { step: step5, candidates: kept2, refused };
}
function evidenceOf(step5, scene) {
  const rules = CAUSE_RULES.filter(({ stages }) => stages.includes(step5.stage));
  const isNamed = SEEN_CAUSES.some(({ code }) => code === step5.symptom);
  const own = step5.stage === "run" && !isNamed ? [...rules, seenRule(step5.symptom)] : rules;
  const found = findings(own, step5, scene);
  return found.some(({ weights }) => weights.some(({ kind }) => kind !== "against")) ? found : findings([...own, fallback(step5)], step5, scene);
}
function findings(rules, step5, scene) {
  return rules.flatMap(({ code, bound, over = [], test, weigh }) => {
    const weights = weigh(step5, scene);
    return weights.length === 0 ? [] : [{ code, bound, step: step5, weights, over, test }];
  });
}
function fallback({ symptom, stage }) {
  return {
    code: symptom,
    bound: "host",
    stages: [stage],
    weigh: ({ subject }) => timing(true, "failed at", subject, 0.5)
  };
}
function linkedEvidence(step5, scene) {
  const { member: member2, target: target2, stage } = step5;
  if (member2 !== void 0) {
    const known = scene.steps.find((item) => item.target?.host === step5.subject && item.id !== step5.id);
    const linked = known ?? failedTargetStep(memberTarget(member2), scene.facts)[0];
    return linked === void 0 || memberEnd(member2) !== "stops" ? [] : evidenceOf(linked, scene);
  }
  if (step5.database !== void 0) {
    const known = scene.steps.find((item) => item.target?.role === "checksum-database");
    return known === void 0 ? [] : evidenceOf(known, scene);
  }
  const shaken = stage === "tunnel" ? step5.proxy?.handshake : void 0;
  if (shaken?.chain !== void 0 && !shaken.ok && target2 !== void 0) {
    return evidenceOf({ ...step5, stage: "tls", target: { ...target2, handshakes: [shaken] } }, scene);
  }
  const hop = stage === "http" && target2?.http?.status === void 0 ? target2?.http?.redirects.at(-1)?.to : void 0;
  if (hop === void 0 || target2?.http === void 0) return [];
  return failedTargetStep(outcomeTarget(hop, target2.http, target2), scene.facts).flatMap((linked) => evidenceOf(linked, scene));
}
function memberTarget({ entry, outcome: outcome2, status }) {
  const route = { go: DIRECT, curl: DIRECT, node: DIRECT, undici: DIRECT, actions: DIRECT };
  const target2 = outcomeTarget(entry, outcome2, { role: "goproxy", route });
  return status === void 0 || target2.http === void 0 ? target2 : { ...target2, http: { ...target2.http, status } };
}
function merge(found) {
  const byCode = /* @__PURE__ */ new Map();
  for (const item of found) {
    const before = byCode.get(item.code);
    const weights = [...before?.weights ?? [], ...item.weights];
    const unique2 = weights.filter(
      (weight, index) => weights.findIndex((other) => other.kind === weight.kind && other.name === weight.name) === index
    );
    byCode.set(item.code, {
      ...item,
      ...before,
      weights: unique2,
      over: [...before?.over ?? [], ...item.over],
      test: before?.test ?? item.test
    });
  }
  return [...byCode.values()];
}
function controlOf({ target: target2, stage }, { facts }) {
  if (target2 === void 0) return void 0;
  return facts.targets.find((item) => item.host !== target2.host && viaOf(item) === viaOf(target2) && hasPassed(item, stage, facts));
}
function withControls(found, step5, other) {
  const { target: target2 } = step5;
  const name = "another host on the same path";
  const isSpoken = found.weights.some(({ kind }) => kind !== "against" && kind !== "timing");
  const controls = [
    ...flip(other !== void 0 && found.bound === "host" && isSpoken, name, "passes this stage"),
    ...against(other !== void 0 && found.bound === "path", name, "passes this stage")
  ];
  const weights = [...found.weights, ...controls];
  const subject = subjectOf(found, step5);
  const key = `${found.code} ${found.bound === "machine" ? "" : found.bound === "path" && target2 !== void 0 ? viaOf(target2) : subject}`;
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
function subjectOf({ bound, weights }, step5) {
  const variable = weights.find(({ name }) => /^[A-Z][A-Z0-9_]{3,}$/u.test(name))?.name;
  if (bound !== "machine") return step5.subject;
  return variable ?? (STAGES.indexOf(step5.stage) < STAGES.indexOf("archive") && step5.stage !== "config" ? "this machine" : step5.subject);
}
function isSolid({ kind, reliability }) {
  return (kind === "fact" || kind === "flip") && reliability >= OWN_ERROR;
}
function overrules(stronger, weaker) {
  if (!names(stronger.over, weaker.code) || stronger.code === weaker.code || stronger.ownScore < FOUNDED) return false;
  if (!stronger.isFounded) return false;
  return !names(weaker.over, stronger.code) || stronger.ownScore > weaker.ownScore;
}
function names(over, code) {
  return over.some((item) => item === code || item.endsWith(".") && code.startsWith(item));
}
var FOUNDED, DIRECT;
var init_cause_candidates = __esm({
  "src/rules/cause-candidates.ts"() {
    init_cause_registry();
    init_cause_rule();
    init_cause_seen();
    init_failed_go();
    init_failed_target();
    init_outcome_target();
    init_target_facts();
    FOUNDED = 2.4;
    DIRECT = { via: "direct", reason: "" };
  }
});

// src/rules/fixes-admin.ts
function placeOf2({ candidate }) {
  const { target: target2, proxy: proxy2 } = candidate.step;
  return target2 === void 0 ? proxy2?.address ?? candidate.subject : `${target2.host}:${target2.port}`;
}
function variablesOf({ candidate }) {
  return candidate.step.proxy?.variables[0] ?? "HTTPS_PROXY";
}
var ask5, setting, edit, egress, allowAtProxy, correctProxy, hostsLine, operator, allowHost, ADMIN_FIXES;
var init_fixes_admin = __esm({
  "src/rules/fixes-admin.ts"() {
    ask5 = (title, text2) => ({ title, kind: "ask-admin", text: text2, risk: "none" });
    setting = (title, text2) => ({ title, kind: "setting", text: text2, risk: "none" });
    edit = (title, text2) => ({ title, kind: "edit", text: text2, risk: "none" });
    egress = (context) => [ask5("Ask the network team to allow egress", `tcp ${placeOf2(context)}`)];
    allowAtProxy = (context) => [ask5("Ask the operator of the proxy to allow", `CONNECT ${placeOf2(context)}`)];
    correctProxy = (context) => [
      setting("Correct the proxy variable", `${variablesOf(context)}=http://proxy.example.com:3128`)
    ];
    hostsLine = ({ candidate }) => {
      const [line2] = candidate.step.target?.resolve?.hosts ?? [];
      return line2 === void 0 ? [] : [edit("Remove or correct the line of the hosts file", `${line2.file} line ${line2.line}: ${line2.address}`)];
    };
    operator = (context) => [ask5("Tell the operator of the server", placeOf2(context))];
    allowHost = (context) => [ask5("Ask for the host to be allowed", placeOf2(context))];
    ADMIN_FIXES = {
      "TCP.TIMEOUT": egress,
      "TCP.PROHIBITED": egress,
      "TCP.REFUSED": egress,
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
        const relay = ask5("Only NTLM or Negotiate is offered: run a local relay that logs in", "HTTPS_PROXY=http://127.0.0.1:3128");
        return [
          isTicket ? relay : setting(
            "Put user and password in as a masked secret",
            `${variablesOf(context)}=http://USER:PASSWORD@${context.candidate.step.proxy?.address ?? "proxy.example.com:3128"}`
          )
        ];
      },
      "TLS.EXPIRED": operator,
      "TLS.EXPIRED_INTERMEDIATE": operator,
      "TLS.MISSING_INTERMEDIATE": operator,
      "TLS.OLD_VERSION": operator,
      "TLS.WEAK_KEY": operator,
      "TLS.WEAK_SIG": operator,
      "HTTP.BLOCK_PAGE": allowHost,
      "FS.PERMISSION": ({ candidate }) => [ask5("Look at its owner", `ls -ld ${candidate.step.disk?.path ?? candidate.subject}`)],
      "CACHE.PARTIAL": ({ facts }) => {
        const entries3 = facts.disks.flatMap(({ partialEntries = [] }) => partialEntries);
        return entries3.slice(0, 3).map((entry) => edit("Remove the entry", entry));
      }
    };
  }
});

// src/rules/fixes-system.ts
var TRUST_CA, GIT_CA, FLUSH_DNS, LOOK_AT_DISK, SYSTEM_FIXES;
var init_fixes_system = __esm({
  "src/rules/fixes-system.ts"() {
    TRUST_CA = [
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
      { system: "windows", title: "Windows: trust the CA", text: "certutil -addstore -f Root ca.crt" },
      { title: "For Node and this program", text: "NODE_EXTRA_CA_CERTS=/path/to/ca.crt" }
    ];
    GIT_CA = [
      { title: "For git", text: "git config --global http.sslCAInfo /path/to/ca.crt" },
      {
        system: "windows",
        title: "For git on Windows, use the store of the system",
        text: "git config --global http.sslBackend schannel"
      }
    ];
    FLUSH_DNS = [
      { system: "linux", title: "Forget kept answers", text: "resolvectl flush-caches" },
      { system: "macos", title: "Forget kept answers", text: "sudo dscacheutil -flushcache; sudo killall -HUP mDNSResponder" },
      { system: "windows", title: "Forget kept answers", text: "ipconfig /flushdns" }
    ];
    LOOK_AT_DISK = [
      { system: "linux", title: "Look what is full", text: "df -h; df -i" },
      { system: "macos", title: "Look what is full", text: "df -h; df -i" },
      { system: "windows", title: "Look what is full", text: "Get-PSDrive -PSProvider FileSystem" },
      { title: "Go: remove kept modules and results", text: "go clean -modcache -cache" }
    ];
    SYSTEM_FIXES = {
      "TLS.INTERCEPTED": [...TRUST_CA, ...GIT_CA],
      "TLS.UNTRUSTED": TRUST_CA,
      "TLS.SELF_SIGNED": TRUST_CA,
      "TLS.UNTRUSTED_GIT": GIT_CA,
      "CLOCK.SKEW": [
        { system: "linux", title: "Synchronise the clock (systemd)", text: "sudo timedatectl set-ntp true" },
        { system: "linux", title: "Synchronise the clock (chrony)", text: "sudo chronyc makestep" },
        { system: "macos", title: "Synchronise the clock", text: "sudo sntp -sS time.apple.com" },
        { system: "windows", title: "Synchronise the clock", text: "w32tm /resync /force" },
        { title: "In a virtual machine", text: "Switch on time synchronisation with the host" }
      ],
      "DNS.NXDOMAIN": FLUSH_DNS,
      "DNS.FILTERED": FLUSH_DNS,
      "DNS.BOGON": FLUSH_DNS,
      "DNS.HIJACK": FLUSH_DNS,
      "DNS.SERVFAIL": FLUSH_DNS,
      "DNS.SEARCH_WILDCARD": [
        { title: "Kubernetes: in the pod", text: 'dnsConfig: {options: [{name: ndots, value: "2"}]}' },
        { system: "linux", title: "In /etc/resolv.conf", text: "options ndots:1" }
      ],
      "PATH.MTU": [
        { system: "linux", title: "Lower the MTU", text: "sudo ip link set dev eth0 mtu 1400" },
        { system: "linux", title: "Docker: in /etc/docker/daemon.json", text: '{"mtu": 1400}' },
        { system: "macos", title: "Lower the MTU", text: "sudo networksetup -setMTU en0 1400" },
        { system: "windows", title: "Lower the MTU", text: 'netsh interface ipv4 set subinterface "Ethernet" mtu=1400' }
      ],
      "FS.NO_SPACE": LOOK_AT_DISK,
      "FS.NO_INODES": LOOK_AT_DISK,
      "FS.FD_LIMIT": [{ title: "Raise the limit", text: "ulimit -n 65536" }],
      "FS.WIN_PATH": [
        {
          system: "windows",
          title: "Allow long paths",
          text: "Set-ItemProperty HKLM:\\SYSTEM\\CurrentControlSet\\Control\\FileSystem LongPathsEnabled 1"
        },
        { system: "windows", title: "git: allow long paths", text: "git config --system core.longpaths true" }
      ],
      "SELF.ADDR_CUTOFF": [
        { title: "Give each address more time", text: "NODE_OPTIONS=--network-family-autoselection-attempt-timeout=2500" }
      ],
      "TLS.PQ_INTOLERANT": [
        { title: "Update the firewall or the middlebox on the path", text: "" },
        { title: "Until then, for Go (the connection stays verified)", text: "GODEBUG=tlsmlkem=0,tlssecpmlkem=0" }
      ],
      "TLS.MLDSA_INTOLERANT": [{ title: "Until the firewall is updated", text: "go-version: '1.26'" }],
      "H2.STREAM": [{ title: "For Go, use HTTP/1.1", text: "GODEBUG=http2client=0" }],
      "H2.GOAWAY": [{ title: "For Go, use HTTP/1.1", text: "GODEBUG=http2client=0" }],
      "GO.SUMDB_UNREACHABLE": [
        { title: "The alias has the same key", text: "GOSUMDB=sum.golang.google.cn" },
        { title: "Or a module proxy that serves /sumdb/", text: "GOPROXY=https://proxy.example.com" }
      ],
      "GO.SUMDB_OFF_TOOLCHAIN": [{ title: "Unset it", text: "go env -u GOSUMDB; unset GOSUMDB" }],
      "GO.SUMDB_CONFIG": [{ title: "Unset it", text: "go env -u GOSUMDB; unset GOSUMDB" }],
      "GO.PROXY_NO_FALLBACK": [
        { title: "Separate the entries by a pipe", text: "GOPROXY='https://first.example.com|https://second.example.com|direct'" }
      ],
      "GO.PROXY_OFF": [{ title: "Look who sets it", text: "go env -changed; env | grep GOPROXY" }],
      "GO.PROXY_CONFIG": [{ title: "Write a list of URLs", text: "GOPROXY=https://proxy.example.com,direct" }],
      "GO.PRIVATE_IN_SUMDB": [
        { title: "Name the private path", text: "go env -w GOPRIVATE=git.example.com/team" },
        { title: "Behind a private proxy, also", text: "GONOPROXY=none" }
      ],
      "GO.VCS_AUTH": [
        { title: "Name the private path", text: "GOPRIVATE=git.example.com/team" },
        {
          title: "Let git use a token",
          text: 'git config --global url."https://oauth2:TOKEN@git.example.com/".insteadOf https://git.example.com/'
        }
      ],
      "GO.TOOLCHAIN_CONFIG": [{ title: "Write a release or a mode", text: "GOTOOLCHAIN=local" }],
      "GO.TOOLCHAIN_LOCAL": [{ title: "Install what go.mod asks for", text: "go-version-file: go.mod" }],
      "GO.GOSUM_MISSING": [{ title: "On your machine", text: "go mod tidy && git add go.sum" }],
      "GO.VENDOR": [{ title: "On your machine", text: "go mod vendor && git add vendor" }],
      "GO.MODULES_OFF": [{ title: "Unset it", text: "go env -u GO111MODULE; unset GO111MODULE" }],
      "CFG.TLS_DISABLED": [{ title: "Remove it", text: "unset NODE_TLS_REJECT_UNAUTHORIZED" }]
    };
  }
});

// src/rules/cause-fixes.ts
function systemOf({ runtime }) {
  if (/^(?:darwin|mac)/iu.test(runtime.os)) return "macos";
  if (/^(?:win|windows)/iu.test(runtime.os)) return "windows";
  return /linux/iu.test(runtime.os) ? "linux" : void 0;
}
function fixesOf(code, context) {
  const system = systemOf(context.facts);
  const perSystem = (SYSTEM_FIXES[code] ?? []).filter(
    (row) => system === void 0 || row.system === void 0 || row.system === system
  );
  const own = [
    ...ADMIN_FIXES[code]?.(context) ?? [],
    ...perSystem.map(({ title, text: text2 }) => ({ title, kind: "command", text: text2, risk: "none" }))
  ];
  return own.length > 0 ? own : [{ title: CATALOGUE[code].fix, kind: "ask-admin", text: "", risk: "none" }];
}
var init_cause_fixes = __esm({
  "src/rules/cause-fixes.ts"() {
    init_catalogue();
    init_fixes_admin();
    init_fixes_system();
  }
});

// src/rules/cause-sets.ts
function tangles(weighed) {
  const groups = [];
  for (const item of weighed) {
    const keys = new Set(item.candidates.map(({ key }) => key));
    const touching = groups.filter((group) => [...keys].some((key) => group.keys.has(key)));
    const joined = { keys, members: [item] };
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
  const sets = [[], ...keys.map((key) => [key]), ...keys.flatMap((key, index) => keys.slice(index + 1).map((other) => [key, other]))];
  const worths = sets.map((set) => worthOf(set, scores));
  const highest = Math.max(...worths);
  const best = sets[worths.indexOf(highest)] ?? [];
  const odds = worths.map((worth) => Math.exp(worth - highest));
  const total = odds.reduce((sum, value) => sum + value, 0);
  return keys.map((key) => {
    const share2 = odds.reduce((sum, value, index) => sets[index]?.includes(key) ? sum + value : sum, 0);
    const without2 = Math.max(...worths.filter((_, index) => !sets[index]?.includes(key)));
    return { key, probability: share2 / total, margin: highest - without2, isChosen: best.includes(key) };
  });
}
function strongest(candidates) {
  const best = /* @__PURE__ */ new Map();
  for (const { key, score } of candidates) best.set(key, Math.max(best.get(key) ?? Number.NEGATIVE_INFINITY, score));
  const ordered2 = [...best].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return ordered2.slice(0, CANDIDATE_COUNT).map(([key]) => key);
}
function worthOf(set, scores) {
  if (set.length === 0) return 0;
  const used = /* @__PURE__ */ new Set();
  const worth = scores.reduce((sum, step5) => {
    const options = set.filter((key) => step5.has(key)).sort((a, b) => (step5.get(b) ?? 0) - (step5.get(a) ?? 0));
    const [first] = options;
    if (first === void 0) return sum - UNEXPLAINED_COST;
    used.add(first);
    return sum + (step5.get(first) ?? 0);
  }, 0);
  return worth - SECOND_COST * (set.length - 1) - (used.size < set.length ? SECOND_COST * 2 : 0);
}
var SECOND_COST, UNEXPLAINED_COST, CANDIDATE_COUNT;
var init_cause_sets = __esm({
  "src/rules/cause-sets.ts"() {
    SECOND_COST = 2;
    UNEXPLAINED_COST = 1.5;
    CANDIDATE_COUNT = 16;
  }
});

// src/rules/diagnosis-warnings.ts
function diagnosisWarnings(facts, causes) {
  const all = [...variableWarnings(facts), ...targetWarnings(facts), ...goWarnings(facts), ...machineWarnings(facts)];
  const unique2 = all.filter(
    (item, index) => all.findIndex((other) => other.code === item.code && other.subject === item.subject) === index
  );
  return unique2.filter((item) => !causes.some(({ code }) => code === item.code));
}
function warn(condition, code, detail2) {
  return condition ? [finding(code, { ...detail2, severity: "warning" })] : [];
}
function note2(condition, code, detail2) {
  return condition ? [finding(code, { ...detail2, severity: "info" })] : [];
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
  const conflicts = ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"].filter(differs);
  const split = targets.find((target2) => targetDiffers(target2));
  const bare = proxies.filter(({ isValid, scheme }) => isValid && scheme === "");
  const files = (environment?.files ?? []).filter(
    (item) => /^(?:NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR)$/u.test(item.name)
  );
  const unreadable = files.filter(({ problem, holds }) => problem !== void 0 || holds === "no-certificate");
  return [
    ...conflicts.flatMap(
      (name) => warn(true, "CFG.PROXY_CASE_CONFLICT", {
        subject: name,
        evidence: { [name]: variables[name], [name.toLowerCase()]: variables[name.toLowerCase()] }
      })
    ),
    ...warn(split !== void 0 && conflicts.length === 0 && hasNoProxy(variables), "CFG.NO_PROXY_AMBIGUOUS", {
      subject: split?.host ?? "",
      evidence: { Go: split?.route.go.via, curl: split?.route.curl.via, Node: split?.route.node.via }
    }),
    ...bare.flatMap((proxy2) => warn(true, "CFG.PROXY_URL_NO_SCHEME", { subject: proxy2.variables[0] ?? proxy2.address })),
    ...unreadable.flatMap(
      (item) => warn(true, item.name === "NODE_EXTRA_CA_CERTS" ? "CFG.EXTRA_CA_UNREADABLE" : "CFG.CERT_FILE_UNREADABLE", {
        subject: item.name,
        evidence: { file: item.file, problem: item.problem ?? item.holds }
      })
    )
  ];
}
function targetDiffers({ route, role }) {
  return role !== "control" && route.go.via !== "refused" && route.go.via === "direct" !== (route.curl.via === "direct");
}
function hasNoProxy(variables) {
  return (variables["NO_PROXY"] ?? "") !== "" || (variables["no_proxy"] ?? "") !== "";
}
function targetWarnings({ targets }) {
  return targets.flatMap((target2) => {
    const v6 = target2.connects.filter(({ family }) => family === 6);
    const isV6Broken = v6.length > 0 && v6.every(({ ok: ok2, code }) => !ok2 && code !== "EADDRNOTAVAIL" && code !== "EAFNOSUPPORT") && target2.connects.some(({ ok: ok2, family }) => ok2 && family === 4);
    const isSlow2 = v6.some(({ ended, code, ms }) => ended === "deadline" || code === "ETIMEDOUT" || ms >= 250);
    const age = Number(target2.http?.headers["age"] ?? 0);
    const isList = target2.expects === "json" || /mode=json|\/@v\/list$/u.test(target2.url);
    return [
      ...warn(isV6Broken && isSlow2, "TCP.V6_BROKEN", {
        subject: target2.host,
        evidence: { address: v6[0]?.address, ended: v6[0]?.code ?? v6[0]?.ended }
      }),
      ...note2(target2.http?.ranged === "ignored" && target2.http.ok && isArchive(target2), "HTTP.RANGE_IGNORED", {
        subject: target2.host
      }),
      ...(isList ? warn : note2)(age >= OLD_LIST_SECONDS, "HTTP.STALE_CACHE", {
        subject: target2.host,
        evidence: { age, via: target2.http?.headers["via"] }
      })
    ];
  });
}
function goWarnings({ environment, goproxy = [], seen }) {
  const settings = environment?.settings ?? {};
  const value = (name) => Object.hasOwn(settings, name) ? settings[name]?.value ?? "" : "";
  const isOff2 = value("GOPROXY") === "off" || goproxy.length === 1 && goproxy[0]?.entry === "off";
  return [
    ...warn(isOff2 && seen.length === 0, "GO.PROXY_OFF", {
      subject: "GOPROXY",
      evidence: { file: settings["GOPROXY"]?.file, origin: settings["GOPROXY"]?.origin }
    }),
    ...warn(value("GO111MODULE") === "off", "GO.MODULES_OFF", { subject: "GO111MODULE" }),
    ...warn(/(?:^|\s)-insecure\b/u.test(value("GOFLAGS")), "GO.FLAG_INSECURE", { subject: "GOFLAGS" })
  ];
}
function machineWarnings({ clock: clock2, disks }) {
  const offset = clockOffset(clock2);
  return [
    ...warn(offset !== void 0 && Math.abs(offset) >= CLOCK_WARNING_MS, "CLOCK.SKEW", {
      subject: "clock",
      evidence: { "off by seconds": Math.round((offset ?? 0) / 1e3) }
    }),
    ...disks.flatMap(
      ({ partialEntries = [], path: path3 }) => warn(partialEntries.length > 0, "CACHE.PARTIAL", { subject: path3, evidence: { entry: partialEntries[0] } })
    )
  ];
}
var CLOCK_WARNING_MS, OLD_LIST_SECONDS;
var init_diagnosis_warnings = __esm({
  "src/rules/diagnosis-warnings.ts"() {
    init_finding();
    init_clock_offset();
    CLOCK_WARNING_MS = 10 * 6e4;
    OLD_LIST_SECONDS = 86400;
  }
});

// src/rules/failed-steps.ts
function failedSteps(facts) {
  const steps = [
    ...facts.targets.filter(({ role }) => isNeeded(role, facts)).flatMap((target2) => failedTargetStep(target2, facts)),
    ...failedConfig(facts),
    ...failedDisks(facts),
    ...failedArchives(facts),
    ...failedGoSteps(facts),
    ...failedClients(facts)
  ];
  const all = [...steps, ...failedRun(facts, steps)];
  const keyed = all.map((step5) => ({ step: step5, key: `${step5.id}\0${JSON.stringify(step5)}` }));
  keyed.sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
  const ids = /* @__PURE__ */ new Set();
  return keyed.flatMap(({ step: step5 }) => ids.has(step5.id) ? [] : [ids.add(step5.id), step5].slice(1));
}
function isNeeded(role, { checksumDatabase = [] }) {
  return role !== "control" && !(role === "checksum-database" && hasDatabase(checksumDatabase));
}
function failedConfig(facts) {
  const broken = facts.proxies.filter(({ isValid, scheme }) => !isValid || scheme.startsWith("socks"));
  const variables = facts.environment?.variables ?? {};
  const used = broken.filter((proxy2) => !proxy2.isValid || proxy2.variables.some((name) => /^https?_proxy$/iu.test(name)));
  const steps = used.map((proxy2) => ({
    id: `config ${proxy2.variables.join()} ${proxy2.address}`,
    stage: "config",
    symptom: proxy2.isValid ? "CFG.PROXY_SCHEME" : "CFG.PROXY_URL_INVALID",
    subject: proxy2.variables[0] ?? proxy2.address,
    proxy: proxy2
  }));
  if (variables["NODE_TLS_REJECT_UNAUTHORIZED"] === "0") {
    const subject = "NODE_TLS_REJECT_UNAUTHORIZED";
    steps.push({ id: `config ${subject}`, stage: "config", symptom: "CFG.TLS_DISABLED", subject });
  }
  return steps;
}
function failedArchives(facts) {
  return facts.archives.flatMap((archive2) => {
    if (archive2.kind === "genuine") return [];
    const target2 = facts.targets.find(({ sourceId, role }) => sourceId === archive2.sourceId && role !== "control");
    const step5 = {
      id: `archive ${archive2.sourceId}`,
      stage: "archive",
      symptom: ARCHIVE_SYMPTOMS[archive2.kind],
      subject: archive2.sourceId,
      archive: archive2
    };
    return [target2 === void 0 ? step5 : { ...step5, target: target2 }];
  });
}
function failedClients(facts) {
  return facts.targets.flatMap((target2) => {
    if (failedTargetStep(target2, facts).length > 0) return [];
    return (target2.clients ?? []).filter(({ ok: ok2 }) => !ok2).map(
      (client2) => ({
        id: `client ${client2.client} ${client2.version ?? ""} ${target2.url}`,
        stage: "client",
        symptom: "TLS.PROTOCOL",
        subject: target2.host,
        target: target2,
        client: client2
      })
    );
  });
}
function failedRun(facts, steps) {
  const known = facts.seen.flatMap((seen) => {
    const symptom = codeOf(seen);
    return symptom === void 0 || CATALOGUE[symptom].severity !== "error" ? [] : [{ seen, symptom }];
  });
  const isAlone = steps.length === 0 && known.every(({ symptom }) => AGGREGATES.includes(symptom));
  return known.filter(({ seen, symptom }) => (isAlone || !AGGREGATES.includes(symptom)) && !steps.some((step5) => isAbout(seen, step5))).map(({ seen, symptom }) => ({ id: `run ${symptom} ${seen.subject}`, stage: "run", symptom, subject: seen.subject, seen }));
}
function codeOf({ code }) {
  return Object.hasOwn(CATALOGUE, code) ? code : void 0;
}
function isAbout({ code, subject, evidence }, step5) {
  const { target: target2, proxy: proxy2, disk: disk2 } = step5;
  if (disk2?.role === "build-cache" && code === "FS.GOCACHE") return true;
  const names2 = [step5.subject, target2?.host, target2?.sourceId, target2?.url, proxy2?.address].filter((name) => name !== void 0);
  return names2.some((name) => name !== "" && (name === subject || evidence["at"] === name));
}
var AGGREGATES, ARCHIVE_SYMPTOMS;
var init_failed_steps = __esm({
  "src/rules/failed-steps.ts"() {
    init_catalogue();
    init_failed_disks();
    init_failed_go();
    init_failed_target();
    AGGREGATES = [
      "VERSION.NO_SOURCE",
      "VERSION.NOT_SERVED",
      "VERSION.UNKNOWN",
      "VER.NO_PROOF",
      "SUM.UNREACHABLE",
      "LIST.UNAVAILABLE",
      "BUDGET.TOTAL"
    ];
    ARCHIVE_SYMPTOMS = {
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
  }
});

// src/rules/target-summary.ts
function summarize({ targets }) {
  return targets.map((target2) => ({ url: target2.url, role: target2.role, via: viaOf(target2), steps: stepsOf(target2) }));
}
function stepsOf(target2) {
  const { resolve: resolve8, connects, tunnel: tunnel2, http: http2 } = target2;
  const handshake2 = usualHandshake(target2);
  const connect4 = connects.find(({ ok: ok2 }) => ok2) ?? connects[0];
  return [
    ...step4("DNS", resolve8?.lookup, resolve8?.lookup.addresses.slice(0, 3).join(" ")),
    ...step4("TCP", connect4, connect4 === void 0 ? "" : `${connect4.address} ${connect4.port}`),
    ...step4("CONNECT", tunnel2, tunnel2?.status === void 0 ? "" : String(tunnel2.status)),
    ...step4("TLS", handshake2, [handshake2?.protocol, handshake2?.chain?.[0]?.issuer].filter((text2) => text2 !== void 0).join(" ")),
    ...step4("HTTP", http2, [http2?.status, http2?.headers["content-type"]].filter((text2) => text2 !== void 0).join(" "))
  ];
}
function step4(stage, outcome2, detail2 = "") {
  if (outcome2 === void 0) return [];
  const reason = outcome2.code ?? outcome2.ended ?? "";
  return [
    {
      stage,
      ok: outcome2.ok,
      ms: outcome2.ms,
      detail: outcome2.ok ? detail2 : [reason, detail2].filter((text2) => text2 !== "").join(" ")
    }
  ];
}
function passedBefore({ stage, target: target2 }) {
  if (target2 === void 0) return [];
  const depth = STAGES.indexOf(stage);
  const rows2 = [
    ["resolve", target2.resolve?.lookup.ok === true, "DNS.NXDOMAIN", "the name resolves"],
    ["connect", target2.connects.some(({ ok: ok2 }) => ok2), "TCP.TIMEOUT", "the port is open"],
    ["tunnel", target2.tunnel?.ok === true, "PROXY.DENIED", "the proxy connects"],
    ["tls", isVouchedFor(target2), "TLS.INTERCEPTED", "the certificate is verified"]
  ];
  return rows2.filter(([beyond, ok2]) => ok2 && depth > STAGES.indexOf(beyond)).map(([, , code, why]) => ({ code, why }));
}
var init_target_summary = __esm({
  "src/rules/target-summary.ts"() {
    init_cause_rule();
    init_target_facts();
  }
});

// src/rules/diagnose.ts
function diagnose(observed) {
  const facts = inOrder2(observed);
  const steps = failedSteps(facts);
  const scene = { facts, steps, nowMs: facts.clock?.nowMs ?? facts.environment?.nowMs };
  const weighed = steps.map((step5) => weighStep(step5, scene));
  const causes = joinAlike(tangles(weighed).flatMap((tangle) => judge3(tangle, facts)));
  causes.sort(
    (a, b) => rankOf(a) - rankOf(b) || b.steps.length - a.steps.length || stageOf(a) - stageOf(b) || b.confidence - a.confidence || (a.code < b.code ? -1 : 1)
  );
  const named = causes.map(
    ({ steps: _steps, bound: _bound, subjects, ...cause }) => ({ ...cause, subject: listed(subjects) })
  );
  return { healthy: named.length === 0, causes: named, warnings: diagnosisWarnings(facts, named), targets: summarize(observed) };
}
function inOrder2(facts) {
  const sorted = (items) => {
    const keyed = items.map((item) => ({ item, key: JSON.stringify(item) }));
    return keyed.sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0).map(({ item }) => item);
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
function judge3(tangle, facts) {
  const ranked = rankCauses(tangle);
  const chosen = ranked.filter(({ isChosen }) => isChosen);
  const best = ranked.reduce(
    (top, item) => top === void 0 || item.probability > top.probability ? item : top,
    void 0
  );
  return (chosen.length > 0 || best === void 0 ? chosen : [best]).map(
    (item) => describe(item, { tangle, ranked, chosen, facts })
  );
}
function describe(item, { tangle, ranked, chosen, facts }) {
  const explained = tangle.flatMap(
    ({ step: step5, candidates }) => candidates.filter(({ key }) => key === item.key && isBest(key, candidates, chosen)).map((candidate) => ({ step: step5, candidate }))
  );
  const all = tangle.flatMap(({ candidates }) => candidates.filter(({ key }) => key === item.key));
  const own = explained.length > 0 ? explained.map(({ candidate }) => candidate) : all;
  const [first] = [...own].sort((a, b) => b.score - a.score);
  if (first === void 0) throw new Error("a ranked cause without a candidate");
  const { verdict, confidence } = verdictOf2(item, own);
  const steps = explained.length > 0 ? explained.map(({ step: step5 }) => step5) : all.map(({ step: step5 }) => step5);
  const rivals = ranked.filter(
    ({ key, probability }) => key !== item.key && probability >= 0.05 && !chosen.some((other) => other.key === key)
  );
  return {
    code: first.code,
    bound: first.bound,
    verdict,
    confidence: round(confidence),
    subjects: own.map(({ subject }) => subject),
    chain: chainOf(first.code, steps, facts),
    evidence: evidenceOf2(own),
    fixes: verdict === "undetermined" ? [] : fixesOf(first.code, { candidate: first, facts }),
    ruledOut: ruledOut(first.code, tangle, steps),
    rivals: rivals.map(({ key, probability }) => ({ code: codeOfKey(key), confidence: round(probability) })).slice(0, 3),
    ...verdict === "cause" ? {} : {
      decidingTest: first.test ?? testOf(rivals, tangle) ?? "Run doctor again while it fails, and compare with another host"
    },
    steps
  };
}
function isBest(key, candidates, chosen) {
  const rivals = candidates.filter((other) => chosen.some((item) => item.key === other.key));
  const own = rivals.find((other) => other.key === key);
  return own === void 0 || rivals.every((other) => other.score <= own.score);
}
function verdictOf2({ probability, margin }, own) {
  const isFounded = own.some((candidate) => candidate.isFounded);
  const isTold = own.some(({ weights }) => weights.some(({ kind }) => kind === "fact"));
  const isPattern = own.some(({ weights }) => weights.some(({ kind }) => kind === "pattern"));
  const confidence = isFounded || isTold ? probability : Math.min(probability, isPattern ? UNFOUNDED : UNFOUNDED - 0.01);
  if (confidence >= SURE.probability && margin >= SURE.margin && isFounded) return { verdict: "cause", confidence };
  return { verdict: confidence >= LIKELY ? "likely" : "undetermined", confidence };
}
function chainOf(code, steps, facts) {
  const symptoms = steps.map(({ symptom }) => symptom);
  const seen = facts.seen.flatMap((item) => {
    const known = codeOf(item);
    return known !== void 0 && (AGGREGATES.includes(known) || steps.some((step5) => isAbout(item, step5))) ? [known] : [];
  });
  const ordered2 = [
    ...symptoms,
    ...seen.filter((item) => !AGGREGATES.includes(item)),
    ...seen.filter((item) => AGGREGATES.includes(item))
  ];
  return [.../* @__PURE__ */ new Set([code, ...ordered2])].slice(0, 8);
}
function evidenceOf2(own) {
  const order = ["flip", "fact", "pattern", "timing"];
  const weights = own.flatMap(({ weights: all }) => all).filter(({ kind }) => kind !== "against");
  weights.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const unique2 = weights.filter(
    (item, index) => weights.findIndex((other) => other.name === item.name && other.value === item.value) === index
  );
  return unique2.slice(0, 12).map(({ name, value }) => ({ name, value: value.slice(0, 300) }));
}
function ruledOut(code, tangle, steps) {
  const refused = tangle.filter(({ step: step5 }) => steps.includes(step5)).flatMap((item) => item.refused);
  const passed = steps.flatMap((step5) => passedBefore(step5));
  const all = [...refused, ...passed].filter((item) => item.code !== code);
  return all.filter((item, index) => all.findIndex((other) => other.code === item.code) === index).slice(0, 8);
}
function testOf(rivals, tangle) {
  const tests = tangle.flatMap(
    ({ candidates }) => candidates.filter(({ key }) => rivals.some((rival) => rival.key === key)).map(({ test }) => test)
  );
  return tests.find((test) => test !== void 0);
}
function joinAlike(causes) {
  const joined = /* @__PURE__ */ new Map();
  for (const cause of causes) {
    const key = `${cause.code} ${cause.verdict}`;
    const before = joined.get(key);
    if (before === void 0) joined.set(key, cause);
    else joined.set(key, join20(before, cause));
  }
  return [...joined.values()];
}
function join20(a, b) {
  const [first, second] = a.confidence >= b.confidence ? [a, b] : [b, a];
  return {
    ...first,
    subjects: [...a.subjects, ...b.subjects],
    chain: [.../* @__PURE__ */ new Set([...first.chain, ...second.chain])].slice(0, 8),
    evidence: [...first.evidence, ...second.evidence].filter((item, index, list2) => list2.findIndex((other) => other.name === item.name && other.value === item.value) === index).slice(0, 12),
    steps: [...a.steps, ...b.steps]
  };
}
function rankOf({ code, bound, verdict }) {
  const { exit } = CATALOGUE[code];
  const wide = exit === 73 && verdict === "cause" ? 0 : bound === "host" ? 20 : 10;
  return wide + (verdict === "undetermined" ? 100 : 0) + Math.max(0, bound === "host" ? 0 : GRAVITY2.indexOf(exit));
}
function stageOf({ steps }) {
  return Math.min(...steps.map(({ stage }) => STAGES.indexOf(stage)));
}
function listed(names2) {
  const unique2 = [...new Set(names2.filter((name) => name !== ""))].sort();
  return unique2.length > 4 ? `${unique2.slice(0, 3).join(", ")} and ${unique2.length - 3} more` : unique2.join(", ");
}
function codeOfKey(key) {
  return key.slice(0, key.indexOf(" "));
}
function round(value) {
  return Math.round(value * 1e3) / 1e3;
}
var SURE, LIKELY, UNFOUNDED, GRAVITY2;
var init_diagnose = __esm({
  "src/rules/diagnose.ts"() {
    init_catalogue();
    init_cause_candidates();
    init_cause_fixes();
    init_cause_rule();
    init_cause_sets();
    init_diagnosis_warnings();
    init_failed_steps();
    init_target_summary();
    SURE = { probability: 0.85, margin: 3 };
    LIKELY = 0.6;
    UNFOUNDED = 0.6;
    GRAVITY2 = [73, 71, 74, 72, 75];
  }
});

// src/steps/doctor.ts
var doctor_exports = {};
__export(doctor_exports, {
  doctor: () => doctor
});
async function doctor(context, signal) {
  const diagnosis = await inPhase(context, "diagnose", async () => diagnose(await factsOf(context, signal)));
  context.emit({ type: "diagnosis", ...diagnosis });
  const [first, ...more] = diagnosis.causes.map(causeFinding);
  if (first !== void 0) throw new Failure([first, ...more]);
  return "ok";
}
async function factsOf(context, _signal) {
  const { options, operands } = context;
  const file = options["judge"];
  if (file === void 0) {
    throw failure("SELF.BUG", { subject: "doctor", evidence: { reason: "this build only judges: doctor --judge FILE" } });
  }
  if (options["gather"] !== void 0 || operands.length > 0) {
    throw failure("INPUT.INVALID", {
      subject: "--judge",
      message: "With --judge nothing is gathered; leave out --gather and URLs"
    });
  }
  const bytes = await context.machine.files.read((0, import_node_path24.resolve)(context.workspace, file), FACTS_FILE_BYTES);
  return readFactsFile(bytes, (0, import_node_path24.basename)(file));
}
var import_node_path24;
var init_doctor = __esm({
  "src/steps/doctor.ts"() {
    import_node_path24 = require("node:path");
    init_facts_file();
    init_failure();
    init_fold_diagnosis();
    init_diagnose();
    init_context();
  }
});

// src/steps/source-health.ts
var source_health_exports = {};
__export(source_health_exports, {
  showSourceHealth: () => showSourceHealth
});
async function showSourceHealth(_context, _signal) {
  throw failure("SELF.BUG", { subject: "sources", evidence: { reason: "this command is not part of this build" } });
}
var init_source_health = __esm({
  "src/steps/source-health.ts"() {
    init_failure();
  }
});

// src/policy/proxy.ts
function decideProxy(target2, env) {
  const url = new URL(target2);
  const name = url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
  const variable = readVariable2(env, name);
  if (variable === void 0) return { kind: "direct", reason: `${name} is not set` };
  if (isGoLoopback(url.hostname)) return { kind: "direct", reason: "loopback is never proxied" };
  if (name === "HTTP_PROXY" && (env["REQUEST_METHOD"] ?? "") !== "") {
    throw failure("CFG.PROXY_CGI", { subject: variable.name, evidence: { REQUEST_METHOD: env["REQUEST_METHOD"] } });
  }
  const noProxy = readVariable2(env, "NO_PROXY");
  const exempt = noProxy === void 0 ? void 0 : findNoProxyEntry(noProxy.value, url);
  if (noProxy !== void 0 && exempt !== void 0) return { kind: "direct", reason: `${noProxy.name} has ${exempt}` };
  return parseProxy(variable);
}
function readVariable2(env, name) {
  for (const spelling of [name, name.toLowerCase()]) {
    const value = env[spelling];
    if (value !== void 0 && value !== "") return { name: spelling, value };
  }
  return void 0;
}
function isGoLoopback(hostname2) {
  return hostname2 === "localhost" || parseIpAddress(unbracket(hostname2)) !== void 0 && isLoopbackHost(hostname2);
}
function parseProxy(variable) {
  const value = variable.value.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//iu.test(value) ? value : `http://${value}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : void 0;
  if (url === void 0 || url.hostname === "") {
    const shown = value.slice(value.lastIndexOf("@") + 1);
    throw failure("CFG.PROXY_URL_INVALID", {
      subject: variable.name,
      evidence: { value: shown, "expected form": "http://host:port" }
    });
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw failure("CFG.PROXY_SCHEME", {
      subject: variable.name,
      evidence: { scheme: url.protocol.slice(0, -1), host: url.host }
    });
  }
  const secure2 = url.protocol === "https:";
  const authorization = basicAuthorization(url);
  return {
    kind: "proxy",
    reason: variable.name,
    host: unbracket(url.hostname),
    port: url.port === "" ? secure2 ? 443 : 80 : Number(url.port),
    secure: secure2,
    ...authorization === void 0 ? {} : { authorization }
  };
}
function findNoProxyEntry(value, url) {
  const host = unbracket(url.hostname.toLowerCase());
  const port = url.port === "" ? url.protocol === "https:" ? "443" : "80" : url.port;
  const address = parseIpAddress(host);
  for (const raw of value.split(",")) {
    const entry = raw.trim().toLowerCase();
    if (entry !== "" && matchesEntry(entry, { host, port, address })) return raw.trim();
  }
  return void 0;
}
function matchesEntry(entry, target2) {
  if (entry === "*") return true;
  const block2 = parseIpBlock(entry);
  if (block2 !== void 0) return target2.address !== void 0 && block2(target2.address);
  const { host, port } = splitPort(entry);
  if (host === "" || port !== void 0 && port !== "" && port !== target2.port) return false;
  const address = parseIpAddress(host);
  if (address !== void 0) {
    return target2.address !== void 0 && address.family === target2.address.family && address.bits === target2.address.bits;
  }
  return target2.address === void 0 && matchesName2(host, target2.host);
}
function matchesName2(pattern2, host) {
  const suffix = pattern2.startsWith("*.") ? pattern2.slice(1) : pattern2;
  if (suffix.startsWith(".")) return host.endsWith(toAscii(suffix));
  const name = toAscii(suffix);
  return host === name || host.endsWith(`.${name}`);
}
function splitPort(entry) {
  const bracketed = /^\[([^[\]]*)\]:([^:[\]]*)$/u.exec(entry);
  const plain2 = /^([^:[\]]*):([^:[\]]*)$/u.exec(entry);
  const match = bracketed ?? plain2;
  return match === null ? { host: entry, port: void 0 } : { host: match[1] ?? "", port: match[2] };
}
function toAscii(name) {
  if (/^[a-z0-9.-]*$/u.test(name)) return name;
  const leading = name.startsWith(".") ? "." : "";
  const bare = name.slice(leading.length);
  if (/[/?#@\\:[\]%]/u.test(bare) || !URL.canParse(`http://${bare}/`)) return name;
  return leading + new URL(`http://${bare}/`).hostname;
}
var init_proxy = __esm({
  "src/policy/proxy.ts"() {
    init_failure();
    init_ip_address();
    init_redirect();
  }
});

// src/adapters/net-phase.ts
function withinPhase(phase, signal) {
  return new Promise((resolve8, reject) => {
    if (signal.aborted) {
      phase.abandon();
      return reject(signal.reason);
    }
    const settled = new AbortController();
    const settle4 = () => {
      if (settled.signal.aborted) return false;
      settled.abort();
      signal.removeEventListener("abort", onAbort);
      return true;
    };
    const giveUp2 = (reason) => {
      if (!settle4()) return;
      phase.abandon();
      reject(reason);
    };
    const onAbort = () => giveUp2(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    sleepAwake(phase.clock, phase.ms, settled.signal).then(
      () => giveUp2(phase.late()),
      () => void 0
    );
    phase.work().then(
      (value) => settle4() && resolve8(value),
      (error2) => settle4() && reject(error2)
    );
  });
}
async function sleepAwake(clock2, ms, signal) {
  const dueMs = clock2.monotonic() + ms;
  await clock2.sleep(ms, signal);
  const lateMs = clock2.monotonic() - dueMs;
  if (lateMs > LIMITS.lateMs) await clock2.sleep(Math.min(lateMs, ms), signal);
}
var init_net_phase = __esm({
  "src/adapters/net-phase.ts"() {
    init_limits();
  }
});

// src/adapters/net-dial.ts
async function resolveBySystem(host) {
  const found = await (0, import_promises6.lookup)(host, { all: true, order: "verbatim" });
  return found.map((entry) => entry.address);
}
function peerName(peer) {
  return (0, import_node_net.isIP)(peer.host) === 6 ? `[${peer.host}]:${peer.port}` : `${peer.host}:${peer.port}`;
}
async function lookUp2(options, signal) {
  const { peer, limits } = options;
  if ((0, import_node_net.isIP)(peer.host) !== 0) return [peer.host];
  const ms = phaseMs(limits, "lookupMs", options.clock.monotonic());
  const budget = { phase: "lookup", "budget ms": ms };
  const late = () => failure(peer.viaProxy ? "PROXY.DNS" : "DNS.TIMEOUT", { subject: peer.host, evidence: budget });
  try {
    const work = () => askTwice(options);
    const addresses2 = await withinPhase({ clock: options.clock, ms, late, abandon: () => void 0, work }, signal);
    if (addresses2.length === 0) throw Object.assign(new Error("no address"), { code: "ENODATA" });
    return addresses2;
  } catch (error2) {
    signal.throwIfAborted();
    throw netFailure(error2, { phase: "lookup", subject: peer.host, viaProxy: peer.viaProxy });
  }
}
async function askTwice(options) {
  const { clock: clock2, resolve: resolve8, peer } = options;
  const settled = new AbortController();
  const first = resolve8(peer.host);
  const second = clock2.sleep(LIMITS.lookupAgainMs, settled.signal).then(() => resolve8(peer.host));
  try {
    return await Promise.race([first, second.catch(() => first)]);
  } finally {
    settled.abort();
  }
}
function alternateFamilies(addresses2) {
  const family = (0, import_node_net.isIP)(addresses2[0] ?? "");
  const same = addresses2.filter((address) => (0, import_node_net.isIP)(address) === family);
  const other = addresses2.filter((address) => (0, import_node_net.isIP)(address) !== family);
  const mixed = [];
  for (let index = 0; index < Math.max(same.length, other.length); index++) {
    mixed.push(...same.slice(index, index + 1), ...other.slice(index, index + 1));
  }
  return mixed.slice(0, LIMITS.connectAddressCount);
}
function connectFirst(options, signal) {
  const { clock: clock2, peer, limits } = options;
  const budgetMs = () => phaseMs(limits, "connectMs", clock2.monotonic());
  const longestMs = budgetMs();
  const waiting = [...alternateFamilies(options.addresses)];
  return new Promise((resolve8, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const finished = new AbortController();
    const open2 = /* @__PURE__ */ new Set();
    const failed2 = [];
    const finish2 = () => {
      finished.abort();
      signal.removeEventListener("abort", onAbort);
      for (const socket of open2) socket.destroy();
    };
    const onAbort = () => {
      finish2();
      reject(signal.reason);
    };
    const after = (ms, then) => {
      clock2.sleep(ms, finished.signal).then(then, () => void 0);
    };
    const giveUp2 = (socket, attempt2) => {
      if (!open2.delete(socket)) return;
      socket.destroy();
      failed2.push(attempt2);
      if (waiting.length > 0) {
        startNext();
      } else if (open2.size === 0) {
        finish2();
        reject(connectFailure(failed2, peer, longestMs));
      }
    };
    const startNext = () => {
      const address = waiting.shift();
      if (address === void 0) return;
      const options2 = {
        host: address,
        port: peer.port,
        noDelay: true,
        readableHighWaterMark: LIMITS.socketBufferBytes
      };
      const socket = (0, import_node_net.connect)(options2);
      open2.add(socket);
      socket.on("error", (error2) => giveUp2(socket, { address, error: error2 }));
      socket.once("connect", () => {
        if (!open2.delete(socket)) return;
        finish2();
        resolve8(socket);
      });
      sleepAwake(clock2, budgetMs(), finished.signal).then(
        () => giveUp2(socket, { address, error: Object.assign(new Error("no answer"), { code: "ETIMEDOUT" }) }),
        () => void 0
      );
      after(LIMITS.connectStaggerMs, startNext);
    };
    signal.addEventListener("abort", onAbort, { once: true });
    startNext();
  });
}
function connectFailure(failed2, peer, budgetMs) {
  const codes = failed2.map((attempt2) => readSystemError(attempt2.error).code ?? "unknown");
  const telling = codes.findIndex((code) => !["ENETUNREACH", "EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(code));
  const attempts = failed2.map((attempt2, index) => `${attempt2.address} ${codes[index]}`).join(", ");
  return netFailure(failed2[Math.max(telling, 0)]?.error, {
    phase: "connect",
    subject: peerName(peer),
    viaProxy: peer.viaProxy,
    evidence: { addresses: attempts, "budget ms": budgetMs }
  });
}
var import_promises6, import_node_net;
var init_net_dial = __esm({
  "src/adapters/net-dial.ts"() {
    import_promises6 = require("node:dns/promises");
    import_node_net = require("node:net");
    init_failure();
    init_limits();
    init_net_failure();
    init_net_phase();
  }
});

// src/adapters/net-tls.ts
async function secure(handshake2, signal) {
  const { clock: clock2, socket, host, subject, tlsMs, context } = handshake2;
  const more = { highWaterMark: LIMITS.socketBufferBytes };
  const tlsSocket = (0, import_node_tls.connect)({
    ...more,
    socket,
    host,
    ...(0, import_node_net2.isIP)(host) === 0 ? { servername: host } : {},
    ALPNProtocols: ["http/1.1"],
    rejectUnauthorized: true,
    ...context === void 0 ? {} : { secureContext: context }
  });
  let certificate2;
  tlsSocket.prependOnceListener("secure", () => {
    certificate2 = tlsSocket.getPeerCertificate();
  });
  const abandon2 = () => {
    tlsSocket.destroy();
    socket.destroy();
  };
  const late = () => failure("TLS.HANDSHAKE_STALL", {
    subject,
    evidence: { phase: "tls", "budget ms": tlsMs, "received bytes": socket.bytesRead, ...handshake2.evidence }
  });
  try {
    const work = () => new Promise((resolve8, reject) => {
      tlsSocket.on("error", reject);
      tlsSocket.once("close", () => reject(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
      tlsSocket.once("secureConnect", resolve8);
    });
    await withinPhase({ clock: clock2, ms: tlsMs, late, abandon: abandon2, work }, signal);
    return tlsSocket;
  } catch (error2) {
    abandon2();
    signal.throwIfAborted();
    throw netFailure(error2, { phase: "tls", subject, evidence: { ...certificateEvidence(certificate2), ...handshake2.evidence } });
  }
}
function tlsFacts(socket) {
  const certificate2 = socket.getPeerCertificate();
  return {
    protocol: socket.getProtocol() ?? "unknown",
    subject: nameOf(certificate2.subject),
    issuer: nameOf(certificate2.issuer),
    validFrom: certificate2.valid_from ?? "",
    validTo: certificate2.valid_to ?? ""
  };
}
function certificateEvidence(certificate2) {
  if (certificate2?.valid_to === void 0) return {};
  return {
    subject: nameOf(certificate2.subject),
    issuer: nameOf(certificate2.issuer),
    names: printable(certificate2.subjectaltname ?? ""),
    "valid from": certificate2.valid_from,
    "valid to": certificate2.valid_to,
    "sha256 fingerprint": certificate2.fingerprint256
  };
}
function nameOf(name) {
  const first = [name?.CN, name?.O].find((part) => part !== void 0);
  return printable(first === void 0 ? "" : String(first));
}
var import_node_net2, import_node_tls;
var init_net_tls = __esm({
  "src/adapters/net-tls.ts"() {
    import_node_net2 = require("node:net");
    import_node_tls = require("node:tls");
    init_failure();
    init_limits();
    init_net_failure();
    init_net_phase();
  }
});

// src/adapters/net-tunnel.ts
async function openTunnel(tunnel2, signal) {
  const { clock: clock2, socket, proxyMs, proxy: proxy2, target: target2 } = tunnel2;
  const late = () => failure("PROXY.STALL", { subject: proxy2, evidence: { phase: "tunnel", target: target2, "budget ms": proxyMs } });
  try {
    await withinPhase({ clock: clock2, ms: proxyMs, late, abandon: () => socket.destroy(), work: () => sendConnect(tunnel2) }, signal);
  } catch (error2) {
    socket.destroy();
    signal.throwIfAborted();
    throw netFailure(error2, { phase: "tunnel", subject: proxy2, viaProxy: true, evidence: { target: target2 } });
  }
}
function sendConnect(tunnel2) {
  return new Promise((resolve8, reject) => {
    const authorization = tunnel2.authorization === void 0 ? {} : { "proxy-authorization": tunnel2.authorization };
    const connect4 = (0, import_node_http.request)({
      createConnection: () => tunnel2.socket,
      method: "CONNECT",
      path: tunnel2.target,
      headers: { host: tunnel2.target, "user-agent": `${PRODUCT.name}/${PRODUCT.version}`, ...authorization },
      maxHeaderSize: LIMITS.headerBytes
    });
    connect4.on("error", reject);
    connect4.once("connect", (response, _socket, head) => {
      const problem = judgeConnect({ tunnel: tunnel2, response, head });
      if (problem === void 0) resolve8();
      else reject(problem);
    });
    connect4.end();
  });
}
function judgeConnect(answer2) {
  const { response, tunnel: tunnel2, head } = answer2;
  const status = response.statusCode ?? 0;
  const opened = status >= 200 && status <= 299;
  if (opened && head.length === 0) return void 0;
  const { headers } = response;
  return failure(opened ? "PROXY.NOT_HTTP" : codeOfConnectStatus(status), {
    subject: tunnel2.proxy,
    evidence: {
      phase: "tunnel",
      target: tunnel2.target,
      status,
      schemes: authenticationSchemes(headers["proxy-authenticate"]),
      "x-squid-error": one(headers["x-squid-error"]),
      via: one(headers["via"]),
      "first bytes": head.length === 0 ? void 0 : printable(head)
    }
  });
}
function codeOfConnectStatus(status) {
  if (status === 407) return "PROXY.AUTH";
  return status >= 500 ? "PROXY.UPSTREAM" : "PROXY.DENIED";
}
function one(value) {
  return value === void 0 ? void 0 : printable(typeof value === "string" ? value : value.join(", "));
}
function authenticationSchemes(value) {
  if (value === void 0) return void 0;
  const challenges = typeof value === "string" ? [value] : value;
  return challenges.map((challenge) => printable(challenge).split(" ")[0]).join(", ");
}
var import_node_http;
var init_net_tunnel = __esm({
  "src/adapters/net-tunnel.ts"() {
    import_node_http = require("node:http");
    init_failure();
    init_limits();
    init_product();
    init_net_failure();
    init_net_phase();
  }
});

// src/adapters/net-connection.ts
async function openConnection(opening, signal) {
  const { clock: clock2, url, route, limits, context } = opening;
  const peer = peerOf(url, route);
  const lap = stopwatch(clock2);
  const left = (phase) => phaseMs(limits, phase, clock2.monotonic());
  const addresses2 = await lookUp2({ clock: clock2, resolve: opening.resolve, peer, limits }, signal);
  const lookupMs = lap();
  const raw = await connectFirst({ clock: clock2, addresses: addresses2, peer, limits }, signal);
  const connectMs = lap();
  opening.onSocket(raw);
  const address = raw.remoteAddress;
  const via = route.kind === "proxy" ? peerName(peer) : void 0;
  const evidence = { address, proxy: via };
  let socket = raw;
  let proxyMs;
  if (route.kind === "proxy") {
    if (route.secure) {
      socket = await secure(
        { clock: clock2, socket, host: peer.host, subject: peerName(peer), tlsMs: left("tlsMs"), context, evidence },
        signal
      );
    }
    if (url.protocol === "https:") {
      const target2 = `${url.hostname}:${url.port === "" ? 443 : url.port}`;
      const { authorization } = route;
      await openTunnel({ clock: clock2, socket, proxy: peerName(peer), target: target2, authorization, proxyMs: left("proxyMs") }, signal);
    }
    proxyMs = lap();
  }
  let tls2;
  if (url.protocol === "https:") {
    const host = unbracket(url.hostname);
    const over = await secure(
      { clock: clock2, socket, host, subject: url.host, tlsMs: left("tlsMs"), context, evidence },
      signal
    );
    tls2 = { tls: tlsFacts(over), tlsMs: lap() };
    socket = over;
  }
  const facts = {
    host: url.host,
    addresses: addresses2,
    proxyReason: route.reason,
    lookupMs,
    connectMs,
    ...address === void 0 ? {} : { address },
    ...via === void 0 ? {} : { proxy: via },
    ...proxyMs === void 0 ? {} : { proxyMs },
    ...tls2
  };
  return { socket, facts };
}
function peerOf(url, route) {
  if (route.kind === "proxy") return { host: route.host, port: route.port, viaProxy: true };
  const port = url.port === "" ? url.protocol === "https:" ? 443 : 80 : Number(url.port);
  return { host: unbracket(url.hostname), port, viaProxy: false };
}
function stopwatch(clock2) {
  let before = clock2.monotonic();
  return () => {
    const now = clock2.monotonic();
    const ms = Math.round((now - before) * 10) / 10;
    before = now;
    return ms;
  };
}
var init_net_connection = __esm({
  "src/adapters/net-connection.ts"() {
    init_limits();
    init_ip_address();
    init_net_dial();
    init_net_tls();
    init_net_tunnel();
  }
});

// src/adapters/net-http.ts
async function send2(sending, signal) {
  const { clock: clock2, socket, url, firstByteMs } = sending;
  const receivedBefore = socket.bytesRead;
  const { outgoing, answered } = write3(sending);
  const abandon2 = () => {
    outgoing.destroy();
    socket.destroy();
  };
  const budget = { phase: "request", "budget ms": firstByteMs, ...sending.evidence };
  const late = () => failure("HTTP.TTFB_STALL", { subject: url.host, evidence: budget });
  try {
    return await withinPhase({ clock: clock2, ms: firstByteMs, late, abandon: abandon2, work: () => answered }, signal);
  } catch (error2) {
    abandon2();
    signal.throwIfAborted();
    const evidence = { "received bytes": socket.bytesRead - receivedBefore, ...sending.evidence };
    throw netFailure(error2, { phase: "request", subject: url.host, evidence });
  }
}
function write3(sending) {
  const { socket, url } = sending;
  const outgoing = (0, import_node_http2.request)({
    createConnection: () => socket,
    method: sending.method,
    path: sending.absoluteForm ? `${url.origin}${url.pathname}${url.search}` : `${url.pathname}${url.search}`,
    headers: { host: url.host, connection: "keep-alive", ...sending.headers },
    maxHeaderSize: LIMITS.headerBytes,
    insecureHTTPParser: false
  });
  let firstError;
  const answered = new Promise((resolve8, reject) => {
    const fail2 = (error2) => {
      firstError ??= error2;
      reject(error2);
    };
    outgoing.on("error", fail2);
    outgoing.once("response", (incoming) => {
      incoming.on("error", fail2);
      resolve8({ incoming, error: () => firstError });
    });
    outgoing.end();
  });
  return { outgoing, answered };
}
function joinHeaders(incoming) {
  const joined = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== void 0) joined[name] = typeof value === "string" ? value : value.join(", ");
  }
  return joined;
}
async function* readBody(options, signal) {
  const { answer: answer2, subject } = options;
  const { incoming } = answer2;
  let receivedBytes = 0;
  let complete = false;
  try {
    signal.throwIfAborted();
    for await (const chunk of incoming) {
      receivedBytes += chunk.length;
      yield chunk;
    }
    const error2 = answer2.error();
    if (error2 !== void 0) throw error2;
    if (!incoming.complete) throw Object.assign(new Error("ended early"), { code: "ECONNRESET" });
    complete = true;
  } catch (error2) {
    signal.throwIfAborted();
    const announced = incoming.headers["content-length"];
    const evidence = { "received bytes": receivedBytes, "announced bytes": announced, ...options.evidence };
    throw netFailure(answer2.error() ?? error2, { phase: "body", subject, evidence });
  } finally {
    if (!complete) options.onBroken();
    options.onEnd();
  }
}
var import_node_http2;
var init_net_http = __esm({
  "src/adapters/net-http.ts"() {
    import_node_http2 = require("node:http");
    init_failure();
    init_limits();
    init_net_failure();
    init_net_phase();
  }
});

// src/adapters/net-pool.ts
function createPool(clock2) {
  const idle = /* @__PURE__ */ new Map();
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
        if (!socket.destroyed && clock2.monotonic() - entry.sinceMs < LIMITS.idleConnectionMs) {
          socket.ref();
          return entry.connection;
        }
        socket.destroy();
      }
      return void 0;
    },
    put(key, connection) {
      const { socket } = connection;
      if (socket.destroyed || !socket.writable || !socket.readable) {
        socket.destroy();
        return;
      }
      const events = ["data", "end", "error", "close"];
      const onEvent = () => {
        drop(key, entry);
        socket.destroy();
      };
      const forget2 = () => {
        for (const event of events) socket.off(event, onEvent);
      };
      const entry = { connection, sinceMs: clock2.monotonic(), forget: forget2 };
      for (const event of events) socket.on(event, onEvent);
      socket.unref();
      idle.set(key, [...idle.get(key) ?? [], entry]);
    },
    close() {
      for (const [key, entries3] of idle) {
        for (const entry of entries3) {
          drop(key, entry);
          entry.connection.socket.destroy();
        }
      }
    }
  };
}
var init_net_pool = __esm({
  "src/adapters/net-pool.ts"() {
    init_limits();
  }
});

// src/adapters/net-roots.ts
function createTrustStore(options) {
  const { env, ca = [] } = options;
  let usual;
  let withSystem;
  return {
    usual() {
      if (ca.length === 0) return void 0;
      usual ??= makeContext([...tls.rootCertificates, ...extraRoots(env), ...ca]);
      return usual;
    },
    withSystem() {
      if (withSystem === void 0) {
        const system = systemRoots(env);
        const all = [...tls.rootCertificates, ...extraRoots(env), ...ca, ...system];
        withSystem = { context: system.length === 0 ? void 0 : makeContext(all) };
      }
      return withSystem.context;
    }
  };
}
function makeContext(ca) {
  try {
    return tls.createSecureContext({ ca });
  } catch (error2) {
    throw failure("INPUT.CA_FILE", { subject: "ca-file", evidence: { error: String(error2) } }, error2);
  }
}
function extraRoots(env) {
  return readBundle(env["NODE_EXTRA_CA_CERTS"]);
}
function systemRoots(env) {
  const named = readBundle(env["SSL_CERT_FILE"]);
  if (named.length > 0) return named;
  const native = typeof tls.getCACertificates === "function" ? tls.getCACertificates("system") : [];
  if (native.length > 0) return native;
  for (const path3 of SYSTEM_BUNDLES) {
    const bundle = readBundle(path3);
    if (bundle.length > 0) return bundle;
  }
  return [];
}
function readBundle(path3) {
  if (path3 === void 0 || path3 === "") return [];
  try {
    const text2 = (0, import_node_fs3.readFileSync)(path3, "utf8");
    return text2.includes("-----BEGIN") ? [text2] : [];
  } catch {
    return [];
  }
}
var import_node_fs3, tls, SYSTEM_BUNDLES;
var init_net_roots = __esm({
  "src/adapters/net-roots.ts"() {
    import_node_fs3 = require("node:fs");
    tls = __toESM(require("node:tls"), 1);
    init_failure();
    SYSTEM_BUNDLES = [
      "/etc/ssl/certs/ca-certificates.crt",
      "/etc/pki/tls/certs/ca-bundle.crt",
      "/etc/ssl/ca-bundle.pem",
      "/etc/pki/tls/cacert.pem",
      "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
      "/etc/ssl/cert.pem",
      "/usr/local/etc/ssl/cert.pem"
    ];
  }
});

// src/adapters/node-net.ts
var node_net_exports = {};
__export(node_net_exports, {
  createNet: () => createNet,
  createOfflineNet: () => createOfflineNet
});
function createNet(options) {
  const { env, clock: clock2 } = options;
  const pool = createPool(clock2);
  const trust = createTrustStore({ env, ca: options.ca });
  const live = /* @__PURE__ */ new Set();
  const onSocket = (socket) => {
    live.add(socket);
    socket.once("close", () => live.delete(socket));
  };
  const dial = createDial({ clock: clock2, trust, resolve: options.resolve ?? resolveBySystem, onSocket });
  async function request3(request4, signal) {
    signal.throwIfAborted();
    const url = checkedUrl(request4.url, env);
    const route = decideProxy(url.href, env);
    const key = route.kind === "proxy" ? `${url.origin} ${route.host}:${route.port}` : url.origin;
    const exchange2 = (connection, reused) => exchangeOver({ request: request4, url, route, clock: clock2, connection, reused, onFree: () => pool.put(key, connection) }, signal);
    const kept2 = pool.take(key);
    if (kept2 !== void 0) {
      try {
        return await exchange2(kept2, true);
      } catch (error2) {
        signal.throwIfAborted();
        if (!(error2 instanceof Failure) || error2.code !== "TCP.RESET" && error2.code !== "HTTP.EMPTY") throw error2;
      }
    }
    return exchange2(await dial({ url, route, limits: request4.limits }, signal), false);
  }
  return {
    request: request3,
    close() {
      pool.close();
      for (const socket of live) socket.destroy();
    }
  };
}
function createOfflineNet() {
  return {
    close: () => void 0,
    request: (request3) => Promise.reject(failure("OFFLINE.NOT_FOUND", { subject: redactUrl(request3.url) }))
  };
}
function createDial(options) {
  const { trust, ...means } = options;
  let useSystem = false;
  return async (call, signal) => {
    const usesTls = call.url.protocol === "https:" || call.route.kind === "proxy" && call.route.secure;
    const context = !usesTls ? void 0 : useSystem ? trust.withSystem() : trust.usual();
    try {
      return await openConnection({ ...means, ...call, context }, signal);
    } catch (error2) {
      const unknownIssuer = error2 instanceof Failure && isUnknownIssuer(readSystemError(error2.cause).code);
      const wider = unknownIssuer && !useSystem ? trust.withSystem() : void 0;
      if (wider === void 0) throw error2;
      const connection = await openConnection({ ...means, ...call, context: wider }, signal);
      useSystem = true;
      return connection;
    }
  };
}
function checkedUrl(text2, env) {
  const url = new URL(text2);
  if (url.protocol !== "https:" && url.protocol !== "http:" || url.username !== "" || url.password !== "") {
    throw new TypeError(`not a plain http(s) URL: ${redactUrl(text2)}`);
  }
  if (url.protocol === "https:" && env["NODE_TLS_REJECT_UNAUTHORIZED"] === "0") {
    throw failure("CFG.TLS_DISABLED", { subject: "NODE_TLS_REJECT_UNAUTHORIZED", evidence: { url: redactUrl(text2) } });
  }
  return url;
}
async function exchangeOver(call, signal) {
  const { request: request3, url, route, clock: clock2, connection, reused } = call;
  const { socket } = connection;
  const absoluteForm = route.kind === "proxy" && url.protocol === "http:";
  const forProxy = absoluteForm && route.authorization !== void 0 ? { "proxy-authorization": route.authorization } : void 0;
  const evidence = { address: connection.facts.address, proxy: connection.facts.proxy };
  const startMs = clock2.monotonic();
  const answer2 = await send2(
    {
      clock: clock2,
      socket,
      method: request3.method ?? "GET",
      url,
      absoluteForm,
      headers: { ...request3.headers, ...forProxy },
      firstByteMs: phaseMs(request3.limits, "firstByteMs", startMs),
      evidence
    },
    signal
  );
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
  const body = readBody({ answer: answer2, subject: url.host, onEnd: stopListening, onBroken: destroy, evidence }, signal);
  const firstByteMs = Math.round((clock2.monotonic() - startMs) * 10) / 10;
  return {
    status: answer2.incoming.statusCode ?? 0,
    headers: joinHeaders(answer2.incoming),
    body,
    discard: destroy,
    facts: { ...connection.facts, reused, firstByteMs }
  };
}
var init_node_net = __esm({
  "src/adapters/node-net.ts"() {
    init_failure();
    init_limits();
    init_redact();
    init_net_errors();
    init_proxy();
    init_net_connection();
    init_net_dial();
    init_net_failure();
    init_net_http();
    init_net_pool();
    init_net_roots();
  }
});

// src/main.ts
var import_node_crypto9 = require("node:crypto");
var import_node_fs4 = require("node:fs");
var import_node_os2 = require("node:os");
var import_node_path26 = require("node:path");

// node_modules/@actions/core/lib/command.js
var os = __toESM(require("os"));

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
var crypto = __toESM(require("crypto"));
var fs = __toESM(require("fs"));
var os2 = __toESM(require("os"));
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter2 = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter2)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter2}"`);
  }
  if (convertedValue.includes(delimiter2)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter2}"`);
  }
  return `${key}<<${delimiter2}${os2.EOL}${convertedValue}${os2.EOL}${delimiter2}`;
}

// node_modules/@actions/core/lib/core.js
var os3 = __toESM(require("os"));
var path = __toESM(require("path"));
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name, val) {
  const convertedVal = toCommandValue(val);
  process.env[name] = convertedVal;
  const filePath = process.env["GITHUB_ENV"] || "";
  if (filePath) {
    return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
  }
  issueCommand("set-env", { name }, convertedVal);
}
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function addPath(inputPath) {
  const filePath = process.env["GITHUB_PATH"] || "";
  if (filePath) {
    issueFileCommand("PATH", inputPath);
  } else {
    issueCommand("add-path", {}, inputPath);
  }
  process.env["PATH"] = `${inputPath}${path.delimiter}${process.env["PATH"]}`;
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os3.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os3.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}
function saveState(name, value) {
  const filePath = process.env["GITHUB_STATE"] || "";
  if (filePath) {
    return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
  }
  issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
  return process.env[`STATE_${name}`] || "";
}

// src/adapters/exit-guard.ts
init_failure();
init_finding();
init_limits();

// src/policy/causes.ts
init_catalogue();
var GRAVITY = [73, 71, 74, 72, 75];
var VERDICTS = { certain: "cause", likely: "likely", possible: "undetermined" };
function findCause(findings2, attempts = []) {
  const main2 = findings2.find((item) => item.severity === "error");
  if (main2 === void 0) return null;
  const sameAsMain = (item) => item.code === main2.code && item.subject === main2.subject;
  const candidates = attempts.some(sameAsMain) ? attempts.filter((item) => item.severity === "error") : [main2];
  const explainers = findings2.filter((item) => item.severity !== "info");
  const chains = candidates.map((item) => chainTo(item, explainers));
  const gravest = chains.reduce((best, chain) => rank(chain) < rank(best) ? chain : best);
  const agree = chains.every((chain) => chain[0].code === gravest[0].code);
  const confidence = agree ? gravest[0].confidence : "likely";
  return {
    code: gravest[0].code,
    confidence,
    verdict: VERDICTS[confidence],
    chain: gravest.map((item) => item.code),
    ruledOut: []
  };
}
function chainTo(symptom, present) {
  let chain = [symptom];
  for (; ; ) {
    const [root] = chain;
    const used = chain.map((item) => item.code);
    const parent = present.find((item) => explains(item.code, root.code) && !used.includes(item.code));
    if (parent === void 0) return chain;
    chain = [parent, ...chain];
  }
}
function explains(cause, symptom) {
  return CATALOGUE[cause].explains.includes(symptom);
}
function rank(chain) {
  const position = GRAVITY.indexOf(CATALOGUE[chain[0].code].exit);
  return position === -1 ? GRAVITY.length : position;
}

// src/report/annotations.ts
init_catalogue();

// src/report/plain.ts
var DECEPTIVE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
function plain(text2, maxLength = 300) {
  const line2 = text2.slice(0, maxLength * 2).replace(/[\s\u0085]+/gu, " ").replace(DECEPTIVE, "\uFFFD").trim();
  const characters = [...line2];
  const isCut2 = characters.length > maxLength || text2.length > maxLength * 2;
  return isCut2 ? `${characters.slice(0, maxLength - 1).join("")}\u2026` : line2;
}
function plainLines(text2, maxCount = 40) {
  const lines = text2.slice(0, 1e5).split(/\r\n|\r|\n/u);
  const kept2 = lines.slice(0, maxCount).map((line2) => {
    const content2 = line2.trimStart();
    return " ".repeat(Math.min(line2.length - content2.length, 40)) + plain(content2, 400);
  });
  return lines.length > maxCount ? [...kept2, "\u2026"] : kept2;
}

// src/report/wording.ts
init_catalogue();

// src/report/diagnosis-wording.ts
init_catalogue();

// src/report/units.ts
function durationText(ms) {
  if (ms < 100) return `${Math.round(ms)} ms`;
  if (ms < 9950) return `${(ms / 1e3).toFixed(1)} s`;
  const seconds = Math.round(ms / 1e3);
  if (seconds < 60) return `${seconds} s`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
function bytesText(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const isLarge = bytes >= 1048576;
  const amount = bytes / (isLarge ? 1048576 : 1024);
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${isLarge ? "MiB" : "KiB"}`;
}

// src/report/diagnosis-wording.ts
var LEAD = {
  cause: "Found",
  likely: "Likely cause",
  undetermined: "Something fails, and the cause is not clear; it may be"
};
function diagnosisHeadline({ causes, targets }) {
  const [first, ...more] = causes;
  if (first === void 0) {
    const count = targets.length === 1 ? "one address was" : `${targets.length} addresses were`;
    return targets.length === 0 ? "Nothing is wrong with what was looked at" : `Nothing is wrong: ${count} looked at`;
  }
  const rest = more.length === 0 ? "" : `, and ${more.length === 1 ? "one more" : `${more.length} more`}`;
  return `${LEAD[first.verdict]}: ${CATALOGUE[first.code].title}${rest}`;
}
function stepsText({ steps }) {
  if (steps.length === 0) return "not reached";
  return steps.map(({ stage, ok: ok2, ms, detail: detail2 }) => `${stage} ${ok2 ? "ok" : detail2 || "failed"} ${durationText(ms)}`).join(", ");
}
function confidenceText(confidence) {
  return `${Math.min(99, Math.round(confidence * 100))} %`;
}

// src/report/wording.ts
var EXIT_MEANING = {
  0: "done",
  64: "usage",
  70: "internal error",
  71: "configuration",
  72: "network",
  73: "integrity",
  74: "disk or permission",
  75: "temporary, a retry may help"
};
var PHASE_TITLES = {
  resolve: "Resolve the version",
  lookup: "Look up the proof",
  acquire: "Acquire Go",
  check: "Check the installed Go",
  apply: "Set up the environment",
  cache: "Restore the caches",
  preflight: "Check the project",
  diagnose: "Find the cause"
};
var PROOF_NAMES = {
  "checksum-database": "checksum database",
  "release-table": "release table",
  "pinned-checksum": "pinned checksum",
  "source-listing": "listing of the source only"
};
function proofName(proof) {
  return `${PROOF_NAMES[proof.kind]} (${proof.root})`;
}
function headline(report) {
  if (report.command === "doctor" && report.diagnosis !== void 0) return diagnosisHeadline(report.diagnosis);
  if (report.outcome === "failed") {
    const what = report.command === "install" || report.command === "" ? "Go was not installed" : `${report.command} failed`;
    const problems = actionable(report);
    if (problems.length > 1) return `${what}: ${problems.length} problems to correct`;
    if (report.cause === null) return `${what}: the cause is undetermined`;
    return `${what}${LEAD2[report.cause.verdict]}: ${CATALOGUE[report.cause.code].title}`;
  }
  if (report.go === null) {
    const { resolved, proof, command } = report;
    if (resolved !== null) return `Go ${resolved.version} for ${resolved.platform}`;
    return proof === null ? `${command} is done` : `Proved by the ${proofName(proof)}`;
  }
  const verb = report.outcome === "installed" ? "is installed and proved" : "was in the tool cache and is proved";
  return `Go ${report.go.version} ${report.outcome === "ok" ? "is ready" : verb}`;
}
var LEAD2 = {
  cause: "",
  likely: "; likely cause",
  undetermined: "; possible cause"
};
function verdictWord(cause) {
  return cause.verdict === "cause" ? "certain" : cause.verdict;
}
function actionable(report) {
  const { cause } = report;
  if (cause === null) return [];
  const main2 = report.findings.find((item) => item.code === cause.code);
  const edits = report.findings.filter(
    (item) => item !== main2 && item.severity === "error" && (CATALOGUE[item.code].exit === 64 || item.code.startsWith("INPUT.") || item.location !== void 0) && !cause.chain.slice(1).includes(item.code)
  );
  return main2 === void 0 ? edits : [main2, ...edits];
}
function repairs(finding2) {
  if (finding2.fixes.length === 0) return [{ title: CATALOGUE[finding2.code].fix, text: "", weakens: false }];
  return finding2.fixes.map((fix) => ({ title: fix.title, text: fix.text, weakens: fix.risk !== "none" }));
}
var END_REASONS = {
  won: "complete",
  shared: "delivered a part",
  lost: "another source was faster",
  failed: "no reason is known",
  skipped: "not asked",
  running: "not finished"
};
function attemptReason(report, attempt2) {
  const { code, source, end: end2 } = attempt2;
  if (code === void 0) return END_REASONS[end2];
  return report.findings.find((item) => item.code === code && item.subject === source)?.message ?? CATALOGUE[code].title;
}
function remarks(report) {
  const shown = actionable(report);
  return report.findings.filter(
    (item) => !shown.includes(item) && !report.attempts.some((attempt2) => attempt2.source === item.subject && attempt2.code === item.code)
  );
}

// src/report/annotations.ts
var SHOWN_COUNT = 10;
function annotationsOf(report) {
  const causes = actionable(report);
  const errors = causes.map((item, index) => annotation("error", item, index === 0 ? tried(report) : []));
  if (report.outcome === "failed" && causes.length === 0) {
    errors.push({ level: "error", title: "Undetermined", message: plain(headline(report)) });
  }
  const isGood = report.outcome !== "failed";
  const warnings = report.findings.filter((item) => item.severity === "warning" || isGood && item.severity === "error" && CATALOGUE[item.code].exit === 73).filter((item) => !(report.cause?.chain ?? []).includes(item.code)).map((item) => annotation("warning", item, []));
  return [...errors.slice(0, SHOWN_COUNT), ...warnings.slice(0, SHOWN_COUNT)];
}
function tried(report) {
  const attempts = report.attempts.slice(0, SHOWN_COUNT).map(({ source, code, end: end2 }) => `${source} ${code ?? end2}`);
  return attempts.length > 1 ? [`Tried: ${attempts.join(", ")}`] : [];
}
function annotation(level, finding2, context) {
  const { location } = finding2;
  const fix = repairs(finding2).map(({ title, text: text2 }) => text2 === "" ? title : `${title}: ${text2}`);
  const evidence = finding2.evidence.slice(0, 4).map((item) => `${item.name}: ${item.value}`);
  const lines = [
    `${finding2.subject}: ${finding2.message}`,
    ...evidence,
    ...fix.slice(0, 2).map((text2) => `Fix: ${text2}`),
    ...context
  ];
  return {
    level,
    title: plain(`${finding2.code}: ${CATALOGUE[finding2.code].title}`, 120),
    message: lines.map((line2) => plain(line2)).join("\n"),
    ...location === void 0 ? {} : { file: location.file },
    ...location?.line === void 0 ? {} : { line: location.line }
  };
}

// src/report/text.ts
init_catalogue();

// src/report/cache-wording.ts
var CACHE_NAMES = { modules: "modules", build: "build results" };
var RESULTS = {
  exact: "restored",
  prefix: "restored from an older entry",
  none: "no entry yet",
  failed: "not restored"
};
function cacheText(outcome2) {
  if (outcome2.result === "off") return `off, ${outcome2.reason}`;
  return `${CACHE_NAMES[outcome2.entry]}: ${RESULTS[outcome2.result]}`;
}

// src/report/diagnosis-text.ts
init_catalogue();
var TARGET_COUNT = 20;
var CAUSE_COUNT = 5;
function diagnosisLines({ targets, causes, warnings }) {
  const seen = targets.slice(0, TARGET_COUNT).flatMap((target2) => {
    const via = target2.via === "direct" ? "" : ` through ${target2.via}`;
    return [plain(`  ${target2.url}${via}`), `    ${plain(stepsText(target2))}`];
  });
  const left = targets.length > TARGET_COUNT ? [`  and ${targets.length - TARGET_COUNT} more`] : [];
  return [
    ...seen.length === 0 ? [] : ["", "Seen", ...seen.map(indented), ...left],
    ...causes.slice(0, CAUSE_COUNT).flatMap((cause) => ["", ...causeLines(cause)]),
    ...causes.length > CAUSE_COUNT ? ["", `  and ${causes.length - CAUSE_COUNT} more causes; report.json has all`] : [],
    ...warnings.length === 0 ? [] : [
      "",
      ...column(
        "Note",
        warnings.map((item) => `${item.code} ${item.subject}: ${item.message}`)
      )
    ]
  ];
}
function indented(line2) {
  return line2.startsWith("    ") ? line2 : `  ${line2.trim()}`;
}
function causeLines(cause) {
  const { code, subject, verdict, confidence, chain, evidence, fixes, ruledOut: ruledOut2, rivals, decidingTest } = cause;
  const word = verdict === "cause" ? "certain" : verdict;
  const repair = fixes.flatMap((fix) => [
    plain(fix.title),
    ...fix.text === "" ? [] : plainLines(fix.text).map((line2) => `  ${line2}`)
  ]);
  return [
    labelled("Cause", `${code} ${subject} (${word}, ${confidenceText(confidence)})`),
    labelled("", CATALOGUE[code].title),
    labelled("Why", CATALOGUE[code].why),
    ...column(
      "Evidence",
      evidence.map((item) => `${item.name}: ${item.value}`)
    ),
    ...column(
      "Follows",
      chain.slice(1).map((item) => `${item} ${CATALOGUE[item].title}`)
    ),
    ...column(
      "Or",
      rivals.map((item) => `${item.code} ${CATALOGUE[item.code].title} (${confidenceText(item.confidence)})`)
    ),
    ...decidingTest === void 0 ? [] : [labelled("Decides", decidingTest)],
    ...repair.map((line2, index) => `${label(index === 0 ? "Fix" : "")}${line2}`),
    ...column(
      "Not",
      ruledOut2.map((item) => `${item.code}: ${item.why}`)
    )
  ];
}
function column(name, lines) {
  return lines.slice(0, 20).map((line2, index) => labelled(index === 0 ? name : "", line2));
}
function labelled(name, value) {
  return `${label(name)}${plain(value)}`;
}
function label(name) {
  return `  ${name.padEnd(9)}`;
}

// src/report/text.ts
function renderText(report) {
  const lines = report.command === "doctor" && report.diagnosis !== void 0 ? diagnosisLines(report.diagnosis) : outcomeLines(report);
  return `${[plain(headline(report)), ...lines].join("\n")}
`;
}
function outcomeLines(report) {
  return report.outcome === "failed" ? failureLines(report) : successLines(report);
}
function successLines(report) {
  const { go, installedFrom, proof, resolved, caches = [] } = report;
  const total = durationText(report.timings["total"] ?? 0);
  return [
    ...installedFrom === null ? [] : [labelled2("From", `${installedFrom}, ${total}`)],
    ...proof === null ? [] : [labelled2("Proof", `${proofName(proof)} ${proof.value}`), labelled2("", proof.detail)],
    ...go === null ? [] : [labelled2("GOROOT", go.root)],
    ...go === null && resolved !== null ? [labelled2("Listed", resolved.learntFrom.join(", ") || "no list was needed")] : [],
    ...caches.length === 0 ? [] : [labelled2("Cache", caches.map(cacheText).join("; "))],
    ...column2("Tried", triedLines(report)),
    ...column2("Note", remarks(report).map(remarkLine))
  ];
}
function failureLines(report) {
  const { cause } = report;
  const word = cause === null ? "undetermined" : verdictWord(cause);
  return [
    ...actionable(report).flatMap((finding2, index) => ["", ...problemLines(finding2, index === 0 ? word : "certain")]),
    ...column2(
      "Follows",
      (cause?.chain.slice(1) ?? []).map((code) => `${code} ${CATALOGUE[code].title}`)
    ),
    "",
    ...column2("Tried", triedLines(report)),
    ...column2("Note", remarks(report).map(remarkLine)),
    labelled2("Exit", `${report.exitCode} (${EXIT_MEANING[report.exitCode]}), ${durationText(report.timings["total"] ?? 0)}`)
  ];
}
function problemLines(finding2, verdict) {
  const { location } = finding2;
  const place = location === void 0 ? "" : `${location.file}${location.line === void 0 ? "" : `:${location.line}`}`;
  const fixes = repairs(finding2).flatMap((fix) => [
    plain(fix.weakens ? `${fix.title} (this weakens a check)` : fix.title),
    ...fix.text === "" ? [] : plainLines(fix.text).map((line2) => `  ${line2}`)
  ]);
  return [
    labelled2("Cause", `${finding2.code} ${finding2.subject} (${verdict})`),
    labelled2("", finding2.message),
    labelled2("Why", CATALOGUE[finding2.code].why),
    ...place === "" ? [] : [labelled2("Where", place)],
    ...column2(
      "Evidence",
      finding2.evidence.slice(0, 20).map((item) => `${item.name}: ${item.value}`)
    ),
    ...fixes.map((line2, index) => `${label2(index === 0 ? "Fix" : "")}${line2}`)
  ];
}
function triedLines(report) {
  const attempts = report.attempts.filter((attempt2) => attempt2.end !== "won");
  if (report.attempts.length > 0) {
    return attempts.map((attempt2) => {
      const amount = attempt2.bytes === 0 ? "" : ` after ${bytesText(attempt2.bytes)}`;
      return `${attempt2.source}: ${attempt2.code ?? attempt2.end}${amount}, ${attemptReason(report, attempt2)}`;
    });
  }
  return report.listings.flatMap(
    (item) => item.code === void 0 ? [] : [`list of ${item.source}: ${item.code}, ${CATALOGUE[item.code].title}`]
  );
}
function remarkLine(finding2) {
  return `${finding2.code} ${finding2.subject}: ${finding2.message}`;
}
function column2(name, lines) {
  const shown = lines.length > 30 ? [...lines.slice(0, 29), `and ${lines.length - 29} more`] : lines;
  return shown.map((line2, index) => labelled2(index === 0 ? name : "", line2));
}
function labelled2(name, value) {
  return `${label2(name)}${plain(value)}`;
}
function label2(name) {
  return `  ${name.padEnd(9)}`;
}

// src/report/drained.ts
function lastWords(report) {
  const commands = annotationsOf(report).map(workflowCommand);
  return { text: renderText(report), workflowCommands: commands.map((line2) => `${line2}
`).join("") };
}
function workflowCommand(annotation2) {
  const { level, message, title, file, line: line2 } = annotation2;
  const properties = Object.entries({ title, file, line: line2 }).flatMap(
    ([name, value]) => value === void 0 ? [] : [`${name}=${escapeData2(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`]
  );
  return `::${level} ${properties.join(",")}::${escapeData2(message)}`;
}
function escapeData2(text2) {
  return text2.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

// src/report/fold.ts
init_catalogue();
init_finding();

// src/domain/report.ts
var REPORT_SCHEMA = "setup-go-robust/report@1";

// src/report/fold-attempts.ts
function foldAttempts(events) {
  const attempts = /* @__PURE__ */ new Map();
  for (const event of events) {
    const next = step(event, "attempt" in event ? attempts.get(event.attempt) : void 0);
    if (next !== void 0 && "attempt" in event) attempts.set(event.attempt, next);
  }
  return [...attempts.values()];
}
function step(event, before) {
  switch (event.type) {
    case "attempt-started":
      return { source: event.source, url: event.url, startMs: event.atMs, bytes: 0, end: "running" };
    case "attempt-answered":
      return before === void 0 ? void 0 : { ...before, firstByteMs: event.atMs };
    case "attempt-progress":
      return before === void 0 ? void 0 : { ...before, bytes: event.bytes };
    case "attempt-ended": {
      const { finding: finding2 } = event;
      const begun = before ?? { source: finding2?.subject ?? "unknown", url: "", startMs: event.atMs };
      const end2 = { ...begun, endMs: event.atMs, bytes: event.bytes, end: event.end };
      return finding2 === void 0 ? end2 : { ...end2, code: finding2.code };
    }
    default:
      return void 0;
  }
}

// src/report/fold.ts
init_fold_diagnosis();

// src/report/fold-timings.ts
function foldTimings(events) {
  const endMs = events.at(-1)?.atMs ?? 0;
  const timings = {};
  const open2 = /* @__PURE__ */ new Map();
  const close2 = (phase, atMs) => {
    const startMs = open2.get(phase);
    if (startMs === void 0) return;
    open2.delete(phase);
    timings[phase] = (timings[phase] ?? 0) + atMs - startMs;
  };
  for (const event of events) {
    if (event.type === "phase-started") open2.set(event.phase, event.atMs);
    if (event.type === "phase-ended") close2(event.phase, event.atMs);
  }
  for (const phase of [...open2.keys()]) close2(phase, endMs);
  return { ...timings, total: endMs };
}

// src/report/fold.ts
function foldReport(events, findCause2) {
  const started = last(events, "run-started");
  const attempts = foldAttempts(events);
  const { outcome: outcome2, findings: findings2 } = judgeEnd(events, started?.command ?? "");
  const ready = last(events, "toolchain-ready");
  const failed2 = outcome2 === "failed";
  const diagnosis = foldDiagnosis(events);
  const cause = failed2 ? diagnosedCause(findCause2(findings2, attemptFindings(events)), diagnosis) : null;
  return {
    schema: REPORT_SCHEMA,
    outcome: outcome2,
    command: started?.command ?? "",
    product: started?.product ?? "",
    go: failed2 || ready === void 0 ? null : foldGo(ready),
    request: foldRequest(events),
    resolved: foldResolved(events),
    installedFrom: failed2 || ready === void 0 ? null : origin(ready, attempts),
    proof: foldProof(events),
    listings: eventsOf(events, "listing-read").map(({ type: _type, atMs: _atMs, ...listing }) => listing),
    attempts,
    findings: findings2,
    cause,
    ...foldCaches(events),
    ...foldPreflight(events),
    ...diagnosis === void 0 ? {} : { diagnosis },
    timings: foldTimings(events),
    exitCode: exitCode(outcome2, cause)
  };
}
function foldGo({ version, root, bin, gopath }) {
  return { version, root, bin, ...gopath === void 0 ? {} : { gopath } };
}
function judgeEnd(events, command) {
  const ends = eventsOf(events, "run-ended");
  const end2 = ends.find((item) => item.outcome === "failed") ?? ends.at(-1);
  const others = otherFindings(events);
  if (end2 === void 0) return { outcome: "failed", findings: unique([drained(events), ...others]) };
  const missing = end2.outcome === "failed" ? [] : missingForGood(events, end2.outcome, command);
  const all = unique([...end2.findings, ...others]);
  if (missing.length === 0) return { outcome: end2.outcome, findings: end2.outcome === "failed" ? all : all.map(overcome) };
  const bug = finding("SELF.BUG", { subject: "result", evidence: { outcome: end2.outcome, missing: missing.join(", ") } });
  return { outcome: "failed", findings: unique([bug, ...all]) };
}
function overcome(item) {
  if (item.severity !== "error") return item;
  return { ...item, severity: CATALOGUE[item.code].exit === 73 ? "warning" : "info" };
}
function missingForGood(events, outcome2, command) {
  if (outcome2 === "ok" && command !== "install") return [];
  return ["toolchain-ready", "proved"].filter((type) => last(events, type) === void 0);
}
function drained(events) {
  const running = foldAttempts(events).filter((attempt2) => attempt2.end === "running");
  return finding("SELF.DRAINED", {
    subject: "run",
    evidence: {
      "last event": events.at(-1)?.type ?? "none",
      phase: last(events, "phase-started")?.phase,
      "at ms": events.at(-1)?.atMs,
      running: running.length === 0 ? void 0 : running.map((attempt2) => attempt2.source).join(", ")
    }
  });
}
function otherFindings(events) {
  return events.flatMap((event) => {
    if (event.type === "finding" || event.type === "proof-missing") return [event.finding];
    if (event.type === "diagnosis") return diagnosisFindings(event);
    return event.type === "attempt-ended" && event.finding !== void 0 ? [event.finding] : [];
  });
}
function attemptFindings(events) {
  return eventsOf(events, "attempt-ended").flatMap(
    (event) => event.finding === void 0 || event.end !== "failed" ? [] : [event.finding]
  );
}
function unique(findings2) {
  const seen = /* @__PURE__ */ new Map();
  for (const item of findings2) {
    const text2 = JSON.stringify(item);
    if (!seen.has(text2)) seen.set(text2, item);
  }
  return [...seen.values()];
}
function foldRequest(events) {
  const event = last(events, "requested");
  if (event === void 0) return null;
  const { kind, ...place } = event.origin;
  return { spec: event.spec, origin: kind, ...place };
}
function foldResolved(events) {
  const event = last(events, "resolved");
  return event === void 0 ? null : { version: event.version, platform: event.platform, learntFrom: event.learntFrom };
}
function foldCaches(events) {
  const caches = eventsOf(events, "cache").map(({ type: _type, atMs: _atMs, ...outcome2 }) => outcome2);
  return caches.length === 0 ? {} : { caches };
}
function foldPreflight(events) {
  const event = last(events, "preflight");
  if (event === void 0) return {};
  const { type: _type, atMs: _atMs, ...preflight2 } = event;
  return { preflight: preflight2 };
}
function foldDiagnosis(events) {
  const event = last(events, "diagnosis");
  if (event === void 0) return void 0;
  const { type: _type, atMs: _atMs, ...diagnosis } = event;
  return diagnosis;
}
function foldProof(events) {
  return last(events, "proved")?.proof ?? null;
}
function origin(ready, attempts) {
  if (ready.from !== "download") return ready.from;
  return attempts.find((attempt2) => attempt2.end === "won")?.source ?? null;
}
function exitCode(outcome2, cause) {
  if (outcome2 !== "failed") return 0;
  return cause === null ? CATALOGUE["SELF.BUG"].exit : CATALOGUE[cause.code].exit;
}
function eventsOf(events, type) {
  return events.filter((event) => event.type === type);
}
function last(events, type) {
  return eventsOf(events, type).at(-1);
}

// src/adapters/node-clock.ts
var import_node_process = require("node:process");
var LONGEST_TIMER_MS = 2 ** 31 - 1;
function createClock() {
  return { now: () => Date.now(), monotonic: monotonicMs, sleep };
}
function monotonicMs() {
  const [seconds, nanoseconds] = (0, import_node_process.hrtime)();
  return seconds * 1e3 + nanoseconds / 1e6;
}
function sleep(ms, signal) {
  return new Promise((resolve8, reject) => {
    if (signal?.aborted === true) return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener("abort", onAbort);
        resolve8();
      },
      Math.min(Math.max(ms, 0), LONGEST_TIMER_MS)
    );
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

// src/adapters/exit-guard.ts
function superviseRun(options, run3) {
  const { process: process2, stop: stop2, timeoutMs, grace = LIMITS } = options;
  const startMs = monotonicMs();
  process2.exitCode = 70;
  const state = { settled: false, published: false, ending: [] };
  const abort = (reason) => {
    if (stop2.signal.aborted) return;
    stop2.abort(reason);
    setTimeout(() => cutOff(options, state, monotonicMs() - startMs), grace.budgetGraceMs).unref();
  };
  process2.on("beforeExit", () => publishUnsettled(options, state));
  process2.on("exit", () => {
    if (!state.settled) speakLast(options, state);
  });
  process2.on("SIGINT", () => abort(failure("SELF.INTERRUPTED", { subject: "SIGINT" })));
  process2.on("SIGTERM", () => abort(failure("SELF.INTERRUPTED", { subject: "SIGTERM" })));
  process2.on("uncaughtException", (error2) => abort(error2 instanceof Error ? error2 : new Error(String(error2))));
  setTimeout(() => abort(budgetUsedUp(timeoutMs)), timeoutMs).unref();
  run3(stop2.signal).then(
    (report) => settle(options, state, report.exitCode),
    () => process2.exit(70)
  );
}
function budgetUsedUp(timeoutMs) {
  return failure("BUDGET.TOTAL", { subject: "timeout", evidence: { "budget ms": timeoutMs } });
}
function settle({ process: process2, grace = LIMITS }, state, exitCode2) {
  state.settled = true;
  process2.exitCode = exitCode2;
  setTimeout(() => process2.exit(), grace.killGraceMs).unref();
}
function publishUnsettled(options, state) {
  if (state.settled || state.published) return;
  state.published = true;
  const report = reportOf(options, state);
  options.host.publish(report).then(
    () => settle(options, state, report.exitCode),
    () => void 0
  );
}
function cutOff(options, state, atMs) {
  if (state.settled) return;
  const { stop: stop2, process: process2, grace = LIMITS } = options;
  const { reason } = stop2.signal;
  const findings2 = reason instanceof Failure ? reason.findings : [finding("SELF.BUG", { subject: "run" })];
  state.ending = [{ atMs: Math.round(atMs), type: "run-ended", outcome: "failed", findings: findings2 }];
  publishUnsettled(options, state);
  const { exitCode: exitCode2 } = reportOf(options, state);
  setTimeout(() => {
    if (!state.settled) process2.exit(exitCode2);
  }, grace.killGraceMs).unref();
}
function reportOf({ events }, { ending }) {
  return foldReport([...events, ...ending], findCause);
}
function speakLast(options, state) {
  const { host, writeSync: writeSync3, process: process2 } = options;
  const { text: text2, workflowCommands } = lastWords(reportOf(options, state));
  writeSync3(host.kind === "github" ? `${text2}${workflowCommands}` : text2);
  if (process2.exitCode === 0) process2.exitCode = 70;
}

// src/adapters/github.ts
var import_promises2 = require("node:fs/promises");
init_failure();

// src/report/progress.ts
var STEPS = 4;
var INTERVAL_MS = 1e4;
function trackAttempt(before, event) {
  const { atMs } = event;
  const source = event.type === "attempt-started" ? event.source : before?.source ?? "source";
  const start3 = before ?? { source, startMs: atMs, atMs, bytes: 0 };
  const next = { ...start3, atMs };
  if (event.type === "attempt-started") return { source, startMs: atMs, atMs, bytes: 0 };
  if (event.type === "attempt-ended") return { ...next, bytes: event.bytes };
  const sizeBytes = event.sizeBytes ?? before?.sizeBytes;
  const sized = sizeBytes === void 0 ? next : { ...next, sizeBytes };
  return event.type === "attempt-answered" ? { ...sized, bodyMs: atMs } : { ...sized, bytes: event.bytes };
}
function isProgressDue(told, now) {
  const sinceMs = now.atMs - (told?.atMs ?? now.startMs);
  if (sinceMs >= INTERVAL_MS) return true;
  const quarter = Math.floor(share(now) * STEPS);
  return quarter > (told === void 0 ? 0 : Math.floor(share(told) * STEPS)) && quarter < STEPS;
}
function percentText(progress) {
  if (!progress.sizeBytes) return bytesText(progress.bytes);
  return `${Math.floor(share(progress) * 100)} % of ${bytesText(progress.sizeBytes)}`;
}
function progressLine(progress) {
  const { source, bytes, sizeBytes, atMs, bodyMs = progress.startMs } = progress;
  const elapsedMs = atMs - bodyMs;
  const rate = elapsedMs <= 0 ? 0 : bytes * 1e3 / elapsedMs;
  const parts = [`${plain(source, 40)}: ${bytesText(bytes)}${sizeBytes === void 0 ? "" : ` of ${bytesText(sizeBytes)}`}`];
  if (rate > 0) parts.push(`${bytesText(Math.round(rate))}/s`);
  if (rate > 0 && sizeBytes !== void 0 && sizeBytes > bytes) {
    parts.push(`${durationText((sizeBytes - bytes) * 1e3 / rate)} left`);
  }
  return parts.join(", ");
}
function share({ bytes, sizeBytes }) {
  return sizeBytes ? Math.min(1, bytes / sizeBytes) : 0;
}

// src/report/narrator.ts
function createNarrator() {
  const attempts = /* @__PURE__ */ new Map();
  const told = /* @__PURE__ */ new Map();
  const phaseStarts = /* @__PURE__ */ new Map();
  return (event) => {
    if (event.type === "phase-started") phaseStarts.set(event.phase, event.atMs);
    if (event.type === "phase-ended") {
      const startMs = phaseStarts.get(event.phase) ?? event.atMs;
      return { kind: "phase-end", text: `${PHASE_TITLES[event.phase]}: ${durationText(event.atMs - startMs)}` };
    }
    if (!("attempt" in event)) return tellRun(event);
    const attempt2 = trackAttempt(attempts.get(event.attempt), event);
    attempts.set(event.attempt, attempt2);
    if (event.type === "attempt-progress") {
      if (!isProgressDue(told.get(event.attempt), attempt2)) return void 0;
      told.set(event.attempt, attempt2);
    }
    return tellAttempt(event, attempt2);
  };
}
function tellAttempt(event, attempt2) {
  const { source } = attempt2;
  const timeText = durationText(event.atMs - attempt2.startMs);
  switch (event.type) {
    case "attempt-started":
      return detail(`${source}: ${event.url}`);
    case "attempt-answered": {
      const size = event.sizeBytes === void 0 ? "" : ` ${bytesText(event.sizeBytes)}`;
      const address = event.facts?.address === void 0 ? "" : ` from ${event.facts.address}`;
      return detail(`${source}: answered${size}${address} after ${timeText}`);
    }
    case "attempt-progress":
      return detail(`${source}: ${percentText(attempt2)}`);
    default: {
      const how = event.finding === void 0 ? "" : `, ${event.finding.code} ${event.finding.message}`;
      const text2 = `${source}: ${event.end}${how}, ${bytesText(event.bytes)} in ${timeText}`;
      return event.end === "failed" ? notable(text2) : detail(text2);
    }
  }
}
function tellRun(event) {
  switch (event.type) {
    case "run-started":
      return detail(`${event.product}: ${event.command}`);
    case "phase-started":
      return { kind: "phase-start", text: PHASE_TITLES[event.phase] };
    case "requested": {
      const { file, line: line2 } = event.origin;
      return detail(
        `Requested ${event.spec}${file === void 0 ? "" : ` in ${file}`}${line2 === void 0 ? "" : ` line ${line2}`}`
      );
    }
    case "listing-read":
      return detail(`List of ${event.source}: ${event.code ?? `${event.count ?? 0} releases`} in ${durationText(event.ms)}`);
    case "resolved":
      return detail(`Go ${event.version} for ${event.platform}, known from ${event.learntFrom.join(", ") || "the request"}`);
    case "proof-found":
      return detail(`Expected by the ${proofName(event.proof)}: ${event.proof.value}`);
    case "proof-missing":
      return detail(findingText(event.finding));
    case "kept-part": {
      const bytes = bytesText(event.bytes);
      if (event.use === "resumed") return notable(`${bytes} kept from an earlier run, only the rest is fetched`);
      return notable(`${bytes} kept from an earlier run are of no use (${event.code ?? "another file"}), all is fetched`);
    }
    case "proved":
      return detail(`Proved by the ${proofName(event.proof)}: ${event.proof.value}`);
    case "lock-waiting":
      return notable(`Waiting for another installation of this version: ${event.holder}`);
    case "finding":
      return event.finding.severity === "info" ? detail(findingText(event.finding)) : notable(findingText(event.finding));
    case "cache": {
      if (event.result === "off") return detail(`Cache: ${cacheText(event)}`);
      return detail(`Cache of ${cacheText(event)} in ${durationText(event.ms)} (${event.matchedKey ?? event.key})`);
    }
    case "toolchain-ready":
      return detail(`Go ${event.version} is ready in ${event.root}`);
    default:
      return void 0;
  }
}
function findingText({ code, subject, message }) {
  return `${code} ${subject}: ${message}`;
}
function detail(text2) {
  return { kind: "detail", text: plain(text2) };
}
function notable(text2) {
  return { kind: "notable", text: plain(text2) };
}

// src/report/outputs.ts
function outputsOf(report) {
  const { go, proof, cause, installedFrom, attempts } = report;
  return {
    "go-version": go?.version ?? (report.outcome === "failed" ? "" : report.resolved?.version ?? ""),
    "cache-hit": String(isCacheHit(report)),
    goroot: go?.root ?? "",
    gopath: go?.gopath ?? "",
    "go-bin": go?.bin ?? "",
    source: installedFrom === null ? "" : attempts.find((attempt2) => attempt2.end === "won")?.source ?? "",
    proof: proof?.kind ?? "",
    "installed-from": installedFrom ?? "",
    "cache-key": keyOfModules(report),
    cause: cause?.code ?? (report.outcome === "failed" ? "undetermined" : ""),
    "duration-ms": String(Math.round(report.timings["total"] ?? 0))
  };
}
function isCacheHit({ caches = [] }) {
  return caches.length > 0 && caches.every(({ result: result2 }) => result2 === "exact");
}
function keyOfModules({ caches = [] }) {
  const modules = caches.find((outcome2) => outcome2.result !== "off" && outcome2.entry === "modules");
  return modules === void 0 || modules.result === "off" ? "" : modules.key;
}

// src/report/summary.ts
init_catalogue();

// src/report/diagnosis-mermaid.ts
init_catalogue();
var EVIDENCE_COUNT = 3;
function causeMermaid({ code, subject, chain, evidence }) {
  const shown = evidence.slice(0, EVIDENCE_COUNT);
  const followers = chain.slice(1);
  return [
    "flowchart LR",
    ...shown.map((item, index) => `  e${index}[${quoted(`${item.name}: ${item.value}`)}] -.-> c0`),
    `  c0[${quoted(`${code} ${subject}`)}]`,
    ...followers.map((item, index) => `  c${index} --> c${index + 1}[${quoted(`${item}: ${CATALOGUE[item].title}`)}]`)
  ];
}
function quoted(text2) {
  const escaped = [...plain(text2, 80)].map((character) => {
    return /[\p{L}\p{N} .,:/_()-]/u.test(character) ? character : `#${character.codePointAt(0) ?? 63};`;
  });
  return `"${escaped.join("")}"`;
}

// src/report/markdown.ts
function codeSpan(text2, maxLength) {
  const content2 = plain(text2, maxLength);
  if (content2 === "") return "\u2013";
  const fence = "`".repeat(longestRun(content2) + 1);
  return content2.includes("`") ? `${fence} ${content2} ${fence}` : `${fence}${content2}${fence}`;
}
function codeCell(text2, maxLength = 120) {
  return codeSpan(text2.replaceAll("|", "\xA6"), maxLength);
}
function prose(text2, maxLength) {
  const words = plain(text2, maxLength).split(" ");
  return words.map((word) => LINK_LIKE.test(word) ? codeCell(word, 400) : escapeWord(word)).join(" ");
}
function codeBlock(lines, language = "") {
  const fence = "`".repeat(Math.max(3, longestRun(lines.join("\n")) + 1));
  return [`${fence}${language}`, ...lines, fence].join("\n");
}
function table(head, rows2) {
  return [head, head.map(() => "---"), ...rows2].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
function details(title, content2) {
  return `<details>
<summary>${title}</summary>

${content2}

</details>`;
}
var LINK_LIKE = /:\/\/|www\.|@|#\d|^\/\/|\w:\w/iu;
function escapeWord(word) {
  return word.replace(/[\\`*_{}[\]#!~$]|^(?:[-+=]+|\d+(?=[.)]))$/gu, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("|", "&#124;");
}
function longestRun(text2) {
  return Math.max(0, ...(text2.match(/`+/gu) ?? []).map((run3) => run3.length));
}

// src/report/summary.ts
var MAX_BYTES = 1e6;
var MAX_ROWS = 50;
var MAX_PROBLEMS = 20;
var OMITTED = "_More is left out here; report.json has all._";
function renderSummary(report) {
  const failed2 = report.outcome === "failed";
  const heading = `### ${failed2 ? "\u274C" : "\u2705"} ${prose(headline(report))}`;
  const sections = failed2 ? failureSections(report) : [overview(report), fellOver(report)];
  return joinWithin([heading, ...sections, attemptDetails(report), listingDetails(report), remarkDetails(report)]);
}
function joinWithin(sections) {
  const kept2 = [];
  let bytes = OMITTED.length + 3;
  for (const section of sections.filter((text2) => text2 !== "")) {
    bytes += new TextEncoder().encode(section).length + 2;
    if (bytes > MAX_BYTES) return `${[...kept2, OMITTED].join("\n\n")}
`;
    kept2.push(section);
  }
  return `${kept2.join("\n\n")}
`;
}
function overview(report) {
  const { go, resolved, installedFrom, proof, request: request3, caches = [] } = report;
  const requested2 = request3 === null ? [] : [`${request3.spec}${request3.file === void 0 ? "" : ` in ${request3.file}`}`];
  const cells = [
    ["Version", codeCell(`${go?.version ?? resolved?.version ?? ""} ${resolved?.platform ?? ""}`)],
    ["Requested", codeCell(requested2.join(""))],
    ["From", codeCell(installedFrom ?? "")],
    ["Proved by", proof === null ? "\u2013" : codeCell(proofName(proof))],
    ["Time", durationText(report.timings["total"] ?? 0)],
    ["Tool cache", report.outcome === "cached" ? "hit" : report.outcome === "installed" ? "miss" : "\u2013"],
    ...caches.length === 0 ? [] : [["Cache", prose(caches.map(cacheText).join("; "))]]
  ];
  return table(
    cells.map(([name]) => name),
    [cells.map(([, value]) => value)]
  );
}
function fellOver(report) {
  const failed2 = report.attempts.filter((attempt2) => attempt2.end === "failed").slice(0, 5);
  const list2 = failed2.map((attempt2) => `${codeSpan(attempt2.source)} ${codeSpan(attempt2.code ?? "failed")}`);
  return list2.length === 0 ? "" : `Failed before: ${list2.join(", ")}`;
}
function failureSections(report) {
  const { cause } = report;
  const problems = actionable(report);
  const follows = (cause?.chain.slice(1) ?? []).map((code) => `${codeSpan(code)} ${prose(CATALOGUE[code].title)}`);
  return [
    ...problems.slice(0, MAX_PROBLEMS).flatMap((finding2, index) => problemSections(report, finding2, index)),
    problems.length > MAX_PROBLEMS ? OMITTED : "",
    follows.length === 0 ? "" : `Follows from it: ${follows.join(", ")}`,
    causePicture(report),
    tried2(report),
    `Exit code ${report.exitCode} (${EXIT_MEANING[report.exitCode]}) after ${durationText(report.timings["total"] ?? 0)}`
  ];
}
function causePicture({ diagnosis }) {
  const [first] = diagnosis?.causes ?? [];
  return first === void 0 || first.chain.length < 2 ? "" : codeBlock(causeMermaid(first), "mermaid");
}
function problemSections(report, finding2, index) {
  const { cause } = report;
  const verdict = index === 0 && cause !== null ? verdictWord(cause) : "certain";
  const { location } = finding2;
  const place = location === void 0 ? "" : ` in ${codeSpan(`${location.file}${location.line ? `:${location.line}` : ""}`)}`;
  const { title, why } = CATALOGUE[finding2.code];
  const isInHeading = finding2.message === title && actionable(report).length === 1;
  const words = isInHeading ? why : `${finding2.message}. ${why}`;
  const evidence = finding2.evidence.slice(0, 12).map((item) => `${prose(item.name, 60)} ${codeSpan(item.value)}`);
  return [
    `**Cause** ${codeSpan(finding2.code)} of ${codeSpan(finding2.subject)}${place} (${verdict}): ${prose(words)}`,
    ...evidence.length === 0 ? [] : [`**Evidence** ${evidence.join(" \xB7 ")}`],
    ...repairs(finding2).slice(0, 5).map(repairSection)
  ];
}
function repairSection(fix) {
  const title = `**Fix** ${prose(fix.title)}${fix.weakens ? " (this weakens a check)" : ""}`;
  if (fix.text === "") return title;
  const lines = plainLines(fix.text);
  const [only = ""] = lines;
  return lines.length === 1 ? `${title}: ${codeSpan(only)}` : `${title}

${codeBlock(lines)}`;
}
function tried2(report) {
  const attempts = report.attempts.slice(0, 8).map((item) => [item.source, item.code ?? item.end, attemptReason(report, item)]);
  const lists = report.listings.slice(0, 8).flatMap(
    (item) => item.code === void 0 ? [] : [[`list of ${item.source}`, item.code, CATALOGUE[item.code].title]]
  );
  const rows2 = attempts.length > 0 ? attempts : lists;
  return rows2.length === 0 ? "" : table(
    ["Tried", "Result", "Reason"],
    rows2.map(([source, result2, reason]) => [codeCell(source), codeCell(result2), prose(reason)])
  );
}
function attemptDetails(report) {
  const rows2 = report.attempts.slice(0, MAX_ROWS).map((item) => [
    codeCell(item.source),
    codeCell(item.url, 300),
    item.end,
    item.code === void 0 ? "\u2013" : codeCell(item.code),
    item.firstByteMs === void 0 ? "\u2013" : durationText(item.firstByteMs - item.startMs),
    item.endMs === void 0 ? "\u2013" : durationText(item.endMs - item.startMs),
    bytesText(item.bytes)
  ]);
  const head = ["Source", "Address", "End", "Code", "First byte", "Time", "Read"];
  return folded("Attempts", report.attempts.length, rows2.length === 0 ? "" : table(head, rows2));
}
function listingDetails(report) {
  const rows2 = report.listings.slice(0, MAX_ROWS).map((item) => [
    codeCell(item.source),
    codeCell(item.url, 300),
    item.code === void 0 ? `${item.count ?? 0} releases` : codeCell(item.code),
    durationText(item.ms)
  ]);
  return folded("Version lists", report.listings.length, table(["Source", "Address", "Result", "Time"], rows2));
}
function remarkDetails(report) {
  const rows2 = remarks(report);
  const list2 = rows2.slice(0, MAX_ROWS).map((item) => `- ${codeSpan(item.code)} of ${codeSpan(item.subject)}: ${prose(item.message)}`);
  return folded("Also noticed", rows2.length, list2.join("\n"));
}
function folded(title, count, content2) {
  if (count === 0) return "";
  return details(`${title} (${count})`, count > MAX_ROWS ? `${content2}

${OMITTED}` : content2);
}

// src/adapters/report-files.ts
var import_promises = require("node:fs/promises");
var import_node_path = require("node:path");

// src/report/json.ts
var ORDER = [
  ...["schema", "outcome", "command", "product", "go", "request", "resolved", "installedFrom", "proof"],
  ...["listings", "attempts", "findings", "cause", "caches", "preflight", "diagnosis", "timings", "exitCode"],
  ...["code", "severity", "confidence", "verdict", "chain", "ruledOut", "subject", "message", "evidence", "fixes", "location"],
  ...["source", "url", "ms", "count", "startMs", "firstByteMs", "endMs", "bytes", "end"],
  ...[
    "kind",
    "version",
    "platform",
    "learntFrom",
    "root",
    "value",
    "detail",
    "spec",
    "origin",
    "name",
    "title",
    "text",
    "risk",
    "file",
    "line"
  ]
];
var DECEPTIVE2 = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;
function renderJson(report) {
  const text2 = JSON.stringify(report, (_key, value) => ordered(value), 2);
  return `${text2.replace(DECEPTIVE2, unicodeEscape)}
`;
}
function ordered(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => rank2(a) - rank2(b) || (a < b ? -1 : 1)));
}
function rank2(key) {
  const position = ORDER.indexOf(key);
  return position === -1 ? ORDER.length : position;
}
function unicodeEscape(character) {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}

// src/report/registry.ts
var FILE_RENDERERS = [
  { fileName: "report.json", render: renderJson },
  { fileName: "summary.md", render: renderSummary }
];

// src/adapters/report-files.ts
async function writeReportFiles(report, directory2) {
  await (0, import_promises.mkdir)(directory2, { recursive: true });
  for (const { fileName, render } of FILE_RENDERERS) await (0, import_promises.writeFile)((0, import_node_path.join)(directory2, fileName), render(report));
}

// src/adapters/github.ts
var ACTIONS_CORE = {
  addPath,
  exportVariable,
  setOutput,
  setSecret,
  info,
  error,
  warning,
  notice,
  startGroup,
  endGroup
};
function createGithubHost({ core = ACTIONS_CORE, summaryFile, cache, settings }) {
  const log = createLog(core);
  return {
    kind: "github",
    ...cache === void 0 ? {} : { cache },
    hear: (event) => ignoreThrow(() => log.hear(event)),
    mask: (secret) => {
      if (secret.trim() !== "") core.setSecret(secret);
    },
    apply: async (changes) => {
      for (const change of changes) applyChange(core, change);
    },
    publish: async (report) => {
      const attempt2 = createGuard(core);
      await attempt2("log", () => log.finish(report));
      await attempt2("annotations", () => annotate(core, report));
      const { summary: summary2, reportDir, matcherFile } = settings();
      if (report.go !== null && matcherFile !== void 0)
        await attempt2("problem matchers", () => addMatchers(core, matcherFile));
      const wanted = summary2 === "always" || summary2 === "on-failure" && report.outcome === "failed";
      if (wanted && summaryFile) await attempt2("job summary", () => (0, import_promises2.appendFile)(summaryFile, `${renderSummary(report)}
`));
      const written = reportDir !== void 0 && await attempt2("report files", () => writeReportFiles(report, reportDir));
      const outputs = { ...outputsOf(report), "report-dir": written ? reportDir : "" };
      for (const [name, value] of Object.entries(outputs)) await attempt2(`output ${name}`, () => core.setOutput(name, value));
    }
  };
}
function addMatchers(core, file) {
  core.info(`::add-matcher::${file.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A")}`);
}
function applyChange(core, change) {
  if (/[\r\n]/u.test(change.value)) {
    throw failure("FS.IO", { subject: "GITHUB_PATH", message: "A value with a line break cannot be handed to later steps" });
  }
  try {
    if (change.kind === "set") core.exportVariable(change.name, change.value);
    else core.addPath(change.value);
  } catch (error2) {
    const subject = change.kind === "set" ? "GITHUB_ENV" : "GITHUB_PATH";
    throw failure("FS.IO", { subject, evidence: { error: error2 instanceof Error ? error2.message : String(error2) } }, error2);
  }
}
function annotate(core, report) {
  for (const { level, message, title, file, line: line2 } of annotationsOf(report)) {
    const place = { ...file === void 0 ? {} : { file }, ...line2 === void 0 ? {} : { startLine: line2 } };
    core[level](message, { title, ...place });
  }
}
function createGuard(core) {
  return async (what, part) => {
    try {
      await part();
      return true;
    } catch (error2) {
      const reason = error2 instanceof Error ? error2.message : String(error2);
      ignoreThrow(() => core.warning(`Could not publish the ${what}: ${reason}`));
      return false;
    }
  };
}
function ignoreThrow(write4) {
  try {
    write4();
  } catch {
  }
}
function createLog(core) {
  const narrate = createNarrator();
  let groupIsOpen = false;
  const closeGroup = () => {
    if (groupIsOpen) core.endGroup();
    groupIsOpen = false;
  };
  return {
    hear: (event) => {
      const told = narrate(event);
      if (told === void 0) return;
      if (told.kind === "phase-start") {
        closeGroup();
        core.startGroup(commandSafe(told.text));
        groupIsOpen = true;
        return;
      }
      if (told.kind === "phase-end") closeGroup();
      core.info(commandSafe(told.text));
    },
    finish: (report) => {
      closeGroup();
      for (const line2 of renderText(report).trimEnd().split("\n")) core.info(commandSafe(line2));
    }
  };
}
function commandSafe(line2) {
  return line2.replace(/^(\s*):(?=:)/u, "$1: ").replaceAll("##[", "## [");
}

// src/adapters/github-host-cache.ts
init_failure();
function createHostCache({ env, keep: keep2, mask }) {
  const mode = env["ACTIONS_CACHE_MODE"]?.trim().toLowerCase();
  return {
    unavailable: mode === "none" ? "the runner allows no cache" : isOffered(env) ? void 0 : "the runner offers no cache service",
    job: { event: env["GITHUB_EVENT_NAME"], ref: env["GITHUB_REF"], isReadOnly: mode === "read" },
    open: async () => (await Promise.resolve().then(() => __toESM(require("./cache.cjs"), 1))).createGithubCache({ mask, fail: failure }),
    keep: keep2
  };
}
function isOffered(env) {
  const isSecond = !isEnterpriseServer(env["GITHUB_SERVER_URL"]) && !!env["ACTIONS_CACHE_SERVICE_V2"];
  return isSecond ? !!env["ACTIONS_RESULTS_URL"] && !!env["ACTIONS_RUNTIME_TOKEN"] : !!env["ACTIONS_CACHE_URL"];
}
function isEnterpriseServer(url) {
  const host = URL.canParse(url ?? "") ? new URL(url ?? "").hostname : "github.com";
  return host !== "github.com" && !host.endsWith(".ghe.com") && !host.endsWith(".localhost");
}

// src/adapters/lazy-net.ts
function createLazyNet(open2) {
  let opened;
  return {
    async request(request3, signal) {
      opened ??= open2();
      return (await opened).request(request3, signal);
    },
    close() {
      opened?.then(
        (net) => net.close(),
        () => void 0
      );
    }
  };
}

// src/adapters/net-direct.ts
init_failure();
var DEAD = ["PROXY.REFUSED", "PROXY.DNS", "PROXY.STALL", "PROXY.NOT_HTTP"];
function allowDirect({
  proxied,
  direct,
  clock: clock2
}) {
  return {
    async request(request3, signal) {
      try {
        return await proxied.request(sparing(request3, clock2.monotonic()), signal);
      } catch (error2) {
        signal.throwIfAborted();
        if (!(error2 instanceof Failure) || !DEAD.includes(error2.code)) throw error2;
        const answer2 = await direct.request(request3, signal);
        return { ...answer2, facts: { ...answer2.facts, proxyReason: `allow-direct, because of ${error2.code}` } };
      }
    },
    close() {
      proxied.close();
      direct.close();
    }
  };
}
function sparing(request3, nowMs) {
  const { limits } = request3;
  if (limits.untilMs === void 0) return request3;
  const halfMs = (limits.untilMs - nowMs) / 2;
  const { lookupMs, proxyMs } = limits;
  return { ...request3, limits: { ...limits, lookupMs: Math.min(lookupMs, halfMs), proxyMs: Math.min(proxyMs, halfMs) } };
}

// src/adapters/node-exec.ts
var import_promises3 = require("node:fs/promises");
var import_node_os = require("node:os");
var import_node_path2 = require("node:path");
init_failure();
init_limits();
init_net_failure();
function createExec(options) {
  return {
    run: (command, signal) => run(options.clock, command, signal),
    find: (name) => find(options, name)
  };
}
async function run(clock2, command, signal) {
  const { spawn } = await Promise.resolve().then(() => __toESM(require("node:child_process"), 1));
  return new Promise((resolve8, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const child = spawn(command.file, [...command.args], {
      env: { ...command.env },
      ...command.cwd === void 0 ? {} : { cwd: command.cwd },
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true
    });
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    const ended = new AbortController();
    const settle4 = (then) => {
      if (ended.signal.aborted) return;
      ended.abort();
      signal.removeEventListener("abort", onAbort);
      child.stdout.destroy();
      child.stderr.destroy();
      then();
    };
    const notRunnable = (evidence, cause) => settle4(() => reject(failure("GO.NOT_RUNNABLE", { subject: command.file, evidence }, cause)));
    const onAbort = () => {
      stop(clock2, child);
      settle4(() => reject(signal.reason));
    };
    signal.addEventListener("abort", onAbort, { once: true });
    child.once("error", (error2) => notRunnable({ errno: readSystemError(error2).code }, error2));
    child.once(
      "close",
      (code, killedBy) => settle4(() => resolve8({ exitCode: exitCodeOf(code, killedBy), stdout: stdout(), stderr: stderr() }))
    );
    clock2.sleep(command.timeoutMs, ended.signal).then(
      () => {
        stop(clock2, child);
        notRunnable({ "budget ms": command.timeoutMs, stderr: stderr().slice(0, 200) });
      },
      () => void 0
    );
  });
}
function stop(clock2, child) {
  const gone = new AbortController();
  child.once("exit", () => gone.abort());
  child.kill("SIGTERM");
  clock2.sleep(LIMITS.killGraceMs, gone.signal).then(
    () => child.kill("SIGKILL"),
    () => void 0
  );
}
function collect(stream2) {
  const chunks = [];
  let sizeBytes = 0;
  stream2.on("data", (chunk) => {
    const room = LIMITS.execOutputBytes - sizeBytes;
    if (room > 0) chunks.push(chunk.subarray(0, room));
    sizeBytes += chunk.length;
  });
  stream2.on("error", () => void 0);
  return () => Buffer.concat(chunks).toString("utf8");
}
function exitCodeOf(code, killedBy) {
  if (code !== null) return code;
  return 128 + (killedBy === null ? 0 : import_node_os.constants.signals[killedBy]);
}
async function find(options, name) {
  const { env, os: os5 } = options;
  const windows = os5 === "win32";
  const path3 = windows ? import_node_path2.win32 : import_node_path2.posix;
  const variable = windows ? Object.keys(env).find((key) => key.toUpperCase() === "PATH") : "PATH";
  const endings = windows ? ["", ...(env["PATHEXT"] ?? ".COM;.EXE;.BAT;.CMD").split(";")] : [""];
  const directories = (env[variable ?? "PATH"] ?? "").split(path3.delimiter).filter((directory2) => path3.isAbsolute(directory2));
  for (const directory2 of directories) {
    for (const ending of endings) {
      if (windows && ending === "" && path3.extname(name) === "") continue;
      const candidate = path3.join(directory2, name + ending.toLowerCase());
      if (await isExecutable(candidate)) return candidate;
    }
  }
  return void 0;
}
async function isExecutable(path3) {
  try {
    await (0, import_promises3.access)(path3, import_promises3.constants.X_OK);
    return (await (0, import_promises3.stat)(path3)).isFile();
  } catch {
    return false;
  }
}

// src/adapters/node-files.ts
var import_node_fs2 = require("node:fs");
var import_promises5 = require("node:fs/promises");
var import_node_path4 = require("node:path");
init_failure();
init_limits();

// src/policy/fs-errors.ts
init_failure();
var CODE_OF_ERRNO = {
  ENOSPC: "FS.NO_SPACE",
  EDQUOT: "FS.NO_SPACE",
  EROFS: "FS.READ_ONLY",
  EACCES: "FS.PERMISSION",
  EPERM: "FS.PERMISSION",
  ENOENT: "FS.NOT_FOUND",
  ENOTDIR: "FS.NOT_FOUND"
};
function fsErrorCode(errno) {
  return errno !== void 0 && Object.hasOwn(CODE_OF_ERRNO, errno) ? CODE_OF_ERRNO[errno] ?? "FS.IO" : "FS.IO";
}
function errnoOf(error2) {
  if (typeof error2 !== "object" || error2 === null || !("code" in error2)) return void 0;
  return typeof error2.code === "string" ? error2.code : void 0;
}
function fsFailure(error2, where) {
  if (error2 instanceof Failure) return error2;
  const errno = errnoOf(error2);
  const evidence = { errno: errno ?? String(error2), operation: where.operation, path: where.path };
  return failure(fsErrorCode(errno), { subject: where.path, evidence }, error2);
}

// src/adapters/node-tree-writer.ts
var import_node_fs = require("node:fs");
var DIRECTORY_MODE = 493;
function createTreeWriter({ isWindows: isWindows2 }) {
  const needsChmod = /* @__PURE__ */ new Map();
  const pathOf3 = /* @__PURE__ */ new Map();
  function setMode(handle, mode) {
    let needed = needsChmod.get(mode);
    if (needed === void 0) {
      needed = ((0, import_node_fs.fstatSync)(handle).mode & 511) !== mode;
      needsChmod.set(mode, needed);
    }
    if (needed) (0, import_node_fs.fchmodSync)(handle, mode);
  }
  return {
    makeDirectory: (path3) => guard("mkdir", path3, () => {
      (0, import_node_fs.mkdirSync)(path3, DIRECTORY_MODE);
      if (isWindows2) return;
      needsChmod.clear();
      if (((0, import_node_fs.lstatSync)(path3).mode & 511) !== DIRECTORY_MODE) (0, import_node_fs.chmodSync)(path3, DIRECTORY_MODE);
    }),
    createFile: (path3, mode) => guard("create", path3, () => {
      const handle = (0, import_node_fs.openSync)(path3, "wx", mode);
      pathOf3.set(handle, path3);
      if (!isWindows2) setMode(handle, mode);
      return handle;
    }),
    write: (handle, data2, from, to) => guard("write", pathOf3.get(handle) ?? "", () => writeAll({ handle, data: data2, from, to })),
    closeFile: (handle, mtimeSeconds) => guard("close", pathOf3.get(handle) ?? "", () => {
      pathOf3.delete(handle);
      closeFile(handle, mtimeSeconds);
    }),
    removeTree: (path3) => guard("remove", path3, () => (0, import_node_fs.rmSync)(path3, { recursive: true, force: true, maxRetries: 5 })),
    readFile: (path3) => guard("read", path3, () => (0, import_node_fs.readFileSync)(path3)),
    status: (path3) => guard("stat", path3, () => readStatus(path3)),
    readDirectory: (path3) => guard(
      "readdir",
      path3,
      () => (0, import_node_fs.readdirSync)(path3, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
    )
  };
}
function readStatus(path3) {
  const stat3 = (0, import_node_fs.lstatSync)(path3, { throwIfNoEntry: false });
  return stat3 && { kind: kindOf(stat3), sizeBytes: stat3.size, mtimeMs: stat3.mtimeMs, ctimeMs: stat3.ctimeMs };
}
function kindOf(entry) {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "directory";
  return entry.isSymbolicLink() ? "symlink" : "other";
}
function guard(operation, path3, work) {
  try {
    return work();
  } catch (error2) {
    throw fsFailure(error2, { operation, path: path3 });
  }
}
function writeAll(job) {
  let at = job.from;
  while (at < job.to) at += (0, import_node_fs.writeSync)(job.handle, job.data, at, job.to - at);
}
function closeFile(handle, mtimeSeconds) {
  try {
    if (mtimeSeconds !== void 0) (0, import_node_fs.futimesSync)(handle, mtimeSeconds, mtimeSeconds);
  } finally {
    (0, import_node_fs.closeSync)(handle);
  }
}

// src/adapters/remove-tree.ts
var import_promises4 = require("node:fs/promises");
var import_node_path3 = require("node:path");
async function removeTree(path3) {
  const remove2 = () => (0, import_promises4.rm)(path3, { recursive: true, force: true, maxRetries: 5 });
  try {
    await remove2();
  } catch (error2) {
    const errno = errnoOf(error2);
    if (errno !== "EACCES" && errno !== "EPERM") throw error2;
    await makeWritable(path3);
    await remove2();
  }
}
async function makeWritable(path3) {
  const stat3 = await (0, import_promises4.lstat)(path3).catch(() => void 0);
  if (stat3 === void 0 || stat3.isSymbolicLink()) return;
  if (!stat3.isDirectory()) {
    if ((stat3.mode & 128) === 0) await (0, import_promises4.chmod)(path3, stat3.mode | 128).catch(() => void 0);
    return;
  }
  await (0, import_promises4.chmod)(path3, stat3.mode | 448).catch(() => void 0);
  for (const name of await (0, import_promises4.readdir)(path3).catch(() => [])) await makeWritable((0, import_node_path3.join)(path3, name));
}

// src/adapters/node-files.ts
var STREAM_CHUNK_BYTES = 256 * 1024;
function createFiles({ os: os5, clock: clock2, isRoot = false }) {
  const isWindows2 = os5 === "win32";
  return {
    stat: readStat,
    read: readCapped,
    readRange,
    stream: streamFile,
    list: (path3) => guard2("readdir", path3, () => orIfMissing((0, import_promises5.readdir)(path3), []).then((names2) => [...names2].sort())),
    makeDirectory: (path3) => guard2("mkdir", path3, () => makeDirectories(path3)),
    write: writeWhole,
    append: (path3, data2) => guard2("append", path3, () => (0, import_promises5.appendFile)(path3, data2)),
    rename: (from, to) => isWindows2 ? renameOnWindows({ from, to, clock: clock2 }) : renameOnce(from, to),
    link: makeLink,
    remove: (path3) => guard2("remove", path3, () => removeTree(path3)),
    removeEmptyDirectory,
    touch: (path3) => guard2("touch", path3, () => (0, import_promises5.utimes)(path3, clock2.now() / 1e3, clock2.now() / 1e3)),
    freeSpace: (path3) => freeSpace(path3, isRoot),
    tree: createTreeWriter({ isWindows: isWindows2 })
  };
}
async function guard2(operation, path3, work) {
  try {
    return await work();
  } catch (error2) {
    throw fsFailure(error2, { operation, path: path3 });
  }
}
async function orIfMissing(work, otherwise) {
  try {
    return await work;
  } catch (error2) {
    if (errnoOf(error2) === "ENOENT" || errnoOf(error2) === "ENOTDIR") return otherwise;
    throw error2;
  }
}
async function makeDirectories(path3) {
  try {
    await (0, import_promises5.mkdir)(path3);
  } catch (error2) {
    if (errnoOf(error2) !== "ENOENT" || (0, import_node_path4.dirname)(path3) === path3) return unlessDirectory(path3, error2);
    await makeDirectories((0, import_node_path4.dirname)(path3));
    await (0, import_promises5.mkdir)(path3).catch((again) => unlessDirectory(path3, again));
  }
}
async function unlessDirectory(path3, error2) {
  const found = await (0, import_promises5.stat)(path3).catch(() => void 0);
  if (found?.isDirectory() !== true) throw error2;
}
function readStat(path3) {
  return guard2("stat", path3, async () => {
    const found = await orIfMissing((0, import_promises5.lstat)(path3), void 0);
    if (found === void 0) return void 0;
    return { kind: kindOf(found), sizeBytes: found.size, mtimeMs: found.mtimeMs, mode: found.mode & 511 };
  });
}
function readCapped(path3, maxBytes) {
  return guard2("read", path3, async () => {
    const handle = await (0, import_promises5.open)(path3, "r");
    try {
      const parts = [];
      let total = 0;
      for (; ; ) {
        const part = Buffer.allocUnsafe(Math.min(STREAM_CHUNK_BYTES, maxBytes + 1 - total));
        const { bytesRead } = await handle.read(part, 0, part.length, null);
        if (bytesRead === 0) return Buffer.concat(parts, total);
        parts.push(part.subarray(0, bytesRead));
        total += bytesRead;
        if (total > maxBytes) {
          throw failure("FS.IO", { subject: path3, evidence: { problem: "larger than its kind can be", limit: maxBytes } });
        }
      }
    } finally {
      await handle.close();
    }
  });
}
function readRange(path3, from, to) {
  return guard2("read", path3, async () => {
    const handle = await (0, import_promises5.open)(path3, "r");
    try {
      const data2 = Buffer.allocUnsafe(Math.max(0, to - from));
      let filled = 0;
      while (filled < data2.length) {
        const { bytesRead } = await handle.read(data2, filled, data2.length - filled, from + filled);
        if (bytesRead === 0) {
          throw failure("FS.IO", { subject: path3, evidence: { problem: "the file is shorter", wanted: to, got: from + filled } });
        }
        filled += bytesRead;
      }
      return data2;
    } finally {
      await handle.close();
    }
  });
}
async function* streamFile(path3) {
  try {
    for await (const chunk of (0, import_node_fs2.createReadStream)(path3, { highWaterMark: STREAM_CHUNK_BYTES })) yield chunk;
  } catch (error2) {
    throw fsFailure(error2, { operation: "read", path: path3 });
  }
}
function writeWhole(path3, data2, options) {
  return guard2("write", path3, async () => {
    try {
      await (0, import_promises5.writeFile)(path3, data2, { flag: options?.exclusive === true ? "wx" : "w" });
      return true;
    } catch (error2) {
      if (options?.exclusive === true && errnoOf(error2) === "EEXIST") return false;
      if (options?.exclusive === true) await (0, import_promises5.rm)(path3, { force: true });
      throw error2;
    }
  });
}
function makeLink(link) {
  return guard2("link", link.path, async () => {
    try {
      await (0, import_promises5.symlink)(link.target, link.path, link.kind === "directory" ? "junction" : "file");
      return true;
    } catch (error2) {
      if (errnoOf(error2) === "EEXIST") return false;
      throw error2;
    }
  });
}
async function renameOnce(from, to) {
  try {
    await (0, import_promises5.rename)(from, to);
    return true;
  } catch (error2) {
    const errno = errnoOf(error2);
    if (errno === "ENOTEMPTY" || errno === "EEXIST") return false;
    throw fsFailure(error2, { operation: "rename", path: to });
  }
}
async function renameOnWindows(job) {
  const { from, to, clock: clock2 } = job;
  const start3 = clock2.monotonic();
  for (; ; ) {
    try {
      await (0, import_promises5.rename)(from, to);
      return true;
    } catch (error2) {
      const errno = errnoOf(error2);
      if (errno === "ENOTEMPTY" || errno === "EEXIST") return false;
      if ((await readStat(to))?.kind === "directory" && !await removeEmptyDirectory(to)) return false;
      const isHeld = errno === "EPERM" || errno === "EBUSY" || errno === "EACCES";
      if (!isHeld || clock2.monotonic() - start3 > LIMITS.renameRetryMs) throw fsFailure(error2, { operation: "rename", path: to });
      await clock2.sleep(LIMITS.renameRetryPauseMs);
    }
  }
}
async function removeEmptyDirectory(path3) {
  try {
    await (0, import_promises5.rmdir)(path3);
    return true;
  } catch (error2) {
    const errno = errnoOf(error2);
    if (errno === "ENOTEMPTY" || errno === "EEXIST" || errno === "ENOENT" || errno === "ENOTDIR") return false;
    throw fsFailure(error2, { operation: "rmdir", path: path3 });
  }
}
async function freeSpace(path3, isRoot) {
  for (let at = path3; ; at = (0, import_node_path4.dirname)(at)) {
    try {
      const { bavail, bfree, bsize, files, ffree } = await (0, import_promises5.statfs)(at);
      return { bytes: (isRoot ? bfree : bavail) * bsize, ...files > 0 ? { inodes: ffree } : {} };
    } catch (error2) {
      const isMissing = errnoOf(error2) === "ENOENT" || errnoOf(error2) === "ENOTDIR";
      if (!isMissing || (0, import_node_path4.dirname)(at) === at) return void 0;
    }
  }
}

// src/adapters/node-memory.ts
var import_node_v8 = require("node:v8");
var import_node_vm = require("node:vm");
function createRelief() {
  let collect3;
  return () => {
    collect3 ??= exposeCollector();
    collect3({ type: "minor" });
  };
}
function exposeCollector() {
  (0, import_node_v8.setFlagsFromString)("--semi-space-growth-factor=1");
  (0, import_node_v8.setFlagsFromString)("--expose-gc");
  try {
    const collector = (0, import_node_vm.runInNewContext)("gc");
    return typeof collector === "function" ? (options) => void collector(options) : () => void 0;
  } finally {
    (0, import_node_v8.setFlagsFromString)("--no-expose-gc");
  }
}

// src/adapters/post-guard.ts
init_limits();
function superviseAfterJob(options, body) {
  const { process: process2, timeoutMs, say } = options;
  process2.exitCode = 0;
  const stop2 = new AbortController();
  let isOver = false;
  const end2 = (text2, level) => {
    if (isOver) return;
    isOver = true;
    try {
      say(text2, level);
    } finally {
      process2.exitCode = 0;
      setTimeout(() => process2.exit(0), LIMITS.postExitMs).unref();
    }
  };
  const give = (why) => {
    stop2.abort(new Error(why));
    setTimeout(() => end2(`Cache: nothing more is saved, ${why}`, "warning"), LIMITS.cacheStopMs).unref();
  };
  process2.on("SIGINT", () => give("the step was interrupted"));
  process2.on("SIGTERM", () => give("the step was interrupted"));
  process2.on("uncaughtException", (error2) => give(error2 instanceof Error ? error2.message : String(error2)));
  process2.on("beforeExit", () => end2("Cache: nothing more is saved, an operation never ended", "warning"));
  setTimeout(() => give("it took too long"), timeoutMs).unref();
  body(stop2.signal).then(
    ({ text: text2, level }) => end2(text2, level),
    (error2) => end2(`Cache: nothing is saved, ${error2 instanceof Error ? error2.message : String(error2)}`, "warning")
  );
}

// src/adapters/terminal.ts
init_redact();

// src/report/shell-env.ts
init_failure();
function shellEnv(changes, shell) {
  return changes.map((change) => `${line(change, shell)}
`).join("");
}
function line(change, shell) {
  const name = change.kind === "set" ? change.name : "PATH";
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(name) || change.value.includes("\0")) {
    throw failure("SELF.BUG", { subject: "environment", evidence: { name } });
  }
  const value = QUOTE[shell](change.value);
  return change.kind === "set" ? SET[shell](name, value) : PREPEND[shell](value);
}
var QUOTE = {
  sh: (text2) => `'${text2.replaceAll("'", `'\\''`)}'`,
  fish: (text2) => `'${text2.replace(/[\\']/gu, "\\$&")}'`,
  pwsh: (text2) => `'${text2.replace(/['\u2018-\u201B]/gu, "$&$&")}'`
};
var SET = {
  sh: (name, value) => `export ${name}=${value}`,
  fish: (name, value) => `set -gx ${name} ${value}`,
  pwsh: (name, value) => `$env:${name} = ${value}`
};
var PREPEND = {
  sh: (value) => `export PATH=${value}"\${PATH:+:$PATH}"`,
  fish: (value) => `set -gx PATH ${value} $PATH`,
  pwsh: (value) => `$env:PATH = (@(${value}, $env:PATH) | Where-Object { $_ }) -join [IO.Path]::PathSeparator`
};

// src/adapters/terminal.ts
var REDRAW_MS = 100;
function createTerminalHost(options) {
  const { stdout, stderr, json, shell, program } = options;
  const secrets = [];
  const changes = [];
  const clean2 = (text2) => redactText(text2, secrets);
  const narrate = createNarrator();
  const isTTY = stderr.isTTY === true;
  const progress = createProgress(stderr, clean2);
  return {
    kind: "terminal",
    hear: (event) => {
      if (isTTY) progress.hear(event);
      const told = narrate(event);
      if (told?.kind !== "phase-end" && told?.kind !== "notable") return;
      progress.clear();
      stderr.write(clean2(`${told.text}
`));
    },
    mask: (secret) => {
      if (secret !== "") secrets.push(secret);
    },
    apply: async (more) => {
      changes.push(...more);
    },
    publish: async (report) => {
      progress.clear();
      const failed2 = report.outcome === "failed";
      const isLines = report.command === "env" && !failed2;
      const shown = redactDeep(report, secrets);
      if (options.reportDir !== void 0) await saveReports(shown, options.reportDir, stderr);
      if (json) stdout.write(renderJson(shown));
      else if (isLines) stdout.write(shellEnv(changes, shell));
      const people = json || isLines || failed2 ? stderr : stdout;
      const plainText = renderText(shown);
      const isColoured = people.isTTY === true && !options.noColor;
      if (!isLines) people.write(isColoured ? coloured(plainText, failed2) : plainText);
      if (!failed2 && !isLines && changes.length > 0) people.write(clean2(`
${usage(report, { changes, shell, program })}`));
    }
  };
}
async function saveReports(report, directory2, stderr) {
  try {
    await writeReportFiles(report, directory2);
  } catch (error2) {
    stderr.write(`The report files could not be written: ${error2 instanceof Error ? error2.message : String(error2)}
`);
  }
}
function usage(report, { changes, shell, program }) {
  const version = report.go?.version ?? "";
  const evaluate = `${program} env --go-version ${version}`;
  const commands = {
    sh: `eval "$(${evaluate})"`,
    fish: `${evaluate} --shell fish | source`,
    pwsh: `${evaluate} --shell pwsh | Out-String | Invoke-Expression`
  };
  const lines = shellEnv(changes, shell).replace(/^(?=.)/gmu, "  ");
  return `To use it in this shell:
${lines}or
  ${commands[shell]}
`;
}
function createProgress(stderr, clean2) {
  const attempts = /* @__PURE__ */ new Map();
  let drawnMs;
  return {
    hear: (event) => {
      if (!("attempt" in event)) return;
      const attempt2 = trackAttempt(attempts.get(event.attempt), event);
      attempts.set(event.attempt, attempt2);
      if (event.type !== "attempt-progress" || drawnMs !== void 0 && event.atMs - drawnMs < REDRAW_MS) return;
      drawnMs = event.atMs;
      const width = Math.max(20, stderr.columns ?? 80) - 1;
      stderr.write(`\r\x1B[2K${clean2(progressLine(attempt2)).slice(0, width)}`);
    },
    clear: () => {
      if (drawnMs !== void 0) stderr.write("\r\x1B[2K");
      drawnMs = void 0;
    }
  };
}
function coloured(text2, failed2) {
  const [first = "", ...rest] = text2.split("\n");
  const bold = rest.map((line2) => line2.replace(/^ {2}(?:Cause|Fix)\b/u, "\x1B[1m$&\x1B[22m"));
  return [`\x1B[${failed2 ? 31 : 32}m${first}\x1B[39m`, ...bold].join("\n");
}

// quiet:quiet-core
function debug() {
}

// node_modules/@actions/tool-cache/lib/tool-cache.js
var fs2 = __toESM(require("fs"));

// lazy:semver
var clean = (...args) => require_clean()(...args);
var valid = (...args) => require_valid()(...args);

// node_modules/@actions/tool-cache/lib/tool-cache.js
var os4 = __toESM(require("os"));
var path2 = __toESM(require("path"));
init_assert();
var IS_WINDOWS = process.platform === "win32";
var IS_MAC = process.platform === "darwin";
function findAllVersions(toolName, arch3) {
  const versions = [];
  arch3 = arch3 || os4.arch();
  const toolPath = path2.join(_getCacheDirectory(), toolName);
  if (fs2.existsSync(toolPath)) {
    const children = fs2.readdirSync(toolPath);
    for (const child of children) {
      if (isExplicitVersion(child)) {
        const fullPath = path2.join(toolPath, child, arch3 || "");
        if (fs2.existsSync(fullPath) && fs2.existsSync(`${fullPath}.complete`)) {
          versions.push(child);
        }
      }
    }
  }
  return versions;
}
function isExplicitVersion(versionSpec) {
  const c = clean(versionSpec) || "";
  debug(`isExplicit: ${c}`);
  const valid2 = valid(c) != null;
  debug(`explicit? ${valid2}`);
  return valid2;
}
function _getCacheDirectory() {
  const cacheDirectory = process.env["RUNNER_TOOL_CACHE"] || "";
  ok(cacheDirectory, "Expected RUNNER_TOOL_CACHE to be defined");
  return cacheDirectory;
}

// src/adapters/tool-cache.ts
function createToolCache(directory2) {
  return { directory: directory2, versions: (tool, arch3) => findAllVersions(tool, arch3) };
}

// src/domain/command-table.ts
var SHELLS = ["sh", "fish", "pwsh"];
var SPEC = { min: 0, max: 1, what: "SPEC" };
var NONE = { min: 0, max: 0, what: "" };
var COMMANDS = {
  install: {
    usage: "[SPEC]",
    does: "Resolves the version, downloads, proves and installs it, and prints how to use it.",
    operands: SPEC,
    takesSpec: true,
    examples: [
      ["install 1.26", "the newest 1.26"],
      ["install --go-version-file go.mod", "what the module asks for"],
      ["install stable --sources aliyun,official --dest ./go", "sources in this order, into ./go"]
    ]
  },
  resolve: {
    usage: "[SPEC]",
    does: "Says which exact version is meant and where that was learnt; downloads nothing.",
    operands: SPEC,
    takesSpec: true,
    examples: [
      ["resolve oldstable", "the newest release of the previous line"],
      ["resolve '>=1.25 <1.27' --json", "as a report"]
    ]
  },
  preflight: {
    usage: "[DIR]",
    does: "Checks the project and the environment before a build: go.mod, go.sum, go.work, Go settings, proxies, paths.",
    operands: { min: 0, max: 1, what: "DIR" },
    examples: [
      ["preflight", "the project here"],
      ["preflight ./service --json", "another one, as a report"]
    ]
  },
  doctor: {
    usage: "[URL\u2026]",
    does: "Probes the configured sources and the Go environment, or the URLs, and names the cause of what fails.",
    operands: { min: 0, max: 16, what: "URL" },
    options: [
      { name: "gather", value: "FILE", description: "Write the observed facts to a file, redacted, and judge them." },
      { name: "judge", value: "FILE", description: "Judge the facts of a file; no packet leaves." }
    ],
    examples: [
      ["doctor", "everything that an install would use"],
      ["doctor https://mirror.example.com/golang/", "one address"],
      ["doctor --judge facts.json", "what another machine saw"]
    ]
  },
  explain: {
    usage: "[FILE]",
    does: "Reads the log of a failed go, git, tar or curl, or standard input, and names the cause and the fix.",
    operands: { min: 0, max: 1, what: "FILE" },
    examples: [
      ["explain build.log", "a file"],
      ["explain < build.log", "standard input"]
    ]
  },
  run: {
    usage: "-- COMMAND\u2026",
    does: "Runs a command, passes its output and exit code through, and explains it when it fails.",
    operands: { min: 1, max: Number.POSITIVE_INFINITY, what: "COMMAND after --" },
    takesCommand: true,
    examples: [["run -- go build ./...", "a build"]]
  },
  sources: {
    usage: "",
    does: "Shows the health of the sources: reachable, first byte, rate, freshness, redirects, ranges.",
    operands: NONE,
    examples: [
      ["sources", "all that are known"],
      ["sources --sources aliyun,official", "some"]
    ]
  },
  verify: {
    usage: "PATH",
    does: "Proves an archive or an installed GOROOT, or, with --modules, the module cache and vendor directory of a project.",
    operands: { min: 1, max: 1, what: "PATH" },
    options: [{ name: "modules", description: "Prove modules against the go.sum of the project in PATH, without network." }],
    examples: [
      ["verify go1.26.8.linux-amd64.tar.gz", "an archive"],
      ["verify /usr/local/go", "an installation"],
      ["verify --modules .", "the modules that the project here uses"]
    ]
  },
  env: {
    usage: "",
    does: "Prints the lines that set up a shell for an installed Go.",
    operands: NONE,
    options: [
      {
        name: "shell",
        value: "sh|fish|pwsh",
        choices: SHELLS,
        description: "The shell that env writes for (sh)."
      }
    ],
    examples: [
      ["env --go-version 1.26 --shell fish | source", "for fish"],
      ["env --go-version 1.26 --shell pwsh | Out-String | Invoke-Expression", "for PowerShell"]
    ]
  }
};
var COMMAND_NAMES = Object.keys(COMMANDS);
function commandRow(name) {
  return COMMANDS[name];
}

// src/domain/input-table.ts
var EVERYWHERE = ["action", "gitlab", "cli"];
var INPUTS = [
  {
    name: "go-version",
    kind: "text",
    default: "",
    description: "The Go to install: a version such as 1.26.8, a line such as 1.26, an npm range, stable, oldstable or latest.",
    faces: EVERYWHERE
  },
  {
    name: "go-version-file",
    kind: "text",
    default: "",
    description: "A file that names the version: go.mod, go.work, .go-version, .tool-versions, mise.toml or .prototools.",
    faces: EVERYWHERE
  },
  {
    name: "check-latest",
    kind: "boolean",
    default: "false",
    description: "Look for a newer release that matches before using one that is installed already.",
    faces: EVERYWHERE
  },
  {
    name: "token",
    kind: "text",
    default: "",
    description: "Accepted for compatibility with actions/setup-go; it is not used and never sent anywhere.",
    faces: ["action"]
  },
  {
    name: "cache",
    kind: "boolean",
    default: "true",
    description: "Keep modules and build results between jobs, where the CI platform has a cache for that.",
    faces: ["action"]
  },
  {
    name: "cache-dependency-path",
    kind: "text",
    default: "",
    description: "The files that the cache depends on, one pattern on each line; the default is every go.mod, go.sum, go.work and go.work.sum.",
    faces: ["action"]
  },
  {
    name: "architecture",
    kind: "text",
    default: "",
    description: "The architecture to install for, in the spelling of Node or of Go; the default is that of the machine.",
    faces: EVERYWHERE
  },
  {
    name: "go-download-base-url",
    kind: "text",
    default: "",
    description: "The only source to download from, as a base URL; the default is the environment variable GO_DOWNLOAD_BASE_URL.",
    faces: EVERYWHERE
  },
  {
    name: "sources",
    kind: "text",
    default: "auto",
    description: "The sources to try, in order: ids, base URLs or templates with {version} {os} {arch} {ext} {file}.",
    faces: EVERYWHERE
  },
  {
    name: "source-token",
    kind: "text",
    default: "",
    description: "A bearer token for custom sources, sent to their origin only and never over plain http.",
    faces: EVERYWHERE
  },
  {
    name: "verification",
    kind: "choice",
    choices: ["strict", "source"],
    default: "strict",
    description: "Whether only an independent proof is accepted (strict), or also what the source itself lists (source).",
    faces: EVERYWHERE
  },
  {
    name: "tool-cache-proof",
    kind: "choice",
    choices: ["quick", "full"],
    default: "quick",
    description: "How a Go of the tool cache that this program proved before is proved again: by its seal (quick), or by the hash of every file (full).",
    faces: EVERYWHERE
  },
  {
    name: "checksum",
    kind: "text",
    default: "",
    description: "A pin of the archive, sha256: with 64 hexadecimal digits or h1: with base64; it is always checked.",
    faces: EVERYWHERE
  },
  {
    name: "min-go-version",
    kind: "text",
    default: "1.21",
    description: "The oldest Go that may be used.",
    faces: EVERYWHERE
  },
  {
    name: "preflight",
    kind: "choice",
    choices: ["error", "warn", "off"],
    default: "error",
    description: "What a blocking finding about the project does: stop the run (error), only be told (warn), or nothing is checked (off).",
    faces: EVERYWHERE
  },
  {
    name: "working-directory",
    kind: "text",
    default: ".",
    description: "Where the version file is looked for.",
    faces: EVERYWHERE
  },
  {
    name: "diagnose",
    kind: "choice",
    choices: ["on-failure", "always", "off"],
    default: "on-failure",
    description: "When the network, the proxies and the sources are probed for the cause of trouble.",
    faces: EVERYWHERE
  },
  {
    name: "repair",
    kind: "choice",
    choices: ["off", "plan", "safe"],
    default: "plan",
    description: "Whether repairs are printed (plan) or those that weaken nothing are also applied, in this job only, and verified (safe).",
    faces: EVERYWHERE
  },
  {
    name: "gotoolchain",
    kind: "choice",
    choices: ["keep", "local", "auto"],
    default: "keep",
    description: "What GOTOOLCHAIN is set to; keep leaves a value that is there and otherwise sets local.",
    faces: EVERYWHERE
  },
  {
    name: "timeout",
    kind: "text",
    default: "10m",
    description: "The total budget of the run, such as 90s, 10m or 1m30s.",
    faces: EVERYWHERE
  },
  {
    name: "offline",
    kind: "boolean",
    default: "false",
    description: "Use only what is on this machine; no packet leaves.",
    faces: EVERYWHERE
  },
  {
    name: "ca-file",
    kind: "text",
    default: "",
    description: "A file with further CA certificates (PEM) to trust.",
    faces: EVERYWHERE
  },
  {
    name: "allow-direct",
    kind: "boolean",
    default: "false",
    description: "Connect directly when the configured proxy is dead.",
    faces: EVERYWHERE
  },
  {
    name: "cache-mode",
    kind: "choice",
    choices: ["read-write", "read-only"],
    default: "read-write",
    description: "Whether the cache is also written; events release and pull_request_target and jobs on a tag never write, whatever this says.",
    faces: ["action"]
  },
  {
    name: "problem-matcher",
    kind: "boolean",
    default: "true",
    description: "Show errors of the compiler, of vet and of failed tests as annotations (problem matchers go and go-test).",
    faces: ["action"]
  },
  {
    name: "summary",
    kind: "choice",
    choices: ["always", "on-failure", "never"],
    default: "always",
    description: "When the job summary is written.",
    faces: ["action"]
  },
  {
    name: "report-dir",
    kind: "text",
    default: "",
    description: "The directory for report files; the default is setup-go-robust-report in the temporary directory of the runner.",
    faces: EVERYWHERE
  },
  {
    name: "dest",
    kind: "text",
    default: "",
    description: "Install into this directory instead of the tool cache.",
    faces: ["cli"]
  }
];

// src/domain/command-help.ts
init_product();
var GENERAL_OPTIONS = [
  ["--json", "Print exactly one report on standard output; text for people goes to standard error."],
  ["--help", "This text, or that of a command."],
  ["--version", "The version of this program."]
];
var EXIT_CODES = `Exit codes:
   0  done
  64  usage: a command, option or input is wrong
  70  internal error
  71  configuration: the request cannot be met as it stands
  72  network: no source could be reached
  73  integrity: the content could not be proved
  74  disk or permission
  75  temporary: a retry may help`;
function helpText(topic, program = PRODUCT.name) {
  const parts = topic === void 0 ? generalHelp(program) : commandHelp(topic, program);
  return `${[...parts, optionsText(topic), EXIT_CODES].join("\n\n")}
`;
}
function generalHelp(program) {
  const commands = COMMAND_NAMES.map((name) => ({ ...commandRow(name), call: callText(name) }));
  return [
    `Installs a proved Go.

Usage: ${program} COMMAND [OPTIONS]`,
    `Commands:
${rows(commands.map(({ call, does }) => [call, does]))}`,
    examplesText(
      commands.flatMap((command) => command.examples.slice(0, 1)),
      program
    )
  ];
}
function commandHelp(name, program) {
  const { does, examples } = commandRow(name);
  return [`${does}

Usage: ${program} ${callText(name)} [OPTIONS]`, examplesText(examples, program)];
}
function callText(name) {
  return `${name} ${commandRow(name).usage}`.trim();
}
function examplesText(examples, program) {
  return `Examples:
${rows(examples.map(([command, meaning]) => [`${program} ${command}`, meaning]))}`;
}
function optionsText(topic) {
  const inputs = INPUTS;
  const shown = inputs.filter((row) => row.faces.includes("cli")).map((row) => [optionUsage(row), description(row)]);
  const own = (topic === void 0 ? COMMAND_NAMES : [topic]).flatMap((name) => commandRow(name).options ?? []);
  const ownRows = own.map(({ name, value, description: text2 }) => [`--${name} ${value ?? ""}`.trim(), text2]);
  return `Options:
${rows([...shown, ...ownRows, ...GENERAL_OPTIONS])}`;
}
function optionUsage({ name, kind, choices }) {
  if (kind === "boolean") return `--${name}`;
  return `--${name} ${kind === "choice" ? (choices ?? []).join("|") : "VALUE"}`;
}
function description(row) {
  const shown = row.default === "" || row.kind === "boolean" ? "" : ` (${row.default})`;
  return `${row.description.replace(/\.$/u, "")}${shown}.`;
}
function rows(pairs) {
  const width = 28;
  return pairs.map(
    ([left, right]) => left.length < width ? `  ${left.padEnd(width)}${right}` : `  ${left}
  ${" ".repeat(width)}${right}`
  ).join("\n");
}

// src/domain/command-line.ts
init_finding();

// src/domain/nearest.ts
var LONGEST = 64;
function nearestName(text2, names2) {
  if (text2.length > LONGEST) return void 0;
  const wanted = text2.toLowerCase();
  let best;
  for (const name of names2) {
    const edits = editDistance(wanted, name.toLowerCase());
    if (edits <= Math.max(1, Math.floor(name.length / 3)) && (best === void 0 || edits < best.edits)) best = { name, edits };
  }
  return best?.name;
}
function editDistance(a, b) {
  let beforeLast = [];
  let last2 = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column3 = 1; column3 <= b.length; column3 += 1) {
      const same = a[row - 1] === b[column3 - 1];
      let edits = Math.min((last2[column3] ?? 0) + 1, (current[column3 - 1] ?? 0) + 1, (last2[column3 - 1] ?? 0) + (same ? 0 : 1));
      const swapped = row > 1 && column3 > 1 && a[row - 1] === b[column3 - 2] && a[row - 2] === b[column3 - 1];
      if (swapped) edits = Math.min(edits, (beforeLast[column3 - 2] ?? 0) + 1);
      current.push(edits);
    }
    beforeLast = last2;
    last2 = current;
  }
  return last2[b.length] ?? 0;
}

// src/domain/command-line.ts
var SWITCHES = ["help", "version", "json"];
var ROWS = new Map(INPUTS.map((row) => [row.name, row]));
var OWN_OPTIONS = new Map(
  COMMAND_NAMES.flatMap((name) => (commandRow(name).options ?? []).map((option) => [option.name, option]))
);
var OPTION_NAMES = [...ROWS.keys(), ...SWITCHES, ...OWN_OPTIONS.keys()];
function parseCommandLine(argv) {
  const { words, options, findings: findings2 } = read(argv);
  const [first, ...operands] = words;
  const name = COMMAND_NAMES.find((candidate) => candidate === first);
  if (options.has("help")) return { kind: "help", topic: name };
  if (options.has("version")) return { kind: "version" };
  const inputs = new Map([...options].filter(([option]) => ROWS.has(option)));
  const spec = name !== void 0 && commandRow(name).takesSpec ? operands.shift() : void 0;
  if (spec !== void 0 && inputs.has("go-version")) findings2.push(invalid("--go-version", "The version is given twice"));
  if (spec !== void 0) inputs.set("go-version", spec);
  const own = new Map([...options].filter(([option]) => OWN_OPTIONS.has(option)));
  findings2.push(...name === void 0 ? commandProblems(first) : ownProblems(name, { operands, own }));
  const json = options.has("json");
  const [problem, ...more] = findings2;
  if (problem !== void 0) return { kind: "invalid", json, findings: [problem, ...more] };
  if (name === void 0) return { kind: "invalid", json, findings: [invalid("command", "No command")] };
  return { kind: "command", name, inputs: Object.fromEntries(inputs), operands, options: Object.fromEntries(own), json };
}
function read(argv) {
  const reading = { words: [], options: /* @__PURE__ */ new Map(), findings: [] };
  let index = 0;
  while (index < argv.length) {
    const word = argv[index] ?? "";
    index += 1;
    if (word === "--") {
      reading.words.push(...argv.slice(index));
      break;
    }
    if (word === "-h") reading.options.set("help", "");
    else if (word.startsWith("-") && word !== "-") index += readOption(reading, word, argv[index]);
    else reading.words.push(word);
  }
  return reading;
}
function readOption(reading, word, next) {
  const equals = word.indexOf("=");
  const flag = equals === -1 ? word : word.slice(0, equals);
  const attached = equals === -1 ? void 0 : word.slice(equals + 1);
  const following = next === void 0 || next.startsWith("--") ? void 0 : next;
  const name = OPTION_NAMES.find((candidate) => `--${candidate}` === flag);
  if (name !== void 0) return takeValue(reading, { name, attached, following });
  reading.findings.push(unknownOption(flag));
  const isCommand = reading.words.length === 0 && COMMAND_NAMES.some((command) => command === following);
  return attached === void 0 && following !== void 0 && !isCommand ? 1 : 0;
}
function takeValue({ options, findings: findings2 }, option) {
  const { name, attached, following } = option;
  const flag = `--${name}`;
  if (options.has(name)) findings2.push(invalid(flag, "The option is given twice"));
  if (SWITCHES.some((item) => item === name) || isOwnSwitch(name)) {
    if (attached !== void 0) findings2.push(invalid(flag, "The option takes no value"));
    options.set(name, "");
    return 0;
  }
  if (attached === void 0 && isBoolean(name) && !isBooleanText(following)) {
    options.set(name, "true");
    return 0;
  }
  const value = attached ?? following;
  if (value === void 0) findings2.push(invalid(flag, "The option needs a value", { form: `${flag} VALUE` }));
  options.set(name, value ?? "");
  return attached === void 0 && following !== void 0 ? 1 : 0;
}
function isBoolean(name) {
  return ROWS.get(name)?.kind === "boolean";
}
function isBooleanText(text2) {
  return text2 !== void 0 && /^(?:true|True|TRUE|false|False|FALSE)$/u.test(text2);
}
function isOwnSwitch(name) {
  const option = OWN_OPTIONS.get(name);
  return option !== void 0 && option.value === void 0;
}
function commandProblems(first) {
  const accepted2 = COMMAND_NAMES.join(", ");
  if (first === void 0) return [invalid("command", "No command was given", { accepted: accepted2 })];
  return [invalid(first, "The command is not known", { accepted: accepted2, nearest: nearestName(first, COMMAND_NAMES) })];
}
function ownProblems(name, given) {
  const { operands: limits, options = [], takesSpec = false } = commandRow(name);
  const { operands, own } = given;
  const most = takesSpec ? 0 : limits.max;
  const problems = [];
  if (operands.length < limits.min) problems.push(invalid(limits.what, `${name} needs ${limits.what}`));
  for (const [option, value] of own) {
    const row = options.find((each) => each.name === option);
    if (row === void 0) problems.push(invalid(`--${option}`, `The option does not belong to ${name}`));
    else if (row.choices !== void 0 && !row.choices.includes(value)) {
      problems.push(invalid(`--${option}`, "The value is not known", { accepted: row.choices.join(", ") }));
    }
  }
  return [...problems, ...operands.slice(most).map((word) => invalid(word, "The word is one too many"))];
}
function unknownOption(flag) {
  const nearest = nearestName(flag.replace(/^-+/u, ""), OPTION_NAMES);
  return finding("INPUT.UNKNOWN_OPTION", {
    subject: flag,
    evidence: { nearest: nearest === void 0 ? void 0 : `--${nearest}` },
    ...nearest === void 0 ? {} : { fixes: [{ title: "Write the option as", kind: "command", text: `--${nearest}`, risk: "none" }] }
  });
}
function invalid(subject, message, evidence = {}) {
  return finding("INPUT.INVALID", { subject, message, evidence });
}

// src/domain/duration.ts
var FORM = /^(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$/u;
var LONGEST_HOURS = 24;
function parseDurationMs(text2) {
  const match = FORM.exec(text2);
  if (match === null) return void 0;
  const [, hours = "0", minutes = "0", seconds = "0"] = match;
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1e3;
  return ms > 0 && ms <= LONGEST_HOURS * 36e5 ? ms : void 0;
}

// src/main.ts
init_limits();
init_product();

// src/report/cache-line.ts
function savedLine({ entries: entries3, reason }) {
  if (entries3.length === 0) return { text: plain(`Cache: nothing is saved, ${reason}`), level: "info" };
  const parts = entries3.map(({ kind, result: result2, reason: why, ms }) => {
    return `${CACHE_NAMES[kind]} ${result2 === "saved" ? `saved in ${durationText(ms)}` : `not saved, ${why}`}`;
  });
  const level = entries3.some(({ result: result2 }) => result2 === "failed") ? "warning" : "info";
  return { text: plain(`Cache: ${parts.join("; ")}`, 600), level };
}

// src/run.ts
init_failure();
init_finding();
init_product();
init_redact();

// src/steps/install.ts
var import_node_path21 = require("node:path");
init_failure();
init_finding();

// src/domain/version.ts
var GO_FORM = /^(?:go|v)?(0|[1-9]\d{0,3})(?:\.(0|[1-9]\d{0,3}))?(?:\.(0|[1-9]\d{0,3}))?(?:(beta|rc)(0|[1-9]\d{0,3}))?$/u;
var SEMVER_FORM = /^v?(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})-(beta|rc)\.?(0|[1-9]\d{0,3})$/u;
function parseGoVersion(text2) {
  const match = GO_FORM.exec(text2) ?? SEMVER_FORM.exec(text2);
  if (match === null) return void 0;
  const [, major = "0", minor = "0", patch = "0", kind, number2] = match;
  const base = { major: Number(major), minor: Number(minor), patch: Number(patch) };
  if (kind !== "beta" && kind !== "rc") return base;
  return { ...base, prerelease: { kind, number: Number(number2) } };
}
function isComplete(text2) {
  return parseGoVersion(text2) !== void 0 && (/\d+\.\d+\.\d+/u.test(text2) || /(?:beta|rc)\.?\d+$/u.test(text2));
}
function versionText(version) {
  const { major, minor, patch, prerelease } = version;
  const base = minor === 0 && patch === 0 && prerelease === void 0 ? `${major}` : `${major}.${minor}`;
  if (prerelease !== void 0) return `${base}${patch === 0 ? "" : `.${patch}`}${prerelease.kind}${prerelease.number}`;
  const zeroIsNamed = major > 1 || minor >= 21;
  return patch === 0 && !zeroIsNamed ? base : `${major}.${minor}.${patch}`;
}
function versionSemver(version) {
  const { major, minor, patch, prerelease } = version;
  return `${major}.${minor}.${patch}${prerelease === void 0 ? "" : `-${prerelease.kind}.${prerelease.number}`}`;
}
var RANK = { beta: 0, rc: 1 };
function compareVersions(a, b) {
  const numbers = a.major - b.major || a.minor - b.minor || a.patch - b.patch;
  if (numbers !== 0) return numbers;
  if (a.prerelease === void 0 || b.prerelease === void 0) {
    return Number(a.prerelease === void 0) - Number(b.prerelease === void 0);
  }
  return RANK[a.prerelease.kind] - RANK[b.prerelease.kind] || a.prerelease.number - b.prerelease.number;
}
function sameVersion(a, b) {
  return compareVersions(a, b) === 0;
}

// src/domain/platform.ts
var GOOS = {
  linux: "linux",
  darwin: "darwin",
  win32: "windows",
  windows: "windows",
  freebsd: "freebsd",
  openbsd: "openbsd",
  netbsd: "netbsd",
  aix: "aix",
  sunos: "solaris"
};
var ARCHITECTURES = {
  x64: { goarch: "amd64", cacheArch: "x64" },
  amd64: { goarch: "amd64", cacheArch: "x64" },
  x86_64: { goarch: "amd64", cacheArch: "x64" },
  x86: { goarch: "386", cacheArch: "x86" },
  x32: { goarch: "386", cacheArch: "x32" },
  ia32: { goarch: "386", cacheArch: "x86" },
  "386": { goarch: "386", cacheArch: "x86" },
  i386: { goarch: "386", cacheArch: "x86" },
  arm64: { goarch: "arm64", cacheArch: "arm64" },
  aarch64: { goarch: "arm64", cacheArch: "arm64" },
  arm: { goarch: "arm", cacheArch: "arm" },
  armv6l: { goarch: "arm", cacheArch: "arm" },
  armv7l: { goarch: "arm", cacheArch: "arm" },
  ppc64le: { goarch: "ppc64le", cacheArch: "ppc64le" },
  s390x: { goarch: "s390x", cacheArch: "s390x" },
  riscv64: { goarch: "riscv64", cacheArch: "riscv64" },
  loong64: { goarch: "loong64", cacheArch: "loong64" },
  mips: { goarch: "mips", cacheArch: "mips" },
  mipsel: { goarch: "mipsle", cacheArch: "mipsel" },
  mipsle: { goarch: "mipsle", cacheArch: "mipsel" },
  mips64: { goarch: "mips64", cacheArch: "mips64" },
  mips64el: { goarch: "mips64le", cacheArch: "mips64el" },
  mips64le: { goarch: "mips64le", cacheArch: "mips64el" }
};
var ARCHITECTURE_NAMES = [...Object.keys(ARCHITECTURES), "ppc64"];
function platformFor(host, architecture) {
  const goos = Object.hasOwn(GOOS, host.os) ? GOOS[host.os] : void 0;
  const name = (architecture ?? host.arch).toLowerCase();
  if (goos === void 0) return void 0;
  if (name === "ppc64")
    return host.endianness === "LE" ? platform(goos, "ppc64le") : { goos, goarch: "ppc64", cacheArch: "ppc64" };
  return platform(goos, name);
}
function platform(goos, name) {
  const found = Object.hasOwn(ARCHITECTURES, name) ? ARCHITECTURES[name] : void 0;
  return found === void 0 ? void 0 : { goos, ...found };
}
var FIRST_ON_APPLE_SILICON = { major: 1, minor: 16, patch: 0, prerelease: { kind: "beta", number: 1 } };
function platformOfRelease(platform3, version) {
  const needsRosetta = platform3.goos === "darwin" && platform3.goarch === "arm64";
  if (!needsRosetta || compareVersions(version, FIRST_ON_APPLE_SILICON) >= 0) return platform3;
  return { goos: "darwin", goarch: "amd64", cacheArch: "x64" };
}
function platformText(platform3) {
  return `${platform3.goos}/${platform3.goarch}`;
}
function archiveArch(platform3) {
  return platform3.goos === "linux" && platform3.goarch === "arm" ? "armv6l" : platform3.goarch;
}

// src/install/check.ts
var import_node_path5 = require("node:path");
init_failure();
init_limits();
async function checkToolchain(options, signal) {
  const { root, version, platform: platform3, env } = options;
  const bin = (0, import_node_path5.join)(root, "bin", platform3.goos === "windows" ? "go.exe" : "go");
  const expected = `go version go${versionText(version)} ${platformText(platform3)}`;
  const settings = await runGo(options, { bin, args: ["env", ...NAMES], env: withoutGoroot(env) }, signal);
  const [goversion, goos, goarch, goroot = "", gopath = "", goModCache = ""] = settings.exitCode === 0 ? settings.stdout.split(/\r?\n/u) : [];
  const answer2 = `go version ${goversion} ${goos}/${goarch}` === expected ? expected : await askVersion({ ...options, bin }, signal);
  const told = options.isPrivate === true ? withoutSuffix(answer2) : answer2;
  if (told !== expected) throw failure("VERSION.MISMATCH", { subject: bin, evidence: { expected, got: answer2.slice(0, 200) } });
  const own = isSamePath(goroot, root) ? goroot : await ownGoroot(options, bin, signal);
  return {
    bin,
    goroot: own,
    gopath: firstOfList(gopath, platform3.goos),
    goModCache: goModCache === "" ? void 0 : goModCache,
    foreignGoroot: goroot === "" || isSamePath(goroot, own) ? void 0 : goroot
  };
}
var NAMES = ["GOVERSION", "GOHOSTOS", "GOHOSTARCH", "GOROOT", "GOPATH", "GOMODCACHE"];
async function askVersion(options, signal) {
  const { bin, env } = options;
  return succeeded(bin, await runGo(options, { bin, args: ["version"], env: isolated(env) }, signal)).trim();
}
function withoutSuffix(answer2) {
  return answer2.replace(/^(go version go[^\s-]+)(?:-\S+)?(?: X:\S+)?(?= \S+$)/u, "$1");
}
async function ownGoroot(options, bin, signal) {
  const told = await runGo(options, { bin, args: ["env", "GOROOT"], env: isolated(options.env) }, signal);
  return succeeded(bin, told).trim();
}
function runGo({ exec, root }, command, signal) {
  const { bin, args, env } = command;
  return exec.run({ file: bin, args, env, cwd: root, timeoutMs: LIMITS.execMs }, signal);
}
function succeeded(bin, { exitCode: exitCode2, stdout, stderr }) {
  if (exitCode2 === 0) return stdout;
  throw failure("GO.NOT_RUNNABLE", { subject: bin, evidence: { "exit code": exitCode2, "standard error": stderr.slice(0, 300) } });
}
function withoutGoroot(env) {
  return { ...env, GOROOT: void 0, GOTOOLCHAIN: "local" };
}
function isolated(env) {
  return { ...withoutGoroot(env), GOFLAGS: void 0, GOENV: "off" };
}
function firstOfList(text2, goos) {
  const first = text2.split(goos === "windows" ? ";" : ":")[0];
  return first === void 0 || first === "" ? void 0 : first;
}
function isSamePath(a, b) {
  return normalised(a) === normalised(b);
}
function normalised(path3) {
  const isWindows2 = /^(?:[a-z]:|\\\\)/iu.test(path3);
  const plain2 = (isWindows2 ? path3.replaceAll("\\", "/").toLowerCase() : path3).replace(/\/+/gu, "/");
  return plain2.length > 1 && plain2.endsWith("/") ? plain2.slice(0, -1) : plain2;
}

// src/install/environment.ts
var import_node_path6 = require("node:path");

// src/domain/gotoolchain.ts
var GOTOOLCHAIN_MARKER = "SETUP_GO_ROBUST_GOTOOLCHAIN";
function userGotoolchain(env) {
  const value = env["GOTOOLCHAIN"];
  return value === void 0 || value === "" || value === env[GOTOOLCHAIN_MARKER] ? void 0 : value;
}

// src/install/environment.ts
var FINDS_ITS_ROOT = { major: 1, minor: 9, patch: 0 };
function environmentFor(options) {
  const { root, gopath, env, gotoolchain } = options;
  const changes = [];
  if (needsGoroot(options)) changes.push({ kind: "set", name: "GOROOT", value: root });
  if (gotoolchain !== "keep" || userGotoolchain(env) === void 0) {
    const value = gotoolchain === "keep" ? "local" : gotoolchain;
    changes.push({ kind: "set", name: "GOTOOLCHAIN", value }, { kind: "set", name: GOTOOLCHAIN_MARKER, value });
  }
  changes.push({ kind: "prepend-path", value: (0, import_node_path6.join)(root, "bin") });
  if (gopath !== void 0) changes.push({ kind: "prepend-path", value: (0, import_node_path6.join)(gopath, "bin") });
  return changes;
}
function needsGoroot({ root, version, env, foreignGoroot }) {
  if (compareVersions(version, FINDS_ITS_ROOT) < 0 || foreignGoroot !== void 0) return true;
  const current = env["GOROOT"] ?? "";
  return current !== "" && !isSamePath(current, root);
}

// src/install/tool-store.ts
var import_node_path8 = require("node:path");

// src/install/place.ts
var import_node_path7 = require("node:path");
function toolCachePlace(options) {
  return toolPlace({ ...options, tool: "go", name: versionSemver(options.version) });
}
function toolPlace(options) {
  const tool = (0, import_node_path7.join)(options.toolCache, options.tool);
  const version = (0, import_node_path7.join)(tool, options.name);
  return placeAt((0, import_node_path7.join)(version, options.platform.cacheArch), [version, tool]);
}
function destinationPlace(directory2) {
  return placeAt(directory2, []);
}
function placeAt(path3, ownParents) {
  const root = (0, import_node_path7.join)((0, import_node_path7.dirname)(path3), (0, import_node_path7.basename)(path3));
  return {
    root,
    parent: (0, import_node_path7.dirname)(root),
    marker: `${root}.complete`,
    lock: `${root}.lock`,
    receipt: `${root}.setup-go-robust.json`,
    seal: `${root}.setup-go-robust.seal`,
    stagePrefix: `${(0, import_node_path7.basename)(root)}.stage-`,
    trashPrefix: `${(0, import_node_path7.basename)(root)}.trash-`,
    ownParents
  };
}

// src/install/tool-store.ts
var VERSION_BYTES = 4096;
var RECEIPT_BYTES = 256 * 1024;
async function findEntry(place, files) {
  const stat3 = await files.stat(place.root);
  if (stat3 === void 0 || stat3.kind !== "directory" && stat3.kind !== "symlink") return void 0;
  const names2 = await files.list(place.root);
  if (names2.length === 0) return void 0;
  const programs = await files.list((0, import_node_path8.join)(place.root, "bin"));
  const version = names2.includes("VERSION") ? await readSmall((0, import_node_path8.join)(place.root, "VERSION"), VERSION_BYTES, files) : void 0;
  return {
    root: place.root,
    isMarked: await files.stat(place.marker) !== void 0,
    hasGo: programs.includes("go") || programs.includes("go.exe"),
    versionLine: version?.toString("utf8").split(/\r?\n/u, 1)[0],
    receipt: await readSmall(place.receipt, RECEIPT_BYTES, files)
  };
}
function installedRoots(toolCache, platform3) {
  return toolCache.versions("go", platform3.cacheArch).flatMap((name) => parseGoVersion(name) ?? []).sort((a, b) => compareVersions(b, a)).map((version) => toolCachePlace({ toolCache: toolCache.directory, version, platform: platform3 }).root);
}
async function readSmall(path3, maxBytes, files) {
  const stat3 = await files.stat(path3);
  return stat3?.kind === "file" && stat3.sizeBytes <= maxBytes ? files.read(path3, maxBytes) : void 0;
}
async function markComplete(place, receipt, files) {
  if (receipt !== void 0) await files.write(place.receipt, receipt);
  await files.write(place.marker, "");
}
async function publish(options) {
  const { place, stage, files } = options;
  const trash = options.replace ? await discard(options) : void 0;
  const published = await files.rename(stage.root, place.root);
  if (published) await markComplete(place, options.receipt, files);
  await files.remove(stage.directory);
  if (trash !== void 0) await files.remove(trash);
  return { published };
}
async function discard({
  place,
  files,
  randomName
}) {
  await files.remove(place.marker);
  await files.remove(place.receipt);
  await files.remove(place.seal);
  if (await files.stat(place.root) === void 0) return void 0;
  const trash = (0, import_node_path8.join)(place.parent, `${place.trashPrefix}${randomName()}`);
  await files.rename(place.root, trash);
  return trash;
}
async function removeEntry(options) {
  const trash = await discard(options);
  if (trash !== void 0) await options.files.remove(trash);
  await removeEmptyParents(options);
}
async function removeEmptyParents({ place, files }) {
  for (const parent of place.ownParents) if (!await files.removeEmptyDirectory(parent)) return;
}

// lazy:semver/functions/satisfies.js
var satisfies_default = (...args) => require_satisfies()(...args);

// src/policy/select-version.ts
function matching(spec, releases) {
  const sorted = newestFirst(releases);
  switch (spec.kind) {
    case "exact":
      return sorted.filter((release2) => compareVersions(release2.version, spec.version) === 0);
    case "minor":
      return sorted.filter((release2) => isStable(release2) && isOfLine(release2.version, spec));
    case "range":
      return sorted.filter((release2) => satisfies_default(versionSemver(release2.version), spec.range));
    case "alias": {
      const stable = sorted.filter(isStable);
      const lines = linesOf(stable);
      const line2 = lines[spec.alias === "oldstable" ? 1 : 0];
      return line2 === void 0 ? [] : stable.filter((release2) => isOfLine(release2.version, line2));
    }
  }
}
function newestFirst(releases) {
  return [...releases].sort((a, b) => compareVersions(b.version, a.version));
}
function nearestVersions(spec, releases) {
  const sorted = newestFirst(releases).map((release2) => release2.version);
  const wanted = wantedVersion(spec);
  const sameLine = wanted === void 0 ? [] : sorted.filter((version) => isOfLine(version, wanted));
  if (wanted !== void 0 && sameLine.length > 0) {
    const distance = (version) => Math.abs(version.patch - wanted.patch);
    return newest(sameLine.sort((a, b) => distance(a) - distance(b)).slice(0, NEAREST_COUNT));
  }
  const heads = linesOf(newestFirst(releases)).flatMap((line2) => sorted.find((version) => isOfLine(version, line2)) ?? []);
  if (wanted !== void 0) {
    const distance = (version) => Math.abs(version.major - wanted.major) * LINES_PER_MAJOR + Math.abs(version.minor - wanted.minor);
    heads.sort((a, b) => distance(a) - distance(b));
  }
  return newest(heads.slice(0, NEAREST_COUNT));
}
var NEAREST_COUNT = 5;
var LINES_PER_MAJOR = 1e4;
function wantedVersion(spec) {
  if (spec.kind === "exact") return spec.version;
  return spec.kind === "minor" && spec.minor !== void 0 ? { major: spec.major, minor: spec.minor, patch: 0 } : void 0;
}
function newest(versions) {
  return [...versions].sort((a, b) => compareVersions(b, a));
}
function isStable(release2) {
  return release2.stable && release2.version.prerelease === void 0;
}
function isOfLine(version, line2) {
  return version.major === line2.major && (line2.minor === void 0 || version.minor === line2.minor);
}
function linesOf(sorted) {
  const lines = /* @__PURE__ */ new Map();
  for (const { version } of sorted) {
    const { major, minor } = version;
    lines.set(`${major}.${minor}`, { major, minor });
  }
  return [...lines.values()];
}

// src/sources/floating.ts
var import_node_crypto = require("node:crypto");
init_address();

// src/sources/file-name.ts
function archiveFormat(platform3) {
  return platform3.goos === "windows" ? "zip" : "tar.gz";
}
function archiveFileName(version, platform3) {
  return floatingFileName(versionText(version), platform3);
}
function floatingFileName(version, platform3) {
  return `go${version}.${platform3.goos}-${archiveArch(platform3)}.${archiveFormat(platform3)}`;
}
function parseArchiveFileName(name) {
  const match = /^(go\d[\da-z.]*)\.([a-z\d]+)-([a-z\d]+)\.(tar\.gz|zip)$/u.exec(name);
  const [, text2 = "", goos = "", arch3 = "", format] = match ?? [];
  const version = parseGoVersion(text2);
  if (version === void 0 || format !== "tar.gz" && format !== "zip") return void 0;
  return { version, goos, goarch: goarchOf(arch3), format };
}
function goarchOf(arch3) {
  return arch3 === "armv6l" ? "arm" : arch3;
}

// src/sources/flat-directory.ts
init_address();

// src/sources/go-listing.ts
init_failure();
init_json_object();
var LISTING_QUERY = "mode=json&include=all";
function parseGoListing(body, subject) {
  const entries3 = parseJson(body, subject);
  if (!Array.isArray(entries3)) throw malformed(subject, "not an array");
  const releases = entries3.flatMap(
    (entry, index) => readRelease(entry, (reason) => malformed(subject, `[${index}] ${reason}`))
  );
  if (releases.length === 0) throw failure("LIST.UNAVAILABLE", { subject, evidence: { reason: "the list is empty" } });
  return releases.sort((a, b) => compareVersions(b.version, a.version));
}
function parseJson(body, subject) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    const start3 = new TextDecoder().decode(body.subarray(0, 80));
    throw failure("LIST.MALFORMED", { subject, evidence: { reason: "not JSON", bytes: body.length, "first bytes": start3 } });
  }
}
function readRelease(entry, bad) {
  if (!isJsonObject(entry)) throw bad("is not an object");
  const { version: name, stable, files } = entry;
  if (typeof name !== "string" || typeof stable !== "boolean" || !Array.isArray(files)) {
    throw bad("lacks version, stable or files");
  }
  const listed2 = files.flatMap((file) => readFile(file, bad));
  const version = parseGoVersion(name);
  return version === void 0 ? [] : [{ version, stable, files: listed2 }];
}
function readFile(file, bad) {
  if (!isJsonObject(file)) throw bad("has a file that is not an object");
  const { filename, os: os5, arch: arch3, kind, sha256 = "", size = 0 } = file;
  if (typeof filename !== "string" || typeof os5 !== "string" || typeof arch3 !== "string" || typeof kind !== "string") {
    throw bad("has a file without filename, os, arch or kind");
  }
  if (!/^[\w.+-]{1,200}$/u.test(filename)) throw bad("has a file name that cannot be");
  if (typeof sha256 !== "string" || !/^(?:[0-9a-f]{64})?$/iu.test(sha256)) throw bad("has a sha256 that is none");
  if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) throw bad("has a size that is none");
  if (kind !== "archive") return [];
  return [
    {
      fileName: filename,
      goos: os5,
      goarch: goarchOf(arch3),
      ...sha256 === "" ? {} : { sha256: sha256.toLowerCase() },
      ...size === 0 ? {} : { sizeBytes: size }
    }
  ];
}
function malformed(subject, reason) {
  return failure("LIST.MALFORMED", { subject, evidence: { reason } });
}

// src/sources/flat-directory.ts
function flatDirectory(sourceId, base, token) {
  const authorization = token === void 0 ? {} : { authorization: `Bearer ${token}` };
  return { sourceId, ...splitUserinfo(base), ...authorization };
}
function flatCandidate(directory2, version, platform3) {
  return namedFile(directory2, archiveFileName(version, platform3), platform3);
}
function namedFile(directory2, fileName, platform3) {
  const { url, ...rest } = directory2;
  return { ...rest, url: joinAddress(url, fileName), fileName, format: archiveFormat(platform3), layout: "release" };
}
function flatListing(directory2) {
  const { url, sourceId, ...authorization } = directory2;
  return {
    ...authorization,
    url: withQuery(joinAddress(url, ""), LISTING_QUERY),
    parse: (body) => parseGoListing(body, sourceId)
  };
}

// src/sources/floating.ts
var FLOATING_BASES = ["https://aka.ms/golang/release/latest"];
function floatingBase(specs) {
  const [spec] = specs;
  return specs.length === 1 && spec?.kind === "base" && FLOATING_BASES.includes(spec.url.toLowerCase()) ? spec.url : void 0;
}
function onlyBase(specs) {
  const [spec] = specs;
  return specs.length === 1 && spec?.kind === "base" && /^https?:/iu.test(spec.url) ? spec.url : void 0;
}
function writtenVersion(spec) {
  const text2 = /^(?:go|v)?(\d[\w.-]*)$/u.exec(spec.text)?.[1];
  return spec.kind === "alias" || text2 === void 0 || /x/iu.test(text2) ? void 0 : text2;
}
function floatingCandidate(source, written, platform3) {
  const token = source.token === void 0 ? {} : { authorization: `Bearer ${source.token}` };
  return namedFile(
    { sourceId: "custom", ...splitUserinfo(source.base), ...token },
    floatingFileName(written, platform3),
    platform3
  );
}
function privateTool(base) {
  return `go-${(0, import_node_crypto.createHash)("sha256").update(base).digest("hex").slice(0, 8)}`;
}

// src/steps/install.ts
init_context();

// src/steps/installed.ts
init_failure();
init_finding();

// src/install/installed-tree.ts
var import_node_crypto3 = require("node:crypto");

// src/verify/tree-hash.ts
var import_node_crypto2 = require("node:crypto");
init_failure();
var OUTSIDE_MODULE = [".github", "api", "doc", "misc", "test"];
function moduleName(version, platform3) {
  return `golang.org/toolchain@v0.0.1-go${versionText(version)}.${platform3.goos}-${platform3.goarch}`;
}
function releasePathInModule(path3) {
  const slash = path3.indexOf("/");
  if (slash > 0 && OUTSIDE_MODULE.includes(path3.slice(0, slash))) return void 0;
  if (!path3.endsWith("go.mod")) return path3;
  const baseAt = path3.lastIndexOf("/") + 1;
  return /^_*go\.mod$/u.test(path3.slice(baseAt)) ? `${path3.slice(0, baseAt)}_${path3.slice(baseAt)}` : path3;
}
function createTreeHasher(moduleName2) {
  const hashes = /* @__PURE__ */ new Map();
  let ascii = true;
  return {
    add(pathInModule, sha256Hex) {
      if (hashes.has(pathInModule) || pathInModule.includes("\n")) throw badName(pathInModule);
      if (ascii && !/^[\x00-\x7f]*$/u.test(pathInModule)) ascii = false;
      hashes.set(pathInModule, sha256Hex);
    },
    result() {
      const names2 = [...hashes.keys()];
      if (ascii) names2.sort();
      else names2.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      const hash = (0, import_node_crypto2.createHash)("sha256");
      for (const name of names2) hash.update(`${hashes.get(name)}  ${moduleName2}/${name}
`);
      return `h1:${hash.digest("base64")}`;
    },
    get count() {
      return hashes.size;
    }
  };
}
function badName(name) {
  return failure("ARC.NAME", { subject: name.slice(0, 200), evidence: { name: JSON.stringify(name.slice(0, 200)) } });
}
function isTreeHash(text2) {
  return /^h1:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/u.test(text2);
}

// src/install/seal.ts
init_json_object();
var SEALING = ["checksum-database", "release-table"];
var SCHEMA = "setup-go-robust/seal@1";
var ABSENT = "absent";
var MAX_SEAL_BYTES = 4 * 1024 * 1024;
function isSealed(path3, kind) {
  if (kind === "directory") return !NO_BUILD.test(path3);
  return !path3.includes("/") || path3.startsWith("bin/") || path3.startsWith("pkg/tool/");
}
var NO_BUILD = /^(?:api|doc|misc|test)(?:\/|$)|(?:^|\/)testdata(?:\/|$)/u;
function makeSeal(tree, reader2) {
  const { moduleName: moduleName2, proof, root, paths } = tree;
  if (!SEALING.includes(proof.kind)) return void 0;
  const status = ["", ...paths].map((path3) => [path3, statusText(reader2, root, path3)]);
  return { moduleName: moduleName2, proof, status: status.filter(([, text2]) => text2 !== ABSENT) };
}
function isUnbroken(seal2, root, reader2) {
  return seal2.status.every(([path3, status]) => statusText(reader2, root, path3) === status);
}
function statusText(reader2, root, path3) {
  const status = reader2.status(path3 === "" ? root : `${root}/${path3}`);
  if (status === void 0) return ABSENT;
  return `${status.kind} ${status.kind === "directory" ? "" : status.sizeBytes} ${status.mtimeMs} ${status.ctimeMs}`;
}
async function writeSeal(place, seal2, files) {
  await files.write(place.seal, `${JSON.stringify({ schema: SCHEMA, ...seal2 })}
`);
}
async function readSeal(place, moduleName2, files) {
  const stat3 = await files.stat(place.seal);
  if (stat3?.kind !== "file" || stat3.sizeBytes > MAX_SEAL_BYTES) return void 0;
  const seal2 = parseSeal((await files.read(place.seal, MAX_SEAL_BYTES)).toString("utf8"));
  return seal2?.moduleName === moduleName2 ? seal2 : void 0;
}
function parseSeal(text2) {
  const value = parseJsonObject(text2);
  if (value?.["schema"] !== SCHEMA) return void 0;
  const { moduleName: moduleName2, proof, status } = value;
  if (typeof moduleName2 !== "string" || !isProof(proof) || !Array.isArray(status) || status.length === 0) return void 0;
  return status.every(isStatus) ? { moduleName: moduleName2, proof, status } : void 0;
}
function isProof(value) {
  if (!isJsonObject(value) || !SEALING.includes(value["kind"])) return false;
  return ["root", "value", "detail"].every((name) => typeof value[name] === "string");
}
function isStatus(value) {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "string");
}

// src/install/installed-tree.ts
var IRREGULAR_SHA256 = "0".repeat(64);
var FILES_PER_TURN = 500;
async function hashInstalledTree(options, signal) {
  const start3 = { directories: [""], irregular: [], sealed: [], sizeBytes: 0, uncoveredCount: 0, goEnv: void 0 };
  const walk2 = { options, hasher: createTreeHasher(options.moduleName), ...start3 };
  let filesAtTurn = 0;
  for (let directory2 = walk2.directories.pop(); directory2 !== void 0; directory2 = walk2.directories.pop()) {
    visit(walk2, directory2);
    if (walk2.hasher.count - filesAtTurn < FILES_PER_TURN) continue;
    filesAtTurn = walk2.hasher.count;
    await new Promise((resolve8) => {
      setImmediate(resolve8);
    });
    signal.throwIfAborted();
  }
  const { hasher, sizeBytes, uncoveredCount, irregular, sealed, goEnv } = walk2;
  const tree = hasher.result();
  return { tree, fileCount: hasher.count, sizeBytes, uncoveredCount, irregular: irregular.sort(), sealed, goEnv };
}
function visit(walk2, directory2) {
  const { reader: reader2, root, ignore } = walk2.options;
  for (const { name, kind } of reader2.readDirectory(`${root}/${directory2}`)) {
    const path3 = `${directory2}${name}`;
    if (directory2 === "" && ignore?.includes(name) === true) continue;
    if (isSealed(path3, kind === "directory" ? "directory" : "file")) walk2.sealed.push(path3);
    if (kind === "directory") walk2.directories.push(`${path3}/`);
    else addFile(walk2, path3, kind === "file");
  }
}
function addFile(walk2, path3, isRegular) {
  const pathInModule = releasePathInModule(path3);
  if (pathInModule === void 0) {
    walk2.uncoveredCount++;
    return;
  }
  let sha256 = IRREGULAR_SHA256;
  if (isRegular) {
    const content2 = walk2.options.reader.readFile(`${walk2.options.root}/${path3}`);
    if (path3 === "go.env") walk2.goEnv = content2;
    walk2.sizeBytes += content2.length;
    sha256 = (0, import_node_crypto3.createHash)("sha256").update(content2).digest("hex");
  } else {
    walk2.irregular.push(path3);
  }
  walk2.hasher.add(pathInModule, sha256);
  walk2.options.onFile?.(path3, sha256);
}
function rehashTree(options) {
  const { moduleName: moduleName2, hashes, changed: changed3 } = options;
  const hasher = createTreeHasher(moduleName2);
  for (const [path3, sha256] of hashes) {
    const content2 = changed3[path3];
    const own = content2 === void 0 ? sha256 : (0, import_node_crypto3.createHash)("sha256").update(content2).digest("hex");
    hasher.add(releasePathInModule(path3) ?? path3, own);
  }
  return hasher.result();
}

// src/verify/judge.ts
init_finding();
var RANK2 = ["pinned-checksum", "checksum-database", "release-table", "source-listing"];
function judge(measured, expectations) {
  const strong = expectations.filter((expectation) => expectation.kind !== "source-listing");
  const comparisons = (strong.length > 0 ? strong : expectations).map((expectation) => compare(measured, expectation)).sort((a, b) => RANK2.indexOf(a.expectation.kind) - RANK2.indexOf(b.expectation.kind));
  const wrongPin = comparisons.find(({ expectation, matches }) => expectation.kind === "pinned-checksum" && !matches);
  if (wrongPin !== void 0) return { refused: refusal("VER.CHECKSUM_PIN", [wrongPin]) };
  const matching2 = comparisons.filter(({ matches }) => matches);
  const [best] = matching2;
  if (best !== void 0) return accept(best, comparisons);
  const compared = comparisons.filter(({ got }) => got !== void 0);
  return { refused: refusal(compared.length > 0 ? "VER.TAMPERED" : "VER.NO_PROOF", compared) };
}
function compare(measured, expectation) {
  const got = expectation.over === "tree" ? measured.tree : measured.sha256;
  return { expectation, got, matches: got !== void 0 && got !== "" && got === expectation.value };
}
function accept(best, comparisons) {
  const others = comparisons.filter((comparison) => comparison !== best && comparison.got !== void 0).map(({ expectation, matches }) => {
    if (matches) return `also matches ${expectation.root}`;
    if (expectation.over === "file") return `packed anew: the archive file differs from ${expectation.root}`;
    return `differs from ${expectation.root}`;
  });
  const { kind, root, detail: detail2 } = best.expectation;
  return {
    accepted: { kind, root, value: printed(best.expectation), detail: [detail2, ...others].join("; ") },
    keepUnprovenFiles: comparisons.some(({ expectation, matches }) => matches && expectation.over === "file")
  };
}
function refusal(code, comparisons) {
  const evidence = {};
  let subject = "archive";
  for (const { expectation, got } of comparisons) {
    if (expectation.over === "file") subject = expectation.fileName;
    evidence[`expected by ${expectation.root} (${expectation.over})`] = printed(expectation);
    evidence[`got (${expectation.over})`] = got === void 0 ? "not measured" : printed({ over: expectation.over, value: got });
  }
  return finding(code, { subject, evidence });
}
function printed(hash) {
  return hash.over === "tree" ? hash.value : `sha256:${hash.value}`;
}

// src/verify/receipt.ts
init_failure();
init_json_object();

// src/verify/record-proof.ts
init_failure();

// src/verify/note.ts
var import_node_crypto5 = require("node:crypto");
init_failure();

// src/verify/tlog.ts
var import_node_crypto4 = require("node:crypto");
var HASH_BYTES = 32;
var MAX_TREE_SIZE = 2 ** 48;
function leafHash(record3) {
  return (0, import_node_crypto4.createHash)("sha256").update(Buffer.of(0)).update(record3).digest();
}
function nodeHash(left, right) {
  return (0, import_node_crypto4.createHash)("sha256").update(Buffer.of(1)).update(left).update(right).digest();
}
function emptyRoot() {
  return (0, import_node_crypto4.createHash)("sha256").digest();
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
      spans.push({ from: middle, to });
      to = middle;
    } else {
      spans.push({ from, to: middle });
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
      spans.push({ from: middle, to });
      to = middle;
    } else {
      spans.push({ from, to: middle });
      from = middle;
    }
  }
  if (from !== 0) spans.push({ from, to });
  return spans.reverse();
}
function inclusionHolds(claim) {
  if (claim.index < 0 || claim.index >= claim.head.size) return false;
  const walk2 = startWalk(claim.index, claim.head.size - 1);
  let hash = claim.leaf;
  for (const sibling of claim.proof) {
    if (walk2.done()) return false;
    hash = walk2.step() === "left" ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
  }
  return walk2.done() && toText(hash) === claim.head.root;
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
  const walk2 = startWalk(older.size - 1, newerSize - 1);
  walk2.skipRightEdges();
  const [first, ...rest] = walk2.atLeftEdge() ? [Buffer.from(older.root, "base64"), ...proof] : proof;
  if (first === void 0) return void 0;
  let olderHash = first;
  let newerHash = first;
  for (const sibling of rest) {
    if (walk2.done()) return void 0;
    if (walk2.step() === "left") {
      olderHash = nodeHash(sibling, olderHash);
      newerHash = nodeHash(sibling, newerHash);
    } else {
      newerHash = nodeHash(newerHash, sibling);
    }
  }
  return walk2.done() ? { older: olderHash, newer: newerHash } : void 0;
}
function startWalk(index, last2) {
  let fn = index;
  let sn = last2;
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
function hashFromText(text2) {
  if (typeof text2 !== "string" || text2.length !== 44) return void 0;
  const bytes = Buffer.from(text2, "base64");
  return bytes.length === HASH_BYTES && bytes.toString("base64") === text2 ? bytes : void 0;
}

// src/verify/note.ts
var ALGORITHM_ED25519 = 1;
var ED25519_SPKI = Buffer.from("302a300506032b6570032100", "hex");
var MAX_SIGNATURE_COUNT = 100;
var MAX_NOTE_BYTES = 1e6;
var KEY_HASH_BYTES = 4;
function parseVerifierKey(text2) {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text2);
  const [, name = "", hash = "", base64 = ""] = match ?? [];
  const key = Buffer.from(base64, "base64");
  const keyHash = keyHashOf(name, key);
  if (key.length !== 33 || key[0] !== ALGORITHM_ED25519 || keyHash.toString("hex") !== hash) {
    throw failure("SUM.NOTE", { subject: "verifier key", message: "The verifier key text is malformed" });
  }
  const publicKey = (0, import_node_crypto5.createPublicKey)({ key: Buffer.concat([ED25519_SPKI, key.subarray(1)]), format: "der", type: "spki" });
  return { name, keyHash, publicKey };
}
function keyHashOf(name, key) {
  return (0, import_node_crypto5.createHash)("sha256").update(`${name}
`).update(key).digest().subarray(0, KEY_HASH_BYTES);
}
function openNote(note3, key) {
  const bytes = Buffer.from(note3);
  const all = noteText(bytes);
  const split = bytes.lastIndexOf("\n\n");
  if (all === void 0 || split < 0 || !all.endsWith("\n")) {
    throw badNote(key, "not a signed note");
  }
  const text2 = bytes.subarray(0, split + 1);
  const lines = bytes.subarray(split + 2, -1).toString("utf8").split("\n");
  if (lines.length > MAX_SIGNATURE_COUNT) throw badNote(key, "too many signatures");
  let signed = false;
  for (const line2 of lines) {
    const signature = signatureOf(line2, key);
    if (signature === "foreign") continue;
    if (signature === void 0) throw badNote(key, "malformed signature line");
    if (!(0, import_node_crypto5.verify)(null, text2, key.publicKey, signature)) throw badNote(key, "wrong signature");
    signed = true;
  }
  if (!signed) throw badNote(key, "no signature of this key");
  return text2.toString("utf8");
}
function noteText(bytes) {
  if (bytes.length > MAX_NOTE_BYTES) return void 0;
  const text2 = bytes.toString("utf8");
  if (/[\x00-\x09\x0b-\x1f]/u.test(text2)) return void 0;
  return Buffer.from(text2, "utf8").equals(bytes) ? text2 : void 0;
}
function signatureOf(line2, key) {
  const match = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line2);
  const [, name = "", base64 = ""] = match ?? [];
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length <= KEY_HASH_BYTES || bytes.toString("base64") !== base64) return void 0;
  const isOurs = name === key.name && bytes.subarray(0, KEY_HASH_BYTES).equals(key.keyHash);
  return isOurs ? bytes.subarray(KEY_HASH_BYTES) : "foreign";
}
function parseTreeHead(text2) {
  const [title, sizeText = "", root = "", ...rest] = text2.split("\n");
  const size = parseCount(sizeText);
  if (title !== "go.sum database tree" || size === void 0 || hashFromText(root) === void 0 || rest.length === 0) {
    throw failure("SUM.NOTE", { subject: "tree head", evidence: { reason: "malformed tree text", got: text2.slice(0, 200) } });
  }
  return { size, root };
}
function parseCount(text2) {
  if (!/^(?:0|[1-9]\d{0,15})$/u.test(text2)) return void 0;
  const count = Number(text2);
  return count <= MAX_TREE_SIZE ? count : void 0;
}
function openTreeHead(note3, key) {
  return parseTreeHead(openNote(note3, key));
}
function badNote(key, reason) {
  return failure("SUM.NOTE", { subject: key.name, evidence: { reason, key: `${key.name}+${key.keyHash.toString("hex")}` } });
}

// src/verify/sumdb-record.ts
init_failure();
var MAX_LOOKUP_BYTES = 64 * 1024;
function parseLookup(answer2) {
  const bytes = Buffer.from(answer2);
  const numberEnd = bytes.indexOf("\n");
  const recordEnd = bytes.indexOf("\n\n");
  const recordNumber = parseCount(bytes.subarray(0, Math.max(numberEnd, 0)).toString("latin1"));
  if (bytes.length > MAX_LOOKUP_BYTES || recordNumber === void 0 || recordEnd < numberEnd) {
    const start3 = JSON.stringify(bytes.subarray(0, 80).toString("latin1"));
    throw failure("SUM.GARBAGE", { subject: "lookup", evidence: { "first bytes": start3, bytes: bytes.length } });
  }
  const record3 = bytes.subarray(numberEnd + 1, recordEnd + 1);
  return { recordNumber, record: record3, note: bytes.subarray(recordEnd + 2) };
}
function readRecord(record3, moduleName2) {
  const [path3, version] = moduleName2.split("@");
  const text2 = Buffer.from(record3).toString("latin1");
  const lines = text2.split("\n");
  const afterLast = lines.pop();
  const hashes = /* @__PURE__ */ new Map();
  for (const line2 of lines) {
    const [linePath, lineVersion = "", hash = "", ...rest] = line2.split(" ");
    if (linePath !== path3 || rest.length > 0 || !isTreeHash(hash)) throw badRecord(moduleName2, text2);
    hashes.set(lineVersion, hash);
  }
  const tree = hashes.get(version ?? "");
  if (tree === void 0 || !hashes.has(`${version}/go.mod`)) throw badRecord(moduleName2, text2);
  if (lines.length !== 2 || afterLast !== "") throw badRecord(moduleName2, text2);
  return tree;
}
function badRecord(moduleName2, text2) {
  return failure("SUM.RECORD", {
    subject: moduleName2,
    evidence: { expected: moduleName2, got: JSON.stringify(text2.slice(0, 300)) }
  });
}

// src/verify/record-proof.ts
function checkRecordProof(proof, question) {
  const key = parseVerifierKey(question.log.verifierKey);
  const head = openTreeHead(proof.note, key);
  const value = readRecord(proof.record, question.moduleName);
  const leaf = leafHash(proof.record);
  if (!inclusionHolds({ index: proof.recordNumber, leaf, head, proof: proof.inclusion })) {
    const evidence = { record: proof.recordNumber, "tree size": head.size, root: head.root };
    throw failure("SUM.PROOF", { subject: question.moduleName, evidence });
  }
  checkHistory(proof, { key, head, log: question.log });
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
    const evidence = { expected: log.heads[0].size, got: known.size };
    throw failure("VER.NO_PROOF", {
      subject: key.name,
      message: "The proof rests on a tree head that is unknown here",
      evidence
    });
  }
  const [older, newer] = head.size < known.size ? [head, known] : [known, head];
  const verdict = checkConsistency({ older, newer, proof: proof.consistency });
  if (verdict === "holds") return;
  throw failure(verdict === "fork" ? "SUM.FORK" : "SUM.PROOF", {
    subject: key.name,
    ...verdict === "fork" ? {} : { message: "The tree shown could not be proved consistent with the known one" },
    evidence: { "known tree": `${known.size} ${known.root}`, "tree shown": `${head.size} ${head.root}` }
  });
}

// src/verify/receipt.ts
var RECEIPT_SCHEMA = "setup-go-robust/receipt@1";
var MAX_RECEIPT_BYTES = 256 * 1024;
var MAX_PROOF_HASHES = 64;
function makeReceipt(proof, moduleName2) {
  const receipt = {
    schema: RECEIPT_SCHEMA,
    module: moduleName2,
    recordNumber: proof.recordNumber,
    record: Buffer.from(proof.record).toString("utf8"),
    note: Buffer.from(proof.note).toString("utf8"),
    inclusion: proof.inclusion.map(toText),
    knownHead: { size: proof.knownHead.size, root: proof.knownHead.root },
    consistency: proof.consistency.map(toText)
  };
  return `${JSON.stringify(receipt, void 0, 1)}
`;
}
function readReceipt(bytes, question) {
  const fields = bytes.length > MAX_RECEIPT_BYTES ? void 0 : parseJsonObject(Buffer.from(bytes).toString("utf8"));
  const proof = fields === void 0 ? void 0 : proofOf(fields);
  if (fields === void 0 || proof === void 0 || fields["schema"] !== RECEIPT_SCHEMA)
    throw noReceipt("not a receipt", question);
  if (fields["module"] !== question.moduleName) throw noReceipt("receipt of another release", question);
  return checkRecordProof(proof, question);
}
function noReceipt(reason, question) {
  return failure("VER.NO_PROOF", {
    subject: question.moduleName,
    message: "The stored receipt proves nothing",
    evidence: { reason }
  });
}
function proofOf(fields) {
  const { recordNumber, record: record3, note: note3 } = fields;
  const inclusion = hashesOf(fields["inclusion"]);
  const consistency = hashesOf(fields["consistency"]);
  const knownHead = headOf(fields["knownHead"]);
  if (!isCount(recordNumber) || typeof record3 !== "string" || typeof note3 !== "string") return void 0;
  if (inclusion === void 0 || consistency === void 0 || knownHead === void 0) return void 0;
  return { recordNumber, record: Buffer.from(record3), note: Buffer.from(note3), inclusion, knownHead, consistency };
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
  if (!isJsonObject(value)) return void 0;
  const { size, root } = value;
  return isCount(size) && typeof root === "string" && hashFromText(root) !== void 0 ? { size, root } : void 0;
}

// src/steps/installed.ts
var FOREIGN_FILES = ["setup.sh"];
async function proveStanding(context, target2, signal) {
  const { machine, platform: platform3, emit } = context;
  const { place, version } = target2;
  const name = moduleName(version, platform3);
  const sealed = await sealedProof(context, { place, name });
  if (sealed !== void 0) {
    emit({ type: "proved", proof: sealed });
    return { state: "proved", proof: sealed };
  }
  const entry = await findEntry(place, machine.files);
  if (entry === void 0) return { state: "absent" };
  if (!await pinIsPublished(context, version)) return { state: "unproved" };
  const kept2 = keptExpectation(context, entry, name);
  const expectations = kept2 === void 0 ? await askedExpectations(target2, signal) : [kept2];
  if (expectations === void 0) return { state: "unproved" };
  const reader2 = machine.files.tree;
  const tree = await hashInstalledTree({ reader: reader2, root: entry.root, moduleName: name, ignore: FOREIGN_FILES }, signal);
  const verdict = judge(tree, expectations);
  if (verdict.accepted === void 0) {
    const evidence = Object.fromEntries(verdict.refused.evidence.map(({ name: name2, value }) => [name2, value]));
    emit({ type: "finding", finding: finding("VER.CACHE_DAMAGED", { subject: versionText(version), evidence }) });
    return { state: "damaged" };
  }
  const detail2 = kept2 === void 0 ? verdict.accepted.detail : `${verdict.accepted.detail}; by the receipt kept beside it`;
  const proof = { ...verdict.accepted, detail: detail2 };
  if (kept2 === void 0 || !entry.isMarked) await adopt(context, target2, kept2 === void 0);
  await seal(context, { place, version, proof: verdict.accepted, paths: tree.sealed });
  emit({ type: "proved", proof });
  return { state: "proved", proof };
}
async function pinIsPublished(context, version) {
  const pin = context.inputs.checksum;
  if (pin?.kind !== "sha256") return true;
  const published = (await context.releaseTable())?.expectation(archiveFileName(version, context.platform));
  return published?.value === pin.hex;
}
async function sealedProof({ machine, inputs }, { place, name }) {
  if (inputs.checksum !== void 0 || inputs.toolCacheProof === "full") return void 0;
  const kept2 = await readSeal(place, name, machine.files);
  const isMarked = kept2 !== void 0 && await machine.files.stat(place.marker) !== void 0;
  if (!isMarked || !isUnbroken(kept2, place.root, machine.files.tree)) return void 0;
  return { ...kept2.proof, detail: `${kept2.proof.detail}; sealed since` };
}
async function seal({ machine, platform: platform3 }, proved) {
  const { place, version, proof, paths } = proved;
  const made = makeSeal({ moduleName: moduleName(version, platform3), proof, root: place.root, paths }, machine.files.tree);
  if (made !== void 0) await unlessReadOnly(() => writeSeal(place, made, machine.files));
}
async function askedExpectations(target2, signal) {
  try {
    return await (await target2.proofs()).ofInstalled();
  } catch (error2) {
    signal.throwIfAborted();
    if (error2 instanceof Failure && error2.code.startsWith("SUM.")) return void 0;
    throw error2;
  }
}
function keptExpectation({ log, inputs }, entry, name) {
  if (entry.receipt === void 0 || inputs.checksum?.kind === "h1") return void 0;
  try {
    return readReceipt(entry.receipt, { log, moduleName: name });
  } catch (error2) {
    if (error2 instanceof Failure) return void 0;
    throw error2;
  }
}
async function adopt({ machine }, { place, proofs }, withReceipt) {
  const receipt = withReceipt ? await (await proofs()).receipt() : void 0;
  await unlessReadOnly(() => markComplete(place, receipt, machine.files));
}
async function unlessReadOnly(write4) {
  try {
    await write4();
  } catch (error2) {
    if (!(error2 instanceof Failure) || error2.code !== "FS.READ_ONLY" && error2.code !== "FS.PERMISSION") throw error2;
  }
}

// src/steps/once.ts
function once(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}

// src/steps/path-go.ts
init_failure();
init_finding();

// src/domain/goenv.ts
function readGoEnvFile(text2, name) {
  for (const line2 of text2.split(/\r?\n/u)) {
    if (line2.startsWith(`${name}=`)) return line2.slice(name.length + 1);
  }
  return void 0;
}
var HARMLESS_NAMES = ["GOTOOLCHAIN", "GOARM", "GO386", "GOAMD64", "GOARM64"];
function undoGoEnvEdits(text2) {
  const edits = [];
  const kept2 = [];
  for (const line2 of text2.split("\n")) {
    const name = /^([A-Z0-9]+)=/u.exec(line2)?.[1];
    if (name === void 0 || !HARMLESS_NAMES.includes(name)) kept2.push(line2);
    else if (name === "GOTOOLCHAIN" && !kept2.includes("GOTOOLCHAIN=auto")) {
      if (line2 !== "GOTOOLCHAIN=auto") edits.push(line2);
      kept2.push("GOTOOLCHAIN=auto");
    } else edits.push(line2);
  }
  return edits.length === 0 ? void 0 : { text: kept2.join("\n"), edits };
}

// src/steps/path-go.ts
init_limits();
init_context();

// src/acquire/checksum-database.ts
init_failure();
init_finding();
init_limits();

// src/policy/hedge.ts
init_limits();
function hedgeDelayMs(hedge) {
  const usualMs = usualDelayMs(hedge.pendingCount);
  const allMs = untilLastMs(hedge);
  const share2 = allMs === 0 ? 1 : (hedge.leftMs - LIMITS.answerLeastMs) / allMs;
  return Math.round(usualMs * Math.min(1, Math.max(0, share2)));
}
function answerBudgetMs(hedge) {
  if (hedge.pendingCount + hedge.waitingCount === 0) return hedge.leftMs;
  const lastAskedMs = untilLastMs({ ...hedge, pendingCount: hedge.pendingCount + 1 });
  return Math.min(hedge.leftMs, lastAskedMs + LIMITS.answerAmongOthersMs);
}
function usualDelayMs(pendingCount) {
  if (pendingCount === 0) return 0;
  return pendingCount === 1 ? LIMITS.hedgeFirstMs : LIMITS.hedgeNextMs;
}
function untilLastMs({ pendingCount, waitingCount }) {
  return waitingCount === 0 ? 0 : usualDelayMs(pendingCount) + (waitingCount - 1) * LIMITS.hedgeNextMs;
}

// src/acquire/sumdb-server.ts
init_address();
init_failure();
init_finding();
init_limits();

// src/verify/tile.ts
var TILE_HEIGHT = 8;
var TILE_WIDTH = 2 ** TILE_HEIGHT;
function tilePath(tile) {
  let number2 = String(tile.index % 1e3).padStart(3, "0");
  for (let rest = Math.floor(tile.index / 1e3); rest > 0; rest = Math.floor(rest / 1e3)) {
    number2 = `x${String(rest % 1e3).padStart(3, "0")}/${number2}`;
  }
  const partial = tile.width === TILE_WIDTH ? "" : `.p/${tile.width}`;
  return `tile/${TILE_HEIGHT}/${tile.level}/${number2}${partial}`;
}
function tileKey(tile) {
  return `${tile.level}/${tile.index}`;
}
function tilesFor(spans, treeSize) {
  const tiles = /* @__PURE__ */ new Map();
  for (const span of spans) {
    for (const subtree of completeSubtrees(span)) {
      const { level, index } = tilePlace(subtree);
      const levelCount = Math.floor(treeSize / TILE_WIDTH ** level);
      const width = Math.min(TILE_WIDTH, levelCount - index * TILE_WIDTH);
      tiles.set(tileKey({ level, index }), { level, index, width });
    }
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
    subtrees.push({ level, index: from / 2 ** level });
    from += 2 ** level;
  }
  return subtrees;
}
function tilePlace(subtree) {
  const level = Math.floor(subtree.level / TILE_HEIGHT);
  const count = 2 ** (subtree.level % TILE_HEIGHT);
  const start3 = subtree.index * count;
  return { level, index: Math.floor(start3 / TILE_WIDTH), first: start3 % TILE_WIDTH, count };
}
function subtreeHash(subtree, tiles) {
  const place = tilePlace(subtree);
  const data2 = tiles.get(tileKey(place));
  if (data2 === void 0 || data2.length < (place.first + place.count) * HASH_BYTES) return void 0;
  let row = [];
  for (let at = place.first; at < place.first + place.count; at += 1) {
    row.push(Buffer.from(data2.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)));
  }
  while (row.length > 1) {
    const above = [];
    for (let at = 0; at + 1 < row.length; at += 2) {
      above.push(nodeHash(row[at] ?? Buffer.alloc(0), row[at + 1] ?? Buffer.alloc(0)));
    }
    row = above;
  }
  return row[0];
}

// src/acquire/exchange.ts
init_failure();
init_limits();
init_product();
init_redact();
init_redirect();

// src/acquire/body-reader.ts
init_failure();
function openReader(response) {
  const iterator = response.body[Symbol.asyncIterator]();
  let broken;
  let rejectWait;
  return {
    next() {
      return new Promise((resolve8, reject) => {
        if (broken !== void 0) return reject(broken.reason);
        rejectWait = reject;
        iterator.next().then(resolve8, reject);
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
  const { clock: clock2, limits } = options;
  const reader2 = openReader(options.response);
  const finished = new AbortController();
  const onAbort = () => reader2.breakOff(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  const tooSlow2 = failure("BODY.STALL", { subject: "body" });
  clock2.sleep(limits.totalMs, finished.signal).then(
    () => reader2.breakOff(tooSlow2),
    () => void 0
  );
  const chunks = [];
  let sizeBytes = 0;
  try {
    for (let read5 = await reader2.next(); read5.done !== true; read5 = await reader2.next()) {
      chunks.push(read5.value);
      sizeBytes += read5.value.length;
      if (sizeBytes > limits.maxBytes) {
        options.response.discard();
        return { bytes: Buffer.concat(chunks).subarray(0, limits.maxBytes), why: "too-large" };
      }
    }
    return { bytes: Buffer.concat(chunks), why: "complete" };
  } catch (error2) {
    if (error2 === tooSlow2) return { bytes: Buffer.concat(chunks), why: "too-slow" };
    throw error2;
  } finally {
    finished.abort();
    signal.removeEventListener("abort", onAbort);
  }
}

// src/acquire/refusal.ts
init_failure();
init_limits();
init_redact();
var EXCERPT_CHARACTERS = 200;
function codeOfStatus(status) {
  if (status === 401 || status === 403 || status === 451) return "HTTP.FORBIDDEN";
  if (status === 404 || status === 410) return "HTTP.NOT_FOUND";
  if (status === 407) return "PROXY.AUTH";
  if (status === 429) return "HTTP.RATE_LIMIT";
  return status >= 500 && status <= 599 ? "HTTP.SERVER" : "HTTP.STATUS";
}
async function refusal2(options, signal) {
  const { clock: clock2, response, url } = options;
  const excerpt = await readExcerpt(clock2, response, signal);
  const retryAfter = retryAfterSeconds(response.headers["retry-after"], clock2.now());
  const clean2 = (text2) => text2 === void 0 ? void 0 : redactText(text2, options.secrets).slice(0, EXCERPT_CHARACTERS);
  return failure(codeOfStatus(response.status), {
    subject: new URL(url).host,
    evidence: {
      status: response.status,
      url: redactUrl(url),
      server: clean2(response.headers["server"]),
      via: clean2(response.headers["via"]),
      "content-type": clean2(response.headers["content-type"]),
      "retry after seconds": retryAfter,
      body: clean2(excerpt)
    }
  });
}
function retryAfterSeconds(value, nowMs) {
  if (value === void 0) return void 0;
  if (/^\d{1,9}$/u.test(value.trim())) return Number(value);
  const dateMs = /^[A-Z][a-z]{2,8}, /u.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(dateMs) ? void 0 : Math.max(0, Math.ceil((dateMs - nowMs) / 1e3));
}
async function readExcerpt(clock2, response, signal) {
  const type = response.headers["content-type"] ?? "text/plain";
  if (!/^text\/|json|xml/iu.test(type)) {
    response.discard();
    return void 0;
  }
  const limits = { maxBytes: LIMITS.errorBodyBytes, totalMs: LIMITS.errorBodyMs };
  try {
    const { bytes } = await readWithin({ clock: clock2, response, limits }, signal);
    const line2 = bytes.toString("utf8").replace(/[\p{Cc}\s]+/gu, " ").trim();
    return line2 === "" ? void 0 : line2;
  } catch {
    signal.throwIfAborted();
    return void 0;
  }
}

// src/acquire/exchange.ts
async function exchange(wire, request3, signal) {
  let hop = firstHop(request3);
  const first = hop;
  const hosts = [];
  for (; ; ) {
    const headers = {
      "user-agent": `${PRODUCT.name}/${PRODUCT.version}`,
      accept: "*/*",
      ...hop.headers,
      "accept-encoding": "identity"
    };
    const response = await wire.net.request({ url: hop.url, headers, limits: request3.phases }, signal);
    hosts.push(new URL(hop.url).host);
    if (!isRedirect(response.status)) return accept2({ wire, response, hop, first }, signal);
    response.discard();
    if (hosts.length > LIMITS.redirectCount) {
      throw failure("HTTP.LOOP", {
        subject: new URL(first.url).host,
        evidence: { url: redactUrl(hop.url), hosts: hosts.join(" \u2192 ") }
      });
    }
    hop = nextHop(hop, { status: response.status, location: response.headers["location"] });
  }
}
async function fetchBytes(wire, request3, signal) {
  const answer2 = await exchange(wire, request3, signal);
  const evidence = { url: redactUrl(answer2.url), "limit bytes": request3.maxBytes };
  const subject = new URL(answer2.url).host;
  const announced = answer2.headers["content-length"];
  if (announced !== void 0 && Number(announced) > request3.maxBytes) {
    answer2.discard();
    throw failure("HTTP.TOO_LARGE", { subject, evidence: { ...evidence, "announced bytes": announced } });
  }
  const { bytes, why } = await readWithin({ clock: wire.clock, response: answer2, limits: request3 }, signal);
  if (why === "too-large") throw failure("HTTP.TOO_LARGE", { subject, evidence });
  if (why === "too-slow") {
    throw failure("BODY.STALL", {
      subject,
      evidence: { ...evidence, "received bytes": bytes.length, "budget ms": request3.totalMs }
    });
  }
  return { bytes, url: answer2.url, response: { status: answer2.status, headers: answer2.headers, facts: answer2.facts } };
}
async function accept2(options, signal) {
  const { response, hop, first, wire } = options;
  const unasked = response.status === 206 && hop.headers["range"] === void 0;
  if (response.status < 200 || response.status > 299 || unasked) {
    throw await refusal2({ clock: wire.clock, response, url: hop.url, secrets: secretsOf(first, hop) }, signal);
  }
  const encoding = response.headers["content-encoding"];
  if (encoding !== void 0 && !isHarmlessEncoding(encoding, [first.url, hop.url])) {
    response.discard();
    throw failure("HTTP.ENCODED", {
      subject: new URL(hop.url).host,
      evidence: { url: redactUrl(hop.url), "content-encoding": encoding.slice(0, 100), via: response.headers["via"] }
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
  return encoding.toLowerCase().split(",").map((label3) => label3.trim()).every((label3) => label3 === "" || label3 === "identity" || isGzipFile && (label3 === "gzip" || label3 === "x-gzip"));
}
function secretsOf(...hops) {
  return hops.flatMap((hop) => {
    const authorization = hop.headers["authorization"] ?? "";
    const token = authorization.split(" ").at(-1) ?? "";
    const { search } = new URL(hop.url);
    const all = [authorization, token, ...decodedBasic(authorization), hop.headers["cookie"] ?? "", search.slice(1)];
    return all.filter((secret) => secret !== "");
  });
}
function decodedBasic(authorization) {
  const encoded = /^Basic (.+)$/iu.exec(authorization)?.[1];
  if (encoded === void 0) return [];
  const bytes = Buffer.from(encoded, "base64");
  return [bytes.toString("utf8"), bytes.toString("latin1")].flatMap((pair2) => [pair2, pair2.slice(pair2.indexOf(":") + 1)]);
}

// src/acquire/sumdb-server.ts
async function askServer(question, signal) {
  try {
    const answer2 = parseLookup(await lookUpBytes(question, signal));
    const head = openTreeHead(answer2.note, parseVerifierKey(question.log.verifierKey));
    readRecord(answer2.record, question.moduleName);
    return await prove({ ...question, answer: answer2, head }, signal);
  } catch (error2) {
    if (!(error2 instanceof Failure)) throw error2;
    const [first, ...rest] = error2.findings;
    throw new Failure([{ ...first, subject: question.server.id }, ...rest], error2);
  }
}
async function lookUpBytes(question, signal) {
  try {
    const phases = { ...METADATA_PHASES, untilMs: question.answerUntilMs };
    return await fetchPart(question, { path: `lookup/${question.moduleName}`, phases }, signal);
  } catch (error2) {
    if (!(error2 instanceof Failure)) throw error2;
    const isUnknown2 = error2.code === "HTTP.NOT_FOUND";
    const isRefused = error2.code === "HTTP.FORBIDDEN" && statusOf(error2.finding) === "403";
    if (!isUnknown2 && !isRefused) throw error2;
    const notFound2 = finding("SUM.NOT_FOUND", {
      subject: question.server.id,
      confidence: isUnknown2 ? "certain" : "possible",
      evidence: { module: question.moduleName, answer: isUnknown2 ? "not in the log" : "refused or unknown" }
    });
    throw new Failure([notFound2, ...error2.findings], error2);
  }
}
function statusOf(found) {
  return found.evidence.find(({ name }) => name === "status")?.value;
}
async function prove(question, signal) {
  const { answer: answer2, head, log } = question;
  const knownHead = log.heads[0];
  if (answer2.recordNumber >= head.size) {
    const evidence = { record: answer2.recordNumber, "tree size": head.size };
    throw failure("SUM.PROOF", { subject: question.server.id, evidence });
  }
  const inclusion = inclusionSpans(answer2.recordNumber, head.size);
  const consistency = consistencySpans(Math.min(head.size, knownHead.size), Math.max(head.size, knownHead.size));
  const tiles = tilesFor([...inclusion, ...consistency], Math.max(head.size, knownHead.size));
  const data2 = await fetchTiles(question, tiles, signal);
  const hashes = (spans) => {
    const found = spans.map((span) => spanHash(span, data2));
    if (found.every((hash) => hash !== void 0)) return found;
    throw failure("SUM.GARBAGE", { subject: question.server.id, evidence: { reason: "tiles do not hold the proof" } });
  };
  const proof = {
    recordNumber: answer2.recordNumber,
    record: answer2.record,
    note: answer2.note,
    inclusion: hashes(inclusion),
    knownHead,
    consistency: hashes(consistency)
  };
  return { expectation: checkRecordProof(proof, question), proof, tileCount: tiles.length };
}
async function fetchTiles(question, tiles, signal) {
  const stop2 = new AbortController();
  const either = AbortSignal.any([signal, stop2.signal]);
  const queue = [...tiles];
  const data2 = /* @__PURE__ */ new Map();
  const worker = async () => {
    for (let tile = queue.shift(); tile !== void 0; tile = queue.shift()) {
      data2.set(tileKey(tile), await fetchTile(question, tile, either));
    }
  };
  const workers = Array.from({ length: Math.min(LIMITS.sumdbParallelCount, tiles.length) }, worker);
  try {
    await Promise.all(workers);
  } catch (error2) {
    stop2.abort(error2);
    await Promise.allSettled(workers);
    throw error2;
  }
  return data2;
}
async function fetchTile(question, tile, signal) {
  try {
    return await fetchTileBytes(question, tile, signal);
  } catch (error2) {
    const isAbsent = error2 instanceof Failure && (error2.code === "HTTP.NOT_FOUND" || error2.code === "HTTP.FORBIDDEN");
    if (!isAbsent || tile.width === TILE_WIDTH) throw error2;
    const full = await fetchTileBytes(question, { ...tile, width: TILE_WIDTH }, signal).catch((second) => {
      throw second instanceof Failure && !signal.aborted ? error2 : second;
    });
    return full.subarray(0, tile.width * HASH_BYTES);
  }
}
async function fetchTileBytes(question, tile, signal) {
  const bytes = await fetchPart(question, { path: tilePath(tile), phases: METADATA_PHASES }, signal);
  const expected = tile.width * HASH_BYTES;
  if (bytes.length === expected) return bytes;
  const start3 = JSON.stringify(bytes.subarray(0, 40).toString("latin1"));
  const evidence = { path: tilePath(tile), "expected bytes": expected, "got bytes": bytes.length, "first bytes": start3 };
  throw failure("SUM.GARBAGE", { subject: question.server.id, evidence });
}
async function fetchPart({ wire, server }, { path: path3, phases }, signal) {
  const request3 = {
    url: joinAddress(server.baseUrl, path3),
    phases,
    maxBytes: LIMITS.sumdbAnswerBytes,
    totalMs: LIMITS.metadataBodyMs,
    ...server.authorization === void 0 ? {} : { authorization: server.authorization }
  };
  return (await fetchBytes(wire, request3, signal)).bytes;
}

// src/acquire/checksum-database.ts
var FORGED = ["SUM.FORK", "SUM.RECORD", "SUM.PROOF", "SUM.NOTE"];
async function lookUp(request3, signal) {
  const { clock: clock2 } = request3.wire;
  const startMs = clock2.monotonic();
  const answerUntilMs = startMs + LIMITS.sumdbAnswerMs;
  const over = new AbortController();
  const waiting = [...request3.servers];
  const pending = /* @__PURE__ */ new Map();
  const failed2 = /* @__PURE__ */ new Map();
  const failures = () => request3.servers.flatMap((server) => {
    const failure2 = failed2.get(server);
    return failure2 === void 0 ? [] : [{ server: server.id, failure: failure2 }];
  });
  try {
    for (; ; ) {
      signal.throwIfAborted();
      const next = waiting.shift();
      if (next !== void 0) {
        const asked = ask({ ...request3, server: next, answerUntilMs }, AbortSignal.any([signal, over.signal]));
        asked.catch(() => void 0);
        pending.set(next, asked);
      }
      if (pending.size === 0) throw summary(request3, failures());
      const delayMs = hedgeDelayMs({
        pendingCount: pending.size,
        waitingCount: waiting.length,
        leftMs: answerUntilMs - clock2.monotonic()
      });
      const outcome2 = await firstOutcome(clock2, pending, waiting.length === 0 ? void 0 : delayMs);
      if (outcome2 === void 0) continue;
      const { server, answer: answer2 } = outcome2;
      pending.delete(server);
      if (!(answer2 instanceof Failure)) {
        const { expectation, proof, tileCount } = answer2;
        const receipt = makeReceipt(proof, request3.moduleName);
        return { expectation, receipt, server: server.id, tileCount, ms: clock2.monotonic() - startMs, failures: failures() };
      }
      failed2.set(server, answer2);
    }
  } finally {
    over.abort(failure("BODY.RESET", { subject: request3.moduleName, evidence: { reason: "another server was faster" } }));
    await Promise.allSettled(pending.values());
  }
}
async function firstOutcome(clock2, pending, delayMs) {
  if (delayMs === void 0) return Promise.race(pending.values());
  const timer = new AbortController();
  const late = clock2.sleep(delayMs, timer.signal).catch(() => void 0);
  try {
    return await Promise.race([...pending.values(), late.then(() => void 0)]);
  } finally {
    timer.abort();
  }
}
async function ask(question, signal) {
  const { server, wire } = question;
  const evidence = { "budget ms": LIMITS.sumdbServerMs };
  const late = new AbortController();
  const finished = new AbortController();
  wire.clock.sleep(LIMITS.sumdbServerMs, finished.signal).then(
    () => late.abort(failure("SUM.UNREACHABLE", { subject: server.id, evidence })),
    () => void 0
  );
  try {
    return { server, answer: await askServer(question, AbortSignal.any([signal, late.signal])) };
  } catch (error2) {
    signal.throwIfAborted();
    if (error2 instanceof Failure) return { server, answer: error2 };
    throw error2;
  } finally {
    finished.abort();
  }
}
function summary(request3, failures) {
  const all = failures.flatMap(({ failure: failure2 }) => failure2.findings);
  const forged = FORGED.flatMap((code) => all.filter((found) => found.code === code));
  const [worst, ...otherForged] = forged;
  if (worst !== void 0) return new Failure([worst, ...otherForged, ...all.filter((found) => !forged.includes(found))]);
  const absent = all.filter(({ code }) => code === "SUM.NOT_FOUND");
  const rest = all.filter(({ code }) => code !== "SUM.NOT_FOUND");
  return new Failure([absent.length > 0 ? notFound(request3, absent) : unreachable(request3, failures), ...rest]);
}
function notFound(request3, absent) {
  const isCertain = absent.some(({ confidence }) => confidence === "certain");
  return finding("SUM.NOT_FOUND", {
    subject: request3.moduleName,
    confidence: isCertain ? "certain" : "possible",
    evidence: Object.fromEntries(absent.map(({ subject, evidence }) => [subject, evidence.at(-1)?.value])),
    ...isCertain ? {} : { message: "The checksum database refuses this release, or does not know it" }
  });
}
function unreachable(request3, failures) {
  const codes = failures.map(({ server, failure: failure2 }) => [server, failure2.code]);
  return finding("SUM.UNREACHABLE", { subject: request3.moduleName, evidence: Object.fromEntries(codes) });
}

// src/steps/proofs.ts
init_failure();
init_limits();

// src/policy/backoff.ts
init_catalogue();
init_limits();
function isTemporary({ code }) {
  return CATALOGUE[code].exit === 75 && code !== "BUDGET.TOTAL" && !code.startsWith("SELF.");
}
function backoffMs(round2, failures, random) {
  const baseMs = LIMITS.backoffMs[round2 - 1];
  if (baseMs === void 0 || !failures.some(isTemporary)) return void 0;
  const asked = failures.map(retryAfterMs).filter((ms) => ms <= LIMITS.retryAfterMs);
  return Math.max(Math.round(baseMs * (0.5 + random / 2)), ...asked);
}
function retryAfterMs({ evidence }) {
  const seconds = Number(evidence.find(({ name }) => name === "retry after seconds")?.value ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1e3 : 0;
}

// src/verify/release-table.ts
init_failure();
var TABLE_SCHEMA = "setup-go-robust/releases@1";
var MAX_TABLE_BYTES = 4 * 1024 * 1024;
var CONFIRMING_LISTS = 2;
var ROW_PATTERN = "([a-z0-9]{1,20})-([a-z0-9]{1,20}) ([0-9a-f]{64}) ([1-9]\\d?)(?: ([1-9]\\d{0,9}))?";
var ROW = new RegExp(`^${ROW_PATTERN}$`, "u");
var ROWS2 = new RegExp(`^${ROW_PATTERN}(?:;${ROW_PATTERN})*$`, "u");
function parseReleaseTable(bytes) {
  const table2 = parseTable(bytes);
  const releases = /* @__PURE__ */ new Map();
  const versions = [];
  for (const [name, rows2] of Object.entries(table2.releases)) {
    const version = name.startsWith("go") ? parseGoVersion(name) : void 0;
    if (version === void 0 || typeof rows2 !== "string" || !ROWS2.test(rows2)) throw malformed2(name);
    if (releases.has(versionKey(version))) throw malformed2(name);
    releases.set(versionKey(version), { name, rows: rows2 });
    versions.push(version);
  }
  const files = (version) => {
    const release2 = releases.get(versionKey(version));
    return release2 === void 0 ? [] : parseRows(release2.name, release2.rows);
  };
  return {
    date: table2.date,
    knownVersions: versions.sort((a, b) => compareVersions(b, a)),
    files,
    expectation: (fileName) => {
      const version = parseGoVersion(/^go\d+(?:\.\d+)*(?:[a-z]+\d+)?(?=\.)/u.exec(fileName)?.[0] ?? "");
      const file = version === void 0 ? void 0 : files(version).find((each) => each.fileName === fileName);
      return expectationOf(file, table2.date);
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
  return [major, minor, patch, prerelease?.kind, prerelease?.number].join(".");
}
function parseRows(release2, rows2) {
  const files = rows2.split(";").map((row) => parseRow(release2, row));
  if (new Set(files.map(({ fileName }) => fileName)).size < files.length) throw malformed2(release2);
  return files;
}
function parseRow(release2, row) {
  const match = ROW.exec(row);
  const [, goos = "", arch3 = "", sha256 = "", lists = "", size] = match ?? [];
  if (match === null) throw malformed2(`${release2}: ${row.slice(0, 100)}`);
  return {
    fileName: `${release2}.${goos}-${arch3}.${goos === "windows" ? "zip" : "tar.gz"}`,
    goos,
    goarch: arch3 === "armv6l" ? "arm" : arch3,
    sha256,
    listCount: Number(lists),
    ...size === void 0 ? {} : { sizeBytes: Number(size) }
  };
}
function parseTable(bytes) {
  if (bytes.length > MAX_TABLE_BYTES) throw malformed2(`${bytes.length} bytes`);
  let value;
  try {
    value = JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch (error2) {
    throw malformed2("JSON", error2);
  }
  const table2 = typeof value === "object" && value !== null ? value : {};
  const { schema, date, releases } = table2;
  const isTable = schema === TABLE_SCHEMA && typeof date === "string" && /^\d{4}-\d\d-\d\d$/u.test(date);
  if (!isTable || typeof releases !== "object" || releases === null || Array.isArray(releases)) throw malformed2("shape");
  return { date, releases };
}
function malformed2(where, cause) {
  return failure("LIST.MALFORMED", { subject: "release table", evidence: { where } }, cause);
}

// src/steps/listed-checksum.ts
init_failure();
init_finding();
init_limits();
init_redact();
async function listedExpectation(context, candidate, signal) {
  const url = new URL(candidate.url);
  if (url.protocol !== "https:" && url.hostname !== "localhost" && !url.hostname.startsWith("127.")) return void 0;
  url.pathname += ".sha256";
  const authorization = candidate.authorization === void 0 ? {} : { authorization: candidate.authorization };
  const limits = { phases: METADATA_PHASES, maxBytes: LIMITS.sidecarBytes, totalMs: LIMITS.metadataBodyMs };
  try {
    const { bytes } = await fetchBytes(context.machine, { url: url.href, ...authorization, ...limits }, signal);
    const value = /^([0-9a-f]{64})(?:\s+\*?\S+)?\s*$/iu.exec(bytes.toString("latin1"))?.[1]?.toLowerCase();
    if (value === void 0) return void 0;
    const shown = redactUrl(url.href);
    const message = "The source vouches for itself: this proves the transfer, not the origin";
    context.emit({
      type: "finding",
      finding: finding("VER.NO_PROOF", { subject: candidate.sourceId, severity: "warning", message, evidence: { list: shown } })
    });
    return {
      kind: "source-listing",
      over: "file",
      fileName: candidate.fileName,
      value,
      root: shown,
      detail: "listed by the source itself"
    };
  } catch (error2) {
    if (error2 instanceof Failure && !signal.aborted) return void 0;
    throw error2;
  }
}

// src/steps/proofs.ts
async function readReleaseTable(setting2, emit) {
  try {
    return parseReleaseTable(await setting2.readTable());
  } catch (error2) {
    if (!(error2 instanceof Failure)) throw error2;
    emit({ type: "finding", finding: { ...error2.finding, severity: "warning" } });
    return void 0;
  }
}
function openProofs(context, release2, signal) {
  const { inputs, machine } = context;
  const pin = inputs.checksum;
  let unvouched2;
  const ask6 = () => once(async () => {
    const found = await settle2(askDatabase(context, release2, signal));
    unvouched2 = found.failure;
    return found;
  });
  let record3 = ask6();
  const grace = once(() => machine.clock.sleep(LIMITS.proofGraceMs, signal));
  const recordSoon = async () => await Promise.race([record3(), grace()]) ?? void 0;
  const ofFile = async (candidate) => {
    if (pin?.kind === "sha256") return pinned(pin, candidate.fileName);
    return candidate.layout === "release" ? (await context.releaseTable())?.expectation(candidate.fileName) : void 0;
  };
  const ofTree = async () => {
    const { value, failure: reason } = await record3();
    if (value === void 0) throw reason;
    return value.expectation;
  };
  return {
    ofFile,
    wantsTree: (file) => !(unvouched2 !== void 0 && file?.kind === "release-table"),
    async ofArchive(candidate) {
      if (pin !== void 0) return [pinned(pin, candidate.fileName)];
      const file = await ofFile(candidate);
      if (file !== void 0) {
        const found = await recordSoon();
        return found?.value === void 0 ? [file] : [found.value.expectation, file];
      }
      const { value, failure: reason } = await record3();
      if (value !== void 0) return [value.expectation];
      const listed2 = inputs.verification === "source" ? await listedExpectation(context, candidate, signal) : void 0;
      if (listed2 === void 0) throw isOwnSource(inputs) ? withPrivateFixes(reason) : reason;
      return [listed2];
    },
    ofInstalled: async () => [pin?.kind === "h1" ? pinned(pin, "") : await ofTree()],
    receipt: async () => pin === void 0 ? (await recordSoon())?.value?.receipt : void 0,
    momentary: () => unvouched2?.code === "SUM.UNREACHABLE" ? unvouched2.findings.filter(isTemporary) : [],
    askAgain: () => {
      if (unvouched2?.code !== "SUM.UNREACHABLE") return;
      unvouched2 = void 0;
      record3 = ask6();
    }
  };
}
function isOwnSource({ sources }) {
  return sources.length > 0 && sources.every(({ kind }) => kind !== "id");
}
function withPrivateFixes(reason) {
  const [first, ...rest] = reason.findings;
  return first.code === "SUM.NOT_FOUND" ? new Failure([{ ...first, fixes: [...first.fixes, ...PRIVATE_FIXES] }, ...rest]) : reason;
}
async function askDatabase(context, { sources, version }, signal) {
  const { inputs, platform: platform3, log, machine, emit } = context;
  const name = moduleName(version, platform3);
  try {
    if (inputs.offline) throw failure("SUM.UNREACHABLE", { subject: name, evidence: { reason: "offline" } });
    const found = await lookUp({ wire: machine, servers: sources.checksum, log, moduleName: name }, signal);
    const { kind, root, value, detail: detail2 } = found.expectation;
    emit({
      type: "proof-found",
      proof: { kind, root, value, detail: `${detail2}, by ${found.server}` },
      ms: Math.round(found.ms)
    });
    return found;
  } catch (error2) {
    if (error2 instanceof Failure && !signal.aborted) emit({ type: "proof-missing", finding: error2.finding });
    throw error2;
  }
}
var PRIVATE_FIXES = [
  { title: "Accept what the source itself lists", kind: "setting", text: "verification: source", risk: "high" },
  { title: "Pin the build", kind: "setting", text: "checksum: sha256:<64 hexadecimal digits>", risk: "none" }
];
function pinned(pin, fileName) {
  const common = { kind: "pinned-checksum", root: "checksum input", detail: "pinned by the user" };
  return pin.kind === "h1" ? { ...common, over: "tree", value: pin.text } : { ...common, over: "file", fileName, value: pin.hex };
}
async function settle2(promise) {
  try {
    return { value: await promise };
  } catch (error2) {
    if (error2 instanceof Failure) return { failure: error2 };
    throw error2;
  }
}

// src/steps/sources.ts
init_address();
init_failure();
init_redact();
init_goproxy();

// src/sources/registry.ts
init_redact();

// src/sources/custom.ts
init_address();
init_redact();

// src/domain/source-spec.ts
init_finding();
init_redact();
var PLACEHOLDERS = ["version", "os", "arch", "ext", "file"];
function fillTemplate(template, values) {
  return template.replace(/\{([^{}]*)\}/gu, (whole, name) => isPlaceholder(name) ? values[name] : whole);
}
function isPlaceholder(name) {
  return PLACEHOLDERS.includes(name);
}
function parseSourceList(text2, sourceIds) {
  const entries3 = [...new Set(text2.split(/[,\r\n]/u).map((entry) => entry.trim()))].filter((entry) => entry !== "");
  if (entries3.length === 0 || entries3.length === 1 && entries3[0] === "auto") return { specs: [], findings: [] };
  const specs = [];
  const findings2 = [];
  for (const entry of entries3) {
    const read5 = parseEntry(entry, sourceIds);
    if ("reason" in read5) findings2.push(refusal3({ subject: "sources", entry, reason: read5.reason, sourceIds }));
    else specs.push(read5);
  }
  return { specs, findings: findings2 };
}
function parseBaseUrl(text2, subject) {
  const read5 = parseBase(text2);
  return "reason" in read5 ? { finding: refusal3({ subject, entry: text2, reason: read5.reason, sourceIds: [] }) } : { spec: read5 };
}
function parseEntry(entry, sourceIds) {
  if (/[{}]/u.test(entry)) return parseTemplate(entry);
  if (entry.includes(":")) return parseBase(entry);
  if (entry === "auto") return { reason: "auto stands alone: a list that names sources is exclusive" };
  if (sourceIds.includes(entry)) return { kind: "id", id: entry };
  const near = nearestName(entry, sourceIds);
  return { reason: near === void 0 ? "the id is not known" : `the id is not known; ${near} is` };
}
function parseBase(text2) {
  const reason = addressFault(text2);
  return reason === void 0 ? { kind: "base", url: /[?#]/u.test(text2) ? text2 : text2.replace(/\/+$/u, "") } : { reason };
}
function addressFault(text2) {
  if (!/^(?:https?|file):\/\//iu.test(text2)) return "it does not begin with https://, http:// or file://";
  if (!URL.canParse(text2)) return "it is not a URL";
  const url = new URL(text2);
  if (url.hash !== "") return "it has a fragment, which is never sent";
  if (url.protocol !== "file:") return void 0;
  if (url.host !== "" || url.pathname === "/") return "a directory is written file:///path";
  return isPath(url.pathname) ? void 0 : "it names no path: an escape in it is broken, or stands for a slash or for NUL";
}
function isPath(escaped) {
  if (/%(?:2f|5c|00)/iu.test(escaped)) return false;
  try {
    decodeURIComponent(escaped);
    return true;
  } catch {
    return false;
  }
}
var SAMPLES = [
  { version: "1.26.8", os: "linux", arch: "amd64", ext: "tar.gz", file: "go1.26.8.linux-amd64.tar.gz" },
  { version: "1.25.3", os: "windows", arch: "arm64", ext: "zip", file: "go1.25.3.windows-arm64.zip" }
];
function parseTemplate(template) {
  const names2 = [...template.matchAll(/\{([^{}]*)\}/gu)].map((match) => match[1] ?? "");
  const unknown = names2.find((name) => !isPlaceholder(name));
  if (unknown !== void 0) return { reason: `the placeholder {${unknown}} is not one of ${accepted()}` };
  if (/[{}]/u.test(template.replace(/\{[^{}]*\}/gu, ""))) return { reason: "a brace has no partner" };
  if (!names2.includes("file") && !names2.includes("version")) return { reason: "it has neither {file} nor {version}" };
  const [first, second] = SAMPLES.map((sample) => fillTemplate(template, sample));
  if (first === void 0 || second === void 0) return { reason: "it cannot be filled" };
  const reason = addressFault(first) ?? addressFault(second);
  if (reason !== void 0) return { reason };
  return authority(first) === authority(second) ? { kind: "template", template } : { reason: "a placeholder stands in the host" };
}
function authority(address) {
  const url = new URL(address);
  return `${url.protocol}//${url.username}:${url.password}@${url.host}`;
}
function accepted() {
  return PLACEHOLDERS.map((name) => `{${name}}`).join(" ");
}
function refusal3(what) {
  const ids = ["auto", ...what.sourceIds].join(" ");
  const forms = "https://host/path (a base URL), file:///directory, or a template with {file} or {version}";
  return finding("INPUT.SOURCE", {
    subject: what.subject,
    evidence: {
      entry: redactUrl(what.entry).slice(0, 200),
      reason: what.reason,
      ids: what.sourceIds.length === 0 ? void 0 : ids
    },
    fixes: [
      {
        title: "Write an accepted source",
        kind: "setting",
        text: `${what.subject}: ${what.sourceIds.length === 0 ? forms : `${ids}, or ${forms}`}`,
        risk: "none"
      }
    ]
  });
}

// src/sources/custom.ts
function baseSource(source) {
  const directory2 = flatDirectory(source.id, source.url, source.token);
  return {
    id: source.id,
    title: redactUrl(source.url),
    kind: "custom",
    listing: () => flatListing(directory2),
    candidate: (version, platform3) => flatCandidate(directory2, version, platform3)
  };
}
function templateSource(source) {
  return {
    id: source.id,
    title: source.template.replace(/\/\/[^/]*@/u, "//***@").replace(/\?.*$/su, "?\u2026"),
    kind: /^file:/iu.test(source.template) ? "file" : "custom",
    listing: () => void 0,
    candidate: (version, platform3) => templateCandidate(source, { version, platform: platform3 })
  };
}
function templateCandidate(source, release2) {
  const { version, platform: platform3 } = release2;
  const format = archiveFormat(platform3);
  const fileName = archiveFileName(version, platform3);
  const filled = fillTemplate(source.template, {
    version: versionText(version),
    os: platform3.goos,
    arch: archiveArch(platform3),
    ext: format,
    file: fileName
  });
  const token = source.token === void 0 ? {} : { authorization: `Bearer ${source.token}` };
  return { sourceId: source.id, ...splitUserinfo(filled), ...token, fileName, format, layout: "release" };
}

// src/sources/file-directory.ts
function fileSource(source) {
  const directory2 = flatDirectory(source.id, source.url);
  return {
    id: source.id,
    title: source.url,
    kind: "file",
    listing: () => void 0,
    candidate: (version, platform3) => flatCandidate(directory2, version, platform3)
  };
}
function listFileDirectory(names2) {
  const found = /* @__PURE__ */ new Map();
  for (const fileName of names2) {
    const name = parseArchiveFileName(fileName);
    if (name === void 0) continue;
    const { version, goos, goarch } = name;
    const release2 = found.get(versionText(version)) ?? { version, files: [] };
    found.set(versionText(version), release2);
    release2.files.push({ fileName, goos, goarch });
  }
  return [...found.values()].map(({ version, files }) => ({ version, stable: version.prerelease === void 0, files })).sort((a, b) => compareVersions(b.version, a.version));
}

// src/sources/go-dev.ts
function goDevSource() {
  const directory2 = flatDirectory("official", "https://go.dev/dl");
  return {
    id: "official",
    title: "go.dev",
    kind: "official",
    listing: () => flatListing(directory2),
    candidate: (version, platform3) => flatCandidate(directory2, version, platform3)
  };
}

// src/sources/mirrors.ts
var MIRRORS = [
  { id: "aliyun", title: "Alibaba Cloud", base: "https://mirrors.aliyun.com/golang", region: "CN", hasListing: false },
  { id: "nju", title: "Nanjing University", base: "https://mirrors.nju.edu.cn/golang", region: "CN", hasListing: false },
  {
    id: "hust",
    title: "Huazhong University of Science and Technology",
    base: "https://mirrors.hust.edu.cn/golang",
    region: "CN",
    hasListing: false
  },
  { id: "golang-cn", title: "golang.google.cn", base: "https://golang.google.cn/dl", region: "CN", hasListing: true }
];
function mirrorSource(row) {
  const directory2 = flatDirectory(row.id, row.base);
  return {
    id: row.id,
    title: row.title,
    kind: "mirror",
    listing: () => row.hasListing ? flatListing(directory2) : void 0,
    candidate: (version, platform3) => flatCandidate(directory2, version, platform3)
  };
}

// src/sources/module-proxy.ts
init_address();
init_failure();
var MODULE_ORIGIN = "https://go.dev/dl/mod";
var MODULE_DIRECTORY = "golang.org/toolchain/@v";
function moduleVersion(version, platform3) {
  return `v0.0.1-go${versionText(version)}.${platform3.goos}-${platform3.goarch}`;
}
function moduleProxySource(proxy2) {
  const { id, title, url } = proxy2;
  const authorization = proxy2.authorization === void 0 ? {} : { authorization: proxy2.authorization };
  const address = (name) => joinAddress(url, `${MODULE_DIRECTORY}/${name}`);
  const listing = { ...authorization, url: address("list"), parse: (body) => parseModuleList(body, id) };
  return {
    id,
    title,
    kind: "module-proxy",
    listing: () => listing,
    candidate: (version, platform3) => {
      const fileName = `${moduleVersion(version, platform3)}.zip`;
      return { sourceId: id, ...authorization, url: address(fileName), fileName, format: "zip", layout: "module" };
    },
    probe: (version, platform3) => {
      const name = moduleVersion(version, platform3);
      return { ...authorization, url: address(`${name}.info`), confirms: (body) => namesVersion(body, name) };
    }
  };
}
function namesVersion(body, name) {
  try {
    const info2 = JSON.parse(new TextDecoder().decode(body));
    return typeof info2 === "object" && info2 !== null && "Version" in info2 && info2.Version === name;
  } catch {
    return false;
  }
}
function parseModuleList(body, subject) {
  const found = /* @__PURE__ */ new Map();
  for (const raw of new TextDecoder().decode(body).split("\n")) {
    const line2 = raw.trim();
    if (line2 === "") continue;
    if (!/^v\d[\w.+-]{1,200}$/u.test(line2)) {
      throw failure("LIST.MALFORMED", { subject, evidence: { reason: "not a list of versions", line: line2.slice(0, 80) } });
    }
    const [, text2 = "", goos = "", goarch = ""] = /^v0\.0\.1-(go[\w.]+)\.([a-z\d]+)-([a-z\d]+)$/u.exec(line2) ?? [];
    const version = parseGoVersion(text2);
    if (version === void 0) continue;
    const release2 = found.get(versionText(version)) ?? { version, files: [] };
    found.set(versionText(version), release2);
    release2.files.push({ fileName: `${line2}.zip`, goos, goarch });
  }
  if (found.size === 0) throw failure("LIST.UNAVAILABLE", { subject, evidence: { reason: "the list is empty" } });
  return [...found.values()].map(({ version, files }) => ({ version, stable: version.prerelease === void 0, files })).sort((a, b) => compareVersions(b.version, a.version));
}

// src/sources/registry.ts
var SOURCE_IDS = ["official", "goproxy", ...MIRRORS.map((row) => row.id)];
function createSources(request3) {
  const specs = request3.specs.length > 0 ? request3.specs : SOURCE_IDS.map((id) => ({ kind: "id", id }));
  const name = createNamer();
  return specs.flatMap((spec) => sourcesOf(spec, { ...request3, name }));
}
function sourcesOf(spec, request3) {
  const { name, sourceToken: token } = request3;
  switch (spec.kind) {
    case "id":
      return spec.id === "goproxy" ? moduleSources(request3.goproxy, name) : builtIn(spec.id);
    case "base":
      if (/^file:/iu.test(spec.url)) return [fileSource({ id: name("file"), url: spec.url })];
      return [baseSource({ id: name("custom"), url: spec.url, token })];
    case "template":
      return [templateSource({ id: name("custom"), template: spec.template, token })];
  }
}
function builtIn(id) {
  if (id === "official") return [goDevSource()];
  return MIRRORS.filter((row) => row.id === id).map(mirrorSource);
}
function moduleSources(goproxy, name) {
  const entries3 = goproxy ?? [{ kind: "direct" }];
  return entries3.flatMap((entry) => moduleSource(entry, name) ?? []);
}
function moduleSource(entry, name) {
  switch (entry.kind) {
    case "proxy":
      return moduleProxySource({ ...entry, id: name("goproxy"), title: redactUrl(entry.url) });
    case "direct":
      return moduleProxySource({ id: "module-origin", title: "module origin at go.dev", url: MODULE_ORIGIN });
    case "off":
      return void 0;
  }
}
function createNamer() {
  const counts = /* @__PURE__ */ new Map();
  return (kind) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count === 1 ? kind : `${kind}-${count}`;
  };
}

// src/steps/goproxy-setting.ts
var import_node_path9 = require("node:path");
init_failure();
init_limits();
async function goproxySetting(context, signal) {
  const { env } = context.machine;
  return env["GOPROXY"]?.trim() || await askGoOnPath(context, signal) || await readConfiguration(context);
}
async function askGoOnPath({ machine }, signal) {
  const { exec, env } = machine;
  const file = await exec.find("go");
  if (file === void 0) return void 0;
  const command = { file, args: ["env", "GOPROXY"], env: { ...env, GOTOOLCHAIN: "local" }, timeoutMs: LIMITS.goEnvMs };
  try {
    const answer2 = await exec.run(command, signal);
    return answer2.exitCode === 0 ? answer2.stdout.trim() : void 0;
  } catch (error2) {
    signal.throwIfAborted();
    if (error2 instanceof Failure) return void 0;
    throw error2;
  }
}
async function readConfiguration(context) {
  const { machine, platform: platform3 } = context;
  const [newest2] = installedRoots(machine.toolCache, platform3);
  if (newest2 === void 0) return void 0;
  for (const path3 of [userFile(context), (0, import_node_path9.join)(newest2, "go.env")]) {
    const value = path3 === void 0 ? void 0 : await readVariable(machine.files, path3);
    if (value) return value;
  }
  return void 0;
}
async function readVariable(files, path3) {
  try {
    if ((await files.stat(path3))?.kind !== "file") return void 0;
    return readGoEnvFile((await files.read(path3, LIMITS.versionFileBytes)).toString("utf8"), "GOPROXY")?.trim();
  } catch (error2) {
    if (error2 instanceof Failure) return void 0;
    throw error2;
  }
}
function userFile({ machine }) {
  const { env, platform: platform3 } = machine;
  if (env["GOENV"]) return env["GOENV"] === "off" ? void 0 : env["GOENV"];
  const home = env["HOME"];
  if (platform3.os === "win32") return env["APPDATA"] && (0, import_node_path9.join)(env["APPDATA"], "go", "env");
  if (platform3.os === "darwin") return home && (0, import_node_path9.join)(home, "Library", "Application Support", "go", "env");
  const config = env["XDG_CONFIG_HOME"] || home && (0, import_node_path9.join)(home, ".config");
  return config && (0, import_node_path9.join)(config, "go", "env");
}

// src/steps/sources.ts
var DATABASE = ["sum.golang.org", "sum.golang.google.cn"].map((host) => ({
  id: host,
  baseUrl: `https://${host}`
}));
async function openSources(context, signal) {
  const { inputs } = context;
  const goproxy = await readGoproxy(context, signal);
  return {
    archives: createSources({ specs: inputs.sources, goproxy, sourceToken: inputs.sourceToken }),
    lists: createSources({ specs: [], goproxy, sourceToken: void 0 }).filter((source) => source.listing() !== void 0),
    checksum: [...(goproxy ?? []).flatMap(checksumServer), ...DATABASE]
  };
}
function checksumServer(entry) {
  if (entry.kind !== "proxy" || entry.url.startsWith("file:")) return [];
  const authorization = entry.authorization === void 0 ? {} : { authorization: entry.authorization };
  return [{ id: redactUrl(entry.url), baseUrl: joinAddress(entry.url, "sumdb/sum.golang.org"), ...authorization }];
}
async function readGoproxy(context, signal) {
  const text2 = await goproxySetting(context, signal);
  if (!text2) return void 0;
  const parsed = parseGoproxy(text2);
  if ("finding" in parsed) throw new Failure([parsed.finding]);
  return parsed.entries;
}

// src/steps/path-go.ts
var NAME_IT = {
  title: "Name the version, to install a proved Go",
  kind: "setting",
  text: "go-version: '1.26'",
  risk: "none"
};
async function findPathGo(context, signal) {
  const { emit } = context;
  emit({ type: "requested", spec: "the Go on PATH", origin: { kind: "default" } });
  return inPhase(context, "lookup", async () => {
    const claim = await askGo(context, signal);
    const version = versionText(claim.version);
    emit({ type: "finding", finding: unspecified(claim) });
    emit({ type: "resolved", version, platform: platformText(claim.platform), learntFrom: ["path"] });
    checkWanted(context, claim);
    emit({ type: "proved", proof: await proveClaim({ ...context, platform: claim.platform }, claim, signal) });
    return { version: claim.version, root: claim.root, platform: claim.platform };
  });
}
var PATH_OUTCOME = "ok";
function unspecified({ version, file }) {
  return finding("VERSION.UNSPECIFIED", {
    subject: "go-version",
    evidence: { "Go on PATH": file, version: versionText(version) },
    fixes: [NAME_IT]
  });
}
async function askGo(context, signal) {
  const { exec, env } = context.machine;
  const file = await exec.find("go");
  if (file === void 0) throw notInstalled();
  const own = { ...env, GOROOT: void 0, GOFLAGS: void 0, GOENV: "off", GOTOOLCHAIN: "local" };
  const ask6 = async (...args) => {
    const answer2 = await exec.run({ file, args, env: own, timeoutMs: LIMITS.execMs }, signal);
    if (answer2.exitCode === 0) return answer2.stdout.trim();
    throw failure("GO.NOT_RUNNABLE", {
      subject: file,
      evidence: { "standard error": answer2.stderr.slice(0, 300) },
      fixes: [NAME_IT]
    });
  };
  const said = await ask6("version");
  const [, text2 = "", goos = "", goarch = ""] = /^go version go(\S+)(?: .*)? (\w+)\/(\w+)$/u.exec(said) ?? [];
  const version = parseGoVersion(text2);
  if (version === void 0) throw unproved(file, { "go version": said.slice(0, 200) });
  return { file, version, root: await ask6("env", "GOROOT"), platform: { goos, goarch, cacheArch: context.platform.cacheArch } };
}
function notInstalled() {
  return failure("GO.NOT_INSTALLED", {
    subject: "go-version",
    message: "go-version and go-version-file are empty or not given, there is no go.work or go.mod to read a version from, and no Go on PATH",
    fixes: [NAME_IT]
  });
}
function checkWanted({ inputs, platform: platform3 }, { version, file, platform: own }) {
  const minimum = inputs.minGoVersion;
  if (compareVersions(version, minimum) < 0) {
    const evidence = { "Go on PATH": versionText(version), "min-go-version": versionText(minimum) };
    throw failure("VERSION.TOO_OLD", { subject: file, evidence, fixes: [NAME_IT] });
  }
  if (inputs.architecture !== void 0 && platformText(platform3) !== platformText(own)) {
    const evidence = { expected: platformText(platform3), got: platformText(own) };
    throw failure("VERSION.MISMATCH", { subject: file, evidence, fixes: [NAME_IT] });
  }
}
async function proveClaim(context, claim, signal) {
  const { machine } = context;
  const { root, version } = claim;
  const entry = await findEntry(destinationPlace(root), machine.files);
  if (entry === void 0) throw unproved(root, { reason: "GOROOT is empty or missing" });
  const name = moduleName(version, context.platform);
  const kept2 = keptExpectation(context, entry, name);
  const expectations = kept2 === void 0 ? await askDatabase2(context, version, signal) : [kept2];
  const hashes = /* @__PURE__ */ new Map();
  const onFile = (path3, sha256) => void hashes.set(path3, sha256);
  const options = { reader: machine.files.tree, root, moduleName: name, ignore: ["setup.sh"], onFile };
  const tree = await hashInstalledTree(options, signal);
  const verdict = judge(tree, expectations);
  if (verdict.accepted !== void 0) return verdict.accepted;
  const restored = undoGoEnvEdits(tree.goEnv?.toString("utf8") ?? "");
  const again = restored && judge(withGoEnv({ name, hashes, text: restored.text, tree }), expectations);
  if (restored === void 0 || again?.accepted === void 0) {
    throw unproved(root, Object.fromEntries(verdict.refused.evidence.map((item) => [item.name, item.value])));
  }
  const { accepted: accepted2 } = again;
  return { ...accepted2, detail: `${accepted2.detail}; but for these lines of go.env: ${restored.edits.join(", ")}` };
}
function withGoEnv(from) {
  return { ...from.tree, tree: rehashTree({ moduleName: from.name, hashes: from.hashes, changed: { "go.env": from.text } }) };
}
async function askDatabase2(context, version, signal) {
  const sources = await openSources(context, signal);
  try {
    return await openProofs(context, { sources, version }, signal).ofInstalled();
  } catch (error2) {
    if (!(error2 instanceof Failure)) throw error2;
    const [first, ...rest] = error2.findings;
    throw new Failure([{ ...first, fixes: [...first.fixes, NAME_IT] }, ...rest], error2);
  }
}
function unproved(subject, evidence) {
  return failure("GO.UNPROVED", { subject, evidence, fixes: [NAME_IT] });
}

// src/steps/private-build.ts
var import_node_path17 = require("node:path");
init_failure();
init_finding();

// src/domain/private-version.ts
function parsePrivateVersion(text2) {
  const known = parseGoVersion(text2);
  if (known !== void 0) return { version: known, suffix: "" };
  const [, base = "", suffix = ""] = /^([^-]+)(-[0-9A-Za-z][0-9A-Za-z.-]{0,40})$/u.exec(text2) ?? [];
  const version = parseGoVersion(base);
  return version === void 0 || version.prerelease !== void 0 ? void 0 : { version, suffix };
}
function privateVersionText({ version, suffix }) {
  return `${versionText(version)}${suffix}`;
}
function privateVersionName({ version, suffix }) {
  return `${versionSemver(version)}${suffix}`;
}

// src/steps/private-build.ts
init_redact();

// src/policy/choose-release.ts
init_failure();
init_finding();
init_limits();
function chooseReleases(choice2, known) {
  const matches = matching(choice2.spec, known.releases);
  if (matches.length === 0) throw nothingMatches(choice2, known);
  const { candidates: fresh, warnings } = aboveMinimum(choice2, matches);
  const [first, ...rest] = fresh.filter((release2) => runsOn(release2, choice2.platform));
  if (first === void 0) throw new Failure([noPlatform(choice2, fresh)]);
  return { candidates: [first, ...rest], warnings };
}
function aboveMinimum(choice2, matches) {
  const candidates = matches.filter(({ version }) => compareVersions(version, choice2.minGoVersion) >= 0);
  const [newest2] = matches;
  if (candidates.length > 0 || newest2 === void 0) return { candidates, warnings: [] };
  const tooOld = finding("VERSION.TOO_OLD", {
    subject: choice2.spec.text,
    severity: choice2.belowMinimum,
    evidence: {
      newest: versionText(newest2.version),
      "min-go-version": versionText(choice2.minGoVersion),
      "the value may be a number": unquotedMeaning(choice2.spec)
    },
    fixes: unquotedFixes(choice2.spec)
  });
  if (choice2.belowMinimum === "error") throw new Failure([tooOld]);
  return { candidates: matches, warnings: [tooOld] };
}
function unquotedMeaning({ text: text2 }) {
  return /^1\.[1-9]$/u.test(text2) ? `YAML reads an unquoted ${text2}0 as ${text2}` : void 0;
}
function unquotedFixes(spec) {
  if (unquotedMeaning(spec) === void 0) return [];
  const text2 = `go-version: '${spec.text}0'`;
  return [{ title: `If ${spec.text}0 and not ${spec.text} was meant, quote it`, kind: "edit", text: text2, risk: "none" }];
}
function nothingMatches(choice2, known) {
  const subject = choice2.spec.text;
  const failed2 = known.failures.map((failure2) => `${failure2.subject} (${failure2.code})`).join(", ") || void 0;
  if (known.answered.length === 0) {
    return new Failure([finding("VERSION.NO_SOURCE", { subject, evidence: { "lists that failed": failed2 } }), ...known.failures]);
  }
  const nearest = nearestVersions(choice2.spec, known.releases).map(versionText);
  const [offer] = nearest;
  return new Failure([
    finding("VERSION.UNKNOWN", {
      subject,
      confidence: known.failures.length === 0 ? "certain" : "likely",
      evidence: { nearest: nearest.join(", "), lists: known.answered.join(", "), "lists that failed": failed2 },
      fixes: offer === void 0 ? [] : [{ title: "Request a release", kind: "edit", text: `go-version: '${offer}'`, risk: "none" }]
    })
  ]);
}
function runsOn(release2, host) {
  const platform3 = platformOfRelease(host, release2.version);
  return !release2.isComplete || release2.files.some((file) => file.goos === platform3.goos && file.goarch === platform3.goarch);
}
function missingPlatform(choice2, release2) {
  const isKnownWell = release2.files.length >= LIMITS.knownPlatformCount;
  return isKnownWell && !runsOn({ ...release2, isComplete: true }, choice2.platform) ? noPlatform(choice2, [release2]) : void 0;
}
function noPlatform(choice2, matches) {
  const platforms = new Set(matches.slice(0, 1).flatMap(({ files }) => files.map((file) => `${file.goos}/${file.goarch}`)));
  return finding("VERSION.NO_PLATFORM", {
    subject: platformText(choice2.platform),
    evidence: {
      version: matches[0] === void 0 ? void 0 : versionText(matches[0].version),
      "platforms that exist": [...platforms].sort().join(" ")
    }
  });
}

// src/verify/private-record.ts
init_json_object();
var SCHEMA2 = "setup-go-robust/private-build@1";
var MAX_RECORD_BYTES = 16 * 1024;
function makePrivateRecord(record3) {
  return `${JSON.stringify({ schema: SCHEMA2, ...record3 }, void 0, 1)}
`;
}
function readPrivateRecord(bytes) {
  const value = bytes.length > MAX_RECORD_BYTES ? void 0 : parseJsonObject(Buffer.from(bytes).toString("utf8"));
  if (value?.["schema"] !== SCHEMA2) return void 0;
  const { moduleName: moduleName2, tree, root } = value;
  if (typeof moduleName2 !== "string" || typeof root !== "string" || typeof tree !== "string") return void 0;
  return isTreeHash(tree) ? { moduleName: moduleName2, tree, root } : void 0;
}

// src/steps/acquire.ts
init_failure();
init_limits();

// src/policy/fault.ts
var OWN = ["FS.NO_SPACE", "FS.READ_ONLY", "FS.PERMISSION", "FS.IO", "BUDGET.TOTAL", "CFG.TLS_DISABLED"];
var REFUSED = ["HTTP.NOT_FOUND", "HTTP.FORBIDDEN", "FS.NOT_FOUND"];
function isOwnFault(code) {
  return OWN.includes(code) || code.startsWith("SELF.");
}
function isRefusal(code) {
  return REFUSED.includes(code);
}
function isContentFault(code) {
  return /^(?:VER|ARC)\./u.test(code) || code === "HTTP.HTML";
}

// src/steps/attempt.ts
init_failure();

// src/install/staging.ts
var import_node_path10 = require("node:path");
init_json_object();
init_limits();
var OWNER_FILE = "owner.json";
var OWNER_BYTES = 4096;
async function createStage(place, tools) {
  const directory2 = await createOwned(place, tools);
  const root = (0, import_node_path10.join)(directory2, "go");
  try {
    tools.files.tree.makeDirectory(root);
  } catch (error2) {
    await tools.files.remove(directory2);
    throw error2;
  }
  return { directory: directory2, root, spoolPath: (0, import_node_path10.join)(directory2, "archive") };
}
async function createOwned(place, tools) {
  const { files, process: process2 } = tools;
  await files.makeDirectory(place.parent);
  const directory2 = (0, import_node_path10.join)(place.parent, `${place.stagePrefix}${tools.randomName()}`);
  await files.makeDirectory(directory2);
  try {
    await files.write((0, import_node_path10.join)(directory2, OWNER_FILE), ownerText(process2));
  } catch (error2) {
    await files.remove(directory2);
    throw error2;
  }
  return directory2;
}
async function takeOwnership(directory2, { files, process: process2 }) {
  const fresh = (0, import_node_path10.join)(directory2, `${OWNER_FILE}.new`);
  await files.write(fresh, ownerText(process2));
  await files.rename(fresh, (0, import_node_path10.join)(directory2, OWNER_FILE));
}
function ownerText({ pid, hostname: hostname2 }) {
  return JSON.stringify({ pid, hostname: hostname2 });
}
async function sweepStaging(place, tools) {
  const removed = [];
  for (const name of await tools.files.list(place.parent)) {
    const path3 = (0, import_node_path10.join)(place.parent, name);
    const isLeft = name.startsWith(place.trashPrefix) || name.startsWith(place.stagePrefix) && await isAbandoned(path3, tools);
    if (!isLeft) continue;
    await tools.files.remove(path3);
    removed.push(name);
  }
  return removed;
}
async function isAbandoned(path3, tools) {
  const { files, process: process2, clock: clock2 } = tools;
  const stat3 = await files.stat(path3);
  if (stat3 === void 0) return false;
  if (clock2.now() - stat3.mtimeMs > LIMITS.stagingMaxAgeMs) return true;
  const owner = await readOwner((0, import_node_path10.join)(path3, OWNER_FILE), files);
  return owner !== void 0 && owner.hostname === process2.hostname && owner.pid !== process2.pid && !process2.isAlive(owner.pid);
}
async function readOwner(path3, files) {
  if ((await files.stat(path3))?.kind !== "file") return void 0;
  return parseOwner((await files.read(path3, OWNER_BYTES)).toString("utf8"));
}
function parseOwner(text2) {
  const { pid, hostname: hostname2 } = parseJsonObject(text2) ?? {};
  return typeof pid === "number" && Number.isSafeInteger(pid) && pid > 0 && typeof hostname2 === "string" ? { pid, hostname: hostname2 } : void 0;
}

// src/install/tree-sink.ts
var import_node_crypto6 = require("node:crypto");
init_failure();
init_limits();

// src/verify/official-mode.ts
var EXEC_WRAPPER = /(?:^|\/)go_[^/]+_[^/]+_exec$/u;
function officialMode(path3) {
  const isProgram = path3.startsWith("bin/") || path3.startsWith("pkg/tool/") || EXEC_WRAPPER.test(path3);
  return isProgram || /\.(?:bash|sh|pl|rc)$/u.test(path3) ? 493 : 420;
}

// src/install/entry-place.ts
init_failure();
init_entry_name();
function createEntryPlacer(layout, moduleName2) {
  const prefix = layout === "release" ? "go/" : `${moduleName2}/`;
  function belowPrefix(name) {
    const isInside = name.startsWith(prefix);
    const path3 = isInside ? name.slice(prefix.length) : name;
    const problem = problemOfPath(path3);
    if (problem !== void 0) throw refusedName(name, problem);
    if (!isInside) throw foreign(name, prefix);
    return path3;
  }
  return {
    file(name) {
      const path3 = belowPrefix(name);
      return layout === "release" ? { path: path3, pathInModule: releasePathInModule(path3) } : placeOfModuleFile(name, path3);
    },
    directory(name) {
      if (`${prefix}`.startsWith(`${name}/`)) return void 0;
      const path3 = belowPrefix(name);
      return { path: path3, isProved: layout === "module" || releasePathInModule(`${path3}/file`) !== void 0 };
    }
  };
}
function placeOfModuleFile(name, path3) {
  const baseAt = path3.lastIndexOf("/") + 1;
  const isRenamed = /^_+go\.mod$/u.test(path3.slice(baseAt));
  const released = isRenamed ? `${path3.slice(0, baseAt)}${path3.slice(baseAt + 1)}` : path3;
  if (releasePathInModule(released) !== path3) throw foreign(name, "a file of the toolchain module");
  return { path: released, pathInModule: path3 };
}
function foreign(name, expected) {
  return failure("ARC.LAYOUT", { subject: name, evidence: { name, expected } });
}

// src/install/tree-names.ts
init_failure();
init_limits();
init_entry_name();
var NONE2 = [];
function createTreeNames() {
  const taken = /* @__PURE__ */ new Map();
  const directories = /* @__PURE__ */ new Set();
  const declared = /* @__PURE__ */ new Set();
  let lastParent = "";
  function take3(path3, isDirectory) {
    const folded2 = foldPath(path3);
    const other = taken.get(folded2);
    if (other !== void 0) throw refusedName(path3, other === path3 ? "duplicate" : `the same as ${other}`);
    if (taken.size >= LIMITS.entryCount) throw tooMany();
    taken.set(folded2, path3);
    if (isDirectory) directories.add(path3);
  }
  function open2(path3) {
    if (path3 === "" || path3 === lastParent) return NONE2;
    const other = taken.get(foldPath(path3));
    if (other !== void 0) {
      if (!directories.has(path3)) throw refusedName(path3, `the same as ${other}`);
      lastParent = path3;
      return NONE2;
    }
    const above = open2(parentOf(path3));
    take3(path3, true);
    lastParent = path3;
    return [...above, path3];
  }
  return {
    addFile(path3) {
      const fresh = open2(parentOf(path3));
      take3(path3, false);
      return fresh;
    },
    addDirectory(path3) {
      if (declared.has(path3)) throw refusedName(path3, "duplicate");
      declared.add(path3);
      return open2(path3);
    }
  };
}
function parentOf(path3) {
  const slash = path3.lastIndexOf("/");
  return slash < 0 ? "" : path3.slice(0, slash);
}
function tooMany() {
  return failure("ARC.LIMIT", { subject: "entries", evidence: { limit: LIMITS.entryCount } });
}

// src/install/tree-sink.ts
var MAX_MTIME_SECONDS = 2 ** 32;
function createTreeSink(options) {
  const state = {
    options,
    hasher: createTreeHasher(options.moduleName),
    placer: createEntryPlacer(options.layout, options.moduleName),
    names: createTreeNames(),
    unproven: /* @__PURE__ */ new Set(),
    sealed: [],
    current: void 0,
    isHashed: void 0,
    totalBytes: 0,
    hasVersion: false,
    hasGo: false
  };
  return {
    begin: (entry) => begin(state, entry),
    data: (bytes, from, to) => data(state, bytes, from, to),
    end: () => end(state),
    directory: (name) => directory(state, name),
    result: () => result(state),
    dropUnproven: () => dropUnproven(state),
    abandon: () => abandon(state)
  };
}
function begin(state, entry) {
  const { path: name, sizeBytes, mtimeSeconds } = entry;
  if (state.current !== void 0) throw corrupt(name, "begins inside another file");
  if (sizeBytes > LIMITS.unpackedBytes - state.totalBytes) throw tooLarge(name, sizeBytes);
  state.totalBytes += sizeBytes;
  state.isHashed ??= state.options.wantsTree?.() ?? true;
  const { path: path3, pathInModule } = state.placer.file(name);
  const isProved = pathInModule !== void 0;
  if (path3 === "VERSION") state.hasVersion = true;
  if (path3 === "bin/go" || path3 === "bin/go.exe") state.hasGo = true;
  const fresh = state.names.addFile(path3);
  const handle = isProved || state.options.writeUnproven ? create(state, { path: path3, fresh, isProved }) : void 0;
  const isTime = mtimeSeconds !== void 0 && mtimeSeconds >= 0 && mtimeSeconds < MAX_MTIME_SECONDS;
  state.current = {
    path: path3,
    pathInModule,
    handle,
    mtimeSeconds: isTime ? mtimeSeconds : void 0,
    hash: isProved && state.isHashed ? (0, import_node_crypto6.createHash)("sha256") : void 0,
    leftBytes: sizeBytes
  };
}
function create(state, file) {
  const { directory: root, writer } = state.options;
  if (root === void 0) return void 0;
  for (const path3 of file.fresh) makeDirectory(state, root, path3);
  if (isSealed(file.path, "file")) state.sealed.push(file.path);
  if (!file.isProved) state.unproven.add(topOf(file.path));
  return writer.createFile(`${root}/${file.path}`, officialMode(file.path));
}
function makeDirectory(state, root, path3) {
  state.options.writer.makeDirectory(`${root}/${path3}`);
  if (isSealed(path3, "directory")) state.sealed.push(path3);
}
function data(state, bytes, from, to) {
  const { current } = state;
  if (current === void 0) throw corrupt("data", "belongs to no file");
  current.leftBytes -= to - from;
  if (current.leftBytes < 0) throw corrupt(current.path, "longer than declared");
  if (current.handle !== void 0) state.options.writer.write(current.handle, bytes, from, to);
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
  for (const path3 of fresh) makeDirectory(state, root, path3);
  if (!placed.isProved) state.unproven.add(topOf(placed.path));
}
function result(state) {
  if (state.current !== void 0) throw corrupt(state.current.path, "is not finished");
  if (!state.hasVersion || !state.hasGo) {
    throw failure("ARC.LAYOUT", { subject: "archive", evidence: { missing: state.hasVersion ? "bin/go" : "VERSION" } });
  }
  return {
    tree: state.isHashed ? state.hasher.result() : void 0,
    fileCount: state.hasher.count,
    sizeBytes: state.totalBytes,
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
  } catch {
  }
}
function topOf(path3) {
  const slash = path3.indexOf("/");
  return slash < 0 ? path3 : path3.slice(0, slash);
}
function corrupt(subject, problem) {
  return failure("ARC.CORRUPT", { subject, evidence: { problem } });
}
function tooLarge(subject, sizeBytes) {
  return failure("ARC.LIMIT", { subject, evidence: { bytes: sizeBytes, limit: LIMITS.unpackedBytes } });
}

// src/steps/attempt.ts
async function discardUnpublished({ machine }, { stage }, publishing) {
  try {
    return await publishing;
  } catch (error2) {
    await machine.files.remove(stage.directory).catch(() => void 0);
    throw error2;
  }
}
async function attempt(context, work, signal) {
  const { crowd, spool: spool2 } = work;
  const { keptBytes } = crowd;
  if (keptBytes > 0) context.emit({ type: "kept-part", use: "resumed", bytes: keptBytes });
  try {
    return await passOnce(context, work, signal);
  } catch (error2) {
    signal.throwIfAborted();
    if (!(error2 instanceof Failure)) throw error2;
    const { code } = error2;
    const isSuspect = code === "BODY.CHANGED" || isContentFault(code);
    const isInTheWay = code === "FS.NO_SPACE" && spool2.heldBytes > 0;
    if (isSuspect) await spool2.discard();
    if (isInTheWay) await spool2.end();
    if (!isInTheWay && !(isSuspect && keptBytes > 0)) throw error2;
    if (keptBytes > 0) context.emit({ type: "kept-part", use: "dropped", bytes: keptBytes, code });
    await crowd.restart();
    return passOnce(context, work, signal);
  }
}
async function passOnce(context, work, signal) {
  const { machine } = context;
  const { candidate, crowd, place, proofs } = work;
  const unprovable2 = new AbortController();
  const proofsFound = proofs.ofArchive(candidate);
  proofsFound.catch((error2) => unprovable2.abort(error2));
  const file = await proofs.ofFile(candidate);
  const stage = await createStage(place, machine);
  try {
    const sink = createTreeSink({
      writer: machine.files.tree,
      directory: stage.root,
      layout: candidate.layout,
      moduleName: moduleName(work.version, context.platform),
      writeUnproven: file !== void 0,
      wantsTree: () => proofs.wantsTree(file)
    });
    const measured = await download(context, { ...work, sink, stage }, AbortSignal.any([signal, unprovable2.signal]));
    const verdict = judge(measuredArchive(measured), await proofsFound);
    if (verdict.accepted === void 0) throw new Failure([verdict.refused]);
    if (!verdict.keepUnprovenFiles) sink.dropUnproven();
    crowd.end("accepted");
    return { stage, proof: verdict.accepted, tree: measured.tree, sealed: measured.sealed };
  } catch (error2) {
    await machine.files.remove(stage.directory);
    throw error2;
  }
}
async function download({ machine }, work, signal) {
  const { unpack: unpack2 } = await Promise.resolve().then(() => (init_unpack(), unpack_exports));
  const { crowd, candidate, sink, stage, spool: spool2 } = work;
  const { files } = machine;
  const relieve = () => machine.relieve?.();
  const bytes = spool2.through(crowd, candidate.fileName);
  return unpack2({ bytes, format: candidate.format, sink, files, spoolPath: stage.spoolPath, relieve }, signal);
}
function measuredArchive({ tree, sha256, fileCount, archiveBytes }) {
  return { tree, sha256, fileCount, sizeBytes: archiveBytes };
}

// src/steps/first-to-answer.ts
init_failure();
init_limits();

// src/acquire/local-archive.ts
init_failure();
init_limits();
async function openLocalArchive(options) {
  const { files, path: path3 } = options;
  const found = await files.stat(path3);
  if (found === void 0 || found.kind === "directory" || found.kind === "other") {
    throw failure("FS.NOT_FOUND", { subject: path3, evidence: { path: path3, found: found?.kind ?? "nothing" } });
  }
  const sizeBytes = found.kind === "file" ? found.sizeBytes : void 0;
  if (sizeBytes !== void 0 && sizeBytes > LIMITS.archiveBytes) {
    throw failure("HTTP.TOO_LARGE", { subject: path3, evidence: { "file bytes": sizeBytes, "limit bytes": LIMITS.archiveBytes } });
  }
  async function tail(bytes) {
    if (sizeBytes === void 0) return void 0;
    const start3 = Math.max(0, sizeBytes - bytes);
    const data2 = await files.readRange(path3, start3, sizeBytes);
    if (data2.length < sizeBytes - start3) throw truncated(start3 + data2.length, sizeBytes);
    return { start: start3, data: data2, sizeBytes };
  }
  async function* stream2(end2) {
    const wantedBytes = end2 ?? sizeBytes;
    let countBytes = 0;
    if (wantedBytes === 0) return;
    for await (const chunk of files.stream(path3)) {
      const part = chunk.subarray(0, (wantedBytes ?? LIMITS.archiveBytes) - countBytes);
      countBytes += part.length;
      if (part.length > 0) yield part;
      if (part.length < chunk.length || countBytes === wantedBytes) break;
    }
    if (wantedBytes !== void 0 && countBytes < wantedBytes) throw truncated(countBytes, wantedBytes);
  }
  function truncated(gotBytes, expectedBytes) {
    return failure("BODY.TRUNCATED", {
      subject: path3,
      evidence: { "received bytes": gotBytes, "expected bytes": expectedBytes }
    });
  }
  return { sizeBytes, tail, stream: stream2, close: () => void 0 };
}

// src/acquire/team.ts
init_failure();
init_limits();
init_redact();

// src/acquire/member.ts
init_finding();
init_redact();

// src/policy/breaker.ts
init_limits();
var CLOSED = { failureCount: 0, strain: 0, openCount: 0, openUntilMs: void 0 };
var FAILURES_IN_A_ROW = 2;
var MOST_STRAIN = 8;
var STALL_STRAIN = 3;
var HEALS = [
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
var OPENS_AT_ONCE = ["HTTP.SERVER", "HTTP.RATE_LIMIT", "BODY.SLOW"];
function admission({ openUntilMs }, nowMs) {
  if (openUntilMs === void 0) return "closed";
  if (openUntilMs === Number.POSITIVE_INFINITY) return "final";
  return nowMs < openUntilMs ? "open" : "trial";
}
function afterSuccess(breaker) {
  return admissionIsFinal(breaker) ? breaker : CLOSED;
}
function afterFailure(breaker, failure2) {
  const { finding: finding2, nowMs, hadProgress: hadProgress2, isMisfit, isGivenUpEarly = false } = failure2;
  const { code } = finding2;
  const isFinal = !HEALS.includes(code) || isMisfit && code !== "HTTP.RANGE";
  if (isFinal || admissionIsFinal(breaker)) return { ...breaker, openUntilMs: Number.POSITIVE_INFINITY };
  if (hadProgress2 && (code === "BODY.TRUNCATED" || code === "BODY.RESET")) return { ...breaker, openUntilMs: void 0 };
  const failureCount = breaker.failureCount + 1;
  const strain = breaker.strain + (code === "BODY.STALL" && !isGivenUpEarly ? STALL_STRAIN : 1);
  if (strain >= MOST_STRAIN && !hadProgress2) return { ...breaker, failureCount, strain, openUntilMs: Number.POSITIVE_INFINITY };
  const wasTrial = breaker.openUntilMs !== void 0;
  if (!wasTrial && failureCount < FAILURES_IN_A_ROW && !OPENS_AT_ONCE.includes(code)) return { ...breaker, failureCount, strain };
  const openMs = Math.min(LIMITS.breakerMs * 2 ** breaker.openCount, LIMITS.breakerMaxMs);
  return {
    failureCount,
    strain: hadProgress2 ? 0 : strain,
    openCount: breaker.openCount + 1,
    openUntilMs: nowMs + Math.max(openMs, retryAfterMs(finding2))
  };
}
function admitNow(breaker, nowMs) {
  return admission(breaker, nowMs) === "open" ? { ...breaker, openUntilMs: nowMs } : breaker;
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
function memberAdmission(crew, member2) {
  return admission(member2.breaker, crew.wire.clock.monotonic());
}
function isUsable(crew, member2) {
  const state = memberAdmission(crew, member2);
  return member2.canRange && (state === "closed" || state === "trial");
}
function isPromising(crew, member2) {
  if (!member2.canRange || memberAdmission(crew, member2) !== "closed") return false;
  return member2.breaker.failureCount === 0 || (member2.rate ?? 0) > 0;
}
function beginAttempt(crew, member2) {
  if (member2.attempt !== void 0) return;
  const number2 = crew.nextAttempt();
  member2.attempt = { number: number2, receivedBytes: 0, toldBytes: 0, isAnswered: false };
  const { sourceId, url } = member2.candidate;
  crew.emit({ type: "attempt-started", attempt: number2, source: sourceId, url: redactUrl(url) });
}
function noteAnswer(crew, { member: member2, answer: answer2 }) {
  const { attempt: attempt2 } = member2;
  if (attempt2 === void 0 || attempt2.isAnswered || answer2 === void 0) return;
  attempt2.isAnswered = true;
  const size = crew.sizeBytes === void 0 ? {} : { sizeBytes: crew.sizeBytes };
  crew.emit({ type: "attempt-answered", attempt: attempt2.number, facts: answer2.facts, ...size });
}
function noteProgress(crew, { attempt: attempt2 }) {
  if (attempt2 === void 0 || attempt2.receivedBytes === attempt2.toldBytes) return;
  attempt2.toldBytes = attempt2.receivedBytes;
  const size = crew.sizeBytes === void 0 ? {} : { sizeBytes: crew.sizeBytes };
  crew.emit({ type: "attempt-progress", attempt: attempt2.number, bytes: attempt2.receivedBytes, ...size });
}
function endAttempt(crew, member2, how) {
  const { attempt: attempt2 } = member2;
  if (attempt2 === void 0) return;
  member2.attempt = void 0;
  crew.emit({ type: "attempt-ended", attempt: attempt2.number, bytes: attempt2.receivedBytes, ...how });
}
function noteFailure(crew, what) {
  const { member: member2 } = what.lane;
  const finding2 = aboutSource(what.failure.finding, member2.candidate.sourceId);
  const nowMs = crew.wire.clock.monotonic();
  const { hadProgress: hadProgress2, lane } = what;
  const { isMisfit, isGivenUpEarly } = lane;
  member2.breaker = afterFailure(member2.breaker, { finding: finding2, nowMs, hadProgress: hadProgress2, isMisfit, isGivenUpEarly });
  member2.finding = finding2;
  member2.wasGivenUpEarly = lane.isGivenUpEarly;
  if (finding2.code === "HTTP.RANGE") member2.canRange = false;
  endAttempt(crew, member2, { end: "failed", finding: finding2 });
  return finding2;
}

// src/acquire/first-answer.ts
init_failure();

// src/acquire/all-down.ts
init_failure();

// src/acquire/assembly.ts
function createAssembly(fromBytes, endBytes) {
  return { spans: [emptySpan(fromBytes, endBytes)], readAtBytes: fromBytes, endBytes };
}
function emptySpan(startBytes, endBytes) {
  return { startBytes, atBytes: startBytes, endBytes, lane: void 0, member: void 0, chunks: [] };
}
function takeChunk(assembly, crew) {
  const { spans } = assembly;
  for (; ; ) {
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
  const start3 = frontier(assembly);
  const span = emptySpan(start3, Math.min(start3 + bytes, assembly.endBytes));
  assembly.spans.push(span);
  return span;
}
function frontier({ spans, readAtBytes }) {
  return spans.at(-1)?.endBytes ?? readAtBytes;
}
function setEnd(assembly, endBytes) {
  const last2 = assembly.spans.at(-1);
  if (last2 !== void 0 && last2.endBytes === assembly.endBytes) last2.endBytes = endBytes;
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

// src/acquire/lane.ts
init_failure();
init_limits();

// src/acquire/answer-fit.ts
init_failure();
init_limits();
init_redact();

// src/acquire/content-range.ts
function parseContentRange(value) {
  const match = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/u.exec(value?.trim() ?? "");
  if (match === null) return void 0;
  const [start3, last2, sizeBytes] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return start3 <= last2 && last2 < sizeBytes ? { start: start3, end: last2 + 1, sizeBytes } : void 0;
}
function strongTag(headers) {
  const tag = headers["etag"];
  return tag !== void 0 && /^"[\x21\x23-\x7e]*"$/u.test(tag) ? tag : void 0;
}
function contentLength(headers) {
  const value = headers["content-length"];
  return value !== void 0 && /^\d{1,15}$/u.test(value) ? Number(value) : void 0;
}
var STRONG_DATE_AGE_MS = 6e4;
function validatorOf(headers) {
  const tag = strongTag(headers);
  const modified = headers["last-modified"];
  if (tag !== void 0 || modified === void 0 || headers["date"] === void 0) return tag;
  const ageMs = Date.parse(headers["date"]) - Date.parse(modified);
  return /^[A-Z][a-z]{2}, [\x20-\x7e]{10,40}$/u.test(modified) && ageMs >= STRONG_DATE_AGE_MS ? modified : void 0;
}
function contradicts(headers, validator2) {
  const now = validator2.startsWith('"') ? strongTag(headers) : headers["last-modified"];
  return now !== void 0 && now !== validator2;
}

// src/acquire/answer-fit.ts
function questionHeaders(question) {
  if (question.kind === "tail") return { range: `bytes=-${question.bytes}` };
  if (!question.isRanged) return {};
  const { startBytes, endBytes, validator: validator2 } = question;
  const range = `bytes=${startBytes}-${endBytes === void 0 ? "" : endBytes - 1}`;
  return validator2 === void 0 ? { range } : { range, "if-range": validator2 };
}
function judgeAnswer(answer2, question, known) {
  const range = answer2.status === 206 ? parseContentRange(answer2.headers["content-range"]) : void 0;
  const sizeBytes = answer2.status === 206 ? range?.sizeBytes : contentLength(answer2.headers);
  const problem = sizeProblem(answer2, sizeBytes, known) ?? versionProblem(answer2, known);
  if (problem !== void 0) return { kind: "misfit", failure: problem };
  if (answer2.status !== 206) return judgeWhole(answer2, question, { ...known, announced: sizeBytes });
  if (range === void 0 || !isWanted(range, question)) return { kind: "misfit", failure: wrongPart(answer2, question) };
  return { kind: "fits", startBytes: range.start, endBytes: range.end, sizeBytes, ignoresRange: false };
}
function judgeWhole(answer2, question, known) {
  const { canSkip: canSkip2, announced } = known;
  if (question.kind === "part" && question.startBytes > 0 && !canSkip2) {
    return { kind: "misfit", failure: wrongPart(answer2, question) };
  }
  const asked = question.kind === "tail" ? void 0 : question.validator;
  const isOtherVersion = asked !== void 0 && contradicts(answer2.headers, asked);
  const ignoresRange = (question.kind === "tail" || question.isRanged) && !isOtherVersion;
  const sizeBytes = announced ?? known.sizeBytes;
  return { kind: "fits", startBytes: 0, endBytes: sizeBytes, sizeBytes, ignoresRange };
}
function isWanted(range, question) {
  const { start: start3, end: end2, sizeBytes } = range;
  if (question.kind === "tail") return end2 === sizeBytes && start3 === Math.max(0, sizeBytes - question.bytes);
  return start3 === question.startBytes && end2 === (question.endBytes ?? sizeBytes);
}
function wrongPart(answer2, question) {
  return failure("HTTP.RANGE", {
    subject: new URL(answer2.url).host,
    evidence: {
      url: redactUrl(answer2.url),
      status: answer2.status,
      asked: questionHeaders(question)["range"],
      "content-range": answer2.headers["content-range"]?.slice(0, 100)
    }
  });
}
function sizeProblem(answer2, announced, known) {
  if (announced === void 0) return void 0;
  const subject = new URL(answer2.url).host;
  const evidence = { url: redactUrl(answer2.url), "announced bytes": announced };
  if (announced > LIMITS.archiveBytes) {
    return failure("HTTP.TOO_LARGE", { subject, evidence: { ...evidence, "limit bytes": LIMITS.archiveBytes } });
  }
  if (known.sizeBytes === void 0 || announced === known.sizeBytes) return void 0;
  const code = known.validator !== void 0 ? "BODY.CHANGED" : announced > known.sizeBytes ? "BODY.TOO_LONG" : "BODY.TRUNCATED";
  return failure(code, { subject, evidence: { ...evidence, "expected bytes": known.sizeBytes } });
}
function versionProblem(answer2, { validator: validator2 }) {
  if (validator2 === void 0 || !contradicts(answer2.headers, validator2)) return void 0;
  const { etag, "last-modified": modified } = answer2.headers;
  return failure("BODY.CHANGED", {
    subject: new URL(answer2.url).host,
    evidence: { url: redactUrl(answer2.url), was: validator2, now: (validator2.startsWith('"') ? etag : modified)?.slice(0, 100) }
  });
}

// src/acquire/lane.ts
function createLane(crew, member2, question) {
  const atMs = crew.wire.clock.monotonic();
  const stop2 = new AbortController();
  const lane = {
    member: member2,
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
    windowStart: { waitedMs: 0, receivedBytes: 0 },
    sample: { atMs, receivedBytes: 0 },
    isClosed: false,
    isGivenUpEarly: false,
    isMisfit: false,
    open: (known) => openLane(crew, { lane, known }, stop2.signal),
    pull: () => pullUnread(),
    close: () => {
      if (lane.isClosed) return;
      lane.isClosed = true;
      lane.waitingSinceMs = void 0;
      stop2.abort(failure("BODY.RESET", { subject: member2.candidate.sourceId, evidence: { reason: "closed here" } }));
      lane.answer?.discard();
    }
  };
  const pullUnread = () => {
    if (lane.answer === void 0 || lane.isClosed) return;
    lane.pull = reader(crew, lane, lane.answer);
    lane.pull();
  };
  member2.lane = lane;
  return lane;
}
function freeLane(lane) {
  lane.close();
  if (lane.member.lane === lane) lane.member.lane = void 0;
}
function reader(crew, lane, answer2) {
  const { clock: clock2 } = crew.wire;
  const iterator = answer2.body[Symbol.asyncIterator]();
  const onRead = (read5) => {
    if (lane.isClosed) return;
    lane.waitedMs += clock2.monotonic() - (lane.waitingSinceMs ?? 0);
    lane.waitingSinceMs = void 0;
    try {
      if (read5.done === true) {
        lane.receiver?.onEnd(lane);
      } else {
        lane.receivedBytes += read5.value.length;
        if (lane.member.attempt !== void 0) lane.member.attempt.receivedBytes += read5.value.length;
        lane.receiver?.onBytes(lane, read5.value);
      }
    } catch (error2) {
      lane.receiver?.onError(lane, error2);
    }
  };
  const onError = (error2) => {
    if (!lane.isClosed) lane.receiver?.onError(lane, error2);
  };
  return () => {
    if (lane.waitingSinceMs !== void 0 || lane.isClosed) return;
    lane.waitingSinceMs = clock2.monotonic();
    iterator.next().then(onRead, onError);
  };
}
async function openLane(crew, asked, signal) {
  const { lane, known } = asked;
  const { member: member2, question } = lane;
  beginAttempt(crew, member2);
  lane.waitingSinceMs = lane.askedAtMs;
  const answer2 = await send(crew, lane, signal);
  if (lane.isClosed) {
    answer2.discard();
    throw signal.reason;
  }
  const fit = judgeAnswer(answer2, question, known());
  if (fit.kind === "misfit") {
    lane.isMisfit = true;
    answer2.discard();
    throw fit.failure;
  }
  const atMs = crew.wire.clock.monotonic();
  lane.answer = answer2;
  lane.waitingSinceMs = void 0;
  lane.sample = { atMs, receivedBytes: 0 };
  lane.atBytes = fit.startBytes;
  lane.endBytes = fit.endBytes ?? Number.POSITIVE_INFINITY;
  if (fit.ignoresRange || answer2.headers["accept-ranges"]?.trim() === "none") member2.canRange = false;
  member2.roundTripMs = atMs - lane.askedAtMs;
  member2.validator = validatorOf(answer2.headers);
  crew.sizeBytes ??= fit.sizeBytes;
  noteAnswer(crew, lane);
}
async function send(crew, { member: member2, question }, signal) {
  const { url, authorization } = member2.candidate;
  const secret = authorization === void 0 ? {} : { authorization };
  const headers = questionHeaders(question);
  const { answerUntilMs: untilMs } = crew;
  const phases = untilMs === void 0 ? crew.phases : { ...crew.phases, untilMs };
  try {
    return await exchange(crew.wire, { url, ...secret, headers, phases }, signal);
  } catch (error2) {
    const status = error2 instanceof Failure ? error2.finding.evidence.find((item) => item.name === "status")?.value : void 0;
    if (status !== "416" || headers["range"] === void 0) throw error2;
    throw wrongPart({ url: member2.candidate.url, status: 416, headers: {} }, question);
  }
}
function retireLane(lane) {
  lane.span = void 0;
  const restBytes = lane.endBytes - lane.atBytes;
  if (lane.answer === void 0 || lane.isClosed || restBytes > LIMITS.drainBytes) freeLane(lane);
  else lane.pull();
}

// src/acquire/delivery.ts
function createDelivery(crew, request3, receiver) {
  const end2 = request3.endBytes ?? crew.sizeBytes ?? Number.POSITIVE_INFINITY;
  return {
    ...request3,
    crew,
    receiver,
    assembly: createAssembly(request3.fromBytes, end2),
    lanes: /* @__PURE__ */ new Set(),
    stop: new AbortController(),
    isJoined: false,
    wantsRoom: false,
    isPausing: false,
    round: 1,
    hasBeenPatient: false,
    impatientCount: 0,
    recent: [],
    lookDueMs: Number.POSITIVE_INFINITY,
    reader: { waiter: void 0, waitingSinceMs: 0, waitedMs: 0 },
    end: "open"
  };
}
function serve(delivery) {
  const { reader: reader2, assembly, crew } = delivery;
  const { waiter } = reader2;
  if (waiter === void 0) return;
  const chunk = takeChunk(assembly, crew);
  const isDone = chunk === void 0 && isRead(assembly);
  if (chunk === void 0 && !isDone) return;
  reader2.waiter = void 0;
  reader2.waitedMs += crew.wire.clock.monotonic() - reader2.waitingSinceMs;
  if (isDone) endDelivery(delivery, "done");
  waiter.resolve(chunk === void 0 ? { value: void 0, done: true } : { value: chunk, done: false });
}
function endDelivery(delivery, end2) {
  if (delivery.end !== "open") return;
  delivery.end = end2;
  for (const lane of delivery.lanes) freeLane(lane);
  delivery.lanes.clear();
  delivery.stop.abort();
  if (end2 === "done") return;
  const { waiter } = delivery.reader;
  delivery.reader.waiter = void 0;
  waiter?.reject(end2.error);
}
function hasHandedOver({ canSkip: canSkip2, crew }) {
  return canSkip2 && crew.firstContributor !== void 0;
}
function patience({ crew, impatientCount }, { member: member2, answer: answer2 }, firstMs) {
  const grownMs = firstMs * 2 ** Math.max(impatientCount, member2.breaker.failureCount);
  const answerMs = answer2 === void 0 ? 2 * (member2.roundTripMs ?? 0) : 0;
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
var PROGRESS_PARTS = 256;
var LEAST_PROGRESS_BYTES = 64 * 1024;

// src/acquire/all-down.ts
function allDown(delivery, shareWork2) {
  const { crew, round: round2 } = delivery;
  const able = crew.members.filter((member2) => memberAdmission(crew, member2) !== "final");
  const silent = able.filter((member2) => member2.wasGivenUpEarly);
  if (!delivery.hasBeenPatient && silent.length > 0) {
    delivery.hasBeenPatient = true;
    admit(delivery, silent);
    shareWork2(delivery);
    return;
  }
  const random = Math.min(1, Math.max(0, crew.random()));
  const reasons = [...delivery.recent, ...able.flatMap((member2) => member2.finding ?? [])];
  const pauseMs = able.length > 0 && hasHandedOver(delivery) ? backoffMs(round2, reasons, random) : void 0;
  if (pauseMs === void 0) {
    endDelivery(delivery, { error: failureOfAll(crew) });
    return;
  }
  delivery.round += 1;
  delivery.isPausing = true;
  const resume = () => {
    delivery.isPausing = false;
    admit(delivery, able);
    shareWork2(delivery);
  };
  crew.wire.clock.sleep(pauseMs, delivery.stop.signal).then(resume, () => void 0);
}
function admit({ crew }, members) {
  const nowMs = crew.wire.clock.monotonic();
  for (const member2 of members) member2.breaker = admitNow(member2.breaker, nowMs);
}
function failureOfAll({ members }) {
  const findings2 = members.flatMap((member2) => member2.finding ?? []);
  const changed3 = findings2.find(({ code }) => code === "BODY.CHANGED");
  const [first, ...rest] = changed3 === void 0 ? findings2 : [changed3, ...findings2.filter((finding2) => finding2 !== changed3)];
  return first === void 0 ? new Error("a team failed without a finding") : new Failure([first, ...rest]);
}

// src/acquire/first-answer.ts
async function firstAnswer(crew, questionOf) {
  const pending = /* @__PURE__ */ new Map();
  const waiting = crew.members.slice(0, crew.starterCount);
  try {
    for (; ; ) {
      crew.stop.signal.throwIfAborted();
      const next = waiting.shift();
      if (next !== void 0) ask2(crew, { member: next, question: questionOf(next), pending });
      if (pending.size === 0) throw failureOfAll(crew);
      const outcome2 = await firstOutcome2(crew, pending, waiting.length);
      if (outcome2 === void 0) continue;
      pending.delete(outcome2.lane);
      const answer2 = settle3(crew, outcome2);
      if (answer2 !== void 0) return answer2;
    }
  } finally {
    for (const lane of pending.keys()) {
      freeLane(lane);
      endAttempt(crew, lane.member, { end: "lost" });
    }
  }
}
function ask2(crew, asked) {
  const { member: member2, question, pending } = asked;
  const lane = createLane(crew, member2, question);
  const { validator: validator2 } = member2;
  const known = () => ({ sizeBytes: crew.sizeBytes, validator: validator2, canSkip: true });
  const outcome2 = lane.open(known).then(
    () => ({ lane, error: void 0 }),
    (error2) => ({ lane, error: error2 ?? new Error("no reason") })
  );
  pending.set(lane, outcome2);
}
async function firstOutcome2(crew, pending, waitingCount) {
  if (waitingCount === 0) return Promise.race(pending.values());
  const { clock: clock2 } = crew.wire;
  const timer = new AbortController();
  const leftMs = (crew.answerUntilMs ?? Number.POSITIVE_INFINITY) - clock2.monotonic();
  const late = clock2.sleep(hedgeDelayMs({ pendingCount: pending.size, waitingCount, leftMs }), timer.signal).catch(() => void 0);
  try {
    return await Promise.race([...pending.values(), late.then(() => void 0)]);
  } finally {
    timer.abort();
  }
}
function settle3(crew, { lane, error: error2 }) {
  const { member: member2, question } = lane;
  if (error2 === void 0) return { member: member2, lane };
  freeLane(lane);
  crew.stop.signal.throwIfAborted();
  if (!(error2 instanceof Failure)) throw error2;
  if (question.kind === "tail" && error2.code === "HTTP.RANGE") {
    member2.canRange = false;
    return { member: member2, lane: void 0 };
  }
  if (isOwnFault(error2.code)) throw error2;
  const isOther = crew.isSizeBinding && (lane.isMisfit || error2.code === "HTTP.RANGE");
  const reason = isOther ? changed(error2) : error2;
  noteFailure(crew, { failure: reason, hadProgress: false, lane });
  if (isOther) throw failureOfAll(crew);
  return void 0;
}
function changed(error2) {
  const { subject, evidence } = error2.finding;
  if (error2.code === "BODY.CHANGED") return error2;
  return failure(
    "BODY.CHANGED",
    { subject, evidence: Object.fromEntries(evidence.map(({ name, value }) => [name, value])) },
    error2
  );
}

// src/acquire/lane-failure.ts
init_failure();

// src/acquire/share-work.ts
init_failure();
init_limits();

// src/policy/segments.ts
init_limits();
function smoothedRate(before, sample) {
  return before === void 0 ? sample : (before + sample) / 2;
}
function isJoinWorthwhile(stream2) {
  const { restBytes, rate, waitShare } = stream2;
  if (rate === void 0 || waitShare <= 0.5) return false;
  return restBytes * 1e3 > rate * LIMITS.joinWorthMs;
}
function segmentBytesFor({ rate = 0, roundTripMs = 0 }, memberCount) {
  const worthBytes = rate * roundTripMs * 20 / 1e3;
  const mostBytes = Math.max(LIMITS.segmentBytes, LIMITS.windowBytes / (2 * Math.max(1, memberCount)));
  return Math.round(Math.min(Math.max(LIMITS.segmentBytes, worthBytes), mostBytes));
}
function claimBytesFor(segmentBytes, unclaimedBytes, memberCount) {
  const shareBytes = Math.ceil(unclaimedBytes / Math.max(1, memberCount));
  return Math.min(Math.max(LIMITS.segmentMinBytes, Math.min(segmentBytes, shareBytes)), unclaimedBytes);
}
function isTakeoverWorthwhile(owner, taker, restBytes) {
  if (owner.rate === void 0) return false;
  if (taker.rate === void 0) return owner.rate < 1;
  if (taker.rate < 1) return false;
  const ownerMs = restBytes * 1e3 / owner.rate;
  const takerMs = restBytes * 1e3 / taker.rate + (taker.roundTripMs ?? 0);
  return ownerMs > 2 * takerMs;
}

// src/acquire/pace.ts
init_failure();
init_limits();
init_redact();
function paceProblem(crew, lane, patienceMs) {
  const { clock: clock2 } = crew.wire;
  const subject = new URL(lane.member.candidate.url).host;
  const url = redactUrl(lane.answer?.url ?? lane.member.candidate.url);
  const silentMs = lane.waitingSinceMs === void 0 ? 0 : clock2.monotonic() - lane.waitingSinceMs;
  if (silentMs >= patienceMs) {
    const code = lane.answer === void 0 ? "HTTP.TTFB_STALL" : "BODY.STALL";
    const evidence2 = { url, "received bytes": lane.receivedBytes, "budget ms": patienceMs };
    return failure(code, { subject, evidence: evidence2 });
  }
  const { minimumRateBytesPerSecond, minimumRateWindowMs } = crew.pace;
  const waitedMs = lane.waitedMs - lane.windowStart.waitedMs;
  if (waitedMs < minimumRateWindowMs) return void 0;
  const rate = Math.round((lane.receivedBytes - lane.windowStart.receivedBytes) * 1e3 / waitedMs);
  lane.windowStart = { waitedMs: lane.waitedMs, receivedBytes: lane.receivedBytes };
  if (rate >= minimumRateBytesPerSecond) return void 0;
  const evidence = { url, "bytes per second": rate, "minimum bytes per second": minimumRateBytesPerSecond };
  return failure("BODY.SLOW", { subject, evidence });
}
function forgive(lane, lateMs, nowMs) {
  const { waitingSinceMs, windowStart } = lane;
  const presentMs = waitingSinceMs === void 0 ? 0 : Math.min(lateMs, nowMs - waitingSinceMs);
  if (waitingSinceMs !== void 0) lane.waitingSinceMs = waitingSinceMs + presentMs;
  const waitedMs = Math.min(lane.waitedMs, windowStart.waitedMs + lateMs - presentMs);
  lane.windowStart = { ...windowStart, waitedMs };
}
var SAMPLE_LEAST_MS = 50;
function sampleRate(lane, nowMs) {
  const { member: member2, sample } = lane;
  const deltaBytes = lane.receivedBytes - sample.receivedBytes;
  const deltaMs = nowMs - sample.atMs;
  if (deltaMs < (lane.answer === void 0 ? LIMITS.standstillMs : SAMPLE_LEAST_MS)) return;
  lane.sample = { atMs: nowMs, receivedBytes: lane.receivedBytes };
  if (lane.waitingSinceMs === void 0 && deltaBytes === 0) return;
  member2.rate = smoothedRate(member2.rate, deltaBytes * 1e3 / deltaMs);
}

// src/acquire/share-work.ts
function shareWork(delivery) {
  while (delivery.end === "open" && !delivery.isPausing) {
    const orphan = firstOrphan(delivery.assembly);
    const isIdle = ![...delivery.lanes].some((lane) => lane.span !== void 0);
    if (!delivery.isJoined && (orphan === void 0 || !isIdle)) return;
    const member2 = pickMember(delivery, isIdle ? orphan : void 0);
    if (member2 === void 0) {
      if (!isIdle || orphan === void 0) return;
      if (freeRetired(delivery)) continue;
      allDown(delivery, shareWork);
      return;
    }
    const span = orphan ?? claimNext(delivery, member2) ?? takeOver(delivery, member2);
    if (span === void 0) return;
    fetchSpan(delivery, member2, span);
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
function pickMember({ crew, favourite, canSkip: canSkip2 }, last2) {
  let best;
  for (const member2 of crew.members) {
    const state = member2.lane === void 0 ? memberAdmission(crew, member2) : "final";
    if (state !== "closed" && state !== "trial") continue;
    const mayReadAll = last2 !== void 0 && (canSkip2 || last2.atBytes === 0);
    if (!member2.canRange && !mayReadAll) continue;
    if (best === void 0 || isBetter(member2, best, favourite)) best = member2;
  }
  return best;
}
function isBetter(a, b, favourite) {
  if (a.canRange !== b.canRange) return a.canRange;
  if (a === favourite || b === favourite) return a === favourite;
  if (a.breaker.failureCount !== b.breaker.failureCount) return a.breaker.failureCount < b.breaker.failureCount;
  return (a.rate ?? 0) > (b.rate ?? 0);
}
function claimNext(delivery, member2) {
  const { assembly, crew } = delivery;
  const { endBytes, readAtBytes } = assembly;
  if (endBytes === Number.POSITIVE_INFINITY) return void 0;
  const count = crew.members.filter((other) => other === member2 || isUsable(crew, other)).length;
  if (frontier(assembly) === endBytes && !shortenLast(delivery, count)) return void 0;
  const startBytes = frontier(assembly);
  if (startBytes >= readAtBytes + LIMITS.windowBytes) {
    delivery.wantsRoom = true;
    return void 0;
  }
  if (count === 1) return appendSpan(assembly, endBytes - startBytes);
  return appendSpan(assembly, claimBytesFor(segmentBytesFor(member2, count), endBytes - startBytes, count));
}
function shortenLast({ assembly }, memberCount) {
  const last2 = assembly.spans.at(-1);
  const member2 = last2?.lane?.member;
  if (last2 === void 0 || member2 === void 0) return false;
  const keptBytes = segmentBytesFor(member2, memberCount);
  if (last2.endBytes - last2.atBytes < 2 * keptBytes) return false;
  last2.endBytes = last2.atBytes + keptBytes;
  return true;
}
function takeOver(delivery, member2) {
  const { assembly, crew, receiver } = delivery;
  if (!isPromising(crew, member2)) return void 0;
  for (const span of assembly.spans) {
    const { lane } = span;
    if (lane === void 0 || !isUnfinished(span)) continue;
    const isKnown = member2.rate !== void 0 && lane.member.breaker.failureCount > 0;
    const standstillMs = isKnown ? LIMITS.standstillMs : patience(delivery, lane, LIMITS.standstillMs);
    const isSilent = lane.waitingSinceMs !== void 0 && silenceMs(delivery, lane) >= standstillMs;
    const rate = isSilent ? 0 : lane.answer === void 0 ? void 0 : lane.member.rate;
    if (!isTakeoverWorthwhile({ rate }, member2, span.endBytes - span.atBytes)) continue;
    if (isSilent) {
      lane.isGivenUpEarly = true;
      receiver.onError(lane, paceProblem(crew, lane, standstillMs));
      return void 0;
    }
    releaseSpan(assembly, span);
    retireLane(lane);
    if (lane.isClosed) delivery.lanes.delete(lane);
    return firstOrphan(assembly);
  }
  return void 0;
}
function fetchSpan(delivery, member2, span) {
  const { crew, receiver } = delivery;
  const isFresh = span.atBytes === 0 && delivery.assembly.readAtBytes === 0;
  const question = questionFor(delivery, member2, span);
  const lane = createLane(crew, member2, question);
  lane.receiver = receiver;
  lane.span = span;
  span.lane = lane;
  span.member = member2;
  delivery.lanes.add(lane);
  const validator2 = isFresh ? void 0 : member2.validator;
  const known = () => ({ sizeBytes: crew.sizeBytes, validator: validator2, canSkip: canSkip(delivery, lane) });
  lane.open(known).then(() => onAnswered(delivery, lane)).catch((error2) => {
    if (!lane.isClosed) receiver.onError(lane, error2);
  });
}
function canSkip(delivery, { question, member: member2 }) {
  const { crew, lanes } = delivery;
  if (question.kind === "part" && !question.isRanged) return delivery.canSkip;
  const isAlone = [...lanes].every((lane) => lane.member === member2 || lane.span === void 0);
  return delivery.canSkip && isAlone && !crew.members.some((other) => other !== member2 && isUsable(crew, other));
}
function questionFor({ assembly, endBytes }, { canRange, validator: validator2 }, span) {
  const isWhole = span.atBytes === 0 && endBytes === void 0 && span.endBytes === assembly.endBytes;
  const end2 = span.endBytes === Number.POSITIVE_INFINITY ? void 0 : span.endBytes;
  const isRanged = canRange && !isWhole;
  return { kind: "part", startBytes: span.atBytes, endBytes: end2, isRanged, validator: isRanged ? validator2 : void 0 };
}
function onAnswered(delivery, lane) {
  const { assembly, crew, endBytes } = delivery;
  const { sizeBytes } = crew;
  if (endBytes !== void 0 && sizeBytes !== void 0 && endBytes > sizeBytes) {
    lane.isMisfit = true;
    const evidence = { "announced bytes": sizeBytes, "expected bytes": endBytes };
    throw failure("BODY.TRUNCATED", { subject: lane.member.candidate.sourceId, evidence });
  }
  if (assembly.endBytes === Number.POSITIVE_INFINITY && sizeBytes !== void 0) setEnd(assembly, sizeBytes);
  if (delivery.isJoined || delivery.reader.waiter !== void 0) lane.pull();
}

// src/acquire/lane-failure.ts
function receiveError(delivery, lane, error2) {
  if (delivery.end !== "open") return;
  if (!(error2 instanceof Failure) || isOwnFault(error2.code)) {
    endDelivery(delivery, { error: error2 });
    return;
  }
  const { span } = lane;
  const isComplete2 = span !== void 0 && !isUnfinished(span);
  freeLane(lane);
  delivery.lanes.delete(lane);
  if (span !== void 0) releaseSpan(delivery.assembly, span);
  if (span !== void 0 && (!isComplete2 || lane.isMisfit)) note(delivery, lane, error2);
  if (isComplete2 && lane.isMisfit && !hasOthers(delivery)) endDelivery(delivery, { error: failureOfAll(delivery.crew) });
  shareWork(delivery);
  serve(delivery);
}
function note(delivery, lane, failure2) {
  const { crew } = delivery;
  const { member: member2 } = lane;
  const progress = hadProgress(crew, lane, failure2.code);
  const finding2 = noteFailure(crew, { failure: failure2, hadProgress: progress, lane });
  const { code } = finding2;
  if (progress) {
    delivery.round = 1;
    delivery.hasBeenPatient = false;
    delivery.impatientCount = 0;
    delivery.recent = [];
  }
  delivery.recent.push(finding2);
  if (lane.isGivenUpEarly) delivery.impatientCount += 1;
  const isCut2 = code === "BODY.TRUNCATED" || code === "BODY.RESET";
  if (progress && isCut2) delivery.favourite = member2;
  else if (delivery.favourite === member2) delivery.favourite = void 0;
  forgetSize(delivery);
}
function hasOthers({ crew }) {
  return crew.members.some((member2) => memberAdmission(crew, member2) !== "final");
}
function forgetSize({ assembly, crew, endBytes, lanes }) {
  if (crew.isSizeBinding || crew.firstContributor !== void 0 || lanes.size > 0 || assembly.spans.length > 1) return;
  crew.sizeBytes = void 0;
  if (endBytes === void 0) setEnd(assembly, Number.POSITIVE_INFINITY);
}

// src/acquire/oversee.ts
init_limits();
function oversee(delivery) {
  const { crew, stop: stop2 } = delivery;
  const { clock: clock2 } = crew.wire;
  const { stallMs, minimumRateWindowMs } = crew.pace;
  const longestMs = Math.min(stallMs, minimumRateWindowMs);
  const watch = async () => {
    let since = { atMs: clock2.monotonic(), waitedMs: 0 };
    for (let pauseMs = LIMITS.joinAfterMs; ; pauseMs = LIMITS.sampleMs) {
      const shortMs = Math.min(pauseMs, longestMs);
      delivery.lookDueMs = clock2.monotonic() + shortMs;
      await clock2.sleep(shortMs, stop2.signal);
      if (forgiveLateness(delivery)) await clock2.sleep(0, stop2.signal);
      since = look(delivery, since);
    }
  };
  watch().catch((error2) => {
    if (!stop2.signal.aborted) endDelivery(delivery, { error: error2 });
  });
}
function forgiveLateness(delivery) {
  const nowMs = delivery.crew.wire.clock.monotonic();
  const lateMs = nowMs - delivery.lookDueMs;
  delivery.lookDueMs = Number.POSITIVE_INFINITY;
  if (lateMs > 0) for (const lane of delivery.lanes) forgive(lane, lateMs, nowMs);
  return lateMs > LIMITS.lateMs;
}
function look(delivery, since) {
  const { crew, reader: reader2 } = delivery;
  const nowMs = crew.wire.clock.monotonic();
  for (const lane of delivery.lanes) {
    sampleRate(lane, nowMs);
    noteProgress(crew, lane.member);
  }
  giveUpSlow(delivery);
  const waitedMs = reader2.waitedMs + (reader2.waiter === void 0 ? 0 : nowMs - reader2.waitingSinceMs);
  if (!delivery.isJoined && shouldJoin(delivery, (waitedMs - since.waitedMs) / Math.max(1, nowMs - since.atMs))) {
    delivery.isJoined = true;
    for (const lane of delivery.lanes) lane.pull();
  }
  if (delivery.isJoined) shareWork(delivery);
  return { atMs: nowMs, waitedMs };
}
function giveUpSlow(delivery) {
  const { crew, receiver } = delivery;
  for (const lane of [...delivery.lanes]) {
    if (lane.isClosed) continue;
    const aloneMs = lane.answer === void 0 ? Number.POSITIVE_INFINITY : crew.pace.stallMs;
    const amongOthersMs = patience(delivery, lane, LIMITS.stallAmongOthersMs);
    const limitMs = hasSubstitute(delivery, lane) ? amongOthersMs : aloneMs;
    const problem = paceProblem(crew, lane, limitMs);
    if (problem === void 0) continue;
    lane.isGivenUpEarly = limitMs < aloneMs && problem.code !== "BODY.SLOW";
    receiver.onError(lane, problem);
  }
}
function hasSubstitute(delivery, { member: member2 }) {
  const { crew } = delivery;
  const isMoving2 = ({ lane }) => lane === void 0 || silenceMs(delivery, lane) < LIMITS.standstillMs;
  return crew.members.some((other) => other !== member2 && isPromising(crew, other) && isMoving2(other));
}
function shouldJoin({ assembly, crew, lanes }, waitShare) {
  const [lane] = lanes;
  if (lane === void 0 || assembly.endBytes === Number.POSITIVE_INFINITY) return false;
  const restBytes = assembly.endBytes - assembly.readAtBytes;
  if (!isJoinWorthwhile({ restBytes, rate: lane.member.rate, waitShare })) return false;
  const others = crew.members.filter((other) => other !== lane.member && isUsable(crew, other)).length;
  return others >= (lane.member.canRange ? 1 : 2);
}

// src/acquire/receive.ts
init_failure();
init_limits();
init_redact();
function receiveBytes(delivery, lane, bytes) {
  if (lane.span === void 0) {
    drain(delivery, lane, bytes.length);
    return;
  }
  const { span } = lane;
  const skippedBytes = Math.min(bytes.length, span.atBytes - lane.atBytes);
  lane.atBytes += skippedBytes;
  const excessBytes = store(delivery, { lane, span }, skippedBytes === 0 ? bytes : bytes.subarray(skippedBytes));
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
  if (span.atBytes > LIMITS.archiveBytes) {
    const evidence = {
      url: redactUrl(lane.answer?.url ?? ""),
      "received bytes": span.atBytes,
      "limit bytes": LIMITS.archiveBytes
    };
    lane.isMisfit = true;
    throw failure("HTTP.TOO_LARGE", { subject: lane.member.candidate.sourceId, evidence });
  }
  return 0;
}
function readOn(delivery, lane, hasExcess) {
  const { assembly, reader: reader2, isJoined } = delivery;
  const { span } = lane;
  if (span === void 0 || lane.isClosed) return;
  const hasRoom = isWithinWindow(delivery, span);
  const isComplete2 = !isUnfinished(span);
  if (isComplete2 && lane.endBytes === span.endBytes) lane.pull();
  else if (isComplete2 && !hasExcess && !hasRoom && frontier(assembly) === span.endBytes) delivery.wantsRoom = true;
  else if (isComplete2 && (hasExcess || !extend(delivery, lane, span))) finishLane(delivery, lane, retireLane);
  else if (isJoined && hasRoom) lane.pull();
  else if (isJoined) delivery.wantsRoom = true;
  else if (reader2.waiter !== void 0 && span.chunks.length === 0) lane.pull();
}
function isWithinWindow({ assembly }, span) {
  const windowEnd = assembly.readAtBytes + LIMITS.windowBytes;
  return span.atBytes < windowEnd || isUnfinished(span) && span.endBytes <= windowEnd + LIMITS.windowBytes / 4;
}
function extend(delivery, lane, span) {
  const { assembly, crew, lanes } = delivery;
  if (lane.endBytes <= span.endBytes || span.endBytes === assembly.endBytes) return false;
  const orphan = firstOrphan(assembly);
  if (orphan !== void 0 && orphan.endBytes <= span.startBytes && lanes.size === 1) return false;
  if (absorbNext(assembly, span)) return true;
  if (frontier(assembly) !== span.endBytes) return false;
  const others = crew.members.filter((other) => other !== lane.member && isUsable(crew, other)).length;
  const bytes = others === 0 ? assembly.endBytes - span.endBytes : segmentBytesFor(lane.member, others + 1);
  appendSpan(assembly, bytes);
  return absorbNext(assembly, span);
}
function receiveEnd(delivery, lane) {
  const { span, member: member2 } = lane;
  const { assembly } = delivery;
  if (span?.endBytes === Number.POSITIVE_INFINITY) {
    setEnd(assembly, span.atBytes);
    lane.endBytes = span.atBytes;
  }
  if (span !== void 0 && isUnfinished(span)) {
    const subject = new URL(member2.candidate.url).host;
    const evidence = { url: redactUrl(lane.answer?.url ?? ""), "received bytes": span.atBytes, "expected bytes": span.endBytes };
    throw failure("BODY.TRUNCATED", { subject, evidence });
  }
  member2.breaker = afterSuccess(member2.breaker);
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
  return failure("BODY.TOO_LONG", {
    subject,
    evidence: { url: redactUrl(lane.answer?.url ?? ""), "expected bytes": lane.endBytes }
  });
}
function makeRoom(delivery) {
  if (!delivery.wantsRoom) return;
  delivery.wantsRoom = false;
  for (const lane of delivery.lanes) readOn(delivery, lane, false);
  shareWork(delivery);
}

// src/acquire/reading.ts
function createReading(crew, request3) {
  const receiver = {
    onBytes: (lane, bytes) => receiveBytes(delivery, lane, bytes),
    onEnd: (lane) => receiveEnd(delivery, lane),
    onError: (lane, error2) => receiveError(delivery, lane, error2)
  };
  const delivery = createDelivery(crew, request3, receiver);
  let hasBegun = false;
  return {
    next: () => {
      if (!hasBegun) {
        hasBegun = true;
        begin2(delivery, request3.first);
      }
      return read2(delivery);
    },
    return: () => {
      endDelivery(delivery, "done");
      return Promise.resolve({ value: void 0, done: true });
    },
    fail: (error2) => endDelivery(delivery, { error: error2 })
  };
}
function begin2(delivery, first) {
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
  } catch (error2) {
    receiver.onError(first, error2);
  }
}
function read2(delivery) {
  const { assembly, crew, reader: reader2 } = delivery;
  if (typeof delivery.end === "object") return Promise.reject(delivery.end.error);
  if (delivery.end === "done") return Promise.resolve({ value: void 0, done: true });
  const chunk = takeChunk(assembly, crew);
  if (chunk !== void 0) {
    makeRoom(delivery);
    return Promise.resolve({ value: chunk, done: false });
  }
  return new Promise((resolve8, reject) => {
    reader2.waiter = { resolve: resolve8, reject };
    reader2.waitingSinceMs = crew.wire.clock.monotonic();
    makeRoom(delivery);
    serve(delivery);
    if (reader2.waiter !== void 0 && !delivery.isJoined) for (const lane of delivery.lanes) lane.pull();
  });
}

// src/acquire/team-reading.ts
function shutDown({ crew, reading }, reason) {
  if (!crew.stop.signal.aborted) crew.stop.abort(reason);
  reading?.fail(reason);
  for (const { lane } of crew.members) if (lane !== void 0) freeLane(lane);
}
function start(state, first) {
  state.started ??= ask3(state, first);
  return state.started;
}
async function ask3(state, first) {
  const { crew, keptBytes } = state;
  crew.stop.signal.throwIfAborted();
  if (first === "stream" && keptBytes > 0 && keptBytes === crew.sizeBytes) return;
  const question = ({ validator: validator2 }) => {
    if (first !== "stream") return { kind: "tail", bytes: first.tailBytes };
    return { kind: "part", startBytes: keptBytes, endBytes: void 0, isRanged: keptBytes > 0, validator: validator2 };
  };
  const answer2 = await firstAnswer(crew, question);
  crew.answerUntilMs = void 0;
  state.favourite = answer2.member;
  state.unread = answer2.lane;
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
  const reading = createReading(crew, { fromBytes, endBytes: void 0, canSkip: false, favourite, first });
  state.reading = reading;
  const chunks = [];
  for (let read5 = await reading.next(); read5.done !== true; read5 = await reading.next()) chunks.push(read5.value);
  return { start: fromBytes, data: Buffer.concat(chunks), sizeBytes };
}
function stream(state, part) {
  const open2 = async () => {
    if (part.endBytes !== part.fromBytes) await start(state, "stream");
    const { crew, favourite, unread } = state;
    crew.stop.signal.throwIfAborted();
    const first = unread !== void 0 && unread.atBytes <= part.fromBytes ? unread : void 0;
    if (first === void 0 && unread !== void 0) freeLane(unread);
    state.unread = void 0;
    state.reading = createReading(crew, { ...part, canSkip: true, favourite, first });
    return state.reading;
  };
  return { [Symbol.asyncIterator]: () => lazily(open2) };
}
function lazily(open2) {
  let reading;
  let hasLeft = false;
  const first = async () => {
    reading = await open2();
    return hasLeft ? reading.return() : reading.next();
  };
  return {
    next: () => reading?.next() ?? first(),
    return: () => {
      hasLeft = true;
      return reading?.return() ?? Promise.resolve({ value: void 0, done: true });
    }
  };
}

// src/acquire/team.ts
function openTeam(request3, signal) {
  const crew = createCrew(request3);
  const state = {
    crew,
    keptBytes: request3.kept?.bytes ?? 0,
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
    stream: (end2, from) => stream(state, { endBytes: end2, fromBytes: from ?? 0 }),
    contributors: () => crew.members.filter((member2) => member2.deliveredBytes > 0).map((member2) => member2.candidate),
    validator: () => validator(crew),
    end: (outcome2) => endAttempts(crew, outcome2),
    close: () => {
      signal.removeEventListener("abort", onAbort);
      shutDown(state, failure("BODY.RESET", { subject: "download", evidence: { reason: "closed here" } }));
      for (const member2 of crew.members) endAttempt(crew, member2, { end: "lost" });
    }
  };
}
function createCrew({
  candidates,
  starterCount = candidates.length,
  kept: kept2,
  phases = ARCHIVE_PHASES,
  pace = LIMITS,
  ...means
}) {
  const members = candidates.map(createMember);
  for (const member2 of members) {
    if (kept2 !== void 0 && redactUrl(member2.candidate.url) === kept2.url) member2.validator = kept2.tag;
  }
  return {
    ...means,
    phases,
    pace,
    members,
    starterCount,
    stop: new AbortController(),
    sizeBytes: kept2?.sizeBytes,
    isSizeBinding: kept2 !== void 0,
    answerUntilMs: void 0,
    firstContributor: void 0
  };
}
function validator({ firstContributor, sizeBytes }) {
  if (firstContributor === void 0) return void 0;
  return { url: redactUrl(firstContributor.candidate.url), tag: firstContributor.validator, sizeBytes };
}
function endAttempts(crew, outcome2) {
  const open2 = crew.members.filter((member2) => member2.attempt !== void 0);
  const best = open2.reduce(
    (most, member2) => member2.deliveredBytes > (most?.deliveredBytes ?? 0) ? member2 : most,
    void 0
  );
  const isMeant = (member2) => best === void 0 ? member2 === open2[0] : member2.deliveredBytes > 0;
  for (const member2 of open2) {
    if (!isMeant(member2) || best === void 0 && outcome2 === "accepted") endAttempt(crew, member2, { end: "lost" });
    else if (outcome2 !== "accepted") endAttempt(crew, member2, { end: "failed", finding: outcome2 });
    else endAttempt(crew, member2, { end: member2 === best ? "won" : "shared" });
  }
}

// src/steps/teams.ts
init_failure();
init_finding();
init_limits();
init_redact();

// src/steps/local-path.ts
var import_node_url = require("node:url");
init_failure();
init_redact();
function pathOf(url) {
  if (!/^file:/iu.test(url)) return void 0;
  try {
    return (0, import_node_url.fileURLToPath)(url);
  } catch {
    return void 0;
  }
}
function requiredPathOf(url) {
  const path3 = pathOf(url);
  if (path3 !== void 0) return path3;
  throw failure("FS.NOT_FOUND", { subject: redactUrl(url), evidence: { problem: "the address names no path of this machine" } });
}

// src/steps/teams.ts
function teamOf(candidate, others) {
  const mayMix = (one2) => !others.alone.includes(one2) && !one2.url.startsWith("file:");
  if (!mayMix(candidate)) return [candidate];
  return [candidate, ...others.candidates.filter((other) => other !== candidate && mayMix(other) && isSameFile(candidate, other))];
}
function isSameFile(one2, other) {
  return one2.fileName === other.fileName && one2.format === other.format && one2.layout === other.layout;
}
function openCrowd(context, {
  team: members,
  nextAttempt,
  spool: spool2
}, signal) {
  const [first] = members;
  if (first.url.startsWith("file:")) return openFile(context, first, nextAttempt);
  const { machine, emit } = context;
  const request3 = {
    wire: machine,
    candidates: members,
    starterCount: 1,
    nextAttempt,
    emit,
    random: () => randomFraction(context)
  };
  const question = first.format === "zip" ? { tailBytes: LIMITS.zipTailBytes } : "stream";
  let kept2 = spool2.kept(first.fileName);
  let team = openTeam({ ...request3, ...kept2 === void 0 ? {} : { kept: kept2 } }, signal);
  const restart = () => {
    team.close();
    kept2 = void 0;
    team = openTeam(request3, signal);
    return team.start(question);
  };
  return {
    start: (untilMs) => team.start(question, untilMs).catch((error2) => {
      if (kept2 !== void 0 && error2 instanceof Failure && error2.code === "BODY.CHANGED") return restart();
      throw error2;
    }),
    restart,
    get keptBytes() {
      return kept2?.bytes ?? 0;
    },
    validator: () => team.validator(),
    get sizeBytes() {
      return team.sizeBytes;
    },
    tail: (bytes) => team.tail(bytes),
    stream: (to, from) => team.stream(to, from),
    contributors: () => team.contributors(),
    end: (outcome2) => team.end(outcome2),
    close: () => team.close()
  };
}
function openSilently(context, candidate, signal) {
  const { machine } = context;
  const silence = { emit: () => void 0, nextAttempt: () => 0, random: () => 0.5 };
  return openTeam({ wire: machine, candidates: [candidate], ...silence }, signal);
}
function ofSource(failure2, sources) {
  const [first, ...rest] = failure2.findings;
  if (sources.some(({ sourceId }) => sourceId === first.subject)) return failure2;
  return new Failure([aboutSource(first, sources[0].sourceId), ...rest], failure2);
}
function randomFraction({ machine }) {
  return Number.parseInt(machine.randomName().slice(0, 4), 16) / 65535 || 0;
}
function openFile({ machine, emit }, candidate, nextAttempt) {
  const attempt2 = nextAttempt();
  let archive2;
  let isOpen = false;
  const end2 = (how) => {
    if (!isOpen) return;
    isOpen = false;
    const bytes = archive2?.sizeBytes ?? 0;
    emit({
      type: "attempt-ended",
      attempt: attempt2,
      bytes,
      ...typeof how === "string" ? { end: how } : { end: "failed", finding: how }
    });
  };
  const opened = () => {
    if (archive2 === void 0) throw new Error("read before it was opened");
    return archive2;
  };
  return {
    async start() {
      isOpen = true;
      emit({ type: "attempt-started", attempt: attempt2, source: candidate.sourceId, url: redactUrl(candidate.url) });
      try {
        archive2 = await openLocalArchive({ files: machine.files, path: requiredPathOf(candidate.url) });
        emit({ type: "attempt-answered", attempt: attempt2, ...archive2.sizeBytes === void 0 ? {} : { sizeBytes: archive2.sizeBytes } });
      } catch (error2) {
        if (error2 instanceof Failure) end2(error2.finding);
        throw error2;
      }
    },
    restart: () => Promise.resolve(),
    keptBytes: 0,
    validator: () => void 0,
    get sizeBytes() {
      return archive2?.sizeBytes;
    },
    tail: (bytes) => opened().tail(bytes),
    stream: (to) => opened().stream(to),
    contributors: () => [candidate],
    end: (outcome2) => end2(outcome2 === "accepted" ? "won" : outcome2),
    close: () => end2("lost")
  };
}

// src/steps/first-to-answer.ts
async function firstToAnswer(context, work, signal) {
  const forMs = Math.max(LIMITS.answerMs - (work.vainMs ?? 0), LIMITS.answerLeastMs);
  const untilMs = context.machine.clock.monotonic() + forMs;
  const waiting = [...work.teams];
  const running = /* @__PURE__ */ new Map();
  const failed2 = [];
  const findings2 = [];
  try {
    for (; ; ) {
      const next = await nextOutcome(context, { waiting, running, untilMs }, signal);
      if (next === "none") return { answered: void 0, failed: failed2, findings: findings2 };
      if (next === "late") {
        ask4(context, { ...work, waiting, running, untilMs }, signal);
        continue;
      }
      const { team, crowd, failure: failure2 } = next;
      const asked = [...running.keys()].find((each) => each.crowd === crowd);
      if (asked !== void 0) running.delete(asked);
      if (failure2 === void 0) return { answered: { team, crowd }, failed: failed2, findings: findings2 };
      crowd.close();
      if (isOwnFault(failure2.code)) throw failure2;
      failed2.push(team[0]);
      findings2.push(failure2.finding);
      ask4(context, { ...work, waiting, running, untilMs }, signal);
    }
  } finally {
    for (const { crowd } of running.keys()) crowd.close();
  }
}
function hedgeOf({ machine }, { waiting, running, untilMs }) {
  return { pendingCount: running.size, waitingCount: waiting.length, leftMs: untilMs - machine.clock.monotonic() };
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
function ask4(context, work, signal) {
  const team = work.waiting.shift();
  if (team === void 0) return;
  const [candidate] = team;
  const crowd = openCrowd(context, { ...work, team }, AbortSignal.any([signal]));
  const asked = { team, crowd };
  const { clock: clock2 } = context.machine;
  const isAlive2 = work.alive?.has(candidate.sourceId) === true;
  const answerUntilMs = isAlive2 ? void 0 : clock2.monotonic() + answerBudgetMs(hedgeOf(context, work));
  const outcome2 = answerOf(candidate, { clock: clock2, started: crowd.start(answerUntilMs), proofs: work.proofs }).then(
    () => ({ ...asked, failure: void 0 }),
    (error2) => {
      signal.throwIfAborted();
      if (!(error2 instanceof Failure)) throw error2;
      const failure2 = ofSource(error2, team);
      crowd.end(failure2.finding);
      return { ...asked, failure: failure2 };
    }
  );
  outcome2.catch(() => void 0);
  work.running.set(asked, outcome2);
}
async function answerOf(candidate, asked) {
  const { clock: clock2, started, proofs } = asked;
  const settled = new AbortController();
  let unreachable2;
  const vouching = proofs.ofArchive(candidate).catch(async (error2) => {
    if (error2 instanceof Failure && error2.code === "SUM.UNREACHABLE") {
      unreachable2 = error2;
      await clock2.sleep(LIMITS.unprovedGraceMs, settled.signal);
    }
    throw error2;
  });
  try {
    await Promise.race([started, vouching.then(() => started)]);
    if (unreachable2 !== void 0) throw unreachable2;
  } finally {
    settled.abort();
  }
}

// src/steps/acquire.ts
async function acquire(context, work, signal) {
  const { clock: clock2 } = context.machine;
  const all = [];
  let { candidates, vainMs = 0 } = work;
  for (let round2 = 1; ; round2 += 1) {
    const startMs = clock2.monotonic();
    const outcome2 = await askAll(context, { ...work, candidates, vainMs }, signal);
    if ("stage" in outcome2) return outcome2;
    vainMs += clock2.monotonic() - startMs;
    all.push(...outcome2.findings);
    const reasons = [...outcome2.findings, ...isUnproved(outcome2) ? work.proofs.momentary?.() ?? [] : []];
    const pauseMs = backoffMs(round2, reasons, randomFraction(context));
    if (pauseMs === void 0 || vainMs > LIMITS.patientRoundMs) return { findings: inOrder(all, work.candidates) };
    await clock2.sleep(pauseMs, signal);
    work.proofs.askAgain?.();
    candidates = candidates.filter(({ sourceId }) => mayHeal(sourceId, outcome2));
  }
}
function isUnproved({ findings: findings2 }) {
  return findings2.some(({ code }) => code === "SUM.UNREACHABLE");
}
function mayHeal(sourceId, outcome2) {
  const own = outcome2.findings.filter(({ subject }) => subject === sourceId);
  if (own.length === 0) return isUnproved(outcome2);
  return own.some((finding2) => isTemporary(finding2) || finding2.code === "SUM.UNREACHABLE");
}
function inOrder(findings2, candidates) {
  const rank3 = ({ subject }) => {
    const at = candidates.findIndex(({ sourceId }) => sourceId === subject);
    return at === -1 ? candidates.length : at;
  };
  return [...findings2].sort((a, b) => rank3(a) - rank3(b));
}
async function askAll(context, work, signal) {
  const { candidates } = work;
  const alone = context.inputs.verification === "source" ? candidates : [];
  let round2 = { candidates, alone, mayRestart: true, findings: [] };
  for (let vainMs = work.vainMs ?? 0; ; vainMs = 0) {
    const teams = round2.candidates.map((candidate) => teamOf(candidate, round2));
    const first = await firstToAnswer(context, { ...work, teams, vainMs }, signal);
    round2 = without(round2, first.failed, first.findings);
    if (first.answered === void 0) return round2;
    const outcome2 = await attemptTeam(context, { ...work, ...first.answered, round: round2 }, signal);
    if ("stage" in outcome2) return outcome2;
    round2 = outcome2;
  }
}
async function attemptTeam(context, work, signal) {
  const { team, crowd, round: round2 } = work;
  try {
    return await attempt(context, { ...work, candidate: team[0] }, signal);
  } catch (error2) {
    signal.throwIfAborted();
    if (!(error2 instanceof Failure) || isOwnFault(error2.code)) throw error2;
    const [first = team[0], ...others] = crowd.contributors();
    const blamed = [first, ...others];
    const failure2 = ofSource(error2, isContentFault(error2.code) ? blamed : team);
    crowd.end(failure2.finding);
    return afterFailure2(round2, failure2, { team, blamed });
  } finally {
    crowd.close();
  }
}
function afterFailure2(round2, error2, { team, blamed }) {
  if (error2.code === "BODY.CHANGED" && round2.mayRestart) return { ...round2, mayRestart: false };
  if (error2.code.startsWith("SUM.")) return without(round2, team, [error2.finding]);
  if (!isContentFault(error2.code)) return without(withoutFailed(round2, error2.findings), blamed, []);
  if (blamed.length > 1) return { ...round2, alone: [...round2.alone, ...blamed] };
  return without(round2, blamed, [error2.finding]);
}
function without(round2, gone, findings2) {
  const candidates = round2.candidates.filter((candidate) => !gone.includes(candidate));
  return { ...round2, candidates, findings: [...round2.findings, ...findings2] };
}
function withoutFailed(round2, findings2) {
  const failed2 = new Set(findings2.map(({ subject }) => subject));
  const gone = round2.candidates.filter(({ sourceId }) => failed2.has(sourceId));
  return without(round2, gone, findings2);
}

// src/steps/private-entry.ts
init_finding();
async function findPrivate(context, wanted, signal) {
  for (const { build, place } of await entries2(context, wanted.base)) {
    if (!isWanted2(build, wanted.spec)) continue;
    const proof = await proveEntry(context, place, signal);
    if (proof === void 0) continue;
    context.emit({ type: "proved", proof });
    const name = privateVersionText(build);
    return { version: build.version, name, root: place.root, from: "tool-cache", place };
  }
  return void 0;
}
async function entries2({ machine, destination, platform: platform3 }, base) {
  if (destination !== void 0) {
    const place = destinationPlace(destination);
    const build = parsePrivateVersion((await findEntry(place, machine.files))?.versionLine?.trim() ?? "");
    return build === void 0 ? [] : [{ build, place }];
  }
  const tool = privateTool(base);
  const toolCache = machine.toolCache.directory;
  return machine.toolCache.versions(tool, platform3.cacheArch).flatMap((name) => parsePrivateVersion(name) ?? []).sort((a, b) => compareVersions(b.version, a.version) || bySuffix(b.suffix, a.suffix)).map((build) => ({ build, place: toolPlace({ toolCache, tool, name: privateVersionName(build), platform: platform3 }) }));
}
function bySuffix(a, b) {
  return a.localeCompare(b, "en", { numeric: true });
}
function isWanted2(build, spec) {
  const text2 = spec.text.replace(/^(?:go|v)/u, "");
  if (text2 === privateVersionText(build) || text2 === privateVersionName(build)) return true;
  const isNamed = spec.kind === "exact" && build.suffix !== "";
  return !isNamed && spec.kind !== "alias" && matching(spec, [{ version: build.version, stable: true }]).length > 0;
}
async function proveEntry({ machine, inputs, emit }, place, signal) {
  const entry = await findEntry(place, machine.files);
  const record3 = entry?.receipt === void 0 ? void 0 : readPrivateRecord(entry.receipt);
  const pin = inputs.checksum;
  if (record3 === void 0 || pin?.kind === "sha256" || pin === void 0 && inputs.verification !== "source") return void 0;
  const { moduleName: moduleName2, tree, root } = record3;
  const reader2 = machine.files.tree;
  const found = await hashInstalledTree({ reader: reader2, root: place.root, moduleName: moduleName2 }, signal);
  if (pin !== void 0) {
    const isPinned = found.tree === pin.text;
    return isPinned ? { kind: "pinned-checksum", root: "checksum input", value: found.tree, detail: "pinned by the user" } : void 0;
  }
  if (found.tree !== tree) {
    emit({
      type: "finding",
      finding: finding("VER.CACHE_DAMAGED", { subject: place.root, evidence: { expected: tree, got: found.tree } })
    });
    return void 0;
  }
  const message = "The source vouched for itself when this build was installed: it is unchanged since, and that is all that is known";
  emit({ type: "finding", finding: finding("VER.NO_PROOF", { subject: root, severity: "warning", message }) });
  return { kind: "source-listing", root, value: tree, detail: "as recorded when it was installed" };
}

// src/acquire/release-index.ts
init_failure();
init_finding();
init_limits();
init_redact();

// src/policy/release-union.ts
function uniteReleases(lists) {
  const mentions = /* @__PURE__ */ new Map();
  for (const { source, isComplete: isComplete2, releases } of lists) {
    for (const release2 of releases) {
      const key = versionSemver(release2.version);
      const entry = mentions.get(key) ?? { version: release2.version, by: [] };
      mentions.set(key, entry);
      entry.by.push({ source, isComplete: isComplete2, release: release2 });
    }
  }
  return [...mentions.values()].map(unite).sort((a, b) => compareVersions(b.version, a.version));
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
  const byKey = /* @__PURE__ */ new Map();
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
  return [
    { fileName, goos, goarch, ...sha256 === void 0 ? {} : { sha256 }, ...sizeBytes === void 0 ? {} : { sizeBytes } }
  ];
}
function onlyValue(values) {
  const [value, ...others] = new Set(values.filter((candidate) => candidate !== void 0));
  return others.length === 0 ? value : void 0;
}

// src/acquire/stand-in.ts
init_finding();
function standInWarnings(state) {
  const { kept: kept2, failures, isTableAlone } = state;
  if (kept2 !== void 0) return [stale(kept2, failures)];
  return failures.length > 0 && isTableAlone ? [tableAlone(failures)] : [];
}
function tableAlone(failures) {
  return finding("LIST.UNAVAILABLE", {
    subject: "table",
    severity: "warning",
    evidence: {
      reason: "no list could be read, so the table that is shipped answers: newer releases are not known",
      "lists that failed": failedLists(failures)
    }
  });
}
function stale({ ageMs, readAtMs }, failures) {
  return finding("LIST.STALE", {
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
  return failures.map((failure2) => `${failure2.subject} (${failure2.code})`).join(", ");
}
function ageText(ms) {
  const minutes = Math.floor(ms / 6e4);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / (24 * 60))} days`;
}

// src/acquire/release-index.ts
async function readReleaseIndex(request3, signal) {
  const fileLists = (request3.fileLists ?? []).map((list2) => ({ ...list2, isComplete: false }));
  const outcomes = await readAll(request3, signal);
  const lists = [...fileLists];
  const failures = [];
  const silent = /* @__PURE__ */ new Set();
  for (const outcome2 of outcomes) {
    if ("releases" in outcome2) lists.push(outcome2);
    else {
      failures.push(outcome2.finding);
      if (isSilence(outcome2.finding.code)) silent.add(outcome2.source);
    }
  }
  const complete = lists.filter((list2) => list2.isComplete);
  if (complete.length > 0) await request3.kept?.keep(uniteReleases(complete));
  const hasRead = lists.length > fileLists.length;
  const kept2 = hasRead ? void 0 : await request3.kept?.read();
  const known = [...standIns("table", request3.table), ...standIns("kept", kept2?.releases)];
  return {
    releases: uniteReleases([...lists, ...known]),
    answered: lists.map((list2) => list2.source),
    failures,
    silent,
    warnings: standInWarnings({ kept: kept2, failures, isTableAlone: lists.length === 0 && known.length > 0 }),
    isComplete: complete.length > 0
  };
}
function standIns(source, releases) {
  return releases === void 0 ? [] : [{ source, isComplete: false, releases }];
}
async function readAll(request3, signal) {
  const enough = new AbortController();
  const settled = new AbortController();
  const { clock: clock2 } = request3.wire;
  let grace;
  const readings = fetchable(request3.sources).map(async ({ source, listing }) => {
    const outcome2 = await readOne({ request: request3, source, listing, enough: enough.signal }, signal);
    if ("releases" in outcome2)
      grace ??= clock2.sleep(LIMITS.listingGraceMs, settled.signal).then(() => enough.abort(), ignoreAbort);
    return outcome2;
  });
  try {
    return await Promise.all(readings);
  } finally {
    settled.abort();
    await grace;
  }
}
function ignoreAbort() {
}
function fetchable(sources) {
  return sources.flatMap((source) => {
    const listing = source.listing();
    return listing !== void 0 && /^https?:/iu.test(listing.url) ? [{ source, listing }] : [];
  });
}
async function readOne(reading, signal) {
  const { request: request3, source, listing, enough } = reading;
  const { emit, wire } = request3;
  const startMs = wire.clock.monotonic();
  const event = () => ({
    type: "listing-read",
    source: source.id,
    url: redactUrl(listing.url),
    ms: Math.round(wire.clock.monotonic() - startMs)
  });
  try {
    const releases = await fetchListing(wire, listing, AbortSignal.any([signal, enough]));
    emit({ ...event(), count: releases.length });
    return { source: source.id, isComplete: isCompleteList(source), releases };
  } catch (error2) {
    if (signal.aborted) throw signal.reason;
    if (!(error2 instanceof Failure) && !enough.aborted) throw error2;
    const why = error2 instanceof Failure ? error2.finding : cutOff2(source, listing);
    emit({ ...event(), code: why.code });
    return { source: source.id, finding: why };
  }
}
async function fetchListing(wire, listing, signal) {
  const { url, authorization } = listing;
  const limits = { phases: LISTING_PHASES, maxBytes: LIMITS.listingBytes, totalMs: LIMITS.metadataBodyMs };
  const answer2 = await fetchBytes(wire, { url, ...authorization === void 0 ? {} : { authorization }, ...limits }, signal);
  return listing.parse(answer2.bytes);
}
function isSilence(code) {
  return !/^(?:HTTP|LIST)\./u.test(code) || code === "HTTP.TTFB_STALL" || code === "HTTP.EMPTY";
}
function isCompleteList(source) {
  return source.kind === "official" || source.kind === "mirror";
}
function cutOff2(source, listing) {
  return finding("LIST.UNAVAILABLE", {
    subject: source.id,
    severity: "info",
    evidence: { url: redactUrl(listing.url), reason: "another list had answered", "waited ms": LIMITS.listingGraceMs }
  });
}

// src/acquire/resolve-version.ts
init_failure();
init_limits();

// src/acquire/patch-probe.ts
init_limits();
var ROUND_COUNT = 8;
async function probeNewerPatch(probe, signal) {
  if (probe.newest.prerelease !== void 0) return probe.newest;
  const done = new AbortController();
  const over = new AbortController();
  const budget = probe.clock.sleep(LIMITS.patchProbeMs, done.signal).then(
    () => over.abort(),
    () => void 0
  );
  const until = AbortSignal.any([signal, over.signal]);
  let best = probe.newest;
  try {
    for (let round2 = 0; round2 < ROUND_COUNT && !until.aborted; round2 += 1) {
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
  const [two, one2] = [2, 1].map((step5) => ({ ...version, patch: version.patch + step5 }));
  if (one2 === void 0 || two === void 0) return void 0;
  const [hasTwo, hasOne] = await Promise.all([probe.exists(two, signal), probe.exists(one2, signal)]);
  if (hasTwo) return two;
  return hasOne ? one2 : void 0;
}

// src/acquire/resolve-version.ts
async function resolveVersion(request3, signal) {
  const { spec } = request3;
  if (spec.kind === "exact") {
    const release2 = { version: spec.version, stable: spec.version.prerelease === void 0, files: [] };
    const exact = { ...release2, learntFrom: ["request"], isComplete: false };
    return { candidates: [exact], warnings: aboveMinimum(request3, [exact]).warnings, index: void 0 };
  }
  const index = await readReleaseIndex(request3, signal);
  const newer = index.isComplete ? [] : await probedReleases(request3, index, signal);
  const releases = [...newer, ...index.releases];
  const { candidates, warnings } = chooseReleases(request3, { ...index, releases });
  return { candidates, warnings: [...warnings, ...index.warnings], index };
}
async function probedReleases(request3, index, signal) {
  const [newest2] = matching(request3.spec, index.releases);
  const probing = request3.sources.filter((source) => source.probe !== void 0 && !index.silent.has(source.id));
  if (newest2 === void 0 || probing.length === 0) return [];
  const confirmedBy = /* @__PURE__ */ new Map();
  const exists = async (version2, until) => {
    const answers = await Promise.all(probing.map((source) => confirms({ ...request3, source, version: version2, outer: signal }, until)));
    const ids = probing.filter((_, index2) => answers[index2] === true).map((source) => source.id);
    confirmedBy.set(versionText(version2), ids);
    return ids.length > 0;
  };
  const version = await probeNewerPatch({ newest: newest2.version, clock: request3.wire.clock, exists }, signal);
  if (sameVersion(version, newest2.version)) return [];
  const learntFrom = [...confirmedBy.get(versionText(version)) ?? []].sort();
  return [{ version, stable: true, files: [], learntFrom, isComplete: false }];
}
async function confirms(question, signal) {
  const { wire, source, version, platform: platform3, outer } = question;
  const probe = source.probe?.(version, platform3);
  if (probe === void 0 || !/^https?:/iu.test(probe.url)) return false;
  const { url, authorization } = probe;
  const limits = { phases: METADATA_PHASES, maxBytes: LIMITS.sumdbAnswerBytes, totalMs: LIMITS.metadataBodyMs };
  try {
    const answer2 = await fetchBytes(wire, { url, ...authorization === void 0 ? {} : { authorization }, ...limits }, signal);
    return probe.confirms(answer2.bytes);
  } catch (error2) {
    outer.throwIfAborted();
    if (error2 instanceof Failure || signal.aborted) return false;
    throw error2;
  }
}

// src/steps/resolve.ts
init_failure();
init_limits();
init_context();

// src/steps/offline-not-found.ts
var import_node_path13 = require("node:path");
init_failure();
init_finding();
init_product();

// src/steps/version-lists.ts
var import_node_path12 = require("node:path");

// src/acquire/kept-listing.ts
var import_node_path11 = require("node:path");
init_failure();
init_json_object();
init_limits();
var FILE = "versions.json";
var SCHEMA3 = "setup-go-robust/versions@1";
function createListingStore(options) {
  return {
    read: () => forgiving(() => read3(options), void 0),
    keep: async (releases) => {
      if (options.isWritable && releases.length > 0) await forgiving(() => keep(options, releases), void 0);
    }
  };
}
async function forgiving(work, otherwise) {
  try {
    return await work();
  } catch (error2) {
    if (error2 instanceof Failure) return otherwise;
    throw error2;
  }
}
async function read3({ directory: directory2, files, clock: clock2 }) {
  const path3 = (0, import_node_path11.join)(directory2, FILE);
  const stat3 = await files.stat(path3);
  if (stat3?.kind !== "file" || stat3.sizeBytes > LIMITS.keptListingBytes) return void 0;
  const kept2 = parseKeptListing(await files.read(path3, LIMITS.keptListingBytes));
  if (kept2 === void 0) return void 0;
  const ageMs = clock2.now() - kept2.readAtMs;
  return ageMs < 0 || ageMs > LIMITS.keptListingMs ? void 0 : { ...kept2, ageMs };
}
async function keep(options, releases) {
  const { directory: directory2, files, clock: clock2 } = options;
  await files.makeDirectory(directory2);
  const fresh = (0, import_node_path11.join)(directory2, `${FILE}.${options.randomName()}`);
  try {
    await files.write(fresh, keptListingText(releases, clock2.now()), { exclusive: true });
    await files.rename(fresh, (0, import_node_path11.join)(directory2, FILE));
  } catch (error2) {
    await files.remove(fresh).catch(() => void 0);
    throw error2;
  }
  await sweep(options);
}
async function sweep({ directory: directory2, files, clock: clock2 }) {
  for (const name of await files.list(directory2)) {
    if (!name.startsWith(`${FILE}.`)) continue;
    const stat3 = await files.stat((0, import_node_path11.join)(directory2, name));
    if (stat3 !== void 0 && clock2.now() - stat3.mtimeMs > LIMITS.stagingMaxAgeMs) await files.remove((0, import_node_path11.join)(directory2, name));
  }
}
function keptListingText(releases, nowMs) {
  const newest2 = newestFirst(releases).slice(0, LIMITS.keptReleaseCount);
  const names2 = (isStable2) => newest2.filter(({ stable }) => stable === isStable2).map(({ version }) => versionText(version));
  const listing = { schema: SCHEMA3, readAt: new Date(nowMs).toISOString(), stable: names2(true), unstable: names2(false) };
  return `${JSON.stringify(listing)}
`;
}
function parseKeptListing(bytes) {
  if (bytes.length > LIMITS.keptListingBytes) return void 0;
  const { schema, readAt, stable, unstable } = parseJsonObject(Buffer.from(bytes).toString("utf8")) ?? {};
  if (schema !== SCHEMA3 || typeof readAt !== "string") return void 0;
  const readAtMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(readAt) ? Date.parse(readAt) : Number.NaN;
  const known = versionsOf(stable);
  const early = versionsOf(unstable);
  if (Number.isNaN(readAtMs) || known === void 0 || early === void 0) return void 0;
  const releases = [
    ...known.map((version) => ({ version, stable: true, files: [] })),
    ...early.map((version) => ({ version, stable: false, files: [] }))
  ];
  return releases.length > LIMITS.keptReleaseCount ? void 0 : { releases: newestFirst(releases), readAtMs };
}
function versionsOf(names2) {
  if (!Array.isArray(names2)) return void 0;
  const versions = names2.map((name) => typeof name === "string" ? parseGoVersion(name) : void 0);
  return versions.every((version) => version !== void 0) ? versions : void 0;
}

// src/steps/version-lists.ts
init_failure();
init_limits();
init_product();
init_redact();
function listen(context, sources) {
  const { clock: clock2 } = context.machine;
  const startMs = clock2.monotonic();
  const ids = new Set(sources.map(({ id }) => id));
  const silent = /* @__PURE__ */ new Set();
  const others = /* @__PURE__ */ new Set();
  const alive = /* @__PURE__ */ new Set();
  const note3 = (event) => {
    if (event.type !== "listing-read" || !ids.has(event.source) || !/^https?:/iu.test(event.url)) return;
    const { code, source } = event;
    if (code === void 0) alive.add(source);
    else if (isSilence(code)) silent.add(source);
    else others.add(source);
  };
  const emit = (event) => {
    note3(event);
    context.emit(event);
  };
  const heard = () => {
    const isVain = silent.size > 0 && alive.size === 0 && others.size === 0;
    return { silent, alive, vainMs: isVain ? clock2.monotonic() - startMs : 0 };
  };
  return { context: { ...context, emit }, heard };
}
async function indexRequest(context, sources) {
  const { machine, emit, inputs } = context;
  const table2 = await context.releaseTable();
  return {
    wire: machine,
    sources: inputs.offline ? [] : sources.archives,
    table: table2 === void 0 ? void 0 : releasesOf(table2),
    fileLists: await readFileLists(context, sources.archives),
    kept: keptListing(context, { isWritable: false }),
    emit
  };
}
function keptListing({ machine, destination }, mode) {
  const { files, clock: clock2, toolCache } = machine;
  return createListingStore({
    directory: (0, import_node_path12.join)(toolCache.directory, PRODUCT.name),
    files,
    clock: clock2,
    randomName: () => machine.randomName(),
    isWritable: mode.isWritable && destination === void 0
  });
}
function releasesOf(table2) {
  return table2.knownVersions.map((version) => ({ version, stable: version.prerelease === void 0, files: table2.files(version) }));
}
async function readFileLists(context, sources) {
  const lists = await Promise.all([readDirectories(context, sources), readLocalProxies(context, sources)]);
  return lists.flat();
}
async function readDirectories(context, sources) {
  const { machine, inputs } = context;
  const directories = inputs.sources.flatMap((spec) => spec.kind === "base" && /^file:/iu.test(spec.url) ? [spec.url] : []);
  const ids = sources.filter(({ kind, id }) => kind === "file" && id.startsWith("file")).map(({ id }) => id);
  return Promise.all(
    directories.map(async (url, index) => {
      const path3 = pathOf(url);
      const names2 = path3 === void 0 ? [] : await machine.files.list(path3);
      return { source: ids[index] ?? "file", releases: forPlatform(context, listFileDirectory(names2)) };
    })
  );
}
async function readLocalProxies(context, sources) {
  const lists = await Promise.all(
    sources.map(async (source) => {
      const listing = source.listing();
      const path3 = listing === void 0 ? void 0 : pathOf(listing.url);
      return listing === void 0 || path3 === void 0 ? [] : readLocalList(context, { source, listing, path: path3 });
    })
  );
  return lists.flat();
}
async function readLocalList(context, local) {
  const { machine, emit } = context;
  const { source, listing, path: path3 } = local;
  const startMs = machine.clock.monotonic();
  const told = { type: "listing-read", source: source.id, url: redactUrl(listing.url) };
  const ms = () => Math.round(machine.clock.monotonic() - startMs);
  try {
    const releases = forPlatform(context, listing.parse(await machine.files.read(path3, LIMITS.listingBytes)));
    emit({ ...told, ms: ms(), count: releases.length });
    return [{ source: source.id, releases }];
  } catch (error2) {
    if (!(error2 instanceof Failure)) throw error2;
    emit({ ...told, ms: ms(), code: error2.code });
    return [];
  }
}
function forPlatform({ platform: platform3 }, releases) {
  return releases.filter(({ version, files }) => {
    const { goos, goarch } = platformOfRelease(platform3, version);
    return files.some((file) => file.goos === goos && file.goarch === goarch);
  });
}

// src/steps/offline-not-found.ts
var NAMED_COUNT = 8;
async function offlineNotFound(context, search, signal) {
  const wanted = await wantedVersions(context, search, signal);
  const installed = context.destination === void 0 ? versionsThere(context) : [];
  const unproved2 = matching(search.request.spec, installed).map(({ version }) => versionText(version));
  return finding("OFFLINE.NOT_FOUND", {
    subject: search.request.spec.text,
    evidence: {
      ...placeEvidence(context, installed),
      "stands there without a proof that holds offline": unproved2.length === 0 ? void 0 : enumerate(unproved2),
      ...await sourceEvidence(context, search, wanted),
      ...await knowledgeEvidence(context),
      "not asked, because offline is set": enumerate(remoteIds(context, search.sources))
    },
    fixes: fixesFor(context, { ...search, wanted })
  });
}
var ABSENT2 = ["FS.NOT_FOUND"];
var UNPROVED = ["SUM.UNREACHABLE", "VER.NO_PROOF"];
async function offlineEnd(context, end2, signal) {
  const present = end2.findings.filter(({ code }) => !ABSENT2.includes(code));
  const [wrong, ...others] = present.filter(({ code }) => !UNPROVED.includes(code));
  if (wrong !== void 0) return new Failure([wrong, ...others]);
  const [unproved2] = present;
  if (unproved2 !== void 0) return new Failure([unprovable(end2.request, unproved2), ...end2.findings]);
  return new Failure([await offlineNotFound(context, end2, signal), ...end2.findings]);
}
function unprovable(request3, { subject }) {
  return finding("OFFLINE.NOT_FOUND", {
    subject: request3.spec.text,
    message: "An archive stands here, but nothing that works offline vouches for it",
    evidence: { source: subject, "the shipped table": "does not know its hash", "the checksum database": "may not be asked" },
    fixes: [
      {
        title: "Pin the archive, with the value from go.dev/dl",
        kind: "setting",
        text: "checksum: sha256:<64 digits>",
        risk: "none"
      }
    ]
  });
}
async function wantedVersions(context, search, signal) {
  const { request: request3, sources } = search;
  if (request3.spec.kind === "exact") return [request3.spec.version];
  const silent = { ...context, emit: () => void 0 };
  const index = await readReleaseIndex(await indexRequest(silent, sources), signal);
  return matching(request3.spec, index.releases).slice(0, 1).map(({ version }) => version);
}
function versionsThere({ machine, platform: platform3 }) {
  const versions = machine.toolCache.versions("go", platform3.cacheArch).flatMap((text2) => parseGoVersion(text2) ?? []);
  return versions.map((version) => ({ version, stable: version.prerelease === void 0 }));
}
function placeEvidence(context, installed) {
  const { destination, machine, platform: platform3 } = context;
  if (destination !== void 0) return { "looked at the destination": destination };
  return {
    "looked in the tool cache": machine.toolCache.directory,
    [`versions there for ${platform3.cacheArch}`]: enumerate(installed.map(({ version }) => versionText(version)))
  };
}
async function sourceEvidence(context, { sources }, wanted) {
  const local = sources.archives.flatMap((source) => {
    const path3 = localFile(context, source, wanted[0]);
    return path3 === void 0 ? [] : [{ source, path: path3 }];
  });
  if (local.length === 0) return { "looked in file sources": "none is configured" };
  const lines = {};
  for (const { source, path: path3 } of local.slice(0, NAMED_COUNT)) {
    const held = wanted.length === 0 ? "" : `${path3}: not there; `;
    lines[`looked in ${source.id}`] = `${held}${await holdings(context, (0, import_node_path13.dirname)(path3))}`;
  }
  if (local.length > NAMED_COUNT) lines["further file sources"] = String(local.length - NAMED_COUNT);
  return lines;
}
function localFile({ platform: platform3 }, source, version) {
  const asked = version ?? { major: 0, minor: 0, patch: 0 };
  const url = source.candidate(asked, platformOfRelease(platform3, asked))?.url;
  return url === void 0 ? void 0 : pathOf(url);
}
function remoteIds(context, { archives }) {
  return archives.filter((source) => localFile(context, source, void 0) === void 0).map(({ id }) => id);
}
async function holdings({ machine, platform: platform3 }, directory2) {
  if (await machine.files.stat(directory2) === void 0) return `${directory2} does not exist`;
  const names2 = await machine.files.list(directory2);
  const own = listFileDirectory(names2).filter(({ files, version }) => {
    const { goos, goarch } = platformOfRelease(platform3, version);
    return files.some((file) => file.goos === goos && file.goarch === goarch);
  });
  const versions = enumerate(own.map(({ version }) => versionText(version)));
  return `${directory2} holds archives for ${platformText(platform3)} of: ${versions}`;
}
async function knowledgeEvidence(context) {
  const kept2 = await keptListing(context, { isWritable: false }).read();
  const newest2 = kept2?.releases.find(({ stable }) => stable)?.version;
  return {
    "kept version list": kept2 === void 0 ? "none" : `${ageText(kept2.ageMs)} old, newest ${newest2 ? versionText(newest2) : "none"}`,
    "shipped table of": (await context.releaseTable())?.date
  };
}
function fixesFor(context, { request: request3, sources, wanted }) {
  const { destination, machine, platform: platform3 } = context;
  const [version] = wanted;
  const fixes = [];
  if (version !== void 0) {
    const fileName = archiveFileName(version, platformOfRelease(platform3, version));
    const paths = sources.archives.flatMap((source) => localFile(context, source, version) ?? []);
    const path3 = paths.find((each) => each.endsWith(fileName));
    const url = `https://go.dev/dl/${fileName}`;
    fixes.push(
      path3 === void 0 ? {
        title: `Put ${fileName} into a directory and name that`,
        kind: "setting",
        text: "sources: file:///DIRECTORY",
        risk: "none"
      } : { title: "Provide the file", kind: "command", text: `curl -fL -o ${quoted2(path3)} ${url}`, risk: "none" }
    );
  }
  const asked = quoted2(version === void 0 ? request3.spec.text : versionText(version));
  const place = destination === void 0 ? "" : ` --dest ${quoted2(destination)}`;
  const env = destination === void 0 ? `RUNNER_TOOL_CACHE=${quoted2(machine.toolCache.directory)} ` : "";
  const text2 = `${env}${PRODUCT.name} install ${asked}${place}`;
  return [...fixes, { title: "Or install it once with a network, to the same place", kind: "command", text: text2, risk: "none" }];
}
function quoted2(text2) {
  return /^[\w./:@%+=-]+$/u.test(text2) ? text2 : `'${text2.replaceAll("'", "'\\''")}'`;
}
function enumerate(names2) {
  if (names2.length === 0) return "none";
  const shown = names2.slice(0, NAMED_COUNT).join(", ");
  return names2.length > NAMED_COUNT ? `${shown} and ${names2.length - NAMED_COUNT} more` : shown;
}

// src/steps/request.ts
var import_node_path14 = require("node:path");
init_failure();
init_finding();
init_limits();

// src/domain/version-file.ts
init_finding();

// src/domain/gomod.ts
function readGoMod(text2) {
  const found = { go: void 0, toolchain: void 0 };
  let inBlock = false;
  for (const [index, raw] of text2.split("\n").entries()) {
    const content2 = raw.replace(/\/\/.*$/su, "").trim();
    if (inBlock) {
      inBlock = content2 !== ")";
      continue;
    }
    inBlock = /^\S+\s*\($/u.test(content2);
    const match = /^(go|toolchain)\s+(.+)$/u.exec(content2);
    if (match === null) continue;
    const name = match[1] === "go" ? "go" : "toolchain";
    found[name] ??= { text: match[2] ?? "", line: index + 1 };
  }
  return found;
}
function toolchainVersion(name) {
  const text2 = /^go(\d[^\s\\/-]*)(?:[ \t-][^\\/]*)?$/u.exec(name)?.[1];
  return text2 !== void 0 && parseGoVersion(text2) !== void 0 ? text2 : void 0;
}
function isOlderThanGoLine(toolchainText, goLine) {
  const toolchain = parseGoVersion(toolchainText);
  const language = parseGoVersion(goLine);
  if (toolchain === void 0 || language === void 0) return false;
  if (isComplete(goLine)) return compareVersions(toolchain, language) < 0;
  return toolchain.major - language.major < 0 || toolchain.major === language.major && toolchain.minor < language.minor;
}

// src/domain/tool-versions.ts
var MOST_VERSIONS = 20;
var GO_NAMES = ["go", "golang", "core:go"];
function readToolVersions(text2) {
  for (const [index, raw] of text2.split("\n").entries()) {
    const [name, ...versions] = raw.replace(/#.*$/su, "").trim().split(/\s+/u);
    if (name === void 0 || !GO_NAMES.includes(name)) continue;
    return { versions: versions.slice(0, MOST_VERSIONS).map(plainVersion), line: index + 1 };
  }
  return void 0;
}
function readMiseToml(text2) {
  return readToml(text2, (path3) => {
    const name = path3[1] ?? "";
    if (path3[0] !== "tools" || !GO_NAMES.includes(name)) return false;
    return path3.length === 2 || path3.length === 3 && path3[2] === "version";
  });
}
function readPrototools(text2) {
  return readToml(text2, (path3) => path3.length === 1 && path3[0] === "go");
}
function readToml(text2, isWanted3) {
  let table2 = [];
  let openString;
  for (const [index, raw] of text2.split("\n").entries()) {
    const line2 = raw.trim();
    if (openString !== void 0) {
      if (line2.includes(openString)) openString = void 0;
      continue;
    }
    const header = /^\[{1,2}([^\]]+)\]{1,2}\s*(?:#.*)?$/u.exec(line2);
    if (header !== null) {
      table2 = keyPath(header[1] ?? "");
      continue;
    }
    const pair2 = /^((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=\s*(.*)$/u.exec(line2);
    if (pair2 === null) continue;
    const [, key = "", value = ""] = pair2;
    if (isWanted3([...table2, ...keyPath(key)])) return { versions: tomlVersions(value), line: index + 1 };
    openString = openedString(value);
  }
  return void 0;
}
function keyPath(key) {
  return [...key.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/gu)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}
function openedString(value) {
  const quotes = /^("""|''')/u.exec(value)?.[1];
  return quotes !== void 0 && !value.slice(3).includes(quotes) ? quotes : void 0;
}
var LONGEST_VALUE = 1e3;
var TOML_STRING = /"([^"\\]*)"|'([^']*)'/gu;
function tomlVersions(value) {
  if (value.length > LONGEST_VALUE) return [];
  const whole = /^(?:"([^"\\]*)"|'([^']*)')\s*(?:#.*)?$/u.exec(value);
  if (whole !== null) return [plainVersion(whole[1] ?? whole[2] ?? "")];
  if (/^\[[^[\]]*\]\s*(?:#.*)?$/u.test(value)) {
    const items = value.slice(1, value.lastIndexOf("]"));
    return [...items.matchAll(TOML_STRING)].map((match) => plainVersion(match[1] ?? match[2] ?? ""));
  }
  const inline = /^\{(?:.*[{,\s])?version\s*=\s*(?:"([^"\\]*)"|'([^']*)').*\}\s*(?:#.*)?$/u.exec(value);
  return inline === null ? [] : [plainVersion(inline[1] ?? inline[2] ?? "")];
}
function plainVersion(text2) {
  return text2.trim().replace(/^(?:latest|prefix):/u, "");
}

// lazy:semver/ranges/valid.js
var valid_default = (...args) => require_valid2()(...args);

// src/domain/version-spec.ts
var LINE_FORM = /^(?:go|v)?(0|[1-9]\d{0,3})(?:\.(0|[1-9]\d{0,3}))?$/u;
var LONGEST2 = 256;
function parseSpec(request3) {
  const text2 = request3.trim();
  if (text2 === "" || text2.length > LONGEST2) return void 0;
  if (text2 === "stable" || text2 === "oldstable" || text2 === "latest") return { kind: "alias", text: text2, alias: text2 };
  const line2 = LINE_FORM.exec(text2);
  if (line2 !== null) {
    return { kind: "minor", text: text2, major: Number(line2[1]), minor: line2[2] === void 0 ? void 0 : Number(line2[2]) };
  }
  const version = parseGoVersion(text2);
  if (version !== void 0 && isComplete(text2)) return { kind: "exact", text: text2, version };
  const range = valid_default(inSemverSpelling(text2));
  return range === null ? void 0 : { kind: "range", text: text2, range };
}
function inSemverSpelling(text2) {
  return text2.replace(/(?<![a-z0-9.-])go(?=\d)/gu, "").replace(
    /(?<![\w.-])(\d+\.\d+)(\.\d+)?(beta|rc)(\d+)(?![\w.-])/gu,
    (_, line2, patch, kind, number2) => `${line2}${patch ?? ".0"}-${kind}.${number2}`
  );
}

// src/domain/version-file.ts
function readVersionFile(file) {
  const text2 = file.text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n");
  const noise = text2.split("\n").findIndex((line2) => /[\0\uFFFD]/u.test(line2));
  if (noise !== -1) return refuse(file, { line: noise + 1, reason: "the file is not UTF-8 text" });
  const marker = text2.split("\n").findIndex((line2) => /^(?:<{7}|>{7})(?: |$)/u.test(line2));
  if (marker !== -1) return refuse(file, { line: marker + 1, reason: "a merge conflict is not resolved" });
  const name = file.path.split(/[\\/]/u).at(-1) ?? "";
  if (name.endsWith(".mod") || name === "go.work") return fromGoMod(file, text2);
  if (name === ".go-version") return fromFirstLine(file, text2);
  if (name === ".tool-versions") return fromTool(file, readToolVersions(text2));
  if (/^\.?mise(?:\.[\w-]+)*\.toml$/u.test(name)) return fromTool(file, readMiseToml(text2));
  if (name === ".prototools") return fromTool(file, readPrototools(text2));
  return fromWhole(file, text2);
}
function fromGoMod(file, text2) {
  const { go, toolchain } = readGoMod(text2);
  if (toolchain !== void 0 && toolchain.text !== "default" && file.gotoolchain !== "local") {
    const version = toolchainVersion(toolchain.text);
    const spec2 = version === void 0 ? void 0 : parseSpec(version);
    if (version === void 0 || spec2 === void 0) {
      return refuse(file, { line: toolchain.line, got: toolchain.text, reason: "the toolchain line names no Go release" });
    }
    const isIgnored = go !== void 0 && isOlderThanGoLine(version, go.text);
    if (!isIgnored) return { spec: spec2, line: toolchain.line, directive: "toolchain" };
  }
  if (go === void 0) return refuse(file, { reason: "there is no go line", fix: "go 1.26" });
  const spec = /^\d/u.test(go.text) ? parseSpec(go.text) : void 0;
  if (spec === void 0 || spec.kind !== "exact" && spec.kind !== "minor") {
    return refuse(file, { line: go.line, got: go.text, reason: "the go line names no version", fix: "go 1.26" });
  }
  return { spec, line: go.line, directive: "go" };
}
function fromFirstLine(file, text2) {
  for (const [index, line2] of text2.split("\n").entries()) {
    const content2 = line2.replace(/(?:^|\s)(?:#|\/\/).*$/su, "").trim();
    if (content2 !== "") return fromText(file, { text: content2, line: index + 1 });
  }
  return refuse(file, { reason: "the file names no version", fix: "1.26.8" });
}
function fromTool(file, tool) {
  if (tool === void 0) return refuse(file, { reason: "the file names no version of go or golang" });
  for (const version of tool.versions) {
    const spec = parseSpec(version);
    if (spec !== void 0) return { spec, line: tool.line, directive: void 0 };
  }
  return refuse(file, { line: tool.line, got: tool.versions.join(" "), reason: "no version on this line is understood" });
}
function fromWhole(file, text2) {
  const before = /^\s*/u.exec(text2)?.[0] ?? "";
  return fromText(file, { text: text2.trim(), line: before.split("\n").length });
}
function fromText(file, place) {
  const spec = parseSpec(place.text);
  if (spec !== void 0) return { spec, line: place.line, directive: void 0 };
  const reason = place.text === "" ? "the file is empty" : "the content is not a version request";
  return refuse(file, { line: place.line, got: place.text, reason, fix: "1.26.8" });
}
function refuse(file, what) {
  const place = what.line === void 0 ? {} : { line: what.line };
  const correct = { title: "Write a version into the file", kind: "edit", text: what.fix ?? "", risk: "none" };
  const name = { title: "Name the version as input", kind: "setting", text: "go-version: '1.26.8'", risk: "none" };
  return {
    finding: finding("INPUT.VERSION_FILE", {
      subject: file.path,
      evidence: { reason: what.reason, got: what.got?.slice(0, 100) },
      fixes: what.fix === void 0 ? [name] : [correct, name],
      location: { file: file.path, ...place }
    })
  };
}

// src/steps/request.ts
var DEFAULT_FILES = ["go.work", "go.mod"];
async function readRequest(setting2) {
  const { rawInputs, workspace } = setting2;
  const version = rawInputs["go-version"]?.trim();
  const file = rawInputs["go-version-file"]?.trim();
  if (version) {
    const spec = parseSpec(version);
    const warnings = file ? [ignoredFile(file)] : [];
    return spec && { spec, origin: { kind: "input" }, isGoLine: false, warnings };
  }
  if (file) return fromFile(setting2, { path: (0, import_node_path14.resolve)(workspace, file), kind: "file" });
  const found = await nearestModuleFile(setting2);
  return found === void 0 ? void 0 : fromFile(setting2, { path: found, kind: "default" });
}
function noRequest() {
  return failure("INPUT.VERSION", {
    subject: "go-version",
    message: "go-version and go-version-file are empty or not given, and there is no go.work or go.mod to read a version from",
    fixes: [{ title: "Name the version", kind: "setting", text: "go-version: '1.26'", risk: "none" }]
  });
}
function ignoredFile(file) {
  return finding("INPUT.INVALID", {
    subject: "go-version-file",
    severity: "warning",
    message: "go-version-file does not count, because go-version is given too",
    evidence: { got: file.slice(0, 200), accepted: "either go-version or go-version-file" },
    fixes: [{ title: "Remove one of the two", kind: "edit", text: "go-version-file", risk: "none" }]
  });
}
async function nearestModuleFile(setting2) {
  const { files } = setting2;
  const top = (0, import_node_path14.resolve)(setting2.workspace);
  const start3 = await workingDirectory(setting2);
  const isInside = isBelow(top, start3);
  for (let directory2 = start3; ; directory2 = (0, import_node_path14.dirname)(directory2)) {
    for (const name of DEFAULT_FILES) {
      const path3 = (0, import_node_path14.join)(directory2, name);
      if ((await files.stat(path3))?.kind === "file") return path3;
    }
    if (!isInside || directory2 === top) return void 0;
  }
}
async function workingDirectory({ files, rawInputs, workspace, host }) {
  const got = rawInputs["working-directory"]?.trim() || ".";
  const path3 = (0, import_node_path14.resolve)(workspace, got);
  if (path3 === (0, import_node_path14.resolve)(workspace)) return path3;
  const mustBeInside = host.kind !== "terminal";
  const kind = (await files.stat(path3))?.kind;
  const isDirectory = kind === "directory" || kind === "symlink";
  if (isDirectory && (isBelow(workspace, path3) || !mustBeInside)) return path3;
  throw failure("INPUT.INVALID", {
    subject: "working-directory",
    evidence: {
      got: got.slice(0, 200),
      reason: isDirectory ? "it is outside of the workspace" : "there is no such directory",
      accepted: mustBeInside ? "a directory of the workspace, relative to it" : "a directory"
    }
  });
}
function isBelow(parent, path3) {
  const way = (0, import_node_path14.relative)(parent, path3);
  return way === "" || !(0, import_node_path14.isAbsolute)(way) && way.split(/[\\/]/u)[0] !== "..";
}
async function fromFile({ files, env, workspace }, { path: path3, kind }) {
  const shown = (0, import_node_path14.relative)(workspace, path3) || path3;
  const text2 = await readText(files, { path: path3, shown });
  const read5 = readVersionFile({ path: shown, text: text2, gotoolchain: userGotoolchain(env) });
  if ("finding" in read5) throw new Failure([read5.finding]);
  return { spec: read5.spec, origin: { kind, file: shown, line: read5.line }, isGoLine: read5.directive === "go" };
}
async function readText(files, { path: path3, shown }) {
  try {
    return (await files.read(path3, LIMITS.versionFileBytes)).toString("utf8");
  } catch (error2) {
    if (!(error2 instanceof Failure)) throw error2;
    const { code, evidence } = error2.finding;
    const seen = Object.fromEntries(evidence.filter(({ name }) => name !== "path").map(({ name, value }) => [name, value]));
    throw failure(
      "INPUT.VERSION_FILE",
      { subject: shown, evidence: { reason: code, ...seen }, location: { file: shown } },
      error2
    );
  }
}

// src/steps/resolve.ts
async function resolveOnly(context, signal) {
  const { request: request3 } = context;
  if (request3 === void 0) throw noRequest();
  const sources = await openSources(context, signal);
  if (request3.spec.kind === "exact") await lookUpExact(context, { request: request3, sources }, signal);
  else await resolveRequest(context, { request: request3, sources }, signal);
  return "ok";
}
async function lookUpExact(context, wanted, signal) {
  await inPhase(context, "resolve", async () => {
    const index = await readReleaseIndex(await indexRequest(context, wanted.sources), signal);
    try {
      announce(context, chooseReleases(choiceOf(context, wanted.request), index));
    } catch (error2) {
      if (!context.inputs.offline || !isUnlisted(error2)) throw error2;
      throw new Failure([await offlineNotFound(context, wanted, signal)]);
    }
  });
}
async function resolveRequest(context, { request: request3, sources }, signal) {
  return inPhase(context, "resolve", async () => {
    const ear = listen(context, sources.archives);
    const isExact = request3.spec.kind === "exact";
    const resolution = await (isExact ? resolveVersion({ ...noLists(context), ...choiceOf(context, request3) }, signal) : resolveByLists(ear.context, { request: request3, sources }, signal));
    announce(context, resolution);
    return { candidates: resolution.candidates, ...ear.heard() };
  });
}
var UNLISTED = ["VERSION.NO_SOURCE", "VERSION.UNKNOWN"];
function isUnlisted(error2) {
  return error2 instanceof Failure && UNLISTED.includes(error2.code);
}
async function resolveByLists(context, wanted, signal) {
  const { request: request3, sources } = wanted;
  const kept2 = keptListing(context, { isWritable: true });
  const search = { ...wanted, all: { ...await indexRequest(context, sources), ...choiceOf(context, request3), kept: kept2 } };
  if (context.inputs.offline) return resolveOffline(context, search, signal);
  const isForeign = sources.archives.some(({ kind }) => kind !== "custom" && kind !== "file");
  if (isForeign || sources.archives.length === 0) return resolveVersion(search.all, signal);
  return resolveOwn(context, search, signal);
}
function onlyLists({ kept: _, ...request3 }) {
  return { ...request3, table: void 0 };
}
async function resolveOffline(context, search, signal) {
  for (const request3 of [onlyLists(search.all), search.all]) {
    try {
      return await resolveVersion(request3, signal);
    } catch (error2) {
      if (!isUnlisted(error2)) throw error2;
    }
  }
  throw new Failure([await offlineNotFound(context, search, signal)]);
}
async function resolveOwn(context, search, signal) {
  const byPublicLists = resolveBeside(context, search, signal);
  try {
    return await resolveVersion(onlyLists(search.all), signal);
  } catch (error2) {
    if (!isUnlisted(error2)) throw error2;
    return await byPublicLists.needed().catch((second) => {
      const isSilent = second instanceof Failure && second.code === "VERSION.NO_SOURCE" && error2.code === "VERSION.UNKNOWN";
      throw isSilent && !signal.aborted ? error2 : second;
    });
  } finally {
    await byPublicLists.stop();
  }
}
function resolveBeside({ machine }, { all, sources }, signal) {
  const start3 = new AbortController();
  const stop2 = new AbortController();
  const wanted = AbortSignal.any([signal, stop2.signal]);
  const ignore = () => void 0;
  const late = machine.clock.sleep(LIMITS.publicListsAfterMs, AbortSignal.any([signal, start3.signal])).catch(ignore);
  const resolution = late.then(() => {
    wanted.throwIfAborted();
    return resolveVersion({ ...all, sources: sources.lists }, wanted);
  });
  const settled = resolution.then(ignore, ignore);
  return {
    needed: () => {
      start3.abort();
      return resolution;
    },
    stop: () => {
      stop2.abort();
      start3.abort();
      return settled;
    }
  };
}
function announce({ emit, platform: platform3 }, { candidates, warnings }) {
  for (const finding2 of warnings) emit({ type: "finding", finding: finding2 });
  const [{ version, learntFrom }] = candidates;
  emit({
    type: "resolved",
    version: versionText(version),
    platform: platformText(platformOfRelease(platform3, version)),
    learntFrom
  });
}
function choiceOf(context, request3) {
  const { minGoVersion } = context.inputs;
  return { spec: request3.spec, platform: context.platform, minGoVersion, belowMinimum: request3.isGoLine ? "warning" : "error" };
}
function noLists({ machine, emit }) {
  return { wire: machine, sources: [], table: void 0, emit };
}

// src/steps/under-lock.ts
init_failure();

// src/install/destination.ts
init_failure();
init_finding();
init_limits();
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
  } catch (error2) {
    if (error2 instanceof Failure) return error2.findings;
    throw error2;
  }
}
async function whatStandsThere(place, files) {
  const stat3 = await files.stat(place.root);
  if (stat3 === void 0) return void 0;
  const isPlain = stat3.kind === "directory" || stat3.kind === "symlink";
  const isEmpty = isPlain && (await files.list(place.root)).length === 0;
  const entry = isPlain ? await findEntry(place, files) : void 0;
  if (isEmpty || entry?.hasGo === true || entry?.isMarked === true || entry?.versionLine?.startsWith("go") === true)
    return void 0;
  return finding("INPUT.DESTINATION", {
    subject: place.root,
    evidence: { "stands there": isPlain ? "a directory without Go" : stat3.kind }
  });
}
async function whatIsMissing({ place, files }) {
  const free = await files.freeSpace(place.parent);
  if (free === void 0) return [];
  const needed = { bytes: LIMITS.freeSpaceBytes, inodes: LIMITS.freeInodes };
  const isShort = free.bytes < needed.bytes || (free.inodes ?? needed.inodes) < needed.inodes;
  const evidence = {
    "bytes needed at least": needed.bytes,
    "bytes free": free.bytes,
    "inodes needed at least": needed.inodes,
    "inodes free": free.inodes ?? "not counted"
  };
  return isShort ? [finding("FS.NO_SPACE", { subject: place.parent, evidence })] : [];
}

// src/install/lock.ts
var import_node_path15 = require("node:path");
init_failure();
init_limits();
var LOCK_BYTES = 4096;
async function withLock(options, body, signal) {
  const token = await takeLock(options, signal);
  const stop2 = new AbortController();
  const beating = beat(options, token, stop2.signal);
  try {
    return await body();
  } finally {
    stop2.abort();
    await beating;
    await release(options, token);
  }
}
async function takeLock(options, signal) {
  const { clock: clock2, process: process2 } = options;
  const token = options.randomName();
  const text2 = JSON.stringify({ pid: process2.pid, hostname: process2.hostname, token });
  const watch = createWatch(options);
  const deadline = clock2.monotonic() + options.waitMs;
  let isAnnounced = false;
  for (; ; ) {
    signal.throwIfAborted();
    if (await writeLock(options, text2)) return token;
    const held = await readLock(options);
    if (held === void 0) continue;
    if (watch.isStale(held)) {
      await breakLock(options, held);
      continue;
    }
    if (!isAnnounced) options.onWaiting?.(holderText(held));
    isAnnounced = true;
    if (clock2.monotonic() >= deadline) throw timedOut(options, held);
    await clock2.sleep(LIMITS.lockPollMs, signal);
  }
}
async function writeLock({ files, path: path3 }, text2) {
  try {
    return await files.write(path3, text2, { exclusive: true });
  } catch (error2) {
    if (!(error2 instanceof Failure) || error2.code !== "FS.NOT_FOUND") throw error2;
    await files.makeDirectory((0, import_node_path15.dirname)(path3));
    return false;
  }
}
async function readLock({ files, path: path3 }) {
  const stat3 = await files.stat(path3);
  if (stat3 === void 0) return void 0;
  let text2 = "";
  try {
    text2 = (await files.read(path3, LOCK_BYTES)).toString("utf8");
  } catch (error2) {
    if (error2 instanceof Failure && error2.code === "FS.NOT_FOUND") return void 0;
    throw error2;
  }
  const owner = parseOwner(text2);
  const token = /"token":"([\w-]{1,64})"/u.exec(text2)?.[1] ?? "unknown";
  return { token, pid: owner?.pid ?? 0, hostname: owner?.hostname ?? "", mtimeMs: stat3.mtimeMs };
}
function createWatch({ clock: clock2, process: process2 }) {
  let seen;
  let sinceMs = 0;
  return {
    isStale(held) {
      if (seen === void 0 || seen.token !== held.token || seen.mtimeMs !== held.mtimeMs) {
        seen = held;
        sinceMs = clock2.monotonic();
      }
      const unchangedMs = clock2.monotonic() - sinceMs;
      const ageMs = clock2.now() - held.mtimeMs;
      const isDead = held.pid > 0 && held.hostname === process2.hostname && !process2.isAlive(held.pid);
      if (isDead && ageMs >= LIMITS.lockDeadOwnerMs) return true;
      return unchangedMs >= LIMITS.lockStaleMs || ageMs >= LIMITS.lockStaleMs && unchangedMs >= LIMITS.lockDeadOwnerMs;
    }
  };
}
async function breakLock(options, held) {
  const { files, path: path3, clock: clock2 } = options;
  const claim = `${path3}.break-${held.token}`;
  if (!await files.write(claim, "", { exclusive: true })) {
    const stat3 = await files.stat(claim);
    if (stat3 !== void 0 && clock2.now() - stat3.mtimeMs > LIMITS.lockStaleMs) await files.remove(claim);
    await clock2.sleep(LIMITS.lockPollMs);
    return;
  }
  try {
    const now = await readLock(options);
    if (now?.token === held.token && now.mtimeMs === held.mtimeMs) await files.remove(path3);
  } finally {
    await files.remove(claim);
  }
}
async function beat(options, token, stop2) {
  const { files, clock: clock2, path: path3 } = options;
  while (!stop2.aborted) {
    try {
      await clock2.sleep(LIMITS.lockHeartbeatMs, stop2);
    } catch {
      return;
    }
    try {
      if ((await readLock(options))?.token !== token) return;
      await files.touch(path3);
    } catch {
    }
  }
}
async function release(options, token) {
  if ((await readLock(options))?.token === token) await options.files.remove(options.path);
}
function holderText({ pid, hostname: hostname2 }) {
  return pid === 0 ? "unknown" : `process ${pid} on ${hostname2}`;
}
function timedOut({ path: path3, waitMs }, held) {
  const evidence = { file: path3, holder: holderText(held), "waited ms": waitMs };
  const fixes = [
    { title: "If nothing is being installed, remove the lock", kind: "command", text: `rm ${path3}`, risk: "low" }
  ];
  return failure("FS.LOCK_TIMEOUT", { subject: path3, evidence, fixes });
}

// src/steps/under-lock.ts
async function underLock(context, { place, work }, signal) {
  const { machine, emit, inputs } = context;
  const randomName = () => machine.randomName();
  const [problem, ...problems] = await checkDestination({ place, files: machine.files, randomName });
  if (problem !== void 0) throw new Failure([problem, ...problems]);
  const lock = {
    path: place.lock,
    files: machine.files,
    clock: machine.clock,
    process: machine.process,
    randomName,
    waitMs: inputs.timeoutMs,
    onWaiting: (holder) => emit({ type: "lock-waiting", holder })
  };
  try {
    return await withLock(lock, work, signal);
  } finally {
    await removeEmptyParents({ place, files: machine.files }).catch(() => void 0);
  }
}

// src/install/spool-parts.ts
var import_node_path16 = require("node:path");
init_failure();
init_limits();

// src/install/spool-sidecar.ts
init_json_object();
init_limits();
var SCHEMA4 = "setup-go-robust/part@1";
var SIDECAR_BYTES = 16 * 1024;
var TEXT_LENGTH = 4096;
function sidecarText({ fileName, url, tag, sizeBytes }) {
  return JSON.stringify({ schema: SCHEMA4, fileName, url, ...tag === void 0 ? {} : { tag }, sizeBytes });
}
function parseSidecar(text2) {
  const { schema, fileName, url, tag, sizeBytes } = parseJsonObject(text2) ?? {};
  if (schema !== SCHEMA4 || !isShortText(fileName) || !isShortText(url)) return void 0;
  if (tag !== void 0 && !(isShortText(tag) && /^[\x20-\x7e]+$/u.test(tag))) return void 0;
  if (typeof sizeBytes !== "number" || !Number.isSafeInteger(sizeBytes)) return void 0;
  return sizeBytes > 0 && sizeBytes <= LIMITS.archiveBytes ? { fileName, url, tag, sizeBytes } : void 0;
}
function isShortText(value) {
  return typeof value === "string" && value !== "" && value.length <= TEXT_LENGTH;
}

// src/install/spool-parts.ts
var SIDECAR = "archive.json";
var PIECE_NAME = /^archive-(\d{1,12})\.part$/u;
var FILE_MODE = 384;
function heldBytes({ pieces }) {
  return pieces.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
async function createPart(place, of, tools) {
  const directory2 = await createOwned(place, tools);
  try {
    await tools.files.write((0, import_node_path16.join)(directory2, SIDECAR), sidecarText(of));
  } catch (error2) {
    await tools.files.remove(directory2);
    throw error2;
  }
  return { directory: directory2, of, pieces: [] };
}
function createPiece(held, files) {
  const path3 = (0, import_node_path16.join)(held.directory, `archive-${heldBytes(held)}.part`);
  return { path: path3, handle: files.tree.createFile(path3, FILE_MODE) };
}
async function takePart(place, fileNames, tools) {
  let best;
  for (const name of await tools.files.list(place.parent)) {
    if (!name.startsWith(place.stagePrefix)) continue;
    const found = await orNone(() => findPart((0, import_node_path16.join)(place.parent, name), fileNames, tools));
    if (found !== void 0 && heldBytes(found) > (best === void 0 ? 0 : heldBytes(best))) best = found;
  }
  return best === void 0 ? void 0 : orNone(() => adopt2(best, tools));
}
async function orNone(work) {
  try {
    return await work();
  } catch (error2) {
    if (error2 instanceof Failure) return void 0;
    throw error2;
  }
}
async function findPart(directory2, fileNames, tools) {
  const { files, clock: clock2 } = tools;
  const names2 = await files.list(directory2);
  if (!names2.includes(SIDECAR) || !await isAbandoned(directory2, tools)) return void 0;
  const path3 = (0, import_node_path16.join)(directory2, SIDECAR);
  if ((await files.stat(path3))?.kind !== "file") return void 0;
  const of = parseSidecar((await files.read(path3, SIDECAR_BYTES)).toString("utf8"));
  if (of === void 0 || !fileNames.includes(of.fileName)) return void 0;
  const { pieces, changedAtMs } = await findPieces(directory2, names2, files);
  const held = { directory: directory2, of, pieces };
  const isOld = clock2.now() - changedAtMs > LIMITS.stagingMaxAgeMs;
  return isOld || heldBytes(held) > of.sizeBytes ? void 0 : held;
}
async function findPieces(directory2, names2, files) {
  const starts = names2.flatMap((name) => {
    const digits = PIECE_NAME.exec(name)?.[1];
    return digits === void 0 ? [] : [{ name, fromBytes: Number(digits) }];
  });
  const pieces = [];
  let atBytes = 0;
  let changedAtMs = 0;
  for (const { name, fromBytes } of starts.sort((a, b) => a.fromBytes - b.fromBytes)) {
    const path3 = (0, import_node_path16.join)(directory2, name);
    const stat3 = await files.stat(path3);
    if (fromBytes !== atBytes || stat3?.kind !== "file" || stat3.sizeBytes === 0) continue;
    pieces.push({ path: path3, sizeBytes: stat3.sizeBytes });
    atBytes += stat3.sizeBytes;
    changedAtMs = Math.max(changedAtMs, stat3.mtimeMs);
  }
  return { pieces, changedAtMs };
}
async function adopt2(held, tools) {
  const { files } = tools;
  await takeOwnership(held.directory, tools);
  const known = new Set(held.pieces.map(({ path: path3 }) => path3));
  for (const name of await files.list(held.directory)) {
    const path3 = (0, import_node_path16.join)(held.directory, name);
    if (PIECE_NAME.test(name) && !known.has(path3)) await files.remove(path3);
  }
  return held;
}

// src/install/spool-reading.ts
init_failure();
function inTurn(first, second) {
  if (first === void 0) return second;
  let current = first;
  const next = async () => {
    const read5 = await current.next();
    if (read5.done !== true || current === second) return read5;
    current = second;
    return second.next();
  };
  return {
    next: () => current === second ? second.next() : next(),
    async return() {
      await Promise.all([first.return?.(), second.return?.()]);
      return { value: void 0, done: true };
    }
  };
}
async function* readKept(state, wanted) {
  const { held } = state;
  const { fileName, from, end: end2 } = wanted;
  let atBytes = 0;
  if (held?.of.fileName === fileName) {
    state.isInUse = true;
    for (const piece of held.pieces) {
      for await (const chunk of readPiece(state.options.files, piece)) {
        const part = chunk.subarray(Math.max(0, from - atBytes), end2 - atBytes);
        atBytes += chunk.length;
        if (part.length > 0) yield part;
        if (atBytes >= end2) return;
      }
    }
  }
  throw changed2({ "kept bytes": atBytes, "expected bytes": end2 });
}
async function* readPiece(files, { path: path3, sizeBytes }) {
  let leftBytes = sizeBytes;
  try {
    for await (const chunk of files.stream(path3)) {
      yield chunk.subarray(0, leftBytes);
      leftBytes -= chunk.length;
      if (leftBytes <= 0) return;
    }
  } catch (error2) {
    if (!(error2 instanceof Failure)) throw error2;
    throw changed2({ reason: error2.code });
  }
}
function changed2(evidence) {
  return failure("BODY.CHANGED", { subject: "kept part", evidence });
}

// src/install/spool-recorder.ts
init_limits();
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
    next: () => state.phase === "passing" ? state.source.next() : read4(state),
    async return() {
      close(state);
      await state.source.return?.();
      return { value: void 0, done: true };
    }
  };
}
async function read4(state) {
  const { clock: clock2, source } = state;
  const startMs = clock2.monotonic();
  state.beganAtMs ??= startMs;
  try {
    const read5 = await source.next();
    state.waitedMs += clock2.monotonic() - startMs;
    if (read5.done === true) close(state);
    else await take2(state, read5.value);
    return read5;
  } catch (error2) {
    close(state);
    throw error2;
  }
}
async function take2(state, chunk) {
  if (state.phase === "passing") return;
  state.held.push(chunk);
  state.heldBytes += chunk.length;
  state.receivedBytes += chunk.length;
  const nowMs = state.clock.monotonic();
  if (state.phase === "writing") {
    if (state.heldBytes >= LIMITS.spoolPieceBytes || nowMs - state.writtenAtMs >= LIMITS.spoolPieceMs) flush(state);
    return;
  }
  const elapsedMs = nowMs - (state.beganAtMs ?? nowMs);
  if (elapsedMs >= LIMITS.spoolJudgeMs || state.heldBytes >= LIMITS.spoolHeldBytes) await judge2(state);
  else if (elapsedMs >= LIMITS.spoolJudgeMs / 2) state.mark ??= { receivedBytes: state.receivedBytes, waitedMs: state.waitedMs };
}
async function judge2(state) {
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
  return (sizeBytes - receivedBytes) * ms > bytes * LIMITS.spoolAfterMs;
}
function flush(state) {
  const { sink, held, heldBytes: heldBytes2 } = state;
  if (sink === void 0 || heldBytes2 === 0) return;
  const [first] = held;
  state.held = [];
  state.heldBytes = 0;
  state.writtenAtMs = state.clock.monotonic();
  const isWritten = sink.write(held.length === 1 && first !== void 0 ? first : Buffer.concat(held, heldBytes2));
  if (!isWritten) pass(state);
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
init_failure();
function takenBytes({ held, open: open2 }) {
  return (held === void 0 ? 0 : heldBytes(held)) + (open2?.sizeBytes ?? 0);
}
async function remove(state) {
  await state.opening?.catch(() => void 0);
  const { held, options } = state;
  forget(state);
  if (held !== void 0) await options.files.remove(held.directory);
}
function forget(state) {
  const { open: open2, options } = state;
  state.held = void 0;
  state.isInUse = false;
  state.open = void 0;
  try {
    if (open2 !== void 0) options.files.tree.closeFile(open2.handle);
  } catch (error2) {
    if (!(error2 instanceof Failure)) throw error2;
  }
}
function giveUp(state, error2) {
  if (!(error2 instanceof Failure)) throw error2;
  const { held, options } = state;
  state.isOver = true;
  forget(state);
  try {
    if (held !== void 0) options.files.tree.removeTree(held.directory);
  } catch (second) {
    if (!(second instanceof Failure)) throw second;
  }
}

// src/install/spool-writing.ts
var ROOM_FACTOR = 6;
async function openSink(state, wanted) {
  if (state.isOver || state.opening !== void 0 || state.open !== void 0) return void 0;
  const opening = openPiece(state, wanted);
  state.opening = opening;
  try {
    const open2 = await opening;
    return open2 && { write: (bytes) => write2(state, open2, bytes), close: () => closePiece(state, open2) };
  } catch (error2) {
    giveUp(state, error2);
    return void 0;
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
  state.open = { ...createPiece(state.held, files), sizeBytes: 0 };
  return state.open;
}
function write2(state, open2, bytes) {
  if (state.open !== open2) return false;
  try {
    state.options.files.tree.write(open2.handle, bytes, 0, bytes.length);
    open2.sizeBytes += bytes.length;
    return true;
  } catch (error2) {
    giveUp(state, error2);
    return false;
  }
}
function closePiece(state, open2) {
  const { held, options } = state;
  if (state.open !== open2 || held === void 0) return;
  const { path: path3, sizeBytes } = open2;
  try {
    options.files.tree.closeFile(open2.handle);
    state.open = void 0;
    if (sizeBytes === 0) options.files.tree.removeTree(path3);
    else state.held = { ...held, pieces: [...held.pieces, { path: path3, sizeBytes }] };
  } catch (error2) {
    giveUp(state, error2);
  }
}

// src/install/spool.ts
async function openSpool(options) {
  const { place, fileNames } = options;
  const held = await takePart(place, fileNames, options);
  const state = { options, held, isInUse: false, isOver: false, opening: void 0, open: void 0 };
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
  return bytes > 0 ? { ...held.of, bytes } : void 0;
}
function through(state, bytes, fileName) {
  state.isInUse = false;
  return {
    get sizeBytes() {
      return bytes.sizeBytes;
    },
    tail: (count) => bytes.tail(count),
    stream: (end2, from = 0) => ({
      [Symbol.asyncIterator]: () => {
        const localEnd = Math.max(from, Math.min(bytes.keptBytes, end2 ?? Number.POSITIVE_INFINITY));
        const local = localEnd === from ? void 0 : readKept(state, { fileName, from, end: localEnd });
        if (localEnd === end2) return local ?? bytes.stream(end2, localEnd)[Symbol.asyncIterator]();
        return inTurn(local, record(state, { bytes, fileName, from: localEnd, end: end2 }));
      }
    })
  };
}
function record(state, read5) {
  const { bytes, fileName, from, end: end2 } = read5;
  const totalBytes = () => {
    const endBytes = end2 ?? bytes.sizeBytes;
    return endBytes === void 0 ? void 0 : endBytes - from;
  };
  const open2 = async () => {
    const { url, tag, sizeBytes } = bytes.validator() ?? {};
    if (url === void 0 || sizeBytes === void 0) return void 0;
    return openSink(state, { of: { fileName, url, tag, sizeBytes }, from });
  };
  const source = bytes.stream(end2, from)[Symbol.asyncIterator]();
  return recorded({ source, clock: state.options.clock, totalBytes, open: open2 });
}

// src/steps/with-spool.ts
async function withSpool({ machine }, {
  place,
  candidates,
  work
}) {
  const { files, process: process2, clock: clock2 } = machine;
  const fileNames = candidates.map(({ fileName }) => fileName);
  const spool2 = await openSpool({ place, files, process: process2, clock: clock2, randomName: () => machine.randomName(), fileNames });
  try {
    await sweepStaging(place, machine);
    return await work(spool2);
  } finally {
    await spool2.end().catch(() => void 0);
  }
}

// src/steps/private-build.ts
async function provideFloating(context, { request: request3, base }, signal) {
  const { inputs, platform: platform3 } = context;
  if (inputs.verification === "strict" && inputs.checksum === void 0) throw unvouched(base);
  const written = writtenVersion(request3.spec);
  if (written === void 0) throw noList(base, request3);
  const standing = await findPrivate(context, { base, spec: request3.spec }, signal);
  if (standing !== void 0) return standing;
  if (inputs.offline) throw failure("OFFLINE.NOT_FOUND", { subject: request3.spec.text, evidence: { source: redactUrl(base) } });
  const candidate = floatingCandidate({ base, token: inputs.sourceToken }, written, platform3);
  const version = parsePrivateVersion(written)?.version ?? { major: 0, minor: 0, patch: 0 };
  for (const finding2 of aboveMinimum(choiceOf(context, request3), [{ version }]).warnings)
    context.emit({ type: "finding", finding: finding2 });
  const outcome2 = await provideBuild(context, { base, candidates: [candidate], version, nextAttempt: () => 1 }, signal);
  if ("root" in outcome2) return outcome2;
  const [first, ...rest] = outcome2.findings;
  throw first === void 0 ? new Error("an attempt failed without a finding") : new Failure([first, ...rest]);
}
function ownBase({ sources, verification, checksum }) {
  return verification === "source" && checksum === void 0 ? onlyBase(sources) : void 0;
}
async function provideBuild(context, build, signal) {
  const place = placeOf(context, build.base, versionSemver(build.version));
  const proofs = privateProofs(context, signal);
  const work = () => withSpool(context, {
    ...build,
    place,
    work: (spool2) => installBuild(context, { ...build, place, proofs, spool: spool2 }, signal)
  });
  return underLock(context, { place, work }, signal);
}
function placeOf({ destination, machine, platform: platform3 }, base, name) {
  if (destination !== void 0) return destinationPlace(destination);
  return toolPlace({ toolCache: machine.toolCache.directory, tool: privateTool(base), name, platform: platform3 });
}
async function installBuild(context, build, signal) {
  const staged = await acquire(context, build, signal);
  if ("findings" in staged) return { findings: staged.findings, exists: false };
  return discardUnpublished(context, staged, publishBuild(context, { ...build, staged }));
}
async function publishBuild(context, build) {
  const { machine, platform: platform3, emit } = context;
  const { staged } = build;
  const real = await readVersion(context, staged.stage.root);
  const place = placeOf(context, build.base, privateVersionName(real));
  await machine.files.makeDirectory(place.parent);
  const { proof, stage, tree } = staged;
  if (tree === void 0) throw new Error("the tree of a private build was not hashed");
  const record3 = { moduleName: moduleName(build.version, platform3), tree, root: proof.root };
  const randomName = () => machine.randomName();
  await publish({ place, stage, files: machine.files, randomName, receipt: makePrivateRecord(record3), replace: true });
  emit({ type: "proved", proof });
  const name = privateVersionText(real);
  if (name !== versionText(build.version)) {
    emit({ type: "resolved", version: name, platform: platformText(platform3), learntFrom: ["VERSION"] });
  }
  return { version: real.version, name, root: place.root, from: "download", place };
}
var VERSION_BYTES2 = 4096;
async function readVersion({ machine }, root) {
  const text2 = (await machine.files.read((0, import_node_path17.join)(root, "VERSION"), VERSION_BYTES2)).toString("utf8");
  const [line2 = ""] = text2.split(/\r?\n/u);
  const read5 = parsePrivateVersion(line2.trim());
  if (read5 !== void 0) return read5;
  throw failure("ARC.LAYOUT", { subject: "VERSION", evidence: { "first line": line2.slice(0, 100) } });
}
function privateProofs(context, signal) {
  const pin = context.inputs.checksum;
  const listed2 = /* @__PURE__ */ new Map();
  const listedOf = (candidate) => {
    const known = listed2.get(candidate.url) ?? once(() => listedExpectation(context, candidate, signal));
    listed2.set(candidate.url, known);
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
      const message = "The source lists no checksum of this build (<file>.sha256 over https)";
      throw failure("VER.NO_PROOF", { subject: candidate.sourceId, message, fixes: [PIN_IT] });
    },
    wantsTree: () => true,
    ofInstalled: async () => {
      throw failure("VER.NO_PROOF", { subject: "private build" });
    },
    receipt: async () => void 0
  };
}
async function touchArchive(context, candidate, signal) {
  const archive2 = openSilently(context, candidate, signal);
  try {
    for await (const chunk of archive2.stream()) if (chunk.length > 0) break;
  } finally {
    archive2.close();
  }
}
var PIN_IT = PRIVATE_FIXES[1];
function unvouched(base) {
  const message = "Builds of this source are not those of the Go project: set verification: source, or pin checksum";
  return failure("VER.NO_PROOF", { subject: redactUrl(base), message, fixes: PRIVATE_FIXES });
}
function noList(base, request3) {
  return new Failure([noListFinding(base, request3)]);
}
function noListFinding(base, { spec }) {
  return finding("VERSION.NO_SOURCE", {
    subject: spec.text,
    message: "This source has no version list, so a range or an alias cannot be resolved there",
    evidence: { source: redactUrl(base), accepted: "a version such as 1.26.8, or a line such as 1.26" },
    fixes: [{ title: "Name a version or a line", kind: "setting", text: "go-version: '1.26'", risk: "none" }]
  });
}

// src/steps/provide.ts
init_failure();
init_limits();

// src/install/drive.ts
init_failure();
function isHosted(env) {
  if (env["RUNNER_ENVIRONMENT"] !== void 0) return env["RUNNER_ENVIRONMENT"] === "github-hosted";
  return env["AGENT_ISSELFHOSTED"] === "0";
}
async function homeOf(place, machine) {
  const { files, env, os: os5 } = machine;
  if (os5 !== "win32" || files.link === void 0 || !isHosted(env) || !/^c:/iu.test(place.root)) return place;
  for (const drive of ["C:\\", "D:\\"]) if (await files.stat(drive) === void 0) return place;
  if ((await files.stat(place.root))?.kind === "directory") return place;
  const move = (path3) => path3.replace(/^c:/iu, "D:");
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
  await putLink(files, { target: home.root, path: place.root, kind: "directory" });
  if (await files.stat(home.receipt) !== void 0)
    await files.write(place.receipt, await files.read(home.receipt, RECEIPT_BYTES2));
  try {
    await putLink(files, { target: home.marker, path: place.marker, kind: "file" });
  } catch (error2) {
    if (!(error2 instanceof Failure)) throw error2;
    await files.write(place.marker, "");
  }
}
var RECEIPT_BYTES2 = 256 * 1024;
async function putLink(files, link) {
  if (await files.link?.(link) !== false) return;
  await files.remove(link.path);
  await files.link?.(link);
}

// src/policy/order-sources.ts
function orderCandidates(request3) {
  const { sources, version, platform: platform3, silent } = request3;
  const ordered2 = [...sources.filter((source) => !silent.has(source.id)), ...sources.filter((source) => silent.has(source.id))];
  const seen = /* @__PURE__ */ new Set();
  return ordered2.flatMap((source) => {
    const candidate = source.candidate(version, platform3);
    if (candidate === void 0 || seen.has(candidate.url)) return [];
    seen.add(candidate.url);
    return [candidate];
  });
}

// src/steps/exhausted.ts
init_failure();
init_finding();
function notServed(context, version, severity) {
  const subject = `go${versionText(version)} ${platformText(context.platform)}`;
  return finding("VERSION.NOT_SERVED", { subject, severity });
}
async function exhausted(context, end2, signal) {
  const { request: request3, sources, failed: failed2 } = end2;
  const findings2 = failed2.flatMap((outcome2) => outcome2.findings);
  if (context.inputs.offline) return offlineEnd(context, { request: request3, sources, findings: findings2 }, signal);
  const [first, ...rest] = findings2;
  const absent = await absentPlatform(context, request3);
  if (absent !== void 0) return new Failure([absent, ...findings2]);
  const refusals = findings2.filter(({ code }) => isRefusal(code));
  const isAltered = findings2.some(({ code }) => /^(?:VER|ARC)\./u.test(code));
  const isUnrecorded = !isOwnSource(context.inputs) && findings2.some(({ code }) => code === "SUM.NOT_FOUND");
  if (first !== void 0 && (isAltered || refusals.length === 0 && !isUnrecorded)) return new Failure([first, ...rest]);
  if (request3.spec.kind === "exact" && !failed2.some(({ exists }) => exists)) {
    const index = await readReleaseIndex(await indexRequest(context, sources), signal);
    try {
      chooseReleases(choiceOf(context, request3), index);
    } catch (error2) {
      if (error2 instanceof Failure) return error2;
      throw error2;
    }
  }
  if (first !== void 0 && refusals.length === 0) return new Failure([first, ...rest]);
  const subject = `${request3.spec.text} ${platformText(context.platform)}`;
  return new Failure([finding("VERSION.NOT_SERVED", { subject }), ...findings2]);
}
async function absentPlatform(context, request3) {
  if (request3.spec.kind !== "exact") return void 0;
  const { version } = request3.spec;
  const files = (await context.releaseTable())?.files(version) ?? [];
  const release2 = { version, stable: version.prerelease === void 0, files, learntFrom: ["table"], isComplete: false };
  return missingPlatform(choiceOf(context, request3), release2);
}

// src/steps/provide.ts
function placeFor(context, version) {
  const { destination, machine, platform: platform3 } = context;
  if (destination !== void 0) return destinationPlace(destination);
  return toolCachePlace({ toolCache: machine.toolCache.directory, version, platform: platformOfRelease(platform3, version) });
}
function forRelease(context, version) {
  return { ...context, platform: platformOfRelease(context.platform, version) };
}
async function provide(context, { request: request3, sources }, signal) {
  const { candidates, ...heard } = await resolveRequest(context, { request: request3, sources }, signal);
  const nextAttempt = counter();
  const failed2 = [];
  for (const { version } of candidates.slice(0, LIMITS.fallbackVersionCount)) {
    const outcome2 = await provideVersion(context, { version, sources, ...heard, nextAttempt }, signal);
    if ("root" in outcome2) return outcome2;
    failed2.push(outcome2);
    if (!outcome2.findings.some(({ code }) => isRefusal(code)) || outcome2.findings.some(({ code }) => code === "VER.TAMPERED"))
      break;
    if (request3.spec.kind !== "exact") context.emit({ type: "finding", finding: notServed(context, version, "warning") });
  }
  throw await exhausted(context, { request: request3, sources, failed: failed2 }, signal);
}
async function provideVersion(outer, wanted, signal) {
  const { version } = wanted;
  const context = forRelease(outer, version);
  const { files, env, platform: platform3 } = context.machine;
  const place = placeFor(context, version);
  const proofs = openProofs(context, wanted, signal);
  const standing = await proveStanding(context, { place, version, proofs: async () => proofs }, signal);
  if (standing.state === "proved") return { version, root: place.root, from: "tool-cache" };
  const base = ownBase(context.inputs);
  if (base !== void 0 && !await isPublished(context, wanted, proofs)) {
    const candidates2 = orderCandidates({ ...wanted, sources: wanted.sources.archives, platform: context.platform });
    return provideBuild(context, { ...wanted, base, candidates: candidates2 }, signal);
  }
  const home = await homeOf(place, { files, env, os: platform3.os });
  const all = orderCandidates({ ...wanted, sources: wanted.sources.archives, platform: context.platform });
  const candidates = context.inputs.offline ? all.filter(({ url }) => url.startsWith("file:")) : all;
  const locked = { ...wanted, place: home, proofs, candidates };
  const work = () => withSpool(context, { ...locked, work: (spool2) => installLocked(context, { ...locked, spool: spool2 }, signal) });
  const outcome2 = await underLock(context, { place: home, work }, signal);
  if (home === place || "findings" in outcome2) return outcome2;
  await linkHome(place, home, files);
  return { ...outcome2, root: place.root, place: home };
}
async function isPublished(context, { sources, version }, proofs) {
  const candidates = sources.archives.flatMap((source) => source.candidate(version, context.platform) ?? []);
  for (const candidate of candidates) if (await proofs.ofFile(candidate) !== void 0) return true;
  try {
    await proofs.ofInstalled();
    return true;
  } catch (error2) {
    if (!(error2 instanceof Failure) || !error2.code.startsWith("SUM.")) throw error2;
    return false;
  }
}
async function installLocked(context, wanted, signal) {
  const { place, version, proofs } = wanted;
  const target2 = { place, version, proofs: async () => proofs };
  const standing = await proveStanding(context, target2, signal);
  if (standing.state === "proved") return { version, root: place.root, from: "tool-cache" };
  const outcome2 = await acquire(context, wanted, signal);
  if ("findings" in outcome2) {
    const { findings: findings2 } = outcome2;
    const isDecided = findings2.length > 0 && !findings2.some(({ code }) => isRefusal(code));
    return { findings: findings2, exists: !isDecided && await proofs.receipt() !== void 0 };
  }
  const replace = standing.state !== "absent";
  return discardUnpublished(context, outcome2, publishStaged(context, { ...target2, staged: outcome2, replace }, signal));
}
async function publishStaged(context, work, signal) {
  const { machine, emit } = context;
  const { place, version, staged, replace } = work;
  const { stage, proof } = staged;
  const receipt = await (await work.proofs()).receipt();
  const randomName = () => machine.randomName();
  const { published } = await publish({ place, stage, files: machine.files, randomName, receipt, replace });
  if (!published && (await proveStanding(context, work, signal)).state !== "proved") {
    throw new Error(`another tree stands at ${place.root} although the lock is held`);
  }
  if (published) await seal(context, { place, version, proof, paths: staged.sealed });
  emit({ type: "proved", proof });
  return { version, root: place.root, from: published ? "download" : "tool-cache" };
}
function counter() {
  let count = 0;
  return () => {
    count += 1;
    return count;
  };
}

// src/domain/cache-plan.ts
init_json_object();
function planText(plan) {
  return JSON.stringify(plan);
}
function readPlan(text2) {
  const value = parseJsonObject(text2);
  return isPlan(value) ? value : void 0;
}
function isPlan(value) {
  if (!isJsonObject(value)) return false;
  const { entries: entries3, reason, restoredAtMs, workspace, foreign: foreign2 } = value;
  if (!Array.isArray(entries3) || !entries3.every(isEntry) || !Array.isArray(foreign2)) return false;
  if (reason !== void 0 && typeof reason !== "string") return false;
  return Number.isFinite(restoredAtMs) && isText(workspace) && foreign2.every(isText);
}
function isEntry(value) {
  if (!isJsonObject(value)) return false;
  const { kind, path: path3, key, isUpdate } = value;
  return (kind === "modules" || kind === "build") && isText(path3) && isText(key) && typeof isUpdate === "boolean";
}
function isText(value) {
  return typeof value === "string" && value !== "";
}

// src/steps/restore-cache.ts
init_failure();
init_finding();
init_json_object();
init_limits();

// src/install/module-cache.ts
var import_node_path18 = require("node:path");

// src/domain/gosum.ts
function readGoSums(texts) {
  const zips = /* @__PURE__ */ new Set();
  const mods = /* @__PURE__ */ new Set();
  for (const text2 of texts) {
    for (const line2 of text2.split("\n")) {
      const match = /^(\S+) (v[^\s/]+)(\/go\.mod)? h1:/u.exec(line2);
      if (match === null) continue;
      const [, path3 = "", version = "", onlyMod] = match;
      (onlyMod === void 0 ? zips : mods).add(`${path3}@${version}`);
    }
  }
  return { zips, mods };
}
function unescapeModuleName(text2) {
  return text2.replace(/!([a-z])/gu, (_, letter) => letter.toUpperCase());
}

// src/install/module-cache.ts
function listModuleParts(files, root) {
  const parts = [];
  visitDirectories(files, root, ({ path: path3, below, name }) => {
    if (below === "cache") return "skip";
    if (!name.includes("@")) return "enter";
    parts.push({ kind: "tree", path: path3, module: unescapeModuleName(below) });
    return "skip";
  });
  visitDirectories(files, (0, import_node_path18.join)(root, "cache", "download"), ({ path: path3, below, name }) => {
    if (below === "sumdb") return "skip";
    if (name !== "@v") return "enter";
    parts.push(...versionFiles(files, path3, below.slice(0, -"/@v".length)));
    return "skip";
  });
  return parts;
}
function visitDirectories(files, root, visit2) {
  const waiting = [{ path: root, below: "" }];
  for (const { path: directory2, below: prefix } of waiting) {
    for (const { name, kind } of readDirectory(files, directory2)) {
      const at = { path: (0, import_node_path18.join)(directory2, name), below: prefix === "" ? name : `${prefix}/${name}`, name };
      if (kind === "directory" && visit2(at) === "enter") waiting.push(at);
    }
  }
}
function versionFiles(files, directory2, modulePath) {
  return readDirectory(files, directory2).flatMap(({ name, kind }) => {
    const match = /^(v.+)\.(info|mod|zip|ziphash|lock|partial)$/u.exec(name);
    if (kind !== "file" || match === null) return [];
    const module2 = unescapeModuleName(`${modulePath}@${match[1]}`);
    const isOfMod = match[2] === "info" || match[2] === "mod";
    return [{ kind: isOfMod ? "mod" : "zip", module: module2, path: (0, import_node_path18.join)(directory2, name) }];
  });
}
function readDirectory(files, path3) {
  try {
    return files.tree.readDirectory(path3);
  } catch {
    return [];
  }
}

// src/policy/cache-writing.ts
var EVENTS_WITHOUT_WRITING = ["release", "pull_request_target"];
function whyNotWritten(job, mode) {
  if (mode === "read-only") return "cache-mode is read-only";
  if (job.event !== void 0 && EVENTS_WITHOUT_WRITING.includes(job.event)) return `the event is ${job.event}`;
  if (job.ref?.startsWith("refs/tags/") === true) return "the job runs on a tag";
  return job.isReadOnly ? "the runner allows reading only" : void 0;
}

// src/domain/name-pattern.ts
function parseNamePattern(text2) {
  const tokens = [];
  for (let at = 0; at < text2.length; at += 1) {
    const character = text2[at] ?? "";
    const set = character === "[" ? /^\[(!?)([^\]]+)\]/u.exec(text2.slice(at)) : null;
    if (set !== null) {
      tokens.push({ kind: "set", isNegated: set[1] === "!", ranges: parseRanges(set[2] ?? "") });
      at += set[0].length - 1;
    } else if (character === "?") tokens.push({ kind: "one" });
    else if (character !== "*") tokens.push({ kind: "character", character });
    else if (tokens.at(-1)?.kind !== "many") tokens.push({ kind: "many" });
  }
  return tokens;
}
function parseRanges(text2) {
  const ranges = [];
  for (let at = 0; at < text2.length; at += 1) {
    const first = text2[at] ?? "";
    const isRange = text2[at + 1] === "-" && at + 2 < text2.length;
    ranges.push([first, isRange ? text2[at + 2] ?? first : first]);
    if (isRange) at += 2;
  }
  return ranges;
}
function matchesName(pattern2, name) {
  let token = 0;
  let retry;
  for (let at = 0; at < name.length; ) {
    const current = pattern2[token];
    if (current?.kind === "many") {
      retry = { token, at };
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
  return pattern2.slice(token).every(({ kind }) => kind === "many");
}
function matchesCharacter(token, character) {
  if (token.kind === "character") return token.character === character;
  if (token.kind !== "set") return true;
  return token.ranges.some(([from, to]) => from <= character && character <= to) !== token.isNegated;
}

// src/domain/cache-pattern.ts
var LONGEST3 = 1e3;
function readCachePatterns(text2, place) {
  const patterns = [];
  const outside = [];
  for (const line2 of text2.split(/\r?\n/u).map((each) => each.trim())) {
    if (line2 === "" || line2.startsWith("#")) continue;
    const marks = /^!*/u.exec(line2)?.[0].length ?? 0;
    const names2 = line2.length > LONGEST3 ? void 0 : namesInside(line2.slice(marks).trim(), place);
    if (names2 === void 0) outside.push(line2.slice(0, 200));
    else {
      const own = place.isWindows ? names2.map((name) => name.toLowerCase()) : names2;
      const parts = own.map((name) => name === "**" ? "any" : parseNamePattern(name));
      patterns.push({ text: line2, isExclusion: marks % 2 === 1, parts, ignoresCase: place.isWindows });
    }
  }
  return { patterns, outside };
}
function namesInside(path3, { workspace, isWindows: isWindows2 }) {
  const slashes = (text2) => isWindows2 ? text2.replaceAll("\\", "/") : text2;
  const same = (text2) => isWindows2 ? text2.toLowerCase() : text2;
  const root = slashes(workspace).replace(/\/+$/u, "");
  let rest = slashes(path3);
  if (rest.startsWith("/") || rest === "~" || rest.startsWith("~/") || isWindows2 && /^[a-z]:/iu.test(rest)) {
    if (same(rest) !== same(root) && !same(rest).startsWith(same(`${root}/`))) return void 0;
    rest = rest.slice(root.length);
  }
  const names2 = [];
  for (const name of rest.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names2.push(name);
    else if (names2.length === 0 || /[*?[]/u.test(names2.pop() ?? "")) return void 0;
  }
  return names2;
}
function matchPattern(pattern2, names2) {
  const { parts, ignoresCase } = pattern2;
  let states = reach(/* @__PURE__ */ new Set([0]), parts);
  for (const name of names2) {
    if (states.has(parts.length)) return "whole";
    const next = /* @__PURE__ */ new Set();
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

// src/steps/cache-wanted.ts
init_finding();

// src/install/cache-dependencies.ts
var import_node_crypto8 = require("node:crypto");
var import_node_path19 = require("node:path");
init_limits();
var DEPENDENCY_FILES = ["go.mod", "go.sum", "go.work", "go.work.sum"];
var SKIPPED = ["vendor", "node_modules", "testdata"];
function findDependencyFiles(search) {
  return walk(search, {
    enter: (names2) => !SKIPPED.includes(names2.at(-1) ?? "") && names2.at(-1)?.startsWith(".") !== true,
    take: (names2) => DEPENDENCY_FILES.includes(names2.at(-1) ?? "")
  });
}
function findPatternFiles(search, patterns) {
  const included = patterns.filter((pattern2) => !pattern2.isExclusion);
  const excluded = patterns.filter((pattern2) => pattern2.isExclusion);
  const isOut = (names2) => excluded.some((pattern2) => matchPattern(pattern2, names2) === "whole");
  const used = /* @__PURE__ */ new Set();
  const paths = walk(search, {
    enter: (names2) => names2.at(-1) !== ".git" && !isOut(names2) && included.some((each) => matchPattern(each, names2) !== "none"),
    take: (names2) => {
      const matching2 = included.filter((pattern2) => matchPattern(pattern2, names2) === "whole");
      for (const pattern2 of matching2) used.add(pattern2);
      return matching2.length > 0 && !isOut(names2);
    }
  });
  return { paths, unmatched: included.filter((pattern2) => !used.has(pattern2)) };
}
function walk({ files, workspace, foreign: foreign2 }, choice2) {
  const outside = new Set(foreign2.map((path3) => (0, import_node_path19.resolve)(path3)));
  const found = [];
  const waiting = [[]];
  for (let at = 0; at < waiting.length && at < LIMITS.dependencyDirectoryCount; at += 1) {
    const directory2 = waiting[at] ?? [];
    for (const { name, kind } of [...entriesOf(files, (0, import_node_path19.join)(workspace, ...directory2))].sort(byName)) {
      const names2 = [...directory2, name];
      if (kind === "file" && choice2.take(names2)) found.push(names2.join("/"));
      const isInside = kind === "directory" && !outside.has((0, import_node_path19.join)(workspace, ...names2));
      if (isInside && names2.length < LIMITS.dependencyDepth && choice2.enter(names2)) waiting.push(names2);
    }
    if (found.length >= LIMITS.dependencyFileCount) break;
  }
  return found.slice(0, LIMITS.dependencyFileCount).sort();
}
function entriesOf(files, directory2) {
  try {
    return files.tree.readDirectory(directory2);
  } catch {
    return [];
  }
}
function byName(a, b) {
  return a.name < b.name ? -1 : 1;
}
async function hashDependencyFiles({ files, workspace }, paths) {
  const whole = (0, import_node_crypto8.createHash)("sha256");
  for (const path3 of paths) {
    const bytes = await files.read((0, import_node_path19.join)(workspace, ...path3.split("/")), LIMITS.dependencyFileBytes);
    whole.update(`${(0, import_node_crypto8.createHash)("sha256").update(bytes).digest("hex")}  ${path3}
`);
  }
  return whole.digest("hex");
}
async function readSumFiles({ files, workspace }, paths) {
  const sums = paths.filter((path3) => /(?:^|\/)go(?:\.work)?\.sum$/u.test(path3));
  const read5 = async (path3) => (await files.read((0, import_node_path19.join)(workspace, path3.replaceAll("/", import_node_path19.sep)), LIMITS.dependencyFileBytes)).toString("utf8");
  return Promise.all(sums.map(read5));
}

// src/install/cache-settings.ts
var import_node_path20 = require("node:path");
init_limits();

// src/domain/os-release.ts
function distributionName(osRelease) {
  const fields = /* @__PURE__ */ new Map();
  for (const line2 of osRelease.split("\n")) {
    const match = /^([A-Z_]+)=(?:"([^"]*)"|'([^']*)'|(\S*))\s*$/u.exec(line2);
    if (match !== null) fields.set(match[1] ?? "", match[2] ?? match[3] ?? match[4] ?? "");
  }
  const name = `${fields.get("ID") ?? ""}${fields.get("VERSION_ID") ?? ""}`.toLowerCase();
  return name.replace(/[^a-z0-9._]/gu, "_").slice(0, 40) || "linux";
}

// src/install/cache-settings.ts
async function readCacheSettings(go, signal) {
  const { exec, root, platform: platform3, env } = go;
  const names2 = ["GOMODCACHE", "GOPATH", "GOCACHE", "GOOS", "GOARCH"];
  const file = (0, import_node_path20.join)(root, "bin", platform3.goos === "windows" ? "go.exe" : "go");
  const own = { ...env, GOROOT: void 0, GOTOOLCHAIN: "local" };
  const answer2 = await exec.run({ file, args: ["env", ...names2], env: own, cwd: root, timeoutMs: LIMITS.goEnvMs }, signal);
  const lines = answer2.exitCode === 0 ? answer2.stdout.split(/\r?\n/u) : [];
  const [modules = "", gopath = "", build = "", goos = "", goarch = ""] = lines;
  const first = gopath.split(platform3.goos === "windows" ? ";" : ":")[0];
  return {
    modules: modules || (first ? (0, import_node_path20.join)(first, "pkg", "mod") : void 0),
    build: build === "" || build === "off" ? void 0 : build,
    target: { goos: goos || platform3.goos, goarch: goarch || platform3.goarch }
  };
}
async function readDistribution(files, platform3) {
  if (platform3.goos !== "linux") return void 0;
  const name = distributionName(await readOsRelease(files));
  const libraries = [...await files.list("/lib"), ...await files.list("/lib64")];
  const hasMusl = libraries.some((library) => library.startsWith("ld-musl-"));
  return hasMusl && !libraries.some((library) => library.startsWith("ld-linux")) ? `${name}_musl` : name;
}
async function readOsRelease(files) {
  for (const path3 of ["/etc/os-release", "/usr/lib/os-release"]) {
    if (await files.stat(path3) !== void 0) {
      const bytes = await files.read(path3, LIMITS.versionFileBytes).catch(() => void 0);
      if (bytes !== void 0) return bytes.toString("utf8");
    }
  }
  return "";
}

// src/policy/cache-keys.ts
function cacheKeys(parts) {
  const { platform: platform3, target: target2, distribution, goVersion, dependencyHash } = parts;
  const isCross = target2.goos !== platform3.goos || target2.goarch !== platform3.goarch;
  const place = [
    platform3.goos,
    isCross ? `${platform3.goarch}_${target2.goos}_${target2.goarch}` : platform3.goarch,
    ...distribution === void 0 ? [] : [distribution]
  ].join("-");
  const modules = `setup-go-robust-modules-${place}-`;
  const build = `setup-go-robust-build-${place}-go${goVersion.replaceAll(/[^a-z0-9.]/giu, "_")}-`;
  return {
    modules: { kind: "modules", key: `${modules}${dependencyHash}`, prefixes: [modules] },
    build: { kind: "build", key: `${build}${dependencyHash}`, prefixes: [build] }
  };
}

// src/steps/cache-wanted.ts
async function wantedCaches(context, go, signal) {
  const { machine, workspace } = context;
  const { files, exec, env } = machine;
  const { platform: platform3 = context.platform, name = versionText(go.version) } = go;
  const { modules, build, target: target2 } = await readCacheSettings({ exec, env, platform: platform3, root: go.root }, signal);
  const foreign2 = [go.root, machine.toolCache.directory, modules, build].filter((path3) => path3 !== void 0);
  const paths = dependencyPaths(context, { files, workspace, foreign: foreign2 });
  if (paths.length === 0) return "no dependency files were found";
  const dependencyHash = await hashDependencyFiles({ files, workspace }, paths);
  const distribution = await readDistribution(files, platform3);
  const keys = cacheKeys({ platform: platform3, target: target2, distribution, goVersion: name, dependencyHash });
  const entries3 = [
    ...modules === void 0 ? [] : [{ ...keys.modules, path: modules }],
    ...build === void 0 ? [] : [{ ...keys.build, path: build }]
  ];
  return entries3.length === 0 ? "this Go names no cache directories" : { entries: entries3, foreign: foreign2 };
}
function dependencyPaths(context, search) {
  const { inputs, machine, workspace, emit } = context;
  if (inputs.cacheDependencyPath === void 0) return findDependencyFiles(search);
  const place = { workspace, isWindows: machine.platform.os === "win32" };
  const { patterns, outside } = readCachePatterns(inputs.cacheDependencyPath, place);
  const { paths, unmatched } = findPatternFiles(search, patterns);
  const complain = (pattern2, problem) => {
    const evidence = { pattern: pattern2, problem, accepted: "paths of files inside the workspace, with * ? [ ] and **" };
    const message = `${pattern2} counts for nothing: ${problem}`;
    emit({ type: "finding", finding: finding("CACHE.PATTERN", { subject: "cache-dependency-path", message, evidence }) });
  };
  for (const text2 of outside) complain(text2, "it leads out of the workspace");
  for (const { text: text2 } of unmatched) complain(text2, "it matches no file");
  return paths;
}

// src/steps/restore-cache.ts
init_context();

// src/steps/within.ts
async function within(limit, body, outer) {
  outer.throwIfAborted();
  const { clock: clock2, ms, reason, graceMs = 0 } = limit;
  const stop2 = new AbortController();
  const over = new AbortController();
  const onOuter = () => stop2.abort(outer.reason);
  outer.addEventListener("abort", onOuter, { once: true });
  clock2.sleep(ms, over.signal).then(
    () => stop2.abort(reason()),
    () => void 0
  );
  const stopped = new Promise((resolve8) => {
    stop2.signal.addEventListener("abort", () => resolve8("stopped"), { once: true });
  });
  const work = body(stop2.signal);
  const ended = work.then(
    () => void 0,
    () => void 0
  );
  try {
    const first = await Promise.race([work, stopped]);
    if (first !== "stopped") return first;
    if (graceMs > 0) await Promise.race([ended, clock2.sleep(graceMs, over.signal).catch(() => void 0)]);
    throw stop2.signal.reason;
  } finally {
    over.abort();
    outer.removeEventListener("abort", onOuter);
  }
}

// src/steps/restore-cache.ts
var RESTORED = "SETUP_GO_ROBUST_CACHES";
async function restoreCaches(context, go, signal) {
  const { inputs, host, emit } = context;
  if (host.cache === void 0 || !inputs.cache) return;
  const reason = inputs.offline ? "offline" : host.cache.unavailable;
  if (reason !== void 0) return emit({ type: "cache", result: "off", reason });
  const { cache } = host;
  await inPhase(context, "cache", async () => {
    try {
      await restoreWanted(context, { cache, go }, signal);
    } catch (error2) {
      signal.throwIfAborted();
      emitTrouble(context, error2);
    }
  });
}
async function restoreWanted(context, { cache, go }, signal) {
  const { machine, emit, host, inputs, workspace } = context;
  const restoredAtMs = machine.clock.now();
  if (timeLeftMs(context) === 0) return emit({ type: "cache", result: "off", reason: "the time budget is used up" });
  const wanted = await wantedCaches(context, go, signal);
  if (typeof wanted === "string") return emit({ type: "cache", result: "off", reason: wanted });
  const earlier = readEarlier(machine.env[RESTORED]);
  const outcomes = wanted.entries.flatMap(({ key, kind }) => {
    const matchedKey = earlier[key];
    if (matchedKey === void 0) return [];
    return [{ result: matchedKey === key ? "exact" : "prefix", entry: kind, key, matchedKey, ms: 0 }];
  });
  const missing = wanted.entries.filter(({ key }) => earlier[key] === void 0);
  const asked = missing.length === 0 ? [] : await askFor(context, { cache, missing }, signal);
  for (const outcome2 of [...outcomes, ...asked]) emit({ type: "cache", ...outcome2 });
  const restored = asked.flatMap(({ key, matchedKey }) => matchedKey === void 0 ? [] : [[key, matchedKey]]);
  if (restored.length > 0) {
    const value = JSON.stringify({ ...earlier, ...Object.fromEntries(restored) });
    await host.apply([{ kind: "set", name: RESTORED, value }]);
  }
  const why = whyNotWritten(cache.job, inputs.cacheMode);
  cache.keep(planText({ ...planFor(wanted, asked, why), restoredAtMs, workspace, foreign: wanted.foreign }));
}
function planFor(wanted, asked, why) {
  if (why !== void 0) return { entries: [], reason: why };
  const entries3 = asked.flatMap(({ result: result2, key }) => {
    const entry = wanted.entries.find((each) => each.key === key);
    if (entry === void 0 || result2 !== "none" && result2 !== "prefix") return [];
    return [{ kind: entry.kind, path: entry.path, key, isUpdate: result2 === "prefix" }];
  });
  const isDown = asked.some(({ result: result2 }) => result2 === "failed");
  return { entries: entries3, reason: isDown ? "the restore had failed" : "the entries of this job exist" };
}
async function askFor(context, { cache, missing }, signal) {
  const { clock: clock2 } = context.machine;
  const startMs = clock2.monotonic();
  const base = missing.map(({ kind, key }) => ({ entry: kind, key }));
  const ms = () => Math.round(clock2.monotonic() - startMs);
  try {
    const service = await cache.open();
    const limitMs = Math.min(LIMITS.cacheLookupMs, timeLeftMs(context));
    const limit = { clock: clock2, ms: limitMs, reason: () => tooSlow("CACHE.UNAVAILABLE", "the cache service", limitMs) };
    const lookUp3 = (inner) => Promise.all(missing.map((entry) => service.lookUp(entry, inner)));
    const matches = await within(limit, lookUp3, signal);
    return await Promise.all(
      missing.map(async (entry, at) => {
        const found = matches[at];
        if (found === void 0) return { result: "none", entry: entry.kind, key: entry.key, ms: ms() };
        const matchedKey = await restoreOne(context, { service, entry }, signal);
        const place = { entry: entry.kind, key: entry.key, ms: ms() };
        if (matchedKey === void 0) return { result: "failed", ...place };
        return { result: matchedKey === entry.key ? "exact" : "prefix", matchedKey, ...place };
      })
    );
  } catch (error2) {
    signal.throwIfAborted();
    emitTrouble(context, error2);
    return base.map((each) => ({ result: "failed", ...each, ms: ms() }));
  }
}
async function restoreOne(context, { service, entry }, signal) {
  const { clock: clock2, files } = context.machine;
  const limitMs = Math.min(LIMITS.cacheRestoreMs, timeLeftMs(context));
  const limit = { clock: clock2, ms: limitMs, graceMs: LIMITS.cacheStopMs, reason: () => tooSlow("CACHE.RESTORE", entry.kind, limitMs) };
  const before = entry.kind === "modules" ? new Set(listModuleParts(files, entry.path).map(({ path: path3 }) => path3)) : void 0;
  const problem = await within(limit, (inner) => service.restore(entry, inner), signal).catch((error2) => ({ error: error2 }));
  if (typeof problem === "string") return problem;
  if (before !== void 0) await removeNew({ files, root: entry.path, before });
  signal.throwIfAborted();
  emitTrouble(context, problem?.error ?? failure("CACHE.RESTORE", { subject: entry.kind, evidence: { reason: "it is gone" } }));
  return void 0;
}
async function removeNew(cache) {
  const { files, root, before } = cache;
  for (const { path: path3 } of listModuleParts(files, root)) {
    if (!before.has(path3)) await files.remove(path3).catch(() => void 0);
  }
}
function timeLeftMs({ machine, budgetEndMs }) {
  return Math.max(0, budgetEndMs - machine.clock.monotonic() - LIMITS.cacheReserveMs);
}
function tooSlow(code, subject, limitMs) {
  return failure(code, { subject, evidence: { reason: "it took too long", "budget ms": limitMs } });
}
function emitTrouble({ emit }, error2) {
  if (error2 instanceof Failure) {
    for (const each of error2.findings) emit({ type: "finding", finding: { ...each, severity: "warning" } });
    return;
  }
  const text2 = error2 instanceof Error ? error2.stack ?? error2.message : String(error2);
  const evidence = { error: text2.split("\n").slice(0, 4).join(" ") };
  emit({ type: "finding", finding: finding("CACHE.UNAVAILABLE", { subject: "cache", evidence }) });
}
function readEarlier(text2) {
  const earlier = [];
  for (const [name, matched] of Object.entries(parseJsonObject(text2 ?? "") ?? {})) {
    if (typeof matched === "string") earlier.push([name, matched]);
  }
  return Object.fromEntries(earlier);
}

// src/steps/install.ts
async function installGo(context, signal) {
  const { request: request3, emit } = context;
  if (request3 === void 0) return useGoOnPath(context, signal);
  const { spec, origin: origin2, warnings = [] } = request3;
  for (const warning2 of warnings) emit({ type: "finding", finding: warning2 });
  emit({ type: "requested", spec: spec.text, origin: origin2 });
  const base = floatingBase(context.inputs.sources);
  const provided = base === void 0 ? await findOrProvide(context, request3, signal) : await inPhase(context, "acquire", () => provideFloating(context, { request: request3, base }, signal));
  await makeKnown(context, provided, signal);
  await restoreCaches(context, provided, signal);
  return provided.from === "tool-cache" ? "cached" : "installed";
}
async function useGoOnPath(context, signal) {
  if (context.destination !== void 0) throw noRequest();
  const provided = { ...await findPathGo(context, signal), from: "path" };
  await makeKnown(context, provided, signal);
  await restoreCaches(context, provided, signal);
  return PATH_OUTCOME;
}
async function findOrProvide(context, request3, signal) {
  const { inputs } = context;
  const { spec, isGoLine: isOldLine } = request3;
  const sources = once(() => openSources(context, signal));
  const mustAsk = spec.kind === "alias" || inputs.checkLatest && spec.kind !== "exact";
  const base = ownBase(inputs);
  const standing = await inPhase(context, "lookup", async () => {
    if (mustAsk && !inputs.offline) return void 0;
    const proved = await findInstalled(context, { spec, sources, isOldLine }, signal);
    return proved ?? (base === void 0 ? void 0 : findPrivate(context, { base, spec }, signal));
  });
  return standing ?? await inPhase(context, "acquire", async () => provide(context, { request: request3, sources: await sources() }, signal));
}
async function makeKnown(context, provided, signal) {
  const { inputs, emit, host } = context;
  const { env } = context.machine;
  const { root, version, from, name = versionText(version) } = provided;
  const checked = await inPhase(context, "check", () => execute(context, provided, signal));
  const { gopath, foreignGoroot } = checked;
  const bin = (0, import_node_path21.dirname)(checked.bin);
  const changes = environmentFor({ root, gopath, version, env, gotoolchain: inputs.gotoolchain, foreignGoroot });
  await inPhase(context, "apply", async () => {
    if (gopath !== void 0) await makeBin(context, (0, import_node_path21.join)(gopath, "bin"));
    await host.apply(changes);
  });
  emit({ type: "toolchain-ready", version: name, root, bin, from, ...gopath === void 0 ? {} : { gopath } });
}
var UNSOUND = ["VERSION.MISMATCH", "GO.NOT_RUNNABLE"];
async function execute(context, provided, signal) {
  const { machine } = context;
  const { files, exec, env } = machine;
  const { root, version, from, name, platform: platform3 = forRelease(context, version).platform } = provided;
  try {
    return await checkToolchain({ exec, root, version, platform: platform3, env, isPrivate: name !== void 0 }, signal);
  } catch (error2) {
    if (from === "download" && error2 instanceof Failure && UNSOUND.includes(error2.code)) {
      const entry = { place: provided.place ?? placeFor(context, version), files, randomName: () => machine.randomName() };
      await removeEntry(entry).catch(() => void 0);
    }
    throw error2;
  }
}
async function makeBin({ machine, emit }, directory2) {
  try {
    await machine.files.makeDirectory(directory2);
    const shadow = (await machine.files.list(directory2)).find((name) => name === "go" || name === "go.exe");
    if (shadow !== void 0) emit({ type: "finding", finding: finding("GO.SHADOWED", { subject: (0, import_node_path21.join)(directory2, shadow) }) });
  } catch (error2) {
    if (!(error2 instanceof Failure)) throw error2;
    emit({ type: "finding", finding: { ...error2.finding, severity: "warning" } });
  }
}
async function findInstalled(context, wanted, signal) {
  const { spec, isOldLine = false } = wanted;
  const installed = (await installedVersions(context, spec)).map((version) => ({
    version,
    stable: version.prerelease === void 0
  }));
  for (const { version } of spec === void 0 ? installed : matching(spec, installed)) {
    if (!isOldLine && compareVersions(version, context.inputs.minGoVersion) < 0) continue;
    const place = placeFor(context, version);
    const own = forRelease(context, version);
    const proofs = once(async () => openProofs(own, { sources: await wanted.sources(), version }, signal));
    const standing = await proveStanding(own, { place, version, proofs }, signal);
    if (standing.state === "proved") return { version, root: place.root, from: "tool-cache" };
  }
  return void 0;
}
async function installedVersions(context, spec) {
  const { machine, destination, platform: platform3 } = context;
  if (destination === void 0 && spec?.kind === "exact") return [spec.version];
  const texts = destination === void 0 ? [...machine.toolCache.versions("go", platform3.cacheArch), ...throughRosetta(context)] : [(await findEntry(placeFor(context, { major: 0, minor: 0, patch: 0 }), machine.files))?.versionLine ?? ""];
  const versions = texts.map((text2) => parseGoVersion(text2)).filter((version) => version !== void 0);
  return versions.sort((a, b) => compareVersions(b, a));
}
function throughRosetta({ machine, platform: platform3 }) {
  if (platform3.goos !== "darwin" || platform3.goarch !== "arm64") return [];
  return machine.toolCache.versions("go", "x64").filter((text2) => {
    const version = parseGoVersion(text2);
    return version !== void 0 && platformOfRelease(platform3, version) !== platform3;
  });
}

// src/steps/prepare.ts
var import_node_path22 = require("node:path");
init_failure();
init_finding();

// src/domain/inputs.ts
init_address();

// src/domain/checksum-pin.ts
function parseChecksumPin(text2) {
  const hex = /^sha256:([0-9a-f]{64})$/iu.exec(text2)?.[1];
  if (hex !== void 0) return { kind: "sha256", hex: hex.toLowerCase() };
  return /^h1:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/u.test(text2) ? { kind: "h1", text: text2 } : void 0;
}

// src/domain/inputs.ts
init_finding();

// src/domain/input-reader.ts
init_finding();
function createInputReader(raw, findings2) {
  const text2 = (name) => (raw[name] ?? "").trim() || defaultOf(name);
  const refuse2 = (name, { code, got, accepted: accepted2 }) => {
    findings2.push(
      finding(code, {
        subject: name,
        evidence: { got: got.slice(0, 200), accepted: accepted2 },
        fixes: [{ title: "Write an accepted value", kind: "setting", text: `${name}: ${accepted2}`, risk: "none" }]
      })
    );
  };
  return {
    text: text2,
    refuse: refuse2,
    optional: (name) => text2(name) || void 0,
    flag: (name) => {
      const value = text2(name);
      if (/^(?:true|True|TRUE)$/u.test(value)) return true;
      if (!/^(?:false|False|FALSE)$/u.test(value)) {
        refuse2(name, { code: "INPUT.INVALID", got: value, accepted: "true or false" });
      }
      return false;
    },
    choice: (name, choices) => {
      const value = text2(name);
      const found = choices.find((choice2) => choice2 === value);
      if (found === void 0) refuse2(name, { code: "INPUT.INVALID", got: value, accepted: choices.join(", ") });
      return found ?? choices[0];
    }
  };
}
function defaultOf(name) {
  return INPUTS.find((row) => row.name === name)?.default ?? "";
}
function unknownNames(raw) {
  const known = INPUTS.map((row) => row.name);
  const strangers = Object.keys(raw).filter((name) => raw[name] !== void 0 && !known.includes(name));
  return strangers.map((name) => {
    const near = nearestName(name, known);
    return finding("INPUT.UNKNOWN_OPTION", {
      subject: name.slice(0, 100),
      evidence: { nearest: near, accepted: known.join(" ") },
      fixes: near === void 0 ? [] : [{ title: "Correct the name", kind: "edit", text: near, risk: "none" }]
    });
  });
}

// src/domain/inputs.ts
init_redact();
function parseInputs(raw, context) {
  const findings2 = unknownNames(raw);
  const reader2 = createInputReader(raw, findings2);
  const { text: text2, optional: optional2, flag, choice: choice2 } = reader2;
  const inputs = {
    goVersion: judgeGoVersion(reader2),
    goVersionFile: optional2("go-version-file"),
    checkLatest: flag("check-latest"),
    architecture: judgeArchitecture(reader2),
    sources: judgeSources({ reader: reader2, context, findings: findings2 }),
    sourceToken: optional2("source-token"),
    verification: choice2("verification", ["strict", "source"]),
    toolCacheProof: choice2("tool-cache-proof", ["quick", "full"]),
    checksum: judgeChecksum(reader2),
    minGoVersion: judgeMinimum(reader2),
    preflight: choice2("preflight", ["error", "warn", "off"]),
    diagnose: choice2("diagnose", ["on-failure", "always", "off"]),
    repair: choice2("repair", ["off", "plan", "safe"]),
    workingDirectory: text2("working-directory"),
    gotoolchain: choice2("gotoolchain", ["keep", "local", "auto"]),
    timeoutMs: judgeTimeoutMs(reader2),
    offline: flag("offline"),
    caFile: optional2("ca-file"),
    allowDirect: flag("allow-direct"),
    cache: flag("cache"),
    cacheDependencyPath: optional2("cache-dependency-path"),
    cacheMode: choice2("cache-mode", ["read-write", "read-only"]),
    problemMatcher: flag("problem-matcher"),
    summary: choice2("summary", ["always", "on-failure", "never"]),
    reportDir: optional2("report-dir"),
    destination: optional2("dest")
  };
  const [first, ...rest] = findings2;
  return first === void 0 ? { inputs: Object.freeze(inputs) } : { findings: [first, ...rest] };
}
function judgeGoVersion({ optional: optional2, refuse: refuse2 }) {
  const got = optional2("go-version");
  if (got === void 0 || parseSpec(got) !== void 0) return got;
  const accepted2 = "a version such as 1.26.8 or 1.27rc1, a line such as 1.26, an npm range, stable, oldstable or latest";
  refuse2("go-version", { code: "INPUT.VERSION", got, accepted: accepted2 });
  return void 0;
}
function judgeArchitecture({ optional: optional2, refuse: refuse2 }) {
  const got = optional2("architecture");
  if (got !== void 0 && !ARCHITECTURE_NAMES.includes(got.toLowerCase())) {
    refuse2("architecture", { code: "INPUT.PLATFORM", got, accepted: ARCHITECTURE_NAMES.join(", ") });
  }
  return got;
}
function judgeChecksum({ optional: optional2, refuse: refuse2 }) {
  const got = optional2("checksum");
  const pin = got === void 0 ? void 0 : parseChecksumPin(got);
  if (got !== void 0 && pin === void 0) {
    const accepted2 = "sha256: and 64 hexadecimal digits, or h1: and 44 base64 characters";
    refuse2("checksum", { code: "INPUT.CHECKSUM", got, accepted: accepted2 });
  }
  return pin;
}
function judgeMinimum({ text: text2, refuse: refuse2 }) {
  const got = text2("min-go-version");
  const minimum = parseGoVersion(got);
  if (minimum === void 0)
    refuse2("min-go-version", { code: "INPUT.INVALID", got, accepted: "a version such as 1.21 or 1.24.3" });
  return minimum ?? { major: 0, minor: 0, patch: 0 };
}
function judgeTimeoutMs({ text: text2, refuse: refuse2 }) {
  const got = text2("timeout");
  const timeoutMs = parseDurationMs(got);
  if (timeoutMs === void 0)
    refuse2("timeout", { code: "INPUT.TIMEOUT", got, accepted: "a duration up to 24h such as 90s, 10m or 1m30s" });
  return timeoutMs ?? 0;
}
function judgeSources(from) {
  const { reader: reader2, context, findings: findings2 } = from;
  const list2 = parseSourceList(reader2.text("sources"), context.sourceIds);
  findings2.push(...list2.findings);
  const isNamed = list2.specs.length > 0 || list2.findings.length > 0;
  const input = reader2.optional("go-download-base-url");
  const base = input ?? (context.env.GO_DOWNLOAD_BASE_URL?.trim() || void 0);
  if (isNamed && input !== void 0) {
    const got = redactUrl(input);
    const accepted2 = "either go-download-base-url or sources, not both";
    reader2.refuse("go-download-base-url", { code: "INPUT.INVALID", got, accepted: accepted2 });
  }
  const specs = isNamed || base === void 0 ? list2.specs : baseUrlSpecs({ base, isInput: input !== void 0, findings: findings2 });
  findings2.push(...exposedCredentials(specs, reader2.optional("source-token") !== void 0));
  return specs;
}
function baseUrlSpecs(from) {
  const read5 = parseBaseUrl(from.base, from.isInput ? "go-download-base-url" : "GO_DOWNLOAD_BASE_URL");
  if ("spec" in read5) return [read5.spec];
  from.findings.push(read5.finding);
  return [];
}
function exposedCredentials(specs, hasToken) {
  return specs.flatMap((spec) => {
    if (spec.kind === "id") return [];
    const address = spec.kind === "base" ? spec.url : fillTemplate(spec.template, { version: "", os: "", arch: "", ext: "", file: "" });
    const { url, authorization } = splitUserinfo(address);
    if (!isExposed(url) || !hasToken && authorization === void 0) return [];
    const subject = hasToken ? "source-token" : "sources";
    return [finding("HTTP.INSECURE_TOKEN", { subject, evidence: { source: redactUrl(url) } })];
  });
}

// src/steps/prepare.ts
init_limits();
async function prepare(setting2, emit) {
  const { rawInputs, env, workspace, host, operands, options, log } = setting2;
  const judged = parseInputs(rawInputs, { env, sourceIds: SOURCE_IDS });
  const problems = "findings" in judged ? [...judged.findings] : [];
  const request3 = await collect2(() => wantedRequest(setting2), problems);
  const caPem = await collect2(() => readCaFile(setting2), problems);
  const platform3 = platformFor(setting2.hostPlatform, rawInputs["architecture"]?.trim() || void 0);
  if (platform3 === void 0 && !problems.some(({ code }) => code === "INPUT.PLATFORM")) problems.push(noPlatform2(setting2));
  const destination = rawInputs["dest"]?.trim() ? (0, import_node_path22.resolve)(workspace, rawInputs["dest"].trim()) : void 0;
  await collect2(() => checkParent(setting2, destination), problems);
  const [first, ...rest] = problems;
  if (first !== void 0) throw new Failure([first, ...rest]);
  if ("findings" in judged || platform3 === void 0) throw new Error("problems without a finding");
  const { inputs } = judged;
  const machine = setting2.openMachine({ caPem, offline: inputs.offline, allowDirect: inputs.allowDirect });
  const releaseTable = once(() => readReleaseTable(setting2, emit));
  const budgetEndMs = machine.clock.monotonic() + inputs.timeoutMs;
  const face = { host, operands, options, workspace, log };
  return { ...face, inputs, machine, platform: platform3, request: request3, destination, emit, releaseTable, budgetEndMs };
}
async function wantedRequest(setting2) {
  const { command, rawInputs } = setting2;
  const isNamed = !!rawInputs["go-version"]?.trim() || !!rawInputs["go-version-file"]?.trim();
  return command === "install" || command === "resolve" || isNamed ? readRequest(setting2) : void 0;
}
async function readCaFile({ rawInputs, files, workspace }) {
  const name = rawInputs["ca-file"]?.trim();
  if (!name) return void 0;
  const refuse2 = (evidence) => failure("INPUT.CA_FILE", { subject: "ca-file", evidence: { file: name, ...evidence } });
  let text2;
  try {
    text2 = (await files.read((0, import_node_path22.resolve)(workspace, name), LIMITS.caFileBytes)).toString("utf8");
  } catch (error2) {
    if (error2 instanceof Failure) throw refuse2({ reason: error2.finding.message });
    throw error2;
  }
  if (!text2.includes("-----BEGIN CERTIFICATE-----")) throw refuse2({ reason: "it holds no PEM certificate" });
  return text2;
}
async function checkParent({ command, files }, destination) {
  if (destination === void 0) return;
  for (let path3 = destination; ; path3 = (0, import_node_path22.resolve)(path3, "..")) {
    const stat3 = await files.stat(path3);
    if (stat3?.kind === "file" || stat3?.kind === "other") {
      throw failure("INPUT.DESTINATION", { subject: "dest", evidence: { "not a directory": path3 } });
    }
    if (stat3 === void 0 && path3 !== (0, import_node_path22.resolve)(path3, "..")) continue;
    if (command === "install" && path3 !== destination) await tryToWrite(files, path3);
    return;
  }
}
async function tryToWrite(files, directory2) {
  const probe = (0, import_node_path22.join)(directory2, ".setup-go-robust-probe");
  try {
    if (await files.write(probe, "", { exclusive: true })) await files.remove(probe);
  } catch (error2) {
    if (!(error2 instanceof Failure)) throw error2;
    throw failure("INPUT.DESTINATION", { subject: "dest", evidence: { "cannot be written": directory2, reason: error2.code } });
  }
}
async function collect2(body, problems) {
  try {
    return await body();
  } catch (error2) {
    if (!(error2 instanceof Failure)) throw error2;
    problems.push(...error2.findings);
    return void 0;
  }
}
function noPlatform2({ hostPlatform: hostPlatform2 }) {
  return finding("INPUT.PLATFORM", { subject: "architecture", evidence: { os: hostPlatform2.os, arch: hostPlatform2.arch } });
}

// src/steps/print-environment.ts
init_failure();
async function printEnvironment(context, signal) {
  const provided = await findInstalled(
    context,
    { spec: context.request?.spec, sources: once(() => openSources(context, signal)) },
    signal
  );
  if (provided === void 0) {
    const where = context.destination ?? context.machine.toolCache.directory;
    const asked = context.request?.spec.text;
    const fixes = [
      { title: "Install it", kind: "command", text: `setup-go-robust install ${asked ?? "stable"}`, risk: "none" }
    ];
    throw failure("GO.NOT_INSTALLED", { subject: asked ?? "go", evidence: { "looked in": where }, fixes });
  }
  await makeKnown(context, provided, signal);
  return "ok";
}

// src/steps/verify.ts
var import_node_path23 = require("node:path");
init_failure();
init_context();

// src/steps/genuine-files.ts
init_failure();
var NAMED_FILE_COUNT = 200;
async function differences(context, work, signal) {
  const { sources, version, files } = work;
  const candidates = orderCandidates({ sources: sources.archives, version, platform: context.platform, silent: /* @__PURE__ */ new Set() });
  const reasons = [];
  for (const candidate of candidates.filter(({ url }) => !url.startsWith("file:"))) {
    try {
      return compare2(files, await readGenuine(context, { ...work, candidate }, signal));
    } catch (error2) {
      signal.throwIfAborted();
      if (!(error2 instanceof Failure)) throw error2;
      reasons.push(`${candidate.sourceId}: ${error2.code}`);
    }
  }
  return [{ name: "differing files", value: `not known, for no genuine archive could be read (${reasons.join(", ")})` }];
}
async function readGenuine(context, work, signal) {
  const { files } = context.machine;
  const { candidate, proofs, version } = work;
  const hashes = /* @__PURE__ */ new Map();
  const sink = createTreeSink({
    writer: files.tree,
    directory: void 0,
    layout: candidate.layout,
    moduleName: moduleName(version, context.platform),
    writeUnproven: false,
    onFile: (path3, sha256) => void hashes.set(path3, sha256)
  });
  const spoolPath = `${context.workspace}/.setup-go-robust-${context.machine.randomName()}`;
  const { unpack: unpack2 } = await Promise.resolve().then(() => (init_unpack(), unpack_exports));
  const bytes = openSilently(context, candidate, signal);
  try {
    const unpacked = await unpack2({ bytes, format: candidate.format, sink, files, spoolPath }, signal);
    const { tree, sha256, fileCount, archiveBytes } = unpacked;
    const verdict = judge({ tree, sha256, fileCount, sizeBytes: archiveBytes }, await proofs.ofArchive(candidate));
    if (verdict.refused !== void 0) throw new Failure([verdict.refused]);
    return hashes;
  } finally {
    bytes.close();
  }
}
function compare2(got, genuine) {
  const all = [];
  for (const path3 of [.../* @__PURE__ */ new Set([...got.keys(), ...genuine.keys()])].sort()) {
    const name = !genuine.has(path3) ? "added" : got.has(path3) ? "changed" : "missing";
    if (got.get(path3) !== genuine.get(path3)) all.push({ name, value: path3 });
  }
  const rest = all.length - NAMED_FILE_COUNT;
  return rest > 0 ? [...all.slice(0, NAMED_FILE_COUNT), { name: "and more files", value: String(rest) }] : all;
}

// src/steps/verify.ts
async function verifyPath(context, signal) {
  const subject = await identify(context);
  const { version } = subject;
  const sources = await openSources(context, signal);
  const proofs = openProofs(subject.context, { sources, version }, signal);
  const files = /* @__PURE__ */ new Map();
  const measured = await inPhase(context, "check", () => measure(subject, files, signal));
  const expectations = subject.layout === "installed" ? await proofs.ofInstalled() : await proofs.ofArchive(candidateOf(subject, subject.layout));
  const verdict = judge(measured, expectations);
  if (verdict.accepted !== void 0) {
    context.emit({ type: "proved", proof: verdict.accepted });
    return "ok";
  }
  const differing = await differences(subject.context, { version, sources, proofs, files }, signal);
  const evidence = [...verdict.refused.evidence, ...differing];
  throw new Failure([{ ...verdict.refused, subject: (0, import_node_path23.basename)(subject.path), evidence, fixes: [replacing(subject)] }]);
}
function replacing({ version, layout }) {
  const text2 = `setup-go-robust install ${versionText(version)}`;
  const title = layout === "installed" ? "Do not use this tree; install it again" : "Do not use this archive; let it be acquired anew";
  return { title, kind: "command", text: text2, risk: "none" };
}
async function identify(context) {
  const path3 = (0, import_node_path23.resolve)(context.workspace, context.operands[0] ?? ".");
  const stat3 = await context.machine.files.stat(path3);
  if (stat3 === void 0) throw failure("FS.NOT_FOUND", { subject: context.operands[0] ?? path3 });
  if (stat3.kind === "directory") {
    const entry = await findEntry(destinationPlace(path3), context.machine.files);
    const version2 = requested(context) ?? parseGoVersion(entry?.versionLine ?? "");
    if (version2 === void 0)
      throw failure("GO.NOT_INSTALLED", { subject: path3, evidence: { reason: "there is no VERSION file" } });
    return { path: path3, version: version2, layout: "installed", context };
  }
  const name = parseArchiveFileName((0, import_node_path23.basename)(path3)) ?? parseModuleFileName((0, import_node_path23.basename)(path3));
  const version = requested(context) ?? name?.version;
  if (version === void 0) {
    const message = "The file name does not say which Go this is; name it with --go-version";
    throw failure("INPUT.VERSION", { subject: (0, import_node_path23.basename)(path3), message });
  }
  const platform3 = name === void 0 ? context.platform : { ...context.platform, goos: name.goos, goarch: name.goarch };
  const layout = parseModuleFileName((0, import_node_path23.basename)(path3)) === void 0 ? "release" : "module";
  return { path: path3, version, layout, context: { ...context, platform: platform3 } };
}
function requested({ request: request3 }) {
  return request3?.spec.kind === "exact" ? request3.spec.version : void 0;
}
function parseModuleFileName(name) {
  const bare = name.startsWith("v0.0.1-") ? name.slice("v0.0.1-".length) : void 0;
  return bare === void 0 ? void 0 : parseArchiveFileName(bare);
}
function candidateOf({ path: path3 }, layout) {
  const fileName = (0, import_node_path23.basename)(path3);
  return { sourceId: "file", url: `file://${path3}`, fileName, format: formatOf(fileName), layout };
}
function formatOf(fileName) {
  return fileName.endsWith(".zip") ? "zip" : "tar.gz";
}
async function measure(subject, hashes, signal) {
  const { path: path3, version, layout, context } = subject;
  const { files, randomName } = context.machine;
  const name = moduleName(version, context.platform);
  const onFile = (file, sha2562) => void hashes.set(file, sha2562);
  if (layout === "installed") {
    return hashInstalledTree({ reader: files.tree, root: path3, moduleName: name, ignore: ["setup.sh"], onFile }, signal);
  }
  const sink = createTreeSink({
    writer: files.tree,
    directory: void 0,
    layout,
    moduleName: name,
    writeUnproven: false,
    onFile
  });
  const { unpack: unpack2 } = await Promise.resolve().then(() => (init_unpack(), unpack_exports));
  const bytes = await openLocalArchive({ files, path: path3 });
  const spoolPath = `${path3}.spool-${randomName()}`;
  const { tree, sha256, fileCount, archiveBytes } = await unpack2(
    { bytes, format: formatOf(path3), sink, files, spoolPath },
    signal
  );
  return { tree, sha256, fileCount, sizeBytes: archiveBytes };
}

// src/run.ts
var COMMANDS2 = {
  install: installGo,
  resolve: resolveOnly,
  verify: verifyPath,
  env: printEnvironment,
  preflight: async (...given) => (await Promise.resolve().then(() => (init_preflight(), preflight_exports))).preflight(...given),
  explain: async (...given) => (await Promise.resolve().then(() => (init_explain(), explain_exports))).explainLog(...given),
  run: async (...given) => (await Promise.resolve().then(() => (init_run_command(), run_command_exports))).runCommand(...given),
  doctor: async (...given) => (await Promise.resolve().then(() => (init_doctor(), doctor_exports))).doctor(...given),
  sources: async (...given) => (await Promise.resolve().then(() => (init_source_health(), source_health_exports))).showSourceHealth(...given)
};
async function run2(job, signal) {
  const emit = emitter(job);
  const over = new AbortController();
  emit({ type: "run-started", command: job.command, product: `${PRODUCT.name} ${PRODUCT.version}` });
  try {
    if (job.usage !== void 0) throw new Failure(job.usage);
    const context = await prepare(job, emit);
    const outcome2 = await COMMANDS2[job.command](context, AbortSignal.any([signal, over.signal]));
    emit({ type: "run-ended", outcome: outcome2, findings: [] });
  } catch (error2) {
    emit({ type: "run-ended", outcome: "failed", findings: findingsOf(signal.aborted ? signal.reason : error2) });
  }
  over.abort(failure("SELF.INTERRUPTED", { subject: "run", evidence: { reason: "the run is over" } }));
  const report = foldReport(job.events, findCause);
  await job.host.publish(report);
  return report;
}
function emitter(job) {
  const startMs = job.clock.monotonic();
  let isOver = false;
  return (body) => {
    if (isOver) return;
    isOver = body.type === "run-ended";
    const event = redactDeep({ atMs: Math.round(job.clock.monotonic() - startMs), ...body }, job.secrets);
    job.events.push(event);
    job.host.hear(event);
  };
}
function findingsOf(error2) {
  if (error2 instanceof Failure) return error2.findings;
  const text2 = error2 instanceof Error ? error2.stack ?? error2.message : String(error2);
  return [finding("SELF.BUG", { subject: PRODUCT.name, evidence: { error: text2.split("\n").slice(0, 6).join(" ") } })];
}

// src/steps/save-cache.ts
init_failure();
init_limits();

// src/install/cache-trim.ts
var import_node_path25 = require("node:path");

// src/policy/cache-trim.ts
var USE_RECORDED_AFTER_MS = 60 * 60 * 1e3;
function isBuildEntryUsed(mtimeMs, restoredAtMs) {
  return mtimeMs >= restoredAtMs - USE_RECORDED_AFTER_MS;
}
function isModuleWanted(part, sum, restoredAtMs) {
  if (part.mtimeMs >= restoredAtMs || sum.zips.has(part.module)) return true;
  return part.kind === "mod" && sum.mods.has(part.module);
}

// src/install/cache-trim.ts
var PARALLEL_COUNT = 32;
async function trimModules(cache, signal) {
  const { files, root, sum, restoredAtMs } = cache;
  const keep2 = (part, mtimeMs) => isModuleWanted({ ...part, mtimeMs }, sum, restoredAtMs);
  return removeUnless(keep2, { files, items: listModuleParts(files, root) }, signal);
}
async function trimBuild(cache, signal) {
  const { files, root, restoredAtMs } = cache;
  const keep2 = (_, mtimeMs) => isBuildEntryUsed(mtimeMs, restoredAtMs);
  return removeUnless(keep2, { files, items: listBuildEntries(files, root) }, signal);
}
function listBuildEntries(files, root) {
  return [...Array(256).keys()].flatMap((index) => {
    const directory2 = (0, import_node_path25.join)(root, index.toString(16).padStart(2, "0"));
    try {
      const entries3 = files.tree.readDirectory(directory2);
      return entries3.flatMap(
        ({ name, kind }) => kind === "file" && /-[ad]$/u.test(name) ? [{ path: (0, import_node_path25.join)(directory2, name) }] : []
      );
    } catch {
      return [];
    }
  });
}
async function removeUnless(keep2, { files, items }, signal) {
  let removedCount = 0;
  const rest = items[Symbol.iterator]();
  const work = async () => {
    for (const item of { [Symbol.iterator]: () => rest }) {
      signal.throwIfAborted();
      const stat3 = await files.stat(item.path);
      if (stat3 === void 0 || keep2(item, stat3.mtimeMs)) continue;
      await files.remove(item.path);
      removedCount += 1;
    }
  };
  await Promise.all(Array.from({ length: PARALLEL_COUNT }, work));
  return { removedCount, keptCount: items.length - removedCount };
}

// src/steps/save-cache.ts
async function saveCaches(options, signal) {
  const plan = readPlan(options.text);
  if (plan === void 0 || plan.entries.length === 0) return { entries: [], reason: plan?.reason ?? "nothing was planned" };
  const { clock: clock2, cache } = options;
  try {
    if (cache.unavailable !== void 0)
      throw failure("CACHE.UNAVAILABLE", { subject: "cache", evidence: { reason: cache.unavailable } });
    const service = await cache.open();
    const taken = await existingKeys({ ...options, service, plan }, signal);
    const entries3 = [];
    for (const entry of plan.entries) {
      const startMs = clock2.monotonic();
      const job = { ...options, service, plan, entry };
      const outcome2 = taken.has(entry.key) ? ANOTHER_JOB : await saveOne(job, signal).catch(failed);
      entries3.push({ kind: entry.kind, ...outcome2, ms: Math.round(clock2.monotonic() - startMs) });
    }
    return { entries: entries3, reason: "" };
  } catch (error2) {
    return { entries: plan.entries.map(({ kind }) => ({ kind, ...failed(error2), ms: 0 })), reason: "" };
  }
}
var ANOTHER_JOB = { result: "skipped", reason: "another job has saved it" };
async function existingKeys({ clock: clock2, service, plan }, signal) {
  const limitMs = LIMITS.cacheLookupMs;
  const reason = () => failure("CACHE.UNAVAILABLE", { subject: "cache", evidence: { "budget ms": limitMs } });
  const lookUp3 = (inner) => Promise.all(plan.entries.map((entry) => service.lookUp({ ...entry, prefixes: [] }, inner)));
  const found = await within({ clock: clock2, ms: limitMs, reason }, lookUp3, signal);
  return new Set(found.filter((key) => key !== void 0));
}
async function saveOne(job, signal) {
  const { entry, files, clock: clock2, service } = job;
  if ((await files.list(entry.path)).length === 0) return { result: "skipped", reason: "there is nothing in it" };
  if (entry.isUpdate && !await trim(job, signal)) return { result: "skipped", reason: "this job used nothing of it" };
  const limitMs = LIMITS.cacheSaveMs;
  const reason = () => failure("CACHE.SAVE", { subject: entry.kind, evidence: { "budget ms": limitMs } });
  const limit = { clock: clock2, ms: limitMs, graceMs: LIMITS.cacheStopMs, reason };
  const result2 = await within(limit, (inner) => service.save(entry, inner), signal);
  if (result2 === "saved") return { result: result2, reason: "" };
  return result2 === "taken" ? ANOTHER_JOB : { result: "skipped", reason: "the token of this job may not write" };
}
async function trim(job, signal) {
  const { entry, plan, files } = job;
  const cache = { files, root: entry.path, restoredAtMs: plan.restoredAtMs };
  if (entry.kind === "build") return (await trimBuild(cache, signal)).keptCount > 0;
  const { workspace, foreign: foreign2 } = plan;
  const sums = await readSumFiles({ files, workspace }, findDependencyFiles({ files, workspace, foreign: foreign2 }));
  return sums.length === 0 || (await trimModules({ ...cache, sum: readGoSums(sums) }, signal)).keptCount > 0;
}
function failed(error2) {
  if (!(error2 instanceof Failure)) return { result: "failed", reason: error2 instanceof Error ? error2.message : String(error2) };
  const { code, message, evidence } = error2.finding;
  return { result: "failed", reason: `${code} ${message} (${evidence.map((each) => `${each.name}: ${each.value}`).join(", ")})` };
}

// src/verify/known-log.ts
var SUM_GOLANG_ORG = {
  verifierKey: "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
  heads: [{ size: 71769961, root: "O0jlIxwRb2vZYS1na726XLlaDCtCqKUVLld+AY32AGA=" }]
};

// src/main.ts
var DISTRIBUTION = __dirname;
var POST_STATE = "isPost";
var CACHE_STATE = "cachePlan";
function main() {
  process.exitCode = 70;
  const isAction = process.env["GITHUB_ACTIONS"] === "true" && process.argv.length <= 2;
  if (!isAction) commandLine(parseCommandLine(process.argv.slice(2)));
  else if (getState(POST_STATE) === "true") afterJob();
  else action();
}
function action() {
  saveState(POST_STATE, "true");
  const { env } = process;
  const rawInputs = Object.fromEntries(INPUTS.map(({ name }) => [name, env[`INPUT_${name.toUpperCase()}`]]));
  const temp = env["RUNNER_TEMP"] || (0, import_node_path26.join)(toolCacheDirectory(), "..");
  const summary2 = rawInputs["summary"];
  const host = createGithubHost({
    summaryFile: env["GITHUB_STEP_SUMMARY"],
    cache: hostCache(),
    settings: () => ({
      summary: summary2 === "never" || summary2 === "on-failure" ? summary2 : "always",
      reportDir: rawInputs["report-dir"] || (0, import_node_path26.join)(temp, "setup-go-robust-report"),
      matcherFile: isOff(rawInputs["problem-matcher"]) ? void 0 : (0, import_node_path26.join)(DISTRIBUTION, "problem-matcher.json")
    })
  });
  start2({ host, command: "install", rawInputs, operands: [], options: {}, workspace: env["GITHUB_WORKSPACE"] || process.cwd() });
}
function afterJob() {
  process.exitCode = 0;
  const text2 = getState(CACHE_STATE);
  if (text2 === "") return;
  const clock2 = createClock();
  const files = createFiles({ os: (0, import_node_os2.platform)(), clock: clock2, isRoot: process.getuid?.() === 0 });
  const say = (line2, level) => level === "info" ? info(commandSafe(line2)) : warning(line2);
  superviseAfterJob(
    { process, timeoutMs: LIMITS.postMs, say },
    async (signal) => savedLine(await saveCaches({ text: text2, cache: hostCache(), files, clock: clock2 }, signal))
  );
}
function hostCache() {
  return createHostCache({ env: process.env, keep: (text2) => saveState(CACHE_STATE, text2), mask: setSecret });
}
function isOff(flag) {
  return /^\s*false\s*$/iu.test(flag ?? "");
}
function commandLine(line2) {
  if (line2.kind === "help" || line2.kind === "version") {
    process.stdout.write(line2.kind === "help" ? helpText(line2.topic) : `${PRODUCT.name} ${PRODUCT.version}
`);
    process.exitCode = 0;
    return;
  }
  const { env, stdout, stderr } = process;
  const command = line2.kind === "command" ? line2 : { name: "install", inputs: {}, operands: [], options: {} };
  const program = `node ${process.argv[1] ?? "main.cjs"}`;
  const host = createTerminalHost({
    stdout,
    stderr,
    noColor: !!env["NO_COLOR"],
    json: line2.json,
    shell: SHELLS.find((shell) => shell === command.options["shell"]) ?? "sh",
    program,
    reportDir: command.inputs["report-dir"]
  });
  start2({
    host,
    command: command.name,
    rawInputs: command.inputs,
    operands: command.operands,
    options: command.options,
    workspace: process.cwd(),
    ...line2.kind === "invalid" ? { usage: line2.findings } : {}
  });
}
function start2(face) {
  const clock2 = createClock();
  const files = createFiles({ os: (0, import_node_os2.platform)(), clock: clock2, isRoot: process.getuid?.() === 0 });
  const machines = [];
  const events = [];
  const secrets = secretValues(face.rawInputs);
  for (const secret of secrets) face.host.mask(secret);
  const job = {
    ...face,
    events,
    secrets,
    clock: clock2,
    files,
    env: Object.freeze({ ...process.env }),
    hostPlatform: hostPlatform(),
    log: SUM_GOLANG_ORG,
    readTable: () => files.read((0, import_node_path26.join)(DISTRIBUTION, "releases.json"), LIMITS.releaseTableBytes),
    openMachine: (settings) => {
      const machine = openMachine({ ...settings, files, clock: clock2 });
      machines.push(machine);
      return machine;
    }
  };
  const timeoutMs = parseDurationMs(face.rawInputs["timeout"]?.trim() ?? "") ?? LIMITS.totalMs;
  const stop2 = new AbortController();
  const writeLast = (text2) => void (0, import_node_fs4.writeSync)(2, text2);
  superviseRun({ process, host: face.host, events, timeoutMs, stop: stop2, writeSync: writeLast }, async (signal) => {
    try {
      return await run2(job, signal);
    } finally {
      for (const machine of machines) machine.close();
    }
  });
}
function openMachine(parts) {
  const { caPem, offline, files, clock: clock2 } = parts;
  const env = Object.freeze({ ...process.env });
  process.env["RUNNER_TOOL_CACHE"] = toolCacheDirectory();
  const ca = caPem === void 0 ? void 0 : [caPem];
  const net = createLazyNet(async () => {
    const { createNet: createNet2, createOfflineNet: createOfflineNet2 } = await Promise.resolve().then(() => (init_node_net(), node_net_exports));
    if (offline) return createOfflineNet2();
    const usual = createNet2({ env, clock: clock2, ca });
    if (!parts.allowDirect) return usual;
    return allowDirect({ proxied: usual, direct: createNet2({ env: withoutProxy(env), clock: clock2, ca }), clock: clock2 });
  });
  return {
    clock: clock2,
    files,
    env,
    net,
    exec: createExec({ env, os: (0, import_node_os2.platform)(), clock: clock2 }),
    toolCache: createToolCache(toolCacheDirectory()),
    platform: hostPlatform(),
    process: { pid: process.pid, hostname: (0, import_node_os2.hostname)(), isAlive },
    randomName: () => (0, import_node_crypto9.randomBytes)(8).toString("hex"),
    relieve: createRelief(),
    close: () => net.close()
  };
}
function withoutProxy(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:https?|all)_proxy$/iu.test(name)));
}
function hostPlatform() {
  return { os: (0, import_node_os2.platform)(), arch: (0, import_node_os2.arch)(), endianness: (0, import_node_os2.endianness)() };
}
function toolCacheDirectory() {
  const { env } = process;
  const runner = env["RUNNER_TOOL_CACHE"] || env["AGENT_TOOLSDIRECTORY"];
  if (runner) return (0, import_node_path26.resolve)(runner);
  const local = (0, import_node_os2.platform)() === "win32" ? env["LOCALAPPDATA"] : env["XDG_CACHE_HOME"];
  return (0, import_node_path26.join)(local || (0, import_node_path26.join)((0, import_node_os2.homedir)(), ".cache"), PRODUCT.name, "tool-cache");
}
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error2) {
    return error2 instanceof Error && "code" in error2 && error2.code === "EPERM";
  }
}
function secretValues(rawInputs) {
  return [rawInputs["token"], rawInputs["source-token"]].flatMap((value) => value?.trim() ? [value.trim()] : []);
}
main();
