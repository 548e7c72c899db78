type Rule = { readonly says: string; readonly source: string };
const docs = 'https://www.electronjs.org/docs/latest';
const issues = 'https://github.com/electron/electron';

/** The rules of Electron that the stand-in keeps, each with where Electron says so. */
export const rules = {
  'ready-after-entry': {
    says: '`ready` comes when the entry has been evaluated to its end, top-level await included',
    source: `${issues}/issues/40719`,
  },
  'not-as-root': {
    says: 'Running as root without --no-sandbox is not supported',
    source: 'https://crbug.com/638180',
  },
  'schemes-before-ready': {
    says: 'protocol.registerSchemesAsPrivileged should be called before app is ready',
    source: `${docs}/api/protocol#protocolregisterschemesasprivilegedcustomschemes`,
  },
  'schemes-once': {
    says: 'protocol.registerSchemesAsPrivileged can be called only once',
    source: `${docs}/api/protocol#protocolregisterschemesasprivilegedcustomschemes`,
  },
  'protocol-after-ready': {
    says: 'protocol.handle can be used only after app is ready',
    source: `${docs}/api/protocol`,
  },
  'scheme-handled-once': {
    says: 'a scheme has one handler',
    source: `${docs}/api/protocol#protocolhandlescheme-handler`,
  },
  'sandbox-before-ready': {
    says: 'app.enableSandbox() can only be called before app is ready',
    source: `${docs}/api/app#appenablesandbox`,
  },
  'switches-before-ready': {
    says: 'command line switches count only before app is ready',
    source: `${docs}/api/command-line`,
  },
  'profile-before-ready': {
    says: 'userData and sessionData are overridden before app is ready',
    source: `${docs}/api/app#appsetpathname-path`,
  },
  'path-exists': {
    says: 'app.setPath names an absolute path to a folder that exists',
    source: `${docs}/api/app#appsetpathname-path`,
  },
  'window-after-ready': {
    says: 'Cannot create BrowserWindow before app is ready',
    source: `${docs}/api/browser-window`,
  },
  'preload-absolute': {
    says: 'a preload is named by its absolute path',
    source: `${docs}/api/structures/web-preferences`,
  },
  'destroyed-window': {
    says: 'Object has been destroyed',
    source: `${docs}/api/browser-window#windestroy`,
  },
  'session-after-ready': {
    says: 'Session can only be received when app is ready',
    source: `${docs}/api/session`,
  },
  'dialog-after-ready': {
    says: 'dialog module can only be used after app is ready',
    source: `${issues}/blob/main/lib/browser/api/dialog.ts`,
  },
  'screen-after-ready': {
    says: 'the screen module cannot be used before app is ready',
    source: `${docs}/api/screen`,
  },
  'safe-storage-after-ready': {
    says: 'safeStorage works only after app is ready',
    source: `${docs}/api/safe-storage`,
  },
  'notification-after-ready': {
    says: 'Cannot create Notification before app is ready',
    source: `${docs}/api/notification`,
  },
  'utility-after-ready': {
    says: 'utilityProcess.fork can only be called after app is ready',
    source: `${docs}/api/utility-process#utilityprocessforkmodulepath-args-options`,
  },
  'utility-stdin-ignored': {
    says: 'a utility process has no standard input',
    source: `${docs}/api/utility-process#utilityprocessforkmodulepath-args-options`,
  },
  'no-run-as-node': {
    says: 'without the RunAsNode fuse the program starts itself, not Node',
    source: `${docs}/tutorial/fuses#runasnode`,
  },
  'one-ipc-handler': {
    says: 'Attempted to register a second handler',
    source: `${docs}/api/ipc-main#ipcmainhandlechannel-listener`,
  },
  'no-ipc-handler': {
    says: 'No handler registered',
    source: `${docs}/api/ipc-renderer#ipcrendererinvokechannel-args`,
  },
  'cloned-messages': {
    says: 'An object could not be cloned.',
    source: `${docs}/api/ipc-renderer#ipcrendererinvokechannel-args`,
  },
  'preload-requires': {
    says: 'a sandboxed preload may require electron, events, timers and url',
    source: `${docs}/tutorial/sandbox#preload-scripts`,
  },
  'preload-commonjs': {
    says: 'a sandboxed preload is CommonJS',
    source: `${docs}/tutorial/esm#preload-scripts`,
  },
  'bridge-once': {
    says: 'Cannot bind an API on top of an existing property on the window object',
    source: `${docs}/api/context-bridge#contextbridgeexposeinmainworldapikey-api`,
  },
  'page-loads': {
    says: 'loadURL rejects when the page cannot be loaded',
    source: `${docs}/api/browser-window#winloadurlurl-options`,
  },
  'known-languages': {
    says: 'a spell checker language must be one that the platform offers',
    source: `${docs}/api/session#sessetspellcheckerlanguageslanguages`,
  },
} as const satisfies Readonly<Record<string, Rule>>;
export type RuleName = keyof typeof rules;
