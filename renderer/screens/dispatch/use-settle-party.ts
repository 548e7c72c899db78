import type { PartySettlement } from '../../../domain/dispatched-parties.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import type { Unsent } from './findings-list.tsx';

type Around = {
  readonly say: (text: string) => void;
  readonly setRefusal: (refusal: RefusalView | undefined) => void;
  readonly checkAgain: () => void;
};

/** Takes a party that is not sent to away, or makes it a copy recipient, and has the order checked anew. */
export function useSettleParty(entryId: string, { say, setRefusal, checkAgain }: Around) {
  const t = useTexts(dispatchTexts).findings;
  const settle = useCommand('dispatch.settleParty');
  return async ({ party, name }: Unsent, as: PartySettlement): Promise<void> => {
    const reply = await settle.mutateAsync({ entryId, partyId: party, as });
    // The button that had the focus goes with its finding.
    document.getElementById('dispatch-entry')?.focus({ preventScroll: true });
    setRefusal(reply.ok ? undefined : reply.refusal);
    if (reply.ok) say(as === 'copy' ? t.partyCopied(name) : t.partyRemoved(name));
    checkAgain();
  };
}
