import { Alert, Button, List, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { settlementsOf } from '../../../domain/access/screening-review.ts';
import type { ScreeningFlaw } from '../../../domain/screening.ts';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import type { FlawedRow } from '../../../preload/contract/screenings.ts';
import { refusalSentence } from '../../../texts/refusals.ts';
import { screeningReviews } from '../../../texts/screening-reviews.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { useParts } from '../../api/use-parts.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PartsBoundary } from '../../components/parts-boundary.tsx';
import { FlawedTable, idOf } from './flawed-table.tsx';
import { SettleDialog } from './settle-dialog.tsx';

type How = ReturnType<typeof settlementsOf>[number];
type Outcome = OutputOf<'screenings.settle'>;

/** One list of screenings to look at: one or many are chosen, and settled right here. */
export function FlawedList({ flaw }: { readonly flaw: ScreeningFlaw }) {
  const t = useTexts(screeningReviews);
  const parts = useParts('screenings.list', (part) => ({ flaw, limit: 100, ...part }));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<{ readonly how: How; readonly rows: readonly FlawedRow[] }>();
  const [outcome, setOutcome] = useState<Outcome>();
  return (
    <>
      {outcome ? <OutcomeNotice outcome={outcome} /> : null}
      <PartsBoundary parts={parts} empty={<EmptyState title={t.emptyTitle} text={t.empty[flaw]} />}>
        {(rows) => {
          const picked = rows.filter((row) => row.settle.may && chosen.has(idOf(row)));
          return (
            <>
              <div className="flawed-tools">
                <span role="status">{t.chosen(picked.length)}</span>
                {settlementsOf(flaw).map((how) => (
                  <Button
                    key={how}
                    variant="secondary"
                    data-size="sm"
                    disabled={picked.length === 0}
                    onClick={() => setAsking({ how, rows: picked })}
                  >
                    {t.how[how]}
                  </Button>
                ))}
              </div>
              <FlawedTable
                flaw={flaw}
                rows={rows}
                chosen={chosen}
                onChoose={setChosen}
                onSettle={(how, row) => setAsking({ how, rows: [row] })}
              />
            </>
          );
        }}
      </PartsBoundary>
      {asking ? (
        <SettleDialog
          flaw={flaw}
          how={asking.how}
          rows={asking.rows}
          onClose={(done) => {
            setAsking(undefined);
            if (!done) return;
            setOutcome(done);
            setChosen(new Set());
          }}
        />
      ) : null}
    </>
  );
}

/** What was settled, and each that was not with its reason. */
function OutcomeNotice({ outcome: { settled, passed, left } }: { readonly outcome: Outcome }) {
  const t = useTexts(screeningReviews);
  const language = useLanguage();
  return (
    <Alert data-color={left.length === 0 ? 'success' : 'warning'} data-size="sm" role="status">
      <Paragraph>
        {t.settled(settled)} {passed > 0 ? t.passed(passed) : null}{' '}
        {left.length > 0 ? t.left(left.length) : null}
      </Paragraph>
      {left.length > 0 ? (
        <List.Unordered>
          {left.map(({ number, decision }) => (
            <List.Item key={number}>
              {number}: {decision.may ? null : refusalSentence(decision, language)}
            </List.Item>
          ))}
        </List.Unordered>
      ) : null}
    </Alert>
  );
}
