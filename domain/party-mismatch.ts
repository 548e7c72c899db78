import { type EntryId, type Instant, type JobId, type PartyId, toId } from './basics.ts';
import type { Recipient } from './dispatch-order.ts';
import {
  type DispatchedParties,
  dispatchedParties,
  type KnownParty,
  partiesNotSentTo,
  partyDifferences,
  settledParties,
} from './dispatched-parties.ts';
import type { Party } from './documents.ts';
import type { Signer } from './signing-job.ts';
import { tidyTitle } from './title.ts';

/** An entry whose parties are not those its job asked to sign, until the document centre has settled it. */
export type PartyMismatch = {
  readonly entryId: EntryId;
  readonly jobId: JobId;
  readonly foundAt: Instant;
};

/** What a job still knows of whom it was sent to; the number only until it is purged. */
export type KnownSigner = Pick<Signer, 'partyId' | 'name' | 'group' | 'onBehalfOf'> & {
  readonly identityNumber?: string;
};

/** What the parties become: those the job was sent to, and nobody as a recipient who was not. */
export type PartyCorrection = DispatchedParties & {
  /** Named as recipients until now, and not sent to. */
  readonly notSentTo: readonly Party[];
};

/**
 * The parties as the job says. Who was not sent to is taken away, or stays as a copy where `copies` names them. Where one
 * of the parties is screened by itself, so is each that is new: nobody can tell whom it was marked for.
 */
export function correctParties(
  parties: readonly KnownParty[],
  signers: readonly KnownSigner[],
  copies: readonly PartyId[],
  newId: () => PartyId,
): PartyCorrection {
  const recipients = signers.map(asRecipient);
  const notSentTo = partiesNotSentTo(parties, recipients);
  const sent = dispatchedParties(parties, recipients, newId);
  const someScreened = parties.some(({ isScreened }) => isScreened);
  const known = new Set(parties.map(({ id }) => id));
  const marked = sent.parties.map((party) =>
    someScreened && !known.has(party.id) ? { ...party, isScreened: true } : party,
  );
  const settled = notSentTo.reduce(
    (left: readonly Party[], { id }) => settledParties(left, id, copies.includes(id) ? 'copy' : 'removed'),
    marked,
  );
  return { parties: settled, partyIds: sent.partyIds, notSentTo: notSentTo.map(withoutNumber) };
}

/** Whether the journal names others than the job was sent to. How a name is written and their order are no difference. */
export function partiesDisagree(parties: readonly KnownParty[], signers: readonly KnownSigner[]): boolean {
  let made = 0;
  const nextId = () => {
    made += 1;
    return toId<'party'>(`new ${made}`);
  };
  const corrected = correctParties(parties, signers, [], nextId);
  return partyDifferences(parties, corrected.parties).some(
    ([before, after]) => folded(before) !== folded(after),
  );
}

const folded = (line: string | undefined): string => tidyTitle(line ?? '').toLowerCase();

const asRecipient = ({ partyId, name, group, onBehalfOf, identityNumber }: KnownSigner): Recipient => ({
  partyId,
  name,
  group,
  identityNumber: identityNumber ?? '',
  onBehalfOf: onBehalfOf === undefined ? undefined : { name: onBehalfOf },
});

const withoutNumber = ({ identityNumber: _, ...party }: KnownParty): Party => party;
