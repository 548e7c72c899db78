import type { BasketId } from '../../../domain/baskets.ts';
import { codes } from '../../../texts/codes.ts';
import { desk } from '../../../texts/desk.ts';
import { useTexts } from '../../api/session.ts';
import { usePages } from '../../api/use-pages.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { EntryTable } from '../../components/entry-table.tsx';
import { BasketHeading } from './basket-heading.tsx';

/** One basket: why entries are in it, and the entries. */
export function BasketScreen({ basket }: { readonly basket: BasketId }) {
  const t = useTexts(desk);
  const name = useTexts(codes).basket[basket];
  const pages = usePages('desk.basket', (page) => ({ id: basket, ...page }));
  return (
    <>
      <BasketHeading basket={basket} total={pages.pending ? undefined : pages.total} />
      <EntryTable
        label={name}
        pages={pages}
        acrossCases
        empty={<EmptyState title={t.emptyTitle} text={t.basketEmpty[basket]} />}
      />
    </>
  );
}
