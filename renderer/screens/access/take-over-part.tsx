import { Alert, Button, Field, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { oversightTexts } from '../../../texts/oversight.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';

/** Overtakelse: gives what one has open to another. */
export function TakeOverPart() {
  const t = useTexts(oversightTexts);
  const { users } = useSession();
  const run = useCommand('ownership.takeOver');
  const [typed, setTyped] = useState({ fromId: '', toId: '' });
  const [asking, setAsking] = useState(false);
  const refusal = refusalOf(run.data);
  const nameOf = (id: string) => users.find((user) => user.id === id)?.name ?? '';
  const confirm = async () => {
    const reply = await run.mutateAsync(typed);
    if (reply.ok) setAsking(false);
  };
  const people = (field: 'fromId' | 'toId', label: string) => (
    <Field>
      <Label>{label}</Label>
      <Select
        value={typed[field]}
        onChange={(event) => {
          run.reset();
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
          if (typed.fromId !== '' && typed.toId !== '') setAsking(true);
        }}
      >
        {people('fromId', t.from)}
        {people('toId', t.to)}
        <Button type="submit">{t.takeOver}</Button>
      </form>
      {run.data?.ok ? (
        <Alert data-color="success" data-size="sm" role="status">
          {t.taken(nameOf(typed.toId), run.data.value)}
        </Alert>
      ) : null}
      {asking ? (
        <ConfirmDialog
          title={t.takeOverTitle(nameOf(typed.fromId), nameOf(typed.toId))}
          text={t.takeOverText}
          confirm={t.takeOver}
          busy={run.isPending}
          {...(refusal && { refusal })}
          onConfirm={() => void confirm()}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
