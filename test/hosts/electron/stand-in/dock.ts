import { type Menu, press } from './menu.ts';
import { report } from './standing.ts';

let shown: Menu | undefined;

/** The icon of a running program on macOS, with a menu of its own. */
export const dock = {
  setMenu(menu: Menu): void {
    shown = menu;
    report('dock', { labels: menu.items.map(({ label }) => label ?? '') });
  },
  press: (label: string): void => press(shown, label),
};
