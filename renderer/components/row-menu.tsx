import { Button } from '@digdir/designsystemet-react';
import { MenuElipsisVerticalIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { common } from '../../texts/common.ts';
import { useTexts } from '../api/session.ts';
import { ActionMenu, type MenuAction } from './action-menu.tsx';

type Props = {
  /** What the row is called in the name of its menu. */
  readonly name: string;
  readonly actions: readonly MenuAction[];
};

/** The dots at the end of a row, and the menu they open. */
export function RowMenu({ name, actions }: Props) {
  const t = useTexts(common);
  const [at, setAt] = useState<{ readonly x: number; readonly y: number }>();
  if (actions.length === 0) return null;
  return (
    <>
      <Button
        variant="tertiary"
        data-size="sm"
        icon
        aria-haspopup="menu"
        aria-label={t.actionsFor(name)}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setAt({ x: box.left, y: box.bottom });
        }}
      >
        <MenuElipsisVerticalIcon aria-hidden />
      </Button>
      {at ? (
        <ActionMenu label={t.actionsFor(name)} actions={actions} at={at} onClose={() => setAt(undefined)} />
      ) : null}
    </>
  );
}
