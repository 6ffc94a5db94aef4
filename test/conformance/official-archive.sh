#!/usr/bin/env bash
# Makes a genuine Go release archive for linux-amd64, byte for byte, without the download site.
#
#   official-archive.sh VERSION OUTPUT_DIRECTORY SHA256
#
# Go releases are reproducible. The toolchain module, which `go mod download` checks against the checksum database,
# holds all of the release except four directories; those come from the local Go, so that must be of the same minor
# release. The packer of the release itself (src/cmd/distpack) then writes the archive. Only a file with the given
# published SHA-256 is kept; it is made once and found again afterwards. Prints the path. Takes about a minute.
# Needs Go, Node and the Go module proxy.
set -euo pipefail

version=${1:?which version, such as 1.26.8}
mkdir -p "${2:?which output directory}"
output=$(cd "$2" && pwd)
sha256=${3:?which published SHA-256}
name=go$version.linux-amd64.tar.gz
export GOTOOLCHAIN=local GOWORK=off GOFLAGS=-buildvcs=false GOOS=linux GOARCH=amd64

matches() { printf '%s  %s\n' "$sha256" "$1" | sha256sum --check --status; }

if [ -f "$output/$name" ] && matches "$output/$name"; then
  printf '%s\n' "$output/$name"
  exit 0
fi

local_root=$(go env GOROOT)
local_version=$(head -n 1 "$local_root/VERSION")
case $local_version in
  "go${version%.*}" | "go${version%.*}".*) ;;
  *) echo "official-archive: the local Go is $local_version, which does not have the directories of $version" >&2; exit 1 ;;
esac

# Beside the result, not in the temp directory: some machines have a small one, and the last step is then a rename.
work=$(mktemp -d "$output/.building.XXXXXX")
trap 'rm -rf "$work"' EXIT
module=$(cd "$work" && go mod download -json "golang.org/toolchain@v0.0.1-go$version.linux-amd64" |
  node -p 'JSON.parse(require("node:fs").readFileSync(0, "utf8")).Dir')

# The module cache is read-only; the packer reads modes only by its own rules, so every file may be writable here.
root=$work/go
cp -R "$module" "$root"
chmod -R u+w "$root"
find "$root" -name _go.mod -execdir mv {} go.mod \;
for directory in api doc misc test; do cp -R "$local_root/$directory" "$root/$directory"; done
chmod +x "$root"/bin/* "$root"/pkg/tool/*/*

export GOROOT=$root GOCACHE=$work/cache
(cd "$root/src/cmd/distpack" && "$root/bin/go" build -o "$work/distpack" .)
(cd "$root" && "$work/distpack" >"$work/log" 2>&1) || { tail -n 5 "$work/log" >&2; exit 1; }
made=$root/pkg/distpack/$name
matches "$made" || { echo "official-archive: the rebuilt $name does not have SHA-256 $sha256" >&2; exit 1; }
mv "$made" "$output/$name"
printf '%s\n' "$output/$name"
