import { Alert, Link, Paragraph } from '@digdir/designsystemet-react';
import type { FoundFlaw } from '../../domain/screening.ts';
import { formatDate } from '../../texts/format.ts';
import { screeningReviews } from '../../texts/screening-reviews.ts';
import { useKeepsJournal } from '../api/keeps-journal.ts';
import { useTexts } from '../api/session.ts';
import { addressOf } from '../routing/route.ts';

/** What of a screening counts no more, a sentence each, and the way to the list for who settles it. */
export function ScreeningFlaws({ flaws }: { readonly flaws: readonly FoundFlaw[] }) {
  const t = useTexts(screeningReviews);
  const keepsJournal = useKeepsJournal();
  return flaws.map(({ flaw, since }) => (
    <Alert key={flaw} data-color="warning" data-size="sm" className="notice">
      <Paragraph>
        {t.sentence[flaw](formatDate(since))}{' '}
        {keepsJournal ? <Link href={addressOf({ at: 'screenings', flaw })}>{t.seeList}</Link> : null}
      </Paragraph>
    </Alert>
  ));
}
