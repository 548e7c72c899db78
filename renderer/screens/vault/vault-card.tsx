import { Paragraph } from '@digdir/designsystemet-react';
import { formatDate } from '../../../texts/format.ts';
import { vault } from '../../../texts/vault.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { toast } from '../../components/toasts.tsx';
import { KeyEntry } from './key-entry.tsx';
import { RecoveryKeySteps } from './recovery-key-steps.tsx';
import './vault.css';

/** Whether the vault has its second lock, whether the paper still opens it, and a new one. */
export function VaultCard() {
  const t = useTexts(vault);
  const query = useAsk('vault.read', {});
  const test = useCommand('vault.testRecoveryKey');
  return (
    <QueryBoundary query={query}>
      {({ recovery, change }) => (
        <div className="vault-steps">
          {recovery ? (
            <>
              <Paragraph>{t.tested(formatDate(recovery.testedAt))}</Paragraph>
              <Paragraph data-size="sm" className="vault-sign">
                {t.sheetSign(recovery.recipient)}
              </Paragraph>
            </>
          ) : (
            <Paragraph>{t.none}</Paragraph>
          )}
          {recovery && change.may ? (
            <KeyEntry
              submit={t.testOld}
              busy={test.isPending}
              send={(recoveryKey) => test.mutateAsync({ recoveryKey })}
              onYes={() => toast('success', t.worked)}
            />
          ) : null}
          {change.may ? (
            <>
              {recovery ? <Paragraph data-size="sm">{t.replaces}</Paragraph> : null}
              <RecoveryKeySteps makeLabel={recovery ? t.makeNew : t.make} />
            </>
          ) : null}
        </div>
      )}
    </QueryBoundary>
  );
}
