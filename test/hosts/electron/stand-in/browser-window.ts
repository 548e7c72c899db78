import { EventEmitter } from 'node:events';
import { isAbsolute } from 'node:path';
import { app } from './app.ts';
import { StandInEvent } from './events.ts';
import { onlyAfterReady, refuse, report } from './standing.ts';
import { tellCreated, WebContents } from './web-contents.ts';

type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Options = Partial<Bounds> & {
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: Readonly<Record<string, unknown>>;
};
let lastId = 0;
let focused: BrowserWindow | undefined;

export class BrowserWindow extends EventEmitter {
  static readonly #all = new Set<BrowserWindow>();
  static getAllWindows = (): BrowserWindow[] => [...BrowserWindow.#all];
  static getFocusedWindow = (): BrowserWindow | null => focused ?? null;
  static fromWebContents = (contents: unknown): BrowserWindow | null =>
    BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;

  readonly id = ++lastId;
  readonly webContents: WebContents;
  #visible: boolean;
  #told = false;
  #minimized = false;
  #maximized = false;
  #destroyed = false;
  #title: string;
  #bounds: Bounds;

  constructor(options: Options = {}) {
    super();
    onlyAfterReady('window-after-ready');
    const { preload } = options.webPreferences ?? {};
    if (typeof preload === 'string' && !isAbsolute(preload)) refuse('preload-absolute', preload);
    this.webContents = new WebContents(typeof preload === 'string' ? preload : undefined);
    this.#visible = options.show !== false;
    this.#title = options.title ?? app.name;
    this.#bounds = {
      x: options.x ?? 100,
      y: options.y ?? 100,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    BrowserWindow.#all.add(this);
    app.windows.add(this);
    report('window', { id: this.id, options: structuredClone(options), sandboxed: app.sandboxed });
    app.emit('browser-window-created', new StandInEvent(), this);
    tellCreated(this.webContents);
  }
  #alive(): void {
    if (this.#destroyed) refuse('destroyed-window');
  }
  #tellShown(): void {
    this.#told = true;
    report('shown', { id: this.id, url: this.webContents.getURL() });
  }
  async loadURL(url: string): Promise<void> {
    this.#alive();
    await this.webContents.load(url);
    if (this.#destroyed) return;
    if (this.#visible && !this.#told) this.#tellShown();
    this.emit('ready-to-show');
  }
  show(): void {
    this.#alive();
    if (!this.#visible) this.#tellShown();
    this.#visible = true;
    this.emit('show');
    this.focus();
  }
  showInactive = () => this.show();
  hide(): void {
    this.#visible = false;
  }
  focus(): void {
    this.#alive();
    focused = this;
    report('focused', { id: this.id, minimized: this.#minimized });
    this.emit('focus');
  }
  blur(): void {
    focused = undefined;
    this.emit('blur');
  }
  isFocused = () => focused === this;
  minimize(): void {
    this.#minimized = true;
  }
  restore(): void {
    this.#minimized = false;
  }
  maximize(): void {
    this.#maximized = true;
    this.emit('maximize');
  }
  isVisible = () => this.#visible;
  isMinimized = () => this.#minimized;
  isMaximized = () => this.#maximized;
  isFullScreen = () => false;
  isDestroyed = () => this.#destroyed;
  getTitle = () => this.#title;
  setTitle(title: string): void {
    this.#alive();
    this.#title = title;
    report('title', { id: this.id, title });
  }
  setProgressBar(fraction: number): void {
    this.#alive();
    report('progress', { id: this.id, fraction });
  }
  flashFrame = (flag: boolean) => report('flash', { flag });
  setOverlayIcon = () => this.#alive();
  getBounds = () => this.#bounds;
  getNormalBounds = () => this.#bounds;
  setBounds(bounds: Partial<Bounds>): void {
    this.#alive();
    this.#bounds = { ...this.#bounds, ...bounds };
    report('bounds', { ...this.#bounds });
    for (const event of ['resize', 'move', 'resized', 'moved']) this.emit(event);
  }
  /** As the user closes it: the window may say no. */
  close(): void {
    if (this.#destroyed) return;
    const event = new StandInEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    if (focused === this) focused = undefined;
    BrowserWindow.#all.delete(this);
    this.webContents.destroy();
    report('closed', { id: this.id });
    this.emit('closed');
    app.forget(this);
  }
}
