import { Alert, Paragraph } from '@digdir/designsystemet-react';
import type { BasketId } from '../../../domain/baskets.ts';
import { codes } from '../../../texts/codes.ts';
import { desk } from '../../../texts/desk.ts';
import { shell } from '../../../texts/shell.ts';
import { useTexts } from '../../api/session.ts';
import { usePages } from '../../api/use-pages.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { EntryTable } from '../../components/entry-table.tsx';
import { PageHeading } from '../../components/page-heading.tsx';

/** One basket: why entries are in it, and the entries. */
export function BasketScreen({ basket }: { readonly basket: BasketId }) {
  const t = useTexts(desk);
  const { workDesk } = useTexts(shell);
  const name = useTexts(codes).basket[basket];
  const pages = usePages('desk.basket', (page) => ({ id: basket, ...page }));
  const alarming = ['failed-dispatch', 'doubtful', 'undeliverable'].includes(basket) && pages.total > 0;
  return (
    <>
      <PageHeading
        title={name}
        where={name}
        kicker={
          <a className="ds-link" href="#/">
            {workDesk}
          </a>
        }
      />
      {alarming ? (
        <Alert data-color="danger" data-size="sm" className="basket-text">
          {t.basketText[basket]}
        </Alert>
      ) : (
        <Paragraph className="basket-text">{t.basketText[basket]}</Paragraph>
      )}
      <p role="status" className="list-count">
        {pages.pending ? '' : t.inBasket(pages.total)}
      </p>
      <EntryTable
        label={name}
        pages={pages}
        acrossCases
        empty={<EmptyState title={t.emptyTitle} text={t.basketEmpty[basket]} />}
      />
    </>
  );
}
