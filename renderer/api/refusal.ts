import type { RefusalView } from '../../preload/contract/contract.ts';

/** A «no» on its way to whoever shows it; never logged, its facts may name a case. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly view: RefusalView;
  constructor(view: RefusalView) {
    super(view.code);
    this.view = view;
  }
}
