import { Card, Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import type { MismatchView } from '../../../preload/contract/party-mismatches.ts';
import { partyMismatchTexts } from '../../../texts/party-mismatch.ts';
import { useTexts } from '../../api/session.ts';
import { DateText } from '../../components/date-text.tsx';
import { DecisionButton } from '../../components/decision-button.tsx';
import { WithheldTag } from '../../components/withheld-note.tsx';
import { addressOf } from '../../routing/route.ts';
import { CorrectPartiesDialog, LeavePartiesDialog } from './mismatch-dialogs.tsx';
import { PartyLines } from './party-lines.tsx';

/** One entry whose parties are not those it was sent to. */
export function MismatchCard({ row }: { readonly row: MismatchView }) {
  const t = useTexts(partyMismatchTexts);
  const heading = useId();
  const [open, setOpen] = useState<'correct' | 'leave'>();
  const sentTo = row.sentTo.map(({ name, onBehalfOf }) => ({
    name: onBehalfOf ?? name,
    ...(onBehalfOf !== undefined && { contactPerson: name }),
  }));
  return (
    <li>
      <Card asChild data-color="neutral">
        <section aria-labelledby={heading} className="mismatch">
          <Heading level={2} data-size="2xs" id={heading}>
            <Link href={addressOf({ at: 'entry', entryId: row.entryId })}>
              {row.recordNumber} {row.title}
            </Link>{' '}
            {row.withheld ? <WithheldTag /> : null}
          </Heading>
          <Paragraph data-size="sm" className="mismatch-when">
            {t.sentOn(row.orderedBy)} <DateText value={row.orderedAt.slice(0, 10)} />
          </Paragraph>
          <dl className="mismatch-columns">
            <div>
              <dt>{t.journal}</dt>
              <dd>
                <PartyLines lines={row.parties} />
              </dd>
            </div>
            <div>
              <dt>{t.sentTo}</dt>
              <dd>
                <PartyLines lines={sentTo} />
              </dd>
            </div>
            <div className="mismatch-proposal">
              <dt>{t.proposal}</dt>
              <dd>{row.proposed ? <PartyLines lines={row.proposed} /> : t.hidden}</dd>
            </div>
          </dl>
          <div className="mismatch-buttons">
            <DecisionButton
              data-size="sm"
              data-color="accent"
              decision={row.settle}
              aria-label={t.correctNamed(row.recordNumber)}
              onClick={() => setOpen('correct')}
            >
              {t.correct}
            </DecisionButton>
            <DecisionButton
              data-size="sm"
              variant="secondary"
              decision={row.settle}
              aria-label={t.leaveNamed(row.recordNumber)}
              onClick={() => setOpen('leave')}
            >
              {t.leave}
            </DecisionButton>
          </div>
          {open === 'correct' ? <CorrectPartiesDialog row={row} onClose={() => setOpen(undefined)} /> : null}
          {open === 'leave' ? <LeavePartiesDialog row={row} onClose={() => setOpen(undefined)} /> : null}
        </section>
      </Card>
    </li>
  );
}
