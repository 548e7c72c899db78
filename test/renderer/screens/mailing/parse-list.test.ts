import { expect, test } from 'vitest';
import { decodeList } from '../../../../renderer/screens/mailing/decode-list.ts';
import { parseList } from '../../../../renderer/screens/mailing/parse-list.ts';

const read = (text: string) => {
  const { people, emptyLines } = parseList(text);
  return {
    people: people.map(({ line, name, identityNumber, firm, organisationNumber }) =>
      [line, name, identityNumber, firm, organisationNumber].filter((cell) => cell !== ''),
    ),
    emptyLines,
  };
};
const two = [
  [1, 'Åse Øvesen', '14838511091'],
  [2, 'Olav Nes', '02917112145'],
];

test.each([
  ['semicolon', 'Åse Øvesen;14838511091\nOlav Nes;02917112145'],
  ['comma', 'Åse Øvesen,14838511091\r\nOlav Nes,02917112145\r\n'],
  ['tab, as pasted from a spreadsheet', 'Åse Øvesen\t14838511091\nOlav Nes\t02917112145\n'],
  ['the number first', '14838511091;Åse Øvesen\n02917112145;Olav Nes'],
  ['quotes', '"Åse Øvesen";"14838511091"\n"Olav Nes";"02917112145"'],
  ['a byte order mark', '\uFEFFÅse Øvesen;14838511091\nOlav Nes;02917112145'],
])('%s', (_what, text) => {
  expect(read(text)).toEqual({ people: two, emptyLines: [] });
});

test('headings say which column is which, and lines keep their numbers past empty ones', () => {
  const text =
    'Org.nr;Virksomhet;Fornavn;Etternavn;Fødselsnummer\n974760673;Bygg AS;Åse;Øvesen;14838511091\n\n;;;;\n;;Olav;Nes;02917112145\n\n';
  expect(read(text)).toEqual({
    people: [
      [2, 'Åse Øvesen', '14838511091', 'Bygg AS', '974760673'],
      [5, 'Olav Nes', '02917112145'],
    ],
    emptyLines: [3, 4],
  });
});

test('a line break within quotes counts, a comma within them parts nothing, an open quote swallows nothing', () => {
  expect(read('"Åse\nØvesen";14838511091\n"Nes, Olav";02917112145').people).toEqual([
    [1, 'Åse\nØvesen', '14838511091'],
    [3, 'Nes, Olav', '02917112145'],
  ]);
  expect(read('"Åse;14838511091\nOlav Nes;02917112145').people).toHaveLength(2);
});

test('a wrong line is a line: without a number, and with one that is too short', () => {
  expect(read('Åse Øvesen;14838511091\nOlav Nes\nKari;123').people).toEqual([
    [1, 'Åse Øvesen', '14838511091'],
    [2, 'Olav Nes'],
    [3, 'Kari', '123'],
  ]);
});

const text = 'Åse Øvesæn;14838511091\n';
const utf16 = (little: boolean, mark: boolean) => {
  const units = [...(mark ? '\uFEFF' : ''), ...text].map((letter) => letter.charCodeAt(0));
  return new Uint8Array(
    units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
};
test.each([
  ['UTF-8', new TextEncoder().encode(text)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
  ['Windows-1252', new Uint8Array([...text].map((letter) => letter.charCodeAt(0)))],
  ['UTF-16, little end first', utf16(true, true)],
  ['UTF-16, big end first', utf16(false, true)],
  ['UTF-16 without a mark', utf16(true, false)],
])('letters of ours are right in %s', (_encoding, bytes) => {
  expect(decodeList(bytes)).toBe(text);
});

test.each([
  ['a workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00])],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff])],
])('%s is no list', (_what, bytes) => {
  expect(decodeList(bytes)).toBeUndefined();
});
