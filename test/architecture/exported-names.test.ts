import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { readSource, sourceFiles } from './read-imports.ts';

/** Names that two files export, and why one word may stand for both. */
const shared: Readonly<Record<string, string>> = {
  text: 'of a fact, its kind; of what is sent, its schema',
};

const exportedBy = (files: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const file of files)
    for (const { entries } of parseSync(file, readSource(file)).module.staticExports)
      for (const { exportName } of entries)
        if (exportName.name) found.set(exportName.name, [...(found.get(exportName.name) ?? []), file]);
  return found;
};
const code = sourceFiles.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));

test.each([
  ['the program', /^(domain|main|preload|renderer|texts)\//],
  ['the signing portal', /^portal\//],
])('in %s a name that is exported means one thing', (_, part) => {
  const twice = [...exportedBy(code.filter((file) => part.test(file)))]
    .filter(([name, files]) => new Set(files).size > 1 && !(name in shared))
    .map(([name, files]) => `${name}: ${[...new Set(files)].join(', ')}`);
  expect(twice).toEqual([]);
});

test('no reason is left for a name that only one file exports', () => {
  const names = exportedBy(code.filter((file) => /^(domain|main|preload|renderer|texts)\//.test(file)));
  expect(Object.keys(shared).filter((name) => new Set(names.get(name)).size < 2)).toEqual([]);
});
