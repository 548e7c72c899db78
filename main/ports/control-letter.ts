import type { Language } from '../../domain/preferences.ts';
import type { SignatureControl } from '../../domain/signature-control.ts';
import type { Letter } from './pdf-workshop.ts';

/** The report of a control, for people. `isFiled`: of something the archive holds. */
export type WriteControlLetter = (
  control: SignatureControl,
  of: { readonly isFiled: boolean; readonly recordCreator: string; readonly language: Language },
) => Letter;
