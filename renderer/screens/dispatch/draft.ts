import {
  numberGroups,
  type OrderChoice,
  type OrderTerms,
  type ShownOrder,
  type ShownRecipient,
} from '../../../domain/dispatch-order.ts';

/** `key` tells recipients apart while they are typed and moved; it never leaves the window. */
export type DraftRecipient = ShownRecipient & { readonly key: number };

/** The order as it is filled in: its terms as they are, but for the deadline and the order of signing. */
export type Draft = Omit<OrderTerms, 'deadlineDays'> & {
  readonly recipients: readonly DraftRecipient[];
  readonly choice: OrderChoice;
  /** As typed, so that an empty field can be empty. */
  readonly deadline: string;
};

export const toDraft = ({ recipients, deadlineDays, ...terms }: ShownOrder): Draft => ({
  ...terms,
  recipients: recipients.map((recipient, position) => ({ ...recipient, key: position })),
  choice: choiceOf(recipients),
  deadline: String(deadlineDays),
});

/** Which of the three orders a list of groups amounts to. */
export function choiceOf(recipients: readonly Pick<ShownRecipient, 'group'>[]): OrderChoice {
  const groups = recipients.map((recipient) => recipient.group);
  if (new Set(groups).size <= 1) return 'all-at-once';
  return groups.every((group, position) => group === position) ? 'one-by-one' : 'groups';
}

export const toOrder = ({ recipients, choice, deadline, ...terms }: Draft): ShownOrder => ({
  ...terms,
  recipients: numberGroups(recipients, choice).map(({ key: _, ...recipient }) => recipient),
  // What is no number becomes 0, which the rules refuse with a sentence.
  deadlineDays: Number.isFinite(Number(deadline)) ? Number(deadline) : 0,
});

export const nextKey = (recipients: readonly DraftRecipient[]): number =>
  Math.max(-1, ...recipients.map((recipient) => recipient.key)) + 1;

export const emptyRecipient = (recipients: readonly DraftRecipient[]): DraftRecipient => ({
  key: nextKey(recipients),
  name: '',
  identityNumber: '',
  group: 0,
});

/** What was typed over a masked number: the mask itself is never part of it. */
export const typedOver = (masked: string, value: string): string => {
  if (value.startsWith(masked)) return value.slice(masked.length);
  return value.includes('●') ? '' : value;
};
