import { expect, test } from 'vitest';
import { languages } from '../../../domain/preferences.ts';
import { askedAddress, deskShortcuts, toArgument } from '../../../main/hosts/electron/desk-shortcuts.ts';
import { parseAddress } from '../../../renderer/routing/route.ts';

test.each(languages)('every shortcut in %s has a name, and leads where the window knows', (language) => {
  for (const { title, address } of deskShortcuts(language)) {
    expect(title).not.toBe('');
    expect(parseAddress(address).at).not.toBe('nowhere');
    expect(askedAddress([toArgument(address)])).toBe(address);
  }
});
test.each([
  '--go=',
  '--go',
  '--go=saker/../..',
  '--go=kurv/no-such',
  '--go=javascript:alert(1)',
  '--inspect',
])('a start with %s asks for no place', (argument) => {
  expect(askedAddress(['program', argument])).toBeUndefined();
});
