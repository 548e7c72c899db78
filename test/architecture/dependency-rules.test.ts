import { describe, expect, test } from 'vitest';
import { areaOf, isAllowed } from './dependency-table.ts';
import { reachesOf, sourceFiles } from './read-imports.ts';

const held = sourceFiles.filter((file) => !file.startsWith('test/') && !/^[^/]+\.config\.ts$/.test(file));
const reaches = held.flatMap(reachesOf);

test('every file belongs to an area', () => {
  expect(held.filter((file) => !areaOf(file))).toEqual([]);
});
test('arrows point inward only', () => {
  const wrong = reaches.filter(({ file, target }) => !isAllowed(file, target));
  expect(wrong.map(({ file, target }) => `${file} reaches ${target}`)).toEqual([]);
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
