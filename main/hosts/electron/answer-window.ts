import { ASK, EVENTS, STAGE, STAGE_LIMIT } from '../../../preload/contract/channels.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import type { Application } from '../../application/application.ts';
import { isOwnPage } from './own-pages.ts';

export interface QuestionEvent {
  readonly senderFrame: { readonly url: string } | null;
}
/** The part of `ipcMain` used here. */
export interface IpcParts {
  handle(channel: string, answer: (event: QuestionEvent, ...given: unknown[]) => unknown): void;
}
/** The part of `WebContents` used here. */
export interface ListeningWindow {
  isDestroyed(): boolean;
  send(channel: string, event: unknown): void;
}

/** Answers calls and takes bytes from Segl's own pages. A call from another page throws before the application. */
export function answerWindow(ipc: IpcParts, app: Pick<Application, 'ask' | 'stage'>): void {
  ipc.handle(ASK, (event, name, input) => {
    refuseForeign(event);
    return app.ask(String(name), input);
  });
  ipc.handle(STAGE, (event, bytes) => {
    refuseForeign(event);
    if (!(bytes instanceof Uint8Array)) return refusal({ code: 'invalid-input', facts: { field: 'bytes' } });
    if (bytes.byteLength > STAGE_LIMIT)
      return refusal({ code: 'file-too-large', facts: { max: STAGE_LIMIT } });
    return app.stage(bytes);
  });
}

/** Passes events on to every open window; gives back how to stop. */
export const tellWindows = (
  app: Pick<Application, 'onEvent'>,
  windows: () => readonly ListeningWindow[],
): (() => void) =>
  app.onEvent((event) => {
    for (const window of windows()) if (!window.isDestroyed()) window.send(EVENTS, event);
  });

function refuseForeign(event: QuestionEvent): void {
  if (!isOwnPage(event.senderFrame?.url)) throw new Error('question from a foreign frame');
}
const refusal = (view: RefusalView) => ({ ok: false, refusal: view });
