import { type PDF, PdfArray, PdfDict, type PdfObject, PdfStream } from '@libpdf/core';
import {
  follow,
  inherited,
  isShownWidget,
  isWidget,
  numbersIn,
  type Resolve,
  resolveIn,
} from './pdf-objects.ts';

/** A form field's picture and the operators that put it in its place on the page. */
type Picture = { readonly name: string; readonly appearance: PdfObject; readonly operators: string };

/** A form field's place on a page, and the picture that takes the place of its own, where there is one. */
type Placed = { readonly widget: PdfDict; readonly instead: PdfObject | undefined };

/** The pictures of a page's form fields, ready to be drawn as page content. A field that is hidden gives none. */
function pictureWidgets(widgets: readonly Placed[], resolve: Resolve): readonly Picture[] {
  return widgets.flatMap(({ widget, instead }, index) => {
    if (!isShownWidget(widget, resolve)) return [];
    const given = follow(instead, resolve);
    const appearance =
      instead && given instanceof PdfStream
        ? { object: instead, stream: given }
        : normalAppearance(widget, resolve);
    const matrix = appearance && placing(widget, appearance.stream, resolve);
    if (!appearance || !matrix) return [];
    const name = `SeglField${index}`;
    return [{ name, appearance: appearance.object, operators: `q ${matrix.join(' ')} cm /${name} Do Q\n` }];
  });
}

/** The stream and, where it has one, the reference to it: the same picture is then copied once. */
function normalAppearance(
  widget: PdfDict,
  resolve: Resolve,
): { readonly object: PdfObject; readonly stream: PdfStream } | undefined {
  const normal = widget.getDict('AP', resolve)?.get('N');
  const found = follow(normal, resolve);
  if (normal && found instanceof PdfStream) return { object: normal, stream: found };
  const state = widget.getName('AS', resolve);
  if (!(found instanceof PdfDict) || !state) return undefined;
  const chosen = found.get(state.value);
  const stream = follow(chosen, resolve);
  return chosen && stream instanceof PdfStream ? { object: chosen, stream } : undefined;
}

/** ISO 32000-1, 12.5.5, algorithm 8.1: the turned bounding box is stretched onto the annotation's rectangle. */
function placing(widget: PdfDict, appearance: PdfStream, resolve: Resolve): readonly number[] | undefined {
  const rect = numbersIn(widget.get('Rect', resolve), 4, resolve);
  const box = numbersIn(appearance.get('BBox', resolve), 4, resolve);
  if (!rect || !box) return undefined;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] =
    numbersIn(appearance.get('Matrix', resolve), 6, resolve) ?? [];
  const corners = [0, 2].flatMap((x) => [1, 3].map((y) => [box[x] ?? 0, box[y] ?? 0] as const));
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - bottom];
  if (width === 0 || height === 0) return undefined;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect;
  const [sx, sy] = [Math.abs(x2 - x1) / width, Math.abs(y2 - y1) / height];
  return [sx, 0, 0, sy, Math.min(x1, x2) - left * sx, Math.min(y1, y2) - bottom * sy].map(
    (value) => +value.toFixed(5),
  );
}

/**
 * The page with its form fields drawn as content and no longer fields. Its own content is enclosed in q/Q, so that
 * the graphics state it leaves does not affect the appearance streams. New streams are registered in the page's own file.
 */
export function flattenPage(
  page: PdfDict,
  source: PDF,
  pictureOf: (annotation: number) => PdfObject | undefined,
): PdfDict {
  const resolve = resolveIn(source);
  const flat = new PdfDict(page);
  const annotations = page.get('Annots', resolve);
  if (!(annotations instanceof PdfArray)) return flat;
  const [widgets, others]: [Placed[], PdfObject[]] = [[], []];
  for (const [at, item] of [...annotations].entries()) {
    const annotation = follow(item, resolve);
    if (annotation instanceof PdfDict && isWidget(annotation, resolve))
      widgets.push({ widget: annotation, instead: pictureOf(at) });
    else if (annotation instanceof PdfDict) others.push(item);
  }
  if (others.length > 0) flat.set('Annots', new PdfArray(others));
  else flat.delete('Annots');
  const pictures = pictureWidgets(widgets, resolve);
  if (pictures.length === 0) return flat;

  const contents = page.get('Contents');
  const found = follow(contents, resolve);
  const own = found instanceof PdfArray ? [...found] : contents ? [contents] : [];
  const stream = (text: string) =>
    source.context.registry.register(new PdfStream(new PdfDict(), Buffer.from(text, 'latin1')));
  const drawn = pictures.map((picture) => picture.operators).join('');
  flat.set('Contents', new PdfArray([stream('q\n'), ...own, stream(`\nQ\n${drawn}`)]));
  const resources = follow(inherited(page, 'Resources', resolve), resolve);
  const widened = new PdfDict(resources instanceof PdfDict ? resources : []);
  const objects = new PdfDict(widened.getDict('XObject', resolve) ?? []);
  for (const picture of pictures) objects.set(picture.name, picture.appearance);
  widened.set('XObject', objects);
  flat.set('Resources', widened);
  return flat;
}
