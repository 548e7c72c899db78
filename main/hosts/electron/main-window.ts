import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { GO } from '../../../preload/contract/channels.ts';
import type { WindowPlaces } from '../../adapters/settings/window-places.ts';
import { projectRoot } from '../project-files.ts';
import { OWN_PAGES } from './own-pages.ts';
import { windowOptions } from './window-options.ts';
import { rememberPlace, startingPlace } from './window-place.ts';

export type MainWindowOrder = {
  /** Told when it is on the screen. */
  readonly shown: () => void;
  readonly places: WindowPlaces;
  /** Where in the window to begin, e.g. `#/kurv/signed`. */
  readonly address: string | undefined;
  readonly log: (line: string) => void;
};
export type MainWindow = {
  readonly window: BrowserWindow;
  /** Stores the window's present place. */
  readonly keepPlace: () => void;
};

/** The window with the whole of Segl in it. Throws when its page or its bridge cannot load. */
export async function openMainWindow({ shown, places, address, log }: MainWindowOrder): Promise<MainWindow> {
  const place = startingPlace(places, screen.getAllDisplays(), screen.getPrimaryDisplay());
  const { x, y, width, height } = place;
  const window = new BrowserWindow({
    ...windowOptions(join(projectRoot, 'out', 'preload', 'bridge.cjs')),
    ...{ x, y, width, height },
  });
  const show = () => {
    if (!window.isDestroyed() && !window.isVisible()) {
      if (place.maximized) window.maximize();
      window.show();
    }
    shown();
  };
  window.once('ready-to-show', show);
  // Without its bridge the page stays empty, so starting fails.
  const bridgeFails = new Promise<never>((_, reject) => {
    window.webContents.on('preload-error', (_event, _path, fault) => reject(fault));
  });
  // Reloading loses unsaved text, so only a page whose process has ended is reloaded, never a slow one.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`the page is gone: ${reason}`);
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
  await Promise.race([bridgeFails, window.loadURL(`${OWN_PAGES}${address ?? ''}`)]);
  window.webContents.setZoomFactor(place.zoom);
  // With some graphics drivers `ready-to-show` never comes.
  show();
  const keepPlace = rememberPlace(window, places, (area) => screen.getDisplayMatching(area));
  return { window, keepPlace };
}

/** Brings Segl's window to the front, at an address where one is named. */
export type Show = (address?: string) => void;

/** The window that is open; it stays where it is while something is being typed in a dialog. */
export const showMainWindow: Show = (address) => {
  const window = BrowserWindow.getAllWindows().at(-1);
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
  if (address !== undefined) window?.webContents.send(GO, address);
};
