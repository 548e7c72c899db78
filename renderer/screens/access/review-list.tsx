import { accessTexts } from '../../../texts/access.ts';
import { useTexts } from '../../api/session.ts';
import { RowMenu } from '../../components/row-menu.tsx';
import { lookAlike } from './look-alike.ts';

type Item = { readonly id: string; readonly name: string };
type Props = {
  /** A fixed one is neither merged nor moved. */
  readonly items: readonly (Item & { readonly fixed: boolean })[];
  readonly onMerge: (item: Item) => void;
  readonly onRename: (item: Item) => void;
};

/** The items of a list, each with those that may be the same in another spelling. */
export function ReviewList({ items, onMerge, onRename }: Props) {
  const t = useTexts(accessTexts);
  return (
    <ul className="access-lines">
      {items.map(({ id, name, fixed }) => {
        const alike = items.filter((other) => other.id !== id && lookAlike(other.name, name));
        return (
          <li key={id} className="access-unit">
            <span>
              {name}
              {alike.length > 0 ? (
                <b className="access-more">{t.alike(alike.map((other) => other.name).join(', '))}</b>
              ) : null}
            </span>
            <RowMenu
              name={name}
              actions={[
                ...(fixed ? [] : [{ text: t.merge, run: () => onMerge({ id, name }) }]),
                { text: t.rename, run: () => onRename({ id, name }) },
              ]}
            />
          </li>
        );
      })}
    </ul>
  );
}
