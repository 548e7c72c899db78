import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { refusalSentence } from '../../../texts/refusals.ts';
import { signatureTexts } from '../../../texts/signatures.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { RenewalList } from './renewal-list.tsx';
import { WorsenedList } from './worsened-list.tsx';

/** What the document centre must see to: controls that turned out worse, and evidence that runs out. */
export function SignatureLists() {
  const t = useTexts(signatureTexts);
  const language = useLanguage();
  const query = useAsk('signatures.lists', {});
  const [worsened, due] = [useId(), useId()];
  return (
    <QueryBoundary query={query}>
      {(lists) => (
        <>
          <section className="control-stack" aria-labelledby={worsened}>
            <Heading level={2} data-size="xs" id={worsened}>
              {t.list.worsenedTitle}
            </Heading>
            <WorsenedList rows={lists.worsened} />
          </section>
          <section className="control-stack" aria-labelledby={due}>
            <Heading level={2} data-size="xs" id={due}>
              {t.list.dueTitle(lists.months)}
            </Heading>
            <Paragraph className="control-intro">{t.list.intro}</Paragraph>
            {lists.renew.may ? null : (
              <Alert data-color="info" data-size="sm">
                {refusalSentence(lists.renew, language)}
              </Alert>
            )}
            {lists.uncontrolled > 0 ? <Paragraph>{t.list.uncontrolled(lists.uncontrolled)}</Paragraph> : null}
            <RenewalList rows={lists.due} renew={lists.renew} />
          </section>
        </>
      )}
    </QueryBoundary>
  );
}
