import { EventEmitter } from 'node:events';
import { onlyAfterReady, report } from './standing.ts';

type Words = { readonly title?: string; readonly body?: string };
const shown: Notification[] = [];

export class Notification extends EventEmitter {
  static isSupported = (): boolean => true;
  readonly #words: Words;
  constructor(words: Words = {}) {
    super();
    onlyAfterReady('notification-after-ready');
    this.#words = words;
  }
  show(): void {
    shown.push(this);
    report('notice', { title: this.#words.title ?? '', body: this.#words.body ?? '' });
  }
  close(): void {
    this.emit('close');
  }
}
/** The user clicks the newest notice. */
export const clickNotice = (): void => void shown.at(-1)?.emit('click', {});
