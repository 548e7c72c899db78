import { z } from 'zod';
import { toId } from '../../../domain/basics.ts';
import { languages, type Preferences, themes } from '../../../domain/preferences.ts';

/** The preferences of one user of the machine. Each value that is missing or invalid takes its own default. */
const preferencesSchema = z.object({
  language: z.enum(languages).catch('nb'),
  theme: z.enum(themes).catch('auto'),
  userId: z
    .string()
    .min(1)
    .max(64)
    .transform(toId<'user'>)
    .optional()
    .catch(undefined),
}) satisfies z.ZodType<Preferences>;

/** The part of `conf` that is used here; electron-store is the same thing with another folder. */
export interface KeptSettings {
  store: Record<string, unknown>;
}

/** Preferences over an open settings file; what else the file holds is left alone. */
export function preferencesIn(settings: KeptSettings) {
  return {
    read: (): Preferences => preferencesSchema.parse(settings.store),
    write: (change: Partial<Preferences>): void => {
      const next = preferencesSchema.parse({ ...settings.store, ...change });
      settings.store = { ...settings.store, ...next };
    },
  };
}
