import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { DispatchPrepareView } from '../../../preload/contract/dispatch.ts';
import { ask, onEvent } from '../../api/ask.ts';
import { type Draft, toDraft, toOrder } from './draft.ts';
import { type CheckedOrder, type CheckState, useCheck, useCheckNow } from './use-check.ts';

const KEEP_MS = 800;

export type DispatchWork = Omit<CheckState, 'current'> & {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** Checks the same order anew, when something around it has changed. */
  readonly checkAgain: () => void;
  /** The check of exactly what stands in the form, waited for if need be; nothing when there is no answer. */
  readonly checkOfNow: () => Promise<CheckedOrder | undefined>;
  /** True once the draft is stored. */
  readonly keep: () => Promise<boolean>;
};

/** The order while it is written: checked shortly after each change, and kept as a draft. */
export function useDispatch(prepared: DispatchPrepareView): DispatchWork {
  const { entryId, caseId } = prepared;
  const [asked, setAsked] = useState(() => ({ draft: toDraft(prepared.order), round: 0 }));
  const { current, ...check } = useCheck(entryId, asked);
  const checkNow = useCheckNow(entryId);
  const latest = useRef(asked);
  const kept = useRef(asked.draft);
  const keepTimer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const set = (next: typeof asked) => {
    latest.current = next;
    setAsked(next);
  };
  const checkAgain = () => set({ ...latest.current, round: latest.current.round + 1 });
  const checkOfNow = async (): Promise<CheckedOrder | undefined> => {
    if (current) return current;
    for (;;) {
      const wanted = latest.current;
      const answer = await checkNow(wanted);
      // Something may have been typed while the answer was on its way.
      if (wanted === latest.current) return answer;
    }
  };
  const keep = useCallback(async (): Promise<boolean> => {
    clearTimeout(keepTimer.current);
    const wanted = latest.current.draft;
    if (wanted === kept.current) return true;
    const reply = await ask('dispatch.keepDraft', { entryId, order: toOrder(wanted) });
    if (reply.ok) kept.current = wanted;
    return reply.ok;
  }, [entryId]);
  const change = (part: Partial<Draft>) => {
    set({ ...latest.current, draft: { ...latest.current.draft, ...part } });
    clearTimeout(keepTimer.current);
    keepTimer.current = setTimeout(() => void keep(), KEEP_MS);
  };

  const changed = useEffectEvent((caseIds: readonly string[], entryIds: readonly string[]) => {
    const any = caseIds.length + entryIds.length === 0;
    if (any || caseIds.includes(caseId) || entryIds.includes(entryId)) checkAgain();
  });
  useEffect(() => {
    // Someone may close the case or change a document while this is open.
    const unheard = onEvent((event) => {
      if (event.kind === 'archive.changed') changed(event.caseIds, event.entryIds);
    });
    return () => {
      unheard();
      // Closed from outside, as when a right ended: what is typed since goes into the draft, if that is allowed still.
      void keep();
    };
  }, [keep]);

  return { draft: asked.draft, change, ...check, checkAgain, checkOfNow, keep };
}
