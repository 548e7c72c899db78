import { Paragraph } from '@digdir/designsystemet-react';
import { type ScreeningFlaw, screeningFlaws } from '../../../domain/screening.ts';
import { screeningReviews } from '../../../texts/screening-reviews.ts';
import { shell } from '../../../texts/shell.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { PageHeading } from '../../components/page-heading.tsx';
import { addressOf } from '../../routing/route.ts';
import '../access/access.css';
import { FlawedList } from './flawed-list.tsx';
import './screenings.css';

/** Screenings to look at again, each list with how many stand in it. */
export function ScreeningsScreen({ flaw: wanted }: { readonly flaw: ScreeningFlaw | undefined }) {
  const t = useTexts(screeningReviews);
  const { workDesk } = useTexts(shell);
  const counts = useAsk('screenings.counts', {}).data?.counts ?? [];
  const countOf = (flaw: ScreeningFlaw) => counts.find((one) => one.flaw === flaw)?.count;
  // Where nothing is chosen, the first list that something stands in.
  const flaw = wanted ?? screeningFlaws.find((one) => countOf(one)) ?? screeningFlaws[0];
  return (
    <>
      <PageHeading
        title={t.title}
        where={t.title}
        kicker={
          <a className="ds-link" href="#/">
            {workDesk}
          </a>
        }
      />
      <nav aria-label={t.lists} className="access-parts">
        {screeningFlaws.map((one) => (
          <a
            key={one}
            className="access-part-link"
            href={addressOf({ at: 'screenings', flaw: one })}
            aria-current={one === flaw ? 'page' : undefined}
          >
            {t.list[one]} ({countOf(one) ?? '–'})
          </a>
        ))}
      </nav>
      <Paragraph className="access-intro">{t.intro[flaw]}</Paragraph>
      <FlawedList key={flaw} flaw={flaw} />
    </>
  );
}
