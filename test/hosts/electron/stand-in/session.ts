import { EventEmitter } from 'node:events';
import { onlyAfterReady, refuse, report, setting } from './standing.ts';

type Decide = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void;
type Check = (contents: unknown, permission: string) => boolean;

class Session extends EventEmitter {
  readonly availableSpellCheckerLanguages = setting.spelling ?? ['en-GB', 'en-US', 'nb'];
  #check: Check = () => true;
  #proxy: unknown = {};
  setPermissionRequestHandler(decide: Decide): void {
    decide(undefined, 'geolocation', (granted) => report('permission', { granted }));
  }
  setPermissionCheckHandler(check: Check): void {
    this.#check = check;
  }
  mayPage = (permission: string) => this.#check(undefined, permission);
  setSpellCheckerLanguages(languages: readonly string[]): void {
    const unknown = languages.filter((one) => !this.availableSpellCheckerLanguages.includes(one));
    if (unknown.length > 0) refuse('known-languages', unknown.join(', '));
    report('spelling', { languages: [...languages] });
  }
  setSpellCheckerEnabled = (enabled: boolean) => report('spelling-enabled', { enabled });
  setSpellCheckerDictionaryDownloadURL = (url: string) => report('dictionaries', { url });
  addWordToSpellCheckerDictionary = () => true;
  async setProxy(proxy: unknown): Promise<void> {
    this.#proxy = structuredClone(proxy);
    report('proxy', { proxy: this.#proxy });
  }
  resolveProxy = async () => 'DIRECT';
}
export const defaultSession = new Session();

export const session = {
  get defaultSession(): Session {
    onlyAfterReady('session-after-ready');
    return defaultSession;
  },
};
