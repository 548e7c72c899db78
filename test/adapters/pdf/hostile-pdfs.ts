import { helvetica, writePage, writePdf, writeStream } from './write-pdf.ts';

export const secret = 'Gudbrandsen';
export const open = 'Tilsyn';
export const font = '/Font << /F 5 0 R >>';
const shown = (operators: string): string => `BT /F 24 Tf 60 500 Td (${open}) Tj ET ${operators}`;
export const text = (
  operators: string,
  resources = font,
  further: (string | Buffer)[] = [helvetica],
  page = '',
  catalog = '',
) => writePage(shown(operators), resources, further, page, catalog);
export const write = (words: string, x = 60, y = 600): string => `BT /F 24 Tf ${x} ${y} Td (${words}) Tj ET`;
const utf16 = (words: string): string =>
  `<FEFF${[...words].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')}>`;

const graySquare = writeStream(
  Buffer.alloc(64 * 64, 0x88),
  ['/Type /XObject /Subtype /Image /Width 64 /Height 64', '/BitsPerComponent 8 /ColorSpace /DeviceGray'].join(
    ' ',
  ),
);

/** A scanned page: a picture with black strokes where words would be, and text that is not painted. */
export const scan = (ocr: string, extra = ''): Buffer => {
  const pixels = Buffer.alloc(595 * 842, 0xff);
  const strokes = (top: number, left: number, right: number) => {
    for (let y = top; y < top + 16; y += 1)
      for (let x = left; x < right; x += 1) if (x % 5 < 2) pixels[y * 595 + x] = 0;
  };
  strokes(842 - 617, 60, 200);
  strokes(842 - 517, 60, 140);
  const image = writeStream(
    pixels,
    '/Type /XObject /Subtype /Image /Width 595 /Height 842 /BitsPerComponent 8 /ColorSpace /DeviceGray',
  );
  return writePage(
    `q 595 0 0 842 0 0 cm /I Do Q ${extra} BT 3 Tr /F 24 Tf 60 500 Td (${open}) Tj ET BT 3 Tr /F 24 Tf 60 600 Td (${ocr}) Tj ET`,
    `${font} /XObject << /I 6 0 R >>`,
    [helvetica, image],
  );
};

const typeThree = (): Buffer => {
  const letters = [...new Set(`${secret}${open}`)];
  const codes = letters.map((letter) => letter.charCodeAt(0));
  const procs = letters.map((letter) => `/g${letter.charCodeAt(0)} 7 0 R`).join(' ');
  const toUnicode = writeStream(
    `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange ${letters.length} beginbfchar ${codes.map((code) => `<${code.toString(16)}> <${code.toString(16).padStart(4, '0')}>`).join(' ')} endbfchar endcmap end`,
  );
  return writePage(shown(write(secret)), font, [
    `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << ${procs} >> /Encoding << /Type /Encoding /Differences [${codes.map((code) => `${code} /g${code}`).join(' ')}] >> /FirstChar 0 /LastChar 255 /Widths [${Array.from({ length: 256 }, () => 700).join(' ')}] /ToUnicode 6 0 R /Resources << >> >>`,
    toUnicode,
    writeStream('700 0 0 0 600 700 d1 50 0 500 700 re f'),
  ]);
};

/** The page's words were others before the last revision. */
const revised = (): Buffer => {
  const first = text(write(secret));
  const content = writeStream(shown(write('Ny')));
  const place = first.length;
  const object = Buffer.concat([Buffer.from('4 0 obj\n'), content, Buffer.from('\nendobj\n')]);
  const previous = first.lastIndexOf('xref\n', first.lastIndexOf('startxref') - 1);
  const table = place + object.length;
  return Buffer.concat([
    first,
    object,
    Buffer.from(
      `xref\n4 1\n${String(place).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${table}\n%%EOF\n`,
    ),
  ]);
};

