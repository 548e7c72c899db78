import { join } from 'node:path';
import Conf from 'conf';
import { preferencesIn } from './preferences.ts';
import { setAsideDamaged } from './set-aside-damaged.ts';

/** Preferences in `<folder>/preferences.json`, written whole or not at all. */
export function openSettingsFile(folder: string, log: (line: string) => void) {
  setAsideDamaged(join(folder, 'preferences.json'), log);
  return preferencesIn(
    new Conf<Record<string, unknown>>({ cwd: folder, configName: 'preferences', projectName: 'segl' }),
  );
}
