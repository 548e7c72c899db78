import { Button, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { User } from '../../../domain/roles.ts';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import { accessTexts } from '../../../texts/access.ts';
import { codes } from '../../../texts/codes.ts';
import { formatDate } from '../../../texts/format.ts';
import { setUp } from '../../../texts/set-up.ts';
import { useSession, useTexts, useUnitName } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { RowMenu } from '../../components/row-menu.tsx';
import { UserDialog } from '../settings/users-list.tsx';
import { Head } from './codes-part.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { RightsDialog } from './rights-dialog.tsx';

type Open =
  | { readonly dialog: 'new' }
  | { readonly dialog: 'user' | 'rights' | 'history'; readonly user: User };
type Dated = { readonly from: string; readonly to?: string | undefined };

/** Who works in the archive, with what roles, clearances and groups, where and until when. */
export function UsersPart() {
  const t = useTexts(accessTexts);
  const people = useTexts(setUp);
  const { users } = useSession();
  const unitName = useUnitName();
  const query = useAsk('access.rights', {});
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <QueryBoundary query={query}>
      {(read) => (
        <>
          {read.changeUsers.may ? (
            <Button variant="secondary" onClick={() => setOpen({ dialog: 'new' })}>
              {people.addUser}
            </Button>
          ) : null}
          <div className="access-scroll">
            <Table data-size="sm" data-color="neutral">
              <Head columns={[t.name, t.unit, t.roles, t.clearances, t.groups]} />
              <Table.Body>
                {users.map((user) => (
                  <Table.Row key={user.id}>
                    <Table.HeaderCell scope="row">
                      {user.name} ({user.initials})
                    </Table.HeaderCell>
                    <Table.Cell>{unitName(user.adminUnit)}</Table.Cell>
                    <RightsCells rights={read.users.find(({ userId }) => userId === user.id)} />
                    <Table.Cell>
                      <RowMenu
                        name={user.name}
                        actions={[
                          ...(read.rolesIn.length > 0
                            ? [{ text: t.rights, run: () => setOpen({ dialog: 'rights', user }) }]
                            : []),
                          ...(read.changeUsers.may
                            ? [{ text: t.change, run: () => setOpen({ dialog: 'user', user }) }]
                            : []),
                          { text: t.history, run: () => setOpen({ dialog: 'history', user }) },
                        ]}
                      />
                    </Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          </div>
          {open?.dialog === 'new' ? <UserDialog user={undefined} onClose={close} /> : null}
          {open?.dialog === 'user' ? <UserDialog user={open.user} onClose={close} /> : null}
          {open?.dialog === 'rights' ? <RightsDialog user={open.user} read={read} onClose={close} /> : null}
          {open?.dialog === 'history' ? (
            <HistoryDialog name={open.user.name} subjectId={open.user.id} onClose={close} />
          ) : null}
        </>
      )}
    </QueryBoundary>
  );
}

type Rights = OutputOf<'access.rights'>['users'][number];

function RightsCells({ rights }: { readonly rights: Rights | undefined }) {
  const t = useTexts(accessTexts);
  const roleNames = useTexts(codes).role;
  const { access, today } = useSession();
  const unitName = useUnitName();
  const when = ({ from, to }: Dated) => {
    if (to !== undefined && to < today) return ` (${t.over})`;
    if (from > today) return ` (${t.since(formatDate(from))})`;
    return to === undefined ? '' : ` (${t.until(formatDate(to))})`;
  };
  const roles = rights?.roles ?? [];
  return (
    <>
      <Table.Cell>
        {roles.length === 0 ? t.noRights : null}
        <ul className="access-lines">
          {roles.map((one) => (
            <li key={`${one.role} ${one.unit}`}>
              {t.inUnit(roleNames[one.role], unitName(one.unit))}
              {when(one)}
            </li>
          ))}
        </ul>
      </Table.Cell>
      <Table.Cell>
        <ul className="access-lines">
          {(rights?.clearances ?? []).map((one) => (
            <li key={`${one.accessCode} ${one.unit}`}>
              {t.inUnit(one.accessCode, unitName(one.unit))}
              {when(one)}
            </li>
          ))}
        </ul>
      </Table.Cell>
      <Table.Cell>
        {access.groups
          .filter(({ id }) => rights?.groups.includes(id))
          .map(({ name }) => name)
          .join(', ')}
      </Table.Cell>
    </>
  );
}
