import { EventEmitter } from 'node:events';
import { basename } from 'node:path';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dock } from './dock.ts';
import { pressContext, pressMenu } from './menu.ts';
import { clickNotice } from './notification.ts';
import { requestByScheme } from './protocol.ts';
import { turnKeyRing } from './safe-storage.ts';
import { screen } from './screen.ts';
import { defaultSession } from './session.ts';
import { type Display, report, type Setting } from './standing.ts';

/** What a user, or the system around the program, may do to it. */
export type Command =
  | { readonly do: 'evaluate'; readonly code: string }
  | { readonly do: 'press-menu' | 'press-dock' | 'press-context'; readonly label: string }
  | { readonly do: 'click-text'; readonly place: Readonly<Record<string, unknown>> }
  | { readonly do: 'request'; readonly url: string; readonly headers: Readonly<Record<string, string>> }
  | { readonly do: 'key-ring'; readonly is: Setting['keyRing'] }
  | { readonly do: 'displays'; readonly displays: readonly Display[] }
  | { readonly do: 'zoom'; readonly factor: number }
  | { readonly do: 'follow-link'; readonly url: string; readonly newWindow: boolean }
  | { readonly do: 'set-bounds'; readonly bounds: Readonly<Record<string, number>> }
  | { readonly do: 'save-file'; readonly path: string; readonly state: 'completed' | 'interrupted' }
  | { readonly do: 'throw'; readonly as: 'rejection' | 'exception' }
  | {
      readonly do: 'minimize' | 'blur' | 'close-windows' | 'quit' | 'click-notice' | 'lose-page' | 'activate';
    };

/** Takes commands from whoever started the stand-in, and answers each with its number. */
export function answerCommands(): void {
  process.on('message', (order: Command & { readonly number: number }) => {
    perform(order).then(
      (value) => report('done', { number: order.number, value: structuredClone(value) }),
      (fault: unknown) => report('done', { number: order.number, fault: String(fault) }),
    );
  });
}

async function perform(order: Command): Promise<unknown> {
  const window = BrowserWindow.getAllWindows().at(-1);
  switch (order.do) {
    case 'evaluate':
      return window?.webContents.page?.evaluate(order.code);
    case 'press-menu':
      return pressMenu(order.label);
    case 'press-dock':
      return dock.press(order.label);
    case 'press-context':
      return pressContext(order.label);
    case 'click-text':
      return window?.webContents.emit('context-menu', {}, order.place);
    case 'request':
      return readAnswer(await requestByScheme(order.url, { headers: order.headers }));
    case 'key-ring':
      return turnKeyRing(order.is);
    case 'displays':
      return screen.turnTo(order.displays);
    case 'zoom':
      return window?.webContents.setZoomFactor(order.factor);
    case 'follow-link':
      return order.newWindow
        ? window?.webContents.openFromPage(order.url)
        : window?.webContents.navigateFromPage(order.url);
    case 'set-bounds':
      return window?.setBounds(order.bounds);
    case 'save-file':
      return saveFile(order.path, order.state);
    case 'throw':
      if (order.as === 'rejection') void Promise.reject(new Error('thrown by the test'));
      else
        setImmediate(() => {
          throw new Error('thrown by the test');
        });
      return undefined;
    case 'minimize':
      return window?.minimize();
    case 'blur':
      return window?.blur();
    case 'close-windows':
      for (const one of BrowserWindow.getAllWindows()) one.close();
      return undefined;
    case 'quit':
      return app.quit();
    case 'click-notice':
      return clickNotice();
    case 'lose-page':
      return window?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    case 'activate':
      return app.emit('activate', {}, BrowserWindow.getAllWindows().length > 0);
  }
}

/** A file that the page offers is saved where the user said. */
function saveFile(path: string, state: string): void {
  const item = Object.assign(new EventEmitter(), {
    getFilename: () => basename(path),
    getSavePath: () => path,
  });
  defaultSession.emit('will-download', {}, item);
  item.emit('done', {}, state);
}

const readAnswer = async (answer: Response) => ({
  status: answer.status,
  headers: Object.fromEntries(answer.headers),
  body: new Uint8Array(await answer.arrayBuffer()),
});
