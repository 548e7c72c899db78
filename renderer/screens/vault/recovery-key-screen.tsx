import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { vault } from '../../../texts/vault.ts';
import { useTexts } from '../../api/session.ts';
import { RecoveryKeySteps } from './recovery-key-steps.tsx';
import '../set-up/set-up.css';

/** The last step of setting up a production archive. */
export function RecoveryKeyScreen({ onLater }: { readonly onLater: () => void }) {
  const t = useTexts(vault);
  useEffect(() => {
    document.title = `${t.title} – Segl`;
  }, [t.title]);
  return (
    <main className="set-up">
      <Heading level={1} data-size="md">
        {t.title}
      </Heading>
      <Paragraph>{t.intro}</Paragraph>
      <Paragraph>{t.introKeep}</Paragraph>
      <RecoveryKeySteps makeLabel={t.make} onDone={onLater} />
      <div>
        <Button variant="tertiary" onClick={onLater}>
          {t.later}
        </Button>
      </div>
    </main>
  );
}
