import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { type Reach, reachesOf, sourceFiles } from './read-imports.ts';

const rooms = ['domain', 'main', 'preload', 'renderer', 'portal', 'texts'];
const reaches = sourceFiles
  .filter((file) => rooms.some((room) => file.startsWith(`${room}/`)))
  .flatMap(reachesOf)
  .filter(({ target }) => rooms.some((room) => target.startsWith(`${room}/`)));

/** Folder by folder, which other folders its files import from, types included. */
function folderGraph(from: readonly Reach[]): ReadonlyMap<string, ReadonlySet<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { file, target } of from) {
    const [here, there] = [dirname(file), dirname(target)];
    if (here === there) continue;
    graph.set(here, (graph.get(here) ?? new Set()).add(there));
  }
  return graph;
}

/** Groups of folders that reach one another, directly or by way of others. */
function circles(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] {
  const reachable = (start: string) => {
    const seen = new Set<string>();
    const open = [...(graph.get(start) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(graph.get(next) ?? []));
    }
    return seen;
  };
  const reached = new Map([...graph.keys()].map((folder) => [folder, reachable(folder)]));
  const groups = [...reached].flatMap(([folder, seen]) =>
    seen.has(folder)
      ? [
          [...seen]
            .filter((other) => reached.get(other)?.has(folder))
            .sort()
            .join(' ↔ '),
        ]
      : [],
  );
  return [...new Set(groups)].map((group) => group.split(' ↔ '));
}

test('no folders import from each other in a circle, not even types', () => {
  const found = circles(folderGraph(reaches)).map((group) => ({
    folders: group,
    by: reaches
      .filter(
        ({ file, target }) =>
          dirname(file) !== dirname(target) &&
          group.includes(dirname(file)) &&
          group.includes(dirname(target)),
      )
      .map(({ file, target }) => `${file} → ${target}`),
  }));
  expect(found).toEqual([]);
});

test('a circle is found whether it is short or long, and a folder above another is one of its own', () => {
  const reach = (file: string, target: string): Reach => ({ file, target, typesOnly: true });
  const short = [reach('main/a/x.ts', 'main/b/y.ts'), reach('main/b/z.ts', 'main/a/w.ts')];
  const long = [
    reach('portal/a/x.ts', 'portal/b/x.ts'),
    reach('portal/b/x.ts', 'portal/x.ts'),
    reach('portal/x.ts', 'portal/a/x.ts'),
  ];
  expect(circles(folderGraph(short))).toEqual([['main/a', 'main/b']]);
  expect(circles(folderGraph(long))).toEqual([['portal', 'portal/a', 'portal/b']]);
  expect(circles(folderGraph([reach('main/a/x.ts', 'main/b/y.ts')]))).toEqual([]);
});
