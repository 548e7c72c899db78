/** Why a time stamp was not had, or not taken (RFC 3161). */
export const timeStampFaults = [
  'unreachable',
  'timeout',
  'access-denied',
  'http-error',
  'not-granted',
  'unreadable',
  'other-imprint',
  'other-nonce',
  'not-trusted',
  'wrong-time',
] as const;
export type TimeStampFault = (typeof timeStampFaults)[number];
