/** The parts of a window and of the application that a first start is shown with. */
export type StartingParts = {
  readonly openWindow: () => {
    loadURL(url: string): Promise<void>;
    setTitle(title: string): void;
    setProgressBar(fraction: number): void;
    destroy(): void;
  };
  /** Told when the window has something to show. */
  readonly shown: () => void;
};

/**
 * Shows how far a first start has come, in a window of its own and on the task bar; nothing is shown when there is
 * nothing to build. `sentence` words it, `close` takes it away.
 */
export function createStartingWindow(parts: StartingParts, sentence: (percent: number) => string) {
  let window: ReturnType<StartingParts['openWindow']> | undefined;
  return {
    show(percent: number): void {
      window ??= parts.openWindow();
      const said = sentence(percent);
      window.setTitle(said);
      window.setProgressBar(percent / 100);
      const page = `<!doctype html><meta charset="utf-8"><title>Segl</title><body style="font:16px sans-serif;padding:2em"><p role="status">${said}</p><progress max="100" value="${percent}" style="width:100%"></progress>`;
      // Loading is rejected when the next page replaces this one before it has loaded.
      window
        .loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(page)}`)
        .then(parts.shown, () => undefined);
    },
    close(): void {
      window?.destroy();
      window = undefined;
    },
  };
}
