import { Fieldset, Paragraph, Radio, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import type { MismatchView } from '../../../preload/contract/party-mismatches.ts';
import { partyMismatchTexts } from '../../../texts/party-mismatch.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { toast } from '../../components/toasts.tsx';
import { PartyLines } from './party-lines.tsx';

type Props = { readonly row: MismatchView; readonly onClose: () => void };

/** Accepts the proposal; for each who was not sent to, whether they go or stay as a copy recipient. */
export function CorrectPartiesDialog({ row, onClose }: Props) {
  const t = useTexts(partyMismatchTexts);
  const run = useCommand('parties.correct');
  const [copies, setCopies] = useState<readonly string[]>([]);
  const { entryId, revision, recordNumber, notSentTo } = row;
  const correct = async () => {
    const reply = await run.mutateAsync({ entryId, revision, copies });
    if (!reply.ok) return;
    toast('success', t.corrected(recordNumber));
    onClose();
  };
  const choose = (partyId: string, copy: boolean) =>
    setCopies((before) => [...before.filter((other) => other !== partyId), ...(copy ? [partyId] : [])]);
  return (
    <FormDialog
      title={t.correctNamed(recordNumber)}
      submit={t.correct}
      busy={run.isPending}
      {...refused(refusalOf(run.data))}
      onSubmit={() => void correct()}
      onClose={onClose}
    >
      <Paragraph>{t.correctText}</Paragraph>
      <div>
        <b>{t.becomes(recordNumber)}</b>
        <PartyLines
          lines={[
            ...(row.proposed ?? []),
            ...notSentTo
              .filter(({ partyId }) => copies.includes(partyId))
              .map(({ name }) => ({ kind: 'EK' as const, name })),
          ]}
        />
      </div>
      {notSentTo.map(({ partyId, name }) => (
        <Fieldset key={partyId}>
          <Fieldset.Legend>{t.notSentTo(name)}</Fieldset.Legend>
          <Radio
            label={t.remove}
            name={partyId}
            value="removed"
            checked={!copies.includes(partyId)}
            onChange={() => choose(partyId, false)}
          />
          <Radio
            label={t.copy}
            name={partyId}
            value="copy"
            checked={copies.includes(partyId)}
            onChange={() => choose(partyId, true)}
          />
        </Fieldset>
      ))}
    </FormDialog>
  );
}

/** Lets the parties stand; the reason is kept in the log. */
export function LeavePartiesDialog({ row, onClose }: Props) {
  const t = useTexts(partyMismatchTexts);
  const run = useCommand('parties.leave');
  const [reason, setReason] = useState('');
  const leave = async () => {
    const reply = await run.mutateAsync({ entryId: row.entryId, reason });
    if (!reply.ok) return;
    toast('success', t.left(row.recordNumber));
    onClose();
  };
  return (
    <FormDialog
      title={t.leaveNamed(row.recordNumber)}
      submit={t.leave}
      busy={run.isPending}
      {...refused(refusalOf(run.data))}
      onSubmit={() => void leave()}
      onClose={onClose}
    >
      <Paragraph>{t.leaveText}</Paragraph>
      <Textfield
        label={t.reason}
        description={t.reasonHelp}
        multiline
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}

const refused = (refusal: RefusalView | undefined) => (refusal ? { refusal } : {});
