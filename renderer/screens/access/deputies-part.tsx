import {
  Button,
  Checkbox,
  Field,
  Label,
  Paragraph,
  Select,
  Table,
  Textfield,
} from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import { accessTexts } from '../../../texts/access.ts';
import { common } from '../../../texts/common.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DateText } from '../../components/date-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { Head } from './codes-part.tsx';
import { useSend } from './use-send.ts';

type Deputies = OutputOf<'access.deputies'>;
type One = Deputies['deputyships'][number];

/** Stedfortredere: who acts for whom, and when. */
export function DeputiesPart() {
  const t = useTexts(accessTexts);
  const { users, today } = useSession();
  const query = useAsk('access.deputies', {});
  const [open, setOpen] = useState(false);
  const [ending, setEnding] = useState<One>();
  const nameOf = (id: string) => users.find((user) => user.id === id)?.name ?? id;
  return (
    <QueryBoundary query={query}>
      {(read) => (
        <>
          <Paragraph className="access-intro">{t.deputiesIntro}</Paragraph>
          <Button variant="secondary" onClick={() => setOpen(true)}>
            {t.addDeputy}
          </Button>
          {read.deputyships.length === 0 ? (
            <EmptyState title={t.noDeputies} text={t.noDeputiesText} />
          ) : (
            <div className="access-scroll">
              <Table data-size="sm" data-color="neutral">
                <Head columns={[t.deputy, t.deputyOf, t.from, t.to, t.clearances]} />
                <Table.Body>
                  {read.deputyships.map((one) => (
                    <Table.Row key={one.id}>
                      <Table.HeaderCell scope="row">{nameOf(one.deputy)}</Table.HeaderCell>
                      <Table.Cell>{nameOf(one.deputyOf)}</Table.Cell>
                      <Table.Cell>
                        <DateText value={one.from} />
                      </Table.Cell>
                      <Table.Cell>
                        <DateText value={one.to} /> {one.to < today ? `(${t.over})` : null}
                      </Table.Cell>
                      <Table.Cell>{one.withClearances ? t.with : t.without}</Table.Cell>
                      <Table.Cell>
                        {one.to < today ? null : (
                          <Button
                            variant="tertiary"
                            data-size="sm"
                            aria-label={t.endTitle(nameOf(one.deputy), nameOf(one.deputyOf))}
                            onClick={() => setEnding(one)}
                          >
                            {t.end}
                          </Button>
                        )}
                      </Table.Cell>
                    </Table.Row>
                  ))}
                </Table.Body>
              </Table>
            </div>
          )}
          {open ? <DeputyDialog read={read} onClose={() => setOpen(false)} /> : null}
          {ending ? (
            <EndDialog
              title={t.endTitle(nameOf(ending.deputy), nameOf(ending.deputyOf))}
              one={ending}
              onClose={() => setEnding(undefined)}
            />
          ) : null}
        </>
      )}
    </QueryBoundary>
  );
}

type DeputyProps = { readonly read: Deputies; readonly onClose: () => void };

function DeputyDialog({ read, onClose }: DeputyProps) {
  const t = useTexts(accessTexts);
  const { save } = useTexts(common);
  const { user, users, today } = useSession();
  const set = useCommand('access.setDeputy');
  const [typed, setTyped] = useState({
    deputy: '',
    deputyOf: String(user.id),
    from: String(today),
    to: '',
    withClearances: false,
  });
  const { send, ...sending } = useSend(t.saved, onClose);
  const [tried, setTried] = useState(false);
  const mayLend = read.mayLendClearancesOf.some((id) => id === typed.deputyOf);
  const people = (label: string, field: 'deputy' | 'deputyOf', offered: readonly (typeof user)[]) => (
    <Field>
      <Label>{label}</Label>
      <Select
        value={typed[field]}
        aria-invalid={tried && typed[field] === ''}
        onChange={(event) => setTyped({ ...typed, withClearances: false, [field]: event.target.value })}
      >
        {typed[field] === '' ? <Select.Option value="">{t.choose}</Select.Option> : null}
        {offered.map((one) => (
          <Select.Option key={one.id} value={one.id}>
            {one.name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
  const { required } = useTexts(common);
  return (
    <FormDialog
      title={t.addDeputy}
      submit={save}
      {...sending}
      onSubmit={() => {
        setTried(true);
        if (typed.deputy !== '' && typed.from !== '' && typed.to !== '') send(set.mutateAsync(typed));
      }}
      onClose={onClose}
    >
      {people(
        t.deputyOf,
        'deputyOf',
        users.filter(({ id }) => read.mayStandInFor.includes(id)),
      )}
      {people(
        t.deputy,
        'deputy',
        users.filter(({ id }) => id !== typed.deputyOf),
      )}
      <div className="form-dialog-row">
        {(['from', 'to'] as const).map((field) => (
          <Textfield
            key={field}
            type="date"
            label={t[field]}
            value={typed[field]}
            error={tried && typed[field] === '' ? required : undefined}
            onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
          />
        ))}
      </div>
      <Checkbox
        label={t.withClearances}
        description={mayLend ? undefined : t.withClearancesHint}
        checked={typed.withClearances}
        disabled={!mayLend}
        onChange={(event) => setTyped({ ...typed, withClearances: event.target.checked })}
      />
    </FormDialog>
  );
}

type EndProps = { readonly title: string; readonly one: One; readonly onClose: () => void };

function EndDialog({ title, one, onClose }: EndProps) {
  const t = useTexts(accessTexts);
  const end = useCommand('access.endDeputy');
  const refusal = refusalOf(end.data);
  const confirm = async () => {
    const reply = await end.mutateAsync({ deputyshipId: one.id });
    if (reply.ok) onClose();
  };
  return (
    <ConfirmDialog
      title={title}
      text={t.endText}
      confirm={t.end}
      busy={end.isPending}
      {...(refusal && { refusal })}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
