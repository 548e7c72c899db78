import { expect, test, vi } from 'vitest';
import { checkSpelling, chooseDictionaries } from '../../../main/hosts/electron/choose-dictionaries.ts';

test.each([
  [['en-US', 'nb-NO', 'nn-NO', 'nb'], 'nb', ['nb-NO', 'nb', 'nn-NO']],
  [['en-US', 'nb', 'nn'], 'nn', ['nn', 'nb']],
  [['en-GB', 'nb'], 'en', ['nb', 'en-GB']],
  [['sv', 'da', 'en-US'], 'nb', []],
] as const)('of %o, %s is checked by %o', (available, language, chosen) => {
  expect(chooseDictionaries(available, language)).toEqual(chosen);
});
test('where the platform has no Norwegian, nothing is underlined', () => {
  const session = {
    availableSpellCheckerLanguages: ['sv'],
    setSpellCheckerEnabled: vi.fn(),
    setSpellCheckerLanguages: vi.fn(),
    setSpellCheckerDictionaryDownloadURL: vi.fn(),
  };
  checkSpelling(session, 'nb', 'archive://app/dictionaries/');
  expect(session.setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false);
  expect(session.setSpellCheckerLanguages).not.toHaveBeenCalled();
});
