import type { RefusalView } from '../../preload/contract/contract.ts';

/** Where in the form a «no» to a screening is told. */
export type ScreeningField = 'code' | 'basis' | 'group' | 'words';

export const screeningFields: { readonly [Code in RefusalView['code']]?: ScreeningField } = {
  'access-code-unknown': 'code',
  'access-code-withdrawn': 'code',
  'legal-basis-unknown': 'basis',
  'legal-basis-repealed': 'basis',
  'access-group-unknown': 'group',
  'nothing-screened': 'words',
  'public-title-unfit': 'words',
};

/** A «no» that no field of the screening tells is told at the foot of the form. */
export const refusalAtFoot = (refusal: RefusalView | undefined): RefusalView | undefined =>
  refusal && screeningFields[refusal.code] === undefined ? refusal : undefined;
