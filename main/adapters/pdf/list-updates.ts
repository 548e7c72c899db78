/**
 * Whether what follows a signed revision is whole incremental updates that build on it and on each other, in a form
 * that every reader understands alike: one cross-reference section each, without a second one hidden in it.
 */
export function isChainOfUpdates(bytes: Uint8Array, signedEnd: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = file.subarray(signedEnd).toString('latin1');
  let previous = lastStart(file.subarray(Math.max(0, signedEnd - 2048), signedEnd).toString('latin1'));
  if (previous === undefined) return false;
  const ends = [...text.matchAll(/startxref\s+(\d+)\s+%%EOF\s*/g)];
  const [last] = ends.slice(-1);
  if (!last || last.index + last[0].length !== text.length) return false;
  for (const end of ends) {
    const start = Number(end[1]);
    if (start < signedEnd || start - signedEnd >= end.index) return false;
    const section = text.slice(start - signedEnd, end.index);
    const head = /^(?:xref\s[\s\S]*?trailer|\d+\s+\d+\s+obj)\s*<<([\s\S]*?)>>\s*(?:stream\b|$)/.exec(
      section,
    )?.[1];
    if (head === undefined || /\/XRefStm/.test(section)) return false;
    const named = [...head.matchAll(/\/Prev\s+(\d+)/g)];
    if (named.length !== 1 || Number(named[0]?.[1]) !== previous) return false;
    previous = start;
  }
  return true;
}

function lastStart(text: string): number | undefined {
  const found = [...text.matchAll(/startxref\s+(\d+)\s+%%EOF/g)].at(-1);
  return found && Number(found[1]);
}
