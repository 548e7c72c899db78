import type { UserId } from './basics.ts';

/** Bokmål first; nynorsk and English are complete translations of it. */
export const languages = ['nb', 'nn', 'en'] as const;
export type Language = (typeof languages)[number];

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** A user's choices for the window, and which user it is; kept outside the archive. */
export type Preferences = {
  readonly language: Language;
  readonly theme: Theme;
  /** Remembered between starts, in production for each user of the operating system. */
  readonly userId?: UserId;
};
