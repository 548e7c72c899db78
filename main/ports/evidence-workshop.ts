import type { ControlOrder } from './pdf-workshop.ts';
import type { FetchedRevocation, WantedRevocation } from './time-stamps.ts';

/** DER */
export type RenewalEvidence = FetchedRevocation & { readonly certificates: readonly Uint8Array[] };
/** A file with an empty place for a time stamp, between two offsets with its angle brackets. */
export type StampPlace = { readonly bytes: Uint8Array; readonly start: number; readonly end: number };

/** Work on signed files whose every byte stays where it was: all is added after the end. Throws {@link EvidenceFailed}. */
export interface EvidenceWorkshop {
  /** Certificates on the ways to anchors, and of whom it must be asked whether they were revoked. */
  wantedEvidence(
    bytes: Uint8Array,
    order: ControlOrder,
  ): Promise<{ readonly certificates: readonly Uint8Array[]; readonly wanted: readonly WantedRevocation[] }>;
  addEvidence(bytes: Uint8Array, evidence: RenewalEvidence): Promise<Uint8Array>;
  openStampPlace(bytes: Uint8Array): Promise<StampPlace>;
}

/** Nothing can be added to the file, or it takes more than one file may. */
export class EvidenceFailed extends Error {
  override readonly name = 'EvidenceFailed';
}
