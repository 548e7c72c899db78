import type { ShownOrder } from '../../../domain/dispatch-order.ts';

type OrderRecipient = ShownOrder['recipients'][number];
/** `key` tells recipients apart while they are typed and moved; it never leaves the window. */
export type DraftRecipient = OrderRecipient & { readonly key: number };
export type OrderChoice = 'all-at-once' | 'one-by-one' | 'groups';

export type Draft = {
  readonly recipients: readonly DraftRecipient[];
  readonly choice: OrderChoice;
  readonly message: string;
  /** As typed, so that an empty field can be empty. */
  readonly deadline: string;
  readonly agreedWithLeader: boolean;
};

export const toDraft = (order: ShownOrder): Draft => ({
  recipients: order.recipients.map((recipient, position) => ({ ...recipient, key: position })),
  choice: choiceOf(order.recipients),
  message: order.message,
  deadline: String(order.deadlineDays),
  agreedWithLeader: order.agreedWithLeader,
});

/** Which of the three orders a list of groups amounts to. */
export function choiceOf(recipients: readonly Pick<OrderRecipient, 'group'>[]): OrderChoice {
  const groups = recipients.map((recipient) => recipient.group);
  if (new Set(groups).size <= 1) return 'all-at-once';
  return groups.every((group, position) => group === position) ? 'one-by-one' : 'groups';
}

/** Group numbers as sent: 0 for all, 0, 1, 2 … one after another, and groups without gaps. */
export function groupsOf({ recipients, choice }: Pick<Draft, 'recipients' | 'choice'>): readonly number[] {
  if (choice === 'all-at-once') return recipients.map(() => 0);
  if (choice === 'one-by-one') return recipients.map((_, position) => position);
  const used = [...new Set(recipients.map((recipient) => recipient.group))].sort((a, b) => a - b);
  return recipients.map((recipient) => used.indexOf(recipient.group));
}

export function toOrder(draft: Draft): ShownOrder {
  const groups = groupsOf(draft);
  return {
    recipients: draft.recipients.map(({ key: _, ...recipient }, position) => ({
      ...recipient,
      group: groups[position] ?? 0,
    })),
    message: draft.message,
    // What is no number becomes 0, which the rules refuse with a sentence.
    deadlineDays: Number.isFinite(Number(draft.deadline)) ? Number(draft.deadline) : 0,
    agreedWithLeader: draft.agreedWithLeader,
  };
}

export const nextKey = (recipients: readonly DraftRecipient[]): number =>
  Math.max(-1, ...recipients.map((recipient) => recipient.key)) + 1;

export const emptyRecipient = (recipients: readonly DraftRecipient[]): DraftRecipient => ({
  key: nextKey(recipients),
  name: '',
  identityNumber: '',
  group: 0,
});

/** `ddmmyy ●●●●●` once all eleven digits are there; before that as typed, so that one sees what is missing. */
export function maskTyped(typed: string): string {
  const digits = typed.normalize('NFKC').replace(/[\s.\-–—\u00AD\u200B/]/gu, '');
  return /^\d{11}$/.test(digits) ? `${digits.slice(0, 6)} ●●●●●` : typed;
}

/** What was typed over a masked number: the mask itself is never part of it. */
export const typedOver = (masked: string, value: string): string => {
  if (value.startsWith(masked)) return value.slice(masked.length);
  return value.includes('●') ? '' : value;
};
