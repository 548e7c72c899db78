import { expect, test } from 'vitest';
import { openDrawnFile } from '../../../main/adapters/pdf/compare/open-drawn-file.ts';
import { mergeWhole } from '../../../main/adapters/pdf/merge-whole.ts';
import { PartUnusable } from '../../../main/ports/pdf-workshop.ts';
import { helvetica, writePage, writeStream } from './write-pdf.ts';

const labels = { title: 'Skjema', language: 'nb' } as const;
const merge = (bytes: Uint8Array) => mergeWhole([{ title: 'Skjema', bytes }], labels);
type Form = { readonly form?: string; readonly further?: readonly (string | Buffer)[] };
/** A page that says «Skjema» with one field, object 6; what the field refers to follows from object 7 on. */
const withField = (field: string, { form = '', further = [] }: Form = {}) =>
  writePage(
    'BT /F1 14 Tf 60 780 Td (Skjema) Tj ET',
    '/Font << /F1 5 0 R >>',
    [helvetica, `<< /Type /Annot /Subtype /Widget /Rect [60 600 300 640] /T (felt) ${field} >>`, ...further],
    '/Annots [6 0 R]',
    `/AcroForm << /Fields [6 0 R] /DA (/Helv 12 Tf 0 g) ${form} >>`,
  );
const picture = (text: string) =>
  writeStream(
    `/Tx BMC q BT /F1 12 Tf 0 g 4 14 Td (${text}) Tj ET Q EMC`,
    '/Type /XObject /Subtype /Form /BBox [0 0 240 40] /Resources << /Font << /F1 5 0 R >> >>',
  );
const mark = writeStream('0 0 1 rg 5 5 30 30 re f', '/Type /XObject /Subtype /Form /BBox [0 0 40 40]');
const blank = writeStream('', '/Type /XObject /Subtype /Form /BBox [0 0 40 40]');

async function read(bytes: Uint8Array) {
  const drawn = await openDrawnFile(bytes);
  const text = await drawn.text(0);
  const { width, pixels, toPixels } = await drawn.draw(0, 72);
  await drawn.close();
  const [left = 0, bottom = 0, right = 0, top = 0] = toPixels([60, 600, 300, 640]);
  let dark = 0;
  for (let y = Math.round(top); y < bottom; y += 1)
    for (let x = Math.round(left); x < right; x += 1)
      if ((pixels[(y * width + x) * 4] ?? 255) < 128) dark += 1;
  return { text, dark };
}
const shown = async (bytes: Uint8Array) => read((await merge(bytes)).bytes);

test.each([
  ['no picture', withField('/FT /Tx /V (Kari Nordmann)')],
  [
    'a value of the field above it',
    withField('/Parent 7 0 R', { further: ['<< /FT /Tx /T (navn) /Kids [6 0 R] /V (Kari Nordmann) >>'] }),
  ],
  ['a blank picture', withField('/FT /Tx /V (Kari Nordmann) /AP << /N 7 0 R >>', { further: [blank] })],
  [
    'an old picture',
    withField('/FT /Tx /V (Kari Nordmann) /AP << /N 7 0 R >>', { further: [picture('Ola Hansen')] }),
  ],
  [
    'an old picture that the file says must be made anew',
    withField('/FT /Tx /V (Kari Nordmann) /AP << /N 7 0 R >>', {
      form: '/NeedAppearances true',
      further: [picture('Ola Hansen')],
    }),
  ],
  [
    'a font that the form does not have',
    withField('/FT /Tx /V (Kari Nordmann) /DA (/Borte 9 Tf 1 0 0 rg)', { form: '/NeedAppearances true' }),
  ],
  ['a value kept as a stream', withField('/FT /Tx /V 7 0 R', { further: [writeStream('Kari Nordmann')] })],
  ['a place that is turned', withField('/FT /Tx /V (Kari Nordmann) /MK << /R 90 >>')],
])('a text field with %s shows its value', async (_, bytes) => {
  const { text } = await shown(bytes);
  expect(text).toBe('SkjemaKariNordmann');
});

test('what the picture already shows is left as it is', async () => {
  const bytes = withField('/FT /Tx /V (Kari Nordmann) /AP << /N 7 0 R >>', {
    further: [picture('Kari Nordmann')],
  });
  expect((await shown(bytes)).dark).toBe((await read(bytes)).dark);
});

