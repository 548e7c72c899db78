import { deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument, PDFName, type PDFRef, StandardFonts } from 'pdf-lib';

/** What a scanner sees: paper that is not quite white, lines of writing, and a photograph. */
export function drawScan(across: number, down: number) {
  const canvas = createCanvas(across, down);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f6f3ea';
  context.fillRect(0, 0, across, down);
  context.fillStyle = '#222222';
  for (let line = 0; line < 30; line += 1)
    for (let word = 0; word < 8; word += 1)
      context.fillRect(across * (0.1 + word * 0.1), down * (0.05 + line * 0.02), across * 0.07, down * 0.008);
  for (let at = 0; at < 4000; at += 1) {
    context.fillStyle = `rgb(${(at * 37) % 256},${(at * 91) % 256},${(at * 53) % 256})`;
    context.fillRect(
      across * (0.2 + ((at * 7) % 600) / 1000),
      down * (0.7 + ((at * 13) % 200) / 1000),
      across / 60,
      down / 90,
    );
  }
  return canvas;
}

export type Scan = {
  readonly across: number;
  readonly down: number;
  readonly kind: 'jpeg' | 'rgb' | 'gray' | 'indexed' | 'cmyk' | 'bilevel' | 'jpx';
  /** Of the picture on the page, in points. */
  readonly width?: number;
  readonly height?: number;
  readonly turn?: number;
  readonly softMask?: boolean;
  /** Drawn by a form that the page draws. */
  readonly inForm?: boolean;
};

/** A page of A4 with a picture on it, as a scanner or an office program would write it, and a line of text. */
export async function makeScan(scan: Scan, objectStreams = false): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const image = await addImage(pdf, scan);
  const { width = 595, height = 842 } = scan;
  const draw = (name: string) => `q ${width} 0 0 ${height} 0 0 cm /${name} Do Q`;
  if (scan.inForm) {
    const form = pdf.context.register(
      pdf.context.stream(draw('Im'), {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 595, 842],
        Resources: { XObject: { Im: image } },
      }),
    );
    page.node.setXObject(PDFName.of('Fm'), form);
    page.node.addContentStream(pdf.context.register(pdf.context.stream('/Fm Do')));
  } else {
    page.node.setXObject(PDFName.of('Im'), image);
    page.node.addContentStream(pdf.context.register(pdf.context.stream(draw('Im'))));
  }
  page.drawText('Skannet avtale', { x: 72, y: 30, size: 12, font });
  if (scan.turn) page.node.set(PDFName.of('Rotate'), pdf.context.obj(scan.turn));
  return pdf.save({ useObjectStreams: objectStreams });
}

async function addImage(pdf: PDFDocument, { across, down, kind, softMask }: Scan): Promise<PDFRef> {
  const canvas = drawScan(across, down);
  const common = { Type: 'XObject', Subtype: 'Image', Width: across, Height: down, BitsPerComponent: 8 };
  const put = (data: Uint8Array, more: object) =>
    pdf.context.register(pdf.context.stream(data, { ...common, ...more } as never));
  const mask = softMask
    ? put(deflateSync(Buffer.alloc(across * down, 200)), { ColorSpace: 'DeviceGray', Filter: 'FlateDecode' })
    : undefined;
  const masked = mask ? { SMask: mask } : {};
  const pixels = canvas.data();
  const pick = (per: number, of: (at: number) => readonly number[]): Buffer => {
    const out = Buffer.alloc(across * down * per);
    for (let at = 0; at < across * down; at += 1) out.set(of(at * 4), at * per);
    return out;
  };
  const byte = (at: number) => pixels[at] ?? 0;
  switch (kind) {
    case 'jpeg':
      return put(await canvas.encode('jpeg', 92), {
        ColorSpace: 'DeviceRGB',
        Filter: 'DCTDecode',
        ...masked,
      });
    case 'jpx':
      return put(Buffer.from('0000000c6a5020200d0a870a', 'hex'), {
        ColorSpace: 'DeviceRGB',
        Filter: 'JPXDecode',
      });
    case 'rgb':
      return put(deflateSync(pick(3, (at) => [byte(at), byte(at + 1), byte(at + 2)])), {
        ColorSpace: 'DeviceRGB',
        Filter: 'FlateDecode',
        ...masked,
      });
    case 'gray':
      return put(deflateSync(pick(1, (at) => [byte(at + 1)])), {
        ColorSpace: 'DeviceGray',
        Filter: 'FlateDecode',
        ...masked,
      });
    case 'indexed': {
      const palette = Buffer.from(Array.from({ length: 256 }, (_, at) => [at, at, 255 - at]).flat());
      return put(deflateSync(pick(1, (at) => [(byte(at) & 0xf0) | (Math.imul(at, 2_654_435_761) >>> 28)])), {
        ColorSpace: ['Indexed', 'DeviceRGB', 255, pdf.context.register(pdf.context.stream(palette))],
        Filter: 'FlateDecode',
      });
    }
    case 'cmyk':
      return put(deflateSync(pick(4, (at) => [255 - byte(at), 255 - byte(at + 1), 255 - byte(at + 2), 0])), {
        ColorSpace: 'DeviceCMYK',
        Filter: 'FlateDecode',
      });
    case 'bilevel':
      return put(deflateSync(Buffer.alloc(Math.ceil(across / 8) * down, 0xaa)), {
        BitsPerComponent: 1,
        ColorSpace: 'DeviceGray',
        Filter: 'FlateDecode',
      });
  }
}
