import { Button, Popover } from '@digdir/designsystemet-react';
import { PersonIcon } from '@navikt/aksel-icons';
import { useId } from 'react';
import { codes } from '../../../texts/codes.ts';
import { shell } from '../../../texts/shell.ts';
import { useSession, useTexts, useUnitName } from '../../api/session.ts';
import { PersonalChoices } from '../settings/personal-choices.tsx';

/** The current user, and the choice of language and appearance. */
export function UserMenu() {
  const t = useTexts(shell);
  const { user } = useSession();
  const unitName = useUnitName();
  const roleNames = useTexts(codes).role;
  const id = useId();
  return (
    <>
      <Button
        variant="tertiary"
        data-color="neutral"
        popoverTarget={id}
        aria-label={t.userMenu(user.name)}
        className="user-menu-button"
      >
        <PersonIcon aria-hidden />
        {user.initials}
      </Button>
      <Popover id={id} placement="bottom-end" data-color="neutral" className="user-menu">
        <p className="user-menu-who">
          <b>{user.name}</b>
          <span>{unitName(user.adminUnit)}</span>
          <span>{user.roles.map((role) => roleNames[role]).join(', ')}</span>
        </p>
        <PersonalChoices />
      </Popover>
    </>
  );
}
