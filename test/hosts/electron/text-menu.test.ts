import { expect, test, vi } from 'vitest';
import { textMenu } from '../../../main/hosts/electron/text-menu.ts';

const nothing = { isEditable: false, selectionText: '', misspelledWord: '', dictionarySuggestions: [] };
const labels = (place: Partial<typeof nothing> & { dictionarySuggestions?: readonly string[] }) =>
  textMenu({ ...nothing, ...place }, 'nb', () => undefined).map(({ label, type }) => label ?? type);

test('over nothing there is no menu', () => {
  expect(labels({})).toEqual([]);
});
test('text can be copied, and where one writes also cut and pasted', () => {
  expect(labels({ selectionText: 'vedtak' })).toEqual(['Kopier']);
  expect(labels({ selectionText: 'vedtak', isEditable: true })).toEqual(['Klipp ut', 'Kopier', 'Lim inn']);
});
test('a misspelled word is offered better ones, or that there are none', () => {
  const replace = vi.fn();
  const place = { ...nothing, isEditable: true, misspelledWord: 'vedtek', dictionarySuggestions: ['vedtak'] };
  textMenu(place, 'nb', replace)[0]?.click?.();
  expect(replace).toHaveBeenCalledExactlyOnceWith('vedtak');
  expect(labels({ isEditable: true, misspelledWord: 'xyz' })).toEqual([
    'Ingen forslag',
    'separator',
    'Lim inn',
  ]);
});
