import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type PolicySources, readMachinePolicy } from '../../../main/adapters/policy/read-machine-policy.ts';
import { parseRegistryFile } from '../../../main/adapters/policy/registry-policy.ts';
import { PolicyUnreadable } from '../../../main/ports/machine-policy.ts';

let folder: string;
let sources: PolicySources;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'segl-policy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  sources = {
    platform: 'linux',
    env: { USER: 'kari', LOCALAPPDATA: 'C:\\Users\\kari\\AppData\\Local' },
    run: () => {
      throw new Error('no such program');
    },
    file: join(folder, 'policy.json'),
    managed: [],
  };
});
const whole = {
  updates: 'https://segl.kommune.example/oppdatering/',
  archiveFolder: '/srv/segl/%USER%',
  proxy: 'http://proxy.kommune.example:3128',
  productionOnly: true,
  allowedServices: ['posten-production'],
};
const write = (text: string) => writeFileSync(sources.file, text);

describe('the file', () => {
  test('binds what it names, with the user’s own part of a path', () => {
    write(JSON.stringify(whole));
    expect(readMachinePolicy(sources)).toEqual({ ...whole, archiveFolder: '/srv/segl/kari' });
  });
  test('that is not there decides nothing, and this machine has none', () => {
    expect(readMachinePolicy(sources)).toEqual({});
    write('{}');
    expect(readMachinePolicy(sources)).toEqual({});
  });
  test.each([
    ['{ "productionOnly": tru', undefined],
    ['[]', undefined],
    ['', undefined],
    ['{ "productonOnly": true }', 'productonOnly'],
    ['{ "productionOnly": "ja" }', 'productionOnly'],
    ['{ "updates": "http://segl.example/" }', 'updates'],
    ['{ "updates": "on" }', 'updates'],
    ['{ "archiveFolder": "arkiv" }', 'archiveFolder'],
    ['{ "archiveFolder": "/srv/%NOBODY%" }', 'archiveFolder'],
    ['{ "archiveFolder": "" }', 'archiveFolder'],
    ['{ "proxy": "proxy:3128" }', 'proxy'],
    ['{ "proxy": "http://proxy:3128/path" }', 'proxy'],
    ['{ "proxy": "socks5://proxy:1080" }', 'proxy'],
    ['{ "allowedServices": "posten-production" }', 'allowedServices'],
    ['{ "allowedServices": [1] }', 'allowedServices'],
  ])('%s is not understood, and nothing is opened', (text, setting) => {
    write(text);
    const read = () => readMachinePolicy(sources);
    expect(read).toThrow(PolicyUnreadable);
    expect(read).toThrow(expect.objectContaining({ place: sources.file, setting }));
  });
  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'that may not be read is a fault',
    () => {
      write('{}');
      chmodSync(sources.file, 0);
      expect(() => readMachinePolicy(sources)).toThrow(PolicyUnreadable);
    },
  );
});

/** As `reg export` writes: UTF-16 with a mark, CRLF, long values over several lines. */
const registration = [
  '\ufeffWindows Registry Editor Version 5.00',
  '',
  String.raw`[HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Segl]`,
  '"Updates"="off"',
  '"Proxy"="http://proxy.blåfjell.example:3128"',
  '"ProductionOnly"=dword:00000001',
  `"ArchiveFolder"=hex(2):${[...Buffer.from('%LOCALAPPDATA%\\ÆØÅ\0', 'utf16le')]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join(',')
    .replace(/(.{60},)/g, '$1\\\r\n  ')}`,
  '',
  String.raw`[HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Segl\AllowedServices]`,
  '"1"="posten-difitest"',
  '"2"="posten-production"',
  '',
].join('\r\n');

describe('the registry', () => {
  const windows = (policies: string, file = registration): PolicySources => ({
    ...sources,
    platform: 'win32',
    run: (program, [what = '', , path = '']) => {
      expect(program).toBe('reg');
      if (what === 'export') writeFileSync(path, Buffer.from(file, 'utf16le'));
      return what === 'query' ? policies : '';
    },
  });
  const parent = String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies`;

  test('binds what it names, in the letters of the country', () => {
    expect(readMachinePolicy(windows(`\r\n${parent}\\Microsoft\r\n${parent}\\Segl\r\n`))).toEqual({
      updates: 'off',
      proxy: 'http://proxy.blåfjell.example:3128',
      productionOnly: true,
      archiveFolder: 'C:\\Users\\kari\\AppData\\Local\\ÆØÅ',
      allowedServices: ['posten-difitest', 'posten-production'],
    });
  });
  test('without the key decides nothing', () =>
    expect(readMachinePolicy(windows(`\r\n${parent}\\Microsoft\r\n${parent}\\Seglbåt\r\n`))).toEqual({}));
  test('that Windows does not let us read is a fault', () =>
    expect(() => readMachinePolicy({ ...sources, platform: 'win32' })).toThrow(
      expect.objectContaining({ place: String.raw`HKLM\SOFTWARE\Policies\Segl` }),
    ));
  test('a switch that is neither on nor off is not understood', () => {
    const odd = registration.replace('dword:00000001', 'dword:00000002');
    expect(() => readMachinePolicy(windows(`${parent}\\Segl\r\n`, odd))).toThrow(
      expect.objectContaining({ setting: 'productionOnly' }),
    );
  });
  test('a list may be one value of several lines; an empty list allows nothing', () => {
    const key = String.raw`[HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Segl]`;
    const several = [...Buffer.from('a\0b\0\0', 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0'));
    expect(parseRegistryFile(`${key}\r\n"AllowedServices"=hex(7):${several}\r\n`)).toEqual({
      allowedServices: ['a', 'b'],
    });
    expect(parseRegistryFile(`${key}\r\n\r\n${key.replace(']', '\\AllowedServices]')}\r\n`)).toEqual({
      allowedServices: [],
    });
  });
});

test('macOS: what a management profile laid down, the user’s before the machine’s', () => {
  const [user, machine] = [join(folder, 'user.plist'), join(folder, 'machine.plist')];
  const mac: PolicySources = {
    ...sources,
    platform: 'darwin',
    managed: [user, machine],
    run: (_, args) => JSON.stringify({ productionOnly: args.at(-1) === user }),
  };
  expect(readMachinePolicy(mac)).toEqual({});
  writeFileSync(machine, '');
  expect(readMachinePolicy(mac)).toEqual({ productionOnly: false });
  writeFileSync(user, '');
  expect(readMachinePolicy(mac)).toEqual({ productionOnly: true });
});
