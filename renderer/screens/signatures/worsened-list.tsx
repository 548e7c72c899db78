import { Link, Paragraph, Table, Tag } from '@digdir/designsystemet-react';
import type { ListedSignature } from '../../../preload/contract/signatures.ts';
import { signatureTexts } from '../../../texts/signatures.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { DateTimeText } from '../../components/date-text.tsx';
import { DecisionButton } from '../../components/decision-button.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { addressOf } from '../../routing/route.ts';
import { wordTones } from './word-tones.ts';

/** Controls that turned out worse than before, until somebody has dealt with them. */
export function WorsenedList({ rows }: { readonly rows: readonly ListedSignature[] }) {
  const t = useTexts(signatureTexts);
  const settle = useCommand('signatures.settle');
  const refusal = refusalOf(settle.data);
  const { columns } = t.list;
  if (rows.length === 0) return <Paragraph>{t.list.worsenedNone}</Paragraph>;
  return (
    <>
      {refusal ? <ErrorNotice refusal={refusal} /> : null}
      <div className="control-scroll">
        <Table data-size="sm" data-color="neutral">
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell scope="col">{columns.entry}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{columns.verdict}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{columns.controlled}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{columns.action}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {rows.map((row) => (
              <Table.Row key={row.controlId}>
                <Table.HeaderCell scope="row">
                  <Link href={addressOf({ at: 'entry', entryId: row.entryId })}>
                    {row.recordNumber} {row.title}
                  </Link>
                </Table.HeaderCell>
                <Table.Cell>
                  <Tag data-size="sm" data-color={wordTones[row.word]}>
                    {t.words[row.word]}
                  </Tag>
                </Table.Cell>
                <Table.Cell>
                  <DateTimeText value={row.at} />
                </Table.Cell>
                <Table.Cell>
                  <DecisionButton
                    variant="secondary"
                    data-size="sm"
                    decision={{ may: true }}
                    aria-label={`${t.list.settle}: ${row.recordNumber}`}
                    onClick={() => void settle.mutateAsync({ controlId: row.controlId })}
                  >
                    {t.list.settle}
                  </DecisionButton>
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </>
  );
}
