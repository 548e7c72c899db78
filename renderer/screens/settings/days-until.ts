/** From when on a certificate's expiry is shown as a warning. */
export const WARN_DAYS = 60;

/** Whole days from `today` (a calendar date) to the instant; 0 or less when it has come. */
export const daysUntil = (instant: string, today: string): number =>
  Math.floor((Date.parse(instant) - Date.parse(today)) / 86_400_000);
