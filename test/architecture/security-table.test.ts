import { expect, test } from 'vitest';
import { readSource, sourceFiles } from './read-imports.ts';

const rows = readSource('SECURITY.md')
  .split('\n')
  .filter((line) => /^\| \d+\. /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('Electron’s checklist has all its twenty points', () => {
  expect(rows.map(([, point]) => Number.parseInt(point ?? '', 10))).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 1),
  );
});

test('every point names a test that is there', () => {
  const missing = rows.filter(([, , , proof = '']) => {
    const [, file = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(proof) ?? [];
    return (
      !sourceFiles.includes(file) || !new RegExp(`test\\(\\s*'${escaped(title)}'`).test(readSource(file))
    );
  });
  expect(missing.map(([, point, , proof]) => `${point} ${proof}`)).toEqual([]);
});

test('every file that the table names is there', () => {
  const named = rows.flatMap((row) => [...row.join(' ').matchAll(/`((?:main|preload|test)\/[^`]+)`/g)]);
  expect(named.map(([, file = '']) => file).filter((file) => !sourceFiles.includes(file))).toEqual([]);
});

test('no window asks for what Electron advises against', () => {
  const advised =
    /\b(allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|allowpopups)\b|(webSecurity|contextIsolation|sandbox): false|nodeIntegration\w*: true|--no-sandbox|executeJavaScript\(/;
  const product = sourceFiles.filter((file) => /^(main\/hosts\/electron|preload|renderer)\//.test(file));
  expect(product.filter((file) => advised.test(readSource(file)))).toEqual([]);
});

test('Electron is of a line that its makers still keep', () => {
  const { devDependencies } = JSON.parse(readSource('package.json')) as {
    devDependencies: Readonly<Record<string, string>>;
  };
  const major = Number.parseInt((devDependencies.electron ?? '').replace(/^\D+/, ''), 10);
  // The latest three majors are kept (electron/docs, «Electron Releases»); 45 is the newest at the time of writing.
  expect(major).toBeGreaterThanOrEqual(43);
});

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
