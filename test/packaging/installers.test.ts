import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { askedAddress } from '../../main/hosts/electron/desk-shortcuts.ts';
import { readSource, root } from '../architecture/read-imports.ts';

const targets = z.array(
  z.union([z.string(), z.looseObject({ target: z.string() }).transform((one) => one.target)]),
);
const settings = z
  .looseObject({
    icon: z.string(),
    publish: z.null(),
    win: z.looseObject({ target: targets }),
    msi: z.looseObject({ perMachine: z.boolean(), oneClick: z.boolean(), upgradeCode: z.string() }),
    nsis: z.looseObject({ perMachine: z.boolean(), deleteAppDataOnUninstall: z.boolean(), guid: z.string() }),
    mac: z.looseObject({ target: targets, hardenedRuntime: z.boolean(), entitlements: z.string() }),
    linux: z.looseObject({
      target: targets,
      desktop: z.object({ desktopActions: z.record(z.string(), z.looseObject({ Exec: z.string() })) }),
    }),
  })
  .parse(parse(readSource('electron-builder.yml')));

test('Windows gets an installer per machine and one per user', () => {
  expect(settings.win.target).toEqual(['msi', 'nsis']);
  expect(settings.msi).toMatchObject({ perMachine: true, oneClick: false });
  expect(settings.nsis).toMatchObject({ perMachine: false, allowElevation: false, packElevateHelper: false });
});
test('what identifies an installation never changes, or an upgrade would be a second one', () => {
  expect(settings.msi.upgradeCode).toBe('{A1D8E9B4-6C3F-4F0B-9B5E-2F6C1B7D5E10}');
  expect(settings.nsis.guid).toBe('3f1f4b0e-6d0b-5a3c-8a51-7c9f3e2d9a44');
});
test('uninstalling leaves the archive', () => {
  expect(settings.nsis.deleteAppDataOnUninstall).toBe(false);
});
test('no installer carries an address to update from: policy names it', () => {
  expect(settings.publish).toBeNull();
});
test('macOS and Linux get what their users install', () => {
  expect(settings.mac.target).toEqual(['dmg']);
  expect(settings.mac.hardenedRuntime).toBe(true);
  expect(settings.linux.target).toEqual(['AppImage', 'deb', 'rpm']);
});
test('the dock of Linux offers places that the program knows', () => {
  const places = Object.values(settings.linux.desktop.desktopActions).map(({ Exec }) => Exec.split(' '));
  for (const [program, ...args] of places) {
    expect(program).toBe('segl');
    expect(askedAddress(args)).toBeDefined();
  }
});
test('what the installers are made of is there', () => {
  for (const path of [settings.icon, settings.mac.entitlements])
    expect(existsSync(join(root, path))).toBe(true);
  // The icon formats of Windows and macOS are drawn from one picture of at least 512 by 512.
  const picture = readFileSync(join(root, settings.icon));
  expect(picture.readUInt32BE(16)).toBeGreaterThanOrEqual(512);
  expect(picture.readUInt32BE(20)).toBe(picture.readUInt32BE(16));
});
