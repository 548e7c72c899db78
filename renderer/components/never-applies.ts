import type { Decision } from '../../domain/decision.ts';

/** What a person's role never allows is not shown; what is refused for any other reason is, with the reason. */
export const neverApplies = (decision: Decision): boolean =>
  !decision.may && ['not-allowed', 'no-unit', 'not-at-top'].includes(decision.code);
