import type { EntryId, PartyId } from '../../../domain/basics.ts';
import type { Party } from '../../../domain/documents.ts';

export interface PartyReader {
  partiesOf(entryId: EntryId): Promise<readonly Party[]>;
  /** Parties that were given an identity number, and the sealed number. */
  sealedIdentitiesOf(entryId: EntryId): Promise<ReadonlyMap<PartyId, Uint8Array>>;
}

export interface PartyWriter {
  setParties(entryId: EntryId, parties: readonly Party[]): Promise<void>;
  setSealedIdentity(partyId: PartyId, sealed: Uint8Array | undefined): Promise<void>;
}
