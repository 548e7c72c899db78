import type { PartyId } from './basics.ts';
import type { Recipient } from './dispatch-order.ts';
import type { Party } from './documents.ts';
import { readIdentityNumber } from './identity-number.ts';
import { tidyTitle } from './title.ts';

/** A party with the identity number that is kept for it, where there is one that can be read. */
export type KnownParty = Party & { readonly identityNumber?: string };

/** Parties that the journal names as those a letter goes to; a copy is another thing. */
export const isAddressee = ({ kind }: Pick<Party, 'kind'>): boolean => kind === 'EM' || kind === 'GM';

/**
 * Which of the entry's parties each recipient is; none for one who is new. The party a recipient was made of counts only
 * while the person, or the firm that is signed for, is still the same: a card may have been typed over.
 */
export function matchParties(
  parties: readonly KnownParty[],
  recipients: readonly Recipient[],
): readonly (KnownParty | undefined)[] {
  const free = new Set(parties.filter((party) => isAddressee(party) || party.kind === 'EK'));
  const matched: (KnownParty | undefined)[] = recipients.map(() => undefined);
  for (const isMatch of [madeOf, hasNumber, sameName]) {
    for (const [position, recipient] of recipients.entries()) {
      if (matched[position]) continue;
      const found = [...free].find((party) => isMatch(party, recipient));
      if (found) free.delete(found);
      matched[position] = found;
    }
  }
  return matched;
}

/** The addressees in the journal whom this order does not go to. */
export function partiesNotSentTo(
  parties: readonly KnownParty[],
  recipients: readonly Recipient[],
): readonly Party[] {
  const sentTo = new Set(matchParties(parties, recipients));
  return parties.filter((party) => isAddressee(party) && !sentTo.has(party));
}

/** The parties of an entry once it is dispatched, and which of them each recipient is, by position. */
export type DispatchedParties = {
  readonly parties: readonly Party[];
  readonly partyIds: readonly PartyId[];
};

/** Those it is sent to, in the order of the recipients, then those it concerns otherwise (copies, a sender). */
export function dispatchedParties(
  before: readonly KnownParty[],
  recipients: readonly Recipient[],
  newId: () => PartyId,
): DispatchedParties {
  const matched = matchParties(before, recipients);
  const addressees = recipients.map((recipient, position) =>
    addresseeOf(recipient, matched[position], newId),
  );
  const taken = new Set(matched.map((party) => party?.id));
  const others = before.filter(({ id }) => !taken.has(id)).map(({ identityNumber: _, ...party }) => party);
  return { parties: [...addressees, ...others], partyIds: addressees.map(({ id }) => id) };
}

function addresseeOf(recipient: Recipient, known: KnownParty | undefined, newId: () => PartyId): Party {
  const { identityNumber: _, ...stays } = known ?? { id: newId() };
  const firm = firmOf(recipient);
  const name = tidyTitle(recipient.name);
  if (!firm) return { ...stays, kind: 'EM', name, isFirm: false };
  // The address of a person is not that of the firm he signs for.
  const moved = known && !known.isFirm;
  return {
    ...stays,
    ...(moved && { address: undefined, postalCode: undefined, postalPlace: undefined }),
    kind: 'EM',
    name: firm.name,
    isFirm: true,
    organisationNumber: firm.organisationNumber ?? known?.organisationNumber,
    contactPerson: name,
  };
}

/**
 * The parties once another person signs in the place of one: of the firm that was signed for, or a new addressee where
 * the one before stood.
 */
