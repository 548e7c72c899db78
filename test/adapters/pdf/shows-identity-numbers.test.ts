import { AFRelationship, PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { showsIdentityNumbers } from '../../../main/adapters/pdf/shows-identity-numbers.ts';
import { makePdf } from './make-pdf.ts';

const number = '12829499914';
const withEmbedded = async (content: string): Promise<Uint8Array> => {
  const pdf = await PDFDocument.load(await makePdf(['Avtale']));
  await pdf.attach(Buffer.from(content), 'signatur.xml', {
    mimeType: 'application/xml',
    afRelationship: AFRelationship.Data,
  });
  return pdf.save();
};
const withField = async (value: string): Promise<Uint8Array> => {
  const pdf = await PDFDocument.load(await makePdf(['Skjema']));
  const field = pdf.getForm().createTextField('nummer');
  field.setText(value);
  field.addToPage(pdf.getPage(0));
  return pdf.save();
};
const xml = (text: string): Uint8Array => Buffer.from(`<Signer><Id>${text}</Id></Signer>`);

test.each([
  ['on a page', () => makePdf(['Avtale', `Signert av Kari Prøve (${number})`])],
  ['on a page, parted by a space', () => makePdf(['Født 128294 99914'])],
  ['in an embedded file', () => withEmbedded(`<id>${number}</id>`)],
  [
    'in base64 in an embedded file',
    () =>
      withEmbedded(
        Buffer.from(`<NativeSignature>personen er ${number} og ingen annen</N>`).toString('base64'),
      ),
  ],
  ['in a filled-in field', () => withField(number)],
  ['in XML', async () => xml(number)],
] as const)('an identity number is read %s', async (_, make) => {
  expect(await showsIdentityNumbers(await make())).toBe(true);
});

test.each([
  ['a letter', () => makePdf(['Leieavtale', 'Kontonummer 1234.56.78903, telefon 97 66 07 00'])],
  ['eleven digits that are no identity number', () => makePdf(['Saksnummer 12829499913'])],
  ['a longer number', () => makePdf([`Referanse 4${number}`])],
  ['XML without one', async () => xml('Kari Prøve')],
] as const)('%s shows none', async (_, make) => {
  expect(await showsIdentityNumbers(await make())).toBe(false);
});

test('a file that cannot be read counts as one that shows them', async () => {
  const pdf = await makePdf(['Avtale']);
  expect(await showsIdentityNumbers(pdf.subarray(0, 60))).toBe(true);
});
