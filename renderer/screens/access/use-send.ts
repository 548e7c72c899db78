import { useState } from 'react';
import type { RefusalView, Reply } from '../../../preload/contract/contract.ts';
import { toast } from '../../components/toasts.tsx';

type Sending = {
  readonly refusal?: RefusalView;
  readonly busy: boolean;
  readonly send: (asked: Promise<Reply<unknown>>) => void;
};

/** Sends what stands in a form: a yes says so and closes it, a no is shown and keeps what is typed. */
export function useSend(saved: string, onClose: () => void): Sending {
  const [refusal, setRefusal] = useState<RefusalView>();
  const [busy, setBusy] = useState(false);
  const send = async (asked: Promise<Reply<unknown>>) => {
    setBusy(true);
    const reply = await asked;
    setBusy(false);
    if (!reply.ok) return setRefusal(reply.refusal);
    toast('success', saved);
    onClose();
  };
  return { ...(refusal && { refusal }), busy, send: (asked) => void send(asked) };
}
