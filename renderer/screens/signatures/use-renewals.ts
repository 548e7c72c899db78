import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import type { ListedSignature } from '../../../preload/contract/signatures.ts';
import { everything, refresh } from '../../api/affected.ts';
import { ask } from '../../api/ask.ts';

export type RenewalOutcome = { readonly recordNumber: string; readonly refusal?: RefusalView };

/** Renews one after the other; one that is refused never stops the next, and the person may. */
export function useRenewals() {
  const client = useQueryClient();
  const [progress, setProgress] = useState<{ readonly done: number; readonly all: number }>();
  const [outcomes, setOutcomes] = useState<readonly RenewalOutcome[]>([]);
  const stopped = useRef(false);
  const run = async (rows: readonly ListedSignature[]): Promise<void> => {
    if (progress) return;
    stopped.current = false;
    const told: RenewalOutcome[] = [];
    setOutcomes([]);
    for (const [done, { entryId, documentId, recordNumber }] of rows.entries()) {
      if (stopped.current) break;
      setProgress({ done, all: rows.length });
      const reply = await ask('signatures.renew', { entryId, documentId });
      told.push(reply.ok ? { recordNumber } : { recordNumber, refusal: reply.refusal });
      setOutcomes([...told]);
    }
    setProgress(undefined);
    await refresh(client, everything);
  };
  return {
    progress,
    outcomes,
    run,
    stop: () => {
      stopped.current = true;
    },
  };
}
