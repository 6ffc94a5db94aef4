"""Reads report files with the libraries of those who will read them.

    validate.py DIRECTORY...

Prints one JSON object: for each directory what each library understood, or the reason for which it refuses the file.
"""

import json
import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from junitparser import JUnitXml
from prometheus_client.openmetrics.parser import text_string_to_metric_families
from spdx_tools.spdx.parser.parse_anything import parse_file
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document


def junit(path):
    suites = JUnitXml.fromfile(str(path))
    names = [(case.classname, case.name) for suite in suites for case in suite]
    failures = [result.type for suite in suites for case in suite for result in case.result]
    return {"cases": len(names), "names": len(set(names)), "failures": failures, "counted": suites.failures}


def metrics(path):
    families = text_string_to_metric_families(path.read_text(encoding="utf-8"))
    return {family.name: {"type": family.type, "unit": family.unit, "samples": len(family.samples)} for family in families}


def cyclonedx(path):
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(path.read_text(encoding="utf-8"))
    if error is not None:
        raise ValueError(str(error)[:500])
    return True


def spdx(path):
    messages = validate_full_spdx_document(parse_file(str(path)))
    if messages:
        raise ValueError("; ".join(message.validation_message for message in messages)[:500])
    return True


READERS = {"junit.xml": junit, "metrics.txt": metrics, "sbom.cdx.json": cyclonedx, "sbom.spdx.json": spdx}


def read(path):
    try:
        return {"ok": READERS[path.name](path)}
    except Exception as error:  # noqa: BLE001 - each library has its own exceptions, and all mean the same here
        return {"refused": f"{type(error).__name__}: {error}"[:600]}


print(json.dumps({directory: {name: read(Path(directory) / name) for name in READERS} for directory in sys.argv[1:]}))
