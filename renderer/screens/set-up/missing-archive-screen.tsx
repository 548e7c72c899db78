import { Alert, Button, Checkbox, Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import { setUp } from '../../../texts/set-up.ts';
import { useTexts } from '../../api/session.ts';
import { LanguageChoice } from './language-choice.tsx';
import { SetUpScreen } from './set-up-screen.tsx';
import './set-up.css';

/** The folder has no archive, and had one when this user last opened it: a drive that is not there, most likely. */
export function MissingArchiveScreen({
  missing,
}: {
  readonly missing: Extract<RefusalView, { readonly code: 'archive-missing' }>;
}) {
  const t = useTexts(setUp);
  const [sure, setSure] = useState(false);
  const [going, setGoing] = useState(false);
  useEffect(() => {
    document.title = `${t.missingTitle} – Segl`;
  }, [t.missingTitle]);
  const { archive, title, folder } = missing.facts;
  if (going) return <SetUpScreen insteadOf={archive} />;
  return (
    <main className="set-up">
      <LanguageChoice label={t.language} />
      <Heading level={1} data-size="md">
        {t.missingTitle}
      </Heading>
      <Alert data-color="warning">{t.missingText(title, folder)}</Alert>
      <Paragraph>{t.missingWhat}</Paragraph>
      <Details>
        <Details.Summary>{t.newInstead}</Details.Summary>
        <Details.Content>
          <Paragraph>{t.newInsteadText(title)}</Paragraph>
          <Checkbox
            label={t.newInsteadSure(title)}
            checked={sure}
            onChange={(event) => setSure(event.target.checked)}
          />
          <Button variant="secondary" disabled={!sure} onClick={() => setGoing(true)}>
            {t.newInstead}
          </Button>
        </Details.Content>
      </Details>
    </main>
  );
}
