import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from '@playwright/test';
import { inject } from 'vitest';
import type { FakeApplication } from './fake-ask.ts';

const mimes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
};
/** As the hosts send it. */
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'";

/** Where Chromium is: `CHROMIUM`, a usual place, else the one Playwright brought. */
export function findChromium(): string {
  const places = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    chromium.executablePath(),
  ];
  const found = places.find((place) => place && existsSync(place));
  if (!found)
    throw new Error(
      'Chromium is missing: install it (Debian: apt-get install chromium) or set CHROMIUM to it',
    );
  return found;
}

export type RendererHouse = {
  /** A window on the built pages, with the fake application behind it. */
  open(fake: FakeApplication, options?: OpenOptions): Promise<Page>;
  close(): Promise<void>;
};
export type OpenOptions = BrowserContextOptions & { readonly address?: string };

let started: Promise<Browser> | undefined;

/** One Chromium for all tests of this process, ended with it: each window has a profile of its own. */
const sharedBrowser = (): Promise<Browser> => {
  started ??= chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  return started;
};

/** Serves the pages of this run (`build-pages.ts`) on loopback under the real security policy, to windows of Chromium. */
export async function openRendererHouse(): Promise<RendererHouse> {
  const built = await fetch(inject('pagesBuilder'));
  const folder = await built.text();
  if (!built.ok) throw new Error(folder);
  const fakes = new Set<FakeApplication>();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = [...fakes].map((fake) => fake.files.get(path)).find(Boolean);
    try {
      const bytes =
        file?.bytes ?? (await readFile(join(folder, normalize(path === '/' ? 'index.html' : path))));
      const mime = file?.mime ?? mimes[extname(path)] ?? (path === '/' ? mimes['.html'] : undefined);
      response.writeHead(200, {
        'content-type': mime ?? 'application/octet-stream',
        'content-security-policy': policy,
      });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  // A listening TCP server's address is never a string.
  const { port } = server.address() as AddressInfo;
  const browser = await sharedBrowser();
  const windows: BrowserContext[] = [];

  return {
    async open(fake, { address = '#/', ...context } = {}) {
      fakes.add(fake);
      const window = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'nb-NO',
        ...context,
      });
      windows.push(window);
      const page = await window.newPage();
      page.setDefaultTimeout(10_000);
      await page.exposeFunction('fakeAsk', fake.ask);
      let staged = 0;
      await page.exposeFunction('fakeStage', (length: number) => {
        staged += 1;
        return { ok: true, value: { stagedId: `staged-${staged}-${length}` } };
      });
      await page.addInitScript(bridgeInPage);
      fake.publish = (news) =>
        page.evaluate((one) => (globalThis as unknown as PageHooks).fakePublish(one), news);
      await page.goto(`http://127.0.0.1:${port}/${address}`);
      return page;
    },
    async close() {
      for (const window of windows) await window.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** What the init script and `exposeFunction` put on the page's window. */
type PageHooks = {
  fakeAsk(name: string, input: unknown): Promise<unknown>;
  fakeStage(length: number): Promise<unknown>;
  fakePublish(news: unknown): void;
};

function bridgeInPage(): void {
  const hooks = window as unknown as PageHooks;
  const listeners = new Set<(news: unknown) => void>();
  hooks.fakePublish = (news) => {
    for (const listener of listeners) listener(news);
  };
  Object.assign(window, {
    segl: {
      ask: (name: string, input: unknown) => hooks.fakeAsk(name, input),
      stage: (bytes: Uint8Array) => hooks.fakeStage(bytes.length),
      onGo: () => () => undefined,
      onEvent: (listener: (news: unknown) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
}
