import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, Menu, protocol, safeStorage, session, shell } from 'electron';
import Store from 'electron-store';
import type { Language } from '../../../domain/preferences.ts';
import { startingTexts } from '../../../texts/starting.ts';

import { preferencesIn } from '../../adapters/settings/preferences.ts';
import { setAsideDamaged } from '../../adapters/settings/set-aside-damaged.ts';
import { windowPlacesIn } from '../../adapters/settings/window-places.ts';
import { keyFileLock } from '../../adapters/vault/key-file-lock.ts';
import { createApplication } from '../../application/application.ts';
import type { HostParts } from '../../application/host-parts.ts';
import { type HostedArchive, hostArchive } from '../host-archive.ts';
import { openLog } from '../open-log.ts';
import { rendererFolder, version } from '../project-files.ts';
import { openRendererFiles } from '../renderer-files.ts';
import { answerWindow, tellWindows } from './answer-window.ts';
import { buildMenu } from './build-menu.ts';
import { askedAddress } from './desk-shortcuts.ts';
import { giveNotice, helpWriting, offerShortcuts, showArchiveFolder, tellSaved } from './desktop-comfort.ts';
import { endInOrder } from './end-in-order.ts';
import { guardContents, guardSession, mayOpenOutside } from './guard-contents.ts';
import { keyRingLock } from './key-ring-lock.ts';
import { openMainWindow, type Show, showMainWindow } from './main-window.ts';
import { SCHEME } from './own-pages.ts';
import type { Start } from './place-profile.ts';
import { servePages } from './serve-pages.ts';
import { startUtilityChild } from './start-utility-child.ts';
import { createStartingWindow } from './starting-window.ts';
import type { tellShown } from './tell-shown.ts';
import { updateAddress, watchForUpdates } from './updates.ts';
import type { FaultWatch } from './watch-faults.ts';

/** All of the desktop program that comes after Electron is ready: opens the archive, then the window on it. */
export async function openSegl(
  faults: FaultWatch,
  options: Start,
  shown: ReturnType<typeof tellShown>,
): Promise<void> {
  const { log } = faults;
  const preferences = openPreferences(options.kind, log);
  faults.speak(() => preferences.read().language);
  const ending = endInOrder(app, process.platform, log);
  let show: Show = showMainWindow;
  app.on('second-instance', (_event, argv) => show(askedAddress(argv.slice(1))));

  const findPage = openRendererFiles(rendererFolder);
  const starting = createStartingWindow(
    {
      openWindow: () => new BrowserWindow({ width: 520, height: 180, resizable: false, title: 'Segl' }),
      shown: () => shown({}),
    },
    startingTexts[preferences.read().language].building,
  );
  const onLanguage: (() => void)[] = [];
  const opening = hostArchive({
    createApplication,
    onBuilding: starting.show,
    archive: options.archive,
    kind: options.kind,
    startChild: startUtilityChild,
    folders: options.folders,
    policy: options.policy,
    systemProxy: (url) => session.defaultSession.resolveProxy(url),
    portalTestControl: options.portalTestControl ?? false,
    openPreferences: (files) => {
      faults.logAlso(openLog(files.log), files.log);
      return tellLanguage(preferences, () => onLanguage.forEach((tell) => void tell()));
    },
    // The training archive holds no real persons, so its key need not be sealed and the Node host can open it too.
    vaultLock: (files) =>
      options.kind === 'training'
        ? keyFileLock(files.vaultKey)
        : keyRingLock(`${files.vaultKey}.sealed`, safeStorage, log),
    log,
  });
  ending.closes(opening);
  const hosted = await opening;
  faults.closeWith(hosted.close);

  const showMenu = () => {
    Menu.setApplicationMenu(menuFor(hosted, options, preferences, (address) => show(address)));
    const args = options.kind === 'production' ? ['--production'] : [];
    offerShortcuts(preferences.read().language, args, (address) => show(address));
  };
  onLanguage.push(showMenu);
  showMenu();
  const language = () => preferences.read().language;
  letWindowIn(hosted, findPage, language);

  const { portal, control } = hosted;
  const places = windowPlacesIn(openSettings('window', log));
  const open = async (address: string | undefined) => {
    const order = { shown: () => shown({ portal, control }), places, address, log };
    const { window, keepPlace } = await openMainWindow(order);
    hosted.closeFirst(keepPlace);
    helpWriting(session.defaultSession, window.webContents, language);
  };
  // On macOS a program keeps running when its last window is closed.
  const openIfClosed = (address?: string): boolean => {
    const closed = BrowserWindow.getAllWindows().length === 0;
    if (closed) open(address).catch(faults.fail);
    return closed;
  };
  app.on('activate', () => void openIfClosed());
  hosted.closeFirst(giveNotice(hosted, language, (address) => show(address)));
  tellSaved(session.defaultSession, language, () => show());
  await open(askedAddress(process.argv.slice(1)));
  show = (address) => void (openIfClosed(address) || showMainWindow(address));
  faults.opened();
  starting.close();
  await keepUpToDate(hosted, options, log);
}

