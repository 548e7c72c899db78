import type { PartyId } from '../../../domain/basics.ts';
import { canonicalDigits } from '../../../domain/identity-digits.ts';
import type { PartyInput } from '../../../domain/party-input.ts';
import type { PartyView } from '../../../preload/contract/views.ts';

/** Everything about a party as text fields hold it. `identityNumber` undefined keeps what the archive has. */
export type PartyForm = {
  readonly id?: PartyId;
  readonly kind: PartyInput['kind'];
  readonly isFirm: boolean;
  readonly name: string;
  readonly organisationNumber: string;
  readonly address: string;
  readonly postalCode: string;
  readonly postalPlace: string;
  readonly email: string;
  readonly phone: string;
  readonly contactPerson: string;
  readonly identityNumber?: string;
};

export const emptyParty = (kind: PartyInput['kind']): PartyForm => ({
  kind,
  isFirm: false,
  name: '',
  organisationNumber: '',
  address: '',
  postalCode: '',
  postalPlace: '',
  email: '',
  phone: '',
  contactPerson: '',
});

export const partyToForm = (party: PartyView): PartyForm => ({
  id: party.id,
  kind: party.kind,
  isFirm: party.isFirm,
  name: party.name,
  organisationNumber: party.organisationNumber ?? '',
  address: party.address ?? '',
  postalCode: party.postalCode ?? '',
  postalPlace: party.postalPlace ?? '',
  email: party.email ?? '',
  phone: party.phone ?? '',
  contactPerson: party.contactPerson ?? '',
});

/** The party as it stands, to be sent back unchanged; its identity number stays where it is. */
export const keepParty = (party: PartyView): PartyInput => partyToForm(party);

export type DigitsTold =
  | { readonly told: 'nothing' }
  | { readonly told: 'short' | 'long'; readonly digits: number }
  | { readonly told: 'whole' | 'not-digits' };

/** What can be said of an identity number while it is typed; whether it is right is the archive's to judge. */
export function tellDigits(typed: string): DigitsTold {
  const plain = canonicalDigits(typed);
  if (plain === '') return { told: 'nothing' };
  if (!/^\d+$/.test(plain)) return { told: 'not-digits' };
  if (plain.length === 11) return { told: 'whole' };
  return { told: plain.length < 11 ? 'short' : 'long', digits: plain.length };
}

export const isOrganisationNumberShape = (typed: string): boolean =>
  typed.trim() === '' || /^\d{9}$/.test(typed.normalize('NFKC').replace(/\s/gu, ''));
