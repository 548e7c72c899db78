import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { machinePolicySettings } from '../../domain/machine-policy.ts';
import { parsePolicy } from '../../main/adapters/policy/parse-policy.ts';
import { parseRegistryFile, policyKey } from '../../main/adapters/policy/registry-policy.ts';
import { readSource } from '../architecture/read-imports.ts';

const parse = (file: string) =>
  new DOMParser({
    onError: (_level, message) => {
      throw new Error(`${file}: ${message}`);
    },
  }).parseFromString(readSource(file), 'text/xml');
const template = parse('packaging/policy/segl.admx');
const all = (name: string, inside: { getElementsByTagName(name: string): Iterable<Element> } = template) => [
  ...inside.getElementsByTagName(name),
];
const policies = all('policy');
/** Policies that write values of their own kind below a key, and what they write. */
const written = policies.map((policy) => {
  const [text] = all('text', policy);
  const [list] = all('list', policy);
  const below = list?.getAttribute('key')?.split('\\').at(-1);
  return {
    key: policy.getAttribute('key'),
    name: policy.getAttribute('valueName') ?? text?.getAttribute('valueName') ?? below,
  };
});

describe('the templates for Windows’ group policy', () => {
  test('offer every setting that Segl reads, by the name it reads it under, and no other', () => {
    const ours = (name: string | null | undefined) => `${name?.charAt(0).toLowerCase()}${name?.slice(1)}`;
    expect(written.map(({ name }) => ours(name)).sort()).toEqual([...machinePolicySettings].sort());
    const key = policyKey.replace(/^HKLM\\/, '');
    expect(written.filter((one) => one.key !== key)).toEqual([]);
  });

  test.each(['nb-NO', 'en-US'])('have each of their words in %s, and none beside', (language) => {
    const words = parse(`packaging/policy/${language}/segl.adml`);
    const asked = (kind: string) =>
      [
        ...readSource('packaging/policy/segl.admx').matchAll(new RegExp(`\\$\\(${kind}\\.(\\w+)\\)`, 'g')),
      ].map(([, id]) => id);
    const given = (name: string) => all(name, words).map((one) => one.getAttribute('id'));
    expect(given('string').sort()).toEqual([...new Set(asked('string'))].sort());
    expect(given('presentation').sort()).toEqual(asked('presentation').sort());
    const elements = [...all('text'), ...all('list')].map((one) => one.getAttribute('id'));
    const shown = [...all('textBox', words), ...all('listBox', words)].map((one) =>
      one.getAttribute('refId'),
    );
    expect(shown.sort()).toEqual(elements.sort());
  });

  test('what Windows writes by them is what Segl understands', () => {
    const registry = [
      'Windows Registry Editor Version 5.00',
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Segl]',
      '"Updates"="https://updates.kommune.example/segl"',
      `"ArchiveFolder"=hex(2):${utf16('%LOCALAPPDATA%\\Arkiv\0')}`,
      '"Proxy"="http://proxy.kommune.example:8080"',
      '"ProductionOnly"=dword:00000001',
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Segl\\AllowedServices]',
      '"1"="posten-production"',
    ].join('\r\n');
    const world = { platform: 'win32', env: { LOCALAPPDATA: 'C:\\Users\\kari\\AppData\\Local' } };
    expect(parsePolicy(parseRegistryFile(registry), policyKey, world)).toEqual({
      updates: 'https://updates.kommune.example/segl',
      archiveFolder: 'C:\\Users\\kari\\AppData\\Local\\Arkiv',
      proxy: 'http://proxy.kommune.example:8080',
      productionOnly: true,
      allowedServices: ['posten-production'],
    });
  });
});

const utf16 = (text: string) =>
  Buffer.from(text, 'utf16le')
    .toString('hex')
    .replace(/(..)(?=.)/g, '$1,');
