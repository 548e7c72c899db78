/**
 * A PDF's objects as Segl's own plain reader gives them. It accepts only files that follow the standard (ISO 32000-2, 7.3 and
 * 7.5), and shares no code with the library that merges, so that what both see is there.
 */
export type PlainValue =
  | null
  | boolean
  | number
  | PlainName
  | PlainText
  | PlainRef
  | PlainStream
  | PlainDict
  | readonly PlainValue[];
export type PlainDict = ReadonlyMap<string, PlainValue>;

/** With its escapes undone: `A#20B` is the name `A B`. */
export class PlainName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
/** A string, one character for each of its bytes. */
export class PlainText {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
}
export class PlainRef {
  readonly number: number;
  readonly generation: number;
  constructor(number: number, generation: number) {
    this.number = number;
    this.generation = generation;
  }
}
export class PlainStream {
  readonly dict: PlainDict;
  /** As they stand in the file, still packed. */
  readonly data: Buffer;
  constructor(dict: PlainDict, data: Buffer) {
    this.dict = dict;
    this.data = data;
  }
}

/** The file departs from the standard, or uses what the plain reader does not support. Other readers may still read it. */
export class NotPlain extends Error {
  override readonly name = 'NotPlain';
}

export const isDict = (value: PlainValue | undefined): value is PlainDict => value instanceof Map;
export const isArray = (value: PlainValue | undefined): value is readonly PlainValue[] =>
  Array.isArray(value);
export const nameOf = (value: PlainValue | undefined): string | undefined =>
  value instanceof PlainName ? value.name : undefined;
