/** README.txt of an exported directory: what it is, and how it is used, for whoever finds it without its history. */
export function exportReadme(export_: {
  readonly product: string;
  readonly names: readonly string[];
  readonly unproved: readonly string[];
}): string {
  const { product, names, unproved } = export_;
  const missing =
    unproved.length === 0
      ? ''
      : `\nWithout a receipt, so that only a program whose shipped table knows them can prove them offline:\n${list(unproved)}`;
  return `Go for machines without a network, written by ${product} mirror export.

Use it from a directory:      sources: file:///path/of/this/directory   with   offline: true
Use it behind a web server:   sources: https://host/path/index.json

Archives, each proved when it was written:
${list(names)}${missing}
Each release has a receipt, v0.0.1-goVERSION.OS-ARCH.receipt.json: its record of the Go checksum database with the inclusion
proof and the signed tree head. Whoever installs checks the signature again, so this directory need not be trusted. Where a source
had the signature of the Go project it stands beside the archive, go1.*.tar.gz.asc, and proves it too. SHA256SUMS
finds what was damaged on the way (sha256sum -c SHA256SUMS); it proves nothing. Run mirror export on this directory again, where
a network is, to add and to repair.
`;
}

function list(names: readonly string[]): string {
  return names.map(name => `  ${name}\n`).join('');
}
