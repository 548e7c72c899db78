import { AFRelationship, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { expect, test } from 'vitest';
import { lookForNumbers } from '../../../main/adapters/pdf/look-for-numbers.ts';
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
/** A note on the page; one with the second flag (2) is hidden on the screen, and yet there. */
const withNote = async (text: string, flags = 0): Promise<Uint8Array> => {
  const pdf = await PDFDocument.load(await makePdf(['Avtale']));
  const note = pdf.context.register(
    pdf.context.obj({
      Type: 'Annot',
      Subtype: 'Text',
      Rect: [100, 100, 120, 120],
      F: flags,
      Contents: PDFHexString.fromText(text),
    }),
  );
  pdf.getPage(0).node.set(PDFName.of('Annots'), pdf.context.obj([note]));
  return pdf.save();
};
const withLink = async (address: string): Promise<Uint8Array> => {
  const pdf = await PDFDocument.load(await makePdf(['Avtale']));
  const link = pdf.context.register(
    pdf.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [100, 100, 120, 120],
      A: { S: 'URI', URI: PDFString.of(address) },
    }),
  );
  pdf.getPage(0).node.set(PDFName.of('Annots'), pdf.context.obj([link]));
  return pdf.save();
};
const withProperty = async (change: (pdf: PDFDocument) => void): Promise<Uint8Array> => {
  const pdf = await PDFDocument.load(await makePdf(['Avtale']));
  change(pdf);
  return pdf.save();
};
const withMetadata = (text: string): Promise<Uint8Array> =>
  withProperty((pdf) => {
    const rdf =
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
      `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>${text}` +
      `</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`;
    const stream = pdf.context.stream(rdf, { Type: 'Metadata', Subtype: 'XML' });
    pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream));
  });
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
  ['in a note', () => withNote(`Gjelder ${number}`)],
  ['in a hidden note', () => withNote(`Gjelder ${number}`, 2)],
  ['in the address of a link', () => withLink(`https://example.no/person/${number}`)],
  ['in the title among the properties', () => withProperty((pdf) => pdf.setTitle(`Avtale ${number}`))],
  ['in the keywords', () => withProperty((pdf) => pdf.setKeywords(['avtale', number]))],
  ['in the metadata', () => withMetadata(number)],
  ['in XML', async () => xml(number)],
] as const)('an identity number is read %s', async (_, make) => {
  expect(await lookForNumbers(await make())).toBe('shown');
});

test.each([
  ['a letter', () => makePdf(['Leieavtale', 'Kontonummer 1234.56.78903, telefon 97 66 07 00'])],
  ['eleven digits that are no identity number', () => makePdf(['Saksnummer 12829499913'])],
  ['a longer number', () => makePdf([`Referanse 4${number}`])],
  ['XML without one', async () => xml('Kari Prøve')],
] as const)('%s shows none', async (_, make) => {
  expect(await lookForNumbers(await make())).toBe('none');
});

test('a file that cannot be read counts as one that shows them', async () => {
  const pdf = await makePdf(['Avtale']);
  expect(await lookForNumbers(pdf.subarray(0, 60))).toBe('unreadable');
});