/** Only where policy names an address; the updater is not even loaded elsewhere. */
async function keepUpToDate(
  hosted: HostedArchive,
  { policy, folders }: Start,
  log: (line: string) => void,
): Promise<void> {
  const address = updateAddress({
    platform: process.platform,
    packaged: app.isPackaged,
    program: process.execPath,
    localAppData: process.env.LOCALAPPDATA,
    address: policy.updates,
  });
  if (address === undefined) return;
  const { openUpdater } = await import('./open-updater.ts');
  hosted.closeFirst(watchForUpdates(openUpdater(address, folders.caches, log), log));
}

/** The chosen user is stored per archive: a user of the training archive is not one of the production archive. */
function openPreferences(kind: Start['kind'], log: (line: string) => void): HostParts['preferences'] {
  const name = kind === 'production' ? 'preferences-drift' : 'preferences';
  return preferencesIn(openSettings(name, log));
}

/** A settings file in this archive's profile. */
function openSettings(name: string, log: (line: string) => void) {
  setAsideDamaged(join(app.getPath('userData'), `${name}.json`), log);
  return new Store<Record<string, unknown>>({ name });
}

/** Lets the window reach its own files, the dispatcher and the events, and no network. */
function letWindowIn(
  hosted: HostedArchive,
  findPage: ReturnType<typeof openRendererFiles>,
  language: () => Language,
): void {
  protocol.handle(SCHEME, servePages(hosted.app, findPage, language));
  answerWindow(ipcMain, hosted.app);
  hosted.closeFirst(
    tellWindows(hosted.app, () => BrowserWindow.getAllWindows().map((window) => window.webContents)),
  );
  guardSession(session.defaultSession);
  const mayOpen = mayOpenOutside(hosted.portal);
  app.on('web-contents-created', (_event, contents) =>
    guardContents(contents, mayOpen, (url) => void shell.openExternal(url)),
  );
}

function menuFor(
  hosted: HostedArchive,
  { kind, policy }: Start,
  preferences: HostParts['preferences'],
  show: Show,
): Menu {
  const { portal } = hosted;
  const openPortal = portal === undefined ? undefined : () => void shell.openExternal(portal);
  return Menu.buildFromTemplate(
    buildMenu(preferences.read().language, version, {
      newCase: () => show('#/ny-sak'),
      print: () => BrowserWindow.getFocusedWindow()?.webContents.print(),
      showFolder: () => showArchiveFolder(hosted.archive),
      openSignerPortal: openPortal,
      other: policy.productionOnly ? undefined : otherArchive(kind),
    }),
  );
}

/**
 * Training and production never share a process: the other one is a start of its own, beside this one. What stands
 * unsaved in this window stays there.
 */
function otherArchive(kind: Start['kind']) {
  const other = kind === 'training' ? 'production' : 'training';
  const open = () => {
    const own = process.argv.slice(1, app.isPackaged ? 1 : 2);
    // An AppImage unmounts its files when it ends, so the new process is started from the AppImage file.
    const program = process.env.APPIMAGE ?? process.execPath;
    spawn(program, [...own, ...(other === 'production' ? ['--production'] : [])], {
      detached: true,
      stdio: 'ignore',
    }).unref();
  };
  return { kind: other, open } as const;
}

/** The menu speaks the language of the window, from the moment it is changed. */
function tellLanguage(preferences: HostParts['preferences'], changed: () => void): HostParts['preferences'] {
  return {
    read: preferences.read,
    write: (change) => {
      preferences.write(change);
      if (change.language !== undefined) changed();
    },
  };
}
