import { ok, type Result, refuse } from './basics.ts';
import { isCode } from './codes.ts';

/** Why somebody needs a person's whole identity number. */
export const revealGrounds = [
  'right-person',
  'register',
  'correct-number',
  'own-request',
  'test-signing',
  'other',
] as const;
export type RevealGround = (typeof revealGrounds)[number];
export type RevealReason = { readonly ground: RevealGround; readonly words: string };

/** A ground says enough by itself, except `other`. */
export const decideReason = ({ ground, words }: RevealReason): Result<RevealReason, 'reason-missing'> =>
  ground === 'other' && words.trim() === '' ? refuse('reason-missing') : ok({ ground, words: words.trim() });

/** As the log of looking keeps it in one column: `register`, or `other: what was written`. */
export const toReasonText = ({ ground, words }: RevealReason): string =>
  words === '' ? ground : `${ground}: ${words}`;

/** What {@link toReasonText} wrote; anything else is somebody's own words. */
export function readReason(text: string): RevealReason {
  const [, ground, words] = /^([a-z-]+)(?:: (.*))?$/su.exec(text) ?? [];
  return ground !== undefined && isCode(revealGrounds, ground)
    ? { ground, words: words ?? '' }
    : { ground: 'other', words: text };
}
