#!/usr/bin/env bash
# Proves the files of a release with cosign: scripts/verify-release.sh vX.Y.Z DIRECTORY
#
# They were signed by release.yml of this repository, run for that tag, and by nobody else. COSIGN names another cosign, REPOSITORY a
# fork. Ends 0 only when every file is proved.
set -euo pipefail

tag=${1:?a tag, vX.Y.Z}
cd "${2:?the directory of the files}"
cosign=${COSIGN:-cosign}
repository=${REPOSITORY:-${GITHUB_REPOSITORY:-org/setup-go-robust}}
archive=setup-go-robust-${tag#v}.tar.gz
signer=(
  --certificate-oidc-issuer https://token.actions.githubusercontent.com
  --certificate-identity "https://github.com/$repository/.github/workflows/release.yml@refs/tags/$tag"
)

"$cosign" verify-blob "${signer[@]}" --bundle SHA256SUMS.sigstore.json SHA256SUMS
sha256sum --check --strict SHA256SUMS
grep -qF "  $archive" SHA256SUMS
"$cosign" verify-blob-attestation "${signer[@]}" --type slsaprovenance1 --bundle provenance.sigstore.json "$archive"
"$cosign" verify-blob-attestation "${signer[@]}" --type cyclonedx --bundle sbom.sigstore.json "$archive"
