import { Alert, Button, Checkbox, Fieldset, Paragraph, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { toId, type UnitId } from '../../../domain/basics.ts';
import { isCode } from '../../../domain/codes.ts';
import { roles as roleCodes, type User } from '../../../domain/roles.ts';
import type { InputOf, OutputOf } from '../../../preload/contract/contract.ts';
import { accessTexts } from '../../../texts/access.ts';
import { codes } from '../../../texts/codes.ts';
import { common } from '../../../texts/common.ts';
import { useSession, useTexts, useUnitName } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { RightLine } from './right-line.tsx';
import { useSend } from './use-send.ts';

type Typed = InputOf<'access.setRights'>;
type Props = {
  readonly user: User;
  readonly read: OutputOf<'access.rights'>;
  readonly onClose: () => void;
};

/** All that one user has been given: roles by unit, clearances by code and unit, each for its time, and groups. */
export function RightsDialog({ user, read, onClose }: Props) {
  const t = useTexts(accessTexts);
  const { save } = useTexts(common);
  const roleNames = useTexts(codes).role;
  const { user: self, access, today } = useSession();
  const unitName = useUnitName();
  const set = useCommand('access.setRights');
  const [typed, setTyped] = useState<Typed>(
    () =>
      read.users.find(({ userId }) => userId === user.id) ?? {
        userId: user.id,
        roles: [],
        clearances: [],
        groups: [],
      },
  );
  const { send, ...sending } = useSend(t.saved, onClose);
  const mayClear = read.clearancesIn.length > 0;
  // Who does not own the system makes nobody its owner.
  const offered = roleCodes.filter((role) => role !== 'systemOwner' || read.giveOwnership);
  /** One's own unit where something may be given there. */
  const newIn = (units: readonly UnitId[]) =>
    units.includes(user.adminUnit) ? user.adminUnit : (units[0] ?? user.adminUnit);
  const change = <Line,>(all: readonly Line[], at: number, part: Partial<NoInfer<Line>>) =>
    all.map((one, index) => (index === at ? { ...one, ...part } : one));
  const without = <Line,>(all: readonly Line[], at: number) => all.filter((_, index) => index !== at);
  return (
    <FormDialog
      title={t.rightsOf(user.name)}
      submit={save}
      {...sending}
      onSubmit={() => send(set.mutateAsync(typed))}
      onClose={onClose}
    >
      {user.id === self.id ? (
        <Alert data-color="warning" data-size="sm">
          {t.ownClearance}
        </Alert>
      ) : null}
      <Fieldset>
        <Fieldset.Legend>{t.roles}</Fieldset.Legend>
        {typed.roles.map((one, at) => (
          <RightLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own while it is written
            key={at}
            line={one}
            units={read.rolesIn}
            label={t.role}
            text={t.inUnit(roleNames[one.role], unitName(one.unit))}
            fixed={!read.rolesIn.includes(toId(one.unit)) || !offered.includes(one.role)}
            onChange={(part) => setTyped({ ...typed, roles: change(typed.roles, at, part) })}
            onRemove={() => setTyped({ ...typed, roles: without(typed.roles, at) })}
          >
            <Select
              value={one.role}
              onChange={(event) => {
                if (isCode(roleCodes, event.target.value))
                  setTyped({ ...typed, roles: change(typed.roles, at, { role: event.target.value }) });
              }}
            >
              {offered.map((role) => (
                <Select.Option key={role} value={role}>
                  {roleNames[role]}
                </Select.Option>
              ))}
            </Select>
          </RightLine>
        ))}
        <Button
          variant="secondary"
          data-size="sm"
          onClick={() =>
            setTyped({
              ...typed,
              roles: [...typed.roles, { role: 'caseworker', unit: newIn(read.rolesIn), from: today }],
            })
          }
        >
          {t.addRole}
        </Button>
      </Fieldset>
      {mayClear ? (
        <>
          <Fieldset>
            <Fieldset.Legend>{t.clearances}</Fieldset.Legend>
            {typed.clearances.map((one, at) => (
              <RightLine
                // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own while it is written
                key={at}
                line={one}
                units={read.clearancesIn}
                label={t.clearance}
                text={t.inUnit(one.accessCode, unitName(one.unit))}
                fixed={!read.clearancesIn.includes(toId(one.unit))}
                onChange={(part) => setTyped({ ...typed, clearances: change(typed.clearances, at, part) })}
                onRemove={() => setTyped({ ...typed, clearances: without(typed.clearances, at) })}
              >
                <Select
                  value={one.accessCode}
                  onChange={(event) =>
                    setTyped({
                      ...typed,
                      clearances: change(typed.clearances, at, { accessCode: event.target.value }),
                    })
                  }
                >
                  {access.codes.map((code) => (
                    <Select.Option key={code.id} value={code.id}>
                      {code.id} – {code.name}
                    </Select.Option>
                  ))}
                </Select>
              </RightLine>
            ))}
            <Button
              variant="secondary"
              data-size="sm"
              onClick={() =>
                setTyped({
                  ...typed,
                  clearances: [
                    ...typed.clearances,
                    {
                      accessCode: access.codes[0]?.id ?? '',
                      unit: newIn(read.clearancesIn),
                      from: today,
                    },
                  ],
                })
              }
            >
              {t.addClearance}
            </Button>
          </Fieldset>
          {read.giveGroups && access.groups.length > 0 ? (
            <Fieldset>
              <Fieldset.Legend>{t.groups}</Fieldset.Legend>
              <div className="access-checks">
                {access.groups.map((group) => (
                  <Checkbox
                    key={group.id}
                    label={group.name}
                    checked={typed.groups.includes(group.id)}
                    onChange={(event) =>
                      setTyped({
                        ...typed,
                        groups: event.target.checked
                          ? [...typed.groups, group.id]
                          : typed.groups.filter((one) => one !== group.id),
                      })
                    }
                  />
                ))}
              </div>
            </Fieldset>
          ) : null}
        </>
      ) : (
        <Paragraph>{t.clearancesByOwner}</Paragraph>
      )}
    </FormDialog>
  );
}
