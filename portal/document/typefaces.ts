import { readFileSync } from 'node:fs';
import type { EmbeddedFont, PDF } from '@libpdf/core';
import { resourcePath } from '../resources/resource-path.ts';

export type Typefaces = { readonly regular: EmbeddedFont; readonly bold: EmbeddedFont };

let files: { readonly regular: Uint8Array; readonly bold: Uint8Array } | undefined;

export function embedTypefaces(pdf: PDF): Typefaces {
  files ??= {
    regular: readFileSync(resourcePath('fonts/SourceSans3-Regular.ttf')),
    bold: readFileSync(resourcePath('fonts/SourceSans3-Bold.ttf')),
  };
  return { regular: pdf.embedFont(files.regular), bold: pdf.embedFont(files.bold) };
}

/** The text with every character the font lacks (emoji, other scripts) as a question mark. */
export function writable(font: EmbeddedFont, text: string): string {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return font.canEncode(plain)
    ? plain
    : [...plain].map((sign) => (font.canEncode(sign) ? sign : '?')).join('');
}

/** Breaks the text into lines no wider than `width` points, inside words too long for a line as well. */
export function wrap(font: EmbeddedFont, text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of writable(font, text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (font.getTextWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const sign of word) {
      if (font.getTextWidth(line + sign, size) > width) {
        lines.push(line);
        line = '';
      }
      line += sign;
    }
  }
  return [...lines, line];
}
