import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, session, shell } from 'electron';
import Store from 'electron-store';
import { menuTexts } from '../../../texts/menu.ts';
import { startNodeChild } from '../../adapters/children/start-node-child.ts';
import { preferencesIn } from '../../adapters/settings/preferences.ts';
import { setAsideDamaged } from '../../adapters/settings/set-aside-damaged.ts';
import { keepKeyFile } from '../../adapters/vault/keep-key-file.ts';
import { createApplication } from '../../application/application.ts';
import type { HostParts } from '../../application/application-shape.ts';
import { ArchiveInUse, type HostedArchive, hostArchive } from '../host-archive.ts';
import { projectRoot, rendererFolder, version } from '../project-files.ts';
import { openRendererFiles } from '../renderer-files.ts';
import { answerWindow, tellWindows } from './answer-window.ts';
import { buildMenu } from './build-menu.ts';
import { guardContents, guardSession, mayOpenOutside } from './guard-contents.ts';
import { keepSealedKey } from './keep-sealed-key.ts';
import { type Options, parseOptions } from './options.ts';
import { OWN_PAGES, SCHEME } from './own-pages.ts';
import { servePages } from './serve-pages.ts';
import { createStartingWindow } from './starting-window.ts';
import { windowOptions } from './window-options.ts';

const log = (line: string): void => void process.stderr.write(`${new Date().toISOString()} ${line}\n`);

// Both must be said before Electron is ready.
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);
app.enableSandbox();

if (app.requestSingleInstanceLock()) await app.whenReady().then(start);
else app.quit();

async function start(): Promise<void> {
  const options = parseOptions(process.argv.slice(app.isPackaged ? 1 : 2), app.getPath('userData'));
  const preferences = openPreferences(options.kind);
  try {
    await open(preferences, options);
  } catch (fault) {
    const texts = menuTexts[preferences.read().language];
    log(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
    const reason = fault instanceof Error ? fault.message : String(fault);
    dialog.showErrorBox(texts.cannotOpen, fault instanceof ArchiveInUse ? texts.inUse : reason);
    app.exit(1);
  }
}

/** Who one is in training says nothing of who one is in production. */
function openPreferences(kind: Options['kind']): HostParts['preferences'] {
  const name = kind === 'production' ? 'preferences-drift' : 'preferences';
  setAsideDamaged(join(app.getPath('userData'), `${name}.json`), log);
  return preferencesIn(new Store<Record<string, unknown>>({ name }));
}

async function open(preferences: HostParts['preferences'], options: Options): Promise<void> {
  const findPage = openRendererFiles(rendererFolder);
  const starting = createStartingWindow(
    { openWindow: () => new BrowserWindow({ width: 520, height: 180, resizable: false, title: 'Segl' }) },
    menuTexts[preferences.read().language].building,
  );
  const hosted = await hostArchive({
    createApplication,
    onBuilding: starting.show,
    archive: options.archive,
    kind: options.kind,
    startChild: startNodeChild,
    openPreferences: () => withMenu(preferences),
    // A training archive holds no real persons, and opens in the other host too.
    openVaultKey: (files) =>
      options.kind === 'training'
        ? keepKeyFile(files.vaultKey)
        : keepSealedKey(`${files.vaultKey}.sealed`, safeStorage),
    log,
  });
  endWith(hosted);

  const openPortal =
    hosted.portal === undefined ? undefined : () => void shell.openExternal(hosted.portal ?? '');
  const other = otherArchive(options.kind);
  const showMenu = () =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(buildMenu(preferences.read().language, version, openPortal, other)),
    );
  menuShown = showMenu;
  showMenu();

  protocol.handle(SCHEME, servePages(hosted.app, findPage));
  answerWindow(ipcMain, hosted.app);
  hosted.closeFirst(
    tellWindows(hosted.app, () => BrowserWindow.getAllWindows().map((window) => window.webContents)),
  );
  guardSession(session.defaultSession);
  const mayOpen = mayOpenOutside(hosted.portal);
  app.on('web-contents-created', (_event, contents) =>
    guardContents(contents, mayOpen, (url) => void shell.openExternal(url)),
  );

  const openWindow = async () => {
    const window = new BrowserWindow(windowOptions(join(projectRoot, 'out', 'preload', 'bridge.cjs')));
    window.once('ready-to-show', () => window.show());
    await window.loadURL(OWN_PAGES);
  };
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void openWindow();
  });
  await openWindow();
  starting.close();
}

/** Training and production never share a process: the other one is a start of its own. */
function otherArchive(kind: Options['kind']) {
  const other = kind === 'training' ? 'production' : 'training';
  const open = () => {
    const own = process.argv.slice(1, app.isPackaged ? 1 : 2);
    app.relaunch({ args: [...own, ...(other === 'production' ? ['--production'] : [])] });
    app.quit();
  };
  return { kind: other, open } as const;
}

let menuShown: (() => void) | undefined;
/** The menu speaks the language of the window, from the moment it is changed. */
function withMenu(preferences: HostParts['preferences']): HostParts['preferences'] {
  return {
    read: preferences.read,
    write: (change) => {
      preferences.write(change);
      if (change.language !== undefined) menuShown?.();
    },
  };
}

/** Leaving waits until what is under way is finished and the archive is closed. */
function endWith(hosted: HostedArchive): void {
  let ending = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (ending) return;
    ending = true;
    hosted.close().then(
      () => app.exit(0),
      (fault: unknown) => {
        log(`did not close cleanly: ${fault instanceof Error ? fault.message : String(fault)}`);
        app.exit(1);
      },
    );
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}
