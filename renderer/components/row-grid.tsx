// biome-ignore-all lint/a11y/useSemanticElements: a table's own elements cannot be laid out by position, which a virtual list needs
import { type ColumnDef, type RowData, tableFeatures, useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { common } from '../../texts/common.ts';
import { useTexts } from '../api/session.ts';
import type { Pages } from '../api/use-pages.ts';
import { ActionMenu, type MenuAction } from './action-menu.tsx';
import { ErrorNotice } from './error-notice.tsx';
import { GridRow } from './grid-row.tsx';
import { LoadingLines, useLate } from './query-boundary.tsx';
import { usePrinting } from './use-printing.ts';
import { useWidth } from './use-width.ts';
import './row-grid.css';

export const gridFeatures = tableFeatures({});
export type GridColumn<Row> = {
  readonly id: string;
  readonly header: ReactNode;
  /** A CSS grid track, e.g. `8rem` or `minmax(12rem, 1fr)`. */
  readonly track: string;
  /** Left out when the list is narrower than this many CSS pixels. */
  readonly from?: number;
  readonly cell: (row: Row) => ReactNode;
};
type Props<Row> = {
  /** Names the list for a screen reader. */
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly pages: Pages<Row>;
  readonly idOf: (row: Row) => string;
  /** The number of the row: it names its menu, and can be copied. */
  readonly nameOf: (row: Row) => string;
  readonly open: (row: Row) => void;
  /** Besides opening the row and copying its number. */
  readonly actions?: (row: Row) => readonly MenuAction[];
  /** Where rows can be chosen: the space bar does it for the row with the focus. */
  readonly choice?: { readonly isChosen: (row: Row) => boolean; readonly toggle: (row: Row) => void };
  /** Shown instead of the list when it is empty. */
  readonly empty: ReactNode;
};
const ROW_PX = 44;
/** Every row that has been fetched, one below the other. */
const onPaper = <Row,>(pages: Pages<Row>) =>
  Array.from({ length: pages.total }, (_, index) => index)
    .filter((index) => pages.rowAt(index) !== undefined)
    .map((index, place) => ({ key: index, index, start: place * ROW_PX }));

type OpenMenu<Row> = { readonly row: Row; readonly at: { readonly x: number; readonly y: number } };

const FEW = 12;

/** A long list as a grid: only the rows in view exist, one row takes the focus, and the arrow keys move it. */
export function RowGrid<Row extends RowData>(props: Props<Row>) {
  const { pages, empty } = props;
  const late = useLate(pages.pending);
  if (pages.fault) return <ErrorNotice refusal={pages.fault.view} onRetry={pages.retry} />;
  if (pages.pending) return late ? <LoadingLines lines={6} /> : <div className="row-grid-waiting" />;
  return pages.total === 0 ? empty : <Rows {...props} />;
}

function Rows<Row extends RowData>(props: Props<Row>) {
  const { label, columns, pages, idOf, nameOf, open, actions, choice } = props;
  const t = useTexts(common);
  const scroll = useRef<HTMLDivElement>(null);
  const width = useWidth(scroll);
  const [chosen, setActive] = useState(0);
  const active = Math.min(chosen, pages.total - 1);
  const focusNext = useRef<number>(undefined);
  const [menu, setMenu] = useState<OpenMenu<Row>>();

  const virtual = useVirtualizer({
    count: pages.total,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    // The row with the focus always exists, or the focus would be lost when it is scrolled away.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
  });
  const printing = usePrinting();
  const items = printing ? onPaper(pages) : virtual.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  const { show } = pages;
  useEffect(() => show(startIndex, endIndex), [show, startIndex, endIndex]);

  const visible = useMemo(
    () => columns.filter(({ from = 0 }) => width === 0 || width >= from),
    [columns, width],
  );
  const definitions = useMemo(
    () =>
      visible.map(
        (column): ColumnDef<typeof gridFeatures, Row> => ({
          id: column.id,
          cell: ({ row }) => column.cell(row.original),
        }),
      ),
    [visible],
  );
  const shown = items.map((item) => pages.rowAt(item.index));
  const data = shown.filter((row) => row !== undefined);
  const table = useTable({ features: gridFeatures, columns: definitions, data, getRowId: idOf });
  const rowOf = new Map(table.getRowModel().rows.map((row) => [row.id, row]));
  const tracks = { gridTemplateColumns: `${visible.map((column) => column.track).join(' ')} 2.75rem` };

  useEffect(() => {
    // A scroll may render before the move is through: the focus waits until its row is the active one.
    if (focusNext.current !== active) return;
    const row = scroll.current?.querySelector<HTMLElement>(`[data-index='${active}']`);
    if (!row) return;
    focusNext.current = undefined;
    row.focus({ preventScroll: true });
  });
  const move = (to: number) => {
    const next = Math.max(0, Math.min(pages.total - 1, to));
    focusNext.current = next;
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const pressed = (event: KeyboardEvent<HTMLDivElement>) => {
    const inView = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / ROW_PX) - 2);
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + inView,
      PageUp: active - inView,
      Home: 0,
      End: pages.total - 1,
    }[event.key];
    const row = pages.rowAt(active);
    const onRow = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'row';
    if (to !== undefined) move(to);
    else if (row && onRow && event.key === 'Enter') open(row);
    else if (row && onRow && choice && event.key === ' ') choice.toggle(row);
    else if (row && (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10'))) {
      const box = event.target instanceof HTMLElement ? event.target.getBoundingClientRect() : undefined;
      setMenu({ row, at: { x: (box?.left ?? 0) + 24, y: box?.bottom ?? 0 } });
    } else return;
    event.preventDefault();
  };
  const few = pages.total <= FEW;
  return (
    <div className="row-grid" ref={scroll} data-few={few}>
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={pages.total + 1}
        aria-colcount={visible.length + 1}
        tabIndex={-1}
        onKeyDown={pressed}
      >
        <div role="rowgroup" className="row-grid-head">
          {table.getHeaderGroups().map((group) => (
            <div role="row" tabIndex={-1} aria-rowindex={1} key={group.id} style={tracks}>
              {group.headers.map((header) => (
                <span role="columnheader" tabIndex={-1} key={header.id}>
                  {visible.find(({ id }) => id === header.id)?.header}
                </span>
              ))}
              <span role="columnheader" tabIndex={-1}>
                <span className="ds-sr-only">{t.moreActions}</span>
              </span>
            </div>
          ))}
        </div>
        <div
          role="rowgroup"
          className="row-grid-body"
          style={{ blockSize: printing ? items.length * ROW_PX : virtual.getTotalSize() }}
        >
          {items.map((item, at) => {
            const row = shown[at];
            const modelled = row && rowOf.get(idOf(row));
            return (
              <GridRow
                key={item.key}
                index={item.index}
                start={item.start}
                height={ROW_PX}
                tracks={tracks}
                active={item.index === active}
                chosen={row && choice?.isChosen(row)}
                name={row ? nameOf(row) : t.loading}
                onFocus={() => setActive(item.index)}
                onOpen={() => row && open(row)}
                onMenu={(point) => row && setMenu({ row, at: point })}
              >
                {modelled
                  ? modelled.getAllCells().map((cell) => (
                      <span role="gridcell" tabIndex={-1} key={cell.id} className={`cell-${cell.column.id}`}>
                        <table.FlexRender cell={cell} />
                      </span>
                    ))
                  : undefined}
              </GridRow>
            );
          })}
        </div>
      </div>
      {printing && items.length < pages.total ? <p>{t.printedOf(items.length, pages.total)}</p> : null}
      {menu ? (
        <ActionMenu
          label={t.actionsFor(nameOf(menu.row))}
          actions={[
            { text: t.open, run: () => open(menu.row) },
            ...(actions?.(menu.row) ?? []),
            {
              text: t.copyNumber(nameOf(menu.row)),
              run: () => void navigator.clipboard.writeText(nameOf(menu.row)),
            },
          ]}
          at={menu.at}
          onClose={() => setMenu(undefined)}
        />
      ) : null}
    </div>
  );
}
