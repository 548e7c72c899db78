import { Alert, Paragraph } from '@digdir/designsystemet-react';
import type { BasketId } from '../../../domain/baskets.ts';
import { codes } from '../../../texts/codes.ts';
import { desk } from '../../../texts/desk.ts';
import { shell } from '../../../texts/shell.ts';
import { useTexts } from '../../api/session.ts';
import { PageHeading } from '../../components/page-heading.tsx';

type Props = {
  readonly basket: BasketId;
  /** How many it holds; nothing while that is not known. */
  readonly total: number | undefined;
};

/** What a basket is called, why entries are in it, and how many. */
export function BasketHeading({ basket, total }: Props) {
  const t = useTexts(desk);
  const { workDesk } = useTexts(shell);
  const name = useTexts(codes).basket[basket];
  const alarming = ['failed-dispatch', 'doubtful', 'undeliverable'].includes(basket) && (total ?? 0) > 0;
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
        {total === undefined ? '' : t.inBasket(total)}
      </p>
    </>
  );
}
