import type { Language } from '../../domain/preferences.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import type { RefusalView } from '../../preload/contract/contract.ts';
import type { Facts } from '../../texts/language.ts';
import { refusals } from '../../texts/refusals.ts';

/** A «no» on its way to whoever shows it; never logged, its facts may name a case. */
export class Refusal extends Error {
  readonly view: RefusalView;
  constructor(view: RefusalView) {
    super(view.code);
    this.view = view;
  }
}

/** A refusal code without a sentence does not compile. */
const sentences = refusals satisfies Record<Language, Record<RefusalCode, (facts: Facts) => string>>;

export const refusalSentence = (refusal: Pick<RefusalView, 'code' | 'facts'>, language: Language): string =>
  sentences[language][refusal.code](refusal.facts ?? {});
