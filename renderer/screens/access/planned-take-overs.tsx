import { Button, Heading, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { TakeOverView } from '../../../preload/contract/oversight.ts';
import { formatDate } from '../../../texts/format.ts';
import { oversightTexts } from '../../../texts/oversight.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DateText } from '../../components/date-text.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { Head } from './codes-part.tsx';

/** Take-overs that are to come, which can be withdrawn, and those that have been. */
export function PlannedTakeOvers() {
  const t = useTexts(oversightTexts);
  const query = useAsk('ownership.planned', {});
  const [withdrawing, setWithdrawing] = useState<TakeOverView>();
  return (
    <QueryBoundary query={query}>
      {({ takeOvers }) =>
        takeOvers.length === 0 ? null : (
          <>
            <Heading level={2} data-size="xs">
              {t.takeOvers}
            </Heading>
            <div className="access-scroll">
              <Table data-size="sm" data-color="neutral">
                <Head columns={[t.from, t.to, t.takeOverDay, t.takeOverState, t.orderedBy]} />
                <Table.Body>
                  {takeOvers.map((one) => (
                    <Table.Row key={one.id}>
                      <Table.HeaderCell scope="row">{one.fromName}</Table.HeaderCell>
                      <Table.Cell>{one.toName}</Table.Cell>
                      <Table.Cell>
                        <DateText value={one.on} />
                      </Table.Cell>
                      <Table.Cell>{t.takeOverStates[one.state]}</Table.Cell>
                      <Table.Cell>{one.orderedByName}</Table.Cell>
                      <Table.Cell>
                        {one.withdraw ? (
                          <Button
                            variant="tertiary"
                            data-size="sm"
                            aria-label={t.withdrawTitle(one.fromName, one.toName)}
                            onClick={() => setWithdrawing(one)}
                          >
                            {t.withdraw}
                          </Button>
                        ) : null}
                      </Table.Cell>
                    </Table.Row>
                  ))}
                </Table.Body>
              </Table>
            </div>
            {withdrawing ? (
              <WithdrawDialog one={withdrawing} onClose={() => setWithdrawing(undefined)} />
            ) : null}
          </>
        )
      }
    </QueryBoundary>
  );
}

function WithdrawDialog({ one, onClose }: { readonly one: TakeOverView; readonly onClose: () => void }) {
  const t = useTexts(oversightTexts);
  const withdraw = useCommand('ownership.withdrawTakeOver');
  const refusal = refusalOf(withdraw.data);
  const confirm = async () => {
    if ((await withdraw.mutateAsync({ takeOverId: one.id })).ok) onClose();
  };
  return (
    <ConfirmDialog
      title={t.withdrawTitle(one.fromName, one.toName)}
      text={t.withdrawText(formatDate(one.on))}
      confirm={t.withdraw}
      busy={withdraw.isPending}
      {...(refusal && { refusal })}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
