import { Button } from '@digdir/designsystemet-react';
import { ArrowDownIcon, ArrowUpIcon } from '@navikt/aksel-icons';
import { common } from '../../texts/common.ts';
import { useTexts } from '../api/session.ts';

type Props = {
  /** What the row is called in the names of its buttons. */
  readonly name: string;
  /** From 0, of `count` rows. */
  readonly position: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
};

/** Moves a row up or down its list; nothing where it is the only one. */
export function MoveButtons({ name, position, count, onMove }: Props) {
  const t = useTexts(common);
  if (count < 2) return null;
  return (
    <>
      <Button
        icon
        variant="tertiary"
        data-size="sm"
        aria-label={t.moveUp(name)}
        aria-disabled={position === 0 || undefined}
        onClick={() => onMove(position - 1)}
      >
        <ArrowUpIcon aria-hidden />
      </Button>
      <Button
        icon
        variant="tertiary"
        data-size="sm"
        aria-label={t.moveDown(name)}
        aria-disabled={position === count - 1 || undefined}
        onClick={() => onMove(position + 1)}
      >
        <ArrowDownIcon aria-hidden />
      </Button>
    </>
  );
}
