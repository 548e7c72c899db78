import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { StandInEvent } from './events.ts';
import { ipcMain } from './ipc-main.ts';
import { type LoadedPage, loadPage } from './page.ts';
import { defaultSession } from './session.ts';
import { cloned, refuse, report } from './standing.ts';

type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' };
let lastId = 0;

export class WebContents extends EventEmitter {
  readonly id = ++lastId;
  readonly session = defaultSession;
  page: LoadedPage | undefined;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #zoom = 1;
  #destroyed = false;
  readonly #preload: string | undefined;
  constructor(preload: string | undefined) {
    super();
    this.#preload = preload;
  }

  /** As `loadURL`: rejects with Chromium's name of the fault, and says so by `did-fail-load` first. */
  async load(url: string): Promise<void> {
    const wire = {
      invoke: (channel: string, given: unknown[]) =>
        ipcMain.answer(this, this.page ? { url: this.page.url } : null, channel, given),
      send: (channel: string, given: unknown[]) =>
        void ipcMain.emit(channel, { sender: this, senderFrame: { url } }, ...given),
      preloadFailed: (fault: unknown) => {
        report('preload-failed', { message: String(fault) });
        this.emit('preload-error', new StandInEvent(), this.#preload ?? '', fault);
      },
    };
    try {
      this.page = await loadPage(url, this.#preload, wire);
    } catch (fault) {
      const message = fault instanceof Error ? fault.message : String(fault);
      report('page-failed', { url, message });
      this.emit('did-fail-load', new StandInEvent(), -2, message, url, true);
      throw new Error(`${message} loading '${url}'`);
    }
    this.emit('did-finish-load');
  }
  send(channel: string, ...given: unknown[]): void {
    if (this.#destroyed) refuse('destroyed-window', 'webContents.send');
    this.page?.deliver(channel, cloned(given));
  }
  setWindowOpenHandler(decide: OpenHandler): void {
    this.#openHandler = decide;
  }
  /** What a click on a link for a new window comes to. */
  openFromPage = (url: string) => this.#openHandler({ url }).action;
  /** What a click on a plain link comes to: whether the page goes there. */
  navigateFromPage(url: string): boolean {
    const event = Object.assign(new StandInEvent(), { url });
    this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }
  getURL = () => this.page?.url ?? '';
  reload = () => void this.load(this.getURL()).catch(() => undefined);
  getZoomFactor = () => this.#zoom;
  setZoomFactor(factor: number): void {
    this.#zoom = factor;
    report('zoom', { factor });
  }
  getZoomLevel = () => Math.log(this.#zoom) / Math.log(1.2);
  setZoomLevel = (level: number) => this.setZoomFactor(1.2 ** level);
  replaceMisspelling = (word: string) => report('replaced', { word });
  print = (options: unknown, done?: (success: boolean, reason: string) => void) => {
    report('printed', { options: structuredClone(options) });
    done?.(true, '');
  };
  isDestroyed = () => this.#destroyed;
  destroy(): void {
    this.#destroyed = true;
    this.emit('destroyed');
  }
}
export const tellCreated = (contents: WebContents): void =>
  void app.emit('web-contents-created', new StandInEvent(), contents);