const sharedForm = (): Buffer =>
  writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 7 0 R] /Count 2 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${font} /XObject << /X 6 0 R >> >> >>`,
    writeStream(shown('/X Do')),
    helvetica,
    writeStream(write(secret), `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${font} >>`),
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 8 0 R /Resources << ${font} /XObject << /X 6 0 R >> >> >>`,
    writeStream(shown('q 0.5 0 0 0.5 100 100 cm /X Do Q')),
  ]);

const appearance = writeStream(
  `BT /F 12 Tf 4 6 Td (${secret}) Tj ET`,
  `/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << ${font} >>`,
);
const annotated = (annotation: string, catalog = ''): Buffer =>
  text('', font, [helvetica, appearance, annotation], '/Annots [7 0 R]', catalog);

/** Files in which the word is marked, and must be nowhere afterwards. */
export const marked: Readonly<Record<string, () => Buffer | Promise<Uint8Array>>> = {
  'a plain word': () => text(write(secret)),
  'a word in several pieces': () => text('BT /F 24 Tf 60 600 Td (Gud) Tj (brand) Tj (se) Tj (n) Tj ET'),
  'a word with kerning in it': () =>
    text('BT /F 24 Tf 60 600 Td [(G) -20 (ud) 35 (bra) -10.5 (ndsen)] TJ ET'),
  'letters written in no order': () =>
    text(
      [[...secret].map((letter, at) => [letter, 60 + at * 14.1] as const)]
        .flat()
        .toReversed()
        .map(([letter, x]) => write(letter, x))
        .join(' '),
    ),
  'letters that are spelt out by spacing': () => text(`BT /F 24 Tf 4 Tc 60 600 Td (${secret}) Tj ET`),
  'a word parted at the end of a line': () => text(`${write('Gudbrand-')} ${write('sen', 60, 570)}`),
  'the word in a form that two pages share': sharedForm,
  'a note on the page, with its picture': () =>
    annotated(
      `<< /Type /Annot /Subtype /FreeText /Rect [60 600 260 620] /F 4 /Contents (${secret}) /DA (/F 12 Tf) /AP << /N 6 0 R >> >>`,
    ),
  'a note that opens, and its author': () =>
    annotated(
      `<< /Type /Annot /Subtype /Text /Rect [60 600 80 620] /Contents (${secret}) /T ${utf16(secret)} /RC (<p>${secret}</p>) >>`,
    ),
  'a link to an address with the word': () =>
    annotated(
      `<< /Type /Annot /Subtype /Link /Rect [60 600 260 620] /A << /S /URI /URI (https://eksempel.test/${secret}) >> >>`,
    ),
  'a field that is filled in': () =>
    annotated(
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (navn) /TU (${secret}) /V (${secret}) /DV ${utf16(secret)} /Rect [60 600 260 620] /F 4 /DA (/F 12 Tf) /AP << /N 6 0 R >> >>`,
      '/AcroForm << /Fields [7 0 R] /DA (/F 12 Tf 0 g) >>',
    ),
  'metadata in both forms': () =>
    text(
      write(secret),
      font,
      [
        helvetica,
        writeStream(
          `<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${secret}</a></x:xmpmeta>`,
          '/Type /Metadata /Subtype /XML',
        ),
      ],
      '/PieceInfo << /P << /Private (Gudbrandsen) >> >>',
      '/Metadata 6 0 R',
    ),
  'an older revision of the page': revised,
  'replacement text and alternate text': () =>
    text(
      `/Span << /ActualText ${utf16(secret)} /Alt (${secret}) /E (${secret}) >> BDC ${write('xx')} EMC ${write(secret, 60, 650)}`,
      font,
      [
        helvetica,
        `<< /Type /StructTreeRoot /K << /Type /StructElem /S /P /Alt (${secret}) /ActualText ${utf16(secret)} >> >>`,
      ],
      '',
      '/StructTreeRoot 6 0 R /MarkInfo << /Marked true >>',
    ),
  'a page turned a quarter': () => text(write(secret), font, [helvetica], '/Rotate 90'),
  'a page turned three quarters with a shifted frame': () =>
    text(write(secret), font, [helvetica], '/Rotate 270 /CropBox [20 30 500 800]'),
  'slanting text': () => text(`BT /F 24 Tf 0.866 0.5 -0.5 0.866 100 300 Tm (${secret}) Tj ET`),
  'text written downwards and mirrored': () =>
    text(`q -1 0 0 1 595 0 cm BT /F 24 Tf 0 1 -1 0 200 300 Tm (${secret}) Tj ET Q`),
  'a typeface whose letters are drawings': typeThree,
  'the text layer of a scanned page': () => scan(secret),
  'bookmarks, named places, attachments and scripts': () =>
    text(
      write(secret),
      font,
      [
        helvetica,
        `<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>`,
        `<< /Title ${utf16(secret)} /Parent 6 0 R /Dest [3 0 R /Fit] >>`,
        `<< /Dests << /Names [(${secret}) [3 0 R /Fit]] >> /EmbeddedFiles << /Names [(${secret}.txt) 9 0 R] >> /JavaScript << /Names [(${secret}) << /S /JavaScript /JS (app.alert\\("${secret}"\\)) >>] >> >>`,
        `<< /Type /Filespec /F (${secret}.txt) /EF << /F 10 0 R >> >>`,
        writeStream(secret, '/Type /EmbeddedFile'),
      ],
      '',
      '/Outlines 6 0 R /Names 8 0 R /PageLabels << /Nums [0 << /P (Gudbrandsen) >>] >>',
    ),
  'a word with a ligature': () =>
    text(`BT /F 24 Tf 60 600 Td (Ra\\001ki) Tj ET ${write(secret, 60, 650)}`, font, [
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [1 /fi] >> >>',
    ]),
};

/** Files in which nobody sees the word. It is not marked, and must not follow along all the same. */
export const unseen: Readonly<Record<string, () => Buffer>> = {
  'text below a picture': () =>
    text(`${write(secret)} q 400 0 0 60 50 590 cm /I Do Q`, `${font} /XObject << /I 6 0 R >>`, [
      helvetica,
      graySquare,
    ]),
  'text below a black bar': () => text(`${write(secret)} 0 g 50 590 200 40 re f`),
  'text below a bar with white words on it': () =>
    text(`${write(secret)} 0 g 50 590 200 40 re f 1 g ${write('SLADDET XX')}`),
  'text half below a bar': () => text(`${write(secret)} 0 g 130 590 200 40 re f`),
  'white text on white': () => text(`1 g ${write(secret)} 0 g`),
  'text that is never painted': () => text(`3 Tr ${write(secret)}`),
  'text outside the frame of the page': () =>
    text(write(secret, 60, 800), font, [helvetica], '/CropBox [0 0 595 700]'),
  'text outside of what is clipped': () => text(`q 0 0 10 10 re W n ${write(secret)} Q`),
  'text without any size to see': () => text(`BT /F 0.1 Tf 60 600 Td (${secret}) Tj ET`),
  'a layer that is switched off': () =>
    text(
      `/OC /L BDC ${write(secret)} EMC`,
      `${font} /Properties << /L 6 0 R >>`,
      [helvetica, '<< /Type /OCG /Name (Gudbrandsen) >>'],
      '',
      '/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>',
    ),
  'a layer that is switched off, below words that are seen': () =>
    text(
      `${write('Gammelt')} /OC /L BDC ${write(secret)} EMC`,
      `${font} /Properties << /L 6 0 R >>`,
      [helvetica, '<< /Type /OCG /Name (lag) >>'],
      '',
      '/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>',
    ),
  'a note that is hidden': () =>
    annotated(
      `<< /Type /Annot /Subtype /FreeText /Rect [60 600 260 620] /F 2 /Contents (${secret}) /DA (/F 12 Tf) /AP << /N 6 0 R >> >>`,
    ),
  'the text layer of a scan with a black bar': () => scan(secret, '0 g 55 595 200 30 re f'),
  'the text layer of a scan with a white patch': () => scan(secret, '1 g 55 590 200 40 re f'),
};
