import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { projectRoot } from '../project-files.ts';
import { OWN_PAGES } from './own-pages.ts';
import { windowOptions } from './window-options.ts';

/** The window with the whole of Segl in it; `shown` is told when it is on the screen. Throws when its page cannot load. */
export async function openMainWindow(shown: () => void, log: (line: string) => void): Promise<void> {
  const window = new BrowserWindow(windowOptions(join(projectRoot, 'out', 'preload', 'bridge.cjs')));
  const show = () => {
    if (!window.isDestroyed() && !window.isVisible()) window.show();
    shown();
  };
  window.once('ready-to-show', show);
  // Without its bridge the page is empty: that is no window.
  const bridgeFails = new Promise<never>((_, reject) => {
    window.webContents.on('preload-error', (_event, _path, fault) => reject(fault));
  });
  // What was typed and not saved lies in the page, so this is for a page that is gone and not for one that is slow.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`the page is gone: ${reason}`);
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
  await Promise.race([bridgeFails, window.loadURL(OWN_PAGES)]);
  // Some graphics drivers never say that they are ready to show.
  show();
}

/** For a second start: the window that is open already comes to the front. */
export function showMainWindow(): void {
  const window = BrowserWindow.getAllWindows().at(-1);
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
}
