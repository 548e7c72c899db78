import { Button, Checkbox, Fieldset, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { roles, type User } from '../../../domain/roles.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import { codes } from '../../../texts/codes.ts';
import { setUp } from '../../../texts/set-up.ts';
import { useSession, useTexts, useUnitName } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { DecisionButton } from '../../components/decision-button.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { toast } from '../../components/toasts.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';

/** Who works in the archive, and as what. */
export function UsersList() {
  const t = useTexts(setUp);
  const roles = useTexts(codes).role;
  const query = useAsk('users.list', {});
  const unitName = useUnitName();
  const [open, setOpen] = useState<User | 'new'>();
  return (
    <QueryBoundary query={query}>
      {({ users, change }) => (
        <div className="service-card">
          <ul className="settings-users">
            {users.map((user) => (
              <li key={user.id}>
                <span>
                  <b>{user.name}</b> ({user.initials}), {unitName(user.adminUnit)}
                  <br />
                  {user.roles.map((one) => roles[one]).join(', ')}
                </span>
                {change.may ? (
                  <Button
                    variant="tertiary"
                    data-size="sm"
                    aria-label={t.changeUser(user.name)}
                    onClick={() => setOpen(user)}
                  >
                    {t.change}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
          <DecisionButton variant="secondary" decision={change} onClick={() => setOpen('new')}>
            {t.addUser}
          </DecisionButton>
          {open ? (
            <UserDialog user={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
          ) : null}
        </div>
      )}
    </QueryBoundary>
  );
}

type DialogProps = { readonly user: User | undefined; readonly onClose: () => void };

/** A user to be added, or the name, unit and roles of one that is there. */
export function UserDialog({ user, onClose }: DialogProps) {
  const t = useTexts(setUp);
  const names = useTexts(codes).role;
  const own = useSession().user;
  const add = useCommand('users.add');
  const change = useCommand('users.change');
  const [typed, setTyped] = useState({
    name: user?.name ?? '',
    initials: user?.initials ?? '',
    adminUnit: String(user?.adminUnit ?? own.adminUnit),
    roles: user?.roles ?? ['caseworker' as const],
  });
  const [refusal, setRefusal] = useState<RefusalView>();
  const send = async () => {
    const reply = user
      ? await change.mutateAsync({ userId: user.id, ...typed })
      : await add.mutateAsync(typed);
    if (!reply.ok) return setRefusal(reply.refusal);
    toast('success', t.saved);
    onClose();
  };
  const field = (name: 'name' | 'initials', label: string) => (
    <Textfield
      label={label}
      autoComplete="off"
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
    />
  );
  return (
    <FormDialog
      title={user ? t.changeUser(user.name) : t.addUser}
      submit={t.save}
      busy={add.isPending || change.isPending}
      {...(refusal && { refusal })}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      {field('name', t.name)}
      {field('initials', t.initials)}
      <UnitSelect
        label={t.unit}
        value={typed.adminUnit}
        onChange={(adminUnit) => setTyped({ ...typed, adminUnit })}
      />
      <Fieldset>
        <Fieldset.Legend>{t.roles}</Fieldset.Legend>
        {roles.map((code) => (
          <Checkbox
            key={code}
            label={names[code]}
            checked={typed.roles.includes(code)}
            onChange={(event) =>
              setTyped({
                ...typed,
                roles: event.target.checked
                  ? [...typed.roles, code]
                  : typed.roles.filter((one) => one !== code),
              })
            }
          />
        ))}
      </Fieldset>
    </FormDialog>
  );
}
