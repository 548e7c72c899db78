/** Kurver: the lists on the work desk, in the order in which they are shown. */
export const basketIds = [
  'my-drafts',
  'arrears',
  'unregistered',
  'to-approve',
  'sending',
  'out-for-signing',
  'failed-dispatch',
  'doubtful',
  'signed',
  'refused',
  'undeliverable',
  'party-mismatch',
] as const;
/** Those that hold entries for the sake of their newest signing job. */
export const jobBasketIds = [
  'sending',
  'out-for-signing',
  'failed-dispatch',
  'doubtful',
  'signed',
  'refused',
] as const satisfies readonly (typeof basketIds)[number][];
export type JobBasketId = (typeof jobBasketIds)[number];

export type BasketId = (typeof basketIds)[number];
