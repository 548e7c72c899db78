import { type PDF, PdfDict, PdfName, PdfNumber, PdfStream } from '@libpdf/core';
import { bare } from './compare/looks-the-same.ts';
import { type FieldDrawing, FieldLost } from './field-drawing.ts';
import { follow, numbersIn, type Resolve, resolveIn } from './pdf-objects.ts';
import {
  type Field,
  fieldFlags,
  inkOf,
  listOptions,
  readAppearance,
  readField,
  shownChoice,
  textOf,
} from './read-field.ts';

/** How a field is drawn: by its appearance stream, by that of another of its states, or anew from its value. */
export type Choice =
  | { readonly kind: 'own' }
  | { readonly kind: 'state'; readonly state: string }
  | { readonly kind: 'draw'; readonly drawing: FieldDrawing };

const own: Choice = { kind: 'own' };
const aligns = ['left', 'centre', 'right'] as const;

/**
 * Whether a field keeps its picture (appearance stream) or is drawn from its value: it is drawn where the picture is
 * missing, blank or shows another value, or where the file sets `NeedAppearances`. `shown` is the picture's text, where
 * it can be read. Throws {@link FieldLost}.
 */
export function chooseDrawing(widget: PdfDict, source: PDF, shown: string | undefined): Choice {
  const resolve = resolveIn(source);
  const field = readField(widget, source);
  if (field.type === 'Btn') return field.flags & fieldFlags.pushButton ? own : chooseMark(field, resolve);
  if (field.type !== 'Tx' && field.type !== 'Ch') return own;
  const form = source.getCatalog().getDict('AcroForm', resolve);
  const unfinished = follow(form?.get('NeedAppearances'), resolve);
  const anew = unfinished?.type === 'bool' && unfinished.value;
  const picture = pictureText(widget, resolve);
  const list = field.type === 'Ch' && (field.flags & fieldFlags.combo) === 0;
  if (list && (anew || picture === undefined)) return chooseList(field, resolve);
  const text = field.type === 'Ch' ? shownChoice(field, resolve) : textOf(field.value, resolve);
  if (bare(text) === '' || field.flags & fieldFlags.password) return chooseBox(field, resolve);
  // A script may format the value, so only the appearance stream shows what the author meant.
  const old = !field.formatted && (anew || isOld(bare(text), shown ?? picture));
  return picture !== undefined && !old ? own : { kind: 'draw', drawing: textDrawing(field, text, resolve) };
}

/** An empty text means that it could not be read, as with a font that has its own encoding. */
const isOld = (value: string, shown: string | undefined): boolean =>
  shown !== undefined && bare(shown) !== '' && !bare(shown).includes(value);

