/** What is drawn for one form field: in points, in a box of its own with the origin at its lower left corner. */
export type FieldDrawing = {
  readonly width: number;
  readonly height: number;
  readonly ink: FieldInk;
  readonly background?: FieldInk | undefined;
  readonly border?: { readonly ink: FieldInk; readonly width: number } | undefined;
} & (
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Broken into lines where it stands on several. */
      readonly multiline: boolean;
      /** Of a list: the lines that are chosen, from 0. */
      readonly chosen?: readonly number[];
      /** Into how many cells, one for each character. */
      readonly cells?: number;
      readonly align: 'left' | 'centre' | 'right';
      /** In points; 0 where it is to fit the box. */
      readonly size: number;
    }
  | { readonly kind: 'tick' | 'dot' | 'box' }
);
/** Red, green and blue from 0 to 1. */
export type FieldInk = readonly [number, number, number];

/** A filled-in field whose value cannot be drawn, by its number among those that are, from 0. */
export class FieldLost extends Error {
  override readonly name = 'FieldLost';
  readonly drawing: number;
  constructor(reason: string, drawing = 0) {
    super(reason);
    this.drawing = drawing;
  }
}
