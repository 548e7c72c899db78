const marked = /\[\[(.+?)\]\]/g;

/** The title as the archive keeps it. */
export const plainTitle = (title: string): string => title.replace(marked, '$1');

/** The title with the marked words left out, where any are marked: Noark's offentligTittel. */
export const publicTitle = (title: string): { readonly publicTitle?: string } =>
  title.search(marked) < 0 ? {} : { publicTitle: title.replace(marked, '*****') };

const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a' };

/** `Husleiekontrakt – Lyngveien 3` → `husleiekontrakt-lyngveien-3.pdf`. */
export const fileNameOf = (title: string): string => {
  const plain = plainTitle(title)
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${plain.slice(0, 60).replace(/-$/, '')}.pdf`;
};
