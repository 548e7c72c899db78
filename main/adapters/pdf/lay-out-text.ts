import { type PDFDocument, rgb } from 'pdf-lib';
import type { Typeface, Weight } from './embed-typeface.ts';

/** A4 in points, with the margins everything Segl draws keeps. */
export const sheet = { width: 595.28, height: 841.89, margin: 64, top: 62, bottom: 74 } as const;
export const textWidth = sheet.width - 2 * sheet.margin;

export type Style = { readonly size: number; readonly weight?: Weight; readonly tone?: 'ink' | 'quiet' };
type Placed =
  | {
      readonly kind: 'text';
      readonly page: number;
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly style: Style;
    }
  | {
      readonly kind: 'line';
      readonly page: number;
      readonly x: number;
      readonly y: number;
      readonly width: number;
    };

const tones = { ink: rgb(0.09, 0.11, 0.15), quiet: rgb(0.36, 0.39, 0.45) } as const;
const lineTone = rgb(0.72, 0.74, 0.78);
const leading = 1.38;

export type Flow = ReturnType<typeof openFlow>;

/**
 * Places text from the top of the first page down, going on to new pages as it needs, and paints it when all is
 * placed: only then is it known how many pages there are. Lengths are points.
 */
export function openFlow(typeface: Typeface) {
  const placed: Placed[] = [];
  let page = 0;
  let y = sheet.height - sheet.top;
  const widthOf = (text: string, { size, weight = 'regular' }: Style) => typeface.widthOf(text, weight, size);
  const ensure = (height: number): void => {
    if (y - height >= sheet.bottom) return;
    page += 1;
    y = sheet.height - sheet.top;
  };
  const wrap = (text: string, style: Style, width: number): readonly string[] => {
    const lines: string[] = [];
    let line = '';
    for (const word of typeface.drawable(text).trim().split(' ')) {
      const longer = line ? `${line} ${word}` : word;
      if (widthOf(longer, style) <= width) {
        line = longer;
        continue;
      }
      if (line) lines.push(line);
      const pieces = splitWord(word, (piece) => widthOf(piece, style) <= width);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? '';
    }
    return [...lines, line];
  };
  return {
    pages: () => page + 1,
    space: (height: number): void => {
      y -= height;
    },
    ensure,
    wrap,
    /** A paragraph, wrapped to the width. */
    text(
      text: string,
      style: Style,
      x: number = sheet.margin,
      width: number = sheet.width - sheet.margin - x,
    ): void {
      for (const line of wrap(text, style, width)) {
        ensure(style.size * leading);
        y -= style.size * leading;
        placed.push({ kind: 'text', page, x, y: y + style.size * 0.28, text: line, style });
      }
    },
    /** Cells side by side, each wrapped to its own width; a row is never split between pages unless it fills one. */
    row(
      cells: readonly {
        readonly text: string;
        readonly x: number;
        readonly width: number;
        readonly style: Style;
      }[],
    ): void {
      const wrapped = cells.map((cell) => ({ ...cell, lines: wrap(cell.text, cell.style, cell.width) }));
      const tallest = Math.max(...wrapped.map(({ lines }) => lines.length));
      const size = Math.max(...cells.map(({ style }) => style.size));
      ensure(Math.min(tallest, 40) * size * leading);
      for (let at = 0; at < tallest; at += 1) {
        ensure(size * leading);
        y -= size * leading;
        for (const { lines, x, style } of wrapped) {
          const text = lines[at];
          if (text) placed.push({ kind: 'text', page, x, y: y + style.size * 0.28, text, style });
        }
      }
    },
    line: (x: number = sheet.margin, width: number = textWidth): void =>
      void placed.push({ kind: 'line', page, x, y, width }),
    /** `footer` gives the lines at the foot of each page, numbered from 1. */
    paint(
      document: PDFDocument,
      footer: (page: number, pages: number) => { readonly left: string; readonly right: string },
    ): void {
      const style: Style = { size: 8.5, tone: 'quiet' };
      for (let number = 0; number <= page; number += 1) {
        const { left, right } = footer(number + 1, page + 1);
        const end = typeface.drawable(right);
        const room = textWidth - widthOf(end, style) - 24;
        placed.push({ kind: 'line', page: number, x: sheet.margin, y: 58, width: textWidth });
        placed.push({
          kind: 'text',
          page: number,
          x: sheet.width - sheet.margin - widthOf(end, style),
          y: 44,
          text: end,
          style,
        });
        for (const [at, text] of wrap(left, style, room).slice(0, 3).entries()) {
          placed.push({ kind: 'text', page: number, x: sheet.margin, y: 44 - at * 11, text, style });
        }
      }
      const pages = Array.from({ length: page + 1 }, () => document.addPage([sheet.width, sheet.height]));
      for (const one of placed) {
        const target = pages[one.page];
        if (one.kind === 'line') {
          const [start, end] = [
            { x: one.x, y: one.y },
            { x: one.x + one.width, y: one.y },
          ];
          target?.drawLine({ start, end, thickness: 0.6, color: lineTone });
        } else if (one.text) {
          const font = typeface.fonts[one.style.weight ?? 'regular'];
          const color = tones[one.style.tone ?? 'ink'];
          target?.drawText(one.text, { x: one.x, y: one.y, size: one.style.size, font, color });
        }
      }
    },
  };
}

/** A word too long for its line, such as an address, is cut where it fills it. */
function splitWord(word: string, fits: (piece: string) => boolean): readonly string[] {
  if (fits(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece && !fits(piece + character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
