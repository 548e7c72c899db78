import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import { vault } from '../../../texts/vault.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { inGroups } from './in-groups.ts';
import { KeyEntry } from './key-entry.tsx';
import './vault.css';

type Props = { readonly makeLabel: string; readonly onDone?: () => void };

/** A recovery key is made, shown once, written down, and entered from the paper; only then does it count. */
export function RecoveryKeySteps({ makeLabel, onDone }: Props) {
  const t = useTexts(vault);
  const make = useCommand('vault.makeRecoveryKey');
  const confirm = useCommand('vault.confirmRecoveryKey');
  const [key, setKey] = useState<string>();
  const [written, setWritten] = useState(false);
  const [refusal, setRefusal] = useState<RefusalView>();
  const begin = async () => {
    setRefusal(undefined);
    const reply = await make.mutateAsync({});
    if (!reply.ok) return setRefusal(reply.refusal);
    setKey(reply.value.recoveryKey);
    setWritten(false);
  };
  if (key === undefined)
    return (
      <div className="vault-steps">
        {refusal ? <ErrorNotice refusal={refusal} /> : null}
        <Button data-color="accent" loading={make.isPending} onClick={() => void begin()}>
          {makeLabel}
        </Button>
      </div>
    );
  if (!written)
    return (
      <div className="vault-steps">
        <KeySheet recoveryKey={key} />
        <div className="settings-buttons">
          <Button variant="secondary" onClick={() => window.print()}>
            {t.print}
          </Button>
          <Button data-color="accent" onClick={() => setWritten(true)}>
            {t.written}
          </Button>
        </div>
      </div>
    );
  return (
    <div className="vault-steps">
      <Paragraph>{t.mustEnter}</Paragraph>
      <KeyEntry
        submit={t.confirm}
        busy={confirm.isPending}
        send={(recoveryKey) => confirm.mutateAsync({ recoveryKey })}
        onYes={() => {
          setKey(undefined);
          toast('success', t.confirmed);
          onDone?.();
        }}
      />
      <Button variant="tertiary" onClick={() => setWritten(false)}>
        {t.back}
      </Button>
    </div>
  );
}

/** What is printed: nothing else of the window comes along. */
function KeySheet({ recoveryKey }: { readonly recoveryKey: string }) {
  const t = useTexts(vault);
  const { archive } = useSession();
  return (
    <section className="vault-sheet">
      <Heading level={2} data-size="xs">
        {t.sheetTitle(archive.title)}
      </Heading>
      <p className="vault-key">
        {inGroups(recoveryKey).map((group, at) => (
          // The groups of one key never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike
          <span key={at}>{group} </span>
        ))}
      </p>
      <Paragraph data-size="sm">{t.sheetUse}</Paragraph>
      <Paragraph data-size="sm">{t.sheetAge}</Paragraph>
    </section>
  );
}
