import { z } from 'zod';

/** What one desk likes, wherever it is kept. A value that is missing or wrong falls back on its own. */
const preferencesSchema = z.object({
  language: z.enum(['nb', 'nn', 'en']).catch('nb'),
  theme: z.enum(['auto', 'light', 'dark']).catch('auto'),
  userId: z.string().min(1).max(64).optional().catch(undefined),
});
export type Preferences = Readonly<z.output<typeof preferencesSchema>>;

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
