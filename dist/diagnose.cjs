// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
const require_main = require("./main.cjs");
// src/steps/doctor.ts
var doctor_exports = require_main.__exportAll({ doctor: () => doctor });
async function doctor(_context, _signal) {
	throw require_main.failure("SELF.BUG", {
		subject: "doctor",
		evidence: { reason: "this command is not part of this build" }
	});
}
// src/steps/source-health.ts
var source_health_exports = require_main.__exportAll({ showSourceHealth: () => showSourceHealth });
async function showSourceHealth(_context, _signal) {
	throw require_main.failure("SELF.BUG", {
		subject: "sources",
		evidence: { reason: "this command is not part of this build" }
	});
}
Object.defineProperty(exports, "doctor_exports", {
	enumerable: true,
	get: function() {
		return doctor_exports;
	}
});
Object.defineProperty(exports, "source_health_exports", {
	enumerable: true,
	get: function() {
		return source_health_exports;
	}
});
