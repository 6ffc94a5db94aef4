"""Splits the documents of GitLab templates, which no schema checker reads as they are, and reads the PowerShell of one.

check-templates.py split OUT TEMPLATE...  writes each document as JSON: for a component, the header and the jobs are different things
check-templates.py powershell FILE...     parses each file, or the script of a template; prints what is no PowerShell
"""

import json
import pathlib
import sys

import yaml


def split(out: str, templates: list[str]) -> None:
    for path in templates:
        name = pathlib.Path(path).parent.name
        documents = list(yaml.safe_load_all(pathlib.Path(path).read_text()))
        if len(documents) != 2 or "inputs" not in documents[0].get("spec", {}):
            sys.exit(f"{path}: a header with inputs and one document of jobs are expected")
        for part, document in zip(("header", "jobs"), documents):
            pathlib.Path(out, f"{name}.{part}.json").write_text(json.dumps(document))


def scripts_of(path: str) -> list[str]:
    text = pathlib.Path(path).read_text()
    if not path.endswith(".yml"):
        return [text]
    jobs = list(yaml.safe_load_all(text))[1]
    return [line for job in jobs.values() if isinstance(job, dict) for line in job.get("before_script", [])]


def parse_powershell(paths: list[str]) -> None:
    import tree_sitter
    import tree_sitter_powershell

    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_powershell.language()))
    count = 0
    for path in paths:
        for script in scripts_of(path):
            count += 1
            tree = parser.parse(script.encode())
            faults = faults_of(tree.root_node)
            if faults:
                line, text = faults[0]
                sys.exit(f"{path}: line {line} of its script is no PowerShell: {text}")
    if count < len(paths):
        sys.exit("a file holds no script")


def faults_of(node) -> list[tuple[int, str]]:
    if not node.has_error:
        return []
    own = [(node.start_point[0] + 1, node.text.decode()[:120])] if node.is_error or node.is_missing else []
    return own + [fault for child in node.children for fault in faults_of(child)]


match sys.argv[1:]:
    case ["split", out, *templates]:
        split(out, templates)
    case ["powershell", *paths]:
        parse_powershell(paths)
    case _:
        sys.exit(__doc__)
