/** Throws unless every value lies wholly within, and fills, the one around it; what follows the first may only be zeros. */
export function checkNesting(der: Uint8Array): void {
  const end = valueEnd(der, 0, der.length, 0);
  if (der.subarray(end).some((byte) => byte !== 0)) fail();
}

const deepest = 60;

/** Where the value that begins at a place ends. X.690, 8.1. */
function valueEnd(der: Uint8Array, start: number, limit: number, depth: number): number {
  const [tag = 0, first = 0] = [der[start], der[start + 1]];
  if (start + 2 > limit || tag === 0 || (tag & 0x1f) === 0x1f || depth > deepest) fail();
  const isConstructed = (tag & 0x20) !== 0;
  const bytes = first > 0x80 ? first - 0x80 : 0;
  let at = start + 2 + bytes;
  let length = first;
  if (bytes > 0) length = der.subarray(start + 2, at).reduce((sum, byte) => sum * 256 + byte, 0);
  if (first === 0x80) {
    if (!isConstructed) fail();
    while (der[at] !== 0 || der[at + 1] !== 0) at = valueEnd(der, at, limit, depth + 1);
    return at + 2;
  }
  const end = at + length;
  if (bytes > 4 || end > limit) fail();
  if (isConstructed) while (at < end) at = valueEnd(der, at, end, depth + 1);
  return end;
}

function fail(): never {
  throw new Error('values that do not fit into each other');
}
