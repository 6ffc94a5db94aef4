#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs; third-party licences: licenses.txt
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// node_modules/tunnel/lib/tunnel.js
var require_tunnel = __commonJS({
  "node_modules/tunnel/lib/tunnel.js"(exports2) {
    "use strict";
    var net = require("net");
    var tls2 = require("tls");
    var http2 = require("http");
    var https2 = require("https");
    var events2 = require("events");
    var assert = require("assert");
    var util = require("util");
    exports2.httpOverHttp = httpOverHttp2;
    exports2.httpsOverHttp = httpsOverHttp2;
    exports2.httpOverHttps = httpOverHttps2;
    exports2.httpsOverHttps = httpsOverHttps2;
    function httpOverHttp2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = http2.request;
      return agent;
    }
    function httpsOverHttp2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = http2.request;
      agent.createSocket = createSecureSocket;
      agent.defaultPort = 443;
      return agent;
    }
    function httpOverHttps2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = https2.request;
      return agent;
    }
    function httpsOverHttps2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = https2.request;
      agent.createSocket = createSecureSocket;
      agent.defaultPort = 443;
      return agent;
    }
    function TunnelingAgent(options) {
      var self = this;
      self.options = options || {};
      self.proxyOptions = self.options.proxy || {};
      self.maxSockets = self.options.maxSockets || http2.Agent.defaultMaxSockets;
      self.requests = [];
      self.sockets = [];
      self.on("free", function onFree(socket, host, port, localAddress) {
        var options2 = toOptions(host, port, localAddress);
        for (var i = 0, len = self.requests.length; i < len; ++i) {
          var pending = self.requests[i];
          if (pending.host === options2.host && pending.port === options2.port) {
            self.requests.splice(i, 1);
            pending.request.onSocket(socket);
            return;
          }
        }
        socket.destroy();
        self.removeSocket(socket);
      });
    }
    util.inherits(TunnelingAgent, events2.EventEmitter);
    TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
      var self = this;
      var options = mergeOptions({ request: req }, self.options, toOptions(host, port, localAddress));
      if (self.sockets.length >= this.maxSockets) {
        self.requests.push(options);
        return;
      }
      self.createSocket(options, function(socket) {
        socket.on("free", onFree);
        socket.on("close", onCloseOrRemove);
        socket.on("agentRemove", onCloseOrRemove);
        req.onSocket(socket);
        function onFree() {
          self.emit("free", socket, options);
        }
        function onCloseOrRemove(err) {
          self.removeSocket(socket);
          socket.removeListener("free", onFree);
          socket.removeListener("close", onCloseOrRemove);
          socket.removeListener("agentRemove", onCloseOrRemove);
        }
      });
    };
    TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
      var self = this;
      var placeholder = {};
      self.sockets.push(placeholder);
      var connectOptions = mergeOptions({}, self.proxyOptions, {
        method: "CONNECT",
        path: options.host + ":" + options.port,
        agent: false,
        headers: {
          host: options.host + ":" + options.port
        }
      });
      if (options.localAddress) {
        connectOptions.localAddress = options.localAddress;
      }
      if (connectOptions.proxyAuth) {
        connectOptions.headers = connectOptions.headers || {};
        connectOptions.headers["Proxy-Authorization"] = "Basic " + new Buffer(connectOptions.proxyAuth).toString("base64");
      }
      debug3("making CONNECT request");
      var connectReq = self.request(connectOptions);
      connectReq.useChunkedEncodingByDefault = false;
      connectReq.once("response", onResponse);
      connectReq.once("upgrade", onUpgrade);
      connectReq.once("connect", onConnect);
      connectReq.once("error", onError);
      connectReq.end();
      function onResponse(res) {
        res.upgrade = true;
      }
      function onUpgrade(res, socket, head) {
        process.nextTick(function() {
          onConnect(res, socket, head);
        });
      }
      function onConnect(res, socket, head) {
        connectReq.removeAllListeners();
        socket.removeAllListeners();
        if (res.statusCode !== 200) {
          debug3(
            "tunneling socket could not be established, statusCode=%d",
            res.statusCode
          );
          socket.destroy();
          var error2 = new Error("tunneling socket could not be established, statusCode=" + res.statusCode);
          error2.code = "ECONNRESET";
          options.request.emit("error", error2);
          self.removeSocket(placeholder);
          return;
        }
        if (head.length > 0) {
          debug3("got illegal response body from proxy");
          socket.destroy();
          var error2 = new Error("got illegal response body from proxy");
          error2.code = "ECONNRESET";
          options.request.emit("error", error2);
          self.removeSocket(placeholder);
          return;
        }
        debug3("tunneling connection has established");
        self.sockets[self.sockets.indexOf(placeholder)] = socket;
        return cb(socket);
      }
      function onError(cause) {
        connectReq.removeAllListeners();
        debug3(
          "tunneling socket could not be established, cause=%s\n",
          cause.message,
          cause.stack
        );
        var error2 = new Error("tunneling socket could not be established, cause=" + cause.message);
        error2.code = "ECONNRESET";
        options.request.emit("error", error2);
        self.removeSocket(placeholder);
      }
    };
    TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
      var pos = this.sockets.indexOf(socket);
      if (pos === -1) {
        return;
      }
      this.sockets.splice(pos, 1);
      var pending = this.requests.shift();
      if (pending) {
        this.createSocket(pending, function(socket2) {
          pending.request.onSocket(socket2);
        });
      }
    };
    function createSecureSocket(options, cb) {
      var self = this;
      TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
        var hostHeader = options.request.getHeader("host");
        var tlsOptions = mergeOptions({}, self.options, {
          socket,
          servername: hostHeader ? hostHeader.replace(/:.*$/, "") : options.host
        });
        var secureSocket = tls2.connect(0, tlsOptions);
        self.sockets[self.sockets.indexOf(socket)] = secureSocket;
        cb(secureSocket);
      });
    }
    function toOptions(host, port, localAddress) {
      if (typeof host === "string") {
        return {
          host,
          port,
          localAddress
        };
      }
      return host;
    }
    function mergeOptions(target) {
      for (var i = 1, len = arguments.length; i < len; ++i) {
        var overrides = arguments[i];
        if (typeof overrides === "object") {
          var keys = Object.keys(overrides);
          for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
            var k = keys[j];
            if (overrides[k] !== void 0) {
              target[k] = overrides[k];
            }
          }
        }
      }
      return target;
    }
    var debug3;
    if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
      debug3 = function() {
        var args = Array.prototype.slice.call(arguments);
        if (typeof args[0] === "string") {
          args[0] = "TUNNEL: " + args[0];
        } else {
          args.unshift("TUNNEL:");
        }
        console.error.apply(console, args);
      };
    } else {
      debug3 = function() {
      };
    }
    exports2.debug = debug3;
  }
});

// node_modules/tunnel/index.js
var require_tunnel2 = __commonJS({
  "node_modules/tunnel/index.js"(exports2, module2) {
    module2.exports = require_tunnel();
  }
});

// node_modules/semver/internal/constants.js
var require_constants = __commonJS({
  "node_modules/semver/internal/constants.js"(exports2, module2) {
    "use strict";
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
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      "\u2028",
      "\u2029",
      " ",
      " ",
      "　",
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

// node_modules/semver/internal/debug.js
var require_debug = __commonJS({
  "node_modules/semver/internal/debug.js"(exports2, module2) {
    "use strict";
    var debug3 = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {
    };
    module2.exports = debug3;
  }
});

// node_modules/semver/internal/re.js
var require_re = __commonJS({
  "node_modules/semver/internal/re.js"(exports2, module2) {
    "use strict";
    var {
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_LENGTH
    } = require_constants();
    var debug3 = require_debug();
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
      debug3(name, index, value);
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
    "use strict";
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
    "use strict";
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
    "use strict";
    var debug3 = require_debug();
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
        debug3("SemVer", version, options);
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
        debug3("SemVer.compare", this.version, this.options, other);
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
          debug3("prerelease compare", i, a, b);
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
          debug3("build compare", i, a, b);
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
      // preminor will bump the version up to the next minor release, and immediately
      // down to pre-release. premajor and prepatch work the same way.
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
          // If the input is a non-prerelease version, this acts the same as
          // prepatch.
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
          // This probably shouldn't be used publicly.
          // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
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
    "use strict";
    var SemVer = require_semver();
    var parse2 = (version, options, throwErrors = false) => {
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
    module2.exports = parse2;
  }
});

// node_modules/semver/functions/valid.js
var require_valid = __commonJS({
  "node_modules/semver/functions/valid.js"(exports2, module2) {
    "use strict";
    var parse2 = require_parse();
    var valid2 = (version, options) => {
      const v = parse2(version, options);
      return v ? v.version : null;
    };
    module2.exports = valid2;
  }
});

// node_modules/semver/functions/clean.js
var require_clean = __commonJS({
  "node_modules/semver/functions/clean.js"(exports2, module2) {
    "use strict";
    var parse2 = require_parse();
    var clean2 = (version, options) => {
      const s = parse2(version.trim().replace(/^[=v]+/, ""), options);
      return s ? s.version : null;
    };
    module2.exports = clean2;
  }
});

// node_modules/semver/functions/inc.js
var require_inc = __commonJS({
  "node_modules/semver/functions/inc.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var inc = (version, release2, options, identifier, identifierBase) => {
      if (typeof options === "string") {
        identifierBase = identifier;
        identifier = options;
        options = void 0;
      }
      try {
        return new SemVer(
          version instanceof SemVer ? version.version : version,
          options
        ).inc(release2, identifier, identifierBase).version;
      } catch (er) {
        return null;
      }
    };
    module2.exports = inc;
  }
});

// node_modules/semver/functions/diff.js
var require_diff = __commonJS({
  "node_modules/semver/functions/diff.js"(exports2, module2) {
    "use strict";
    var parse2 = require_parse();
    var diff = (version1, version2) => {
      const v1 = parse2(version1, null, true);
      const v2 = parse2(version2, null, true);
      const comparison = v1.compare(v2);
      if (comparison === 0) {
        return null;
      }
      const v1Higher = comparison > 0;
      const highVersion = v1Higher ? v1 : v2;
      const lowVersion = v1Higher ? v2 : v1;
      const highHasPre = !!highVersion.prerelease.length;
      const lowHasPre = !!lowVersion.prerelease.length;
      if (lowHasPre && !highHasPre) {
        if (!lowVersion.patch && !lowVersion.minor) {
          return "major";
        }
        if (lowVersion.compareMain(highVersion) === 0) {
          if (lowVersion.minor && !lowVersion.patch) {
            return "minor";
          }
          return "patch";
        }
      }
      const prefix = highHasPre ? "pre" : "";
      if (v1.major !== v2.major) {
        return prefix + "major";
      }
      if (v1.minor !== v2.minor) {
        return prefix + "minor";
      }
      if (v1.patch !== v2.patch) {
        return prefix + "patch";
      }
      return "prerelease";
    };
    module2.exports = diff;
  }
});

// node_modules/semver/functions/major.js
var require_major = __commonJS({
  "node_modules/semver/functions/major.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var major = (a, loose) => new SemVer(a, loose).major;
    module2.exports = major;
  }
});

// node_modules/semver/functions/minor.js
var require_minor = __commonJS({
  "node_modules/semver/functions/minor.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var minor = (a, loose) => new SemVer(a, loose).minor;
    module2.exports = minor;
  }
});

// node_modules/semver/functions/patch.js
var require_patch = __commonJS({
  "node_modules/semver/functions/patch.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var patch = (a, loose) => new SemVer(a, loose).patch;
    module2.exports = patch;
  }
});

// node_modules/semver/functions/prerelease.js
var require_prerelease = __commonJS({
  "node_modules/semver/functions/prerelease.js"(exports2, module2) {
    "use strict";
    var parse2 = require_parse();
    var prerelease = (version, options) => {
      const parsed = parse2(version, options);
      return parsed && parsed.prerelease.length ? parsed.prerelease : null;
    };
    module2.exports = prerelease;
  }
});

// node_modules/semver/functions/compare.js
var require_compare = __commonJS({
  "node_modules/semver/functions/compare.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var compare3 = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
    module2.exports = compare3;
  }
});

// node_modules/semver/functions/rcompare.js
var require_rcompare = __commonJS({
  "node_modules/semver/functions/rcompare.js"(exports2, module2) {
    "use strict";
    var compare3 = require_compare();
    var rcompare = (a, b, loose) => compare3(b, a, loose);
    module2.exports = rcompare;
  }
});

// node_modules/semver/functions/compare-loose.js
var require_compare_loose = __commonJS({
  "node_modules/semver/functions/compare-loose.js"(exports2, module2) {
    "use strict";
    var compare3 = require_compare();
    var compareLoose = (a, b) => compare3(a, b, true);
    module2.exports = compareLoose;
  }
});

// node_modules/semver/functions/compare-build.js
var require_compare_build = __commonJS({
  "node_modules/semver/functions/compare-build.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var compareBuild = (a, b, loose) => {
      const versionA = new SemVer(a, loose);
      const versionB = new SemVer(b, loose);
      return versionA.compare(versionB) || versionA.compareBuild(versionB);
    };
    module2.exports = compareBuild;
  }
});

// node_modules/semver/functions/sort.js
var require_sort = __commonJS({
  "node_modules/semver/functions/sort.js"(exports2, module2) {
    "use strict";
    var compareBuild = require_compare_build();
    var sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose));
    module2.exports = sort;
  }
});

// node_modules/semver/functions/rsort.js
var require_rsort = __commonJS({
  "node_modules/semver/functions/rsort.js"(exports2, module2) {
    "use strict";
    var compareBuild = require_compare_build();
    var rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose));
    module2.exports = rsort;
  }
});

// node_modules/semver/functions/gt.js
var require_gt = __commonJS({
  "node_modules/semver/functions/gt.js"(exports2, module2) {
    "use strict";
    var compare3 = require_compare();
    var gt2 = (a, b, loose) => compare3(a, b, loose) > 0;
    module2.exports = gt2;
  }
});

// node_modules/semver/functions/lt.js
var require_lt = __commonJS({
  "node_modules/semver/functions/lt.js"(exports2, module2) {
    "use strict";
    var compare3 = require_compare();
    var lt = (a, b, loose) => compare3(a, b, loose) < 0;
    module2.exports = lt;
  }
});

// node_modules/semver/functions/eq.js
var require_eq = __commonJS({
  "node_modules/semver/functions/eq.js"(exports2, module2) {
    "use strict";
    var compare3 = require_compare();
    var eq = (a, b, loose) => compare3(a, b, loose) === 0;
    module2.exports = eq;
  }
});

// node_modules/semver/functions/neq.js
var require_neq = __commonJS({
  "node_modules/semver/functions/neq.js"(exports2, module2) {
    "use strict";
    var compare3 = require_compare();
    var neq = (a, b, loose) => compare3(a, b, loose) !== 0;
    module2.exports = neq;
  }
});

// node_modules/semver/functions/gte.js
var require_gte = __commonJS({
  "node_modules/semver/functions/gte.js"(exports2, module2) {
    "use strict";
    var compare3 = require_compare();
    var gte = (a, b, loose) => compare3(a, b, loose) >= 0;
    module2.exports = gte;
  }
});

// node_modules/semver/functions/lte.js
var require_lte = __commonJS({
  "node_modules/semver/functions/lte.js"(exports2, module2) {
    "use strict";
    var compare3 = require_compare();
    var lte = (a, b, loose) => compare3(a, b, loose) <= 0;
    module2.exports = lte;
  }
});

// node_modules/semver/functions/cmp.js
var require_cmp = __commonJS({
  "node_modules/semver/functions/cmp.js"(exports2, module2) {
    "use strict";
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

// node_modules/semver/functions/coerce.js
var require_coerce = __commonJS({
  "node_modules/semver/functions/coerce.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var parse2 = require_parse();
    var { safeRe: re, t } = require_re();
    var coerce = (version, options) => {
      if (version instanceof SemVer) {
        return version;
      }
      if (typeof version === "number") {
        version = String(version);
      }
      if (typeof version !== "string") {
        return null;
      }
      options = options || {};
      let match = null;
      if (!options.rtl) {
        match = version.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE]);
      } else {
        const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL];
        let next;
        while ((next = coerceRtlRegex.exec(version)) && (!match || match.index + match[0].length !== version.length)) {
          if (!match || next.index + next[0].length !== match.index + match[0].length) {
            match = next;
          }
          coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length;
        }
        coerceRtlRegex.lastIndex = -1;
      }
      if (match === null) {
        return null;
      }
      const major = match[2];
      const minor = match[3] || "0";
      const patch = match[4] || "0";
      const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : "";
      const build = options.includePrerelease && match[6] ? `+${match[6]}` : "";
      return parse2(`${major}.${minor}.${patch}${prerelease}${build}`, options);
    };
    module2.exports = coerce;
  }
});

// node_modules/semver/functions/truncate.js
var require_truncate = __commonJS({
  "node_modules/semver/functions/truncate.js"(exports2, module2) {
    "use strict";
    var parse2 = require_parse();
    var constants4 = require_constants();
    var SemVer = require_semver();
    var truncate = (version, truncation, options) => {
      if (!constants4.RELEASE_TYPES.includes(truncation)) {
        return null;
      }
      const clonedVersion = cloneInputVersion(version, options);
      return clonedVersion && doTruncation(clonedVersion, truncation);
    };
    var cloneInputVersion = (version, options) => {
      const versionStringToParse = version instanceof SemVer ? version.version : version;
      return parse2(versionStringToParse, options);
    };
    var doTruncation = (version, truncation) => {
      if (isPrerelease(truncation)) {
        return version.version;
      }
      version.prerelease = [];
      switch (truncation) {
        case "major":
          version.minor = 0;
          version.patch = 0;
          break;
        case "minor":
          version.patch = 0;
          break;
      }
      return version.format();
    };
    var isPrerelease = (type) => {
      return type.startsWith("pre");
    };
    module2.exports = truncate;
  }
});

// node_modules/semver/internal/lrucache.js
var require_lrucache = __commonJS({
  "node_modules/semver/internal/lrucache.js"(exports2, module2) {
    "use strict";
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

// node_modules/semver/internal/trim-comparator-whitespace.js
var require_trim_comparator_whitespace = __commonJS({
  "node_modules/semver/internal/trim-comparator-whitespace.js"(exports2, module2) {
    "use strict";
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
    var findDigitsEndIndex = (range, start2, limit, digitRuns) => {
      if (!isDigit(range[start2])) {
        return start2;
      }
      if (start2 >= digitRuns.start && start2 < digitRuns.end) {
        return Math.min(start2 + limit, digitRuns.end);
      }
      if (start2 >= digitRuns.previousStart && start2 < digitRuns.previousEnd) {
        return Math.min(start2 + limit, digitRuns.previousEnd);
      }
      let end2 = start2 + 1;
      while (isDigit(range[end2])) {
        end2++;
      }
      digitRuns.previousStart = digitRuns.start;
      digitRuns.previousEnd = digitRuns.end;
      digitRuns.start = start2;
      digitRuns.end = end2;
      return Math.min(start2 + limit, end2);
    };
    var findVersionNumberEndIndex = (range, start2, loose, digitRuns) => {
      if (!loose && range[start2] === "0") {
        return start2 + 1;
      }
      return findDigitsEndIndex(range, start2, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns);
    };
    var findPrereleaseIdentifierEndIndex = (range, start2, loose, digitRuns) => {
      const digitsEnd = findDigitsEndIndex(range, start2, MAX_LENGTH, digitRuns);
      if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
        let end2 = digitsEnd + 1;
        const limit = end2 + MAX_SAFE_BUILD_LENGTH;
        while (end2 < limit && isIdentifierCharacter(range[end2])) {
          end2++;
        }
        return end2;
      }
      return findVersionNumberEndIndex(range, start2, loose, digitRuns);
    };
    var findPrereleaseEndIndex = (range, start2, loose, digitRuns) => {
      const hyphen = range[start2] === "-";
      if (!loose && !hyphen) {
        return start2;
      }
      const identifierStart = start2 + (hyphen ? 1 : 0);
      let end2 = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
      if (end2 === identifierStart) {
        if (!loose || !hyphen) {
          return start2;
        }
        end2 = findPrereleaseIdentifierEndIndex(range, start2, loose, digitRuns);
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
    var findBuildIdentifierEndIndex = (range, start2) => {
      let end2 = start2;
      while (end2 - start2 < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end2])) {
        end2++;
      }
      return end2;
    };
    var findBuildEndIndex = (range, start2) => {
      if (range[start2] !== "+") {
        return start2;
      }
      let end2 = findBuildIdentifierEndIndex(range, start2 + 1);
      if (end2 === start2 + 1) {
        return start2;
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
    var findLooseFullVersionEndIndex = (range, start2, digitRuns) => {
      let end2 = start2;
      for (let component = 0; component < 3; component++) {
        const next = findVersionNumberEndIndex(range, end2, true, digitRuns);
        if (next === end2) {
          return start2;
        }
        end2 = next;
        if (component < 2) {
          if (range[end2] !== ".") {
            return start2;
          }
          end2++;
        }
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end2, true, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findPartialVersionComponentEndIndex = (range, start2, digitRuns) => {
      if (isDigit(range[start2])) {
        return findVersionNumberEndIndex(range, start2, false, digitRuns);
      }
      return isVersionStart(range[start2]) ? start2 + 1 : start2;
    };
    var findPartialVersionEndIndex = (range, start2, digitRuns) => {
      let end2 = findPartialVersionComponentEndIndex(range, start2, digitRuns);
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
    var findVersionEndIndex = (range, start2, digitRuns) => {
      const fullVersionEnd = findLooseFullVersionEndIndex(range, start2, digitRuns);
      return fullVersionEnd !== start2 ? fullVersionEnd : findPartialVersionEndIndex(range, start2, digitRuns);
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
    "use strict";
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
        debug3("hyphen replace", range);
        range = trimComparatorWhitespace(range);
        debug3("comparator trim", range);
        range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
        debug3("tilde trim", range);
        range = range.replace(re[t.CARETTRIM], caretTrimReplace);
        debug3("caret trim", range);
        let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
        if (loose) {
          rangeList = rangeList.filter((comp) => {
            debug3("loose invalid filter", comp, this.options);
            return !!comp.match(re[t.COMPARATORLOOSE]);
          });
        }
        debug3("range list", rangeList);
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
      // if ANY of the sets match ALL of its comparators, then pass
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
    var debug3 = require_debug();
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
      debug3("comp", comp, options);
      comp = replaceCarets(comp, options);
      debug3("caret", comp);
      comp = replaceTildes(comp, options);
      debug3("tildes", comp);
      comp = replaceXRanges(comp, options);
      debug3("xrange", comp);
      comp = replaceStars(comp, options);
      debug3("stars", comp);
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
        debug3("tilde", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
        } else if (pr) {
          debug3("replaceTilde pr", pr);
          ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
        } else {
          ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
        }
        debug3("tilde return", ret);
        return ret;
      });
    };
    var replaceCarets = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options)).join(" ");
    };
    var replaceCaret = (comp, options) => {
      debug3("caret", comp, options);
      const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug3("caret", comp, _, M, m, p, pr);
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
          debug3("replaceCaret pr", pr);
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
          debug3("no pr");
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
        debug3("caret return", ret);
        return ret;
      });
    };
    var replaceXRanges = (comp, options) => {
      debug3("replaceXRanges", comp, options);
      return comp.split(/\s+/).map((c) => replaceXRange(c, options)).join(" ");
    };
    var replaceXRange = (comp, options) => {
      comp = comp.trim();
      const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
      return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
        debug3("xRange", comp, ret, gtlt, M, m, p, pr);
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
        debug3("xRange return", ret);
        return ret;
      });
    };
    var replaceStars = (comp, options) => {
      debug3("replaceStars", comp, options);
      return comp.trim().replace(re[t.STAR], "");
    };
    var replaceGTE0 = (comp, options) => {
      debug3("replaceGTE0", comp, options);
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
          debug3(set[i].semver);
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

// node_modules/semver/classes/comparator.js
var require_comparator = __commonJS({
  "node_modules/semver/classes/comparator.js"(exports2, module2) {
    "use strict";
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
        debug3("comparator", comp, options);
        this.options = options;
        this.loose = !!options.loose;
        this.parse(comp);
        if (this.semver === ANY) {
          this.value = "";
        } else {
          this.value = this.operator + this.semver.version;
        }
        debug3("comp", this);
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
        debug3("Comparator.test", version, this.options.loose);
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
    var debug3 = require_debug();
    var SemVer = require_semver();
    var Range = require_range();
  }
});

// node_modules/semver/functions/satisfies.js
var require_satisfies = __commonJS({
  "node_modules/semver/functions/satisfies.js"(exports2, module2) {
    "use strict";
    var Range = require_range();
    var satisfies4 = (version, range, options) => {
      try {
        range = new Range(range, options);
      } catch (er) {
        return false;
      }
      return range.test(version);
    };
    module2.exports = satisfies4;
  }
});

// node_modules/semver/ranges/to-comparators.js
var require_to_comparators = __commonJS({
  "node_modules/semver/ranges/to-comparators.js"(exports2, module2) {
    "use strict";
    var Range = require_range();
    var toComparators = (range, options) => new Range(range, options).set.map((comp) => comp.map((c) => c.value).join(" ").trim().split(" "));
    module2.exports = toComparators;
  }
});

// node_modules/semver/ranges/max-satisfying.js
var require_max_satisfying = __commonJS({
  "node_modules/semver/ranges/max-satisfying.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var maxSatisfying = (versions, range, options) => {
      let max = null;
      let maxSV = null;
      let rangeObj = null;
      try {
        rangeObj = new Range(range, options);
      } catch (er) {
        return null;
      }
      versions.forEach((v) => {
        if (rangeObj.test(v)) {
          if (!max || maxSV.compare(v) === -1) {
            max = v;
            maxSV = new SemVer(max, options);
          }
        }
      });
      return max;
    };
    module2.exports = maxSatisfying;
  }
});

// node_modules/semver/ranges/min-satisfying.js
var require_min_satisfying = __commonJS({
  "node_modules/semver/ranges/min-satisfying.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var minSatisfying = (versions, range, options) => {
      let min = null;
      let minSV = null;
      let rangeObj = null;
      try {
        rangeObj = new Range(range, options);
      } catch (er) {
        return null;
      }
      versions.forEach((v) => {
        if (rangeObj.test(v)) {
          if (!min || minSV.compare(v) === 1) {
            min = v;
            minSV = new SemVer(min, options);
          }
        }
      });
      return min;
    };
    module2.exports = minSatisfying;
  }
});

// node_modules/semver/ranges/min-version.js
var require_min_version = __commonJS({
  "node_modules/semver/ranges/min-version.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var gt2 = require_gt();
    var minVersion = (range, loose) => {
      range = new Range(range, loose);
      let minver = new SemVer("0.0.0");
      if (range.test(minver)) {
        return minver;
      }
      minver = new SemVer("0.0.0-0");
      if (range.test(minver)) {
        return minver;
      }
      minver = null;
      for (let i = 0; i < range.set.length; ++i) {
        const comparators = range.set[i];
        let setMin = null;
        comparators.forEach((comparator) => {
          const compver = new SemVer(comparator.semver.version);
          switch (comparator.operator) {
            case ">":
              if (compver.prerelease.length === 0) {
                compver.patch++;
              } else {
                compver.prerelease.push(0);
              }
              compver.raw = compver.format();
            /* fallthrough */
            case "":
            case ">=":
              if (!setMin || gt2(compver, setMin)) {
                setMin = compver;
              }
              break;
            case "<":
            case "<=":
              break;
            /* istanbul ignore next */
            default:
              throw new Error(`Unexpected operation: ${comparator.operator}`);
          }
        });
        if (setMin && (!minver || gt2(minver, setMin))) {
          minver = setMin;
        }
      }
      if (minver && range.test(minver)) {
        return minver;
      }
      return null;
    };
    module2.exports = minVersion;
  }
});

// node_modules/semver/ranges/valid.js
var require_valid2 = __commonJS({
  "node_modules/semver/ranges/valid.js"(exports2, module2) {
    "use strict";
    var Range = require_range();
    var validRange2 = (range, options) => {
      try {
        return new Range(range, options).range || "*";
      } catch (er) {
        return null;
      }
    };
    module2.exports = validRange2;
  }
});

// node_modules/semver/ranges/outside.js
var require_outside = __commonJS({
  "node_modules/semver/ranges/outside.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var Comparator = require_comparator();
    var { ANY } = Comparator;
    var Range = require_range();
    var satisfies4 = require_satisfies();
    var gt2 = require_gt();
    var lt = require_lt();
    var lte = require_lte();
    var gte = require_gte();
    var outside = (version, range, hilo, options) => {
      version = new SemVer(version, options);
      range = new Range(range, options);
      let gtfn, ltefn, ltfn, comp, ecomp;
      switch (hilo) {
        case ">":
          gtfn = gt2;
          ltefn = lte;
          ltfn = lt;
          comp = ">";
          ecomp = ">=";
          break;
        case "<":
          gtfn = lt;
          ltefn = gte;
          ltfn = gt2;
          comp = "<";
          ecomp = "<=";
          break;
        default:
          throw new TypeError('Must provide a hilo val of "<" or ">"');
      }
      if (satisfies4(version, range, options)) {
        return false;
      }
      for (let i = 0; i < range.set.length; ++i) {
        const comparators = range.set[i];
        let high = null;
        let low = null;
        comparators.forEach((comparator) => {
          if (comparator.semver === ANY) {
            comparator = new Comparator(">=0.0.0");
          }
          high = high || comparator;
          low = low || comparator;
          if (gtfn(comparator.semver, high.semver, options)) {
            high = comparator;
          } else if (ltfn(comparator.semver, low.semver, options)) {
            low = comparator;
          }
        });
        if (high.operator === comp || high.operator === ecomp) {
          return false;
        }
        if ((!low.operator || low.operator === comp) && ltefn(version, low.semver)) {
          return false;
        } else if (low.operator === ecomp && ltfn(version, low.semver)) {
          return false;
        }
      }
      return true;
    };
    module2.exports = outside;
  }
});

// node_modules/semver/ranges/gtr.js
var require_gtr = __commonJS({
  "node_modules/semver/ranges/gtr.js"(exports2, module2) {
    "use strict";
    var outside = require_outside();
    var gtr = (version, range, options) => outside(version, range, ">", options);
    module2.exports = gtr;
  }
});

// node_modules/semver/ranges/ltr.js
var require_ltr = __commonJS({
  "node_modules/semver/ranges/ltr.js"(exports2, module2) {
    "use strict";
    var outside = require_outside();
    var ltr = (version, range, options) => outside(version, range, "<", options);
    module2.exports = ltr;
  }
});

// node_modules/semver/ranges/intersects.js
var require_intersects = __commonJS({
  "node_modules/semver/ranges/intersects.js"(exports2, module2) {
    "use strict";
    var Range = require_range();
    var intersects = (r1, r2, options) => {
      r1 = new Range(r1, options);
      r2 = new Range(r2, options);
      return r1.intersects(r2, options);
    };
    module2.exports = intersects;
  }
});

// node_modules/semver/ranges/simplify.js
var require_simplify = __commonJS({
  "node_modules/semver/ranges/simplify.js"(exports2, module2) {
    "use strict";
    var satisfies4 = require_satisfies();
    var compare3 = require_compare();
    module2.exports = (versions, range, options) => {
      const set = [];
      let first = null;
      let prev = null;
      const v = versions.sort((a, b) => compare3(a, b, options));
      for (const version of v) {
        const included = satisfies4(version, range, options);
        if (included) {
          prev = version;
          if (!first) {
            first = version;
          }
        } else {
          if (prev) {
            set.push([first, prev]);
          }
          prev = null;
          first = null;
        }
      }
      if (first) {
        set.push([first, null]);
      }
      const ranges = [];
      for (const [min, max] of set) {
        if (min === max) {
          ranges.push(min);
        } else if (!max && min === v[0]) {
          ranges.push("*");
        } else if (!max) {
          ranges.push(`>=${min}`);
        } else if (min === v[0]) {
          ranges.push(`<=${max}`);
        } else {
          ranges.push(`${min} - ${max}`);
        }
      }
      const simplified = ranges.join(" || ");
      const original = typeof range.raw === "string" ? range.raw : String(range);
      return simplified.length < original.length ? simplified : range;
    };
  }
});

// node_modules/semver/ranges/subset.js
var require_subset = __commonJS({
  "node_modules/semver/ranges/subset.js"(exports2, module2) {
    "use strict";
    var Range = require_range();
    var Comparator = require_comparator();
    var { ANY } = Comparator;
    var satisfies4 = require_satisfies();
    var compare3 = require_compare();
    var subset = (sub, dom, options = {}) => {
      if (sub === dom) {
        return true;
      }
      sub = new Range(sub, options);
      dom = new Range(dom, options);
      let sawNonNull = false;
      OUTER: for (const simpleSub of sub.set) {
        for (const simpleDom of dom.set) {
          const isSub = simpleSubset(simpleSub, simpleDom, options);
          sawNonNull = sawNonNull || isSub !== null;
          if (isSub) {
            continue OUTER;
          }
        }
        if (sawNonNull) {
          return false;
        }
      }
      return true;
    };
    var minimumVersionWithPreRelease = [new Comparator(">=0.0.0-0")];
    var minimumVersion = [new Comparator(">=0.0.0")];
    var simpleSubset = (sub, dom, options) => {
      if (sub === dom) {
        return true;
      }
      if (sub.length === 1 && sub[0].semver === ANY) {
        if (dom.length === 1 && dom[0].semver === ANY) {
          return true;
        } else if (options.includePrerelease) {
          sub = minimumVersionWithPreRelease;
        } else {
          sub = minimumVersion;
        }
      }
      if (dom.length === 1 && dom[0].semver === ANY) {
        if (options.includePrerelease) {
          return true;
        } else {
          dom = minimumVersion;
        }
      }
      const eqSet = /* @__PURE__ */ new Set();
      let gt2, lt;
      for (const c of sub) {
        if (c.operator === ">" || c.operator === ">=") {
          gt2 = higherGT(gt2, c, options);
        } else if (c.operator === "<" || c.operator === "<=") {
          lt = lowerLT(lt, c, options);
        } else {
          eqSet.add(c.semver);
        }
      }
      if (eqSet.size > 1) {
        return null;
      }
      let gtltComp;
      if (gt2 && lt) {
        gtltComp = compare3(gt2.semver, lt.semver, options);
        if (gtltComp > 0) {
          return null;
        } else if (gtltComp === 0 && (gt2.operator !== ">=" || lt.operator !== "<=")) {
          return null;
        }
      }
      for (const eq of eqSet) {
        if (gt2 && !satisfies4(eq, String(gt2), options)) {
          return null;
        }
        if (lt && !satisfies4(eq, String(lt), options)) {
          return null;
        }
        for (const c of dom) {
          if (!satisfies4(eq, String(c), options)) {
            return false;
          }
        }
        return true;
      }
      let higher, lower;
      let hasDomLT, hasDomGT;
      let needDomLTPre = lt && !options.includePrerelease && lt.semver.prerelease.length ? lt.semver : false;
      let needDomGTPre = gt2 && !options.includePrerelease && gt2.semver.prerelease.length ? gt2.semver : false;
      if (needDomLTPre && needDomLTPre.prerelease.length === 1 && lt.operator === "<" && needDomLTPre.prerelease[0] === 0) {
        needDomLTPre = false;
      }
      for (const c of dom) {
        hasDomGT = hasDomGT || c.operator === ">" || c.operator === ">=";
        hasDomLT = hasDomLT || c.operator === "<" || c.operator === "<=";
        if (gt2) {
          if (needDomGTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomGTPre.major && c.semver.minor === needDomGTPre.minor && c.semver.patch === needDomGTPre.patch) {
              needDomGTPre = false;
            }
          }
          if (c.operator === ">" || c.operator === ">=") {
            higher = higherGT(gt2, c, options);
            if (higher === c && higher !== gt2) {
              return false;
            }
          } else if (gt2.operator === ">=" && !c.test(gt2.semver)) {
            return false;
          }
        }
        if (lt) {
          if (needDomLTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomLTPre.major && c.semver.minor === needDomLTPre.minor && c.semver.patch === needDomLTPre.patch) {
              needDomLTPre = false;
            }
          }
          if (c.operator === "<" || c.operator === "<=") {
            lower = lowerLT(lt, c, options);
            if (lower === c && lower !== lt) {
              return false;
            }
          } else if (lt.operator === "<=" && !c.test(lt.semver)) {
            return false;
          }
        }
        if (!c.operator && (lt || gt2) && gtltComp !== 0) {
          return false;
        }
      }
      if (gt2 && hasDomLT && !lt && gtltComp !== 0) {
        return false;
      }
      if (lt && hasDomGT && !gt2 && gtltComp !== 0) {
        return false;
      }
      if (needDomGTPre || needDomLTPre) {
        return false;
      }
      return true;
    };
    var higherGT = (a, b, options) => {
      if (!a) {
        return b;
      }
      const comp = compare3(a.semver, b.semver, options);
      return comp > 0 ? a : comp < 0 ? b : b.operator === ">" && a.operator === ">=" ? b : a;
    };
    var lowerLT = (a, b, options) => {
      if (!a) {
        return b;
      }
      const comp = compare3(a.semver, b.semver, options);
      return comp < 0 ? a : comp > 0 ? b : b.operator === "<" && a.operator === "<=" ? b : a;
    };
    module2.exports = subset;
  }
});

// node_modules/semver/index.js
var require_semver2 = __commonJS({
  "node_modules/semver/index.js"(exports2, module2) {
    "use strict";
    var internalRe = require_re();
    var constants4 = require_constants();
    var SemVer = require_semver();
    var identifiers = require_identifiers();
    var parse2 = require_parse();
    var valid2 = require_valid();
    var clean2 = require_clean();
    var inc = require_inc();
    var diff = require_diff();
    var major = require_major();
    var minor = require_minor();
    var patch = require_patch();
    var prerelease = require_prerelease();
    var compare3 = require_compare();
    var rcompare = require_rcompare();
    var compareLoose = require_compare_loose();
    var compareBuild = require_compare_build();
    var sort = require_sort();
    var rsort = require_rsort();
    var gt2 = require_gt();
    var lt = require_lt();
    var eq = require_eq();
    var neq = require_neq();
    var gte = require_gte();
    var lte = require_lte();
    var cmp = require_cmp();
    var coerce = require_coerce();
    var truncate = require_truncate();
    var Comparator = require_comparator();
    var Range = require_range();
    var satisfies4 = require_satisfies();
    var toComparators = require_to_comparators();
    var maxSatisfying = require_max_satisfying();
    var minSatisfying = require_min_satisfying();
    var minVersion = require_min_version();
    var validRange2 = require_valid2();
    var outside = require_outside();
    var gtr = require_gtr();
    var ltr = require_ltr();
    var intersects = require_intersects();
    var simplifyRange = require_simplify();
    var subset = require_subset();
    module2.exports = {
      parse: parse2,
      valid: valid2,
      clean: clean2,
      inc,
      diff,
      major,
      minor,
      patch,
      prerelease,
      compare: compare3,
      rcompare,
      compareLoose,
      compareBuild,
      sort,
      rsort,
      gt: gt2,
      lt,
      eq,
      neq,
      gte,
      lte,
      cmp,
      coerce,
      truncate,
      Comparator,
      Range,
      satisfies: satisfies4,
      toComparators,
      maxSatisfying,
      minSatisfying,
      minVersion,
      validRange: validRange2,
      outside,
      gtr,
      ltr,
      intersects,
      simplifyRange,
      subset,
      SemVer,
      re: internalRe.re,
      src: internalRe.src,
      tokens: internalRe.t,
      SEMVER_SPEC_VERSION: constants4.SEMVER_SPEC_VERSION,
      RELEASE_TYPES: constants4.RELEASE_TYPES,
      compareIdentifiers: identifiers.compareIdentifiers,
      rcompareIdentifiers: identifiers.rcompareIdentifiers
    };
  }
});

// src/main.ts
var import_node_crypto9 = require("node:crypto");
var import_node_fs3 = require("node:fs");
var import_node_os2 = require("node:os");
var import_node_path21 = require("node:path");

// node_modules/@actions/core/lib/core.js
var core_exports = {};
__export(core_exports, {
  ExitCode: () => ExitCode,
  addPath: () => addPath,
  debug: () => debug,
  endGroup: () => endGroup,
  error: () => error,
  exportVariable: () => exportVariable,
  getBooleanInput: () => getBooleanInput,
  getIDToken: () => getIDToken,
  getInput: () => getInput,
  getMultilineInput: () => getMultilineInput,
  getState: () => getState,
  group: () => group,
  info: () => info,
  isDebug: () => isDebug,
  markdownSummary: () => markdownSummary,
  notice: () => notice,
  platform: () => platform_exports,
  saveState: () => saveState,
  setCommandEcho: () => setCommandEcho,
  setFailed: () => setFailed,
  setOutput: () => setOutput,
  setSecret: () => setSecret,
  startGroup: () => startGroup,
  summary: () => summary,
  toPlatformPath: () => toPlatformPath,
  toPosixPath: () => toPosixPath,
  toWin32Path: () => toWin32Path,
  warning: () => warning
});

// node_modules/@actions/core/lib/command.js
var os = __toESM(require("os"), 1);

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
var crypto = __toESM(require("crypto"), 1);
var fs = __toESM(require("fs"), 1);
var os2 = __toESM(require("os"), 1);
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
  const delimiter3 = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter3)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter3}"`);
  }
  if (convertedValue.includes(delimiter3)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter3}"`);
  }
  return `${key}<<${delimiter3}${os2.EOL}${convertedValue}${os2.EOL}${delimiter3}`;
}

// node_modules/@actions/core/lib/core.js
var os5 = __toESM(require("os"), 1);
var path5 = __toESM(require("path"), 1);

// node_modules/@actions/http-client/lib/index.js
var http = __toESM(require("http"), 1);
var https = __toESM(require("https"), 1);

// node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
  const usingSsl = reqUrl.protocol === "https:";
  if (checkBypass(reqUrl)) {
    return void 0;
  }
  const proxyVar = (() => {
    if (usingSsl) {
      return process.env["https_proxy"] || process.env["HTTPS_PROXY"];
    } else {
      return process.env["http_proxy"] || process.env["HTTP_PROXY"];
    }
  })();
  if (proxyVar) {
    try {
      return new DecodedURL(proxyVar);
    } catch (_a) {
      if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://"))
        return new DecodedURL(`http://${proxyVar}`);
    }
  } else {
    return void 0;
  }
}
function checkBypass(reqUrl) {
  if (!reqUrl.hostname) {
    return false;
  }
  const reqHost = reqUrl.hostname;
  if (isLoopbackAddress(reqHost)) {
    return true;
  }
  const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
  if (!noProxy) {
    return false;
  }
  let reqPort;
  if (reqUrl.port) {
    reqPort = Number(reqUrl.port);
  } else if (reqUrl.protocol === "http:") {
    reqPort = 80;
  } else if (reqUrl.protocol === "https:") {
    reqPort = 443;
  }
  const upperReqHosts = [reqUrl.hostname.toUpperCase()];
  if (typeof reqPort === "number") {
    upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
  }
  for (const upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x)) {
    if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) {
      return true;
    }
  }
  return false;
}
function isLoopbackAddress(host) {
  const hostLower = host.toLowerCase();
  return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
}
var DecodedURL = class extends URL {
  constructor(url, base) {
    super(url, base);
    this._decodedUsername = decodeURIComponent(super.username);
    this._decodedPassword = decodeURIComponent(super.password);
  }
  get username() {
    return this._decodedUsername;
  }
  get password() {
    return this._decodedPassword;
  }
};

// node_modules/@actions/http-client/lib/index.js
var tunnel = __toESM(require_tunnel2(), 1);

// stub:undici
var ProxyAgent = class {
  constructor() {
    throw new Error("undici is not part of this bundle");
  }
};

// node_modules/@actions/http-client/lib/index.js
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt2(value) {
    return value instanceof P ? value : new P(function(resolve7) {
      resolve7(value);
    });
  }
  return new (P || (P = Promise))(function(resolve7, reject) {
    function fulfilled(value) {
      try {
        step3(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step3(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step3(result2) {
      result2.done ? resolve7(result2.value) : adopt2(result2.value).then(fulfilled, rejected);
    }
    step3((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var HttpCodes;
(function(HttpCodes2) {
  HttpCodes2[HttpCodes2["OK"] = 200] = "OK";
  HttpCodes2[HttpCodes2["MultipleChoices"] = 300] = "MultipleChoices";
  HttpCodes2[HttpCodes2["MovedPermanently"] = 301] = "MovedPermanently";
  HttpCodes2[HttpCodes2["ResourceMoved"] = 302] = "ResourceMoved";
  HttpCodes2[HttpCodes2["SeeOther"] = 303] = "SeeOther";
  HttpCodes2[HttpCodes2["NotModified"] = 304] = "NotModified";
  HttpCodes2[HttpCodes2["UseProxy"] = 305] = "UseProxy";
  HttpCodes2[HttpCodes2["SwitchProxy"] = 306] = "SwitchProxy";
  HttpCodes2[HttpCodes2["TemporaryRedirect"] = 307] = "TemporaryRedirect";
  HttpCodes2[HttpCodes2["PermanentRedirect"] = 308] = "PermanentRedirect";
  HttpCodes2[HttpCodes2["BadRequest"] = 400] = "BadRequest";
  HttpCodes2[HttpCodes2["Unauthorized"] = 401] = "Unauthorized";
  HttpCodes2[HttpCodes2["PaymentRequired"] = 402] = "PaymentRequired";
  HttpCodes2[HttpCodes2["Forbidden"] = 403] = "Forbidden";
  HttpCodes2[HttpCodes2["NotFound"] = 404] = "NotFound";
  HttpCodes2[HttpCodes2["MethodNotAllowed"] = 405] = "MethodNotAllowed";
  HttpCodes2[HttpCodes2["NotAcceptable"] = 406] = "NotAcceptable";
  HttpCodes2[HttpCodes2["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
  HttpCodes2[HttpCodes2["RequestTimeout"] = 408] = "RequestTimeout";
  HttpCodes2[HttpCodes2["Conflict"] = 409] = "Conflict";
  HttpCodes2[HttpCodes2["Gone"] = 410] = "Gone";
  HttpCodes2[HttpCodes2["TooManyRequests"] = 429] = "TooManyRequests";
  HttpCodes2[HttpCodes2["InternalServerError"] = 500] = "InternalServerError";
  HttpCodes2[HttpCodes2["NotImplemented"] = 501] = "NotImplemented";
  HttpCodes2[HttpCodes2["BadGateway"] = 502] = "BadGateway";
  HttpCodes2[HttpCodes2["ServiceUnavailable"] = 503] = "ServiceUnavailable";
  HttpCodes2[HttpCodes2["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers2) {
  Headers2["Accept"] = "accept";
  Headers2["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes2) {
  MediaTypes2["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
var HttpRedirectCodes = [
  HttpCodes.MovedPermanently,
  HttpCodes.ResourceMoved,
  HttpCodes.SeeOther,
  HttpCodes.TemporaryRedirect,
  HttpCodes.PermanentRedirect
];
var HttpResponseRetryCodes = [
  HttpCodes.BadGateway,
  HttpCodes.ServiceUnavailable,
  HttpCodes.GatewayTimeout
];
var RetryableHttpVerbs = ["OPTIONS", "GET", "DELETE", "HEAD"];
var ExponentialBackoffCeiling = 10;
var ExponentialBackoffTimeSlice = 5;
var HttpClientError = class _HttpClientError extends Error {
  constructor(message, statusCode) {
    super(message);
    this.name = "HttpClientError";
    this.statusCode = statusCode;
    Object.setPrototypeOf(this, _HttpClientError.prototype);
  }
};
var HttpClientResponse = class {
  constructor(message) {
    this.message = message;
  }
  readBody() {
    return __awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve7) => __awaiter(this, void 0, void 0, function* () {
        let output = Buffer.alloc(0);
        this.message.on("data", (chunk) => {
          output = Buffer.concat([output, chunk]);
        });
        this.message.on("end", () => {
          resolve7(output.toString());
        });
      }));
    });
  }
  readBodyBuffer() {
    return __awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve7) => __awaiter(this, void 0, void 0, function* () {
        const chunks = [];
        this.message.on("data", (chunk) => {
          chunks.push(chunk);
        });
        this.message.on("end", () => {
          resolve7(Buffer.concat(chunks));
        });
      }));
    });
  }
};
var HttpClient = class {
  constructor(userAgent, handlers, requestOptions) {
    this._ignoreSslError = false;
    this._allowRedirects = true;
    this._allowRedirectDowngrade = false;
    this._maxRedirects = 50;
    this._allowRetries = false;
    this._maxRetries = 1;
    this._keepAlive = false;
    this._disposed = false;
    this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
    this.handlers = handlers || [];
    this.requestOptions = requestOptions;
    if (requestOptions) {
      if (requestOptions.ignoreSslError != null) {
        this._ignoreSslError = requestOptions.ignoreSslError;
      }
      this._socketTimeout = requestOptions.socketTimeout;
      if (requestOptions.allowRedirects != null) {
        this._allowRedirects = requestOptions.allowRedirects;
      }
      if (requestOptions.allowRedirectDowngrade != null) {
        this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
      }
      if (requestOptions.maxRedirects != null) {
        this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
      }
      if (requestOptions.keepAlive != null) {
        this._keepAlive = requestOptions.keepAlive;
      }
      if (requestOptions.allowRetries != null) {
        this._allowRetries = requestOptions.allowRetries;
      }
      if (requestOptions.maxRetries != null) {
        this._maxRetries = requestOptions.maxRetries;
      }
    }
  }
  options(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
    });
  }
  get(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("GET", requestUrl, null, additionalHeaders || {});
    });
  }
  del(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("DELETE", requestUrl, null, additionalHeaders || {});
    });
  }
  post(requestUrl, data2, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("POST", requestUrl, data2, additionalHeaders || {});
    });
  }
  patch(requestUrl, data2, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("PATCH", requestUrl, data2, additionalHeaders || {});
    });
  }
  put(requestUrl, data2, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("PUT", requestUrl, data2, additionalHeaders || {});
    });
  }
  head(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("HEAD", requestUrl, null, additionalHeaders || {});
    });
  }
  sendStream(verb, requestUrl, stream, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request(verb, requestUrl, stream, additionalHeaders);
    });
  }
  /**
   * Gets a typed object from an endpoint
   * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
   */
  getJson(requestUrl_1) {
    return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      const res = yield this.get(requestUrl, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  postJson(requestUrl_1, obj_1) {
    return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
      const data2 = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      const res = yield this.post(requestUrl, data2, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  putJson(requestUrl_1, obj_1) {
    return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
      const data2 = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      const res = yield this.put(requestUrl, data2, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  patchJson(requestUrl_1, obj_1) {
    return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
      const data2 = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      const res = yield this.patch(requestUrl, data2, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  /**
   * Makes a raw http request.
   * All other methods such as get, post, patch, and request ultimately call this.
   * Prefer get, del, post and patch
   */
  request(verb, requestUrl, data2, headers) {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._disposed) {
        throw new Error("Client has already been disposed.");
      }
      const parsedUrl = new URL(requestUrl);
      let info3 = this._prepareRequest(verb, parsedUrl, headers);
      const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1;
      let numTries = 0;
      let response;
      do {
        response = yield this.requestRaw(info3, data2);
        if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
          let authenticationHandler;
          for (const handler of this.handlers) {
            if (handler.canHandleAuthentication(response)) {
              authenticationHandler = handler;
              break;
            }
          }
          if (authenticationHandler) {
            return authenticationHandler.handleAuthentication(this, info3, data2);
          } else {
            return response;
          }
        }
        let redirectsRemaining = this._maxRedirects;
        while (response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0) {
          const redirectUrl = response.message.headers["location"];
          if (!redirectUrl) {
            break;
          }
          const parsedRedirectUrl = new URL(redirectUrl);
          if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade) {
            throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
          }
          yield response.readBody();
          if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
            for (const header in headers) {
              if (header.toLowerCase() === "authorization") {
                delete headers[header];
              }
            }
          }
          info3 = this._prepareRequest(verb, parsedRedirectUrl, headers);
          response = yield this.requestRaw(info3, data2);
          redirectsRemaining--;
        }
        if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) {
          return response;
        }
        numTries += 1;
        if (numTries < maxTries) {
          yield response.readBody();
          yield this._performExponentialBackoff(numTries);
        }
      } while (numTries < maxTries);
      return response;
    });
  }
  /**
   * Needs to be called if keepAlive is set to true in request options.
   */
  dispose() {
    if (this._agent) {
      this._agent.destroy();
    }
    this._disposed = true;
  }
  /**
   * Raw request.
   * @param info
   * @param data
   */
  requestRaw(info3, data2) {
    return __awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve7, reject) => {
        function callbackForResult(err, res) {
          if (err) {
            reject(err);
          } else if (!res) {
            reject(new Error("Unknown error"));
          } else {
            resolve7(res);
          }
        }
        this.requestRawWithCallback(info3, data2, callbackForResult);
      });
    });
  }
  /**
   * Raw request with callback.
   * @param info
   * @param data
   * @param onResult
   */
  requestRawWithCallback(info3, data2, onResult) {
    if (typeof data2 === "string") {
      if (!info3.options.headers) {
        info3.options.headers = {};
      }
      info3.options.headers["Content-Length"] = Buffer.byteLength(data2, "utf8");
    }
    let callbackCalled = false;
    function handleResult(err, res) {
      if (!callbackCalled) {
        callbackCalled = true;
        onResult(err, res);
      }
    }
    const req = info3.httpModule.request(info3.options, (msg) => {
      const res = new HttpClientResponse(msg);
      handleResult(void 0, res);
    });
    let socket;
    req.on("socket", (sock) => {
      socket = sock;
    });
    req.setTimeout(this._socketTimeout || 3 * 6e4, () => {
      if (socket) {
        socket.end();
      }
      handleResult(new Error(`Request timeout: ${info3.options.path}`));
    });
    req.on("error", function(err) {
      handleResult(err);
    });
    if (data2 && typeof data2 === "string") {
      req.write(data2, "utf8");
    }
    if (data2 && typeof data2 !== "string") {
      data2.on("close", function() {
        req.end();
      });
      data2.pipe(req);
    } else {
      req.end();
    }
  }
  /**
   * Gets an http agent. This function is useful when you need an http agent that handles
   * routing through a proxy server - depending upon the url and proxy environment variables.
   * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
   */
  getAgent(serverUrl) {
    const parsedUrl = new URL(serverUrl);
    return this._getAgent(parsedUrl);
  }
  getAgentDispatcher(serverUrl) {
    const parsedUrl = new URL(serverUrl);
    const proxyUrl = getProxyUrl(parsedUrl);
    const useProxy = proxyUrl && proxyUrl.hostname;
    if (!useProxy) {
      return;
    }
    return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
  }
  _prepareRequest(method, requestUrl, headers) {
    const info3 = {};
    info3.parsedUrl = requestUrl;
    const usingSsl = info3.parsedUrl.protocol === "https:";
    info3.httpModule = usingSsl ? https : http;
    const defaultPort = usingSsl ? 443 : 80;
    info3.options = {};
    info3.options.host = info3.parsedUrl.hostname;
    info3.options.port = info3.parsedUrl.port ? parseInt(info3.parsedUrl.port) : defaultPort;
    info3.options.path = (info3.parsedUrl.pathname || "") + (info3.parsedUrl.search || "");
    info3.options.method = method;
    info3.options.headers = this._mergeHeaders(headers);
    if (this.userAgent != null) {
      info3.options.headers["user-agent"] = this.userAgent;
    }
    info3.options.agent = this._getAgent(info3.parsedUrl);
    if (this.handlers) {
      for (const handler of this.handlers) {
        handler.prepareRequest(info3.options);
      }
    }
    return info3;
  }
  _mergeHeaders(headers) {
    if (this.requestOptions && this.requestOptions.headers) {
      return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
    }
    return lowercaseKeys(headers || {});
  }
  /**
   * Gets an existing header value or returns a default.
   * Handles converting number header values to strings since HTTP headers must be strings.
   * Note: This returns string | string[] since some headers can have multiple values.
   * For headers that must always be a single string (like Content-Type), use the
   * specialized _getExistingOrDefaultContentTypeHeader method instead.
   */
  _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
    let clientHeader;
    if (this.requestOptions && this.requestOptions.headers) {
      const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
      if (headerValue) {
        clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
      }
    }
    const additionalValue = additionalHeaders[header];
    if (additionalValue !== void 0) {
      return typeof additionalValue === "number" ? additionalValue.toString() : additionalValue;
    }
    if (clientHeader !== void 0) {
      return clientHeader;
    }
    return _default;
  }
  /**
   * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
   * Always returns a single string (not an array) since Content-Type should be a single value.
   * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
   * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
   * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
   */
  _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
    let clientHeader;
    if (this.requestOptions && this.requestOptions.headers) {
      const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
      if (headerValue) {
        if (typeof headerValue === "number") {
          clientHeader = String(headerValue);
        } else if (Array.isArray(headerValue)) {
          clientHeader = headerValue.join(", ");
        } else {
          clientHeader = headerValue;
        }
      }
    }
    const additionalValue = additionalHeaders[Headers.ContentType];
    if (additionalValue !== void 0) {
      if (typeof additionalValue === "number") {
        return String(additionalValue);
      } else if (Array.isArray(additionalValue)) {
        return additionalValue.join(", ");
      } else {
        return additionalValue;
      }
    }
    if (clientHeader !== void 0) {
      return clientHeader;
    }
    return _default;
  }
  _getAgent(parsedUrl) {
    let agent;
    const proxyUrl = getProxyUrl(parsedUrl);
    const useProxy = proxyUrl && proxyUrl.hostname;
    if (this._keepAlive && useProxy) {
      agent = this._proxyAgent;
    }
    if (!useProxy) {
      agent = this._agent;
    }
    if (agent) {
      return agent;
    }
    const usingSsl = parsedUrl.protocol === "https:";
    let maxSockets = 100;
    if (this.requestOptions) {
      maxSockets = this.requestOptions.maxSockets || http.globalAgent.maxSockets;
    }
    if (proxyUrl && proxyUrl.hostname) {
      const agentOptions = {
        maxSockets,
        keepAlive: this._keepAlive,
        proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && {
          proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
        }), { host: proxyUrl.hostname, port: proxyUrl.port })
      };
      let tunnelAgent;
      const overHttps = proxyUrl.protocol === "https:";
      if (usingSsl) {
        tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
      } else {
        tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
      }
      agent = tunnelAgent(agentOptions);
      this._proxyAgent = agent;
    }
    if (!agent) {
      const options = { keepAlive: this._keepAlive, maxSockets };
      agent = usingSsl ? new https.Agent(options) : new http.Agent(options);
      this._agent = agent;
    }
    if (usingSsl && this._ignoreSslError) {
      agent.options = Object.assign(agent.options || {}, {
        rejectUnauthorized: false
      });
    }
    return agent;
  }
  _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
    let proxyAgent;
    if (this._keepAlive) {
      proxyAgent = this._proxyAgentDispatcher;
    }
    if (proxyAgent) {
      return proxyAgent;
    }
    const usingSsl = parsedUrl.protocol === "https:";
    proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, (proxyUrl.username || proxyUrl.password) && {
      token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}`
    }));
    this._proxyAgentDispatcher = proxyAgent;
    if (usingSsl && this._ignoreSslError) {
      proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
        rejectUnauthorized: false
      });
    }
    return proxyAgent;
  }
  _getUserAgentWithOrchestrationId(userAgent) {
    const baseUserAgent = userAgent || "actions/http-client";
    const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
    if (orchId) {
      const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, "_");
      return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
    }
    return baseUserAgent;
  }
  _performExponentialBackoff(retryNumber) {
    return __awaiter(this, void 0, void 0, function* () {
      retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
      const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
      return new Promise((resolve7) => setTimeout(() => resolve7(), ms));
    });
  }
  _processResponse(res, options) {
    return __awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve7, reject) => __awaiter(this, void 0, void 0, function* () {
        const statusCode = res.message.statusCode || 0;
        const response = {
          statusCode,
          result: null,
          headers: {}
        };
        if (statusCode === HttpCodes.NotFound) {
          resolve7(response);
        }
        function dateTimeDeserializer(key, value) {
          if (typeof value === "string") {
            const a = new Date(value);
            if (!isNaN(a.valueOf())) {
              return a;
            }
          }
          return value;
        }
        let obj;
        let contents;
        try {
          contents = yield res.readBody();
          if (contents && contents.length > 0) {
            if (options && options.deserializeDates) {
              obj = JSON.parse(contents, dateTimeDeserializer);
            } else {
              obj = JSON.parse(contents);
            }
            response.result = obj;
          }
          response.headers = res.message.headers;
        } catch (err) {
        }
        if (statusCode > 299) {
          let msg;
          if (obj && obj.message) {
            msg = obj.message;
          } else if (contents && contents.length > 0) {
            msg = contents;
          } else {
            msg = `Failed request: (${statusCode})`;
          }
          const err = new HttpClientError(msg, statusCode);
          err.result = response.result;
          reject(err);
        } else {
          resolve7(response);
        }
      }));
    });
  }
};
var lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], c), {});

// node_modules/@actions/http-client/lib/auth.js
var __awaiter2 = function(thisArg, _arguments, P, generator) {
  function adopt2(value) {
    return value instanceof P ? value : new P(function(resolve7) {
      resolve7(value);
    });
  }
  return new (P || (P = Promise))(function(resolve7, reject) {
    function fulfilled(value) {
      try {
        step3(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step3(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step3(result2) {
      result2.done ? resolve7(result2.value) : adopt2(result2.value).then(fulfilled, rejected);
    }
    step3((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var BearerCredentialHandler = class {
  constructor(token) {
    this.token = token;
  }
  // currently implements pre-authorization
  // TODO: support preAuth = false where it hooks on 401
  prepareRequest(options) {
    if (!options.headers) {
      throw Error("The request has no headers");
    }
    options.headers["Authorization"] = `Bearer ${this.token}`;
  }
  // This handler cannot handle 401
  canHandleAuthentication() {
    return false;
  }
  handleAuthentication() {
    return __awaiter2(this, void 0, void 0, function* () {
      throw new Error("not implemented");
    });
  }
};

// node_modules/@actions/core/lib/oidc-utils.js
var __awaiter3 = function(thisArg, _arguments, P, generator) {
  function adopt2(value) {
    return value instanceof P ? value : new P(function(resolve7) {
      resolve7(value);
    });
  }
  return new (P || (P = Promise))(function(resolve7, reject) {
    function fulfilled(value) {
      try {
        step3(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step3(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step3(result2) {
      result2.done ? resolve7(result2.value) : adopt2(result2.value).then(fulfilled, rejected);
    }
    step3((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var OidcClient = class _OidcClient {
  static createHttpClient(allowRetry = true, maxRetry = 10) {
    const requestOptions = {
      allowRetries: allowRetry,
      maxRetries: maxRetry
    };
    return new HttpClient("actions/oidc-client", [new BearerCredentialHandler(_OidcClient.getRequestToken())], requestOptions);
  }
  static getRequestToken() {
    const token = process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
    if (!token) {
      throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable");
    }
    return token;
  }
  static getIDTokenUrl() {
    const runtimeUrl = process.env["ACTIONS_ID_TOKEN_REQUEST_URL"];
    if (!runtimeUrl) {
      throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable");
    }
    return runtimeUrl;
  }
  static getCall(id_token_url) {
    return __awaiter3(this, void 0, void 0, function* () {
      var _a;
      const httpclient = _OidcClient.createHttpClient();
      const res = yield httpclient.getJson(id_token_url).catch((error2) => {
        throw new Error(`Failed to get ID Token. 
 
        Error Code : ${error2.statusCode}
 
        Error Message: ${error2.message}`);
      });
      const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
      if (!id_token) {
        throw new Error("Response json body do not have ID Token field");
      }
      return id_token;
    });
  }
  static getIDToken(audience) {
    return __awaiter3(this, void 0, void 0, function* () {
      try {
        let id_token_url = _OidcClient.getIDTokenUrl();
        if (audience) {
          const encodedAudience = encodeURIComponent(audience);
          id_token_url = `${id_token_url}&audience=${encodedAudience}`;
        }
        debug(`ID token url is ${id_token_url}`);
        const id_token = yield _OidcClient.getCall(id_token_url);
        setSecret(id_token);
        return id_token;
      } catch (error2) {
        throw new Error(`Error message: ${error2.message}`);
      }
    });
  }
};

// node_modules/@actions/core/lib/summary.js
var import_os = require("os");
var import_fs = require("fs");
var __awaiter4 = function(thisArg, _arguments, P, generator) {
  function adopt2(value) {
    return value instanceof P ? value : new P(function(resolve7) {
      resolve7(value);
    });
  }
  return new (P || (P = Promise))(function(resolve7, reject) {
    function fulfilled(value) {
      try {
        step3(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step3(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step3(result2) {
      result2.done ? resolve7(result2.value) : adopt2(result2.value).then(fulfilled, rejected);
    }
    step3((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = import_fs.promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter4(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, import_fs.constants.R_OK | import_fs.constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content2, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content2) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content2}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter4(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter4(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(import_os.EOL);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered2 = false) {
    const tag = ordered2 ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows2) {
    const tableBody = rows2.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data: data2, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data2, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label2, content2) {
    const element = this.wrap("details", this.wrap("summary", label2) + content2);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var markdownSummary = _summary;
var summary = _summary;

// node_modules/@actions/core/lib/path-utils.js
var path = __toESM(require("path"), 1);
function toPosixPath(pth) {
  return pth.replace(/[\\]/g, "/");
}
function toWin32Path(pth) {
  return pth.replace(/[/]/g, "\\");
}
function toPlatformPath(pth) {
  return pth.replace(/[/\\]/g, path.sep);
}

// node_modules/@actions/core/lib/platform.js
var platform_exports = {};
__export(platform_exports, {
  arch: () => arch,
  getDetails: () => getDetails,
  isLinux: () => isLinux,
  isMacOS: () => isMacOS,
  isWindows: () => isWindows,
  platform: () => platform
});
var import_os2 = __toESM(require("os"), 1);

// node_modules/@actions/exec/lib/exec.js
var import_string_decoder = require("string_decoder");

// node_modules/@actions/exec/lib/toolrunner.js
var os3 = __toESM(require("os"), 1);
var events = __toESM(require("events"), 1);
var child = __toESM(require("child_process"), 1);
var path4 = __toESM(require("path"), 1);

// node_modules/@actions/io/lib/io.js
var path3 = __toESM(require("path"), 1);

// node_modules/@actions/io/lib/io-util.js
var fs2 = __toESM(require("fs"), 1);
var path2 = __toESM(require("path"), 1);
var __awaiter5 = function(thisArg, _arguments, P, generator) {
  function adopt2(value) {
    return value instanceof P ? value : new P(function(resolve7) {
      resolve7(value);
    });
  }
  return new (P || (P = Promise))(function(resolve7, reject) {
    function fulfilled(value) {
      try {
        step3(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step3(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step3(result2) {
      result2.done ? resolve7(result2.value) : adopt2(result2.value).then(fulfilled, rejected);
    }
    step3((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;
function exists(fsPath) {
  return __awaiter5(this, void 0, void 0, function* () {
    try {
      yield stat(fsPath);
    } catch (err) {
      if (err.code === "ENOENT") {
        return false;
      }
      throw err;
    }
    return true;
  });
}
function isRooted(p) {
  p = normalizeSeparators(p);
  if (!p) {
    throw new Error('isRooted() parameter "p" cannot be empty');
  }
  if (IS_WINDOWS) {
    return p.startsWith("\\") || /^[A-Z]:/i.test(p);
  }
  return p.startsWith("/");
}
function tryGetExecutablePath(filePath, extensions) {
  return __awaiter5(this, void 0, void 0, function* () {
    let stats = void 0;
    try {
      stats = yield stat(filePath);
    } catch (err) {
      if (err.code !== "ENOENT") {
        console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
      }
    }
    if (stats && stats.isFile()) {
      if (IS_WINDOWS) {
        const upperExt = path2.extname(filePath).toUpperCase();
        if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) {
          return filePath;
        }
      } else {
        if (isUnixExecutable(stats)) {
          return filePath;
        }
      }
    }
    const originalFilePath = filePath;
    for (const extension of extensions) {
      filePath = originalFilePath + extension;
      stats = void 0;
      try {
        stats = yield stat(filePath);
      } catch (err) {
        if (err.code !== "ENOENT") {
          console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
        }
      }
      if (stats && stats.isFile()) {
        if (IS_WINDOWS) {
          try {
            const directory2 = path2.dirname(filePath);
            const upperName = path2.basename(filePath).toUpperCase();
            for (const actualName of yield readdir(directory2)) {
              if (upperName === actualName.toUpperCase()) {
                filePath = path2.join(directory2, actualName);
                break;
              }
            }
          } catch (err) {
            console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
          }
          return filePath;
        } else {
          if (isUnixExecutable(stats)) {
            return filePath;
          }
        }
      }
    }
    return "";
  });
}
function normalizeSeparators(p) {
  p = p || "";
  if (IS_WINDOWS) {
    p = p.replace(/\//g, "\\");
    return p.replace(/\\\\+/g, "\\");
  }
  return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
  return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}

// node_modules/@actions/io/lib/io.js
var __awaiter6 = function(thisArg, _arguments, P, generator) {
  function adopt2(value) {
    return value instanceof P ? value : new P(function(resolve7) {
      resolve7(value);
    });
  }
  return new (P || (P = Promise))(function(resolve7, reject) {
    function fulfilled(value) {
      try {
        step3(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step3(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step3(result2) {
      result2.done ? resolve7(result2.value) : adopt2(result2.value).then(fulfilled, rejected);
    }
    step3((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
function which(tool, check) {
  return __awaiter6(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    if (check) {
      const result2 = yield which(tool, false);
      if (!result2) {
        if (IS_WINDOWS) {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
        } else {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
        }
      }
      return result2;
    }
    const matches = yield findInPath(tool);
    if (matches && matches.length > 0) {
      return matches[0];
    }
    return "";
  });
}
function findInPath(tool) {
  return __awaiter6(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    const extensions = [];
    if (IS_WINDOWS && process.env["PATHEXT"]) {
      for (const extension of process.env["PATHEXT"].split(path3.delimiter)) {
        if (extension) {
          extensions.push(extension);
        }
      }
    }
    if (isRooted(tool)) {
      const filePath = yield tryGetExecutablePath(tool, extensions);
      if (filePath) {
        return [filePath];
      }
      return [];
    }
    if (tool.includes(path3.sep)) {
      return [];
    }
    const directories = [];
    if (process.env.PATH) {
      for (const p of process.env.PATH.split(path3.delimiter)) {
        if (p) {
          directories.push(p);
        }
      }
    }
    const matches = [];
    for (const directory2 of directories) {
      const filePath = yield tryGetExecutablePath(path3.join(directory2, tool), extensions);
      if (filePath) {
        matches.push(filePath);
      }
    }
    return matches;
  });
}

// node_modules/@actions/exec/lib/toolrunner.js
var import_timers = require("timers");
var __awaiter7 = function(thisArg, _arguments, P, generator) {
  function adopt2(value) {
    return value instanceof P ? value : new P(function(resolve7) {
      resolve7(value);
    });
  }
  return new (P || (P = Promise))(function(resolve7, reject) {
    function fulfilled(value) {
      try {
        step3(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step3(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step3(result2) {
      result2.done ? resolve7(result2.value) : adopt2(result2.value).then(fulfilled, rejected);
    }
    step3((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var IS_WINDOWS2 = process.platform === "win32";
var ToolRunner = class extends events.EventEmitter {
  constructor(toolPath, args, options) {
    super();
    if (!toolPath) {
      throw new Error("Parameter 'toolPath' cannot be null or empty.");
    }
    this.toolPath = toolPath;
    this.args = args || [];
    this.options = options || {};
  }
  _debug(message) {
    if (this.options.listeners && this.options.listeners.debug) {
      this.options.listeners.debug(message);
    }
  }
  _getCommandString(options, noPrefix) {
    const toolPath = this._getSpawnFileName();
    const args = this._getSpawnArgs(options);
    let cmd = noPrefix ? "" : "[command]";
    if (IS_WINDOWS2) {
      if (this._isCmdFile()) {
        cmd += toolPath;
        for (const a of args) {
          cmd += ` ${a}`;
        }
      } else if (options.windowsVerbatimArguments) {
        cmd += `"${toolPath}"`;
        for (const a of args) {
          cmd += ` ${a}`;
        }
      } else {
        cmd += this._windowsQuoteCmdArg(toolPath);
        for (const a of args) {
          cmd += ` ${this._windowsQuoteCmdArg(a)}`;
        }
      }
    } else {
      cmd += toolPath;
      for (const a of args) {
        cmd += ` ${a}`;
      }
    }
    return cmd;
  }
  _processLineBuffer(data2, strBuffer, onLine) {
    try {
      let s = strBuffer + data2.toString();
      let n = s.indexOf(os3.EOL);
      while (n > -1) {
        const line2 = s.substring(0, n);
        onLine(line2);
        s = s.substring(n + os3.EOL.length);
        n = s.indexOf(os3.EOL);
      }
      return s;
    } catch (err) {
      this._debug(`error processing line. Failed with error ${err}`);
      return "";
    }
  }
  _getSpawnFileName() {
    if (IS_WINDOWS2) {
      if (this._isCmdFile()) {
        return process.env["COMSPEC"] || "cmd.exe";
      }
    }
    return this.toolPath;
  }
  _getSpawnArgs(options) {
    if (IS_WINDOWS2) {
      if (this._isCmdFile()) {
        let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
        for (const a of this.args) {
          argline += " ";
          argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
        }
        argline += '"';
        return [argline];
      }
    }
    return this.args;
  }
  _endsWith(str, end2) {
    return str.endsWith(end2);
  }
  _isCmdFile() {
    const upperToolPath = this.toolPath.toUpperCase();
    return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
  }
  _windowsQuoteCmdArg(arg) {
    if (!this._isCmdFile()) {
      return this._uvQuoteCmdArg(arg);
    }
    if (!arg) {
      return '""';
    }
    const cmdSpecialChars = [
      " ",
      "	",
      "&",
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      "^",
      "=",
      ";",
      "!",
      "'",
      "+",
      ",",
      "`",
      "~",
      "|",
      "<",
      ">",
      '"'
    ];
    let needsQuotes = false;
    for (const char of arg) {
      if (cmdSpecialChars.some((x) => x === char)) {
        needsQuotes = true;
        break;
      }
    }
    if (!needsQuotes) {
      return arg;
    }
    let reverse = '"';
    let quoteHit = true;
    for (let i = arg.length; i > 0; i--) {
      reverse += arg[i - 1];
      if (quoteHit && arg[i - 1] === "\\") {
        reverse += "\\";
      } else if (arg[i - 1] === '"') {
        quoteHit = true;
        reverse += '"';
      } else {
        quoteHit = false;
      }
    }
    reverse += '"';
    return reverse.split("").reverse().join("");
  }
  _uvQuoteCmdArg(arg) {
    if (!arg) {
      return '""';
    }
    if (!arg.includes(" ") && !arg.includes("	") && !arg.includes('"')) {
      return arg;
    }
    if (!arg.includes('"') && !arg.includes("\\")) {
      return `"${arg}"`;
    }
    let reverse = '"';
    let quoteHit = true;
    for (let i = arg.length; i > 0; i--) {
      reverse += arg[i - 1];
      if (quoteHit && arg[i - 1] === "\\") {
        reverse += "\\";
      } else if (arg[i - 1] === '"') {
        quoteHit = true;
        reverse += "\\";
      } else {
        quoteHit = false;
      }
    }
    reverse += '"';
    return reverse.split("").reverse().join("");
  }
  _cloneExecOptions(options) {
    options = options || {};
    const result2 = {
      cwd: options.cwd || process.cwd(),
      env: options.env || process.env,
      silent: options.silent || false,
      windowsVerbatimArguments: options.windowsVerbatimArguments || false,
      failOnStdErr: options.failOnStdErr || false,
      ignoreReturnCode: options.ignoreReturnCode || false,
      delay: options.delay || 1e4
    };
    result2.outStream = options.outStream || process.stdout;
    result2.errStream = options.errStream || process.stderr;
    return result2;
  }
  _getSpawnOptions(options, toolPath) {
    options = options || {};
    const result2 = {};
    result2.cwd = options.cwd;
    result2.env = options.env;
    result2["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
    if (options.windowsVerbatimArguments) {
      result2.argv0 = `"${toolPath}"`;
    }
    return result2;
  }
  /**
   * Exec a tool.
   * Output will be streamed to the live console.
   * Returns promise with return code
   *
   * @param     tool     path to tool to exec
   * @param     options  optional exec options.  See ExecOptions
   * @returns   number
   */
  exec() {
    return __awaiter7(this, void 0, void 0, function* () {
      if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS2 && this.toolPath.includes("\\"))) {
        this.toolPath = path4.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
      }
      this.toolPath = yield which(this.toolPath, true);
      return new Promise((resolve7, reject) => __awaiter7(this, void 0, void 0, function* () {
        this._debug(`exec tool: ${this.toolPath}`);
        this._debug("arguments:");
        for (const arg of this.args) {
          this._debug(`   ${arg}`);
        }
        const optionsNonNull = this._cloneExecOptions(this.options);
        if (!optionsNonNull.silent && optionsNonNull.outStream) {
          optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os3.EOL);
        }
        const state = new ExecState(optionsNonNull, this.toolPath);
        state.on("debug", (message) => {
          this._debug(message);
        });
        if (this.options.cwd && !(yield exists(this.options.cwd))) {
          return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
        }
        const fileName = this._getSpawnFileName();
        const cp2 = child.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
        let stdbuffer = "";
        if (cp2.stdout) {
          cp2.stdout.on("data", (data2) => {
            if (this.options.listeners && this.options.listeners.stdout) {
              this.options.listeners.stdout(data2);
            }
            if (!optionsNonNull.silent && optionsNonNull.outStream) {
              optionsNonNull.outStream.write(data2);
            }
            stdbuffer = this._processLineBuffer(data2, stdbuffer, (line2) => {
              if (this.options.listeners && this.options.listeners.stdline) {
                this.options.listeners.stdline(line2);
              }
            });
          });
        }
        let errbuffer = "";
        if (cp2.stderr) {
          cp2.stderr.on("data", (data2) => {
            state.processStderr = true;
            if (this.options.listeners && this.options.listeners.stderr) {
              this.options.listeners.stderr(data2);
            }
            if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) {
              const s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
              s.write(data2);
            }
            errbuffer = this._processLineBuffer(data2, errbuffer, (line2) => {
              if (this.options.listeners && this.options.listeners.errline) {
                this.options.listeners.errline(line2);
              }
            });
          });
        }
        cp2.on("error", (err) => {
          state.processError = err.message;
          state.processExited = true;
          state.processClosed = true;
          state.CheckComplete();
        });
        cp2.on("exit", (code) => {
          state.processExitCode = code;
          state.processExited = true;
          this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
          state.CheckComplete();
        });
        cp2.on("close", (code) => {
          state.processExitCode = code;
          state.processExited = true;
          state.processClosed = true;
          this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
          state.CheckComplete();
        });
        state.on("done", (error2, exitCode2) => {
          if (stdbuffer.length > 0) {
            this.emit("stdline", stdbuffer);
          }
          if (errbuffer.length > 0) {
            this.emit("errline", errbuffer);
          }
          cp2.removeAllListeners();
          if (error2) {
            reject(error2);
          } else {
            resolve7(exitCode2);
          }
        });
        if (this.options.input) {
          if (!cp2.stdin) {
            throw new Error("child process missing stdin");
          }
          cp2.stdin.end(this.options.input);
        }
      }));
    });
  }
};
function argStringToArray(argString) {
  const args = [];
  let inQuotes = false;
  let escaped = false;
  let arg = "";
  function append(c) {
    if (escaped && c !== '"') {
      arg += "\\";
    }
    arg += c;
    escaped = false;
  }
  for (let i = 0; i < argString.length; i++) {
    const c = argString.charAt(i);
    if (c === '"') {
      if (!escaped) {
        inQuotes = !inQuotes;
      } else {
        append(c);
      }
      continue;
    }
    if (c === "\\" && escaped) {
      append(c);
      continue;
    }
    if (c === "\\" && inQuotes) {
      escaped = true;
      continue;
    }
    if (c === " " && !inQuotes) {
      if (arg.length > 0) {
        args.push(arg);
        arg = "";
      }
      continue;
    }
    append(c);
  }
  if (arg.length > 0) {
    args.push(arg.trim());
  }
  return args;
}
var ExecState = class _ExecState extends events.EventEmitter {
  constructor(options, toolPath) {
    super();
    this.processClosed = false;
    this.processError = "";
    this.processExitCode = 0;
    this.processExited = false;
    this.processStderr = false;
    this.delay = 1e4;
    this.done = false;
    this.timeout = null;
    if (!toolPath) {
      throw new Error("toolPath must not be empty");
    }
    this.options = options;
    this.toolPath = toolPath;
    if (options.delay) {
      this.delay = options.delay;
    }
  }
  CheckComplete() {
    if (this.done) {
      return;
    }
    if (this.processClosed) {
      this._setResult();
    } else if (this.processExited) {
      this.timeout = (0, import_timers.setTimeout)(_ExecState.HandleTimeout, this.delay, this);
    }
  }
  _debug(message) {
    this.emit("debug", message);
  }
  _setResult() {
    let error2;
    if (this.processExited) {
      if (this.processError) {
        error2 = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
      } else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
        error2 = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
      } else if (this.processStderr && this.options.failOnStdErr) {
        error2 = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
      }
    }
    if (this.timeout) {
      clearTimeout(this.timeout);
      this.timeout = null;
    }
    this.done = true;
    this.emit("done", error2, this.processExitCode);
  }
  static HandleTimeout(state) {
    if (state.done) {
      return;
    }
    if (!state.processClosed && state.processExited) {
      const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
      state._debug(message);
    }
    state._setResult();
  }
};

// node_modules/@actions/exec/lib/exec.js
var __awaiter8 = function(thisArg, _arguments, P, generator) {
  function adopt2(value) {
    return value instanceof P ? value : new P(function(resolve7) {
      resolve7(value);
    });
  }
  return new (P || (P = Promise))(function(resolve7, reject) {
    function fulfilled(value) {
      try {
        step3(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step3(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step3(result2) {
      result2.done ? resolve7(result2.value) : adopt2(result2.value).then(fulfilled, rejected);
    }
    step3((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
function exec(commandLine2, args, options) {
  return __awaiter8(this, void 0, void 0, function* () {
    const commandArgs = argStringToArray(commandLine2);
    if (commandArgs.length === 0) {
      throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
    }
    const toolPath = commandArgs[0];
    args = commandArgs.slice(1).concat(args || []);
    const runner = new ToolRunner(toolPath, args, options);
    return runner.exec();
  });
}
function getExecOutput(commandLine2, args, options) {
  return __awaiter8(this, void 0, void 0, function* () {
    var _a, _b;
    let stdout = "";
    let stderr = "";
    const stdoutDecoder = new import_string_decoder.StringDecoder("utf8");
    const stderrDecoder = new import_string_decoder.StringDecoder("utf8");
    const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
    const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
    const stdErrListener = (data2) => {
      stderr += stderrDecoder.write(data2);
      if (originalStdErrListener) {
        originalStdErrListener(data2);
      }
    };
    const stdOutListener = (data2) => {
      stdout += stdoutDecoder.write(data2);
      if (originalStdoutListener) {
        originalStdoutListener(data2);
      }
    };
    const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
    const exitCode2 = yield exec(commandLine2, args, Object.assign(Object.assign({}, options), { listeners }));
    stdout += stdoutDecoder.end();
    stderr += stderrDecoder.end();
    return {
      exitCode: exitCode2,
      stdout,
      stderr
    };
  });
}

// node_modules/@actions/core/lib/platform.js
var __awaiter9 = function(thisArg, _arguments, P, generator) {
  function adopt2(value) {
    return value instanceof P ? value : new P(function(resolve7) {
      resolve7(value);
    });
  }
  return new (P || (P = Promise))(function(resolve7, reject) {
    function fulfilled(value) {
      try {
        step3(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step3(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step3(result2) {
      result2.done ? resolve7(result2.value) : adopt2(result2.value).then(fulfilled, rejected);
    }
    step3((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var getWindowsInfo = () => __awaiter9(void 0, void 0, void 0, function* () {
  const { stdout: version } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', void 0, {
    silent: true
  });
  const { stdout: name } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', void 0, {
    silent: true
  });
  return {
    name: name.trim(),
    version: version.trim()
  };
});
var getMacOsInfo = () => __awaiter9(void 0, void 0, void 0, function* () {
  var _a, _b, _c, _d;
  const { stdout } = yield getExecOutput("sw_vers", void 0, {
    silent: true
  });
  const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : "";
  const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : "";
  return {
    name,
    version
  };
});
var getLinuxInfo = () => __awaiter9(void 0, void 0, void 0, function* () {
  const { stdout } = yield getExecOutput("lsb_release", ["-i", "-r", "-s"], {
    silent: true
  });
  const [name, version] = stdout.trim().split("\n");
  return {
    name,
    version
  };
});
var platform = import_os2.default.platform();
var arch = import_os2.default.arch();
var isWindows = platform === "win32";
var isMacOS = platform === "darwin";
var isLinux = platform === "linux";
function getDetails() {
  return __awaiter9(this, void 0, void 0, function* () {
    return Object.assign(Object.assign({}, yield isWindows ? getWindowsInfo() : isMacOS ? getMacOsInfo() : getLinuxInfo()), {
      platform,
      arch,
      isWindows,
      isMacOS,
      isLinux
    });
  });
}

// node_modules/@actions/core/lib/core.js
var __awaiter10 = function(thisArg, _arguments, P, generator) {
  function adopt2(value) {
    return value instanceof P ? value : new P(function(resolve7) {
      resolve7(value);
    });
  }
  return new (P || (P = Promise))(function(resolve7, reject) {
    function fulfilled(value) {
      try {
        step3(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step3(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step3(result2) {
      result2.done ? resolve7(result2.value) : adopt2(result2.value).then(fulfilled, rejected);
    }
    step3((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
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
  process.env["PATH"] = `${inputPath}${path5.delimiter}${process.env["PATH"]}`;
}
function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function getMultilineInput(name, options) {
  const inputs = getInput(name, options).split("\n").filter((x) => x !== "");
  if (options && options.trimWhitespace === false) {
    return inputs;
  }
  return inputs.map((input) => input.trim());
}
function getBooleanInput(name, options) {
  const trueValue = ["true", "True", "TRUE"];
  const falseValue = ["false", "False", "FALSE"];
  const val = getInput(name, options);
  if (trueValue.includes(val))
    return true;
  if (falseValue.includes(val))
    return false;
  throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}
Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os5.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function setCommandEcho(enabled) {
  issue("echo", enabled ? "on" : "off");
}
function setFailed(message) {
  process.exitCode = ExitCode.Failure;
  error(message);
}
function isDebug() {
  return process.env["RUNNER_DEBUG"] === "1";
}
function debug(message) {
  issueCommand("debug", {}, message);
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
  process.stdout.write(message + os5.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}
function group(name, fn) {
  return __awaiter10(this, void 0, void 0, function* () {
    startGroup(name);
    let result2;
    try {
      result2 = yield fn();
    } finally {
      endGroup();
    }
    return result2;
  });
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
function getIDToken(aud) {
  return __awaiter10(this, void 0, void 0, function* () {
    return yield OidcClient.getIDToken(aud);
  });
}

// src/domain/codes-cache.ts
var CACHE_CODES = {
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

// src/domain/codes-connection.ts
var CONNECTION_CODES = {
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

// src/domain/codes-http.ts
var HTTP_CODES = {
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
  "BUDGET.TOTAL": {
    title: "The total budget is used up",
    why: "The run must end in its budget, whatever the network does.",
    fix: "Raise timeout, or add a faster source.",
    severity: "error",
    exit: 75,
    explains: []
  }
};

// src/domain/codes-machine.ts
var MACHINE_CODES = {
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

// src/domain/codes-request.ts
var REQUEST_CODES = {
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

// src/domain/codes-trust.ts
var TRUST_CODES = {
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

// src/domain/catalogue.ts
var entries = { ...REQUEST_CODES, ...TRUST_CODES, ...CONNECTION_CODES, ...HTTP_CODES, ...MACHINE_CODES, ...CACHE_CODES };
var explainedCodesExist = true;
var CATALOGUE = entries;
var CODES = explainedCodesExist ? Object.keys(entries) : [];

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

// src/domain/failure.ts
var Failure = class extends Error {
  findings;
  constructor(findings, cause) {
    super(`${findings[0].code}: ${findings[0].message}`, cause === void 0 ? void 0 : { cause });
    this.name = "Failure";
    this.findings = findings;
  }
  get finding() {
    return this.findings[0];
  }
  get code() {
    return this.findings[0].code;
  }
};
function failure(code, detail2, cause) {
  return new Failure([finding(code, detail2)], cause);
}

// src/domain/limits.ts
var SECOND = 1e3;
var MINUTE = 60 * SECOND;
var KIB = 1024;
var MIB = 1024 * KIB;
var ARCHIVE_PHASES = {
  lookupMs: 6 * SECOND,
  connectMs: 5 * SECOND,
  proxyMs: 8 * SECOND,
  tlsMs: 8 * SECOND,
  firstByteMs: 15 * SECOND
};
var METADATA_PHASES = {
  lookupMs: 6 * SECOND,
  connectMs: 4 * SECOND,
  proxyMs: 5 * SECOND,
  tlsMs: 5 * SECOND,
  firstByteMs: 8 * SECOND
};
var LIMITS = {
  /** Default of the input `timeout`. */
  totalMs: 10 * MINUTE,
  /** No byte of a body for so long is a stall. */
  stallMs: 20 * SECOND,
  /** A body slower than this over the whole window is given up. */
  minimumRateBytesPerSecond: 16 * KIB,
  minimumRateWindowMs: 60 * SECOND,
  /** A whole small answer, headers to last byte. */
  metadataBodyMs: 15 * SECOND,
  /** After the first version list has answered, the others get so long to answer too. */
  listingGraceMs: 2 * SECOND,
  /** Looking for a newer patch than an incomplete list names. */
  patchProbeMs: 4 * SECOND,
  redirectCount: 10,
  /** So much of an error page is read, and for so long, to show its beginning. */
  errorBodyMs: SECOND,
  errorBodyBytes: 4 * KIB,
  /** The next address of a host is tried after so long, while the earlier attempts go on (RFC 8305, 5). */
  connectStaggerMs: 250,
  /** More addresses of one host than these are not tried. */
  connectAddressCount: 8,
  /** An idle connection is not used again after so long: servers commonly close after 5 s. */
  idleConnectionMs: 4 * SECOND,
  /** Status line and headers; the largest in honest use are about 16 KiB. */
  headerBytes: 64 * KIB,
  /** What a child process may print before the rest is dropped. */
  execOutputBytes: MIB,
  /** go.dev's complete listing was about 3 MB in 2026. */
  listingBytes: 16 * MIB,
  /** Records, notes and tiles of the checksum database are at most 8 KiB each. */
  sumdbAnswerBytes: MIB,
  /** One server of the checksum database, look-up and tiles: 14 tiles in two rounds take 0.3 s, a tired proxy takes seconds. */
  sumdbServerMs: 15 * SECOND,
  /** All servers of the checksum database together. */
  sumdbTotalMs: 45 * SECOND,
  /** Tiles asked for at the same time. */
  sumdbParallelCount: 8,
  /** cmd/go caps a module zip at 500 MiB unpacked (golang.org/x/mod/zip MaxZipFile). */
  unpackedBytes: 500 * MIB,
  archiveBytes: 500 * MIB,
  /** A zip without zip64 holds at most 65,534 entries; Go 1.26 has 15,036 files. */
  entryCount: 65534,
  zipDirectoryBytes: 16 * MIB,
  /** A pax header or a GNU long name. */
  tarMetadataBytes: 64 * KIB,
  pathBytes: 1024,
  /** Unpacked tree and staging, for the check of free space: about four times the archive. */
  freeSpaceFactor: 4,
  /** When the size of the archive is not known: Go 1.26 unpacks to 262 MiB. */
  freeSpaceBytes: 400 * MIB,
  freeInodes: 2e4,
  /** How often a waiting installation looks at the lock. */
  lockPollMs: 100,
  /** The holder of a lock touches it so often … */
  lockHeartbeatMs: 2 * SECOND,
  /** … and one that was not touched for so long has lost its holder. */
  lockStaleMs: 30 * SECOND,
  /** Another holder of a lock may be in another container, where its pid says nothing: so old must the file be. */
  lockDeadOwnerMs: 6 * SECOND,
  /** What a killed run left is removed after so long when its owner cannot be asked. */
  stagingMaxAgeMs: 24 * 60 * MINUTE,
  /** Virus scanners and indexers hold new files on Windows for some seconds. */
  renameRetryMs: 15 * SECOND,
  renameRetryPauseMs: 50,
  /** `go version` and `go env` take milliseconds; a cold virus scanner takes seconds. */
  execMs: 60 * SECOND,
  /** `go env GOPROXY` of some Go that was found; only a convenience. */
  goEnvMs: 10 * SECOND,
  /** The shipped table of releases is about 0.5 MB. */
  releaseTableBytes: 4 * MIB,
  /** How long a proved-by-table archive waits for the checksum database too, which leaves a receipt. */
  proofGraceMs: SECOND,
  /** Least time between two progress events of one attempt. */
  progressMs: 100,
  /** A `.sha256` file is 64 bytes, or a line of sha256sum. */
  sidecarBytes: 4 * KIB,
  /** Pauses before the sources are asked once more, after all of them failed. */
  backoffMs: [500, 2 * SECOND],
  /** A longer Retry-After is not waited for. */
  retryAfterMs: 30 * SECOND,
  /** A release that the shipped table knows for so many platforms is known for all of its common ones. */
  knownPlatformCount: 8,
  /** A name that is not answered in this time is asked for once more. */
  lookupAgainMs: SECOND,
  /** After the budget is used up, cleaning must end in this time. */
  budgetGraceMs: 5 * SECOND,
  /** Older releases that are tried when no source serves the newest match of a range. */
  fallbackVersionCount: 3,
  /** A bundle of all public roots is about 250 KiB. */
  caFileBytes: 4 * MIB,
  /** A version file is one line or a go.mod. */
  versionFileBytes: 4 * MIB,
  /** Looking up cache entries, all together: so much does an outage of the service cost. It answers in 0.1 to 0.5 s. */
  cacheLookupMs: 5 * SECOND,
  /** While looking up, the client's pause before another attempt is waited for when it is not longer (its first is 3 s, its second up to 6.8 s). */
  cacheRetryPauseMs: 3 * SECOND,
  /** Downloading and unpacking: 1 GiB at 10 MiB/s takes 100 s. Longer than that, downloading the modules anew is faster. */
  cacheRestoreMs: 4 * MINUTE,
  /** Packing and uploading one entry, after the job. */
  cacheSaveMs: 8 * MINUTE,
  /** After the line of the post step, the process ends by itself in this time or is ended. */
  postExitMs: 200,
  /** The whole post step: two entries and their look-ups. */
  postMs: 18 * MINUTE,
  /** A restore that was given up gets so long to stop unpacking, before what it unpacked is removed. */
  cacheStopMs: SECOND,
  /** Of the total budget, so much stays for the report after a restore. */
  cacheReserveMs: 5 * SECOND,
  /** Where dependency files are looked for: deeper, or in more directories, is no Go project that one job builds. */
  dependencyDepth: 16,
  dependencyDirectoryCount: 2e4,
  dependencyFileCount: 5e3,
  /** The largest go.sum of a public project is about 1 MB. */
  dependencyFileBytes: 32 * MIB,
  /** Children that must not outlive us get so long after the polite signal. */
  killGraceMs: 2 * SECOND
};

// src/policy/causes.ts
var GRAVITY = [73, 71, 74, 72, 75];
var VERDICTS = { certain: "cause", likely: "likely", possible: "undetermined" };
function findCause(findings, attempts = []) {
  const main2 = findings.find((item) => item.severity === "error");
  if (main2 === void 0) return null;
  const sameAsMain = (item) => item.code === main2.code && item.subject === main2.subject;
  const candidates = attempts.some(sameAsMain) ? attempts.filter((item) => item.severity === "error") : [main2];
  const explainers = findings.filter((item) => item.severity !== "info");
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

// src/report/plain.ts
var DECEPTIVE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
function plain(text, maxLength = 300) {
  const line2 = text.slice(0, maxLength * 2).replace(/[\s\u0085]+/gu, " ").replace(DECEPTIVE, "�").trim();
  const characters = [...line2];
  const isCut = characters.length > maxLength || text.length > maxLength * 2;
  return isCut ? `${characters.slice(0, maxLength - 1).join("")}…` : line2;
}
function plainLines(text, maxCount = 40) {
  const lines = text.slice(0, 1e5).split(/\r\n|\r|\n/u);
  const kept = lines.slice(0, maxCount).map((line2) => {
    const content2 = line2.trimStart();
    return " ".repeat(Math.min(line2.length - content2.length, 40)) + plain(content2, 400);
  });
  return lines.length > maxCount ? [...kept, "…"] : kept;
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
  cache: "Restore the caches"
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
  if (report.outcome === "failed") {
    const what = report.command === "install" || report.command === "" ? "Go was not installed" : `${report.command} failed`;
    const problems = actionable(report);
    if (problems.length > 1) return `${what}: ${problems.length} problems to correct`;
    if (report.cause === null) return `${what}: the cause is undetermined`;
    return `${what}${LEAD[report.cause.verdict]}: ${CATALOGUE[report.cause.code].title}`;
  }
  if (report.go === null) {
    const { resolved, proof, command } = report;
    if (resolved !== null) return `Go ${resolved.version} for ${resolved.platform}`;
    return proof === null ? `${command} is done` : `Proved by the ${proofName(proof)}`;
  }
  const verb = report.outcome === "installed" ? "is installed and proved" : "was in the tool cache and is proved";
  return `Go ${report.go.version} ${report.outcome === "ok" ? "is ready" : verb}`;
}
var LEAD = {
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
  lost: "another source was faster",
  failed: "no reason is known",
  skipped: "not asked",
  running: "not finished"
};
function attemptReason(report, attempt) {
  const { code, source, end: end2 } = attempt;
  if (code === void 0) return END_REASONS[end2];
  return report.findings.find((item) => item.code === code && item.subject === source)?.message ?? CATALOGUE[code].title;
}
function remarks(report) {
  const shown = actionable(report);
  return report.findings.filter(
    (item) => !shown.includes(item) && !report.attempts.some((attempt) => attempt.source === item.subject && attempt.code === item.code)
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
  const fix = repairs(finding2).map(({ title, text }) => text === "" ? title : `${title}: ${text}`);
  const evidence = finding2.evidence.slice(0, 4).map((item) => `${item.name}: ${item.value}`);
  const lines = [
    `${finding2.subject}: ${finding2.message}`,
    ...evidence,
    ...fix.slice(0, 2).map((text) => `Fix: ${text}`),
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

// src/report/cache-wording.ts
var CACHE_NAMES = { modules: "modules", build: "build results" };
var RESULTS = {
  exact: "restored",
  prefix: "restored from an older entry",
  none: "no entry yet",
  failed: "not restored"
};
function cacheText(outcome) {
  if (outcome.result === "off") return `off, ${outcome.reason}`;
  return `${CACHE_NAMES[outcome.entry]}: ${RESULTS[outcome.result]}`;
}

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

// src/report/text.ts
function renderText(report) {
  const lines = report.outcome === "failed" ? failureLines(report) : successLines(report);
  return `${[plain(headline(report)), ...lines].join("\n")}
`;
}
function successLines(report) {
  const { go, installedFrom, proof, resolved, caches = [] } = report;
  const total = durationText(report.timings["total"] ?? 0);
  return [
    ...installedFrom === null ? [] : [labelled("From", `${installedFrom}, ${total}`)],
    ...proof === null ? [] : [labelled("Proof", `${proofName(proof)} ${proof.value}`), labelled("", proof.detail)],
    ...go === null ? [] : [labelled("GOROOT", go.root)],
    ...go === null && resolved !== null ? [labelled("Listed", resolved.learntFrom.join(", ") || "no list was needed")] : [],
    ...caches.length === 0 ? [] : [labelled("Cache", caches.map(cacheText).join("; "))],
    ...column("Tried", triedLines(report)),
    ...column("Note", remarks(report).map(remarkLine))
  ];
}
function failureLines(report) {
  const { cause } = report;
  const word = cause === null ? "undetermined" : verdictWord(cause);
  return [
    ...actionable(report).flatMap((finding2, index) => ["", ...problemLines(finding2, index === 0 ? word : "certain")]),
    ...column(
      "Follows",
      (cause?.chain.slice(1) ?? []).map((code) => `${code} ${CATALOGUE[code].title}`)
    ),
    "",
    ...column("Tried", triedLines(report)),
    ...column("Note", remarks(report).map(remarkLine)),
    labelled("Exit", `${report.exitCode} (${EXIT_MEANING[report.exitCode]}), ${durationText(report.timings["total"] ?? 0)}`)
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
    labelled("Cause", `${finding2.code} ${finding2.subject} (${verdict})`),
    labelled("", finding2.message),
    labelled("Why", CATALOGUE[finding2.code].why),
    ...place === "" ? [] : [labelled("Where", place)],
    ...column(
      "Evidence",
      finding2.evidence.slice(0, 20).map((item) => `${item.name}: ${item.value}`)
    ),
    ...fixes.map((line2, index) => `${label(index === 0 ? "Fix" : "")}${line2}`)
  ];
}
function triedLines(report) {
  const attempts = report.attempts.filter((attempt) => attempt.end !== "won");
  if (report.attempts.length > 0) {
    return attempts.map((attempt) => {
      const amount = attempt.bytes === 0 ? "" : ` after ${bytesText(attempt.bytes)}`;
      return `${attempt.source}: ${attempt.code ?? attempt.end}${amount}, ${attemptReason(report, attempt)}`;
    });
  }
  return report.listings.flatMap(
    (item) => item.code === void 0 ? [] : [`list of ${item.source}: ${item.code}, ${CATALOGUE[item.code].title}`]
  );
}
function remarkLine(finding2) {
  return `${finding2.code} ${finding2.subject}: ${finding2.message}`;
}
function column(name, lines) {
  const shown = lines.length > 30 ? [...lines.slice(0, 29), `and ${lines.length - 29} more`] : lines;
  return shown.map((line2, index) => labelled(index === 0 ? name : "", line2));
}
function labelled(name, value) {
  return `${label(name)}${plain(value)}`;
}
function label(name) {
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
function escapeData2(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

// src/domain/report.ts
var REPORT_SCHEMA = "setup-go-robust/report@1";

// src/report/fold-attempts.ts
function foldAttempts(events2) {
  const attempts = /* @__PURE__ */ new Map();
  for (const event of events2) {
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

// src/report/fold-timings.ts
function foldTimings(events2) {
  const endMs = events2.at(-1)?.atMs ?? 0;
  const timings = {};
  const open4 = /* @__PURE__ */ new Map();
  const close = (phase, atMs) => {
    const startMs = open4.get(phase);
    if (startMs === void 0) return;
    open4.delete(phase);
    timings[phase] = (timings[phase] ?? 0) + atMs - startMs;
  };
  for (const event of events2) {
    if (event.type === "phase-started") open4.set(event.phase, event.atMs);
    if (event.type === "phase-ended") close(event.phase, event.atMs);
  }
  for (const phase of [...open4.keys()]) close(phase, endMs);
  return { ...timings, total: endMs };
}

// src/report/fold.ts
function foldReport(events2, findCause2) {
  const started = last(events2, "run-started");
  const attempts = foldAttempts(events2);
  const { outcome, findings } = judgeEnd(events2, started?.command ?? "");
  const ready = last(events2, "toolchain-ready");
  const failed2 = outcome === "failed";
  const cause = failed2 ? findCause2(findings, attemptFindings(events2)) : null;
  return {
    schema: REPORT_SCHEMA,
    outcome,
    command: started?.command ?? "",
    product: started?.product ?? "",
    go: failed2 || ready === void 0 ? null : foldGo(ready),
    request: foldRequest(events2),
    resolved: foldResolved(events2),
    installedFrom: failed2 || ready === void 0 ? null : origin(ready, attempts),
    proof: foldProof(events2),
    listings: eventsOf(events2, "listing-read").map(({ type: _type, atMs: _atMs, ...listing }) => listing),
    attempts,
    findings,
    cause,
    ...foldCaches(events2),
    timings: foldTimings(events2),
    exitCode: exitCode(outcome, cause)
  };
}
function foldGo({ version, root, bin, gopath }) {
  return { version, root, bin, ...gopath === void 0 ? {} : { gopath } };
}
function judgeEnd(events2, command) {
  const ends = eventsOf(events2, "run-ended");
  const end2 = ends.find((item) => item.outcome === "failed") ?? ends.at(-1);
  const others = otherFindings(events2);
  if (end2 === void 0) return { outcome: "failed", findings: unique([drained(events2), ...others]) };
  const missing = end2.outcome === "failed" ? [] : missingForGood(events2, end2.outcome, command);
  const all = unique([...end2.findings, ...others]);
  if (missing.length === 0) return { outcome: end2.outcome, findings: end2.outcome === "failed" ? all : all.map(overcome) };
  const bug = finding("SELF.BUG", { subject: "result", evidence: { outcome: end2.outcome, missing: missing.join(", ") } });
  return { outcome: "failed", findings: unique([bug, ...all]) };
}
function overcome(item) {
  if (item.severity !== "error") return item;
  return { ...item, severity: CATALOGUE[item.code].exit === 73 ? "warning" : "info" };
}
function missingForGood(events2, outcome, command) {
  if (outcome === "ok" && command !== "install") return [];
  return ["toolchain-ready", "proved"].filter((type) => last(events2, type) === void 0);
}
function drained(events2) {
  const running = foldAttempts(events2).filter((attempt) => attempt.end === "running");
  return finding("SELF.DRAINED", {
    subject: "run",
    evidence: {
      "last event": events2.at(-1)?.type ?? "none",
      phase: last(events2, "phase-started")?.phase,
      "at ms": events2.at(-1)?.atMs,
      running: running.length === 0 ? void 0 : running.map((attempt) => attempt.source).join(", ")
    }
  });
}
function otherFindings(events2) {
  return events2.flatMap((event) => {
    if (event.type === "finding" || event.type === "proof-missing") return [event.finding];
    return event.type === "attempt-ended" && event.finding !== void 0 ? [event.finding] : [];
  });
}
function attemptFindings(events2) {
  return eventsOf(events2, "attempt-ended").flatMap(
    (event) => event.finding === void 0 || event.end !== "failed" ? [] : [event.finding]
  );
}
function unique(findings) {
  const seen = /* @__PURE__ */ new Map();
  for (const item of findings) {
    const text = JSON.stringify(item);
    if (!seen.has(text)) seen.set(text, item);
  }
  return [...seen.values()];
}
function foldRequest(events2) {
  const event = last(events2, "requested");
  if (event === void 0) return null;
  const { kind, ...place } = event.origin;
  return { spec: event.spec, origin: kind, ...place };
}
function foldResolved(events2) {
  const event = last(events2, "resolved");
  return event === void 0 ? null : { version: event.version, platform: event.platform, learntFrom: event.learntFrom };
}
function foldCaches(events2) {
  const caches = eventsOf(events2, "cache").map(({ type: _type, atMs: _atMs, ...outcome }) => outcome);
  return caches.length === 0 ? {} : { caches };
}
function foldProof(events2) {
  return last(events2, "proved")?.proof ?? null;
}
function origin(ready, attempts) {
  if (ready.from !== "download") return ready.from;
  return attempts.find((attempt) => attempt.end === "won")?.source ?? null;
}
function exitCode(outcome, cause) {
  if (outcome !== "failed") return 0;
  return cause === null ? CATALOGUE["SELF.BUG"].exit : CATALOGUE[cause.code].exit;
}
function eventsOf(events2, type) {
  return events2.filter((event) => event.type === type);
}
function last(events2, type) {
  return eventsOf(events2, type).at(-1);
}

// src/adapters/exit-guard.ts
function superviseRun(options, run3) {
  const { process: process2, stop: stop2, timeoutMs, grace = LIMITS } = options;
  const startMs = performance.now();
  process2.exitCode = 70;
  const state = { settled: false, published: false, ending: [] };
  const abort = (reason) => {
    if (stop2.signal.aborted) return;
    stop2.abort(reason);
    setTimeout(() => cutOff(options, state, performance.now() - startMs), grace.budgetGraceMs).unref();
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
    // run() reports everything itself; what it throws is a defect that the last words tell.
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
  const findings = reason instanceof Failure ? reason.findings : [finding("SELF.BUG", { subject: "run" })];
  state.ending = [{ atMs: Math.round(atMs), type: "run-ended", outcome: "failed", findings }];
  publishUnsettled(options, state);
  const { exitCode: exitCode2 } = reportOf(options, state);
  setTimeout(() => {
    if (!state.settled) process2.exit(exitCode2);
  }, grace.killGraceMs).unref();
}
function reportOf({ events: events2 }, { ending }) {
  return foldReport([...events2, ...ending], findCause);
}
function speakLast(options, state) {
  const { host, writeSync: writeSync3, process: process2 } = options;
  const { text, workflowCommands } = lastWords(reportOf(options, state));
  writeSync3(host.kind === "github" ? `${text}${workflowCommands}` : text);
  if (process2.exitCode === 0) process2.exitCode = 70;
}

// src/adapters/github.ts
var import_promises2 = require("node:fs/promises");

// src/report/progress.ts
var STEPS = 4;
var INTERVAL_MS = 1e4;
function trackAttempt(before, event) {
  const { atMs } = event;
  const source = event.type === "attempt-started" ? event.source : before?.source ?? "source";
  const start2 = before ?? { source, startMs: atMs, atMs, bytes: 0 };
  const next = { ...start2, atMs };
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
    const attempt = trackAttempt(attempts.get(event.attempt), event);
    attempts.set(event.attempt, attempt);
    if (event.type === "attempt-progress") {
      if (!isProgressDue(told.get(event.attempt), attempt)) return void 0;
      told.set(event.attempt, attempt);
    }
    return tellAttempt(event, attempt);
  };
}
function tellAttempt(event, attempt) {
  const { source } = attempt;
  const timeText = durationText(event.atMs - attempt.startMs);
  switch (event.type) {
    case "attempt-started":
      return detail(`${source}: ${event.url}`);
    case "attempt-answered": {
      const size = event.sizeBytes === void 0 ? "" : ` ${bytesText(event.sizeBytes)}`;
      const address = event.facts?.address === void 0 ? "" : ` from ${event.facts.address}`;
      return detail(`${source}: answered${size}${address} after ${timeText}`);
    }
    case "attempt-progress":
      return detail(`${source}: ${percentText(attempt)}`);
    default: {
      const how = event.finding === void 0 ? "" : `, ${event.finding.code} ${event.finding.message}`;
      const text = `${source}: ${event.end}${how}, ${bytesText(event.bytes)} in ${timeText}`;
      return event.end === "failed" ? notable(text) : detail(text);
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
function detail(text) {
  return { kind: "detail", text: plain(text) };
}
function notable(text) {
  return { kind: "notable", text: plain(text) };
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
    source: installedFrom === null ? "" : attempts.find((attempt) => attempt.end === "won")?.source ?? "",
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
  const modules = caches.find((outcome) => outcome.result !== "off" && outcome.entry === "modules");
  return modules === void 0 || modules.result === "off" ? "" : modules.key;
}

// src/report/markdown.ts
function codeSpan(text, maxLength) {
  const content2 = plain(text, maxLength);
  if (content2 === "") return "–";
  const fence = "`".repeat(longestRun(content2) + 1);
  return content2.includes("`") ? `${fence} ${content2} ${fence}` : `${fence}${content2}${fence}`;
}
function codeCell(text, maxLength = 120) {
  return codeSpan(text.replaceAll("|", "¦"), maxLength);
}
function prose(text, maxLength) {
  const words = plain(text, maxLength).split(" ");
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
function longestRun(text) {
  return Math.max(0, ...(text.match(/`+/gu) ?? []).map((run3) => run3.length));
}

// src/report/summary.ts
var MAX_BYTES = 1e6;
var MAX_ROWS = 50;
var MAX_PROBLEMS = 20;
var OMITTED = "_More is left out here; report.json has all._";
function renderSummary(report) {
  const failed2 = report.outcome === "failed";
  const heading = `### ${failed2 ? "❌" : "✅"} ${prose(headline(report))}`;
  const sections = failed2 ? failureSections(report) : [overview(report), fellOver(report)];
  return joinWithin([heading, ...sections, attemptDetails(report), listingDetails(report), remarkDetails(report)]);
}
function joinWithin(sections) {
  const kept = [];
  let bytes = OMITTED.length + 3;
  for (const section of sections.filter((text) => text !== "")) {
    bytes += new TextEncoder().encode(section).length + 2;
    if (bytes > MAX_BYTES) return `${[...kept, OMITTED].join("\n\n")}
`;
    kept.push(section);
  }
  return `${kept.join("\n\n")}
`;
}
function overview(report) {
  const { go, resolved, installedFrom, proof, request: request3, caches = [] } = report;
  const requested2 = request3 === null ? [] : [`${request3.spec}${request3.file === void 0 ? "" : ` in ${request3.file}`}`];
  const cells = [
    ["Version", codeCell(`${go?.version ?? resolved?.version ?? ""} ${resolved?.platform ?? ""}`)],
    ["Requested", codeCell(requested2.join(""))],
    ["From", codeCell(installedFrom ?? "")],
    ["Proved by", proof === null ? "–" : codeCell(proofName(proof))],
    ["Time", durationText(report.timings["total"] ?? 0)],
    ["Tool cache", report.outcome === "cached" ? "hit" : report.outcome === "installed" ? "miss" : "–"],
    ...caches.length === 0 ? [] : [["Cache", prose(caches.map(cacheText).join("; "))]]
  ];
  return table(
    cells.map(([name]) => name),
    [cells.map(([, value]) => value)]
  );
}
function fellOver(report) {
  const failed2 = report.attempts.filter((attempt) => attempt.end === "failed").slice(0, 5);
  const list = failed2.map((attempt) => `${codeSpan(attempt.source)} ${codeSpan(attempt.code ?? "failed")}`);
  return list.length === 0 ? "" : `Failed before: ${list.join(", ")}`;
}
function failureSections(report) {
  const { cause } = report;
  const problems = actionable(report);
  const follows = (cause?.chain.slice(1) ?? []).map((code) => `${codeSpan(code)} ${prose(CATALOGUE[code].title)}`);
  return [
    ...problems.slice(0, MAX_PROBLEMS).flatMap((finding2, index) => problemSections(report, finding2, index)),
    problems.length > MAX_PROBLEMS ? OMITTED : "",
    follows.length === 0 ? "" : `Follows from it: ${follows.join(", ")}`,
    tried2(report),
    `Exit code ${report.exitCode} (${EXIT_MEANING[report.exitCode]}) after ${durationText(report.timings["total"] ?? 0)}`
  ];
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
    ...evidence.length === 0 ? [] : [`**Evidence** ${evidence.join(" · ")}`],
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
    item.code === void 0 ? "–" : codeCell(item.code),
    item.firstByteMs === void 0 ? "–" : durationText(item.firstByteMs - item.startMs),
    item.endMs === void 0 ? "–" : durationText(item.endMs - item.startMs),
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
  const list = rows2.slice(0, MAX_ROWS).map((item) => `- ${codeSpan(item.code)} of ${codeSpan(item.subject)}: ${prose(item.message)}`);
  return folded("Also noticed", rows2.length, list.join("\n"));
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
  ...["listings", "attempts", "findings", "cause", "caches", "timings", "exitCode"],
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
  const text = JSON.stringify(report, (_key, value) => ordered(value), 2);
  return `${text.replace(DECEPTIVE2, unicodeEscape)}
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
function createGithubHost({ core = core_exports, summaryFile, cache, settings }) {
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
      const attempt = createGuard(core);
      await attempt("log", () => log.finish(report));
      await attempt("annotations", () => annotate(core, report));
      const { summary: summary3, reportDir, matcherFile } = settings();
      if (report.go !== null && matcherFile !== void 0)
        await attempt("problem matchers", () => addMatchers(core, matcherFile));
      const wanted = summary3 === "always" || summary3 === "on-failure" && report.outcome === "failed";
      if (wanted && summaryFile) await attempt("job summary", () => (0, import_promises2.appendFile)(summaryFile, `${renderSummary(report)}
`));
      const written = reportDir !== void 0 && await attempt("report files", () => writeReportFiles(report, reportDir));
      const outputs = { ...outputsOf(report), "report-dir": written ? reportDir : "" };
      for (const [name, value] of Object.entries(outputs)) await attempt(`output ${name}`, () => core.setOutput(name, value));
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
function ignoreThrow(write3) {
  try {
    write3();
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
function createHostCache({ env, keep, mask }) {
  const mode = env["ACTIONS_CACHE_MODE"]?.trim().toLowerCase();
  return {
    unavailable: mode === "none" ? "the runner allows no cache" : isOffered(env) ? void 0 : "the runner offers no cache service",
    job: { event: env["GITHUB_EVENT_NAME"], ref: env["GITHUB_REF"], isReadOnly: mode === "read" },
    open: async () => (await Promise.resolve().then(() => __toESM(require("./cache.cjs"), 1))).createGithubCache({ mask, fail: failure }),
    keep
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

// src/adapters/net-direct.ts
var DEAD = ["PROXY.REFUSED", "PROXY.DNS", "PROXY.STALL", "PROXY.NOT_HTTP"];
function allowDirect(proxied, direct) {
  return {
    async request(request3, signal) {
      try {
        return await proxied.request(request3, signal);
      } catch (error2) {
        signal.throwIfAborted();
        if (!(error2 instanceof Failure) || !DEAD.includes(error2.code)) throw error2;
        const answer = await direct.request(request3, signal);
        return { ...answer, facts: { ...answer.facts, proxyReason: `allow-direct, because of ${error2.code}` } };
      }
    }
  };
}

// src/adapters/node-clock.ts
var LONGEST_TIMER_MS = 2 ** 31 - 1;
function createClock() {
  return { now: () => Date.now(), monotonic: () => performance.now(), sleep };
}
function sleep(ms, signal) {
  return new Promise((resolve7, reject) => {
    if (signal?.aborted === true) return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener("abort", onAbort);
        resolve7();
      },
      Math.min(Math.max(ms, 0), LONGEST_TIMER_MS)
    );
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

// src/adapters/node-exec.ts
var import_node_child_process = require("node:child_process");
var import_promises3 = require("node:fs/promises");
var import_node_os = require("node:os");
var import_node_path2 = require("node:path");

// src/policy/net-errors.ts
var LOOKUP = {
  ENOTFOUND: "DNS.NXDOMAIN",
  ENODATA: "DNS.NXDOMAIN",
  EAI_NODATA: "DNS.NXDOMAIN",
  EAI_NONAME: "DNS.NXDOMAIN",
  ETIMEOUT: "DNS.TIMEOUT"
};
var CONNECT = {
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
var CERTIFICATE = {
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
  // Node 24 says this for weak keys and digests, with the reason in the message.
  UNSPECIFIED: "TLS.UNTRUSTED"
};
var CUT = /* @__PURE__ */ new Set(["ECONNRESET", "EPIPE", "ECONNABORTED", "ETIMEDOUT", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED"]);
var UNKNOWN_ISSUER = /* @__PURE__ */ new Set([
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
  const certificate = rowOf(CERTIFICATE, code);
  if (certificate !== void 0) return certificate;
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

// src/adapters/net-failure.ts
var EVIDENCE_CHARACTERS = 200;
var FIRST_BYTES_COUNT = 60;
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
  const text = typeof bytes === "string" ? bytes : Buffer.from(bytes.subarray(0, FIRST_BYTES_COUNT)).toString("latin1");
  return text.replace(/[^\x20-\x7e]+/gu, " ").trim().slice(0, EVIDENCE_CHARACTERS);
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

// src/adapters/node-exec.ts
function createExec(options) {
  return {
    run: (command, signal) => run(options.clock, command, signal),
    find: (name) => find(options, name)
  };
}
function run(clock, command, signal) {
  return new Promise((resolve7, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const child2 = (0, import_node_child_process.spawn)(command.file, [...command.args], {
      env: { ...command.env },
      ...command.cwd === void 0 ? {} : { cwd: command.cwd },
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true
    });
    const stdout = collect(child2.stdout);
    const stderr = collect(child2.stderr);
    const ended = new AbortController();
    const settle3 = (then) => {
      if (ended.signal.aborted) return;
      ended.abort();
      signal.removeEventListener("abort", onAbort);
      child2.stdout.destroy();
      child2.stderr.destroy();
      then();
    };
    const notRunnable = (evidence, cause) => settle3(() => reject(failure("GO.NOT_RUNNABLE", { subject: command.file, evidence }, cause)));
    const onAbort = () => {
      stop(clock, child2);
      settle3(() => reject(signal.reason));
    };
    signal.addEventListener("abort", onAbort, { once: true });
    child2.once("error", (error2) => notRunnable({ errno: readSystemError(error2).code }, error2));
    child2.once(
      "close",
      (code, killedBy) => settle3(() => resolve7({ exitCode: exitCodeOf(code, killedBy), stdout: stdout(), stderr: stderr() }))
    );
    clock.sleep(command.timeoutMs, ended.signal).then(
      () => {
        stop(clock, child2);
        notRunnable({ "budget ms": command.timeoutMs, stderr: stderr().slice(0, 200) });
      },
      () => void 0
    );
  });
}
function stop(clock, child2) {
  const gone = new AbortController();
  child2.once("exit", () => gone.abort());
  child2.kill("SIGTERM");
  clock.sleep(LIMITS.killGraceMs, gone.signal).then(
    () => child2.kill("SIGKILL"),
    () => void 0
  );
}
function collect(stream) {
  const chunks = [];
  let sizeBytes = 0;
  stream.on("data", (chunk) => {
    const room = LIMITS.execOutputBytes - sizeBytes;
    if (room > 0) chunks.push(chunk.subarray(0, room));
    sizeBytes += chunk.length;
  });
  stream.on("error", () => void 0);
  return () => Buffer.concat(chunks).toString("utf8");
}
function exitCodeOf(code, killedBy) {
  if (code !== null) return code;
  return 128 + (killedBy === null ? 0 : import_node_os.constants.signals[killedBy]);
}
async function find(options, name) {
  const { env, os: os7 } = options;
  const windows = os7 === "win32";
  const path7 = windows ? import_node_path2.win32 : import_node_path2.posix;
  const variable = windows ? Object.keys(env).find((key) => key.toUpperCase() === "PATH") : "PATH";
  const endings = windows ? ["", ...(env["PATHEXT"] ?? ".COM;.EXE;.BAT;.CMD").split(";")] : [""];
  const directories = (env[variable ?? "PATH"] ?? "").split(path7.delimiter).filter((directory2) => path7.isAbsolute(directory2));
  for (const directory2 of directories) {
    for (const ending of endings) {
      if (windows && ending === "" && path7.extname(name) === "") continue;
      const candidate = path7.join(directory2, name + ending.toLowerCase());
      if (await isExecutable(candidate)) return candidate;
    }
  }
  return void 0;
}
async function isExecutable(path7) {
  try {
    await (0, import_promises3.access)(path7, import_promises3.constants.X_OK);
    return (await (0, import_promises3.stat)(path7)).isFile();
  } catch {
    return false;
  }
}

// src/adapters/node-files.ts
var import_node_fs = require("node:fs");
var fs5 = __toESM(require("node:fs/promises"), 1);
var import_node_path4 = require("node:path");

// src/policy/fs-errors.ts
var CODE_OF_ERRNO = {
  ENOSPC: "FS.NO_SPACE",
  // A quota of the user is used up; df shows free space then.
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
var fs3 = __toESM(require("node:fs"), 1);
var DIRECTORY_MODE = 493;
function createTreeWriter({ isWindows: isWindows2 }) {
  const needsChmod = /* @__PURE__ */ new Map();
  const pathOf = /* @__PURE__ */ new Map();
  function setMode(handle, mode) {
    let needed = needsChmod.get(mode);
    if (needed === void 0) {
      needed = (fs3.fstatSync(handle).mode & 511) !== mode;
      needsChmod.set(mode, needed);
    }
    if (needed) fs3.fchmodSync(handle, mode);
  }
  return {
    makeDirectory: (path7) => guard("mkdir", path7, () => {
      fs3.mkdirSync(path7, DIRECTORY_MODE);
      if (isWindows2) return;
      needsChmod.clear();
      if ((fs3.lstatSync(path7).mode & 511) !== DIRECTORY_MODE) fs3.chmodSync(path7, DIRECTORY_MODE);
    }),
    createFile: (path7, mode) => guard("create", path7, () => {
      const handle = fs3.openSync(path7, "wx", mode);
      pathOf.set(handle, path7);
      if (!isWindows2) setMode(handle, mode);
      return handle;
    }),
    write: (handle, data2, from, to) => guard("write", pathOf.get(handle) ?? "", () => writeAll({ handle, data: data2, from, to })),
    closeFile: (handle, mtimeSeconds) => guard("close", pathOf.get(handle) ?? "", () => {
      pathOf.delete(handle);
      closeFile(handle, mtimeSeconds);
    }),
    removeTree: (path7) => guard("remove", path7, () => fs3.rmSync(path7, { recursive: true, force: true, maxRetries: 5 })),
    readFile: (path7) => guard("read", path7, () => fs3.readFileSync(path7)),
    readDirectory: (path7) => guard(
      "readdir",
      path7,
      () => fs3.readdirSync(path7, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
    )
  };
}
function kindOf(entry) {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "directory";
  return entry.isSymbolicLink() ? "symlink" : "other";
}
function guard(operation, path7, work) {
  try {
    return work();
  } catch (error2) {
    throw fsFailure(error2, { operation, path: path7 });
  }
}
function writeAll(job) {
  let at = job.from;
  while (at < job.to) at += fs3.writeSync(job.handle, job.data, at, job.to - at);
}
function closeFile(handle, mtimeSeconds) {
  try {
    if (mtimeSeconds !== void 0) fs3.futimesSync(handle, mtimeSeconds, mtimeSeconds);
  } finally {
    fs3.closeSync(handle);
  }
}

// src/adapters/remove-tree.ts
var fs4 = __toESM(require("node:fs/promises"), 1);
var import_node_path3 = require("node:path");
async function removeTree(path7) {
  const remove = () => fs4.rm(path7, { recursive: true, force: true, maxRetries: 5 });
  try {
    await remove();
  } catch (error2) {
    const errno = errnoOf(error2);
    if (errno !== "EACCES" && errno !== "EPERM") throw error2;
    await makeWritable(path7);
    await remove();
  }
}
async function makeWritable(path7) {
  const stat3 = await fs4.lstat(path7).catch(() => void 0);
  if (stat3 === void 0 || stat3.isSymbolicLink()) return;
  if (!stat3.isDirectory()) {
    if ((stat3.mode & 128) === 0) await fs4.chmod(path7, stat3.mode | 128).catch(() => void 0);
    return;
  }
  await fs4.chmod(path7, stat3.mode | 448).catch(() => void 0);
  for (const name of await fs4.readdir(path7).catch(() => [])) await makeWritable((0, import_node_path3.join)(path7, name));
}

// src/adapters/node-files.ts
var STREAM_CHUNK_BYTES = 256 * 1024;
function createFiles({ os: os7, clock }) {
  const isWindows2 = os7 === "win32";
  return {
    stat: readStat,
    read: readCapped,
    readRange,
    stream: streamFile,
    list: (path7) => guard2("readdir", path7, () => orIfMissing(fs5.readdir(path7), []).then((names) => [...names].sort())),
    makeDirectory: (path7) => guard2("mkdir", path7, async () => void await fs5.mkdir(path7, { recursive: true })),
    write: writeWhole,
    append: (path7, data2) => guard2("append", path7, () => fs5.appendFile(path7, data2)),
    rename: (from, to) => isWindows2 ? renameOnWindows({ from, to, clock }) : renameOnce(from, to),
    link: makeLink,
    remove: (path7) => guard2("remove", path7, () => removeTree(path7)),
    removeEmptyDirectory,
    touch: (path7) => guard2("touch", path7, () => fs5.utimes(path7, clock.now() / 1e3, clock.now() / 1e3)),
    freeSpace,
    tree: createTreeWriter({ isWindows: isWindows2 })
  };
}
async function guard2(operation, path7, work) {
  try {
    return await work();
  } catch (error2) {
    throw fsFailure(error2, { operation, path: path7 });
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
function readStat(path7) {
  return guard2("stat", path7, async () => {
    const stat3 = await orIfMissing(fs5.lstat(path7), void 0);
    if (stat3 === void 0) return void 0;
    return { kind: kindOf(stat3), sizeBytes: stat3.size, mtimeMs: stat3.mtimeMs, mode: stat3.mode & 511 };
  });
}
function readCapped(path7, maxBytes) {
  return guard2("read", path7, async () => {
    const handle = await fs5.open(path7, "r");
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
          throw failure("FS.IO", { subject: path7, evidence: { problem: "larger than its kind can be", limit: maxBytes } });
        }
      }
    } finally {
      await handle.close();
    }
  });
}
function readRange(path7, from, to) {
  return guard2("read", path7, async () => {
    const handle = await fs5.open(path7, "r");
    try {
      const data2 = Buffer.allocUnsafe(Math.max(0, to - from));
      let filled = 0;
      while (filled < data2.length) {
        const { bytesRead } = await handle.read(data2, filled, data2.length - filled, from + filled);
        if (bytesRead === 0) {
          throw failure("FS.IO", { subject: path7, evidence: { problem: "the file is shorter", wanted: to, got: from + filled } });
        }
        filled += bytesRead;
      }
      return data2;
    } finally {
      await handle.close();
    }
  });
}
async function* streamFile(path7) {
  try {
    for await (const chunk of (0, import_node_fs.createReadStream)(path7, { highWaterMark: STREAM_CHUNK_BYTES })) yield chunk;
  } catch (error2) {
    throw fsFailure(error2, { operation: "read", path: path7 });
  }
}
function writeWhole(path7, data2, options) {
  return guard2("write", path7, async () => {
    try {
      await fs5.writeFile(path7, data2, { flag: options?.exclusive === true ? "wx" : "w" });
      return true;
    } catch (error2) {
      if (options?.exclusive === true && errnoOf(error2) === "EEXIST") return false;
      if (options?.exclusive === true) await fs5.rm(path7, { force: true });
      throw error2;
    }
  });
}
function makeLink(link) {
  return guard2("link", link.path, async () => {
    try {
      await fs5.symlink(link.target, link.path, link.kind === "directory" ? "junction" : "file");
      return true;
    } catch (error2) {
      if (errnoOf(error2) === "EEXIST") return false;
      throw error2;
    }
  });
}
async function renameOnce(from, to) {
  try {
    await fs5.rename(from, to);
    return true;
  } catch (error2) {
    const errno = errnoOf(error2);
    if (errno === "ENOTEMPTY" || errno === "EEXIST") return false;
    throw fsFailure(error2, { operation: "rename", path: to });
  }
}
async function renameOnWindows(job) {
  const { from, to, clock } = job;
  const start2 = clock.monotonic();
  for (; ; ) {
    try {
      await fs5.rename(from, to);
      return true;
    } catch (error2) {
      const errno = errnoOf(error2);
      if (errno === "ENOTEMPTY" || errno === "EEXIST") return false;
      if ((await readStat(to))?.kind === "directory" && !await removeEmptyDirectory(to)) return false;
      const isHeld = errno === "EPERM" || errno === "EBUSY" || errno === "EACCES";
      if (!isHeld || clock.monotonic() - start2 > LIMITS.renameRetryMs) throw fsFailure(error2, { operation: "rename", path: to });
      await clock.sleep(LIMITS.renameRetryPauseMs);
    }
  }
}
async function removeEmptyDirectory(path7) {
  try {
    await fs5.rmdir(path7);
    return true;
  } catch (error2) {
    const errno = errnoOf(error2);
    if (errno === "ENOTEMPTY" || errno === "EEXIST" || errno === "ENOENT" || errno === "ENOTDIR") return false;
    throw fsFailure(error2, { operation: "rmdir", path: path7 });
  }
}
async function freeSpace(path7) {
  for (let at = path7; ; at = (0, import_node_path4.dirname)(at)) {
    try {
      const { bavail, bsize, files, ffree } = await fs5.statfs(at);
      return { bytes: bavail * bsize, ...files > 0 ? { inodes: ffree } : {} };
    } catch (error2) {
      const isMissing = errnoOf(error2) === "ENOENT" || errnoOf(error2) === "ENOTDIR";
      if (!isMissing || (0, import_node_path4.dirname)(at) === at) return void 0;
    }
  }
}

// src/domain/redact.ts
function redactUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : void 0;
  if (url === void 0 || url.host === "" && url.protocol !== "file:") {
    const at = text.lastIndexOf("@");
    const rest = text.slice(at + 1).replace(/[?#].*$/su, "?…");
    const scheme = /^[a-z][a-z0-9+.-]*:\/\//iu.exec(text)?.[0] ?? "";
    return at === -1 ? rest : `${scheme}***@${rest}`;
  }
  if (mayHideUserinfo(text)) return `${url.protocol}//***`;
  const hadQuery = url.search !== "";
  url.username = "";
  url.password = "";
  url.search = "";
  url.hash = "";
  return hadQuery ? `${url.href}?…` : url.href;
}
function mayHideUserinfo(text) {
  const afterUserinfo = text.replace(/^[^/]*\/\/(?:[^/?#\\]*@)?/u, "");
  return /:(?!\d+[/?#\\])/u.test(afterUserinfo.slice(0, Math.max(0, afterUserinfo.lastIndexOf("@"))));
}
function redactText(text, secrets) {
  let clean2 = text;
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

// src/policy/ip-address.ts
var IPV4_FORM = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/u;
var MAPPED_PREFIX = 0xffffn << 32n;
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
  const canonical = new URL(`http://[${text}]/`).hostname.slice(1, -1);
  const [head = "", tail] = canonical.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === void 0 || tail === "" ? [] : tail.split(":");
  const groups = [...left, ...Array.from({ length: 8 - left.length - right.length }, () => "0"), ...right];
  return groups.reduce((bits, group2) => bits << 16n | BigInt(`0x${group2}`), 0n);
}
function parseIpAddress(text) {
  const v4 = parseIpv4(text);
  if (v4 !== void 0) return { family: 4, bits: v4 };
  const v6 = parseIpv6(text);
  if (v6 === void 0) return void 0;
  return v6 >> 32n === MAPPED_PREFIX >> 32n ? { family: 4, bits: v6 & 0xffffffffn } : { family: 6, bits: v6 };
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
function unbracket(hostname2) {
  return hostname2.startsWith("[") && hostname2.endsWith("]") ? hostname2.slice(1, -1) : hostname2;
}
function isLoopbackHost(hostname2) {
  const host = unbracket(hostname2.toLowerCase());
  if (host === "localhost" || host.endsWith(".localhost")) return true;
  const address = parseIpAddress(host);
  return address !== void 0 && (address.family === 4 ? address.bits >> 24n === 127n : address.bits === 1n);
}

// src/policy/redirect.ts
var ORIGIN_BOUND = /* @__PURE__ */ new Set(["authorization", "cookie", "cookie2", "proxy-authorization", "www-authenticate"]);
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
function nextHop(current, answer) {
  const from = new URL(current.url);
  const evidence = { status: answer.status, from: redactUrl(current.url) };
  const to = parseHttpUrl(answer.location?.trim() || void 0, from);
  if (to === void 0) {
    const location = answer.location === void 0 ? void 0 : redactUrl(answer.location).slice(0, 200);
    throw failure("HTTP.BAD_REDIRECT", { subject: from.host, evidence: { ...evidence, location } });
  }
  if (from.protocol === "https:" && to.protocol === "http:") {
    throw failure("HTTP.DOWNGRADE", { subject: from.host, evidence: { ...evidence, to: redactUrl(to.href) } });
  }
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
  if (variable === void 0) return { kind: "direct", reason: `${name} is not set` };
  if (isGoLoopback(url.hostname)) return { kind: "direct", reason: "loopback is never proxied" };
  if (name === "HTTP_PROXY" && (env["REQUEST_METHOD"] ?? "") !== "") {
    throw failure("CFG.PROXY_CGI", { subject: variable.name, evidence: { REQUEST_METHOD: env["REQUEST_METHOD"] } });
  }
  const noProxy = readVariable(env, "NO_PROXY");
  const exempt = noProxy === void 0 ? void 0 : findNoProxyEntry(noProxy.value, url);
  if (noProxy !== void 0 && exempt !== void 0) return { kind: "direct", reason: `${noProxy.name} has ${exempt}` };
  return parseProxy(variable);
}
function readVariable(env, name) {
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
function matchesEntry(entry, target) {
  if (entry === "*") return true;
  const block2 = parseIpBlock(entry);
  if (block2 !== void 0) return target.address !== void 0 && block2(target.address);
  const { host, port } = splitPort(entry);
  if (host === "" || port !== void 0 && port !== "" && port !== target.port) return false;
  const address = parseIpAddress(host);
  if (address !== void 0) {
    return target.address !== void 0 && address.family === target.address.family && address.bits === target.address.bits;
  }
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

// src/adapters/net-dial.ts
var import_promises4 = require("node:dns/promises");
var import_node_net = require("node:net");

// src/adapters/net-phase.ts
function withinPhase(phase, signal) {
  return new Promise((resolve7, reject) => {
    if (signal.aborted) {
      phase.abandon();
      return reject(signal.reason);
    }
    const settled = new AbortController();
    const settle3 = () => {
      if (settled.signal.aborted) return false;
      settled.abort();
      signal.removeEventListener("abort", onAbort);
      return true;
    };
    const giveUp = (reason) => {
      if (!settle3()) return;
      phase.abandon();
      reject(reason);
    };
    const onAbort = () => giveUp(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    phase.clock.sleep(phase.ms, settled.signal).then(
      () => giveUp(phase.late()),
      () => void 0
    );
    phase.work().then(
      (value) => settle3() && resolve7(value),
      (error2) => settle3() && reject(error2)
    );
  });
}

// src/adapters/net-dial.ts
async function resolveBySystem(host) {
  const found = await (0, import_promises4.lookup)(host, { all: true, order: "verbatim" });
  return found.map((entry) => entry.address);
}
function peerName(peer) {
  return (0, import_node_net.isIP)(peer.host) === 6 ? `[${peer.host}]:${peer.port}` : `${peer.host}:${peer.port}`;
}
async function lookUp(options, signal) {
  const { peer, limits } = options;
  if ((0, import_node_net.isIP)(peer.host) !== 0) return [peer.host];
  const budget = { phase: "lookup", "budget ms": limits.lookupMs };
  const late = () => failure(peer.viaProxy ? "PROXY.DNS" : "DNS.TIMEOUT", { subject: peer.host, evidence: budget });
  try {
    const work = () => askTwice(options);
    const addresses = await withinPhase(
      { clock: options.clock, ms: limits.lookupMs, late, abandon: () => void 0, work },
      signal
    );
    if (addresses.length === 0) throw Object.assign(new Error("no address"), { code: "ENODATA" });
    return addresses;
  } catch (error2) {
    signal.throwIfAborted();
    throw netFailure(error2, { phase: "lookup", subject: peer.host, viaProxy: peer.viaProxy });
  }
}
async function askTwice(options) {
  const { clock, resolve: resolve7, peer } = options;
  const settled = new AbortController();
  const first = resolve7(peer.host);
  const second = clock.sleep(LIMITS.lookupAgainMs, settled.signal).then(() => resolve7(peer.host));
  try {
    return await Promise.race([first, second.catch(() => first)]);
  } finally {
    settled.abort();
  }
}
function alternateFamilies(addresses) {
  const family = (0, import_node_net.isIP)(addresses[0] ?? "");
  const same = addresses.filter((address) => (0, import_node_net.isIP)(address) === family);
  const other = addresses.filter((address) => (0, import_node_net.isIP)(address) !== family);
  const mixed = [];
  for (let index = 0; index < Math.max(same.length, other.length); index++) {
    mixed.push(...same.slice(index, index + 1), ...other.slice(index, index + 1));
  }
  return mixed.slice(0, LIMITS.connectAddressCount);
}
function connectFirst(options, signal) {
  const { clock, peer, limits } = options;
  const waiting = [...alternateFamilies(options.addresses)];
  return new Promise((resolve7, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const finished = new AbortController();
    const open4 = /* @__PURE__ */ new Set();
    const failed2 = [];
    const finish2 = () => {
      finished.abort();
      signal.removeEventListener("abort", onAbort);
      for (const socket of open4) socket.destroy();
    };
    const onAbort = () => {
      finish2();
      reject(signal.reason);
    };
    const after = (ms, then) => {
      clock.sleep(ms, finished.signal).then(then, () => void 0);
    };
    const giveUp = (socket, attempt) => {
      if (!open4.delete(socket)) return;
      socket.destroy();
      failed2.push(attempt);
      if (waiting.length > 0) {
        startNext();
      } else if (open4.size === 0) {
        finish2();
        reject(connectFailure(failed2, peer, limits));
      }
    };
    const startNext = () => {
      const address = waiting.shift();
      if (address === void 0) return;
      const socket = (0, import_node_net.connect)({ host: address, port: peer.port, noDelay: true });
      open4.add(socket);
      socket.on("error", (error2) => giveUp(socket, { address, error: error2 }));
      socket.once("connect", () => {
        if (!open4.delete(socket)) return;
        finish2();
        resolve7(socket);
      });
      after(
        limits.connectMs,
        () => giveUp(socket, { address, error: Object.assign(new Error("no answer"), { code: "ETIMEDOUT" }) })
      );
      after(LIMITS.connectStaggerMs, startNext);
    };
    signal.addEventListener("abort", onAbort, { once: true });
    startNext();
  });
}
function connectFailure(failed2, peer, limits) {
  const codes = failed2.map((attempt) => readSystemError(attempt.error).code ?? "unknown");
  const telling = codes.findIndex((code) => !["ENETUNREACH", "EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(code));
  const attempts = failed2.map((attempt, index) => `${attempt.address} ${codes[index]}`).join(", ");
  return netFailure(failed2[Math.max(telling, 0)]?.error, {
    phase: "connect",
    subject: peerName(peer),
    viaProxy: peer.viaProxy,
    evidence: { addresses: attempts, "budget ms": limits.connectMs }
  });
}

// src/adapters/net-tls.ts
var import_node_net2 = require("node:net");
var import_node_tls = require("node:tls");
async function secure(handshake, signal) {
  const { clock, socket, host, subject, tlsMs, context } = handshake;
  const tlsSocket = (0, import_node_tls.connect)({
    socket,
    host,
    ...(0, import_node_net2.isIP)(host) === 0 ? { servername: host } : {},
    ALPNProtocols: ["http/1.1"],
    rejectUnauthorized: true,
    ...context === void 0 ? {} : { secureContext: context }
  });
  let certificate;
  tlsSocket.prependOnceListener("secure", () => {
    certificate = tlsSocket.getPeerCertificate();
  });
  const abandon2 = () => {
    tlsSocket.destroy();
    socket.destroy();
  };
  const late = () => failure("TLS.HANDSHAKE_STALL", {
    subject,
    evidence: { phase: "tls", "budget ms": tlsMs, "received bytes": socket.bytesRead, ...handshake.evidence }
  });
  try {
    const work = () => new Promise((resolve7, reject) => {
      tlsSocket.on("error", reject);
      tlsSocket.once("close", () => reject(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
      tlsSocket.once("secureConnect", resolve7);
    });
    await withinPhase({ clock, ms: tlsMs, late, abandon: abandon2, work }, signal);
    return tlsSocket;
  } catch (error2) {
    abandon2();
    signal.throwIfAborted();
    throw netFailure(error2, { phase: "tls", subject, evidence: { ...certificateEvidence(certificate), ...handshake.evidence } });
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
    names: printable(certificate.subjectaltname ?? ""),
    "valid from": certificate.valid_from,
    "valid to": certificate.valid_to,
    "sha256 fingerprint": certificate.fingerprint256
  };
}
function nameOf(name) {
  const first = [name?.CN, name?.O].find((part) => part !== void 0);
  return printable(first === void 0 ? "" : String(first));
}

// src/adapters/net-tunnel.ts
var import_node_http = require("node:http");

// src/domain/product.ts
var PRODUCT = { name: "setup-go-robust", version: "0.1.0" };

// src/adapters/net-tunnel.ts
async function openTunnel(tunnel2, signal) {
  const { clock, socket, proxyMs, proxy, target } = tunnel2;
  const late = () => failure("PROXY.STALL", { subject: proxy, evidence: { phase: "tunnel", target, "budget ms": proxyMs } });
  try {
    await withinPhase({ clock, ms: proxyMs, late, abandon: () => socket.destroy(), work: () => sendConnect(tunnel2) }, signal);
  } catch (error2) {
    socket.destroy();
    signal.throwIfAborted();
    throw netFailure(error2, { phase: "tunnel", subject: proxy, viaProxy: true, evidence: { target } });
  }
}
function sendConnect(tunnel2) {
  return new Promise((resolve7, reject) => {
    const authorization = tunnel2.authorization === void 0 ? {} : { "proxy-authorization": tunnel2.authorization };
    const connect3 = (0, import_node_http.request)({
      createConnection: () => tunnel2.socket,
      method: "CONNECT",
      path: tunnel2.target,
      headers: { host: tunnel2.target, "user-agent": `${PRODUCT.name}/${PRODUCT.version}`, ...authorization },
      maxHeaderSize: LIMITS.headerBytes
    });
    connect3.on("error", reject);
    connect3.once("connect", (response, _socket, head) => {
      const problem = judgeConnect({ tunnel: tunnel2, response, head });
      if (problem === void 0) resolve7();
      else reject(problem);
    });
    connect3.end();
  });
}
function judgeConnect(answer) {
  const { response, tunnel: tunnel2, head } = answer;
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

// src/adapters/net-connection.ts
async function openConnection(opening, signal) {
  const { clock, url, route, limits, context } = opening;
  const peer = peerOf(url, route);
  const lap = stopwatch(clock);
  const addresses = await lookUp({ clock, resolve: opening.resolve, peer, limits }, signal);
  const lookupMs = lap();
  const raw = await connectFirst({ clock, addresses, peer, limits }, signal);
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
        { clock, socket, host: peer.host, subject: peerName(peer), tlsMs: limits.tlsMs, context, evidence },
        signal
      );
    }
    if (url.protocol === "https:") {
      const target = `${url.hostname}:${url.port === "" ? 443 : url.port}`;
      const { authorization } = route;
      await openTunnel({ clock, socket, proxy: peerName(peer), target, authorization, proxyMs: limits.proxyMs }, signal);
    }
    proxyMs = lap();
  }
  let tls2;
  if (url.protocol === "https:") {
    const host = unbracket(url.hostname);
    const over = await secure(
      { clock, socket, host, subject: url.host, tlsMs: limits.tlsMs, context, evidence },
      signal
    );
    tls2 = { tls: tlsFacts(over), tlsMs: lap() };
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
    ...tls2
  };
  return { socket, facts };
}
function peerOf(url, route) {
  if (route.kind === "proxy") return { host: route.host, port: route.port, viaProxy: true };
  const port = url.port === "" ? url.protocol === "https:" ? 443 : 80 : Number(url.port);
  return { host: unbracket(url.hostname), port, viaProxy: false };
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
var import_node_http2 = require("node:http");
async function send(sending, signal) {
  const { clock, socket, url, firstByteMs } = sending;
  const receivedBefore = socket.bytesRead;
  const { outgoing, answered } = write(sending);
  const abandon2 = () => {
    outgoing.destroy();
    socket.destroy();
  };
  const budget = { phase: "request", "budget ms": firstByteMs, ...sending.evidence };
  const late = () => failure("HTTP.TTFB_STALL", { subject: url.host, evidence: budget });
  try {
    return await withinPhase({ clock, ms: firstByteMs, late, abandon: abandon2, work: () => answered }, signal);
  } catch (error2) {
    abandon2();
    signal.throwIfAborted();
    const evidence = { "received bytes": socket.bytesRead - receivedBefore, ...sending.evidence };
    throw netFailure(error2, { phase: "request", subject: url.host, evidence });
  }
}
function write(sending) {
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
  const answered = new Promise((resolve7, reject) => {
    const fail2 = (error2) => {
      firstError ??= error2;
      reject(error2);
    };
    outgoing.on("error", fail2);
    outgoing.once("response", (incoming) => {
      incoming.on("error", fail2);
      resolve7({ incoming, error: () => firstError });
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
    const error2 = answer.error();
    if (error2 !== void 0) throw error2;
    if (!incoming.complete) throw Object.assign(new Error("ended early"), { code: "ECONNRESET" });
    complete = true;
  } catch (error2) {
    signal.throwIfAborted();
    const announced = incoming.headers["content-length"];
    const evidence = { "received bytes": receivedBytes, "announced bytes": announced, ...options.evidence };
    throw netFailure(answer.error() ?? error2, { phase: "body", subject, evidence });
  } finally {
    if (!complete) options.onBroken();
    options.onEnd();
  }
}

// src/adapters/net-pool.ts
function createPool(clock) {
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
        if (!socket.destroyed && clock.monotonic() - entry.sinceMs < LIMITS.idleConnectionMs) {
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
      const events2 = ["data", "end", "error", "close"];
      const onEvent = () => {
        drop(key, entry);
        socket.destroy();
      };
      const forget = () => {
        for (const event of events2) socket.off(event, onEvent);
      };
      const entry = { connection, sinceMs: clock.monotonic(), forget };
      for (const event of events2) socket.on(event, onEvent);
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

// src/adapters/net-roots.ts
var import_node_fs2 = require("node:fs");
var tls = __toESM(require("node:tls"), 1);
var SYSTEM_BUNDLES = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/pki/tls/cacert.pem",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/ssl/cert.pem",
  "/usr/local/etc/ssl/cert.pem"
];
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
  for (const path7 of SYSTEM_BUNDLES) {
    const bundle = readBundle(path7);
    if (bundle.length > 0) return bundle;
  }
  return [];
}
function readBundle(path7) {
  if (path7 === void 0 || path7 === "") return [];
  try {
    const text = (0, import_node_fs2.readFileSync)(path7, "utf8");
    return text.includes("-----BEGIN") ? [text] : [];
  } catch {
    return [];
  }
}

// src/adapters/node-net.ts
function createNet(options) {
  const { env, clock } = options;
  const pool = createPool(clock);
  const trust = createTrustStore({ env, ca: options.ca });
  const live = /* @__PURE__ */ new Set();
  const onSocket = (socket) => {
    live.add(socket);
    socket.once("close", () => live.delete(socket));
  };
  const dial = createDial({ clock, trust, resolve: options.resolve ?? resolveBySystem, onSocket });
  async function request3(request4, signal) {
    signal.throwIfAborted();
    const url = checkedUrl(request4.url, env);
    const route = decideProxy(url.href, env);
    const key = route.kind === "proxy" ? `${url.origin} ${route.host}:${route.port}` : url.origin;
    const exchange2 = (connection, reused) => exchangeOver({ request: request4, url, route, clock, connection, reused, onFree: () => pool.put(key, connection) }, signal);
    const kept = pool.take(key);
    if (kept !== void 0) {
      try {
        return await exchange2(kept, true);
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
function checkedUrl(text, env) {
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:" || url.username !== "" || url.password !== "") {
    throw new TypeError(`not a plain http(s) URL: ${redactUrl(text)}`);
  }
  if (url.protocol === "https:" && env["NODE_TLS_REJECT_UNAUTHORIZED"] === "0") {
    throw failure("CFG.TLS_DISABLED", { subject: "NODE_TLS_REJECT_UNAUTHORIZED", evidence: { url: redactUrl(text) } });
  }
  return url;
}
async function exchangeOver(call, signal) {
  const { request: request3, url, route, clock, connection, reused } = call;
  const { socket } = connection;
  const absoluteForm = route.kind === "proxy" && url.protocol === "http:";
  const forProxy = absoluteForm && route.authorization !== void 0 ? { "proxy-authorization": route.authorization } : void 0;
  const evidence = { address: connection.facts.address, proxy: connection.facts.proxy };
  const startMs = clock.monotonic();
  const answer = await send(
    {
      clock,
      socket,
      method: request3.method ?? "GET",
      url,
      absoluteForm,
      headers: { ...request3.headers, ...forProxy },
      firstByteMs: request3.limits.firstByteMs,
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
  const body = readBody({ answer, subject: url.host, onEnd: stopListening, onBroken: destroy, evidence }, signal);
  const firstByteMs = Math.round((clock.monotonic() - startMs) * 10) / 10;
  return {
    status: answer.incoming.statusCode ?? 0,
    headers: joinHeaders(answer.incoming),
    body,
    discard: destroy,
    facts: { ...connection.facts, reused, firstByteMs }
  };
}

// src/adapters/post-guard.ts
function superviseAfterJob(options, body) {
  const { process: process2, timeoutMs, say } = options;
  process2.exitCode = 0;
  const stop2 = new AbortController();
  let isOver = false;
  const end2 = (text, level) => {
    if (isOver) return;
    isOver = true;
    try {
      say(text, level);
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
    ({ text, level }) => end2(text, level),
    (error2) => end2(`Cache: nothing is saved, ${error2 instanceof Error ? error2.message : String(error2)}`, "warning")
  );
}

// src/report/shell-env.ts
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
  /** POSIX shell 2.2.2: nothing is special between single quotes but the quote itself. */
  sh: (text) => `'${text.replaceAll("'", `'\\''`)}'`,
  /** fish, "Quotes": backslash escapes itself and the quote, nothing else. */
  fish: (text) => `'${text.replace(/[\\']/gu, "\\$&")}'`,
  /** PowerShell, about_Quoting_Rules: a doubled quote; typographic single quotes count as quotes too. */
  pwsh: (text) => `'${text.replace(/['\u2018-\u201B]/gu, "$&$&")}'`
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
  const clean2 = (text) => redactText(text, secrets);
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
      const attempt = trackAttempt(attempts.get(event.attempt), event);
      attempts.set(event.attempt, attempt);
      if (event.type !== "attempt-progress" || drawnMs !== void 0 && event.atMs - drawnMs < REDRAW_MS) return;
      drawnMs = event.atMs;
      const width = Math.max(20, stderr.columns ?? 80) - 1;
      stderr.write(`\r\x1B[2K${clean2(progressLine(attempt)).slice(0, width)}`);
    },
    clear: () => {
      if (drawnMs !== void 0) stderr.write("\r\x1B[2K");
      drawnMs = void 0;
    }
  };
}
function coloured(text, failed2) {
  const [first = "", ...rest] = text.split("\n");
  const bold = rest.map((line2) => line2.replace(/^ {2}(?:Cause|Fix)\b/u, "\x1B[1m$&\x1B[22m"));
  return [`\x1B[${failed2 ? 31 : 32}m${first}\x1B[39m`, ...bold].join("\n");
}

// quiet:quiet-core
function debug2() {
}

// node_modules/@actions/tool-cache/lib/tool-cache.js
var fs6 = __toESM(require("fs"), 1);

// node_modules/@actions/tool-cache/lib/manifest.js
var semver = __toESM(require_semver2(), 1);

// node_modules/@actions/tool-cache/lib/tool-cache.js
var os6 = __toESM(require("os"), 1);
var path6 = __toESM(require("path"), 1);
var semver2 = __toESM(require_semver2(), 1);
var import_assert = require("assert");
var IS_WINDOWS3 = process.platform === "win32";
var IS_MAC = process.platform === "darwin";
function findAllVersions(toolName, arch4) {
  const versions = [];
  arch4 = arch4 || os6.arch();
  const toolPath = path6.join(_getCacheDirectory(), toolName);
  if (fs6.existsSync(toolPath)) {
    const children = fs6.readdirSync(toolPath);
    for (const child2 of children) {
      if (isExplicitVersion(child2)) {
        const fullPath = path6.join(toolPath, child2, arch4 || "");
        if (fs6.existsSync(fullPath) && fs6.existsSync(`${fullPath}.complete`)) {
          versions.push(child2);
        }
      }
    }
  }
  return versions;
}
function isExplicitVersion(versionSpec) {
  const c = semver2.clean(versionSpec) || "";
  debug2(`isExplicit: ${c}`);
  const valid2 = semver2.valid(c) != null;
  debug2(`explicit? ${valid2}`);
  return valid2;
}
function _getCacheDirectory() {
  const cacheDirectory = process.env["RUNNER_TOOL_CACHE"] || "";
  (0, import_assert.ok)(cacheDirectory, "Expected RUNNER_TOOL_CACHE to be defined");
  return cacheDirectory;
}

// src/adapters/tool-cache.ts
function createToolCache(directory2) {
  return { directory: directory2, versions: (tool, arch4) => findAllVersions(tool, arch4) };
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
    name: "working-directory",
    kind: "text",
    default: ".",
    description: "Where the version file is looked for.",
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
var COMMANDS = {
  install: {
    usage: "install [SPEC]",
    does: "Resolves the version, downloads, proves and installs it, and prints how to use it.",
    examples: [
      ["install 1.26", "the newest 1.26"],
      ["install --go-version-file go.mod", "what the module asks for"],
      ["install stable --sources aliyun,official --dest ./go", "sources in this order, into ./go"]
    ]
  },
  resolve: {
    usage: "resolve [SPEC]",
    does: "Says which exact version is meant and where that was learnt; downloads nothing.",
    examples: [
      ["resolve oldstable", "the newest release of the previous line"],
      ["resolve '>=1.25 <1.27' --json", "as a report"]
    ]
  },
  verify: {
    usage: "verify PATH",
    does: "Proves an archive or an installed GOROOT.",
    examples: [
      ["verify go1.26.8.linux-amd64.tar.gz", "an archive"],
      ["verify /usr/local/go", "an installation"]
    ]
  },
  env: {
    usage: "env",
    does: "Prints the lines that set up a shell for an installed Go.",
    examples: [
      ["env --go-version 1.26 --shell fish | source", "for fish"],
      ["env --go-version 1.26 --shell pwsh | Out-String | Invoke-Expression", "for PowerShell"]
    ]
  }
};
var GENERAL_OPTIONS = [
  ["--json", "Print exactly one report on standard output; text for people goes to standard error."],
  ["--shell sh|fish|pwsh", "The shell that env writes for (sh)."],
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
  const parts = topic === void 0 ? generalHelp(program) : commandHelp(COMMANDS[topic], program);
  return `${[...parts, optionsText(topic), EXIT_CODES].join("\n\n")}
`;
}
function generalHelp(program) {
  const commands = Object.values(COMMANDS);
  return [
    `Installs a proved Go.

Usage: ${program} COMMAND [OPTIONS]`,
    `Commands:
${rows(commands.map(({ usage: usage2, does }) => [usage2, does]))}`,
    examplesText(
      commands.flatMap((command) => command.examples.slice(0, 1)),
      program
    )
  ];
}
function commandHelp({ usage: usage2, does, examples }, program) {
  return [`${does}

Usage: ${program} ${usage2} [OPTIONS]`, examplesText(examples, program)];
}
function examplesText(examples, program) {
  return `Examples:
${rows(examples.map(([command, meaning]) => [`${program} ${command}`, meaning]))}`;
}
function optionsText(topic) {
  const inputs = INPUTS;
  const shown = inputs.filter((row) => row.faces.includes("cli")).map((row) => [optionUsage(row), description(row)]);
  const general = GENERAL_OPTIONS.filter(([usage2]) => topic === void 0 || topic === "env" || !usage2.startsWith("--shell"));
  return `Options:
${rows([...shown, ...general])}`;
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

// src/domain/nearest.ts
var LONGEST = 64;
function nearestName(text, names) {
  if (text.length > LONGEST) return void 0;
  const wanted = text.toLowerCase();
  let best;
  for (const name of names) {
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
    for (let column2 = 1; column2 <= b.length; column2 += 1) {
      const same = a[row - 1] === b[column2 - 1];
      let edits = Math.min((last2[column2] ?? 0) + 1, (current[column2 - 1] ?? 0) + 1, (last2[column2 - 1] ?? 0) + (same ? 0 : 1));
      const swapped = row > 1 && column2 > 1 && a[row - 1] === b[column2 - 2] && a[row - 2] === b[column2 - 1];
      if (swapped) edits = Math.min(edits, (beforeLast[column2 - 2] ?? 0) + 1);
      current.push(edits);
    }
    beforeLast = last2;
    last2 = current;
  }
  return last2[b.length] ?? 0;
}

// src/domain/command-line.ts
var COMMAND_NAMES = ["install", "resolve", "verify", "env"];
var SHELLS = ["sh", "fish", "pwsh"];
var SWITCHES = ["help", "version", "json"];
var ROWS = new Map(INPUTS.map((row) => [row.name, row]));
var OPTION_NAMES = [...ROWS.keys(), ...SWITCHES, "shell"];
function parseCommandLine(argv) {
  const { words, options, findings } = read(argv);
  const [first, ...operands] = words;
  const name = COMMAND_NAMES.find((candidate) => candidate === first);
  if (options.has("help")) return { kind: "help", topic: name };
  if (options.has("version")) return { kind: "version" };
  const shell = SHELLS.find((candidate) => candidate === (options.get("shell") ?? "sh"));
  if (shell === void 0) findings.push(invalid("--shell", "The shell is not known", { accepted: SHELLS.join(", ") }));
  const inputs = new Map([...options].filter(([option]) => ROWS.has(option)));
  const path7 = name === "verify" ? operands.shift() : void 0;
  const spec = name === "install" || name === "resolve" ? operands.shift() : void 0;
  if (spec !== void 0 && inputs.has("go-version")) findings.push(invalid("--go-version", "The version is given twice"));
  if (spec !== void 0) inputs.set("go-version", spec);
  findings.push(...commandProblems({ name, first, path: path7, rest: operands, hasShell: options.has("shell") }));
  const json = options.has("json");
  const [problem, ...more] = findings;
  if (problem !== void 0) return { kind: "invalid", json, findings: [problem, ...more] };
  if (name === void 0 || shell === void 0) return { kind: "invalid", json, findings: [invalid("command", "No command")] };
  return { kind: "command", name, inputs: Object.fromEntries(inputs), path: path7, json, shell };
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
function takeValue({ options, findings }, option) {
  const { name, attached, following } = option;
  const flag = `--${name}`;
  if (options.has(name)) findings.push(invalid(flag, "The option is given twice"));
  if (SWITCHES.some((item) => item === name)) {
    if (attached !== void 0) findings.push(invalid(flag, "The option takes no value"));
    options.set(name, "");
    return 0;
  }
  if (attached === void 0 && isBoolean(name) && !isBooleanText(following)) {
    options.set(name, "true");
    return 0;
  }
  const value = attached ?? following;
  if (value === void 0) findings.push(invalid(flag, "The option needs a value", { form: `${flag} VALUE` }));
  options.set(name, value ?? "");
  return attached === void 0 && following !== void 0 ? 1 : 0;
}
function isBoolean(name) {
  return ROWS.get(name)?.kind === "boolean";
}
function isBooleanText(text) {
  return text !== void 0 && /^(?:true|True|TRUE|false|False|FALSE)$/u.test(text);
}
function commandProblems(given) {
  const { name, first, path: path7, rest, hasShell } = given;
  const accepted2 = COMMAND_NAMES.join(", ");
  if (first === void 0) return [invalid("command", "No command was given", { accepted: accepted2 })];
  if (name === void 0) {
    return [invalid(first, "The command is not known", { accepted: accepted2, nearest: nearestName(first, COMMAND_NAMES) })];
  }
  return [
    ...name === "verify" && path7 === void 0 ? [invalid("PATH", "verify needs the path of an archive or of a GOROOT")] : [],
    ...name !== "env" && hasShell ? [invalid("--shell", "The option belongs to env")] : [],
    ...rest.map((word) => invalid(word, "The word is one too many"))
  ];
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
function parseDurationMs(text) {
  const match = FORM.exec(text);
  if (match === null) return void 0;
  const [, hours = "0", minutes = "0", seconds = "0"] = match;
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1e3;
  return ms > 0 && ms <= LONGEST_HOURS * 36e5 ? ms : void 0;
}

// src/report/cache-line.ts
function savedLine({ entries: entries3, reason }) {
  if (entries3.length === 0) return { text: plain(`Cache: nothing is saved, ${reason}`), level: "info" };
  const parts = entries3.map(({ kind, result: result2, reason: why, ms }) => {
    return `${CACHE_NAMES[kind]} ${result2 === "saved" ? `saved in ${durationText(ms)}` : `not saved, ${why}`}`;
  });
  const level = entries3.some(({ result: result2 }) => result2 === "failed") ? "warning" : "info";
  return { text: plain(`Cache: ${parts.join("; ")}`, 600), level };
}

// src/steps/install.ts
var import_node_path17 = require("node:path");

// src/domain/version.ts
var GO_FORM = /^(?:go|v)?(0|[1-9]\d{0,3})(?:\.(0|[1-9]\d{0,3}))?(?:\.(0|[1-9]\d{0,3}))?(?:(beta|rc)(0|[1-9]\d{0,3}))?$/u;
var SEMVER_FORM = /^v?(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})-(beta|rc)\.?(0|[1-9]\d{0,3})$/u;
function parseGoVersion(text) {
  const match = GO_FORM.exec(text) ?? SEMVER_FORM.exec(text);
  if (match === null) return void 0;
  const [, major = "0", minor = "0", patch = "0", kind, number] = match;
  const base = { major: Number(major), minor: Number(minor), patch: Number(patch) };
  if (kind !== "beta" && kind !== "rc") return base;
  return { ...base, prerelease: { kind, number: Number(number) } };
}
function isComplete(text) {
  return parseGoVersion(text) !== void 0 && (/\d+\.\d+\.\d+/u.test(text) || /(?:beta|rc)\.?\d+$/u.test(text));
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
    return host.endianness === "LE" ? platform2(goos, "ppc64le") : { goos, goarch: "ppc64", cacheArch: "ppc64" };
  return platform2(goos, name);
}
function platform2(goos, name) {
  const found = Object.hasOwn(ARCHITECTURES, name) ? ARCHITECTURES[name] : void 0;
  return found === void 0 ? void 0 : { goos, ...found };
}
var FIRST_ON_APPLE_SILICON = { major: 1, minor: 16, patch: 0, prerelease: { kind: "beta", number: 1 } };
function platformOfRelease(platform4, version) {
  const needsRosetta = platform4.goos === "darwin" && platform4.goarch === "arm64";
  if (!needsRosetta || compareVersions(version, FIRST_ON_APPLE_SILICON) >= 0) return platform4;
  return { goos: "darwin", goarch: "amd64", cacheArch: "x64" };
}
function platformText(platform4) {
  return `${platform4.goos}/${platform4.goarch}`;
}
function archiveArch(platform4) {
  return platform4.goos === "linux" && platform4.goarch === "arm" ? "armv6l" : platform4.goarch;
}

// src/install/check.ts
var import_node_path5 = require("node:path");
async function checkToolchain(options, signal) {
  const { root, version, platform: platform4, env } = options;
  const bin = (0, import_node_path5.join)(root, "bin", platform4.goos === "windows" ? "go.exe" : "go");
  const expected = `go version go${versionText(version)} ${platformText(platform4)}`;
  const answer = succeeded(bin, await runGo(options, { bin, args: ["version"], env: isolated(env) }, signal)).trim();
  const told = options.isPrivate === true ? withoutSuffix(answer) : answer;
  if (told !== expected) throw failure("VERSION.MISMATCH", { subject: bin, evidence: { expected, got: answer.slice(0, 200) } });
  const names = ["GOROOT", "GOPATH", "GOMODCACHE"];
  const settings = await runGo(options, { bin, args: ["env", ...names], env: withoutGoroot(env) }, signal);
  const [goroot = "", gopath = "", goModCache = ""] = settings.exitCode === 0 ? settings.stdout.split(/\r?\n/u) : [];
  const own = isSamePath(goroot, root) ? goroot : await ownGoroot(options, bin, signal);
  return {
    bin,
    goroot: own,
    gopath: firstOfList(gopath, platform4.goos),
    goModCache: goModCache === "" ? void 0 : goModCache,
    foreignGoroot: goroot === "" || isSamePath(goroot, own) ? void 0 : goroot
  };
}
function withoutSuffix(answer) {
  return answer.replace(/^(go version go[^\s-]+)(?:-\S+)?(?: X:\S+)?(?= \S+$)/u, "$1");
}
async function ownGoroot(options, bin, signal) {
  const told = await runGo(options, { bin, args: ["env", "GOROOT"], env: isolated(options.env) }, signal);
  return succeeded(bin, told).trim();
}
function runGo({ exec: exec2, root }, command, signal) {
  const { bin, args, env } = command;
  return exec2.run({ file: bin, args, env, cwd: root, timeoutMs: LIMITS.execMs }, signal);
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
function firstOfList(text, goos) {
  const first = text.split(goos === "windows" ? ";" : ":")[0];
  return first === void 0 || first === "" ? void 0 : first;
}
function isSamePath(a, b) {
  return normalised(a) === normalised(b);
}
function normalised(path7) {
  const isWindows2 = /^(?:[a-z]:|\\\\)/iu.test(path7);
  const plain2 = (isWindows2 ? path7.replaceAll("\\", "/").toLowerCase() : path7).replace(/\/+/gu, "/");
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
function placeAt(path7, ownParents) {
  const root = (0, import_node_path7.join)((0, import_node_path7.dirname)(path7), (0, import_node_path7.basename)(path7));
  return {
    root,
    parent: (0, import_node_path7.dirname)(root),
    marker: `${root}.complete`,
    lock: `${root}.lock`,
    receipt: `${root}.setup-go-robust.json`,
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
  const names = await files.list(place.root);
  if (names.length === 0) return void 0;
  const programs = await files.list((0, import_node_path8.join)(place.root, "bin"));
  const version = names.includes("VERSION") ? await readSmall((0, import_node_path8.join)(place.root, "VERSION"), VERSION_BYTES, files) : void 0;
  return {
    root: place.root,
    isMarked: await files.stat(place.marker) !== void 0,
    hasGo: programs.includes("go") || programs.includes("go.exe"),
    versionLine: version?.toString("utf8").split(/\r?\n/u, 1)[0],
    receipt: await readSmall(place.receipt, RECEIPT_BYTES, files)
  };
}
function installedRoots(toolCache, platform4) {
  return toolCache.versions("go", platform4.cacheArch).flatMap((name) => parseGoVersion(name) ?? []).sort((a, b) => compareVersions(b, a)).map((version) => toolCachePlace({ toolCache: toolCache.directory, version, platform: platform4 }).root);
}
async function readSmall(path7, maxBytes, files) {
  const stat3 = await files.stat(path7);
  return stat3?.kind === "file" && stat3.sizeBytes <= maxBytes ? files.read(path7, maxBytes) : void 0;
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

// src/policy/select-version.ts
var import_satisfies = __toESM(require_satisfies(), 1);
function matching(spec, releases) {
  const sorted = newestFirst(releases);
  switch (spec.kind) {
    case "exact":
      return sorted.filter((release2) => compareVersions(release2.version, spec.version) === 0);
    case "minor":
      return sorted.filter((release2) => isStable(release2) && isOfLine(release2.version, spec));
    case "range":
      return sorted.filter((release2) => (0, import_satisfies.default)(versionSemver(release2.version), spec.range));
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

// src/domain/address.ts
function splitUserinfo(text) {
  if (!URL.canParse(text)) return { url: text };
  const url = new URL(text);
  if (url.username === "" && url.password === "") return { url: text };
  const credentials = `${decodePercent(url.username)}:${decodePercent(url.password)}`;
  url.username = "";
  url.password = "";
  return { url: url.href, authorization: `Basic ${Buffer.from(credentials, "utf8").toString("base64")}` };
}
function decodePercent(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function joinAddress(base, path7) {
  const url = new URL(base);
  url.hash = "";
  url.pathname = `${url.pathname.replace(/\/+$/u, "")}/${path7}`;
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

// src/sources/file-name.ts
function archiveFormat(platform4) {
  return platform4.goos === "windows" ? "zip" : "tar.gz";
}
function archiveFileName(version, platform4) {
  return floatingFileName(versionText(version), platform4);
}
function floatingFileName(version, platform4) {
  return `go${version}.${platform4.goos}-${archiveArch(platform4)}.${archiveFormat(platform4)}`;
}
function parseArchiveFileName(name) {
  const match = /^(go\d[\da-z.]*)\.([a-z\d]+)-([a-z\d]+)\.(tar\.gz|zip)$/u.exec(name);
  const [, text = "", goos = "", arch4 = "", format] = match ?? [];
  const version = parseGoVersion(text);
  if (version === void 0 || format !== "tar.gz" && format !== "zip") return void 0;
  return { version, goos, goarch: goarchOf(arch4), format };
}
function goarchOf(arch4) {
  return arch4 === "armv6l" ? "arm" : arch4;
}

// src/sources/go-listing.ts
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
    const start2 = new TextDecoder().decode(body.subarray(0, 80));
    throw failure("LIST.MALFORMED", { subject, evidence: { reason: "not JSON", bytes: body.length, "first bytes": start2 } });
  }
}
function readRelease(entry, bad) {
  if (!isRecord(entry)) throw bad("is not an object");
  const { version: name, stable, files } = entry;
  if (typeof name !== "string" || typeof stable !== "boolean" || !Array.isArray(files)) {
    throw bad("lacks version, stable or files");
  }
  const listed = files.flatMap((file) => readFile(file, bad));
  const version = parseGoVersion(name);
  return version === void 0 ? [] : [{ version, stable, files: listed }];
}
function readFile(file, bad) {
  if (!isRecord(file)) throw bad("has a file that is not an object");
  const { filename, os: os7, arch: arch4, kind, sha256 = "", size = 0 } = file;
  if (typeof filename !== "string" || typeof os7 !== "string" || typeof arch4 !== "string" || typeof kind !== "string") {
    throw bad("has a file without filename, os, arch or kind");
  }
  if (!/^[\w.+-]{1,200}$/u.test(filename)) throw bad("has a file name that cannot be");
  if (typeof sha256 !== "string" || !/^(?:[0-9a-f]{64})?$/iu.test(sha256)) throw bad("has a sha256 that is none");
  if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) throw bad("has a size that is none");
  if (kind !== "archive") return [];
  return [
    {
      fileName: filename,
      goos: os7,
      goarch: goarchOf(arch4),
      // Files before 1.5.2 have neither: go.dev lists "" and 0.
      ...sha256 === "" ? {} : { sha256: sha256.toLowerCase() },
      ...size === 0 ? {} : { sizeBytes: size }
    }
  ];
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function malformed(subject, reason) {
  return failure("LIST.MALFORMED", { subject, evidence: { reason } });
}

// src/sources/flat-directory.ts
function flatDirectory(sourceId, base, token) {
  const authorization = token === void 0 ? {} : { authorization: `Bearer ${token}` };
  return { sourceId, ...splitUserinfo(base), ...authorization };
}
function flatCandidate(directory2, version, platform4) {
  return namedFile(directory2, archiveFileName(version, platform4), platform4);
}
function namedFile(directory2, fileName, platform4) {
  const { url, ...rest } = directory2;
  return { ...rest, url: joinAddress(url, fileName), fileName, format: archiveFormat(platform4), layout: "release" };
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
  const text = /^(?:go|v)?(\d[\w.-]*)$/u.exec(spec.text)?.[1];
  return spec.kind === "alias" || text === void 0 || /x/iu.test(text) ? void 0 : text;
}
function floatingCandidate(source, written, platform4) {
  const token = source.token === void 0 ? {} : { authorization: `Bearer ${source.token}` };
  return namedFile(
    { sourceId: "custom", ...splitUserinfo(source.base), ...token },
    floatingFileName(written, platform4),
    platform4
  );
}
function privateTool(base) {
  return `go-${(0, import_node_crypto.createHash)("sha256").update(base).digest("hex").slice(0, 8)}`;
}

// src/steps/context.ts
async function inPhase(context, phase, body) {
  context.emit({ type: "phase-started", phase });
  const result2 = await body();
  context.emit({ type: "phase-ended", phase });
  return result2;
}

// src/install/installed-tree.ts
var import_node_crypto3 = require("node:crypto");

// src/verify/tree-hash.ts
var import_node_crypto2 = require("node:crypto");
var OUTSIDE_MODULE = [".github", "api", "doc", "misc", "test"];
function moduleName(version, platform4) {
  return `golang.org/toolchain@v0.0.1-go${versionText(version)}.${platform4.goos}-${platform4.goarch}`;
}
function releasePathInModule(path7) {
  const slash = path7.indexOf("/");
  if (slash > 0 && OUTSIDE_MODULE.includes(path7.slice(0, slash))) return void 0;
  if (!path7.endsWith("go.mod")) return path7;
  const baseAt = path7.lastIndexOf("/") + 1;
  return /^_*go\.mod$/u.test(path7.slice(baseAt)) ? `${path7.slice(0, baseAt)}_${path7.slice(baseAt)}` : path7;
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
      const names = [...hashes.keys()];
      if (ascii) names.sort();
      else names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      const hash = (0, import_node_crypto2.createHash)("sha256");
      for (const name of names) hash.update(`${hashes.get(name)}  ${moduleName2}/${name}
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
function isTreeHash(text) {
  return /^h1:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/u.test(text);
}

// src/install/installed-tree.ts
var IRREGULAR_SHA256 = "0".repeat(64);
var FILES_PER_TURN = 500;
async function hashInstalledTree(options, signal) {
  const start2 = { directories: [""], irregular: [], sizeBytes: 0, uncoveredCount: 0, goEnv: void 0 };
  const walk2 = { options, hasher: createTreeHasher(options.moduleName), ...start2 };
  let filesAtTurn = 0;
  for (let directory2 = walk2.directories.pop(); directory2 !== void 0; directory2 = walk2.directories.pop()) {
    visit(walk2, directory2);
    if (walk2.hasher.count - filesAtTurn < FILES_PER_TURN) continue;
    filesAtTurn = walk2.hasher.count;
    await new Promise((resolve7) => {
      setImmediate(resolve7);
    });
    signal.throwIfAborted();
  }
  const { hasher, sizeBytes, uncoveredCount, irregular, goEnv } = walk2;
  return { tree: hasher.result(), fileCount: hasher.count, sizeBytes, uncoveredCount, irregular: irregular.sort(), goEnv };
}
function visit(walk2, directory2) {
  const { reader, root, ignore } = walk2.options;
  for (const { name, kind } of reader.readDirectory(`${root}/${directory2}`)) {
    const path7 = `${directory2}${name}`;
    if (directory2 === "" && ignore?.includes(name) === true) continue;
    if (kind === "directory") walk2.directories.push(`${path7}/`);
    else addFile(walk2, path7, kind === "file");
  }
}
function addFile(walk2, path7, isRegular) {
  const pathInModule = releasePathInModule(path7);
  if (pathInModule === void 0) {
    walk2.uncoveredCount++;
    return;
  }
  let sha256 = IRREGULAR_SHA256;
  if (isRegular) {
    const content2 = walk2.options.reader.readFile(`${walk2.options.root}/${path7}`);
    if (path7 === "go.env") walk2.goEnv = content2;
    walk2.sizeBytes += content2.length;
    sha256 = (0, import_node_crypto3.createHash)("sha256").update(content2).digest("hex");
  } else {
    walk2.irregular.push(path7);
  }
  walk2.hasher.add(pathInModule, sha256);
  walk2.options.onFile?.(path7, sha256);
}
function rehashTree(options) {
  const { moduleName: moduleName2, hashes, changed } = options;
  const hasher = createTreeHasher(moduleName2);
  for (const [path7, sha256] of hashes) {
    const content2 = changed[path7];
    const own = content2 === void 0 ? sha256 : (0, import_node_crypto3.createHash)("sha256").update(content2).digest("hex");
    hasher.add(releasePathInModule(path7) ?? path7, own);
  }
  return hasher.result();
}

// src/verify/judge.ts
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

// src/verify/note.ts
var import_node_crypto5 = require("node:crypto");

// src/verify/tlog.ts
var import_node_crypto4 = require("node:crypto");
var HASH_BYTES = 32;
var MAX_TREE_SIZE = 2 ** 48;
function leafHash(record) {
  return (0, import_node_crypto4.createHash)("sha256").update(Buffer.of(0)).update(record).digest();
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
    /** Climbs while the node is a right child. */
    skipRightEdges() {
      while (fn % 2 === 1) up();
    },
    /** The side on which the next sibling of the proof stands; climbs past it. */
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
  return bytes.length === HASH_BYTES && bytes.toString("base64") === text ? bytes : void 0;
}

// src/verify/note.ts
var ALGORITHM_ED25519 = 1;
var ED25519_SPKI = Buffer.from("302a300506032b6570032100", "hex");
var MAX_SIGNATURE_COUNT = 100;
var MAX_NOTE_BYTES = 1e6;
var KEY_HASH_BYTES = 4;
function parseVerifierKey(text) {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text);
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
function openNote(note, key) {
  const bytes = Buffer.from(note);
  const all = noteText(bytes);
  const split = bytes.lastIndexOf("\n\n");
  if (all === void 0 || split < 0 || !all.endsWith("\n")) {
    throw badNote(key, "not a signed note");
  }
  const text = bytes.subarray(0, split + 1);
  const lines = bytes.subarray(split + 2, -1).toString("utf8").split("\n");
  if (lines.length > MAX_SIGNATURE_COUNT) throw badNote(key, "too many signatures");
  let signed = false;
  for (const line2 of lines) {
    const signature = signatureOf(line2, key);
    if (signature === "foreign") continue;
    if (signature === void 0) throw badNote(key, "malformed signature line");
    if (!(0, import_node_crypto5.verify)(null, text, key.publicKey, signature)) throw badNote(key, "wrong signature");
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
function signatureOf(line2, key) {
  const match = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line2);
  const [, name = "", base64 = ""] = match ?? [];
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length <= KEY_HASH_BYTES || bytes.toString("base64") !== base64) return void 0;
  const isOurs = name === key.name && bytes.subarray(0, KEY_HASH_BYTES).equals(key.keyHash);
  return isOurs ? bytes.subarray(KEY_HASH_BYTES) : "foreign";
}
function parseTreeHead(text) {
  const [title, sizeText = "", root = "", ...rest] = text.split("\n");
  const size = parseCount(sizeText);
  if (title !== "go.sum database tree" || size === void 0 || hashFromText(root) === void 0 || rest.length === 0) {
    throw failure("SUM.NOTE", { subject: "tree head", evidence: { reason: "malformed tree text", got: text.slice(0, 200) } });
  }
  return { size, root };
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
  return failure("SUM.NOTE", { subject: key.name, evidence: { reason, key: `${key.name}+${key.keyHash.toString("hex")}` } });
}

// src/verify/sumdb-record.ts
var MAX_LOOKUP_BYTES = 64 * 1024;
function parseLookup(answer) {
  const bytes = Buffer.from(answer);
  const numberEnd = bytes.indexOf("\n");
  const recordEnd = bytes.indexOf("\n\n");
  const recordNumber = parseCount(bytes.subarray(0, Math.max(numberEnd, 0)).toString("latin1"));
  if (bytes.length > MAX_LOOKUP_BYTES || recordNumber === void 0 || recordEnd < numberEnd) {
    const start2 = JSON.stringify(bytes.subarray(0, 80).toString("latin1"));
    throw failure("SUM.GARBAGE", { subject: "lookup", evidence: { "first bytes": start2, bytes: bytes.length } });
  }
  const record = bytes.subarray(numberEnd + 1, recordEnd + 1);
  return { recordNumber, record, note: bytes.subarray(recordEnd + 2) };
}
function readRecord(record, moduleName2) {
  const [path7, version] = moduleName2.split("@");
  const text = Buffer.from(record).toString("latin1");
  const lines = text.split("\n");
  const afterLast = lines.pop();
  const hashes = /* @__PURE__ */ new Map();
  for (const line2 of lines) {
    const [linePath, lineVersion = "", hash = "", ...rest] = line2.split(" ");
    if (linePath !== path7 || rest.length > 0 || !isTreeHash(hash)) throw badRecord(moduleName2, text);
    hashes.set(lineVersion, hash);
  }
  const tree = hashes.get(version ?? "");
  if (tree === void 0 || !hashes.has(`${version}/go.mod`)) throw badRecord(moduleName2, text);
  if (lines.length !== 2 || afterLast !== "") throw badRecord(moduleName2, text);
  return tree;
}
function badRecord(moduleName2, text) {
  return failure("SUM.RECORD", {
    subject: moduleName2,
    evidence: { expected: moduleName2, got: JSON.stringify(text.slice(0, 300)) }
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
    // Bad tiles and a log that was rewritten look the same when they fit neither head.
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
  const fields = parseJsonObject(bytes);
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
function parseJsonObject(bytes) {
  if (bytes.length > MAX_RECEIPT_BYTES) return void 0;
  try {
    const value = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return isObject(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function proofOf(fields) {
  const { recordNumber, record, note } = fields;
  const inclusion = hashesOf(fields["inclusion"]);
  const consistency = hashesOf(fields["consistency"]);
  const knownHead = headOf(fields["knownHead"]);
  if (!isCount(recordNumber) || typeof record !== "string" || typeof note !== "string") return void 0;
  if (inclusion === void 0 || consistency === void 0 || knownHead === void 0) return void 0;
  return { recordNumber, record: Buffer.from(record), note: Buffer.from(note), inclusion, knownHead, consistency };
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
  if (!isObject(value)) return void 0;
  const { size, root } = value;
  return isCount(size) && typeof root === "string" && hashFromText(root) !== void 0 ? { size, root } : void 0;
}

// src/steps/installed.ts
var FOREIGN_FILES = ["setup.sh"];
async function proveStanding(context, target, signal) {
  const { machine, platform: platform4, emit } = context;
  const { place, version } = target;
  const entry = await findEntry(place, machine.files);
  if (entry === void 0) return { state: "absent" };
  if (!await pinIsPublished(context, version)) return { state: "unproved" };
  const name = moduleName(version, platform4);
  const kept = keptExpectation(context, entry, name);
  const expectations = kept === void 0 ? await askedExpectations(target, signal) : [kept];
  if (expectations === void 0) return { state: "unproved" };
  const reader = machine.files.tree;
  const tree = await hashInstalledTree({ reader, root: entry.root, moduleName: name, ignore: FOREIGN_FILES }, signal);
  const verdict = judge(tree, expectations);
  if (verdict.accepted === void 0) {
    const evidence = Object.fromEntries(verdict.refused.evidence.map(({ name: name2, value }) => [name2, value]));
    emit({ type: "finding", finding: finding("VER.CACHE_DAMAGED", { subject: versionText(version), evidence }) });
    return { state: "damaged" };
  }
  const detail2 = kept === void 0 ? verdict.accepted.detail : `${verdict.accepted.detail}; by the receipt kept beside it`;
  if (kept === void 0 || !entry.isMarked) await adopt(context, target, kept === void 0);
  const proof = { ...verdict.accepted, detail: detail2 };
  emit({ type: "proved", proof });
  return { state: "proved", proof };
}
async function pinIsPublished(context, version) {
  const pin = context.inputs.checksum;
  if (pin?.kind !== "sha256") return true;
  const published = (await context.releaseTable())?.expectation(archiveFileName(version, context.platform));
  return published?.value === pin.hex;
}
async function askedExpectations(target, signal) {
  try {
    return await (await target.proofs()).ofInstalled();
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
  try {
    await markComplete(place, withReceipt ? await (await proofs()).receipt() : void 0, machine.files);
  } catch (error2) {
    if (!(error2 instanceof Failure) || error2.finding.code !== "FS.READ_ONLY" && error2.finding.code !== "FS.PERMISSION")
      throw error2;
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

// src/domain/goenv.ts
function readGoEnvFile(text, name) {
  for (const line2 of text.split(/\r?\n/u)) {
    if (line2.startsWith(`${name}=`)) return line2.slice(name.length + 1);
  }
  return void 0;
}
var HARMLESS_NAMES = ["GOTOOLCHAIN", "GOARM", "GO386", "GOAMD64", "GOARM64"];
function undoGoEnvEdits(text) {
  const edits = [];
  const kept = [];
  for (const line2 of text.split("\n")) {
    const name = /^([A-Z0-9]+)=/u.exec(line2)?.[1];
    if (name === void 0 || !HARMLESS_NAMES.includes(name)) kept.push(line2);
    else if (name === "GOTOOLCHAIN" && !kept.includes("GOTOOLCHAIN=auto")) {
      if (line2 !== "GOTOOLCHAIN=auto") edits.push(line2);
      kept.push("GOTOOLCHAIN=auto");
    } else edits.push(line2);
  }
  return edits.length === 0 ? void 0 : { text: kept.join("\n"), edits };
}

// src/verify/tile.ts
var TILE_HEIGHT = 8;
var TILE_WIDTH = 2 ** TILE_HEIGHT;
function tilePath(tile) {
  let number = String(tile.index % 1e3).padStart(3, "0");
  for (let rest = Math.floor(tile.index / 1e3); rest > 0; rest = Math.floor(rest / 1e3)) {
    number = `x${String(rest % 1e3).padStart(3, "0")}/${number}`;
  }
  const partial = tile.width === TILE_WIDTH ? "" : `.p/${tile.width}`;
  return `tile/${TILE_HEIGHT}/${tile.level}/${number}${partial}`;
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
  const start2 = subtree.index * count;
  return { level, index: Math.floor(start2 / TILE_WIDTH), first: start2 % TILE_WIDTH, count };
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

// src/acquire/body-reader.ts
function openReader(response) {
  const iterator = response.body[Symbol.asyncIterator]();
  let broken;
  let rejectWait;
  return {
    next() {
      return new Promise((resolve7, reject) => {
        if (broken !== void 0) return reject(broken.reason);
        rejectWait = reject;
        iterator.next().then(resolve7, reject);
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
  const tooSlow2 = failure("BODY.STALL", { subject: "body" });
  clock.sleep(limits.totalMs, finished.signal).then(
    () => reader.breakOff(tooSlow2),
    () => void 0
  );
  const chunks = [];
  let sizeBytes = 0;
  try {
    for (let read2 = await reader.next(); read2.done !== true; read2 = await reader.next()) {
      chunks.push(read2.value);
      sizeBytes += read2.value.length;
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
var EXCERPT_CHARACTERS = 200;
function codeOfStatus(status) {
  if (status === 401 || status === 403 || status === 451) return "HTTP.FORBIDDEN";
  if (status === 404 || status === 410) return "HTTP.NOT_FOUND";
  if (status === 407) return "PROXY.AUTH";
  if (status === 429) return "HTTP.RATE_LIMIT";
  return status >= 500 && status <= 599 ? "HTTP.SERVER" : "HTTP.STATUS";
}
async function refusal2(options, signal) {
  const { clock, response, url } = options;
  const excerpt = await readExcerpt(clock, response, signal);
  const retryAfter = retryAfterSeconds(response.headers["retry-after"], clock.now());
  const clean2 = (text) => text === void 0 ? void 0 : redactText(text, options.secrets).slice(0, EXCERPT_CHARACTERS);
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
async function readExcerpt(clock, response, signal) {
  const type = response.headers["content-type"] ?? "text/plain";
  if (!/^text\/|json|xml/iu.test(type)) {
    response.discard();
    return void 0;
  }
  const limits = { maxBytes: LIMITS.errorBodyBytes, totalMs: LIMITS.errorBodyMs };
  try {
    const { bytes } = await readWithin({ clock, response, limits }, signal);
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
        evidence: { url: redactUrl(hop.url), hosts: hosts.join(" → ") }
      });
    }
    hop = nextHop(hop, { status: response.status, location: response.headers["location"] });
  }
}
async function fetchBytes(wire, request3, signal) {
  const answer = await exchange(wire, request3, signal);
  const evidence = { url: redactUrl(answer.url), "limit bytes": request3.maxBytes };
  const subject = new URL(answer.url).host;
  const announced = answer.headers["content-length"];
  if (announced !== void 0 && Number(announced) > request3.maxBytes) {
    answer.discard();
    throw failure("HTTP.TOO_LARGE", { subject, evidence: { ...evidence, "announced bytes": announced } });
  }
  const { bytes, why } = await readWithin({ clock: wire.clock, response: answer, limits: request3 }, signal);
  if (why === "too-large") throw failure("HTTP.TOO_LARGE", { subject, evidence });
  if (why === "too-slow") {
    throw failure("BODY.STALL", {
      subject,
      evidence: { ...evidence, "received bytes": bytes.length, "budget ms": request3.totalMs }
    });
  }
  return { bytes, url: answer.url, response: { status: answer.status, headers: answer.headers, facts: answer.facts } };
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
  return encoding.toLowerCase().split(",").map((label2) => label2.trim()).every((label2) => label2 === "" || label2 === "identity" || isGzipFile && (label2 === "gzip" || label2 === "x-gzip"));
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
  return [bytes.toString("utf8"), bytes.toString("latin1")].flatMap((pair) => [pair, pair.slice(pair.indexOf(":") + 1)]);
}

// src/acquire/sumdb-server.ts
async function askServer(question, signal) {
  try {
    const answer = parseLookup(await lookUpBytes(question, signal));
    const head = openTreeHead(answer.note, parseVerifierKey(question.log.verifierKey));
    readRecord(answer.record, question.moduleName);
    return await prove({ ...question, answer, head }, signal);
  } catch (error2) {
    if (!(error2 instanceof Failure)) throw error2;
    const [first, ...rest] = error2.findings;
    throw new Failure([{ ...first, subject: question.server.id }, ...rest], error2);
  }
}
async function lookUpBytes(question, signal) {
  try {
    return await fetchPart(question, `lookup/${question.moduleName}`, signal);
  } catch (error2) {
    if (!(error2 instanceof Failure)) throw error2;
    const isUnknown = error2.code === "HTTP.NOT_FOUND";
    const isRefused = error2.code === "HTTP.FORBIDDEN" && statusOf(error2.finding) === "403";
    if (!isUnknown && !isRefused) throw error2;
    const notFound2 = finding("SUM.NOT_FOUND", {
      subject: question.server.id,
      confidence: isUnknown ? "certain" : "possible",
      evidence: { module: question.moduleName, answer: isUnknown ? "not in the log" : "refused or unknown" }
    });
    throw new Failure([notFound2, ...error2.findings], error2);
  }
}
function statusOf(found) {
  return found.evidence.find(({ name }) => name === "status")?.value;
}
async function prove(question, signal) {
  const { answer, head, log } = question;
  const knownHead = log.heads[0];
  if (answer.recordNumber >= head.size) {
    const evidence = { record: answer.recordNumber, "tree size": head.size };
    throw failure("SUM.PROOF", { subject: question.server.id, evidence });
  }
  const inclusion = inclusionSpans(answer.recordNumber, head.size);
  const consistency = consistencySpans(Math.min(head.size, knownHead.size), Math.max(head.size, knownHead.size));
  const tiles = tilesFor([...inclusion, ...consistency], Math.max(head.size, knownHead.size));
  const data2 = await fetchTiles(question, tiles, signal);
  const hashes = (spans) => {
    const found = spans.map((span) => spanHash(span, data2));
    if (found.every((hash) => hash !== void 0)) return found;
    throw failure("SUM.GARBAGE", { subject: question.server.id, evidence: { reason: "tiles do not hold the proof" } });
  };
  const proof = {
    recordNumber: answer.recordNumber,
    record: answer.record,
    note: answer.note,
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
  const bytes = await fetchPart(question, tilePath(tile), signal);
  const expected = tile.width * HASH_BYTES;
  if (bytes.length === expected) return bytes;
  const start2 = JSON.stringify(bytes.subarray(0, 40).toString("latin1"));
  const evidence = { path: tilePath(tile), "expected bytes": expected, "got bytes": bytes.length, "first bytes": start2 };
  throw failure("SUM.GARBAGE", { subject: question.server.id, evidence });
}
async function fetchPart({ wire, server }, path7, signal) {
  const request3 = {
    url: joinAddress(server.baseUrl, path7),
    phases: METADATA_PHASES,
    maxBytes: LIMITS.sumdbAnswerBytes,
    totalMs: LIMITS.metadataBodyMs,
    ...server.authorization === void 0 ? {} : { authorization: server.authorization }
  };
  return (await fetchBytes(wire, request3, signal)).bytes;
}

// src/acquire/checksum-database.ts
var FORGED = ["SUM.FORK", "SUM.RECORD", "SUM.PROOF", "SUM.NOTE"];
async function lookUp2(request3, signal) {
  const { clock } = request3.wire;
  const startMs = clock.monotonic();
  const failures = [];
  for (const [index, server] of request3.servers.entries()) {
    const leftMs = LIMITS.sumdbTotalMs - (clock.monotonic() - startMs);
    if (leftMs <= 0) break;
    const budgetMs = Math.min(LIMITS.sumdbServerMs, leftMs / (request3.servers.length - index));
    const answer = await answerOrFailure({ ...request3, server, budgetMs }, signal);
    if (answer instanceof Failure) {
      failures.push({ server: server.id, failure: answer });
      continue;
    }
    return {
      expectation: answer.expectation,
      receipt: makeReceipt(answer.proof, request3.moduleName),
      server: server.id,
      tileCount: answer.tileCount,
      ms: clock.monotonic() - startMs,
      failures
    };
  }
  throw summary2(request3, failures);
}
async function answerOrFailure(question, signal) {
  signal.throwIfAborted();
  const { server, budgetMs } = question;
  const late = new AbortController();
  const finished = new AbortController();
  question.wire.clock.sleep(budgetMs, finished.signal).then(
    () => late.abort(failure("SUM.UNREACHABLE", { subject: server.id, evidence: { "budget ms": budgetMs } })),
    () => void 0
  );
  try {
    return await askServer(question, AbortSignal.any([signal, late.signal]));
  } catch (error2) {
    signal.throwIfAborted();
    if (error2 instanceof Failure) return error2;
    throw error2;
  } finally {
    finished.abort();
  }
}
function summary2(request3, failures) {
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
  const unasked = request3.servers.slice(failures.length).map(({ id }) => [id, "not asked, the time was used up"]);
  const evidence = Object.fromEntries([...codes, ...unasked]);
  return finding("SUM.UNREACHABLE", { subject: request3.moduleName, evidence });
}

// src/verify/release-table.ts
var TABLE_SCHEMA = "setup-go-robust/releases@1";
var MAX_TABLE_BYTES = 4 * 1024 * 1024;
var CONFIRMING_LISTS = 2;
var ROW = /^([a-z0-9]{1,20})-([a-z0-9]{1,20}) ([0-9a-f]{64}) ([1-9]\d?)(?: ([1-9]\d{0,9}))?$/u;
function parseReleaseTable(bytes) {
  const table2 = parseTable(bytes);
  const releases = /* @__PURE__ */ new Map();
  const versions = [];
  const byName2 = /* @__PURE__ */ new Map();
  for (const [name, rows2] of Object.entries(table2.releases)) {
    const version = name.startsWith("go") ? parseGoVersion(name) : void 0;
    if (version === void 0 || typeof rows2 !== "string") throw malformed2(name);
    const files = rows2.split(";").map((row) => parseRow(name, row));
    for (const file of files) {
      if (byName2.has(file.fileName)) throw malformed2(file.fileName);
      byName2.set(file.fileName, file);
    }
    if (releases.has(versionKey(version))) throw malformed2(name);
    releases.set(versionKey(version), files);
    versions.push(version);
  }
  return {
    date: table2.date,
    knownVersions: versions.sort((a, b) => compareVersions(b, a)),
    files: (version) => releases.get(versionKey(version)) ?? [],
    expectation: (fileName) => expectationOf(byName2.get(fileName), table2.date)
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
function parseRow(release2, row) {
  const match = ROW.exec(row);
  const [, goos = "", arch4 = "", sha256 = "", lists = "", size] = match ?? [];
  if (match === null) throw malformed2(`${release2}: ${row.slice(0, 100)}`);
  return {
    fileName: `${release2}.${goos}-${arch4}.${goos === "windows" ? "zip" : "tar.gz"}`,
    goos,
    // File names at go.dev spell 32-bit ARM on Linux so; Go's own name is arm.
    goarch: arch4 === "armv6l" ? "arm" : arch4,
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
async function readReleaseTable(setting, emit) {
  try {
    return parseReleaseTable(await setting.readTable());
  } catch (error2) {
    if (!(error2 instanceof Failure)) throw error2;
    emit({ type: "finding", finding: { ...error2.finding, severity: "warning" } });
    return void 0;
  }
}
function openProofs(context, release2, signal) {
  const { inputs, machine } = context;
  const pin = inputs.checksum;
  const record = once(() => settle2(askDatabase(context, release2, signal)));
  const grace = once(() => machine.clock.sleep(LIMITS.proofGraceMs, signal));
  const recordSoon = async () => await Promise.race([record(), grace()]) ?? void 0;
  const ofFile = async (candidate) => {
    if (pin?.kind === "sha256") return pinned(pin, candidate.fileName);
    return candidate.layout === "release" ? (await context.releaseTable())?.expectation(candidate.fileName) : void 0;
  };
  const ofTree = async () => {
    const { value, failure: reason } = await record();
    if (value === void 0) throw reason;
    return value.expectation;
  };
  return {
    ofFile,
    async ofArchive(candidate) {
      if (pin !== void 0) return [pinned(pin, candidate.fileName)];
      const file = await ofFile(candidate);
      if (file !== void 0) {
        const found = await recordSoon();
        return found?.value === void 0 ? [file] : [found.value.expectation, file];
      }
      const { value, failure: reason } = await record();
      if (value !== void 0) return [value.expectation];
      const listed = inputs.verification === "source" ? await listedExpectation(context, candidate, signal) : void 0;
      if (listed === void 0) throw isOwnSource(inputs) ? withPrivateFixes(reason) : reason;
      return [listed];
    },
    ofInstalled: async () => [pin?.kind === "h1" ? pinned(pin, "") : await ofTree()],
    receipt: async () => pin === void 0 ? (await recordSoon())?.value?.receipt : void 0
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
  const { inputs, platform: platform4, log, machine, emit } = context;
  const name = moduleName(version, platform4);
  try {
    if (inputs.offline) throw failure("SUM.UNREACHABLE", { subject: name, evidence: { reason: "offline" } });
    const found = await lookUp2({ wire: machine, servers: sources.checksum, log, moduleName: name }, signal);
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

// src/policy/goproxy.ts
function parseGoproxy(text) {
  const entries3 = [];
  for (const match of text.matchAll(/([^,|]*)([,|]?)/gu)) {
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
  if (entries3.length === 0 && text !== "") return { finding: invalid2(text, "the list has no entries") };
  return { entries: entries3 };
}
function proxyAddress(word) {
  const text = /[.:/]/u.test(word) && !word.includes(":/") && !word.startsWith("/") ? `https://${word}` : word;
  if (!/^[a-z][a-z0-9+.-]*:/iu.test(text)) return { reason: "the scheme is missing" };
  if (!URL.canParse(text)) return { reason: "it is not a URL" };
  const url = new URL(text);
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

// src/domain/source-spec.ts
var PLACEHOLDERS = ["version", "os", "arch", "ext", "file"];
function fillTemplate(template, values) {
  return template.replace(/\{([^{}]*)\}/gu, (whole, name) => isPlaceholder(name) ? values[name] : whole);
}
function isPlaceholder(name) {
  return PLACEHOLDERS.includes(name);
}
function parseSourceList(text, sourceIds) {
  const entries3 = [...new Set(text.split(/[,\r\n]/u).map((entry) => entry.trim()))].filter((entry) => entry !== "");
  if (entries3.length === 0 || entries3.length === 1 && entries3[0] === "auto") return { specs: [], findings: [] };
  const specs = [];
  const findings = [];
  for (const entry of entries3) {
    const read2 = parseEntry(entry, sourceIds);
    if ("reason" in read2) findings.push(refusal3({ subject: "sources", entry, reason: read2.reason, sourceIds }));
    else specs.push(read2);
  }
  return { specs, findings };
}
function parseBaseUrl(text, subject) {
  const read2 = parseBase(text);
  return "reason" in read2 ? { finding: refusal3({ subject, entry: text, reason: read2.reason, sourceIds: [] }) } : { spec: read2 };
}
function parseEntry(entry, sourceIds) {
  if (/[{}]/u.test(entry)) return parseTemplate(entry);
  if (entry.includes(":")) return parseBase(entry);
  if (entry === "auto") return { reason: "auto stands alone: a list that names sources is exclusive" };
  if (sourceIds.includes(entry)) return { kind: "id", id: entry };
  const near = nearestName(entry, sourceIds);
  return { reason: near === void 0 ? "the id is not known" : `the id is not known; ${near} is` };
}
function parseBase(text) {
  const reason = addressFault(text);
  return reason === void 0 ? { kind: "base", url: /[?#]/u.test(text) ? text : text.replace(/\/+$/u, "") } : { reason };
}
function addressFault(text) {
  if (!/^(?:https?|file):\/\//iu.test(text)) return "it does not begin with https://, http:// or file://";
  if (!URL.canParse(text)) return "it is not a URL";
  const url = new URL(text);
  if (url.hash !== "") return "it has a fragment, which is never sent";
  if (url.protocol === "file:" && (url.host !== "" || url.pathname === "/")) return "a directory is written file:///path";
  return void 0;
}
var SAMPLES = [
  { version: "1.26.8", os: "linux", arch: "amd64", ext: "tar.gz", file: "go1.26.8.linux-amd64.tar.gz" },
  { version: "1.25.3", os: "windows", arch: "arm64", ext: "zip", file: "go1.25.3.windows-arm64.zip" }
];
function parseTemplate(template) {
  const names = [...template.matchAll(/\{([^{}]*)\}/gu)].map((match) => match[1] ?? "");
  const unknown = names.find((name) => !isPlaceholder(name));
  if (unknown !== void 0) return { reason: `the placeholder {${unknown}} is not one of ${accepted()}` };
  if (/[{}]/u.test(template.replace(/\{[^{}]*\}/gu, ""))) return { reason: "a brace has no partner" };
  if (!names.includes("file") && !names.includes("version")) return { reason: "it has neither {file} nor {version}" };
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
    candidate: (version, platform4) => flatCandidate(directory2, version, platform4)
  };
}
function templateSource(source) {
  return {
    id: source.id,
    title: source.template.replace(/\/\/[^/]*@/u, "//***@").replace(/\?.*$/su, "?…"),
    kind: /^file:/iu.test(source.template) ? "file" : "custom",
    listing: () => void 0,
    candidate: (version, platform4) => templateCandidate(source, { version, platform: platform4 })
  };
}
function templateCandidate(source, release2) {
  const { version, platform: platform4 } = release2;
  const format = archiveFormat(platform4);
  const fileName = archiveFileName(version, platform4);
  const filled = fillTemplate(source.template, {
    version: versionText(version),
    os: platform4.goos,
    arch: archiveArch(platform4),
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
    candidate: (version, platform4) => flatCandidate(directory2, version, platform4)
  };
}
function listFileDirectory(names) {
  const found = /* @__PURE__ */ new Map();
  for (const fileName of names) {
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
    candidate: (version, platform4) => flatCandidate(directory2, version, platform4)
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
    candidate: (version, platform4) => flatCandidate(directory2, version, platform4)
  };
}

// src/sources/module-proxy.ts
var MODULE_ORIGIN = "https://go.dev/dl/mod";
var MODULE_DIRECTORY = "golang.org/toolchain/@v";
function moduleVersion(version, platform4) {
  return `v0.0.1-go${versionText(version)}.${platform4.goos}-${platform4.goarch}`;
}
function moduleProxySource(proxy) {
  const { id, title, url } = proxy;
  const authorization = proxy.authorization === void 0 ? {} : { authorization: proxy.authorization };
  const address = (name) => joinAddress(url, `${MODULE_DIRECTORY}/${name}`);
  const listing = { ...authorization, url: address("list"), parse: (body) => parseModuleList(body, id) };
  return {
    id,
    title,
    kind: "module-proxy",
    listing: () => listing,
    candidate: (version, platform4) => {
      const fileName = `${moduleVersion(version, platform4)}.zip`;
      return { sourceId: id, ...authorization, url: address(fileName), fileName, format: "zip", layout: "module" };
    },
    probe: (version, platform4) => {
      const name = moduleVersion(version, platform4);
      return { ...authorization, url: address(`${name}.info`), confirms: (body) => namesVersion(body, name) };
    }
  };
}
function namesVersion(body, name) {
  try {
    const info3 = JSON.parse(new TextDecoder().decode(body));
    return typeof info3 === "object" && info3 !== null && "Version" in info3 && info3.Version === name;
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
    const [, text = "", goos = "", goarch = ""] = /^v0\.0\.1-(go[\w.]+)\.([a-z\d]+)-([a-z\d]+)$/u.exec(line2) ?? [];
    const version = parseGoVersion(text);
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
async function goproxySetting(context, signal) {
  const { env } = context.machine;
  return env["GOPROXY"]?.trim() || await askGoOnPath(context, signal) || await readConfiguration(context);
}
async function askGoOnPath({ machine }, signal) {
  const { exec: exec2, env } = machine;
  const file = await exec2.find("go");
  if (file === void 0) return void 0;
  const command = { file, args: ["env", "GOPROXY"], env: { ...env, GOTOOLCHAIN: "local" }, timeoutMs: LIMITS.goEnvMs };
  try {
    const answer = await exec2.run(command, signal);
    return answer.exitCode === 0 ? answer.stdout.trim() : void 0;
  } catch (error2) {
    signal.throwIfAborted();
    if (error2 instanceof Failure) return void 0;
    throw error2;
  }
}
async function readConfiguration(context) {
  const { machine, platform: platform4 } = context;
  const [newest2] = installedRoots(machine.toolCache, platform4);
  if (newest2 === void 0) return void 0;
  for (const path7 of [userFile(context), (0, import_node_path9.join)(newest2, "go.env")]) {
    const value = path7 === void 0 ? void 0 : await readVariable2(machine.files, path7);
    if (value) return value;
  }
  return void 0;
}
async function readVariable2(files, path7) {
  try {
    if ((await files.stat(path7))?.kind !== "file") return void 0;
    return readGoEnvFile((await files.read(path7, LIMITS.versionFileBytes)).toString("utf8"), "GOPROXY")?.trim();
  } catch (error2) {
    if (error2 instanceof Failure) return void 0;
    throw error2;
  }
}
function userFile({ machine }) {
  const { env, platform: platform4 } = machine;
  if (env["GOENV"]) return env["GOENV"] === "off" ? void 0 : env["GOENV"];
  const home = env["HOME"];
  if (platform4.os === "win32") return env["APPDATA"] && (0, import_node_path9.join)(env["APPDATA"], "go", "env");
  if (platform4.os === "darwin") return home && (0, import_node_path9.join)(home, "Library", "Application Support", "go", "env");
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
  const text = await goproxySetting(context, signal);
  if (!text) return void 0;
  const parsed = parseGoproxy(text);
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
  const { exec: exec2, env } = context.machine;
  const file = await exec2.find("go");
  if (file === void 0) throw notInstalled();
  const own = { ...env, GOROOT: void 0, GOFLAGS: void 0, GOENV: "off", GOTOOLCHAIN: "local" };
  const ask = async (...args) => {
    const answer = await exec2.run({ file, args, env: own, timeoutMs: LIMITS.execMs }, signal);
    if (answer.exitCode === 0) return answer.stdout.trim();
    throw failure("GO.NOT_RUNNABLE", {
      subject: file,
      evidence: { "standard error": answer.stderr.slice(0, 300) },
      fixes: [NAME_IT]
    });
  };
  const said = await ask("version");
  const [, text = "", goos = "", goarch = ""] = /^go version go(\S+)(?: .*)? (\w+)\/(\w+)$/u.exec(said) ?? [];
  const version = parseGoVersion(text);
  if (version === void 0) throw unproved(file, { "go version": said.slice(0, 200) });
  return { file, version, root: await ask("env", "GOROOT"), platform: { goos, goarch, cacheArch: context.platform.cacheArch } };
}
function notInstalled() {
  return failure("GO.NOT_INSTALLED", {
    subject: "go-version",
    message: "go-version and go-version-file are empty or not given, there is no go.work or go.mod to read a version from, and no Go on PATH",
    fixes: [NAME_IT]
  });
}
function checkWanted({ inputs, platform: platform4 }, { version, file, platform: own }) {
  const minimum = inputs.minGoVersion;
  if (compareVersions(version, minimum) < 0) {
    const evidence = { "Go on PATH": versionText(version), "min-go-version": versionText(minimum) };
    throw failure("VERSION.TOO_OLD", { subject: file, evidence, fixes: [NAME_IT] });
  }
  if (inputs.architecture !== void 0 && platformText(platform4) !== platformText(own)) {
    const evidence = { expected: platformText(platform4), got: platformText(own) };
    throw failure("VERSION.MISMATCH", { subject: file, evidence, fixes: [NAME_IT] });
  }
}
async function proveClaim(context, claim, signal) {
  const { machine } = context;
  const { root, version } = claim;
  const entry = await findEntry(destinationPlace(root), machine.files);
  if (entry === void 0) throw unproved(root, { reason: "GOROOT is empty or missing" });
  const name = moduleName(version, context.platform);
  const kept = keptExpectation(context, entry, name);
  const expectations = kept === void 0 ? await askDatabase2(context, version, signal) : [kept];
  const hashes = /* @__PURE__ */ new Map();
  const onFile = (path7, sha256) => void hashes.set(path7, sha256);
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
var import_node_path13 = require("node:path");

// src/acquire/stall-watch.ts
async function* readPaced(options, signal) {
  signal.throwIfAborted();
  const { clock, reader, limits, subject } = options;
  const finished = new AbortController();
  const onAbort = () => reader.breakOff(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  let waitingSinceMs;
  let receivedBytes = 0;
  let window = { waitedMs: 0, bytes: 0 };
  const watch = async () => {
    for (; ; ) {
      const waitedMs = waitingSinceMs === void 0 ? 0 : clock.monotonic() - waitingSinceMs;
      if (waitedMs >= limits.stallMs) {
        const evidence = { "received bytes": receivedBytes, "budget ms": limits.stallMs };
        return reader.breakOff(failure("BODY.STALL", { subject, evidence }));
      }
      await clock.sleep(limits.stallMs - waitedMs, finished.signal);
    }
  };
  watch().catch(() => void 0);
  try {
    for (; ; ) {
      const startMs = clock.monotonic();
      waitingSinceMs = startMs;
      const read2 = await reader.next();
      waitingSinceMs = void 0;
      if (read2.done === true) return;
      receivedBytes += read2.value.length;
      window = { waitedMs: window.waitedMs + clock.monotonic() - startMs, bytes: window.bytes + read2.value.length };
      if (window.waitedMs >= limits.minimumRateWindowMs) {
        refuseSlow({ ...window, limits, subject });
        window = { waitedMs: 0, bytes: 0 };
      }
      yield read2.value;
    }
  } finally {
    finished.abort();
    signal.removeEventListener("abort", onAbort);
  }
}
function refuseSlow(window) {
  const rate = Math.round(window.bytes * 1e3 / window.waitedMs);
  const { minimumRateBytesPerSecond } = window.limits;
  if (rate >= minimumRateBytesPerSecond) return;
  const evidence = { "bytes per second": rate, "minimum bytes per second": minimumRateBytesPerSecond };
  throw failure("BODY.SLOW", { subject: window.subject, evidence });
}

// src/acquire/archive-body.ts
async function* readArchiveBody(body, signal) {
  const { answer, extent, clock, pace } = body;
  const subject = new URL(answer.url).host;
  const wantedBytes = "firstBytes" in extent ? extent.firstBytes : extent.exactBytes;
  const limitBytes = wantedBytes ?? LIMITS.archiveBytes;
  let countBytes = 0;
  let complete = false;
  const evidence = () => ({ url: redactUrl(answer.url), "received bytes": countBytes, "expected bytes": wantedBytes });
  try {
    for await (const chunk of readPaced({ clock, reader: openReader(answer), limits: pace, subject }, signal)) {
      const part = chunk.subarray(0, limitBytes - countBytes);
      countBytes += part.length;
      body.onBytes(part.length);
      if (part.length > 0) yield part;
      if (part.length === chunk.length) continue;
      if ("firstBytes" in extent) return;
      throw failure(wantedBytes === void 0 ? "HTTP.TOO_LARGE" : "BODY.TOO_LONG", { subject, evidence: evidence() });
    }
    complete = true;
    if (wantedBytes !== void 0 && countBytes < wantedBytes) throw failure("BODY.TRUNCATED", { subject, evidence: evidence() });
  } finally {
    if (!complete) answer.discard();
    body.onEnd();
  }
}

// src/acquire/content-range.ts
function parseContentRange(value) {
  const match = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/u.exec(value?.trim() ?? "");
  if (match === null) return void 0;
  const [start2, last2, sizeBytes] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return start2 <= last2 && last2 < sizeBytes ? { start: start2, end: last2 + 1, sizeBytes } : void 0;
}
function strongTag(headers) {
  const tag = headers["etag"];
  return tag !== void 0 && /^"[\x21\x23-\x7e]*"$/u.test(tag) ? tag : void 0;
}
function contentLength(headers) {
  const value = headers["content-length"];
  return value !== void 0 && /^\d{1,15}$/u.test(value) ? Number(value) : void 0;
}

// src/acquire/archive-download.ts
async function openArchive(request3, signal) {
  const server = createAsker(request3, signal);
  const { clock } = request3.wire;
  let tag;
  let ranged = false;
  let whole;
  let receivedBytes = 0;
  function read2(answer, extent) {
    const onBytes = (countBytes) => {
      receivedBytes += countBytes;
      request3.onBytes?.(receivedBytes);
    };
    const { pace = LIMITS } = request3;
    return readArchiveBody({ clock, answer, pace, extent, onBytes, onEnd: () => server.release(answer) }, signal);
  }
  async function tail(bytes) {
    const answer = await askForTail(() => server.ask({ range: `bytes=-${bytes}` }));
    if (answer === void 0) return void 0;
    const range = answer.status === 206 ? parseContentRange(answer.headers["content-range"]) : void 0;
    if (range === void 0 || range.end !== range.sizeBytes || range.start !== Math.max(0, range.sizeBytes - bytes)) {
      if (answer.status === 206) server.discard(answer);
      else whole = answer;
      return void 0;
    }
    tag = strongTag(answer.headers);
    const chunks = [];
    for await (const chunk of read2(answer, { exactBytes: range.end - range.start })) chunks.push(chunk);
    ranged = true;
    return { start: range.start, data: Buffer.concat(chunks), sizeBytes: range.sizeBytes };
  }
  async function* stream(end2) {
    if (end2 === 0) return;
    const sizeBytes = server.sizeBytes();
    const partial = ranged && end2 !== void 0 && sizeBytes !== void 0 && end2 < sizeBytes;
    const range = partial ? { range: `bytes=0-${end2 - 1}`, ...tag === void 0 ? {} : { "if-range": tag } } : {};
    let answer = whole ?? await server.ask(range);
    whole = void 0;
    if (answer.status === 206 && !isRange(answer, { start: 0, end: end2 })) {
      server.discard(answer);
      answer = await server.ask({});
    }
    yield* read2(answer, end2 === void 0 ? { exactBytes: server.sizeBytes() } : { firstBytes: end2 });
  }
  return {
    get sizeBytes() {
      return server.sizeBytes();
    },
    tail,
    stream,
    close: () => server.close()
  };
}
function createAsker(request3, signal) {
  const { wire, candidate, phases = ARCHIVE_PHASES } = request3;
  const { url } = candidate;
  const authorization = candidate.authorization === void 0 ? {} : { authorization: candidate.authorization };
  const open4 = /* @__PURE__ */ new Set();
  let sizeBytes;
  const discard2 = (answer) => {
    open4.delete(answer);
    answer.discard();
  };
  return {
    async ask(headers) {
      const answer = await exchange(wire, { url, ...authorization, headers, phases }, signal);
      open4.add(answer);
      const announced = announcedSize(answer);
      const problem = sizeProblem({ url: answer.url, announced, known: sizeBytes });
      if (problem !== void 0) {
        discard2(answer);
        throw problem;
      }
      sizeBytes = announced ?? sizeBytes;
      const contentType = answer.headers["content-type"];
      request3.onAnswer?.({ url: redactUrl(answer.url), sizeBytes, contentType, facts: answer.facts });
      return answer;
    },
    sizeBytes: () => sizeBytes,
    release: (answer) => void open4.delete(answer),
    discard: discard2,
    close() {
      for (const answer of open4) discard2(answer);
    }
  };
}
function announcedSize(answer) {
  return answer.status === 206 ? parseContentRange(answer.headers["content-range"])?.sizeBytes : contentLength(answer.headers);
}
function isRange(answer, wanted) {
  const range = parseContentRange(answer.headers["content-range"]);
  return range?.start === wanted.start && range.end === wanted.end;
}
async function askForTail(ask) {
  try {
    return await ask();
  } catch (error2) {
    const status = error2 instanceof Failure ? error2.finding.evidence.find((item) => item.name === "status")?.value : void 0;
    if (status === "416") return void 0;
    throw error2;
  }
}
function sizeProblem(sizes) {
  const { announced, known } = sizes;
  const subject = new URL(sizes.url).host;
  if (announced === void 0) return void 0;
  const evidence = { url: redactUrl(sizes.url), "announced bytes": announced };
  if (announced > LIMITS.archiveBytes) {
    return failure("HTTP.TOO_LARGE", { subject, evidence: { ...evidence, "limit bytes": LIMITS.archiveBytes } });
  }
  if (known === void 0 || announced === known) return void 0;
  return failure(announced > known ? "BODY.TOO_LONG" : "BODY.TRUNCATED", {
    subject,
    evidence: { ...evidence, "expected bytes": known }
  });
}

// src/domain/private-version.ts
function parsePrivateVersion(text) {
  const known = parseGoVersion(text);
  if (known !== void 0) return { version: known, suffix: "" };
  const [, base = "", suffix = ""] = /^([^-]+)(-[0-9A-Za-z][0-9A-Za-z.-]{0,40})$/u.exec(text) ?? [];
  const version = parseGoVersion(base);
  return version === void 0 || version.prerelease !== void 0 ? void 0 : { version, suffix };
}
function privateVersionText({ version, suffix }) {
  return `${versionText(version)}${suffix}`;
}
function privateVersionName({ version, suffix }) {
  return `${versionSemver(version)}${suffix}`;
}

// src/install/staging.ts
var import_node_path10 = require("node:path");
var OWNER_FILE = "owner.json";
var OWNER_BYTES = 4096;
async function createStage(place, tools) {
  const { files, process: process2 } = tools;
  await files.makeDirectory(place.parent);
  const directory2 = (0, import_node_path10.join)(place.parent, `${place.stagePrefix}${tools.randomName()}`);
  const root = (0, import_node_path10.join)(directory2, "go");
  await files.makeDirectory(directory2);
  try {
    await files.write((0, import_node_path10.join)(directory2, OWNER_FILE), JSON.stringify({ pid: process2.pid, hostname: process2.hostname }));
    files.tree.makeDirectory(root);
  } catch (error2) {
    await files.remove(directory2);
    throw error2;
  }
  return { directory: directory2, root, spoolPath: (0, import_node_path10.join)(directory2, "archive") };
}
async function sweepStaging(place, tools) {
  const removed = [];
  for (const name of await tools.files.list(place.parent)) {
    const path7 = (0, import_node_path10.join)(place.parent, name);
    const isLeft = name.startsWith(place.trashPrefix) || name.startsWith(place.stagePrefix) && await isAbandoned(path7, tools);
    if (!isLeft) continue;
    await tools.files.remove(path7);
    removed.push(name);
  }
  return removed;
}
async function isAbandoned(path7, tools) {
  const { files, process: process2, clock } = tools;
  const stat3 = await files.stat(path7);
  if (stat3 === void 0) return false;
  if (clock.now() - stat3.mtimeMs > LIMITS.stagingMaxAgeMs) return true;
  const owner = await readOwner((0, import_node_path10.join)(path7, OWNER_FILE), files);
  return owner !== void 0 && owner.hostname === process2.hostname && owner.pid !== process2.pid && !process2.isAlive(owner.pid);
}
async function readOwner(path7, files) {
  if ((await files.stat(path7))?.kind !== "file") return void 0;
  return parseOwner((await files.read(path7, OWNER_BYTES)).toString("utf8"));
}
function parseOwner(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return void 0;
  }
  if (typeof value !== "object" || value === null || !("pid" in value) || !("hostname" in value)) return void 0;
  const { pid, hostname: hostname2 } = value;
  return typeof pid === "number" && Number.isSafeInteger(pid) && pid > 0 && typeof hostname2 === "string" ? { pid, hostname: hostname2 } : void 0;
}

// src/policy/choose-release.ts
function chooseReleases(choice, known) {
  const matches = matching(choice.spec, known.releases);
  if (matches.length === 0) throw nothingMatches(choice, known);
  const { candidates: fresh, warnings } = aboveMinimum(choice, matches);
  const [first, ...rest] = fresh.filter((release2) => runsOn(release2, choice.platform));
  if (first === void 0) throw new Failure([noPlatform(choice, fresh)]);
  return { candidates: [first, ...rest], warnings };
}
function aboveMinimum(choice, matches) {
  const candidates = matches.filter(({ version }) => compareVersions(version, choice.minGoVersion) >= 0);
  const [newest2] = matches;
  if (candidates.length > 0 || newest2 === void 0) return { candidates, warnings: [] };
  const tooOld = finding("VERSION.TOO_OLD", {
    subject: choice.spec.text,
    severity: choice.belowMinimum,
    evidence: {
      newest: versionText(newest2.version),
      "min-go-version": versionText(choice.minGoVersion),
      "the value may be a number": unquotedMeaning(choice.spec)
    },
    fixes: unquotedFixes(choice.spec)
  });
  if (choice.belowMinimum === "error") throw new Failure([tooOld]);
  return { candidates: matches, warnings: [tooOld] };
}
function unquotedMeaning({ text }) {
  return /^1\.[1-9]$/u.test(text) ? `YAML reads an unquoted ${text}0 as ${text}` : void 0;
}
function unquotedFixes(spec) {
  if (unquotedMeaning(spec) === void 0) return [];
  const text = `go-version: '${spec.text}0'`;
  return [{ title: `If ${spec.text}0 and not ${spec.text} was meant, quote it`, kind: "edit", text, risk: "none" }];
}
function nothingMatches(choice, known) {
  const subject = choice.spec.text;
  const failed2 = known.failures.map((failure2) => `${failure2.subject} (${failure2.code})`).join(", ") || void 0;
  if (known.answered.length === 0) {
    return new Failure([finding("VERSION.NO_SOURCE", { subject, evidence: { "lists that failed": failed2 } }), ...known.failures]);
  }
  const nearest = nearestVersions(choice.spec, known.releases).map(versionText);
  const [offer] = nearest;
  return new Failure([
    finding("VERSION.UNKNOWN", {
      subject,
      // A list that did not answer might have known it.
      confidence: known.failures.length === 0 ? "certain" : "likely",
      evidence: { nearest: nearest.join(", "), lists: known.answered.join(", "), "lists that failed": failed2 },
      fixes: offer === void 0 ? [] : [{ title: "Request a release", kind: "edit", text: `go-version: '${offer}'`, risk: "none" }]
    })
  ]);
}
function runsOn(release2, host) {
  const platform4 = platformOfRelease(host, release2.version);
  return !release2.isComplete || release2.files.some((file) => file.goos === platform4.goos && file.goarch === platform4.goarch);
}
function missingPlatform(choice, release2) {
  const isKnownWell = release2.files.length >= LIMITS.knownPlatformCount;
  return isKnownWell && !runsOn({ ...release2, isComplete: true }, choice.platform) ? noPlatform(choice, [release2]) : void 0;
}
function noPlatform(choice, matches) {
  const platforms = new Set(matches.slice(0, 1).flatMap(({ files }) => files.map((file) => `${file.goos}/${file.goarch}`)));
  return finding("VERSION.NO_PLATFORM", {
    subject: platformText(choice.platform),
    evidence: {
      version: matches[0] === void 0 ? void 0 : versionText(matches[0].version),
      "platforms that exist": [...platforms].sort().join(" ")
    }
  });
}

// src/verify/private-record.ts
var SCHEMA = "setup-go-robust/private-build@1";
var MAX_RECORD_BYTES = 16 * 1024;
function makePrivateRecord(record) {
  return `${JSON.stringify({ schema: SCHEMA, ...record }, void 0, 1)}
`;
}
function readPrivateRecord(bytes) {
  const value = bytes.length > MAX_RECORD_BYTES ? void 0 : parse(bytes);
  if (typeof value !== "object" || value === null || !("schema" in value) || value.schema !== SCHEMA) return void 0;
  if (!("moduleName" in value) || !("tree" in value) || !("root" in value)) return void 0;
  const { moduleName: moduleName2, tree, root } = value;
  if (typeof moduleName2 !== "string" || typeof root !== "string" || typeof tree !== "string") return void 0;
  return isTreeHash(tree) ? { moduleName: moduleName2, tree, root } : void 0;
}
function parse(bytes) {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return void 0;
  }
}

// src/policy/backoff.ts
function isTemporary({ code }) {
  return CATALOGUE[code].exit === 75 && code !== "BUDGET.TOTAL" && !code.startsWith("SELF.");
}
function backoffMs(round, failures, random) {
  const baseMs = LIMITS.backoffMs[round - 1];
  if (baseMs === void 0 || !failures.some(isTemporary)) return void 0;
  const asked = failures.map(retryAfterMs).filter((ms) => ms <= LIMITS.retryAfterMs);
  return Math.max(Math.round(baseMs * (0.5 + random / 2)), ...asked);
}
function retryAfterMs({ evidence }) {
  const seconds = Number(evidence.find(({ name }) => name === "retry after seconds")?.value ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1e3 : 0;
}

// src/policy/fault.ts
var OWN = ["FS.NO_SPACE", "FS.READ_ONLY", "FS.PERMISSION", "FS.IO", "BUDGET.TOTAL", "CFG.TLS_DISABLED"];
var REFUSED = ["HTTP.NOT_FOUND", "HTTP.FORBIDDEN", "FS.NOT_FOUND"];
function isOwnFault(code) {
  return OWN.includes(code) || code.startsWith("SELF.");
}
function isRefusal(code) {
  return REFUSED.includes(code);
}

// src/steps/attempt.ts
var import_node_url = require("node:url");

// src/acquire/local-archive.ts
async function openLocalArchive(options) {
  const { files, path: path7 } = options;
  const found = await files.stat(path7);
  if (found === void 0 || found.kind === "directory" || found.kind === "other") {
    throw failure("FS.NOT_FOUND", { subject: path7, evidence: { path: path7, found: found?.kind ?? "nothing" } });
  }
  const sizeBytes = found.kind === "file" ? found.sizeBytes : void 0;
  if (sizeBytes !== void 0 && sizeBytes > LIMITS.archiveBytes) {
    throw failure("HTTP.TOO_LARGE", { subject: path7, evidence: { "file bytes": sizeBytes, "limit bytes": LIMITS.archiveBytes } });
  }
  async function tail(bytes) {
    if (sizeBytes === void 0) return void 0;
    const start2 = Math.max(0, sizeBytes - bytes);
    const data2 = await files.readRange(path7, start2, sizeBytes);
    if (data2.length < sizeBytes - start2) throw truncated(start2 + data2.length, sizeBytes);
    return { start: start2, data: data2, sizeBytes };
  }
  async function* stream(end2) {
    const wantedBytes = end2 ?? sizeBytes;
    let countBytes = 0;
    if (wantedBytes === 0) return;
    for await (const chunk of files.stream(path7)) {
      const part = chunk.subarray(0, (wantedBytes ?? LIMITS.archiveBytes) - countBytes);
      countBytes += part.length;
      if (part.length > 0) yield part;
      if (part.length < chunk.length || countBytes === wantedBytes) break;
    }
    if (wantedBytes !== void 0 && countBytes < wantedBytes) throw truncated(countBytes, wantedBytes);
  }
  function truncated(gotBytes, expectedBytes) {
    return failure("BODY.TRUNCATED", {
      subject: path7,
      evidence: { "received bytes": gotBytes, "expected bytes": expectedBytes }
    });
  }
  return { sizeBytes, tail, stream, close: () => void 0 };
}

// src/install/tree-sink.ts
var import_node_crypto6 = require("node:crypto");

// src/verify/official-mode.ts
var EXEC_WRAPPER = /(?:^|\/)go_[^/]+_[^/]+_exec$/u;
function officialMode(path7) {
  const isProgram = path7.startsWith("bin/") || path7.startsWith("pkg/tool/") || EXEC_WRAPPER.test(path7);
  return isProgram || /\.(?:bash|sh|pl|rc)$/u.test(path7) ? 493 : 420;
}

// src/install/entry-name.ts
var PART_BYTES = 255;
var DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
var PART = /^[\p{L}0-9!#$%&()+,\-.=@[\]^_{}~ ]+$/u;
var PLAIN_PATH = /^(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*(?<!\.)\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*(?<!\.)$/u;
var MAYBE_DEVICE = /(?:^|\/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[./]|$)/iu;
function problemOfPath(path7) {
  if (path7.length <= PART_BYTES && PLAIN_PATH.test(path7) && !MAYBE_DEVICE.test(path7)) return void 0;
  if (path7 === "") return "empty";
  if (path7.startsWith("/")) return "absolute";
  if (Buffer.byteLength(path7) > LIMITS.pathBytes) return "too long";
  for (const part of path7.split("/")) {
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
function foldPath(path7) {
  if (/^[\x00-\x7f]*$/u.test(path7)) return path7.toLowerCase();
  return path7.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD");
}
function decodeName(bytes) {
  const text = bytes.toString("utf8");
  if (text.includes("�")) throw refusedName(text, "not UTF-8");
  return text;
}
function refusedName(name, problem) {
  const shown = JSON.stringify(name.slice(0, 200));
  return failure("ARC.NAME", { subject: shown, evidence: { name: shown, problem } });
}

// src/install/entry-place.ts
function createEntryPlacer(layout, moduleName2) {
  const prefix = layout === "release" ? "go/" : `${moduleName2}/`;
  function belowPrefix(name) {
    const isInside = name.startsWith(prefix);
    const path7 = isInside ? name.slice(prefix.length) : name;
    const problem = problemOfPath(path7);
    if (problem !== void 0) throw refusedName(name, problem);
    if (!isInside) throw foreign(name, prefix);
    return path7;
  }
  return {
    file(name) {
      const path7 = belowPrefix(name);
      return layout === "release" ? { path: path7, pathInModule: releasePathInModule(path7) } : placeOfModuleFile(name, path7);
    },
    directory(name) {
      if (`${prefix}`.startsWith(`${name}/`)) return void 0;
      const path7 = belowPrefix(name);
      return { path: path7, isProved: layout === "module" || releasePathInModule(`${path7}/file`) !== void 0 };
    }
  };
}
function placeOfModuleFile(name, path7) {
  const baseAt = path7.lastIndexOf("/") + 1;
  const isRenamed = /^_+go\.mod$/u.test(path7.slice(baseAt));
  const released = isRenamed ? `${path7.slice(0, baseAt)}${path7.slice(baseAt + 1)}` : path7;
  if (releasePathInModule(released) !== path7) throw foreign(name, "a file of the toolchain module");
  return { path: released, pathInModule: path7 };
}
function foreign(name, expected) {
  return failure("ARC.LAYOUT", { subject: name, evidence: { name, expected } });
}

// src/install/tree-names.ts
var NONE = [];
function createTreeNames() {
  const taken = /* @__PURE__ */ new Map();
  const declared = /* @__PURE__ */ new Set();
  let lastParent = "";
  function take2(path7, isDirectory2) {
    const folded2 = foldPath(path7);
    const other = taken.get(folded2);
    if (other !== void 0) throw refusedName(path7, other.path === path7 ? "duplicate" : `the same as ${other.path}`);
    if (taken.size >= LIMITS.entryCount) throw tooMany();
    taken.set(folded2, { path: path7, isDirectory: isDirectory2 });
  }
  function open4(path7) {
    if (path7 === "" || path7 === lastParent) return NONE;
    const folded2 = taken.get(foldPath(path7));
    if (folded2 !== void 0) {
      if (!folded2.isDirectory || folded2.path !== path7) throw refusedName(path7, `the same as ${folded2.path}`);
      lastParent = path7;
      return NONE;
    }
    const above = open4(parentOf(path7));
    take2(path7, true);
    lastParent = path7;
    return [...above, path7];
  }
  return {
    addFile(path7) {
      const fresh = open4(parentOf(path7));
      take2(path7, false);
      return fresh;
    },
    addDirectory(path7) {
      if (declared.has(path7)) throw refusedName(path7, "duplicate");
      declared.add(path7);
      return open4(path7);
    }
  };
}
function parentOf(path7) {
  const slash = path7.lastIndexOf("/");
  return slash < 0 ? "" : path7.slice(0, slash);
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
    current: void 0,
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
  const { path: path7, pathInModule } = state.placer.file(name);
  const isProved = pathInModule !== void 0;
  if (path7 === "VERSION") state.hasVersion = true;
  if (path7 === "bin/go" || path7 === "bin/go.exe") state.hasGo = true;
  const fresh = state.names.addFile(path7);
  const handle = isProved || state.options.writeUnproven ? create(state, { path: path7, fresh, isProved }) : void 0;
  const isTime = mtimeSeconds !== void 0 && mtimeSeconds >= 0 && mtimeSeconds < MAX_MTIME_SECONDS;
  state.current = {
    path: path7,
    pathInModule,
    handle,
    mtimeSeconds: isTime ? mtimeSeconds : void 0,
    hash: isProved ? (0, import_node_crypto6.createHash)("sha256") : void 0,
    leftBytes: sizeBytes
  };
}
function create(state, file) {
  const { directory: root, writer } = state.options;
  if (root === void 0) return void 0;
  for (const path7 of file.fresh) writer.makeDirectory(`${root}/${path7}`);
  if (!file.isProved) state.unproven.add(topOf(file.path));
  return writer.createFile(`${root}/${file.path}`, officialMode(file.path));
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
  const { directory: root, writer, writeUnproven } = state.options;
  if (root === void 0 || !placed.isProved && !writeUnproven) return;
  for (const path7 of fresh) writer.makeDirectory(`${root}/${path7}`);
  if (!placed.isProved) state.unproven.add(topOf(placed.path));
}
function result(state) {
  if (state.current !== void 0) throw corrupt(state.current.path, "is not finished");
  if (!state.hasVersion || !state.hasGo) {
    throw failure("ARC.LAYOUT", { subject: "archive", evidence: { missing: state.hasVersion ? "bin/go" : "VERSION" } });
  }
  return {
    tree: state.hasher.result(),
    fileCount: state.hasher.count,
    sizeBytes: state.totalBytes,
    unproven: [...state.unproven].sort()
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
function topOf(path7) {
  const slash = path7.indexOf("/");
  return slash < 0 ? path7 : path7.slice(0, slash);
}
function corrupt(subject, problem) {
  return failure("ARC.CORRUPT", { subject, evidence: { problem } });
}
function tooLarge(subject, sizeBytes) {
  return failure("ARC.LIMIT", { subject, evidence: { bytes: sizeBytes, limit: LIMITS.unpackedBytes } });
}

// src/install/unpack.ts
var import_node_crypto7 = require("node:crypto");

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

// src/install/gunzip.ts
var import_node_zlib = require("node:zlib");

// src/install/archive-head.ts
var HEAD_BYTES = 64;
function notAnArchive(head, otherwise) {
  if (head.length === 0) return failure("ARC.TRUNCATED", { subject: "archive", evidence: { bytes: 0 } });
  const bytes = Buffer.from(head.subarray(0, HEAD_BYTES));
  const text = bytes.toString("utf8").replace(/^\uFEFF?\s*/u, "");
  if (/^<[!?a-z]/iu.test(text)) {
    const shown = text.replace(/[^\x20-\x7e]+/gu, " ").trim();
    return failure("HTTP.HTML", { subject: "archive", evidence: { "first characters": shown } });
  }
  return failure(otherwise, { subject: "archive", evidence: { "first bytes": bytes.subarray(0, 16).toString("hex") } });
}

// src/install/gunzip.ts
var CHUNK_BYTES = 512 * 1024;
var INPUT_BYTES = 256 * 1024;
var MAX_QUEUE = 4;
var MAX_OUTPUT_BYTES = LIMITS.unpackedBytes + LIMITS.entryCount * 1024;
async function gunzip(options, signal) {
  signal.throwIfAborted();
  const inflater = startInflater(options.consume, options.maxOutputBytes ?? MAX_OUTPUT_BYTES);
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
function startInflater(consume, maxOutputBytes) {
  let reject = () => void 0;
  const failed2 = new Promise((_resolve, rejectFailed) => {
    reject = rejectFailed;
  });
  const engine = (0, import_node_zlib.createGunzip)({ chunkSize: CHUNK_BYTES });
  const start2 = { isScheduled: false, hasEnded: false, hasFailed: false, inputBytes: 0, outputBytes: 0, wake: void 0 };
  const state = { engine, consume, maxOutputBytes, reject, queue: [], ...start2 };
  engine.on("data", (bytes) => take(state, bytes));
  engine.on("error", (error2) => fail(state, zlibFailure(error2)));
  engine.on("drain", () => wake(state));
  engine.on("end", () => {
    state.hasEnded = true;
    wake(state);
  });
  return {
    write: (bytes) => write2(state, bytes),
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
  const bytes = state.queue.shift();
  try {
    if (bytes !== void 0) state.consume(bytes);
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
async function write2(state, bytes) {
  state.inputBytes += bytes.length;
  if (state.hasEnded) throw corruptGzip("more bytes after the end");
  if (state.hasFailed || state.engine.write(bytes)) return;
  while (state.engine.writableNeedDrain && !state.hasEnded && !state.hasFailed) await turn(state);
}
async function finish(state) {
  state.engine.end();
  while (!state.hasFailed && !(state.hasEnded && state.queue.length === 0 && !state.isScheduled)) await turn(state);
  if (state.hasFailed || state.engine.bytesWritten === state.inputBytes) return;
  throw corruptGzip(`${state.inputBytes - state.engine.bytesWritten} bytes after the end`);
}
function turn(state) {
  return new Promise((resolve7) => {
    state.wake = resolve7;
  });
}
function wake(state) {
  const resolve7 = state.wake;
  state.wake = void 0;
  resolve7?.();
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

// src/install/tar-header.ts
var BLOCK_BYTES = 512;
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

// src/install/pax.ts
var IGNORED = /* @__PURE__ */ new Set(["mtime", "atime", "ctime", "comment", "uid", "gid", "uname", "gname"]);
var IGNORED_PREFIX = /^(?:SCHILY\.(?:xattr|acl)\..*|SCHILY\.(?:dev|ino|nlink|fflags)|LIBARCHIVE\..*)$/u;
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
  const text = value.toString("latin1");
  if (!/^[0-9]{1,15}$/u.test(text)) throw corruptTar("pax size");
  return Number(text);
}

// src/install/tar.ts
function createTarReader(sink) {
  const partial = Buffer.alloc(BLOCK_BYTES);
  const start2 = { left: 0, padding: 0, metadata: void 0, pending: void 0, zeroBlocks: 0, partialBytes: 0 };
  const state = { sink, partial, ...start2 };
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
  const path7 = decodeName(state.pending?.name ?? header.name);
  const sizeBytes = state.pending?.sizeBytes ?? header.sizeBytes;
  state.pending = void 0;
  if (header.type === "5") {
    if (sizeBytes !== 0) throw corruptTar("a directory with content");
    state.sink.directory(path7.endsWith("/") ? path7.slice(0, -1) : path7);
  } else if (header.type === "0") {
    state.sink.begin({ path: path7, sizeBytes, mtimeSeconds: header.mtimeSeconds });
    expectContent(state, sizeBytes);
    if (sizeBytes === 0) state.sink.end();
  } else {
    throw failure("ARC.TYPE", { subject: path7.slice(0, 200), evidence: { type: JSON.stringify(header.type) } });
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

// src/install/zip.ts
var import_node_zlib2 = require("node:zlib");

// src/install/zip-directory.ts
var END_BYTES = 22;
var RECORD_BYTES = 46;
var END_SIGNATURE = 101010256;
var RECORD_SIGNATURE = 33639248;
var FLAG_DESCRIPTOR = 8;
var FLAG_UTF8 = 2048;
var ALLOWED_FLAGS = FLAG_DESCRIPTOR | FLAG_UTF8 | 6;
var METHOD_STORED = 0;
var METHOD_DEFLATED = 8;
var MAX_RATIO = 1033;
var REFUSED_EXTRA = [1, 28789];
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
  const isDirectory2 = fullName.endsWith("/");
  const entry = {
    name: isDirectory2 ? fullName.slice(0, -1) : fullName,
    nameBytes,
    isDirectory: isDirectory2,
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

// src/install/zip.ts
var TAIL_BYTES = 2 * 1024 * 1024;
var LOCAL_BYTES = 30;
var LOCAL_SIGNATURE = 67324752;
var DESCRIPTOR_SIGNATURE = 134695760;
var MAX_CHUNK_BYTES = 8 * 1024 * 1024;
async function readZipTail(bytes) {
  let tail = await bytes.tail(TAIL_BYTES);
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
async function readZipBody(body, tail, sink) {
  const { entries: entries3, end: end2 } = tail;
  const spans = entries3.map((entry, i) => (entries3[i + 1]?.offset ?? end2.directoryStart) - entry.offset);
  if ((entries3[0]?.offset ?? end2.directoryStart) !== 0) throw corruptZip("bytes before the first entry");
  let next = 0;
  let parts = [];
  let gathered = 0;
  for await (const chunk of body) {
    let at = 0;
    while (at < chunk.length) {
      const span = spans[next] ?? 0;
      const entry = entries3[next];
      if (entry === void 0) throw corruptZip("more bytes than the directory says");
      const taken = Math.min(span - gathered, chunk.length - at);
      parts.push(asBuffer(chunk).subarray(at, at + taken));
      at += taken;
      gathered += taken;
      if (gathered < span) break;
      const whole = parts.length === 1 ? parts[0] : Buffer.concat(parts, span);
      unpackEntry(whole ?? Buffer.alloc(0), entry, sink);
      parts = [];
      gathered = 0;
      next++;
    }
  }
  if (next < entries3.length) throw corruptZip("fewer bytes than the directory says");
}
function unpackEntry(span, entry, sink) {
  const dataAt = checkLocalHeader(span, entry);
  const compressed = span.subarray(dataAt, dataAt + entry.compressedBytes);
  if (compressed.length !== entry.compressedBytes) throw corruptZip("entries overlap");
  checkDescriptor(span.subarray(dataAt + entry.compressedBytes), entry);
  const content2 = entry.method === METHOD_STORED ? compressed : inflate(compressed, entry);
  if ((0, import_node_zlib2.crc32)(content2) !== entry.crc32) throw corruptZip(`CRC-32 of ${entry.name}`);
  if (entry.isDirectory) {
    sink.directory(entry.name);
    return;
  }
  sink.begin({ path: entry.name, sizeBytes: entry.sizeBytes });
  if (content2.length > 0) sink.data(content2, 0, content2.length);
  sink.end();
}
function checkLocalHeader(span, entry) {
  if (span.length < LOCAL_BYTES || span.readUInt32LE(0) !== LOCAL_SIGNATURE) throw corruptZip("local header");
  const nameEnd = LOCAL_BYTES + span.readUInt16LE(26);
  const dataAt = nameEnd + span.readUInt16LE(28);
  if (dataAt > span.length) throw corruptZip("local header");
  checkExtra(span.subarray(nameEnd, dataAt));
  const isSame = span.readUInt16LE(6) === entry.flags && span.readUInt16LE(8) === entry.method && span.subarray(LOCAL_BYTES, nameEnd).equals(entry.nameBytes) && isDeclared(entry, span.readUInt32LE(14), entry.crc32) && isDeclared(entry, span.readUInt32LE(18), entry.compressedBytes) && isDeclared(entry, span.readUInt32LE(22), entry.sizeBytes);
  if (!isSame) throw corruptZip(`the two headers of ${entry.name} differ`);
  return dataAt;
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
function inflate(compressed, entry) {
  const chunkSize = Math.min(Math.max(entry.sizeBytes, 64), MAX_CHUNK_BYTES);
  try {
    const inflated = (0, import_node_zlib2.inflateRawSync)(compressed, {
      chunkSize,
      maxOutputLength: Math.max(entry.sizeBytes, 1),
      info: true
    });
    const { buffer, engine } = inflated;
    if (buffer.length === entry.sizeBytes && engine.bytesWritten === compressed.length) return buffer;
  } catch (error2) {
    throw corruptZip(`deflate data of ${entry.name}`, error2);
  }
  throw corruptZip(`size of ${entry.name}`);
}
function asBuffer(bytes) {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// src/install/unpack.ts
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
async function unpackTarGz({ bytes, sink }, count, signal) {
  const tar = createTarReader(sink);
  await gunzip({ source: bytes.stream(), onInput: count, consume: (piece) => tar.push(piece) }, signal);
  tar.end();
}
async function unpackZip(options, count, signal) {
  const { bytes, sink } = options;
  const tail = await readZipTail(bytes);
  if (tail !== void 0) {
    await readZipBody(zipBody({ bytes, tail, count }, signal), tail, sink);
    count(tail.data.subarray(tail.end.directoryStart - tail.start));
    return;
  }
  try {
    await spool(options, count, signal);
    const local = spooledBytes(options);
    const spooledTail = await readZipTail(local);
    if (spooledTail === void 0) throw failure("FS.NOT_FOUND", { subject: options.spoolPath });
    await readZipBody(zipBody({ bytes: local, tail: spooledTail, count: void 0 }, signal), spooledTail, sink);
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
      const start2 = Math.max(0, stat3.sizeBytes - bytes);
      return { start: start2, data: await files.readRange(spoolPath, start2, stat3.sizeBytes), sizeBytes: stat3.sizeBytes };
    },
    stream: () => files.stream(spoolPath)
  };
}

// src/steps/attempt.ts
async function attemptCandidate(context, work, signal) {
  const { machine } = context;
  const { candidate, place, proofs } = work;
  const unprovable = new AbortController();
  const proofsFound = proofs.ofArchive(candidate);
  proofsFound.catch((error2) => unprovable.abort(error2));
  const writeUnproven = await proofs.ofFile(candidate) !== void 0;
  const stage = await createStage(place, machine);
  try {
    const name = moduleName(work.version, context.platform);
    const sink = createTreeSink({
      writer: machine.files.tree,
      directory: stage.root,
      layout: candidate.layout,
      moduleName: name,
      writeUnproven
    });
    const measured = await download(context, { ...work, sink, stage }, AbortSignal.any([signal, unprovable.signal]));
    const verdict = judge(measuredArchive(measured), await proofsFound);
    if (verdict.accepted === void 0) throw new Failure([verdict.refused]);
    if (!verdict.keepUnprovenFiles) sink.dropUnproven();
    return { stage, proof: verdict.accepted, archiveBytes: measured.archiveBytes, tree: measured.tree };
  } catch (error2) {
    await machine.files.remove(stage.directory);
    throw error2;
  }
}
async function download(context, work, signal) {
  const { files } = context.machine;
  const archive = await open3(context, work, signal);
  try {
    const { format } = work.candidate;
    return await unpack({ bytes: archive, format, sink: work.sink, files, spoolPath: work.stage.spoolPath }, signal);
  } finally {
    archive.close();
  }
}
async function open3(context, { candidate, attempt, onBytes }, signal) {
  const { emit, machine } = context;
  if (candidate.url.startsWith("file:")) return openLocalArchive({ files: machine.files, path: (0, import_node_url.fileURLToPath)(candidate.url) });
  let size;
  let lastMs = machine.clock.monotonic();
  return openArchive(
    {
      wire: machine,
      candidate,
      onAnswer: ({ sizeBytes, facts }) => {
        size ??= sizeBytes;
        emit({ type: "attempt-answered", attempt, facts, ...size === void 0 ? {} : { sizeBytes: size } });
      },
      onBytes: (bytes) => {
        onBytes(bytes);
        const nowMs = machine.clock.monotonic();
        if (nowMs - lastMs < LIMITS.progressMs) return;
        lastMs = nowMs;
        emit({ type: "attempt-progress", attempt, bytes, ...size === void 0 ? {} : { sizeBytes: size } });
      }
    },
    signal
  );
}
function measuredArchive(unpacked) {
  const { tree, sha256, fileCount, archiveBytes } = unpacked;
  return { tree, sha256, fileCount, sizeBytes: archiveBytes };
}

// src/steps/acquire.ts
async function acquire(context, work, signal) {
  const { clock } = context.machine;
  const all = [];
  let { candidates } = work;
  for (let round = 1; ; round += 1) {
    const outcome = await askInTurn(context, { ...work, candidates }, signal);
    if (!(outcome instanceof Map)) return outcome;
    all.push(...outcome.values());
    const pauseMs = backoffMs(round, [...outcome.values()], randomFraction(context));
    if (pauseMs === void 0) return { findings: all };
    await clock.sleep(pauseMs, signal);
    candidates = [...outcome].filter(([, reason]) => isTemporary(reason)).map(([candidate]) => candidate);
  }
}
async function askInTurn(context, work, signal) {
  const reasons = /* @__PURE__ */ new Map();
  for (const candidate of work.candidates) {
    const outcome = await observed(context, { ...work, candidate }, signal);
    if (!(outcome instanceof Failure)) return outcome;
    if (isOwnFault(outcome.code)) throw outcome;
    reasons.set(candidate, outcome.finding);
  }
  return reasons;
}
function ofSource(failure2, sourceId) {
  const { subject, evidence } = failure2.finding;
  if (subject === sourceId) return failure2;
  const finding2 = { ...failure2.finding, subject: sourceId, evidence: [{ name: "at", value: subject }, ...evidence] };
  return new Failure([finding2], failure2);
}
function randomFraction({ machine }) {
  return Number.parseInt(machine.randomName().slice(0, 4), 16) / 65535 || 0;
}
async function observed(context, work, signal) {
  const { candidate } = work;
  const attempt = work.nextAttempt();
  let bytes = 0;
  const onBytes = (receivedBytes) => {
    bytes = receivedBytes;
  };
  context.emit({ type: "attempt-started", attempt, source: candidate.sourceId, url: redactUrl(candidate.url) });
  try {
    const staged = await attemptCandidate(context, { ...work, attempt, onBytes }, signal);
    context.emit({ type: "attempt-ended", attempt, end: "won", bytes: staged.archiveBytes });
    return staged;
  } catch (error2) {
    signal.throwIfAborted();
    if (!(error2 instanceof Failure)) throw error2;
    const reason = ofSource(error2, candidate.sourceId);
    context.emit({ type: "attempt-ended", attempt, end: "failed", bytes, finding: reason.finding });
    return reason;
  }
}

// src/steps/private-entry.ts
async function findPrivate(context, wanted, signal) {
  for (const { build, place } of await entries2(context, wanted.base)) {
    if (!isWanted(build, wanted.spec)) continue;
    const proof = await proveEntry(context, place, signal);
    if (proof === void 0) continue;
    context.emit({ type: "proved", proof });
    const name = privateVersionText(build);
    return { version: build.version, name, root: place.root, from: "tool-cache", place };
  }
  return void 0;
}
async function entries2({ machine, destination, platform: platform4 }, base) {
  if (destination !== void 0) {
    const place = destinationPlace(destination);
    const build = parsePrivateVersion((await findEntry(place, machine.files))?.versionLine?.trim() ?? "");
    return build === void 0 ? [] : [{ build, place }];
  }
  const tool = privateTool(base);
  const toolCache = machine.toolCache.directory;
  return machine.toolCache.versions(tool, platform4.cacheArch).flatMap((name) => parsePrivateVersion(name) ?? []).sort((a, b) => compareVersions(b.version, a.version) || bySuffix(b.suffix, a.suffix)).map((build) => ({ build, place: toolPlace({ toolCache, tool, name: privateVersionName(build), platform: platform4 }) }));
}
function bySuffix(a, b) {
  return a.localeCompare(b, "en", { numeric: true });
}
function isWanted(build, spec) {
  const text = spec.text.replace(/^(?:go|v)/u, "");
  if (text === privateVersionText(build) || text === privateVersionName(build)) return true;
  const isNamed = spec.kind === "exact" && build.suffix !== "";
  return !isNamed && spec.kind !== "alias" && matching(spec, [{ version: build.version, stable: true }]).length > 0;
}
async function proveEntry({ machine, inputs, emit }, place, signal) {
  const entry = await findEntry(place, machine.files);
  const record = entry?.receipt === void 0 ? void 0 : readPrivateRecord(entry.receipt);
  const pin = inputs.checksum;
  if (record === void 0 || pin?.kind === "sha256" || pin === void 0 && inputs.verification !== "source") return void 0;
  const { moduleName: moduleName2, tree, root } = record;
  const reader = machine.files.tree;
  const found = await hashInstalledTree({ reader, root: place.root, moduleName: moduleName2 }, signal);
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

// src/steps/resolve.ts
var import_node_url2 = require("node:url");

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

// src/acquire/release-index.ts
async function readReleaseIndex(request3, signal) {
  const fileLists = (request3.fileLists ?? []).map((list) => ({ ...list, isComplete: false }));
  const outcomes = await readAll(request3, signal);
  const lists = [...fileLists];
  const failures = [];
  const silent = /* @__PURE__ */ new Set();
  for (const outcome of outcomes) {
    if ("releases" in outcome) lists.push(outcome);
    else {
      failures.push(outcome.finding);
      if (!hasAnswered(outcome.finding.code)) silent.add(outcome.source);
    }
  }
  const tables = request3.table === void 0 ? [] : [{ source: "table", isComplete: false, releases: request3.table }];
  return {
    releases: uniteReleases([...lists, ...tables]),
    answered: lists.map((list) => list.source),
    failures,
    silent,
    warnings: lists.length === 0 && failures.length > 0 && tables.length > 0 ? [tableAlone(failures)] : [],
    isComplete: lists.some((list) => list.isComplete)
  };
}
async function readAll(request3, signal) {
  const enough = new AbortController();
  const settled = new AbortController();
  const { clock } = request3.wire;
  let grace;
  const readings = fetchable(request3.sources).map(async ({ source, listing }) => {
    const outcome = await readOne({ request: request3, source, listing, enough: enough.signal }, signal);
    if ("releases" in outcome)
      grace ??= clock.sleep(LIMITS.listingGraceMs, settled.signal).then(() => enough.abort(), ignoreAbort);
    return outcome;
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
  const limits = { phases: METADATA_PHASES, maxBytes: LIMITS.listingBytes, totalMs: LIMITS.metadataBodyMs };
  const answer = await fetchBytes(wire, { url, ...authorization === void 0 ? {} : { authorization }, ...limits }, signal);
  return listing.parse(answer.bytes);
}
function hasAnswered(code) {
  return /^(?:HTTP|LIST)\./u.test(code) && code !== "HTTP.TTFB_STALL" && code !== "HTTP.EMPTY";
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
function tableAlone(failures) {
  return finding("LIST.UNAVAILABLE", {
    subject: "table",
    severity: "warning",
    evidence: {
      reason: "no list could be read, so the table that is shipped answers: newer releases are not known",
      "lists that failed": failures.map((failure2) => `${failure2.subject} (${failure2.code})`).join(", ")
    }
  });
}

// src/acquire/patch-probe.ts
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
  const [two, one2] = [2, 1].map((step3) => ({ ...version, patch: version.patch + step3 }));
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
  const exists2 = async (version2, until) => {
    const answers = await Promise.all(probing.map((source) => confirms({ ...request3, source, version: version2, outer: signal }, until)));
    const ids = probing.filter((_, index2) => answers[index2] === true).map((source) => source.id);
    confirmedBy.set(versionText(version2), ids);
    return ids.length > 0;
  };
  const version = await probeNewerPatch({ newest: newest2.version, clock: request3.wire.clock, exists: exists2 }, signal);
  if (sameVersion(version, newest2.version)) return [];
  const learntFrom = [...confirmedBy.get(versionText(version)) ?? []].sort();
  return [{ version, stable: true, files: [], learntFrom, isComplete: false }];
}
async function confirms(question, signal) {
  const { wire, source, version, platform: platform4, outer } = question;
  const probe = source.probe?.(version, platform4);
  if (probe === void 0 || !/^https?:/iu.test(probe.url)) return false;
  const { url, authorization } = probe;
  const limits = { phases: METADATA_PHASES, maxBytes: LIMITS.sumdbAnswerBytes, totalMs: LIMITS.metadataBodyMs };
  try {
    const answer = await fetchBytes(wire, { url, ...authorization === void 0 ? {} : { authorization }, ...limits }, signal);
    return probe.confirms(answer.bytes);
  } catch (error2) {
    outer.throwIfAborted();
    if (error2 instanceof Failure || signal.aborted) return false;
    throw error2;
  }
}

// src/steps/request.ts
var import_node_path11 = require("node:path");

// src/domain/gomod.ts
function readGoMod(text) {
  const found = { go: void 0, toolchain: void 0 };
  let inBlock = false;
  for (const [index, raw] of text.split("\n").entries()) {
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
  const text = /^go(\d[^\s\\/-]*)(?:[ \t-][^\\/]*)?$/u.exec(name)?.[1];
  return text !== void 0 && parseGoVersion(text) !== void 0 ? text : void 0;
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
function readToolVersions(text) {
  for (const [index, raw] of text.split("\n").entries()) {
    const [name, ...versions] = raw.replace(/#.*$/su, "").trim().split(/\s+/u);
    if (name === void 0 || !GO_NAMES.includes(name)) continue;
    return { versions: versions.slice(0, MOST_VERSIONS).map(plainVersion), line: index + 1 };
  }
  return void 0;
}
function readMiseToml(text) {
  return readToml(text, (path7) => {
    const name = path7[1] ?? "";
    if (path7[0] !== "tools" || !GO_NAMES.includes(name)) return false;
    return path7.length === 2 || path7.length === 3 && path7[2] === "version";
  });
}
function readPrototools(text) {
  return readToml(text, (path7) => path7.length === 1 && path7[0] === "go");
}
function readToml(text, isWanted2) {
  let table2 = [];
  let openString;
  for (const [index, raw] of text.split("\n").entries()) {
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
    const pair = /^((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=\s*(.*)$/u.exec(line2);
    if (pair === null) continue;
    const [, key = "", value = ""] = pair;
    if (isWanted2([...table2, ...keyPath(key)])) return { versions: tomlVersions(value), line: index + 1 };
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
function plainVersion(text) {
  return text.trim().replace(/^(?:latest|prefix):/u, "");
}

// src/domain/version-spec.ts
var import_valid = __toESM(require_valid2(), 1);
var LINE_FORM = /^(?:go|v)?(0|[1-9]\d{0,3})(?:\.(0|[1-9]\d{0,3}))?$/u;
var LONGEST2 = 256;
function parseSpec(request3) {
  const text = request3.trim();
  if (text === "" || text.length > LONGEST2) return void 0;
  if (text === "stable" || text === "oldstable" || text === "latest") return { kind: "alias", text, alias: text };
  const line2 = LINE_FORM.exec(text);
  if (line2 !== null) {
    return { kind: "minor", text, major: Number(line2[1]), minor: line2[2] === void 0 ? void 0 : Number(line2[2]) };
  }
  const version = parseGoVersion(text);
  if (version !== void 0 && isComplete(text)) return { kind: "exact", text, version };
  const range = (0, import_valid.default)(inSemverSpelling(text));
  return range === null ? void 0 : { kind: "range", text, range };
}
function inSemverSpelling(text) {
  return text.replace(/(?<![a-z0-9.-])go(?=\d)/gu, "").replace(
    /(?<![\w.-])(\d+\.\d+)(\.\d+)?(beta|rc)(\d+)(?![\w.-])/gu,
    (_, line2, patch, kind, number) => `${line2}${patch ?? ".0"}-${kind}.${number}`
  );
}

// src/domain/version-file.ts
function readVersionFile(file) {
  const text = file.text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n");
  const noise = text.split("\n").findIndex((line2) => /[\0\uFFFD]/u.test(line2));
  if (noise !== -1) return refuse(file, { line: noise + 1, reason: "the file is not UTF-8 text" });
  const marker = text.split("\n").findIndex((line2) => /^(?:<{7}|>{7})(?: |$)/u.test(line2));
  if (marker !== -1) return refuse(file, { line: marker + 1, reason: "a merge conflict is not resolved" });
  const name = file.path.split(/[\\/]/u).at(-1) ?? "";
  if (name.endsWith(".mod") || name === "go.work") return fromGoMod(file, text);
  if (name === ".go-version") return fromFirstLine(file, text);
  if (name === ".tool-versions") return fromTool(file, readToolVersions(text));
  if (/^\.?mise(?:\.[\w-]+)*\.toml$/u.test(name)) return fromTool(file, readMiseToml(text));
  if (name === ".prototools") return fromTool(file, readPrototools(text));
  return fromWhole(file, text);
}
function fromGoMod(file, text) {
  const { go, toolchain } = readGoMod(text);
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
function fromFirstLine(file, text) {
  for (const [index, line2] of text.split("\n").entries()) {
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
function fromWhole(file, text) {
  const before = /^\s*/u.exec(text)?.[0] ?? "";
  return fromText(file, { text: text.trim(), line: before.split("\n").length });
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
async function readRequest(setting) {
  const { rawInputs, workspace } = setting;
  const version = rawInputs["go-version"]?.trim();
  const file = rawInputs["go-version-file"]?.trim();
  if (version) {
    const spec = parseSpec(version);
    const warnings = file ? [ignoredFile(file)] : [];
    return spec && { spec, origin: { kind: "input" }, isGoLine: false, warnings };
  }
  if (file) return fromFile(setting, { path: (0, import_node_path11.resolve)(workspace, file), kind: "file" });
  const found = await nearestModuleFile(setting);
  return found === void 0 ? void 0 : fromFile(setting, { path: found, kind: "default" });
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
async function nearestModuleFile(setting) {
  const { files } = setting;
  const top = (0, import_node_path11.resolve)(setting.workspace);
  const start2 = await workingDirectory(setting);
  const isInside = isBelow(top, start2);
  for (let directory2 = start2; ; directory2 = (0, import_node_path11.dirname)(directory2)) {
    for (const name of DEFAULT_FILES) {
      const path7 = (0, import_node_path11.join)(directory2, name);
      if ((await files.stat(path7))?.kind === "file") return path7;
    }
    if (!isInside || directory2 === top) return void 0;
  }
}
async function workingDirectory({ files, rawInputs, workspace, host }) {
  const got = rawInputs["working-directory"]?.trim() || ".";
  const path7 = (0, import_node_path11.resolve)(workspace, got);
  if (path7 === (0, import_node_path11.resolve)(workspace)) return path7;
  const mustBeInside = host.kind !== "terminal";
  const kind = (await files.stat(path7))?.kind;
  const isDirectory2 = kind === "directory" || kind === "symlink";
  if (isDirectory2 && (isBelow(workspace, path7) || !mustBeInside)) return path7;
  throw failure("INPUT.INVALID", {
    subject: "working-directory",
    evidence: {
      got: got.slice(0, 200),
      reason: isDirectory2 ? "it is outside of the workspace" : "there is no such directory",
      accepted: mustBeInside ? "a directory of the workspace, relative to it" : "a directory"
    }
  });
}
function isBelow(parent, path7) {
  const way = (0, import_node_path11.relative)(parent, path7);
  return way === "" || !(0, import_node_path11.isAbsolute)(way) && way.split(/[\\/]/u)[0] !== "..";
}
async function fromFile({ files, env, workspace }, { path: path7, kind }) {
  const shown = (0, import_node_path11.relative)(workspace, path7) || path7;
  const text = await readText(files, { path: path7, shown });
  const read2 = readVersionFile({ path: shown, text, gotoolchain: userGotoolchain(env) });
  if ("finding" in read2) throw new Failure([read2.finding]);
  return { spec: read2.spec, origin: { kind, file: shown, line: read2.line }, isGoLine: read2.directive === "go" };
}
async function readText(files, { path: path7, shown }) {
  try {
    return (await files.read(path7, LIMITS.versionFileBytes)).toString("utf8");
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
    announce(context, chooseReleases(choiceOf(context, wanted.request), index));
  });
}
async function resolveRequest(context, { request: request3, sources }, signal) {
  return inPhase(context, "resolve", async () => {
    const isExact = request3.spec.kind === "exact";
    const resolution = await (isExact ? resolveVersion({ ...noLists(context), ...choiceOf(context, request3) }, signal) : resolveByLists(context, { request: request3, sources }, signal));
    announce(context, resolution);
    return { candidates: resolution.candidates, silent: resolution.index?.silent ?? /* @__PURE__ */ new Set() };
  });
}
var UNLISTED = ["VERSION.NO_SOURCE", "VERSION.UNKNOWN"];
async function resolveByLists(context, { request: request3, sources }, signal) {
  const own = { ...await indexRequest(context, sources), ...choiceOf(context, request3) };
  const isForeign = sources.archives.some(({ kind }) => kind !== "custom" && kind !== "file");
  if (isForeign || sources.archives.length === 0 || context.inputs.offline) return resolveVersion(own, signal);
  try {
    return await resolveVersion({ ...own, table: void 0 }, signal);
  } catch (error2) {
    if (!(error2 instanceof Failure) || !UNLISTED.includes(error2.code)) throw error2;
    return resolveVersion({ ...own, sources: sources.lists }, signal).catch((second) => {
      const isSilent = second instanceof Failure && second.code === "VERSION.NO_SOURCE" && error2.code === "VERSION.UNKNOWN";
      throw isSilent && !signal.aborted ? error2 : second;
    });
  }
}
function announce({ emit, platform: platform4 }, { candidates, warnings }) {
  for (const finding2 of warnings) emit({ type: "finding", finding: finding2 });
  const [{ version, learntFrom }] = candidates;
  emit({
    type: "resolved",
    version: versionText(version),
    platform: platformText(platformOfRelease(platform4, version)),
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
async function indexRequest(context, sources) {
  const { machine, emit, inputs } = context;
  const table2 = await context.releaseTable();
  return {
    wire: machine,
    sources: inputs.offline ? [] : sources.archives,
    table: table2 === void 0 ? void 0 : releasesOf(table2),
    fileLists: await readDirectories(context, sources.archives),
    emit
  };
}
function releasesOf(table2) {
  return table2.knownVersions.map((version) => ({ version, stable: version.prerelease === void 0, files: table2.files(version) }));
}
async function readDirectories({ machine, inputs }, sources) {
  const directories = inputs.sources.filter((spec) => spec.kind === "base" && spec.url.startsWith("file:"));
  const ids = sources.filter(({ kind }) => kind === "file").map(({ id }) => id);
  return Promise.all(
    directories.map(async (spec, index) => {
      const names = spec.kind === "base" ? await machine.files.list((0, import_node_url2.fileURLToPath)(spec.url)) : [];
      return { source: ids[index] ?? "file", releases: listFileDirectory(names) };
    })
  );
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
async function whatIsMissing({ place, files, archiveBytes }) {
  const free = await files.freeSpace(place.parent);
  if (free === void 0) return [];
  const neededBytes = archiveBytes === void 0 ? LIMITS.freeSpaceBytes : archiveBytes * LIMITS.freeSpaceFactor;
  if (free.bytes < neededBytes) {
    return [
      finding("FS.NO_SPACE", { subject: place.parent, evidence: { "bytes needed": neededBytes, "bytes free": free.bytes } })
    ];
  }
  if (free.inodes !== void 0 && free.inodes < LIMITS.freeInodes) {
    return [
      finding("FS.NO_SPACE", {
        subject: place.parent,
        evidence: { "inodes needed": LIMITS.freeInodes, "inodes free": free.inodes }
      })
    ];
  }
  return [];
}

// src/install/lock.ts
var import_node_path12 = require("node:path");
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
  const { clock, process: process2 } = options;
  const token = options.randomName();
  const text = JSON.stringify({ pid: process2.pid, hostname: process2.hostname, token });
  const watch = createWatch(options);
  const deadline = clock.monotonic() + options.waitMs;
  let isAnnounced = false;
  for (; ; ) {
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
    await clock.sleep(LIMITS.lockPollMs, signal);
  }
}
async function writeLock({ files, path: path7 }, text) {
  try {
    return await files.write(path7, text, { exclusive: true });
  } catch (error2) {
    if (!(error2 instanceof Failure) || error2.code !== "FS.NOT_FOUND") throw error2;
    await files.makeDirectory((0, import_node_path12.dirname)(path7));
    return false;
  }
}
async function readLock({ files, path: path7 }) {
  const stat3 = await files.stat(path7);
  if (stat3 === void 0) return void 0;
  let text = "";
  try {
    text = (await files.read(path7, LOCK_BYTES)).toString("utf8");
  } catch (error2) {
    if (error2 instanceof Failure && error2.code === "FS.NOT_FOUND") return void 0;
    throw error2;
  }
  const owner = parseOwner(text);
  const token = /"token":"([\w-]{1,64})"/u.exec(text)?.[1] ?? "unknown";
  return { token, pid: owner?.pid ?? 0, hostname: owner?.hostname ?? "", mtimeMs: stat3.mtimeMs };
}
function createWatch({ clock, process: process2 }) {
  let seen;
  let sinceMs = 0;
  return {
    isStale(held) {
      if (seen === void 0 || seen.token !== held.token || seen.mtimeMs !== held.mtimeMs) {
        seen = held;
        sinceMs = clock.monotonic();
      }
      const unchangedMs = clock.monotonic() - sinceMs;
      const ageMs = clock.now() - held.mtimeMs;
      const isDead = held.pid > 0 && held.hostname === process2.hostname && !process2.isAlive(held.pid);
      if (isDead && ageMs >= LIMITS.lockDeadOwnerMs) return true;
      return unchangedMs >= LIMITS.lockStaleMs || ageMs >= LIMITS.lockStaleMs && unchangedMs >= LIMITS.lockDeadOwnerMs;
    }
  };
}
async function breakLock(options, held) {
  const { files, path: path7, clock } = options;
  const claim = `${path7}.break-${held.token}`;
  if (!await files.write(claim, "", { exclusive: true })) {
    const stat3 = await files.stat(claim);
    if (stat3 !== void 0 && clock.now() - stat3.mtimeMs > LIMITS.lockStaleMs) await files.remove(claim);
    await clock.sleep(LIMITS.lockPollMs);
    return;
  }
  try {
    const now = await readLock(options);
    if (now?.token === held.token && now.mtimeMs === held.mtimeMs) await files.remove(path7);
  } finally {
    await files.remove(claim);
  }
}
async function beat(options, token, stop2) {
  const { files, clock, path: path7 } = options;
  while (!stop2.aborted) {
    try {
      await clock.sleep(LIMITS.lockHeartbeatMs, stop2);
    } catch {
      return;
    }
    try {
      if ((await readLock(options))?.token !== token) return;
      await files.touch(path7);
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
function timedOut({ path: path7, waitMs }, held) {
  const evidence = { file: path7, holder: holderText(held), "waited ms": waitMs };
  const fixes = [
    { title: "If nothing is being installed, remove the lock", kind: "command", text: `rm ${path7}`, risk: "low" }
  ];
  return failure("FS.LOCK_TIMEOUT", { subject: path7, evidence, fixes });
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

// src/steps/private-build.ts
async function provideFloating(context, { request: request3, base }, signal) {
  const { inputs, platform: platform4 } = context;
  if (inputs.verification === "strict" && inputs.checksum === void 0) throw unvouched(base);
  const written = writtenVersion(request3.spec);
  if (written === void 0) throw noList(base, request3);
  const standing = await findPrivate(context, { base, spec: request3.spec }, signal);
  if (standing !== void 0) return standing;
  if (inputs.offline) throw failure("OFFLINE.NOT_FOUND", { subject: request3.spec.text, evidence: { source: redactUrl(base) } });
  const candidate = floatingCandidate({ base, token: inputs.sourceToken }, written, platform4);
  const version = parsePrivateVersion(written)?.version ?? { major: 0, minor: 0, patch: 0 };
  for (const finding2 of aboveMinimum(choiceOf(context, request3), [{ version }]).warnings)
    context.emit({ type: "finding", finding: finding2 });
  const outcome = await provideBuild(context, { base, candidates: [candidate], version, nextAttempt: () => 1 }, signal);
  if ("root" in outcome) return outcome;
  const [first, ...rest] = outcome.findings;
  throw first === void 0 ? new Error("an attempt failed without a finding") : new Failure([first, ...rest]);
}
function ownBase({ sources, verification, checksum }) {
  return verification === "source" && checksum === void 0 ? onlyBase(sources) : void 0;
}
async function provideBuild(context, build, signal) {
  const place = placeOf(context, build.base, versionSemver(build.version));
  const work = () => installBuild(context, { ...build, place }, signal);
  return underLock(context, { place, work }, signal);
}
function placeOf({ destination, machine, platform: platform4 }, base, name) {
  if (destination !== void 0) return destinationPlace(destination);
  return toolPlace({ toolCache: machine.toolCache.directory, tool: privateTool(base), name, platform: platform4 });
}
async function installBuild(context, build, signal) {
  const { machine } = context;
  await sweepStaging(build.place, machine);
  const proofs = privateProofs(context, signal);
  const staged = await acquire(context, { ...build, proofs }, signal);
  if ("findings" in staged) return { findings: staged.findings, exists: false };
  try {
    return await publishBuild(context, { ...build, staged });
  } catch (error2) {
    await machine.files.remove(staged.stage.directory).catch(() => void 0);
    throw error2;
  }
}
async function publishBuild(context, build) {
  const { machine, platform: platform4, emit } = context;
  const { staged } = build;
  const real = await readVersion(context, staged.stage.root);
  const place = placeOf(context, build.base, privateVersionName(real));
  await machine.files.makeDirectory(place.parent);
  const { proof, stage } = staged;
  const record = { moduleName: moduleName(build.version, platform4), tree: staged.tree, root: proof.root };
  const randomName = () => machine.randomName();
  await publish({ place, stage, files: machine.files, randomName, receipt: makePrivateRecord(record), replace: true });
  emit({ type: "proved", proof });
  const name = privateVersionText(real);
  if (name !== versionText(build.version)) {
    emit({ type: "resolved", version: name, platform: platformText(platform4), learntFrom: ["VERSION"] });
  }
  return { version: real.version, name, root: place.root, from: "download", place };
}
var VERSION_BYTES2 = 4096;
async function readVersion({ machine }, root) {
  const text = (await machine.files.read((0, import_node_path13.join)(root, "VERSION"), VERSION_BYTES2)).toString("utf8");
  const [line2 = ""] = text.split(/\r?\n/u);
  const read2 = parsePrivateVersion(line2.trim());
  if (read2 !== void 0) return read2;
  throw failure("ARC.LAYOUT", { subject: "VERSION", evidence: { "first line": line2.slice(0, 100) } });
}
function privateProofs(context, signal) {
  const pin = context.inputs.checksum;
  const listed = /* @__PURE__ */ new Map();
  const listedOf = (candidate) => {
    const known = listed.get(candidate.url) ?? once(() => listedExpectation(context, candidate, signal));
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
      const message = "The source lists no checksum of this build (<file>.sha256 over https)";
      throw failure("VER.NO_PROOF", { subject: candidate.sourceId, message, fixes: [PIN_IT] });
    },
    ofInstalled: async () => {
      throw failure("VER.NO_PROOF", { subject: "private build" });
    },
    receipt: async () => void 0
  };
}
async function touchArchive(context, candidate, signal) {
  const archive = await openArchive({ wire: context.machine, candidate }, signal);
  try {
    for await (const chunk of archive.stream()) if (chunk.length > 0) break;
  } finally {
    archive.close();
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

// src/install/drive.ts
function isHosted(env) {
  if (env["RUNNER_ENVIRONMENT"] !== void 0) return env["RUNNER_ENVIRONMENT"] === "github-hosted";
  return env["AGENT_ISSELFHOSTED"] === "0";
}
async function homeOf(place, machine) {
  const { files, env, os: os7 } = machine;
  if (os7 !== "win32" || files.link === void 0 || !isHosted(env) || !/^c:/iu.test(place.root)) return place;
  for (const drive of ["C:\\", "D:\\"]) if (await files.stat(drive) === void 0) return place;
  if ((await files.stat(place.root))?.kind === "directory") return place;
  const move = (path7) => path7.replace(/^c:/iu, "D:");
  return {
    ...place,
    root: move(place.root),
    parent: move(place.parent),
    marker: move(place.marker),
    lock: move(place.lock),
    receipt: move(place.receipt),
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
  const { sources, version, platform: platform4, silent } = request3;
  const ordered2 = [...sources.filter((source) => !silent.has(source.id)), ...sources.filter((source) => silent.has(source.id))];
  const seen = /* @__PURE__ */ new Set();
  return ordered2.flatMap((source) => {
    const candidate = source.candidate(version, platform4);
    if (candidate === void 0 || seen.has(candidate.url)) return [];
    seen.add(candidate.url);
    return [candidate];
  });
}

// src/steps/exhausted.ts
function notServed(context, version, severity) {
  const subject = `go${versionText(version)} ${platformText(context.platform)}`;
  return finding("VERSION.NOT_SERVED", { subject, severity });
}
async function exhausted(context, end2, signal) {
  const { request: request3, sources, failed: failed2 } = end2;
  const findings = failed2.flatMap((outcome) => outcome.findings);
  if (context.inputs.offline) return new Failure([offline(context, request3), ...findings]);
  const [first, ...rest] = findings;
  const absent = await absentPlatform(context, request3);
  if (absent !== void 0) return new Failure([absent, ...findings]);
  const refusals = findings.filter(({ code }) => isRefusal(code));
  const isAltered = findings.some(({ code }) => /^(?:VER|ARC)\./u.test(code));
  const isUnrecorded = !isOwnSource(context.inputs) && findings.some(({ code }) => code === "SUM.NOT_FOUND");
  if (first !== void 0 && (isAltered || refusals.length === 0 && !isUnrecorded)) return new Failure([first, ...rest]);
  if (request3.spec.kind === "exact" && !failed2.some(({ exists: exists2 }) => exists2)) {
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
  return new Failure([finding("VERSION.NOT_SERVED", { subject }), ...findings]);
}
async function absentPlatform(context, request3) {
  if (request3.spec.kind !== "exact") return void 0;
  const { version } = request3.spec;
  const files = (await context.releaseTable())?.files(version) ?? [];
  const release2 = { version, stable: version.prerelease === void 0, files, learntFrom: ["table"], isComplete: false };
  return missingPlatform(choiceOf(context, request3), release2);
}
function offline(context, request3) {
  const { inputs, machine } = context;
  const directories = inputs.sources.flatMap((spec) => spec.kind === "base" && spec.url.startsWith("file:") ? [spec.url] : []);
  return finding("OFFLINE.NOT_FOUND", {
    subject: request3.spec.text,
    evidence: {
      "looked in the tool cache": context.destination ?? machine.toolCache.directory,
      "looked in file sources": directories.length === 0 ? "none is configured" : directories.join(", ")
    }
  });
}

// src/steps/provide.ts
function placeFor(context, version) {
  const { destination, machine, platform: platform4 } = context;
  if (destination !== void 0) return destinationPlace(destination);
  return toolCachePlace({ toolCache: machine.toolCache.directory, version, platform: platformOfRelease(platform4, version) });
}
function forRelease(context, version) {
  return { ...context, platform: platformOfRelease(context.platform, version) };
}
async function provide(context, { request: request3, sources }, signal) {
  const { candidates, silent } = await resolveRequest(context, { request: request3, sources }, signal);
  const nextAttempt = counter();
  const failed2 = [];
  for (const { version } of candidates.slice(0, LIMITS.fallbackVersionCount)) {
    const outcome = await provideVersion(context, { version, sources, silent, nextAttempt }, signal);
    if ("root" in outcome) return outcome;
    failed2.push(outcome);
    if (!outcome.findings.some(({ code }) => isRefusal(code)) || outcome.findings.some(({ code }) => code === "VER.TAMPERED"))
      break;
    if (request3.spec.kind !== "exact") context.emit({ type: "finding", finding: notServed(context, version, "warning") });
  }
  throw await exhausted(context, { request: request3, sources, failed: failed2 }, signal);
}
async function provideVersion(outer, wanted, signal) {
  const { version } = wanted;
  const context = forRelease(outer, version);
  const { files, env, platform: platform4 } = context.machine;
  const place = placeFor(context, version);
  const proofs = openProofs(context, wanted, signal);
  const standing = await proveStanding(context, { place, version, proofs: async () => proofs }, signal);
  if (standing.state === "proved") return { version, root: place.root, from: "tool-cache" };
  const base = ownBase(context.inputs);
  if (base !== void 0 && !await isPublished(context, wanted, proofs)) {
    const candidates = orderCandidates({ ...wanted, sources: wanted.sources.archives, platform: context.platform });
    return provideBuild(context, { ...wanted, base, candidates }, signal);
  }
  const home = await homeOf(place, { files, env, os: platform4.os });
  const work = () => installLocked(context, { ...wanted, place: home, proofs }, signal);
  const outcome = await underLock(context, { place: home, work }, signal);
  if (home === place || "findings" in outcome) return outcome;
  await linkHome(place, home, files);
  return { ...outcome, root: place.root, place: home };
}
async function isPublished(context, { sources, version }, proofs) {
  try {
    await proofs.ofInstalled();
    return true;
  } catch (error2) {
    if (!(error2 instanceof Failure) || !error2.code.startsWith("SUM.")) throw error2;
  }
  const candidates = sources.archives.flatMap((source) => source.candidate(version, context.platform) ?? []);
  for (const candidate of candidates) if (await proofs.ofFile(candidate) !== void 0) return true;
  return false;
}
async function installLocked(context, wanted, signal) {
  const { machine, platform: platform4, inputs } = context;
  const { place, version, proofs, sources, silent } = wanted;
  const target = { place, version, proofs: async () => proofs };
  await sweepStaging(place, machine);
  const standing = await proveStanding(context, target, signal);
  if (standing.state === "proved") return { version, root: place.root, from: "tool-cache" };
  const all = orderCandidates({ sources: sources.archives, version, platform: platform4, silent });
  const candidates = inputs.offline ? all.filter(({ url }) => url.startsWith("file:")) : all;
  const outcome = await acquire(context, { ...wanted, candidates }, signal);
  if ("findings" in outcome) return { findings: outcome.findings, exists: await proofs.receipt() !== void 0 };
  try {
    return await publishStaged(context, { ...target, staged: outcome, replace: standing.state !== "absent" }, signal);
  } catch (error2) {
    await machine.files.remove(outcome.stage.directory).catch(() => void 0);
    throw error2;
  }
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
function planText(plan) {
  return JSON.stringify(plan);
}
function readPlan(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return void 0;
  }
  return isPlan(value) ? value : void 0;
}
function isPlan(value) {
  if (!isRecord2(value)) return false;
  const { entries: entries3, reason, restoredAtMs, workspace, foreign: foreign2 } = value;
  if (!Array.isArray(entries3) || !entries3.every(isEntry) || !Array.isArray(foreign2)) return false;
  if (reason !== void 0 && typeof reason !== "string") return false;
  return Number.isFinite(restoredAtMs) && isText(workspace) && foreign2.every(isText);
}
function isEntry(value) {
  if (!isRecord2(value)) return false;
  const { kind, path: path7, key, isUpdate } = value;
  return (kind === "modules" || kind === "build") && isText(path7) && isText(key) && typeof isUpdate === "boolean";
}
function isText(value) {
  return typeof value === "string" && value !== "";
}
function isRecord2(value) {
  return typeof value === "object" && value !== null;
}

// src/install/module-cache.ts
var import_node_path14 = require("node:path");

// src/domain/gosum.ts
function readGoSums(texts) {
  const zips = /* @__PURE__ */ new Set();
  const mods = /* @__PURE__ */ new Set();
  for (const text of texts) {
    for (const line2 of text.split("\n")) {
      const match = /^(\S+) (v[^\s/]+)(\/go\.mod)? h1:/u.exec(line2);
      if (match === null) continue;
      const [, path7 = "", version = "", onlyMod] = match;
      (onlyMod === void 0 ? zips : mods).add(`${path7}@${version}`);
    }
  }
  return { zips, mods };
}
function unescapeModuleName(text) {
  return text.replace(/!([a-z])/gu, (_, letter) => letter.toUpperCase());
}

// src/install/module-cache.ts
function listModuleParts(files, root) {
  const parts = [];
  visitDirectories(files, root, ({ path: path7, below, name }) => {
    if (below === "cache") return "skip";
    if (!name.includes("@")) return "enter";
    parts.push({ kind: "tree", path: path7, module: unescapeModuleName(below) });
    return "skip";
  });
  visitDirectories(files, (0, import_node_path14.join)(root, "cache", "download"), ({ path: path7, below, name }) => {
    if (below === "sumdb") return "skip";
    if (name !== "@v") return "enter";
    parts.push(...versionFiles(files, path7, below.slice(0, -"/@v".length)));
    return "skip";
  });
  return parts;
}
function visitDirectories(files, root, visit2) {
  const waiting = [{ path: root, below: "" }];
  for (const { path: directory2, below: prefix } of waiting) {
    for (const { name, kind } of readDirectory(files, directory2)) {
      const at = { path: (0, import_node_path14.join)(directory2, name), below: prefix === "" ? name : `${prefix}/${name}`, name };
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
    return [{ kind: isOfMod ? "mod" : "zip", module: module2, path: (0, import_node_path14.join)(directory2, name) }];
  });
}
function readDirectory(files, path7) {
  try {
    return files.tree.readDirectory(path7);
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
function parseNamePattern(text) {
  const tokens = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    const set = character === "[" ? /^\[(!?)([^\]]+)\]/u.exec(text.slice(at)) : null;
    if (set !== null) {
      tokens.push({ kind: "set", isNegated: set[1] === "!", ranges: parseRanges(set[2] ?? "") });
      at += set[0].length - 1;
    } else if (character === "?") tokens.push({ kind: "one" });
    else if (character !== "*") tokens.push({ kind: "character", character });
    else if (tokens.at(-1)?.kind !== "many") tokens.push({ kind: "many" });
  }
  return tokens;
}
function parseRanges(text) {
  const ranges = [];
  for (let at = 0; at < text.length; at += 1) {
    const first = text[at] ?? "";
    const isRange2 = text[at + 1] === "-" && at + 2 < text.length;
    ranges.push([first, isRange2 ? text[at + 2] ?? first : first]);
    if (isRange2) at += 2;
  }
  return ranges;
}
function matchesName2(pattern, name) {
  let token = 0;
  let retry;
  for (let at = 0; at < name.length; ) {
    const current = pattern[token];
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
  return pattern.slice(token).every(({ kind }) => kind === "many");
}
function matchesCharacter(token, character) {
  if (token.kind === "character") return token.character === character;
  if (token.kind !== "set") return true;
  return token.ranges.some(([from, to]) => from <= character && character <= to) !== token.isNegated;
}

// src/domain/cache-pattern.ts
var LONGEST3 = 1e3;
function readCachePatterns(text, place) {
  const patterns = [];
  const outside = [];
  for (const line2 of text.split(/\r?\n/u).map((each) => each.trim())) {
    if (line2 === "" || line2.startsWith("#")) continue;
    const marks = /^!*/u.exec(line2)?.[0].length ?? 0;
    const names = line2.length > LONGEST3 ? void 0 : namesInside(line2.slice(marks).trim(), place);
    if (names === void 0) outside.push(line2.slice(0, 200));
    else {
      const own = place.isWindows ? names.map((name) => name.toLowerCase()) : names;
      const parts = own.map((name) => name === "**" ? "any" : parseNamePattern(name));
      patterns.push({ text: line2, isExclusion: marks % 2 === 1, parts, ignoresCase: place.isWindows });
    }
  }
  return { patterns, outside };
}
function namesInside(path7, { workspace, isWindows: isWindows2 }) {
  const slashes = (text) => isWindows2 ? text.replaceAll("\\", "/") : text;
  const same = (text) => isWindows2 ? text.toLowerCase() : text;
  const root = slashes(workspace).replace(/\/+$/u, "");
  let rest = slashes(path7);
  if (rest.startsWith("/") || rest === "~" || rest.startsWith("~/") || isWindows2 && /^[a-z]:/iu.test(rest)) {
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
  let states = reach(/* @__PURE__ */ new Set([0]), parts);
  for (const name of names) {
    if (states.has(parts.length)) return "whole";
    const next = /* @__PURE__ */ new Set();
    for (const state of states) {
      const part = parts[state];
      if (part === "any") next.add(state);
      else if (part !== void 0 && matchesName2(part, ignoresCase ? name.toLowerCase() : name)) next.add(state + 1);
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
var import_node_crypto8 = require("node:crypto");
var import_node_path15 = require("node:path");
var DEPENDENCY_FILES = ["go.mod", "go.sum", "go.work", "go.work.sum"];
var SKIPPED = ["vendor", "node_modules", "testdata"];
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
  const used = /* @__PURE__ */ new Set();
  const paths = walk(search, {
    enter: (names) => names.at(-1) !== ".git" && !isOut(names) && included.some((each) => matchPattern(each, names) !== "none"),
    take: (names) => {
      const matching2 = included.filter((pattern) => matchPattern(pattern, names) === "whole");
      for (const pattern of matching2) used.add(pattern);
      return matching2.length > 0 && !isOut(names);
    }
  });
  return { paths, unmatched: included.filter((pattern) => !used.has(pattern)) };
}
function walk({ files, workspace, foreign: foreign2 }, choice) {
  const outside = new Set(foreign2.map((path7) => (0, import_node_path15.resolve)(path7)));
  const found = [];
  const waiting = [[]];
  for (let at = 0; at < waiting.length && at < LIMITS.dependencyDirectoryCount; at += 1) {
    const directory2 = waiting[at] ?? [];
    for (const { name, kind } of [...entriesOf(files, (0, import_node_path15.join)(workspace, ...directory2))].sort(byName)) {
      const names = [...directory2, name];
      if (kind === "file" && choice.take(names)) found.push(names.join("/"));
      const isInside = kind === "directory" && !outside.has((0, import_node_path15.join)(workspace, ...names));
      if (isInside && names.length < LIMITS.dependencyDepth && choice.enter(names)) waiting.push(names);
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
  for (const path7 of paths) {
    const bytes = await files.read((0, import_node_path15.join)(workspace, ...path7.split("/")), LIMITS.dependencyFileBytes);
    whole.update(`${(0, import_node_crypto8.createHash)("sha256").update(bytes).digest("hex")}  ${path7}
`);
  }
  return whole.digest("hex");
}
async function readSumFiles({ files, workspace }, paths) {
  const sums = paths.filter((path7) => /(?:^|\/)go(?:\.work)?\.sum$/u.test(path7));
  const read2 = async (path7) => (await files.read((0, import_node_path15.join)(workspace, path7.replaceAll("/", import_node_path15.sep)), LIMITS.dependencyFileBytes)).toString("utf8");
  return Promise.all(sums.map(read2));
}

// src/install/cache-settings.ts
var import_node_path16 = require("node:path");

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
  const { exec: exec2, root, platform: platform4, env } = go;
  const names = ["GOMODCACHE", "GOPATH", "GOCACHE", "GOOS", "GOARCH"];
  const file = (0, import_node_path16.join)(root, "bin", platform4.goos === "windows" ? "go.exe" : "go");
  const own = { ...env, GOROOT: void 0, GOTOOLCHAIN: "local" };
  const answer = await exec2.run({ file, args: ["env", ...names], env: own, cwd: root, timeoutMs: LIMITS.goEnvMs }, signal);
  const lines = answer.exitCode === 0 ? answer.stdout.split(/\r?\n/u) : [];
  const [modules = "", gopath = "", build = "", goos = "", goarch = ""] = lines;
  const first = gopath.split(platform4.goos === "windows" ? ";" : ":")[0];
  return {
    modules: modules || (first ? (0, import_node_path16.join)(first, "pkg", "mod") : void 0),
    build: build === "" || build === "off" ? void 0 : build,
    target: { goos: goos || platform4.goos, goarch: goarch || platform4.goarch }
  };
}
async function readDistribution(files, platform4) {
  if (platform4.goos !== "linux") return void 0;
  const name = distributionName(await readOsRelease(files));
  const libraries = [...await files.list("/lib"), ...await files.list("/lib64")];
  const hasMusl = libraries.some((library) => library.startsWith("ld-musl-"));
  return hasMusl && !libraries.some((library) => library.startsWith("ld-linux")) ? `${name}_musl` : name;
}
async function readOsRelease(files) {
  for (const path7 of ["/etc/os-release", "/usr/lib/os-release"]) {
    if (await files.stat(path7) !== void 0) {
      const bytes = await files.read(path7, LIMITS.versionFileBytes).catch(() => void 0);
      if (bytes !== void 0) return bytes.toString("utf8");
    }
  }
  return "";
}

// src/policy/cache-keys.ts
function cacheKeys(parts) {
  const { platform: platform4, target, distribution, goVersion, dependencyHash } = parts;
  const isCross = target.goos !== platform4.goos || target.goarch !== platform4.goarch;
  const place = [
    platform4.goos,
    isCross ? `${platform4.goarch}_${target.goos}_${target.goarch}` : platform4.goarch,
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
  const { files, exec: exec2, env } = machine;
  const { platform: platform4 = context.platform, name = versionText(go.version) } = go;
  const { modules, build, target } = await readCacheSettings({ exec: exec2, env, platform: platform4, root: go.root }, signal);
  const foreign2 = [go.root, machine.toolCache.directory, modules, build].filter((path7) => path7 !== void 0);
  const paths = dependencyPaths(context, { files, workspace, foreign: foreign2 });
  if (paths.length === 0) return "no dependency files were found";
  const dependencyHash = await hashDependencyFiles({ files, workspace }, paths);
  const distribution = await readDistribution(files, platform4);
  const keys = cacheKeys({ platform: platform4, target, distribution, goVersion: name, dependencyHash });
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
  const complain = (pattern, problem) => {
    const evidence = { pattern, problem, accepted: "paths of files inside the workspace, with * ? [ ] and **" };
    const message = `${pattern} counts for nothing: ${problem}`;
    emit({ type: "finding", finding: finding("CACHE.PATTERN", { subject: "cache-dependency-path", message, evidence }) });
  };
  for (const text of outside) complain(text, "it leads out of the workspace");
  for (const { text } of unmatched) complain(text, "it matches no file");
  return paths;
}

// src/steps/within.ts
async function within(limit, body, outer) {
  outer.throwIfAborted();
  const { clock, ms, reason, graceMs = 0 } = limit;
  const stop2 = new AbortController();
  const over = new AbortController();
  const onOuter = () => stop2.abort(outer.reason);
  outer.addEventListener("abort", onOuter, { once: true });
  clock.sleep(ms, over.signal).then(
    () => stop2.abort(reason()),
    () => void 0
  );
  const stopped = new Promise((resolve7) => {
    stop2.signal.addEventListener("abort", () => resolve7("stopped"), { once: true });
  });
  const work = body(stop2.signal);
  const ended = work.then(
    () => void 0,
    () => void 0
  );
  try {
    const first = await Promise.race([work, stopped]);
    if (first !== "stopped") return first;
    if (graceMs > 0) await Promise.race([ended, clock.sleep(graceMs, over.signal).catch(() => void 0)]);
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
  for (const outcome of [...outcomes, ...asked]) emit({ type: "cache", ...outcome });
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
  const { clock } = context.machine;
  const startMs = clock.monotonic();
  const base = missing.map(({ kind, key }) => ({ entry: kind, key }));
  const ms = () => Math.round(clock.monotonic() - startMs);
  try {
    const service = await cache.open();
    const limitMs = Math.min(LIMITS.cacheLookupMs, timeLeftMs(context));
    const limit = { clock, ms: limitMs, reason: () => tooSlow("CACHE.UNAVAILABLE", "the cache service", limitMs) };
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
  const { clock, files } = context.machine;
  const limitMs = Math.min(LIMITS.cacheRestoreMs, timeLeftMs(context));
  const limit = { clock, ms: limitMs, graceMs: LIMITS.cacheStopMs, reason: () => tooSlow("CACHE.RESTORE", entry.kind, limitMs) };
  const before = entry.kind === "modules" ? new Set(listModuleParts(files, entry.path).map(({ path: path7 }) => path7)) : void 0;
  const problem = await within(limit, (inner) => service.restore(entry, inner), signal).catch((error2) => ({ error: error2 }));
  if (typeof problem === "string") return problem;
  if (before !== void 0) await removeNew({ files, root: entry.path, before });
  signal.throwIfAborted();
  emitTrouble(context, problem?.error ?? failure("CACHE.RESTORE", { subject: entry.kind, evidence: { reason: "it is gone" } }));
  return void 0;
}
async function removeNew(cache) {
  const { files, root, before } = cache;
  for (const { path: path7 } of listModuleParts(files, root)) {
    if (!before.has(path7)) await files.remove(path7).catch(() => void 0);
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
  const text = error2 instanceof Error ? error2.stack ?? error2.message : String(error2);
  const evidence = { error: text.split("\n").slice(0, 4).join(" ") };
  emit({ type: "finding", finding: finding("CACHE.UNAVAILABLE", { subject: "cache", evidence }) });
}
function readEarlier(text) {
  try {
    const value = JSON.parse(text ?? "{}");
    if (typeof value !== "object" || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, matched]) => typeof matched === "string"));
  } catch {
    return {};
  }
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
  const bin = (0, import_node_path17.dirname)(checked.bin);
  const changes = environmentFor({ root, gopath, version, env, gotoolchain: inputs.gotoolchain, foreignGoroot });
  await inPhase(context, "apply", async () => {
    if (gopath !== void 0) await makeBin(context, (0, import_node_path17.join)(gopath, "bin"));
    await host.apply(changes);
  });
  emit({ type: "toolchain-ready", version: name, root, bin, from, ...gopath === void 0 ? {} : { gopath } });
}
var UNSOUND = ["VERSION.MISMATCH", "GO.NOT_RUNNABLE"];
async function execute(context, provided, signal) {
  const { machine } = context;
  const { files, exec: exec2, env } = machine;
  const { root, version, from, name, platform: platform4 = forRelease(context, version).platform } = provided;
  try {
    return await checkToolchain({ exec: exec2, root, version, platform: platform4, env, isPrivate: name !== void 0 }, signal);
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
    if (shadow !== void 0) emit({ type: "finding", finding: finding("GO.SHADOWED", { subject: (0, import_node_path17.join)(directory2, shadow) }) });
  } catch (error2) {
    if (!(error2 instanceof Failure)) throw error2;
    emit({ type: "finding", finding: { ...error2.finding, severity: "warning" } });
  }
}
async function findInstalled(context, wanted, signal) {
  const { spec, isOldLine = false } = wanted;
  const installed = (await installedVersions(context)).map((version) => ({ version, stable: version.prerelease === void 0 }));
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
async function installedVersions(context) {
  const { machine, destination, platform: platform4 } = context;
  const texts = destination === void 0 ? [...machine.toolCache.versions("go", platform4.cacheArch), ...throughRosetta(context)] : [(await findEntry(placeFor(context, { major: 0, minor: 0, patch: 0 }), machine.files))?.versionLine ?? ""];
  const versions = texts.map((text) => parseGoVersion(text)).filter((version) => version !== void 0);
  return versions.sort((a, b) => compareVersions(b, a));
}
function throughRosetta({ machine, platform: platform4 }) {
  if (platform4.goos !== "darwin" || platform4.goarch !== "arm64") return [];
  return machine.toolCache.versions("go", "x64").filter((text) => {
    const version = parseGoVersion(text);
    return version !== void 0 && platformOfRelease(platform4, version) !== platform4;
  });
}

// src/steps/prepare.ts
var import_node_path18 = require("node:path");

// src/domain/checksum-pin.ts
function parseChecksumPin(text) {
  const hex = /^sha256:([0-9a-f]{64})$/iu.exec(text)?.[1];
  if (hex !== void 0) return { kind: "sha256", hex: hex.toLowerCase() };
  return /^h1:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/u.test(text) ? { kind: "h1", text } : void 0;
}

// src/domain/input-reader.ts
function createInputReader(raw, findings) {
  const text = (name) => (raw[name] ?? "").trim() || defaultOf(name);
  const refuse2 = (name, { code, got, accepted: accepted2 }) => {
    findings.push(
      finding(code, {
        subject: name,
        evidence: { got: got.slice(0, 200), accepted: accepted2 },
        fixes: [{ title: "Write an accepted value", kind: "setting", text: `${name}: ${accepted2}`, risk: "none" }]
      })
    );
  };
  return {
    text,
    refuse: refuse2,
    optional: (name) => text(name) || void 0,
    flag: (name) => {
      const value = text(name);
      if (/^(?:true|True|TRUE)$/u.test(value)) return true;
      if (!/^(?:false|False|FALSE)$/u.test(value)) {
        refuse2(name, { code: "INPUT.INVALID", got: value, accepted: "true or false" });
      }
      return false;
    },
    choice: (name, choices) => {
      const value = text(name);
      const found = choices.find((choice) => choice === value);
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
function parseInputs(raw, context) {
  const findings = unknownNames(raw);
  const reader = createInputReader(raw, findings);
  const { text, optional, flag, choice } = reader;
  const inputs = {
    goVersion: judgeGoVersion(reader),
    goVersionFile: optional("go-version-file"),
    checkLatest: flag("check-latest"),
    architecture: judgeArchitecture(reader),
    sources: judgeSources({ reader, context, findings }),
    sourceToken: optional("source-token"),
    verification: choice("verification", ["strict", "source"]),
    checksum: judgeChecksum(reader),
    minGoVersion: judgeMinimum(reader),
    workingDirectory: text("working-directory"),
    gotoolchain: choice("gotoolchain", ["keep", "local", "auto"]),
    timeoutMs: judgeTimeoutMs(reader),
    offline: flag("offline"),
    caFile: optional("ca-file"),
    allowDirect: flag("allow-direct"),
    cache: flag("cache"),
    cacheDependencyPath: optional("cache-dependency-path"),
    cacheMode: choice("cache-mode", ["read-write", "read-only"]),
    problemMatcher: flag("problem-matcher"),
    summary: choice("summary", ["always", "on-failure", "never"]),
    reportDir: optional("report-dir"),
    destination: optional("dest")
  };
  const [first, ...rest] = findings;
  return first === void 0 ? { inputs: Object.freeze(inputs) } : { findings: [first, ...rest] };
}
function judgeGoVersion({ optional, refuse: refuse2 }) {
  const got = optional("go-version");
  if (got === void 0 || parseSpec(got) !== void 0) return got;
  const accepted2 = "a version such as 1.26.8 or 1.27rc1, a line such as 1.26, an npm range, stable, oldstable or latest";
  refuse2("go-version", { code: "INPUT.VERSION", got, accepted: accepted2 });
  return void 0;
}
function judgeArchitecture({ optional, refuse: refuse2 }) {
  const got = optional("architecture");
  if (got !== void 0 && !ARCHITECTURE_NAMES.includes(got.toLowerCase())) {
    refuse2("architecture", { code: "INPUT.PLATFORM", got, accepted: ARCHITECTURE_NAMES.join(", ") });
  }
  return got;
}
function judgeChecksum({ optional, refuse: refuse2 }) {
  const got = optional("checksum");
  const pin = got === void 0 ? void 0 : parseChecksumPin(got);
  if (got !== void 0 && pin === void 0) {
    const accepted2 = "sha256: and 64 hexadecimal digits, or h1: and 44 base64 characters";
    refuse2("checksum", { code: "INPUT.CHECKSUM", got, accepted: accepted2 });
  }
  return pin;
}
function judgeMinimum({ text, refuse: refuse2 }) {
  const got = text("min-go-version");
  const minimum = parseGoVersion(got);
  if (minimum === void 0)
    refuse2("min-go-version", { code: "INPUT.INVALID", got, accepted: "a version such as 1.21 or 1.24.3" });
  return minimum ?? { major: 0, minor: 0, patch: 0 };
}
function judgeTimeoutMs({ text, refuse: refuse2 }) {
  const got = text("timeout");
  const timeoutMs = parseDurationMs(got);
  if (timeoutMs === void 0)
    refuse2("timeout", { code: "INPUT.TIMEOUT", got, accepted: "a duration up to 24h such as 90s, 10m or 1m30s" });
  return timeoutMs ?? 0;
}
function judgeSources(from) {
  const { reader, context, findings } = from;
  const list = parseSourceList(reader.text("sources"), context.sourceIds);
  findings.push(...list.findings);
  const isNamed = list.specs.length > 0 || list.findings.length > 0;
  const input = reader.optional("go-download-base-url");
  const base = input ?? (context.env.GO_DOWNLOAD_BASE_URL?.trim() || void 0);
  if (isNamed && input !== void 0) {
    const got = redactUrl(input);
    const accepted2 = "either go-download-base-url or sources, not both";
    reader.refuse("go-download-base-url", { code: "INPUT.INVALID", got, accepted: accepted2 });
  }
  const specs = isNamed || base === void 0 ? list.specs : baseUrlSpecs({ base, isInput: input !== void 0, findings });
  findings.push(...exposedCredentials(specs, reader.optional("source-token") !== void 0));
  return specs;
}
function baseUrlSpecs(from) {
  const read2 = parseBaseUrl(from.base, from.isInput ? "go-download-base-url" : "GO_DOWNLOAD_BASE_URL");
  if ("spec" in read2) return [read2.spec];
  from.findings.push(read2.finding);
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
async function prepare(setting, emit) {
  const { rawInputs, env, workspace, host, path: path7, log } = setting;
  const judged = parseInputs(rawInputs, { env, sourceIds: SOURCE_IDS });
  const problems = "findings" in judged ? [...judged.findings] : [];
  const request3 = await collect2(() => wantedRequest(setting), problems);
  const caPem = await collect2(() => readCaFile(setting), problems);
  const platform4 = platformFor(setting.hostPlatform, rawInputs["architecture"]?.trim() || void 0);
  if (platform4 === void 0 && !problems.some(({ code }) => code === "INPUT.PLATFORM")) problems.push(noPlatform2(setting));
  const destination = rawInputs["dest"]?.trim() ? (0, import_node_path18.resolve)(workspace, rawInputs["dest"].trim()) : void 0;
  await collect2(() => checkParent(setting, destination), problems);
  const [first, ...rest] = problems;
  if (first !== void 0) throw new Failure([first, ...rest]);
  if ("findings" in judged || platform4 === void 0) throw new Error("problems without a finding");
  const { inputs } = judged;
  const machine = setting.openMachine({ caPem, offline: inputs.offline, allowDirect: inputs.allowDirect });
  const releaseTable = once(() => readReleaseTable(setting, emit));
  const budgetEndMs = machine.clock.monotonic() + inputs.timeoutMs;
  return { inputs, machine, platform: platform4, request: request3, destination, emit, host, path: path7, workspace, log, releaseTable, budgetEndMs };
}
async function wantedRequest(setting) {
  const { command, rawInputs } = setting;
  const isNamed = !!rawInputs["go-version"]?.trim() || !!rawInputs["go-version-file"]?.trim();
  return command === "install" || command === "resolve" || isNamed ? readRequest(setting) : void 0;
}
async function readCaFile({ rawInputs, files, workspace }) {
  const name = rawInputs["ca-file"]?.trim();
  if (!name) return void 0;
  const refuse2 = (evidence) => failure("INPUT.CA_FILE", { subject: "ca-file", evidence: { file: name, ...evidence } });
  let text;
  try {
    text = (await files.read((0, import_node_path18.resolve)(workspace, name), LIMITS.caFileBytes)).toString("utf8");
  } catch (error2) {
    if (error2 instanceof Failure) throw refuse2({ reason: error2.finding.message });
    throw error2;
  }
  if (!text.includes("-----BEGIN CERTIFICATE-----")) throw refuse2({ reason: "it holds no PEM certificate" });
  return text;
}
async function checkParent({ command, files }, destination) {
  if (destination === void 0) return;
  for (let path7 = destination; ; path7 = (0, import_node_path18.resolve)(path7, "..")) {
    const stat3 = await files.stat(path7);
    if (stat3?.kind === "file" || stat3?.kind === "other") {
      throw failure("INPUT.DESTINATION", { subject: "dest", evidence: { "not a directory": path7 } });
    }
    if (stat3 === void 0 && path7 !== (0, import_node_path18.resolve)(path7, "..")) continue;
    if (command === "install" && path7 !== destination) await tryToWrite(files, path7);
    return;
  }
}
async function tryToWrite(files, directory2) {
  const probe = (0, import_node_path18.join)(directory2, ".setup-go-robust-probe");
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
var import_node_path19 = require("node:path");

// src/steps/genuine-files.ts
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
    onFile: (path7, sha256) => void hashes.set(path7, sha256)
  });
  const spoolPath = `${context.workspace}/.setup-go-robust-${context.machine.randomName()}`;
  const bytes = await openArchive({ wire: context.machine, candidate }, signal);
  try {
    const unpacked = await unpack({ bytes, format: candidate.format, sink, files, spoolPath }, signal);
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
  for (const path7 of [.../* @__PURE__ */ new Set([...got.keys(), ...genuine.keys()])].sort()) {
    const name = !genuine.has(path7) ? "added" : got.has(path7) ? "changed" : "missing";
    if (got.get(path7) !== genuine.get(path7)) all.push({ name, value: path7 });
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
  throw new Failure([{ ...verdict.refused, subject: (0, import_node_path19.basename)(subject.path), evidence, fixes: [replacing(subject)] }]);
}
function replacing({ version, layout }) {
  const text = `setup-go-robust install ${versionText(version)}`;
  const title = layout === "installed" ? "Do not use this tree; install it again" : "Do not use this archive; let it be acquired anew";
  return { title, kind: "command", text, risk: "none" };
}
async function identify(context) {
  const path7 = (0, import_node_path19.resolve)(context.workspace, context.path ?? ".");
  const stat3 = await context.machine.files.stat(path7);
  if (stat3 === void 0) throw failure("FS.NOT_FOUND", { subject: context.path ?? path7 });
  if (stat3.kind === "directory") {
    const entry = await findEntry(destinationPlace(path7), context.machine.files);
    const version2 = requested(context) ?? parseGoVersion(entry?.versionLine ?? "");
    if (version2 === void 0)
      throw failure("GO.NOT_INSTALLED", { subject: path7, evidence: { reason: "there is no VERSION file" } });
    return { path: path7, version: version2, layout: "installed", context };
  }
  const name = parseArchiveFileName((0, import_node_path19.basename)(path7)) ?? parseModuleFileName((0, import_node_path19.basename)(path7));
  const version = requested(context) ?? name?.version;
  if (version === void 0) {
    const message = "The file name does not say which Go this is; name it with --go-version";
    throw failure("INPUT.VERSION", { subject: (0, import_node_path19.basename)(path7), message });
  }
  const platform4 = name === void 0 ? context.platform : { ...context.platform, goos: name.goos, goarch: name.goarch };
  const layout = parseModuleFileName((0, import_node_path19.basename)(path7)) === void 0 ? "release" : "module";
  return { path: path7, version, layout, context: { ...context, platform: platform4 } };
}
function requested({ request: request3 }) {
  return request3?.spec.kind === "exact" ? request3.spec.version : void 0;
}
function parseModuleFileName(name) {
  const bare = name.startsWith("v0.0.1-") ? name.slice("v0.0.1-".length) : void 0;
  return bare === void 0 ? void 0 : parseArchiveFileName(bare);
}
function candidateOf({ path: path7 }, layout) {
  const fileName = (0, import_node_path19.basename)(path7);
  return { sourceId: "file", url: `file://${path7}`, fileName, format: formatOf(fileName), layout };
}
function formatOf(fileName) {
  return fileName.endsWith(".zip") ? "zip" : "tar.gz";
}
async function measure(subject, hashes, signal) {
  const { path: path7, version, layout, context } = subject;
  const { files, randomName } = context.machine;
  const name = moduleName(version, context.platform);
  const onFile = (file, sha2562) => void hashes.set(file, sha2562);
  if (layout === "installed") {
    return hashInstalledTree({ reader: files.tree, root: path7, moduleName: name, ignore: ["setup.sh"], onFile }, signal);
  }
  const sink = createTreeSink({
    writer: files.tree,
    directory: void 0,
    layout,
    moduleName: name,
    writeUnproven: false,
    onFile
  });
  const bytes = await openLocalArchive({ files, path: path7 });
  const spoolPath = `${path7}.spool-${randomName()}`;
  const { tree, sha256, fileCount, archiveBytes } = await unpack(
    { bytes, format: formatOf(path7), sink, files, spoolPath },
    signal
  );
  return { tree, sha256, fileCount, sizeBytes: archiveBytes };
}

// src/run.ts
var COMMANDS2 = {
  install: installGo,
  resolve: resolveOnly,
  verify: verifyPath,
  env: printEnvironment
};
async function run2(job, signal) {
  const emit = emitter(job);
  const over = new AbortController();
  emit({ type: "run-started", command: job.command, product: `${PRODUCT.name} ${PRODUCT.version}` });
  try {
    if (job.usage !== void 0) throw new Failure(job.usage);
    const context = await prepare(job, emit);
    const outcome = await COMMANDS2[job.command](context, AbortSignal.any([signal, over.signal]));
    emit({ type: "run-ended", outcome, findings: [] });
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
  const text = error2 instanceof Error ? error2.stack ?? error2.message : String(error2);
  return [finding("SELF.BUG", { subject: PRODUCT.name, evidence: { error: text.split("\n").slice(0, 6).join(" ") } })];
}

// src/install/cache-trim.ts
var import_node_path20 = require("node:path");

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
  const keep = (part, mtimeMs) => isModuleWanted({ ...part, mtimeMs }, sum, restoredAtMs);
  return removeUnless(keep, { files, items: listModuleParts(files, root) }, signal);
}
async function trimBuild(cache, signal) {
  const { files, root, restoredAtMs } = cache;
  const keep = (_, mtimeMs) => isBuildEntryUsed(mtimeMs, restoredAtMs);
  return removeUnless(keep, { files, items: listBuildEntries(files, root) }, signal);
}
function listBuildEntries(files, root) {
  return [...Array(256).keys()].flatMap((index) => {
    const directory2 = (0, import_node_path20.join)(root, index.toString(16).padStart(2, "0"));
    try {
      const entries3 = files.tree.readDirectory(directory2);
      return entries3.flatMap(
        ({ name, kind }) => kind === "file" && /-[ad]$/u.test(name) ? [{ path: (0, import_node_path20.join)(directory2, name) }] : []
      );
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
      const stat3 = await files.stat(item.path);
      if (stat3 === void 0 || keep(item, stat3.mtimeMs)) continue;
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
  const { clock, cache } = options;
  try {
    if (cache.unavailable !== void 0)
      throw failure("CACHE.UNAVAILABLE", { subject: "cache", evidence: { reason: cache.unavailable } });
    const service = await cache.open();
    const taken = await existingKeys({ ...options, service, plan }, signal);
    const entries3 = [];
    for (const entry of plan.entries) {
      const startMs = clock.monotonic();
      const job = { ...options, service, plan, entry };
      const outcome = taken.has(entry.key) ? ANOTHER_JOB : await saveOne(job, signal).catch(failed);
      entries3.push({ kind: entry.kind, ...outcome, ms: Math.round(clock.monotonic() - startMs) });
    }
    return { entries: entries3, reason: "" };
  } catch (error2) {
    return { entries: plan.entries.map(({ kind }) => ({ kind, ...failed(error2), ms: 0 })), reason: "" };
  }
}
var ANOTHER_JOB = { result: "skipped", reason: "another job has saved it" };
async function existingKeys({ clock, service, plan }, signal) {
  const limitMs = LIMITS.cacheLookupMs;
  const reason = () => failure("CACHE.UNAVAILABLE", { subject: "cache", evidence: { "budget ms": limitMs } });
  const lookUp3 = (inner) => Promise.all(plan.entries.map((entry) => service.lookUp({ ...entry, prefixes: [] }, inner)));
  const found = await within({ clock, ms: limitMs, reason }, lookUp3, signal);
  return new Set(found.filter((key) => key !== void 0));
}
async function saveOne(job, signal) {
  const { entry, files, clock, service } = job;
  if ((await files.list(entry.path)).length === 0) return { result: "skipped", reason: "there is nothing in it" };
  if (entry.isUpdate && !await trim(job, signal)) return { result: "skipped", reason: "this job used nothing of it" };
  const limitMs = LIMITS.cacheSaveMs;
  const reason = () => failure("CACHE.SAVE", { subject: entry.kind, evidence: { "budget ms": limitMs } });
  const limit = { clock, ms: limitMs, graceMs: LIMITS.cacheStopMs, reason };
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
  const temp = env["RUNNER_TEMP"] || (0, import_node_path21.join)(toolCacheDirectory(), "..");
  const summary3 = rawInputs["summary"];
  const host = createGithubHost({
    summaryFile: env["GITHUB_STEP_SUMMARY"],
    cache: hostCache(),
    settings: () => ({
      summary: summary3 === "never" || summary3 === "on-failure" ? summary3 : "always",
      reportDir: rawInputs["report-dir"] || (0, import_node_path21.join)(temp, "setup-go-robust-report"),
      matcherFile: isOff(rawInputs["problem-matcher"]) ? void 0 : (0, import_node_path21.join)(DISTRIBUTION, "problem-matcher.json")
    })
  });
  start({ host, command: "install", rawInputs, path: void 0, workspace: env["GITHUB_WORKSPACE"] || process.cwd() });
}
function afterJob() {
  process.exitCode = 0;
  const text = getState(CACHE_STATE);
  if (text === "") return;
  const clock = createClock();
  const files = createFiles({ os: (0, import_node_os2.platform)(), clock });
  const say = (line2, level) => level === "info" ? info(commandSafe(line2)) : warning(line2);
  superviseAfterJob(
    { process, timeoutMs: LIMITS.postMs, say },
    async (signal) => savedLine(await saveCaches({ text, cache: hostCache(), files, clock }, signal))
  );
}
function hostCache() {
  return createHostCache({ env: process.env, keep: (text) => saveState(CACHE_STATE, text), mask: setSecret });
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
  const command = line2.kind === "command" ? line2 : { name: "install", inputs: {}, path: void 0, shell: "sh" };
  const program = `node ${process.argv[1] ?? "main.cjs"}`;
  const host = createTerminalHost({
    stdout,
    stderr,
    noColor: !!env["NO_COLOR"],
    json: line2.json,
    shell: command.shell,
    program,
    reportDir: command.inputs["report-dir"]
  });
  start({
    host,
    command: command.name,
    rawInputs: command.inputs,
    path: command.path,
    workspace: process.cwd(),
    ...line2.kind === "invalid" ? { usage: line2.findings } : {}
  });
}
function start(face) {
  const clock = createClock();
  const files = createFiles({ os: (0, import_node_os2.platform)(), clock });
  const machines = [];
  const events2 = [];
  const secrets = secretValues(face.rawInputs);
  for (const secret of secrets) face.host.mask(secret);
  const job = {
    ...face,
    events: events2,
    secrets,
    clock,
    files,
    env: Object.freeze({ ...process.env }),
    hostPlatform: hostPlatform(),
    log: SUM_GOLANG_ORG,
    readTable: () => files.read((0, import_node_path21.join)(DISTRIBUTION, "releases.json"), LIMITS.releaseTableBytes),
    openMachine: (settings) => {
      const machine = openMachine({ ...settings, files, clock });
      machines.push(machine);
      return machine;
    }
  };
  const timeoutMs = parseDurationMs(face.rawInputs["timeout"]?.trim() ?? "") ?? LIMITS.totalMs;
  const stop2 = new AbortController();
  const writeLast = (text) => void (0, import_node_fs3.writeSync)(2, text);
  superviseRun({ process, host: face.host, events: events2, timeoutMs, stop: stop2, writeSync: writeLast }, async (signal) => {
    try {
      return await run2(job, signal);
    } finally {
      for (const machine of machines) machine.close();
    }
  });
}
function openMachine(parts) {
  const { caPem, offline: offline2, files, clock } = parts;
  const env = Object.freeze({ ...process.env });
  process.env["RUNNER_TOOL_CACHE"] = toolCacheDirectory();
  const ca = caPem === void 0 ? void 0 : [caPem];
  const online = offline2 ? [] : [createNet({ env, clock, ca }), ...parts.allowDirect ? [createNet({ env: withoutProxy(env), clock, ca })] : []];
  const [net = createOfflineNet(), direct] = online;
  return {
    clock,
    files,
    env,
    net: direct === void 0 ? net : allowDirect(net, direct),
    exec: createExec({ env, os: (0, import_node_os2.platform)(), clock }),
    toolCache: createToolCache(toolCacheDirectory()),
    platform: hostPlatform(),
    process: { pid: process.pid, hostname: (0, import_node_os2.hostname)(), isAlive },
    randomName: () => (0, import_node_crypto9.randomBytes)(8).toString("hex"),
    close: () => {
      for (const opened of online) opened.close();
    }
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
  if (runner) return (0, import_node_path21.resolve)(runner);
  const local = (0, import_node_os2.platform)() === "win32" ? env["LOCALAPPDATA"] : env["XDG_CACHE_HOME"];
  return (0, import_node_path21.join)(local || (0, import_node_path21.join)((0, import_node_os2.homedir)(), ".cache"), PRODUCT.name, "tool-cache");
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
