import { useState } from 'react';
import type { Pages } from '../api/use-pages.ts';
import type { GridColumn } from './row-grid.tsx';
import './row-selection.css';

type Words = {
  readonly choose: (name: string) => string;
  readonly chooseAll: string;
};
export type RowSelection<Row> = {
  /** In the order in which they were chosen; each as it was read last. */
  readonly chosen: readonly Row[];
  readonly isChosen: (row: Row) => boolean;
  readonly toggle: (row: Row) => void;
  readonly clear: () => void;
  /** Stands first in the list. */
  readonly column: GridColumn<Row>;
};

/** Which rows of a long list are chosen. They stay so while the list is scrolled, and leave with the rows they stand for. */
export function useRowSelection<Row>(
  pages: Pages<Row>,
  idOf: (row: Row) => string,
  nameOf: (row: Row) => string,
  words: Words,
): RowSelection<Row> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const fetched = Array.from({ length: pages.total }, (_, index) => pages.rowAt(index)).filter(
    (row) => row !== undefined,
  );
  const chosen = fetched.filter((row) => ids.has(idOf(row)));
  const toggle = (row: Row) =>
    setIds((before) => {
      const after = new Set(before);
      if (!after.delete(idOf(row))) after.add(idOf(row));
      return after;
    });
  const all = fetched.length > 0 && chosen.length === fetched.length;
  const column: GridColumn<Row> = {
    id: 'choice',
    header: (
      <input
        type="checkbox"
        className="row-choice"
        aria-label={words.chooseAll}
        checked={all}
        onChange={() => setIds(all ? new Set() : new Set(fetched.map(idOf)))}
      />
    ),
    track: '1.75rem',
    cell: (row) => (
      <input
        type="checkbox"
        className="row-choice"
        tabIndex={-1}
        aria-label={words.choose(nameOf(row))}
        checked={ids.has(idOf(row))}
        onChange={() => toggle(row)}
      />
    ),
  };
  return { chosen, isChosen: (row) => ids.has(idOf(row)), toggle, clear: () => setIds(new Set()), column };
}
