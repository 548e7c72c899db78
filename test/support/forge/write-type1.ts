export type Type1Wish = {
  readonly glyphs: Readonly<Record<string, Buffer>>;
  readonly subroutines?: readonly Buffer[];
  readonly matrix?: string;
  /** More PostScript before what is encrypted, and at its end. */
  readonly clear?: string;
  readonly secret?: string;
};

export const type1 = {
  vlineto: 7,
  hlineto: 6,
  closepath: 9,
  callsubr: 10,
  return: 11,
  hsbw: 13,
  endchar: 14,
  rmoveto: 21,
  seac: [12, 6],
  callothersubr: [12, 16],
  pop: [12, 17],
  setcurrentpoint: [12, 33],
} as const;

/** A charstring of numbers and operators: a number by itself, an operator in a list. */
export const type1String = (...parts: readonly (number | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? number(part) : Buffer.from(part))));

/** A box between two heights. */
export const type1Box = ({ bottom, top }: { readonly bottom: number; readonly top: number }): Buffer =>
  type1String(
    ...[
      0,
      500,
      [type1.hsbw],
      0,
      bottom,
      [type1.rmoveto],
      top - bottom,
      [type1.vlineto],
      500,
      [type1.hlineto],
    ],
    ...[[type1.closepath], [type1.endchar]],
  );

/** A Type 1 font as a PDF embeds it: plain PostScript first, the rest encrypted. */
export function writeType1({
  glyphs,
  subroutines = [],
  matrix = '0.001 0 0 0.001 0 0',
  clear = '',
  secret = '',
}: Type1Wish): Uint8Array {
  const code = (bytes: Buffer): string => encrypt(bytes, 4330).toString('latin1');
  const all: readonly (readonly [string, Buffer])[] = [
    ['.notdef', type1String(0, 500, [type1.hsbw], [type1.endchar])],
    ...Object.entries(glyphs),
  ];
  const words = [
    'dup /Private 8 dict dup begin /lenIV 4 def',
    `/Subrs ${subroutines.length} array`,
    ...subroutines.map((bytes, at) => `dup ${at} ${bytes.length + 4} RD ${code(bytes)} NP`),
    'ND',
    `2 index /CharStrings ${all.length} dict dup begin`,
    ...all.map(([name, bytes]) => `/${name} ${bytes.length + 4} RD ${code(bytes)} ND`),
    `end end ${secret} readonly put mark currentfile closefile\n`,
  ].join('\n');
  const plain = `%!PS-AdobeFont-1.0: Stor\n/FontMatrix [${matrix}] readonly def ${clear}\ncurrentfile eexec\n`;
  return Buffer.concat([
    Buffer.from(plain, 'latin1'),
    encrypt(Buffer.from(words, 'latin1'), 55_665),
    Buffer.from(`${'0'.repeat(64)}\n`.repeat(8)),
  ]);
}

function encrypt(bytes: Buffer, key: number): Buffer {
  let state = key;
  return Buffer.from(
    [...Buffer.alloc(4, 0x7f), ...bytes].map((byte) => {
      const hidden = byte ^ (state >> 8);
      state = ((hidden + state) * 52_845 + 22_719) & 0xffff;
      return hidden;
    }),
  );
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(5, 255);
  bytes.writeInt32BE(value, 1);
  return bytes;
}
