import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { EntryId } from '../../../domain/basics.ts';
import { everything, refresh } from '../../api/affected.ts';
import type { BulkRow } from './bulk-words.ts';

/** What came of one row: nothing to tell, or a sentence; `entryId` is the entry that was made of it. */
export type BulkOutcome = {
  readonly row: BulkRow;
  readonly fault?: string;
  readonly entryId?: EntryId;
};
export type BulkStep = (row: BulkRow) => Promise<Omit<BulkOutcome, 'row'>>;

/** Does something to one row after the other, so that it can be stopped between two and each tells what came of it. */
export function useBulk() {
  const client = useQueryClient();
  const stopped = useRef(false);
  const [outcomes, setOutcomes] = useState<readonly BulkOutcome[]>([]);
  const [phase, setPhase] = useState<'before' | 'during' | 'stopping' | 'after'>('before');
  const run = async (rows: readonly BulkRow[], step: BulkStep) => {
    setPhase('during');
    for (const row of rows) {
      if (stopped.current) break;
      const outcome = { row, ...(await step(row)) };
      setOutcomes((before) => [...before, outcome]);
    }
    await refresh(client, everything);
    setPhase('after');
  };
  const stop = () => {
    stopped.current = true;
    setPhase('stopping');
  };
  return { phase, outcomes, run, stop };
}
