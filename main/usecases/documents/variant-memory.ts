import type { DocumentId, DocumentObjectId, EntryId, Sha256, UserId } from '../../../domain/basics.ts';

/** A public variant that has been made and shown, and is not saved yet. */
export type DrawnVariant = {
  readonly bytes: Uint8Array;
  readonly sha256: Sha256;
  readonly pages: number;
  readonly fileName: string;
  /** The entry in which it was made. */
  readonly entryId: EntryId;
  readonly documentId: DocumentId;
  /** The file it was made of. */
  readonly madeFrom: DocumentObjectId;
  /** How many areas and words were marked. */
  readonly marks: number;
};
export type Progress = { readonly done: number; readonly pages: number };

/** Variants that may be saved as they were shown, and how far the work on others has come. */
export type VariantMemory = {
  readonly drawn: Map<Sha256, DrawnVariant>;
  readonly progress: Map<string, Progress>;
};
export const newVariantMemory = (): VariantMemory => ({ drawn: new Map(), progress: new Map() });

/** They are large, and whoever marks looks at one at a time. */
const kept = 4;

export function rememberVariant({ drawn }: VariantMemory, variant: DrawnVariant): void {
  drawn.delete(variant.sha256);
  drawn.set(variant.sha256, variant);
  for (const oldest of drawn.keys()) {
    if (drawn.size <= kept) return;
    drawn.delete(oldest);
  }
}

/** One person works on one document at a time. */
export const progressKey = (userId: UserId, documentId: DocumentId): string => `${userId} ${documentId}`;
