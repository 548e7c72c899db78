import { Alert, Button, Field, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { formatDate } from '../../../texts/format.ts';
import { oversightTexts } from '../../../texts/oversight.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { PlannedTakeOvers } from './planned-take-overs.tsx';

/** Overtakelse: gives what one has open to another. */
export function TakeOverPart() {
  const t = useTexts(oversightTexts);
  const { users, today } = useSession();
  const run = useCommand('ownership.takeOver');
  const plan = useCommand('ownership.planTakeOver');
  const [typed, setTyped] = useState({ fromId: '', toId: '', on: '' });
  const isPlanned = typed.on > today;
  const [asking, setAsking] = useState(false);
  const refusal = refusalOf(isPlanned ? plan.data : run.data);
  const nameOf = (id: string) => users.find((user) => user.id === id)?.name ?? '';
  const confirm = async () => {
    const { fromId, toId } = typed;
    const reply = isPlanned ? await plan.mutateAsync(typed) : await run.mutateAsync({ fromId, toId });
    if (reply.ok) setAsking(false);
  };
  const people = (field: 'fromId' | 'toId', label: string) => (
    <Field>
      <Label>{label}</Label>
      <Select
        value={typed[field]}
        onChange={(event) => {
          run.reset();
          plan.reset();
          setTyped({ ...typed, [field]: event.target.value });
        }}
      >
        <Select.Option value="">{t.choose}</Select.Option>
        {users
          .filter(({ id }) => id !== (field === 'toId' ? typed.fromId : typed.toId))
          .map((user) => (
            <Select.Option key={user.id} value={user.id}>
              {user.name}
            </Select.Option>
          ))}
      </Select>
    </Field>
  );
  return (
    <>
      <Paragraph className="access-intro">{t.takeOverIntro}</Paragraph>
      <form
        className="access-ask"
        onSubmit={(event) => {
          event.preventDefault();
          run.reset();
          plan.reset();
          if (typed.fromId !== '' && typed.toId !== '') setAsking(true);
        }}
      >
        {people('fromId', t.from)}
        {people('toId', t.to)}
        <Textfield
          type="date"
          label={t.takeOverOn}
          description={t.takeOverOnHint}
          min={today}
          value={typed.on}
          onChange={(event) => {
            run.reset();
            plan.reset();
            setTyped({ ...typed, on: event.target.value });
          }}
        />
        <Button type="submit">{isPlanned ? t.planTakeOver : t.takeOver}</Button>
      </form>
      {run.data?.ok ? (
        <Alert data-color="success" data-size="sm" role="status">
          {t.taken(nameOf(typed.toId), run.data.value)}
        </Alert>
      ) : null}
      {plan.data?.ok ? (
        <Alert data-color="success" data-size="sm" role="status">
          {t.takeOverPlanned(nameOf(typed.fromId), nameOf(typed.toId), formatDate(typed.on))}
        </Alert>
      ) : null}
      <PlannedTakeOvers />
      {asking ? (
        <ConfirmDialog
          title={t.takeOverTitle(nameOf(typed.fromId), nameOf(typed.toId))}
          text={isPlanned ? t.planText(formatDate(typed.on)) : t.takeOverText}
          confirm={isPlanned ? t.planTakeOver : t.takeOver}
          busy={run.isPending || plan.isPending}
          {...(refusal && { refusal })}
          onConfirm={() => void confirm()}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
