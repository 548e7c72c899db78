import { useEffect, useRef, useState } from 'react';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import { ask } from '../../api/ask.ts';

/**
 * Sends to one person after the other until all have been sent to, it is stopped, or it is refused. What is left waits in
 * the archive, so that closing the window costs nothing.
 */
export function useRun(entryId: string, onPause: () => void) {
  const [running, setRunning] = useState<'no' | 'yes' | 'stopping'>('no');
  const [done, setDone] = useState(0);
  const [refusal, setRefusal] = useState<RefusalView>();
  const wanted = useRef(false);
  useEffect(
    () => () => {
      wanted.current = false;
    },
    [],
  );
  const run = async (mailingId: string) => {
    if (wanted.current) return;
    wanted.current = true;
    setRunning('yes');
    setRefusal(undefined);
    setDone(0);
    while (wanted.current) {
      const reply = await ask('mailing.next', { entryId, mailingId });
      if (!reply.ok) setRefusal(reply.refusal);
      if (!reply.ok || !reply.value.more) break;
      setDone((before) => before + 1);
    }
    wanted.current = false;
    setRunning('no');
    onPause();
  };
  const stop = () => {
    wanted.current = false;
    setRunning('stopping');
  };
  return { running, done, refusal, run, stop };
}
export type MailingRun = ReturnType<typeof useRun>;
