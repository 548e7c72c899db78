import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { type Layout, layOutPacked } from '../../hosts/electron/support/lay-out-packed.ts';
import { type Order, type StandIn, startStandIn } from '../../hosts/electron/support/start-stand-in.ts';
import { showWindow } from './desktop-window.ts';

export type Desktop = {
  makeHome(): string;
  /** A folder that every user of the machine may write to. */
  makeShared(): string;
  /** Starts the packed program as a user with this home. */
  start(home: string, order?: Order): StandIn;
  show(page: Page, segl: StandIn): Promise<void>;
  /** Starts it, and shows its window. */
  open(page: Page, home: string, order?: Order): Promise<StandIn>;
  /** As the user leaves it from the menu; fails when it does not end well. */
  leave(segl: StandIn): Promise<void>;
};

/** Segl as it is packed, under the stand-in for Electron, with a browser for its window. */
export const test = base.extend<{ readonly desktop: Desktop }, { readonly layout: Layout }>({
  layout: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
    async ({}, use) => {
      const layout = await layOutPacked();
      for (const folder of [layout.appPath, join(layout.appPath, '..')]) chmodSync(folder, 0o755);
      await use(layout);
      layout.remove();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  desktop: async ({ layout }, use, testInfo) => {
    const running: StandIn[] = [];
    const makeHome = () => layout.makeHome();
    const start: Desktop['start'] = (home, order) => {
      const segl = startStandIn(layout, home, order);
      running.push(segl);
      return segl;
    };
    await use({
      makeHome,
      makeShared: () => {
        const home = makeHome();
        const folder = join(home, 'felles');
        mkdirSync(folder);
        for (const one of [home, folder]) chmodSync(one, 0o777);
        return folder;
      },
      start,
      show: showWindow,
      open: async (page, home, order) => {
        const segl = start(home, order);
        await showWindow(page, segl);
        return segl;
      },
      leave: async (segl) => {
        // It may end before it has answered that it was told to; how it ends is what counts.
        await Promise.race([segl.perform({ do: 'quit' }).catch(() => undefined), segl.ended]);
        expect(await segl.ended).toMatchObject({ code: '0' });
      },
    });
    for (const segl of running) {
      await segl.kill();
      if (testInfo.status !== testInfo.expectedStatus)
        await testInfo.attach('segl.log', { body: (await segl.ended).log, contentType: 'text/plain' });
    }
  },
});
