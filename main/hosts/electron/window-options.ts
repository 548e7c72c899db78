/** A window whose page has no more than a web page has, and what the bridge hands it. */
export const windowOptions = (preload: string) =>
  ({
    minWidth: 900,
    minHeight: 600,
    // Shown when there is something to see.
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
