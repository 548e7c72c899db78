import type { PartyId } from './basics.ts';
import type { Party } from './documents.ts';
import { tidyTitle } from './title.ts';

/**
 * A party as typed. `identityNumber` left out keeps the one that is there; empty takes it away. `isScreened` counts for a
 * new party only: one that is there keeps its mark.
 */
export type PartyInput = Omit<Party, 'id'> & { readonly id?: PartyId; readonly identityNumber?: string };

/** The party as it is stored: blanks away, empty fields left out. */
export function tidyParty(input: PartyInput): Omit<Party, 'id'> {
  const field = (text: string | undefined): string | undefined => tidyTitle(text ?? '') || undefined;
  return {
    kind: input.kind,
    name: tidyTitle(input.name),
    isFirm: input.isFirm,
    organisationNumber: input.isFirm ? field(input.organisationNumber)?.replace(/\s/gu, '') : undefined,
    address: field(input.address),
    postalCode: field(input.postalCode),
    postalPlace: field(input.postalPlace),
    email: field(input.email),
    phone: field(input.phone),
    contactPerson: input.isFirm ? field(input.contactPerson) : undefined,
    ...(input.isScreened && { isScreened: true }),
  };
}
