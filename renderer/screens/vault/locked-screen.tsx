import { Alert, Button, Checkbox, Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import { setUp } from '../../../texts/set-up.ts';
import { vault } from '../../../texts/vault.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LanguageChoice } from '../set-up/language-choice.tsx';
import { KeyEntry } from './key-entry.tsx';
import '../set-up/set-up.css';
import './vault.css';

/** Production, when the first lock does not open: why, and what can be done. */
export function LockedScreen({ refusal }: { readonly refusal: RefusalView }) {
  const t = useTexts(vault);
  const languageLabel = useTexts(setUp).language;
  const tryAgain = useCommand('vault.tryAgain');
  const recover = useCommand('vault.recover');
  const [still, setStill] = useState<RefusalView>();
  useEffect(() => {
    document.title = `${t.lockedTitle} – Segl`;
  }, [t.lockedTitle]);
  const recoverable = refusal.code === 'vault-locked' && refusal.facts.recoverable === 'yes';
  const again = async () => {
    setStill(undefined);
    const reply = await tryAgain.mutateAsync({});
    if (!reply.ok) setStill(reply.refusal);
  };
  return (
    <main className="set-up">
      <LanguageChoice label={languageLabel} />
      <Heading level={1} data-size="md">
        {t.lockedTitle}
      </Heading>
      <Alert data-color="warning">{reasonOf(refusal, t.reasons)}</Alert>
      <Paragraph>{t.lockedSafe}</Paragraph>
      <div>
        <Button variant="secondary" loading={tryAgain.isPending} onClick={() => void again()}>
          {t.tryAgain}
        </Button>
      </div>
      {still ? <Alert data-color="warning">{reasonOf(still, t.reasons)}</Alert> : null}
      {recoverable ? (
        <section className="vault-steps">
          <Heading level={2} data-size="xs">
            {t.recoverTitle}
          </Heading>
          <Paragraph>{t.recoverText}</Paragraph>
          <KeyEntry
            submit={t.recover}
            busy={recover.isPending}
            send={(recoveryKey) => recover.mutateAsync({ recoveryKey })}
          />
        </section>
      ) : (
        <Paragraph>{t.noRecovery}</Paragraph>
      )}
      <NewVault />
    </main>
  );
}

/** The last resort; the archive must never be shut in for the sake of what lies in its vault. */
function NewVault() {
  const t = useTexts(vault);
  const startNew = useCommand('vault.startNew');
  const [sure, setSure] = useState(false);
  const [refusal, setRefusal] = useState<RefusalView>();
  const start = async () => {
    const reply = await startNew.mutateAsync({});
    if (!reply.ok) setRefusal(reply.refusal);
  };
  return (
    <Details>
      <Details.Summary>{t.newVaultTitle}</Details.Summary>
      <Details.Content>
        <div className="vault-steps">
          <Paragraph>{t.newVaultText}</Paragraph>
          <Checkbox
            label={t.newVaultSure}
            checked={sure}
            onChange={(event) => setSure(event.target.checked)}
          />
          {refusal ? <ErrorNotice refusal={refusal} /> : null}
          <Button
            variant="secondary"
            data-color="danger"
            disabled={!sure}
            loading={startNew.isPending}
            onClick={() => void start()}
          >
            {t.newVault}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}

/** The wire carries the reason as text; one this window does not know yet is told as a ring that refuses. */
function reasonOf(
  refusal: RefusalView,
  reasons: Readonly<Record<string, string | undefined>> & { refused: string },
) {
  return (refusal.code === 'vault-locked' ? reasons[refusal.facts.reason] : undefined) ?? reasons.refused;
}
