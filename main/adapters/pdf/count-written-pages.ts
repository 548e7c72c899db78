/**
 * Pages of a file as its cross-reference table leads to them: trailer, root, page tree, each page. It reads only the
 * plain form that merging writes, and by none of the code that wrote it. Throws where the chain breaks.
 */
export function countWrittenPages(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const tail = file.toString('latin1', Math.max(0, file.length - 1024));
  const table = Number(need(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]));
  const listed = need(/^xref\s+0 (\d+)\s/.exec(file.toString('latin1', table, table + 64))?.[0]);
  const firstEntry = table + listed.length;
  const objectAt = (number: number): string => {
    const entry = firstEntry + number * 20;
    const start = Number(file.toString('latin1', entry, entry + 10));
    const end = file.indexOf('endobj', start);
    const text = file.toString('latin1', start, end);
    if (end < 0 || !text.startsWith(`${number} 0 obj`))
      throw new Error(`object ${number} is not in its place`);
    return text;
  };
  const reference = (text: string, key: string): number =>
    Number(need(new RegExp(`/${key}\\s+(\\d+) 0 R`).exec(text)?.[1]));
  const root = reference(file.toString('latin1', table), 'Root');
  const tree = objectAt(reference(objectAt(root), 'Pages'));
  const kids = need(/\/Kids\s*\[([^\]]*)\]/.exec(tree)?.[1]).match(/\d+ 0 R/g) ?? [];
  const pages = new Set(kids.map((kid) => Number.parseInt(kid, 10)));
  for (const page of pages) {
    if (!/\/Type\s*\/Page\b/.test(objectAt(page))) throw new Error(`object ${page} is no page`);
  }
  return pages.size;
}

function need(found: string | undefined): string {
  if (found === undefined) throw new Error('the written file cannot be read back');
  return found;
}
