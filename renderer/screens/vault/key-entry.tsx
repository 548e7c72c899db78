import { Button, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import type { RefusalView, Reply } from '../../../preload/contract/contract.ts';
import { vault } from '../../../texts/vault.ts';
import { useTexts } from '../../api/session.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';

type Props = {
  readonly submit: string;
  readonly busy: boolean;
  readonly send: (recoveryKey: string) => Promise<Reply<unknown>>;
  readonly onYes?: () => void;
};

/** Where a recovery key is typed from paper; a misspelt one stays to be mended. */
export function KeyEntry({ submit, busy, send, onYes }: Props) {
  const t = useTexts(vault);
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<RefusalView>();
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    setRefusal(undefined);
    const reply = await send(typed);
    if (!reply.ok) return setRefusal(reply.refusal);
    setTyped('');
    onYes?.();
  };
  return (
    <form className="vault-entry" onSubmit={(event) => void enter(event)} noValidate>
      <Textfield
        multiline
        rows={2}
        label={t.enter}
        description={t.enterHint}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="vault-key-field"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {refusal ? <ErrorNotice refusal={refusal} /> : null}
      <div>
        <Button type="submit" data-color="accent" loading={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
