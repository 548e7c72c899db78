import { Checkbox, Table } from '@digdir/designsystemet-react';
import { settlementsOf } from '../../../domain/access/screening-review.ts';
import type { ScreeningFlaw } from '../../../domain/screening.ts';
import type { FlawedRow } from '../../../preload/contract/screenings.ts';
import { screeningReviews } from '../../../texts/screening-reviews.ts';
import { useTexts, useUnitName } from '../../api/session.ts';
import { DateText } from '../../components/date-text.tsx';
import { DecisionButton } from '../../components/decision-button.tsx';
import { WithheldTag } from '../../components/withheld-note.tsx';
import { addressOf } from '../../routing/route.ts';

export const idOf = ({ caseId, entryId }: FlawedRow): string => entryId ?? caseId;

type Props = {
  readonly flaw: ScreeningFlaw;
  readonly rows: readonly FlawedRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onSettle: (how: ReturnType<typeof settlementsOf>[number], row: FlawedRow) => void;
};

/** What, since when, who, and the gesture that settles it. */
export function FlawedTable({ flaw, rows, chosen, onChoose, onSettle }: Props) {
  const t = useTexts(screeningReviews);
  const open = rows.filter(({ settle }) => settle.may).map(idOf);
  const all = open.length > 0 && open.every((id) => chosen.has(id));
  const choose = (id: string, isChosen: boolean) => {
    const after = new Set(chosen);
    if (isChosen) after.add(id);
    else after.delete(id);
    onChoose(after);
  };
  return (
    <div className="access-scroll">
      <Table data-size="sm" data-color="neutral" className="flawed-table">
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">
              <Checkbox
                aria-label={t.chooseAll}
                checked={all}
                disabled={open.length === 0}
                onChange={() => onChoose(all ? new Set() : new Set(open))}
              />
            </Table.HeaderCell>
            {[t.column.number, t.column.screening, t.since[flaw], t.column.screened, t.column.owner].map(
              (column) => (
                <Table.HeaderCell key={column} scope="col">
                  {column}
                </Table.HeaderCell>
              ),
            )}
            <Table.HeaderCell scope="col">
              <span className="ds-sr-only">{t.column.settle}</span>
            </Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {rows.map((row) => (
            <Table.Row key={idOf(row)}>
              <Table.Cell>
                {row.settle.may ? (
                  <Checkbox
                    aria-label={t.choose(row.number)}
                    checked={chosen.has(idOf(row))}
                    onChange={(event) => choose(idOf(row), event.target.checked)}
                  />
                ) : null}
              </Table.Cell>
              <Cells row={row} />
              <Table.Cell>
                <div className="access-buttons">
                  {settlementsOf(flaw).map((how) => (
                    <DecisionButton
                      key={how}
                      decision={row.settle}
                      variant="tertiary"
                      data-size="sm"
                      aria-label={t.howOne[how](row.number)}
                      onClick={() => onSettle(how, row)}
                    >
                      {t.how[how]}
                    </DecisionButton>
                  ))}
                </div>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function Cells({ row }: { readonly row: FlawedRow }) {
  const t = useTexts(screeningReviews);
  const unitName = useUnitName();
  const { screening, screened } = row;
  return (
    <>
      <Table.HeaderCell scope="row">
        <a
          className="ds-link"
          href={addressOf(
            row.entryId === undefined
              ? { at: 'case', caseId: row.caseId }
              : { at: 'entry', entryId: row.entryId },
          )}
        >
          {row.number}
        </a>
        <span className="flawed-title access-more">
          {row.title} {row.withheld ? <WithheldTag /> : null}
        </span>
      </Table.HeaderCell>
      <Table.Cell>
        {screening.accessCode}
        <span className="access-more">{screening.legalBasis}</span>
      </Table.Cell>
      <Table.Cell>
        <DateText value={row.since} />
      </Table.Cell>
      <Table.Cell>
        <DateText value={screened.at} />
        <span className="access-more">
          {t.by(screened.by)}
          {screened.isKnown ? null : `, ${t.registered}`}
        </span>
      </Table.Cell>
      <Table.Cell>
        {row.ownerName}
        <span className="access-more">{unitName(row.adminUnit)}</span>
      </Table.Cell>
    </>
  );
}
