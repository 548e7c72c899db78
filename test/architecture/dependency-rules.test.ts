import { describe, expect, test } from 'vitest';
import { areaOf, covers, isAllowed, mayReach } from './dependency-table.ts';
import { reachesOf, readSource, sourceFiles } from './read-imports.ts';

const held = sourceFiles.filter((file) => !file.startsWith('test/') && !/^[^/]+\.config\.ts$/.test(file));
const reaches = held.flatMap(reachesOf);

test('every file belongs to an area', () => {
  expect(held.filter((file) => !areaOf(file))).toEqual([]);
});
test('arrows point inward only', () => {
  const wrong = reaches.filter(({ file, target }) => !isAllowed(file, target));
  expect(wrong.map(({ file, target }) => `${file} reaches ${target}`)).toEqual([]);
});
test('no area is allowed what none of its files reaches', () => {
  const idle = mayReach.flatMap(([area, reach]) => {
    const own = reaches.filter(({ file }) => areaOf(file)?.[0] === area);
    return reach
      .filter((allowed) => !own.some(({ target }) => covers(allowed, target)))
      .map((allowed) => `${area} may reach ${allowed}, and does not`);
  });
  const empty = mayReach.filter(([area]) => !held.some((file) => areaOf(file)?.[0] === area));
  expect([...idle, ...empty.map(([area]) => `${area} holds no file`)]).toEqual([]);
});
test('what is shipped with the program is what the program imports', () => {
  const shipped = Object.keys(JSON.parse(readSource('package.json')).dependencies);
  const imported = new Set(
    reaches
      .filter(({ file }) => !file.startsWith('renderer/') && !file.startsWith('scripts/'))
      .map(({ target }) => target),
  );
  expect(shipped.filter((name) => !imported.has(name))).toEqual([]);
});
test('only the Electron host and its bridge know Electron', () => {
  const knowing = reaches.filter(({ target }) => target === 'electron' || target === 'electron-store');
  const others = knowing.filter(({ file }) => !/^(main\/hosts\/electron\/|preload\/bridge\.ts$)/.test(file));
  expect(knowing).not.toEqual([]);
  expect(others).toEqual([]);
});
test('the window takes types from the contract, and as values only the names of channels', () => {
  const values = reaches.filter(
    ({ file, target, typesOnly }) =>
      file.startsWith('renderer/') && target.startsWith('preload/contract/') && !typesOnly,
  );
  expect(values.filter(({ target }) => target !== 'preload/contract/channels.ts')).toEqual([]);
});
test('every file of ours that is named exists', () => {
  const ours = reaches.filter(({ target }) =>
    /^(domain|main|preload|renderer|portal|texts|scripts)\/.*\.(ts|tsx|mjs)$/.test(target),
  );
  expect(
    ours
      .filter(({ target }) => !sourceFiles.includes(target))
      .map(({ file, target }) => `${file}: ${target}`),
  ).toEqual([]);
});

describe('the table itself', () => {
  test.each([
    ['domain/title.ts', 'node:crypto'],
    ['domain/title.ts', 'main/ports/events.ts'],
    ['main/usecases/expedite.ts', 'main/adapters/store/migrate.ts'],
    ['main/api/dispatcher.ts', 'main/adapters/pdf/read-pdf.ts'],
    ['main/adapters/posten/poll.ts', 'main/adapters/pdf/read-pdf.ts'],
    ['main/application/application.ts', 'main/hosts/page-policy.ts'],
    ['main/application/application.ts', 'electron'],
    ['portal/portal.ts', 'domain/identity-number.ts'],
    ['renderer/app.tsx', 'main/ports/events.ts'],
    ['preload/contract/contract.ts', 'main/ports/events.ts'],
    ['somewhere/else.ts', 'node:fs'],
  ])('%s may not reach %s', (file, target) => {
    expect(isAllowed(file, target)).toBe(false);
  });
});
