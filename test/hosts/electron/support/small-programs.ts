import type { RuleName } from '../stand-in/rules.ts';

type Program = {
  /** The entry; whatever it exports from `electron` is there by name. */
  readonly entry: string;
  /** A preload beside it, `preload.cjs`. */
  readonly preload?: string;
};
const ready = (code: string): Program => ({ entry: `app.whenReady().then(async () => {\n${code}\n});` });
const window = `new BrowserWindow({ webPreferences: { preload: join(app.getAppPath(), 'preload.cjs') } })`;
const shownPage = `protocol.handle('own', () => new Response('<p>'));
const window = ${window};
await window.loadURL('own://app/');`;

/** For each rule a program that breaks it: the stand-in must say no, or the rule is only written down. */
export const breakers: Readonly<Record<Exclude<RuleName, 'not-as-root' | 'ready-after-entry'>, Program>> = {
  'schemes-before-ready': ready('protocol.registerSchemesAsPrivileged([]);'),
  'schemes-once': {
    entry: 'protocol.registerSchemesAsPrivileged([]);\nprotocol.registerSchemesAsPrivileged([]);',
  },
  'protocol-after-ready': { entry: `protocol.handle('own', () => new Response(''));` },
  'scheme-handled-once': ready(`for (const _ of [1, 2]) protocol.handle('own', () => new Response(''));`),
  'sandbox-before-ready': ready('app.enableSandbox();'),
  'switches-before-ready': ready(`app.commandLine.appendSwitch('lang', 'nb');`),
  'profile-before-ready': ready(`app.setPath('userData', app.getAppPath());`),
  'path-exists': { entry: `app.setPath('userData', join(app.getAppPath(), 'nowhere'));` },
  'window-after-ready': { entry: 'new BrowserWindow();' },
  'preload-absolute': ready(`new BrowserWindow({ webPreferences: { preload: 'preload.cjs' } });`),
  'destroyed-window': ready('const window = new BrowserWindow();\nwindow.destroy();\nwindow.focus();'),
  'session-after-ready': { entry: 'session.defaultSession;' },
  'dialog-after-ready': { entry: `dialog.showMessageBox({ message: 'hei' });` },
  'screen-after-ready': { entry: 'screen.getAllDisplays();' },
  'safe-storage-after-ready': { entry: `safeStorage.encryptStringAsync('hei');` },
  'notification-after-ready': { entry: 'new Notification({});' },
  'utility-after-ready': { entry: `utilityProcess.fork(join(app.getAppPath(), 'main.js'));` },
  'utility-stdin-ignored': ready(
    `utilityProcess.fork(join(app.getAppPath(), 'main.js'), [], { stdio: ['pipe', 'pipe', 'pipe'] });`,
  ),
  'no-run-as-node': {
    entry: `if (process.argv.includes('child.mjs')) app.exit(7);
else spawn(process.execPath, ['child.mjs'], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } })
  .on('exit', (code) => { throw new Error('no-run-as-node: ' + code); });`,
  },
  'one-ipc-handler': ready(`for (const _ of [1, 2]) ipcMain.handle('ask', () => 1);`),
  'no-ipc-handler': {
    ...ready(shownPage),
    preload: `require('electron').ipcRenderer.invoke('nobody', 1).catch(() => undefined);`,
  },
  'cloned-messages': ready(`${shownPage}\nwindow.webContents.send('told', () => 1);`),
  'preload-requires': { ...ready(shownPage), preload: `require('node:fs');` },
  'preload-commonjs': { ...ready(shownPage), preload: `import { ipcRenderer } from 'electron';` },
  'bridge-once': {
    ...ready(shownPage),
    preload: `const { contextBridge } = require('electron');
for (const _ of [1, 2]) contextBridge.exposeInMainWorld('own', {});`,
  },
  'page-loads': ready(`await new BrowserWindow().loadURL('unknown://app/');`),
  'known-languages': ready(`session.defaultSession.setSpellCheckerLanguages(['tlh']);`),
};

/** The whole source of an entry: everything of the stand-in by name. */
export const sourceOf = ({ entry }: Program): string => `import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, Notification, protocol, safeStorage, screen, session, shell,
  utilityProcess } from 'electron';
${entry}
`;
