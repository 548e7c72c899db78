/** Options for the main window: its page is sandboxed and reaches the application only by the bridge. */
export const windowOptions = (preload: string) =>
  ({
    minWidth: 900,
    minHeight: 600,
    // The window is shown when its page has been drawn.
    show: false,
    title: 'Segl',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: true,
    },
  }) as const;
