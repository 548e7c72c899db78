import type { Language } from '../../../domain/preferences.ts';
import { startingTexts } from '../../../texts/starting.ts';

type ProcessParts = {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (fault: unknown) => void): unknown;
  readonly stderr: { write(text: string): unknown };
};
type DialogParts = { showErrorBox(title: string, content: string): void };
type AppParts = { exit(code: number): void };

export type FaultWatch = {
  /** Says what is wrong in a box, and ends the program with 1; the first fault only. */
  readonly fail: (fault: unknown) => void;
  readonly log: (line: string) => void;
  /** Where lines go from now on besides standard error, e.g. the log of the archive. */
  logAlso(write: (line: string) => void, path: string): void;
  speak(language: () => Language): void;
  /** Puts away what is open, before the program ends because of a fault. */
  closeWith(close: () => Promise<void>): void;
  /** Called when a window is shown: faults after it are no longer faults of starting. */
  opened(): void;
};

/** In milliseconds: how long closing the archive may take before the program ends without it. */
const CLOSING_GRACE_MS = 10_000;

/**
 * Handles faults that nothing else has caught. Before a window is shown, any of them ends in a message box and exit
 * code 1. Afterwards an unhandled rejection is logged, and an uncaught exception closes the archive, shows a message
 * box and ends the program: Node gives no guarantee for one that goes on.
 */
export function endVisibly(
  process: ProcessParts,
  dialog: DialogParts,
  app: AppParts,
  shown: () => void,
): FaultWatch {
  let texts = () => startingTexts.nb;
  let logs: { readonly write: (line: string) => void; readonly path: string } | undefined;
  let close = (): Promise<void> => Promise.resolve();
  let standing = false;
  let failed = false;

  const log = (line: string): void => {
    process.stderr.write(`${new Date().toISOString()} ${line}\n`);
    // A full disk must not be what ends the program, or keeps the box from being shown.
    tryTo(() => logs?.write(line));
  };
  const end = (title: string, said: string): void => {
    // The box counts as shown: a start that saw nothing would open Segl in the browser instead.
    shown();
    try {
      dialog.showErrorBox(title, logs ? `${said}\n\n${texts().seeLog(logs.path)}` : said);
    } finally {
      app.exit(1);
    }
  };
  const fail = (fault: unknown): void => {
    if (failed) return;
    failed = true;
    log(inFull(fault));
    const stop = async () => {
      if (standing) end(texts().stopped, texts().stoppedBecause(inShort(fault)));
      else end(texts().cannotOpen, await explain(fault, texts()));
    };
    const late = new Promise((resolve) => setTimeout(resolve, CLOSING_GRACE_MS));
    Promise.race([close(), late]).then(stop, stop);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', (fault) => {
    if (standing) log(`a rejection nobody took: ${inFull(fault)}`);
    else fail(fault);
  });
  return {
    fail,
    log,
    logAlso: (write, path) => {
      logs = { write, path };
    },
    speak: (read) => {
      texts = () => startingTexts[read()];
    },
    closeWith: (closing) => {
      close = closing;
    },
    opened: () => {
      standing = true;
    },
  };
}

/** Loaded when needed: what explains faults must not be what keeps the program from telling that files are missing. */
const explain = (fault: unknown, texts: typeof startingTexts.nb): Promise<string> =>
  import('../explain-start-fault.ts').then(
    ({ explainStartFault }) => explainStartFault(fault, texts),
    () => texts.incomplete,
  );

const inFull = (fault: unknown) => (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
const inShort = (fault: unknown) => (fault instanceof Error ? fault.message : String(fault));

function tryTo(work: () => void): void {
  try {
    work();
  } catch {
    // The line has also been written to standard error.
  }
}
