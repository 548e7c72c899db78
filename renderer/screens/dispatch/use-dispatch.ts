import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import type { DispatchCheckView, DispatchPrepareView } from '../../../preload/contract/dispatch.ts';
import { ask, onEvent } from '../../api/ask.ts';
import { afterPress } from '../../components/after-press.ts';
import { type Draft, toDraft, toOrder } from './draft.ts';

const CHECK_MS = 250;
const KEEP_MS = 800;

/** What the archive last said, and of which recipients it said it. */
export type CheckedOrder = { readonly view: DispatchCheckView; readonly keys: readonly number[] };
export type DispatchWork = {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly checked: CheckedOrder | undefined;
  readonly checking: boolean;
  /** Why the last check has no answer. */
  readonly checkFault: RefusalView | undefined;
  /** Checks now what stands now, and gives the answer; nothing when there was none. */
  readonly settle: () => Promise<CheckedOrder | undefined>;
  /** True once the draft is stored. */
  readonly keep: () => Promise<boolean>;
};

/** The order while it is written: checked shortly after each change, the last answer wins; kept as a draft. */
export function useDispatch(prepared: DispatchPrepareView): DispatchWork {
  const { entryId, caseId } = prepared;
  const [draft, setDraft] = useState(() => toDraft(prepared.order));
  const [checked, setChecked] = useState<CheckedOrder>();
  const [checking, setChecking] = useState(true);
  const [checkFault, setCheckFault] = useState<RefusalView>();
  const latest = useRef(draft);
  const turn = useRef(0);
  const kept = useRef(draft);
  const checkTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keepTimer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const settle = useCallback(async (): Promise<CheckedOrder | undefined> => {
    clearTimeout(checkTimer.current);
    turn.current += 1;
    const mine = turn.current;
    const asked = latest.current;
    setChecking(true);
    const reply = await ask('dispatch.check', { entryId, order: toOrder(asked) });
    const answer = reply.ok
      ? { view: reply.value, keys: asked.recipients.map((recipient) => recipient.key) }
      : undefined;
    // An answer to what is no longer there would blame the wrong field.
    if (mine !== turn.current) return answer;
    afterPress(() => {
      if (mine !== turn.current) return;
      setChecking(false);
      setCheckFault(reply.ok ? undefined : reply.refusal);
      if (answer) setChecked(answer);
    });
    return answer;
  }, [entryId]);
  const checkSoon = useCallback(() => {
    turn.current += 1;
    setChecking(true);
    clearTimeout(checkTimer.current);
    checkTimer.current = setTimeout(() => void settle(), CHECK_MS);
  }, [settle]);
  const keep = useCallback(async (): Promise<boolean> => {
    clearTimeout(keepTimer.current);
    const wanted = latest.current;
    if (wanted === kept.current) return true;
    const reply = await ask('dispatch.keepDraft', { entryId, order: toOrder(wanted) });
    if (reply.ok) kept.current = wanted;
    return reply.ok;
  }, [entryId]);
  const change = (part: Partial<Draft>) => {
    latest.current = { ...latest.current, ...part };
    setDraft(latest.current);
    checkSoon();
    clearTimeout(keepTimer.current);
    keepTimer.current = setTimeout(() => void keep(), KEEP_MS);
  };

  useEffect(() => {
    void settle();
    // Someone may close the case or change a document while this is open.
    const unheard = onEvent((event) => {
      if (event.kind !== 'archive.changed') return;
      const { caseIds, entryIds } = event;
      const any = caseIds.length + entryIds.length === 0;
      if (any || caseIds.includes(caseId) || entryIds.includes(entryId)) checkSoon();
    });
    return () => {
      unheard();
      clearTimeout(checkTimer.current);
      clearTimeout(keepTimer.current);
    };
  }, [entryId, caseId, settle, checkSoon]);

  return { draft, change, checked, checking, checkFault, settle, keep };
}
