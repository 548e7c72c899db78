import type { EntryId } from '../../../domain/basics.ts';
import { freshOrder, type ShownOrder, type ShownRecipient } from '../../../domain/dispatch-order.ts';
import { maskTyped } from '../../../domain/identity-digits.ts';
import { readIdentityNumber } from '../../../domain/identity-number.ts';
import { readOrder, readTyped } from '../../../domain/read-order.ts';
import type { DispatchDraftReader } from '../../ports/archive/dispatch-drafts.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { Needs } from '../needs.ts';
import { openSealed } from './open-sealed.ts';

type Touching = { readonly archive: ArchivePart<DispatchDraftReader & PolicyReader> };

/** The dialog as it was left. The numbers typed there stand apart, by ids of their own, so that they can be named. */
export type KeptDraft = { readonly order: ShownOrder; readonly typed: Readonly<Record<string, string>> };

/** `undefined` when there is no draft, or it was sealed under a key that is gone. */
export async function readDraft(
  needs: Pick<Needs, 'vault'> & Touching,
  entryId: EntryId,
): Promise<KeptDraft | undefined> {
  const sealed = await needs.archive.read.findDraftOrder(entryId);
  const text = sealed && (await openSealed(needs, sealed));
  if (text === undefined) return undefined;
  const kept = parse(text);
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { defaultDeadlineDays: deadlineDays } = await needs.archive.read.policy();
  const fresh = freshOrder<ShownRecipient>({ deadlineDays });
  // Before numbers stood apart, the order was the whole of the draft.
  return 'typed' in kept
    ? { order: readOrder('order' in kept ? kept.order : {}, fresh), typed: readTyped(kept.typed) }
    : draftOf(readOrder(kept, fresh), undefined, (position) => String(position));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
