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
export type BasketId = (typeof basketIds)[number];
