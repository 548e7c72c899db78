import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseOptions as parseElectron } from '../../../main/hosts/electron/options.ts';
import { parseOptions } from '../../../main/hosts/node/options.ts';

test('an archive folder is enough: training, any free port, in a browser', () => {
  expect(parseOptions(['--archive', 'here'])).toEqual({
    archive: resolve('here'),
    port: 0,
    open: true,
    json: false,
    kind: 'training',
    portalTestControl: false,
  });
});
test('every option is heard', () => {
  const args = ['--archive=/a', '--port', '8123', '--no-open', '--json', '--production'];
  expect(parseOptions(args)).toEqual({
    archive: resolve('/a'),
    port: 8123,
    open: false,
    json: true,
    kind: 'production',
    portalTestControl: false,
  });
});
test.each([
  [['--archive', '']],
  [['--archive']],
  [['--archive', 'a', '--port', '70000']],
  [['--archive', 'a', '--port', '-1']],
  [['--archive', 'a', '--port', '1e3']],
  [['--archive', 'a', '--colour']],
  [['--archive', 'a', 'b']],
])('%j is refused', (args) => {
  expect(() => parseOptions(args)).toThrow();
});
test('Electron’s own options do not disturb ours', () => {
  expect(parseElectron(['--no-sandbox', '--archive', '/a', '--inspect=1'], '/data').archive).toBe(
    resolve('/a'),
  );
  expect(parseElectron([], '/data')).toEqual({ archive: resolve('/data/opplaering'), kind: 'training' });
  expect(parseElectron(['--production'], '/data').archive).toBe(resolve('/data/drift'));
});
test('without a folder it is the user’s own archive of that kind', () => {
  const folders = { own: '/own', archives: '/archives', caches: '/caches' };
  expect(parseOptions([], folders).archive).toBe(resolve('/archives/opplaering'));
  expect(parseOptions(['--production'], folders).archive).toBe(resolve('/archives/drift'));
});