test('a value that a script writes in another way keeps its picture', async () => {
  const bytes = withField(
    '/FT /Tx /V (1000) /AA << /F << /S /JavaScript /JS (AFNumber_Format) >> >> /AP << /N 7 0 R >>',
    {
      further: [picture('1 000,00 kr')],
    },
  );
  expect((await shown(bytes)).text).toBe('Skjema1000,00kr');
});

test.each([
  [
    'several lines',
    '/FT /Tx /Ff 4096 /V (En linje\\nog en til, som er lang nok til at den m\u00e5 brytes i flere)',
    'Skjemaenlinjeogentil,somerlangnoktilatdenm\u00e5brytesiflere',
  ],
  ['cells', '/FT /Tx /Ff 16777216 /MaxLen 11 /V (01017012345)', 'Skjema01017012345'],
  [
    'a choice, by what it shows',
    '/FT /Ch /Ff 131072 /V (no) /Opt [[(no) (Norge)] [(se) (Sverige)]]',
    'SkjemaNorge',
  ],
  [
    'choices in a list',
    '/FT /Ch /V [(a) (b)] /Opt [[(a) (Arv)] [(b) (Bolig)] [(c) (Corona)]]',
    'SkjemaArvBoligCorona',
  ],
  [
    'letters beyond Latin-1',
    '/FT /Tx /V <FEFF010C00E100680063006500730075006F006C006F>',
    'Skjema\u010c\u00e1hcesuolo',
  ],
  [
    'a text that is too wide for its size',
    `/FT /Tx /DA (/Helv 30 Tf 0 g) /V (${'Ganske lang '.repeat(4)})`,
    `Skjema${'Gansklang'.replace('k', 'ke')}`,
  ],
])('%s are drawn', async (_, field, wanted) => {
  const { text } = await shown(withField(field));
  expect(text.toLowerCase()).toContain(wanted.toLowerCase());
});

test.each([
  ['a tick without a picture', withField('/FT /Btn /V /Yes /AS /Yes'), true],
  [
    'a tick whose state has no picture',
    withField('/FT /Btn /V /Yes /AS /Yes /AP << /N << /Off 7 0 R >> >>', { further: [blank] }),
    true,
  ],
  [
    'a tick that only the value knows of',
    withField('/FT /Btn /V /Yes /AS /Off /AP << /N << /Yes 7 0 R /Off 8 0 R >> >>', {
      further: [mark, blank],
    }),
    true,
  ],
  [
    'a tick as it is',
    withField('/FT /Btn /V /Yes /AS /Yes /AP << /N << /Yes 7 0 R >> >>', { further: [mark] }),
    true,
  ],
  ['a chosen button without a picture', withField('/FT /Btn /Ff 32768 /V /A /AS /A'), true],
  ['no tick', withField('/FT /Btn /V /Off /AS /Off'), false],
  ['a button that does something', withField('/FT /Btn /Ff 65536'), false],
])('%s is drawn as such', async (_, bytes, drawn) => {
  expect((await shown(bytes)).dark > 0).toBe(drawn);
});

test.each([
  ['letters that no font here has', withField('/FT /Tx /V <FEFF4E2D6587>')],
  ['more text than there is room for', withField(`/FT /Tx /V (${'Alt for langt '.repeat(60)})`)],
  ['a chosen button that cannot be told', withField('/FT /Btn /Ff 32768 /V /A')],
])('%s stops the merge with the page', async (_, bytes) => {
  const refused = await merge(bytes).catch((fault: unknown) => fault);
  expect(refused).toBeInstanceOf(PartUnusable);
  expect(refused).toMatchObject({ index: 0, fault: 'field-lost', page: 1 });
});

test('what is not filled in keeps its frame', async () => {
  const framed = (value: string) =>
    withField(`/FT /Tx ${value} /MK << /BC [1 0 0] >>`, { form: '/NeedAppearances true' });
  expect((await shown(framed('/V ()'))).text).toBe('Skjema');
  expect((await shown(framed('/V (Kari)'))).text).toBe('SkjemaKari');
});

test('hidden fields and passwords stay unseen', async () => {
  expect((await shown(withField('/FT /Tx /F 2 /V (skjult)'))).text).toBe('Skjema');
  expect((await shown(withField('/FT /Tx /Ff 8192 /V (hemmelig)'))).text).toBe('Skjema');
});
