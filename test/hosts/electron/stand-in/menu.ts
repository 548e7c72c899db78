import { report } from './standing.ts';

type Item = {
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly click?: (item: unknown, window: unknown, event: unknown) => void;
  readonly submenu?: readonly Item[];
};
let shown: Menu | undefined;
let popped: Menu | undefined;

export class Menu {
  readonly items: readonly Item[];
  constructor(items: readonly Item[] = []) {
    this.items = items;
  }
  static buildFromTemplate(template: readonly Item[]): Menu {
    check(template);
    return new Menu(template);
  }
  static setApplicationMenu(menu: Menu | null): void {
    shown = menu ?? undefined;
    report('menu', { labels: menu ? labelsIn(menu.items) : [] });
  }
  static getApplicationMenu = (): Menu | null => shown ?? null;
  popup = (): void => {
    popped = this;
    report('context-menu', { labels: labelsIn(this.items) });
  };
}

/** Presses an item of a menu. Throws when there is none of that label. */
export function press(menu: Menu | undefined, label: string): void {
  const found = all(menu?.items ?? []).find((item) => item.label === label);
  if (!found?.click) throw new Error(`the menu has no item «${label}» to press`);
  found.click(found, undefined, {});
}
/** In the application's menu. */
export const pressMenu = (label: string): void => press(shown, label);
/** In the menu that was opened last over the page. */
export const pressContext = (label: string): void => press(popped, label);

const all = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item) => [item, ...all(item.submenu ?? [])]);
const labelsIn = (items: readonly Item[]) =>
  all(items).map((item) => item.label ?? item.role ?? item.type ?? '');

/** Electron refuses an item that is neither named nor of a known kind. */
function check(items: readonly Item[]): void {
  for (const item of all(items))
    if (!item.label && !item.role && item.type !== 'separator')
      throw new Error('Invalid template for MenuItem: must have at least one of label, role or type');
}
