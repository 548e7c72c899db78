import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Packed, packProgram } from './support/pack.ts';

let packed: Packed;
beforeAll(async () => {
  packed = await packProgram();
}, 180_000);
afterAll(() => packed?.remove());

describe('what is packed', () => {
  test('is the program with its texts, window, migrations and resources', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'package.json',
        'out/main/hosts/electron/start.js',
        'out/main/adapters/store/migrations/sqlite/0001-archive.sql',
        'out/portal/start.js',
        'out/preload/bridge.cjs',
        'out/renderer/index.html',
        'out/texts/cases.js',
        'resources/fonts/SourceSans3-Regular.ttf',
        'resources/posten-xsd/portal.xsd',
      ]),
    );
  });

  test('holds no tests, maps, sources, other hosts or development packages', () => {
    const idle =
      /\.(map|ts|tsx|flow|gyp)$|(^|\/)(test|tests|__tests__)\/|^out\/main\/hosts\/(node|demo)\/|node_modules\/(vite|vitest|typescript|electron|electron-builder|react|@playwright|@biomejs|playwright-core)\//;
    expect(packed.files.filter(({ path }) => idle.test(path)).map(({ path }) => path)).toEqual([]);
  });

  test('brings a library once, not in every form it is published in', () => {
    const copies =
      /pdf-lib\/(dist|es|src|ts3\.4)\/|asn1[^/]*\/build\/es2015\/|fontkit\.es\.js|pako\.min\.js|\/umd\//;
    expect(packed.files.filter(({ path }) => copies.test(path)).map(({ path }) => path)).toEqual([]);
  });

  test('lies outside the checked archive only where the operating system loads it, and only for its own platform', () => {
    const outside = packed.files.filter((file) => file.outside).map(({ path }) => path);
    expect(outside).toContain('node_modules/better-sqlite3/prebuilds/linux-x64.node');
    expect(outside.filter((path) => !path.endsWith('.node'))).toEqual([]);
    expect(outside.filter((path) => /darwin|win32|musl|arm64/.test(path))).toEqual([]);
  });

  test('stays within the stated size: 90 MB besides Electron', () => {
    const bytes = packed.files.reduce((sum, { size }) => sum + size, 0);
    expect(bytes).toBeLessThan(90_000_000);
    // A check that nothing can fail would pass on an empty archive too.
    expect(bytes).toBeGreaterThan(10_000_000);
  });

  test('keeps of Electron’s languages the three that Segl speaks', async () => {
    expect((await readdir(join(packed.folder, 'locales'))).sort()).toEqual(['en-US.pak', 'nb.pak', 'nn.pak']);
  });
});

/** The characters by which the wire in the binary says so. */
const off = '0'.charCodeAt(0);
const on = '1'.charCodeAt(0);

test('the fuses are set before anything is signed', async () => {
  const wire = await getCurrentFuseWire(join(packed.folder, 'segl'));
  expect({
    runAsNode: wire[FuseV1Options.RunAsNode],
    cookieEncryption: wire[FuseV1Options.EnableCookieEncryption],
    nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
    integrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
    ownSnapshot: wire[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot],
    filePrivileges: wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
  }).toEqual({
    runAsNode: off,
    cookieEncryption: on,
    nodeOptions: off,
    inspect: off,
    integrity: on,
    onlyAsar: on,
    ownSnapshot: off,
    filePrivileges: off,
  });
});
