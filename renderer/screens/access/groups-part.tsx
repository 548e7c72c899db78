import { Button, Checkbox, Fieldset, Paragraph, Table, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { SessionView } from '../../../preload/contract/session.ts';
import { accessTexts } from '../../../texts/access.ts';
import { common } from '../../../texts/common.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { RowMenu } from '../../components/row-menu.tsx';
import { Head } from './codes-part.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { useSend } from './use-send.ts';

type Group = SessionView['access']['groups'][number];

/** Named persons, for what only they may open. */
export function GroupsPart() {
  const t = useTexts(accessTexts);
  const { access, users } = useSession();
  const query = useAsk('access.read', {});
  const [open, setOpen] = useState<Group | 'new'>();
  const [history, setHistory] = useState<Group>();
  const names = (group: Group) =>
    users
      .filter(({ id }) => group.members.includes(id))
      .map(({ name }) => name)
      .join(', ');
  return (
    <QueryBoundary query={query}>
      {({ change }) => (
        <>
          <Paragraph className="access-intro">
            {t.groupsIntro} {change.may ? null : t.onlyOwner}
          </Paragraph>
          {change.may ? (
            <Button variant="secondary" onClick={() => setOpen('new')}>
              {t.addGroup}
            </Button>
          ) : null}
          {access.groups.length === 0 ? (
            <EmptyState title={t.noGroups} text={t.noGroupsText} />
          ) : (
            <div className="access-scroll">
              <Table data-size="sm" data-color="neutral">
                <Head columns={[t.name, t.members]} />
                <Table.Body>
                  {access.groups.map((group) => (
                    <Table.Row key={group.id}>
                      <Table.HeaderCell scope="row">{group.name}</Table.HeaderCell>
                      <Table.Cell>{names(group) || t.noMembers}</Table.Cell>
                      <Table.Cell>
                        <RowMenu
                          name={group.name}
                          actions={[
                            ...(change.may ? [{ text: t.change, run: () => setOpen(group) }] : []),
                            { text: t.history, run: () => setHistory(group) },
                          ]}
                        />
                      </Table.Cell>
                    </Table.Row>
                  ))}
                </Table.Body>
              </Table>
            </div>
          )}
          {open ? (
            <GroupDialog group={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
          ) : null}
          {history ? (
            <HistoryDialog name={history.name} subjectId={history.id} onClose={() => setHistory(undefined)} />
          ) : null}
        </>
      )}
    </QueryBoundary>
  );
}

type DialogProps = { readonly group: Group | undefined; readonly onClose: () => void };

function GroupDialog({ group, onClose }: DialogProps) {
  const t = useTexts(accessTexts);
  const { save } = useTexts(common);
  const { users } = useSession();
  const put = useCommand('access.putGroup');
  const [name, setName] = useState(group?.name ?? '');
  const [members, setMembers] = useState<readonly string[]>(group?.members ?? []);
  const { send, ...sending } = useSend(t.saved, onClose);
  return (
    <FormDialog
      title={group ? t.changeGroup(group.name) : t.addGroup}
      submit={save}
      {...sending}
      onSubmit={() =>
        send(put.mutateAsync({ ...(group && { groupId: group.id }), name, members: [...members] }))
      }
      onClose={onClose}
    >
      <Textfield
        label={t.name}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Fieldset>
        <Fieldset.Legend>{t.members}</Fieldset.Legend>
        <div className="access-checks">
          {users.map((user) => (
            <Checkbox
              key={user.id}
              label={user.name}
              checked={members.includes(user.id)}
              onChange={(event) =>
                setMembers(
                  event.target.checked ? [...members, user.id] : members.filter((one) => one !== user.id),
                )
              }
            />
          ))}
        </div>
      </Fieldset>
    </FormDialog>
  );
}
