import { Button, Link, Paragraph, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { BinnedEntryView } from '../../../preload/contract/oversight.ts';
import { oversightTexts } from '../../../texts/oversight.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DateText, DateTimeText } from '../../components/date-text.tsx';
import { DecisionButton } from '../../components/decision-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { toast } from '../../components/toasts.tsx';
import { addressOf } from '../../routing/route.ts';
import { Head } from './codes-part.tsx';

/** Papirkurven: deleted drafts, until their time is over. */
export function BinPart() {
  const t = useTexts(oversightTexts);
  const query = useAsk('bin.list', {});
  const restore = useCommand('bin.restore');
  const [emptying, setEmptying] = useState<BinnedEntryView | 'all'>();
  const refusal = refusalOf(restore.data);
  const bringBack = async (entry: BinnedEntryView) => {
    const reply = await restore.mutateAsync({ entryId: entry.entryId });
    if (reply.ok) toast('success', t.restored(entry.recordNumber));
  };
  return (
    <QueryBoundary query={query}>
      {({ entries }) => (
        <>
          <Paragraph className="access-intro">{t.binIntro}</Paragraph>
          {refusal ? <ErrorNotice refusal={refusal} /> : null}
          {entries.length === 0 ? (
            <EmptyState title={t.binEmpty} text={t.binEmptyText} />
          ) : (
            <>
              <div className="access-scroll">
                <Table data-size="sm" data-color="neutral">
                  <Head columns={[t.number, t.entryTitle, t.caseworker, t.deleted, t.goneAt]} />
                  <Table.Body>
                    {entries.map((entry) => (
                      <Table.Row key={entry.entryId}>
                        <Table.HeaderCell scope="row">
                          {entry.recordNumber}
                          <span className="access-more">
                            <Link href={addressOf({ at: 'case', caseId: entry.caseId })}>
                              {entry.caseNumber}
                            </Link>
                          </span>
                        </Table.HeaderCell>
                        <Table.Cell>{entry.title}</Table.Cell>
                        <Table.Cell>{entry.caseworkerName}</Table.Cell>
                        <Table.Cell>
                          <DateTimeText value={entry.binnedAt} />
                          <span className="access-more">{entry.binnedBy}</span>
                        </Table.Cell>
                        <Table.Cell>
                          <DateText value={entry.goneAt} />
                        </Table.Cell>
                        <Table.Cell>
                          <div className="access-buttons">
                            <DecisionButton
                              variant="secondary"
                              data-size="sm"
                              decision={entry.restore}
                              aria-label={t.restoreOne(entry.recordNumber)}
                              onClick={() => void bringBack(entry)}
                            >
                              {t.restore}
                            </DecisionButton>
                            <DecisionButton
                              variant="tertiary"
                              data-size="sm"
                              decision={entry.empty}
                              aria-label={t.deleteOne(entry.recordNumber)}
                              onClick={() => setEmptying(entry)}
                            >
                              {t.deleteForGood}
                            </DecisionButton>
                          </div>
                        </Table.Cell>
                      </Table.Row>
                    ))}
                  </Table.Body>
                </Table>
              </div>
              {entries.some(({ empty }) => empty.may) ? (
                <Button variant="secondary" data-color="danger" onClick={() => setEmptying('all')}>
                  {t.emptyBin}
                </Button>
              ) : null}
            </>
          )}
          {emptying ? <EmptyDialog what={emptying} onClose={() => setEmptying(undefined)} /> : null}
        </>
      )}
    </QueryBoundary>
  );
}

type Props = { readonly what: BinnedEntryView | 'all'; readonly onClose: () => void };

function EmptyDialog({ what, onClose }: Props) {
  const t = useTexts(oversightTexts);
  const empty = useCommand('bin.empty');
  const refusal = refusalOf(empty.data);
  const confirm = async () => {
    const reply = await empty.mutateAsync(what === 'all' ? {} : { entryId: what.entryId });
    if (!reply.ok) return;
    toast('success', t.gone(reply.value.gone));
    onClose();
  };
  return (
    <ConfirmDialog
      title={what === 'all' ? t.emptyBin : t.deleteOne(what.recordNumber)}
      text={t.emptyText}
      confirm={t.deleteForGood}
      tone="danger"
      busy={empty.isPending}
      {...(refusal && { refusal })}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
