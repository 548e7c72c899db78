import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { preparedArchive } from './prepare-archive.ts';
import { inElectron, type StartedElectron, startElectron } from './start-electron.ts';
import { type StartedHost, startHost } from './start-host.ts';

type Fixtures = {
  /** Segl itself, on a training archive of this journey's own. */
  readonly segl: StartedHost & { readonly window?: StartedElectron['window'] };
  /** A signer's browser, at the local portal: nothing in common with the clerk's. */
  readonly signer: Page;
};

/** `page` is the clerk's window, already let in and at the desk. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  segl: async ({}, use, testInfo) => {
    const folder = mkdtempSync(join(tmpdir(), 'segl-journey-'));
    cpSync(preparedArchive, folder, { recursive: true });
    // Each copy has ports of its own, or they would compete for those of the original.
    rmSync(join(folder, 'host', 'portal', 'ports.json'), { force: true });
    const host = await (inElectron ? startElectron(folder) : startHost(folder));
    try {
      await use(host);
      await host.stop();
    } finally {
      await host.kill();
      if (testInfo.status !== testInfo.expectedStatus)
        await testInfo.attach('segl.log', { body: host.log(), contentType: 'text/plain' });
      rmSync(folder, { recursive: true, force: true });
    }
  },
  page: async ({ page: tab, segl }, use) => {
    const page = segl.window ?? tab;
    const faults: string[] = [];
    page.on('pageerror', (fault) => void faults.push(fault.message));
    page.on('console', (message) => {
      // Refused files and lost connections are logged by the browser itself; faults of ours are not like that.
      if (message.type() === 'error' && !/Failed to load resource|ERR_CONNECTION/.test(message.text()))
        faults.push(message.text());
    });
    if (!segl.window) await page.goto(segl.url);
    await use(page);
    expect(faults, 'faults in the window').toEqual([]);
  },
  signer: async ({ browser, segl }, use) => {
    const context = await browser.newContext({ locale: 'nb-NO', timezoneId: 'Europe/Oslo' });
    const page = await context.newPage();
    if (segl.portal === null) throw new Error('Segl has no local portal');
    await page.goto(segl.portal);
    await use(page);
    await context.close();
  },
});

/** Fails with what axe finds on the page as it now is, one line each: rule, help, and where. */
export async function expectAccessible(page: Page): Promise<void> {
  // A button that is scrolled half under the bar at the top would be told as too small.
  await page.evaluate(() => window.scrollTo(0, 0));
  const { violations } = await new AxeBuilder({ page })
    // Otherwise it opens a page of its own for the last step, which Electron's windows cannot.
    .setLegacyMode(inElectron)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`),
  );
  expect(found).toEqual([]);
}
