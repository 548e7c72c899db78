import { EventEmitter } from 'node:events';
import { cloned, refuse } from './standing.ts';

export type Frame = { readonly url: string };
type Handler = (event: unknown, ...given: unknown[]) => unknown;

class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();
  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) refuse('one-ipc-handler', channel);
    this.#handlers.set(channel, handler);
  }
  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...given) => {
      this.removeHandler(channel);
      return handler(event, ...given);
    });
  }
  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }
  /** What `ipcRenderer.invoke` in a frame comes to. */
  async answer(sender: unknown, frame: Frame | null, channel: string, given: unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (!handler) return refuse('no-ipc-handler', channel);
    const event = { type: 'invoke', sender, senderFrame: frame, processId: 1, frameId: 1 };
    try {
      return cloned(await handler(event, ...cloned(given)));
    } catch (fault) {
      throw new Error(`Error invoking remote method '${channel}': ${String(fault)}`);
    }
  }
}
export const ipcMain = new IpcMain();