/** The text that a picture plainly writes, as far as that can be seen; nothing where it draws nothing. */
function pictureText(widget: PdfDict, resolve: Resolve): string | undefined {
  const picture = follow(widget.getDict('AP', resolve)?.get('N'), resolve);
  if (!(picture instanceof PdfStream)) return undefined;
  let operators: string;
  try {
    operators = Buffer.from(picture.getDecodedData()).toString('latin1');
  } catch {
    return undefined;
  }
  if (!/\b(Tj|TJ|Do|BI)\b|[)>]\s*['"]/.test(operators)) return undefined;
  const written = [...operators.matchAll(/\(((?:[^\\()]|\\[()\\])*)\)/g)]
    .map(([, text = '']) => text)
    .join('');
  return /^[ -~\u00a0-\u00ff]*$/.test(written) && /[A-Za-z0-9]{2}/.test(written)
    ? written.replace(/\\([()\\])/g, '$1')
    : '';
}

function chooseMark(field: Field, resolve: Resolve): Choice {
  const { widget, value } = field;
  const states = follow(widget.getDict('AP', resolve)?.get('N'), resolve);
  if (states instanceof PdfStream) return own;
  const set = value instanceof PdfName ? value.value : undefined;
  const now = widget.getName('AS', resolve)?.value;
  const radio = (field.flags & fieldFlags.radio) !== 0;
  if (states instanceof PdfDict && [...states].length > 0) {
    const state = set !== undefined && states.has(set) ? set : (now ?? 'Off');
    if (state === 'Off') return own;
    if (follow(states.get(state), resolve) instanceof PdfStream)
      return state === now ? own : { kind: 'state', state };
  } else {
    // Of several radio buttons, only the names of their appearance streams tell which is chosen.
    if (radio && now === undefined && set !== undefined && set !== 'Off')
      throw new FieldLost('which button is chosen cannot be told');
    if ((now ?? set ?? 'Off') === 'Off') return chooseBox(field, resolve);
  }
  return {
    kind: 'draw',
    drawing: { kind: radio ? 'dot' : 'tick', ...boxOf(field, resolve), ink: [0, 0, 0] },
  };
}

/** A field without a value is drawn as its frame and background alone. */
function chooseBox(field: Field, resolve: Resolve): Choice {
  const { widget } = field;
  const frame = frameOf(widget, resolve);
  if (widget.has('AP') || (!frame.border && !frame.background)) return own;
  return { kind: 'draw', drawing: { kind: 'box', ...boxOf(field, resolve), ...frame, ink: [0, 0, 0] } };
}

function chooseList(field: Field, resolve: Resolve): Choice {
  const options = listOptions(field, resolve);
  const values = new Set(textOf(field.value, resolve).split('\n'));
  const lost = [...values].filter(
    (value) => value !== '' && !options.some((option) => option.value === value),
  );
  const lines = [...options, ...lost.map((value) => ({ value, shown: value }))];
  if (lines.length === 0) return chooseBox(field, resolve);
  const drawing = textDrawing(field, lines.map(({ shown }) => shown).join('\n'), resolve);
  const chosen = lines.flatMap(({ value }, at) => (values.has(value) ? [at] : []));
  return { kind: 'draw', drawing: { ...drawing, chosen } };
}

/** Its frame and background, where it has them. */
function frameOf(widget: PdfDict, resolve: Resolve): Pick<FieldDrawing, 'border' | 'background'> {
  const marks = widget.getDict('MK', resolve);
  const width = widget.getDict('BS', resolve)?.getNumber('W', resolve)?.value ?? 1;
  const ink = inkOf(marks?.get('BC', resolve), resolve);
  return {
    background: inkOf(marks?.get('BG', resolve), resolve),
    border: ink && width > 0 ? { ink, width } : undefined,
  };
}

function textDrawing(field: Field, text: string, resolve: Resolve): Extract<FieldDrawing, { kind: 'text' }> {
  const { size, ink } = readAppearance(field, resolve);
  const most = field.get('MaxLen');
  const align = field.get('Q');
  const isText = field.type === 'Tx';
  const comb = isText && (field.flags & fieldFlags.comb) !== 0 && most instanceof PdfNumber && most.value > 0;
  return {
    kind: 'text',
    ...boxOf(field, resolve),
    ...frameOf(field.widget, resolve),
    ink,
    text,
    size,
    multiline: isText ? (field.flags & fieldFlags.multiline) !== 0 : (field.flags & fieldFlags.combo) === 0,
    ...(comb && { cells: most.value }),
    align: aligns[align instanceof PdfNumber ? align.value : 0] ?? 'left',
  };
}

/** Width and height as shown: /MK /R may rotate the field on its page. */
function boxOf({ widget }: Field, resolve: Resolve): { readonly width: number; readonly height: number } {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbersIn(widget.get('Rect', resolve), 4, resolve) ?? [];
  const [across, up] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (across === 0 || up === 0) throw new FieldLost('the field has no room at all');
  return turnOf(widget, resolve) % 180 === 0 ? { width: across, height: up } : { width: up, height: across };
}

export const turnOf = (widget: PdfDict, resolve: Resolve): number =>
  (((widget.getDict('MK', resolve)?.getNumber('R', resolve)?.value ?? 0) % 360) + 360) % 360;
