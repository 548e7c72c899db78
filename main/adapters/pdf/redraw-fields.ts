import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, type PdfObject, PdfRef, PdfStream } from '@libpdf/core';
import { type Choice, chooseDrawing, turnOf } from './choose-drawing.ts';
import type { Redrawn } from './compare/looks-the-same.ts';
import { openDrawnFile } from './compare/open-drawn-file.ts';
import { openCopier } from './copy-objects.ts';
import { drawFields } from './draw-fields.ts';
import { FieldLost } from './field-drawing.ts';
import { follow, isShownWidget, numbersIn, type Resolve, resolveIn } from './pdf-objects.ts';

/** The pictures that take the place of those the fields have, by page and by place among its annotations, from 0. */
export type FieldPictures = {
  readonly pictureOf: (page: number, annotation: number) => PdfObject | undefined;
  readonly redrawn: readonly Redrawn[];
};
/** A value on a page, from 0, cannot be drawn. */
export class ValueLost extends Error {
  override readonly name = 'ValueLost';
  readonly page: number;
  constructor(page: number, cause: FieldLost) {
    super(`page ${page}: ${cause.message}`);
    this.page = page;
  }
}

type Place = {
  readonly page: number;
  readonly annotation: number;
  readonly widget: PdfDict;
  readonly choice: Choice;
};

/** Decides for every visible field how it is drawn on the page. Throws {@link ValueLost}. */
export async function redrawFields(source: PDF, bytes: Uint8Array): Promise<FieldPictures> {
  const resolve = resolveIn(source);
  const widgets = listWidgets(source, resolve);
  if (widgets.length === 0) return { pictureOf: () => undefined, redrawn: [] };
  const shown = await readShown(bytes, new Set(widgets.map(({ page }) => page)));
  const places = widgets.map(({ page, annotation, widget, ref }): Place => {
    try {
      return { page, annotation, widget, choice: chooseDrawing(widget, source, shown.get(ref ?? '')) };
    } catch (fault) {
      throw fault instanceof FieldLost ? new ValueLost(page, fault) : fault;
    }
  });
  const pictures = new Map<string, PdfObject>();
  const key = (page: number, annotation: number) => `${page} ${annotation}`;
  const toDraw = places.flatMap((place) =>
    place.choice.kind === 'draw' ? [{ ...place, drawing: place.choice.drawing }] : [],
  );
  const drawn = await drawAll(toDraw);
  for (const [at, { page, annotation, widget }] of toDraw.entries()) {
    const picture = drawn && takeOver(drawn, at, source, turnOf(widget, resolve));
    if (picture) pictures.set(key(page, annotation), picture);
  }
  for (const { page, annotation, widget, choice } of places) {
    const states = choice.kind === 'state' && follow(widget.getDict('AP', resolve)?.get('N'), resolve);
    const picture =
      states instanceof PdfDict && choice.kind === 'state' ? states.get(choice.state) : undefined;
    if (picture) pictures.set(key(page, annotation), picture);
  }
  return {
    pictureOf: (page, annotation) => pictures.get(key(page, annotation)),
    redrawn: places
      .filter(({ choice }) => choice.kind !== 'own')
      .map(({ page, widget, choice }) => ({
        page,
        rect: numbersIn(widget.get('Rect', resolve), 4, resolve) ?? [],
        text: choice.kind === 'draw' && choice.drawing.kind === 'text' ? choice.drawing.text : '',
      })),
  };
}

function listWidgets(source: PDF, resolve: Resolve) {
  return source.getPages().flatMap(({ dict }, page) => {
    const annotations = dict.get('Annots', resolve);
    return [...(annotations instanceof PdfArray ? annotations : [])].flatMap((item, annotation) => {
      const widget = follow(item, resolve);
      if (!(widget instanceof PdfDict) || !isShownWidget(widget, resolve)) return [];
      const ref = item instanceof PdfRef ? `${item.objectNumber}R${item.generation || ''}` : undefined;
      return [{ page, annotation, widget, ref }];
    });
  });
}

/** The text that each field's picture shows, as pdf.js reads it, by the name that it gives the field. */
async function readShown(
  bytes: Uint8Array,
  pages: ReadonlySet<number>,
): Promise<ReadonlyMap<string, string>> {
  const shown = new Map<string, string>();
  const file = await openDrawnFile(bytes).catch(() => undefined);
  if (!file) return shown;
  try {
    for (const page of pages) {
      for (const annotation of await (await file.document.getPage(page + 1)).getAnnotations()) {
        const { id, textContent }: { id?: unknown; textContent?: unknown } = annotation;
        if (typeof id === 'string' && Array.isArray(textContent)) shown.set(id, textContent.join(''));
      }
    }
  } catch {
    // Fields whose text pdf.js cannot read are judged by their value alone.
  } finally {
    await file.close();
  }
  return shown;
}

async function drawAll(places: readonly (Place & { drawing: Parameters<typeof drawFields>[0][number] })[]) {
  if (places.length === 0) return undefined;
  try {
    return await PDF.load(await drawFields(places.map(({ drawing }) => drawing)));
  } catch (fault) {
    throw fault instanceof FieldLost ? new ValueLost(places[fault.drawing]?.page ?? 0, fault) : fault;
  }
}

/** A drawn page as a picture in the source. */
function takeOver(drawn: PDF, at: number, source: PDF, turn: number): PdfObject | undefined {
  const resolve = resolveIn(drawn);
  const page = drawn.getPages()[at];
  if (!page) return undefined;
  const copier = openCopier(
    drawn,
    source,
    () => {},
    (name) => name,
  );
  const contents = follow(page.dict.get('Contents'), resolve);
  const streams =
    contents instanceof PdfArray ? [...contents].map((item) => follow(item, resolve)) : [contents];
  const operators = streams.map((stream) =>
    stream instanceof PdfStream ? stream.getDecodedData() : Buffer.of(),
  );
  const radians = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.round(Math.cos(radians)), Math.round(Math.sin(radians))];
  const numbers = (...values: readonly number[]) => new PdfArray(values.map((value) => PdfNumber.of(value)));
  const picture = new PdfStream(
    [
      ['Type', PdfName.of('XObject')],
      ['Subtype', PdfName.of('Form')],
      ['BBox', numbers(0, 0, page.width, page.height)],
      ['Matrix', numbers(cos, sin, -sin, cos, 0, 0)],
      ['Resources', copier.copy(page.dict.get('Resources') ?? new PdfDict())],
    ],
    Buffer.concat(operators),
  );
  copier.finish();
  return source.context.registry.register(picture);
}