export function partiesWithAnother(
  before: readonly Party[],
  signer: { readonly partyId?: PartyId; readonly name: string; readonly onBehalfOf?: string },
  name: string,
  newId: () => PartyId,
): { readonly parties: readonly Party[]; readonly partyId: PartyId } {
  const known =
    before.find(({ id }) => id === signer.partyId) ??
    before.find(
      (party) => isAddressee(party) && folded(party.name) === folded(signer.onBehalfOf ?? signer.name),
    );
  const party: Party = known?.isFirm
    ? { ...known, contactPerson: name }
    : {
        id: newId(),
        kind: 'EM',
        name,
        isFirm: false,
        // What was hidden of the one before is hidden of the one who comes instead.
        ...(known?.isScreened && { isScreened: true }),
      };
  const parties = known ? before.map((one) => (one === known ? party : one)) : [...before, party];
  return { parties, partyId: party.id };
}

/** What can become of a recipient in the journal to whom a dispatch does not go. */
export const partySettlements = ['removed', 'copy'] as const;
export type PartySettlement = (typeof partySettlements)[number];

export function settledParties(
  parties: readonly Party[],
  partyId: PartyId,
  how: PartySettlement,
): readonly Party[] {
  switch (how) {
    case 'removed':
      return parties.filter(({ id }) => id !== partyId);
    case 'copy':
      return parties.map((party) => (party.id === partyId ? { ...party, kind: 'EK' } : party));
  }
}

/** As one name in the log and in lists: what it is, what it is called, and who signs for it. */
export const partyLine = (
  party: Pick<Party, 'kind' | 'name' | 'organisationNumber' | 'contactPerson'>,
): string =>
  [
    party.kind,
    party.name,
    party.organisationNumber && `(${party.organisationNumber})`,
    party.contactPerson && `v/ ${party.contactPerson}`,
  ]
    .filter(Boolean)
    .join(' ');

/** Each party that came, went or became another, as it was and as it is; `undefined` where it was or is not there. */
export function partyDifferences(
  before: readonly Party[],
  after: readonly Party[],
): readonly (readonly [before: string | undefined, after: string | undefined])[] {
  const stood = new Map(before.map((party) => [party.id, partyLine(party)]));
  const stands = new Map(after.map((party) => [party.id, partyLine(party)]));
  return [...new Set([...stood.keys(), ...stands.keys()])]
    .map((id) => [stood.get(id), stands.get(id)] as const)
    .filter(([was, is]) => was !== is);
}

const folded = (text: string | undefined): string => tidyTitle(text ?? '').toLowerCase();
const digitsOf = (recipient: Recipient): string | undefined => {
  const identity = readIdentityNumber(recipient.identityNumber);
  return typeof identity === 'string' ? undefined : identity.digits;
};

/** The firm that is signed for; one that nobody named is none, as it is none on the job. */
function firmOf(
  recipient: Recipient,
): { readonly name: string; readonly organisationNumber?: string } | undefined {
  const name = tidyTitle(recipient.onBehalfOf?.name ?? '');
  const organisationNumber = recipient.onBehalfOf?.organisationNumber?.replace(/\s/gu, '') || undefined;
  return name === '' ? undefined : { name, organisationNumber };
}

const madeOf = (party: KnownParty, recipient: Recipient): boolean =>
  party.id === recipient.partyId && (hasNumber(party, recipient) || hasName(party, recipient));
/** Two persons may bear one name: where both numbers are known they decide. */
const sameName = (party: KnownParty, recipient: Recipient): boolean =>
  hasName(party, recipient) &&
  (party.isFirm || party.identityNumber === undefined || digitsOf(recipient) === undefined);

/** A person is the same by number, also where he signs for a firm now. A firm is never known by who signs for it. */
const hasNumber = (party: KnownParty, recipient: Recipient): boolean =>
  !party.isFirm && party.identityNumber !== undefined && party.identityNumber === digitsOf(recipient);

function hasName(party: KnownParty, recipient: Recipient): boolean {
  const firm = firmOf(recipient);
  if (party.isFirm !== (firm !== undefined)) return false;
  if (!firm) return folded(party.name) === folded(recipient.name);
  const numbered = party.organisationNumber !== undefined && firm.organisationNumber !== undefined;
  return numbered
    ? party.organisationNumber === firm.organisationNumber
    : folded(party.name) === folded(firm.name);
}
