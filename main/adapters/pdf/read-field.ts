import {
  type PDF,
  PdfArray,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfObject,
  PdfStream,
  PdfString,
} from '@libpdf/core';
import type { FieldInk } from './field-drawing.ts';
import { follow, type Resolve, resolveIn } from './pdf-objects.ts';

/** A form field as read from one of its widgets; entries that the widget lacks are inherited from its parent field. */
export type Field = {
  readonly widget: PdfDict;
  readonly type: string | undefined;
  readonly flags: number;
  readonly value: PdfObject | undefined;
  /** Whether a script decides how the value is written. */
  readonly formatted: boolean;
  readonly get: (key: string) => PdfObject | undefined;
};

export function readField(widget: PdfDict, source: PDF): Field {
  const resolve = resolveIn(source);
  const form = source.getCatalog().getDict('AcroForm', resolve);
  const get = (key: string): PdfObject | undefined => {
    let node: PdfDict | undefined = widget;
    for (let depth = 0; node && depth < 50; depth += 1) {
      const value = follow(node.get(key), resolve);
      if (value && value.type !== 'null') return value;
      node = node.getDict('Parent', resolve);
    }
    return key === 'DA' || key === 'Q' ? follow(form?.get(key), resolve) : undefined;
  };
  const type = get('FT');
  const flags = get('Ff');
  const actions = get('AA');
  return {
    widget,
    get,
    type: type instanceof PdfName ? type.value : undefined,
    flags: flags instanceof PdfNumber ? flags.value : 0,
    value: get('V'),
    formatted: actions instanceof PdfDict && actions.has('F'),
  };
}

export const fieldFlags = {
  multiline: 1 << 12,
  password: 1 << 13,
  radio: 1 << 15,
  pushButton: 1 << 16,
  combo: 1 << 17,
  comb: 1 << 24,
} as const;

/** A string, or a stream of text; each value of a list on a line of its own. */
export function textOf(value: PdfObject | undefined, resolve: Resolve): string {
  if (value instanceof PdfString) return value.asString();
  if (value instanceof PdfName) return value.value;
  if (value instanceof PdfStream) return PdfString.fromBytes(value.getDecodedData()).asString();
  if (value instanceof PdfArray)
    return [...value].map((item) => textOf(follow(item, resolve), resolve)).join('\n');
  return '';
}

/** The options of a choice: what each stands for, and what it shows. */
export function listOptions(
  field: Field,
  resolve: Resolve,
): readonly { readonly value: string; readonly shown: string }[] {
  const options = field.get('Opt');
  return [...(options instanceof PdfArray ? options : [])].map((option) => {
    const found = follow(option, resolve);
    const [value = '', shown = value] =
      found instanceof PdfArray
        ? [...found].map((item) => textOf(follow(item, resolve), resolve))
        : [textOf(found, resolve)];
    return { value, shown };
  });
}

/** What a choice shows for each value it holds. */
export function shownChoice(field: Field, resolve: Resolve): string {
  const options = listOptions(field, resolve);
  return textOf(field.value, resolve)
    .split('\n')
    .map((value) => options.find((option) => option.value === value)?.shown ?? value)
    .join('\n');
}

/** A colour as PDF lists it: of one, three or four parts. */
export function inkOf(list: PdfObject | undefined, resolve: Resolve): FieldInk | undefined {
  const parts = [...(list instanceof PdfArray ? list : [])].map((item) => follow(item, resolve));
  const [a, b, c, d] = parts.map((part) => (part instanceof PdfNumber ? part.value : 0));
  if (a === undefined) return undefined;
  if (b === undefined || c === undefined) return ink(a, a, a);
  return d === undefined ? ink(a, b, c) : ink(1 - a - d, 1 - b - d, 1 - c - d);
}

const bounded = (value: number) => Math.min(1, Math.max(0, value));
const ink = (red: number, green: number, blue: number): FieldInk => [
  bounded(red),
  bounded(green),
  bounded(blue),
];

/** Size and colour from a default appearance, e.g. `/Helv 12 Tf 0 0 1 rg`. */
export function readAppearance(
  field: Field,
  resolve: Resolve,
): { readonly size: number; readonly ink: FieldInk } {
  const words = textOf(field.get('DA'), resolve).split(/\s+/).slice(-200);
  const before = (operator: string, count: number): readonly number[] | undefined => {
    const at = words.lastIndexOf(operator);
    const values = at < count ? [] : words.slice(at - count, at).map(Number);
    return values.length === count && values.every(Number.isFinite) ? values : undefined;
  };
  const size = Math.abs(before('Tf', 1)?.[0] ?? 0);
  const [grey] = before('g', 1) ?? [];
  const [red, green, blue] = before('rg', 3) ?? [];
  const [cyan, magenta, yellow, black] = before('k', 4) ?? [];
  if (red !== undefined && green !== undefined && blue !== undefined)
    return { size, ink: ink(red, green, blue) };
  if (cyan !== undefined && magenta !== undefined && yellow !== undefined && black !== undefined)
    return { size, ink: ink(1 - cyan - black, 1 - magenta - black, 1 - yellow - black) };
  return { size, ink: grey === undefined ? ink(0, 0, 0) : ink(grey, grey, grey) };
}
