import type { Page } from '@playwright/test';
import type { StandIn } from '../../hosts/electron/support/start-stand-in.ts';

/** Where a browser finds the pages of Electron's own scheme; a browser trusts this name as it does its own machine. */
const origin = 'http://segl.localhost';
type Told = { readonly kind: 'event' | 'go'; readonly what: unknown };
type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/**
 * Shows the window of a Segl that runs under the stand-in: a browser's page whose files come through the program's scheme,
 * and whose questions go through its bridge and its door. Gives the browser's own title of it when asked.
 */
export async function showWindow(page: Page, segl: StandIn): Promise<void> {
  await segl.see('loaded', ({ url }) => String(url).startsWith('archive://app/'));
  await page.route(`${origin}/**`, async (route) => {
    const asked = route.request();
    const { pathname, search } = new URL(asked.url());
    // What the command of that name gives.
    const answer = (await segl.perform({
      do: 'request',
      url: `archive://app${pathname}${search}`,
      headers: await asked.allHeaders(),
    })) as Answer;
    await route.fulfill({
      status: answer.status,
      headers: { ...answer.headers },
      body: Buffer.from(answer.body),
    });
  });
  await page.exposeFunction('askSegl', (name: string, input: unknown) =>
    segl.evaluate(`segl.ask(${JSON.stringify(name)}, ${JSON.stringify(input)})`),
  );
  await page.exposeFunction('stageSegl', (bytes: string) =>
    segl.evaluate(`segl.stage(Uint8Array.from(${JSON.stringify([...Buffer.from(bytes, 'base64')])}))`),
  );
  await page.addInitScript(bridgeOfPage);
  await page.goto(`${origin}/`);
  void passOn(page, segl);
}

/** Runs in the browser: the bridge by the name that Electron gives it. */
function bridgeOfPage(): void {
  const outside = window as unknown as {
    askSegl(name: string, input: unknown): Promise<unknown>;
    stageSegl(bytes: string): Promise<unknown>;
  };
  const listeners = { event: new Set<(what: unknown) => void>(), go: new Set<(what: unknown) => void>() };
  const listen = (kind: 'event' | 'go') => (listener: (what: unknown) => void) => {
    listeners[kind].add(listener);
    return () => listeners[kind].delete(listener);
  };
  Object.assign(window, {
    segl: {
      ask: (name: string, input: unknown) => outside.askSegl(name, input ?? {}),
      stage: async (bytes: Uint8Array) => {
        let text = '';
        for (const byte of bytes) text += String.fromCharCode(byte);
        return outside.stageSegl(btoa(text));
      },
      onEvent: listen('event'),
      onGo: listen('go'),
    },
    hearSegl: ({ kind, what }: Told) => {
      for (const listener of listeners[kind]) listener(what);
    },
  });
}

const startHearing = `void (globalThis.heard = [], globalThis.waiting = [],
  globalThis.hear = (kind) => (what) => { const next = waiting.shift(); const told = { kind, what };
    if (next) next(told); else heard.push(told); },
  segl.onEvent(hear('event')), segl.onGo(hear('go')))`;
const nextHeard = `heard.length > 0 ? heard.shift() : new Promise((resolve) => waiting.push(resolve))`;

/** What the program sends to its window, until either is gone. */
async function passOn(page: Page, segl: StandIn): Promise<void> {
  try {
    await segl.evaluate(startHearing);
    for (;;) {
      const told = await segl.evaluate<Told>(nextHeard);
      await page.evaluate((one) => (window as unknown as { hearSegl(told: Told): void }).hearSegl(one), told);
    }
  } catch {
    // Ended, or closed.
  }
}
