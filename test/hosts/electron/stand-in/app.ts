import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { dock } from './dock.ts';
import { StandInEvent } from './events.ts';
import { holdLock } from './single-instance.ts';
import { becomeReady, endProcess, isReady, onlyBeforeReady, refuse, report, setting } from './standing.ts';

// The program's own file.
const about = JSON.parse(readFileSync(join(setting.appPath, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
};
type ClosingWindow = { close(): void; destroy(): void; isDestroyed(): boolean };

class App extends EventEmitter {
  readonly isPackaged = setting.packaged;
  name = about.productName ?? about.name;
  readonly commandLine = {
    appendSwitch: () => onlyBeforeReady('switches-before-ready'),
    hasSwitch: (name: string) => process.argv.some((arg) => arg.split('=')[0] === `--${name}`),
  };
  sandboxed = false;
  /** The windows there are; filled by the module that makes them. */
  readonly windows = new Set<ClosingWindow>();
  readonly #paths = new Map<string, string>();
  #quitting = false;
  #lock: ReturnType<typeof holdLock>;
  readonly #ready: Promise<void>;
  #tellReady: () => void = () => undefined;

  constructor() {
    super();
    this.#ready = new Promise((resolve) => {
      this.#tellReady = resolve;
    });
  }
  whenReady = (): Promise<void> => this.#ready;
  isReady = isReady;
  /** For the stand-in's own start. */
  begin(): void {
    becomeReady();
    report('ready');
    this.emit('ready', {}, {});
    this.#tellReady();
  }

  getName = () => this.name;
  getVersion = () => about.version;
  getAppPath = () => setting.appPath;
  getLocale = () => (isReady() ? (setting.locale ?? 'nb') : '');
  getPreferredSystemLanguages = () => (isReady() ? [setting.locale ?? 'nb-NO'] : []);
  getPath(name: string): string {
    const known = this.#paths.get(name);
    if (known !== undefined) return known;
    if (name === 'appData') return join(setting.home, 'appData');
    if (name === 'userData') return join(setting.home, 'appData', this.name);
    if (name === 'sessionData') return this.getPath('userData');
    if (name === 'logs') return join(this.getPath('userData'), 'logs');
    if (name === 'exe') return setting.execPath;
    if (['home', 'temp', 'desktop', 'documents', 'downloads', 'crashDumps'].includes(name))
      return join(setting.home, name);
    throw new Error(`Failed to get '${name}' path`);
  }
  setPath(name: string, path: string): void {
    this.getPath(name);
    if (!isAbsolute(path) || !existsSync(path)) refuse('path-exists', path);
    if (name === 'userData' || name === 'sessionData') onlyBeforeReady('profile-before-ready');
    this.#paths.set(name, path);
    report('path', { name, path });
  }
  setAppLogsPath = (path?: string) => this.setPath('logs', path ?? this.getPath('logs'));
  enableSandbox(): void {
    onlyBeforeReady('sandbox-before-ready');
    this.sandboxed = true;
  }
  setName(name: string): void {
    this.name = name;
  }
  setAppUserModelId = (id: string) => report('user-model', { id });
  setDesktopName = (name: string) => report('desktop-name', { name });
  focus = () => report('app-focused');
  /** On macOS only. */
  readonly dock = setting.dock ? dock : undefined;
  setUserTasks = (tasks: readonly unknown[]) => {
    report('user-tasks', { tasks: structuredClone(tasks) });
    return true;
  };

  requestSingleInstanceLock(additional: unknown = {}): boolean {
    this.#lock ??= holdLock(
      this.getPath('userData'),
      additional,
      (told) =>
        void this.#ready.then(() =>
          this.emit('second-instance', new StandInEvent(), told.argv, told.folder, told.additional),
        ),
    );
    report('lock', { held: this.#lock !== undefined });
    return this.#lock !== undefined;
  }
  hasSingleInstanceLock = () => this.#lock !== undefined;
  releaseSingleInstanceLock(): void {
    this.#lock?.release();
    this.#lock = undefined;
  }

  /** Asks the program, then each window, then the program once more; any of them may say no. */
  quit(): void {
    if (this.#quitting) return;
    if (this.#isStopped('before-quit')) return;
    this.#quitting = true;
    for (const window of this.windows) window.close();
    if ([...this.windows].some((window) => !window.isDestroyed()) || this.#isStopped('will-quit')) {
      this.#quitting = false;
      return;
    }
    this.#leave(0);
  }
  /** Without asking anyone. */
  exit(code = 0): void {
    for (const window of this.windows) window.destroy();
    this.#leave(code);
  }
  relaunch(options: { readonly args?: readonly string[] } = {}): void {
    report('relaunch', { args: options.args ?? process.argv.slice(1) });
  }
  /** For windows: one has gone. */
  forget(window: ClosingWindow): void {
    this.windows.delete(window);
    if (this.windows.size > 0 || this.#quitting) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }
  #isStopped(name: 'before-quit' | 'will-quit'): boolean {
    const event = new StandInEvent();
    this.emit(name, event);
    return event.defaultPrevented;
  }
  #leave(code: number): void {
    this.#quitting = true;
    this.#lock?.release();
    this.emit('quit', new StandInEvent(), code);
    endProcess(code);
  }
}
export const app = new App();
