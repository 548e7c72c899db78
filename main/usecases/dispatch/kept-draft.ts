import type { EntryId } from '../../../domain/basics.ts';
import type { DispatchOrder, ShownOrder, ShownRecipient } from '../../../domain/dispatch-order.ts';
import { maskTyped, readIdentityNumber } from '../../../domain/identity-number.ts';
import type { Needs } from '../needs.ts';
import { openSealed } from './open-sealed.ts';

/** The dialog as it was left. The numbers typed there stand apart, by ids of their own, so that they can be named. */
export type KeptDraft = { readonly order: ShownOrder; readonly typed: Readonly<Record<string, string>> };

/** `undefined` when there is no draft, or it was sealed under a key that is gone. */
export async function readDraft(
  needs: Pick<Needs, 'archive' | 'vault'>,
  entryId: EntryId,
): Promise<KeptDraft | undefined> {
  const sealed = await needs.archive.read.findDraftOrder(entryId);
  const text = sealed && (await openSealed(needs, sealed));
  if (text === undefined) return undefined;
  // Written by `keepDraft` and sealed since, so it has one of these shapes; the second is from before numbers stood apart.
  const kept = JSON.parse(text) as KeptDraft | DispatchOrder;
  return 'typed' in kept ? kept : draftOf(kept, undefined, (position) => String(position));
}

/**
 * The order as a draft: each number that was typed gets an id and is named by it from now on. Whole numbers that are no
 * longer named stay until the draft goes, because a recipient taken away can be taken back.
 */
export function draftOf(
  order: ShownOrder,
  before: KeptDraft | undefined,
  newId: (position: number) => string,
): KeptDraft {
  const typed: Record<string, string> = {};
  const recipients = order.recipients.map((recipient, position): ShownRecipient => {
    const { identityNumber } = recipient;
    if (identityNumber.trim() === '') return recipient;
    const id = newId(position);
    typed[id] = identityNumber;
    return {
      ...recipient,
      identityNumber: '',
      keptIdentity: { from: 'draft', id, masked: maskTyped(identityNumber) },
    };
  });
  const named = new Set(recipients.map(({ keptIdentity }) => keptIdentity?.id));
  for (const [id, number] of Object.entries(before?.typed ?? {})) {
    const whole = typeof readIdentityNumber(number) !== 'string';
    if (named.has(id) || (whole && !Object.values(typed).includes(number))) typed[id] = number;
  }
  return { order: { ...order, recipients }, typed };
}
