import type { Decision } from '../../../domain/decision.ts';
import type { EntryView } from '../../../preload/contract/entries.ts';

export type Step = EntryView['steps'][number];
export type MainAction =
  | { readonly kind: 'dispatch'; readonly decision: Decision }
  | { readonly kind: 'step'; readonly step: Step };

type Facts = Pick<EntryView, 'type' | 'status' | 'steps' | 'dispatch'>;
const onward: Readonly<Record<EntryView['status'], readonly EntryView['status'][]>> = {
  R: ['F'],
  F: ['J', 'G'],
  G: ['J'],
  E: ['J'],
  J: ['A'],
  A: [],
  U: [],
  M: ['J'],
  S: ['J'],
};

/** The one thing a clerk most likely came to do; the rest is in the menu. */
export function mainAction({ type, status, steps, dispatch }: Facts): MainAction | undefined {
  if (type === 'U' && (status === 'F' || status === 'G')) return { kind: 'dispatch', decision: dispatch };
  for (const to of onward[status]) {
    const step = steps.find((candidate) => candidate.to === to);
    if (step) return { kind: 'step', step };
  }
  return undefined;
}

/** What is left for the menu. An outgoing entry becomes E by being dispatched, never by a menu. */
export const otherSteps = (entry: Facts, main: MainAction | undefined): readonly Step[] =>
  entry.steps.filter(
    (step) =>
      !(main?.kind === 'step' && main.step.to === step.to) && !(entry.type === 'U' && step.to === 'E'),
  );

/** Expunging asks for its reason afterwards, so a missing reason is no obstacle yet. */
export const mayTake = (step: Step): boolean =>
  step.decision.may || (step.to === 'U' && step.decision.code === 'reason-missing');
