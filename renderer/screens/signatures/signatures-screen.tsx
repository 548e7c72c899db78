import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { signatureTexts } from '../../../texts/signatures.ts';
import { useKeepsJournal } from '../../api/keeps-journal.ts';
import { useTexts } from '../../api/session.ts';
import { PageHeading } from '../../components/page-heading.tsx';
import { ControlPlace } from './control-place.tsx';
import { SignatureLists } from './signature-lists.tsx';
import './signatures.css';

/** Control of any signed file, for everybody; and for the document centre what must be seen to in the archive. */
export function SignaturesScreen() {
  const t = useTexts(signatureTexts);
  const keepsJournal = useKeepsJournal();
  return (
    <>
      <PageHeading title={t.title} where={t.title} />
      <div className="control-stack">
        <Paragraph className="control-intro">{t.intro}</Paragraph>
        <ControlPlace />
        {keepsJournal ? (
          <>
            <Heading level={2} data-size="sm" className="ds-sr-only">
              {t.list.title}
            </Heading>
            <SignatureLists />
          </>
        ) : null}
      </div>
    </>
  );
}
