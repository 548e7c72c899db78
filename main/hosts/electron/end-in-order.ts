/** The parts of `app` used here. */
export interface EndingApp {
  on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  on(event: 'window-all-closed', listener: () => void): unknown;
  quit(): void;
  exit(code: number): void;
}

/** How long quitting waits, in milliseconds, for an archive that is still being opened. */
const OPENING_GRACE_MS = 10_000;

/** Quitting waits until work under way is finished and the archive is closed; `closes` gives the archive. */
export function endInOrder(app: EndingApp, platform: string, log: (line: string) => void) {
  let opening: Promise<{ close(): Promise<void> }> | undefined;
  let opened = false;
  let ending = false;

  const close = async (): Promise<void> => {
    if (!opened) setTimeout(() => opened || app.exit(1), OPENING_GRACE_MS).unref();
    await (await opening)?.close();
  };
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (ending) return;
    ending = true;
    close().then(
      () => app.exit(0),
      (fault: unknown) => {
        log(`did not close cleanly: ${fault instanceof Error ? fault.message : String(fault)}`);
        app.exit(1);
      },
    );
  });
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  return {
    closes(archive: Promise<{ close(): Promise<void> }>): void {
      opening = archive;
      archive.then(
        () => {
          opened = true;
        },
        () => undefined,
      );
    },
  };
}
