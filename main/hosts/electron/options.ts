import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type Options = { readonly archive: string; readonly kind: 'training' | 'production' };

/**
 * `[--archive DIR] [--production]`; the archives of a user lie in `dataFolder` unless a folder is named. Everything else
 * is left to Electron, which has options of its own.
 */
export function parseOptions(args: readonly string[], dataFolder: string): Options {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { archive: { type: 'string' }, production: { type: 'boolean' } },
  });
  const kind = values.production === true ? 'production' : 'training';
  const named = typeof values.archive === 'string' && values.archive !== '' ? values.archive : undefined;
  const archive = named ?? join(dataFolder, kind === 'production' ? 'drift' : 'opplaering');
  return { archive: resolve(archive), kind };
}
