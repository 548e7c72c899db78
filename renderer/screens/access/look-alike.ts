/** The letters and digits of a name; what people write differently is left out. */
const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\bjfr?\b/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** May these be two spellings of the same: alike but for case, signs and blanks, or for a letter or two in a long name? */
export function lookAlike(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  if (a === b) return true;
  // A section's number must be the same; only words are misspelt.
  if (a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false;
  return Math.min(a.length, b.length) >= 6 && distance(a, b) <= 2;
}

/** How many letters must be put in, taken out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
