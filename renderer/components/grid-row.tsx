// biome-ignore-all lint/a11y/useSemanticElements: see the grid around the rows
import { MenuElipsisVerticalIcon } from '@navikt/aksel-icons';
import type { CSSProperties, ReactNode } from 'react';
import { common } from '../../texts/common.ts';
import { useTexts } from '../api/session.ts';

type Point = { readonly x: number; readonly y: number };
type Props = {
  readonly index: number;
  readonly start: number;
  readonly height: number;
  readonly tracks: CSSProperties;
  readonly active: boolean;
  /** Left out where rows cannot be chosen. */
  readonly chosen?: boolean | undefined;
  readonly name: string;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
  readonly onMenu: (at: Point) => void;
  /** Cells; absent while the row's page is on its way. */
  readonly children: ReactNode;
};

/** One row at its place in a {@link RowGrid}. Double press opens; the right button and the dots give the same menu. */
export function GridRow(props: Props) {
  const { index, start, height, tracks, active, chosen, name, onFocus, onOpen, onMenu, children } = props;
  const t = useTexts(common);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around the rows listens to the keys
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-index={index}
      tabIndex={active ? 0 : -1}
      className="row-grid-row"
      style={{ ...tracks, blockSize: height, transform: `translateY(${start}px)` }}
      onFocus={onFocus}
      onClick={(event) => {
        if (!(event.target instanceof HTMLElement && event.target.closest('a, button, input')))
          event.currentTarget.focus();
      }}
      onDoubleClick={onOpen}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      {children ?? (
        <span role="gridcell" tabIndex={-1} className="row-grid-coming">
          {t.loading}
        </span>
      )}
      {children ? (
        <span role="gridcell" tabIndex={-1} className="cell-menu">
          <button
            type="button"
            tabIndex={active ? 0 : -1}
            aria-haspopup="menu"
            aria-label={t.actionsFor(name)}
            onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect();
              onMenu({ x: box.left, y: box.bottom });
            }}
          >
            <MenuElipsisVerticalIcon aria-hidden />
          </button>
        </span>
      ) : null}
    </div>
  );
}
