import { Button, Dialog, Heading, Link, Paragraph, Table } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import type { InputOf } from '../../../preload/contract/contract.ts';
import { accessTexts } from '../../../texts/access.ts';
import { common } from '../../../texts/common.ts';
import { useTexts, useUnitName } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { DateText } from '../../components/date-text.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { addressOf } from '../../routing/route.ts';

const STEP = 50;
type Props = {
  readonly name: string;
  readonly of: InputOf<'access.bearers'>['of'];
  readonly onClose: () => void;
};

/** The cases and entries that bear a code or a basis, by number only, to look at their screening anew. */
export function BearersDialog({ name, of, onClose }: Props) {
  const t = useTexts(accessTexts);
  const { close } = useTexts(common);
  const unitName = useUnitName();
  const heading = useId();
  const [limit, setLimit] = useState(STEP);
  const query = useAsk('access.bearers', { of, offset: 0, limit }, { keepPrevious: true });
  return (
    <Dialog open onClose={onClose} closeButton={close} aria-labelledby={heading} className="form-dialog">
      <Heading level={2} data-size="xs" id={heading}>
        {t.reviewOf(name)}
      </Heading>
      <Paragraph>{t.reviewText}</Paragraph>
      <QueryBoundary query={query}>
        {({ rows, total }) => (
          <>
            <p role="status" className="list-count">
              {t.borneBy(
                rows.filter(({ kind }) => kind === 'case').length,
                rows.filter(({ kind }) => kind === 'entry').length,
              )}
            </p>
            <Table data-size="sm" data-color="neutral">
              <Table.Head>
                <Table.Row>
                  {[t.number, t.date, t.unit, t.owner].map((column) => (
                    <Table.HeaderCell key={column} scope="col">
                      {column}
                    </Table.HeaderCell>
                  ))}
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {rows.map((row) => (
                  <Table.Row key={row.entryId ?? row.caseId}>
                    <Table.Cell>
                      <Link
                        href={addressOf(
                          row.entryId === undefined
                            ? { at: 'case', caseId: row.caseId }
                            : { at: 'entry', entryId: row.entryId },
                        )}
                      >
                        {row.number}
                      </Link>
                    </Table.Cell>
                    <Table.Cell>
                      <DateText value={row.date} />
                    </Table.Cell>
                    <Table.Cell>{unitName(row.adminUnit)}</Table.Cell>
                    <Table.Cell>{row.ownerName}</Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
            {rows.length < total && limit < 500 ? (
              <Button variant="secondary" onClick={() => setLimit(Math.min(limit + STEP, 500))}>
                {t.more}
              </Button>
            ) : null}
          </>
        )}
      </QueryBoundary>
    </Dialog>
  );
}
