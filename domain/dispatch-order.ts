import type { PartyId } from './basics.ts';
import { routinePolicy } from './limits.ts';

/** Someone who shall sign. `group` orders them: lower first, equal at the same time; 0–9 as the service numbers them. */
export type Recipient = {
  /** The entry's party this recipient comes from, where there is one. */
  readonly partyId?: PartyId;
  readonly name: string;
  /** As typed; {@link readIdentityNumber} judges it. */
  readonly identityNumber: string;
  readonly group: number;
  /** Set when the person signs for a firm. */
  readonly onBehalfOf?: { readonly name: string; readonly organisationNumber?: string };
};

/**
 * What an order says beside its recipients, as it stands in a fresh one. The one place that names these fields: the type
 * of an order, its schema, the reading of a kept draft and the dialog's draft are made of it, by the kind of each value.
 */
export const freshTerms = {
  /** Shown to the signer after login only. Kept on the job, never in the journal. */
  message: '',
  deadlineDays: routinePolicy.defaultDeadlineDays,
  /** The routine: agree with your leader when to use e-signing. */
  agreedWithLeader: false,
  /** The sender has the right to send the files whose owner has limited their use. Never kept in a draft. */
  rightsConfirmed: false,
};
export type OrderTerms = Readonly<typeof freshTerms>;

/** What the clerk fills in before «Ekspeder». */
export type DispatchOrder<Who extends Recipient = Recipient> = OrderTerms & {
  readonly recipients: readonly Who[];
};

/** An empty order with the given fields filled in. */
export const freshOrder = <Who extends Recipient = Recipient>(
  given: Partial<DispatchOrder<Who>> = {},
): DispatchOrder<Who> => ({ recipients: [], ...freshTerms, ...given });

export const identityPlaces = ['party', 'draft'] as const;
/** Where the archive already holds a recipient's number, so that a window can name it without being told it. */
export type KeptIdentity = {
  readonly from: (typeof identityPlaces)[number];
  /** Of the entry's party, or of the number in the draft. */
  readonly id: string;
  /** What was shown of it. A number that has become another since is not the one that is meant. */
  readonly masked: string;
};
/** A recipient as the window knows it: with the number typed there, or, where that is empty, the one that is kept. */
export type ShownRecipient = Recipient & { readonly keptIdentity?: KeptIdentity };
export type ShownOrder = DispatchOrder<ShownRecipient>;

export type OrderChoice = 'all-at-once' | 'one-by-one' | 'groups';

/** Numbers the recipients for the chosen order; groups that are skipped are closed up. */
export function numberGroups<R extends Pick<Recipient, 'group'>>(
  recipients: readonly R[],
  choice: OrderChoice,
): readonly R[] {
  if (choice === 'all-at-once') return recipients.map((recipient) => ({ ...recipient, group: 0 }));
  if (choice === 'one-by-one')
    return recipients.map((recipient, position) => ({ ...recipient, group: position }));
  const used = [...new Set(recipients.map((recipient) => recipient.group))].sort((a, b) => a - b);
  return recipients.map((recipient) => ({ ...recipient, group: used.indexOf(recipient.group) }));
}

/**
 * The latest day the job can end: each group gets the whole deadline from the moment the group before it is done
 * (docs/rules.md, 9).
 */
export const latestDays = (recipients: readonly Pick<Recipient, 'group'>[], deadlineDays: number): number =>
  Math.max(1, new Set(recipients.map((recipient) => recipient.group)).size) * deadlineDays;
