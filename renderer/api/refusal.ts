import type { RefusalView } from '../../preload/contract/contract.ts';

/** A refusal thrown by a query, for the screen to show. Never logged: its facts may name a case. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';
  readonly view: RefusalView;
  constructor(view: RefusalView) {
    super(view.code);
    this.view = view;
  }
}
