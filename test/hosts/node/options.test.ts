import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { FolderForbidden } from '../../../main/hosts/choose-archive.ts';
import { parseElectronOptions as parseElectron } from '../../../main/hosts/electron/options.ts';
import { parseNodeOptions } from '../../../main/hosts/node/options.ts';

test('an archive folder is enough: training, any free port, in a browser', () => {
  expect(parseNodeOptions(['--archive', 'here'])).toEqual({
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
  expect(parseNodeOptions(args)).toEqual({
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
  expect(() => parseNodeOptions(args)).toThrow();
});
const folders = { own: '/own', archives: '/archives', caches: '/caches' };
test('Electron’s own options do not disturb ours', () => {
  const electron = (...args: string[]) => parseElectron(args, folders, {});
  expect(electron('--no-sandbox', '--archive', '/a', '--inspect=1').archive).toBe(resolve('/a'));
  expect(electron()).toEqual({ archive: resolve('/archives/opplaering'), kind: 'training' });
  expect(electron('--production').archive).toBe(resolve('/archives/drift'));
});
test.each([parseNodeOptions, parseElectron])(
  'the machine’s policy goes before what is asked for (%#)',
  (parse) => {
    expect(parse([], folders, { productionOnly: true })).toMatchObject({
      archive: resolve('/archives/drift'),
      kind: 'production',
    });
    const set = { archiveFolder: '/srv/segl' };
    expect(parse([], folders, set).archive).toBe(resolve('/srv/segl/opplaering'));
    expect(parse(['--archive', '/srv/segl/drift', '--production'], folders, set).kind).toBe('production');
    expect(() => parse(['--archive', '/a'], folders, set)).toThrow(FolderForbidden);
    expect(() => parse(['--archive', '/srv/segl/opplaering', '--production'], folders, set)).toThrow(
      FolderForbidden,
    );
  },
);
test('without a folder it is the user’s own archive of that kind', () => {
  expect(parseNodeOptions([], folders).archive).toBe(resolve('/archives/opplaering'));
  expect(parseNodeOptions(['--production'], folders).archive).toBe(resolve('/archives/drift'));
});
