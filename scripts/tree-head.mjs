// Takes the checksum database's newest tree head after proving that it continues the one that is known. Nothing here trusts who answers.

/**
 * The head to know next; undefined when the log has not grown by `minGrowth` records. `fetchPart(path)` gives the bytes below the
 * database's address; `verify` holds the project's own verifier. Throws when the note, the size or the proof is not right.
 */
export async function nextTreeHead({ log, fetchPart, verify, minGrowth = 1 }) {
  const [known] = log.heads;
  const head = verify.openTreeHead(await fetchPart('latest'), verify.parseVerifierKey(log.verifierKey));
  if (head.size < known.size) throw new Error(`the tree shown has ${head.size} records, the known one ${known.size}`);
  const spans = verify.consistencySpans(known.size, head.size);
  const tiles = new Map();
  for (const tile of verify.tilesFor(spans, head.size)) tiles.set(verify.tileKey(tile), await fetchTile(tile, fetchPart, verify));
  const proof = spans.map(span => verify.spanHash(span, tiles));
  if (proof.includes(undefined)) throw new Error('the tiles do not hold the proof');
  const verdict = verify.checkConsistency({ older: known, newer: head, proof });
  if (verdict !== 'holds')
    throw new Error(`the tree shown does not continue the known one (${verdict}): ${JSON.stringify({ known, head })}`);
  return head.size - known.size < minGrowth ? undefined : head;
}

async function fetchTile(tile, fetchPart, verify) {
  const bytes = await fetchPart(verify.tilePath(tile));
  const expected = tile.width * verify.HASH_BYTES;
  if (bytes.length !== expected) throw new Error(`${verify.tilePath(tile)}: ${bytes.length} bytes, expected ${expected}`);
  return bytes;
}

/** The text of known-log.ts with this head before the others: receipts of earlier releases rest on those. */
export function withHead(text, { size, root }) {
  const at = /^( +)heads: \[/mu.exec(text);
  if (at === null) throw new Error('known-log.ts: no line of heads');
  const [line, indent] = at;
  const end = text.indexOf('],', at.index);
  const heads = [...text.slice(at.index, end).matchAll(/\{ size: [\d_]+, root: '[^']+' \}/gu)].map(([head]) => head);
  if (heads.length === 0) throw new Error('known-log.ts: no head');
  const all = [`{ size: ${grouped(size)}, root: '${root}' }`, ...heads].map(head => `${indent}  ${head},\n`);
  return `${text.slice(0, at.index)}${line}\n${all.join('')}${indent}${text.slice(end)}`;
}

const grouped = size => String(size).replaceAll(/\B(?=(?:\d{3})+$)/gu, '_');
