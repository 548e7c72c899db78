import { Button, Checkbox, Link, Paragraph, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { Decision } from '../../../domain/decision.ts';
import type { ListedSignature } from '../../../preload/contract/signatures.ts';
import { refusalSentence } from '../../../texts/refusals.ts';
import { signatureTexts } from '../../../texts/signatures.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { DateText } from '../../components/date-text.tsx';
import { DecisionButton } from '../../components/decision-button.tsx';
import { addressOf } from '../../routing/route.ts';
import { useRenewals } from './use-renewals.ts';

type Props = { readonly rows: readonly ListedSignature[]; readonly renew: Decision };

/** Signatures whose evidence runs out: one is renewed, or many one after the other, and each tells how it went. */
export function RenewalList({ rows, renew }: Props) {
  const t = useTexts(signatureTexts);
  const language = useLanguage();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { progress, outcomes, run, stop } = useRenewals();
  const { columns } = t.list;
  const picked = rows.filter(({ documentId }) => chosen.includes(documentId));
  return (
    <>
      {rows.length === 0 ? (
        <Paragraph>{t.list.dueNone}</Paragraph>
      ) : (
        <>
          <div className="control-buttons">
            <Checkbox
              label={t.list.chooseAll}
              checked={picked.length === rows.length}
              onChange={(event) =>
                setChosen(event.target.checked ? rows.map(({ documentId }) => documentId) : [])
              }
            />
            <DecisionButton
              data-color="accent"
              decision={renew}
              loading={progress !== undefined}
              onClick={() => {
                if (picked.length > 0) void run(picked);
              }}
            >
              {t.list.renewAll(picked.length)}
            </DecisionButton>
            {progress ? (
              <Button variant="secondary" onClick={stop}>
                {t.list.stop}
              </Button>
            ) : null}
          </div>
          <div className="control-scroll">
            <Table data-size="sm" data-color="neutral">
              <Table.Head>
                <Table.Row>
                  <Table.HeaderCell scope="col">{columns.entry}</Table.HeaderCell>
                  <Table.HeaderCell scope="col">{columns.by}</Table.HeaderCell>
                  <Table.HeaderCell scope="col">{columns.cause}</Table.HeaderCell>
                  <Table.HeaderCell scope="col">{columns.action}</Table.HeaderCell>
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {rows.map((row) => (
                  <Table.Row key={row.documentId}>
                    <Table.HeaderCell scope="row">
                      <Checkbox
                        aria-label={`${row.recordNumber} ${row.title}`}
                        checked={chosen.includes(row.documentId)}
                        onChange={(event) =>
                          setChosen(
                            event.target.checked
                              ? [...chosen, row.documentId]
                              : chosen.filter((one) => one !== row.documentId),
                          )
                        }
                      />{' '}
                      <Link href={addressOf({ at: 'entry', entryId: row.entryId })}>
                        {row.recordNumber} {row.title}
                      </Link>
                    </Table.HeaderCell>
                    <Table.Cell>
                      <DateText value={row.renewal?.by} />
                    </Table.Cell>
                    <Table.Cell>{row.renewal ? t.causes[row.renewal.cause] : ''}</Table.Cell>
                    <Table.Cell>
                      <DecisionButton
                        variant="secondary"
                        data-size="sm"
                        decision={renew}
                        aria-label={`${t.list.renew}: ${row.recordNumber}`}
                        onClick={() => void run([row])}
                      >
                        {t.list.renew}
                      </DecisionButton>
                    </Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          </div>
        </>
      )}
      <div role="status">
        {progress ? <Paragraph>{t.list.progress(progress.done, progress.all)}</Paragraph> : null}
        {outcomes.length > 0 ? (
          <ul className="control-parts">
            {outcomes.map(({ recordNumber, refusal }) => (
              <li key={recordNumber}>
                {refusal
                  ? `${recordNumber}: ${refusalSentence(refusal, language)}`
                  : t.list.renewed(recordNumber)}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </>
  );
}
